import { type Digest, parseDigest } from '../image/digest.ts';
import type { Kept } from './json-reader.ts';
import { entries, field, isObject, text } from './kept.ts';

/** What a run says of the image that it is about. */
export type Names = {
  /** Digests by which the run as a whole names the image. */
  readonly digests: readonly Digest[];
  /** Digests in what its findings tell: they can speak against an image, but not for one that has no findings. */
  readonly mentioned: readonly Digest[];
  /** Layers, by their diff_ids, that its findings are in. */
  readonly layers: readonly Digest[];
};

/** Properties of a run with a digest or a reference that has one: Trivy writes the first three. */
const PROPERTIES = ['imageID', 'imageName', 'repoDigests', 'imageDigest'];
/** Where Grype says what it was told to scan: `<what was given>@<layer>:/<path>`, and in the message. */
const IN_LOCATION = /^(?<given>.*)@(?<layer>sha256:[0-9a-f]{64}):\//s;
const IN_MESSAGE = / was found in image (?<given>\S+) at: /;
/** Findings that are looked into: a run about one image says the same in all of them. */
const MOST_LOOKED_AT = 1000;

/** namesOf reads all that a run says of its image; what is no digest names nothing. */
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

/** A digest, as it stands or behind the "@" of a reference. */
function digestIn(value: Kept): Digest | undefined {
  const said = text(value);
  return said === undefined ? undefined : parseDigest(said.slice(said.lastIndexOf('@') + 1));
}

function distinct(digests: readonly (Digest | undefined)[]): readonly Digest[] {
  return [...new Set(digests.filter((digest) => digest !== undefined))];
}
