import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 613:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("assert");

/***/ }),

/***/ 317:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("child_process");

/***/ }),

/***/ 434:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("events");

/***/ }),

/***/ 896:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");

/***/ }),

/***/ 24:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 857:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os");

/***/ }),

/***/ 928:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("path");

/***/ }),

/***/ 193:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("string_decoder");

/***/ }),

/***/ 557:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("timers");

/***/ }),

/***/ 486:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  y: () => (/* binding */ forget)
});

;// CONCATENATED MODULE: ./build/credentials/state-names.js
/**
 * The post step finds the private folder under this name, and removes it if this step was killed. The name has its own
 * file, so that the post step does not load all that signing in needs.
 */
const CONFIG_STATE = 'docker-config';
/** Under this name, the post step finds where logins were left for later steps. */
const KEEP_STATE = 'kept-logins';

// EXTERNAL MODULE: ./build/errors.js
var errors = __nccwpck_require__(473);
;// CONCATENATED MODULE: ./build/actions/publish/forget.js


/**
 * A folder of ours that is older than this, in milliseconds, is no longer in use: no step takes longer than 6 hours.
 */
const OUTLIVED = 6 * 3_600_000;
/**
 * forget is the story of the post step. It ends what docker still does for a main step that was killed, and removes the
 * logins that were left for later steps. It removes the private folder that the main step could not remove, with the
 * login or the saved image in it, and what other killed steps have left on this machine. It never fails the job.
 */
async function forget(doors) {
    endOrphans(doors);
    await forgetKept(doors);
    await forgetOwn(doors);
    await forgetOutlived(doors);
}
/** The watcher of the main step has already done so, unless it was killed, too. */
function endOrphans({ runner, docker }) {
    const ended = docker.endOrphans();
    if (ended > 0)
        runner.info(`Stopped docker processes of a step that was killed: ${ended}.`);
}
/** If a machine was killed with its job, the post step of another job removes what was left. */
async function forgetKept({ runner, docker }) {
    const plan = runner.state(KEEP_STATE);
    try {
        const { removed, replaced } = await docker.forgetLogins(plan === '' ? undefined : JSON.parse(plan));
        const others = replaced === 0 ? '' : `; ${replaced} replaced by another step since, and kept`;
        if (removed + replaced > 0)
            runner.info(`Logins for later steps: ${removed} removed${others}.`);
    }
    catch (error) {
        runner.warning('Login not removed', `The logins for later steps could not be removed from docker's configuration: ${(0,errors/* asError */.z)(error).message}`);
    }
}
async function forgetOwn({ runner, docker }) {
    const folder = runner.state(CONFIG_STATE);
    if (folder === '')
        return;
    try {
        const wasThere = await docker.removeConfig({ folder }, { afterKill: true });
        if (wasThere) {
            runner.info('Removed the private folder of the main step, which was killed: a login, or an image saved for the push.');
        }
    }
    catch (error) {
        runner.warning('Private folder not removed', `The folder ${folder}, with a login or a saved image in it, could not be removed: ${(0,errors/* asError */.z)(error).message}`);
    }
}
/** If the temporary folder is not cleared between jobs, steps that were killed with their machine leave folders. */
async function forgetOutlived({ runner, docker }) {
    try {
        const removed = await docker.removeOutlived(runner.now() - OUTLIVED);
        if (removed > 0)
            runner.info(`Removed folders that earlier steps left here more than six hours ago: ${removed}.`);
    }
    catch (error) {
        runner.info(`Folders that earlier steps may have left here could not be removed: ${(0,errors/* asError */.z)(error).message}`);
    }
}


/***/ }),

/***/ 784:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _docker_docker_cli_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(775);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(473);
/* harmony import */ var _runner_github_runner_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(706);
/* harmony import */ var _forget_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(486);




// Even if the runner ends now, or something fails, the rest is still removed.
process.stdout.on('error', () => { });
process.on('uncaughtException', (thrown) => _runner_github_runner_js__WEBPACK_IMPORTED_MODULE_2__/* .githubRunner */ .O.warning('Clean-up not complete', (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .asError */ .z)(thrown).message));
await (0,_forget_js__WEBPACK_IMPORTED_MODULE_3__/* .forget */ .y)({ runner: _runner_github_runner_js__WEBPACK_IMPORTED_MODULE_2__/* .githubRunner */ .O, docker: (0,_docker_docker_cli_js__WEBPACK_IMPORTED_MODULE_0__/* .dockerCli */ .R)(new AbortController().signal) });

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 775:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  R: () => (/* binding */ dockerCli)
});

;// CONCATENATED MODULE: external "node:timers/promises"
const promises_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:timers/promises");
;// CONCATENATED MODULE: ./build/time/clock.js

const systemClock = {
    now: () => performance.now(),
    date: () => Date.now(),
    sleep: (milliseconds, signal) => (0,promises_namespaceObject.setTimeout)(milliseconds, undefined, { signal }),
};
const systemTimer = (milliseconds, ring) => {
    const timeout = setTimeout(ring, milliseconds);
    return () => clearTimeout(timeout);
};

;// CONCATENATED MODULE: ./build/time/retry.js
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

;// CONCATENATED MODULE: external "node:async_hooks"
const external_node_async_hooks_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:async_hooks");
;// CONCATENATED MODULE: external "node:diagnostics_channel"
const external_node_diagnostics_channel_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:diagnostics_channel");
// EXTERNAL MODULE: ./build/errors.js
var errors = __nccwpck_require__(473);
;// CONCATENATED MODULE: external "node:child_process"
const external_node_child_process_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");
;// CONCATENATED MODULE: external "node:process"
const external_node_process_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:process");
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(24);
;// CONCATENATED MODULE: ./build/docker/orphans.js



/**
 * A docker command has a separate process group, so that it can be ended with its children. But then it survives a step
 * that is killed, and its upload continues. So its environment names its step, also for its children: the number of the
 * process, and when it started. If that process no longer exists, the command is an orphan. It is ended: immediately by
 * the watcher of the step, or by the post step, or by the watcher of the next step on this machine.
 */
const OWNER = 'VERIFIED_IMAGE_PUSH_STEP';
/** Only on Linux can we read a process's environment without another program. */
const canSee = external_node_process_namespaceObject.platform === 'linux' && (0,external_node_fs_.existsSync)('/proc/self/stat');
let watcher;
/** How many docker commands are running. */
let running = 0;
/** watchStep makes sure that a docker command ends with the step, however that ends. */
function watchStep() {
    if (!canSee)
        return { mark: {}, [Symbol.dispose]: () => { } };
    const step = `${external_node_process_namespaceObject.pid} ${statOf(external_node_process_namespaceObject.pid).started}`;
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
    const started = (0,external_node_child_process_namespaceObject.spawn)(external_node_process_namespaceObject.execPath, ['-e', `${program}\n${watch.name}('${OWNER}', '${step}');`], {
        env: external_node_process_namespaceObject.env.RUNNER_TRACKING_ID === undefined ? {} : { RUNNER_TRACKING_ID: external_node_process_namespaceObject.env.RUNNER_TRACKING_ID },
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
const hasGroups = external_node_process_namespaceObject.platform !== 'win32';
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
        const process = (0,external_node_child_process_namespaceObject.spawn)(program, child.args, {
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
        (0,external_node_process_namespaceObject.kill)(-child.pid, signal);
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
const asking = new external_node_async_hooks_namespaceObject.AsyncLocalStorage();
(0,external_node_diagnostics_channel_namespaceObject.channel)('child_process').subscribe((message) => asking.getStore()?.(message.process));
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
            const { getExecOutput } = await __nccwpck_require__.e(/* import() */ 260).then(__nccwpck_require__.bind(__nccwpck_require__, 260));
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
var printable = __nccwpck_require__(865);
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
        return FINAL;
    const said = lastWords(ended);
    return TRANSIENT.test(said) && !REFUSAL.test(said) ? { kind: 'transient' } : FINAL;
}
/**
 * wantsLogin tells whether the registry required a login, though it accepts ours. The engine also says so if its token
 * expired during the push, or if the registry was too busy to ask for a login: the engine reports that only later.
 */
function wantsLogin(ended) {
    const said = lastWords(ended);
    return ended.exitCode !== 0 && UNAUTHORIZED.test(said) && !REFUSAL.test(said);
}

;// CONCATENATED MODULE: external "node:os"
const external_node_os_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");
;// CONCATENATED MODULE: external "node:path"
const external_node_path_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");
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
    return (0,external_node_path_namespaceObject.resolve)(env.DOCKER_CONFIG || (0,external_node_path_namespaceObject.join)(home ?? (0,external_node_os_namespaceObject.homedir)(), '.docker'));
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

;// CONCATENATED MODULE: external "node:crypto"
const external_node_crypto_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");
;// CONCATENATED MODULE: ./build/image/digest.js

const DIGEST = /^(?:sha256:[0-9a-f]{64}|sha384:[0-9a-f]{96}|sha512:[0-9a-f]{128})$/;
/** parseDigest returns the text as a Digest, or undefined if it is not one. */
function digest_parseDigest(text) {
    return DIGEST.test(text) ? text : undefined;
}
/** digestOf hashes the exact bytes with SHA-256. */
function digestOf(bytes) {
    return hash('sha256', bytes);
}
/** matches tells whether the exact bytes have this digest, by the digest's own algorithm. */
function matches(digest, bytes) {
    return hash(digest.slice(0, digest.indexOf(':')), bytes) === digest;
}
/** shortDigest shortens a digest for people: the algorithm and the first 12 digits. */
function shortDigest(digest) {
    return digest.slice(0, digest.indexOf(':') + 13);
}
function hash(algorithm, bytes) {
    return `${algorithm}:${(0,external_node_crypto_namespaceObject.createHash)(algorithm).update(bytes).digest('hex')}`;
}

;// CONCATENATED MODULE: ./build/image/reference.js

/**
 * The grammar of the distribution project (distribution/reference, `regexp.go` and `normalize.go`), piece by piece.
 *
 *   reference  := name [ ":" tag ] [ "@" digest ]
 *   name       := [ domain "/" ] path
 *   domain     := host [ ":" port ]
 */
const LABEL = '(?:[a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9-]*[a-zA-Z0-9])';
const IPV6 = '\\[(?:[a-fA-F0-9:]+)\\]';
const DOMAIN = new RegExp(`^(?:${LABEL}(?:\\.${LABEL})*|${IPV6})(?::[0-9]+)?$`);
const COMPONENT = '[a-z0-9]+(?:(?:[._]|__|[-]+)[a-z0-9]+)*';
const PATH = new RegExp(`^${COMPONENT}(?:/${COMPONENT})*$`);
const TAG = /^[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}$/;
const HEX_NAME = /^[a-f0-9]{64}$/;
/** The longest path that the grammar allows (`RepositoryNameTotalLengthMax`). */
const LONGEST_PATH = 255;
const DOCKER_HUB = 'docker.io';
const LEGACY_DOCKER_HUB = 'index.docker.io';
/** The name of Docker Hub in docker's stored logins. */
const DOCKER_HUB_SERVER = 'https://index.docker.io/v1/';
const DOCKER_HUB_ALIASES = [LEGACY_DOCKER_HUB, 'registry-1.docker.io'];
const bad = (problem) => ({ ok: false, problem });
/** parseReference reads `registry/repository[:tag][@digest]` as docker does, without a default tag. */
function parseReference(text) {
    if (text === '')
        return bad('is empty');
    if (HEX_NAME.test(text))
        return bad('is an image ID, not a name');
    const at = text.indexOf('@');
    const named = at < 0 ? text : text.slice(0, at);
    const digest = at < 0 ? undefined : parseDigest(text.slice(at + 1));
    if (at >= 0 && digest === undefined)
        return bad('has a digest that is not "sha256:" and 64 lower-case hex digits');
    const colon = named.lastIndexOf(':');
    const hasTag = colon > named.lastIndexOf('/');
    const name = hasTag ? named.slice(0, colon) : named;
    const tag = hasTag ? named.slice(colon + 1) : undefined;
    if (tag !== undefined && !isTag(tag))
        return bad(`has the tag "${tag}"; a tag ${TAG_RULE}`);
    const repository = parseName(name);
    if (!repository.ok)
        return repository;
    return {
        ok: true,
        value: { ...repository.value, ...(tag === undefined ? {} : { tag }), ...(digest === undefined ? {} : { digest }) },
    };
}
/** parseRepository reads `registry/repository`, to which an image can be pushed, and rejects a tag or a digest. */
function parseRepository(text) {
    const reference = parseReference(text);
    if (!reference.ok)
        return reference;
    const { registry, path, tag, digest } = reference.value;
    if (tag !== undefined)
        return bad(`has the tag "${tag}"; name tags in "tags" or "moving-tags"`);
    if (digest !== undefined)
        return bad('has a digest, which is unknown before the push; write the repository without it');
    if (!isAddress(registry))
        return bad(`has the registry "${registry}", which is not the address of a host`);
    return { ok: true, value: { registry, path } };
}
/**
 * The grammar accepts ports and addresses that do not exist, and numbers that some programs read as an address
 * (`0177.0.0.1`, `127.1`) and others as a name.
 */
function isAddress(registry) {
    const url = URL.parse(`https://${registry}`);
    const [name = ''] = registry.toLowerCase().split(':');
    return url !== null && (registry.startsWith('[') || url.hostname === name);
}
function parseName(name) {
    const slash = name.indexOf('/');
    const first = slash < 0 ? '' : name.slice(0, slash);
    const hasHost = slash >= 0 && isHost(first);
    if (/^https?:$/i.test(first))
        return bad('is a web address; write it without "https://"');
    if (hasHost && !DOMAIN.test(first))
        return bad(`has the registry "${first}", which is not a host name`);
    const registry = !hasHost || first === LEGACY_DOCKER_HUB ? DOCKER_HUB : first;
    const rest = hasHost ? name.slice(slash + 1) : name;
    const path = registry === DOCKER_HUB && !rest.includes('/') ? `library/${rest}` : rest;
    if (path !== path.toLowerCase())
        return bad('has capital letters; a repository is written in lower case');
    if (!PATH.test(path)) {
        const rule = 'it may have lower-case letters and digits, with single ".", "_", "-" or "/" between them';
        return bad(`has the repository "${rest}"; ${rule}`);
    }
    if (path.length > LONGEST_PATH)
        return bad(`has a repository of more than ${LONGEST_PATH} characters`);
    return { ok: true, value: { registry, path } };
}
/** A first part is a host only if it cannot be a path: it has a dot, a colon, capitals, or is `localhost`. */
function isHost(first) {
    return /[.:]/.test(first) || first === 'localhost' || first !== first.toLowerCase();
}
/** sameRegistry compares hosts as DNS and Docker Hub do: without case, and with all aliases of the hub as one. */
function sameRegistry(one, other) {
    return canonicalRegistry(one) === canonicalRegistry(other);
}
/** sameRepository tells whether two names are for the same repository. */
function sameRepository(one, other) {
    return sameRegistry(one.registry, other.registry) && one.path === other.path;
}
/** isRegistry tells whether the text is a host, with or without a port, as at the beginning of an image's name. */
function isRegistry(text) {
    return DOMAIN.test(text) && text.length <= LONGEST_PATH;
}
/** dockerServer is the name under which docker stores the login for a registry; for Docker Hub it is an old address. */
function dockerServer(registry) {
    return registry === DOCKER_HUB ? DOCKER_HUB_SERVER : registry;
}
function canonicalRegistry(host) {
    const lower = host.toLowerCase();
    return DOCKER_HUB_ALIASES.includes(lower) ? DOCKER_HUB : lower;
}
const TAG_RULE = 'has up to 128 letters, digits, ".", "_" and "-", and begins with neither "." nor "-"';
/** isTag tells whether the text is a tag (distribution-spec, "Pulling manifests"). */
function isTag(text) {
    return TAG.test(text);
}
/** repositoryName writes a repository out: `registry/path`. */
function repositoryName({ registry, path }) {
    return `${registry}/${path}`;
}
/** referenceName writes the complete reference. */
function referenceName(reference) {
    const tag = reference.tag === undefined ? '' : `:${reference.tag}`;
    const digest = reference.digest === undefined ? '' : `@${reference.digest}`;
    return `${repositoryName(reference)}${tag}${digest}`;
}
/** subjectName is the name of a repository in `actions/attest`, which has a special name for Docker Hub. */
function subjectName({ registry, path }) {
    return `${registry === DOCKER_HUB ? 'index.docker.io' : registry}/${path}`;
}

;// CONCATENATED MODULE: external "node:fs/promises"
const external_node_fs_promises_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");
// EXTERNAL MODULE: ./build/secret/secret.js
var secret_secret = __nccwpck_require__(469);
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
    const exact = Object.entries(entries).find(([key]) => key === dockerServer(registry));
    const found = exact ?? Object.entries(entries).find(([key]) => sameRegistry(hostOf(key), registry));
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
    const text = await (0,external_node_fs_promises_namespaceObject.readFile)(configOf(env), 'utf8').catch((error) => {
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
    return parseAuthConfig(await (0,external_node_fs_promises_namespaceObject.readFile)(configOf(env), 'utf8').catch(() => ''));
}
function configOf(env) {
    return (0,external_node_path_namespaceObject.join)(usersFolder(env), 'config.json');
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
    const asked = { program, args: ['get'], stdin: dockerServer(registry), env: helperEnvironment(env) };
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
    return { folder: (0,external_node_path_namespaceObject.join)(temporaryFolder(env), `${PREFIX}${(0,external_node_crypto_namespaceObject.randomUUID)()}`) };
}
function temporaryFolder(env) {
    return env.RUNNER_TEMP || (0,external_node_os_namespaceObject.tmpdir)();
}
/** makeConfig creates the folder, readable only by us. It throws if the folder exists: it would not be ours. */
async function makeConfig({ folder }) {
    await (0,external_node_fs_promises_namespaceObject.mkdir)(folder, { mode: 0o700 });
}
/** savedImagePath is the path of the image that the engine saves in it. */
function savedImagePath({ folder }) {
    return (0,external_node_path_namespaceObject.join)(folder, 'image.tar');
}
/**
 * makeLogin creates the folder of one login in it, with the parts of the user's configuration that are not secret. Each
 * login has a separate folder: `docker login` rewrites the whole file, and of two at the same time one would be lost.
 */
async function makeLogin(config, { name, auths, env }) {
    const users = usersFolder(env);
    const folder = (0,external_node_path_namespaceObject.join)(config.folder, name);
    await (0,external_node_fs_promises_namespaceObject.mkdir)(folder, { mode: 0o700 });
    // Contexts name the engine to use; docker looks for them only inside its configuration folder.
    await (0,external_node_fs_promises_namespaceObject.symlink)((0,external_node_path_namespaceObject.join)(users, 'contexts'), (0,external_node_path_namespaceObject.join)(folder, 'contexts'), 'junction');
    const carried = carriedOver(await readUsersConfig(env), users);
    // If the file has no login, docker would store ours in the desktop's credential store, where it would stay.
    const written = { ...carried, auths: { [PLACEHOLDER]: {}, ...auths } };
    await (0,external_node_fs_promises_namespaceObject.writeFile)((0,external_node_path_namespaceObject.join)(folder, 'config.json'), JSON.stringify(written), { mode: 0o600, flag: 'wx' });
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
    if (!(0,external_node_path_namespaceObject.basename)(folder).startsWith(PREFIX))
        throw new Error('this is no folder of this action');
    const wasThere = await isThere(folder);
    await (0,external_node_fs_promises_namespaceObject.rm)(folder, INSISTING);
    return wasThere;
}
/**
 * removeOutlived deletes every folder of ours in the temporary folder that was last changed before a moment, in
 * milliseconds since 1970, and the files that bar such folders. It returns how many. Files of other users stay.
 */
async function removeOutlived(env, before) {
    const temporary = temporaryFolder(env);
    // If there is no such folder, nothing was left.
    const names = await (0,external_node_fs_promises_namespaceObject.readdir)(temporary).catch((error) => {
        if (error.code === 'ENOENT')
            return [];
        throw error;
    });
    let removed = 0;
    for (const name of names.filter((each) => OURS.test(each))) {
        const path = (0,external_node_path_namespaceObject.join)(temporary, name);
        const seen = await (0,external_node_fs_promises_namespaceObject.lstat)(path).catch(() => undefined);
        const isOurs = seen !== undefined && !seen.isSymbolicLink() && seen.uid === (0,external_node_process_namespaceObject.getuid)?.();
        if (!isOurs || seen.mtimeMs >= before)
            continue;
        await (0,external_node_fs_promises_namespaceObject.rm)(path, INSISTING);
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
            return await (0,external_node_fs_promises_namespaceObject.writeFile)(config.folder, '', { mode: 0o600, flag: 'wx' });
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
        cliPluginsExtraDirs: [...plugins, (0,external_node_path_namespaceObject.join)(folder, 'cli-plugins')],
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
    return (0,external_node_fs_promises_namespaceObject.lstat)(path).then(() => true, () => false);
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
            const kept = 'password' in credential ? {} : { [dockerServer(registry)]: keptToken(credential) };
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

;// CONCATENATED MODULE: ./build/image/document.js
/**
 * The largest manifest, and the largest config, that we publish or read back, in bytes, from every kind of source:
 * registries accept no larger manifest.
 */
const LARGEST_DOCUMENT = 4 * 1024 * 1024;
/** What is wrong with bytes that should be a manifest or a configuration. */
class document_ManifestProblem extends Error {
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
function document_readDocument(bytes) {
    const value = parse(bytes, SPELLING);
    if (!isObject(value))
        throw new document_ManifestProblem('it is not a JSON object');
    return value;
}
/** readDocuments reads a list of such objects; the given keys are the important ones. Throws a ManifestProblem. */
function readDocuments(bytes, keys) {
    const values = parse(bytes, new Map(keys.map((key) => [folded(key), key])));
    if (!Array.isArray(values) || !values.every(isObject))
        throw new document_ManifestProblem('it is not a list of JSON objects');
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
        throw new document_ManifestProblem('it is not JSON');
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
                throw new document_ManifestProblem(`it is nested more than ${DEEPEST} deep`);
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
        throw new document_ManifestProblem(`it has the key ${JSON.stringify(key)} twice`);
    keys.add(name);
    const spelled = innermost?.isFree ? key : (spelling.get(name) ?? key);
    if (key !== spelled)
        throw new document_ManifestProblem(`it has the key ${JSON.stringify(key)} for ${JSON.stringify(spelled)}`);
}
/** Go compares keys without case, and treats the long s and the Kelvin sign as ASCII letters. */
function folded(key) {
    return key.normalize('NFKC').toLowerCase();
}
/** parseList reads a value that must be a list. Throws a ManifestProblem. */
function document_parseList(value, what) {
    if (!Array.isArray(value))
        throw new document_ManifestProblem(`it has no list "${what}"`);
    return value;
}
/** asObject returns the value as an object; undefined if it is not one. */
function document_asObject(value) {
    return isObject(value) ? value : undefined;
}

;// CONCATENATED MODULE: ./build/text/quantities.js
const UNITS = ['B', 'KiB', 'MiB', 'GiB', 'TiB'];
/** inUnits writes a number of bytes for people: `512 B`, `1.5 KiB`, `40 MiB`. */
function inUnits(bytes) {
    let value = bytes;
    let unit = 0;
    while (value >= 1024 && unit < UNITS.length - 1) {
        value /= 1024;
        unit += 1;
    }
    const digits = unit > 0 && value < 10 ? value.toFixed(1) : Math.round(value).toString();
    return `${digits} ${UNITS[unit]}`;
}

;// CONCATENATED MODULE: ./build/image/platform.js
/** The platform in an index of content that does not run, such as an attestation. */
const UNKNOWN = 'unknown/unknown';
/**
 * parsePlatform reads the fields `os`, `architecture` and `variant` of an image configuration, or of the platform of an
 * index's child (image-spec, config.md and image-index.md); undefined if they are missing or unknown.
 */
function platform_parsePlatform(value) {
    if (typeof value !== 'object' || value === null)
        return undefined;
    const { os, architecture, variant } = value;
    if (!isWord(os) || !isWord(architecture))
        return undefined;
    const platform = isWord(variant) ? `${os}/${architecture}/${variant}` : `${os}/${architecture}`;
    return platform === UNKNOWN ? undefined : platform;
}
/** parseOsVersion reads the field `os.version` of the same objects: `10.0.20348.2113`. */
function platform_parseOsVersion(value) {
    const version = value?.['os.version'];
    return typeof version === 'string' && version !== '' ? version : undefined;
}
/**
 * platformNames writes the names of platforms. If two platforms differ only in `os.version`, it is added in the form of
 * containerd (platforms, `FormatAll`): `windows(10.0.20348.2113)/amd64`.
 */
function platformNames(all) {
    const isTwice = (platform) => all.filter((each) => each.platform === platform).length > 1;
    return all.map(({ platform, osVersion }) => osVersion !== undefined && isTwice(platform) ? platform.replace('/', `(${osVersion})/`) : platform);
}
/**
 * sameMachine tells whether two platforms are the same except for the variant: some tools write an implied variant, and
 * some do not (`arm64` is `arm64/v8`).
 */
function sameMachine(one, other) {
    return machine(one) === machine(other);
}
/**
 * asEnginesRead writes a platform as engines compare it (containerd/platforms, `normalizeOS` and `normalizeArch`):
 * alternative names become one name, and an implied variant is written or left out, as containerd does.
 */
function asEnginesRead(platform) {
    const [os = '', architecture = '', variant = ''] = platform.toLowerCase().split('/');
    const system = os === 'macos' ? 'darwin' : os;
    const [same, implied] = ARCHITECTURES[architecture] ?? [architecture, variant];
    const level = variantOf(same, implied ?? variant);
    return level === '' ? `${system}/${same}` : `${system}/${same}/${level}`;
}
/** Other names of an architecture, some with a variant. */
const ARCHITECTURES = {
    i386: ['386', ''],
    x86_64: ['amd64'],
    'x86-64': ['amd64'],
    aarch64: ['arm64'],
    armhf: ['arm', 'v7'],
    armel: ['arm', 'v6'],
};
function variantOf(architecture, variant) {
    const level = /^\d/.test(variant) ? `v${variant}` : variant;
    switch (architecture) {
        case 'amd64':
            return level === 'v1' ? '' : level;
        case 'arm64':
            return ['v8', 'v8.0'].includes(level) ? '' : level.replace(/\.0$/, '');
        case 'arm':
            return level === '' ? 'v7' : level;
        default:
            return variant;
    }
}
function machine(platform) {
    return asEnginesRead(platform).split('/').slice(0, 2).join('/');
}
function isWord(value) {
    return typeof value === 'string' && /^[A-Za-z0-9._-]+$/.test(value);
}

;// CONCATENATED MODULE: ./build/image/config.js



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
    const id = typeof Id === 'string' ? (digest_parseDigest(Id) ?? digest_parseDigest(`sha256:${Id}`)) : undefined;
    const platform = platform_parsePlatform({ os: Os, architecture: Architecture, variant: Variant });
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
        osVersion: platform_parseOsVersion({ 'os.version': OsVersion }),
        created,
        runConfig: canonicalRunConfig(Config),
        revision: revisionIn(Config),
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
    const digests = value.map((text) => (typeof text === 'string' ? digest_parseDigest(text) : undefined));
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

;// CONCATENATED MODULE: ./build/image/media-types.js
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

;// CONCATENATED MODULE: ./build/image/manifest.js




/** The value by which an index marks an attestation that BuildKit put beside an image. */
const ATTESTATION = 'attestation-manifest';
/**
 * parseManifest hashes the bytes and reads them as the document that the content type names. If there is a media type
 * inside, it must agree (image-spec, manifest.md and image-index.md: `mediaType` SHOULD be there and MUST match).
 * Throws a ManifestProblem.
 */
function parseManifest(bytes, contentType) {
    const document = document_readDocument(bytes);
    const mediaType = contentType.split(';')[0]?.trim().toLowerCase() ?? '';
    const inner = document.mediaType;
    if (inner !== undefined && inner !== mediaType) {
        throw new document_ManifestProblem(`the content type is "${mediaType}", the media type inside is ${JSON.stringify(inner)}`);
    }
    if (document.schemaVersion !== 2)
        throw new document_ManifestProblem('its schemaVersion is not 2');
    const common = { bytes, digest: digestOf(bytes), mediaType };
    if (MANIFESTS.includes(mediaType)) {
        if ('manifests' in document)
            throw new document_ManifestProblem('it is an image manifest with the children of an index');
        const layers = document_parseList(document.layers, 'layers').map((layer) => parseDescriptor(layer, 'a layer'));
        return { ...common, kind: 'manifest', config: parseDescriptor(document.config, 'the config'), layers };
    }
    if (INDEXES.includes(mediaType)) {
        if ('config' in document || 'layers' in document)
            throw new document_ManifestProblem('it is an index with a config or layers');
        return { ...common, kind: 'index', children: document_parseList(document.manifests, 'manifests').map(parseChild) };
    }
    throw new document_ManifestProblem(`its media type "${mediaType}" is not that of an image`);
}
function parseChild(value) {
    const descriptor = parseDescriptor(value, 'a child');
    const fields = document_asObject(value) ?? {};
    const platform = platform_parsePlatform(fields.platform);
    const osVersion = platform_parseOsVersion(fields.platform);
    const isCalledSo = document_asObject(fields.annotations)?.['vnd.docker.reference.type'] === ATTESTATION;
    // Engines look only at the platform: they run an entry with a platform, even if it is called an attestation.
    const isAttestation = isCalledSo && platform === undefined && !isIndexType(descriptor);
    return {
        ...descriptor,
        isAttestation,
        ...(platform === undefined ? {} : { platform }),
        ...(osVersion === undefined ? {} : { osVersion }),
    };
}
function parseDescriptor(value, what) {
    const fields = document_asObject(value);
    const digest = typeof fields?.digest === 'string' ? digest_parseDigest(fields.digest) : undefined;
    if (digest === undefined)
        throw new document_ManifestProblem(`${what} has no digest`);
    const size = fields?.size;
    if (typeof size !== 'number' || !Number.isSafeInteger(size) || size < 0) {
        throw new document_ManifestProblem(`${what} has no size`);
    }
    if (typeof fields?.mediaType !== 'string')
        throw new document_ManifestProblem(`${what} has no media type`);
    return { mediaType: fields.mediaType, digest, size };
}

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
        const digest = digest_parseDigest(`${algorithm}:${hex}`);
        if (digest === undefined)
            continue;
        sizes.set(digest, size);
        if (content?.[0] !== OPENING_BRACE || kept + size > MOST_KEPT || !matches(digest, content))
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
        const document = document_readDocument(bytes);
        const { mediaType = 'manifests' in document ? MEDIA_TYPES.ociIndex : MEDIA_TYPES.ociManifest } = document;
        return parseManifest(bytes, String(mediaType));
    }
    catch (error) {
        if (error instanceof document_ManifestProblem)
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
            if (image.runConfig.length > LARGEST_DOCUMENT)
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
    const child = (0,external_node_child_process_namespaceObject.spawn)('docker', ['image', 'save', id], {
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
    const message = `The config of the image ${name} has more than ${inUnits(LARGEST_DOCUMENT)}: it could not be read back.`;
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
            const saved = await (0,external_node_fs_promises_namespaceObject.stat)(path).catch(() => undefined);
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
        .find(({ registry }) => dockerServer(registry) === dockerServer(over.registry));
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
    const server = dockerServer(registry);
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
    const server = dockerServer(registry);
    const entries = recordOf(group);
    if (value === undefined)
        return Object.hasOwn(entries, server) ? without(entries, (_, key) => key === server) : group;
    const first = Object.keys(entries).find((key) => sameRegistry(hostOf(key), hostOf(server)));
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
    return (0,external_node_crypto_namespaceObject.createHash)('sha256')
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
    const path = (0,external_node_path_namespaceObject.join)(folder, 'lock');
    const madeParent = await lock(folder, path, locker);
    try {
        return await work(madeParent);
    }
    finally {
        await (0,external_node_fs_promises_namespaceObject.rm)(path, { force: true });
        await (0,external_node_fs_promises_namespaceObject.rmdir)(folder).catch(() => { });
    }
}
async function lock(folder, path, { id, clock, signal }) {
    const started = clock.now();
    let madeParent = false;
    for (;;) {
        try {
            const made = await (0,external_node_fs_promises_namespaceObject.mkdir)(folder, { recursive: true, mode: 0o700 });
            madeParent ||= made !== undefined && made !== folder;
            await (0,external_node_fs_promises_namespaceObject.writeFile)(path, id, { flag: 'wx', mode: 0o600 });
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
    return { id: (0,external_node_crypto_namespaceObject.randomUUID)(), files };
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
    const { id, files } = plan ?? { id: (0,external_node_crypto_namespaceObject.randomUUID)(), files: await filesOf(user) };
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
async function filesOf({ env, home = (0,external_node_os_namespaceObject.homedir)() }) {
    const folders = [usersFolder(env, home), (0,external_node_path_namespaceObject.join)(home, '.docker')];
    return [...new Set(await Promise.all(folders.map((folder) => targetOf((0,external_node_path_namespaceObject.resolve)(folder, 'config.json')))))];
}
/** A link is followed, as docker does: a file in its place would break the user's own setup. */
async function targetOf(path) {
    const folder = (0,external_node_path_namespaceObject.dirname)(path);
    return (0,external_node_fs_promises_namespaceObject.realpath)(path).catch(async () => (0,external_node_path_namespaceObject.join)(await (0,external_node_fs_promises_namespaceObject.realpath)(folder).catch(() => folder), (0,external_node_path_namespaceObject.basename)(path)));
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
            await (0,external_node_fs_promises_namespaceObject.rm)((0,external_node_path_namespaceObject.join)(beside, `${name}.new`), { force: true });
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
        await (0,external_node_fs_promises_namespaceObject.rmdir)((0,external_node_path_namespaceObject.dirname)(file)).catch(() => { });
    return changed;
}
async function readShelf(file) {
    const text = await readText(file);
    const config = text === undefined ? undefined : leave_logins_parse(file, text);
    const isSound = config === undefined || [config, config?.auths ?? {}, config?.credHelpers ?? {}].every(isRecord);
    if (!isSound)
        throw leave_logins_damaged(file, 'docker does not write it like this');
    const path = (0,external_node_path_namespaceObject.join)(besideOf(file), 'ledger.json');
    const noted = await readText(path);
    const ledger = noted === undefined ? NOTHING : leave_logins_parse(path, noted);
    if (!Array.isArray(ledger?.kept) || !Array.isArray(ledger.missing))
        throw leave_logins_damaged(path, 'it was changed since this action wrote it');
    return { text, config: config ?? undefined, ledger };
}
/** Undefined if there is no such file; a link to nothing is an error. */
async function readText(path) {
    return (0,external_node_fs_promises_namespaceObject.readFile)(path, 'utf8').catch(async (error) => {
        if (error.code === 'ENOENT' && !(await isThere(path)))
            return undefined;
        throw leave_logins_damaged(path, error.message);
    });
}
function leave_logins_parse(path, text) {
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
    const path = (0,external_node_path_namespaceObject.join)(beside, 'ledger.json');
    if (ledger.kept.length === 0)
        return (0,external_node_fs_promises_namespaceObject.rm)(path, { force: true });
    await (0,external_node_fs_promises_namespaceObject.writeFile)((0,external_node_path_namespaceObject.join)(beside, 'ledger.new'), JSON.stringify(ledger), { mode: 0o600, flag: 'wx' });
    await (0,external_node_fs_promises_namespaceObject.rename)((0,external_node_path_namespaceObject.join)(beside, 'ledger.new'), path);
}
/** The file keeps its owner, and from then on nobody else can read it. */
async function writeConfig(file, config, before) {
    if (config === undefined)
        return before === undefined ? undefined : (0,external_node_fs_promises_namespaceObject.rm)(file, { force: true });
    const text = printConfig(config, before);
    if (text === before)
        return;
    const path = (0,external_node_path_namespaceObject.join)(besideOf(file), 'config.new');
    const users = await (0,external_node_fs_promises_namespaceObject.stat)(file).catch(() => undefined);
    await (0,external_node_fs_promises_namespaceObject.writeFile)(path, text, { mode: 0o600 & (users?.mode ?? 0o600), flag: 'wx' });
    if (users !== undefined)
        await (0,external_node_fs_promises_namespaceObject.chown)(path, users.uid, users.gid).catch(() => { });
    await (0,external_node_fs_promises_namespaceObject.rename)(path, file);
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
            const saved = await (0,external_node_fs_promises_namespaceObject.stat)(path).catch(() => undefined);
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
    const id = typeof first?.Id === 'string' ? digest_parseDigest(`sha256:${first.Id.replace(/^sha256:/, '')}`) : undefined;
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


/***/ }),

/***/ 473:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ ActionError),
/* harmony export */   z: () => (/* binding */ asError)
/* harmony export */ });
/**
 * ActionError is a failure that a user can act on: a stable code, one sentence on what happened, and the next
 * thing to do. Its text may quote the outside world, so it is made safe where it is printed; it never holds a secret.
 */
class ActionError extends Error {
    name = 'ActionError';
    code;
    hint;
    constructor(code, message, details) {
        super(message, details.cause === undefined ? undefined : { cause: details.cause });
        this.code = code;
        this.hint = details.hint;
    }
}
/** asError gives any thrown value the shape of an Error, so that its message and cause can be read. */
function asError(thrown) {
    return thrown instanceof Error ? thrown : new Error(String(thrown));
}


/***/ }),

/***/ 706:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  O: () => (/* binding */ githubRunner)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(24);
// EXTERNAL MODULE: external "os"
var external_os_ = __nccwpck_require__(857);
;// CONCATENATED MODULE: ./build/node_modules/@actions/core/lib/utils.js
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */
/**
 * Sanitizes an input into a string so it can be passed into issueCommand safely
 * @param input input to sanitize into a string
 */
function utils_toCommandValue(input) {
    if (input === null || input === undefined) {
        return '';
    }
    else if (typeof input === 'string' || input instanceof String) {
        return input;
    }
    return JSON.stringify(input);
}
/**
 *
 * @param annotationProperties
 * @returns The command properties to send with the actual annotation command
 * See IssueCommandProperties: https://github.com/actions/runner/blob/main/src/Runner.Worker/ActionCommandManager.cs#L646
 */
function toCommandProperties(annotationProperties) {
    if (!Object.keys(annotationProperties).length) {
        return {};
    }
    return {
        title: annotationProperties.title,
        file: annotationProperties.file,
        line: annotationProperties.startLine,
        endLine: annotationProperties.endLine,
        col: annotationProperties.startColumn,
        endColumn: annotationProperties.endColumn
    };
}
//# sourceMappingURL=utils.js.map
;// CONCATENATED MODULE: ./build/node_modules/@actions/core/lib/command.js


/**
 * Issues a command to the GitHub Actions runner
 *
 * @param command - The command name to issue
 * @param properties - Additional properties for the command (key-value pairs)
 * @param message - The message to include with the command
 * @remarks
 * This function outputs a specially formatted string to stdout that the Actions
 * runner interprets as a command. These commands can control workflow behavior,
 * set outputs, create annotations, mask values, and more.
 *
 * Command Format:
 *   ::name key=value,key=value::message
 *
 * @example
 * ```typescript
 * // Issue a warning annotation
 * issueCommand('warning', {}, 'This is a warning message');
 * // Output: ::warning::This is a warning message
 *
 * // Set an environment variable
 * issueCommand('set-env', { name: 'MY_VAR' }, 'some value');
 * // Output: ::set-env name=MY_VAR::some value
 *
 * // Add a secret mask
 * issueCommand('add-mask', {}, 'secretValue123');
 * // Output: ::add-mask::secretValue123
 * ```
 *
 * @internal
 * This is an internal utility function that powers the public API functions
 * such as setSecret, warning, error, and exportVariable.
 */
function command_issueCommand(command, properties, message) {
    const cmd = new Command(command, properties, message);
    process.stdout.write(cmd.toString() + external_os_.EOL);
}
function command_issue(name, message = '') {
    command_issueCommand(name, {}, message);
}
const CMD_STRING = '::';
class Command {
    constructor(command, properties, message) {
        if (!command) {
            command = 'missing.command';
        }
        this.command = command;
        this.properties = properties;
        this.message = message;
    }
    toString() {
        let cmdStr = CMD_STRING + this.command;
        if (this.properties && Object.keys(this.properties).length > 0) {
            cmdStr += ' ';
            let first = true;
            for (const key in this.properties) {
                if (this.properties.hasOwnProperty(key)) {
                    const val = this.properties[key];
                    if (val) {
                        if (first) {
                            first = false;
                        }
                        else {
                            cmdStr += ',';
                        }
                        cmdStr += `${key}=${escapeProperty(val)}`;
                    }
                }
            }
        }
        cmdStr += `${CMD_STRING}${escapeData(this.message)}`;
        return cmdStr;
    }
}
function escapeData(s) {
    return utils_toCommandValue(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A');
}
function escapeProperty(s) {
    return utils_toCommandValue(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A')
        .replace(/:/g, '%3A')
        .replace(/,/g, '%2C');
}
//# sourceMappingURL=command.js.map
;// CONCATENATED MODULE: external "crypto"
const external_crypto_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("crypto");
// EXTERNAL MODULE: external "fs"
var external_fs_ = __nccwpck_require__(896);
;// CONCATENATED MODULE: ./build/node_modules/@actions/core/lib/file-command.js
// For internal use, subject to change.
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */




function file_command_issueFileCommand(command, message) {
    const filePath = process.env[`GITHUB_${command}`];
    if (!filePath) {
        throw new Error(`Unable to find environment variable for file command ${command}`);
    }
    if (!external_fs_.existsSync(filePath)) {
        throw new Error(`Missing file at path: ${filePath}`);
    }
    external_fs_.appendFileSync(filePath, `${utils_toCommandValue(message)}${external_os_.EOL}`, {
        encoding: 'utf8'
    });
}
function file_command_prepareKeyValueMessage(key, value) {
    const delimiter = `ghadelimiter_${external_crypto_namespaceObject.randomUUID()}`;
    const convertedValue = utils_toCommandValue(value);
    // These should realistically never happen, but just in case someone finds a
    // way to exploit uuid generation let's not allow keys or values that contain
    // the delimiter.
    if (key.includes(delimiter)) {
        throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`);
    }
    if (convertedValue.includes(delimiter)) {
        throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`);
    }
    return `${key}<<${delimiter}${external_os_.EOL}${convertedValue}${external_os_.EOL}${delimiter}`;
}
//# sourceMappingURL=file-command.js.map
// EXTERNAL MODULE: external "path"
var external_path_ = __nccwpck_require__(928);
;// CONCATENATED MODULE: ./build/node_modules/@actions/core/lib/core.js
var __awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};






/**
 * The code to exit an action
 */
var ExitCode;
(function (ExitCode) {
    /**
     * A code indicating that the action was successful
     */
    ExitCode[ExitCode["Success"] = 0] = "Success";
    /**
     * A code indicating that the action was a failure
     */
    ExitCode[ExitCode["Failure"] = 1] = "Failure";
})(ExitCode || (ExitCode = {}));
//-----------------------------------------------------------------------
// Variables
//-----------------------------------------------------------------------
/**
 * Sets env variable for this action and future actions in the job
 * @param name the name of the variable to set
 * @param val the value of the variable. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function exportVariable(name, val) {
    const convertedVal = toCommandValue(val);
    process.env[name] = convertedVal;
    const filePath = process.env['GITHUB_ENV'] || '';
    if (filePath) {
        return issueFileCommand('ENV', prepareKeyValueMessage(name, val));
    }
    issueCommand('set-env', { name }, convertedVal);
}
/**
 * Registers a secret which will get masked from logs
 *
 * @param secret - Value of the secret to be masked
 * @remarks
 * This function instructs the Actions runner to mask the specified value in any
 * logs produced during the workflow run. Once registered, the secret value will
 * be replaced with asterisks (***) whenever it appears in console output, logs,
 * or error messages.
 *
 * This is useful for protecting sensitive information such as:
 * - API keys
 * - Access tokens
 * - Authentication credentials
 * - URL parameters containing signatures (SAS tokens)
 *
 * Note that masking only affects future logs; any previous appearances of the
 * secret in logs before calling this function will remain unmasked.
 *
 * @example
 * ```typescript
 * // Register an API token as a secret
 * const apiToken = "abc123xyz456";
 * setSecret(apiToken);
 *
 * // Now any logs containing this value will show *** instead
 * console.log(`Using token: ${apiToken}`); // Outputs: "Using token: ***"
 * ```
 */
function setSecret(secret) {
    command_issueCommand('add-mask', {}, secret);
}
/**
 * Prepends inputPath to the PATH (for this action and future actions)
 * @param inputPath
 */
function addPath(inputPath) {
    const filePath = process.env['GITHUB_PATH'] || '';
    if (filePath) {
        issueFileCommand('PATH', inputPath);
    }
    else {
        issueCommand('add-path', {}, inputPath);
    }
    process.env['PATH'] = `${inputPath}${path.delimiter}${process.env['PATH']}`;
}
/**
 * Gets the value of an input.
 * Unless trimWhitespace is set to false in InputOptions, the value is also trimmed.
 * Returns an empty string if the value is not defined.
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   string
 */
function getInput(name, options) {
    const val = process.env[`INPUT_${name.replace(/ /g, '_').toUpperCase()}`] || '';
    if (options && options.required && !val) {
        throw new Error(`Input required and not supplied: ${name}`);
    }
    if (options && options.trimWhitespace === false) {
        return val;
    }
    return val.trim();
}
/**
 * Gets the values of an multiline input.  Each value is also trimmed.
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   string[]
 *
 */
function getMultilineInput(name, options) {
    const inputs = getInput(name, options)
        .split('\n')
        .filter(x => x !== '');
    if (options && options.trimWhitespace === false) {
        return inputs;
    }
    return inputs.map(input => input.trim());
}
/**
 * Gets the input value of the boolean type in the YAML 1.2 "core schema" specification.
 * Support boolean input list: `true | True | TRUE | false | False | FALSE` .
 * The return value is also in boolean type.
 * ref: https://yaml.org/spec/1.2/spec.html#id2804923
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   boolean
 */
function getBooleanInput(name, options) {
    const trueValue = ['true', 'True', 'TRUE'];
    const falseValue = ['false', 'False', 'FALSE'];
    const val = getInput(name, options);
    if (trueValue.includes(val))
        return true;
    if (falseValue.includes(val))
        return false;
    throw new TypeError(`Input does not meet YAML 1.2 "Core Schema" specification: ${name}\n` +
        `Support boolean input list: \`true | True | TRUE | false | False | FALSE\``);
}
/**
 * Sets the value of an output.
 *
 * @param     name     name of the output to set
 * @param     value    value to store. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function setOutput(name, value) {
    const filePath = process.env['GITHUB_OUTPUT'] || '';
    if (filePath) {
        return file_command_issueFileCommand('OUTPUT', file_command_prepareKeyValueMessage(name, value));
    }
    process.stdout.write(external_os_.EOL);
    command_issueCommand('set-output', { name }, utils_toCommandValue(value));
}
/**
 * Enables or disables the echoing of commands into stdout for the rest of the step.
 * Echoing is disabled by default if ACTIONS_STEP_DEBUG is not set.
 *
 */
function setCommandEcho(enabled) {
    issue('echo', enabled ? 'on' : 'off');
}
//-----------------------------------------------------------------------
// Results
//-----------------------------------------------------------------------
/**
 * Sets the action status to failed.
 * When the action exits it will be with an exit code of 1
 * @param message add error issue message
 */
function setFailed(message) {
    process.exitCode = ExitCode.Failure;
    error(message);
}
//-----------------------------------------------------------------------
// Logging Commands
//-----------------------------------------------------------------------
/**
 * Gets whether Actions Step Debug is on or not
 */
function isDebug() {
    return process.env['RUNNER_DEBUG'] === '1';
}
/**
 * Writes debug message to user log
 * @param message debug message
 */
function debug(message) {
    command_issueCommand('debug', {}, message);
}
/**
 * Adds an error issue
 * @param message error issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function error(message, properties = {}) {
    command_issueCommand('error', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Adds a warning issue
 * @param message warning issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function warning(message, properties = {}) {
    command_issueCommand('warning', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Adds a notice issue
 * @param message notice issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function notice(message, properties = {}) {
    command_issueCommand('notice', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Writes info to log with console.log.
 * @param message info message
 */
function info(message) {
    process.stdout.write(message + external_os_.EOL);
}
/**
 * Begin an output group.
 *
 * Output until the next `groupEnd` will be foldable in this group
 *
 * @param name The name of the output group
 */
function startGroup(name) {
    command_issue('group', name);
}
/**
 * End an output group.
 */
function endGroup() {
    command_issue('endgroup');
}
/**
 * Wrap an asynchronous function call in a group.
 *
 * Returns the same type as the function itself.
 *
 * @param name The name of the group
 * @param fn The function to wrap in the group
 */
function group(name, fn) {
    return __awaiter(this, void 0, void 0, function* () {
        startGroup(name);
        let result;
        try {
            result = yield fn();
        }
        finally {
            endGroup();
        }
        return result;
    });
}
//-----------------------------------------------------------------------
// Wrapper action state
//-----------------------------------------------------------------------
/**
 * Saves state for current action, the state can only be retrieved by this action's post job execution.
 *
 * @param     name     name of the state to store
 * @param     value    value to store. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function saveState(name, value) {
    const filePath = process.env['GITHUB_STATE'] || '';
    if (filePath) {
        return file_command_issueFileCommand('STATE', file_command_prepareKeyValueMessage(name, value));
    }
    command_issueCommand('save-state', { name }, utils_toCommandValue(value));
}
/**
 * Gets the value of an state set by this action's main execution.
 *
 * @param     name     name of the state to get
 * @returns   string
 */
function getState(name) {
    return process.env[`STATE_${name}`] || '';
}
function getIDToken(aud) {
    return __awaiter(this, void 0, void 0, function* () {
        return yield OidcClient.getIDToken(aud);
    });
}
/**
 * Summary exports
 */

/**
 * @deprecated use core.summary
 */

/**
 * Path exports
 */

/**
 * Platform utilities exports
 */

//# sourceMappingURL=core.js.map
;// CONCATENATED MODULE: ./build/node_modules/@actions/core/lib/summary.js
var summary_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};


const { access, appendFile, writeFile } = external_fs_.promises;
const SUMMARY_ENV_VAR = 'GITHUB_STEP_SUMMARY';
const SUMMARY_DOCS_URL = 'https://docs.github.com/actions/using-workflows/workflow-commands-for-github-actions#adding-a-job-summary';
class Summary {
    constructor() {
        this._buffer = '';
    }
    /**
     * Finds the summary file path from the environment, rejects if env var is not found or file does not exist
     * Also checks r/w permissions.
     *
     * @returns step summary file path
     */
    filePath() {
        return summary_awaiter(this, void 0, void 0, function* () {
            if (this._filePath) {
                return this._filePath;
            }
            const pathFromEnv = process.env[SUMMARY_ENV_VAR];
            if (!pathFromEnv) {
                throw new Error(`Unable to find environment variable for $${SUMMARY_ENV_VAR}. Check if your runtime environment supports job summaries.`);
            }
            try {
                yield access(pathFromEnv, external_fs_.constants.R_OK | external_fs_.constants.W_OK);
            }
            catch (_a) {
                throw new Error(`Unable to access summary file: '${pathFromEnv}'. Check if the file has correct read/write permissions.`);
            }
            this._filePath = pathFromEnv;
            return this._filePath;
        });
    }
    /**
     * Wraps content in an HTML tag, adding any HTML attributes
     *
     * @param {string} tag HTML tag to wrap
     * @param {string | null} content content within the tag
     * @param {[attribute: string]: string} attrs key-value list of HTML attributes to add
     *
     * @returns {string} content wrapped in HTML element
     */
    wrap(tag, content, attrs = {}) {
        const htmlAttrs = Object.entries(attrs)
            .map(([key, value]) => ` ${key}="${value}"`)
            .join('');
        if (!content) {
            return `<${tag}${htmlAttrs}>`;
        }
        return `<${tag}${htmlAttrs}>${content}</${tag}>`;
    }
    /**
     * Writes text in the buffer to the summary buffer file and empties buffer. Will append by default.
     *
     * @param {SummaryWriteOptions} [options] (optional) options for write operation
     *
     * @returns {Promise<Summary>} summary instance
     */
    write(options) {
        return summary_awaiter(this, void 0, void 0, function* () {
            const overwrite = !!(options === null || options === void 0 ? void 0 : options.overwrite);
            const filePath = yield this.filePath();
            const writeFunc = overwrite ? writeFile : appendFile;
            yield writeFunc(filePath, this._buffer, { encoding: 'utf8' });
            return this.emptyBuffer();
        });
    }
    /**
     * Clears the summary buffer and wipes the summary file
     *
     * @returns {Summary} summary instance
     */
    clear() {
        return summary_awaiter(this, void 0, void 0, function* () {
            return this.emptyBuffer().write({ overwrite: true });
        });
    }
    /**
     * Returns the current summary buffer as a string
     *
     * @returns {string} string of summary buffer
     */
    stringify() {
        return this._buffer;
    }
    /**
     * If the summary buffer is empty
     *
     * @returns {boolen} true if the buffer is empty
     */
    isEmptyBuffer() {
        return this._buffer.length === 0;
    }
    /**
     * Resets the summary buffer without writing to summary file
     *
     * @returns {Summary} summary instance
     */
    emptyBuffer() {
        this._buffer = '';
        return this;
    }
    /**
     * Adds raw text to the summary buffer
     *
     * @param {string} text content to add
     * @param {boolean} [addEOL=false] (optional) append an EOL to the raw text (default: false)
     *
     * @returns {Summary} summary instance
     */
    addRaw(text, addEOL = false) {
        this._buffer += text;
        return addEOL ? this.addEOL() : this;
    }
    /**
     * Adds the operating system-specific end-of-line marker to the buffer
     *
     * @returns {Summary} summary instance
     */
    addEOL() {
        return this.addRaw(external_os_.EOL);
    }
    /**
     * Adds an HTML codeblock to the summary buffer
     *
     * @param {string} code content to render within fenced code block
     * @param {string} lang (optional) language to syntax highlight code
     *
     * @returns {Summary} summary instance
     */
    addCodeBlock(code, lang) {
        const attrs = Object.assign({}, (lang && { lang }));
        const element = this.wrap('pre', this.wrap('code', code), attrs);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML list to the summary buffer
     *
     * @param {string[]} items list of items to render
     * @param {boolean} [ordered=false] (optional) if the rendered list should be ordered or not (default: false)
     *
     * @returns {Summary} summary instance
     */
    addList(items, ordered = false) {
        const tag = ordered ? 'ol' : 'ul';
        const listItems = items.map(item => this.wrap('li', item)).join('');
        const element = this.wrap(tag, listItems);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML table to the summary buffer
     *
     * @param {SummaryTableCell[]} rows table rows
     *
     * @returns {Summary} summary instance
     */
    addTable(rows) {
        const tableBody = rows
            .map(row => {
            const cells = row
                .map(cell => {
                if (typeof cell === 'string') {
                    return this.wrap('td', cell);
                }
                const { header, data, colspan, rowspan } = cell;
                const tag = header ? 'th' : 'td';
                const attrs = Object.assign(Object.assign({}, (colspan && { colspan })), (rowspan && { rowspan }));
                return this.wrap(tag, data, attrs);
            })
                .join('');
            return this.wrap('tr', cells);
        })
            .join('');
        const element = this.wrap('table', tableBody);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds a collapsable HTML details element to the summary buffer
     *
     * @param {string} label text for the closed state
     * @param {string} content collapsable content
     *
     * @returns {Summary} summary instance
     */
    addDetails(label, content) {
        const element = this.wrap('details', this.wrap('summary', label) + content);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML image tag to the summary buffer
     *
     * @param {string} src path to the image you to embed
     * @param {string} alt text description of the image
     * @param {SummaryImageOptions} options (optional) addition image attributes
     *
     * @returns {Summary} summary instance
     */
    addImage(src, alt, options) {
        const { width, height } = options || {};
        const attrs = Object.assign(Object.assign({}, (width && { width })), (height && { height }));
        const element = this.wrap('img', null, Object.assign({ src, alt }, attrs));
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML section heading element
     *
     * @param {string} text heading text
     * @param {number | string} [level=1] (optional) the heading level, default: 1
     *
     * @returns {Summary} summary instance
     */
    addHeading(text, level) {
        const tag = `h${level}`;
        const allowedTag = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].includes(tag)
            ? tag
            : 'h1';
        const element = this.wrap(allowedTag, text);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML thematic break (<hr>) to the summary buffer
     *
     * @returns {Summary} summary instance
     */
    addSeparator() {
        const element = this.wrap('hr', null);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML line break (<br>) to the summary buffer
     *
     * @returns {Summary} summary instance
     */
    addBreak() {
        const element = this.wrap('br', null);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML blockquote to the summary buffer
     *
     * @param {string} text quote text
     * @param {string} cite (optional) citation url
     *
     * @returns {Summary} summary instance
     */
    addQuote(text, cite) {
        const attrs = Object.assign({}, (cite && { cite }));
        const element = this.wrap('blockquote', text, attrs);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML anchor tag to the summary buffer
     *
     * @param {string} text link text/content
     * @param {string} href hyperlink
     *
     * @returns {Summary} summary instance
     */
    addLink(text, href) {
        const element = this.wrap('a', text, { href });
        return this.addRaw(element).addEOL();
    }
}
const _summary = new Summary();
/**
 * @deprecated use `core.summary`
 */
const markdownSummary = (/* unused pure expression or super */ null && (_summary));
const summary = _summary;
//# sourceMappingURL=summary.js.map
;// CONCATENATED MODULE: ./build/run/origin.js
/** originOf reads the origin of a run from the environment of a job; missing values are empty. */
function originOf(environment) {
    const told = (name) => environment[`GITHUB_${name}`] ?? '';
    return {
        server: told('SERVER_URL').replace(/\/+$/, ''),
        repository: told('REPOSITORY'),
        repositoryId: told('REPOSITORY_ID'),
        ownerId: told('REPOSITORY_OWNER_ID'),
        workflow: told('WORKFLOW_REF'),
        runId: told('RUN_ID'),
        attempt: told('RUN_ATTEMPT'),
    };
}

;// CONCATENATED MODULE: ./build/run/pages.js
/** Owner and name, as every server allows them. */
const REPOSITORY = /^[A-Za-z0-9_.-]+\/[A-Za-z0-9_.-]+$/;
/** Git refs in an address: without characters that would end a path. */
const REF = /^[A-Za-z0-9_.+@/-]+$/;
const COMMIT = /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/;
const NUMBER = /^\d+$/;
/** `owner/name/.github/workflows/file.yml@refs/heads/main` */
const WORKFLOW = /^([^/]+\/[^/]+)\/(\.[A-Za-z0-9_.-]+\/workflows\/[A-Za-z0-9_.+-]+)@/;
/** pagesOf reads the addresses from the runner's variables. A value with an unexpected form gives no address. */
function pagesOf(environment, server) {
    const { GITHUB_REPOSITORY: repository = '', GITHUB_RUN_ID: run = '', GITHUB_RUN_ATTEMPT: attempt = '', GITHUB_WORKFLOW_REF: workflow = '', GITHUB_WORKFLOW_SHA: workflowSha = '', GITHUB_ACTION_REPOSITORY: action = '', GITHUB_ACTION_REF: actionRef = '', } = environment;
    const isServer = URL.parse(server.url)?.protocol === 'https:';
    const at = (owner, ...parts) => isServer && REPOSITORY.test(owner) ? [server.url.replace(/\/+$/, ''), owner, ...parts].join('/') : undefined;
    const [, workflowRepository = '', file = ''] = WORKFLOW.exec(workflow) ?? [];
    const runs = NUMBER.test(run) ? ['actions', 'runs', run] : undefined;
    const attempts = NUMBER.test(attempt) ? ['attempts', attempt] : [];
    return {
        run: runs && at(repository, ...runs, ...attempts),
        workflow: file !== '' && COMMIT.test(workflowSha) ? at(workflowRepository, 'blob', workflowSha, file) : undefined,
        commit: (sha) => (COMMIT.test(sha) ? at(repository, 'commit', sha) : undefined),
        compare: (from, to) => COMMIT.test(from) && COMMIT.test(to) && from !== to ? at(repository, 'compare', `${from}...${to}`) : undefined,
        help: (code) => REF.test(actionRef) ? at(action, 'blob', actionRef, `docs/troubleshooting.md#${code.toLowerCase()}`) : undefined,
    };
}
/** A run without known values: no page can be opened. */
const NO_PAGES = pagesOf({}, { url: '' });

;// CONCATENATED MODULE: ./build/run/facts.js
/** field reads one field of the payload by its path; undefined if any part of the path is missing. */
function field(payload, path) {
    return path.split('.').reduce((value, key) => {
        const isObject = typeof value === 'object' && value !== null && Object.hasOwn(value, key);
        return isObject ? value[key] : undefined;
    }, payload);
}
/** isSaid tells whether a payload has a field, or has null on the way to it: a deleted fork is null. */
function isSaid(payload, path) {
    const found = path.split('.').reduce((value, key) => (value === null ? null : field(value, key)), payload);
    return found !== undefined;
}
/** text reads a field that must be a non-empty string. */
function facts_text(payload, path) {
    const value = field(payload, path);
    return typeof value === 'string' && value !== '' ? value : undefined;
}
/** time reads a date and time, in milliseconds since 1970. */
function time(payload, path) {
    const value = Date.parse(facts_text(payload, path) ?? '');
    return Number.isNaN(value) ? undefined : value;
}
/** id reads the numeric id of a repository; unlike its name, nobody can take it over. */
function id(payload, path) {
    const value = field(payload, path);
    return typeof value === 'number' && Number.isSafeInteger(value) ? String(value) : undefined;
}

;// CONCATENATED MODULE: ./build/run/gitea-event.js
/**
 * The events of Gitea and Forgejo in GitHub's words. If these servers do not send a field, it stays missing, and the
 * gate stays closed.
 */

const NOTHING = /^0+$/;
/** inGitHubsWords returns a payload as GitHub would have sent it. */
function inGitHubsWords({ eventName, payload }) {
    if (typeof payload !== 'object' || payload === null || Array.isArray(payload))
        return payload;
    if (eventName === 'push')
        return pushInWords(payload);
    if (eventName === 'pull_request' && field(payload, 'action') === 'synchronized')
        return { ...payload, action: 'synchronize' };
    return eventName === 'workflow_run' ? workflowRunInWords(payload) : payload;
}
/** The new commit of a push shows whether the push deletes a branch or tag. */
function pushInWords(payload) {
    const after = facts_text(payload, 'after');
    return after === undefined ? withoutField(payload, 'deleted') : { ...payload, deleted: NOTHING.test(after) };
}
/**
 * A run for a pull request, also of a fork, is reported as one of this repository. Only a push to a branch, if both the
 * branch and the path of the workflow name it, is certainly our own: a fork's pushes run in the fork.
 */
function workflowRunInWords(payload) {
    const run = field(payload, 'workflow_run');
    if (typeof run !== 'object' || run === null)
        return payload;
    const branch = facts_text(run, 'head_branch');
    const isOwnPush = facts_text(run, 'event') === 'push' &&
        branch !== undefined &&
        facts_text(run, 'path') === `${facts_text(payload, 'workflow.id')}@refs/heads/${branch}`;
    const others = withoutField(run, 'head_repository');
    const home = field(run, 'repository');
    const isHome = isOwnPush && home !== undefined;
    return { ...payload, workflow_run: isHome ? { ...others, head_repository: home } : others };
}
function withoutField(object, name) {
    return Object.fromEntries(Object.entries(object).filter(([key]) => key !== name));
}
/** giteaDoubts finds the fields that GitHub sends and these servers do not, and values that contradict the run. */
function giteaDoubts({ eventName, sha, payload }, server) {
    if (eventName === 'push') {
        const after = facts_text(payload, 'after');
        if (after === undefined)
            return { instead: ['deleted'], doubts: [`the field after is missing in the event that ${server} has sent`] };
        const isOther = after !== sha && !NOTHING.test(after);
        return { instead: [], doubts: isOther ? [`the push is to ${after}, and GITHUB_SHA is ${sha || 'missing'}`] : [] };
    }
    if (eventName === 'pull_request') {
        const own = field(payload, 'repository.id');
        const isOwn = own !== undefined && field(payload, 'pull_request.head.repo.id') === own;
        const instead = ['pull_request.user.type', 'sender.type'];
        // For a fork it does not matter who opened the pull request.
        const doubts = isOwn ? [`${server} does not say whether a person or a program opened the pull request`] : [];
        return { instead, doubts };
    }
    return { instead: [], doubts: [] };
}

;// CONCATENATED MODULE: ./build/run/server.js
const NAMES = {
    github: 'GitHub',
    enterprise: 'GitHub Enterprise Server',
    gitea: 'Gitea',
    forgejo: 'Forgejo',
    unknown: 'the server',
};
/**
 * serverOf recognises the server first by its addresses. Only if they may be those of Gitea, it also uses the variables
 * that Gitea's runner sets, which a workflow could change.
 */
function serverOf(environment) {
    const { GITHUB_SERVER_URL: url = '', GITHUB_API_URL: api = '' } = environment;
    const kind = kindOf(url.replace(/\/+$/, ''), api.replace(/\/+$/, ''), environment);
    return { kind, name: NAMES[kind], url, api: api === '' && kind === 'github' ? 'https://api.github.com' : api };
}
function kindOf(url, api, { GITEA_ACTIONS, FORGEJO_ACTIONS }) {
    // An enterprise with data residency has its own host below ghe.com, but the server is GitHub.
    if (/^https:\/\/(?:github\.com|[a-z0-9-]+\.ghe\.com)$/.test(url))
        return 'github';
    if (url === '')
        return 'unknown';
    // Forgejo's runner also sets Gitea's variable.
    if (api === `${url}/api/v1` && FORGEJO_ACTIONS === 'true')
        return 'forgejo';
    if (api === `${url}/api/v1` && GITEA_ACTIONS === 'true')
        return 'gitea';
    return api === `${url}/api/v3` ? 'enterprise' : 'unknown';
}
/** isOfGitea tells whether a server speaks Gitea's dialect: Forgejo is a fork of Gitea. */
function isOfGitea({ kind }) {
    return kind === 'gitea' || kind === 'forgejo';
}

;// CONCATENATED MODULE: ./build/run/read-facts.js



/** Fields that the gate needs, and that GitHub always sends with an event that may publish; they may be null. */
const ALWAYS_SENT = {
    push: ['deleted'],
    release: ['action', 'release.tag_name', 'release.draft'],
    workflow_dispatch: [],
    repository_dispatch: [],
    merge_group: ['action', 'merge_group.head_sha', 'merge_group.base_ref'],
    workflow_run: [
        'action',
        ...['conclusion', 'event', 'head_sha', 'head_branch', 'head_repository.id'].map((name) => `workflow_run.${name}`),
    ],
    pull_request: [
        'action',
        ...['head.sha', 'head.ref', 'head.repo.id', 'user.type'].map((name) => `pull_request.${name}`),
        'sender.type',
    ],
};
/** readFacts reads what any server says about a run into the same facts. */
function readFacts({ environment, payload: sent }) {
    const { GITHUB_EVENT_NAME: eventName = '', GITHUB_REF: ref = '', GITHUB_SHA: sha = '' } = environment;
    const server = serverOf(environment);
    const payload = isOfGitea(server) ? inGitHubsWords({ eventName, payload: sent }) : sent;
    // Older Enterprise Servers do not set the variable, and Gitea never does.
    const ofPayload = server.kind === 'github' ? undefined : id(sent, 'repository.id');
    const repositoryId = environment.GITHUB_REPOSITORY_ID || (ofPayload ?? '');
    const event = { eventName, sha, payload };
    const doubts = server.kind === 'unknown' ? [unknown(server)] : doubtsOf(event, server);
    return { server, doubts, eventName, ref, sha, repositoryId, payload };
}
function doubtsOf(event, server) {
    const always = Object.hasOwn(ALWAYS_SENT, event.eventName) ? ALWAYS_SENT[event.eventName] : undefined;
    if (always === undefined)
        return [];
    if (event.payload === undefined)
        return ['there is no event file, or it is no JSON'];
    const gitea = isOfGitea(server) ? giteaDoubts(event, server.name) : { instead: [], doubts: [] };
    return [
        ...['repository.default_branch', ...always]
            .filter((path) => !gitea.instead.includes(path) && !isSaid(event.payload, path))
            .map((path) => `the field ${path} is missing in the event that ${server.name} has sent`),
        ...gitea.doubts,
    ];
}
function unknown({ url, api }) {
    return `the server ${url || 'without GITHUB_SERVER_URL'} with the API ${api || 'without GITHUB_API_URL'}, which is not known`;
}

;// CONCATENATED MODULE: ./build/secret/runner-masks.js
/**
 * The forms that the runner of GitHub Actions makes from a mask (actions/runner 2.337, `AddMaskCommandExtension`,
 * `SecretMasker.cs`, `ValueEncoders.cs`). It replaces all of them in the log, and withholds job outputs that contain
 * one.
 */
/** Shortest line that is masked by itself, in a text with several lines, in characters. */
const SHORTEST_LINE = 8;
/** Shortest part of a text around `&` that the runner masks by itself, in characters. */
const SHORTEST_PART = 6;
/**
 * linesToMask returns the lines to pass to `add-mask` for a text. The runner masks each *line*, and a line such as `{`
 * is not a secret: every output with that character would be withheld. A log is also read by lines.
 */
function linesToMask(text) {
    const lines = text.split(/[\r\n]+/).filter((line) => line.trim() !== '');
    const [only, ...others] = lines;
    if (only === undefined || others.length === 0)
        return lines;
    return [...new Set(lines.map((line) => line.trim()).filter((line) => line.length >= SHORTEST_LINE))];
}
/** masksOf lists every text that the runner looks for after it got a line to mask. */
function masksOf(line) {
    const alike = [line, line.trim()].flatMap((text) => [text, ...ENCODERS.map((encode) => encode(text))]);
    return new Set(alike.filter((mask) => mask !== ''));
}
/** withoutMasked returns the text as the runner shows it: masks that overlap or touch become one `***`. */
function withoutMasked(text, masks) {
    let shown = '';
    let end = 0;
    for (const [from, to] of [...masks].flatMap((mask) => placesOf(mask, text)).sort(([one], [other]) => one - other)) {
        if (from > end || shown === '')
            shown += `${text.slice(end, from)}***`;
        end = Math.max(end, to);
    }
    return shown + text.slice(end);
}
/** Where a mask begins and ends in a text, also if it overlaps itself. */
function placesOf(mask, text) {
    const places = [];
    for (let at = text.indexOf(mask); at >= 0; at = text.indexOf(mask, at + 1))
        places.push([at, at + mask.length]);
    return places;
}
const ENCODERS = [
    (text) => base64From(text, 0),
    (text) => base64From(text, 1),
    (text) => base64From(text, 2),
    (text) => text.replaceAll('"', '\\"'),
    (text) => text.replaceAll("'", "''"),
    jsonEscaped,
    // .NET also escapes these characters, which encodeURIComponent keeps.
    (text) => encodeURIComponent(text.toWellFormed()).replace(/[!'()*]/g, percentEncoded),
    (text) => text.replace(/[<>"'&]/g, (character) => XML[character] ?? character),
    (text) => (text.length > 8 && text.startsWith('"') && text.endsWith('"') ? text.slice(1, -1) : ''),
    (text) => partOf(text, beforeAmpersand(text)),
    (text) => partOf(text, afterAmpersand(text)),
];
/** Base64 of the bytes from this one on: the rest is the same if other bytes came before. */
function base64From(text, first) {
    const bytes = Buffer.from(text);
    return bytes.subarray(bytes.length > first ? first : 0).toString('base64');
}
/** JSON as Newtonsoft writes it, which also escapes the line ends that JavaScript keeps. */
function jsonEscaped(text) {
    const escaped = (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
    return JSON.stringify(text)
        .slice(1, -1)
        .replace(/[\u0085\u2028\u2029]/g, escaped);
}
function percentEncoded(character) {
    return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}
const XML = {
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&apos;',
    '&': '&amp;',
};
/** PowerShell colours its errors at `&`, and at `&+` also the letter after it. */
function beforeAmpersand(text) {
    const plus = text.indexOf('&+');
    return plus < 0 ? text.slice(0, text.lastIndexOf('&') + 1) : text.slice(0, plus + 2);
}
function afterAmpersand(text) {
    const plus = text.indexOf('&+');
    return plus < 0 ? text.slice(text.lastIndexOf('&') + 1) : text.slice(plus + 3);
}
function partOf(text, part) {
    return text.includes('&') && part.length >= SHORTEST_PART ? part : '';
}

;// CONCATENATED MODULE: ./build/secret/masked.js


/** Everything that was masked in this process, with the forms that the runner masks: one job has one log. */
const masked = new Set();
/** remember stores a form of a secret for `redacted`, with all forms that the runner makes from it. */
function remember(form) {
    if (form.trim() === '')
        return;
    masked.add(form);
    for (const line of linesToMask(form))
        for (const mask of masksOf(line))
            masked.add(mask);
}
/** Lines of the workflow's secrets, which GitHub masked when the job began, even short ones. */
const ofWorkflow = new Set();
/** rememberSecret stores a text that the step got from a secret of the workflow. */
function rememberSecret(text) {
    const lines = text.split(/[\r\n]+/).filter((line) => line.trim() !== '');
    for (const line of lines)
        for (const mask of masksOf(line))
            ofWorkflow.add(mask);
}
/** isWithheld tells whether GitHub withholds an output with this value from later jobs. */
function isWithheld(output) {
    return [masked, ofWorkflow].some((masks) => [...masks].some((mask) => output.includes(mask)));
}
/** redacted returns a text without masked values, as the runner would show it. */
function redacted(text) {
    return withoutMasked(text, masked);
}
/**
 * excerpt returns the beginning of an outside text on one line, to quote it in a sentence. It is masked before it is
 * cut, because half of a secret would not be recognised. It is made printable when it is printed.
 */
function excerpt(text, longest) {
    return shortened(oneLine(redacted(text)), longest);
}

// EXTERNAL MODULE: ./build/secret/secret.js
var secret = __nccwpck_require__(469);
// EXTERNAL MODULE: ./build/text/printable.js
var printable = __nccwpck_require__(865);
// EXTERNAL MODULE: ./build/errors.js
var errors = __nccwpck_require__(473);
;// CONCATENATED MODULE: ./build/runner/least-runner.js

/** The first Node whose agents use the proxy that the environment names, and the first runner that has it. */
const LEAST = { node: '24.5.0', runner: '2.328.0' };
/**
 * assertRunner throws RUNNER_TOO_OLD if the runner has started us with an older Node, such as `24.4.0`. That Node would
 * silently bypass a proxy, and the credential would go where the network's owner does not want it.
 */
function assertRunner(node) {
    if (!isBefore(node, LEAST.node))
        return;
    throw new errors/* ActionError */.l('RUNNER_TOO_OLD', `The runner started this action with Node ${node}, and it needs ${LEAST.node} or later.`, {
        hint: `Update the runner to ${LEAST.runner} or later. A self-hosted runner with disabled updates does not update itself.`,
    });
}
/** By numbers, and not by 'localeCompare': loading its tables takes longer than a whole run with a closed gate. */
function isBefore(one, other) {
    const numbers = [one, other].map((version) => version.split('.').map((part) => Number.parseInt(part, 10)));
    const [ours = [], theirs = []] = numbers;
    const at = ours.findIndex((number, index) => number !== theirs[index]);
    return at >= 0 && !((ours[at] ?? 0) > (theirs[at] ?? 0));
}

;// CONCATENATED MODULE: ./build/runner/github-runner.js











/**
 * githubRunner is the runner of GitHub Actions, through `@actions/core`. It adds what that package does not do: text is
 * made safe before it is printed, masked text is remembered, and a file gets a whole text or nothing.
 */
const githubRunner = {
    assertNewEnough: () => assertRunner(process.versions.node),
    input,
    givenInputs: () => Object.keys(process.env).flatMap((name) => name.startsWith(INPUT) ? [name.slice(INPUT.length).toLowerCase()] : []),
    secretInput: (name) => new secret/* Secret */.zh(input(name)),
    context,
    origin: () => originOf(process.env),
    pages: () => pagesOf(process.env, serverOf(process.env)),
    publicAccounts: () => {
        const { GITHUB_ACTOR, GITHUB_TRIGGERING_ACTOR, GITHUB_REPOSITORY_OWNER } = process.env;
        return [GITHUB_ACTOR, GITHUB_TRIGGERING_ACTOR, GITHUB_REPOSITORY_OWNER].filter((name) => name !== undefined);
    },
    now: () => Date.now(),
    mask: (text) => {
        remember(text);
        for (const line of linesToMask(text))
            setSecret(line);
    },
    redacted: redacted,
    noteSecret: rememberSecret,
    withholds: isWithheld,
    info: (text) => info(safe(text)),
    debug: (text) => debug(safe(text)),
    notice: (title, text) => notice(safe(text), { title: safeLine(title) }),
    warning: (title, text) => warning(safe(text), { title: safeLine(title) }),
    error: (title, text) => error(safe(text), { title: safeLine(title) }),
    group: (name, work) => group(safeLine(name), work),
    setOutputs: (values) => wholly('GITHUB_OUTPUT', () => {
        for (const [name, value] of Object.entries(values))
            setOutput(name, value);
    }),
    // The package does not know this file yet.
    declareImage: (image) => wholly('GITHUB_ARTIFACTS', (path) => (0,external_node_fs_.appendFileSync)(path, `oci://${image}\n`)),
    summary: writeSummary,
    saveState: (name, value) => wholly('GITHUB_STATE', () => saveState(name, value)),
    state: getState,
};
/** The prefix of variables that are inputs. */
const INPUT = 'INPUT_';
/**
 * Text for the log. It is masked first: nobody would recognise a secret that is cut, or whose characters are changed.
 */
const safe = (text) => (0,printable/* printable */.g$)((0,printable/* shortened */.vI)(redacted(text)));
const safeLine = (text) => (0,printable/* printableLine */.oy)((0,printable/* shortened */.vI)(redacted(text)));
/** Nothing is trimmed: `getInput` would remove a byte order mark and other white space that a git ref may have. */
function input(name) {
    return getInput(name, { trimWhitespace: false });
}
async function writeSummary(markdown) {
    if (!process.env.GITHUB_STEP_SUMMARY)
        return;
    const takeBack = rememberLength(process.env.GITHUB_STEP_SUMMARY);
    try {
        await summary.addRaw(markdown).write();
    }
    catch (error) {
        summary.emptyBuffer();
        takeBack();
        throw error;
    }
}
/**
 * wholly writes to a file of the runner, all or nothing. Outside a runner (a run by hand), these files do not exist.
 */
function wholly(variable, write) {
    const path = process.env[variable];
    if (!path)
        return;
    const takeBack = rememberLength(path);
    try {
        write(path);
    }
    catch (error) {
        takeBack();
        throw error;
    }
}
/**
 * If the disk becomes full, the file has the beginning of a text, and the runner would take it for the whole text. The
 * returned function removes it.
 */
function rememberLength(path) {
    const before = (0,external_node_fs_.statSync)(path, { throwIfNoEntry: false })?.size;
    return () => {
        if (before !== undefined)
            (0,external_node_fs_.truncateSync)(path, before);
    };
}
function context() {
    return readFacts({ environment: process.env, payload: readPayload(process.env.GITHUB_EVENT_PATH) });
}
/** A payload that cannot be read is undefined: the gate closes with a reason, so nothing is thrown here. */
function readPayload(path) {
    try {
        return path ? JSON.parse((0,external_node_fs_.readFileSync)(path, 'utf8')) : undefined;
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 469:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   zh: () => (/* binding */ Secret)
/* harmony export */ });
/* unused harmony exports maskedForms, goJson */
/**
 * Secret is a string that prints as `***` if it is printed by mistake: in a template, in JSON, in an inspected object.
 * Only `reveal()` returns its value, so every place that uses it can be found by that name.
 */
class Secret {
    #value;
    constructor(value) {
        this.#value = value;
    }
    /** reveal returns the value. Call it only where the value is sent to its own registry. */
    reveal() {
        return this.#value;
    }
    get isEmpty() {
        return this.#value === '';
    }
    toString() {
        return '***';
    }
    toJSON() {
        return '***';
    }
    [Symbol.for('nodejs.util.inspect.custom')]() {
        return '***';
    }
}
/** Shortest single line of a longer secret that is masked by itself. */
const SHORTEST_LINE = 8;
/**
 * maskedForms lists every form in which a tool may print the password of a login, to be masked before its first use:
 * unchanged, trimmed, each of its lines, URL-encoded, as a JSON string, and in base64 and base64url alone, as
 * `user:password` (a Basic header, a docker configuration) and as the engine's `X-Registry-Auth`.
 */
function maskedForms({ username, password, servers }) {
    const value = password.reveal();
    // The runner masks line by line. A line such as "{" is not a secret, and would withhold every output with it.
    const lines = value.split(/\r?\n/).map((line) => line.trim());
    const plain = [value, value.trim(), ...lines.filter((line) => line.length >= SHORTEST_LINE)];
    const encoded = plain.flatMap((form) => [
        encodeURIComponent(form),
        new URLSearchParams([['', form]]).toString().slice(1),
        JSON.stringify(form).slice(1, -1),
        goJson(form).slice(1, -1),
    ]);
    const binary = [
        ...plain,
        `${value}\n`,
        `${username}:${value}`,
        `${username}:${value}\n`,
        JSON.stringify({ username, password: value }),
        ...servers.map((serveraddress) => goJson({ username, password: value, serveraddress })),
    ].flatMap((form) => [Buffer.from(form).toString('base64'), Buffer.from(form).toString('base64url')]);
    const forms = [...plain, ...encoded, ...binary].filter((form) => form !== '');
    return [...new Set(forms)];
}
/** goJson writes JSON as Go does, which is safe inside HTML. */
function goJson(value) {
    const escaped = (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
    return JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, escaped);
}


/***/ }),

/***/ 865:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   TN: () => (/* binding */ oneLine),
/* harmony export */   g$: () => (/* binding */ printable),
/* harmony export */   oy: () => (/* binding */ printableLine),
/* harmony export */   vI: () => (/* binding */ shortened)
/* harmony export */ });
/** Longest text from outside that is printed; the rest is cut, with a note. */
const LONGEST_TEXT = 8192;
/** Control and format characters (escape sequences, marks that reorder or hide text), except tab and line feed. */
const UNPRINTABLE = /(?![\t\n])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;
/**
 * What the runner reads as a command: a name between two `::` at the start of a line, or after `##[` anywhere in it.
 */
const COMMAND = /^([^\S\n]*:)(?=:)|(#)(?=#\[)/gm;
/**
 * printable makes text from a registry, an engine, a file or an event safe to log. It removes characters that control a
 * terminal or reorder text, and breaks up a workflow command with a word joiner after its first character. Line feeds
 * stay: the caller decides what a line is. Afterwards, a secret in the text may no longer be recognised. So this comes
 * last, when the text is printed: mask it, cut it, then make it printable.
 */
function printable(text) {
    return text.replace(/\r\n?/g, '\n').replace(UNPRINTABLE, '').replace(COMMAND, '$1$2\u2060');
}
/** printableLine is `printable` on one line, for annotations, table cells and the middle of a sentence. */
function printableLine(text) {
    return printable(oneLine(printable(text)));
}
/** oneLine joins the lines of a text, and changes nothing else: masked text stays masked. */
function oneLine(text) {
    return text
        .split(/[\r\n]/)
        .map((line) => line.trim())
        .filter((line) => line !== '')
        .join(' ');
}
/** shortened is the part of a text that is printed: its beginning, up to a default or a given length. */
function shortened(text, longest = LONGEST_TEXT) {
    return text.length > longest ? `${text.slice(0, longest)} … (cut)` : text;
}


/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		// no module.id needed
/******/ 		// no module.loaded needed
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId](module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/******/ // expose the modules object (__webpack_modules__)
/******/ __nccwpck_require__.m = __webpack_modules__;
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/async module */
/******/ (() => {
/******/ 	var webpackQueues = typeof Symbol === "function" ? Symbol("webpack queues") : "__webpack_queues__";
/******/ 	var webpackExports = typeof Symbol === "function" ? Symbol("webpack exports") : "__webpack_exports__";
/******/ 	var webpackError = typeof Symbol === "function" ? Symbol("webpack error") : "__webpack_error__";
/******/ 	var resolveQueue = (queue) => {
/******/ 		if(queue && queue.d < 1) {
/******/ 			queue.d = 1;
/******/ 			queue.forEach((fn) => (fn.r--));
/******/ 			queue.forEach((fn) => (fn.r-- ? fn.r++ : fn()));
/******/ 		}
/******/ 	}
/******/ 	var wrapDeps = (deps) => (deps.map((dep) => {
/******/ 		if(dep !== null && typeof dep === "object") {
/******/ 			if(dep[webpackQueues]) return dep;
/******/ 			if(dep.then) {
/******/ 				var queue = [];
/******/ 				queue.d = 0;
/******/ 				dep.then((r) => {
/******/ 					obj[webpackExports] = r;
/******/ 					resolveQueue(queue);
/******/ 				}, (e) => {
/******/ 					obj[webpackError] = e;
/******/ 					resolveQueue(queue);
/******/ 				});
/******/ 				var obj = {};
/******/ 				obj[webpackQueues] = (fn) => (fn(queue));
/******/ 				return obj;
/******/ 			}
/******/ 		}
/******/ 		var ret = {};
/******/ 		ret[webpackQueues] = x => {};
/******/ 		ret[webpackExports] = dep;
/******/ 		return ret;
/******/ 	}));
/******/ 	__nccwpck_require__.a = (module, body, hasAwait) => {
/******/ 		var queue;
/******/ 		hasAwait && ((queue = []).d = -1);
/******/ 		var depQueues = new Set();
/******/ 		var exports = module.exports;
/******/ 		var currentDeps;
/******/ 		var outerResolve;
/******/ 		var reject;
/******/ 		var promise = new Promise((resolve, rej) => {
/******/ 			reject = rej;
/******/ 			outerResolve = resolve;
/******/ 		});
/******/ 		promise[webpackExports] = exports;
/******/ 		promise[webpackQueues] = (fn) => (queue && fn(queue), depQueues.forEach(fn), promise["catch"](x => {}));
/******/ 		module.exports = promise;
/******/ 		body((deps) => {
/******/ 			currentDeps = wrapDeps(deps);
/******/ 			var fn;
/******/ 			var getResult = () => (currentDeps.map((d) => {
/******/ 				if(d[webpackError]) throw d[webpackError];
/******/ 				return d[webpackExports];
/******/ 			}))
/******/ 			var promise = new Promise((resolve) => {
/******/ 				fn = () => (resolve(getResult));
/******/ 				fn.r = 0;
/******/ 				var fnQueue = (q) => (q !== queue && !depQueues.has(q) && (depQueues.add(q), q && !q.d && (fn.r++, q.push(fn))));
/******/ 				currentDeps.map((dep) => (dep[webpackQueues](fnQueue)));
/******/ 			});
/******/ 			return fn.r ? promise : getResult();
/******/ 		}, (err) => ((err ? reject(promise[webpackError] = err) : outerResolve(exports)), resolveQueue(queue)));
/******/ 		queue && queue.d < 0 && (queue.d = 0);
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/ensure chunk */
/******/ (() => {
/******/ 	__nccwpck_require__.f = {};
/******/ 	// This file contains only the entry chunk.
/******/ 	// The chunk loading function for additional chunks
/******/ 	__nccwpck_require__.e = (chunkId) => {
/******/ 		return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 			__nccwpck_require__.f[key](chunkId, promises);
/******/ 			return promises;
/******/ 		}, []));
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/get javascript chunk filename */
/******/ (() => {
/******/ 	// This function allow to reference async chunks
/******/ 	__nccwpck_require__.u = (chunkId) => {
/******/ 		// return url for filenames based on template
/******/ 		return "" + chunkId + ".index.js";
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/******/ /* webpack/runtime/import chunk loading */
/******/ (() => {
/******/ 	// no baseURI
/******/ 	
/******/ 	// object to store loaded and loading chunks
/******/ 	// undefined = chunk not loaded, null = chunk preloaded/prefetched
/******/ 	// [resolve, Promise] = chunk loading, 0 = chunk loaded
/******/ 	var installedChunks = {
/******/ 		792: 0
/******/ 	};
/******/ 	
/******/ 	var installChunk = (data) => {
/******/ 		var {ids, modules, runtime} = data;
/******/ 		// add "modules" to the modules object,
/******/ 		// then flag all "ids" as loaded and fire callback
/******/ 		var moduleId, chunkId, i = 0;
/******/ 		for(moduleId in modules) {
/******/ 			if(__nccwpck_require__.o(modules, moduleId)) {
/******/ 				__nccwpck_require__.m[moduleId] = modules[moduleId];
/******/ 			}
/******/ 		}
/******/ 		if(runtime) runtime(__nccwpck_require__);
/******/ 		for(;i < ids.length; i++) {
/******/ 			chunkId = ids[i];
/******/ 			if(__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
/******/ 				installedChunks[chunkId][0]();
/******/ 			}
/******/ 			installedChunks[ids[i]] = 0;
/******/ 		}
/******/ 	
/******/ 	}
/******/ 	
/******/ 	__nccwpck_require__.f.j = (chunkId, promises) => {
/******/ 			// import() chunk loading for javascript
/******/ 			var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : undefined;
/******/ 			if(installedChunkData !== 0) { // 0 means "already installed".
/******/ 	
/******/ 				// a Promise means "currently loading".
/******/ 				if(installedChunkData) {
/******/ 					promises.push(installedChunkData[1]);
/******/ 				} else {
/******/ 					if(true) { // all chunks have JS
/******/ 						// setup Promise in chunk cache
/******/ 						var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, (e) => {
/******/ 							if(installedChunks[chunkId] !== 0) installedChunks[chunkId] = undefined;
/******/ 							throw e;
/******/ 						});
/******/ 						var promise = Promise.race([promise, new Promise((resolve) => (installedChunkData = installedChunks[chunkId] = [resolve]))])
/******/ 						promises.push(installedChunkData[1] = promise);
/******/ 					}
/******/ 				}
/******/ 			}
/******/ 	};
/******/ 	
/******/ 	// no prefetching
/******/ 	
/******/ 	// no preloaded
/******/ 	
/******/ 	// no external install chunk
/******/ 	
/******/ 	// no on chunks loaded
/******/ })();
/******/ 
/************************************************************************/
/******/ 
/******/ // startup
/******/ // Load entry module and return exports
/******/ // This entry module used 'module' so it can't be inlined
/******/ var __webpack_exports__ = __nccwpck_require__(784);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
