import type { Kept } from './json-reader.ts';

/** field follows a path of keys; undefined if a key is missing. */
export function field(value: Kept, ...path: readonly string[]): Kept {
  return path.reduce<Kept>((found, key) => (isObject(found) ? found[key] : undefined), value);
}

/** entries are the values of a list; none if it is no list. */
export function entries(value: Kept): readonly Kept[] {
  return isList(value) ? value : [];
}

/** text is a string that is not empty; undefined otherwise. */
export function text(value: Kept): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

export function isList(value: Kept): value is readonly Kept[] {
  return Array.isArray(value);
}

export function isObject(value: Kept): value is { readonly [key: string]: Kept } {
  return typeof value === 'object' && value !== null && !isList(value);
}
