import { ActionError } from '../errors.ts';
import type { Digest } from '../image/digest.ts';
import { isIndexType, MANIFESTS, MEDIA_TYPES } from '../image/media-types.ts';
import type { Listed } from '../image/own-list.ts';
import type { Catalogue, Document } from '../registry/catalogue.ts';
import { inTurns } from './in-turns.ts';
import { isOfOneManifest } from './one-manifest.ts';
import type { RepositoryPlan, Unplannable } from './plan-prune.ts';
import type { PruneRules } from './prune-rules.ts';
import { configSays, type ReadNode, readNode, unreadNode } from './read-node.ts';
import { type Node, RepositoryGraph } from './repository-graph.ts';

/** How many requests run at a time. */
export const LANES = 8;
/** How deep manifests may lead to manifests. Real ones are less than half as deep. */
const DEEPEST = 16;

/** Reading holds what we have read of one repository so far. */
export class Reading {
  readonly #catalogue: Catalogue;
  readonly #nodes = new Map<Digest, Node>();
  /** Subjects by the fallback tags and the registry's own lists, beside those in the manifests. */
  readonly #subjects = new Map<Digest, Set<Digest>>();
  /** Children and subjects: they may exist without a tag. */
  readonly #ledTo = new Set<Digest>();
  /** Configs of images that we have not read yet. */
  readonly #configs = new Map<Digest, Digest>();
  /** Manifests whose referrers were listed. */
  readonly #asked = new Set<Digest>();
  #hasReferrers = true;
  /** The entries of the registry's own list. */
  readonly #listed = new Map<Digest, Listed>();

  constructor(catalogue: Catalogue) {
    this.#catalogue = catalogue;
  }

  /** begin takes the entries of the registry's own list. */
  begin(manifests: readonly Listed[]): void {
    for (const listed of manifests) {
      this.#listed.set(listed.digest, listed);
      this.#nodes.set(listed.digest, this.#unread(listed.digest, 'unread'));
    }
  }

  /** isMissing tells whether a listed manifest does not exist. */
  isMissing(digest: Digest): boolean {
    return this.#nodes.get(digest)?.role === 'missing';
  }

  /**
   * readLeading reads the listed manifests that may lead to something: all whose type is not a single manifest. If the
   * list has no types, it reads those with a tag, then those that nothing leads to. For the rest, what leads to them
   * has the type.
   */
  async readLeading(): Promise<void> {
    const read = (digests: readonly Digest[]) => inTurns(digests, LANES, (digest) => this.#read(digest, 'missing'));
    const leading = [...this.#listed.values()].filter(({ mediaType }) => !MANIFESTS.includes(mediaType ?? ''));
    await read(
      leading.filter(({ mediaType, tags }) => mediaType !== undefined || tags.length > 0).map(({ digest }) => digest),
    );
    const graph = this.graph();
    const isAlone = (digest: Digest) =>
      graph.nodes.get(digest)?.role === 'unread' && graph.parentsOf(digest).length === 0;
    await read(leading.map(({ digest }) => digest).filter(isAlone));
  }

  /**
   * readBefore reads what is still unknown about the manifests to delete: themselves and their referrers. Unless
   * `isUseful`, it reads everything not read yet. False if there is nothing more to read.
   */
  async readBefore(plan: RepositoryPlan | Unplannable, isUseful: boolean): Promise<boolean> {
    const going = plan.kind === 'plan' ? plan.groups.flat().map(({ digest }) => digest) : [];
    const lacking = plan.kind === 'unplannable' && plan.why === 'unread' ? plan.digests : [];
    const graph = this.graph();
    // Also for referrers that stay: their own referrers may keep it all.
    const toAsk = [...graph.belonging(going)].filter((digest) => graph.has(digest) && !this.#asked.has(digest));
    for (const digest of toAsk) this.#asked.add(digest);
    const attachable = this.#attachable();
    // All possible referrers are listed. If they are not more than the questions, we read them instead of asking.
    const isListed = attachable !== undefined && attachable.length <= toAsk.length;
    if (!isListed) await inTurns(toAsk, LANES, (digest) => this.#readReferrers(digest));
    const others = isListed || !this.#hasReferrers ? (attachable ?? []) : [];
    const unread = isUseful || lacking.length === 0 ? [...new Set([...lacking, ...others])] : this.#allUnread();
    await inTurns(unread, LANES, (digest) => this.#read(digest, 'missing'));
    return unread.length + toAsk.length > 0;
  }

  /**
   * readForDeployed reads everything if no deployed digest was found: it may be that of a config. False if it read
   * nothing.
   */
  async readForDeployed(plan: RepositoryPlan | Unplannable, { keepDigests }: PruneRules): Promise<boolean> {
    const unread = this.#allUnread();
    if (plan.kind === 'unplannable' || plan.found.size > 0 || keepDigests.size === 0) return false;
    await inTurns(unread, LANES, (digest) => this.#read(digest, 'missing'));
    return unread.length > 0;
  }

  /** Unread manifests that may be referrers; undefined if the list has no types. */
  #attachable(): readonly Digest[] | undefined {
    const isTyped = [...this.#listed.values()].some(({ mediaType }) => mediaType !== undefined);
    const mayBe = (digest: Digest) => this.#listed.get(digest)?.mediaType === MEDIA_TYPES.ociManifest;
    return isTyped ? this.#allUnread().filter(mayBe) : undefined;
  }

  #allUnread(): readonly Digest[] {
    return [...this.#nodes.values()].filter(({ role }) => role === 'unread').map(({ digest }) => digest);
  }

  /** readTag reads what a tag shows and returns its digest; undefined if nothing is there. */
  async readTag(tag: string): Promise<Digest | undefined> {
    try {
      const document = await this.#catalogue.readDocument(tag);
      if (document !== undefined) this.#take(document);
      return document?.digest;
    } catch (error) {
      if (!isOfOneManifest(error)) throw error;
      const digest = await this.#catalogue.digestUnder(tag);
      if (digest !== undefined) this.#nodes.set(digest, this.#unread(digest, 'unreadable'));
      return digest;
    }
  }

  /**
   * readNamed looks for digests that nothing led to: a manifest may exist without a tag. It skips known configs: the
   * distribution project's registry fails if a blob is asked for as a manifest.
   */
  async readNamed(digests: ReadonlySet<Digest>): Promise<void> {
    const configs = new Set([...this.#nodes.values()].map(({ config }) => config));
    const unseen = [...digests].filter((digest) => !this.#nodes.has(digest) && !configs.has(digest));
    await inTurns(unseen, LANES, (digest) => this.#read(digest, undefined));
  }

  /** attach remembers that a manifest is a referrer of another one. */
  attach(subject: Digest | undefined, referrer: Digest): void {
    if (subject === undefined) return;
    // A subject that stays because of a referrer keeps its own subject.
    this.#ledTo.add(subject);
    this.#subjects.set(referrer, (this.#subjects.get(referrer) ?? new Set()).add(subject));
  }

  /**
   * readBelow reads children and subjects, and for manifests that may be deleted the dates and labels in the configs.
   */
  async readBelow(candidates: ReadonlySet<Digest>, { shaTag }: PruneRules): Promise<void> {
    for (let depth = 0; ; depth++) {
      const wanted = [...this.#ledTo].filter((digest) => (this.#nodes.get(digest)?.role ?? 'unread') === 'unread');
      await inTurns(wanted, LANES, (digest) => this.#read(digest, 'missing'));
      if (wanted.length === 0) break;
      if (depth === DEEPEST) throw tooDeep();
    }
    const isShort = shaTag.includes('{short-sha}');
    const wanted = [...this.graph().belonging(candidates)].filter(
      (digest) => this.#configs.has(digest) && (isShort || !this.#isDated(digest)),
    );
    await inTurns(wanted, LANES, (digest) => this.#readConfig(digest));
  }

  /** If the registry itself gives a date, the date of the build is not read. */
  #isDated(digest: Digest): boolean {
    return (this.#listed.get(digest)?.dates.length ?? 0) > 0;
  }

  #unread(digest: Digest, role: 'unreadable' | 'unread' | 'missing'): Node {
    return { ...unreadNode(digest, role), dates: this.#datesOf(digest) };
  }

  #datesOf(digest: Digest): Node['dates'] {
    return (this.#listed.get(digest)?.dates ?? []).map((at) => ({ at, by: 'registry' }));
  }

  /** Everything below has to be read, except a listed manifest that leads to nothing. */
  #lead({ digest, mediaType }: ReadNode['below'][number]): void {
    if (!this.#listed.has(digest) || isIndexType({ mediaType })) this.#ledTo.add(digest);
  }

  graph(): RepositoryGraph {
    const nodes = [...this.#nodes.values()].map((node) => {
      const more = this.#subjects.get(node.digest);
      return more === undefined ? node : { ...node, subjects: [...more.union(new Set(node.subjects))] };
    });
    return new RepositoryGraph(nodes);
  }

  async #readReferrers(subject: Digest): Promise<void> {
    const referrers = await this.#catalogue.listReferrers(subject);
    this.#hasReferrers &&= referrers !== undefined;
    for (const referrer of referrers ?? []) {
      this.attach(subject, referrer);
      if (!this.#nodes.has(referrer)) await this.#read(referrer, 'missing');
    }
  }

  async #read(digest: Digest, otherwise: 'missing' | undefined): Promise<void> {
    try {
      const document = await this.#catalogue.readDocument(digest);
      if (document !== undefined) this.#take(document);
      else if (otherwise !== undefined) this.#nodes.set(digest, this.#unread(digest, otherwise));
    } catch (error) {
      if (!isOfOneManifest(error)) throw error;
      // If the list has all manifests, a named digest outside it is a config that no manifest we read has.
      if (otherwise === undefined && this.#listed.size > 0) return;
      this.#nodes.set(digest, this.#unread(digest, 'unreadable'));
    }
  }

  #take(document: Document): void {
    const { node, below, config } = readNode(document);
    this.#nodes.set(node.digest, { ...node, dates: [...node.dates, ...this.#datesOf(node.digest)] });
    for (const next of below) this.#lead(next);
    for (const subject of node.subjects) this.#ledTo.add(subject);
    if (config !== undefined) this.#configs.set(node.digest, config);
  }

  async #readConfig(digest: Digest): Promise<void> {
    const node = this.#nodes.get(digest);
    const config = this.#configs.get(digest);
    if (node === undefined || config === undefined) return;
    this.#configs.delete(digest);
    const bytes = await this.#catalogue.readBlob(config);
    if (bytes === undefined) return;
    const said = configSays(bytes);
    this.#nodes.set(digest, {
      ...node,
      revision: said.revision ?? node.revision,
      dates: [...node.dates, ...said.dates],
    });
  }
}

function tooDeep(): ActionError {
  return new ActionError('REGISTRY_ANSWER', `Manifests refer to each other more than ${DEEPEST} deep.`, {
    hint: 'Nothing was deleted. Look at what was pushed to this repository.',
  });
}
