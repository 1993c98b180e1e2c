import type { AttachedPlace } from '../image/attached.ts';
import { type Content, ImageProblem } from '../image/content.ts';
import type { Digest } from '../image/digest.ts';
import { ManifestProblem, readDocument } from '../image/document.ts';
import { readRoot } from '../image/image.ts';
import type { Child, Descriptor, Manifest } from '../image/manifest.ts';
import { parseReferrer, type Referrer, subjectIn } from '../image/referrer.ts';
import { fallbackTag, type ReferrerTag, subjectOf } from '../image/referrer-tag.ts';
import { parsed } from '../image/roles.ts';
import type { Choice } from './choose-image.ts';
import type { Beside } from './sift-choices.ts';

/** Most entries of a layout that we read to find the referrers of its image. */
const MOST_LISTED = 1_000;

/** The entries of a layout: some may be referrers of its image. */
export type Listed = readonly Choice<Child>[];

/**
 * layoutReferrers finds the referrers of an image in its layout: manifests in `index.json` with the image as their
 * subject, as oras writes them; lists under the fallback tag, as regctl writes them; and manifests under cosign's tags.
 * It reads only on demand. Everything throws an ImageProblem.
 */
export function layoutReferrers(
  content: Content,
  listed: Listed,
): Pick<AttachedPlace, 'list' | 'read' | 'tagged' | 'manifest'> {
  const descriptors = new Map<Digest, Descriptor>(listed.map(({ image }) => [image.digest, image]));
  const readAt = (at: Descriptor): Promise<Manifest> => readRoot(content, at);
  let subjects: Promise<ReadonlyMap<Digest, readonly Digest[]>> | undefined;
  const under = (tag: ReferrerTag): Descriptor | undefined => listed.find(({ names }) => names.includes(tag))?.image;
  const listUnder = async (tag: ReferrerTag): Promise<readonly Digest[]> => {
    const at = under(tag);
    if (at === undefined) return [];
    const list = await readAt(at);
    if (list.kind !== 'index') throw new ImageProblem(`its tag ${tag} shows no list`);
    for (const child of list.children) descriptors.set(child.digest, child);
    return list.children.map(({ digest }) => digest);
  };
  return {
    list: async (subject) => {
      subjects ??= subjectsIn(listed, readAt);
      const named = await listUnder(fallbackTag(subject));
      return [...new Set([...((await subjects).get(subject) ?? []), ...named])];
    },
    read: async (digest, subject): Promise<Referrer | undefined> => {
      const at = descriptors.get(digest);
      if (at === undefined) return undefined;
      const manifest = await readAt(at);
      const referrer = parsed(`manifest ${digest} is attached to nothing`, () =>
        parseReferrer(manifest.bytes, manifest.mediaType),
      );
      if (referrer.subject === subject) return { ...referrer, manifest };
      throw new ImageProblem(`its ${digest} is attached to ${referrer.subject}, and listed for ${subject}`);
    },
    tagged: async (tag) => {
      const at = under(tag);
      return at && (await readAt(at));
    },
    manifest: (at) => content.manifest(at),
  };
}

/** The subject of each entry. An entry that cannot be read counts as having none. */
async function subjectsIn(
  listed: Listed,
  readAt: (at: Descriptor) => Promise<Manifest>,
): Promise<ReadonlyMap<Digest, readonly Digest[]>> {
  if (listed.length > MOST_LISTED) throw new ImageProblem(`its index.json lists more than ${MOST_LISTED} manifests`);
  const found = new Map<Digest, readonly Digest[]>();
  for (const { image } of listed) {
    const subject = await readAt(image)
      .then(({ bytes }) => subjectIn(readDocument(bytes)))
      .catch((error: unknown) => {
        if (error instanceof ImageProblem || error instanceof ManifestProblem) return undefined;
        throw error;
      });
    if (subject !== undefined) found.set(subject, [...(found.get(subject) ?? []), image.digest]);
  }
  return found;
}

/**
 * notAttached are the objects beside an image that are attached neither to a part of it, nor to one of its referrers.
 */
export function notAttached(beside: readonly Beside[], manifests: readonly Manifest[]): readonly Beside[] {
  const attached = new Set(manifests.map(({ digest }) => digest));
  const leads = ({ subject, names }: Beside): boolean =>
    [subject, ...names.map(subjectOf)].some((each) => each !== undefined && attached.has(each));
  for (let before = -1; before !== attached.size; ) {
    before = attached.size;
    for (const each of beside.filter(leads)) attached.add(each.digest);
  }
  return beside.filter(({ digest }) => !attached.has(digest));
}
