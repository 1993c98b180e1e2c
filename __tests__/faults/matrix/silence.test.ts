import { afterAll, describe, expect, test } from '@jest/globals';
import { DEADLINES } from '../../../src/http/http.ts';
import type { Act } from '../../doubles/registry/fault-script.ts';
import { buildImage } from '../../doubles/registry/images.ts';
import { startRegistry } from '../../doubles/registry/start-registry.ts';
import { judgeStep } from '../step/judge-step.ts';
import { runStep, USERS } from '../step/run-step.ts';
import { VirtualClock } from '../step/virtual-clock.ts';
import { type Extra, problemsOf, runOne, Tally } from './matrix.ts';
import { DIRECT_POINTS, ENGINE_POINTS, OUR_POINTS, type Point } from './points.ts';

/**
 * How a registry falls silent, and for how long: then the longest that anyone waits is over. No test waits itself, and
 * none is faster than the machine.
 */
const SILENCES: Readonly<Record<string, (clock: VirtualClock, patience: number) => Act>> = {
  'no answer': hang('before-headers'),
  'a head without its body': hang('after-headers'),
  'an answer that stops in the middle': hang('mid-body'),
  'an answer of one byte every twenty seconds': (clock) => {
    return { kind: 'drip', bytes: 1, everyMs: 0, onSilence: () => clock.fallSilent(20_000) };
  },
};

function hang(when: 'before-headers' | 'after-headers' | 'mid-body') {
  return (clock: VirtualClock, patience: number): Act => {
    return { kind: 'hang', when, onSilence: () => clock.fallSilent(patience) };
  };
}

/** What is written may take a quarter of an hour to be stored; after that there is no time for another try. */
const isLate = ({ match: { method = 'GET' } }: Point) => ['POST', 'PUT'].includes([method].flat()[0] ?? '');

const tally = new Tally();

describe('a registry that falls silent', () => {
  test.each([
    ...Object.entries(OUR_POINTS).map(([name, point]) => [name, point, { isCarried: true }] as const),
    ...Object.entries(DIRECT_POINTS).map(
      ([name, point]) => [`from a file: ${name}`, point, { isInFile: true }] as const,
    ),
  ])('is left alone after a while and asked again: %s', async (_, point, more) => {
    const runs = Object.entries(SILENCES).flatMap(([name, silence]) =>
      (['first', 'every'] as const).map((time) => runSilent(name, { point, silence, time, more })),
    );
    const results = await Promise.all(runs);
    tally.add(results);
    expect(problemsOf(results)).toEqual([]);
  });

  test('is survived once, at least 95 times of 100', () => {
    expect(tally.unplayed).toEqual([]);
    expect(tally.survivalRate).toBeGreaterThanOrEqual(0.95);
  });

  test.each(Object.entries(ENGINE_POINTS))(
    'holds the engine up until the time of the step is over: %s',
    async (_, { match, skip = 0 }) => {
      await using registry = await startRegistry({ auth: { kind: 'token', users: USERS } });
      const clock = new VirtualClock();
      const onSilence = () => clock.leap(Number.POSITIVE_INFINITY);
      registry.fault({ match, skip, times: 'always', act: { kind: 'hang', when: 'before-headers', onSilence } });
      const image = buildImage();
      const step = await runStep({ registry, image, clock });
      expect(judgeStep(step, registry, image)).toEqual([]);
      expect([step.errors[0]?.code, step.took]).toEqual(['TIMEOUT', step.deadline]);
    },
  );

  afterAll(() => tally.tell("Silences at the action's own requests"));
});

type SilentRun = {
  readonly point: Point;
  readonly silence: (clock: VirtualClock, patience: number) => Act;
  readonly time: 'first' | 'every';
  readonly more: Extra;
};

function runSilent(name: string, { point, silence, time, more }: SilentRun): ReturnType<typeof runOne> {
  const clock = new VirtualClock();
  const late = isLate(point);
  const act = silence(clock, late ? DEADLINES.stored : DEADLINES.whole);
  return runOne(name, { point, kind: { act, isTransient: !late }, time }, { clock, ...more });
}
