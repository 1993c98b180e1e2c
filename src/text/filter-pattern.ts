/** One of GitHub's filter patterns, compiled. */
export type FilterPattern = {
  readonly text: string;
  readonly isNegative: boolean;
  readonly pieces: readonly Piece[];
};

/** A place in a pattern: which characters lead on from here, and how to go on without any. */
type Piece = {
  readonly takes: (character: string) => boolean;
  /** The same piece may take the next character too. */
  readonly repeats?: boolean;
  /** How many pieces further one may go without a character. */
  readonly skips?: readonly number[];
};

const ANYTHING: Piece = { takes: () => true, repeats: true, skips: [1] };
const IN_FOLDER: Piece = { takes: (character) => character !== '/', repeats: true, skips: [1] };
/** Nothing, or anything that ends with a slash: a fork before two pieces that can be skipped. */
const FOLDERS: readonly Piece[] = [{ takes: () => false, skips: [1, 3] }, ANYTHING, literal('/')];

export type ParsedPattern =
  | { readonly ok: true; readonly value: FilterPattern }
  | { readonly ok: false; readonly problem: string };

/**
 * parseFilterPattern reads GitHub's filter pattern language (docs.github.com, "Workflow syntax", "Filter pattern cheat
 * sheet"): `*` any characters but `/`, `**` any characters, `?` and `+` zero or one and one or more of the character
 * before, `[]` one of a set, `\` takes the next character as it is, and a leading `!` excludes.
 */
export function parseFilterPattern(text: string): ParsedPattern {
  const bad = (problem: string): ParsedPattern => ({ ok: false, problem });
  const isNegative = text.startsWith('!');
  const name = isNegative ? text.slice(1) : text;
  if (name === '') return bad('names nothing');
  if (name.startsWith('refs/')) return bad('is a full ref; write only the name, such as "main"');
  // Whole characters, with one or two units of UTF-16.
  const body = [...name];
  const pieces: Piece[] = [];
  // "?" and "+" must follow one character or one set.
  let canRepeat = false;
  for (let at = 0; at < body.length; at++) {
    const character = body[at] ?? '';
    if (character === '*') {
      const isDouble = body[at + 1] === '*';
      const isFolder = isDouble && body[at + 2] === '/' && (at === 0 || body[at - 1] === '/');
      pieces.push(...(isFolder ? FOLDERS : [isDouble ? ANYTHING : IN_FOLDER]));
      at += isFolder ? 2 : isDouble ? 1 : 0;
      canRepeat = false;
    } else if (character === '?' || character === '+') {
      const repeated = pieces.pop();
      if (repeated === undefined || !canRepeat)
        return bad(`has "${character}" without a character before it to repeat`);
      pieces.push({ ...repeated, ...(character === '?' ? { skips: [1] } : { repeats: true }) });
      canRepeat = false;
    } else if (character === '[') {
      const end = body.indexOf(']', at + 1);
      const set = body.slice(at + 1, end).join('');
      if (end < 0) return bad('has "[" without "]"');
      if (!/^(?:[A-Za-z0-9]-[A-Za-z0-9]|[^\\[\]^-])+$/u.test(set) || !isOrdered(set))
        return bad(`has the set "[${set}]", which matches no character`);
      pieces.push(oneOf(set));
      at = end;
      canRepeat = true;
    } else {
      const isEscape = character === '\\';
      if (isEscape && at + 1 === body.length) return bad('ends with "\\"');
      if (isEscape) at += 1;
      pieces.push(literal(body[at] ?? ''));
      canRepeat = true;
    }
  }
  return { ok: true, value: { text, isNegative, pieces } };
}

function literal(expected: string): Piece {
  return { takes: (character) => character === expected };
}

function oneOf(set: string): Piece {
  const listed = new RegExp(`[${set}]`, 'u');
  return { takes: (character) => listed.test(character) };
}

/** What the name of a branch or tag cannot contain (git-check-ref-format). */
const NO_NAME = /[\p{Cc} ~^:?*[\\]|\.\.|@\{|\/\/|^[./]|\/\.|[./]$|\.lock(?:\/|$)/u;

/** isInVain tells whether a pattern contains something that no branch or tag can have, so that it never matches. */
export function isInVain({ text, isNegative }: FilterPattern): boolean {
  const name = text.slice(isNegative ? 1 : 0);
  // Any open part of the pattern could be a letter.
  const fixed = name.replace(/\*+|\[[^\]]*\][?+]?|\\?(.)([?+]?)/gsu, (_all, character, sign) =>
    character === undefined || sign !== '' ? 'x' : character,
  );
  return NO_NAME.test(fixed);
}

/** leavesNothing tells whether a later pattern cancels every pattern of a list that accepts names. */
export function leavesNothing(patterns: readonly FilterPattern[]): boolean {
  return patterns.every(({ text, isNegative }, at) => {
    const undo = text.includes('/') || text.includes('**') ? [`!${text}`, '!**'] : [`!${text}`, '!*', '!**'];
    return isNegative || patterns.slice(at + 1).some((later) => undo.includes(later.text));
  });
}

/** The ends of a range must go up: `[9-0]` is empty. */
function isOrdered(set: string): boolean {
  return [...set.matchAll(/(.)-(.)/g)].every(([, from = '', to = '']) => from <= to);
}

/** matchesFilter applies patterns in order, as GitHub does: the last one that matches the name decides. */
export function matchesFilter(name: string, patterns: readonly FilterPattern[]): boolean {
  return patterns.findLast(({ pieces }) => fits(pieces, name))?.isNegative === false;
}

/**
 * All ways through the pattern are followed at the same time, one step for each character. A regular expression would
 * try them one after the other, and take too long for some patterns.
 */
function fits(pieces: readonly Piece[], name: string): boolean {
  let places = withSkips(pieces, [0]);
  for (const character of name) {
    const next = [...places].flatMap((place) => {
      const piece = pieces[place];
      if (piece?.takes(character) !== true) return [];
      return piece.repeats === true ? [place, place + 1] : [place + 1];
    });
    places = withSkips(pieces, next);
  }
  return places.has(pieces.length);
}

/** If entries are added to a set during a loop, the loop visits them, too. */
function withSkips(pieces: readonly Piece[], places: readonly number[]): ReadonlySet<number> {
  const reached = new Set(places);
  for (const place of reached) for (const skip of pieces[place]?.skips ?? []) reached.add(place + skip);
  return reached;
}
