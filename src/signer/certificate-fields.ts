import { X509Certificate } from '@sigstore/core';
import type { CertificateFields } from './signer.ts';

/** Under this number Fulcio keeps what it knows of who has asked (fulcio, docs/oid-info.md). */
const FULCIO = '1.3.6.1.4.1.57264.1';
/** From 8 on the values are texts in DER. */
const NUMBERS = Array.from({ length: 20 }, (_, at) => at + 8);

/** certificateFields reads the extensions of a certificate of Fulcio, in PEM. Throws Node's own errors for what is none. */
export function certificateFields(pem: string): CertificateFields {
  const certificate = X509Certificate.parse(pem);
  const fields = NUMBERS.flatMap((number) => {
    const value = certificate.extension(`${FULCIO}.${number}`)?.valueObj.subs[0]?.value;
    return value === undefined ? [] : [[number, value.toString('utf8')] as const];
  });
  return Object.fromEntries(fields);
}
