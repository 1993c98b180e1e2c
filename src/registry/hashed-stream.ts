import { createHash } from 'node:crypto';
import type { Digest } from '../image/digest.ts';
import type { Descriptor } from '../image/manifest.ts';

/** HashedStream passes bytes on and hashes them on the way, from the beginning each time that they are asked for. */
export class HashedStream {
  readonly #open: () => AsyncIterable<Uint8Array>;
  #hash = createHash('sha256');
  #size = 0;

  constructor(open: () => AsyncIterable<Uint8Array>) {
    this.#open = open;
  }

  readonly open = (): AsyncIterable<Uint8Array> => this.#read();

  /** content tells what the bytes were, once they have all gone by. */
  content(): Pick<Descriptor, 'digest' | 'size'> {
    return { digest: `sha256:${this.#hash.digest('hex')}` as Digest, size: this.#size };
  }

  async *#read(): AsyncIterable<Uint8Array> {
    this.#hash = createHash('sha256');
    this.#size = 0;
    for await (const piece of this.#open()) {
      this.#hash.update(piece);
      this.#size += piece.byteLength;
      yield piece;
    }
  }
}
