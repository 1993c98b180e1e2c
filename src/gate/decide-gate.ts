import { type Facts, text, time } from '../run/facts.ts';
import { branchOf, gitTagOf } from '../run/ref.ts';
import { type FilterPattern, matchesFilter, parseFilterPattern } from '../text/filter-pattern.ts';
import { isCommit } from './commit-name.ts';
import { AFTER_THE_MERGE, EVENT_RULES, type Finding } from './event-rules.ts';
import { NEVER_OPENED, OPEN_BY_DEFAULT, type OpenableEvent } from './events.ts';
import { type CommitChoice, closedBy, type Decision, heldOf, type Judgement, openFor, type Reason } from './verdict.ts';

/**
 * Results of the jobs that this one needs, by their ids (undefined if they are not required), and which may be skipped.
 */
export type NeedsPolicy = {
  readonly needs: Readonly<Record<string, string>> | undefined;
  /** Names of jobs and checks that may be skipped. */
  readonly allowSkipped: readonly string[];
};

/** The part of the inputs that the gate follows. */
export type Policy = NeedsPolicy & {
  /** Which commit the image is of. With `image`, the run by itself may only read the image. */
  readonly commit: CommitChoice;
  readonly events: readonly OpenableEvent[];
  /** Undefined means the default branch, from the event's payload. */
  readonly branches: readonly FilterPattern[] | undefined;
  readonly gitTags: readonly FilterPattern[];
};

/**
 * decideGate decides whether this run may publish, and for which commit: event first, then trust, then ref. Anything
 * unknown or missing closes the gate, and a closed verdict has every reason. If GitHub must still be asked about the
 * run that triggered this one, the verdict says so.
 */
export function decideGate(policy: Policy, facts: Facts): Decision {
  const event = facts.eventName;
  // Nothing in this event is certain.
  const unknown = facts.server.kind === 'unknown' ? closedBy(event, judgeServer(facts)) : undefined;
  if (unknown !== undefined) return unknown;
  const rule = Object.hasOwn(EVENT_RULES, event) ? EVENT_RULES[event as OpenableEvent] : undefined;
  if (rule === undefined) return { kind: 'closed', event, reasons: [neverOpens(event)], held: [], checks: [] };
  const finding = rule(facts, policy.events);
  const { commit = '', ref = '' } = finding.subject;
  const judgements = [
    judgeListing(event, policy, finding),
    ...judgeServer(facts),
    ...finding.judgements,
    judgeCommit(commit),
    forFork(judgeRef(ref, policy, facts), finding),
    ...judgeNeeds(policy),
  ];
  const closed = closedBy(event, judgements);
  if (closed !== undefined) return closed;
  const held = heldOf(judgements);
  const branch = branchOf(ref);
  const run = { event, whose: policy.commit, subject: { commit, ref } };
  if (event !== 'workflow_run' || branch === undefined) return openFor(run, held);
  const isOfPullRequest = text(facts.payload, 'workflow_run.event') === 'pull_request';
  const pullRequest = isOfPullRequest ? { since: time(facts.payload, 'workflow_run.created_at') } : undefined;
  const isDefault = branch === text(facts.payload, 'repository.default_branch');
  return { kind: 'presumed', ...run, held, branch, isDefault, pullRequest };
}

/**
 * branchesThatPublish are the branches that may publish. Without the input this is the default branch, if it is known.
 */
export function branchesThatPublish({ branches }: Pick<Policy, 'branches'>, facts: Facts): readonly FilterPattern[] {
  return branches ?? defaultBranch(facts);
}

/**
 * basesThatVouch are the target branches of pull requests whose checks count: the branches that may publish, the
 * default branch, and the target of this run's pull request.
 */
export function basesThatVouch(policy: Policy, facts: Facts): readonly FilterPattern[] {
  const base = text(facts.payload, 'pull_request.base.ref');
  const own = base === undefined ? [] : exactly(base);
  return [...defaultBranch(facts), ...own, ...(policy.branches ?? [])];
}

function neverOpens(event: string): Reason {
  const why = Object.hasOwn(NEVER_OPENED, event) ? NEVER_OPENED[event] : 'it is not an event that this action knows';
  return {
    code: 'GATE_EVENT',
    rule: `this event never publishes: ${why}`,
    seen: event === '' ? 'no event' : `the event ${event}`,
    says: event === '' ? 'this run names no event' : `the event "${event}" never publishes: ${why}`,
    opens: `run the workflow for one of the events ${OPEN_BY_DEFAULT.join(', ')}`,
  };
}

/** Doubts come first, and are red: a run that is not understood must not look like one that is not meant to publish. */
function judgeServer({ doubts }: Facts): readonly Reason[] {
  return doubts.map((seen) => ({
    code: 'GATE_SERVER',
    rule: 'this action must know the server, and the server must report all facts about the run',
    seen,
    opens: 'use a server and an event that docs/servers.md lists',
  }));
}

function judgeListing(event: string, { events }: Policy, { judgements }: Finding): Judgement {
  const listed = { rule: 'the event must be listed', seen: `the event ${event}` };
  if (events.some((each) => each === event)) return { ...listed, says: `the event "${event}" is allowed` };
  const says = `the event "${event}" is not listed in "events" (${events.join(', ') || 'none'})`;
  const list = `add "${event}" to "events"`;
  // Even if the event were listed, a fork would not publish.
  if (isOfFork(judgements)) return { code: 'GATE_EVENT', ...listed, says, opens: AFTER_THE_MERGE };
  const opens = event === 'pull_request' ? `${AFTER_THE_MERGE}. To publish from pull requests, too, ${list}` : list;
  return { code: 'GATE_EVENT', ...listed, says, opens };
}

function isOfFork(judgements: readonly Judgement[]): boolean {
  return judgements.some((each) => 'code' in each && each.code === 'GATE_FORK');
}

/** No input publishes the branch of a fork. */
function forFork(judged: Judgement, { judgements }: Finding): Judgement {
  return 'code' in judged && isOfFork(judgements) ? { ...judged, opens: AFTER_THE_MERGE } : judged;
}

function judgeCommit(commit: string): Judgement {
  const rule = 'the event must name a commit in full';
  const seen = commit === '' ? 'no commit' : `"${commit}"`;
  if (isCommit(commit)) return { rule, seen, says: `the commit is ${commit}` };
  return { code: 'GATE_EVENT', rule, seen, opens: 'publish from a run for a commit' };
}

/** Refs are compared in full: a branch with the name `refs/tags/v1` is `refs/heads/refs/tags/v1`, a branch. */
function judgeRef(ref: string, policy: Policy, facts: Facts): Judgement {
  const seen = ref === '' ? 'no ref' : `the ref ${ref}`;
  const branch = branchOf(ref);
  const tag = gitTagOf(ref);
  if (branch !== undefined) {
    const patterns = branchesThatPublish(policy, facts);
    const wanted = textOf(patterns) || 'the default branch, which the event does not name';
    const rule = `the branch must match: ${wanted}`;
    if (matchesFilter(branch, patterns)) return { rule, seen, says: `the branch "${branch}" is allowed` };
    const says = `the branch "${branch}" is not allowed; allowed: ${wanted}`;
    const opens = patterns.length === 0 ? NAME_BRANCHES : `merge into ${wanted}, or add the branch to "branches"`;
    return { code: 'GATE_REF', rule, seen, says, opens };
  }
  if (tag !== undefined) {
    const patterns = textOf(policy.gitTags);
    const rule = `the git tag must match: ${patterns || 'nothing'}`;
    if (matchesFilter(tag, policy.gitTags)) return { rule, seen, says: `the git tag "${tag}" is allowed` };
    const says = `the git tag "${tag}" is not allowed; allowed: ${patterns || 'none'}`;
    const like =
      patterns === '' ? 'add the tag to "git-tags"' : `push a git tag like ${patterns}, or add this one to "git-tags"`;
    return { code: 'GATE_REF', rule, seen, says, opens: like };
  }
  const rule = 'the ref must be a branch or a tag';
  return { code: 'GATE_REF', rule, seen, opens: 'publish from a branch or a tag' };
}

const NAME_BRANCHES = 'name the branches that publish in "branches"';
const ALL_NEEDED = 'every job that this one needs must have succeeded';
/**
 * judgeNeeds requires that every job in `needs` has succeeded. A skipped job counts only if it is in `allow-skipped`. A
 * failed or cancelled job never counts, even if `if: always()` let this job start.
 */
export function judgeNeeds({ needs, allowSkipped }: NeedsPolicy): readonly Judgement[] {
  if (needs === undefined) return [];
  const jobs = Object.entries(needs);
  if (jobs.length === 0)
    return [against('"needs" has no job in it', 'name the jobs to wait for under "needs:" of this job')];
  return jobs.map(([job, result]) => {
    const seen = `the job ${job} has the result ${result}`;
    if (result === 'success' || (result === 'skipped' && allowSkipped.includes(job)))
      return { rule: ALL_NEEDED, seen, says: `the job ${job} has the result ${result}`, by: 'caller' };
    const opens =
      result === 'skipped' ? `let it run, or add "${job}" to "allow-skipped"` : `fix the job ${job}, and run it again`;
    return against(seen, opens);
  });
}

function against(seen: string, opens: string): Judgement {
  return { code: 'GATE_NEEDS', rule: ALL_NEEDED, seen, opens };
}

/** textOf is the text of the patterns, as people wrote them. */
export function textOf(patterns: readonly FilterPattern[]): string {
  return patterns.map((pattern) => pattern.text).join(', ');
}

/** The default branch as a pattern that matches only that branch. */
function defaultBranch({ eventName, ref, payload }: Facts): readonly FilterPattern[] {
  // The payload of a schedule may name no repository, but schedules only run on the default branch.
  const named = text(payload, 'repository.default_branch');
  const name = named ?? (eventName === 'schedule' ? branchOf(ref) : undefined);
  return name === undefined ? [] : exactly(name);
}

/** The pattern that matches only this name. */
function exactly(name: string): readonly FilterPattern[] {
  const parsed = parseFilterPattern(name.replace(/[\\*?+[\]!]/g, '\\$&'));
  return parsed.ok ? [{ ...parsed.value, text: name }] : [];
}
