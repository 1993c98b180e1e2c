import type { Descriptor } from '../image/manifest.ts';

/** What was seen of an image at its destination before it is pushed there, together with the tags. */
export interface Sight {
  /**
   * has is true if the registry has a blob, so it need not be uploaded. The registry is asked once, and may be asked
   * early.
   */
  has(blob: Descriptor): Promise<boolean>;
  /** looked is what `has` was told, or will be; undefined if it was not asked. */
  looked(blob: Descriptor): Promise<boolean> | undefined;
}
