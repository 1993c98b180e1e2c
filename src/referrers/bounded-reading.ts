import { ActionError } from '../errors.ts';
import type { Manifest } from '../image/manifest.ts';

/** Most manifests of all referrers of an image, with those that they lead to. */
export const MOST = 1_000;
/** Most bytes of these manifests together; we keep them in memory. */
const MOST_BYTES = 64 * 1024 * 1024;
/** How many we read at once: only a read manifest shows what it leads to. */
const AT_ONCE = 24;

/** A manifest, or a referrer with its manifest. */
type Read = Pick<Manifest, 'bytes'> | { readonly manifest: Manifest };

/**
 * BoundedReading reads the referrers of one image. Anyone may have attached them, so it limits their number and their
 * bytes. Throws SOURCE_INVALID beyond these limits.
 */
export class BoundedReading {
  #manifests = 0;
  #bytes = 0;
  #free = AT_ONCE;
  readonly #waiting: (() => void)[] = [];

  /** expect counts manifests before they are read. */
  expect(manifests: number): void {
    this.#manifests += manifests;
    if (this.#manifests > MOST) throw endless(`is more than ${MOST} manifests`);
  }

  /** read reads one of them, when it is its turn. */
  async read<T extends Read>(ask: () => Promise<T | undefined>): Promise<T | undefined> {
    await this.#turn();
    try {
      this.#weigh(0);
      const found = await ask();
      if (found !== undefined) this.#weigh(bytesOf(found).byteLength);
      return found;
    } finally {
      this.#free += 1;
      this.#waiting.shift()?.();
    }
  }

  async #turn(): Promise<void> {
    while (this.#free === 0) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    this.#free -= 1;
  }

  #weigh(bytes: number): void {
    this.#bytes += bytes;
    if (this.#bytes > MOST_BYTES) throw endless(`has manifests of more than ${MOST_BYTES} bytes`);
  }
}

function bytesOf(read: Read): Uint8Array {
  return 'manifest' in read ? read.manifest.bytes : read.bytes;
}

/** endless is the error for referrers beyond any sensible limit. */
export function endless(how: string): ActionError {
  return notCopied(`What is attached to the image ${how}.`);
}

/** notCopied is the error for a referrer with a problem. */
export function notCopied(problem: string): ActionError {
  return new ActionError('SOURCE_INVALID', `Not everything that is attached to the image can be copied. ${problem}`, {
    hint: 'Check what is attached to the image at its source, and who attached it.',
  });
}
