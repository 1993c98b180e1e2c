import { personalityOf } from './conformant.ts';

/** Azure Container Registry: `access_token` without a lifetime, locks as 405, limits that count down. */
export const acr = personalityOf({
  name: 'acr',
  immutability: 'any-push',
  challenge: { realm: 'Azure Container Registry' },
  token: {
    path: '/oauth2/token',
    service: 'example.azurecr.io',
    fields: ['access_token'],
    lifetime: 4500,
    announced: false,
  },
  refusals: {
    unauthorized: {
      status: 401,
      code: 'UNAUTHORIZED',
      message: 'authentication required, visit https://aka.ms/acr/authorization for more information.',
    },
    'tag-immutable': {
      status: 405,
      code: 'REGISTRY_DISALLOWED_OPERATION',
      message:
        'The operation is disallowed on this registry, repository or image. View troubleshooting steps at https://aka.ms/acr/faq/#why-does-my-pull-or-push-request-fail-with-disallowed-operation',
    },
    'rate-limited': {
      status: 429,
      code: 'TOOMANYREQUESTS',
      message: 'too many requests',
      headers: { 'retry-after': '2' },
    },
  },
});
