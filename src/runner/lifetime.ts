import { ActionError, asError } from '../errors.ts';

/** How long the step may go on: its signal fires when the run is cancelled, the time is over, or something has broken. */
export interface Lifetime {
  /**
   * Fires with an `ActionError` (`CANCELLED` or `TIMEOUT`) as its reason, or with what was thrown where nobody waited
   * for it, such as in a listener: Node would end the process there and then, with all that is open.
   */
  readonly signal: AbortSignal;
  /** Rejects when the step cannot end by itself any more: nothing is going on that it could still be waiting for. */
  readonly lost: Promise<never>;
  /** elapsed tells how many milliseconds the step has gone on. */
  elapsed(): number;
  /** limit starts the clock of the input `timeout`. */
  limit(minutes: number): void;
  /** end stops listening and counting, so that the process can end by itself. */
  end(): void;
}

/**
 * With which signals a step is ended: the runner cancels it by SIGINT, then SIGTERM; SIGHUP comes when a runner that
 * was started by hand goes with its terminal.
 */
const ENDINGS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** How Node reports errors that nobody has caught. */
const STRAYS = ['uncaughtException', 'unhandledRejection'] as const;

/**
 * startLifetime listens to those signals, for errors that nobody catches, and for the end of the runner itself, after
 * which nobody reads the log: no post step will come to clear away what the step then leaves.
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
      // It keeps no process alive in which nothing goes on any more.
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
