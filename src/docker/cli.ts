import type { StepCode } from '../errors.ts';
import { type Clock, systemClock } from '../time/clock.ts';
import { pauseBefore } from '../time/retry.ts';
import { askDocker } from './ask-docker.ts';
import { type Child, type Ended, runDocker } from './child.ts';
import { engineFailure, lastWords, pushTransience, wantsLogin } from './cli-failures.ts';
import { childEnvironment } from './environment.ts';

/** What runs the docker CLI, and waits: the child processes and the clock of this machine. */
export type Machine = { readonly ask: typeof askDocker; readonly run: typeof runDocker; readonly clock: Clock };

export const THIS_MACHINE: Machine = { ask: askDocker, run: runDocker, clock: systemClock };

/** How long naming an image may take after the step was cancelled, in milliseconds. */
const QUICK = 10_000;

/** What a command gets besides its arguments. */
type Given = Partial<Pick<Child, 'stdin' | 'onLine' | 'env'>>;

/**
 * The docker CLI on the PATH. Short commands run with the toolkit's exec. Long ones (login, push, save) must end with
 * the step, together with their children, and docker may end before it has read its input. exec has no signal and no
 * process group, and crashes on such input, so these commands run as our own child process.
 */
export class Cli {
  readonly signal: AbortSignal;
  readonly clock: Clock;
  readonly #machine: Machine;

  constructor(signal: AbortSignal, machine: Machine) {
    this.signal = signal;
    this.clock = machine.clock;
    this.#machine = machine;
  }

  /** ask runs a command that docker answers immediately. */
  ask(args: readonly string[], until = this.signal): Promise<Ended> {
    return this.#machine.ask({ args, env: childEnvironment(process.env) }, until);
  }

  /** askAnyway is for what must be put right even after the step was cancelled, when little time is left. */
  askAnyway(args: readonly string[]): Promise<Ended> {
    return this.ask(args, this.signal.aborted ? AbortSignal.timeout(QUICK) : this.signal);
  }

  /** run runs a long command, until it or the step has ended. */
  run(args: readonly string[], given: Given = {}): Promise<Ended> {
    return this.#machine.run({ args, env: childEnvironment(process.env), ...given }, this.signal);
  }

  /**
   * persist runs a command that talks to a registry, and repeats it as long as that may help; `onAgain` is told. If the
   * registry requires a login, that is believed only the second time: the credential was proved before.
   */
  async persist(args: readonly string[], given: Given, onAgain: (line: string) => void): Promise<Ended> {
    const started = this.clock.now();
    let hasRenewed = false;
    for (let failed = 1; ; failed++) {
      const ended = await this.run(args, given);
      const renews: boolean = !hasRenewed && wantsLogin(ended);
      hasRenewed ||= renews;
      const transience = renews ? ({ kind: 'transient' } as const) : pushTransience(ended);
      const pause = pauseBefore(transience, { failed, spent: this.clock.now() - started }, Math.random());
      if (pause === undefined) return ended;
      onAgain(`that failed, trying again in ${Math.ceil(pause / 1000)} s: ${lastWords(ended)}`);
      await this.clock.sleep(pause, this.signal);
    }
  }
}

/** What a failed command means if its words are not known. */
export type Otherwise = { readonly code: StepCode; readonly hint: string };

/** ENGINE_HINT is what to do when the engine does not answer as it should. */
export const ENGINE_HINT = 'Run "docker info" in a step before this one, to see what the engine says.';

/** expectWell returns the output of a command that succeeded; throws an ActionError for one that failed. */
export function expectWell(doing: string, ended: Ended, { code, hint }: Otherwise): string {
  if (ended.exitCode !== 0) throw engineFailure(doing, ended, code, hint);
  return ended.stdout;
}
