import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { excerpt, redacted, remember } from '../../../src/secret/masked.ts';

describe('redacted', () => {
  it('takes the longest first, so that no rest of it stays', () => {
    remember('abc12345');
    remember('abc12345-and-more');
    expect(redacted('x abc12345-and-more y abc12345')).toBe('x *** y ***');
  });
});

describe('excerpt', () => {
  it('shows no part of a secret, wherever it is cut', () => {
    remember('$ecret/w0rd');
    fc.assert(
      fc.property(fc.nat(60), fc.nat(60), (before, longest) => {
        expect(excerpt(`${'x'.repeat(before)}$ecret/w0rd${'y'.repeat(50)}`, longest)).not.toMatch(/[$erw0d/]/);
      }),
      { examples: [[0, 5]] },
    );
  });

  it('is one line', () => {
    expect(excerpt(' one\r\ntwo ', 20)).toBe('one two');
  });
});
