import { describe, expect, it } from '@jest/globals';
import { ActionError } from '../../../src/errors.ts';
import type { Identity } from '../../../src/keyless/keyless.ts';
import type { Mishap } from '../../doubles/clouds/clouds.ts';
import { sky, told } from './sky.ts';

const IDENTITY: Identity = {
  type: 'dockerhub',
  registry: 'docker.io',
  username: 'octo',
  connectionId: '11111111-2222-4333-8444-555555555555',
  audience: undefined,
};

describe("the job's token", () => {
  it.each([
    ['nothing', {}],
    ['no address', { ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'x' }],
    ['no token', { ACTIONS_ID_TOKEN_REQUEST_URL: 'https://run-actions-1.actions.githubusercontent.com/4/idtoken/1/2' }],
    ['an empty token', { ACTIONS_ID_TOKEN_REQUEST_URL: 'https://run.example/', ACTIONS_ID_TOKEN_REQUEST_TOKEN: '' }],
    ['an address that is none', { ACTIONS_ID_TOKEN_REQUEST_URL: 'x', ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'x' }],
  ])('with %s in the environment names the permission, and forks', async (_name, environment) => {
    const { failure, clouds } = sky({ services: [], environment });
    const error = await failure(IDENTITY);
    expect(error).toMatchObject({ code: 'EXCHANGE_FAILED', message: expect.stringContaining('may not ask GitHub') });
    expect(error.hint).toContain('Add "id-token: write" to the "permissions" of this job');
    expect(error.hint).toMatch(/forks.*Dependabot.*reusable workflow/s);
    expect(clouds.requests).toEqual([]);
  });

  it.each([
    ['Gitea', {}],
    ['Forgejo', { FORGEJO_ACTIONS: 'true' }],
  ])('is not there on %s, for which no permission would help', async (name, more) => {
    const server = { GITHUB_SERVER_URL: 'https://git.example', GITHUB_API_URL: 'https://git.example/api/v1' };
    const environment = { ...server, GITEA_ACTIONS: 'true', ...more };
    const { failure, clouds } = sky({ services: [], environment });
    const error = await failure(IDENTITY);
    expect(error).toMatchObject({ code: 'EXCHANGE_FAILED', message: expect.stringContaining(`This server (${name})`) });
    expect(error.hint).toContain('"username" and "password"');
    expect(error.hint).not.toContain('permission');
    expect(clouds.requests).toEqual([]);
  });

  it('is not asked for without TLS', async () => {
    const environment = {
      ACTIONS_ID_TOKEN_REQUEST_URL: 'http://run-actions-1.actions.githubusercontent.com/4/idtoken/1/2?api-version=2.0',
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'a-request-token-of-this-job',
    };
    const { failure, clouds } = sky({ services: [], environment });
    expect((await failure(IDENTITY)).message).toContain('does not use TLS');
    expect(clouds.requests).toEqual([]);
  });

  it.each<[name: string, mishap: Mishap, message: RegExp]>([
    ['no longer', { status: 401, body: '' }, /can no longer get a token/],
    ['as a page', { status: 200, body: '<html>' }, /GitHub's token service cannot be used: it has no token/],
    ['empty', { status: 200, body: '{"value":""}' }, /it has no token/],
    ['as something else', { status: 200, body: '{"value":"not.a token"}' }, /it has no token/],
    ['never', { error: 'ETIMEDOUT' }, /could not be reached \(ETIMEDOUT\)/],
    ['from nobody', { error: 'ENOTFOUND' }, /has no address/],
    ['under load', { status: 503, body: '' }, /it is not available/],
  ])('given %s ends in its own error', async (_name, mishap, message) => {
    const { failure, clouds } = sky({ services: [] });
    clouds.mishap = () => mishap;
    const error = await failure(IDENTITY);
    expect(error.code).toBe('EXCHANGE_FAILED');
    expect(error.message).toMatch(message);
    expect(told(error)).not.toContain('request-token-of-the-job');
  });

  it('is not asked for again once the step has ended, and that is why there is none', async () => {
    const { controller, failure, clouds } = sky({ services: [] });
    clouds.mishap = () => {
      controller.abort(new ActionError('CANCELLED', 'The run was cancelled.', { hint: 'Run it again.' }));
      return { error: 'ECONNRESET' };
    };
    expect(await failure(IDENTITY)).toMatchObject({ code: 'CANCELLED' });
    expect(clouds.requests).toHaveLength(1);
  });

  it('is asked for again when the service is out of order for a moment', async () => {
    const { failure, clouds, slept } = sky({ services: [] });
    clouds.mishap = (_request, seen) => (seen.length < 3 ? { status: 502, body: '' } : { status: 401, body: '' });
    await failure(IDENTITY);
    expect([clouds.requests.length, slept.length]).toEqual([3, 2]);
  });
});
