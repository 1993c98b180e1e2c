import type { GateCode } from '../errors.ts';
import type { CheckState } from './seen.ts';

/**
 * A rule that is met, what was seen, and where that comes from if not from the runner: from GitHub's API, from the
 * image, or from the caller.
 */
export type Held = {
  readonly rule: string;
  readonly seen: string;
  /** Both in one plain clause for people. If it is missing, people see the rule and what was seen. */
  readonly says?: string;
  readonly by?: 'api' | 'read' | 'caller';
};

/** Why the gate is closed: the rule, what was seen, and how to publish, in the imperative, as the end of a sentence. */
export type Reason = Held & { readonly code: GateCode; readonly opens: string };

/** The result of a rule: met, or a reason to close the gate. */
export type Judgement = Held | Reason;

/** Which commit an image is of: the commit of the run, or the one that the image itself names (a promotion). */
export const COMMITS = ['run', 'image'] as const;
export type CommitChoice = (typeof COMMITS)[number];

/** Not exported: only the functions of this file can open the gate. */
const open = Symbol('open');
const openToRead = Symbol('open to read');

/** A commit, and the full ref that it is on. */
export type Subject = {
  readonly commit: string;
  readonly ref: string;
  /**
   * The git tags whose versions the image is, if the ref does not name them: all git tags at the commit that may
   * publish.
   */
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

/** The gate is open for this subject: the commit whose image may be published. Everything that writes requires one. */
export type Open = Granted & {
  readonly kind: 'open';
  readonly subject: Subject;
  readonly [open]: true;
};

/** The run may publish, but the image names the commit. Until then the image is only read, at its source. */
export type ReadingOnly = Granted & { readonly kind: 'open-to-read'; readonly [openToRead]: true };

/** Everything that reads a source with a credential requires one. */
export type OpenToRead = Open | ReadingOnly;

export type Closed = {
  readonly kind: 'closed';
  readonly event: string;
  readonly reasons: readonly [Reason, ...Reason[]];
  /** The rules that are met. */
  readonly held: readonly Held[];
  readonly checks: readonly CheckState[];
};

export type Verdict = Open | Closed;

/** How a closed gate ends the step (`when-closed`). */
export const WHEN_CLOSED = ['skip', 'fail', 'skip-all'] as const;
export type WhenClosed = (typeof WHEN_CLOSED)[number];

/** How the step ends: skipped, as expected; red; or green with a warning. */
export type Ending = 'skipped' | 'failed' | 'let-pass';

/** With these reasons, a run is not meant to publish. All other reasons are about missing or bad evidence. */
const NOT_MEANT: readonly GateCode[] = ['GATE_EVENT', 'GATE_REF', 'GATE_FORK'];

/** endingOf decides how the step ends if the gate is closed. With reasons of both kinds, the first one decides. */
export function endingOf({ reasons }: Closed, whenClosed: WhenClosed): Ending {
  if (whenClosed === 'skip-all') return 'let-pass';
  return whenClosed === 'skip' && NOT_MEANT.includes(reasons[0].code) ? 'skipped' : 'failed';
}

/**
 * Everything that the run itself knows is fine, but its commit comes from another run. The payload names a branch that
 * may be a tag, and a success that anyone could create. So GitHub must be asked. This opens nothing yet.
 */
export type Presumed = {
  readonly kind: 'presumed';
  readonly event: string;
  readonly whose: CommitChoice;
  readonly subject: Subject;
  readonly held: readonly Held[];
  /** The branch that the other run says it was on. */
  readonly branch: string;
  /** Whether that is the default branch, which always exists. */
  readonly isDefault: boolean;
  /** If that run was for a pull request: when it began, in milliseconds since 1970, if known. */
  readonly pullRequest: { readonly since: number | undefined } | undefined;
};

/** What the gate decides from the run alone. */
export type Decision = OpenToRead | Closed | Presumed;

/** What a run is for, and which commit its image is of. */
export type Run = { readonly event: string; readonly whose: CommitChoice; readonly subject: Subject };

/**
 * openFor opens the gate for a run, as far as the run alone allows. The import table keeps this function inside the
 * room.
 */
export function openFor(run: Run & { readonly whose: 'run' }, held: readonly Held[]): Open;
export function openFor(run: Run, held: readonly Held[]): OpenToRead;
export function openFor({ event, whose, subject }: Run, held: readonly Held[]): OpenToRead {
  const granted = { event, run: subject, held, checks: [] };
  if (whose === 'image') return { ...granted, kind: 'open-to-read', [openToRead]: true };
  return { ...granted, kind: 'open', subject, [open]: true };
}

/**
 * openForImage opens the gate for the commit that an image names. The import table keeps this function inside the room.
 */
export function openForImage({ event, run, held, checks }: ReadingOnly, subject: Subject): Open {
  return { kind: 'open', event, run, subject, held, checks, [open]: true };
}

/** closedBy is a closed verdict if any of the judgements is a reason. */
export function closedBy(event: string, judgements: readonly Judgement[]): Closed | undefined {
  const [first, ...others] = judgements.filter(isReason);
  if (first === undefined) return undefined;
  return { kind: 'closed', event, reasons: [first, ...others], held: heldOf(judgements), checks: [] };
}

/** closedAfter closes a gate that was open until now. */
export function closedAfter(
  { event, held, checks }: Pick<Granted, 'event' | 'held'> & { readonly checks?: readonly CheckState[] },
  reasons: readonly [Reason, ...Reason[]],
): Closed {
  return { kind: 'closed', event, reasons, held, checks: checks ?? [] };
}

/** heldOf are the rules that are met. */
export function heldOf(judgements: readonly Judgement[]): readonly Held[] {
  return judgements.filter((judgement) => !isReason(judgement));
}

function isReason(judgement: Judgement): judgement is Reason {
  return 'code' in judgement;
}

/** alsoAsking keeps an open gate open if all further rules are met, and closes it otherwise. */
export function alsoAsking<T extends OpenToRead>(
  verdict: T,
  judgements: readonly Judgement[],
  checks: readonly CheckState[] = verdict.checks,
): T | Closed {
  const all = [...verdict.held, ...judgements];
  const closed = closedBy(verdict.event, all);
  return closed === undefined ? { ...verdict, held: heldOf(all), checks } : { ...closed, checks };
}
