import type { Parsed } from '../image/reference.ts';
import { DerProblem, type Element, elementsIn, oidOf, onlyElement, TAG } from './der.ts';

/**
 * The fields that Fulcio writes into the certificate of a signer (sigstore/fulcio, docs/oid-info.md), by their names
 * there, under 1.3.6.1.4.1.57264.1.
 */
const FIELDS = {
  issuer: 8,
  signerUri: 9,
  signerDigest: 10,
  runner: 11,
  repositoryUri: 12,
  commit: 13,
  ref: 14,
  repositoryId: 15,
  ownerUri: 16,
  ownerId: 17,
  workflowUri: 18,
  workflowDigest: 19,
  event: 20,
  runUri: 21,
  visibility: 22,
} as const;

/** The content of a certificate. A field that it does not have is undefined; there are no default values. */
export type Certificate = { readonly [name in keyof typeof FIELDS]: string | undefined } & {
  /** Its only name: the workflow that requested it. */
  readonly name: string;
};

const FULCIO = '1.3.6.1.4.1.57264.1.';
const SUBJECT_ALTERNATIVE_NAME = '2.5.29.17';

/**
 * readCertificate reads a certificate (RFC 5280, DER): it must have exactly one name, which is a URI, and each
 * extension once. It does not verify the issuer or the time. A problem is the end of a sentence.
 */
export function readCertificate(der: Uint8Array): Parsed<Certificate> {
  try {
    const extensions = extensionsIn(der);
    const fields = Object.entries(FIELDS).map(([name, number]) => {
      const value = extensions.get(`${FULCIO}${number}`);
      return [name, value === undefined ? undefined : textIn(onlyElement(value, TAG.text))] as const;
    });
    const read = Object.fromEntries(fields) as { [name in keyof typeof FIELDS]: string | undefined };
    return { ok: true, value: { ...read, name: nameIn(extensions.get(SUBJECT_ALTERNATIVE_NAME)) } };
  } catch (error) {
    if (error instanceof DerProblem) return { ok: false, problem: `cannot be read: ${error.message}` };
    throw error;
  }
}

/** The extensions by their object identifiers. Throws a DerProblem, also if one of them occurs twice. */
function extensionsIn(der: Uint8Array): ReadonlyMap<string, Uint8Array> {
  const [toBeSigned, ...signature] = elementsIn(onlyElement(der, TAG.sequence));
  if (toBeSigned?.tag !== TAG.sequence || signature.length !== 2) throw new DerProblem('it is no certificate');
  const lists = elementsIn(toBeSigned.content).filter(({ tag }) => tag === TAG.extensions);
  const [list, ...more] = lists;
  if (list === undefined || more.length > 0) throw new DerProblem('it does not have one list of extensions');
  const extensions = new Map<string, Uint8Array>();
  for (const extension of elementsIn(onlyElement(list.content, TAG.sequence))) {
    const { oid, value } = extensionIn(extension);
    if (extensions.has(oid)) throw new DerProblem(`it has the extension ${oid} twice`);
    extensions.set(oid, value);
  }
  return extensions;
}

function extensionIn({ tag, content }: Element): { readonly oid: string; readonly value: Uint8Array } {
  const [oid, ...rest] = tag === TAG.sequence ? elementsIn(content) : [];
  // An optional field between the two says whether the extension is critical.
  const [value, ...more] = rest[0]?.tag === TAG.boolean ? rest.slice(1) : rest;
  if (oid?.tag !== TAG.oid || value?.tag !== TAG.octets || more.length > 0)
    throw new DerProblem('it has an extension that is none');
  return { oid: oidOf(oid.content), value: value.content };
}

function nameIn(extension: Uint8Array | undefined): string {
  const names = extension === undefined ? [] : elementsIn(onlyElement(extension, TAG.sequence));
  const [name, ...others] = names;
  if (name?.tag !== TAG.uri || others.length > 0) throw new DerProblem('it is not for exactly one name that is a URI');
  return textIn(name.content);
}

function textIn(content: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(content);
  } catch {
    throw new DerProblem('it has a text that is not UTF-8');
  }
}
