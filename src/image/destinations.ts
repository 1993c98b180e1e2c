import type { Repository } from './reference.ts';

/** What became of one destination so far: what was made for it, or the error it failed with. */
export type Attempt<T> = { readonly repository: Repository } & (
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: unknown }
);

/** attempt begins at a destination, with what is known for it. */
export function attempt<T>(repository: Repository, value: T): Attempt<T> {
  return { repository, ok: true, value };
}

/**
 * forEach goes on with all destinations at once where they stand. One that fails stops none of the others; one that
 * has failed before is left as it is.
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

/** allThere returns what was made, for those destinations where nothing has failed so far. */
export function allThere<T>(attempts: readonly Attempt<T>[]): readonly T[] {
  return attempts.flatMap((each) => (each.ok ? [each.value] : []));
}

/** allOf returns what was made for every destination, and throws what the first one failed with. */
export function allOf<T>(attempts: readonly Attempt<T>[]): readonly T[] {
  return attempts.map((each) => {
    if (!each.ok) throw each.error;
    return each.value;
  });
}
