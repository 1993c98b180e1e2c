/**
 * Loaded into a step with `--import`: when the step gets SIGUSR2, a minute passes at once, and every timer that is
 * due by then goes off. Until then time passes as it does everywhere.
 */
const MINUTE = 60_000;

const { setTimeout: start, clearTimeout: clear } = globalThis;
const pending = new Map();

globalThis.setTimeout = (work, delay = 0, ...rest) => {
  const goOff = () => {
    globalThis.clearTimeout(timer);
    work(...rest);
  };
  const timer = start(goOff, delay);
  pending.set(timer, { goOff, due: performance.now() + delay });
  return timer;
};
globalThis.clearTimeout = (timer) => {
  pending.delete(timer);
  clear(timer);
};
process.on('SIGUSR2', () => {
  const now = performance.now() + MINUTE;
  for (const { goOff, due } of [...pending.values()]) if (due <= now) goOff();
});
