import { expect, it } from '@jest/globals';
import { inUnits } from '../../../src/text/quantities.ts';

const MIB = 1 << 20;

it.each([
  [0, '0 B'],
  [1023, '1023 B'],
  [1024, '1.0 KiB'],
  [10 * 1024, '10 KiB'],
  [1.5 * MIB, '1.5 MiB'],
  [4096 * MIB, '4.0 GiB'],
  [2 ** 50, '1024 TiB'],
])('%d bytes are %s', (bytes, text) => expect(inUnits(bytes)).toBe(text));
