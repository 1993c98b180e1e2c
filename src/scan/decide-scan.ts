import type { Held, Reason } from '../gate/verdict.ts';
import { bind, type KnownImage, unnamedPlatforms } from './binding.ts';
import type { Counts, Judged, Scan, ScanDecision, ScanFacts, ScanFile, ScanPolicy } from './evidence.ts';
import type { Exception } from './ignore-list.ts';
import type { Finding, Run } from './sarif.ts';
import { reasonOfFindings, reasonOfPlatform, reasonOfTool, reasonsOfFacts, reasonsOfScan } from './scan-reasons.ts';
import { isAtLeast, SEVERITIES } from './severity.ts';

const MOST_SHOWN = 20;
const MOST_REASONS = 20;

/**
 * decideScan decides whether the reports show that this image was scanned, and that no finding reaches the threshold.
 * Each file and each run must be valid by itself: one that is broken, about another image or older than this one closes
 * the gate, whatever the others say. Removing something from a report, or making it unreadable, never opens the gate.
 * There are two exceptions: a complete report of a cleaner scan, and a removed name of another image if the tool need
 * not name one ("required" requires names).
 */
export function decideScan(policy: ScanPolicy, facts: ScanFacts): ScanDecision {
  const scans = facts.files.flatMap((file) => scansIn(file, facts.image));
  const exceptions = 'problem' in facts.ignore ? [] : facts.ignore.exceptions;
  const valid = exceptions.filter(({ until }) => facts.today <= until);
  const findings = scans.flatMap(({ run }) => run.findings.map((finding) => judge(finding, { run, valid, policy })));
  const isGood = ({ run }: Scan) => !run.findings.some((finding) => judge(finding, { run, valid, policy }).blocks);
  const blocking = findings.filter(({ blocks }) => blocks).toSorted(worstFirst);
  const bindings = scans.map(({ binding }) => binding);
  const unnamed = bindings.some(({ kind }) => kind === 'named') ? unnamedPlatforms(bindings, facts.image) : [];
  return {
    reasons: firstOf([
      ...reasonsOfFacts(facts),
      ...scans.flatMap((scan) => reasonsOfScan(scan, policy, facts)),
      ...(policy.binding === 'required' ? unnamed.map(reasonOfPlatform) : []),
      ...policy.tools.filter((tool) => !scans.some((scan) => isOf(scan, tool))).map(reasonOfTool),
      ...(blocking.length > 0 ? [reasonOfFindings(blocking, policy.failOn)] : []),
    ]),
    held: scans
      .filter((scan) => isGood(scan) && reasonsOfScan(scan, policy, facts).length === 0)
      .map((scan) => heldOf(scan, policy)),
    evidence: {
      failOn: policy.failOn,
      runs: scans.map(({ file, run, binding }) => ({
        file: file.name,
        tool: run.tool,
        counts: countsOf(run.findings),
        setAside: run.setAside,
        binding,
      })),
      findings: findings.toSorted(worstFirst).slice(0, MOST_SHOWN),
      total: findings.length,
      exceptions: exceptions.map((exception) => ({
        ...exception,
        findings: findings.filter((finding) => isIgnored(finding, [exception])).length,
        isOver: !valid.includes(exception),
      })),
      unnamed,
      ignoreList: 'problem' in facts.ignore ? undefined : facts.ignore.digest,
    },
  };
}

/** So many files can be wrong that nobody would read all reasons. */
function firstOf(reasons: readonly Reason[]): readonly Reason[] {
  const shown = reasons.slice(0, MOST_REASONS);
  const last = shown.at(-1);
  if (last === undefined || reasons.length === shown.length) return reasons;
  const more = `; and ${reasons.length - shown.length} reasons more`;
  return [...shown.slice(0, -1), { ...last, seen: `${last.seen}${more}`, says: `${last.says}${more}` }];
}

function scansIn(file: ScanFile, image: KnownImage): readonly Scan[] {
  return 'problem' in file.report ? [] : file.report.runs.map((run) => ({ file, run, binding: bind(run, image) }));
}

type Measure = { readonly run: Run; readonly valid: readonly Exception[]; readonly policy: ScanPolicy };

function judge(finding: Finding, { run, valid, policy }: Measure): Judged {
  const ignored = isIgnored(finding, valid);
  return { ...finding, tool: run.tool, ignored, blocks: !ignored && isAtLeast(finding.rating.worst, policy.failOn) };
}

/**
 * A finding is ignored if all its ids are listed. An id with a slash also counts as listed if the part before the slash
 * is.
 */
function isIgnored({ ids }: Finding, exceptions: readonly Exception[]): boolean {
  const isListed = (id: string) => exceptions.some((listed) => id === listed.id || id.startsWith(`${listed.id}/`));
  return ids.length > 0 && ids.every(isListed);
}

/** Tools are recognised by the name of their driver; its case differs between versions. */
function isOf({ run, binding }: Scan, tool: string): boolean {
  return run.problems.length === 0 && binding.kind !== 'other' && run.tool.toLowerCase() === tool.toLowerCase();
}

function worstFirst(one: Judged, other: Judged): number {
  const rank = ({ blocks, rating }: Judged) => (blocks ? 0 : SEVERITIES.length) + SEVERITIES.indexOf(rating.worst);
  return rank(one) - rank(other);
}

/** countsOf counts findings by the severity that the tools report. */
export function countsOf(findings: readonly Finding[]): Counts {
  const counts = { critical: 0, high: 0, medium: 0, low: 0, unknown: 0 };
  for (const { rating } of findings) counts[rating.severity] += 1;
  return counts;
}

function heldOf({ file, run, binding }: Scan, { failOn }: ScanPolicy): Held {
  const about = binding.kind === 'named' ? `about ${binding.digest}` : 'accepted for this image, because it names none';
  const worse = failOn === 'critical' ? '' : ' or worse';
  return {
    rule: `the scan must have found nothing ${failOn}${worse} that counts`,
    seen: `${run.tool} in ${file.name}, ${about}`,
    says: `${run.tool} found nothing ${failOn}${worse} that counts (${file.name}, ${about})`,
    by: 'caller',
  };
}
