import { CONFORMANT } from '../refusals.ts';
import type { Difference, Personality } from './personality.ts';

/** The OCI distribution specification 1.1 with everything optional in place, strict where it may be. */
export const conformant: Personality = {
  name: 'conformant',
  signIn: ['none', 'basic', 'token'],
  refusals: CONFORMANT,
  headers: { 'docker-distribution-api-version': 'registry/2.0' },
  manifestHeaders: {},
  digestHeader: { put: true, get: true, head: true },
  repositories: 'on-push',
  immutability: 'other-digest',
  dockerManifests: 'taken',
  secondNames: 'taken',
  overwriteNeedsDelete: false,
  accept: 'strict',
  lacksRepository: 'name-unknown',
  headManifest: {},
  patch: { status: 202, checksPlace: true, range: 'advances' },
  monolithicPut: true,
  monolithicPost: true,
  mount: 'works',
  referrers: true,
  ociSubject: true,
  deletes: 'all',
  deleteStatus: 202,
  emptyTags: 'list',
  pagesTags: true,
  location: 'absolute',
  manifestLimit: 4 * 1024 * 1024,
  gzipsManifests: false,
  challenge: {
    basic: 'Basic',
    bearer: 'Bearer',
    realm: 'registry',
    others: [],
    lacking: 'challenge',
    wrong: 'challenge',
    onlyOnPing: false,
  },
  token: {
    path: '/token',
    service: 'registry.test',
    elsewhere: false,
    fields: ['token', 'access_token'],
    lifetime: 300,
    announced: true,
    claims: 'none',
    saysAccess: true,
    wrong: 'refusal',
    oauth: true,
    grants: 'intersection',
  },
};

export function personalityOf(difference: Difference): Personality {
  return {
    ...conformant,
    ...difference,
    refusals: { ...conformant.refusals, ...difference.refusals },
    headers: difference.headers ?? conformant.headers,
    digestHeader: { ...conformant.digestHeader, ...difference.digestHeader },
    headManifest: { ...conformant.headManifest, ...difference.headManifest },
    patch: { ...conformant.patch, ...difference.patch },
    challenge: { ...conformant.challenge, ...difference.challenge },
    token: { ...conformant.token, ...difference.token },
  };
}
