import type { Facts } from '../../../src/run/facts.ts';
import type { Origin } from '../../../src/run/origin.ts';
import { type Pages, pagesOf } from '../../../src/run/pages.ts';
import type { Runner } from '../../../src/runner/runner.ts';
import { Secret } from '../../../src/secret/secret.ts';
import { run } from '../gate/runs.ts';

/** A runner that remembers: inputs come from a record, and what goes out is kept, in order. */
export class RecordedRunner implements Runner {
  readonly inputs: Readonly<Record<string, string>>;
  readonly journal: string[];
  readonly lines: string[] = [];
  readonly annotations: { readonly kind: string; readonly title: string; readonly text: string }[] = [];
  readonly outputs: Record<string, string> = {};
  readonly masked = new Set<string>();
  readonly states: Record<string, string> = {};
  /** Images that later steps are told of. */
  readonly images: string[] = [];
  summaries = '';
  event: Facts = run('push');
  /** What is said of the job, for the pages about it. */
  job: Readonly<Record<string, string>> = {};
  /** The name of a method that throws, as a full disk makes it. */
  breaks: 'summary' | 'declareImage' | 'setOutputs' | 'saveState' | undefined;

  constructor(inputs: Readonly<Record<string, string>> = {}, journal: string[] = []) {
    this.inputs = inputs;
    this.journal = journal;
  }

  // Properties, since callers take single functions of a runner.
  assertNewEnough = (): void => {};

  input = (name: string): string => {
    this.journal.push(`runner.input ${name}`);
    return this.inputs[name] ?? '';
  };

  givenInputs = (): readonly string[] => Object.keys(this.inputs);

  secretInput = (name: string): Secret => {
    this.journal.push(`runner.secret ${name}`);
    return new Secret(this.inputs[name] ?? '');
  };

  context = (): Facts => this.event;

  origin = (): Origin => ({
    server: 'https://github.com',
    repository: 'octo/app',
    repositoryId: '1',
    ownerId: '2',
    workflow: 'octo/app/.github/workflows/publish.yml@refs/heads/main',
    runId: '3',
    attempt: '1',
  });

  accounts: readonly string[] = ['octocat'];
  pages = (): Pages => pagesOf(this.job, { url: 'https://github.com' });

  publicAccounts = (): readonly string[] => this.accounts;

  /** The time by this runner's calendar; it goes by when a test says so. */
  time = Date.UTC(2026, 10, 20);
  now = (): number => this.time;

  redacted = (text: string): string =>
    [...this.masked].reduce((clean, secret) => clean.replaceAll(secret, '***'), text);

  mask = (text: string): void => {
    this.journal.push('runner.mask');
    this.masked.add(text);
  };

  /** What came from secrets of the workflow. */
  readonly secrets: string[] = [];
  noteSecret = (text: string): void => void this.secrets.push(text);
  withholds = (output: string): boolean =>
    [...this.masked, ...this.secrets.flatMap((secret) => secret.split('\n'))].some((mask) => output.includes(mask));

  info = (text: string): void => void this.lines.push(text);
  debug = (text: string): void => void this.lines.push(text);
  notice = (title: string, text: string): void => this.#annotate('notice', title, text);
  warning = (title: string, text: string): void => this.#annotate('warning', title, text);
  error = (title: string, text: string): void => this.#annotate('error', title, text);

  group = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
    this.lines.push(name);
    return work();
  };

  setOutputs = (values: Readonly<Record<string, string>>): void => {
    this.#at('setOutputs', 'runner.setOutputs');
    Object.assign(this.outputs, values);
  };

  declareImage = (image: string): void => {
    this.#at('declareImage', 'runner.declareImage');
    this.images.push(image);
  };

  summary = async (markdown: string): Promise<void> => {
    this.#at('summary', 'runner.summary');
    this.summaries += markdown;
  };

  saveState = (name: string, value: string): void => {
    this.#at('saveState', 'runner.saveState');
    this.states[name] = value;
  };

  state = (name: string): string => this.states[name] ?? '';

  #annotate(kind: string, title: string, text: string): void {
    this.annotations.push({ kind, title, text });
  }

  #at(method: string, step: string): void {
    this.journal.push(step);
    if (this.breaks === method) throw new Error('ENOSPC: no space left on device, write');
  }
}
