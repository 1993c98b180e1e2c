/** Plans a repository with ten thousand tags, and prints what that took, as JSON; a process of its own, so that its heap has a limit. */
import { planAll } from '../../../src/prune/prune-all.ts';
import { NOW, REPOSITORY, RULES, sha } from '../../unit/prune/small-repository.ts';
import { ModelRegistry } from './model-registry.ts';

const registry = new ModelRegistry(false, Number.POSITIVE_INFINITY);
for (let at = 0; at < 10_000; at++) {
  // One in ten has two platforms; one in a hundred is a version, which stays.
  const image = at % 10 === 0 ? registry.index([registry.image(60), registry.image(60)]) : registry.image(60);
  registry.tag(at % 100 === 0 ? `v${at}` : sha(at.toString(16).padStart(8, '0')), image);
}
const [pruned] = await planAll([{ repository: REPOSITORY, rules: RULES, catalogue: registry.catalogue() }], () => NOW);
process.stdout.write(JSON.stringify({ tagged: pruned?.plan.tagged, requests: registry.requests.length }));
