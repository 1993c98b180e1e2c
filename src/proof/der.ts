/** What is wrong with bytes that should be DER, as the end of a sentence. */
export class DerProblem extends Error {
  override readonly name = 'DerProblem';
}

/** One element of DER: its tag in one byte, and its content. */
export type Element = { readonly tag: number; readonly content: Uint8Array };

/** Tags of the universal class, and context-specific tags of RFC 5280. */
export const TAG = {
  boolean: 0x01,
  octets: 0x04,
  oid: 0x06,
  text: 0x0c,
  sequence: 0x30,
  /** [3] EXPLICIT: the extensions of a certificate. */
  extensions: 0xa3,
  /** [6] IMPLICIT IA5String: a name that is a URI. */
  uri: 0x86,
} as const;

/** Longest length of a length, in bytes: no certificate has four gigabytes. */
const LONGEST_LENGTH = 3;

/**
 * elementsIn reads consecutive elements, up to the last byte (X.690, 8.1 and 10.1). DER requires the shortest form of a
 * length; a longer one is rejected, because two readers could read it differently. Throws a DerProblem.
 */
export function elementsIn(bytes: Uint8Array): readonly Element[] {
  const elements: Element[] = [];
  for (let at = 0; at < bytes.length; ) {
    const { element, end } = elementAt(bytes, at);
    elements.push(element);
    at = end;
  }
  return elements;
}

/** onlyElement reads bytes that are one element with this tag, and returns its content. Throws a DerProblem. */
export function onlyElement(bytes: Uint8Array, tag: number): Uint8Array {
  const [only, ...others] = elementsIn(bytes);
  if (only?.tag !== tag || others.length > 0) throw new DerProblem('it does not have the element that belongs there');
  return only.content;
}

/** oidOf reads an object identifier, as numbers with dots (X.690, 8.19). Throws a DerProblem. */
export function oidOf(content: Uint8Array): string {
  const numbers: number[] = [];
  let number = 0;
  let isOpen = false;
  for (const byte of content) {
    if (!isOpen && byte === 0x80) throw new DerProblem('an object identifier begins a number with nothing');
    number = number * 128 + (byte & 0x7f);
    if (!Number.isSafeInteger(number)) throw new DerProblem('an object identifier has a number that is too large');
    isOpen = byte >= 0x80;
    if (isOpen) continue;
    numbers.push(number);
    number = 0;
  }
  const [first, ...others] = numbers;
  if (isOpen || first === undefined) throw new DerProblem('an object identifier is cut off');
  const root = Math.min(Math.floor(first / 40), 2);
  return [root, first - root * 40, ...others].join('.');
}

function elementAt(bytes: Uint8Array, at: number): { readonly element: Element; readonly end: number } {
  const [tag = 0x1f, first = 0xff] = bytes.subarray(at, at + 2);
  // A tag of several bytes, or a missing length: certificates have neither.
  if ((tag & 0x1f) === 0x1f || at + 2 > bytes.length) throw new DerProblem('it has an element that is none');
  const count = first < 0x80 ? 0 : first & 0x7f;
  const begin = at + 2 + count;
  const length = count === 0 ? first : longLength(bytes.subarray(at + 2, begin), count);
  const end = begin + length;
  if (end > bytes.length) throw new DerProblem('it is cut off');
  return { element: { tag, content: bytes.subarray(begin, end) }, end };
}

function longLength(bytes: Uint8Array, count: number): number {
  if (bytes.length !== count || count === 0 || count > LONGEST_LENGTH)
    throw new DerProblem('it has an element without a length');
  const length = bytes.reduce((sum, byte) => sum * 256 + byte, 0);
  const least = count === 1 ? 0x80 : 256 ** (count - 1);
  if (length < least) throw new DerProblem('it has a length that could be shorter');
  return length;
}
