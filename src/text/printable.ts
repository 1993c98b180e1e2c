/** How much of one text from outside is printed; the rest is cut off and said to be. */
const LONGEST_TEXT = 8192;

/** Control and format characters (escape sequences, marks that reorder or hide text) but tab and line feed. */
const UNPRINTABLE = /(?![\t\n])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;
/** What the runner reads as a command: a name between two `::` at the start of a line, or behind `##[` anywhere in it. */
const COMMAND = /^([^\S\n]*:)(?=:)|(#)(?=#\[)/gm;

/**
 * printable makes text from a registry, an engine, a file or an event safe to log: characters that steer a terminal
 * or reorder text are dropped, and a workflow command is broken up by a word joiner after its first character. Line
 * feeds stay: the caller decides what a line is. A secret in the text may no longer be recognised in it afterwards, so
 * this comes last, where the text leaves: first it is masked, then cut, then made printable.
 */
export function printable(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(UNPRINTABLE, '').replace(COMMAND, '$1$2\u2060');
}

/** printableLine is `printable` on one line, for annotations, table cells and the middle of a sentence. */
export function printableLine(text: string): string {
  return printable(oneLine(printable(text)));
}

/** oneLine joins the lines of a text, and changes nothing else of it: what is masked in it stays so. */
export function oneLine(text: string): string {
  return text
    .split(/[\r\n]/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join(' ');
}

/** shortened is what is printed of a text, however long it is: its beginning, unless another length is given. */
export function shortened(text: string, longest = LONGEST_TEXT): string {
  return text.length > longest ? `${text.slice(0, longest)} … (cut)` : text;
}
