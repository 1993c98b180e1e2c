import { ActionError } from '../errors.ts';
import type { Digest } from '../image/digest.ts';
import { subjectOf } from '../image/referrer-tag.ts';
import type { Catalogue } from '../registry/catalogue.ts';
import type { Group } from './groups.ts';
import { inTurns } from './in-turns.ts';
import type { Holdings } from './plan-prune.ts';
import { readNode } from './read-node.ts';

/** How many tags are asked at a time. */
const LANES = 8;
/** How often the tags are looked at if there is always something new, and how far that is followed. */
const MOST_LOOKS = 4;
const FARTHEST = 1_000;

/**
 * LateChanges finds what others have done since a plan was made. Right before a manifest is deleted every tag that there
 * is now is asked what it shows, and what is new is followed to all that it leads to; then all are asked again, until a
 * look finds nothing new. Behind it the list is read once more. What is not seen is a tag that is moved after it was asked
 * in that last look, and one that is made after that last list.
 */
export class LateChanges {
  readonly #holdings: Holdings;
  readonly #catalogue: Catalogue;
  /** What is under a digest never changes. */
  readonly #followed = new Map<Digest, ReadonlySet<Digest>>();

  constructor(holdings: Holdings, catalogue: Catalogue) {
    this.#holdings = holdings;
    this.#catalogue = catalogue;
  }

  /** against tells why a group may not go any further, as a clause that follows on "because"; undefined if it may. */
  async against(group: Group, gone: ReadonlySet<Digest>): Promise<string | undefined> {
    const going = new Set(group.map(({ digest }) => digest)).difference(gone);
    for (let look = 1; look <= MOST_LOOKS; look++) {
      const listed = new Set(await this.#catalogue.listTags());
      const changed = await this.#ask(listed);
      const isCalm = [...changed.values()].every((digest) => this.#followed.has(digest));
      await inTurns([...changed], 1, ([, digest]) => this.#follow(digest));
      for (const [tag, digest] of changed) {
        const reason = this.#judge(tag, digest, going);
        if (reason !== undefined) return reason;
      }
      if (isCalm && (await this.#catalogue.listTags()).every((tag) => listed.has(tag))) return undefined;
    }
    return 'tags kept changing';
  }

  /** The tags that show something else than when the plan was made. */
  async #ask(listed: ReadonlySet<string>): Promise<ReadonlyMap<string, Digest>> {
    const changed = new Map<string, Digest>();
    await inTurns([...listed], LANES, async (tag) => {
      const digest = await this.#catalogue.digestUnder(tag);
      if (digest !== undefined && digest !== this.#holdings.tags.get(tag)) changed.set(tag, digest);
    });
    return changed;
  }

  #judge(tag: string, now: Digest, going: ReadonlySet<Digest>): string | undefined {
    const before = this.#holdings.tags.get(tag);
    if (before !== undefined && going.has(before)) return `its tag "${tag}" was moved meanwhile`;
    const subject = subjectOf(tag);
    const led = [...(this.#followed.get(now) ?? []), ...(subject === undefined ? [] : [subject])];
    return led.some((digest) => going.has(digest)) ? `the tag "${tag}" leads to it now` : undefined;
  }

  /** Everything that a manifest leads to: what it has in it, and what it is attached to. */
  async #follow(start: Digest): Promise<void> {
    if (this.#followed.has(start)) return;
    const found = new Set([start]);
    // A set that grows while it is walked.
    for (const digest of found) {
      if (found.size > FARTHEST) throw strange(`What ${start} leads to has no end.`);
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
  return new ActionError('REGISTRY_ANSWER', message, { hint: 'Look at what has been pushed to this repository.' });
}
