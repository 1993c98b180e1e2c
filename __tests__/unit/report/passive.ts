/**
 * What of Markdown is alive in a text, by the rules of CommonMark and GitHub's additions (tables, autolinks). It knows
 * nothing of how the text was made. A numeric character reference is text, whatever character it stands for.
 */
export function alive(inline: string): readonly string[] {
  const text = inline.replace(/&#\d{1,7};/g, '');
  return Object.entries(ACTIVE)
    .filter(([, pattern]) => pattern.test(text))
    .map(([name]) => name);
}

const ACTIVE: Readonly<Record<string, RegExp>> = {
  'a tag or a reference': /[<>&]/,
  'a code span': /`/,
  'an escape': /\\/,
  'a cell': /\|/,
  'a line': /[\n\r\u2028\u2029]/,
  'an emphasis': /[*~]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/u,
  'a link or an image': /\[[^\]]*\]/,
  'an address': /(?:https?|ftp):\/\/|(?<![^\s*_~(])www\.\S/i,
  'a mail address': /[\w.+-]+@[\w-]+\.\w/,
};

/** The text of HTML as people see it. */
export function shown(inline: string): string {
  return inline.replace(/<\/?\w+>/g, '').replace(/&#(\d{1,7});/g, (_, number) => String.fromCodePoint(Number(number)));
}
