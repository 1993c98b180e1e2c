import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { canonicalRequest, signedHeaders, type Unsigned } from '../../../src/keyless/aws/signature.ts';

/** The keys, date and scope of AWS's own test suite for signatures (`aws-sig-v4-test-suite`). */
const KEYS = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY' };
const SCOPE = { keys: KEYS, service: 'service', region: 'us-east-1', date: Date.UTC(2015, 7, 30, 12, 36) };

function signature(request: Partial<Unsigned>, scope: Partial<typeof SCOPE> = {}): string {
  const whole = { method: 'GET', url: new URL('https://example.amazonaws.com/'), headers: {}, body: '', ...request };
  return /Signature=(.+)$/.exec(signedHeaders(whole, { ...SCOPE, ...scope }).authorization ?? '')?.[1] ?? '';
}

const url = (rest: string) => new URL(rest, 'https://example.amazonaws.com');
const form = { 'content-type': 'application/x-www-form-urlencoded' };

describe('a signature, version 4', () => {
  it.each<[name: string, request: Partial<Unsigned>, signature: string]>([
    ['get-vanilla', {}, '5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31'],
    ['post-vanilla', { method: 'POST' }, '5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b'],
    ['get-utf8', { url: url('/ሴ') }, '8318018e0b0f223aa2bbf98705b62bb787dc9c0e678f255a891fd03141be5d85'],
    [
      'get-vanilla-query-order-key-case',
      { url: url('/?Param2=value2&Param1=value1') },
      'b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500',
    ],
    [
      'get-header-value-trim',
      { headers: { 'my-header1': ' value1', 'my-header2': ' "a   b   c"' } },
      'acc3ed3afb60bb290fc8d2dd0098b9911fcaa05412b367055dee359757a9c736',
    ],
    [
      'post-x-www-form-urlencoded',
      { method: 'POST', headers: form, body: 'Param1=value1' },
      'ff11897932ad3f4e8b18135d722051e5ac45fc38421b1da7b9d196a0fe09473a',
    ],
  ])('of %s is the documented one', (_name, request, expected) => {
    expect(signature(request)).toBe(expected);
  });

  it('is the one of the guide for a request to IAM', () => {
    const request = {
      url: new URL('https://iam.amazonaws.com/?Action=ListUsers&Version=2010-05-08'),
      headers: { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' },
    };
    expect(signature(request, { service: 'iam' })).toBe(
      '5d672d79c15b13162d9279b0855cfba6789a8edb4c82c400e06b5924a6f2b5d7',
    );
  });

  it('covers the session token', () => {
    const sessionToken = 'a/session+token==';
    const headers = signedHeaders(
      { method: 'POST', url: url('/'), headers: {}, body: '' },
      { ...SCOPE, keys: { ...KEYS, sessionToken } },
    );
    expect(headers['x-amz-security-token']).toBe(sessionToken);
    expect(headers.authorization).toContain('SignedHeaders=host;x-amz-date;x-amz-security-token,');
  });

  it('differs with every part of a request', () => {
    const base: Unsigned = { method: 'POST', url: url('/a?b=c'), headers: { 'x-amz-target': 't' }, body: '{}' };
    const others: readonly Partial<Unsigned>[] = [
      { method: 'PUT' },
      { url: url('/b?b=c') },
      { url: url('/a?b=d') },
      { headers: { 'x-amz-target': 'u' } },
      { body: '{ }' },
    ];
    const all = [base, ...others.map((other) => ({ ...base, ...other }))].map((request) => signature(request));
    expect(new Set(all).size).toBe(all.length);
  });
});

describe('a canonical request', () => {
  it('does not depend on the order of headers and parameters', () => {
    const names = fc.uniqueArray(fc.stringMatching(/^[a-z-]{1,12}$/), { maxLength: 8 });
    const pairs = fc.uniqueArray(fc.tuple(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' })), {
      maxLength: 6,
    });
    fc.assert(
      fc.property(names, pairs, (headerNames, query) => {
        const build = (order: <T>(list: readonly T[]) => readonly T[]) => {
          const at = url('/');
          at.search = new URLSearchParams(
            order(query).map(([name, value]): [string, string] => [name, value]),
          ).toString();
          const headers = Object.fromEntries(order(headerNames).map((name) => [name, `of ${name}`]));
          return canonicalRequest({ method: 'GET', url: at, headers, body: '' });
        };
        expect(build((list) => list.toReversed())).toBe(build((list) => list));
      }),
    );
  });

  it('has its parts in lines that no text can forge', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (name, value) => {
        const at = url('/');
        at.searchParams.append(name, value);
        const lines = canonicalRequest({ method: 'GET', url: at, headers: { host: 'h' }, body: value }).split('\n');
        expect(lines).toHaveLength(7);
        expect(lines[2]).toMatch(/^[A-Za-z0-9_.~%-]*=[A-Za-z0-9_.~%-]*$/);
        const [left = '', right = ''] = (lines[2] ?? '').split('=');
        expect([decodeURIComponent(left), decodeURIComponent(right)]).toEqual([...at.searchParams][0]);
      }),
    );
  });
});
