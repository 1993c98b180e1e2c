import { inspect } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { maskedForms, Secret } from '../../../src/secret/secret.ts';
import { wellFormedText } from '../any-text.ts';

const VALUE = 'pu$h "t0ken';

describe('Secret', () => {
  const secret = new Secret(VALUE);

  it.each<readonly [string, () => string]>([
    ['String()', () => String(secret)],
    ['a template', () => `${secret}`],
    ['join', () => [secret].join()],
    ['JSON', () => JSON.stringify({ password: secret })],
    ['JSON of a list', () => JSON.stringify([[secret]])],
    ['inspect', () => inspect(secret)],
    ['inspect with everything shown', () => inspect(secret, { showHidden: true, depth: null, getters: true })],
    ['inspect of what holds it', () => inspect({ credential: { password: secret }, list: [secret] }, { depth: null })],
    ['inspect of a map', () => inspect(new Map([[secret, secret]]), { showHidden: true })],
    ['an error’s text', () => new Error(`wrong: ${secret}`).message],
    ['keys and values', () => JSON.stringify([Object.entries(secret), { ...secret }, Reflect.ownKeys(secret)])],
    ['locale text', () => secret.toLocaleString()],
  ])('does not show in %s', (_name, show) => {
    expect(show()).not.toContain('t0ken');
  });

  it.each<readonly [string, () => string]>([
    ['String()', () => String(secret)],
    ['a template', () => `${secret}`],
    ['inspect', () => inspect(secret)],
  ])('is *** in %s', (_name, show) => {
    expect(show()).toBe('***');
  });

  it('does not survive structuredClone', () => {
    expect(inspect(structuredClone(secret), { showHidden: true })).not.toContain('t0ken');
  });

  it('comes out by reveal alone', () => {
    expect(secret.reveal()).toBe(VALUE);
  });

  it.each([
    ['', true],
    [' ', false],
    ['x', false],
  ])('knows whether %j is empty', (value, isEmpty) => {
    expect(new Secret(value).isEmpty).toBe(isEmpty);
  });
});

const base64 = (text: string) => Buffer.from(text).toString('base64');

describe('maskedForms', () => {
  const ci = (password: string) => maskedForms({ username: 'ci-bot', password: new Secret(password), servers: [] });

  it.each([
    // The password, and a form of it, written out by other tools.
    ['hunter22', 'hunter22'],
    ['hunter22', 'aHVudGVyMjI='],
    ['hunter22', 'aHVudGVyMjI'],
    ['hunter22', 'aHVudGVyMjIK'],
    ['hunter22', 'Y2ktYm90Omh1bnRlcjIy'],
    ['hunter22', 'Y2ktYm90Omh1bnRlcjIyCg=='],
    [VALUE, 'pu%24h%20%22t0ken'],
    [VALUE, 'pu%24h+%22t0ken'],
    [VALUE, 'pu$h \\"t0ken'],
    [VALUE, 'Y2ktYm90OnB1JGggInQwa2Vu'],
    ['  padded\t\n', 'padded'],
    ['  padded\t\n', 'cGFkZGVk'],
    ['first line\nsecond line', 'first line'],
    ['first line\nsecond line', 'second line'],
    ['first line\r\nsecond line\r\n', 'second line'],
    ['first line\nsecond line', 'first line\\nsecond line'],
    ['first line\nsecond line', 'first%20line%0Asecond%20line'],
    ['a>b?c/d+e~', 'YT5iP2MvZCtlfg=='],
    ['??>>~~', 'Pz8-Pn5-'],
    ['??>>~~', 'Pz8+Pn5+'],
    ['pässwörd', 'p%C3%A4ssw%C3%B6rd'],
    ['pässwörd', 'cMOkc3N3w7ZyZA=='],
    ['back\\slash', 'back\\\\slash'],
    ['100%', '100%25'],
  ])('of %j has %s', (password, form) => {
    const forms = ci(password);
    expect(forms.some((masked) => masked !== '' && form.includes(masked))).toBe(true);
    expect(forms.map((masked) => masked.replace(/=+$/, ''))).toContain(form.replace(/=+$/, ''));
  });

  it('has the header that the engine is sent (X-Registry-Auth)', () => {
    const header = base64(JSON.stringify({ username: 'ci-bot', password: VALUE }));
    expect(ci(VALUE)).toContain(header);
    expect(ci(VALUE)).toContain(header.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, ''));
  });

  // The lines "{" and "}" of a key file: GitHub drops every job output with a masked text in it, and "{" is "ew" in base64url.
  it('masks nothing of a key in JSON that ordinary outputs and log lines are made of', () => {
    const key = JSON.stringify({ type: 'service_account', private_key: 'MIIEvQIBADANBgkq' }, undefined, 2);
    const forms = maskedForms({ username: '_json_key', password: new Secret(`${key}\n`), servers: [] });
    const ordinary = ['{"verdict":{"open":true},"tags":[]}', 'europe-docker.pkg.dev/new/viewer/app:fQ', '  }', 'ew=='];
    for (const text of ordinary) expect(forms.filter((form) => text.includes(form))).toEqual([]);
    expect(forms.some((form) => form.includes('MIIEvQIBADANBgkq'))).toBe(true);
  });

  it('masks nothing for no password but what goes with it', () => {
    expect(maskedForms({ username: '', password: new Secret(''), servers: [] })).not.toContain('');
  });

  it('has every form for any password, none of them empty, and none twice', () => {
    fc.assert(
      fc.property(
        wellFormedText.filter((text) => text !== ''),
        fc.string(),
        (password, username) => {
          const forms = maskedForms({ username, password: new Secret(password), servers: [] });
          expect(forms).toEqual(
            expect.arrayContaining([
              password,
              encodeURIComponent(password),
              base64(password),
              base64(`${username}:${password}`),
              Buffer.from(`${username}:${password}`).toString('base64url'),
            ]),
          );
          expect(forms).not.toContain('');
          expect(new Set(forms).size).toBe(forms.length);
        },
      ),
      { numRuns: 500 },
    );
  });
});
