/** Uploads against the strict double: by which requests, and what becomes of them when something goes wrong. */
import { setImmediate as turn } from 'node:timers/promises';
import { createSecureContext } from 'node:tls';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ActionError } from '../../../src/errors.ts';
import { digestOf } from '../../../src/image/digest.ts';
import type { Descriptor } from '../../../src/image/manifest.ts';
import { distributionRegistry } from '../../../src/registry/distribution-registry.ts';
import type { BlobUpload, Registry as Door } from '../../../src/registry/registry.ts';
import { makeCertificates } from '../../doubles/registry/certificates.ts';
import type { RecordedRequest } from '../../doubles/registry/exchange.ts';
import type { Act, FaultRule } from '../../doubles/registry/fault-script.ts';
import { type Registry, type RegistryOptions, startRegistry } from '../../doubles/registry/start-registry.ts';
import { CREDENTIAL, fastClock, PASSWORD } from './scripted-network.ts';

const NAME = 'owner/app';
const USERS = { 'ci-bot': PASSWORD };
const TOKENS = { kind: 'token', users: USERS } as const;
const BYTES = Buffer.alloc(3 << 20, 'layer');
/** Longer than what is read of an error. */
const PAGE = `<html>${'<p>'.repeat(50_000)}`;
const BLOB: Descriptor = { mediaType: 'x/y', digest: digestOf(BYTES), size: BYTES.byteLength };

let registry: Registry;
let door: Door;
let step: AbortController;
let push: AbortController;
let opened: number;
let closed: number;
let warnings: string[];

type Start = { readonly mountFrom?: string | undefined; readonly ca?: readonly string[]; readonly rule?: FaultRule };

async function start(options: RegistryOptions = {}, { mountFrom, ca = [], rule }: Start = {}): Promise<void> {
  registry = await startRegistry({ auth: { kind: 'basic', users: USERS }, ...options });
  if (rule !== undefined) registry.fault(rule);
  step = new AbortController();
  push = new AbortController();
  opened = 0;
  closed = 0;
  warnings = [];
  const open = distributionRegistry({
    signal: step.signal,
    mask: () => undefined,
    onWarning: (text) => void warnings.push(text),
    clock: fastClock(),
    ...(ca.length === 0 ? {} : { trustFor: async () => ({ trust: createSecureContext({ ca: [...ca] }) }) }),
  });
  door = await open({
    repository: { registry: registry.host, path: NAME },
    credential: async () => CREDENTIAL,
    authHosts: [new URL(registry.tokenOrigin).host],
    mountFrom: mountFrom === undefined ? [] : [mountFrom],
  });
  await door.authenticate();
  (registry.requests as RecordedRequest[]).length = 0;
}
async function stop(): Promise<void> {
  door.close();
  await registry.close();
}
async function restart(options: RegistryOptions, mountFrom?: string): Promise<void> {
  await stop();
  await start(options, { mountFrom });
}
beforeEach(() => start());
afterEach(stop);

const pieces = (bytes: Buffer) => Array.from({ length: 3 }, (_, at) => bytes.subarray(at << 20, (at + 1) << 20));
const source = (more: Partial<BlobUpload> = {}): BlobUpload => ({
  open: async function* () {
    opened += 1;
    try {
      yield* pieces(BYTES);
    } finally {
      closed += 1;
    }
  },
  signal: push.signal,
  ...more,
});
const upload = (more: Partial<BlobUpload> = {}) => door.uploadBlob(BLOB, source(more));
const asked = () => registry.requests.map(({ method, status }) => `${method} ${status}`);
const fault = (match: FaultRule['match'], act: Act, times: FaultRule['times'] = 1) =>
  registry.fault({ match: { kind: 'upload', ...match }, times, act });
/** Another job stores the blob just before. */
const storedByAnother = () => {
  const repository = registry.repository(NAME);
  repository.exists = true;
  return repository.blobs.set(BLOB.digest, BYTES) !== undefined;
};
const held = () => registry.repository(NAME).blobs.get(BLOB.digest)?.equals(BYTES) ?? false;
const openUploads = () => registry.repository(NAME).uploads.size;
const failure = async (upload: Promise<unknown>) =>
  upload.then(
    () => 'it went well',
    (error: ActionError) => [error.code, error.message],
  );

describe('a blob', () => {
  it('goes up in a POST and one PUT, with its length and type', async () => {
    expect(await upload()).toBe('uploaded');
    expect(asked()).toEqual(['POST 202', 'PUT 201']);
    const { headers, query } = registry.requests[1] as Registry['requests'][number];
    expect([headers['content-length'], headers['content-type'], query.get('digest')]).toEqual([
      String(BLOB.size),
      'application/octet-stream',
      BLOB.digest,
    ]);
    expect([held(), opened]).toEqual([true, 1]);
    registry.assertClean();
  });

  it.each(['relative', 'absolute', 'path-only', 'scheme-less', 'odd-query'] as const)(
    'goes where a Location that is %s says, its query untouched',
    async (form) => {
      fault({ method: 'POST' }, { kind: 'location', form });
      expect([await upload(), held(), asked()]).toEqual(['uploaded', true, ['POST 202', 'PUT 201']]);
      registry.assertClean();
    },
  );

  it.each([301, 302, 307, 308] as const)(
    'is opened where a redirect within the registry leads (%d)',
    async (status) => {
      const to = (request: RecordedRequest) => `${request.path}?redirected=yes`;
      const act = { kind: 'redirect', status, to } as const;
      registry.fault({ match: { method: 'POST', when: ({ query }) => !query.has('redirected') }, act });
      expect([await upload(), held()]).toEqual(['uploaded', true]);
      expect(asked()).toEqual([`POST ${status}`, 'POST 202', 'PUT 201']);
    },
  );

  it('is not opened where a redirect leads away, nor by one that makes a GET of it', async () => {
    fault({ method: 'POST' }, { kind: 'redirect', status: 307, to: 'http://127.0.0.2:1/v2/owner/app/blobs/uploads/' });
    expect((await failure(upload()))[0]).toBe('REGISTRY_UNTRUSTED');
    fault({ method: 'POST' }, { kind: 'redirect', status: 303, to: '/v2/owner/app/blobs/uploads/?x' });
    expect((await failure(upload()))[0]).toBe('REGISTRY_UNTRUSTED');
  });

  it('goes to the port of the registry where a Location has lost it', async () => {
    fault({ method: 'POST' }, { kind: 'location', form: 'without-port' });
    expect([await upload(), held()]).toEqual(['uploaded', true]);
    expect(asked()).toEqual(['POST 202', 'PUT 201']);
  });

  it('keeps to TLS where a Location has lost it, and the credential with it', async () => {
    const { ca, key, cert } = makeCertificates();
    await stop();
    await start({ tls: { key, cert } }, { ca: [ca] });
    fault({ method: 'POST' }, { kind: 'location', form: 'other-scheme' });
    expect([await upload(), held()]).toEqual(['uploaded', true]);
    expect(asked()).toEqual(['POST 202', 'PUT 201']);
  });

  it.each([400, 404])('is there where another job has stored it first, whatever is answered (%d)', async (status) => {
    registry.fault({
      match: {
        kind: 'upload',
        method: 'PUT',
        when: storedByAnother,
      },
      act: { kind: 'answer', status, body: 'Repository does not allow updating assets' },
    });
    expect(await upload()).toBe('uploaded');
    expect(asked()).toEqual(['POST 202', `PUT ${status}`, 'GET 206', 'DELETE 204']);
  });

  it.each([400, 404])('goes in a PATCH where one PUT is answered with %d and nothing more', async (status) => {
    fault({ method: 'PUT' }, { kind: 'answer', status });
    expect([await upload(), held()]).toEqual(['uploaded', true]);
    expect(asked()).toEqual(['POST 202', `PUT ${status}`, 'GET 404', 'POST 202', 'PATCH 202', 'PUT 201', 'DELETE 204']);
  });

  it('goes in a PATCH and a PUT where one PUT is not taken, and from then on at once so', async () => {
    fault({ method: 'PUT' }, { kind: 'error', status: 405, code: 'UNSUPPORTED' });
    expect(await upload()).toBe('uploaded');
    expect(asked()).toEqual(['POST 202', 'PUT 405', 'POST 202', 'PATCH 202', 'PUT 201', 'DELETE 204']);
    expect([held(), openUploads()]).toEqual([true, 0]);
    (registry.requests as RecordedRequest[]).length = 0;
    await upload();
    expect(asked()).toEqual(['POST 202', 'PATCH 202', 'PUT 201']);
    expect(registry.requests[1]?.headers).toMatchObject({ 'content-length': String(BLOB.size) });
    expect(registry.requests[1]?.headers['content-range']).toBeUndefined();
  });

  it.each(['ecr', 'ghcr', 'harbor', 'quay', 'distribution', 'nexus', 'acr', 'docker-hub'] as const)(
    'goes up at %s',
    async (personality) => {
      const auth = { kind: personality === 'ecr' ? 'basic' : 'token', users: USERS } as const;
      await restart({ personality, auth, repositories: [NAME] });
      expect([await upload(), held(), openUploads()]).toEqual(['uploaded', true, 0]);
    },
  );
});

describe('a mount from what the credential may not read', () => {
  it('is an upload, and is told once', async () => {
    await restart({}, 'owner/base');
    fault(
      { method: 'POST', when: ({ query }) => query.has('mount') },
      { kind: 'error', status: 403, code: 'DENIED' },
      'always',
    );
    expect(await upload({ from: 'owner/base' })).toBe('uploaded');
    await upload({ from: 'owner/base' });
    expect(warnings).toEqual([expect.stringContaining('read owner/base')]);
  });
});

describe('a mount where the token service refuses to let another repository be read', () => {
  it('is an upload without a vain request, and is told', async () => {
    await stop();
    const match: FaultRule['match'] = { kind: 'token', when: ({ query }) => query.getAll('scope').length > 1 };
    const rule: FaultRule = { match, times: 'always', act: { kind: 'error', status: 403, code: 'DENIED' } };
    await start({ auth: TOKENS }, { mountFrom: 'owner/base', rule });
    expect(await upload({ from: 'owner/base' })).toBe('uploaded');
    expect(asked()).toEqual(['POST 202', 'PUT 201']);
    expect(warnings).toEqual([expect.stringContaining('may not read owner/base')]);
  });
});

describe('a mount', () => {
  it('from a repository that has the blob sends nothing', async () => {
    registry.repository('owner/base').blobs.set(BLOB.digest, BYTES);
    expect(await upload({ from: 'owner/base' })).toBe('mounted');
    // What is mounted may be as gone as what is there: its first byte tells.
    expect([asked(), opened, held()]).toEqual([['POST 201', 'GET 206'], 0, true]);
  });

  it('of what is gone is no mount: the blob is sent', async () => {
    registry.repository('owner/base').blobs.set(BLOB.digest, BYTES);
    fault({ kind: 'blob', method: 'GET' }, { kind: 'reset', when: 'mid-body' });
    expect(await upload({ from: 'owner/base' })).toBe('uploaded');
    expect(asked().filter((each) => !each.startsWith('GET'))).toEqual(['POST 201', 'POST 202', 'PUT 201']);
  });

  it('has a token for it, where tokens are asked for', async () => {
    await restart({ auth: TOKENS }, 'owner/base');
    registry.repository('owner/base').blobs.set(BLOB.digest, BYTES);
    expect([await upload({ from: 'owner/base' }), asked()]).toEqual(['mounted', ['POST 201', 'GET 206']]);
    expect(registry.tokens.map(({ grants }) => grants.map(({ name, actions }) => [name, actions]))).toEqual([
      [
        [NAME, ['pull', 'push']],
        ['owner/base', ['pull']],
      ],
    ]);
    registry.assertClean();
  });

  it.each(['conformant', 'harbor', 'quay', 'docker-hub'] as const)(
    'from one that has not is an upload, whatever %s answers',
    async (personality) => {
      await restart({ personality, auth: TOKENS, repositories: [NAME] });
      expect([await upload({ from: 'owner/base' }), held(), openUploads()]).toEqual(['uploaded', true, 0]);
    },
  );

  it.each([400, 401, 403, 405])('that is refused with %d is an upload', async (status) => {
    fault({ method: 'POST', when: ({ query }) => query.has('mount') }, { kind: 'answer', status }, 'always');
    expect([await upload({ from: 'owner/base' }), held()]).toEqual(['uploaded', true]);
  });

  it.each([500, 503])('that fails twice with %d is an upload', async (status) => {
    fault({ method: 'POST', when: ({ query }) => query.has('mount') }, { kind: 'answer', status }, 'always');
    expect([await upload({ from: 'owner/base' }), held()]).toEqual(['uploaded', true]);
    expect(asked().filter((each) => each.startsWith('POST'))).toEqual([`POST ${status}`, `POST ${status}`, 'POST 202']);
  });

  it('that fails once is tried again', async () => {
    registry.repository('owner/base').blobs.set(BLOB.digest, BYTES);
    fault({ method: 'POST', when: ({ query }) => query.has('mount') }, { kind: 'answer', status: 503 });
    expect([await upload({ from: 'owner/base' }), opened]).toEqual(['mounted', 0]);
  });
});

describe('an upload that meets with something that may pass', () => {
  it.each<[string, FaultRule['match'], Act]>([
    ['a busy POST', { method: 'POST' }, { kind: 'rate-limit', retryAfter: '1' }],
    ['a busy PUT', { method: 'PUT' }, { kind: 'answer', status: 503 }],
    ['a PUT refused early for the time being', { method: 'PUT' }, { kind: 'answer', status: 502, early: true }],
    ['a PUT refused with a long page', { method: 'PUT' }, { kind: 'answer', status: 503, body: PAGE }],
    ['a connection lost in the middle', { method: 'PUT' }, { kind: 'reset', when: 'mid-request' }],
    ['an upload forgotten', { method: 'PUT' }, { kind: 'error', status: 404, code: 'BLOB_UPLOAD_UNKNOWN' }],
    ['bytes changed on the way', { method: 'PUT' }, { kind: 'error', status: 400, code: 'DIGEST_INVALID' }],
  ])('is begun anew: %s', async (_name, match, act) => {
    fault(match, act);
    expect([await upload(), held(), openUploads()]).toEqual(['uploaded', true, 0]);
    registry.assertClean();
  });

  it('in the middle of its body sends nothing more to the session, which may hold a part of it', async () => {
    fault({ method: 'PUT' }, { kind: 'reset', when: 'mid-request' });
    expect(await upload()).toBe('uploaded');
    const put = registry.requests.filter(({ method }) => method === 'PUT').map(({ target }) => target.split('?')[0]);
    expect([put.length, new Set(put).size]).toEqual([2, 2]);
  });

  it('and was carried out, its answer lost, is found to be there', async () => {
    fault({ method: 'PUT' }, { kind: 'reset', when: 'after-handling' });
    expect([await upload(), held(), openUploads()]).toEqual(['uploaded', true, 0]);
    expect(asked().at(-1)).toBe('GET 206');
  });

  it('signs in again when its token has run out, and sends the body from its beginning', async () => {
    await restart({ auth: TOKENS });
    registry.expireTokens();
    expect([await upload(), held()]).toEqual(['uploaded', true]);
    expect(asked()).toEqual(['POST 401', 'GET 200', 'POST 202', 'PUT 201']);
    (registry.requests as RecordedRequest[]).length = 0;
    fault({ method: 'PUT' }, { kind: 'expire-tokens' });
    expect(await upload()).toBe('uploaded');
    expect(asked()).toEqual(['POST 202', 'PUT 401', 'GET 200', 'PUT 201']);
  });
});

describe('an upload that cannot go well', () => {
  it.each<[string, Act, string, RegExp]>([
    ['too large', { kind: 'answer', status: 413, body: '<html>', early: true }, 'REGISTRY_ANSWER', /status 413/],
    ['no right', { kind: 'refuse', situation: 'denied' }, 'REGISTRY_DENIED', /DENIED/],
    ['no room', { kind: 'refuse', situation: 'quota' }, 'REGISTRY_DENIED', /quota exceeded/],
    [
      'a login page',
      { kind: 'answer', status: 302, headers: { location: 'https://sso.example' } },
      'REGISTRY_UNTRUSTED',
      /redirected/,
    ],
  ])('ends at once with its reason, and leaves no session open: %s', async (_name, act, code, words) => {
    fault({ method: 'PUT' }, act, 'always');
    const [seen, message] = await failure(upload());
    expect([seen, openUploads()]).toEqual([code, 0]);
    expect(message).toMatch(words);
    expect(asked().filter((each) => each.startsWith('PUT'))).toHaveLength(1);
  });

  it.each<[string, Act]>([
    ['no Location', { kind: 'location', form: 'missing' }],
    ['a Location that is none', { kind: 'alter', headers: { location: 'http://[' } }],
    ['a Location with a user in it', { kind: 'alter', headers: { location: 'http://a:b@127.0.0.1/x' } }],
  ])('because of %s', async (_name, act) => {
    fault({ method: 'POST' }, act, 'always');
    expect((await failure(upload()))[0]).toMatch(/^REGISTRY_(ANSWER|UNTRUSTED)$/);
    // It was opened while the answer was waited for.
    expect([opened, closed]).toEqual([1, 1]);
  });

  it('for its source: the registry never has all of it, and the error is the source’s own', async () => {
    const invalid = new ActionError('UNEXPECTED', 'The layer has changed.', { hint: '-' });
    const open = async function* () {
      yield* pieces(BYTES).slice(0, 2);
      throw invalid;
    };
    await expect(upload({ open })).rejects.toBe(invalid);
    expect([held(), openUploads()]).toEqual([false, 0]);
    expect(asked().filter((each) => each.startsWith('POST'))).toHaveLength(1);
  });

  it.each(['step', 'push'] as const)('because the %s was cancelled closes its session', async (whose) => {
    const controller = () => (whose === 'step' ? step : push);
    const open = async function* () {
      yield* pieces(BYTES).slice(0, 1);
      expect(openUploads()).toBe(1);
      controller().abort(new ActionError('CANCELLED', 'The run was cancelled.', { hint: '-' }));
      yield* pieces(BYTES).slice(1);
    };
    await expect(upload({ open })).rejects.toThrow();
    expect([openUploads(), asked().at(-1)]).toEqual([0, 'DELETE 204']);
  });
});

it('whose session the credential may not close is left with one try', async () => {
  await restart({ auth: TOKENS });
  fault({ method: 'PUT' }, { kind: 'refuse', situation: 'denied' });
  expect((await failure(upload()))[0]).toBe('REGISTRY_DENIED');
  expect(asked()).toEqual(['POST 202', 'PUT 403', 'DELETE 401']);
});

describe('a Location on another host', () => {
  it('gets the bytes and not the credential', async () => {
    await using other = await startRegistry({});
    fault({ method: 'POST' }, { kind: 'location', form: 'other-host', host: other.host }, 'always');
    // It knows nothing of the upload.
    expect((await failure(upload()))[0]).toBe('PUSH_FAILED');
    expect(other.requests.length).toBeGreaterThan(0);
    expect(other.requests.every(({ authorization }) => authorization === undefined)).toBe(true);
  });
});

describe('a stream', () => {
  const stream = () => door.uploadStream(source());

  it('goes in one PATCH without a length, and its digest is told at its end', async () => {
    expect(await stream()).toEqual({ digest: BLOB.digest, size: BLOB.size });
    expect([asked(), held()]).toEqual([['POST 202', 'PATCH 202', 'PUT 201'], true]);
    expect(registry.requests[1]?.headers).toMatchObject({ 'transfer-encoding': 'chunked' });
    registry.assertClean();
  });

  it('is begun anew after what may pass, and hashed anew', async () => {
    fault({ method: 'PATCH' }, { kind: 'reset', when: 'mid-request' });
    expect(await stream()).toEqual({ digest: BLOB.digest, size: BLOB.size });
    expect([opened, held(), openUploads()]).toEqual([2, true, 0]);
  });

  it('is hashed anew while what was sent before is still on its way', async () => {
    await restart({ auth: TOKENS });
    fault({ method: 'PATCH' }, { kind: 'answer', status: 401, early: true });
    const again = Promise.withResolvers<void>();
    const open = async function* () {
      opened += 1;
      const isFirst = opened === 1;
      const [one = BYTES, ...others] = pieces(BYTES);
      yield one;
      if (isFirst) await again.promise;
      else again.resolve();
      for (const other of others) {
        await turn();
        yield other;
      }
    };
    expect(await door.uploadStream(source({ open }))).toEqual({ digest: BLOB.digest, size: BLOB.size });
    expect(asked()).toEqual(['POST 202', 'PATCH 401', 'GET 200', 'PATCH 202', 'PUT 201']);
  });

  it('goes up where a PATCH is answered like no other', async () => {
    await restart({ personality: 'ecr', auth: { kind: 'basic', users: USERS }, repositories: [NAME] });
    expect(await stream()).toEqual({ digest: BLOB.digest, size: BLOB.size });
    expect(held()).toBe(true);
  });
});

describe('hasBlob', () => {
  it('asks once for what is there, and for what is not', async () => {
    expect(await door.hasBlob(BLOB)).toBe(false);
    await upload();
    expect(await door.hasBlob(BLOB)).toBe(true);
    expect(asked().filter((each) => /HEAD|GET/.test(each))).toEqual(['GET 404', 'GET 206']);
  });

  it.each<[string, Act]>([
    ['nothing can be told', { kind: 'answer', status: 403 }],
    ['no byte of it comes', { kind: 'reset', when: 'mid-body' }],
    ['the sizes differ', { kind: 'answer', status: 200, headers: { 'content-length': '5' }, body: '12345' }],
  ])('is false where %s, and does not fail', async (_name, act) => {
    await upload();
    registry.fault({ match: { kind: 'blob' }, times: 'always', act });
    expect(await door.hasBlob(BLOB)).toBe(false);
  });
});
