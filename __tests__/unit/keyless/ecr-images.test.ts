/** The list of Amazon ECR, with a double of its API that verifies signatures and session policies. */
import { describe, expect, it } from '@jest/globals';
import { parseEcrRegistry } from '../../../src/image/cloud-registry.ts';
import { parseDigest } from '../../../src/image/digest.ts';
import type { OwnList } from '../../../src/image/own-list.ts';
import { asPrunable } from '../../../src/image/prunable.ts';
import { ecrImages } from '../../../src/keyless/aws/ecr-images.ts';
import { Aws } from '../../doubles/clouds/aws.ts';
import { type CloudAnswer, Clouds, json, type Mishap } from '../../doubles/clouds/clouds.ts';
import { EcrImages } from '../../doubles/clouds/ecr-images.ts';
import { githubOidc } from '../../doubles/clouds/github-oidc.ts';
import { VirtualClock } from '../../doubles/github/virtual-clock.ts';
import { sha256 } from '../../doubles/registry/digest.ts';
import { buildImage, buildIndex } from '../../doubles/registry/images.ts';
import { Storage } from '../../doubles/registry/storage.ts';

const HOST = '123456789012.dkr.ecr.eu-west-1.amazonaws.com';
const API = 'api.ecr.eu-west-1.amazonaws.com';
const ROLE = 'arn:aws:iam::123456789012:role/prune';
const PUSHED = Date.UTC(2026, 0, 1);

function stage({
  actions = 'pull,delete',
  path = 'team/app',
}: {
  actions?: 'pull' | 'pull,delete';
  path?: string;
} = {}) {
  const ecr = parseEcrRegistry(HOST);
  if (ecr === undefined) throw new Error('it is not of ECR');
  const clock = new VirtualClock();
  const repository = new Storage().repository('team/app');
  const held = { manifests: repository.manifests, tags: repository.tags, pushedAt: () => PUSHED };
  const archived = new Set<string>();
  const images = new EcrImages({ name: 'team/app', held, archived });
  const aws = new Aws({ now: clock.date, roles: { [ROLE]: /^repo:octocat\/app:/ }, images });
  const oidc = githubOidc({ now: clock.date });
  const clouds = new Clouds([oidc.service, aws.sts, aws.ecr]);
  const masked = new Set<string>();
  const own: OwnList = ecrImages({
    identity: { type: 'aws-ecr', registry: HOST, ecr, roleArn: ROLE, audience: undefined },
    repository: { registry: HOST, path },
    actions,
    signal: new AbortController().signal,
    mask: (text) => void masked.add(text),
    http: clouds.http(),
    clock,
    environment: () => oidc.environment,
  });
  return { own, aws, images, clouds, repository, archived, clock };
}

/** Every request to ECR's API meets this. */
function meeting({ clouds }: ReturnType<typeof stage>, mishap: (body: string) => Mishap | undefined): void {
  clouds.mishap = ({ host, body }) => (host === API ? mishap(body) : undefined);
}

const error = (type: string, status = 400): CloudAnswer => json(status, { __type: type, message: 'no' });

describe('the list of images', () => {
  it('is read to its end, a page at a time, with tags, dates and types', async () => {
    const { own, repository, clouds, aws } = stage();
    const index = repository.putIndex({ content: 'index', attestations: true, tag: 'v1' });
    for (let at = 0; at < 7; at++) repository.putImage({ content: `image ${at}`, tag: `t${at}` });
    repository.tags.set('also', repository.tags.get('t0') ?? '');
    const list = await own.listManifests();
    expect(new Set(list.manifests.map(({ digest }) => digest))).toEqual(new Set(repository.manifests.keys()));
    for (const { digest, tags, dates, mediaType } of list.manifests) {
      expect(tags.every((tag) => repository.tags.get(tag) === digest)).toBe(true);
      expect(dates).toEqual([PUSHED]);
      if (digest === index.digest) expect(mediaType).toBe(index.mediaType);
    }
    expect(list.manifests.flatMap(({ tags }) => tags).sort()).toEqual([...repository.tags.keys()].sort());
    expect(clouds.violations).toEqual([]);
    // One session, and no right to push in it.
    expect(aws.policies).toHaveLength(1);
    expect(JSON.stringify(aws.policies)).not.toMatch(/PutImage|Upload/);
  });

  it('gives an artifact with a tag no type, so that it is read', async () => {
    const { own, repository } = stage();
    const subject = { digest: repository.putImage().digest, mediaType: 'a/b', size: 1 };
    const note = buildImage({ content: 'note', artifactType: 'application/x-note', subject });
    repository.putManifest(note.bytes, note.mediaType, 'note');
    const found = (await own.listManifests()).manifests.find(({ tags }) => tags.includes('note'));
    expect(found).toMatchObject({ digest: note.digest, mediaType: undefined });
  });

  it('has what is in the archive, and no date of it, so that it stays', async () => {
    const { own, repository, archived } = stage();
    archived.add(repository.putImage({ content: 'cold', tag: 'cold' }).digest);
    repository.putImage({ content: 'warm', tag: 'warm' });
    const { manifests } = await own.listManifests();
    expect(manifests.map(({ tags, dates }) => [tags[0], dates])).toEqual([
      ['warm', [PUSHED]],
      ['cold', []],
    ]);
  });

  const details = (more: object) =>
    json(200, { imageDetails: [{ imageDigest: sha256(Buffer.from('x')), imagePushedAt: 1, ...more }] });
  const hostile: Readonly<Record<string, (asked: number) => CloudAnswer>> = {
    'repeats itself': () => json(200, { imageDetails: [], nextToken: 'again' }),
    'has no end': (asked) => json(200, { imageDetails: [], nextToken: `${asked}` }),
    'has a token that is none': () => json(200, { imageDetails: [], nextToken: 1 }),
    'has no images': () => json(200, {}),
    'is no JSON': () => ({ status: 200, body: '<html>' }),
    'has an image without a digest': () => details({ imageDigest: 'latest' }),
    'has an image without a date': () => details({ imagePushedAt: '2026' }),
    'has a date that is none': () => ({
      status: 200,
      body: `{"imageDetails":[{"imageDigest":"${sha256(Buffer.from('x'))}","imagePushedAt":1e999}]}`,
    }),
    'has a tag that is none': () => details({ imageTags: ['-x y'] }),
  };
  it.each(Object.entries(hostile))('that %s is an error', async (_what, answer) => {
    const all = stage();
    let asked = 0;
    meeting(all, () => answer(asked++));
    await expect(all.own.listManifests()).rejects.toMatchObject({ code: 'REGISTRY_ANSWER' });
    expect(asked).toBeLessThanOrEqual(300);
  });

  it('that comes back is left at once', async () => {
    const all = stage();
    let asked = 0;
    meeting(all, () => json(200, { imageDetails: [], nextToken: `${asked++ % 2}` }));
    await expect(all.own.listManifests()).rejects.toMatchObject({ code: 'REGISTRY_ANSWER' });
    expect(asked).toBe(3);
  });

  it.each<[type: string, code: string]>([
    ['AccessDeniedException', 'REGISTRY_DENIED'],
    ['RepositoryNotFoundException', 'REPOSITORY_MISSING'],
    ['ThrottlingException', 'RATE_LIMITED'],
    ['InvalidParameterException', 'REGISTRY_ANSWER'],
  ])('that is answered with %s is %s', async (type, code) => {
    const all = stage();
    meeting(all, () => error(type));
    await expect(all.own.listManifests()).rejects.toMatchObject({ code });
  });

  it('gets new keys before the old ones run out', async () => {
    const { own, aws, clock } = stage();
    await own.listManifests();
    await clock.sleep(56 * 60_000, new AbortController().signal);
    await own.listManifests();
    expect(aws.policies).toHaveLength(2);
  });
});

describe('the right to delete', () => {
  it.each([
    ['pull,delete', true],
    ['pull', false],
  ] as const)('is found out with what nobody has: of a session for %s it is %s', async (actions, may) => {
    const { own, repository } = stage({ actions });
    repository.putImage({ tag: 'v1' });
    expect(await own.mayDelete()).toBe(may);
    expect(repository.manifests.size).toBe(1);
  });

  it('is of one repository alone', async () => {
    await expect(stage({ path: 'team/other' }).own.mayDelete()).rejects.toMatchObject({ code: 'REPOSITORY_MISSING' });
  });
});

describe('an image', () => {
  it('is deleted by its digest, with all its tags', async () => {
    const { own, repository } = stage();
    const image = repository.putImage({ tag: 'one' });
    repository.tags.set('two', image.digest);
    expect(await own.remove(asPrunable(parseDigest(image.digest) as never))).toEqual({ kind: 'sent' });
    expect(repository.manifests.size + repository.tags.size).toBe(0);
    // Whoever was quicker has done it.
    expect(await own.remove(asPrunable(parseDigest(image.digest) as never))).toEqual({ kind: 'sent' });
  });

  it('stays while an index has it, and counts as protected', async () => {
    const { own, repository } = stage();
    const index = buildIndex({ content: 'index' });
    for (const child of index.children) repository.putManifest(child.bytes, child.mediaType);
    repository.putManifest(index.bytes, index.mediaType, 'v1');
    const child = parseDigest(index.children[0]?.digest ?? '') as never;
    expect(await own.remove(asPrunable(child))).toMatchObject({ kind: 'protected' });
  });

  it.each<[what: string, mishap: Mishap, kind: string]>([
    ['no right', error('AccessDeniedException'), 'refused'],
    ['a connection that breaks', { error: 'ECONNRESET' }, 'doubtful'],
    ['a server that fails', error('ServerException', 500), 'doubtful'],
    ['throttling', error('ThrottlingException'), 'doubtful'],
    ['a failure of its own', json(200, { failures: [{ failureCode: 'KmsError', failureReason: 'no' }] }), 'doubtful'],
    ['a failure that says nothing', json(200, { failures: [null] }), 'doubtful'],
  ])('after %s: it is asked for once', async (_what, mishap, kind) => {
    const all = stage();
    const image = all.repository.putImage({ tag: 'one' });
    meeting(all, () => mishap);
    expect(await all.own.remove(asPrunable(parseDigest(image.digest) as never))).toMatchObject({ kind });
    expect(all.clouds.requests.filter(({ host }) => host === API)).toHaveLength(1);
  });
});
