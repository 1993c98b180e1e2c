import type { Open, OpenToRead, Reason, Verdict } from '../gate/verdict.ts';
import type { Runner } from '../runner/runner.ts';
import { code, details, list, prose } from './markdown.ts';

const MARKS = { passed: '✓', pending: '…', failed: '✗', missing: '✗', 'left-out': '–' } as const;

/**
 * tellVerdict writes the verdict into the log, folded: each rule that holds with what was seen, and each check. What is
 * against it is told where the step ends.
 */
export async function tellVerdict({ info, group }: Pick<Runner, 'info' | 'group'>, verdict: Verdict): Promise<void> {
  const { kind, held, checks } = verdict;
  await group(`Gate: ${kind}`, async () => {
    for (const { rule, seen } of held) info(`✓ ${rule}. Seen: ${seen}.`);
    for (const { name, state, seen, by, askedBy } of checks)
      info(`${MARKS[state]} check ${name}: ${seen}. Reported by: ${by}. Asked for by: ${askedBy}.`);
  });
}

/** reasonLine is what is against it, for the log. */
export function reasonLine({ code: name, rule, seen, opens }: Reason): string {
  return `${name}: ${rule}. Seen: ${seen}. What would open it: ${opens}.`;
}

/** reasonList is the same for the summary. */
export function reasonList(reasons: readonly Reason[]): string {
  return list(
    reasons.map(
      ({ code: name, rule, seen, opens }) =>
        `${code(name)} ${prose(rule)}.<br>Seen: ${prose(seen)}.<br>**What would open it:** ${prose(opens)}.`,
    ),
  );
}

/** gateLine tells in one line of Markdown of an open gate. */
export function gateLine({ held, checks }: Verdict): string {
  const passed = checks.filter(({ state }) => state === 'passed').length;
  const own = checks.find(({ state }) => state === 'left-out');
  return [
    `${counted(held.length, 'rule')} hold${held.length === 1 ? 's' : ''}`,
    ...(passed === 0 ? [] : [`${counted(passed, 'check')} passed`]),
    ...(own === undefined ? [] : [`${code(own.name)} is this job itself, and was left out`]),
  ].join(', ');
}

/** isOwn tells whether an image is of the commit, and on the ref, that the run is for. */
export function isOwn({ subject, run }: Open): boolean {
  return subject.commit === run.commit && subject.ref === run.ref;
}

/** commitLines tell in the log which commit the image names, where that is not what the run is for. */
export function commitLines(verdict: Open): readonly string[] {
  const { subject, run } = verdict;
  if (isOwn(verdict)) return [];
  return [
    `The image names the commit ${subject.commit}, on ${subject.ref}. The run is for ${run.commit}, on ${run.ref}.`,
  ];
}

/** verdictDetails fold what holds, and the checks. */
export function verdictDetails({ kind, held, checks }: Verdict): readonly string[] {
  const title = kind === 'open' ? 'Why the gate was open' : 'The other rules';
  const items = [
    ...checks.map(
      ({ name, state, seen, by, askedBy }) =>
        `${MARKS[state]} check ${code(name)}: ${prose(seen)}. Reported by: ${prose(by)}. Asked for by: ${prose(askedBy)}.`,
    ),
    ...held.map(({ rule, seen }) => `✓ ${prose(rule)}. Seen: ${prose(seen)}.`),
  ];
  return items.length === 0 ? [] : [details(title, list(items))];
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}

/** verdictData is the same for machines, as it stands in the output `results`. */
export function verdictData(verdict: Verdict | OpenToRead): unknown {
  const { event, held, checks } = verdict;
  const data = checks.map(({ name, state, seen, by, askedBy }) => ({ name, state, seen, reportedBy: by, askedBy }));
  const end = { rules: held.map(({ rule, seen }) => ({ rule, seen })), ...(data.length === 0 ? {} : { checks: data }) };
  switch (verdict.kind) {
    case 'open':
      return { open: true, event, ...verdict.subject, ...(isOwn(verdict) ? {} : { run: verdict.run }), ...end };
    case 'open-to-read':
      return { open: false, openToRead: true, event, run: verdict.run, ...end };
    case 'closed':
      return { open: false, event, reasons: verdict.reasons, ...end };
  }
}
