import type { ReadAccess } from '../credentials/read-access.ts';
import { ActionError, type ErrorCode, type StepCode } from '../errors.ts';
import { type AttachedPlace, attachedAt } from '../image/attached.ts';
import { type Content, ImageProblem } from '../image/content.ts';
import { type Digest, parseDigest } from '../image/digest.ts';
import { ManifestProblem } from '../image/document.ts';
import { type Image, readImage } from '../image/image.ts';
import type { BlobStream, PackedImage } from '../image/packed-image.ts';
import { type Repository, repositoryName } from '../image/reference.ts';
import type { RegistryLocation } from '../image/source-text.ts';
import { testedIn } from '../image/tested.ts';
import { type AttachedLists, attachedLists } from './attached-lists.ts';

/** A repository that is open for reading, as a place of images. */
export type OpenedRepository = ReadAccess & {
  /** Layers are not read: one that a destination already has may be missing here. */
  readonly content: Content;
};

/** How repositories are opened, and where the result is reported. */
export type Repositories = {
  readonly openRepository: (at: Repository) => Promise<OpenedRepository>;
  /** Tells whether referrers of the image will be needed, so that we may ask for them early. */
  readonly wantsAttached?: (at: Repository) => boolean;
  readonly tell: (line: string) => void;
};

/**
 * readRepository reads an image on a registry, and hashes every manifest and config before any destination is
 * contacted. It reads a tag once, and then uses the digest. It writes nothing there. Throws SOURCE_NOT_FOUND,
 * SOURCE_INVALID, or why the registry could not be read.
 */
export async function readRepository(
  { at, name }: RegistryLocation,
  { openRepository, tell, wantsAttached }: Repositories,
): Promise<PackedImage> {
  const asked = nameOf(at, name);
  const { registry, whose, content, close } = await openRepository(at).catch(failed(asked));
  try {
    const lists = attachedLists(registry);
    const early = wantsAttached?.(at) === true ? lists : undefined;
    const image = await imageIn({ registry, content }, { asked, name, early }).catch(failed(asked));
    const found = nameOf(at, image.root.digest);
    tell(`${repositoryName(at)} is read ${whose}.`);
    if (found !== asked) tell(`${asked} shows ${image.root.digest}: that is published, whatever the tag shows later.`);
    return packed(at, image, { registry, close, lists });
  } catch (error) {
    close();
    throw error;
  }
}

type Asked = { readonly asked: string; readonly name: string; readonly early: AttachedLists | undefined };

async function imageIn(
  { registry, content }: Pick<OpenedRepository, 'registry' | 'content'>,
  { asked, name, early }: Asked,
): Promise<Image> {
  const root = await registry.readManifest(name);
  if (root === undefined) throw notFound(asked, parseDigest(name));
  const reading = readImage(content, root);
  // After the requests for the image itself. The digests of its parts are known, but not yet their contents.
  early?.askEarly(root);
  return reading;
}

function packed(
  at: Repository,
  image: Image,
  { registry, close, lists }: Pick<OpenedRepository, 'registry' | 'close'> & { readonly lists: AttachedLists },
): PackedImage {
  const name = nameOf(at, image.root.digest);
  return {
    kind: 'packed',
    name,
    tested: testedIn(image),
    image,
    repositories: [at],
    repositoryOf: () => at,
    openBlob: (blob) => {
      const config = image.configs.get(blob.digest);
      return config === undefined ? ofSource(name, registry.openBlob(blob)) : only(config);
    },
    attached: attachedAt(image, placeAt({ name, at }, { registry, lists })),
    close: async () => close(),
  };
}

/** Referrers are read where the image is, and are as much a part of the source. */
function placeAt(
  { name, at }: { readonly name: string; readonly at: Repository },
  { registry, lists }: Pick<OpenedRepository, 'registry'> & { readonly lists: AttachedLists },
) {
  return {
    list: (subject) => lists.list(subject).catch(failed(name)),
    read: (digest, subject) => registry.readReferrer(digest, subject).catch(failed(name)),
    tagged: (tag) => lists.tagged(tag).catch(failed(name)),
    manifest: ({ digest }) => registry.readManifest(digest).catch(failed(name)),
    openBlob: (blob) => ofSource(name, registry.openBlob(blob)),
    repository: at,
  } satisfies AttachedPlace;
}

/** An image on a registry, as people name it to programs (containers-transports(5)). */
function nameOf(at: Repository, name: string): string {
  return `docker://${repositoryName(at)}${parseDigest(name) === undefined ? ':' : '@'}${name}`;
}

async function* only(bytes: Uint8Array): BlobStream {
  yield bytes;
}

async function* ofSource(name: string, blob: BlobStream): BlobStream {
  try {
    yield* blob;
  } catch (error) {
    throw inWords(name, error);
  }
}

function failed(name: string): (error: unknown) => never {
  return (error) => {
    throw inWords(name, error);
  };
}

function notFound(asked: string, digest: Digest | undefined): ActionError {
  const what = digest === undefined ? 'tag' : 'digest';
  return new ActionError(
    'SOURCE_NOT_FOUND',
    `There is no image ${asked}: the registry has nothing under this ${what}.`,
    {
      hint:
        `Correct the repository or the ${what} in "source", or publish the image there first. A registry may also answer so ` +
        'to an account that may not read the repository.',
    },
  );
}

const NOT_WHOLE = 'Push the image there again, whole, and run the job again; nothing was tagged.';
const CHANGED =
  'Do not use it. Ask the operator of this registry (or a proxy before it) why its content differs from its digest; nothing ' +
  'was tagged.';

/** Faults of the image at its source, and not of the connection. */
const OF_THE_IMAGE: readonly StepCode[] = ['DIGEST_MISMATCH', 'CONTENT_MISSING'];

/** Errors that already name the input or the source: they are no faults of the connection. */
const SAID: readonly ErrorCode[] = ['SOURCE_NOT_FOUND', 'INPUT_INVALID', 'CREDENTIAL_MISSING'];

/** inWords adds the name of the source to an error of the source, or of reading it. */
function inWords(name: string, error: unknown): unknown {
  if (error instanceof ImageProblem)
    return invalid(name, error, error.hint ?? (error.missing.length > 0 ? NOT_WHOLE : CHANGED));
  if (!(error instanceof ActionError) || SAID.includes(error.code)) return error;
  if (error.cause instanceof ManifestProblem) return invalid(name, error, CHANGED);
  if (OF_THE_IMAGE.some((code) => code === error.code)) {
    return invalid(name, error, error.code === 'CONTENT_MISSING' ? NOT_WHOLE : CHANGED);
  }
  const code = error.code === 'REPOSITORY_MISSING' ? 'SOURCE_NOT_FOUND' : error.code;
  // Errors of the registry room speak about the destination, but this is the source.
  const hint = error.hint.replaceAll('"image"', '"source"');
  return new ActionError(code, `The source ${name} could not be read. ${error.message}`, { hint, cause: error });
}

function invalid(name: string, cause: Error, hint: string): ActionError {
  const what = cause instanceof ActionError ? cause.message : `It is no image: ${cause.message}.`;
  return new ActionError('SOURCE_INVALID', `The source ${name} cannot be published. ${what}`, { hint, cause });
}
