export const id = 999;
export const ids = [999];
export const modules = {

/***/ 8999:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  verifyImage: () => (/* binding */ verifyImage)
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
function choose_credential_isOneLogin(one, other) {
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
function masking_maskedBy(runner, destinations) {
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
const read_given_EMPTY_SECRETS = 'A secret is empty if none has this name (check the spelling), in runs for forks and for Dependabot, in a job that does not name the environment of the secret, ' +
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
        hint: `Set both "username" and "password", the password from a secret. ${read_given_EMPTY_SECRETS}`,
    });
}
async function readRegistryAuth(runner) {
    const text = runner.secretInput('registry-auth');
    if (text.reveal().trim() === '')
        return [];
    const auths = await parseRegistryAuth(text);
    if (!auths.ok && auths.isEmpty) {
        throw new errors/* ActionError */.l('CREDENTIAL_MISSING', `No credential: registry-auth ${auths.problems.join(', and ')}.`, {
            hint: read_given_EMPTY_SECRETS,
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
async function credential_source_readChoices(inputs, { runner }) {
    const { destinations, sources = [] } = inputs;
    const masked = masking_maskedBy(runner, [...destinations, ...sources]);
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
    return credential_source_openChosen(destinations, await credential_source_readChoices(inputs, givers), givers);
}
/** openChosen is `openSources` with choices that are already made. */
async function credential_source_openChosen(destinations, chosen, givers) {
    const sources = [];
    for (const { at: destination, mountFrom } of destinations) {
        const source = await findSource({ at: destination, actions: 'pull,push', mountFrom }, chosen, givers);
        if (source === undefined)
            throw missing(destination.registry);
        sources.push({ destination, source });
    }
    return (destination) => {
        const found = sources.find((each) => sameRepository(each.destination, destination));
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
    return new ActionError('CREDENTIAL_MISSING', message, {
        hint: `Set "username" and "password", or write an entry for ${registry} in "registry-auth" or "identity". ` +
            EMPTY_SECRETS,
    });
}

;// CONCATENATED MODULE: ./build/credentials/advice.js
/** How to treat advice on credentials. */
const CREDENTIAL_POLICIES = (/* unused pure expression or super */ null && (['warn', 'strict', 'off']));
const DAY = 86_400_000;
/** How many days before its expiry a credential is reported to expire soon. */
const NOTICE = 14;
/** Actions that publishing needs, and those that only read. */
const NEEDED = (/* unused pure expression or super */ null && (['pull', 'push', 'read', 'metadata_read', 'metadata/read', 'scanner-pull']));
/** advise judges a credential by what is known about it. It is a pure rule: it asks nobody, and changes nothing. */
function advice_advise(observed) {
    const { form, grants, path } = observed;
    return {
        kind: form.what,
        width: grants === undefined ? 'unknown (not reported by the registry)' : widthOf(grants, path),
        ends: endOf(observed),
        findings: [...kindFindings(form), ...widthFindings(observed), ...ageFindings(observed)],
    };
}
/** What the registry reports about this repository. */
function grantsHere(grants, path) {
    return grants.filter(({ type, name }) => type === 'repository' && name === path).flatMap(({ actions }) => actions);
}
function widthOf(grants, path) {
    const here = grantsHere(grants, path);
    const elsewhere = grants.filter(({ type, name, actions }) => actions.length > 0 && !(type === 'repository' && name === path));
    const others = elsewhere.length === 0 ? '' : `; and permissions at ${elsewhere.length} other place(s)`;
    return here.length === 0
        ? `unknown: nothing is reported for this repository${others}`
        : `${here.join(', ')} here${others || '; other places were not checked'}`;
}
function endOf({ form, created }) {
    if (form.expiresAt !== undefined)
        return dayOf(form.expiresAt);
    if (form.kind === 'job')
        return 'at the end of the job, or within hours';
    if (form.kind === 'short-lived')
        return 'within a day';
    return created === undefined ? 'unknown' : `unknown; created on ${dayOf(created)}`;
}
const REMEDIES = {
    personal: {
        says: 'It can do everything that its owner can do, and stops working when that person leaves.',
        remedy: 'Use a robot, deploy or organisation token for this repository, or "identity"; on GHCR, use the token of the job.',
    },
    password: {
        says: 'It gives access to the whole account, and cannot be limited.',
        remedy: 'Use an organisation access token for this repository, or "identity", and change the password.',
    },
    admin: {
        says: 'It may do everything on the whole registry, and the registry cannot report who used it.',
        remedy: 'Disable it; use a token for this repository, or "identity".',
    },
    'cloud-key': {
        says: 'It is a key to a cloud account that never expires by itself.',
        remedy: 'Use "identity", which needs no stored secret, and delete the key.',
    },
};
function kindFindings({ kind, what }) {
    const found = REMEDIES[kind];
    return found === undefined ? [] : [{ ...found, says: `The credential is ${what}. ${found.says}` }];
}
function widthFindings({ grants, path }) {
    if (grants === undefined)
        return [];
    const more = grantsHere(grants, path).filter((action) => !NEEDED.includes(action));
    const remedy = 'Use one that may only pull from and push to this repository.';
    const everything = more.includes('*') ? 'everything, including administration' : more.join(', ');
    return more.length === 0 ? [] : [{ says: `The credential may do more here than publish: ${everything}.`, remedy }];
}
function ageFindings({ form, created, maxAge, now }) {
    const { issuedAt, expiresAt } = form;
    const rotate = 'Create a new one, store it in the secret, and revoke the old one.';
    const findings = [];
    const since = created ?? issuedAt;
    const age = since === undefined ? undefined : Math.floor((now - since) / DAY);
    if (age !== undefined && age > maxAge) {
        findings.push({ says: `The credential is ${age} days old; the limit is ${maxAge}.`, remedy: rotate });
    }
    if (expiresAt === undefined)
        return findings;
    const left = (expiresAt - now) / DAY;
    // A credential that is created for every job always expires soon.
    const isRenewed = form.kind === 'short-lived' || form.kind === 'job';
    if (left <= 0)
        findings.push({ says: `The credential expired on ${dayOf(expiresAt)}.`, remedy: rotate });
    else if (left < NOTICE && !isRenewed) {
        findings.push({ says: `The credential expires on ${dayOf(expiresAt)}.`, remedy: rotate });
    }
    if (issuedAt !== undefined && expiresAt - issuedAt > maxAge * DAY && (age ?? 0) <= maxAge) {
        const says = `The credential is valid for ${Math.ceil((expiresAt - issuedAt) / DAY)} days; the limit is ${maxAge}.`;
        findings.push({ says, remedy: 'Use one that expires sooner.' });
    }
    return findings;
}
function dayOf(time) {
    return new Date(time).toISOString().slice(0, 10);
}

;// CONCATENATED MODULE: ./build/credentials/engine-logins.js


/** The assumed life of a token that does not say how long it lives, in seconds. */
const UNSAID = 60;
/** openEngineLogins signs the engine in, with the minimum that the registry and `credential-scope` allow. */
async function engine_logins_openEngineLogins(at, desk) {
    const { registry, repository, scope, source } = at;
    const token = scope === 'full' || 'registryToken' in (await source.current()) ? undefined : await registry.newToken();
    const handover = decideHandover({ scope, token, path: repository.path });
    if (handover.kind === 'impossible') {
        throw new ActionError('INPUT_INVALID', `credential-scope: ${handover.problem}.`, {
            hint: 'Correct this input under "with:"; nothing was written to the registry.',
        });
    }
    const engine = handover.kind === 'token' && token !== undefined ? withTokens(at, token, desk) : withCredential(at, desk);
    await engine();
    return { engine, given: handover.given };
}
function withCredential({ source, repository }, { docker, config }) {
    let held;
    return async () => {
        const credential = await source.current();
        if (held?.credential !== credential) {
            held = { credential, login: await docker.login(config, { registry: repository.registry, credential }) };
        }
        return held.login;
    };
}
/** The engine uses a token until it expires, and then fails: half of its life must be left when a push begins. */
function withTokens(at, first, { docker, config, masked, now }) {
    const { registry } = at.repository;
    const keep = async ({ token, expiresIn }, asked) => {
        const credential = masked({ registryToken: token });
        return {
            until: asked + ((expiresIn ?? UNSAID) * 1000) / 2,
            login: await docker.login(config, { registry, credential }),
        };
    };
    let held = keep(first, now());
    return async () => {
        const { until, login } = await held;
        if (now() < until)
            return login;
        const asked = now();
        const next = await at.registry.newToken();
        if (next !== undefined)
            held = keep(next, asked);
        return (await held).login;
    };
}

// EXTERNAL MODULE: ./build/image/cloud-registry.js
var cloud_registry = __webpack_require__(5003);
// EXTERNAL MODULE: ./build/secret/jwt.js
var jwt = __webpack_require__(7768);
;// CONCATENATED MODULE: ./build/credentials/kinds.js



const begins = (...prefixes) => ({ secret }) => prefixes.some((prefix) => secret.startsWith(prefix));
const named = (form) => ({ username }) => form.test(username);
const isHub = ({ registry }) => (0,reference/* sameRegistry */.cJ)(registry, reference/* DOCKER_HUB */.Xb);
const isAcr = ({ registry }) => (0,cloud_registry/* parseAcrRegistry */.t4)(registry.toLowerCase()) !== undefined;
const isEcr = ({ registry }) => parseEcrRegistry(registry.toLowerCase()) !== undefined;
const isGoogle = ({ registry }) => (0,cloud_registry/* isArtifactRegistry */.QJ)(registry.toLowerCase());
const kinds_all = (...tests) => (seen) => tests.every((test) => test(seen));
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const NULL_UUID = /^0{8}(?:-0{4}){3}-0{12}$/;
/** The forms that makers of registries document, in the order of the search; the first match counts. */
const RULES = [
    // GitHub
    { isIt: begins('ghs_'), kind: 'job', what: 'a token of the job, or of a GitHub App' },
    { isIt: begins('ghp_'), kind: 'personal', what: 'a classic personal access token of GitHub' },
    { isIt: begins('github_pat_'), kind: 'personal', what: 'a fine-grained personal access token of GitHub' },
    { isIt: begins('gho_', 'ghu_', 'ghr_'), kind: 'personal', what: 'a token of a GitHub user, created by an app' },
    // Docker Hub
    { isIt: begins('dckr_oat_'), kind: 'service', what: 'an organisation access token of Docker' },
    { isIt: begins('dckr_pat_'), kind: 'personal', what: 'a personal access token of Docker' },
    {
        isIt: kinds_all(isHub, ({ secret }) => UUID.test(secret)),
        kind: 'personal',
        what: 'an old personal access token of Docker',
    },
    // GitLab
    { isIt: begins('gldt-'), kind: 'service', what: 'a deploy token of GitLab' },
    { isIt: begins('glcbt-'), kind: 'job', what: 'a job token of GitLab' },
    {
        isIt: kinds_all(begins('glpat-'), named(/^(?:project|group)_\d+_bot/)),
        kind: 'service',
        what: 'an access token of a project or group of GitLab',
    },
    {
        isIt: begins('glpat-'),
        kind: 'personal',
        what: 'a personal access token of GitLab, if it is not one of a project or group',
    },
    { isIt: named(/^gitlab\+deploy-token-\d+$/), kind: 'service', what: 'a deploy token of GitLab' },
    { isIt: named(/^gitlab-ci-token$/), kind: 'job', what: 'a job token of GitLab' },
    // DigitalOcean
    { isIt: begins('dop_v1_', 'doo_v1_', 'dor_v1_'), kind: 'personal', what: 'a personal token of DigitalOcean' },
    // Google
    {
        isIt: (seen) => /^_json_key(?:_base64)?$/.test(seen.username) || isGoogleKey(seen.secret),
        kind: 'cloud-key',
        what: 'the key of a Google service account',
    },
    { isIt: begins('ya29.'), kind: 'short-lived', what: 'an access token of Google' },
    {
        isIt: kinds_all(isGoogle, named(/^oauth2accesstoken$/)),
        kind: 'short-lived',
        what: 'an access token of Google',
    },
    // Amazon
    {
        isIt: (seen) => /^AKIA[A-Z0-9]{12,}/.test(seen.username) || /^AKIA[A-Z0-9]{12,}/.test(seen.secret),
        kind: 'cloud-key',
        what: 'the key of an IAM user of Amazon',
    },
    // IBM
    { isIt: named(/^iamapikey$/), kind: 'cloud-key', what: 'an API key of IBM Cloud' },
    // Azure
    {
        isIt: kinds_all(isAcr, ({ registry, username }) => registry.toLowerCase().split('.')[0] === username.toLowerCase()),
        kind: 'admin',
        what: 'the admin account of an Azure registry',
    },
    {
        isIt: kinds_all(isAcr, ({ username }) => UUID.test(username) && !NULL_UUID.test(username)),
        kind: 'cloud-key',
        what: 'the secret of a service principal of Azure',
    },
    {
        isIt: kinds_all(isAcr, ({ secret }) => secret.includes('+ACR')),
        kind: 'service',
        what: 'a token of an Azure registry, of a scope map',
    },
    // JFrog
    { isIt: begins('AKCp'), kind: 'personal', what: 'an API key of a user of Artifactory' },
    { isIt: begins('cmVmd'), kind: 'unknown', what: 'a reference token of Artifactory, whose permissions are unknown' },
    // Quay
    { isIt: named(/^\$oauthtoken$/), kind: 'personal', what: "a user's OAuth token of Quay" },
    { isIt: named(/^\$app$/), kind: 'personal', what: "a user's application token of Quay" },
    {
        isIt: kinds_all(({ registry }) => /(?:^|\.)quay\./i.test(registry), named(/^[^+]+\+[^+]+$/)),
        kind: 'service',
        what: 'a robot account of Quay',
    },
    // Harbor. Its administrators may choose another prefix: other names say nothing.
    { isIt: named(/^robot\$/), kind: 'service', what: 'a robot account of Harbor' },
    // Gitea, Forgejo. We cannot see whether the account is a person's.
    {
        isIt: kinds_all((seen) => !isHub(seen), ({ secret }) => /^[0-9a-f]{40}$/.test(secret)),
        kind: 'unknown',
        what: "of the form of an access token of Gitea or Forgejo, which does not tell whether its account is a person's",
    },
    // At Docker Hub, anything that is no token is the password for the website.
    {
        isIt: kinds_all(isHub, ({ secret }) => (0,jwt/* claimsOf */.ds)(secret) === undefined),
        kind: 'password',
        what: 'the password of a Docker account',
    },
];
const UNKNOWN = { kind: 'unknown', what: 'of an unknown kind' };
/** A credential that lives at most this long is called short-lived, in milliseconds: a day. */
const SHORT = 86_400_000;
/** formOf tells what kind of credential this is, only from its name and form; nobody is asked. */
function kinds_formOf(registry, credential) {
    if ('identityToken' in credential)
        return formOfToken(credential.identityToken.reveal());
    if ('registryToken' in credential)
        return formOfToken(credential.registryToken.reveal());
    const seen = { registry, username: credential.username, secret: credential.password.reveal() };
    if (isEcr(seen) && seen.username === 'AWS')
        return formOfEcr(seen.secret);
    // Some contain an expiry date, such as the tokens of a job.
    const found = RULES.find(({ isIt }) => isIt(seen));
    return found === undefined ? formOfToken(seen.secret) : { kind: found.kind, what: found.what };
}
function formOfToken(text) {
    const claims = claimsOf(text);
    if (claims === undefined)
        return UNKNOWN;
    const [issuedAt, expiresAt] = [timeOf(claims.iat), timeOf(claims.exp)];
    if (isAdminOfArtifactory(claims))
        return { kind: 'admin', what: 'an admin token of Artifactory', issuedAt, expiresAt };
    if (expiresAt === undefined)
        return { kind: 'unknown', what: 'a token (JWT) without an expiry time' };
    const isShort = issuedAt !== undefined && expiresAt - issuedAt <= SHORT;
    return { kind: isShort ? 'short-lived' : 'unknown', what: 'a token (JWT) with an expiry time', issuedAt, expiresAt };
}
/** A password of ECR is JSON in base64, and contains its expiry date. */
function formOfEcr(secret) {
    const expiresAt = timeOf(recordOf(Buffer.from(secret, 'base64').toString())?.expiration);
    return { kind: 'short-lived', what: 'an authorization token of Amazon ECR', expiresAt };
}
function isGoogleKey(secret) {
    const text = secret.trimStart().startsWith('{') ? secret : Buffer.from(secret.slice(0, 16_384), 'base64').toString();
    return (0,jwt/* recordOf */.zv)(text)?.type === 'service_account';
}
function isAdminOfArtifactory({ scp }) {
    return typeof scp === 'string' && scp.split(' ').includes('applied-permissions/admin');
}

;// CONCATENATED MODULE: ./build/credentials/left-logins.js



/**
 * decideKept leaves one login for each registry, because docker keeps only one: that of the first destination there.
 */
function decideKept(used) {
    const firsts = used.filter((each) => used.find((other) => isBeside(other, each)) === each);
    return {
        logins: firsts
            .filter(({ isOwn }) => !isOwn)
            .map(({ repository: { registry }, credential }) => ({ registry, credential })),
        told: firsts.map((first) => sentenceOn(first, used)),
    };
}
function sentenceOn(first, used) {
    const { registry } = first.repository;
    if (first.isOwn)
        return `No login at ${registry} was left for later steps: docker is already signed in there on this runner.`;
    const isOne = used.every((other) => !isBeside(other, first) || other.credential === first.credential);
    const which = isOne ? '' : `, that for ${repositoryName(first.repository)},`;
    return `A login at ${registry}${which} was left in docker's configuration for later steps of this job; the post step removes it.`;
}
function isBeside(one, other) {
    return sameRegistry(one.repository.registry, other.repository.registry);
}
/**
 * openKeeping makes sure, before anything is pushed, that logins can be left for later steps; the function that it
 * returns leaves them. By then all is published and verified, so a problem is only a warning.
 */
async function left_logins_openKeeping({ destinations, keepLogin }, sourceFor, { runner, docker }) {
    if (!keepLogin)
        return async () => [];
    const sources = destinations.map((repository) => ({ repository, source: sourceFor(repository) }));
    const ours = sources.filter(({ source }) => !source.isOwn);
    const plan = await docker.planKeeping(ours.map(({ repository }) => repository.registry));
    const keep = async () => {
        const used = sources.map(async ({ repository, source }) => {
            return { repository, credential: await source.current(), isOwn: source.isOwn };
        });
        const { logins, told } = decideKept(await Promise.all(used));
        if (logins.length === 0)
            return told;
        // First: if this step is killed, the post step must know what it has left.
        runner.saveState(KEEP_STATE, JSON.stringify(plan));
        await docker.keepLogins(plan, logins);
        return told;
    };
    return () => keep().catch((error) => {
        const text = `Everything is published, but not every login for later steps could be left: ${asError(error).message}`;
        runner.warning('Login not left', text);
        return [];
    });
}

;// CONCATENATED MODULE: ./build/credentials/likely-slips.js
/** How a text looks that was not meant as a name or a password, and what has probably happened. */
const SLIPS = [
    [/^\s|\s$/, 'it begins or ends with a blank or a line break, which may have been copied with the secret'],
    [
        /^(["']).*\1$/s,
        'it has quotes around it, which are sent with it: remove them from the secret, and do not use toJSON here',
    ],
    [
        /^\$(?:\w+|\{\w+\})$/,
        'it is the name of a variable with a "$", and not its value: "with:" does not expand shell variables',
    ],
    [
        /^\$?\{*\s*(?:secrets|vars|env|inputs|github)\.\w[\w-]*\s*\}*$/,
        'it is the text of an expression, and not its value: write the whole expression, with "${{" and "}}"',
    ],
];
/**
 * slipsIn tells what is odd about a user name and password that a registry rejects, in sentences that show none of it.
 * Valid ones may look the same, so nothing is rejected because of its looks.
 */
function slipsIn(credential) {
    if (!('password' in credential))
        return [];
    const texts = { 'user name': credential.username, password: credential.password.reveal() };
    return Object.entries(texts).flatMap(([what, text]) => SLIPS.filter(([looks]) => looks.test(text)).map(([, says]) => `About the ${what}: ${says}.`));
}

;// CONCATENATED MODULE: ./build/credentials/sign-in.js











/**
 * openKeyring finds the credentials and masks every form of them. It requires an open verdict, so no secret is used
 * before the gate has opened.
 */
async function openKeyring(_open, { inputs, byEngine }, doors) {
    const { runner, docker, openRegistry } = doors;
    const { caFile, authHosts, credentialScope } = inputs;
    const chosen = await readChoices(inputs, doors);
    const mountable = (repository) => (inputs.sources ?? []).filter((other) => {
        const isBeside = sameRegistry(repository.registry, other.registry) && !sameRepository(repository, other);
        return isBeside && isOneLogin(chosen.choiceFor(repository), chosen.choiceFor(other));
    });
    // An engine finds out itself what it can mount.
    const given = byEngine || inputs.mountFrom === undefined ? [] : [inputs.mountFrom];
    const mountsAt = (repository) => [
        ...new Set([...given, ...mountable(repository).map(({ path }) => path)]),
    ];
    const destinations = inputs.destinations.map((at) => ({ at, mountFrom: mountsAt(at) }));
    const sourceFor = await openChosen(destinations, chosen, doors);
    const isMounting = destinations.some(({ mountFrom }) => mountFrom.length > 0);
    const unmounting = inputs.destinations.map((at) => ({ at, mountFrom: [] }));
    // Later steps need no layers of other repositories.
    const keptFor = inputs.keepLogin && isMounting ? await openChosen(unmounting, chosen, doors) : sourceFor;
    const keepLogins = await openKeeping(inputs, keptFor, doors);
    const config = docker.planConfig();
    const desk = { docker, config, masked: maskedBy(runner, inputs.destinations), now: runner.now };
    const sessions = [];
    // Before anything is in it: if this step is killed, the post step must know what it has left.
    runner.saveState(CONFIG_STATE, config.folder);
    return {
        signIn: async (repository) => {
            const source = sourceFor(repository);
            const whose = await source.whose();
            const trusted = caFile === undefined ? {} : { caFile };
            const others = mountable(repository);
            const mountFrom = mountsAt(repository);
            const registry = await openRegistry({ repository, credential: source.current, authHosts, mountFrom, ...trusted });
            sessions.push(registry);
            await explained(source, () => registry.authenticate());
            const advising = adviseOn({ repository, registry, source }, inputs, runner.now());
            // The code that needs it gets the error.
            advising.catch(() => undefined);
            const at = { repository, registry, source, scope: credentialScope };
            const { engine, given: handed } = byEngine
                ? await explained(source, () => openEngineLogins(at, desk))
                : NO_ENGINE;
            const username = nameOf(await source.current());
            const mountsFrom = (other) => others.some((each) => sameRepository(each, other));
            const use = advising.then((advice) => ({ repository, whose, username, given: handed, advice }));
            use.catch(() => undefined);
            return { registry, engine, mountsFrom, whose, given: handed, use };
        },
        keepLogins,
        config,
        [Symbol.asyncDispose]: async () => {
            for (const session of sessions)
                session.close();
            await docker.removeConfig(config);
        },
    };
}
function nameOf(credential) {
    return 'username' in credential ? credential.username : undefined;
}
/** explained adds, if a password is rejected, what is odd about its text: that may be the cause. */
async function explained(source, work) {
    try {
        return await work();
    }
    catch (error) {
        if (!(error instanceof errors/* ActionError */.l) || error.code !== 'LOGIN_FAILED' || !source.isStored)
            throw error;
        const hint = [error.hint, ...slipsIn(await source.current())].join(' ');
        throw new errors/* ActionError */.l(error.code, error.message, { hint, cause: error.cause });
    }
}
/** If the engine does not push, it must not get the credential. */
const NO_ENGINE = {
    engine: () => Promise.reject(new Error('the engine was not signed in')),
    given: 'nothing, because it does not push this image',
};
async function adviseOn({ repository, registry, source }, { credentialAge, credentialPolicy }, now) {
    if (credentialPolicy === 'off')
        return undefined;
    const form = formOf(repository.registry, await source.current());
    const { maxAge } = credentialAge;
    const { path } = repository;
    // A credential for the job's own identity is as limited and short-lived as the provider makes it.
    if (!source.isStored)
        return advise({ form, path, grants: undefined, created: undefined, maxAge, now });
    return advise({ form, path, grants: await registry.grants(), created: credentialAge.created, maxAge, now });
}

;// CONCATENATED MODULE: ./build/credentials/read-access.js




/**
 * readAccess opens repositories that an image is read from. The login only asks for read access, in a separate session,
 * so it is never used at a destination. All readers of one repository share it. Without a login, the repository is read
 * anonymously; but if a login is rejected, that is an error. It requires a verdict that is open for reading, so no
 * secret is used before the gate has opened. It uses none before a repository is opened.
 */
function readAccess(_open, inputs, doors) {
    let choices;
    return sharedAccess(async (at) => {
        choices ??= credential_source_readChoices(inputs, doors);
        const { caFile, authHosts } = inputs;
        const source = await findSource({ at, actions: 'pull', mountFrom: [] }, await choices, doors);
        const whose = (await source?.whose()) ?? NOBODY;
        const credential = source === undefined ? async () => undefined : source.current;
        const trusted = caFile === undefined ? {} : { caFile };
        const registry = await doors.openRegistry({ repository: at, credential, actions: 'pull', authHosts, ...trusted });
        try {
            await (source === undefined
                ? registry.authenticate().catch((error) => Promise.reject(withoutLogin(at, error)))
                : explained(source, () => registry.authenticate()));
            return { registry, whose, close: () => registry.close() };
        }
        catch (error) {
            registry.close();
            throw error;
        }
    });
}
/** sharedAccess opens each repository once, and closes it when all its readers have closed it. */
function sharedAccess(open) {
    const shared = new Map();
    return async (at) => {
        const name = (0,reference/* repositoryName */.aR)(at);
        const one = shared.get(name) ?? { opening: open(at), readers: 0 };
        shared.set(name, one);
        one.readers += 1;
        const access = await one.opening;
        let isOpen = true;
        const close = () => {
            if (!isOpen)
                return;
            isOpen = false;
            one.readers -= 1;
            if (one.readers > 0)
                return;
            shared.delete(name);
            access.close();
        };
        return { ...access, close };
    };
}
const NOBODY = 'without a login, because neither an input nor docker has one for it';
/** Access that is denied to everybody may be allowed to somebody. */
function withoutLogin({ registry }, error) {
    if (!(error instanceof errors/* ActionError */.l) || error.code !== 'REGISTRY_DENIED')
        return error;
    return new errors/* ActionError */.l(error.code, `${error.message} This was asked ${NOBODY}.`, {
        hint: `Write an entry for ${registry} in "registry-auth" or "identity", or sign in to it with docker before this step.`,
        cause: error,
    });
}

;// CONCATENATED MODULE: ./build/gate/verdict.js
/** Which commit an image is of: the commit of the run, or the one that the image itself names (a promotion). */
const COMMITS = (/* unused pure expression or super */ null && (['run', 'image']));
/** Not exported: only the functions of this file can open the gate. */
const verdict_open = Symbol('open');
const openToRead = Symbol('open to read');
/** How a closed gate ends the step (`when-closed`). */
const WHEN_CLOSED = (/* unused pure expression or super */ null && (['skip', 'fail', 'skip-all']));
/** With these reasons, a run is not meant to publish. All other reasons are about missing or bad evidence. */
const NOT_MEANT = (/* unused pure expression or super */ null && (['GATE_EVENT', 'GATE_REF', 'GATE_FORK']));
/** endingOf decides how the step ends if the gate is closed. With reasons of both kinds, the first one decides. */
function endingOf({ reasons }, whenClosed) {
    if (whenClosed === 'skip-all')
        return 'let-pass';
    return whenClosed === 'skip' && NOT_MEANT.includes(reasons[0].code) ? 'skipped' : 'failed';
}
function openFor({ event, whose, subject }, held) {
    const granted = { event, run: subject, held, checks: [] };
    if (whose === 'image')
        return { ...granted, kind: 'open-to-read', [openToRead]: true };
    return { ...granted, kind: 'open', subject, [verdict_open]: true };
}
/**
 * openForImage opens the gate for the commit that an image names. The import table keeps this function inside the room.
 */
function openForImage({ event, run, held, checks }, subject) {
    return { kind: 'open', event, run, subject, held, checks, [verdict_open]: true };
}
/** closedBy is a closed verdict if any of the judgements is a reason. */
function closedBy(event, judgements) {
    const [first, ...others] = judgements.filter(isReason);
    if (first === undefined)
        return undefined;
    return { kind: 'closed', event, reasons: [first, ...others], held: heldOf(judgements), checks: [] };
}
/** closedAfter closes a gate that was open until now. */
function closedAfter({ event, held, checks }, reasons) {
    return { kind: 'closed', event, reasons, held, checks: checks ?? [] };
}
/** heldOf are the rules that are met. */
function heldOf(judgements) {
    return judgements.filter((judgement) => !isReason(judgement));
}
function isReason(judgement) {
    return 'code' in judgement;
}
/** alsoAsking keeps an open gate open if all further rules are met, and closes it otherwise. */
function alsoAsking(verdict, judgements, checks = verdict.checks) {
    const all = [...verdict.held, ...judgements];
    const closed = closedBy(verdict.event, all);
    return closed === undefined ? { ...verdict, held: heldOf(all), checks } : { ...closed, checks };
}

;// CONCATENATED MODULE: ./build/gate/verifying.js

/**
 * openToVerify allows a run that does not publish to read: it reads what a registry has, and decides whether that may
 * be deployed. Any run may do this; nothing can be written with it.
 */
function openToVerify({ eventName, sha, ref }) {
    return openFor({ event: eventName, whose: 'image', subject: { commit: sha, ref } }, []);
}

// EXTERNAL MODULE: ./build/github/github.js
var github = __webpack_require__(8331);
;// CONCATENATED MODULE: ./build/proof/bundle-stores.js


/** Why a store could not be read: its content is unknown. */
class StoreProblem extends Error {
    name = 'StoreProblem';
}
/** The most that we read, because anyone with write access there may attach anything. */
const MOST_DESCRIPTORS = 2_000;
const MOST_BUNDLES = 200;
const LARGEST_BUNDLE = 1 << 20;
/** Manifests that are read at the same time. */
const AT_ONCE = 8;
const BUNDLE = /^application\/vnd\.dev\.sigstore\.bundle(?:\.v\d+\.\d+\+json|\+json;version=\d+\.\d+)$/;
/**
 * registryStore finds bundles among the referrers of an image at its registry. The types in a list are no evidence, so
 * every manifest is read. If one of them, or one of the two lists, is damaged, the others are still read: anyone who
 * may push can write anything under the fallback tag, even if the registry has its own list.
 */
function registryStore(registry, name) {
    return {
        name,
        look: async function* (digest) {
            const lists = await Promise.allSettled(['api', 'tag'].map((by) => registry.listReferrers(digest, by)));
            const listed = [...new Set(lists.flatMap((list) => (list.status === 'fulfilled' ? list.value : [])))];
            let bundles = 0;
            for (let at = 0; at < Math.min(listed.length, MOST_DESCRIPTORS); at += AT_ONCE) {
                const some = listed.slice(at, Math.min(at + AT_ONCE, MOST_DESCRIPTORS));
                for (const found of (await Promise.all(some.map((each) => bundlesIn(registry, each, digest)))).flat()) {
                    bundles += 1;
                    if (bundles > MOST_BUNDLES)
                        return yield 'too-many';
                    yield found;
                }
            }
            if (listed.length > MOST_DESCRIPTORS)
                yield 'too-many';
            for (const list of lists)
                if (list.status === 'rejected')
                    unreadable(list.reason);
        },
    };
}
/** githubStore finds bundles that GitHub stores in a repository. */
function githubStore(bundles, access, repository) {
    return {
        name: `GitHub (${repository})`,
        look: async function* (digest, predicateTypes) {
            for (const predicateType of predicateTypes) {
                const listed = await bundles.list(access, { digest, predicateType }).catch(unreadable);
                for (const { at, read } of listed?.bundles ?? []) {
                    // Anyone who may store a bundle may store a damaged one.
                    yield await read().then((bytes) => ({ at, bytes }), (error) => ({ at, lacks: problemIn(error) }));
                }
                if (listed?.isMore === true)
                    yield 'too-many';
            }
        },
    };
}
async function bundlesIn(registry, referrer, subject) {
    const at = `the registry (${referrer})`;
    try {
        const found = await registry.readReferrer(referrer, subject);
        if (found?.manifest.kind !== 'manifest')
            return [];
        const layers = found.manifest.layers.filter(({ mediaType }) => BUNDLE.test(mediaType));
        return await Promise.all(layers.map(async (layer) => ({ at, ...(await bundleIn(registry, layer)) })));
    }
    catch (error) {
        if (error instanceof errors/* ActionError */.l && OF_THE_BYTES.includes(error.code))
            return [{ at, lacks: `cannot be read: ${error.message}` }];
        throw new StoreProblem(problemIn(error), { cause: error });
    }
}
/** Errors about the stored content, and not about the connection to it. */
const OF_THE_BYTES = ['REGISTRY_ANSWER', 'DIGEST_MISMATCH', 'CONTENT_MISSING'];
async function bundleIn(registry, layer) {
    if (layer.size > LARGEST_BUNDLE)
        return { lacks: `has ${layer.size} bytes, which is more than any bundle has` };
    // Asked only once: nobody has just written a missing blob, so we do not wait for it.
    const bytes = (await registry.hasBlob(layer)) ? await registry.readBlob(layer) : undefined;
    return bytes === undefined ? { lacks: 'is not there: its registry has lost it' } : { bytes };
}
function unreadable(error) {
    throw new StoreProblem(problemIn(error), { cause: error });
}
/** If the step ends, that is no problem of a store. */
function problemIn(error) {
    if (error instanceof github/* ApiProblem */.A)
        return error.message;
    if (error instanceof errors/* ActionError */.l && error.code !== 'TIMEOUT' && error.code !== 'CANCELLED')
        return error.message;
    throw error;
}

;// CONCATENATED MODULE: ./build/proof/der.js
/** What is wrong with bytes that should be DER, as the end of a sentence. */
class DerProblem extends Error {
    name = 'DerProblem';
}
/** Tags of the universal class, and context-specific tags of RFC 5280. */
const TAG = {
    boolean: 0x01,
    octets: 0x04,
    oid: 0x06,
    text: 0x0c,
    sequence: 0x30,
    /** [3] EXPLICIT: the extensions of a certificate. */
    extensions: 0xa3,
    /** [6] IMPLICIT IA5String: a name that is a URI. */
    uri: 0x86,
};
/** Longest length of a length, in bytes: no certificate has four gigabytes. */
const LONGEST_LENGTH = 3;
/**
 * elementsIn reads consecutive elements, up to the last byte (X.690, 8.1 and 10.1). DER requires the shortest form of a
 * length; a longer one is rejected, because two readers could read it differently. Throws a DerProblem.
 */
function elementsIn(bytes) {
    const elements = [];
    for (let at = 0; at < bytes.length;) {
        const { element, end } = elementAt(bytes, at);
        elements.push(element);
        at = end;
    }
    return elements;
}
/** onlyElement reads bytes that are one element with this tag, and returns its content. Throws a DerProblem. */
function onlyElement(bytes, tag) {
    const [only, ...others] = elementsIn(bytes);
    if (only?.tag !== tag || others.length > 0)
        throw new DerProblem('it does not have the element that belongs there');
    return only.content;
}
/** oidOf reads an object identifier, as numbers with dots (X.690, 8.19). Throws a DerProblem. */
function oidOf(content) {
    const numbers = [];
    let number = 0;
    let isOpen = false;
    for (const byte of content) {
        if (!isOpen && byte === 0x80)
            throw new DerProblem('an object identifier begins a number with nothing');
        number = number * 128 + (byte & 0x7f);
        if (!Number.isSafeInteger(number))
            throw new DerProblem('an object identifier has a number that is too large');
        isOpen = byte >= 0x80;
        if (isOpen)
            continue;
        numbers.push(number);
        number = 0;
    }
    const [first, ...others] = numbers;
    if (isOpen || first === undefined)
        throw new DerProblem('an object identifier is cut off');
    const root = Math.min(Math.floor(first / 40), 2);
    return [root, first - root * 40, ...others].join('.');
}
function elementAt(bytes, at) {
    const [tag = 0x1f, first = 0xff] = bytes.subarray(at, at + 2);
    // A tag of several bytes, or a missing length: certificates have neither.
    if ((tag & 0x1f) === 0x1f || at + 2 > bytes.length)
        throw new DerProblem('it has an element that is none');
    const count = first < 0x80 ? 0 : first & 0x7f;
    const begin = at + 2 + count;
    const length = count === 0 ? first : longLength(bytes.subarray(at + 2, begin), count);
    const end = begin + length;
    if (end > bytes.length)
        throw new DerProblem('it is cut off');
    return { element: { tag, content: bytes.subarray(begin, end) }, end };
}
function longLength(bytes, count) {
    if (bytes.length !== count || count === 0 || count > LONGEST_LENGTH)
        throw new DerProblem('it has an element without a length');
    const length = bytes.reduce((sum, byte) => sum * 256 + byte, 0);
    const least = count === 1 ? 0x80 : 256 ** (count - 1);
    if (length < least)
        throw new DerProblem('it has a length that could be shorter');
    return length;
}

;// CONCATENATED MODULE: ./build/proof/certificate.js

/**
 * The fields that Fulcio writes into the certificate of a signer (sigstore/fulcio, docs/oid-info.md), by their names
 * there, under 1.3.6.1.4.1.57264.1.
 */
const certificate_FIELDS = {
    issuer: 8,
    signerUri: 9,
    signerDigest: 10,
    runner: 11,
    repositoryUri: 12,
    commit: 13,
    ref: 14,
    repositoryId: 15,
    ownerUri: 16,
    ownerId: 17,
    workflowUri: 18,
    workflowDigest: 19,
    event: 20,
    runUri: 21,
    visibility: 22,
};
const FULCIO = '1.3.6.1.4.1.57264.1.';
const SUBJECT_ALTERNATIVE_NAME = '2.5.29.17';
/**
 * readCertificate reads a certificate (RFC 5280, DER): it must have exactly one name, which is a URI, and each
 * extension once. It does not verify the issuer or the time. A problem is the end of a sentence.
 */
function readCertificate(der) {
    try {
        const extensions = extensionsIn(der);
        const fields = Object.entries(certificate_FIELDS).map(([name, number]) => {
            const value = extensions.get(`${FULCIO}${number}`);
            return [name, value === undefined ? undefined : textIn(onlyElement(value, TAG.text))];
        });
        const read = Object.fromEntries(fields);
        return { ok: true, value: { ...read, name: nameIn(extensions.get(SUBJECT_ALTERNATIVE_NAME)) } };
    }
    catch (error) {
        if (error instanceof DerProblem)
            return { ok: false, problem: `cannot be read: ${error.message}` };
        throw error;
    }
}
/** The extensions by their object identifiers. Throws a DerProblem, also if one of them occurs twice. */
function extensionsIn(der) {
    const [toBeSigned, ...signature] = elementsIn(onlyElement(der, TAG.sequence));
    if (toBeSigned?.tag !== TAG.sequence || signature.length !== 2)
        throw new DerProblem('it is no certificate');
    const lists = elementsIn(toBeSigned.content).filter(({ tag }) => tag === TAG.extensions);
    const [list, ...more] = lists;
    if (list === undefined || more.length > 0)
        throw new DerProblem('it does not have one list of extensions');
    const extensions = new Map();
    for (const extension of elementsIn(onlyElement(list.content, TAG.sequence))) {
        const { oid, value } = extensionIn(extension);
        if (extensions.has(oid))
            throw new DerProblem(`it has the extension ${oid} twice`);
        extensions.set(oid, value);
    }
    return extensions;
}
function extensionIn({ tag, content }) {
    const [oid, ...rest] = tag === TAG.sequence ? elementsIn(content) : [];
    // An optional field between the two says whether the extension is critical.
    const [value, ...more] = rest[0]?.tag === TAG.boolean ? rest.slice(1) : rest;
    if (oid?.tag !== TAG.oid || value?.tag !== TAG.octets || more.length > 0)
        throw new DerProblem('it has an extension that is none');
    return { oid: oidOf(oid.content), value: value.content };
}
function nameIn(extension) {
    const names = extension === undefined ? [] : elementsIn(onlyElement(extension, TAG.sequence));
    const [name, ...others] = names;
    if (name?.tag !== TAG.uri || others.length > 0)
        throw new DerProblem('it is not for exactly one name that is a URI');
    return textIn(name.content);
}
function textIn(content) {
    try {
        return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(content);
    }
    catch {
        throw new DerProblem('it has a text that is not UTF-8');
    }
}

;// CONCATENATED MODULE: ./build/proof/shape.js
/** What is wrong with a document, and where, as the end of a sentence. */
class ShapeProblem extends Error {
    name = 'ShapeProblem';
}
const shape_text = (value, place) => {
    if (typeof value !== 'string')
        throw shape_wrong(place, 'is no text');
    return value;
};
const whole = (value, place) => {
    if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0)
        throw shape_wrong(place, 'is no whole number');
    return value;
};
const bool = (value, place) => {
    if (typeof value !== 'boolean')
        throw shape_wrong(place, 'is neither true nor false');
    return value;
};
/** matching is a text of this form. */
function matching(form, name) {
    return (value, place) => {
        if (!form.test(shape_text(value, place)))
            throw shape_wrong(place, `is no ${name}`);
        return value;
    };
}
/** oneOf is one of these texts. */
function oneOf(...texts) {
    return (value, place) => {
        const found = texts.find((each) => each === value);
        if (found === undefined)
            throw shape_wrong(place, `is not ${texts.map((each) => `"${each}"`).join(' or ')}`);
        return found;
    };
}
/** either is the word, or a value of the shape. */
function either(word, shape) {
    return (value, place) => (value === word ? word : shape(value, place));
}
function listOf(shape) {
    return (value, place) => {
        if (!Array.isArray(value))
            throw shape_wrong(place, 'is no list');
        return value.map((each, at) => shape(each, `${place}[${at}]`));
    };
}
/** recordOf has any names, each with a value of one shape. */
function shape_recordOf(shape) {
    return (value, place) => {
        const members = Object.entries(asObject(value, place));
        return Object.fromEntries(members.map(([name, each]) => [name, shape(each, `${place}.${name}`)]));
    };
}
/** objectOf has all required members, and may have the optional ones. Other members are left out. */
function objectOf(required, optional) {
    return (value, place) => {
        const object = asObject(value, place);
        const read = ([name, shape]) => [name, shape(Object.hasOwn(object, name) ? object[name] : undefined, `${place}.${name}`)];
        const others = Object.entries(optional ?? {}).filter(([name]) => Object.hasOwn(object, name));
        const members = [...Object.entries(required), ...others].map(read);
        return Object.fromEntries(members);
    };
}
function asObject(value, place) {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
        throw shape_wrong(place, 'is no object');
    return value;
}
function shape_wrong(place, problem) {
    return new ShapeProblem(`${place} ${problem}`);
}

// EXTERNAL MODULE: ./build/proof/uris.js
var uris = __webpack_require__(8286);
;// CONCATENATED MODULE: ./build/proof/check-statement.js


/**
 * readStatement reads the payload of an envelope: an in-toto Statement v1 about one or more subjects. It does not
 * verify the signature, so the content is not trusted yet. A problem is the end of a sentence.
 */
function readStatement(payload) {
    let document;
    try {
        document = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(payload));
    }
    catch {
        return { ok: false, problem: 'is not JSON in UTF-8' };
    }
    return shaped(document, (value) => {
        const read = STATEMENT(value, 'statement');
        if (read.subject.length === 0)
            throw new ShapeProblem('statement.subject is empty');
        return { ...read, predicate: value.predicate };
    });
}
/**
 * readPredicate reads the predicate of a Verification Summary by this action: it must say PASSED, and have our field.
 * Fields that a later version may add are left out.
 */
function readPredicate(predicate) {
    return shaped(predicate, (value) => PREDICATE(value, 'predicate'));
}
function shaped(value, read) {
    try {
        return { ok: true, value: read(value) };
    }
    catch (error) {
        if (error instanceof ShapeProblem)
            return { ok: false, problem: `is not as it must be: ${error.message}` };
        throw error;
    }
}
const TIME = matching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/, 'time in UTC such as 2026-11-30T12:00:00Z');
const HEX = matching(/^(?:[0-9a-f]{2})+$/, 'digest in hex');
const DIGESTS = shape_recordOf(HEX);
const STATEMENT = objectOf({
    _type: oneOf(uris/* STATEMENT_TYPE */.zG),
    subject: listOf(objectOf({ name: shape_text, digest: DIGESTS })),
    predicateType: shape_text,
});
const SCAN_RULES = objectOf({ failOn: shape_text, tools: listOf(shape_text), binding: shape_text, ignoreList: either('none', HEX) });
const POLICY = objectOf({
    commit: oneOf('run', 'image'),
    branches: either('default', listOf(shape_text)),
    gitTags: listOf(shape_text),
    events: listOf(shape_text),
    whenClosed: shape_text,
    allowSkipped: listOf(shape_text),
    requiredChecks: listOf(objectOf({ name: shape_text }, { appId: whole })),
    needs: bool,
    scan: either('none', SCAN_RULES),
    requireRevisionLabel: bool,
    expectedPlatforms: either('none', listOf(shape_text)),
    expectedImageId: bool,
});
const FIELD = objectOf({
    schema: shape_text,
    run: objectOf({
        server: shape_text,
        repository: shape_text,
        repositoryId: shape_text,
        ownerId: shape_text,
        commit: shape_text,
        ref: shape_text,
        event: shape_text,
        workflow: shape_text,
        id: shape_text,
        attempt: shape_text,
        vouchedBy: oneOf('runner'),
    }),
    policy: POLICY,
    rules: listOf(objectOf({ rule: shape_text, seen: shape_text, vouchedBy: oneOf('api', 'read', 'runner', 'caller') })),
    checks: listOf(objectOf({
        name: shape_text,
        state: oneOf('passed', 'left-out'),
        reportedBy: shape_text,
        askedBy: shape_text,
        vouchedBy: oneOf('api'),
    }, { app: objectOf({ id: whole, slug: shape_text }), checkRun: whole })),
    needs: listOf(objectOf({ job: shape_text, result: shape_text, vouchedBy: oneOf('caller') })),
    scans: listOf(objectOf({
        tool: shape_text,
        findings: objectOf({ critical: whole, high: whole, medium: whole, low: whole, unknown: whole }),
        setAside: objectOf({ suppressed: whole, absent: whole, noFailure: whole }),
        vouchedBy: oneOf('caller'),
    }, { names: shape_text })),
    image: objectOf({ id: shape_text, platforms: listOf(shape_text), vouchedBy: oneOf('read') }, { revision: shape_text }),
    destinations: listOf(shape_text),
    plannedTags: listOf(objectOf({ tag: shape_text, kind: oneOf('sha', 'version', 'moving') })),
}, { truncated: shape_recordOf(whole) });
const PREDICATE = objectOf({
    verifier: objectOf({ id: shape_text, version: shape_recordOf(shape_text) }),
    timeVerified: TIME,
    resourceUri: shape_text,
    policy: objectOf({ uri: shape_text, digest: DIGESTS }),
    verificationResult: oneOf('PASSED'),
    verifiedLevels: listOf(shape_text),
    slsaVersion: shape_text,
    [uris/* GATE_FIELD */.DD]: FIELD,
});

// EXTERNAL MODULE: ./build/proof/demands.js
var demands = __webpack_require__(6017);
;// CONCATENATED MODULE: ./build/proof/lack.js
/** lackIf returns a lack if the condition is true. */
function lackIf(isSo, code, lacks) {
    return isSo ? { code, lacks } : undefined;
}
/** differs compares two whole texts; a missing text equals nothing, not even another missing text. */
function differs(code, lacks, [found, wanted]) {
    const isSame = found !== undefined && found !== '' && found === wanted;
    return lackIf(!isSame, code, `${lacks} ${shown(found)}, and not ${shown(wanted)}`);
}
/** shown quotes a text from outside for a message; it is made safe when it is printed. */
function shown(text) {
    return text === undefined ? 'nothing' : `"${text}"`;
}

;// CONCATENATED MODULE: ./build/proof/judge-facts.js



/**
 * judgeFacts finds the fact of a summary that does not meet the requirements. A missing fact fails; if its list was cut,
 * the fact may have been there, so the code is another one.
 *
 * - rules: their SHA-256 is the required one.
 * - a check: GitHub was asked, it has passed, and the app that reported it has the required id. It has not passed if it
 *   was left out (the job's own check), or if its app is unknown.
 * - a scan: the tool has reported, and none of its reports has a finding of the severity or above, or of an unknown
 *   severity, even if it was to be ignored.
 */
function judgeFacts({ policy, [uris/* GATE_FIELD */.DD]: field }, facts) {
    const isOther = facts.policy !== undefined && ownValue(policy.digest, 'sha256') !== facts.policy;
    const lacks = [
        lackIf(isOther, 'PROOF_DEMAND', `was decided by other rules: sha256:${ownValue(policy.digest, 'sha256') ?? 'unknown'}`),
        ...facts.checks.map((check) => judgeCheck(field, check)),
        ...facts.scans.map((scan) => judgeScan(field, scan)),
    ];
    return lacks.find((lack) => lack !== undefined);
}
function judgeCheck({ checks, truncated }, { name, appId }) {
    const ofName = checks.filter((check) => check.name === name && check.vouchedBy === 'api');
    if (ofName.some(({ state, app }) => state === 'passed' && app?.id === appId))
        return undefined;
    const lacks = `does not say that the check "${name}" of the app ${appId} has passed`;
    return absent(truncated, 'checks', lacks);
}
function judgeScan({ scans, truncated }, { tool, below }) {
    const reports = scans.filter((scan) => scan.tool.toLowerCase() === tool.toLowerCase());
    const bad = reports.find((scan) => countFrom(scan, below) > 0);
    if (bad !== undefined)
        return {
            code: 'PROOF_DEMAND',
            lacks: `has a scan by ${tool} with ${countFrom(bad, below)} findings of "${below}" or worse`,
        };
    const lacks = `has no scan by ${tool}`;
    // A report that was cut off may be a bad one.
    if (reports.length > 0 && !wasCut(truncated, 'scans'))
        return undefined;
    return absent(truncated, 'scans', lacks);
}
function countFrom({ findings }, below) {
    const counted = demands/* SEVERITIES */.o.slice(0, demands/* SEVERITIES */.o.indexOf(below) + 1);
    return counted.reduce((sum, severity) => sum + findings[severity], findings.unknown);
}
function absent(truncated, list, lacks) {
    if (!wasCut(truncated, list))
        return { code: 'PROOF_DEMAND', lacks };
    return { code: 'PROOF_TRUNCATED', lacks: `${lacks}, and what it says of ${list} was cut to its bound` };
}
/** A text that was cut may be the name. */
function wasCut(truncated = {}, list) {
    return ownValue(truncated, list) !== undefined || ownValue(truncated, 'text') !== undefined;
}
function ownValue(record, name) {
    return Object.hasOwn(record, name) ? record[name] : undefined;
}

;// CONCATENATED MODULE: ./build/run/ref.js
/** The prefixes of full refs. A branch named `refs/tags/v1` is `refs/heads/refs/tags/v1`: a branch. */
const BRANCH = 'refs/heads/';
const GIT_TAG = 'refs/tags/';
/** branchOf returns the name of the branch in a full ref; undefined if it is not a branch. */
function branchOf(ref) {
    return after(ref, BRANCH);
}
/** gitTagOf returns the name of the git tag in a full ref; undefined if it is not a git tag. */
function gitTagOf(ref) {
    return after(ref, GIT_TAG);
}
/** refOfBranch is the full ref of a branch. */
function refOfBranch(name) {
    return BRANCH + name;
}
/** refOfGitTag is the full ref of a git tag. */
function refOfGitTag(name) {
    return GIT_TAG + name;
}
function after(ref, prefix) {
    return ref.startsWith(prefix) && ref.length > prefix.length ? ref.slice(prefix.length) : undefined;
}

// EXTERNAL MODULE: ./build/text/filter-pattern.js
var filter_pattern = __webpack_require__(4829);
;// CONCATENATED MODULE: ./build/proof/judge-ref.js




/** Events whose run has the ref that it is about. */
const OF_ITS_REF = ['push', 'release', 'workflow_dispatch', 'repository_dispatch', 'schedule'];
const QUEUE = 'gh-readonly-queue/';
/** The suffix that GitHub's queue adds to the name of the target branch. */
const IN_QUEUE = /^pr-[1-9]\d*-[0-9a-f]{40,64}$/;
const PULL_REQUEST = /^refs\/pull\/[1-9]\d*\/merge$/;
/**
 * judgeRef judges the ref that GitHub gave the run. For some events, the run is about another ref: our summary has that
 * one (judgeOwnRef), and other statements do not, so there such a run proves nothing.
 *
 * | event                                                          | ref of the run                      | ref of the summary                   |
 * |----------------------------------------------------------------|-------------------------------------|--------------------------------------|
 * | push, release, schedule, workflow_dispatch, repository_dispatch | an allowed one                      | the same                             |
 * | merge_group                                                    | a branch of the queue               | an allowed branch, that of the queue |
 * | workflow_run                                                   | a branch                            | an allowed one                       |
 * | pull_request                                                   | `refs/pull/<number>/merge`          | an allowed one                       |
 * | any other                                                      | refused                             | refused                              |
 */
function judgeRef({ event = '', ref }, wanted) {
    const refused = lackIf(true, 'PROOF_REF', `is of a run on the ref ${shown(ref)}, on the event ${shown(event)}`);
    if (ref === undefined)
        return refused;
    if (OF_ITS_REF.includes(event))
        return isDemanded(ref, wanted) ? undefined : refused;
    // No signature covers the ref that it is about.
    if (wanted.predicateType !== uris/* PREDICATE_TYPE */.To)
        return refused;
    return hasRefOf(event, ref) ? undefined : refused;
}
/** judgeOwnRef judges the ref that the summary is about. */
function judgeOwnRef({ event, ref: about }, { ref = '' }, wanted) {
    if (!isDemanded(about, wanted))
        return { code: 'PROOF_REF', lacks: `is about the ref ${shown(about)}` };
    const isSame = about === ref;
    const fits = OF_ITS_REF.includes(event) ? isSame : event !== 'merge_group' || isQueueOf(branchOf(about), ref);
    return lackIf(!fits, 'PROOF_REF', `is about the ref ${shown(about)}, and its run was on ${shown(ref)}`);
}
function hasRefOf(event, ref) {
    switch (event) {
        case 'merge_group':
            return branchOf(ref)?.startsWith(QUEUE) === true;
        case 'workflow_run':
            return branchOf(ref) !== undefined;
        case 'pull_request':
            return PULL_REQUEST.test(ref);
        default:
            return false;
    }
}
function isQueueOf(branch, ref) {
    const prefix = `${QUEUE}${branch ?? ''}/`;
    const queued = branchOf(ref) ?? '';
    return branch !== undefined && queued.startsWith(prefix) && IN_QUEUE.test(queued.slice(prefix.length));
}
function isDemanded(ref, { branches, gitTags }) {
    const branch = branchOf(ref);
    const gitTag = gitTagOf(ref);
    if (branch !== undefined)
        return (0,filter_pattern/* matchesFilter */.yy)(branch, branches);
    return gitTag !== undefined && (0,filter_pattern/* matchesFilter */.yy)(gitTag, gitTags);
}

;// CONCATENATED MODULE: ./build/proof/judge-signed-by.js



const FULL_HASH = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
/**
 * judgeSigner compares the workflow that signed with those that may. Its name is `<server>/<path>@<ref>`; if the caller
 * has pinned it, the ref is the commit.
 *
 * | allowed             | name after `@`                | commit of the workflow (`.10`) | then   |
 * |---------------------|-------------------------------|--------------------------------|--------|
 * | pattern of tags     | `refs/tags/` and one that fits  | any full hash                  | signer |
 * | pattern of branches | `refs/heads/` and one that fits | any full hash                  | signer |
 * | either pattern      | a hash, or anything else      | not asked                      | no     |
 * | a commit            | that hash                     | that hash                      | signer |
 * | a commit            | a ref, or another hash        | not asked                      | no     |
 */
function judgeSigner(certificate, { signers, server }) {
    const { name, signerDigest } = certificate;
    if (signerDigest === undefined || !FULL_HASH.test(signerDigest))
        return {
            code: 'PROOF_SIGNER',
            lacks: `does not tell the commit of the workflow that has signed: ${shown(signerDigest)}`,
        };
    if (signers.some((signer) => isSigner(certificate, signer, server)))
        return undefined;
    const isItsPath = signers.some(({ path }) => name.startsWith(`${server}/${path}@`));
    const which = isItsPath ? 'the demanded workflow, but at another ref of it' : 'another workflow';
    return { code: 'PROOF_SIGNER', lacks: `was signed by ${which}: ${shown(name)}` };
}
function isSigner({ name, signerDigest }, { path, refs }, server) {
    const before = `${server}/${path}@`;
    if (!name.startsWith(before))
        return false;
    const at = name.slice(before.length);
    if (refs.kind === 'commit')
        return at === refs.commit && signerDigest === refs.commit;
    const named = refs.kind === 'tag' ? gitTagOf(at) : branchOf(at);
    return named !== undefined && (0,filter_pattern/* matchesFilter */.yy)(named, [refs.pattern]);
}

;// CONCATENATED MODULE: ./build/proof/judge-proof.js






/** The most that the clocks of a runner and of a timestamp authority may differ, in milliseconds. */
const MOST_OFF = 10 * 60_000;
/**
 * judgeProof tells whether a statement is the required proof. No comparison is left to the library that verifies
 * signatures: it reads names as regular expressions that may match only a part. Here, whole texts are compared.
 *
 * |  # | what must hold                                                               | else             |
 * |----|------------------------------------------------------------------------------|------------------|
 * |  1 | the statement is of the required type                                        | PROOF_PREDICATE  |
 * |  2 | the identity was issued by the required issuer                               | PROOF_SIGNER     |
 * |  3 | the name of the certificate is the workflow that signed (`.9`)               | PROOF_SIGNER     |
 * |  4 | it is an allowed workflow at an allowed ref of it, and names its commit      | PROOF_SIGNER     |
 * |  5 | the runner is one of GitHub's, or a self-hosted one if that is allowed       | PROOF_SIGNER     |
 * |  6 | the repository is the required one, by name                                  | PROOF_REPOSITORY |
 * |  7 | and by its id and that of its owner, if they were given                      | PROOF_REPOSITORY |
 * |  8 | the event is an allowed one                                                  | PROOF_REF        |
 * |  9 | the ref of the run is an allowed one, or what the event has (judge-ref.ts)   | PROOF_REF        |
 * | 10 | one of its subjects has the digest of the image                              | PROOF_SUBJECT    |
 * | 11 | the summary can be read, says PASSED, and is by this action                  | PROOF_PREDICATE  |
 * | 12 | it is of the run that signed                                                 | PROOF_PREDICATE  |
 * | 13 | its commit is that of the run, if the event has no other                     | PROOF_PREDICATE  |
 * | 14 | its ref is an allowed one, and fits that of the run (judge-ref.ts)           | PROOF_REF        |
 * | 15 | its own time is at most ten minutes from the confirmed time                  | PROOF_PREDICATE  |
 * | 16 | it has every fact that is required (judge-facts.ts)                          | PROOF_DEMAND     |
 * |    | a fact is not there, and the list was cut                                    | PROOF_TRUNCATED  |
 * | 17 | it is not too old, and not of the future                                     | PROOF_AGE        |
 *
 * 11 to 16 are only for our own summary.
 */
function judgeProof(signed, wanted) {
    const before = firstLack(BEFORE, 1, (rule) => rule(signed, wanted));
    if (before !== undefined)
        return before;
    const read = readOwn(signed, wanted);
    if (!read.ok)
        return read;
    const { predicate } = read;
    if (predicate !== undefined) {
        const lack = firstLack(OWN, FIRST_OWN, (rule) => rule(predicate, signed, wanted));
        if (lack !== undefined)
            return lack;
    }
    const age = judgeAge(signed, wanted);
    return age === undefined ? read : { ok: false, rank: FIRST_OWN + OWN.length, ...age };
}
function firstLack(rules, first, ask) {
    for (const [at, rule] of rules.entries()) {
        const lack = ask(rule);
        if (lack !== undefined)
            return { ok: false, rank: first + at, ...lack };
    }
    return undefined;
}
/** The predicate of a summary; undefined if another type is required. */
function readOwn({ statement }, { predicateType }) {
    if (predicateType !== uris/* PREDICATE_TYPE */.To)
        return { ok: true, predicate: undefined };
    const read = readPredicate(statement.predicate);
    if (read.ok)
        return { ok: true, predicate: read.value };
    return { ok: false, rank: BEFORE.length + 1, code: 'PROOF_PREDICATE', lacks: `has a summary that ${read.problem}` };
}
const BEFORE = [
    ({ statement }, { predicateType }) => differs('PROOF_PREDICATE', 'states something else: it has the type', [statement.predicateType, predicateType]),
    ({ certificate }, { issuer }) => differs('PROOF_SIGNER', 'was signed with an identity of the issuer', [certificate.issuer, issuer]),
    ({ certificate }) => differs('PROOF_SIGNER', 'has a certificate for a name that is not its workflow:', [
        certificate.name,
        certificate.signerUri,
    ]),
    ({ certificate }, wanted) => judgeSigner(certificate, wanted),
    ({ certificate: { runner } }, { allowSelfHosted }) => lackIf(!(runner === 'github-hosted' || (allowSelfHosted && runner === 'self-hosted')), 'PROOF_SIGNER', `was signed on a runner that is not allowed: ${shown(runner)}`),
    ({ certificate: { repositoryUri } }, { server, repository }) => differs('PROOF_REPOSITORY', 'is of the repository', [repositoryUri, `${server}/${repository.name}`]),
    ({ certificate }, { repository: { id, ownerId } }) => (id === undefined
        ? undefined
        : differs('PROOF_REPOSITORY', 'is of another repository of this name, with the number', [
            certificate.repositoryId,
            id,
        ])) ??
        (ownerId === undefined
            ? undefined
            : differs('PROOF_REPOSITORY', 'is of another owner of this name, with the number', [
                certificate.ownerId,
                ownerId,
            ])),
    ({ certificate: { event } }, { events }) => lackIf(event === undefined || !events.includes(event), 'PROOF_REF', `is of a run on the event ${shown(event)}`),
    ({ certificate }, wanted) => judgeRef(certificate, wanted),
    ({ statement: { subject } }, { digest }) => {
        const [algorithm = '', hex = ''] = digest.split(':');
        const isAbout = subject.some((each) => Object.hasOwn(each.digest, algorithm) && each.digest[algorithm] === hex);
        return lackIf(!isAbout, 'PROOF_SUBJECT', `is about another image than ${digest}`);
    },
];
/** The number of the first rule about the content of a readable summary. */
const FIRST_OWN = BEFORE.length + 1;
const OWN = [
    ({ verifier }) => differs('PROOF_PREDICATE', 'was not made by this action, but by', [verifier.id, uris/* VERIFIER */.zO]),
    (predicate, { certificate }) => {
        const { run } = predicate[uris/* GATE_FIELD */.DD];
        const at = `${run.server}/${run.repository}`;
        return (differs('PROOF_PREDICATE', 'has a summary of another run:', [
            `${at}/actions/runs/${run.id}/attempts/${run.attempt}`,
            certificate.runUri,
        ]) ??
            differs('PROOF_PREDICATE', 'has a summary of another repository:', [
                run.repositoryId,
                certificate.repositoryId,
            ]) ??
            differs('PROOF_PREDICATE', 'has a summary of another owner:', [run.ownerId, certificate.ownerId]) ??
            differs('PROOF_PREDICATE', 'has a summary of another workflow:', [
                `${run.server}/${run.workflow}`,
                certificate.workflowUri,
            ]) ??
            differs('PROOF_PREDICATE', 'has a summary of another event:', [run.event, certificate.event]));
    },
    (predicate, { certificate }) => {
        const { run } = predicate[uris/* GATE_FIELD */.DD];
        // These events are about another commit than the one that GitHub gives their run.
        if (['workflow_run', 'pull_request'].includes(run.event))
            return undefined;
        return differs('PROOF_PREDICATE', 'has a summary of another commit:', [run.commit, certificate.commit]);
    },
    (predicate, { certificate }, wanted) => judgeOwnRef(predicate[uris/* GATE_FIELD */.DD].run, certificate, wanted),
    ({ timeVerified }, { signedAt }) => lackIf(!(Math.abs(Date.parse(timeVerified) - signedAt) <= MOST_OFF), 'PROOF_PREDICATE', `says that it is of ${timeVerified}, and was signed at ${moment(signedAt)}`),
    (predicate, _signed, { facts }) => judgeFacts(predicate, facts),
];
function judgeAge({ signedAt }, { maxAge, now }) {
    const at = moment(signedAt);
    if (!(signedAt <= now + MOST_OFF))
        return { code: 'PROOF_AGE', lacks: `was signed at ${at}, which is still to come` };
    const isTooOld = maxAge !== undefined && now - signedAt > maxAge;
    return lackIf(isTooOld, 'PROOF_AGE', `was signed at ${at}, which is longer ago than "max-age"`);
}
function moment(milliseconds) {
    const date = new Date(milliseconds);
    return Number.isNaN(date.getTime()) ? 'no time' : date.toISOString();
}

;// CONCATENATED MODULE: ./build/proof/find-proof.js





/**
 * findProof looks for one bundle for each required statement that meets all requirements. One is enough: otherwise,
 * anyone with write access to the registry could attach a bad one, and stop all deployments. Others are only reported.
 * It stops when it has found everything.
 */
async function findProof(digest, stores, judge) {
    const { statements } = judge.demands;
    let sought = statements.map((demand) => ({ demand, proof: undefined, nearest: undefined }));
    const unread = [];
    const tooMany = [];
    let looked = 0;
    const types = statements.map(({ predicateType }) => predicateType);
    for (const store of stores) {
        try {
            for await (const found of store.look(digest, types)) {
                if (found === 'too-many') {
                    tooMany.push(store.name);
                    continue;
                }
                looked += 1;
                sought = judged(found, sought, { digest, ...judge });
                if (isProved(sought))
                    return { digest, sought, looked, unread, tooMany };
            }
        }
        catch (error) {
            if (!(error instanceof StoreProblem))
                throw error;
            unread.push({ store: store.name, problem: error.message });
        }
    }
    return { digest, sought, looked, unread, tooMany };
}
function isProved(sought) {
    return sought.every(({ proof }) => proof !== undefined);
}
/**
 * failureOf explains why a search was not enough; undefined if it was. The proof may be in a store that could not be
 * read, or among the bundles that were not read: so these are reported before faults of other bundles.
 *
 * | a store was not asked | there are too many | bundles | then                                        |
 * |-----------------------|--------------------|---------|---------------------------------------------|
 * | yes                   | –                  | –       | PROOF_UNREADABLE                            |
 * | no                    | yes                | –       | PROOF_TOO_MANY                              |
 * | no                    | no                 | some    | the code of the one that came furthest      |
 * | no                    | no                 | none    | PROOF_MISSING                               |
 */
function failureOf({ digest, sought, looked, unread, tooMany }) {
    const open = sought.find(({ proof }) => proof === undefined);
    if (open === undefined)
        return undefined;
    const { demand, nearest } = open;
    const what = `${digest} has no proof that meets the requirements (${demand.predicateType})`;
    const near = nearest === undefined ? '' : ` The closest one ${nearest.lacks} (${nearest.at}).`;
    const [closed] = unread;
    if (closed !== undefined)
        return new errors/* ActionError */.l('PROOF_UNREADABLE', `${what}, as far as it could be read. ${closed.store}: ${closed.problem}.${near}`, {
            hint: 'Run the job again. If it fails again, check the credential for the registry, or give the job the permission "attestations: read".',
        });
    if (tooMany.length > 0)
        return new errors/* ActionError */.l('PROOF_TOO_MANY', `${what} among the first ${looked} bundles of ${tooMany.join(', ')}, which has more.${near}`, {
            hint: 'Somebody has attached too much to this image. Check who may write there, and delete what does not belong to it, or publish the image again under a new digest.',
        });
    if (nearest === undefined)
        return new errors/* ActionError */.l('PROOF_MISSING', `${what}: no proof was found.`, {
            hint: 'Publish it with "proof", or deploy the digest that a job with "proof" outputs. GitHub also reports none if the token may not read it: give the job the permission "attestations: read".',
        });
    return new errors/* ActionError */.l(nearest.code, `${what}.${near}`, {
        hint: 'Do not deploy it. If the proof is right, change the requirements; docs/troubleshooting.md says what each code means.',
    });
}
/** Higher than the rank of any rule of judgeProof. */
const FURTHEST = 1000;
function judged(found, sought, judging) {
    const open = sought.filter(({ proof }) => proof === undefined);
    const read = readFound(found, judging);
    return sought.map((each) => {
        if (!open.includes(each))
            return each;
        if ('lacks' in read)
            return withNearest(each, { at: found.at, ...read });
        const { certificate, statement, signedAt, authority, bundle } = read;
        const { demands, now, digest, also } = judging;
        const verdict = judgeProof({ certificate, statement, signedAt }, { ...demands, ...each.demand, now, digest });
        if (!verdict.ok)
            return withNearest(each, { ...verdict, at: found.at, certificate });
        const { predicate } = verdict;
        const lack = also?.({ certificate, statement, predicate });
        if (lack !== undefined)
            return withNearest(each, { ...lack, at: found.at, certificate, rank: FURTHEST });
        return { ...each, proof: { at: found.at, authority, certificate, signedAt, predicate, bundle } };
    });
}
/** If two came equally far, the first one stays. */
function withNearest(sought, rejected) {
    const isNearer = sought.nearest === undefined || rejected.rank > sought.nearest.rank;
    return isNearer ? { ...sought, nearest: rejected } : sought;
}
/** The content of a bundle, after its signature is verified. */
function readFound(found, { trust }) {
    if ('lacks' in found)
        return unjudged(-4, { code: 'PROOF_INVALID', lacks: found.lacks });
    const checked = trust.check(found.bytes);
    if (!checked.ok)
        return unjudged(checked.code === 'PROOF_UNLOGGED' ? -2 : -3, checked);
    const certificate = readCertificate(checked.certificate);
    if (!certificate.ok)
        return unjudged(-1, { code: 'PROOF_SIGNER', lacks: `has a certificate that ${certificate.problem}` });
    const statement = readStatement(checked.payload);
    if (!statement.ok)
        return unjudged(0, { code: 'PROOF_PREDICATE', lacks: `has a statement that ${statement.problem}` });
    const { authority, signedAt } = checked;
    return { authority, signedAt, bundle: found.bytes, certificate: certificate.value, statement: statement.value };
}
function unjudged(rank, { code, lacks }) {
    return { rank, code, lacks };
}

;// CONCATENATED MODULE: ./build/image/content.js
/** What is wrong with an image in any place, as the end of the sentence "No image: …". */
class content_ImageProblem extends Error {
    name = 'ImageProblem';
    /** The missing parts, in words; empty if all parts exist, and one of them is wrong. */
    missing;
    hint;
    /** Whether a part does not match its digest or its size. */
    isDamage;
    constructor(message, details = {}) {
        super(message);
        this.missing = details.missing ?? [];
        this.hint = details.hint;
        this.isDamage = details.isDamage ?? false;
    }
}
/** The most parts that one error names. */
const MOST_NAMED = 5;
/** lacking reports that parts of an image are missing. */
function lacking(missing) {
    const more = missing.length > MOST_NAMED ? ` and ${missing.length - MOST_NAMED} more` : '';
    return new content_ImageProblem(`it lacks ${missing.slice(0, MOST_NAMED).join(', ')}${more}`, { missing });
}

// EXTERNAL MODULE: ./build/image/media-types.js
var media_types = __webpack_require__(406);
;// CONCATENATED MODULE: ./build/image/artifacts.js
const KNOWN = [
    {
        type: /^application\/vnd\.cncf\.helm\./,
        what: 'a Helm chart',
        hint: 'Publish the chart with "helm push", and name the image here.',
    },
    {
        type: /^application\/(?:vnd\.wasm\.|vnd\.bytecodealliance\.|wasm)/,
        what: 'a WebAssembly artifact',
        hint: 'Publish it with the program that made it ("wkg", "wash", "oras"), or put the module into an image ("FROM scratch", ' +
            'with "--platform wasi/wasm").',
    },
    {
        type: /^application\/vnd\.buildkit\.cacheconfig\./,
        what: 'a build cache',
        hint: '"cache-to" writes this. Name the image: "docker buildx build --output type=oci,dest=image.tar".',
    },
];
/** artifactOf names the artifact with this media type, which no image has for its config or a part. */
function artifactOf(mediaType) {
    const known = KNOWN.find(({ type }) => type.test(mediaType));
    return (known ?? {
        what: `an artifact of the type ${JSON.stringify(mediaType)}`,
        hint: 'Publish it with the program that made it, or with "oras": this action publishes only images.',
    });
}

// EXTERNAL MODULE: ./build/image/digest.js
var digest = __webpack_require__(5436);
// EXTERNAL MODULE: ./build/image/document.js
var image_document = __webpack_require__(2981);
// EXTERNAL MODULE: ./build/image/manifest.js
var image_manifest = __webpack_require__(9941);
// EXTERNAL MODULE: ./build/image/config.js
var image_config = __webpack_require__(6382);
// EXTERNAL MODULE: ./build/image/platform.js
var image_platform = __webpack_require__(3847);
;// CONCATENATED MODULE: ./build/image/roles.js






/**
 * seeAttestation checks that an attestation is not an image. People do not check an attestation as they check an image,
 * and engines ignore both the name and the media type of its config. Throws an ImageProblem.
 */
function seeAttestation({ digest, config }, bytes) {
    if (parsed(`config ${config.digest} is not that of an attestation`, () => (0,image_config/* namesPlatform */.UR)(bytes))) {
        throw new content_ImageProblem(`its manifest ${digest} is called an attestation, but its config is that of an image`);
    }
}
/** platformImage reads the image for one platform from a manifest and its config. Throws an ImageProblem. */
function platformImage(manifest, bytes, child) {
    const { digest, config: at, layers } = manifest;
    if (!(0,media_types/* isImageConfig */._m)(at)) {
        const { what, hint } = artifactOf(at.mediaType);
        throw new content_ImageProblem(`its manifest ${digest} is neither an image nor an attestation, but ${what}`, { hint });
    }
    const what = `config ${at.digest} is not that of an image`;
    if (!parsed(what, () => (0,image_config/* namesPlatform */.UR)(bytes))) {
        throw new content_ImageProblem(`its ${what}: it names no platform`, { hint: NO_PLATFORM });
    }
    const config = parsed(what, () => (0,image_config/* parseConfig */.o4)(bytes));
    if (config.diffIds.length !== layers.length) {
        throw new content_ImageProblem(`its manifest ${digest} has ${layers.length} layers, but its config ${at.digest} ${config.diffIds.length}`);
    }
    if (child?.platform !== undefined && !(0,image_platform/* sameMachine */.sb)(child.platform, config.platform)) {
        const problem = `its index says that ${digest} is for ${child.platform}, its config ${config.platform}`;
        throw new content_ImageProblem(problem, { hint: TWO_PLATFORMS });
    }
    const { platform = config.platform, osVersion = config.osVersion } = child ?? {};
    return { ...config, platform, osVersion, manifest };
}
/** What to do about an image without a platform. */
const NO_PLATFORM = 'An image without a base may have none ("crane append"). Set its platform with "crane mutate --set-platform ' +
    'linux/amd64", and save it again.';
const TWO_PLATFORMS = 'Some engines use the index, and some the config. Build the image for the right platform, without the cache of another ' +
    'one ("podman build --no-cache --platform"), or correct the index ("podman manifest ' +
    'annotate --arch").';
/**
 * seeOnePerPlatform checks that no two images are for the same platform: some engines would run one, some the other.
 * Only Windows runs just images for its own version, so there each version may have one. Throws an ImageProblem.
 */
function seeOnePerPlatform(images) {
    for (const [at, image] of images.entries()) {
        const other = images.slice(0, at).find((each) => roles_isForSame(each, image));
        if (other === undefined)
            continue;
        const [one, two] = [other.manifest.digest, image.manifest.digest];
        throw new content_ImageProblem(`it has two images for ${image.platform}: ${one} and ${two}`);
    }
}
/** isForSame tells whether engines could confuse the two images. */
function roles_isForSame(one, other) {
    const machine = (0,image_platform/* asEnginesRead */.m)(one.platform);
    if (machine !== (0,image_platform/* asEnginesRead */.m)(other.platform))
        return false;
    const builds = [one, other].map(({ osVersion }) => osVersion && buildOf(osVersion));
    const areToldApart = machine.startsWith('windows/') && !builds.includes(undefined) && builds[0] !== builds[1];
    return !areToldApart;
}
/** Windows compares major version, minor version and build; the revision after them changes with every update. */
function buildOf(osVersion) {
    return osVersion.split('.').slice(0, 3).join('.');
}
/** parsed turns a problem of a document into an ImageProblem. */
function parsed(what, parse) {
    try {
        return parse();
    }
    catch (cause) {
        if (!(cause instanceof image_document/* ManifestProblem */.Rn))
            throw cause;
        throw new content_ImageProblem(`its ${what}: ${cause.message}`);
    }
}

;// CONCATENATED MODULE: ./build/image/reading.js







/** An index may contain indexes, but those only manifests: nobody builds deeper ones, and a circle never ends. */
const DEEPEST = 2;
/** Manifests and indexes of one image. */
const reading_MOST_MANIFESTS = 200;
/** Engines accept at most 127. */
const MOST_LAYERS = 1000;
/** Bytes of all manifests and configs together; they are kept in memory. */
const MOST_BYTES = 32 * 1024 * 1024;
/** Reading reads one image: each part once, and everything within limits. */
class reading_Reading {
    #content;
    #read = new Map();
    #manifests = 0;
    #bytes = 0;
    constructor(content) {
        this.#content = content;
    }
    async branch(manifest, depth, child) {
        if (manifest.kind === 'manifest')
            return { manifests: [manifest], leaves: [await this.#leaf(manifest, child)] };
        if (depth === DEEPEST)
            throw new content_ImageProblem(`its index ${manifest.digest} lies more than ${DEEPEST} indexes deep`);
        this.#manifests += manifest.children.length;
        if (this.#manifests > reading_MOST_MANIFESTS)
            throw new content_ImageProblem(`it has more than ${reading_MOST_MANIFESTS} manifests`);
        const below = await reading_together(manifest.children.map(async (each) => {
            if (!(0,media_types/* isManifestType */.Q3)(each))
                throw notOfImages(manifest);
            return this.branch(await this.manifest(each, reading_kindOf(each)), depth + 1, each);
        }));
        return {
            manifests: [...below.flatMap(({ manifests }) => manifests), manifest],
            leaves: below.flatMap(({ leaves }) => leaves),
        };
    }
    async manifest(at, what) {
        return this.#once(`${at.mediaType} ${keyOf(at)}`, async () => {
            this.#weigh(at, 'manifest');
            const found = await this.#content.manifest(at);
            if (found === undefined)
                throw lacking([`the ${what} ${at.digest}`]);
            seeBytes(found.bytes, at, 'manifest');
            const manifest = parsed(`manifest ${at.digest} is not one`, () => (0,image_manifest/* parseManifest */.N)(found.bytes, found.mediaType));
            if (manifest.mediaType !== at.mediaType) {
                throw new content_ImageProblem(`its manifest ${at.digest} has another media type than the index says`);
            }
            // Our own hash is SHA-256; the image may name the manifest by another algorithm.
            return { ...manifest, digest: at.digest };
        });
    }
    async #leaf(manifest, child) {
        const { config, layers, digest } = manifest;
        const foreign = layers.find(media_types/* isForeign */.jq);
        if (foreign !== undefined)
            throw new content_ImageProblem(`its layer ${foreign.digest} is a foreign layer`, FOREIGN);
        if (layers.length > MOST_LAYERS)
            throw new content_ImageProblem(`its manifest ${digest} has more than ${MOST_LAYERS} layers`);
        // The config of an artifact may also be its layer.
        const others = layers.filter((layer) => keyOf(layer) !== keyOf(config));
        const reading = this.#config(config);
        await reading_together([reading, ...others.map((layer) => this.#layer(layer))]);
        const bytes = await reading;
        if (child?.isAttestation !== true)
            return { manifest, config: bytes, image: platformImage(manifest, bytes, child) };
        seeAttestation(manifest, bytes);
        return { manifest, config: bytes };
    }
    #config(at) {
        return this.#once(keyOf(at), async () => {
            this.#weigh(at, 'config');
            const bytes = await this.#content.config(at);
            if (bytes === undefined)
                throw lacking([`the config ${at.digest}`]);
            seeBytes(bytes, at, 'config');
            return bytes;
        });
    }
    #layer(at) {
        return this.#once(`layer ${keyOf(at)}`, async () => {
            const size = await this.#content.sizeOf(at);
            if (size === undefined)
                throw lacking([`the layer ${at.digest}`]);
            if (size !== at.size)
                throw otherSize(`layer ${at.digest}`, size, at);
        });
    }
    #weigh({ digest, size }, what) {
        if (size > image_document/* LARGEST_DOCUMENT */.zj)
            throw new content_ImageProblem(`its ${what} ${digest} has more than ${image_document/* LARGEST_DOCUMENT */.zj} bytes`);
        this.#bytes += size;
        if (this.#bytes > MOST_BYTES)
            throw new content_ImageProblem('its manifests and configs are too large for an image');
    }
    #once(key, read) {
        const reading = this.#read.get(key) ?? read();
        this.#read.set(key, reading);
        return reading;
    }
}
const FOREIGN = {
    hint: 'Registries do not store such layers, so they cannot be verified. Build the image again without them: with ' +
        'buildx, leave "prefer-nondist-layers" out of "--output", and use a base image with ordinary layers, as ' +
        "Microsoft's are since 2023.",
};
/** otherSize reports that a part has another size than the image says. */
function otherSize(what, bytes, { size }) {
    return new content_ImageProblem(`its ${what} has ${bytes} bytes, and should have ${size}`, { isDamage: true });
}
/**
 * miscounted is for content with the right digest: nothing was changed, but the tool that wrote the image counted
 * wrongly.
 */
function miscounted(what, bytes, { size }) {
    return new content_ImageProblem(`its ${what} has ${bytes} bytes, and the image says ${size}`);
}
function seeBytes(bytes, at, what) {
    const isItself = (0,digest/* matches */.cK)(at.digest, bytes);
    if (isItself && bytes.byteLength === at.size)
        return;
    if (isItself)
        throw miscounted(`${what} ${at.digest}`, bytes.byteLength, at);
    if (bytes.byteLength !== at.size)
        throw otherSize(`${what} ${at.digest}`, bytes.byteLength, at);
    throw new content_ImageProblem(`its ${what} ${at.digest} was changed: its digest is another`, { isDamage: true });
}
/** An index may list anything (image-spec, image-index.md); BuildKit stores its caches this way. */
function notOfImages({ digest, children }) {
    const types = children.map(({ mediaType }) => mediaType).filter((mediaType) => !(0,media_types/* isManifestType */.Q3)({ mediaType }));
    const { what, hint } = artifactOf(types.find((type) => type.includes('config')) ?? types[0] ?? '');
    return new content_ImageProblem(`its index ${digest} does not only list images, but also ${what}`, { hint });
}
/** kindOf names the kind of a child of an index. */
function reading_kindOf(child) {
    if (child.isAttestation)
        return 'attestation';
    return (0,media_types/* isIndexType */.$U)(child) ? 'index' : `manifest for ${child.platform ?? 'its platform'},`;
}
/**
 * together waits for all results, so that the error does not depend on their order: first what could not be read, then
 * everything that is missing, then the first part that is wrong.
 */
async function reading_together(work) {
    const settled = await Promise.allSettled(work);
    const failures = settled.flatMap((each) => (each.status === 'rejected' ? [each.reason] : []));
    const unread = failures.find((error) => !(error instanceof content_ImageProblem));
    if (unread !== undefined)
        throw unread;
    const problems = failures;
    const missing = problems.flatMap((problem) => problem.missing);
    if (missing.length > 0)
        throw lacking([...new Set(missing)]);
    if (problems[0] !== undefined)
        throw problems[0];
    return settled.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
}
/** Two descriptors of one part with different sizes are read separately: one of them is wrong. */
function keyOf({ digest, size }) {
    return `${digest} ${size}`;
}

;// CONCATENATED MODULE: ./build/image/image.js




/**
 * readImage reads the image under a root manifest or index. It hashes every manifest and config, and checks that every
 * layer exists with its size. Every leaf must be an attestation, or the only image for its platform. Anything else is
 * rejected by name. Throws an ImageProblem, which names missing parts before wrong ones.
 */
async function readImage(content, root) {
    const { manifests, leaves } = await new reading_Reading(content).branch(root, 0);
    const images = leaves.flatMap(({ image }) => image ?? []);
    const [first, ...others] = distinctBy(images, ({ manifest }) => manifest.digest);
    if (first === undefined)
        throw new content_ImageProblem('it has no image that can run');
    const platforms = [first, ...others];
    seeOnePerPlatform(platforms);
    const attestations = leaves.flatMap(({ image, manifest }) => (image === undefined ? [manifest] : []));
    const blobs = leaves.flatMap(({ manifest }) => [manifest.config, ...manifest.layers]);
    return {
        root,
        platforms,
        attestations: distinctBy(attestations, byDigest),
        manifests: distinctBy(manifests, byDigest),
        configs: new Map(leaves.map(({ manifest, config }) => [manifest.config.digest, config])),
        blobs: distinctBy(blobs, byDigest),
    };
}
/** readRoot reads the manifest or index of a descriptor. Throws an ImageProblem. */
async function readRoot(content, at) {
    return new Reading(content).manifest(at, 'manifest');
}
/**
 * imagesThere finds the images of an index that are complete: of an image for several platforms, an engine saves only
 * the platforms that it has. Throws an ImageProblem if a part exists, but is wrong.
 */
async function imagesThere(content, { children }) {
    const reading = new Reading(content);
    const images = children.filter((child) => !child.isAttestation && !isIndexType(child)).slice(0, MOST_MANIFESTS);
    const found = images.map((child) => ifThere(reading.manifest(child, kindOf(child)).then((manifest) => reading.branch(manifest, 1, child))));
    const there = (await together(found)).flatMap((branch) => branch?.leaves ?? []);
    return distinctBy(there.map(({ manifest }) => manifest), byDigest);
}
async function ifThere(read) {
    return read.catch((error) => {
        if (error instanceof ImageProblem && error.missing.length > 0)
            return undefined;
        throw error;
    });
}
function byDigest({ digest }) {
    return digest;
}
/** The first value of each digest. */
function distinctBy(values, digestOf) {
    const seen = new Set();
    return values.filter((value) => !seen.has(digestOf(value)) && seen.add(digestOf(value)));
}

;// CONCATENATED MODULE: ./build/verify/registry-content.js



/**
 * registryContent asks a registry for each part of an image only once: the bytes under a digest never change. A missing
 * part may appear later, and is asked for again.
 */
function registryContent(registry) {
    const seen = new Map();
    const once = (key, ask) => {
        const known = seen.get(key);
        if (known !== undefined)
            return known;
        const asked = ask();
        seen.set(key, asked);
        const forget = () => void seen.delete(key);
        asked.then((answer) => answer === undefined && forget(), forget);
        return asked;
    };
    const isThere = (part) => part !== undefined;
    return {
        manifest: ({ digest }) => once(`manifest ${digest}`, () => registry.awaitManifest(digest, isThere).catch(ofImage(`manifest ${digest}`))),
        // Bytes are checked against the size, too, and two descriptors may differ in that.
        config: (at) => once(`config ${registry_content_keyOf(at)}`, () => registry.readBlob(at).catch(ofImage(`config ${at.digest}`))),
        sizeOf: async (layer) => {
            // A layer that was read completely exists.
            const read = seen.get(`layer ${registry_content_keyOf(layer)}`);
            return read === undefined ? once(`size ${registry_content_keyOf(layer)}`, () => registry.sizeOfBlob(layer)) : (await read)?.size;
        },
        unpack: (layer) => once(`layer ${registry_content_keyOf(layer)}`, () => registry.digestBlob(layer)),
    };
}
/** documentsOf reads only the documents of a place: for layers, it returns the stated size. */
function documentsOf(content) {
    return { ...content, sizeOf: async ({ size }) => size };
}
/** sightedContent is a place to which nothing was pushed since we looked: the blobs seen then still exist. */
function sightedContent(content, { looked }) {
    return { ...content, sizeOf: async (layer) => ((await looked(layer)) ? layer.size : content.sizeOf(layer)) };
}
/**
 * askTogether asks for all parts of an image that are known in advance. They would otherwise be requested one after the
 * other, because each names the next; together they take one round trip. The code that needs a part waits for it, and
 * gets its error.
 */
function askTogether(content, { manifests, blobs }) {
    const configs = new Set(manifests.flatMap((each) => (each.kind === 'manifest' ? [registry_content_keyOf(each.config)] : [])));
    const asked = [
        // The root, which comes last, is read back as what was pushed.
        ...manifests.slice(0, -1).map(({ mediaType, digest, bytes }) => {
            return content.manifest({ mediaType, digest, size: bytes.byteLength });
        }),
        ...blobs.map((blob) => (configs.has(registry_content_keyOf(blob)) ? content.config(blob) : content.sizeOf(blob))),
    ];
    for (const each of asked)
        each.catch(() => { });
}
/** unpackedContent reads every layer of a place completely to find its size. */
function unpackedContent(content) {
    return { ...content, sizeOf: async (layer) => (await content.unpack(layer))?.size };
}
/**
 * seeLayers compares every layer, as served and decompressed, with the manifests and configs. It returns how many bytes
 * were checked. Throws an ImageProblem.
 */
async function seeLayers(content, { platforms, attestations }) {
    const wanted = [
        ...platforms.flatMap(({ manifest, diffIds }) => manifest.layers.map((layer, at) => ({ layer, diffId: diffIds[at] }))),
        ...attestations.flatMap(({ layers }) => layers.map((layer) => ({ layer, diffId: undefined }))),
    ];
    const layers = new Map(wanted.map(({ layer }) => [registry_content_keyOf(layer), layer]));
    const sizes = [...layers.values()].map(async (layer) => {
        const read = await content.unpack(layer);
        if (read?.digest !== layer.digest || read.size !== layer.size) {
            throw new ImageProblem(`its layer ${layer.digest} is served with other bytes`);
        }
        const diffIds = wanted.flatMap((each) => (registry_content_keyOf(each.layer) === registry_content_keyOf(layer) ? (each.diffId ?? []) : []));
        const other = diffIds.find((diffId) => diffId !== read.diffId);
        if (other !== undefined && !other.startsWith('sha256:')) {
            throw new ImageProblem(`its diff_id ${other} is not a SHA-256, so the layer ${layer.digest} cannot be compared`);
        }
        if (other !== undefined) {
            throw new ImageProblem(`its layer ${layer.digest} does not decompress to the diff_id ${other} of its config`);
        }
        return read.size;
    });
    return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}
/** If a registry serves something wrong for a part, that is a problem of the image, as in any other place. */
function ofImage(what) {
    return (error) => {
        if (error instanceof errors/* ActionError */.l && error.cause instanceof image_document/* ManifestProblem */.Rn) {
            throw new content_ImageProblem(`its ${what} is not one: ${error.cause.message}`);
        }
        if (error instanceof errors/* ActionError */.l && error.code === 'DIGEST_MISMATCH') {
            throw new content_ImageProblem(`its ${what} is served with other bytes`);
        }
        throw error;
    };
}
/** keyOf identifies a part: bytes are checked against the size, too. */
function registry_content_keyOf({ digest, size }) {
    return `${digest} ${size}`;
}

;// CONCATENATED MODULE: ./build/verify/served-image.js





/**
 * resolveImage finds the requested image: by its digest, or by what its tag shows now.
 *
 * | asked by       | the tag shows                  | a child may be asked for | then                  |
 * |----------------|--------------------------------|--------------------------|-----------------------|
 * | digest         | –                              | –                        | that digest           |
 * | tag            | an image                       | –                        | what it shows         |
 * | tag and digest | that digest                    | –                        | that digest           |
 * | tag and digest | an index that lists the digest | yes                      | the digest, of the index |
 * | tag and digest | an index that lists the digest | no                       | TAG_DRIFT             |
 * | tag and digest | anything else                  | –                        | TAG_DRIFT             |
 */
async function resolveImage(registry, image, allowChild) {
    const { tag, digest } = image;
    const root = await manifestOf(registry, image, digest !== undefined && !allowChild ? digest : (tag ?? digest ?? ''));
    if (digest === undefined)
        return { digest: root.digest, root };
    if (tag !== undefined && !allowChild) {
        const shown = await registry.readManifest(tag);
        if (shown?.digest !== digest)
            throw drift(image, tag, { shows: shown?.digest, wanted: digest });
    }
    if (root.digest === digest)
        return { digest, root };
    const isListed = root.kind === 'index' && root.children.some((child) => child.digest === digest && !child.isAttestation);
    if (isListed)
        return { digest, root };
    throw drift(image, tag ?? '', { shows: root.digest, wanted: digest });
}
/**
 * seeWhole checks that the registry serves every part of an image: manifests and configs by their bytes, layers by
 * their sizes.
 */
async function seeWhole({ registry, repository }, { root }) {
    const name = (0,reference/* referenceName */.z$)({ ...repository, digest: root.digest });
    try {
        await readImage(registryContent(registry), root);
    }
    catch (error) {
        if (!(error instanceof content_ImageProblem))
            throw error;
        throw new errors/* ActionError */.l('CONTENT_MISSING', `${name} has a valid proof, but its registry does not serve the whole image: ${error.message}.`, {
            hint: 'Do not deploy it: parts are missing or were changed. Publish it again.',
            cause: error,
        });
    }
}
/** seeTags checks that tags show the image, or the index that lists it. Throws TAG_DRIFT. */
async function seeTags({ registry, repository }, tags, asked) {
    const shown = await Promise.all(tags.map(async (tag) => ({ tag, manifest: await registry.readManifest(tag) })));
    for (const { tag, manifest } of shown) {
        if (manifest?.digest === asked.root.digest || manifest?.digest === asked.digest)
            continue;
        throw drift(repository, tag, { shows: manifest?.digest, wanted: asked.digest });
    }
}
async function manifestOf(registry, image, name) {
    const found = await registry.readManifest(name);
    if (found !== undefined)
        return found;
    throw new errors/* ActionError */.l('CONTENT_MISSING', `The registry serves nothing under ${(0,reference/* referenceName */.z$)(image)}.`, {
        hint: 'Correct "image", or publish it first. A registry may give the same answer to an account without read access.',
    });
}
function drift({ registry, path }, tag, { shows, wanted }) {
    const name = (0,reference/* referenceName */.z$)({ registry, path, tag });
    return new errors/* ActionError */.l('TAG_DRIFT', `${name} shows ${shows ?? 'nothing'}, and should show ${wanted}.`, {
        hint: 'Somebody moved the tag, or the digest is of another image. Deploy by the digest, and find out who moved the tag.',
    });
}

;// CONCATENATED MODULE: ./build/actions/verify/verify-image.js







/**
 * verifyImage is the story after the inputs. A tag is read once, and from then on the image is its digest. The tags
 * that must show the image are read when it is proved, and once more at the end.
 */
async function verifyImage(inputs, world) {
    const { runner } = world;
    const { image, demands, tags, allowChild } = inputs;
    const trust = await world.openTrust(inputs.trustedRoot, inputs.authorities);
    const open = readAccess(openToVerify(runner.context()), inputs, world);
    const { registry, whose, close } = await open(image);
    let search;
    try {
        runner.info(`Reading ${(0,reference/* repositoryName */.aR)(image)} ${whose}.`);
        const asked = await resolveImage(registry, image, allowChild);
        if (image.digest === undefined)
            runner.info(`${image.tag} shows ${asked.digest}: this digest is verified, even if the tag moves later.`);
        const stores = storesOf(registry, inputs, world);
        search = await findProof(asked.root.digest, stores, { trust, demands, now: runner.now() });
        const failed = failureOf(search);
        if (failed !== undefined)
            throw failed;
        const at = { registry, repository: image };
        await seeTags(at, tags, asked);
        await seeWhole(at, asked);
        await seeTags(at, tags, asked);
        return { kind: 'verified', ...told(inputs, asked), search };
    }
    catch (error) {
        return { kind: 'failed', error: asAction(error), demands, ...(search === undefined ? {} : { search }) };
    }
    finally {
        close();
    }
}
/** The caller distinguishes errors that are not an ActionError. */
function asAction(error) {
    if (error instanceof errors/* ActionError */.l)
        return error;
    throw error;
}
function told({ image, demands, tags }, { digest, root }) {
    const { registry, path } = image;
    return { image: { registry, path, digest }, digest, root: root.digest, demands, tags };
}
/** GitHub stores statements only for its own repositories. */
function storesOf(registry, { image, demands }, world) {
    const { runner, attested } = world;
    const atRegistry = registryStore(registry, image.registry);
    const token = runner.secretInput('github-token');
    if (token.isEmpty || runner.context().server.kind !== 'github')
        return [atRegistry];
    return [atRegistry, githubStore(attested, { token }, demands.repository.name)];
}


/***/ }),

/***/ 8331:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ ApiProblem)
/* harmony export */ });
/** Why the API gave no usable answer. */
class ApiProblem extends Error {
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


/***/ }),

/***/ 6382:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ih: () => (/* binding */ canonicalRunConfig),
/* harmony export */   UR: () => (/* binding */ namesPlatform),
/* harmony export */   jQ: () => (/* binding */ revisionIn),
/* harmony export */   o4: () => (/* binding */ parseConfig)
/* harmony export */ });
/* unused harmony exports configIn, sameLayers, REVISION_LABEL */
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5436);
/* harmony import */ var _document_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2981);
/* harmony import */ var _platform_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3847);



/** parseConfig reads an image configuration. Throws a ManifestProblem. */
function parseConfig(bytes) {
    const document = (0,_document_js__WEBPACK_IMPORTED_MODULE_1__/* .readDocument */ .u0)(bytes);
    const rootfs = (0,_document_js__WEBPACK_IMPORTED_MODULE_1__/* .asObject */ .eB)(document.rootfs);
    const diffIds = (0,_document_js__WEBPACK_IMPORTED_MODULE_1__/* .parseList */ .E1)(rootfs?.diff_ids ?? [], 'rootfs.diff_ids').map((text) => {
        const digest = typeof text === 'string' ? (0,_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .parseDigest */ .m)(text) : undefined;
        if (digest === undefined)
            throw new _document_js__WEBPACK_IMPORTED_MODULE_1__/* .ManifestProblem */ .Rn('it has a diff_id that is not a digest');
        return digest;
    });
    const platform = (0,_platform_js__WEBPACK_IMPORTED_MODULE_2__/* .parsePlatform */ .FL)(document);
    if (platform === undefined)
        throw new _document_js__WEBPACK_IMPORTED_MODULE_1__/* .ManifestProblem */ .Rn('it names no platform');
    return {
        diffIds,
        platform,
        osVersion: (0,_platform_js__WEBPACK_IMPORTED_MODULE_2__/* .parseOsVersion */ .uZ)(document),
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
    return (0,_platform_js__WEBPACK_IMPORTED_MODULE_2__/* .parsePlatform */ .FL)((0,_document_js__WEBPACK_IMPORTED_MODULE_1__/* .readDocument */ .u0)(config)) !== undefined;
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
/* harmony export */   jq: () => (/* binding */ isForeign),
/* harmony export */   lj: () => (/* binding */ INDEXES)
/* harmony export */ });
/* unused harmony export OCI_CONFIG */
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

/***/ 3847:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FL: () => (/* binding */ parsePlatform),
/* harmony export */   m: () => (/* binding */ asEnginesRead),
/* harmony export */   sb: () => (/* binding */ sameMachine),
/* harmony export */   uZ: () => (/* binding */ parseOsVersion)
/* harmony export */ });
/* unused harmony export platformNames */
/** The platform in an index of content that does not run, such as an attestation. */
const UNKNOWN = 'unknown/unknown';
/**
 * parsePlatform reads the fields `os`, `architecture` and `variant` of an image configuration, or of the platform of an
 * index's child (image-spec, config.md and image-index.md); undefined if they are missing or unknown.
 */
function parsePlatform(value) {
    if (typeof value !== 'object' || value === null)
        return undefined;
    const { os, architecture, variant } = value;
    if (!isWord(os) || !isWord(architecture))
        return undefined;
    const platform = isWord(variant) ? `${os}/${architecture}/${variant}` : `${os}/${architecture}`;
    return platform === UNKNOWN ? undefined : platform;
}
/** parseOsVersion reads the field `os.version` of the same objects: `10.0.20348.2113`. */
function parseOsVersion(value) {
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


/***/ })

};
