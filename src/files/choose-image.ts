import { isTag, parseReference, referenceName } from '../image/reference.ts';
import { FileProblem, quoted } from '../tar/file-problem.ts';
import type { Beside } from './sift-choices.ts';

/** One image of several in a file, with the names that the file gives it. */
export type Choice<T> = {
  /** Its digest, or another name that the file has for it. */
  readonly key: string;
  readonly names: readonly string[];
  /** What distinguishes it without a name, in words. */
  readonly about: string | undefined;
  readonly image: T;
};

/** Most choices that an error lists. */
const MOST_LISTED = 10;

/**
 * choose finds the one wanted image: by its digest or name in the file, by a name that means the same (`app:1` is
 * `docker.io/library/app:1`) or that Podman gives it (`localhost/app:1`), or only by its tag. `beside` are objects that
 * cannot be chosen, for the error. Throws a FileProblem that lists the choices if none or several match.
 */
export function choose<T>(listed: readonly Choice<T>[], wanted: string | undefined, beside: readonly Beside[] = []): T {
  const choices = merged(listed);
  const [only, ...others] = wanted === undefined ? choices : thoseMeant(choices, wanted);
  if (only !== undefined && others.length === 0) return only.image;
  const what = only === undefined ? 'no image' : 'several images';
  throw unclear(wanted === undefined ? what : `${what} ${meant(wanted)}`, choices, beside);
}

/** thoseMeant are all choices that a text could mean, by the first reading of it that matches any. */
export function thoseMeant<T>(listed: readonly Choice<T>[], wanted: string): readonly Choice<T>[] {
  const tests = [byName(wanted), byReference(wanted), byReference(`localhost/${wanted}`), byTag(wanted)];
  return tests.map((isMeant) => merged(listed).filter(isMeant)).find(({ length }) => length > 0) ?? [];
}

function meant(wanted: string): string {
  return `that ${quoted(wanted)} could mean`;
}

/** One image under several names is one choice. */
function merged<T>(choices: readonly Choice<T>[]): readonly Choice<T>[] {
  const byKey = new Map<string, Choice<T>>();
  for (const choice of choices) {
    const before = byKey.get(choice.key);
    byKey.set(choice.key, before === undefined ? choice : { ...before, names: [...before.names, ...choice.names] });
  }
  return [...byKey.values()];
}

type Test = (choice: Choice<unknown>) => boolean;

function byName(wanted: string): Test {
  return ({ key, names }) => key === wanted || names.includes(wanted);
}

function byReference(wanted: string): Test {
  const name = fullName(wanted);
  return ({ names }) => name !== undefined && names.some((each) => fullName(each) === name);
}

function byTag(wanted: string): Test {
  return ({ names }) => isTag(wanted) && names.some((name) => tagOf(name) === wanted);
}

function fullName(text: string): string | undefined {
  const parsed = parseReference(text);
  if (!parsed.ok) return undefined;
  const { tag, digest } = parsed.value;
  return referenceName(tag === undefined && digest === undefined ? { ...parsed.value, tag: 'latest' } : parsed.value);
}

function tagOf(name: string): string | undefined {
  const parsed = parseReference(name);
  return parsed.ok ? parsed.value.tag : undefined;
}

function unclear(what: string, choices: readonly Choice<unknown>[], beside: readonly Beside[]): FileProblem {
  const noChoice = besideInWords(beside);
  if (choices.length === 0) {
    return new FileProblem(`it holds ${what}${noChoice && `, but ${noChoice}`}`, { hint: NO_IMAGE });
  }
  const shown = choices.slice(0, MOST_LISTED).map(({ key, names, about }) => {
    const name = names.length > 0 ? names.map(quoted).join(' or ') : key;
    return about === undefined ? name : `${name} (${about})`;
  });
  const more = choices.length > MOST_LISTED ? ` and ${choices.length - MOST_LISTED} more` : '';
  return new FileProblem(`it holds ${what}`, {
    hint: `It has ${shown.join(', ')}${more}. Name one as "path:tag" or "path@digest", or save only that one.${noChoice && ` No choice is ${noChoice}.`}`,
  });
}

const NO_IMAGE = 'Name a file with an image: an OCI layout, or a file from "docker save" or "podman save".';

/** besideInWords names the first objects beside the images; empty if there are none. */
export function besideInWords(beside: readonly Beside[]): string {
  const shown = beside.slice(0, MOST_LISTED).map(({ digest, type }) => `${digest} (${quoted(type)})`);
  const more = beside.length > MOST_LISTED ? ` and ${beside.length - MOST_LISTED} more` : '';
  return `${shown.join(', ')}${more}`;
}
