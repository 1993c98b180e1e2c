/** What a source lists without end is not read without end. */
import { describe, expect, it } from '@jest/globals';
import type { AttachedPlace } from '../../../src/image/attached.ts';
import { type Digest, digestOf } from '../../../src/image/digest.ts';
import { type Manifest, parseManifest } from '../../../src/image/manifest.ts';
import { parseReferrer } from '../../../src/image/referrer.ts';
import { collectReferrers } from '../../../src/referrers/collect.ts';
import { buildImage, type Document, descriptorOf } from '../../doubles/registry/images.ts';
import { attachedTo } from '../../doubles/registry/referrers.ts';

const image = buildImage();
const manifestOf = ({ bytes, mediaType }: Document): Manifest => parseManifest(bytes, mediaType);
const subject = image.digest as Digest;

/** A place that counts what is read of it, and how much of that at once. */
class Place implements AttachedPlace {
  readonly #lists: ReadonlyMap<Digest, readonly Digest[]>;
  readonly #serve: (digest: Digest) => Document;
  readonly repository = undefined;
  reads = 0;
  mostAtOnce = 0;
  #now = 0;

  constructor(lists: ReadonlyMap<Digest, readonly Digest[]>, serve: (digest: Digest) => Document) {
    this.#lists = lists;
    this.#serve = serve;
  }

  readonly list = async (of: Digest) => this.#lists.get(of) ?? [];
  readonly tagged = async () => undefined;
  readonly read = async (digest: Digest) => {
    const { bytes, mediaType } = await this.#served(digest);
    return parseReferrer(bytes, mediaType);
  };
  readonly manifest = ({ digest }: { readonly digest: Digest }) => this.#served(digest);

  openBlob(): never {
    throw new Error('no blob is read while it is listed');
  }

  async #served(digest: Digest): Promise<Document> {
    this.reads += 1;
    this.#now += 1;
    this.mostAtOnce = Math.max(this.mostAtOnce, this.#now);
    await new Promise(setImmediate);
    this.#now -= 1;
    return this.#serve(digest);
  }
}

const collect = (place: AttachedPlace) =>
  collectReferrers({ manifests: [manifestOf(image)], at: [{ place, subjects: [manifestOf(image)] }] });
const invented = (count: number): readonly Digest[] =>
  Array.from({ length: count }, (_, at) => digestOf(Buffer.from(`${at}`)));

describe('collectReferrers', () => {
  it('reads nothing of a list that is too long', async () => {
    const place = new Place(new Map([[subject, invented(50_000)]]), () => attachedTo(image));
    await expect(collect(place)).rejects.toMatchObject({ code: 'SOURCE_INVALID' });
    expect(place.reads).toBe(0);
  });

  it('stops to read where all of it is too much', async () => {
    const note = 'n'.repeat(2 * 1024 * 1024);
    const large = Array.from({ length: 300 }, (_, at) => attachedTo(image, { annotations: { note, at: `${at}` } }));
    const served = new Map(large.map((each) => [each.digest as Digest, each]));
    const place = new Place(new Map([[subject, [...served.keys()]]]), (digest) => served.get(digest) ?? image);
    await expect(collect(place)).rejects.toMatchObject({ code: 'SOURCE_INVALID' });
    // 64 MiB, and what was asked for when that was seen.
    expect(place.reads).toBeLessThan(80);
    expect(place.mostAtOnce).toBeLessThan(40);
  });

  it('counts what indexes lead to', async () => {
    const children = Array.from({ length: 600 }, (_, at) => buildImage({ contents: [`${at}`] }));
    const index = (part: string): Document => {
      const mediaType = 'application/vnd.oci.image.index.v1+json';
      const manifests = children.map(descriptorOf);
      const text = { schemaVersion: 2, mediaType, manifests, subject: descriptorOf(image), annotations: { part } };
      const bytes = Buffer.from(JSON.stringify(text));
      return { digest: digestOf(bytes), mediaType, bytes };
    };
    const served = new Map([...children, index('one'), index('two')].map((each) => [each.digest, each]));
    const lists = new Map([[subject, [index('one').digest as Digest, index('two').digest as Digest]]]);
    const place = new Place(lists, (digest) => served.get(digest) ?? image);
    await expect(collect(place)).rejects.toMatchObject({ code: 'SOURCE_INVALID' });
    expect(place.reads).toBeLessThan(1_010);
  });
});
