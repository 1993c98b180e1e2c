import { createHash } from 'node:crypto';
import { type Digest, shortDigest } from '../image/digest.ts';
import { FileProblem } from '../tar/file-problem.ts';
import type { Stored } from './storage.ts';

/**
 * checked streams a file and hashes it on the way. The last chunk follows only if the hash is the expected one, so that
 * what was changed never arrives as a whole. Throws a FileProblem.
 */
export async function* checked(stored: Stored, digest: Digest): AsyncGenerator<Uint8Array, void, undefined> {
  const algorithm = digest.slice(0, digest.indexOf(':'));
  const hash = createHash(algorithm);
  let held: Uint8Array | undefined;
  for await (const chunk of stored.read()) {
    if (held !== undefined) yield held;
    hash.update(chunk);
    held = chunk;
  }
  const found = `${algorithm}:${hash.digest('hex')}` as Digest;
  if (found !== digest) {
    throw new FileProblem(`its content ${shortDigest(digest)} was changed: its digest is ${shortDigest(found)}`);
  }
  if (held !== undefined) yield held;
}
