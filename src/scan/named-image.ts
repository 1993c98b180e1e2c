import { type Digest, parseDigest } from '../image/digest.ts';
import type { Kept } from './json-reader.ts';
import { entries, field, isObject, text } from './kept.ts';

/** What a run says about its image. */
export type Names = {
  /** Digests by which the run as a whole names the image. */
  readonly digests: readonly Digest[];
  /**
   * Digests in its findings: they can show that a run is about another image, but an image without findings has none.
   */
  readonly mentioned: readonly Digest[];
  /** Layers with findings, by their diff_ids. */
  readonly layers: readonly Digest[];
};

/** Properties of a run with a digest or a reference that has one: Trivy writes the first three. */
const PROPERTIES = ['imageID', 'imageName', 'repoDigests', 'imageDigest'];
/** Where Grype writes what it scanned: `<what was given>@<layer>:/<path>`, and in the message. */
const IN_LOCATION = /^(?<given>.*)@(?<layer>sha256:[0-9a-f]{64}):\//s;
const IN_MESSAGE = / was found in image (?<given>\S+) at: /;
/** How many findings are read: a run about one image has the same in all of them. */
const MOST_LOOKED_AT = 1000;

/** namesOf reads everything that a run says about its image. Only digests count as names. */
export function namesOf(run: Kept): Names {
  const properties = PROPERTIES.flatMap((name) => {
    const value = field(run, 'properties', name);
    return [value, ...entries(value)];
  });
  const results = entries(field(run, 'results')).slice(0, MOST_LOOKED_AT);
  const locations = results.flatMap((result) => entries(field(result, 'locations')).flatMap(logicalNames));
  const places = locations.map((name) => IN_LOCATION.exec(name)?.groups);
  const messages = results.map((result) => IN_MESSAGE.exec(text(field(result, 'message', 'text')) ?? '')?.groups);
  return {
    digests: distinct(properties.map(digestIn)),
    mentioned: distinct([...places, ...messages].map((found) => digestIn(found?.given))),
    layers: distinct(places.map((found) => digestIn(found?.layer))),
  };
}

function logicalNames(location: Kept): readonly string[] {
  const names = entries(field(location, 'logicalLocations')).filter(isObject);
  return names.flatMap((name) => text(name.fullyQualifiedName) ?? []);
}

/** A digest, alone or after the "@" of a reference. */
function digestIn(value: Kept): Digest | undefined {
  const said = text(value);
  return said === undefined ? undefined : parseDigest(said.slice(said.lastIndexOf('@') + 1));
}

function distinct(digests: readonly (Digest | undefined)[]): readonly Digest[] {
  return [...new Set(digests.filter((digest) => digest !== undefined))];
}
