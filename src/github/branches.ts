import { field, text } from './answer.ts';
import { ApiProblem, type GitHub, type Place, type RuledCheck } from './github.ts';
import type { Rest } from './rest.ts';

const permission = 'contents: read';
/** What to do if the rules of a branch cannot be read. */
const NAME_THEM = 'name the checks in "required-checks" instead of "branch-rules"';

/** checksRequiredOn reads the checks that a branch requires, by its rulesets and by the older protection. */
export async function checksRequiredOn(api: Rest, branch: string): Promise<readonly RuledCheck[]> {
  // Everyone may read them, except in repositories whose plan has no rulesets; no permission would help.
  const rules = await api.list('GET /repos/{owner}/{repo}/rules/branches/{branch}', { branch }, { remedy: NAME_THEM });
  const ruled = rules
    .filter((rule) => field(rule, 'type') === 'required_status_checks')
    .flatMap((rule) => {
      const checks = field(rule, 'parameters', 'required_status_checks');
      if (!Array.isArray(checks)) throw new ApiProblem('a rule of the branch names no checks');
      return checks.map((check) => ({
        name: text(check, 'context'),
        appId: pinned(check, 'integration_id'),
        askedBy: `a ruleset of the branch ${branch}`,
      }));
    });
  const found = await read(api, branch);
  if (found === undefined)
    throw new ApiProblem(`there is no branch ${branch}, or the token may not read it`, { permission });
  return [...ruled, ...protectedChecks(found, branch)];
}

/** branchHas tells whether a branch, and not a tag of the same name, has the commit. */
export async function branchHas(api: Rest, { branch, commit }: Place): ReturnType<GitHub['branchHas']> {
  const found = await read(api, branch);
  if (found === undefined) return 'no-branch';
  const tip = text(found, 'commit', 'sha');
  if (tip === commit) return 'commit';
  // A descendant of the base is "ahead" of it; the list of changed files in the answer is ignored.
  const basehead = `${commit}...${tip}`;
  const compared = await api.get('GET /repos/{owner}/{repo}/compare/{basehead}', { basehead, per_page: 1 }, permission);
  return compared !== undefined && text(compared, 'status') === 'ahead' ? 'commit' : 'other-commits';
}

/** branchNames lists every branch. */
export async function branchNames(api: Rest): Promise<readonly string[]> {
  const branches = await api.list('GET /repos/{owner}/{repo}/branches', {}, { permission });
  return branches.map((branch) => text(branch, 'name'));
}

async function read(api: Rest, branch: string): Promise<unknown> {
  const found = await api.get('GET /repos/{owner}/{repo}/branches/{branch}', { branch }, permission);
  if (found !== undefined && text(found, 'name') !== branch)
    throw new ApiProblem(`the API's answer is not about the branch ${branch}`);
  return found;
}

/** The older protection of a branch; rulesets are read separately. */
function protectedChecks(found: unknown, branch: string): readonly RuledCheck[] {
  const protection = field(found, 'protection');
  if (field(found, 'protected') === true && protection === undefined)
    throw new ApiProblem(`the API does not show how the branch ${branch} is protected`, { remedy: NAME_THEM });
  const required = field(protection, 'required_status_checks');
  if (field(required, 'enforcement_level') === 'off') return [];
  const askedBy = `the protection of the branch ${branch}`;
  const listed = field(required, 'checks');
  const checks = (Array.isArray(listed) ? listed : []).map((check) => ({
    name: text(check, 'context'),
    appId: pinned(check, 'app_id'),
    askedBy,
  }));
  // Older servers return only names, without apps.
  const contexts = field(required, 'contexts');
  const others = (Array.isArray(contexts) ? contexts : []).map(String);
  return [
    ...checks,
    ...others
      .filter((name) => checks.every((check) => check.name !== name))
      .map((name) => ({ name, appId: undefined, askedBy })),
  ];
}

/** The app that a rule pins; without one, the value is null, or -1 for "any". */
function pinned(check: unknown, name: string): number | undefined {
  const found = field(check, name);
  if (found === undefined || found === null || found === -1) return undefined;
  if (typeof found === 'number' && Number.isSafeInteger(found) && found > 0) return found;
  throw new ApiProblem(`a rule of the branch names an app that is no number`, { remedy: NAME_THEM });
}
