import type { GateCode } from '../errors.ts';

/** Why the gate is closed: by which rule, what was seen, and what would open it. */
export type Reason = {
  readonly code: GateCode;
  readonly rule: string;
  readonly seen: string;
  readonly opens: string;
};

/** Not exported: an open verdict is made by `openFor` alone. */
const open = Symbol('open');

/** What a run speaks for: the commit whose image may be published, and the full ref it is on. */
export type Subject = { readonly commit: string; readonly ref: string };

/** The gate is open for this subject. What touches a credential asks for one. */
export type Open = {
  readonly kind: 'open';
  readonly event: string;
  readonly subject: Subject;
  /** What opened it, a sentence each. */
  readonly because: readonly string[];
  readonly [open]: true;
};

export type Closed = {
  readonly kind: 'closed';
  readonly event: string;
  readonly reasons: readonly [Reason, ...Reason[]];
};

export type Verdict = Open | Closed;

/**
 * Nothing that the run itself knows is against it, but its subject is of another run, whose payload names a branch
 * that may be a tag, and a success that may be of one's own making: GitHub is to be asked. It opens nothing yet.
 */
export type Presumed = {
  readonly kind: 'presumed';
  readonly event: string;
  readonly subject: Subject;
  readonly because: readonly string[];
  /** The branch that the other run says it was on. */
  readonly branch: string;
  /** Whether that run was for a pull request. */
  readonly isOfPullRequest: boolean;
};

/** What the gate decides by the run alone. */
export type Decision = Verdict | Presumed;

/** openFor makes the open verdict; the import table keeps it inside this room. */
export function openFor(event: string, subject: Subject, because: readonly string[]): Open {
  return { kind: 'open', event, subject, because, [open]: true };
}

/** alsoAsking keeps an open gate open if more was asked and nothing is against it, and else closes it. */
export function alsoAsking(verdict: Open, reasons: readonly Reason[], because: readonly string[]): Verdict {
  const [first, ...others] = reasons;
  if (first !== undefined) return { kind: 'closed', event: verdict.event, reasons: [first, ...others] };
  return { ...verdict, because: [...verdict.because, ...because] };
}
