import { describe, expect, it } from '@jest/globals';
import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { canonicalJson } from '../../../src/text/canonical-json.ts';

describe('canonical JSON', () => {
  it('is that of RFC 8785 (section 3.2.3)', () => {
    const members = {
      '\u20ac': 'Euro Sign',
      '\r': 'Carriage Return',
      '\ufb33': 'Hebrew Letter Dalet With Dagesh',
      '1': 'One',
      '\ud83d\ude00': 'Emoji: Grinning Face',
      '\u0080': 'Control',
      '\u00f6': 'Latin Small Letter O With Diaeresis',
    };
    const order = [...canonicalJson(members).matchAll(/:"([^" ]+)/g)].map(([, word]) => word);
    expect(order).toEqual(['Carriage', 'One', 'Control', 'Latin', 'Euro', 'Emoji:', 'Hebrew']);
  });

  it('is what the library of its authors makes of any JSON', () => {
    const text = fc.string({ unit: 'grapheme' });
    const json = fc.jsonValue({ stringUnit: 'grapheme' });
    fc.assert(
      fc.property(fc.dictionary(text, json), (value) => {
        expect(canonicalJson(value)).toBe(canonicalize(value));
      }),
    );
  });

  it('is one text for one value, however its members were put in', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.tuple(fc.string(), fc.jsonValue()), { selector: ([name]) => name }), (members) => {
        const backwards = Object.fromEntries(members.toReversed());
        expect(canonicalJson(Object.fromEntries(members))).toBe(canonicalJson(backwards));
      }),
    );
  });

  it('leaves out what is undefined, and has a place for text that is no Unicode', () => {
    expect(canonicalJson({ b: undefined, a: '\ud800' })).toBe('{"a":"\ufffd"}');
  });
});
