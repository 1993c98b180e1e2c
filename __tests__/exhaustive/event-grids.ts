/**
 * Which run may publish, written down case by case: a row for each kind of ref, a column for each repository that the
 * run may come from. `open`, `presumed` (what the run cannot know is asked of GitHub before anything opens), or the
 * first letters of every reason against it: Event, Fork, Ref.
 */

/** With action.yml's defaults: push, release and workflow_dispatch, the default branch, tags that match `v*`. */
export const BY_DEFAULT: Readonly<Record<string, string>> = {
  push: `
                own   fork  gone  bot
    default     open  open  open  open
    listed      R     R     R     R
    other       R     R     R     R
    like-a-tag  R     R     R     R
    tag         open  open  open  open
    other-tag   R     R     R     R
    merge-ref   R     R     R     R
    deleted     E     E     E     E
    none        R     R     R     R`,
  release: `
                own   fork  gone  bot
    default     E     E     E     E
    listed      ER    ER    ER    ER
    other       ER    ER    ER    ER
    like-a-tag  ER    ER    ER    ER
    tag         open  open  open  open
    other-tag   R     R     R     R
    merge-ref   ER    ER    ER    ER
    deleted     E     E     E     E
    none        ER    ER    ER    ER`,
  workflow_dispatch: `
                own   fork  gone  bot
    default     open  open  open  open
    listed      R     R     R     R
    other       R     R     R     R
    like-a-tag  R     R     R     R
    tag         open  open  open  open
    other-tag   R     R     R     R
    merge-ref   R     R     R     R
    deleted     E     E     E     E
    none        R     R     R     R`,
  schedule: `
                own   fork  gone  bot
    default     E     E     E     E
    listed      ER    ER    ER    ER
    other       ER    ER    ER    ER
    like-a-tag  ER    ER    ER    ER
    tag         E     E     E     E
    other-tag   ER    ER    ER    ER
    merge-ref   ER    ER    ER    ER
    deleted     EE    EE    EE    EE
    none        ER    ER    ER    ER`,
  repository_dispatch: `
                own   fork  gone  bot
    default     E     E     E     E
    listed      ER    ER    ER    ER
    other       ER    ER    ER    ER
    like-a-tag  ER    ER    ER    ER
    tag         E     E     E     E
    other-tag   ER    ER    ER    ER
    merge-ref   ER    ER    ER    ER
    deleted     EE    EE    EE    EE
    none        ER    ER    ER    ER`,
  merge_group: `
                own   fork  gone  bot
    default     E     E     E     E
    listed      ER    ER    ER    ER
    other       ER    ER    ER    ER
    like-a-tag  ER    ER    ER    ER
    tag         ER    ER    ER    ER
    other-tag   ER    ER    ER    ER
    merge-ref   ER    ER    ER    ER
    deleted     EE    EE    EE    EE
    none        ER    ER    ER    ER`,
  workflow_run: `
                own   fork  gone  bot
    default     E     EF    EF    E
    listed      ER    EFR   EFR   ER
    other       ER    EFR   EFR   ER
    like-a-tag  ER    EFR   EFR   ER
    tag         ER    EFR   EFR   ER
    other-tag   ER    EFR   EFR   ER
    merge-ref   ER    EFR   EFR   ER
    deleted     ER    EFR   EFR   ER
    none        ER    EFR   EFR   ER`,
  pull_request: `
                own   fork  gone  bot
    default     E     EF    EF    EE
    listed      ER    EFR   EFR   EER
    other       ER    EFR   EFR   EER
    like-a-tag  ER    EFR   EFR   EER
    tag         ER    EFR   EFR   EER
    other-tag   ER    EFR   EFR   EER
    merge-ref   ER    EFR   EFR   EER
    deleted     EER   EEFR  EEFR  EEER
    none        ER    EFR   EFR   EER`,
};

/** With every event listed that can be, and the branches `main` and `release/**`. */
export const LISTED: Readonly<Record<string, string>> = {
  push: `
                own   fork  gone  bot
    default     open  open  open  open
    listed      open  open  open  open
    other       R     R     R     R
    like-a-tag  R     R     R     R
    tag         open  open  open  open
    other-tag   R     R     R     R
    merge-ref   R     R     R     R
    deleted     E     E     E     E
    none        R     R     R     R`,
  release: `
                own   fork  gone  bot
    default     E     E     E     E
    listed      E     E     E     E
    other       ER    ER    ER    ER
    like-a-tag  ER    ER    ER    ER
    tag         open  open  open  open
    other-tag   R     R     R     R
    merge-ref   ER    ER    ER    ER
    deleted     E     E     E     E
    none        ER    ER    ER    ER`,
  workflow_dispatch: `
                own   fork  gone  bot
    default     open  open  open  open
    listed      open  open  open  open
    other       R     R     R     R
    like-a-tag  R     R     R     R
    tag         open  open  open  open
    other-tag   R     R     R     R
    merge-ref   R     R     R     R
    deleted     E     E     E     E
    none        R     R     R     R`,
  schedule: `
                own   fork  gone  bot
    default     open  open  open  open
    listed      open  open  open  open
    other       R     R     R     R
    like-a-tag  R     R     R     R
    tag         open  open  open  open
    other-tag   R     R     R     R
    merge-ref   R     R     R     R
    deleted     E     E     E     E
    none        R     R     R     R`,
  repository_dispatch: `
                own   fork  gone  bot
    default     open  open  open  open
    listed      open  open  open  open
    other       R     R     R     R
    like-a-tag  R     R     R     R
    tag         open  open  open  open
    other-tag   R     R     R     R
    merge-ref   R     R     R     R
    deleted     E     E     E     E
    none        R     R     R     R`,
  merge_group: `
                own   fork  gone  bot
    default     open  open  open  open
    listed      open  open  open  open
    other       R     R     R     R
    like-a-tag  R     R     R     R
    tag         R     R     R     R
    other-tag   R     R     R     R
    merge-ref   R     R     R     R
    deleted     E     E     E     E
    none        R     R     R     R`,
  workflow_run: `
                own   fork  gone  bot
    default     presumed  F   F   presumed
    listed      presumed  F   F   presumed
    other       R     FR    FR    R
    like-a-tag  R     FR    FR    R
    tag         R     FR    FR    R
    other-tag   R     FR    FR    R
    merge-ref   R     FR    FR    R
    deleted     R     FR    FR    R
    none        R     FR    FR    R`,
  pull_request: `
                own   fork  gone  bot
    default     open  F     F     E
    listed      open  F     F     E
    other       R     FR    FR    ER
    like-a-tag  R     FR    FR    ER
    tag         R     FR    FR    ER
    other-tag   R     FR    FR    ER
    merge-ref   R     FR    FR    ER
    deleted     E     EF    EF    EE
    none        R     FR    FR    ER`,
};

/** With everything open that can be opened: every event, every branch, every tag. */
export const EVERYTHING: Readonly<Record<string, string>> = {
  push: `
                own   fork  gone  bot
    default     open  open  open  open
    listed      open  open  open  open
    other       open  open  open  open
    like-a-tag  open  open  open  open
    tag         open  open  open  open
    other-tag   open  open  open  open
    merge-ref   R     R     R     R
    deleted     E     E     E     E
    none        R     R     R     R`,
  release: `
                own   fork  gone  bot
    default     E     E     E     E
    listed      E     E     E     E
    other       E     E     E     E
    like-a-tag  E     E     E     E
    tag         open  open  open  open
    other-tag   open  open  open  open
    merge-ref   ER    ER    ER    ER
    deleted     E     E     E     E
    none        ER    ER    ER    ER`,
  workflow_dispatch: `
                own   fork  gone  bot
    default     open  open  open  open
    listed      open  open  open  open
    other       open  open  open  open
    like-a-tag  open  open  open  open
    tag         open  open  open  open
    other-tag   open  open  open  open
    merge-ref   R     R     R     R
    deleted     E     E     E     E
    none        R     R     R     R`,
  schedule: `
                own   fork  gone  bot
    default     open  open  open  open
    listed      open  open  open  open
    other       open  open  open  open
    like-a-tag  open  open  open  open
    tag         open  open  open  open
    other-tag   open  open  open  open
    merge-ref   R     R     R     R
    deleted     E     E     E     E
    none        R     R     R     R`,
  repository_dispatch: `
                own   fork  gone  bot
    default     open  open  open  open
    listed      open  open  open  open
    other       open  open  open  open
    like-a-tag  open  open  open  open
    tag         open  open  open  open
    other-tag   open  open  open  open
    merge-ref   R     R     R     R
    deleted     E     E     E     E
    none        R     R     R     R`,
  merge_group: `
                own   fork  gone  bot
    default     open  open  open  open
    listed      open  open  open  open
    other       open  open  open  open
    like-a-tag  open  open  open  open
    tag         open  open  open  open
    other-tag   open  open  open  open
    merge-ref   R     R     R     R
    deleted     E     E     E     E
    none        R     R     R     R`,
  workflow_run: `
                own   fork  gone  bot
    default     presumed  F         F         presumed
    listed      presumed  F         F         presumed
    other       presumed  F         F         presumed
    like-a-tag  presumed  F         F         presumed
    tag         presumed  F         F         presumed
    other-tag   presumed  F         F         presumed
    merge-ref   presumed  F         F         presumed
    deleted     R     FR    FR    R
    none        R     FR    FR    R`,
  pull_request: `
                own   fork  gone  bot
    default     open  F     F     E
    listed      open  F     F     E
    other       open  F     F     E
    like-a-tag  open  F     F     E
    tag         open  F     F     E
    other-tag   open  F     F     E
    merge-ref   open  F     F     E
    deleted     E     EF    EF    EE
    none        R     FR    FR    ER`,
};

/** The refs of runs that are on the ref itself, and of those that name a branch. */
const ON_REF = {
  default: 'refs/heads/main',
  listed: 'refs/heads/release/1.2',
  other: 'refs/heads/feature/x',
  'like-a-tag': 'refs/heads/refs/tags/v1.2.3',
  tag: 'refs/tags/v1.2.3',
  'other-tag': 'refs/tags/nightly',
};
const ON_BRANCH = {
  default: 'refs/heads/main',
  listed: 'refs/heads/release/1.2',
  other: 'refs/heads/feature/x',
  'like-a-tag': 'refs/heads/refs/tags/v1.2.3',
  tag: 'refs/heads/v1.2.3',
  'other-tag': 'refs/heads/nightly',
};
const OF_BRANCH = {
  default: 'refs/heads/main',
  listed: 'refs/heads/release/1.2',
  other: 'refs/heads/feature/x',
  'like-a-tag': 'refs/heads/refs/tags/v1.2.3',
  tag: 'refs/heads/v1.2.3',
  'other-tag': 'refs/heads/nightly',
  'merge-ref': 'refs/heads/refs/pull/7/merge',
};

/** What an open gate of each event is for: the commit and the ref, by the kind of ref. */
export const SPEAKS_FOR: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  push: ON_REF,
  release: { tag: 'refs/tags/v1.2.3', 'other-tag': 'refs/tags/nightly' },
  workflow_dispatch: ON_REF,
  schedule: ON_REF,
  repository_dispatch: ON_REF,
  merge_group: ON_BRANCH,
  workflow_run: OF_BRANCH,
  pull_request: OF_BRANCH,
};

/** What is no event at all, or none that was documented when this was written. */
export const UNKNOWN_EVENTS = [
  '',
  ' ',
  'push ',
  ' push',
  'Push',
  'PUSH',
  'push\n',
  'push,release',
  'pushed',
  'tag',
  'page',
  'pull_requests',
  'pull-request',
  'pull_request_merged',
  'workflow_run_target',
  'workflow-dispatch',
  'merge_queue_entry',
  'sponsorship',
  'star',
  'team_add',
  'security_advisory',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
];
