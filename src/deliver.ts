import { type Attempt, allOf, allThere, forEach } from './attempt.ts';
import { judgeCredentials } from './credentials/judge-credentials.ts';
import { type Doors, openKeyring } from './credentials/sign-in.ts';
import { alsoAsking, type Open } from './gate/verdict.ts';
import type { History } from './github/history.ts';
import type { Manifest } from './image/manifest.ts';
import type { Inputs } from './inputs/inputs.ts';
import { ensurePushed } from './push/ensure-pushed.ts';
import type { Source } from './push/find-source.ts';
import { unfinished } from './report/failure.ts';
import type { Outcome } from './report/outcome.ts';
import { tellAdvice } from './report/tell-credentials.ts';
import type { Lifetime } from './runner/lifetime.ts';
import { Lineage } from './tags/lineage.ts';
import { planMoves } from './tags/plan-moves.ts';
import { type TagPlan, versionOf } from './tags/plan-tags.ts';
import { publishedAs, readTags } from './tags/read-tags.ts';
import { writeTags } from './tags/write-tags.ts';
import { proveIdentity } from './verify/prove-identity.ts';
import { verifyPush } from './verify/verify-push.ts';

type World = Doors & { readonly history: History; readonly lifetime: Lifetime };

/** An image that may be published, and where to. */
export type Delivery = {
  readonly verdict: Open;
  readonly inputs: Inputs;
  readonly source: Source;
  readonly plans: readonly Attempt<TagPlan>[];
};

/**
 * deliver is the second half of the story: sign in at every destination, read the tags that are there, push the
 * image, verify what the registries really hold, and only then write the other tags. The destinations go on side
 * by side, and one that fails stops none of the others before the tags.
 */
export async function deliver({ verdict, inputs, source, plans }: Delivery, world: World): Promise<Outcome> {
  const { runner, docker, lifetime } = world;
  const inGroup = <T, U>(name: string, attempts: readonly Attempt<T>[], work: (value: T) => Promise<U>) => {
    const go = () => forEach(attempts, work);
    return attempts.some(({ ok }) => ok) ? runner.group(name, go) : go();
  };
  const lineage = lineageOf({ verdict, inputs, source }, world);
  const keyring = await openKeyring(verdict, { inputs, byEngine: source.kind === 'engine' }, world);
  try {
    const ready = await forEach(plans, async (plan, repository) => {
      const login = await keyring.signIn(repository);
      runner.info(`Signed in to ${repository.registry} ${login.whose}. The engine is given ${login.use.given}.`);
      const { registry } = login;
      const isOurs = async (served: Manifest) => (await proveIdentity(registry, served, source.image)) !== undefined;
      const { id, revision } = source.image;
      const before = await readTags(registry, plan, { isOurs, id, revision, ifExists: inputs.ifExists });
      return { ...login, source, isOurs, plan, before, known: publishedAs(before) };
    });
    const credentials = allThere(ready).map(({ use }) => use);
    const judged = alsoAsking(verdict, judgeCredentials(credentials, inputs.credentialPolicy));
    if (judged.kind === 'closed')
      return { kind: 'closed', verdict: judged, fails: inputs.whenClosed === 'fail', credentials };
    tellAdvice(runner, credentials);
    if (inputs.dryRun) {
      const found = await forEach(ready, async ({ registry, plan, before }) => {
        return { ...before, moving: await planMoves(registry, plan.moving, lineage) };
      });
      return { kind: 'planned', verdict: judged, source, found: allOf(found), level: inputs.verify, credentials };
    }

    const { compression, mountFrom } = inputs;
    const terms = { docker, compression, mountFrom, teller: { now: lifetime.elapsed, tell: runner.info } };
    const pushed = await inGroup('Push', ready, async (at) => {
      const { sha } = at.before;
      return { ...at, claim: await ensurePushed({ ...at, target: sha.target, isTagged: sha.isOurs }, terms) };
    });
    const revision = inputs.requireRevisionLabel ? verdict.subject.commit : undefined;
    const asked = { level: inputs.verify, source: source.image, revision };
    const held = await inGroup('Verify', pushed, async ({ registry, plan, before, claim }) => {
      const { target, manifest } = before.sha;
      const expected = { ...asked, target, claim, before: manifest };
      return { registry, before, moving: plan.moving, claim, verified: await verifyPush(registry, expected) };
    });
    const tagged = await writeTags(held, lineage);
    if (!tagged.ok) return { ...unfinished(tagged.standing, world), credentials };
    const kept = await keyring.keepLogins();
    return { kind: 'published', verdict: judged, receipt: tagged.receipt, credentials, kept };
  } finally {
    await keyring.signOut();
  }
}

/** Where the image stands among those of other commits, for tags that move forward only. */
function lineageOf({ verdict, inputs, source }: Omit<Delivery, 'plans'>, { runner, history }: World): Lineage {
  const { commit, ref } = verdict.subject;
  const ours = { commit, revision: source.image.revision, version: versionOf(verdict.subject) };
  const branch = ref.startsWith('refs/heads/') ? ref.slice('refs/heads/'.length) : undefined;
  const access = () => ({ token: runner.secretInput('github-token') });
  return new Lineage({ ours, branch, shaTag: inputs.shaTag, history, access });
}
