/**
 * A model of how the runner of GitHub Actions masks, written from its source and not from ours: `add-mask`
 * (`ActionCommandManager.cs`), the masker (`SecretMasker.cs`, `ValueEncoders.cs`, in the order of `HostContext.cs`), and
 * the withholding of job outputs (`JobExtension.cs`).
 */
import { readLog } from './runner-log.ts';

/** White space of .NET, which has no byte order mark in it and the next-line character. */
const BLANKS = '[\\t-\\r \\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]*';
const EDGES = new RegExp(`^${BLANKS}|${BLANKS}$`, 'g');

export class SecretMasker {
  /** Every text that is looked for. */
  readonly values = new Set<string>();

  /** addMask does what the command does: the whole, and each of its lines. */
  addMask(data: string): void {
    if (data.replace(EDGES, '') === '') return;
    this.#addValue(data);
    for (const line of data.split(/[\r\n]/)) this.#addValue(line.replace(EDGES, ''));
  }

  /** masked is the text as the log shows it. */
  masked(text: string): string {
    const hidden = Array.from({ length: text.length }, () => false);
    for (const value of this.values)
      for (let at = text.indexOf(value); at >= 0; at = text.indexOf(value, at + 1))
        hidden.fill(true, at, at + value.length);
    let shown = '';
    for (let at = 0; at < text.length; at++)
      if (hidden[at] !== true) shown += text[at];
      else if (at === 0 || hidden[at - 1] !== true) shown += '***';
    return shown;
  }

  /** withholds tells whether a job output with this value is handed on to no later job. */
  withholds(output: string): boolean {
    return this.masked(output) !== output;
  }

  #addValue(value: string): void {
    if (value === '') return;
    this.values.add(value);
    for (const encoded of encodings(value)) if (encoded !== '') this.values.add(encoded);
  }
}

/** maskerOf is the masker after a step has written this log. */
export function maskerOf(log: string): SecretMasker {
  const masker = new SecretMasker();
  for (const { name, data } of readLog(log).commands) if (name === 'add-mask') masker.addMask(data);
  return masker;
}

function encodings(value: string): readonly string[] {
  const bytes = new TextEncoder().encode(value);
  const shifted = (shift: number) => btoa(String.fromCodePoint(...(bytes.length > shift ? bytes.slice(shift) : bytes)));
  const xml = value
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&apos;');
  const quoted = value.length > 8 && /^".*"$/s.test(value) ? value.substring(1, value.length - 1) : '';
  return [
    ...[0, 1, 2].map(shifted),
    value.split('"').join('\\"'),
    value.split("'").join("''"),
    [...value].map(inJson).join(''),
    [...bytes].map(inAddress).join(''),
    xml,
    quoted,
    ...aroundAmpersand(value),
  ];
}

const JSON_SHORT: Readonly<Record<string, string>> = {
  '\t': '\\t',
  '\n': '\\n',
  '\r': '\\r',
  '\f': '\\f',
  '\b': '\\b',
  '\\': '\\\\',
  '"': '\\"',
};

function inJson(character: string): string {
  const isEscaped = character < ' ' || ['\u0085', '\u2028', '\u2029'].includes(character);
  const hex = (character.codePointAt(0) ?? 0).toString(16);
  return JSON_SHORT[character] ?? (isEscaped ? `\\u${hex.padStart(4, '0')}` : character);
}

function inAddress(byte: number): string {
  const character = String.fromCharCode(byte);
  return /[A-Za-z0-9._~-]/.test(character) ? character : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
}

function aroundAmpersand(value: string): readonly string[] {
  if (!value.includes('&')) return [];
  const [, first = '', , second = ''] = /^(.*?&\+)(.)?(.*)$/s.exec(value) ?? /^(.*&)()(.*)$/s.exec(value) ?? [];
  return [first, second].filter((section) => section.length >= 6);
}
