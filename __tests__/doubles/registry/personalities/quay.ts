import { personalityOf } from './conformant.ts';

/** Quay: a scope it cannot read is an error, a granted push creates the repository, a mount needs its source. */
export const quay = personalityOf({
  name: 'quay',
  repositories: 'on-token',
  mount: 'needs-from',
  ociSubject: false,
  gzipsManifests: true,
  token: {
    path: '/v2/auth',
    service: 'quay.io',
    fields: ['token'],
    lifetime: 3600,
    announced: false,
    claims: 'iat',
    oauth: false,
    actions: ['pull', 'push', '*'],
  },
  refusals: {
    'scope-invalid': {
      status: 400,
      code: 'INVALID_REQUEST',
      message: ({ detail }) => `Unable to decode repository and actions: ${String(detail)}`,
    },
    'tag-immutable': {
      status: 409,
      code: 'TAG_IMMUTABLE',
      message: 'tag is immutable and cannot be overwritten',
      detail: ({ reference }) => ({ message: `tag '${reference}' is immutable` }),
    },
    quota: { status: 403, code: 'DENIED', message: 'Quota has been exceeded on namespace' },
  },
});
