export const id = 890;
export const ids = [890];
export const modules = {

/***/ 8890:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openDoors: () => (/* binding */ openDoors)
});

// EXTERNAL MODULE: ./build/time/clock.js
var time_clock = __webpack_require__(5786);
// EXTERNAL MODULE: ./build/time/retry.js
var retry = __webpack_require__(6686);
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
        return retry/* FINAL */.XU;
    const said = lastWords(ended);
    return TRANSIENT.test(said) && !REFUSAL.test(said) ? { kind: 'transient' } : retry/* FINAL */.XU;
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






const THIS_MACHINE = { ask: askDocker, run: runDocker, clock: time_clock/* systemClock */.m };
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
            const pause = (0,retry/* pauseBefore */.GB)(transience, { failed, spent: this.clock.now() - started }, Math.random());
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
var promises_ = __webpack_require__(1455);
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
    const text = await (0,promises_.readFile)(configOf(env), 'utf8').catch((error) => {
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
    return parseAuthConfig(await (0,promises_.readFile)(configOf(env), 'utf8').catch(() => ''));
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
    await (0,promises_.mkdir)(folder, { mode: 0o700 });
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
    await (0,promises_.mkdir)(folder, { mode: 0o700 });
    // Contexts name the engine to use; docker looks for them only inside its configuration folder.
    await (0,promises_.symlink)((0,external_node_path_.join)(users, 'contexts'), (0,external_node_path_.join)(folder, 'contexts'), 'junction');
    const carried = carriedOver(await readUsersConfig(env), users);
    // If the file has no login, docker would store ours in the desktop's credential store, where it would stay.
    const written = { ...carried, auths: { [PLACEHOLDER]: {}, ...auths } };
    await (0,promises_.writeFile)((0,external_node_path_.join)(folder, 'config.json'), JSON.stringify(written), { mode: 0o600, flag: 'wx' });
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
    await (0,promises_.rm)(folder, INSISTING);
    return wasThere;
}
/**
 * removeOutlived deletes every folder of ours in the temporary folder that was last changed before a moment, in
 * milliseconds since 1970, and the files that bar such folders. It returns how many. Files of other users stay.
 */
async function removeOutlived(env, before) {
    const temporary = temporaryFolder(env);
    // If there is no such folder, nothing was left.
    const names = await (0,promises_.readdir)(temporary).catch((error) => {
        if (error.code === 'ENOENT')
            return [];
        throw error;
    });
    let removed = 0;
    for (const name of names.filter((each) => OURS.test(each))) {
        const path = (0,external_node_path_.join)(temporary, name);
        const seen = await (0,promises_.lstat)(path).catch(() => undefined);
        const isOurs = seen !== undefined && !seen.isSymbolicLink() && seen.uid === (0,external_node_process_.getuid)?.();
        if (!isOurs || seen.mtimeMs >= before)
            continue;
        await (0,promises_.rm)(path, INSISTING);
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
            return await (0,promises_.writeFile)(config.folder, '', { mode: 0o600, flag: 'wx' });
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
    return (0,promises_.lstat)(path).then(() => true, () => false);
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
            const saved = await (0,promises_.stat)(path).catch(() => undefined);
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
        await (0,promises_.rm)(path, { force: true });
        await (0,promises_.rmdir)(folder).catch(() => { });
    }
}
async function lock(folder, path, { id, clock, signal }) {
    const started = clock.now();
    let madeParent = false;
    for (;;) {
        try {
            const made = await (0,promises_.mkdir)(folder, { recursive: true, mode: 0o700 });
            madeParent ||= made !== undefined && made !== folder;
            await (0,promises_.writeFile)(path, id, { flag: 'wx', mode: 0o600 });
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
    await eachOf(files, (file) => change(file, { id, ...waiting }, (found) => accounts.reduce((shelf, { registry, credential }) => withLogin(shelf, { id, since, registry, login: entryOf(credential) }), found)));
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
function entryOf(credential) {
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
    return (0,promises_.realpath)(path).catch(async () => (0,external_node_path_.join)(await (0,promises_.realpath)(folder).catch(() => folder), (0,external_node_path_.basename)(path)));
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
            await (0,promises_.rm)((0,external_node_path_.join)(beside, `${name}.new`), { force: true });
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
        await (0,promises_.rmdir)((0,external_node_path_.dirname)(file)).catch(() => { });
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
    return (0,promises_.readFile)(path, 'utf8').catch(async (error) => {
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
        return (0,promises_.rm)(path, { force: true });
    await (0,promises_.writeFile)((0,external_node_path_.join)(beside, 'ledger.new'), JSON.stringify(ledger), { mode: 0o600, flag: 'wx' });
    await (0,promises_.rename)((0,external_node_path_.join)(beside, 'ledger.new'), path);
}
/** The file keeps its owner, and from then on nobody else can read it. */
async function writeConfig(file, config, before) {
    if (config === undefined)
        return before === undefined ? undefined : (0,promises_.rm)(file, { force: true });
    const text = printConfig(config, before);
    if (text === before)
        return;
    const path = (0,external_node_path_.join)(besideOf(file), 'config.new');
    const users = await (0,promises_.stat)(file).catch(() => undefined);
    await (0,promises_.writeFile)(path, text, { mode: 0o600 & (users?.mode ?? 0o600), flag: 'wx' });
    if (users !== undefined)
        await (0,promises_.chown)(path, users.uid, users.gid).catch(() => { });
    await (0,promises_.rename)(path, file);
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
            const saved = await (0,promises_.stat)(path).catch(() => undefined);
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

// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
;// CONCATENATED MODULE: ./build/compression/compress.js


/**
 * Blocks are cut only by their size, so that the bytes are the same with any number of cores. Larger blocks save hardly
 * anything; smaller ones use cores better, but make the result longer.
 */
const compress_BLOCK = { gzip: 1 << 20, zstd: 4 << 20 };
/** How far deflate looks back, in bytes (RFC 1951, section 2). */
const WINDOW = 32 * 1024;
const ZSTD_LEVEL = 3;
/** Blocks in work at the same time, by default: one for each core, and one that waits for a free core. */
const AT_ONCE = (0,external_node_os_.availableParallelism)() + 1;
/**
 * compress compresses a stream block by block, on all cores. Gzip is one member, as pigz makes it; zstd is one frame
 * for each block (RFC 8878, section 3: frames follow one another). An error of the source ends it before its last
 * bytes. A piece is valid until the next one is asked for.
 */
async function* compress(body, target, atOnce = AT_ONCE) {
    // A block is in use until the next one is done, because it holds that one's dictionary.
    const blocks = inBlocks(body, { size: compress_BLOCK[target], kept: atOnce });
    yield* target === 'gzip'
        ? gzipped(blocks, atOnce)
        : inOrder(blocks, atOnce, (block) => packed((0,external_node_zlib_.createZstdCompress)(ZSTD_OPTIONS), block));
}
/** A member has no name and no time in it, and says that its system is unknown (RFC 1952, 2.3). */
const HEADER = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255]);
/** An empty last block of deflate. */
const LAST_BLOCK = Buffer.from([3, 0]);
async function* gzipped(blocks, atOnce) {
    let checksum = 0;
    let size = 0;
    let before = new Uint8Array();
    yield HEADER;
    yield* inOrder(blocks, atOnce, (block) => {
        checksum = (0,external_node_zlib_.crc32)(block, checksum);
        size += block.byteLength;
        const dictionary = before;
        before = block.subarray(Math.max(0, block.byteLength - WINDOW));
        const deflate = (0,external_node_zlib_.createDeflateRaw)({
            level: levelFor(block),
            // The reader of a block has the bytes before it, so the cut costs almost nothing.
            ...(dictionary.byteLength === 0 ? {} : { dictionary }),
            finishFlush: external_node_zlib_.constants.Z_SYNC_FLUSH,
            chunkSize: roomFor(block),
        });
        return packed(deflate, block);
    });
    const trailer = Buffer.alloc(8);
    trailer.writeUInt32LE(checksum, 0);
    trailer.writeUInt32LE(size % 2 ** 32, 4);
    yield Buffer.concat([LAST_BLOCK, trailer]);
}
/**
 * Level 4 takes half the time of zlib's usual 6, for a result that is 3 % longer. What does not compress, such as
 * pictures and archives, is stored as it is: a few pieces of the block show that.
 */
const LEVEL = 4;
const STORED = 0;
const SAMPLE = 8 * 1024;
function levelFor(block) {
    const samples = [0, 0.3, 0.6].map((part) => {
        const start = Math.floor(block.byteLength * part);
        return block.subarray(start, start + SAMPLE);
    });
    const size = samples.reduce((sum, sample) => sum + sample.byteLength, 0);
    const packed = samples.reduce((sum, sample) => sum + (0,external_node_zlib_.deflateRawSync)(sample, { level: 1 }).byteLength, 0);
    return packed > size * 0.98 ? STORED : LEVEL;
}
const ZSTD_OPTIONS = {
    params: { [external_node_zlib_.constants.ZSTD_c_compressionLevel]: ZSTD_LEVEL },
    chunkSize: roomFor({ byteLength: compress_BLOCK.zstd }),
};
/** Space for data that does not compress at all: then a block is one piece of work, and not one for each 16 KiB. */
function roomFor({ byteLength }) {
    return byteLength + (byteLength >> 8) + 1024;
}
/**
 * inBlocks cuts a stream into blocks of one size. The last one may be shorter; an empty stream has one empty block.
 * Their memory is used again after `kept` more blocks, so that none must be collected.
 */
async function* inBlocks(body, { size, kept }) {
    const ring = [];
    let count = 0;
    let filled = 0;
    for await (const chunk of body) {
        for (let taken = 0; taken < chunk.byteLength;) {
            const block = at(ring, count % (kept + 1), size);
            const piece = chunk.subarray(taken, taken + size - filled);
            block.set(piece, filled);
            filled += piece.byteLength;
            taken += piece.byteLength;
            if (filled < size)
                continue;
            yield block;
            count += 1;
            filled = 0;
        }
    }
    if (filled > 0 || count === 0)
        yield at(ring, count % (kept + 1), size).subarray(0, filled);
}
function at(ring, place, size) {
    const block = ring[place] ?? Buffer.allocUnsafeSlow(size);
    ring[place] = block;
    return block;
}
/** packed is a whole block compressed, in the pieces that came out: most often one, and a few bytes at the end. */
async function packed(transform, block) {
    transform.end(block);
    const pieces = [];
    for await (const piece of transform)
        pieces.push(piece);
    return pieces;
}
/** inOrder works on several blocks at the same time, and gives the results in the order of the blocks. */
async function* inOrder(blocks, atOnce, work) {
    const inWork = [];
    try {
        for await (const block of blocks) {
            inWork.push(work(block));
            if (inWork.length >= atOnce)
                yield* lent((await inWork.shift()) ?? []);
        }
        while (inWork.length > 0)
            yield* lent((await inWork.shift()) ?? []);
    }
    finally {
        // If the reader stops early, no error is left that nobody handles.
        await Promise.allSettled(inWork);
    }
}
/** lent gives pieces away for a time, and then frees their memory: uncollected, a MiB of each block would pile up. */
function* lent(pieces) {
    yield* pieces;
    for (const { buffer } of pieces) {
        // Small ones may be in memory that Node shares out among many.
        if (buffer instanceof ArrayBuffer && buffer.byteLength > Buffer.poolSize)
            buffer.transfer(0);
    }
}

// EXTERNAL MODULE: ./build/image/attached.js
var attached = __webpack_require__(3408);
// EXTERNAL MODULE: ./build/image/reading.js
var reading = __webpack_require__(4638);
// EXTERNAL MODULE: ./build/image/tested.js
var tested = __webpack_require__(2373);
;// CONCATENATED MODULE: ./build/tar/file-problem.js
/** What is wrong with a file that should hold an image, as a sentence without its full stop, and what helps. */
class FileProblem extends Error {
    name = 'FileProblem';
    hint;
    constructor(message, details = {}) {
        super(message, details.cause === undefined ? undefined : { cause: details.cause });
        this.hint = details.hint;
    }
}
/** DAMAGED is what helps if a file is changed or not complete. */
const DAMAGED = {
    hint: 'Save the image again, and pass the file on unchanged. To find where it changed, compare checksums in both jobs.',
};
/** Longest name from a file that an error quotes. */
const LONGEST_QUOTE = 160;
/** quoted writes a name from a file so that it cannot be taken for our own text. */
function quoted(name) {
    return JSON.stringify(name.length > LONGEST_QUOTE ? `${name.slice(0, LONGEST_QUOTE)}…` : name);
}

// EXTERNAL MODULE: ./build/image/content.js
var image_content = __webpack_require__(8447);
;// CONCATENATED MODULE: ./build/files/in-words.js



/** The file is complete, but its image cannot be read here: saving it again would not help. */
const NOT_AS_WRITTEN = 'The file may be complete, but its tool wrote it wrongly. Write it with "docker save", "podman save" or "docker buildx build ' +
    '--output type=oci,dest=image.tar", and pass it on unchanged.';
const INCOMPLETE = 'Save the whole image again. If an engine does not have all platforms of an image, it saves only some: pull or build the ' +
    'others, or save one with "docker save --platform".';
/** inWords turns a problem of a file into an ActionError that names the file. */
async function inWords(name, work) {
    try {
        return await work();
    }
    catch (thrown) {
        throw invalid(name, thrown);
    }
}
/** streamInWords is `inWords` for a stream. */
async function* streamInWords(name, stream) {
    try {
        yield* stream;
    }
    catch (thrown) {
        throw invalid(name, thrown);
    }
}
function invalid(name, thrown) {
    if (thrown instanceof errors/* ActionError */.l)
        return thrown;
    const isProblem = thrown instanceof FileProblem || thrown instanceof image_content/* ImageProblem */.d;
    const code = isProblem ? undefined : thrown.code;
    if (!isProblem && code === undefined)
        return thrown;
    const problem = isProblem ? thrown.message : `it cannot be read (${code})`;
    const hint = isProblem
        ? hintOf(thrown)
        : 'Check that this step may read it, and that nothing moves it during the step.';
    return new errors/* ActionError */.l('SOURCE_INVALID', `No image can be read from ${name}: ${problem}.`, { hint, cause: thrown });
}
function hintOf(problem) {
    const isIncomplete = problem instanceof image_content/* ImageProblem */.d && problem.missing.length > 0;
    if (problem.hint !== undefined)
        return problem.hint;
    if (isIncomplete)
        return INCOMPLETE;
    return problem instanceof image_content/* ImageProblem */.d && problem.isDamage ? DAMAGED.hint : NOT_AS_WRITTEN;
}

// EXTERNAL MODULE: ./build/image/image.js
var image_image = __webpack_require__(9963);
// EXTERNAL MODULE: ./build/image/referrer.js
var image_referrer = __webpack_require__(539);
// EXTERNAL MODULE: ./build/image/referrer-tag.js
var referrer_tag = __webpack_require__(570);
// EXTERNAL MODULE: ./build/image/roles.js
var roles = __webpack_require__(6343);
;// CONCATENATED MODULE: ./build/files/layout-referrers.js






/** Most entries of a layout that we read to find the referrers of its image. */
const MOST_LISTED = 1_000;
/**
 * layoutReferrers finds the referrers of an image in its layout: manifests in `index.json` with the image as their
 * subject, as oras writes them; lists under the fallback tag, as regctl writes them; and manifests under cosign's tags.
 * It reads only on demand. Everything throws an ImageProblem.
 */
function layoutReferrers(content, listed) {
    const descriptors = new Map(listed.map(({ image }) => [image.digest, image]));
    const readAt = (at) => (0,image_image/* readRoot */.XD)(content, at);
    let subjects;
    const under = (tag) => listed.find(({ names }) => names.includes(tag))?.image;
    const listUnder = async (tag) => {
        const at = under(tag);
        if (at === undefined)
            return [];
        const list = await readAt(at);
        if (list.kind !== 'index')
            throw new image_content/* ImageProblem */.d(`its tag ${tag} shows no list`);
        for (const child of list.children)
            descriptors.set(child.digest, child);
        return list.children.map(({ digest }) => digest);
    };
    return {
        list: async (subject) => {
            subjects ??= subjectsIn(listed, readAt);
            const named = await listUnder((0,referrer_tag/* fallbackTag */.fH)(subject));
            return [...new Set([...((await subjects).get(subject) ?? []), ...named])];
        },
        read: async (digest, subject) => {
            const at = descriptors.get(digest);
            if (at === undefined)
                return undefined;
            const manifest = await readAt(at);
            const referrer = (0,roles/* parsed */.Yz)(`manifest ${digest} is attached to nothing`, () => (0,image_referrer/* parseReferrer */.X)(manifest.bytes, manifest.mediaType));
            if (referrer.subject === subject)
                return { ...referrer, manifest };
            throw new image_content/* ImageProblem */.d(`its ${digest} is attached to ${referrer.subject}, and listed for ${subject}`);
        },
        tagged: async (tag) => {
            const at = under(tag);
            return at && (await readAt(at));
        },
        manifest: (at) => content.manifest(at),
    };
}
/** The subject of each entry. An entry that cannot be read counts as having none. */
async function subjectsIn(listed, readAt) {
    if (listed.length > MOST_LISTED)
        throw new image_content/* ImageProblem */.d(`its index.json lists more than ${MOST_LISTED} manifests`);
    const found = new Map();
    for (const { image } of listed) {
        const subject = await readAt(image)
            .then(({ bytes }) => (0,image_referrer/* subjectIn */.i)((0,image_document/* readDocument */.u0)(bytes)))
            .catch((error) => {
            if (error instanceof image_content/* ImageProblem */.d || error instanceof image_document/* ManifestProblem */.Rn)
                return undefined;
            throw error;
        });
        if (subject !== undefined)
            found.set(subject, [...(found.get(subject) ?? []), image.digest]);
    }
    return found;
}
/**
 * notAttached are the objects beside an image that are attached neither to a part of it, nor to one of its referrers.
 */
function notAttached(beside, manifests) {
    const attached = new Set(manifests.map(({ digest }) => digest));
    const leads = ({ subject, names }) => [subject, ...names.map(referrer_tag/* subjectOf */.et)].some((each) => each !== undefined && attached.has(each));
    for (let before = -1; before !== attached.size;) {
        before = attached.size;
        for (const each of beside.filter(leads))
            attached.add(each.digest);
    }
    return beside.filter(({ digest }) => !attached.has(digest));
}

;// CONCATENATED MODULE: ./build/files/storage.js



/** bytesOf reads a small file completely. Throws a FileProblem if it has more bytes than the limit. */
async function bytesOf(stored, what, limit) {
    if (stored.size > limit)
        throw new FileProblem(`${what} has more than ${limit} bytes`);
    const chunks = [];
    for await (const chunk of copied(stored.read()))
        chunks.push(chunk);
    return Buffer.concat(chunks);
}
/** copied gives chunks that stay valid, for a reader that may keep them. */
async function* copied(chunks) {
    for await (const chunk of chunks)
        yield Uint8Array.from(chunk);
}
/** startOf reads the first bytes of a file, as many as one chunk has. */
async function startOf(stored) {
    for await (const chunk of stored.read())
        return chunk;
    return new Uint8Array();
}
/** needed is a file that must exist. Throws a FileProblem. */
async function needed(storage, path) {
    const stored = await storage.find(path);
    if (stored === undefined)
        throw new FileProblem(`it has no ${quoted(path)}`, DAMAGED);
    return stored;
}
/**
 * checked streams a file and hashes it. The last chunk follows only if the hash is right, so that changed content never
 * arrives completely. Throws a FileProblem.
 */
async function* checked(stored, digest) {
    const algorithm = digest.slice(0, digest.indexOf(':'));
    const hash = (0,external_node_crypto_.createHash)(algorithm);
    let held;
    for await (const chunk of stored.read()) {
        if (held !== undefined)
            yield held;
        hash.update(chunk);
        held = chunk;
    }
    const found = `${algorithm}:${hash.digest('hex')}`;
    if (found !== digest) {
        throw new FileProblem(`its content ${(0,image_digest/* shortDigest */.VK)(digest)} was changed: its digest is ${(0,image_digest/* shortDigest */.VK)(found)}`, DAMAGED);
    }
    if (held !== undefined)
        yield held;
}

;// CONCATENATED MODULE: ./build/files/stored-content.js




/** storedContent is the content of an OCI layout, whose files are named after their digests (image-layout.md). */
function storedContent(storage) {
    return {
        manifest: async (at) => {
            const bytes = await documentAt(storage, at, 'manifest');
            return bytes && { bytes, mediaType: at.mediaType };
        },
        config: (at) => documentAt(storage, at, 'config'),
        sizeOf: async (layer) => (await findBlob(storage, layer))?.size,
    };
}
/** findBlob finds content by its digest. */
async function findBlob(storage, { digest }) {
    return storage.find(`blobs/${digest.replace(':', '/')}`);
}
/** The caller has limited the size; a longer file is not read. */
async function documentAt(storage, at, what) {
    const stored = await findBlob(storage, at);
    if (stored === undefined)
        return undefined;
    if (stored.size !== at.size)
        throw await misfit(stored, at, what);
    return bytesOf(stored, `its ${what} ${at.digest}`, at.size);
}
/** Hashes the content without keeping it, since it may be larger than stated. */
async function misfit(stored, at, what) {
    const [name, size] = [`${what} ${at.digest}`, stored.size];
    if (size > image_document/* LARGEST_DOCUMENT */.zj)
        return (0,reading/* otherSize */.S8)(name, size, at);
    try {
        for await (const _ of checked(stored, at.digest))
            ;
        return (0,reading/* miscounted */.IC)(name, size, at);
    }
    catch (error) {
        if (error instanceof FileProblem)
            return (0,reading/* otherSize */.S8)(name, size, at);
        throw error;
    }
}

;// CONCATENATED MODULE: ./build/files/image-file.js









/** imageFile adds the name and the streams to an image that was read, and keeps the storage open for them. */
function imageFile(name, storage, image) {
    return image.kind === 'packed' ? image_file_packed(name, storage, image) : unpacked(name, storage, image);
}
function image_file_packed(name, storage, { kind, image, listed, ...narrowed }) {
    const openBlob = (blob) => fromTheBeginning(name, () => streamBlob(storage, blob));
    const { list, read, tagged, manifest } = layoutReferrers(storedContent(storage), listed);
    const place = {
        list: (subject) => inWords(name, () => list(subject)),
        read: (digest, subject) => inWords(name, () => read(digest, subject)),
        tagged: (tag) => inWords(name, () => tagged(tag)),
        manifest: (at) => inWords(name, () => manifest(at)),
        openBlob,
        repository: undefined,
    };
    return {
        kind,
        name,
        image,
        tested: (0,tested/* testedIn */.n6)(image, narrowed),
        repositories: [],
        repositoryOf: () => undefined,
        openBlob,
        attached: (0,attached/* attachedAt */.i)(image, place),
        close: () => storage.close(),
    };
}
function unpacked(name, storage, { kind, config, layers, ...known }) {
    return {
        kind,
        name,
        config,
        layers: layers.map((layer) => streamed(name, layer)),
        tested: testedSaved({ config, ...known }),
        close: () => storage.close(),
    };
}
/** The manifest that an engine has for such an image will not be published, but its digest also names the image. */
function testedSaved({ config, platform, manifestDigest, narrowedFrom, leftBehind, }) {
    const only = { ...platform, configDigest: config.digest, manifestDigest };
    const index = narrowedFrom === undefined ? [] : [{ digest: narrowedFrom, of: 'whole' }];
    return {
        id: config.digest,
        root: undefined,
        names: [...index, ...(0,tested/* namesOf */.eZ)(only)],
        platforms: [only],
        isComplete: true,
        calledAs: [],
        narrowedFrom,
        leftBehind,
    };
}
function streamed(name, { stored, diffId, compression, digest }) {
    const open = () => fromTheBeginning(name, () => checked(stored, digest));
    const compressed = (as) => fromTheBeginning(name, () => compress(checked(stored, digest), as));
    const layer = { diffId, size: stored.size, open, compressed };
    return compression === 'none' ? { ...layer, compression } : { ...layer, compression, digest };
}
async function* streamBlob(storage, blob) {
    const stored = await findBlob(storage, blob);
    if (stored === undefined)
        throw new FileProblem(`the content ${blob.digest} is missing`, DAMAGED);
    if (stored.size !== blob.size)
        throw (0,reading/* otherSize */.S8)(`content ${blob.digest}`, stored.size, blob);
    yield* checked(stored, blob.digest);
}
function fromTheBeginning(name, open) {
    return { [Symbol.asyncIterator]: () => streamInWords(name, open()) };
}

;// CONCATENATED MODULE: ./build/tar/random-access.js



/** Bytes of one chunk of a stream: larger ones are hardly faster, and several streams run at the same time. */
const CHUNK = 256 * 1024;
/** Chunks of a stream that are in use at the same time: two that the reader may hold, and one that is read ahead. */
const IN_USE = 3;
/** Without it, opening a pipe waits for a writer. Windows has no such flag, and no such files. */
const random_access_AT_ONCE = external_node_fs_.constants.O_NONBLOCK ?? 0;
const NO_LINK = external_node_fs_.constants.O_NOFOLLOW ?? 0;
/** A regular file that is open and can be read anywhere. `size` is its size when it was opened, in bytes. */
class RandomAccess {
    size;
    #handle;
    constructor(handle, size) {
        this.#handle = handle;
        this.size = size;
    }
    /** open accepts only regular files: a pipe or a device may never end, and opening one may have effects. */
    static async open(path, links = 'follow') {
        if (!(await (0,promises_.stat)(path)).isFile())
            throw notAFile();
        const flags = external_node_fs_.constants.O_RDONLY | random_access_AT_ONCE | (links === 'refuse' ? NO_LINK : 0);
        const handle = await (0,promises_.open)(path, flags);
        try {
            const stats = await handle.stat();
            if (!stats.isFile())
                throw notAFile();
            return new RandomAccess(handle, stats.size);
        }
        catch (error) {
            await handle.close();
            throw error;
        }
    }
    /** held is one of our files that is already open for reading. */
    static async held(handle) {
        return new RandomAccess(handle, (await handle.stat()).size);
    }
    /** read returns the bytes from a position on, and fewer only at the end of the file. */
    async read(position, length) {
        return this.#fill(Buffer.allocUnsafeSlow(Math.max(0, Math.min(length, this.size - position))), position);
    }
    /**
     * stream reads a range in chunks, always one ahead of the reader. A chunk is valid until the second one after it is
     * asked for. Then its memory is used again: memory that must be collected costs more than all the reading.
     */
    async *stream(start, length) {
        const end = start + length;
        const free = Array.from({ length: IN_USE }, () => Buffer.allocUnsafeSlow(Math.min(CHUNK, length)));
        const next = (at) => {
            const memory = free.shift();
            free.push(memory);
            return this.#fill(memory.subarray(0, Math.min(memory.length, end - at)), at);
        };
        let ahead = next(start);
        try {
            for (let at = start; at < end;) {
                const chunk = await ahead;
                at += chunk.length;
                ahead = next(at);
                yield chunk;
            }
        }
        finally {
            // A reader that stops early must leave no error that nobody handles.
            await ahead.catch(() => { });
        }
    }
    async close() {
        await this.#handle.close();
    }
    async #fill(bytes, position) {
        for (let filled = 0; filled < bytes.length;) {
            const { bytesRead } = await this.#handle.read(bytes, filled, bytes.length - filled, position + filled);
            if (bytesRead === 0)
                throw new FileProblem('it became shorter while it was read', DAMAGED);
            filled += bytesRead;
        }
        return bytes;
    }
}
function notAFile() {
    return new FileProblem('it is neither a regular file nor a folder');
}

;// CONCATENATED MODULE: ./build/tar/tar-header.js

/** Bytes of a block. A header is one block, and its content follows in whole blocks. */
const tar_header_BLOCK = 512;
/** POSIX's type flags, and those of GNU tar for names that are too long. */
const TYPES = {
    '\0': 'file',
    '0': 'file',
    '1': 'hard link',
    '2': 'symbolic link',
    '3': 'device',
    '4': 'device',
    '5': 'folder',
    '6': 'device',
    '7': 'file',
    x: 'pax',
    g: 'global pax',
    L: 'long name',
    K: 'long link',
};
const POSIX = 'ustar\x0000';
const GNU = 'ustar  \0';
const V7 = '\0'.repeat(8);
/** How star marks its own headers, whose prefix is shorter. */
const STAR = 'tar\0';
/**
 * parseHeader reads a header block of 512 bytes: POSIX ustar, GNU tar, star or V7. It rejects headers that programs
 * read differently, so that an archive is the same image to all of them. Throws a FileProblem.
 */
function tar_header_parseHeader(block) {
    if (!sumsUp(block))
        throw new FileProblem('it has a header whose checksum is wrong', DAMAGED);
    const magic = block.toString('latin1', 257, 265);
    if (magic !== POSIX && magic !== GNU && magic !== V7)
        throw new FileProblem('it has a header of an unknown format');
    if (!NUMBERS.every(([start, end]) => isNumber(block.subarray(start, end)))) {
        throw new FileProblem('it has a header with a number that cannot be read');
    }
    const flag = block.toString('latin1', 156, 157);
    if (flag === 'S')
        throw new FileProblem('it has a sparse file', SPARSE);
    const type = TYPES[flag];
    if (type === undefined)
        throw new FileProblem(`it has an entry of the unknown type ${JSON.stringify(flag)}`);
    const name = textIn(block, 0, 100);
    const prefix = prefixIn(block, magic);
    return {
        // V7 had no type for folders: this name ends with a slash. The name in an extended header does not matter.
        type: flag === '\0' && name.endsWith('/') ? 'folder' : type,
        name: prefix === '' ? name : `${prefix}/${name}`,
        link: textIn(block, 157, 100),
        size: sizeIn(block.subarray(124, 136)),
    };
}
/**
 * Where mode, owner, group, time and device are. They do not matter here. But at a number that it cannot read, Python
 * ends an archive as if nothing followed.
 */
const NUMBERS = [
    [100, 108],
    [108, 116],
    [116, 124],
    [136, 148],
    [329, 337],
    [337, 345],
];
function isNumber(field) {
    const isBinary = field[0] === 0x80 || field[0] === 0xff;
    return isBinary || /^ *[0-7]* *(?:\0|$)/.test(field.toString('latin1'));
}
/** In star's headers, times are where a POSIX prefix ends. */
const LONGEST_STAR_PREFIX = 131;
/**
 * Only in POSIX headers, the prefix is a part of the name. In headers of GNU and V7, some programs still read one
 * there: Python does, and so does Go if the times that GNU writes there are missing.
 */
function prefixIn(block, magic) {
    const prefix = textIn(block, 345, 155);
    const isStar = block.toString('latin1', 508, 512) === STAR;
    const end = block.indexOf(0, 345);
    const isShort = end >= 345 && end < 345 + LONGEST_STAR_PREFIX;
    const isClear = magic === POSIX ? !isStar || isShort : isZero(block.subarray(345, 500));
    if (!isClear)
        throw new FileProblem('it has a header that programs can read as two names');
    return magic === POSIX ? prefix : '';
}
const SPARSE = { hint: 'Create the archive without "--sparse".' };
/** isZero recognises the blocks that end an archive, and the padding after content. */
function isZero(bytes) {
    return bytes.every((byte) => byte === 0);
}
/** beginsTar tells whether a block may be the first header of an archive, even if it was changed since. */
function beginsTar(block) {
    const magic = block.toString('latin1', 257, 265);
    return block.length === tar_header_BLOCK && (magic === POSIX || magic === GNU || sumsUp(block));
}
/** The sum of all bytes, with spaces in its own field; some old programs summed up signed bytes. */
function sumsUp(block) {
    const stored = octalIn(block.toString('latin1', 148, 156));
    if (stored === undefined)
        return false;
    let unsigned = 0;
    let high = 0;
    for (let at = 0; at < tar_header_BLOCK; at++) {
        const byte = at >= 148 && at < 156 ? 0x20 : block[at];
        unsigned += byte;
        high += byte >> 7;
    }
    return stored === unsigned || stored === unsigned - high * 256;
}
function textIn(block, start, length) {
    const end = block.indexOf(0, start);
    return block.toString('utf8', start, end === -1 ? start + length : Math.min(end, start + length));
}
/** Octal digits. If the number does not fit, GNU tar and Go write a binary number, marked by its highest bit. */
function sizeIn(field) {
    const isBinary = ((field[0] ?? 0) & 0x80) !== 0;
    const size = isBinary ? binaryIn(field) : octalIn(field.toString('latin1'));
    if (size === undefined || !Number.isSafeInteger(size))
        throw new FileProblem('it has an entry without a size');
    return size;
}
/** Some programs skip a zero byte before the digits, and some read it as the end. */
function octalIn(field) {
    const [, digits] = /^ *([0-7]*)[ \0]*$/.exec(field) ?? [];
    return digits === undefined ? undefined : Number.parseInt(`0${digits}`, 8);
}
/** If the first byte has more than the mark, the number is negative, or larger than any file. */
function binaryIn(field) {
    if (field[0] !== 0x80)
        return undefined;
    return field.subarray(1).reduce((number, byte) => number * 256 + byte, 0);
}

;// CONCATENATED MODULE: ./build/files/choose-image.js


/** Most choices that an error lists. */
const choose_image_MOST_LISTED = 10;
/**
 * choose finds the one wanted image: by its digest or name in the file, by a name that means the same (`app:1` is
 * `docker.io/library/app:1`) or that Podman gives it (`localhost/app:1`), or only by its tag. `beside` are objects that
 * cannot be chosen, for the error. Throws a FileProblem that lists the choices if none or several match.
 */
function choose(listed, wanted, beside = []) {
    const choices = merged(listed);
    const [only, ...others] = wanted === undefined ? choices : thoseMeant(choices, wanted);
    if (only !== undefined && others.length === 0)
        return only.image;
    const what = only === undefined ? 'no image' : 'several images';
    throw unclear(wanted === undefined ? what : `${what} ${meant(wanted)}`, choices, beside);
}
/** thoseMeant are all choices that a text could mean, by the first reading of it that matches any. */
function thoseMeant(listed, wanted) {
    const tests = [byName(wanted), byReference(wanted), byReference(`localhost/${wanted}`), byTag(wanted)];
    return tests.map((isMeant) => merged(listed).filter(isMeant)).find(({ length }) => length > 0) ?? [];
}
function meant(wanted) {
    return `that ${quoted(wanted)} could mean`;
}
/** One image under several names is one choice. */
function merged(choices) {
    const byKey = new Map();
    for (const choice of choices) {
        const before = byKey.get(choice.key);
        byKey.set(choice.key, before === undefined ? choice : { ...before, names: [...before.names, ...choice.names] });
    }
    return [...byKey.values()];
}
function byName(wanted) {
    return ({ key, names }) => key === wanted || names.includes(wanted);
}
function byReference(wanted) {
    const name = fullName(wanted);
    return ({ names }) => name !== undefined && names.some((each) => fullName(each) === name);
}
function byTag(wanted) {
    return ({ names }) => (0,reference/* isTag */.dz)(wanted) && names.some((name) => tagOf(name) === wanted);
}
function fullName(text) {
    const parsed = (0,reference/* parseReference */.F2)(text);
    if (!parsed.ok)
        return undefined;
    const { tag, digest } = parsed.value;
    return (0,reference/* referenceName */.z$)(tag === undefined && digest === undefined ? { ...parsed.value, tag: 'latest' } : parsed.value);
}
function tagOf(name) {
    const parsed = (0,reference/* parseReference */.F2)(name);
    return parsed.ok ? parsed.value.tag : undefined;
}
function unclear(what, choices, beside) {
    const noChoice = besideInWords(beside);
    if (choices.length === 0) {
        return new FileProblem(`it holds ${what}${noChoice && `, but ${noChoice}`}`, { hint: NO_IMAGE });
    }
    const shown = choices.slice(0, choose_image_MOST_LISTED).map(({ key, names, about }) => {
        const name = names.length > 0 ? names.map(quoted).join(' or ') : key;
        return about === undefined ? name : `${name} (${about})`;
    });
    const more = choices.length > choose_image_MOST_LISTED ? ` and ${choices.length - choose_image_MOST_LISTED} more` : '';
    return new FileProblem(`it holds ${what}`, {
        hint: `It has ${shown.join(', ')}${more}. Name one as "path:tag" or "path@digest", or save only that one.${noChoice && ` No choice is ${noChoice}.`}`,
    });
}
const NO_IMAGE = 'Name a file with an image: an OCI layout, or a file from "docker save" or "podman save".';
/** besideInWords names the first objects beside the images; empty if there are none. */
function besideInWords(beside) {
    const shown = beside.slice(0, choose_image_MOST_LISTED).map(({ digest, type }) => `${digest} (${quoted(type)})`);
    const more = beside.length > choose_image_MOST_LISTED ? ` and ${beside.length - choose_image_MOST_LISTED} more` : '';
    return `${shown.join(', ')}${more}`;
}

;// CONCATENATED MODULE: ./build/files/sift-choices.js





/** With more entries, we do not read them: the error lists them, and the user names one. */
const MOST_SIFTED = 200;
/** A layout lists an index, which lists images. */
const DEEPEST = 2;
/**
 * siftChoices leaves out entries of a layout that cannot be chosen. Some are parts of another entry: oras lists the
 * children of an index beside it. Others have a subject, or lack the config of an image: oras, regctl and cosign list
 * signatures and similar objects. Entries that cannot be read stay, so that they are reported.
 */
async function siftChoices(content, choices) {
    if (choices.length < 2 || choices.length > MOST_SIFTED)
        return { images: choices, beside: [] };
    const looks = await Promise.all(choices.map(async (choice) => ({ choice, look: await lookAt(content, choice.image, 0) })));
    const ledTo = new Set(looks.flatMap(({ look }) => look.leadsTo));
    const roots = looks.filter(({ choice }) => !ledTo.has(choice.image.digest));
    return {
        images: roots.filter(({ look }) => look.isImage).map(({ choice }) => choice),
        beside: roots
            .filter(({ look }) => !look.isImage)
            .map(({ choice: { image, names }, look: { type, subject } }) => ({ digest: image.digest, type, names, subject })),
    };
}
async function lookAt(content, at, depth) {
    const manifest = await (0,image_image/* readRoot */.XD)(content, at).catch((error) => {
        if (error instanceof image_content/* ImageProblem */.d)
            return undefined;
        throw error;
    });
    if (manifest === undefined)
        return { isImage: true, type: at.mediaType, leadsTo: [], subject: undefined };
    const document = (0,image_document/* readDocument */.u0)(manifest.bytes);
    const hasSubject = document.subject !== undefined;
    const subject = subjectOf(document);
    if (manifest.kind === 'manifest') {
        return { isImage: !hasSubject && isImage(manifest), type: typeOf(manifest), leadsTo: [], subject };
    }
    const children = manifest.children.slice(0, MOST_SIFTED);
    const isDeep = depth + 1 < DEEPEST;
    const below = await Promise.all(children
        .filter((child) => !child.isAttestation && (isDeep || !(0,media_types/* isIndexType */.$U)(child)))
        .map((child) => lookAt(content, child, depth + 1)));
    return {
        // An index under a fallback tag lists only referrers.
        isImage: !hasSubject && (below.length === 0 || below.some((each) => each.isImage)),
        type: below[0]?.type ?? manifest.mediaType,
        subject,
        leadsTo: [...manifest.children.map(({ digest }) => digest), ...below.flatMap(({ leadsTo }) => leadsTo)],
    };
}
/** An unreadable subject counts as none. */
function subjectOf(document) {
    return (0,image_digest/* parseDigest */.m)(String((0,image_document/* asObject */.eB)(document.subject)?.digest));
}
/** cosign gives its signatures the config of an image, but no layers of an image. */
function isImage({ config, layers }) {
    return (0,media_types/* isImageConfig */._m)(config) && (layers.length === 0 || layers.some(({ mediaType }) => sift_choices_LAYER.test(mediaType)));
}
const sift_choices_LAYER = /layer|rootfs/;
/**
 * The type that people know: `artifactType`, the type of its config, or that of its content (image-spec, manifest.md).
 */
function typeOf({ bytes, config, layers }) {
    const { artifactType } = (0,image_document/* readDocument */.u0)(bytes);
    if (typeof artifactType === 'string' && artifactType !== '')
        return artifactType;
    return (0,media_types/* isImageConfig */._m)(config) ? (layers[0]?.mediaType ?? config.mediaType) : config.mediaType;
}

;// CONCATENATED MODULE: ./build/files/oci-layout.js








/** The file that marks a layout, and the one that lists its contents (image-spec, image-layout.md). */
const LAYOUT_FILE = 'oci-layout';
const INDEX_FILE = 'index.json';
const LARGEST_LAYOUT_FILE = 4096;
/** Annotations with the name of an image: containerd's full name, and the specification's tag. */
const NAMES = ['io.containerd.image.name', 'org.opencontainers.image.ref.name'];
/**
 * rootInLayout finds the root of the wanted image in an OCI layout. Without a choice, that is its only image, or
 * `index.json` itself if that is the image's own index. Throws a FileProblem or an ImageProblem.
 */
async function rootInLayout(storage, content, wanted) {
    const { choices, own } = await listing(storage);
    if (own !== undefined && (wanted === undefined || wanted === own.digest))
        return { root: own, beside: [], listed: choices };
    if (wanted !== undefined)
        return { root: await (0,image_image/* readRoot */.XD)(content, choose(choices, wanted)), beside: [], listed: choices };
    const { images, beside } = await siftChoices(content, choices);
    return { root: await (0,image_image/* readRoot */.XD)(content, choose(images, undefined, beside)), beside, listed: choices };
}
/** listLayout returns the descriptors of all images in an OCI layout. Throws a FileProblem. */
async function listLayout(storage) {
    return (await listing(storage)).choices.map(({ image }) => image);
}
async function listing(storage) {
    await seeVersion(storage);
    return listingIn(await bytesOf(await needed(storage, INDEX_FILE), `its ${INDEX_FILE}`, image_document/* LARGEST_DOCUMENT */.zj));
}
async function seeVersion(storage) {
    const bytes = await bytesOf(await needed(storage, LAYOUT_FILE), `its ${LAYOUT_FILE}`, LARGEST_LAYOUT_FILE);
    const version = oci_layout_inWords(LAYOUT_FILE, () => (0,image_document/* readDocument */.u0)(bytes).imageLayoutVersion);
    if (typeof version !== 'string' || !/^1\./.test(version)) {
        throw new FileProblem(`its ${LAYOUT_FILE} names no known version`);
    }
}
/** Attestations, and entries that are no manifests, cannot be chosen. */
function listingIn(bytes) {
    return oci_layout_inWords(INDEX_FILE, () => {
        // Bazel's rules_oci omits the version. No registry gets this file, so its exact bytes do not matter.
        const document = { schemaVersion: 2, ...(0,image_document/* readDocument */.u0)(bytes) };
        const { mediaType = media_types/* MEDIA_TYPES */.Z2.ociIndex, manifests } = document;
        const index = (0,manifest/* parseManifest */.N)(Buffer.from(JSON.stringify(document)), String(mediaType));
        if (index.kind !== 'index')
            throw new image_document/* ManifestProblem */.Rn('it is not an index');
        const annotations = manifests.map((each) => each.annotations);
        const choices = index.children
            .map((child, at) => ({ child, names: namesIn(annotations[at]) }))
            .filter(({ child }) => (0,media_types/* isManifestType */.Q3)(child) && !child.isAttestation)
            .map(({ child, names }) => ({ key: child.digest, names, about: child.platform, image: child }));
        return { choices, own: isOwn(index, choices) ? ownIndex(bytes) : undefined };
    });
}
/**
 * apko writes the index of the image itself into `index.json`: only images without a name, each for a separate
 * platform, and attestations. A layout of several images would name them.
 */
function isOwn({ children }, choices) {
    const platforms = choices.map(({ image: { platform, osVersion } }) => platform && `${platform} ${osVersion ?? ''}`);
    return (choices.length > 1 &&
        choices.length === children.filter(({ isAttestation }) => !isAttestation).length &&
        choices.every(({ names, image }) => names.length === 0 && !(0,media_types/* isIndexType */.$U)(image)) &&
        !platforms.includes(undefined) &&
        new Set(platforms).size === platforms.length);
}
/** With its exact bytes; undefined if it lacks what a registry requires. */
function ownIndex(bytes) {
    const { schemaVersion, mediaType = media_types/* MEDIA_TYPES */.Z2.ociIndex } = (0,image_document/* readDocument */.u0)(bytes);
    if (schemaVersion !== 2)
        return undefined;
    const index = (0,manifest/* parseManifest */.N)(bytes, String(mediaType));
    return index.kind === 'index' ? index : undefined;
}
/** A tag adds nothing if a full name ends with it. */
function namesIn(annotations) {
    const found = NAMES.map((name) => annotations?.[name]);
    const names = found.filter((name) => typeof name === 'string' && name !== '');
    return names.filter((name) => !names.some((other) => other.endsWith(`:${name}`)));
}
function oci_layout_inWords(file, read) {
    try {
        return read();
    }
    catch (cause) {
        if (!(cause instanceof image_document/* ManifestProblem */.Rn))
            throw cause;
        throw new FileProblem(`its ${file} is not one: ${cause.message}`, { cause });
    }
}

;// CONCATENATED MODULE: ./build/files/directory-transport.js






/** The file that marks such a folder, and how it begins (containers/image, `directory_transport.go`). */
const VERSION_FILE = 'version';
const VERSION = /^Directory Transport Version: 1\.\d/;
const ROOT_FILE = 'manifest.json';
const directory_transport_BLOB = /^blobs\/sha256\/(?<hex>[0-9a-f]{64})$/;
/** isDirectoryTransport tells whether a folder is one of the `dir:` transport of Podman, Buildah and Skopeo. */
async function isDirectoryTransport(folder) {
    const stored = await folder.find(VERSION_FILE).catch(() => undefined);
    return stored !== undefined && VERSION.test(Buffer.from(await startOf(stored)).toString('latin1'));
}
/**
 * directoryAsLayout shows such a folder as an OCI layout: its exact manifest is the only image, and every other file is
 * named after its digest. Throws a FileProblem.
 */
async function directoryAsLayout(folder) {
    const bytes = await bytesOf(await needed(folder, ROOT_FILE), `its ${ROOT_FILE}`, image_document/* LARGEST_DOCUMENT */.zj);
    const digest = (0,image_digest/* digestOf */.ol)(bytes);
    const root = { mediaType: mediaTypeOf(bytes), digest, size: bytes.byteLength };
    const made = new Map([
        [LAYOUT_FILE, inMemory(Buffer.from('{"imageLayoutVersion":"1.0.0"}'))],
        ['index.json', inMemory(Buffer.from(JSON.stringify({ schemaVersion: 2, manifests: [root] })))],
        [`blobs/${digest.replace(':', '/')}`, inMemory(bytes)],
    ]);
    return {
        find: async (path) => {
            const hex = directory_transport_BLOB.exec(path)?.groups?.hex;
            if (made.has(path) || hex === undefined)
                return made.get(path);
            return (await folder.find(`${hex}.manifest.json`)) ?? folder.find(hex);
        },
        close: () => folder.close(),
    };
}
function mediaTypeOf(bytes) {
    try {
        const document = (0,image_document/* readDocument */.u0)(bytes);
        const { mediaType = 'manifests' in document ? media_types/* MEDIA_TYPES */.Z2.ociIndex : media_types/* MEDIA_TYPES */.Z2.ociManifest } = document;
        return String(mediaType);
    }
    catch (cause) {
        if (!(cause instanceof image_document/* ManifestProblem */.Rn))
            throw cause;
        throw new FileProblem(`its ${ROOT_FILE} is not one: ${cause.message}`, { cause });
    }
}
function inMemory(bytes) {
    return {
        size: bytes.byteLength,
        read: async function* () {
            yield bytes;
        },
    };
}

;// CONCATENATED MODULE: ./build/files/folder.js




/**
 * openFolder gives access to the files in a folder, and to nothing outside it, even by links. Files are open only while
 * they are read.
 */
async function openFolder(path) {
    const root = await (0,promises_.realpath)(path);
    return {
        async find(name) {
            const real = await (0,promises_.realpath)((0,external_node_path_.join)(root, name)).catch(ifMissing);
            if (real === undefined)
                return undefined;
            if (!real.startsWith(root.endsWith(external_node_path_.sep) ? root : root + external_node_path_.sep)) {
                throw new FileProblem(`its ${quoted(name)} is a link that leads out of it`, {
                    hint: 'Copy the folder with "cp -RL", which takes the files instead of the links.',
                });
            }
            const stats = await (0,promises_.stat)(real);
            if (!stats.isFile())
                throw new FileProblem(`its ${quoted(name)} is not a regular file`);
            return { size: stats.size, read: () => readWhole(real, stats.size) };
        },
        close: async () => { },
    };
}
async function* readWhole(path, size) {
    const file = await RandomAccess.open(path, 'refuse');
    try {
        if (file.size !== size)
            throw new FileProblem('it changed while it was read', DAMAGED);
        yield* file.stream(0, size);
    }
    finally {
        await file.close();
    }
}
function ifMissing(error) {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR')
        return undefined;
    throw error;
}

;// CONCATENATED MODULE: ./build/files/locate.js









const ARCHIVE = /\.(?:tar|oci|tgz|tar\.(?:gz|zst|xz))$/;
/**
 * locate finds the file or folder that a text names: of all readings, the first one that looks like an image, otherwise
 * the first one that exists. Undefined if none exists.
 */
async function locate(text) {
    const places = [];
    for (const reading of readings(text)) {
        const stats = await (0,promises_.stat)(reading.path).catch(() => undefined);
        if (stats === undefined)
            continue;
        const isFolder = stats.isDirectory();
        const holdsImage = isFolder ? await isLayout(reading.path) : stats.isFile() && (await isArchive(reading.path));
        places.push({ ...reading, isFolder, holdsImage });
    }
    return places.find(({ holdsImage }) => holdsImage) ?? places[0];
}
async function isLayout(path) {
    const isThere = await (0,promises_.stat)((0,external_node_path_.join)(path, LAYOUT_FILE)).then(() => true, () => false);
    return isThere || isDirectoryTransport(await openFolder(path));
}
/**
 * A file may have the name of an image by chance, such as the program in that image. So we check that it begins like an
 * archive.
 */
async function isArchive(path) {
    if (ARCHIVE.test(path))
        return true;
    try {
        const file = await RandomAccess.open(path);
        try {
            tar_header_parseHeader(await file.read(0, tar_header_BLOCK));
            return true;
        }
        finally {
            await file.close();
        }
    }
    catch {
        return false;
    }
}
/**
 * readings lists every way to read `path`, `path:tag`, `path:name:tag` or `path@digest`, the longest path first: colons
 * may be part of a path, and only the file system knows.
 */
function readings(text) {
    const shorter = [...text.matchAll(/[:@]/g)]
        .map(({ 0: mark, index }) => ({ path: text.slice(0, index), mark, wanted: text.slice(index + 1) }))
        .filter(({ path, mark, wanted }) => path !== '' && (mark === '@' ? isDigest(wanted) : isName(wanted)));
    return [{ path: text, wanted: undefined }, ...shorter.map(({ path, wanted }) => ({ path, wanted })).toReversed()];
}
function isDigest(text) {
    return (0,image_digest/* parseDigest */.m)(text) !== undefined;
}
function isName(text) {
    return (0,reference/* isTag */.dz)(text) || (0,reference/* parseReference */.F2)(text).ok;
}

;// CONCATENATED MODULE: ./build/compression/zstd-frames.js
/** The first four bytes of frames without content; the lowest four bits may differ. */
const SKIPPABLE = 0x184d2a50;
const MAGIC = [0x28, 0xb5, 0x2f, 0xfd];
/** isZstd tells whether bytes begin a Zstandard stream; it may begin with a frame without content. */
function isZstd(start) {
    return MAGIC.every((byte, index) => start[index] === byte) || isSkippable(Buffer.from(start));
}
function isSkippable(magic) {
    return magic.byteLength >= 4 && (magic.readUInt32LE() & ~0xf) === SKIPPABLE;
}
/**
 * zstdFrames cuts a stream where its frames end (RFC 8878, 3.1). Layers may have many, and Node's decompressor drops
 * what follows the end of a frame in the same piece.
 */
function zstdFrames() {
    const walk = steps();
    let step = walk.next().value;
    let seen = Buffer.alloc(0);
    let passed = 0;
    return (chunk) => {
        const pieces = [];
        let from = 0;
        let at = 0;
        while (at < chunk.byteLength || step === 'end') {
            if (step === 'end') {
                pieces.push(chunk.subarray(from, at));
                from = at;
                step = walk.next(seen).value;
            }
            else if ('look' in step) {
                const part = chunk.subarray(at, at + step.look - seen.byteLength);
                seen = Buffer.concat([seen, part]);
                at += part.byteLength;
                if (seen.byteLength < step.look)
                    break;
                step = walk.next(seen).value;
                seen = Buffer.alloc(0);
            }
            else {
                const part = Math.min(step.pass - passed, chunk.byteLength - at);
                passed += part;
                at += part;
                if (passed < step.pass)
                    break;
                passed = 0;
                step = walk.next(seen).value;
            }
        }
        return from < chunk.byteLength ? [...pieces, chunk.subarray(from)] : pieces;
    };
}
/**
 * The steps through frame after frame. For bytes that are no frame, the steps are meaningless, and the decompressor
 * fails.
 */
function* steps() {
    for (;;) {
        const magic = yield { look: 4 };
        if (isSkippable(magic))
            yield { pass: (yield { look: 4 }).readUInt32LE() };
        else
            yield* contentFrame();
        yield 'end';
    }
}
function* contentFrame() {
    const descriptor = (yield { look: 1 }).readUInt8();
    const hasWindow = (descriptor & 0x20) === 0;
    const sizeBytes = [hasWindow ? 0 : 1, 2, 4, 8][descriptor >> 6] ?? 0;
    const dictionaryBytes = [0, 1, 2, 4][descriptor & 3] ?? 0;
    yield { pass: (hasWindow ? 1 : 0) + dictionaryBytes + sizeBytes };
    for (let isLast = false; !isLast;) {
        const block = (yield { look: 3 }).readUIntLE(0, 3);
        isLast = (block & 1) === 1;
        const isRepeatedByte = ((block >> 1) & 3) === 1;
        yield { pass: isRepeatedByte ? 1 : block >> 3 };
    }
    if ((descriptor & 4) !== 0)
        yield { pass: 4 };
}

;// CONCATENATED MODULE: ./build/compression/formats.js

const GZIP = [0x1f, 0x8b];
/** This many bytes tell how the rest is compressed. */
const LONGEST_MAGIC = 4;
/** compressionOf recognises it by the first bytes: engines do the same, whatever the media type says. */
function compressionOf(start) {
    if (GZIP.every((byte, index) => start[index] === byte))
        return 'gzip';
    return isZstd(start) ? 'zstd' : 'none';
}

;// CONCATENATED MODULE: ./build/tar/tar-extension.js


/** The records of POSIX pax that change what an archive holds. */
const FIELDS = { path: 'name', linkpath: 'link', size: 'size' };
const SPARSE_RECORD = /^GNU\.sparse\.|^SCHILY\.realsize$/;
const LONGEST_LENGTH = 8;
/**
 * parseExtension reads a header about the next entry. Records for the whole archive may contain values that do not
 * matter here. If they name a file or its size, every program reads that differently, so it is rejected, and so is any
 * value that is given twice. Throws a FileProblem.
 */
function parseExtension(type, content) {
    if (type === 'long name')
        return { name: longText(content) };
    if (type === 'long link')
        return { link: longText(content) };
    const extended = parseRecords(content);
    if (type === 'global pax' && Object.keys(extended).length > 0) {
        throw new FileProblem('it has a header that sets one name or size for all files');
    }
    return extended;
}
/** both joins what two headers say about the same entry. */
function both(one, other) {
    const twice = Object.keys(one).find((field) => field in other);
    if (twice !== undefined)
        throw new FileProblem(`it has an entry whose ${twice} is given twice`);
    return { ...one, ...other };
}
/** GNU tar ends the text with a zero byte, and others do not. */
function longText(content) {
    const end = content.indexOf(0);
    const text = content.toString('utf8', 0, end === -1 ? content.length : end);
    if (text === '' || (end !== -1 && end < content.length - 1)) {
        throw new FileProblem('it has a long name that ends too early');
    }
    return text;
}
/** Records `<length> <key>=<value>` and a line feed; the length counts the whole record, in bytes. */
function parseRecords(content) {
    let extended = {};
    for (let at = 0; at < content.length;) {
        const space = content.indexOf(0x20, at);
        const digits = content.toString('latin1', at, Math.min(space, at + LONGEST_LENGTH));
        const end = at + Number(digits);
        const equals = content.indexOf(0x3d, space);
        const isRecord = /^[1-9][0-9]*$/.test(digits) && end <= content.length && equals > space + 1 && equals < end - 1;
        if (!isRecord || content[end - 1] !== 0x0a)
            throw new FileProblem('it has a pax header that cannot be read');
        extended = both(extended, parseRecord(content.toString('utf8', space + 1, equals), content.toString('utf8', equals + 1, end - 1)));
        at = end;
    }
    return extended;
}
function parseRecord(key, value) {
    if (SPARSE_RECORD.test(key))
        throw new FileProblem('it has a sparse file', SPARSE);
    const field = Object.hasOwn(FIELDS, key) ? FIELDS[key] : undefined;
    if (field === undefined)
        return {};
    if (value === '' || value.includes('\0'))
        throw new FileProblem(`it has a pax header with the ${key} ${quoted(value)}`);
    if (field !== 'size')
        return { [field]: value };
    if (!/^[0-9]{1,15}$/.test(value))
        throw new FileProblem(`it has a pax header with the size ${quoted(value)}`);
    return { size: Number(value) };
}

;// CONCATENATED MODULE: ./build/tar/tar-entries.js



/** An image has a few thousand entries at most; this limits memory, and the time for the index. */
const MOST_ENTRIES = 65_536;
/** Bytes of all names and extended headers. */
const MOST_NAMES = 16 * 1024 * 1024;
/** The longest path of Linux. */
const LONGEST_NAME = 4096;
const LONGEST_EXTENSION = 64 * 1024;
/** Programs fill up archives with zeros to a whole record, of 10 KiB by default. */
const LONGEST_TAIL = 1024 * 1024;
const tar_entries_WINDOW = 64 * 1024;
const EXTENSIONS = ['pax', 'global pax', 'long name', 'long link'];
/**
 * indexTar reads every header of an archive once, and returns where each file is. It skips content, but checks its
 * padding and the end of the archive, so that no byte can be changed unseen. Throws a FileProblem.
 */
async function indexTar(file) {
    const blocks = new Window(file);
    const index = new Map();
    const pending = new Pending();
    let names = 0;
    let at = 0;
    for (let count = 0;; count++) {
        const block = await blocks.at(at, tar_header_BLOCK);
        if (at === 0 && !isZero(block) && !beginsTar(block))
            throw new FileProblem(...NO_ARCHIVE);
        if (block.length < tar_header_BLOCK)
            throw new FileProblem('it is cut off: it has no end', DAMAGED);
        if (isZero(block))
            break;
        if (count === MOST_ENTRIES)
            throw new FileProblem(`it has more than ${MOST_ENTRIES} entries`);
        const header = tar_header_parseHeader(block);
        const position = at + tar_header_BLOCK;
        const { type, size } = header;
        if (isExtension(type)) {
            pending.add(type, await extensionAt(blocks, position, size));
            names += size;
            at = await skip(blocks, position, size);
        }
        else {
            const entry = { ...header, ...pending.take() };
            names += put(index, entry, position);
            at = await skip(blocks, position, entry.size);
        }
        if (names > MOST_NAMES)
            throw new FileProblem('its names are too long for an image');
    }
    if (!pending.isEmpty)
        throw new FileProblem('it is cut off after an extended header', DAMAGED);
    await seeEnd(file, at);
    return index;
}
/** A file that begins in another way was changed there, or is something else. */
const NO_ARCHIVE = [
    'it is not a tar archive',
    {
        hint: 'Check that "source" names a file from "docker save", "docker buildx build --output type=oci,dest=image.tar" or another ' +
            'tool, and no text, page or log. If it does, the beginning of the file was changed: save the image again.',
    },
];
/** What earlier headers said about the next entry. */
class Pending {
    #extended = {};
    #types = [];
    get isEmpty() {
        return this.#types.length === 0;
    }
    add(type, content) {
        this.#extended = both(this.#extended, parseExtension(type, content));
        if (type === 'global pax')
            return;
        if (this.#types.includes(type))
            throw new FileProblem('it has two extended headers for one entry');
        this.#types.push(type);
    }
    take() {
        const taken = this.#extended;
        this.#extended = {};
        this.#types = [];
        return taken;
    }
}
async function extensionAt(blocks, position, size) {
    if (size > LONGEST_EXTENSION)
        throw new FileProblem('it has a header that is too long');
    const content = await blocks.at(position, size);
    if (content.length < size)
        throw new FileProblem('it is cut off in a header', DAMAGED);
    return content;
}
function isExtension(type) {
    return EXTENSIONS.includes(type);
}
/** Adds an entry to the index, and returns the length of its names. */
function put(index, header, position) {
    if (header.name.length > LONGEST_NAME || header.link.length > LONGEST_NAME) {
        throw new FileProblem('it has a name that is longer than a path can be');
    }
    // V7 had no type for folders: their names end with a slash.
    const type = header.type === 'file' && header.name.endsWith('/') ? 'folder' : header.type;
    if (type !== 'file' && header.size > 0)
        throw new FileProblem(`it has a ${type} with content, ${quoted(header.name)}`);
    const name = pathInside(header.name);
    if (name === undefined || header.name.split('/').includes('..'))
        throw new FileProblem(`it has a name that leads outside the archive, ${quoted(header.name)}`);
    if (name === '' && type !== 'folder')
        throw new FileProblem('it has an entry without a name');
    const entry = tar_entries_entryOf(type, header, position);
    const before = index.get(name);
    const isNew = before === undefined || (before.kind === 'other' && entry.kind === 'other');
    index.set(name, isNew ? entry : { kind: 'several' });
    return header.name.length + header.link.length;
}
function tar_entries_entryOf(type, { link, size }, position) {
    if (type === 'file')
        return { kind: 'file', position, size };
    if (type === 'hard link')
        return { kind: 'link', target: link, isSymbolic: false };
    if (type === 'symbolic link')
        return { kind: 'link', target: link, isSymbolic: true };
    return { kind: 'other' };
}
/** pathInside writes a path in its one form; undefined if it is absolute or leads out of the archive's root. */
function pathInside(path, folder = []) {
    if (path.startsWith('/'))
        return undefined;
    const parts = [...folder];
    for (const part of path.split('/')) {
        if (part === '..' && parts.pop() === undefined)
            return undefined;
        if (part !== '' && part !== '.' && part !== '..')
            parts.push(part);
    }
    return parts.join('/');
}
/** Where the next header is; the padding before it must be zeros. */
async function skip(blocks, position, size) {
    const end = position + size;
    const next = position + Math.ceil(size / tar_header_BLOCK) * tar_header_BLOCK;
    const padding = await blocks.at(end, next - end);
    if (padding.length < next - end || end > blocks.size)
        throw new FileProblem('it is cut off in the content of a file', DAMAGED);
    if (!isZero(padding))
        throw new FileProblem('it has data after the content of a file, where it should be empty', DAMAGED);
    return next;
}
/** Two blocks of zeros end an archive. Anything after them would be another archive to some programs. */
async function seeEnd(file, at) {
    if (file.size < at + 2 * tar_header_BLOCK)
        throw new FileProblem('it is cut off: it has only half of its end', DAMAGED);
    if (file.size > at + LONGEST_TAIL)
        throw new FileProblem('it goes on after its end');
    for await (const chunk of file.stream(at, file.size - at)) {
        if (!isZero(chunk))
            throw new FileProblem('it goes on after its end');
    }
}
/** A part of the file that is kept, so that small entries do not cost a system call each. */
class Window {
    #file;
    #start = 0;
    #bytes = Buffer.alloc(0);
    constructor(file) {
        this.#file = file;
    }
    get size() {
        return this.#file.size;
    }
    async at(position, length) {
        const end = position + length;
        if (position < this.#start || end > this.#start + this.#bytes.length) {
            this.#start = position;
            this.#bytes = await this.#file.read(position, Math.max(length, tar_entries_WINDOW));
        }
        return this.#bytes.subarray(position - this.#start, end - this.#start);
    }
}

;// CONCATENATED MODULE: ./build/files/archive.js


/** Most links on the way to a file; programs that save images use one. */
const MOST_LINKS = 8;
/** Saving the image again would not help: some tools always write a file once for each layer or image that has it. */
const ONCE = {
    hint: 'Unpack the archive and pack it again, which keeps the last of the two: "mkdir image && tar -xf image.tar -C image ' +
        '&& tar -cf image.tar -C image .".',
};
/** openArchive indexes a tar archive, and its files are then read in place. Throws a FileProblem. */
async function openArchive(file) {
    const index = await indexTar(file);
    return {
        async find(path) {
            const entry = follow(index, path);
            if (entry === undefined)
                return undefined;
            const { position, size } = entry;
            return { size, read: () => file.stream(position, size) };
        },
        close: () => file.close(),
    };
}
/**
 * Links may lead only to other entries of the archive. If two entries have one name, programs differ in which one they
 * read: so both are rejected.
 */
function follow(index, path) {
    let name = pathInside(path);
    for (let links = 0; links <= MOST_LINKS; links++) {
        const entry = name === undefined ? undefined : index.get(name);
        if (name === undefined || entry === undefined)
            return undefined;
        if (entry.kind === 'file')
            return entry;
        if (entry.kind === 'other')
            throw new FileProblem(`its ${quoted(path)} is not a file`);
        if (entry.kind === 'several')
            throw new FileProblem(`it has ${quoted(name)} twice`, ONCE);
        // A hard link names an entry; a symbolic link is relative to its own place.
        name = pathInside(entry.target, entry.isSymbolic ? name.split('/').slice(0, -1) : []);
        if (name === undefined)
            throw new FileProblem(`its ${quoted(path)} is a link that leads out of it`);
    }
    throw new FileProblem(`its ${quoted(path)} is a link that only leads to links`);
}

// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(7075);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(6466);
;// CONCATENATED MODULE: ./build/compression/blob-digests.js






/** How far zstd may look back at most, as the logarithm of bytes: 128 MiB, which is also zstd's own limit. */
const LARGEST_WINDOW = 27;
/**
 * digestsOf hashes a blob while it is streamed, as it is and decompressed. Nothing is kept, so memory does not grow
 * with the blob or with its decompressed size.
 */
async function digestsOf(body, wanted, largestWindow = LARGEST_WINDOW) {
    const algorithm = wanted.slice(0, wanted.indexOf(':'));
    const served = (0,external_node_crypto_.createHash)(algorithm);
    const plain = new Decompression(largestWindow);
    let size = 0;
    for await (const chunk of body) {
        size += chunk.byteLength;
        served.update(chunk);
        await plain.write(chunk);
    }
    return { size, digest: `${algorithm}:${served.digest('hex')}`, diffId: await plain.end() };
}
/** Hashes the decompressed bytes of a layer. If a layer cannot be decompressed, writing continues without effect. */
class Decompression {
    #hash = (0,external_node_crypto_.createHash)('sha256');
    #largestWindow;
    /** The beginning, until it is long enough to tell how it is compressed. */
    #start = new Uint8Array();
    #running;
    constructor(largestWindow) {
        this.#largestWindow = largestWindow;
    }
    async write(chunk) {
        if (this.#running !== undefined)
            return this.#put(chunk);
        this.#start = Buffer.concat([this.#start, chunk]);
        if (this.#start.byteLength >= LONGEST_MAGIC)
            return this.#put(this.#start);
    }
    /** end returns the diff_id; undefined if the layer could not be decompressed. */
    async end() {
        if (this.#running === undefined)
            await this.#put(this.#start);
        const { transform, isWhole } = this.#begun();
        if (!transform.destroyed)
            transform.end();
        return (await isWhole) ? `sha256:${this.#hash.digest('hex')}` : undefined;
    }
    async #put(chunk) {
        const { transform, cut } = this.#begun();
        for (const piece of cut(chunk)) {
            if (transform.destroyed)
                return;
            if (!transform.write(piece))
                await drained(transform);
        }
    }
    #begun() {
        if (this.#running !== undefined)
            return this.#running;
        const { transform, cut } = decompressorFor(this.#start, this.#largestWindow);
        const isWhole = (0,external_node_stream_promises_.pipeline)(transform, async (output) => {
            for await (const chunk of output)
                this.#hash.update(chunk);
        }).then(() => true, () => false);
        this.#running = { transform, cut, isWhole };
        return this.#running;
    }
}
/** decompressorFor chooses the decompressor by the first bytes; uncompressed bytes pass through. */
function decompressorFor(start, largestWindow) {
    const whole = (chunk) => [chunk];
    const compression = compressionOf(start);
    if (compression === 'gzip')
        return { transform: (0,external_node_zlib_.createGunzip)(), cut: whole };
    if (compression === 'zstd') {
        const params = { [external_node_zlib_.constants.ZSTD_d_windowLogMax]: largestWindow };
        return { transform: (0,external_node_zlib_.createZstdDecompress)({ params }), cut: zstdFrames() };
    }
    return { transform: new external_node_stream_.PassThrough(), cut: whole };
}
/** Resolves when there is space again, or when there will be none because the data was invalid. */
function drained(stream) {
    const { promise, resolve } = Promise.withResolvers();
    const end = () => {
        stream.off('drain', end);
        stream.off('close', end);
        resolve();
    };
    stream.on('drain', end);
    stream.on('close', end);
    return promise;
}

;// CONCATENATED MODULE: ./build/compression/decompressed.js


/** decompressed streams the decompressed bytes of gzip or Zstandard. Chunks that go in must stay valid. */
async function* decompressed(packed) {
    const pieces = packed[Symbol.asyncIterator]();
    const first = await pieces.next();
    if (first.done === true)
        return;
    const { transform, cut } = decompressorFor(first.value, LARGEST_WINDOW);
    const source = async function* () {
        yield* cut(first.value);
        for (let next = await pieces.next(); next.done !== true; next = await pieces.next())
            yield* cut(next.value);
    };
    const input = external_node_stream_.Readable.from(source());
    input.once('error', (error) => transform.destroy(error));
    try {
        yield* input.pipe(transform);
    }
    finally {
        input.destroy();
    }
}

;// CONCATENATED MODULE: ./build/files/unpack-archive.js








/** The largest archive that is written, in bytes: more than any image, and than the disk of a runner. */
const MOST_UNPACKED = 64 * 2 ** 30;
/** How many bytes between two lines about the progress. */
const TOLD_EVERY = 2 ** 30;
/**
 * unpackArchive decompresses a whole archive into a new file without a name, so that any part of it can be read. The
 * file disappears when it is closed, or when the step is killed. Throws a FileProblem.
 */
async function unpackArchive({ name, packed }, { temporary, signal, tell }) {
    tell(`Decompressing ${name}, ${(0,quantities/* inUnits */.D)(packed.size)}, to read it in place: its layers are already compressed.`);
    const handle = await nameless(temporary);
    try {
        const written = await write(handle, decompressed(copied(packed.stream(0, packed.size))), { signal, tell });
        tell(`Decompressed ${name}: ${(0,quantities/* inUnits */.D)(written)}.`);
        return await RandomAccess.held(handle);
    }
    catch (error) {
        await handle.close();
        throw unpack_archive_inWords(error);
    }
}
/** If we are killed between the two calls, a later step removes a file with such a name. */
async function nameless(temporary) {
    const path = (0,external_node_path_.join)(temporary, `verified-image-push-${(0,external_node_crypto_.randomUUID)()}`);
    const handle = await (0,promises_.open)(path, 'wx+', 0o600);
    await (0,promises_.unlink)(path);
    return handle;
}
async function write(handle, chunks, { signal, tell }) {
    let written = 0;
    let told = 0;
    for await (const chunk of chunks) {
        signal.throwIfAborted();
        await handle.writeFile(chunk);
        written += chunk.byteLength;
        if (written > MOST_UNPACKED)
            throw new FileProblem(`it decompresses to more than ${(0,quantities/* inUnits */.D)(MOST_UNPACKED)}`, TOO_MUCH);
        if (written - told < TOLD_EVERY)
            continue;
        told = written;
        tell(`Decompressed ${(0,quantities/* inUnits */.D)(written)} so far.`);
    }
    return written;
}
const TOO_MUCH = { hint: 'Publish an archive that is not compressed: its layers are already compressed.' };
function unpack_archive_inWords(error) {
    const { code } = error;
    if (code === 'ENOSPC' || code === 'EDQUOT') {
        return new FileProblem('there is not enough space to decompress it', {
            hint: 'Free space in the temporary folder of the runner (RUNNER_TEMP), or pass the archive on without compression.',
        });
    }
    if (code?.startsWith('Z_') || code?.startsWith('ZSTD_') || code === 'ERR_STREAM_PREMATURE_CLOSE') {
        return new FileProblem('it cannot be decompressed: it was cut off or changed', DAMAGED);
    }
    return error;
}

;// CONCATENATED MODULE: ./build/files/open-storage.js







/** How files begin that we cannot decompress, by the name of the program that can. */
const open_storage_MAGIC = {
    xz: [0xfd, 0x37, 0x7a, 0x58, 0x5a],
    bzip2: [0x42, 0x5a, 0x68],
};
const open_storage_LONGEST_MAGIC = 5;
/**
 * openStorage opens a folder or an archive, whichever exists. Throws a FileProblem if the user said that it is the
 * other.
 */
async function openStorage({ path, isFolder }, form, workplace) {
    if (isFolder && form !== undefined && form !== 'oci' && form !== 'dir') {
        throw new FileProblem('it is a folder', { hint: 'Write "oci:" or nothing before the path of a folder.' });
    }
    if (isFolder)
        return openAsLayout(await openFolder(path), form);
    if (form === 'oci' || form === 'dir') {
        throw new FileProblem('it is not a folder', {
            hint: 'Write "oci-archive:" before the path of an archive, or nothing.',
        });
    }
    let file = await RandomAccess.open(path);
    try {
        const start = await file.read(0, open_storage_LONGEST_MAGIC);
        refuseOther(file.size, start);
        if (compressionOf(start) === 'none')
            return await openArchive(file);
        const unpacked = await unpackArchive({ name: path, packed: file }, workplace);
        await file.close();
        file = unpacked;
        return await openArchive(file);
    }
    catch (error) {
        await file.close();
        throw error;
    }
}
/** We read a folder of the `dir:` transport like a layout, even if the user did not name its form. */
async function openAsLayout(folder, form) {
    if (form === 'oci')
        return folder;
    if (await isDirectoryTransport(folder))
        return directoryAsLayout(folder);
    if (form !== 'dir')
        return folder;
    throw new FileProblem('it has no "version" of the directory transport', {
        hint: 'Write "oci:" or nothing before the path of an OCI layout.',
    });
}
/** How a zip archive begins; GitHub serves artifacts as such archives. */
const ZIP = [0x50, 0x4b, 0x03, 0x04];
function refuseOther(size, start) {
    if (size === 0) {
        throw new FileProblem('it is empty', {
            hint: 'Look at the step that should have written it: a failed program leaves such a file, and so does "> file".',
        });
    }
    if (ZIP.every((byte, at) => start[at] === byte)) {
        throw new FileProblem('it is a zip archive', {
            hint: 'Unpack it in a step before this one, and name the file inside; "actions/download-artifact" unpacks by itself.',
        });
    }
    const [program] = Object.entries(open_storage_MAGIC).find(([, magic]) => magic.every((byte, at) => start[at] === byte)) ?? [];
    if (program === undefined)
        return;
    throw new FileProblem(`it is compressed with ${program}, and only gzip and zstd can be read here`, {
        hint: `Decompress it in a step before this one ("${program} -d"), or do not compress it: its layers are already ` +
            'compressed, and so are artifacts.',
    });
}

;// CONCATENATED MODULE: ./build/files/saved-images.js





/** The file in which `docker save` lists what it has saved (moby, image/tarexport: `manifestItem`). */
const SAVED_FILE = 'manifest.json';
const KEYS = ['Config', 'RepoTags', 'Layers'];
/** listSaved reads the list of images in an archive of `docker save`. Throws a FileProblem. */
async function listSaved(storage) {
    const bytes = await bytesOf(await needed(storage, SAVED_FILE), `its ${SAVED_FILE}`, image_document/* LARGEST_DOCUMENT */.zj);
    try {
        return (0,image_document/* readDocuments */.r9)(bytes, KEYS).map(parseSaved);
    }
    catch (cause) {
        if (!(cause instanceof image_document/* ManifestProblem */.Rn))
            throw cause;
        throw new FileProblem(`its ${SAVED_FILE} is not one: ${cause.message}`, { cause });
    }
}
/**
 * savedAs are the images that a program which reads this file would take for the wanted one; all if none is named.
 * `wanted` is no digest: digests belong to the layout.
 */
function savedAs(saved, wanted) {
    return (wanted === undefined ? saved : thoseMeant(saved, wanted)).map(({ image }) => image);
}
/** readSavedConfig reads the config of a saved image, and hashes it, whatever its file name. Throws a FileProblem. */
async function readSavedConfig(storage, { config }) {
    const bytes = await bytesOf(await needed(storage, config), `its config ${quoted(config)}`, image_document/* LARGEST_DOCUMENT */.zj);
    const digest = (0,image_digest/* digestOf */.ol)(bytes);
    const named = digestIn(config);
    if (named !== undefined && named !== digest) {
        throw new FileProblem(`its config ${quoted(config)} was changed: its digest is ${digest}`, DAMAGED);
    }
    return { digest, bytes };
}
function parseSaved({ Config: config, RepoTags: tags, Layers: layers }) {
    if (typeof config !== 'string')
        throw new image_document/* ManifestProblem */.Rn('an image has no config');
    const image = { config, layers: texts(layers ?? [], 'layers') };
    return { key: digestIn(config) ?? config, names: texts(tags ?? [], 'names'), about: undefined, image };
}
/** The digest in the name of a file: `<hex>.json`, `sha256:<hex>`, `blobs/sha256/<hex>`. */
function digestIn(path) {
    const [, hex] = /(?:^|[/:])([0-9a-f]{64})(?:\.json)?$/.exec(path) ?? [];
    return hex === undefined ? undefined : (0,image_digest/* parseDigest */.m)(`sha256:${hex}`);
}
function texts(value, what) {
    if (Array.isArray(value) && value.every((text) => typeof text === 'string'))
        return value;
    throw new image_document/* ManifestProblem */.Rn(`an image has no list of ${what}`);
}

;// CONCATENATED MODULE: ./build/files/unpacked-image.js








/**
 * readUnpackedImage reads the config of a saved image and finds its layers. It reads compressed layers completely,
 * because only their content shows their digest. Throws a FileProblem.
 */
async function readUnpackedImage(storage, saved) {
    const config = await readSavedConfig(storage, saved);
    const platform = unpacked_image_configOf(config);
    const { length } = saved.layers;
    if (platform.diffIds.length !== length) {
        throw new FileProblem(`the image has ${length} layers, but its config ${config.digest} ${platform.diffIds.length}`);
    }
    const layers = [];
    for (const [at, diffId] of platform.diffIds.entries()) {
        // A repeated layer is read once.
        const known = layers.find((layer) => layer.diffId === diffId);
        layers.push(known ?? (await storedLayer(await needed(storage, saved.layers[at] ?? ''), diffId)));
    }
    return {
        kind: 'unpacked',
        config,
        platform,
        manifestDigest: undefined,
        narrowedFrom: undefined,
        leftBehind: [],
        layers,
    };
}
function unpacked_image_configOf({ digest, bytes }) {
    try {
        return (0,config/* parseConfig */.o4)(bytes);
    }
    catch (cause) {
        if (!(cause instanceof image_document/* ManifestProblem */.Rn))
            throw cause;
        throw new FileProblem(`its config ${digest} is not that of an image: ${cause.message}`, { cause });
    }
}
/** storedLayer reads how a layer is stored from its content. Throws a FileProblem if its diff_id is another one. */
async function storedLayer(stored, diffId) {
    const compression = compressionOf(await startOf(stored));
    if (compression === 'none')
        return { stored, diffId, compression, digest: diffId };
    const found = await digestsOf(copied(stored.read()), diffId);
    if (found.diffId !== diffId) {
        throw new FileProblem(`its layer ${(0,image_digest/* shortDigest */.VK)(diffId)} was changed: it decompresses to something else`, DAMAGED);
    }
    return { stored, diffId, compression, digest: found.digest };
}

;// CONCATENATED MODULE: ./build/files/stored-image.js













/**
 * readStored reads an OCI layout, or an archive of `docker save` and similar tools. Newer engines write both into one
 * archive, and programs read one or the other: so both must name the same image. The layout counts, because it has more
 * digests. The exception is a layout with uncompressed layers, which an engine with the graph driver saves: no registry
 * should get these uncompressed. Throws a FileProblem or an ImageProblem.
 */
async function readStored(storage, { form, wanted }) {
    const hasLayout = (await storage.find(LAYOUT_FILE)) !== undefined;
    const isSaved = (await storage.find(SAVED_FILE)) !== undefined;
    const lacks = lackOf({ form, hasLayout, isSaved });
    if (lacks !== undefined)
        throw new FileProblem(`it has no ${lacks}`, { hint: AS_WHAT });
    if (!hasLayout)
        return readUnpackedImage(storage, choose(await listSaved(storage), wanted));
    const content = storedContent(storage);
    if (!isSaved)
        return stored_image_packed(await wholeImage(content, await rootInLayout(storage, content, wanted)));
    const found = form === 'docker-archive' ? await asSaved(storage, wanted) : await asLayout(storage, wanted);
    const isPlain = form === undefined || form === 'docker-archive';
    return (isPlain ? await stored_image_unpacked(storage, found) : undefined) ?? stored_image_packed(found);
}
const AS_WHAT = 'A source is an OCI layout (a folder, or a tar archive of one), or a file from "docker save". A folder in the ' +
    'archive, or an archive in an archive, is not read.';
/** The file that is missing for the form that the user named. */
function lackOf({ form, hasLayout, isSaved }) {
    if (form === 'docker-archive')
        return isSaved ? undefined : SAVED_FILE;
    if (form !== undefined)
        return hasLayout ? undefined : LAYOUT_FILE;
    return hasLayout || isSaved ? undefined : `${LAYOUT_FILE} and no ${SAVED_FILE}`;
}
async function wholeImage(content, { root, beside, listed }) {
    const image = await (0,image_image/* readImage */.AM)(content, root);
    const leftBehind = notAttached(beside, image.manifests).map(({ digest, type }) => `${quoted(type)} (${digest})`);
    return { image, narrowedFrom: undefined, leftBehind, listed };
}
function stored_image_packed(found) {
    return { kind: 'packed', ...found };
}
/** The image that the layout names, which must be that of `manifest.json`, too. */
async function asLayout(storage, wanted) {
    const content = storedContent(storage);
    const inLayout = await rootInLayout(storage, content, wanted);
    const { root } = inLayout;
    const isDigest = wanted !== undefined && (0,image_digest/* parseDigest */.m)(wanted) !== undefined;
    const saved = await configsOf(storage, savedAs(await listSaved(storage), isDigest ? undefined : wanted));
    const found = await wholeImage(content, inLayout).catch((error) => whatIsThere(error, { content, root, saved }));
    const configs = found.image.platforms.map(({ manifest }) => manifest.config.digest);
    const agreeing = saved.filter((each) => configs.includes(each));
    // A digest names one image, whatever else is in the archive.
    const isOne = agreeing.length > 0 && (isDigest || agreeing.length === saved.length);
    if (!isOne)
        throw twoImages(saved, `its index.json leads to ${configs.join(', ')}`);
    return found;
}
/** The one platform that `manifest.json` names, with its manifest in the layout. */
async function asSaved(storage, wanted) {
    const content = storedContent(storage);
    const { digest } = await readSavedConfig(storage, choose(await listSaved(storage), wanted));
    for (const at of await listLayout(storage)) {
        const root = await (0,image_image/* readRoot */.XD)(content, at);
        const manifests = root.kind === 'manifest' ? [root] : await (0,image_image/* imagesThere */.Bv)(content, root);
        const manifest = manifests.find(({ config }) => config.digest === digest);
        if (manifest === undefined)
            continue;
        return narrowed(await (0,image_image/* readImage */.AM)(content, manifest), root);
    }
    throw twoImages([digest], 'its index.json leads to no image with that');
}
async function configsOf(storage, saved) {
    const configs = await Promise.all(saved.map((each) => readSavedConfig(storage, each)));
    return configs.map(({ digest }) => digest);
}
/**
 * Engines with the containerd store save an index with the platforms that they have, and name one in `manifest.json`.
 * If only that one exists, its manifest is the image, just as in a push by the engine.
 */
async function whatIsThere(error, { content, root, saved }) {
    const isIncomplete = error instanceof image_content/* ImageProblem */.d && error.missing.length > 0 && root.kind === 'index';
    const [only, ...others] = isIncomplete ? await (0,image_image/* imagesThere */.Bv)(content, root) : [];
    if (only === undefined || others.length > 0 || !saved.includes(only.config.digest))
        throw error;
    return narrowed(await (0,image_image/* readImage */.AM)(content, only), root);
}
/** narrowed is the one platform of an index that a file has; the rest is left behind. */
function narrowed(image, from) {
    if (from.kind === 'manifest')
        return { image, narrowedFrom: undefined, leftBehind: [], listed: [] };
    return { image, narrowedFrom: from.digest, leftBehind: (0,tested/* besides */.oN)(from, image.root.digest), listed: [] };
}
function twoImages(saved, but) {
    const named = saved.length === 0 ? 'no image' : `the config ${saved.join(', ')}`;
    return new FileProblem(`its ${SAVED_FILE} names ${named}, and ${but}: programs read it as different images`, {
        hint: 'Save the whole image again, and pass the file on unchanged. Nothing was published.',
    });
}
/** unpacked reads a saved image if one of its layers is not compressed; otherwise undefined. */
async function stored_image_unpacked(storage, { image: { root, platforms, configs }, narrowedFrom, leftBehind }) {
    const [platform] = platforms;
    if (root.kind !== 'manifest')
        return undefined;
    const stored = await Promise.all(root.layers.map((layer) => findBlob(storage, layer)));
    const found = stored.filter((layer) => layer !== undefined);
    if (found.length < stored.length || !(await hasPlain(found)))
        return undefined;
    const layers = [];
    for (const [at, layer] of found.entries()) {
        layers.push(await storedLayer(layer, platform.diffIds[at] ?? root.config.digest));
    }
    const bytes = configs.get(root.config.digest) ?? new Uint8Array();
    const config = { digest: root.config.digest, bytes };
    return { kind: 'unpacked', config, platform, manifestDigest: root.digest, narrowedFrom, leftBehind, layers };
}
async function hasPlain(layers) {
    for (const layer of layers)
        if (compressionOf(await startOf(layer)) === 'none')
            return true;
    return false;
}

;// CONCATENATED MODULE: ./build/files/local-files.js







/**
 * The files of this machine; relative paths start at the workspace. When the signal fires, reading stops with its
 * reason. `tell` gets a line about slow work.
 */
function localFiles(signal, tell = () => { }) {
    const workplace = { temporary: process.env.RUNNER_TEMP || (0,external_node_os_.tmpdir)(), signal, tell };
    return {
        async has(text) {
            return (await locate(text))?.holdsImage ?? false;
        },
        async open({ form, text }) {
            const place = await locate(text);
            if (place === undefined)
                throw notFound(text);
            return inWords(text, async () => {
                const storage = until(signal, await openStorage(place, form, workplace));
                try {
                    return imageFile(text, storage, await readStored(storage, { form, wanted: place.wanted }));
                }
                catch (error) {
                    await storage.close();
                    throw error;
                }
            });
        },
    };
}
/** Reading all layers may take minutes, but a cancelled run has only seconds. */
function until(signal, storage) {
    return {
        find: async (path) => {
            const stored = await storage.find(path);
            return stored && { size: stored.size, read: () => chunksUntil(signal, stored.read()) };
        },
        close: () => storage.close(),
    };
}
async function* chunksUntil(signal, chunks) {
    for await (const chunk of chunks) {
        signal.throwIfAborted();
        yield chunk;
    }
}
function notFound(text) {
    return new errors/* ActionError */.l('SOURCE_NOT_FOUND', `There is no file or folder "${text}".`, {
        hint: 'A relative path begins at the workspace of the job. If another job made the file, download its artifact in a step ' +
            'before this one, and name the file inside it.',
    });
}

// EXTERNAL MODULE: ./build/run/server.js
var server = __webpack_require__(6795);
// EXTERNAL MODULE: ./build/github/answer.js
var answer = __webpack_require__(7674);
// EXTERNAL MODULE: ./build/github/gitea.js
var gitea = __webpack_require__(3960);
// EXTERNAL MODULE: ./build/github/github.js
var github = __webpack_require__(8331);
;// CONCATENATED MODULE: ./build/github/history.js
/** How a commit relates to another one in the history of the repository (REST API, "Compare two commits"). */
const RELATIONS = ['identical', 'ahead', 'behind', 'diverged'];

// EXTERNAL MODULE: ./build/github/rest-github.js + 7 modules
var rest_github = __webpack_require__(1131);
;// CONCATENATED MODULE: ./build/github/rest-history.js






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
function restHistory(options) {
    const open = (0,rest_github.openRest)(options);
    return {
        relation: async (access, base, commit) => {
            if ((0,server/* isOfGitea */.e)(options.server))
                return (0,gitea.relationOf)(open(access), base, commit);
            const wanted = { basehead: `${base}...${commit}`, per_page: 1 };
            const compared = await open(access).get('GET /repos/{owner}/{repo}/compare/{basehead}', wanted, PERMISSION);
            if (compared === undefined)
                return undefined;
            const status = (0,answer/* text */.Qq)(compared, 'status');
            const relation = RELATIONS.find((each) => each === status);
            if (relation === undefined)
                throw new github/* ApiProblem */.A(`the API compares two commits as "${status}"`);
            return relation;
        },
        latestCommits: async (access, branch) => {
            const api = open(access);
            const wanted = { sha: branch, ...api.sized(LATEST) };
            const commits = await api.get('GET /repos/{owner}/{repo}/commits', wanted, PERMISSION);
            if (commits === undefined)
                return [];
            if (!Array.isArray(commits))
                throw new github/* ApiProblem */.A('the API lists no commits');
            return commits.map((commit) => (0,answer/* text */.Qq)(commit, 'sha'));
        },
        gitTags: async (access) => {
            const listing = { permission: PERMISSION, most: MOST_TAGS };
            const tags = await open(access).list('GET /repos/{owner}/{repo}/tags', {}, listing);
            return tags.map((tag) => ({ name: (0,answer/* text */.Qq)(tag, 'name'), commit: (0,answer/* text */.Qq)(tag, 'commit', 'sha') }));
        },
        isPrerelease: async (access, tag) => {
            const release = await open(access).get('GET /repos/{owner}/{repo}/releases/tags/{tag}', { tag }, PERMISSION);
            if (release === undefined)
                return false;
            const isPrerelease = (0,answer/* field */.ZZ)(release, 'prerelease');
            if (typeof isPrerelease !== 'boolean')
                throw new github/* ApiProblem */.A('the API does not say whether it is a prerelease');
            return isPrerelease;
        },
    };
}

// EXTERNAL MODULE: ./build/http/client.js + 5 modules
var http_client = __webpack_require__(7844);
// EXTERNAL MODULE: ./build/http/http.js
var http_http = __webpack_require__(2321);
// EXTERNAL MODULE: ./build/http/transient-answers.js
var transient_answers = __webpack_require__(6489);
// EXTERNAL MODULE: ./build/text/loopback.js
var loopback = __webpack_require__(4153);
// EXTERNAL MODULE: ./build/time/persistence.js
var persistence = __webpack_require__(6459);
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
    const code = (0,transient_answers/* errorCode */.CA)(thrown);
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
        this.#persistence = new persistence/* Persistence */.y(options.clock, options.signal);
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
        if (url.protocol !== 'https:' && !(url.protocol === 'http:' && (0,loopback/* isLoopback */.U)(url.hostname)))
            throw malformedAnswer(who, `${url.origin} does not use TLS`);
        const request = { method, url, headers, limit, ...(body === undefined ? {} : { body }) };
        try {
            const answer = await http.open(request).then(http_http/* readAnswer */.JN);
            return { result: () => answer, transience: (0,transient_answers/* transienceOfAnswer */.Ah)(answer, clock.date(), isBusy(answer)) };
        }
        catch (thrown) {
            signal.throwIfAborted();
            const fail = () => {
                throw noExchange(who, url.host, thrown);
            };
            return { result: fail, transience: (0,transient_answers/* transienceOfError */.ML)(thrown) };
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
    const narrow = await azure_acr_narrowed(exchange, { registry, refresh, claims }, asked);
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
async function azure_acr_narrowed(exchange, login, scope) {
    const access = await askForAccess(exchange, login, scope);
    if (access !== undefined && (await isPassword(exchange, access, { ...login, scope }))) {
        const mountFrom = scope.mountFrom.filter((path) => missingActions(access, path, 'pull').length === 0);
        return { token: access, scope: { ...scope, mountFrom } };
    }
    return scope.mountFrom.length === 0 ? undefined : azure_acr_narrowed(exchange, login, { ...scope, mountFrom: [] });
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
function cloudKeyless({ signal, mask, clock = time_clock/* systemClock */.m, environment = () => process.env, ...more }) {
    const withDesk = async (work) => {
        const http = more.http ?? (0,http_client/* httpClient */.o)({ signal });
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

;// CONCATENATED MODULE: ./build/compression/unpacking-lanes.js
/**
 * How many blobs are decompressed at the same time. For each of them, zstd keeps up to 128 MiB in memory to look back;
 * gzip keeps 32 KiB, and a few downloads at once already use the whole bandwidth.
 */
const LANES = { zstd: 1, other: 4 };
/** UnpackingLanes limits the memory of all downloads that are decompressed, however many there are. */
class UnpackingLanes {
    #zstd = new Lanes(LANES.zstd);
    #other = new Lanes(LANES.other);
    /** run waits for a free lane, chosen by the blob's media type. */
    run({ mediaType }, work) {
        return (isZstdType(mediaType) ? this.#zstd : this.#other).run(work);
    }
}
/** isZstdType is true if the media type of a layer means zstd (image-spec, layer.md, and Docker's type). */
function isZstdType(mediaType) {
    return /[+.]zstd$/.test(mediaType);
}
class Lanes {
    #waiting = [];
    #free;
    constructor(free) {
        this.#free = free;
    }
    async run(work) {
        await this.#enter();
        try {
            return await work();
        }
        finally {
            this.#leave();
        }
    }
    async #enter() {
        if (this.#free > 0) {
            this.#free -= 1;
            return;
        }
        const { promise, resolve } = Promise.withResolvers();
        this.#waiting.push(resolve);
        await promise;
    }
    /** The lane goes to the blob that has waited longest. */
    #leave() {
        const next = this.#waiting.shift();
        if (next === undefined)
            this.#free += 1;
        else
            next();
    }
}

// EXTERNAL MODULE: ./build/http/failure.js
var failure = __webpack_require__(1923);
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
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(7030);
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
function ociErrors(answer) {
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
    return understood(asked, answer) ?? told(asked, answer, { code, hint: hintFor(asked, answer, code) });
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
    if (ociErrors(answer).length > 0)
        return REFUSED_HINT;
    return answer.status >= 500 ? FAILED_HINT : HINTS[code];
}
/** understood is `refusal` for an answer that registries are known to give; undefined for any other. */
function understood(asked, answer) {
    const known = knownOf(asked, answer);
    return known && told(asked, answer, { code: known.means, hint: known.hint });
}
function told(asked, answer, { code, hint }) {
    const said = wordsOf(ociErrors(answer));
    // Some registries end their message with a full stop.
    const words = said.length > 0 ? `: ${said.slice(0, 3).join('; ').replace(/\.$/, '')}` : '';
    const message = `${asked.method} ${redacted(asked.url)} was answered with status ${answer.status}${words}.`;
    return new errors/* ActionError */.l(code, message, { hint });
}
function knownOf({ method, url, puts }, answer) {
    const errors = ociErrors(answer);
    const isUpload = method === 'POST' && url.pathname.endsWith('/blobs/uploads/');
    // An answer that is no error of the specification may be the page of a proxy, which says what it wants.
    const words = errors.length > 0 ? wordsOf(errors).join('\n') : new TextDecoder().decode(answer.body);
    return knownAnswer({ status: answer.status, words, to: isUpload ? 'upload' : puts });
}
function refusalCode(answer) {
    const codes = ociErrors(answer).map(({ code }) => code);
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
    const code = (0,transient_answers/* errorCode */.CA)(thrown);
    const words = thrown instanceof Error ? (0,printable/* oneLine */.TN)(thrown.message) : String(thrown);
    if (WANTS_CERTIFICATE.test(words))
        return wantsCertificate(host, thrown);
    if ((0,failure/* isOfTrust */.c2)(code)) {
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
    if ((thrown instanceof http_http/* HttpProblem */.AF && !thrown.isTransient) || NOT_HTTP.test(code)) {
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
async function untilSettled({ clock, signal }, { look, settled, lag = AFTER_WRITE }) {
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
const DOCUMENT_LIMIT = image_document/* LARGEST_DOCUMENT */.zj;
/** All types of manifests: images, and whatever else registries have under tags and digests. */
const ANY_MANIFEST = [
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
    return answer.status === 412 && ociErrors(answer).some(({ message }) => SCANNING.test(message));
}
/** fetchDocument reads a complete manifest or config; undefined if it does not exist. */
async function fetchDocument(access, path, accept) {
    const registry = await access.session();
    const request = { method: 'GET', path, headers: { accept }, limit: DOCUMENT_LIMIT };
    const answer = await untilSettled(access, {
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
function mismatch(message) {
    return new errors/* ActionError */.l('DIGEST_MISMATCH', message, {
        hint: 'Do not deploy it. Ask the operator of the registry (or of a proxy in front of it) why its content differs. Then push again.',
    });
}

;// CONCATENATED MODULE: ./build/registry/open-blob.js






/** If a connection brought at least this many bytes and breaks, it counts as the first failure again. */
const WORTH = 1 << 20;
/**
 * openBlob streams a blob (distribution-spec, "Pulling blobs"), and hashes it. If a connection breaks, it continues
 * with a range request, or without range support starts again and skips what it has. The last chunk follows only if the
 * hash is right. Throws CONTENT_MISSING, DIGEST_MISMATCH, or why it could not be read.
 */
function openBlob(access, blob) {
    return { [Symbol.asyncIterator]: () => open_blob_checked(access, blob) };
}
async function* open_blob_checked(access, { digest, size }) {
    const hash = (0,external_node_crypto_.createHash)(digest.slice(0, digest.indexOf(':')));
    let held;
    for await (const chunk of whole(access, { digest, size })) {
        if (held !== undefined)
            yield held;
        hash.update(chunk);
        held = chunk;
    }
    if (`${digest.slice(0, digest.indexOf(':'))}:${hash.digest('hex')}` !== digest) {
        throw mismatch(`The registry serves other bytes than those of the blob ${digest}.`);
    }
    if (held !== undefined)
        yield held;
}
/** All bytes of a blob, over as many connections as needed; never more than its size. */
async function* whole(access, part) {
    const { digest, size } = part;
    let at = 0;
    for (let failed = 0, spent = 0; at < size;) {
        const before = at;
        let broken = mismatch(`The registry serves fewer than the ${size} bytes of the blob ${digest}.`);
        try {
            for await (const chunk of await bytesFrom(access, part, at)) {
                if (at + chunk.byteLength > size)
                    throw tooLong(part);
                at += chunk.byteLength;
                yield chunk;
            }
        }
        catch (error) {
            if (error instanceof http_http/* BodyTooLong */.Jp)
                throw tooLong(part);
            if (error instanceof errors/* ActionError */.l)
                throw error;
            broken = error;
        }
        if (at === size)
            return;
        failed = at - before >= WORTH ? 1 : failed + 1;
        const pause = (0,retry/* pauseBefore */.GB)({ kind: 'transient' }, { failed, spent }, Math.random());
        if (pause === undefined)
            throw noAnswer((await access.session()).asked(requestFor(access, part, at)), broken);
        spent += pause;
        await access.clock.sleep(pause, access.signal);
    }
}
function tooLong({ digest, size }) {
    return mismatch(`The registry serves more than the ${size} bytes of the blob ${digest}.`);
}
function requestFor({ base }, { digest, size }, at) {
    const headers = at === 0 ? {} : { range: `bytes=${at}-` };
    // One extra byte is noticed, and does not look like a failed connection.
    return { method: 'GET', path: `${base}/blobs/${digest}`, headers, limit: size + 1 };
}
/** The bytes from `at` on, or an ActionError that says why there are none. */
async function bytesFrom(access, part, at) {
    const registry = await access.session();
    const request = requestFor(access, part, at);
    const opened = await registry.read(request, async (stream) => begun(stream, at));
    if ('bytes' in opened)
        return opened.bytes;
    const { refused } = opened;
    // If it cannot continue, it starts again.
    if (at > 0 && (refused.status === 416 || refused.status === 206)) {
        const again = await registry.read({ ...request, headers: {} }, async (stream) => begun(stream, at));
        if ('bytes' in again)
            return again.bytes;
        throw unserved(access, part, again.refused, registry.asked(request));
    }
    throw unserved(access, part, refused, registry.asked(request));
}
async function begun(stream, at) {
    const { status, headers, body } = stream;
    if (status === 200)
        return { bytes: at === 0 ? body : passedOver(body, at) };
    if (status === 206 && at > 0 && headers['content-range']?.startsWith(`bytes ${at}-`) === true)
        return { bytes: body };
    if (status >= 400)
        return { refused: await (0,http_http/* readAnswer */.JN)(stream) };
    // This is not the blob, but may be as long.
    stream.cancel();
    return { refused: { status, headers, body: new Uint8Array() } };
}
async function* passedOver(body, bytes) {
    let left = bytes;
    for await (const chunk of body) {
        if (chunk.byteLength > left)
            yield chunk.subarray(left);
        left = Math.max(0, left - chunk.byteLength);
    }
}
function unserved({ name }, { digest }, answer, asked) {
    if (answer.status !== 404)
        return answers_refusal(asked, answer);
    return new errors/* ActionError */.l('CONTENT_MISSING', `${name} does not have the blob ${digest}.`, {
        hint: 'Push the whole image there again.',
    });
}

;// CONCATENATED MODULE: ./build/registry/blobs.js








/** blobsAt reads blobs (distribution-spec, "Pulling blobs" and "Checking if content exists in the registry"). */
function blobsAt(access, lanes) {
    return {
        readBlob: (blob) => awaited(access, () => readBlob(access, blob)),
        sizeOfBlob: (blob) => awaited(access, () => sizeOfBlob(access, blob)),
        digestBlob: (blob) => awaited(access, () => lanes.run(blob, () => digestBlob(access, blob))),
        openBlob: (blob) => openBlob(access, blob),
        hasBlob: (blob) => hasBlob(access, blob),
    };
}
/** A manifest names the blob, so a missing blob should appear soon. */
function awaited(access, look) {
    return untilSettled(access, { look, settled: (seen) => seen !== undefined });
}
async function readBlob(access, { digest, size }) {
    const answer = await fetchDocument(access, `${access.base}/blobs/${digest}`, '*/*');
    if (answer === undefined)
        return undefined;
    if (!(0,image_digest/* matches */.cK)(digest, answer.body) || answer.body.byteLength !== size) {
        throw mismatch(`The registry serves other bytes than those of the blob ${digest}.`);
    }
    return answer.body;
}
/** True only if the blob is there for certain; otherwise it is uploaded, and that does no harm. */
async function hasBlob(access, blob) {
    return (await sizeOfBlob(access, blob).catch(() => undefined)) === blob.size;
}
/**
 * HEAD shows what a registry remembers: with a cache of descriptors, it still reports a blob after its bytes were
 * deleted. That cache does not have the first byte.
 */
async function sizeOfBlob({ base, session }, { digest, size }) {
    const registry = await session();
    const path = `${base}/blobs/${digest}`;
    const look = (headers) => registry.read({ method: 'GET', path, headers, limit: size }, (stream) => firstByte(stream, size));
    const ranged = await look({ range: 'bytes=0-0' });
    // An empty blob has no first byte, and some registries do not support ranges.
    const seen = ranged.status === 416 ? await look({}) : ranged;
    const { status, headers, hasBegun } = seen;
    if (status === 404)
        return undefined;
    if (status !== 200 && status !== 206) {
        throw answers_refusal(registry.asked({ method: 'GET', path }), { ...seen, body: new Uint8Array() });
    }
    const [, total] = /^bytes [^/]*\/(\d+)$/.exec(headers['content-range'] ?? '') ?? [];
    const stated = wholeNumber(status === 200 ? headers['content-length'] : total);
    return hasBegun ? (stated ?? size) : undefined;
}
/**
 * If a body breaks off before its first byte, we do not retry immediately: the blob counts as missing, and is awaited.
 */
async function firstByte(stream, size) {
    const { status, headers, body, cancel } = stream;
    if (status !== 200 && status !== 206) {
        // Nobody needs the text of the error, but the connection can be reused only after reading it.
        if (status >= 400)
            void (0,http_http/* readAnswer */.JN)(stream).catch(() => undefined);
        else
            cancel();
        return { status, headers, hasBegun: false };
    }
    let hasBegun = size === 0;
    try {
        for await (const chunk of body) {
            hasBegun ||= chunk.byteLength > 0;
            // We read one byte to its end, so that the connection can be reused.
            if (status === 200)
                break;
        }
    }
    catch (error) {
        hasBegun ||= error instanceof http_http/* BodyTooLong */.Jp;
    }
    return { status, headers, hasBegun };
}
async function digestBlob({ base, session }, { digest, size, mediaType }) {
    const registry = await session();
    const request = { method: 'GET', path: `${base}/blobs/${digest}`, headers: {}, limit: size };
    const tooLong = (error) => {
        if (!(error instanceof http_http/* BodyTooLong */.Jp))
            throw error;
        throw mismatch(`The registry serves more than the ${size} bytes of the blob ${digest}.`);
    };
    const read = await registry.read(request, async (stream) => {
        if (stream.status === 200)
            return digestsOf(stream.body, digest, windowFor(mediaType)).catch(tooLong);
        if (stream.status >= 400)
            return (0,http_http/* readAnswer */.JN)(stream);
        // This is not the layer, but may be as long.
        stream.cancel();
        return { ...stream, body: new Uint8Array() };
    });
    if (!('status' in read))
        return read;
    if (read.status === 404)
        return undefined;
    throw answers_refusal(registry.asked(request), read);
}
/**
 * A layer that is not declared as zstd shares memory with others; if it is zstd anyway, its window is at most 8 MiB.
 */
function windowFor(mediaType) {
    return isZstdType(mediaType) ? LARGEST_WINDOW : 23;
}
function wholeNumber(text) {
    return text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : undefined;
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
    if (!(0,loopback/* isLoopback */.U)(registry.hostname))
        return { registry };
    const plain = greeting(new URL(`http://${host}`), options);
    const client = (0,http_client/* httpClient */.o)({ ...options, connectWithin: GREETING });
    try {
        // Only to see whether it is TLS: the connections of this client are not used further.
        const answer = await client.open({ ...pingOf(registry), ahead: 0 });
        plain.client.close();
        const read = await (0,http_http/* readAnswer */.JN)(answer).catch(() => undefined);
        return read === undefined ? { registry } : { registry, greeting: read };
    }
    catch (error) {
        options.signal.throwIfAborted();
        const isNotTls = address_of_registry_NOT_TLS.includes((0,transient_answers/* errorCode */.CA)(error)) || (error instanceof http_http/* HttpProblem */.AF && error.lost === GREETING);
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
    const { timer = time_clock/* systemTimer */.t } = options;
    const client = (0,http_client/* httpClient */.o)(options);
    const isOver = timer(GREETING, () => client.close());
    const address = client
        .open(pingOf(registry))
        .then(http_http/* readAnswer */.JN)
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
    constructor(registry, options, { connect = http_client/* httpClient */.o, own } = {}) {
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

;// CONCATENATED MODULE: ./build/registry/manifests.js









/** Always all four: with fewer, registries answer "unknown" or convert the manifest into another type. */
const ACCEPT = Object.values(media_types/* MEDIA_TYPES */.Z2).join(', ');
/** manifestsAt reads and writes manifests (distribution-spec, "Pulling manifests" and "Pushing Manifests"). */
function manifestsAt(access) {
    const { name: repository, base } = access;
    const readManifest = async (name) => {
        const answer = await fetchDocument(access, `${base}/manifests/${name}`, ACCEPT);
        return answer === undefined ? undefined : manifests_checked(answer, `${repository} ${name}`, (0,image_digest/* parseDigest */.m)(name));
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
    const answer = await sendManifest(access, put);
    if (answer === undefined || isTaken(answer))
        return answer;
    throw await notTaken(access, put, answer);
}
/** isTaken tells whether an answer means that a manifest was accepted. */
function isTaken({ status }) {
    return status >= 200 && status <= 204;
}
/** notTaken is the error that says why a manifest was not accepted. */
async function notTaken({ base, session }, { name, manifest: { mediaType, bytes } }, answer) {
    const asked = (await session()).asked({ method: 'PUT', path: `${base}/manifests/${name}` });
    return answers_refusal({ ...asked, puts: kindOf(mediaType, bytes) }, answer);
}
/**
 * sendManifest puts a manifest, and retries as long as that may help. If only the answer was lost, the manifest exists:
 * it is not put again, because Harbor would scan it again, and there is no answer. A part that the registry does not
 * have yet may appear soon.
 */
async function sendManifest(access, { name, manifest: { bytes, mediaType }, headers: condition }) {
    const path = `${access.base}/manifests/${name}`;
    const headers = { 'content-type': mediaType, ...condition };
    const request = { method: 'PUT', path, headers, body: bytes, limit: DOCUMENT_LIMIT, stores: true };
    const registry = await access.session();
    let isAgain = false;
    const put = async () => {
        if (isAgain && (await manifests_isThere(access, name, bytes)))
            return { result: () => undefined, transience: retry/* FINAL */.XU };
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
    if (mediaType === media_types/* MEDIA_TYPES */.Z2.ociIndex || mediaType === media_types/* MEDIA_TYPES */.Z2.dockerList)
        return 'index';
    if (new TextDecoder().decode(bytes).includes('application/vnd.in-toto+json'))
        return 'attestation';
    return mediaType === media_types/* MEDIA_TYPES */.Z2.dockerManifest ? 'docker-manifest' : undefined;
}
/**
 * checked parses the exact bytes; they must have the digest that was requested and the one in the header. Throws
 * DIGEST_MISMATCH or REGISTRY_ANSWER.
 */
function manifests_checked(answer, what, wanted) {
    const claimed = answer.headers['docker-content-digest'];
    const header = claimed === undefined ? undefined : (0,image_digest/* parseDigest */.m)(claimed);
    if (wanted !== undefined && !(0,image_digest/* matches */.cK)(wanted, answer.body)) {
        throw mismatch(`The registry serves other bytes under the digest of ${what}.`);
    }
    if (claimed !== undefined && (header === undefined || !(0,image_digest/* matches */.cK)(header, answer.body))) {
        throw mismatch(`For ${what} the registry names the digest "${claimed}", which is not that of the bytes it serves.`);
    }
    try {
        return (0,manifest/* parseManifest */.N)(answer.body, answer.headers['content-type'] ?? '');
    }
    catch (cause) {
        if (!(cause instanceof image_document/* ManifestProblem */.Rn))
            throw cause;
        throw new errors/* ActionError */.l('REGISTRY_ANSWER', `What the registry serves for ${what} is no image: ${cause.message}.`, {
            hint: 'Check that "image" names a registry and not a web page, and what was pushed under this name.',
            cause,
        });
    }
}

// EXTERNAL MODULE: external "node:tls"
var external_node_tls_ = __webpack_require__(1692);
// EXTERNAL MODULE: ./build/http/certificate-bundle.js
var certificate_bundle = __webpack_require__(859);
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
    const own = caFile === undefined ? [] : await (0,certificate_bundle/* readBundle */.Bo)(caFile);
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
    const names = await (0,promises_.readdir)(folder).catch(() => []);
    const texts = names
        .filter((name) => name.endsWith('.crt'))
        .map((name) => (0,certificate_bundle/* readRegular */.VX)((0,external_node_path_.join)(folder, name)).catch(() => ''));
    return (await Promise.all(texts)).flatMap(certificate_bundle/* certificatesIn */.Yc);
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
    if (url.protocol !== 'https:' && !(url.protocol === 'http:' && (0,loopback/* isLoopback */.U)(url.hostname))) {
        return refuse('it does not use TLS');
    }
    if (authHosts.includes(url.host))
        return { ok: true, url };
    if ((0,loopback/* isLoopback */.U)(url.hostname))
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
    if (url.protocol !== 'https:' && !(0,loopback/* isLoopback */.U)(url.hostname)) {
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
async function redirects_follow(request, { registry, authorization, open }) {
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

// EXTERNAL MODULE: ./build/secret/jwt.js
var jwt = __webpack_require__(7768);
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
    const asked = token_requestFor(scheme, claim);
    assertPrivate(asked.url);
    const answer = await exchange(asked);
    if (answer.status !== 200)
        throw credential === undefined ? answers_refusal(asked, answer) : loginRefusal(asked, answer);
    const token = readToken(answer, claim.date);
    if (token === undefined)
        throw answers_refusal(asked, answer);
    return token;
}
function token_requestFor({ realm, service }, { credential, scope }) {
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
    const { exp, iat, nbf } = (0,jwt/* claimsOf */.ds)(text) ?? {};
    const [end, beginning] = [(0,jwt/* timeOf */.nR)(exp), (0,jwt/* timeOf */.nR)(iat) ?? (0,jwt/* timeOf */.nR)(nbf) ?? date];
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
    const access = (0,jwt/* claimsOf */.ds)(text)?.access;
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
    const isBusy = head.status >= 400 && hasBody(read) && ociErrors(read).some(({ code }) => TRANSIENT_CODES.includes(code));
    return (0,transient_answers/* transienceOfAnswer */.Ah)(head, date, isBusy);
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
        this.#persistence = new persistence/* Persistence */.y(options.clock, options.signal);
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
        const once = async (request) => (0,http_http/* readAnswer */.JN)(await this.#options.network.open(request));
        return fetchToken(once, scheme, { credential, scope, date: this.#options.clock.date() }).then((token) => this.#masked(token), () => undefined);
    }
    /** send sends a request and reads the whole answer, with any status. */
    async send(request) {
        return this.#persist(this.asked(request), () => this.#open(request), http_http/* readAnswer */.JN);
    }
    /** sendOnce is `send` without retries, if there is another way after a failure. */
    async sendOnce(request) {
        return (await this.attempt(request)).result();
    }
    /** leave sends a request whose result nobody needs: once, with the current login. */
    async leave(request) {
        const scheme = await this.#learnScheme();
        const shown = scheme.kind === 'none' ? undefined : await this.#authorize(scheme);
        await (0,http_http/* readAnswer */.JN)((await this.#follow(request, shown)).answer);
    }
    /** attempt is one try of `send`, for `persist`. */
    async attempt(request) {
        return this.#attempt(this.asked(request), () => this.#open(request), http_http/* readAnswer */.JN);
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
        return this.#persist(request, () => this.#options.network.open(request), http_http/* readAnswer */.JN);
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
            return { result: () => fail(noAnswer(asked, thrown)), transience: (0,transient_answers/* transienceOfError */.ML)(thrown) };
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
        const refused = await (0,http_http/* readAnswer */.JN)(first.answer);
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
        return redirects_follow({ ...request, url: new URL(path, registry) }, { registry, authorization, open });
    }
}
function fail(error) {
    throw error;
}

;// CONCATENATED MODULE: ./build/registry/open-access.js






/** openAccess creates the access to one repository; its session opens on first use. */
async function openAccess({ repository, credential, caFile, authHosts, mountFrom = [], actions }, { signal, mask, onHead, warn = () => { }, clock = time_clock/* systemClock */.m, timer = time_clock/* systemTimer */.t, hosts = new Hosts(), trustFor = certificates_trustFor, }) {
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

;// CONCATENATED MODULE: ./build/image/referrers-list.js



/** The list to start from if none exists. */
const NO_REFERRERS = {
    document: { schemaVersion: 2, mediaType: media_types/* MEDIA_TYPES */.Z2.ociIndex },
    entries: [],
};
/** readReferrersList reads such a list. Throws a ManifestProblem if it is no image index: we do not overwrite that. */
function readReferrersList(bytes, mediaType) {
    const { manifests, ...document } = (0,image_document/* readDocument */.u0)(bytes);
    // Programs in Go may write null for a list without entries.
    const isEmpty = manifests === null;
    const index = (0,manifest/* parseManifest */.N)(isEmpty ? withEntries(document, []) : bytes, mediaType);
    if (index.mediaType !== media_types/* MEDIA_TYPES */.Z2.ociIndex || index.kind !== 'index')
        throw new image_document/* ManifestProblem */.Rn('it is not an image index');
    if (isEmpty)
        return { document, entries: [] };
    const descriptors = (0,image_document/* parseList */.E1)(manifests, 'manifests');
    return {
        document,
        entries: index.children.map(({ digest }, at) => ({ digest, descriptor: descriptors[at] ?? {} })),
    };
}
/** writeReferrersList returns the list as bytes, with more entries at the end; all other fields stay as they are. */
function writeReferrersList({ document, entries }, more) {
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
class FallbackList {
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
            if (!(error instanceof errors/* ActionError */.l && error.code === 'CONTENT_MISSING'))
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
            if (!(cause instanceof image_document/* ManifestProblem */.Rn))
                throw cause;
            throw this.#noList(cause.message, cause);
        }
    }
    #noList(why, cause) {
        const message = `The tag ${this.#place.name} is not a list of what is attached to an image: ${why}.`;
        return new errors/* ActionError */.l('REFERRER_REFUSED', message, {
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
        return new errors/* ActionError */.l('REFERRER_REFUSED', message, {
            hint: 'Give the workflows that sign or attest this image a "concurrency" group, so that only one of them runs at a time, and run this job again.',
        });
    }
}

;// CONCATENATED MODULE: ./build/registry/list-place.js








/** The first and the longest pause between two tries to write a list, in milliseconds. */
const list_place_PAUSE = { first: 100, longest: 3_000 };
/** The status if a condition does not hold (RFC 9110, 15.5.13), or if a write collides with another one. */
const NOT_SO = [409, 412];
/** listPlace is the fallback tag of a manifest in a repository. */
function listPlace(access, subject) {
    const { base, name, clock, signal } = access;
    const tag = (0,referrer_tag/* fallbackTag */.fH)(subject);
    const look = async () => {
        const answer = await fetchDocument(access, `${base}/manifests/${tag}`, ANY_MANIFEST);
        if (answer === undefined)
            return undefined;
        const { body: bytes, headers } = answer;
        const mediaType = headers['content-type'] ?? '';
        const isSubject = (0,image_digest/* matches */.cK)(subject, bytes);
        return { digest: (0,image_digest/* digestOf */.ol)(bytes), bytes, mediaType, etag: strongTag(headers.etag), isSubject };
    };
    return {
        name: `${name}:${tag}`,
        look,
        lookAfter: (before) => untilSettled(access, { look, settled: (seen) => seen?.digest !== before }),
        write: async (bytes, condition) => {
            const manifest = { bytes, mediaType: media_types/* MEDIA_TYPES */.Z2.ociIndex };
            const put = { name: tag, manifest, headers: headersOf(condition) };
            const answer = await sendManifest(access, put);
            if (answer === undefined || isTaken(answer))
                return true;
            const asked = (await access.session()).asked({ method: 'PUT', path: `${base}/manifests/${tag}` });
            const isRefused = understood(asked, answer) !== undefined;
            if (condition.kind !== 'none' && NOT_SO.includes(answer.status) && !isRefused)
                return false;
            throw await refused(access, { put, answer, what: `the tag ${tag}, which lists what is attached to an image` });
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
const REFUSALS = ['REGISTRY_ANSWER', 'TAG_EXISTS', 'PUSH_FAILED'];
/** From a registry that has just accepted an image, this status means the same (RFC 9110, 15.5.6). */
const NOT_ALLOWED = 405;
/** refused is the error if a registry does not accept a referrer; for other answers, it is their own error. */
async function refused(access, { put, answer, what }) {
    const error = await notTaken(access, put, answer);
    const isFixed = error.code === 'TAG_EXISTS';
    if (!REFUSALS.includes(error.code) && answer.status !== NOT_ALLOWED)
        return error;
    const message = isFixed
        ? `The registry does not allow ${what} to be overwritten: ${error.message}`
        : `The registry rejected ${what}: ${error.message}`;
    return new errors/* ActionError */.l('REFERRER_REFUSED', message, { hint: isFixed ? FIXED_HINT : list_place_REFUSED_HINT, cause: error });
}
const FIXED_HINT = 'This registry has no referrers API, so the list of what is attached to an image is under a tag such as "sha256-<digest>", and is overwritten for each new entry: exclude tags of this form from the rule that makes tags immutable.';
const list_place_REFUSED_HINT = 'Check whether this registry accepts manifests with a "subject" (OCI 1.1), and of which types. A newer version may.';

;// CONCATENATED MODULE: ./build/registry/listing.js



/** How many entries we request at a time. */
const PAGE = 1000;
/** Most entries, and most bytes of one page: registries without pages send everything at once. */
const listing_MOST_ENTRIES = 200_000;
const PAGE_LIMIT = (/* unused pure expression or super */ null && (16 * 1024 * 1024));
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
        if (entries.length > listing_MOST_ENTRIES)
            throw unending(`has more than ${listing_MOST_ENTRIES} entries`);
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
    const isList = Array.isArray(tags) && tags.every((tag) => typeof tag === 'string' && isTag(tag));
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
        throw refusal(registry.asked(request), answer);
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
        const tag = (0,referrer_tag/* fallbackTag */.fH)(subject);
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
            const mayBeListed = answer === undefined || (0,image_digest/* parseDigest */.m)(answer.headers['oci-subject'] ?? '') === subject;
            if (mayBeListed && (await isListed(manifest.digest, subject)))
                return;
            await indexOf(subject).add(referrers_list_entryOf(referrer));
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
                isThereAny = ociErrors(answer).some(({ code }) => NOT_THERE.includes(code));
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
    const isSaid = () => ociErrors(answer).some(({ code }) => [...NOT_THERE, 'UNSUPPORTED'].includes(code));
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
    const tag = (0,referrer_tag/* fallbackTag */.fH)(subject);
    const answer = await fetchDocument(access, `${access.base}/manifests/${tag}`, ANY_MANIFEST);
    if (answer === undefined || (0,image_digest/* matches */.cK)(subject, answer.body))
        return [];
    return referrers_inWords(`${access.name}:${tag}`, () => {
        const { entries } = readReferrersList(answer.body, answer.headers['content-type'] ?? '');
        return entries.map(({ digest }) => digest);
    });
}
async function readReferrer(access, digest, subject) {
    const answer = await fetchDocument(access, `${access.base}/manifests/${digest}`, ANY_MANIFEST);
    if (answer === undefined)
        return undefined;
    if (!(0,image_digest/* matches */.cK)(digest, answer.body))
        throw mismatch(`The registry serves other bytes under the digest ${digest} of ${access.name}.`);
    return referrers_inWords(`${access.name}@${digest}`, () => {
        const referrer = (0,image_referrer/* parseReferrer */.X)(answer.body, answer.headers['content-type'] ?? '');
        if (referrer.subject !== subject)
            throw new image_document/* ManifestProblem */.Rn(`it is attached to ${referrer.subject}, and not to ${subject}, where it is listed`);
        // Our own hash is a SHA-256; the registry may use another algorithm.
        return { ...referrer, manifest: { ...referrer.manifest, digest } };
    });
}
function referrers_inWords(what, read) {
    try {
        return read();
    }
    catch (cause) {
        if (!(cause instanceof image_document/* ManifestProblem */.Rn))
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

;// CONCATENATED MODULE: ./build/registry/rights.js




/** Most bytes that we read of a list of tags; we only need the reason in its error. */
const LIST_LIMIT = 64 * 1024;
/**
 * proveRights signs in, and reads the access that the token states, if any: so missing access is reported before the
 * upload. Throws LOGIN_FAILED, REGISTRY_DENIED, or the reason that the registry itself gives.
 */
async function proveRights(access) {
    const { name, path, mountFrom, warn, actions } = access;
    const needed = actions === 'pull' ? 'pull' : 'push';
    const session = await access.session();
    await session.signIn();
    const token = await session.ownToken();
    const mayNotMount = (other) => warn(`the credential may not read ${other}, so no layer is mounted from there, and all layers are uploaded`);
    if (!session.mayMount)
        mountFrom.forEach(mayNotMount);
    const grants = token && grantsOf(token);
    if (grants === undefined)
        return;
    if (!grants.some(({ type, actions }) => type === 'repository' && allows(actions, needed))) {
        await session.proveLogin();
        throw (await reasonOf(access)) ?? mayNot(needed, name, actionsAt(grants, path));
    }
    mountFrom.filter((other) => !allows(actionsAt(grants, other), 'pull')).forEach(mayNotMount);
}
function actionsAt(grants, path) {
    return grants.filter(({ name }) => name === path).flatMap(({ actions }) => actions);
}
function allows(actions, action) {
    return actions.includes(action) || actions.includes('*');
}
/** What the registry says about the repository, such as that its project does not exist; undefined if nothing known. */
async function reasonOf({ base, session }) {
    const registry = await session();
    const request = { method: 'GET', path: `${base}/tags/list?n=1`, headers: {}, limit: LIST_LIMIT };
    const answer = await registry.sendOnce(request).catch(() => undefined);
    const known = answer && understood(registry.asked(request), answer);
    return known?.code === 'REPOSITORY_MISSING' ? known : undefined;
}
function mayNot(needed, name, actions) {
    const [registry = ''] = name.split('/');
    const may = actions.length === 0 ? 'it has no access there' : `it may only ${actions.join(', ')} there`;
    if (needed === 'pull') {
        return new errors/* ActionError */.l('REGISTRY_DENIED', `The credential may not pull from ${name}: the token says that ${may}.`, {
            hint: 'Give the account read access to this repository (pull), or correct its name in "source".',
        });
    }
    return new errors/* ActionError */.l('REGISTRY_DENIED', `The credential may not push to ${name}: the token says that ${may}.`, {
        hint: `${rightsAt(registry) ?? 'Give the account write access and read access to this repository (push and pull).'} Or correct the name in "image". Nothing was uploaded.`,
    });
}

;// CONCATENATED MODULE: ./build/registry/hashed-stream.js

const nothing = () => ({ hash: (0,external_node_crypto_.createHash)('sha256'), size: 0 });
/** HashedStream passes bytes on and hashes them, each time from the beginning. */
class HashedStream {
    #open;
    #last = nothing();
    constructor(open) {
        this.#open = open;
    }
    open = () => this.#read();
    /** content is the digest and the size of the bytes, once all have passed. */
    content() {
        return { digest: `sha256:${this.#last.hash.digest('hex')}`, size: this.#last.size };
    }
    async *#read() {
        // A separate buffer: a stopped reader may still wait for a piece when the next one has started.
        const seen = nothing();
        this.#last = seen;
        for await (const piece of this.#open()) {
            seen.hash.update(piece);
            seen.size += piece.byteLength;
            yield piece;
        }
    }
}

;// CONCATENATED MODULE: ./build/registry/opened-ahead.js
/**
 * openedAhead opens a stream immediately, so that its first piece arrives during another wait. The first call of `open`
 * gets this stream, later calls a new one. Disposing closes the stream if nobody took it.
 */
function openedAhead(open) {
    const stream = open()[Symbol.asyncIterator]();
    const first = stream.next();
    // The code that takes the stream gets its error.
    first.catch(() => undefined);
    let isTaken = false;
    return {
        open: () => {
            if (isTaken)
                return open();
            isTaken = true;
            return following(first, stream);
        },
        [Symbol.dispose]: () => {
            if (!isTaken)
                void stream.return?.().catch(() => undefined);
        },
    };
}
async function* following(first, stream) {
    let isOver = false;
    try {
        for (let piece = await first;; piece = await stream.next()) {
            isOver = piece.done === true;
            if (piece.done === true)
                return;
            yield piece.value;
        }
    }
    catch (error) {
        isOver = true;
        throw error;
    }
    finally {
        if (!isOver)
            await stream.return?.();
    }
}

;// CONCATENATED MODULE: ./build/registry/upload-session.js




/** Most bytes that we read of an answer to an upload; successful answers have almost no body. */
const ANSWER_LIMIT = 64 * 1024;
/** How long closing an upload may take, in milliseconds: after a cancellation there is little time. */
const CLOSING = 2_000;
const OCTETS = { 'content-type': 'application/octet-stream' };
/** Why one try of an upload failed: the error, and whether another try may succeed. */
class Setback extends Error {
    name = 'Setback';
    transience;
    /** Undefined if there was no answer. */
    answer;
    constructor(cause, transience, answer) {
        super('the upload failed', { cause });
        this.transience = transience;
        this.answer = answer;
    }
}
/**
 * UploadSession is one upload from its POST to its last PUT (distribution-spec, "Pushing a blob monolithically" and "in
 * chunks"). Disposing it cancels an upload that is still open. Every method throws a Setback.
 */
class UploadSession {
    #session;
    #signal;
    /** Undefined if there is nothing to cancel. */
    #location;
    constructor(session, signal, location) {
        this.#session = session;
        this.#signal = signal;
        this.#location = location;
    }
    /** open starts an upload, or mounts the blob if that is requested and works. */
    static async open(access, signal, mount) {
        const session = await access.session();
        const path = `${access.base}/blobs/uploads/`;
        const post = { method: 'POST', path, headers: {}, limit: ANSWER_LIMIT, signal, stores: true };
        const mounted = mount !== undefined && session.mayMount
            ? await tryMount(access, mount, { ...post, path: `${path}${queryOf(mount)}` })
            : undefined;
        const answer = mounted ?? (await upload_session_ask(session, post, [202]));
        return new UploadSession(session, signal, answer.status === 201 ? undefined : locationOf(session, post, answer));
    }
    /** Whether the registry has the blob now, and nothing is left to do. */
    get isMounted() {
        return this.#location === undefined;
    }
    /** patch appends the whole body, of any length. */
    async patch(body) {
        const request = this.#request('PATCH', this.#at(), body);
        // The specification wants 202; Amazon's registry says 201, and some say 204.
        const answer = await upload_session_ask(this.#session, request, [201, 202, 204]);
        if (answer.headers.location !== undefined)
            this.#location = locationOf(this.#session, request, answer);
    }
    /** put ends the upload, with the whole blob as its body or after it was sent. */
    async put(digest, body) {
        await upload_session_ask(this.#session, this.#request('PUT', withDigest(this.#at(), digest), body), [200, 201, 202, 204]);
        this.#location = undefined;
    }
    /** An open upload takes space on the registry until a cleanup; not every account may cancel it. */
    async [Symbol.asyncDispose]() {
        if (this.#location === undefined)
            return;
        const request = { ...this.#request('DELETE', this.#location.href), signal: AbortSignal.timeout(CLOSING) };
        await this.#session.leave(request).catch(() => undefined);
    }
    #at() {
        return this.#location?.href ?? '';
    }
    #request(method, path, body) {
        const content = body === undefined ? { headers: {} } : { headers: OCTETS, body };
        return { method, path, ...content, limit: ANSWER_LIMIT, signal: this.#signal, stores: true };
    }
}
/** Registries that cannot mount open an ordinary upload; if they reject the mount, we ask for an upload. */
async function tryMount({ session, warn }, { from }, request) {
    try {
        return await upload_session_ask(await session(), request, [201, 202]);
    }
    catch (error) {
        if (!(error instanceof Setback) || error.answer === undefined || error.transience.kind !== 'final')
            throw error;
        if ([401, 403].includes(error.answer.status)) {
            warn(`the credential may not read ${from}, so layers are uploaded, and not mounted from there`);
        }
        return undefined;
    }
}
function queryOf({ from, blob }) {
    return `?mount=${encodeURIComponent(blob.digest)}&from=${encodeURIComponent(from)}`;
}
/** One request of an upload; its status must be one of `accepts`. */
async function upload_session_ask(session, request, accepts) {
    const { result, transience } = await session.attempt(request);
    let answer;
    try {
        answer = result();
    }
    catch (error) {
        throw new Setback(error, transience);
    }
    if (accepts.includes(answer.status))
        return answer;
    const error = answers_refusal(session.asked(request), answer);
    throw new Setback(error, isLost(answer) ? { kind: 'transient' } : transience, answer);
}
/** The registry no longer knows the upload, or something changed its bytes: the upload can start again. */
function isLost(answer) {
    const codes = ociErrors(answer).map(({ code }) => code);
    return answer.status === 416 || codes.includes('BLOB_UPLOAD_UNKNOWN') || codes.includes('DIGEST_INVALID');
}
/** Errors of the blob or its place, and not of the method of the upload. */
const NO_OTHER_WAY = ['DIGEST_INVALID', 'BLOB_UPLOAD_UNKNOWN', 'NAME_UNKNOWN', 'NAME_INVALID', 'TOOMANYREQUESTS'];
/** isOfItsWay tells whether a PUT was rejected for its method, so that another one may work. */
function isOfItsWay(error) {
    const answer = error instanceof Setback ? error.answer : undefined;
    if (answer === undefined)
        return false;
    const codes = ociErrors(answer).map(({ code }) => code);
    return [400, 404, 405, 411, 415, 501].includes(answer.status) && !codes.some((code) => NO_OTHER_WAY.includes(code));
}
/** mayBeThere is true if a rejection may mean that the blob exists, and must not be stored again. */
function mayBeThere(error) {
    return error instanceof Setback && [400, 404].includes(error.answer?.status ?? 0);
}
/**
 * The address at which an upload continues. A registry behind a proxy may not know that clients use TLS or another
 * port. Then its own name and the path of uploads are enough, and we keep the connection. Anything else follows the
 * rules for redirects.
 */
function locationOf(session, request, answer) {
    const { url } = session.asked(request);
    const location = answer.headers.location ?? '';
    if (location === '') {
        const error = new errors/* ActionError */.l('REGISTRY_ANSWER', `${url.host} accepted an upload, but does not say where to send it.`, {
            hint: 'Check the proxy in front of the registry: it may remove the header "Location" from answers.',
        });
        throw new Setback(error, retry/* FINAL */.XU);
    }
    const named = URL.parse(location, url.href);
    const isHere = named?.hostname === url.hostname && /^https?:$/.test(named.protocol);
    const lostTls = isHere && named.protocol === 'http:' && url.protocol === 'https:';
    const lostPort = isHere && named.port === '' && url.port !== '' && named.pathname.startsWith('/v2/');
    const next = lostTls || lostPort ? `${url.origin}${named.pathname}${named.search}` : location;
    try {
        return nextHop(url, { ...answer, headers: { ...answer.headers, location: next } });
    }
    catch (error) {
        throw new Setback(error, retry/* FINAL */.XU);
    }
}
/** The query of a Location belongs to the registry, and may be signed: we return it unchanged. */
function withDigest(location, digest) {
    return `${location}${location.includes('?') ? '&' : '?'}digest=${encodeURIComponent(digest)}`;
}

;// CONCATENATED MODULE: ./build/registry/uploads.js
var uploads_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var uploads_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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




/** A mount that fails so often may never succeed, whatever the registry says about trying again: the blob is sent. */
const MOUNTS = 2;
/**
 * uploadsAt uploads blobs (distribution-spec, "Pushing Blobs"): in one request if the registry accepts that, since it
 * needs only one authorisation and the fewest round trips; otherwise streamed in one PATCH, as docker does it.
 */
function uploadsAt(access, { hasBlob }) {
    /** The method that works here, as far as known. */
    let way = 'PUT';
    const uploadOnce = async (blob, upload) => {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            const { open, from, until } = upload;
            // A blob that may be mounted need not be read yet.
            const ahead = uploads_addDisposableResource(env_1, from === undefined ? openedAhead(open) : undefined, false);
            const body = { length: blob.size, open: ahead?.open ?? open };
            const first = uploads_addDisposableResource(env_1, await UploadSession.open(access, until, from === undefined ? undefined : { from, blob }), true);
            if (first.isMounted) {
                // A mounted blob may be missing, just as one that is reported to exist.
                if (await hasBlob(blob))
                    return 'mounted';
                return uploadOnce(blob, { open, until });
            }
            if (way === 'PATCH')
                return await stream(first, body, blob.digest);
            try {
                await first.put(blob.digest, body);
                return 'uploaded';
            }
            catch (error) {
                if (!isOfItsWay(error))
                    throw error;
                // Another job may just have stored the same blob; Nexus without redeploy answers that with 400.
                if (mayBeThere(error) && (await hasBlob(blob)))
                    return 'uploaded';
            }
            const second = uploads_addDisposableResource(env_1, await UploadSession.open(access, until), true);
            await stream(second, body, blob.digest);
            way = 'PATCH';
            return 'uploaded';
        }
        catch (e_1) {
            env_1.error = e_1;
            env_1.hasError = true;
        }
        finally {
            const result_1 = uploads_disposeResources(env_1);
            if (result_1)
                await result_1;
        }
    };
    return {
        uploadBlob: (blob, { signal, ...upload }) => {
            const until = AbortSignal.any([access.signal, signal]);
            let tries = 0;
            return again(access, until, async () => {
                // The answer to the last try may have been lost.
                if (tries > 0 && (await hasBlob(blob)))
                    return 'uploaded';
                tries += 1;
                return uploadOnce(blob, { ...upload, from: tries > MOUNTS ? undefined : upload.from, until });
            });
        },
        uploadStream: ({ open, signal }) => {
            const until = AbortSignal.any([access.signal, signal]);
            return again(access, until, async () => {
                const env_2 = { stack: [], error: void 0, hasError: false };
                try {
                    const session = uploads_addDisposableResource(env_2, await UploadSession.open(access, until), true);
                    const hashed = new HashedStream(open);
                    await session.patch({ length: undefined, open: hashed.open });
                    const content = hashed.content();
                    await session.put(content.digest);
                    return content;
                }
                catch (e_2) {
                    env_2.error = e_2;
                    env_2.hasError = true;
                }
                finally {
                    const result_2 = uploads_disposeResources(env_2);
                    if (result_2)
                        await result_2;
                }
            });
        },
    };
}
async function stream(session, body, digest) {
    await session.patch(body);
    await session.put(digest);
    return 'uploaded';
}
/** again repeats an upload from its beginning as long as that may help. */
async function again({ session }, until, upload) {
    const attempt = async () => {
        try {
            const value = await upload();
            return { result: () => value, transience: retry/* FINAL */.XU };
        }
        catch (error) {
            if (!(error instanceof Setback))
                throw error;
            return { result: () => uploads_fail(error.cause), transience: error.transience };
        }
    };
    return (await session()).persist(attempt, until);
}
function uploads_fail(error) {
    throw error;
}

;// CONCATENATED MODULE: ./build/registry/warnings.js

/** warningsOf reads the texts of `Warning: 299 - "text"` headers (distribution-spec, "Warnings"; RFC 9110, 5.6.4). */
function warningsOf({ headers }) {
    const header = headers.warning ?? '';
    return [...header.matchAll(/299 - "((?:[^"\\]|\\.){1,4096})"/g)].map(([, text = '']) => (0,printable/* oneLine */.TN)(text.replace(/\\(.)/g, '$1')));
}

;// CONCATENATED MODULE: ./build/registry/distribution-registry.js











/** distributionRegistry opens registries that speak the distribution specification (1.0 and 1.1). */
function distributionRegistry({ onWarning, ...surroundings }) {
    // All destinations share one memory.
    const lanes = new UnpackingLanes();
    const hosts = new Hosts();
    return async (options) => {
        const seen = new Set();
        const warn = (text) => {
            if (!seen.has(text))
                onWarning(text);
            seen.add(text);
        };
        const onHead = (head) => warningsOf(head).forEach(warn);
        const { actions = 'pull,push' } = options;
        const access = await openAccess({ ...options, actions }, { ...surroundings, hosts, onHead, warn });
        const blobs = blobsAt(access, lanes);
        return {
            authenticate: () => proveRights(access),
            newToken: async () => {
                const token = await (await access.session()).newToken();
                return token && { token: new secret_secret/* Secret */.zh(token.text), expiresIn: token.expiresIn, grants: grantsOf(token) };
            },
            grants: async () => {
                const session = await access.session();
                const own = await session.ownToken();
                // If tokens do not say what they allow, another one would not either.
                if (own === undefined || grantsOf(own) === undefined)
                    return undefined;
                const token = await session.tryToken(`repository:${access.path}:${actions},delete`);
                return token && grantsOf(token);
            },
            ...manifestsAt(access),
            ...blobs,
            ...uploadsAt(access, blobs),
            ...referrersAt(access),
            close: access.close,
        };
    };
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
const LARGEST = 64 << 20;
const MOST_FILES = 100;
const disk_workspace_CHUNK = 64 << 10;
/**
 * diskReportFiles finds reports on the runner's disk, relative to the workspace. If the signal fires, its reason is
 * thrown.
 */
function diskReportFiles(signal) {
    return {
        find: async (pattern) => {
            const names = (await look(pattern)) === undefined ? await matches(pattern, signal) : [pattern];
            if (names.length === 0)
                throw disk_workspace_unusable(`no file matches "${pattern}"`);
            return Promise.all(names.map((name) => reportFile(name, signal)));
        },
        now: () => Date.now(),
    };
}
/** The file with exactly this name, even if the name looks like a pattern; undefined if there is none. */
async function look(path) {
    return (0,promises_.lstat)(path).catch((error) => {
        if (['ENOENT', 'ENOTDIR', 'ENAMETOOLONG', 'ERR_INVALID_ARG_VALUE'].includes(error.code))
            return undefined;
        throw disk_workspace_unusable(`${path} cannot be read: ${error.message}`);
    });
}
async function matches(pattern, signal) {
    const names = [];
    // Called for everything on the way: a tree may be large, without any match.
    const exclude = () => signal.aborted;
    try {
        for await (const name of (0,promises_.glob)(pattern, { exclude })) {
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
    return stats.size > LARGEST ? `is larger than ${LARGEST >> 20} MiB` : undefined;
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
            const { bytesRead, buffer } = await file.read({ buffer: new Uint8Array(disk_workspace_CHUNK) }).catch((error) => {
                throw disk_workspace_unusable(`${name} cannot be read: ${error.message}`);
            });
            total += bytesRead;
            // The file may grow while it is read.
            if (total > LARGEST)
                throw disk_workspace_unusable(`${name} is larger than ${LARGEST >> 20} MiB`);
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
    return (0,promises_.open)(name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK).catch((error) => {
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
        const folder = await (0,promises_.mkdtemp)((0,external_node_path_.join)(process.env.RUNNER_TEMP || (0,external_node_os_.tmpdir)(), disk_workspace_PREFIX));
        const path = (0,external_node_path_.join)(folder, name);
        await (0,promises_.writeFile)(path, text, { mode: 0o600, flag: 'wx' });
        return path;
    },
};

;// CONCATENATED MODULE: ./build/actions/publish/beyond.js






/** openDoors builds the real world behind the gate. */
function openDoors({ repository, server, ...world }) {
    const { runner, lifetime } = world;
    const given = { signal: lifetime.signal, mask: runner.mask };
    return {
        ...world,
        docker: dockerCli(given.signal),
        files: localFiles(given.signal, runner.info),
        reports: diskReportFiles(given.signal),
        openRegistry: distributionRegistry({ ...given, onWarning: (text) => runner.info(`The registry warns: ${text}`) }),
        history: restHistory({ ...given, repository, server }),
        keyless: cloudKeyless(given),
        keptFiles: diskKeptFiles,
        signing: async () => (await Promise.all(/* import() */[__webpack_require__.e(663), __webpack_require__.e(622)]).then(__webpack_require__.bind(__webpack_require__, 622))).signingDoors({ ...given, repository, server }),
    };
}


/***/ }),

/***/ 859:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bo: () => (/* binding */ readBundle),
/* harmony export */   VX: () => (/* binding */ readRegular),
/* harmony export */   Yc: () => (/* binding */ certificatesIn),
/* harmony export */   hw: () => (/* binding */ trustWith)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1455);
/* harmony import */ var node_tls__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1692);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9473);
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





const CERTIFICATE = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g;
/** Largest bundle, in bytes; the one of a system has some 250 KiB. */
const LARGEST = 8 << 20;
/** certificatesIn finds the certificates in a PEM text. */
function certificatesIn(text) {
    return text.match(CERTIFICATE) ?? [];
}
/** readBundle reads the certificates of `ca-file`. Throws INPUT_INVALID if the file is no bundle. */
async function readBundle(path) {
    const invalid = (problem, cause) => new _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .ActionError */ .l('INPUT_INVALID', `ca-file: ${path} ${problem}.`, {
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
            new node_crypto__WEBPACK_IMPORTED_MODULE_0__.X509Certificate(certificate);
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
        const file = __addDisposableResource(env_1, await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.open)(path, node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.O_RDONLY | node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.O_NONBLOCK), true);
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
        const result_1 = __disposeResources(env_1);
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
    return (0,node_tls__WEBPACK_IMPORTED_MODULE_3__.createSecureContext)({ ca: [...(0,node_tls__WEBPACK_IMPORTED_MODULE_3__.getCACertificates)('default'), ...(await readBundle(caFile))] });
}


/***/ }),

/***/ 570:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   cQ: () => (/* binding */ COSIGN_KINDS),
/* harmony export */   et: () => (/* binding */ subjectOf),
/* harmony export */   fH: () => (/* binding */ fallbackTag),
/* harmony export */   qv: () => (/* binding */ cosignTag)
/* harmony export */ });
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5436);

/** What cosign stores under such a tag: signatures, attestations, an SBOM. */
const COSIGN_KINDS = ['sig', 'att', 'sbom'];
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
/* harmony export */   X: () => (/* binding */ parseReferrer),
/* harmony export */   i: () => (/* binding */ subjectIn)
/* harmony export */ });
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5436);
/* harmony import */ var _document_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2981);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9941);



/** parseReferrer reads a manifest that must have a subject. Throws a ManifestProblem. */
function parseReferrer(bytes, mediaType) {
    const manifest = (0,_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .parseManifest */ .N)(bytes, mediaType);
    const document = (0,_document_js__WEBPACK_IMPORTED_MODULE_1__/* .readDocument */ .u0)(bytes);
    const subject = subjectIn(document);
    if (subject === undefined)
        throw new _document_js__WEBPACK_IMPORTED_MODULE_1__/* .ManifestProblem */ .Rn('it has no subject, so that it is attached to nothing');
    const { artifactType } = document;
    const isSaid = typeof artifactType === 'string' && artifactType !== '';
    const ofConfig = manifest.kind === 'manifest' ? manifest.config.mediaType : undefined;
    return {
        manifest,
        subject,
        artifactType: isSaid ? artifactType : ofConfig,
        annotations: (0,_document_js__WEBPACK_IMPORTED_MODULE_1__/* .asObject */ .eB)(document.annotations) ?? {},
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


/***/ }),

/***/ 7768:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ds: () => (/* binding */ claimsOf),
/* harmony export */   nR: () => (/* binding */ timeOf),
/* harmony export */   zv: () => (/* binding */ recordOf)
/* harmony export */ });
/** Longest text that is parsed, in characters. */
const LONGEST = 32 * 1024;
const JWT = /^[A-Za-z0-9_-]+\.([A-Za-z0-9_-]+)\.[A-Za-z0-9_-]*$/;
/** claimsOf reads the claims of a JSON web token (RFC 7519); undefined for anything else. */
function claimsOf(text) {
    const [, payload] = text.length <= LONGEST ? (JWT.exec(text) ?? []) : [];
    return payload === undefined ? undefined : recordOf(Buffer.from(payload, 'base64url').toString());
}
/** recordOf reads a JSON object; undefined for anything else. */
function recordOf(text) {
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


/***/ }),

/***/ 6459:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ Persistence)
/* harmony export */ });
/* harmony import */ var _retry_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6686);

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
            const pause = (0,_retry_js__WEBPACK_IMPORTED_MODULE_0__/* .pauseBefore */ .GB)(transience, { failed, spent }, Math.random());
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


/***/ })

};
