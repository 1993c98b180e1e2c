/** The ways in which gates on scan reports have failed open elsewhere, each of which keeps this one closed. */
import { describe, expect, it } from '@jest/globals';
import { cleanReportOf, decide, IMAGE_ID, OTHER_IMAGE, reportOf } from '../../doubles/sarif/reports.ts';

const clean = () => JSON.parse(cleanReportOf('trivy'));
const grype = () => JSON.parse(reportOf('grype'));

/** What is seen that closes the gate; none if it is open. */
async function seen(...args: Parameters<typeof decide>): Promise<string> {
  const { reasons } = await decide(...args);
  for (const { code } of reasons) expect(code).toBe('GATE_SCAN');
  return reasons.map((reason) => reason.seen).join('\n');
}

/** A clean report with something of its run changed. */
function withRun(change: object): unknown {
  const log = clean();
  log.runs[0] = { ...log.runs[0], ...change };
  return log;
}

/** A report of Grype with its first finding alone, critical, changed. */
function withFinding(change: object, ofRule: object = {}): unknown {
  const log = grype();
  const [run] = log.runs;
  run.results = [{ ...run.results[0], ...change }];
  run.tool.driver.rules = [{ ...run.tool.driver.rules[0], ...ofRule }];
  return log;
}

it('opens for a clean report, which all that follows are made from', async () => {
  expect(await seen([clean()])).toBe('');
});

describe('the gate stays closed where', () => {
  it('no file matches', async () => {
    expect(await seen([], { facts: { missing: ['no file matches "*.sarif"'] } })).toContain('no file matches');
  });

  it('there is no run', async () => {
    expect(await seen([{ version: '2.1.0', runs: [] }])).toContain('has no run');
  });

  it.each([[null], [undefined], [{}], ['none']])('the results are %p and no list', async (results) => {
    expect(await seen([withRun({ results })])).toContain('no list of results');
  });

  it('the scanner was killed while it wrote', async () => {
    const whole = cleanReportOf('trivy');
    for (let length = 0; length < whole.length; length += 7) {
      expect(await seen([whole.slice(0, length)])).toMatch(/ends in the middle|is not JSON/);
    }
  });

  it.each([
    ['failed', [{ executionSuccessful: false }]],
    ['does not say how it ended', [{ exitCode: 0 }]],
    ['had an error', [{ executionSuccessful: true, toolExecutionNotifications: [{ level: 'error', message: {} }] }]],
    ['could not load a rule', [{ executionSuccessful: true, toolConfigurationNotifications: [{ level: 'error' }] }]],
  ])('the tool %s', async (_name, invocations) => {
    expect(await seen([withRun({ invocations })])).toMatch(/ran successfully|an error of its tool/);
  });

  it('a placeholder stands for the report', async () => {
    const placeholder = (name: string) => ({ version: '2.1.0', runs: [{ tool: { driver: { name } }, results: [] }] });
    expect(await seen([placeholder('Trivy')])).toContain('names no image');
    const policy = { tools: ['Trivy'] };
    expect(await seen([placeholder('placeholder')], { policy })).toContain('no good report of Trivy');
    expect(await seen([placeholder('')])).toContain('does not name its tool');
  });

  it('the report was left there by an earlier scan, since the step of this one may fail', async () => {
    const image = { whole: [IMAGE_ID], platforms: [], layers: undefined, created: '2026-11-21T05:02:00Z' };
    expect(await seen([clean()], { facts: { image } })).toContain('is older');
    const invocations = [{ executionSuccessful: true, endTimeUtc: '2026-11-20T12:00:00Z' }];
    expect(await seen([withRun({ invocations })])).toContain('is older');
  });

  it('the scanner was not told to fail, and reports all that it has found', async () => {
    expect(await seen([reportOf('trivy')])).toContain('CVE-2026-10001');
  });

  it.each([
    ['the rule is not in the report', withFinding({}, { id: 'another' })],
    ['the result has no rule', withFinding({ ruleId: undefined })],
    ['the score is missing', withFinding({ message: {} }, { properties: {} })],
    ['the score is no number', withFinding({}, { properties: { 'security-severity': 'NaN' } })],
    ['the score is out of range', withFinding({}, { properties: { 'security-severity': '11.0' } })],
    ['the score is negative', withFinding({}, { properties: { 'security-severity': '-9.8' } })],
  ])('a severity cannot be read: %s', async (_name, report) => {
    expect(await seen([report])).not.toBe('');
  });

  it.each([
    ['rejected', [{ kind: 'external', status: 'rejected' }]],
    ['under review', [{ kind: 'external', status: 'underReview' }]],
    ['of no status', [{ kind: 'inSource' }]],
    ['accepted and rejected', [{ status: 'accepted' }, { status: 'rejected' }]],
    ['none', []],
  ])('the suppression of a finding is %s', async (_name, suppressions) => {
    expect(await seen([withFinding({ suppressions })])).toContain('CVE-2026-10001');
  });

  it('the report is about another image', async () => {
    const properties = { imageID: OTHER_IMAGE, imageName: 'app:test', repoDigests: [`app@${OTHER_IMAGE}`] };
    expect(await seen([withRun({ properties })])).toContain(`names ${OTHER_IMAGE}`);
  });

  it('one of several tools did not report, or only with a failed run', async () => {
    const policy = { tools: ['Trivy', 'grype'] };
    expect(await seen([clean()], { policy })).toBe(`no good report of grype`);
    const failed = { version: '2.1.0', runs: [{ tool: { driver: { name: 'Grype' } }, results: null }] };
    expect(await seen([clean(), failed], { policy })).toContain('no good report of grype');
    expect(await seen([clean(), JSON.parse(cleanReportOf('grype'))], { policy })).toBe('');
  });

  it('an exception has expired', async () => {
    const id = 'CVE-2026-10001-libexample1';
    const ignore = (until: string) => ({ exceptions: [{ id, reason: 'It is not reachable', until }] });
    const on = (until: string) => ({ facts: { ignore: ignore(until), today: '2026-11-21' } });
    expect(await seen([withFinding({})], on('2026-11-21'))).toBe('');
    expect(await seen([withFinding({})], on('2026-11-20'))).toContain(id);
  });

  it('results are kept where a reader may not look', async () => {
    expect(await seen([{ ...clean(), inlineExternalProperties: [{ results: [{}] }] }])).toContain('outside its runs');
    const elsewhere = { externalPropertyFileReferences: { results: [{ location: { uri: 'results.json' } }] } };
    expect(await seen([withRun(elsewhere)])).toContain('in other files');
  });

  it('one report is good and another is not', async () => {
    expect(await seen([clean(), '{}'])).toContain('report-2.sarif');
    expect(await seen([clean(), reportOf('snyk-container')])).toContain('SNYK-DEBIAN13-LIBEXAMPLE-1');
  });

  it('a rule that is shared by two packages has the severity of the lesser one', async () => {
    const log = JSON.parse(reportOf('trivy'));
    const [left] = log.runs[0].results.filter((result: { message: { text: string } }) =>
      /^Package: left$/m.test(result.message.text),
    );
    log.runs[0].results = [left];
    expect(await seen([log])).toContain('CVE-2026-10004 (critical');
  });
});
