import { ActionError, type StepCode } from '../errors.ts';
import type { AttestedBundles } from '../github/attested-bundles.ts';
import { type Access, ApiProblem } from '../github/github.ts';
import type { Digest } from '../image/digest.ts';
import type { Descriptor } from '../image/manifest.ts';
import type { ReadableRegistry } from '../registry/registry.ts';

/** A bundle that was found, or what is wrong with what should have been one. `at`: where it lies, for people. */
export type FoundBundle = { readonly at: string } & ({ readonly bytes: Uint8Array } | { readonly lacks: string });

/** Something that a look brought: a bundle, or that there is more than is looked at. */
export type Look = FoundBundle | 'too-many';

/** A place where bundles about an image lie. */
export type BundleStore = {
  readonly name: string;
  /** look reads them one after the other. Throws StoreProblem. */
  look(digest: Digest, predicateTypes: readonly string[]): AsyncIterable<Look>;
};

/** Why a store could not be asked: what is in it, nobody knows. */
export class StoreProblem extends Error {
  override readonly name = 'StoreProblem';
}

/** What is looked at of what anybody may have attached who may write there. */
const MOST_DESCRIPTORS = 2_000;
const MOST_BUNDLES = 200;
const LARGEST_BUNDLE = 1 << 20;
/** Manifests that are read at once. */
const AT_ONCE = 8;
const BUNDLE = /^application\/vnd\.dev\.sigstore\.bundle(?:\.v\d+\.\d+\+json|\+json;version=\d+\.\d+)$/;

/**
 * registryStore finds bundles among what is attached to an image at its registry. What a list says of their types is no
 * evidence, so that every manifest is read. One that is damaged keeps nobody from the others, and neither does one of the
 * two lists: anyone who may push can write anything under the fallback tag, even where the registry has its own list.
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

/** githubStore finds bundles that GitHub keeps in a repository. */
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

/** What is wrong with what lies there, and not with the way to it. */
const OF_THE_BYTES: readonly StepCode[] = ['REGISTRY_ANSWER', 'DIGEST_MISMATCH', 'CONTENT_MISSING'];

async function bundleIn(
  registry: ReadableRegistry,
  layer: Descriptor,
): Promise<{ readonly bytes: Uint8Array } | { readonly lacks: string }> {
  if (layer.size > LARGEST_BUNDLE) return { lacks: `has ${layer.size} bytes, which is more than any bundle has` };
  // Asked at once: what is not there is not waited for, since nobody has written it just now.
  const bytes = (await registry.hasBlob(layer)) ? await registry.readBlob(layer) : undefined;
  return bytes === undefined ? { lacks: 'is not there: its registry has lost it' } : { bytes };
}

function unreadable(error: unknown): never {
  throw new StoreProblem(problemIn(error), { cause: error });
}

/** The end of the step is no problem of a store. */
function problemIn(error: unknown): string {
  if (error instanceof ApiProblem) return error.message;
  if (error instanceof ActionError && error.code !== 'TIMEOUT' && error.code !== 'CANCELLED') return error.message;
  throw error;
}
