import type { Digest } from '../image/digest.ts';

/** A date, in milliseconds since 1970. Anyone may have written the date that an image gives itself. */
export type Dated = { readonly at: number; readonly by: 'registry' | 'image' };

/** A blob that a manifest names. `size` is in bytes. */
export type Blob = { readonly digest: Digest; readonly size: number };

/**
 * A manifest of a repository, and what it leads to. `artifact`: not an image, such as a chart, a cache or a signature.
 * `unreadable`: exists, but could not be read. `unread`: the registry lists it, it leads to nothing, and it is read
 * only before its deletion. `missing`: something leads to it, but it does not exist.
 */
export type Node = {
  readonly digest: Digest;
  readonly role: 'index' | 'image' | 'artifact' | 'unreadable' | 'unread' | 'missing';
  /** The entries of an index, of any type: an entry that is a blob for us may be a manifest under its own tag. */
  readonly children: readonly Digest[];
  readonly config: Digest | undefined;
  readonly blobs: readonly Blob[];
  /**
   * The manifests that it is attached to: its `subject`, and the digests in its tags of the form
   * `sha256-<hex>[.sig|.att|.sbom]`. Two images may share one such manifest.
   */
  readonly subjects: readonly Digest[];
  /** The commit that an image says it was built from. */
  readonly revision: string | undefined;
  readonly dates: readonly Dated[];
};

/** A set of manifests as a graph: index → child, and referrer → subject. It sends no requests. */
export class RepositoryGraph {
  readonly nodes: ReadonlyMap<Digest, Node>;
  readonly #parents = new Map<Digest, Set<Digest>>();
  readonly #referrers = new Map<Digest, Set<Digest>>();

  constructor(nodes: Iterable<Node>) {
    this.nodes = new Map([...nodes].map((node) => [node.digest, node]));
    for (const { digest, children, subjects } of this.nodes.values()) {
      for (const child of children) add(this.#parents, child, digest);
      for (const subject of subjects) add(this.#referrers, subject, digest);
    }
  }

  /** has tells whether a manifest exists; a `missing` one does not. */
  has(digest: Digest): boolean {
    const node = this.nodes.get(digest);
    return node !== undefined && node.role !== 'missing';
  }

  parentsOf(digest: Digest): readonly Digest[] {
    return [...(this.#parents.get(digest) ?? [])];
  }

  referrersOf(digest: Digest): readonly Digest[] {
    return [...(this.#referrers.get(digest) ?? [])];
  }

  /** below is these manifests and all that they lead to by children. */
  below(starts: Iterable<Digest>): ReadonlySet<Digest> {
    return reached(starts, (digest) => this.nodes.get(digest)?.children ?? []);
  }

  /** belonging is these manifests, all that they lead to, and all referrers of any of it. */
  belonging(starts: Iterable<Digest>): ReadonlySet<Digest> {
    return reached(starts, (digest) => this.followersOf(digest));
  }

  /** subjectsAbove is these manifests and all their subjects, at any distance. */
  subjectsAbove(starts: Iterable<Digest>): ReadonlySet<Digest> {
    return reached(starts, (digest) => this.nodes.get(digest)?.subjects ?? []);
  }

  /** leadersOf are the manifests that lead to one: the indexes that list it, and its subjects. */
  leadersOf(digest: Digest): readonly Digest[] {
    return [...this.parentsOf(digest), ...(this.nodes.get(digest)?.subjects ?? [])];
  }

  /** leadingTo is these manifests and all that lead to them, at any distance. */
  leadingTo(starts: Iterable<Digest>): ReadonlySet<Digest> {
    return reached(starts, (digest) => this.leadersOf(digest));
  }

  /** followersOf are the manifests that one leads to: its children and its referrers. */
  followersOf(digest: Digest): readonly Digest[] {
    return [...(this.nodes.get(digest)?.children ?? []), ...this.referrersOf(digest)];
  }
}

function reached(starts: Iterable<Digest>, next: (digest: Digest) => readonly Digest[]): ReadonlySet<Digest> {
  const found = new Set(starts);
  // The set grows during the loop; so a circle ends where it began.
  for (const digest of found) for (const other of next(digest)) found.add(other);
  return found;
}

function add(to: Map<Digest, Set<Digest>>, key: Digest, value: Digest): void {
  const there = to.get(key);
  if (there === undefined) to.set(key, new Set([value]));
  else there.add(value);
}
