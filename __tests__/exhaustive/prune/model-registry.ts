import { ActionError } from '../../../src/errors.ts';
import { type Digest, digestOf } from '../../../src/image/digest.ts';
import { MEDIA_TYPES } from '../../../src/image/media-types.ts';
import type { Listed, Removal } from '../../../src/image/own-list.ts';
import type { Catalogue } from '../../../src/registry/catalogue.ts';
import { DAY, NOW } from '../../unit/prune/small-repository.ts';

/** What a manifest leads to, as whoever pushed it knows. */
export type Truth = {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  readonly children: readonly Digest[];
  readonly subject: Digest | undefined;
};

/** What goes wrong with a request, or is done by others before it; called before each one is answered. */
export type Meddler = (registry: ModelRegistry, request: string) => void;
/** What becomes of a deletion. `lost`: done, and the answer did not come; `ignored`: accepted, and not done. */
export type Deleting = 'done' | 'lost' | 'broken' | 'ignored' | 'protected' | 'refused';

/**
 * How it lists manifests, with the dates of their pushes: not at all, as the specification has it; without their types and
 * by a hundred, as GHCR; with their types and by a thousand, as ECR.
 */
export type OwnList = 'none' | 'untyped' | 'typed';

export type ModelOptions = {
  readonly hasReferrersApi: boolean;
  readonly list?: OwnList;
  readonly mostRequests?: number;
};

/** A registry in memory that knows what happened when: times are counts of requests. */
export class ModelRegistry {
  readonly manifests = new Map<Digest, Truth>();
  readonly blobs = new Map<Digest, Uint8Array>();
  readonly tags = new Map<string, Digest>();
  /** When a tag last came to show what it shows. */
  readonly changed = new Map<string, number>();
  /** When a tag was made. */
  readonly born = new Map<string, number>();
  /** When a tag was last asked for, and the tags last listed. */
  readonly asked = new Map<string, number>();
  listed = 0;
  time = 0;
  /** Told of every manifest right before it really goes. */
  onDelete: (digest: Digest) => void = () => {};
  meddle: Meddler = () => {};
  deleting: () => Deleting = () => 'done';
  /** Every request, as `method what`. */
  readonly requests: string[] = [];
  /** When a manifest was pushed, by requests, and how many days ago that was. */
  readonly pushed = new Map<Digest, { readonly time: number; readonly daysAgo: number }>();
  /** How many days ago what is pushed now was pushed. */
  daysAgo = 60;
  readonly list: OwnList;
  readonly #hasReferrersApi: boolean;
  readonly #mostRequests: number;
  /** A client asks once. */
  #hasNoReferrers = false;
  #count = 0;

  constructor({ hasReferrersApi, list = 'none', mostRequests = 20_000 }: ModelOptions) {
    this.#hasReferrersApi = hasReferrersApi;
    this.list = list;
    this.#mostRequests = mostRequests;
  }

  image(daysOld: number): Digest {
    const created = new Date(NOW - daysOld * DAY).toISOString();
    const config = bytesOf({ created, architecture: 'amd64', os: 'linux', number: this.#count++ });
    this.blobs.set(digestOf(config), config);
    const layer = bytesOf(this.#count++);
    const document = {
      schemaVersion: 2,
      mediaType: MEDIA_TYPES.ociManifest,
      config: descriptor('application/vnd.oci.image.config.v1+json', config),
      layers: [descriptor('application/vnd.oci.image.layer.v1.tar', layer)],
    };
    const truth = { mediaType: MEDIA_TYPES.ociManifest, children: [], subject: undefined };
    return this.#push(document, truth, Math.min(daysOld, this.daysAgo));
  }

  index(children: readonly Digest[]): Digest {
    const manifests = children.map((digest) => this.#entry(digest));
    const document = {
      schemaVersion: 2,
      mediaType: MEDIA_TYPES.ociIndex,
      manifests,
      annotations: { n: `${this.#count++}` },
    };
    return this.#push(document, { mediaType: MEDIA_TYPES.ociIndex, children, subject: undefined });
  }

  /** Something attached to a manifest; where there is no API for that, it is entered under the fallback tag. */
  referrer(subject: Digest): Digest {
    const empty = bytesOf({});
    const config = descriptor('application/vnd.oci.empty.v1+json', empty);
    const at = { mediaType: MEDIA_TYPES.ociManifest, digest: subject, size: 1 };
    const document = {
      schemaVersion: 2,
      mediaType: MEDIA_TYPES.ociManifest,
      artifactType: 'a/b',
      config,
      layers: [config],
      subject: at,
      annotations: { n: `${this.#count++}` },
    };
    const digest = this.#push(document, { mediaType: MEDIA_TYPES.ociManifest, children: [], subject });
    if (!this.#hasReferrersApi) {
      const tag = subject.replace(':', '-');
      const listed = this.manifests.get(this.tags.get(tag) ?? ('' as Digest))?.children ?? [];
      this.tag(tag, this.index([...listed, digest]));
    }
    return digest;
  }

  tag(tag: string, digest: Digest): void {
    if (!this.tags.has(tag)) this.born.set(tag, this.time);
    this.tags.set(tag, digest);
    this.changed.set(tag, this.time);
  }

  /** The door to it. */
  catalogue(): Catalogue {
    const before = (request: string) => {
      this.time += 1;
      this.requests.push(request);
      if (this.time > this.#mostRequests) throw new Error('the run does not end');
      this.meddle(this, request);
    };
    const documentAt = (digest: Digest | undefined) => {
      const found = digest === undefined ? undefined : this.manifests.get(digest);
      return found === undefined || digest === undefined
        ? undefined
        : { bytes: found.bytes, mediaType: found.mediaType, digest };
    };
    return {
      authenticate: async () => {},
      mayDelete: async () => undefined,
      listTags: async () => {
        before('GET tags');
        if (this.list === 'none') this.listed = this.time;
        return [...this.tags.keys()];
      },
      listManifests: async () => {
        if (this.list === 'none') return undefined;
        const requests = Math.max(1, Math.ceil(this.manifests.size / (this.list === 'typed' ? 1000 : 100)));
        for (let page = 1; page <= requests; page++) before(`GET list ${page}`);
        // The whole list is that of one moment: what changes between its pages is caught by the list of tags.
        this.listed = this.time;
        for (const tag of this.tags.keys()) this.asked.set(tag, this.time);
        return { manifests: this.#list(), requests, left: undefined };
      },
      digestUnder: async (tag) => {
        before(`HEAD ${tag}`);
        this.asked.set(tag, this.time);
        return this.tags.get(tag);
      },
      readDocument: async (name) => {
        before(`GET ${name}`);
        // The distribution project's registry fails at a blob that is asked for as a manifest.
        if (this.blobs.has(name as Digest)) throw fault('REGISTRY_ANSWER');
        return documentAt(this.tags.get(name) ?? (name as Digest));
      },
      readBlob: async (digest) => {
        before(`GET blob ${digest}`);
        return this.blobs.get(digest);
      },
      listReferrers: async (digest) => {
        if (this.#hasNoReferrers) return undefined;
        this.#hasNoReferrers = !this.#hasReferrersApi;
        before(`GET referrers ${digest}`);
        if (!this.#hasReferrersApi) return undefined;
        return [...this.manifests].filter(([, { subject }]) => subject === digest).map(([each]) => each);
      },
      remove: async ({ digest }) => {
        // What others do here is what nobody can see: it is left out.
        this.time += 1;
        this.requests.push(`DELETE ${digest}`);
        return this.#remove(digest);
      },
      awaitGone: async (digest) => {
        before(`GET ${digest}`);
        return !this.manifests.has(digest);
      },
      close: () => {},
    };
  }

  /** The images that have a config. */
  imagesOf(config: Digest): readonly Digest[] {
    if (!this.blobs.has(config)) return [];
    return [...this.manifests].flatMap(([digest, { bytes }]) => (Buffer.from(bytes).includes(config) ? [digest] : []));
  }

  #list(): readonly Listed[] {
    const tags = new Map<Digest, string[]>();
    for (const [tag, digest] of this.tags) tags.set(digest, [...(tags.get(digest) ?? []), tag]);
    return [...this.manifests].map(([digest, { mediaType }]) => ({
      digest,
      tags: tags.get(digest) ?? [],
      dates: [NOW - (this.pushed.get(digest)?.daysAgo ?? 0) * DAY],
      mediaType: this.list === 'typed' ? mediaType : undefined,
    }));
  }

  hasParent(digest: Digest): boolean {
    return [...this.manifests.values()].some(({ children }) => children.includes(digest));
  }

  /** take removes a manifest with its tags, as others do too. */
  take(digest: Digest): void {
    this.manifests.delete(digest);
    for (const [tag, on] of this.tags) if (on === digest) this.tags.delete(tag);
  }

  #remove(digest: Digest): Removal {
    const outcome = this.deleting();
    if (outcome === 'protected') return { kind: 'protected', says: 'LOCKED' };
    if (outcome === 'refused') return { kind: 'refused', error: fault('REGISTRY_DENIED') };
    if (outcome === 'broken') return { kind: 'doubtful', error: fault('REGISTRY_ANSWER') };
    if (outcome === 'ignored') return { kind: 'sent' };
    if (this.manifests.has(digest)) {
      this.onDelete(digest);
      this.take(digest);
    }
    return outcome === 'lost' ? { kind: 'doubtful', error: fault('REGISTRY_UNREACHABLE') } : { kind: 'sent' };
  }

  #entry(digest: Digest): object {
    return { mediaType: this.manifests.get(digest)?.mediaType ?? MEDIA_TYPES.ociManifest, digest, size: 1 };
  }

  #push(document: object, truth: Omit<Truth, 'bytes'>, daysAgo = this.daysAgo): Digest {
    const bytes = bytesOf(document);
    const digest = digestOf(bytes);
    this.pushed.set(digest, { time: this.time, daysAgo });
    this.manifests.set(digest, { bytes, ...truth });
    return digest;
  }
}

export function fault(
  code: 'REGISTRY_DENIED' | 'REGISTRY_ANSWER' | 'REGISTRY_UNREACHABLE' | 'RATE_LIMITED',
): ActionError {
  return new ActionError(code, 'a fault', { hint: '' });
}

function bytesOf(value: unknown): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(value));
}

function descriptor(mediaType: string, bytes: Uint8Array): object {
  return { mediaType, digest: digestOf(bytes), size: bytes.byteLength };
}
