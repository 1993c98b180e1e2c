/** Without an engine even the SHA tag waits for the proof: until then the image is there by its digest alone. */
import { describe, expect } from '@jest/globals';
import { layout, writeLayout } from '../doubles/archives/layouts.ts';
import { buildImage } from '../doubles/registry/images.ts';
import { SHA, type Step } from '../doubles/runner.ts';
import { expectFailed } from './failure.ts';
import { FAST_CLOCK, type Overrides, type Stage, type StageOptions, scenario, USERNAME } from './stage.ts';

const image = buildImage({ content: 'the image that was tested' });

/** publish takes the image from an OCI layout in the workspace. */
function publish(stage: Stage, { inputs, env = {} }: Overrides = {}): Promise<Step> {
  writeLayout(stage.runner.path('workspace', 'image'), layout(image));
  return stage.publish({ inputs: { source: 'oci:image', ...inputs }, env });
}

const manifestRequests = (stage: Stage): readonly string[] =>
  stage.registry.requests
    .filter(({ path }) => path.includes('/manifests/'))
    .map(({ method, reference = '' }) => `${method} ${reference === image.digest ? 'by digest' : reference}`);

describe('the tags of an image in a file', () => {
  scenario('are all written after it was read back by its digest', {}, async (stage) => {
    const step = await publish(stage, { inputs: { tags: '1.2.3' } });
    expect(step).toMatchObject({ exitCode: 0, outputs: { reason: 'published', digest: image.digest } });
    const asked = manifestRequests(stage);
    const [put, read] = [asked.indexOf('PUT by digest'), asked.indexOf('GET by digest')];
    const tagged = [SHA, '1.2.3'].map((tag) => asked.indexOf(`PUT ${tag}`));
    expect([put, read, ...tagged]).toEqual([put, read, ...tagged].toSorted((one, other) => one - other));
    expect(put).toBeGreaterThanOrEqual(0);
    expect(read).toBeGreaterThan(put);
    for (const [tag, looksAtTheEnd] of [
      [SHA, 1],
      ['1.2.3', 0],
    ] as const) {
      // Each is written once, and looked at before the push, before the write, after it, and all but the last at the end.
      const last = Array.from({ length: looksAtTheEnd }, () => `GET ${tag}`);
      const around = [`GET ${tag}`, `GET ${tag}`, `PUT ${tag}`, `GET ${tag}`];
      expect(asked.filter((each) => each.endsWith(` ${tag}`))).toEqual([...around, ...last]);
      expect(stage.heldUnder(tag)).toEqual(image.bytes);
    }
    expect(stage.engine.calls).toEqual([]);
  });

  scenario('are none if it does not stand up to the verification', {}, async (stage) => {
    const match = { kind: 'digest', method: 'PUT' } as const;
    stage.registry.fault({ match, act: { kind: 'forget', what: 'layer' } });
    const step = await publish(stage, { inputs: { tags: '1.2.3' }, env: FAST_CLOCK });
    expectFailed(step, 'CONTENT_MISSING');
    expect([...stage.repository.tags]).toEqual([]);
  });

  const frozen: StageOptions = {
    registry: ({ password }) => ({
      personality: 'ecr',
      auth: { kind: 'basic', users: { [USERNAME]: password } },
      repositories: ['team/app'],
      immutableTags: true,
    }),
  };

  scenario('are found on a registry that freezes them, when the answer to a write is lost', frozen, async (stage) => {
    for (const reference of [SHA, '1.2.3']) {
      const match = { method: 'PUT', kind: 'tag', reference } as const;
      stage.registry.fault({ match, act: { kind: 'reset', when: 'after-handling' } });
    }
    const step = await publish(stage, { inputs: { tags: '1.2.3' }, env: FAST_CLOCK });
    expect(step).toMatchObject({ exitCode: 0, outputs: { reason: 'published', digest: image.digest } });
  });

  scenario('are told of one by one where a destination refuses the first', {}, async (stage) => {
    const match = { method: 'PUT', kind: 'tag', repository: 'team/mirror' } as const;
    stage.registry.fault({ match, times: 'always', act: { kind: 'refuse', situation: 'denied' } });
    const inputs = { image: `${stage.name}\n${stage.registry.host}/team/mirror`, tags: '1.2.3' };
    const step = await publish(stage, { inputs });
    expect(expectFailed(step, 'REGISTRY_DENIED')).toContain('team/mirror');
    const { digest } = image;
    const tagOf = (path: string, tag: string) => `${stage.registry.host}/team/${path}:${tag}`;
    expect(JSON.parse(step.outputs.results ?? '').destinations).toMatchObject([
      {
        digest,
        tags: [
          { tag: tagOf('app', SHA), state: 'written', digest },
          { tag: tagOf('app', '1.2.3'), state: 'not-written' },
        ],
      },
      {
        // It is there and proved; what failed is to name it.
        digest,
        tags: [
          { tag: tagOf('mirror', SHA), state: 'not-written' },
          { tag: tagOf('mirror', '1.2.3'), state: 'not-written' },
        ],
        error: { code: 'REGISTRY_DENIED' },
      },
    ]);
  });
});
