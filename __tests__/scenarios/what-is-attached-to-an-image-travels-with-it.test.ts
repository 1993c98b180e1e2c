/** `referrers: copy | leave`: signatures, attestations and SBOMs go with an image, and are listed where it goes. */
import { describe, expect } from '@jest/globals';
import { layout, writeLayout } from '../doubles/archives/layouts.ts';
import { sha256 } from '../doubles/registry/digest.ts';
import { buildImage, buildIndex, type Document, descriptorOf } from '../doubles/registry/images.ts';
import {
  type Attached,
  attachedTo,
  cosignSignature,
  fallbackTagOf,
  listOf,
  seedAttached,
} from '../doubles/registry/referrers.ts';
import { type Attaching, type Registry, startRegistry } from '../doubles/registry/start-registry.ts';
import { SHA, type Step } from '../doubles/runner.ts';
import { readLog } from '../doubles/runner-log.ts';
import { expectFailed } from './failure.ts';
import { FAST_CLOCK, type Stage, type StageOptions, scenario, USERNAME } from './stage.ts';
import { readable } from './summary.ts';

const index = buildIndex({ contents: ['a', 'b'] });
const amd64 = index.children[0] as Document;
const SBOM = 'application/vnd.example.sbom';
const sbom = attachedTo(index, { content: 'sbom', annotations: { made: 'by hand' } });
const ofPlatform = attachedTo(amd64, { content: 'of one platform' });
const signature = attachedTo(sbom, {
  content: 'signature of the sbom',
  artifactType: 'application/vnd.example.signature',
});
const older = cosignSignature('an older signature');
const everything = [sbom, ofPlatform, signature, older];

const WITH = { referrers: true, ociSubject: true } as const;
const WITHOUT = { referrers: false, ociSubject: false } as const;

type Scene = { readonly stage: Stage; readonly source: Registry; readonly publish: Publish };
type Publish = (inputs?: Readonly<Record<string, string>>, env?: Readonly<Record<string, string>>) => Promise<Step>;
type Given = {
  readonly source?: Partial<Attaching>;
  readonly destination?: Partial<Attaching>;
  readonly options?: Partial<NonNullable<ReturnType<NonNullable<StageOptions['registry']>>>>;
};

/** story has an image on a registry that everybody may read, and another registry that it is to be promoted to. */
function story(name: string, { source: at, destination, options }: Given, play: (scene: Scene) => Promise<void>): void {
  const registry: StageOptions['registry'] = (canary) => ({
    auth: { kind: 'basic', users: { [USERNAME]: canary.password } },
    ...(destination === undefined ? {} : { attaching: destination }),
    ...options,
  });
  scenario(name, { registry }, async (stage) => {
    await using source = await startRegistry(at === undefined ? {} : { attaching: at });
    source.repository('staging/app').putIndex({ contents: ['a', 'b'] });
    const image = `docker://${source.host}/staging/app@${index.digest}`;
    const publish: Publish = (inputs = {}, env = {}) => stage.publish({ inputs: { source: image, ...inputs }, env });
    await play({ stage, source, publish });
    // Nothing is ever written where the image comes from.
    expect(
      source.requests.map(({ method }) => method).filter((method) => method !== 'GET' && method !== 'HEAD'),
    ).toEqual([]);
    source.assertClean();
  });
}

function seedAll(source: Registry): void {
  const repository = source.repository('staging/app');
  for (const each of [sbom, ofPlatform, signature]) seedAttached(repository, each);
  seedAttached(repository, older, `${fallbackTagOf(index)}.sig`);
}

/** Where the source has no list of its own, either. */
function seedLists(source: Registry): void {
  const put = (subject: Document, of: Attached) => {
    // As GHCR does it, the list says the type of the config.
    const list = listOf([of], [{ artifactType: 'application/vnd.oci.empty.v1+json' }]);
    source.repository('staging/app').putManifest(list.bytes, list.mediaType, fallbackTagOf(subject));
  };
  put(index, sbom);
  put(amd64, ofPlatform);
  put(sbom, signature);
}

/** What a registry's fallback tag lists. */
function listed({ repository }: Stage, subject: Document): readonly Record<string, unknown>[] {
  const digest = repository.tags.get(fallbackTagOf(subject)) ?? '';
  return JSON.parse(repository.manifests.get(digest)?.bytes.toString() ?? '{"manifests":[]}').manifests;
}

function expectAll(stage: Stage): void {
  for (const { digest, bytes, blobs } of everything) {
    expect(stage.repository.manifests.get(digest)?.bytes.equals(bytes)).toBe(true);
    for (const blob of blobs) expect(stage.repository.blobs.get(blob.digest)?.equals(blob.bytes)).toBe(true);
  }
  expect(stage.repository.tags.get(`${fallbackTagOf(index)}.sig`)).toBe(older.digest);
}

function expectNoTag({ repository }: Stage): void {
  expect([...repository.tags.keys()].filter((tag) => !tag.startsWith('sha256-'))).toEqual([]);
}

describe('what is attached to an image on a registry', () => {
  story(
    'is listed under fallback tags, where the other registry has no list',
    { destination: WITHOUT },
    async (scene) => {
      const { stage, source, publish } = scene;
      seedAll(source);
      const step = await publish({ tags: '1.0' });
      expect(step.outputs).toMatchObject({ reason: 'published', digest: index.digest });
      expectAll(stage);
      expect(listed(stage, index)).toEqual([
        { ...descriptorOf(sbom), artifactType: SBOM, annotations: { made: 'by hand' } },
      ]);
      expect(listed(stage, amd64)).toMatchObject([{ digest: ofPlatform.digest }]);
      expect(listed(stage, sbom)).toMatchObject([{ digest: signature.digest }]);
      // Before any tag of the image.
      const puts = stage.writes.filter((write) => write.startsWith('PUT') && write.includes('/manifests/'));
      const first = puts.findIndex((write) => write.endsWith(`/manifests/${SHA}`));
      const last = puts.findLastIndex((write) => everything.some(({ digest }) => write.endsWith(digest)));
      expect(first).toBeGreaterThan(last);
      const { destinations } = JSON.parse(step.outputs.results ?? '');
      expect(new Set(destinations[0].referrers.map(({ digest }: Attached) => digest))).toEqual(
        new Set(everything.map(({ digest }) => digest)),
      );
      for (const text of [readable(step), readLog(step.log).shown]) expect(text).toContain(sbom.digest);
    },
  );

  story(
    'is listed by the other registry, where that has a list',
    { source: WITHOUT, destination: WITH },
    async (scene) => {
      const { stage, source, publish } = scene;
      seedAll(source);
      seedLists(source);
      await publish({ verify: 'content' });
      expectAll(stage);
      expect([...stage.repository.tags.keys()].toSorted()).toEqual([SHA, `${fallbackTagOf(index)}.sig`].toSorted());
    },
  );

  story('is left where it is, if that is wanted', { destination: WITHOUT }, async ({ stage, source, publish }) => {
    seedAll(source);
    const step = await publish({ referrers: 'leave' });
    expect(step.outputs.reason).toBe('published');
    expect([...stage.repository.tags.keys()]).toEqual([SHA]);
    for (const { digest } of everything) expect(stage.repository.manifests.has(digest)).toBe(false);
    expect(source.requests.some(({ kind }) => kind === 'referrers')).toBe(false);
  });

  story('comes after it, when the image is published already', { destination: WITHOUT }, async (scene) => {
    const { stage, source, publish } = scene;
    await publish();
    seedAll(source);
    const step = await publish();
    expect(step.outputs.reason).toBe('already-published');
    expectAll(stage);
    const writes = stage.writes.length;
    const again = await publish();
    expect(again.outputs.reason).toBe('already-published');
    expect(stage.writes.slice(writes)).toEqual([]);
    const { destinations } = JSON.parse(again.outputs.results ?? '');
    expect(destinations[0].referrers.every(({ state }: { state: string }) => state === 'already-there')).toBe(true);
  });

  const published = { contents: ['one image', 'two manifests'], labels: { 'org.opencontainers.image.revision': SHA } };
  story('is not copied to another manifest of the image, and that is a warning', {}, async (scene) => {
    const { stage, source, publish } = scene;
    const staging = source.repository('staging/app');
    const tested = staging.putImage(published);
    const signed = attachedTo(tested, { content: 'a signature of this manifest' });
    seedAttached(staging, signed);
    const before = stage.repository.putImage({ ...published, format: 'docker', tag: SHA });
    expect(before.digest).not.toBe(tested.digest);
    const step = await publish({ source: `docker://${source.host}/staging/app@${tested.digest}` });
    expect(step.outputs).toMatchObject({ reason: 'already-published', digest: before.digest });
    expect(stage.repository.manifests.has(signed.digest)).toBe(false);
    const warnings = readLog(step.log).commands.filter(({ name }) => name === 'warning');
    expect(warnings.map(({ data }) => data).join()).toContain(tested.digest);
  });

  story('is shown and not copied by a dry run', {}, async ({ stage, source, publish }) => {
    seedAll(source);
    const step = await publish({ 'dry-run': 'true' });
    expect(readLog(step.log).shown).toContain(`2 × ${SBOM}`);
    expect(stage.writes).toEqual([]);
  });

  story(
    'is put back into a list that another writer has overwritten',
    { destination: { ...WITHOUT, mindsConditions: false } },
    async (scene) => {
      const { stage, source, publish } = scene;
      seedAll(source);
      const other = attachedTo(index, { content: 'of somebody else' });
      const until = async () => {
        seedAttached(stage.repository, other);
        const list = listOf([other]);
        stage.repository.putManifest(list.bytes, list.mediaType, fallbackTagOf(index));
      };
      stage.registry.fault({ match: { method: 'PUT', reference: SHA }, act: { kind: 'wait', until } });
      const step = await publish();
      expect(step.outputs.reason).toBe('published');
      expect(new Set(listed(stage, index).map(({ digest }) => digest))).toEqual(new Set([sbom.digest, other.digest]));
    },
  );
});

describe('the step fails, and tags nothing', () => {
  story(
    'where the other registry takes nothing with a subject',
    { destination: { subjects: 'refused' } },
    async (scene) => {
      const { stage, source, publish } = scene;
      seedAll(source);
      const step = await publish();
      expect(expectFailed(step, 'REFERRER_REFUSED')).toContain('referrers: leave');
      expectNoTag(stage);
      // What is there, and proved, is told.
      const { destinations } = JSON.parse(step.outputs.results ?? '');
      expect(destinations).toMatchObject([{ digest: index.digest, error: { code: 'REFERRER_REFUSED' } }]);
    },
  );

  const frozen = { destination: WITHOUT, options: { immutableTags: true } } as const;
  story('where the list is under a tag that never moves', frozen, async ({ stage, source, publish }) => {
    const repository = source.repository('staging/app');
    seedAttached(repository, sbom);
    expect((await publish()).outputs.reason).toBe('published');
    seedAttached(repository, attachedTo(index, { content: 'another' }));
    const text = expectFailed(await publish(), 'REFERRER_REFUSED');
    expect(text).toContain(fallbackTagOf(index));
    expect(text).toContain('referrers: leave');
    expect(listed(stage, index)).toHaveLength(1);
  });

  story('where something is listed that is attached to something else', { source: WITHOUT }, async (scene) => {
    const { stage, source, publish } = scene;
    const repository = source.repository('staging/app');
    seedAttached(repository, ofPlatform);
    const list = listOf([ofPlatform]);
    repository.putManifest(list.bytes, list.mediaType, fallbackTagOf(index));
    const text = expectFailed(await publish(), 'SOURCE_INVALID');
    expect(text).toContain(ofPlatform.digest);
    expect(stage.registry.requests).toEqual([]);
  });

  story('where something is listed that is not there', { source: WITHOUT }, async ({ stage, source, publish }) => {
    const list = listOf([sbom]);
    source.repository('staging/app').putManifest(list.bytes, list.mediaType, fallbackTagOf(index));
    expect(expectFailed(await publish(), 'SOURCE_INVALID')).toContain(sbom.digest);
    expect(stage.registry.requests).toEqual([]);
  });

  story('where the list may not be read', {}, async ({ stage, source, publish }) => {
    source.fault({
      match: { kind: 'referrers' },
      act: { kind: 'error', status: 403, code: 'DENIED' },
      times: 'always',
    });
    expect(expectFailed(await publish(), 'REGISTRY_DENIED')).toContain('referrers: leave');
    expect(stage.registry.requests).toEqual([]);
  });

  story('where the source serves other bytes for it', {}, async ({ stage, source, publish }) => {
    seedAll(source);
    source.fault({
      match: { method: 'GET', reference: signature.digest },
      act: { kind: 'other-bytes', bytes: 'reserialised' },
      times: 'always',
    });
    expect(expectFailed(await publish(), 'SOURCE_INVALID')).toContain(signature.digest);
    expect(stage.registry.requests).toEqual([]);
  });

  story('where it lies more than three deep', {}, async ({ stage, source, publish }) => {
    let last: Document = index;
    for (let depth = 1; depth <= 4; depth++) {
      const next = attachedTo(last, { content: `${depth}` });
      seedAttached(source.repository('staging/app'), next);
      last = next;
    }
    expect(expectFailed(await publish(), 'SOURCE_INVALID')).toContain('3 deep');
    expect(stage.registry.requests).toEqual([]);
  });

  story('where a part of it is missing at the source', {}, async ({ stage, source, publish }) => {
    seedAll(source);
    source.repository('staging/app').blobs.delete(sbom.blobs[1]?.digest ?? '');
    expect(expectFailed(await publish({}, FAST_CLOCK), 'SOURCE_INVALID')).toContain(sbom.blobs[1]?.digest);
    expectNoTag(stage);
  });

  story('where the other registry says that it has it, and has not', {}, async ({ stage, source, publish }) => {
    seedAttached(source.repository('staging/app'), sbom);
    stage.registry.fault({
      match: { method: 'PUT', reference: sbom.digest },
      act: { kind: 'store-nothing' },
      times: 'always',
    });
    expect(expectFailed(await publish({}, FAST_CLOCK), 'CONTENT_MISSING')).toContain(sbom.digest);
    expectNoTag(stage);
  });

  story('where a tag of cosign has signatures that the source has not', {}, async ({ stage, source, publish }) => {
    seedAll(source);
    const tag = `${fallbackTagOf(index)}.sig`;
    const theirs = cosignSignature('of somebody else');
    seedAttached(stage.repository, theirs, tag);
    expect(expectFailed(await publish(), 'REFERRER_REFUSED')).toContain(tag);
    expect(stage.repository.tags.get(tag)).toBe(theirs.digest);
    expectNoTag(stage);
  });
});

describe('what is attached to an image in an OCI layout', () => {
  const withoutList: StageOptions = {
    registry: (canary) => ({ auth: { kind: 'basic', users: { [USERNAME]: canary.password } }, attaching: WITHOUT }),
  };

  scenario('goes with it', withoutList, async (stage) => {
    const image = buildImage({ content: 'one' });
    const { mediaType, digest, bytes } = image;
    const spdx = buildImage({
      content: 'spdx',
      subject: { mediaType, digest, size: bytes.length },
      artifactType: 'application/spdx+json',
    });
    writeLayout(stage.runner.path('workspace', 'app'), layout(image, spdx));
    const step = await stage.publish({ inputs: { source: './app' } });
    expect(step.outputs).toMatchObject({ reason: 'published', digest });
    expect(listed(stage, image)).toEqual([{ ...descriptorOf(spdx), artifactType: 'application/spdx+json' }]);
  });

  scenario(
    'gets its entry in the list where it is a part of the image, as BuildKit writes it',
    withoutList,
    async (stage) => {
      const image = buildImage({ content: 'one' });
      const attestation = attachedTo(image, { artifactType: 'application/vnd.docker.attestation.manifest.v1+json' });
      const bytes = Buffer.from(
        JSON.stringify({
          schemaVersion: 2,
          mediaType: index.mediaType,
          manifests: [
            { ...descriptorOf(image), platform: { os: 'linux', architecture: 'amd64' } },
            {
              ...descriptorOf(attestation),
              annotations: {
                'vnd.docker.reference.digest': image.digest,
                'vnd.docker.reference.type': 'attestation-manifest',
              },
              platform: { os: 'unknown', architecture: 'unknown' },
            },
          ],
        }),
      );
      const [config, ...layers] = attestation.blobs;
      if (config === undefined) throw new Error('it has a config');
      const child = { ...attestation, config, layers, diffIds: [] };
      const built = { digest: sha256(bytes), mediaType: index.mediaType, bytes, children: [image, child] };
      writeLayout(stage.runner.path('workspace', 'app'), layout(built));
      const step = await stage.publish({ inputs: { source: './app' } });
      expect(step.outputs).toMatchObject({ reason: 'published', digest: built.digest });
      expect(listed(stage, image)).toMatchObject([{ digest: attestation.digest }]);
    },
  );
});
