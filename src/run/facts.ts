/** What GitHub says about a run. Anything of it may be missing or forged by whoever caused the event. */
export type Facts = {
  readonly eventName: string;
  readonly ref: string;
  readonly sha: string;
  readonly repositoryId: string;
  readonly payload: unknown;
};

/** field reads one field of the payload by its path; undefined if any part of the path is missing. */
export function field(payload: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((value, key) => {
    const isObject = typeof value === 'object' && value !== null && Object.hasOwn(value, key);
    return isObject ? (value as Record<string, unknown>)[key] : undefined;
  }, payload);
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

/** id reads the numeric id of a repository, which unlike its name cannot be taken over. */
export function id(payload: unknown, path: string): string | undefined {
  const value = field(payload, path);
  return typeof value === 'number' && Number.isSafeInteger(value) ? String(value) : undefined;
}
