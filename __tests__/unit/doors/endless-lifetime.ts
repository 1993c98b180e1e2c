import type { Lifetime } from '../../../src/runner/lifetime.ts';

/** The lifetime of a step that nobody cancels and nothing breaks. */
export function endlessLifetime(signal = new AbortController().signal): Lifetime {
  return { signal, lost: new Promise(() => {}), elapsed: () => 0, limit: () => {}, end: () => {} };
}
