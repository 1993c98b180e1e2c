/** The differences in the API of Gitea and Forgejo (`/api/swagger` of a server): it has statuses, but no check runs. */
import { field, id, text } from './answer.ts';
import { ApiProblem, type CommitReports, type GitHub, type Place, type RuledCheck } from './github.ts';
import type { Relation } from './history.ts';
import type { Rest } from './rest.ts';

const SCOPE = 'read:repository';
/** What to do if the rules of a branch cannot be read. */
const NAME_THEM = 'name the checks in "required-checks" instead of "branch-rules"';
/** Characters that make a context in the protection of a branch a pattern for several contexts. */
const PATTERN = /[*?[\]{}\\]/;

/**
 * Sorted by id: the default order is by seconds of creation. Statuses of the same second have no order, so that one of
 * them could be missing on all pages.
 */
const IN_ORDER = { sort: 'highestindex' };
/** The run in the address of a job. */
const RUN = /\/actions\/runs\/(?<run>\d+)(?:\/|$)/;

/** reportsOn reads everything that was reported on a commit: jobs report by statuses too. */
export async function reportsOn(api: Rest, commit: string): Promise<CommitReports> {
  const need = { permission: SCOPE };
  const wanted = { ref: commit, ...IN_ORDER };
  const statuses = await api.list('GET /repos/{owner}/{repo}/commits/{ref}/statuses', wanted, need);
  return { checkRuns: [], jobs: [], statuses: statuses.map(statusOf) };
}

function statusOf(status: unknown): CommitReports['statuses'][number] {
  const creator = field(status, 'creator', 'login');
  const leadsTo = field(status, 'target_url');
  return {
    id: id(status, 'id'),
    context: text(status, 'context'),
    state: text(status, 'status'),
    // Statuses of jobs have no creator.
    creator: typeof creator === 'string' && creator !== '' ? creator : 'nobody who is named',
    run: typeof leadsTo === 'string' ? RUN.exec(leadsTo)?.groups?.run : undefined,
  };
}

/** checksRequiredOn reads the statuses that the protection of a branch requires. */
export async function checksRequiredOn(api: Rest, branch: string): Promise<readonly RuledCheck[]> {
  const found = await read(api, branch);
  if (found === undefined) throw new ApiProblem(`there is no branch ${branch}, or the token may not read it`);
  const isAsked = field(found, 'enable_status_check');
  const shown = field(found, 'status_check_contexts');
  // An empty list is null here.
  const contexts = shown === null ? [] : shown;
  if (isAsked === false) return [];
  if (isAsked !== true || !Array.isArray(contexts))
    throw new ApiProblem(`the API does not show how the branch ${branch} is protected`, { remedy: NAME_THEM });
  return contexts.map((context) => {
    if (typeof context !== 'string' || context === '' || PATTERN.test(context))
      throw new ApiProblem(`the branch ${branch} requires a pattern of checks`, { remedy: NAME_THEM });
    return { name: context, appId: undefined, askedBy: `the protection of the branch ${branch}` };
  });
}

/** branchHas tells whether a branch, and not a tag of the same name, has the commit. */
export async function branchHas(api: Rest, { branch, commit }: Place): ReturnType<GitHub['branchHas']> {
  const found = await read(api, branch);
  if (found === undefined) return 'no-branch';
  const tip = text(found, 'commit', 'id');
  const relation = tip === commit ? 'identical' : await relationOfCommit(api, commit, tip);
  return relation === 'identical' || relation === 'ahead' ? 'commit' : 'other-commits';
}

/** branchNames lists every branch. */
export async function branchNames(api: Rest): Promise<readonly string[]> {
  const branches = await api.list('GET /repos/{owner}/{repo}/branches', {}, { permission: SCOPE });
  return branches.map((branch) => text(branch, 'name'));
}

/** If a branch or tag has the name of a commit, these servers use that instead: then the relation is unknown. */
async function relationOfCommit(api: Rest, commit: string, tip: string): Promise<Relation | undefined> {
  const [relation, branch, tag] = await Promise.all([
    relationOf(api, commit, tip),
    api.get('GET /repos/{owner}/{repo}/branches/{branch}', { branch: commit }, SCOPE),
    api.get('GET /repos/{owner}/{repo}/tags/{tag}', { tag: commit }, SCOPE),
  ]);
  if (branch === undefined && tag === undefined) return relation;
  throw new ApiProblem(`a branch or git tag is named ${commit}, like a commit, so the API cannot distinguish them`);
}

async function read(api: Rest, branch: string): Promise<unknown> {
  const found = await api.get('GET /repos/{owner}/{repo}/branches/{branch}', { branch }, SCOPE);
  if (found !== undefined && text(found, 'name') !== branch)
    throw new ApiProblem(`the API's answer is not about the branch ${branch}`);
  return found;
}

/** Only statuses on the commit itself count: a pull request controls what ran for it. */
export async function squashedHead(): Promise<undefined> {
  return undefined;
}

/** Runs do not report their pull request, so no run that follows another may publish. */
export async function pullRequestsOf(): Promise<never> {
  throw new ApiProblem('the API does not report which pull request a run was for');
}

/**
 * relationOf tells how `commit` relates to `base`. A comparison only lists the commits that its second commit has and
 * its first one does not, so it is requested in both directions.
 */
export async function relationOf(api: Rest, base: string, commit: string): Promise<Relation | undefined> {
  const [gained, lost] = await Promise.all([added(api, base, commit), added(api, commit, base)]);
  if (gained === undefined || lost === undefined) return undefined;
  if (gained > 0) return lost > 0 ? 'diverged' : 'ahead';
  if (lost > 0) return 'behind';
  if (base !== commit) throw new ApiProblem('the API finds no difference between two commits');
  return 'identical';
}

async function added(api: Rest, base: string, commit: string): Promise<number | undefined> {
  const wanted = { basehead: `${base}...${commit}` };
  const compared = await api.get('GET /repos/{owner}/{repo}/compare/{basehead}', wanted, SCOPE);
  if (compared === undefined) return undefined;
  const total = id(compared, 'total_commits');
  const commits = field(compared, 'commits');
  // In some versions, an empty list of commits is null.
  const listed = Array.isArray(commits) ? commits.length : 0;
  if (total < 0 || (total === 0) !== (listed === 0))
    throw new ApiProblem(`the API compares two commits, and lists ${listed} of ${total}`);
  return total;
}
