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

/** What the workflow asks of the image itself. */
export type ImagePolicy = CheckPolicy & {
  /** One for each part of a joined image, else one at most. */
  readonly expectedImageIds: readonly Digest[];
  /** None if nothing is asked. */
  readonly expectedPlatforms: readonly WantedPlatform[];
  readonly requireRevisionLabel: boolean;
  /** Undefined if no scan is asked for. */
  readonly scan: ScanInputs | undefined;
};

/** An image, as people name it; a joined one with the parts that it is made of. */
export type NamedImage = Examined & {
  readonly name: string;
  readonly parts?: readonly { readonly name: string; readonly tested: Tested }[] | undefined;
};

/**
 * judgeImage keeps an open gate open only for the image that was tested, for the platforms that are expected, was built
 * from the commit, and was scanned, as far as the workflow asks for that; one that was open for reading alone is opened
 * for the commit that the image names. No registry that is published to is contacted. Throws IDENTITY_MISMATCH for
 * another image.
 */
export async function judgeImage(
  open: OpenToRead,
  { policy, image }: { readonly policy: ImagePolicy; readonly image: NamedImage },
  doors: CommitDoors & { readonly reports: ReportFiles },
): Promise<Scanned> {
  await expectIdentities(image, policy.expectedImageIds);
  await expectPlatforms(image, policy.expectedPlatforms);
  const verdict = open.kind === 'open' ? open : await judgeCommit(open, { policy, image }, doors);
  // The commit that the image itself names is its label.
  const isAsked = policy.requireRevisionLabel && open.kind === 'open' && verdict.kind === 'open';
  const labelled = isAsked ? askRevision(verdict, image.tested.platforms) : verdict;
  return askScan(labelled, { scan: policy.scan, image }, doors);
}

/**
 * expectIdentities compares an image with the digest that the tests handed over, and a joined one, part by part, with as
 * many, in whatever order. Throws IDENTITY_MISMATCH.
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
  throw new ActionError('IDENTITY_MISMATCH', `Expected is ${idle}, and no image in "source" is called so.`, {
    hint: OTHER,
  });
}

/**
 * expectIdentity compares the image with the digest that the tests handed over: of all of it, or of its only platform.
 * Throws IDENTITY_MISMATCH.
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
 * expectPlatforms sees that the image has the platforms that it must have, no more and no less. An engine that shows one
 * of them is asked for all. Throws IDENTITY_MISMATCH.
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
    `The engine does not tell for which platforms the image ${image.name} is, and some are expected.`,
    {
      hint: 'Publish it from a file: "docker buildx build --output type=oci,dest=image.tar", and "source: ./image.tar".',
    },
  );
}

const PLATFORMS =
  'See whether every job that builds a platform has run and handed its image over, or change "expected-platforms".';
const OTHER =
  'Either it was built again after the test, or another image took its name. Publish the image that was tested; if ' +
  'the expected digest is that of a manifest that buildx pushed, hand over "containerimage.config.digest" instead.';
const PART =
  'What was tested for one platform says nothing of the others. Hand over the digest of the index, such as ' +
  '"containerimage.digest" of buildx, or publish one platform.';
