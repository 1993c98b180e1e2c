import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseIgnoreList } from '../../../src/scan/ignore-list.ts';

const entry = (lines: readonly string[]) => `- ${lines.join('\n  ')}\n`;
const ID = 'id: CVE-2026-10001';
const REASON = 'reason: It is not reachable';
const UNTIL = 'until: 2027-03-31';

describe('an ignore file', () => {
  it('lists ids, each with a reason and a last day', async () => {
    const second = entry(['id: "tar:GPL-3.0"', 'reason: >-\n    A tool,\n    not a part', 'until: "2028-02-29"']);
    expect(await parseIgnoreList(`# What we live with\n${entry([ID, REASON, UNTIL])}${second}`)).toEqual({
      exceptions: [
        { id: 'CVE-2026-10001', reason: 'It is not reachable', until: '2027-03-31' },
        { id: 'tar:GPL-3.0', reason: 'A tool, not a part', until: '2028-02-29' },
      ],
    });
  });

  it.each(['', '\n', '# nothing\n', '  # nothing\r\n\r\n', '[]'])('may be empty: %p', async (file) => {
    expect(await parseIgnoreList(file)).toEqual({ exceptions: [] });
  });

  it.each(['CVE-*', '0123', 'true'])('takes the id %s exactly as it is written', async (id) => {
    expect(await parseIgnoreList(entry([`id: ${id}`, REASON, UNTIL]))).toMatchObject({ exceptions: [{ id }] });
  });

  const bad: readonly (readonly [string, string, RegExp])[] = [
    ['no reason', entry([ID, UNTIL]), /line 1 without "reason"/],
    ['an empty reason', entry([ID, 'reason: " "', UNTIL]), /without "reason"/],
    ['no day', entry([ID, REASON]), /without "until"/],
    ['no id', entry([REASON, UNTIL]), /without "id"/],
    ['a misspelt key', entry([ID, REASON, 'untill: 2027-03-31']), /"untill", which is not one of id, reason, until/],
    ['a key more', entry([ID, REASON, UNTIL, 'package: tar']), /"package", which is not one/],
    ['a key of every object', entry([ID, REASON, UNTIL, '__proto__: x']), /"__proto__", which is not one/],
    ['a key twice', entry([ID, REASON, UNTIL, UNTIL]), /not YAML in line/],
    ['an id twice', entry([ID, REASON, UNTIL]) + entry([ID, REASON, UNTIL]), /"CVE-2026-10001" twice/],
    ['a day that is not there', entry([ID, REASON, 'until: 2027-02-29']), /no day such as/],
    ['a month that is not there', entry([ID, REASON, 'until: 2027-13-01']), /no day such as/],
    ['another date', entry([ID, REASON, 'until: 31.3.2027']), /no day such as/],
    ['a word for never', entry([ID, REASON, 'until: never']), /no day such as/],
    ['an hour', entry([ID, REASON, 'until: 2027-03-31T12:00:00Z']), /no day such as/],
    ['a list for an id', entry(['id: [a, b]', REASON, UNTIL]), /not plain text/],
    ['a plain list', '- CVE-2026-10001\n', /without fields/],
    ['no list', 'CVE-2026-10001: x\n', /not a list/],
    ['a word', 'CVE-2026-10001', /not a list/],
    ['two documents', '[]\n---\n[]\n', /has|not YAML/],
    ['an alias', `${entry([ID, REASON, 'until: &d 2027-03-31'])}${entry(['id: b', REASON, 'until: *d'])}`, /an anchor/],
    ['a tag', entry(['id: !!js/function x', REASON, UNTIL]), /a tag/],
    ['something else altogether', '{"version": "2.1.0"', /not YAML/],
    ['more than anybody reads', `# x\n${'- a\n'.repeat(100_000)}`, /longer than/],
  ];
  it.each(bad)('with %s is a problem', async (_name, file, message) => {
    expect(await parseIgnoreList(file)).toEqual({ problem: expect.stringMatching(message) });
  });

  it('that is any text is a list or a problem', async () => {
    const words = [
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
      '---',
    ];
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...words), { maxLength: 30 }), async (parts) => {
        const list = await parseIgnoreList(parts.join(''));
        const exceptions = 'exceptions' in list ? list.exceptions : [];
        for (const { id, reason, until } of exceptions) expect([id, reason, until]).not.toContain('');
      }),
      { numRuns: 1000 },
    );
  });
});
