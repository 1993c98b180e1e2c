import type { Descriptor } from '../image/manifest.ts';

/** What we have seen of an image at its destination before the push, together with the tags. */
export interface Sight {
  /**
   * has is true if the registry has a blob, so it need not be uploaded. The registry is asked only once, possibly
   * early.
   */
  has(blob: Descriptor): Promise<boolean>;
  /** looked is the answer that `has` got or will get; undefined if it was not called. */
  looked(blob: Descriptor): Promise<boolean> | undefined;
}
