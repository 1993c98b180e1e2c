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
var secret_secret = __webpack_require__(9469);
;// CONCATENATED MODULE: ./build/secret/credential.js

/**
 * formsOf lists every form in which a tool may print the secret parts of a credential, to be masked before its first
 * use. `servers`: the names of the registry in requests to an engine.
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
 * choose finds exactly one credential for each destination and each repository that is read. Hosts are compared exactly
 * (the names of Docker Hub count as one, and a port counts). If several entries are for one host, the one with the
 * longest scope counts. `username` and `password` are only for the registry of the destinations. Every credential must
 * be used. Problems are sentences that begin with the name of an input.
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
/**
 * isOneLogin tells whether the choices for two repositories on one registry are one login that works for both. The
 * credential of an identity may be limited to a repository; then it is requested for both.
 */
function isOneLogin(one, other) {
    if (one.kind === 'own-login')
        return other.kind === 'own-login';
    if (one.kind === 'stored')
        return other.kind === 'stored' && one.credential === other.credential;
    return other.kind === 'identity' && one.identity === other.identity;
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


/** maskedBy masks credentials for the destinations, with the registry names that an engine uses. */
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
/** `owner/app`, `owner/app@push`: docker/login-action writes the actions after the path. */
const SCOPE = /^([a-z0-9]+(?:[._/-]+[a-z0-9]+)*)(?:@([a-z]+(?:,[a-z]+)*))?$/;
/**
 * parseRegistryAuth reads the input `registry-auth`: a YAML list of `registry` (Docker Hub by default), `username`,
 * `password` and `scope`, as in docker/login-action. It returns all problems together, as ends of sentences. They name
 * lines and quote nothing, because every part of the input may be a secret.
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
/** Many users still write the old address of Docker Hub. */
function hostOf(text) {
    return text === reference/* DOCKER_HUB_SERVER */.Ns ? reference/* DOCKER_HUB */.Xb : text;
}
function isForSame(one, other) {
    return (0,reference/* sameRegistry */.cJ)(one.registry, other.registry) && one.scope === other.scope;
}

;// CONCATENATED MODULE: ./build/credentials/read-given.js




/** Why a secret may be empty. */
const EMPTY_SECRETS = 'A secret is empty if none has this name (check the spelling), in runs for forks and for Dependabot, in a job that does not name the environment of the secret, ' +
    'and in a reusable workflow if the caller does not pass it on.';
/**
 * readGiven reads the inputs that hold credentials, unless every repository has an identity. Throws CREDENTIAL_MISSING
 * if one half is missing, and INPUT_INVALID for an unreadable `registry-auth`. No error quotes their content.
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
/** invalid is the error for inputs that could not be judged before the gate opened. */
function invalid(problems) {
    return new errors/* ActionError */.l('INPUT_INVALID', problems.join('\n'), {
        hint: 'Correct these inputs under "with:"; no registry was contacted.',
    });
}
/** The text that `toJSON` makes of a missing or empty secret is no secret. */
function isNothing(secret) {
    return ['', 'null', '""', "''"].includes(secret.reveal().trim());
}
/** Secrets are often pasted with the end of their line; docker removes it, and so must we. */
function withoutLineEnd(secret) {
    return new secret_secret/* Secret */.zh(secret.reveal().replace(/\r?\n$/, ''));
}

;// CONCATENATED MODULE: ./build/credentials/credential-source.js






/**
 * readChoices reads the inputs that hold credentials, masks them, and chooses. Throws INPUT_INVALID or
 * CREDENTIAL_MISSING.
 */
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
 * openSources finds the source of the credential for each destination. A stored credential, in the inputs or by docker,
 * is read and masked immediately; others are exchanged when they are asked for. Throws INPUT_INVALID or
 * CREDENTIAL_MISSING.
 */
async function openSources(inputs, givers) {
    const destinations = inputs.destinations.map((at) => ({ at, mountFrom: [] }));
    return openChosen(destinations, await readChoices(inputs, givers), givers);
}
/** openChosen is `openSources` with choices that are already made. */
async function openChosen(destinations, chosen, givers) {
    const sources = [];
    for (const { at: destination, mountFrom } of destinations) {
        const source = await findSource({ at: destination, actions: 'pull,push', mountFrom }, chosen, givers);
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
/** findSource finds the source of the credential for a repository; undefined if there is none. */
async function findSource({ at, ...purpose }, { choiceFor, masked }, { docker, keyless }) {
    const choice = choiceFor(at);
    switch (choice.kind) {
        case 'identity':
            return exchanged(() => keyless.credential(choice.identity, at, purpose), masked);
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


/** overBrakes says in sentences how far a plan exceeds its limits. `before`: how many an earlier plan deleted. */
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
/** Most requests of a real run. The limit of a registry is far below what a longer run would need. */
const MOST_REQUESTS = 300_000;
/** assertWithinBrakes throws if a real run would exceed its limits, or send more requests than a registry allows. */
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
/** How many requests a plan needs at most: before each manifest is deleted, we look at all tags. */
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
/** inTurns processes the items, `lanes` at a time. After the first failure it starts no further item, and throws it. */
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





/** Types of manifests that lead only to blobs. */
const ONLY_BLOBS = [
    'application/vnd.docker.distribution.manifest.v1+prettyjws',
    'application/vnd.docker.distribution.manifest.v1+json',
];
const OCI_ARTIFACT = 'application/vnd.oci.artifact.manifest.v1+json';
const CREATED = 'org.opencontainers.image.created';
const REVISION = 'org.opencontainers.image.revision';
/** unreadNode is the node of a manifest that cannot be read, need not be read, or does not exist. */
function unreadNode(digest, role) {
    const nothing = { children: [], blobs: [], subjects: [], dates: [] };
    return { digest, role, config: undefined, revision: undefined, ...nothing };
}
/** readNode reads what a manifest leads to and says of itself; unreadable if its type is unknown. */
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
        // An entry whose type is no manifest is a blob, as in build caches; a tag may still lead to it.
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
/** What a manifest says beside its contents (image-spec, manifest.md: `subject`, `artifactType`, `annotations`). */
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
/** What the config of an image adds to its node. A damaged config adds nothing, so the image has no date from it. */
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




/** How many tags we read at a time. */
const LANES = 8;
/** How often we look at the tags if something is always new, and how many manifests we follow. */
const MOST_LOOKS = 4;
const FARTHEST = 1_000;
/** Most changes in one look. */
const MOST_CHANGES = 10_000;
/**
 * LateChanges finds what others have done since a plan was made. Right before each deletion, we read all current tags
 * and follow what is new to everything it leads to. We repeat this until a look finds nothing new, and then list the
 * tags once more. We miss a tag that moves after it was read in the last look, or that is created after the last list.
 * If the registry lists manifests with their tags, we read that list instead, and only then the tags that are not in
 * it. That also shows new manifests without a tag.
 */
class LateChanges {
    #holdings;
    #catalogue;
    /** Content under a digest never changes. */
    #followed = new Map();
    #running = Promise.resolve();
    #next;
    constructor(holdings, catalogue) {
        this.#holdings = holdings;
        this.#catalogue = catalogue;
    }
    /** against tells why a group must not continue, as a clause after "because"; undefined if it may. */
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
    /** Callers who ask during a look share the next one: their look must begin after they asked. */
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
        // The list may be late, or have lost an entry between two pages: we read those tags themselves.
        const asked = await this.#ask(names.difference(shown));
        return { changes: [...manifests.flatMap((each) => this.#compare(each)), ...asked], isListed: true };
    }
    #compare({ digest, tags }) {
        const { tags: before, graph } = this.#holdings;
        const moved = tags.filter((tag) => before.get(tag) !== digest).map((tag) => ({ tag, digest }));
        const isNew = !graph.has(digest) && moved.length === 0;
        return isNew ? [{ tag: undefined, digest }] : moved;
    }
    /** The tags that show something else than in the plan. */
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
    /** Everything that a manifest leads to: its children and its subjects. */
    async #follow(start) {
        if (this.#followed.has(start))
            return;
        const found = new Set([start]);
        // The set grows during the loop.
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

/** Errors that may concern one manifest only. Any other error concerns the registry, and stops everything. */
const OF_ONE_MANIFEST = ['REGISTRY_ANSWER', 'DIGEST_MISMATCH', 'REGISTRY_DENIED'];
/** isOfOneManifest tells whether an error may concern one manifest only. */
function isOfOneManifest(error) {
    return error instanceof errors/* ActionError */.l && OF_ONE_MANIFEST.includes(error.code);
}

;// CONCATENATED MODULE: ./build/prune/execute.js




/** How many groups we delete at a time. */
const execute_LANES = 4;
/** Maximum age of a plan when something is deleted by it, in milliseconds. */
const STALE = 30 * 60_000;
/**
 * execute deletes what a plan allows, group by group and in order. Before it deletes a manifest, everything that leads
 * to it must read as deleted, and it looks for changes since the plan. In doubt, a manifest stays, with all that follow
 * it.
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
        // If only one manifest is wrong, only its group stops.
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
/** Not exported, so that only `asPrunable` creates a `Prunable`. */
const prunable = Symbol('prunable');
/** asPrunable is only for the planner in the room prune/; the import table checks that. */
function asPrunable(digest) {
    return { digest, [prunable]: true };
}

;// CONCATENATED MODULE: ./build/prune/groups.js

/**
 * inGroups sorts the manifests to delete into connected groups. In each, a manifest comes after everything that leads
 * to it. The graph has no circle.
 */
function inGroups(graph, going, tagsOf) {
    const isGoing = (digest) => going.has(digest);
    const done = new Set();
    const groups = [];
    for (const start of going) {
        if (done.has(start))
            continue;
        const together = new Set([start]);
        // The set grows during the loop.
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
 * inOrder sorts every manifest behind those that lead to it, and leaves out circles and what is behind them. Correct
 * digests cannot form a circle, but tags that name a subject can.
 */
function inOrder(graph, digests) {
    const within = (others) => [...new Set(others)].filter((digest) => digests.has(digest));
    const waiting = new Map([...digests].map((digest) => [digest, within(graph.leadersOf(digest)).length]));
    const order = [...digests].filter((digest) => waiting.get(digest) === 0);
    // The array grows during the loop.
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
/** The first release of Docker. Earlier dates do not count: reproducible builds write 1970 and 1980. */
const EARLIEST = Date.UTC(2013, 2, 1);
/** How much clocks may differ, in milliseconds. */
const CLOCKS_APART = 3_600_000;
/**
 * ageOf is the age of an image, by all known dates of it and of the manifests below it. The latest date counts, since a
 * registry may have got an old image today. Undefined if no date is credible, or one is in the future.
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
/** A plan asks for each tag many times, and patterns are slow. */
const known = new WeakMap();
/** formOf tells what a tag is. A tag that no rule allows to delete is kept. */
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
/** How many shapes of tags we show if no tag may be deleted. */
const MOST_SHAPES = 5;
/** commonestShapes are the shapes of most tags, the most common first: digits as `9`, hexadecimal names as `<hex>`. */
function commonestShapes(tags) {
    const counts = new Map();
    for (const tag of tags) {
        const shape = tag.replaceAll(/[0-9a-f]{7,}/g, '<hex>').replaceAll(/[0-9]+/g, '9');
        counts.set(shape, (counts.get(shape) ?? 0) + 1);
    }
    const byCount = [...counts].sort(([, one], [, other]) => other - one);
    return byCount.slice(0, MOST_SHAPES).map(([shape]) => shape);
}
/** The commit that a tag names by the template, in full or shortened; undefined if the tag has another form. */
function commitIn(tag, template) {
    const parts = template.split(/(\{(?:short-)?sha\})/).map((part) => PLACES[part] ?? literally(part));
    const [, ...named] = new RegExp(`^${parts.join('')}$`).exec(tag) ?? [];
    const longest = named.reduce((one, other) => (other.length > one.length ? other : one), '');
    // Both places must name the same commit.
    return longest !== '' && named.every((commit) => longest.startsWith(commit)) ? longest : undefined;
}
function literally(text) {
    return text.replaceAll(/[.*+?^$()|[\]{}\\-]/g, '\\$&');
}

;// CONCATENATED MODULE: ./build/prune/judge-manifests.js


/** Tags of referrers make no roots: the manifest under such a tag is deleted with its subject. */
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
    // If several are as new as the last of them, all stay: nobody could tell which one the rule means.
    const last = dates.sort((one, other) => other - one)[rules.keepNewest - 1] ?? (rules.keepNewest === 0 ? Infinity : 0);
    const isNewest = `it is one of the newest ${rules.keepNewest}`;
    return aged.map(({ digest, age, because }) => ({
        digest,
        because: because ?? (age !== undefined && age.latest >= last ? isNewest : whyYoung(age, rules.keepYoungerThan, rules)),
    }));
}
/** The reason to keep it that its tags or its kind give. */
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
/** An unread manifest may be an image: it is read before it is deleted. */
function holdsImage(graph, digest) {
    return below(graph, digest).some(({ role }) => role === 'image' || role === 'unread');
}
function isUnread(graph, digest) {
    return graph.nodes.get(digest)?.role === 'unread';
}
/** There must be a label, and every label must name the commit. */
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
 * Judges manifests that no tag leads to and that have no subject. During a push, children look old and untagged, so
 * only the registry's own push date counts.
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
/** Judges referrers whose subjects do not exist. One without a tag may be part of a running push, as above. */
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
/** Why a referrer stays if its subject does not exist. */
const ORPHAN = 'its image does not exist (see "delete-orphans")';

;// CONCATENATED MODULE: ./build/prune/plan-prune.js



/** Not exported, so that no other file can create a `RepositoryPlan`. */
const planned = Symbol('planned');
/**
 * planPrune decides for every manifest of a repository whether it stays. A manifest is deleted only if a rule allows it
 * and no rule keeps it. A kept manifest keeps all that it leads to, and all their referrers.
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
    // Nobody knows what an unreadable manifest refers to. So only manifests with a tag are deleted then, and only if
    // nothing else refers to them.
    const untagged = [...all].filter((digest) => graph.has(digest) && !rooted.has(digest));
    const stays = isDoubtful ? graph.belonging([...staying, ...untagged]) : staying;
    const starts = judged.filter(({ because }) => because === undefined).map(({ digest }) => digest);
    const going = new Set([...graph.belonging(starts)].filter((digest) => graph.has(digest) && !stays.has(digest)));
    // A manifest that a rule allows to delete may be kept once it is read, and then keeps its subjects.
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
/** What stays with these manifests: their subjects, all that they lead to, and all referrers of any of it. */
function stayingBy(graph, held) {
    return graph.belonging(graph.subjectsAbove(held));
}
/** An unreadable manifest without a tag: it stays, but does not prevent the plan. */
function isRubbish(graph, digest, tagged) {
    return graph.nodes.get(digest)?.role === 'unreadable' && !tagged.has(digest);
}
/**
 * What deployed digests keep: the manifests that have them, and everything that leads to those: the index of a child,
 * the subject of a referrer.
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
/** A set of manifests as a graph: index → child, and referrer → subject. It sends no requests. */
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
    /** has tells whether a manifest exists; a `missing` one does not. */
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
    /** below is these manifests and all that they lead to by children. */
    below(starts) {
        return reached(starts, (digest) => this.nodes.get(digest)?.children ?? []);
    }
    /** belonging is these manifests, all that they lead to, and all referrers of any of it. */
    belonging(starts) {
        return reached(starts, (digest) => this.followersOf(digest));
    }
    /** subjectsAbove is these manifests and all their subjects, at any distance. */
    subjectsAbove(starts) {
        return reached(starts, (digest) => this.nodes.get(digest)?.subjects ?? []);
    }
    /** leadersOf are the manifests that lead to one: the indexes that list it, and its subjects. */
    leadersOf(digest) {
        return [...this.parentsOf(digest), ...(this.nodes.get(digest)?.subjects ?? [])];
    }
    /** leadingTo is these manifests and all that lead to them, at any distance. */
    leadingTo(starts) {
        return reached(starts, (digest) => this.leadersOf(digest));
    }
    /** followersOf are the manifests that one leads to: its children and its referrers. */
    followersOf(digest) {
        return [...(this.nodes.get(digest)?.children ?? []), ...this.referrersOf(digest)];
    }
}
function reached(starts, next) {
    const found = new Set(starts);
    // The set grows during the loop; so a circle ends where it began.
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






/** How many requests run at a time. */
const repository_reading_LANES = 8;
/** How deep manifests may lead to manifests. Real ones are less than half as deep. */
const DEEPEST = 16;
/** Reading holds what we have read of one repository so far. */
class Reading {
    #catalogue;
    #nodes = new Map();
    /** Subjects by the fallback tags and the registry's own lists, beside those in the manifests. */
    #subjects = new Map();
    /** Children and subjects: they may exist without a tag. */
    #ledTo = new Set();
    /** Configs of images that we have not read yet. */
    #configs = new Map();
    /** Manifests whose referrers were listed. */
    #asked = new Set();
    #hasReferrers = true;
    /** The entries of the registry's own list. */
    #listed = new Map();
    constructor(catalogue) {
        this.#catalogue = catalogue;
    }
    /** begin takes the entries of the registry's own list. */
    begin(manifests) {
        for (const listed of manifests) {
            this.#listed.set(listed.digest, listed);
            this.#nodes.set(listed.digest, this.#unread(listed.digest, 'unread'));
        }
    }
    /** isMissing tells whether a listed manifest does not exist. */
    isMissing(digest) {
        return this.#nodes.get(digest)?.role === 'missing';
    }
    /**
     * readLeading reads the listed manifests that may lead to something: all whose type is not a single manifest. If the
     * list has no types, it reads those with a tag, then those that nothing leads to. For the rest, what leads to them
     * has the type.
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
     * readBefore reads what is still unknown about the manifests to delete: themselves and their referrers. Unless
     * `isUseful`, it reads everything not read yet. False if there is nothing more to read.
     */
    async readBefore(plan, isUseful) {
        const going = plan.kind === 'plan' ? plan.groups.flat().map(({ digest }) => digest) : [];
        const lacking = plan.kind === 'unplannable' && plan.why === 'unread' ? plan.digests : [];
        const graph = this.graph();
        // Also for referrers that stay: their own referrers may keep it all.
        const toAsk = [...graph.belonging(going)].filter((digest) => graph.has(digest) && !this.#asked.has(digest));
        for (const digest of toAsk)
            this.#asked.add(digest);
        const attachable = this.#attachable();
        // All possible referrers are listed. If they are not more than the questions, we read them instead of asking.
        const isListed = attachable !== undefined && attachable.length <= toAsk.length;
        if (!isListed)
            await inTurns(toAsk, repository_reading_LANES, (digest) => this.#readReferrers(digest));
        const others = isListed || !this.#hasReferrers ? (attachable ?? []) : [];
        const unread = isUseful || lacking.length === 0 ? [...new Set([...lacking, ...others])] : this.#allUnread();
        await inTurns(unread, repository_reading_LANES, (digest) => this.#read(digest, 'missing'));
        return unread.length + toAsk.length > 0;
    }
    /**
     * readForDeployed reads everything if no deployed digest was found: it may be that of a config. False if it read
     * nothing.
     */
    async readForDeployed(plan, { keepDigests }) {
        const unread = this.#allUnread();
        if (plan.kind === 'unplannable' || plan.found.size > 0 || keepDigests.size === 0)
            return false;
        await inTurns(unread, repository_reading_LANES, (digest) => this.#read(digest, 'missing'));
        return unread.length > 0;
    }
    /** Unread manifests that may be referrers; undefined if the list has no types. */
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
     * readNamed looks for digests that nothing led to: a manifest may exist without a tag. It skips known configs: the
     * distribution project's registry fails if a blob is asked for as a manifest.
     */
    async readNamed(digests) {
        const configs = new Set([...this.#nodes.values()].map(({ config }) => config));
        const unseen = [...digests].filter((digest) => !this.#nodes.has(digest) && !configs.has(digest));
        await inTurns(unseen, repository_reading_LANES, (digest) => this.#read(digest, undefined));
    }
    /** attach remembers that a manifest is a referrer of another one. */
    attach(subject, referrer) {
        if (subject === undefined)
            return;
        // A subject that stays because of a referrer keeps its own subject.
        this.#ledTo.add(subject);
        this.#subjects.set(referrer, (this.#subjects.get(referrer) ?? new Set()).add(subject));
    }
    /**
     * readBelow reads children and subjects, and for manifests that may be deleted the dates and labels in the configs.
     */
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
    /** If the registry itself gives a date, the date of the build is not read. */
    #isDated(digest) {
        return (this.#listed.get(digest)?.dates.length ?? 0) > 0;
    }
    #unread(digest, role) {
        return { ...unreadNode(digest, role), dates: this.#datesOf(digest) };
    }
    #datesOf(digest) {
        return (this.#listed.get(digest)?.dates ?? []).map((at) => ({ at, by: 'registry' }));
    }
    /** Everything below has to be read, except a listed manifest that leads to nothing. */
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
            // If the list has all manifests, a named digest outside it is a config that no manifest we read has.
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
/** notPlanned is the error of a repository in which something prevents every deletion. */
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
/** dangling is the error of a repository with a tag that shows no manifest. */
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






/** Most rounds in which we read more of what the current plan would delete; each round may lead to the next. */
const MOST_ROUNDS = 16;
/**
 * survey reads everything of a repository that a plan needs: each tag, all that may lead to something, the referrers of
 * what would be deleted, and every deployed digest. It lists the tags twice, before and after. If the registry also
 * lists manifests, it compares that list with both, and reads what leads to nothing only before its deletion.
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
/** The digest under each tag in the list. A tag listed twice was moved meanwhile: we ask the registry for it. */
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
/** The images that their tags allow to delete: only for these we ask for dates and referrers. */
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








/** planAll makes every plan before anything is deleted; if one plan fails, nothing is deleted. */
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
/** assertFound throws if no repository has any of the deployed digests: then they belong to something else. */
function assertFound(pruned, rules) {
    const digests = new Set(rules.flatMap(({ keepDigests }) => [...keepDigests]));
    const isAnyFound = pruned.some(({ plan }) => plan.found.size > 0);
    if (digests.size === 0 || isAnyFound)
        return;
    throw new errors/* ActionError */.l('INPUT_INVALID', `keep-digests: none of the ${digests.size} digests is in any of the repositories, so it is unknown what is deployed.`, { hint: 'Check the query that collects them, and "image". Nothing was deleted.' });
}
/** assertWithin throws if the plan and the earlier deletions together exceed what a real run may delete. */
function assertWithin(pruned, brakes) {
    assertWithinBrakes(pruned.map(({ plan, fates }) => ({ plan, before: taggedGone(fates) })), brakes);
}
function taggedGone(fates) {
    return fates.filter(({ kind, tags }) => kind === 'deleted' && tags.length > 0).length;
}
/**
 * carryOut deletes what the plan of one repository allows, and makes a new plan when the last one is too old. `note`
 * always gets the current results, also before an error is thrown.
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
        // If the first plan took this long, another one would not be faster.
        if (pruned.fates.length === told)
            throw tooSlow();
        told = pruned.fates.length;
        pruned = { ...pruned, ...(await planOne(wanted, terms.now, unfinishedIn(pruned))) };
        note(pruned);
        assertWithin([pruned], terms.brakes);
    }
}
/** Manifests that the plan did not reach, in groups whose root was deleted: nothing lists them any more. */
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
/** withOwnList reads by the specification, but lists manifests and deletes by the registry's own API. */
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
 * pruneOpen is the story after the gate: learn what is deployed, plan every repository, and delete what the plans
 * allow. It takes an open verdict, so no secret is read before the gate has opened.
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
/** A registry may repeat in its error what we sent. */
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
        // If another API deletes, we ask the registry only for pull access.
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
/** A file that is missing, empty, or has only comments would keep nothing. It is an error, also in a dry run. */
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
        // This door's own errors are about scan reports.
        throw error instanceof errors/* ActionError */.l && error.code === 'GATE_SCAN' ? prune_open_wrong(error.message) : error;
    }
}
function prune_open_wrong(problem) {
    return new errors/* ActionError */.l('INPUT_INVALID', `keep-digests: ${problem}.`, {
        hint: 'A failed query can leave such a file: let its step fail ("set -euo pipefail"). If nothing is deployed from here, write "none". Nothing was deleted.',
    });
}
/** A tag keeps images only in its own repository. */
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
