/**
 * Whether a commit has passed, told twice from its chronicle, with nothing in common with the
 * code under test: by one who sees what the API shows, and by one who knows everything. The first decides what the
 * gate should do; what the second denies may never open it.
 */
import type { Chronicle, Demand, Demands, Happening } from './chronicle.ts';

/** The app that all jobs report as. */
const JOBS = 15368;

type Word = 'good' | 'bad' | 'open';

function wordOf(said: string | undefined, name: string, { allowSkipped }: Demands): Word {
  if (said === 'success') return 'good';
  if (said === undefined || ['queued', 'in_progress', 'waiting', 'requested', 'pending'].includes(said)) return 'open';
  return (said === 'skipped' || said === 'neutral') && allowSkipped.includes(name) ? 'good' : 'bad';
}

/** Everybody who has something to say about a name, each with the last that was heard; all must agree. */
class Hearing {
  readonly #last = new Map<string, Word>();

  hear(who: string, word: Word): void {
    this.#last.set(who, word);
  }

  forget(who: string): void {
    this.#last.delete(who);
  }

  /** Nobody has said anything: for the job that asks that is no more than its own silence. */
  get isSilent(): boolean {
    return this.#last.size === 0;
  }

  get hasPassed(): boolean {
    const words = [...this.#last.values()];
    return words.length > 0 && words.every((word) => word === 'good');
  }
}

/** Each demand has passed, or is the job that asks; and not all of them are. */
function isEnough(demands: Demands, answer: (demand: Demand) => 'passed' | 'itself' | 'not passed'): boolean {
  const answers = demands.required.map(answer);
  return !answers.includes('not passed') && answers.includes('passed');
}

function answerOf(hearing: Hearing, chronicle: Chronicle, demand: Demand): 'passed' | 'itself' | 'not passed' {
  if (hasOpposingStatus(chronicle.happenings, demand)) return 'not passed';
  if (hearing.isSilent && chronicle.own === demand.name && hearsJobs(demand)) return 'itself';
  return hearing.hasPassed ? 'passed' : 'not passed';
}

/** hasPassed is the view of one who sees what the API shows. */
export function hasPassed(chronicle: Chronicle, demands: Demands): boolean {
  return isEnough(demands, (demand) => {
    const hearing = new Hearing();
    hearReports(hearing, chronicle, demand, demands);
    if (hearsJobs(demand)) hearJobs(hearing, chronicle, demand, demands);
    return answerOf(hearing, chronicle, demand);
  });
}

function hearReports(hearing: Hearing, { happenings, words }: Chronicle, demand: Demand, demands: Demands): void {
  for (const happening of happenings) {
    if (!('name' in happening) || happening.name !== demand.name) continue;
    if (happening.kind === 'report' && (demand.app === undefined || demand.app === happening.app)) {
      hearing.hear(`suite ${happening.suite}`, wordOf(words.get(happening.thing), demand.name, demands));
    }
    // Nobody can tell by whom a status was set: it speaks for no app.
    if (happening.kind === 'status' && demand.app === undefined) {
      hearing.hear('status', happening.state === 'success' ? 'good' : 'bad');
    }
  }
}

/** Check and status of one name are both required, whoever is pinned. */
function hasOpposingStatus(happenings: Chronicle['happenings'], { name }: Demand): boolean {
  const statuses = happenings.filter((each) => each.kind === 'status' && each.name === name);
  const last = statuses.at(-1);
  return last?.kind === 'status' && last.state !== 'success';
}

/** What is seen of one run: how many jobs of the name each attempt had, and what those of the last one say. */
type Seen = { attempt: number; spokeIn: number; most: number; said: Word[] };

function hearJobs(hearing: Hearing, chronicle: Chronicle, demand: Demand, demands: Demands): void {
  const { happenings, over } = chronicle;
  const runs = new Map<number, Seen>();
  const counting = new Set<number>();
  const ours = new Set<number>();
  const doubtful = doubtfulRuns(happenings);
  for (const happening of happenings) {
    switch (happening.kind) {
      case 'run':
        runs.set(happening.run, { attempt: 1, spokeIn: 0, most: 0, said: [] });
        if (happening.counts) counting.add(happening.run);
        if (happening.isOurs) ours.add(happening.run);
        break;
      case 'attempt': {
        const seen = runs.get(happening.run);
        if (seen !== undefined) seen.attempt += 1;
        break;
      }
      case 'forgery':
      case 'job':
        hearJob(hearing, happening, { runs, counting, chronicle, demand, demands });
        break;
      default:
    }
  }
  for (const [run, seen] of runs) {
    if (seen.said.length === 0) continue;
    // An attempt that has begun may yet say something else.
    const isOutdated = seen.spokeIn < seen.attempt && !over.has(run) && !ours.has(run);
    // Jobs of one name cannot be told apart: either all of them ran again, or nobody knows which.
    const isPartial = seen.said.length < seen.most;
    const isGood = !isOutdated && !isPartial && seen.said.every((word) => word === 'good');
    // What may have been told by somebody's own workflow is no success, though it is heeded as anything else.
    if (isGood && doubtful.has(run)) continue;
    hearing.hear(`run ${run}`, isGood ? 'good' : 'bad');
  }
}

/** Runs for a pull request from a branch that is also that of a pull request into somebody's own branch. */
function doubtfulRuns(happenings: Chronicle['happenings']): ReadonlySet<number> {
  const pulls = happenings.flatMap((each) =>
    each.kind === 'run' && each.pull !== undefined ? [{ run: each.run, ...each.pull }] : [],
  );
  const branches = pulls.filter(({ base }) => base !== 'main').map(({ branch }) => branch);
  return new Set(pulls.filter(({ branch }) => branches.includes(branch)).map(({ run }) => run));
}

type Listening = {
  readonly runs: ReadonlyMap<number, Seen>;
  readonly counting: ReadonlySet<number>;
  readonly chronicle: Chronicle;
  readonly demand: Demand;
  readonly demands: Demands;
};

function hearJob(
  hearing: Hearing,
  happening: Extract<Happening, { kind: 'job' | 'forgery' }>,
  { runs, counting, chronicle, demand, demands }: Listening,
): void {
  const { words, rewritten } = chronicle;
  const { name: shownName = happening.name, word: shownWord = words.get(happening.thing) } =
    rewritten.get(happening.thing) ?? {};
  const claims = `claims in ${happening.run === undefined ? `their own suite ${happening.thing}` : `run ${happening.run}`}`;
  const isKnown = happening.kind === 'job' && happening.isSeen && happening.name === demand.name;
  if (!isKnown) {
    // It may be a job that is not listed yet, or a lie: as a success it proves nothing, as anything else it is heeded.
    if (shownName === demand.name && shownWord !== 'success') hearing.hear(claims, 'open');
    return;
  }
  if (!counting.has(happening.run)) return;
  const seen = runs.get(happening.run);
  if (seen === undefined) throw new Error('a job of a run that never began');
  // What was claimed before in this suite is settled by a job that came later.
  hearing.forget(claims);
  if (seen.spokeIn !== seen.attempt) seen.said = [];
  seen.spokeIn = seen.attempt;
  // The job and its check run must say the same, and be of the same name.
  const both = [words.get(happening.thing), shownWord].map((said) => wordOf(said, demand.name, demands));
  const isAgreed = shownName === demand.name && both.every((word) => word === 'good');
  seen.said.push(isAgreed ? 'good' : 'bad');
  seen.most = Math.max(seen.most, seen.said.length);
}

/** hasReallyPassed is the view of one who knows everything: forgeries are nothing, and no job is unseen. */
export function hasReallyPassed(chronicle: Chronicle, demands: Demands): boolean {
  const { happenings, words } = chronicle;
  return isEnough(demands, (demand) => {
    const hearing = new Hearing();
    const counting = new Set<number>();
    const foreign = new Set<number>();
    for (const happening of happenings) {
      if (happening.kind === 'run' && happening.counts) counting.add(happening.run);
      // Its workflow is somebody's own: it can only be against the commit.
      if (happening.kind === 'run' && happening.pull !== undefined && happening.pull.base !== 'main')
        foreign.add(happening.run);
      if (happening.kind === 'attempt') {
        // What will be run again has said nothing yet.
        for (const key of happening.toCome) {
          if (hearsJobs(demand) && counting.has(happening.run) && nameOf(key) === demand.name) {
            hearing.hear(`${happening.run} ${key}`, 'open');
          }
        }
      }
      if (!('name' in happening) || happening.name !== demand.name) continue;
      if (happening.kind === 'job' && counting.has(happening.run) && hearsJobs(demand)) {
        const word = wordOf(words.get(happening.thing), demand.name, demands);
        if (word === 'good' && foreign.has(happening.run)) hearing.forget(`${happening.run} ${happening.key}`);
        else hearing.hear(`${happening.run} ${happening.key}`, word);
      }
      if (happening.kind === 'report' && (demand.app === undefined || demand.app === happening.app)) {
        hearing.hear(`suite ${happening.suite}`, wordOf(words.get(happening.thing), demand.name, demands));
      }
      if (happening.kind === 'status' && demand.app === undefined) {
        hearing.hear('status', happening.state === 'success' ? 'good' : 'bad');
      }
    }
    return answerOf(hearing, chronicle, demand);
  });
}

function hearsJobs({ app }: Demand): boolean {
  return app === undefined || app === JOBS;
}

/** Keys are names, with a number behind a hash where there are two. */
export function nameOf(key: string): string {
  return key.replace(/#\d+$/, '');
}
