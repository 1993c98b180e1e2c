import { createHash } from 'node:crypto';
import { type Digest, shortDigest } from '../image/digest.ts';
import { DAMAGED, FileProblem, quoted } from '../tar/file-problem.ts';

/** A file in a folder or an archive. `size` is in bytes. */
export type Stored = {
  readonly size: number;
  /** read streams it from its beginning. A chunk is valid until the second chunk after it is requested. */
  read(): AsyncIterable<Uint8Array>;
};

/** Where an image is stored: a folder, or an archive that is read like one. */
export interface Storage {
  /** find finds a file by its path inside, written with `/`; undefined if there is none. Throws a FileProblem. */
  find(path: string): Promise<Stored | undefined>;
  close(): Promise<void>;
}

/** bytesOf reads a small file completely. Throws a FileProblem if it has more bytes than the limit. */
export async function bytesOf(stored: Stored, what: string, limit: number): Promise<Buffer> {
  if (stored.size > limit) throw new FileProblem(`${what} has more than ${limit} bytes`);
  const chunks: Uint8Array[] = [];
  for await (const chunk of copied(stored.read())) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** copied gives chunks that stay valid, for a reader that may keep them. */
export async function* copied(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void, undefined> {
  for await (const chunk of chunks) yield Uint8Array.from(chunk);
}

/** startOf reads the first bytes of a file, as many as one chunk has. */
export async function startOf(stored: Stored): Promise<Uint8Array> {
  for await (const chunk of stored.read()) return chunk;
  return new Uint8Array();
}

/** needed is a file that must exist. Throws a FileProblem. */
export async function needed(storage: Storage, path: string): Promise<Stored> {
  const stored = await storage.find(path);
  if (stored === undefined) throw new FileProblem(`it has no ${quoted(path)}`, DAMAGED);
  return stored;
}

/**
 * checked streams a file and hashes it. The last chunk follows only if the hash is right, so that changed content never
 * arrives completely. Throws a FileProblem.
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
    throw new FileProblem(
      `its content ${shortDigest(digest)} was changed: its digest is ${shortDigest(found)}`,
      DAMAGED,
    );
  }
  if (held !== undefined) yield held;
}
