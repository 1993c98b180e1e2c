import { type Attempt, allOf, forEach } from './attempt.ts';
import { type Doors, openKeyring } from './credentials/sign-in.ts';
import type { Open } from './gate/verdict.ts';
import type { Inputs } from './inputs/inputs.ts';
import { ensurePushed } from './push/ensure-pushed.ts';
import type { Source } from './push/find-source.ts';
import { unfinished } from './report/failure.ts';
import type { Outcome } from './report/outcome.ts';
import type { Lifetime } from './runner/lifetime.ts';
import type { TagPlan } from './tags/plan-tags.ts';
import { type IsOurs, publishedAs, readTags } from './tags/read-tags.ts';
import { writeTags } from './tags/write-tags.ts';
import { proveIdentity } from './verify/prove-identity.ts';
import { verifyPush } from './verify/verify-push.ts';

type World = Doors & { readonly lifetime: Lifetime };

/** An image that may be published, and where to. */
export type Delivery = {
  readonly verdict: Open;
  readonly inputs: Inputs;
  readonly source: Source;
  readonly plans: readonly Attempt<TagPlan>[];
};

/**
 * deliver is the second half of the story: sign in at every destination, read the tags that are there, push the
 * image, verify what the registries really hold, and only then write the version tags. The destinations go on side
 * by side, and one that fails stops none of the others before the tags.
 */
export async function deliver({ verdict, inputs, source, plans }: Delivery, world: World): Promise<Outcome> {
  const { runner, docker } = world;
  const inGroup = <T, U>(name: string, attempts: readonly Attempt<T>[], work: (value: T) => Promise<U>) => {
    const go = () => forEach(attempts, work);
    return attempts.some(({ ok }) => ok) ? runner.group(name, go) : go();
  };
  const keyring = openKeyring(verdict, inputs, world);
  try {
    const ready = await forEach(plans, async (plan, repository) => {
      const login = await keyring.signIn(repository);
      runner.info(`Signed in to ${repository.registry} ${login.whose}.`);
      const isOurs: IsOurs = async (served) =>
        (await proveIdentity(login.registry, served, source.image)) !== undefined;
      const before = await readTags(login.registry, plan, isOurs);
      const known = publishedAs(before);
      const isTagged = before.sha.manifest !== undefined;
      return { ...login, source, isOurs, before, target: plan.sha, known, isTagged };
    });
    if (inputs.dryRun) {
      const found = allOf(ready).map(({ before }) => before);
      return { kind: 'planned', verdict, source, found, level: inputs.verify };
    }

    const pushed = await inGroup('Push', ready, async (at) => {
      return { ...at, claim: await ensurePushed(at, { docker, onProgress: runner.info }) };
    });
    const revision = inputs.requireRevisionLabel ? verdict.subject.commit : undefined;
    const asked = { level: inputs.verify, source: source.image, revision };
    const held = await inGroup('Verify', pushed, async ({ registry, target, before, claim }) => {
      const expected = { ...asked, target, claim, before: before.sha.manifest };
      return { registry, before, verified: await verifyPush(registry, expected) };
    });
    const tagged = await writeTags(held);
    return tagged.ok ? { kind: 'published', verdict, receipt: tagged.receipt } : unfinished(tagged.standing, world);
  } finally {
    await keyring.signOut();
  }
}
