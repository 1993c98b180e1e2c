/** How much of one text from outside is printed; the rest is cut off and said to be. */
const LONGEST_TEXT = 8192;

/** Control and format characters (escape sequences, marks that reorder or hide text) but tab and line feed. */
const UNPRINTABLE = /(?![\t\n])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;
/** What the runner reads as a command: `::name::` at the start of a line, `##[name]` anywhere in it. */
const COMMAND = /^(\s*:)(?=:)|(#)(?=#\[)/gm;

/**
 * printable makes text from a registry, an engine, a file or an event safe to log: characters that steer a terminal
 * or reorder text are dropped, and a workflow command is broken up by a word joiner after its first character. Line
 * feeds stay: the caller decides what a line is.
 */
export function printable(text: string): string {
  const cut = text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT)} … (cut)` : text;
  return cut.replace(/\r\n?/g, '\n').replace(UNPRINTABLE, '').replace(COMMAND, '$1$2\u2060');
}

/** printableLine is `printable` on one line, for annotations, table cells and the middle of a sentence. */
export function printableLine(text: string): string {
  return printable(text)
    .replace(/\s*\n\s*/g, ' ')
    .trim();
}
