import { personalityOf } from './conformant.ts';

/** Google Artifact Registry: its repository must exist, missing rights are named, only /v2/ says how to sign in. */
export const artifactRegistry = personalityOf({
  name: 'artifact-registry',
  repositories: 'must-exist',
  challenge: { lacking: 'refusal', onlyOnPing: true },
  token: { path: '/v2/token', service: 'europe-docker.pkg.dev', fields: ['token'], lifetime: 3600 },
  refusals: {
    denied: {
      status: 403,
      code: 'DENIED',
      message: ({ repository, action }) =>
        `Permission "artifactregistry.repositories.${action === 'pull' ? 'downloadArtifacts' : 'uploadArtifacts'}" denied on resource "${repository}" (or it may not exist)`,
    },
    'repository-missing': {
      status: 404,
      code: 'NAME_UNKNOWN',
      message: ({ repository }) => `Repository "${repository}" not found`,
    },
    'tag-immutable': {
      status: 400,
      code: 'MANIFEST_INVALID',
      message: ({ reference }) => `cannot update tag ${reference}. The repository has enabled tag immutability`,
    },
  },
});
