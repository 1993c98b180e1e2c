import { ActionError } from '../errors.ts';
import type { Digest } from '../image/digest.ts';
import { ManifestProblem } from '../image/document.ts';
import {
  type Entry,
  NO_REFERRERS,
  type ReferrersList,
  readReferrersList,
  writeReferrersList,
} from '../image/referrers-list.ts';

/** What a fallback tag shows: the exact bytes, and their strong ETag if the registry offers one. */
export type Shown = {
  readonly digest: Digest;
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  readonly etag: string | undefined;
  /** Whether that is the subject itself: then it is no list. */
  readonly isSubject: boolean;
};

/** The condition of a write: the tag still shows what we read, or does not exist; or no condition. */
export type Condition =
  | { readonly kind: 'unchanged'; readonly etag: string }
  | { readonly kind: 'absent' }
  | { readonly kind: 'none' };

/** The place of one fallback tag. */
export type ListPlace = {
  /** `registry/repository:tag`, for people. */
  readonly name: string;
  /** look reads what the tag shows. */
  look(): Promise<Shown | undefined>;
  /**
   * lookAfter reads until the tag shows something else than `before`, for as long as a write may need to become
   * visible.
   */
  lookAfter(before: Digest | undefined): Promise<Shown | undefined>;
  /** write puts the list under the tag; false if the condition did not hold. */
  write(bytes: Uint8Array, condition: Condition): Promise<boolean>;
  /** hasManifest tells whether a manifest still exists. */
  hasManifest(digest: Digest): Promise<boolean>;
  /** pause waits longer each time, for a partly random time: two writers must not stay in step. */
  pause(round: number): Promise<void>;
};

type Write = { readonly index: ReferrersList; readonly missing: readonly Entry[]; readonly condition: Condition };

/** How often a list is written if others write it as often. */
const MOST_ROUNDS = 20;

/**
 * FallbackList adds to the list of referrers that a registry without the API has under a tag. Others may add to it at
 * the same time, and each writer writes the whole list. So it is read, extended, written on the condition that it is
 * unchanged (If-Match, if the registry offers and respects an ETag), and read again, until no entry that was ever seen,
 * and none of ours, is missing. If the registry ignores the condition, a writer that read before our write and writes
 * after our last read removes our entry unnoticed. `keep` moves that last read to the end.
 */
export class FallbackList {
  readonly #place: ListPlace;
  /** The entries that must be in it: ours, and those that we saw there. */
  readonly #wanted = new Map<Digest, Entry>();
  /** Whether this registry understands conditions. */
  #isConditional = true;
  #last: Promise<void> = Promise.resolve();

  constructor(place: ListPlace) {
    this.#place = place;
  }

  /** add puts an entry into the list if it is missing. Throws an ActionError. */
  add(entry: Entry): Promise<void> {
    this.#wanted.set(entry.digest, entry);
    return this.keep();
  }

  /** keep reads the list once more, and restores missing entries. */
  keep(): Promise<void> {
    // One after the other: we must not race with ourselves.
    const settled = this.#last.catch(() => undefined).then(() => this.#settle());
    this.#last = settled;
    return settled;
  }

  async #settle(): Promise<void> {
    for (let round = 1; ; round++) {
      const shown = await this.#place.look();
      const index = this.#read(shown);
      const missing = await this.#missingIn(index);
      if (missing.length === 0) return;
      if (round > MOST_ROUNDS) throw this.#unsettled(missing);
      const isWritten = await this.#write({ index, missing, condition: this.#conditionFor(shown) });
      const after = await this.#place.lookAfter(shown?.digest);
      if ((await this.#missingIn(this.#read(after))).length === 0) return;
      // Rejected, and yet unchanged: the registry does not understand the condition.
      if (!isWritten && after?.digest === shown?.digest) this.#isConditional = false;
      await this.#place.pause(round);
    }
  }

  /**
   * Some registries reject a list with entries whose manifests were deleted, although the deletion may have left these
   * entries in it: then we remove them.
   */
  async #write({ index, missing, condition }: Write): Promise<boolean> {
    try {
      return await this.#place.write(writeReferrersList(index, missing), condition);
    } catch (error) {
      if (!(error instanceof ActionError && error.code === 'CONTENT_MISSING')) throw error;
      const isThere = await Promise.all(index.entries.map(({ digest }) => this.#place.hasManifest(digest)));
      const entries = index.entries.filter((_, at) => isThere[at]);
      if (entries.length === index.entries.length) throw error;
      for (const { digest } of index.entries)
        if (!entries.some((entry) => entry.digest === digest)) this.#wanted.delete(digest);
      return this.#place.write(writeReferrersList({ ...index, entries }, missing), condition);
    }
  }

  #read(shown: Shown | undefined): ReferrersList {
    if (shown === undefined) return NO_REFERRERS;
    if (shown.isSubject) throw this.#noList('it shows the image itself');
    try {
      return readReferrersList(shown.bytes, shown.mediaType);
    } catch (cause) {
      if (!(cause instanceof ManifestProblem)) throw cause;
      throw this.#noList(cause.message, cause);
    }
  }

  #noList(why: string, cause?: unknown): ActionError {
    const message = `The tag ${this.#place.name} is not a list of what is attached to an image: ${why}.`;
    return new ActionError('REFERRER_REFUSED', message, {
      hint:
        'Tags of this form are for such lists only. If somebody wrote this one, remove it. If nobody did, this registry ' +
        'reads such a tag as the digest, and cannot keep the list.',
      cause,
    });
  }

  #conditionFor(shown: Shown | undefined): Condition {
    if (!this.#isConditional) return { kind: 'none' };
    if (shown === undefined) return { kind: 'absent' };
    return shown.etag === undefined ? { kind: 'none' } : { kind: 'unchanged', etag: shown.etag };
  }

  /** If another writer removed an entry together with its manifest, that was on purpose. */
  async #missingIn({ entries }: ReferrersList): Promise<readonly Entry[]> {
    for (const entry of entries) if (!this.#wanted.has(entry.digest)) this.#wanted.set(entry.digest, entry);
    const there = new Set(entries.map(({ digest }) => digest));
    const missing = [...this.#wanted.values()].filter(({ digest }) => !there.has(digest));
    for (const { digest } of missing) if (!(await this.#place.hasManifest(digest))) this.#wanted.delete(digest);
    return missing.filter(({ digest }) => this.#wanted.has(digest));
  }

  #unsettled(missing: readonly Entry[]): ActionError {
    const named = missing.map(({ digest }) => digest).join(', ');
    const message = `The tag ${this.#place.name} was written ${MOST_ROUNDS} times, and each time another writer removed entries from it: ${named}.`;
    return new ActionError('REFERRER_REFUSED', message, {
      hint: 'Give the workflows that sign or attest this image a "concurrency" group, so that only one of them runs at a time, and run this job again.',
    });
  }
}
