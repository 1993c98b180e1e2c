/**
 * How many blobs are decompressed at the same time. For each of them, zstd keeps up to 128 MiB in memory to look back;
 * gzip keeps 32 KiB, and a few downloads at once already use the whole bandwidth.
 */
const LANES = { zstd: 1, other: 4 } as const;

/** UnpackingLanes limits the memory of all downloads that are decompressed, however many there are. */
export class UnpackingLanes {
  readonly #zstd = new Lanes(LANES.zstd);
  readonly #other = new Lanes(LANES.other);

  /** run waits for a free lane, chosen by the blob's media type. */
  run<T>({ mediaType }: { readonly mediaType: string }, work: () => Promise<T>): Promise<T> {
    return (isZstdType(mediaType) ? this.#zstd : this.#other).run(work);
  }
}

/** isZstdType is true if the media type of a layer means zstd (image-spec, layer.md, and Docker's type). */
export function isZstdType(mediaType: string): boolean {
  return /[+.]zstd$/.test(mediaType);
}

class Lanes {
  readonly #waiting: (() => void)[] = [];
  #free: number;

  constructor(free: number) {
    this.#free = free;
  }

  async run<T>(work: () => Promise<T>): Promise<T> {
    await this.#enter();
    try {
      return await work();
    } finally {
      this.#leave();
    }
  }

  async #enter(): Promise<void> {
    if (this.#free > 0) {
      this.#free -= 1;
      return;
    }
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#waiting.push(resolve);
    await promise;
  }

  /** The lane goes to the blob that has waited longest. */
  #leave(): void {
    const next = this.#waiting.shift();
    if (next === undefined) this.#free += 1;
    else next();
  }
}
