import { ActionError, asError } from '../errors.ts';

/** How long the step may run: its signal fires if the run is cancelled, the time is over, or something has failed. */
export interface Lifetime {
  /**
   * Fires with an `ActionError` (`CANCELLED` or `TIMEOUT`) as its reason, or with an error that was thrown where nobody
   * waited for it, such as in a listener. Node would end the process immediately, with all that is open.
   */
  readonly signal: AbortSignal;
  /** Rejects if the step can no longer end by itself: nothing is running that it could wait for. */
  readonly lost: Promise<never>;
  /** elapsed tells how many milliseconds the step has run. */
  elapsed(): number;
  /** limit starts the clock of the input `timeout`. */
  limit(minutes: number): void;
  /** end stops listening and counting, so that the process can end by itself. */
  end(): void;
}

/**
 * Signals that end a step: the runner cancels with SIGINT, then SIGTERM; SIGHUP comes if a runner that was started by
 * hand ends with its terminal.
 */
const ENDINGS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** How Node reports errors that nobody has caught. */
const STRAYS = ['uncaughtException', 'unhandledRejection'] as const;

/**
 * startLifetime listens for those signals, for errors that nobody catches, and for the end of the runner itself. After
 * that, nobody reads the log, and no post step will remove what the step leaves.
 */
export function startLifetime(): Lifetime {
  const controller = new AbortController();
  const started = performance.now();
  const { promise: lost, reject: lose } = Promise.withResolvers<never>();
  lost.catch(() => {});
  let timer: NodeJS.Timeout | undefined;
  const cancel = () =>
    controller.abort(
      new ActionError('CANCELLED', 'The run was cancelled.', {
        hint: 'Run the job again.',
      }),
    );
  const breakOff = (thrown: unknown) => controller.abort(asError(thrown));
  const giveUp = () =>
    lose(controller.signal.reason ?? new Error('it waited for something that could no longer happen'));
  for (const ending of ENDINGS) process.on(ending, cancel);
  for (const stray of STRAYS) process.on(stray, breakOff);
  process.on('beforeExit', giveUp);
  process.stdout.on('error', cancel);
  return {
    signal: controller.signal,
    lost,
    elapsed: () => performance.now() - started,
    limit: (minutes) => {
      // The timer does not keep alive a process in which nothing else runs.
      timer = setTimeout(() => controller.abort(timedOut(minutes)), minutes * 60_000).unref();
    },
    end: () => {
      clearTimeout(timer);
      for (const ending of ENDINGS) process.off(ending, cancel);
      for (const stray of STRAYS) process.off(stray, breakOff);
      process.off('beforeExit', giveUp);
      process.stdout.off('error', cancel);
    },
  };
}

function timedOut(minutes: number): ActionError {
  return new ActionError('TIMEOUT', `The step was not finished after ${minutes} minutes.`, {
    hint: 'The log above shows what was slow. If the image needs longer, raise "timeout".',
  });
}
