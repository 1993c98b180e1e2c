export const id = 131;
export const ids = [131];
export const modules = {

/***/ 7674:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   ZZ: () => (/* binding */ field),
/* harmony export */   id: () => (/* binding */ id),
/* harmony export */   kB: () => (/* binding */ time)
/* harmony export */ });
/* harmony import */ var _github_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8331);

/** field reads one field of an answer of the API; undefined if it does not exist. */
function field(value, ...path) {
    return path.reduce((object, name) => {
        const isObject = typeof object === 'object' && object !== null && Object.hasOwn(object, name);
        return isObject ? object[name] : undefined;
    }, value);
}
/** text reads a field that must be a non-empty string. Throws ApiProblem. */
function text(value, ...path) {
    const found = field(value, ...path);
    if (typeof found !== 'string' || found === '')
        throw lacks(path);
    return found;
}
/** id reads a field that must be a whole number. Throws ApiProblem. */
function id(value, ...path) {
    const found = field(value, ...path);
    if (typeof found !== 'number' || !Number.isSafeInteger(found))
        throw lacks(path);
    return found;
}
/** time reads a field that must be a moment, in milliseconds since 1970. Throws ApiProblem. */
function time(value, ...path) {
    const found = Date.parse(text(value, ...path));
    if (Number.isNaN(found))
        throw lacks(path);
    return found;
}
function lacks(path) {
    return new _github_js__WEBPACK_IMPORTED_MODULE_0__/* .ApiProblem */ .A(`the API's answer has no "${path.join('.')}"`);
}


/***/ }),

/***/ 3960:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   branchHas: () => (/* binding */ branchHas),
/* harmony export */   branchNames: () => (/* binding */ branchNames),
/* harmony export */   checksRequiredOn: () => (/* binding */ checksRequiredOn),
/* harmony export */   pullRequestsOf: () => (/* binding */ pullRequestsOf),
/* harmony export */   relationOf: () => (/* binding */ relationOf),
/* harmony export */   reportsOn: () => (/* binding */ reportsOn),
/* harmony export */   squashedHead: () => (/* binding */ squashedHead)
/* harmony export */ });
/* harmony import */ var _answer_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7674);
/* harmony import */ var _github_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8331);
/** The differences in the API of Gitea and Forgejo (`/api/swagger` of a server): it has statuses, but no check runs. */


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
async function reportsOn(api, commit) {
    const need = { permission: SCOPE };
    const wanted = { ref: commit, ...IN_ORDER };
    const statuses = await api.list('GET /repos/{owner}/{repo}/commits/{ref}/statuses', wanted, need);
    return { checkRuns: [], jobs: [], statuses: statuses.map(statusOf) };
}
function statusOf(status) {
    const creator = (0,_answer_js__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(status, 'creator', 'login');
    const leadsTo = (0,_answer_js__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(status, 'target_url');
    return {
        id: (0,_answer_js__WEBPACK_IMPORTED_MODULE_0__.id)(status, 'id'),
        context: (0,_answer_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(status, 'context'),
        state: (0,_answer_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(status, 'status'),
        // Statuses of jobs have no creator.
        creator: typeof creator === 'string' && creator !== '' ? creator : 'nobody who is named',
        run: typeof leadsTo === 'string' ? RUN.exec(leadsTo)?.groups?.run : undefined,
    };
}
/** checksRequiredOn reads the statuses that the protection of a branch requires. */
async function checksRequiredOn(api, branch) {
    const found = await read(api, branch);
    if (found === undefined)
        throw new _github_js__WEBPACK_IMPORTED_MODULE_1__/* .ApiProblem */ .A(`there is no branch ${branch}, or the token may not read it`);
    const isAsked = (0,_answer_js__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(found, 'enable_status_check');
    const shown = (0,_answer_js__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(found, 'status_check_contexts');
    // An empty list is null here.
    const contexts = shown === null ? [] : shown;
    if (isAsked === false)
        return [];
    if (isAsked !== true || !Array.isArray(contexts))
        throw new _github_js__WEBPACK_IMPORTED_MODULE_1__/* .ApiProblem */ .A(`the API does not show how the branch ${branch} is protected`, { remedy: NAME_THEM });
    return contexts.map((context) => {
        if (typeof context !== 'string' || context === '' || PATTERN.test(context))
            throw new _github_js__WEBPACK_IMPORTED_MODULE_1__/* .ApiProblem */ .A(`the branch ${branch} requires a pattern of checks`, { remedy: NAME_THEM });
        return { name: context, appId: undefined, askedBy: `the protection of the branch ${branch}` };
    });
}
/** branchHas tells whether a branch, and not a tag of the same name, has the commit. */
async function branchHas(api, { branch, commit }) {
    const found = await read(api, branch);
    if (found === undefined)
        return 'no-branch';
    const tip = (0,_answer_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(found, 'commit', 'id');
    const relation = tip === commit ? 'identical' : await relationOfCommit(api, commit, tip);
    return relation === 'identical' || relation === 'ahead' ? 'commit' : 'other-commits';
}
/** branchNames lists every branch. */
async function branchNames(api) {
    const branches = await api.list('GET /repos/{owner}/{repo}/branches', {}, { permission: SCOPE });
    return branches.map((branch) => (0,_answer_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(branch, 'name'));
}
/** If a branch or tag has the name of a commit, these servers use that instead: then the relation is unknown. */
async function relationOfCommit(api, commit, tip) {
    const [relation, branch, tag] = await Promise.all([
        relationOf(api, commit, tip),
        api.get('GET /repos/{owner}/{repo}/branches/{branch}', { branch: commit }, SCOPE),
        api.get('GET /repos/{owner}/{repo}/tags/{tag}', { tag: commit }, SCOPE),
    ]);
    if (branch === undefined && tag === undefined)
        return relation;
    throw new _github_js__WEBPACK_IMPORTED_MODULE_1__/* .ApiProblem */ .A(`a branch or git tag is named ${commit}, like a commit, so the API cannot distinguish them`);
}
async function read(api, branch) {
    const found = await api.get('GET /repos/{owner}/{repo}/branches/{branch}', { branch }, SCOPE);
    if (found !== undefined && (0,_answer_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(found, 'name') !== branch)
        throw new _github_js__WEBPACK_IMPORTED_MODULE_1__/* .ApiProblem */ .A(`the API's answer is not about the branch ${branch}`);
    return found;
}
/** Only statuses on the commit itself count: a pull request controls what ran for it. */
async function squashedHead() {
    return undefined;
}
/** Runs do not report their pull request, so no run that follows another may publish. */
async function pullRequestsOf() {
    throw new _github_js__WEBPACK_IMPORTED_MODULE_1__/* .ApiProblem */ .A('the API does not report which pull request a run was for');
}
/**
 * relationOf tells how `commit` relates to `base`. A comparison only lists the commits that its second commit has and
 * its first one does not, so it is requested in both directions.
 */
async function relationOf(api, base, commit) {
    const [gained, lost] = await Promise.all([added(api, base, commit), added(api, commit, base)]);
    if (gained === undefined || lost === undefined)
        return undefined;
    if (gained > 0)
        return lost > 0 ? 'diverged' : 'ahead';
    if (lost > 0)
        return 'behind';
    if (base !== commit)
        throw new _github_js__WEBPACK_IMPORTED_MODULE_1__/* .ApiProblem */ .A('the API finds no difference between two commits');
    return 'identical';
}
async function added(api, base, commit) {
    const wanted = { basehead: `${base}...${commit}` };
    const compared = await api.get('GET /repos/{owner}/{repo}/compare/{basehead}', wanted, SCOPE);
    if (compared === undefined)
        return undefined;
    const total = (0,_answer_js__WEBPACK_IMPORTED_MODULE_0__.id)(compared, 'total_commits');
    const commits = (0,_answer_js__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(compared, 'commits');
    // In some versions, an empty list of commits is null.
    const listed = Array.isArray(commits) ? commits.length : 0;
    if (total < 0 || (total === 0) !== (listed === 0))
        throw new _github_js__WEBPACK_IMPORTED_MODULE_1__/* .ApiProblem */ .A(`the API compares two commits, and lists ${listed} of ${total}`);
    return total;
}


/***/ }),

/***/ 1131:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openRest: () => (/* binding */ openRest),
  restGitHub: () => (/* binding */ restGitHub)
});

// EXTERNAL MODULE: ./build/http/client.js + 5 modules
var client = __webpack_require__(7844);
// EXTERNAL MODULE: ./build/run/server.js
var run_server = __webpack_require__(6795);
// EXTERNAL MODULE: ./build/time/clock.js
var time_clock = __webpack_require__(5786);
// EXTERNAL MODULE: ./build/github/answer.js
var answer = __webpack_require__(7674);
// EXTERNAL MODULE: ./build/github/github.js
var github = __webpack_require__(8331);
;// CONCATENATED MODULE: ./build/github/branches.js


const permission = 'contents: read';
/** What to do if the rules of a branch cannot be read. */
const NAME_THEM = 'name the checks in "required-checks" instead of "branch-rules"';
/** checksRequiredOn reads the checks that a branch requires, by its rulesets and by the older protection. */
async function checksRequiredOn(api, branch) {
    // Everyone may read them, except in repositories whose plan has no rulesets; no permission would help.
    const rules = await api.list('GET /repos/{owner}/{repo}/rules/branches/{branch}', { branch }, { remedy: NAME_THEM });
    const ruled = rules
        .filter((rule) => (0,answer/* field */.ZZ)(rule, 'type') === 'required_status_checks')
        .flatMap((rule) => {
        const checks = (0,answer/* field */.ZZ)(rule, 'parameters', 'required_status_checks');
        if (!Array.isArray(checks))
            throw new github/* ApiProblem */.A('a rule of the branch names no checks');
        return checks.map((check) => ({
            name: (0,answer/* text */.Qq)(check, 'context'),
            appId: pinned(check, 'integration_id'),
            askedBy: `a ruleset of the branch ${branch}`,
        }));
    });
    const found = await read(api, branch);
    if (found === undefined)
        throw new github/* ApiProblem */.A(`there is no branch ${branch}, or the token may not read it`, { permission });
    return [...ruled, ...protectedChecks(found, branch)];
}
/** branchHas tells whether a branch, and not a tag of the same name, has the commit. */
async function branchHas(api, { branch, commit }) {
    const found = await read(api, branch);
    if (found === undefined)
        return 'no-branch';
    const tip = (0,answer/* text */.Qq)(found, 'commit', 'sha');
    if (tip === commit)
        return 'commit';
    // A descendant of the base is "ahead" of it; the list of changed files in the answer is ignored.
    const basehead = `${commit}...${tip}`;
    const compared = await api.get('GET /repos/{owner}/{repo}/compare/{basehead}', { basehead, per_page: 1 }, permission);
    return compared !== undefined && (0,answer/* text */.Qq)(compared, 'status') === 'ahead' ? 'commit' : 'other-commits';
}
/** branchNames lists every branch. */
async function branchNames(api) {
    const branches = await api.list('GET /repos/{owner}/{repo}/branches', {}, { permission });
    return branches.map((branch) => (0,answer/* text */.Qq)(branch, 'name'));
}
async function read(api, branch) {
    const found = await api.get('GET /repos/{owner}/{repo}/branches/{branch}', { branch }, permission);
    if (found !== undefined && (0,answer/* text */.Qq)(found, 'name') !== branch)
        throw new github/* ApiProblem */.A(`the API's answer is not about the branch ${branch}`);
    return found;
}
/** The older protection of a branch; rulesets are read separately. */
function protectedChecks(found, branch) {
    const protection = (0,answer/* field */.ZZ)(found, 'protection');
    if ((0,answer/* field */.ZZ)(found, 'protected') === true && protection === undefined)
        throw new github/* ApiProblem */.A(`the API does not show how the branch ${branch} is protected`, { remedy: NAME_THEM });
    const required = (0,answer/* field */.ZZ)(protection, 'required_status_checks');
    if ((0,answer/* field */.ZZ)(required, 'enforcement_level') === 'off')
        return [];
    const askedBy = `the protection of the branch ${branch}`;
    const listed = (0,answer/* field */.ZZ)(required, 'checks');
    const checks = (Array.isArray(listed) ? listed : []).map((check) => ({
        name: (0,answer/* text */.Qq)(check, 'context'),
        appId: pinned(check, 'app_id'),
        askedBy,
    }));
    // Older servers return only names, without apps.
    const contexts = (0,answer/* field */.ZZ)(required, 'contexts');
    const others = (Array.isArray(contexts) ? contexts : []).map(String);
    return [
        ...checks,
        ...others
            .filter((name) => checks.every((check) => check.name !== name))
            .map((name) => ({ name, appId: undefined, askedBy })),
    ];
}
/** The app that a rule pins; without one, the value is null, or -1 for "any". */
function pinned(check, name) {
    const found = (0,answer/* field */.ZZ)(check, name);
    if (found === undefined || found === null || found === -1)
        return undefined;
    if (typeof found === 'number' && Number.isSafeInteger(found) && found > 0)
        return found;
    throw new github/* ApiProblem */.A(`a rule of the branch names an app that is no number`, { remedy: NAME_THEM });
}

;// CONCATENATED MODULE: ./build/github/pull-requests.js


const pull_requests_permission = 'pull-requests: read';
/** Events that change the target branch (docs.github.com, "Issue event types"): by a person, or after another merge. */
const RETARGETED = ['base_ref_changed', 'automatic_base_change_succeeded'];
/** pullRequestsOf lists the pull requests of a branch of this repository that have the commit as their head. */
async function pullRequestsOf(api, { branch, commit }) {
    const wanted = { state: 'all', head: `${api.owner}:${branch}` };
    const pulls = await api.list('GET /repos/{owner}/{repo}/pulls', wanted, { permission: pull_requests_permission });
    const own = pulls
        .filter((pull) => (0,answer/* field */.ZZ)(pull, 'head', 'sha') === commit && (0,answer/* field */.ZZ)(pull, 'head', 'ref') === branch)
        .filter((pull) => (0,answer/* field */.ZZ)(pull, 'head', 'repo', 'id') === (0,answer/* field */.ZZ)(pull, 'base', 'repo', 'id'));
    return Promise.all(own.map(async (pull) => ({
        base: (0,answer/* text */.Qq)(pull, 'base', 'ref'),
        retargetedAt: await lastRetargeted(api, pull),
        opener: String((0,answer/* field */.ZZ)(pull, 'user', 'type') ?? 'nobody'),
    })));
}
/** The target branch of a pull request can be changed, and its runs do not say which one they were for. */
async function lastRetargeted(api, pull) {
    const issue = { issue_number: (0,answer.id)(pull, 'number') };
    const events = await api.list('GET /repos/{owner}/{repo}/issues/{issue_number}/events', issue, { permission: pull_requests_permission });
    const times = events
        .filter((event) => RETARGETED.includes((0,answer/* text */.Qq)(event, 'event')))
        .map((event) => (0,answer/* time */.kB)(event, 'created_at'));
    return times.length === 0 ? undefined : Math.max(...times);
}
/** squashedHead returns the head of the merged pull request with the same tree as the commit, if there is one. */
async function squashedHead(api, commit) {
    const pulls = await api.list('GET /repos/{owner}/{repo}/commits/{ref}/pulls', { ref: commit }, { permission: pull_requests_permission });
    const tree = await treeOf(api, commit);
    for (const pull of pulls) {
        const isMerged = (0,answer/* field */.ZZ)(pull, 'merge_commit_sha') === commit && typeof (0,answer/* field */.ZZ)(pull, 'merged_at') === 'string';
        const head = (0,answer/* field */.ZZ)(pull, 'head', 'sha');
        if (isMerged && typeof head === 'string' && (await treeOf(api, head)) === tree)
            return head;
    }
    return undefined;
}
async function treeOf(api, commit_sha) {
    const needed = 'contents: read';
    const found = await api.get('GET /repos/{owner}/{repo}/git/commits/{commit_sha}', { commit_sha }, needed);
    if (found === undefined)
        throw new github/* ApiProblem */.A(`${commit_sha} is not found, or the token may not read it`, { permission: needed });
    return (0,answer/* text */.Qq)(found, 'tree', 'sha');
}

;// CONCATENATED MODULE: ./build/github/commit-reports.js



/** The API shows the check runs of at most this many suites of a commit, and does not report that there are more. */
const MOST_SUITES = 1000;
/** reportsOn reads everything that was reported on a commit: check runs, statuses, and the jobs behind them. */
async function reportsOn(api, commit) {
    const inRuns = { key: 'check_runs', permission: 'checks: read' };
    const asked = api
        .list('GET /repos/{owner}/{repo}/commits/{ref}/check-runs', { ref: commit, filter: 'all' }, inRuns)
        .then(checkRunsOf);
    const jobs = asked.then((checkRuns) => (checkRuns.some(({ app }) => app?.slug === 'github-actions') ? jobsOn(api, commit) : []), 
    // Only to report now, and not in the next run, that this permission is also missing.
    (error) => (isForbidden(error) ? runsOn(api, commit).then(() => []) : []));
    const need = { permission: 'statuses: read' };
    const statuses = api.list('GET /repos/{owner}/{repo}/commits/{ref}/statuses', { ref: commit }, need);
    await allAnswered([asked, statuses, jobs]);
    return { checkRuns: await asked, statuses: (await statuses).map(statusOf), jobs: await jobs };
}
/** allAnswered throws the problem of any answer; if there are several, one that includes the others. */
async function allAnswered(asked) {
    const results = await Promise.allSettled(asked);
    const errors = results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []));
    const [problem, ...also] = errors.filter((error) => error instanceof github/* ApiProblem */.A);
    if (problem === undefined || also.length + 1 < errors.length)
        return;
    const { message, permission, remedy } = problem;
    // A problem that all of them have is reported once.
    const others = also.filter((each, at) => [problem, ...also].findIndex((other) => other.message === each.message) > at);
    throw new github/* ApiProblem */.A(message, { permission, remedy, also: others });
}
function isForbidden(error) {
    return error instanceof github/* ApiProblem */.A && error.permission !== undefined;
}
function checkRunsOf(runs) {
    const checkRuns = runs.map(checkRunOf);
    if (new Set(checkRuns.map(({ suiteId }) => suiteId)).size >= MOST_SUITES)
        throw new github/* ApiProblem */.A(`the commit has so many check suites that the API does not show them all`);
    return checkRuns;
}
function runsOn(api, commit) {
    const listing = { key: 'workflow_runs', permission: 'actions: read' };
    return api.list('GET /repos/{owner}/{repo}/actions/runs', { head_sha: commit }, listing);
}
async function jobsOn(api, commit) {
    const runs = await runsOn(api, commit);
    const pullsOf = askingOnce((branch) => pullRequestsFor(api, { branch, commit }));
    const jobs = await Promise.all(runs
        .filter((run) => (0,answer/* field */.ZZ)(run, 'head_sha') === commit)
        .map(async (run) => {
        const jobs = { run_id: (0,answer.id)(run, 'id'), filter: 'all' };
        const inJobs = { key: 'jobs', permission: 'actions: read' };
        const [list, pullRequests] = await Promise.all([
            api.list('GET /repos/{owner}/{repo}/actions/runs/{run_id}/jobs', jobs, inJobs),
            isOfOwnPullRequest(run) ? pullsOf((0,answer/* text */.Qq)(run, 'head_branch')) : [],
        ]);
        const about = {
            suiteId: (0,answer.id)(run, 'check_suite_id'),
            event: (0,answer/* text */.Qq)(run, 'event'),
            createdAt: (0,answer/* time */.kB)(run, 'created_at'),
            headRepositoryId: String((0,answer/* field */.ZZ)(run, 'head_repository', 'id') ?? ''),
            pullRequests,
            lastAttempt: attemptOf(run),
            isOver: (0,answer/* field */.ZZ)(run, 'status') === 'completed',
        };
        return list.map((job) => ({ ...about, ...wordsOf(job), ...jobOf(job) }));
    }));
    return jobs.flat();
}
function isOfOwnPullRequest(run) {
    const isOwn = (0,answer/* field */.ZZ)(run, 'head_repository', 'id') === (0,answer/* field */.ZZ)(run, 'repository', 'id');
    return isOwn && (0,answer/* field */.ZZ)(run, 'event') === 'pull_request' && typeof (0,answer/* field */.ZZ)(run, 'head_branch') === 'string';
}
/** The pull requests of a run's commit: the run itself does not name its pull request. */
async function pullRequestsFor(api, head) {
    try {
        return await pullRequestsOf(api, head);
    }
    catch (error) {
        // This matters only if nothing else reports the check, and is reported then.
        if (isForbidden(error))
            return undefined;
        throw error;
    }
}
/** askingOnce asks once for each branch, and reuses the answer for all runs of the branch. */
function askingOnce(ask) {
    const answers = new Map();
    return (branch) => {
        const answer = answers.get(branch) ?? ask(branch);
        answers.set(branch, answer);
        return answer;
    };
}
function jobOf(job) {
    return { checkRunUrl: (0,answer/* text */.Qq)(job, 'check_run_url'), attempt: attemptOf(job) };
}
function wordsOf(thing) {
    const conclusion = (0,answer/* field */.ZZ)(thing, 'conclusion');
    return {
        name: (0,answer/* text */.Qq)(thing, 'name'),
        status: (0,answer/* text */.Qq)(thing, 'status'),
        conclusion: typeof conclusion === 'string' ? conclusion : null,
    };
}
function checkRunOf(run) {
    // A deleted app or suite is null: its check run remains, as if in a separate suite.
    const app = (0,answer/* field */.ZZ)(run, 'app');
    const suite = (0,answer/* field */.ZZ)(run, 'check_suite');
    return {
        id: (0,answer.id)(run, 'id'),
        ...wordsOf(run),
        app: app === null ? undefined : { id: (0,answer.id)(app, 'id'), slug: (0,answer/* text */.Qq)(app, 'slug') },
        suiteId: suite === null ? -(0,answer.id)(run, 'id') : (0,answer.id)(suite, 'id'),
        url: (0,answer/* text */.Qq)(run, 'url'),
    };
}
/** The attempt of a run, or of a job; 1 if the server does not say. */
function attemptOf(value) {
    return (0,answer/* field */.ZZ)(value, 'run_attempt') === undefined ? 1 : (0,answer.id)(value, 'run_attempt');
}
function statusOf(status) {
    const creator = (0,answer/* field */.ZZ)(status, 'creator', 'login');
    return {
        id: (0,answer.id)(status, 'id'),
        context: (0,answer/* text */.Qq)(status, 'context'),
        state: (0,answer/* text */.Qq)(status, 'state'),
        creator: typeof creator === 'string' && creator !== '' ? creator : 'a user who was deleted',
        run: undefined,
    };
}

// EXTERNAL MODULE: ./build/github/gitea.js
var gitea = __webpack_require__(3960);
;// CONCATENATED MODULE: ./build/github/manner.js

const OF_GITHUB = { size: 'per_page', longest: 100, endsEmpty: false, remedy: undefined };
const OF_GITEA = {
    size: 'limit',
    longest: 50,
    endsEmpty: true,
    remedy: 'set "github-token" to a token that may read the repository (scope "read:repository")',
};
/** mannerOf returns the manner of a server. */
function mannerOf(server) {
    return (0,run_server/* isOfGitea */.e)(server) ? OF_GITEA : OF_GITHUB;
}

// EXTERNAL MODULE: ./build/http/failure.js
var failure = __webpack_require__(1923);
// EXTERNAL MODULE: ./build/text/printable.js
var printable = __webpack_require__(4865);
// EXTERNAL MODULE: ./build/time/retry.js
var retry = __webpack_require__(6686);
// EXTERNAL MODULE: external "node:buffer"
var external_node_buffer_ = __webpack_require__(4573);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(9473);
// EXTERNAL MODULE: ./build/http/http.js
var http_http = __webpack_require__(2321);
;// CONCATENATED MODULE: ./build/github/octokit.js




/** Longest page that is read, in bytes; a hundred check runs with long texts are far below it. */
const PAGE_LIMIT = 16 * 1024 * 1024;
/** The headers that we read. Octokit prints some of the others if it sees them ("deprecation"). */
const HEADERS = ['etag', 'link', 'retry-after', 'x-ratelimit-remaining', 'x-ratelimit-reset'];
/**
 * openOctokit loads the toolkit's client of the API, which is large, and makes it use our own HTTP client: with its
 * limits, through its proxy, and without redirects. Throws ApiProblem.
 */
async function openOctokit({ http, api, repository, token }) {
    const { getOctokit } = await __webpack_require__.e(/* import() */ 413).then(__webpack_require__.bind(__webpack_require__, 2413)).catch((error) => {
        // It reads the event's payload itself, and throws if that is damaged.
        throw new github/* ApiProblem */.A(`the client of the API could not be loaded: ${(0,errors/* asError */.z)(error).message}`);
    });
    const { request } = getOctokit(token.reveal(), { baseUrl: api, request: { fetch: fetchBy(http) } });
    const [owner = '', repo = ''] = repository.split('/');
    const filled = ({ parameters }) => ({ owner, repo, ...parameters });
    return {
        addressOf: (question) => request.endpoint(question.route, filled(question)).url,
        ask: (question, headers) => request(question.route, { ...filled(question), headers }).catch(answerIn),
    };
}
/** fetchBy is a `fetch` for Octokit: only for GET, and for an answer that is read completely. */
function fetchBy(http) {
    return async (url, { headers }) => {
        const answer = await http.open({ method: 'GET', url: new URL(url), headers, limit: PAGE_LIMIT }).then(http_http/* readAnswer */.JN);
        const { status } = answer;
        const read = HEADERS.flatMap((name) => (name in answer.headers ? [[name, answer.headers[name] ?? '']] : []));
        // We asked for JSON: the answer is read as JSON with any content type.
        const all = { ...Object.fromEntries(read), 'content-type': 'application/json' };
        const hasBody = ![204, 205, 304].includes(status) && (0,external_node_buffer_.isUtf8)(answer.body);
        return new Response(hasBody ? new Uint8Array(answer.body) : null, { status, headers: all });
    };
}
/** Octokit throws every error status, and also "not modified". */
function answerIn(error) {
    const { response, cause } = error;
    if (response === undefined)
        throw cause ?? error;
    return response;
}

// EXTERNAL MODULE: ./build/secret/masked.js
var masked = __webpack_require__(648);
;// CONCATENATED MODULE: ./build/github/refusals.js




/** The pause after a limit without a time (docs.github.com, "Rate limits for the REST API"), in milliseconds. */
const MINUTE = 60_000;
/** In an answer that is not JSON, the secondary limit is looked for in this many characters. */
const BEGINNING = 4096;
/** What to do about a token that the API does not know. */
const VALID = 'leave "github-token" out, or set it to a token that is not empty and has not expired';
/** transience judges an answer: after a rate limit, only a short wait is worth it ("Rate limits for the REST API"). */
function transience(answer, date) {
    const { status, headers } = answer;
    if (isLimit(answer)) {
        const isUsedUp = headers['x-ratelimit-remaining'] === '0';
        const reset = isUsedUp ? Number(headers['x-ratelimit-reset']) * 1000 - date : MINUTE;
        const asked = (0,retry/* parseRetryAfter */.mu)(headers['retry-after'], date) ?? (reset > 0 ? reset : undefined);
        return { kind: 'transient', ...(asked === undefined ? {} : { retryAfter: asked }) };
    }
    return { kind: status >= 500 ? 'transient' : 'final' };
}
/** refused explains an answer that is an error, and what to do. */
function refused(path, answer, need) {
    const { status } = answer;
    if (isLimit(answer))
        return new github/* ApiProblem */.A(`the API's rate limit is reached (${path} was answered with ${status})`);
    if (status === 401 || status === 403) {
        const seen = `the token may not read ${path} (status ${status}: ${messageOf(answer)})`;
        // No permission helps if the token is empty or has expired.
        return new github/* ApiProblem */.A(seen, status === 401 ? { remedy: VALID } : need);
    }
    return new github/* ApiProblem */.A(`${path} was answered with status ${status}`);
}
/** Sometimes only the text of the answer shows the secondary limit. */
function isLimit({ status, headers, data }) {
    if (status === 429)
        return true;
    if (status !== 403)
        return false;
    if (headers['x-ratelimit-remaining'] === '0' || 'retry-after' in headers)
        return true;
    return /rate limit/i.test(typeof data === 'string' ? data.slice(0, BEGINNING) : String((0,answer/* field */.ZZ)(data, 'message')));
}
/** The API's own reason for a rejection, if there is one. */
function messageOf({ data }) {
    const message = (0,answer/* field */.ZZ)(data, 'message');
    return typeof message === 'string' ? (0,masked/* excerpt */.Kb)(message, 200) : 'no message';
}

;// CONCATENATED MODULE: ./build/github/rest.js







/** The most pages of a list that are read, unless it may be longer. */
const MOST_PAGES = 50;
/** The most requests of one step, and again for each hour that it waits: well below a token's 1,000 an hour. */
const MOST_REQUESTS = 300;
/** How often a list is read if it changes meanwhile. */
const MOST_READINGS = 3;
const HOUR = 3_600_000;
const VERSION = { accept: 'application/vnd.github+json', 'x-github-api-version': '2022-11-28' };
/**
 * Rest sends requests to GitHub's REST API (docs.github.com, "REST API", version 2022-11-28), or a similar one, and
 * reads lists to their end.
 */
class Rest {
    #options;
    /** Answers by their address: a repeated request gets "not modified", which counts against no limit. */
    #known = new Map();
    #began;
    #asker;
    #requests = 0;
    constructor(options) {
        this.#options = options;
        this.#began = options.clock.now();
    }
    get owner() {
        return this.#options.repository.split('/')[0] ?? '';
    }
    /** sized returns the parameters for a page of this many entries. */
    sized(entries) {
        return { [this.#options.manner.size]: entries };
    }
    /** get returns the JSON of a route; undefined for 404. `permission` is what the token needs for it. */
    async get(route, parameters, permission) {
        return (await this.#read({ route, parameters }, this.#needed({ permission }))).document;
    }
    /** What to do if this server rejects the request. */
    #needed(asked) {
        const { remedy } = this.#options.manner;
        return remedy === undefined ? asked : { remedy };
    }
    /**
     * list reads every page of a list: an array, or an object with the array under `key` and its length in `total_count`.
     * If the number of different entries is not the reported length, the list is incomplete, and is not returned.
     */
    async list(route, parameters, listing) {
        for (let reading = 1;; reading++) {
            const { items, total, path } = await this.#pages({ route, parameters }, listing);
            if (total === undefined)
                return items;
            const count = new Set(items.map((item) => item?.id)).size;
            if (count === total && items.length === total)
                return items;
            // A new entry moves another to the next page, where it occurs again.
            if (reading === MOST_READINGS)
                throw new github/* ApiProblem */.A(`the API says that ${path} has ${total} entries, and gives ${count}`);
        }
    }
    async #pages({ route, parameters }, { key, most = MOST_PAGES, ...asked }) {
        const need = this.#needed(asked);
        const { longest, endsEmpty } = this.#options.manner;
        const items = [];
        for (let page = 1;; page++) {
            const question = { route, parameters: { ...parameters, ...this.sized(longest), page } };
            const { document, isMore, path } = await this.#read(question, need);
            if (document === undefined)
                throw new github/* ApiProblem */.A(`${path} is not found, or the token may not read it`, need);
            const found = key === undefined ? document : (0,answer/* field */.ZZ)(document, key);
            if (!Array.isArray(found))
                throw new github/* ApiProblem */.A(`the API's answer to ${path} has no list${key === undefined ? '' : ` "${key}"`}`);
            items.push(...found);
            const total = key === undefined ? undefined : (0,answer/* field */.ZZ)(document, 'total_count');
            if (key !== undefined && (typeof total !== 'number' || !Number.isSafeInteger(total))) {
                throw new github/* ApiProblem */.A(`the API's answer to ${path} does not say how long the list is`);
            }
            // A server may have shorter pages than requested, and a proxy may drop the header for the next page.
            const isFull = endsEmpty || found.length === longest;
            const isShort = total === undefined ? isFull : items.length < total;
            if (found.length === 0 || !(isMore || isShort))
                return { items, total: total, path };
            if (page === most)
                throw new github/* ApiProblem */.A(`the list ${path} is longer than ${most} pages`);
        }
    }
    async #read(question, need) {
        const { api, repository } = this.#options;
        const asker = await this.#open();
        const address = asker.addressOf(question);
        const path = address.replace(`${api}/repos/${repository}`, '').replace(/[?&](?:per_page|limit)=.*$/, '');
        const answer = await this.#persist(address, (headers) => asker.ask(question, headers));
        const { status, headers, data } = answer;
        if (status === 404)
            return { document: undefined, isMore: false, path };
        if (status !== 200)
            throw refused(path, answer, need);
        if (typeof data === 'string')
            throw new github/* ApiProblem */.A(`the API's answer to ${path} is not JSON`);
        return { document: data, isMore: /;\s*rel="?next"?/.test(headers.link ?? ''), path };
    }
    #open() {
        const { token } = this.#options;
        if (token.reveal() === '')
            throw new github/* ApiProblem */.A('there is no token to ask the API with', { remedy: VALID });
        this.#asker ??= openOctokit(this.#options);
        return this.#asker;
    }
    /** Repeats the request while that may help, and within our limit. */
    async #persist(address, ask) {
        const { clock, signal } = this.#options;
        const etag = this.#known.get(address)?.headers.etag;
        const headers = { ...VERSION, ...(etag === undefined ? {} : { 'if-none-match': etag }) };
        const started = clock.now();
        for (let failed = 1;; failed++) {
            const most = MOST_REQUESTS * (1 + (clock.now() - this.#began) / HOUR);
            if (++this.#requests > most)
                throw new github/* ApiProblem */.A(`more than ${Math.floor(most)} requests were needed`);
            const attempt = await ask(headers).then((answer) => ({ answer, transience: transience(answer, clock.date()) }), (error) => {
                if ((0,failure/* isOfTrust */.c2)(error.code ?? ''))
                    throw untrusted(error);
                return { error, transience: { kind: 'transient' } };
            });
            signal.throwIfAborted();
            const pause = (0,retry/* pauseBefore */.GB)(attempt.transience, { failed, spent: clock.now() - started }, Math.random());
            if (pause !== undefined)
                await clock.sleep(pause, signal);
            else if ('answer' in attempt)
                return this.#remembered(address, attempt.answer);
            else
                throw new github/* ApiProblem */.A(`the API could not be reached: ${(0,printable/* oneLine */.TN)(attempt.error.message)}`);
        }
    }
    #remembered(address, answer) {
        const known = this.#known.get(address);
        if (answer.status === 304 && known !== undefined) {
            this.#requests -= 1;
            return known;
        }
        if (answer.status === 200)
            this.#known.set(address, answer);
        return answer;
    }
}
/** A retry gets the same certificate. */
function untrusted({ code, message }) {
    return new github/* ApiProblem */.A(`the certificate of the API is not trusted (${code}): ${(0,printable/* oneLine */.TN)(message)}`, {
        remedy: 'set NODE_EXTRA_CA_CERTS in the environment of the runner to a file with the certificate of that authority ' +
            '("ca-file" is only for the registry)',
    });
}

;// CONCATENATED MODULE: ./build/github/rest-github.js









/** Pauses between two reads of the checks, in milliseconds: the first, the longest, and the factor of growth. */
const PAUSE = { first: 10_000, longest: 60_000, growth: 1.5 };
/** openRest creates a client of the REST API at the first request; a step has one token. */
function openRest({ http, clock = time_clock/* systemClock */.m, server, ...more }) {
    const options = { ...more, api: server.api, manner: mannerOf(server) };
    let rest;
    return ({ token }) => {
        rest ??= new Rest({ ...options, http: http ?? (0,client/* httpClient */.o)(options), clock, token });
        return rest;
    };
}
/** The requests, in the dialect of a server. */
const DIALECTS = {
    github: { reportsOn: reportsOn, checksRequiredOn: checksRequiredOn, squashedHead: squashedHead, branchHas: branchHas, branchNames: branchNames, pullRequestsOf: pullRequestsOf },
    gitea: gitea,
};
/** restGitHub is GitHub, or a server with a similar API, by its REST API. */
function restGitHub(options) {
    const { clock = time_clock/* systemClock */.m, signal } = options;
    const open = openRest(options);
    const dialect = DIALECTS[(0,run_server/* isOfGitea */.e)(options.server) ? 'gitea' : 'github'];
    return {
        awaitReports: async (access, commits, { isSettled, minutes, onProgress }) => {
            const deadline = clock.now() + minutes * 60_000;
            for (let pause = PAUSE.first;; pause = Math.min(pause * PAUSE.growth, PAUSE.longest)) {
                const reports = await Promise.all(commits.map((commit) => dialect.reportsOn(open(access), commit)));
                const left = deadline - clock.now();
                if (isSettled(reports) || left <= 0)
                    return reports;
                onProgress(reports, Math.round(left / 1000));
                await clock.sleep(Math.min(pause, left), signal);
            }
        },
        requiredChecks: (access, branch) => dialect.checksRequiredOn(open(access), branch),
        squashedHead: (access, commit) => dialect.squashedHead(open(access), commit),
        branchHas: (access, place) => dialect.branchHas(open(access), place),
        branchNames: (access) => dialect.branchNames(open(access)),
        pullRequestsOf: (access, head) => dialect.pullRequestsOf(open(access), head),
    };
}


/***/ }),

/***/ 7844:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  o: () => (/* binding */ httpClient)
});

// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(7067);
var external_node_http_namespaceObject = /*#__PURE__*/__webpack_require__.t(external_node_http_, 2);
// EXTERNAL MODULE: external "node:https"
var external_node_https_ = __webpack_require__(4708);
var external_node_https_namespaceObject = /*#__PURE__*/__webpack_require__.t(external_node_https_, 2);
// EXTERNAL MODULE: ./build/time/clock.js
var clock = __webpack_require__(5786);
// EXTERNAL MODULE: ./build/http/failure.js
var failure = __webpack_require__(1923);
// EXTERNAL MODULE: ./build/http/http.js
var http = __webpack_require__(2321);
;// CONCATENATED MODULE: ./build/http/prepared.js
/**
 * How long a prepared connection waits for a request, in milliseconds. Some servers close a connection that is silent,
 * after five seconds or more; HAProxy also writes an answer (408) into it, which would be taken for that of a request.
 */
const WAITING = 3_000;
/** Connections that were prepared and then used, so that a server may have closed them just then. */
const used = new WeakSet();
/** wasPrepared tells whether a connection was open before its request, as a kept-alive one is. */
function wasPrepared(socket) {
    return socket !== null && used.has(socket);
}
/**
 * preparing lets an agent open connections ahead: together with the connection for a request that has `ahead`, it opens
 * others to the same origin, until so many wait. The next requests then do not wait for one or two more round trips. A
 * prepared connection that fails is not missed: its request opens another one.
 */
function preparing(agent, timer) {
    const waiting = new Map();
    const connect = agent.createConnection.bind(agent);
    const destroy = agent.destroy.bind(agent);
    const prepare = (name, options) => {
        const socket = connect(options);
        if (socket)
            waiting.set(name, [...(waiting.get(name) ?? []), new Prepared(socket, timer)]);
    };
    const usable = (name) => {
        const all = waiting.get(name) ?? [];
        for (const prepared of all)
            if (!prepared.isUsable)
                prepared.discard();
        return all.filter(({ isUsable }) => isUsable);
    };
    agent.createConnection = (options, callback) => {
        const name = agent.getName(options);
        const { ahead = 0 } = options;
        // The agent keeps the options: with them it makes a new connection if this one closes while requests wait.
        options.ahead = 0;
        const [first, ...rest] = usable(name);
        const socket = first?.take() ?? connect(options, callback);
        waiting.set(name, rest);
        for (let count = rest.length; count < ahead; count++)
            prepare(name, { ...options });
        return socket;
    };
    agent.destroy = () => {
        for (const prepared of [...waiting.values()].flat())
            prepared.discard();
        waiting.clear();
        destroy();
    };
    return agent;
}
/** Prepared is a connection that waits for its request. Its socket keeps no process alive. */
class Prepared {
    #socket;
    #stop;
    discard = () => {
        this.#stop();
        this.#socket.destroy();
    };
    constructor(socket, timer) {
        this.#socket = socket.unref();
        this.#stop = timer(WAITING, this.discard);
        // Without a listener, an error would end the process.
        socket.on('error', this.discard);
    }
    get isUsable() {
        return !this.#socket.destroyed && !this.#socket.readableEnded && this.#socket.readableLength === 0;
    }
    take() {
        this.#stop();
        used.add(this.#socket);
        return this.#socket.off('error', this.discard).ref();
    }
}

;// CONCATENATED MODULE: ./build/http/receiving.js

/** Slowest pace of a long answer, in bytes per millisecond (16 KiB/s): a slower server keeps us busy on purpose. */
const SLOWEST = 16;
/** Longest body of an error that is read, in bytes. */
const ERROR_LIMIT = 64 * 1024;
/** received is an answer whose body must still be read: limited in length and pace, whatever its headers say. */
function received(response, { sent, limit, timer }) {
    // From here on bytes should arrive, so now the socket's own silence counts.
    sent.setTimeout(http/* DEADLINES */.YE.idle, () => response.destroy((0,http/* silent */.Ku)(http/* DEADLINES */.YE.idle)));
    return {
        status: response.statusCode ?? 0,
        headers: joined(response.headersDistinct),
        body: bounded(response, isError(response) ? ERROR_LIMIT : limit, timer),
        cancel: () => response.destroy(),
        timer,
        from: response.socket.remoteAddress,
    };
}
/** Only our own count matters. The answer is timed from here on, not from its first reading. */
function bounded(response, limit, timer) {
    const seen = { length: 0 };
    const watch = (rings) => timer(http/* DEADLINES */.YE.whole, () => {
        if (seen.length < rings * http/* DEADLINES */.YE.whole * SLOWEST)
            response.destroy((0,http/* silent */.Ku)(http/* DEADLINES */.YE.whole));
        else
            isOver = watch(rings + 1);
    });
    let isOver = watch(1);
    response.once('close', () => isOver());
    return counted(response, limit, seen);
}
async function* counted(response, limit, seen) {
    for await (const chunk of response) {
        seen.length += chunk.byteLength;
        if (seen.length > limit) {
            // The status of an error counts, however long a proxy's error page is.
            if (isError(response))
                return;
            throw new http/* BodyTooLong */.Jp(limit);
        }
        yield chunk;
    }
}
function isError({ statusCode = 0 }) {
    return statusCode >= 400;
}
function joined(headers) {
    return Object.fromEntries(Object.entries(headers).map(([name, values]) => [name, (values ?? []).join(', ')]));
}

;// CONCATENATED MODULE: ./build/http/streamed-body.js
function isStreamed(body) {
    return typeof body === 'object' && !ArrayBuffer.isView(body);
}
/**
 * sendBody writes a body as fast as the server reads it, so only one piece is in memory. It ends early if the request
 * ends, or if the answer has arrived: a rejection need not wait for the rest. An error of the source ends the request,
 * and `done` rejects with it.
 */
function sendBody(sent, body, wait) {
    let count = 0;
    let hasEnded = false;
    let isUnwanted = false;
    const isComplete = () => hasEnded || count === body.length;
    sent.once('response', (response) => {
        if (isComplete())
            return;
        isUnwanted = true;
        // The rest of the body must not be sent on this connection, and no other request either.
        response.once('close', () => sent.destroy());
    });
    const isOver = () => isUnwanted || sent.destroyed;
    const send = async () => {
        if (sent.socket === null)
            await oneOf(sent, ['socket', 'close']);
        for await (const piece of body.open()) {
            if (isOver())
                return;
            count += piece.byteLength;
            const taken = write(sent, piece);
            if (isComplete())
                continue;
            const isTaken = wait();
            await taken;
            isTaken();
            if (isOver())
                return;
        }
        if (body.length !== undefined && count !== body.length)
            throw new Error(`${count} bytes for ${body.length}`);
        hasEnded = true;
        sent.end();
    };
    const done = send().catch((error) => {
        sent.destroy(error);
        throw error;
    });
    return { done, isComplete };
}
/** Resolves when the piece was sent, so that its memory may be used again, or when nobody waits for it any more. */
function write(sent, piece) {
    return oneOf(sent, ['response', 'close'], (settle) => sent.write(piece, settle));
}
/** Resolves at the first of these events, or when the work that was begun calls `settle`. */
function oneOf(sent, events, begin = () => { }) {
    const { promise, resolve } = Promise.withResolvers();
    const settle = () => {
        for (const event of events)
            sent.off(event, settle);
        resolve();
    };
    for (const event of events)
        sent.on(event, settle);
    begin(settle);
    return promise;
}

;// CONCATENATED MODULE: ./build/http/one-exchange.js







/** exchange makes one request, and resolves when the headers of its answer are there. */
async function exchange(request, way) {
    const { promise, resolve, reject } = Promise.withResolvers();
    const sent = begin(request, way);
    const patience = new Patience(sent, way.timer);
    const giveUp = () => {
        patience.end();
        reject((0,http/* refused */.J5)('the connections were closed before the answer'));
        sent.destroy();
    };
    way.unanswered.add(giveUp);
    for (const end of ['response', 'close'])
        sent.once(end, () => way.unanswered.delete(giveUp));
    sent.on('error', (error) => {
        // A connection that was already open may have been closed just when we used it: that says nothing about the
        // request. But data may have been stored, completely or in part, so it is not sent again without a check.
        const isReset = ['ECONNRESET', 'EPIPE'].includes(error.code ?? '');
        const wasOpen = sent.reusedSocket || wasPrepared(sent.socket);
        const isStale = isReset && wasOpen && !patience.isOver && !stores(request);
        // Those that are still open are tried in turn, and no more are opened: so this ends.
        if (isStale)
            resolve(exchange({ ...request, ahead: 0 }, way));
        else
            reject((0,failure/* inPlainWords */.fy)(error));
    });
    // Also without an error: Node closes a connection if the other side has changed to another protocol.
    sent.on('close', () => reject((0,http/* refused */.J5)('the connection was closed without an answer')));
    const sending = send(sent, request, { patience, timer: way.timer, connected: connection(sent, patience, way) });
    sent.on('response', (response) => {
        patience.end();
        const problem = problemOf(response, sending);
        if (problem === undefined)
            return resolve(received(response, { sent, limit: request.limit, timer: way.timer }));
        response.destroy(problem);
        reject(problem);
    });
    sending?.done.catch(reject);
    return promise;
}
function begin({ method, url, body, headers, signal, ahead }, way) {
    if (url.protocol !== 'https:' && url.protocol !== 'http:')
        throw (0,http/* refused */.J5)(`${url.protocol} is not HTTP`);
    const ours = { 'accept-encoding': 'identity', 'user-agent': 'verified-image-push', ...lengthHeader(body) };
    const options = {
        method,
        headers: { ...headers, ...ours },
        agent: way.agentFor(url),
        signal: signal ?? way.signal,
        maxHeaderSize: 16 * 1024,
        ahead,
    };
    return (url.protocol === 'https:' ? external_node_https_namespaceObject : external_node_http_namespaceObject).request(url, options);
}
function stores({ body, stores: isSaid }) {
    return isSaid ?? isStreamed(body);
}
function lengthHeader(body) {
    if (body === undefined)
        return {};
    const length = isStreamed(body) ? body.length : Buffer.byteLength(body);
    return length === undefined ? {} : { 'content-length': String(length) };
}
/**
 * Patience is how long the other side may take until it answers. One limit counts at a time; if it is reached, it ends
 * the request and is reported. The limits are not the socket's: Node shortens those to what a server says about its
 * idle connections (`Keep-Alive: timeout=5`, nodejs/node#53458).
 */
class Patience {
    #sent;
    #timer;
    #stop = () => undefined;
    isOver = false;
    constructor(sent, timer) {
        this.#sent = sent;
        this.#timer = timer;
        sent.once('close', () => this.end());
    }
    /** wait sets the limit from now on; undefined sets none. */
    wait(milliseconds) {
        this.#stop();
        this.#stop = () => undefined;
        if (milliseconds === undefined || this.isOver)
            return;
        this.#stop = this.#timer(milliseconds, () => this.#sent.destroy((0,http/* silent */.Ku)(milliseconds)));
    }
    end() {
        this.isOver = true;
        this.wait(undefined);
    }
}
/**
 * Resolves when the request has its connection, including TLS. The wait for a free one is not limited: it is nobody's
 * fault.
 */
function connection(sent, patience, { connectWithin }) {
    const { promise, resolve } = Promise.withResolvers();
    sent.once('socket', (socket) => {
        if (!socket.connecting && socket.secureConnecting !== true)
            return resolve();
        patience.wait(connectWithin);
        socket.once(socket.secureConnecting === undefined ? 'connect' : 'secureConnect', resolve);
    });
    return promise;
}
/** Sends the body, and waits for the answer after its last byte; undefined unless the body is streamed. */
function send(sent, request, watched) {
    const { patience, timer, connected } = watched;
    const { body } = request;
    const limit = stores(request) ? http/* DEADLINES */.YE.stored : http/* DEADLINES */.YE.headers;
    if (!isStreamed(body)) {
        void connected.then(() => patience.wait(limit));
        sent.end(body);
        return undefined;
    }
    // Each wait of a streamed body is timed separately; between two pieces the source may take its time.
    const over = () => sent.destroy((0,http/* silent */.Ku)(http/* DEADLINES */.YE.stall));
    const sending = sendBody(sent, body, () => timer(http/* DEADLINES */.YE.stall, over));
    void connected
        .then(() => patience.wait(undefined))
        .then(() => sending.done)
        .then(() => patience.wait(limit), () => undefined);
    return sending;
}
/** What is wrong with an answer, judged only by its beginning. */
function problemOf(response, sending) {
    const encoding = response.headers['content-encoding'] ?? 'identity';
    if (encoding !== 'identity')
        return (0,http/* refused */.J5)(`the body has the encoding "${encoding}", which was not requested`);
    // A rejection may come early; but nobody has stored what we have not sent.
    if (sending !== undefined && !sending.isComplete() && (response.statusCode ?? 0) < 300) {
        return (0,http/* refused */.J5)('the answer reports success before everything was sent');
    }
    return undefined;
}

// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(7030);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(9473);
;// CONCATENATED MODULE: ./build/http/proxy.js


/**
 * proxyEnvironment picks the variables about proxies by name: a copy of the whole environment would read every secret
 * in it.
 */
function proxyEnvironment() {
    const { http_proxy, HTTP_PROXY, https_proxy, HTTPS_PROXY, no_proxy, NO_PROXY } = process.env;
    return { http_proxy, HTTP_PROXY, https_proxy, HTTPS_PROXY, no_proxy, NO_PROXY };
}
/**
 * proxyFor tells which proxy an address is reached through; undefined if directly. Addresses on this machine need no
 * proxy, as for docker: a registry here may speak plain HTTP, and a proxy would see its credential. Throws
 * INPUT_INVALID for an unusable proxy: to go around it may be what the network must prevent.
 */
function proxyFor(url, env) {
    const names = url.protocol === 'https:' ? ['https_proxy', 'HTTPS_PROXY'] : ['http_proxy', 'HTTP_PROXY'];
    const name = names.find((each) => env[each]);
    if (name === undefined)
        return undefined;
    if (isHere(hostOf(url)) || isExempt(url, env.no_proxy || env.NO_PROXY || ''))
        return undefined;
    return parseProxy(name, env[name] ?? '');
}
/** A proxy's address as curl and Go read it: without a scheme, it is HTTP. An address that is wrong is not quoted. */
function parseProxy(name, text) {
    const trimmed = text.trim();
    const url = URL.parse(/^[a-z][a-z0-9+.-]*:\/\//i.test(trimmed) ? trimmed : `http://${trimmed}`);
    if (url === null || url.hostname === '' || !isDecodable(url))
        throw unusable(`The environment variable ${name} is not the address of a proxy.`);
    if (url.protocol === 'http:' || url.protocol === 'https:')
        return url;
    throw unusable(`The environment variable ${name} names a proxy of another kind, "${url.protocol}//".`);
}
function isDecodable({ username, password }) {
    try {
        decodeURIComponent(`${username}${password}`);
        return true;
    }
    catch {
        return false;
    }
}
function unusable(problem) {
    return new errors/* ActionError */.l('INPUT_INVALID', problem, {
        hint: 'Set it to the address of an HTTP proxy, for example "http://proxy.corp.example:3128"; URL-encode a user name and ' +
            'password in it ("/" is %2F). Add hosts that need no proxy to NO_PROXY.',
    });
}
function hostOf({ hostname }) {
    return hostname.replace(/^\[|\]$/g, '').toLowerCase();
}
function isHere(host) {
    if (host === 'localhost' || host.endsWith('.localhost') || host === '::1')
        return true;
    return (0,external_node_net_.isIP)(host) === 4 && host.startsWith('127.');
}
/**
 * isExempt reads NO_PROXY as Go and docker do. Names also cover the names below them (with a dot or `*.` before them,
 * only those). Addresses may be a network, both may have a port, and `*` is everything.
 */
function isExempt(url, list) {
    const host = hostOf(url);
    const port = url.port || (url.protocol === 'https:' ? '443' : '80');
    return list
        .toLowerCase()
        .split(/[\s,]+/)
        .some((entry) => entry === '*' || covers(entry, host, port));
}
function covers(entry, host, port) {
    if (entry.includes('/'))
        return isInNetwork(entry, host);
    const { name, only } = withPort(entry);
    if (name === '' || (only !== undefined && only !== port))
        return false;
    if ((0,external_node_net_.isIP)(name) !== 0)
        return (0,external_node_net_.isIP)(host) !== 0 && isInNetwork(`${name}/${(0,external_node_net_.isIP)(name) === 4 ? 32 : 128}`, host);
    const suffix = name.replace(/^\*?(?=\.)/, '');
    return suffix.startsWith('.') ? host.endsWith(suffix) : host === suffix || host.endsWith(`.${suffix}`);
}
/** An entry without its port, and the port. An IPv6 address contains colons, and has brackets if a port follows. */
function withPort(entry) {
    const bare = (name) => name.replace(/^\[|\]$/g, '');
    if ((0,external_node_net_.isIP)(bare(entry)) !== 0)
        return { name: bare(entry), only: undefined };
    const [, name = entry, only] = /^(.*):(\d+)$/.exec(entry) ?? [];
    return { name: bare(name), only };
}
function isInNetwork(entry, host) {
    const [network = '', prefix = ''] = entry.split('/');
    const family = (0,external_node_net_.isIP)(network);
    if (family === 0 || (0,external_node_net_.isIP)(host) !== family || !/^\d{1,3}$/.test(prefix))
        return false;
    if (Number(prefix) > (family === 4 ? 32 : 128))
        return false;
    const list = new external_node_net_.BlockList();
    list.addSubnet(network, Number(prefix), family === 4 ? 'ipv4' : 'ipv6');
    return list.check(host, family === 4 ? 'ipv4' : 'ipv6');
}

// EXTERNAL MODULE: ./build/http/transient-answers.js
var transient_answers = __webpack_require__(6489);
;// CONCATENATED MODULE: ./build/http/client.js









// Certificates are always checked: ours because of the settings below, and those of other code in this process because
// of this line. Node would print a warning about the variable.
delete process.env.NODE_TLS_REJECT_UNAUTHORIZED;
/** Sockets of one origin that each user may use at the same time. */
const CONNECTIONS = 8;
/** How long an unused connection is kept, and how long a proxy may take to make one, in milliseconds. */
const UNUSED = 30_000;
/** httpClient speaks HTTP/1.1 over kept-alive connections, through the proxy that the environment names, if any. */
function httpClient(options) {
    const { signal, timer = clock/* systemTimer */.t, connectWithin = http/* DEADLINES */.YE.connected, users = () => 1 } = options;
    const env = proxyEnvironment();
    let { trust, wider } = options;
    const agents = new Map();
    const agentFor = (url) => {
        const proxy = proxyFor(url, env);
        const key = `${url.protocol} ${wider === undefined} ${proxy?.href ?? ''}`;
        const agent = agents.get(key) ?? makeAgent(url.protocol, proxy, { ...options, trust, timer });
        agents.set(key, agent);
        agent.maxSockets = CONNECTIONS * users();
        return agent;
    };
    const unanswered = new Set();
    const way = { agentFor, signal, timer, connectWithin, unanswered };
    const close = () => {
        // Otherwise Node makes new connections for those that wait for one, and we make the others again.
        for (const giveUp of unanswered)
            giveUp();
        for (const agent of agents.values())
            agent.destroy();
    };
    /** Once: from then on more is trusted, and servers that were already asked are asked once more. */
    const widen = () => {
        if (wider === undefined)
            return;
        trust = wider();
        wider = undefined;
    };
    return {
        open: async (request) => {
            const before = trust;
            try {
                return await exchange(request, way);
            }
            catch (error) {
                if (!(0,failure/* isOfCertificate */.xj)((0,transient_answers/* errorCode */.CA)(error)))
                    throw error;
                widen();
                if (trust === before)
                    throw error;
                return exchange(request, way);
            }
        },
        close,
    };
}
function makeAgent(protocol, proxy, { trust, lookup, timer }) {
    const shared = {
        keepAlive: true,
        timeout: UNUSED,
        // Name look-ups are our business only if we connect without a proxy.
        ...(proxy === undefined && lookup !== undefined ? { lookup } : {}),
        ...(proxy === undefined ? {} : { proxyEnv: { http_proxy: proxy.href, https_proxy: proxy.href } }),
    };
    // Set explicitly, so that no variable of the environment (NODE_TLS_REJECT_UNAUTHORIZED) can change it.
    const checked = { ...shared, rejectUnauthorized: true };
    const secure = trust === undefined ? checked : { ...checked, secureContext: trust };
    const agent = protocol === 'http:' ? new external_node_http_.Agent(shared) : new external_node_https_.Agent(secure);
    // A connection through a proxy begins with a separate request (CONNECT).
    return proxy === undefined ? preparing(agent, timer) : agent;
}


/***/ }),

/***/ 1923:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c2: () => (/* binding */ isOfTrust),
/* harmony export */   fy: () => (/* binding */ inPlainWords),
/* harmony export */   xj: () => (/* binding */ isOfCertificate)
/* harmony export */ });
/** Problems with a certificate, by Node's codes (`tls.md`, "X509 certificate error codes"). */
const CERTIFICATE_WORDS = {
    DEPTH_ZERO_SELF_SIGNED_CERT: 'it is signed by itself',
    SELF_SIGNED_CERT_IN_CHAIN: 'it comes from an authority that this runner does not know',
    UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'the certificate of its authority is missing',
    UNABLE_TO_GET_ISSUER_CERT: 'the certificate of its authority is missing',
    UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'it comes from an authority that this runner does not know',
    CERT_HAS_EXPIRED: 'it has expired',
    CERT_NOT_YET_VALID: 'it is not valid yet; is the clock of this runner right?',
};
/** isOfTrust tells by Node's code whether a server was not trusted, or could not show who it is. */
function isOfTrust(code) {
    return /CERT|SELF_SIGNED|ISSUER|ERR_TLS|UNABLE_TO_VERIFY|ERR_SSL/.test(code);
}
/** isOfCertificate tells the same only for the certificate of a server, and not for its protocol. */
function isOfCertificate(code) {
    return isOfTrust(code) && !/^ERR_SSL/.test(code);
}
/**
 * inPlainWords turns an error of Node into one for people, with the same code. Node's advice on its options ("try
 * running Node.js with …") does not help users of an action.
 */
function inPlainWords(error) {
    const words = CERTIFICATE_WORDS[error.code ?? ''] ?? reasonOf(error.message) ?? withoutAdvice(error.message);
    if (words === error.message)
        return error;
    return Object.assign(new Error(words, { cause: error }), { code: error.code });
}
/** OpenSSL writes the cause between addresses and line numbers of its source. */
function reasonOf(text) {
    return /:SSL routines:[^:]*:([^:]+):/.exec(text)?.[1];
}
function withoutAdvice(text) {
    const at = text.search(/[;.] (?:if|try|consider)\b.*Node/i);
    return at < 0 ? text : text.slice(0, at);
}


/***/ }),

/***/ 2321:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AF: () => (/* binding */ HttpProblem),
/* harmony export */   J5: () => (/* binding */ refused),
/* harmony export */   JN: () => (/* binding */ readAnswer),
/* harmony export */   Jp: () => (/* binding */ BodyTooLong),
/* harmony export */   Ku: () => (/* binding */ silent),
/* harmony export */   YE: () => (/* binding */ DEADLINES)
/* harmony export */ });
/* harmony import */ var _time_clock_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5786);

/** How long the other side may take, in milliseconds. */
const DEADLINES = {
    /** Until there is a connection, including TLS. */
    connected: 30_000,
    /** Until the headers of an answer. */
    headers: 60_000,
    /** The same if something is stored before the answer: registries in front of slow stores take minutes. */
    stored: 900_000,
    /** While bytes of a streamed body wait until the other side takes them. */
    stall: 120_000,
    /** Without a byte of the body of an answer. */
    idle: 30_000,
    /** For a whole answer that is kept, and until the pace of an answer of any length is judged. */
    whole: 120_000,
};
/**
 * Why no answer could be read. `isTransient`: trying again may help. `lost`: how long the request waited without an
 * answer, in milliseconds.
 */
class HttpProblem extends Error {
    name = 'HttpProblem';
    isTransient;
    lost;
    constructor(message, { isTransient, lost = 0 }) {
        super(message);
        this.isTransient = isTransient;
        this.lost = lost;
    }
}
/** silent is the problem of an answer that did not come in time. */
function silent(milliseconds) {
    const message = `the answer was not there after ${milliseconds / 1000} s`;
    return new HttpProblem(message, { isTransient: true, lost: milliseconds });
}
/** refused is the problem of an answer, or an address, that cannot be used. */
function refused(message) {
    return new HttpProblem(message, { isTransient: false });
}
/** A body that is longer than allowed. */
class BodyTooLong extends HttpProblem {
    constructor(limit) {
        super(`the body is longer than ${limit} bytes`, { isTransient: false });
    }
}
/** readAnswer reads a body that is kept: limited in length by the request's `limit`, and in time. */
async function readAnswer(stream) {
    const { status, headers, body, cancel, timer = _time_clock_js__WEBPACK_IMPORTED_MODULE_0__/* .systemTimer */ .t } = stream;
    const chunks = [];
    let isLate = false;
    const isRead = timer(DEADLINES.whole, () => {
        isLate = true;
        cancel();
    });
    try {
        for await (const chunk of body)
            chunks.push(chunk);
    }
    catch (error) {
        throw isLate ? silent(DEADLINES.whole) : error;
    }
    finally {
        isRead();
    }
    return { status, headers, body: Buffer.concat(chunks) };
}


/***/ }),

/***/ 6489:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ah: () => (/* binding */ transienceOfAnswer),
/* harmony export */   CA: () => (/* binding */ errorCode),
/* harmony export */   ML: () => (/* binding */ transienceOfError)
/* harmony export */ });
/* harmony import */ var _time_retry_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6686);
/* harmony import */ var _http_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2321);


/** Statuses of a busy or restarting server, or of a proxy in front of it; the same request may succeed later. */
const TRANSIENT_STATUSES = [408, 425, 429, 499, 500, 502, 503, 504, 520, 521, 522, 523, 524];
/** Node's codes for connections that broke. A refused connection or an unknown name is final. */
const TRANSIENT_ERRORS = [
    'ECONNRESET',
    'EPIPE',
    'ETIMEDOUT',
    'EAI_AGAIN',
    'ERR_STREAM_PREMATURE_CLOSE',
    'HPE_INVALID_EOF_STATE',
];
/** transienceOfAnswer judges an answer by its status. If `isBusy`, its words said to try later, whatever the status. */
function transienceOfAnswer({ status, headers }, date, isBusy = false) {
    if (!isBusy && !TRANSIENT_STATUSES.includes(status))
        return _time_retry_js__WEBPACK_IMPORTED_MODULE_0__/* .FINAL */ .XU;
    const retryAfter = (0,_time_retry_js__WEBPACK_IMPORTED_MODULE_0__/* .parseRetryAfter */ .mu)(headers['retry-after'], date);
    return { kind: 'transient', ...(retryAfter === undefined ? {} : { retryAfter }) };
}
/** transienceOfError judges why there was no answer. */
function transienceOfError(thrown) {
    if (thrown instanceof _http_js__WEBPACK_IMPORTED_MODULE_1__/* .HttpProblem */ .AF)
        return thrown.isTransient ? { kind: 'transient', lost: thrown.lost } : _time_retry_js__WEBPACK_IMPORTED_MODULE_0__/* .FINAL */ .XU;
    return TRANSIENT_ERRORS.includes(errorCode(thrown)) ? { kind: 'transient' } : _time_retry_js__WEBPACK_IMPORTED_MODULE_0__/* .FINAL */ .XU;
}
/** errorCode finds the code of Node's error; for a host with several addresses, it is inside a list. */
function errorCode(thrown) {
    if (thrown instanceof AggregateError)
        return errorCode(thrown.errors[0]);
    const code = thrown?.code;
    return typeof code === 'string' ? code : '';
}


/***/ }),

/***/ 5786:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ systemClock),
/* harmony export */   t: () => (/* binding */ systemTimer)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8500);

const systemClock = {
    now: () => performance.now(),
    date: () => Date.now(),
    sleep: (milliseconds, signal) => (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(milliseconds, undefined, { signal }),
};
const systemTimer = (milliseconds, ring) => {
    const timeout = setTimeout(ring, milliseconds);
    return () => clearTimeout(timeout);
};


/***/ }),

/***/ 6686:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GB: () => (/* binding */ pauseBefore),
/* harmony export */   XU: () => (/* binding */ FINAL),
/* harmony export */   mu: () => (/* binding */ parseRetryAfter)
/* harmony export */ });
/* unused harmony export RETRY */
const FINAL = { kind: 'final' };
/** How often, and for how long, in milliseconds. */
const RETRY = { attempts: 6, first: 500, longest: 30_000, longestAsked: 120_000, budget: 240_000 };
/**
 * pauseBefore tells how long to wait before the next attempt, in milliseconds, or undefined if there is none. It is 0.5
 * s, doubled each time up to 30 s, plus or minus a fifth (`random` is from 0 to 1), or what the other side asked for.
 * If a wait would outlast the budget, it does not begin.
 */
function pauseBefore(what, { failed, spent }, random) {
    if (what.kind === 'final' || failed >= RETRY.attempts)
        return undefined;
    const doubled = Math.min(RETRY.first * 2 ** (failed - 1), RETRY.longest) * (0.8 + 0.4 * random);
    const pause = Math.max(what.retryAfter ?? 0, doubled);
    if ((what.retryAfter ?? 0) > RETRY.longestAsked || spent + pause > RETRY.budget)
        return undefined;
    return pause;
}
/**
 * parseRetryAfter reads a `Retry-After` header (RFC 9110, 10.2.3): seconds, or an HTTP date. Any other value, or a date
 * in the past, asks for no wait.
 */
function parseRetryAfter(header, now) {
    const text = header?.trim() ?? '';
    if (/^[0-9]{1,9}$/.test(text))
        return Number(text) * 1000;
    if (!/^[A-Z][a-z]{2}, [0-9]{2} [A-Z][a-z]{2} [0-9]{4} [0-9:]{8} GMT$/.test(text))
        return undefined;
    const wait = Date.parse(text) - now;
    return wait > 0 ? wait : undefined;
}


/***/ })

};
