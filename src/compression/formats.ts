import { isZstd } from './zstd-frames.ts';

/** How a layer is compressed, as far as registries and engines know. */
export type Compression = 'none' | 'gzip' | 'zstd';

const GZIP = [0x1f, 0x8b];
/** This many bytes tell how the rest is compressed. */
export const LONGEST_MAGIC = 4;

/** compressionOf recognises it by the first bytes: engines do the same, whatever the media type says. */
export function compressionOf(start: Uint8Array): Compression {
  if (GZIP.every((byte, index) => start[index] === byte)) return 'gzip';
  return isZstd(start) ? 'zstd' : 'none';
}
