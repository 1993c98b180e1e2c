import type { GateCode } from '../errors.ts';
import type { CheckState } from './seen.ts';

/** A rule that was asked about and holds, and what was seen. */
export type Held = { readonly rule: string; readonly seen: string };

/** Why the gate is closed: by which rule, what was seen, and what would open it. */
export type Reason = Held & { readonly code: GateCode; readonly opens: string };

/** What became of a rule that was asked about. */
export type Judgement = Held | Reason;

/** Not exported: an open verdict is made by `openFor` alone. */
const open = Symbol('open');

/** What a run speaks for: the commit whose image may be published, and the full ref it is on. */
export type Subject = { readonly commit: string; readonly ref: string };

/** The gate is open for this subject. What touches a credential asks for one. */
export type Open = {
  readonly kind: 'open';
  readonly event: string;
  readonly subject: Subject;
  /** What opened it. */
  readonly held: readonly Held[];
  readonly checks: readonly CheckState[];
  readonly [open]: true;
};

export type Closed = {
  readonly kind: 'closed';
  readonly event: string;
  readonly reasons: readonly [Reason, ...Reason[]];
  /** The rules that are not against it. */
  readonly held: readonly Held[];
  readonly checks: readonly CheckState[];
};

export type Verdict = Open | Closed;

/** What is done about a closed gate. */
export const WHEN_CLOSED = ['skip', 'fail', 'skip-all'] as const;
export type WhenClosed = (typeof WHEN_CLOSED)[number];

/** How the step ends: skipped, as it should be; red; or green although a person should look. */
export type Ending = 'skipped' | 'failed' | 'let-pass';

/** Reasons by which a run is not meant to publish. Every other one is about evidence that is missing or bad. */
const NOT_MEANT: readonly GateCode[] = ['GATE_EVENT', 'GATE_REF', 'GATE_FORK'];

/** endingOf tells how the step ends when the gate is closed. Where reasons of both kinds apply, the first one decides. */
export function endingOf({ reasons }: Closed, whenClosed: WhenClosed): Ending {
  if (whenClosed === 'skip-all') return 'let-pass';
  return whenClosed === 'skip' && NOT_MEANT.includes(reasons[0].code) ? 'skipped' : 'failed';
}

/**
 * Nothing that the run itself knows is against it, but its subject is of another run, whose payload names a branch
 * that may be a tag, and a success that may be of one's own making: GitHub is to be asked. It opens nothing yet.
 */
export type Presumed = {
  readonly kind: 'presumed';
  readonly event: string;
  readonly subject: Subject;
  readonly held: readonly Held[];
  /** The branch that the other run says it was on. */
  readonly branch: string;
  /** Whether that is the default branch, which is always there. */
  readonly isDefault: boolean;
  /** If that run was for a pull request: when it began, in milliseconds since 1970, if it says so. */
  readonly pullRequest: { readonly since: number | undefined } | undefined;
};

/** What the gate decides by the run alone. */
export type Decision = Verdict | Presumed;

/** openFor makes the open verdict; the import table keeps it inside this room. */
export function openFor(event: string, subject: Subject, held: readonly Held[]): Open {
  return { kind: 'open', event, subject, held, checks: [], [open]: true };
}

/** closedBy is a closed verdict if any of the judgements is a reason for it. */
export function closedBy(event: string, judgements: readonly Judgement[]): Closed | undefined {
  const [first, ...others] = judgements.filter(isReason);
  if (first === undefined) return undefined;
  return { kind: 'closed', event, reasons: [first, ...others], held: heldOf(judgements), checks: [] };
}

/** heldOf are the rules that hold. */
export function heldOf(judgements: readonly Judgement[]): readonly Held[] {
  return judgements.filter((judgement) => !isReason(judgement));
}

function isReason(judgement: Judgement): judgement is Reason {
  return 'code' in judgement;
}

/** alsoAsking keeps an open gate open if more was asked and nothing is against it, and else closes it. */
export function alsoAsking(
  verdict: Open,
  judgements: readonly Judgement[],
  checks: readonly CheckState[] = verdict.checks,
): Verdict {
  const all = [...verdict.held, ...judgements];
  const closed = closedBy(verdict.event, all);
  return closed === undefined ? { ...verdict, held: heldOf(all), checks } : { ...closed, checks };
}
