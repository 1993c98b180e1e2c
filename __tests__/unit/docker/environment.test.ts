import { homedir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { childEnvironment } from '../../../src/docker/environment.ts';

describe('the environment of the docker CLI', () => {
  it.each([
    'PATH',
    'Path',
    'HOME',
    'TMPDIR',
    'RUNNER_TRACKING_ID',
    'DOCKER_HOST',
    'DOCKER_CONTEXT',
    'DOCKER_TLS_VERIFY',
    'DOCKER_CERT_PATH',
    'DOCKER_API_VERSION',
    'SSH_AUTH_SOCK',
    'HTTP_PROXY',
    'https_proxy',
    'no_proxy',
    'SSL_CERT_FILE',
  ])('has %s', (name) => {
    expect(childEnvironment({ [name]: 'value' }, undefined)).toEqual({ [name]: 'value' });
  });

  it.each([
    'INPUT_PASSWORD',
    'INPUT_USERNAME',
    'DOCKER_AUTH_CONFIG',
    'DOCKER_PASSWORD',
    'ACTIONS_RUNTIME_TOKEN',
    'ACTIONS_ID_TOKEN_REQUEST_TOKEN',
    'ACTIONS_CACHE_URL',
    'GITHUB_TOKEN',
    'GITHUB_OUTPUT',
    'STATE_docker-config',
    'AWS_SECRET_ACCESS_KEY',
    'NPM_TOKEN',
    'NODE_OPTIONS',
    'LD_PRELOAD',
    'LD_LIBRARY_PATH',
    'BUILDKIT_HOST',
    'DOCKER_CONTENT_TRUST_REPOSITORY_PASSPHRASE',
    'PATH_TO_SECRETS',
    'MY_PATH',
    '',
  ])('does not have %s', (name) => {
    expect(childEnvironment({ [name]: 'secret' }, undefined)).toEqual({});
  });

  it.each<readonly [NodeJS.ProcessEnv, string | undefined, Record<string, string>]>([
    [{}, undefined, {}],
    [{ DOCKER_CONFIG: '/users' }, undefined, { DOCKER_CONFIG: '/users' }],
    [{ DOCKER_CONFIG: '/users' }, '/ours', { DOCKER_CONFIG: '/ours', DOCKER_CERT_PATH: '/users' }],
    [{ DOCKER_CERT_PATH: '/certs' }, '/ours', { DOCKER_CONFIG: '/ours', DOCKER_CERT_PATH: '/certs' }],
    [{ DOCKER_CERT_PATH: '' }, '/ours', { DOCKER_CONFIG: '/ours', DOCKER_CERT_PATH: join(homedir(), '.docker') }],
    [{}, '/ours', { DOCKER_CONFIG: '/ours', DOCKER_CERT_PATH: join(homedir(), '.docker') }],
    [{ PATH: undefined }, undefined, {}],
    [{ PATH: '' }, undefined, { PATH: '' }],
  ])('from %j with the folder %s is %j', (ours, folder, expected) => {
    expect(childEnvironment(ours, folder)).toEqual(expected);
  });

  it('has nothing else, whatever the job exported', () => {
    const known =
      /^(?:path|home|user|userprofile|xdg_runtime_dir|tmpdir|temp|tmp|pathext|systemroot|programdata|programfiles|lang|lc_all|runner_tracking_id|docker_(?:host|context|tls|tls_verify|cert_path|api_version|config)|ssh_auth_sock|(?:https?|no|all)_proxy|ssl_cert_(?:file|dir))$/i;
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.string()), (ours) => {
        for (const name of Object.keys(childEnvironment(ours, undefined))) expect(name).toMatch(known);
      }),
    );
  });
});
