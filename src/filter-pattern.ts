/** One of GitHub's filter patterns, compiled. */
export type FilterPattern = { readonly text: string; readonly isNegative: boolean; readonly regexp: RegExp };

export type ParsedPattern =
  | { readonly ok: true; readonly value: FilterPattern }
  | { readonly ok: false; readonly problem: string };

/**
 * parseFilterPattern reads GitHub's filter pattern language (docs.github.com, "Workflow syntax", "Filter pattern
 * cheat sheet"): `*` any characters but `/`, `**` any characters, `?` and `+` zero or one and one or more of the
 * character before, `[]` one of a set, `\` takes the next character as it is, and a leading `!` excludes.
 */
export function parseFilterPattern(text: string): ParsedPattern {
  const bad = (problem: string): ParsedPattern => ({ ok: false, problem });
  const isNegative = text.startsWith('!');
  const name = isNegative ? text.slice(1) : text;
  if (name === '') return bad('names nothing');
  if (name.startsWith('refs/')) return bad('is a full ref; write the name alone, such as "main"');
  // Whole characters, however many units of UTF-16 they take.
  const body = [...name];
  let source = '';
  // What "?" and "+" repeat must be one character or one set.
  let canRepeat = false;
  for (let at = 0; at < body.length; at++) {
    const character = body[at] ?? '';
    if (character === '*') {
      const isDouble = body[at + 1] === '*';
      const isFolder = isDouble && body[at + 2] === '/' && (at === 0 || body[at - 1] === '/');
      source += isFolder ? '(?:.*/)?' : isDouble ? '.*' : '[^/]*';
      at += isFolder ? 2 : isDouble ? 1 : 0;
      canRepeat = false;
    } else if (character === '?' || character === '+') {
      if (!canRepeat) return bad(`has "${character}" without a character before it to repeat`);
      source += character;
      canRepeat = false;
    } else if (character === '[') {
      const end = body.indexOf(']', at + 1);
      const set = body.slice(at + 1, end).join('');
      if (end < 0) return bad('has "[" without "]"');
      if (!/^(?:[A-Za-z0-9]-[A-Za-z0-9]|[^\\[\]^-])+$/u.test(set) || !isOrdered(set))
        return bad(`has the set "[${set}]", which no character is in`);
      source += `[${set}]`;
      at = end;
      canRepeat = true;
    } else {
      const isEscape = character === '\\';
      if (isEscape && at + 1 === body.length) return bad('ends with "\\"');
      if (isEscape) at += 1;
      source += RegExp.escape(body[at] ?? '');
      canRepeat = true;
    }
  }
  return { ok: true, value: { text, isNegative, regexp: new RegExp(`^${source}$`, 'su') } };
}

/** What the name of a branch or tag cannot have in it (git-check-ref-format). */
const NO_NAME = /[\p{Cc} ~^:?*[\\]|\.\.|@\{|\/\/|^[./]|\/\.|[./]$|\.lock(?:\/|$)/u;

/** isInVain tells whether a pattern has something in it that no branch or tag can have, so that it never matches. */
export function isInVain({ text, isNegative }: FilterPattern): boolean {
  const name = text.slice(isNegative ? 1 : 0);
  // Whatever the pattern leaves open could be a letter.
  const fixed = name.replace(/\*+|\[[^\]]*\][?+]?|\\?(.)([?+]?)/gsu, (_all, character, sign) =>
    character === undefined || sign !== '' ? 'x' : character,
  );
  return NO_NAME.test(fixed);
}

/** leavesNothing tells whether of a list every pattern that takes names is undone by a later one. */
export function leavesNothing(patterns: readonly FilterPattern[]): boolean {
  return patterns.every(({ text, isNegative }, at) => {
    const undo = text.includes('/') || text.includes('**') ? [`!${text}`, '!**'] : [`!${text}`, '!*', '!**'];
    return isNegative || patterns.slice(at + 1).some((later) => undo.includes(later.text));
  });
}

/** The ends of a range go up: `[9-0]` has nothing in it. */
function isOrdered(set: string): boolean {
  return [...set.matchAll(/(.)-(.)/g)].every(([, from = '', to = '']) => from <= to);
}

/** matchesFilter applies patterns in order, as GitHub does: the last one that fits the name decides. */
export function matchesFilter(name: string, patterns: readonly FilterPattern[]): boolean {
  return patterns.findLast(({ regexp }) => regexp.test(name))?.isNegative === false;
}
