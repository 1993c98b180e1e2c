import { personalityOf } from './conformant.ts';

const CHUNK_LIMIT = 4 * 1024 * 1024;

/** GitHub's registry: small chunks only, 403 for what is absent, no referrers, a placeholder in its challenge. */
export const ghcr = personalityOf({
  name: 'ghcr',
  referrers: false,
  ociSubject: false,
  deletes: 'none',
  headManifest: { absent: 'denied' },
  patch: { limit: CHUNK_LIMIT },
  challenge: { lacking: 'refusal', pingScope: 'repository:user/image:pull' },
  token: { service: 'ghcr.io', fields: ['token'], announced: false },
  refusals: {
    denied: { status: 403, code: 'DENIED', message: 'permission_denied: write_package' },
    'chunk-too-large': {
      status: 416,
      code: 'BLOB_UPLOAD_INVALID',
      message: 'blob upload chunk exceeds the limit of 4.00MiB',
    },
  },
});
