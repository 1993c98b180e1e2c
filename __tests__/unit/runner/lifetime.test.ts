import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { type Lifetime, startLifetime } from '../../../src/runner/lifetime.ts';

let lifetime: Lifetime;
let before: readonly number[];
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const listeners = () => [
  ...['uncaughtException', 'unhandledRejection', 'beforeExit'].map((event) => process.listenerCount(event)),
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

  it.each([
    ['thrown', (error: Error) => process.emit('uncaughtException', error)],
    ['rejected with', (error: Error) => process.emit('unhandledRejection', error, Promise.resolve())],
  ])('is ended by an error that was %s and that nobody has caught', (_how, stray) => {
    const error = new Error('thrown in a listener');
    stray(error);
    expect(lifetime.signal.reason).toBe(error);
  });

  it('is lost when nothing goes on any more', async () => {
    process.emit('beforeExit', 0);
    await expect(lifetime.lost).rejects.toThrow('waited for something');
  });

  it('is lost for what has broken it', async () => {
    const error = new Error('thrown in a listener');
    process.emit('uncaughtException', error);
    process.emit('beforeExit', 0);
    await expect(lifetime.lost).rejects.toBe(error);
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
