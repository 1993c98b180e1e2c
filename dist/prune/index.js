import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 2613:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("assert");

/***/ }),

/***/ 181:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("buffer");

/***/ }),

/***/ 5317:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("child_process");

/***/ }),

/***/ 4434:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("events");

/***/ }),

/***/ 9896:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");

/***/ }),

/***/ 6698:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:async_hooks");

/***/ }),

/***/ 1421:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");

/***/ }),

/***/ 7598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 3053:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:diagnostics_channel");

/***/ }),

/***/ 610:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:dns");

/***/ }),

/***/ 1553:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:dns/promises");

/***/ }),

/***/ 3024:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 1455:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");

/***/ }),

/***/ 7067:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");

/***/ }),

/***/ 4708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:https");

/***/ }),

/***/ 7030:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:net");

/***/ }),

/***/ 8161:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");

/***/ }),

/***/ 6760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 1708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:process");

/***/ }),

/***/ 8500:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:timers/promises");

/***/ }),

/***/ 1692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:tls");

/***/ }),

/***/ 857:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os");

/***/ }),

/***/ 6928:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("path");

/***/ }),

/***/ 932:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("process");

/***/ }),

/***/ 3193:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("string_decoder");

/***/ }),

/***/ 3557:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("timers");

/***/ }),

/***/ 3055:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  gX: () => (/* binding */ NO_IMAGE),
  Ko: () => (/* binding */ readInputs),
  gM: () => (/* binding */ readYaml),
  ui: () => (/* binding */ wantsSummary)
});

// EXTERNAL MODULE: ./build/gate/own-repository.js + 5 modules
var own_repository = __nccwpck_require__(5950);
// EXTERNAL MODULE: ./build/gate/verdict.js
var verdict = __nccwpck_require__(9231);
// EXTERNAL MODULE: ./build/image/reference.js
var reference = __nccwpck_require__(7755);
;// CONCATENATED MODULE: ./build/inputs/age.js
/** How long a unit is, in milliseconds. */
const UNITS = { h: 3_600_000, d: 86_400_000, w: 604_800_000 };
/** duration parses a number with its unit, as milliseconds. The unit is required, because a bare number is unclear. */
const duration = (text) => {
    const [, number, unit] = /^(\d{1,5})([hdw])$/.exec(text) ?? [];
    if (number === undefined)
        return { problem: 'is no number of hours (h), days (d) or weeks (w)' };
    return { value: Number(number) * UNITS[unit] };
};

;// CONCATENATED MODULE: ./build/image/cloud-registry.js
const PARTITIONS = [
    { id: 'aws', domain: 'amazonaws.com', dualStack: { services: 'api.aws', registries: 'on.aws' } },
    {
        id: 'aws-cn',
        domain: 'amazonaws.com.cn',
        dualStack: { services: 'api.amazonwebservices.com.cn', registries: 'on.amazonwebservices.com.cn' },
    },
    { id: 'aws-eusc', domain: 'amazonaws.eu' },
    { id: 'aws-iso', domain: 'c2s.ic.gov' },
    { id: 'aws-iso-b', domain: 'sc2s.sgov.gov' },
    { id: 'aws-iso-e', domain: 'cloud.adc-e.uk' },
    { id: 'aws-iso-f', domain: 'csp.hci.ic.gov' },
];
const PRIVATE_ECR = /^\d{12}\.dkr[.-]ecr(-fips)?\.([a-z]{2,}(?:-[a-z]+)+-\d+)\.(.+)$/;
const PUBLIC_ECR = ['public.ecr.aws', 'ecr-public.aws.com'];
/**
 * parseEcrRegistry reads a host of Amazon ECR, `123456789012.dkr.ecr.eu-west-1.amazonaws.com` or `public.ecr.aws`;
 * undefined for any other.
 */
function parseEcrRegistry(host) {
    const [aws] = PARTITIONS;
    if (aws === undefined)
        return undefined;
    if (PUBLIC_ECR.includes(host)) {
        const isDualStack = host === 'ecr-public.aws.com';
        return { kind: 'public', partition: aws, region: 'us-east-1', isFips: false, isDualStack };
    }
    const [, fips, region = '', domain = ''] = PRIVATE_ECR.exec(host) ?? [];
    const found = PARTITIONS.find((each) => domain === each.domain || domain === each.dualStack?.registries);
    if (found === undefined)
        return undefined;
    // US government regions have the same domains as the others, but another name in every ARN.
    const partition = region.startsWith('us-gov-') ? { ...found, id: 'aws-us-gov' } : found;
    return { kind: 'private', partition, region, isFips: fips !== undefined, isDualStack: domain !== found.domain };
}
const AZURE_CLOUDS = [
    { registries: 'azurecr.io', authority: 'login.microsoftonline.com', audience: 'api://AzureADTokenExchange' },
    { registries: 'azurecr.cn', authority: 'login.chinacloudapi.cn', audience: 'api://AzureADTokenExchangeChina' },
    { registries: 'azurecr.us', authority: 'login.microsoftonline.us', audience: 'api://AzureADTokenExchangeUSGov' },
];
/** A name, with or without the hash that newer names have, or a regional endpoint: `name.region.geo`. */
const ACR_NAME = /^[a-z0-9]{5,50}(?:-[a-z0-9]+)?(?:\.[a-z0-9]+\.geo)?$/;
/** parseAcrRegistry finds the cloud of an Azure Container Registry by its host; undefined for any other host. */
function parseAcrRegistry(host) {
    return AZURE_CLOUDS.find(({ registries }) => host.endsWith(`.${registries}`) && ACR_NAME.test(host.slice(0, -registries.length - 1)));
}
/** isArtifactRegistry recognises a host of Google Artifact Registry: `europe-west1-docker.pkg.dev`, `eu.gcr.io`. */
function isArtifactRegistry(host) {
    return /^[a-z0-9-]+-docker\.pkg\.dev$|^(?:[a-z]+\.)?gcr\.io$/.test(host);
}

// EXTERNAL MODULE: ./build/text/yaml-list.js
var yaml_list = __nccwpck_require__(704);
;// CONCATENATED MODULE: ./build/inputs/identity-examples.js

const UUID = '00000000-0000-0000-0000-000000000000';
const PROVIDER = 'projects/123456/locations/global/workloadIdentityPools/github/providers/github';
/** An entry of `identity` to copy, for each type. */
const EXAMPLES = {
    'aws-ecr': '- { registry: 123456789012.dkr.ecr.eu-west-1.amazonaws.com, type: aws-ecr, role-to-assume: arn:aws:iam::123456789012:role/push }',
    'azure-acr': `- { registry: example.azurecr.io, type: azure-acr, tenant-id: ${UUID}, client-id: ${UUID} }`,
    'google-ar': `- { registry: europe-docker.pkg.dev, type: google-ar, workload-identity-provider: ${PROVIDER} }`,
    dockerhub: `- { registry: docker.io, type: dockerhub, username: owner, connection-id: ${UUID} }`,
};
/** identityExample is an entry of the right type: the type that is named, or the type of the registry. */
function identityExample(type, registry = '') {
    return EXAMPLES[type ?? typeAt(registry.toLowerCase())];
}
function typeAt(host) {
    if (parseEcrRegistry(host) !== undefined)
        return 'aws-ecr';
    if (parseAcrRegistry(host) !== undefined)
        return 'azure-acr';
    return isArtifactRegistry(host) ? 'google-ar' : 'dockerhub';
}

;// CONCATENATED MODULE: ./build/inputs/keyless-identities.js




/** The fields of each type besides `registry`, `type` and `audience`; a field with `?` is optional. */
const FIELDS = {
    'aws-ecr': ['role-to-assume', 'region?'],
    'azure-acr': ['tenant-id', 'client-id'],
    'google-ar': ['workload-identity-provider', 'service-account?'],
    dockerhub: ['username', 'connection-id'],
};
const TYPES = Object.keys(FIELDS);
const keyless_identities_UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const ROLE = /^arn:(aws[a-z-]*):iam::\d{12}:role\/[\w+=,.@/-]{1,576}$/;
const keyless_identities_PROVIDER = /^projects\/\d+\/locations\/global\/workloadIdentityPools\/[a-z0-9-]{4,32}\/providers\/[a-z0-9-]{4,32}$/;
const SERVICE_ACCOUNT = /^[a-z0-9-]+@[a-z0-9.-]+\.gserviceaccount\.com$/;
const DOMAIN = /^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/i;
const ORGANISATION = /^[a-z0-9][a-z0-9_-]{1,254}$/;
/** Fields that have keys and passwords in other actions, and how such values begin. */
const SECRET_FIELD = /pass|secret|token|key|credential/i;
const SECRET_VALUE = /^(?:dckr_|gh[a-z]_|github_pat_|glpat-|A[KS]IA[0-9A-Z]{16}|ya29\.|eyJ|-----BEGIN)/;
/**
 * readIdentities reads the input `identity`, a YAML list of entries with `registry`, `type` and the fields of that
 * type. It reports all problems together, as ends of sentences. They quote no value, because it may be a secret.
 */
async function readIdentities(text) {
    const list = await (0,yaml_list/* readYamlList */.O)(text);
    if (!list.ok)
        return { ok: false, problems: [{ problem: list.problem, example: identityExample(undefined, text) }] };
    const found = [];
    const problems = list.value.flatMap((entry) => {
        const { identity, problems } = new EntryReader(entry).read();
        const isTwice = identity !== undefined && found.some(({ registry }) => (0,reference/* sameRegistry */.cJ)(registry, identity.registry));
        if (identity !== undefined)
            found.push(identity);
        const all = isTwice ? [...problems, 'names a registry that another entry has'] : problems;
        const example = identityExample(typeOf(entry), entry.fields.get('registry'));
        return all.map((problem) => ({ problem: `has an entry in line ${entry.line} that ${problem}`, example }));
    });
    if (problems.length > 0)
        return { ok: false, problems };
    const none = { problem: 'has no entry', example: identityExample(undefined) };
    return list.value.length === 0 ? { ok: false, problems: [none] } : { ok: true, value: found };
}
function typeOf({ fields }) {
    return TYPES.find((each) => each === fields.get('type'));
}
/** EntryReader reads one entry and remembers what is wrong with it. */
class EntryReader {
    #fields;
    #problems = [];
    constructor({ fields }) {
        this.#fields = fields;
    }
    read() {
        const type = typeOf({ fields: this.#fields });
        if (type === undefined)
            this.#problems.push(`has none of the types ${TYPES.join(', ')}`);
        else
            this.#judgeFields(type);
        for (const [name, value] of this.#fields) {
            if (SECRET_VALUE.test(value)) {
                this.#problems.push(`has what looks like a secret in ${shown(name)}; remove it and revoke it: keyless sign-in needs no secret`);
            }
        }
        // If a field is missing or unknown, the other fields are not checked.
        const identity = type === undefined || this.#problems.length > 0 ? undefined : this.#identity(type);
        return { identity: this.#problems.length > 0 ? undefined : identity, problems: this.#problems };
    }
    #judgeFields(type) {
        const required = ['registry', 'type', ...FIELDS[type].filter((name) => !name.endsWith('?'))];
        const known = [...required, 'audience', ...FIELDS[type].map((name) => name.replace('?', ''))];
        for (const name of required)
            if (!this.#fields.has(name))
                this.#problems.push(`has no "${name}"`);
        for (const name of this.#fields.keys()) {
            if (known.includes(name))
                continue;
            const why = SECRET_FIELD.test(name) ? 'keyless sign-in needs no secret' : `the type ${type} has no such field`;
            this.#problems.push(`has the field ${shown(name)}; ${why}`);
        }
    }
    #identity(type) {
        const host = this.#text('registry').toLowerCase();
        const registry = (0,reference/* sameRegistry */.cJ)(host, reference/* DOCKER_HUB */.Xb) ? reference/* DOCKER_HUB */.Xb : host;
        const audience = this.#fields.has('audience') ? this.#match('audience', /^[\x21-\x7e]{1,255}$/) : undefined;
        const common = { registry, audience };
        switch (type) {
            case 'aws-ecr': {
                const ecr = parseEcrRegistry(registry);
                if (ecr === undefined)
                    return this.#wrongRegistry('a host of Amazon ECR');
                const roleArn = this.#match('role-to-assume', ROLE);
                const [, partition] = ROLE.exec(roleArn) ?? [];
                if (partition !== undefined && partition !== ecr.partition.id) {
                    this.#problems.push(`has a role of the partition ${partition}, but a registry of ${ecr.partition.id}`);
                }
                const isThere = !this.#fields.has('region') || this.#text('region') === ecr.region;
                if (!isThere)
                    this.#problems.push(`has another "region" than its registry, which is in ${ecr.region}`);
                return { type, ...common, ecr, roleArn };
            }
            case 'azure-acr': {
                const cloud = parseAcrRegistry(registry);
                if (cloud === undefined)
                    return this.#wrongRegistry('a host of Azure Container Registry');
                const tenantId = keyless_identities_UUID.test(this.#text('tenant-id'))
                    ? this.#text('tenant-id')
                    : this.#match('tenant-id', DOMAIN);
                return { type, ...common, cloud, tenantId, clientId: this.#match('client-id', keyless_identities_UUID) };
            }
            case 'google-ar': {
                if (!isArtifactRegistry(registry))
                    return this.#wrongRegistry('a host of Google Artifact Registry');
                const provider = this.#match('workload-identity-provider', keyless_identities_PROVIDER);
                const isDirect = !this.#fields.has('service-account');
                const serviceAccount = isDirect ? undefined : this.#match('service-account', SERVICE_ACCOUNT);
                return { type, ...common, provider, serviceAccount };
            }
            case 'dockerhub': {
                if (registry !== reference/* DOCKER_HUB */.Xb)
                    return this.#wrongRegistry('Docker Hub');
                const connectionId = this.#match('connection-id', keyless_identities_UUID);
                return { type, ...common, username: this.#match('username', ORGANISATION), connectionId };
            }
        }
    }
    #text(name) {
        return this.#fields.get(name) ?? '';
    }
    #match(name, form) {
        const text = this.#text(name);
        if (!form.test(text))
            this.#problems.push(`has a "${name}" that is ${FORMS[name] ?? 'empty or has blanks in it'}`);
        return text;
    }
    #wrongRegistry(wanted) {
        this.#problems.push(`has a "registry" that is not ${wanted}, which its type requires`);
        return undefined;
    }
}
const FORMS = {
    'role-to-assume': 'not the ARN of a role (arn:aws:iam::123456789012:role/name)',
    'tenant-id': 'neither the UUID nor a domain of a tenant',
    'client-id': 'not the UUID of an application or managed identity',
    'workload-identity-provider': 'not the full name of a provider (projects/NUMBER/locations/global/workloadIdentityPools/POOL/providers/PROVIDER, with the number of the project)',
    'service-account': 'not the address of a service account',
    username: 'not the name of a Docker organisation',
    'connection-id': 'not a UUID',
};
/** The name of a field, unless it may be a secret. */
function shown(name) {
    return /^[a-z][a-z0-9_-]{0,40}$/i.test(name) && !SECRET_VALUE.test(name) ? `"${name}"` : 'whose name is not shown';
}

// EXTERNAL MODULE: ./build/errors.js
var errors = __nccwpck_require__(9473);
// EXTERNAL MODULE: ./build/text/filter-pattern.js
var filter_pattern = __nccwpck_require__(4829);
;// CONCATENATED MODULE: ./build/text/edit-distance.js
/**
 * editDistance is Levenshtein's: how many characters must be inserted, removed or changed to turn one text into the
 * other.
 */
function editDistance(one, other) {
    let row = Array.from({ length: other.length + 1 }, (_, index) => index);
    for (let i = 1; i <= one.length; i++) {
        const next = [i];
        for (let j = 1; j <= other.length; j++) {
            const substitution = (row[j - 1] ?? 0) + (one[i - 1] === other[j - 1] ? 0 : 1);
            next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, substitution));
        }
        row = next;
    }
    return row[other.length] ?? 0;
}

;// CONCATENATED MODULE: ./build/inputs/misspelt.js

/** A name with at most so many edits from a real input counts as misspelt. */
const SLIP = 2;
/**
 * misspeltNames finds the given names that are no inputs, and the input that each may mean. The runner only warns about
 * an unknown input, so with `scan-reports` no scan would be required at all. A name that is similar to no input is
 * ignored: the environment may have it for others.
 */
function misspeltNames(given, inputs) {
    return given
        .filter((name) => !inputs.includes(name))
        .flatMap((name) => {
        const [nearest] = inputs
            .filter((input) => Math.abs(input.length - name.length) <= SLIP)
            .map((input) => ({ input, distance: editDistance(name, input) }))
            .filter(({ distance }) => distance <= SLIP)
            .sort((one, other) => one.distance - other.distance);
        return nearest === undefined ? [] : [{ given: name, meant: nearest.input }];
    });
}

;// CONCATENATED MODULE: ./build/inputs/reader.js



/** The value of an evidence input that requires nothing; its default in action.yml. */
const NONE = 'none';
/** GitHub passes an empty expression like an input that is not set, unless the input has a default. */
const CAME_OUT_EMPTY = 'is empty, so nothing would be checked: the job or step that its expression names was skipped, failed, or has no ' +
    'such output; GitHub withholds an output with a secret in it; or the caller has not set it. To check nothing, write "none"';
/** trimmed removes only ASCII white space: other white space is valid in a git ref, and must stay. */
function trimmed(text) {
    return text.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, '');
}
/**
 * The text between commas. A comma in parentheses belongs to a name: `test (ubuntu-latest, 20)` is a job of a matrix.
 */
const ENTRY = /(?:\([^()]*\)|[^,])+/g;
/** Some workflows write lists with `toJSON`. No entry of a list can look like a JSON array. */
function isJsonArray(text) {
    if (!text.startsWith('['))
        return false;
    try {
        const value = JSON.parse(text);
        return Array.isArray(value) && value.every((entry) => typeof entry === 'string');
    }
    catch {
        return false;
    }
}
/** Reader parses inputs and collects every problem, so that a user can fix all of them together. */
class Reader {
    #runner;
    #given;
    #defaults;
    #asked = new Set();
    #problems = [];
    /** `defaults`: the value of an input that is not set, for runners that do not pass defaults. */
    constructor(runner, defaults = {}) {
        this.#runner = runner;
        this.#defaults = defaults;
        this.#given = runner.givenInputs();
    }
    /** read parses an input; undefined if it is not set or is wrong. */
    read(input, example, parse) {
        const text = this.#text(input);
        return text === '' ? undefined : this.#parse(input, text, example, parse);
    }
    /**
     * strict is `read` for an input that can only make the gate stricter than its default. An empty value is a problem,
     * and not the default.
     */
    strict(input, example, parse) {
        if (this.#text(input) === '' && this.#given.includes(input)) {
            this.refuse({ input, value: '', problem: 'is empty: its expression has no value', example });
        }
        return this.read(input, example, parse);
    }
    /** evidence is `read` for an input that requires evidence; undefined if it requires none, or is wrong. */
    evidence(input, example, parse) {
        if (!this.asks(input))
            return undefined;
        if (this.#text(input) === '')
            this.refuse({ input, value: '', problem: CAME_OUT_EMPTY, example });
        return this.read(input, example, parse);
    }
    /** evidenceList is `list` for an input that requires evidence; empty if it requires none, or is wrong. */
    evidenceList(input, example, parse) {
        if (!this.asks(input))
            return [];
        const entries = this.#entries(input);
        if (entries.length === 0)
            this.refuse({ input, value: '', problem: CAME_OUT_EMPTY, example });
        if (entries.includes(NONE))
            this.refuse({ input, value: NONE, problem: 'is in a list with others, and means that there are none', example });
        return this.list(input, example, parse);
    }
    /** asks is true if an input requires evidence, even with a wrong value: it is set, and not `none`. */
    asks(input) {
        const text = this.#text(input);
        return text === '' ? this.#given.includes(input) : text !== NONE;
    }
    /** refuseVain reports inputs that are set, but have no effect without another input. */
    refuseVain(companions, without) {
        for (const [input, isSet] of Object.entries(companions)) {
            if (isSet)
                this.refuse({ input, value: this.#text(input), ...without });
        }
    }
    /** refuseMisspelt reports each given name that is no input, but similar to one. `others` are read elsewhere. */
    refuseMisspelt(others) {
        for (const { given, meant } of misspeltNames(this.#given, [...this.#asked, ...others])) {
            // The value may be a secret.
            this.refuse({
                input: given,
                value: '',
                problem: `is no input of this action; is "${meant}" meant?`,
            });
        }
    }
    /**
     * list parses each entry of a list. Entries end with a newline, or with a comma outside parentheses. Blank entries
     * are dropped, and so are lines that begin with `#`. Inside a line, a `#` belongs to a name: `e2e #2` is a check.
     */
    list(input, example, parse) {
        if (isJsonArray(this.#text(input))) {
            this.refuse({ input, value: '', problem: 'is a JSON array; write one entry a line instead', example });
            return [];
        }
        const entries = this.#entries(input).map((text) => this.#parse(input, text, example, parse));
        return entries.filter((entry) => entry !== undefined);
    }
    /** lines is `list` for entries that may have commas: only newlines end them. */
    lines(input, example, parse) {
        const entries = this.#lines(input).map((text) => this.#parse(input, text, example, parse));
        return entries.filter((entry) => entry !== undefined);
    }
    /** patterns is `list` for filter patterns; undefined if there are none. */
    patterns(input, example) {
        const texts = this.#entries(input);
        if (texts.length === 0)
            return undefined;
        const patterns = this.list(input, example, (text) => {
            const parsed = (0,filter_pattern/* parseFilterPattern */.UX)(text);
            if (parsed.ok && (0,filter_pattern/* isInVain */.EN)(parsed.value))
                return { problem: 'has characters that no branch or tag can have' };
            return parsed.ok ? { value: parsed.value } : { problem: parsed.problem };
        });
        if (patterns.length > 0 && (0,filter_pattern/* leavesNothing */.sK)(patterns)) {
            this.#problems.push({ input, value: texts.join(', '), problem: 'only excludes, so nothing can match', example });
        }
        return patterns;
    }
    /** isSet is true if an input has a text, right or wrong. */
    isSet(input) {
        return this.#text(input) !== '';
    }
    /** require reports a required input that is not set. */
    require(input, example) {
        if (this.#entries(input).length === 0)
            this.refuse({ input, value: '', problem: 'is required', example });
    }
    /** refuse reports a problem that depends on more than the text of one input. */
    refuse(problem) {
        this.#problems.push(problem);
    }
    throwProblems() {
        if (this.#problems.length === 0)
            return;
        const lines = this.#problems.map(({ input, value, problem, example }) => {
            const shown = value === '' ? '' : ` "${value}"`;
            const said = `${input}:${shown} ${problem}`;
            return example === undefined ? said : `${said} (example: "${example}")`;
        });
        throw new errors/* ActionError */.l('INPUT_INVALID', lines.join('\n'), {
            hint: 'Correct these inputs under "with:"; nothing was contacted.',
        });
    }
    #text(input) {
        this.#asked.add(input);
        const isGiven = this.#given.includes(input);
        return isGiven ? trimmed(this.#runner.input(input)) : (this.#defaults[input] ?? '');
    }
    #entries(input) {
        return this.#lines(input)
            .flatMap((line) => line.match(ENTRY) ?? [])
            .map(trimmed)
            .filter((entry) => entry !== '');
    }
    #lines(input) {
        const lines = this.#text(input).split('\n').map(trimmed);
        return lines.filter((line) => line !== '' && !line.startsWith('#'));
    }
    #parse(input, text, example, parse) {
        const parsed = parse(text);
        if ('value' in parsed)
            return parsed.value;
        this.#problems.push({ input, value: text, problem: parsed.problem, example });
        return undefined;
    }
}

// EXTERNAL MODULE: ./build/image/digest.js
var digest = __nccwpck_require__(5436);
;// CONCATENATED MODULE: ./build/image/source-text.js


/** Who pushes: the engine, this action, or (auto) the one that has the image. */
const ENGINES = (/* unused pure expression or super */ null && (['auto', 'docker', 'direct']));
const FILE_PREFIX = /^(oci|oci-archive|docker-archive|dir):(?!\/\/)(.*)$/s;
const REGISTRY = 'docker://';
/** The store that a prefix names. */
const KINDS = {
    'docker-daemon:': 'engine',
    'containers-storage:': 'podman',
};
const IMAGE_ID = /^(?:sha256:[0-9a-f]{64}|[0-9a-f]{12,64})$/;
/** Always a path, even if no file exists: absolute, explicitly relative, or with the extension of an archive. */
const PATH = /^\.{0,2}[/\\]|^[A-Za-z]:[/\\]|\.(?:tar|oci|tar\.gz|tar\.zst|tgz)(?=$|[:@])/;
/** A commit that replaces that of the run while a text is checked. */
const SAMPLE = '0'.repeat(40);
/** repositoriesIn returns the repositories from which sources are read, each once. */
function repositoriesIn(sources) {
    const all = sources.flatMap((source) => (source.kind === 'registry' ? [source.at] : []));
    return all.filter((one, at) => all.findIndex((other) => sameRepository(one, other)) === at);
}
/** ofCommit inserts the commit into the texts of a source; `{short-sha}` is its first 12 digits. */
function ofCommit(source, commit) {
    if (source.kind === 'file')
        return { ...source, text: withCommit(source.text, commit) };
    return { ...source, name: withCommit(source.name, commit) };
}
/** parseSource reads the text of a source (the prefixes are those of containers-transports). */
function source_text_parseSource(text) {
    if (text.includes('\0'))
        return { ok: false, problem: 'is not a path' };
    if (text.startsWith(REGISTRY))
        return parseLocation(text.slice(REGISTRY.length));
    const [, form, location] = FILE_PREFIX.exec(text) ?? [];
    if (form !== undefined && location !== undefined) {
        if (location === '')
            return { ok: false, problem: `has no path after "${form}:"` };
        return { ok: true, value: { kind: 'file', form: form, text: location } };
    }
    const [prefix = ''] = /^(?:docker-daemon|containers-storage):/.exec(text) ?? [];
    const name = text.slice(prefix.length);
    const sample = withCommit(name, SAMPLE);
    const parsed = IMAGE_ID.test(sample) ? { ok: true } : parseReference(sample);
    if (parsed.ok)
        return { ok: true, value: { kind: KINDS[prefix] ?? 'either', name } };
    if (prefix === '' && PATH.test(text))
        return { ok: true, value: { kind: 'file', form: undefined, text } };
    return {
        ok: false,
        problem: prefix === '' ? `${parsed.problem} (and a path begins with "./" or "/")` : parsed.problem,
    };
}
/** Only the tag may contain a placeholder for the commit. */
function parseLocation(text) {
    const parsed = parseReference(withCommit(text, SAMPLE));
    if (!parsed.ok)
        return parsed;
    const { tag, digest } = parsed.value;
    if (tag === undefined && digest === undefined)
        return { ok: false, problem: 'has neither a tag nor a digest' };
    if (tag !== undefined && digest !== undefined) {
        return { ok: false, problem: 'has a tag and a digest; write only one of them, preferably the digest' };
    }
    // A registry would list it under two digests, and our code uses only one of them, the SHA-256.
    if (digest !== undefined && !digest.startsWith('sha256:')) {
        return { ok: false, problem: 'has a digest that is not a SHA-256; write the SHA-256 of the image, or a tag' };
    }
    const end = text.lastIndexOf(digest === undefined ? ':' : '@');
    const at = parseRepository(text.slice(0, end));
    return at.ok ? { ok: true, value: { kind: 'registry', at: at.value, name: text.slice(end + 1) } } : at;
}

// EXTERNAL MODULE: ./build/image/platform.js
var platform = __nccwpck_require__(3847);
;// CONCATENATED MODULE: ./build/image/wanted-platforms.js

/** `os[(version)]/architecture[/variant]`, the form of containerd (platforms, `FormatAll`). */
const WANTED = /^(?<os>[^/()]+)(?:\((?<version>[0-9A-Za-z._-]+)\))?\/(?<architecture>[^/()]+)(?:\/(?<variant>[^/()]+))?$/;
/** parseWantedPlatform reads a platform: `linux/arm64`, `linux/arm/v7`, `windows(10.0.20348)/amd64`. */
function wanted_platforms_parseWantedPlatform(text) {
    const { version, ...machine } = WANTED.exec(text)?.groups ?? {};
    const platform = parsePlatform(machine);
    const isWhole = platform !== undefined && (machine.variant === undefined || platform.endsWith(`/${machine.variant}`));
    if (!isWhole)
        return { ok: false, problem: 'is no platform; write "os/architecture" or "os/architecture/variant"' };
    return { ok: true, value: { text, platform: asEnginesRead(platform), osVersion: version } };
}
/** sameWanted tells whether two texts name the same platform. */
function sameWanted(one, other) {
    return one.platform === other.platform && one.osVersion === other.osVersion;
}
/**
 * comparePlatforms checks that an image has every wanted platform, and no other; undefined if so. An implied variant
 * may be written or not. If a version of the system is wanted, its parts are compared: `10.0.20348` also matches
 * `10.0.20348.2113`. Without one, every version matches.
 */
function comparePlatforms(wanted, image) {
    const names = platformNames(image);
    const missing = wanted.filter((each) => !image.some((has) => isWanted(each, has))).map(({ text }) => text);
    const unexpected = names.filter((_, at) => !wanted.some((each) => isWanted(each, image[at])));
    return missing.length + unexpected.length === 0 ? undefined : { missing, unexpected };
}
function isWanted(wanted, has) {
    if (has === undefined || asEnginesRead(has.platform) !== wanted.platform)
        return false;
    return wanted.osVersion === undefined || `${has.osVersion ?? ''}.`.startsWith(`${wanted.osVersion}.`);
}
/** platformsDiffer reports the difference, as the end of "… is not for the expected platforms: …", with both lists. */
function platformsDiffer(wanted, image) {
    const differ = comparePlatforms(wanted, image);
    if (differ === undefined)
        return undefined;
    const { missing, unexpected } = differ;
    const lacks = missing.length > 0 ? [`Missing: ${missing.join(', ')}.`] : [];
    const more = unexpected.length > 0 ? [`Not expected: ${unexpected.join(', ')}.`] : [];
    const expected = wanted.map(({ text }) => text).join(', ');
    return [`it is for ${platformNames(image).join(', ')}; expected: ${expected}.`, ...lacks, ...more].join(' ');
}

;// CONCATENATED MODULE: ./build/text/commit-template.js
/** Digits of a commit in `{short-sha}`. */
const SHORT = 12;
/** withCommit fills a commit into a template: the whole commit for `{sha}`, its first digits for `{short-sha}`. */
function commit_template_withCommit(template, commit) {
    return template.replaceAll('{sha}', commit).replaceAll('{short-sha}', commit.slice(0, SHORT));
}

;// CONCATENATED MODULE: ./build/inputs/references.js





const SAMPLE_SHA = '0'.repeat(40);
/** destination parses one entry of `image`. */
const destination = (text) => {
    const parsed = (0,reference/* parseRepository */.SU)(text);
    return parsed.ok ? { value: parsed.value } : { problem: parsed.problem };
};
/** Places of an image that the engine cannot push from. */
const NOT_THE_ENGINES = {
    file: 'is in a file',
    registry: 'is on a registry',
    podman: "is in Podman's store",
};
/**
 * source parses the name or ID of an image of the engine, or the place of an image in a file, on a registry or in
 * Podman's store. With `engine: docker` it must be an image of the engine, and no file is looked for.
 */
function source(engine) {
    return (text) => {
        const parsed = parseSource(text);
        if (!parsed.ok)
            return { problem: parsed.problem };
        if (engine !== 'docker')
            return { value: parsed.value };
        const elsewhere = NOT_THE_ENGINES[parsed.value.kind];
        if (elsewhere !== undefined)
            return { problem: `${elsewhere}, and "engine" is "docker", which pushes only its own images` };
        return { value: { ...parsed.value, kind: 'engine' } };
    };
}
/** repositoryPath parses a repository on the same registry as the destinations, by its path there. */
function repositoryPath(destinations) {
    return (text) => {
        const named = destinations.find(({ registry }) => text.startsWith(`${registry}/`));
        if (named !== undefined)
            return { problem: `begins with the registry; write only "${text.slice(named.registry.length + 1)}"` };
        const parsed = parseReference(`registry.invalid/${text}`);
        if (!parsed.ok)
            return { problem: parsed.problem };
        const { tag, digest, path } = parsed.value;
        return tag === undefined && digest === undefined ? { value: path } : { problem: 'has a tag or a digest' };
    };
}
/**
 * extraTag parses a tag. A bare tag is for every destination, and a full reference only for its destination, so the
 * output of `docker/metadata-action` fits.
 */
function extraTag(destinations) {
    return (text) => {
        if (isTag(text))
            return { value: { name: text } };
        const parsed = text.includes('/') ? parseReference(text) : undefined;
        if (parsed === undefined)
            return { problem: `is no tag: a tag ${TAG_RULE}` };
        if (!parsed.ok)
            return { problem: parsed.problem };
        const { tag: name, digest } = parsed.value;
        if (digest !== undefined)
            return { problem: 'is a reference with a digest; write only the tag' };
        if (name === undefined)
            return { problem: withoutTag(text, parsed.value, destinations) };
        // Without any destination there is nothing to compare with, and that is reported separately.
        if (destinations.length === 0)
            return { value: { name } };
        const only = destinations.find((each) => sameRepository(each, parsed.value));
        return only === undefined
            ? { problem: `is for another repository than ${namesOf(destinations)} in "image"` }
            : { value: { name, only } };
    };
}
function withoutTag(text, named, destinations) {
    if (destinations.some((each) => sameRepository(each, named)))
        return 'names a destination without a tag: add ":" and the tag';
    return `has a "/", which no tag can have: write "${text.replaceAll('/', '-')}", or ${namesOf(destinations) || 'the image'}, ":" and the tag`;
}
function namesOf(destinations) {
    return destinations.map(repositoryName).join(', ');
}
/** shaTag parses the template of the SHA tag. */
const shaTag = (text) => {
    if (!/\{(?:short-)?sha\}/.test(text))
        return { problem: 'has neither {sha} nor {short-sha}, so it could not name a commit' };
    const sample = commit_template_withCommit(text, SAMPLE_SHA);
    return (0,reference/* isTag */.dz)(sample) ? { value: text } : { problem: `does not give a valid tag; a tag ${reference/* TAG_RULE */.Kx}` };
};
/** wantedPlatform parses a platform that the image must have. */
const wantedPlatform = (text) => {
    const parsed = parseWantedPlatform(text);
    return parsed.ok ? { value: parsed.value } : { problem: parsed.problem };
};
/** imageId parses a digest, as Docker and BuildKit print it. */
const imageId = (text) => {
    const digest = parseDigest(/^[0-9a-f]{64}$/.test(text) ? `sha256:${text}` : text);
    return digest === undefined ? { problem: 'is not "sha256:" and 64 lower-case hex digits' } : { value: digest };
};

;// CONCATENATED MODULE: ./build/inputs/values.js
/** How many minutes a job may take on GitHub's own runners. */
const LONGEST_TIMEOUT = 360;
const username = (text) => /\p{Cc}/u.test(text) ? { problem: 'has a control character' } : { value: text };
const path = (text) => (text.includes('\0') ? { problem: 'is not a path' } : { value: text });
/** host parses a host name, with or without a port. The port of HTTPS may be left out, as in any URL. */
const host = (text) => {
    const url = URL.parse(`https://${text}`);
    const isHost = url !== null && url.host !== '' && [url.host, `${url.host}:443`].includes(text.toLowerCase());
    return isHost ? { value: url.host } : { problem: 'is not a host name, with or without a port' };
};
function minutesFrom(least) {
    return (text) => {
        const isNumber = /^[0-9]{1,3}$/.test(text) && Number(text) >= least && Number(text) <= LONGEST_TIMEOUT;
        const problem = `is not a whole number of minutes from ${least} to ${LONGEST_TIMEOUT}`;
        return isNumber ? { value: Number(text) } : { problem };
    };
}
/**
 * waitWithin parses minutes. If the wait were longer than the whole step, the step would end with TIMEOUT, and not say
 * what is missing.
 */
function waitWithin(timeout) {
    return (text) => {
        const parsed = minutesFrom(0)(text);
        if ('problem' in parsed || 'problem' in minutesFrom(1)(timeout) || parsed.value < Number(timeout))
            return parsed;
        return { problem: `is not below "timeout", which is ${timeout}` };
    };
}
/** anyName: jobs and checks can have any name; commas and newlines end it. */
const anyName = (text) => ({ value: text });
const checkRunId = (text) => /^[1-9][0-9]{0,15}$/.test(text) && Number.isSafeInteger(Number(text))
    ? { value: Number(text) }
    : { problem: 'is not the id of a check run' };
/** needs parses the `needs` context: an object with a result for each job. */
const needs = (text) => {
    const problem = 'is not the JSON of the "needs" context';
    try {
        const jobs = JSON.parse(text);
        if (typeof jobs !== 'object' || jobs === null || Array.isArray(jobs))
            return { problem };
        const results = Object.entries(jobs).map(([job, of]) => [
            job,
            of?.result,
        ]);
        if (!results.every(([, result]) => typeof result === 'string'))
            return { problem };
        return { value: Object.fromEntries(results) };
    }
    catch {
        return { problem };
    }
};
/** boolean reads the same values as the runner (YAML 1.2, core schema); `yes` is an error, not false. */
const values_boolean = (text) => {
    if (['true', 'True', 'TRUE'].includes(text))
        return { value: true };
    if (['false', 'False', 'FALSE'].includes(text))
        return { value: false };
    return { problem: 'is neither true nor false' };
};
function oneOf(words) {
    return (text) => {
        const word = words.find((each) => each === text);
        return word === undefined ? { problem: `is not one of ${words.join(', ')}` } : { value: word };
    };
}
/** day parses a date such as 2026-09-01, as the milliseconds since 1970 of its beginning in UTC. */
const day = (text) => {
    const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
    // JavaScript reads the 31st of a short month as the first day of the next.
    const isDay = !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
    return isDay ? { value: time } : { problem: 'is not a day such as 2026-09-01' };
};
/** days parses a number of days, up to ten years. */
const days = (text) => /^[1-9][0-9]{0,3}$/.test(text) && Number(text) <= 3650
    ? { value: Number(text) }
    : { problem: 'is not a whole number of days from 1 to 3650' };

// EXTERNAL MODULE: ./build/prune/deletable.js
var prune_deletable = __nccwpck_require__(6611);
// EXTERNAL MODULE: ./build/prune/deployed.js
var deployed = __nccwpck_require__(8653);
;// CONCATENATED MODULE: ./build/actions/prune/inputs.js










/** Inputs that hold secrets, which are read when the gate is open. */
const READ_LATER = ['password', 'registry-auth', 'identity'];
/** `keep-digests: none` means that nothing is deployed. The default means that nobody has said anything yet. */
const NOTHING = 'none';
const UNSAID = 'unsaid';
const KEEP_EXAMPLE = 'file:deployed.txt';
const TIMEOUT = 30;
/** readYaml reads the one input that is YAML. Its parser is loaded only when it is needed. */
async function readYaml(runner) {
    const text = runner.input('identity');
    return text.trim() === '' ? { ok: true, value: [] } : readIdentities(text);
}
/**
 * readInputs reads every input and reports all problems in one INPUT_INVALID. An input that is given but empty came out
 * of an expression: for `dry-run` it means true, and for inputs that decide what is kept it is a problem.
 */
function readInputs(runner, identities) {
    const reader = new Reader(runner);
    reader.require('image', 'ghcr.io/owner/app');
    const destinations = reader.list('image', 'ghcr.io/owner/app', destination);
    refuseTwice(reader, destinations);
    for (const wrong of identities.ok ? [] : identities.problems)
        reader.refuse({ input: 'identity', value: '', ...wrong });
    const dryRun = reader.read('dry-run', 'true', values_boolean) ?? true;
    const isExperimental = reader.strict('experimental-delete', 'true', values_boolean) ?? false;
    if (!dryRun)
        refuseUndeletable(reader, destinations, { isExperimental, identities });
    const patterns = (input, example) => reader.strict(input, example, anything) === NOTHING ? [] : (reader.patterns(input, example) ?? []);
    const inputs = {
        destinations,
        shaTag: reader.strict('sha-tag', '{sha}', shaTag) ?? '{sha}',
        deleteTags: patterns('delete-tags', 'pr-*'),
        keepTags: patterns('keep-tags', 'v*'),
        keepNewest: reader.strict('keep-newest', '20', wholeNumber(0, 1_000_000)) ?? 20,
        keepYoungerThan: reader.strict('keep-younger-than', '30d', duration) ?? 30 * UNITS.d,
        keepUntaggedYoungerThan: reader.strict('keep-untagged-younger-than', '7d', duration) ?? 7 * UNITS.d,
        maxDeletions: reader.strict('max-deletions', '200', wholeNumber(0, 100_000)) ?? 200,
        maxShare: reader.strict('max-share', '50 %', share) ?? 50,
        trustsCreated: reader.strict('trust-created', 'true', values_boolean) ?? false,
        deletesOrphans: reader.strict('delete-orphans', 'true', values_boolean) ?? false,
        deployed: readDeployed(reader, dryRun),
        branches: reader.patterns('branches', 'main'),
        events: reader.list('events', 'schedule', oneOf(own_repository/* PRUNING_EVENTS */.w)),
        whenClosed: reader.read('when-closed', 'fail', oneOf(verdict/* WHEN_CLOSED */.M2)) ?? 'fail',
        username: reader.read('username', 'ci-bot', username) ?? '',
        identities: identities.ok ? identities.value : [],
        caFile: reader.read('ca-file', 'certs/registry-ca.pem', path),
        authHosts: reader.list('auth-hosts', 'auth.example.com', host),
        timeout: reader.read('timeout', String(TIMEOUT), minutesFrom(1)) ?? TIMEOUT,
        dryRun,
        summary: reader.read('summary', 'true', values_boolean) ?? true,
    };
    reader.refuseMisspelt(READ_LATER);
    reader.throwProblems();
    return Object.freeze(inputs);
}
/** wantsSummary tells whether a summary is wanted, also if other inputs are wrong. */
function wantsSummary(runner) {
    const parsed = values_boolean(trimmed(runner.input('summary')));
    return !('value' in parsed) || parsed.value;
}
function refuseTwice(reader, destinations) {
    for (const [at, one] of destinations.entries()) {
        if (!destinations.slice(0, at).some((other) => (0,reference/* sameRepository */.RB)(one, other)))
            continue;
        reader.refuse({
            input: 'image',
            value: (0,reference/* repositoryName */.aR)(one),
            problem: 'is listed twice',
            example: 'ghcr.io/owner/app',
        });
    }
}
/** If this version cannot delete at a registry, a real run fails before it contacts anything. */
function refuseUndeletable(reader, destinations, { isExperimental, identities }) {
    const found = identities.ok ? identities.value : [];
    for (const repository of destinations) {
        const deletable = (0,prune_deletable/* deletableAt */.W)(repository);
        const hasIdentity = found.some(({ registry }) => registry === repository.registry);
        const problem = whyUndeletable(deletable, { isExperimental, hasIdentity });
        if (problem !== undefined)
            reader.refuse({ input: 'image', value: (0,reference/* repositoryName */.aR)(repository), problem, example: 'dry-run: true' });
    }
}
function whyUndeletable(deletable, { isExperimental, hasIdentity }) {
    switch (deletable.kind) {
        case 'yes':
            return undefined;
        case 'by-identity':
            if (hasIdentity)
                return undefined;
            return `is at ${deletable.maker}, which deletes by its own API: it needs an entry of "identity" for this registry`;
        case 'experimental':
            if (isExperimental)
                return undefined;
            return `is at ${deletable.maker}, where deletion was never tried: it needs "experimental-delete: true"`;
        case 'no':
            return `is at ${deletable.maker}, where nothing can be deleted yet: ${deletable.why}`;
    }
}
/** A real run must say what is deployed, or that nothing is deployed. An empty value says neither. */
function readDeployed(reader, dryRun) {
    const input = 'keep-digests';
    const refuse = (problem, value = '') => reader.refuse({ input, value, problem, example: KEEP_EXAMPLE });
    const said = reader.strict(input, KEEP_EXAMPLE, anything);
    const entries = reader.list(input, KEEP_EXAMPLE, anything);
    if (said === undefined || said === UNSAID) {
        if (said === UNSAID && !dryRun)
            refuse('is required: digests that are deployed, files that list them, or "none" if nothing is deployed from here');
        return undefined;
    }
    if (entries.length === 0)
        refuse('has no digest, only comments', said);
    if (entries.includes(NOTHING) && entries.length > 1)
        refuse('is in a list with others, and means that there are none', NOTHING);
    const lines = entries.filter((entry) => entry !== NOTHING && !entry.startsWith('file:'));
    const parsed = lines.map((line) => ({ line, deployed: (0,deployed/* parseDeployed */.U)(line) }));
    for (const { line, deployed } of parsed)
        if (deployed === undefined)
            refuse(NO_IMAGE, line);
    const files = entries.filter((entry) => entry.startsWith('file:')).map((entry) => entry.slice('file:'.length).trim());
    if (files.includes(''))
        refuse('names no file', 'file:');
    return { lines: parsed.flatMap(({ deployed }) => deployed ?? []), files };
}
/** The problem with a line of `keep-digests`, as the end of a sentence. */
const NO_IMAGE = 'is neither a digest nor an image with a tag or digest';
const anything = (text) => ({ value: text });
const share = (text) => {
    const [, number] = /^(\d{1,3}) ?%?$/.exec(text) ?? [];
    return number !== undefined && Number(number) <= 100
        ? { value: Number(number) }
        : { problem: 'is not from 0 % to 100 %' };
};
function wholeNumber(least, most) {
    return (text) => /^\d{1,7}$/.test(text) && Number(text) >= least && Number(text) <= most
        ? { value: Number(text) }
        : { problem: `is not a whole number from ${least} to ${most}` };
}


/***/ }),

/***/ 5162:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _runner_github_runner_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9531);
/* harmony import */ var _runner_lifetime_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1084);
/* harmony import */ var _prune_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(8015);



const lifetime = (0,_runner_lifetime_js__WEBPACK_IMPORTED_MODULE_1__/* .startLifetime */ .o)();
const { RUNNER_TEMP: temp = '.' } = process.env;
const isWell = await (0,_prune_js__WEBPACK_IMPORTED_MODULE_2__/* .prune */ .R)({
    runner: _runner_github_runner_js__WEBPACK_IMPORTED_MODULE_0__/* .githubRunner */ .O,
    lifetime,
    beyond: async (_open, deletes) => (await __nccwpck_require__.e(/* import() */ 291).then(__nccwpck_require__.bind(__nccwpck_require__, 4291))).openDoors({ runner: _runner_github_runner_js__WEBPACK_IMPORTED_MODULE_0__/* .githubRunner */ .O, lifetime, temp, deletes }),
});
process.exitCode = isWell ? 0 : 1;

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 8015:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  R: () => (/* binding */ prune)
});

// EXTERNAL MODULE: ./build/gate/own-repository.js + 5 modules
var own_repository = __nccwpck_require__(5950);
// EXTERNAL MODULE: ./build/gate/verdict.js
var gate_verdict = __nccwpck_require__(9231);
// EXTERNAL MODULE: ./build/report/failed.js
var failed = __nccwpck_require__(7266);
// EXTERNAL MODULE: ./build/errors.js
var errors = __nccwpck_require__(9473);
// EXTERNAL MODULE: ./build/image/reference.js
var reference = __nccwpck_require__(7755);
// EXTERNAL MODULE: ./build/text/quantities.js
var quantities = __nccwpck_require__(5765);
;// CONCATENATED MODULE: ./build/image/tag-names.js
/** Usual names of tags that follow a line of development. */
const MOVING = new Set([
    'latest',
    'main',
    'master',
    'trunk',
    'dev',
    'develop',
    'development',
    'edge',
    'nightly',
    'daily',
    'canary',
    'snapshot',
    'unstable',
    'testing',
    'staging',
    'next',
    'current',
    'rolling',
    'stable',
    'lts',
]);
/** isVersionName tells whether a tag names a release, `1.2.3` or `v1.2.3-rc.1`: people use it to name the image. */
function isVersionName(tag) {
    return /^v?\d+\.\d+\.\d+(?:[-+.]|$)/.test(tag);
}
/** usuallyMoves tells whether a tag has a name such as `latest`, which nobody expects to stay the same. */
function usuallyMoves(tag) {
    return MOVING.has(tag.toLowerCase());
}

// EXTERNAL MODULE: ./build/secret/masked.js
var masked = __nccwpck_require__(648);
// EXTERNAL MODULE: ./build/text/printable.js
var printable = __nccwpck_require__(4865);
;// CONCATENATED MODULE: ./build/report/markdown.js


/**
 * Characters with a meaning in Markdown or HTML, or that turn the text around them into a link. An underscore does so
 * at the edge of a word, and a full stop after "www".
 */
const SPECIAL = /[&<>"'|`\\*[\](){}#!~:@-]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])|(?<=www\S*)\./gi;
/** code makes inline code of any text: no character of it can end the code, a table cell or the line. */
function markdown_code(text) {
    // Markdown is also read inside an HTML tag, so this is escaped like prose.
    return `<code>${prose(text)}</code>`;
}
/** prose makes plain words of any text: nothing in it is a tag, a link, an emphasis or a mention. */
function prose(text) {
    return atMost(text, undefined);
}
/** briefly is `prose` for the beginning of a text, if there is no space for more. */
function briefly(text) {
    return atMost(text, BRIEF);
}
const BRIEF = 500;
function atMost(text, longest) {
    // Masked first: the runner does not recognise a secret that is escaped.
    const safe = (0,printable/* printableLine */.oy)((0,printable/* shortened */.vI)((0,masked/* redacted */.pc)(text), longest));
    return safe.replace(SPECIAL, (character) => `&#${character.charCodeAt(0)};`);
}
/** Most items of a list, rows of a table and commands that are shown. */
const MOST_SHOWN = 200;
/** The first of many, and how many more there are. */
function firstOf(all, word) {
    return all.length > MOST_SHOWN ? [...all.slice(0, MOST_SHOWN), word(all.length - MOST_SHOWN)] : all;
}
/** table makes a table of cells that are already Markdown. */
function table(header, rows) {
    const line = (cells) => `| ${cells.join(' | ')} |`;
    const more = (count) => line(header.map((_, column) => (column === 0 ? `and ${count} more` : '')));
    return [line(header), line(header.map(() => '---')), ...firstOf(rows.map(line), more)].join('\n');
}
/** list makes a list of items that are already Markdown: it fits a phone, and a table does not. */
function markdown_list(items) {
    return firstOf(items, (count) => `and ${count} more`)
        .map((item) => `- ${item}`)
        .join('\n');
}
/** commands makes a block of shell commands. Its text is our own words and parsed references. */
function commands(lines) {
    const shown = firstOf(lines, (count) => `# and ${count} more`);
    return ['```sh', ...shown.map((text) => printableLine(text).replaceAll('`', '')), '```'].join('\n');
}
/** details folds a body of Markdown under a title of ours. */
function details(title, body) {
    return `<details><summary>${title}</summary>\n\n${body}\n\n</details>`;
}
/** Longest address that becomes a link. */
const LONGEST_ADDRESS = 512;
/**
 * link makes a link of any text and address. It is the text only, if the address is not HTTPS, names an account, or is
 * longer than people write them.
 */
function markdown_link(text, address) {
    return markdown_anchor(address, markdown_code(text)) ?? markdown_code(text);
}
/** titled makes a link from our own words and any address; undefined if `link` would make none. */
function titled(words, address) {
    return markdown_anchor(address, prose(words));
}
function markdown_anchor(address, content) {
    const url = address === undefined || address.length > LONGEST_ADDRESS ? null : URL.parse(address);
    if (url?.protocol !== 'https:' || url.username !== '' || url.password !== '')
        return undefined;
    // Characters of Markdown and HTML that are left in an address are written as bytes, which mean the same.
    const harmless = url.href.replace(/[^A-Za-z0-9:/.?=&%#_~+-]/g, (character) => encodeURIComponent(character));
    return `<a href="${harmless.replace(/[&_~]/g, (character) => `&#${character.charCodeAt(0)};`)}">${content}</a>`;
}

;// CONCATENATED MODULE: ./build/report/headline.js



/** Most repositories that a headline names. */
const MOST_NAMED = 3;
/** imageNames are each repository, and the first tag that is a version, as the end of a headline. */
function imageNames({ repositories, tags = [] }) {
    const names = repositories.slice(0, MOST_NAMED).map((each) => markdown_code((0,reference/* repositoryName */.aR)(each)));
    const more = repositories.length > MOST_NAMED ? ` and ${repositories.length - MOST_NAMED} more` : '';
    const version = tags.find(({ tag }) => isVersionName(tag));
    return [`${names.join(', ')}${more}`, ...(version === undefined ? [] : [markdown_code(version.tag)])].join(' ');
}

;// CONCATENATED MODULE: ./build/report/report-limits.js

/**
 * If a summary is longer than this, in bytes, the runner drops it and annotates the step with an error (actions/runner,
 * CreateStepSummaryCommand).
 */
const LONGEST_SUMMARY = 1024 * 1024;
/**
 * Longest output `results`, in bytes. On Linux, a variable in a step's environment has at most 128 KiB, including its
 * name. All outputs of a job together have at most 1 MiB, and GitHub counts two bytes for a character.
 */
const LONGEST_RESULTS = 120 * 1024;
/**
 * boundedSummary joins the parts of a summary, the most important first. It leaves out parts that do not fit, and says
 * so.
 */
function boundedSummary(parts) {
    const whole = joined(parts);
    if (lengthOf(whole) <= LONGEST_SUMMARY)
        return whole;
    const note = '**Left out:** what is too long for a summary on GitHub, which has at most 1 MiB.';
    let room = LONGEST_SUMMARY - lengthOf(joined([note]));
    const kept = parts.filter((part) => {
        const length = lengthOf(joined([part]));
        const fits = length <= room;
        if (fits)
            room -= length;
        return fits;
    });
    return joined([...kept, note]);
}
function joined(parts) {
    return parts.map((part) => `${part}\n\n`).join('');
}
/** Most elements of a list, tried in this order. A text has ten times as many characters. */
const STEPS = [200, 100, 50, 20, 10, 5, 2, 1];
const CHARACTERS_PER_ELEMENT = 10;
/** No digest and no reference is cut. */
const LEAST_CHARACTERS = 300;
/**
 * boundedJson writes an object as JSON. If it is too long for an output, long lists end early and long texts are cut,
 * and the field `shortened` is true.
 */
function boundedJson(value) {
    const whole = JSON.stringify(value);
    if (lengthOf(whole) <= LONGEST_RESULTS)
        return whole;
    for (const most of STEPS) {
        const text = JSON.stringify({ ...cut(value, most), shortened: true });
        if (lengthOf(text) <= LONGEST_RESULTS)
            return text;
    }
    return JSON.stringify({ shortened: true });
}
function cut(value, most) {
    if (typeof value === 'string')
        return (0,printable/* shortened */.vI)(value, Math.max(LEAST_CHARACTERS, most * CHARACTERS_PER_ELEMENT));
    if (Array.isArray(value))
        return value.slice(0, most).map((each) => cut(each, most));
    if (typeof value !== 'object' || value === null)
        return value;
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, cut(each, most)]));
}
function lengthOf(text) {
    return Buffer.byteLength(text);
}

;// CONCATENATED MODULE: ./build/report/tell-verdict.js

const MARKS = { passed: '✓', pending: '…', failed: '✗', missing: '✗', 'left-out': '–' };
/**
 * tellVerdict logs the verdict, folded: each rule that holds or does not, with what was found, and each check. How to
 * open the gate is said where the step ends.
 */
async function tellVerdict({ info, group }, verdict) {
    const { kind, held, checks } = verdict;
    await group(`Gate: ${kind}`, async () => {
        for (const each of held)
            info(`✓ ${inWords(each)}.`);
        for (const reason of verdict.kind === 'closed' ? verdict.reasons : [])
            info(`✗ ${asSentence(against(reason))}`);
        for (const { name, state, seen, by, askedBy } of checks)
            info(`${MARKS[state]} check "${name}": ${seen}. Reported by: ${by}. Required by: ${askedBy}.`);
    });
}
/** inWords writes a rule and what was found in one clause. */
function inWords({ rule, seen, says }) {
    return says ?? `${rule} (${seen})`;
}
/** How the sentence of a remedy begins. */
const PUBLISHING = 'How to publish';
const PRUNING = 'What to do';
/** reasonLine is one reason in the log: what is wrong, and how to publish, or to prune. */
function reasonLine(reason, aim) {
    return `${reason.code}: ${asSentence(against(reason))} ${aim}: ${asSentence(reason.opens)}`;
}
/** What is wrong: people need to know what is required, and what was found. */
function against({ rule, seen, says }) {
    return says ?? `${rule}. Found: ${seen}`;
}
/** Some texts already end with a full stop. */
function asSentence(text) {
    return `${text.replace(/\.$/, '')}.`;
}
/**
 * reasonList is the same for the summary. If several reasons in a row have one remedy, it is written once, under the
 * last one.
 */
function reasonList(reasons, aim) {
    return markdown_list(reasons.map((reason, index) => {
        const wrong = `${markdown_code(reason.code)} ${prose(asSentence(against(reason)))}`;
        const isToldBelow = reasons[index + 1]?.opens === reason.opens;
        return isToldBelow ? wrong : `${wrong}<br>**${aim}:** ${prose(asSentence(reason.opens))}`;
    }));
}
/** gateLine says in one line of Markdown why a gate is open. */
function gateLine({ held, checks }) {
    const passed = checks.filter(({ state }) => state === 'passed').length;
    const own = checks.find(({ state }) => state === 'left-out');
    return [
        `${counted(held.length, 'rule')} hold${held.length === 1 ? 's' : ''}`,
        ...(passed === 0 ? [] : [`${counted(passed, 'check')} passed`]),
        ...(own === undefined ? [] : [`${code(own.name)} is this job itself, and was left out`]),
    ].join(', ');
}
/** isOwn tells whether the image has the commit and the ref of the run. */
function isOwn({ subject, run }) {
    return subject.commit === run.commit && subject.ref === run.ref;
}
/** commitLines log which commit the image names, if it is not the commit of the run. */
function commitLines(verdict) {
    const { subject, run } = verdict;
    if (isOwn(verdict))
        return [];
    return [
        `The image names the commit ${subject.commit}, on ${subject.ref}. The run is for ${run.commit}, on ${run.ref}.`,
    ];
}
/** verdictDetails fold the rules that hold, and the checks. */
function verdictDetails({ kind, held, checks }) {
    const title = kind === 'open' ? 'Why the gate was open' : 'The other rules';
    const items = [
        ...checks.map(({ name, state, seen, by, askedBy }) => `${MARKS[state]} check ${markdown_code(name)}: ${prose(seen)}. Reported by: ${prose(by)}. Required by: ${prose(askedBy)}.`),
        ...held.map((each) => `✓ ${prose(inWords(each))}.`),
    ];
    return items.length === 0 ? [] : [details(title, markdown_list(items))];
}
function counted(count, what) {
    return `${count} ${what}${count === 1 ? '' : 's'}`;
}
/** verdictData is the same for machines, as in the output `results`. */
function verdictData(verdict) {
    const { event, held, checks } = verdict;
    const data = checks.map(({ name, state, seen, by, askedBy }) => ({ name, state, seen, reportedBy: by, askedBy }));
    const end = { rules: held.map(({ rule, seen }) => ({ rule, seen })), ...(data.length === 0 ? {} : { checks: data }) };
    switch (verdict.kind) {
        case 'open':
            return { open: true, event, ...verdict.subject, ...(isOwn(verdict) ? {} : { run: verdict.run }), ...end };
        case 'open-to-read':
            return { open: false, openToRead: true, event, run: verdict.run, ...end };
        case 'closed':
            return { open: false, event, reasons: verdict.reasons, ...end };
    }
}

;// CONCATENATED MODULE: ./build/report/run-links.js


/** runOf is the run of this step. */
function runOf(runner) {
    const { sha, ref, eventName } = runner.context();
    return { sha, ref, eventName, pages: runner.pages() };
}
/** runLines name the commit and the run, with a link to each; once the gate is open, the commit of the image. */
function runLines({ sha, ref, eventName, pages }, verdict) {
    const at = (subject) => `${markdown_link(subject.commit, pages.commit(subject.commit))} on ${markdown_code(subject.ref)}`;
    const own = { commit: sha, ref };
    const isOther = verdict?.kind === 'open' && !isOwn(verdict);
    const commit = isOther
        ? `${at(verdict.subject)}, which the image names. The run is for ${at(verdict.run)}`
        : at(verdict?.run ?? own);
    return [`**Commit** ${commit} (${markdown_code(verdict?.event ?? eventName)})`, ...runItem({ pages })];
}
/** runItem links to the run and to its workflow file; empty if neither has an address. */
function runItem({ pages }) {
    const links = [titled('this run', pages.run), titled('its workflow', pages.workflow)];
    const known = links.filter((each) => each !== undefined);
    return known.length === 0 ? [] : [`**Run** ${known.join(', ')}`];
}
/** helpLine links to a code on the troubleshooting page; empty if its address is unknown. */
function helpLine(name, { help }) {
    const address = titled(`what ${name} means`, help(name));
    return address === undefined ? [] : [`**More:** ${address}`];
}

// EXTERNAL MODULE: ./build/report/tell-prune.js
var tell_prune = __nccwpck_require__(6341);
;// CONCATENATED MODULE: ./build/report/tell-tags.js



/** showsOurs tells whether a tag shows the published image now. */
function showsOurs({ state }) {
    return state !== 'kept' && state !== 'healed' && state !== 'not-written' && state !== 'lost';
}
/** tagResult is the result for a tag, for machines; `digest` is what the tag shows. */
function tagResult(tag, digest) {
    const named = { tag: referenceName(tag.target), state: tag.state };
    switch (tag.state) {
        case 'not-written':
        case 'lost':
            return named;
        case 'kept':
            return { ...named, digest: tag.shows, because: tag.because };
        case 'healed':
            return { ...named, digest: tag.shows, commit: tag.commit, run: tag.run };
        case 'moved':
            return { ...named, digest, previous: tag.from, because: tag.because };
        case 'written':
            return { ...named, digest, ...(tag.replaced === undefined ? {} : { previous: tag.replaced }) };
        case 'already-there':
            return { ...named, digest };
    }
}
const as = (text) => text;
/** In the log, where the runner makes all text safe. */
const PLAIN = { name: as, words: as, strong: as, run: as };
/** In the summary. */
const MARKDOWN = {
    name: markdown_code,
    words: prose,
    strong: (text) => `**${text}**`,
    run: (address) => titled('its run', address) ?? markdown_code(address),
};
/** Digests and commits: as long as a line on a phone. */
const LONG_NAME = /\b(?:sha(?:256|512):)?([0-9a-f]{12})[0-9a-f]{28,}\b/g;
const narrow = (text) => text.replace(LONG_NAME, '$1');
/** In the summary, where the pull command has the whole digest; the log and the results have all others. */
const NARROW = {
    ...MARKDOWN,
    name: (name) => markdown_code(name.replace(/^sha\w+:([0-9a-f]{12})[0-9a-f]+$/, '$1')),
    // Masked first: nobody would recognise the rest of a secret that is cut.
    words: (text) => briefly(narrow((0,masked/* redacted */.pc)(text))),
};
/** tagText says what happened to a tag, in the log. */
function tagText(tag) {
    return `${referenceName(tag.target)} ${became(tag, PLAIN)}`;
}
function became(tag, { name, words, strong, run }) {
    switch (tag.state) {
        case 'not-written':
            return strong('not written');
        case 'lost':
            return strong('no longer shows this image');
        case 'kept':
            return tag.shows === undefined
                ? `${strong('not written')}: ${words(tag.because)}`
                : `${strong('stays')} at ${name(tag.shows)}: ${words(tag.because)}`;
        case 'healed':
            return [
                `${strong('restored')} to ${name(tag.shows)}:`,
                words(`this run had replaced that newer image, of the commit ${tag.commit}, which has the proof of`),
                run(tag.run),
            ].join(' ');
        case 'moved':
            return tag.from === undefined ? 'written' : `moved from ${name(tag.from)}: ${words(tag.because)}`;
        case 'written':
            return tag.replaced === undefined ? 'written' : `${strong('overwritten')}, was ${name(tag.replaced)}`;
        case 'already-there':
            return 'already there';
    }
}
/** What a person sees before reading: the tag is there, has moved, needs a look, or is not there. */
function markOf(tag) {
    switch (tag.state) {
        case 'moved':
            return tag.from === undefined ? '✓' : '→';
        case 'written':
            return tag.replaced === undefined ? '✓' : '⚠';
        case 'already-there':
            return '✓';
        case 'kept':
        case 'healed':
            return '⚠';
        case 'not-written':
        case 'lost':
            return '✗';
    }
}
/** Keeps the mark and the name on one line. */
function marked(mark, { target }) {
    return `${mark}\u00a0${code(target.tag)}`;
}
/** tagLine is a tag under the name of its destination: its mark, its name, and what happened to it. */
function tagLine(tag) {
    return `${marked(markOf(tag), tag)} ${became(tag, NARROW)}`;
}
/**
 * tagList lists every tag of one destination; `changes` links to the changes since a commit. It is a list: the tag of a
 * commit makes a table wider than a phone.
 */
function tagList(tags, changes) {
    return list(tags.map((tag) => {
        const since = tag.state === 'moved' && tag.since !== undefined ? changes(tag.since) : undefined;
        return since === undefined ? tagLine(tag) : `${tagLine(tag)} (${since})`;
    }));
}
/** keptImages are the kept images of a receipt. */
function keptImages({ destinations }) {
    return destinations.flatMap(({ verified: { target, manifest }, discarded }) => discarded === undefined ? [] : [{ target, digest: manifest.digest, discarded }]);
}
/** keptText tells that the image of an earlier run is used, and which image is not. */
function keptText({ target, digest, discarded }, { name, words }) {
    return [
        `${name(referenceName(target))} shows ${name(digest)}, which an earlier run has published of this commit:`,
        words('it is used ("if-exists: keep"), and the image that was built now is discarded:'),
        `${name(discarded)}.`,
    ].join(' ');
}
/** plannedResult is what would happen to a tag, for machines. */
function plannedResult(tag) {
    const { state, because } = plannedState(tag);
    const digest = tag.manifest === undefined ? {} : { digest: tag.manifest.digest };
    return { tag: referenceName(tag.target), state, ...digest, ...(because === '' ? {} : { because }) };
}
/** plannedText is the same for people, in the log. */
function plannedText(tag) {
    return `${referenceName(tag.target)} ${plannedWords(tag, PLAIN)}`;
}
const PLANNED_MARKS = {
    'would-be-moved': '→',
    'would-stay': '⚠',
    'would-be-overwritten': '⚠',
};
/** plannedLine is the same in the summary, under the name of its destination. */
function plannedLine(tag) {
    return `${marked(PLANNED_MARKS[plannedState(tag).state] ?? '✓', tag)} ${plannedWords(tag, NARROW)}`;
}
function plannedWords(tag, { name, words }) {
    const { state, because } = plannedState(tag);
    const shown = tag.manifest === undefined ? '' : `, shows ${name(tag.manifest.digest)}`;
    return `${state.replaceAll('-', ' ')}${shown}${because === '' ? '' : `: ${words(because)}`}`;
}
function plannedState(tag) {
    if ('move' in tag)
        return { state: tag.move.moves ? 'would-be-moved' : 'would-stay', because: tag.move.because };
    if (tag.manifest === undefined)
        return { state: 'would-be-written', because: '' };
    return { state: tag.isOurs ? 'already-there' : 'would-be-overwritten', because: '' };
}

;// CONCATENATED MODULE: ./build/report/prune-summary.js









/** Most manifests that are listed one by one. */
const MOST_LISTED = 100;
/**
 * pruneSummary writes the job summary: what happened, and for each repository what stays and why, and what is deleted.
 */
function pruneSummary(outcome, run) {
    return boundedSummary(partsOf(outcome, run));
}
function partsOf(outcome, run) {
    switch (outcome.kind) {
        case 'closed': {
            const { reasons } = outcome.verdict;
            return [
                '### ⏭️ Nothing deleted: the gate is closed',
                reasonList(reasons, PRUNING),
                ...helpLine(reasons[0].code, run.pages),
                markdown_list(runLines(run)),
                ...verdictDetails(outcome.verdict),
            ];
        }
        case 'planned':
            return [
                `### 🔎 Dry run: nothing was deleted from ${namesIn(outcome)}`,
                ...allParts(outcome),
                ...runItem(run),
                ...verdictDetails(outcome.verdict),
            ];
        case 'pruned':
            return [
                `### 🧹 Pruned: ${namesIn(outcome)}`,
                ...allParts(outcome),
                ...undoPart(outcome),
                ...runItem(run),
                ...verdictDetails(outcome.verdict),
            ];
        case 'failed':
            return [
                `### ❌ Failed: ${markdown_code(outcome.error.code)}${outcome.pruned.length === 0 ? '' : ` for ${namesIn(outcome)}`}`,
                outcome.error.message.split('\n').map(prose).join('<br>'),
                `**What to do:** ${prose(outcome.error.hint)}`,
                ...helpLine(outcome.error.code, run.pages),
                ...allParts(outcome),
                ...undoPart(outcome),
                ...runItem(run),
            ];
    }
}
function namesIn({ pruned }) {
    return imageNames({ repositories: pruned.map(({ plan }) => plan.holdings.repository) });
}
function allParts({ kind, pruned }) {
    const how = { isDry: kind === 'planned', isAlone: pruned.length === 1 };
    return pruned.flatMap((each) => repositoryParts(each, how));
}
/** `isAlone`: the headline already names it. */
function repositoryParts(each, { isDry, isAlone }) {
    const { plan, fates } = each;
    const going = isDry ? (0,tell_prune/* plannedIn */.Y0)(each) : (0,tell_prune/* deletedIn */.DJ)(each);
    const { failed } = (0,tell_prune/* countsOf */.mQ)(each);
    const of = (kind) => fates.filter((fate) => fate.kind === kind).length;
    const bytes = going.size === 0 ? undefined : plan.bytesFreed(going);
    const freed = bytes === undefined ? '' : `, at least ${(0,quantities/* inUnits */.D)(bytes)}`;
    const rows = [
        [`**${isDry ? 'Would be deleted' : 'Deleted'}**${freed}`, String(going.size)],
        ...(failed > 0 ? [['**Failed**', String(failed)]] : []),
        ...(of('protected') > 0 ? [['Protected by the registry', String(of('protected'))]] : []),
        ...(of('left') > 0 ? [['Left for another run', String(of('left'))]] : []),
        ...[...(0,tell_prune/* reasonsIn */.N6)(plan)].map(([reason, count]) => [`Kept because ${prose(reason)}`, String(count)]),
    ];
    const named = isDry
        ? plan.groups.flat().map((step) => `${NARROW.name(step.digest)} ${step.tags.map(markdown_code).join(' ')}`)
        : fates.map((fate) => `${fate.kind}: ${NARROW.name(fate.digest)} ${fate.tags.map(markdown_code).join(' ')}${'says' in fate ? ` (${briefly(fate.says)})` : ''}`);
    const more = named.length > MOST_LISTED ? [`and ${named.length - MOST_LISTED} more`] : [];
    return [
        `${isAlone ? '' : `**${markdown_code((0,reference/* repositoryName */.aR)(plan.holdings.repository))}**: `}${plan.tagged.going} of ${plan.tagged.all} tagged images ${isDry ? 'would be deleted' : 'were planned to be deleted'}.`,
        table(['', 'Manifests'], rows),
        ...(named.length === 0 ? [] : [details('One by one', markdown_list([...named.slice(0, MOST_LISTED), ...more]))]),
    ];
}
function undoPart({ pruned, undo, }) {
    if (undo === undefined || !pruned.some((each) => (0,tell_prune/* deletedIn */.DJ)(each).size > 0))
        return [];
    return [`The deleted manifests are in ${markdown_code(undo)}. They can be restored until the registry collects its garbage.`];
}

;// CONCATENATED MODULE: ./build/report/tell-error.js

/** tellOfError annotates what happened, what to do next, and where to read more; the cause is logged for debugging. */
function tellOfError(runner, { code, message, hint, cause }) {
    runner.error(code, [message, hint, ...moreLine(runner, code)].join('\n'));
    if (cause !== undefined)
        runner.debug((0,errors/* asError */.z)(cause).stack ?? '');
}
/** moreLine links to the troubleshooting page of the running version of the action; empty if unknown. */
function moreLine(runner, code) {
    const address = runner.pages().help(code);
    return address === undefined ? [] : [`More: ${address}`];
}

;// CONCATENATED MODULE: ./build/report/report-prune.js








/** Every output of the action prune/, in the order of its action.yml. */
const PRUNE_OUTPUTS = (/* unused pure expression or super */ null && (['deleted', 'kept', 'failed', 'freed-bytes', 'undo-file', 'results']));
/** reportPrune writes outputs, summary and at most one error, and returns whether the step succeeded. */
async function reportPrune(runner, outcome, wantsSummary) {
    if (wantsSummary) {
        try {
            await runner.summary(pruneSummary(outcome, runOf(runner)));
        }
        catch (error) {
            runner.warning('No summary', `The job summary could not be written: ${(0,errors/* asError */.z)(error).message}`);
        }
    }
    runner.setOutputs(pruneOutputs(outcome, runner.redacted));
    await tellManifests(runner, outcome);
    return announcePrune(runner, outcome);
}
/** prunedIn are the repositories to report. */
function prunedIn(outcome) {
    return outcome.kind === 'closed' ? [] : outcome.pruned;
}
/** pruneOutputs makes the outputs. The counts are set, whatever happened afterwards. */
function pruneOutputs(outcome, redacted) {
    const pruned = prunedIn(outcome);
    const sum = (count) => String(pruned.reduce((all, each) => all + count(each), 0));
    const undo = outcome.kind === 'pruned' || outcome.kind === 'failed' ? outcome.undo : undefined;
    const isAnyDeleted = pruned.some((each) => (0,tell_prune/* deletedIn */.DJ)(each).size > 0);
    const results = {
        ...('verdict' in outcome && outcome.verdict !== undefined ? { verdict: verdictData(outcome.verdict) } : {}),
        'dry-run': outcome.kind === 'planned',
        ...(outcome.kind === 'failed' ? { error: { code: outcome.error.code, message: outcome.error.message } } : {}),
        repositories: pruned.map(tell_prune/* pruneData */.FD),
    };
    return {
        deleted: sum((each) => (0,tell_prune/* countsOf */.mQ)(each).deleted),
        kept: sum((each) => (0,tell_prune/* countsOf */.mQ)(each).kept),
        failed: sum((each) => (0,tell_prune/* countsOf */.mQ)(each).failed),
        'freed-bytes': freedBy(pruned),
        'undo-file': isAnyDeleted ? (undo ?? '') : '',
        results: redacted(boundedJson(results)),
    };
}
/** Empty if it is unknown for any of them. */
function freedBy(pruned) {
    const freed = pruned.flatMap((each) => each.plan.bytesFreed((0,tell_prune/* deletedIn */.DJ)(each)) ?? []);
    const isKnown = freed.length > 0 && freed.length === pruned.length;
    return isKnown ? String(freed.reduce((sum, bytes) => sum + bytes, 0)) : '';
}
/** tellManifests logs a line for each repository and, folded, one for each manifest. */
async function tellManifests(runner, outcome) {
    for (const each of prunedIn(outcome)) {
        const { deleted, kept, failed } = (0,tell_prune/* countsOf */.mQ)(each);
        const name = (0,reference/* repositoryName */.aR)(each.plan.holdings.repository);
        const planned = each.plan.groups.flat();
        const isDry = outcome.kind === 'planned';
        const lines = isDry
            ? planned.map(({ digest, tags }) => `would be deleted: ${digest} ${tags.join(' ')}`)
            : each.fates.map((fate) => `${fate.kind}: ${fate.digest} ${fate.tags.join(' ')}${'says' in fate ? ` (${fate.says})` : ''}`);
        runner.info(isDry
            ? `${name}: ${planned.length} manifests would be deleted, ${kept} would be kept.`
            : `${name}: ${planned.length} manifests were planned to be deleted: ${deleted} deleted, ${failed} failed. ${kept} are kept.`);
        if (lines.length > 0)
            await runner.group('One by one', async () => {
                for (const line of lines)
                    runner.info(line);
            });
    }
}
/** announcePrune annotates what stopped the step, and returns whether it succeeded. */
function announcePrune(runner, outcome) {
    switch (outcome.kind) {
        case 'closed': {
            const { verdict, ending } = outcome;
            const tell = { skipped: runner.notice, failed: runner.error, 'let-pass': runner.warning }[ending];
            const [{ code }] = verdict.reasons;
            tell(`Nothing deleted (${code})`, [...verdict.reasons.map((reason) => reasonLine(reason, PRUNING)), ...moreLine(runner, code)].join('\n'));
            return ending !== 'failed';
        }
        case 'failed':
            tellOfError(runner, outcome.error);
            return false;
        default:
            return true;
    }
}

// EXTERNAL MODULE: ./build/actions/prune/inputs.js + 12 modules
var prune_inputs = __nccwpck_require__(3055);
;// CONCATENATED MODULE: ./build/actions/prune/prune.js






/**
 * prune is the story of the step: read the inputs and ask the gate. Only if it is open, plan what to delete from every
 * repository, delete it unless this is a dry run, and report. It returns whether the step succeeded.
 */
async function prune(world) {
    const { runner, lifetime } = world;
    try {
        const outcome = await Promise.race([outcomeOf(world), lifetime.lost.catch((thrown) => failureOf(thrown, world))]);
        if ('verdict' in outcome)
            await tellVerdict(runner, outcome.verdict);
        return await reportPrune(runner, { ...outcome, took: lifetime.elapsed() }, (0,prune_inputs/* wantsSummary */.ui)(runner));
    }
    catch (thrown) {
        // The outcome could not be passed on: this much can still be reported.
        return announcePrune(runner, failureOf(thrown, world));
    }
    finally {
        lifetime.end();
    }
}
async function outcomeOf(world) {
    const { runner, lifetime } = world;
    try {
        runner.assertNewEnough();
        const inputs = (0,prune_inputs/* readInputs */.Ko)(runner, await (0,prune_inputs/* readYaml */.gM)(runner));
        lifetime.limit(inputs.timeout);
        return await decideAndPrune(world, inputs);
    }
    catch (thrown) {
        return failureOf(thrown, world);
    }
}
async function decideAndPrune(world, inputs) {
    const verdict = (0,own_repository/* decideOwnGate */.A)(inputs, world.runner.context());
    if (verdict.kind === 'closed')
        return { kind: 'closed', verdict, ending: (0,gate_verdict/* endingOf */.z6)(verdict, inputs.whenClosed) };
    const { pruneOpen } = await __nccwpck_require__.e(/* import() */ 894).then(__nccwpck_require__.bind(__nccwpck_require__, 3894));
    return pruneOpen(verdict, inputs, await world.beyond(verdict, !inputs.dryRun));
}
/** A registry may repeat in its error what we sent. */
function failureOf(thrown, { runner, lifetime }) {
    const { error } = (0,failed/* failure */.V)(lifetime.signal.aborted ? lifetime.signal.reason : thrown, runner.redacted);
    return { kind: 'failed', error, pruned: [], undo: undefined };
}


/***/ }),

/***/ 9473:
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

/***/ 5950:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  w: () => (/* binding */ PRUNING_EVENTS),
  A: () => (/* binding */ decideOwnGate)
});

// EXTERNAL MODULE: ./build/run/facts.js
var run_facts = __nccwpck_require__(6041);
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
var filter_pattern = __nccwpck_require__(4829);
;// CONCATENATED MODULE: ./build/gate/commit-name.js
/** All zeros stand for no commit: before the first push to a ref, or after its deletion. */
const COMMIT = /^(?!0+$)(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
/** isCommit is true if a text names a commit in full, by its SHA-1 or SHA-256. */
function isCommit(text) {
    return COMMIT.test(text);
}

;// CONCATENATED MODULE: ./build/gate/event-rules.js


/**
 * One rule for each event that can be opened. `GITHUB_REF` alone proves nothing, because many events run with the
 * default branch as their ref. So each rule takes the commit and the ref from the field where the event really has
 * them.
 */
const EVENT_RULES = {
    push: ({ ref, sha, payload }) => ({
        subject: { commit: sha, ref },
        judgements: [
            expected(payload, {
                path: 'deleted',
                wanted: false,
                says: ['the push does not delete a branch or tag', DELETION],
                opens: PUSH_AGAIN,
            }, 'a push that deletes a ref publishes nothing'),
        ],
    }),
    release: ({ ref, sha, payload }) => ({
        subject: { commit: sha, ref },
        judgements: [
            published(payload),
            expected(payload, { path: 'release.draft', wanted: false, opens: PUBLISH_RELEASE }, FINAL),
            onOwnTag(ref, payload),
        ],
    }),
    workflow_dispatch: ({ ref, sha }) => ({ subject: { commit: sha, ref }, judgements: [] }),
    schedule: ({ ref, sha }) => ({ subject: { commit: sha, ref }, judgements: [] }),
    repository_dispatch: ({ ref, sha }) => ({ subject: { commit: sha, ref }, judgements: [] }),
    merge_group: ({ payload }) => ({
        // The queue creates a branch for the run; the commit will be merged into the base.
        subject: subject((0,run_facts/* text */.Qq)(payload, 'merge_group.head_sha'), (0,run_facts/* text */.Qq)(payload, 'merge_group.base_ref')),
        judgements: [
            expected(payload, { path: 'action', wanted: 'checks_requested', opens: 'put the pull request into the merge queue again' }, 'the commit must still be in the queue'),
        ],
    }),
    workflow_run: (facts, events) => {
        const { payload } = facts;
        return {
            // GITHUB_SHA is always the tip of the default branch here, and not the commit of the other run.
            subject: onBranch((0,run_facts/* text */.Qq)(payload, 'workflow_run.head_sha'), (0,run_facts/* text */.Qq)(payload, 'workflow_run.head_branch')),
            judgements: [
                ofSameRepository(facts, 'workflow_run.head_repository.id'),
                expected(payload, { path: 'action', wanted: 'completed', opens: 'let the workflow start with "types: [completed]"' }, 'the run that triggered this one must be over'),
                expected(payload, {
                    path: 'workflow_run.conclusion',
                    wanted: 'success',
                    says: ['the run that triggered this one has succeeded', undefined],
                    opens: 'fix what failed in that run, and run it again',
                }, 'the run that triggered this one must have succeeded'),
                ...ofListedEvent(payload, events),
            ],
        };
    },
    pull_request: (facts) => {
        const { payload } = facts;
        return {
            subject: onBranch((0,run_facts/* text */.Qq)(payload, 'pull_request.head.sha'), (0,run_facts/* text */.Qq)(payload, 'pull_request.head.ref')),
            judgements: [
                ofSameRepository(facts, 'pull_request.head.repo.id'),
                byPeople(payload, ['pull_request.user.type', 'sender.type']),
                withNewCommit(payload),
            ],
        };
    },
};
const FINAL = 'only a published release is final';
const PUBLISH_RELEASE = 'publish the release: drafts and edits of a release never publish';
const DELETION = 'this push deletes a branch or tag, which publishes nothing';
const PUSH_AGAIN = 'push a commit or a tag';
/** A promoted prerelease is `released`: its image exists, and its tags may move now. */
function published(payload) {
    const path = 'action';
    const action = (0,run_facts/* field */.ZZ)(payload, path);
    const seen = told(path, action);
    if (action === 'published' || action === 'released')
        return { rule: FINAL, seen };
    return { code: 'GATE_EVENT', rule: FINAL, seen, opens: PUBLISH_RELEASE };
}
function subject(commit, ref) {
    return { ...(commit === undefined ? {} : { commit }), ...(ref === undefined ? {} : { ref }) };
}
function onBranch(commit, branch) {
    return subject(commit, branch === undefined ? undefined : refOfBranch(branch));
}
/** What is required of a run is also required of the run that triggered it. */
function ofListedEvent(payload, events) {
    const path = 'workflow_run.event';
    const cause = (0,run_facts/* text */.Qq)(payload, path);
    const isListed = events.some((event) => event === cause && event !== 'workflow_run');
    const listed = judged(isListed, 'the event of the run that triggered this one must be listed, too', told(path, cause));
    const people = ['workflow_run.actor.type', 'workflow_run.triggering_actor.type'];
    return [listed, ...(isListed && cause === 'pull_request' ? [byPeople(payload, people)] : [])];
}
/** A deleted head repository has no id, and counts as a fork. */
function ofSameRepository({ payload, repositoryId }, path) {
    const rule = `the commit must come from this repository (id ${repositoryId || 'unknown'}), not from a fork`;
    const head = (0,run_facts.id)(payload, path);
    const seen = head === undefined ? 'a repository that was deleted or is not named' : `the repository with id ${head}`;
    if (head !== undefined && head === repositoryId)
        return { rule, seen, says: 'the commit comes from this repository, not from a fork' };
    const says = `the commit comes from a fork (${seen}), and forks never publish`;
    return { code: 'GATE_FORK', rule, seen, says, opens: AFTER_THE_MERGE };
}
/** Advice for people whose pull request does not publish. */
const AFTER_THE_MERGE = 'merge the pull request; the run for the branch it is merged into publishes';
function onOwnTag(ref, payload) {
    const path = 'release.tag_name';
    const name = (0,run_facts/* text */.Qq)(payload, path);
    const isOwn = name !== undefined && ref === refOfGitTag(name);
    return judged(isOwn, 'a release runs on its own tag', told(path, (0,run_facts/* field */.ZZ)(payload, path)));
}
/**
 * A stranger wrote what a bot puts into a pull request (a new version of a package). People decide whether to merge it.
 */
function byPeople(payload, paths) {
    const rule = 'a pull request publishes only if people, not bots, opened it and pushed to it';
    const other = paths.find((path) => (0,run_facts/* field */.ZZ)(payload, path) !== 'User');
    const shown = other === undefined ? paths : [other];
    return judged(other === undefined, rule, shown.map((path) => told(path, (0,run_facts/* field */.ZZ)(payload, path))).join(', '));
}
function withNewCommit(payload) {
    const action = (0,run_facts/* text */.Qq)(payload, 'action') ?? '';
    const isNew = ['opened', 'synchronize', 'reopened', 'ready_for_review'].includes(action);
    return judged(isNew, 'only a new commit of a pull request is published', told('action', (0,run_facts/* field */.ZZ)(payload, 'action')));
}
function expected(payload, { path, wanted, says = [undefined, undefined], opens }, rule) {
    const found = (0,run_facts/* field */.ZZ)(payload, path);
    const seen = told(path, found);
    const [good, bad] = says;
    if (found === wanted)
        return { rule, seen, ...inWords(good) };
    // A missing field does not mean a deletion: it is unknown.
    return { code: 'GATE_EVENT', rule, seen, ...inWords(found === undefined ? undefined : bad), opens };
}
function inWords(says) {
    return says === undefined ? {} : { says };
}
function judged(holds, rule, seen) {
    return holds
        ? { rule, seen }
        : { code: 'GATE_EVENT', rule, seen, opens: 'publish from a push, a release, or a run by hand' };
}
function told(path, value) {
    return `${path} is ${value === undefined ? 'missing' : JSON.stringify(value)}`;
}

;// CONCATENATED MODULE: ./build/gate/events.js
/** Events that the input `events` may name. No other event ever opens the gate. */
const OPENABLE_EVENTS = (/* unused pure expression or super */ null && ([
    'push',
    'release',
    'workflow_dispatch',
    'schedule',
    'merge_group',
    'repository_dispatch',
    'workflow_run',
    'pull_request',
]));
/** Why an event can never open the gate. */
const CAUSED_BY_OTHERS = 'people without access to the repository can cause it, and it runs on the default branch';
const NO_NEW_COMMIT = 'it is about something other than a new commit, and runs on the default branch';
const NOT_FINAL = 'its commit may still be changed, or is not on a branch of the repository';
/**
 * Every event that can start a workflow and never opens the gate (docs.github.com, "Events that trigger workflows"),
 * with the reason. Each event that can be opened has a rule in `event-rules.ts`; any other name is unknown.
 */
const NEVER_OPENED = {
    branch_protection_rule: NO_NEW_COMMIT,
    check_run: NO_NEW_COMMIT,
    check_suite: NO_NEW_COMMIT,
    create: NO_NEW_COMMIT,
    delete: NO_NEW_COMMIT,
    deployment: NO_NEW_COMMIT,
    deployment_status: NO_NEW_COMMIT,
    discussion: CAUSED_BY_OTHERS,
    discussion_comment: CAUSED_BY_OTHERS,
    dynamic: 'GitHub starts it, with another token',
    fork: CAUSED_BY_OTHERS,
    gollum: CAUSED_BY_OTHERS,
    image_version: NO_NEW_COMMIT,
    issue_comment: CAUSED_BY_OTHERS,
    issues: CAUSED_BY_OTHERS,
    label: NO_NEW_COMMIT,
    member: NO_NEW_COMMIT,
    milestone: NO_NEW_COMMIT,
    page_build: NO_NEW_COMMIT,
    project: NO_NEW_COMMIT,
    project_card: NO_NEW_COMMIT,
    project_column: NO_NEW_COMMIT,
    public: NO_NEW_COMMIT,
    pull_request_comment: CAUSED_BY_OTHERS,
    pull_request_review: NOT_FINAL,
    pull_request_review_comment: NOT_FINAL,
    pull_request_target: CAUSED_BY_OTHERS,
    registry_package: NO_NEW_COMMIT,
    repository_ruleset: NO_NEW_COMMIT,
    status: NO_NEW_COMMIT,
    watch: CAUSED_BY_OTHERS,
    workflow_call: 'a reusable workflow runs for the event of its caller, so no run has this event',
};
/** Events that are open unless the input says otherwise. */
const OPEN_BY_DEFAULT = ['push', 'release', 'workflow_dispatch'];

// EXTERNAL MODULE: ./build/gate/verdict.js
var verdict = __nccwpck_require__(9231);
;// CONCATENATED MODULE: ./build/gate/decide-gate.js







/**
 * decideGate decides whether this run may publish, and for which commit: event first, then trust, then ref. Anything
 * unknown or missing closes the gate, and a closed verdict has every reason. If GitHub must still be asked about the
 * run that triggered this one, the verdict says so.
 */
function decideGate(policy, facts) {
    const event = facts.eventName;
    // Nothing in this event is certain.
    const unknown = facts.server.kind === 'unknown' ? (0,verdict/* closedBy */.yU)(event, judgeServer(facts)) : undefined;
    if (unknown !== undefined)
        return unknown;
    const rule = Object.hasOwn(EVENT_RULES, event) ? EVENT_RULES[event] : undefined;
    if (rule === undefined)
        return { kind: 'closed', event, reasons: [neverOpens(event)], held: [], checks: [] };
    const finding = rule(facts, policy.events);
    const { commit = '', ref = '' } = finding.subject;
    const judgements = [
        judgeListing(event, policy, finding),
        ...judgeServer(facts),
        ...finding.judgements,
        judgeCommit(commit),
        forFork(judgeRef(ref, policy, facts), finding),
        ...judgeNeeds(policy),
    ];
    const closed = (0,verdict/* closedBy */.yU)(event, judgements);
    if (closed !== undefined)
        return closed;
    const held = (0,verdict/* heldOf */.Le)(judgements);
    const branch = branchOf(ref);
    const run = { event, whose: policy.commit, subject: { commit, ref } };
    if (event !== 'workflow_run' || branch === undefined)
        return (0,verdict/* openFor */.qw)(run, held);
    const isOfPullRequest = (0,run_facts/* text */.Qq)(facts.payload, 'workflow_run.event') === 'pull_request';
    const pullRequest = isOfPullRequest ? { since: (0,run_facts/* time */.kB)(facts.payload, 'workflow_run.created_at') } : undefined;
    const isDefault = branch === (0,run_facts/* text */.Qq)(facts.payload, 'repository.default_branch');
    return { kind: 'presumed', ...run, held, branch, isDefault, pullRequest };
}
/**
 * branchesThatPublish are the branches that may publish. Without the input this is the default branch, if it is known.
 */
function branchesThatPublish({ branches }, facts) {
    return branches ?? defaultBranch(facts);
}
/**
 * basesThatVouch are the target branches of pull requests whose checks count: the branches that may publish, the
 * default branch, and the target of this run's pull request.
 */
function basesThatVouch(policy, facts) {
    const base = text(facts.payload, 'pull_request.base.ref');
    const own = base === undefined ? [] : exactly(base);
    return [...defaultBranch(facts), ...own, ...(policy.branches ?? [])];
}
function neverOpens(event) {
    const why = Object.hasOwn(NEVER_OPENED, event) ? NEVER_OPENED[event] : 'it is not an event that this action knows';
    return {
        code: 'GATE_EVENT',
        rule: `this event never publishes: ${why}`,
        seen: event === '' ? 'no event' : `the event ${event}`,
        says: event === '' ? 'this run names no event' : `the event "${event}" never publishes: ${why}`,
        opens: `run the workflow for one of the events ${OPEN_BY_DEFAULT.join(', ')}`,
    };
}
/** Doubts come first, and are red: a run that is not understood must not look like one that is not meant to publish. */
function judgeServer({ doubts }) {
    return doubts.map((seen) => ({
        code: 'GATE_SERVER',
        rule: 'this action must know the server, and the server must report all facts about the run',
        seen,
        opens: 'use a server and an event that docs/servers.md lists',
    }));
}
function judgeListing(event, { events }, { judgements }) {
    const listed = { rule: 'the event must be listed', seen: `the event ${event}` };
    if (events.some((each) => each === event))
        return { ...listed, says: `the event "${event}" is allowed` };
    const says = `the event "${event}" is not listed in "events" (${events.join(', ') || 'none'})`;
    const list = `add "${event}" to "events"`;
    // Even if the event were listed, a fork would not publish.
    if (isOfFork(judgements))
        return { code: 'GATE_EVENT', ...listed, says, opens: AFTER_THE_MERGE };
    const opens = event === 'pull_request' ? `${AFTER_THE_MERGE}. To publish from pull requests, too, ${list}` : list;
    return { code: 'GATE_EVENT', ...listed, says, opens };
}
function isOfFork(judgements) {
    return judgements.some((each) => 'code' in each && each.code === 'GATE_FORK');
}
/** No input publishes the branch of a fork. */
function forFork(judged, { judgements }) {
    return 'code' in judged && isOfFork(judgements) ? { ...judged, opens: AFTER_THE_MERGE } : judged;
}
function judgeCommit(commit) {
    const rule = 'the event must name a commit in full';
    const seen = commit === '' ? 'no commit' : `"${commit}"`;
    if (isCommit(commit))
        return { rule, seen, says: `the commit is ${commit}` };
    return { code: 'GATE_EVENT', rule, seen, opens: 'publish from a run for a commit' };
}
/** Refs are compared in full: a branch with the name `refs/tags/v1` is `refs/heads/refs/tags/v1`, a branch. */
function judgeRef(ref, policy, facts) {
    const seen = ref === '' ? 'no ref' : `the ref ${ref}`;
    const branch = branchOf(ref);
    const tag = gitTagOf(ref);
    if (branch !== undefined) {
        const patterns = branchesThatPublish(policy, facts);
        const wanted = textOf(patterns) || 'the default branch, which the event does not name';
        const rule = `the branch must match: ${wanted}`;
        if ((0,filter_pattern/* matchesFilter */.yy)(branch, patterns))
            return { rule, seen, says: `the branch "${branch}" is allowed` };
        const says = `the branch "${branch}" is not allowed; allowed: ${wanted}`;
        const opens = patterns.length === 0 ? NAME_BRANCHES : `merge into ${wanted}, or add the branch to "branches"`;
        return { code: 'GATE_REF', rule, seen, says, opens };
    }
    if (tag !== undefined) {
        const patterns = textOf(policy.gitTags);
        const rule = `the git tag must match: ${patterns || 'nothing'}`;
        if ((0,filter_pattern/* matchesFilter */.yy)(tag, policy.gitTags))
            return { rule, seen, says: `the git tag "${tag}" is allowed` };
        const says = `the git tag "${tag}" is not allowed; allowed: ${patterns || 'none'}`;
        const like = patterns === '' ? 'add the tag to "git-tags"' : `push a git tag like ${patterns}, or add this one to "git-tags"`;
        return { code: 'GATE_REF', rule, seen, says, opens: like };
    }
    const rule = 'the ref must be a branch or a tag';
    return { code: 'GATE_REF', rule, seen, opens: 'publish from a branch or a tag' };
}
const NAME_BRANCHES = 'name the branches that publish in "branches"';
const ALL_NEEDED = 'every job that this one needs must have succeeded';
/**
 * judgeNeeds requires that every job in `needs` has succeeded. A skipped job counts only if it is in `allow-skipped`. A
 * failed or cancelled job never counts, even if `if: always()` let this job start.
 */
function judgeNeeds({ needs, allowSkipped }) {
    if (needs === undefined)
        return [];
    const jobs = Object.entries(needs);
    if (jobs.length === 0)
        return [against('"needs" has no job in it', 'name the jobs to wait for under "needs:" of this job')];
    return jobs.map(([job, result]) => {
        const seen = `the job ${job} has the result ${result}`;
        if (result === 'success' || (result === 'skipped' && allowSkipped.includes(job)))
            return { rule: ALL_NEEDED, seen, says: `the job ${job} has the result ${result}`, by: 'caller' };
        const opens = result === 'skipped' ? `let it run, or add "${job}" to "allow-skipped"` : `fix the job ${job}, and run it again`;
        return against(seen, opens);
    });
}
function against(seen, opens) {
    return { code: 'GATE_NEEDS', rule: ALL_NEEDED, seen, opens };
}
/** textOf is the text of the patterns, as people wrote them. */
function textOf(patterns) {
    return patterns.map((pattern) => pattern.text).join(', ');
}
/** The default branch as a pattern that matches only that branch. */
function defaultBranch({ eventName, ref, payload }) {
    // The payload of a schedule may name no repository, but schedules only run on the default branch.
    const named = (0,run_facts/* text */.Qq)(payload, 'repository.default_branch');
    const name = named ?? (eventName === 'schedule' ? branchOf(ref) : undefined);
    return name === undefined ? [] : exactly(name);
}
/** The pattern that matches only this name. */
function exactly(name) {
    const parsed = (0,filter_pattern/* parseFilterPattern */.UX)(name.replace(/[\\*?+[\]!]/g, '\\$&'));
    return parsed.ok ? [{ ...parsed.value, text: name }] : [];
}

;// CONCATENATED MODULE: ./build/gate/own-repository.js



/** Events on which something may be deleted: nobody outside can cause them. The first two are the default. */
const PRUNING_EVENTS = [
    'schedule',
    'workflow_dispatch',
    'push',
    'repository_dispatch',
];
/**
 * decideOwnGate is `decideGate` for an action that changes a registry without publishing a commit: only on branches,
 * and not in a fork. If the payload does not say whether it is a fork, it counts as one.
 */
function decideOwnGate({ events, branches }, facts) {
    const decision = decideGate({ commit: 'run', events, branches, gitTags: [], needs: undefined, allowSkipped: [] }, facts);
    if (decision.kind === 'open')
        return (0,verdict/* alsoAsking */.rN)(decision, [judgeFork(facts)]);
    return decision.kind === 'closed' ? decision : neverFollows(decision.event);
}
/** No event above is triggered by another run, so this is never reached. It closes the gate anyway. */
function neverFollows(event) {
    const rule = 'the run must not follow another one';
    const reason = { code: 'GATE_EVENT', rule, seen: `the event ${event}`, opens: 'run on a schedule' };
    return { kind: 'closed', event, reasons: [reason], held: [], checks: [] };
}
function judgeFork({ payload }) {
    const rule = 'the repository must not be a fork';
    const fork = (0,run_facts/* field */.ZZ)(payload, 'repository.fork');
    const seen = `repository.fork is ${fork === undefined ? 'missing' : JSON.stringify(fork)}`;
    if (fork === false)
        return { rule, seen };
    return { code: 'GATE_FORK', rule, seen, opens: 'run the workflow in the repository that it was forked from' };
}


/***/ }),

/***/ 9231:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Le: () => (/* binding */ heldOf),
/* harmony export */   M2: () => (/* binding */ WHEN_CLOSED),
/* harmony export */   qw: () => (/* binding */ openFor),
/* harmony export */   rN: () => (/* binding */ alsoAsking),
/* harmony export */   yU: () => (/* binding */ closedBy),
/* harmony export */   z6: () => (/* binding */ endingOf)
/* harmony export */ });
/* unused harmony exports COMMITS, openForImage, closedAfter */
/** Which commit an image is of: the commit of the run, or the one that the image itself names (a promotion). */
const COMMITS = (/* unused pure expression or super */ null && (['run', 'image']));
/** Not exported: only the functions of this file can open the gate. */
const open = Symbol('open');
const openToRead = Symbol('open to read');
/** How a closed gate ends the step (`when-closed`). */
const WHEN_CLOSED = ['skip', 'fail', 'skip-all'];
/** With these reasons, a run is not meant to publish. All other reasons are about missing or bad evidence. */
const NOT_MEANT = ['GATE_EVENT', 'GATE_REF', 'GATE_FORK'];
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
    return { ...granted, kind: 'open', subject, [open]: true };
}
/**
 * openForImage opens the gate for the commit that an image names. The import table keeps this function inside the room.
 */
function openForImage({ event, run, held, checks }, subject) {
    return { kind: 'open', event, run, subject, held, checks, [open]: true };
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


/***/ }),

/***/ 5436:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   cK: () => (/* binding */ matches),
/* harmony export */   m: () => (/* binding */ parseDigest),
/* harmony export */   ol: () => (/* binding */ digestOf)
/* harmony export */ });
/* unused harmony export shortDigest */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7598);

const DIGEST = /^(?:sha256:[0-9a-f]{64}|sha384:[0-9a-f]{96}|sha512:[0-9a-f]{128})$/;
/** parseDigest returns the text as a Digest, or undefined if it is not one. */
function parseDigest(text) {
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
    return `${algorithm}:${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)(algorithm).update(bytes).digest('hex')}`;
}


/***/ }),

/***/ 3847:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   FL: () => (/* binding */ parsePlatform),
/* harmony export */   uZ: () => (/* binding */ parseOsVersion)
/* harmony export */ });
/* unused harmony exports platformNames, sameMachine, asEnginesRead */
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

/***/ 7755:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Cf: () => (/* binding */ isRegistry),
/* harmony export */   F2: () => (/* binding */ parseReference),
/* harmony export */   Kx: () => (/* binding */ TAG_RULE),
/* harmony export */   Ns: () => (/* binding */ DOCKER_HUB_SERVER),
/* harmony export */   RB: () => (/* binding */ sameRepository),
/* harmony export */   SU: () => (/* binding */ parseRepository),
/* harmony export */   Xb: () => (/* binding */ DOCKER_HUB),
/* harmony export */   aR: () => (/* binding */ repositoryName),
/* harmony export */   cJ: () => (/* binding */ sameRegistry),
/* harmony export */   dz: () => (/* binding */ isTag),
/* harmony export */   kU: () => (/* binding */ dockerServer)
/* harmony export */ });
/* unused harmony exports referenceName, subjectName */
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5436);

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
    const digest = at < 0 ? undefined : (0,_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .parseDigest */ .m)(text.slice(at + 1));
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


/***/ }),

/***/ 6611:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ deletableAt),
/* harmony export */   m: () => (/* binding */ undoAt)
/* harmony export */ });
const OWN_API = 'it deletes by its own API, which this version does not support';
/** Registries by their hosts. All others follow the distribution specification, or reject the request. */
const MAKERS = [
    [/^docker\.io$/, { kind: 'no', maker: 'Docker Hub', why: OWN_API }],
    [/^docker\.pkg\.github\.com$|^containers\./, { kind: 'no', maker: 'GitHub Packages', why: OWN_API }],
    [/^public\.ecr\.aws$|^ecr-public\.aws\.com$/, { kind: 'no', maker: 'Amazon ECR Public', why: OWN_API }],
    [/\.dkr[.-]ecr[.-]/, { kind: 'by-identity', maker: 'Amazon ECR' }],
    [
        /(?:^|\.)gcr\.io$|\.pkg\.dev$/,
        {
            kind: 'no',
            maker: 'Artifact Registry',
            why: 'its tags must be deleted before the image, and if that fails, images without a tag remain',
        },
    ],
    [/\.azurecr\.(?:io|cn|us)$/, { kind: 'experimental', maker: 'Azure Container Registry' }],
    [/^quay\.io$/, { kind: 'no', maker: 'Quay', why: OWN_API }],
    [/^registry\.gitlab\.com$/, { kind: 'experimental', maker: 'GitLab' }],
    [/\.jfrog\.io$/, { kind: 'experimental', maker: 'Artifactory' }],
];
/** deletableAt tells what this version can delete at a registry, by its host. */
function deletableAt({ registry }) {
    const host = registry.toLowerCase().replace(/:\d+$/, '');
    return MAKERS.find(([pattern]) => pattern.test(host))?.[1] ?? { kind: 'yes', maker: registry };
}
/** undoAt tells whether, and until when, deleted images can be restored. */
function undoAt({ registry }) {
    if (registry === 'ghcr.io')
        return 'by GitHub for 30 days (POST …/versions/{id}/restore); with the undo file as long as the layers exist';
    if (deletableAt({ registry, path: '' }).maker === 'Amazon ECR')
        return 'with the undo file as long as the layers exist, for which Amazon promises no time';
    return 'with the undo file, until the registry collects its garbage';
}


/***/ }),

/***/ 8653:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ parseDeployed)
/* harmony export */ });
/* harmony import */ var _image_digest_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5436);
/* harmony import */ var _image_reference_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(7755);


/** The prefix that Kubernetes and container runtimes write before a reference or a digest (`docker-pullable://`). */
const SCHEME = /^[a-z][a-z0-9-]*:\/\//;
/**
 * parseDeployed reads one line as engines and clusters print it. The text before a digest is ignored: it may name a
 * mirror or a proxy. Undefined if the line names neither a digest nor a tag.
 */
function parseDeployed(line) {
    const text = line.replace(SCHEME, '');
    const digest = (0,_image_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .parseDigest */ .m)(text.slice(text.lastIndexOf('@') + 1));
    if (digest !== undefined)
        return { kind: 'digest', digest };
    if (text.includes('@'))
        return undefined;
    const parsed = (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .parseReference */ .F2)(text);
    if (!parsed.ok)
        return undefined;
    const { tag } = parsed.value;
    return tag === undefined ? undefined : { kind: 'tag', reference: { ...parsed.value, tag } };
}


/***/ }),

/***/ 7266:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ failure)
/* harmony export */ });
/* unused harmony export unfinished */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9473);
/* harmony import */ var _image_reference_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(7755);
/* harmony import */ var _text_printable_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(4865);



/** failure is the outcome for any thrown error; if it is no ActionError, it is a bug of ours. */
function failure(thrown, redacted) {
    const { code, message, hint, cause } = thrown instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .l ? thrown : unexpected(thrown);
    // First masked, then cut: nobody would recognise half of a secret.
    const safe = (text) => (0,_text_printable_js__WEBPACK_IMPORTED_MODULE_2__/* .printable */ .g$)((0,_text_printable_js__WEBPACK_IMPORTED_MODULE_2__/* .shortened */ .vI)(redacted(text)));
    return { kind: 'failed', error: new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .l(code, safe(message), { hint: safe(hint), cause }), left: [] };
}
/**
 * unfinished is the outcome of a run that did not finish at every destination. Its error is the error of the first
 * destination that failed; the state is reported for all. At a destination that was not `ready`, nothing was written.
 */
function unfinished({ standing, ready, ifExists }, { runner, lifetime }) {
    const { signal } = lifetime;
    const left = standing.map((each, index) => {
        const error = each.error === undefined ? undefined : failure(each.error, runner.redacted).error;
        return { ...each, error, isUntouched: ready[index]?.ok !== true };
    });
    const first = standing.find(({ error }) => error !== undefined);
    const failed = failure(signal.aborted ? signal.reason : first?.error, runner.redacted).error;
    const error = ifExists === 'verify' && left.some(mayBeTagged) ? toldOfRebuilding(failed) : failed;
    const isOneOfMany = standing.length > 1 && first !== undefined && !signal.aborted;
    if (!isOneOfMany)
        return { kind: 'failed', error, left };
    const name = repositoryName(first.repository);
    const message = error.message.startsWith(name) ? error.message : `${name}: ${error.message}`;
    return { kind: 'failed', error: new ActionError(error.code, message, error), left };
}
/** Whether the SHA tag may show the image of this run now. */
function mayBeTagged({ isUntouched, tags: [sha] }) {
    return !isUntouched && sha?.state !== 'not-written' && sha?.state !== 'lost';
}
/** Running the job again does not help if it builds again, and creates another image of the commit. */
function toldOfRebuilding(error) {
    const { code, message, hint, cause } = error;
    if (code === 'TAG_EXISTS')
        return error;
    const rebuilding = 'The SHA tag may already show this image: run the job again with the same image. If the job builds it again, set "if-exists: keep".';
    return new ActionError(code, message, { hint: `${hint} ${rebuilding}`, cause });
}
function unexpected(thrown) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .l('UNEXPECTED', `Something happened that this action did not expect: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .asError */ .z)(thrown).message}`, {
        hint: 'This is a mistake in the action: please report it with the log of a run with debug logging on.',
        cause: thrown,
    });
}


/***/ }),

/***/ 6341:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   DJ: () => (/* binding */ deletedIn),
/* harmony export */   FD: () => (/* binding */ pruneData),
/* harmony export */   N6: () => (/* binding */ reasonsIn),
/* harmony export */   Y0: () => (/* binding */ plannedIn),
/* harmony export */   YJ: () => (/* binding */ tellPlanned),
/* harmony export */   mQ: () => (/* binding */ countsOf)
/* harmony export */ });
/* harmony import */ var _image_reference_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7755);

/** Most elements that `results` lists one by one: the size of an output is limited. The counts are complete. */
const MOST_LISTED = 200;
/** countsOf counts what was deleted, what stays because of our rules or the registry's, and what failed. */
function countsOf({ plan, fates }) {
    const of = (kind) => fates.filter((fate) => fate.kind === kind).length;
    return { deleted: of('deleted'), kept: plan.kept.length + of('protected') + of('left'), failed: of('failed') };
}
/** deletedIn are the digests that this run deleted. */
function deletedIn({ fates }) {
    return new Set(fates.filter(({ kind }) => kind === 'deleted').map(({ digest }) => digest));
}
/** plannedIn are the digests that the plan deletes. */
function plannedIn({ plan }) {
    return new Set(plan.groups.flat().map(({ digest }) => digest));
}
/** reasonsIn counts why manifests stay, without naming tags. */
function reasonsIn({ kept }) {
    const reasons = new Map();
    for (const { because } of kept) {
        const reason = because.replace(/^its tag "[^"]*"/, 'its tag');
        reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
    }
    return new Map([...reasons].sort(([, one], [, other]) => other - one));
}
/** tellPlanned describes in sentences what to look at before anything is deleted. */
function tellPlanned(pruned, { over, ignored }) {
    const unmatched = pruned.flatMap(({ plan }) => {
        if (plan.shapes.length === 0)
            return [];
        const name = (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .repositoryName */ .aR)(plan.holdings.repository);
        return [`${name}: no tag may be deleted, so nothing is. Most tags look like: ${plan.shapes.join(', ')}`];
    });
    const doubtful = pruned.flatMap(({ plan }) => plan.isDoubtful
        ? [
            `${(0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .repositoryName */ .aR)(plan.holdings.repository)}: a manifest without a tag cannot be read, so only tagged images are deleted.`,
        ]
        : []);
    const named = ignored.length === 0 ? [] : [`keep-digests: tags of other repositories are ignored: ${ignored.join(', ')}`];
    return [...over.map((line) => `${line} A real run would delete nothing.`), ...unmatched, ...doubtful, ...named];
}
/** pruneData is the result for a repository, for machines, as in the output `results`. */
function pruneData(each) {
    const { plan, fates } = each;
    const listed = (list) => list.slice(0, MOST_LISTED);
    const of = (kind) => listed(fates.filter((fate) => fate.kind === kind).map(({ kind: _, ...rest }) => rest));
    return {
        repository: (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .repositoryName */ .aR)(plan.holdings.repository),
        counts: { ...countsOf(each), planned: plannedIn(each).size, tagged: plan.tagged },
        planned: listed(plan.groups.flat().map(({ digest, tags }) => ({ digest, tags }))),
        'planned-bytes': plan.bytesFreed(plannedIn(each)) ?? null,
        deleted: of('deleted'),
        protected: of('protected'),
        failed: of('failed'),
        left: of('left'),
        reasons: Object.fromEntries(reasonsIn(plan)),
        kept: listed(plan.kept),
        undo: each.undo,
    };
}


/***/ }),

/***/ 6041:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   QV: () => (/* binding */ isSaid),
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   ZZ: () => (/* binding */ field),
/* harmony export */   id: () => (/* binding */ id),
/* harmony export */   kB: () => (/* binding */ time)
/* harmony export */ });
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
function text(payload, path) {
    const value = field(payload, path);
    return typeof value === 'string' && value !== '' ? value : undefined;
}
/** time reads a date and time, in milliseconds since 1970. */
function time(payload, path) {
    const value = Date.parse(text(payload, path) ?? '');
    return Number.isNaN(value) ? undefined : value;
}
/** id reads the numeric id of a repository; unlike its name, nobody can take it over. */
function id(payload, path) {
    const value = field(payload, path);
    return typeof value === 'number' && Number.isSafeInteger(value) ? String(value) : undefined;
}


/***/ }),

/***/ 6795:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ serverOf),
/* harmony export */   e: () => (/* binding */ isOfGitea)
/* harmony export */ });
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


/***/ }),

/***/ 9531:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  O: () => (/* binding */ githubRunner)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
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
var external_fs_ = __nccwpck_require__(9896);
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
var external_path_ = __nccwpck_require__(6928);
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

// EXTERNAL MODULE: ./build/run/facts.js
var facts = __nccwpck_require__(6041);
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
    if (eventName === 'pull_request' && (0,facts/* field */.ZZ)(payload, 'action') === 'synchronized')
        return { ...payload, action: 'synchronize' };
    return eventName === 'workflow_run' ? workflowRunInWords(payload) : payload;
}
/** The new commit of a push shows whether the push deletes a branch or tag. */
function pushInWords(payload) {
    const after = (0,facts/* text */.Qq)(payload, 'after');
    return after === undefined ? withoutField(payload, 'deleted') : { ...payload, deleted: NOTHING.test(after) };
}
/**
 * A run for a pull request, also of a fork, is reported as one of this repository. Only a push to a branch, if both the
 * branch and the path of the workflow name it, is certainly our own: a fork's pushes run in the fork.
 */
function workflowRunInWords(payload) {
    const run = (0,facts/* field */.ZZ)(payload, 'workflow_run');
    if (typeof run !== 'object' || run === null)
        return payload;
    const branch = (0,facts/* text */.Qq)(run, 'head_branch');
    const isOwnPush = (0,facts/* text */.Qq)(run, 'event') === 'push' &&
        branch !== undefined &&
        (0,facts/* text */.Qq)(run, 'path') === `${(0,facts/* text */.Qq)(payload, 'workflow.id')}@refs/heads/${branch}`;
    const others = withoutField(run, 'head_repository');
    const home = (0,facts/* field */.ZZ)(run, 'repository');
    const isHome = isOwnPush && home !== undefined;
    return { ...payload, workflow_run: isHome ? { ...others, head_repository: home } : others };
}
function withoutField(object, name) {
    return Object.fromEntries(Object.entries(object).filter(([key]) => key !== name));
}
/** giteaDoubts finds the fields that GitHub sends and these servers do not, and values that contradict the run. */
function giteaDoubts({ eventName, sha, payload }, server) {
    if (eventName === 'push') {
        const after = (0,facts/* text */.Qq)(payload, 'after');
        if (after === undefined)
            return { instead: ['deleted'], doubts: [`the field after is missing in the event that ${server} has sent`] };
        const isOther = after !== sha && !NOTHING.test(after);
        return { instead: [], doubts: isOther ? [`the push is to ${after}, and GITHUB_SHA is ${sha || 'missing'}`] : [] };
    }
    if (eventName === 'pull_request') {
        const own = (0,facts/* field */.ZZ)(payload, 'repository.id');
        const isOwn = own !== undefined && (0,facts/* field */.ZZ)(payload, 'pull_request.head.repo.id') === own;
        const instead = ['pull_request.user.type', 'sender.type'];
        // For a fork it does not matter who opened the pull request.
        const doubts = isOwn ? [`${server} does not say whether a person or a program opened the pull request`] : [];
        return { instead, doubts };
    }
    return { instead: [], doubts: [] };
}

// EXTERNAL MODULE: ./build/run/server.js
var run_server = __nccwpck_require__(6795);
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
    const server = (0,run_server/* serverOf */.F)(environment);
    const payload = (0,run_server/* isOfGitea */.e)(server) ? inGitHubsWords({ eventName, payload: sent }) : sent;
    // Older Enterprise Servers do not set the variable, and Gitea never does.
    const ofPayload = server.kind === 'github' ? undefined : (0,facts.id)(sent, 'repository.id');
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
    const gitea = (0,run_server/* isOfGitea */.e)(server) ? giteaDoubts(event, server.name) : { instead: [], doubts: [] };
    return [
        ...['repository.default_branch', ...always]
            .filter((path) => !gitea.instead.includes(path) && !(0,facts/* isSaid */.QV)(event.payload, path))
            .map((path) => `the field ${path} is missing in the event that ${server.name} has sent`),
        ...gitea.doubts,
    ];
}
function unknown({ url, api }) {
    return `the server ${url || 'without GITHUB_SERVER_URL'} with the API ${api || 'without GITHUB_API_URL'}, which is not known`;
}

// EXTERNAL MODULE: ./build/secret/masked.js
var masked = __nccwpck_require__(648);
// EXTERNAL MODULE: ./build/secret/runner-masks.js
var runner_masks = __nccwpck_require__(5843);
// EXTERNAL MODULE: ./build/secret/secret.js
var secret = __nccwpck_require__(9469);
// EXTERNAL MODULE: ./build/text/printable.js
var printable = __nccwpck_require__(4865);
// EXTERNAL MODULE: ./build/errors.js
var errors = __nccwpck_require__(9473);
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
    pages: () => pagesOf(process.env, (0,run_server/* serverOf */.F)(process.env)),
    publicAccounts: () => {
        const { GITHUB_ACTOR, GITHUB_TRIGGERING_ACTOR, GITHUB_REPOSITORY_OWNER } = process.env;
        return [GITHUB_ACTOR, GITHUB_TRIGGERING_ACTOR, GITHUB_REPOSITORY_OWNER].filter((name) => name !== undefined);
    },
    now: () => Date.now(),
    mask: (text) => {
        (0,masked/* remember */.kY)(text);
        for (const line of (0,runner_masks/* linesToMask */.rh)(text))
            setSecret(line);
    },
    redacted: masked/* redacted */.pc,
    noteSecret: masked/* rememberSecret */.Gz,
    withholds: masked/* isWithheld */.Ys,
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
const safe = (text) => (0,printable/* printable */.g$)((0,printable/* shortened */.vI)((0,masked/* redacted */.pc)(text)));
const safeLine = (text) => (0,printable/* printableLine */.oy)((0,printable/* shortened */.vI)((0,masked/* redacted */.pc)(text)));
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

/***/ 1084:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ startLifetime)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9473);

/**
 * Signals that end a step: the runner cancels with SIGINT, then SIGTERM; SIGHUP comes if a runner that was started by
 * hand ends with its terminal.
 */
const ENDINGS = ['SIGINT', 'SIGTERM', 'SIGHUP'];
/** How Node reports errors that nobody has caught. */
const STRAYS = ['uncaughtException', 'unhandledRejection'];
/**
 * startLifetime listens for those signals, for errors that nobody catches, and for the end of the runner itself. After
 * that, nobody reads the log, and no post step will remove what the step leaves.
 */
function startLifetime() {
    const controller = new AbortController();
    const started = performance.now();
    const { promise: lost, reject: lose } = Promise.withResolvers();
    lost.catch(() => { });
    let timer;
    const cancel = () => controller.abort(new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .l('CANCELLED', 'The run was cancelled.', {
        hint: 'Run the job again.',
    }));
    const breakOff = (thrown) => controller.abort((0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .asError */ .z)(thrown));
    const giveUp = () => lose(controller.signal.reason ?? new Error('it waited for something that could no longer happen'));
    for (const ending of ENDINGS)
        process.on(ending, cancel);
    for (const stray of STRAYS)
        process.on(stray, breakOff);
    process.on('beforeExit', giveUp);
    process.stdout.on('error', cancel);
    return {
        signal: controller.signal,
        lost,
        elapsed: () => performance.now() - started,
        limit: (minutes) => {
            // The timer does not keep alive a process in which nothing else runs.
            timer = setTimeout(() => controller.abort(timedOut(minutes)), minutes * 60_000).unref();
        },
        end: () => {
            clearTimeout(timer);
            for (const ending of ENDINGS)
                process.off(ending, cancel);
            for (const stray of STRAYS)
                process.off(stray, breakOff);
            process.off('beforeExit', giveUp);
            process.stdout.off('error', cancel);
        },
    };
}
function timedOut(minutes) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .l('TIMEOUT', `The step was not finished after ${minutes} minutes.`, {
        hint: 'The log above shows what was slow. If the image needs longer, raise "timeout".',
    });
}


/***/ }),

/***/ 648:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Gz: () => (/* binding */ rememberSecret),
/* harmony export */   Kb: () => (/* binding */ excerpt),
/* harmony export */   Ys: () => (/* binding */ isWithheld),
/* harmony export */   kY: () => (/* binding */ remember),
/* harmony export */   pc: () => (/* binding */ redacted)
/* harmony export */ });
/* harmony import */ var _text_printable_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4865);
/* harmony import */ var _runner_masks_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5843);


/** Everything that was masked in this process, with the forms that the runner masks: one job has one log. */
const masked = new Set();
/** remember stores a form of a secret for `redacted`, with all forms that the runner makes from it. */
function remember(form) {
    if (form.trim() === '')
        return;
    masked.add(form);
    for (const line of (0,_runner_masks_js__WEBPACK_IMPORTED_MODULE_0__/* .linesToMask */ .rh)(form))
        for (const mask of (0,_runner_masks_js__WEBPACK_IMPORTED_MODULE_0__/* .masksOf */ .JF)(line))
            masked.add(mask);
}
/** Lines of the workflow's secrets, which GitHub masked when the job began, even short ones. */
const ofWorkflow = new Set();
/** rememberSecret stores a text that the step got from a secret of the workflow. */
function rememberSecret(text) {
    const lines = text.split(/[\r\n]+/).filter((line) => line.trim() !== '');
    for (const line of lines)
        for (const mask of (0,_runner_masks_js__WEBPACK_IMPORTED_MODULE_0__/* .masksOf */ .JF)(line))
            ofWorkflow.add(mask);
}
/** isWithheld tells whether GitHub withholds an output with this value from later jobs. */
function isWithheld(output) {
    return [masked, ofWorkflow].some((masks) => [...masks].some((mask) => output.includes(mask)));
}
/** redacted returns a text without masked values, as the runner would show it. */
function redacted(text) {
    return (0,_runner_masks_js__WEBPACK_IMPORTED_MODULE_0__/* .withoutMasked */ .OV)(text, masked);
}
/**
 * excerpt returns the beginning of an outside text on one line, to quote it in a sentence. It is masked before it is
 * cut, because half of a secret would not be recognised. It is made printable when it is printed.
 */
function excerpt(text, longest) {
    return (0,_text_printable_js__WEBPACK_IMPORTED_MODULE_1__/* .shortened */ .vI)((0,_text_printable_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(redacted(text)), longest);
}


/***/ }),

/***/ 5843:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   JF: () => (/* binding */ masksOf),
/* harmony export */   OV: () => (/* binding */ withoutMasked),
/* harmony export */   rh: () => (/* binding */ linesToMask)
/* harmony export */ });
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


/***/ }),

/***/ 9469:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $e: () => (/* binding */ maskedForms),
/* harmony export */   Pl: () => (/* binding */ goJson),
/* harmony export */   zh: () => (/* binding */ Secret)
/* harmony export */ });
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

/***/ 4829:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   EN: () => (/* binding */ isInVain),
/* harmony export */   UX: () => (/* binding */ parseFilterPattern),
/* harmony export */   sK: () => (/* binding */ leavesNothing),
/* harmony export */   yy: () => (/* binding */ matchesFilter)
/* harmony export */ });
const ANYTHING = { takes: () => true, repeats: true, skips: [1] };
const IN_FOLDER = { takes: (character) => character !== '/', repeats: true, skips: [1] };
/** Nothing, or anything that ends with a slash: a fork before two pieces that can be skipped. */
const FOLDERS = [{ takes: () => false, skips: [1, 3] }, ANYTHING, literal('/')];
/**
 * parseFilterPattern reads GitHub's filter pattern language (docs.github.com, "Workflow syntax", "Filter pattern cheat
 * sheet"): `*` any characters but `/`, `**` any characters, `?` and `+` zero or one and one or more of the character
 * before, `[]` one of a set, `\` takes the next character as it is, and a leading `!` excludes.
 */
function parseFilterPattern(text) {
    const bad = (problem) => ({ ok: false, problem });
    const isNegative = text.startsWith('!');
    const name = isNegative ? text.slice(1) : text;
    if (name === '')
        return bad('names nothing');
    if (name.startsWith('refs/'))
        return bad('is a full ref; write only the name, such as "main"');
    // Whole characters, with one or two units of UTF-16.
    const body = [...name];
    const pieces = [];
    // "?" and "+" must follow one character or one set.
    let canRepeat = false;
    for (let at = 0; at < body.length; at++) {
        const character = body[at] ?? '';
        if (character === '*') {
            const isDouble = body[at + 1] === '*';
            const isFolder = isDouble && body[at + 2] === '/' && (at === 0 || body[at - 1] === '/');
            pieces.push(...(isFolder ? FOLDERS : [isDouble ? ANYTHING : IN_FOLDER]));
            at += isFolder ? 2 : isDouble ? 1 : 0;
            canRepeat = false;
        }
        else if (character === '?' || character === '+') {
            const repeated = pieces.pop();
            if (repeated === undefined || !canRepeat)
                return bad(`has "${character}" without a character before it to repeat`);
            pieces.push({ ...repeated, ...(character === '?' ? { skips: [1] } : { repeats: true }) });
            canRepeat = false;
        }
        else if (character === '[') {
            const end = body.indexOf(']', at + 1);
            const set = body.slice(at + 1, end).join('');
            if (end < 0)
                return bad('has "[" without "]"');
            if (!/^(?:[A-Za-z0-9]-[A-Za-z0-9]|[^\\[\]^-])+$/u.test(set) || !isOrdered(set))
                return bad(`has the set "[${set}]", which matches no character`);
            pieces.push(oneOf(set));
            at = end;
            canRepeat = true;
        }
        else {
            const isEscape = character === '\\';
            if (isEscape && at + 1 === body.length)
                return bad('ends with "\\"');
            if (isEscape)
                at += 1;
            pieces.push(literal(body[at] ?? ''));
            canRepeat = true;
        }
    }
    return { ok: true, value: { text, isNegative, pieces } };
}
function literal(expected) {
    return { takes: (character) => character === expected };
}
function oneOf(set) {
    const listed = new RegExp(`[${set}]`, 'u');
    return { takes: (character) => listed.test(character) };
}
/** What the name of a branch or tag cannot contain (git-check-ref-format). */
const NO_NAME = /[\p{Cc} ~^:?*[\\]|\.\.|@\{|\/\/|^[./]|\/\.|[./]$|\.lock(?:\/|$)/u;
/** isInVain tells whether a pattern contains something that no branch or tag can have, so that it never matches. */
function isInVain({ text, isNegative }) {
    const name = text.slice(isNegative ? 1 : 0);
    // Any open part of the pattern could be a letter.
    const fixed = name.replace(/\*+|\[[^\]]*\][?+]?|\\?(.)([?+]?)/gsu, (_all, character, sign) => character === undefined || sign !== '' ? 'x' : character);
    return NO_NAME.test(fixed);
}
/** leavesNothing tells whether a later pattern cancels every pattern of a list that accepts names. */
function leavesNothing(patterns) {
    return patterns.every(({ text, isNegative }, at) => {
        const undo = text.includes('/') || text.includes('**') ? [`!${text}`, '!**'] : [`!${text}`, '!*', '!**'];
        return isNegative || patterns.slice(at + 1).some((later) => undo.includes(later.text));
    });
}
/** The ends of a range must go up: `[9-0]` is empty. */
function isOrdered(set) {
    return [...set.matchAll(/(.)-(.)/g)].every(([, from = '', to = '']) => from <= to);
}
/** matchesFilter applies patterns in order, as GitHub does: the last one that matches the name decides. */
function matchesFilter(name, patterns) {
    return patterns.findLast(({ pieces }) => fits(pieces, name))?.isNegative === false;
}
/**
 * All ways through the pattern are followed at the same time, one step for each character. A regular expression would
 * try them one after the other, and take too long for some patterns.
 */
function fits(pieces, name) {
    let places = withSkips(pieces, [0]);
    for (const character of name) {
        const next = [...places].flatMap((place) => {
            const piece = pieces[place];
            if (piece?.takes(character) !== true)
                return [];
            return piece.repeats === true ? [place, place + 1] : [place + 1];
        });
        places = withSkips(pieces, next);
    }
    return places.has(pieces.length);
}
/** If entries are added to a set during a loop, the loop visits them, too. */
function withSkips(pieces, places) {
    const reached = new Set(places);
    for (const place of reached)
        for (const skip of pieces[place]?.skips ?? [])
            reached.add(place + skip);
    return reached;
}


/***/ }),

/***/ 4865:
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


/***/ }),

/***/ 5765:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ inUnits)
/* harmony export */ });
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


/***/ }),

/***/ 704:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ readYamlList)
/* harmony export */ });
/** Longest text that is read, in characters. */
const LONGEST = 64 * 1024;
/** Parts of YAML that hide or change a value. */
const SPECIAL = {
    alias: 'an alias',
    anchor: 'an anchor',
    tag: 'a tag',
    'directive-line': 'a directive',
};
/**
 * readYamlList reads a YAML list of mappings from names to texts, and no other YAML: no anchors, aliases, tags,
 * directives, several documents or nested values. Every scalar is the text that was written: a number keeps its zeros.
 * Only a null is empty: `toJSON` makes one of a missing secret.
 * A problem never quotes the text, which may hold a secret. The parser takes as long to load as the rest of the step,
 * so it is loaded only if there is something to read.
 */
async function readYamlList(text, options) {
    if (text.length > LONGEST)
        return bad(`is longer than ${LONGEST} characters`);
    const yaml = await __nccwpck_require__.e(/* import() */ 815).then(__nccwpck_require__.t.bind(__nccwpck_require__, 8815, 19));
    const lines = new yaml.LineCounter();
    const document = yaml.parseDocument(text, { lineCounter: lines, prettyErrors: false, schema: 'failsafe' });
    const special = specialIn(text, yaml, options?.hasSecrets ?? false);
    if (special !== undefined)
        return bad(special);
    const [error] = [...document.errors, ...document.warnings];
    if (error !== undefined)
        return bad(`is not YAML in line ${lines.linePos(error.pos[0]).line} (${error.code})`);
    if (!yaml.isSeq(document.contents))
        return bad('is not a list; begin each entry with "- "');
    const entries = [];
    for (const item of document.contents.items) {
        const line = lines.linePos(item.range?.[0] ?? 0).line;
        if (!yaml.isMap(item))
            return bad(`has an entry without fields in line ${line}`);
        const fields = item.items.map(({ key, value }) => [textOf(key, yaml), textOf(value, yaml)]);
        if (!fields.every(isOfTexts))
            return bad(`has a field in the entry of line ${line} that is not plain text`);
        entries.push({ line, fields: new Map(fields) });
    }
    return { ok: true, value: entries };
}
function bad(problem) {
    return { ok: false, problem };
}
function specialIn(text, { CST, Lexer }, hasSecrets) {
    let line = 1;
    let isScalar = false;
    let lineOfScalar = 0;
    for (const lexeme of new Lexer().lex(text)) {
        const type = CST.tokenType(lexeme) ?? '';
        const kind = isScalar ? undefined : SPECIAL[type];
        if (kind !== undefined)
            return `has ${kind} in line ${line}; write each value out as plain text`;
        if (hasSecrets && type === 'comment' && lineOfScalar === line) {
            return `has a "#" behind a value in line ${line}, which would end it; write a secret as \${{ toJSON(secrets.NAME) }}`;
        }
        if (isScalar)
            lineOfScalar = line;
        isScalar = lexeme === CST.SCALAR;
        line += lexeme.split('\n').length - 1;
    }
    return undefined;
}
/** How YAML writes a null without quotes (1.2, core schema). */
const NULL = /^(?:null|Null|NULL|~)$/;
function textOf(node, { isScalar }) {
    if (!isScalar(node) || typeof node.value !== 'string')
        return undefined;
    return node.type === 'PLAIN' && NULL.test(node.value) ? '' : node.value;
}
function isOfTexts(field) {
    return field[0] !== undefined && field[1] !== undefined;
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
/******/ /* webpack/runtime/create fake namespace object */
/******/ (() => {
/******/ 	var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 	var leafPrototypes;
/******/ 	// create a fake namespace object
/******/ 	// mode & 1: value is a module id, require it
/******/ 	// mode & 2: merge all properties of value into the ns
/******/ 	// mode & 4: return value when already ns object
/******/ 	// mode & 16: return value when it's Promise-like
/******/ 	// mode & 8|1: behave like require
/******/ 	__nccwpck_require__.t = function(value, mode) {
/******/ 		if(mode & 1) value = this(value);
/******/ 		if(mode & 8) return value;
/******/ 		if(typeof value === 'object' && value) {
/******/ 			if((mode & 4) && value.__esModule) return value;
/******/ 			if((mode & 16) && typeof value.then === 'function') return value;
/******/ 		}
/******/ 		var ns = Object.create(null);
/******/ 		__nccwpck_require__.r(ns);
/******/ 		var def = {};
/******/ 		leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 		for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 			Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 		}
/******/ 		def['default'] = () => (value);
/******/ 		__nccwpck_require__.d(ns, def);
/******/ 		return ns;
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
/******/ /* webpack/runtime/make namespace object */
/******/ (() => {
/******/ 	// define __esModule on exports
/******/ 	__nccwpck_require__.r = (exports) => {
/******/ 		if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 		}
/******/ 		Object.defineProperty(exports, '__esModule', { value: true });
/******/ 	};
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
/******/ var __webpack_exports__ = __nccwpck_require__(5162);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
