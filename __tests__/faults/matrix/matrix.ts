import type { Image } from '../../doubles/registry/images.ts';
import { buildImage } from '../../doubles/registry/images.ts';
import { type Registry, startRegistry } from '../../doubles/registry/start-registry.ts';
import { tell } from '../step/figures.ts';
import { judgeStep } from '../step/judge-step.ts';
import { runStep, type StepOptions, USERS } from '../step/run-step.ts';
import { KINDS, type Kind } from './kinds.ts';
import type { Point } from './points.ts';

/** When a fault comes: once, always, or once when all tries but the last have failed in an ordinary way. */
export const TIMES = ['first', 'every', 'last'] as const;
export type Time = (typeof TIMES)[number];

export type Result = {
  /** Where, what and when, for people. */
  readonly name: string;
  /** Undefined if the fault was never reached. */
  readonly end: 'survived' | 'failed' | undefined;
  readonly isSingleTransient: boolean;
  readonly problems: readonly string[];
};

export type Run = { readonly point: Point; readonly kind: Kind; readonly time: Time };
export type Extra = Partial<StepOptions> & { readonly auth?: Parameters<typeof startRegistry>[0] };

const image: Image = buildImage({ content: 'of the matrix' });
const BUSY = { kind: 'error', status: 503, code: 'UNAVAILABLE', message: 'busy' } as const;

/** runOne publishes once, with one fault at one request. */
export async function runOne(name: string, { point, kind, time }: Run, { auth, ...more }: Extra = {}): Promise<Result> {
  await using registry = await startRegistry(auth ?? { auth: { kind: 'token', users: USERS } });
  const fault = play(registry, { point, kind, time });
  const step = await runStep({ registry, image, level: point.level ?? 'content', ...more });
  const end = fault.played === 0 ? undefined : step.isWell ? 'survived' : 'failed';
  const problems = judgeStep(step, registry, image);
  return { name: `${name}, ${time}`, end, isSingleTransient: kind.isTransient && time === 'first', problems };
}

/** play has the fault of a run played at a registry. */
export function play(registry: Registry, { point, kind, time }: Run): { readonly played: number } {
  const { match, skip = 0, attempts } = point;
  const busy = time === 'last' ? attempts - 1 : 0;
  if (busy > 0) registry.fault({ match, skip, times: busy, act: BUSY });
  const times = time === 'every' ? ('always' as const) : 1;
  return registry.fault({ match, skip: busy > 0 ? 0 : skip, times, act: kind.act });
}

/** runAll runs every kind at one point, a few at a time. */
export async function runAll(point: Point, more: Extra = {}, kinds = Object.entries<Kind>(KINDS)): Promise<Result[]> {
  const runs = kinds.flatMap(([name, kind]) =>
    (kind.isVariant ? TIMES.slice(0, 1) : TIMES).map((time) => [name, { point, kind, time }] as const),
  );
  const results: Result[] = [];
  const work = async (): Promise<void> => {
    for (let next = runs.shift(); next !== undefined; next = runs.shift()) results.push(await runOne(...next, more));
  };
  await Promise.all([work(), work(), work(), work()]);
  return results;
}

/** What came of many runs. */
export class Tally {
  readonly #results: Result[] = [];

  add(results: readonly Result[]): void {
    this.#results.push(...results);
  }

  get survivalRate(): number {
    const singles = this.#results.filter(({ isSingleTransient, end }) => isSingleTransient && end !== undefined);
    return singles.filter(({ end }) => end === 'survived').length / singles.length;
  }

  /** Faults that no run has reached, or undefined behaviour would look like success. */
  get unplayed(): readonly string[] {
    return this.#results.filter(({ end }) => end === undefined).map(({ name }) => name);
  }

  tell(title: string): void {
    const problems = this.#results.filter((result) => result.problems.length > 0).length;
    tell(`${title}: runs`, this.#results.length);
    tell(`${title}: false successes, wrong digests, unclean failures, late ends`, problems);
    tell(`${title}: single transient faults survived`, `${(this.survivalRate * 100).toFixed(1)} %`);
  }
}

export function problemsOf(results: readonly Result[]): readonly string[] {
  return results.flatMap(({ name, problems }) => problems.map((problem) => `${name}: ${problem}`));
}
