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

/** How many requests are made at a time. */
export const LANES = 8;
/** How deep manifests may lead to manifests. What people make is not half as deep. */
const DEEPEST = 16;

/** Reading holds what has been read of one repository so far. */
export class Reading {
  readonly #catalogue: Catalogue;
  readonly #nodes = new Map<Digest, Node>();
  /** What the fallback tags and the registry's own lists say beside the manifests themselves. */
  readonly #subjects = new Map<Digest, Set<Digest>>();
  /** What is a child or a subject of something: it may be there without any tag. */
  readonly #ledTo = new Set<Digest>();
  /** Configs of images that were not read yet. */
  readonly #configs = new Map<Digest, Digest>();
  /** What was asked for its referrers. */
  readonly #asked = new Set<Digest>();
  #hasReferrers = true;
  /** What the registry's own list has. */
  readonly #listed = new Map<Digest, Listed>();

  constructor(catalogue: Catalogue) {
    this.#catalogue = catalogue;
  }

  /** begin takes what the registry's own list has. */
  begin(manifests: readonly Listed[]): void {
    for (const listed of manifests) {
      this.#listed.set(listed.digest, listed);
      this.#nodes.set(listed.digest, this.#unread(listed.digest, 'unread'));
    }
  }

  /** isMissing tells what is listed, and is not there. */
  isMissing(digest: Digest): boolean {
    return this.#nodes.get(digest)?.role === 'missing';
  }

  /**
   * readLeading reads what the list has and may lead to something: all that it does not call a single manifest. Where
   * it has no types, that is what has a tag, and then what nothing leads to; the type of the rest stands in what leads
   * to it.
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
   * readBefore reads what is still to be known of what a plan lets go: the manifests themselves, and what is attached
   * to them; everything that is not read yet unless `isUseful`. False if there is nothing more.
   */
  async readBefore(plan: RepositoryPlan | Unplannable, isUseful: boolean): Promise<boolean> {
    const going = plan.kind === 'plan' ? plan.groups.flat().map(({ digest }) => digest) : [];
    const lacking = plan.kind === 'unplannable' && plan.why === 'unread' ? plan.digests : [];
    const graph = this.graph();
    // Also of what stays and is attached to any of it: what is attached to that may keep it all.
    const toAsk = [...graph.belonging(going)].filter((digest) => graph.has(digest) && !this.#asked.has(digest));
    for (const digest of toAsk) this.#asked.add(digest);
    const attachable = this.#attachable();
    // All possible attachments are listed: the shorter way to find them is not available here.
    const isListed = attachable !== undefined && attachable.length <= toAsk.length;
    if (!isListed) await inTurns(toAsk, LANES, (digest) => this.#readReferrers(digest));
    const others = isListed || !this.#hasReferrers ? (attachable ?? []) : [];
    const unread = isUseful || lacking.length === 0 ? [...new Set([...lacking, ...others])] : this.#allUnread();
    await inTurns(unread, LANES, (digest) => this.#read(digest, 'missing'));
    return unread.length + toAsk.length > 0;
  }

  /** readForDeployed reads all there is if nothing deployed is found: it may be named by its config. False if that is so already. */
  async readForDeployed(plan: RepositoryPlan | Unplannable, { keepDigests }: PruneRules): Promise<boolean> {
    const unread = this.#allUnread();
    if (plan.kind === 'unplannable' || plan.found.size > 0 || keepDigests.size === 0) return false;
    await inTurns(unread, LANES, (digest) => this.#read(digest, 'missing'));
    return unread.length > 0;
  }

  /** What is not read, and may be attached to something; undefined where no list has types to tell it by. */
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
   * readNamed looks for digests by name that nothing has led to: a manifest may be there without any tag. What is known
   * to be a config is not asked for: the distribution project's registry fails at a blob that is asked for as a
   * manifest.
   */
  async readNamed(digests: ReadonlySet<Digest>): Promise<void> {
    const configs = new Set([...this.#nodes.values()].map(({ config }) => config));
    const unseen = [...digests].filter((digest) => !this.#nodes.has(digest) && !configs.has(digest));
    await inTurns(unseen, LANES, (digest) => this.#read(digest, undefined));
  }

  /** attach remembers that a manifest is about another one. */
  attach(subject: Digest | undefined, referrer: Digest): void {
    if (subject === undefined) return;
    // What stays because something is attached to it keeps what it is attached to itself.
    this.#ledTo.add(subject);
    this.#subjects.set(referrer, (this.#subjects.get(referrer) ?? new Set()).add(subject));
  }

  /** readBelow reads all that is led to, and of what may go the dates and labels in the configs. */
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

  /** Where the registry itself tells a date, that of the build is not asked for. */
  #isDated(digest: Digest): boolean {
    return (this.#listed.get(digest)?.dates.length ?? 0) > 0;
  }

  #unread(digest: Digest, role: 'unreadable' | 'unread' | 'missing'): Node {
    return { ...unreadNode(digest, role), dates: this.#datesOf(digest) };
  }

  #datesOf(digest: Digest): Node['dates'] {
    return (this.#listed.get(digest)?.dates ?? []).map((at) => ({ at, by: 'registry' }));
  }

  /** What is led to has to be read, unless it is listed, and leads to nothing. */
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
      // Where all manifests are listed, what is not, and was only named, is a config that no read manifest has.
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
