import type { Access } from './github.ts';

/** How a commit stands to another one in the history of the repository (REST API, "Compare two commits"). */
export const RELATIONS = ['identical', 'ahead', 'behind', 'diverged'] as const;
export type Relation = (typeof RELATIONS)[number];

/** A tag of git, with the commit that it leads to. */
export type GitTag = { readonly name: string; readonly commit: string };

/**
 * History is the door to the commits of the repository, for reading only. What cannot be had is an `ApiProblem`.
 * Commits are given by their full hash.
 */
export interface History {
  /** relation tells how `commit` stands to `base`: undefined if GitHub does not know both of them here. */
  relation(access: Access, base: string, commit: string): Promise<Relation | undefined>;
  /** latestCommits lists some 30 commits of a branch, the newest first; none if there is no such branch. */
  latestCommits(access: Access, branch: string): Promise<readonly string[]>;
  /** gitTags lists every tag of the repository. */
  gitTags(access: Access): Promise<readonly GitTag[]>;
  /** isPrerelease tells whether a release on GitHub has this git tag, and is marked as a prerelease. */
  isPrerelease(access: Access, gitTag: string): Promise<boolean>;
}
