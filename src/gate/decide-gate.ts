import { type FilterPattern, matchesFilter, parseFilterPattern } from '../filter-pattern.ts';
import type { Inputs, OpenableEvent } from '../inputs/inputs.ts';
import { EVENT_RULES } from './event-rules.ts';
import { NEVER_OPENED, OPEN_BY_DEFAULT } from './events.ts';
import { needsReasons } from './needs.ts';
import { type Facts, text } from './payload.ts';
import { type Closed, type Decision, openFor, type Reason } from './verdict.ts';

/** The part of the inputs that the gate follows. */
export type Policy = Pick<Inputs, 'events' | 'branches' | 'gitTags' | 'needs' | 'allowSkipped'>;

/** All zeros stand for no commit: what was there before a push, or is left of a ref that is gone. */
const COMMIT = /^(?!0+$)(?:[0-9a-f]{40}|[0-9a-f]{64})$/;

/**
 * decideGate tells whether this run may publish, and for which commit: event first, then trust, then ref. It is
 * closed on anything that is unknown or missing, and a closed verdict has every reason. What a run cannot know of the
 * run that it follows is left to be asked.
 */
export function decideGate(policy: Policy, facts: Facts): Decision {
  const event = facts.eventName;
  const rule = Object.hasOwn(EVENT_RULES, event) ? EVENT_RULES[event as OpenableEvent] : undefined;
  if (rule === undefined) return closed(event, [neverOpens(event)]);
  const finding = rule(facts, policy.events);
  const reasons = [
    ...(policy.events.some((listed) => listed === event) ? [] : [notListed(event)]),
    ...finding.reasons,
    ...commitReasons(finding.subject.commit),
    ...refReasons(finding.subject.ref, policy, facts),
    ...needsReasons(policy),
  ];
  const [first, ...others] = reasons;
  if (first !== undefined) return closed(event, [first, ...others]);
  const { commit = '', ref = '' } = finding.subject;
  const jobs = Object.keys(policy.needs ?? {});
  const because = [
    `The event ${event} of ${ref} at ${commit} may publish`,
    ...(jobs.length > 0 ? [`The jobs that this one needs have succeeded: ${jobs.join(', ')}`] : []),
  ];
  const branch = after(ref, 'refs/heads/');
  if (event !== 'workflow_run' || branch === undefined) return openFor(event, { commit, ref }, because);
  const isOfPullRequest = text(facts.payload, 'workflow_run.event') === 'pull_request';
  return { kind: 'presumed', event, subject: { commit, ref }, because, branch, isOfPullRequest };
}

/**
 * basesThatVouch are the branches whose pull requests can vouch for a commit: those that may publish, the default one,
 * and that of this run's own pull request.
 */
export function basesThatVouch(policy: Policy, facts: Facts): readonly FilterPattern[] {
  const base = text(facts.payload, 'pull_request.base.ref');
  const own = base === undefined ? [] : exactly(base);
  return [...defaultBranch(facts), ...own, ...(policy.branches ?? [])];
}

function closed(event: string, reasons: Closed['reasons']): Closed {
  return { kind: 'closed', event, reasons };
}

function neverOpens(event: string): Reason {
  const why = Object.hasOwn(NEVER_OPENED, event) ? NEVER_OPENED[event] : 'it is not an event that this action knows';
  return {
    code: 'GATE_EVENT',
    rule: `this event never publishes: ${why}`,
    seen: event === '' ? 'no event' : `the event ${event}`,
    opens: `publish from a run for ${OPEN_BY_DEFAULT.join(', ')}`,
  };
}

function notListed(event: string): Reason {
  return {
    code: 'GATE_EVENT',
    rule: 'the event must be listed',
    seen: `the event ${event}`,
    opens: `add "${event}" to "events"`,
  };
}

function commitReasons(commit: string | undefined): readonly Reason[] {
  if (commit !== undefined && COMMIT.test(commit)) return [];
  const seen = commit === undefined || commit === '' ? 'no commit' : `"${commit}"`;
  return [{ code: 'GATE_EVENT', rule: 'the event must name a commit in full', seen, opens: 'an event with a commit' }];
}

/** Refs are compared in full: a branch that is named `refs/tags/v1` is `refs/heads/refs/tags/v1`, a branch. */
function refReasons(ref: string | undefined, policy: Policy, facts: Facts): readonly Reason[] {
  const seen = ref === undefined || ref === '' ? 'no ref' : `the ref ${ref}`;
  const branch = after(ref, 'refs/heads/');
  const tag = after(ref, 'refs/tags/');
  if (branch !== undefined) {
    const patterns = policy.branches ?? defaultBranch(facts);
    if (matchesFilter(branch, patterns)) return [];
    const wanted =
      patterns.map((pattern) => pattern.text).join(', ') || 'the default branch, which the event does not name';
    return [
      {
        code: 'GATE_REF',
        rule: `the branch must match: ${wanted}`,
        seen,
        opens: `merge there, or add the branch to "branches"`,
      },
    ];
  }
  if (tag !== undefined) {
    if (matchesFilter(tag, policy.gitTags)) return [];
    const wanted = policy.gitTags.map((pattern) => pattern.text).join(', ') || 'nothing';
    return [
      {
        code: 'GATE_REF',
        rule: `the git tag must match: ${wanted}`,
        seen,
        opens: 'push a tag that matches, or add it to "git-tags"',
      },
    ];
  }
  return [
    { code: 'GATE_REF', rule: 'the ref must be a branch or a tag', seen, opens: 'publish from a branch or a tag' },
  ];
}

function after(ref: string | undefined, prefix: string): string | undefined {
  return ref?.startsWith(prefix) && ref.length > prefix.length ? ref.slice(prefix.length) : undefined;
}

/** The default branch as a pattern that matches it alone. */
function defaultBranch({ eventName, ref, payload }: Facts): readonly FilterPattern[] {
  // A schedule's payload may name no repository, but there is no schedule on any branch but the default one.
  const named = text(payload, 'repository.default_branch');
  const name = named ?? (eventName === 'schedule' ? after(ref, 'refs/heads/') : undefined);
  return name === undefined ? [] : exactly(name);
}

/** The pattern that matches this name alone. */
function exactly(name: string): readonly FilterPattern[] {
  const parsed = parseFilterPattern(name.replace(/[\\*?+[\]!]/g, '\\$&'));
  return parsed.ok ? [{ ...parsed.value, text: name }] : [];
}
