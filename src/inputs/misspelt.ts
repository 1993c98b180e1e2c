import { editDistance } from '../text/edit-distance.ts';

/** How many edits away from a real input a name is taken for a misspelt one. */
const SLIP = 2;

export type Misspelt = { readonly given: string; readonly meant: string };

/**
 * misspeltNames finds those of the given names that are no inputs, and each of them the input that it is a slip away from. The
 * runner only warns of an input that an action does not have, and then a scan that was asked for by `scan-reports`
 * would not be asked for at all. A name that is like no input is left alone: the environment may have it for others.
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
