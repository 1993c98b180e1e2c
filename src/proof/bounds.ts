import { canonicalJson } from '../text/canonical-json.ts';
import type { GateField } from './statement.ts';

/** Longest text, in bytes of UTF-8. */
export const LONGEST_TEXT = 1024;
/** Largest predicate, in bytes. */
export const LARGEST_PREDICATE = 256 * 1024;
/** Longest lists, by their place in our field. */
export const LONGEST_LISTS: Readonly<Record<string, number>> = {
  rules: 200,
  checks: 200,
  needs: 200,
  scans: 32,
  'image.platforms': 64,
  destinations: 64,
  plannedTags: 400,
  'policy.branches': 200,
  'policy.gitTags': 200,
  'policy.events': 200,
  'policy.allowSkipped': 200,
  'policy.requiredChecks': 200,
  'policy.scan.tools': 32,
  'policy.expectedPlatforms': 64,
};

type Cut = { readonly value: unknown; readonly truncated: Readonly<Record<string, number>> };

/**
 * bounded cuts our field to its limits: first each text, then each list. Then it halves the list with the most bytes
 * until the whole predicate, with `besides` bytes of other content, is small enough. `truncated` has the original
 * lengths, so that readers know what is incomplete. The same field is always cut in the same way.
 */
export function bounded(field: Omit<GateField, 'truncated'>, besides: number): GateField {
  const cut = { texts: 0 };
  const short = shortTexts(field, cut) as object;
  const texts = cut.texts === 0 ? {} : { text: cut.texts };
  const limits: Record<string, number> = { ...LONGEST_LISTS };
  for (;;) {
    const { value, truncated } = shortLists(short, limits);
    const told = { ...texts, ...truncated };
    const whole = { ...(value as GateField), ...(Object.keys(told).length === 0 ? {} : { truncated: told }) };
    if (besides + sizeOf(whole) <= LARGEST_PREDICATE) return whole;
    const [longest, length] = longestList(whole);
    // Without any list, only some thirty short texts remain.
    if (longest === '' || length === 0) return whole;
    limits[longest] = Math.floor(length / 2);
  }
}

function shortTexts(value: unknown, cut: { texts: number }): unknown {
  if (typeof value === 'string') {
    if (Buffer.byteLength(value) <= LONGEST_TEXT) return value;
    cut.texts += 1;
    return beginningOf(value);
  }
  if (Array.isArray(value)) return value.map((each) => shortTexts(each, cut));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, shortTexts(each, cut)]));
}

/** Whole characters only, and a sign that the text was longer. */
function beginningOf(text: string): string {
  let length = 3;
  let end = 0;
  for (const character of text) {
    length += Buffer.byteLength(character);
    if (length > LONGEST_TEXT) break;
    end += character.length;
  }
  return `${text.slice(0, end)}…`;
}

function shortLists(value: unknown, limits: Readonly<Record<string, number>>, place = ''): Cut {
  if (Array.isArray(value)) {
    const most = limits[place] ?? Number.POSITIVE_INFINITY;
    return { value: value.slice(0, most), truncated: value.length > most ? { [place]: value.length } : {} };
  }
  if (typeof value !== 'object' || value === null) return { value, truncated: {} };
  const members = Object.entries(value).map(
    ([name, each]) => [name, shortLists(each, limits, place === '' ? name : `${place}.${name}`)] as const,
  );
  return {
    value: Object.fromEntries(members.map(([name, { value: short }]) => [name, short])),
    truncated: Object.assign({}, ...members.map(([, { truncated }]) => truncated)),
  };
}

function longestList(field: GateField): readonly [place: string, length: number] {
  const sizes = Object.keys(LONGEST_LISTS).map((place) => {
    const list = place.split('.').reduce<unknown>((value, name) => (value as Record<string, unknown>)[name], field);
    return Array.isArray(list) ? { place, length: list.length, size: list.length === 0 ? 0 : sizeOf(list) } : NO_LIST;
  });
  const { place, length } = sizes.reduce((most, each) => (each.size > most.size ? each : most), NO_LIST);
  return [place, length];
}

const NO_LIST = { place: '', length: 0, size: 0 };

function sizeOf(value: unknown): number {
  return Buffer.byteLength(canonicalJson(value));
}
