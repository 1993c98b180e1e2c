import { ActionError } from '../errors.ts';
import { askRevision } from '../gate/image-rules.ts';
import type { Open } from '../gate/verdict.ts';
import type { Digest } from '../image/digest.ts';
import { type Examined, isCalled } from '../image/tested.ts';
import type { ScanInputs } from '../scan/evidence.ts';
import type { ReportFiles } from '../workspace/workspace.ts';
import { askScan, type Scanned } from './gather-scan.ts';

/** What the workflow asks of the image itself. */
export type ImagePolicy = {
  readonly expectedImageId: Digest | undefined;
  readonly requireRevisionLabel: boolean;
  /** Undefined if no scan is asked for. */
  readonly scan: ScanInputs | undefined;
};

/** An image, as people name it. */
export type NamedImage = Examined & { readonly name: string };

/**
 * judgeImage keeps an open gate open only for the image that was tested, was built from the commit, and was scanned, as
 * far as the workflow asks for that. No registry is contacted. Throws IDENTITY_MISMATCH for another image.
 */
export async function judgeImage(
  open: Open,
  { policy, image }: { readonly policy: ImagePolicy; readonly image: NamedImage },
  doors: { readonly reports: ReportFiles },
): Promise<Scanned> {
  await expectIdentity(image, policy.expectedImageId);
  const labelled = policy.requireRevisionLabel ? askRevision(open, image.tested.platforms) : open;
  return askScan(labelled, { scan: policy.scan, image }, doors);
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

const OTHER =
  'Either it was built again after the test, or another image took its name. Publish the image that was tested; if ' +
  'the expected digest is that of a manifest that buildx pushed, hand over "containerimage.config.digest" instead.';
const PART =
  'What was tested for one platform says nothing of the others. Hand over the digest of the index, such as ' +
  '"containerimage.digest" of buildx, or publish one platform.';
