import { editDistance } from '../text/edit-distance.ts';

/** Most near names that an error shows. */
const MOST_NEAR = 5;

/** nearest sorts names by their edit distance from the wanted one. */
export function nearest(wanted: string, names: readonly string[]): readonly string[] {
  const distances = names.map((name) => ({ name, distance: editDistance(wanted, name) }));
  return distances
    .sort((one, other) => one.distance - other.distance || one.name.localeCompare(other.name))
    .slice(0, MOST_NEAR)
    .map(({ name }) => name);
}
