import { personalityOf } from './conformant.ts';

/** Docker Hub: tokens from another host, pull limits told in headers, no deletion. */
export const dockerHub = personalityOf({
  name: 'docker-hub',
  signIn: ['token'],
  deletes: 'none',
  mount: 'refused-if-absent',
  manifestHeaders: {
    'ratelimit-limit': '100;w=21600',
    'ratelimit-remaining': '76;w=21600',
    'docker-ratelimit-source': '192.0.2.1',
  },
  token: { service: 'registry.docker.io', elsewhere: true },
  refusals: {
    denied: { status: 401, code: 'UNAUTHORIZED', message: 'authentication required' },
    'tag-immutable': { status: 403, code: 'DENIED', message: 'requested access to the resource is denied' },
    'rate-limited': {
      status: 429,
      code: 'TOOMANYREQUESTS',
      message:
        'You have reached your pull rate limit. You may increase the limit by authenticating and upgrading: https://www.docker.com/increase-rate-limit',
    },
  },
});
