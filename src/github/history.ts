import type { Access } from './github.ts';

/** How a commit relates to another one in the history of the repository (REST API, "Compare two commits"). */
export const RELATIONS = ['identical', 'ahead', 'behind', 'diverged'] as const;
export type Relation = (typeof RELATIONS)[number];

/** A git tag, with the commit that it points to. */
export type GitTag = { readonly name: string; readonly commit: string };

/**
 * History reads the commits of the repository. If an answer is missing, it throws an `ApiProblem`. Commits are given by
 * their full hash.
 */
export interface History {
  /** relation tells how `commit` relates to `base`; undefined if GitHub does not know both of them here. */
  relation(access: Access, base: string, commit: string): Promise<Relation | undefined>;
  /** latestCommits lists some 30 commits of a branch, the newest first; empty if the branch does not exist. */
  latestCommits(access: Access, branch: string): Promise<readonly string[]>;
  /** gitTags lists every tag of the repository. */
  gitTags(access: Access): Promise<readonly GitTag[]>;
  /** isPrerelease tells whether a release on GitHub has this git tag, and is marked as a prerelease. */
  isPrerelease(access: Access, gitTag: string): Promise<boolean>;
}
