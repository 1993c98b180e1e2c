/** Certificates as Fulcio makes them for a job of GitHub Actions, without a signature that means anything. */
import { bits, integer, objectId, octets, sequence, tagged, text, time } from '../registry/der.ts';

/** The numbers of the fields, under 1.3.6.1.4.1.57264.1 (sigstore/fulcio, docs/oid-info.md). */
export const NUMBERS = {
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

export type Fields = Readonly<Partial<Record<keyof typeof NUMBERS, string>>>;
export type Holder = {
  readonly names: readonly Buffer[];
  readonly fields: Fields;
  /** Extensions that stand there besides. */
  readonly more?: readonly Buffer[];
};

export function uriName(uri: string): Buffer {
  return tagged(0x86, Buffer.from(uri));
}

export function mailName(address: string): Buffer {
  return tagged(0x81, Buffer.from(address));
}

export function fulcioExtension(number: number, value: string): Buffer {
  return sequence(objectId(`1.3.6.1.4.1.57264.1.${number}`), octets(text(value)));
}

/** The DER of a certificate for a holder. */
export function certificateFor({ names, fields, more = [] }: Holder): Buffer {
  const algorithm = sequence(objectId('1.2.840.10045.4.3.3'));
  const day = new Date(Date.UTC(2026, 10, 30));
  const own = Object.entries(NUMBERS).flatMap(([name, number]) => {
    const value = fields[name as keyof Fields];
    return value === undefined ? [] : [fulcioExtension(number, value)];
  });
  const extensions = sequence(
    // Critical, as the specification wants it where there is no subject.
    sequence(objectId('2.5.29.17'), tagged(0x01, Buffer.from([0xff])), octets(sequence(...names))),
    ...own,
    ...more,
  );
  const key = sequence(
    sequence(objectId('1.2.840.10045.2.1'), objectId('1.2.840.10045.3.1.7')),
    bits(Buffer.alloc(65, 4)),
  );
  const toBeSigned = sequence(
    tagged(0xa0, integer(Buffer.from([2]))),
    integer(Buffer.from([7])),
    algorithm,
    sequence(),
    sequence(time(day), time(day)),
    sequence(),
    key,
    tagged(0xa3, extensions),
  );
  return sequence(toBeSigned, algorithm, bits(Buffer.alloc(70, 1)));
}
