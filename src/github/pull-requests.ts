import { field, id, text, time } from './answer.ts';
import { ApiProblem, type Place, type PullRequest } from './github.ts';
import type { Rest } from './rest.ts';

const permission = 'pull-requests: read';
/** Events that change the target branch (docs.github.com, "Issue event types"): by a person, or after another merge. */
const RETARGETED = ['base_ref_changed', 'automatic_base_change_succeeded'];

/** pullRequestsOf lists the pull requests of a branch of this repository that have the commit as their head. */
export async function pullRequestsOf(api: Rest, { branch, commit }: Place): Promise<readonly PullRequest[]> {
  const wanted = { state: 'all', head: `${api.owner}:${branch}` };
  const pulls = await api.list('GET /repos/{owner}/{repo}/pulls', wanted, { permission });
  const own = pulls
    .filter((pull) => field(pull, 'head', 'sha') === commit && field(pull, 'head', 'ref') === branch)
    .filter((pull) => field(pull, 'head', 'repo', 'id') === field(pull, 'base', 'repo', 'id'));
  return Promise.all(
    own.map(async (pull) => ({
      base: text(pull, 'base', 'ref'),
      retargetedAt: await lastRetargeted(api, pull),
      opener: String(field(pull, 'user', 'type') ?? 'nobody'),
    })),
  );
}

/** The target branch of a pull request can be changed, and its runs do not say which one they were for. */
async function lastRetargeted(api: Rest, pull: unknown): Promise<number | undefined> {
  const issue = { issue_number: id(pull, 'number') };
  const events = await api.list('GET /repos/{owner}/{repo}/issues/{issue_number}/events', issue, { permission });
  const times = events
    .filter((event) => RETARGETED.includes(text(event, 'event')))
    .map((event) => time(event, 'created_at'));
  return times.length === 0 ? undefined : Math.max(...times);
}

/** squashedHead returns the head of the merged pull request with the same tree as the commit, if there is one. */
export async function squashedHead(api: Rest, commit: string): Promise<string | undefined> {
  const pulls = await api.list('GET /repos/{owner}/{repo}/commits/{ref}/pulls', { ref: commit }, { permission });
  const tree = await treeOf(api, commit);
  for (const pull of pulls) {
    const isMerged = field(pull, 'merge_commit_sha') === commit && typeof field(pull, 'merged_at') === 'string';
    const head = field(pull, 'head', 'sha');
    if (isMerged && typeof head === 'string' && (await treeOf(api, head)) === tree) return head;
  }
  return undefined;
}

async function treeOf(api: Rest, commit_sha: string): Promise<string> {
  const needed = 'contents: read';
  const found = await api.get('GET /repos/{owner}/{repo}/git/commits/{commit_sha}', { commit_sha }, needed);
  if (found === undefined)
    throw new ApiProblem(`${commit_sha} is not found, or the token may not read it`, { permission: needed });
  return text(found, 'tree', 'sha');
}
