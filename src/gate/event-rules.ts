import type { OpenableEvent } from '../inputs/inputs.ts';
import { type Facts, field, id, text } from './payload.ts';
import type { Reason, Subject } from './verdict.ts';

/** What an event's own rule finds: whom the run speaks for as far as it can be told, and what is against it. */
export type Finding = { readonly subject: Partial<Subject>; readonly reasons: readonly Reason[] };

type Rule = (facts: Facts, events: readonly OpenableEvent[]) => Finding;

/**
 * One rule for each event that can be opened. `GITHUB_REF` alone proves nothing, since many events run with the
 * default branch as their ref: each rule takes the commit and the ref from where the event really has them.
 */
export const EVENT_RULES: Readonly<Record<OpenableEvent, Rule>> = {
  push: ({ ref, sha, payload }) => ({
    subject: { commit: sha, ref },
    reasons:
      field(payload, 'deleted') === false
        ? []
        : [eventReason('a push that deletes a ref has no commit of its own', 'deleted', field(payload, 'deleted'))],
  }),
  release: ({ ref, sha, payload }) => ({
    subject: { commit: sha, ref },
    reasons: [
      ...expected(payload, 'action', 'published', 'only a published release is final'),
      ...expected(payload, 'release.draft', false, 'only a published release is final'),
      ...onOwnTag(ref, payload),
    ],
  }),
  workflow_dispatch: ({ ref, sha }) => ({ subject: { commit: sha, ref }, reasons: [] }),
  schedule: ({ ref, sha }) => ({ subject: { commit: sha, ref }, reasons: [] }),
  repository_dispatch: ({ ref, sha }) => ({ subject: { commit: sha, ref }, reasons: [] }),
  merge_group: ({ payload }) => ({
    // The queue's own branch is made for the run; what the commit is on its way to is the base.
    subject: subject(text(payload, 'merge_group.head_sha'), text(payload, 'merge_group.base_ref')),
    reasons: expected(payload, 'action', 'checks_requested', 'only a commit that is still in the queue is published'),
  }),
  workflow_run: (facts, events) => {
    const { payload } = facts;
    const branch = text(payload, 'workflow_run.head_branch');
    return {
      // GITHUB_SHA is the tip of the default branch here, whatever commit the other run was about.
      subject: subject(
        text(payload, 'workflow_run.head_sha'),
        branch === undefined ? undefined : `refs/heads/${branch}`,
      ),
      reasons: [
        ...sameRepository(facts, 'workflow_run.head_repository.id'),
        ...expected(payload, 'action', 'completed', 'the run that this one follows must be over'),
        ...expected(payload, 'workflow_run.conclusion', 'success', 'the run that this one follows must have succeeded'),
        ...causeReasons(payload, events),
      ],
    };
  },
  pull_request: (facts) => {
    const { payload } = facts;
    const branch = text(payload, 'pull_request.head.ref');
    return {
      subject: subject(
        text(payload, 'pull_request.head.sha'),
        branch === undefined ? undefined : `refs/heads/${branch}`,
      ),
      reasons: [
        ...sameRepository(facts, 'pull_request.head.repo.id'),
        ...byPerson(payload, ['pull_request.user.type', 'sender.type']),
        ...(['opened', 'synchronize', 'reopened', 'ready_for_review'].includes(text(payload, 'action') ?? '')
          ? []
          : [eventReason('only a new commit of a pull request is published', 'action', field(payload, 'action'))]),
      ],
    };
  },
};

function subject(commit: string | undefined, ref: string | undefined): Partial<Subject> {
  return { ...(commit === undefined ? {} : { commit }), ...(ref === undefined ? {} : { ref }) };
}

/** What holds for a run holds for the run that it follows, too. */
function causeReasons(payload: unknown, events: readonly OpenableEvent[]): readonly Reason[] {
  const cause = text(payload, 'workflow_run.event');
  if (!events.some((event) => event === cause && event !== 'workflow_run')) {
    return [eventReason('the run that this one follows must itself be of a listed event', 'workflow_run.event', cause)];
  }
  const people = ['workflow_run.actor.type', 'workflow_run.triggering_actor.type'];
  return cause === 'pull_request' ? byPerson(payload, people) : [];
}

/** A deleted head repository has no id, and counts as a fork. */
function sameRepository({ payload, repositoryId }: Facts, path: string): readonly Reason[] {
  const head = id(payload, path);
  if (head !== undefined && head === repositoryId) return [];
  const seen = head === undefined ? 'a repository that is gone or not named' : `the repository with id ${head}`;
  return [
    {
      code: 'GATE_FORK',
      rule: `the commit must come from this repository (id ${repositoryId || 'unknown'}), not from a fork`,
      seen,
      opens: 'publish after the merge, from a run on a branch of this repository',
    },
  ];
}

function onOwnTag(ref: string, payload: unknown): readonly Reason[] {
  const name = text(payload, 'release.tag_name');
  if (name !== undefined && ref === `refs/tags/${name}`) return [];
  return [eventReason('a release runs on its own tag', 'release.tag_name', field(payload, 'release.tag_name'))];
}

/** What a bot puts into a pull request a stranger wrote (a new version of a package); people merge it, or not. */
function byPerson(payload: unknown, paths: readonly string[]): readonly Reason[] {
  const other = paths.find((path) => field(payload, path) !== 'User');
  if (other === undefined) return [];
  return [eventReason('a pull request that publishes must be the work of people', other, field(payload, other))];
}

function expected(payload: unknown, path: string, value: unknown, rule: string): readonly Reason[] {
  const seen = field(payload, path);
  return seen === value ? [] : [eventReason(rule, path, seen, value)];
}

function eventReason(rule: string, path: string, seen: unknown, wanted?: unknown): Reason {
  const opens =
    wanted === undefined
      ? 'run the workflow for an event of another kind'
      : `an event with ${path} = ${String(wanted)}`;
  return {
    code: 'GATE_EVENT',
    rule,
    seen: `${path} is ${seen === undefined ? 'missing' : JSON.stringify(seen)}`,
    opens,
  };
}
