/** Random histories of a commit: suites, re-runs, forgeries, statuses, late jobs and long lists. */
import {
  type App,
  type CheckRun,
  CODECOV,
  end,
  type Job,
  type Repository,
  rewrite,
  type WorkflowRun,
} from '../doubles/github/repository.ts';
import { COMMIT, Gate, OTHER_COMMIT } from './asked-checks.ts';
import type { Chronicle, Demand, Demands, Happening } from './chronicle.ts';
import { nameOf } from './oracle.ts';
import type { Random } from './random.ts';

const NAMES = ['test', 'lint', 'build'];
const SONAR: App = { id: 12526, slug: 'sonarqubecloud' };
/** Events that only people with a right in the repository cause, with code that is in it; and others. */
const EVENTS_THAT_COUNT = [
  'push',
  'push',
  'push',
  'merge_group',
  'workflow_dispatch',
  'schedule',
  'release',
  'pull_request',
  'pull_request',
];
const OTHER_EVENTS = ['workflow_run', 'pull_request_target', 'issue_comment', 'dynamic', 'check_run', 'issues'];
const ENDS = ['failure', 'cancelled', 'skipped', 'neutral', 'timed_out', 'action_required', 'stale', 'startup_failure'];
const WAITS = ['queued', 'in_progress', 'waiting', 'requested', 'pending'];

/** A run as its workflow knows it: which jobs it has, and which of them are still to come in this attempt. */
type Played = {
  readonly run: WorkflowRun;
  readonly keys: readonly string[];
  readonly isOurs: boolean;
  toCome: string[];
  isLate: boolean;
  readonly latest: Map<string, Job>;
};

export type History = {
  readonly gate: Gate;
  readonly chronicle: Chronicle;
  readonly demands: Demands;
  readonly inputs: Readonly<Record<string, string>>;
};

/** playHistory lets things happen, and writes down both what the API has of it and what happened. */
export function playHistory(random: Random): History {
  return new Play(random).history();
}

class Play {
  readonly #random: Random;
  readonly #gate = new Gate();
  readonly #happenings: Happening[] = [];
  readonly #words = new Map<number, string>();
  readonly #played: Played[] = [];
  readonly #unfinished: { readonly id: number; readonly end: (word: string) => void }[] = [];
  /** Suites of apps, to report in again. */
  readonly #suites: { readonly app: App; readonly id: number }[] = [];
  #ownId: number | undefined;
  #ownName: string | undefined;
  /** Check runs of jobs, for those who may write to them. */
  readonly #checks: CheckRun[] = [];
  readonly #rewritten = new Map<number, { name?: string; word?: string }>();

  constructor(random: Random) {
    this.#random = random;
    this.#gate.api.hasEtags = false;
  }

  get #repository(): Repository {
    return this.#gate.repository;
  }

  history(): History {
    const random = this.#random;
    const demands = this.#demands();
    if (random.chance(0.75))
      this.#begin({ counts: true, words: () => (random.chance(0.9) ? 'success' : this.#word()) });
    if (random.chance(0.25)) this.#beginOurs();
    const steps = random.below(10);
    const burst = random.chance(0.013) ? random.below(steps + 1) : -1;
    for (let step = 0; step <= steps; step++) {
      if (step === burst) this.#burst();
      this.#step();
    }
    if (random.chance(0.5)) this.#settle();
    if (random.chance(0.05)) this.#elsewhere();
    const over = this.#played.filter(({ run }) => (run.shows ?? run).status === 'completed').map(({ run }) => run.id);
    const chronicle = {
      happenings: this.#happenings,
      words: this.#words,
      rewritten: this.#rewritten,
      own: this.#ownName,
      over: new Set(over),
    };
    return { gate: this.#gate, chronicle, demands, inputs: this.#inputs(demands) };
  }

  #demands(): Demands {
    const random = this.#random;
    const names = NAMES.filter(() => random.chance(0.5));
    const apps = [undefined, undefined, undefined, 15368, CODECOV.id];
    const isPinning = random.chance(0.5);
    const required = (names.length > 0 ? names : ['test']).map(
      (name): Demand => ({ name, app: isPinning ? random.pick(apps) : undefined }),
    );
    return { required, allowSkipped: random.chance(0.2) ? [random.pick(NAMES)] : [] };
  }

  /** What pins an app can only come from a rule. */
  #inputs({ required, allowSkipped }: Demands): Readonly<Record<string, string>> {
    const isRuled = required.some(({ app }) => app !== undefined) || this.#random.chance(0.2);
    if (isRuled)
      this.#repository.requireChecks(
        'main',
        required.map(({ name, app }) => [name, app ?? null]),
      );
    return {
      'required-checks': isRuled ? 'branch-rules' : required.map(({ name }) => name).join(', '),
      'allow-skipped': allowSkipped.join(', '),
      ...(this.#ownId === undefined ? {} : { 'check-run-id': String(this.#ownId) }),
    };
  }

  #step(): void {
    const random = this.#random;
    const acts: readonly (readonly [weight: number, act: () => void])[] = [
      [3, () => this.#begin({ counts: random.chance(0.7), words: () => this.#word() })],
      [6, () => this.#proceed()],
      [4, () => this.#finish()],
      [4, () => this.#again()],
      [1, () => this.#late()],
      [3, () => this.#forge()],
      [2, () => this.#rewrite()],
      [1, () => this.#retarget()],
      [3, () => this.#report()],
      [2, () => this.#status()],
    ];
    let at = random.below(acts.reduce((sum, [weight]) => sum + weight, 0));
    for (const [weight, act] of acts) {
      at -= weight;
      if (at >= 0) continue;
      act();
      return;
    }
  }

  #word(): string {
    const random = this.#random;
    if (random.chance(0.62)) return 'success';
    return random.chance(0.5) ? random.pick(WAITS) : random.pick(ENDS);
  }

  #begin({ counts, words }: { readonly counts: boolean; readonly words: () => string }): void {
    const random = this.#random;
    const isStranger = !counts && random.chance(0.5);
    const event = counts || isStranger ? random.pick(EVENTS_THAT_COUNT) : random.pick(OTHER_EVENTS);
    // A pull request may go into a branch of one's own, whose workflow is then the one that runs.
    const pull =
      event === 'pull_request'
        ? { branch: random.pick(['feature', 'topic']), base: random.chance(0.7) ? 'main' : 'evil' }
        : undefined;
    const run = this.#repository.run(COMMIT, {
      event,
      ...pull,
      ...(isStranger ? { home: random.chance(0.5) ? 941027 : null } : {}),
    });
    const keys = NAMES.filter(() => random.chance(0.7));
    const twin = random.pick(NAMES);
    const twins = random.chance(0.06) ? [`${twin}#1`, `${twin}#2`] : [];
    const played = this.#played[
      this.#played.push({
        run,
        keys: [...(random.chance(0.3) ? ['deploy'] : []), ...keys, ...twins],
        isOurs: false,
        toCome: [],
        isLate: false,
        latest: new Map(),
      }) - 1
    ] as Played;
    const isOwnPull = counts && pull !== undefined;
    this.#happenings.push({ kind: 'run', run: run.id, counts, isOurs: false, ...(isOwnPull ? { pull } : {}) });
    played.toCome = [...played.keys];
    run.isMoreToCome = true;
    if (random.chance(0.04)) {
      run.isListed = false;
      played.isLate = true;
    }
    if (random.chance(0.1)) return;
    const now = random.chance(0.8) ? played.toCome.length : random.below(played.toCome.length + 1);
    for (let at = 0; at < now; at++) this.#come(played, words());
  }

  /** The run of this very action: jobs before it, and ours, which is not finished; it may be run again by itself. */
  #beginOurs(): void {
    const random = this.#random;
    const run = this.#repository.run(COMMIT);
    // It may be called what others of its name are required to have passed.
    const ownName = random.chance(0.4) ? random.pick(NAMES) : 'publish';
    this.#ownName = ownName;
    const keys = NAMES.filter((name) => name !== ownName && random.chance(0.5));
    const played: Played = {
      run,
      keys: [...keys, ownName],
      isOurs: true,
      toCome: [],
      isLate: false,
      latest: new Map(),
    };
    this.#played.push(played);
    this.#happenings.push({ kind: 'run', run: run.id, counts: true, isOurs: true });
    played.toCome = [...keys];
    for (const _ of keys) this.#come(played, random.chance(0.85) ? 'success' : this.#word());
    const isAgain = random.chance(0.3);
    const own = run.job(ownName, isAgain ? 'failure' : 'in_progress');
    this.#ownId = own.check.id;
    if (!isAgain) return;
    const failed = keys.filter((key) => played.latest.get(key)?.check.conclusion === 'failure');
    run.rerun();
    this.#happenings.push({ kind: 'attempt', run: run.id, isAll: false, toCome: failed });
    played.toCome = [...failed];
    for (const _ of failed) this.#come(played, this.#word());
    this.#ownId = run.job(ownName, 'in_progress').check.id;
  }

  /** The next job of a run begins, or is over already. */
  #come(played: Played, word: string): void {
    const { run } = played;
    const key = played.toCome.shift();
    if (key === undefined) return;
    run.isMoreToCome = played.toCome.length > 0;
    const job = run.job(nameOf(key), word, { isListed: !played.isLate });
    played.latest.set(key, job);
    // One that is not listed yet, and named away before it is, leaves no trace that anybody could see.
    if (job.isListed && run.isListed) this.#checks.push(job.check);
    const { id } = job.check;
    const isSeen = !played.isLate && run.isListed;
    this.#happenings.push({ kind: 'job', run: run.id, key, name: nameOf(key), thing: id, isSeen });
    this.#said(id, word, (last) => end(job.check, last));
  }

  #said(id: number, word: string, endWith: (word: string) => void): void {
    this.#words.set(id, word);
    if (WAITS.includes(word)) this.#unfinished.push({ id, end: endWith });
  }

  #proceed(): void {
    const waiting = this.#played.filter(({ toCome }) => toCome.length > 0);
    if (waiting.length > 0) this.#come(this.#random.pick(waiting), this.#word());
  }

  #finish(word = this.#random.chance(0.8) ? 'success' : this.#random.pick(ENDS)): void {
    const random = this.#random;
    if (this.#unfinished.length === 0) return;
    const [thing] = this.#unfinished.splice(random.below(this.#unfinished.length), 1);
    if (thing === undefined) return;
    thing.end(word);
    this.#words.set(thing.id, word);
  }

  /** A run is run again: all of it, what has failed, or one job. */
  #again(): void {
    const random = this.#random;
    // Only what is over can be run again.
    const ready = this.#played.filter(({ isOurs, run }) => !isOurs && run.status === 'completed');
    if (ready.length === 0) return;
    const played = random.pick(ready);
    const { run, keys, latest } = played;
    const failed = keys.filter((key) => latest.get(key)?.check.conclusion !== 'success');
    const kind = random.below(3);
    const toCome = kind === 0 || failed.length === 0 ? keys : kind === 1 ? failed : [random.pick(keys)];
    if (random.chance(0.1)) this.#lagBehind(played);
    run.rerun();
    this.#happenings.push({ kind: 'attempt', run: run.id, isAll: toCome === keys, toCome });
    played.toCome = [...toCome];
    run.isMoreToCome = true;
    // What neither a run nor a check run shows, nobody can know.
    const isLagging = run.shows !== undefined || !run.isListed;
    const now = isLagging || random.chance(0.5) ? toCome.length : random.below(toCome.length + 1);
    for (let at = 0; at < now; at++) this.#come(played, random.chance(0.6) ? 'success' : this.#word());
  }

  /** The run still shows its last attempt, and no job of the new one, while their check runs are there. */
  #lagBehind(played: Played): void {
    if (played.run.shows !== undefined) return;
    played.run.shows = { attempt: played.run.attempt, status: 'completed' };
    played.isLate = true;
  }

  /** From now on the jobs of a run are not listed yet. */
  #late(): void {
    if (this.#played.length > 0) this.#random.pick(this.#played).isLate = true;
  }

  #forge(): void {
    const random = this.#random;
    const name = random.pick(NAMES);
    const word = random.chance(0.8) ? 'success' : this.#word();
    const played = this.#played.length > 0 && random.chance(0.7) ? random.pick(this.#played) : undefined;
    const check = this.#repository.forge(COMMIT, name, word, played?.run.suiteId);
    this.#happenings.push({ kind: 'forgery', run: played?.run.id, name, thing: check.id });
    this.#said(check.id, word, (last) => end(check, last));
  }

  /** Somebody with `checks: write` renames the check run of a job, or has it say something else. */
  #rewrite(): void {
    const random = this.#random;
    if (this.#checks.length === 0) return;
    const check = random.pick(this.#checks);
    const change = random.chance(0.5)
      ? { name: random.pick([...NAMES, 'another']) }
      : { word: random.chance(0.8) ? 'success' : random.pick([...WAITS, ...ENDS]) };
    rewrite(check, change);
    this.#rewritten.set(check.id, { ...this.#rewritten.get(check.id), ...change });
  }

  /** Pull requests into somebody's own branch are sent to main, after they have run there. */
  #retarget(): void {
    for (const pull of [...this.#repository.pullsOfBranch.values()].flat())
      if (pull.base === 'evil') Object.assign(pull, { base: 'main', events: ['base_ref_changed'] });
  }

  #report(): void {
    const random = this.#random;
    const known = this.#suites.length > 0 && random.chance(0.5) ? random.pick(this.#suites) : undefined;
    const suite = known ?? { app: random.pick([CODECOV, CODECOV, SONAR]), id: this.#repository.nextId() };
    if (known === undefined) this.#suites.push(suite);
    const name = random.pick(NAMES);
    const word = random.chance(0.8) ? 'success' : this.#word();
    const check = this.#repository.report(COMMIT, { name, word, app: suite.app, suiteId: suite.id });
    this.#happenings.push({ kind: 'report', app: suite.app.id, suite: suite.id, name, thing: check.id });
    this.#said(check.id, word, (last) => end(check, last));
  }

  #status(): void {
    const name = this.#random.pick(NAMES);
    const state = this.#random.chance(0.8) ? 'success' : this.#random.pick(['pending', 'failure', 'error']);
    this.#repository.status(COMMIT, name, state);
    this.#happenings.push({ kind: 'status', name, state });
  }

  /** Everything that has begun comes to a good end. */
  #settle(): void {
    for (const played of this.#played) while (played.toCome.length > 0) this.#come(played, 'success');
    while (this.#unfinished.length > 0) this.#finish('success');
  }

  /** More reports than a page takes, and one that comes between two pages. */
  #burst(): void {
    const random = this.#random;
    const suiteId = this.#repository.nextId();
    const length = 90 + random.below(160);
    for (let at = 0; at < length; at++) {
      this.#repository.report(COMMIT, { name: `noise ${at}`, word: 'failure', suiteId });
      if (random.chance(0.2)) this.#repository.status(COMMIT, `noise ${at}`, 'failure');
    }
    let isQuiet = random.chance(0.5);
    this.#gate.api.afterAnswer = (url) => {
      if (isQuiet || !url.includes('/check-runs')) return;
      isQuiet = true;
      this.#repository.report(COMMIT, { name: 'later', word: 'failure', suiteId });
    };
  }

  /** What passed on another commit, which is nobody's business. */
  #elsewhere(): void {
    const run = this.#repository.run(OTHER_COMMIT);
    for (const name of NAMES) run.job(name, 'success');
  }
}
