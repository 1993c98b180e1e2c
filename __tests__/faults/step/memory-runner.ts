import type { Facts } from '../../../src/run/facts.ts';
import { type Origin, originOf } from '../../../src/run/origin.ts';
import { NO_PAGES, type Pages } from '../../../src/run/pages.ts';
import type { Runner } from '../../../src/runner/runner.ts';
import { Secret } from '../../../src/secret/secret.ts';
import { ON_GITHUB } from '../../doubles/on-github.ts';

export const COMMIT = 'a5c3785ed8d6a35868bc169f07e40e889087fd2e';

/** A runner that keeps in memory what it is given: a push to the default branch, which may publish. */
export class MemoryRunner implements Runner {
  readonly outputs: Record<string, string> = {};
  readonly errors: { readonly code: string; readonly text: string }[] = [];
  readonly masked = new Set<string>();
  /** Every line, in the order of the log. */
  readonly log: string[] = [];
  /** What goes into the files of the runner: state and summary. */
  readonly files: string[] = [];
  readonly #inputs: Readonly<Record<string, string>>;

  constructor(inputs: Readonly<Record<string, string>>) {
    this.#inputs = inputs;
  }

  assertNewEnough = (): void => {};

  input = (name: string): string => this.#inputs[name] ?? '';
  givenInputs = (): readonly string[] => Object.keys(this.#inputs);
  secretInput = (name: string): Secret => new Secret(this.input(name));
  context = (): Facts => ({
    ...ON_GITHUB,
    eventName: 'push',
    ref: 'refs/heads/main',
    sha: COMMIT,
    repositoryId: '1',
    payload: { deleted: false, repository: { id: 1, default_branch: 'main' } },
  });
  origin = (): Origin => originOf({ GITHUB_SERVER_URL: 'https://github.com', GITHUB_REPOSITORY: 'octo/app' });
  pages = (): Pages => NO_PAGES;
  publicAccounts = (): readonly string[] => [];
  now = (): number => Date.UTC(2026, 10, 20);
  mask = (text: string): void => void this.masked.add(text);
  redacted = (text: string): string =>
    [...this.masked].reduce((clean, secret) => clean.replaceAll(secret, '***'), text);
  noteSecret = (): void => {};
  withholds = (output: string): boolean => this.redacted(output) !== output;
  info = (text: string): void => void this.log.push(text);
  debug = (text: string): void => void this.log.push(text);
  notice = (title: string, text: string): void => void this.log.push(`${title}: ${text}`);
  warning = (title: string, text: string): void => void this.log.push(`${title}: ${text}`);
  error = (title: string, text: string): void => {
    this.log.push(`${title}: ${text}`);
    this.errors.push({ code: title, text });
  };
  group = <T>(_name: string, work: () => Promise<T>): Promise<T> => work();
  setOutputs = (values: Readonly<Record<string, string>>): void => void Object.assign(this.outputs, values);
  declareImage = (image: string): void => void this.log.push(image);
  summary = async (markdown: string): Promise<void> => {
    this.log.push(markdown);
    this.files.push(markdown);
  };
  saveState = (name: string, value: string): void => void this.files.push(`${name}=${value}`);
  state = (): string => '';
}
