import fc from 'fast-check';

/**
 * Any unit of text: mostly ASCII, sometimes another letter, mark, sign or half of a pair. fast-check's own `binary` and
 * `grapheme` build tables for a second and more in every file that uses them.
 */
export const anyCharacter: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: fc.nat(0x7f).map((code) => String.fromCharCode(code)) },
  { weight: 1, arbitrary: fc.nat(0xffff).map((code) => String.fromCharCode(code)) },
  { weight: 1, arbitrary: fc.nat(0x10ffff).map((code) => String.fromCodePoint(code)) },
);

export const anyText: fc.Arbitrary<string> = fc.string({ unit: anyCharacter });

/** Text without halves of pairs, as the environment and files have it. */
export const wellFormedText: fc.Arbitrary<string> = anyText.map((text) => text.toWellFormed());
