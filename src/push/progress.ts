import { shortDigest } from '../image/digest.ts';
import type { Descriptor } from '../image/manifest.ts';
import { inUnits } from '../text/quantities.ts';

/** What became of a blob. */
export type BlobState = 'uploaded' | 'mounted' | 'already there';

/** What a push has sent, and what it did not need to send, in bytes; blobs that are needed twice count once. */
export type Transfer = { readonly sent: number; readonly skipped: number };

/** How long nothing is said of the whole, in milliseconds: a short push has no need of it. */
const QUIET = 5_000;

/** What progress needs: a clock in milliseconds, and a function that prints the lines. */
export type Teller = { readonly now: () => number; readonly tell: (line: string) => void };

/**
 * Progress counts and reports a push: a line for each blob that is done, and every few seconds how much is done, at
 * which rate, and how long the rest may take.
 */
export class Progress {
  readonly #teller: Teller;
  readonly #started: number;
  #told: number;
  /** Bytes of blobs that were done, and of those under way by what was sent of them. */
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

  /** expect adds bytes to those that are to be sent. */
  expect(bytes: number): void {
    this.#total += bytes;
  }

  /** expectMore says that bytes will be sent whose number is known only afterwards: those of what is compressed on its way. */
  expectMore(): void {
    this.#isTotalKnown = false;
  }

  /** done reports a blob that is on the registry now. */
  done(blob: Pick<Descriptor, 'digest' | 'size'>, state: BlobState): void {
    if (state !== 'uploaded') this.#skipped += blob.size;
    if (state === 'mounted') this.#total -= blob.size;
    this.#teller.tell(`${shortDigest(blob.digest)} ${inUnits(blob.size)} ${state}`);
  }

  /** watch passes the bytes of a blob on and counts them; a try that comes to nothing is taken back. */
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

/** wholeLine tells how far a push has come, and how long the rest takes at the rate so far if it is known how much that is. */
export function wholeLine({ sent, total, milliseconds }: Whole): string {
  const seconds = milliseconds / 1000;
  const rate = `${inUnits(sent / seconds)}/s`;
  if (total === undefined) return `${inUnits(sent)} sent, ${rate}`;
  const left = Math.ceil((Math.max(0, total - sent) / sent) * seconds);
  return `${inUnits(sent)} of ${inUnits(total)}, ${rate}, ${left} s left`;
}
