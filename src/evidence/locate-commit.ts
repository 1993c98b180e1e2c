import { branchesToAsk, type Located, namesIn, type Publishing } from '../gate/image-commit.ts';
import type { Access, GitHub } from '../github/github.ts';
import type { History } from '../github/history.ts';

/** Branches that are asked about side by side. */
const TOGETHER = 5;

/** The doors to what the server knows of commits, branches and git tags. */
export type Asking = { readonly github: GitHub; readonly history: History; readonly access: Access };

/**
 * locateCommit asks where the server has a commit: which of the branches that may publish has it first, and which git
 * tags lead to it. That a server knows a commit is not asked, since it knows those of forks, too. Throws an ApiProblem.
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
