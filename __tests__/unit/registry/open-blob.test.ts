import { createHash, randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Digest } from '../../../src/image/digest.ts';
import type { Descriptor } from '../../../src/image/manifest.ts';
import { distributionRegistry } from '../../../src/registry/distribution-registry.ts';
import type { Registry } from '../../../src/registry/registry.ts';
import { Secret } from '../../../src/secret/secret.ts';
import type { Act } from '../../doubles/registry/fault-script.ts';
import { type Registry as RunningRegistry, startRegistry } from '../../doubles/registry/start-registry.ts';
import { fastClock } from './scripted-network.ts';

const NAME = 'team/app';
const bytes = randomBytes(300_000);
const blob: Descriptor = {
  mediaType: 'application/vnd.oci.image.layer.v1.tar+gzip',
  digest: `sha256:${createHash('sha256').update(bytes).digest('hex')}` as Digest,
  size: bytes.length,
};
const USERS = { reader: 'password-of-reader' };

let registry: RunningRegistry;
let door: Registry;

beforeEach(async () => {
  registry = await startRegistry({ auth: { kind: 'token', users: USERS } });
  const repository = registry.repository(NAME);
  repository.exists = true;
  repository.blobs.set(blob.digest, bytes);
  door = await distributionRegistry({
    signal: new AbortController().signal,
    mask: () => undefined,
    onWarning: () => undefined,
    clock: fastClock(),
  })({
    repository: { registry: registry.host, path: NAME },
    credential: async () => ({ username: 'reader', password: new Secret(USERS.reader) }),
    actions: 'pull',
    authHosts: [],
  });
});
afterEach(async () => {
  door.close();
  await registry.close();
});

/** What arrived of it, and what it ended with. */
async function read(of = blob): Promise<{ readonly got: Buffer; readonly error: unknown }> {
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of door.openBlob(of)) chunks.push(Buffer.from(chunk));
    return { got: Buffer.concat(chunks), error: undefined };
  } catch (error) {
    return { got: Buffer.concat(chunks), error };
  }
}

const play = (act: Act, times: number | 'always' = 1) =>
  registry.fault({ match: { method: 'GET', kind: 'blob' }, times, act });

describe('a blob that is streamed', () => {
  it('comes as it is, and is asked for once, with a login that may read and nothing else', async () => {
    expect((await read()).got.equals(bytes)).toBe(true);
    const gets = registry.requests.filter(({ kind }) => kind === 'blob');
    expect(gets).toHaveLength(1);
    const asked = registry.requests.flatMap(({ kind, target }) => (kind === 'token' ? [target] : [])).join('\n');
    expect(decodeURIComponent(asked)).toContain(`repository:${NAME}:pull`);
    expect(decodeURIComponent(asked)).not.toContain('push');
  });

  it.each<[name: string, act: Act]>([
    ['is reset before anything has come', { kind: 'reset', when: 'before-handling' }],
    ['is reset in the middle', { kind: 'reset', when: 'mid-body' }],
    ['ends early', { kind: 'short-body' }],
    ['has a busy server', { kind: 'answer', status: 503 }],
    ['is asked to wait', { kind: 'rate-limit', retryAfter: '1' }],
  ])('that %s goes on, and is whole', async (_name, act) => {
    for (const times of [1, 3]) {
      const fault = play(act, times);
      const { got, error } = await read();
      expect(error).toBeUndefined();
      expect(got.equals(bytes)).toBe(true);
      expect(fault.played).toBe(times);
      fault.remove();
    }
  });

  it('whose token ends meanwhile is read on with a new one', async () => {
    play({ kind: 'reset', when: 'mid-body' });
    const fault = play({ kind: 'expire-tokens' });
    expect((await read()).got.equals(bytes)).toBe(true);
    expect(fault.played).toBe(1);
  });

  it('goes on where it was, by a range', async () => {
    play({ kind: 'reset', when: 'mid-body' });
    await read();
    const ranges = registry.requests.flatMap(({ kind, headers }) => (kind === 'blob' ? [headers.range] : []));
    expect(ranges).toEqual([undefined, expect.stringMatching(/^bytes=[1-9]\d*-$/)]);
  });

  it.each<[name: string, act: Act]>([
    ['which sends all of it again', { kind: 'answer', status: 200, body: bytes }],
    [
      'which sends another range',
      {
        kind: 'answer',
        status: 206,
        headers: { 'content-range': `bytes 0-9/${bytes.length}` },
        body: bytes.subarray(0, 10),
      },
    ],
    ['which says that there is no such range', { kind: 'error', status: 416, code: 'BLOB_UPLOAD_INVALID' }],
  ])('begins again at a registry without ranges, %s', async (_name, act) => {
    play({ kind: 'reset', when: 'mid-body' });
    const fault = play(act);
    const { got, error } = await read();
    expect(error).toBeUndefined();
    expect(got.equals(bytes)).toBe(true);
    expect(fault.played).toBe(1);
  });

  it.each<[name: string, act: Act, code: string]>([
    ['other bytes', { kind: 'other-bytes' }, 'DIGEST_MISMATCH'],
    ['more than it has', { kind: 'huge-body', bytes: bytes.length * 2 }, 'DIGEST_MISMATCH'],
    ['a byte less', { kind: 'other-bytes', bytes: 'truncated' }, 'DIGEST_MISMATCH'],
    ['a login page', { kind: 'login-page' }, 'DIGEST_MISMATCH'],
    ['nothing but broken connections', { kind: 'reset', when: 'mid-body' }, 'REGISTRY_UNREACHABLE'],
    ['bytes that are compressed once more', { kind: 'gzip' }, 'REGISTRY_ANSWER'],
    ['that it is denied', { kind: 'error', status: 403, code: 'DENIED' }, 'REGISTRY_DENIED'],
    ['that it is not there', { kind: 'error', status: 404, code: 'BLOB_UNKNOWN' }, 'CONTENT_MISSING'],
  ])('of which a registry serves %s is never handed on as a whole', async (_name, act, code) => {
    play(act, 'always');
    const { got, error } = await read();
    expect(error).toMatchObject({ code });
    expect(got.length).toBeLessThan(bytes.length);
  });

  it('that has other bytes after a break is found out by its hash', async () => {
    play({ kind: 'reset', when: 'mid-body' });
    play({ kind: 'other-bytes' });
    const { got, error } = await read();
    expect(error).toMatchObject({ code: 'DIGEST_MISMATCH' });
    expect(got.length).toBeLessThan(bytes.length);
  });

  it('that nobody wants any more is left: its connection goes', async () => {
    for await (const _ of door.openBlob(blob)) break;
    expect((await read()).got.equals(bytes)).toBe(true);
  });
});
