import type { StepCode } from '../errors.ts';
import type { Certificate } from './certificate.ts';
import type { AnyStatement } from './check-statement.ts';

/** What is wrong with a proof: a code, and the end of the sentence "The proof …". */
export type Lack = { readonly code: StepCode; readonly lacks: string };

/** A statement whose signature was verified by an authority, with the certificate of the signer. */
export type Signed = {
  readonly certificate: Certificate;
  readonly statement: AnyStatement;
  /** The oldest time that a log or a timestamp authority has vouched for, in milliseconds since 1970. */
  readonly signedAt: number;
};

/** lackIf is a lack where something is so. */
export function lackIf(isSo: boolean, code: StepCode, lacks: string): Lack | undefined {
  return isSo ? { code, lacks } : undefined;
}

/** differs compares two whole texts; what is not there is equal to nothing, not even to what is not there either. */
export function differs(
  code: StepCode,
  lacks: string,
  [found, wanted]: readonly [found: string | undefined, wanted: string | undefined],
): Lack | undefined {
  const isSame = found !== undefined && found !== '' && found === wanted;
  return lackIf(!isSame, code, `${lacks} ${shown(found)}, and not ${shown(wanted)}`);
}

/** shown is a text from outside as messages quote it; they are made safe where they are printed. */
export function shown(text: string | undefined): string {
  return text === undefined ? 'nothing' : `"${text}"`;
}
