import { judgeCredentials } from '../../credentials/judge-credentials.ts';
import { type Doors, openKeyring } from '../../credentials/sign-in.ts';
import { CONFIG_STATE } from '../../credentials/state-names.ts';
import type { Files } from '../../files/files.ts';
import { alsoAsking, type Open } from '../../gate/verdict.ts';
import type { History } from '../../github/history.ts';
import { type Attempt, allOf, allThere, forEach } from '../../image/destinations.ts';
import type { Manifest } from '../../image/manifest.ts';
import { ensurePushed } from '../../push/ensure-pushed.ts';
import type { Source } from '../../push/find-source.ts';
import { openSaving } from '../../push/saved-source.ts';
import { unfinished } from '../../report/failed.ts';
import type { Outcome } from '../../report/outcome.ts';
import { tellAdvice } from '../../report/tell-credentials.ts';
import { tellEvidence } from '../../report/tell-evidence.ts';
import { tellPush } from '../../report/tell-push.ts';
import { tellVerdict } from '../../report/tell-verdict.ts';
import type { Lifetime } from '../../runner/lifetime.ts';
import { seeUntaken } from '../../tags/fixed-tags.ts';
import { keepAlike, keptAnywhere } from '../../tags/keep-alike.ts';
import { lineageOf } from '../../tags/lineage.ts';
import { planMoves } from '../../tags/plan-moves.ts';
import type { TagPlan } from '../../tags/plan-tags.ts';
import { candidateOf, publishedAs, readTags } from '../../tags/read-tags.ts';
import { writeTags } from '../../tags/write-tags.ts';
import { proveIdentity } from '../../verify/prove-identity.ts';
import { verifyPush } from '../../verify/verify-push.ts';
import { closed } from './closed.ts';
import type { Inputs } from './inputs.ts';

type World = Doors & { readonly files: Files; readonly history: History; readonly lifetime: Lifetime };

/** An image that may be published, and where to. */
export type Delivery = {
  readonly verdict: Open;
  readonly inputs: Inputs;
  readonly source: Source;
  readonly plans: readonly Attempt<TagPlan>[];
};

/**
 * deliver is the second half of the story: sign in everywhere, read the tags that are there, push the image, verify what
 * the registries hold, and only then write the other tags. A destination that fails stops no other one before the tags.
 */
export async function deliver({ verdict, inputs, source, plans }: Delivery, world: World): Promise<Outcome> {
  const { runner, docker, lifetime } = world;
  const inGroup = <T, U>(name: string, attempts: readonly Attempt<T>[], work: (value: T) => Promise<U>) => {
    const go = () => forEach(attempts, work);
    return attempts.some(({ ok }) => ok) ? runner.group(name, go) : go();
  };
  const asking = { history: world.history, access: () => ({ token: runner.secretInput('github-token') }) };
  const config = docker.planConfig();
  const keyring = await openKeyring(verdict, { inputs, byEngine: source.by === 'docker', config }, world);
  // Before there is anything in it: a killed step leaves nothing that the post step does not know of.
  runner.saveState(CONFIG_STATE, config.folder);
  const saving = openSaving({ ...world, config, tell: runner.info });
  try {
    const read = forEach(plans, async (plan, repository) => {
      const { registry, ...login } = await keyring.signIn(repository);
      runner.info(`Signed in to ${repository.registry} ${login.whose}. The engine is given ${login.use.given}.`);
      const isOurs = async (served: Manifest) => (await proveIdentity(registry, served, source.image)) !== undefined;
      const before = await readTags(registry, plan, { isOurs, ...candidateOf(source.image, verdict.subject, inputs) });
      return { ...login, registry, source, isOurs, plan, before, known: publishedAs(before) };
    });
    const ready = keepAlike(await read);
    const image = keptAnywhere(ready)?.image ?? source.image;
    const lineage = lineageOf({ verdict, inputs, image, facts: runner.context() }, asking);
    const credentials = allThere(ready).map(({ use }) => use);
    const judged = alsoAsking(verdict, judgeCredentials(credentials, inputs.credentialPolicy));
    if (judged.kind === 'closed') return { ...closed(judged, inputs), credentials };
    await tellVerdict(runner, judged);
    tellAdvice(runner, credentials);
    if (inputs.dryRun) {
      const found = await forEach(ready, async ({ registry, plan, before }) => {
        return { ...before, moving: await planMoves(registry, plan.moving, lineage) };
      });
      return { kind: 'planned', verdict: judged, source, found: allOf(found), level: inputs.verify, credentials };
    }
    const pushed = await inGroup('Push', ready, async (at) => {
      const { target, isOurs: isTagged } = at.before.sha;
      const teller = { now: lifetime.elapsed, tell: tellPush(runner, target, plans.length > 1) };
      if (source.by === 'docker' && at.known === undefined) await seeUntaken(at.registry, at.before.sha, at.isOurs);
      return { ...at, claim: await ensurePushed({ ...at, target, isTagged }, { ...inputs, docker, saving, teller }) };
    });
    const revision = inputs.requireRevisionLabel ? verdict.subject.commit : undefined;
    const asked = { level: inputs.verify, source: image, isKept: image !== source.image, revision };
    const held = await inGroup('Verify', pushed, async ({ registry, plan, before, claim }) => {
      const { target, manifest } = before.sha;
      const verified = tellEvidence(runner, await verifyPush(registry, { ...asked, target, claim, before: manifest }));
      return { registry, before, moving: plan.moving, claim, verified };
    });
    const tagged = await writeTags(held, lineage);
    if (!tagged.ok) return { ...unfinished({ standing: tagged.standing, ready }, world), credentials };
    const kept = await keyring.keepLogins();
    return { kind: 'published', verdict: judged, receipt: tagged.receipt, credentials, kept };
  } finally {
    keyring.signOut();
    await saving.close().finally(() => docker.removeConfig(config));
  }
}
