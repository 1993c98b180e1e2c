/** One challenge of a `WWW-Authenticate` header (RFC 9110, 11.6.1): the scheme and parameter names in lower case. */
export type Challenge = { readonly scheme: string; readonly parameters: Readonly<Record<string, string>> };

/**
 * The challenges of a header, and the problem that makes it ambiguous: others may read it in another way than we do.
 */
export type Challenges = { readonly read: readonly Challenge[]; readonly problem: string | undefined };

const UNREADABLE = 'it cannot be read completely';

const SPACE = /[ \t]*/y;
const TOKEN = /[!#$%&'*+.^_`|~0-9A-Za-z-]+/y;
const QUOTED = /"((?:[^"\\]|\\.)*)"/y;
/** Addresses, which some registries send unquoted although they are no tokens. */
const BARE_VALUE = /[^\s,"]+/y;

/**
 * parseChallenges reads every challenge of the header, as registries send it: several in one header or joined by
 * commas, in any letter case. It stops at unreadable text and never guesses. Of two parameters with one name the engine
 * takes the last, and it reads several headers separately: such a header is a problem, not a choice.
 */
export function parseChallenges(header: string): Challenges {
  let problem: string | undefined;
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
    if (name === undefined) {
      if (at < header.length) problem ??= UNREADABLE;
      break;
    }
    if (skip('=')) {
      take(SPACE);
      const value = take(QUOTED)?.[1]?.replace(/\\(.)/g, '$1') ?? take(BARE_VALUE)?.[0];
      const challenge = challenges.at(-1);
      if (value === undefined || challenge === undefined) {
        problem ??= UNREADABLE;
        break;
      }
      if (name.toLowerCase() in challenge.parameters) problem ??= `it names "${name.toLowerCase()}" twice`;
      challenge.parameters[name.toLowerCase()] ??= value;
    } else {
      challenges.push({ scheme: name.toLowerCase(), parameters: Object.create(null) });
    }
  }
  return { read: challenges, problem };
}
