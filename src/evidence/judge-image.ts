import { ActionError } from '../errors.ts';
import { askRevision } from '../gate/image-rules.ts';
import type { OpenToRead } from '../gate/verdict.ts';
import type { Digest } from '../image/digest.ts';
import { type Examined, isCalled, type Tested } from '../image/tested.ts';
import { platformsDiffer, type WantedPlatform } from '../image/wanted-platforms.ts';
import type { ScanInputs } from '../scan/evidence.ts';
import type { ReportFiles } from '../workspace/workspace.ts';
import type { CheckPolicy } from './gather-checks.ts';
import { askScan, type Scanned } from './gather-scan.ts';
import { type CommitDoors, judgeCommit } from './judge-commit.ts';

/** What the workflow requires of the image itself. */
export type ImagePolicy = CheckPolicy & {
  /** One for each part of a joined image; otherwise at most one. */
  readonly expectedImageIds: readonly Digest[];
  /** Empty if nothing is required. */
  readonly expectedPlatforms: readonly WantedPlatform[];
  readonly requireRevisionLabel: boolean;
  /** Undefined if no scan is required. */
  readonly scan: ScanInputs | undefined;
};

/** An image and its name for people; a joined one with its parts. */
export type NamedImage = Examined & {
  readonly name: string;
  readonly parts?: readonly { readonly name: string; readonly tested: Tested }[] | undefined;
};

/**
 * judgeImage keeps an open gate open only if the image is the tested one, has the expected platforms, was built from
 * the commit, and was scanned, as far as the workflow requires it. A gate that was only open for reading is opened for
 * the commit that the image names. No destination is contacted. Throws IDENTITY_MISMATCH for another image.
 */
export async function judgeImage(
  open: OpenToRead,
  { policy, image }: { readonly policy: ImagePolicy; readonly image: NamedImage },
  doors: CommitDoors & { readonly reports: ReportFiles },
): Promise<Scanned> {
  await expectIdentities(image, policy.expectedImageIds);
  await expectPlatforms(image, policy.expectedPlatforms);
  const verdict = open.kind === 'open' ? open : await judgeCommit(open, { policy, image }, doors);
  // Here the commit comes from the label itself.
  const isAsked = policy.requireRevisionLabel && open.kind === 'open' && verdict.kind === 'open';
  const labelled = isAsked ? askRevision(verdict, image.tested.platforms) : verdict;
  return askScan(labelled, { scan: policy.scan, image }, doors);
}

/**
 * expectIdentities compares an image with the digest that the tests passed on. For a joined image there is one digest
 * for each part, in any order. Throws IDENTITY_MISMATCH.
 */
async function expectIdentities(image: NamedImage, expected: readonly Digest[]): Promise<void> {
  if (image.parts === undefined) return expectIdentity(image, expected[0]);
  if (expected.length === 0) return;
  const untested = image.parts.find(({ tested }) => !expected.some((digest) => isCalled(tested, digest)));
  if (untested !== undefined) {
    const message = `The image ${untested.name} is none of the expected ones: its digest is ${untested.tested.root}.`;
    throw new ActionError('IDENTITY_MISMATCH', message, { hint: OTHER });
  }
  const parts = image.parts;
  const idle = expected.find((digest) => !parts.some(({ tested }) => isCalled(tested, digest)));
  if (idle === undefined) return;
  throw new ActionError(
    'IDENTITY_MISMATCH',
    `"expected-image-id" names ${idle}, and no image in "source" has this name.`,
    {
      hint: OTHER,
    },
  );
}

/**
 * expectIdentity compares the image with the digest that the tests passed on: the digest of the whole image, or of its
 * only platform. Throws IDENTITY_MISMATCH.
 */
export async function expectIdentity(image: NamedImage, expected: Digest | undefined): Promise<void> {
  if (expected === undefined || isCalled(image.tested, expected)) return;
  const full = await image.inFull();
  if (isCalled(full, expected)) return;
  const [only, ...others] = full.platforms;
  const isPart = full.names.some(({ digest }) => digest === expected);
  const config = only.configDigest ?? 'unknown';
  const has =
    others.length > 0 || full.root === full.id
      ? `its digest is ${full.id}${others.length > 0 ? `, with ${others.length + 1} platforms` : `, its config ${config}`}`
      : `its config is ${config}`;
  const wanted = isPart ? `${expected}, which is a part of it` : expected;
  throw new ActionError(
    'IDENTITY_MISMATCH',
    `The image ${image.name} is not the expected one: ${has}, and expected is ${wanted}.`,
    { hint: isPart ? PART : OTHER },
  );
}

/**
 * expectPlatforms checks that the image has exactly the expected platforms. If an engine shows only one, it is asked
 * for all. Throws IDENTITY_MISMATCH.
 */
export async function expectPlatforms(image: NamedImage, expected: readonly WantedPlatform[]): Promise<void> {
  if (expected.length === 0) return;
  const { platforms, isComplete } = await image.inFull();
  const differ = platformsDiffer(expected, platforms);
  if (differ !== undefined) {
    throw new ActionError('IDENTITY_MISMATCH', `The image ${image.name} is not for the expected platforms: ${differ}`, {
      hint: PLATFORMS,
    });
  }
  if (isComplete) return;
  throw new ActionError(
    'IDENTITY_MISMATCH',
    `The engine does not say for which platforms the image ${image.name} is, and "expected-platforms" is set.`,
    {
      hint: 'Publish it from a file: "docker buildx build --output type=oci,dest=image.tar", and "source: ./image.tar".',
    },
  );
}

const PLATFORMS =
  'Check that every job that builds a platform has run and passed its image on, or change "expected-platforms".';
const OTHER =
  'The image was built again after the test, or another image has its name now. Publish the image that was tested. If ' +
  'the expected digest is of a manifest that buildx pushed, pass on "containerimage.config.digest" instead.';
const PART =
  'A test of one platform does not cover the others. Pass on the digest of the index, such as ' +
  '"containerimage.digest" of buildx, or publish only that platform.';
