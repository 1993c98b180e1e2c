import { type Digest, parseDigest } from './digest.ts';

declare const referrerTagBrand: unique symbol;

/**
 * A tag for the referrers of an image, and not for an image: the tag of the referrers tag schema (distribution-spec
 * 1.1, "Referrers Tag Schema"), or a tag that cosign wrote before that schema existed. Only this file creates it, so a
 * tag that is written without a `Verified` is never one that people deploy.
 */
export type ReferrerTag = string & { readonly [referrerTagBrand]: true };

/** What cosign stores under such a tag: signatures, attestations, an SBOM. */
export const COSIGN_KINDS = ['sig', 'att', 'sbom'] as const;
export type CosignKind = (typeof COSIGN_KINDS)[number];

/** The most characters of the encoded part of a digest in such a tag, by the schema. */
const LONGEST = 64;
const ATTACHED = /^(sha256|sha384|sha512)-([0-9a-f]+)(?:\.(?:sig|att|sbom))?$/;

/** fallbackTag is the tag under which a registry without the API keeps the list of a manifest's referrers. */
export function fallbackTag(subject: Digest): ReferrerTag {
  const [algorithm = '', encoded = ''] = subject.split(':');
  return `${algorithm}-${encoded.slice(0, LONGEST)}` as ReferrerTag;
}

/** cosignTag is the tag under which older versions of cosign store what they attach to a manifest. */
export function cosignTag(subject: Digest, kind: CosignKind): ReferrerTag {
  return `${subject.replace(':', '-')}.${kind}` as ReferrerTag;
}

/** subjectOf returns the digest that such a tag is about; undefined for any other tag. */
export function subjectOf(tag: string): Digest | undefined {
  const [, algorithm, hex] = ATTACHED.exec(tag) ?? [];
  return algorithm === undefined ? undefined : parseDigest(`${algorithm}:${hex}`);
}
