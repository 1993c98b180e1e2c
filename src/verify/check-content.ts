import { ActionError } from '../errors.ts';
import type { Registry } from '../registry/registry.ts';
import type { Graph } from './walk-graph.ts';

/**
 * checkContent downloads every layer, hashes it as it is served and decompressed, and compares both with what the
 * manifests and configs say. It returns how many bytes were checked. Throws CONTENT_MISSING or DIGEST_MISMATCH.
 */
export async function checkContent(registry: Registry, { images, blobs }: Graph): Promise<number> {
  const layers = images.flatMap(({ manifest, config }) =>
    manifest.layers.map(({ digest }, index) => ({ digest, diffId: config.diffIds[index] })),
  );
  const sizes = await Promise.all(
    blobs.map(async (blob) => {
      const seen = await registry.digestBlob(blob);
      if (seen === undefined) throw failure('CONTENT_MISSING', `The registry does not serve the blob ${blob.digest}.`);
      if (seen.digest !== blob.digest || seen.size !== blob.size) {
        throw failure('DIGEST_MISMATCH', `The registry serves other bytes than those of the blob ${blob.digest}.`);
      }
      const other = layers.find(({ digest, diffId }) => digest === blob.digest && diffId !== seen.diffId);
      if (other !== undefined) {
        throw failure(
          'DIGEST_MISMATCH',
          `The layer ${blob.digest} does not decompress to the diff_id ${other.diffId} of its config.`,
        );
      }
      return seen.size;
    }),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

function failure(code: 'CONTENT_MISSING' | 'DIGEST_MISMATCH', message: string): ActionError {
  return new ActionError(code, message, {
    hint: 'Do not deploy it. Run the job again; if it happens again, ask whoever runs the registry.',
  });
}
