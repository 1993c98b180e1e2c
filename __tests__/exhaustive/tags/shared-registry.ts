import type { Digest } from '../../../src/image/digest.ts';
import type { Descriptor, Manifest } from '../../../src/image/manifest.ts';
import type { Registry } from '../../../src/registry/registry.ts';
import type { Turns } from './turns.ts';

/** A write of a tag: when, by which run, and whether an engine has done it, which can push in no other way. */
export type Write = {
  readonly at: number;
  readonly run: string;
  readonly digest: Digest;
  readonly by: 'engine' | 'action';
};
type Read = Pick<Write, 'at' | 'run'>;

/** Looks at most before awaitManifest gives up; every look lets the others go on. */
const LOOKS = 60;

export type Ways = {
  /** After how many more requests a write is shown to everybody. */
  readonly lag: number;
  /** Whether nobody comes between a look at a tag and the write that follows it, as with a conditional write. */
  readonly isConditional: boolean;
  /** Blobs that it has lost. */
  readonly lost?: ReadonlySet<string>;
};

/** What all runs see of one repository. */
export class SharedRegistry {
  /** Every write and every read of every tag, in order. */
  readonly writes = new Map<string, Write[]>();
  readonly reads = new Map<string, Read[]>();
  readonly #manifests = new Map<string, Manifest>();
  readonly #blobs: ReadonlyMap<string, Uint8Array>;
  readonly #turns: Turns;
  readonly #ways: Ways;

  constructor(turns: Turns, blobs: ReadonlyMap<string, Uint8Array>, ways: Ways) {
    this.#turns = turns;
    this.#blobs = blobs;
    this.#ways = ways;
  }

  /** What a tag shows once everything has settled. */
  final(tag: string): Digest | undefined {
    return this.writes.get(tag)?.at(-1)?.digest;
  }

  /** push is an engine's way: its image is there, and has its tag at once. */
  async push(run: string, tag: string, manifest: Manifest): Promise<void> {
    await this.#write({ run, tag, manifest, by: 'engine' });
  }

  /** The door of one run. */
  doorOf(run: string): Registry {
    const read = async (name: string): Promise<Manifest | undefined> => {
      await this.#turns.take(run);
      if (name.startsWith('sha256:')) return this.#manifests.get(name);
      if (this.#ways.isConditional) this.#turns.goOn(run);
      const { now } = this.#turns;
      this.reads.set(name, [...(this.reads.get(name) ?? []), { at: now, run }]);
      const shown = this.writes.get(name)?.findLast(({ at }) => at + this.#ways.lag <= now);
      return shown && this.#manifests.get(shown.digest);
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
      sizeOfBlob: async ({ digest }: Descriptor) =>
        this.#ways.lost?.has(digest) === true ? undefined : this.#blobs.get(digest)?.byteLength,
      digestBlob: async () => undefined,
      openBlob: () => {
        throw new Error('no blob is streamed here');
      },
      put: async (manifest) => {
        await this.#turns.take(run);
        this.#manifests.set(manifest.digest, manifest);
      },
      putTag: (tag, { manifest }) => this.#write({ run, tag, manifest, by: 'action' }),
      hasBlob: () => Promise.reject(new Error('no blob is uploaded here')),
      uploadBlob: () => Promise.reject(new Error('no blob is uploaded here')),
      uploadStream: () => Promise.reject(new Error('no blob is uploaded here')),
      listReferrers: () => Promise.reject(new Error('nothing is attached here')),
      readReferrer: () => Promise.reject(new Error('nothing is attached here')),
      attach: () => Promise.reject(new Error('nothing is attached here')),
      keepAttached: async () => {},
      putReferrerTag: () => Promise.reject(new Error('nothing is attached here')),
      close: () => {},
    };
  }

  async #write({
    run,
    tag,
    manifest,
    by,
  }: Omit<Write, 'at' | 'digest'> & { tag: string; manifest: Manifest }): Promise<void> {
    await this.#turns.take(run);
    const { digest } = manifest;
    this.#manifests.set(digest, manifest);
    this.writes.set(tag, [...(this.writes.get(tag) ?? []), { at: this.#turns.now, run, digest, by }]);
  }
}
