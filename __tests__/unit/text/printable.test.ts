import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { oneLine, printable, printableLine, shortened } from '../../../src/text/printable.ts';
import { anyText } from '../any-text.ts';
import { commandsIn } from '../runner-commands.ts';

describe('the model of the runner', () => {
  // What the runner's own tests (ActionCommandL0.cs) and documentation have as commands.
  it.each([
    ['::do-something k1=v1,::msg', ['do-something']],
    ['   ::do-something::', ['do-something']],
    ['::error file=a.js,line=1::text', ['error']],
    ['##[do-something k1=v1;]msg', ['do-something']],
    ['any text ##[do-something]msg', ['do-something']],
    ['one\n::set-output name=x::y\r\ntwo\r::add-path::z', ['set-output', 'add-path']],
    ['\u00A0\u3000\u2003::warning::x', ['warning']],
    ['>>>   ::do-something k1=v1::', []],
    ['::do-something', []],
    [':: do-something::', ['']],
    ['##[do-something', []],
    ['text', []],
  ])('sees in %j the commands %j', (text, names) => {
    expect(commandsIn(text)).toEqual(names);
  });
});

describe('printable', () => {
  it.each([
    ['plain text', 'plain text'],
    ['', ''],
    ['tab\tand\nlines', 'tab\tand\nlines'],
    ['a\r\nb\rc', 'a\nb\nc'],
    ['\u001b[31mred\u001b[0m', '[31mred[0m'],
    ['a\u0000b\u0007c\u007fd\u009be', 'abcde'],
    ['abc\u202edef\u2066x\u2069', 'abcdefx'],
    ['a\u2028b\u2029c', 'abc'],
    ['\uFEFFtext\u200B\u200D', 'text'],
    ['a::b and a#[b', 'a::b and a#[b'],
    ['Grüße, 日本語, 🐳', 'Grüße, 日本語, 🐳'],
    ['https://ghcr.io/v2/', 'https://ghcr.io/v2/'],
  ])('prints %j as %j', (text, expected) => {
    expect(printable(text)).toBe(expected);
  });

  it.each([
    '::set-output name=digest::sha256:0',
    '  ::add-mask::x',
    '\t::error::x',
    'ok\n::stop-commands::x',
    'ok\r::stop-commands::x',
    'ok\u0085::stop-commands::x',
    'ok\u2028::stop-commands::x',
    ':\u200b:error::x',
    ':\u001b:error::x',
    '\u001b::error::x',
    '\uFEFF::error::x',
    '\u3000::error::x',
    ':::error::x',
    '##[error]x',
    'see ##[add-path]/evil',
    '###[error]x',
    '#\u200b#[error]x',
    '##\u0000[error]x',
    '##[group]a ##[endgroup]',
    '\n\n::group::x\n\n::endgroup::',
  ])('prints %j without a command, and without losing its words', (text) => {
    expect(commandsIn(printable(text))).toEqual([]);
    expect(commandsIn(printableLine(text))).toEqual([]);
    const words = (of: string) => of.match(/[a-z]+/g);
    expect(words(printable(text))).toEqual(words(text));
  });

  // Blanks without an end, and what begins like a command over and over: the time of these grew with their square.
  it.each([' ', '\n', ' \n', '\r', ':', '#', '##', '\u3000', ' :'])('takes a megabyte of %j in its stride', (piece) => {
    const text = `a${piece.repeat(1 << 20)}b`;
    expect(printable(text).length).toBeGreaterThan(0);
    expect(printableLine(text).startsWith('a')).toBe(true);
  });

  it('makes no command when it is done twice', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        // The marks that break a command up are themselves unprintable: a second pass drops them and has to set them anew.
        if (commandsIn(printable(printable(text))).length > 0) throw new Error('a command');
      }),
      { numRuns: 1000 },
    );
  });
});

describe('shortened', () => {
  it('cuts what is too long, and says so', () => {
    expect(shortened('x'.repeat(1_000_000))).toMatch(/^x{8192} … \(cut\)$/);
    expect(shortened('x'.repeat(8192))).toHaveLength(8192);
    expect(shortened('abcdef', 3)).toBe('abc … (cut)');
  });
});

describe('oneLine', () => {
  it.each([
    ['a b', 'a b'],
    [' a\n\n  b \r\n\tc\r', 'a b c'],
    ['\n', ''],
    ['##[x]\u001b::y', '##[x]\u001b::y'],
  ])('of %j is %j', (text, expected) => {
    expect(oneLine(text)).toBe(expected);
  });
});

// biome-ignore format: a list that is read as one
const PIECES = [
  ':', '::', ':::', '#', '##', '##[', '[', ']', '\n', '\r', '\r\n', '\t', ' ', '\v', '\f', '\u0085', '\u00a0', '\u1680',
  '\u2000', '\u2007', '\u2028', '\u2029', '\u202e', '\u202f', '\u205f', '\u2060', '\u3000', '\u180e', '\u200b', '\u200d',
  '\ufeff', '\u00ad', '\u034f', '\ufe0f', '\u0000', '\u0007', '\u001b', '\u001b[2K', '\u009b', 'error', 'group', 'a',
  'add-mask', 'set-output name=x', '=', ',', ';', '%0A', '%3A', '%25', '::error::', '##[error]', '::error ', '\ud800',
  '\udc00', '🐳',
];

const hostile = fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 14 }).map((parts) => parts.join(''));

describe('a hundred thousand hostile texts', () => {
  it('would be commands if they were printed as they are', () => {
    const texts = fc.sample(hostile, { numRuns: 20_000, seed: 1 });
    expect(texts.filter((text) => commandsIn(text).length > 0).length).toBeGreaterThan(1000);
  });

  it('make no command once they are printable', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        if (commandsIn(printable(text)).length > 0) throw new Error('a command');
      }),
      { numRuns: 100_000 },
    );
  });

  it('make one line, and no command, as printableLine', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const line = printableLine(text);
        if (commandsIn(line).length > 0) throw new Error('a command');
        if (/[\n\r\u0085\u2028\u2029\p{Cc}]/u.test(line.replaceAll('\t', ''))) throw new Error('more than a line');
      }),
      { numRuns: 50_000 },
    );
  });
});
