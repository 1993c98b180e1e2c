import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { SnappyProblem, unsnapped } from '../../../src/compression/snappy.ts';
import { snappy } from '../../doubles/sigstore/snappy.ts';

const LIMIT = 1 << 20;

describe('unsnapped', () => {
  it.each([
    // By hand, from the format's description.
    ['nothing', [0], ''],
    ['a literal', [3, 0x08, 0x61, 0x62, 0x63], 'abc'],
    ['a copy that reaches into itself', [9, 0x00, 0x61, 0x11, 0x01], 'aaaaaaaaa'],
    ['a copy with an offset of two bytes', [6, 0x04, 0x61, 0x62, 0x0e, 0x02, 0x00], 'ababab'],
    ['a copy with an offset of four bytes', [6, 0x04, 0x61, 0x62, 0x0f, 0x02, 0x00, 0x00, 0x00], 'ababab'],
    ['a literal whose length has a byte of its own', [2, 0xf0, 0x01, 0x61, 0x62], 'ab'],
  ])('reads %s', (_what, block, text) => {
    expect(Buffer.from(unsnapped(Buffer.from(block), LIMIT)).toString()).toBe(text);
  });

  it('gives back what was compressed', () => {
    const texts = fc.oneof(
      fc.uint8Array({ maxLength: 4_000 }),
      fc.string({ unit: fc.constantFrom('a', 'b', '"'), maxLength: 4_000 }).map((text) => Buffer.from(text)),
    );
    fc.assert(
      fc.property(texts, (bytes) =>
        expect(Buffer.from(unsnapped(snappy(Buffer.from(bytes)), LIMIT))).toEqual(Buffer.from(bytes)),
      ),
    );
  });

  it.each([
    ['nothing at all', []],
    ['a length without an end', [0xff, 0xff, 0xff, 0xff, 0xff, 0xff]],
    ['less than it says', [4, 0x08, 0x61, 0x62, 0x63]],
    ['more than it says', [2, 0x08, 0x61, 0x62, 0x63]],
    ['a copy from before the beginning', [5, 0x00, 0x61, 0x01, 0x02]],
    ['a copy from nowhere', [5, 0x00, 0x61, 0x01, 0x00]],
    ['a copy that is cut off', [9, 0x00, 0x61, 0x11]],
    ['a literal that is cut off', [3, 0x08, 0x61]],
    ['more than is allowed', [0x81, 0x80, 0x80, 0x01]],
  ])('refuses %s', (_what, block) => {
    expect(() => unsnapped(Buffer.from(block), LIMIT)).toThrow(SnappyProblem);
  });

  it('ends with any bytes, in bounds', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        try {
          expect(unsnapped(bytes, 10_000).length).toBeLessThanOrEqual(10_000);
        } catch (error) {
          expect(error).toBeInstanceOf(SnappyProblem);
        }
      }),
      { numRuns: 5_000 },
    );
  });
});
