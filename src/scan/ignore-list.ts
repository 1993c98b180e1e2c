import { isMap, isScalar, isSeq, parseDocument } from 'yaml';

/** A finding that does not count for the time being: the exact id of its rule, why, and the last day, in UTC. */
export type Exception = { readonly id: string; readonly reason: string; readonly until: string };

/** What an ignore file says, or what is wrong with it, as the end of a sentence. */
export type IgnoreList = { readonly exceptions: readonly Exception[] } | { readonly problem: string };

const KEYS = ['id', 'reason', 'until'] as const;
const DAY = /^(?<year>[0-9]{4})-(?<month>[0-9]{2})-(?<day>[0-9]{2})$/;

/** Nothing is ignored. */
export const NO_EXCEPTIONS: IgnoreList = { exceptions: [] };

/**
 * parseIgnoreList reads the file of `scan-ignore`: a YAML list of entries with `id`, `reason` and `until`, and nothing
 * else in them. Anything it does not know is a problem: a misspelt key must not ignore for ever.
 */
export function parseIgnoreList(yaml: string): IgnoreList {
  const document = parseDocument(yaml, { schema: 'failsafe', version: '1.2', prettyErrors: false });
  const [trouble] = [...document.errors, ...document.warnings];
  if (trouble !== undefined) return { problem: `is not YAML that can be read: ${trouble.message}` };
  const { contents } = document;
  if (contents === null || (isScalar(contents) && contents.value === '')) return NO_EXCEPTIONS;
  if (!isSeq(contents)) return { problem: 'is not a list of entries, each with id, reason and until' };
  const entries = contents.items.map(readEntry);
  for (const [index, entry] of entries.entries()) {
    if (typeof entry === 'string') return { problem: `has an entry, number ${index + 1}, that ${entry}` };
  }
  const exceptions = entries.filter((entry) => typeof entry !== 'string');
  const ids = exceptions.map(({ id }) => id);
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  return twice === undefined ? { exceptions } : { problem: `has the id "${twice}" twice` };
}

function readEntry(node: unknown): Exception | string {
  if (!isMap(node)) return 'is not made of id, reason and until';
  const values = new Map<string, string>();
  for (const { key, value } of node.items) {
    const name = isScalar(key) ? String(key.value) : '';
    if (!KEYS.some((each) => each === name)) return `has a key that is none of ${KEYS.join(', ')}`;
    if (!isScalar(value) || typeof value.value !== 'string' || value.value.trim() === '')
      return `has no text for "${name}"`;
    values.set(name, value.value.trim());
  }
  const missing = KEYS.find((key) => !values.has(key));
  if (missing !== undefined) return `has no "${missing}"`;
  const [id = '', reason = '', until = ''] = KEYS.map((key) => values.get(key));
  if (!isDay(until)) return `has "${until}" for "until", which is no day such as 2027-03-31`;
  return { id, reason, until };
}

/** A day that the calendar has: February has no 30th, and what is written so was not meant. */
function isDay(text: string): boolean {
  if (!DAY.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
