/** What is wrong with a document, and where, as the end of a sentence. */
export class ShapeProblem extends Error {
  override readonly name = 'ShapeProblem';
}

/** Shape reads a value of this shape; `place` is its place in the document. Throws ShapeProblem. */
export type Shape<T> = (value: unknown, place: string) => T;

type Shapes = Readonly<Record<string, Shape<unknown>>>;
type Read<S extends Shapes> = { readonly [name in keyof S]: S[name] extends Shape<infer T> ? T : never };

export const text: Shape<string> = (value, place) => {
  if (typeof value !== 'string') throw wrong(place, 'is no text');
  return value;
};

export const whole: Shape<number> = (value, place) => {
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0) throw wrong(place, 'is no whole number');
  return value;
};

export const bool: Shape<boolean> = (value, place) => {
  if (typeof value !== 'boolean') throw wrong(place, 'is neither true nor false');
  return value;
};

/** matching is a text of this form. */
export function matching(form: RegExp, name: string): Shape<string> {
  return (value, place) => {
    if (!form.test(text(value, place))) throw wrong(place, `is no ${name}`);
    return value as string;
  };
}

/** oneOf is one of these texts. */
export function oneOf<const T extends string>(...texts: readonly T[]): Shape<T> {
  return (value, place) => {
    const found = texts.find((each) => each === value);
    if (found === undefined) throw wrong(place, `is not ${texts.map((each) => `"${each}"`).join(' or ')}`);
    return found;
  };
}

/** either is the word, or a value of the shape. */
export function either<const W extends string, T>(word: W, shape: Shape<T>): Shape<W | T> {
  return (value, place) => (value === word ? word : shape(value, place));
}

export function listOf<T>(shape: Shape<T>): Shape<readonly T[]> {
  return (value, place) => {
    if (!Array.isArray(value)) throw wrong(place, 'is no list');
    return value.map((each, at) => shape(each, `${place}[${at}]`));
  };
}

/** recordOf has any names, each with a value of one shape. */
export function recordOf<T>(shape: Shape<T>): Shape<Readonly<Record<string, T>>> {
  return (value, place) => {
    const members = Object.entries(asObject(value, place));
    return Object.fromEntries(members.map(([name, each]) => [name, shape(each, `${place}.${name}`)]));
  };
}

/** objectOf has all required members, and may have the optional ones. Other members are left out. */
export function objectOf<S extends Shapes, O extends Shapes = Record<never, never>>(
  required: S,
  optional?: O,
): Shape<Read<S> & Partial<Read<O>>> {
  return (value, place) => {
    const object = asObject(value, place);
    const read = ([name, shape]: readonly [string, Shape<unknown>]) =>
      [name, shape(Object.hasOwn(object, name) ? object[name] : undefined, `${place}.${name}`)] as const;
    const others = Object.entries(optional ?? {}).filter(([name]) => Object.hasOwn(object, name));
    const members = [...Object.entries(required), ...others].map(read);
    return Object.fromEntries(members) as Read<S> & Partial<Read<O>>;
  };
}

function asObject(value: unknown, place: string): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw wrong(place, 'is no object');
  return value as Readonly<Record<string, unknown>>;
}

function wrong(place: string, problem: string): ShapeProblem {
  return new ShapeProblem(`${place} ${problem}`);
}
