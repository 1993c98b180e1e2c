import { ActionError } from '../errors.ts';
import type { ImageFile } from '../files/files.ts';
import type { Digest } from '../image/digest.ts';
import { joinImages, twiceNamed } from '../image/join.ts';
import type { PackedImage } from '../image/packed-image.ts';
import { repositoryName } from '../image/reference.ts';
import type { SourceText } from '../image/source-text.ts';
import { type Tested, testedIn } from '../image/tested.ts';
import { comparePlatforms, type WantedPlatform } from '../image/wanted-platforms.ts';
import { contentSource } from './content-source.ts';
import type { Source } from './source.ts';

/** The lines of a joined source, and how to open each line. */
export type Lines = {
  readonly lines: readonly SourceText[];
  readonly open: (line: SourceText) => Promise<ImageFile>;
  /** The commit that the images must have if they name one; undefined if any commit is accepted. */
  readonly commit: string | undefined;
  /** Platforms that a missing line may have been for. */
  readonly expectedPlatforms: readonly WantedPlatform[];
};

/**
 * joinedSource is one image made of several, each on a registry or in a file, and each for one platform. Blobs are
 * pushed from where they are. Throws the error of opening a part, SOURCE_NOT_FOUND naming all missing parts, or
 * SOURCE_INVALID if they cannot be joined.
 */
export async function joinedSource({ lines, open, ...asked }: Lines): Promise<Source> {
  const twice = twiceNamed(lines.map((line) => ({ name: sourceName(line) })));
  if (twice !== undefined) throw notJoined(twice);
  const opened = await Promise.allSettled(lines.map(open));
  const there = opened.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
  try {
    const failures = opened.flatMap((each) => (each.status === 'rejected' ? [each.reason] : []));
    if (failures.length > 0) throw notOpened(failures, there, asked);
    return await joined(there.map(withManifest), asked.commit);
  } catch (error) {
    await Promise.all(there.map((part) => part.close()));
    throw error;
  }
}

/** sourceName is a line of a source as people write it, with its commit. */
function sourceName(line: SourceText): string {
  if (line.kind === 'registry')
    return `docker://${repositoryName(line.at)}${line.name.includes(':') ? '@' : ':'}${line.name}`;
  if (line.kind === 'file') return line.form === undefined ? line.text : `${line.form}:${line.text}`;
  return line.name;
}

async function joined(parts: readonly PackedImage[], commit: string | undefined): Promise<Source> {
  const made = await joinImages(parts, commit);
  if (!made.ok) throw notJoined(made);
  const holders = new Map<Digest, PackedImage>();
  for (const part of parts.toReversed())
    for (const { digest } of [...part.image.blobs, ...part.image.manifests]) holders.set(digest, part);
  const repositories = parts.flatMap((part) => part.repositories);
  const source = contentSource('joined', {
    kind: 'packed',
    name: parts.map(({ name }) => name).join(', '),
    image: made.image,
    tested: testedIn(made.image, { narrowedFrom: undefined, leftBehind: parts.flatMap(leftBehindOf) }),
    repositories: [...new Map(repositories.map((each) => [repositoryName(each), each])).values()],
    repositoryOf: (part) => holders.get(part.digest)?.repositoryOf(part),
    openBlob: (blob) => {
      const holder = holders.get(blob.digest);
      if (holder === undefined) throw new Error('a joined image has the blobs of its parts, and no other');
      return holder.openBlob(blob);
    },
    attached: { manifests: made.image.manifests, at: parts.flatMap(({ attached }) => attached?.at ?? []) },
    close: async () => void (await Promise.all(parts.map((part) => part.close()))),
  });
  return { ...source, parts: parts.map(({ name, tested }) => ({ name, tested })) };
}

function leftBehindOf({ name, tested: { narrowedFrom, leftBehind = [] } }: PackedImage): readonly string[] {
  const rest = narrowedFrom === undefined ? [] : [`the rest of the index ${narrowedFrom}`];
  return [...rest, ...leftBehind].map((what) => `${what}, in ${name}`);
}

/**
 * An image saved by an engine with the graph driver gets its manifest during the push: no index can name it earlier.
 */
function withManifest(part: ImageFile): PackedImage {
  if (part.kind === 'packed') return part;
  throw notJoined({
    problem: `${part.name} has no manifest, since an engine saved it without one`,
    hint:
      'Hand an OCI archive over: "docker buildx build --output type=oci,dest=image.tar", or "podman save --format ' +
      'oci-archive"; or publish each image in its job, and name it with "docker://".',
  });
}

function notJoined({ problem, hint }: { readonly problem: string; readonly hint: string }): ActionError {
  return new ActionError('SOURCE_INVALID', `The images in "source" cannot be joined: ${problem}.`, { hint });
}

/**
 * If only missing parts failed, the error names them all and the missing platforms; otherwise it is the first other
 * failure.
 */
function notOpened(
  failures: readonly unknown[],
  there: readonly { readonly tested: Tested }[],
  { expectedPlatforms }: Pick<Lines, 'expectedPlatforms'>,
): unknown {
  const isAbsent = (error: unknown) => error instanceof ActionError && error.code === 'SOURCE_NOT_FOUND';
  const other = failures.find((error) => !isAbsent(error));
  if (other !== undefined) return other;
  const absent = failures as readonly ActionError[];
  const has = there.flatMap(({ tested }) => tested.platforms);
  const missing = comparePlatforms(expectedPlatforms, has)?.missing ?? [];
  const platforms = missing.length === 0 ? '' : ` Missing: ${missing.join(', ')}.`;
  return new ActionError('SOURCE_NOT_FOUND', absent.map(({ message }) => message).join(' ') + platforms, {
    hint: `See whether the job that builds it has run and handed its image over. ${absent[0]?.hint ?? ''}`.trimEnd(),
    cause: absent[0],
  });
}
