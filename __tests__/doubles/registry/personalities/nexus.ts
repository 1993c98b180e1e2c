import { personalityOf } from './conformant.ts';

/** Sonatype Nexus 3: the scheme in capitals, a HEAD by digest that fails, plain sentences for refusals. */
export const nexus = personalityOf({
  name: 'nexus',
  referrers: false,
  ociSubject: false,
  headManifest: { byDigest: 'server-error' },
  challenge: { basic: 'BASIC', realm: 'Sonatype Nexus Repository Manager' },
  token: { path: '/v2/token', service: 'nexus' },
  refusals: {
    'tag-immutable': {
      status: 400,
      code: 'UNKNOWN',
      message: ({ repository }) => `Repository does not allow updating assets: ${repository}`,
    },
  },
});
