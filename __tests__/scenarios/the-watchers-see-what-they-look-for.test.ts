import { describe, expect, it } from '@jest/globals';
import { makeCanary, sightingsOf } from '../doubles/canary.ts';
import { parseCommand, readLog } from '../doubles/runner-log.ts';

describe('the model of the runner', () => {
  it.each([
    ['::set-output name=digest::x', 'set-output', { name: 'digest' }, 'x'],
    [' \t\u00a0::ADD-MASK::x', 'add-mask', {}, 'x'],
    ['::error title=a%3Ab%2C,file=x::y%0Az%25', 'error', { title: 'a:b,', file: 'x' }, 'y\nz%'],
    ['::warning::', 'warning', {}, ''],
    ['text ##[error]x', 'error', {}, 'x'],
    ['##[set-env name=A;]x', 'set-env', { name: 'A' }, 'x'],
  ])('takes %j for a command', (line, name, properties, data) => {
    expect(parseCommand(line)).toEqual({ name, properties, data });
  });

  it.each([
    'text ::error::x',
    '::error',
    '::unknown::x',
    ':\u2060:error::x',
    '##[unknown]x',
    '#\u2060#[error]x',
    '[error]x',
  ])('takes %j for text', (line) => {
    expect(parseCommand(line)).toBeUndefined();
  });

  it('ends lines where the runner does', () => {
    expect(readLog('a\r::error::b\r\n::notice::c').commands.map(({ name }) => name)).toEqual(['error', 'notice']);
  });

  it('applies a mask from its line on, and to what commands print', () => {
    const { shown } = readLog('pw\n::add-mask::pw\npw\n::error::pw');
    expect(shown).toBe('pw\n***\n***');
  });

  it('takes no command between stop and resume', () => {
    const { commands } = readLog('::stop-commands::T\n::error::x\n::t::\n::error::y');
    expect(commands.map(({ data }) => data)).toEqual(['T', '', 'y']);
  });
});

const base32 = (bytes: Buffer) => {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  const digits = (bits.match(/.{1,5}/g) ?? []).map((five) => Number.parseInt(five.padEnd(5, '0'), 2));
  return digits.map((digit) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'[digit]).join('');
};
const rot13 = (letter: string) => {
  const code = letter.toLowerCase() < 'n' ? letter.charCodeAt(0) + 13 : letter.charCodeAt(0) - 13;
  return String.fromCharCode(code);
};

describe('the search for a canary', () => {
  const canary = makeCanary();
  const { password } = canary;

  it.each([
    ['itself', password],
    ['part of it', password.split(' ')[2] ?? ''],
    ['JSON', JSON.stringify({ password })],
    ['an address', `https://x/?${new URLSearchParams({ password })}`],
    ['base64', Buffer.from(password).toString('base64')],
    ['base64url of a pair', Buffer.from(`ci-bot:${password}`).toString('base64url')],
    ['base64 of JSON', Buffer.from(JSON.stringify({ username: 'ci', password, x: 1 })).toString('base64')],
    ['base64 of base64', Buffer.from(Buffer.from(`u:${password}`).toString('base64')).toString('base64')],
    ['hexadecimal', Buffer.from(password).toString('hex')],
    ['UTF-16', Buffer.from(password, 'utf16le').toString('latin1')],
    ['reversed', [...password].reverse().join('')],
    ['UTF-16, the other way round', Buffer.from(password, 'utf16le').swap16().toString('latin1')],
    ['hexadecimal with gaps', [...Buffer.from(password)].map((byte) => byte.toString(16)).join(' ')],
    ['JSON of escapes', [...password].map((sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`).join('')],
    ['HTML of escapes', [...password].map((sign) => `&#${sign.charCodeAt(0)};`).join('')],
    ['octal escapes', [...Buffer.from(password)].map((byte) => `\\${byte.toString(8)}`).join('')],
    ['quoted-printable', [...Buffer.from(password)].map((byte) => `=${byte.toString(16).toUpperCase()}`).join('')],
    ['base32', base32(Buffer.from(password))],
    ['ROT13', password.replace(/[a-z]/gi, rot13)],
  ])('finds %s', (_, text) => {
    expect(sightingsOf(canary, Buffer.from(`before ${text} after`, 'latin1'))).not.toEqual([]);
  });

  it('finds nothing where there is nothing', () => {
    expect(sightingsOf(canary, JSON.stringify(makeCanary()))).toEqual([]);
  });
});
