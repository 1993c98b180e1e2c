import type { Digest } from './digest.ts';
import type { Platform } from './platform.ts';

/**
 * Identity is what an image *is*, whatever its compression and store. The engine's image ID is one of two digests:
 * that of the config (graph-driver store), or that of the manifest or index (containerd store). The rest describes the
 * one platform that the engine shows.
 */
export type Identity = {
  readonly id: Digest;
  readonly idOf: 'config' | 'root';
  readonly diffIds: readonly Digest[];
  readonly platform: Platform;
  /** When it was built, as the config has it; the empty string if it does not say. */
  readonly created: string;
  /** What a container of it does, in the form of `canonicalRunConfig`. */
  readonly runConfig: string;
  /** The commit that the image says it was built from. */
  readonly revision: string | undefined;
};
