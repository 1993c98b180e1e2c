import type { Attachable, AttachedAt, AttachedPlace } from '../image/attached.ts';
import type { Digest } from '../image/digest.ts';
import { matches } from '../image/digest.ts';
import { ManifestProblem, readDocument } from '../image/document.ts';
import { type Descriptor, type Manifest, parseManifest } from '../image/manifest.ts';
import { isManifestType } from '../image/media-types.ts';
import { parseReferrer, type Referrer, subjectIn } from '../image/referrer.ts';
import { COSIGN_KINDS, cosignTag, type ReferrerTag } from '../image/referrer-tag.ts';
import { BoundedReading, endless, MOST, notCopied } from './bounded-reading.ts';
import { withLeave } from './with-leave.ts';

/** A signature of an attestation of an image has depth two; nobody builds four. */
const DEEPEST = 3;

/** The parts of an attached manifest that a destination needs first: children before parents, and every blob once. */
type Parts = { readonly children: readonly Manifest[]; readonly blobs: readonly Descriptor[] };

/** A referrer of an image, by its `subject`, or under a tag of cosign. */
export type Attachment = Parts & {
  readonly subject: Digest;
  readonly manifest: Manifest;
  /** Its type, as people know it. */
  readonly type: string;
  readonly by:
    | { readonly kind: 'subject'; readonly referrer: Referrer }
    | { readonly kind: 'tag'; readonly tag: ReferrerTag };
  /** Its distance from the image: 1 is attached to the image itself. */
  readonly depth: number;
  /** Where its blobs are; undefined for a part of the image, which is pushed with it. */
  readonly place: AttachedPlace | undefined;
};

/**
 * collectReferrers reads everything attached to an image: to its root, its images, and their referrers, three deep. It
 * reads everything except blobs before any destination is contacted. A joined image lacks some manifests of its sources
 * (the index of a part). If one has referrers, it is copied, too, since a registry may remove referrers without a
 * subject. Throws SOURCE_INVALID for a listed referrer that is missing or has another subject, and beyond the limits;
 * and why a place could not be read.
 */
export async function collectReferrers({ manifests, at }: Attachable): Promise<readonly Attachment[]> {
  const found = new Map(ownAttachments(manifests).map((each) => [keyOf(each), each]));
  const known = new Set(manifests.map(({ digest }) => digest));
  const reading = new BoundedReading();
  try {
    for (let depth = 1, level = at; level.length > 0; depth++) {
      const looks = level.flatMap(({ place, subjects }) => {
        const beside = depth === 1 ? subjects.filter(({ digest }) => !known.has(digest)) : [];
        return subjects.map(async ({ digest }) => {
          const outside = beside.slice(0, beside.findIndex((each) => each.digest === digest) + 1);
          return { place, all: await attachedTo({ place, reading }, { subject: digest, depth, outside }) };
        });
      });
      const next: AttachedAt[] = [];
      for (const { place, all } of await Promise.all(looks)) {
        const fresh = all.filter((each) => !found.has(keyOf(each)));
        for (const each of fresh) found.set(keyOf(each), each);
        const subjects = distinct(fresh.map(({ manifest }) => manifest).filter(({ digest }) => !known.has(digest)));
        if (subjects.length > 0) next.push({ place, subjects });
      }
      if (depth > DEEPEST && next.length > 0) throw endless(`is nested more than ${DEEPEST} deep`);
      level = next;
    }
  } catch (error) {
    throw withLeave(error);
  }
  return [...found.values()];
}

function distinct(manifests: readonly Manifest[]): readonly Manifest[] {
  return [...new Map(manifests.map((each) => [each.digest, each])).values()];
}

/** Two tags may show one manifest. */
function keyOf({ by, manifest }: Attachment): string {
  return by.kind === 'tag' ? by.tag : manifest.digest;
}

/** Parts of the image that are attached to other parts need an entry in a list, too. */
function ownAttachments(manifests: readonly Manifest[]): readonly Attachment[] {
  const subjects = manifests.map(({ digest }) => digest);
  return manifests.flatMap((manifest) => {
    const subject = subjectIn(readDocument(manifest.bytes));
    if (subject === undefined || !subjects.includes(subject)) return [];
    const referrer = { ...parseReferrer(manifest.bytes, manifest.mediaType), manifest };
    return [{ ...bySubject(referrer), children: [], blobs: [], depth: 1, place: undefined }];
  });
}

function bySubject(referrer: Referrer): Pick<Attachment, 'subject' | 'manifest' | 'type' | 'by'> {
  const { subject, manifest, artifactType } = referrer;
  return { subject, manifest, type: artifactType ?? manifest.mediaType, by: { kind: 'subject', referrer } };
}

/** Where something is read, and the limits. */
type From = { readonly place: AttachedPlace; readonly reading: BoundedReading };
/** A subject; `outside` are manifests that it needs and that are no part of the image. */
type Subject = { readonly subject: Digest; readonly depth: number; readonly outside: readonly Manifest[] };

async function attachedTo(from: From, { subject, depth, outside }: Subject): Promise<readonly Attachment[]> {
  const { place, reading } = from;
  const after = ({ children, blobs }: Parts): Parts => ({ children: [...outside, ...children], blobs });
  const byTags = COSIGN_KINDS.map(async (kind): Promise<readonly Attachment[]> => {
    const tag = cosignTag(subject, kind);
    const manifest = await reading.read(() => place.tagged(tag));
    if (manifest === undefined) return [];
    reading.expect(1);
    const parts = after(await partsOf(from, manifest));
    return [{ subject, depth, manifest, type: `cosign's .${kind}`, by: { kind: 'tag', tag }, place, ...parts }];
  });
  const bySubjects = place.list(subject).then((digests) => {
    reading.expect(digests.length);
    return Promise.all(
      digests.map(async (digest): Promise<Attachment> => {
        const referrer = await reading.read(() => place.read(digest, subject));
        if (referrer === undefined)
          throw notCopied(`${digest} is listed as attached to ${subject}, but does not exist.`);
        return { ...bySubject(referrer), depth, place, ...after(await partsOf(from, referrer.manifest)) };
      }),
    );
  });
  return (await Promise.all([bySubjects, ...byTags])).flat();
}

/** All that a manifest leads to. An index may list anything; an entry whose type is no manifest is a blob. */
async function partsOf(from: From, manifest: Manifest, depth = 0): Promise<Parts> {
  if (manifest.kind === 'manifest') return { children: [], blobs: [manifest.config, ...manifest.layers] };
  if (depth === DEEPEST) throw endless('leads to indexes in indexes');
  if (manifest.children.length > MOST) throw endless(`has an index of more than ${MOST} entries`);
  const isManifest = (child: Descriptor) => isManifestType(child);
  const manifests = manifest.children.filter(isManifest);
  from.reading.expect(manifests.length);
  const below = await Promise.all(
    manifests.map(async (child) => {
      const read = await childAt(from, child);
      const { children, blobs } = await partsOf(from, read, depth + 1);
      return { children: [...children, read], blobs };
    }),
  );
  return {
    children: below.flatMap(({ children }) => children),
    blobs: [...manifest.children.filter((child) => !isManifest(child)), ...below.flatMap(({ blobs }) => blobs)],
  };
}

async function childAt({ place, reading }: From, at: Descriptor): Promise<Manifest> {
  const found = await reading.read(() => place.manifest(at));
  if (found === undefined) throw notCopied(`${at.digest} is part of it, but does not exist.`);
  if (!matches(at.digest, found.bytes))
    throw notCopied(`${at.digest} is part of it, and its content has another digest.`);
  try {
    return { ...parseManifest(found.bytes, found.mediaType), digest: at.digest };
  } catch (cause) {
    if (!(cause instanceof ManifestProblem)) throw cause;
    throw notCopied(`${at.digest} is part of it, and is not a manifest: ${cause.message}.`);
  }
}
