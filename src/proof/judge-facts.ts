import { type CheckDemand, type FactDemands, type ScanDemand, SEVERITIES } from './demands.ts';
import { type Lack, lackIf } from './lack.ts';
import type { GateField, Predicate, ProvedScan } from './statement.ts';
import { GATE_FIELD } from './uris.ts';

/**
 * judgeFacts finds the fact of a summary that does not meet the requirements. A missing fact fails; if its list was cut,
 * the fact may have been there, so the code is another one.
 *
 * - rules: their SHA-256 is the required one.
 * - a check: GitHub was asked, it has passed, and the app that reported it has the required id. It has not passed if it
 *   was left out (the job's own check), or if its app is unknown.
 * - a scan: the tool has reported, and none of its reports has a finding of the severity or above, or of an unknown
 *   severity, even if it was to be ignored.
 */
export function judgeFacts({ policy, [GATE_FIELD]: field }: Predicate, facts: FactDemands): Lack | undefined {
  const isOther = facts.policy !== undefined && ownValue(policy.digest, 'sha256') !== facts.policy;
  const lacks = [
    lackIf(
      isOther,
      'PROOF_DEMAND',
      `was decided by other rules: sha256:${ownValue(policy.digest, 'sha256') ?? 'unknown'}`,
    ),
    ...facts.checks.map((check) => judgeCheck(field, check)),
    ...facts.scans.map((scan) => judgeScan(field, scan)),
  ];
  return lacks.find((lack) => lack !== undefined);
}

function judgeCheck({ checks, truncated }: GateField, { name, appId }: CheckDemand): Lack | undefined {
  const ofName = checks.filter((check) => check.name === name && check.vouchedBy === 'api');
  if (ofName.some(({ state, app }) => state === 'passed' && app?.id === appId)) return undefined;
  const lacks = `does not say that the check "${name}" of the app ${appId} has passed`;
  return absent(truncated, 'checks', lacks);
}

function judgeScan({ scans, truncated }: GateField, { tool, below }: ScanDemand): Lack | undefined {
  const reports = scans.filter((scan) => scan.tool.toLowerCase() === tool.toLowerCase());
  const bad = reports.find((scan) => countFrom(scan, below) > 0);
  if (bad !== undefined)
    return {
      code: 'PROOF_DEMAND',
      lacks: `has a scan by ${tool} with ${countFrom(bad, below)} findings of "${below}" or worse`,
    };
  const lacks = `has no scan by ${tool}`;
  // A report that was cut off may be a bad one.
  if (reports.length > 0 && !wasCut(truncated, 'scans')) return undefined;
  return absent(truncated, 'scans', lacks);
}

function countFrom({ findings }: ProvedScan, below: ScanDemand['below']): number {
  const counted = SEVERITIES.slice(0, SEVERITIES.indexOf(below) + 1);
  return counted.reduce((sum, severity) => sum + findings[severity], findings.unknown);
}

function absent(truncated: GateField['truncated'], list: 'checks' | 'scans', lacks: string): Lack {
  if (!wasCut(truncated, list)) return { code: 'PROOF_DEMAND', lacks };
  return { code: 'PROOF_TRUNCATED', lacks: `${lacks}, and what it says of ${list} was cut to its bound` };
}

/** A text that was cut may be the name. */
function wasCut(truncated: GateField['truncated'] = {}, list: string): boolean {
  return ownValue(truncated, list) !== undefined || ownValue(truncated, 'text') !== undefined;
}

function ownValue<T>(record: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}
