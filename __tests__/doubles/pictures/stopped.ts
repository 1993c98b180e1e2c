import type { FaultRule } from '../registry/fault-script.ts';
import type { Step } from '../runner.ts';
import { reportOf } from '../sarif/reports.ts';
import { imageOf } from './images.ts';
import { commitAt, DESTINATION, type Place, TEAM } from './place.ts';
import { MIRROR, NEEDS, pullRequest, pushed, SOURCE } from './runs.ts';
import type { Situation } from './situation.ts';

export const STOPPED: readonly Situation[] = [
  {
    name: 'skipped-pull-request',
    title: /^⏭️ Skipped/,
    folded: ['The other rules'],
    play: (place) => place.publish({ inputs: { source: SOURCE }, event: pullRequest() }),
  },
  {
    name: 'closed-by-evidence',
    title: /^❌ Not published: the gate is closed for ghcr\.io\/octocat\/app$/,
    folded: ['The other rules', 'Scan reports (1)', 'Findings (7)'],
    play: closedByEvidence,
  },
  {
    name: 'closed-by-missing-checks',
    title: /^❌ Not published: the gate is closed for ghcr\.io\/octocat\/app$/,
    folded: ['The other rules'],
    play: (place) => {
      place.github.trees.set(commitAt(4), 'the tree of the commit');
      const run = place.github.run(commitAt(4));
      run.job('lint', 'success');
      run.job('test', 'failure');
      return pushed(place, { 'required-checks': 'lint, test, end-to-end' });
    },
  },
  {
    name: 'dry-run',
    title: /^📝 Dry run: nothing was written to ghcr\.io\/octocat\/app$/,
    folded: ['Why the gate was open', 'Credentials'],
    play: (place) => pushed(place, { 'dry-run': 'true', tags: '1.4.0', needs: NEEDS }, 3),
  },
  {
    name: 'failed-tag-exists',
    title: /^❌ Failed: TAG_EXISTS for ghcr\.io\/octocat\/app/,
    folded: [],
    play: (place) => {
      place.hold(TEAM, imageOf(3, ', built before'), '1.4.0', commitAt(3));
      return pushed(place, { tags: '1.4.0' });
    },
  },
  {
    name: 'failed-digest-mismatch',
    title: /^❌ Failed: DIGEST_MISMATCH for ghcr\.io\/octocat\/app/,
    folded: ['Credentials'],
    play: faulty({ match: { kind: 'tag', method: 'PUT' }, act: { kind: 'store-other' } }),
  },
  {
    name: 'failed-half-way',
    title: /^❌ Failed: REGISTRY_DENIED for ghcr\.io\/octocat\/app.* 1\.4\.0$/,
    folded: ['Credentials'],
    play: faulty(
      { match: { kind: 'tag', method: 'PUT', reference: '1.4.0' }, act: { kind: 'refuse', situation: 'denied' } },
      { tags: '1.4.0', 'moving-tags': 'main' },
    ),
  },
  {
    name: 'failed-at-one-of-two',
    title: /^❌ Failed: REGISTRY_DENIED for ghcr\.io\/octocat\/app.* 1\.4\.0$/,
    folded: ['Credentials'],
    play: faulty(
      {
        match: { kind: 'upload', repository: 'octocat/mirror' },
        times: 'always',
        act: { kind: 'refuse', situation: 'denied' },
      },
      { image: `${DESTINATION}\n${MIRROR}`, tags: '1.4.0', 'moving-tags': 'main' },
    ),
  },
  {
    name: 'failed-inputs',
    title: /^❌ Failed: INPUT_INVALID$/,
    folded: [],
    play: (place) =>
      place.publish({
        inputs: { image: 'GHCR.io/Octocat/App:1.0', 'registry-auth': '', timeout: 'soon', verify: 'deep' },
      }),
  },
];

/** A push to main, at whose registry something goes wrong. */
export function faulty(rule: FaultRule, inputs: Readonly<Record<string, string>> = { 'moving-tags': '' }) {
  return (place: Place): Promise<Step> => {
    place.registry.fault(rule);
    return pushed(place, inputs);
  };
}

/** A push to main, whose tests failed and whose image has something critical. */
function closedByEvidence(place: Place): Promise<Step> {
  place.github.trees.set(commitAt(4), 'the tree of the commit');
  const run = place.github.run(commitAt(4));
  for (const [job, word] of [
    ['lint', 'success'],
    ['test', 'success'],
  ] as const)
    run.job(job, word);
  place.write('scan.sarif', reportOf('trivy').replaceAll(/sha256:1{64}/g, imageOf(4).config.digest));
  return pushed(place, { 'required-checks': 'lint, test', 'scan-report': 'scan.sarif', needs: NEEDS });
}
