import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readYamlList } from '../../../src/text/yaml-list.ts';

describe('a YAML list', () => {
  it.each<[text: string, entries: readonly Readonly<Record<string, string>>[]]>([
    ['- a: one\n  b: two\n- a: three\n', [{ a: 'one', b: 'two' }, { a: 'three' }]],
    ['- {a: one, "b": \'two\'}', [{ a: 'one', b: 'two' }]],
    [
      '- a: 007\n  b: yes\n  c: 1e5\n  d: "null"\n  e: nulls',
      [{ a: '007', b: 'yes', c: '1e5', d: 'null', e: 'nulls' }],
    ],
    ['# of ours\n- a: "x # y" # why\n', [{ a: 'x # y' }]],
    ['- a: |-\n    one\n    two', [{ a: 'one\ntwo' }]],
    ['- a:', [{ a: '' }]],
    ['- a: "*x"\n  b: "&x"\n  c: "!x"', [{ a: '*x', b: '&x', c: '!x' }]],
    ['[]', []],
  ])('%j is read, every value as it was written', async (text, entries) => {
    const list = await readYamlList(text);
    expect(list.ok && list.value.map(({ fields }) => Object.fromEntries(fields))).toEqual(entries);
  });

  it('has nothing where a null is written', async () => {
    const list = await readYamlList('- {a: null, b: Null, c: NULL, d: ~, e: , f: "", g: "~", h: \'null\', i: nULL}');
    const fields = list.ok ? Object.values(Object.fromEntries(list.value[0]?.fields ?? [])) : [];
    expect(fields).toEqual(['', '', '', '', '', '', '~', 'null', 'nULL']);
  });

  it('says where its entries begin', async () => {
    const list = await readYamlList('# first\n- a: one\n\n- a: two\n');
    expect(list.ok && list.value.map(({ line }) => line)).toEqual([2, 4]);
  });

  it.each([
    ['', 'is not a list'],
    ['a: b', 'is not a list'],
    ['text', 'is not a list'],
    ['- text', 'has an entry without fields in line 1'],
    ['- a: 1\n-', 'has an entry without fields in line 2'],
    ['- [a]', 'has an entry without fields in line 1'],
    ['- a: [b]', 'has a field in the entry of line 1 that is not plain text'],
    ['- a: {b: c}', 'not plain text'],
    ['- ? [a]\n  : b', 'not plain text'],
    ['- <<: {a: b}', 'not plain text'],
    ['- a: &x y', 'has an anchor in line 1'],
    ['- a: b\n- a: *x', 'has an alias in line 2'],
    ['- &x\n  a: b\n- *x', 'has an anchor in line 1'],
    ['- a: !!str b', 'has a tag in line 1'],
    ['- a: !!binary aGk=', 'has a tag in line 1'],
    ['- !!map\n  a: b', 'has a tag in line 1'],
    ['- a: ! b', 'has a tag in line 1'],
    ['- a: !<tag:yaml.org,2002:str> b', 'has a tag in line 1'],
    ['%YAML 1.1\n---\n- a: yes', 'has a directive in line 1'],
    ['- a: 1\n  a: 2', 'is not YAML in line 2 (DUPLICATE_KEY)'],
    ['- a: 1\n---\n- b: 2', 'is not YAML in line 2 (MULTIPLE_DOCS)'],
    ['- a: "b', 'is not YAML in line 1'],
    ['- a: 1\n\tb: 2', 'is not YAML in line 2'],
    [`- a: ${'x'.repeat(70_000)}`, 'is longer than'],
  ])('%j is none', async (text, problem) => {
    const list = await readYamlList(text);
    expect(list).toMatchObject({ ok: false, problem: expect.stringContaining(problem) });
  });

  it('never throws, and never quotes what it was given', async () => {
    const canary = 'c4n4ry';
    const piece = fc.constantFrom(
      '- ',
      'a: ',
      'b: ',
      canary,
      '\n',
      '  ',
      '[',
      ']',
      '{',
      '}',
      '"',
      "'",
      '&',
      '*',
      '!',
      '|',
      '>',
      '---\n',
      '%',
      '#',
      '? ',
      '\t',
      '\0',
      '…',
    );
    const text = fc.oneof(
      fc.string(),
      fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join('')),
    );
    await fc.assert(
      fc.asyncProperty(text, async (given) => {
        const list = await readYamlList(given);
        if (list.ok) return;
        expect(list.problem).not.toContain(canary);
        expect(list.problem).toMatch(/^(?:is|has) [\x20-\x7e]+$/);
      }),
      { numRuns: 1000 },
    );
  });

  it('reads back whatever texts are written as YAML', async () => {
    const fields = fc.dictionary(fc.stringMatching(/^[a-z][a-z-]{0,10}$/), fc.string({ unit: 'grapheme' }), {
      minKeys: 1,
      noNullPrototype: true,
    });
    const { stringify } = await import('yaml');
    await fc.assert(
      fc.asyncProperty(fc.array(fields, { maxLength: 4 }), async (entries) => {
        const list = await readYamlList(
          stringify(entries, { aliasDuplicateObjects: false, defaultStringType: 'QUOTE_DOUBLE' }),
        );
        expect(list.ok && list.value.map((entry) => Object.fromEntries(entry.fields))).toEqual(entries);
      }),
      { numRuns: 300 },
    );
  });
});
