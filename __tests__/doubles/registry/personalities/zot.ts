import { personalityOf } from './conformant.ts';

/** zot after 2.1.20: OCI media types alone, and a right of its own ("update") to move a tag, which is here to delete. */
export const zot = personalityOf({
  name: 'zot',
  dockerManifests: 'refused',
  overwriteNeedsDelete: true,
  challenge: { realm: 'zot', lacking: 'refusal' },
  token: { path: '/zot/auth/token', service: 'zot' },
  refusals: {
    'manifest-invalid': { status: 400, code: 'MANIFEST_INVALID', message: 'manifest invalid' },
    'tag-immutable': { status: 403, code: 'DENIED', message: 'requested access to the resource is denied' },
  },
});
