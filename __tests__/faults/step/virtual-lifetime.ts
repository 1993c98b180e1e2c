import { ActionError } from '../../../src/errors.ts';
import type { Lifetime } from '../../../src/runner/lifetime.ts';
import type { VirtualClock } from './virtual-clock.ts';

/** The lifetime of a step by a virtual clock. */
export function virtualLifetime(clock: VirtualClock): Lifetime & { readonly deadline: number } {
  const controller = new AbortController();
  let deadline = Number.POSITIVE_INFINITY;
  return {
    signal: controller.signal,
    lost: new Promise<never>(() => {}),
    elapsed: clock.now,
    limit: (minutes) => {
      deadline = minutes * 60_000;
      const hint = 'Look for what was slow in the log above.';
      clock.alarm(deadline, () => controller.abort(new ActionError('TIMEOUT', 'The step was not finished.', { hint })));
    },
    end: () => {},
    get deadline() {
      return deadline;
    },
  };
}
