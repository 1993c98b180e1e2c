import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type Reply, send } from '../../conformance/support/raw-client.ts';
import { sha256 } from '../../doubles/registry/digest.ts';
import { type Registry, startRegistry } from '../../doubles/registry/start-registry.ts';

const BLOB = Buffer.from('0123456789');
const DIGEST = sha256(BLOB);

let registry: Registry;
beforeEach(async () => {
  registry = await startRegistry();
});
afterEach(() => registry.close());

const open = (query = ''): Promise<Reply> => send('POST', `${registry.origin}/v2/team/app/blobs/uploads/${query}`);
const at = (reply: Reply): string => reply.headers.location ?? '';
const rules = (): string[] => registry.violations.map(({ rule }) => rule);

describe('the digest of an upload', () => {
  test.each(['', '&digest=', '&digest=sha256:abc', `&digest=sha256:${'A'.repeat(64)}`])(
    'is missed in a PUT with "%s"',
    async (query) => {
      const reply = await send('PUT', `${at(await open())}${query}`, { body: BLOB });
      expect([reply.status, reply.code()]).toEqual([400, 'DIGEST_INVALID']);
      expect(rules()).toEqual(['digest']);
    },
  );
});

describe('uploads in parts', () => {
  test.each([
    ['1-4', 416],
    ['0-9', 400],
    ['0-2', 400],
    ['four', 416],
  ])('a chunk of 4 bytes as %s is out of order', async (range, status) => {
    const reply = await send('PATCH', at(await open()), { body: '0123', headers: { 'content-range': range } });
    expect(reply.status).toBe(status);
    expect(rules()).toEqual(['content-range']);
  });

  test('the least chunk is told', async () => {
    await using choosy = await startRegistry({ chunkMinimum: 5_242_880 });
    const reply = await send('POST', `${choosy.origin}/v2/a/blobs/uploads/`);
    expect(reply.headers['oci-chunk-min-length']).toBe('5242880');
  });
});

describe('the Location of an upload', () => {
  test('wants its query back', async () => {
    const location = at(await open()).replace(/\?.*$/, '');
    const reply = await send('PUT', `${location}?digest=${DIGEST}`, { body: BLOB });
    expect([reply.status, reply.code()]).toEqual([400, 'BLOB_UPLOAD_INVALID']);
    expect(rules()).toEqual(['location']);
  });
});
