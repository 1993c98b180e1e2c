import type { StepCode } from '../errors.ts';
import type { Certificate } from './certificate.ts';
import type { AnyStatement } from './check-statement.ts';

/** What is wrong with a proof: a code, and the end of the sentence "The proof …". */
export type Lack = { readonly code: StepCode; readonly lacks: string };

/** A statement with a verified signature, and the certificate of the signer. */
export type Signed = {
  readonly certificate: Certificate;
  readonly statement: AnyStatement;
  /** The oldest time that a log or a timestamp authority confirms, in milliseconds since 1970. */
  readonly signedAt: number;
};

/** lackIf returns a lack if the condition is true. */
export function lackIf(isSo: boolean, code: StepCode, lacks: string): Lack | undefined {
  return isSo ? { code, lacks } : undefined;
}

/** differs compares two whole texts; a missing text equals nothing, not even another missing text. */
export function differs(
  code: StepCode,
  lacks: string,
  [found, wanted]: readonly [found: string | undefined, wanted: string | undefined],
): Lack | undefined {
  const isSame = found !== undefined && found !== '' && found === wanted;
  return lackIf(!isSame, code, `${lacks} ${shown(found)}, and not ${shown(wanted)}`);
}

/** shown quotes a text from outside for a message; it is made safe when it is printed. */
export function shown(text: string | undefined): string {
  return text === undefined ? 'nothing' : `"${text}"`;
}
