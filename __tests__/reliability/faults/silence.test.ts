import { afterAll, describe, expect, test } from '@jest/globals';
import { DEADLINES } from '../../../src/http/http.ts';
import type { Act } from '../../support/registry/fault-script.ts';
import { buildImage } from '../../support/registry/images.ts';
import { startRegistry } from '../../support/registry/start-registry.ts';
import { judgeStep } from '../step/judge-step.ts';
import { runStep, USERS } from '../step/run-step.ts';
import { VirtualClock } from '../step/virtual-clock.ts';
import { problemsOf, runOne, Tally } from './matrix.ts';
import { ENGINE_POINTS, OUR_POINTS, type Point } from './points.ts';

/** How a registry falls silent. When it has, time passes: no test waits, and none is faster than the machine. */
const SILENCES: Readonly<Record<string, (clock: VirtualClock) => Act>> = {
  'no answer': (clock) => ({
    kind: 'hang',
    when: 'before-headers',
    onSilence: () => clock.fallSilent(DEADLINES.headers),
  }),
  'a head without its body': (clock) => ({
    kind: 'hang',
    when: 'after-headers',
    onSilence: () => clock.fallSilent(DEADLINES.whole),
  }),
  'an answer that stops in the middle': (clock) => ({
    kind: 'hang',
    when: 'mid-body',
    onSilence: () => clock.fallSilent(DEADLINES.whole),
  }),
  'an answer of one byte every twenty seconds': (clock) => ({
    kind: 'drip',
    bytes: 1,
    everyMs: 0,
    onSilence: () => clock.fallSilent(20_000),
  }),
};

const tally = new Tally();

describe('a registry that falls silent', () => {
  test.each(Object.entries(OUR_POINTS))('is left alone after a while and asked again: %s', async (_, point) => {
    const runs = Object.entries(SILENCES).flatMap(([name, silence]) =>
      (['first', 'every'] as const).map((time) => runSilent(name, { point, silence, time })),
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
  readonly silence: (clock: VirtualClock) => Act;
  readonly time: 'first' | 'every';
};

function runSilent(name: string, { point, silence, time }: SilentRun): ReturnType<typeof runOne> {
  const clock = new VirtualClock();
  const kind = { act: silence(clock), isTransient: true };
  return runOne(name, { point, kind, time }, { clock, isCarried: true });
}
