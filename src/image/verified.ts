import type { Digest } from './digest.ts';
import type { Manifest } from './manifest.ts';
import type { Platform } from './platform.ts';
import type { TaggedReference } from './reference.ts';

/** How much evidence we require before a digest becomes an output. */
export const VERIFICATION_LEVELS = ['manifest', 'graph', 'content'] as const;
export type VerificationLevel = (typeof VERIFICATION_LEVELS)[number];

/** Not exported, so that only `asVerified` creates a `Verified`. */
const verified = Symbol('verified');

/** The source image, after a registry was seen to serve it byte for byte. Only this, or a `Proved`, gets a tag. */
export type Verified = {
  readonly target: TaggedReference;
  readonly manifest: Manifest;
  readonly level: VerificationLevel;
  /** Digest of the config; for an index, the config of its first platform. */
  readonly imageId: Digest;
  readonly platforms: readonly Platform[];
  /** What was seen, one sentence each. */
  readonly evidence: readonly string[];
  readonly [verified]: true;
};

/** asVerified is only for the room verify/, which has seen the evidence; the import table checks that. */
export function asVerified(seen: Omit<Verified, typeof verified>): Verified {
  return { ...seen, [verified]: true };
}
