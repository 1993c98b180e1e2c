import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { linesToMask, masksOf, withoutMasked } from '../../../src/secret/runner-masks.ts';
import { SecretMasker } from '../../doubles/runner-masks.ts';
import { wellFormedText } from '../any-text.ts';

const KEY = JSON.stringify({ type: 'service_account', private_key: 'MIIEvQIBADANBgkq' }, undefined, 2);

describe('linesToMask', () => {
  it.each([
    ['', []],
    [' \n\t\r\n', []],
    ['{', ['{']],
    ['abc', ['abc']],
    ['abc\n', ['abc']],
    ['  padded  ', ['  padded  ']],
    ['{\n}', []],
    ['seven77\neight888', ['eight888']],
    ['  eight888  \r\n  eight888\r\n', ['eight888']],
    ['short\rnine99999', ['nine99999']],
    [KEY, ['"type": "service_account",', '"private_key": "MIIEvQIBADANBgkq"']],
  ])('of %j are %j', (text, lines) => {
    expect(linesToMask(text)).toEqual(lines);
  });

  it('never let the runner mask a line of less than eight characters, where there are several', () => {
    fc.assert(
      fc.property(fc.array(wellFormedText, { minLength: 2 }), (lines) => {
        const text = ['first line', ...lines, 'last line'].join('\n');
        const said = linesToMask(text);
        for (const line of said) expect(line.length).toBeGreaterThanOrEqual(8);
        for (const line of text.split(/[\r\n]/).map((each) => each.trim()))
          expect(said.includes(line)).toBe(line.length >= 8);
      }),
    );
  });
});

describe('masksOf', () => {
  it.each([
    // What is masked, and a part of an output that is withheld for it; or not, by its limits of length.
    ['hunter22', 'hunter22', true],
    ['hunter22', 'aHVudGVyMjI=', true],
    ['hunter22', 'dW50ZXIyMg==', true],
    ['hunter22', 'bnRlcjIy', true],
    ['"the-word"', 'the-word', true],
    ['"sixsix"', 'sixsix', false],
    ['"the-word', 'the-word', false],
    ['team/app&more', 'team/app&', true],
    ['app&more', 'app&', false],
    ['one&two&team/app', 'team/app', true],
    ['one&two&app', 'app', false],
    ['one&two&team/app', 'one&two&', true],
    ['first&+second', 'first&+', true],
    ['first&+second', 'econd', false],
    ['first&+seconds', 'econds', true],
    ["it's", "it''s", true],
    ['say "x"', 'say \\"x\\"', true],
    ['a<b', 'a&lt;b', true],
    ['a!b', 'a%21b', true],
    ['ü', '%C3%BC', true],
    ['back\\slash', 'back\\\\slash', true],
    ['two\tcolumns', 'two\\tcolumns', true],
    [' padded', 'padded', true],
  ])('of %j: is %j one? %s', (line, output, isMasked) => {
    expect([...masksOf(line)].some((mask) => output.includes(mask))).toBe(isMasked);
  });

  it('are what the runner masks, for any line and any output', () => {
    const part = fc.constantFrom(
      '&',
      '&+',
      '"',
      "'",
      '<',
      '\\',
      'team/app',
      'x',
      ' ',
      '\u0007',
      '\u2028',
      '!',
      'ü',
      '🔑',
    );
    const line = fc
      .oneof(
        wellFormedText,
        fc.array(part, { minLength: 1, maxLength: 8 }).map((parts) => parts.join('')),
      )
      .filter((text) => !/[\r\n\ufeff\u0085]/.test(text) && text.trim() !== '');
    fc.assert(
      fc.property(line, (text) => {
        const masker = new SecretMasker();
        masker.addMask(text);
        const masks = [...masksOf(text)];
        for (const mask of masks) expect(masker.masked(mask)).toBe('***');
        // What would be shown of the runner's own masks if ours were fewer.
        for (const own of masker.values) expect(masks).toContain(own);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('withoutMasked', () => {
  it.each([
    ['nothing in it', ['x9'], 'nothing in it'],
    ['', ['x'], ''],
    ['abcdef', ['abcd', 'cdef'], '***'],
    ['abcdef', ['abc', 'def'], '***'],
    ['abc-def', ['abc', 'def'], '***-***'],
    ['-abc', ['b'], '-a***c'],
    ['aaaa', ['aa'], '***'],
    ['secret secret', ['secret', 'cre'], '*** ***'],
  ])('of %j and the masks %j is %j', (text, masks, shown) => {
    expect(withoutMasked(text, masks)).toBe(shown);
  });

  it('is what the runner shows, for any text and masks', () => {
    const text = fc
      .array(fc.constantFrom('a', 'b', 'ab', 'ba', '&', '"', '-'), { maxLength: 12 })
      .map((parts) => parts.join(''));
    const lines = fc.array(
      text.filter((line) => line !== ''),
      { maxLength: 4 },
    );
    fc.assert(
      fc.property(text, lines, (output, masked) => {
        const masker = new SecretMasker();
        for (const line of masked) masker.addMask(line);
        const masks = masked.flatMap((line) => [...masksOf(line)]);
        expect(withoutMasked(output, masks)).toBe(masker.masked(output));
      }),
      { numRuns: 2000 },
    );
  });
});
