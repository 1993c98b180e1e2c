import { gzipSync } from 'node:zlib';
import type { Answer } from './exchange.ts';

const PIECE = 1024 * 1024;

/** The same length, and one bit of the middle byte is another. */
export function flipped(bytes: Buffer): Buffer {
  const other = Buffer.from(bytes);
  const middle = Math.floor(other.length / 2);
  if (other.length > 0) other[middle] = (other[middle] ?? 0) ^ 1;
  return other;
}

/** The same JSON with other white space, as a registry does that parses and prints what it stores. */
export function reserialised(bytes: Buffer): Buffer {
  try {
    return Buffer.from(`${JSON.stringify(JSON.parse(bytes.toString()), null, 4)}\n`);
  } catch {
    return flipped(bytes);
  }
}

export function compressed({ body }: Answer): Buffer {
  return gzipSync(Buffer.isBuffer(body) ? body : Buffer.alloc(0));
}

export async function* zeros(length: number): AsyncGenerator<Buffer> {
  const piece = Buffer.alloc(PIECE);
  for (let sent = 0; sent < length; sent += PIECE) yield piece.subarray(0, Math.min(PIECE, length - sent));
}

/** Members of a gzip stream may follow each other, so one small piece makes a bomb of any size at no cost. */
export async function* zerosCompressed(length: number): AsyncGenerator<Buffer> {
  const member = gzipSync(Buffer.alloc(PIECE));
  for (let sent = 0; sent < length; sent += PIECE) yield member;
}
