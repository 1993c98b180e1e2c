import type { Digest } from '../image/digest.ts';

/** A date, in milliseconds since 1970. What an image says of itself, anybody may have written. */
export type Dated = { readonly at: number; readonly by: 'registry' | 'image' };

/** A blob that a manifest names. `size` is in bytes. */
export type Blob = { readonly digest: Digest; readonly size: number };

/**
 * A manifest of a repository, and what it leads to. An `artifact` is anything that is no image: a chart, a cache, a
 * signature. An `unreadable` one is there and could not be read; an `unread` one is listed by the registry, leads to
 * nothing, and need not be read as long as it stays; a `missing` one is only led to.
 */
export type Node = {
  readonly digest: Digest;
  readonly role: 'index' | 'image' | 'artifact' | 'unreadable' | 'unread' | 'missing';
  /** The entries of an index, of any type: an entry that is a blob for us may be a manifest under its own tag. */
  readonly children: readonly Digest[];
  readonly config: Digest | undefined;
  readonly blobs: readonly Blob[];
  /**
   * What it is attached to: its own `subject`, and the digests that tags of the form `sha256-<hex>[.sig|.att|.sbom]` on
   * it name. Two images may share one such manifest.
   */
  readonly subjects: readonly Digest[];
  /** The commit that an image says it was built from. */
  readonly revision: string | undefined;
  readonly dates: readonly Dated[];
};

/** A set of manifests as a graph: index → child, and referrer → subject. It has no request in it. */
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

  /** has tells whether a manifest is there; one that is only led to is not. */
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

  /** below is what these lead to by children, themselves among it. */
  below(starts: Iterable<Digest>): ReadonlySet<Digest> {
    return reached(starts, (digest) => this.nodes.get(digest)?.children ?? []);
  }

  /** belonging is what these lead to, with everything that is attached to any of it. */
  belonging(starts: Iterable<Digest>): ReadonlySet<Digest> {
    return reached(starts, (digest) => this.followersOf(digest));
  }

  /** subjectsAbove is what these are attached to, and what that is attached to, themselves among it. */
  subjectsAbove(starts: Iterable<Digest>): ReadonlySet<Digest> {
    return reached(starts, (digest) => this.nodes.get(digest)?.subjects ?? []);
  }

  /** leadersOf are the manifests that lead to one: indexes around it, and what it is attached to. */
  leadersOf(digest: Digest): readonly Digest[] {
    return [...this.parentsOf(digest), ...(this.nodes.get(digest)?.subjects ?? [])];
  }

  /** leadingTo is everything that leads to these, at any distance, themselves among it. */
  leadingTo(starts: Iterable<Digest>): ReadonlySet<Digest> {
    return reached(starts, (digest) => this.leadersOf(digest));
  }

  /** followersOf are the manifests that one leads to: its children, and what is attached to it. */
  followersOf(digest: Digest): readonly Digest[] {
    return [...(this.nodes.get(digest)?.children ?? []), ...this.referrersOf(digest)];
  }
}

function reached(starts: Iterable<Digest>, next: (digest: Digest) => readonly Digest[]): ReadonlySet<Digest> {
  const found = new Set(starts);
  // A set that grows while it is walked: a circle ends where it began.
  for (const digest of found) for (const other of next(digest)) found.add(other);
  return found;
}

function add(to: Map<Digest, Set<Digest>>, key: Digest, value: Digest): void {
  const there = to.get(key);
  if (there === undefined) to.set(key, new Set([value]));
  else there.add(value);
}
