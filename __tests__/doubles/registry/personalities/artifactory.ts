import { personalityOf } from './conformant.ts';

/** JFrog Artifactory: 403 for an absent tag, and tags that only a user who may delete can move. */
export const artifactory = personalityOf({
  name: 'artifactory',
  overwriteNeedsDelete: true,
  headManifest: { absent: 'denied' },
  challenge: { realm: 'Artifactory Realm', lacking: 'refusal' },
  token: { path: '/artifactory/api/docker/docker-local/v2/token', service: 'artifactory' },
  refusals: {
    'blob-upload-invalid': { status: 404, text: { type: 'text/html', body: '<h1>Not Found</h1>' } },
    denied: { status: 403, code: 'DENIED', message: 'The requested access to the resource is denied' },
    'tag-immutable': {
      status: 403,
      code: 'UNAUTHORIZED',
      message: ({ repository, reference }) =>
        `Not enough permissions to delete/overwrite artifact '${repository}/${reference}/manifest.json' (user needs DELETE permission).`,
    },
  },
});
