import type { GateCode } from '../errors.ts';
import type { CheckState } from './seen.ts';

/**
 * A rule that was asked about and holds, what was seen, and who vouches for that if it is not the runner: GitHub was
 * asked, the image was read, or the caller has handed it in.
 */
export type Held = {
  readonly rule: string;
  readonly seen: string;
  /** Both in one plain clause for people; where it is missing, people are shown the rule and what was seen. */
  readonly says?: string;
  readonly by?: 'api' | 'read' | 'caller';
};

/** Why the gate is closed: by which rule, what was seen, and how to publish, which goes on a sentence in the imperative. */
export type Reason = Held & { readonly code: GateCode; readonly opens: string };

/** What became of a rule that was asked about. */
export type Judgement = Held | Reason;

/** Whose commit an image is of: that of the run, or the one that the image itself names (a promotion). */
export const COMMITS = ['run', 'image'] as const;
export type CommitChoice = (typeof COMMITS)[number];

/** Not exported: what is open is made by the functions of this file alone. */
const open = Symbol('open');
const openToRead = Symbol('open to read');

/** A commit, and the full ref that it is on. */
export type Subject = {
  readonly commit: string;
  readonly ref: string;
  /** The git tags whose versions an image of it is, where those are not told by the ref: all at the commit that may publish. */
  readonly gitTags?: readonly string[];
};

type Granted = {
  readonly event: string;
  /** What the run is for. */
  readonly run: Subject;
  /** What opened it. */
  readonly held: readonly Held[];
  readonly checks: readonly CheckState[];
};

/** The gate is open for this subject: the commit whose image may be published. What writes anything asks for one. */
export type Open = Granted & {
  readonly kind: 'open';
  readonly subject: Subject;
  readonly [open]: true;
};

/** The run may publish, but of which commit is for the image to say: until then it is only read, where it is now. */
export type ReadingOnly = Granted & { readonly kind: 'open-to-read'; readonly [openToRead]: true };

/** What reads a source, and shows a credential for that, asks for one. */
export type OpenToRead = Open | ReadingOnly;

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
  readonly whose: CommitChoice;
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
export type Decision = OpenToRead | Closed | Presumed;

/** What a run is for, and whose commit its image is of. */
export type Run = { readonly event: string; readonly whose: CommitChoice; readonly subject: Subject };

/** openFor opens the gate for a run, as far as the run alone can; the import table keeps it inside this room. */
export function openFor(run: Run & { readonly whose: 'run' }, held: readonly Held[]): Open;
export function openFor(run: Run, held: readonly Held[]): OpenToRead;
export function openFor({ event, whose, subject }: Run, held: readonly Held[]): OpenToRead {
  const granted = { event, run: subject, held, checks: [] };
  if (whose === 'image') return { ...granted, kind: 'open-to-read', [openToRead]: true };
  return { ...granted, kind: 'open', subject, [open]: true };
}

/** openForImage opens the gate for the commit that an image names; the import table keeps it inside this room. */
export function openForImage({ event, run, held, checks }: ReadingOnly, subject: Subject): Open {
  return { kind: 'open', event, run, subject, held, checks, [open]: true };
}

/** closedBy is a closed verdict if any of the judgements is a reason for it. */
export function closedBy(event: string, judgements: readonly Judgement[]): Closed | undefined {
  const [first, ...others] = judgements.filter(isReason);
  if (first === undefined) return undefined;
  return { kind: 'closed', event, reasons: [first, ...others], held: heldOf(judgements), checks: [] };
}

/** closedAfter is what becomes of a gate that was open as far as it was asked. */
export function closedAfter(
  { event, held, checks }: Pick<Granted, 'event' | 'held'> & { readonly checks?: readonly CheckState[] },
  reasons: readonly [Reason, ...Reason[]],
): Closed {
  return { kind: 'closed', event, reasons, held, checks: checks ?? [] };
}

/** heldOf are the rules that hold. */
export function heldOf(judgements: readonly Judgement[]): readonly Held[] {
  return judgements.filter((judgement) => !isReason(judgement));
}

function isReason(judgement: Judgement): judgement is Reason {
  return 'code' in judgement;
}

/** alsoAsking keeps an open gate open if more was asked and nothing is against it, and else closes it. */
export function alsoAsking<T extends OpenToRead>(
  verdict: T,
  judgements: readonly Judgement[],
  checks: readonly CheckState[] = verdict.checks,
): T | Closed {
  const all = [...verdict.held, ...judgements];
  const closed = closedBy(verdict.event, all);
  return closed === undefined ? { ...verdict, held: heldOf(all), checks } : { ...closed, checks };
}
