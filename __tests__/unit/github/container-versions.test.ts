/** The list of GitHub's Container registry, with a double of its API. */
import { describe, expect, it } from '@jest/globals';
import { containerVersions } from '../../../src/github/container-versions.ts';
import { parseDigest } from '../../../src/image/digest.ts';
import type { OwnList } from '../../../src/image/own-list.ts';
import { asPrunable } from '../../../src/image/prunable.ts';
import { Secret } from '../../../src/secret/secret.ts';
import { type CloudAnswer, Clouds, json } from '../../doubles/clouds/clouds.ts';
import { ContainerPackages, type PackagesOptions } from '../../doubles/github/container-packages.ts';
import { VirtualClock } from '../../doubles/github/virtual-clock.ts';
import { sha256 } from '../../doubles/registry/digest.ts';

const TOKEN = 'ghs_of_the_job_0123456789';
const digestOf = (name: string) => parseDigest(sha256(Buffer.from(name))) ?? fail();

function fail(): never {
  throw new Error('it is no digest');
}

type Stage = {
  readonly own: OwnList;
  readonly packages: ContainerPackages;
  readonly clouds: Clouds;
  readonly held: PackagesOptions['held'];
};

/** A package with so many versions, each with a tag of its number. */
function stage(count: number, options: Partial<PackagesOptions> = {}): Stage {
  const names = Array.from({ length: count }, (_, at) => digestOf(`version ${at}`));
  const held = {
    manifests: new Map(names.map((digest) => [digest as string, { bytes: Buffer.from('{}'), mediaType: '' }])),
    tags: new Map(names.map((digest, at) => [`t${at}`, digest as string])),
    pushedAt: (digest: string) => Date.UTC(2026, 0, 1) + names.indexOf(digest as never) * 60_000,
  };
  const given = { path: 'octo/app', owner: 'User', held, tokens: { [TOKEN]: ['read', 'delete'] }, ...options } as const;
  const packages = new ContainerPackages(given);
  const clouds = new Clouds([packages.service]);
  const [owner = '', ...rest] = given.path.split('/');
  const own = containerVersions({
    repository: { registry: 'ghcr.io', path: `${owner}/${rest.join('/')}` },
    api: 'https://api.github.com',
    token: async () => new Secret(TOKEN),
    signal: new AbortController().signal,
    http: clouds.http(),
    clock: new VirtualClock(),
  });
  return { own, packages, clouds, held };
}

/** Every answer to a page of versions is this one. */
function answering({ clouds }: Stage, answer: (page: number) => CloudAnswer): void {
  clouds.mishap = ({ path, query }) => (path.endsWith('/versions') ? answer(Number(query.get('page'))) : undefined);
}

const version = (id: number, more: object = {}) => ({
  id,
  name: digestOf(`${id}`),
  created_at: '2026-01-01T00:00:00Z',
  updated_at: '2026-01-02T00:00:00Z',
  metadata: { package_type: 'container', container: { tags: [] } },
  ...more,
});

describe('the list of versions', () => {
  it.each([
    [0, 1],
    [1, 2],
    [100, 2],
    [101, 3],
    [250, 4],
  ])('of %d is read to its end, in %d requests', async (count, requests) => {
    const { own, held, packages } = stage(count);
    const list = await own.listManifests();
    expect(list).toMatchObject({ requests, left: 5_000 - requests - 1 });
    expect(new Set(list.manifests.map(({ digest }) => digest))).toEqual(new Set(held.manifests.keys()));
    for (const { digest, tags, dates } of list.manifests) {
      expect(tags.map((tag) => held.tags.get(tag))).toEqual([digest]);
      expect(new Set(dates)).toEqual(new Set([held.pushedAt(digest)]));
    }
    // Whose it is, is asked once.
    await own.listManifests();
    expect(packages.requests.filter((request) => request === 'GET /users/octo')).toHaveLength(1);
  });

  it('of an organisation, and of a name with slashes', async () => {
    const { own, clouds } = stage(3, { owner: 'Organization', path: 'octo/team/app' });
    expect((await own.listManifests()).manifests).toHaveLength(3);
    expect(clouds.violations).toEqual([]);
  });

  it('goes on behind a page that is short', async () => {
    const all = stage(0);
    answering(all, (page) => json(200, page <= 3 ? [version(page)] : []));
    expect((await all.own.listManifests()).manifests).toHaveLength(3);
  });

  const hostile: Readonly<Record<string, (page: number) => CloudAnswer>> = {
    'is the same page for ever': () => json(200, [version(1), version(2)]),
    'comes back to its beginning': (page) => json(200, [version(page % 5)]),
    'is no list': () => json(200, { versions: [] }),
    'is a page of a proxy': () => ({ status: 200, headers: {}, body: '<html>' }),
    'is null': () => json(200, null),
    'has a version without a digest': () => json(200, [version(1, { name: 'latest' })]),
    'has a version without tags': () => json(200, [version(1, { metadata: {} })]),
    'has a tag that is none': () => json(200, [version(1, { metadata: { container: { tags: ['../../x'] } } })]),
    'has a version without a date': () => json(200, [version(1, { updated_at: null })]),
    'has a number that is none': () => json(200, [version(1, { id: '1/restore' })]),
    'has one number twice': (page) =>
      json(200, page < 3 ? [version(page), version(7, { name: digestOf(`another ${page}`) })] : []),
    'has one digest twice': (page) => json(200, page === 1 ? [version(1), version(2, { name: digestOf('1') })] : []),
  };
  it.each(Object.entries(hostile))('that %s is an error', async (_what, answer) => {
    const all = stage(0);
    answering(all, answer);
    await expect(all.own.listManifests()).rejects.toMatchObject({ code: 'REGISTRY_ANSWER' });
    expect(all.clouds.requests.length).toBeLessThan(12);
  });

  it('without an end is an error after 2,000 pages', async () => {
    const all = stage(0);
    answering(all, (page) => json(200, [version(page)]));
    await expect(all.own.listManifests()).rejects.toMatchObject({ code: 'REGISTRY_ANSWER' });
    expect(all.clouds.requests.length).toBe(2_001);
  });

  it.each<[what: string, options: Partial<PackagesOptions>, code: string]>([
    ['a token that GitHub does not know', { tokens: {} }, 'REGISTRY_DENIED'],
    ['a token that may not read', { tokens: { [TOKEN]: [] } }, 'REPOSITORY_MISSING'],
    ['a limit that is reached', { limit: 1 }, 'RATE_LIMITED'],
  ])('is refused with %s', async (_what, options, code) => {
    await expect(stage(3, options).own.listManifests()).rejects.toMatchObject({ code });
  });

  it('is asked again after what may pass, and the token goes nowhere else', async () => {
    const all = stage(2);
    all.clouds.mishap = (_request, seen) =>
      [
        { error: 'ECONNRESET' },
        undefined,
        json(502, {}),
        { status: 302, headers: { location: 'https://evil.example/' }, body: '' },
      ][seen.length - 1];
    await expect(all.own.listManifests()).rejects.toMatchObject({ code: 'REGISTRY_ANSWER' });
    expect(all.clouds.hosts).toEqual(['api.github.com']);
  });
});

describe('a version', () => {
  const remove = async ({ own, held }: Stage, at = 0) => {
    await own.listManifests();
    const digest = parseDigest([...held.manifests.keys()][at] ?? '') ?? fail();
    return { digest, removal: await own.remove(asPrunable(digest)) };
  };

  it('is deleted by its number, with its tags', async () => {
    const all = stage(3);
    const { digest, removal } = await remove(all);
    expect(removal).toEqual({ kind: 'sent' });
    expect(all.held.manifests.has(digest)).toBe(false);
    expect(all.held.tags.size).toBe(2);
    expect(all.packages.requests.filter((request) => request.startsWith('DELETE'))).toHaveLength(1);
  });

  it('stays if it is the last that has a tag, and counts as protected', async () => {
    expect((await remove(stage(1))).removal).toMatchObject({
      kind: 'protected',
      says: expect.stringContaining('last tagged'),
    });
  });

  it('stays if it was downloaded too often, and counts as protected', async () => {
    const all = stage(3);
    for (const digest of all.held.manifests.keys()) all.packages.downloaded.add(digest);
    expect((await remove(all)).removal).toMatchObject({
      kind: 'protected',
      says: expect.stringContaining('5,000 downloads'),
    });
  });

  it('is refused to a token that may only read', async () => {
    const { removal } = await remove(stage(3, { tokens: { [TOKEN]: ['read'] } }));
    expect(removal).toMatchObject({
      kind: 'refused',
      error: { code: 'REGISTRY_DENIED', hint: expect.stringContaining('Admin') },
    });
  });

  it.each<[what: string, mishap: CloudAnswer | { readonly error: string }]>([
    ['a connection that breaks', { error: 'ECONNRESET' }],
    ['a server that fails', json(502, { message: 'Server Error' })],
  ])('is in doubt after %s, and not asked for twice', async (_what, mishap) => {
    const all = stage(3);
    all.clouds.mishap = ({ method }) => (method === 'DELETE' ? mishap : undefined);
    expect((await remove(all)).removal).toMatchObject({ kind: 'doubtful' });
    expect(all.clouds.requests.filter(({ method }) => method === 'DELETE')).toHaveLength(1);
  });

  it('that is not in the last list is not asked for', async () => {
    const all = stage(3);
    await all.own.listManifests();
    expect(await all.own.remove(asPrunable(digestOf('another')))).toMatchObject({ kind: 'doubtful' });
    expect(all.clouds.requests.filter(({ method }) => method === 'DELETE')).toEqual([]);
  });
});
