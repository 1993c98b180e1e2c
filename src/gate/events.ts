/** Events that the input `events` may name. No other event ever opens the gate. */
export const OPENABLE_EVENTS = [
  'push',
  'release',
  'workflow_dispatch',
  'schedule',
  'merge_group',
  'repository_dispatch',
  'workflow_run',
  'pull_request',
] as const;
export type OpenableEvent = (typeof OPENABLE_EVENTS)[number];

/** Why an event can never open the gate. */
const CAUSED_BY_OTHERS = 'people without access to the repository can cause it, and it runs on the default branch';
const NO_NEW_COMMIT = 'it is about something other than a new commit, and runs on the default branch';
const NOT_FINAL = 'its commit may still be changed, or is not on a branch of the repository';

/**
 * Every event that can start a workflow and never opens the gate (docs.github.com, "Events that trigger workflows"),
 * with the reason. Each event that can be opened has a rule in `event-rules.ts`; any other name is unknown.
 */
export const NEVER_OPENED: Readonly<Record<string, string>> = {
  branch_protection_rule: NO_NEW_COMMIT,
  check_run: NO_NEW_COMMIT,
  check_suite: NO_NEW_COMMIT,
  create: NO_NEW_COMMIT,
  delete: NO_NEW_COMMIT,
  deployment: NO_NEW_COMMIT,
  deployment_status: NO_NEW_COMMIT,
  discussion: CAUSED_BY_OTHERS,
  discussion_comment: CAUSED_BY_OTHERS,
  dynamic: 'GitHub starts it, with another token',
  fork: CAUSED_BY_OTHERS,
  gollum: CAUSED_BY_OTHERS,
  image_version: NO_NEW_COMMIT,
  issue_comment: CAUSED_BY_OTHERS,
  issues: CAUSED_BY_OTHERS,
  label: NO_NEW_COMMIT,
  member: NO_NEW_COMMIT,
  milestone: NO_NEW_COMMIT,
  page_build: NO_NEW_COMMIT,
  project: NO_NEW_COMMIT,
  project_card: NO_NEW_COMMIT,
  project_column: NO_NEW_COMMIT,
  public: NO_NEW_COMMIT,
  pull_request_comment: CAUSED_BY_OTHERS,
  pull_request_review: NOT_FINAL,
  pull_request_review_comment: NOT_FINAL,
  pull_request_target: CAUSED_BY_OTHERS,
  registry_package: NO_NEW_COMMIT,
  repository_ruleset: NO_NEW_COMMIT,
  status: NO_NEW_COMMIT,
  watch: CAUSED_BY_OTHERS,
  workflow_call: 'a reusable workflow runs for the event of its caller, so no run has this event',
};

/** Events that are open unless the input says otherwise. */
export const OPEN_BY_DEFAULT: readonly OpenableEvent[] = ['push', 'release', 'workflow_dispatch'];
