/**
 * Plans a repository with ten thousand tags at a registry of the kind that the first argument names, and prints what that
 * took, as JSON; a process of its own, so that its heap has a limit. With a second argument so many of its images are old.
 */
import { planAll } from '../../../src/prune/prune-all.ts';
import { NOW, REPOSITORY, RULES, sha } from '../../unit/prune/small-repository.ts';
import { ModelRegistry, type OwnList } from './model-registry.ts';

const list = (process.argv[2] ?? 'none') as OwnList;
const old = Number(process.argv[3] ?? 10_000);
const mostRequests = Number.POSITIVE_INFINITY;
const registry = new ModelRegistry({ hasReferrersApi: list === 'typed', list, mostRequests });
for (let at = 0; at < 10_000; at++) {
  registry.daysAgo = at < old ? 60 : 1;
  const image = () => registry.image(registry.daysAgo);
  // One in ten has two platforms; one in a hundred is a version, which stays.
  const root = at % 10 === 0 ? registry.index([image(), image()]) : image();
  registry.tag(at % 100 === 0 ? `v${at}` : sha(at.toString(16).padStart(8, '0')), root);
}
const [pruned] = await planAll([{ repository: REPOSITORY, rules: RULES, catalogue: registry.catalogue() }], () => NOW);
process.stdout.write(JSON.stringify({ tagged: pruned?.plan.tagged, requests: registry.requests.length }));
