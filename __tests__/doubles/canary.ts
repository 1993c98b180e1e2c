import { randomBytes } from 'node:crypto';

/** A password that is awkward in shells, addresses, JSON and Markdown, around a word that no encoding of text changes. */
export type Canary = { readonly password: string; readonly word: string };

export function makeCanary(): Canary {
  const word = `Canary${randomBytes(9).toString('hex')}`;
  return { word, password: `p##[HOME]$HOME \`'" ${word} %26&<b>|\\n+/=ü€🔑` };
}

/** sightingsOf tells in which forms a canary occurs in these bytes; none is what one hopes for. */
export function sightingsOf({ word }: Canary, bytes: Buffer | string): readonly string[] {
  const text = (typeof bytes === 'string' ? Buffer.from(bytes) : bytes).toString('latin1');
  const forms = { 'as it is': [word], ...encodingsOf(word) };
  return Object.entries(forms)
    .filter(([, candidates]) => candidates.some((form) => text.toLowerCase().includes(form.toLowerCase())))
    .map(([form]) => form);
}

function encodingsOf(word: string): Readonly<Record<string, readonly string[]>> {
  const bytes = Buffer.from(word);
  const percent = [...bytes].map((byte) => `%${byte.toString(16)}`).join('');
  return {
    reversed: [[...word].reverse().join('')],
    hexadecimal: [bytes.toString('hex')],
    'percent-encoded': [percent],
    'UTF-16': [Buffer.from(word, 'utf16le').toString('latin1')],
    'UTF-16, the other way round': [Buffer.from(word, 'utf16le').swap16().toString('latin1')],
    'hexadecimal with gaps': [':', ' ', ', 0x'].map((gap) => [...bytes].map((byte) => byte.toString(16)).join(gap)),
    'escaped as in JSON': [[...bytes].map((byte) => `\\u00${byte.toString(16)}`).join('')],
    'escaped as in HTML': [
      [...bytes].map((byte) => `&#${byte};`).join(''),
      [...bytes].map((byte) => `&#x${byte.toString(16)};`).join(''),
    ],
    'escaped as in a shell': [[...bytes].map((byte) => `\\${byte.toString(8)}`).join('')],
    'quoted-printable': [[...bytes].map((byte) => `=${byte.toString(16)}`).join('')],
    base32: base32Forms(bytes),
    ROT13: [word.replace(/[a-z]/gi, rotated)],
    'base64 at some offset': base64Forms(bytes),
    'base64 of base64': base64Forms(bytes).flatMap((form) => base64Forms(Buffer.from(form))),
  };
}

/** What of the bytes is the same in base64 whatever stands before and after them: one form for each offset. */
function base64Forms(bytes: Buffer): readonly string[] {
  return [0, 1, 2].map((offset) => {
    const encoded = Buffer.concat([Buffer.alloc(offset), bytes]).toString('base64');
    const first = Math.ceil((offset * 8) / 6);
    const last = Math.floor(((offset + bytes.length) * 8) / 6);
    return encoded.slice(first, last);
  });
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** The same in base32 (RFC 4648), whose groups are of five bytes. */
function base32Forms(bytes: Buffer): readonly string[] {
  return [0, 1, 2, 3, 4].map((offset) => {
    const bits = [...Buffer.alloc(offset), ...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
    const encoded = (bits.match(/.{5}/g) ?? []).map((five) => ALPHABET[Number.parseInt(five, 2)]).join('');
    return encoded.slice(Math.ceil((offset * 8) / 5));
  });
}

function rotated(letter: string): string {
  const first = letter < 'a' ? 65 : 97;
  return String.fromCharCode(((letter.charCodeAt(0) - first + 13) % 26) + first);
}
