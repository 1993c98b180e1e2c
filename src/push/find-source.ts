import type { Docker, EngineImage } from '../docker/docker.ts';
import { ActionError } from '../errors.ts';
import type { Repository } from '../image/reference.ts';
import { repositoryName } from '../image/reference.ts';

/** The image to publish: what the engine has under a name, with what it *is*. */
export type Source = { readonly name: string; readonly image: EngineImage };

/** Near names that an error shows at most. */
const MOST_NEAR = 5;

/**
 * findSource resolves the source before any registry is contacted: the name or ID that was given, or else what the
 * build is expected to have named the image, `<destination>:<sha>` and then `<last path part>:<sha>`.
 */
export async function findSource(
  docker: Docker,
  given: string | undefined,
  { destinations, commit }: { readonly destinations: readonly Repository[]; readonly commit: string },
): Promise<Source> {
  const built = [...destinations.map(repositoryName), ...destinations.map(({ path }) => lastPart(path))];
  const names = given === undefined ? [...new Set(built)].map((name) => `${name}:${commit}`) : [given];
  for (const name of names) {
    const image = await docker.findImage(name);
    if (image !== undefined) return { name, image };
  }
  // The names are a courtesy: that they cannot be listed is not what the user must know.
  const near = nearest(names[0] ?? '', await docker.imageNames().catch(() => []));
  throw new ActionError(
    'SOURCE_NOT_FOUND',
    `The engine has no image ${names.map((name) => `"${name}"`).join(' or ')}.`,
    {
      hint:
        `Build the image in this job, on this engine, and name it with "source" (with buildx: "load: true"). ` +
        (near.length === 0 ? 'The engine has no named image at all.' : `The engine has: ${near.join(', ')}.`),
    },
  );
}

function lastPart(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** nearest sorts names by how many edits they are away from the wanted one. */
export function nearest(wanted: string, names: readonly string[]): readonly string[] {
  const distances = names.map((name) => ({ name, distance: editDistance(wanted, name) }));
  return distances
    .sort((one, other) => one.distance - other.distance || one.name.localeCompare(other.name))
    .slice(0, MOST_NEAR)
    .map(({ name }) => name);
}

/** Levenshtein's distance, row by row. */
function editDistance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    for (let j = 1; j <= other.length; j++) {
      const substitution = (row[j - 1] ?? 0) + (one[i - 1] === other[j - 1] ? 0 : 1);
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, substitution));
    }
    row = next;
  }
  return row[other.length] ?? 0;
}
