import { ActionError } from '../errors.ts';

/** How long the step may go on: its signal fires when the run is cancelled or the time is over. */
export interface Lifetime {
  /** Fires with an `ActionError` (`CANCELLED` or `TIMEOUT`) as its reason. */
  readonly signal: AbortSignal;
  /** elapsed tells how many milliseconds the step has gone on. */
  elapsed(): number;
  /** limit starts the clock of the input `timeout`. */
  limit(minutes: number): void;
  /** end stops listening and counting, so that the process can end by itself. */
  end(): void;
}

/** startLifetime listens to the signals with which the runner cancels a step (SIGINT, then SIGTERM). */
export function startLifetime(): Lifetime {
  const controller = new AbortController();
  const started = performance.now();
  let timer: NodeJS.Timeout | undefined;
  const cancel = () =>
    controller.abort(
      new ActionError('CANCELLED', 'The run was cancelled.', {
        hint: 'Run the job again; what had been pushed by then is found there and not pushed twice.',
      }),
    );
  process.on('SIGINT', cancel);
  process.on('SIGTERM', cancel);
  return {
    signal: controller.signal,
    elapsed: () => performance.now() - started,
    limit: (minutes) => {
      timer = setTimeout(() => controller.abort(timedOut(minutes)), minutes * 60_000);
    },
    end: () => {
      clearTimeout(timer);
      process.off('SIGINT', cancel);
      process.off('SIGTERM', cancel);
    },
  };
}

function timedOut(minutes: number): ActionError {
  return new ActionError('TIMEOUT', `The step was not finished after ${minutes} minutes.`, {
    hint: 'Look for what was slow in the log above; raise "timeout" if the image needs longer.',
  });
}
