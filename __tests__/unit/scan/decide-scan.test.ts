import { describe, expect, it } from '@jest/globals';
import { COMMIT, cleanReportOf, decide, isOpen, reportOf, TOOLS } from '../../doubles/sarif/reports.ts';

const grype = () => JSON.parse(reportOf('grype'));

describe('the counts of a report as a tool writes it', () => {
  const none = { critical: 0, high: 0, medium: 0, low: 0, unknown: 0 };
  it.each([
    // The package "right" shares its rule with "left", and has a message of its own.
    ['trivy', { ...none, critical: 2, high: 2, medium: 1, low: 1, unknown: 1 }],
    ['grype', { ...none, critical: 2, medium: 1, low: 1 }],
    ['docker-scout', { ...none, critical: 1, high: 1, unknown: 1 }],
    ['codeql', { ...none, critical: 1, medium: 1 }],
    ['bandit', { ...none, high: 2, medium: 1, low: 3 }],
    ['semgrep', { ...none, unknown: 2 }],
  ] as const)('%s', async (tool, counts) => {
    const { evidence } = await decide([reportOf(tool)]);
    expect(evidence.runs.map((run) => run.counts)).toEqual([counts]);
  });

  it('snyk-container, which has a run for the system and one for the application', async () => {
    const { evidence } = await decide([reportOf('snyk-container')]);
    expect(evidence.runs.map((run) => run.counts)).toEqual([{ ...none, critical: 1, low: 1 }, none]);
  });

  it.each(TOOLS)('%s, when it is clean', async (tool) => {
    const { evidence, reasons } = await decide([cleanReportOf(tool)]);
    expect(evidence.total).toBe(0);
    expect(reasons).toEqual([]);
  });
});

describe('a threshold', () => {
  it.each([
    ['critical', true],
    ['high', false],
    ['medium', false],
    ['low', false],
  ] as const)('of %s is open for Bandit, whose worst is high: %p', async (failOn, open) => {
    expect(await isOpen([reportOf('bandit')], { policy: { failOn } })).toBe(open);
  });
});

describe('results that do not count', () => {
  const withAll = (change: object) => {
    const log = grype();
    for (const result of log.runs[0].results) Object.assign(result, change);
    return log;
  };
  it.each([
    ['suppressed', { suppressions: [{ kind: 'external', status: 'accepted' }] }],
    ['absent', { baselineState: 'absent' }],
    ['noFailure', { kind: 'pass' }],
    ['noFailure', { kind: 'notApplicable' }],
    ['noFailure', { kind: 'informational' }],
  ])('are %s, and told of', async (name, change) => {
    const { evidence, reasons } = await decide([withAll(change)]);
    expect(reasons).toEqual([]);
    expect(evidence.runs[0]?.setAside).toEqual({ suppressed: 0, absent: 0, noFailure: 0, [name]: 4 });
  });

  it.each([
    [{ baselineState: 'new' }],
    [{ baselineState: 'unchanged' }],
    [{ baselineState: 'updated' }],
    [{ kind: 'fail' }],
    [{ kind: 'open' }],
    [{ kind: 'review' }],
    [{ kind: 'Pass' }],
    [{ suppressions: {} }],
  ])('are not those with %p', async (change) => {
    expect(await isOpen([withAll(change)])).toBe(false);
  });
});

describe('an exception', () => {
  const until = '2026-12-31';
  const listed = (...ids: readonly string[]) => ({
    facts: { ignore: { exceptions: ids.map((id) => ({ id, reason: 'Not reachable', until })) } },
  });
  const critical = ['CVE-2026-10001-libexample1', 'CVE-2026-10002-tar'];

  it('lets a finding pass by its exact id', async () => {
    const { evidence, reasons } = await decide([reportOf('grype')], listed(...critical));
    expect(reasons).toEqual([]);
    expect(evidence.findings.filter(({ ignored }) => ignored).map(({ id }) => id)).toEqual(critical);
    expect(evidence.exceptions).toMatchObject([{ findings: 1, isOver: false }, { findings: 1 }]);
  });

  it.each(['CVE-2026-10001', 'CVE-2026-10001-*', 'cve-2026-10001-libexample1', 'CVE-2026-10001-libexample', ''])(
    'of %p is none for it',
    async (id) => {
      expect(await isOpen([reportOf('grype')], listed(id, critical[1] ?? ''))).toBe(false);
    },
  );

  it('that ignores nothing is shown', async () => {
    const { evidence } = await decide([cleanReportOf('grype')], listed('CVE-1'));
    expect(evidence.exceptions).toEqual([{ id: 'CVE-1', reason: 'Not reachable', until, findings: 0, isOver: false }]);
  });

  it('for a rule is one for the kinds of it, and not the other way round', async () => {
    const log = grype();
    log.runs[0].results = [{ ...log.runs[0].results[0], ruleId: `${critical[0]}/kind` }];
    expect(await isOpen([log])).toBe(false);
    expect(await isOpen([log], listed(critical[0] ?? ''))).toBe(true);
    expect(await isOpen([log], listed(`${critical[0]}/kind`))).toBe(true);
    expect(await isOpen([log], listed(`${critical[0]}/other`))).toBe(false);
  });

  it('for one of two rules that a finding points to is none', async () => {
    const log = grype();
    log.runs[0].results = [{ ...log.runs[0].results[0], ruleIndex: 2 }];
    expect(await isOpen([log], listed(critical[0] ?? ''))).toBe(false);
  });

  it('cannot be made for a finding without an id', async () => {
    const log = grype();
    log.runs[0].results = [{ level: 'error', message: { text: 'x' } }];
    expect(await isOpen([log], listed('', 'a finding without an id'))).toBe(false);
  });
});

describe('a report on a commit', () => {
  const about = (revisionId: string) => {
    const log = JSON.parse(cleanReportOf('codeql'));
    log.runs[0].versionControlProvenance = [{ repositoryUri: 'https://github.com/octo/app', revisionId }];
    return log;
  };
  it.each([
    [COMMIT, true],
    ['b'.repeat(40), false],
    ['main', true],
  ])('%s opens: %p', async (revision, open) => {
    expect(await isOpen([about(revision)])).toBe(open);
  });
});

describe('a report that is as old as the image', () => {
  const made = (created: string) => ({ facts: { image: { whole: [], platforms: [], layers: undefined, created } } });
  it.each([
    ['2026-11-21T04:59:59Z', true],
    // The clocks of two runners differ.
    ['2026-11-21T05:00:59Z', true],
    ['2026-11-21T05:01:01Z', false],
    ['1970-01-01T00:00:00Z', true],
    ['', true],
    ['yesterday', true],
  ])('made at %p opens: %p', async (created, open) => {
    expect(await isOpen([cleanReportOf('grype')], made(created))).toBe(open);
  });
});

it('gives twenty reasons, and says how many more there are', async () => {
  const { reasons } = await decide(Array.from({ length: 25 }, () => '{}'));
  expect(reasons).toHaveLength(20);
  expect(reasons.at(-1)?.seen).toContain('and 5 reasons more');
});

it('says what it has seen in few words however much there is', async () => {
  const log = grype();
  log.runs[0].results = Array.from({ length: 1000 }, () => log.runs[0].results[0]);
  const { reasons, evidence } = await decide([log]);
  expect(reasons).toHaveLength(1);
  expect(reasons[0]?.seen).toContain('and 995 more');
  expect(evidence.findings).toHaveLength(20);
  expect(evidence.total).toBe(1000);
});
