import { ActionError } from '../errors.ts';
import type { Digest } from '../image/digest.ts';
import type { Listed } from '../image/own-list.ts';
import { subjectOf } from '../image/referrer-tag.ts';
import type { Catalogue } from '../registry/catalogue.ts';
import type { Group } from './groups.ts';
import type { Holdings } from './holdings.ts';
import { inTurns } from './in-turns.ts';
import { readNode } from './read-node.ts';

/** How many tags we read at a time. */
const LANES = 8;
/** How often we look at the tags if something is always new, and how many manifests we follow. */
const MOST_LOOKS = 4;
const FARTHEST = 1_000;
/** Most changes in one look. */
const MOST_CHANGES = 10_000;

/** A tag that shows something else than in the plan, or a new manifest without a tag. */
type Change = { readonly tag: string | undefined; readonly digest: Digest };
/** The result of one look. It is calm if everything in it was already followed. */
type Look = { readonly changes: readonly Change[]; readonly isCalm: boolean };

/**
 * LateChanges finds what others have done since a plan was made. Right before each deletion, we read all current tags
 * and follow what is new to everything it leads to. We repeat this until a look finds nothing new, and then list the
 * tags once more. We miss a tag that moves after it was read in the last look, or that is created after the last list.
 * If the registry lists manifests with their tags, we read that list instead, and only then the tags that are not in
 * it. That also shows new manifests without a tag.
 */
export class LateChanges {
  readonly #holdings: Holdings;
  readonly #catalogue: Catalogue;
  /** Content under a digest never changes. */
  readonly #followed = new Map<Digest, ReadonlySet<Digest>>();
  #running: Promise<unknown> = Promise.resolve();
  #next: Promise<Look> | undefined;

  constructor(holdings: Holdings, catalogue: Catalogue) {
    this.#holdings = holdings;
    this.#catalogue = catalogue;
  }

  /** against tells why a group must not continue, as a clause after "because"; undefined if it may. */
  async against(group: Group, gone: ReadonlySet<Digest>): Promise<string | undefined> {
    const going = new Set(group.map(({ digest }) => digest)).difference(gone);
    for (let look = 1; look <= MOST_LOOKS; look++) {
      const { changes, isCalm } = await this.#look();
      for (const change of changes) {
        const reason = this.#judge(change, going);
        if (reason !== undefined) return reason;
      }
      if (isCalm) return undefined;
    }
    return 'tags kept changing';
  }

  /** Callers who ask during a look share the next one: their look must begin after they asked. */
  #look(): Promise<Look> {
    const begin = () => {
      this.#next = undefined;
      const looking = this.#lookNow();
      this.#running = looking;
      return looking;
    };
    this.#next ??= this.#running.then(begin, begin);
    return this.#next;
  }

  async #lookNow(): Promise<Look> {
    const names = new Set(await this.#catalogue.listTags());
    const { changes, isListed } = await this.#changesIn(names);
    if (changes.length > MOST_CHANGES) throw strange(`More than ${MOST_CHANGES} manifests and tags are new.`);
    const isKnown = changes.every(({ digest }) => this.#followed.has(digest));
    await inTurns(changes, 1, ({ digest }) => this.#follow(digest));
    const isCalm = isKnown && (isListed || (await this.#catalogue.listTags()).every((tag) => names.has(tag)));
    return { changes, isCalm };
  }

  async #changesIn(names: ReadonlySet<string>): Promise<{ changes: readonly Change[]; isListed: boolean }> {
    const { list } = this.#holdings;
    if (list === undefined) return { changes: await this.#ask(names), isListed: false };
    const manifests = (await this.#catalogue.listManifests())?.manifests ?? [];
    const shown = new Set(manifests.flatMap(({ tags: each }) => each));
    // The list may be late, or have lost an entry between two pages: we read those tags themselves.
    const asked = await this.#ask(names.difference(shown));
    return { changes: [...manifests.flatMap((each) => this.#compare(each)), ...asked], isListed: true };
  }

  #compare({ digest, tags }: Listed): readonly Change[] {
    const { tags: before, graph } = this.#holdings;
    const moved = tags.filter((tag) => before.get(tag) !== digest).map((tag) => ({ tag, digest }));
    const isNew = !graph.has(digest) && moved.length === 0;
    return isNew ? [{ tag: undefined, digest }] : moved;
  }

  /** The tags that show something else than in the plan. */
  async #ask(names: Iterable<string>): Promise<readonly Change[]> {
    const changes: Change[] = [];
    await inTurns([...names], LANES, async (tag) => {
      const digest = await this.#catalogue.digestUnder(tag);
      if (digest !== undefined && digest !== this.#holdings.tags.get(tag)) changes.push({ tag, digest });
    });
    return changes;
  }

  #judge({ tag, digest: now }: Change, going: ReadonlySet<Digest>): string | undefined {
    const led = this.#followed.get(now) ?? new Set();
    if (tag === undefined)
      return led.isDisjointFrom(going) ? undefined : 'something that refers to it was pushed during this run';
    const before = this.#holdings.tags.get(tag);
    if (before !== undefined && going.has(before)) return `its tag "${tag}" was moved during this run`;
    const subject = subjectOf(tag);
    const isLed = !led.isDisjointFrom(going) || (subject !== undefined && going.has(subject));
    return isLed ? `the tag "${tag}" shows it now` : undefined;
  }

  /** Everything that a manifest leads to: its children and its subjects. */
  async #follow(start: Digest): Promise<void> {
    if (this.#followed.has(start)) return;
    const found = new Set([start]);
    // The set grows during the loop.
    for (const digest of found) {
      if (found.size > FARTHEST) throw strange(`The chain of manifests from ${start} has no end.`);
      const document = await this.#catalogue.readDocument(digest);
      if (document === undefined) continue;
      const { node } = readNode(document);
      if (node.role === 'unreadable') throw strange(`${digest} is new, and cannot be read.`);
      for (const next of [...node.children, ...node.subjects]) found.add(next);
    }
    this.#followed.set(start, found);
  }
}

function strange(message: string): ActionError {
  return new ActionError('REGISTRY_ANSWER', message, { hint: 'Look at what was pushed to this repository.' });
}
