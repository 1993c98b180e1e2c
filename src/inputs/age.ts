import type { Parser } from './reader.ts';

/** How long a unit is, in milliseconds. */
export const UNITS: Readonly<Record<'h' | 'd' | 'w', number>> = { h: 3_600_000, d: 86_400_000, w: 604_800_000 };

/** duration parses a number with its unit, as milliseconds. The unit is required, because a bare number is unclear. */
export const duration: Parser<number> = (text) => {
  const [, number, unit] = /^(\d{1,5})([hdw])$/.exec(text) ?? [];
  if (number === undefined) return { problem: 'is no number of hours (h), days (d) or weeks (w)' };
  return { value: Number(number) * UNITS[unit as keyof typeof UNITS] };
};
