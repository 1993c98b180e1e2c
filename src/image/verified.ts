import type { Digest } from './digest.ts';
import type { Manifest } from './manifest.ts';
import type { Platform } from './platform.ts';
import type { TaggedReference } from './reference.ts';

/** How much evidence is asked for before a digest becomes an output. */
export const VERIFICATION_LEVELS = ['manifest', 'graph', 'content'] as const;
export type VerificationLevel = (typeof VERIFICATION_LEVELS)[number];

/** Not exported, so that nobody makes a `Verified` but by `asVerified`. */
const verified = Symbol('verified');

/** An image that a registry was seen to serve, byte for byte, and that is the source. Tags are given to nothing else. */
export type Verified = {
  readonly target: TaggedReference;
  readonly manifest: Manifest;
  readonly level: VerificationLevel;
  /** Digest of the config; of an index, that of its first platform. */
  readonly imageId: Digest;
  readonly platforms: readonly Platform[];
  /** What was seen, a sentence each. */
  readonly evidence: readonly string[];
  readonly [verified]: true;
};

/** asVerified is for the room verify/ alone, which has seen what it says; the import table keeps it there. */
export function asVerified(seen: Omit<Verified, typeof verified>): Verified {
  return { ...seen, [verified]: true };
}
