export const id = 894;
export const ids = [894];
export const modules = {

/***/ 3894:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  pruneOpen: () => (/* binding */ pruneOpen)
});

// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(9473);
// EXTERNAL MODULE: ./build/image/reference.js
var reference = __webpack_require__(7755);
// EXTERNAL MODULE: ./build/secret/secret.js
var secret_secret = __webpack_require__(1850);
;// CONCATENATED MODULE: ./build/secret/credential.js

/**
 * formsOf lists every form in which a tool may print what is secret of a credential, to be masked before it is first
 * used. `servers`: how the registry is named in what an engine is sent.
 */
function formsOf(credential, servers) {
    if ('password' in credential)
        return (0,secret_secret/* maskedForms */.$e)({ ...credential, servers });
    const [field, token] = 'identityToken' in credential
        ? ['identitytoken', credential.identityToken]
        : ['registrytoken', credential.registryToken];
    const headers = servers.map((serveraddress) => (0,secret_secret/* goJson */.Pl)({ serveraddress, [field]: token.reveal() }));
    const binary = headers.flatMap((form) => [
        Buffer.from(form).toString('base64'),
        Buffer.from(form).toString('base64url'),
    ]);
    return [...(0,secret_secret/* maskedForms */.$e)({ username: '', password: token, servers: [] }), ...binary];
}
/** accountOf names the account of a credential for people, as the end of a sentence. */
function accountOf(credential) {
    return 'password' in credential ? `as ${credential.username}` : 'with a token';
}

;// CONCATENATED MODULE: ./build/credentials/choose-credential.js

/**
 * choose finds exactly one source for each destination and each repository that is read. Hosts are compared exactly
 * (the names of Docker Hub count as one, and a port counts). Of several entries for one host, the one with the longest
 * scope counts. `username` and `password` are only for the registry of the destinations. Every credential must be used.
 * Problems are sentences that begin with the name of an input.
 */
function choose({ destinations, sources }, { account, registryAuth, identities }) {
    if (account !== undefined && registryAuth.length > 0) {
        return {
            ok: false,
            problems: ['registry-auth: is set together with "username" and "password"; use only one of them'],
        };
    }
    const identityOf = (at) => identities.find(({ registry }) => (0,reference/* sameRegistry */.cJ)(registry, at.registry));
    const entryOf = (at) => (identityOf(at) === undefined ? fittingEntry(at, registryAuth) : undefined);
    const all = [...destinations, ...sources];
    const used = all.map(entryOf);
    const hosts = [...new Set(all.map(({ registry }) => registry))].join(', ');
    const fitsNone = sources.length === 0
        ? 'is for no destination; the destinations are on'
        : 'is for no destination and no source; these are on';
    const problems = registryAuth
        .filter((entry) => !used.includes(entry))
        .map(({ line, registry }) => {
        const hasIdentity = identities.some((each) => (0,reference/* sameRegistry */.cJ)(each.registry, registry));
        const why = hasIdentity ? 'is for a registry with an "identity"' : `${fitsNone} ${hosts}`;
        return `registry-auth: has an entry in line ${line} that ${why}`;
    });
    if (problems.length > 0)
        return { ok: false, problems };
    const isPublishedTo = (at) => destinations.some(({ registry }) => (0,reference/* sameRegistry */.cJ)(registry, at.registry));
    const choiceFor = (at) => {
        const identity = identityOf(at);
        if (identity !== undefined)
            return { kind: 'identity', identity };
        const credential = entryOf(at)?.credential ?? (isPublishedTo(at) ? account : undefined);
        return credential === undefined ? { kind: 'own-login' } : { kind: 'stored', credential };
    };
    return { ok: true, value: choiceFor };
}
/** Identities whose credentials are narrowed to one repository, so that no other one can be read with them. */
const NARROWED = (/* unused pure expression or super */ null && (['aws-ecr', 'azure-acr']));
/** isOneLogin tells whether what is chosen for two repositories on one registry is one login, good for both. */
function isOneLogin(one, other) {
    if (one.kind === 'own-login')
        return other.kind === 'own-login';
    if (one.kind === 'stored')
        return other.kind === 'stored' && one.credential === other.credential;
    return other.kind === 'identity' && one.identity === other.identity && !NARROWED.includes(one.identity.type);
}
function fittingEntry(destination, entries) {
    const length = ({ scope }) => scope?.length ?? -1;
    return entries
        .filter((entry) => (0,reference/* sameRegistry */.cJ)(entry.registry, destination.registry) && covers(entry.scope, destination.path))
        .sort((one, other) => length(other) - length(one))[0];
}
function covers(scope, path) {
    return scope === undefined || path === scope || path.startsWith(`${scope}/`);
}

;// CONCATENATED MODULE: ./build/credentials/masking.js


/** maskedBy masks credentials for the destinations, by the names that an engine is told their registries by. */
function maskedBy(runner, destinations) {
    const servers = [...new Set([...destinations.map(({ registry }) => registry), reference/* DOCKER_HUB_SERVER */.Ns])];
    return (credential) => {
        for (const form of formsOf(credential, servers))
            runner.mask(form);
        return credential;
    };
}

// EXTERNAL MODULE: ./build/text/yaml-list.js
var yaml_list = __webpack_require__(704);
;// CONCATENATED MODULE: ./build/credentials/registry-auth.js



const FIELDS = ['registry', 'username', 'password', 'scope'];
/** `owner/app`, `owner/app@push`: docker/login-action writes the actions behind the path. */
const SCOPE = /^([a-z0-9]+(?:[._/-]+[a-z0-9]+)*)(?:@([a-z]+(?:,[a-z]+)*))?$/;
/**
 * parseRegistryAuth reads the input `registry-auth`: a YAML list of `registry` (Docker Hub by default), `username`,
 * `password` and `scope`, as docker/login-action has it. Problems are ends of sentences, all of them at once; they name
 * lines and quote nothing, for every part of the input may be a secret.
 */
async function parseRegistryAuth(text) {
    const list = await (0,yaml_list/* readYamlList */.O)(text.reveal(), { hasSecrets: true });
    if (!list.ok)
        return wrong([list.problem]);
    if (list.value.length === 0)
        return wrong(['has no entry']);
    const read = list.value.map((entry) => readEntry(entry));
    const found = read.flatMap(({ auth }) => auth ?? []);
    const problems = read.flatMap(({ line, auth, problems }) => {
        const isTwice = found.some((other) => auth !== undefined && other.line < line && isForSame(other, auth));
        const all = isTwice ? [...problems, 'is for the same registry or repository as another entry'] : problems;
        return all.map((problem) => `has an entry in line ${line} that ${problem}`);
    });
    if (problems.length > 0)
        return wrong(problems);
    const empty = read.flatMap(({ line, empty }) => empty.map((field) => `has an entry in line ${line} whose "${field}" is empty`));
    return empty.length > 0 ? { ok: false, isEmpty: true, problems: empty } : { ok: true, value: found };
}
function wrong(problems) {
    return { ok: false, isEmpty: false, problems };
}
function readEntry({ line, fields }) {
    const [username, password] = [fields.get('username') ?? '', fields.get('password') ?? ''];
    const registry = hostOf(fields.get('registry') ?? reference/* DOCKER_HUB */.Xb);
    const empty = ['username', 'password'].filter((name) => fields.get(name) === '');
    const [, scope, actions] = SCOPE.exec(fields.get('scope') ?? '') ?? [];
    const problems = [
        ...([...fields.keys()].every((name) => FIELDS.includes(name))
            ? []
            : [`has a field besides ${FIELDS.join(', ')}; to sign in to a cloud without a secret, use "identity"`]),
        ...((0,reference/* isRegistry */.Cf)(registry) ? [] : ['has a "registry" that is not a host, with or without a port']),
        ...['username', 'password'].filter((name) => !fields.has(name)).map((name) => `has no "${name}"`),
        ...(/\p{Cc}/u.test(username) ? ['has a "username" with a control character'] : []),
        ...(fields.has('scope') && scope === undefined ? ['has a "scope" that is not the path of a repository'] : []),
        ...(actions !== undefined && !actions.split(',').includes('push') ? ['has a "scope" without push'] : []),
    ];
    const auth = { line, registry, scope, credential: { username, password: new secret_secret/* Secret */.zh(password) } };
    return { line, auth: problems.length === 0 ? auth : undefined, problems, empty };
}
/** The old address of Docker Hub is still what many write. */
function hostOf(text) {
    return text === reference/* DOCKER_HUB_SERVER */.Ns ? reference/* DOCKER_HUB */.Xb : text;
}
function isForSame(one, other) {
    return (0,reference/* sameRegistry */.cJ)(one.registry, other.registry) && one.scope === other.scope;
}

;// CONCATENATED MODULE: ./build/credentials/read-given.js




/** Why a secret comes out empty. */
const EMPTY_SECRETS = 'A secret is empty if none has this name (check the spelling), in runs for forks and for Dependabot, in a job that does not name the environment of the secret, ' +
    'and in a reusable workflow if the caller does not pass it on.';
/**
 * readGiven reads the inputs that hold credentials, unless every repository has an identity. Throws CREDENTIAL_MISSING
 * for half of one, INPUT_INVALID for a `registry-auth` that cannot be read; no error quotes what is in them.
 */
async function readGiven(runner, inputs) {
    const { destinations, sources = [], identities, username } = inputs;
    const all = [...destinations, ...sources];
    const needsNone = all.every((at) => identities.some(({ registry }) => (0,reference/* sameRegistry */.cJ)(registry, at.registry)));
    if (needsNone)
        return { account: undefined, registryAuth: [], identities };
    return { account: readAccount(runner, username), registryAuth: await readRegistryAuth(runner), identities };
}
function readAccount(runner, username) {
    const given = withoutLineEnd(runner.secretInput('password'));
    const password = isNothing(given) ? new secret_secret/* Secret */.zh('') : given;
    if (username === '' && password.isEmpty)
        return undefined;
    if (username !== '' && !password.isEmpty)
        return { username, password };
    const missing = username === '' ? '"username"' : '"password"';
    throw new errors/* ActionError */.l('CREDENTIAL_MISSING', `No credential: ${missing} is empty.`, {
        hint: `Set both "username" and "password", the password from a secret. ${EMPTY_SECRETS}`,
    });
}
async function readRegistryAuth(runner) {
    const text = runner.secretInput('registry-auth');
    if (text.reveal().trim() === '')
        return [];
    const auths = await parseRegistryAuth(text);
    if (!auths.ok && auths.isEmpty) {
        throw new errors/* ActionError */.l('CREDENTIAL_MISSING', `No credential: registry-auth ${auths.problems.join(', and ')}.`, {
            hint: EMPTY_SECRETS,
        });
    }
    if (!auths.ok)
        throw invalid(auths.problems.map((problem) => `registry-auth: ${problem}`));
    return auths.value.map((auth) => {
        const { username, password } = auth.credential;
        return { ...auth, credential: { username, password: withoutLineEnd(password) } };
    });
}
/** invalid is the error for what could not be judged before the gate had opened. */
function invalid(problems) {
    return new errors/* ActionError */.l('INPUT_INVALID', problems.join('\n'), {
        hint: 'Correct these inputs under "with:"; no registry was contacted.',
    });
}
/** What `toJSON` makes of a secret that is not there, or is empty, is none. */
function isNothing(secret) {
    return ['', 'null', '""', "''"].includes(secret.reveal().trim());
}
/** Secrets are often pasted with the end of their line; docker takes that off, and so must we. */
function withoutLineEnd(secret) {
    return new secret_secret/* Secret */.zh(secret.reveal().replace(/\r?\n$/, ''));
}

;// CONCATENATED MODULE: ./build/credentials/credential-source.js






/** readChoices reads the inputs that hold credentials, masks them, and chooses. Throws INPUT_INVALID or CREDENTIAL_MISSING. */
async function readChoices(inputs, { runner }) {
    const { destinations, sources = [] } = inputs;
    const masked = maskedBy(runner, [...destinations, ...sources]);
    const given = await readGiven(runner, inputs);
    const account = given.account === undefined ? [] : [given.account];
    const ofWorkflow = [...account, ...given.registryAuth.map(({ credential }) => credential)];
    for (const credential of ofWorkflow) {
        masked(credential);
        if ('password' in credential)
            runner.noteSecret(credential.password.reveal());
    }
    const choices = choose({ destinations, sources }, given);
    if (!choices.ok)
        throw invalid(choices.problems);
    return { choiceFor: choices.value, masked };
}
/**
 * openSources finds the source of the credential for each destination. What is stored, in the inputs or by docker, is
 * read at once, and masked; what is exchanged is fetched when it is asked for. Throws INPUT_INVALID or
 * CREDENTIAL_MISSING.
 */
async function openSources(inputs, givers) {
    return openChosen(inputs.destinations, await readChoices(inputs, givers), givers);
}
/** openChosen is `openSources` where it was chosen already. */
async function openChosen(destinations, chosen, givers) {
    const sources = [];
    for (const destination of destinations) {
        const source = await findSource({ at: destination, actions: 'pull,push' }, chosen, givers);
        if (source === undefined)
            throw missing(destination.registry);
        sources.push({ destination, source });
    }
    return (destination) => {
        const found = sources.find((each) => (0,reference/* sameRepository */.RB)(each.destination, destination));
        if (found === undefined)
            throw missing(destination.registry);
        return found.source;
    };
}
/** findSource finds the source of the credential for a repository; undefined if nobody gives one. */
async function findSource({ at, actions }, { choiceFor, masked }, { docker, keyless }) {
    const choice = choiceFor(at);
    switch (choice.kind) {
        case 'identity':
            return exchanged(() => keyless.credential(choice.identity, at, actions), masked);
        case 'own-login': {
            const own = await docker.findLogin(at.registry);
            return own && ownLogin(own, masked);
        }
        case 'stored':
            return stored(choice.credential);
    }
}
function ownLogin({ credential, from }, masked) {
    return stored(masked(credential), `, the login that docker has on this runner (${from})`);
}
function exchanged(fetch, masked) {
    let last;
    const current = async () => {
        const now = await fetch();
        if (now !== last)
            last = masked(now);
        return now;
    };
    return { current, whose: async () => described(await current()), isStored: false, isOwn: false };
}
function described({ kind, width, expiresAt }) {
    return `with ${kind}, valid until ${new Date(expiresAt).toISOString()} for ${width}`;
}
function stored(credential, found = '') {
    const whose = async () => `${accountOf(credential)}${found}`;
    return { current: async () => credential, whose, isStored: true, isOwn: found !== '' };
}
function missing(registry) {
    const message = `No credential for ${registry}: no input has one, and docker is not signed in there on this runner.`;
    return new errors/* ActionError */.l('CREDENTIAL_MISSING', message, {
        hint: `Set "username" and "password", or write an entry for ${registry} in "registry-auth" or "identity". ` +
            EMPTY_SECRETS,
    });
}

;// CONCATENATED MODULE: ./build/prune/brakes.js


/** overBrakes tells by how much a plan is over its limits, in sentences. `before`: how many went by an earlier plan. */
function overBrakes({ holdings, tagged }, { maxDeletions, maxShare }, before = 0) {
    const going = tagged.going + before;
    const all = tagged.all + before;
    const name = (0,reference/* repositoryName */.aR)(holdings.repository);
    const isTooMany = going > maxDeletions;
    const isTooLarge = going * 100 > all * maxShare;
    return [
        ...(isTooMany ? [`${name}: ${going} tagged images would be deleted, and "max-deletions" is ${maxDeletions}.`] : []),
        ...(isTooLarge
            ? [`${name}: ${going} of ${all} tagged images would be deleted, and "max-share" is ${maxShare} %.`]
            : []),
    ];
}
/** Most requests of a real run; a registry's own limit is far below what more would take. */
const MOST_REQUESTS = 300_000;
/** assertWithinBrakes throws if a real run would delete more than its limits, or ask more than a registry takes. */
function assertWithinBrakes(braked, brakes) {
    const over = braked.flatMap(({ plan, before }) => overBrakes(plan, brakes, before));
    if (over.length > 0)
        throw new errors/* ActionError */.l('PRUNE_LIMIT', over.join('\n'), {
            hint: 'Nothing more was deleted. Look at the plan of a dry run. If it is right, raise the limit; if not, keep more.',
        });
    const requests = braked.reduce((sum, { plan }) => sum + requestsOf(plan), 0);
    if (requests > MOST_REQUESTS)
        throw tooMany(requests, MOST_REQUESTS);
    // If the registry's own API lists and deletes, that API has a limit.
    const limited = braked.flatMap(({ plan }) => (plan.holdings.list?.left === undefined ? [] : [plan]));
    const left = Math.min(...limited.map(({ holdings }) => holdings.list?.left ?? 0));
    const ofApi = limited.reduce((sum, plan) => sum + stepsOf(plan) * ((plan.holdings.list?.requests ?? 0) + 1), 0);
    if (ofApi > left)
        throw tooMany(ofApi, left);
}
function tooMany(requests, limit) {
    return new errors/* ActionError */.l('RATE_LIMITED', `The plan needs up to ${requests} requests, and the limit is ${limit}.`, {
        hint: 'Nothing more was deleted. Delete less in one run, by "keep-newest" or "keep-younger-than", or prune fewer repositories in one step.',
    });
}
function stepsOf({ groups }) {
    return groups.flat().length;
}
/** How many requests carrying a plan out takes at most: all tags are looked at before each manifest goes. */
function requestsOf(plan) {
    const { tags, list } = plan.holdings;
    const listing = Math.ceil((tags.size + 1) / 1000);
    return stepsOf(plan) * (list === undefined ? tags.size + 2 * listing + 3 : list.requests + listing + 3);
}

// EXTERNAL MODULE: ./build/prune/deployed.js
var prune_deployed = __webpack_require__(8653);
// EXTERNAL MODULE: ./build/prune/deletable.js
var deletable = __webpack_require__(6611);
;// CONCATENATED MODULE: ./build/prune/in-turns.js
/** inTurns works through the items, so many at a time. After the first failure nothing new is begun, and it is thrown. */
async function inTurns(items, lanes, work) {
    const failures = [];
    let next = 0;
    const lane = async () => {
        while (next < items.length && failures.length === 0) {
            const item = items[next++];
            await work(item).catch((error) => failures.push(error));
        }
    };
    await Promise.all(Array.from({ length: Math.min(lanes, items.length) }, lane));
    if (failures.length > 0)
        throw failures[0];
}

// EXTERNAL MODULE: ./build/image/referrer-tag.js
var referrer_tag = __webpack_require__(570);
// EXTERNAL MODULE: ./build/image/config.js
var image_config = __webpack_require__(6382);
// EXTERNAL MODULE: ./build/image/document.js
var image_document = __webpack_require__(2981);
// EXTERNAL MODULE: ./build/image/manifest.js
var image_manifest = __webpack_require__(9941);
// EXTERNAL MODULE: ./build/image/media-types.js
var media_types = __webpack_require__(406);
// EXTERNAL MODULE: ./build/image/referrer.js
var referrer = __webpack_require__(539);
;// CONCATENATED MODULE: ./build/prune/read-node.js





/** Manifests of types that lead to blobs alone, before there were images in them. */
const ONLY_BLOBS = [
    'application/vnd.docker.distribution.manifest.v1+prettyjws',
    'application/vnd.docker.distribution.manifest.v1+json',
];
const OCI_ARTIFACT = 'application/vnd.oci.artifact.manifest.v1+json';
const CREATED = 'org.opencontainers.image.created';
const REVISION = 'org.opencontainers.image.revision';
/** unreadNode stands for a manifest that cannot be read, need not be read, or is only led to. */
function unreadNode(digest, role) {
    const nothing = { children: [], blobs: [], subjects: [], dates: [] };
    return { digest, role, config: undefined, revision: undefined, ...nothing };
}
/** readNode reads what a manifest leads to, and what it says of itself; unreadable if it is of no type that we know. */
function readNode(document) {
    const { digest, mediaType } = document;
    const nothing = { below: [], config: undefined };
    if (ONLY_BLOBS.includes(mediaType))
        return { node: { ...unreadNode(digest, 'missing'), role: 'artifact' }, ...nothing };
    try {
        return mediaType === OCI_ARTIFACT ? { node: artifactNode(document), ...nothing } : imageNode(document);
    }
    catch (problem) {
        if (!(problem instanceof image_document/* ManifestProblem */.Rn))
            throw problem;
        return { node: unreadNode(digest, 'unreadable'), ...nothing };
    }
}
function imageNode({ bytes, digest, mediaType }) {
    const manifest = (0,image_manifest/* parseManifest */.N)(bytes, mediaType);
    const said = sayings(bytes);
    const common = { digest, subjects: said.subjects, revision: said.revision, dates: said.dates };
    if (manifest.kind === 'index') {
        // An entry that is no manifest by its type is a blob, as in build caches; a tag may still lead to it.
        const below = manifest.children.filter(media_types/* isManifestType */.Q3);
        const blobs = manifest.children.filter((child) => !(0,media_types/* isManifestType */.Q3)(child)).map(blobOf);
        const children = manifest.children.map((child) => child.digest);
        return { node: { ...common, role: 'index', children, config: undefined, blobs }, below, config: undefined };
    }
    const isImage = (0,media_types/* isImageConfig */._m)(manifest.config) && !said.isArtifact;
    return {
        node: {
            ...common,
            role: isImage ? 'image' : 'artifact',
            children: [],
            config: manifest.config.digest,
            blobs: blobsOf(manifest),
        },
        below: [],
        config: isImage ? manifest.config.digest : undefined,
    };
}
function blobsOf(manifest) {
    return [manifest.config, ...manifest.layers].map(blobOf);
}
function blobOf({ digest, size }) {
    return { digest, size };
}
function artifactNode({ bytes, digest }) {
    const { subjects, revision, dates } = sayings(bytes);
    return { ...unreadNode(digest, 'missing'), role: 'artifact', subjects, revision, dates };
}
/** What a manifest says beside what it is made of (image-spec, manifest.md: `subject`, `artifactType`, `annotations`). */
function sayings(bytes) {
    const document = (0,image_document/* readDocument */.u0)(bytes);
    const { artifactType, annotations } = document;
    const subject = (0,referrer/* subjectIn */.i)(document);
    const notes = (annotations ?? {});
    const revision = notes[REVISION];
    return {
        subjects: subject === undefined ? [] : [subject],
        revision: typeof revision === 'string' && revision !== '' ? revision : undefined,
        dates: datesIn(notes[CREATED]),
        isArtifact: typeof artifactType === 'string' && artifactType !== '',
    };
}
/** What the configuration of an image adds to its node. A damaged one adds nothing, and the image stays undated. */
function configSays(bytes) {
    try {
        const { created, config } = (0,image_document/* readDocument */.u0)(bytes);
        return { revision: (0,image_config/* revisionIn */.jQ)(config), dates: datesIn(created) };
    }
    catch (problem) {
        if (!(problem instanceof image_document/* ManifestProblem */.Rn))
            throw problem;
        return { revision: undefined, dates: [] };
    }
}
function datesIn(text) {
    const at = typeof text === 'string' ? Date.parse(text) : Number.NaN;
    return Number.isNaN(at) ? [] : [{ at, by: 'image' }];
}

;// CONCATENATED MODULE: ./build/prune/late-changes.js




/** How many tags are asked at a time. */
const LANES = 8;
/** How often the tags are looked at if there is always something new, and how far that is followed. */
const MOST_LOOKS = 4;
const FARTHEST = 1_000;
/** How much may be new at a time. */
const MOST_CHANGES = 10_000;
/**
 * LateChanges finds what others have done since a plan was made. Right before a manifest is deleted every tag that there
 * is now is asked what it shows, and what is new is followed to all that it leads to; then all are asked again, until a
 * look finds nothing new. Behind it the list is read once more. What is not seen is a tag that is moved after it was asked
 * in that last look, and one that is made after that last list. Where the registry lists manifests with their tags, that
 * list is read instead, as the last thing but for tags that are not in it; what is new and has no tag is seen, too.
 */
class LateChanges {
    #holdings;
    #catalogue;
    /** What is under a digest never changes. */
    #followed = new Map();
    #running = Promise.resolve();
    #next;
    constructor(holdings, catalogue) {
        this.#holdings = holdings;
        this.#catalogue = catalogue;
    }
    /** against tells why a group may not go any further, as a clause that follows on "because"; undefined if it may. */
    async against(group, gone) {
        const going = new Set(group.map(({ digest }) => digest)).difference(gone);
        for (let look = 1; look <= MOST_LOOKS; look++) {
            const { changes, isCalm } = await this.#look();
            for (const change of changes) {
                const reason = this.#judge(change, going);
                if (reason !== undefined)
                    return reason;
            }
            if (isCalm)
                return undefined;
        }
        return 'tags kept changing';
    }
    /** Those who ask while a look is under way share the next one: what they go by has to begin after they have asked. */
    #look() {
        const begin = () => {
            this.#next = undefined;
            const looking = this.#lookNow();
            this.#running = looking;
            return looking;
        };
        this.#next ??= this.#running.then(begin, begin);
        return this.#next;
    }
    async #lookNow() {
        const names = new Set(await this.#catalogue.listTags());
        const { changes, isListed } = await this.#changesIn(names);
        if (changes.length > MOST_CHANGES)
            throw strange(`More than ${MOST_CHANGES} manifests and tags are new.`);
        const isKnown = changes.every(({ digest }) => this.#followed.has(digest));
        await inTurns(changes, 1, ({ digest }) => this.#follow(digest));
        const isCalm = isKnown && (isListed || (await this.#catalogue.listTags()).every((tag) => names.has(tag)));
        return { changes, isCalm };
    }
    async #changesIn(names) {
        const { list } = this.#holdings;
        if (list === undefined)
            return { changes: await this.#ask(names), isListed: false };
        const manifests = (await this.#catalogue.listManifests())?.manifests ?? [];
        const shown = new Set(manifests.flatMap(({ tags: each }) => each));
        // The list may be behind, or have lost an entry from one page to the next: those tags are asked themselves.
        const asked = await this.#ask(names.difference(shown));
        return { changes: [...manifests.flatMap((each) => this.#compare(each)), ...asked], isListed: true };
    }
    #compare({ digest, tags }) {
        const { tags: before, graph } = this.#holdings;
        const moved = tags.filter((tag) => before.get(tag) !== digest).map((tag) => ({ tag, digest }));
        const isNew = !graph.has(digest) && moved.length === 0;
        return isNew ? [{ tag: undefined, digest }] : moved;
    }
    /** The tags that show something else than when the plan was made. */
    async #ask(names) {
        const changes = [];
        await inTurns([...names], LANES, async (tag) => {
            const digest = await this.#catalogue.digestUnder(tag);
            if (digest !== undefined && digest !== this.#holdings.tags.get(tag))
                changes.push({ tag, digest });
        });
        return changes;
    }
    #judge({ tag, digest: now }, going) {
        const led = this.#followed.get(now) ?? new Set();
        if (tag === undefined)
            return led.isDisjointFrom(going) ? undefined : 'something that refers to it was pushed during this run';
        const before = this.#holdings.tags.get(tag);
        if (before !== undefined && going.has(before))
            return `its tag "${tag}" was moved during this run`;
        const subject = (0,referrer_tag/* subjectOf */.et)(tag);
        const isLed = !led.isDisjointFrom(going) || (subject !== undefined && going.has(subject));
        return isLed ? `the tag "${tag}" shows it now` : undefined;
    }
    /** Everything that a manifest leads to: what it has in it, and what it is attached to. */
    async #follow(start) {
        if (this.#followed.has(start))
            return;
        const found = new Set([start]);
        // A set that grows while it is walked.
        for (const digest of found) {
            if (found.size > FARTHEST)
                throw strange(`The chain of manifests from ${start} has no end.`);
            const document = await this.#catalogue.readDocument(digest);
            if (document === undefined)
                continue;
            const { node } = readNode(document);
            if (node.role === 'unreadable')
                throw strange(`${digest} is new, and cannot be read.`);
            for (const next of [...node.children, ...node.subjects])
                found.add(next);
        }
        this.#followed.set(start, found);
    }
}
function strange(message) {
    return new errors/* ActionError */.l('REGISTRY_ANSWER', message, { hint: 'Look at what was pushed to this repository.' });
}

;// CONCATENATED MODULE: ./build/prune/one-manifest.js

/** What one manifest's own failure may be; any other failure is one of the registry, and ends all that is going on. */
const OF_ONE_MANIFEST = ['REGISTRY_ANSWER', 'DIGEST_MISMATCH', 'REGISTRY_DENIED'];
/** isOfOneManifest tells whether a failure may be one of a single manifest. */
function isOfOneManifest(error) {
    return error instanceof errors/* ActionError */.l && OF_ONE_MANIFEST.includes(error.code);
}

;// CONCATENATED MODULE: ./build/prune/execute.js




/** How many groups are worked on at a time. */
const execute_LANES = 4;
/** How old a plan may be when something is deleted by it, in milliseconds. */
const STALE = 30 * 60_000;
/**
 * execute deletes what a plan lets go: group by group, each in its order, and a manifest only after everything that leads
 * to it was read as gone, and after a look at what has changed since the plan. What is in doubt stays, with all behind it.
 */
async function execute(plan, madeAt, hands) {
    const changes = new LateChanges(plan.holdings, hands.catalogue);
    let end = { kind: 'done' };
    const mayGoOn = () => {
        if (end.kind === 'done' && hands.now() - madeAt > STALE)
            end = { kind: 'stale' };
        return end.kind === 'done' && !hands.signal.aborted;
    };
    const workOff = async (group) => {
        const gone = new Set();
        for (const [at, step] of group.entries()) {
            if (!mayGoOn())
                return;
            const result = await deleteStep({ step, group, gone }, { plan, changes, mayGoOn, hands });
            if (result === undefined)
                return;
            if ('stop' in result)
                end = { kind: 'stopped', error: result.stop };
            hands.tell(result.fate);
            if (result.fate.kind === 'deleted' || result.fate.kind === 'absent')
                gone.add(step.digest);
            else {
                for (const rest of group.slice(at + 1))
                    hands.tell(left(rest, 'something that refers to it stays, or may stay'));
                return;
            }
        }
    };
    await inTurns(plan.groups, execute_LANES, workOff);
    hands.signal.throwIfAborted();
    return end;
}
async function deleteStep({ step, group, gone }, { plan, changes, mayGoOn, hands }) {
    const { catalogue, signal } = hands;
    try {
        if (!step.after.every((digest) => gone.has(digest)))
            return { fate: left(step, 'it is not certain that everything that refers to it was deleted') };
        const document = await catalogue.readDocument(step.digest);
        if (document === undefined)
            return { fate: { ...named(step), kind: 'absent' } };
        await hands.keep(document, step, plan.holdings);
        const changed = await changes.against(group, gone);
        if (changed !== undefined)
            return { fate: left(step, changed) };
        if (!mayGoOn())
            return undefined;
        const removal = await catalogue.remove(step);
        switch (removal.kind) {
            case 'protected':
                return { fate: { ...named(step), kind: 'protected', says: removal.says } };
            case 'refused':
                return { fate: failed(step, removal.error.message), stop: removal.error };
            default:
                if (await catalogue.awaitGone(step.digest))
                    return { fate: { ...named(step), kind: 'deleted' } };
                return {
                    fate: failed(step, removal.kind === 'doubtful' ? removal.error.message : 'The registry still serves it.'),
                };
        }
    }
    catch (error) {
        signal.throwIfAborted();
        const fate = failed(step, (0,errors/* asError */.z)(error).message);
        // What is wrong with one manifest stops its group alone.
        if (isOfOneManifest(error))
            return { fate };
        return { fate, stop: error };
    }
}
function named({ digest, tags }) {
    return { digest, tags };
}
function failed(step, says) {
    return { ...named(step), kind: 'failed', says };
}
function left(step, says) {
    return { ...named(step), kind: 'left', says };
}

;// CONCATENATED MODULE: ./build/image/prunable.js
/** Not exported, so that nobody makes a `Prunable` but by `asPrunable`. */
const prunable = Symbol('prunable');
/** asPrunable is for the planner alone, in the room prune/; the import table keeps it there. */
function asPrunable(digest) {
    return { digest, [prunable]: true };
}

;// CONCATENATED MODULE: ./build/prune/groups.js

/**
 * inGroups puts what goes into connected groups, each in an order in which everything comes behind what leads to it.
 * The graph has no circle.
 */
function inGroups(graph, going, tagsOf) {
    const isGoing = (digest) => going.has(digest);
    const done = new Set();
    const groups = [];
    for (const start of going) {
        if (done.has(start))
            continue;
        const together = new Set([start]);
        // A set that grows while it is walked.
        for (const digest of together) {
            for (const other of [...graph.leadersOf(digest), ...graph.followersOf(digest)].filter(isGoing)) {
                together.add(other);
            }
        }
        for (const digest of together)
            done.add(digest);
        groups.push(inOrder(graph, together).map((digest) => ({
            ...asPrunable(digest),
            tags: tagsOf.get(digest) ?? [],
            after: graph.leadersOf(digest).filter(isGoing),
        })));
    }
    return groups;
}
/**
 * inOrder puts everything behind what leads to it. What is in a circle, and what is behind one, is not in the order; no
 * honest digests make one, but tags that name a subject do.
 */
function inOrder(graph, digests) {
    const within = (others) => [...new Set(others)].filter((digest) => digests.has(digest));
    const waiting = new Map([...digests].map((digest) => [digest, within(graph.leadersOf(digest)).length]));
    const order = [...digests].filter((digest) => waiting.get(digest) === 0);
    // An array that grows while it is walked.
    for (const digest of order) {
        for (const follower of within(graph.followersOf(digest))) {
            const left = (waiting.get(follower) ?? 0) - 1;
            waiting.set(follower, left);
            if (left === 0)
                order.push(follower);
        }
    }
    return order;
}

;// CONCATENATED MODULE: ./build/prune/ages.js
/** The first release of Docker: 1970 and 1980 are what reproducible builds write. */
const EARLIEST = Date.UTC(2013, 2, 1);
/** How far clocks may be apart, in milliseconds. */
const CLOCKS_APART = 3_600_000;
/**
 * ageOf is the age of an image by everything that is known of it and of what is below it: the latest date counts, since a
 * registry may have got an old image today. Undefined if no date can be believed, or one is yet to come.
 */
function ageOf(graph, digest, now) {
    return latestOf([...graph.below([digest])].flatMap((each) => graph.nodes.get(each)?.dates ?? []), now);
}
/** pushedAt is the latest date that the registry itself gives for one manifest; undefined as with `ageOf`. */
function pushedAt(graph, digest, now) {
    const dates = graph.nodes.get(digest)?.dates ?? [];
    return latestOf(dates.filter(({ by }) => by === 'registry'), now)?.latest;
}
function latestOf(dates, now) {
    const believable = dates.filter(({ at }) => at >= EARLIEST);
    const latest = believable.reduce((last, { at }) => Math.max(last, at), 0);
    if (believable.length === 0 || latest > now + CLOCKS_APART)
        return undefined;
    return { latest, isSeen: believable.some(({ by }) => by === 'registry') };
}

// EXTERNAL MODULE: ./build/text/filter-pattern.js
var filter_pattern = __webpack_require__(4829);
;// CONCATENATED MODULE: ./build/prune/tag-forms.js


/** Digits of a commit in `{short-sha}`. */
const SHORT = 12;
const PLACES = {
    '{sha}': '([0-9a-f]{40}|[0-9a-f]{64})',
    '{short-sha}': `([0-9a-f]{${SHORT}})`,
};
/** A plan asks about each tag again and again while it is made, and patterns are slow. */
const known = new WeakMap();
/** formOf tells what a tag is. What no rule lets go is kept. */
function formOf(tag, rules) {
    const forms = known.get(rules) ?? new Map();
    known.set(rules, forms);
    const form = forms.get(tag) ?? judge(tag, rules);
    forms.set(tag, form);
    return form;
}
function judge(tag, { shaTag, deleteTags, keepTags, deployedTags }) {
    if (deployedTags.has(tag))
        return { kind: 'kept', because: 'is in "keep-digests"' };
    if ((0,filter_pattern/* matchesFilter */.yy)(tag, keepTags))
        return { kind: 'kept', because: 'is in "keep-tags"' };
    const subject = (0,referrer_tag/* subjectOf */.et)(tag);
    if (subject !== undefined)
        return { kind: 'attached', subject };
    if ((0,filter_pattern/* matchesFilter */.yy)(tag, deleteTags))
        return { kind: 'named' };
    const commit = commitIn(tag, shaTag);
    if (commit !== undefined)
        return { kind: 'sha', commit, isShort: commit.length === SHORT };
    return { kind: 'kept', because: 'is no SHA tag, and not in "delete-tags"' };
}
/** How many shapes of tags are told, where no tag may go. */
const MOST_SHAPES = 5;
/** commonestShapes are what most tags look like, the commonest first: digits as `9`, hexadecimal names as `<hex>`. */
function commonestShapes(tags) {
    const counts = new Map();
    for (const tag of tags) {
        const shape = tag.replaceAll(/[0-9a-f]{7,}/g, '<hex>').replaceAll(/[0-9]+/g, '9');
        counts.set(shape, (counts.get(shape) ?? 0) + 1);
    }
    const byCount = [...counts].sort(([, one], [, other]) => other - one);
    return byCount.slice(0, MOST_SHAPES).map(([shape]) => shape);
}
/** The commit that a tag names by the template, as far as it does; undefined if it is not of that form. */
function commitIn(tag, template) {
    const parts = template.split(/(\{(?:short-)?sha\})/).map((part) => PLACES[part] ?? literally(part));
    const [, ...named] = new RegExp(`^${parts.join('')}$`).exec(tag) ?? [];
    const longest = named.reduce((one, other) => (other.length > one.length ? other : one), '');
    // Named twice, it is one commit.
    return longest !== '' && named.every((commit) => longest.startsWith(commit)) ? longest : undefined;
}
function literally(text) {
    return text.replaceAll(/[.*+?^$()|[\]{}\\-]/g, '\\$&');
}

;// CONCATENATED MODULE: ./build/prune/judge-manifests.js


/** The tags of referrers make no roots: what they are on goes with its subject. */
function rootsOf({ tags, unsettled }, rules) {
    const roots = new Map();
    for (const [tag, digest] of tags) {
        const form = unsettled.has(tag)
            ? { kind: 'kept', because: 'was written or removed while the tags were listed' }
            : formOf(tag, rules);
        if (form.kind === 'attached')
            continue;
        const root = roots.get(digest) ?? { digest, tags: [], forms: [] };
        root.tags.push(tag);
        root.forms.push(form);
        roots.set(digest, root);
    }
    return [...roots.values()];
}
function judgeTagged(graph, roots, rules) {
    const aged = roots.map((root) => ({
        digest: root.digest,
        age: ageOf(graph, root.digest, rules.now),
        because: whyTagged(graph, root, rules),
    }));
    const dates = aged.flatMap(({ age, because }) => (because === undefined && age !== undefined ? [age.latest] : []));
    // Of several that are as new as the last of them, all stay: nobody could tell which was meant.
    const last = dates.sort((one, other) => other - one)[rules.keepNewest - 1] ?? (rules.keepNewest === 0 ? Infinity : 0);
    const isNewest = `it is one of the newest ${rules.keepNewest}`;
    return aged.map(({ digest, age, because }) => ({
        digest,
        because: because ?? (age !== undefined && age.latest >= last ? isNewest : whyYoung(age, rules.keepYoungerThan, rules)),
    }));
}
/** What its tags and its kind say for it to stay. */
function whyTagged(graph, { digest, tags, forms }, rules) {
    for (const [at, form] of forms.entries()) {
        if (form.kind === 'kept')
            return `its tag "${tags[at]}" ${form.because}`;
        if (form.kind === 'sha' && form.isShort && !isOfCommit(graph, digest, form.commit)) {
            return `its tag "${tags[at]}" is short, and its label names no matching commit`;
        }
    }
    if (!holdsImage(graph, digest) && !forms.every(({ kind }) => kind === 'named')) {
        return 'it is no image, and not in "delete-tags"';
    }
    return rules.keepDigests.has(digest) ? 'its digest is deployed' : undefined;
}
function below(graph, digest) {
    return [...graph.below([digest])].flatMap((each) => graph.nodes.get(each) ?? []);
}
/** What is not read may be one: before it goes, it is read. */
function holdsImage(graph, digest) {
    return below(graph, digest).some(({ role }) => role === 'image' || role === 'unread');
}
function isUnread(graph, digest) {
    return graph.nodes.get(digest)?.role === 'unread';
}
/** Every label that there is must name the commit, and there must be one. */
function isOfCommit(graph, digest, commit) {
    if (isUnread(graph, digest))
        return true;
    const revisions = below(graph, digest).flatMap(({ revision }) => revision ?? []);
    return revisions.length > 0 && revisions.every((revision) => revision.startsWith(commit));
}
function whyYoung(age, limit, { now, trustsCreated }) {
    if (age === undefined)
        return 'its date is unknown';
    if (now - age.latest < limit)
        return 'it is too young';
    if (!age.isSeen && !trustsCreated)
        return 'only the image itself gives its date (see "trust-created")';
    return undefined;
}
/**
 * What no tag leads to and that is attached to nothing. Children of a push under way look old and untagged, so that only
 * the registry's own date of the push counts.
 */
function judgeUntagged(graph, rooted, { now, keepUntaggedYoungerThan: limit, unfinished }) {
    const alone = [...graph.nodes.values()].filter(({ digest, subjects }) => graph.has(digest) && !rooted.has(digest) && subjects.length === 0 && graph.parentsOf(digest).length === 0);
    return alone.map(({ digest }) => {
        if (unfinished?.has(digest) === true)
            return { digest, because: undefined };
        if (!holdsImage(graph, digest))
            return { digest, because: 'it is no image, and has no tag' };
        if (pushedAt(graph, digest, now) === undefined)
            return { digest, because: 'it has no tag, and the registry does not say when it was pushed' };
        const age = ageOf(graph, digest, now);
        const isOld = age !== undefined && now - age.latest >= limit;
        return { digest, because: isOld ? undefined : 'it has no tag, and is too young' };
    });
}
/** What is attached to nothing that is there. One with no tag may be a push under way, as above. */
function judgeOrphans(graph, rooted, { tagged, rules }) {
    const orphans = [...graph.nodes.values()].filter(({ digest, subjects }) => graph.has(digest) && !rooted.has(digest) && subjects.length > 0 && !subjects.some((each) => graph.has(each)));
    return orphans.map(({ digest }) => {
        if (rules.unfinished?.has(digest) === true)
            return { digest, because: undefined };
        if (!rules.deletesOrphans)
            return { digest, because: ORPHAN };
        if (!tagged.has(digest) && pushedAt(graph, digest, rules.now) === undefined)
            return {
                digest,
                because: 'its image was removed, and the registry does not say when this was pushed',
            };
        return { digest, because: whyYoung(ageOf(graph, digest, rules.now), rules.keepYoungerThan, rules) };
    });
}
/** Why a referrer stays whose subject is not there. */
const ORPHAN = 'its image does not exist (see "delete-orphans")';

;// CONCATENATED MODULE: ./build/prune/plan-prune.js



/** Not exported, so that no other file can make a `RepositoryPlan`. */
const planned = Symbol('planned');
/**
 * planPrune decides for every manifest of a repository whether it stays. A manifest goes only if a rule lets it go and
 * no rule keeps it: what is kept keeps all that it leads to, and all that is attached to any of it.
 */
function planPrune(holdings, rules) {
    const { graph, tags } = holdings;
    const all = new Set(graph.nodes.keys());
    const ordered = new Set(inOrder(graph, all));
    if (ordered.size < all.size)
        return unplannable(holdings, 'circle', [...all.difference(ordered)]);
    const roots = rootsOf(holdings, rules);
    const rooted = new Set(roots.map(({ digest }) => digest));
    const deployed = deployedIn(graph, rules.keepDigests);
    const judged = [
        ...judgeTagged(graph, roots, rules),
        ...judgeUntagged(graph, rooted, rules),
        ...judgeOrphans(graph, rooted, { tagged: new Set(tags.values()), rules }),
    ];
    const unreadable = [...graph.nodes.values()].filter(({ role }) => role === 'unreadable').map(({ digest }) => digest);
    const tagged = new Set(tags.values());
    const held = judged.filter(({ because }) => because !== undefined).map(({ digest }) => digest);
    const staying = stayingBy(graph, [...held.filter((digest) => !isRubbish(graph, digest, tagged)), ...deployed]);
    const inTheWay = unreadable.filter((digest) => tagged.has(digest) || staying.has(digest));
    if (inTheWay.length > 0)
        return unplannable(holdings, 'unreadable', inTheWay);
    const isDoubtful = unreadable.length > 0;
    // It is unknown what an unreadable manifest refers to. So only manifests with a tag are deleted then, and nothing
    // that others refer to.
    const untagged = [...all].filter((digest) => graph.has(digest) && !rooted.has(digest));
    const stays = isDoubtful ? graph.belonging([...staying, ...untagged]) : staying;
    const starts = judged.filter(({ because }) => because === undefined).map(({ digest }) => digest);
    const going = new Set([...graph.belonging(starts)].filter((digest) => graph.has(digest) && !stays.has(digest)));
    // What a rule lets go may stay by itself once it is read, and then keeps what it is attached to.
    const unread = [...going.union(new Set(starts))].filter((digest) => isUnread(graph, digest));
    if (unread.length > 0)
        return unplannable(holdings, 'unread', unread);
    const tagsOf = tagsByDigest(tags);
    const candidates = roots.filter(({ forms }) => forms.every(({ kind }) => kind !== 'kept')).length;
    const kept = judged
        .filter(({ digest }) => !going.has(digest))
        .map(({ digest, because }) => ({
        digest,
        tags: tagsOf.get(digest) ?? [],
        because: because ?? whyLed(deployed, digest),
    }));
    return {
        kind: 'plan',
        holdings,
        kept,
        groups: inGroups(graph, going, tagsOf),
        tagged: {
            all: rooted.size,
            candidates,
            going: [...rooted].filter((digest) => going.has(digest)).length,
        },
        found: foundIn(graph, rules.keepDigests),
        isDoubtful,
        shapes: candidates === 0 ? commonestShapes(tags.keys()) : [],
        bytesFreed: (digests) => bytesFreed(graph, digests),
        [planned]: true,
    };
}
function unplannable(holdings, why, digests) {
    return { kind: 'unplannable', holdings, why, digests };
}
/** What stays if these do: what they are attached to, all that they lead to, and all that is attached to any of it. */
function stayingBy(graph, held) {
    return graph.belonging(graph.subjectsAbove(held));
}
/** An unreadable manifest that nothing names: it stays, but what else is unread because of it is not kept by a rule. */
function isRubbish(graph, digest, tagged) {
    return graph.nodes.get(digest)?.role === 'unreadable' && !tagged.has(digest);
}
/**
 * What deployed digests keep: what has them, everything that leads to that, and so an index for a child of it, and what
 * it is attached to.
 */
function deployedIn(graph, digests) {
    const having = [...graph.nodes.values()]
        .filter(({ digest, config }) => digests.has(digest) || (config !== undefined && digests.has(config)))
        .map(({ digest }) => digest);
    return graph.leadingTo(having);
}
function foundIn(graph, digests) {
    const found = new Set();
    for (const { digest, config } of graph.nodes.values()) {
        if (graph.has(digest) && digests.has(digest))
            found.add(digest);
        if (config !== undefined && digests.has(config))
            found.add(config);
    }
    return found;
}
function whyLed(deployed, digest) {
    return deployed.has(digest) ? 'it contains something that is deployed' : 'something that stays refers to it';
}
function tagsByDigest(tags) {
    const found = new Map();
    for (const [tag, digest] of tags)
        found.set(digest, [...(found.get(digest) ?? []), tag]);
    return found;
}
function bytesFreed(graph, going) {
    if ([...graph.nodes.values()].some(({ digest, role }) => role === 'unread' && !going.has(digest)))
        return undefined;
    const freed = new Map();
    for (const { digest, blobs } of graph.nodes.values()) {
        if (going.has(digest))
            for (const blob of blobs)
                freed.set(blob.digest, blob.size);
    }
    for (const { digest, blobs } of graph.nodes.values()) {
        if (!going.has(digest))
            for (const blob of blobs)
                freed.delete(blob.digest);
    }
    return [...freed.values()].reduce((sum, size) => sum + size, 0);
}

;// CONCATENATED MODULE: ./build/prune/repository-graph.js
/** A set of manifests as a graph: index → child, and referrer → subject. It has no request in it. */
class RepositoryGraph {
    nodes;
    #parents = new Map();
    #referrers = new Map();
    constructor(nodes) {
        this.nodes = new Map([...nodes].map((node) => [node.digest, node]));
        for (const { digest, children, subjects } of this.nodes.values()) {
            for (const child of children)
                add(this.#parents, child, digest);
            for (const subject of subjects)
                add(this.#referrers, subject, digest);
        }
    }
    /** has tells whether a manifest is there; one that is only led to is not. */
    has(digest) {
        const node = this.nodes.get(digest);
        return node !== undefined && node.role !== 'missing';
    }
    parentsOf(digest) {
        return [...(this.#parents.get(digest) ?? [])];
    }
    referrersOf(digest) {
        return [...(this.#referrers.get(digest) ?? [])];
    }
    /** below is what these lead to by children, themselves among it. */
    below(starts) {
        return reached(starts, (digest) => this.nodes.get(digest)?.children ?? []);
    }
    /** belonging is what these lead to, with everything that is attached to any of it. */
    belonging(starts) {
        return reached(starts, (digest) => this.followersOf(digest));
    }
    /** subjectsAbove is what these are attached to, and what that is attached to, themselves among it. */
    subjectsAbove(starts) {
        return reached(starts, (digest) => this.nodes.get(digest)?.subjects ?? []);
    }
    /** leadersOf are the manifests that lead to one: indexes around it, and what it is attached to. */
    leadersOf(digest) {
        return [...this.parentsOf(digest), ...(this.nodes.get(digest)?.subjects ?? [])];
    }
    /** leadingTo is everything that leads to these, at any distance, themselves among it. */
    leadingTo(starts) {
        return reached(starts, (digest) => this.leadersOf(digest));
    }
    /** followersOf are the manifests that one leads to: its children, and what is attached to it. */
    followersOf(digest) {
        return [...(this.nodes.get(digest)?.children ?? []), ...this.referrersOf(digest)];
    }
}
function reached(starts, next) {
    const found = new Set(starts);
    // A set that grows while it is walked: a circle ends where it began.
    for (const digest of found)
        for (const other of next(digest))
            found.add(other);
    return found;
}
function add(to, key, value) {
    const there = to.get(key);
    if (there === undefined)
        to.set(key, new Set([value]));
    else
        there.add(value);
}

;// CONCATENATED MODULE: ./build/prune/repository-reading.js






/** How many requests are made at a time. */
const repository_reading_LANES = 8;
/** How deep manifests may lead to manifests. What people make is not half as deep. */
const DEEPEST = 16;
/** Reading holds what has been read of one repository so far. */
class Reading {
    #catalogue;
    #nodes = new Map();
    /** What the fallback tags and the registry's own lists say beside the manifests themselves. */
    #subjects = new Map();
    /** What is a child or a subject of something: it may be there without any tag. */
    #ledTo = new Set();
    /** Configs of images that were not read yet. */
    #configs = new Map();
    /** What was asked for its referrers. */
    #asked = new Set();
    #hasReferrers = true;
    /** What the registry's own list has. */
    #listed = new Map();
    constructor(catalogue) {
        this.#catalogue = catalogue;
    }
    /** begin takes what the registry's own list has. */
    begin(manifests) {
        for (const listed of manifests) {
            this.#listed.set(listed.digest, listed);
            this.#nodes.set(listed.digest, this.#unread(listed.digest, 'unread'));
        }
    }
    /** isMissing tells what is listed, and is not there. */
    isMissing(digest) {
        return this.#nodes.get(digest)?.role === 'missing';
    }
    /**
     * readLeading reads what the list has and may lead to something: all that it does not call a single manifest. Where
     * it has no types, that is what has a tag, and then what nothing leads to; the type of the rest stands in what leads
     * to it.
     */
    async readLeading() {
        const read = (digests) => inTurns(digests, repository_reading_LANES, (digest) => this.#read(digest, 'missing'));
        const leading = [...this.#listed.values()].filter(({ mediaType }) => !media_types/* MANIFESTS */.V4.includes(mediaType ?? ''));
        await read(leading.filter(({ mediaType, tags }) => mediaType !== undefined || tags.length > 0).map(({ digest }) => digest));
        const graph = this.graph();
        const isAlone = (digest) => graph.nodes.get(digest)?.role === 'unread' && graph.parentsOf(digest).length === 0;
        await read(leading.map(({ digest }) => digest).filter(isAlone));
    }
    /**
     * readBefore reads what is still to be known of what a plan lets go: the manifests themselves, and what is attached
     * to them; everything that is not read yet unless `isUseful`. False if there is nothing more.
     */
    async readBefore(plan, isUseful) {
        const going = plan.kind === 'plan' ? plan.groups.flat().map(({ digest }) => digest) : [];
        const lacking = plan.kind === 'unplannable' && plan.why === 'unread' ? plan.digests : [];
        const graph = this.graph();
        // Also of what stays and is attached to any of it: what is attached to that may keep it all.
        const toAsk = [...graph.belonging(going)].filter((digest) => graph.has(digest) && !this.#asked.has(digest));
        for (const digest of toAsk)
            this.#asked.add(digest);
        const attachable = this.#attachable();
        // All possible attachments are listed: the shorter way to find them is not available here.
        const isListed = attachable !== undefined && attachable.length <= toAsk.length;
        if (!isListed)
            await inTurns(toAsk, repository_reading_LANES, (digest) => this.#readReferrers(digest));
        const others = isListed || !this.#hasReferrers ? (attachable ?? []) : [];
        const unread = isUseful || lacking.length === 0 ? [...new Set([...lacking, ...others])] : this.#allUnread();
        await inTurns(unread, repository_reading_LANES, (digest) => this.#read(digest, 'missing'));
        return unread.length + toAsk.length > 0;
    }
    /** readForDeployed reads all there is if nothing deployed is found: it may be named by its config. False if that is so already. */
    async readForDeployed(plan, { keepDigests }) {
        const unread = this.#allUnread();
        if (plan.kind === 'unplannable' || plan.found.size > 0 || keepDigests.size === 0)
            return false;
        await inTurns(unread, repository_reading_LANES, (digest) => this.#read(digest, 'missing'));
        return unread.length > 0;
    }
    /** What is not read, and may be attached to something; undefined where no list has types to tell it by. */
    #attachable() {
        const isTyped = [...this.#listed.values()].some(({ mediaType }) => mediaType !== undefined);
        const mayBe = (digest) => this.#listed.get(digest)?.mediaType === media_types/* MEDIA_TYPES */.Z2.ociManifest;
        return isTyped ? this.#allUnread().filter(mayBe) : undefined;
    }
    #allUnread() {
        return [...this.#nodes.values()].filter(({ role }) => role === 'unread').map(({ digest }) => digest);
    }
    /** readTag reads what a tag shows and returns its digest; undefined if nothing is there. */
    async readTag(tag) {
        try {
            const document = await this.#catalogue.readDocument(tag);
            if (document !== undefined)
                this.#take(document);
            return document?.digest;
        }
        catch (error) {
            if (!isOfOneManifest(error))
                throw error;
            const digest = await this.#catalogue.digestUnder(tag);
            if (digest !== undefined)
                this.#nodes.set(digest, this.#unread(digest, 'unreadable'));
            return digest;
        }
    }
    /**
     * readNamed looks for digests by name that nothing has led to: a manifest may be there without any tag. What is known
     * to be a config is not asked for: the distribution project's registry fails at a blob that is asked for as a
     * manifest.
     */
    async readNamed(digests) {
        const configs = new Set([...this.#nodes.values()].map(({ config }) => config));
        const unseen = [...digests].filter((digest) => !this.#nodes.has(digest) && !configs.has(digest));
        await inTurns(unseen, repository_reading_LANES, (digest) => this.#read(digest, undefined));
    }
    /** attach remembers that a manifest is about another one. */
    attach(subject, referrer) {
        if (subject === undefined)
            return;
        // What stays because something is attached to it keeps what it is attached to itself.
        this.#ledTo.add(subject);
        this.#subjects.set(referrer, (this.#subjects.get(referrer) ?? new Set()).add(subject));
    }
    /** readBelow reads all that is led to, and of what may go the dates and labels in the configs. */
    async readBelow(candidates, { shaTag }) {
        for (let depth = 0;; depth++) {
            const wanted = [...this.#ledTo].filter((digest) => (this.#nodes.get(digest)?.role ?? 'unread') === 'unread');
            await inTurns(wanted, repository_reading_LANES, (digest) => this.#read(digest, 'missing'));
            if (wanted.length === 0)
                break;
            if (depth === DEEPEST)
                throw tooDeep();
        }
        const isShort = shaTag.includes('{short-sha}');
        const wanted = [...this.graph().belonging(candidates)].filter((digest) => this.#configs.has(digest) && (isShort || !this.#isDated(digest)));
        await inTurns(wanted, repository_reading_LANES, (digest) => this.#readConfig(digest));
    }
    /** Where the registry itself tells a date, that of the build is not asked for. */
    #isDated(digest) {
        return (this.#listed.get(digest)?.dates.length ?? 0) > 0;
    }
    #unread(digest, role) {
        return { ...unreadNode(digest, role), dates: this.#datesOf(digest) };
    }
    #datesOf(digest) {
        return (this.#listed.get(digest)?.dates ?? []).map((at) => ({ at, by: 'registry' }));
    }
    /** What is led to has to be read, unless it is listed, and leads to nothing. */
    #lead({ digest, mediaType }) {
        if (!this.#listed.has(digest) || (0,media_types/* isIndexType */.$U)({ mediaType }))
            this.#ledTo.add(digest);
    }
    graph() {
        const nodes = [...this.#nodes.values()].map((node) => {
            const more = this.#subjects.get(node.digest);
            return more === undefined ? node : { ...node, subjects: [...more.union(new Set(node.subjects))] };
        });
        return new RepositoryGraph(nodes);
    }
    async #readReferrers(subject) {
        const referrers = await this.#catalogue.listReferrers(subject);
        this.#hasReferrers &&= referrers !== undefined;
        for (const referrer of referrers ?? []) {
            this.attach(subject, referrer);
            if (!this.#nodes.has(referrer))
                await this.#read(referrer, 'missing');
        }
    }
    async #read(digest, otherwise) {
        try {
            const document = await this.#catalogue.readDocument(digest);
            if (document !== undefined)
                this.#take(document);
            else if (otherwise !== undefined)
                this.#nodes.set(digest, this.#unread(digest, otherwise));
        }
        catch (error) {
            if (!isOfOneManifest(error))
                throw error;
            // Where all manifests are listed, what is not, and was only named, is a config that no read manifest has.
            if (otherwise === undefined && this.#listed.size > 0)
                return;
            this.#nodes.set(digest, this.#unread(digest, 'unreadable'));
        }
    }
    #take(document) {
        const { node, below, config } = readNode(document);
        this.#nodes.set(node.digest, { ...node, dates: [...node.dates, ...this.#datesOf(node.digest)] });
        for (const next of below)
            this.#lead(next);
        for (const subject of node.subjects)
            this.#ledTo.add(subject);
        if (config !== undefined)
            this.#configs.set(node.digest, config);
    }
    async #readConfig(digest) {
        const node = this.#nodes.get(digest);
        const config = this.#configs.get(digest);
        if (node === undefined || config === undefined)
            return;
        this.#configs.delete(digest);
        const bytes = await this.#catalogue.readBlob(config);
        if (bytes === undefined)
            return;
        const said = configSays(bytes);
        this.#nodes.set(digest, {
            ...node,
            revision: said.revision ?? node.revision,
            dates: [...node.dates, ...said.dates],
        });
    }
}
function tooDeep() {
    return new errors/* ActionError */.l('REGISTRY_ANSWER', `Manifests refer to each other more than ${DEEPEST} deep.`, {
        hint: 'Nothing was deleted. Look at what was pushed to this repository.',
    });
}

;// CONCATENATED MODULE: ./build/prune/unreadable.js


/** How many digests an error names. */
const MOST_NAMED = 10;
/** notPlanned is the error of a repository in which something is in the way of every deletion. */
function notPlanned({ holdings, why, digests }) {
    const name = (0,reference/* repositoryName */.aR)(holdings.repository);
    const named = digests.slice(0, MOST_NAMED).join(', ');
    const messages = {
        unreadable: `${name} has manifests that cannot be read (${named}); nothing was deleted.`,
        unread: `${name} has manifests that would be deleted, but were not read (${named}); nothing was deleted.`,
        circle: `${name} has manifests that are attached to each other in a circle (${named}); nothing was deleted.`,
    };
    return unreadable(messages[why]);
}
/** dangling is the error of a repository with a tag that leads nowhere. */
function dangling(repository, tag) {
    const name = (0,reference/* repositoryName */.aR)(repository);
    return unreadable(`${name} lists the tag "${tag}", but serves nothing there; nothing was deleted.`);
}
function unreadable(message) {
    return new errors/* ActionError */.l('PRUNE_UNREADABLE', message, {
        hint: 'Push again or delete by hand what the message names, or leave this repository out of "image".',
    });
}

;// CONCATENATED MODULE: ./build/prune/survey.js






/** How often what would go by what is known is looked at more closely, one thing leading to another. */
const MOST_ROUNDS = 16;
/**
 * survey reads everything of a repository that a plan has to know: each tag, all that may lead to something, what is
 * attached to what would go, and every deployed digest. The tags are listed twice, before and after; where the registry
 * lists manifests, too, that is compared with both, and what leads to nothing is read only before it goes.
 */
async function survey(repository, rules, catalogue) {
    const reading = new Reading(catalogue);
    const first = new Set(await catalogue.listTags());
    const list = await catalogue.listManifests();
    const tags = new Map(list === undefined ? [] : tagsIn(list));
    const listed = new Set(tags.keys());
    reading.begin(list?.manifests ?? []);
    const nothing = new Set();
    const readTag = async (tag) => {
        const digest = await reading.readTag(tag);
        if (digest === undefined)
            nothing.add(tag);
        else
            tags.set(tag, digest);
    };
    await inTurns([...first.difference(listed)], repository_reading_LANES, readTag);
    const second = new Set(await catalogue.listTags());
    await inTurns([...second.difference(first).difference(listed)], repository_reading_LANES, readTag);
    await reading.readLeading();
    for (const [tag, digest] of tags)
        if (reading.isMissing(digest))
            nothing.add(tag);
    for (const tag of nothing)
        if (second.has(tag))
            throw dangling(repository, tag);
    for (const [tag, digest] of tags)
        reading.attach((0,referrer_tag/* subjectOf */.et)(tag), digest);
    const settled = first.intersection(second).intersection(list === undefined ? first : listed);
    const unsettled = first.union(second).union(listed).difference(settled);
    const holdings = () => ({ repository, tags, unsettled, graph: reading.graph(), list });
    const candidates = candidatesOf(tags, rules);
    await reading.readBelow(candidates, rules);
    await reading.readNamed(rules.keepDigests.union(rules.unfinished ?? new Set()));
    for (let round = 1;; round++) {
        await reading.readBelow(candidates, rules);
        const plan = planPrune(holdings(), rules);
        const isAny = await reading.readBefore(plan, round < MOST_ROUNDS);
        if (!isAny && !(await reading.readForDeployed(plan, rules)))
            return holdings();
    }
}
/** What the list shows under each tag. One that it shows twice was moved meanwhile: the registry is asked for it. */
function tagsIn({ manifests }) {
    const tags = new Map();
    const twice = new Set();
    for (const { digest, tags: shown } of manifests) {
        for (const tag of shown) {
            if (tags.has(tag) && tags.get(tag) !== digest)
                twice.add(tag);
            tags.set(tag, digest);
        }
    }
    for (const tag of twice)
        tags.delete(tag);
    return tags;
}
/** What its tags let go: only of these the dates and what is attached to them are asked for. */
function candidatesOf(tags, rules) {
    const candidates = new Set();
    const kept = new Set();
    for (const [tag, digest] of tags) {
        const { kind } = formOf(tag, rules);
        if (kind === 'kept')
            kept.add(digest);
        else
            candidates.add(digest);
    }
    return candidates.difference(kept);
}

;// CONCATENATED MODULE: ./build/prune/prune-all.js








/** planAll makes every plan before anything is deleted; one that cannot be made stops all. */
async function planAll(wanted, now) {
    const pruned = [];
    for (const each of wanted) {
        pruned.push({ ...(await planOne(each, now)), fates: [], undo: (0,deletable/* undoAt */.m)(each.repository) });
    }
    return pruned;
}
async function planOne({ repository, rules, catalogue }, now, unfinished = new Set()) {
    const madeAt = now();
    const current = { ...rules, now: madeAt, unfinished };
    const plan = planPrune(await survey(repository, current, catalogue), current);
    if (plan.kind === 'unplannable')
        throw notPlanned(plan);
    return { plan, madeAt };
}
/** assertFound throws if none of the deployed digests is in any repository: then they are of something else. */
function assertFound(pruned, rules) {
    const digests = new Set(rules.flatMap(({ keepDigests }) => [...keepDigests]));
    const isAnyFound = pruned.some(({ plan }) => plan.found.size > 0);
    if (digests.size === 0 || isAnyFound)
        return;
    throw new errors/* ActionError */.l('INPUT_INVALID', `keep-digests: none of the ${digests.size} digests is in any of the repositories, so it is unknown what is deployed.`, { hint: 'Check the query that collects them, and "image". Nothing was deleted.' });
}
/** assertWithin throws if the plan, together with what was already deleted, is more than a real run may delete. */
function assertWithin(pruned, brakes) {
    assertWithinBrakes(pruned.map(({ plan, fates }) => ({ plan, before: taggedGone(fates) })), brakes);
}
function taggedGone(fates) {
    return fates.filter(({ kind, tags }) => kind === 'deleted' && tags.length > 0).length;
}
/**
 * carryOut deletes what the plan of one repository lets go, by a new plan whenever the last one has got too old. What
 * has become of it is in `note` at any time, also after it has thrown.
 */
async function carryOut(first, wanted, { note, terms }) {
    let pruned = first;
    let told = 0;
    const tell = (fate) => {
        pruned = { ...pruned, fates: [...pruned.fates, fate] };
        note(pruned);
    };
    for (;;) {
        const end = await execute(pruned.plan, pruned.madeAt, { ...terms, catalogue: wanted.catalogue, tell });
        if (end.kind === 'stopped')
            throw end.error;
        if (end.kind === 'done')
            return;
        // Whatever takes so long, another plan would not be quicker.
        if (pruned.fates.length === told)
            throw tooSlow();
        told = pruned.fates.length;
        pruned = { ...pruned, ...(await planOne(wanted, terms.now, unfinishedIn(pruned))) };
        note(pruned);
        assertWithin([pruned], terms.brakes);
    }
}
/** Manifests of the plan that were not reached, in groups whose root was deleted: nothing lists them any more. */
function unfinishedIn({ plan, fates }) {
    const told = new Map(fates.map(({ digest, kind }) => [digest, kind]));
    const isGone = (digest) => told.get(digest) === 'deleted' || told.get(digest) === 'absent';
    const begun = plan.groups.filter((group) => group.some(({ digest }) => isGone(digest)));
    return new Set(begun.flatMap((group) => group.map(({ digest }) => digest)).filter((digest) => !told.has(digest)));
}
function tooSlow() {
    return new errors/* ActionError */.l('RATE_LIMITED', 'The plan was half an hour old before anything could be deleted.', {
        hint: 'Prune fewer repositories in one step, or when the registry is less busy.',
    });
}
/** failedOf is the error of a run in which something could not be deleted; undefined if nothing failed. */
function failedOf(pruned) {
    const failed = pruned.flatMap(({ plan, fates }) => fates.flatMap((fate) => (fate.kind === 'failed' ? [{ name: (0,reference/* repositoryName */.aR)(plan.holdings.repository), fate }] : [])));
    const [first] = failed;
    if (first === undefined)
        return undefined;
    const others = failed.length === 1 ? '' : ` ${failed.length - 1} others could not be deleted, either.`;
    return new errors/* ActionError */.l('DELETE_FAILED', `${first.name}@${first.fate.digest} could not be deleted: ${first.fate.says}${others}`, {
        hint: 'No image is broken. Run the job again when the registry works.',
    });
}

;// CONCATENATED MODULE: ./build/prune/with-own-list.js
/** withOwnList reads by the specification, and lists manifests and deletes by the registry's own API. */
function withOwnList(catalogue, own) {
    return {
        ...catalogue,
        mayDelete: own.mayDelete,
        listManifests: own.listManifests,
        remove: own.remove,
        close: () => {
            catalogue.close();
            own.close();
        },
    };
}

// EXTERNAL MODULE: ./build/report/failed.js
var report_failed = __webpack_require__(7266);
// EXTERNAL MODULE: ./build/report/tell-prune.js
var tell_prune = __webpack_require__(6341);
// EXTERNAL MODULE: ./build/actions/prune/inputs.js + 12 modules
var inputs = __webpack_require__(3055);
;// CONCATENATED MODULE: ./build/actions/prune/prune-open.js










/**
 * pruneOpen is the story from the gate on: learn what is deployed, plan every repository, and delete what the plans let
 * go. It takes an open verdict: no secret is touched before the gate has opened.
 */
async function pruneOpen(verdict, inputs, world) {
    const { runner, lifetime, undo } = world;
    const catalogues = [];
    let pruned = [];
    try {
        const deployed = await readDeployed(inputs.deployed, world);
        const wanted = await openAll(inputs, { deployed, world, catalogues });
        pruned = await planAll(wanted, runner.now);
        assertFound(pruned, wanted.map(({ rules }) => rules));
        const over = pruned.flatMap(({ plan }) => overBrakes(plan, inputs));
        const ignored = ignoredOf(deployed, inputs);
        for (const line of (0,tell_prune/* tellPlanned */.YJ)(pruned, { over: inputs.dryRun ? over : [], ignored }))
            runner.warning('Worth a look', line);
        if (inputs.dryRun)
            return { kind: 'planned', verdict, pruned };
        assertWithin(pruned, inputs);
        const keep = ({ bytes, mediaType }, { digest, tags }, { repository }) => undo.append({
            repository: (0,reference/* repositoryName */.aR)(repository),
            digest,
            tags,
            mediaType,
            manifest: Buffer.from(bytes).toString('base64'),
        });
        const terms = { keep, now: runner.now, signal: lifetime.signal, brakes: inputs };
        for (const [at, each] of wanted.entries()) {
            const note = (now) => {
                pruned = pruned.with(at, { ...now, fates: now.fates.map((fate) => redactedFate(fate, runner.redacted)) });
            };
            await carryOut(pruned[at], each, { note, terms });
        }
        const failed = failedOf(pruned);
        if (failed !== undefined)
            throw failed;
        return { kind: 'pruned', verdict, pruned, undo: undo.path };
    }
    catch (thrown) {
        const { error } = (0,report_failed/* failure */.V)(lifetime.signal.aborted ? lifetime.signal.reason : thrown, runner.redacted);
        return { kind: 'failed', verdict, error, pruned, undo: undo.path };
    }
    finally {
        for (const catalogue of catalogues)
            catalogue.close();
    }
}
/** A registry may repeat in its error what it was sent. */
function redactedFate(fate, redacted) {
    return 'says' in fate ? { ...fate, says: redacted(fate.says) } : fate;
}
/** Signs in to every repository, and finds out what the credential may do before anything is planned. */
async function openAll(inputs, { deployed, world, catalogues }) {
    const sourceFor = await openSources(inputs, world);
    const wanted = [];
    for (const repository of inputs.destinations) {
        const { authHosts, caFile, dryRun } = inputs;
        const trusted = caFile === undefined ? {} : { caFile };
        const credential = sourceFor(repository).current;
        const own = world.openOwnList({ repository, credential, identities: inputs.identities, deletes: !dryRun });
        // Where something else deletes, nothing more is asked for than to pull.
        const deletes = !dryRun && own === undefined;
        const opened = await world.openCatalogue({ repository, credential, authHosts, deletes, ...trusted });
        const catalogue = own === undefined ? opened : withOwnList(opened, own);
        catalogues.push(catalogue);
        await catalogue.authenticate();
        if (!dryRun && (await catalogue.mayDelete()) === false)
            throw mayNot((0,reference/* repositoryName */.aR)(repository));
        const tags = deployed.flatMap((each) => each.kind === 'tag' && (0,reference/* sameRepository */.RB)(each.reference, repository) ? [each.reference.tag] : []);
        const keepDigests = new Set(deployed.flatMap((each) => (each.kind === 'digest' ? [each.digest] : [])));
        const rules = { ...inputs, keepDigests, deployedTags: new Set(tags), now: world.runner.now() };
        wanted.push({ repository, catalogue, rules });
    }
    return wanted;
}
function mayNot(name) {
    return new errors/* ActionError */.l('REGISTRY_DENIED', `The credential may not delete in ${name}.`, {
        hint: 'Use a separate account for this job, which may only pull and delete here. Nothing was deleted.',
    });
}
/** A file that is missing, empty, or has only comments in it would keep nothing: it is an error, also in a dry run. */
async function readDeployed(input, { files }) {
    const deployed = [...(input?.lines ?? [])];
    for (const name of input?.files ?? []) {
        const lines = (await textOf(name, files)).split('\n').map((line) => line.trim());
        const said = lines.filter((line) => line !== '' && !line.startsWith('#'));
        if (said.length === 0)
            throw prune_open_wrong(`the file "${name}" has only empty lines and comments`);
        for (const line of said) {
            const parsed = (0,prune_deployed/* parseDeployed */.U)(line);
            if (parsed === undefined)
                throw prune_open_wrong(`"${line}" in the file "${name}" ${inputs/* NO_IMAGE */.gX}`);
            deployed.push(parsed);
        }
    }
    return deployed;
}
async function textOf(name, files) {
    try {
        const chunks = [];
        for (const file of await files.find(name))
            for await (const chunk of file.read())
                chunks.push(chunk);
        return Buffer.concat(chunks).toString();
    }
    catch (error) {
        // The door speaks of the reports of scanners.
        throw error instanceof errors/* ActionError */.l && error.code === 'GATE_SCAN' ? prune_open_wrong(error.message) : error;
    }
}
function prune_open_wrong(problem) {
    return new errors/* ActionError */.l('INPUT_INVALID', `keep-digests: ${problem}.`, {
        hint: 'A failed query can leave such a file: let its step fail ("set -euo pipefail"). If nothing is deployed from here, write "none". Nothing was deleted.',
    });
}
/** A tag counts in its own repository alone. */
function ignoredOf(deployed, { destinations }) {
    return deployed.flatMap((each) => each.kind === 'tag' && !destinations.some((one) => (0,reference/* sameRepository */.RB)(one, each.reference))
        ? [`${(0,reference/* repositoryName */.aR)(each.reference)}:${each.reference.tag}`]
        : []);
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
/** configIn reads the config of an image; undefined if it is none. */
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
/** namesPlatform tells whether a config is for a machine; that of an attestation is for none. Throws a ManifestProblem. */
function namesPlatform(config) {
    return parsePlatform(readDocument(config)) !== undefined;
}
/** sameLayers compares the ordered diff_ids: the content of the layers, however they are compressed. */
function sameLayers(one, other) {
    const { length } = one.diffIds;
    return length === other.diffIds.length && one.diffIds.every((digest, at) => digest === other.diffIds[at]);
}
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
 * The largest manifest, and the largest config, that is published or read back, in bytes, in whatever way an image comes:
 * registries take no larger manifest.
 */
const LARGEST_DOCUMENT = 4 * 1024 * 1024;
/** What is wrong with bytes that should have been a manifest or a configuration. */
class ManifestProblem extends Error {
    name = 'ManifestProblem';
}
/** Keys that decide what an image is, as the specifications spell them. */
const KEYS = [
    ...['schemaVersion', 'mediaType', 'config', 'layers', 'manifests', 'digest', 'size', 'platform', 'annotations'],
    ...['subject', 'artifactType'],
    ...['os', 'architecture', 'variant', 'os.version', 'rootfs', 'diff_ids', 'created'],
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
function readDocument(bytes) {
    const value = parse(bytes, SPELLING);
    if (!isObject(value))
        throw new ManifestProblem('it is not a JSON object');
    return value;
}
/** readDocuments reads a list of such objects, of which the given keys count. Throws a ManifestProblem. */
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
/** The text is JSON already, so a string that a colon follows is a key of the innermost object. */
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
/** Go compares keys without case, and takes the long s and the Kelvin sign for letters of ASCII. */
function folded(key) {
    return key.normalize('NFKC').toLowerCase();
}
/** parseList reads a value that must be a list. Throws a ManifestProblem. */
function parseList(value, what) {
    if (!Array.isArray(value))
        throw new ManifestProblem(`it has no list "${what}"`);
    return value;
}
/** asObject is the value as an object; undefined if it is none. */
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




/** What an index says of an attestation that BuildKit put beside an image. */
const ATTESTATION = 'attestation-manifest';
/**
 * parseManifest hashes the bytes and reads them as the document that the content type names. The media type inside
 * must agree where there is one (image-spec, manifest.md and image-index.md: `mediaType` SHOULD be there and MUST
 * match). Throws a ManifestProblem.
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
    // An engine goes by the platform: what is for one runs there, whatever it is called.
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
/** The four documents a registry serves as manifests (image-spec, media-types.md, and Docker's own schema 2). */
const MEDIA_TYPES = {
    ociManifest: 'application/vnd.oci.image.manifest.v1+json',
    ociIndex: 'application/vnd.oci.image.index.v1+json',
    dockerManifest: 'application/vnd.docker.distribution.manifest.v2+json',
    dockerList: 'application/vnd.docker.distribution.manifest.list.v2+json',
};
const MANIFESTS = [MEDIA_TYPES.ociManifest, MEDIA_TYPES.dockerManifest];
const INDEXES = [MEDIA_TYPES.ociIndex, MEDIA_TYPES.dockerList];
/** The configuration of an image that we make a manifest for. */
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
/** isImageConfig tells an image from an artifact, whose config may be anything (image-spec, manifest.md). */
function isImageConfig({ mediaType }) {
    return CONFIGS.includes(mediaType);
}
/** isForeign is true of layers that registries are told not to hold: engines fetch them from elsewhere. */
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

/** What cosign keeps under such a tag: signatures, attestations, an SBOM. */
const COSIGN_KINDS = (/* unused pure expression or super */ null && (['sig', 'att', 'sbom']));
/** Most characters of the encoded part of a digest in such a tag, by the schema. */
const LONGEST = 64;
const ATTACHED = /^(sha256|sha384|sha512)-([0-9a-f]+)(?:\.(?:sig|att|sbom))?$/;
/** fallbackTag is where a registry without the API has the list of what is attached to a manifest. */
function fallbackTag(subject) {
    const [algorithm = '', encoded = ''] = subject.split(':');
    return `${algorithm}-${encoded.slice(0, LONGEST)}`;
}
/** cosignTag is where older versions of cosign keep what they have attached to a manifest. */
function cosignTag(subject, kind) {
    return `${subject.replace(':', '-')}.${kind}`;
}
/** subjectOf is what a tag of such a form is about; undefined for any other tag. */
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



/** parseReferrer reads a manifest that must say what it is attached to. Throws a ManifestProblem. */
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
/** subjectIn is what a manifest says it is attached to; undefined if nothing. Throws a ManifestProblem. */
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
