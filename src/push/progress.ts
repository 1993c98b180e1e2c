import { shortDigest } from '../image/digest.ts';
import type { Descriptor } from '../image/manifest.ts';
import { inUnits } from '../text/quantities.ts';

/** What happened to a blob. */
export type BlobState = 'uploaded' | 'mounted' | 'already there';

/** The bytes that a push sent, and those that it did not need to send; a blob that is needed twice counts once. */
export type Transfer = { readonly sent: number; readonly skipped: number };

/** For how long the total is not reported, in milliseconds: a short push does not need it. */
const QUIET = 5_000;

/** What progress needs: a clock in milliseconds, and a function that prints the lines. */
export type Teller = { readonly now: () => number; readonly tell: (line: string) => void };

/**
 * Progress counts and reports a push: a line for each finished blob, and every few seconds the amount, the rate, and
 * the time that the rest may take.
 */
export class Progress {
  readonly #teller: Teller;
  readonly #started: number;
  #told: number;
  /** Bytes of finished blobs, and the bytes already sent of the others. */
  #sent = 0;
  #skipped = 0;
  #total = 0;
  #isTotalKnown = true;

  constructor(teller: Teller) {
    this.#teller = teller;
    this.#started = teller.now();
    this.#told = this.#started;
  }

  get transfer(): Transfer {
    return { sent: this.#sent, skipped: this.#skipped };
  }

  /** expect adds bytes that will be sent. */
  expect(bytes: number): void {
    this.#total += bytes;
  }

  /**
   * expectMore says that more bytes will be sent, and that their number is not known yet: they are compressed during
   * the upload.
   */
  expectMore(): void {
    this.#isTotalKnown = false;
  }

  /** done reports a blob that is on the registry now. */
  done(blob: Pick<Descriptor, 'digest' | 'size'>, state: BlobState): void {
    if (state !== 'uploaded') this.#skipped += blob.size;
    if (state === 'mounted') this.#total -= blob.size;
    this.#teller.tell(`${shortDigest(blob.digest)} ${inUnits(blob.size)} ${state}`);
  }

  /** watch passes the bytes of a blob on and counts them; a new try subtracts those of the failed one. */
  watch(open: () => AsyncIterable<Uint8Array>): () => AsyncIterable<Uint8Array> {
    let counted = 0;
    const progress = this;
    return async function* () {
      progress.#sent -= counted;
      counted = 0;
      for await (const piece of open()) {
        yield piece;
        counted += piece.byteLength;
        progress.#add(piece.byteLength);
      }
    };
  }

  #add(bytes: number): void {
    this.#sent += bytes;
    const now = this.#teller.now();
    if (now - this.#told < QUIET) return;
    this.#told = now;
    const total = this.#isTotalKnown ? this.#total : undefined;
    this.#teller.tell(wholeLine({ sent: this.#sent, total, milliseconds: now - this.#started }));
  }
}

type Whole = { readonly sent: number; readonly total: number | undefined; readonly milliseconds: number };

/** wholeLine reports the progress of a push and, if the total is known, the time that the rest takes at this rate. */
export function wholeLine({ sent, total, milliseconds }: Whole): string {
  const seconds = milliseconds / 1000;
  const rate = `${inUnits(sent / seconds)}/s`;
  if (total === undefined) return `${inUnits(sent)} sent, ${rate}`;
  const left = Math.ceil((Math.max(0, total - sent) / sent) * seconds);
  return `${inUnits(sent)} of ${inUnits(total)}, ${rate}, ${left} s left`;
}
