/**
 * Four thousand workflows, told from their inputs to what is on the registry: none publishes where an evidence input was
 * given and came out empty, misspelt or cut, and each ends in the colour that an oracle written apart says.
 */
import { describe, expect, it } from '@jest/globals';
import type { CommitReports, GitHub } from '../../src/github/github.ts';
import { buildImage } from '../doubles/registry/images.ts';
import { cleanReportOf } from '../doubles/sarif/reports.ts';
import { endlessLifetime } from '../unit/doors/endless-lifetime.ts';
import { InMemoryDocker } from '../unit/doors/in-memory-docker.ts';
import { InMemoryFiles } from '../unit/doors/in-memory-files.ts';
import { InMemoryKeyless } from '../unit/doors/in-memory-keyless.ts';
import { InMemoryRegistry } from '../unit/doors/in-memory-registry.ts';
import { InMemoryReports } from '../unit/doors/in-memory-reports.ts';
import { publish } from '../unit/doors/publish.ts';
import { RecordedRunner } from '../unit/doors/recorded-runner.ts';
import { run } from '../unit/gate/runs.ts';
import { Random } from './random.ts';
import { EVIDENCE, FATES, isVain, randomWorkflow, type Values, type Workflow } from './workflow.ts';

const WORKFLOWS = 4000;
const image = buildImage({ content: 'the image that was tested' });

const VALUES: Values = {
  needs: { good: '{"test":{"result":"success"}}', bad: '{"test":{"result":"failure"}}' },
  'required-checks': { good: 'e2e #2', bad: 'lint' },
  'expected-image-id': { good: image.config.digest, bad: `sha256:${'9'.repeat(64)}` },
  'scan-report': { good: 'scan.sarif', bad: 'broken.sarif' },
};

/** The commit has passed the one check, not the other, and a third one whose name is the beginning of the first. */
const REPORTS: CommitReports = {
  checkRuns: [],
  statuses: [
    { id: 1, context: 'e2e #2', state: 'success', creator: 'ci', run: undefined },
    { id: 2, context: 'lint', state: 'failure', creator: 'ci', run: undefined },
  ],
  jobs: [],
};

const unasked = () => Promise.reject(new Error('GitHub was asked'));
const GITHUB: GitHub = {
  awaitReports: async () => [REPORTS],
  requiredChecks: async () => [],
  squashedHead: async () => undefined,
  branchHas: unasked,
  branchNames: unasked,
  pullRequestsOf: unasked,
};

function cleanReport(): string {
  const log = JSON.parse(cleanReportOf('trivy'));
  log.runs[0].properties = {
    imageID: image.config.digest,
    imageName: 'app:test',
    repoTags: ['app:test'],
    repoDigests: null,
  };
  return JSON.stringify(log);
}

/** play runs the step, and tells how it ended and what is on the registry. */
async function play({ inputs, isMeant }: Workflow) {
  const journal: string[] = [];
  const runner = new RecordedRunner(
    { ...inputs, image: 'ghcr.io/owner/app', source: 'app:test', username: 'ci-bot', password: 'hunter2hunter2' },
    journal,
  );
  runner.event = isMeant ? run('push') : run('push', { ref: 'refs/heads/feature' });
  const registry = new InMemoryRegistry(journal);
  const docker = new InMemoryDocker('graph-driver', journal);
  docker.registry = registry;
  docker.build(image, ['app:test']);
  const reports = new InMemoryReports(journal);
  reports.files.set('scan.sarif', cleanReport()).set('broken.sarif', cleanReport().slice(0, -1));
  const isWell = await publish({
    runner,
    docker,
    files: new InMemoryFiles(),
    openRegistry: async () => registry,
    github: GITHUB,
    history: { relation: unasked, latestCommits: unasked, gitTags: unasked, isPrerelease: unasked },
    keyless: new InMemoryKeyless(),
    reports,
    lifetime: endlessLifetime(new AbortController().signal),
  });
  const annotations = runner.annotations.map(({ kind }) => kind);
  return {
    isWell,
    reason: runner.outputs.reason,
    pushed: runner.outputs.pushed,
    annotations,
    held: registry.tags.size,
  };
}

type Expected = { readonly isWell: boolean; readonly reason: string; readonly annotations: readonly string[] };

/** What should come of it, by what became of its inputs alone. */
function expectedOf({ fates, companions, isMeant, whenClosed, isDry }: Workflow): Expected {
  const red = (reason: string): Expected => ({ isWell: false, reason, annotations: ['error'] });
  const closed = (reason: string, isGreen: boolean): Expected => {
    if (whenClosed === 'skip-all') return { isWell: true, reason, annotations: ['warning'] };
    return isGreen && whenClosed === 'skip' ? { isWell: true, reason, annotations: ['notice'] } : red(reason);
  };
  const isLost = EVIDENCE.some((name) => fates[name] === 'empty' || fates[name] === 'misspelt');
  // Half of a JSON or of a digest is none, whereas half of a name is another name.
  const isHalf = fates.needs === 'cut' || fates['expected-image-id'] === 'cut';
  if (isLost || isHalf || companions.some((name) => isVain(name, fates))) return red('INPUT_INVALID');
  if (!isMeant) return closed('GATE_REF', true);
  if (fates.needs === 'bad') return closed('GATE_NEEDS', false);
  if (['bad', 'cut'].includes(fates['required-checks'])) return closed('GATE_CHECKS', false);
  if (fates['expected-image-id'] === 'bad') return red('IDENTITY_MISMATCH');
  if (['bad', 'cut'].includes(fates['scan-report'])) return closed('GATE_SCAN', false);
  return { isWell: true, reason: isDry ? 'dry-run' : 'published', annotations: [] };
}

describe('four thousand workflows', () => {
  it('publish what they may, and never without the evidence that they ask for', async () => {
    const seen = new Map<string, number>();
    const count = (what: string) => seen.set(what, (seen.get(what) ?? 0) + 1);
    for (let number = 1; number <= WORKFLOWS; number++) {
      const workflow = randomWorkflow(new Random(number), VALUES);
      const { isWell, reason, pushed, annotations, held } = await play(workflow);
      const lost = EVIDENCE.filter((name) => ['empty', 'misspelt', 'cut'].includes(workflow.fates[name]));
      if (lost.length > 0) expect([number, lost, pushed, held]).toEqual([number, lost, 'false', 0]);
      expect([number, workflow.inputs, { isWell, reason, annotations }]).toEqual([
        number,
        workflow.inputs,
        expectedOf(workflow),
      ]);
      expect(held > 0).toBe(reason === 'published');
      for (const name of EVIDENCE) count(`${name} ${workflow.fates[name]}`);
      count(reason ?? '');
    }
    // And every kind is there, often enough to be believed.
    const fates = EVIDENCE.flatMap((name) => FATES.map((fate) => `${name} ${fate}`));
    const reasons = [
      'published',
      'dry-run',
      'INPUT_INVALID',
      'GATE_REF',
      'GATE_NEEDS',
      'GATE_CHECKS',
      'IDENTITY_MISMATCH',
      'GATE_SCAN',
    ];
    expect([...fates, ...reasons].filter((kind) => (seen.get(kind) ?? 0) < 30)).toEqual([]);
    expect(seen.get('published')).toBeGreaterThan(WORKFLOWS / 5);
  });
});
