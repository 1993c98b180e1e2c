import type { Digest } from './digest.ts';
import type { Platform } from './platform.ts';

/**
 * Identity is what an image *is*, whatever its compression and store. An engine's image ID is one of two digests: that
 * of the config (graph-driver store), or that of the root, a manifest or an index of which it may have a part only
 * (containerd store). An image in a file goes by its config too, or by its index, of which everything is there. The
 * rest describes the one platform that an engine shows, the first one of an index.
 */
export type Identity = {
  readonly id: Digest;
  readonly idOf: 'config' | 'root' | 'index';
  readonly diffIds: readonly Digest[];
  readonly platform: Platform;
  /** When it was built, as the config has it; the empty string if it does not say. */
  readonly created: string;
  /** What a container of it does, in the form of `canonicalRunConfig`. */
  readonly runConfig: string;
  /** The commit that the image says it was built from. */
  readonly revision: string | undefined;
};
