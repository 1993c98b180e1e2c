import type { ImageFile } from '../files/files.ts';
import type { Registry } from '../registry/registry.ts';
import { pushPacked } from './content-source.ts';
import { type Claim, claimOf } from './engine-source.ts';
import { Progress, type Teller } from './progress.ts';
import { type LayerCompression, pushUnpacked } from './unpacked-source.ts';

/** How an image in a file is pushed, and who is told of it. */
export type Terms = {
  readonly compression: LayerCompression;
  /** Repository on the same registry that may have blobs of the image. */
  readonly mountFrom: string | undefined;
  readonly teller: Teller;
};

/**
 * pushFile brings an image from its file to a registry, without an engine: as it is if it has a manifest, or else its
 * layers compressed and a manifest made of them. It is put there by its digest; its tags are written when it has been
 * verified.
 */
export async function pushFile(
  registry: Registry,
  file: ImageFile,
  { compression, mountFrom, teller }: Terms,
): Promise<Claim> {
  const progress = new Progress(teller);
  const terms = { progress, mountFrom, compression };
  const root = await (file.kind === 'packed' ? pushPacked(registry, file, terms) : pushUnpacked(registry, file, terms));
  return { ...claimOf(root, false), pushed: root, transfer: progress.transfer };
}
