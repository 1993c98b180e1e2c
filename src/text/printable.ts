/** Longest text from outside that is printed; the rest is cut, with a note. */
const LONGEST_TEXT = 8192;

/** Control and format characters (escape sequences, marks that reorder or hide text), except tab and line feed. */
const UNPRINTABLE = /(?![\t\n])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;
/**
 * What the runner reads as a command: a name between two `::` at the start of a line, or after `##[` anywhere in it.
 */
const COMMAND = /^([^\S\n]*:)(?=:)|(#)(?=#\[)/gm;

/**
 * printable makes text from a registry, an engine, a file or an event safe to log. It removes characters that control a
 * terminal or reorder text, and breaks up a workflow command with a word joiner after its first character. Line feeds
 * stay: the caller decides what a line is. Afterwards, a secret in the text may no longer be recognised. So this comes
 * last, when the text is printed: mask it, cut it, then make it printable.
 */
export function printable(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(UNPRINTABLE, '').replace(COMMAND, '$1$2\u2060');
}

/** printableLine is `printable` on one line, for annotations, table cells and the middle of a sentence. */
export function printableLine(text: string): string {
  return printable(oneLine(printable(text)));
}

/** oneLine joins the lines of a text, and changes nothing else: masked text stays masked. */
export function oneLine(text: string): string {
  return text
    .split(/[\r\n]/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join(' ');
}

/** shortened is the part of a text that is printed: its beginning, up to a default or a given length. */
export function shortened(text: string, longest = LONGEST_TEXT): string {
  return text.length > longest ? `${text.slice(0, longest)} … (cut)` : text;
}
