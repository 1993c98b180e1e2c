import { ActionError } from '../errors.ts';
import type { Digest } from '../image/digest.ts';
import type { Repository } from '../image/reference.ts';
import { subjectOf } from '../image/referrer-tag.ts';
import type { Catalogue, Document } from '../registry/catalogue.ts';
import { inTurns } from './in-turns.ts';
import { isOfOneManifest } from './one-manifest.ts';
import type { Holdings, PruneRules } from './plan-prune.ts';
import { configSays, readNode, unreadNode } from './read-node.ts';
import { type Node, RepositoryGraph } from './repository-graph.ts';
import { formOf } from './tag-forms.ts';
import { dangling } from './unreadable.ts';

/** How many requests are made at a time. */
const LANES = 8;
/** How deep manifests may lead to manifests. What people make is not half as deep. */
const DEEPEST = 16;

/**
 * survey reads everything that a repository holds and that a plan has to know: each tag, all that it leads to, what is
 * attached to what may go, and every deployed digest. The tags are listed twice, before and after.
 */
export async function survey(repository: Repository, rules: PruneRules, catalogue: Catalogue): Promise<Holdings> {
  const reading = new Reading(catalogue);
  const first = new Set(await catalogue.listTags());
  const tags = new Map<string, Digest>();
  const nothing = new Set<string>();
  const readTag = async (tag: string) => {
    const digest = await reading.readTag(tag);
    if (digest === undefined) nothing.add(tag);
    else tags.set(tag, digest);
  };
  await inTurns([...first], LANES, readTag);
  const second = new Set(await catalogue.listTags());
  await inTurns([...second.difference(first)], LANES, readTag);
  for (const tag of nothing) if (second.has(tag)) throw dangling(repository, tag);

  for (const [tag, digest] of tags) reading.attach(subjectOf(tag), digest);
  const candidates = candidatesOf(tags, rules);
  await reading.readBelow(candidates);
  await reading.readDeployed(rules.keepDigests);
  await reading.readBelow(candidates);
  return { repository, tags, unsettled: first.symmetricDifference(second), graph: reading.graph() };
}

/** What its tags let go: only of these the dates and what is attached to them are asked for. */
function candidatesOf(tags: ReadonlyMap<string, Digest>, rules: PruneRules): ReadonlySet<Digest> {
  const candidates = new Set<Digest>();
  const kept = new Set<Digest>();
  for (const [tag, digest] of tags) {
    const { kind } = formOf(tag, rules);
    if (kind === 'kept') kept.add(digest);
    else candidates.add(digest);
  }
  return candidates.difference(kept);
}

/** Reading holds what has been read of one repository so far. */
class Reading {
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

  constructor(catalogue: Catalogue) {
    this.#catalogue = catalogue;
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
      if (digest !== undefined) this.#nodes.set(digest, unreadNode(digest, 'unreadable'));
      return digest;
    }
  }

  /**
   * readDeployed looks for deployed digests that nothing has led to: a manifest may be there without any tag. What is
   * known to be a config is not asked for: the distribution project's registry fails at a blob that is asked for as a manifest.
   */
  async readDeployed(digests: ReadonlySet<Digest>): Promise<void> {
    const configs = new Set([...this.#nodes.values()].map(({ config }) => config));
    const unseen = [...digests].filter((digest) => !this.#nodes.has(digest) && !configs.has(digest));
    await inTurns(unseen, LANES, (digest) => this.#read(digest, undefined));
  }

  /** attach remembers that a manifest is about another one. */
  attach(subject: Digest | undefined, referrer: Digest): void {
    if (subject === undefined) return;
    this.#ledTo.add(subject);
    this.#subjects.set(referrer, (this.#subjects.get(referrer) ?? new Set()).add(subject));
  }

  /** readBelow reads all that is led to, and of what may go also what is attached to it, and the dates. */
  async readBelow(candidates: ReadonlySet<Digest>): Promise<void> {
    for (let depth = 0; ; depth++) {
      const wanted = [...this.#ledTo].filter((digest) => !this.#nodes.has(digest));
      await inTurns(wanted, LANES, (digest) => this.#read(digest, 'missing'));
      const graph = this.graph();
      const toAsk = [...graph.belonging(candidates)].filter((digest) => graph.has(digest) && !this.#asked.has(digest));
      for (const digest of toAsk) this.#asked.add(digest);
      await inTurns(toAsk, LANES, (digest) => this.#readReferrers(digest));
      if (wanted.length === 0 && toAsk.length === 0) break;
      if (depth === DEEPEST) throw tooDeep();
    }
    const dated = [...this.graph().belonging(candidates)].filter((digest) => this.#configs.has(digest));
    await inTurns(dated, LANES, (digest) => this.#readConfig(digest));
  }

  graph(): RepositoryGraph {
    const nodes = [...this.#nodes.values()].map((node) => {
      const more = this.#subjects.get(node.digest);
      return more === undefined ? node : { ...node, subjects: [...more.union(new Set(node.subjects))] };
    });
    return new RepositoryGraph(nodes);
  }

  async #readReferrers(subject: Digest): Promise<void> {
    for (const referrer of (await this.#catalogue.listReferrers(subject)) ?? []) {
      this.attach(subject, referrer);
      if (!this.#nodes.has(referrer)) await this.#read(referrer, 'missing');
    }
  }

  async #read(digest: Digest, otherwise: 'missing' | undefined): Promise<void> {
    try {
      const document = await this.#catalogue.readDocument(digest);
      if (document !== undefined) this.#take(document);
      else if (otherwise !== undefined) this.#nodes.set(digest, unreadNode(digest, otherwise));
    } catch (error) {
      if (!isOfOneManifest(error)) throw error;
      this.#nodes.set(digest, unreadNode(digest, 'unreadable'));
    }
  }

  #take(document: Document): void {
    const { node, below, config } = readNode(document);
    this.#nodes.set(node.digest, node);
    for (const next of [...below, ...node.subjects]) this.#ledTo.add(next);
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
  return new ActionError('REGISTRY_ANSWER', `Manifests lead to manifests more than ${DEEPEST} deep.`, {
    hint: 'Nothing was deleted. Look at what has been pushed to this repository.',
  });
}
