import { type Facts, field, id, text } from '../run/facts.ts';
import { refOfBranch, refOfGitTag } from '../run/ref.ts';
import type { OpenableEvent } from './events.ts';
import type { Judgement, Subject } from './verdict.ts';

/** What the rule of an event finds: the commit and ref of the run, if they are known, and what was checked. */
export type Finding = { readonly subject: Partial<Subject>; readonly judgements: readonly Judgement[] };

type Rule = (facts: Facts, events: readonly OpenableEvent[]) => Finding;

/**
 * One rule for each event that can be opened. `GITHUB_REF` alone proves nothing, because many events run with the
 * default branch as their ref. So each rule takes the commit and the ref from the field where the event really has
 * them.
 */
export const EVENT_RULES: Readonly<Record<OpenableEvent, Rule>> = {
  push: ({ ref, sha, payload }) => ({
    subject: { commit: sha, ref },
    judgements: [
      expected(
        payload,
        {
          path: 'deleted',
          wanted: false,
          says: ['the push does not delete a branch or tag', DELETION],
          opens: PUSH_AGAIN,
        },
        'a push that deletes a ref publishes nothing',
      ),
    ],
  }),
  release: ({ ref, sha, payload }) => ({
    subject: { commit: sha, ref },
    judgements: [
      published(payload),
      expected(payload, { path: 'release.draft', wanted: false, opens: PUBLISH_RELEASE }, FINAL),
      onOwnTag(ref, payload),
    ],
  }),
  workflow_dispatch: ({ ref, sha }) => ({ subject: { commit: sha, ref }, judgements: [] }),
  schedule: ({ ref, sha }) => ({ subject: { commit: sha, ref }, judgements: [] }),
  repository_dispatch: ({ ref, sha }) => ({ subject: { commit: sha, ref }, judgements: [] }),
  merge_group: ({ payload }) => ({
    // The queue creates a branch for the run; the commit will be merged into the base.
    subject: subject(text(payload, 'merge_group.head_sha'), text(payload, 'merge_group.base_ref')),
    judgements: [
      expected(
        payload,
        { path: 'action', wanted: 'checks_requested', opens: 'put the pull request into the merge queue again' },
        'the commit must still be in the queue',
      ),
    ],
  }),
  workflow_run: (facts, events) => {
    const { payload } = facts;
    return {
      // GITHUB_SHA is always the tip of the default branch here, and not the commit of the other run.
      subject: onBranch(text(payload, 'workflow_run.head_sha'), text(payload, 'workflow_run.head_branch')),
      judgements: [
        ofSameRepository(facts, 'workflow_run.head_repository.id'),
        expected(
          payload,
          { path: 'action', wanted: 'completed', opens: 'let the workflow start with "types: [completed]"' },
          'the run that triggered this one must be over',
        ),
        expected(
          payload,
          {
            path: 'workflow_run.conclusion',
            wanted: 'success',
            says: ['the run that triggered this one has succeeded', undefined],
            opens: 'fix what failed in that run, and run it again',
          },
          'the run that triggered this one must have succeeded',
        ),
        ...ofListedEvent(payload, events),
      ],
    };
  },
  pull_request: (facts) => {
    const { payload } = facts;
    return {
      subject: onBranch(text(payload, 'pull_request.head.sha'), text(payload, 'pull_request.head.ref')),
      judgements: [
        ofSameRepository(facts, 'pull_request.head.repo.id'),
        byPeople(payload, ['pull_request.user.type', 'sender.type']),
        withNewCommit(payload),
      ],
    };
  },
};

const FINAL = 'only a published release is final';
const PUBLISH_RELEASE = 'publish the release: drafts and edits of a release never publish';
const DELETION = 'this push deletes a branch or tag, which publishes nothing';
const PUSH_AGAIN = 'push a commit or a tag';

/** A promoted prerelease is `released`: its image exists, and its tags may move now. */
function published(payload: unknown): Judgement {
  const path = 'action';
  const action = field(payload, path);
  const seen = told(path, action);
  if (action === 'published' || action === 'released') return { rule: FINAL, seen };
  return { code: 'GATE_EVENT', rule: FINAL, seen, opens: PUBLISH_RELEASE };
}

function subject(commit: string | undefined, ref: string | undefined): Partial<Subject> {
  return { ...(commit === undefined ? {} : { commit }), ...(ref === undefined ? {} : { ref }) };
}

function onBranch(commit: string | undefined, branch: string | undefined): Partial<Subject> {
  return subject(commit, branch === undefined ? undefined : refOfBranch(branch));
}

/** What is required of a run is also required of the run that triggered it. */
function ofListedEvent(payload: unknown, events: readonly OpenableEvent[]): readonly Judgement[] {
  const path = 'workflow_run.event';
  const cause = text(payload, path);
  const isListed = events.some((event) => event === cause && event !== 'workflow_run');
  const listed = judged(
    isListed,
    'the event of the run that triggered this one must be listed, too',
    told(path, cause),
  );
  const people = ['workflow_run.actor.type', 'workflow_run.triggering_actor.type'];
  return [listed, ...(isListed && cause === 'pull_request' ? [byPeople(payload, people)] : [])];
}

/** A deleted head repository has no id, and counts as a fork. */
function ofSameRepository({ payload, repositoryId }: Facts, path: string): Judgement {
  const rule = `the commit must come from this repository (id ${repositoryId || 'unknown'}), not from a fork`;
  const head = id(payload, path);
  const seen = head === undefined ? 'a repository that was deleted or is not named' : `the repository with id ${head}`;
  if (head !== undefined && head === repositoryId)
    return { rule, seen, says: 'the commit comes from this repository, not from a fork' };
  const says = `the commit comes from a fork (${seen}), and forks never publish`;
  return { code: 'GATE_FORK', rule, seen, says, opens: AFTER_THE_MERGE };
}

/** Advice for people whose pull request does not publish. */
export const AFTER_THE_MERGE = 'merge the pull request; the run for the branch it is merged into publishes';

function onOwnTag(ref: string, payload: unknown): Judgement {
  const path = 'release.tag_name';
  const name = text(payload, path);
  const isOwn = name !== undefined && ref === refOfGitTag(name);
  return judged(isOwn, 'a release runs on its own tag', told(path, field(payload, path)));
}

/**
 * A stranger wrote what a bot puts into a pull request (a new version of a package). People decide whether to merge it.
 */
function byPeople(payload: unknown, paths: readonly string[]): Judgement {
  const rule = 'a pull request publishes only if people, not bots, opened it and pushed to it';
  const other = paths.find((path) => field(payload, path) !== 'User');
  const shown = other === undefined ? paths : [other];
  return judged(other === undefined, rule, shown.map((path) => told(path, field(payload, path))).join(', '));
}

function withNewCommit(payload: unknown): Judgement {
  const action = text(payload, 'action') ?? '';
  const isNew = ['opened', 'synchronize', 'reopened', 'ready_for_review'].includes(action);
  return judged(isNew, 'only a new commit of a pull request is published', told('action', field(payload, 'action')));
}

type Wanted = {
  readonly path: string;
  readonly wanted: string | boolean;
  /** In words: if the rule is met, and if it is not. */
  readonly says?: readonly [string | undefined, string | undefined];
  readonly opens: string;
};

function expected(
  payload: unknown,
  { path, wanted, says = [undefined, undefined], opens }: Wanted,
  rule: string,
): Judgement {
  const found = field(payload, path);
  const seen = told(path, found);
  const [good, bad] = says;
  if (found === wanted) return { rule, seen, ...inWords(good) };
  // A missing field does not mean a deletion: it is unknown.
  return { code: 'GATE_EVENT', rule, seen, ...inWords(found === undefined ? undefined : bad), opens };
}

function inWords(says: string | undefined): { readonly says?: string } {
  return says === undefined ? {} : { says };
}

function judged(holds: boolean, rule: string, seen: string): Judgement {
  return holds
    ? { rule, seen }
    : { code: 'GATE_EVENT', rule, seen, opens: 'publish from a push, a release, or a run by hand' };
}

function told(path: string, value: unknown): string {
  return `${path} is ${value === undefined ? 'missing' : JSON.stringify(value)}`;
}
