import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 24:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 486:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  y: () => (/* binding */ forget)
});

;// CONCATENATED MODULE: ./build/credentials/state-names.js
/**
 * Under this name the post step finds the private folder to remove, should this step be killed. It stands by itself, so
 * that the post step does not bring along all that signing in needs.
 */
const CONFIG_STATE = 'docker-config';
/** Under this name it finds where logins were left for later steps. */
const KEEP_STATE = 'kept-logins';

// EXTERNAL MODULE: ./build/errors.js
var errors = __nccwpck_require__(473);
;// CONCATENATED MODULE: ./build/actions/publish/forget.js


/** How old a folder of ours must be for no step to use it any more, in milliseconds: no step takes longer than 6 hours. */
const OUTLIVED = 6 * 3_600_000;
/**
 * forget is the story of the post step: take back the logins that were left for later steps, remove the private folder
 * that the main step could not remove because it was killed, with the login or the saved image in it, and what other
 * killed steps have left on this machine. It never fails the job.
 */
async function forget(doors) {
    await forgetKept(doors);
    await forgetOwn(doors);
    await forgetOutlived(doors);
}
/** Where a machine was killed with its job, the post step of another job takes away what was left. */
async function forgetKept({ runner, docker }) {
    const plan = runner.state(KEEP_STATE);
    try {
        const { removed, replaced } = await docker.forgetLogins(plan === '' ? undefined : JSON.parse(plan));
        const others = replaced === 0 ? '' : `; ${replaced} had been replaced since, and that was left alone`;
        if (removed + replaced > 0)
            runner.info(`Logins for later steps: ${removed} removed${others}.`);
    }
    catch (error) {
        runner.warning('Login not removed', `Logins that were left for later steps could not be removed from docker's configuration: ${(0,errors/* asError */.z)(error).message}`);
    }
}
async function forgetOwn({ runner, docker }) {
    const folder = runner.state(CONFIG_STATE);
    if (folder === '')
        return runner.info('The main step has put nothing aside, so there is nothing to remove.');
    try {
        const wasThere = await docker.removeConfig({ folder }, { afterKill: true });
        runner.info(wasThere
            ? 'Removed the private folder that the main step left when it was killed: a login, or an image saved to be pushed.'
            : 'The private folder of the main step is gone already.');
    }
    catch (error) {
        runner.warning('Private folder not removed', `The folder ${folder}, with a login or a saved image in it, could not be removed: ${(0,errors/* asError */.z)(error).message}`);
    }
}
/** Where the temporary folder is not cleared between jobs, steps that were killed with their machine leave folders. */
async function forgetOutlived({ runner, docker }) {
    try {
        const removed = await docker.removeOutlived(runner.now() - OUTLIVED);
        if (removed > 0)
            runner.info(`Removed what earlier steps left here more than six hours ago: ${removed} folder(s).`);
    }
    catch (error) {
        runner.info(`What earlier steps may have left here could not be removed: ${(0,errors/* asError */.z)(error).message}`);
    }
}


/***/ }),

/***/ 784:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _docker_docker_cli_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(915);
/* harmony import */ var _runner_github_runner_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(976);
/* harmony import */ var _forget_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(486);



// Should the runner end meanwhile, what was left is taken away all the same.
process.stdout.on('error', () => { });
await (0,_forget_js__WEBPACK_IMPORTED_MODULE_2__/* .forget */ .y)({ runner: _runner_github_runner_js__WEBPACK_IMPORTED_MODULE_1__/* .githubRunner */ .O, docker: (0,_docker_docker_cli_js__WEBPACK_IMPORTED_MODULE_0__/* .dockerCli */ .R)(new AbortController().signal) });

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 915:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  R: () => (/* binding */ dockerCli)
});

;// CONCATENATED MODULE: external "node:child_process"
const external_node_child_process_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");
;// CONCATENATED MODULE: external "node:fs/promises"
const promises_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");
// EXTERNAL MODULE: ./build/errors.js
var errors = __nccwpck_require__(473);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(598);
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
/** matches tells whether the digest is that of the exact bytes, by the digest's own algorithm. */
function matches(digest, bytes) {
    return hash(digest.slice(0, digest.indexOf(':')), bytes) === digest;
}
/** shortDigest is for people: the algorithm and the first 12 digits. */
function shortDigest(digest) {
    return digest.slice(0, digest.indexOf(':') + 13);
}
function hash(algorithm, bytes) {
    return `${algorithm}:${(0,external_node_crypto_.createHash)(algorithm).update(bytes).digest('hex')}`;
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
/** What docker calls Docker Hub where it keeps its logins. */
const DOCKER_HUB_SERVER = 'https://index.docker.io/v1/';
const DOCKER_HUB_ALIASES = [LEGACY_DOCKER_HUB, 'registry-1.docker.io'];
const bad = (problem) => ({ ok: false, problem });
/** parseReference reads `registry/repository[:tag][@digest]` and normalises it as docker does, without a default tag. */
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
        return bad(`has the tag "${tag}", which ${TAG_RULE}`);
    const repository = parseName(name);
    if (!repository.ok)
        return repository;
    return {
        ok: true,
        value: { ...repository.value, ...(tag === undefined ? {} : { tag }), ...(digest === undefined ? {} : { digest }) },
    };
}
/** parseRepository reads `registry/repository`, where an image can be pushed to, and refuses a tag or a digest. */
function parseRepository(text) {
    const reference = parseReference(text);
    if (!reference.ok)
        return reference;
    const { registry, path, tag, digest } = reference.value;
    if (tag !== undefined)
        return bad(`has the tag "${tag}"; tags have inputs of their own`);
    if (digest !== undefined)
        return bad('has a digest, which only the push can tell');
    if (!isAddress(registry))
        return bad(`has the registry "${registry}", which is no address that can be reached`);
    return { ok: true, value: { registry, path } };
}
/**
 * The grammar takes ports and addresses that there are not, and numbers that some programs take for an address
 * (`0177.0.0.1`, `127.1`) and others for a name.
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
    if (hasHost && !DOMAIN.test(first))
        return bad(`has the registry "${first}", which is not a host name`);
    const registry = !hasHost || first === LEGACY_DOCKER_HUB ? DOCKER_HUB : first;
    const rest = hasHost ? name.slice(slash + 1) : name;
    const path = registry === DOCKER_HUB && !rest.includes('/') ? `library/${rest}` : rest;
    if (path !== path.toLowerCase())
        return bad('has capital letters; a repository is written in lower case');
    if (!PATH.test(path)) {
        const rule = 'it takes lower-case letters and digits, with single ".", "_", "-" or "/" between them';
        return bad(`has the repository "${rest}"; ${rule}`);
    }
    if (path.length > LONGEST_PATH)
        return bad(`has a repository of more than ${LONGEST_PATH} characters`);
    return { ok: true, value: { registry, path } };
}
/** A first part is a host only if it could not be a path: it has a dot, a colon, capitals, or is `localhost`. */
function isHost(first) {
    return /[.:]/.test(first) || first === 'localhost' || first !== first.toLowerCase();
}
/** sameRegistry compares hosts as DNS and Docker Hub do: whatever the case, and with the hub's aliases as one. */
function sameRegistry(one, other) {
    return canonicalRegistry(one) === canonicalRegistry(other);
}
/** sameRepository tells whether two names are of one repository. */
function sameRepository(one, other) {
    return sameRegistry(one.registry, other.registry) && one.path === other.path;
}
/** isRegistry tells whether the text is a host, with or without a port, as the name of an image begins with one. */
function isRegistry(text) {
    return DOMAIN.test(text) && text.length <= LONGEST_PATH;
}
/** dockerServer is the name under which docker keeps the login for a registry; Docker Hub's is an old address. */
function dockerServer(registry) {
    return registry === DOCKER_HUB ? DOCKER_HUB_SERVER : registry;
}
function canonicalRegistry(host) {
    const lower = host.toLowerCase();
    return DOCKER_HUB_ALIASES.includes(lower) ? DOCKER_HUB : lower;
}
const TAG_RULE = 'takes up to 128 letters, digits, ".", "_" and "-", and begins with neither "." nor "-"';
/** isTag tells whether the text is a tag (distribution-spec, "Pulling manifests"). */
function isTag(text) {
    return TAG.test(text);
}
/** repositoryName writes a repository out: `registry/path`. */
function repositoryName({ registry, path }) {
    return `${registry}/${path}`;
}
/** referenceName writes a reference out in full. */
function referenceName(reference) {
    const tag = reference.tag === undefined ? '' : `:${reference.tag}`;
    const digest = reference.digest === undefined ? '' : `@${reference.digest}`;
    return `${repositoryName(reference)}${tag}${digest}`;
}

;// CONCATENATED MODULE: ./build/tar/tar-stream.js

/** Tar (POSIX ustar): blocks of this many bytes, a header of one block before each file. */
const BLOCK = 512;
/** Longest file that is looked into. */
const LONGEST_KEPT = 1 << 20;
/**
 * configOfSavedImage reads the stream of `docker image save` for the one file that names the image's config,
 * `manifest.json`, and returns the config's digest. Nothing else of it is kept.
 */
async function configOfSavedImage(stream) {
    for await (const { content } of savedFiles(stream, (name) => name === 'manifest.json')) {
        return content === undefined ? undefined : configIn(content.toString('utf8'));
    }
    return undefined;
}
/**
 * savedFiles gives the wanted files of the stream of `docker image save`, in its order. What cannot be read ends it:
 * whatever follows might be the content of a layer.
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
                yield { name, content: isShort ? rest.subarray(BLOCK, BLOCK + size) : undefined };
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
/** Octal digits; or, as GNU tar writes what does not fit, a binary number that is marked by its highest bit. */
function parseSize(field) {
    if (field[0] === 0x80)
        return Number(field.readBigUInt64BE(4));
    const [, digits] = /^ *([0-7]+)[ \0]*$/.exec(field.toString('latin1')) ?? [];
    return digits === undefined ? undefined : Number.parseInt(digits, 8);
}
/** Records `<length> <key>=<value>`; the length counts the record as a whole, in bytes. */
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
/** `[{"Config": "blobs/sha256/<hex>", …}]`, or `<hex>.json` of older engines. */
function configIn(json) {
    try {
        const [image] = JSON.parse(json);
        const [, hex] = /(?:^|\/)([0-9a-f]{64})(?:\.json)?$/.exec(typeof image?.Config === 'string' ? image.Config : '') ?? [];
        return hex === undefined ? undefined : digest_parseDigest(`sha256:${hex}`);
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: external "node:timers/promises"
const external_node_timers_promises_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:timers/promises");
;// CONCATENATED MODULE: ./build/time/clock.js

const systemClock = {
    now: () => performance.now(),
    date: () => Date.now(),
    sleep: (milliseconds, signal) => (0,external_node_timers_promises_namespaceObject.setTimeout)(milliseconds, undefined, { signal }),
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
 * pauseBefore tells how long to wait before the next attempt, in milliseconds, or undefined if there is to be none:
 * 0.5 s, doubled each time up to 30 s, give or take a fifth (`random` is from 0 to 1), or what the other side asked
 * for. A wait that would outlast the budget is not begun.
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
 * parseRetryAfter reads a `Retry-After` header (RFC 9110, 10.2.3): seconds, or a date in the form of HTTP. What is
 * neither, or lies in the past, asks for nothing.
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

;// CONCATENATED MODULE: external "node:process"
const external_node_process_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:process");
;// CONCATENATED MODULE: ./build/docker/child.js



/** How much of what a child prints is kept, in characters; a push of a thousand layers prints a tenth of it. */
const LONGEST_OUTPUT = 1 << 20;
/** Windows knows no groups of processes: there a child is ended alone. */
const hasGroups = external_node_process_namespaceObject.platform !== 'win32';
/** How long a child may take to end after it was asked to, in milliseconds. */
const PATIENCE = 3_000;
/**
 * runDocker runs the docker CLI, or a helper of it, without a shell and resolves when it has ended, whatever its exit code: the caller
 * decides on the code alone. When the signal fires the child is ended with all that it has started, and its end awaited,
 * before the signal's reason is thrown: nothing of ours writes to a folder after we have removed it.
 */
async function runDocker(child, signal) {
    signal.throwIfAborted();
    const { promise, resolve, reject } = Promise.withResolvers();
    const program = child.program ?? 'docker';
    const process = (0,external_node_child_process_namespaceObject.spawn)(program, child.args, {
        env: child.env,
        stdio: ['pipe', 'pipe', 'pipe'],
        windowsHide: true,
        // In a group of its own, so that it can be ended with all of that: docker may be a script around the real one.
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
        // What it has started may hold its output open for ever; once it has gone itself, nobody waits for more of it.
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
/** killAll sends a signal to a child and to what it has started, as far as that has not left its group. */
function killAll(child, signal) {
    if (!hasGroups || child.pid === undefined)
        return void child.kill(signal);
    try {
        (0,external_node_process_namespaceObject.kill)(-child.pid, signal);
    }
    catch {
        // Nobody of them is there any more.
    }
}
function collect(stream, onLine) {
    let text = '';
    let line = '';
    stream.setEncoding('utf8');
    stream.on('data', (chunk) => {
        text = (text + chunk).slice(-LONGEST_OUTPUT);
        const lines = (line + chunk).split('\n');
        line = (lines.pop() ?? '').slice(-LONGEST_OUTPUT);
        for (const whole of lines)
            onLine?.(whole.trimEnd());
    });
    return () => text;
}
function notStarted(program, cause) {
    return new errors/* ActionError */.l('ENGINE_UNAVAILABLE', `The command ${program} could not be started: ${cause.message}.`, {
        hint: 'Run the job on a runner with Docker, such as ubuntu-24.04, or install the docker CLI before this step.',
        cause,
    });
}

// EXTERNAL MODULE: ./build/text/printable.js
var printable = __nccwpck_require__(865);
;// CONCATENATED MODULE: ./build/docker/cli-failures.js



const NO_ENGINE = {
    says: /cannot connect to the docker daemon|is the docker daemon running|permission denied.*docker\.sock/i,
    code: 'ENGINE_UNAVAILABLE',
    hint: 'Start a Docker engine before this step, or point DOCKER_HOST at one that this user may use.',
};
const LACKS_PLATFORMS = {
    says: /missing (?:content|blob)|content digest .* not found|does not (?:provide|have) .*platform/i,
    code: 'PUSH_FAILED',
    hint: 'The engine does not have every platform of this image. Build them all on this engine, or publish an image of one platform.',
};
/** What the CLI and the engine say when something fails, in the order in which to look; the first match counts. */
const RULES = [
    NO_ENGINE,
    {
        says: /x509:|certificate|tls: |HTTP response to HTTPS client/i,
        code: 'REGISTRY_UNTRUSTED',
        hint: "The engine has its own trust: put the registry's CA into /etc/docker/certs.d/<host:port>/ca.crt on the engine's machine.",
    },
    {
        // Amazon ECR, Artifact Registry, Harbor, Quay; Azure; Nexus; Artifactory. Docker Hub denies it like anything else.
        says: /immutab|operation is disallowed|does not allow updating assets|needs DELETE permission|permissions to (?:delete|overwrite)/i,
        code: 'TAG_EXISTS',
        hint: 'The registry itself keeps this tag from being changed. Publish under another tag ("sha-tag"), or change its rule there.',
    },
    LACKS_PLATFORMS,
    {
        says: /toomanyrequests|too many requests|\b429\b/i,
        code: 'RATE_LIMITED',
        hint: 'Wait and run the job again; sign in with an account that has a higher limit if this comes often.',
    },
    {
        says: /no such host|connection refused|i\/o timeout|network is unreachable|no route to host|deadline exceeded|connection reset|Client\.Timeout/i,
        code: 'REGISTRY_UNREACHABLE',
        hint: 'Check the registry\'s host and port in "image", and that the engine\'s machine can reach it.',
    },
    {
        // Of what is not allowed, the containerd store says that it "does not exist or may require authorization".
        says: /name unknown|repository .*not (?:found|exist)(?! or may)|does not exist in the registry/i,
        code: 'REPOSITORY_MISSING',
        hint: 'Create the repository on the registry first; some registries never make one on a push.',
    },
    {
        says: /denied|unauthorized|no basic auth|insufficient_scope/i,
        code: 'REGISTRY_DENIED',
        hint: 'Give the account the right to push to and pull from this repository, and to pull from repositories on the same ' +
            'registry that share layers with it: engines with the containerd store mount those.',
    },
];
/** The same where an image is saved, in which no registry has a part. */
const SAVE_RULES = [
    NO_ENGINE,
    {
        // It has gone while it was saving.
        says: /unexpected EOF|error during connect/i,
        code: 'ENGINE_UNAVAILABLE',
        hint: 'The engine stopped while it saved the image: look into its log ("journalctl -u docker"), and run the job again.',
    },
    {
        says: /no space left on device|disk quota exceeded/i,
        code: 'PUSH_FAILED',
        hint: 'Free as much space as the image takes: it is saved whole in the temporary folder of the runner (RUNNER_TEMP), and ' +
            'some engines write it to a folder of their own before. With "engine: docker" nothing is saved.',
    },
    {
        says: /no such image|failed to get digest/i,
        code: 'SOURCE_NOT_FOUND',
        hint: 'Something removed the image from the engine while this step ran. Build it again, and keep others from pruning.',
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
/** engineFailure names why the CLI failed, from its exit code and words. `otherwise` is the code if no rule fits. */
function engineFailure(doing, ended, otherwise, hint) {
    const said = lastWords(ended);
    const found = RULES.find(({ says }) => says.test(said));
    // Where the login itself is refused, that is what there is to say.
    const isLogin = otherwise === 'LOGIN_FAILED' && found?.code === 'REGISTRY_DENIED';
    const rule = found === undefined || isLogin ? { code: otherwise, hint } : found;
    return failed(doing, ended, rule);
}
function failed(doing, ended, { code, hint }) {
    const message = `${doing} failed (exit code ${ended.exitCode}): ${(0,printable/* printableLine */.o)(lastWords(ended))}`;
    return new errors/* ActionError */.l(code, message, { hint });
}
/** lastWords finds where the CLI explains itself: at the end of stderr, after warnings; with some versions on stdout. */
function lastWords({ stdout, stderr }) {
    const lines = (text) => text.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('WARNING'));
    const said = lines(stderr).slice(-3).join('\n') || lines(stdout).slice(-1).join('\n');
    return said || 'it said nothing';
}
/** What the CLI says when a push may go well later; it gives up by itself on the first 429 and on any failed manifest. */
const TRANSIENT = new RegExp([
    // What the registry, or a proxy before it, has answered.
    'toomanyrequests|too many requests|unavailable|received unexpected HTTP status',
    'unexpected status.*: (?:408|425|429|499|5\\d\\d)|failed with status: (?:408|425|429|499|5\\d\\d)',
    'error parsing HTTP (?:408|416|425|429|499|5\\d\\d)|unable to decode token response',
    // What it has lost, or not yet found: the upload begins anew.
    'blob unknown|unknown blob|blob upload (?:unknown|invalid)|digest invalid',
    // What happened on the way.
    'connection reset|broken pipe|transport connection broken|unexpected EOF|(?:^|: )EOF$',
    'i/o timeout|TLS handshake timeout|temporary failure|server misbehaving',
].join('|'), 'im');
/** What says no, whatever else is said with it. */
const REFUSAL = /denied|not found|x509|no such host|invalid reference|immutable/i;
/** What says that no login was shown, or one that is not taken. */
const UNAUTHORIZED = /unauthorized|no basic auth/i;
/** pushTransience tells whether a push, or a login, that has ended in this way is worth another one. */
function pushTransience(ended) {
    if (ended.exitCode === 0 || wantsLogin(ended))
        return FINAL;
    const said = lastWords(ended);
    return TRANSIENT.test(said) && !REFUSAL.test(said) ? { kind: 'transient' } : FINAL;
}
/**
 * wantsLogin tells whether the registry missed a login that it takes. The engine says so, too, when its token has run
 * out on the way, and when the registry was too busy to ask for a login: of that it makes no trouble until it matters.
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
 * What of our environment the docker CLI is given. A list of what is needed rather than of what is secret: inputs
 * (`INPUT_PASSWORD`), tokens of the runner (`ACTIONS_*`) and whatever the job exported stay with us.
 */
const PASSED_ON = [
    // finding programs and folders
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
    // by which the runner knows what a killed step has left running, and ends it with the job
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
/** usersFolder is where the user's docker configuration is; docker takes it as seen from the folder it is started in. */
function usersFolder(env, home) {
    return (0,external_node_path_namespaceObject.resolve)(env.DOCKER_CONFIG || (0,external_node_path_namespaceObject.join)(home ?? (0,external_node_os_namespaceObject.homedir)(), '.docker'));
}
/** childEnvironment picks what the docker CLI needs from our environment, and names the configuration folder of a login. */
function childEnvironment(ours, configFolder) {
    const env = {};
    // By name, so that no secret among them is so much as read.
    for (const name of Object.keys(ours).filter((each) => PASSED_ON.includes(each.toUpperCase()))) {
        const value = ours[name];
        if (value !== undefined)
            env[name] = value;
    }
    if (configFolder !== undefined) {
        env.DOCKER_CONFIG = configFolder;
        // The certificates for an engine behind TLS are in the user's folder, unless docker is told where else.
        env.DOCKER_CERT_PATH ||= usersFolder(ours);
    }
    else if (ours.DOCKER_CONFIG !== undefined) {
        env.DOCKER_CONFIG = ours.DOCKER_CONFIG;
    }
    return env;
}
/** Where credential helpers find the credentials of their own: of clouds, keyrings and desktops. */
const HELPERS_OWN = /^(?:AWS|AZURE|CLOUDSDK|GOOGLE|GNUPG|PASSWORD_STORE|DBUS_SESSION|XDG)/i;
/** helperEnvironment picks what a credential helper needs, which is more than docker does itself. */
function helperEnvironment(ours) {
    const own = Object.keys(ours).filter((name) => HELPERS_OWN.test(name));
    return { ...Object.fromEntries(own.map((name) => [name, ours[name] ?? ''])), ...childEnvironment(ours) };
}

;// CONCATENATED MODULE: ./build/image/platform.js
/** What an index says of content that runs nowhere, such as an attestation. */
const UNKNOWN = 'unknown/unknown';
/**
 * parsePlatform reads the fields `os`, `architecture` and `variant` of an image configuration or of the platform of
 * an index's child (image-spec, config.md and image-index.md), or undefined where they are missing or unknown.
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
/**
 * sameMachine tells whether two platforms are the same but for the variant: tools differ in whether they write the one
 * that is implied (`arm64` is `arm64/v8`).
 */
function sameMachine(one, other) {
    return machine(one) === machine(other);
}
function machine(platform) {
    return platform.split('/').slice(0, 2).join('/');
}
function isWord(value) {
    return typeof value === 'string' && /^[A-Za-z0-9._-]+$/.test(value);
}

;// CONCATENATED MODULE: ./build/image/run-config.js
/** The settings of an image that decide what a container of it does (image-spec, config.md, `config`). */
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
 * canonicalRunConfig writes those settings in one way, so that an engine's account of an image can be compared with
 * the image's own configuration: keys sorted, and what is null or empty left out, since tools differ in that.
 */
function canonicalRunConfig(value) {
    const config = (typeof value === 'object' && value !== null ? value : {});
    const kept = SETTINGS.map((name) => [name, sorted(config[name])]).filter(([, setting]) => !isEmpty(setting));
    return JSON.stringify(Object.fromEntries(kept));
}
/** The label by which an image names the commit it was built from (image-spec, annotations.md). */
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
/** parseImage reads the JSON of `docker image inspect`; undefined if it is not that of an image. */
function parseImage(json, store) {
    const { Id, RepoTags, RepoDigests, RootFS, Os, Architecture, Variant, Created, Config } = parseObject(json);
    const id = typeof Id === 'string' ? digest_parseDigest(Id) : undefined;
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
        created,
        runConfig: canonicalRunConfig(Config),
        revision: revisionIn(Config),
        names,
    };
}
/** An image without layers has null for a list. */
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

// EXTERNAL MODULE: ./build/secret/secret.js
var secret_secret = __nccwpck_require__(469);
;// CONCATENATED MODULE: ./build/docker/auth-config.js


/** How a program for keeping credentials may be named: what follows `docker-credential-`, such as `desktop.exe` on WSL. */
const HELPER = /^[a-z0-9._-]+$/;
/** In the place of a user's name: what goes with it is an identity token. */
const TOKEN_USER = '<token>';
/** parseAuthConfig reads the text of such a file; what is damaged has nothing in it, as docker itself sees it. */
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
/** credentialIn finds the login at a registry among those that are kept in the file itself. */
function credentialIn(config, registry) {
    const { auth, username, password, identitytoken, registrytoken } = recordOf(entryFor(recordOf(config.auths), registry));
    if (isText(registrytoken))
        return { registryToken: new secret_secret/* Secret */.zh(registrytoken) };
    if (isText(identitytoken))
        return { identityToken: new secret_secret/* Secret */.zh(identitytoken) };
    // The name and password themselves are there only where somebody wrote the file by hand.
    const pair = isText(auth) ? Buffer.from(auth, 'base64').toString() : `${username ?? ''}:${password ?? ''}`;
    const colon = pair.indexOf(':');
    const secret = pair.slice(colon + 1).replace(/^\0+|\0+$/g, '');
    return colon > 0 && secret !== '' ? { username: pair.slice(0, colon), password: new secret_secret/* Secret */.zh(secret) } : undefined;
}
/** parseHelperAnswer reads what a credential helper answers to `get`; undefined if it has no login. */
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
/** hostOf is the host of a name under which docker keeps a login. */
function hostOf(key) {
    return key.replace(/^https?:\/\//, '').replace(/\/.*$/s, '');
}
/** recordOf takes what should be a JSON object for one, and whatever else it is for an empty one. */
function recordOf(value) {
    return typeof value === 'object' && value !== null ? value : {};
}
function isText(value) {
    return typeof value === 'string' && value !== '';
}

;// CONCATENATED MODULE: ./build/docker/own-login.js







/** How long a credential helper may take, in milliseconds; some ask a cloud. */
const own_login_PATIENCE = 60_000;
/** What helpers print when they have no login for the registry (docker/docker-credential-helpers, `credentials/error.go`). */
const NOT_FOUND = /credentials not found/i;
/**
 * findOwnLogin looks for the login at a registry where docker looks, in its order: `DOCKER_AUTH_CONFIG`, a credential
 * helper or store, the file. It writes nothing. Throws CREDENTIAL_MISSING if a helper is configured and does not answer.
 */
async function findOwnLogin(registry, options) {
    const { env } = options;
    const given = credentialIn(parseAuthConfig(env.DOCKER_AUTH_CONFIG ?? ''), registry);
    if (given !== undefined)
        return { credential: given, from: 'DOCKER_AUTH_CONFIG' };
    const config = await readUsersConfig(env);
    const helper = helperFor(config, registry);
    if (helper !== undefined)
        return askHelper(`docker-credential-${helper}`, registry, options);
    const credential = credentialIn(config, registry);
    return credential && { credential, from: 'the docker configuration of this runner' };
}
/** readUsersConfig reads the user's docker configuration; one that is missing or damaged is empty. */
async function readUsersConfig(env) {
    return parseAuthConfig(await (0,promises_namespaceObject.readFile)((0,external_node_path_namespaceObject.join)(usersFolder(env), 'config.json'), 'utf8').catch(() => ''));
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
        // On stdout it prints secrets when it is well, so that is not quoted.
        throw unanswered(program, registry, `exit code ${ended.exitCode} ${ended.stderr.trim().split('\n').at(-1) ?? ''}`);
    }
    const credential = parseHelperAnswer(ended.stdout);
    return credential && { credential, from: program };
}
function unanswered(program, registry, why) {
    return new errors/* ActionError */.l('CREDENTIAL_MISSING', `${program}, which docker's configuration names for ${registry}, gave no credential: ${(0,printable/* printableLine */.o)(why).trim()}.`, { hint: 'Run it by hand in a step before this one, or give "username" and "password" instead.' });
}

;// CONCATENATED MODULE: ./build/docker/private-config.js







const PREFIX = 'verified-image-push-';
/** What `planConfig` makes, to the letter. */
const OURS = new RegExp(`^${PREFIX}[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$`);
/**
 * How a folder is removed into which a `docker login` that outlived its step may still be writing: again, as long as
 * something new is in it, with pauses that grow by so many milliseconds.
 */
const INSISTING = { recursive: true, force: true, maxRetries: 10, retryDelay: 10 };
/** A registry that does not exist (RFC 2606). */
const PLACEHOLDER = 'verified-image-push.invalid';
/** planConfig names a folder of our own in the runner's temporary folder, which the runner clears between jobs. */
function planConfig(env) {
    return { folder: (0,external_node_path_namespaceObject.join)(temporaryFolder(env), `${PREFIX}${(0,external_node_crypto_.randomUUID)()}`) };
}
function temporaryFolder(env) {
    return env.RUNNER_TEMP || (0,external_node_os_namespaceObject.tmpdir)();
}
/** makeConfig makes the folder, readable by us alone. It throws if there is one already: it would not be ours. */
async function makeConfig({ folder }) {
    await (0,promises_namespaceObject.mkdir)(folder, { mode: 0o700 });
}
/** savedImagePath is the place of the image that the engine saves in it. */
function savedImagePath({ folder }) {
    return (0,external_node_path_namespaceObject.join)(folder, 'image.tar');
}
/**
 * makeLogin makes the folder of one login in it, with what of the user's configuration is no secret. Each login has a
 * folder of its own: `docker login` rewrites the whole file, and two at once would lose one.
 */
async function makeLogin(config, { name, auths, env }) {
    const users = usersFolder(env);
    const folder = (0,external_node_path_namespaceObject.join)(config.folder, name);
    await (0,promises_namespaceObject.mkdir)(folder, { mode: 0o700 });
    // Contexts name the engine to talk to; docker looks for them only inside its configuration folder.
    await (0,promises_namespaceObject.symlink)((0,external_node_path_namespaceObject.join)(users, 'contexts'), (0,external_node_path_namespaceObject.join)(folder, 'contexts'), 'junction');
    const carried = carriedOver(await readUsersConfig(env), users);
    // With no login at all in it, docker would keep ours in the desktop's credential store, where it would stay.
    const written = { ...carried, auths: { [PLACEHOLDER]: {}, ...auths } };
    await (0,promises_namespaceObject.writeFile)((0,external_node_path_namespaceObject.join)(folder, 'config.json'), JSON.stringify(written), { mode: 0o600, flag: 'wx' });
    return { folder };
}
/** keptToken writes a token as docker keeps it (docker/cli, `types.AuthConfig`). */
function keptToken(credential) {
    return 'identityToken' in credential
        ? { identitytoken: credential.identityToken.reveal() }
        : { registrytoken: credential.registryToken.reveal() };
}
/** removeConfig deletes the folder, and tells whether it was there. */
async function removeConfig({ folder }) {
    // The post step has the name from a file that other steps' output can reach: no other folder is ever deleted.
    if (!(0,external_node_path_namespaceObject.basename)(folder).startsWith(PREFIX))
        throw new Error('this is no folder of this action');
    const wasThere = await isThere(folder);
    await (0,promises_namespaceObject.rm)(folder, INSISTING);
    return wasThere;
}
/**
 * removeOutlived deletes every folder of ours in the temporary one that was last touched before a moment, in
 * milliseconds since 1970, and the files that bar them; it returns how many. What is not this user's is left alone.
 */
async function removeOutlived(env, before) {
    const temporary = temporaryFolder(env);
    const names = await (0,promises_namespaceObject.readdir)(temporary);
    let removed = 0;
    for (const name of names.filter((each) => OURS.test(each))) {
        const path = (0,external_node_path_namespaceObject.join)(temporary, name);
        const seen = await (0,promises_namespaceObject.lstat)(path).catch(() => undefined);
        const isOurs = seen !== undefined && !seen.isSymbolicLink() && seen.uid === (0,external_node_process_namespaceObject.getuid)?.();
        if (!isOurs || seen.mtimeMs >= before)
            continue;
        await (0,promises_namespaceObject.rm)(path, INSISTING);
        removed += 1;
    }
    return removed;
}
/**
 * barConfig puts an empty file in the place of the folder: a `docker login` that outlived us would otherwise make
 * the folder again and write the password there.
 */
async function barConfig(config) {
    for (let attempt = 1;; attempt++) {
        try {
            return await (0,promises_namespaceObject.writeFile)(config.folder, '', { mode: 0o600, flag: 'wx' });
        }
        catch (error) {
            // Made again since it was removed: once more, and then it is an error to tell.
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
/** withoutUserinfo drops `user:password@` from every address in a value, at any depth. */
function withoutUserinfo(value) {
    if (typeof value === 'string')
        return value.replace(/(^|\/\/)[^/]*@/g, '$1');
    if (typeof value !== 'object' || value === null)
        return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withoutUserinfo(inner)]));
}
/** isThere tells whether there is anything by that name, a link too. */
async function isThere(path) {
    return (0,promises_namespaceObject.lstat)(path).then(() => true, () => false);
}

;// CONCATENATED MODULE: ./build/docker/left-logins/ledger.js



/**
 * withLogin puts a login where docker and others find it. An empty helper makes docker look into the file for this
 * registry, whatever helper or store it asks otherwise (docker/cli, `getConfiguredCredentialStore`; tried with 20.10 and
 * 28.2).
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
/** withoutLogins takes away those that are over, and puts back what was there before; others' stay as they are. */
function withoutLogins(shelf, isOver) {
    const over = shelf.ledger.kept.filter(isOver);
    // The last one first, so that what is put back is older than all of them.
    const { config, ledger } = over.reduceRight(withoutOne, shelf);
    const isThere = ({ registry, mark }) => markOf(placeOf(shelf.config ?? {}, registry).login) === mark;
    const removed = over.filter(isThere).length;
    const left = { config: ledger.kept.length > 0 ? config : pruned(config, ledger.missing), ledger };
    return { ...left, removed, replaced: over.length - removed };
}
/** Where a later one has come in its place, that is what puts back what was there before this one. */
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
    // A login that has come since is in the file, and needs docker to look there.
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
/** Some take the first entry of a host under any of its names (`@sigstore/oci`), so docker's own name comes first. */
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
/** What the first login found missing goes with the last one, if nothing else has come into it. */
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
/** printConfig writes docker's file as it was written before, or as docker writes it. */
function printConfig(config, before) {
    const [, indent] = /^\s*\{\r?\n([\t ]+)/.exec(before ?? '{\n\t') ?? [];
    return JSON.stringify(config, undefined, indent) + (before?.endsWith('\n') ? '\n' : '');
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(24);
;// CONCATENATED MODULE: ./build/docker/left-logins/lock.js



/** How long someone may hold a lock, and how long it is waited for, in milliseconds; what it is for takes a few of them. */
const HELD = 10_000;
const lock_PATIENCE = 30_000;
const PAUSE = 20;
/**
 * withLock makes a folder of our own and works in it while no other step does; a folder that is empty then is removed. A
 * lock that was left by a step that was killed is taken over: by the post step of that very step at once. The work is
 * told whether the folder around it had to be made, too.
 */
async function withLock(folder, locker, work) {
    const path = (0,external_node_path_namespaceObject.join)(folder, 'lock');
    const madeParent = await lock(folder, path, locker);
    try {
        return await work(madeParent);
    }
    finally {
        await (0,promises_namespaceObject.rm)(path, { force: true });
        await (0,promises_namespaceObject.rmdir)(folder).catch(() => { });
    }
}
async function lock(folder, path, { id, clock, signal }) {
    const started = clock.now();
    let madeParent = false;
    for (;;) {
        try {
            const made = await (0,promises_namespaceObject.mkdir)(folder, { recursive: true, mode: 0o700 });
            madeParent ||= made !== undefined && made !== folder;
            await (0,promises_namespaceObject.writeFile)(path, id, { flag: 'wx', mode: 0o600 });
            return madeParent;
        }
        catch (error) {
            // The other one has it, or has just removed the folder with it.
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
 * wasLeft removes a lock that somebody has left. All who wait see that at once, and the first of them has a lock of its own
 * in a moment: so that none removes that one, nothing else is done between looking and removing.
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










/** How long a job may take on a machine of one's own, in milliseconds: five days. */
const LONGEST_JOB = 5 * 24 * 3_600_000;
/**
 * planKeeping finds the files in which later steps look for logins: docker's, and the one at home, which is all that
 * actions/attest knows (`@sigstore/oci`, `credentials.ts`). It writes nothing. Throws INPUT_INVALID where a login could
 * not be left there, or docker would not find it.
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
/** keepLogins leaves logins in the files of a plan. What goes wrong with one file stops none of the others. */
async function keepLogins({ id, files }, accounts, waiting) {
    const since = waiting.clock.date();
    await eachOf(files, (file) => change(file, { id, ...waiting }, (found) => accounts.reduce((shelf, { registry, credential }) => withLogin(shelf, { id, since, registry, login: entryOf(credential) }), found)));
}
/**
 * forgetLogins takes the logins of a plan away again, and those whose jobs have been over for long: where there is no
 * plan, from the files in which docker looks now. What goes wrong with one file stops none of the others.
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
/** eachOf goes on with all files when one has failed, and throws then what it has failed with. */
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
/** A link is followed, as docker does: a file in its place would part what the user has put together. */
async function targetOf(path) {
    const folder = (0,external_node_path_namespaceObject.dirname)(path);
    return (0,promises_namespaceObject.realpath)(path).catch(async () => (0,external_node_path_namespaceObject.join)(await (0,promises_namespaceObject.realpath)(folder).catch(() => folder), (0,external_node_path_namespaceObject.basename)(path)));
}
/** A folder of ours beside docker's file: what is known of the logins in it, a lock, and what is about to be put in place. */
function besideOf(file) {
    return `${file}.verified-image-push`;
}
const NOTHING = { missing: [], kept: [] };
/**
 * change rewrites docker's file and the ledger of what was left in it, while no other step of ours does. The ledger knows
 * of a login before it is there, and until it is gone.
 */
async function change(file, locker, work) {
    const beside = besideOf(file);
    const changed = await withLock(beside, locker, async (madeParent) => {
        for (const name of ['config', 'ledger'])
            await (0,promises_namespaceObject.rm)((0,external_node_path_namespaceObject.join)(beside, `${name}.new`), { force: true });
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
        await (0,promises_namespaceObject.rmdir)((0,external_node_path_namespaceObject.dirname)(file)).catch(() => { });
    return changed;
}
async function readShelf(file) {
    const text = await readText(file);
    const config = text === undefined ? undefined : parse(file, text);
    const isSound = config === undefined || [config, config?.auths ?? {}, config?.credHelpers ?? {}].every(isRecord);
    if (!isSound)
        throw damaged(file, 'it is not as docker writes it');
    const path = (0,external_node_path_namespaceObject.join)(besideOf(file), 'ledger.json');
    const noted = await readText(path);
    const ledger = noted === undefined ? NOTHING : parse(path, noted);
    if (!Array.isArray(ledger?.kept) || !Array.isArray(ledger.missing))
        throw damaged(path, 'it is not as it was written');
    return { text, config: config ?? undefined, ledger };
}
/** Undefined if there is no such file; a link that leads nowhere is another thing. */
async function readText(path) {
    return (0,promises_namespaceObject.readFile)(path, 'utf8').catch(async (error) => {
        if (error.code === 'ENOENT' && !(await isThere(path)))
            return undefined;
        throw damaged(path, error.message);
    });
}
function parse(path, text) {
    try {
        return JSON.parse(text);
    }
    catch {
        throw damaged(path, 'it is not JSON');
    }
}
function isRecord(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
async function writeLedger(beside, ledger) {
    const path = (0,external_node_path_namespaceObject.join)(beside, 'ledger.json');
    if (ledger.kept.length === 0)
        return (0,promises_namespaceObject.rm)(path, { force: true });
    await (0,promises_namespaceObject.writeFile)((0,external_node_path_namespaceObject.join)(beside, 'ledger.new'), JSON.stringify(ledger), { mode: 0o600, flag: 'wx' });
    await (0,promises_namespaceObject.rename)((0,external_node_path_namespaceObject.join)(beside, 'ledger.new'), path);
}
/** The file stays its owner's, and is read by nobody else from then on. */
async function writeConfig(file, config, before) {
    if (config === undefined)
        return before === undefined ? undefined : (0,promises_namespaceObject.rm)(file, { force: true });
    const text = printConfig(config, before);
    if (text === before)
        return;
    const path = (0,external_node_path_namespaceObject.join)(besideOf(file), 'config.new');
    const users = await (0,promises_namespaceObject.stat)(file).catch(() => undefined);
    await (0,promises_namespaceObject.writeFile)(path, text, { mode: 0o600 & (users?.mode ?? 0o600), flag: 'wx' });
    if (users !== undefined)
        await (0,promises_namespaceObject.chown)(path, users.uid, users.gid).catch(() => { });
    await (0,promises_namespaceObject.rename)(path, file);
}
function leave_logins_hidden(registry) {
    const message = `keep-login: docker would not find a login for ${registry}, as DOCKER_AUTH_CONFIG has another one.`;
    return new errors/* ActionError */.l('INPUT_INVALID', message, {
        hint: 'Take the registry out of DOCKER_AUTH_CONFIG, or leave "keep-login" out; no registry was contacted.',
    });
}
function unusable(cause) {
    return new errors/* ActionError */.l('INPUT_INVALID', `keep-login: no login can be left, as ${cause.message}.`, {
        hint: 'Mend or remove the file, or leave "keep-login" out; no registry was contacted.',
        cause,
    });
}
function damaged(path, why) {
    return new Error(`${path} cannot be read: ${why}`);
}

;// CONCATENATED MODULE: ./build/docker/push-progress.js
/** How long a push may be silent before a line says that it goes on, in milliseconds. */
const SILENCE = 15_000;
/** States of a layer after which nothing more happens to it. */
const DONE = /^(?:Pushed|Layer already exists|Already exists|Mounted from .+)$/;
/** `<id>: <state>`, as the CLI prints it without a terminal (`push-protocol.md`, 2.3). */
const LAYER = /^([0-9a-f]{12,64}): (.+)$/;
/**
 * watchPush turns the lines of `docker push` into news for people: a line for each layer that is done or tried again,
 * and one every while when nothing else is said. The engine says "Preparing" and "Waiting" of every layer: no news.
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

;// CONCATENATED MODULE: ./build/image/document.js
/** What is wrong with bytes that should have been a manifest or a configuration. */
class document_ManifestProblem extends Error {
    name = 'ManifestProblem';
}
/** Keys that decide what an image is, as the specifications spell them. */
const KEYS = [
    ...['schemaVersion', 'mediaType', 'config', 'layers', 'manifests', 'digest', 'size', 'platform', 'annotations'],
    ...['os', 'architecture', 'variant', 'rootfs', 'diff_ids', 'created'],
    ...['Cmd', 'Entrypoint', 'Env', 'ExposedPorts', 'Healthcheck', 'Labels', 'OnBuild', 'Shell', 'StopSignal', 'User'],
    ...['Volumes', 'WorkingDir'],
];
const SPELLING = new Map(KEYS.map((key) => [folded(key), key]));
/** Under these, keys are names that people give. */
const FREE = ['annotations', 'Labels', 'Volumes', 'ExposedPorts'];
/** No document of the specifications is half as deep. */
const DEEPEST = 32;
const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\],:]/g;
/**
 * readDocument reads a JSON object that engines read too, with Go, which takes `Config` for `config` and merges two
 * objects under one key. A document that is one image to us and another to them is refused: every key is there once,
 * and those that count are spelled as specified. Throws a ManifestProblem.
 */
function document_readDocument(bytes) {
    const value = document_parse(bytes, SPELLING);
    if (!isObject(value))
        throw new document_ManifestProblem('it is not a JSON object');
    return value;
}
/** readDocuments reads a list of such objects, of which the given keys count. Throws a ManifestProblem. */
function readDocuments(bytes, keys) {
    const values = document_parse(bytes, new Map(keys.map((key) => [folded(key), key])));
    if (!Array.isArray(values) || !values.every(isObject))
        throw new document_ManifestProblem('it is not a list of JSON objects');
    return values;
}
function document_parse(bytes, spelling) {
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
/** The text is JSON already, so a string that a colon follows is a key of the innermost object. */
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
/** Go compares keys without case, and takes the long s and the Kelvin sign for letters of ASCII. */
function folded(key) {
    return key.normalize('NFKC').toLowerCase();
}

;// CONCATENATED MODULE: ./build/image/manifest.js




/** The four documents a registry serves as manifests (image-spec, media-types.md, and Docker's own schema 2). */
const MEDIA_TYPES = {
    ociManifest: 'application/vnd.oci.image.manifest.v1+json',
    ociIndex: 'application/vnd.oci.image.index.v1+json',
    dockerManifest: 'application/vnd.docker.distribution.manifest.v2+json',
    dockerList: 'application/vnd.docker.distribution.manifest.list.v2+json',
};
const MANIFESTS = [MEDIA_TYPES.ociManifest, MEDIA_TYPES.dockerManifest];
const INDEXES = [MEDIA_TYPES.ociIndex, MEDIA_TYPES.dockerList];
/** What an index says of an attestation that BuildKit put beside an image. */
const ATTESTATION = 'attestation-manifest';
/**
 * parseManifest hashes the bytes and reads them as the document that the content type names. The media type inside
 * must agree where there is one (image-spec, manifest.md and image-index.md: `mediaType` SHOULD be there and MUST
 * match). Throws a ManifestProblem.
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
        const layers = parseList(document.layers, 'layers').map((layer) => parseDescriptor(layer, 'a layer'));
        return { ...common, kind: 'manifest', config: parseDescriptor(document.config, 'the config'), layers };
    }
    if (INDEXES.includes(mediaType)) {
        if ('config' in document || 'layers' in document)
            throw new document_ManifestProblem('it is an index with a config or layers');
        return { ...common, kind: 'index', children: parseList(document.manifests, 'manifests').map(parseChild) };
    }
    throw new document_ManifestProblem(`its media type "${mediaType}" is not that of an image`);
}
/** isManifestType tells whether a descriptor points at a manifest or an index. */
function isManifestType({ mediaType }) {
    return MANIFESTS.includes(mediaType) || INDEXES.includes(mediaType);
}
/** isIndexType tells whether a descriptor points at an index. */
function isIndexType({ mediaType }) {
    return INDEXES.includes(mediaType);
}
const IMAGE_CONFIGS = (/* unused pure expression or super */ null && ([
    'application/vnd.oci.image.config.v1+json',
    'application/vnd.docker.container.image.v1+json',
]));
/** isImageConfig tells an image from an artifact, whose config may be anything (image-spec, manifest.md). */
function isImageConfig({ mediaType }) {
    return IMAGE_CONFIGS.includes(mediaType);
}
/** isServed is false of layers that registries are told not to hold ("foreign" ones): they are fetched from elsewhere. */
function isServed({ mediaType }) {
    return !/nondistributable|rootfs\.foreign/.test(mediaType);
}
/** parseConfig reads an image configuration. Throws a ManifestProblem. */
function parseConfig(bytes) {
    const document = document_readDocument(bytes);
    const rootfs = asObject(document.rootfs);
    const diffIds = parseList(rootfs?.diff_ids ?? [], 'rootfs.diff_ids').map((text) => {
        const digest = typeof text === 'string' ? digest_parseDigest(text) : undefined;
        if (digest === undefined)
            throw new document_ManifestProblem('it has a diff_id that is not a digest');
        return digest;
    });
    const platform = platform_parsePlatform(document);
    if (platform === undefined)
        throw new document_ManifestProblem('it names no platform');
    const created = typeof document.created === 'string' ? document.created : '';
    return {
        diffIds,
        platform,
        created,
        runConfig: canonicalRunConfig(document.config),
        revision: revisionIn(document.config),
    };
}
/** namesPlatform tells whether a config is for a machine; that of an attestation is for none. */
function namesPlatform(config) {
    try {
        return parsePlatform(readDocument(config)) !== undefined;
    }
    catch (error) {
        if (error instanceof ManifestProblem)
            return false;
        throw error;
    }
}
function parseChild(value) {
    const descriptor = parseDescriptor(value, 'a child');
    const fields = asObject(value) ?? {};
    const platform = platform_parsePlatform(fields.platform);
    const isCalledSo = asObject(fields.annotations)?.['vnd.docker.reference.type'] === ATTESTATION;
    // An engine goes by the platform: what is for one runs there, whatever it is called.
    const isAttestation = isCalledSo && platform === undefined && !isIndexType(descriptor);
    return { ...descriptor, isAttestation, ...(platform === undefined ? {} : { platform }) };
}
function parseDescriptor(value, what) {
    const fields = asObject(value);
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
function parseList(value, what) {
    if (!Array.isArray(value))
        throw new document_ManifestProblem(`it has no list "${what}"`);
    return value;
}
function asObject(value) {
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isObject ? value : undefined;
}

;// CONCATENATED MODULE: ./build/docker/saved-platforms.js




const BLOB = /^blobs\/(?<algorithm>sha(?:256|512))\/(?<hex>[0-9a-f]+)$/;
/** How much of an image's documents is kept, in bytes; they are some thousand each. */
const MOST_KEPT = 16 << 20;
const OPENING_BRACE = 0x7b;
/** How deep indexes may be in each other. */
const saved_platforms_DEEPEST = 4;
/**
 * platformsOfSavedImage reads the stream of `docker image save` for what the image is made of, and tells of each of its
 * platforms the digests of its manifest and config: of its manifest alone where the engine has not the rest of it. What
 * cannot be read is no platform.
 */
async function platformsOfSavedImage(stream, root) {
    const documents = new Map();
    let kept = 0;
    for await (const { name, content } of savedFiles(stream, (file) => BLOB.test(file))) {
        const { algorithm, hex } = BLOB.exec(name)?.groups ?? {};
        const digest = digest_parseDigest(`${algorithm}:${hex}`);
        if (digest === undefined || content?.[0] !== OPENING_BRACE || !matches(digest, content))
            continue;
        kept += content.length;
        if (kept > MOST_KEPT)
            return [];
        documents.set(digest, Buffer.from(content));
    }
    return platformsIn({ digest: root }, documents, saved_platforms_DEEPEST);
}
function platformsIn(pointer, documents, depth) {
    const bytes = documents.get(pointer.digest);
    const { platform } = pointer;
    if (bytes === undefined)
        return platform === undefined ? [] : [{ platform, digests: [pointer.digest] }];
    try {
        const manifest = parseManifest(bytes, pointer.mediaType ?? String(document_readDocument(bytes).mediaType));
        if (manifest.kind === 'index') {
            const children = depth === 0 ? [] : manifest.children.filter(({ isAttestation }) => !isAttestation);
            return children.flatMap((child) => platformsIn(child, documents, depth - 1));
        }
        const config = documents.get(manifest.config.digest);
        if (config === undefined)
            return platform === undefined ? [] : [{ platform, digests: [pointer.digest] }];
        return [{ platform: parseConfig(config).platform, digests: [pointer.digest, manifest.config.digest] }];
    }
    catch (error) {
        if (error instanceof document_ManifestProblem)
            return [];
        throw error;
    }
}

;// CONCATENATED MODULE: ./build/docker/docker-cli.js
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
















/** dockerCli is the engine as the docker CLI on the PATH shows it. */
function dockerCli(signal, machine = { run: runDocker, clock: systemClock }) {
    const { clock } = machine;
    let made;
    let logins = 0;
    let engine;
    const run = (args, more = {}, until = signal) => machine.run({ args, env: childEnvironment(process.env), ...more }, until);
    /** For what must be put right also after the step was cancelled, when little time is left. */
    const runAnyway = (args) => run(args, {}, signal.aborted ? AbortSignal.timeout(QUICK) : signal);
    const expect = async (doing, ended, code, hint) => {
        if (ended.exitCode !== 0)
            throw engineFailure(doing, ended, code, hint);
        return ended;
    };
    /**
     * Runs what talks to a registry, again as long as that may help. That a login is wanted is believed the second time
     * only: the credential has been proved before.
     */
    const persist = async (args, more, onAgain) => {
        const started = clock.now();
        let hasRenewed = false;
        for (let failed = 1;; failed++) {
            const ended = await run(args, more);
            const renews = !hasRenewed && wantsLogin(ended);
            hasRenewed ||= renews;
            const transience = renews ? { kind: 'transient' } : pushTransience(ended);
            const pause = pauseBefore(transience, { failed, spent: clock.now() - started }, Math.random());
            if (pause === undefined)
                return ended;
            onAgain(`that failed, trying again in ${Math.ceil(pause / 1000)} s: ${lastWords(ended)}`);
            await clock.sleep(pause, signal);
        }
    };
    const askEngine = async () => {
        const ended = await run(['info', '--format', '{{json .}}']);
        const answer = parseEngine(ended.stdout);
        if (ended.exitCode !== 0 || answer === undefined) {
            throw engineFailure('Asking the Docker engine', ended, 'ENGINE_UNAVAILABLE', ENGINE_HINT);
        }
        return answer;
    };
    const make = (planned) => {
        made ??= makeConfig(planned);
        return made;
    };
    /** Reads an image as the engine saves it, as far as the reader wants. */
    const readSaved = async (id, read) => {
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
    };
    return {
        engine: () => {
            engine ??= askEngine();
            return engine;
        },
        findImage: async (nameOrId) => {
            engine ??= askEngine();
            const { store } = await engine;
            const ended = await runAnyway(['image', 'inspect', '--format', '{{json .}}', nameOrId]);
            if (ended.exitCode !== 0 && /no such (?:image|object)/i.test(ended.stderr))
                return undefined;
            await expect('Looking the image up', ended, 'ENGINE_UNAVAILABLE', ENGINE_HINT);
            const image = parseImage(ended.stdout, store);
            if (image === undefined)
                throw unreadable(nameOrId);
            return image;
        },
        configDigest: (id) => readSaved(id, configOfSavedImage),
        savedPlatforms: (id) => readSaved(id, (stream) => platformsOfSavedImage(stream, id)),
        imageNames: async () => {
            const ended = await run(['image', 'ls', '--format', '{{.Repository}}:{{.Tag}}']);
            await expect('Listing the images', ended, 'ENGINE_UNAVAILABLE', ENGINE_HINT);
            return ended.stdout.split('\n').filter((name) => name !== '' && !name.includes('<none>'));
        },
        tag: async (nameOrId, name) => {
            await expect('Naming the image', await runAnyway(['image', 'tag', nameOrId, name]), 'PUSH_FAILED', ENGINE_HINT);
        },
        untag: async (name) => {
            await expect('Removing the name', await runAnyway(['image', 'rm', '--no-prune', name]), 'PUSH_FAILED', ENGINE_HINT);
        },
        planConfig: () => planConfig(process.env),
        findLogin: (registry) => findOwnLogin(registry, { env: process.env, run: machine.run, signal }),
        login: async (planned, { registry, credential }) => {
            await make(planned);
            logins += 1;
            const kept = 'password' in credential ? {} : { [dockerServer(registry)]: keptToken(credential) };
            const login = await makeLogin(planned, { name: String(logins), auths: kept, env: process.env });
            if (!('password' in credential))
                return login;
            const { username, password } = credential;
            const args = ['login', `--username=${username}`, '--password-stdin', registry];
            const more = { stdin: password.reveal(), env: childEnvironment(process.env, login.folder) };
            await expect('docker login', await persist(args, more, () => { }), 'LOGIN_FAILED', LOGIN_HINT);
            return login;
        },
        removeConfig: async (planned, { afterKill } = { afterKill: false }) => {
            const wasThere = await removeConfig(planned);
            if (wasThere && afterKill)
                await barConfig(planned);
            return wasThere;
        },
        removeOutlived: (before) => removeOutlived(process.env, before),
        save: async (planned, id) => {
            await make(planned);
            const path = savedImagePath(planned);
            const ended = await run(['image', 'save', '--output', path, id]);
            // Docker ends with 0 also if it could not give the file its name.
            const saved = await (0,promises_namespaceObject.stat)(path).catch(() => undefined);
            if (ended.exitCode !== 0 || saved === undefined)
                throw saveFailure(ended);
            return { path, size: saved.size };
        },
        planKeeping: (registries) => planKeeping(registries, { env: process.env }),
        keepLogins: (plan, logins) => keepLogins(plan, logins, { clock, signal }),
        forgetLogins: (plan) => forgetLogins(plan, { env: process.env }, { clock, signal }),
        push: async ({ folder }, name, onProgress) => {
            const env_1 = { stack: [], error: void 0, hasError: false };
            try {
                const watch = __addDisposableResource(env_1, watchPush(onProgress), false);
                const more = { onLine: watch.line, env: childEnvironment(process.env, folder) };
                const ended = await persist(['image', 'push', name], more, onProgress);
                return (await expect('docker push', ended, 'PUSH_FAILED', PUSH_HINT)).stdout;
            }
            catch (e_1) {
                env_1.error = e_1;
                env_1.hasError = true;
            }
            finally {
                __disposeResources(env_1);
            }
        },
    };
}
/** How long naming an image may take after the step was cancelled, in milliseconds. */
const QUICK = 10_000;
const ENGINE_HINT = 'Run "docker info" in a step before this one to see what the engine says.';
const LOGIN_HINT = 'Check "username" and "password": the account must exist on this registry and its token be valid.';
const PUSH_HINT = 'Run the job again; if it fails in the same way, look the message up in the documentation of the registry.';
function unreadable(nameOrId) {
    return new errors/* ActionError */.l('ENGINE_UNAVAILABLE', `What the engine says of the image ${nameOrId} could not be read.`, {
        hint: ENGINE_HINT,
    });
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

/***/ 976:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  O: () => (/* binding */ githubRunner)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(24);
// EXTERNAL MODULE: ./build/secret/secret.js
var secret = __nccwpck_require__(469);
// EXTERNAL MODULE: ./build/text/printable.js
var printable = __nccwpck_require__(865);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(598);
;// CONCATENATED MODULE: ./build/runner/commands.js

/**
 * workflowCommand writes a command to the runner (docs.github.com, "Workflow commands"; actions/runner,
 * `ActionCommand.cs`): `::name key=value,…::data`, with what would end a part of it escaped.
 */
function workflowCommand(name, data, properties = {}) {
    const pairs = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(value)}`);
    return `::${name}${pairs.length > 0 ? ` ${pairs.join(',')}` : ''}::${escapeData(data)}\n`;
}
/** fileCommand writes an entry of a command file such as `GITHUB_OUTPUT`; the delimiter cannot be guessed. */
function fileCommand(name, value) {
    const delimiter = `delimiter_${(0,external_node_crypto_.randomUUID)()}`;
    return `${name}<<${delimiter}\n${value}\n${delimiter}\n`;
}
function escapeData(text) {
    return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}
function escapeProperty(text) {
    return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

// EXTERNAL MODULE: ./build/errors.js
var errors = __nccwpck_require__(473);
;// CONCATENATED MODULE: ./build/runner/least-runner.js

/** The first Node whose agents go through the proxy that the environment names, and the first runner that has it. */
const LEAST = { node: '24.5.0', runner: '2.328.0' };
/**
 * assertRunner throws RUNNER_TOO_OLD where the Node that the runner has started us with, such as `24.4.0`, is older than
 * that: it would pass a proxy by in silence, and the credential would go where the network's owner does not want it.
 */
function assertRunner(node) {
    if (node.localeCompare(LEAST.node, 'en', { numeric: true }) >= 0)
        return;
    throw new errors/* ActionError */.l('RUNNER_TOO_OLD', `The runner has started this action with Node ${node}, and it needs ${LEAST.node} or later.`, {
        hint: `Update the runner to ${LEAST.runner} or later; a self-hosted one whose updates are switched off does not do so by itself.`,
    });
}

;// CONCATENATED MODULE: ./build/runner/github-runner.js





/**
 * githubRunner is the runner of GitHub Actions: environment variables, command files, and commands on stdout. It is
 * written here rather than taken from `@actions/core`, which loads an HTTP client of a megabyte beside our secrets
 * and takes longer to start than everything else together.
 */
const githubRunner = {
    assertNewEnough: () => assertRunner(process.versions.node),
    input,
    secretInput: (name) => new secret/* Secret */.zh(input(name)),
    context,
    now: () => Date.now(),
    mask: (text) => {
        masked.add(text);
        command('add-mask', text);
    },
    redacted: (text) => {
        const longestFirst = [...masked].sort((one, other) => other.length - one.length);
        return longestFirst.reduce((clean, secret) => clean.replaceAll(secret, '***'), text);
    },
    info: (text) => print(`${(0,printable/* printable */.g)(text)}\n`),
    debug: (text) => command('debug', (0,printable/* printable */.g)(text)),
    notice: (title, text) => annotate('notice', title, text),
    warning: (title, text) => annotate('warning', title, text),
    error: (title, text) => annotate('error', title, text),
    group: async (name, work) => {
        command('group', (0,printable/* printableLine */.o)(name));
        try {
            return await work();
        }
        finally {
            command('endgroup', '');
        }
    },
    setOutputs: (values) => {
        const entries = Object.entries(values).map(([name, value]) => fileCommand(name, value));
        append(process.env.GITHUB_OUTPUT, entries.join(''));
    },
    declareImage: (image) => append(process.env.GITHUB_ARTIFACTS, `oci://${image}\n`),
    summary: (markdown) => append(process.env.GITHUB_STEP_SUMMARY, markdown),
    saveState: (name, value) => append(process.env.GITHUB_STATE, fileCommand(name, value)),
    state: (name) => process.env[`STATE_${name}`] ?? '',
};
/** What was masked in this process. */
const masked = new Set();
/** The runner upper-cases the name and turns blanks into underscores; hyphens stay. Nothing is trimmed here. */
function input(name) {
    return process.env[`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`] ?? '';
}
function annotate(kind, title, text) {
    print(workflowCommand(kind, (0,printable/* printable */.g)(text), { title: (0,printable/* printableLine */.o)(title) }));
}
function command(name, data) {
    print(workflowCommand(name, data));
}
function print(text) {
    process.stdout.write(text);
}
/**
 * Outside a runner (a run by hand) there are no command files, and nobody to read them. A disk that fills half-way
 * leaves the beginning of the text in the file, and the runner would take that for all of it: it is taken back.
 */
function append(path, text) {
    if (!path)
        return;
    const before = (0,external_node_fs_.statSync)(path, { throwIfNoEntry: false })?.size ?? 0;
    try {
        (0,external_node_fs_.appendFileSync)(path, text);
    }
    catch (error) {
        (0,external_node_fs_.truncateSync)(path, before);
        throw error;
    }
}
function context() {
    const { GITHUB_EVENT_NAME, GITHUB_REF, GITHUB_SHA, GITHUB_REPOSITORY_ID, GITHUB_EVENT_PATH } = process.env;
    return {
        eventName: GITHUB_EVENT_NAME ?? '',
        ref: GITHUB_REF ?? '',
        sha: GITHUB_SHA ?? '',
        repositoryId: GITHUB_REPOSITORY_ID ?? '',
        payload: readPayload(GITHUB_EVENT_PATH),
    };
}
/** A payload that cannot be read is undefined: the gate closes on it, with a reason, so nothing is thrown here. */
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
 * Secret is a string that prints as `***` wherever it is put by mistake: in a template, in JSON, in an inspected
 * object. Its value comes out by `reveal()` only, so every place that uses it can be found by that name.
 */
class Secret {
    #value;
    constructor(value) {
        this.#value = value;
    }
    /** reveal returns the value. Call it only where the value leaves for its own registry. */
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
 * maskedForms lists every form in which a tool may print the password of a login, to be masked before the password
 * is first used: as it is, trimmed, each of its lines, URL-encoded, as a JSON string, and in base64 and base64url by
 * itself, as `user:password` (a Basic header, a docker configuration) and as the engine's `X-Registry-Auth`.
 */
function maskedForms({ username, password, servers }) {
    const value = password.reveal();
    // The runner masks line by line. A line such as "{" is no secret, and would take every output with it that has one.
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
/** goJson is JSON as Go writes it, which keeps its text harmless inside HTML. */
function goJson(value) {
    const escaped = (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
    return JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, escaped);
}


/***/ }),

/***/ 865:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ printable),
/* harmony export */   o: () => (/* binding */ printableLine)
/* harmony export */ });
/** How much of one text from outside is printed; the rest is cut off and said to be. */
const LONGEST_TEXT = 8192;
/** Control and format characters (escape sequences, marks that reorder or hide text) but tab and line feed. */
const UNPRINTABLE = /(?![\t\n])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;
/** What the runner reads as a command: `::name::` at the start of a line, `##[name]` anywhere in it. */
const COMMAND = /^(\s*:)(?=:)|(#)(?=#\[)/gm;
/**
 * printable makes text from a registry, an engine, a file or an event safe to log: characters that steer a terminal
 * or reorder text are dropped, and a workflow command is broken up by a word joiner after its first character. Line
 * feeds stay: the caller decides what a line is.
 */
function printable(text) {
    const cut = text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT)} … (cut)` : text;
    return cut.replace(/\r\n?/g, '\n').replace(UNPRINTABLE, '').replace(COMMAND, '$1$2\u2060');
}
/** printableLine is `printable` on one line, for annotations, table cells and the middle of a sentence. */
function printableLine(text) {
    return printable(text)
        .replace(/\s*\n\s*/g, ' ')
        .trim();
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
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
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
