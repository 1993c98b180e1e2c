import { createHash, type Hash } from 'node:crypto';
import type { Digest } from '../image/digest.ts';
import type { Descriptor } from '../image/manifest.ts';

/** The bytes of one reading so far. */
type Seen = { readonly hash: Hash; size: number };

const nothing = (): Seen => ({ hash: createHash('sha256'), size: 0 });

/** HashedStream passes bytes on and hashes them, each time from the beginning. */
export class HashedStream {
  readonly #open: () => AsyncIterable<Uint8Array>;
  #last = nothing();

  constructor(open: () => AsyncIterable<Uint8Array>) {
    this.#open = open;
  }

  readonly open = (): AsyncIterable<Uint8Array> => this.#read();

  /** content is the digest and the size of the bytes, once all have passed. */
  content(): Pick<Descriptor, 'digest' | 'size'> {
    return { digest: `sha256:${this.#last.hash.digest('hex')}` as Digest, size: this.#last.size };
  }

  async *#read(): AsyncIterable<Uint8Array> {
    // A separate buffer: a stopped reader may still wait for a piece when the next one has started.
    const seen = nothing();
    this.#last = seen;
    for await (const piece of this.#open()) {
      seen.hash.update(piece);
      seen.size += piece.byteLength;
      yield piece;
    }
  }
}
