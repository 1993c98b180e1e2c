import { afterAll, afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { parseManifest } from '../../../src/image/manifest.ts';
import type { Registry as Door } from '../../../src/registry/registry.ts';
import { buildImage } from '../../doubles/registry/images.ts';
import type { Registry } from '../../doubles/registry/start-registry.ts';
import { verifiedOf } from '../../doubles/verified.ts';
import { tell } from '../step/figures.ts';
import { REPOSITORY, SECRETS, USERS } from '../step/run-step.ts';
import { descriptorOf, openClient } from './client.ts';
import { type Internet, startInternet } from './fake-internet.ts';

/** Addresses of documentation: out in the world as far as anyone can tell, and nobody's. */
const REGISTRY = '198.51.100.7';
const CDN = '203.0.113.9';
const EVIL = '203.0.113.66';
const HOSTS = [REGISTRY, CDN, EVIL, '10.0.0.1', '127.0.0.1', '169.254.169.254', '::1', 'localhost'];

const image = buildImage({ content: 'sent elsewhere' });
const STATUSES = [301, 302, 303, 307, 308] as const;

/** Places to which the registry's answer leads. `HERE` is the registry's host and port. */
const ALLOWED = {
  'another host': `https://${CDN}/content`,
  'another port of its own host': `https://${REGISTRY}:8443/content`,
  'another host, and a signature': `https://${CDN}/content?X-Signature=abc%2Fdef&Expires=1`,
} as const;
const FORBIDDEN = {
  'a private address': 'https://10.0.0.1/content',
  'this machine': 'https://127.0.0.1/content',
  'this machine in IPv6': 'https://[::1]/content',
  'this machine by name': 'https://localhost/content',
  'the metadata service': 'https://169.254.169.254/latest/meta-data',
  'the metadata service in IPv6': 'https://[::ffff:169.254.169.254]/latest/meta-data',
  'its own host without TLS': 'http://HERE/content',
  'another host without TLS': `http://${EVIL}/content`,
  'an address with a user': `https://user:word@${EVIL}/content`,
  'its own address with a user': 'https://user:word@HERE/content',
  'another scheme': `ftp://${EVIL}/content`,
  'a file': 'file:///etc/passwd',
  'no address': 'https://[nonsense',
} as const;

let internet: Internet;
let registry: Registry;
let door: Door;
let cases = 0;
beforeEach(async () => {
  internet = await startInternet(HOSTS);
  registry = await internet.startRegistry(REGISTRY, { auth: { kind: 'token', users: USERS } });
  registry.repository(REPOSITORY).putImage({ content: 'sent elsewhere', tag: 'v1' });
  door = await openClient(internet, registry);
  cases += 1;
});
afterEach(async () => {
  door.close();
  const secrets = [...SECRETS, ...registry.tokens.map(({ value }) => value)];
  await registry.close();
  await internet[Symbol.asyncDispose]();
  expect(internet.leaks(secrets)).toEqual([]);
  expect(internet.requests.flatMap(({ rawHeaders }) => rawHeaders.map((name) => name.toLowerCase()))).not.toContain(
    'authorization',
  );
});
afterAll(() => tell('Hostile redirects, no byte of a credential at another origin', cases));

const READS = {
  'a manifest': {
    match: { method: 'GET', kind: 'tag' },
    read: () => door.readManifest('v1'),
    served: { headers: { 'content-type': image.mediaType }, body: image.bytes },
  },
  'a config': {
    match: { method: 'GET', kind: 'blob' },
    read: () => door.readBlob(descriptorOf(image.config)),
    served: { body: image.config.bytes },
  },
  'a layer': {
    match: { method: 'GET', kind: 'blob' },
    read: () => door.digestBlob(descriptorOf(image.layers[0] ?? image.config)),
    served: { body: image.layers[0]?.bytes ?? '' },
  },
} as const;
const reads = Object.entries(READS).flatMap(([what, read]) => STATUSES.map((status) => [what, status, read] as const));

function redirect(
  match: Parameters<Registry['fault']>[0]['match'],
  status: (typeof STATUSES)[number],
  to: string,
): void {
  const act = { kind: 'redirect', status, to: to.replaceAll('HERE', registry.host) } as const;
  registry.fault({ times: 'always', ...(match && { match }), act });
}

describe.each(Object.entries(ALLOWED))('a redirect to %s', (_, to) => {
  test.each(reads)('is followed without the credential: %s, %d', async (_what, status, { match, read, served }) => {
    redirect(match, status, to);
    internet.answer({ status: 200, ...served });
    expect(await read()).toBeDefined();
    expect(internet.requests.length).toBe(1);
  });
});

describe.each(Object.entries(FORBIDDEN))('a redirect to %s', (_, to) => {
  test.each(reads)('is not followed: %s, %d', async (_what, status, { match, read }) => {
    redirect(match, status, to);
    await expect(read()).rejects.toMatchObject({ code: 'REGISTRY_UNTRUSTED' });
    expect(new Set(internet.contacted)).toEqual(new Set([registry.host]));
  });
});

describe('a redirect', () => {
  test.each(STATUSES)('of a write is not followed, wherever it leads: %d', async (status) => {
    redirect({ method: 'PUT' }, status, `https://${CDN}/content`);
    const manifest = parseManifest(image.bytes, image.mediaType);
    await expect(door.putTag('v2', verifiedOf(manifest))).rejects.toMatchObject({ code: 'REGISTRY_UNTRUSTED' });
    expect(internet.requests).toEqual([]);
  });

  test.each(STATUSES)('that leads home again does not bring the credential back: %d', async (status) => {
    redirect({ method: 'GET', kind: 'tag' }, status, `https://${EVIL}/detour`);
    internet.answer({ status, headers: { location: `${registry.origin}/v2/${REPOSITORY}/manifests/${image.digest}` } });
    await expect(door.readManifest('v1')).rejects.toMatchObject({ code: 'REGISTRY_DENIED' });
    const returned = registry.requests.filter(({ kind }) => kind === 'digest');
    expect(returned.length).toBeGreaterThan(0);
    expect(returned.map(({ authorization }) => authorization)).not.toContainEqual(expect.any(String));
  });

  test('within the registry keeps the credential', async () => {
    registry.fault({
      match: { method: 'GET', kind: 'tag' },
      act: { kind: 'redirect', status: 307, to: `/v2/${REPOSITORY}/manifests/${image.digest}` },
    });
    expect((await door.readManifest('v1'))?.digest).toBe(image.digest);
  });

  test.each(STATUSES)('without an end is given up: %d', async (status) => {
    redirect({ method: 'GET', kind: 'tag' }, status, `https://${CDN}/0`);
    internet.answer(({ target }) => ({ status, headers: { location: `/${Number(target.slice(1)) + 1}` } }));
    await expect(door.readManifest('v1')).rejects.toMatchObject({ code: 'REGISTRY_UNTRUSTED' });
    expect(internet.requests.length).toBe(10);
  });

  test.each([300, 304, 305, 306])('that is none is not followed: %d', async (status) => {
    const act = { kind: 'answer', status, headers: { location: `https://${EVIL}/content` } } as const;
    registry.fault({ times: 'always', match: { method: 'GET', kind: 'tag' }, act });
    await expect(door.readManifest('v1')).rejects.toMatchObject({ code: 'REGISTRY_ANSWER' });
    expect(internet.requests).toEqual([]);
  });
});
