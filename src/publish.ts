import { type Doors, signIn, signOut } from './credentials/sign-in.ts';
import { askChecks } from './evidence/gather-checks.ts';
import { decideGate } from './gate/decide-gate.ts';
import { askRevision } from './gate/revision.ts';
import type { Open } from './gate/verdict.ts';
import type { GitHub } from './github/github.ts';
import type { Inputs } from './inputs/inputs.ts';
import { readInputs, wantsSummary } from './inputs/read-inputs.ts';
import { expectIdentity } from './push/expect-identity.ts';
import { findSource } from './push/find-source.ts';
import { claimOf, findPushed, pushImage } from './push/push-image.ts';
import type { Outcome } from './report/outcome.ts';
import { announce, failure, report } from './report/report.ts';
import type { Lifetime } from './runner/lifetime.ts';
import { planTags } from './tags/plan-tags.ts';
import { type IsOurs, publishedAs, readTags } from './tags/read-tags.ts';
import { writeTags } from './tags/write-tags.ts';
import { proveIdentity } from './verify/prove-identity.ts';
import { verifyPush } from './verify/verify-push.ts';

export type World = Doors & { readonly github: GitHub; readonly lifetime: Lifetime };

/**
 * publish is the story of the step: read the inputs, ask the gate, and only if it is open find the image that was
 * tested, sign in, push it, verify what the registry really holds, write the version tags, and report. It returns
 * whether the step has gone well.
 */
export async function publish(world: World): Promise<boolean> {
  const { runner, lifetime } = world;
  try {
    return report(runner, await outcomeOf(world), wantsSummary(runner));
  } catch (thrown) {
    // The outcome could not be handed on: this much can still be said.
    return announce(runner, failure(thrown, runner.redacted));
  } finally {
    lifetime.end();
  }
}

async function outcomeOf(world: World): Promise<Outcome> {
  const { runner, lifetime } = world;
  try {
    const inputs = readInputs(runner);
    lifetime.limit(inputs.timeout);
    return await decideAndPublish(world, inputs);
  } catch (thrown) {
    // A registry or an engine may repeat in its error what it was sent.
    return failure(lifetime.signal.aborted ? lifetime.signal.reason : thrown, runner.redacted);
  }
}

async function decideAndPublish(world: World, inputs: Inputs): Promise<Outcome> {
  const { runner } = world;
  const first = decideGate(inputs, runner.context());
  const verdict = first.kind === 'open' ? await askChecks(first, inputs, world) : first;
  if (verdict.kind === 'closed') return { kind: 'closed', verdict, fails: inputs.whenClosed === 'fail' };
  for (const sentence of verdict.because) runner.info(`${sentence}.`);
  return publishOpen(world, inputs, verdict);
}

async function publishOpen(world: World, inputs: Inputs, open: Open): Promise<Outcome> {
  const { runner, docker } = world;
  const { commit } = open.subject;
  const plan = planTags(inputs, open.subject);
  const source = await findSource(docker, inputs.source, { repository: inputs.image, commit });
  await expectIdentity(docker, source, inputs.expectedImageId);
  runner.info(`The image is ${source.name} (${source.image.id}, ${source.image.platform}).`);
  const verdict = inputs.requireRevisionLabel ? askRevision(open, source.image.revision) : open;
  if (verdict.kind === 'closed') return { kind: 'closed', verdict, fails: inputs.whenClosed === 'fail' };

  const login = await signIn(verdict, inputs, world);
  try {
    const { registry } = login;
    runner.info(`Signed in to ${inputs.image.registry} as ${inputs.username}.`);
    const isOurs: IsOurs = async (served) => (await proveIdentity(registry, served, source.image)) !== undefined;
    const before = await readTags(registry, plan, isOurs);
    if (inputs.dryRun) return { kind: 'planned', verdict, source, before };

    const known = publishedAs(before);
    if (known !== undefined && before.sha.manifest === undefined) await registry.putManifest(plan.sha.tag, known);
    const asked = { registry, target: plan.sha, isOurs };
    const push = () => pushImage(docker, source, plan.sha, runner.info).catch((error) => findPushed(error, asked));
    const claim = known === undefined ? await runner.group('Push', push) : claimOf(known);
    const revision = inputs.requireRevisionLabel ? commit : undefined;
    const shown = before.sha.manifest;
    const expected = { level: inputs.verify, target: plan.sha, claim, source: source.image, before: shown, revision };
    const verified = await runner.group('Verify', () => verifyPush(registry, expected));
    return { kind: 'published', verdict, receipt: await writeTags(registry, verified, before) };
  } finally {
    await signOut(login, docker);
  }
}
