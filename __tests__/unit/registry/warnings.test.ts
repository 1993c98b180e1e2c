import { describe, expect, it } from '@jest/globals';
import { warningsOf } from '../../../src/registry/warnings.ts';

const of = (warning?: string) => warningsOf({ status: 200, headers: warning === undefined ? {} : { warning } });

describe('warningsOf', () => {
  it.each<readonly [string | undefined, readonly string[]]>([
    ['299 - "Your account is over its quota."', ['Your account is over its quota.']],
    ['299 - "one", 299 - "two, and more"', ['one', 'two, and more']],
    ['299 - "a \\"quoted\\" word"', ['a "quoted" word']],
    ['299 - "one\r\ntwo"', ['one two']],
    ['199 - "not ours"', []],
    ['299 example.com "not ours"', []],
    ['299 - ""', []],
    ['299 - "without an end', []],
    ['', []],
    [undefined, []],
  ])('of %j are %j', (header, expected) => {
    expect(of(header)).toEqual(expected);
  });

  it('are cut where they are too long', () => {
    for (const text of of(`299 - "${'x'.repeat(100_000)}"`)) expect(text.length).toBeLessThanOrEqual(4096);
  });
});
