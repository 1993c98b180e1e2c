import type { Image, ImageIndex } from '../registry/images.ts';
import type { Step } from '../runner.ts';
import { cleanReportOf, reportOf } from '../sarif/reports.ts';
import { attachedBundle } from '../sigstore/attached-bundle.ts';
import { imageFor, imageOf, indexOf } from './images.ts';
import { commitAt, DESTINATION, type Place, TEAM } from './place.ts';
import { MIRROR, NEEDS, pushed, pushOf, SOURCE } from './runs.ts';
import type { Situation } from './situation.ts';

export const FOLDED = ['Evidence', 'Why the gate was open'];
const ROLLBACK = 'Verify, deploy, roll back';

export const PUBLISHED: readonly Situation[] = [
  {
    name: 'published',
    title: /^✅ Published and verified: ghcr\.io\/octocat\/app 1\.4\.0$/,
    folded: [ROLLBACK, ...FOLDED, 'Scan reports (2)', 'Findings (2)', 'Credentials'],
    play: release,
  },
  {
    name: 'published-by-engine',
    title: /^✅ Published and verified: ghcr\.io\/octocat\/app$/,
    folded: ['Verify, deploy', ...FOLDED, 'Credentials'],
    play: (place) => pushed(place),
  },
  {
    name: 'already-published',
    title: /^✅ Already published, verified again/,
    folded: ['Verify, deploy', ...FOLDED, 'Credentials'],
    play: (place) => {
      place.hold(TEAM, imageOf(4), commitAt(4), 'main');
      return pushed(place);
    },
  },
  {
    name: 'published-at-two',
    title: /^✅ Published and verified: .*app, quay\.io\/octocat\/mirror 1\.4\.0$/,
    folded: [ROLLBACK, ...FOLDED, 'Credentials'],
    play: overwritten,
  },
  {
    name: 'promoted',
    title: /^✅ Published and verified: ghcr\.io\/octocat\/app$/,
    folded: ['Verify, deploy', 'Evidence', 'Attached', 'Why the gate was open', 'Credentials'],
    play: promoted,
  },
  {
    name: 'joined',
    title: /^✅ Published and verified: ghcr\.io\/octocat\/app$/,
    folded: ['Verify, deploy', ...FOLDED, 'Credentials'],
    play: joined,
  },
];

/** A patch release of an older line: an index from a file, several checks, two scans, and tags of every kind. */
function release(place: Place): Promise<Step> {
  const { github } = place;
  for (const [commit, version] of [
    [2, '1.3.9'],
    [5, '2.0.1'],
  ] as const) {
    place.hold(TEAM, imageOf(commit), commitAt(commit), version);
    github.gitTags.set(`v${version}`, commitAt(commit));
  }
  place.hold(TEAM, imageOf(2), '1');
  place.hold(TEAM, imageOf(5), 'latest');
  github.gitTags.set('v1.4.0', commitAt(7));
  github.trees.set(commitAt(7), 'the tree of the commit');
  const run = github.run(commitAt(7));
  for (const job of ['build', 'lint', 'test']) run.job(job, 'success');
  const image = indexOf(7);
  place.layout('image', image);
  place.write('scan/trivy.sarif', trivyOn(image));
  place.write('scan/grype.sarif', cleanReportOf('grype'));
  return place.publish({
    inputs: {
      source: 'oci:image',
      'version-tags': 'semver',
      'moving-tags': 'latest',
      needs: NEEDS,
      'required-checks': 'build, lint, test',
      'scan-report': 'scan/*.sarif',
      'expected-image-id': image.digest,
    },
    event: pushOf(7, 'refs/tags/v1.4.0'),
  });
}

/** To two registries, over what was published before. */
function overwritten(place: Place): Promise<Step> {
  for (const path of [TEAM, 'octocat/mirror']) place.hold(path, imageOf(3), commitAt(3), '1.4.0', 'main');
  return pushed(place, { image: `${DESTINATION}\n${MIRROR}`, tags: '1.4.0', 'if-exists': 'overwrite' });
}

/** From staging, with what is attached to it there. */
function promoted(place: Place): Promise<Step> {
  const image = indexOf(4);
  const staging = place.registry.repository('octocat/staging');
  for (const each of image.children) {
    for (const { digest, bytes } of [each.config, ...each.layers]) staging.blobs.set(digest, bytes);
    staging.putManifest(each.bytes, each.mediaType);
  }
  staging.putManifest(image.bytes, image.mediaType, 'candidate');
  const { bytes, mediaType, blobs } = attachedBundle(
    '{"mediaType":"application/vnd.dev.sigstore.bundle.v0.3+json"}',
    image,
  );
  for (const blob of blobs) staging.blobs.set(blob.digest, blob.bytes);
  staging.putManifest(bytes, mediaType);
  const source = `docker://ghcr.io/octocat/staging@${image.digest}`;
  return place.publish({ inputs: { source, 'moving-tags': 'production' }, event: pushOf(4) });
}

/** Of two files, one for each platform. */
function joined(place: Place): Promise<Step> {
  const [amd64, arm64] = ['linux/amd64', 'linux/arm64'].map((platform) => imageFor(platform, 4)) as [Image, Image];
  place.layout('amd64', amd64);
  place.layout('arm64', arm64);
  const inputs = {
    source: 'oci:amd64\noci:arm64',
    'expected-platforms': 'linux/amd64, linux/arm64',
    'moving-tags': 'main',
  };
  return place.publish({ inputs, event: pushOf(4) });
}

/** A report of Trivy on an index, with nothing that is critical or high. */
function trivyOn(image: ImageIndex): string {
  const log = JSON.parse(reportOf('trivy'));
  const { results } = log.runs[0];
  log.runs[0].results = results.filter(({ ruleId }: { ruleId: string }) => /CVE-2026-1000[23]/.test(ruleId));
  log.runs[0].properties = { imageID: image.digest, imageName: SOURCE, repoTags: [SOURCE], repoDigests: null };
  return JSON.stringify(log);
}
