import { isOfGitea } from '../run/server.ts';
import { field, text } from './answer.ts';
import { relationOf } from './gitea.ts';
import { ApiProblem } from './github.ts';
import { type History, RELATIONS, type Relation } from './history.ts';
import { openRest, type RestGitHubOptions } from './rest-github.ts';

/** The permission that the token needs for all of it. */
const PERMISSION = 'contents: read';
/** The number of a branch's commits that are read. */
const LATEST = 30;
/**
 * Pages of git tags, a hundred each: a repository with many packages has thousands. The API shows at most 10,000
 * entries of some lists, so a longer list may be incomplete.
 */
const MOST_TAGS = 100;

/** restHistory is the history of the repository by the server's REST API. */
export function restHistory(options: RestGitHubOptions): History {
  const open = openRest(options);
  return {
    relation: async (access, base, commit) => {
      if (isOfGitea(options.server)) return relationOf(open(access), base, commit);
      const wanted = { basehead: `${base}...${commit}`, per_page: 1 };
      const compared = await open(access).get('GET /repos/{owner}/{repo}/compare/{basehead}', wanted, PERMISSION);
      if (compared === undefined) return undefined;
      const status = text(compared, 'status');
      const relation = RELATIONS.find((each) => each === status);
      if (relation === undefined) throw new ApiProblem(`the API compares two commits as "${status}"`);
      return relation satisfies Relation;
    },
    latestCommits: async (access, branch) => {
      const api = open(access);
      const wanted = { sha: branch, ...api.sized(LATEST) };
      const commits = await api.get('GET /repos/{owner}/{repo}/commits', wanted, PERMISSION);
      if (commits === undefined) return [];
      if (!Array.isArray(commits)) throw new ApiProblem('the API lists no commits');
      return commits.map((commit) => text(commit, 'sha'));
    },
    gitTags: async (access) => {
      const listing = { permission: PERMISSION, most: MOST_TAGS };
      const tags = await open(access).list('GET /repos/{owner}/{repo}/tags', {}, listing);
      return tags.map((tag) => ({ name: text(tag, 'name'), commit: text(tag, 'commit', 'sha') }));
    },
    isPrerelease: async (access, tag) => {
      const release = await open(access).get('GET /repos/{owner}/{repo}/releases/tags/{tag}', { tag }, PERMISSION);
      if (release === undefined) return false;
      const isPrerelease = field(release, 'prerelease');
      if (typeof isPrerelease !== 'boolean') throw new ApiProblem('the API does not say whether it is a prerelease');
      return isPrerelease;
    },
  };
}
