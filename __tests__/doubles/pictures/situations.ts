import type { FaultRule } from '../registry/fault-script.ts';
import { buildImage, buildIndex, type Image, type ImageIndex } from '../registry/images.ts';
import { type Event, pushToMain, type Step } from '../runner.ts';
import { cleanReportOf, reportOf } from '../sarif/reports.ts';
import { commitAt, DESTINATION, type Place } from './place.ts';

/** Something that happens to people: the built action in the middle of it, and what its summary is to show. */
export type Situation = {
  readonly name: string;
  readonly play: (place: Place) => Promise<Step>;
  readonly title: RegExp;
  /** What is folded. */
  readonly folded: readonly string[];
  /** Whether someone has given names to things that are to do harm. */
  readonly isHostile?: boolean;
};

const TEAM = 'octocat/app';
const SOURCE = 'app:test';
const MIRROR = 'quay.io/octocat/mirror';
/** So much text that the bytes of a layer can be seen in a picture. */
const LIBRARY = noise(700_000, 1);

/** Everything that means something in Markdown or HTML, to the right and to the left, and longer than a line. */
export const HOSTILE =
  '<img src=x onerror=alert(1)> [HOSTILE](https://hostile.test) | `HOSTILE` | **HOSTILE** @HOSTILE #1 ' +
  '</code></td></details><script>HOSTILE</script> https://hostile.test www.hostile.test ![HOSTILE](https://hostile.test/a.png) ' +
  `\n\n# HOSTILE\n\n- HOSTILE\n\n~~~\nHOSTILE\n\u202eELITSOH\u202c שלום مرحبا ${'HOSTILE'.repeat(40)} <!-- HOSTILE`;

/** The same for what cannot have blanks or quotes. */
const ODD_NAME = '<img/src=x>[HOSTILE](https://hostile.test)`HOSTILE`|**HOSTILE**</code></details><b>@HOSTILE';

const labels = (place: number) => ({ 'org.opencontainers.image.revision': commitAt(place) });
const imageOf = (place: number, text = ''): Image =>
  buildImage({
    contents: [LIBRARY, noise(200_000, place + 2), `of commit ${place}${text}`],
    format: 'docker',
    labels: labels(place),
  });
const indexOf = (place: number): ImageIndex =>
  buildIndex({
    contents: [LIBRARY, noise(200_000, place + 2), `of commit ${place}`],
    labels: labels(place),
    attestations: true,
  });

const pushOf = (place: number, ref = 'refs/heads/main'): Event => ({ ...pushToMain, ref, sha: commitAt(place) });
const NEEDS = JSON.stringify({ build: { result: 'success' }, test: { result: 'success' } });

const PUBLISHED = ['Evidence', 'Why the gate was open'];
const ROLLBACK = 'Verify, deploy, roll back';

export const SITUATIONS: readonly Situation[] = [
  {
    name: 'published',
    title: /^✅ Published and verified: ghcr\.io\/octocat\/app 1\.4\.0$/,
    folded: [ROLLBACK, ...PUBLISHED, 'Scan reports (2)', 'Credentials'],
    play: release,
  },
  {
    name: 'published-by-engine',
    title: /^✅ Published and verified: ghcr\.io\/octocat\/app$/,
    folded: ['Verify, deploy', ...PUBLISHED, 'Credentials'],
    play: (place) => pushed(place),
  },
  {
    name: 'already-published',
    title: /^✅ Already published, verified again/,
    folded: ['Verify, deploy', ...PUBLISHED, 'Credentials'],
    play: (place) => {
      place.hold(TEAM, imageOf(4), commitAt(4), 'main');
      return pushed(place);
    },
  },
  {
    name: 'published-at-two',
    title: /^✅ Published and verified: .*app, quay\.io\/octocat\/mirror 1\.4\.0$/,
    folded: [ROLLBACK, ...PUBLISHED, 'Credentials'],
    play: overwritten,
  },
  {
    name: 'skipped-pull-request',
    title: /^⏭️ Skipped/,
    folded: ['The other rules'],
    play: (place) => place.publish({ inputs: { source: SOURCE }, event: pullRequest() }),
  },
  {
    name: 'closed-by-evidence',
    title: /^❌ Not published: the gate is closed$/,
    folded: ['The other rules', 'Scan reports (1)', 'Findings (7)'],
    play: closedByEvidence,
  },
  {
    name: 'dry-run',
    title: /^📝 Dry run: nothing was written to ghcr\.io\/octocat\/app$/,
    folded: ['Why the gate was open', 'Credentials'],
    play: (place) => pushed(place, { 'dry-run': 'true', tags: '1.4.0', needs: NEEDS }, 3),
  },
  {
    name: 'failed-tag-exists',
    title: /^❌ Failed: TAG_EXISTS$/,
    folded: [],
    play: (place) => {
      place.hold(TEAM, imageOf(3, ', built before'), '1.4.0', commitAt(3));
      return pushed(place, { tags: '1.4.0' });
    },
  },
  {
    name: 'failed-digest-mismatch',
    title: /^❌ Failed: DIGEST_MISMATCH$/,
    folded: ['Credentials'],
    play: faulty({ match: { kind: 'tag', method: 'PUT' }, act: { kind: 'store-other' } }),
  },
  {
    name: 'failed-half-way',
    title: /^❌ Failed: REGISTRY_DENIED$/,
    folded: ['Credentials'],
    play: faulty(
      { match: { kind: 'tag', method: 'PUT', reference: '1.4.0' }, act: { kind: 'refuse', situation: 'denied' } },
      { tags: '1.4.0', 'moving-tags': 'main' },
    ),
  },
  {
    name: 'failed-at-one-of-two',
    title: /^❌ Failed: REGISTRY_DENIED$/,
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
  { name: 'hostile-gate', title: /^⏭️ Skipped/, folded: ['The other rules'], isHostile: true, play: hostileGate },
  {
    name: 'hostile-scan',
    title: /^❌ Not published: the gate is closed$/,
    folded: ['The other rules', 'Scan reports (1)', 'Findings (7)'],
    isHostile: true,
    play: hostileScan,
  },
  {
    name: 'hostile-image',
    title: /^✅ Published and verified/,
    folded: ['Verify, deploy', ...PUBLISHED, 'Credentials'],
    isHostile: true,
    play: hostileImage,
  },
  {
    name: 'hostile-registry',
    title: /^❌ Failed: REGISTRY_DENIED$/,
    folded: [],
    isHostile: true,
    play: faulty({
      match: { kind: 'tag', method: 'GET' },
      act: { kind: 'error', status: 403, code: `DENIED ${HOSTILE}`, message: HOSTILE.repeat(4) },
    }),
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

/** A push to main through the engine; the tag `main` shows an earlier commit. */
function pushed(place: Place, inputs: Readonly<Record<string, string>> = {}, shown?: number): Promise<Step> {
  place.engine.load(imageOf(4), [SOURCE]);
  if (shown !== undefined) place.hold(TEAM, imageOf(shown), commitAt(shown), 'main');
  return place.publish({ inputs: { source: SOURCE, 'moving-tags': 'main', ...inputs }, event: pushOf(4) });
}

/** To two registries, over what was published before. */
function overwritten(place: Place): Promise<Step> {
  for (const path of [TEAM, 'octocat/mirror']) place.hold(path, imageOf(3), commitAt(3), '1.4.0', 'main');
  return pushed(place, { image: `${DESTINATION}\n${MIRROR}`, tags: '1.4.0', 'if-exists': 'overwrite' });
}

function faulty(rule: FaultRule, inputs: Readonly<Record<string, string>> = { 'moving-tags': '' }) {
  return (place: Place): Promise<Step> => {
    place.registry.fault(rule);
    return pushed(place, inputs);
  };
}

function pullRequest(ref = 'fix-typo'): Event {
  const repo = { id: 42, full_name: 'stranger/app' };
  return {
    name: 'pull_request',
    ref: 'refs/pull/7/merge',
    sha: commitAt(4),
    payload: {
      action: 'opened',
      sender: { type: 'User' },
      pull_request: { user: { type: 'User' }, head: { sha: commitAt(4), ref, repo }, base: { ref: 'main' } },
    },
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

function hostileGate(place: Place): Promise<Step> {
  const needs = JSON.stringify({ [HOSTILE]: { result: 'failure' }, test: { result: HOSTILE } });
  return place.publish({ inputs: { source: SOURCE, needs }, event: pullRequest(HOSTILE) });
}

/** A report that says odd things of the image, and a branch with an odd name. */
function hostileScan(place: Place): Promise<Step> {
  const log = JSON.parse(reportOf('trivy'));
  for (const result of log.runs[0].results) {
    result.ruleId = HOSTILE;
    result.locations[0].physicalLocation.artifactLocation.uri = HOSTILE;
  }
  log.runs[0].tool.driver.name = HOSTILE;
  place.write('scan.sarif', JSON.stringify(log).replaceAll(/sha256:1{64}/g, imageOf(4).config.digest));
  return pushed(place, { 'scan-report': 'scan.sarif' });
}

/** A branch with an odd name, a check with one, and an image that says odd things of itself. */
function hostileImage(place: Place): Promise<Step> {
  const revision = { 'org.opencontainers.image.revision': HOSTILE };
  place.hold(TEAM, buildImage({ content: 'other', format: 'docker', labels: revision }), 'main', 'next');
  place.engine.load(imageOf(4), [SOURCE]);
  return place.publish({
    inputs: {
      source: SOURCE,
      'moving-tags': 'main, next',
      branches: '**',
      needs: `{"${ODD_NAME}":{"result":"success"}}`,
    },
    event: pushOf(4, `refs/heads/${ODD_NAME}`),
  });
}

/** A report of Trivy on an index, without anything critical or high. */
function trivyOn(image: ImageIndex): string {
  const log = JSON.parse(cleanReportOf('trivy'));
  log.runs[0].properties = { imageID: image.digest, imageName: SOURCE, repoTags: [SOURCE], repoDigests: null };
  return JSON.stringify(log);
}

/** Text that does not compress to nothing, the same every time. */
function noise(length: number, seed: number): string {
  let state = seed;
  const next = () => {
    state = (state * 48271) % 2147483647;
    return String.fromCharCode(33 + (state % 90));
  };
  return Array.from({ length }, next).join('');
}
