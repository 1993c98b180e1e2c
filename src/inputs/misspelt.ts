import { editDistance } from '../text/edit-distance.ts';

/** A name with at most so many edits from a real input counts as misspelt. */
const SLIP = 2;

export type Misspelt = { readonly given: string; readonly meant: string };

/**
 * misspeltNames finds the given names that are no inputs, and the input that each may mean. The runner only warns about
 * an unknown input, so with `scan-reports` no scan would be required at all. A name that is similar to no input is
 * ignored: the environment may have it for others.
 */
export function misspeltNames(given: readonly string[], inputs: readonly string[]): readonly Misspelt[] {
  return given
    .filter((name) => !inputs.includes(name))
    .flatMap((name) => {
      const [nearest] = inputs
        .filter((input) => Math.abs(input.length - name.length) <= SLIP)
        .map((input) => ({ input, distance: editDistance(name, input) }))
        .filter(({ distance }) => distance <= SLIP)
        .sort((one, other) => one.distance - other.distance);
      return nearest === undefined ? [] : [{ given: name, meant: nearest.input }];
    });
}
