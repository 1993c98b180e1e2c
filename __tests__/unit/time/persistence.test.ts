import { describe, expect, it } from '@jest/globals';
import { Persistence } from '../../../src/time/persistence.ts';
import { FINAL, RETRY, type Transience } from '../../../src/time/retry.ts';
import { fastClock } from '../registry/scripted-network.ts';

const never = new AbortController().signal;
const busy = (retryAfter?: number): Transience => ({
  kind: 'transient',
  ...(retryAfter === undefined ? {} : { retryAfter }),
});

const silent = (lost: number): Transience => ({ kind: 'transient', lost });

/** Attempts that lead to each of these in turn, and then to the last for ever. */
const attempts = (...transiences: readonly Transience[]) => {
  let made = 0;
  const attempt = async () => {
    const transience = transiences[Math.min(made, transiences.length - 1)] ?? FINAL;
    made += 1;
    const number = made;
    return { result: () => number, transience };
  };
  return { attempt, count: () => made };
};

describe('Persistence', () => {
  it('takes the first result that is final', async () => {
    const { attempt } = attempts(FINAL);
    expect(await new Persistence(fastClock(), never).persist('r.example', attempt)).toBe(1);
  });

  it('tries again until it is, and waits longer each time', async () => {
    const clock = fastClock();
    const { attempt } = attempts(busy(), busy(), busy(), FINAL);
    expect(await new Persistence(clock, never).persist('r.example', attempt)).toBe(4);
    const [first = 0, second = 0, third = 0] = clock.slept;
    expect(clock.slept).toHaveLength(3);
    expect([first < second, second < third]).toEqual([true, true]);
  });

  it('gives the last result when it gives up', async () => {
    const { attempt, count } = attempts(busy());
    expect(await new Persistence(fastClock(), never).persist('r.example', attempt)).toBe(6);
    expect(count()).toBe(6);
  });

  it('throws the last result when it gives up and that is an error', async () => {
    const failing = async () => ({
      result: (): never => {
        throw new Error('reset');
      },
      transience: busy(),
    });
    await expect(new Persistence(fastClock(), never).persist('r.example', failing)).rejects.toThrow('reset');
  });

  it('tries again what has taken an hour, and gives up what nobody has answered for long', async () => {
    const triesOf = async (took: number, transience: Transience) => {
      const clock = fastClock();
      const { attempt, count } = attempts(transience, transience, FINAL);
      await new Persistence(clock, never).persist('r.example', async () => {
        await clock.sleep(took, never);
        return attempt();
      });
      return count();
    };
    const hour = 3_600_000;
    expect(await triesOf(hour, busy())).toBe(3);
    expect(await triesOf(0, silent(RETRY.budget / 3))).toBe(3);
    expect(await triesOf(0, silent(RETRY.budget / 2))).toBe(2);
    expect(await triesOf(0, silent(RETRY.budget))).toBe(1);
  });

  it('waits as long as it is asked to', async () => {
    const clock = fastClock();
    await new Persistence(clock, never).persist('r.example', attempts(busy(7_000), FINAL).attempt);
    expect(clock.slept).toEqual([7_000]);
  });

  it('lets all requests to a host wait when one was asked to, and none to another host', async () => {
    const clock = fastClock();
    const persistence = new Persistence(clock, never);
    await persistence.persist('other.example', attempts(FINAL).attempt);
    const asked = persistence.persist('r.example', async () => {
      const first = clock.slept.length === 0;
      return { result: () => clock.now(), transience: first ? busy(60_000) : FINAL };
    });
    expect(await asked).toBe(60_000);
    const before = clock.slept.length;
    await persistence.persist('other.example', attempts(FINAL).attempt);
    expect(clock.slept.length).toBe(before);
  });

  it('does not begin once the signal has fired', async () => {
    const reason = new Error('cancelled');
    const { attempt, count } = attempts(FINAL);
    await expect(new Persistence(fastClock(), AbortSignal.abort(reason)).persist('r.example', attempt)).rejects.toBe(
      reason,
    );
    expect(count()).toBe(0);
  });

  it('does not wait on once the signal has fired', async () => {
    const reason = new Error('cancelled');
    const controller = new AbortController();
    const attempt = async () => {
      controller.abort(reason);
      return { result: () => 1, transience: busy() };
    };
    await expect(new Persistence(fastClock(), controller.signal).persist('r.example', attempt)).rejects.toBe(reason);
  });
});
