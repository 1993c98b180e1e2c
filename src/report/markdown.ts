import { redacted } from '../secret/masked.ts';
import { printableLine, shortened } from '../text/printable.ts';

/**
 * Characters with a meaning in Markdown or HTML, or that turn the text around them into a link. An underscore does so
 * at the edge of a word, and a full stop after "www".
 */
const SPECIAL = /[&<>"'|`\\*[\](){}#!~:@-]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])|(?<=www\S*)\./gi;

/** code is text from anywhere as inline code: no character of it can end the code, a table cell or the line. */
export function code(text: string): string {
  // Inside an HTML tag Markdown is still read, so this is escaped no less than prose.
  return `<code>${prose(text)}</code>`;
}

/** prose is text from anywhere as plain words: nothing in it is a tag, a link, an emphasis or a mention. */
export function prose(text: string): string {
  // Masked first: what is escaped is no longer known to the runner as a secret.
  return printableLine(shortened(redacted(text))).replace(SPECIAL, (character) => `&#${character.charCodeAt(0)};`);
}

/** table makes a table of cells that are Markdown already. */
export function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(header), line(header.map(() => '---')), ...rows.map(line)].join('\n');
}

/** list makes a list of items that are Markdown already: it fits a phone, where a table does not. */
export function list(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join('\n');
}

/** commands makes a block of shell commands; its text is our own words and references that were parsed. */
export function commands(lines: readonly string[]): string {
  return ['```sh', ...lines.map((text) => printableLine(text).replaceAll('`', '')), '```'].join('\n');
}

/** details folds a body of Markdown under a title of ours. */
export function details(title: string, body: string): string {
  return `<details><summary>${title}</summary>\n\n${body}\n\n</details>`;
}

/** How long an address may be that becomes a link. */
const LONGEST_ADDRESS = 512;

/**
 * link makes a link of text and an address from anywhere; the text alone where the address is not one of HTTPS, names
 * an account, or is longer than people write them.
 */
export function link(text: string, address: string | undefined): string {
  return anchor(address, code(text)) ?? code(text);
}

/** titled makes a link from our own words and an address from anywhere; undefined if `link` would make none. */
export function titled(words: string, address: string | undefined): string | undefined {
  return anchor(address, prose(words));
}

function anchor(address: string | undefined, content: string): string | undefined {
  const url = address === undefined || address.length > LONGEST_ADDRESS ? null : URL.parse(address);
  if (url?.protocol !== 'https:' || url.username !== '' || url.password !== '') return undefined;
  // What is left of Markdown and HTML in an address is written as bytes, which mean the same in it.
  const harmless = url.href.replace(/[^A-Za-z0-9:/.?=&%#_~+-]/g, (character) => encodeURIComponent(character));
  return `<a href="${harmless.replace(/[&_~]/g, (character) => `&#${character.charCodeAt(0)};`)}">${content}</a>`;
}
