import type { Digest } from '../../../src/image/digest.ts';
import type { Descriptor, Manifest } from '../../../src/image/manifest.ts';
import type { Registry } from '../../../src/registry/registry.ts';
import type { Turns } from './turns.ts';

type Write = { readonly at: number; readonly digest: Digest };

/** Looks at most before awaitManifest gives up; every look lets the others go on. */
const LOOKS = 60;

/** What all runs see of one repository: each write is shown to everybody once `lag` more requests have been made. */
export class SharedRegistry {
  /** Every write of every tag, in order. */
  readonly writes = new Map<string, Write[]>();
  readonly #manifests = new Map<string, Manifest>();
  readonly #blobs: ReadonlyMap<string, Uint8Array>;
  readonly #turns: Turns;
  readonly #lag: number;

  constructor(turns: Turns, blobs: ReadonlyMap<string, Uint8Array>, lag: number) {
    this.#turns = turns;
    this.#blobs = blobs;
    this.#lag = lag;
  }

  /** What a tag shows once everything has settled. */
  final(tag: string): Digest | undefined {
    return this.writes.get(tag)?.at(-1)?.digest;
  }

  /** The door of one run. */
  doorOf(run: string): Registry {
    const read = async (name: string): Promise<Manifest | undefined> => {
      await this.#turns.take(run);
      const shown = this.writes.get(name)?.findLast(({ at }) => at + this.#lag <= this.#turns.now)?.digest;
      return this.#manifests.get(name.startsWith('sha256:') ? name : (shown ?? ''));
    };
    return {
      authenticate: async () => {},
      newToken: async () => undefined,
      grants: async () => undefined,
      readManifest: read,
      awaitManifest: async (name, settled) => {
        let seen = await read(name);
        for (let looks = 1; looks < LOOKS && !settled(seen); looks++) seen = await read(name);
        return seen;
      },
      readBlob: async ({ digest }: Descriptor) => this.#blobs.get(digest),
      sizeOfBlob: async ({ digest }: Descriptor) => this.#blobs.get(digest)?.byteLength,
      digestBlob: async () => undefined,
      putManifest: async (tag, manifest) => {
        await this.#turns.take(run);
        this.#manifests.set(manifest.digest, manifest);
        const { now } = this.#turns;
        this.writes.set(tag, [...(this.writes.get(tag) ?? []), { at: now, digest: manifest.digest }]);
      },
      hasBlob: () => Promise.reject(new Error('no blob is uploaded here')),
      uploadBlob: () => Promise.reject(new Error('no blob is uploaded here')),
      uploadStream: () => Promise.reject(new Error('no blob is uploaded here')),
      close: () => {},
    };
  }
}
