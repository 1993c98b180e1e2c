import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseIgnoreList } from '../../../src/scan/ignore-list.ts';

const entry = (lines: readonly string[]) => `- ${lines.join('\n  ')}\n`;
const ID = 'id: CVE-2026-10001';
const REASON = 'reason: It is not reachable';
const UNTIL = 'until: 2027-03-31';

describe('an ignore file', () => {
  it('lists ids, each with a reason and a last day', () => {
    const file = `# What we live with\n${entry([ID, REASON, UNTIL])}${entry(['id: "tar:GPL-3.0"', 'reason: >-\n    A tool,\n    not a part', 'until: "2028-02-29"'])}`;
    expect(parseIgnoreList(file)).toEqual({
      exceptions: [
        { id: 'CVE-2026-10001', reason: 'It is not reachable', until: '2027-03-31' },
        { id: 'tar:GPL-3.0', reason: 'A tool, not a part', until: '2028-02-29' },
      ],
    });
  });

  it.each(['', '\n', '# nothing\n', '[]', '---\n'])('may be empty: %p', (file) => {
    expect(parseIgnoreList(file)).toEqual({ exceptions: [] });
  });

  it('takes an id exactly as it is written', () => {
    expect(parseIgnoreList(entry(['id: CVE-*', REASON, UNTIL]))).toMatchObject({ exceptions: [{ id: 'CVE-*' }] });
    expect(parseIgnoreList(entry(['id: 0123', REASON, UNTIL]))).toMatchObject({ exceptions: [{ id: '0123' }] });
  });

  const bad: readonly (readonly [string, string, RegExp])[] = [
    ['no reason', entry([ID, UNTIL]), /number 1.*no "reason"/],
    ['an empty reason', entry([ID, 'reason: " "', UNTIL]), /no text for "reason"/],
    ['no day', entry([ID, REASON]), /no "until"/],
    ['no id', entry([REASON, UNTIL]), /no "id"/],
    ['a misspelt key', entry([ID, REASON, 'untill: 2027-03-31']), /none of id, reason, until/],
    ['a key more', entry([ID, REASON, UNTIL, 'package: tar']), /none of id, reason, until/],
    ['a key twice', entry([ID, REASON, UNTIL, UNTIL]), /not YAML/],
    ['an id twice', entry([ID, REASON, UNTIL]) + entry([ID, REASON, UNTIL]), /"CVE-2026-10001" twice/],
    ['a day that is not there', entry([ID, REASON, 'until: 2027-02-29']), /no day such as/],
    ['a month that is not there', entry([ID, REASON, 'until: 2027-13-01']), /no day such as/],
    ['another date', entry([ID, REASON, 'until: 31.3.2027']), /no day such as/],
    ['a word for never', entry([ID, REASON, 'until: never']), /no day such as/],
    ['an hour', entry([ID, REASON, 'until: 2027-03-31T12:00:00Z']), /no day such as/],
    ['a list for an id', entry(['id: [a, b]', REASON, UNTIL]), /no text for "id"/],
    ['a plain list', '- CVE-2026-10001\n', /not made of/],
    ['no list', 'CVE-2026-10001: x\n', /not a list/],
    ['a word', 'CVE-2026-10001', /not a list/],
    ['two documents', '[]\n---\n[]\n', /not YAML/],
    ['an alias for an entry', `${entry([ID, REASON, UNTIL]).replace('- ', '- &a ')}- *a\n`, /not made of/],
    [
      'an alias for a day',
      `${entry([ID, REASON, 'until: &d 2027-03-31'])}${entry(['id: b', REASON, 'until: *d'])}`,
      /no text for "until"/,
    ],
    ['a merge', `- &a {id: x}\n- <<: *a\n  ${REASON}\n  ${UNTIL}\n`, /has an entry/],
    ['a tab', '-\tid: x\n\treason: y\n', /not YAML|no text|has no/],
    ['a tag', entry(['id: !!js/function x', REASON, UNTIL]), /not YAML|no text/],
    ['something else altogether', '{"version": "2.1.0"', /not YAML/],
  ];
  it.each(bad)('with %s is a problem', (_name, file, message) => {
    expect(parseIgnoreList(file)).toEqual({ problem: expect.stringMatching(message) });
  });

  it('that is any text is a list or a problem', () => {
    const pieces = fc.constantFrom(
      '- ',
      '\n',
      '  ',
      'id',
      'reason',
      'until',
      ': ',
      '2027-01-01',
      '&a',
      '*a',
      '[',
      ']',
      '{',
      '}',
      '"',
      '!',
      '#',
      '\t',
      '---',
      '|',
      '%',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 30 }), (parts) => {
        const list = parseIgnoreList(parts.join(''));
        if ('exceptions' in list)
          for (const { id, reason, until } of list.exceptions) expect([id, reason, until]).not.toContain('');
      }),
      { numRuns: 2000 },
    );
  });
});
