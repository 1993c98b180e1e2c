/** Which server a run is on, by what its runner says. */
import { describe, expect, it } from '@jest/globals';
import { serverOf } from '../../../src/run/server.ts';

const at = (url: string, api = '', more: Readonly<Record<string, string>> = {}) =>
  serverOf({ GITHUB_SERVER_URL: url, GITHUB_API_URL: api, ...more });
const GITEA = { GITEA_ACTIONS: 'true' };
const FORGEJO = { ...GITEA, FORGEJO_ACTIONS: 'true' };

describe('serverOf', () => {
  it.each([
    ['github', at('https://github.com', 'https://api.github.com')],
    ['github', at('https://github.com', 'https://api.github.com', GITEA)],
    ['github', at('https://octo.ghe.com', 'https://api.octo.ghe.com')],
    ['enterprise', at('https://git.corp', 'https://git.corp/api/v3')],
    ['enterprise', at('https://git.corp/', 'https://git.corp/api/v3/')],
    ['gitea', at('https://git.corp', 'https://git.corp/api/v1', GITEA)],
    ['gitea', at('https://git.corp/git/', 'https://git.corp/git/api/v1', GITEA)],
    ['forgejo', at('https://git.corp', 'https://git.corp/api/v1', FORGEJO)],
    ['unknown', at('https://git.corp', 'https://git.corp/api/v1')],
    ['unknown', at('https://git.corp', 'https://git.corp/api/v1', { GITEA_ACTIONS: 'false' })],
    ['unknown', at('https://git.corp', 'https://other.corp/api/v3')],
    ['unknown', at('https://git.corp', 'https://other.corp/api/v1', GITEA)],
    ['unknown', at('https://git.corp')],
    ['unknown', at('http://github.com', 'https://api.github.com')],
    ['unknown', at('https://github.com.corp', 'https://api.github.com')],
    ['unknown', at('https://ghe.com', 'https://api.ghe.com')],
    ['unknown', at('', '/api/v1', GITEA)],
    ['unknown', serverOf({})],
  ])('is %s', (kind, server) => {
    expect(server.kind).toBe(kind);
  });

  it('has the API of GitHub where none is named, and of no other server', () => {
    expect(at('https://github.com').api).toBe('https://api.github.com');
    expect(at('https://git.corp').api).toBe('');
  });
});
