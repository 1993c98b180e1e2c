import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { code, commands, prose, table } from '../../../src/report/markdown.ts';
import { remember } from '../../../src/secret/masked.ts';
import { anyCharacter } from '../any-text.ts';
import { alive, shown } from './passive.ts';

const HOSTILE = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '</code></td></details>',
  '&lt;b&gt;',
  '| a | b |',
  '`code`',
  '\\`',
  '**bold** _emphasis_ ~~gone~~',
  '_x_',
  '*x*',
  '[link](https://evil.example)',
  '![image](https://evil.example/x.png)',
  '[x]: https://evil.example',
  'https://evil.example/path',
  'HTTP://EVIL.example',
  'www.evil.example',
  'ftp://evil.example',
  'mail@evil.example',
  '@octocat #1 octo/app#1',
  'one\ntwo\r\nthree\u2028four',
  '# heading',
  '- item',
  '1. item',
  '> quote',
  '---',
  '```\nfence\n```',
  '<!-- comment -->',
  '$(id) $PATH',
  '\u001b[31m\u0000\u202e',
  '::error::x',
  'it\'s "quoted"',
  'feature/_x_/*/www.evil.example',
  'sha256:0123456789abcdef',
  'ghcr.io/owner/app:1.2.3',
];

describe('the check', () => {
  it.each([
    '<b>',
    '&lt;',
    '| a |',
    '`code`',
    '\\`',
    '**bold**',
    '_x_',
    '*x*',
    '~~gone~~',
    '[link](x)',
    '![image](x)',
    'https://evil.example',
    'HTTP://EVIL.example',
    'www.evil.example',
    '(www.evil.example)',
    'ftp://evil.example',
    'mail@evil.example',
    'one\ntwo',
  ])('finds what is alive in %j', (text) => {
    expect(alive(text)).not.toEqual([]);
  });

  it.each(['a_b', 'ghcr.io/owner/app:1.2.3', '&#60;b&#62;', '@octocat', 'xwww.y', "it's"])(
    'finds nothing in %j',
    (text) => {
      expect(alive(text)).toEqual([]);
    },
  );
});

const unit = fc.oneof(fc.constantFrom(...'<>&|`\\*_~[]()!#:/@.-\n\r"\'', 'http', 'www.', 'a', ' '), anyCharacter);
const hostile = fc.oneof(
  fc.constantFrom(...HOSTILE),
  fc.array(unit, { maxLength: 20 }).map((parts) => parts.join('')),
);

describe('code', () => {
  const inner = (text: string) => code(text).slice('<code>'.length, -'</code>'.length);

  it.each(HOSTILE.map((text) => [JSON.stringify(text), text]))('holds %s, with nothing of it alive', (_name, text) => {
    expect(code(text)).toMatch(/^<code>.*<\/code>$/);
    expect(alive(inner(text))).toEqual([]);
  });

  it('holds any text, with nothing of it alive', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(alive(inner(text))).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  it.each(['ghcr.io/owner/app:1.2.3', `sha256:${'0'.repeat(64)}`, 'a|b`c', '<b>&amp;</b>', 'refs/heads/a_b'])(
    'shows %s',
    (text) => {
      expect(shown(code(text))).toBe(text);
    },
  );
});

describe('prose', () => {
  it.each(HOSTILE.map((text) => [JSON.stringify(text), text]))('holds %s, with nothing of it alive', (_name, text) => {
    expect(alive(prose(text))).toEqual([]);
  });

  it('holds any text, with nothing of it alive', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(alive(prose(text))).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  it.each(['# heading', '- item', '> quote', '---', '    code', '\tcode', '~~~', '```', '|x|'])(
    'begins no block with "%s"',
    (text) => {
      expect(prose(text)).not.toMatch(/^(?:#|[-*] |>|-{3}| {4}|\t|~{3}|`{3}|\|)/);
    },
  );

  it.each(['The tag is there already.', 'a-b_c', "what's new?"])('shows "%s"', (text) => {
    expect(shown(prose(text))).toBe(text);
  });
});

describe('commands', () => {
  it('cannot be ended by what is in it', () => {
    fc.assert(
      fc.property(fc.array(hostile, { maxLength: 3 }), (lines) => {
        const [first, ...rest] = commands(lines).split('\n');
        expect([first, rest.pop()]).toEqual(['```sh', '```']);
        expect(rest).toHaveLength(lines.length);
        expect(rest.join('')).not.toContain('`');
      }),
    );
  });
});

describe('table', () => {
  it('has a line for each row, and as many cells in each as in the header', () => {
    const lines = table(
      ['a', 'b'],
      [
        [code('x|y'), prose('p|q')],
        [code('1'), code('2')],
      ],
    ).split('\n');
    expect(lines.map((line) => line.split('|').length)).toEqual([4, 4, 4, 4]);
    expect(lines[1]).toBe('| --- | --- |');
  });
});

describe('a secret in a text from outside', () => {
  it('is masked before it is escaped, and before it is cut', () => {
    remember('p<4>ss*w_0rd');
    expect(prose('it said "p<4>ss*w_0rd"')).toBe('it said &#34;&#42;&#42;&#42;&#34;');
    expect(code(`${'x'.repeat(8186)}p<4>ss*w_0rd`)).not.toContain('p&#60;4');
  });
});
