export const id = 291;
export const ids = [291];
export const modules = {

/***/ 4291:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openDoors: () => (/* binding */ openDoors)
});

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
;// CONCATENATED MODULE: ./build/time/clock.js

const systemClock = {
    now: () => performance.now(),
    date: () => Date.now(),
    sleep: (milliseconds, signal) => (0,promises_.setTimeout)(milliseconds, undefined, { signal }),
};
const systemTimer = (milliseconds, ring) => {
    const timeout = setTimeout(ring, milliseconds);
    return () => clearTimeout(timeout);
};

;// CONCATENATED MODULE: ./build/time/retry.js
const retry_FINAL = { kind: 'final' };
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

// EXTERNAL MODULE: external "node:async_hooks"
var external_node_async_hooks_ = __webpack_require__(6698);
// EXTERNAL MODULE: external "node:diagnostics_channel"
var external_node_diagnostics_channel_ = __webpack_require__(3053);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(9473);
// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
// EXTERNAL MODULE: external "node:process"
var external_node_process_ = __webpack_require__(1708);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
;// CONCATENATED MODULE: ./build/docker/orphans.js



/**
 * A docker command has a separate process group, so that it can be ended with its children. But then it survives a step
 * that is killed, and its upload continues. So its environment names its step, also for its children: the number of the
 * process, and when it started. If that process no longer exists, the command is an orphan. It is ended: immediately by
 * the watcher of the step, or by the post step, or by the watcher of the next step on this machine.
 */
const OWNER = 'VERIFIED_IMAGE_PUSH_STEP';
/** Only on Linux can we read a process's environment without another program. */
const canSee = external_node_process_.platform === 'linux' && (0,external_node_fs_.existsSync)('/proc/self/stat');
let watcher;
/** How many docker commands are running. */
let running = 0;
/** watchStep makes sure that a docker command ends with the step, however that ends. */
function watchStep() {
    if (!canSee)
        return { mark: {}, [Symbol.dispose]: () => { } };
    const step = `${external_node_process_.pid} ${statOf(external_node_process_.pid).started}`;
    if (watcher === undefined || watcher.exitCode !== null || watcher.signalCode !== null)
        watcher = startWatcher(step);
    running += 1;
    return {
        mark: { [OWNER]: step },
        [Symbol.dispose]: () => {
            running -= 1;
        },
    };
}
/** endOrphans ends the docker processes of steps that no longer exist, and returns how many there were. */
function endOrphans() {
    return canSee ? endOrphansOf(OWNER) : 0;
}
/**
 * The watcher is a separate Node process in a separate session, so a kill of the step's group does not reach it. It has
 * the other end of a pipe that closes when the step ends in any way. The runner ends the watcher with the job.
 */
function startWatcher(step) {
    const program = [statOf, isOver, endOrphansOf, watch].join('\n');
    const started = (0,external_node_child_process_.spawn)(external_node_process_.execPath, ['-e', `${program}\n${watch.name}('${OWNER}', '${step}');`], {
        env: external_node_process_.env.RUNNER_TRACKING_ID === undefined ? {} : { RUNNER_TRACKING_ID: external_node_process_.env.RUNNER_TRACKING_ID },
        stdio: ['pipe', 'ignore', 'ignore'],
        cwd: '/',
        detached: true,
    });
    // If the machine can start no more processes, the post step still checks.
    started.once('error', () => { });
    started.unref();
    started.stdin.unref();
    process.once('exit', () => running === 0 && started.kill('SIGKILL'));
    return started;
}
// The watcher gets the source of the functions below: they must use nothing from outside.
/** The fields of proc_pid_stat(5) that matter. The name before them, in brackets, may contain anything. */
function statOf(pid) {
    const { readFileSync } = process.getBuiltinModule('node:fs');
    try {
        const fields = readFileSync(`/proc/${pid}/stat`, 'latin1')
            .replace(/^.*\) /s, '')
            .split(' ');
        return { state: fields[0] ?? '', group: Number(fields[2]), started: fields[19] ?? '' };
    }
    catch {
        return { state: '', group: 0, started: '' };
    }
}
/** A step is over if its process no longer exists, or is a zombie. Another process may have its number by then. */
function isOver(step) {
    const [owner = '', since] = step.split(' ');
    const { state, started } = statOf(owner);
    return started !== since || state === 'Z' || state === 'X';
}
function endOrphansOf(variable) {
    const { readdirSync, readFileSync, readlinkSync } = process.getBuiltinModule('node:fs');
    const owned = new RegExp(`(?:^|\\0)${variable}=(\\d+ \\d+)(?:\\0|$)`);
    // In another container, the step has a different process number.
    const isHere = (id) => readlinkSync(`/proc/${id}/ns/pid`) === readlinkSync('/proc/self/ns/pid');
    const isOrphan = (id) => {
        try {
            const [, step] = owned.exec(readFileSync(`/proc/${id}/environ`, 'latin1')) ?? [];
            return step !== undefined && isOver(step) && isHere(id);
        }
        catch {
            // It has ended, or belongs to somebody else.
            return false;
        }
    };
    const end = (id) => {
        const { group } = statOf(id);
        try {
            // With all children that have not left its group. Group 0 would be our own, and means that the process has ended.
            if (group > 1)
                process.kill(-group, 'SIGKILL');
        }
        catch {
            // They have ended.
        }
    };
    const orphans = readdirSync('/proc').filter((name) => /^\d+$/.test(name) && isOrphan(name));
    for (const orphan of orphans)
        end(orphan);
    return orphans.length;
}
function watch(variable, step) {
    endOrphansOf(variable);
    // As a list of processes shows it.
    process.title = `verified-image-push: ends docker with step ${step}`;
    const end = () => {
        // A command that the step has just started may not have its mark yet.
        let looks = 3;
        setInterval(() => {
            if (isOver(step))
                looks -= 1;
            endOrphansOf(variable);
            if (looks === 0)
                process.exit();
        }, 100);
    };
    process.stdin
        .on('error', () => { })
        .once('close', end)
        .resume();
}

;// CONCATENATED MODULE: ./build/docker/podman.js
/** WAYS_FROM_PODMAN is what to do with an image of Podman. */
const WAYS_FROM_PODMAN = 'To publish an image of Podman, set "source: containers-storage:NAME", which needs no docker. Or start Podman\'s socket ("systemctl --user start podman.socket"), point ' +
    'DOCKER_HOST at it, and install the docker CLI itself.';
/** How Podman's own command answers `info`; no Docker engine has this part. */
const PODMAN_AS_DOCKER = /"buildahVersion":/;

;// CONCATENATED MODULE: ./build/docker/child.js
var __addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
    if (value !== null && value !== void 0) {
        if (typeof value !== "object" && typeof value !== "function") throw new TypeError("Object expected.");
        var dispose, inner;
        if (async) {
            if (!Symbol.asyncDispose) throw new TypeError("Symbol.asyncDispose is not defined.");
            dispose = value[Symbol.asyncDispose];
        }
        if (dispose === void 0) {
            if (!Symbol.dispose) throw new TypeError("Symbol.dispose is not defined.");
            dispose = value[Symbol.dispose];
            if (async) inner = dispose;
        }
        if (typeof dispose !== "function") throw new TypeError("Object not disposable.");
        if (inner) dispose = function() { try { inner.call(this); } catch (e) { return Promise.reject(e); } };
        env.stack.push({ value: value, dispose: dispose, async: async });
    }
    else if (async) {
        env.stack.push({ async: true });
    }
    return value;
};
var __disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
    return function (env) {
        function fail(e) {
            env.error = env.hasError ? new SuppressedError(e, env.error, "An error was suppressed during disposal.") : e;
            env.hasError = true;
        }
        var r, s = 0;
        function next() {
            while (r = env.stack.pop()) {
                try {
                    if (!r.async && s === 1) return s = 0, env.stack.push(r), Promise.resolve().then(next);
                    if (r.dispose) {
                        var result = r.dispose.call(r.value);
                        if (r.async) return s |= 2, Promise.resolve(result).then(next, function(e) { fail(e); return next(); });
                    }
                    else s |= 1;
                }
                catch (e) {
                    fail(e);
                }
            }
            if (s === 1) return env.hasError ? Promise.reject(env.error) : Promise.resolve();
            if (env.hasError) throw env.error;
        }
        return next();
    };
})(typeof SuppressedError === "function" ? SuppressedError : function (error, suppressed, message) {
    var e = new Error(message);
    return e.name = "SuppressedError", e.error = error, e.suppressed = suppressed, e;
});





/** How much of a child's output is kept, in characters; a push of a thousand layers prints a tenth of it. */
const LONGEST_OUTPUT = 1 << 20;
/** Windows has no process groups: there, only the child itself is ended. */
const hasGroups = external_node_process_.platform !== 'win32';
/** How long a child may take to end after it was asked to, in milliseconds. */
const PATIENCE = 3_000;
/**
 * runDocker runs the docker CLI or one of its helpers, without a shell. It resolves when the child has ended, whatever
 * its exit code: the caller decides by the code only. If the signal fires, the child is ended with all that it has
 * started. The signal's reason is thrown only after that, so nothing of ours writes to a folder after we have removed
 * it.
 */
async function runDocker(child, signal) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        signal.throwIfAborted();
        const { promise, resolve, reject } = Promise.withResolvers();
        const program = child.program ?? 'docker';
        // A helper may leave a process running for others, such as an agent for passphrases; Podman leaves the process that
        // holds its name space. These are no orphans.
        const watch = __addDisposableResource(env_1, child.program === undefined ? watchStep() : undefined, false);
        const process = (0,external_node_child_process_.spawn)(program, child.args, {
            env: { ...child.env, ...watch?.mark },
            stdio: ['pipe', 'pipe', 'pipe'],
            windowsHide: true,
            // In a separate process group, so that it can be ended with all its children: docker may be a script around the
            // real one.
            detached: hasGroups,
        });
        const stdout = collect(process.stdout, child.onLine);
        const stderr = collect(process.stderr);
        let force;
        const gone = () => {
            killAll(process, 'SIGKILL');
            resolve(-1);
        };
        const end = () => {
            killAll(process, 'SIGTERM');
            force = setTimeout(() => killAll(process, 'SIGKILL'), PATIENCE);
            // Processes that it started may hold its output open for ever. Once it has ended itself, nobody waits for more
            // output.
            if (process.exitCode !== null || process.signalCode !== null)
                gone();
            else
                process.once('exit', gone);
        };
        signal.addEventListener('abort', end, { once: true });
        process.once('error', (error) => reject(notStarted(program, error)));
        process.once('close', (code) => resolve(code ?? -1));
        // A child that ends before it has read its input is judged by its exit code, not by the broken pipe.
        process.stdin.once('error', () => { });
        process.stdin.end(child.stdin ?? '');
        try {
            const exitCode = await promise;
            signal.throwIfAborted();
            return { exitCode, stdout: stdout(), stderr: stderr() };
        }
        finally {
            clearTimeout(force);
            signal.removeEventListener('abort', end);
            process.stdout.destroy();
            process.stderr.destroy();
        }
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        __disposeResources(env_1);
    }
}
/** killAll sends a signal to a child and to the processes it started, unless they have left its group. */
function killAll(child, signal) {
    if (!hasGroups || child.pid === undefined)
        return void child.kill(signal);
    try {
        (0,external_node_process_.kill)(-child.pid, signal);
    }
    catch {
        // All of them have ended.
    }
}
/** Whole lines only: nobody would recognise the rest of a secret that is cut. */
function lastOf(text) {
    return text.length <= LONGEST_OUTPUT
        ? text
        : text.slice(text.indexOf('\n', text.length - LONGEST_OUTPUT) + 1 || text.length);
}
function collect(stream, onLine) {
    let text = '';
    let line = '';
    stream.setEncoding('utf8');
    stream.on('data', (chunk) => {
        text = lastOf(text + chunk);
        const lines = (line + chunk).split('\n');
        line = lines.pop() ?? '';
        if (line.length > LONGEST_OUTPUT)
            line = '';
        for (const whole of lines)
            onLine?.(whole.trimEnd());
    });
    return () => text;
}
/** notStarted is the error for a program that does not exist, or cannot be run. */
function notStarted(program, cause) {
    const hint = program === 'podman'
        ? 'Run the job on a runner with Podman, such as ubuntu-24.04, or install it before this step.'
        : `Run the job on a runner with Docker, such as ubuntu-24.04, or install the docker CLI before this step. ${WAYS_FROM_PODMAN}`;
    const message = `The command ${program} could not be started: ${cause.message}.`;
    return new errors/* ActionError */.l('ENGINE_UNAVAILABLE', message, { hint, cause });
}

;// CONCATENATED MODULE: ./build/docker/ask-docker.js




/** exec does not return its child, so nobody could end it. Node reports every child, and this finds ours. */
const asking = new external_node_async_hooks_.AsyncLocalStorage();
(0,external_node_diagnostics_channel_.channel)('child_process').subscribe((message) => asking.getStore()?.(message.process));
/**
 * askDocker runs a docker command that answers immediately, with the toolkit's exec, and resolves whatever its exit
 * code is. If the signal fires, the child is killed without waiting for it, and the signal's reason is thrown.
 */
async function askDocker({ args, env }, signal) {
    signal.throwIfAborted();
    const children = [];
    const { promise: over, reject } = Promise.withResolvers();
    const end = () => {
        for (const child of children)
            leave(child);
        reject(signal.reason);
    };
    signal.addEventListener('abort', end, { once: true });
    const options = { env, silent: true, ignoreReturnCode: true };
    try {
        const ask = async () => {
            // Loaded here, since a run without an engine does not need it.
            const { getExecOutput } = await __webpack_require__.e(/* import() */ 260).then(__webpack_require__.bind(__webpack_require__, 1260));
            return getExecOutput('docker', [...args], options);
        };
        const keep = (child) => {
            children.push(child);
            // If the signal fired while docker was looked for on the PATH.
            child.once('spawn', () => signal.aborted && leave(child));
        };
        const answered = asking.run(keep, ask).catch((error) => {
            throw notStarted('docker', (0,errors/* asError */.z)(error));
        });
        const { exitCode, ...said } = await Promise.race([answered, over]);
        // A child that was ended by a signal has no exit code.
        return { exitCode: exitCode ?? -1, ...said };
    }
    finally {
        signal.removeEventListener('abort', end);
    }
}
/** Lets go of a child: processes that it started may hold its output open, and we would wait for them. */
function leave(child) {
    child.kill('SIGKILL');
    for (const stream of child.stdio)
        stream?.destroy();
}

;// CONCATENATED MODULE: ./build/image/known-answers.js
/** knownAnswer finds the meaning of an answer; undefined if it is unknown. */
function knownAnswer({ status, words, to }) {
    return KNOWN_ANSWERS.find((known) => {
        if (known.to !== undefined && known.to !== to)
            return false;
        if (known.says === undefined)
            return status !== undefined && known.statuses?.includes(status) === true;
        const isStatus = status === undefined || known.statuses === undefined || known.statuses.includes(status);
        return isStatus && known.says.test(words);
    });
}
const IMMUTABLE_HINT = 'A rule of the registry makes this tag immutable. Publish a rebuilt image under another tag ("sha-tag"). Exclude tags that move ("moving-tags") from this rule.';
const NO_PUSHES_HINT = 'This registry accepts no pushes: it is read-only, or a pull-through cache. In "image", name the registry that stores the images.';
const TOO_LARGE_HINT = 'A proxy in front of the registry rejects uploads of this size: raise its limit (nginx: client_max_body_size 0).';
const NOT_LET_THROUGH_HINT = 'A proxy in front of the registry does not know this kind of request: let it pass GET, HEAD, POST, PATCH and PUT below "/v2/", with bodies of any length, or use no proxy (NO_PROXY).';
const OCI_ONLY_HINT = 'This registry may accept only OCI images, and this manifest has the older types of Docker: use "engine: direct", build with "oci-mediatypes=true", or allow these types there (zot: "compat": ["docker2s2"]).';
const NO_INDEX_HINT = 'This registry may accept no image index (an image for several platforms, or with attestations): update the registry, or build for one platform without attestations ("provenance: false", "sbom: false").';
/** How registries say that they do not accept this kind of manifest; some say nothing. */
const NO_SUCH_KIND = /MANIFEST_INVALID|UNSUPPORTED|manifest|media ?type|schema|^\s*$/i;
/**
 * The answers of registries where the specification allows several, the most specific first. Sources are the code and
 * documents of the registries, and reports of users. The table is used for our own requests and for `docker push`.
 */
const KNOWN_ANSWERS = [
    // Logins
    {
        statuses: [401, 403],
        says: /authorization token has expired/i,
        means: 'LOGIN_FAILED',
        hint: 'Amazon ECR: a password is valid for 12 hours, in one region. Create it in this job, or use "identity".',
    },
    {
        to: 'login',
        says: /expired/i,
        means: 'LOGIN_FAILED',
        hint: 'The password or token has expired: create a new one, and store it in the secret of "password".',
    },
    {
        to: 'login',
        says: /disabled|deactivated|suspended|is locked|blocked|inactive/i,
        means: 'LOGIN_FAILED',
        hint: 'The account or its token is disabled on the registry: enable it there, or use another one.',
    },
    {
        to: 'login',
        says: /two[- ]factor|\b2FA\b|must use a personal access token/i,
        means: 'LOGIN_FAILED',
        hint: 'The registry requires a token instead of the password of this account: create one there, and use it as "password".',
    },
    {
        to: 'login',
        says: /(?:incorrect|invalid|wrong|bad) (?:username|user name|password|credentials)|could not find robot|username or password/i,
        means: 'LOGIN_FAILED',
        hint: 'The registry says that the name or the password is wrong: compare both with what the registry shows. Look for blanks, and for a secret of another environment.',
    },
    // Amazon ECR
    {
        statuses: [400],
        says: /tag is immutable|repository is immutable|TAG.INVALID.*already exists/i,
        means: 'TAG_EXISTS',
        hint: IMMUTABLE_HINT,
    },
    {
        statuses: [404],
        says: /does not exist in the registry with id/i,
        means: 'REPOSITORY_MISSING',
        hint: 'Amazon ECR does not create a repository on a push: run "aws ecr create-repository --repository-name …" once, or set up a repository creation template.',
    },
    // The registry of the CUE project
    { statuses: [403], says: /cannot overwrite tag/i, means: 'TAG_EXISTS', hint: IMMUTABLE_HINT },
    // Google Artifact Registry
    { statuses: [400, 403, 409], says: /enabled tag immutability/i, means: 'TAG_EXISTS', hint: IMMUTABLE_HINT },
    {
        statuses: [403, 404],
        says: /artifactregistry\.repositories|Artifact Registry API|Repository ".*" not found/i,
        means: 'REGISTRY_DENIED',
        hint: 'Google Artifact Registry: create the repository, and grant roles/artifactregistry.writer on it to the account that signs in.',
    },
    // Harbor
    { statuses: [412], says: /configured as immutable/i, means: 'TAG_EXISTS', hint: IMMUTABLE_HINT },
    {
        statuses: [412],
        says: /"(?:Pending|Running|Scheduled)" status of vulnerability scanning/i,
        means: 'REGISTRY_DENIED',
        hint: 'Harbor allows no pull of the image until it is scanned, and the scan has not finished: look at its scanner, and run the job again.',
    },
    {
        statuses: [412],
        says: /PROJECTPOLICYVIOLATION|due to configured policy in|not signed by (?:cosign|notation)/,
        means: 'REGISTRY_DENIED',
        hint: 'Harbor: the policy of this project allows no pull of this image (vulnerabilities, or a missing signature), so it cannot be read back. Turn on "scan on push", sign the image, or relax the policy. Robots are not exempt.',
    },
    {
        statuses: [401, 403],
        says: /unauthorized to access repository/i,
        means: 'REGISTRY_DENIED',
        hint: 'Harbor: the robot account needs "push" and "pull" of repositories in this project.',
    },
    {
        statuses: [401, 403, 404],
        says: /project \S+ not found/i,
        means: 'REPOSITORY_MISSING',
        hint: 'Harbor: create the project first. It is the part of "image" after the host.',
    },
    {
        statuses: [400],
        says: /invalid repository name/i,
        means: 'REPOSITORY_MISSING',
        hint: 'Harbor requires a project in "image", after the host: "registry.example/project/name".',
    },
    {
        statuses: [403],
        says: /will exceed the configured upper limit/i,
        means: 'REGISTRY_DENIED',
        hint: 'Harbor: the quota of the project is used up; the message has its figures. Delete old images, or raise the quota.',
    },
    {
        statuses: [403],
        says: /can ?not push artifact to a proxy project/i,
        means: 'REGISTRY_DENIED',
        hint: 'Harbor: this project is a proxy of another registry and accepts no pushes. Name another project in "image".',
    },
    // Quay
    {
        statuses: [409],
        says: /TAG_IMMUTABLE|TAG_ALREADY_EXISTS|tag .*is immutable/i,
        means: 'TAG_EXISTS',
        hint: IMMUTABLE_HINT,
    },
    // Azure Container Registry
    {
        statuses: [401, 403],
        says: /client with IP \S+ is not allowed access/i,
        means: 'REGISTRY_DENIED',
        hint: 'Azure Container Registry: its firewall blocks this runner. Allow the address in the message during the job ("az acr network-rule add"), or run the job on a runner inside its network.',
    },
    {
        statuses: [405],
        says: /operation is disallowed on this registry, repository or image/i,
        means: 'TAG_EXISTS',
        hint: 'Azure Container Registry: the image or the repository is locked ("az acr repository show" has writeEnabled false).',
    },
    // Nexus
    {
        statuses: [400, 403],
        says: /does not allow updating (?:assets|components)|redeploy/i,
        means: 'TAG_EXISTS',
        hint: 'Nexus: the deployment policy of the repository is "Disable redeploy", which also rejects a manifest under a second name. Set "Allow redeploy" for this repository. An image of the engine with only a SHA tag also works with "engine: docker".',
    },
    // Artifactory
    {
        statuses: [401, 403],
        says: /needs DELETE permission|permissions to (?:delete|overwrite)/i,
        means: 'TAG_EXISTS',
        hint: 'Artifactory lets only accounts with the Delete permission overwrite a tag. Publish under another tag; version tags should not move.',
    },
    // Docker Hub
    { statuses: [400, 403], says: /immutab/i, means: 'TAG_EXISTS', hint: IMMUTABLE_HINT },
    {
        statuses: [401, 403],
        says: /access token has insufficient scopes/i,
        means: 'REGISTRY_DENIED',
        hint: 'Docker Hub: create an access token with "Read & Write".',
    },
    // GHCR
    {
        statuses: [403],
        says: /IP allow list enabled/i,
        means: 'REGISTRY_DENIED',
        hint: 'GitHub: the organization allows only the addresses of its allow list, and the address of this runner is not in it. Add it there, or use a runner whose address is in the list.',
    },
    {
        statuses: [403],
        says: /installation not allowed to (?:create|write) organization package/i,
        means: 'REGISTRY_DENIED',
        hint: 'GHCR: the job needs "permissions: packages: write". If it has that, the organization may not allow new packages (its settings, "Packages"), or the package exists and does not give this repository the role Write.',
    },
    {
        statuses: [403],
        says: /permission_denied|write_package|The token provided does not match expected scopes/i,
        means: 'REGISTRY_DENIED',
        hint: 'GHCR: the job needs "permissions: packages: write", and the package must give this repository the role Write (package settings, "Manage Actions access").',
    },
    // DigitalOcean
    {
        statuses: [403],
        says: /registry contains \d+ repositories, limit is \d+/i,
        means: 'REGISTRY_DENIED',
        hint: 'DigitalOcean: the plan of this registry allows no more repositories. Name an existing one in "image", delete another, or choose a larger plan.',
    },
    // GitLab
    {
        statuses: [401, 403],
        says: /protected (?:container )?(?:tag|repository)/i,
        means: 'REGISTRY_DENIED',
        hint: 'GitLab: this tag or repository is protected; give the account the role that its protection rule requires.',
    },
    // Any
    {
        statuses: [400, 404],
        says: /MANIFEST.BLOB.UNKNOWN/i,
        means: 'CONTENT_MISSING',
        hint: 'The registry no longer has what was just uploaded. Run the job again; if it happens again, ask the operator of the registry.',
    },
    {
        statuses: [400, 403, 405, 500, 503],
        says: /read[- ]?only/i,
        means: 'REGISTRY_DENIED',
        hint: 'The registry is read-only now, for its garbage collection or by a setting. Run the job again later, or ask its operator.',
    },
    {
        statuses: [400, 500, 507],
        says: /no space left on device|insufficient storage|disk (?:is )?full/i,
        means: 'PUSH_FAILED',
        hint: 'A disk is full: the disk of the registry, or, if "docker push" says this, the disk of the engine. Free some space there.',
    },
    {
        statuses: [400, 403, 507],
        says: /quota/i,
        means: 'REGISTRY_DENIED',
        hint: 'The registry has no space left for this account: delete old images, or raise the quota.',
    },
    {
        statuses: [400],
        says: /SSL certificate/i,
        means: 'REGISTRY_DENIED',
        hint: 'A proxy in front of the registry (nginx) asks for a client certificate, and this action has none. Use an address of the registry that asks for none, or let the proxy accept a password or token instead.',
    },
    { statuses: [413], means: 'REGISTRY_ANSWER', hint: TOO_LARGE_HINT },
    { says: /HTTP 413|413 Request Entity Too Large/i, means: 'REGISTRY_ANSWER', hint: TOO_LARGE_HINT },
    {
        statuses: [400],
        says: /invalid URL on layer|foreign layer|non-?distributable/i,
        means: 'REGISTRY_ANSWER',
        hint: 'The image has foreign layers (as in older Windows images), and the registry rejects them: use a base image without them, or allow their addresses there (distribution: "validation.manifests.urls.allow").',
    },
    {
        statuses: [404],
        says: /BLOB_UPLOAD_UNKNOWN|blob upload unknown/i,
        means: 'PUSH_FAILED',
        hint: 'The registry does not know an upload that it has started itself. If it runs on several machines, they need one storage that shows writes immediately, and one secret (distribution: "http.secret"). A proxy in front of it must not change the query of addresses.',
    },
    {
        to: 'upload',
        statuses: [405],
        means: 'REGISTRY_DENIED',
        hint: NO_PUSHES_HINT,
    },
    {
        statuses: [405],
        says: /operation is unsupported|405 Method Not Allowed/i,
        means: 'REGISTRY_DENIED',
        hint: NO_PUSHES_HINT,
    },
    {
        to: 'upload',
        statuses: [404],
        means: 'REPOSITORY_MISSING',
        hint: 'Create the repository, or its owner or project, on the registry first, or correct the path in "image" (Gitea requires "owner/name").',
    },
    {
        to: 'attestation',
        statuses: [400, 405, 415, 422, 501],
        says: NO_SUCH_KIND,
        means: 'REGISTRY_ANSWER',
        hint: 'This registry may accept no attestations, which buildx adds by default: update the registry, or build without them ("provenance: false", "sbom: false").',
    },
    {
        to: 'index',
        statuses: [400, 405, 415, 422, 501],
        says: NO_SUCH_KIND,
        means: 'REGISTRY_ANSWER',
        hint: NO_INDEX_HINT,
    },
    {
        to: 'docker-manifest',
        statuses: [400, 405, 415, 422],
        says: NO_SUCH_KIND,
        means: 'REGISTRY_ANSWER',
        hint: OCI_ONLY_HINT,
    },
    { statuses: [], says: /manifest invalid/i, means: 'REGISTRY_ANSWER', hint: OCI_ONLY_HINT },
    { statuses: [501], means: 'REGISTRY_ANSWER', hint: NOT_LET_THROUGH_HINT },
    { statuses: [], says: /HTTP 501|501 Not Implemented/i, means: 'REGISTRY_ANSWER', hint: NOT_LET_THROUGH_HINT },
];

;// CONCATENATED MODULE: ./build/image/rights-at.js
/** The permissions that a job needs at a registry whose own message for "denied" may explain nothing. */
const RIGHTS = {
    'ghcr.io': 'GHCR: the job needs "permissions: packages: write". If the package exists, it must also give this repository the role Write (package settings, "Manage Actions access").',
    'docker.io': 'Docker Hub: the access token needs "Read & Write", and the account must be able to write to this repository.',
};
/** Hosts that are the same registry as another name. */
const ALIASES = {
    'registry-1.docker.io': 'docker.io',
    'auth.docker.io': 'docker.io',
    'index.docker.io': 'docker.io',
};
/** rightsAt returns what a job needs to push to a registry, by its host; undefined if nothing special is known. */
function rightsAt(host) {
    const name = ALIASES[host] ?? host;
    return Object.hasOwn(RIGHTS, name) ? RIGHTS[name] : undefined;
}

// EXTERNAL MODULE: ./build/text/printable.js
var printable = __webpack_require__(4865);
;// CONCATENATED MODULE: ./build/docker/cli-failures.js





const NO_ENGINE = {
    says: /cannot connect to the docker daemon|is the docker daemon running|permission denied.*docker\.sock/i,
    code: 'ENGINE_UNAVAILABLE',
    hint: 'Start a Docker engine before this step, or set DOCKER_HOST to one that this user may use.',
};
const LACKS_PLATFORMS = {
    says: /missing (?:content|blob)|content digest .* not found|does not (?:provide|have) .*platform/i,
    code: 'PUSH_FAILED',
    hint: 'The engine does not have every platform of this image. Build them all on this engine, or publish an image of one platform.',
};
/**
 * What the CLI and the engine say about themselves when something fails; these rules come before those of registries.
 */
const ENGINE_RULES = [
    NO_ENGINE,
    {
        says: /x509:|certificate|tls: |HTTP response to HTTPS client/i,
        code: 'REGISTRY_UNTRUSTED',
        hint: "The engine has its own trust: put the registry's CA into /etc/docker/certs.d/<host:port>/ca.crt on the engine's machine.",
    },
    LACKS_PLATFORMS,
];
const DENIED_HINT = 'Give the account write access and read access to this repository, and read access to repositories on the same ' +
    'registry that share layers with it: an engine with the containerd store reads them.';
/** How they report a registry's answer, if its own words say nothing. The first match counts. */
const REGISTRY_RULES = [
    {
        says: /toomanyrequests|too many requests|\b429\b/i,
        code: 'RATE_LIMITED',
        hint: 'Wait, and run the job again. If this happens often, use an account with a higher limit.',
    },
    {
        says: /no such host|connection refused|i\/o timeout|network is unreachable|no route to host|deadline exceeded|connection reset|Client\.Timeout/i,
        code: 'REGISTRY_UNREACHABLE',
        hint: 'Check the registry\'s host and port in "image", and that the engine\'s machine can reach it.',
    },
    {
        // If access is denied, the containerd store says that it "does not exist or may require authorization".
        says: /name unknown|repository .*not (?:found|exist)(?! or may)|does not exist in the registry/i,
        code: 'REPOSITORY_MISSING',
        hint: 'Create the repository on the registry first: some registries never create one on a push.',
    },
    {
        // A 403 without a message is recognised by its status.
        says: /denied|unauthorized|no basic auth|insufficient_scope|403 Forbidden|HTTP 403 response/i,
        code: 'REGISTRY_DENIED',
        hint: DENIED_HINT,
    },
];
/** The same for saving an image, which needs no registry. */
const SAVE_RULES = [
    NO_ENGINE,
    {
        // The engine ended while it was saving.
        says: /unexpected EOF|error during connect/i,
        code: 'ENGINE_UNAVAILABLE',
        hint: 'The engine stopped while it saved the image: look at its log ("journalctl -u docker"), and run the job again.',
    },
    {
        says: /no space left on device|disk quota exceeded/i,
        code: 'PUSH_FAILED',
        hint: 'Free as much space as the image needs: the whole image is saved in the temporary folder of the runner (RUNNER_TEMP), and ' +
            'some engines first write it to their own folder. With "engine: docker", nothing is saved.',
    },
    {
        says: /no such image|failed to get digest/i,
        code: 'SOURCE_NOT_FOUND',
        hint: 'Something removed the image from the engine while this step ran. Build it again, and let nothing prune images during the job.',
    },
    LACKS_PLATFORMS,
];
const SAVE_HINT = 'Run "docker image save" by hand for the same image. With "engine: docker" nothing is saved.';
/** saveFailure names why the engine's image could not be saved. */
function saveFailure(ended) {
    const said = lastWords(ended);
    const { code, hint } = SAVE_RULES.find(({ says }) => says.test(said)) ?? { code: 'PUSH_FAILED', hint: SAVE_HINT };
    return failed('docker image save', ended, { code, hint });
}
const PODMAN_RULES = [
    {
        says: /no space left on device|disk quota exceeded/i,
        code: 'PUSH_FAILED',
        hint: 'Free as much space as the image needs: the whole image is saved in the temporary folder of the runner (RUNNER_TEMP).',
    },
    {
        says: /image not known|no such image/i,
        code: 'SOURCE_NOT_FOUND',
        hint: 'Something removed the image from the store while this step ran. Build it again, and let nothing prune images during the job.',
    },
];
/** podmanFailure names why a command of Podman failed. `otherwise` is the code if its words are not known. */
function podmanFailure(doing, ended, otherwise) {
    const said = lastWords(ended);
    const hint = 'Run "podman info" and then the same command in a step before this one, to see what Podman says.';
    return failed(doing, ended, PODMAN_RULES.find(({ says }) => says.test(said)) ?? { code: otherwise, hint });
}
/** engineFailure names why the CLI failed, from its exit code and words. `otherwise` is the code if no rule fits. */
function engineFailure(doing, ended, otherwise, hint) {
    const said = lastWords(ended);
    const isLogin = otherwise === 'LOGIN_FAILED';
    const fits = ({ says }) => says.test(said);
    const found = ENGINE_RULES.find(fits) ?? saidBefore(said, isLogin) ?? REGISTRY_RULES.find(fits);
    // If the login itself is rejected, that is the error.
    const isRefused = isLogin && found?.code === 'REGISTRY_DENIED';
    return failed(doing, ended, found === undefined || isRefused ? { code: otherwise, hint } : found);
}
/** pushFailure is `engineFailure` for a push: if a registry only says "denied", we know what a job needs there. */
function pushFailure(name, ended, hint) {
    const error = engineFailure('docker push', ended, 'PUSH_FAILED', hint);
    const rights = error.hint === DENIED_HINT ? rightsAt(name.split('/')[0] ?? '') : undefined;
    return rights === undefined ? error : new errors/* ActionError */.l(error.code, error.message, { hint: rights });
}
/** Known answers of registries: the engine repeats their words, but not their status. */
function saidBefore(words, isLogin) {
    const known = knownAnswer({ words, to: isLogin ? 'login' : undefined });
    return known && { code: known.means, hint: known.hint };
}
function failed(doing, ended, { code, hint }) {
    const message = `${doing} failed (exit code ${ended.exitCode}): ${(0,printable/* oneLine */.TN)(lastWords(ended))}`;
    return new errors/* ActionError */.l(code, message, { hint });
}
/** lastWords finds the CLI's explanation: at the end of stderr, after warnings; with some versions on stdout. */
function lastWords({ stdout, stderr }) {
    const lines = (text) => text.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('WARNING'));
    const said = lines(stderr).slice(-3).join('\n') || lines(stdout).slice(-1).join('\n');
    return said || 'no message';
}
/**
 * What the CLI says when a push may succeed later; it gives up by itself on the first 429 and on any failed manifest.
 */
const TRANSIENT = new RegExp([
    // Answers of the registry, or of a proxy in front of it.
    'toomanyrequests|too many requests|unavailable|received unexpected HTTP status',
    'unexpected status.*: (?:408|425|429|499|5\\d\\d)|failed with status: (?:408|425|429|499|5\\d\\d)',
    'error parsing HTTP (?:408|416|425|429|499|5\\d\\d)|unable to decode token response',
    // The registry has lost an upload, or does not find it yet: the upload starts again.
    'blob unknown|unknown blob|blob upload (?:unknown|invalid)|digest invalid',
    // Faults of the connection.
    'connection reset|broken pipe|transport connection broken|unexpected EOF|(?:^|: )EOF$',
    'i/o timeout|TLS handshake timeout|temporary failure|server misbehaving',
].join('|'), 'im');
/** Words that mean no, whatever else is said with them. */
const REFUSAL = /denied|not found|x509|no such host|invalid reference|immutable/i;
/** Words that mean that no login was shown, or one that is rejected. */
const UNAUTHORIZED = /unauthorized|no basic auth/i;
/** pushTransience tells whether to repeat a push, or a login, that has ended in this way. */
function pushTransience(ended) {
    if (ended.exitCode === 0 || wantsLogin(ended))
        return retry_FINAL;
    const said = lastWords(ended);
    return TRANSIENT.test(said) && !REFUSAL.test(said) ? { kind: 'transient' } : retry_FINAL;
}
/**
 * wantsLogin tells whether the registry required a login, though it accepts ours. The engine also says so if its token
 * expired during the push, or if the registry was too busy to ask for a login: the engine reports that only later.
 */
function wantsLogin(ended) {
    const said = lastWords(ended);
    return ended.exitCode !== 0 && UNAUTHORIZED.test(said) && !REFUSAL.test(said);
}

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./build/docker/environment.js


/**
 * What the docker CLI gets of our environment. The list names what is needed, not what is secret: inputs
 * (`INPUT_PASSWORD`), tokens of the runner (`ACTIONS_*`) and whatever the job exported stay with us.
 */
const PASSED_ON = [
    // to find programs and folders
    'PATH',
    'HOME',
    'USER',
    'USERPROFILE',
    'XDG_RUNTIME_DIR',
    'TMPDIR',
    'TEMP',
    'TMP',
    'PATHEXT',
    'SYSTEMROOT',
    'PROGRAMDATA',
    'PROGRAMFILES',
    'LANG',
    'LC_ALL',
    // by which the runner finds what a killed step has left running, and ends it with the job
    'RUNNER_TRACKING_ID',
    // which engine, and how to reach it
    'DOCKER_HOST',
    'DOCKER_CONTEXT',
    'DOCKER_TLS',
    'DOCKER_TLS_VERIFY',
    'DOCKER_CERT_PATH',
    'DOCKER_API_VERSION',
    'SSH_AUTH_SOCK',
    // the network
    'HTTP_PROXY',
    'HTTPS_PROXY',
    'NO_PROXY',
    'ALL_PROXY',
    'SSL_CERT_FILE',
    'SSL_CERT_DIR',
];
/** usersFolder is the folder of the user's docker configuration; docker resolves it from its working folder. */
function usersFolder(env, home) {
    return (0,external_node_path_.resolve)(env.DOCKER_CONFIG || (0,external_node_path_.join)(home ?? (0,external_node_os_.homedir)(), '.docker'));
}
/**
 * childEnvironment picks what the docker CLI needs of our environment, and names the configuration folder of a login.
 */
function childEnvironment(ours, configFolder) {
    const env = {};
    // By name, so that no secret among them is even read.
    for (const name of Object.keys(ours).filter((each) => PASSED_ON.includes(each.toUpperCase()))) {
        const value = ours[name];
        if (value !== undefined)
            env[name] = value;
    }
    if (configFolder !== undefined) {
        env.DOCKER_CONFIG = configFolder;
        // The certificates for an engine behind TLS are in the user's folder, unless docker has another path.
        env.DOCKER_CERT_PATH ||= usersFolder(ours);
    }
    else if (ours.DOCKER_CONFIG !== undefined) {
        env.DOCKER_CONFIG = ours.DOCKER_CONFIG;
    }
    return env;
}
/** Where Podman finds its store and its configuration; a list like the one above. */
const PODMANS_OWN = [
    ...['CONTAINERS_CONF', 'CONTAINERS_CONF_OVERRIDE', 'CONTAINERS_STORAGE_CONF', 'CONTAINERS_REGISTRIES_CONF'],
    ...['CONTAINER_HOST', 'CONTAINER_CONNECTION', 'CONTAINER_SSHKEY', 'STORAGE_DRIVER', 'STORAGE_OPTS'],
    ...['XDG_DATA_HOME', 'XDG_CONFIG_HOME', 'XDG_CACHE_HOME', 'DBUS_SESSION_BUS_ADDRESS'],
    ...['_CONTAINERS_USERNS_CONFIGURED', '_CONTAINERS_ROOTLESS_UID', '_CONTAINERS_ROOTLESS_GID'],
];
/** podmanEnvironment picks what Podman's command needs. */
function podmanEnvironment(ours) {
    const own = Object.keys(ours).filter((name) => PODMANS_OWN.includes(name));
    return { ...Object.fromEntries(own.map((name) => [name, ours[name] ?? ''])), ...childEnvironment(ours) };
}
/** Where credential helpers find their own credentials: of clouds, keyrings and desktops. */
const HELPERS_OWN = /^(?:AWS|AZURE|CLOUDSDK|GOOGLE|GNUPG|PASSWORD_STORE|DBUS_SESSION|XDG)/i;
/** helperEnvironment picks what a credential helper needs, which is more than docker needs. */
function helperEnvironment(ours) {
    const own = Object.keys(ours).filter((name) => HELPERS_OWN.test(name));
    return { ...Object.fromEntries(own.map((name) => [name, ours[name] ?? ''])), ...childEnvironment(ours) };
}

;// CONCATENATED MODULE: ./build/docker/cli.js






const THIS_MACHINE = { ask: askDocker, run: runDocker, clock: systemClock };
/** How long naming an image may take after the step was cancelled, in milliseconds. */
const QUICK = 10_000;
/**
 * The docker CLI on the PATH. Short commands run with the toolkit's exec. Long ones (login, push, save) must end with
 * the step, together with their children, and docker may end before it has read its input. exec has no signal and no
 * process group, and crashes on such input, so these commands run as our own child process.
 */
class Cli {
    signal;
    clock;
    #machine;
    constructor(signal, machine) {
        this.signal = signal;
        this.clock = machine.clock;
        this.#machine = machine;
    }
    /** ask runs a command that docker answers immediately. */
    ask(args, until = this.signal) {
        return this.#machine.ask({ args, env: childEnvironment(process.env) }, until);
    }
    /** askAnyway is for what must be put right even after the step was cancelled, when little time is left. */
    askAnyway(args) {
        return this.ask(args, this.signal.aborted ? AbortSignal.timeout(QUICK) : this.signal);
    }
    /** run runs a long command, until it or the step has ended. */
    run(args, given = {}) {
        return this.#machine.run({ args, env: childEnvironment(process.env), ...given }, this.signal);
    }
    /**
     * persist runs a command that talks to a registry, and repeats it as long as that may help; `onAgain` is told. If the
     * registry requires a login, that is believed only the second time: the credential was proved before.
     */
    async persist(args, given, onAgain) {
        const started = this.clock.now();
        let hasRenewed = false;
        for (let failed = 1;; failed++) {
            const ended = await this.run(args, given);
            const renews = !hasRenewed && wantsLogin(ended);
            hasRenewed ||= renews;
            const transience = renews ? { kind: 'transient' } : pushTransience(ended);
            const pause = pauseBefore(transience, { failed, spent: this.clock.now() - started }, Math.random());
            if (pause === undefined)
                return ended;
            onAgain(`that failed, trying again in ${Math.ceil(pause / 1000)} s: ${lastWords(ended)}`);
            await this.clock.sleep(pause, this.signal);
        }
    }
}
/** ENGINE_HINT is what to do when the engine does not answer as it should. */
const ENGINE_HINT = 'Run "docker info" in a step before this one, to see what the engine says.';
/** expectWell returns the output of a command that succeeded; throws an ActionError for one that failed. */
function expectWell(doing, ended, { code, hint }) {
    if (ended.exitCode !== 0)
        throw engineFailure(doing, ended, code, hint);
    return ended.stdout;
}

// EXTERNAL MODULE: ./build/image/reference.js
var reference = __webpack_require__(7755);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:fs/promises"
var external_node_fs_promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: ./build/secret/secret.js
var secret_secret = __webpack_require__(9469);
;// CONCATENATED MODULE: ./build/docker/auth-config.js


/** How a credential helper may be named: the part after `docker-credential-`, such as `desktop.exe` on WSL. */
const HELPER = /^[a-z0-9._-]+$/;
/** In place of a user name: the secret is an identity token. */
const TOKEN_USER = '<token>';
/** parseAuthConfig reads the text of such a file. If it is damaged, it is empty, as for docker itself. */
function parseAuthConfig(text) {
    try {
        return recordOf(JSON.parse(text));
    }
    catch {
        return {};
    }
}
/** helperFor tells which credential helper or store docker asks for the login at a registry. */
function helperFor(config, registry) {
    const helpers = recordOf(config.credHelpers);
    const chosen = entryFor(helpers, registry) ?? config.credsStore;
    return typeof chosen === 'string' && HELPER.test(chosen) ? chosen : undefined;
}
/** credentialIn finds the login at a registry among the logins in the file itself. */
function credentialIn(config, registry) {
    const { auth, username, password, identitytoken, registrytoken } = recordOf(entryFor(recordOf(config.auths), registry));
    if (isText(registrytoken))
        return { registryToken: new secret_secret/* Secret */.zh(registrytoken) };
    if (isText(identitytoken))
        return { identityToken: new secret_secret/* Secret */.zh(identitytoken) };
    // Name and password in plain text are only in files that were written by hand.
    const pair = isText(auth) ? Buffer.from(auth, 'base64').toString() : `${username ?? ''}:${password ?? ''}`;
    const colon = pair.indexOf(':');
    const secret = pair.slice(colon + 1).replace(/^\0+|\0+$/g, '');
    return colon > 0 && secret !== '' ? { username: pair.slice(0, colon), password: new secret_secret/* Secret */.zh(secret) } : undefined;
}
/** parseHelperAnswer reads a credential helper's answer to `get`; undefined if it has no login. */
function parseHelperAnswer(text) {
    const { Username, Secret: secret } = parseAuthConfig(text);
    if (!isText(secret) || !isText(Username))
        return undefined;
    return Username === TOKEN_USER
        ? { identityToken: new secret_secret/* Secret */.zh(secret) }
        : { username: Username, password: new secret_secret/* Secret */.zh(secret) };
}
/** Under the exact name that docker uses, or under an address of the same host, as older versions wrote it. */
function entryFor(entries, registry) {
    const exact = Object.entries(entries).find(([key]) => key === (0,reference/* dockerServer */.kU)(registry));
    const found = exact ?? Object.entries(entries).find(([key]) => (0,reference/* sameRegistry */.cJ)(hostOf(key), registry));
    return found?.[1];
}
/** hostOf is the host in a name under which docker stores a login. */
function hostOf(key) {
    return key.replace(/^https?:\/\//, '').replace(/\/.*$/s, '');
}
/** recordOf returns a JSON object as it is, and an empty one for anything else. */
function recordOf(value) {
    return typeof value === 'object' && value !== null ? value : {};
}
function isText(value) {
    return typeof value === 'string' && value !== '';
}

;// CONCATENATED MODULE: ./build/docker/own-login.js







/** How long a credential helper may take, in milliseconds; some ask a cloud. */
const own_login_PATIENCE = 60_000;
/**
 * What helpers print if they have no login for the registry (docker/docker-credential-helpers, `credentials/error.go`).
 */
const NOT_FOUND = /credentials not found/i;
/**
 * findOwnLogin looks for the login at a registry where docker looks, in its order: `DOCKER_AUTH_CONFIG`, a credential
 * helper or store, the file. It writes nothing. Throws CREDENTIAL_MISSING if a configured helper does not answer, or if
 * the file is damaged: docker then reads nothing in it, and only warns.
 */
async function findOwnLogin(registry, options) {
    const { env } = options;
    const given = credentialIn(parseAuthConfig(env.DOCKER_AUTH_CONFIG ?? ''), registry);
    if (given !== undefined)
        return { credential: given, from: 'DOCKER_AUTH_CONFIG' };
    const text = await (0,external_node_fs_promises_.readFile)(configOf(env), 'utf8').catch((error) => {
        if (error.code === 'ENOENT')
            return '';
        throw damaged(env, registry, `cannot be read (${error.code})`);
    });
    const problem = problemOf(text);
    if (problem !== undefined)
        throw damaged(env, registry, problem);
    const config = parseAuthConfig(text);
    const helper = helperFor(config, registry);
    if (helper !== undefined)
        return askHelper(`docker-credential-${helper}`, registry, options);
    const credential = credentialIn(config, registry);
    return credential && { credential, from: 'the docker configuration of this runner' };
}
/** readUsersConfig reads the user's docker configuration; a missing or damaged one is empty. */
async function readUsersConfig(env) {
    return parseAuthConfig(await (0,external_node_fs_promises_.readFile)(configOf(env), 'utf8').catch(() => ''));
}
function configOf(env) {
    return (0,external_node_path_.join)(usersFolder(env), 'config.json');
}
/** The problem with the text of the file, as the end of a sentence. An empty file is valid, and has no logins. */
function problemOf(text) {
    if (text.startsWith('\ufeff'))
        return 'begins with a byte order mark';
    if (text.trim() === '')
        return undefined;
    try {
        const value = JSON.parse(text);
        return typeof value === 'object' && value !== null && !Array.isArray(value) ? undefined : 'is no JSON object';
    }
    catch {
        return 'is not JSON';
    }
}
function damaged(env, registry, problem) {
    const message = `No credential for ${registry}: no input has one, and docker's configuration ${configOf(env)} ${problem}, so docker is not signed in there.`;
    return new errors/* ActionError */.l('CREDENTIAL_MISSING', message, {
        hint: 'Let the step that writes this file write JSON in UTF-8 without a byte order mark, or set "username" and "password".',
    });
}
async function askHelper(program, registry, { env, run, signal }) {
    const asked = { program, args: ['get'], stdin: (0,reference/* dockerServer */.kU)(registry), env: helperEnvironment(env) };
    const ended = await run(asked, AbortSignal.any([signal, AbortSignal.timeout(own_login_PATIENCE)])).catch((error) => {
        signal.throwIfAborted();
        throw unanswered(program, registry, (0,errors/* asError */.z)(error).message);
    });
    if (ended.exitCode !== 0) {
        if (NOT_FOUND.test(ended.stdout) || NOT_FOUND.test(ended.stderr))
            return undefined;
        // If the helper works, stdout has secrets, so it is not quoted.
        throw unanswered(program, registry, `exit code ${ended.exitCode} ${ended.stderr.trim().split('\n').at(-1) ?? ''}`);
    }
    const credential = parseHelperAnswer(ended.stdout);
    return credential && { credential, from: program };
}
function unanswered(program, registry, why) {
    return new errors/* ActionError */.l('CREDENTIAL_MISSING', `${program}, which docker's configuration names for ${registry}, gave no credential: ${(0,printable/* oneLine */.TN)(why)}.`, { hint: 'Run it in a step before this one to see why, or set "username" and "password" instead.' });
}

;// CONCATENATED MODULE: ./build/docker/private-config.js







const PREFIX = 'verified-image-push-';
/** Exactly the names that `planConfig` makes. */
const OURS = new RegExp(`^${PREFIX}[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$`);
/**
 * How to remove a folder into which a `docker login` that outlived its step may still write: again, as long as
 * something new is in it, with pauses that grow by so many milliseconds.
 */
const INSISTING = { recursive: true, force: true, maxRetries: 10, retryDelay: 10 };
/** A registry that does not exist (RFC 2606). */
const PLACEHOLDER = 'verified-image-push.invalid';
/** planConfig names our folder in the runner's temporary folder, which the runner clears between jobs. */
function planConfig(env) {
    return { folder: (0,external_node_path_.join)(temporaryFolder(env), `${PREFIX}${(0,external_node_crypto_.randomUUID)()}`) };
}
function temporaryFolder(env) {
    return env.RUNNER_TEMP || (0,external_node_os_.tmpdir)();
}
/** makeConfig creates the folder, readable only by us. It throws if the folder exists: it would not be ours. */
async function makeConfig({ folder }) {
    await (0,external_node_fs_promises_.mkdir)(folder, { mode: 0o700 });
}
/** savedImagePath is the path of the image that the engine saves in it. */
function savedImagePath({ folder }) {
    return (0,external_node_path_.join)(folder, 'image.tar');
}
/**
 * makeLogin creates the folder of one login in it, with the parts of the user's configuration that are not secret. Each
 * login has a separate folder: `docker login` rewrites the whole file, and of two at the same time one would be lost.
 */
async function makeLogin(config, { name, auths, env }) {
    const users = usersFolder(env);
    const folder = (0,external_node_path_.join)(config.folder, name);
    await (0,external_node_fs_promises_.mkdir)(folder, { mode: 0o700 });
    // Contexts name the engine to use; docker looks for them only inside its configuration folder.
    await (0,external_node_fs_promises_.symlink)((0,external_node_path_.join)(users, 'contexts'), (0,external_node_path_.join)(folder, 'contexts'), 'junction');
    const carried = carriedOver(await readUsersConfig(env), users);
    // If the file has no login, docker would store ours in the desktop's credential store, where it would stay.
    const written = { ...carried, auths: { [PLACEHOLDER]: {}, ...auths } };
    await (0,external_node_fs_promises_.writeFile)((0,external_node_path_.join)(folder, 'config.json'), JSON.stringify(written), { mode: 0o600, flag: 'wx' });
    return { folder };
}
/** keptToken writes a token as docker stores it (docker/cli, `types.AuthConfig`). */
function keptToken(credential) {
    return 'identityToken' in credential
        ? { identitytoken: credential.identityToken.reveal() }
        : { registrytoken: credential.registryToken.reveal() };
}
/** removeConfig deletes the folder, and tells whether it existed. */
async function removeConfig({ folder }) {
    // The post step reads the name from a file that other steps' output can reach: no other folder is ever deleted.
    if (!(0,external_node_path_.basename)(folder).startsWith(PREFIX))
        throw new Error('this is no folder of this action');
    const wasThere = await isThere(folder);
    await (0,external_node_fs_promises_.rm)(folder, INSISTING);
    return wasThere;
}
/**
 * removeOutlived deletes every folder of ours in the temporary folder that was last changed before a moment, in
 * milliseconds since 1970, and the files that bar such folders. It returns how many. Files of other users stay.
 */
async function removeOutlived(env, before) {
    const temporary = temporaryFolder(env);
    // If there is no such folder, nothing was left.
    const names = await (0,external_node_fs_promises_.readdir)(temporary).catch((error) => {
        if (error.code === 'ENOENT')
            return [];
        throw error;
    });
    let removed = 0;
    for (const name of names.filter((each) => OURS.test(each))) {
        const path = (0,external_node_path_.join)(temporary, name);
        const seen = await (0,external_node_fs_promises_.lstat)(path).catch(() => undefined);
        const isOurs = seen !== undefined && !seen.isSymbolicLink() && seen.uid === (0,external_node_process_.getuid)?.();
        if (!isOurs || seen.mtimeMs >= before)
            continue;
        await (0,external_node_fs_promises_.rm)(path, INSISTING);
        removed += 1;
    }
    return removed;
}
/**
 * barConfig puts an empty file in place of the folder. Otherwise a `docker login` that outlived us would create the
 * folder again and write the password there.
 */
async function barConfig(config) {
    for (let attempt = 1;; attempt++) {
        try {
            return await (0,external_node_fs_promises_.writeFile)(config.folder, '', { mode: 0o600, flag: 'wx' });
        }
        catch (error) {
            // It was created again after the removal: try once more, and then report an error.
            if (attempt === 3)
                throw error;
            await removeConfig(config);
        }
    }
}
/** carriedOver picks what the engine's CLI needs of a user's configuration: never `auths`, helpers or headers. */
function carriedOver(users, folder) {
    const { currentContext, cliPluginsExtraDirs, proxies } = users;
    const plugins = Array.isArray(cliPluginsExtraDirs)
        ? cliPluginsExtraDirs.filter((dir) => typeof dir === 'string')
        : [];
    return {
        ...(typeof currentContext === 'string' ? { currentContext } : {}),
        ...(proxies === undefined ? {} : { proxies: withoutUserinfo(proxies) }),
        cliPluginsExtraDirs: [...plugins, (0,external_node_path_.join)(folder, 'cli-plugins')],
    };
}
/** withoutUserinfo removes `user:password@` from every address in a value, at any depth. */
function withoutUserinfo(value) {
    if (typeof value === 'string')
        return value.replace(/(^|\/\/)[^/]*@/g, '$1');
    if (typeof value !== 'object' || value === null)
        return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withoutUserinfo(inner)]));
}
/** isThere tells whether anything has that name, including a link. */
async function isThere(path) {
    return (0,external_node_fs_promises_.lstat)(path).then(() => true, () => false);
}

;// CONCATENATED MODULE: ./build/docker/cli-logins.js




const LOGIN_HINT = 'Check "username" and "password": the account must exist on this registry, and its token must be valid and not expired.';
/** engineLogins gives logins to the CLI, each in a separate folder; `make` creates the folder around them. */
function engineLogins(cli, make) {
    let logins = 0;
    return {
        login: async (planned, { registry, credential }) => {
            await make(planned);
            logins += 1;
            const kept = 'password' in credential ? {} : { [(0,reference/* dockerServer */.kU)(registry)]: keptToken(credential) };
            const login = await makeLogin(planned, { name: String(logins), auths: kept, env: process.env });
            if (!('password' in credential))
                return login;
            const { username, password } = credential;
            const args = ['login', `--username=${username}`, '--password-stdin', registry];
            const given = { stdin: password.reveal(), env: childEnvironment(process.env, login.folder) };
            expectWell('docker login', await cli.persist(args, given, () => { }), { code: 'LOGIN_FAILED', hint: LOGIN_HINT });
            return login;
        },
    };
}

// EXTERNAL MODULE: ./build/image/document.js
var image_document = __webpack_require__(2981);
// EXTERNAL MODULE: ./build/text/quantities.js
var quantities = __webpack_require__(5765);
// EXTERNAL MODULE: ./build/image/config.js
var config = __webpack_require__(6382);
// EXTERNAL MODULE: ./build/image/digest.js
var image_digest = __webpack_require__(5436);
// EXTERNAL MODULE: ./build/image/platform.js
var image_platform = __webpack_require__(3847);
;// CONCATENATED MODULE: ./build/docker/inspect.js




/** How `docker info` shows the containerd image store: a pair in `DriverStatus`. */
const CONTAINERD_STORE = JSON.stringify(['driver-type', 'io.containerd.snapshotter.v1']);
/** parseEngine reads the JSON of `docker info`; undefined if no engine answered. */
function parseEngine(json) {
    const { ServerVersion, DriverStatus } = parseObject(json);
    if (typeof ServerVersion !== 'string' || ServerVersion === '')
        return undefined;
    const isContainerd = Array.isArray(DriverStatus) && DriverStatus.some((pair) => JSON.stringify(pair) === CONTAINERD_STORE);
    return { version: ServerVersion, store: isContainerd ? 'containerd' : 'graph-driver' };
}
/** namesPodman reads the JSON of the `Server.Components` of `docker version`. */
function namesPodman(json) {
    return Object.values(parseObject(json)).some((component) => recordOf(component).Name === 'Podman Engine');
}
/** parseImage reads the JSON of `docker image inspect`; undefined if it is not that of an image. */
function parseImage(json, store) {
    const { Id, RepoTags, RepoDigests, RootFS, Os, OsVersion, Architecture, Variant, Created, Config } = parseObject(json);
    // Podman leaves the algorithm out if the image was found by a short name.
    const id = typeof Id === 'string' ? ((0,image_digest/* parseDigest */.m)(Id) ?? (0,image_digest/* parseDigest */.m)(`sha256:${Id}`)) : undefined;
    const platform = (0,image_platform/* parsePlatform */.FL)({ os: Os, architecture: Architecture, variant: Variant });
    const diffIds = parseDigests(RootFS?.Layers);
    if (id === undefined || platform === undefined || diffIds === undefined)
        return undefined;
    const names = [RepoTags, RepoDigests].flat().filter((name) => typeof name === 'string');
    const created = typeof Created === 'string' ? Created : '';
    const idOf = store === 'containerd' ? 'root' : 'config';
    return {
        id,
        idOf,
        diffIds,
        platform,
        osVersion: (0,image_platform/* parseOsVersion */.uZ)({ 'os.version': OsVersion }),
        created,
        runConfig: (0,config/* canonicalRunConfig */.Ih)(Config),
        revision: (0,config/* revisionIn */.jQ)(Config),
        names,
    };
}
/** showsNoPlatform tells whether that JSON is of an image that names no platform, or none that the engine has. */
function showsNoPlatform(json) {
    const { Id, Os, Architecture } = parseObject(json);
    return typeof Id === 'string' && [Os, Architecture].some((field) => (field ?? '') === '');
}
/** For an image without layers, the list is null. */
function parseDigests(value) {
    if (value === undefined || value === null)
        return [];
    if (!Array.isArray(value))
        return undefined;
    const digests = value.map((text) => (typeof text === 'string' ? (0,image_digest/* parseDigest */.m)(text) : undefined));
    return digests.every((digest) => digest !== undefined) ? digests : undefined;
}
function parseObject(json) {
    try {
        const value = JSON.parse(json);
        return typeof value === 'object' && value !== null ? value : {};
    }
    catch {
        return {};
    }
}

// EXTERNAL MODULE: ./build/image/manifest.js
var manifest = __webpack_require__(9941);
// EXTERNAL MODULE: ./build/image/media-types.js
var media_types = __webpack_require__(406);
;// CONCATENATED MODULE: ./build/tar/tar-stream.js
/** Tar (POSIX ustar): blocks of this many bytes, a header of one block before each file. */
const BLOCK = 512;
/** Longest file that is read: as long as the longest document of an image. */
const LONGEST_KEPT = 4 << 20;
/**
 * savedFiles gives the wanted files of the stream of `docker image save`, in its order. It ends at anything that it
 * cannot read: what follows might be the content of a layer.
 */
async function* savedFiles(stream, isWanted) {
    let rest = Buffer.alloc(0);
    let skip = 0;
    let extended = {};
    for await (const chunk of stream) {
        if (skip >= chunk.byteLength) {
            skip -= chunk.byteLength;
            continue;
        }
        rest = Buffer.concat([rest, chunk.subarray(skip)]);
        skip = 0;
        while (rest.length >= BLOCK) {
            const header = parseHeader(rest.subarray(0, BLOCK), extended);
            if (header === undefined)
                return;
            const { name, size, type } = header;
            const isFile = type === 'file' && isWanted(name);
            const isShort = size <= LONGEST_KEPT;
            if (type === 'extended' && !isShort)
                return;
            if ((isFile || type === 'extended') && isShort && rest.length < BLOCK + size)
                break;
            if (isFile)
                yield { name, size, content: isShort ? rest.subarray(BLOCK, BLOCK + size) : undefined };
            extended = type === 'extended' ? parseExtended(rest.subarray(BLOCK, BLOCK + size)) : {};
            const end = BLOCK + Math.ceil(size / BLOCK) * BLOCK;
            skip = Math.max(0, end - rest.length);
            rest = rest.subarray(Math.min(rest.length, end));
        }
    }
}
function parseHeader(block, extended) {
    // Two blocks of zeros end an archive.
    if (block.every((byte) => byte === 0))
        return { name: '', size: 0, type: 'other' };
    const name = extended.name ?? block.toString('utf8', 0, 100).replace(/\0.*$/s, '');
    const size = extended.size ?? parseSize(block.subarray(124, 136));
    if (size === undefined || !Number.isSafeInteger(size))
        return undefined;
    const flag = block.toString('latin1', 156, 157);
    const type = flag === 'x' ? 'extended' : flag === '0' || flag === '\0' ? 'file' : 'other';
    return { name, size, type };
}
/** Octal digits. If the number does not fit, GNU tar writes a binary number, marked by its highest bit. */
function parseSize(field) {
    if (field[0] === 0x80)
        return Number(field.readBigUInt64BE(4));
    const [, digits] = /^ *([0-7]+)[ \0]*$/.exec(field.toString('latin1')) ?? [];
    return digits === undefined ? undefined : Number.parseInt(digits, 8);
}
/** Records `<length> <key>=<value>`; the length counts the whole record, in bytes. */
function parseExtended(content) {
    let found = {};
    for (let at = 0; at < content.length;) {
        const [, digits] = /^([1-9][0-9]{0,6}) /.exec(content.toString('latin1', at, at + 8)) ?? [];
        const length = Number(digits ?? content.length);
        const [, key, value = ''] = /^\d+ ([^=]+)=(.*)\n$/s.exec(content.toString('utf8', at, at + length)) ?? [];
        if (key === 'path')
            found = { ...found, name: value };
        if (key === 'size')
            found = { ...found, size: /^\d{1,15}$/.test(value) ? Number(value) : Number.NaN };
        at += length;
    }
    return found;
}

;// CONCATENATED MODULE: ./build/docker/saved-content.js





const BLOB = /^blobs\/(?<algorithm>sha(?:256|512))\/(?<hex>[0-9a-f]+)$/;
/** How much of an image's documents is kept, in bytes; each has some thousand. */
const MOST_KEPT = 32 << 20;
const OPENING_BRACE = 0x7b;
/**
 * contentOfSavedImage reads from the stream of `docker image save` what the image is made of. It keeps the documents,
 * and only the sizes of everything else. What cannot be read is missing; undefined without the root.
 */
async function contentOfSavedImage(stream, root) {
    const documents = new Map();
    const sizes = new Map();
    let kept = 0;
    for await (const { name, size, content } of savedFiles(stream, (file) => BLOB.test(file))) {
        const { algorithm, hex } = BLOB.exec(name)?.groups ?? {};
        const digest = (0,image_digest/* parseDigest */.m)(`${algorithm}:${hex}`);
        if (digest === undefined)
            continue;
        sizes.set(digest, size);
        if (content?.[0] !== OPENING_BRACE || kept + size > MOST_KEPT || !(0,image_digest/* matches */.cK)(digest, content))
            continue;
        kept += size;
        documents.set(digest, Buffer.from(content));
    }
    const manifest = rootIn(documents.get(root));
    return manifest && { root: manifest, content: contentIn(documents, sizes) };
}
function contentIn(documents, sizes) {
    return {
        manifest: async ({ digest, mediaType }) => {
            const bytes = documents.get(digest);
            return bytes && { bytes, mediaType };
        },
        config: async ({ digest }) => documents.get(digest),
        sizeOf: async ({ digest }) => sizes.get(digest),
    };
}
/** An image names its root only by its digest; the root itself says what it is. */
function rootIn(bytes) {
    if (bytes === undefined)
        return undefined;
    try {
        const document = (0,image_document/* readDocument */.u0)(bytes);
        const { mediaType = 'manifests' in document ? media_types/* MEDIA_TYPES */.Z2.ociIndex : media_types/* MEDIA_TYPES */.Z2.ociManifest } = document;
        return (0,manifest/* parseManifest */.N)(bytes, String(mediaType));
    }
    catch (error) {
        if (error instanceof image_document/* ManifestProblem */.Rn)
            return undefined;
        throw error;
    }
}

;// CONCATENATED MODULE: ./build/docker/engine-images.js










const UNAVAILABLE = { code: 'ENGINE_UNAVAILABLE', hint: ENGINE_HINT };
const UNNAMED = { code: 'PUSH_FAILED', hint: ENGINE_HINT };
/** How the CLI says that no image has a name. */
const GONE = /no such (?:image|object)/i;
/** engineImages reads what the engine is, and which images and names it has. */
function engineImages(cli) {
    let asked;
    const engine = () => {
        asked ??= askEngine(cli);
        return asked;
    };
    return {
        engine,
        isPodman: async () => {
            const ended = await cli.ask(['version', '--format', '{{json .Server.Components}}']);
            return namesPodman(expectWell('Asking which engine this is', ended, UNAVAILABLE));
        },
        findImage: async (nameOrId) => {
            // A problem with the engine is reported before its answer about the image; both are asked at the same time.
            const of = engine();
            const inspecting = cli.askAnyway(['image', 'inspect', '--format', '{{json .}}', nameOrId]);
            inspecting.catch(() => undefined);
            const { store } = await of;
            const ended = await inspecting;
            if (ended.exitCode !== 0 && GONE.test(ended.stderr))
                return undefined;
            const said = expectWell('Looking the image up', ended, UNAVAILABLE);
            if (showsNoPlatform(said))
                throw withoutPlatform(nameOrId);
            const image = parseImage(said, store);
            if (image === undefined)
                throw unreadable(nameOrId);
            if (image.runConfig.length > image_document/* LARGEST_DOCUMENT */.zj)
                throw tooLarge(nameOrId);
            return image;
        },
        contentOf: (id) => readSaved(cli, id, (stream) => contentOfSavedImage(stream, id)),
        imageNames: async () => {
            const ended = await cli.ask(['image', 'ls', '--format', '{{.Repository}}:{{.Tag}}']);
            const names = expectWell('Listing the images', ended, UNAVAILABLE).split('\n');
            return names.filter((name) => name !== '' && !name.includes('<none>'));
        },
        tag: async (nameOrId, name) => {
            expectWell('Naming the image', await cli.askAnyway(['image', 'tag', nameOrId, name]), UNNAMED);
        },
        untag: async (name) => {
            const ended = await cli.askAnyway(['image', 'rm', '--no-prune', name]);
            // The graph driver removes the digest's name with the tag, and another job may have been faster.
            if (!GONE.test(ended.stderr))
                expectWell('Removing the name', ended, UNNAMED);
        },
    };
}
async function askEngine(cli) {
    const ended = await cli.ask(['info', '--format', '{{json .}}']);
    const answer = parseEngine(ended.stdout);
    if (PODMAN_AS_DOCKER.test(ended.stdout)) {
        throw new errors/* ActionError */.l('ENGINE_UNAVAILABLE', 'The command docker is Podman (podman-docker), and not the docker CLI.', {
            hint: WAYS_FROM_PODMAN,
        });
    }
    if (ended.exitCode !== 0 || answer === undefined) {
        throw engineFailure('Asking the Docker engine', ended, 'ENGINE_UNAVAILABLE', ENGINE_HINT);
    }
    return answer;
}
/** readSaved reads an image while the engine saves it, as far as the reader wants. */
async function readSaved({ signal }, id, read) {
    const child = (0,external_node_child_process_.spawn)('docker', ['image', 'save', id], {
        env: childEnvironment(process.env),
        stdio: ['ignore', 'pipe', 'ignore'],
        signal,
    });
    // A child that could not be started, or was ended, has said nothing: that is the answer.
    child.once('error', () => { });
    try {
        return await read(child.stdout);
    }
    finally {
        child.kill();
    }
}
function withoutPlatform(name) {
    return new errors/* ActionError */.l('SOURCE_INVALID', `The engine shows no platform of the image ${name}.`, {
        hint: 'Either its config names no operating system and architecture, as in images without a base: set them ("crane mutate ' +
            '--set-platform linux/amd64"). Or the engine has it only for other machines: publish it from an OCI layout ' +
            '("docker buildx build --output type=oci,dest=image.tar").',
    });
}
function tooLarge(name) {
    const message = `The config of the image ${name} has more than ${(0,quantities/* inUnits */.D)(image_document/* LARGEST_DOCUMENT */.zj)}: it could not be read back.`;
    return new errors/* ActionError */.l('SOURCE_INVALID', message, {
        hint: 'Move long labels and variables into a file of the image, or into an attestation.',
    });
}
function unreadable(nameOrId) {
    return new errors/* ActionError */.l('ENGINE_UNAVAILABLE', `What the engine says of the image ${nameOrId} could not be read.`, {
        hint: ENGINE_HINT,
    });
}

;// CONCATENATED MODULE: ./build/docker/push-progress.js
/** How long a push may be silent before a line says that it continues, in milliseconds. */
const SILENCE = 15_000;
/** Final states of a layer. */
const DONE = /^(?:Pushed|Layer already exists|Already exists|Mounted from .+)$/;
/** `<id>: <state>`, as the CLI prints it without a terminal (`push-protocol.md`, 2.3). */
const LAYER = /^([0-9a-f]{12,64}): (.+)$/;
/**
 * watchPush turns the lines of `docker push` into news for people: a line for each layer that is done or tried again,
 * and one from time to time if nothing else is said. "Preparing" and "Waiting", which the engine says for every layer,
 * are no news.
 */
function watchPush(onProgress) {
    const layers = new Map();
    const started = performance.now();
    const stillThere = () => {
        const done = [...layers.values()].filter((state) => DONE.test(state)).length;
        const seconds = Math.round((performance.now() - started) / 1000);
        onProgress(`still pushing: ${done} of ${layers.size} layers done after ${seconds} s`);
    };
    let timer = setInterval(stillThere, SILENCE);
    return {
        line: (line) => {
            const [, id, state] = LAYER.exec(line) ?? [];
            if (id === undefined || state === undefined || layers.get(id) === state)
                return;
            layers.set(id, state);
            if (!DONE.test(state) && !state.startsWith('Retrying'))
                return;
            onProgress(`${id.slice(0, 12)}: ${state}`);
            clearInterval(timer);
            timer = setInterval(stillThere, SILENCE);
        },
        [Symbol.dispose]: () => clearInterval(timer),
    };
}

;// CONCATENATED MODULE: ./build/docker/engine-push.js
var engine_push_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
    if (value !== null && value !== void 0) {
        if (typeof value !== "object" && typeof value !== "function") throw new TypeError("Object expected.");
        var dispose, inner;
        if (async) {
            if (!Symbol.asyncDispose) throw new TypeError("Symbol.asyncDispose is not defined.");
            dispose = value[Symbol.asyncDispose];
        }
        if (dispose === void 0) {
            if (!Symbol.dispose) throw new TypeError("Symbol.dispose is not defined.");
            dispose = value[Symbol.dispose];
            if (async) inner = dispose;
        }
        if (typeof dispose !== "function") throw new TypeError("Object not disposable.");
        if (inner) dispose = function() { try { inner.call(this); } catch (e) { return Promise.reject(e); } };
        env.stack.push({ value: value, dispose: dispose, async: async });
    }
    else if (async) {
        env.stack.push({ async: true });
    }
    return value;
};
var engine_push_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
    return function (env) {
        function fail(e) {
            env.error = env.hasError ? new SuppressedError(e, env.error, "An error was suppressed during disposal.") : e;
            env.hasError = true;
        }
        var r, s = 0;
        function next() {
            while (r = env.stack.pop()) {
                try {
                    if (!r.async && s === 1) return s = 0, env.stack.push(r), Promise.resolve().then(next);
                    if (r.dispose) {
                        var result = r.dispose.call(r.value);
                        if (r.async) return s |= 2, Promise.resolve(result).then(next, function(e) { fail(e); return next(); });
                    }
                    else s |= 1;
                }
                catch (e) {
                    fail(e);
                }
            }
            if (s === 1) return env.hasError ? Promise.reject(env.error) : Promise.resolve();
            if (env.hasError) throw env.error;
        }
        return next();
    };
})(typeof SuppressedError === "function" ? SuppressedError : function (error, suppressed, message) {
    var e = new Error(message);
    return e.name = "SuppressedError", e.error = error, e.suppressed = suppressed, e;
});





const PUSH_HINT = 'Run the job again; if it fails in the same way, look up the message in the documentation of the registry.';
/** enginePush takes an image out of the engine: to a registry, or into the private folder, which `make` creates. */
function enginePush(cli, make) {
    return {
        push: async ({ folder }, name, onProgress) => {
            const env_1 = { stack: [], error: void 0, hasError: false };
            try {
                const watch = engine_push_addDisposableResource(env_1, watchPush(onProgress), false);
                const given = { onLine: watch.line, env: childEnvironment(process.env, folder) };
                const ended = await cli.persist(['image', 'push', name], given, onProgress);
                if (ended.exitCode !== 0)
                    throw pushFailure(name, ended, PUSH_HINT);
                return ended.stdout;
            }
            catch (e_1) {
                env_1.error = e_1;
                env_1.hasError = true;
            }
            finally {
                engine_push_disposeResources(env_1);
            }
        },
        save: async (planned, id) => {
            await make(planned);
            const path = savedImagePath(planned);
            const ended = await cli.run(['image', 'save', '--output', path, id]);
            // Docker exits with 0 even if it could not give the file its name.
            const saved = await (0,external_node_fs_promises_.stat)(path).catch(() => undefined);
            if (ended.exitCode !== 0 || saved === undefined)
                throw saveFailure(ended);
            return { path, size: saved.size };
        },
    };
}

;// CONCATENATED MODULE: ./build/docker/left-logins/ledger.js



/**
 * withLogin puts a login where docker and others find it. With an empty helper, docker looks into the file for this
 * registry, whatever helper or store it asks otherwise (docker/cli, `getConfiguredCredentialStore`; tried with 20.10
 * and 28.2).
 */
function withLogin({ config, ledger }, { login, ...kept }) {
    const known = config ?? {};
    const before = placeOf(known, kept.registry);
    const asked = before.helper ?? known.credsStore;
    const helper = typeof asked === 'string' && asked !== '' ? '' : before.helper;
    const after = withPlace(known, kept.registry, { login, helper });
    const missing = [
        ...ledger.missing,
        ...(config === undefined ? ['file'] : []),
        ...GROUPS.filter((group) => known[group] === undefined && after[group] !== undefined),
    ];
    return { config: after, ledger: { missing, kept: [...ledger.kept, { ...kept, mark: markOf(login), before }] } };
}
/** withoutLogins removes the logins of ended steps, and restores what was there before. Logins of others stay. */
function withoutLogins(shelf, isOver) {
    const over = shelf.ledger.kept.filter(isOver);
    // The last one first, so that the oldest entry is restored.
    const { config, ledger } = over.reduceRight(withoutOne, shelf);
    const isThere = ({ registry, mark }) => markOf(placeOf(shelf.config ?? {}, registry).login) === mark;
    const removed = over.filter(isThere).length;
    const left = { config: ledger.kept.length > 0 ? config : pruned(config, ledger.missing), ledger };
    return { ...left, removed, replaced: over.length - removed };
}
/** If a later login has replaced this one, the later one now restores what was there before this one. */
function withoutOne({ config, ledger }, over) {
    const rest = ledger.kept.filter((each) => each !== over);
    const next = rest
        .slice(ledger.kept.indexOf(over))
        .find(({ registry }) => (0,reference/* dockerServer */.kU)(registry) === (0,reference/* dockerServer */.kU)(over.registry));
    if (next === undefined)
        return { config: config && withBefore(config, over), ledger: { ...ledger, kept: rest } };
    const inherits = markOf(next.before.login) === over.mark;
    const kept = rest.map((each) => (each === next && inherits ? { ...each, before: over.before } : each));
    return { config, ledger: { ...ledger, kept } };
}
function withBefore(config, { registry, mark, before }) {
    const now = placeOf(config, registry);
    const isOurs = markOf(now.login) === mark;
    // A newer login is in the file, and docker must look there to find it.
    const isFree = now.helper === '' && (isOurs || now.login === undefined);
    return withPlace(config, registry, {
        login: isOurs ? before.login : now.login,
        helper: isFree ? before.helper : now.helper,
    });
}
const GROUPS = ['auths', 'credHelpers'];
function placeOf(config, registry) {
    const server = (0,reference/* dockerServer */.kU)(registry);
    return { login: own(config.auths, server), helper: own(config.credHelpers, server) };
}
function withPlace(config, registry, { login, helper }) {
    const auths = withEntry(config.auths, registry, login);
    const credHelpers = withEntry(config.credHelpers, registry, helper);
    return without({ ...config, auths, credHelpers }, (value) => value === undefined);
}
/**
 * Some tools take the first entry of a host under any of its names (`@sigstore/oci`), so docker's own name comes first.
 */
function withEntry(group, registry, value) {
    const server = (0,reference/* dockerServer */.kU)(registry);
    const entries = recordOf(group);
    if (value === undefined)
        return Object.hasOwn(entries, server) ? without(entries, (_, key) => key === server) : group;
    const first = Object.keys(entries).find((key) => (0,reference/* sameRegistry */.cJ)(hostOf(key), hostOf(server)));
    return first === server
        ? { ...entries, [server]: value }
        : { [server]: value, ...without(entries, (_, key) => key === server) };
}
/** What was missing before the first login is removed with the last one, if it is empty. */
function pruned(config, missing) {
    const isEmpty = (value) => Object.keys(recordOf(value)).length === 0;
    const gone = GROUPS.filter((group) => missing.includes(group));
    const left = without(config ?? {}, (value, key) => gone.some((each) => each === key) && isEmpty(value));
    return missing.includes('file') && isEmpty(left) ? undefined : config && left;
}
function without(record, isOut) {
    return Object.fromEntries(Object.entries(record).filter(([key, value]) => !isOut(value, key)));
}
function own(group, key) {
    const entries = recordOf(group);
    return Object.hasOwn(entries, key) ? entries[key] : undefined;
}
function markOf(login) {
    return (0,external_node_crypto_.createHash)('sha256')
        .update(JSON.stringify(login) ?? '')
        .digest('hex');
}
/** printConfig writes docker's file in its former format, or in docker's. */
function printConfig(config, before) {
    const [, indent] = /^\s*\{\r?\n([\t ]+)/.exec(before ?? '{\n\t') ?? [];
    return JSON.stringify(config, undefined, indent) + (before?.endsWith('\n') ? '\n' : '');
}

;// CONCATENATED MODULE: ./build/docker/left-logins/lock.js



/** How long someone may hold a lock, and how long others wait for it, in milliseconds; the work takes a few of them. */
const HELD = 10_000;
const lock_PATIENCE = 30_000;
const PAUSE = 20;
/**
 * withLock creates our folder and works in it while no other step does. An empty folder is removed afterwards. If a
 * killed step has left a lock, another step takes it over after a time, and the killed step's post step immediately.
 * The work learns whether the parent folder had to be created, too.
 */
async function withLock(folder, locker, work) {
    const path = (0,external_node_path_.join)(folder, 'lock');
    const madeParent = await lock(folder, path, locker);
    try {
        return await work(madeParent);
    }
    finally {
        await (0,external_node_fs_promises_.rm)(path, { force: true });
        await (0,external_node_fs_promises_.rmdir)(folder).catch(() => { });
    }
}
async function lock(folder, path, { id, clock, signal }) {
    const started = clock.now();
    let madeParent = false;
    for (;;) {
        try {
            const made = await (0,external_node_fs_promises_.mkdir)(folder, { recursive: true, mode: 0o700 });
            madeParent ||= made !== undefined && made !== folder;
            await (0,external_node_fs_promises_.writeFile)(path, id, { flag: 'wx', mode: 0o600 });
            return madeParent;
        }
        catch (error) {
            // Another step has the lock, or has just removed the folder with it.
            if (!['EEXIST', 'ENOENT'].includes(error.code ?? ''))
                throw error;
        }
        if (clock.now() - started > lock_PATIENCE)
            throw new Error(`another step has held ${path} for ${lock_PATIENCE / 1000} s`);
        if (!wasLeft(path, { id, now: clock.date() }))
            await clock.sleep(PAUSE, signal);
    }
}
/**
 * wasLeft removes a lock that a killed step has left. All waiting steps see it at the same time, and the first of them
 * creates a new lock. Nothing else happens between the check and the removal, so no step removes the new lock.
 */
function wasLeft(path, { id, now }) {
    try {
        const isLeft = (0,external_node_fs_.readFileSync)(path, 'utf8') === id || (0,external_node_fs_.statSync)(path).mtimeMs < now - HELD;
        if (isLeft)
            (0,external_node_fs_.rmSync)(path);
        return isLeft;
    }
    catch {
        return false;
    }
}

;// CONCATENATED MODULE: ./build/docker/left-logins/leave-logins.js










/** How long a job may take on a self-hosted runner, in milliseconds: five days. */
const LONGEST_JOB = 5 * 24 * 3_600_000;
/**
 * planKeeping finds the files in which later steps look for logins: docker's, and the one at home, which is the only
 * one that actions/attest knows (`@sigstore/oci`, `credentials.ts`). It writes nothing. Throws INPUT_INVALID if a login
 * could not be left there, or docker would not find it.
 */
async function planKeeping(registries, user) {
    const given = parseAuthConfig(user.env.DOCKER_AUTH_CONFIG ?? '');
    for (const registry of registries) {
        if (credentialIn(given, registry) !== undefined)
            throw leave_logins_hidden(registry);
    }
    const files = await filesOf(user);
    for (const file of files) {
        await readShelf(file).catch((error) => {
            throw unusable((0,errors/* asError */.z)(error));
        });
    }
    return { id: (0,external_node_crypto_.randomUUID)(), files };
}
/** keepLogins leaves logins in the files of a plan. A problem with one file does not stop the others. */
async function keepLogins({ id, files }, accounts, waiting) {
    const since = waiting.clock.date();
    await eachOf(files, (file) => change(file, { id, ...waiting }, (found) => accounts.reduce((shelf, { registry, credential }) => withLogin(shelf, { id, since, registry, login: leave_logins_entryOf(credential) }), found)));
}
/**
 * forgetLogins removes the logins of a plan, and those whose jobs ended long ago. Without a plan, it uses the files in
 * which docker looks now. A problem with one file does not stop the others.
 */
async function forgetLogins(plan, user, waiting) {
    const { id, files } = plan ?? { id: (0,external_node_crypto_.randomUUID)(), files: await filesOf(user) };
    const outlived = waiting.clock.date() - LONGEST_JOB;
    const noted = [];
    for (const file of files)
        if (await isThere(besideOf(file)))
            noted.push(file);
    const left = await eachOf(noted, (file) => change(file, { id, ...waiting }, (shelf) => withoutLogins(shelf, (kept) => kept.id === id || kept.since < outlived)));
    const sum = (of) => left.reduce((total, each) => total + each[of], 0);
    return { removed: sum('removed'), replaced: sum('replaced') };
}
/** eachOf continues with all files if one fails, and then throws that error. */
async function eachOf(files, work) {
    const ended = await Promise.allSettled(files.map(work));
    return ended.map((each) => {
        if (each.status === 'rejected')
            throw each.reason;
        return each.value;
    });
}
/** What docker writes for a credential. */
function leave_logins_entryOf(credential) {
    if (!('password' in credential))
        return keptToken(credential);
    return { auth: Buffer.from(`${credential.username}:${credential.password.reveal()}`).toString('base64') };
}
async function filesOf({ env, home = (0,external_node_os_.homedir)() }) {
    const folders = [usersFolder(env, home), (0,external_node_path_.join)(home, '.docker')];
    return [...new Set(await Promise.all(folders.map((folder) => targetOf((0,external_node_path_.resolve)(folder, 'config.json')))))];
}
/** A link is followed, as docker does: a file in its place would break the user's own setup. */
async function targetOf(path) {
    const folder = (0,external_node_path_.dirname)(path);
    return (0,external_node_fs_promises_.realpath)(path).catch(async () => (0,external_node_path_.join)(await (0,external_node_fs_promises_.realpath)(folder).catch(() => folder), (0,external_node_path_.basename)(path)));
}
/** Our folder beside docker's file: it has the ledger of the logins, a lock, and new versions before they are moved. */
function besideOf(file) {
    return `${file}.verified-image-push`;
}
const NOTHING = { missing: [], kept: [] };
/**
 * change rewrites docker's file and the ledger of the logins in it, while no other step of ours does. The ledger has a
 * login before the file has it, and until it is removed from the file.
 */
async function change(file, locker, work) {
    const beside = besideOf(file);
    const changed = await withLock(beside, locker, async (madeParent) => {
        for (const name of ['config', 'ledger'])
            await (0,external_node_fs_promises_.rm)((0,external_node_path_.join)(beside, `${name}.new`), { force: true });
        const { text, config, ledger } = await readShelf(file);
        const missing = madeParent ? [...ledger.missing, 'folder'] : ledger.missing;
        const after = work({ config, ledger: { ...ledger, missing } });
        const writes = [() => writeLedger(beside, after.ledger), () => writeConfig(file, after.config, text)];
        for (const write of after.ledger.kept.length > ledger.kept.length ? writes : writes.reverse())
            await write();
        return after;
    });
    const { kept, missing } = changed.ledger;
    if (kept.length === 0 && missing.includes('folder'))
        await (0,external_node_fs_promises_.rmdir)((0,external_node_path_.dirname)(file)).catch(() => { });
    return changed;
}
async function readShelf(file) {
    const text = await readText(file);
    const config = text === undefined ? undefined : parse(file, text);
    const isSound = config === undefined || [config, config?.auths ?? {}, config?.credHelpers ?? {}].every(isRecord);
    if (!isSound)
        throw leave_logins_damaged(file, 'docker does not write it like this');
    const path = (0,external_node_path_.join)(besideOf(file), 'ledger.json');
    const noted = await readText(path);
    const ledger = noted === undefined ? NOTHING : parse(path, noted);
    if (!Array.isArray(ledger?.kept) || !Array.isArray(ledger.missing))
        throw leave_logins_damaged(path, 'it was changed since this action wrote it');
    return { text, config: config ?? undefined, ledger };
}
/** Undefined if there is no such file; a link to nothing is an error. */
async function readText(path) {
    return (0,external_node_fs_promises_.readFile)(path, 'utf8').catch(async (error) => {
        if (error.code === 'ENOENT' && !(await isThere(path)))
            return undefined;
        throw leave_logins_damaged(path, error.message);
    });
}
function parse(path, text) {
    try {
        return JSON.parse(text);
    }
    catch {
        throw leave_logins_damaged(path, 'it is not JSON');
    }
}
function isRecord(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
async function writeLedger(beside, ledger) {
    const path = (0,external_node_path_.join)(beside, 'ledger.json');
    if (ledger.kept.length === 0)
        return (0,external_node_fs_promises_.rm)(path, { force: true });
    await (0,external_node_fs_promises_.writeFile)((0,external_node_path_.join)(beside, 'ledger.new'), JSON.stringify(ledger), { mode: 0o600, flag: 'wx' });
    await (0,external_node_fs_promises_.rename)((0,external_node_path_.join)(beside, 'ledger.new'), path);
}
/** The file keeps its owner, and from then on nobody else can read it. */
async function writeConfig(file, config, before) {
    if (config === undefined)
        return before === undefined ? undefined : (0,external_node_fs_promises_.rm)(file, { force: true });
    const text = printConfig(config, before);
    if (text === before)
        return;
    const path = (0,external_node_path_.join)(besideOf(file), 'config.new');
    const users = await (0,external_node_fs_promises_.stat)(file).catch(() => undefined);
    await (0,external_node_fs_promises_.writeFile)(path, text, { mode: 0o600 & (users?.mode ?? 0o600), flag: 'wx' });
    if (users !== undefined)
        await (0,external_node_fs_promises_.chown)(path, users.uid, users.gid).catch(() => { });
    await (0,external_node_fs_promises_.rename)(path, file);
}
function leave_logins_hidden(registry) {
    const message = `keep-login: docker would not use the login for ${registry}, because DOCKER_AUTH_CONFIG has another one.`;
    return new errors/* ActionError */.l('INPUT_INVALID', message, {
        hint: 'Remove the registry from DOCKER_AUTH_CONFIG, or leave "keep-login" out; no registry was contacted.',
    });
}
function unusable(cause) {
    return new errors/* ActionError */.l('INPUT_INVALID', `keep-login: no login can be left: ${cause.message}.`, {
        hint: 'Fix or remove the file, or leave "keep-login" out; no registry was contacted.',
        cause,
    });
}
function leave_logins_damaged(path, why) {
    return new Error(`${path} cannot be read: ${why}`);
}

;// CONCATENATED MODULE: ./build/docker/podman-store.js






/** How Podman says that no image has a name. */
const podman_store_GONE = /image not known|no such image/i;
/** podmanStore is Podman's store as the command on the PATH shows it. `make` creates the private folder. */
function podmanStore({ run, signal }, make) {
    const podman = (...args) => run({ program: 'podman', args, env: podmanEnvironment(process.env) }, signal);
    return {
        findImage: async (nameOrId) => {
            const ended = await podman('image', 'inspect', '--format', '{{json .}}', nameOrId);
            if (ended.exitCode !== 0 && podman_store_GONE.test(ended.stderr))
                return undefined;
            if (ended.exitCode !== 0)
                throw podmanFailure('Looking the image up', ended, 'ENGINE_UNAVAILABLE');
            // For a list, Podman would show and save only the image for this machine, without a word about the others.
            const isList = (await podman('manifest', 'exists', nameOrId)).exitCode === 0;
            if (isList)
                throw ofSeveral(nameOrId);
            const image = parsePodmanImage(ended.stdout);
            if (image === undefined)
                throw podmanFailure('Reading what Podman says of the image', ended, 'ENGINE_UNAVAILABLE');
            return image;
        },
        imageNames: async () => {
            const ended = await podman('image', 'ls', '--format', '{{.Repository}}:{{.Tag}}');
            if (ended.exitCode !== 0)
                throw podmanFailure('Listing the images', ended, 'ENGINE_UNAVAILABLE');
            return ended.stdout.split('\n').filter((name) => name !== '' && !name.includes('<none>'));
        },
        save: async (planned, { id, form }) => {
            await make(planned);
            const path = savedImagePath(planned);
            const ended = await podman('image', 'save', '--quiet', '--format', form, '--output', path, id.replace('sha256:', ''));
            const saved = await (0,external_node_fs_promises_.stat)(path).catch(() => undefined);
            if (ended.exitCode !== 0 || saved === undefined)
                throw podmanFailure('podman image save', ended, 'PUSH_FAILED');
            return { path, size: saved.size };
        },
    };
}
/**
 * In any format, Podman prints a list, and the ID without its algorithm. If an image in Docker's format is saved in OCI
 * format, it gets another config, and so another ID.
 */
function parsePodmanImage(json) {
    let value;
    try {
        value = JSON.parse(json);
    }
    catch {
        return undefined;
    }
    const [first] = [value].flat();
    const id = typeof first?.Id === 'string' ? (0,image_digest/* parseDigest */.m)(`sha256:${first.Id.replace(/^sha256:/, '')}`) : undefined;
    if (id === undefined)
        return undefined;
    const isOci = typeof first?.ManifestType === 'string' && first.ManifestType.startsWith('application/vnd.oci.');
    return { id, form: isOci ? 'oci-archive' : 'docker-archive' };
}
function ofSeveral(name) {
    const message = `${name} is a manifest list in Podman's store, and Podman saves only one image of it.`;
    return new errors/* ActionError */.l('SOURCE_INVALID', message, {
        hint: `Write the whole list to a folder ("podman manifest push --all ${name} oci:image"), and set "source: oci:image". ` +
            'Or push the image of each platform, and name each with "docker://" on a line of "source".',
    });
}

;// CONCATENATED MODULE: ./build/docker/docker-cli.js









/** dockerCli is the engine as the docker CLI on the PATH shows it. */
function dockerCli(signal, machine = THIS_MACHINE) {
    const { run, clock } = machine;
    const cli = new Cli(signal, machine);
    let planned;
    let made;
    const make = (config) => {
        made ??= makeConfig(config);
        return made;
    };
    return {
        ...engineImages(cli),
        ...engineLogins(cli, make),
        ...enginePush(cli, make),
        podman: podmanStore({ run, signal }, make),
        planConfig: () => {
            planned ??= planConfig(process.env);
            return planned;
        },
        findLogin: (registry) => findOwnLogin(registry, { env: process.env, run, signal }),
        removeConfig: async (config, { afterKill } = { afterKill: false }) => {
            const wasThere = await removeConfig(config);
            if (wasThere && afterKill)
                await barConfig(config);
            return wasThere;
        },
        endOrphans: endOrphans,
        removeOutlived: (before) => removeOutlived(process.env, before),
        planKeeping: (registries) => planKeeping(registries, { env: process.env }),
        keepLogins: (plan, logins) => keepLogins(plan, logins, { clock, signal }),
        forgetLogins: (plan) => forgetLogins(plan, { env: process.env }, { clock, signal }),
    };
}

// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(7067);
var external_node_http_namespaceObject = /*#__PURE__*/__webpack_require__.t(external_node_http_, 2);
// EXTERNAL MODULE: external "node:https"
var external_node_https_ = __webpack_require__(4708);
var external_node_https_namespaceObject = /*#__PURE__*/__webpack_require__.t(external_node_https_, 2);
;// CONCATENATED MODULE: ./build/http/failure.js
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

;// CONCATENATED MODULE: ./build/http/http.js

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
function http_refused(message) {
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
    const { status, headers, body, cancel, timer = systemTimer } = stream;
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
    sent.setTimeout(DEADLINES.idle, () => response.destroy(silent(DEADLINES.idle)));
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
    const watch = (rings) => timer(DEADLINES.whole, () => {
        if (seen.length < rings * DEADLINES.whole * SLOWEST)
            response.destroy(silent(DEADLINES.whole));
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
            throw new BodyTooLong(limit);
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
        reject(http_refused('the connections were closed before the answer'));
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
            reject(inPlainWords(error));
    });
    // Also without an error: Node closes a connection if the other side has changed to another protocol.
    sent.on('close', () => reject(http_refused('the connection was closed without an answer')));
    const sending = send(sent, request, { patience, timer: way.timer, connected: connection(sent, patience, way) });
    sent.on('response', (response) => {
        patience.end();
        const problem = one_exchange_problemOf(response, sending);
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
        throw http_refused(`${url.protocol} is not HTTP`);
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
        this.#stop = this.#timer(milliseconds, () => this.#sent.destroy(silent(milliseconds)));
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
    const limit = stores(request) ? DEADLINES.stored : DEADLINES.headers;
    if (!isStreamed(body)) {
        void connected.then(() => patience.wait(limit));
        sent.end(body);
        return undefined;
    }
    // Each wait of a streamed body is timed separately; between two pieces the source may take its time.
    const over = () => sent.destroy(silent(DEADLINES.stall));
    const sending = sendBody(sent, body, () => timer(DEADLINES.stall, over));
    void connected
        .then(() => patience.wait(undefined))
        .then(() => sending.done)
        .then(() => patience.wait(limit), () => undefined);
    return sending;
}
/** What is wrong with an answer, judged only by its beginning. */
function one_exchange_problemOf(response, sending) {
    const encoding = response.headers['content-encoding'] ?? 'identity';
    if (encoding !== 'identity')
        return http_refused(`the body has the encoding "${encoding}", which was not requested`);
    // A rejection may come early; but nobody has stored what we have not sent.
    if (sending !== undefined && !sending.isComplete() && (response.statusCode ?? 0) < 300) {
        return http_refused('the answer reports success before everything was sent');
    }
    return undefined;
}

// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(7030);
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
    if (isHere(proxy_hostOf(url)) || isExempt(url, env.no_proxy || env.NO_PROXY || ''))
        return undefined;
    return parseProxy(name, env[name] ?? '');
}
/** A proxy's address as curl and Go read it: without a scheme, it is HTTP. An address that is wrong is not quoted. */
function parseProxy(name, text) {
    const trimmed = text.trim();
    const url = URL.parse(/^[a-z][a-z0-9+.-]*:\/\//i.test(trimmed) ? trimmed : `http://${trimmed}`);
    if (url === null || url.hostname === '' || !isDecodable(url))
        throw proxy_unusable(`The environment variable ${name} is not the address of a proxy.`);
    if (url.protocol === 'http:' || url.protocol === 'https:')
        return url;
    throw proxy_unusable(`The environment variable ${name} names a proxy of another kind, "${url.protocol}//".`);
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
function proxy_unusable(problem) {
    return new errors/* ActionError */.l('INPUT_INVALID', problem, {
        hint: 'Set it to the address of an HTTP proxy, for example "http://proxy.corp.example:3128"; URL-encode a user name and ' +
            'password in it ("/" is %2F). Add hosts that need no proxy to NO_PROXY.',
    });
}
function proxy_hostOf({ hostname }) {
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
    const host = proxy_hostOf(url);
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

;// CONCATENATED MODULE: ./build/http/transient-answers.js


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
        return retry_FINAL;
    const retryAfter = parseRetryAfter(headers['retry-after'], date);
    return { kind: 'transient', ...(retryAfter === undefined ? {} : { retryAfter }) };
}
/** transienceOfError judges why there was no answer. */
function transienceOfError(thrown) {
    if (thrown instanceof HttpProblem)
        return thrown.isTransient ? { kind: 'transient', lost: thrown.lost } : retry_FINAL;
    return TRANSIENT_ERRORS.includes(errorCode(thrown)) ? { kind: 'transient' } : retry_FINAL;
}
/** errorCode finds the code of Node's error; for a host with several addresses, it is inside a list. */
function errorCode(thrown) {
    if (thrown instanceof AggregateError)
        return errorCode(thrown.errors[0]);
    const code = thrown?.code;
    return typeof code === 'string' ? code : '';
}

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
    const { signal, timer = systemTimer, connectWithin = DEADLINES.connected, users = () => 1 } = options;
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
                if (!isOfCertificate(errorCode(error)))
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

;// CONCATENATED MODULE: ./build/text/loopback.js
const IPV4 = /^127(?:\.(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)){3}$/;
/**
 * isLoopback tells whether a host (no port) is this machine: only for it, plain HTTP is allowed. Names below
 * `localhost` should be, too (RFC 6761), but many systems ask a name server for them.
 */
function isLoopback(hostname) {
    const host = hostname.replace(/^\[|\]$/g, '').toLowerCase();
    return host === 'localhost' || host === '::1' || IPV4.test(host);
}

;// CONCATENATED MODULE: ./build/time/persistence.js

/**
 * Persistence repeats attempts that may succeed later. All requests to one host share its back-off: if one of them was
 * asked to wait, the others wait with it.
 */
class Persistence {
    #clock;
    #signal;
    #notBefore = new Map();
    constructor(clock, signal) {
        this.#clock = clock;
        this.#signal = signal;
    }
    /**
     * persist repeats the attempt until it is final, or it is time to give up; then it returns or throws the last result.
     * Only lost time counts, in pauses and on answers that did not come: if a layer was uploaded for an hour when its
     * connection broke, another try is worth it. Waiting ends with `signal`, instead of the signal for everything.
     */
    async persist(host, attempt, signal = this.#signal) {
        for (let failed = 1, spent = 0;; failed++) {
            await this.#wait(host, signal);
            const { result, transience } = await attempt();
            if (transience.kind === 'transient')
                spent += transience.lost ?? 0;
            const pause = pauseBefore(transience, { failed, spent }, Math.random());
            if (pause === undefined)
                return result();
            spent += pause;
            // Another request may have been asked to wait longer.
            this.#notBefore.set(host, Math.max(this.#notBefore.get(host) ?? 0, this.#clock.now() + pause));
        }
    }
    async #wait(host, signal) {
        const pause = () => (this.#notBefore.get(host) ?? 0) - this.#clock.now();
        while (pause() > 0)
            await this.#clock.sleep(pause(), signal);
        signal.throwIfAborted();
    }
}

// EXTERNAL MODULE: ./build/secret/masked.js
var masked = __webpack_require__(648);
;// CONCATENATED MODULE: ./build/keyless/claims.js

/** Claims of the job's token that may be shown, in this order; none is secret (docs.github.com, "OpenID Connect"). */
const SHOWN = ['iss', 'aud', 'sub', 'job_workflow_ref', 'ref', 'environment'];
/** Longest value that is shown. */
const LONGEST = 300;
/** readClaims reads the claims of a JWT (RFC 7519) without verifying its signature; it never throws. */
function readClaims(token) {
    const read = parsed(token.split('.')[1] ?? '');
    if (typeof read !== 'object' || read === null)
        return {};
    const names = [...SHOWN, 'repository', 'repository_id', 'repository_owner', 'repository_owner_id'];
    const texts = names.map((name) => [name, shown(read[name])]);
    return Object.fromEntries(texts.filter(([, text]) => text !== ''));
}
/** numericClaim is a claim such as `exp`, in seconds since 1970; undefined if the token cannot be read or has none. */
function numericClaim(token, name) {
    const value = claim(token, name);
    return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}
/** claim is any claim of a token, unchanged; undefined if it cannot be read. */
function claim(token, name) {
    const read = parsed(token.split('.')[1] ?? '');
    const isObject = typeof read === 'object' && read !== null && Object.hasOwn(read, name);
    return isObject ? read[name] : undefined;
}
/** describeClaims lists the claims that a provider compares, as a sentence. */
function describeClaims(claims) {
    const list = SHOWN.flatMap((name) => (claims[name] === undefined ? [] : [`${name} "${claims[name]}"`]));
    return list.length === 0 ? "The job's token could not be read." : `The job's token has ${list.join(', ')}.`;
}
/**
 * describeSubject says what is easily overlooked when a trust setting is compared with `sub`: it has two forms.
 * Repositories that were created or renamed since 15 July 2026 have numeric ids in it
 * (`repo:octo@1/app@2:ref:refs/heads/main`). Others have ids only if they asked for them.
 */
function describeSubject({ sub = '', ...claims }) {
    const [, owner, ownerId, name, id, rest] = /^repo:([^/@:]+)(@\d+)?\/([^@:]+)(@\d+)?(:.*)$/.exec(sub) ?? [];
    if (owner === undefined || name === undefined || rest === undefined) {
        return sub === ''
            ? ''
            : 'This subject was customised (API "OIDC subject claim"): write the trust for exactly this subject.';
    }
    if (ownerId !== undefined || id !== undefined) {
        return `This subject has the form with ids: trust in "repo:${owner}/${name}${rest}" does not match it.`;
    }
    const ids = claims.repository_owner_id === undefined || claims.repository_id === undefined
        ? 'ids'
        : `"repo:${owner}@${claims.repository_owner_id}/${name}@${claims.repository_id}${rest}"`;
    return `This subject has the form without ids: trust in ${ids} does not match it.`;
}
function parsed(part) {
    try {
        return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(part, 'base64url')));
    }
    catch {
        return undefined;
    }
}
/** An audience may be a list. */
function shown(value) {
    const text = Array.isArray(value) ? value.filter((each) => typeof each === 'string').join(' ') : value;
    return typeof text === 'string' ? (0,masked/* excerpt */.Kb)(text, LONGEST) : '';
}

;// CONCATENATED MODULE: ./build/keyless/refused-exchange.js





const THROTTLED = {
    says: /^429 |Throttl|RequestLimitExceeded|SlowDown|RESOURCE_EXHAUSTED|temporarily_unavailable/,
    means: 'it limits the number of requests',
    hint: 'Run the job again later, and let fewer jobs sign in at the same time.',
};
const BROKEN = {
    says: /^5\d\d /,
    means: 'it is not available',
    hint: "Look at the provider's status page, and run the job again.",
};
/** Longest quote of a provider's answer. */
const refused_exchange_LONGEST = 400;
/** refusedExchange is the error for an answer that gives nothing; it prints the claims that the provider judged. */
function refusedExchange(who, said, { known, claims }) {
    const text = `${said.status} ${said.code} ${said.message}`;
    const { means, hint, isAboutSubject } = [THROTTLED, BROKEN, ...known].find(({ says }) => says.test(text)) ?? {
        means: 'it rejects this request',
        hint: 'Compare the fields of this entry in "identity" with the provider\'s settings; docs/keyless.md lists them.',
        isAboutSubject: true,
    };
    const words = (0,masked/* excerpt */.Kb)(`${said.code} ${said.message}`, refused_exchange_LONGEST);
    const quoted = words === '' ? '' : `: ${words.replace(/\.$/, '')}`;
    const judged = claims === undefined ? '' : ` ${describeClaims(claims)}`;
    const subject = isAboutSubject === true && claims !== undefined ? ` ${describeSubject(claims)}` : '';
    return new errors/* ActionError */.l('EXCHANGE_FAILED', `${who} refuses: ${means} (status ${said.status}${quoted}).${judged}`, {
        hint: `${hint}${subject}`,
    });
}
/** malformedAnswer is the error for an answer that has not the form that its provider documents. */
function malformedAnswer(who, problem) {
    return new errors/* ActionError */.l('EXCHANGE_FAILED', `The answer of ${who} cannot be used: ${problem}.`, {
        hint: 'Run the job again. If it fails again, check whether a proxy between the runner and the provider answers instead.',
    });
}
/** noExchange names why there was no answer at all. */
function noExchange(who, host, thrown) {
    if (thrown instanceof errors/* ActionError */.l)
        return thrown;
    const code = errorCode(thrown);
    const words = thrown instanceof Error ? (0,printable/* oneLine */.TN)(thrown.message) : String(thrown);
    const isUnknown = code === 'ENOTFOUND' || code === 'EAI_AGAIN';
    const [problem, hint] = isUnknown
        ? ['has no address', 'Check the registry, region and cloud in "identity", and the DNS and proxy of this runner.']
        : ['could not be reached', 'Check that this runner can reach it (proxy, firewall, certificates of a proxy).'];
    return new errors/* ActionError */.l('EXCHANGE_FAILED', `${host} (${who}) ${problem} (${code || 'no code'}): ${words}.`, {
        hint,
        cause: thrown,
    });
}

;// CONCATENATED MODULE: ./build/keyless/exchange.js






/** Longest answer that is read, in bytes, unless a request sets another limit; tokens have some kilobytes. */
const LIMIT = 256 * 1024;
/** Shortest text that is accepted as a token, in characters. */
const SHORTEST = 16;
/** Exchange asks providers, repeats requests that may succeed later, and masks the tokens that it gets. */
class Exchange {
    #options;
    #persistence;
    constructor(options) {
        this.#options = options;
        this.#persistence = new Persistence(options.clock, options.signal);
    }
    /** now is the date, in milliseconds since 1970. */
    get now() {
        return this.#options.clock.date();
    }
    /**
     * ask returns the answer, whatever its status. `isBusy` recognises an answer that says, only in its words, that the
     * same request may succeed later. Redirects are not followed: secrets go only to the host that they are for.
     */
    async ask(asked, isBusy = () => false) {
        return this.#persistence.persist(asked.url.host, () => this.#attempt(asked, isBusy));
    }
    /** askOnce is `ask` for a request that changes something: it is never repeated. */
    async askOnce(asked) {
        return (await this.#attempt(asked, () => false)).result();
    }
    async #attempt({ who, method = 'POST', url, headers = {}, body, limit = LIMIT }, isBusy) {
        const { http, clock, signal } = this.#options;
        // The last check before a token is sent; every address here follows a fixed rule.
        if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback(url.hostname)))
            throw malformedAnswer(who, `${url.origin} does not use TLS`);
        const request = { method, url, headers, limit, ...(body === undefined ? {} : { body }) };
        try {
            const answer = await http.open(request).then(readAnswer);
            return { result: () => answer, transience: transienceOfAnswer(answer, clock.date(), isBusy(answer)) };
        }
        catch (thrown) {
            signal.throwIfAborted();
            const fail = () => {
                throw noExchange(who, url.host, thrown);
            };
            return { result: fail, transience: transienceOfError(thrown) };
        }
    }
    /** form is `ask` with the fields of a form (`application/x-www-form-urlencoded`). */
    form(asked, isBusy) {
        const headers = { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' };
        const body = new URLSearchParams(asked.fields).toString();
        return this.ask({ ...asked, headers: { ...headers, ...asked.headers }, body }, isBusy);
    }
    /**
     * keep masks every form of a token, including the parts of a JWT, and only then makes a Secret of it. Throws
     * EXCHANGE_FAILED if it is no token: a token is long, because masking a short text would hide ordinary text, and a
     * header accepts only visible ASCII.
     */
    keep(who, token, username = '') {
        if (typeof token !== 'string' || token.length < SHORTEST || !/^[\x21-\x7e]+$/.test(token)) {
            throw malformedAnswer(who, 'it has no token');
        }
        const parts = token.split('.').slice(1);
        const secrets = [token, ...(parts.length === 2 ? parts : []).filter((part) => part.length >= SHORTEST)];
        for (const text of secrets) {
            for (const form of (0,secret_secret/* maskedForms */.$e)({ username, password: new secret_secret/* Secret */.zh(text), servers: [] }))
                this.#options.mask(form);
        }
        return new secret_secret/* Secret */.zh(token);
    }
}
/** jsonOf reads the object in an answer; anything else has no fields. */
function jsonOf({ body }) {
    try {
        const read = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
        return typeof read === 'object' && read !== null ? read : {};
    }
    catch {
        return {};
    }
}
/** saidBy reads an error in the form of OAuth (RFC 6749, 5.2), or with a `message`. */
function saidBy(answer) {
    const { error, error_description, message } = jsonOf(answer);
    const text = (value) => (typeof value === 'string' ? value : '');
    return { status: answer.status, code: text(error), message: text(error_description) || text(message) };
}

;// CONCATENATED MODULE: ./build/keyless/keyless.js
/** alsoMounting says from where layers are mounted, as the end of a `width`. */
function alsoMounting(mountFrom) {
    return mountFrom.length === 0 ? '' : `, and mounting layers from ${mountFrom.join(', ')}`;
}

;// CONCATENATED MODULE: ./build/keyless/aws/endpoints.js
/** stsHost is the regional STS for a registry (botocore, `sts/endpoint-rule-set-1.json`). */
function stsHost({ partition, region, isFips, isDualStack }) {
    // In the government's partition, the plain STS is the validated one.
    const isPlain = !isFips || (partition.id === 'aws-us-gov' && !isDualStack);
    return `${isPlain ? 'sts' : 'sts-fips'}.${region}.${services(partition, isDualStack)}`;
}
/** ecrHost is the API of ECR for a registry (botocore, `ecr` and `ecr-public/endpoint-rule-set-1.json`). */
function ecrHost({ kind, partition, region, isFips, isDualStack }) {
    const service = `${kind === 'public' ? 'ecr-public' : 'ecr'}${isFips ? '-fips' : ''}`;
    return `${isDualStack ? service : `api.${service}`}.${region}.${services(partition, isDualStack)}`;
}
function services({ domain, dualStack }, isDualStack) {
    return isDualStack && dualStack !== undefined ? dualStack.services : domain;
}

;// CONCATENATED MODULE: ./build/keyless/aws/session-policy.js
/** Actions for a push (Amazon ECR user guide, "Required IAM permissions for pushing an image"). */
const PUSH = [
    'BatchCheckLayerAvailability',
    'InitiateLayerUpload',
    'UploadLayerPart',
    'CompleteLayerUpload',
    'PutImage',
];
/** Actions for reading back; anyone may read the public registry. */
const READ = ['BatchGetImage', 'GetDownloadUrlForLayer'];
/** The action on a repository whose layers are mounted (Amazon ECR user guide, "Blob mounting"). */
const MOUNT = ['GetDownloadUrlForLayer'];
/** Actions for listing: tags and referrers of the registry, and the images of ECR's own API. */
const LIST = ['ListImages', 'ListImageReferrers', 'DescribeImages'];
const PRIVATE = {
    'pull,push': [...PUSH, ...READ],
    pull: [...LIST, ...READ],
    'pull,delete': [...LIST, 'BatchDeleteImage', ...READ],
};
/** Anyone may read the public registry, and nothing is deleted there. */
const PUBLIC = { 'pull,push': PUSH, pull: [], 'pull,delete': [] };
/** Longest policy of a session, in characters (STS API reference, AssumeRoleWithWebIdentity). */
const session_policy_LONGEST = 2048;
/**
 * nameable are the repositories of `mountFrom` that a session policy can name. The public registry mounts nothing. What
 * a policy does not name is uploaded.
 */
function nameable(ecr, scope) {
    let mountFrom = ecr.kind === 'public' ? [] : scope.mountFrom;
    while (mountFrom.length > 0 && sessionPolicy(ecr, { ...scope, mountFrom }).length > session_policy_LONGEST) {
        mountFrom = mountFrom.slice(0, -1);
    }
    return mountFrom;
}
/**
 * sessionPolicy limits the job's role to one purpose in this repository: a session may do only what both the role and
 * this policy allow (IAM user guide, "Session policies"). No path has a wildcard or a variable of a policy.
 */
function sessionPolicy(ecr, { repository, actions, mountFrom }) {
    const service = ecr.kind === 'public' ? 'ecr-public' : 'ecr';
    const named = (actions) => actions.map((action) => `${service}:${action}`);
    const statement = (Action, Resource) => ({
        Effect: 'Allow',
        Action,
        Resource,
    });
    const arnOf = (path) => ecr.kind === 'public'
        ? // The first part of a public path is an alias of the account, which only AWS knows.
            `arn:${ecr.partition.id}:ecr-public::*:repository/${path.slice(path.indexOf('/') + 1)}`
        : `arn:${ecr.partition.id}:ecr:${ecr.region}:${repository.registry.slice(0, 12)}:repository/${path}`;
    const signIn = ecr.kind === 'public'
        ? [...named(['GetAuthorizationToken']), 'sts:GetServiceBearerToken']
        : named(['GetAuthorizationToken']);
    const needed = (ecr.kind === 'public' ? PUBLIC : PRIVATE)[actions];
    return JSON.stringify({
        Version: '2012-10-17',
        Statement: [
            statement(signIn, '*'),
            ...(needed.length === 0 ? [] : [statement(named(needed), arnOf(repository.path))]),
            ...(mountFrom.length === 0 ? [] : [statement(named(MOUNT), mountFrom.map(arnOf))]),
        ],
    });
}

;// CONCATENATED MODULE: ./build/keyless/aws/assume-role.js



const WHO = 'Amazon STS';
/** Every role allows an hour, and longer only if it is set up so. In seconds. */
const SESSION = 3600;
const KNOWN = [
    {
        says: /audience/i,
        means: 'the token is for another audience',
        hint: 'Compare the audience (client ID) of the identity provider in IAM with aud; "audience" in "identity" sets aud.',
    },
    {
        says: /ExpiredToken/,
        means: 'the token has expired',
        hint: 'Run the job again. If it fails again, the clock of this runner is wrong, or STS could not be reached for some minutes.',
    },
    {
        says: /No OpenIDConnect provider|InvalidIdentityToken|IDPRejectedClaim/,
        means: 'the account of the role does not accept tokens of this issuer',
        hint: 'In IAM of that account, create an identity provider whose URL is iss, "https://token.actions.githubusercontent.com".',
    },
    {
        says: /AccessDenied/,
        means: 'this job may not use the role, or the role does not exist',
        hint: 'Compare the conditions of the role\'s trust policy ("token.actions.githubusercontent.com:sub" and ":aud") with sub and aud, and check "role-to-assume".',
        isAboutSubject: true,
    },
    {
        says: /RegionDisabled/,
        means: 'STS is disabled in this region',
        hint: 'Activate STS for the region of the registry in the account settings of IAM.',
    },
    {
        says: /MalformedPolicyDocument|PackedPolicyTooLarge/,
        means: 'the session policy for this repository is rejected',
        hint: "Shorten the repository's name, or the tags and policies that the trust of the role adds to a session.",
    },
];
/**
 * assumeRole asks STS for keys of the role (AWS STS API reference, AssumeRoleWithWebIdentity), limited to the
 * repository. Nothing is signed: the job's token is what counts.
 */
async function assumeRole(exchange, { roleArn, ecr }, given) {
    const fields = {
        Action: 'AssumeRoleWithWebIdentity',
        Version: '2011-06-15',
        RoleArn: roleArn,
        RoleSessionName: given.sessionName,
        WebIdentityToken: given.token.secret.reveal(),
        DurationSeconds: String(SESSION),
    };
    const url = new URL(`https://${stsHost(ecr)}/`);
    const headers = { accept: 'application/xml' };
    const ask = (mountFrom) => {
        const Policy = sessionPolicy(ecr, { ...given, mountFrom });
        return exchange.form({ who: WHO, url, headers, fields: { ...fields, Policy } }, isBusy);
    };
    let mountFrom = nameable(ecr, given);
    let answer = await ask(mountFrom);
    if (mountFrom.length > 0 && isTooLarge(answer)) {
        mountFrom = [];
        answer = await ask(mountFrom);
    }
    if (answer.status !== 200) {
        throw refusedExchange(WHO, saidInXml(answer), { known: KNOWN, claims: given.token.claims });
    }
    const text = textOf(answer);
    const expiresAt = Date.parse(assume_role_element(text, 'Expiration'));
    if (Number.isNaN(expiresAt))
        throw malformedAnswer(WHO, 'it does not say when the keys expire');
    const keys = {
        accessKeyId: assume_role_element(text, 'AccessKeyId'),
        secretAccessKey: exchange.keep(WHO, assume_role_element(text, 'SecretAccessKey')).reveal(),
        sessionToken: exchange.keep(WHO, assume_role_element(text, 'SessionToken')).reveal(),
    };
    // The id is no secret, but it becomes part of a header.
    if (!/^\w{16,128}$/.test(keys.accessKeyId))
        throw malformedAnswer(WHO, 'it has no keys');
    return { keys, expiresAt, mountFrom };
}
/** STS packs a policy together with the tags of the session: that size has another limit, and only STS knows it. */
function isTooLarge(answer) {
    return answer.status === 400 && saidInXml(answer).code.startsWith('PackedPolicyTooLarge');
}
/** STS answers with status 400 if it is too busy, or could not fetch GitHub's keys. */
function isBusy(answer) {
    return answer.status === 400 && /^(?:Throttling|IDPCommunicationError)/.test(saidInXml(answer).code);
}
function saidInXml(answer) {
    const text = textOf(answer);
    return { status: answer.status, code: assume_role_element(text, 'Code'), message: assume_role_element(text, 'Message') };
}
function textOf({ body }) {
    return new TextDecoder().decode(body);
}
/**
 * The text of the first element with this name. In answers of the query protocol, these elements have no attributes.
 */
function assume_role_element(xml, name) {
    const [, text = ''] = new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml) ?? [];
    const entities = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
    return text.replace(/&(lt|gt|quot|apos|amp);/g, (_, entity) => entities[entity] ?? '').trim();
}

;// CONCATENATED MODULE: ./build/keyless/aws/said-by-ecr.js

/** saidByEcr reads an error of the JSON protocol, which names it in `__type`, sometimes after a name space. */
function saidByEcr(answer) {
    const { __type, message, Message } = jsonOf(answer);
    const text = (value) => (typeof value === 'string' ? value : '');
    return { status: answer.status, code: text(__type).replace(/^.*#/, ''), message: text(message) || text(Message) };
}

;// CONCATENATED MODULE: ./build/keyless/aws/signature.js

/**
 * signedHeaders returns the headers of a request with a signature, version 4 (IAM user guide, "Create a signed AWS API
 * request"), which covers all of them and the host.
 */
function signedHeaders(request, { keys, service, region, date }) {
    const time = new Date(date).toISOString().replace(/[-:]|\.\d{3}/g, '');
    const headers = {
        ...request.headers,
        'x-amz-date': time,
        ...(keys.sessionToken === undefined ? {} : { 'x-amz-security-token': keys.sessionToken }),
    };
    const day = time.slice(0, 8);
    const scope = `${day}/${region}/${service}/aws4_request`;
    const signed = { ...headers, host: request.url.host };
    const text = ['AWS4-HMAC-SHA256', time, scope, sha256(canonicalRequest({ ...request, headers: signed }))].join('\n');
    const key = [day, region, service, 'aws4_request'].reduce(hmac, `AWS4${keys.secretAccessKey}`);
    const authorization = [
        `AWS4-HMAC-SHA256 Credential=${keys.accessKeyId}/${scope}`,
        `SignedHeaders=${headerNames(signed)}`,
        `Signature=${hmac(key, text).toString('hex')}`,
    ].join(', ');
    return { ...headers, authorization };
}
/** canonicalRequest is the form of a request that both sides hash (the same guide, step 1). */
function canonicalRequest({ method, url, headers, body }) {
    const lines = sorted(Object.keys(headers)).map((name) => `${name}:${headers[name]?.trim().replace(/ +/g, ' ')}\n`);
    const path = url.pathname.split('/').map((part) => encoded(decodeURIComponent(part)));
    return [method, path.join('/'), canonicalQuery(url), lines.join(''), headerNames(headers), sha256(body)].join('\n');
}
function canonicalQuery(url) {
    const pairs = [...url.searchParams].map(([name, value]) => `${encoded(name)}=${encoded(value)}`);
    return sorted(pairs).join('&');
}
function headerNames(headers) {
    return sorted(Object.keys(headers)).join(';');
}
function sorted(texts) {
    return [...texts].sort((one, other) => Buffer.compare(Buffer.from(one), Buffer.from(other)));
}
/** All but the unreserved characters of RFC 3986 are encoded. */
function encoded(text) {
    return encodeURIComponent(text).replace(/[!'()*]/g, (each) => `%${each.charCodeAt(0).toString(16).toUpperCase()}`);
}
function sha256(text) {
    return (0,external_node_crypto_.createHash)('sha256').update(text).digest('hex');
}
function hmac(key, text) {
    return (0,external_node_crypto_.createHmac)('sha256', key).update(text).digest();
}

;// CONCATENATED MODULE: ./build/keyless/aws/sign-in-to-ecr.js








const sign_in_to_ecr_WHO = 'Amazon ECR';
const sign_in_to_ecr_KNOWN = [
    {
        says: /Signature (?:expired|not yet current)|RequestExpired|RequestTimeTooSkewed/i,
        means: 'the clock of this runner is wrong',
        hint: 'Correct the clock of the runner: a signature is valid only for some minutes.',
    },
    {
        says: /ExpiredToken/,
        means: 'the keys of the role have expired',
        hint: 'Run the job again. If it fails again, check the clock of this runner.',
    },
    {
        // Or 403 without readable words.
        says: /AccessDenied|not authorized|^403 +$/,
        means: 'the role may not sign in to the registry',
        hint: 'Allow the role ecr:GetAuthorizationToken on "*" (for public.ecr.aws: ecr-public:GetAuthorizationToken and sts:GetServiceBearerToken).',
    },
    {
        says: /UnrecognizedClient|InvalidClientTokenId|InvalidSignature/,
        means: 'the region does not know the keys of the role',
        hint: 'The role must be in the same partition as the registry (aws, aws-cn, aws-us-gov), and its account must have this region enabled.',
    },
];
/** What a session is for, for people. */
const WIDTHS = {
    'pull,push': (name) => `pushing to ${name} and reading it back`,
    pull: (name) => `reading ${name}`,
    'pull,delete': (name) => `reading ${name} and deleting in it`,
};
/**
 * signInToEcr gets a password for a registry of Amazon ECR. It exchanges the job's token for a role, limited to one
 * purpose in this one repository, and the role's keys for the password (Amazon ECR API reference,
 * GetAuthorizationToken).
 */
async function signInToEcr(exchange, identity, given) {
    const session = await assumeRole(exchange, identity, given);
    const answer = await askForToken(exchange, identity, session);
    if (answer.status !== 200)
        throw refusedExchange(sign_in_to_ecr_WHO, saidByEcr(answer), { known: sign_in_to_ecr_KNOWN, claims: given.token.claims });
    const { authorizationData } = jsonOf(answer);
    const data = Array.isArray(authorizationData) ? authorizationData[0] : authorizationData;
    const { authorizationToken, expiresAt } = (data ?? {});
    if (typeof authorizationToken !== 'string')
        throw malformedAnswer(sign_in_to_ecr_WHO, 'it has no token');
    exchange.keep(sign_in_to_ecr_WHO, authorizationToken);
    const [, username, password] = /^([^:]+):(.+)$/.exec(Buffer.from(authorizationToken, 'base64').toString()) ?? [];
    if (username !== 'AWS')
        throw malformedAnswer(sign_in_to_ecr_WHO, 'its token is not a user and a password');
    return {
        username,
        password: exchange.keep(sign_in_to_ecr_WHO, password, username),
        // It is not documented whether a password outlives the keys that created it.
        expiresAt: typeof expiresAt === 'number' ? Math.min(expiresAt * 1000, session.expiresAt) : session.expiresAt,
        kind: `a password of Amazon ECR for the role ${identity.roleArn}`,
        width: `${WIDTHS[given.actions]((0,reference/* repositoryName */.aR)(given.repository))}${alsoMounting(session.mountFrom)}, by a session policy`,
    };
}
function askForToken(exchange, { ecr }, { keys }) {
    const [service, target] = ecr.kind === 'public' ? ['ecr-public', 'SpencerFrontendService'] : ['ecr', 'AmazonEC2ContainerRegistry_V20150921'];
    const url = new URL(`https://${ecrHost(ecr)}/`);
    const headers = { 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': `${target}.GetAuthorizationToken` };
    const unsigned = { method: 'POST', url, headers, body: '{}' };
    const signed = signedHeaders(unsigned, { keys, service, region: ecr.region, date: exchange.now });
    return exchange.ask({ who: sign_in_to_ecr_WHO, ...unsigned, headers: signed }, sign_in_to_ecr_isBusy);
}
function sign_in_to_ecr_isBusy(answer) {
    return answer.status === 400 && /^Throttling|^RequestLimitExceeded/.test(saidByEcr(answer).code);
}

;// CONCATENATED MODULE: ./build/keyless/azure-acr.js






const ENTRA = 'Microsoft Entra ID';
const ACR = 'Azure Container Registry';
/** With this user name, the registry knows that the password is one of its tokens (Azure/acr, `docs/AAD-OAuth.md`). */
const azure_acr_TOKEN_USER = '00000000-0000-0000-0000-000000000000';
/** The registries' own resource: a token for it works only there, and not for Azure's whole management. */
const SCOPE = 'https://containerregistry.azure.net/.default';
/** The lifetime of a token whose expiry cannot be read, in milliseconds. */
const SHORT = 5 * 60_000;
const ROLE_HINT = 'Give the identity the role AcrPush on the registry. If the registry\'s role assignment mode is "RBAC Registry + ABAC ' +
    'Repository Permissions", AcrPush has no effect: give it "Container Registry Repository Writer", preferably with a ' +
    'condition on this repository.';
const KNOWN_OF_ENTRA = [
    {
        says: /AADSTS700212/,
        means: 'no federated credential of the application has this audience',
        hint: 'Compare the audience of the federated credential with aud; "audience" in "identity" sets aud.',
    },
    {
        says: /AADSTS700211/,
        means: 'no federated credential of the application has this issuer',
        hint: 'Compare the issuer of the federated credential with iss.',
    },
    {
        says: /AADSTS70021/,
        means: 'no federated credential of the application matches this job',
        hint: 'Compare the subject identifier of the federated credential (or its claims matching expression) with sub, character by character.',
        isAboutSubject: true,
    },
    {
        says: /AADSTS700024|expired/i,
        means: 'the token has expired',
        hint: 'Run the job again. If it fails again, the clock of this runner is wrong, or Entra ID could not be reached for some minutes.',
    },
    {
        says: /AADSTS(?:700016|7000229|90002|900023)/,
        means: 'the tenant or the application is unknown',
        hint: 'Check "tenant-id" and "client-id": the client ID is that of the application or managed identity, not its object ID.',
    },
    {
        says: /AADSTS500011/,
        means: 'the tenant has not registered the registries as a resource',
        hint: 'Register the resource provider Microsoft.ContainerRegistry in a subscription of this tenant.',
    },
];
const KNOWN_OF_ACR = [
    {
        says: /client with IP|firewall|not allowed access/i,
        means: 'its firewall blocks this runner',
        hint: "Allow the runner's address in the registry's networking, or use a runner inside its network.",
    },
    { says: /it grants no/, means: 'the identity may not push to this repository and read it back', hint: ROLE_HINT },
    { says: /^40[13] /, means: 'the identity may not sign in to it', hint: ROLE_HINT },
];
/**
 * signInToAcr gets a token of an Azure Container Registry for this repository only. It exchanges the job's token for
 * one of Entra ID (client credentials with a federated assertion), and that one for a refresh token of the registry. It
 * exchanges the refresh token for an access token, which a login accepts as its password (Azure/acr,
 * `docs/AAD-OAuth.md`). This is documented only for pulling, so we try it; if a registry rejects it, we use the refresh
 * token.
 */
async function signInToAcr(exchange, identity, { token, ...asked }) {
    const { registry, tenantId: tenant, clientId } = identity;
    const { claims } = token;
    const entra = await askEntra(exchange, identity, token);
    const fields = { grant_type: 'access_token', service: registry, tenant, access_token: entra };
    const exchanged = await ask(exchange, registry, { path: '/oauth2/exchange', fields });
    const refresh = tokenIn(exchange, exchanged, { gives: 'refresh_token', claims });
    const narrow = await narrowed(exchange, { registry, refresh, claims }, asked);
    const password = narrow?.token ?? refresh;
    const end = numericClaim(password, 'exp');
    return {
        username: azure_acr_TOKEN_USER,
        password: new secret_secret/* Secret */.zh(password),
        expiresAt: end === undefined ? exchange.now + SHORT : end * 1000,
        kind: `${narrow === undefined ? 'a refresh token' : 'an access token'} of ${registry} for the application ${clientId}`,
        width: narrow === undefined ? 'everything that the application may do there' : widthOf(narrow.scope),
    };
}
function widthOf({ repository, actions, mountFrom }) {
    const own = actions === 'pull' ? 'pulling from' : 'pulling from and pushing to';
    return `only ${own} ${(0,reference/* repositoryName */.aR)(repository)}${alsoMounting(mountFrom)}`;
}
/**
 * The access token for this scope, if the registry accepts it as a password; otherwise undefined. If the registry refuses
 * the repositories that layers are mounted from, it is asked without them, and those layers are uploaded.
 */
async function narrowed(exchange, login, scope) {
    const access = await askForAccess(exchange, login, scope);
    if (access !== undefined && (await isPassword(exchange, access, { ...login, scope }))) {
        const mountFrom = scope.mountFrom.filter((path) => missingActions(access, path, 'pull').length === 0);
        return { token: access, scope: { ...scope, mountFrom } };
    }
    return scope.mountFrom.length === 0 ? undefined : narrowed(exchange, login, { ...scope, mountFrom: [] });
}
/** Undefined if the registry refuses to let other repositories be read. */
async function askForAccess(exchange, login, scope) {
    const { registry, refresh, claims } = login;
    const fields = {
        grant_type: 'refresh_token',
        service: registry,
        scope: scopesOf(scope).join(' '),
        refresh_token: refresh,
    };
    const answer = await ask(exchange, registry, { path: '/oauth2/token', fields });
    if (scope.mountFrom.length > 0 && [400, 401, 403].includes(answer.status))
        return undefined;
    const access = tokenIn(exchange, answer, { gives: 'access_token', claims });
    assertGranted(access, scope, claims);
    return access;
}
/** The repository's own scope, and those of the repositories that layers are mounted from. */
function scopesOf({ repository, actions, mountFrom }) {
    return [`repository:${repository.path}:${actions}`, ...mountFrom.map((path) => `repository:${path}:pull`)];
}
async function askEntra(exchange, { cloud, tenantId, clientId }, { secret, claims }) {
    const url = new URL(`https://${cloud.authority}/${tenantId}/oauth2/v2.0/token`);
    const fields = {
        client_id: clientId,
        grant_type: 'client_credentials',
        client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
        client_assertion: secret.reveal(),
        scope: SCOPE,
    };
    const answer = await exchange.form({ who: ENTRA, url, fields });
    if (answer.status !== 200)
        throw refusedExchange(ENTRA, saidBy(answer), { known: KNOWN_OF_ENTRA, claims });
    return exchange.keep(ENTRA, jsonOf(answer).access_token).reveal();
}
function ask(exchange, registry, { path, fields }) {
    return exchange.form({ who: ACR, url: new URL(path, `https://${registry}`), fields });
}
function tokenIn(exchange, answer, { gives, claims }) {
    if (answer.status !== 200)
        throw refusedExchange(ACR, saidByRegistry(answer), { known: KNOWN_OF_ACR, claims });
    return exchange.keep(ACR, jsonOf(answer)[gives], azure_acr_TOKEN_USER).reveal();
}
/** Whether the registry accepts an access token as the password of a login: we ask as docker asks. */
async function isPassword(exchange, token, { registry, scope, claims }) {
    const url = new URL('/oauth2/token', `https://${registry}`);
    url.searchParams.set('service', registry);
    for (const each of scopesOf(scope))
        url.searchParams.append('scope', each);
    const headers = { authorization: `Basic ${Buffer.from(`${azure_acr_TOKEN_USER}:${token}`).toString('base64')}` };
    const answer = await exchange.ask({ who: ACR, method: 'GET', url, headers });
    if (answer.status === 429 || answer.status >= 500) {
        throw refusedExchange(ACR, saidByRegistry(answer), { known: KNOWN_OF_ACR, claims });
    }
    const { access_token } = jsonOf(answer);
    if (answer.status !== 200 || typeof access_token !== 'string')
        return false;
    return missingActions(exchange.keep(ACR, access_token).reveal(), scope.repository.path, scope.actions).length === 0;
}
/** If a scope is not granted, a registry may silently issue a token that grants less. */
function assertGranted(token, scope, claims) {
    const { path } = scope.repository;
    const missing = missingActions(token, path, scope.actions);
    if (missing.length === 0)
        return;
    const said = { status: 200, code: '', message: `it grants no ${missing.join(' and no ')} for ${path}` };
    throw refusedExchange(ACR, said, { known: KNOWN_OF_ACR, claims });
}
/** The requested actions that a token does not grant; if the token cannot be read, none is known to be missing. */
function missingActions(token, path, wanted) {
    const access = claim(token, 'access');
    if (!Array.isArray(access))
        return [];
    const actions = access
        .filter((each) => each?.type === 'repository' && each?.name === path)
        .flatMap((each) => (Array.isArray(each?.actions) ? each.actions : []));
    return wanted.split(',').filter((action) => !actions.includes(action) && !actions.includes('*'));
}
/** The registry's own errors have the form of the distribution specification. */
function saidByRegistry(answer) {
    const { errors } = jsonOf(answer);
    const [first] = Array.isArray(errors) ? errors : [];
    if (first === undefined)
        return saidBy(answer);
    return { status: answer.status, code: String(first?.code ?? ''), message: String(first?.message ?? '') };
}

;// CONCATENATED MODULE: ./build/keyless/dockerhub.js


const dockerhub_WHO = 'Docker Hub';
/** The longest life that every connection can give, in seconds; the default of 300 is too short for a large push. */
const LIFE = 3600;
/** Docker Hub's answers in these cases are not documented; the statuses are those of similar services and of HTTP. */
const dockerhub_KNOWN = [
    {
        says: /audience/i,
        means: 'the token is for another audience',
        hint: 'Leave "audience" out of this entry: Docker Hub expects "https://identity.docker.com".',
    },
    {
        says: /expired/i,
        means: 'the token has expired',
        hint: 'Run the job again. If it fails again, the clock of this runner is wrong, or Docker Hub could not be reached for some minutes.',
    },
    {
        says: /^404 |connection/i,
        means: 'the connection is unknown',
        hint: 'Check "connection-id" (Docker Home, organisation, "OIDC connections"), and that the connection is active.',
    },
    {
        says: /^40[0-3] /,
        means: 'no ruleset of the connection matches this job',
        hint: "Compare the rules of the connection's rulesets with sub, and that a ruleset names this repository with the scope to write.",
        isAboutSubject: true,
    },
];
/**
 * signInToDockerHub exchanges the job's token at a connection of a Docker organisation (docs.docker.com, "OIDC
 * connections"; the fields as docker/login-action sends them). The rulesets of the connection say what it may do.
 */
async function signInToDockerHub(exchange, { username, connectionId }, { secret, claims }) {
    const fields = {
        grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
        subject_token_type: 'urn:ietf:params:oauth:token-type:id_token',
        subject_token: secret.reveal(),
        connection_id: connectionId,
        expires_in: String(LIFE),
    };
    const asked = exchange.now;
    const answer = await exchange.form({ who: dockerhub_WHO, url: new URL('https://identity.docker.com/oauth/token'), fields });
    if (answer.status !== 200)
        throw refusedExchange(dockerhub_WHO, saidBy(answer), { known: dockerhub_KNOWN, claims });
    const { access_token, expires_in } = jsonOf(answer);
    return {
        username,
        password: exchange.keep(dockerhub_WHO, access_token, username),
        expiresAt: asked + (typeof expires_in === 'number' ? Math.min(expires_in, LIFE) : LIFE) * 1000,
        kind: `a token of Docker Hub for the organisation ${username}`,
        width: 'what the matching rulesets of the connection allow',
    };
}

;// CONCATENATED MODULE: ./build/keyless/google-ar.js


const STS = 'Google STS';
const IAM = 'Google IAM Credentials';
const google_ar_SCOPE = 'https://www.googleapis.com/auth/cloud-platform';
/** How long to act as a service account: as long as every service account allows. In seconds. */
const IMPERSONATION = 3600;
const KNOWN_OF_STS = [
    {
        says: /audience/i,
        means: 'the token is for another audience, or the provider does not exist',
        hint: 'Check "workload-identity-provider" (with the project\'s number, not its name), that pool and provider are enabled, and compare the allowed audiences of the provider with aud.',
    },
    {
        says: /stale|expired|\bexp\b/i,
        means: 'the token has expired',
        hint: 'Run the job again. If it fails again, the clock of this runner is wrong, or Google could not be reached for some minutes.',
    },
    {
        says: /attribute condition|attribute mapping/i,
        means: "the provider's attribute condition rejects this job",
        hint: "Compare the provider's attribute condition and mapping with these claims; a condition on repository_id and repository_owner_id does not depend on the form of sub.",
        isAboutSubject: true,
    },
    {
        says: /issuer/i,
        means: 'the provider accepts tokens of another issuer',
        hint: "Compare the provider's issuer URI with iss.",
    },
];
const KNOWN_OF_IAM = [
    {
        says: /has not been used|SERVICE_DISABLED/,
        means: 'its API is disabled',
        hint: 'Enable iamcredentials.googleapis.com in the project of the service account.',
    },
    {
        says: /^40[34] /,
        means: 'this job may not act as the service account, or that account does not exist',
        hint: 'Check "service-account", and give roles/iam.workloadIdentityUser on it to the principal of this job (principalSet://iam.googleapis.com/…/attribute.repository/OWNER/REPO, or principal://…/subject/ with sub).',
        isAboutSubject: true,
    },
];
/**
 * signInToArtifactRegistry gets an access token of Google. It exchanges the job's token for one of the workload
 * identity pool (IAM "Security Token Service API", method token). If there is a service account, it exchanges that one
 * for the account's ("IAM Service Account Credentials API", generateAccessToken). Google limits no token to a
 * repository.
 */
async function signInToArtifactRegistry(exchange, identity, token) {
    const federated = await federate(exchange, identity, token);
    const { serviceAccount } = identity;
    const given = serviceAccount === undefined ? federated : await impersonate(exchange, serviceAccount, { token, federated });
    const who = serviceAccount ?? 'the principal of this job';
    return {
        username: 'oauth2accesstoken',
        password: exchange.keep(STS, given.value, 'oauth2accesstoken'),
        expiresAt: given.expiresAt,
        kind: `an access token of Google for ${who}`,
        width: `everything that ${who} may do: Google cannot limit a token to a repository`,
    };
}
async function federate(exchange, { provider }, token) {
    const document = {
        audience: `//iam.googleapis.com/${provider}`,
        grantType: 'urn:ietf:params:oauth:grant-type:token-exchange',
        requestedTokenType: 'urn:ietf:params:oauth:token-type:access_token',
        scope: google_ar_SCOPE,
        subjectTokenType: 'urn:ietf:params:oauth:token-type:jwt',
        subjectToken: token.secret.reveal(),
    };
    const answer = await post(exchange, { who: STS, url: new URL('https://sts.googleapis.com/v1/token'), document });
    if (answer.status !== 200)
        throw refusedExchange(STS, saidBy(answer), { known: KNOWN_OF_STS, claims: token.claims });
    const { access_token, expires_in } = jsonOf(answer);
    const value = exchange.keep(STS, access_token).reveal();
    if (typeof expires_in !== 'number')
        throw malformedAnswer(STS, 'it does not say when the token expires');
    return { value, expiresAt: exchange.now + expires_in * 1000 };
}
async function impersonate(exchange, serviceAccount, { token, federated }) {
    const path = `/v1/projects/-/serviceAccounts/${encodeURIComponent(serviceAccount)}:generateAccessToken`;
    const answer = await post(exchange, {
        who: IAM,
        url: new URL(path, 'https://iamcredentials.googleapis.com'),
        headers: { authorization: `Bearer ${federated.value}` },
        document: { scope: [google_ar_SCOPE], lifetime: `${IMPERSONATION}s` },
    });
    if (answer.status !== 200)
        throw refusedExchange(IAM, saidByApi(answer), { known: KNOWN_OF_IAM, claims: token.claims });
    const { accessToken, expireTime } = jsonOf(answer);
    const value = exchange.keep(IAM, accessToken).reveal();
    const expiresAt = typeof expireTime === 'string' ? Date.parse(expireTime) : Number.NaN;
    if (Number.isNaN(expiresAt))
        throw malformedAnswer(IAM, 'it does not say when the token expires');
    return { value, expiresAt };
}
function post(exchange, { document, headers, ...asked }) {
    const common = { 'content-type': 'application/json', accept: 'application/json' };
    return exchange.ask({ ...asked, headers: { ...common, ...headers }, body: JSON.stringify(document) });
}
/** Google's APIs wrap their errors (Cloud APIs, "Errors"); STS uses the form of OAuth. */
function saidByApi(answer) {
    const { error } = jsonOf(answer);
    return { status: answer.status, code: String(error?.status ?? ''), message: String(error?.message ?? '') };
}

// EXTERNAL MODULE: ./build/run/server.js
var server = __webpack_require__(6795);
;// CONCATENATED MODULE: ./build/keyless/job-token.js





const job_token_WHO = "GitHub's token service";
const job_token_KNOWN = [
    {
        says: /^40[13] /,
        means: 'this job can no longer get a token',
        hint: 'A job can get tokens only while it runs: run it again.',
    },
];
/**
 * fetchJobToken asks GitHub for the job's OIDC token (docs.github.com, "OpenID Connect reference", methods for
 * requesting the token). Throws EXCHANGE_FAILED, with the missing permission if the job has none. `core.getIDToken`
 * does not fit: it names no permission, and tries again after three statuses but never after a broken connection. It
 * ends neither with the step nor after a time, follows redirects, and masks only the token as a whole.
 */
async function fetchJobToken(exchange, request, audience) {
    const url = URL.parse(request.url ?? '');
    if (url === null || !request.token) {
        if ((0,server/* isOfGitea */.e)(request.server))
            throw noIdentity(request.server);
        throw new errors/* ActionError */.l('EXCHANGE_FAILED', 'This job may not ask GitHub for an identity token.', {
            hint: 'Add "id-token: write" to the "permissions" of this job, beside those that it has. Runs for pull requests from forks and for Dependabot never have it, ' +
                'and a reusable workflow has it only if its caller has it.',
        });
    }
    const shown = exchange.keep(job_token_WHO, request.token);
    url.searchParams.set('audience', audience);
    const headers = { authorization: `Bearer ${shown.reveal()}`, accept: 'application/json' };
    const answer = await exchange.ask({ who: job_token_WHO, method: 'GET', url, headers });
    if (answer.status !== 200)
        throw refusedExchange(job_token_WHO, saidBy(answer), { known: job_token_KNOWN });
    const { value } = jsonOf(answer);
    if (typeof value !== 'string' || !/^[\w-]+\.[\w-]+\.[\w-]+$/.test(value)) {
        throw malformedAnswer(job_token_WHO, 'it has no token');
    }
    return { secret: exchange.keep(job_token_WHO, value), claims: readClaims(value) };
}
/** If the server offers no identity, no permission helps. */
function noIdentity({ name }) {
    return new errors/* ActionError */.l('EXCHANGE_FAILED', `This server (${name}) gave the job no identity.`, {
        hint: 'Leave "identity" out, and set "username" and "password". docs/servers.md lists what each server supports.',
    });
}

;// CONCATENATED MODULE: ./build/keyless/job-session.js


/** tokenOfJob asks the runner for the job's token for an audience. Throws EXCHANGE_FAILED. */
function tokenOfJob({ exchange, environment }, audience) {
    const { ACTIONS_ID_TOKEN_REQUEST_URL: url, ACTIONS_ID_TOKEN_REQUEST_TOKEN: token } = environment;
    return fetchJobToken(exchange, { url, token, server: (0,server/* serverOf */.F)(environment) }, audience);
}
/** tokenFor is `tokenOfJob` for the provider of an identity. */
function tokenFor(identity, desk) {
    return tokenOfJob(desk, identity.audience ?? audienceOf(identity));
}
/** sessionNameOf identifies the run: AWS writes the name of a session into its logs. */
function sessionNameOf({ GITHUB_RUN_ID }) {
    return `verified-image-push-${(GITHUB_RUN_ID ?? '').replace(/\D/g, '')}`.slice(0, 64);
}
/** The audience that a provider expects in the job's token, unless its trust setting has another one. */
function audienceOf(identity) {
    switch (identity.type) {
        case 'aws-ecr':
            return identity.ecr.partition.id === 'aws-cn' ? 'sts.amazonaws.com.cn' : 'sts.amazonaws.com';
        case 'azure-acr':
            return identity.cloud.audience;
        case 'google-ar':
            return `https://iam.googleapis.com/${identity.provider}`;
        case 'dockerhub':
            return 'https://identity.docker.com';
    }
}

;// CONCATENATED MODULE: ./build/keyless/renewing.js
/** A credential is replaced this long before it expires, or at half its life if that is later; in milliseconds. */
const MARGIN = 5 * 60_000;
/** It is kept at least this long: a runner whose clock is wrong would otherwise ask for one with each request. */
const LEAST = 60_000;
/**
 * renewing gives what `make` made as long as it lasts for some minutes more, and then makes a new one. Callers at the
 * same time share one; a failure is not kept. `date` is in milliseconds since 1970.
 */
function renewing(make, date) {
    let held;
    const renew = () => {
        const asked = date();
        const making = make().then((credential) => {
            const left = credential.expiresAt - asked;
            return { credential, staleFrom: asked + Math.max(LEAST, left - Math.min(MARGIN, left / 2)) };
        });
        making.catch(() => {
            if (held === making)
                held = undefined;
        });
        held = making;
        return making;
    };
    return async () => {
        const last = held;
        if (last !== undefined) {
            const { credential, staleFrom } = await last;
            if (date() < staleFrom)
                return credential;
        }
        // Meanwhile, another caller may have begun to renew it.
        return (await (held === undefined || held === last ? renew() : held)).credential;
    };
}

;// CONCATENATED MODULE: ./build/keyless/cloud-keyless.js










/** No provider gives a longer life than half a day; a longer one is not believed. In milliseconds. */
const cloud_keyless_LONGEST = 12 * 3600_000;
/** Identities whose credential is limited to repositories; the others mount from wherever the account may. */
const LIMITED = ['aws-ecr', 'azure-acr'];
/** cloudKeyless signs in to the clouds with the job's own identity, signed by GitHub (OIDC). */
function cloudKeyless({ signal, mask, clock = systemClock, environment = () => process.env, ...more }) {
    const withDesk = async (work) => {
        const http = more.http ?? httpClient({ signal });
        try {
            return await work({ exchange: new Exchange({ http, clock, signal, mask }), environment: environment() });
        }
        finally {
            if (more.http === undefined)
                http.close();
        }
    };
    const make = async (identity, wanted) => {
        const made = await withDesk((desk) => signInTo(identity, wanted, desk));
        return { ...made, expiresAt: Math.min(Math.max(made.expiresAt, 0), clock.date() + cloud_keyless_LONGEST) };
    };
    const sources = new Map();
    return {
        credential: (identity, repository, { actions: asked = 'pull,push', ...purpose } = {}) => {
            const actions = more.actions ?? asked;
            const mountFrom = LIMITED.includes(identity.type) ? (purpose.mountFrom ?? []) : [];
            const name = [(0,reference/* repositoryName */.aR)(repository), actions, ...mountFrom].join(' ');
            const source = sources.get(name) ?? renewing(() => make(identity, { repository, actions, mountFrom }), clock.date);
            sources.set(name, source);
            return source();
        },
        jobToken: async (audience) => (await withDesk((desk) => tokenOfJob(desk, audience))).secret,
    };
}
async function signInTo(identity, wanted, desk) {
    const { exchange, environment } = desk;
    const token = await tokenFor(identity, desk);
    switch (identity.type) {
        case 'aws-ecr':
            return signInToEcr(exchange, identity, { token, ...wanted, sessionName: sessionNameOf(environment) });
        case 'azure-acr':
            return signInToAcr(exchange, identity, { token, ...wanted });
        case 'google-ar':
            return signInToArtifactRegistry(exchange, identity, token);
        case 'dockerhub':
            return signInToDockerHub(exchange, identity, token);
    }
}

;// CONCATENATED MODULE: ./build/registry/endpoint.js

/** The host that serves the API of a registry; for Docker Hub it differs from the name that people write. */
function apiHost(registry) {
    return registry === reference/* DOCKER_HUB */.Xb ? 'registry-1.docker.io' : registry;
}
/** originOf is the scheme, host and port to which a credential belongs. */
function originOf(url) {
    return `${url.protocol}//${url.hostname.toLowerCase()}:${url.port || (url.protocol === 'https:' ? '443' : '80')}`;
}
/** redacted is an address without user and query, safe to print: signed addresses have their secret in the query. */
function redacted(url) {
    return `${url.protocol}//${url.host}${url.pathname}`;
}
const PING_LIMIT = 64 * 1024;
/** A ping is followed by the tags and blobs of an image, or by its config and the lists of what is attached to it. */
const FOLLOWING = 5;
/**
 * pingOf is the first request to a registry: is it one, and which login does it want (distribution-spec, "Determining
 * Support").
 */
function pingOf(registry) {
    return { method: 'GET', url: new URL('/v2/', registry), headers: {}, limit: PING_LIMIT, ahead: FOLLOWING };
}

// EXTERNAL MODULE: external "node:dns"
var external_node_dns_ = __webpack_require__(610);
// EXTERNAL MODULE: external "node:dns/promises"
var external_node_dns_promises_ = __webpack_require__(1553);
;// CONCATENATED MODULE: ./build/registry/inside-addresses.js



/** Addresses that can be reached only from inside: a hostile registry could redirect us there. */
const INSIDE = [
    ['0.0.0.0', 8, 'ipv4'],
    ['10.0.0.0', 8, 'ipv4'],
    ['100.64.0.0', 10, 'ipv4'],
    ['127.0.0.0', 8, 'ipv4'],
    ['169.254.0.0', 16, 'ipv4'],
    ['172.16.0.0', 12, 'ipv4'],
    ['192.0.0.0', 24, 'ipv4'],
    ['192.168.0.0', 16, 'ipv4'],
    ['198.18.0.0', 15, 'ipv4'],
    ['224.0.0.0', 3, 'ipv4'],
    ['::', 96, 'ipv6'],
    ['64:ff9b::', 96, 'ipv6'],
    ['64:ff9b:1::', 48, 'ipv6'],
    ['2002::', 16, 'ipv6'],
    ['fc00::', 7, 'ipv6'],
    ['fe80::', 10, 'ipv6'],
    ['fec0::', 10, 'ipv6'],
    ['ff00::', 8, 'ipv6'],
];
const inside = new external_node_net_.BlockList();
for (const [network, prefix, family] of INSIDE)
    inside.addSubnet(network, prefix, family);
/** isInside tells whether an IP address is private, local to this machine or link, or of nobody. */
function isInside(address) {
    const family = (0,external_node_net_.isIP)(address);
    return family === 0 || inside.check(address, family === 6 ? 'ipv6' : 'ipv4');
}
/** bareHost is the host name of an address without the brackets of IPv6. */
function bareHost({ hostname }) {
    return hostname.replace(/^\[|\]$/g, '');
}
/** namesInside tells whether an address names an inside machine, by its IP address or as localhost. */
function namesInside(url) {
    const host = bareHost(url);
    return host === 'localhost' || host.endsWith('.localhost') || ((0,external_node_net_.isIP)(host) !== 0 && isInside(host));
}
/**
 * isPublic tells whether a registry is on the public internet, so that it must not send us to inside machines. A name
 * that cannot be resolved here (behind a proxy) counts as public.
 */
async function isPublic(url) {
    if (namesInside(url))
        return false;
    const addresses = await (0,external_node_dns_promises_.lookup)(bareHost(url), { all: true }).catch(() => []);
    return !addresses.some(({ address }) => isInside(address));
}
/** lookupOutside resolves names like Node does, and rejects names of inside machines when it connects. */
const lookupOutside = (hostname, options, callback) => {
    (0,external_node_dns_.lookup)(hostname, { ...options, all: true }, (error, addresses) => {
        const refused = addresses?.find(({ address }) => isInside(address));
        const first = addresses?.[0];
        if (error !== null)
            callback(error, []);
        else if (refused !== undefined || first === undefined)
            callback(new InsideAddress(hostname), []);
        else if (options.all === true)
            callback(null, addresses);
        else
            callback(null, first.address, first.family);
    });
};
/** A public registry sent us to an inside machine. */
class InsideAddress extends Error {
    name = 'InsideAddress';
    constructor(host) {
        super(`${host} is a private or local address`);
    }
}

;// CONCATENATED MODULE: ./build/registry/answers.js










/** ociErrors reads the error body of the specification; anything else is no error code. */
function answers_ociErrors(answer) {
    try {
        const { errors } = JSON.parse(new TextDecoder().decode(answer.body));
        if (!Array.isArray(errors))
            return [];
        return errors.map((error) => ({
            code: String(error?.code ?? ''),
            message: String(error?.message ?? ''),
            detail: detailOf(error?.detail),
        }));
    }
    catch {
        return [];
    }
}
/** Nexus, Artifactory and others give the reason only in the detail, as a text or as an object with a message. */
function detailOf(detail) {
    if (typeof detail === 'string')
        return detail;
    if (typeof detail !== 'object' || detail === null)
        return '';
    const { message } = detail;
    if (typeof message === 'string')
        return message;
    return Object.keys(detail).length === 0 ? '' : JSON.stringify(detail);
}
/** Longest text of one error that we show, in characters. */
const answers_LONGEST = 1_000;
/** The texts of the errors in an answer, one line each. */
function wordsOf(errors) {
    return errors.map(({ code, message, detail }) => {
        const more = detail === '' || message.includes(detail) ? '' : ` (${detail})`;
        return (0,masked/* excerpt */.Kb)(`${code} ${message}${more}`, answers_LONGEST);
    });
}
const READ_HINT = 'The account has no read access: give it read access to this repository, too (pull, not only push). Every image is read back to verify it.';
const OUTSIDE_HINT = 'The registry rejects this account, or every client from this address. Check its firewall or allow list of addresses, and whether the account is blocked.';
const FAILED_HINT = 'The registry, or a proxy in front of it, failed: look at its status page and its log, and run the job again.';
const HINTS = {
    LOGIN_FAILED: 'Check "username" and "password": the account must exist on this registry, and its token must be valid and not expired.',
    REGISTRY_DENIED: 'Give the account write access and read access to this repository (push and pull).',
    REPOSITORY_MISSING: 'Create the repository on the registry first, or correct its name in "image".',
    RATE_LIMITED: 'Wait, and run the job again. If this happens often, use an account with a higher limit.',
    REGISTRY_ANSWER: 'This is not the answer of a registry. Check that "image" names a registry and not a web page, and check the status of the registry.',
};
/** The same if a registry answered. */
const REFUSED_HINT = 'The registry rejected this request. Look up its message in its documentation and its log.';
/** refusal is the error for an answer that the specification does not allow for a successful request. */
function answers_refusal(asked, answer) {
    const code = refusalCode(answer);
    return answers_understood(asked, answer) ?? told(asked, answer, { code, hint: hintFor(asked, answer, code) });
}
function hintFor({ method, url }, answer, code) {
    const isRead = method === 'GET' || method === 'HEAD';
    // The first request of every client is about no repository.
    if (code === 'REGISTRY_DENIED' && isRead)
        return url.pathname === '/v2/' ? OUTSIDE_HINT : READ_HINT;
    if (code === 'REGISTRY_DENIED')
        return rightsAt(url.host) ?? HINTS[code];
    if (code !== 'REGISTRY_ANSWER')
        return HINTS[code];
    if (answers_ociErrors(answer).length > 0)
        return REFUSED_HINT;
    return answer.status >= 500 ? FAILED_HINT : HINTS[code];
}
/** understood is `refusal` for an answer that registries are known to give; undefined for any other. */
function answers_understood(asked, answer) {
    const known = knownOf(asked, answer);
    return known && told(asked, answer, { code: known.means, hint: known.hint });
}
function told(asked, answer, { code, hint }) {
    const said = wordsOf(answers_ociErrors(answer));
    // Some registries end their message with a full stop.
    const words = said.length > 0 ? `: ${said.slice(0, 3).join('; ').replace(/\.$/, '')}` : '';
    const message = `${asked.method} ${redacted(asked.url)} was answered with status ${answer.status}${words}.`;
    return new errors/* ActionError */.l(code, message, { hint });
}
function knownOf({ method, url, puts }, answer) {
    const errors = answers_ociErrors(answer);
    const isUpload = method === 'POST' && url.pathname.endsWith('/blobs/uploads/');
    // An answer that is no error of the specification may be the page of a proxy, which says what it wants.
    const words = errors.length > 0 ? wordsOf(errors).join('\n') : new TextDecoder().decode(answer.body);
    return knownAnswer({ status: answer.status, words, to: isUpload ? 'upload' : puts });
}
function refusalCode(answer) {
    const codes = answers_ociErrors(answer).map(({ code }) => code);
    if (answer.status === 429 || codes.includes('TOOMANYREQUESTS'))
        return 'RATE_LIMITED';
    if (answer.status === 401 || answer.status === 403)
        return 'REGISTRY_DENIED';
    if (answer.status === 404 && codes.includes('NAME_UNKNOWN'))
        return 'REPOSITORY_MISSING';
    return 'REGISTRY_ANSWER';
}
/** loginRefusal is `refusal` for a request that checks the credential itself. */
function loginRefusal(asked, answer) {
    const error = answers_refusal({ ...asked, puts: 'login' }, answer);
    if (error.code !== 'REGISTRY_DENIED' && error.code !== 'LOGIN_FAILED')
        return error;
    const hint = error.code === 'LOGIN_FAILED' ? error.hint : HINTS.LOGIN_FAILED;
    return new errors/* ActionError */.l('LOGIN_FAILED', `The registry rejected the credential. ${error.message}`, { hint });
}
/** untrusted is the error if the registry asks for something that would put the credential at risk. */
function untrusted(message) {
    return new errors/* ActionError */.l('REGISTRY_UNTRUSTED', message, {
        hint: 'No credential was sent there. Check "image", and ask the operator of the registry for the address of its token service. If that service is yours, add its host to "auth-hosts".',
    });
}
/** TLS failures by the codes of Node (`errors.md`, "OpenSSL errors" and X.509 certificate error codes). */
/** OpenSSL's message if the server speaks plain HTTP instead of TLS. */
const NOT_TLS = /wrong version number/;
/** TLS's messages if the server asks for a client certificate (RFC 8446, 6.2). */
const WANTS_CERTIFICATE = /certificate required|alert bad certificate/;
/** Errors of Node's parser: something answered, but not in valid HTTP. */
const NOT_HTTP = /^HPE_/;
const CLIENT_CERTIFICATE_HINT = 'Use an address of the registry that asks for none, such as a proxy that has the certificate, or let the registry accept a password or token instead.';
function wantsCertificate(host, cause) {
    return new errors/* ActionError */.l('REGISTRY_DENIED', `${host} asks for a client certificate, and this action has none.`, {
        hint: CLIENT_CERTIFICATE_HINT,
        cause,
    });
}
/** noAnswer is the error for a request without an answer, and says why. */
function noAnswer(asked, thrown) {
    if (thrown instanceof errors/* ActionError */.l)
        return thrown;
    const { host } = asked.url;
    const code = errorCode(thrown);
    const words = thrown instanceof Error ? (0,printable/* oneLine */.TN)(thrown.message) : String(thrown);
    if (WANTS_CERTIFICATE.test(words))
        return wantsCertificate(host, thrown);
    if (isOfTrust(code)) {
        return new errors/* ActionError */.l('REGISTRY_UNTRUSTED', `The certificate of ${host} is not trusted (${code}): ${words}.`, {
            hint: 'If the registry has its own CA, set "ca-file" to the certificate of that CA, and add it to the engine, too.',
            cause: thrown,
        });
    }
    if (NOT_TLS.test(words)) {
        return new errors/* ActionError */.l('REGISTRY_UNTRUSTED', `${host} does not use TLS.`, {
            hint: 'Write the port with TLS in "image", or put a proxy with a certificate in front of the registry. Plain HTTP is allowed only for a registry on this machine (localhost).',
            cause: thrown,
        });
    }
    if (thrown instanceof InsideAddress) {
        return untrusted(`The registry sends its clients to a private address: ${words}.`);
    }
    if ((thrown instanceof HttpProblem && !thrown.isTransient) || NOT_HTTP.test(code)) {
        return new errors/* ActionError */.l('REGISTRY_ANSWER', `${asked.method} ${redacted(asked.url)}: ${words}.`, {
            hint: HINTS.REGISTRY_ANSWER,
            cause: thrown,
        });
    }
    return new errors/* ActionError */.l('REGISTRY_UNREACHABLE', `${host} could not be reached (${code || 'no code'}): ${words}.`, {
        hint: 'Check the host and port in "image", and that this runner can reach it (proxy, firewall, VPN).',
        cause: thrown,
    });
}

;// CONCATENATED MODULE: ./build/registry/repository-client.js
/** After a write, until it is visible. */
const AFTER_WRITE = { most: 60_000, first: 250, longest: 5_000 };
/** untilSettled looks until the result is settled or the time is over, and returns the last result. */
async function repository_client_untilSettled({ clock, signal }, { look, settled, lag = AFTER_WRITE }) {
    const deadline = clock.now() + lag.most;
    for (let pause = lag.first;; pause = Math.min(pause * 2, lag.longest)) {
        const seen = await look();
        if (settled(seen) || clock.now() + pause > deadline)
            return seen;
        await clock.sleep(pause, signal);
    }
}

;// CONCATENATED MODULE: ./build/registry/documents.js





/** Most bytes that we read of a manifest or a config. */
const documents_DOCUMENT_LIMIT = image_document/* LARGEST_DOCUMENT */.zj;
/** All types of manifests: images, and whatever else registries have under tags and digests. */
const documents_ANY_MANIFEST = [
    ...Object.values(media_types/* MEDIA_TYPES */.Z2),
    'application/vnd.oci.artifact.manifest.v1+json',
    'application/vnd.docker.distribution.manifest.v1+prettyjws',
    'application/vnd.docker.distribution.manifest.v1+json',
].join(', ');
/** How long we wait for the scan of an image, in milliseconds: scanners have queues. */
const SCAN = { most: 600_000, first: 1_000, longest: 10_000 };
/** Harbor's message for an image that must be scanned before it can be pulled ("scan on push" with a policy). */
const SCANNING = /"(?:Pending|Running|Scheduled)" status of vulnerability scanning/i;
function isScanned(answer) {
    return answer.status === 412 && answers_ociErrors(answer).some(({ message }) => SCANNING.test(message));
}
/** fetchDocument reads a complete manifest or config; undefined if it does not exist. */
async function documents_fetchDocument(access, path, accept) {
    const registry = await access.session();
    const request = { method: 'GET', path, headers: { accept }, limit: documents_DOCUMENT_LIMIT };
    const answer = await repository_client_untilSettled(access, {
        look: () => registry.send(request),
        settled: (seen) => !isScanned(seen),
        lag: SCAN,
    });
    if (answer.status === 404)
        return undefined;
    if (answer.status !== 200)
        throw answers_refusal(registry.asked(request), answer);
    return answer;
}
/** mismatch is the error if the registry serves bytes that do not have the digest. */
function documents_mismatch(message) {
    return new errors/* ActionError */.l('DIGEST_MISMATCH', message, {
        hint: 'Do not deploy it. Ask the operator of the registry (or of a proxy in front of it) why its content differs. Then push again.',
    });
}

;// CONCATENATED MODULE: ./build/registry/listing.js



/** How many entries we request at a time. */
const PAGE = 1000;
/** Most entries, and most bytes of one page: registries without pages send everything at once. */
const MOST_ENTRIES = 200_000;
const PAGE_LIMIT = 16 * 1024 * 1024;
/** Lengths at which some registries cut a list without saying so. */
const KNOWN_ENDS = [PAGE, 10_000];
/** readPages reads a list to its end. Throws REGISTRY_ANSWER for an endless list, and the errors of a page. */
async function readPages(read, first) {
    const entries = [];
    const asked = new Set();
    for (let query = first; query !== undefined;) {
        if (asked.has(query))
            throw unending('repeats itself');
        asked.add(query);
        const page = await read(query);
        for (const entry of page.entries)
            entries.push(entry);
        if (page.entries.length === 0 && page.next !== undefined)
            throw unending('continues after an empty page');
        if (entries.length > MOST_ENTRIES)
            throw unending(`has more than ${MOST_ENTRIES} entries`);
        query = page.next;
    }
    return entries;
}
/**
 * listTags reads the complete list of tags (distribution-spec, "Listing Tags"). If it ends with a full page, or at a
 * known cut, we ask for what comes after the last entry: only an empty answer proves that the list is complete.
 */
async function listTags(access) {
    const path = `${access.base}/tags/list`;
    let last = { entries: [], next: undefined };
    const read = async (query) => {
        last = await readTagPage(access, `${path}?${query}`);
        return last;
    };
    const tags = await readPages(read, `n=${PAGE}`);
    const final = tags.at(-1);
    if (final !== undefined && (last.entries.length === PAGE || KNOWN_ENDS.includes(tags.length))) {
        const after = await readTagPage(access, `${path}?n=${PAGE}&last=${encodeURIComponent(final)}`);
        if (after.entries.length > 0)
            throw cut(`ends after ${tags.length} tags, and nothing shows that these are all`);
    }
    return [...new Set(tags)];
}
async function readTagPage(access, path) {
    const { document, next } = await readList(access, path);
    const tags = document?.tags;
    // Registries that are written in Go send null for an empty list.
    if (tags === null)
        return { entries: [], next };
    const isList = Array.isArray(tags) && tags.every((tag) => typeof tag === 'string' && (0,reference/* isTag */.dz)(tag));
    if (!isList)
        throw cut('is no list of tags');
    return { entries: tags, next };
}
/** readList reads one page of a list as JSON, with the query of the next page; 404 is an error here. */
async function readList({ session }, path) {
    const registry = await session();
    const request = { method: 'GET', path, headers: { accept: 'application/json' }, limit: PAGE_LIMIT };
    const answer = await registry.send(request);
    if (answer.status !== 200)
        throw answers_refusal(registry.asked(request), answer);
    return { document: json(answer.body), next: nextQuery(answer.headers.link, registry.asked(request).url) };
}
/** We use only the query of the next page's address, for the same list at the same registry. */
function nextQuery(link, from) {
    const [, target] = /<([^>]*)>\s*;[^,<]*\brel="?next"?/i.exec(link ?? '') ?? [];
    if (target === undefined) {
        if (/rel="?next/i.test(link ?? ''))
            throw cut('names a next page that cannot be read');
        return undefined;
    }
    const url = URL.parse(target, from.href);
    if (url === null || url.search === '')
        throw cut('names a next page that cannot be read');
    return url.search.slice(1);
}
function json(body) {
    try {
        return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
    }
    catch {
        throw cut('is not JSON');
    }
}
function unending(how) {
    return cut(`has no end: it ${how}`);
}
function cut(how) {
    return new errors/* ActionError */.l('REGISTRY_ANSWER', `A list of the registry ${how}.`, {
        hint: 'The list was not used, because it may not be complete. Ask the operator of the registry: a proxy in front of it may remove the header "Link".',
    });
}

// EXTERNAL MODULE: external "node:tls"
var external_node_tls_ = __webpack_require__(1692);
;// CONCATENATED MODULE: ./build/http/certificate-bundle.js
var certificate_bundle_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
    if (value !== null && value !== void 0) {
        if (typeof value !== "object" && typeof value !== "function") throw new TypeError("Object expected.");
        var dispose, inner;
        if (async) {
            if (!Symbol.asyncDispose) throw new TypeError("Symbol.asyncDispose is not defined.");
            dispose = value[Symbol.asyncDispose];
        }
        if (dispose === void 0) {
            if (!Symbol.dispose) throw new TypeError("Symbol.dispose is not defined.");
            dispose = value[Symbol.dispose];
            if (async) inner = dispose;
        }
        if (typeof dispose !== "function") throw new TypeError("Object not disposable.");
        if (inner) dispose = function() { try { inner.call(this); } catch (e) { return Promise.reject(e); } };
        env.stack.push({ value: value, dispose: dispose, async: async });
    }
    else if (async) {
        env.stack.push({ async: true });
    }
    return value;
};
var certificate_bundle_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
    return function (env) {
        function fail(e) {
            env.error = env.hasError ? new SuppressedError(e, env.error, "An error was suppressed during disposal.") : e;
            env.hasError = true;
        }
        var r, s = 0;
        function next() {
            while (r = env.stack.pop()) {
                try {
                    if (!r.async && s === 1) return s = 0, env.stack.push(r), Promise.resolve().then(next);
                    if (r.dispose) {
                        var result = r.dispose.call(r.value);
                        if (r.async) return s |= 2, Promise.resolve(result).then(next, function(e) { fail(e); return next(); });
                    }
                    else s |= 1;
                }
                catch (e) {
                    fail(e);
                }
            }
            if (s === 1) return env.hasError ? Promise.reject(env.error) : Promise.resolve();
            if (env.hasError) throw env.error;
        }
        return next();
    };
})(typeof SuppressedError === "function" ? SuppressedError : function (error, suppressed, message) {
    var e = new Error(message);
    return e.name = "SuppressedError", e.error = error, e.suppressed = suppressed, e;
});





const CERTIFICATE = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g;
/** Largest bundle, in bytes; the one of a system has some 250 KiB. */
const LARGEST = 8 << 20;
/** certificatesIn finds the certificates in a PEM text. */
function certificatesIn(text) {
    return text.match(CERTIFICATE) ?? [];
}
/** readBundle reads the certificates of `ca-file`. Throws INPUT_INVALID if the file is no bundle. */
async function readBundle(path) {
    const invalid = (problem, cause) => new errors/* ActionError */.l('INPUT_INVALID', `ca-file: ${path} ${problem}.`, {
        hint: 'Write the path of a PEM file that exists, for example "ca-file: certs/registry-ca.pem".',
        cause,
    });
    const text = await readRegular(path).catch((cause) => {
        throw invalid('could not be read', cause);
    });
    const certificates = certificatesIn(text);
    if (certificates.length === 0)
        throw invalid('has no certificate in PEM form');
    try {
        for (const certificate of certificates)
            new external_node_crypto_.X509Certificate(certificate);
    }
    catch (cause) {
        throw invalid('has a certificate that cannot be read', cause);
    }
    return certificates;
}
/**
 * readRegular reads a text file. It does not wait for a pipe, read a device without end, or read more than a bundle
 * has.
 */
async function readRegular(path) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const file = certificate_bundle_addDisposableResource(env_1, await (0,external_node_fs_promises_.open)(path, external_node_fs_.constants.O_RDONLY | external_node_fs_.constants.O_NONBLOCK), true);
        const stats = await file.stat();
        if (!stats.isFile())
            throw new Error('it is no regular file');
        if (stats.size > LARGEST)
            throw new Error(`it is larger than ${LARGEST >> 20} MiB`);
        return await file.readFile('utf8');
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = certificate_bundle_disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}
/**
 * trustWith is what to trust for a server that is no registry: Node's certificates and those of `ca-file`. Undefined
 * without a file. Throws INPUT_INVALID.
 */
async function trustWith(caFile) {
    if (caFile === undefined)
        return undefined;
    return createSecureContext({ ca: [...getCACertificates('default'), ...(await readBundle(caFile))] });
}

;// CONCATENATED MODULE: ./build/registry/certificates.js




/** Where engines look for a registry's own CA; we trust what the engine on this machine trusts. */
const ENGINE_CERTIFICATES = '/etc/docker/certs.d';
/**
 * trustFor is what to trust for one registry: the certificates of Node (with `NODE_EXTRA_CA_CERTS`), the system, the
 * engine for this host and port, and `ca-file`. Reading those of the system takes longer than an answer of a registry,
 * and most registries do not need them. So they are only `wider`, unless others are named. Throws INPUT_INVALID if
 * `ca-file` is no bundle.
 */
async function certificates_trustFor(host, caFile) {
    const own = caFile === undefined ? [] : await readBundle(caFile);
    const named = [...(await engineBundle(host)), ...own];
    return named.length === 0 ? { trust: (0,external_node_tls_.createSecureContext)(), wider: ofSystem } : { trust: everyone(named) };
}
let system;
function ofSystem() {
    system ??= everyone([]);
    return system;
}
function everyone(named) {
    return (0,external_node_tls_.createSecureContext)({
        ca: [...new Set([...(0,external_node_tls_.getCACertificates)('default'), ...(0,external_node_tls_.getCACertificates)('system'), ...named])],
    });
}
/** Most machines have no such folder. If we may not read a certificate there, that concerns only the engine. */
async function engineBundle(host) {
    const folder = (0,external_node_path_.join)(ENGINE_CERTIFICATES, host);
    const names = await (0,external_node_fs_promises_.readdir)(folder).catch(() => []);
    const texts = names
        .filter((name) => name.endsWith('.crt'))
        .map((name) => readRegular((0,external_node_path_.join)(folder, name)).catch(() => ''));
    return (await Promise.all(texts)).flatMap(certificatesIn);
}

;// CONCATENATED MODULE: ./build/registry/address-of-registry.js






/** Errors of a TLS greeting if the server speaks plain HTTP. */
const address_of_registry_NOT_TLS = [
    'EPROTO',
    'ERR_SSL_WRONG_VERSION_NUMBER',
    'ERR_SSL_PACKET_LENGTH_TOO_LONG',
    'ECONNRESET',
];
/**
 * How long a server on this machine may take to answer a TLS greeting, in milliseconds: some that speak plain HTTP wait
 * for the end of a line that never comes.
 */
const GREETING = 5_000;
/**
 * addressOf returns the address of a registry. We use TLS; only on this machine may a registry speak plain HTTP, as
 * docker allows. There we greet it in both ways at once, without a secret, and the TLS answer wins.
 */
async function addressOf(host, options) {
    const registry = new URL(`https://${host}`);
    if (!isLoopback(registry.hostname))
        return { registry };
    const plain = greeting(new URL(`http://${host}`), options);
    const client = httpClient({ ...options, connectWithin: GREETING });
    try {
        // Only to see whether it is TLS: the connections of this client are not used further.
        const answer = await client.open({ ...pingOf(registry), ahead: 0 });
        plain.client.close();
        const read = await readAnswer(answer).catch(() => undefined);
        return read === undefined ? { registry } : { registry, greeting: read };
    }
    catch (error) {
        options.signal.throwIfAborted();
        const isNotTls = address_of_registry_NOT_TLS.includes(errorCode(error)) || (error instanceof HttpProblem && error.lost === GREETING);
        if (isNotTls)
            return await plain.address;
        plain.client.close();
        return { registry };
    }
    finally {
        client.close();
    }
}
/**
 * Greets a server by plain HTTP. A server that does not answer in time is asked again later, when the answer is needed.
 */
function greeting(registry, options) {
    const { timer = systemTimer } = options;
    const client = httpClient(options);
    const isOver = timer(GREETING, () => client.close());
    const address = client
        .open(pingOf(registry))
        .then(readAnswer)
        .then((answer) => ({ registry, greeting: answer, client }), () => ({ registry, client }))
        .finally(isOver);
    return { client, address };
}

;// CONCATENATED MODULE: ./build/registry/network.js



/**
 * Network connects to the registry itself, and to the hosts that it sends us to. A public registry must not send us to
 * inside machines: it must not learn their answers, or even that they exist.
 */
class Network {
    #registry;
    #options;
    #connect;
    #own;
    #elsewhere;
    #isOutThere = false;
    /** `own` is a client that already has a connection to the registry. */
    constructor(registry, options, { connect = httpClient, own } = {}) {
        this.#registry = registry;
        this.#options = options;
        this.#connect = connect;
        this.#own = own ?? connect(options);
    }
    /** open sends one request; throws an InsideAddress, an HttpProblem, or Node's own error. */
    async open(request) {
        if (originOf(request.url) === originOf(this.#registry))
            return this.#openOwn(request);
        this.#elsewhere ??= this.#openElsewhere();
        const { client, isGuarded } = await this.#elsewhere;
        if (isGuarded && namesInside(request.url))
            throw new InsideAddress(request.url.host);
        return client.open(request);
    }
    close() {
        this.#own.close();
        void this.#elsewhere?.then(({ client }) => client.close());
    }
    /** The address that answers is a fact, while the registry's name server may give us another address each time. */
    async #openOwn(request) {
        const answer = await this.#own.open(request);
        this.#isOutThere ||= answer.from !== undefined && !isInside(answer.from);
        return answer;
    }
    /** Behind a proxy, only the name says where a registry is. */
    async #openElsewhere() {
        const isGuarded = this.#isOutThere || (await isPublic(this.#registry));
        return { client: this.#connect({ ...this.#options, ...(isGuarded ? { lookup: lookupOutside } : {}) }), isGuarded };
    }
}

;// CONCATENATED MODULE: ./build/registry/hosts.js


/**
 * Hosts are the registries in use. All users of a registry share its connections and its first answer, which is the
 * same for everybody; they never share a login.
 */
class Hosts {
    #shared = new Map();
    /** enter returns the access to a host, by its name and what is trusted there. */
    enter(host, trusted, options) {
        const key = JSON.stringify([host, trusted]);
        const shared = this.#shared.get(key) ?? this.#open(key, host, options);
        shared.users += 1;
        let isIn = true;
        const leave = () => {
            if (!isIn)
                return;
            isIn = false;
            shared.users -= 1;
            if (shared.users > 0)
                return;
            this.#shared.delete(key);
            // If opening failed, there is nothing to close, and the caller already has the error.
            void shared.way.then(({ network }) => network.close(), () => undefined);
        };
        return { way: shared.way, leave };
    }
    #open(key, host, options) {
        const ofAll = { ...options, users: () => this.#shared.get(key)?.users ?? 1 };
        const way = addressOf(host, ofAll).then(({ registry, greeting, client }) => {
            return { registry, greeting: { answer: greeting }, network: new Network(registry, ofAll, { own: client }) };
        });
        const shared = { way, users: 0 };
        this.#shared.set(key, shared);
        return shared;
    }
}

;// CONCATENATED MODULE: ./build/registry/challenge.js
const UNREADABLE = 'it cannot be read completely';
const SPACE = /[ \t]*/y;
const TOKEN = /[!#$%&'*+.^_`|~0-9A-Za-z-]+/y;
const QUOTED = /"((?:[^"\\]|\\.)*)"/y;
/** Addresses, which some registries send unquoted although they are no tokens. */
const BARE_VALUE = /[^\s,"]+/y;
/**
 * parseChallenges reads every challenge of the header, as registries send it: several in one header or joined by
 * commas, in any letter case. It stops at unreadable text and never guesses. Of two parameters with one name the engine
 * takes the last, and it reads several headers separately: such a header is a problem, not a choice.
 */
function parseChallenges(header) {
    let problem;
    const challenges = [];
    let at = 0;
    const take = (pattern) => {
        pattern.lastIndex = at;
        const match = pattern.exec(header);
        if (match !== null)
            at = pattern.lastIndex;
        return match ?? undefined;
    };
    const skip = (character) => {
        take(SPACE);
        if (header[at] !== character)
            return false;
        at += 1;
        return true;
    };
    while (at < header.length) {
        while (skip(',')) { }
        const name = take(TOKEN)?.[0];
        if (name === undefined) {
            if (at < header.length)
                problem ??= UNREADABLE;
            break;
        }
        if (skip('=')) {
            take(SPACE);
            const value = take(QUOTED)?.[1]?.replace(/\\(.)/g, '$1') ?? take(BARE_VALUE)?.[0];
            const challenge = challenges.at(-1);
            if (value === undefined || challenge === undefined) {
                problem ??= UNREADABLE;
                break;
            }
            if (name.toLowerCase() in challenge.parameters)
                problem ??= `it names "${name.toLowerCase()}" twice`;
            challenge.parameters[name.toLowerCase()] ??= value;
        }
        else {
            challenges.push({ scheme: name.toLowerCase(), parameters: Object.create(null) });
        }
    }
    return { read: challenges, problem };
}

;// CONCATENATED MODULE: ./build/registry/origins.js


/** Token services on another domain than their registry, as their makers document them. */
const KNOWN_PAIRS = [
    ['registry-1.docker.io', 'auth.docker.io'],
    ['registry.gitlab.com', 'gitlab.com'],
];
/**
 * Domains that are missing from the Public Suffix List, and under which anyone can get a host: clouds, hosted
 * registries, and names that contain IP addresses. There only the registry's own host counts as its own.
 */
const SHARED_DOMAINS = [
    ...['amazonaws.com', 'amazonaws.com.cn', 'amazonaws.eu', 'on.aws', 'on.amazonwebservices.com.cn'],
    ...['azurecr.io', 'azurecr.cn', 'azurecr.us', 'azure.com', 'azure.cn', 'azure.us', 'azurecontainerapps.io'],
    ...['windows.net', 'cloudapp.net', 'pkg.dev', 'gcr.io', 'googleusercontent.com', 'github.io', 'app.github.dev'],
    ...['jfrog.io', 'scw.cloud', 'ocir.io', 'icr.io', 'vultrcr.com', 'cloudsmith.io', 'buildkite.com', 'repsy.io'],
    ...['container-registry.com', 'c8n.io', 'ovh.net', 'ionos.com', 'gitpod.io', 'cr.yandex', 'ntruss.com'],
    ...['aliyuncs.com', 'myhuaweicloud.com', 'tencentcloudcr.com', 'tencentyun.com', 'tencent.com', 'volces.com'],
    ...['nip.io', 'sslip.io', 'xip.io', 'traefik.me', 'lvh.me', 'localtest.me', 'vcap.me', 'ts.net', 'ngrok.io'],
];
/**
 * judgeRealm decides whether the credential of a registry may be sent to the address in its challenge. Allowed are the
 * registry's own origin, or over TLS: its host, a known pair, a host in `auth-hosts`, or one of the same registrable
 * domain. On this machine, each port may belong to somebody else: there it must be exactly the same origin, or named.
 * Otherwise, a registry under attack could have the password sent anywhere (CVE-2026-33540 and similar).
 */
async function judgeRealm(realm, { registry, authHosts }) {
    const refuse = (problem) => ({ ok: false, problem });
    if (realm === '')
        return refuse('it names none');
    const url = URL.parse(realm, registry.href);
    if (url === null)
        return refuse('it is not an address');
    if (url.username !== '' || url.password !== '')
        return refuse('it names a user');
    if (originOf(url) === originOf(registry))
        return { ok: true, url };
    if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback(url.hostname))) {
        return refuse('it does not use TLS');
    }
    if (authHosts.includes(url.host))
        return { ok: true, url };
    if (isLoopback(url.hostname))
        return refuse('it is another service on this machine, and not in "auth-hosts"');
    if (url.hostname === registry.hostname)
        return { ok: true, url };
    if (KNOWN_PAIRS.some(([host, known]) => registry.host === host && url.host === known))
        return { ok: true, url };
    if (await haveOneDomain(registry.hostname, url.hostname))
        return { ok: true, url };
    return refuse("it is neither the registry's own host nor of its domain");
}
/**
 * haveOneDomain compares registrable domains by the Public Suffix List with its private part, which has most of the
 * suffixes under which anyone can get a name. An address has no domain. The list is large and rarely needed, so we load
 * it here.
 */
async function haveOneDomain(one, other) {
    const { getDomain } = await __webpack_require__.e(/* import() */ 935).then(__webpack_require__.t.bind(__webpack_require__, 935, 19));
    const isBelow = (host) => SHARED_DOMAINS.some((shared) => host === shared || host.endsWith(`.${shared}`));
    if (isBelow(one) || isBelow(other))
        return false;
    const domain = getDomain(one, { allowPrivateDomains: true });
    return domain !== null && domain === getDomain(other, { allowPrivateDomains: true });
}

;// CONCATENATED MODULE: ./build/registry/authentication.js





/**
 * chooseScheme reads the challenge of a 401. It prefers Bearer to Basic, and ignores other schemes. The engine reads
 * the same header, may choose another scheme, and gets the password after us. So we check every token service in it,
 * and reject an ambiguous header. Throws REGISTRY_UNTRUSTED if the credential would be sent to a wrong place.
 */
async function chooseScheme(answer, { registry, authHosts }) {
    const { read: challenges, problem } = parseChallenges(answer.headers['www-authenticate'] ?? '');
    if (problem !== undefined && challenges.length > 0) {
        throw untrusted(`The registry ${registry.host} asks for a login in an unclear way: ${problem}.`);
    }
    const bearers = [];
    for (const { scheme, parameters } of challenges) {
        if (scheme !== 'bearer')
            continue;
        const judgement = await judgeRealm(parameters.realm ?? '', { registry, authHosts });
        if (!judgement.ok) {
            throw untrusted(`The registry ${registry.host} sends its clients to the token service "${parameters.realm}": ${judgement.problem}.`);
        }
        bearers.push({ kind: 'bearer', realm: judgement.url, service: parameters.service ?? '' });
    }
    const [bearer] = bearers;
    if (bearer !== undefined)
        return bearer;
    if (challenges.some(({ scheme }) => scheme === 'basic'))
        return { kind: 'basic' };
    throw new errors/* ActionError */.l('REGISTRY_ANSWER', `${registry.host} asks for a login, but in no way that this action knows.`, {
        hint: 'Check that "image" names a registry: a registry must offer Basic or Bearer authentication.',
    });
}
/**
 * basicHeader is the credential as a Basic header; send it only over TLS or to this machine. Throws LOGIN_FAILED for a
 * token, which has no user name.
 */
function basicHeader(credential) {
    if ('password' in credential) {
        return `Basic ${Buffer.from(`${credential.username}:${credential.password.reveal()}`).toString('base64')}`;
    }
    throw new errors/* ActionError */.l('LOGIN_FAILED', 'The registry asks for a user name and a password, but docker only has a token for it.', {
        hint: 'Set "username" and "password", or sign in to this registry with them before this step.',
    });
}
/** wantsLogin is the error if a registry allows nobody to read without a login. */
function authentication_wantsLogin({ host }) {
    return new errors/* ActionError */.l('CREDENTIAL_MISSING', `${host} asks for a user name and a password, and there are none for it.`, {
        hint: `Write an entry for ${host} in "registry-auth", or sign in to it with docker before this step.`,
    });
}
/** assertPrivate is the last check before a credential is sent: TLS, or this machine. */
function assertPrivate(url) {
    if (url.protocol !== 'https:' && !isLoopback(url.hostname)) {
        throw untrusted(`${url.host} does not use TLS, so no credential is sent to it.`);
    }
}

;// CONCATENATED MODULE: ./build/registry/redirects.js



const REDIRECTS = [301, 302, 303, 307, 308];
const MOST_REDIRECTS = 10;
/**
 * follow sends a request and follows redirects. The credential goes only to the registry's own origin, and never again
 * after a redirect has left it. Writes stay within that origin. Throws REGISTRY_UNTRUSTED.
 */
async function follow(request, { registry, authorization, open }) {
    const { method, url: first } = request;
    let url = first;
    let hasLeft = originOf(url) !== originOf(registry);
    for (let hops = 0; hops <= MOST_REDIRECTS; hops++) {
        const isSigned = authorization !== undefined && !hasLeft;
        if (isSigned)
            assertPrivate(url);
        const headers = isSigned ? { ...request.headers, authorization } : request.headers;
        const answer = await open({ ...request, url, headers });
        if (!REDIRECTS.includes(answer.status))
            return { answer, isElsewhere: hasLeft };
        answer.cancel();
        const next = nextHop(url, answer);
        hasLeft ||= originOf(next) !== originOf(registry);
        const isRead = method === 'GET' || method === 'HEAD';
        if (!isRead && (hasLeft || !keepsMethod(request, answer))) {
            throw untrusted(`${method} ${first.pathname} was redirected to ${next.host}, and uploads are only sent to the registry.`);
        }
        url = next;
    }
    throw untrusted(`${first.pathname} was redirected more than ${MOST_REDIRECTS} times.`);
}
/**
 * Tells whether a write may be sent again to the target of a redirect: by its status, or for a POST without a body,
 * where a registry behind a proxy can only mean this (a missing slash at the end).
 */
function keepsMethod({ method, body }, { status }) {
    if (status === 307 || status === 308)
        return true;
    return method === 'POST' && body === undefined && (status === 301 || status === 302);
}
/**
 * nextHop is the address in the `Location` of an answer, for a redirect or an upload (RFC 9110, 10.2.2). It may be
 * another host, but must not leave TLS or contain a user. Throws REGISTRY_UNTRUSTED.
 */
function nextHop(from, answer) {
    const next = URL.parse(answer.headers.location ?? '', from.href);
    if (next === null)
        throw untrusted(`${from.host} redirects to something that is not an address.`);
    const isDowngrade = from.protocol === 'https:' && next.protocol !== 'https:';
    if (isDowngrade || !/^https?:$/.test(next.protocol)) {
        throw untrusted(`${from.host} redirects to ${next.protocol}//${next.host}, away from TLS.`);
    }
    if (next.username !== '' || next.password !== '') {
        throw untrusted(`${from.host} redirects to an address with a user in it.`);
    }
    return next;
}

;// CONCATENATED MODULE: ./build/secret/jwt.js
/** Longest text that is parsed, in characters. */
const jwt_LONGEST = 32 * 1024;
const JWT = /^[A-Za-z0-9_-]+\.([A-Za-z0-9_-]+)\.[A-Za-z0-9_-]*$/;
/** claimsOf reads the claims of a JSON web token (RFC 7519); undefined for anything else. */
function claimsOf(text) {
    const [, payload] = text.length <= jwt_LONGEST ? (JWT.exec(text) ?? []) : [];
    return payload === undefined ? undefined : jwt_recordOf(Buffer.from(payload, 'base64url').toString());
}
/** recordOf reads a JSON object; undefined for anything else. */
function jwt_recordOf(text) {
    try {
        const value = JSON.parse(text);
        return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
    }
    catch {
        return undefined;
    }
}
/** timeOf reads a claim that is a time (`exp`, `iat`), in milliseconds since 1970. */
function timeOf(claim) {
    return typeof claim === 'number' && claim > 0 && claim < 1e11 ? claim * 1000 : undefined;
}

;// CONCATENATED MODULE: ./build/registry/token.js



/** Most bytes that we read of the answer of a token service. */
const TOKEN_LIMIT = 64 * 1024;
/** Our name, for token services that ask for the client. */
const CLIENT = 'verified-image-push';
/** Lifetime of a token if its service does not state one, in seconds (distribution, `spec/auth/token.md`). */
const UNSAID_LIFETIME = 60;
/** No token is valid for longer than a day, in seconds. A larger number is in another unit (nanoseconds in olareg). */
const LONGEST_LIFETIME = 86_400;
/** lifetimeOf is the assumed lifetime of a token, in seconds. */
function lifetimeOf({ expiresIn = UNSAID_LIFETIME }) {
    return expiresIn;
}
/**
 * fetchToken asks the accepted token service for a token of this scope: with a password by Basic authentication
 * (distribution, `spec/auth/token.md`), with an identity token as an OAuth 2 refresh (`spec/auth/oauth.md`).
 */
async function fetchToken(exchange, scheme, claim) {
    const { credential } = claim;
    // Sent unchanged; its lifetime is unknown here.
    if (credential !== undefined && 'registryToken' in credential)
        return { text: credential.registryToken.reveal(), expiresIn: undefined };
    const asked = requestFor(scheme, claim);
    assertPrivate(asked.url);
    const answer = await exchange(asked);
    if (answer.status !== 200)
        throw credential === undefined ? answers_refusal(asked, answer) : loginRefusal(asked, answer);
    const token = readToken(answer, claim.date);
    if (token === undefined)
        throw answers_refusal(asked, answer);
    return token;
}
function requestFor({ realm, service }, { credential, scope }) {
    const asked = { ...(service === '' ? {} : { service }), ...(scope === '' ? {} : { scope }) };
    if (credential !== undefined && 'identityToken' in credential) {
        const refresh = {
            grant_type: 'refresh_token',
            refresh_token: credential.identityToken.reveal(),
            client_id: CLIENT,
        };
        const body = new TextEncoder().encode(new URLSearchParams({ ...asked, ...refresh }).toString());
        const headers = { 'content-type': 'application/x-www-form-urlencoded' };
        return { method: 'POST', url: new URL(realm), headers, body, limit: TOKEN_LIMIT };
    }
    const url = new URL(realm);
    if (service !== '')
        url.searchParams.set('service', service);
    // Here each scope has a separate parameter; in a form they share one.
    url.searchParams.delete('scope');
    for (const each of scope.split(' ').filter(Boolean))
        url.searchParams.append('scope', each);
    if (credential === undefined)
        return { method: 'GET', url, headers: {}, limit: TOKEN_LIMIT };
    if ('password' in credential)
        url.searchParams.set('account', credential.username);
    return { method: 'GET', url, headers: { authorization: basicHeader(credential) }, limit: TOKEN_LIMIT };
}
function readToken(answer, date) {
    try {
        const said = JSON.parse(new TextDecoder().decode(answer.body));
        const text = typeof said.token === 'string' && said.token !== '' ? said.token : said.access_token;
        // A header may only have visible ASCII; anything else could add another header.
        if (typeof text !== 'string' || !/^[\x21-\x7e]+$/.test(text))
            return undefined;
        const lifetimes = [Number(said.expires_in), ownLifetime(text, date)].filter((each) => isBelievable(each));
        return { text, expiresIn: lifetimes.length === 0 ? undefined : Math.min(...lifetimes) };
    }
    catch {
        return undefined;
    }
}
/**
 * The lifetime by the token's own claims (RFC 7519, 4.1.4), in seconds from its beginning, or from now; NaN if unknown.
 */
function ownLifetime(text, date) {
    const { exp, iat, nbf } = claimsOf(text) ?? {};
    const [end, beginning] = [timeOf(exp), timeOf(iat) ?? timeOf(nbf) ?? date];
    return end === undefined ? Number.NaN : (end - beginning) / 1000;
}
function isBelievable(lifetime) {
    return lifetime > 0 && lifetime <= LONGEST_LIFETIME;
}
/**
 * grantsOf reads the access that a token states (distribution, `spec/auth/jwt.md`, "access"); undefined if it states
 * none.
 */
function grantsOf({ text }) {
    const access = claimsOf(text)?.access;
    if (!Array.isArray(access))
        return undefined;
    const isText = (value) => typeof value === 'string';
    return access.map((each) => {
        const { type, name, actions } = (each ?? {});
        return { type: String(type), name: String(name), actions: Array.isArray(actions) ? actions.filter(isText) : [] };
    });
}

;// CONCATENATED MODULE: ./build/registry/transience.js


const TRANSIENT_CODES = ['TOOMANYREQUESTS', 'UNAVAILABLE'];
/** transienceOf judges an answer by its status and, if its body was read, by the error codes in it. */
function transienceOf(head, read, date) {
    const isBusy = head.status >= 400 && hasBody(read) && answers_ociErrors(read).some(({ code }) => TRANSIENT_CODES.includes(code));
    return transienceOfAnswer(head, date, isBusy);
}
function hasBody(read) {
    return typeof read === 'object' && read !== null && 'body' in read && read.body instanceof Uint8Array;
}

;// CONCATENATED MODULE: ./build/registry/session.js










/** The part of its lifetime that a token may have used up and still be passed on. */
const ALMOST_NEW = 0.1;
/**
 * Session adds the login to requests, follows redirects, and retries what may succeed later. The credential and its
 * tokens go only to the registry's own origin, and never again after a redirect has left it.
 */
class Session {
    #options;
    #persistence;
    #scheme;
    #authorization;
    #last;
    #mayMount = true;
    constructor(options) {
        this.#options = options;
        this.#persistence = new Persistence(options.clock, options.signal);
    }
    get registry() {
        return this.#options.account.registry;
    }
    /** Whether a token for mounting was not refused. */
    get mayMount() {
        return this.#mayMount;
    }
    /** signIn learns which login the registry wants, and checks the credential with it. */
    async signIn() {
        const scheme = await this.#learnScheme();
        if (scheme.kind === 'none')
            return;
        const authorization = await this.#authorize(scheme);
        if (scheme.kind !== 'basic')
            return;
        const ping = pingOf(this.registry);
        const proof = await this.#exchange({ ...ping, headers: { authorization } });
        if (proof.status !== 200)
            throw loginRefusal(ping, proof);
    }
    /** ownToken is the token that requests use; undefined if the registry uses no tokens. */
    async ownToken() {
        const scheme = await this.#learnScheme();
        if (scheme.kind !== 'bearer')
            return undefined;
        await this.#authorize(scheme);
        return this.#last?.token;
    }
    /** newToken returns a token for others, our own if it is almost new; undefined if the registry uses no tokens. */
    async newToken() {
        const scheme = await this.#learnScheme();
        if (scheme.kind !== 'bearer')
            return undefined;
        if (this.#last === undefined)
            return this.#fetchToken(scheme);
        const { token, fetched } = this.#last;
        const age = (this.#options.clock.now() - fetched) / 1000;
        if (age >= lifetimeOf(token) * ALMOST_NEW)
            return this.#fetchToken(scheme);
        return { ...token, expiresIn: token.expiresIn === undefined ? undefined : token.expiresIn - age };
    }
    /**
     * proveLogin asks for a token without a scope, as `docker login` does. If a scope is requested, some token services
     * (Harbor's) give an anonymous token to a wrong credential, and reject it only without. Throws LOGIN_FAILED.
     */
    async proveLogin() {
        const scheme = await this.#learnScheme();
        const { account, clock } = this.#options;
        const claim = { credential: await account.credential(), scope: '', date: clock.date() };
        if (scheme.kind !== 'bearer' || claim.credential === undefined)
            return;
        const token = await fetchToken((request) => this.#exchange(request), scheme, claim).catch((error) => {
            if (error instanceof errors/* ActionError */.l && error.code === 'LOGIN_FAILED')
                throw error;
            // Not every service understands such a request; that says nothing about the credential.
            return undefined;
        });
        if (token !== undefined)
            this.#masked(token);
    }
    /** tryToken asks once for a token of another scope; undefined if it gets none. */
    async tryToken(scope) {
        const scheme = await this.#learnScheme();
        const credential = await this.#options.account.credential();
        if (scheme.kind !== 'bearer' || credential === undefined || 'registryToken' in credential)
            return undefined;
        const once = async (request) => readAnswer(await this.#options.network.open(request));
        return fetchToken(once, scheme, { credential, scope, date: this.#options.clock.date() }).then((token) => this.#masked(token), () => undefined);
    }
    /** send sends a request and reads the whole answer, with any status. */
    async send(request) {
        return this.#persist(this.asked(request), () => this.#open(request), readAnswer);
    }
    /** sendOnce is `send` without retries, if there is another way after a failure. */
    async sendOnce(request) {
        return (await this.attempt(request)).result();
    }
    /** leave sends a request whose result nobody needs: once, with the current login. */
    async leave(request) {
        const scheme = await this.#learnScheme();
        const shown = scheme.kind === 'none' ? undefined : await this.#authorize(scheme);
        await readAnswer((await this.#follow(request, shown)).answer);
    }
    /** attempt is one try of `send`, for `persist`. */
    async attempt(request) {
        return this.#attempt(this.asked(request), () => this.#open(request), readAnswer);
    }
    /** persist retries an operation of several requests from its beginning, by the rules for single ones. */
    async persist(attempt, signal) {
        return this.#persistence.persist(this.registry.host, attempt, signal);
    }
    /** read is `send` for a body that is not kept: `read` gets it from its beginning, again after each failure. */
    async read(request, read) {
        return this.#persist(this.asked(request), () => this.#open(request), read);
    }
    /** asked is a request, as errors show it. */
    asked({ path, method }) {
        return { method, url: new URL(path, this.registry) };
    }
    /** One request without a login, to the registry or its token service. */
    async #exchange(request) {
        return this.#persist(request, () => this.#options.network.open(request), readAnswer);
    }
    #persist(asked, open, read) {
        return this.#persistence.persist(asked.url.host, () => this.#attempt(asked, open, read));
    }
    async #attempt(asked, open, read) {
        try {
            const stream = await open();
            const value = await read(stream);
            return { result: () => value, transience: transienceOf(stream, value, this.#options.clock.date()) };
        }
        catch (thrown) {
            return { result: () => fail(noAnswer(asked, thrown)), transience: transienceOfError(thrown) };
        }
    }
    #learnScheme() {
        this.#scheme ??= (async () => {
            const ping = pingOf(this.registry);
            const answer = this.#greeted() ?? (await this.#exchange(ping));
            if (this.#options.greeting !== undefined)
                this.#options.greeting.answer = answer;
            if (answer.status === 200)
                return { kind: 'none' };
            if (answer.status !== 401)
                throw answers_refusal(ping, answer);
            return chooseScheme(answer, this.#options.account);
        })();
        return this.#scheme;
    }
    /** The answer to the ping of another session, if it says how to sign in. */
    #greeted() {
        const answer = this.#options.greeting?.answer;
        return answer?.status === 200 || answer?.status === 401 ? answer : undefined;
    }
    /** A token for the account's scope, masked before it is used. */
    async #fetchToken(scheme) {
        const token = this.#masked(await this.#tokenFor(scheme));
        this.#last = { token, fetched: this.#options.clock.now() };
        return token;
    }
    /**
     * If a scope is not granted, a token service should leave it out (distribution, `spec/auth/token.md`), but some refuse
     * the whole. Then the repositories that layers are mounted from are left out, and their layers are uploaded.
     */
    async #tokenFor(scheme) {
        const { account, clock } = this.#options;
        const { scope, mountScopes = [] } = account;
        let status = 0;
        const exchange = async (request) => {
            const answer = await this.#exchange(request);
            status = answer.status;
            return answer;
        };
        const ask = async (scopes) => fetchToken(exchange, scheme, {
            credential: await account.credential(),
            scope: scopes.join(' '),
            date: clock.date(),
        });
        if (mountScopes.length === 0 || !this.#mayMount)
            return ask([scope]);
        try {
            return await ask([scope, ...mountScopes]);
        }
        catch (error) {
            if (![400, 401, 403].includes(status))
                throw error;
            const token = await ask([scope]);
            this.#mayMount = false;
            return token;
        }
    }
    #masked(token) {
        this.#options.mask(token.text);
        return token;
    }
    /** The header with the credential; requests that need a token at the same time share it. */
    #authorize(scheme) {
        if (scheme.kind === 'basic')
            return this.#basic();
        this.#authorization ??= this.#fetchToken(scheme).then(({ text }) => `Bearer ${text}`);
        return this.#authorization;
    }
    async #basic() {
        const credential = await this.#options.account.credential();
        if (credential === undefined)
            throw authentication_wantsLogin(this.registry);
        return basicHeader(credential);
    }
    /** Signs in once more if the registry rejects the current login: a token may have expired. */
    async #open(request) {
        const scheme = await this.#learnScheme();
        const shown = scheme.kind === 'none' ? undefined : this.#authorize(scheme);
        const first = await this.#follow(request, await shown);
        // If we were redirected to another host, that host must not ask for a login.
        if (first.answer.status !== 401 || first.isElsewhere || scheme.kind === 'basic')
            return first.answer;
        const refused = await readAnswer(first.answer);
        // A registry that accepts the ping without a login may still want one for this.
        if (scheme.kind === 'none')
            this.#scheme = chooseScheme(refused, this.#options.account);
        else
            this.#forget(shown);
        const now = await this.#learnScheme();
        return (await this.#follow(request, now.kind === 'none' ? undefined : await this.#authorize(now))).answer;
    }
    /** Forgets a rejected login, unless another request has signed in again: then the new login stays. */
    #forget(refused) {
        if (this.#authorization === refused)
            this.#authorization = undefined;
    }
    #follow({ path, ...request }, authorization) {
        const open = async (hop) => {
            const answer = await this.#options.network.open(hop);
            this.#options.onHead(answer);
            return answer;
        };
        const { registry } = this;
        return follow({ ...request, url: new URL(path, registry) }, { registry, authorization, open });
    }
}
function fail(error) {
    throw error;
}

;// CONCATENATED MODULE: ./build/registry/open-access.js






/** openAccess creates the access to one repository; its session opens on first use. */
async function openAccess({ repository, credential, caFile, authHosts, mountFrom = [], actions }, { signal, mask, onHead, warn = () => { }, clock = systemClock, timer = systemTimer, hosts = new Hosts(), trustFor = certificates_trustFor, }) {
    const host = apiHost(repository.registry);
    const options = { ...(await trustFor(host, caFile)), signal, timer };
    const scope = `repository:${repository.path}:${actions}`;
    const mountScopes = mountFrom.map((path) => `repository:${path}:pull`);
    let opened;
    const open = () => {
        if (opened !== undefined)
            return opened;
        const { way, leave } = hosts.enter(host, caFile, options);
        const account = { credential, scope, mountScopes, authHosts };
        const session = way.then(({ registry, ...to }) => {
            return new Session({ ...to, account: { ...account, registry }, clock, signal, mask, onHead });
        });
        opened = { session, leave };
        return opened;
    };
    return {
        name: (0,reference/* repositoryName */.aR)(repository),
        path: repository.path,
        actions,
        mountFrom,
        warn,
        base: `/v2/${repository.path}`,
        session: () => open().session,
        clock,
        signal,
        close: () => opened?.leave(),
    };
}

// EXTERNAL MODULE: ./build/image/referrer.js
var referrer = __webpack_require__(539);
// EXTERNAL MODULE: ./build/image/referrer-tag.js
var referrer_tag = __webpack_require__(570);
;// CONCATENATED MODULE: ./build/image/referrers-list.js



/** The list to start from if none exists. */
const referrers_list_NO_REFERRERS = {
    document: { schemaVersion: 2, mediaType: media_types/* MEDIA_TYPES */.Z2.ociIndex },
    entries: [],
};
/** readReferrersList reads such a list. Throws a ManifestProblem if it is no image index: we do not overwrite that. */
function referrers_list_readReferrersList(bytes, mediaType) {
    const { manifests, ...document } = readDocument(bytes);
    // Programs in Go may write null for a list without entries.
    const isEmpty = manifests === null;
    const index = parseManifest(isEmpty ? withEntries(document, []) : bytes, mediaType);
    if (index.mediaType !== MEDIA_TYPES.ociIndex || index.kind !== 'index')
        throw new ManifestProblem('it is not an image index');
    if (isEmpty)
        return { document, entries: [] };
    const descriptors = parseList(manifests, 'manifests');
    return {
        document,
        entries: index.children.map(({ digest }, at) => ({ digest, descriptor: descriptors[at] ?? {} })),
    };
}
/** writeReferrersList returns the list as bytes, with more entries at the end; all other fields stay as they are. */
function referrers_list_writeReferrersList({ document, entries }, more) {
    return withEntries(document, [...entries, ...more].map(({ descriptor }) => descriptor));
}
function withEntries(document, manifests) {
    return Buffer.from(JSON.stringify({ ...document, manifests }));
}
/**
 * entryOf creates the entry that a client writes into such a list (distribution-spec 1.1, "Pushing Manifests with
 * Subject"): the type and all annotations are those of the manifest itself.
 */
function referrers_list_entryOf({ manifest, artifactType, annotations }) {
    const { mediaType, digest, bytes } = manifest;
    const said = {
        ...(artifactType === undefined ? {} : { artifactType }),
        ...(Object.keys(annotations).length === 0 ? {} : { annotations }),
    };
    return { digest, descriptor: { mediaType, digest, size: bytes.byteLength, ...said } };
}

;// CONCATENATED MODULE: ./build/registry/fallback-list.js



/** How often a list is written if others write it as often. */
const MOST_ROUNDS = 20;
/**
 * FallbackList adds to the list of referrers that a registry without the API has under a tag. Others may add to it at
 * the same time, and each writer writes the whole list. So it is read, extended, written on the condition that it is
 * unchanged (If-Match, if the registry offers and respects an ETag), and read again, until no entry that was ever seen,
 * and none of ours, is missing. If the registry ignores the condition, a writer that read before our write and writes
 * after our last read removes our entry unnoticed. `keep` moves that last read to the end.
 */
class fallback_list_FallbackList {
    #place;
    /** The entries that must be in it: ours, and those that we saw there. */
    #wanted = new Map();
    /** Whether this registry understands conditions. */
    #isConditional = true;
    #last = Promise.resolve();
    constructor(place) {
        this.#place = place;
    }
    /** add puts an entry into the list if it is missing. Throws an ActionError. */
    add(entry) {
        this.#wanted.set(entry.digest, entry);
        return this.keep();
    }
    /** keep reads the list once more, and restores missing entries. */
    keep() {
        // One after the other: we must not race with ourselves.
        const settled = this.#last.catch(() => undefined).then(() => this.#settle());
        this.#last = settled;
        return settled;
    }
    async #settle() {
        for (let round = 1;; round++) {
            const shown = await this.#place.look();
            const index = this.#read(shown);
            const missing = await this.#missingIn(index);
            if (missing.length === 0)
                return;
            if (round > MOST_ROUNDS)
                throw this.#unsettled(missing);
            const isWritten = await this.#write({ index, missing, condition: this.#conditionFor(shown) });
            const after = await this.#place.lookAfter(shown?.digest);
            if ((await this.#missingIn(this.#read(after))).length === 0)
                return;
            // Rejected, and yet unchanged: the registry does not understand the condition.
            if (!isWritten && after?.digest === shown?.digest)
                this.#isConditional = false;
            await this.#place.pause(round);
        }
    }
    /**
     * Some registries reject a list with entries whose manifests were deleted, although the deletion may have left these
     * entries in it: then we remove them.
     */
    async #write({ index, missing, condition }) {
        try {
            return await this.#place.write(writeReferrersList(index, missing), condition);
        }
        catch (error) {
            if (!(error instanceof ActionError && error.code === 'CONTENT_MISSING'))
                throw error;
            const isThere = await Promise.all(index.entries.map(({ digest }) => this.#place.hasManifest(digest)));
            const entries = index.entries.filter((_, at) => isThere[at]);
            if (entries.length === index.entries.length)
                throw error;
            for (const { digest } of index.entries)
                if (!entries.some((entry) => entry.digest === digest))
                    this.#wanted.delete(digest);
            return this.#place.write(writeReferrersList({ ...index, entries }, missing), condition);
        }
    }
    #read(shown) {
        if (shown === undefined)
            return NO_REFERRERS;
        if (shown.isSubject)
            throw this.#noList('it shows the image itself');
        try {
            return readReferrersList(shown.bytes, shown.mediaType);
        }
        catch (cause) {
            if (!(cause instanceof ManifestProblem))
                throw cause;
            throw this.#noList(cause.message, cause);
        }
    }
    #noList(why, cause) {
        const message = `The tag ${this.#place.name} is not a list of what is attached to an image: ${why}.`;
        return new ActionError('REFERRER_REFUSED', message, {
            hint: 'Tags of this form are for such lists only. If somebody wrote this one, remove it. If nobody did, this registry ' +
                'reads such a tag as the digest, and cannot keep the list.',
            cause,
        });
    }
    #conditionFor(shown) {
        if (!this.#isConditional)
            return { kind: 'none' };
        if (shown === undefined)
            return { kind: 'absent' };
        return shown.etag === undefined ? { kind: 'none' } : { kind: 'unchanged', etag: shown.etag };
    }
    /** If another writer removed an entry together with its manifest, that was on purpose. */
    async #missingIn({ entries }) {
        for (const entry of entries)
            if (!this.#wanted.has(entry.digest))
                this.#wanted.set(entry.digest, entry);
        const there = new Set(entries.map(({ digest }) => digest));
        const missing = [...this.#wanted.values()].filter(({ digest }) => !there.has(digest));
        for (const { digest } of missing)
            if (!(await this.#place.hasManifest(digest)))
                this.#wanted.delete(digest);
        return missing.filter(({ digest }) => this.#wanted.has(digest));
    }
    #unsettled(missing) {
        const named = missing.map(({ digest }) => digest).join(', ');
        const message = `The tag ${this.#place.name} was written ${MOST_ROUNDS} times, and each time another writer removed entries from it: ${named}.`;
        return new ActionError('REFERRER_REFUSED', message, {
            hint: 'Give the workflows that sign or attest this image a "concurrency" group, so that only one of them runs at a time, and run this job again.',
        });
    }
}

;// CONCATENATED MODULE: ./build/registry/manifests.js









/** Always all four: with fewer, registries answer "unknown" or convert the manifest into another type. */
const ACCEPT = Object.values(media_types/* MEDIA_TYPES */.Z2).join(', ');
/** manifestsAt reads and writes manifests (distribution-spec, "Pulling manifests" and "Pushing Manifests"). */
function manifestsAt(access) {
    const { name: repository, base } = access;
    const readManifest = async (name) => {
        const answer = await fetchDocument(access, `${base}/manifests/${name}`, ACCEPT);
        return answer === undefined ? undefined : checked(answer, `${repository} ${name}`, parseDigest(name));
    };
    return {
        readManifest,
        awaitManifest: (name, settled) => untilSettled(access, { look: () => readManifest(name), settled }),
        put: async (manifest) => void (await putManifest(access, { name: manifest.digest, manifest })),
        putTag: async (tag, { manifest }) => void (await putManifest(access, { name: tag, manifest })),
    };
}
/** putManifest is `sendManifest`, but throws if the manifest was not accepted. */
async function putManifest(access, put) {
    const answer = await manifests_sendManifest(access, put);
    if (answer === undefined || manifests_isTaken(answer))
        return answer;
    throw await manifests_notTaken(access, put, answer);
}
/** isTaken tells whether an answer means that a manifest was accepted. */
function manifests_isTaken({ status }) {
    return status >= 200 && status <= 204;
}
/** notTaken is the error that says why a manifest was not accepted. */
async function manifests_notTaken({ base, session }, { name, manifest: { mediaType, bytes } }, answer) {
    const asked = (await session()).asked({ method: 'PUT', path: `${base}/manifests/${name}` });
    return refusal({ ...asked, puts: kindOf(mediaType, bytes) }, answer);
}
/**
 * sendManifest puts a manifest, and retries as long as that may help. If only the answer was lost, the manifest exists:
 * it is not put again, because Harbor would scan it again, and there is no answer. A part that the registry does not
 * have yet may appear soon.
 */
async function manifests_sendManifest(access, { name, manifest: { bytes, mediaType }, headers: condition }) {
    const path = `${access.base}/manifests/${name}`;
    const headers = { 'content-type': mediaType, ...condition };
    const request = { method: 'PUT', path, headers, body: bytes, limit: DOCUMENT_LIMIT, stores: true };
    const registry = await access.session();
    let isAgain = false;
    const put = async () => {
        if (isAgain && (await manifests_isThere(access, name, bytes)))
            return { result: () => undefined, transience: FINAL };
        isAgain = true;
        return registry.attempt(request);
    };
    return untilSettled(access, {
        look: () => registry.persist(put, access.signal),
        settled: (seen) => seen === undefined || !lacksBlobs(seen),
        lag: LACKING,
    });
}
/** How long a registry may need to see the blobs that it has accepted, in milliseconds. */
const LACKING = { most: 8_000, first: 1_000, longest: 4_000 };
function lacksBlobs(answer) {
    return answer.status >= 400 && ociErrors(answer).some(({ code }) => code === 'MANIFEST_BLOB_UNKNOWN');
}
async function manifests_isThere({ base, session }, name, bytes) {
    const request = {
        method: 'GET',
        path: `${base}/manifests/${name}`,
        headers: { accept: ACCEPT },
        limit: DOCUMENT_LIMIT,
    };
    const answer = await (await session()).sendOnce({ ...request, method: 'GET' }).catch(() => undefined);
    return answer?.status === 200 && Buffer.from(answer.body).equals(bytes);
}
/** Kinds that not every registry accepts. */
function kindOf(mediaType, bytes) {
    if (mediaType === MEDIA_TYPES.ociIndex || mediaType === MEDIA_TYPES.dockerList)
        return 'index';
    if (new TextDecoder().decode(bytes).includes('application/vnd.in-toto+json'))
        return 'attestation';
    return mediaType === MEDIA_TYPES.dockerManifest ? 'docker-manifest' : undefined;
}
/**
 * checked parses the exact bytes; they must have the digest that was requested and the one in the header. Throws
 * DIGEST_MISMATCH or REGISTRY_ANSWER.
 */
function checked(answer, what, wanted) {
    const claimed = answer.headers['docker-content-digest'];
    const header = claimed === undefined ? undefined : parseDigest(claimed);
    if (wanted !== undefined && !matches(wanted, answer.body)) {
        throw mismatch(`The registry serves other bytes under the digest of ${what}.`);
    }
    if (claimed !== undefined && (header === undefined || !matches(header, answer.body))) {
        throw mismatch(`For ${what} the registry names the digest "${claimed}", which is not that of the bytes it serves.`);
    }
    try {
        return parseManifest(answer.body, answer.headers['content-type'] ?? '');
    }
    catch (cause) {
        if (!(cause instanceof ManifestProblem))
            throw cause;
        throw new ActionError('REGISTRY_ANSWER', `What the registry serves for ${what} is no image: ${cause.message}.`, {
            hint: 'Check that "image" names a registry and not a web page, and what was pushed under this name.',
            cause,
        });
    }
}

;// CONCATENATED MODULE: ./build/registry/list-place.js








/** The first and the longest pause between two tries to write a list, in milliseconds. */
const list_place_PAUSE = { first: 100, longest: 3_000 };
/** The status if a condition does not hold (RFC 9110, 15.5.13), or if a write collides with another one. */
const NOT_SO = (/* unused pure expression or super */ null && ([409, 412]));
/** listPlace is the fallback tag of a manifest in a repository. */
function list_place_listPlace(access, subject) {
    const { base, name, clock, signal } = access;
    const tag = fallbackTag(subject);
    const look = async () => {
        const answer = await fetchDocument(access, `${base}/manifests/${tag}`, ANY_MANIFEST);
        if (answer === undefined)
            return undefined;
        const { body: bytes, headers } = answer;
        const mediaType = headers['content-type'] ?? '';
        const isSubject = matches(subject, bytes);
        return { digest: digestOf(bytes), bytes, mediaType, etag: strongTag(headers.etag), isSubject };
    };
    return {
        name: `${name}:${tag}`,
        look,
        lookAfter: (before) => untilSettled(access, { look, settled: (seen) => seen?.digest !== before }),
        write: async (bytes, condition) => {
            const manifest = { bytes, mediaType: MEDIA_TYPES.ociIndex };
            const put = { name: tag, manifest, headers: headersOf(condition) };
            const answer = await sendManifest(access, put);
            if (answer === undefined || isTaken(answer))
                return true;
            const asked = (await access.session()).asked({ method: 'PUT', path: `${base}/manifests/${tag}` });
            const isRefused = understood(asked, answer) !== undefined;
            if (condition.kind !== 'none' && NOT_SO.includes(answer.status) && !isRefused)
                return false;
            throw await list_place_refused(access, { put, answer, what: `the tag ${tag}, which lists what is attached to an image` });
        },
        hasManifest: async (digest) => (await fetchDocument(access, `${base}/manifests/${digest}`, ANY_MANIFEST)) !== undefined,
        pause: (round) => clock.sleep(Math.min(list_place_PAUSE.first * 2 ** (round - 1), list_place_PAUSE.longest) * (0.5 + Math.random()), signal),
    };
}
/**
 * A weak ETag says only that nothing relevant has changed; it cannot be the condition of a write (RFC 9110, 13.1.1).
 */
function strongTag(etag) {
    return etag?.startsWith('"') ? etag : undefined;
}
function headersOf(condition) {
    if (condition.kind === 'unchanged')
        return { 'if-match': condition.etag };
    return condition.kind === 'absent' ? { 'if-none-match': '*' } : {};
}
/** Errors that do not concern access, a limit or something missing: the registry does not accept such a thing. */
const REFUSALS = (/* unused pure expression or super */ null && (['REGISTRY_ANSWER', 'TAG_EXISTS', 'PUSH_FAILED']));
/** From a registry that has just accepted an image, this status means the same (RFC 9110, 15.5.6). */
const NOT_ALLOWED = 405;
/** refused is the error if a registry does not accept a referrer; for other answers, it is their own error. */
async function list_place_refused(access, { put, answer, what }) {
    const error = await notTaken(access, put, answer);
    const isFixed = error.code === 'TAG_EXISTS';
    if (!REFUSALS.includes(error.code) && answer.status !== NOT_ALLOWED)
        return error;
    const message = isFixed
        ? `The registry does not allow ${what} to be overwritten: ${error.message}`
        : `The registry rejected ${what}: ${error.message}`;
    return new ActionError('REFERRER_REFUSED', message, { hint: isFixed ? FIXED_HINT : list_place_REFUSED_HINT, cause: error });
}
const FIXED_HINT = 'This registry has no referrers API, so the list of what is attached to an image is under a tag such as "sha256-<digest>", and is overwritten for each new entry: exclude tags of this form from the rule that makes tags immutable.';
const list_place_REFUSED_HINT = 'Check whether this registry accepts manifests with a "subject" (OCI 1.1), and of which types. A newer version may.';

;// CONCATENATED MODULE: ./build/registry/referrers.js














/** Longest page of a list of referrers, in bytes. */
const referrers_PAGE_LIMIT = 4 * 1024 * 1024;
/** If a registry says that it knows the subject: how long it may need to list the referrer, in milliseconds. */
const UNTIL_LISTED = { most: 10_000, first: 250, longest: 2_000 };
/**
 * referrersAt lists, reads and puts referrers of images (distribution-spec 1.1, "Listing Referrers", "Referrers Tag
 * Schema", "Pushing Manifests with Subject").
 */
function referrersAt(access) {
    const indexes = new Map();
    const indexOf = (subject) => {
        const tag = fallbackTag(subject);
        const index = indexes.get(tag) ?? new FallbackList(listPlace(access, subject));
        indexes.set(tag, index);
        return index;
    };
    const byApi = referrersApi(access);
    const isListed = async (digest, subject) => {
        const look = () => byApi(subject);
        const settled = (seen) => seen === undefined || seen.includes(digest);
        return (await untilSettled(access, { look, settled, lag: UNTIL_LISTED }))?.includes(digest) === true;
    };
    return {
        listReferrers: async (subject, by) => {
            const lists = await Promise.all([
                by === 'tag' ? undefined : byApi(subject),
                by === 'api' ? undefined : listUnderTag(access, subject),
            ]);
            return [...new Set(lists.flatMap((list) => list ?? []))];
        },
        readReferrer: (digest, subject) => readReferrer(access, digest, subject),
        attach: async (referrer) => {
            const { manifest, subject } = referrer;
            const put = { name: manifest.digest, manifest };
            const answer = await sendManifest(access, put);
            if (answer !== undefined && !isTaken(answer)) {
                throw await refused(access, { put, answer, what: `${manifest.digest}, which is attached to ${subject}` });
            }
            // If the answer was lost, only the list shows it. And ECR knows subjects, but does not list all referrers.
            const mayBeListed = answer === undefined || parseDigest(answer.headers['oci-subject'] ?? '') === subject;
            if (mayBeListed && (await isListed(manifest.digest, subject)))
                return;
            await indexOf(subject).add(entryOf(referrer));
        },
        keepAttached: async () => void (await Promise.all([...indexes.values()].map((index) => index.keep()))),
        putReferrerTag: async (tag, manifest) => {
            const put = { name: tag, manifest };
            const answer = await sendManifest(access, put);
            if (answer !== undefined && !isTaken(answer))
                throw await refused(access, { put, answer, what: `the tag ${tag}` });
        },
    };
}
/** referrersApi reads the registry's own list; undefined if it has none, which is remembered. */
function referrersApi(access) {
    let isThereAny = true;
    return async (subject) => {
        const base = `${access.base}/referrers/${subject}`;
        const registry = await access.session();
        const read = async (query) => {
            // We use no filter: the types in a list may be wrong.
            const path = query === '' ? base : `${base}?${query}`;
            const request = { method: 'GET', path, headers: { accept: media_types/* MEDIA_TYPES */.Z2.ociIndex }, limit: referrers_PAGE_LIMIT };
            const answer = await registry.send(request);
            if (query === '' && isWithoutApi(answer)) {
                // If a repository or a manifest does not exist yet, we do not know whether its registry has the API.
                isThereAny = answers_ociErrors(answer).some(({ code }) => NOT_THERE.includes(code));
                throw new NoApi();
            }
            if (answer.status !== 200)
                throw answers_refusal(registry.asked(request), answer);
            return { entries: digestsIn(answer), next: nextQuery(answer.headers.link, registry.asked(request).url) };
        };
        if (!isThereAny)
            return undefined;
        return readPages(read, '').catch((error) => {
            if (error instanceof NoApi)
                return undefined;
            throw error;
        });
    };
}
class NoApi extends Error {
}
/** The statuses of registries for unknown requests: not found, no such method, no such type, not implemented. */
const NO_SUCH_PLACE = [404, 405, 406, 501];
/** Something does not exist, so nothing is listed for it. Quay answers so for a manifest that it does not have. */
const NOT_THERE = ['NAME_UNKNOWN', 'MANIFEST_UNKNOWN'];
function isWithoutApi(answer) {
    const isSaid = () => answers_ociErrors(answer).some(({ code }) => [...NOT_THERE, 'UNSUPPORTED'].includes(code));
    return NO_SUCH_PLACE.includes(answer.status) || (answer.status >= 400 && isSaid());
}
/** Only the digests count: all else is read from the manifests themselves. */
function digestsIn({ body }) {
    let manifests;
    try {
        ({ manifests } = JSON.parse(new TextDecoder().decode(body)));
    }
    catch {
        manifests = undefined;
    }
    // Servers in Go write null for an empty list.
    if (manifests === null)
        return [];
    const digests = Array.isArray(manifests)
        ? manifests.map((entry) => (0,image_digest/* parseDigest */.m)(String(entry?.digest)))
        : [undefined];
    if (digests.every((digest) => digest !== undefined))
        return digests;
    throw strange('The list of what is attached to a manifest is not an image index.');
}
/**
 * Some registries (GitLab's) read such a tag as the digest, and some programs tag images so: the image itself is no
 * list.
 */
async function listUnderTag(access, subject) {
    const tag = fallbackTag(subject);
    const answer = await fetchDocument(access, `${access.base}/manifests/${tag}`, ANY_MANIFEST);
    if (answer === undefined || matches(subject, answer.body))
        return [];
    return inWords(`${access.name}:${tag}`, () => {
        const { entries } = readReferrersList(answer.body, answer.headers['content-type'] ?? '');
        return entries.map(({ digest }) => digest);
    });
}
async function readReferrer(access, digest, subject) {
    const answer = await fetchDocument(access, `${access.base}/manifests/${digest}`, ANY_MANIFEST);
    if (answer === undefined)
        return undefined;
    if (!matches(digest, answer.body))
        throw mismatch(`The registry serves other bytes under the digest ${digest} of ${access.name}.`);
    return inWords(`${access.name}@${digest}`, () => {
        const referrer = parseReferrer(answer.body, answer.headers['content-type'] ?? '');
        if (referrer.subject !== subject)
            throw new ManifestProblem(`it is attached to ${referrer.subject}, and not to ${subject}, where it is listed`);
        // Our own hash is a SHA-256; the registry may use another algorithm.
        return { ...referrer, manifest: { ...referrer.manifest, digest } };
    });
}
function inWords(what, read) {
    try {
        return read();
    }
    catch (cause) {
        if (!(cause instanceof ManifestProblem))
            throw cause;
        throw strange(`${what} is listed as attached to an image, and cannot be used: ${cause.message}.`, cause);
    }
}
function strange(message, cause) {
    return new errors/* ActionError */.l('REGISTRY_ANSWER', message, {
        hint: 'Check what was pushed to this repository, and ask the operator of the registry.',
        cause,
    });
}

;// CONCATENATED MODULE: ./build/registry/distribution-catalogue.js









/** Most bytes that we read of an answer to a deletion. */
const SAID_LIMIT = 64 * 1024;
/** distributionCatalogue opens repositories of registries that speak the distribution specification (1.0 and 1.1). */
function distributionCatalogue(surroundings) {
    return async ({ deletes, ...options }) => {
        const { path } = options.repository;
        const access = await openAccess({ ...options, actions: deletes ? 'pull,delete' : 'pull' }, surroundings);
        return {
            authenticate: async () => (await access.session()).signIn(),
            mayDelete: async () => {
                const token = await (await access.session()).ownToken();
                const grants = token && grantsOf(token);
                return grants?.some(({ type, name, actions }) => type === 'repository' && name === path && (actions.includes('delete') || actions.includes('*')));
            },
            listTags: () => listTags(access),
            // The specification has no list of manifests.
            listManifests: async () => undefined,
            digestUnder: (tag) => digestUnder(access, tag),
            readDocument: (name) => distribution_catalogue_readDocument(access, name),
            readBlob: async (digest) => {
                const answer = await documents_fetchDocument(access, `${access.base}/blobs/${digest}`, '*/*');
                if (answer !== undefined && !(0,image_digest/* matches */.cK)(digest, answer.body))
                    throw documents_mismatch(`The registry serves other bytes than those of the blob ${digest}.`);
                return answer?.body;
            },
            listReferrers: referrersApi(access),
            remove: ({ digest }) => remove(access, digest),
            awaitGone: async (digest) => !(await repository_client_untilSettled(access, { look: () => distribution_catalogue_isThere(access, digest), settled: (seen) => !seen })),
            close: access.close,
        };
    };
}
async function distribution_catalogue_readDocument(access, name) {
    const answer = await documents_fetchDocument(access, `${access.base}/manifests/${name}`, documents_ANY_MANIFEST);
    if (answer === undefined)
        return undefined;
    const wanted = (0,image_digest/* parseDigest */.m)(name);
    if (wanted !== undefined && !(0,image_digest/* matches */.cK)(wanted, answer.body))
        throw documents_mismatch(`The registry serves other bytes under the digest ${name} of ${access.name}.`);
    const mediaType = answer.headers['content-type']?.split(';')[0]?.trim().toLowerCase() ?? '';
    return { bytes: answer.body, digest: wanted ?? shownDigest(answer) ?? (0,image_digest/* digestOf */.ol)(answer.body), mediaType };
}
/**
 * The digest in the header, if these bytes have it: if its algorithm is another one, the registry would not know our
 * digest.
 */
function shownDigest({ headers, body }) {
    const claimed = (0,image_digest/* parseDigest */.m)(headers['docker-content-digest'] ?? '');
    return claimed !== undefined && (0,image_digest/* matches */.cK)(claimed, body) ? claimed : undefined;
}
async function digestUnder(access, tag) {
    const registry = await access.session();
    const path = `${access.base}/manifests/${tag}`;
    const request = { method: 'HEAD', path, headers: { accept: documents_ANY_MANIFEST }, limit: 0 };
    const { status, headers } = await registry.send(request);
    if (status === 404)
        return undefined;
    const claimed = status === 200 ? (0,image_digest/* parseDigest */.m)(headers['docker-content-digest'] ?? '') : undefined;
    // Some registries do not answer HEAD, or do not name the digest there.
    return claimed ?? (await distribution_catalogue_readDocument(access, tag))?.digest;
}
async function distribution_catalogue_isThere(access, digest) {
    const registry = await access.session();
    const path = `${access.base}/manifests/${digest}`;
    const request = { method: 'GET', path, headers: { accept: documents_ANY_MANIFEST }, limit: documents_DOCUMENT_LIMIT };
    const answer = await registry.send(request);
    if (answer.status === 404)
        return false;
    if (answer.status === 200)
        return true;
    throw answers_refusal(registry.asked(request), answer);
}
/** What registries say if one of their rules keeps a manifest: locked, immutable, in use, under retention. */
const PROTECTED = /protect|lock|immutab|referenced|in use|still tagged|dangling|retention|disallowed|quarantin/i;
const NOT_DELETED = 'Give the account permission to pull and delete in this repository, and nothing else. If it has that, deletion may be disabled at the registry.';
async function remove(access, digest) {
    const registry = await access.session();
    const path = `${access.base}/manifests/${digest}`;
    const request = { method: 'DELETE', path, headers: {}, limit: SAID_LIMIT };
    let answer;
    try {
        answer = await registry.sendOnce(request);
    }
    catch (thrown) {
        access.signal.throwIfAborted();
        if (!(thrown instanceof errors/* ActionError */.l))
            throw (0,errors/* asError */.z)(thrown);
        return { kind: 'doubtful', error: thrown };
    }
    const { status } = answer;
    if ((status >= 200 && status < 300) || status === 404)
        return { kind: 'sent' };
    const said = answers_ociErrors(answer)
        .map(({ code, message }) => `${code} ${message}`)
        .join('; ');
    const { code, message } = answers_refusal(registry.asked(request), answer);
    const error = new errors/* ActionError */.l(code, message, { hint: NOT_DELETED });
    if (status < 500 && (status === 409 || status === 412 || status === 423 || PROTECTED.test(said)))
        return { kind: 'protected', says: said === '' ? `status ${status}` : said };
    return { kind: status < 500 && status !== 408 ? 'refused' : 'doubtful', error };
}

;// CONCATENATED MODULE: ./build/workspace/disk-undo-file.js
var disk_undo_file_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
    if (value !== null && value !== void 0) {
        if (typeof value !== "object" && typeof value !== "function") throw new TypeError("Object expected.");
        var dispose, inner;
        if (async) {
            if (!Symbol.asyncDispose) throw new TypeError("Symbol.asyncDispose is not defined.");
            dispose = value[Symbol.asyncDispose];
        }
        if (dispose === void 0) {
            if (!Symbol.dispose) throw new TypeError("Symbol.dispose is not defined.");
            dispose = value[Symbol.dispose];
            if (async) inner = dispose;
        }
        if (typeof dispose !== "function") throw new TypeError("Object not disposable.");
        if (inner) dispose = function() { try { inner.call(this); } catch (e) { return Promise.reject(e); } };
        env.stack.push({ value: value, dispose: dispose, async: async });
    }
    else if (async) {
        env.stack.push({ async: true });
    }
    return value;
};
var disk_undo_file_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
    return function (env) {
        function fail(e) {
            env.error = env.hasError ? new SuppressedError(e, env.error, "An error was suppressed during disposal.") : e;
            env.hasError = true;
        }
        var r, s = 0;
        function next() {
            while (r = env.stack.pop()) {
                try {
                    if (!r.async && s === 1) return s = 0, env.stack.push(r), Promise.resolve().then(next);
                    if (r.dispose) {
                        var result = r.dispose.call(r.value);
                        if (r.async) return s |= 2, Promise.resolve(result).then(next, function(e) { fail(e); return next(); });
                    }
                    else s |= 1;
                }
                catch (e) {
                    fail(e);
                }
            }
            if (s === 1) return env.hasError ? Promise.reject(env.error) : Promise.resolve();
            if (env.hasError) throw env.error;
        }
        return next();
    };
})(typeof SuppressedError === "function" ? SuppressedError : function (error, suppressed, message) {
    var e = new Error(message);
    return e.name = "SuppressedError", e.error = error, e.suppressed = suppressed, e;
});



/** diskUndoFile records what is deleted, in a new file in a folder. The file has manifests, and no secret. */
function diskUndoFile(folder) {
    const path = (0,external_node_path_.join)(folder, `pruned-${(0,external_node_crypto_.randomUUID)()}.jsonl`);
    // One line after another, also for parallel calls.
    let last = Promise.resolve();
    return {
        path,
        append: (line) => {
            last = last.then(() => disk_undo_file_write(path, `${JSON.stringify(line)}\n`));
            return last;
        },
    };
}
async function disk_undo_file_write(path, line) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const file = disk_undo_file_addDisposableResource(env_1, await (0,external_node_fs_promises_.open)(path, 'a', 0o600), true);
        await file.appendFile(line);
        await file.sync();
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = disk_undo_file_disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}

;// CONCATENATED MODULE: ./build/workspace/disk-workspace.js
var disk_workspace_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
    if (value !== null && value !== void 0) {
        if (typeof value !== "object" && typeof value !== "function") throw new TypeError("Object expected.");
        var dispose, inner;
        if (async) {
            if (!Symbol.asyncDispose) throw new TypeError("Symbol.asyncDispose is not defined.");
            dispose = value[Symbol.asyncDispose];
        }
        if (dispose === void 0) {
            if (!Symbol.dispose) throw new TypeError("Symbol.dispose is not defined.");
            dispose = value[Symbol.dispose];
            if (async) inner = dispose;
        }
        if (typeof dispose !== "function") throw new TypeError("Object not disposable.");
        if (inner) dispose = function() { try { inner.call(this); } catch (e) { return Promise.reject(e); } };
        env.stack.push({ value: value, dispose: dispose, async: async });
    }
    else if (async) {
        env.stack.push({ async: true });
    }
    return value;
};
var disk_workspace_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
    return function (env) {
        function fail(e) {
            env.error = env.hasError ? new SuppressedError(e, env.error, "An error was suppressed during disposal.") : e;
            env.hasError = true;
        }
        var r, s = 0;
        function next() {
            while (r = env.stack.pop()) {
                try {
                    if (!r.async && s === 1) return s = 0, env.stack.push(r), Promise.resolve().then(next);
                    if (r.dispose) {
                        var result = r.dispose.call(r.value);
                        if (r.async) return s |= 2, Promise.resolve(result).then(next, function(e) { fail(e); return next(); });
                    }
                    else s |= 1;
                }
                catch (e) {
                    fail(e);
                }
            }
            if (s === 1) return env.hasError ? Promise.reject(env.error) : Promise.resolve();
            if (env.hasError) throw env.error;
        }
        return next();
    };
})(typeof SuppressedError === "function" ? SuppressedError : function (error, suppressed, message) {
    var e = new Error(message);
    return e.name = "SuppressedError", e.error = error, e.suppressed = suppressed, e;
});





/** Largest report, in bytes: GitHub accepts 10 MB of it, compressed. */
const disk_workspace_LARGEST = 64 << 20;
const MOST_FILES = 100;
const CHUNK = 64 << 10;
/**
 * diskReportFiles finds reports on the runner's disk, relative to the workspace. If the signal fires, its reason is
 * thrown.
 */
function diskReportFiles(signal) {
    return {
        find: async (pattern) => {
            const names = (await look(pattern)) === undefined ? await disk_workspace_matches(pattern, signal) : [pattern];
            if (names.length === 0)
                throw disk_workspace_unusable(`no file matches "${pattern}"`);
            return Promise.all(names.map((name) => reportFile(name, signal)));
        },
        now: () => Date.now(),
    };
}
/** The file with exactly this name, even if the name looks like a pattern; undefined if there is none. */
async function look(path) {
    return (0,external_node_fs_promises_.lstat)(path).catch((error) => {
        if (['ENOENT', 'ENOTDIR', 'ENAMETOOLONG', 'ERR_INVALID_ARG_VALUE'].includes(error.code))
            return undefined;
        throw disk_workspace_unusable(`${path} cannot be read: ${error.message}`);
    });
}
async function disk_workspace_matches(pattern, signal) {
    const names = [];
    // Called for everything on the way: a tree may be large, without any match.
    const exclude = () => signal.aborted;
    try {
        for await (const name of (0,external_node_fs_promises_.glob)(pattern, { exclude })) {
            names.push(name);
            if (names.length > MOST_FILES)
                break;
        }
    }
    catch (error) {
        throw disk_workspace_unusable(`files that match "${pattern}" cannot be listed: ${(0,errors/* asError */.z)(error).message}`);
    }
    signal.throwIfAborted();
    if (names.length > MOST_FILES)
        throw disk_workspace_unusable(`more than ${MOST_FILES} files match "${pattern}"`);
    return names.sort();
}
async function reportFile(name, signal) {
    const stats = await look(name);
    if (stats === undefined)
        throw disk_workspace_unusable(`${name} was removed while this step ran`);
    const problem = disk_workspace_problemOf(stats);
    if (problem !== undefined)
        throw disk_workspace_unusable(`${name} ${problem}`);
    return { name, written: stats.mtimeMs, read: () => read(name, signal) };
}
function disk_workspace_problemOf(stats) {
    if (stats.isSymbolicLink())
        return 'is a symbolic link, which may lead anywhere';
    if (stats.isDirectory())
        return 'is a folder; name the files in it, as in "reports/*.sarif"';
    if (!stats.isFile())
        return 'is not a regular file';
    return stats.size > disk_workspace_LARGEST ? `is larger than ${disk_workspace_LARGEST >> 20} MiB` : undefined;
}
async function* read(name, signal) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const file = disk_workspace_addDisposableResource(env_1, await openFile(name), true);
        const problem = disk_workspace_problemOf(await file.stat());
        if (problem !== undefined)
            throw disk_workspace_unusable(`${name} ${problem}`);
        for (let total = 0;;) {
            signal.throwIfAborted();
            // A new chunk each time, so the reader may keep it.
            const { bytesRead, buffer } = await file.read({ buffer: new Uint8Array(CHUNK) }).catch((error) => {
                throw disk_workspace_unusable(`${name} cannot be read: ${error.message}`);
            });
            total += bytesRead;
            // The file may grow while it is read.
            if (total > disk_workspace_LARGEST)
                throw disk_workspace_unusable(`${name} is larger than ${disk_workspace_LARGEST >> 20} MiB`);
            if (bytesRead === 0)
                return;
            yield buffer.subarray(0, bytesRead);
        }
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = disk_workspace_disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}
/** Without O_NONBLOCK, opening a pipe would wait for a writer that may never come. */
async function openFile(name) {
    const { O_RDONLY, O_NOFOLLOW, O_NONBLOCK } = external_node_fs_.constants;
    return (0,external_node_fs_promises_.open)(name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK).catch((error) => {
        throw disk_workspace_unusable(`${name} cannot be opened: ${error.message}`);
    });
}
function disk_workspace_unusable(message) {
    return new errors/* ActionError */.l('GATE_SCAN', message, {
        hint: 'Let the scanner write its report, in a step before this one.',
    });
}
/** Not the prefix of the private folder, which is removed. */
const disk_workspace_PREFIX = 'verified-image-push-for-later-';
/** diskKeptFiles keeps files under RUNNER_TEMP, readable only by us. The runner removes them with the job. */
const diskKeptFiles = {
    keep: async (name, text) => {
        const folder = await (0,external_node_fs_promises_.mkdtemp)((0,external_node_path_.join)(process.env.RUNNER_TEMP || (0,external_node_os_.tmpdir)(), disk_workspace_PREFIX));
        const path = (0,external_node_path_.join)(folder, name);
        await (0,external_node_fs_promises_.writeFile)(path, text, { mode: 0o600, flag: 'wx' });
        return path;
    },
};

;// CONCATENATED MODULE: ./build/github/github.js
/** Why the API gave no usable answer. */
class github_ApiProblem extends Error {
    name = 'ApiProblem';
    permission;
    remedy;
    also;
    constructor(message, { permission, remedy, also = [] } = {}) {
        super(message);
        this.permission = permission;
        this.remedy = remedy;
        this.also = also;
    }
}

;// CONCATENATED MODULE: ./build/github/answer.js

/** field reads one field of an answer of the API; undefined if it does not exist. */
function answer_field(value, ...path) {
    return path.reduce((object, name) => {
        const isObject = typeof object === 'object' && object !== null && Object.hasOwn(object, name);
        return isObject ? object[name] : undefined;
    }, value);
}
/** text reads a field that must be a non-empty string. Throws ApiProblem. */
function answer_text(value, ...path) {
    const found = answer_field(value, ...path);
    if (typeof found !== 'string' || found === '')
        throw lacks(path);
    return found;
}
/** id reads a field that must be a whole number. Throws ApiProblem. */
function id(value, ...path) {
    const found = answer_field(value, ...path);
    if (typeof found !== 'number' || !Number.isSafeInteger(found))
        throw lacks(path);
    return found;
}
/** time reads a field that must be a moment, in milliseconds since 1970. Throws ApiProblem. */
function time(value, ...path) {
    const found = Date.parse(answer_text(value, ...path));
    if (Number.isNaN(found))
        throw lacks(path);
    return found;
}
function lacks(path) {
    return new ApiProblem(`the API's answer has no "${path.join('.')}"`);
}

;// CONCATENATED MODULE: ./build/github/container-refusals.js



/** GitHub's messages about versions that its own rules protect ("Deleting and restoring a package"). */
const container_refusals_PROTECTED = /last tagged version|cannot delete the last|more than [\d,]+ downloads|cannot be deleted|too many downloads/i;
const container_refusals_RIGHTS = 'Give the job "packages: write", or "packages: read" for a dry run, and give this repository the role Admin on the package (Package settings, Manage Actions access). Or use a classic personal token with "read:packages" and "delete:packages".';
/** protectedVersion returns GitHub's reason to keep a version; undefined for any other answer. */
function protectedVersion(answer) {
    const said = messageOf(answer);
    return answer.status >= 400 && answer.status < 500 && container_refusals_PROTECTED.test(said) ? (0,masked/* excerpt */.Kb)(said, 400) : undefined;
}
/** versionRefusal is the error for an unexpected answer to a request about a package. */
function versionRefusal({ method, path }, answer, name) {
    const code = codeOf(answer);
    const said = (0,masked/* excerpt */.Kb)(messageOf(answer), 400);
    const words = said === '' ? '' : `: ${said}`;
    const message = `${method} ${path} (${name}) was answered by GitHub with status ${answer.status}${words}.`;
    const hints = {
        REGISTRY_DENIED: container_refusals_RIGHTS,
        // If a token may not see something, GitHub says that it does not exist.
        REPOSITORY_MISSING: `If the name in "image" is wrong, correct it. ${container_refusals_RIGHTS}`,
        RATE_LIMITED: 'Run the job again in an hour, and delete less in one run.',
    };
    return new errors/* ActionError */.l(code, message, {
        hint: hints[code] ?? 'Look at the status page of GitHub, and run the job again.',
    });
}
/** unusable reports that the list of versions may be incomplete. */
function container_refusals_unusable(name, how) {
    return new errors/* ActionError */.l('REGISTRY_ANSWER', `GitHub's list of the versions of ${name} cannot be used: ${how}.`, {
        hint: 'Nothing was deleted, because an image that is missing in the list would not be kept. Run the job again.',
    });
}
function codeOf(answer) {
    const { status, headers } = answer;
    const isLimit = headers['x-ratelimit-remaining'] === '0' || 'retry-after' in headers || /rate limit/i.test(messageOf(answer));
    if (status === 429 || (status === 403 && isLimit))
        return 'RATE_LIMITED';
    if (status === 401 || status === 403)
        return 'REGISTRY_DENIED';
    return status === 404 ? 'REPOSITORY_MISSING' : 'REGISTRY_ANSWER';
}
function messageOf({ body }) {
    try {
        const message = answer_field(JSON.parse(new TextDecoder().decode(body)), 'message');
        return typeof message === 'string' ? message : '';
    }
    catch {
        return '';
    }
}

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
        const asked = parseRetryAfter(headers['retry-after'], date) ?? (reset > 0 ? reset : undefined);
        return { kind: 'transient', ...(asked === undefined ? {} : { retryAfter: asked }) };
    }
    return { kind: status >= 500 ? 'transient' : 'final' };
}
/** refused explains an answer that is an error, and what to do. */
function refusals_refused(path, answer, need) {
    const { status } = answer;
    if (isLimit(answer))
        return new ApiProblem(`the API's rate limit is reached (${path} was answered with ${status})`);
    if (status === 401 || status === 403) {
        const seen = `the token may not read ${path} (status ${status}: ${refusals_messageOf(answer)})`;
        // No permission helps if the token is empty or has expired.
        return new ApiProblem(seen, status === 401 ? { remedy: VALID } : need);
    }
    return new ApiProblem(`${path} was answered with status ${status}`);
}
/** Sometimes only the text of the answer shows the secondary limit. */
function isLimit({ status, headers, data }) {
    if (status === 429)
        return true;
    if (status !== 403)
        return false;
    if (headers['x-ratelimit-remaining'] === '0' || 'retry-after' in headers)
        return true;
    return /rate limit/i.test(typeof data === 'string' ? data.slice(0, BEGINNING) : String(answer_field(data, 'message')));
}
/** The API's own reason for a rejection, if there is one. */
function refusals_messageOf({ data }) {
    const message = field(data, 'message');
    return typeof message === 'string' ? excerpt(message, 200) : 'no message';
}

;// CONCATENATED MODULE: ./build/github/container-versions.js











/** The versions on a page, and the most pages that are read. */
const container_versions_PAGE = 100;
const MOST_PAGES = 2_000;
/** Longest answer that is read, in bytes: a page of versions with long lists of tags. */
const container_versions_LIMIT = 16 * 1024 * 1024;
const HEADERS = { accept: 'application/vnd.github+json', 'x-github-api-version': '2022-11-28' };
/**
 * containerVersions reads the list of GitHub's Container registry (docs.github.com, "REST API endpoints for packages",
 * version 2022-11-28): each manifest is a version of a package, and is deleted by the version's id.
 */
function containerVersions({ repository, api, token, signal, clock = systemClock, ...more }) {
    const http = more.http ?? httpClient({ signal });
    const persistence = new Persistence(clock, signal);
    const name = (0,reference/* repositoryName */.aR)(repository);
    const [owner = '', ...rest] = repository.path.split('/');
    const ids = new Map();
    let left;
    let base;
    const once = async ({ method, path }) => {
        const headers = { ...HEADERS, authorization: `Bearer ${(await token()).reveal()}` };
        const answer = await http.open({ method, url: new URL(`${api}${path}`), headers, limit: container_versions_LIMIT }).then(readAnswer);
        left = remaining(answer) ?? left;
        return answer;
    };
    const get = async (path) => {
        const asked = { method: 'GET', path };
        const answer = await persistence.persist(new URL(api).host, async () => {
            try {
                const got = await once(asked);
                return { result: () => got, transience: transience({ ...got, data: container_versions_jsonOf(got) }, clock.date()) };
            }
            catch (thrown) {
                signal.throwIfAborted();
                return { result: () => container_versions_fail(unreached(api, thrown)), transience: transienceOfError(thrown) };
            }
        });
        if (answer.status !== 200)
            throw versionRefusal(asked, answer, name);
        return container_versions_jsonOf(answer);
    };
    /** Packages of people and of organisations have different addresses. */
    const baseOf = async () => {
        const kind = answer_field(await get(`/users/${encodeURIComponent(owner)}`), 'type');
        const of = kind === 'Organization' ? 'orgs' : 'users';
        return `/${of}/${encodeURIComponent(owner)}/packages/container/${encodeURIComponent(rest.join('/'))}/versions`;
    };
    const versions = () => {
        base ??= baseOf();
        return base;
    };
    return {
        // Unknown until the first deletion.
        mayDelete: async () => undefined,
        listManifests: async () => {
            const path = await versions();
            const found = new Map();
            for (let page = 1;; page++) {
                const entries = await get(`${path}?per_page=${container_versions_PAGE}&page=${page}&state=active`);
                if (!Array.isArray(entries))
                    throw container_refusals_unusable(name, 'one of its pages is no list');
                const before = found.size;
                for (const entry of entries)
                    take(found, entry, name);
                // A short page may not be the last one; only an empty page is after the end.
                if (entries.length === 0) {
                    ids.clear();
                    for (const [id, { digest }] of found)
                        ids.set(digest, id);
                    if (ids.size < found.size)
                        throw container_refusals_unusable(name, 'two of its versions have one digest');
                    return { manifests: [...found.values()], requests: page, left };
                }
                if (found.size === before)
                    throw container_refusals_unusable(name, 'it has no end: a page has no new entry');
                if (page === MOST_PAGES)
                    throw container_refusals_unusable(name, `it has more than ${MOST_PAGES} pages`);
            }
        },
        remove: async ({ digest }) => {
            const id = ids.get(digest);
            // It is no longer in the list, so it may be deleted.
            if (id === undefined)
                return { kind: 'doubtful', error: container_refusals_unusable(name, `${digest} is no longer in it`) };
            const asked = { method: 'DELETE', path: `${await versions()}/${id}` };
            try {
                const answer = await once(asked);
                return removalOf(asked, answer, name);
            }
            catch (thrown) {
                signal.throwIfAborted();
                return { kind: 'doubtful', error: unreached(api, thrown) };
            }
        },
        close: () => {
            if (more.http === undefined)
                http.close();
        },
    };
}
function removalOf(asked, answer, name) {
    const { status } = answer;
    if ((status >= 200 && status < 300) || status === 404)
        return { kind: 'sent' };
    const says = protectedVersion(answer);
    if (says !== undefined)
        return { kind: 'protected', says };
    return { kind: status < 500 && status !== 408 ? 'refused' : 'doubtful', error: versionRefusal(asked, answer, name) };
}
/** Adds one version. A version that occurs twice has moved to the next page. */
function take(found, entry, name) {
    const id = answer_field(entry, 'id');
    const digest = (0,image_digest/* parseDigest */.m)(String(answer_field(entry, 'name')));
    const tags = answer_field(entry, 'metadata', 'container', 'tags');
    const areTags = Array.isArray(tags) && tags.every((tag) => typeof tag === 'string' && (0,reference/* isTag */.dz)(tag));
    const dates = [answer_field(entry, 'created_at'), answer_field(entry, 'updated_at')].map((text) => Date.parse(String(text)));
    if (typeof id !== 'number' ||
        !Number.isSafeInteger(id) ||
        digest === undefined ||
        !areTags ||
        dates.some(Number.isNaN))
        throw container_refusals_unusable(name, 'one of its versions has no number, digest, tags or dates');
    if (found.has(id) && found.get(id)?.digest !== digest)
        throw container_refusals_unusable(name, 'one of its versions has two digests');
    found.set(id, { digest, tags: tags, dates, mediaType: undefined });
}
function remaining({ headers }) {
    const text = headers['x-ratelimit-remaining'] ?? '';
    return /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}
function container_versions_jsonOf({ body }) {
    try {
        return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
    }
    catch {
        return undefined;
    }
}
function unreached(api, thrown) {
    if (thrown instanceof errors/* ActionError */.l)
        return thrown;
    const { message } = (0,errors/* asError */.z)(thrown);
    return new errors/* ActionError */.l('REGISTRY_UNREACHABLE', `${new URL(api).host} could not be reached: ${message}.`, {
        hint: 'Check that this runner may reach the API of GitHub (proxy, firewall).',
        cause: thrown,
    });
}
function container_versions_fail(error) {
    throw error;
}

;// CONCATENATED MODULE: ./build/keyless/aws/ecr-images.js













const ecr_images_WHO = 'Amazon ECR';
/** How many images a page has (ECR API reference, DescribeImages), and how many pages are read at most. */
const ecr_images_PAGE = 1000;
const ecr_images_MOST_PAGES = 300;
/** Longest page, in bytes: an image may have a thousand tags. */
const ecr_images_LIMIT = 16 * 1024 * 1024;
/** Archived images are listed only if they are asked for. */
const STATES = ['ACTIVE', 'ARCHIVED', 'ACTIVATING'];
/** Keys are replaced this long before they expire, in milliseconds. */
const ecr_images_MARGIN = 5 * 60_000;
/** A digest that no content has: trying to delete it shows whether we may delete. */
const ecr_images_NOTHING = `sha256:${'0'.repeat(64)}`;
/** ecrImages is the list of a private registry of Amazon ECR, by its own API (version 2015-09-21). */
function ecrImages({ identity, repository, actions, signal, mask, ...more }) {
    const { clock = systemClock, environment = () => process.env } = more;
    const http = more.http ?? httpClient({ signal });
    const exchange = new Exchange({ http, clock, signal, mask });
    const name = (0,reference/* repositoryName */.aR)(repository);
    let session;
    const open = async () => {
        const desk = { exchange, environment: environment() };
        const token = await tokenFor(identity, desk);
        const sessionName = sessionNameOf(desk.environment);
        return assumeRole(exchange, identity, { token, repository, sessionName, actions, mountFrom: [] });
    };
    const keys = async () => {
        session ??= open();
        const current = await session;
        if (clock.date() < current.expiresAt - ecr_images_MARGIN)
            return current;
        session = open();
        return session;
    };
    const ask = async (operation, fields, how) => {
        const url = new URL(`https://${ecrHost(identity.ecr)}/`);
        const target = `AmazonEC2ContainerRegistry_V20150921.${operation}`;
        const headers = { 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': target };
        const registryId = repository.registry.slice(0, 12);
        const body = JSON.stringify({ registryId, repositoryName: repository.path, ...fields });
        const unsigned = { method: 'POST', url, headers, body };
        const { keys: held } = await keys();
        const scope = { keys: held, service: 'ecr', region: identity.ecr.region, date: exchange.now };
        const asked = { who: ecr_images_WHO, ...unsigned, headers: signedHeaders(unsigned, scope), limit: ecr_images_LIMIT };
        return how === 'ask' ? exchange.ask(asked, ecr_images_isBusy) : exchange.askOnce(asked);
    };
    const remove = (digest) => ask('BatchDeleteImage', { imageIds: [{ imageDigest: digest }] }, 'askOnce');
    return {
        mayDelete: async () => {
            const answer = await remove(ecr_images_NOTHING);
            if (answer.status === 200)
                return true;
            const error = ecr_images_refusal('BatchDeleteImage', answer, name);
            if (error.code === 'REGISTRY_DENIED')
                return false;
            throw error;
        },
        listManifests: async () => {
            const found = new Map();
            let requests = 0;
            for (const state of STATES) {
                const filter = state === 'ACTIVE' ? {} : { filter: { imageStatus: state } };
                const tokens = new Set();
                for (let token;;) {
                    const next = token === undefined ? {} : { nextToken: token };
                    const answer = await ask('DescribeImages', { maxResults: ecr_images_PAGE, ...next, ...filter }, 'ask');
                    requests += 1;
                    if (answer.status !== 200)
                        throw ecr_images_refusal('DescribeImages', answer, name);
                    const { imageDetails, nextToken } = jsonOf(answer);
                    if (!Array.isArray(imageDetails))
                        throw ecr_images_unusable(name, 'one of its pages has no images');
                    for (const each of imageDetails)
                        ecr_images_take(found, each, { isActive: state === 'ACTIVE', name });
                    if (nextToken === undefined || nextToken === null)
                        break;
                    if (typeof nextToken !== 'string' || tokens.has(nextToken))
                        throw ecr_images_unusable(name, 'it repeats itself');
                    if (requests === ecr_images_MOST_PAGES)
                        throw ecr_images_unusable(name, `it has more than ${ecr_images_MOST_PAGES} pages`);
                    tokens.add(nextToken);
                    token = nextToken;
                }
            }
            return { manifests: [...found.values()], requests, left: undefined };
        },
        remove: async ({ digest }) => {
            try {
                return ecr_images_removalOf(await remove(digest), name);
            }
            catch (thrown) {
                signal.throwIfAborted();
                if (!(thrown instanceof errors/* ActionError */.l))
                    throw thrown;
                return { kind: 'doubtful', error: thrown };
            }
        },
        close: () => {
            if (more.http === undefined)
                http.close();
        },
    };
}
/** With status 200, it may still say that the image was not deleted (API reference, ImageFailure). */
function ecr_images_removalOf(answer, name) {
    if (answer.status !== 200) {
        const error = ecr_images_refusal('BatchDeleteImage', answer, name);
        return { kind: answer.status >= 500 || error.code === 'RATE_LIMITED' ? 'doubtful' : 'refused', error };
    }
    const { failures } = jsonOf(answer);
    const [failure] = Array.isArray(failures) ? failures : [];
    if (failure === undefined)
        return { kind: 'sent' };
    const { failureCode, failureReason } = (failure ?? {});
    if (failureCode === 'ImageNotFound')
        return { kind: 'sent' };
    const says = (0,masked/* excerpt */.Kb)(`${failureCode} ${failureReason}`, 400);
    if (failureCode === 'ImageReferencedByManifestList')
        return { kind: 'protected', says };
    return { kind: 'doubtful', error: new errors/* ActionError */.l('REGISTRY_ANSWER', `${name}: ${says}`, { hint: LOOK }) };
}
const LOOK = 'Look up the answer in the API reference of Amazon ECR, and run the job again.';
/**
 * Takes one image. An archived one cannot be read, and gets no date, so that it stays. An artifact with a tag gets no
 * type, so that it is read: its subject stays with it, and ECR's list of referrers is not always complete.
 */
function ecr_images_take(found, image, { isActive, name }) {
    const detail = (image ?? {});
    const { imageTags: tags = [], imagePushedAt, imageManifestMediaType: type, artifactMediaType } = detail;
    const digest = (0,image_digest/* parseDigest */.m)(String(detail.imageDigest));
    const areTags = Array.isArray(tags) && tags.every((tag) => typeof tag === 'string' && (0,reference/* isTag */.dz)(tag));
    if (digest === undefined || !areTags || typeof imagePushedAt !== 'number' || !Number.isFinite(imagePushedAt))
        throw ecr_images_unusable(name, 'one of its images has no digest, tags or date');
    const isImage = (0,media_types/* isImageConfig */._m)({ mediaType: String(artifactMediaType) });
    const isArtifact = !isImage && !(0,media_types/* isIndexType */.$U)({ mediaType: String(type) });
    const mediaType = typeof type === 'string' && !(isArtifact && tags.length > 0) ? type : undefined;
    const known = found.get(digest);
    // A page may repeat an image that moved to it. A registry that does not know the filter lists the active images
    // again.
    const all = [...new Set([...(known?.tags ?? []), ...tags])];
    const dates = isActive || known !== undefined ? [imagePushedAt * 1000] : [];
    found.set(digest, { digest, tags: all, dates, mediaType });
}
function ecr_images_refusal(operation, answer, name) {
    const { status, code, message } = saidByEcr(answer);
    const text = `${status} ${code} ${message}`;
    const known = [
        [/Throttling|RequestLimitExceeded|^429 /, 'RATE_LIMITED', 'Run the job again later.'],
        [
            /AccessDenied|not authorized|^403 /,
            'REGISTRY_DENIED',
            `Allow the role ecr:${operation} on the repository; docs/registries/ecr.md lists all permissions that it needs.`,
        ],
        [/RepositoryNotFound/, 'REPOSITORY_MISSING', 'Correct the name in "image".'],
    ];
    const [, meaning, hint] = known.find(([says]) => says.test(text)) ?? [undefined, 'REGISTRY_ANSWER', LOOK];
    const words = (0,masked/* excerpt */.Kb)(`${code} ${message}`, 400);
    return new errors/* ActionError */.l(meaning, `${operation} for ${name} was answered with status ${status}: ${words}.`, { hint });
}
function ecr_images_unusable(name, how) {
    return new errors/* ActionError */.l('REGISTRY_ANSWER', `Amazon's list of the images of ${name} cannot be used: ${how}.`, {
        hint: 'Nothing was deleted, because an image that is missing in the list would not be kept. Run the job again.',
    });
}
/** For throttling, ECR answers with status 400. */
function ecr_images_isBusy(answer) {
    return answer.status === 400 && /^Throttling|^RequestLimitExceeded/.test(saidByEcr(answer).code);
}

;// CONCATENATED MODULE: ./build/actions/prune/own-lists.js



/** GitHub's registry, and the API that deletes its packages. */
const GHCR = { registry: 'ghcr.io', api: 'https://api.github.com' };
/** openOwnList opens a registry's own list, which the specification does not have; undefined if we know of none. */
function openOwnList({ repository, credential, identities, deletes }, given) {
    if (repository.registry === GHCR.registry) {
        const token = async () => passwordOf(await credential());
        return containerVersions({ repository, api: GHCR.api, token, signal: given.signal });
    }
    const identity = identities.find(({ registry }) => registry === repository.registry);
    if (identity?.type !== 'aws-ecr' || identity.ecr.kind === 'public')
        return undefined;
    return ecrImages({ ...given, identity, repository, actions: deletes ? 'pull,delete' : 'pull' });
}
/** GitHub's API accepts the token that its registry accepts as a password. */
function passwordOf(credential) {
    if (credential !== undefined && 'password' in credential)
        return credential.password;
    throw new errors/* ActionError */.l('CREDENTIAL_MISSING', 'The login at ghcr.io has no token that the API of GitHub accepts.', {
        hint: 'Set "username" and "password": the token of the job, or a personal token.',
    });
}

;// CONCATENATED MODULE: ./build/actions/prune/beyond.js






/** openDoors builds the real world behind the gate. */
function openDoors({ runner, lifetime, temp, deletes }) {
    const given = { signal: lifetime.signal, mask: runner.mask };
    return {
        ...{ runner, lifetime },
        docker: dockerCli(given.signal),
        keyless: cloudKeyless({ ...given, actions: deletes ? 'pull,delete' : 'pull' }),
        openCatalogue: distributionCatalogue({ ...given, onHead: () => { } }),
        openOwnList: (options) => openOwnList(options, given),
        files: diskReportFiles(given.signal),
        undo: diskUndoFile(temp),
    };
}


/***/ }),

/***/ 6382:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ih: () => (/* binding */ canonicalRunConfig),
/* harmony export */   jQ: () => (/* binding */ revisionIn)
/* harmony export */ });
/* unused harmony exports parseConfig, configIn, namesPlatform, sameLayers, REVISION_LABEL */
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5436);
/* harmony import */ var _document_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2981);
/* harmony import */ var _platform_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3847);



/** parseConfig reads an image configuration. Throws a ManifestProblem. */
function parseConfig(bytes) {
    const document = readDocument(bytes);
    const rootfs = asObject(document.rootfs);
    const diffIds = parseList(rootfs?.diff_ids ?? [], 'rootfs.diff_ids').map((text) => {
        const digest = typeof text === 'string' ? parseDigest(text) : undefined;
        if (digest === undefined)
            throw new ManifestProblem('it has a diff_id that is not a digest');
        return digest;
    });
    const platform = parsePlatform(document);
    if (platform === undefined)
        throw new ManifestProblem('it names no platform');
    return {
        diffIds,
        platform,
        osVersion: parseOsVersion(document),
        created: typeof document.created === 'string' ? document.created : '',
        runConfig: canonicalRunConfig(document.config),
        revision: revisionIn(document.config),
    };
}
/** configIn reads the config of an image; undefined if the bytes are not one. */
function configIn(bytes) {
    try {
        return parseConfig(bytes);
    }
    catch (error) {
        if (error instanceof ManifestProblem)
            return undefined;
        throw error;
    }
}
/** namesPlatform tells whether a config has a platform; that of an attestation has none. Throws a ManifestProblem. */
function namesPlatform(config) {
    return parsePlatform(readDocument(config)) !== undefined;
}
/** sameLayers compares the ordered diff_ids: the content of the layers, with any compression. */
function sameLayers(one, other) {
    const { length } = one.diffIds;
    return length === other.diffIds.length && one.diffIds.every((digest, at) => digest === other.diffIds[at]);
}
/** The settings of an image that decide what its containers do (image-spec, config.md, `config`). */
const SETTINGS = [
    'Cmd',
    'Entrypoint',
    'Env',
    'ExposedPorts',
    'Healthcheck',
    'Labels',
    'OnBuild',
    'Shell',
    'StopSignal',
    'User',
    'Volumes',
    'WorkingDir',
];
/**
 * canonicalRunConfig writes those settings in one form, so that an engine's description of an image can be compared
 * with the image's own configuration. Keys are sorted; null or empty values are left out, because tools differ in them.
 */
function canonicalRunConfig(value) {
    const config = (typeof value === 'object' && value !== null ? value : {});
    const kept = SETTINGS.map((name) => [name, sorted(config[name])]).filter(([, setting]) => !isEmpty(setting));
    return JSON.stringify(Object.fromEntries(kept));
}
/** The label with the commit that an image was built from (image-spec, annotations.md). */
const REVISION_LABEL = 'org.opencontainers.image.revision';
/** revisionIn reads that label. */
function revisionIn(value) {
    const labels = value?.Labels;
    const revision = labels?.[REVISION_LABEL];
    return typeof revision === 'string' ? revision : undefined;
}
function isEmpty(value) {
    if (value === undefined || value === null || value === '')
        return true;
    return typeof value === 'object' && Object.keys(value).length === 0;
}
function sorted(value) {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
        return value;
    const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
    return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]));
}


/***/ }),

/***/ 2981:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E1: () => (/* binding */ parseList),
/* harmony export */   Rn: () => (/* binding */ ManifestProblem),
/* harmony export */   eB: () => (/* binding */ asObject),
/* harmony export */   u0: () => (/* binding */ readDocument),
/* harmony export */   zj: () => (/* binding */ LARGEST_DOCUMENT)
/* harmony export */ });
/* unused harmony export readDocuments */
/**
 * The largest manifest, and the largest config, that we publish or read back, in bytes, from every kind of source:
 * registries accept no larger manifest.
 */
const LARGEST_DOCUMENT = 4 * 1024 * 1024;
/** What is wrong with bytes that should be a manifest or a configuration. */
class ManifestProblem extends Error {
    name = 'ManifestProblem';
}
/** Keys that decide what an image is, spelled as in the specifications. */
const KEYS = [
    ...['schemaVersion', 'mediaType', 'config', 'layers', 'manifests', 'digest', 'size', 'platform', 'annotations'],
    ...['subject', 'artifactType'],
    ...['os', 'architecture', 'variant', 'os.version', 'rootfs', 'diff_ids', 'created'],
    ...['Cmd', 'Entrypoint', 'Env', 'ExposedPorts', 'Healthcheck', 'Labels', 'OnBuild', 'Shell', 'StopSignal', 'User'],
    ...['Volumes', 'WorkingDir'],
];
const SPELLING = new Map(KEYS.map((key) => [folded(key), key]));
/** In these objects, people choose the keys. */
const FREE = ['annotations', 'Labels', 'Volumes', 'ExposedPorts'];
/** No document of the specifications is half as deep. */
const DEEPEST = 32;
const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\],:]/g;
/**
 * readDocument reads a JSON object that engines read too, with Go, which accepts `Config` for `config` and merges two
 * objects under one key. If a document could mean one image to us and another to engines, it is rejected: every key
 * must occur once, and the important keys must be spelled as specified. Throws a ManifestProblem.
 */
function readDocument(bytes) {
    const value = parse(bytes, SPELLING);
    if (!isObject(value))
        throw new ManifestProblem('it is not a JSON object');
    return value;
}
/** readDocuments reads a list of such objects; the given keys are the important ones. Throws a ManifestProblem. */
function readDocuments(bytes, keys) {
    const values = parse(bytes, new Map(keys.map((key) => [folded(key), key])));
    if (!Array.isArray(values) || !values.every(isObject))
        throw new ManifestProblem('it is not a list of JSON objects');
    return values;
}
function parse(bytes, spelling) {
    let text;
    let value;
    try {
        text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
        value = JSON.parse(text);
    }
    catch {
        throw new ManifestProblem('it is not JSON');
    }
    checkKeys(text, spelling);
    return value;
}
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
/** The text is valid JSON, so a string before a colon is a key of the innermost object. */
function checkKeys(text, spelling) {
    const open = [];
    let last = '';
    let key = '';
    for (const [token] of text.matchAll(TOKEN)) {
        if (token === '{' || token === '[') {
            if (open.length === DEEPEST)
                throw new ManifestProblem(`it is nested more than ${DEEPEST} deep`);
            open.push({ keys: token === '{' ? new Set() : undefined, isFree: last === ':' && FREE.includes(key) });
        }
        else if (token === '}' || token === ']') {
            open.pop();
        }
        else if (token === ':') {
            key = JSON.parse(last);
            checkKey(key, open.at(-1), spelling);
        }
        last = token;
    }
}
function checkKey(key, innermost, spelling) {
    const keys = innermost?.keys;
    if (keys === undefined)
        return;
    const name = innermost?.isFree ? key : folded(key);
    if (keys.has(name))
        throw new ManifestProblem(`it has the key ${JSON.stringify(key)} twice`);
    keys.add(name);
    const spelled = innermost?.isFree ? key : (spelling.get(name) ?? key);
    if (key !== spelled)
        throw new ManifestProblem(`it has the key ${JSON.stringify(key)} for ${JSON.stringify(spelled)}`);
}
/** Go compares keys without case, and treats the long s and the Kelvin sign as ASCII letters. */
function folded(key) {
    return key.normalize('NFKC').toLowerCase();
}
/** parseList reads a value that must be a list. Throws a ManifestProblem. */
function parseList(value, what) {
    if (!Array.isArray(value))
        throw new ManifestProblem(`it has no list "${what}"`);
    return value;
}
/** asObject returns the value as an object; undefined if it is not one. */
function asObject(value) {
    return isObject(value) ? value : undefined;
}


/***/ }),

/***/ 9941:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ parseManifest)
/* harmony export */ });
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5436);
/* harmony import */ var _document_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2981);
/* harmony import */ var _media_types_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(406);
/* harmony import */ var _platform_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3847);




/** The value by which an index marks an attestation that BuildKit put beside an image. */
const ATTESTATION = 'attestation-manifest';
/**
 * parseManifest hashes the bytes and reads them as the document that the content type names. If there is a media type
 * inside, it must agree (image-spec, manifest.md and image-index.md: `mediaType` SHOULD be there and MUST match).
 * Throws a ManifestProblem.
 */
function parseManifest(bytes, contentType) {
    const document = (0,_document_js__WEBPACK_IMPORTED_MODULE_1__/* .readDocument */ .u0)(bytes);
    const mediaType = contentType.split(';')[0]?.trim().toLowerCase() ?? '';
    const inner = document.mediaType;
    if (inner !== undefined && inner !== mediaType) {
        throw new _document_js__WEBPACK_IMPORTED_MODULE_1__/* .ManifestProblem */ .Rn(`the content type is "${mediaType}", the media type inside is ${JSON.stringify(inner)}`);
    }
    if (document.schemaVersion !== 2)
        throw new _document_js__WEBPACK_IMPORTED_MODULE_1__/* .ManifestProblem */ .Rn('its schemaVersion is not 2');
    const common = { bytes, digest: (0,_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .digestOf */ .ol)(bytes), mediaType };
    if (_media_types_js__WEBPACK_IMPORTED_MODULE_2__/* .MANIFESTS */ .V4.includes(mediaType)) {
        if ('manifests' in document)
            throw new _document_js__WEBPACK_IMPORTED_MODULE_1__/* .ManifestProblem */ .Rn('it is an image manifest with the children of an index');
        const layers = (0,_document_js__WEBPACK_IMPORTED_MODULE_1__/* .parseList */ .E1)(document.layers, 'layers').map((layer) => parseDescriptor(layer, 'a layer'));
        return { ...common, kind: 'manifest', config: parseDescriptor(document.config, 'the config'), layers };
    }
    if (_media_types_js__WEBPACK_IMPORTED_MODULE_2__/* .INDEXES */ .lj.includes(mediaType)) {
        if ('config' in document || 'layers' in document)
            throw new _document_js__WEBPACK_IMPORTED_MODULE_1__/* .ManifestProblem */ .Rn('it is an index with a config or layers');
        return { ...common, kind: 'index', children: (0,_document_js__WEBPACK_IMPORTED_MODULE_1__/* .parseList */ .E1)(document.manifests, 'manifests').map(parseChild) };
    }
    throw new _document_js__WEBPACK_IMPORTED_MODULE_1__/* .ManifestProblem */ .Rn(`its media type "${mediaType}" is not that of an image`);
}
function parseChild(value) {
    const descriptor = parseDescriptor(value, 'a child');
    const fields = (0,_document_js__WEBPACK_IMPORTED_MODULE_1__/* .asObject */ .eB)(value) ?? {};
    const platform = (0,_platform_js__WEBPACK_IMPORTED_MODULE_3__/* .parsePlatform */ .FL)(fields.platform);
    const osVersion = (0,_platform_js__WEBPACK_IMPORTED_MODULE_3__/* .parseOsVersion */ .uZ)(fields.platform);
    const isCalledSo = (0,_document_js__WEBPACK_IMPORTED_MODULE_1__/* .asObject */ .eB)(fields.annotations)?.['vnd.docker.reference.type'] === ATTESTATION;
    // Engines look only at the platform: they run an entry with a platform, even if it is called an attestation.
    const isAttestation = isCalledSo && platform === undefined && !(0,_media_types_js__WEBPACK_IMPORTED_MODULE_2__/* .isIndexType */ .$U)(descriptor);
    return {
        ...descriptor,
        isAttestation,
        ...(platform === undefined ? {} : { platform }),
        ...(osVersion === undefined ? {} : { osVersion }),
    };
}
function parseDescriptor(value, what) {
    const fields = (0,_document_js__WEBPACK_IMPORTED_MODULE_1__/* .asObject */ .eB)(value);
    const digest = typeof fields?.digest === 'string' ? (0,_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .parseDigest */ .m)(fields.digest) : undefined;
    if (digest === undefined)
        throw new _document_js__WEBPACK_IMPORTED_MODULE_1__/* .ManifestProblem */ .Rn(`${what} has no digest`);
    const size = fields?.size;
    if (typeof size !== 'number' || !Number.isSafeInteger(size) || size < 0) {
        throw new _document_js__WEBPACK_IMPORTED_MODULE_1__/* .ManifestProblem */ .Rn(`${what} has no size`);
    }
    if (typeof fields?.mediaType !== 'string')
        throw new _document_js__WEBPACK_IMPORTED_MODULE_1__/* .ManifestProblem */ .Rn(`${what} has no media type`);
    return { mediaType: fields.mediaType, digest, size };
}


/***/ }),

/***/ 406:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $U: () => (/* binding */ isIndexType),
/* harmony export */   Q3: () => (/* binding */ isManifestType),
/* harmony export */   V4: () => (/* binding */ MANIFESTS),
/* harmony export */   Z2: () => (/* binding */ MEDIA_TYPES),
/* harmony export */   _m: () => (/* binding */ isImageConfig),
/* harmony export */   lj: () => (/* binding */ INDEXES)
/* harmony export */ });
/* unused harmony exports OCI_CONFIG, isForeign */
/** The four documents that registries serve as manifests (image-spec, media-types.md, and Docker's own schema 2). */
const MEDIA_TYPES = {
    ociManifest: 'application/vnd.oci.image.manifest.v1+json',
    ociIndex: 'application/vnd.oci.image.index.v1+json',
    dockerManifest: 'application/vnd.docker.distribution.manifest.v2+json',
    dockerList: 'application/vnd.docker.distribution.manifest.list.v2+json',
};
const MANIFESTS = [MEDIA_TYPES.ociManifest, MEDIA_TYPES.dockerManifest];
const INDEXES = [MEDIA_TYPES.ociIndex, MEDIA_TYPES.dockerList];
/** The media type of the config of an image for which we create the manifest. */
const OCI_CONFIG = 'application/vnd.oci.image.config.v1+json';
const CONFIGS = [OCI_CONFIG, 'application/vnd.docker.container.image.v1+json'];
/** isManifestType tells whether a descriptor points at a manifest or an index. */
function isManifestType({ mediaType }) {
    return MANIFESTS.includes(mediaType) || INDEXES.includes(mediaType);
}
/** isIndexType tells whether a descriptor points at an index. */
function isIndexType({ mediaType }) {
    return INDEXES.includes(mediaType);
}
/** isImageConfig distinguishes an image from an artifact, whose config may be anything (image-spec, manifest.md). */
function isImageConfig({ mediaType }) {
    return CONFIGS.includes(mediaType);
}
/** isForeign recognises layers that registries should not store: engines fetch them from elsewhere. */
function isForeign({ mediaType }) {
    return /nondistributable|rootfs\.foreign/.test(mediaType);
}


/***/ }),

/***/ 570:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   et: () => (/* binding */ subjectOf)
/* harmony export */ });
/* unused harmony exports COSIGN_KINDS, fallbackTag, cosignTag */
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5436);

/** What cosign stores under such a tag: signatures, attestations, an SBOM. */
const COSIGN_KINDS = (/* unused pure expression or super */ null && (['sig', 'att', 'sbom']));
/** The most characters of the encoded part of a digest in such a tag, by the schema. */
const LONGEST = 64;
const ATTACHED = /^(sha256|sha384|sha512)-([0-9a-f]+)(?:\.(?:sig|att|sbom))?$/;
/** fallbackTag is the tag under which a registry without the API keeps the list of a manifest's referrers. */
function fallbackTag(subject) {
    const [algorithm = '', encoded = ''] = subject.split(':');
    return `${algorithm}-${encoded.slice(0, LONGEST)}`;
}
/** cosignTag is the tag under which older versions of cosign store what they attach to a manifest. */
function cosignTag(subject, kind) {
    return `${subject.replace(':', '-')}.${kind}`;
}
/** subjectOf returns the digest that such a tag is about; undefined for any other tag. */
function subjectOf(tag) {
    const [, algorithm, hex] = ATTACHED.exec(tag) ?? [];
    return algorithm === undefined ? undefined : (0,_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .parseDigest */ .m)(`${algorithm}:${hex}`);
}


/***/ }),

/***/ 539:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ subjectIn)
/* harmony export */ });
/* unused harmony export parseReferrer */
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5436);
/* harmony import */ var _document_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2981);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9941);



/** parseReferrer reads a manifest that must have a subject. Throws a ManifestProblem. */
function parseReferrer(bytes, mediaType) {
    const manifest = parseManifest(bytes, mediaType);
    const document = readDocument(bytes);
    const subject = subjectIn(document);
    if (subject === undefined)
        throw new ManifestProblem('it has no subject, so that it is attached to nothing');
    const { artifactType } = document;
    const isSaid = typeof artifactType === 'string' && artifactType !== '';
    const ofConfig = manifest.kind === 'manifest' ? manifest.config.mediaType : undefined;
    return {
        manifest,
        subject,
        artifactType: isSaid ? artifactType : ofConfig,
        annotations: asObject(document.annotations) ?? {},
    };
}
/** subjectIn reads the subject of a manifest; undefined if there is none. Throws a ManifestProblem. */
function subjectIn({ subject }) {
    if (subject === undefined || subject === null)
        return undefined;
    const digest = (0,_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .parseDigest */ .m)(String((0,_document_js__WEBPACK_IMPORTED_MODULE_1__/* .asObject */ .eB)(subject)?.digest));
    // Without a valid digest of its subject, a manifest cannot be distinguished from one that is attached to nothing.
    if (digest === undefined)
        throw new _document_js__WEBPACK_IMPORTED_MODULE_1__/* .ManifestProblem */ .Rn('it has a subject without a digest');
    return digest;
}


/***/ })

};
