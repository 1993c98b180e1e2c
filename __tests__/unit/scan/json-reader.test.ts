import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Kept, OTHER, readJson, type Shape } from '../../../src/scan/json-reader.ts';
import { JsonProblem } from '../../../src/scan/json-tokens.ts';
import { inChunks } from '../../doubles/sarif/reports.ts';

/** Whatever is there, as deep as `levels`. */
const ANY: Shape = { bytes: 4096 };

function read(content: string | Uint8Array, shape: Shape = ANY, size?: number): Promise<Kept> {
  return readJson(inChunks(content, size), shape);
}

function problem(content: string | Uint8Array): Promise<unknown> {
  return read(content).then(
    (value) => value,
    (error) => (error instanceof JsonProblem ? error.message : error),
  );
}

describe('what is kept', () => {
  const shape: Shape = {
    keys: {
      id: { bytes: 4 },
      text: { bytes: 4, cut: true },
      first: { each: ANY, keep: 1 },
      few: { each: ANY, most: 2 },
    },
  };
  const cases: readonly (readonly [string, unknown])[] = [
    ['{"id": "abcd", "more": {"id": 1}}', { id: 'abcd' }],
    ['{"id": "abcde"}', { id: OTHER }],
    ['{"text": "abcdef"}', { text: 'abcd' }],
    ['{"text": "abcäöü"}', { text: 'abcä' }],
    [String.raw`{"text": "abc\n\u00e4x"}`, { text: 'abc\n' }],
    [String.raw`{"text": "\ud83d\ude00"}`, { text: '\ud83d' }],
    ['{"first": [1, 2, 3]}', { first: [1] }],
    ['{"few": [1, [2]]}', { few: [1, OTHER] }],
    ['{"few": {"a": 1}, "id": [], "first": "x"}', { few: OTHER, id: OTHER, first: OTHER }],
    ['{"id": null, "text": -1.5e3, "first": true}', { id: null, text: -1500, first: true }],
    ['{"__proto__": {"id": 1}, "constructor": 1}', {}],
    [String.raw`{"\u0069d": 1}`, { id: 1 }],
    ['{}', {}],
    [' \r\n\t[] ', OTHER],
  ];
  it.each(cases)('of %s', async (content, kept) => {
    const value = await read(content, shape);
    expect(value).toEqual(Object.assign(Object.create(null), kept));
  });

  it('has no prototype through which a key could come', async () => {
    const value = await read('{"__proto__": {"id": 1}}', shape);
    expect(Reflect.ownKeys(Object.getPrototypeOf(value))).toEqual([]);
    expect(Object.getPrototypeOf(Object.getPrototypeOf(value))).toBeNull();
    expect((value as { id?: unknown }).id).toBeUndefined();
  });

  it('is not a list of more values than may be', async () => {
    await expect(read('{"few": [1, 2, 3]}', shape)).rejects.toThrow('more than 2 entries');
    const several: Shape = { each: { each: ANY, most: 2 } };
    expect(await read('[[1], [2]]', several)).toEqual([[1], [2]]);
    await expect(read('[[1], [2], [3]]', several)).rejects.toThrow('more than 2 entries');
  });
});

describe('a document', () => {
  const bytes = (...values: number[]) => Uint8Array.from(values);
  const utf16 = Uint8Array.from([...'{}'].flatMap((character) => [character.charCodeAt(0), 0]));
  const good: readonly (string | Uint8Array)[] = ['1', '"x"', 'null', '[]', '\ufeff[]', ' [1 , {"a":[]}] ', '-0.5E-2'];
  it.each(good)('%p is read', async (content) => {
    expect(await problem(content)).not.toEqual(expect.stringMatching(/is not|ends in/));
  });

  const bad: readonly (readonly [string, string | Uint8Array, RegExp])[] = [
    ['nothing', '', /ends in the middle/],
    ['blanks', ' \n', /ends in the middle/],
    ['cut off', '{"a": [1, 2', /ends in the middle/],
    ['a string cut off', '"abc', /ends in the middle/],
    ['two of them', '{} {}', /is not JSON/],
    ['NaN', '[NaN]', /is not JSON/],
    ['Infinity', '[-Infinity]', /is not JSON/],
    ['a number with a zero before it', '[01]', /is not JSON/],
    ['hexadecimal', '[0x1]', /is not JSON/],
    ['a plus', '[+1]', /is not JSON/],
    ['a comment', '[] // x', /is not JSON/],
    ['single quotes', "['a']", /is not JSON/],
    ['a comma at the end', '[1,]', /is not JSON/],
    ['a comma at the end of an object', '{"a":1,}', /is not JSON/],
    ['a key without quotes', '{a:1}', /is not JSON/],
    ['no colon', '{"a" 1}', /is not JSON/],
    ['another bracket', '[1}', /is not JSON/],
    ['a line feed in a string', '"a\nb"', /is not JSON/],
    ['an unknown escape', String.raw`"\x41"`, /is not JSON/],
    ['an escape without its digits', String.raw`"\u00g0"`, /is not JSON/],
    ['a word', 'True', /is not JSON/],
    ['a name of every object', 'constructor', /is not JSON/],
    ['a web page', '<!doctype html>', /is not JSON/],
    ['a key twice', '{"a":1,"b":{"a":1},"a":2}', /the key "a" twice/],
    ['a key twice, once by an escape', String.raw`{"a":1,"\u0061":2}`, /the key "a" twice/],
    ['__proto__ twice', '{"__proto__":1,"__proto__":2}', /twice/],
    ['a key that is too long', `{"${'k'.repeat(5000)}":1}`, /a key of more than/],
    ['a number that is too long', `[${'1'.repeat(5000)}]`, /is not JSON/],
    ['deeper than anybody needs', '['.repeat(100_000), /nested deeper/],
    ['objects as deep', '{"a":'.repeat(100_000), /nested deeper/],
    ['UTF-16', utf16, /is not JSON/],
    ['UTF-16 with its mark', bytes(0xff, 0xfe, ...utf16), /not text in UTF-8/],
    ['Latin-1', bytes(0x22, 0xe4, 0x22), /not text in UTF-8/],
    ['a surrogate in UTF-8', bytes(0x22, 0xed, 0xa0, 0x80, 0x22), /not text in UTF-8/],
    ['a character cut off', bytes(0x22, 0xc3), /not text in UTF-8/],
    ['something before its mark', ' \ufeff[]', /is not JSON/],
  ];
  it.each(bad)('that is %s is a problem', async (_name, content, message) => {
    expect(await problem(content)).toEqual(expect.stringMatching(message));
  });

  it('takes a string of 8 MiB in its stride', async () => {
    expect(await read(`["${'x'.repeat(8 << 20)}"]`, { each: { bytes: 3, cut: true } })).toEqual(['xxx']);
  });
});

/** A shape that keeps the whole of a value, as far as its keys are known. */
function shapeOf(value: unknown): Shape {
  if (Array.isArray(value)) {
    const shapes = value.map(shapeOf);
    const [first = ANY] = shapes;
    return { each: first };
  }
  if (typeof value !== 'object' || value === null) return ANY;
  return { keys: Object.fromEntries(Object.entries(value).map(([key, each]) => [key, shapeOf(each)])) };
}

describe('any document', () => {
  const scalars = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.boolean(),
    fc.constant(null),
  );
  const objects = fc.dictionary(fc.string({ unit: 'binary' }), fc.oneof(scalars, fc.array(scalars)), {
    noNullPrototype: true,
  });

  it('is read as JSON.parse reads it, wherever its chunks are cut', async () => {
    await fc.assert(
      fc.asyncProperty(objects, fc.integer({ min: 1, max: 40 }), fc.nat(4), async (value, size, indent) => {
        const content = JSON.stringify(value, null, indent);
        const kept = await read(content, shapeOf(value), size);
        // A prototype is all that may differ; and no number has a negative zero in JSON.
        expect(JSON.parse(JSON.stringify(kept))).toEqual(JSON.parse(content));
      }),
      { numRuns: 1000 },
    );
  });

  it('is a problem when it ends early, and never anything else', async () => {
    await fc.assert(
      fc.asyncProperty(objects, fc.double({ min: 0, max: 1, noNaN: true }), async (value, share) => {
        const bytes = new TextEncoder().encode(JSON.stringify(value));
        const cut = bytes.subarray(0, Math.floor(share * (bytes.length - 1)));
        await expect(read(cut)).rejects.toThrow(JsonProblem);
      }),
      { numRuns: 500 },
    );
  });

  it('of any bytes is read or a problem, and JSON.parse takes what is read', async () => {
    const pieces = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"',
      '\\',
      'a',
      '1',
      '-',
      '.',
      'e',
      'null',
      ' ',
      '\n',
      'ä',
      '\u0000',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(pieces, { maxLength: 12 }), async (parts) => {
        const content = parts.join('');
        const outcome = await problem(content);
        if (typeof outcome !== 'string' || !/is not JSON|ends in the middle|twice|nested/.test(outcome)) {
          expect(() => JSON.parse(content)).not.toThrow();
        }
      }),
      { numRuns: 3000 },
    );
  });
});
