import { describe, expect } from '@jest/globals';
import { sha256 } from '../doubles/registry/digest.ts';
import { buildImage, buildIndex } from '../doubles/registry/images.ts';
import { SHA } from '../doubles/runner.ts';
import { annotationsOf, expectFailed, expectNothingLeft } from './failure.ts';
import { FAST_CLOCK, SOURCE, scenario } from './stage.ts';

const index = buildIndex({ platforms: ['linux/amd64', 'linux/arm64'], attestations: true });
const [amd64, arm64] = index.children;
const containerd = { engine: { store: 'containerd' } } as const;

describe('an engine with the containerd store', () => {
  scenario('publishes an index with its platforms and attestations', { ...containerd, image: index }, async (stage) => {
    const step = await stage.publish({ inputs: { tags: '1.2.3' } });
    expect(step.exitCode).toBe(0);
    expect(sha256(stage.heldUnder(SHA) ?? '')).toBe(index.digest);
    expect(step.outputs).toMatchObject({
      digest: index.digest,
      'image-id': amd64?.config.digest,
      platforms: 'linux/amd64,linux/arm64',
      'media-type': index.mediaType,
      tags: `${stage.name}:${SHA}\n${stage.name}:1.2.3`,
    });
    expect(stage.heldUnder('1.2.3')).toEqual(index.bytes);
    expectNothingLeft(stage);
  });

  scenario('publishes a single image', { ...containerd, image: buildImage() }, async (stage) => {
    const step = await stage.publish();
    const image = buildImage();
    expect(step.outputs).toMatchObject({ digest: image.digest, 'image-id': image.config.digest });
  });

  scenario('recognises its index when it is published already', { ...containerd, image: index }, async (stage) => {
    await stage.publish();
    const writes = stage.writes.length;
    const step = await stage.publish();
    expect(step.outputs).toMatchObject({ reason: 'already-published', digest: index.digest });
    expect(stage.writes.slice(writes)).toEqual([]);
  });

  scenario('publishes the one platform that it has of an index', { ...containerd, image: index }, async (stage) => {
    stage.engine.load(index, [SOURCE], ['linux/amd64']);
    const step = await stage.publish();
    expect(step.exitCode).toBe(0);
    expect(step.outputs).toMatchObject({
      digest: amd64?.digest,
      'image-id': amd64?.config.digest,
      platforms: 'linux/amd64',
    });
    expect(stage.heldUnder(SHA)).toEqual(amd64?.bytes);
    // By default that would be silent: docker tells of it in its own output alone.
    expect(annotationsOf(step, 'warning').map(({ properties, data }) => [properties.title, data])).toEqual([
      ['Less than the source', expect.stringMatching(`only one platform of the index ${index.digest}`)],
    ]);
    const [warning] = annotationsOf(step, 'warning');
    expect(warning?.data).toContain(`linux/arm64 (${arm64?.digest})`);
    expect(warning?.data).toContain('an attestation (sha256:');
    expect(warning?.data).not.toContain(`(${amd64?.digest})`);
  });

  scenario(
    'loses nothing of an index that it has, and says so of nothing',
    { ...containerd, image: index },
    async (stage) => {
      expect(annotationsOf(await stage.publish(), 'warning')).toEqual([]);
    },
  );

  scenario(
    'is found out when it pushes another platform than it showed',
    { ...containerd, image: index },
    async (stage) => {
      if (arm64 === undefined) throw new Error('the index has two platforms');
      stage.engine.fault({ on: 'push', act: { kind: 'push-instead', image: arm64 } });
      expectFailed(await stage.publish(), 'IDENTITY_MISMATCH');
    },
  );

  scenario('is stopped by a tag that shows another index', { ...containerd, image: index }, async (stage) => {
    stage.repository.putIndex({ tag: SHA, content: 'another build of this commit' });
    expectFailed(await stage.publish(), 'TAG_EXISTS');
    expect(stage.writes).toEqual([]);
  });

  scenario('is found out when its registry loses a platform', { ...containerd, image: index }, async (stage) => {
    stage.registry.fault({ match: { kind: 'tag', method: 'PUT' }, act: { kind: 'forget', what: 'child' } });
    expectFailed(await stage.publish({ env: FAST_CLOCK }), 'CONTENT_MISSING');
  });
});
