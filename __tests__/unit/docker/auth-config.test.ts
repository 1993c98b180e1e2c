import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { credentialIn, helperFor, parseAuthConfig, parseHelperAnswer } from '../../../src/docker/auth-config.ts';
import type { Credential } from '../../../src/secret/credential.ts';

const base64 = (text: string) => Buffer.from(text).toString('base64');
const shown = (credential: Credential | undefined) => {
  if (credential === undefined) return undefined;
  if ('password' in credential) return `${credential.username}:${credential.password.reveal()}`;
  return 'identityToken' in credential
    ? `identity ${credential.identityToken.reveal()}`
    : `registry ${credential.registryToken.reveal()}`;
};
const auth = { auth: base64('user:secret') };

describe('a login in docker’s file', () => {
  it.each<[name: string, auths: unknown, registry: string, found: string | undefined]>([
    ['by its host', { 'ghcr.io': auth }, 'ghcr.io', 'user:secret'],
    ['by its host and port', { 'localhost:5000': auth }, 'localhost:5000', 'user:secret'],
    ['of Docker Hub', { 'https://index.docker.io/v1/': auth }, 'docker.io', 'user:secret'],
    ['of Docker Hub by its name', { 'docker.io': auth }, 'docker.io', 'user:secret'],
    ['by an address', { 'https://ghcr.io': auth }, 'ghcr.io', 'user:secret'],
    ['by an address with a path', { 'https://ghcr.io/v2/': auth }, 'ghcr.io', 'user:secret'],
    ['by exact name first', { 'https://ghcr.io/': {}, 'ghcr.io': auth }, 'ghcr.io', 'user:secret'],
    ['a colon in the password', { 'a.io': { auth: base64('u:a:b') } }, 'a.io', 'u:a:b'],
    ['written by hand', { 'a.io': { username: 'u', password: 'p' } }, 'a.io', 'u:p'],
    ['an identity token', { 'a.io': { auth: base64('0000:'), identitytoken: 'r' } }, 'a.io', 'identity r'],
    ['a registry token', { 'a.io': { ...auth, registrytoken: 'b' } }, 'a.io', 'registry b'],
    ['padded with zeros', { 'a.io': { auth: base64('u:p\0\0') } }, 'a.io', 'u:p'],
    ['of another host', { 'ghcr.io': auth }, 'ghcr.io.example.com', undefined],
    ['of another port', { 'ghcr.io': auth }, 'ghcr.io:443', undefined],
    ['of a host below', { 'example.com': auth }, 'registry.example.com', undefined],
    ['empty', { 'a.io': {} }, 'a.io', undefined],
    ['without a password', { 'a.io': { auth: base64('u:') } }, 'a.io', undefined],
    ['without a name', { 'a.io': { auth: base64(':p') } }, 'a.io', undefined],
    ['that is no base64', { 'a.io': { auth: '%%%' } }, 'a.io', undefined],
    ['that is a text', { 'a.io': 'user:secret' }, 'a.io', undefined],
    ['that is null', { 'a.io': null }, 'a.io', undefined],
    ['in a list', [auth], 'a.io', undefined],
    ['in nothing', undefined, 'a.io', undefined],
  ])('%s', (_name, auths, registry, found) => {
    expect(shown(credentialIn({ auths }, registry))).toBe(found);
  });

  it('is none in whatever else a file may hold', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(shown(credentialIn(parseAuthConfig(JSON.stringify(value)), 'a.io'))).toBeUndefined();
        expect(shown(parseHelperAnswer(JSON.stringify({ Username: value })))).toBeUndefined();
      }),
    );
    expect(parseAuthConfig('{ "auths": ')).toEqual({});
  });
});

describe('a credential helper', () => {
  it.each<[name: string, config: Record<string, unknown>, registry: string, helper: string | undefined]>([
    ['for the registry', { credHelpers: { 'a.io': 'ecr-login' }, credsStore: 'desktop' }, 'a.io', 'ecr-login'],
    ['for all', { credHelpers: { 'b.io': 'gcloud' }, credsStore: 'desktop' }, 'a.io', 'desktop'],
    ['for Docker Hub', { credHelpers: { 'https://index.docker.io/v1/': 'pass' } }, 'docker.io', 'pass'],
    ['of Windows, on WSL', { credsStore: 'desktop.exe' }, 'a.io', 'desktop.exe'],
    ['none', {}, 'a.io', undefined],
    ['for another', { credHelpers: { 'b.io': 'gcloud' } }, 'a.io', undefined],
    ['that is a path', { credsStore: '../../tmp/x' }, 'a.io', undefined],
    ['with an argument', { credsStore: 'x --y' }, 'a.io', undefined],
    ['in capitals', { credsStore: 'Desktop' }, 'a.io', undefined],
    ['that is empty', { credsStore: '' }, 'a.io', undefined],
    ['that is a number', { credsStore: 7 }, 'a.io', undefined],
  ])('%s', (_name, config, registry, helper) => {
    expect(helperFor(config, registry)).toBe(helper);
  });

  it.each<[answer: string, read: string | undefined]>([
    ['{"ServerURL":"a.io","Username":"u","Secret":"p"}', 'u:p'],
    ['{"Username":"<token>","Secret":"r"}', 'identity r'],
    ['{"Username":"u","Secret":""}', undefined],
    ['{"Username":"","Secret":"p"}', undefined],
    ['{"Secret":"p"}', undefined],
    ['', undefined],
    ['credentials not found', undefined],
    ['null', undefined],
  ])('that answers %j is read', (answer, read) => {
    expect(shown(parseHelperAnswer(answer))).toBe(read);
  });
});
