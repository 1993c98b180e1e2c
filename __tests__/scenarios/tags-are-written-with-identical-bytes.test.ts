import { describe, expect } from '@jest/globals';
import { SHA } from '../doubles/runner.ts';
import { expectFailed, expectNothingLeft } from './failure.ts';
import { FAST_CLOCK, scenario } from './stage.ts';

describe('version tags', () => {
  scenario('show the identical bytes that the SHA tag shows', {}, async (stage) => {
    const step = await stage.publish({ inputs: { tags: '1.2.3\n1.2, latest\n# the newest' } });
    expect(step.exitCode).toBe(0);
    expect(step.outputs.tags?.split('\n')).toEqual(
      [SHA, '1.2.3', '1.2', 'latest'].map((tag) => `${stage.name}:${tag}`),
    );
    for (const tag of ['1.2.3', '1.2', 'latest']) expect(stage.heldUnder(tag)).toEqual(stage.heldUnder(SHA));
  });

  scenario('may be the full references that docker/metadata-action puts out', {}, async (stage) => {
    const tags = ['1.2.3', '1.2', SHA].map((tag) => `${stage.name}:${tag}`).join('\n');
    const step = await stage.publish({ inputs: { tags } });
    expect(step.exitCode).toBe(0);
    expect([...stage.repository.tags.keys()].sort()).toEqual(['1.2', '1.2.3', SHA].sort());
    expect(stage.heldUnder('1.2')).toEqual(stage.heldUnder(SHA));
  });

  scenario('are written only after the image was verified', {}, async (stage) => {
    stage.registry.fault({
      match: { kind: 'tag', method: 'PUT', reference: SHA },
      act: { kind: 'store-other' },
    });
    const step = await stage.publish({ inputs: { tags: '1.2.3' } });
    expectFailed(step, 'DIGEST_MISMATCH');
    expect(stage.repository.tags.has('1.2.3')).toBe(false);
  });

  scenario('follow the template of the SHA tag', {}, async (stage) => {
    const step = await stage.publish({ inputs: { 'sha-tag': 'sha-{short-sha}' } });
    expect(step.outputs.tags).toBe(`${stage.name}:sha-${SHA.slice(0, 12)}`);
    expect([...stage.repository.tags.keys()]).toEqual([`sha-${SHA.slice(0, 12)}`]);
  });

  scenario('are an error when one is lost, although the registry said it was written', {}, async (stage) => {
    stage.registry.fault({
      match: { kind: 'tag', method: 'PUT', reference: '1.2.3' },
      act: { kind: 'store-nothing' },
    });
    const step = await stage.publish({ inputs: { tags: '1.2.3' }, env: FAST_CLOCK });
    expect(expectFailed(step, 'CONTENT_MISSING')).toContain(`${stage.name}:1.2.3`);
  });

  scenario('are an error when someone else moves one meanwhile', {}, async (stage) => {
    stage.registry.fault({ match: { kind: 'tag', method: 'PUT', reference: '1.2.3' }, act: { kind: 'tag-moved' } });
    const step = await stage.publish({ inputs: { tags: '1.2.3' } });
    expect(expectFailed(step, 'TAG_RACED')).toContain(`${stage.name}:1.2.3`);
  });
});

describe('a tag that is there already', () => {
  scenario('is success without an upload when it shows the same image', {}, async (stage) => {
    const first = await stage.publish({ inputs: { tags: '1.2.3' } });
    const writes = stage.writes.length;
    const second = await stage.publish({ inputs: { tags: '1.2.3' } });
    expect(second.exitCode).toBe(0);
    expect(second.outputs).toMatchObject({ pushed: 'true', reason: 'already-published' });
    for (const name of ['digest', 'image', 'image-id', 'tags', 'platforms', 'verification']) {
      expect(second.outputs[name]).toBe(first.outputs[name]);
    }
    expect(stage.writes.slice(writes)).toEqual([]);
    expect(stage.commands.filter((command) => command === 'image push')).toHaveLength(1);
    expectNothingLeft(stage);
  });

  scenario('gets new tags beside it without another upload', {}, async (stage) => {
    await stage.publish();
    const writes = stage.writes.length;
    const step = await stage.publish({ inputs: { tags: '1.2.3' } });
    expect(step.outputs).toMatchObject({ pushed: 'true', reason: 'already-published' });
    expect(stage.writes.slice(writes)).toEqual(['PUT /v2/team/app/manifests/1.2.3']);
    expect(stage.heldUnder('1.2.3')).toEqual(stage.heldUnder(SHA));
  });

  scenario('is an error before any upload when the SHA tag shows another image', {}, async (stage) => {
    const other = stage.repository.putImage({ tag: SHA, content: 'another build of this commit' });
    const step = await stage.publish();
    expect(expectFailed(step, 'TAG_EXISTS')).toContain(other.digest);
    expect(stage.writes).toEqual([]);
    expect(stage.commands).not.toContain('image push');
    expectNothingLeft(stage);
  });

  scenario('is an error before any upload when a version tag shows another image', {}, async (stage) => {
    stage.repository.putImage({ tag: '1.2.3', content: 'another version' });
    const step = await stage.publish({ inputs: { tags: '1.2.3' } });
    expect(expectFailed(step, 'TAG_EXISTS')).toContain(`${stage.name}:1.2.3`);
    expect(stage.writes).toEqual([]);
  });
});

describe('a dry run', () => {
  scenario('still finds out that a tag shows another image', {}, async (stage) => {
    stage.repository.putImage({ tag: SHA, content: 'another build of this commit' });
    expectFailed(await stage.publish({ inputs: { 'dry-run': 'true' } }), 'TAG_EXISTS');
    expect(stage.writes).toEqual([]);
  });
});
