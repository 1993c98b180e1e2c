/**
 * Random histories of a commit on a Gitea, where jobs report by statuses: workflows that share a name, re-runs, runs for
 * pull requests, statuses that people set, and more of them than a page takes.
 */
import { GiteaApi } from '../doubles/gitea/gitea-api.ts';
import { Repository } from '../doubles/github/repository.ts';
import { COMMIT, OTHER_COMMIT } from './asked-checks.ts';
import type { Random } from './random.ts';

/** Two of the workflows have one name: their jobs have the same contexts. */
const WORKFLOWS = ['CI', 'CI', 'Lint'];
const JOBS = ['test', 'build'];
/** How a job ends; a job that was cancelled has failed. */
const ENDS = ['failure', 'failure', 'skipped', 'error', 'warning'];
/** From a fork, too, a run for a pull request reports on the commit that it is for. */
const EVENTS = ['push', 'push', 'push', 'release', 'pull_request', 'pull_request_target'];

/** A run as its workflow knows it: the last word of each of its jobs, by their contexts. */
type Run = { readonly number: number; readonly words: Map<string, string> };

/** What people have said by hand, by contexts: nobody can tell it from what a job says. */
export type Played = { readonly runs: readonly Run[]; readonly byHand: ReadonlyMap<string, string> };

export type GiteaHistory = Played & {
  readonly repository: Repository;
  readonly api: GiteaApi;
  readonly required: readonly string[];
  readonly allowSkipped: readonly string[];
  readonly inputs: Readonly<Record<string, string>>;
  /** Whether the branch asks for checks by a pattern, which is known to nobody but the server. */
  readonly hasPattern: boolean;
  readonly kinds: ReadonlySet<string>;
};

/** playOnGitea lets things happen, and keeps both what the API has of it and what happened. */
export function playOnGitea(random: Random): GiteaHistory {
  const repository = new Repository({ name: 'team/app' });
  repository.commits.set('main', [COMMIT]);
  const api = new GiteaApi(repository);
  api.longestPage = random.pick([50, 50, 30, 7]);
  api.hasLinks = random.chance(0.8);
  const play = new Play(random, repository);
  const steps = random.below(9);
  const burst = random.chance(0.02) ? random.below(steps + 1) : -1;
  for (let step = 0; step <= steps; step++) {
    if (step === burst) play.burst(api);
    play.step();
  }
  if (random.chance(0.6)) play.settle();
  if (random.chance(0.05)) repository.status(OTHER_COMMIT, contextOf('CI', 'test', 'push'), 'success', null, 99);
  const { required, allowSkipped, hasPattern } = demandsOf(random);
  const isRuled = hasPattern || random.chance(0.4);
  const contexts = hasPattern ? [...required, 'CI / *'] : required;
  if (isRuled) repository.branches.set('main', { contexts });
  const inputs = {
    'required-checks': isRuled ? 'branch-rules' : required.join('\n'),
    'allow-skipped': allowSkipped.join('\n'),
  };
  const kinds = new Set([...play.kinds, ...(isRuled ? ['ruled'] : []), ...(hasPattern ? ['pattern'] : [])]);
  return { repository, api, required, allowSkipped, inputs, hasPattern, runs: play.runs, byHand: play.byHand, kinds };
}

function demandsOf(random: Random): Pick<GiteaHistory, 'required' | 'allowSkipped' | 'hasPattern'> {
  const all = ['CI', 'Lint'].flatMap((workflow) => JOBS.map((job) => contextOf(workflow, job, 'push')));
  const some = all.filter(() => random.chance(0.35));
  const required = some.length > 0 ? some : [contextOf('CI', 'test', 'push')];
  const allowSkipped = random.chance(0.3) ? [random.pick(all)] : [];
  return { required, allowSkipped, hasPattern: random.chance(0.03) };
}

function contextOf(workflow: string, job: string, event: string): string {
  return `${workflow} / ${job} (${event})`;
}

class Play {
  readonly runs: Run[] = [];
  readonly byHand = new Map<string, string>();
  readonly kinds = new Set<string>();
  readonly #random: Random;
  readonly #repository: Repository;

  constructor(random: Random, repository: Repository) {
    this.#random = random;
    this.#repository = repository;
    if (random.chance(0.8)) {
      for (const workflow of WORKFLOWS)
        this.#begin(workflow, 'push', () => (random.chance(0.9) ? 'success' : this.#word()));
    }
  }

  step(): void {
    const random = this.#random;
    const acts = [
      () => this.#begin(random.pick(WORKFLOWS), random.pick(EVENTS), () => this.#word()),
      () => this.#finish(random.chance(0.8) ? 'success' : random.pick(ENDS)),
      () => this.#finish('success'),
      () => this.#again(),
      () => this.#byHand(),
    ];
    random.pick(acts)();
  }

  /** Everything that has begun comes to a good end. */
  settle(): void {
    for (const run of this.runs)
      for (const [context, word] of run.words) if (word === 'pending') this.#say(run, context, 'success');
  }

  /** More statuses than a page takes, and one that comes between two pages. */
  burst(api: GiteaApi): void {
    this.kinds.add('pages');
    const length = 40 + this.#random.below(120);
    for (let at = 0; at < length; at++) this.#repository.status(COMMIT, `noise ${at}`, 'failure');
    let isQuiet = this.#random.chance(0.5);
    api.afterAnswer = (url) => {
      if (isQuiet || !url.includes('/statuses')) return;
      isQuiet = true;
      this.#repository.status(COMMIT, 'later', 'failure');
    };
  }

  #word(): string {
    if (this.#random.chance(0.6)) return 'success';
    return this.#random.chance(0.4) ? 'pending' : this.#random.pick(ENDS);
  }

  #begin(workflow: string, event: string, words: () => string): void {
    const run = { number: this.runs.length + 1, words: new Map<string, string>() };
    const contexts = JOBS.map((job) => contextOf(workflow, job, event));
    const isTwin = this.runs.some(({ words }) => contexts.some((context) => words.has(context)));
    this.runs.push(run);
    this.kinds.add(isTwin ? 'twins' : event);
    for (const context of contexts) if (this.#random.chance(0.85)) this.#say(run, context, 'pending');
    for (const context of run.words.keys()) {
      const word = words();
      if (word !== 'pending') this.#say(run, context, word);
    }
  }

  #finish(word: string): void {
    const open = this.runs.flatMap((run) =>
      [...run.words].flatMap(([context, last]) => (last === 'pending' ? [{ run, context }] : [])),
    );
    if (open.length === 0) return;
    const { run, context } = this.#random.pick(open);
    this.#say(run, context, word);
  }

  /** A run is run again, or some of its jobs: all of these wait from then on. */
  #again(): void {
    const ready = this.runs.filter(({ words }) => words.size > 0 && ![...words.values()].includes('pending'));
    if (ready.length === 0) return;
    const run = this.#random.pick(ready);
    this.kinds.add('again');
    const some = [...run.words].filter(([, word]) => word !== 'success' || this.#random.chance(0.5));
    for (const [context] of some) this.#say(run, context, 'pending');
    for (const [context] of some) if (this.#random.chance(0.6)) this.#say(run, context, this.#word());
  }

  #byHand(): void {
    const random = this.#random;
    const context = contextOf(random.pick(WORKFLOWS), random.pick(JOBS), random.pick(['push', 'pull_request']));
    const word = random.chance(0.7) ? 'success' : this.#word();
    this.kinds.add('by hand');
    this.byHand.set(context, word);
    this.#repository.status(COMMIT, context, word);
  }

  #say(run: Run, context: string, word: string): void {
    run.words.set(context, word);
    if (word === 'skipped') this.kinds.add('skipped');
    this.#repository.status(COMMIT, context, word, null, run.number);
  }
}
