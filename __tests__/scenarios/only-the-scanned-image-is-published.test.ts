/** Only an image is published whose scan has finished, was of this image, and has found nothing too bad. */
import { linkSync, mkdirSync } from 'node:fs';
import { describe, expect } from '@jest/globals';
import { buildImage } from '../doubles/registry/images.ts';
import type { Step } from '../doubles/runner.ts';
import { cleanReportOf, reportOf } from '../doubles/sarif/reports.ts';
import { expectFailed } from './failure.ts';
import { type Stage, scenario } from './stage.ts';
import { readable } from './summary.ts';

const image = buildImage({ content: 'the image that was scanned', format: 'docker' });
const CRITICAL = 'CVE-2026-10001-libexample1';

/** A report of Trivy on an image, with nothing found. */
function cleanReport(imageId: string): string {
  const log = JSON.parse(cleanReportOf('trivy'));
  log.runs[0].properties = { imageID: imageId, imageName: 'app:test', repoTags: ['app:test'], repoDigests: null };
  return JSON.stringify(log);
}

/** A report of Grype on the image, with one critical finding. */
function criticalReport(): string {
  const log = JSON.parse(reportOf('grype'));
  log.runs[0].results = log.runs[0].results.slice(0, 1);
  return JSON.stringify(log).replaceAll(`sha256:${'3'.repeat(64)}`, image.diffIds[0] ?? '');
}

function ignoring(until: string): string {
  return `# What we live with\n- id: ${CRITICAL}\n  reason: The image <b>never</b> calls it | see #12\n  until: ${until}\n`;
}

/** expectClosed: a red step that has asked no registry and used no password, with the reason in every place. */
function expectClosed(stage: Stage, step: Step, seen: string): void {
  expect(step).toMatchObject({ exitCode: 1, outputs: { pushed: 'false', reason: 'GATE_SCAN' } });
  expect(step.outputs.digest).toBeUndefined();
  for (const place of [step.log, readable(step), step.outputs.results]) expect(place).toContain(seen);
  expect(stage.registry.requests).toEqual([]);
  expect(stage.commands).not.toContain('login');
}

const inputs = { 'scan-report': 'scan.sarif' };

describe('a report', () => {
  scenario('that is clean and names the image lets it be published', { image }, async (stage) => {
    stage.write('scan.sarif', cleanReport(image.config.digest));
    const step = await stage.publish({ inputs: { ...inputs, 'scan-tools': 'trivy', 'scan-binding': 'required' } });
    expect(step).toMatchObject({ exitCode: 0, outputs: { reason: 'published' } });
    expect(readable(step)).toContain(`About this image, by <code>${image.config.digest.slice(7, 19)}</code>`);
    const { scan } = JSON.parse(step.outputs.results ?? '');
    expect(scan).toMatchObject({ failOn: 'critical', total: 0, reports: [{ tool: 'Trivy', file: 'scan.sarif' }] });
  });

  scenario('that names no image is taken by trust, and the summary says so', { image }, async (stage) => {
    stage.write('scan.sarif', cleanReportOf('docker-scout'));
    const step = await stage.publish({ inputs });
    expect(step).toMatchObject({ exitCode: 0, outputs: { reason: 'published' } });
    expect(readable(step)).toContain('Accepted for this image');
  });

  scenario('that has something critical closes the gate', { image }, async (stage) => {
    stage.write('scan.sarif', criticalReport());
    const step = await stage.publish({ inputs });
    expectClosed(stage, step, CRITICAL);
    expect(step.summary).toMatch(/<a href="https:\/\/security-tracker\.debian\.org\/tracker\/CVE-2026-10001"><code>/);
  });

  scenario('that is not there closes the gate', { image }, async (stage) => {
    expectClosed(stage, await stage.publish({ inputs }), 'no file matches');
  });

  scenario('that is a folder, or cut off, closes the gate', { image }, async (stage) => {
    mkdirSync(stage.runner.path('workspace', 'reports.sarif'));
    stage.write('scan.sarif', cleanReport(image.config.digest).slice(0, -1));
    const step = await stage.publish({ inputs: { 'scan-report': 'scan.sarif, reports.sarif' } });
    expectClosed(stage, step, 'ends in the middle');
    expect(step.log).toContain('reports.sarif is a folder');
  });

  scenario('on another image closes the gate', { image }, async (stage) => {
    const other = buildImage({ content: 'another image' }).config.digest;
    stage.write('scan.sarif', cleanReport(other));
    expectClosed(stage, await stage.publish({ inputs }), other);
  });

  scenario('of a tool that was to report and did not closes the gate', { image }, async (stage) => {
    stage.write('scan.sarif', cleanReport(image.config.digest));
    expectClosed(
      stage,
      await stage.publish({ inputs: { ...inputs, 'scan-tools': 'Trivy, grype' } }),
      'no valid report by grype',
    );
  });
});

scenario('reports that take long to read are not read on when the run is cancelled', { image }, async (stage) => {
  // Cut off at its end: read to that, it would close the gate.
  stage.write('0.sarif', `{"version":"2.1.0","runs":[${' '.repeat((64 << 20) - 30)}`);
  for (let index = 1; index < 20; index++)
    linkSync(stage.runner.path('workspace', '0.sarif'), stage.runner.path('workspace', `${index}.sarif`));
  const step = stage.start({ inputs: { 'scan-report': '*.sarif' } });
  const { promise: isReading, resolve } = Promise.withResolvers<void>();
  step.child.stdout?.on('data', (text: string) => text.includes('The image is') && resolve());
  await isReading;
  step.child.kill('SIGINT');
  expectFailed(await step.ended, 'CANCELLED');
  expect(stage.registry.requests).toEqual([]);
});

scenario('a report of several manifests, with a run for each, is one report', { image }, async (stage) => {
  const log = JSON.parse(cleanReport(image.config.digest));
  log.runs = Array.from({ length: 60 }, () => log.runs[0]);
  stage.write('scan.sarif', JSON.stringify(log));
  const step = await stage.publish({ inputs: { ...inputs, 'scan-binding': 'required' } });
  expect(step).toMatchObject({ exitCode: 0, outputs: { reason: 'published' } });
  log.runs.push({ ...log.runs[0], results: null });
  stage.write('scan.sarif', JSON.stringify(log));
  const second = await stage.publish({ inputs });
  expect(second).toMatchObject({ exitCode: 1, outputs: { reason: 'GATE_SCAN' } });
  expect(readable(second)).toContain('the scan did not finish');
});

describe('a score that nobody has given yet', () => {
  /** A report of Snyk, whose scores are what JavaScript makes of none, with findings of this severity. */
  const unscored = (word: string, level: string) => {
    const [run] = JSON.parse(cleanReportOf('snyk-container')).runs;
    const [first] = JSON.parse(reportOf('snyk-container')).runs;
    const rules = first.tool.driver.rules.slice(0, 1).map((rule: object) => ({
      ...rule,
      shortDescription: { text: `${word} severity - Overflow vulnerability in a` },
      properties: { 'security-severity': 'undefined', cvssv3_baseScore: null },
      defaultConfiguration: { level },
    }));
    const results = first.results.slice(0, 1).map((result: object) => ({ ...result, level, message: { text: 'a' } }));
    return JSON.stringify({
      version: '2.1.0',
      runs: [{ ...run, tool: { driver: { ...first.tool.driver, rules } }, results }],
    });
  };

  scenario('leaves it to the words of the tool: medium is not critical', { image }, async (stage) => {
    stage.write('scan.sarif', unscored('Medium', 'warning'));
    expect(await stage.publish({ inputs })).toMatchObject({ exitCode: 0, outputs: { reason: 'published' } });
  });

  scenario('leaves it to the words of the tool: critical is critical', { image }, async (stage) => {
    stage.write('scan.sarif', unscored('Critical', 'error'));
    const step = await stage.publish({ inputs });
    expect(step).toMatchObject({ exitCode: 1, outputs: { reason: 'GATE_SCAN' } });
    for (const text of [step.log, readable(step)])
      expect(text).not.toMatch(/critical, (?:which may be|counted as) critical/);
  });

  scenario('and no word leaves it to the level, which does not tell critical from high', { image }, async (stage) => {
    stage.write('scan.sarif', unscored('', 'error'));
    const step = await stage.publish({ inputs });
    expect(step).toMatchObject({ exitCode: 1, outputs: { reason: 'GATE_SCAN' } });
    expect(readable(step)).toContain(
      '**high**, counted as critical: its level does not distinguish critical from high',
    );
  });
});

describe('a finding that is ignored', () => {
  const ignore = { ...inputs, 'scan-ignore': 'ignore.yml' };

  scenario('does not count, and the summary says until when', { image }, async (stage) => {
    stage.write('scan.sarif', criticalReport());
    stage.write('ignore.yml', ignoring('2999-12-31'));
    const step = await stage.publish({ inputs: ignore });
    expect(step).toMatchObject({ exitCode: 0, outputs: { reason: 'published' } });
    expect(step.summary).not.toMatch(/<b>|\| see/);
    expect(readable(step)).toContain('2999-12-31');
    const { scan } = JSON.parse(step.outputs.results ?? '');
    expect(scan.exceptions).toMatchObject([{ id: CRITICAL, until: '2999-12-31', findings: 1, isOver: false }]);
  });

  scenario('counts again when its time is over', { image }, async (stage) => {
    stage.write('scan.sarif', criticalReport());
    stage.write('ignore.yml', ignoring('2020-12-31'));
    const step = await stage.publish({ inputs: ignore });
    expectClosed(stage, step, CRITICAL);
    expect(readable(step)).toContain('expired, it counts again');
  });

  scenario('by a file that cannot be read closes the gate', { image }, async (stage) => {
    stage.write('scan.sarif', cleanReport(image.config.digest));
    stage.write('ignore.yml', `- ${CRITICAL}\n`);
    expectClosed(stage, await stage.publish({ inputs: ignore }), 'an entry without fields');
  });
});

describe('an engine with the containerd store', () => {
  const containerd = { image, engine: { store: 'containerd' } } as const;

  scenario('has an image that is named by its manifest', containerd, async (stage) => {
    stage.write('scan.sarif', cleanReport(image.digest));
    const step = await stage.publish({ inputs: { ...inputs, 'scan-binding': 'required' } });
    expect(step).toMatchObject({ exitCode: 0, outputs: { reason: 'published', digest: image.digest } });
  });
});
