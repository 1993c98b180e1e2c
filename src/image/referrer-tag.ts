import { type Digest, parseDigest } from './digest.ts';

declare const referrerTagBrand: unique symbol;

/**
 * A tag that names no image, but what is attached to one: that of the referrers tag schema (distribution-spec 1.1,
 * "Referrers Tag Schema"), or one of those that cosign wrote before there was such a schema. Made in this file only, so
 * that a tag which is written without a `Verified` can never be one that people deploy by.
 */
export type ReferrerTag = string & { readonly [referrerTagBrand]: true };

/** What cosign keeps under such a tag: signatures, attestations, an SBOM. */
export const COSIGN_KINDS = ['sig', 'att', 'sbom'] as const;
export type CosignKind = (typeof COSIGN_KINDS)[number];

/** Most characters of the encoded part of a digest in such a tag, by the schema. */
const LONGEST = 64;
const ATTACHED = /^(sha256|sha384|sha512)-([0-9a-f]+)(?:\.(?:sig|att|sbom))?$/;

/** fallbackTag is where a registry without the API has the list of what is attached to a manifest. */
export function fallbackTag(subject: Digest): ReferrerTag {
  const [algorithm = '', encoded = ''] = subject.split(':');
  return `${algorithm}-${encoded.slice(0, LONGEST)}` as ReferrerTag;
}

/** cosignTag is where older versions of cosign keep what they have attached to a manifest. */
export function cosignTag(subject: Digest, kind: CosignKind): ReferrerTag {
  return `${subject.replace(':', '-')}.${kind}` as ReferrerTag;
}

/** subjectOf is what a tag of such a form is about; undefined for any other tag. */
export function subjectOf(tag: string): Digest | undefined {
  const [, algorithm, hex] = ATTACHED.exec(tag) ?? [];
  return algorithm === undefined ? undefined : parseDigest(`${algorithm}:${hex}`);
}
