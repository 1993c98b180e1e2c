import { shortened } from '../text/printable.ts';

/**
 * If a summary is longer than this, in bytes, the runner drops it and annotates the step with an error (actions/runner,
 * CreateStepSummaryCommand).
 */
const LONGEST_SUMMARY = 1024 * 1024;
/**
 * Longest output `results`, in bytes. On Linux, a variable in a step's environment has at most 128 KiB, including its
 * name. All outputs of a job together have at most 1 MiB, and GitHub counts two bytes for a character.
 */
const LONGEST_RESULTS = 120 * 1024;

/**
 * boundedSummary joins the parts of a summary, the most important first. It leaves out parts that do not fit, and says
 * so.
 */
export function boundedSummary(parts: readonly string[]): string {
  const whole = joined(parts);
  if (lengthOf(whole) <= LONGEST_SUMMARY) return whole;
  const note = '**Left out:** what is too long for a summary on GitHub, which has at most 1 MiB.';
  let room = LONGEST_SUMMARY - lengthOf(joined([note]));
  const kept = parts.filter((part) => {
    const length = lengthOf(joined([part]));
    const fits = length <= room;
    if (fits) room -= length;
    return fits;
  });
  return joined([...kept, note]);
}

function joined(parts: readonly string[]): string {
  return parts.map((part) => `${part}\n\n`).join('');
}

/** Most elements of a list, tried in this order. A text has ten times as many characters. */
const STEPS = [200, 100, 50, 20, 10, 5, 2, 1];
const CHARACTERS_PER_ELEMENT = 10;
/** No digest and no reference is cut. */
const LEAST_CHARACTERS = 300;

/**
 * boundedJson writes an object as JSON. If it is too long for an output, long lists end early and long texts are cut,
 * and the field `shortened` is true.
 */
export function boundedJson(value: object): string {
  const whole = JSON.stringify(value);
  if (lengthOf(whole) <= LONGEST_RESULTS) return whole;
  for (const most of STEPS) {
    const text = JSON.stringify({ ...(cut(value, most) as object), shortened: true });
    if (lengthOf(text) <= LONGEST_RESULTS) return text;
  }
  return JSON.stringify({ shortened: true });
}

function cut(value: unknown, most: number): unknown {
  if (typeof value === 'string') return shortened(value, Math.max(LEAST_CHARACTERS, most * CHARACTERS_PER_ELEMENT));
  if (Array.isArray(value)) return value.slice(0, most).map((each) => cut(each, most));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, cut(each, most)]));
}

function lengthOf(text: string): number {
  return Buffer.byteLength(text);
}
