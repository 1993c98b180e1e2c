import { personalityOf } from './conformant.ts';
import type { Difference } from './personality.ts';

/** What both majors have in common; the conformance suite holds them against the real ones. */
const COMMON: Omit<Difference, 'name'> = {
  referrers: false,
  ociSubject: false,
  mindsConditions: false,
  lacksRepository: 'content-unknown',
  monolithicPost: false,
  challenge: { realm: 'registry-realm' },
  token: { service: 'registry' },
  refusals: {
    'delete-by-tag': { status: 400, code: 'DIGEST_INVALID', message: 'provided digest did not match uploaded content' },
    'blob-upload-invalid': { status: 404, code: 'BLOB_UPLOAD_INVALID', message: 'blob upload invalid' },
    'range-invalid': { status: 416, text: { type: 'text/plain; charset=utf-8', body: 'invalid range' } },
    'manifest-too-large': {
      status: 400,
      code: 'MANIFEST_INVALID',
      message: 'manifest invalid',
      detail: () => 'http: request body too large',
    },
  },
};

/** The distribution project's registry 2.8, as Debian and `registry:2` ship it. */
export const distribution = personalityOf({
  ...COMMON,
  name: 'distribution',
  deletes: 'by-digest',
  emptyTags: 'null',
  pagesTags: false,
  patch: { checksPlace: false },
});

/** The same project's registry 3, as `registry:3` ships it. */
export const distribution3 = personalityOf({ ...COMMON, name: 'distribution-3', accept: 'strict-for-images' });
