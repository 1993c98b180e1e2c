import { type Digest, parseDigest } from '../image/digest.ts';

/** Tar (POSIX ustar): blocks of this many bytes, a header of one block before each file. */
const BLOCK = 512;
const LONGEST_MANIFEST = 1 << 20;

/**
 * configOfSavedImage reads the stream of `docker image save` for the one file that names the image's config,
 * `manifest.json`, and returns the config's digest. Nothing else of it is kept.
 */
export async function configOfSavedImage(stream: AsyncIterable<Uint8Array>): Promise<Digest | undefined> {
  let rest = Buffer.alloc(0);
  let skip = 0;
  for await (const chunk of stream) {
    if (skip >= chunk.byteLength) {
      skip -= chunk.byteLength;
      continue;
    }
    rest = Buffer.concat([rest, chunk.subarray(skip)]);
    skip = 0;
    while (rest.length >= BLOCK) {
      const { name, size } = header(rest.subarray(0, BLOCK));
      const padded = Math.ceil(size / BLOCK) * BLOCK;
      if (name === 'manifest.json') {
        if (size > LONGEST_MANIFEST) return undefined;
        if (rest.length < BLOCK + size) break;
        return configIn(rest.toString('utf8', BLOCK, BLOCK + size));
      }
      skip = Math.max(0, BLOCK + padded - rest.length);
      rest = rest.subarray(Math.min(rest.length, BLOCK + padded));
    }
  }
  return undefined;
}

function header(block: Buffer): { readonly name: string; readonly size: number } {
  const name = block.toString('utf8', 0, 100).replace(/\0.*$/s, '');
  // Sizes of 8 GiB and more are in binary, marked by the highest bit.
  const isBinary = ((block[124] ?? 0) & 0x80) !== 0;
  const size = isBinary ? Number(block.readBigUInt64BE(128)) : Number.parseInt(block.toString('latin1', 124, 136), 8);
  return { name, size: Number.isSafeInteger(size) && size > 0 ? size : 0 };
}

/** `[{"Config": "blobs/sha256/<hex>", …}]`, or `<hex>.json` of older engines. */
function configIn(json: string): Digest | undefined {
  try {
    const [image] = JSON.parse(json) as readonly { readonly Config?: unknown }[];
    const [, hex] = /(?:^|\/)([0-9a-f]{64})(?:\.json)?$/.exec(String(image?.Config)) ?? [];
    return hex === undefined ? undefined : parseDigest(`sha256:${hex}`);
  } catch {
    return undefined;
  }
}
