import { createHash } from 'node:crypto';

declare const digestBrand: unique symbol;

/**
 * A digest `algorithm:hex` of a registered algorithm (image-spec, descriptor.md, "Digests"): SHA-256, which we produce,
 * or SHA-384 and SHA-512, which we verify if a registry serves them. Only this file creates digests.
 */
export type Digest = string & { readonly [digestBrand]: true };

const DIGEST = /^(?:sha256:[0-9a-f]{64}|sha384:[0-9a-f]{96}|sha512:[0-9a-f]{128})$/;

/** parseDigest returns the text as a Digest, or undefined if it is not one. */
export function parseDigest(text: string): Digest | undefined {
  return DIGEST.test(text) ? (text as Digest) : undefined;
}

/** digestOf hashes the exact bytes with SHA-256. */
export function digestOf(bytes: Uint8Array): Digest {
  return hash('sha256', bytes);
}

/** matches tells whether the exact bytes have this digest, by the digest's own algorithm. */
export function matches(digest: Digest, bytes: Uint8Array): boolean {
  return hash(digest.slice(0, digest.indexOf(':')), bytes) === digest;
}

/** shortDigest shortens a digest for people: the algorithm and the first 12 digits. */
export function shortDigest(digest: Digest): string {
  return digest.slice(0, digest.indexOf(':') + 13);
}

function hash(algorithm: string, bytes: Uint8Array): Digest {
  return `${algorithm}:${createHash(algorithm).update(bytes).digest('hex')}` as Digest;
}
