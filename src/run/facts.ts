import type { Server } from './server.ts';

/**
 * What a server says about a run, in GitHub's words. Any of it may be missing, or forged by the person who caused the
 * event.
 */
export type Facts = {
  readonly server: Server;
  /** Fields that are missing or contradict each other; unknown never counts as true. */
  readonly doubts: readonly string[];
  readonly eventName: string;
  /** Full ref: `refs/heads/main`, `refs/tags/v1`, `refs/pull/1/merge`. */
  readonly ref: string;
  readonly sha: string;
  /** Numeric id of this repository, as text. */
  readonly repositoryId: string;
  /** The event file, parsed; undefined if it is missing or is not JSON. */
  readonly payload: unknown;
};

/** field reads one field of the payload by its path; undefined if any part of the path is missing. */
export function field(payload: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((value, key) => {
    const isObject = typeof value === 'object' && value !== null && Object.hasOwn(value, key);
    return isObject ? (value as Record<string, unknown>)[key] : undefined;
  }, payload);
}

/** isSaid tells whether a payload has a field, or has null on the way to it: a deleted fork is null. */
export function isSaid(payload: unknown, path: string): boolean {
  const found = path.split('.').reduce<unknown>((value, key) => (value === null ? null : field(value, key)), payload);
  return found !== undefined;
}

/** text reads a field that must be a non-empty string. */
export function text(payload: unknown, path: string): string | undefined {
  const value = field(payload, path);
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** time reads a date and time, in milliseconds since 1970. */
export function time(payload: unknown, path: string): number | undefined {
  const value = Date.parse(text(payload, path) ?? '');
  return Number.isNaN(value) ? undefined : value;
}

/** id reads the numeric id of a repository; unlike its name, nobody can take it over. */
export function id(payload: unknown, path: string): string | undefined {
  const value = field(payload, path);
  return typeof value === 'number' && Number.isSafeInteger(value) ? String(value) : undefined;
}
