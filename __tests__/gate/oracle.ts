/**
 * Whether a commit has passed, told twice from its chronicle, after threats.md 4.2 and with nothing in common with the
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

  get hasPassed(): boolean {
    const words = [...this.#last.values()];
    return words.length > 0 && words.every((word) => word === 'good');
  }
}

/** hasPassed is the view of one who sees what the API shows. */
export function hasPassed(chronicle: Chronicle, demands: Demands): boolean {
  return demands.required.every((demand) => {
    const hearing = new Hearing();
    hearReports(hearing, chronicle, demand, demands);
    if (demand.app === undefined || demand.app === JOBS) hearJobs(hearing, chronicle, demand, demands);
    return hearing.hasPassed && !hasOpposingStatus(chronicle, demand);
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
function hasOpposingStatus({ happenings }: Chronicle, { name }: Demand): boolean {
  const statuses = happenings.filter((each) => each.kind === 'status' && each.name === name);
  const last = statuses.at(-1);
  return last?.kind === 'status' && last.state !== 'success';
}

/** What is seen of one run: how many jobs of the name each attempt had, and what those of the last one say. */
type Seen = { attempt: number; spokeIn: number; most: number; said: Word[] };

function hearJobs(hearing: Hearing, { happenings, words, over }: Chronicle, demand: Demand, demands: Demands): void {
  const runs = new Map<number, Seen>();
  const counting = new Set<number>();
  const ours = new Set<number>();
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
        if (happening.name === demand.name) hearJob(hearing, happening, { runs, counting, words, demands });
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
    hearing.hear(`run ${run}`, isGood ? 'good' : 'bad');
  }
}

type Listening = {
  readonly runs: ReadonlyMap<number, Seen>;
  readonly counting: ReadonlySet<number>;
  readonly words: Chronicle['words'];
  readonly demands: Demands;
};

function hearJob(
  hearing: Hearing,
  happening: Extract<Happening, { kind: 'job' | 'forgery' }>,
  { runs, counting, words, demands }: Listening,
): void {
  const word = wordOf(words.get(happening.thing), happening.name, demands);
  const claims = `claims in ${happening.run === undefined ? `their own suite ${happening.thing}` : `run ${happening.run}`}`;
  const isKnown = happening.kind === 'job' && happening.isSeen;
  if (!isKnown) {
    // It may be a job that is not listed yet, or a lie: as a success it proves nothing, as anything else it is heeded.
    if (words.get(happening.thing) !== 'success') hearing.hear(claims, 'open');
    return;
  }
  if (!counting.has(happening.run)) return;
  const seen = runs.get(happening.run);
  if (seen === undefined) throw new Error('a job of a run that never began');
  // What was claimed before in this suite is settled by a job that came later.
  hearing.forget(claims);
  if (seen.spokeIn !== seen.attempt) seen.said = [];
  seen.spokeIn = seen.attempt;
  seen.said.push(word);
  seen.most = Math.max(seen.most, seen.said.length);
}

/** hasReallyPassed is the view of one who knows everything: forgeries are nothing, and no job is unseen. */
export function hasReallyPassed({ happenings, words }: Chronicle, demands: Demands): boolean {
  return demands.required.every((demand) => {
    const hearing = new Hearing();
    const counting = new Set<number>();
    for (const happening of happenings) {
      if (happening.kind === 'run' && happening.counts) counting.add(happening.run);
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
        hearing.hear(`${happening.run} ${happening.key}`, word);
      }
      if (happening.kind === 'report' && (demand.app === undefined || demand.app === happening.app)) {
        hearing.hear(`suite ${happening.suite}`, wordOf(words.get(happening.thing), demand.name, demands));
      }
      if (happening.kind === 'status' && demand.app === undefined) {
        hearing.hear('status', happening.state === 'success' ? 'good' : 'bad');
      }
    }
    return hearing.hasPassed && !hasOpposingStatus({ happenings, words, over: new Set() }, demand);
  });
}

function hearsJobs({ app }: Demand): boolean {
  return app === undefined || app === JOBS;
}

/** Keys are names, with a number behind a hash where there are two. */
export function nameOf(key: string): string {
  return key.replace(/#\d+$/, '');
}
