import { REVISION_LABEL } from '../image/config.ts';
import type { Facts } from '../run/facts.ts';
import { branchOf, refOfBranch, refOfGitTag } from '../run/ref.ts';
import { type FilterPattern, matchesFilter } from '../text/filter-pattern.ts';
import { shortened } from '../text/printable.ts';
import { isCommit } from './commit-name.ts';
import { branchesThatPublish, type Policy, textOf } from './decide-gate.ts';
import { closedAfter, type Held, openForImage, type ReadingOnly, type Reason, type Verdict } from './verdict.ts';

/** Most branches that the server is asked about: each one needs a comparison. */
export const MOST_BRANCHES = 50;

/** The commit that an image names, for one platform. */
export type Labelled = { readonly platform: string; readonly revision: string | undefined };

/** The commit that an image names, and the rule that is met; or why it names none. */
export type Named = { readonly commit: string; readonly held: Held } | { readonly reason: Reason };

/** commitNamedBy reads the commit that an image names: in full, and the same for every platform. */
export function commitNamedBy(platforms: readonly Labelled[]): Named {
  const rule = `the image's label ${REVISION_LABEL} must name its commit in full, the same for every platform`;
  const [first] = platforms;
  const isOne = platforms.every(({ revision }) => revision === first?.revision);
  const said = (revision: string | undefined) =>
    revision === undefined ? 'no such label' : `"${shortened(revision)}"`;
  const each = platforms.map(({ platform, revision }) => `${platform} has ${said(revision)}`).join(', ');
  const seen = isOne ? `it has ${said(first?.revision)}` : each;
  const commit = isOne ? first?.revision : undefined;
  if (commit !== undefined && isCommit(commit))
    return { commit, held: { rule, seen, says: `the image names the commit ${commit}`, by: 'read' } };
  const opens = `build the image with --label ${REVISION_LABEL}=<the full SHA of its commit>, for every platform`;
  return { reason: { code: 'GATE_REVISION', rule, seen, opens } };
}

/** Which refs may publish: the commit of an image must be on one of them. */
export type Publishing = {
  readonly branches: readonly FilterPattern[];
  readonly gitTags: readonly FilterPattern[];
  /** The branch of the run: it is checked first. */
  readonly own: string | undefined;
};

/** refsThatPublish are the refs that may publish. */
export function refsThatPublish({ run }: ReadingOnly, policy: Policy, facts: Facts): Publishing {
  return { branches: branchesThatPublish(policy, facts), gitTags: policy.gitTags, own: branchOf(run.ref) };
}

/** Characters that a pattern has, but a plain name does not. */
const OPEN_PLACE = /[*?+[\]!\\]/;

/**
 * namesIn are the branches that the patterns name; undefined if a pattern is more than a name, so all branches must be
 * listed.
 */
export function namesIn({ branches }: Publishing): readonly string[] | undefined {
  const names = branches.map(({ text }) => text);
  return names.some((name) => OPEN_PLACE.test(name)) ? undefined : names;
}

/** Branches to ask about, and how many more of them may publish. */
export type ToAsk = { readonly branches: readonly string[]; readonly left: number };

/** branchesToAsk are at most fifty of the branches that may publish, the branch of the run first. */
export function branchesToAsk(all: readonly string[], { branches, own }: Publishing): ToAsk {
  const may = [...new Set(all)].filter((name) => matchesFilter(name, branches));
  const ordered = [...may.filter((name) => name === own), ...may.filter((name) => name !== own)];
  return { branches: ordered.slice(0, MOST_BRANCHES), left: Math.max(0, ordered.length - MOST_BRANCHES) };
}

/** Where the server has the commit of an image. */
export type Located = ToAsk & {
  /** The first branch that has the commit; undefined if none has it. */
  readonly branch: string | undefined;
  /** Every git tag at this commit. */
  readonly gitTags: readonly string[];
};

/** openForCommit opens the gate for the commit that an image names, if a branch or git tag that may publish has it. */
export function openForCommit(
  reading: ReadingOnly,
  { commit, held, at }: { readonly commit: string; readonly held: Held; readonly at: Located },
  publishing: Publishing,
): Verdict {
  const gitTags = at.gitTags.filter((name) => matchesFilter(name, publishing.gitTags));
  const wanted = [
    ...(publishing.branches.length === 0 ? [] : [`the branches ${textOf(publishing.branches)}`]),
    ...(publishing.gitTags.length === 0 ? [] : [`the git tags ${textOf(publishing.gitTags)}`]),
  ].join(', or ');
  const rule = `the image's commit must be on a branch or git tag that may publish: ${wanted || 'there is none'}`;
  const [gitTag] = gitTags;
  const ref = at.branch === undefined ? gitTag && refOfGitTag(gitTag) : refOfBranch(at.branch);
  if (ref === undefined) {
    const reason = { code: 'GATE_REVISION', rule, seen: nowhere(commit, at), opens: MERGE } as const;
    return closedAfter(alsoHolding(reading, held), [reason]);
  }
  const on = [
    ...(at.branch === undefined ? [] : [`the branch ${at.branch}`]),
    ...gitTags.map((name) => `the git tag ${name}`),
  ];
  const where = `${commit} is on ${on.join(', ')}`;
  const found = { rule, seen: where, says: `the image's commit ${where.slice(commit.length + 1)}`, by: 'api' } as const;
  return openForImage(alsoHolding(reading, held, found), { commit, ref, gitTags });
}

function alsoHolding(reading: ReadingOnly, ...held: readonly Held[]): ReadingOnly {
  return { ...reading, held: [...reading.held, ...held] };
}

function nowhere(commit: string, { branches, left, gitTags }: Located): string {
  const asked = branches.length === 0 ? 'no branch that may publish' : `none of ${branches.join(', ')}`;
  const others = left === 0 ? '' : `; ${left} more branches that may publish were not asked about`;
  const tags = gitTags.length === 0 ? '' : ` (its git tags may not publish: ${gitTags.join(', ')})`;
  return `${commit} is on ${asked}, and is no git tag that may publish${tags}${others}`;
}

const MERGE =
  'merge the commit into such a branch, or add its branch to "branches" (a commit of a fork is on no branch here); in a ' +
  'private repository, give the job "contents: read"';
