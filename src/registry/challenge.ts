/** One challenge of a `WWW-Authenticate` header (RFC 9110, 11.6.1): the scheme and parameter names in lower case. */
export type Challenge = { readonly scheme: string; readonly parameters: Readonly<Record<string, string>> };

const SPACE = /[ \t]*/y;
const TOKEN = /[!#$%&'*+.^_`|~0-9A-Za-z-]+/y;
const QUOTED = /"((?:[^"\\]|\\.)*)"/y;
/** What some registries send unquoted although it is no token: addresses. */
const BARE_VALUE = /[^\s,"]+/y;

/**
 * parseChallenges reads every challenge of the header, as registries send it: several in one header or joined by
 * commas, in any letter case. What cannot be read ends the list; it is never guessed at.
 */
export function parseChallenges(header: string): readonly Challenge[] {
  const challenges: { scheme: string; parameters: Record<string, string> }[] = [];
  let at = 0;
  const take = (pattern: RegExp): RegExpExecArray | undefined => {
    pattern.lastIndex = at;
    const match = pattern.exec(header);
    if (match !== null) at = pattern.lastIndex;
    return match ?? undefined;
  };
  const skip = (character: string): boolean => {
    take(SPACE);
    if (header[at] !== character) return false;
    at += 1;
    return true;
  };

  while (at < header.length) {
    while (skip(',')) {}
    const name = take(TOKEN)?.[0];
    if (name === undefined) break;
    if (skip('=')) {
      take(SPACE);
      const value = take(QUOTED)?.[1]?.replace(/\\(.)/g, '$1') ?? take(BARE_VALUE)?.[0];
      const challenge = challenges.at(-1);
      if (value === undefined || challenge === undefined) break;
      // The first of two parameters of one name counts: a later one is not let overrule what was judged.
      challenge.parameters[name.toLowerCase()] ??= value;
    } else {
      challenges.push({ scheme: name.toLowerCase(), parameters: Object.create(null) });
    }
  }
  return challenges;
}
