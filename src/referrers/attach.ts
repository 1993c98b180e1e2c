import { ActionError } from '../errors.ts';
import type { Digest } from '../image/digest.ts';
import type { Descriptor, Manifest } from '../image/manifest.ts';
import type { VerificationLevel } from '../image/verified.ts';
import type { Piece } from '../push/upload.ts';
import type { Registry } from '../registry/registry.ts';
import type { Attachment } from './collect.ts';
import { decideTag } from './same-tag.ts';
import { isWhole, type ReadBack, seeWhole } from './see-whole.ts';
import { withLeave } from './with-leave.ts';

/** A destination, and how deep it is checked. */
export type LookTerms = {
  /** The contents of the destination, read back. */
  readonly content: ReadBack;
  readonly level: VerificationLevel;
};

/** What `attachAll` needs. */
export type AttachTerms = LookTerms & {
  /** The attachments that `findThere` has found. */
  readonly there: ReadonlySet<Attachment>;
  /** upload uploads blobs that the destination does not have. */
  readonly upload: (pieces: readonly Piece[]) => Promise<void>;
  /** mountFrom is the repository on the same registry to mount the blobs of an attachment from. */
  readonly mountFrom: (attachment: Attachment) => string | undefined;
};

/** The result for a referrer of an image. */
export type Attached = {
  readonly digest: Digest;
  readonly subject: Digest;
  readonly type: string;
  readonly state: 'copied' | 'already-there';
};

/**
 * attachAll copies all referrers of an image to a destination that has the image, and verifies them there like the
 * image. Existing objects are verified, too, and not uploaded. A part of the image itself only gets its entry in the
 * list. Throws REFERRER_REFUSED if the destination rejects an object, and other errors: if anything cannot be copied,
 * the step fails.
 */
export async function attachAll(
  registry: Registry,
  attachments: readonly Attachment[],
  terms: AttachTerms,
): Promise<readonly Attached[]> {
  try {
    const { there } = terms;
    const missing = attachments.filter((each) => !there.has(each));
    await terms.upload(piecesOf(missing, terms));
    for (const child of distinct(missing.flatMap(({ children }) => children))) await registry.put(child);
    // Subjects come before their referrers.
    for (const depth of new Set(missing.map((each) => each.depth).toSorted((one, other) => one - other))) {
      await Promise.all(missing.filter((each) => each.depth === depth).map((each) => attachOne(registry, each)));
    }
    await seeAll(registry, missing, terms);
    return attachments.filter(({ place }) => place !== undefined).map((each) => told(each, there.has(each)));
  } catch (error) {
    throw withLeave(error);
  }
}

function told({ manifest, subject, type }: Attachment, isThere: boolean): Attached {
  return { digest: manifest.digest, subject, type, state: isThere ? 'already-there' : 'copied' };
}

/**
 * findThere finds the attachments that a destination already lists, or has under their tag, with everything that they
 * lead to. It writes nothing, and the image need not be there.
 */
export async function findThere(
  registry: Registry,
  attachments: readonly Attachment[],
  { content, level }: LookTerms,
): Promise<ReadonlySet<Attachment>> {
  try {
    const listing = listsOf(registry, attachments);
    const looks = attachments.map(async (each) => {
      if (each.by.kind === 'tag') return { each, state: await stateOfTag(registry, each) };
      return { each, state: isListed(await listing, each) ? ('same' as const) : ('absent' as const) };
    });
    const whole = looks.map(async (look) => {
      const { each, state } = await look;
      return state === 'more' || (state === 'same' && (await isWhole(content, each, level))) ? [each] : [];
    });
    return new Set((await Promise.all([...whole, listing.then(() => [])])).flat());
  } catch (error) {
    throw withLeave(error);
  }
}

/** Whether a tag of cosign shows the same manifest, one with more layers, or must be written. */
async function stateOfTag(registry: Registry, { manifest, by }: Attachment): Promise<'same' | 'more' | 'absent'> {
  if (by.kind !== 'tag') return 'absent';
  const decision = decideTag(manifest, await registry.readManifest(by.tag));
  if (decision.kind === 'torn') throw torn(by.tag, decision.shown, manifest);
  return decision.kind === 'write' ? 'absent' : decision.kind;
}

type Lists = ReadonlyMap<Digest, ReadonlySet<Digest>>;

async function listsOf(registry: Registry, attachments: readonly Attachment[]): Promise<Lists> {
  const subjects = new Set(attachments.flatMap(({ by, subject }) => (by.kind === 'subject' ? [subject] : [])));
  const lists = [...subjects].map(
    async (subject) => [subject, new Set(await registry.listReferrers(subject))] as const,
  );
  return new Map(await Promise.all(lists));
}

function isListed(lists: Lists, { subject, manifest }: Attachment): boolean {
  return lists.get(subject)?.has(manifest.digest) === true;
}

/** Every blob once, from a place that has it. */
function piecesOf(attachments: readonly Attachment[], { mountFrom }: AttachTerms): readonly Piece[] {
  const pieces = new Map<Digest, Piece>();
  for (const attachment of attachments) {
    const { place, blobs } = attachment;
    if (place === undefined) continue;
    const from = mountFrom(attachment);
    for (const blob of blobs) pieces.set(blob.digest, { blob, open: () => place.openBlob(blob), from });
  }
  return [...pieces.values()];
}

async function attachOne(registry: Registry, { by, manifest }: Attachment): Promise<void> {
  if (by.kind === 'subject') return registry.attach(by.referrer);
  await registry.putReferrerTag(by.tag, manifest);
}

/** Reads back what was uploaded: in its list, or under its tag, and every part of it. */
async function seeAll(registry: Registry, sent: readonly Attachment[], { content, level }: AttachTerms): Promise<void> {
  const listing = listsOf(registry, sent);
  await Promise.all([
    listing,
    ...sent.map(async (each) => {
      await seeWhole(content, each, level);
      const { by, manifest } = each;
      if (by.kind === 'subject' && !isListed(await listing, each)) throw notListed(each);
      if (by.kind !== 'tag') return;
      const shown = await registry.awaitManifest(by.tag, (seen) => seen?.digest === manifest.digest);
      if (shown?.digest !== manifest.digest) throw raced(by.tag, shown, manifest);
    }),
  ]);
}

function distinct<T extends Pick<Descriptor, 'digest'>>(all: readonly T[]): readonly T[] {
  return [...new Map(all.map((each) => [each.digest, each])).values()];
}

function notListed({ manifest, subject, type }: Attachment): ActionError {
  const message = `${manifest.digest} (${type}) was attached to ${subject}, but the registry does not list it.`;
  return new ActionError('CONTENT_MISSING', message, {
    hint: 'Run the job again. If it happens again, ask the operator of the registry.',
  });
}

function raced(tag: string, shown: Manifest | undefined, { digest }: Manifest): ActionError {
  const message = `The tag ${tag} was set to ${digest}, but the registry serves ${shown?.digest ?? 'nothing'} there.`;
  return new ActionError('TAG_RACED', message, {
    hint: 'Another job signs or attests this image at the same time. Let only one job do so, and run this one again.',
  });
}

function torn(tag: string, shown: Digest, { digest }: Manifest): ActionError {
  const message = `The tag ${tag} is ${shown} at the destination and ${digest} at the source, and each has signatures that the other does not have: it was not overwritten.`;
  return new ActionError('REFERRER_REFUSED', message, {
    hint: 'Sign or attest the image in one place only, or with a version of cosign that attaches by "subject" (OCI 1.1) and needs no such tags.',
  });
}
