import { describe, expect, it } from '@jest/globals';
import type { Kept } from '../../../src/scan/json-reader.ts';
import { RuleBook } from '../../../src/scan/rules.ts';

const book = new RuleBook({
  driver: { rules: [{ id: 'A' }, { id: 'B' }, { id: 'CA1/x' }] },
  extensions: [
    { name: 'one', guid: 'g1', rules: [{ id: 'C' }, { id: 'A' }] },
    { name: 'two', rules: [{ id: 'D' }] },
  ],
});

/** The rules as their ids, in any order. */
const find = (result: Kept) => {
  const { rules, ids } = book.find(result);
  return { rules: rules.map((rule) => (rule as { id: string }).id).sort(), ids: [...ids].sort() };
};

describe('a result finds its rule', () => {
  it.each([
    ['by id', { ruleId: 'B' }, ['B']],
    ['by id, in an extension', { ruleId: 'D' }, ['D']],
    ['by the id of its pointer', { rule: { id: 'D' } }, ['D']],
    ['by index', { ruleIndex: 1 }, ['B']],
    ['by the index of its pointer', { rule: { index: 1 } }, ['B']],
    ['by an index into an extension', { rule: { index: 0, toolComponent: { index: 1 } } }, ['D']],
    ['by an index into an extension of a name', { rule: { index: 0, toolComponent: { name: 'two' } } }, ['D']],
    ['by an index into an extension of a guid', { rule: { index: 0, toolComponent: { guid: 'g1' } } }, ['C']],
    ['by an index of the result, into the extension', { ruleIndex: 0, rule: { toolComponent: { index: 1 } } }, ['D']],
    ['by id where the index is none', { ruleId: 'B', ruleIndex: -1 }, ['B']],
    ['by id where the index is out of range', { ruleId: 'B', ruleIndex: 99 }, ['B']],
    ['and both where id and index differ', { ruleId: 'B', ruleIndex: 0 }, ['A', 'B']],
    ['and all that have one id', { ruleId: 'A' }, ['A', 'A']],
    ['by a narrower id', { ruleId: 'B/sub/case' }, ['B']],
    ['by an id with a slash of its own', { ruleId: 'CA1/x' }, ['CA1/x']],
  ] as readonly (readonly [string, Kept, readonly string[]])[])('%s', (_name, result, rules) => {
    expect(find(result).rules).toEqual(rules);
  });

  it.each([
    ['it names none', {}],
    ['no rule has its id', { ruleId: 'E' }],
    ['no rule has its id, whatever its index', { ruleId: 'E', ruleIndex: 0 }],
    ['one of its two ids is of no rule', { ruleId: 'A', rule: { id: 'E' } }],
    ['its index is out of range', { ruleIndex: 99 }],
    ['its index is no number', { ruleIndex: '0' }],
    ['its extension is not there', { rule: { index: 0, toolComponent: { index: 9 } } }],
    ['its extension has no name that is there', { rule: { index: 0, toolComponent: {} } }],
    ['its id is a key of every object', { ruleId: 'constructor' }],
  ] as readonly (readonly [string, Kept])[])('unless %s', (_name, result) => {
    expect(find(result).rules).toEqual([]);
  });
});

describe('the ids of a result', () => {
  it.each([
    [{ ruleId: 'B' }, ['B']],
    [{ ruleIndex: 1 }, ['B']],
    [{ ruleId: 'B/sub' }, ['B/sub']],
    [{ ruleId: 'B', ruleIndex: 0 }, ['A', 'B']],
    [{ ruleId: 'E' }, ['E']],
    [{}, []],
  ] as readonly (readonly [Kept, readonly string[]])[])('of %p are %p', (result, ids) => {
    expect(find(result).ids).toEqual(ids);
  });
});
