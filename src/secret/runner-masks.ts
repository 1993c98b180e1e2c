/**
 * The forms that the runner of GitHub Actions makes from a mask (actions/runner 2.337, `AddMaskCommandExtension`,
 * `SecretMasker.cs`, `ValueEncoders.cs`). It replaces all of them in the log, and withholds job outputs that contain
 * one.
 */

/** Shortest line that is masked by itself, in a text with several lines, in characters. */
const SHORTEST_LINE = 8;
/** Shortest part of a text around `&` that the runner masks by itself, in characters. */
const SHORTEST_PART = 6;

/**
 * linesToMask returns the lines to pass to `add-mask` for a text. The runner masks each *line*, and a line such as `{`
 * is not a secret: every output with that character would be withheld. A log is also read by lines.
 */
export function linesToMask(text: string): readonly string[] {
  const lines = text.split(/[\r\n]+/).filter((line) => line.trim() !== '');
  const [only, ...others] = lines;
  if (only === undefined || others.length === 0) return lines;
  return [...new Set(lines.map((line) => line.trim()).filter((line) => line.length >= SHORTEST_LINE))];
}

/** masksOf lists every text that the runner looks for after it got a line to mask. */
export function masksOf(line: string): ReadonlySet<string> {
  const alike = [line, line.trim()].flatMap((text) => [text, ...ENCODERS.map((encode) => encode(text))]);
  return new Set(alike.filter((mask) => mask !== ''));
}

/** withoutMasked returns the text as the runner shows it: masks that overlap or touch become one `***`. */
export function withoutMasked(text: string, masks: Iterable<string>): string {
  let shown = '';
  let end = 0;
  for (const [from, to] of [...masks].flatMap((mask) => placesOf(mask, text)).sort(([one], [other]) => one - other)) {
    if (from > end || shown === '') shown += `${text.slice(end, from)}***`;
    end = Math.max(end, to);
  }
  return shown + text.slice(end);
}

/** Where a mask begins and ends in a text, also if it overlaps itself. */
function placesOf(mask: string, text: string): readonly (readonly [from: number, to: number])[] {
  const places: [number, number][] = [];
  for (let at = text.indexOf(mask); at >= 0; at = text.indexOf(mask, at + 1)) places.push([at, at + mask.length]);
  return places;
}

const ENCODERS: readonly ((text: string) => string)[] = [
  (text) => base64From(text, 0),
  (text) => base64From(text, 1),
  (text) => base64From(text, 2),
  (text) => text.replaceAll('"', '\\"'),
  (text) => text.replaceAll("'", "''"),
  jsonEscaped,
  // .NET also escapes these characters, which encodeURIComponent keeps.
  (text) => encodeURIComponent(text.toWellFormed()).replace(/[!'()*]/g, percentEncoded),
  (text) => text.replace(/[<>"'&]/g, (character) => XML[character] ?? character),
  (text) => (text.length > 8 && text.startsWith('"') && text.endsWith('"') ? text.slice(1, -1) : ''),
  (text) => partOf(text, beforeAmpersand(text)),
  (text) => partOf(text, afterAmpersand(text)),
];

/** Base64 of the bytes from this one on: the rest is the same if other bytes came before. */
function base64From(text: string, first: number): string {
  const bytes = Buffer.from(text);
  return bytes.subarray(bytes.length > first ? first : 0).toString('base64');
}

/** JSON as Newtonsoft writes it, which also escapes the line ends that JavaScript keeps. */
function jsonEscaped(text: string): string {
  const escaped = (character: string) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return JSON.stringify(text)
    .slice(1, -1)
    .replace(/[\u0085\u2028\u2029]/g, escaped);
}

function percentEncoded(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}

const XML: Readonly<Record<string, string>> = {
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
  '&': '&amp;',
};

/** PowerShell colours its errors at `&`, and at `&+` also the letter after it. */
function beforeAmpersand(text: string): string {
  const plus = text.indexOf('&+');
  return plus < 0 ? text.slice(0, text.lastIndexOf('&') + 1) : text.slice(0, plus + 2);
}

function afterAmpersand(text: string): string {
  const plus = text.indexOf('&+');
  return plus < 0 ? text.slice(text.lastIndexOf('&') + 1) : text.slice(plus + 3);
}

function partOf(text: string, part: string): string {
  return text.includes('&') && part.length >= SHORTEST_PART ? part : '';
}
