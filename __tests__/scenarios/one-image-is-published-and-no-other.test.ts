/** What is published is what was tested: each way in which another image came out of it, and its honest twin. */
import { writeFileSync } from 'node:fs';
import { describe, expect } from '@jest/globals';
import {
  blobPath,
  changed,
  type FileTree,
  layout,
  nestedLayout,
  ociArchive,
  writeLayout,
} from '../doubles/archives/layouts.ts';
import { savedByNewEngine, savedBySkopeo } from '../doubles/archives/saved.ts';
import { sha256 } from '../doubles/registry/digest.ts';
import {
  type Blob,
  buildImage,
  buildIndex,
  type Document,
  descriptorOf,
  type Image,
  indexOf,
} from '../doubles/registry/images.ts';
import { SHA, type Step } from '../doubles/runner.ts';
import { expectFailed } from './failure.ts';
import { FAST_CLOCK, SOURCE, type Stage, scenario, USERNAME } from './stage.ts';

const MANIFEST = 'application/vnd.oci.image.manifest.v1+json';
const NOTHING = 'unix:///nonexistent/docker.sock';
const REVISION = { 'org.opencontainers.image.revision': SHA };
const tested = buildImage({ contents: ['base', 'the image that was tested'], labels: REVISION });
const foreign = buildImage({ content: 'the image of somebody else', labels: REVISION });
const on = (text: string, osVersion?: string) => {
  const [os, architecture] = text.split('/');
  return { platform: { os, architecture, ...(osVersion === undefined ? {} : { 'os.version': osVersion }) } };
};

/** Publishes what is in a file, which another job has handed over, without an engine. */
async function publishFile(
  stage: Stage,
  content: Buffer | FileTree,
  inputs: Readonly<Record<string, string>> = {},
  env: Readonly<Record<string, string>> = {},
): Promise<Step> {
  const path = stage.runner.path('workspace', 'image.tar');
  if (Buffer.isBuffer(content)) writeFileSync(path, content);
  else writeLayout(path, content);
  return stage.publish({ inputs: { source: 'image.tar', ...inputs }, env: { DOCKER_HOST: NOTHING, ...env } });
}

/** The layout of an index, with all that its children lead to. */
function layoutOf(children: readonly Image[], said: readonly object[] = []): { root: Document; files: FileTree } {
  const root = indexOf(children, said);
  const files = new Map([...children.flatMap((child) => [...layout(child)]), ...layout({ ...root, children })]);
  return { root, files };
}

function withConfig(image: Image, config: Omit<Blob, 'digest' | 'size'>): Image {
  const blob = { ...config, digest: sha256(config.bytes), size: config.bytes.length };
  const bytes = Buffer.from(JSON.stringify({ ...JSON.parse(`${image.bytes}`), config: descriptorOf(blob) }));
  return { ...image, bytes, digest: sha256(bytes), mediaType: MANIFEST, config: blob };
}

/** A manifest with the config of one image and the layers of another, as whoever may write to a registry can make it. */
function forged(config: Image, layers: Image, mediaType?: string): Image {
  const given = JSON.parse(`${layers.bytes}`).layers as readonly object[];
  const document = JSON.parse(`${config.bytes}`);
  // As many as the config has.
  const taken = document.layers.map((_: object, at: number) => ({
    ...(given[at] ?? given[0]),
    ...(mediaType === undefined ? {} : { mediaType }),
  }));
  const bytes = Buffer.from(JSON.stringify({ ...document, layers: taken }));
  return { ...config, bytes, digest: sha256(bytes), layers: layers.layers };
}

/** Puts an image there as somebody else does who may write to the registry. */
function put({ repository }: Stage, image: Image, tag?: string): void {
  for (const { digest, bytes } of [image.config, ...image.layers]) repository.blobs.set(digest, bytes);
  repository.putManifest(image.bytes, image.mediaType, tag);
}

function expectNothingWritten(stage: Stage): void {
  expect(stage.writes).toEqual([]);
  expect([...stage.repository.tags.keys()]).toEqual([]);
}

describe('a child of an index that is neither an image nor an attestation', () => {
  const disguised = withConfig(foreign, { mediaType: 'application/octet-stream', bytes: foreign.config.bytes });
  const { files } = layoutOf([disguised, tested], [on('linux/amd64'), on('linux/amd64')]);

  for (const verify of ['graph', 'content']) {
    scenario(`is refused, whatever else holds, at the level ${verify}`, {}, async (stage) => {
      const asked = { 'expected-image-id': tested.config.digest, 'require-revision-label': 'true', verify };
      const step = await publishFile(stage, ociArchive(files), asked);
      expect(expectFailed(step, 'SOURCE_INVALID')).toContain('neither an image nor an attestation');
      expectNothingWritten(stage);
    });
  }

  const called = { 'vnd.docker.reference.type': 'attestation-manifest' };
  const statement = (mediaType: string, text: string) =>
    withConfig(buildImage({ content: 'statement' }), { mediaType, bytes: Buffer.from(text) });
  for (const [form, attestation] of [
    [
      'an image of no platform',
      statement('application/vnd.oci.image.config.v1+json', '{"os":"unknown","architecture":"unknown"}'),
    ],
    ['an artifact', statement('application/vnd.oci.empty.v1+json', '{}')],
  ] as const) {
    scenario(`may be an attestation of BuildKit, as ${form}`, {}, async (stage) => {
      const attested = layoutOf(
        [tested, attestation],
        [on('linux/amd64'), { ...on('unknown/unknown'), annotations: called }],
      );
      const inputs = { 'expected-image-id': tested.config.digest, 'require-revision-label': 'true', verify: 'content' };
      const step = await publishFile(stage, ociArchive(attested.files), inputs);
      expect(step.outputs).toMatchObject({ digest: attested.root.digest, platforms: 'linux/amd64' });
      expect(step.outputs['image-id']).toBe(tested.config.digest);
    });
  }
});

describe('the expected image', () => {
  scenario('is not satisfied by a second image for the same platform', {}, async (stage) => {
    const { files } = layoutOf([foreign, tested], [on('linux/amd64'), on('linux/amd64')]);
    const step = await publishFile(stage, files, { 'expected-image-id': tested.config.digest });
    expect(expectFailed(step, 'SOURCE_INVALID')).toContain('two images for linux/amd64');
    expectNothingWritten(stage);
  });

  const untested = buildImage({ content: 'never tested', platform: 'linux/arm64', labels: REVISION });
  const pair = layoutOf([untested, tested], [on('linux/arm64'), on('linux/amd64')]);
  for (const [name, digest] of [
    ['config', tested.config.digest],
    ['manifest', tested.digest],
  ] as const) {
    scenario(`is not satisfied by the ${name} of one platform beside others`, {}, async (stage) => {
      const step = await publishFile(stage, pair.files, { 'expected-image-id': digest });
      expect(expectFailed(step, 'IDENTITY_MISMATCH')).toContain('which is a part of it');
      expectNothingWritten(stage);
    });
  }

  scenario('is the index, by its own digest', {}, async (stage) => {
    const step = await publishFile(stage, pair.files, { 'expected-image-id': pair.root.digest });
    expect(step.outputs).toMatchObject({ reason: 'published', digest: pair.root.digest });
  });

  scenario('may be an index for two versions of Windows', {}, async (stage) => {
    const images = ['ltsc2019', 'ltsc2022'].map((content) => buildImage({ content, platform: 'windows/amd64' }));
    const versions = [on('windows/amd64', '10.0.17763.6414'), on('windows/amd64', '10.0.20348.2700')];
    const { root, files } = layoutOf(images, versions);
    const step = await publishFile(stage, files, { 'expected-image-id': root.digest });
    expect(step.outputs).toMatchObject({ reason: 'published', digest: root.digest });
  });
});

describe('an archive of which docker load and an OCI reader make two images', () => {
  const both = changed(
    new Map([...layout(tested), ...layout(foreign)]),
    'manifest.json',
    JSON.stringify([
      {
        Config: blobPath(tested.config.digest),
        RepoTags: ['app:1'],
        Layers: tested.layers.map(({ digest }) => blobPath(digest)),
      },
    ]),
  );

  for (const prefix of ['', 'oci-archive:', 'docker-archive:']) {
    scenario(`is refused, read as ${prefix === '' ? 'what it is' : prefix}`, {}, async (stage) => {
      const inputs = { source: `${prefix}image.tar`, 'expected-image-id': foreign.config.digest };
      const step = await publishFile(stage, ociArchive(both), inputs);
      expect(expectFailed(step, 'SOURCE_INVALID')).toContain('manifest.json');
      expectNothingWritten(stage);
    });
  }

  for (const [name, archive, prefix] of [
    ['an engine with the containerd store', savedByNewEngine({ image: tested, names: ['app:1'] }), ''],
    [
      'an engine with the graph driver',
      savedByNewEngine({
        image: buildImage({ contents: ['base', 'the image that was tested'], labels: REVISION, compression: 'none' }),
      }),
      'docker-archive:',
    ],
    ['podman and skopeo', savedBySkopeo({ image: tested, names: ['app:1'] }), 'docker-archive:'],
    ['buildx', ociArchive(layout(tested)), 'oci-archive:'],
  ] as const) {
    scenario(`is none where one program made it: ${name}`, {}, async (stage) => {
      const inputs = { source: `${prefix}image.tar`, 'expected-image-id': tested.config.digest, verify: 'content' };
      const step = await publishFile(stage, archive, inputs);
      expect(step.outputs).toMatchObject({ reason: 'published', 'image-id': tested.config.digest });
    });
  }
});

describe('what somebody else has put under the SHA tag', () => {
  const FOREIGN_LAYER = 'application/vnd.docker.image.rootfs.foreign.diff.tar.gzip';
  const fakes = [
    ['with our config and other layers', forged(tested, foreign)],
    ['with our config and layers that nobody reads', forged(tested, foreign, FOREIGN_LAYER)],
  ] as const;

  for (const [name, fake] of fakes) {
    for (const [source, content] of [
      ['an image in a file', ociArchive(layout(tested))],
      ['a saved image', savedBySkopeo({ image: tested })],
    ] as const) {
      scenario(`is not taken for ${source}: ${name}`, {}, async (stage) => {
        put(stage, foreign);
        put(stage, fake, SHA);
        const step = await publishFile(stage, content, { verify: 'content', tags: '1.2.3' });
        expect(expectFailed(step, 'TAG_EXISTS')).toContain(fake.digest);
        expect([...stage.repository.tags.keys()]).toEqual([SHA]);
      });
    }

    scenario(`is not taken for the engine's image: ${name}`, { image: tested }, async (stage) => {
      put(stage, foreign);
      put(stage, fake, SHA);
      const step = await stage.publish({ inputs: { tags: '1.2.3' } });
      expectFailed(step, 'TAG_EXISTS');
      expect([...stage.repository.tags.keys()]).toEqual([SHA]);
    });
  }

  scenario('is not the manifest that the tests name, even with its content', {}, async (stage) => {
    const other = buildImage({
      contents: ['base', 'the image that was tested'],
      labels: REVISION,
      compression: 'none',
    });
    expect([other.config.digest, other.digest === tested.digest]).toEqual([tested.config.digest, false]);
    put(stage, other, SHA);
    const named = await publishFile(stage, layout(tested), { 'expected-image-id': tested.digest });
    expectFailed(named, 'TAG_EXISTS');
    const step = await stage.publish({
      inputs: { source: 'image.tar', 'expected-image-id': tested.config.digest },
      env: { DOCKER_HOST: NOTHING },
    });
    expect(step.outputs).toMatchObject({ reason: 'already-published', digest: other.digest });
  });

  scenario('is the image where this run has a copy of what an engine has pushed', { image: tested }, async (stage) => {
    const pushed = await stage.publish();
    expect(pushed.outputs.reason).toBe('published');
    const step = await publishFile(stage, savedBySkopeo({ image: tested }), { tags: '1.2.3', verify: 'content' });
    expect(step.outputs).toMatchObject({ reason: 'already-published', digest: pushed.outputs.digest });
    const again = await stage.publish();
    expect(again.outputs).toMatchObject({ reason: 'already-published', digest: pushed.outputs.digest });
  });

  scenario('is the image where it was published before from the same file', {}, async (stage) => {
    for (const reason of ['published', 'already-published']) {
      const step = await publishFile(stage, ociArchive(layout(tested)), { 'expected-image-id': tested.digest });
      expect(step.outputs).toMatchObject({ reason, digest: tested.digest });
    }
  });
});

describe('a folder with the name of the image', () => {
  const leave = (stage: Stage) =>
    writeLayout(stage.runner.path('workspace', 'app'), nestedLayout(buildIndex(), 'app:test'));

  scenario('does not stand in for it: the error names both forms', {}, async (stage) => {
    leave(stage);
    const text = expectFailed(await stage.publish(), 'INPUT_INVALID');
    for (const form of [`docker-daemon:${SOURCE}`, `./${SOURCE}`]) expect(text).toContain(form);
    expectNothingWritten(stage);
  });

  scenario('is left alone where the source says which is meant, and the log says it, too', {}, async (stage) => {
    leave(stage);
    const step = await stage.publish({ inputs: { source: `docker-daemon:${SOURCE}` } });
    expect(step.outputs).toMatchObject({ reason: 'published', 'image-id': stage.imageId });
    expect(step.log).toContain(`The image is the engine's ${SOURCE}`);
  });

  scenario('is what is published where that is meant', {}, async (stage) => {
    leave(stage);
    const step = await stage.publish({ inputs: { source: `./${SOURCE}` } });
    expect(step.outputs).toMatchObject({ reason: 'published', digest: buildIndex().digest });
    expect(step.log).toContain(`The image is that in the file ./${SOURCE}`);
  });

  scenario('is nothing to the engine where there is no image in it', {}, async (stage) => {
    writeLayout(stage.runner.path('workspace', 'app'), new Map([['main.go', Buffer.from('package main')]]));
    const step = await stage.publish();
    expect(step.outputs).toMatchObject({ reason: 'published', 'image-id': stage.imageId });
  });
});

describe('an index of which a file has lost a part', () => {
  const index = buildIndex({ contents: ['base', 'app'], attestations: true });
  const [amd64, arm64] = index.children as readonly [Image, Image];
  const lost = (digest: string) => changed(layout(index), blobPath(digest), undefined);

  for (const [part, digest] of [
    ['the manifest of a platform', amd64.digest],
    ['the config of a platform', amd64.config.digest],
    ['a layer', amd64.layers[0]?.digest ?? ''],
    ['an attestation', index.children[2]?.digest ?? ''],
  ] as const) {
    scenario(`is not published as less: ${part}`, {}, async (stage) => {
      const text = expectFailed(await publishFile(stage, ociArchive(lost(digest))), 'SOURCE_INVALID');
      expect(text).toContain(digest);
      expectNothingWritten(stage);
    });
  }

  scenario('is what an engine has of it, where the engine has saved it so', {}, async (stage) => {
    const saved = changed(
      lost(amd64.digest),
      'manifest.json',
      JSON.stringify([{ Config: blobPath(arm64.config.digest), RepoTags: null, Layers: [] }]),
    );
    const step = await publishFile(stage, ociArchive(saved), { 'expected-image-id': index.digest });
    expect(step.outputs).toMatchObject({ reason: 'published', digest: arm64.digest, platforms: 'linux/arm64' });
    expect(step.log).toContain(`only one platform of the index ${index.digest}`);
  });
});

describe('a layer whose bytes were collected beside a registry that remembers it', () => {
  const before = buildImage({ contents: ['shared', 'before'] });
  const after = buildImage({ contents: ['shared', 'after'] });
  const { digest: shared = '', bytes: content = Buffer.alloc(0) } = after.layers[0] ?? {};
  const remembering = {
    registry: ({ password }: { readonly password: string }) => ({
      auth: { kind: 'basic', users: { [USERNAME]: password } } as const,
      cachesDescriptors: true,
    }),
  };

  /** Publishes an image, and has its layers collected when its tag was deleted. */
  async function collected(stage: Stage): Promise<void> {
    expect((await publishFile(stage, ociArchive(layout(before)), { 'sha-tag': 'before-{sha}' })).outputs.reason).toBe(
      'published',
    );
    const { repository } = stage;
    repository.tags.clear();
    repository.manifests.clear();
    repository.collectGarbage();
    expect(repository.blobs.has(shared)).toBe(false);
  }

  scenario('is sent again', remembering, async (stage) => {
    await collected(stage);
    const step = await publishFile(stage, ociArchive(layout(after)));
    expect(step.outputs).toMatchObject({ reason: 'published', digest: after.digest });
    expect(stage.repository.blobs.get(shared)?.equals(content)).toBe(true);
  });

  scenario('is found out where an engine takes it for being there', { ...remembering, image: after }, async (stage) => {
    await collected(stage);
    const step = await stage.publish({ env: FAST_CLOCK });
    expect(expectFailed(step, 'CONTENT_MISSING')).toContain(shared);
  });

  scenario('is not sent again where it is still there', remembering, async (stage) => {
    await publishFile(stage, ociArchive(layout(before)), { 'sha-tag': 'before-{sha}' });
    const uploads = () => stage.writes.filter((each) => each.startsWith('PUT') && each.includes('/blobs/')).length;
    const first = uploads();
    const step = await publishFile(stage, ociArchive(layout(after)));
    expect(step.outputs).toMatchObject({ reason: 'published', digest: after.digest });
    // Its own layer and its config.
    expect(uploads() - first).toBe(2);
  });
});
