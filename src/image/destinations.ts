import type { Repository } from './reference.ts';

/** The state of one destination so far: its result, or the error it failed with. */
export type Attempt<T> = { readonly repository: Repository } & (
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: unknown }
);

/** attempt starts at a destination with a value. */
export function attempt<T>(repository: Repository, value: T): Attempt<T> {
  return { repository, ok: true, value };
}

/**
 * forEach continues with all destinations at once, each with its own value. If one fails, the others continue; one that
 * has failed before stays as it is.
 */
export async function forEach<T, U>(
  attempts: readonly Attempt<T>[],
  work: (value: T, repository: Repository) => Promise<U>,
): Promise<readonly Attempt<U>[]> {
  return Promise.all(
    attempts.map(async (each) => {
      if (!each.ok) return each;
      const { repository, value } = each;
      return work(value, repository).then(
        (made) => attempt(repository, made),
        (error: unknown): Attempt<U> => ({ repository, ok: false, error }),
      );
    }),
  );
}

/** allThere returns the results of the destinations that have not failed so far. */
export function allThere<T>(attempts: readonly Attempt<T>[]): readonly T[] {
  return attempts.flatMap((each) => (each.ok ? [each.value] : []));
}

/** allOf returns the results of all destinations, and throws the error of the first one that failed. */
export function allOf<T>(attempts: readonly Attempt<T>[]): readonly T[] {
  return attempts.map((each) => {
    if (!each.ok) throw each.error;
    return each.value;
  });
}
