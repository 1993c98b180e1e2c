import { deploymentSummary } from '../../../src/report/deployment-summary.ts';
import { summaryOf } from '../../../src/report/summary.ts';
import { certificate, SIGNED_AT, WANTED } from '../../unit/proof/proved.ts';
import { published, theRun } from '../../unit/report/outcomes.ts';
import { makeCertificates } from '../registry/certificates.ts';
import type { Step } from '../runner.ts';
import { imageOf } from './images.ts';
import { commitAt, DESTINATION, OWN_REGISTRY, type Place, TEAM } from './place.ts';
import type { Situation, Told } from './situation.ts';

const DAY = 86_400_000;
const PRUNED = `${OWN_REGISTRY}/${TEAM}`;
const CREATED = 'org.opencontainers.image.created';

/** What is signed when an image is published, and what the actions verify/ and prune/ show. */
export const SIBLINGS: readonly Situation[] = [
  {
    name: 'published-with-proof',
    title: /^✅ Published and verified: ghcr\.io\/owner\/app 1\.2\.3$/,
    folded: ['Verify, deploy', 'Evidence', 'Why the gate was open'],
    play: signed,
  },
  {
    name: 'verify-proved',
    title: /^✅ Verified: ghcr\.io\/octocat\/app$/,
    folded: ['What was required, and where it comes from'],
    play: async () => proved(),
  },
  {
    name: 'verify-refused',
    title: /^❌ Not verified: PROOF_MISSING for ghcr\.io\/octocat\/app:1\.4\.0$/,
    folded: ['What was required, and where it comes from'],
    play: refused,
  },
  {
    name: 'prune-dry-run',
    title: /^🔎 Dry run: nothing was deleted from registry\.octocat\.test\/octocat\/app$/,
    folded: ['One by one', 'Why the gate was open'],
    play: (place) => pruned(place, {}),
  },
  {
    name: 'prune-done',
    title: /^🧹 Pruned: registry\.octocat\.test\/octocat\/app$/,
    folded: ['One by one', 'Why the gate was open'],
    play: (place) => pruned(place, { 'dry-run': 'false' }, 409),
  },
  {
    name: 'prune-failed',
    title: /^❌ Failed: \w+ for registry\.octocat\.test\/octocat\/app$/,
    folded: ['One by one'],
    play: (place) => pruned(place, { 'dry-run': 'false' }, 400),
  },
];

/** What the room writes itself: a signature that holds needs a Sigstore, which is not everywhere. */
function proved(): Told {
  const { predicateType, signers, digest, now: _, ...origins } = WANTED;
  const demand = { predicateType, signers };
  const proof = {
    ...({ at: `ghcr.io, sha256:${'c0ffee'.repeat(10)}c0fe`, authority: 'public', certificate: certificate() } as const),
    ...{ signedAt: SIGNED_AT, predicate: undefined, bundle: new Uint8Array() },
  };
  const image = { registry: 'ghcr.io', path: TEAM, digest };
  const summary = deploymentSummary(
    {
      ...{ kind: 'verified', image, digest, root: digest, tags: ['1.4.0', '1.4'] },
      demands: { ...origins, statements: [demand] },
      search: { digest, sought: [{ demand, proof, nearest: undefined }], looked: 1, unread: [], tooMany: [] },
    },
    { now: SIGNED_AT + 1.5 * 3_600_000, run: theRun },
  );
  return { summary, log: '', outputs: {} };
}

/** The same with a proof that this run has signed. */
async function signed(): Promise<Told> {
  const attached = [{ repository: { registry: 'ghcr.io', path: 'owner/app' }, digest: WANTED.digest }];
  const signer = { by: "GitHub's own Sigstore", isLogged: false, isEarlier: false, attestation: 4711, attached };
  return { summary: summaryOf({ ...(await published()), proof: { signed: signer } }, theRun), log: '', outputs: {} };
}

/** An image that nobody has signed. */
function refused(place: Place): Promise<Step> {
  place.hold(TEAM, imageOf(4), '1.4.0');
  const [rawBytes] = makeCertificates({ names: ['fulcio.test'] })
    .ca.split(/-----[^-]+-----/)
    .slice(1);
  const authority = {
    uri: 'https://fulcio.sigstore.dev',
    certChain: { certificates: [{ rawBytes: rawBytes?.replaceAll(/\s/g, '') }] },
    validFor: { start: '2020-01-01T00:00:00Z' },
  };
  const root = {
    mediaType: 'application/vnd.dev.sigstore.trustedroot+json;version=0.1',
    ...{ certificateAuthorities: [authority], timestampAuthorities: [authority], tlogs: [], ctlogs: [] },
  };
  return place.sibling('verify', {
    image: `${DESTINATION}:1.4.0`,
    'signer-workflow': `${TEAM}/.github/workflows/publish.yml@refs/heads/main`,
    'trusted-root': place.write('trusted-root.json', JSON.stringify(root)),
    'github-token': '',
  });
}

/** Old images of commits, newer ones, one that is deployed, and a release; the registry may refuse to delete the oldest. */
function pruned(place: Place, inputs: Readonly<Record<string, string>>, status?: number): Promise<Step> {
  const repository = place.registry.repository(TEAM);
  const at = (days: number) => ({ [CREATED]: new Date(Date.now() - days * DAY).toISOString() });
  for (const [index, days] of [400, 300, 200, 2, 1].entries())
    repository.putImage({ contents: [`commit ${index}`, 'base'], annotations: at(days), tag: commitAt(index) });
  repository.putImage({ content: 'the release', annotations: at(500), tag: '1.4.0' });
  repository.putImage({ content: 'deployed', annotations: at(350), tag: commitAt(9) });
  const oldest = repository.tags.get(commitAt(0));
  if (status !== undefined && oldest !== undefined) {
    const act = { kind: 'error', status, code: 'UNKNOWN', message: 'the storage is read-only' } as const;
    place.registry.fault({ match: { kind: 'manifest', method: 'DELETE', reference: oldest }, times: 'always', act });
  }
  return place.sibling('prune', {
    image: PRUNED,
    'keep-newest': '1',
    'trust-created': 'true',
    'max-share': '100 %',
    'keep-digests': `${PRUNED}@${repository.tags.get(commitAt(9))}`,
    ...inputs,
  });
}
