import type { Facts } from '../run/facts.ts';
import type { Origin } from '../run/origin.ts';
import type { Pages } from '../run/pages.ts';
import type { Secret } from '../secret/secret.ts';

/**
 * Runner is the door to the program that runs the action: inputs come in, log lines, outputs, state and the summary
 * go out. Every line is made safe to print on its way out, so callers may quote text from outside.
 */
export interface Runner {
  /** assertNewEnough throws RUNNER_TOO_OLD if this runner is older than the least one that the action needs. */
  assertNewEnough(): void;
  /** input returns the raw text of an input, the empty string if it is not set. */
  input(name: string): string;
  /** givenInputs lists the names of the inputs that were handed over, in lower case, whether the action has them or not. */
  givenInputs(): readonly string[];
  /** secretInput is `input` for what must never be printed. */
  secretInput(name: string): Secret;
  /** context is what the server says about this run: the environment of the job, and the event's payload. */
  context(): Facts;
  /** origin is which run of which workflow this is. */
  origin(): Origin;
  /** pages are the addresses of what a person may want to open about this run. */
  pages(): Pages;
  /** publicAccounts names the accounts that every workflow is told: who has started the run, and whose repository it is. */
  publicAccounts(): readonly string[];
  /** now is the time by this machine's calendar, in milliseconds since 1970. */
  now(): number;
  /** mask makes the runner print `***` for the text from now on; of one with several lines, for each of its long lines. */
  mask(text: string): void;
  /** redacted is the text with everything replaced that was masked: outputs and the summary are not masked for us. */
  redacted(text: string): string;
  /**
   * noteSecret receives values that came from a secret of the workflow: GitHub masks each line of it, even a short one.
   */
  noteSecret(text: string): void;
  /** withholds tells whether GitHub hands an output with this value on to no later job, since there is a mask in it. */
  withholds(output: string): boolean;

  info(text: string): void;
  debug(text: string): void;
  notice(title: string, text: string): void;
  warning(title: string, text: string): void;
  error(title: string, text: string): void;
  /** group folds what the work logs under a name. */
  group<T>(name: string, work: () => Promise<T>): Promise<T>;

  /** setOutputs hands all outputs on at once: if they cannot be written, later jobs see none of them. */
  setOutputs(values: Readonly<Record<string, string>>): void;
  /**
   * declareImage tells the runner of an image that this step has published, as `registry/repository:tag@digest`, for
   * later steps such as `actions/attest` (`GITHUB_ARTIFACTS`, from runner 2.336 on). Older runners are told nothing.
   */
  declareImage(image: string): void;
  /** summary appends Markdown to the job summary. */
  summary(markdown: string): Promise<void>;
  /** saveState keeps a value for the post step of this action. */
  saveState(name: string, value: string): void;
  state(name: string): string;
}
