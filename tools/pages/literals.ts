/** Where a value may begin, a slash begins a regular expression, and elsewhere it divides. */
const BEFORE_A_VALUE = /(?:^|[(,=:[!&|?{};>\n]|\breturn)\s*$/;
const REGEX = /\/(?![*/])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])+\/[a-z]*/y;
const SKIPPED = /\/\*[\s\S]*?\*\/|\/\/[^\n]*/y;
const QUOTED = /'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"/y;

/**
 * literalsIn leaves of TypeScript what stands in its string literals, each where it was; all else is blank, but for the
 * ends of lines. It reads tokens, no syntax: that is enough to look for words.
 */
export function literalsIn(source: string): string {
  let out = '';
  // Each number is the depth of braces at which the text of a template goes on.
  const templates: number[] = [];
  let depth = 0;
  const blank = (text: string) => text.replaceAll(/[^\n]/g, ' ');
  const take = (pattern: RegExp, at: number) => {
    pattern.lastIndex = at;
    return pattern.exec(source)?.[0];
  };
  const regexAt = (at: number) =>
    BEFORE_A_VALUE.test(source.slice(Math.max(0, at - 200), at)) ? take(REGEX, at) : undefined;
  /** The text of a template from here to its end, or to the next part that is put in. */
  const template = (from: number): number => {
    const text = take(/(?:\\[\s\S]|\$(?!\{)|[^`\\$])*/y, from) ?? '';
    out += text;
    const after = from + text.length;
    if (source[after] === '$') {
      templates.push(depth);
      depth += 1;
      out += '… ';
      return after + 2;
    }
    out += ' ';
    return after + 1;
  };
  for (let at = 0; at < source.length; ) {
    const char = source[at] ?? '';
    const skipped = char === '/' ? (take(SKIPPED, at) ?? regexAt(at)) : undefined;
    const quoted = skipped === undefined ? take(QUOTED, at) : undefined;
    if (skipped !== undefined) {
      out += blank(skipped);
      at += skipped.length;
    } else if (quoted !== undefined) {
      out += ` ${quoted.slice(1, -1)} `;
      at += quoted.length;
    } else if (char === '`') {
      out += ' ';
      at = template(at + 1);
    } else if (char === '}' && templates.at(-1) === depth - 1) {
      depth -= 1;
      templates.pop();
      out += ' ';
      at = template(at + 1);
    } else {
      depth += char === '{' ? 1 : char === '}' ? -1 : 0;
      out += char === '\n' ? '\n' : ' ';
      at += 1;
    }
  }
  return out;
}
