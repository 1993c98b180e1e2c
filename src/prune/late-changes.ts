import { ActionError } from '../errors.ts';
import type { Digest } from '../image/digest.ts';
import type { Listed } from '../image/own-list.ts';
import { subjectOf } from '../image/referrer-tag.ts';
import type { Catalogue } from '../registry/catalogue.ts';
import type { Group } from './groups.ts';
import type { Holdings } from './holdings.ts';
import { inTurns } from './in-turns.ts';
import { readNode } from './read-node.ts';

/** How many tags are asked at a time. */
const LANES = 8;
/** How often the tags are looked at if there is always something new, and how far that is followed. */
const MOST_LOOKS = 4;
const FARTHEST = 1_000;
/** How much may be new at a time. */
const MOST_CHANGES = 10_000;

/** A tag that shows something else than when the plan was made, or a manifest that is new and has none. */
type Change = { readonly tag: string | undefined; readonly digest: Digest };
/** What one look has found. It is calm if there is nothing in it that was not followed before. */
type Look = { readonly changes: readonly Change[]; readonly isCalm: boolean };

/**
 * LateChanges finds what others have done since a plan was made. Right before a manifest is deleted every tag that there
 * is now is asked what it shows, and what is new is followed to all that it leads to; then all are asked again, until a
 * look finds nothing new. Behind it the list is read once more. What is not seen is a tag that is moved after it was asked
 * in that last look, and one that is made after that last list. Where the registry lists manifests with their tags, that
 * list is read instead, as the last thing but for tags that are not in it; what is new and has no tag is seen, too.
 */
export class LateChanges {
  readonly #holdings: Holdings;
  readonly #catalogue: Catalogue;
  /** What is under a digest never changes. */
  readonly #followed = new Map<Digest, ReadonlySet<Digest>>();
  #running: Promise<unknown> = Promise.resolve();
  #next: Promise<Look> | undefined;

  constructor(holdings: Holdings, catalogue: Catalogue) {
    this.#holdings = holdings;
    this.#catalogue = catalogue;
  }

  /** against tells why a group may not go any further, as a clause that follows on "because"; undefined if it may. */
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

  /** Those who ask while a look is under way share the next one: what they go by has to begin after they have asked. */
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
    // The list may be behind, or have lost an entry from one page to the next: those tags are asked themselves.
    const asked = await this.#ask(names.difference(shown));
    return { changes: [...manifests.flatMap((each) => this.#compare(each)), ...asked], isListed: true };
  }

  #compare({ digest, tags }: Listed): readonly Change[] {
    const { tags: before, graph } = this.#holdings;
    const moved = tags.filter((tag) => before.get(tag) !== digest).map((tag) => ({ tag, digest }));
    const isNew = !graph.has(digest) && moved.length === 0;
    return isNew ? [{ tag: undefined, digest }] : moved;
  }

  /** The tags that show something else than when the plan was made. */
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

  /** Everything that a manifest leads to: what it has in it, and what it is attached to. */
  async #follow(start: Digest): Promise<void> {
    if (this.#followed.has(start)) return;
    const found = new Set([start]);
    // A set that grows while it is walked.
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
