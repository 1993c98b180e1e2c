/** However many layers look back as far as they may: memory is that of one of them. */
import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { constants, zstdCompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sha256 } from '../doubles/registry/digest.ts';
import { type Registry, startRegistry } from '../doubles/registry/start-registry.ts';

const LAYERS = 16;
/** Zstd looks back so far at most. */
const WINDOW = 128 << 20;
const ZSTD = 'application/vnd.oci.image.layer.v1.tar+zstd';
const GZIP = 'application/vnd.oci.image.layer.v1.tar+gzip';

let registry: Registry;
beforeAll(async () => {
  registry = await startRegistry();
  const repository = registry.repository('team/app');
  const put = (mediaType: string, bytes: Buffer) => {
    const digest = sha256(bytes);
    repository.blobs.set(digest, bytes);
    return { mediaType, digest, size: bytes.length };
  };
  const plain = Buffer.alloc(WINDOW + (1 << 20), 'looked back to');
  const params = { [constants.ZSTD_c_windowLog]: 27, [constants.ZSTD_c_compressionLevel]: 1 };
  const layers = Array.from({ length: LAYERS }, (_, at) => {
    plain.writeUInt32LE(at);
    return put(ZSTD, zstdCompressSync(plain, { params }));
  });
  const mediaType = 'application/vnd.oci.image.manifest.v1+json';
  const config = put('application/vnd.oci.image.config.v1+json', Buffer.from('{}'));
  repository.putManifest(
    Buffer.from(JSON.stringify({ schemaVersion: 2, mediaType, config, layers })),
    mediaType,
    'latest',
  );
});
afterAll(() => registry.close());

/** What a collector that waits for a busy machine has not come to yet is not what is measured here. */
const PROMPT_COLLECTOR = ['--single-threaded-gc', '--max-semi-space-size=4'];

async function unpack(mediaType = ''): Promise<{ readonly peak: number; readonly unpacked: number }> {
  const script = resolve(import.meta.dirname, 'unpack-layers.ts');
  const args = [...PROMPT_COLLECTOR, script, registry.host, 'team/app', mediaType];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  return JSON.parse(stdout);
}

describe(`${LAYERS} layers that look back 128 MiB`, () => {
  it('are all unpacked in less than 300 MiB', async () => {
    const { peak, unpacked } = await unpack();
    expect(unpacked).toBe(LAYERS);
    expect(peak).toBeLessThan(300);
  });

  it('are refused, within the same bound, where they are said to be something else', async () => {
    const { peak, unpacked } = await unpack(GZIP);
    expect(unpacked).toBe(0);
    expect(peak).toBeLessThan(300);
  });
});
