import type { Digest } from '../image/digest.ts';
import type { Manifest } from '../image/manifest.ts';
import { MOST_MANIFESTS } from '../image/reading.ts';
import { COSIGN_KINDS, cosignTag, type ReferrerTag } from '../image/referrer-tag.ts';
import type { ReadableRegistry } from '../registry/registry.ts';

/** The referrers that a repository lists, and the manifests under cosign's tags: each is asked for once. */
export type AttachedLists = {
  readonly list: (subject: Digest) => Promise<readonly Digest[]>;
  readonly tagged: (tag: ReferrerTag) => Promise<Manifest | undefined>;
  /** askEarly asks for all referrers of an image while the image is still being read. */
  readonly askEarly: (root: Manifest) => void;
};

/** attachedLists reads them from a registry. */
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
        // Referrers may have referrers themselves, whatever their type.
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

/** Most referrers that we ask about before they are read: with more, there is no limit to what follows. */
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
