import type { Parser } from './reader.ts';

/** How many minutes a job may take on GitHub's own runners. */
const LONGEST_TIMEOUT = 360;

export const username: Parser<string> = (text) =>
  /\p{Cc}/u.test(text) ? { problem: 'has a control character' } : { value: text };

export const path: Parser<string> = (text) => (text.includes('\0') ? { problem: 'is not a path' } : { value: text });

/** host parses a host name, with or without a port. The port of HTTPS may be left out, as in any URL. */
export const host: Parser<string> = (text) => {
  const url = URL.parse(`https://${text}`);
  const isHost = url !== null && url.host !== '' && [url.host, `${url.host}:443`].includes(text.toLowerCase());
  return isHost ? { value: url.host } : { problem: 'is not a host name, with or without a port' };
};

export function minutesFrom(least: number): Parser<number> {
  return (text) => {
    const isNumber = /^[0-9]{1,3}$/.test(text) && Number(text) >= least && Number(text) <= LONGEST_TIMEOUT;
    const problem = `is not a whole number of minutes from ${least} to ${LONGEST_TIMEOUT}`;
    return isNumber ? { value: Number(text) } : { problem };
  };
}

/**
 * waitWithin parses minutes. If the wait were longer than the whole step, the step would end with TIMEOUT, and not say
 * what is missing.
 */
export function waitWithin(timeout: string): Parser<number> {
  return (text) => {
    const parsed = minutesFrom(0)(text);
    if ('problem' in parsed || 'problem' in minutesFrom(1)(timeout) || parsed.value < Number(timeout)) return parsed;
    return { problem: `is not below "timeout", which is ${timeout}` };
  };
}

/** anyName: jobs and checks can have any name; commas and newlines end it. */
export const anyName: Parser<string> = (text) => ({ value: text });

export const checkRunId: Parser<number> = (text) =>
  /^[1-9][0-9]{0,15}$/.test(text) && Number.isSafeInteger(Number(text))
    ? { value: Number(text) }
    : { problem: 'is not the id of a check run' };

/** needs parses the `needs` context: an object with a result for each job. */
export const needs: Parser<Readonly<Record<string, string>>> = (text) => {
  const problem = 'is not the JSON of the "needs" context';
  try {
    const jobs: unknown = JSON.parse(text);
    if (typeof jobs !== 'object' || jobs === null || Array.isArray(jobs)) return { problem };
    const results = Object.entries(jobs).map(([job, of]) => [
      job,
      (of as { readonly result?: unknown } | null)?.result,
    ]);
    if (!results.every(([, result]) => typeof result === 'string')) return { problem };
    return { value: Object.fromEntries(results) };
  } catch {
    return { problem };
  }
};

/** boolean reads the same values as the runner (YAML 1.2, core schema); `yes` is an error, not false. */
export const boolean: Parser<boolean> = (text) => {
  if (['true', 'True', 'TRUE'].includes(text)) return { value: true };
  if (['false', 'False', 'FALSE'].includes(text)) return { value: false };
  return { problem: 'is neither true nor false' };
};

export function oneOf<const T extends string>(words: readonly T[]): Parser<T> {
  return (text) => {
    const word = words.find((each) => each === text);
    return word === undefined ? { problem: `is not one of ${words.join(', ')}` } : { value: word };
  };
}

/** day parses a date such as 2026-09-01, as the milliseconds since 1970 of its beginning in UTC. */
export const day: Parser<number> = (text) => {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  // JavaScript reads the 31st of a short month as the first day of the next.
  const isDay = !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
  return isDay ? { value: time } : { problem: 'is not a day such as 2026-09-01' };
};

/** days parses a number of days, up to ten years. */
export const days: Parser<number> = (text) =>
  /^[1-9][0-9]{0,3}$/.test(text) && Number(text) <= 3650
    ? { value: Number(text) }
    : { problem: 'is not a whole number of days from 1 to 3650' };
