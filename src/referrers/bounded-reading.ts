import { ActionError } from '../errors.ts';
import type { Manifest } from '../image/manifest.ts';

/** Manifests of all that is attached to an image, and of what that leads to. */
export const MOST = 1_000;
/** Bytes of all of them together; they are kept. */
const MOST_BYTES = 64 * 1024 * 1024;
/** How many are read at once: what each of them has is known only when it was read. */
const AT_ONCE = 24;

/** What was read: a manifest, or what says of one that it is attached. */
type Read = Pick<Manifest, 'bytes'> | { readonly manifest: Manifest };

/**
 * BoundedReading reads what is attached to one image. Who attaches decides how much that is, and may be anybody: what is
 * too much is not read to its end. Throws SOURCE_INVALID then.
 */
export class BoundedReading {
  #manifests = 0;
  #bytes = 0;
  #free = AT_ONCE;
  readonly #waiting: (() => void)[] = [];

  /** expect counts manifests that will be read, before they are. */
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

/** endless says that what is attached has no end that anybody means. */
export function endless(how: string): ActionError {
  return notCopied(`What is attached to the image ${how}.`);
}

/** notCopied says what is wrong with something that is attached. */
export function notCopied(problem: string): ActionError {
  return new ActionError('SOURCE_INVALID', `Not everything that is attached to the image can be copied. ${problem}`, {
    hint: 'Check what is attached to the image at its source, and who attached it.',
  });
}
