/** The client against the strict double: what it asks, what it believes, and what it makes of what it does not. */
import { once } from 'node:events';
import { createServer as createHttpServer } from 'node:http';
import { type AddressInfo, createServer } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type Digest, digestOf } from '../../../src/image/digest.ts';
import type { Descriptor } from '../../../src/image/manifest.ts';
import { distributionRegistry } from '../../../src/registry/distribution-registry.ts';
import type { Registry as Door } from '../../../src/registry/registry.ts';
import type { Timer } from '../../../src/time/clock.ts';
import type { Access } from '../../doubles/registry/access.ts';
import type { RecordedRequest } from '../../doubles/registry/exchange.ts';
import type { Act } from '../../doubles/registry/fault-script.ts';
import { buildImage, type Image } from '../../doubles/registry/images.ts';
import { type Registry, startRegistry } from '../../doubles/registry/start-registry.ts';
import { verifiedOf } from '../../doubles/verified.ts';
import { CREDENTIAL, fastClock, PASSWORD } from './scripted-network.ts';

const USERS = { 'ci-bot': PASSWORD };
const NAME = 'owner/app';
const WORLD = { signal: new AbortController().signal, mask: () => undefined, onWarning: () => undefined };

let registry: Registry;
let image: Image;
let door: Door;
let masked: string[];
let warnings: string[];

async function start(options: Parameters<typeof startRegistry>[0] = {}): Promise<void> {
  registry = await startRegistry({ auth: { kind: 'token', users: USERS }, ...options });
  image = registry.repository(NAME).putImage({ tag: 'there' });
  door = await openAt(registry.host);
}

async function openAt(host: string, mountFrom?: string): Promise<Door> {
  masked = [];
  warnings = [];
  const open = distributionRegistry({
    signal: new AbortController().signal,
    mask: (text) => void masked.push(text),
    onWarning: (text) => void warnings.push(text),
    clock: fastClock(),
  });
  const repository = { registry: host, path: NAME };
  return open({
    repository,
    credential: async () => CREDENTIAL,
    authHosts: [],
    mountFrom: mountFrom === undefined ? [] : [mountFrom],
  });
}

beforeEach(() => start());
afterEach(async () => {
  door.close();
  await registry.close();
});

const layer = () => image.layers[0] as Image['layers'][number];
const described = ({ mediaType, digest, size }: { mediaType: string; digest: string; size: number }): Descriptor => ({
  mediaType,
  digest: digest as Digest,
  size,
});
const asked = () => registry.requests.map(({ method, kind }) => `${method} ${kind}`);

describe('authenticate', () => {
  it('proves the credential with the least of requests, and masks the token', async () => {
    await door.authenticate();
    expect(asked()).toEqual(['GET ping', 'GET token']);
    expect(registry.requests[1]?.query.get('scope')).toBe(`repository:${NAME}:pull,push`);
    expect(masked).toEqual([registry.tokens[0]?.value]);
    registry.assertClean();
  });

  it.each([
    ['a wrong password', { auth: { kind: 'token', users: { 'ci-bot': 'other' } } }, 'LOGIN_FAILED'],
    ['an unknown user', { auth: { kind: 'basic', users: { other: PASSWORD } } }, 'LOGIN_FAILED'],
    [
      'a realm elsewhere',
      { auth: { kind: 'token', users: USERS, realm: 'https://evil.example/token' } },
      'REGISTRY_UNTRUSTED',
    ],
  ] as const)('is refused with %s', async (_name, options, code) => {
    await registry.close();
    await start(options);
    await expect(door.authenticate()).rejects.toMatchObject({ code });
  });

  it.each([{ kind: 'none' }, { kind: 'basic', users: USERS }] as const)('goes well with %j', async (auth) => {
    await registry.close();
    await start({ auth });
    await door.authenticate();
    registry.assertClean();
  });

  it('goes on by plain HTTP on this machine where a TLS greeting is never answered', async () => {
    // As gunicorn does it: it waits for the end of a line.
    const rings: (() => void)[] = [];
    const deaf = createServer((socket) => {
      socket.once('data', (bytes) => {
        if (bytes[0] === 0x16) for (const ring of rings.splice(0)) ring();
        else socket.end('HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}');
      });
    }).listen(0, '127.0.0.1');
    await once(deaf, 'listening');
    const timer: Timer = (milliseconds, ring) => {
      if (milliseconds <= 5_000) rings.push(ring);
      return () => undefined;
    };
    const open = distributionRegistry({ ...WORLD, timer });
    const repository = { registry: `127.0.0.1:${(deaf.address() as AddressInfo).port}`, path: NAME };
    const plain = await open({ repository, credential: async () => CREDENTIAL, authHosts: [] });
    await plain.authenticate();
    plain.close();
    deaf.close();
  });

  it('uses its connections again after answers that something is not there', async () => {
    const absent = { mediaType: 'application/octet-stream', digest: digestOf(Buffer.from('x')), size: 1 };
    let connections = 0;
    const server = createHttpServer((request, response) => {
      response.writeHead(request.url === '/v2/' ? 200 : 404).end('{"errors":[{"code":"BLOB_UNKNOWN"}]}');
    });
    server.on('connection', () => {
      connections += 1;
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const repository = { registry: `127.0.0.1:${(server.address() as AddressInfo).port}`, path: NAME };
    const registry = await distributionRegistry(WORLD)({
      repository,
      credential: async () => CREDENTIAL,
      authHosts: [],
    });
    await registry.authenticate();
    // One of them was a greeting by TLS, and five were opened ahead.
    while (connections < 7) await once(server, 'connection');
    for (let at = 0; at < 5; at++) {
      expect(await registry.hasBlob(absent)).toBe(false);
      // The words of a refusal are read while nobody waits for them.
      for (let turns = 0; turns < 10; turns++) await new Promise(setImmediate);
    }
    expect(connections).toBe(7);
    registry.close();
    server.close();
    server.closeAllConnections();
  });

  describe('where a token says what it may do', () => {
    const harbor = (access: Access | undefined, password = PASSWORD, anonymous: Access = {}) =>
      start({
        personality: 'harbor',
        auth: { kind: 'token', users: { 'ci-bot': access === undefined ? password : { password, access } }, anonymous },
      });
    beforeEach(() => registry.close());

    it('goes well with the right to push', async () => {
      await harbor({ [NAME]: ['pull', 'push'] });
      await door.authenticate();
      expect(asked()).toEqual(['GET ping', 'GET token']);
      registry.assertClean();
    });

    // Harbor gives an anonymous token to a wrong or disabled credential, which may pull from a public project.
    it.each<readonly [string, Access]>([
      ['a private project', {}],
      ['a public project', { [NAME]: ['pull'] }],
    ])('tells a wrong credential at %s', async (_name, anonymous) => {
      await harbor(undefined, 'another password', anonymous);
      await expect(door.authenticate()).rejects.toMatchObject({ code: 'LOGIN_FAILED' });
      expect(registry.requests.filter(({ kind }) => kind === 'token').map(({ query }) => query.has('scope'))).toEqual([
        true,
        false,
      ]);
    });

    it.each<readonly [string, Access, RegExp]>([
      ['nothing here', {}, /it has no access there/],
      ['pulling only', { [NAME]: ['pull'] }, /it may only pull there/],
      ['pushing elsewhere', { 'owner/other': ['pull', 'push'] }, /it has no access there/],
    ])('is denied before anything is sent: %s', async (_name, access, message) => {
      await harbor(access);
      const denied = { code: 'REGISTRY_DENIED', message: expect.stringMatching(message) };
      await expect(door.authenticate()).rejects.toMatchObject(denied);
      expect(registry.requests.filter(({ method }) => method !== 'GET')).toEqual([]);
    });

    it('tells that the project is not there, as the registry does', async () => {
      await harbor({});
      const error = { kind: 'error', status: 401, code: 'UNAUTHORIZED', message: 'project owner not found' } as const;
      registry.fault({ match: { kind: 'tags' }, times: 'always', act: error });
      await expect(door.authenticate()).rejects.toMatchObject({ code: 'REPOSITORY_MISSING' });
    });

    it('warns where "mount-from" may not be read', async () => {
      await harbor({ [NAME]: ['pull', 'push'] });
      const other = await openAt(registry.host, 'owner/base');
      await other.authenticate();
      expect(warnings).toEqual([expect.stringContaining('may not read owner/base')]);
      other.close();
    });
  });

  it('says that nobody is there', async () => {
    await registry.close();
    await expect(door.authenticate()).rejects.toMatchObject({ code: 'REGISTRY_UNREACHABLE' });
  });
});

describe('readManifest', () => {
  it('brings the exact bytes, by tag and by digest', async () => {
    for (const name of ['there', image.digest]) {
      expect(await door.readManifest(name)).toMatchObject({
        digest: image.digest,
        mediaType: image.mediaType,
        bytes: image.bytes,
      });
    }
    registry.assertClean();
  });

  it('asks for all four kinds, always', async () => {
    await door.readManifest('there');
    const accept = registry.requests.at(-1)?.headers.accept?.split(/, */).sort();
    expect(accept).toEqual([
      'application/vnd.docker.distribution.manifest.list.v2+json',
      'application/vnd.docker.distribution.manifest.v2+json',
      'application/vnd.oci.image.index.v1+json',
      'application/vnd.oci.image.manifest.v1+json',
    ]);
  });

  it.each(['nothing', `sha256:${'0'.repeat(64)}`])('brings nothing for %s', async (name) => {
    expect(await door.readManifest(name)).toBeUndefined();
  });

  it('brings nothing of a repository that is not there', async () => {
    await registry.close();
    registry = await startRegistry({ auth: { kind: 'token', users: USERS } });
    door = await openAt(registry.host);
    expect(await door.readManifest('there')).toBeUndefined();
  });

  const BELIEVED: readonly (readonly [string, Act])[] = [
    ['no digest header', { kind: 'digest-header', value: 'missing' }],
    [
      'a parameter in the content type',
      { kind: 'alter', headers: { 'content-type': 'application/vnd.oci.image.manifest.v1+json; charset=utf-8' } },
    ],
  ];
  it.each(BELIEVED)('believes an answer with %s', async (_name, act) => {
    registry.fault({ match: { kind: 'manifest' }, act });
    expect((await door.readManifest('there'))?.digest).toBe(image.digest);
  });

  const LIES: readonly (readonly [string, Act, string])[] = [
    ['a wrong digest header', { kind: 'digest-header', value: 'wrong' }, 'DIGEST_MISMATCH'],
    ['a digest header that is none', { kind: 'digest-header', value: 'malformed' }, 'DIGEST_MISMATCH'],
    ['a digest header in capitals', { kind: 'digest-header', value: 'upper-case' }, 'DIGEST_MISMATCH'],
    ['one bit flipped', { kind: 'other-bytes', bytes: 'flipped' }, 'DIGEST_MISMATCH'],
    ['one byte less', { kind: 'other-bytes', bytes: 'truncated' }, 'DIGEST_MISMATCH'],
    ['the same written anew', { kind: 'other-bytes', bytes: 'reserialised' }, 'DIGEST_MISMATCH'],
    ['a login page', { kind: 'login-page' }, 'REGISTRY_ANSWER'],
    ['no content type', { kind: 'alter', headers: { 'content-type': '' } }, 'REGISTRY_ANSWER'],
    ['another content type', { kind: 'alter', headers: { 'content-type': 'application/json' } }, 'REGISTRY_ANSWER'],
    ['a body of a gigabyte', { kind: 'huge-body', bytes: 1 << 30 }, 'REGISTRY_ANSWER'],
    ['a compressed body', { kind: 'gzip' }, 'REGISTRY_ANSWER'],
    ['status 204', { kind: 'alter', status: 204 }, 'REGISTRY_ANSWER'],
    ['a redirect to nowhere', { kind: 'redirect', status: 307, to: '' }, 'REGISTRY_UNTRUSTED'],
    ['a refusal', { kind: 'refuse', situation: 'denied' }, 'REGISTRY_DENIED'],
    [
      'JSON that is no manifest',
      {
        kind: 'answer',
        status: 200,
        headers: { 'content-type': 'application/vnd.oci.image.manifest.v1+json' },
        body: '{"schemaVersion":2}',
      },
      'REGISTRY_ANSWER',
    ],
  ];
  it.each(LIES)('does not believe an answer with %s, by tag', async (_name, act, code) => {
    registry.fault({ match: { kind: 'manifest' }, times: 'always', act });
    await expect(door.readManifest('there')).rejects.toMatchObject({ code });
  });

  it.each(['flipped', 'truncated', 'reserialised'] as const)(
    'does not believe bytes that are %s by digest, whatever the header',
    async (bytes) => {
      const { mediaType } = image;
      const other = bytes === 'flipped' ? buildImage({ content: 'evil' }).bytes : Buffer.from(`${image.bytes} `);
      registry.fault({
        match: { kind: 'digest' },
        act: { kind: 'answer', status: 200, headers: { 'content-type': mediaType }, body: other },
      });
      await expect(door.readManifest(image.digest)).rejects.toMatchObject({ code: 'DIGEST_MISMATCH' });
    },
  );

  it('does not believe an image whose own registry has other bytes under its digest', async () => {
    registry
      .repository(NAME)
      .manifests.set(image.digest, { bytes: buildImage({ content: 'evil' }).bytes, mediaType: image.mediaType });
    await expect(door.readManifest(image.digest)).rejects.toMatchObject({ code: 'DIGEST_MISMATCH' });
  });

  it('signs in anew when the token has run out', async () => {
    await door.readManifest('there');
    registry.expireTokens();
    expect((await door.readManifest('there'))?.digest).toBe(image.digest);
    expect(registry.tokens).toHaveLength(2);
    expect(masked).toEqual(registry.tokens.map(({ value }) => value));
  });

  it('tells each warning once', async () => {
    registry.fault({
      match: { kind: 'manifest' },
      times: 'always',
      act: { kind: 'alter', headers: { warning: '299 - "The quota is nearly full."' } },
    });
    await door.readManifest('there');
    await door.readManifest('there');
    expect(warnings).toEqual(['The quota is nearly full.']);
  });
});

describe('awaitManifest', () => {
  it('looks until the answer is settled', async () => {
    registry.repository(NAME).stale.set('there', { digest: undefined, reads: 3 });
    const seen = await door.awaitManifest('there', (manifest) => manifest !== undefined);
    expect(seen?.digest).toBe(image.digest);
  });

  it('gives the last answer when it never is, after a minute and not after a hundred looks', async () => {
    expect(await door.awaitManifest('nothing', (manifest) => manifest !== undefined)).toBeUndefined();
    const looks = registry.requests.filter(({ kind }) => kind === 'tag').length;
    expect(looks).toBeGreaterThan(5);
    expect(looks).toBeLessThan(30);
  });
});

describe('readBlob', () => {
  it('brings the bytes of a config', async () => {
    expect(Buffer.from((await door.readBlob(described(image.config))) ?? [])).toEqual(image.config.bytes);
  });

  it('brings nothing that is not there', async () => {
    registry.repository(NAME).blobs.delete(image.config.digest);
    expect(await door.readBlob(described(image.config))).toBeUndefined();
  });

  it.each([
    ['other bytes', { kind: 'other-bytes', bytes: 'flipped' }],
    ['fewer bytes', { kind: 'other-bytes', bytes: 'truncated' }],
  ] as const)('does not believe %s', async (_name, act) => {
    registry.fault({ match: { kind: 'blob' }, act });
    await expect(door.readBlob(described(image.config))).rejects.toMatchObject({ code: 'DIGEST_MISMATCH' });
  });

  it('does not believe another size than the manifest says', async () => {
    await expect(door.readBlob({ ...described(image.config), size: image.config.size + 1 })).rejects.toMatchObject({
      code: 'DIGEST_MISMATCH',
    });
  });
});

describe('sizeOfBlob', () => {
  const ASK = { match: { kind: 'blob', method: 'GET' }, times: 'always' } as const;

  it('asks for one byte', async () => {
    expect(await door.sizeOfBlob(described(layer()))).toBe(layer().size);
    expect(asked().filter((request) => request.endsWith('blob'))).toEqual(['GET blob']);
    expect(registry.requests.at(-1)?.headers.range).toBe('bytes=0-0');
  });

  it('is undefined for a blob that is not there', async () => {
    registry.repository(NAME).blobs.delete(layer().digest);
    expect(await door.sizeOfBlob(described(layer()))).toBeUndefined();
  });

  it('is undefined for a blob that the registry remembers and has no byte of', async () => {
    registry.fault({ ...ASK, act: { kind: 'reset', when: 'mid-body' } });
    expect(await door.sizeOfBlob(described(layer()))).toBeUndefined();
  });

  it('is known from a blob that comes as a whole', async () => {
    const headers = { 'content-length': String(layer().size) };
    registry.fault({ ...ASK, act: { kind: 'answer', status: 200, headers, body: layer().bytes } });
    expect(await door.sizeOfBlob(described(layer()))).toBe(layer().size);
  });

  it('is asked for as a whole where ranges are refused', async () => {
    registry.fault({ match: { kind: 'blob', method: 'GET' }, times: 1, act: { kind: 'answer', status: 416 } });
    expect(await door.sizeOfBlob(described(layer()))).toBe(layer().size);
  });

  it('is none of a blob without bytes', async () => {
    const empty = { ...described(layer()), size: 0, digest: digestOf(Buffer.alloc(0)) };
    registry.repository(NAME).blobs.set(empty.digest, Buffer.alloc(0));
    expect(await door.sizeOfBlob(empty)).toBe(0);
  });

  it('does not take a refusal for an answer', async () => {
    registry.fault({ match: { kind: 'blob' }, times: 'always', act: { kind: 'refuse', situation: 'denied' } });
    await expect(door.sizeOfBlob(described(layer()))).rejects.toMatchObject({ code: 'REGISTRY_DENIED' });
  });
});

describe('digestBlob', () => {
  it('hashes a layer, as it is and decompressed', async () => {
    expect(await door.digestBlob(described(layer()))).toEqual({
      size: layer().size,
      digest: layer().digest,
      diffId: image.diffIds[0],
    });
  });

  it('is undefined for a blob that is not there', async () => {
    registry.repository(NAME).blobs.delete(layer().digest);
    expect(await door.digestBlob(described(layer()))).toBeUndefined();
  });

  it('says what other bytes are', async () => {
    registry.fault({ match: { kind: 'blob' }, act: { kind: 'other-bytes', bytes: 'flipped' } });
    expect((await door.digestBlob(described(layer())))?.digest).not.toBe(layer().digest);
  });

  it('reads no more than there should be', async () => {
    registry.fault({ match: { kind: 'blob' }, times: 'always', act: { kind: 'huge-body', bytes: 1 << 30 } });
    await expect(door.digestBlob(described(layer()))).rejects.toMatchObject({ code: 'DIGEST_MISMATCH' });
  });

  it('begins anew when the connection breaks', async () => {
    registry.fault({ match: { kind: 'blob' }, act: { kind: 'reset', when: 'mid-body' } });
    expect((await door.digestBlob(described(layer())))?.diffId).toBe(image.diffIds[0]);
  });

  it('is right when the bytes come one by one', async () => {
    registry.fault({ match: { kind: 'blob' }, act: { kind: 'drip', bytes: 1, everyMs: 1 } });
    expect((await door.digestBlob(described(layer())))?.diffId).toBe(image.diffIds[0]);
  });
});

describe('putTag', () => {
  const put = async () => {
    const manifest = await door.readManifest('there');
    if (manifest === undefined) throw new Error('it is not there');
    await door.putTag('1.2.3', verifiedOf(manifest));
  };

  it('writes the identical bytes with their own media type', async () => {
    await put();
    expect(registry.repository(NAME).tags.get('1.2.3')).toBe(image.digest);
    expect(registry.requests.at(-1)?.headers['content-type']).toBe(image.mediaType);
    expect(registry.requests.at(-1)?.body).toEqual(image.bytes);
    registry.assertClean();
  });

  it.each([
    ['a refusal', { kind: 'refuse', situation: 'denied' }, 'REGISTRY_DENIED'],
    ['a tag that may not change', { kind: 'refuse', situation: 'immutable-tag' }, undefined],
    [
      'a login page',
      { kind: 'alter', status: 302, headers: { location: 'https://login.example.com' } },
      'REGISTRY_UNTRUSTED',
    ],
    ['a bad request', { kind: 'error', status: 400, code: 'MANIFEST_INVALID' }, 'REGISTRY_ANSWER'],
  ] as const)('does not take %s for success', async (_name, act, code) => {
    registry.fault({ match: { kind: 'tag', method: 'PUT' }, times: 'always', act: act as Act });
    await expect(put()).rejects.toMatchObject({ code: code ?? expect.any(String) });
  });
});

describe('a registry that is behind', () => {
  const manifestOf = async () => {
    const manifest = await door.readManifest('there');
    if (manifest === undefined) throw new Error('it is not there');
    (registry.requests as RecordedRequest[]).length = 0;
    return manifest;
  };
  const told = () => registry.requests.map(({ method, status }) => `${method} ${status}`);

  it('and scans what is pushed is waited for, and nothing is put again', async () => {
    await registry.close();
    await start({ personality: 'harbor', scanReads: 20 });
    const manifest = await manifestOf();
    await door.putTag('1.2.3', verifiedOf(manifest));
    expect((await door.readManifest('1.2.3'))?.digest).toBe(manifest.digest);
    expect(told()).toEqual(['PUT 201', ...Array(20).fill('GET 412'), 'GET 200']);
  });

  it('and scans without an end is told, in the end', async () => {
    await registry.close();
    await start({ personality: 'harbor', scanReads: 1_000_000 });
    const manifest = await manifestOf();
    await door.putTag('1.2.3', verifiedOf(manifest));
    const read = door.readManifest('1.2.3');
    await expect(read).rejects.toMatchObject({ code: 'REGISTRY_DENIED', hint: expect.stringContaining('its scanner') });
  });

  it('with its blobs is asked again for a while', async () => {
    const manifest = await manifestOf();
    const act = { kind: 'refuse', situation: 'manifest-blob-unknown' } as const;
    registry.fault({ match: { kind: 'tag', method: 'PUT' }, times: 2, act });
    await door.putTag('1.2.3', verifiedOf(manifest));
    expect(told().filter((line) => line.startsWith('PUT'))).toEqual(['PUT 400', 'PUT 400', 'PUT 201']);
  });

  it('with its blobs for longer is told as that', async () => {
    const manifest = await manifestOf();
    const act = { kind: 'refuse', situation: 'manifest-blob-unknown' } as const;
    registry.fault({ match: { kind: 'tag', method: 'PUT' }, times: 'always', act });
    await expect(door.putTag('1.2.3', verifiedOf(manifest))).rejects.toMatchObject({ code: 'CONTENT_MISSING' });
  });

  it('with its answer is not asked to write again what is there', async () => {
    const manifest = await manifestOf();
    registry.fault({ match: { kind: 'tag', method: 'PUT' }, act: { kind: 'reset', when: 'after-handling' } });
    await door.putTag('1.2.3', verifiedOf(manifest));
    expect(told().map((line) => line.split(' ')[0])).toEqual(['PUT', 'GET']);
  });
});

describe('a whole verification', () => {
  it('costs no more than it must', async () => {
    await door.authenticate();
    await door.readManifest('there');
    await door.readManifest(image.digest);
    await door.readBlob(described(image.config));
    await door.sizeOfBlob(described(layer()));
    expect(asked()).toEqual(['GET ping', 'GET token', 'GET tag', 'GET digest', 'GET blob', 'GET blob']);
  });

  it('sends the password to the token service alone', async () => {
    await door.readManifest('there');
    const shown = registry.requests.map(({ kind, authorization }) => [kind, authorization?.split(' ')[0]]);
    expect(shown).toEqual([
      ['ping', undefined],
      ['token', 'Basic'],
      ['tag', 'Bearer'],
    ]);
  });
});
