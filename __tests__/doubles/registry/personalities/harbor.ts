import type { Facts } from '../refusals.ts';
import { personalityOf } from './conformant.ts';

const unauthorised = ({ repository, action }: Facts): string =>
  repository === undefined || action === undefined
    ? 'unauthorized'
    : `unauthorized to access repository: ${repository}, action: ${action}`;

/**
 * Harbor (main of August 2026): a missing right is a 401 that asks for Basic, policies are 412, immutability looks at the
 * name alone, and a wrong credential gets an anonymous token.
 */
export const harbor = personalityOf({
  name: 'harbor',
  immutability: 'any-push',
  location: 'relative',
  deletes: 'by-digest',
  mount: 'refused-if-absent',
  challenge: { realm: 'harbor', lacking: 'refusal' },
  token: {
    path: '/service/token',
    service: 'harbor-registry',
    lifetime: 1800,
    claims: 'iat',
    wrong: 'anonymous-if-scoped',
    oauth: false,
    grants: 'everything',
  },
  refusals: {
    unauthorized: { status: 401, code: 'UNAUTHORIZED', message: unauthorised },
    denied: {
      status: 401,
      code: 'UNAUTHORIZED',
      message: unauthorised,
      headers: { 'www-authenticate': 'Basic realm="harbor"' },
    },
    'tag-immutable': {
      status: 412,
      code: 'PRECONDITION',
      message: ({ repository, reference }) =>
        `Failed to process request due to '${repository}:${reference}' configured as immutable.`,
    },
    'pull-policy': {
      status: 412,
      code: 'PROJECTPOLICYVIOLATION',
      message:
        'current image without vulnerability scanning cannot be pulled due to configured policy in \'Prevent images with vulnerability severity of "Critical" or higher from running.\' To continue with pull, please contact your project administrator for help.',
    },
    'scan-pending': {
      status: 412,
      code: 'PROJECTPOLICYVIOLATION',
      message:
        'current image with "Pending" status of vulnerability scanning cannot be pulled due to configured policy in \'Prevent images with vulnerability severity of "Critical" or higher from running.\' To continue with pull, please contact your project administrator for help.',
    },
    'mount-refused': { status: 400, code: 'BAD_REQUEST', message: 'bad request' },
    quota: {
      status: 403,
      code: 'DENIED',
      message:
        'adding 1.0 MiB of storage resource, which when updated to current usage of 1.0 GiB will exceed the configured upper limit of 1.0 GiB.',
    },
    'delete-by-tag': { status: 400, code: 'UNSUPPORTED', message: 'The operation is unsupported.' },
  },
});
