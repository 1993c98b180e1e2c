import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { runDocker } from '../../../src/docker/child.ts';
import { findOwnLogin } from '../../../src/docker/own-login.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'own-login-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const base64 = (text: string) => Buffer.from(text).toString('base64');
const configured = (config: object) => writeFileSync(join(folder, 'config.json'), JSON.stringify(config));
/** A credential helper that is a shell script, first on the PATH. */
const helper = (script: string) =>
  writeFileSync(join(folder, 'docker-credential-test'), `#!/bin/sh\ncd '${folder}'\n${script}\n`, { mode: 0o755 });
const find = (registry: string, more: Record<string, string> = {}, signal = new AbortController().signal) => {
  const env = { PATH: `${folder}:${process.env.PATH}`, DOCKER_CONFIG: folder, HOME: folder, ...more };
  return findOwnLogin(registry, { env, run: runDocker, signal });
};
const OWN = { credsStore: 'test', auths: { 'a.io': { auth: base64('file:secret') } } };

describe('a login of docker’s own', () => {
  it('is in the file', async () => {
    configured({ auths: { 'a.io': { auth: base64('user:secret') } } });
    expect(await find('a.io')).toMatchObject({
      credential: { username: 'user' },
      from: expect.stringMatching(/config/),
    });
    expect(await find('b.io')).toBeUndefined();
  });

  it('is in DOCKER_AUTH_CONFIG before anywhere else', async () => {
    configured(OWN);
    const env = { DOCKER_AUTH_CONFIG: JSON.stringify({ auths: { 'a.io': { auth: base64('given:secret') } } }) };
    expect(await find('a.io', env)).toMatchObject({ credential: { username: 'given' }, from: 'DOCKER_AUTH_CONFIG' });
  });

  it('is asked of the helper before the file: the host on its standard input, no secret of the job in its environment', async () => {
    configured(OWN);
    helper('cat > asked; env > environment; echo "$@" > arguments; echo \'{"Username":"u","Secret":"s"}\'');
    const env = { INPUT_PASSWORD: 'x', ACTIONS_RUNTIME_TOKEN: 'x', GITHUB_TOKEN: 'x', AWS_PROFILE: 'push' };
    expect(await find('docker.io', env)).toMatchObject({
      credential: { username: 'u' },
      from: 'docker-credential-test',
    });
    expect(readFileSync(join(folder, 'asked'), 'utf8')).toBe('https://index.docker.io/v1/');
    expect(readFileSync(join(folder, 'arguments'), 'utf8')).toBe('get\n');
    const environment = readFileSync(join(folder, 'environment'), 'utf8');
    expect(environment).toContain('AWS_PROFILE=push');
    expect(environment).not.toMatch(/INPUT_|ACTIONS_|GITHUB_/);
  });

  it.each([
    ['stdout', 'echo "credentials not found in native keychain"; exit 1'],
    ['stderr', 'echo "credentials not found" >&2; exit 1'],
    ['an empty answer', 'echo "{}"'],
  ])('is none if the helper says so on %s', async (_name, script) => {
    configured(OWN);
    helper(script);
    expect(await find('a.io')).toBeUndefined();
  });

  it.each([
    ['fails', 'echo \'{"Secret":"hunter2"}\'; echo "not logged in" >&2; exit 3', /exit code 3 not logged in/],
    ['is not there', undefined, /could not be started/],
  ])('is an error if the helper %s, which quotes nothing that may be secret', async (_name, script, said) => {
    configured(OWN);
    if (script !== undefined) helper(script);
    const error = await find('a.io').catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'CREDENTIAL_MISSING', message: expect.stringMatching(said) });
    expect(String(error)).not.toContain('hunter2');
  });

  it.each([
    ['a byte order mark', '\ufeff{"auths":{}}', /config\.json begins with a byte order mark/],
    ['half of it', '{"auths":{"a.io":', /config\.json is not JSON/],
    ['a list', '[]', /config\.json is no JSON object/],
  ])('is told to be missing because of %s, without what is in it', async (_name, text, says) => {
    writeFileSync(join(folder, 'config.json'), text);
    const error = await find('a.io').catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'CREDENTIAL_MISSING', message: expect.stringMatching(says) });
    // What DOCKER_AUTH_CONFIG has is taken all the same.
    const env = { DOCKER_AUTH_CONFIG: JSON.stringify({ auths: { 'a.io': { auth: base64('given:secret') } } }) };
    expect(await find('a.io', env)).toMatchObject({ credential: { username: 'given' } });
  });

  it.each(['', '\n', '{}'])('is none where there is nothing in the file (%j)', async (text) => {
    writeFileSync(join(folder, 'config.json'), text);
    expect(await find('a.io')).toBeUndefined();
  });

  it('ends with the step', async () => {
    configured(OWN);
    helper('exec sleep 60');
    const controller = new AbortController();
    const found = find('a.io', {}, controller.signal);
    controller.abort(new Error('cancelled'));
    await expect(found).rejects.toThrow('cancelled');
  });

  it('leaves the file as it is', async () => {
    configured(OWN);
    helper('echo \'{"Username":"u","Secret":"s"}\'');
    const before = readFileSync(join(folder, 'config.json'));
    await find('a.io');
    expect(readFileSync(join(folder, 'config.json'))).toEqual(before);
  });
});
