import { personalityOf } from './conformant.ts';

/** The distribution project's registry 2.8, as Debian and `registry:2` ship it. */
export const distribution = personalityOf({
  name: 'distribution',
  referrers: false,
  ociSubject: false,
  deletes: 'by-digest',
  emptyTags: 'null',
  challenge: { realm: 'registry-realm' },
  token: { service: 'registry' },
  refusals: {
    'delete-by-tag': { status: 400, code: 'DIGEST_INVALID', message: 'provided digest did not match uploaded content' },
    'manifest-too-large': {
      status: 400,
      code: 'MANIFEST_INVALID',
      message: 'manifest invalid',
      detail: () => 'http: request body too large',
    },
  },
});
