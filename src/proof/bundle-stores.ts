import { ActionError, type StepCode } from '../errors.ts';
import type { AttestedBundles } from '../github/attested-bundles.ts';
import { type Access, ApiProblem } from '../github/github.ts';
import type { Digest } from '../image/digest.ts';
import type { Descriptor } from '../image/manifest.ts';
import type { ReadableRegistry } from '../registry/registry.ts';

/** A bundle that was found, or what is wrong with it. `at`: its place, for people. */
export type FoundBundle = { readonly at: string } & ({ readonly bytes: Uint8Array } | { readonly lacks: string });

/** A result of a look: a bundle, or that the store has more than we read. */
export type Look = FoundBundle | 'too-many';

/** A place that stores bundles about an image. */
export type BundleStore = {
  readonly name: string;
  /** look reads the bundles one after the other. Throws StoreProblem. */
  look(digest: Digest, predicateTypes: readonly string[]): AsyncIterable<Look>;
};

/** Why a store could not be read: its content is unknown. */
export class StoreProblem extends Error {
  override readonly name = 'StoreProblem';
}

/** The most that we read, because anyone with write access there may attach anything. */
const MOST_DESCRIPTORS = 2_000;
const MOST_BUNDLES = 200;
const LARGEST_BUNDLE = 1 << 20;
/** Manifests that are read at the same time. */
const AT_ONCE = 8;
const BUNDLE = /^application\/vnd\.dev\.sigstore\.bundle(?:\.v\d+\.\d+\+json|\+json;version=\d+\.\d+)$/;

/**
 * registryStore finds bundles among the referrers of an image at its registry. The types in a list are no evidence, so
 * every manifest is read. If one of them, or one of the two lists, is damaged, the others are still read: anyone who
 * may push can write anything under the fallback tag, even if the registry has its own list.
 */
export function registryStore(registry: ReadableRegistry, name: string): BundleStore {
  return {
    name,
    look: async function* (digest) {
      const lists = await Promise.allSettled((['api', 'tag'] as const).map((by) => registry.listReferrers(digest, by)));
      const listed = [...new Set(lists.flatMap((list) => (list.status === 'fulfilled' ? list.value : [])))];
      let bundles = 0;
      for (let at = 0; at < Math.min(listed.length, MOST_DESCRIPTORS); at += AT_ONCE) {
        const some = listed.slice(at, Math.min(at + AT_ONCE, MOST_DESCRIPTORS));
        for (const found of (await Promise.all(some.map((each) => bundlesIn(registry, each, digest)))).flat()) {
          bundles += 1;
          if (bundles > MOST_BUNDLES) return yield 'too-many';
          yield found;
        }
      }
      if (listed.length > MOST_DESCRIPTORS) yield 'too-many';
      for (const list of lists) if (list.status === 'rejected') unreadable(list.reason);
    },
  };
}

/** githubStore finds bundles that GitHub stores in a repository. */
export function githubStore(bundles: AttestedBundles, access: Access, repository: string): BundleStore {
  return {
    name: `GitHub (${repository})`,
    look: async function* (digest, predicateTypes) {
      for (const predicateType of predicateTypes) {
        const listed = await bundles.list(access, { digest, predicateType }).catch(unreadable);
        for (const { at, read } of listed?.bundles ?? []) {
          // Anyone who may store a bundle may store a damaged one.
          yield await read().then(
            (bytes) => ({ at, bytes }),
            (error) => ({ at, lacks: problemIn(error) }),
          );
        }
        if (listed?.isMore === true) yield 'too-many';
      }
    },
  };
}

async function bundlesIn(
  registry: ReadableRegistry,
  referrer: Digest,
  subject: Digest,
): Promise<readonly FoundBundle[]> {
  const at = `the registry (${referrer})`;
  try {
    const found = await registry.readReferrer(referrer, subject);
    if (found?.manifest.kind !== 'manifest') return [];
    const layers = found.manifest.layers.filter(({ mediaType }) => BUNDLE.test(mediaType));
    return await Promise.all(layers.map(async (layer) => ({ at, ...(await bundleIn(registry, layer)) })));
  } catch (error) {
    if (error instanceof ActionError && OF_THE_BYTES.includes(error.code as StepCode))
      return [{ at, lacks: `cannot be read: ${error.message}` }];
    throw new StoreProblem(problemIn(error), { cause: error });
  }
}

/** Errors about the stored content, and not about the connection to it. */
const OF_THE_BYTES: readonly StepCode[] = ['REGISTRY_ANSWER', 'DIGEST_MISMATCH', 'CONTENT_MISSING'];

async function bundleIn(
  registry: ReadableRegistry,
  layer: Descriptor,
): Promise<{ readonly bytes: Uint8Array } | { readonly lacks: string }> {
  if (layer.size > LARGEST_BUNDLE) return { lacks: `has ${layer.size} bytes, which is more than any bundle has` };
  // Asked only once: nobody has just written a missing blob, so we do not wait for it.
  const bytes = (await registry.hasBlob(layer)) ? await registry.readBlob(layer) : undefined;
  return bytes === undefined ? { lacks: 'is not there: its registry has lost it' } : { bytes };
}

function unreadable(error: unknown): never {
  throw new StoreProblem(problemIn(error), { cause: error });
}

/** If the step ends, that is no problem of a store. */
function problemIn(error: unknown): string {
  if (error instanceof ApiProblem) return error.message;
  if (error instanceof ActionError && error.code !== 'TIMEOUT' && error.code !== 'CANCELLED') return error.message;
  throw error;
}
