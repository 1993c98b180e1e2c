import { describe, expect, it } from '@jest/globals';
import { field, id, text } from '../../../src/run/facts.ts';

const payload = JSON.parse(
  '{"a":{"b":{"c":1}},"list":[{"x":2}],"text":"t","empty":"","null":null,"__proto__":{"polluted":7},"big":9007199254740993}',
);

describe('field', () => {
  it.each([
    ['a.b.c', 1],
    ['a.b', { c: 1 }],
    ['list.0.x', 2],
    ['null', null],
    ['a.x', undefined],
    ['a.b.c.d', undefined],
    ['null.x', undefined],
    ['text.length', undefined],
    ['toString', undefined],
    ['a.constructor', undefined],
    ['polluted', undefined],
    ['', undefined],
  ])('%s is %j', (path, expected) => {
    expect(field(payload, path)).toEqual(expected);
  });

  it.each([undefined, null, 'text', 7, true])('of %j is nothing', (value) => {
    expect(field(value, 'a')).toBeUndefined();
  });
});

describe('text', () => {
  it.each([
    ['text', 't'],
    ['empty', undefined],
    ['a', undefined],
    ['a.b.c', undefined],
    ['null', undefined],
  ])('%s is %j', (path, expected) => {
    expect(text(payload, path)).toBe(expected);
  });
});

describe('id', () => {
  it.each([
    ['a.b.c', '1'],
    ['text', undefined],
    ['null', undefined],
    ['list', undefined],
    // Two ids that are one as a double must not be taken for each other.
    ['big', undefined],
  ])('%s is %j', (path, expected) => {
    expect(id(payload, path)).toBe(expected);
  });
});
