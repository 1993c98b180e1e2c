/** Where a value may begin, a slash begins a regular expression, and elsewhere it divides. */
const BEFORE_A_VALUE = /(?:^|[(,=:[!&|?{};>\n]|\breturn)\s*$/;
const REGEX = /\/(?![*/])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])+\/[a-z]*/y;
const SKIPPED = /\/\*[\s\S]*?\*\/|\/\/[^\n]*/y;
const QUOTED = /'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"/y;

/** literalsIn keeps the text of the string literals of TypeScript, each at its place, and blanks the code but `;,:`. */
export function literalsIn(source: string): string {
  return textOf(source, 'literals');
}

/** commentsIn keeps the comments of TypeScript, each at its place, and blanks the code but `;,:`. */
export function commentsIn(source: string): string {
  return textOf(source, 'comments');
}

/** textOf reads tokens, no syntax: that is enough to look for words. The ends of lines stay. */
function textOf(source: string, wanted: 'literals' | 'comments'): string {
  let out = '';
  // Each number is the depth of braces at which the text of a template goes on.
  const templates: number[] = [];
  let depth = 0;
  const blank = (text: string) => text.replaceAll(/[^\n]/g, ' ');
  const literal = (text: string) => (wanted === 'literals' ? text : blank(text));
  const comment = (text: string) => (wanted === 'comments' ? text : blank(text));
  const take = (pattern: RegExp, at: number) => {
    pattern.lastIndex = at;
    return pattern.exec(source)?.[0];
  };
  const regexAt = (at: number) =>
    BEFORE_A_VALUE.test(source.slice(Math.max(0, at - 200), at)) ? take(REGEX, at) : undefined;
  /** The text of a template from here to its end, or to the next part that is put in. */
  const template = (from: number): number => {
    const text = take(/(?:\\[\s\S]|\$(?!\{)|[^`\\$])*/y, from) ?? '';
    out += literal(text);
    const after = from + text.length;
    if (source[after] === '$') {
      templates.push(depth);
      depth += 1;
      out += literal('… ');
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
      out += /^\/[*/]/.test(skipped) ? comment(skipped) : blank(skipped);
      at += skipped.length;
    } else if (quoted !== undefined) {
      out += literal(` ${quoted.slice(1, -1)} `);
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
      // What ends a value stays, so that two texts are not read as one; a plus joins them.
      out += /[\n;,:]/.test(char) ? char : ' ';
      at += 1;
    }
  }
  return out;
}
