import { setImmediate as turn } from 'node:timers/promises';
import type { Registry } from '../../doubles/registry/start-registry.ts';

/** The loop turns so often without a new request before everybody waits for an answer. */
const STILL = 60;

/**
 * Holds every answer of the registries until nobody asks anything more, and then gives all of them at once: what is asked
 * together takes one round, and the rounds are the round trips that come one after the other. Returns the requests of each
 * round; those of several registries begin with their letters, by their order.
 */
export async function roundsOf(
  registries: readonly Registry[],
  work: () => Promise<unknown>,
): Promise<readonly (readonly string[])[]> {
  const held: (() => void)[] = [];
  const until = () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    held.push(resolve);
    return promise;
  };
  for (const registry of registries) registry.fault({ match: {}, times: 'always', act: { kind: 'wait', until } });
  const seen = () => registries.reduce((sum, { requests }) => sum + requests.length, 0);
  const counts = registries.map(() => 0);
  const taken = () =>
    registries.flatMap(({ requests }, at) => {
      const from = counts[at] ?? 0;
      counts[at] = requests.length;
      const letter = registries.length === 1 ? '' : `${String.fromCharCode(97 + at)} `;
      return requests.slice(from).map(({ method, kind }) => `${letter}${method} ${kind}`);
    });
  const rounds: string[][] = [];
  const done = work().then(() => true);
  for (let still = 0, isDone = false; !isDone; ) {
    const before = seen();
    isDone = await Promise.race([done, turn(false)]);
    still = seen() === before && held.length > 0 ? still + 1 : 0;
    if (still < STILL) continue;
    rounds.push(taken());
    for (const release of held.splice(0)) release();
    still = 0;
  }
  return rounds;
}
