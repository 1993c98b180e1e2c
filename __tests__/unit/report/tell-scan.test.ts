import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { link } from '../../../src/report/markdown.ts';
import { scanData, scanLine, scanParts, tellScan } from '../../../src/report/tell-scan.ts';
import { cleanReportOf, decide, IMAGE_ID, OTHER_IMAGE, reportOf } from '../../doubles/sarif/reports.ts';
import { anyCharacter } from '../any-text.ts';
import { alive, shown } from './passive.ts';

const partsOf = async (...args: Parameters<typeof decide>) => scanParts((await decide(...args)).evidence).join('\n\n');
const until = '2026-12-31';
const ignoring = (...ids: readonly string[]) => ({
  facts: { ignore: { exceptions: ids.map((id) => ({ id, reason: 'Not reachable', until })) } },
});

describe('the scan in the summary', () => {
  it('has the counts of each report, and says whom it is about', async () => {
    const parts = shown(await partsOf([reportOf('trivy'), reportOf('docker-scout')]));
    expect(parts).toMatch(/- Trivy in \S+: 2 critical, 2 high, 1 medium, 1 low, 1 unknownAbout this image, by /);
    expect(parts).toMatch(/- docker scout in \S+: 1 critical, 1 high, 1 unknownAccepted for this image/);
    expect(parts).toContain(IMAGE_ID.slice(7, 19));
  });

  it('says when a report is about another image', async () => {
    expect(
      await partsOf([
        cleanReportOf('trivy').replaceAll(IMAGE_ID, OTHER_IMAGE).replaceAll('2'.repeat(64), '8'.repeat(64)),
      ]),
    ).toContain('**About another image**');
  });

  it('folds the findings, the blocking ones first, and says of each what becomes of it', async () => {
    const parts = await partsOf([reportOf('grype')], ignoring('CVE-2026-10001-libexample1'));
    const [, , findings = ''] = parts.split('<details><summary>');
    const rows = shown(findings)
      .split('\n')
      .filter((line) => /CVE|GHSA/.test(line));
    expect(findings).toMatch(/^Findings \(4\)<\/summary>/);
    expect(rows.map((row) => row.split(')').at(-1))).toEqual([': **closes the gate**', ': ignored', '', '']);
  });

  it('tells of results that do not count, and of what was ignored until when', async () => {
    const log = JSON.parse(reportOf('grype'));
    log.runs[0].results[0].suppressions = [{ status: 'accepted' }];
    log.runs[0].results[1].kind = 'pass';
    const parts = await partsOf([log], ignoring('CVE-1', 'CVE-2026-10003-odd'));
    expect(parts).toContain('Not counted: 1 suppressed in the report, and accepted; 1 not failures.');
    expect(shown(parts)).toContain('| CVE-1 | Not reachable | 2026-12-31 | nothing: remove it |');
    expect(shown(parts)).toContain('| CVE-2026-10003-odd | Not reachable | 2026-12-31 | 1 |');
  });

  it('is one line besides, with what was found by all of them', async () => {
    const line = async (...reports: readonly string[]) => shown(scanLine((await decide(reports)).evidence) ?? '');
    expect(await line(reportOf('trivy'), reportOf('docker-scout'))).toBe(
      '**Scan** Trivy, docker scout: 3 critical, 3 high, 1 medium, 1 low, 2 unknown',
    );
    expect(await line(cleanReportOf('grype'), cleanReportOf('grype'))).toBe('**Scan** grype: nothing found');
    expect(await line()).toBe('');
  });

  it('is nothing where no report was read', async () => {
    expect(await partsOf([])).toBe('');
    expect(await partsOf(['{}'])).toBe('');
  });

  it('shows at most twenty findings, and how many there are', async () => {
    const log = JSON.parse(reportOf('grype'));
    log.runs[0].results = Array.from({ length: 30 }, () => log.runs[0].results[0]);
    const parts = await partsOf([log]);
    expect(parts).toContain('Findings (the worst 20 of 30)');
    expect(parts.match(/closes the gate/g)).toHaveLength(20);
  });

  it('keeps whatever a report says harmless', async () => {
    const hostile = '</code>](https://evil.example) | **x** <img src=x> @octocat ::error::x ##[error]y';
    const log = JSON.parse(reportOf('grype').replaceAll('libexample1', JSON.stringify(hostile).slice(1, -1)));
    log.runs[0].tool.driver.name = hostile;
    const parts = await partsOf([log]);
    // What is ours: the tables, the folds and the links to HTTPS.
    const theirs = parts
      .replace(
        /<details><summary>[^<]*<\/summary>|<\/details>|<\/?code>|<\/a>|<a href="https:[^"<>|`]*">|<br>|\*\*(?:critical|high|medium|low|unknown|closes the gate)\*\*/g,
        '',
      )
      .replace(/^\| ---.*$/gm, '')
      .split('\n')
      .flatMap((line) => line.split('|'))
      .filter((cell) => cell !== '');
    expect(theirs.flatMap(alive)).toEqual([]);
  });
});

describe('the scan for machines', () => {
  it('has everything that the summary has', async () => {
    const { evidence } = await decide([reportOf('grype')], ignoring('CVE-2026-10001-libexample1'));
    expect(JSON.parse(JSON.stringify(scanData(evidence)))).toMatchObject({
      failOn: 'critical',
      reports: [{ file: 'report-1.sarif', tool: 'grype', counts: { critical: 2 }, binding: { kind: 'trusted' } }],
      total: 4,
      findings: [
        { id: 'CVE-2026-10002-tar', severity: 'critical', blocks: true, ignored: false },
        { id: 'CVE-2026-10001-libexample1', blocks: false, ignored: true, link: expect.stringMatching(/^https:/) },
        {},
        {},
      ],
      exceptions: [{ id: 'CVE-2026-10001-libexample1', until, findings: 1, isOver: false }],
    });
  });
});

it('the scan in the log is a line for each run', async () => {
  const lines: string[] = [];
  tellScan({ info: (line) => void lines.push(line) }, (await decide([reportOf('snyk-container')])).evidence);
  expect(lines).toEqual([
    'Snyk Container reports 1 critical, 0 high, 0 medium, 1 low, 0 unknown (report-1.sarif).',
    'Snyk Container reports 0 critical, 0 high, 0 medium, 0 low, 0 unknown (report-1.sarif).',
  ]);
});

describe('a link', () => {
  it.each(['https://nvd.nist.gov/vuln/detail/CVE-2026-10001', 'https://example.com/a_b?c=d&e=f#g'])(
    'leads to %s',
    (address) => {
      const [, href = ''] = /^<a href="([^"]*)"><code>text<\/code><\/a>$/.exec(link('text', address)) ?? [];
      expect(shown(href)).toBe(address);
    },
  );

  it.each([
    undefined,
    '',
    'http://example.com/',
    'javascript:alert(1)',
    'data:text/html,x',
    '//example.com',
    '/path',
    'https://',
    'https://github.com@evil.example/',
    'https://user:password@example.com/',
    `https://example.com/${'x'.repeat(600)}`,
    'HTTPS//x',
  ])('is none to %p', (address) => {
    expect(link('text', address)).toBe('<code>text</code>');
  });

  it('keeps any address within its quotes, and alive nowhere else', () => {
    const address = fc.array(anyCharacter, { maxLength: 30 }).map((parts) => `https://example.com/${parts.join('')}`);
    fc.assert(
      fc.property(address, (text) => {
        const [, href] =
          /^(?:<a href="([^"<>|`\\\n\r]*)">)?<code>text<\/code>(?:<\/a>)?$/.exec(link('text', text)) ?? [];
        if (href !== undefined) expect(URL.parse(shown(href))?.host).toBe('example.com');
        else expect(link('text', text)).toBe('<code>text</code>');
      }),
      { numRuns: 2000 },
    );
  });
});
