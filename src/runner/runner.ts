import type { Facts } from '../run/facts.ts';
import type { Origin } from '../run/origin.ts';
import type { Pages } from '../run/pages.ts';
import type { Secret } from '../secret/secret.ts';

/**
 * Runner is the door to the program that runs the action: inputs come in; log lines, outputs, state and the summary go
 * out. Every line is made safe to print on its way out, so callers may quote text from outside.
 */
export interface Runner {
  /** assertNewEnough throws RUNNER_TOO_OLD if this runner is older than the minimum that the action needs. */
  assertNewEnough(): void;
  /** input returns the raw text of an input; an empty string if it is not set. */
  input(name: string): string;
  /**
   * givenInputs lists the names of the inputs that were passed, in lower case, even if the action does not have them.
   */
  givenInputs(): readonly string[];
  /** secretInput is `input` for text that must never be printed. */
  secretInput(name: string): Secret;
  /** context is what the server says about this run: the environment of the job, and the event's payload. */
  context(): Facts;
  /** origin says which run of which workflow this is. */
  origin(): Origin;
  /** pages are addresses that a person may want to open about this run. */
  pages(): Pages;
  /**
   * publicAccounts are the accounts that every workflow knows: of the actor who started the run, and of the
   * repository's owner.
   */
  publicAccounts(): readonly string[];
  /** now is the time by this machine's clock, in milliseconds since 1970. */
  now(): number;
  /**
   * mask makes the runner print `***` for the text from now on; if it has several lines, for each of its long lines.
   */
  mask(text: string): void;
  /** redacted replaces everything in the text that was masked: outputs and the summary are not masked for us. */
  redacted(text: string): string;
  /**
   * noteSecret receives values that came from a secret of the workflow: GitHub masks each line of it, even a short one.
   */
  noteSecret(text: string): void;
  /**
   * withholds tells whether GitHub does not pass an output with this value on to later jobs, because it contains a
   * mask.
   */
  withholds(output: string): boolean;

  info(text: string): void;
  debug(text: string): void;
  notice(title: string, text: string): void;
  warning(title: string, text: string): void;
  error(title: string, text: string): void;
  /** group folds the log lines of the work under a name. */
  group<T>(name: string, work: () => Promise<T>): Promise<T>;

  /** setOutputs sets all outputs together: if they cannot be written, later jobs see none of them. */
  setOutputs(values: Readonly<Record<string, string>>): void;
  /**
   * declareImage reports an image that this step has published to the runner, as `registry/repository:tag@digest`, for
   * later steps such as `actions/attest` (`GITHUB_ARTIFACTS`, from runner 2.336 on). Older runners get nothing.
   */
  declareImage(image: string): void;
  /** summary appends Markdown to the job summary. */
  summary(markdown: string): Promise<void>;
  /** saveState keeps a value for the post step of this action. */
  saveState(name: string, value: string): void;
  state(name: string): string;
}
