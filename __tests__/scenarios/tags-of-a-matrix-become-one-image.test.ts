/** Each job of a matrix publishes its own platform under a tag of its own; the last one joins what they have published. */
import { writeFileSync } from 'node:fs';
import { describe, expect } from '@jest/globals';
import { layout, nestedLayout, ociArchive } from '../doubles/archives/layouts.ts';
import { buildImage, buildIndex } from '../doubles/registry/images.ts';
import { attachedTo, cosignSignature, fallbackTagOf, listOf, seedAttached } from '../doubles/registry/referrers.ts';
import { startRegistry } from '../doubles/registry/start-registry.ts';
import { SHA, type Step } from '../doubles/runner.ts';
import { expectFailed } from './failure.ts';
import { type Stage, scenario } from './stage.ts';

const labels = { 'org.opencontainers.image.revision': SHA };
const IMAGES = {
  amd64: ociArchive(layout(buildImage({ platform: 'linux/amd64', contents: ['base', 'amd64'], labels }))),
  arm64: ociArchive(
    nestedLayout(
      buildIndex({ platforms: ['linux/arm64'], contents: ['base', 'arm64'], attestations: true, labels }),
      'a:1',
    ),
  ),
  s390x: ociArchive(layout(buildImage({ platform: 'linux/s390x', format: 'docker', labels }))),
};
type Platform = keyof typeof IMAGES;
const PLATFORMS = ['amd64', 'arm64', 's390x'] as const;
const EXPECTED = 'linux/amd64, linux/arm64, linux/s390x';

/** One job of the matrix. */
async function build(stage: Stage, platform: Platform, inputs: Readonly<Record<string, string>> = {}): Promise<void> {
  writeFileSync(stage.runner.path('workspace', 'image.tar'), IMAGES[platform]);
  const given = { source: './image.tar', 'sha-tag': `{sha}-${platform}`, 'version-tags': 'none', ...inputs };
  expect((await stage.publish({ inputs: given })).outputs).toMatchObject({ reason: 'published' });
}

/** The last job; nothing of the others has reached it but the names of their platforms. */
function join(stage: Stage, inputs: Readonly<Record<string, string>> = {}): Promise<Step> {
  const source = PLATFORMS.map((platform) => `docker://${stage.name}:{sha}-${platform}`).join('\n');
  return stage.publish({ inputs: { source, 'expected-platforms': EXPECTED, ...inputs } });
}

const kindsOf = (stage: Stage, from: number) =>
  stage.registry.requests.slice(from).map(({ method, kind }) => `${method} ${kind}`);

describe('the tags of a matrix', () => {
  scenario('become one image, and no byte of a blob is sent: the parts are there', {}, async (stage) => {
    for (const platform of PLATFORMS) await build(stage, platform);
    const before = stage.registry.requests.length;
    const step = await join(stage, { 'require-revision-label': 'true', tags: '1.0' });
    expect(step.outputs).toMatchObject({ reason: 'published', platforms: 'linux/amd64,linux/arm64,linux/s390x' });
    expect(JSON.parse(step.outputs.results ?? '').destinations).toMatchObject([{ bytes: { sent: 0 } }]);
    const asked = kindsOf(stage, before);
    // The index by its digest, and then its tags: nothing else is written.
    expect(asked.filter((each) => !each.startsWith('GET') && !each.startsWith('HEAD'))).toEqual([
      'PUT digest',
      'PUT tag',
      'PUT tag',
    ]);
    const { manifests } = JSON.parse(stage.heldUnder(SHA)?.toString() ?? '{}');
    expect(manifests).toHaveLength(4);
    expect(stage.heldUnder('1.0')).toEqual(stage.heldUnder(SHA));
    const written = stage.writes.length;
    expect((await join(stage, { tags: '1.0' })).outputs).toMatchObject({ reason: 'already-published' });
    expect(stage.writes).toHaveLength(written);
  });

  scenario('of which one is missing are red, and the platform is named', {}, async (stage) => {
    await build(stage, 'amd64');
    await build(stage, 's390x');
    const written = stage.writes.length;
    const text = expectFailed(await join(stage), 'SOURCE_NOT_FOUND');
    expect(text).toContain(`There is no image docker://${stage.name}:${SHA}-arm64`);
    expect(text).toContain('Missing: linux/arm64.');
    expect(stage.writes).toHaveLength(written);
  });

  scenario(
    'are mounted where they are in another repository, and streamed where they are on another registry',
    {},
    async (stage) => {
      await using other = await startRegistry({ personality: 'distribution' });
      await build(stage, 'amd64', { image: `${stage.registry.host}/team/parts` });
      await build(stage, 'arm64');
      await build(stage, 's390x', {
        image: `${other.host}/team/app`,
        username: '',
        password: '',
        'registry-auth': `- { registry: ${other.host}, username: a, password: bbbbbbbb }`,
      });
      const source = [
        `${stage.registry.host}/team/parts:{sha}-amd64`,
        `${stage.name}:{sha}-arm64`,
        `${other.host}/team/app:{sha}-s390x`,
      ];
      const at = stage.registry.requests.length;
      const written = other.requests.filter(({ method }) => method !== 'GET' && method !== 'HEAD').length;
      const step = await join(stage, {
        source: source.map((each) => `docker://${each}`).join('\n'),
        verify: 'content',
      });
      expect(step.outputs).toMatchObject({ reason: 'published', platforms: 'linux/amd64,linux/arm64,linux/s390x' });
      const mounts = stage.registry.requests.slice(at).filter(({ query }) => query.has('mount'));
      expect(mounts.length).toBeGreaterThan(0);
      for (const { query, status } of mounts) expect([query.get('from'), status]).toEqual(['team/parts', 201]);
      // Its config and its one layer.
      expect(kindsOf(stage, at).filter((each) => each === 'PUT upload')).toHaveLength(2);
      expect(other.requests.filter(({ method }) => method !== 'GET' && method !== 'HEAD')).toHaveLength(written);
    },
  );

  scenario(
    'bring what is attached to the index of one of them, and that index, so that it is attached to something',
    {},
    async (stage) => {
      const parts = stage.registry.repository('team/parts');
      await build(stage, 'amd64');
      await build(stage, 's390x');
      await build(stage, 'arm64', { image: `${stage.registry.host}/team/parts` });
      const digest = parts.tags.get(`${SHA}-arm64`) ?? '';
      const stored = parts.manifests.get(digest);
      if (stored === undefined) throw new Error('it was published');
      const part = { ...stored, digest };
      const signature = attachedTo(part, { content: 'a signature of what one job has pushed' });
      seedAttached(parts, signature);
      const list = listOf([signature]);
      parts.putManifest(list.bytes, list.mediaType, fallbackTagOf(part));
      seedAttached(parts, cosignSignature('an older one'), `${fallbackTagOf(part)}.sig`);
      const source = PLATFORMS.map((platform) =>
        platform === 'arm64'
          ? `docker://${stage.registry.host}/team/parts:{sha}-arm64`
          : `docker://${stage.name}:{sha}-${platform}`,
      ).join('\n');
      const tags = new Set(stage.repository.tags.keys());
      const step = await join(stage, { source });
      expect(step.outputs).toMatchObject({ reason: 'published' });
      expect(stage.repository.manifests.get(part.digest)?.bytes).toEqual(part.bytes);
      expect(stage.repository.manifests.has(signature.digest)).toBe(true);
      const added = [...stage.repository.tags.keys()].filter((tag) => !tags.has(tag));
      expect(added.toSorted()).toEqual([SHA, fallbackTagOf(part), `${fallbackTagOf(part)}.sig`].toSorted());
      const [{ referrers }] = JSON.parse(step.outputs.results ?? '').destinations;
      expect(referrers).toHaveLength(2);
      for (const each of referrers) expect(each).toMatchObject({ subject: part.digest, state: 'copied' });
      // What is attached to the others is where they are, and nobody lists it.
      const about = [signature.digest, part.digest];
      const lists = stage.registry.requests.filter(
        ({ kind, repository }) => kind === 'referrers' && repository === 'team/app',
      );
      for (const { reference } of lists) expect(about).toContain(reference);
    },
  );
});
