/**
 * Loaded into a step with `--import`: whoever waits has waited a hundred times as soon, and the clock has gone on by the
 * whole time, so that a scenario sees what happens after a minute. A deadline is as far away as it is everywhere: on a
 * busy machine, too, nobody misses one.
 */
import { syncBuiltinESMExports } from 'node:module';
import timers from 'node:timers/promises';

const SPEED = 100;

const { setTimeout: sleep } = timers;
const now = performance.now.bind(performance);
let ahead = 0;

performance.now = () => now() + ahead;
timers.setTimeout = async (delay = 0, ...rest) => {
  const due = performance.now() + delay;
  const value = await sleep(delay / SPEED, ...rest);
  ahead += Math.max(0, due - performance.now());
  return value;
};
syncBuiltinESMExports();
