import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { digestOf, matches, parseDigest, shortDigest } from '../../../src/image/digest.ts';

const f = (length: number) => 'f'.repeat(length);
const digest = (text: string) => {
  const parsed = parseDigest(text);
  if (parsed === undefined) throw new Error(`${text} is no digest`);
  return parsed;
};

describe('parseDigest', () => {
  it.each([
    ['sha256 of 64', `sha256:${f(64)}`],
    ['sha384 of 96', `sha384:${f(96)}`],
    ['sha512 of 128', `sha512:${f(128)}`],
    ['all digits', `sha256:${'0123456789abcdef'.repeat(4)}`],
  ])('takes %s', (_name, text) => {
    expect(parseDigest(text)).toBe(text);
  });

  it.each([
    ['nothing', ''],
    ['the hex alone', f(64)],
    ['63 digits', `sha256:${f(63)}`],
    ['65 digits', `sha256:${f(65)}`],
    ['sha256 with the length of sha512', `sha256:${f(128)}`],
    ['sha512 with the length of sha256', `sha512:${f(64)}`],
    ['sha384 with the length of sha256', `sha384:${f(64)}`],
    ['capital digits', `sha256:${'F'.repeat(64)}`],
    ['a capital algorithm', `SHA256:${f(64)}`],
    ['an algorithm nobody registered', `md5:${f(32)}`],
    ['sha1', `sha1:${f(40)}`],
    ['a letter that is no digit', `sha256:${f(63)}g`],
    ['a line feed behind it', `sha256:${f(64)}\n`],
    ['a line feed before it', `\nsha256:${f(64)}`],
    ['a blank', `sha256: ${f(63)}`],
    ['a tail', `sha256:${f(64)}/../..`],
    ['two of them', `sha256:${f(64)},sha256:${f(64)}`],
    ['digits of another script', `sha256:${'٠'.repeat(64)}`],
    ['an algorithm with parts', `sha256+b64:${f(64)}`],
  ])('refuses %s', (_name, text) => {
    expect(parseDigest(text)).toBeUndefined();
  });
});

describe('digestOf', () => {
  it.each([
    ['', 'sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    ['abc', 'sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
  ])('hashes "%s" as FIPS 180-4 says', (text, expected) => {
    expect(digestOf(Buffer.from(text))).toBe(expected);
  });
});

describe('matches', () => {
  it.each(['sha256', 'sha384', 'sha512'])('compares by the digest’s own algorithm %s', (algorithm) => {
    const bytes = Buffer.from('{"schemaVersion":2}');
    const right = digest(`${algorithm}:${createHash(algorithm).update(bytes).digest('hex')}`);
    expect(matches(right, bytes)).toBe(true);
    expect(matches(right, Buffer.from('{"schemaVersion":2} '))).toBe(false);
  });

  it('finds every flipped bit', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 64 }), fc.nat(), fc.nat(7), (bytes, at, bit) => {
        const right = digestOf(bytes);
        expect(matches(right, bytes)).toBe(true);
        const flipped = Uint8Array.from(bytes);
        flipped[at % bytes.length] = (flipped[at % bytes.length] ?? 0) ^ (1 << bit);
        expect(matches(right, flipped)).toBe(false);
      }),
    );
  });
});

describe('shortDigest', () => {
  it.each([
    [`sha256:${'ab'.repeat(32)}`, 'sha256:abababababab'],
    [`sha512:${'0c'.repeat(64)}`, 'sha512:0c0c0c0c0c0c'],
  ])('shows twelve digits of %s', (long, short) => {
    expect(shortDigest(digest(long))).toBe(short);
  });
});
