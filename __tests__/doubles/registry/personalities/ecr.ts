import { personalityOf } from './conformant.ts';

/** Amazon ECR: Basic on every call, repositories made beforehand, 403 without a word, manifests converted by tag. */
export const ecr = personalityOf({
  name: 'ecr',
  signIn: ['basic'],
  repositories: 'must-exist',
  immutability: 'any-push',
  accept: 'converted-by-tag',
  digestHeader: { head: false },
  patch: { status: 201, range: 'stale' },
  referrers: false,
  challenge: {
    realm: 'https://123456789012.dkr.ecr.eu-central-1.amazonaws.com/',
    basicService: 'ecr.amazonaws.com',
    wrong: 'refusal',
  },
  refusals: {
    unauthorized: { status: 401, text: { type: 'text/plain; charset=utf-8', body: 'Not Authorized\n' } },
    denied: { status: 403 },
    'repository-missing': {
      status: 404,
      code: 'NAME_UNKNOWN',
      message: ({ repository }) =>
        `The repository with name '${repository}' does not exist in the registry with id '123456789012'`,
    },
    'tag-immutable': {
      status: 400,
      code: 'TAG_INVALID',
      message: ({ repository, reference }) =>
        `The image tag '${reference}' already exists in the '${repository}' repository and cannot be overwritten because the repository is immutable.`,
    },
  },
});
