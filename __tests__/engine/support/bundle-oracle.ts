/**
 * Whether a bundle that was changed may still be taken, written apart from what verifies it: nobody can sign anew, so that
 * everything that a signature or a hash covers must be as in one of the real ones, all of it as in the same.
 */
import { createHash } from 'node:crypto';

export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };
/** `either`: what nothing covers was changed to what a reader need not understand. */
export type Expected = 'taken' | 'refused' | 'either';

/** A real bundle, by its parts. */
export type Real = {
  readonly certificate: string;
  /** What of the certificate is signed, and the signature. */
  readonly certified: string;
  readonly payload: string;
  readonly signature: string;
  readonly entry: string;
  /** Which leaf it is: with another number the same hashes may lead to the same root, or may not. */
  readonly leaf: string;
  readonly checkpoint: string;
  readonly timestamp: Buffer;
  readonly mediaType: string;
};

const bytes = (json: Json | undefined): Buffer | undefined =>
  typeof json === 'string' ? Buffer.from(json, 'base64') : undefined;
const hex = (json: Json | undefined) => bytes(json)?.toString('hex') ?? '';
const at = (json: Json | undefined, ...path: readonly (string | number)[]): Json | undefined =>
  path.reduce<Json | undefined>(
    (value, name) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, name)
        ? (value as Readonly<Record<string | number, Json>>)[name]
        : undefined,
    json,
  );
const listAt = (json: Json, ...path: readonly string[]): readonly Json[] => {
  const list = at(json, ...path);
  return Array.isArray(list) ? list : [];
};

const TYPE = 'application/vnd.in-toto+json';
const ENTRIES = ['verificationMaterial', 'tlogEntries'] as const;
const TIMES = ['verificationMaterial', 'timestampVerificationData', 'rfc3161Timestamps'] as const;
const SIGNATURES = ['dsseEnvelope', 'signatures'] as const;
const PROOF = [...ENTRIES, 0, 'inclusionProof'] as const;
/** What could stand in the place of the certificate, or of the envelope. */
const OTHERS = [
  ['messageSignature'],
  ['verificationMaterial', 'publicKey'],
  ['verificationMaterial', 'x509CertificateChain'],
] as const;
/** What is said of a place in the log besides what its checkpoint says, which is signed. */
const SAID = [
  [...ENTRIES, 0, 'logIndex'],
  [...PROOF, 'treeSize'],
  [...ENTRIES, 0, 'integratedTime'],
] as const;

export function realParts(json: Json): Real {
  const certificate = at(json, 'verificationMaterial', 'certificate', 'rawBytes');
  return {
    certificate: hex(certificate),
    certified: certifiedIn(bytes(certificate)),
    payload: hex(at(json, 'dsseEnvelope', 'payload')),
    signature: hex(at(json, ...SIGNATURES, 0, 'sig')),
    entry: entryOf(json),
    leaf: String(at(json, ...PROOF, 'logIndex')),
    checkpoint: String(at(json, ...PROOF, 'checkpoint', 'envelope')),
    timestamp: bytes(at(json, ...TIMES, 0, 'signedTimestamp')) ?? Buffer.alloc(0),
    mediaType: String(at(json, 'mediaType')),
  };
}

/** expected tells what must become of a bundle. */
export function expected(json: Json, reals: readonly Real[]): Expected {
  const found = realParts(json);
  const real = reals.find(
    ({ certified, payload, signature, entry }) =>
      found.certified === certified &&
      found.payload === payload &&
      found.signature === signature &&
      found.entry === entry,
  );
  const isOne = [ENTRIES, TIMES, SIGNATURES].every((list) => listAt(json, ...list).length === 1);
  const isOther = OTHERS.some((path) => (at(json, ...path) ?? null) !== null);
  if (real === undefined || !isOne || isOther) return 'refused';
  if (at(json, 'dsseEnvelope', 'payloadType') !== TYPE) return 'refused';
  if (!found.checkpoint.startsWith(real.checkpoint)) return 'refused';
  if (!found.mediaType.startsWith(real.mediaType)) return 'refused';
  if (!hasSignedParts(found.timestamp, real)) return 'refused';
  // A log that promises a time must be one of the first version.
  const isPlain =
    found.certificate === real.certificate &&
    found.checkpoint === real.checkpoint &&
    found.leaf === real.leaf &&
    found.mediaType === real.mediaType &&
    found.timestamp.equals(real.timestamp) &&
    (at(json, ...ENTRIES, 0, 'inclusionPromise') ?? null) === null &&
    typeof at(json, ...PROOF, 'rootHash') === 'string' &&
    SAID.every((path) => /^\d+$/.test(String(at(json, ...path))));
  return isPlain ? 'taken' : 'either';
}

/** The entry of the log, and its way to the root of the checkpoint. */
function entryOf(json: Json): string {
  const entry = at(json, ...ENTRIES, 0);
  return JSON.stringify([
    hex(at(entry, 'logId', 'keyId')),
    at(entry, 'kindVersion', 'kind') ?? '',
    at(entry, 'kindVersion', 'version') ?? '',
    hex(at(entry, 'canonicalizedBody')),
    listAt(entry ?? null, 'inclusionProof', 'hashes').map(hex),
  ]);
}

/**
 * The part of a certificate that is signed, and the end of it, which is the signature. Its own head and the name of the
 * algorithm between the two are not signed.
 */
export function certifiedIn(der: Buffer = Buffer.alloc(0)): string {
  const end = der.length > 8 ? 8 + der.readUInt16BE(6) : 0;
  return [der.subarray(4, end), der.subarray(-64)].map((part) => part.toString('hex')).join(' ');
}

/** What of a token is signed, as far as it is found without reading it: whose hash it is of, and the signature at its end. */
function hasSignedParts(token: Buffer, { timestamp, signature }: Real): boolean {
  const imprint = createHash('sha256').update(Buffer.from(signature, 'hex')).digest();
  const place = timestamp.indexOf(imprint);
  const end = timestamp.length - 32;
  return (
    token.length === timestamp.length &&
    token.subarray(place, place + imprint.length).equals(imprint) &&
    token.subarray(end).equals(timestamp.subarray(end))
  );
}
