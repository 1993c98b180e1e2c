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

/**
 * With which signals a step is ended: the runner cancels it by SIGINT, then SIGTERM; SIGHUP comes when a runner that was
 * started by hand goes with its terminal.
 */
const ENDINGS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * startLifetime listens to those signals, and for the end of the runner itself, after which nobody reads the log: no post
 * step will come to clear away what the step then leaves.
 */
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
  for (const ending of ENDINGS) process.on(ending, cancel);
  process.stdout.on('error', cancel);
  return {
    signal: controller.signal,
    elapsed: () => performance.now() - started,
    limit: (minutes) => {
      timer = setTimeout(() => controller.abort(timedOut(minutes)), minutes * 60_000);
    },
    end: () => {
      clearTimeout(timer);
      for (const ending of ENDINGS) process.off(ending, cancel);
      process.stdout.off('error', cancel);
    },
  };
}

function timedOut(minutes: number): ActionError {
  return new ActionError('TIMEOUT', `The step was not finished after ${minutes} minutes.`, {
    hint: 'Look for what was slow in the log above; raise "timeout" if the image needs longer.',
  });
}
