/** A document with one thing in it taken away or made into something else. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
export type Mutant = { readonly name: string; readonly document: Json };

type Path = readonly (string | number)[];

/**
 * Records whose absence is a whole report too, of a scan that has found less: nothing in what is left can tell that
 * there were more of them. A list of them that is emptied is the same.
 */
const RECORDS = ['runs', 'results', 'suppressions', 'invocations'];

/** What stands for something in its place: of every kind, and words and numbers that mean nothing there. */
export const NONSENSE: readonly Json[] = [null, false, -1, 99, '', '?', 'NaN', '99.0', [], {}];

/** everyPath lists the way to each value in a document, the document itself not among them. */
export function everyPath(document: Json, path: Path = []): readonly Path[] {
  if (typeof document !== 'object' || document === null) return [];
  const entries: readonly (readonly [string | number, Json])[] = Array.isArray(document)
    ? document.map((value, index) => [index, value] as const)
    : Object.entries(document);
  return entries.flatMap(([key, value]) => [[...path, key], ...everyPath(value, [...path, key])]);
}

/** without is the document with what is there taken away; undefined where that is a whole record. */
export function without(document: Json, path: Path): Mutant | undefined {
  const [list, last] = path.slice(-2);
  if (isRecord(path) || (last === 'invocations' && list !== undefined)) return undefined;
  return changed(document, path, { name: 'without', change: (holder, key) => remove(holder, key) });
}

/** replaced is the document with something else there; undefined where that is a list of no records. */
export function replaced(document: Json, path: Path, value: Json): Mutant | undefined {
  const isEmptied = Array.isArray(value) && value.length === 0 && RECORDS.some((name) => path.at(-1) === name);
  if (isEmptied) return undefined;
  const change = (holder: Holder, key: string | number) => {
    (holder as Record<string | number, Json>)[key] = value;
  };
  return changed(document, path, { name: `${JSON.stringify(value)} at`, change });
}

/** everyMutant takes each value of a document away, and puts each of the values in its place. */
export function everyMutant(document: Json, values: readonly Json[]): readonly Mutant[] {
  return everyPath(document)
    .flatMap((path) => [without(document, path), ...values.map((value) => replaced(document, path, value))])
    .filter((mutant) => mutant !== undefined);
}

type Holder = Json[] | { [key: string]: Json };
type Change = { readonly name: string; readonly change: (holder: Holder, key: string | number) => void };

function changed(document: Json, path: Path, { name, change }: Change): Mutant {
  const copy = JSON.parse(JSON.stringify(document)) as Json;
  const holder = path
    .slice(0, -1)
    .reduce<Json>((value, key) => (value as Record<string | number, Json>)[key] ?? null, copy);
  change(holder as Holder, path.at(-1) ?? '');
  return { name: `${name} ${path.join('.')}`, document: copy };
}

function remove(holder: Holder, key: string | number): void {
  if (Array.isArray(holder)) holder.splice(Number(key), 1);
  else delete holder[key];
}

function isRecord(path: Path): boolean {
  const [list, last] = path.slice(-2);
  return typeof last === 'number' && RECORDS.some((name) => name === list);
}
