import type { Registry } from '../registry/registry.ts';
import { differs, missing } from './registry-content.ts';
import type { Graph } from './walk-graph.ts';

/**
 * checkContent downloads every layer, hashes it as it is served and decompressed, and compares both with what the
 * manifests and configs say. It returns how many bytes were checked. Throws CONTENT_MISSING or DIGEST_MISMATCH.
 */
export async function checkContent(registry: Pick<Registry, 'digestBlob'>, { images, layers }: Graph): Promise<number> {
  const unpacked = images.flatMap(({ manifest, config }) =>
    manifest.layers.map(({ digest }, index) => ({ digest, diffId: config.diffIds[index] })),
  );
  const sizes = layers.map(async (layer) => {
    const seen = await registry.digestBlob(layer);
    if (seen === undefined) throw missing('The layer', layer);
    if (seen.digest !== layer.digest || seen.size !== layer.size) {
      throw differs(`The registry serves other bytes than those of the layer ${layer.digest}.`);
    }
    const other = unpacked.find(({ digest, diffId }) => digest === layer.digest && diffId !== seen.diffId);
    if (other?.diffId !== undefined && !other.diffId.startsWith('sha256:')) {
      throw differs(
        `The diff_id ${other.diffId} is not a SHA-256, so the layer ${layer.digest} cannot be compared with it.`,
      );
    }
    if (other !== undefined) {
      throw differs(`The layer ${layer.digest} does not decompress to the diff_id ${other.diffId} of its config.`);
    }
    return seen.size;
  });
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}
