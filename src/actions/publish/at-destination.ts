import type { CredentialUse, Login } from '../../credentials/sign-in.ts';
import type { PrivateConfig } from '../../docker/docker.ts';
import type { Attempt } from '../../image/destinations.ts';
import type { Manifest } from '../../image/manifest.ts';
import type { Sight } from '../../push/sight.ts';
import { type Claim, foundClaim } from '../../push/source.ts';
import { isLacking } from '../../push/upload.ts';
import { tellerOf } from '../../report/teller.ts';
import { seeUntaken } from '../../tags/fixed-tags.ts';
import { keptAnywhere } from '../../tags/keep-alike.ts';
import { type Lineage, lineageOf } from '../../tags/lineage.ts';
import type { TagPlan } from '../../tags/plan-tags.ts';
import { candidateOf, publishedAs, readTags, type TagsBefore } from '../../tags/read-tags.ts';
import type { Held } from '../../tags/write-tags.ts';
import { findWhole, recognise } from '../../verify/recognise.ts';
import { type RegistryContent, registryContent, sightedContent } from '../../verify/registry-content.ts';
import { registrySight } from '../../verify/registry-sight.ts';
import { verifyPush } from '../../verify/verify-push.ts';
import type { Delivery } from './delivery.ts';
import type { Beyond } from './world.ts';

/** A destination that we have signed in to. */
export type SignedIn = Login & { readonly plan: TagPlan };

/** A destination whose tags were read, and what it has of the image. */
export type Ready = Omit<SignedIn, 'use'> & {
  readonly use: CredentialUse;
  readonly content: RegistryContent;
  readonly before: TagsBefore;
  readonly isOurs: (served: Manifest) => Promise<boolean>;
  readonly sight: Sight;
};

/** A destination that should have the image now, as the push reports. */
export type Pushed = Ready & { readonly claim: Claim };

/** readAt reads the tags that will be written, and recognises the image if they show it. */
export async function readAt(at: SignedIn, { verdict, inputs, source }: Delivery): Promise<Ready> {
  const content = registryContent(at.registry);
  const { tested } = source;
  const isOurs = (served: Manifest) => recognise(content, served, { tested, expected: inputs.expectedImageIds[0] });
  const candidate = { ...candidateOf(tested, verdict.subject, inputs), isOurs, content };
  const sight = registrySight(at.registry);
  const tags = readTags(at.registry, at.plan, candidate);
  // Together with the tags, and after them, we ask what the registry has of the image.
  if (!inputs.dryRun) for (const blob of source.foreseen(inputs.compression)) void sight.has(blob);
  const [before, use] = await Promise.all([tags, at.use]);
  return { ...at, content, isOurs, sight, before, use };
}

/** lineageOfAll tells where the published image stands among others: the source, or the image of an earlier run. */
export function lineageOfAll(
  ready: readonly Attempt<Ready>[],
  { verdict, inputs, source }: Delivery,
  { history, runner }: Beyond,
): Lineage {
  const { platforms } = keptAnywhere(ready)?.tested ?? source.tested;
  const access = () => ({ token: runner.secretInput('github-token') });
  return lineageOf({ verdict, inputs, image: platforms[0], facts: runner.context() }, { history, access });
}

/** pushTo brings the image to a destination, and uploads nothing that is known to exist there and can be read. */
export async function pushTo(
  at: Ready,
  { inputs, source, plans, config }: Delivery & { readonly config: PrivateConfig },
  { runner, lifetime }: Beyond,
): Promise<Pushed> {
  const { target, isOurs: isTagged } = at.before.sha;
  const tell = tellerOf(runner).push(target, plans.length > 1);
  const { kept } = at.before;
  const content = sightedContent(at.content, at.sight);
  const found = kept?.manifest ?? (await findWhole(content, publishedAs(at.before)));
  if (found !== undefined) {
    tell('The image exists: nothing is uploaded.');
    return { ...at, content, claim: foundClaim(found, isTagged) };
  }
  if (source.isPushedByEngine) await seeUntaken(at.registry, at.before.sha, at.isOurs);
  const { compression, mountFrom } = inputs;
  const terms = {
    compression,
    mountFrom,
    config,
    tell: runner.info,
    teller: { now: lifetime.elapsed, tell },
    warn: tellerOf(runner).loss,
  };
  return { ...at, claim: await source.push({ ...at, target }, terms) };
}

const FORGOTTEN =
  'The registry accepted the image, but does not serve all of it: its manifests are uploaded again, also as blobs.';

/** proveAt verifies that a destination holds the image: the source, or the kept image of an earlier run. */
export async function proveAt(
  { registry, plan, before, claim, content }: Pushed,
  { verdict, inputs, source, plans }: Delivery,
  { runner }: Beyond,
): Promise<Held> {
  const { sha, kept } = before;
  const expectation = {
    target: sha.target,
    before: sha.manifest,
    claim,
    content,
    tested: kept?.tested ?? source.tested,
    isKept: kept !== undefined,
    // The parts of a joined image were compared before; the whole is recognised by its bytes.
    expected: inputs.expectedImageIds[0],
    platforms: inputs.expectedPlatforms,
    revision: inputs.requireRevisionLabel ? verdict.subject.commit : undefined,
    level: inputs.verify,
  };
  const prove = () => verifyPush(registry, expectation);
  const verified = await prove().catch(async (error) => {
    if (claim.sendAnew === undefined || !isLacking(error)) throw error;
    tellerOf(runner).push(sha.target, plans.length > 1)(FORGOTTEN);
    // The first error says more than why this did not help.
    await claim.sendAnew().catch(() => Promise.reject(error));
    return prove();
  });
  return { registry, before, moving: plan.moving, claim, verified };
}

/** loadProving loads the steps of a proof, which are needed only if there is something to deliver. */
export function loadProving() {
  return import('./prove.ts');
}
