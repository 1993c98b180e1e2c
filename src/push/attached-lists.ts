import type { Digest } from '../image/digest.ts';
import type { Manifest } from '../image/manifest.ts';
import { MOST_MANIFESTS } from '../image/reading.ts';
import { COSIGN_KINDS, cosignTag, type ReferrerTag } from '../image/referrer-tag.ts';
import type { ReadableRegistry } from '../registry/registry.ts';

/** What a repository lists as attached to manifests, and has under the tags of cosign: each is asked for once. */
export type AttachedLists = {
  readonly list: (subject: Digest) => Promise<readonly Digest[]>;
  readonly tagged: (tag: ReferrerTag) => Promise<Manifest | undefined>;
  /** askEarly asks for all that is attached to an image while the image is still read. */
  readonly askEarly: (root: Manifest) => void;
};

/** attachedLists reads them at a registry. */
export function attachedLists(registry: Pick<ReadableRegistry, 'listReferrers' | 'readManifest'>): AttachedLists {
  const list = once((subject: Digest) => registry.listReferrers(subject));
  const tagged = once((tag: ReferrerTag) => registry.readManifest(tag));
  return {
    list,
    tagged,
    askEarly: (root) => {
      const below = root.kind === 'index' ? root.children.slice(0, MOST_MANIFESTS) : [];
      for (const { digest } of [...below, root]) {
        const listed = ask(digest);
        // What is attached may have something attached to it, whatever it is.
        void listed.then((found) => found.length <= FEW && found.forEach(ask), ignored);
      }
    },
  };

  function ask(subject: Digest): Promise<readonly Digest[]> {
    // The code that needs an answer waits for it, and gets its error.
    for (const kind of COSIGN_KINDS) tagged(cosignTag(subject, kind)).catch(ignored);
    const listed = list(subject);
    listed.catch(ignored);
    return listed;
  }
}

/** How many are asked about before they were read: who attaches much may attach anything. */
const FEW = 20;

function ignored(): void {}

function once<K, T>(ask: (key: K) => Promise<T>): (key: K) => Promise<T> {
  const asked = new Map<K, Promise<T>>();
  return (key) => {
    const answer = asked.get(key) ?? ask(key);
    asked.set(key, answer);
    return answer;
  };
}
