import { afterAll, describe, expect, test } from '@jest/globals';
import { buildImage } from '../../support/registry/images.ts';
import { startRegistry } from '../../support/registry/start-registry.ts';
import { judgeStep } from '../step/judge-step.ts';
import { runStep, USERS } from '../step/run-step.ts';
import { VirtualClock } from '../step/virtual-clock.ts';
import type { Kind } from './kinds.ts';
import { problemsOf, runOne, Tally } from './matrix.ts';
import { ENGINE_POINTS, OUR_POINTS } from './points.ts';

/** The action's own patience, a five-hundredth of what it is in earnest. */
const DEADLINES = { idle: 100, headers: 120, whole: 400 };

const SILENCES: Readonly<Record<string, Kind>> = {
  'no answer': { act: { kind: 'hang', when: 'before-headers' }, isTransient: true },
  'a head without its body': { act: { kind: 'hang', when: 'after-headers' }, isTransient: true },
  'an answer that stops in the middle': { act: { kind: 'hang', when: 'mid-body' }, isTransient: true },
  'an answer that never ends': { act: { kind: 'drip', bytes: 1, everyMs: 60 }, isTransient: true },
};

const tally = new Tally();

describe('a registry that falls silent', () => {
  test.concurrent.each(Object.entries(OUR_POINTS))(
    'is left alone after a while and asked again: %s',
    async (_, point) => {
      const runs = Object.entries(SILENCES).flatMap(([name, kind]) =>
        (['first', 'every'] as const).map((time) =>
          runOne(name, { point, kind, time }, { deadlines: DEADLINES, isCarried: true }),
        ),
      );
      const results = await Promise.all(runs);
      tally.add(results);
      expect(problemsOf(results)).toEqual([]);
    },
    60_000,
  );

  test('is survived once, at least 95 times of 100', () => {
    expect(tally.unplayed).toEqual([]);
    expect(tally.survivalRate).toBeGreaterThanOrEqual(0.95);
  });

  test.concurrent.each(Object.entries(ENGINE_POINTS))(
    'holds the engine up until the time of the step is over: %s',
    async (_, { match, skip = 0 }) => {
      await using registry = await startRegistry({ auth: { kind: 'token', users: USERS } });
      registry.fault({ match, skip, times: 'always', act: { kind: 'hang', when: 'before-headers' } });
      const image = buildImage();
      const clock = new VirtualClock();
      const silence = { after: 100, onSilence: () => clock.leap(Number.POSITIVE_INFINITY) };
      const step = await runStep({ registry, image, clock, engine: { silence } });
      expect(judgeStep(step, registry, image)).toEqual([]);
      expect([step.errors[0]?.code, step.took]).toEqual(['TIMEOUT', step.deadline]);
    },
  );

  afterAll(() => tally.tell("Silences at the action's own requests"));
});
