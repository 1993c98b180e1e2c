import { branchesToAsk, type Located, namesIn, type Publishing } from '../gate/image-commit.ts';
import type { Access, GitHub } from '../github/github.ts';
import type { History } from '../github/history.ts';

/** How many branches are checked in parallel. */
const TOGETHER = 5;

/** The doors to commits, branches and git tags at the server. */
export type Asking = { readonly github: GitHub; readonly history: History; readonly access: Access };

/**
 * locateCommit asks where the server has a commit: the first of the branches that may publish, and the git tags at it.
 * It is not enough that the server knows the commit, because it also knows commits of forks. Throws an ApiProblem.
 */
export async function locateCommit(commit: string, publishing: Publishing, asking: Asking): Promise<Located> {
  const { github, history, access } = asking;
  const [all, tags] = await Promise.all([
    namesIn(publishing) ?? github.branchNames(access),
    publishing.gitTags.length === 0 ? [] : history.gitTags(access),
  ]);
  const toAsk = branchesToAsk(all, publishing);
  const gitTags = tags.filter((tag) => tag.commit === commit).map(({ name }) => name);
  return { ...toAsk, gitTags, branch: await firstWith(commit, toAsk.branches, asking) };
}

async function firstWith(
  commit: string,
  branches: readonly string[],
  { github, access }: Asking,
): Promise<string | undefined> {
  for (let at = 0; at < branches.length; at += TOGETHER) {
    const some = branches.slice(at, at + TOGETHER);
    const seen = await Promise.all(some.map((branch) => github.branchHas(access, { branch, commit })));
    const first = some[seen.indexOf('commit')];
    if (first !== undefined) return first;
  }
  return undefined;
}
