import type { Runner } from '../runner/runner.ts';
import type { Binding } from '../scan/binding.ts';
import type { Counts, Judged, ScanEvidence } from '../scan/evidence.ts';
import { briefly, code, details, link, list, prose, table } from './markdown.ts';
import { NARROW } from './tell-tags.ts';

/** Most runs in the table; a workflow has a few. */
const MOST_RUNS = 50;
/** Most tools that a line names. */
const MOST_TOOLS = 5;
const COLUMNS = ['critical', 'high', 'medium', 'low', 'unknown'] as const satisfies readonly (keyof Counts)[];

/** tellScan logs what the scan reports show. */
export function tellScan({ info }: Pick<Runner, 'info'>, { runs }: ScanEvidence): void {
  for (const { tool, file, counts, binding } of runs) {
    const found = COLUMNS.map((severity) => `${counts[severity]} ${severity}`).join(', ');
    info(`${tool} reports ${found} (${file}${binding.kind === 'named' ? `, about ${binding.digest}` : ''}).`);
  }
}

/** scanLine is all of them in one line of the summary; undefined if no report was read. */
export function scanLine({ runs }: ScanEvidence): string | undefined {
  if (runs.length === 0) return undefined;
  const sum = (severity: keyof Counts) => runs.reduce((all, { counts }) => all + counts[severity], 0);
  const sums = Object.fromEntries(COLUMNS.map((severity) => [severity, sum(severity)])) as Counts;
  const tools = [...new Set(runs.map(({ tool }) => tool))]
    .slice(0, MOST_TOOLS)
    .map((tool) => `<code>${briefly(tool)}</code>`);
  return `**Scan** ${tools.join(', ')}: ${countsText(sums)}`;
}

function countsText(counts: Counts): string {
  const found = COLUMNS.filter((severity) => counts[severity] > 0).map((severity) => `${counts[severity]} ${severity}`);
  return found.length === 0 ? 'nothing found' : found.join(', ');
}

/** scanParts are folded: the counts of each report, and the findings. */
export function scanParts(scan: ScanEvidence): readonly string[] {
  const { runs, findings, total, exceptions, unnamed } = scan;
  if (runs.length === 0) return [];
  const items = runs
    .slice(0, MOST_RUNS)
    .map(
      ({ tool, file, counts, binding }) =>
        `${code(tool)} in ${code(file)}: ${countsText(counts)}<br>${aboutOf(binding)}`,
    );
  const body = [
    list(items),
    ...(runs.length > MOST_RUNS ? [`And ${runs.length - MOST_RUNS} more, in the output \`results\`.`] : []),
    ...asideOf(scan),
    ...(unnamed.length > 0 ? [`No report names ${unnamed.map(code).join(', ')} of this image.`] : []),
  ];
  return [
    details(`Scan reports (${runs.length})`, body.join('\n\n')),
    ...(findings.length > 0 ? [details(titleOf(findings, total), findingList(findings))] : []),
    ...(exceptions.length > 0 ? [details(`Ignored findings (${exceptions.length})`, exceptionTable(exceptions))] : []),
  ];
}

/** scanData is the same for machines, as in the output `results`. */
export function scanData({ failOn, runs, findings, total, exceptions, unnamed }: ScanEvidence): unknown {
  return {
    failOn,
    reports: runs.map(({ file, tool, counts, setAside, binding }) => ({ file, tool, counts, setAside, binding })),
    total,
    findings: findings.map(({ id, tool, rating, place, link: address, blocks, ignored }) => ({
      id,
      tool,
      severity: rating.severity,
      ...(rating.unclear === undefined ? {} : { unclear: rating.unclear }),
      ...(place === undefined ? {} : { place }),
      ...(address === undefined ? {} : { link: address }),
      blocks,
      ignored,
    })),
    exceptions,
    ...(unnamed.length > 0 ? { unnamed } : {}),
  };
}

function aboutOf(binding: Binding): string {
  switch (binding.kind) {
    case 'named':
      return `About this image, by ${NARROW.name(binding.digest)}${binding.platform === undefined ? '' : ` (${code(binding.platform)})`}`;
    case 'trusted':
      return 'Accepted for this image: the report does not name it';
    case 'other':
      return `**About another image**: ${NARROW.words(binding.why)}`;
  }
}

/** Results that do not count are reported, so that none disappears silently. */
function asideOf({ runs }: ScanEvidence): readonly string[] {
  const sum = (kind: keyof (typeof runs)[number]['setAside']) =>
    runs.reduce((all, { setAside }) => all + setAside[kind], 0);
  const parts = [
    [sum('suppressed'), 'suppressed in the report, and accepted'],
    [sum('absent'), 'of the baseline, and no longer found'],
    [sum('noFailure'), 'not failures'],
  ] as const;
  const told = parts.filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}`);
  return told.length === 0 ? [] : [`Not counted: ${told.join('; ')}.`];
}

function titleOf(findings: readonly Judged[], total: number): string {
  return total > findings.length ? `Findings (the worst ${findings.length} of ${total})` : `Findings (${total})`;
}

/** A list: a path makes a table wider than a phone. */
function findingList(findings: readonly Judged[]): string {
  return list(
    findings.map(({ id, tool, rating, place, link: address, blocks, ignored }) => {
      const where = place === undefined ? '' : ` ${prose(place)}`;
      const unclear = rating.unclear === undefined ? '' : `, counted as critical: ${prose(rating.unclear)}`;
      const fate = blocks ? ': **closes the gate**' : ignored ? ': ignored' : '';
      return `**${rating.severity}**${unclear} ${link(id, address)}${where} (${code(tool)})${fate}`;
    }),
  );
}

function exceptionTable(exceptions: ScanEvidence['exceptions']): string {
  const rows = exceptions.map(({ id, reason, until, findings, isOver }) => [
    code(id),
    prose(reason),
    isOver ? `${until}: expired, it counts again` : until,
    findings === 0 ? 'nothing: remove it' : String(findings),
  ]);
  return table(['Id', 'Reason', 'Until', 'Findings'], rows);
}
