/**
 * The runner's reading of a log, written from its source (`ActionCommand.cs`, TryParseV2 and TryParse): the names of the
 * commands in it. Every name counts as registered, so this sees more commands than the runner would.
 *
 * The runner looks for its marks by .NET's culture-aware comparison, which skips characters that have no weight of
 * their own (joiners, variation selectors, controls), and then cuts by fixed lengths. So each line is read both ways.
 */
export function commandsIn(log: string): readonly string[] {
  const lines = log.split(/\r\n|\r|\n/);
  return lines.flatMap((line) => {
    const found = [ordinal, ignoring].map((search) => version2(line, search) ?? version1(line, search));
    return found.find((name) => name !== undefined) ?? [];
  });
}

type Search = (text: string, mark: string, from: number) => number;

/** What char.IsWhiteSpace says, which is not what JavaScript's \s says. */
const LEADING_SPACE = /^[\t-\r \u0085\u00a0\p{Zs}\p{Zl}\p{Zp}]+/u;
const WEIGHTLESS = /[\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cf}]/u;

function version2(line: string, search: Search): string | undefined {
  const message = line.replace(LEADING_SPACE, '');
  if (search(message, '::', 0) !== 0) return undefined;
  const end = search(message, '::', 2);
  return end < 0 ? undefined : registered(message.slice(2, end).split(' ')[0] ?? '', search);
}

function version1(line: string, search: Search): string | undefined {
  const start = search(line, '##[', 0);
  const end = start < 0 ? -1 : line.indexOf(']', start);
  return end < 0 ? undefined : registered(line.slice(start + 3, end).split(' ')[0] ?? '', search);
}

/** Registered names are words; one that was cut wrongly, since weightless characters shifted the mark, is none. */
function registered(name: string, search: Search): string | undefined {
  return search === ordinal || /^[a-z-]+$/i.test(name) ? name : undefined;
}

const ordinal: Search = (text, mark, from) => text.indexOf(mark, from);

const ignoring: Search = (text, mark, from) => {
  for (let start = from; start < text.length; start++) {
    let at = start;
    let matched = 0;
    while (at < text.length && matched < mark.length) {
      const character = text[at] ?? '';
      if (character === mark[matched]) matched += 1;
      else if (!WEIGHTLESS.test(character)) break;
      at += 1;
    }
    if (matched === mark.length) return start;
  }
  return -1;
};
