import type { Held, Open, OpenToRead, Reason, Verdict } from '../gate/verdict.ts';
import type { Runner } from '../runner/runner.ts';
import { code, details, list, prose } from './markdown.ts';

const MARKS = { passed: '✓', pending: '…', failed: '✗', missing: '✗', 'left-out': '–' } as const;

/**
 * tellVerdict logs the verdict, folded: each rule that holds or does not, with what was found, and each check. How to
 * open the gate is said where the step ends.
 */
export async function tellVerdict({ info, group }: Pick<Runner, 'info' | 'group'>, verdict: Verdict): Promise<void> {
  const { kind, held, checks } = verdict;
  await group(`Gate: ${kind}`, async () => {
    for (const each of held) info(`✓ ${inWords(each)}.`);
    for (const reason of verdict.kind === 'closed' ? verdict.reasons : []) info(`✗ ${asSentence(against(reason))}`);
    for (const { name, state, seen, by, askedBy } of checks)
      info(`${MARKS[state]} check "${name}": ${seen}. Reported by: ${by}. Required by: ${askedBy}.`);
  });
}

/** inWords writes a rule and what was found in one clause. */
function inWords({ rule, seen, says }: Held): string {
  return says ?? `${rule} (${seen})`;
}

/** How the sentence of a remedy begins. */
export const PUBLISHING = 'How to publish';
export const PRUNING = 'What to do';
type Aim = typeof PUBLISHING | typeof PRUNING;

/** reasonLine is one reason in the log: what is wrong, and how to publish, or to prune. */
export function reasonLine(reason: Reason, aim: Aim): string {
  return `${reason.code}: ${asSentence(against(reason))} ${aim}: ${asSentence(reason.opens)}`;
}

/** What is wrong: people need to know what is required, and what was found. */
function against({ rule, seen, says }: Reason): string {
  return says ?? `${rule}. Found: ${seen}`;
}

/** Some texts already end with a full stop. */
function asSentence(text: string): string {
  return `${text.replace(/\.$/, '')}.`;
}

/**
 * reasonList is the same for the summary. If several reasons in a row have one remedy, it is written once, under the
 * last one.
 */
export function reasonList(reasons: readonly Reason[], aim: Aim): string {
  return list(
    reasons.map((reason, index) => {
      const wrong = `${code(reason.code)} ${prose(asSentence(against(reason)))}`;
      const isToldBelow = reasons[index + 1]?.opens === reason.opens;
      return isToldBelow ? wrong : `${wrong}<br>**${aim}:** ${prose(asSentence(reason.opens))}`;
    }),
  );
}

/** gateLine says in one line of Markdown why a gate is open. */
export function gateLine({ held, checks }: Verdict): string {
  const passed = checks.filter(({ state }) => state === 'passed').length;
  const own = checks.find(({ state }) => state === 'left-out');
  return [
    `${counted(held.length, 'rule')} hold${held.length === 1 ? 's' : ''}`,
    ...(passed === 0 ? [] : [`${counted(passed, 'check')} passed`]),
    ...(own === undefined ? [] : [`${code(own.name)} is this job itself, and was left out`]),
  ].join(', ');
}

/** isOwn tells whether the image has the commit and the ref of the run. */
export function isOwn({ subject, run }: Open): boolean {
  return subject.commit === run.commit && subject.ref === run.ref;
}

/** commitLines log which commit the image names, if it is not the commit of the run. */
export function commitLines(verdict: Open): readonly string[] {
  const { subject, run } = verdict;
  if (isOwn(verdict)) return [];
  return [
    `The image names the commit ${subject.commit}, on ${subject.ref}. The run is for ${run.commit}, on ${run.ref}.`,
  ];
}

/** verdictDetails fold the rules that hold, and the checks. */
export function verdictDetails({ kind, held, checks }: Verdict): readonly string[] {
  const title = kind === 'open' ? 'Why the gate was open' : 'The other rules';
  const items = [
    ...checks.map(
      ({ name, state, seen, by, askedBy }) =>
        `${MARKS[state]} check ${code(name)}: ${prose(seen)}. Reported by: ${prose(by)}. Required by: ${prose(askedBy)}.`,
    ),
    ...held.map((each) => `✓ ${prose(inWords(each))}.`),
  ];
  return items.length === 0 ? [] : [details(title, list(items))];
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}

/** verdictData is the same for machines, as in the output `results`. */
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
