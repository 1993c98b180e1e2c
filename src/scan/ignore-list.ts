import type { Digest } from '../image/digest.ts';
import { readYamlList, type YamlEntry } from '../text/yaml-list.ts';

/** A finding that does not count for some time: the exact id of its rule, the reason, and the last day, in UTC. */
export type Exception = { readonly id: string; readonly reason: string; readonly until: string };

/** The content of an ignore file, or what is wrong with it, as the end of a sentence. */
export type IgnoreList =
  | {
      readonly exceptions: readonly Exception[];
      /** SHA-256 of the text of the file; undefined if there is none. */
      readonly digest?: Digest;
    }
  | { readonly problem: string };

const KEYS: readonly string[] = ['id', 'reason', 'until'];
const DAY = /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/;

/** Nothing is ignored. */
export const NO_EXCEPTIONS: IgnoreList = { exceptions: [] };

/**
 * parseIgnoreList reads the file of `scan-ignore`: a YAML list of entries with only `id`, `reason` and `until`. Any
 * other key is a problem: with a misspelt key, a finding could be ignored for ever.
 */
export async function parseIgnoreList(yaml: string): Promise<IgnoreList> {
  if (yaml.split('\n').every((line) => /^\s*(?:#|$)/.test(line))) return NO_EXCEPTIONS;
  const list = await readYamlList(yaml);
  if (!list.ok) return { problem: list.problem };
  const read = list.value.map((entry) => [entry, readEntry(entry)] as const);
  for (const [{ line }, problem] of read) {
    if (typeof problem === 'string') return { problem: `has an entry in line ${line} ${problem}` };
  }
  const exceptions = read.map(([, entry]) => entry).filter((entry) => typeof entry !== 'string');
  const ids = exceptions.map(({ id }) => id);
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  return twice === undefined ? { exceptions } : { problem: `has the id "${twice}" twice` };
}

/** The entry, or what is wrong with it. */
function readEntry({ fields }: YamlEntry): Exception | string {
  const unknown = [...fields.keys()].find((key) => !KEYS.includes(key));
  if (unknown !== undefined) return `with "${unknown}", which is not one of ${KEYS.join(', ')}`;
  const [id = '', reason = '', until = ''] = KEYS.map((key) => fields.get(key)?.trim());
  const missing = KEYS.find((_, index) => [id, reason, until][index] === '');
  if (missing !== undefined) return `without "${missing}"`;
  return isDay(until) ? { id, reason, until } : `with an "until" that is no day such as 2027-03-31: "${until}"`;
}

/** A real day of the calendar: there is no 30th of February, so it must be a mistake. */
function isDay(text: string): boolean {
  const time = DAY.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
