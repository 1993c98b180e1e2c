import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { type Lifetime, startLifetime } from '../../../src/runner/lifetime.ts';

let lifetime: Lifetime;
let before: readonly number[];
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const listeners = () => [
  ...SIGNALS.map((signal) => process.listenerCount(signal)),
  process.stdout.listenerCount('error'),
];

beforeEach(() => {
  jest.useFakeTimers();
  before = listeners();
  lifetime = startLifetime();
});
afterEach(() => {
  lifetime.end();
  jest.useRealTimers();
});

describe('a lifetime', () => {
  it('goes on', () => {
    expect(lifetime.signal.aborted).toBe(false);
  });

  it.each(SIGNALS)('is ended by %s', (signal) => {
    process.emit(signal);
    expect(lifetime.signal.reason).toMatchObject({ code: 'CANCELLED' });
  });

  it('is ended when nobody reads the log any more', () => {
    process.stdout.emit('error', new Error('write EPIPE'));
    expect(lifetime.signal.reason).toMatchObject({ code: 'CANCELLED' });
  });

  it('is ended once, by the first of several signals', () => {
    process.emit('SIGINT');
    const { reason } = lifetime.signal;
    process.emit('SIGTERM');
    expect(lifetime.signal.reason).toBe(reason);
  });

  it('is over when its minutes are', () => {
    lifetime.limit(30);
    jest.advanceTimersByTime(30 * 60_000 - 1);
    expect(lifetime.signal.aborted).toBe(false);
    jest.advanceTimersByTime(1);
    expect(lifetime.signal.reason).toMatchObject({ code: 'TIMEOUT', message: expect.stringContaining('30 minutes') });
  });

  it('leaves nothing behind that keeps a process alive', () => {
    lifetime.limit(360);
    lifetime.end();
    expect(listeners()).toEqual(before);
    expect(jest.getTimerCount()).toBe(0);
  });

  it('may be ended twice, and before it had a limit', () => {
    lifetime.end();
    lifetime.end();
    jest.advanceTimersByTime(360 * 60_000);
    expect(lifetime.signal.aborted).toBe(false);
  });
});
