/**
 * Loaded into a step with `--import`: lets its time pass a hundred times as fast, deadlines too. So it is only for a
 * scenario that is to run into one: a busy machine is late for others as well. Sockets keep their own time.
 */
import { syncBuiltinESMExports } from 'node:module';
import timers from 'node:timers/promises';

const SPEED = 100;

const { setTimeout: startTimer, setInterval: startInterval } = globalThis;
const { setTimeout: sleep } = timers;
const now = performance.now.bind(performance);

globalThis.setTimeout = (work, delay = 0, ...rest) => startTimer(work, delay / SPEED, ...rest);
globalThis.setInterval = (work, delay = 0, ...rest) => startInterval(work, delay / SPEED, ...rest);
timers.setTimeout = (delay = 0, ...rest) => sleep(delay / SPEED, ...rest);
performance.now = () => now() * SPEED;
syncBuiltinESMExports();
