/** What is taken out of a report, or made unreadable in it, never opens a gate that the report has closed. */
import { describe, expect, it } from '@jest/globals';
import { SEVERITIES, type Severity } from '../../../src/scan/severity.ts';
import { cleanReportOf, decide, isOpen, OTHER_IMAGE, reportOf, TOOLS, type Tool } from '../../doubles/sarif/reports.ts';
import { everyMutant, type Json, type Mutant, NONSENSE } from './mutants.ts';

/** The names of those mutants that open the gate. */
async function openings(mutants: readonly Mutant[], failOn: Severity = 'critical'): Promise<readonly string[]> {
  const open: string[] = [];
  for (const { name, document } of mutants) if (await isOpen([document], { policy: { failOn } })) open.push(name);
  return open;
}

/** The report with one of its findings alone, so that no other keeps the gate closed. */
function withOne(tool: Tool, index: number): Json {
  const log = JSON.parse(reportOf(tool));
  for (const run of log.runs) run.results = run.results.slice(0, 0);
  log.runs[0].results = [JSON.parse(reportOf(tool)).runs[0].results[index]];
  return log;
}

function findingsOf(tool: Tool): number {
  return JSON.parse(reportOf(tool)).runs[0].results.length;
}

/** The highest threshold at which it closes the gate: what keeps it closed there does so at the lower ones. */
async function thresholdOf(report: Json): Promise<Severity | undefined> {
  for (const failOn of SEVERITIES) if (!(await isOpen([report], { policy: { failOn } }))) return failOn;
  return undefined;
}

describe.each(TOOLS)('a report of %s', (tool) => {
  it('closes the gate, and so does each of its mutants, of which there are 150 and more', async () => {
    const report: Json = JSON.parse(reportOf(tool));
    const mutants = everyMutant(report, NONSENSE);
    expect(mutants.length).toBeGreaterThan(150);
    expect(await openings(mutants, await thresholdOf(report))).toEqual([]);
  });

  it('with one finding closes the gate at the threshold that this reaches, and so does each of its mutants', async () => {
    for (let index = 0; index < findingsOf(tool); index++) {
      const report = withOne(tool, index);
      expect(await openings(everyMutant(report, NONSENSE), await thresholdOf(report))).toEqual([]);
    }
  });
});

/** What is said in several places is not undone in one of them. */
describe.each(['trivy', 'grype', 'docker-scout', 'snyk-container'] as const)('a critical finding of %s', (tool) => {
  it('stays one when one of the things that say so says something lesser', async () => {
    const lesser = ['LOW', 'low', 'note', '0.1', '0.0'];
    expect(await openings(everyMutant(withOne(tool, 0), lesser))).toEqual([]);
  });
});

describe('a clean report of Trivy on another image', () => {
  const clean = JSON.parse(cleanReportOf('trivy'));
  clean.runs[0].properties = { ...clean.runs[0].properties, imageID: OTHER_IMAGE, repoDigests: [`app@${OTHER_IMAGE}`] };

  it('closes the gate, and so does each of its mutants', async () => {
    expect((await decide([clean])).reasons).toHaveLength(1);
    expect(await openings(everyMutant(clean, NONSENSE))).toEqual([]);
  });
});
