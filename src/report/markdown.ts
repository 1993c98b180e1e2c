import { printableLine } from '../text.ts';

/** code is text from anywhere as inline code: no character of it can end the code, a table cell or the line. */
export function code(text: string): string {
  const escaped = printableLine(text).replace(/[&<>"'|`\\]/g, (character) => `&#${character.charCodeAt(0)};`);
  return `<code>${escaped}</code>`;
}

/** prose is text from anywhere as plain words: nothing in it is a tag, a link, an emphasis or a mention. */
export function prose(text: string): string {
  return printableLine(text)
    .replace(/[&<>"'|`\\*_[\](){}#!~:@-]/g, (character) => `&#${character.charCodeAt(0)};`)
    .replace(/\b(https?|www)\b/gi, '$1\u2060');
}

/** table makes a table of cells that are Markdown already. */
export function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(header), line(header.map(() => '---')), ...rows.map(line)].join('\n');
}

/** commands makes a block of shell commands; its text is our own words and references that were parsed. */
export function commands(lines: readonly string[]): string {
  return ['```sh', ...lines.map((text) => printableLine(text).replaceAll('`', '')), '```'].join('\n');
}
