import type { Verdict } from '../gate/verdict.ts';
import type { Runner } from '../runner/runner.ts';
import { code, prose, table } from './markdown.ts';

const MARKS = { passed: '✓', pending: '…', failed: '✗', missing: '✗' } as const;

/** tellVerdict writes the verdict into the log: each rule that was asked about with what was seen, and each check. */
export function tellVerdict({ info }: Pick<Runner, 'info'>, verdict: Verdict): void {
  const { event, held, checks } = verdict;
  info(`The gate is ${verdict.kind} for ${verdict.kind === 'open' ? `${event} of ${verdict.subject.ref}` : event}:`);
  for (const { rule, seen } of held) info(`  ✓ ${rule}. Seen: ${seen}.`);
  for (const { name, state, seen, by, askedBy } of checks)
    info(`  ${MARKS[state]} check ${name}: ${seen}. Reported by: ${by}. Asked for by: ${askedBy}.`);
  if (verdict.kind === 'open') return;
  for (const { code: name, rule, seen, opens } of verdict.reasons)
    info(`  ✗ ${name}: ${rule}. Seen: ${seen}. What would open it: ${opens}.`);
}

/** verdictTables are the same as Markdown: what is against it first, then the checks, then the rules that hold. */
export function verdictTables(verdict: Verdict): readonly string[] {
  const { held, checks } = verdict;
  return [
    ...(verdict.kind === 'closed' ? [reasonTable(verdict.reasons)] : []),
    ...(checks.length === 0 ? [] : [checkTable(checks)]),
    ...(held.length === 0
      ? []
      : [
          table(
            ['Rule that holds', 'Seen'],
            held.map(({ rule, seen }) => [prose(rule), prose(seen)]),
          ),
        ]),
  ];
}

function reasonTable(reasons: Extract<Verdict, { kind: 'closed' }>['reasons']): string {
  return table(
    ['Code', 'Rule', 'Seen', 'What would open it'],
    reasons.map((each) => [code(each.code), prose(each.rule), prose(each.seen), prose(each.opens)]),
  );
}

function checkTable(checks: Verdict['checks']): string {
  return table(
    ['Check', 'State', 'Seen', 'Reported by', 'Asked for by'],
    checks.map((each) => [
      code(each.name),
      `${MARKS[each.state]} ${each.state}`,
      prose(each.seen),
      prose(each.by),
      prose(each.askedBy),
    ]),
  );
}

/** verdictData is the same for machines, as it stands in the output `results`. */
export function verdictData(verdict: Verdict): unknown {
  const { event, held, checks } = verdict;
  const data = checks.map(({ name, state, seen, by, askedBy }) => ({ name, state, seen, reportedBy: by, askedBy }));
  const end = { rules: held, ...(data.length === 0 ? {} : { checks: data }) };
  return verdict.kind === 'open'
    ? { open: true, event, ...verdict.subject, ...end }
    : { open: false, event, reasons: verdict.reasons, ...end };
}
