/** What is attached to images, at registries with the API, without it, with both, and with neither of them as it should be. */
import { afterEach, describe, expect, it } from '@jest/globals';
import type { Digest } from '../../../src/image/digest.ts';
import { parseManifest } from '../../../src/image/manifest.ts';
import { parseReferrer, type Referrer } from '../../../src/image/referrer.ts';
import { cosignTag, fallbackTag } from '../../../src/image/referrer-tag.ts';
import { distributionRegistry } from '../../../src/registry/distribution-registry.ts';
import type { Registry as Door } from '../../../src/registry/registry.ts';
import type { Document, Image } from '../../doubles/registry/images.ts';
import {
  type Attached,
  attachedTo,
  cosignSignature,
  fallbackTagOf,
  listOf,
  seedAttached,
} from '../../doubles/registry/referrers.ts';
import { type Registry, startRegistry } from '../../doubles/registry/start-registry.ts';
import { CREDENTIAL, fastClock, PASSWORD } from './scripted-network.ts';

const NAME = 'owner/app';

let registry: Registry;
let doors: Door[] = [];
let image: Image;

async function start(options: Parameters<typeof startRegistry>[0] = {}): Promise<Door> {
  registry = await startRegistry(options);
  image = registry.repository(NAME).putImage({ tag: 'v1' });
  return open();
}

async function open(): Promise<Door> {
  const make = distributionRegistry({
    signal: new AbortController().signal,
    mask: () => undefined,
    onWarning: () => undefined,
    clock: fastClock(),
  });
  const repository = { registry: registry.host, path: NAME };
  const door = await make({ repository, credential: async () => CREDENTIAL, authHosts: [] });
  doors.push(door);
  return door;
}

afterEach(async () => {
  for (const door of doors) door.close();
  doors = [];
  await registry.close();
});

const repository = () => registry.repository(NAME);
const digestOf = ({ digest }: Pick<Document, 'digest'>) => digest as Digest;
const referrerOf = ({ bytes, mediaType }: Document): Referrer => parseReferrer(bytes, mediaType);
const asked = () => registry.requests.map(({ method, kind }) => `${method} ${kind}`);
const numbered = (count: number): readonly Attached[] =>
  Array.from({ length: count }, (_, at) => attachedTo(image, { content: `sbom ${at}` }));

/** Blobs are there already, as `attach` wants it. */
function withBlobs(attached: Attached): Referrer {
  for (const { digest, bytes } of attached.blobs) repository().blobs.set(digest, bytes);
  return referrerOf(attached);
}

/** What the fallback tag shows: its entries as they stand there. */
function listed(): readonly Record<string, unknown>[] {
  const digest = repository().tags.get(fallbackTagOf(image));
  if (digest === undefined) return [];
  return JSON.parse(repository().manifests.get(digest)?.bytes.toString() ?? '').manifests;
}

function seedList(list: Document): void {
  repository().putManifest(Buffer.from(list.bytes), list.mediaType, fallbackTagOf(image));
}

const WITHOUT = { attaching: { referrers: false, ociSubject: false } } as const;

describe('listReferrers', () => {
  it('reads the list of the registry, page by page', async () => {
    const door = await start({ attaching: { referrersPage: 2 } });
    const attached = numbered(5);
    for (const each of attached) seedAttached(repository(), each);
    expect(new Set(await door.listReferrers(digestOf(image)))).toEqual(new Set(attached.map(digestOf)));
    registry.assertClean();
  });

  it('reads the list under the fallback tag where the registry has none, and asks for that once', async () => {
    const door = await start(WITHOUT);
    const attached = numbered(2);
    seedList(listOf(attached));
    for (const _ of [1, 2]) expect(await door.listReferrers(digestOf(image))).toEqual(attached.map(digestOf));
    expect(asked().filter((each) => each.endsWith('referrers'))).toHaveLength(1);
    registry.assertClean();
  });

  it('unites both lists where both are', async () => {
    const door = await start();
    const [one, two, three] = numbered(3) as [Attached, Attached, Attached];
    seedAttached(repository(), one);
    seedAttached(repository(), two);
    seedList(listOf([two, three]));
    expect(new Set(await door.listReferrers(digestOf(image)))).toEqual(new Set([one, two, three].map(digestOf)));
  });

  it('is empty where nothing is attached', async () => {
    // CUE's registry says null.
    for (const options of [{}, WITHOUT, { attaching: { emptyReferrers: 'null' } } as const]) {
      const door = await start(options);
      expect(await door.listReferrers(digestOf(image))).toEqual([]);
      await registry.close();
    }
  });

  it('is empty where a server writes null for its list', async () => {
    const door = await start();
    registry.fault({ match: { kind: 'referrers' }, act: { kind: 'answer', status: 200, body: '{"manifests":null}' } });
    expect(await door.listReferrers(digestOf(image))).toEqual([]);
  });

  it.each(['referrers', 'tag'] as const)('is denied where reading the %s is', async (kind) => {
    const door = await start();
    registry.fault({ match: { kind }, act: { kind: 'answer', status: 403 } });
    await expect(door.listReferrers(digestOf(image))).rejects.toMatchObject({ code: 'REGISTRY_DENIED' });
  });

  it.each([
    ['a page', '<html>'],
    ['an index without entries', '{"schemaVersion":2}'],
    ['an entry without a digest', '{"manifests":[{}]}'],
  ])('believes no list that is %s', async (_name, body) => {
    const door = await start();
    registry.fault({ match: { kind: 'referrers' }, act: { kind: 'answer', status: 200, body } });
    await expect(door.listReferrers(digestOf(image))).rejects.toMatchObject({ code: 'REGISTRY_ANSWER' });
  });

  it('does not take an image under the fallback tag for a list', async () => {
    const door = await start();
    const other = repository().putImage({ contents: ['another image'] });
    repository().tags.set(fallbackTagOf(image), other.digest);
    await expect(door.listReferrers(digestOf(image))).rejects.toMatchObject({
      code: 'REGISTRY_ANSWER',
      message: expect.stringContaining(fallbackTagOf(image)),
    });
  });

  it('reads one of the two lists alone, whatever the other is', async () => {
    const door = await start();
    const [one] = numbered(1) as [Attached];
    seedAttached(repository(), one);
    repository().tags.set(fallbackTagOf(image), repository().putImage({ contents: ['another image'] }).digest);
    expect(await door.listReferrers(digestOf(image), 'api')).toEqual([digestOf(one)]);
    await expect(door.listReferrers(digestOf(image), 'tag')).rejects.toMatchObject({ code: 'REGISTRY_ANSWER' });
  });

  it('is empty where the fallback tag shows the very image, as GitLab reads it and oc-mirror writes it', async () => {
    const door = await start(WITHOUT);
    const index = repository().putIndex({ contents: ['an index has children'] });
    for (const each of [image, index]) {
      repository().tags.set(fallbackTagOf(each), each.digest);
      expect(await door.listReferrers(digestOf(each))).toEqual([]);
    }
  });

  it.each([
    ['405', { kind: 'answer', status: 405 }],
    ['406, go-containerregistry#1962', { kind: 'answer', status: 406 }],
    ['501', { kind: 'answer', status: 501 }],
  ] as const)('knows that a registry has no list by %s', async (_name, act) => {
    const door = await start();
    const [attached] = numbered(1) as [Attached];
    seedList(listOf([attached]));
    registry.fault({ match: { kind: 'referrers' }, times: 'always', act });
    expect(await door.listReferrers(digestOf(image))).toEqual([attached.digest]);
  });

  it.each([400, 404])('asks on where only the manifest is not known (%i, as Quay answers)', async (status) => {
    const door = await start();
    const [attached] = numbered(1) as [Attached];
    seedAttached(repository(), attached);
    registry.fault({ match: { kind: 'referrers' }, act: { kind: 'error', status, code: 'MANIFEST_UNKNOWN' } });
    expect(await door.listReferrers(digestOf(attached))).toEqual([]);
    expect(await door.listReferrers(digestOf(image))).toEqual([attached.digest]);
  });
});

describe('readReferrer', () => {
  it('takes the type from the manifest, whatever a list says of it', async () => {
    const door = await start({ attaching: { referrerTypes: 'of-the-config' } });
    const attached = attachedTo(image, { annotations: { a: 'b' } });
    seedAttached(repository(), attached);
    expect(await door.readReferrer(digestOf(attached), digestOf(image))).toEqual({
      manifest: parseManifest(attached.bytes, attached.mediaType),
      subject: image.digest,
      artifactType: 'application/vnd.example.sbom',
      annotations: { a: 'b' },
    });
  });

  it('refuses what is attached to something else, and what is attached to nothing', async () => {
    const door = await start();
    const other = repository().putImage({ content: 'other' });
    const attached = attachedTo(other);
    seedAttached(repository(), attached);
    const refused = { code: 'REGISTRY_ANSWER' };
    await expect(door.readReferrer(digestOf(attached), digestOf(image))).rejects.toMatchObject(refused);
    await expect(door.readReferrer(digestOf(other), digestOf(image))).rejects.toMatchObject(refused);
  });

  it('refuses other bytes than those of the digest', async () => {
    const door = await start();
    const [one, two] = numbered(2) as [Attached, Attached];
    repository().manifests.set(one.digest, { bytes: Buffer.from(two.bytes), mediaType: two.mediaType });
    await expect(door.readReferrer(digestOf(one), digestOf(image))).rejects.toMatchObject({ code: 'DIGEST_MISMATCH' });
  });

  it('finds nothing where nothing is', async () => {
    const door = await start();
    expect(await door.readReferrer(digestOf(attachedTo(image)), digestOf(image))).toBeUndefined();
  });
});

describe('attach', () => {
  it('leaves the list to a registry that has one', async () => {
    const door = await start();
    const attached = attachedTo(image);
    await door.attach(withBlobs(attached));
    expect(repository().manifests.get(attached.digest)?.bytes.equals(attached.bytes)).toBe(true);
    expect([...repository().tags.keys()]).toEqual(['v1']);
    registry.assertClean();
  });

  it('keeps the list under the fallback tag where the registry has none', async () => {
    const door = await start(WITHOUT);
    const attached = attachedTo(image, { annotations: { 'org.example': 'é' } });
    await door.attach(withBlobs(attached));
    expect(listed()).toEqual([
      {
        mediaType: attached.mediaType,
        digest: attached.digest,
        size: attached.bytes.length,
        artifactType: 'application/vnd.example.sbom',
        annotations: { 'org.example': 'é' },
      },
    ]);
    registry.assertClean();
  });

  it('keeps it also where a registry says that it knows of the subject, and does not list it', async () => {
    const door = await start({ attaching: { referrers: false, ociSubject: true } });
    await door.attach(withBlobs(attachedTo(image)));
    expect(listed()).toHaveLength(1);
  });

  it('leaves what else the list says as it is', async () => {
    const door = await start(WITHOUT);
    const [one, two] = numbered(2) as [Attached, Attached];
    seedAttached(repository(), one);
    const own = { artifactType: 'text/x', annotations: { by: 'somebody' }, 'x-own': [1, { deep: true }] };
    seedList(listOf([one], [own]));
    await door.attach(withBlobs(two));
    expect(listed()).toMatchObject([{ digest: one.digest, ...own }, { digest: two.digest }]);
  });

  it('writes no list that has the entry already', async () => {
    const door = await start(WITHOUT);
    const attached = attachedTo(image);
    seedAttached(repository(), attached);
    seedList(listOf([attached]));
    await door.attach(withBlobs(attached));
    expect(asked()).not.toContain('PUT tag');
    expect(listed()).toHaveLength(1);
  });

  it('writes on the condition that nobody else has written, and begins again if somebody has', async () => {
    const door = await start(WITHOUT);
    const [one, two, three, four] = numbered(4) as [Attached, Attached, Attached, Attached];
    const meanwhile = (list: Document) => {
      for (const each of [one, three]) seedAttached(repository(), each);
      const until = async () => seedList(list);
      registry.fault({ match: { kind: 'tag', method: 'GET' }, act: { kind: 'wait', until } });
    };
    meanwhile(listOf([one]));
    await door.attach(withBlobs(two));
    expect(listed().map(({ digest }) => digest)).toEqual([one.digest, two.digest]);
    meanwhile(listOf([one, two, three]));
    await door.attach(withBlobs(four));
    expect(listed().map(({ digest }) => digest)).toEqual([one, two, three, four].map(({ digest }) => digest));
    registry.assertClean();
  });

  it('puts back what was written over where conditions are not minded', async () => {
    const door = await start({ attaching: { ...WITHOUT.attaching, mindsConditions: false } });
    const [one, two, three] = numbered(3) as [Attached, Attached, Attached];
    seedAttached(repository(), one);
    seedList(listOf([one]));
    await door.attach(withBlobs(two));
    const until = async () => seedList(listOf([three]));
    registry.fault({ match: { kind: 'tag', method: 'PUT' }, act: { kind: 'wait', until } });
    seedAttached(repository(), three);
    await door.attach(withBlobs(attachedTo(image, { content: 'last' })));
    expect(listed()).toHaveLength(4);
    registry.assertClean();
  });

  it('loses nothing among several at once', async () => {
    const door = await start(WITHOUT);
    const other = await open();
    const attached = numbered(8);
    await Promise.all(attached.map((each, at) => (at % 2 === 0 ? door : other).attach(withBlobs(each))));
    expect(new Set(listed().map(({ digest }) => digest))).toEqual(new Set(attached.map(digestOf)));
    registry.assertClean();
  });

  it('goes on where a condition is refused whatever is there', async () => {
    const door = await start(WITHOUT);
    registry.fault({
      match: { kind: 'tag', method: 'PUT' },
      act: { kind: 'answer', status: 412 },
      times: 1,
    });
    await door.attach(withBlobs(attachedTo(image)));
    expect(listed()).toHaveLength(1);
  });

  it('says by name what a registry does not take', async () => {
    const door = await start({ attaching: { subjects: 'refused' } });
    const attached = attachedTo(image);
    await expect(door.attach(withBlobs(attached))).rejects.toMatchObject({
      code: 'REFERRER_REFUSED',
      message: expect.stringContaining(attached.digest),
    });
  });

  it.each(['ecr', 'harbor', 'quay', 'conformant'] as const)(
    'says by name that a tag cannot be written again (%s)',
    async (personality) => {
      const door = await start({
        ...WITHOUT,
        personality,
        immutableTags: true,
        repositories: [NAME],
        auth: { kind: 'basic', users: { 'ci-bot': PASSWORD } },
      });
      const [one, two] = numbered(2) as [Attached, Attached];
      seedList(listOf([one]));
      seedAttached(repository(), one);
      await expect(door.attach(withBlobs(two))).rejects.toMatchObject({
        code: 'REFERRER_REFUSED',
        message: expect.stringContaining(fallbackTagOf(image)),
        hint: expect.stringContaining('immutable'),
      });
    },
  );

  it('adds to a list that says null, since its last entry was taken out', async () => {
    const door = await start(WITHOUT);
    const bytes = Buffer.from(JSON.stringify({ schemaVersion: 2, mediaType: listOf([]).mediaType, manifests: null }));
    seedList({ digest: '', mediaType: listOf([]).mediaType, bytes });
    expect(await door.listReferrers(digestOf(image))).toEqual([]);
    await door.attach(withBlobs(attachedTo(image)));
    expect(listed()).toHaveLength(1);
  });

  it('leaves out of a list what is gone, where a registry takes no other', async () => {
    const door = await start(WITHOUT);
    const [gone, there, own] = numbered(3) as [Attached, Attached, Attached];
    seedAttached(repository(), there);
    seedList(listOf([gone, there]));
    await door.attach(withBlobs(own));
    await door.keepAttached();
    expect(listed().map(({ digest }) => digest)).toEqual([there.digest, own.digest]);
  });

  it('does not overwrite what is no list', async () => {
    const door = await start(WITHOUT);
    const index = repository().putIndex({ contents: ['an index has children'] });
    for (const each of [image, index]) {
      repository().tags.set(fallbackTagOf(each), each.digest);
      await expect(door.attach(withBlobs(attachedTo(each)))).rejects.toMatchObject({ code: 'REFERRER_REFUSED' });
      expect(repository().tags.get(fallbackTagOf(each))).toBe(each.digest);
    }
  });
});

describe('keepAttached', () => {
  it('puts back what another writer took out, and only that which is still there', async () => {
    const door = await start(WITHOUT);
    const [one, two, three, four] = numbered(4) as [Attached, Attached, Attached, Attached];
    seedAttached(repository(), one);
    seedAttached(repository(), two);
    seedList(listOf([one, two]));
    await door.attach(withBlobs(three));
    // Another one has read the list before anything was in it; and the second was deleted.
    seedAttached(repository(), four);
    seedList(listOf([four]));
    repository().manifests.delete(two.digest);
    await door.keepAttached();
    expect(new Set(listed().map(({ digest }) => digest))).toEqual(new Set([four.digest, one.digest, three.digest]));
  });

  it('asks nothing where nothing was attached', async () => {
    const door = await start(WITHOUT);
    await door.keepAttached();
    expect(asked()).toEqual([]);
  });
});

describe('putReferrerTag', () => {
  it('writes the identical bytes under a tag of cosign', async () => {
    const door = await start();
    const signature = cosignSignature('one');
    for (const { digest, bytes } of signature.blobs) repository().blobs.set(digest, bytes);
    const tag = cosignTag(digestOf(image), 'sig');
    await door.putReferrerTag(tag, parseManifest(signature.bytes, signature.mediaType));
    expect(repository().tags.get(`${fallbackTagOf(image)}.sig`)).toBe(signature.digest);
  });
});

it('has the tags of the schema', () => {
  const hex = 'ab'.repeat(32);
  expect(fallbackTag(`sha256:${hex}` as Digest)).toBe(`sha256-${hex}`);
  // By the schema, no more than 64 characters of what is encoded.
  expect(fallbackTag(`sha512:${hex}${hex}` as Digest)).toBe(`sha512-${hex}`);
});
