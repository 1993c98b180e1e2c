import { redacted } from '../secret/masked.ts';
import { printableLine, shortened } from '../text/printable.ts';

/**
 * Characters with a meaning in Markdown or HTML, or that turn the text around them into a link. An underscore does so
 * at the edge of a word, and a full stop after "www".
 */
const SPECIAL = /[&<>"'|`\\*[\](){}#!~:@-]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])|(?<=www\S*)\./gi;

/** code makes inline code of any text: no character of it can end the code, a table cell or the line. */
export function code(text: string): string {
  // Markdown is also read inside an HTML tag, so this is escaped like prose.
  return `<code>${prose(text)}</code>`;
}

/** prose makes plain words of any text: nothing in it is a tag, a link, an emphasis or a mention. */
export function prose(text: string): string {
  return atMost(text, undefined);
}

/** briefly is `prose` for the beginning of a text, if there is no space for more. */
export function briefly(text: string): string {
  return atMost(text, BRIEF);
}

const BRIEF = 500;

function atMost(text: string, longest: number | undefined): string {
  // Masked first: the runner does not recognise a secret that is escaped.
  const safe = printableLine(shortened(redacted(text), longest));
  return safe.replace(SPECIAL, (character) => `&#${character.charCodeAt(0)};`);
}

/** Most items of a list, rows of a table and commands that are shown. */
const MOST_SHOWN = 200;

/** The first of many, and how many more there are. */
function firstOf(all: readonly string[], word: (more: number) => string): readonly string[] {
  return all.length > MOST_SHOWN ? [...all.slice(0, MOST_SHOWN), word(all.length - MOST_SHOWN)] : all;
}

/** table makes a table of cells that are already Markdown. */
export function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const more = (count: number) => line(header.map((_, column) => (column === 0 ? `and ${count} more` : '')));
  return [line(header), line(header.map(() => '---')), ...firstOf(rows.map(line), more)].join('\n');
}

/** list makes a list of items that are already Markdown: it fits a phone, and a table does not. */
export function list(items: readonly string[]): string {
  return firstOf(items, (count) => `and ${count} more`)
    .map((item) => `- ${item}`)
    .join('\n');
}

/** commands makes a block of shell commands. Its text is our own words and parsed references. */
export function commands(lines: readonly string[]): string {
  const shown = firstOf(lines, (count) => `# and ${count} more`);
  return ['```sh', ...shown.map((text) => printableLine(text).replaceAll('`', '')), '```'].join('\n');
}

/** details folds a body of Markdown under a title of ours. */
export function details(title: string, body: string): string {
  return `<details><summary>${title}</summary>\n\n${body}\n\n</details>`;
}

/** Longest address that becomes a link. */
const LONGEST_ADDRESS = 512;

/**
 * link makes a link of any text and address. It is the text only, if the address is not HTTPS, names an account, or is
 * longer than people write them.
 */
export function link(text: string, address: string | undefined): string {
  return anchor(address, code(text)) ?? code(text);
}

/** titled makes a link from our own words and any address; undefined if `link` would make none. */
export function titled(words: string, address: string | undefined): string | undefined {
  return anchor(address, prose(words));
}

function anchor(address: string | undefined, content: string): string | undefined {
  const url = address === undefined || address.length > LONGEST_ADDRESS ? null : URL.parse(address);
  if (url?.protocol !== 'https:' || url.username !== '' || url.password !== '') return undefined;
  // Characters of Markdown and HTML that are left in an address are written as bytes, which mean the same.
  const harmless = url.href.replace(/[^A-Za-z0-9:/.?=&%#_~+-]/g, (character) => encodeURIComponent(character));
  return `<a href="${harmless.replace(/[&_~]/g, (character) => `&#${character.charCodeAt(0)};`)}">${content}</a>`;
}
