import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { FINAL, parseRetryAfter, pauseBefore, RETRY } from '../../../src/time/retry.ts';

const transient = (retryAfter?: number) =>
  ({ kind: 'transient', ...(retryAfter === undefined ? {} : { retryAfter }) }) as const;

describe('pauseBefore', () => {
  it.each([
    [1, 500],
    [2, 1000],
    [3, 2000],
    [4, 4000],
    [5, 8000],
  ])('after %d failures is %d ms, give or take a fifth', (failed, expected) => {
    expect(pauseBefore(transient(), { failed, spent: 0 }, 0.5)).toBeCloseTo(expected);
    expect(pauseBefore(transient(), { failed, spent: 0 }, 0)).toBeCloseTo(expected * 0.8);
    expect(pauseBefore(transient(), { failed, spent: 0 }, 1)).toBeCloseTo(expected * 1.2);
  });

  it.each([
    ['after a refusal', FINAL, 1, 0],
    ['after the sixth failure', transient(), 6, 0],
    ['when it would outlast the budget', transient(), 1, 239_900],
    ['when it was asked to wait longer than it will', transient(120_001), 1, 0],
    ['when what it was asked to wait would outlast the budget', transient(100_000), 2, 150_000],
  ])('is none %s', (_name, what, failed, spent) => {
    expect(pauseBefore(what, { failed, spent }, 0.5)).toBeUndefined();
  });

  it.each([
    [7_000, 1, 7_000],
    [0, 1, 500],
    [100, 3, 2_000],
    [120_000, 1, 120_000],
  ])('is at least the %d ms that were asked for', (asked, failed, expected) => {
    expect(pauseBefore(transient(asked), { failed, spent: 0 }, 0.5)).toBeCloseTo(expected);
  });

  it('never adds up to more than the budget, whatever is asked for', () => {
    const step = fc.record({
      asked: fc.option(fc.nat(200_000), { nil: undefined }),
      took: fc.nat(60_000),
      random: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(step, { minLength: 10, maxLength: 10 }), (steps) => {
        let waited = 0;
        let spent = 0;
        let failed = 0;
        for (const { asked, took, random } of steps) {
          spent += took;
          failed += 1;
          const pause = pauseBefore(transient(asked), { failed, spent }, random);
          if (pause === undefined) break;
          expect(pause).toBeGreaterThanOrEqual(asked ?? 0);
          expect(spent + pause).toBeLessThanOrEqual(RETRY.budget);
          waited += pause;
          spent += pause;
        }
        expect(failed).toBeLessThanOrEqual(RETRY.attempts);
        expect(waited).toBeLessThanOrEqual(RETRY.budget);
      }),
    );
  });
});

describe('parseRetryAfter', () => {
  const NOW = Date.UTC(2026, 10, 21, 12, 0, 0);

  it.each<readonly [string | undefined, number | undefined]>([
    ['0', 0],
    ['1', 1000],
    [' 120 ', 120_000],
    ['Sat, 21 Nov 2026 12:00:01 GMT', 1000],
    ['Sat, 21 Nov 2026 13:00:00 GMT', 3_600_000],
    ['Sat, 21 Nov 2026 12:00:00 GMT', undefined],
    ['Fri, 20 Nov 2026 12:00:00 GMT', undefined],
    ['Sat, 99 Nov 2026 12:00:00 GMT', undefined],
    ['2026-11-21T13:00:00Z', undefined],
    ['Saturday, 21-Nov-26 13:00:00 GMT', undefined],
    ['1.5', undefined],
    ['-1', undefined],
    ['+1', undefined],
    ['1e3', undefined],
    ['0x10', undefined],
    ['9999999999', undefined],
    ['', undefined],
    [undefined, undefined],
    ['soon', undefined],
  ])('of %j is %j', (header, expected) => {
    expect(parseRetryAfter(header, NOW)).toBe(expected);
  });

  it('is a time that is not in the past, or nothing', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.date({ noInvalidDate: true }).map((date) => date.toUTCString()),
        ),
        (header) => {
          const wait = parseRetryAfter(header, NOW);
          if (wait !== undefined) expect(wait).toBeGreaterThanOrEqual(0);
        },
      ),
      { numRuns: 2000 },
    );
  });
});
