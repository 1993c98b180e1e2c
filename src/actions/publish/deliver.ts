import { judgeCredentials } from '../../credentials/judge-credentials.ts';
import { openKeyring } from '../../credentials/sign-in.ts';
import { alsoAsking } from '../../gate/verdict.ts';
import { type Attempt, allOf, allThere, forEach } from '../../image/destinations.ts';
import { unfinished } from '../../report/failed.ts';
import type { Outcome } from '../../report/outcome.ts';
import { tellerOf } from '../../report/teller.ts';
import { keepAlike } from '../../tags/keep-alike.ts';
import { planMoves } from '../../tags/move-tag.ts';
import { writeTags } from '../../tags/write-tags.ts';
import { lineageOfAll, loadProving, proveAt, pushTo, type Ready, readAt } from './at-destination.ts';
import { attachAt, lookAt } from './attached.ts';
import { closed } from './closed.ts';
import type { Delivery } from './delivery.ts';
import type { Beyond } from './world.ts';

/**
 * deliver is the second half of the story: sign in everywhere, read the existing tags, push the image, verify what the
 * registries hold, and only then write the other tags. Until the tags, a destination that fails does not stop the
 * others.
 */
export async function deliver(delivery: Delivery, world: Beyond): Promise<Outcome> {
  const { verdict, inputs, source, plans } = delivery;
  const { runner } = world;
  const teller = tellerOf(runner);
  await using keyring = await openKeyring(verdict, { inputs, byEngine: source.isPushedByEngine }, world);
  // An image that the engine saved is in the private folder: it is released before the folder is removed.
  await using _ = source;

  // While the registries are asked.
  const proofs = loadProving();
  const read = await forEach(plans, async (plan, repository) => {
    const login = await keyring.signIn(repository);
    teller.signedIn(repository, login);
    return readAt({ ...login, plan }, delivery);
  });
  const ready = keepAlike(read);
  const lineage = lineageOfAll(ready, delivery, world);
  const credentials = allThere(ready).map(({ use }) => use);
  const judged = alsoAsking(verdict, judgeCredentials(credentials, inputs.credentialPolicy));
  if (judged.kind === 'closed') return { ...closed(judged, inputs), credentials };
  await teller.verdict(judged);
  teller.advice(credentials);
  const { openProving } = await proofs;
  const proving = await openProving(delivery, ready, world);
  if (inputs.dryRun) {
    const found = await forEach(ready, async ({ registry, plan, before }) => {
      return { ...before, moving: await planMoves(registry, plan.moving, lineage) };
    });
    const plan = { kind: 'planned', verdict: judged, source, found: allOf(found), level: inputs.verify } as const;
    return { ...plan, credentials, proof: await proving.keep() };
  }

  const pushed = await inGroup('Push', ready, (at) => pushTo(at, { ...delivery, config: keyring.config }, world));
  const held = await inGroup('Verify', pushed, async (at) => {
    const there = lookAt(at, delivery);
    const held = await proveAt(at, delivery, world);
    teller.verified(held.verified);
    return attachAt({ at, held, there }, delivery, world);
  });
  const tagged = await writeTags(held, lineage, proving);
  if (!tagged.ok) return { ...unfinished({ ...inputs, ...tagged, ready }, world), credentials, proof: proving.told() };
  const { receipt } = tagged;
  const published = { kind: 'published', verdict: judged, source, receipt, proof: await proving.keep() } as const;
  return { ...published, credentials, kept: await keyring.keepLogins() };

  async function inGroup<T extends Ready, U>(name: string, at: readonly Attempt<T>[], work: (at: T) => Promise<U>) {
    const go = () => forEach(at, work);
    return at.some(({ ok }) => ok) ? runner.group(name, go) : go();
  }
}
