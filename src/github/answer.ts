import { ApiProblem } from './github.ts';

/** field reads one field of an answer of the API; undefined if it does not exist. */
export function field(value: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>((object, name) => {
    const isObject = typeof object === 'object' && object !== null && Object.hasOwn(object, name);
    return isObject ? (object as Record<string, unknown>)[name] : undefined;
  }, value);
}

/** text reads a field that must be a non-empty string. Throws ApiProblem. */
export function text(value: unknown, ...path: readonly string[]): string {
  const found = field(value, ...path);
  if (typeof found !== 'string' || found === '') throw lacks(path);
  return found;
}

/** id reads a field that must be a whole number. Throws ApiProblem. */
export function id(value: unknown, ...path: readonly string[]): number {
  const found = field(value, ...path);
  if (typeof found !== 'number' || !Number.isSafeInteger(found)) throw lacks(path);
  return found;
}

/** time reads a field that must be a moment, in milliseconds since 1970. Throws ApiProblem. */
export function time(value: unknown, ...path: readonly string[]): number {
  const found = Date.parse(text(value, ...path));
  if (Number.isNaN(found)) throw lacks(path);
  return found;
}

function lacks(path: readonly string[]): ApiProblem {
  return new ApiProblem(`the API's answer has no "${path.join('.')}"`);
}
