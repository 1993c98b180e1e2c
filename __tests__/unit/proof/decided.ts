import type { Open } from '../../../src/gate/verdict.ts';
import { openFor } from '../../../src/gate/verdict.ts';
import { parseDigest } from '../../../src/image/digest.ts';
import type { Decided } from '../../../src/proof/make-statement.ts';
import { parseFilterPattern } from '../../../src/text/filter-pattern.ts';

export function digest(digit: string) {
  const found = parseDigest(`sha256:${digit.repeat(64)}`);
  if (found === undefined) throw new Error(`${digit} is no digit`);
  return found;
}

function pattern(text: string) {
  const parsed = parseFilterPattern(text);
  if (!parsed.ok) throw new Error(parsed.problem);
  return parsed.value;
}

export const COMMIT = 'ec26c3e57ca3a959ca5aad62de7213c562f8c821';
const APP = { registry: 'ghcr.io', path: 'octo-org/app' };
const MIRROR = { registry: 'docker.io', path: 'octo/app' };

const OPEN: Open = {
  ...openFor({ event: 'push', whose: 'run', subject: { commit: COMMIT, ref: 'refs/tags/v1.4.0' } }, [
    { rule: 'the event must be listed', seen: 'the event push' },
    { rule: 'the git tag must match: v*', seen: 'the ref refs/tags/v1.4.0' },
    {
      rule: 'every job that this one needs must have succeeded',
      seen: 'the job test has the result success',
      by: 'caller',
    },
    {
      rule: 'the scan must have found nothing critical that counts',
      seen: `Trivy in scan.sarif, about ${digest('c')}`,
      by: 'caller',
    },
    {
      rule: `the image's label org.opencontainers.image.revision must be the commit ${COMMIT}`,
      seen: `it is "${COMMIT}"`,
      by: 'read',
    },
  ]),
  checks: [
    {
      name: 'test',
      askedBy: 'the input "required-checks"',
      state: 'passed',
      by: 'github-actions',
      seen: 'it succeeded',
      app: { id: 15_368, slug: 'github-actions' },
      checkRun: 41_000_000_001,
    },
    {
      name: 'licences',
      askedBy: 'the input "required-checks"',
      state: 'passed',
      by: 'a status of octo-bot',
      seen: 'its status is success',
    },
  ],
};

/** What the example in docs/proof/ is made of. */
export const DECIDED: Decided = {
  origin: {
    server: 'https://github.com',
    repository: 'octo-org/app',
    repositoryId: '74',
    ownerId: '65',
    workflow: 'octo-org/app/.github/workflows/release.yml@refs/tags/v1.4.0',
    runId: '19000000001',
    attempt: '1',
  },
  verdict: OPEN,
  inputs: {
    commit: 'run',
    branches: undefined,
    gitTags: [pattern('v*')],
    events: ['push', 'release', 'workflow_dispatch'],
    whenClosed: 'skip',
    allowSkipped: [],
    needs: { test: 'success' },
    scan: {
      reports: ['scan.sarif'],
      failOn: 'critical',
      tools: ['Trivy'],
      ignoreFile: '.github/scan-ignore.yml',
      binding: 'when-named',
    },
    requireRevisionLabel: true,
    expectedImageIds: [digest('c')],
    expectedPlatforms: [],
  },
  scan: {
    failOn: 'critical',
    runs: [
      {
        file: 'scan.sarif',
        tool: 'Trivy',
        counts: { critical: 0, high: 1, medium: 4, low: 11, unknown: 0 },
        setAside: { suppressed: 1, absent: 0, noFailure: 0 },
        binding: { kind: 'named', digest: digest('c'), platform: undefined },
      },
    ],
    findings: [],
    total: 16,
    exceptions: [],
    ignoreList: digest('e'),
    unnamed: [],
  },
  image: { id: digest('c'), platforms: ['linux/amd64'], revision: COMMIT, served: digest('a') },
  plans: [
    {
      repository: APP,
      plan: {
        sha: { ...APP, tag: COMMIT },
        versions: [{ ...APP, tag: '1.4.0' }],
        moving: [{ target: { ...APP, tag: '1.4' }, series: { major: 1, minor: 4 } }, { target: { ...APP, tag: '1' } }],
      },
    },
    {
      repository: MIRROR,
      plan: { sha: { ...MIRROR, tag: COMMIT }, versions: [{ ...MIRROR, tag: '1.4.0' }], moving: [] },
    },
  ],
  now: Date.UTC(2026, 10, 30, 12, 0, 0, 512),
};

export const PLACED = [
  { repository: APP, digest: digest('a') },
  { repository: MIRROR, digest: digest('a') },
];
