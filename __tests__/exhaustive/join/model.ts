/**
 * What joining a set of parts must come to, told by how they were made: this file knows nothing of `src`. It names every
 * reason to refuse them, and writes the index by hand.
 */
import type { Asked, Bytes, Made } from './random-parts.ts';

export type Refusal = 'twice' | 'several' | 'platform' | 'commit';

/** Why the parts must not be joined; none if they must. */
export function refusals({ parts, commit }: Asked): ReadonlySet<Refusal> {
  const found = new Set<Refusal>();
  const revisions = new Set(parts.map(({ revision }) => revision));
  if (revisions.size > 1) found.add('commit');
  if (commit !== undefined && parts.some(({ revision }) => revision !== undefined && revision !== commit)) {
    found.add('commit');
  }
  if (parts.some(({ isSeveral }) => isSeveral)) found.add('several');
  for (const one of parts) {
    for (const other of parts) {
      if (one === other) continue;
      if (one.name === other.name) found.add('twice');
      if (clash(one, other)) found.add('platform');
    }
  }
  return found;
}

/** What machines call one and the same. */
const IMPLIED: Readonly<Record<string, string>> = { amd64: 'v1', arm64: 'v8', arm: 'v7' };

function clash(one: Made, other: Made): boolean {
  const [first, second] = [one, other].map(({ os, architecture, variant = IMPLIED[architecture] }) =>
    [os, architecture, variant].join(' '),
  );
  if (first !== second) return false;
  if (one.os !== 'windows' || one.osVersion === undefined || other.osVersion === undefined) return true;
  return one.osVersion.replace(/\.\d+$/, '') === other.osVersion.replace(/\.\d+$/, '');
}

/** The text of the index, character by character. */
export function indexText({ parts }: Asked): string {
  const images = parts.map((part) => `{${described(part.image)},"platform":{${platform(part)}}}`);
  const beside = parts.flatMap(({ attestations }) =>
    attestations.map(({ part, annotations }) => {
      const pairs = Object.keys(annotations)
        .toSorted()
        .map((key) => `${JSON.stringify(key)}:${JSON.stringify(annotations[key])}`);
      const nowhere = '"platform":{"os":"unknown","architecture":"unknown"}';
      return `{${described(part)},${nowhere},"annotations":{${pairs.join(',')}}}`;
    }),
  );
  const type = 'application/vnd.oci.image.index.v1+json';
  return `{"schemaVersion":2,"mediaType":"${type}","manifests":[${[...images, ...beside].join(',')}]}`;
}

function described({ mediaType, digest, bytes }: Bytes): string {
  return `"mediaType":"${mediaType}","digest":"${digest}","size":${bytes.length}`;
}

function platform({ os, architecture, variant, osVersion, osFeatures = [] }: Made): string {
  const fields = [`"os":"${os}"`, `"architecture":"${architecture}"`];
  if (variant !== undefined) fields.push(`"variant":"${variant}"`);
  if (osVersion !== undefined) fields.push(`"os.version":"${osVersion}"`);
  if (osFeatures.length > 0) fields.push(`"os.features":${JSON.stringify(osFeatures)}`);
  return fields.join(',');
}
