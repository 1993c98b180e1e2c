export const id = 757;
export const ids = [757];
export const modules = {

/***/ 9757:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openProving: () => (/* binding */ openProving)
});

// EXTERNAL MODULE: ./build/proof/make-statement.js + 2 modules
var make_statement = __webpack_require__(3708);
;// CONCATENATED MODULE: ./build/proof/masked-text.js
/**
 * maskedPlace finds a masked text in a document, in a name or a value, and returns its place; undefined if there is
 * none. A text that the log hides must not be signed, stored and published.
 */
function maskedPlace(document, isMasked, place = 'predicate') {
    if (typeof document === 'string')
        return isMasked(document) ? place : undefined;
    if (typeof document !== 'object' || document === null)
        return undefined;
    for (const [name, value] of Object.entries(document)) {
        const at = Array.isArray(document) ? `${place}[${name}]` : `${place}.${isMasked(name) ? '***' : name}`;
        const found = isMasked(name) ? at : maskedPlace(value, isMasked, at);
        if (found !== undefined)
            return found;
    }
    return undefined;
}

// EXTERNAL MODULE: ./build/proof/unprovable.js
var unprovable = __webpack_require__(1085);
// EXTERNAL MODULE: ./build/proof/uris.js
var uris = __webpack_require__(8286);
// EXTERNAL MODULE: ./build/tags/keep-alike.js
var keep_alike = __webpack_require__(6042);
// EXTERNAL MODULE: ./build/text/canonical-json.js
var canonical_json = __webpack_require__(7827);
// EXTERNAL MODULE: ./build/image/destinations.js
var destinations = __webpack_require__(7437);
;// CONCATENATED MODULE: ./build/actions/publish/prove-kept.js

/**
 * proveKept verifies that the kept image of an earlier run has a proof by this job's own signer. This run states
 * nothing about it. Throws PROOF_FOREIGN, and what openSeal throws.
 */
async function proveKept({ inputs, verdict }, ready, world) {
    const [digest, ...others] = new Set((0,destinations/* allThere */.W$)(ready).flatMap(({ before }) => before.kept?.manifest.digest ?? []));
    if (digest === undefined)
        throw new Error('no image is kept');
    const { openSeal } = await __webpack_require__.e(/* import() */ 645).then(__webpack_require__.bind(__webpack_require__, 1645));
    const sealing = await openSeal(inputs, ready, world);
    const attach = await sealing.keep({ digests: [digest, ...others], commit: verdict.run.commit });
    return {
        seal: attach,
        proveNewer: sealing.proveNewer,
        keep: async () => ({ signed: sealing.told()?.signed }),
        told: sealing.told,
    };
}

;// CONCATENATED MODULE: ./build/actions/publish/prove.js







const NOTHING = { seal: async () => [], keep: async () => undefined, told: () => undefined };
/**
 * openProving finds what is missing for a proof before anything is pushed. A statement is only about the image that
 * this run has tested: if an earlier run's image is kept, it must already have one. Throws PROOF_DENIED, PROOF_SIGNING,
 * PROOF_FOREIGN, PROOF_UNREADABLE, PROOF_NO_TRUST_ROOT or INPUT_INVALID.
 */
async function openProving(delivery, ready, world) {
    const { inputs } = delivery;
    const { runner, keptFiles } = world;
    const isAsked = inputs.proof !== 'none';
    if ((0,keep_alike/* keptAnywhere */.o)(ready) !== undefined)
        return isAsked ? proveKept(delivery, ready, world) : NOTHING;
    let predicate = (0,make_statement/* makePredicate */.Q)(decided(delivery, world));
    // Only what the registry will serve is missing in it, and no mask is in a digest.
    const hidden = maskedPlace(predicate, runner.withholds);
    if (isAsked && hidden !== undefined)
        throw (0,unprovable/* masked */.Iv)(hidden);
    const sealing = isAsked && !inputs.dryRun ? await openSealing(delivery, ready, world) : undefined;
    return {
        seal: async (held) => {
            predicate = (0,make_statement/* makePredicate */.Q)(decided(delivery, world, held[0]?.verified));
            return (await sealing?.sign(predicate, held)) ?? [];
        },
        proveNewer: sealing?.proveNewer,
        keep: async () => {
            if (hidden !== undefined) {
                runner.warning('No predicate', (0,unprovable/* masked */.Iv)(hidden).message);
                return undefined;
            }
            const path = await keptFiles.keep('predicate.json', (0,canonical_json/* canonicalJson */.d)(predicate));
            return { predicate: { path, type: uris/* PREDICATE_TYPE */.To }, signed: sealing?.told()?.signed };
        },
        told: () => sealing?.told(),
    };
}
/** The signer is loaded only if a proof is required. */
async function openSealing({ inputs }, ready, world) {
    const { openSeal } = await __webpack_require__.e(/* import() */ 645).then(__webpack_require__.bind(__webpack_require__, 1645));
    return openSeal(inputs, ready, world);
}
function decided({ verdict, inputs, scan, source, plans }, { runner }, primary) {
    const { id, root, platforms } = source.tested;
    const [first, ...others] = plans.flatMap(({ repository, ...made }) => made.ok ? [{ repository, plan: made.value }] : []);
    if (first === undefined)
        throw new Error('there is no destination');
    const [revision, ...different] = new Set(platforms.map((each) => each.revision));
    const image = {
        id,
        platforms: primary?.platforms ?? platforms.map(({ platform }) => platform),
        revision: different.length === 0 ? revision : undefined,
        served: primary?.manifest.digest ?? root,
    };
    return { origin: runner.origin(), verdict, inputs, scan, image, plans: [first, ...others], now: runner.now() };
}


/***/ }),

/***/ 3708:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Q: () => (/* binding */ makePredicate),
  U: () => (/* binding */ makeStatement)
});

// EXTERNAL MODULE: ./build/image/reference.js
var reference = __webpack_require__(7755);
// EXTERNAL MODULE: ./build/text/canonical-json.js
var canonical_json = __webpack_require__(7827);
;// CONCATENATED MODULE: ./build/proof/bounds.js

/** Longest text, in bytes of UTF-8. */
const LONGEST_TEXT = 1024;
/** Largest predicate, in bytes. */
const LARGEST_PREDICATE = 256 * 1024;
/** Longest lists, by their place in our field. */
const LONGEST_LISTS = {
    rules: 200,
    checks: 200,
    needs: 200,
    scans: 32,
    'image.platforms': 64,
    destinations: 64,
    plannedTags: 400,
    'policy.branches': 200,
    'policy.gitTags': 200,
    'policy.events': 200,
    'policy.allowSkipped': 200,
    'policy.requiredChecks': 200,
    'policy.scan.tools': 32,
    'policy.expectedPlatforms': 64,
};
/**
 * bounded cuts our field to its limits: first each text, then each list. Then it halves the list with the most bytes
 * until the whole predicate, with `besides` bytes of other content, is small enough. `truncated` has the original
 * lengths, so that readers know what is incomplete. The same field is always cut in the same way.
 */
function bounded(field, besides) {
    const cut = { texts: 0 };
    const short = shortTexts(field, cut);
    const texts = cut.texts === 0 ? {} : { text: cut.texts };
    const limits = { ...LONGEST_LISTS };
    for (;;) {
        const { value, truncated } = shortLists(short, limits);
        const told = { ...texts, ...truncated };
        const whole = { ...value, ...(Object.keys(told).length === 0 ? {} : { truncated: told }) };
        if (besides + sizeOf(whole) <= LARGEST_PREDICATE)
            return whole;
        const [longest, length] = longestList(whole);
        // Without any list, only some thirty short texts remain.
        if (longest === '' || length === 0)
            return whole;
        limits[longest] = Math.floor(length / 2);
    }
}
function shortTexts(value, cut) {
    if (typeof value === 'string') {
        if (Buffer.byteLength(value) <= LONGEST_TEXT)
            return value;
        cut.texts += 1;
        return beginningOf(value);
    }
    if (Array.isArray(value))
        return value.map((each) => shortTexts(each, cut));
    if (typeof value !== 'object' || value === null)
        return value;
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, shortTexts(each, cut)]));
}
/** Whole characters only, and a sign that the text was longer. */
function beginningOf(text) {
    let length = 3;
    let end = 0;
    for (const character of text) {
        length += Buffer.byteLength(character);
        if (length > LONGEST_TEXT)
            break;
        end += character.length;
    }
    return `${text.slice(0, end)}…`;
}
function shortLists(value, limits, place = '') {
    if (Array.isArray(value)) {
        const most = limits[place] ?? Number.POSITIVE_INFINITY;
        return { value: value.slice(0, most), truncated: value.length > most ? { [place]: value.length } : {} };
    }
    if (typeof value !== 'object' || value === null)
        return { value, truncated: {} };
    const members = Object.entries(value).map(([name, each]) => [name, shortLists(each, limits, place === '' ? name : `${place}.${name}`)]);
    return {
        value: Object.fromEntries(members.map(([name, { value: short }]) => [name, short])),
        truncated: Object.assign({}, ...members.map(([, { truncated }]) => truncated)),
    };
}
function longestList(field) {
    const sizes = Object.keys(LONGEST_LISTS).map((place) => {
        const list = place.split('.').reduce((value, name) => value[name], field);
        return Array.isArray(list) ? { place, length: list.length, size: list.length === 0 ? 0 : sizeOf(list) } : NO_LIST;
    });
    const { place, length } = sizes.reduce((most, each) => (each.size > most.size ? each : most), NO_LIST);
    return [place, length];
}
const NO_LIST = { place: '', length: 0, size: 0 };
function sizeOf(value) {
    return Buffer.byteLength((0,canonical_json/* canonicalJson */.d)(value));
}

// EXTERNAL MODULE: ./build/image/digest.js
var digest = __webpack_require__(5436);
;// CONCATENATED MODULE: ./build/proof/policy-rules.js


/**
 * rulesOf returns the rules of the gate's decision, without anything that it saw. Lists are sorted if their order has
 * no meaning, so that the same rules give the same bytes. Patterns keep their order, because the last match decides.
 * The number of joined parts, and which referrers were copied, are not rules.
 */
function rulesOf(inputs, { checks, ignoreList }) {
    const { commit, branches, gitTags, events, whenClosed, allowSkipped, needs, scan, expectedPlatforms } = inputs;
    return {
        commit,
        branches: branches === undefined ? 'default' : branches.map(({ text }) => text),
        gitTags: gitTags.map(({ text }) => text),
        events: distinct(events),
        whenClosed,
        allowSkipped: distinct(allowSkipped),
        requiredChecks: checkRules(checks),
        needs: needs !== undefined,
        scan: scan === undefined
            ? 'none'
            : {
                failOn: scan.failOn,
                tools: distinct(scan.tools.map((tool) => tool.toLowerCase())),
                binding: scan.binding,
                ignoreList: ignoreList === undefined ? 'none' : hexOf(ignoreList),
            },
        requireRevisionLabel: inputs.requireRevisionLabel,
        expectedPlatforms: expectedPlatforms.length === 0 ? 'none' : distinct(expectedPlatforms.map(platformText)),
        expectedImageId: inputs.expectedImageIds.length > 0,
    };
}
/** policyDigest is the SHA-256 of the rules' canonical JSON, in hex, so anyone who has the rules can compute it. */
function policyDigest(rules) {
    return hexOf((0,digest/* digestOf */.ol)(Buffer.from((0,canonical_json/* canonicalJson */.d)(rules))));
}
function checkRules(checks) {
    const rules = checks.map(({ name, appId }) => ({ name, ...(appId === undefined ? {} : { appId }) }));
    const byText = new Map(rules.map((rule) => [(0,canonical_json/* canonicalJson */.d)(rule), rule]));
    return [...byText].toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([, rule]) => rule);
}
function distinct(texts) {
    return [...new Set(texts)].toSorted();
}
/** The form that engines compare, however it was written. */
function platformText({ platform, osVersion }) {
    return osVersion === undefined ? platform : platform.replace('/', `(${osVersion})/`);
}
/** hexOf returns a digest without the name of its algorithm. */
function hexOf(digest) {
    return digest.slice(digest.indexOf(':') + 1);
}

// EXTERNAL MODULE: ./build/proof/uris.js
var uris = __webpack_require__(8286);
;// CONCATENATED MODULE: ./build/proof/make-statement.js





/**
 * makePredicate states that the gate allowed an image: SLSA's Verification Summary, with our own field for the facts of
 * the decision. For the same facts, only the time, the run's id and its attempt differ.
 */
function makePredicate(decided) {
    const { origin, verdict, inputs, scan, image, plans, now } = decided;
    const rules = rulesOf(inputs, { checks: verdict.checks, ignoreList: scan?.ignoreList });
    const summary = {
        verifier: { id: uris/* VERIFIER */.zO, version: { 'verified-image-push': uris/* VERSION */.xv } },
        timeVerified: new Date(now).toISOString().replace(/\.\d+Z$/, 'Z'),
        resourceUri: packageUrl(plans[0].repository, image.served),
        policy: { uri: `${origin.server}/${origin.workflow}`, digest: { sha256: policyDigest(rules) } },
        verificationResult: 'PASSED',
        verifiedLevels: levelsOf(rules),
        slsaVersion: uris/* SLSA_VERSION */.Xz,
    };
    const field = {
        schema: uris/* GATE_SCHEMA */.yG,
        run: runOf(decided),
        policy: rules,
        rules: verdict.held.map(({ rule, seen, by }) => ({ rule, seen, vouchedBy: by ?? 'runner' })),
        checks: verdict.checks.flatMap(provedCheck),
        needs: jobsOf(inputs.needs),
        scans: (scan?.runs ?? []).map(provedScan),
        image: {
            id: image.id,
            platforms: image.platforms,
            ...(image.revision === undefined ? {} : { revision: image.revision }),
            vouchedBy: 'read',
        },
        destinations: plans.map(({ repository }) => (0,reference/* repositoryName */.aR)(repository)),
        plannedTags: plans.flatMap(({ plan }) => plannedTags(plan)),
    };
    const besides = Buffer.byteLength((0,canonical_json/* canonicalJson */.d)({ ...summary, [uris/* GATE_FIELD */.DD]: '' }));
    return { ...summary, [uris/* GATE_FIELD */.DD]: bounded(field, besides) };
}
/** makeStatement creates one statement about the image, with all its names and digests at its destinations. */
function makeStatement(predicate, placed) {
    const subjects = new Map(placed.map(({ repository, digest }) => {
        const [algorithm = '', hex = ''] = digest.split(':');
        const name = (0,reference/* subjectName */.wn)(repository);
        return [`${name}@${digest}`, { name, digest: { [algorithm]: hex } }];
    }));
    return { _type: uris/* STATEMENT_TYPE */.zG, subject: [...subjects.values()], predicateType: uris/* PREDICATE_TYPE */.To, predicate };
}
function runOf({ origin, verdict: { run: of, event } }) {
    const { server, repository, repositoryId, ownerId, workflow, runId, attempt } = origin;
    const run = { server, repository, repositoryId, ownerId, workflow, id: runId, attempt };
    return { ...run, commit: of.commit, ref: of.ref, event, vouchedBy: 'runner' };
}
/**
 * Our levels, for tools that only read levels. None begins with `SLSA_`, which belongs to SLSA. How the image was built
 * was not checked.
 */
function levelsOf({ requiredChecks, needs, scan, requireRevisionLabel, expectedImageId }) {
    const asked = {
        CHECKS: requiredChecks.length > 0,
        NEEDS: needs,
        SCAN: scan !== 'none',
        REVISION: requireRevisionLabel,
        TESTED_IMAGE: expectedImageId,
    };
    const own = Object.entries(asked).flatMap(([name, isAsked]) => (isAsked ? [`VERIFIED_IMAGE_PUSH_${name}`] : []));
    return ['SLSA_BUILD_LEVEL_UNEVALUATED', 'VERIFIED_IMAGE_PUSH_GATE', ...own];
}
/** If the gate is open, every check is in one of these states. */
function provedCheck({ name, state, by, askedBy, app, checkRun }) {
    if (state !== 'passed' && state !== 'left-out')
        return [];
    const report = { ...(app === undefined ? {} : { app }), ...(checkRun === undefined ? {} : { checkRun }) };
    return [{ name, state, reportedBy: by, askedBy, ...report, vouchedBy: 'api' }];
}
function jobsOf(needs) {
    const jobs = Object.entries(needs ?? {}).toSorted(([one], [other]) => (one < other ? -1 : 1));
    return jobs.map(([job, result]) => ({ job, result, vouchedBy: 'caller' }));
}
function provedScan({ tool, counts, setAside, binding }) {
    const names = binding.kind === 'named' ? { names: binding.digest } : {};
    return { tool, findings: counts, setAside, ...names, vouchedBy: 'caller' };
}
function plannedTags({ sha, versions, moving }) {
    return [
        { tag: (0,reference/* referenceName */.z$)(sha), kind: 'sha' },
        ...versions.map((version) => ({ tag: (0,reference/* referenceName */.z$)(version), kind: 'version' })),
        ...moving.map(({ target }) => ({ tag: (0,reference/* referenceName */.z$)(target), kind: 'moving' })),
    ];
}
/** packageUrl is the name of an image in a repository (purl-spec, type `oci`). */
function packageUrl(repository, digest) {
    const name = repository.path.slice(repository.path.lastIndexOf('/') + 1);
    const version = digest === undefined ? '' : `@${encodeURIComponent(digest)}`;
    const url = encodeURIComponent((0,reference/* repositoryName */.aR)(repository)).replaceAll('%2F', '/').replaceAll('%3A', ':');
    return `pkg:oci/${name}${version}?repository_url=${url}`;
}


/***/ }),

/***/ 1085:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Iv: () => (/* binding */ masked),
/* harmony export */   V$: () => (/* binding */ foreign),
/* harmony export */   _5: () => (/* binding */ noRoot)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9473);

/** masked is the error for a fact that the log hides. */
function masked(place) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .l('PROOF_SIGNING', `The statement of the gate contains a masked text, at ${place}: a text that the log hides is not published.`, {
        hint: 'Find the secret whose value is an ordinary word, such as a name or a branch, and store it as a variable instead.',
    });
}
/** foreign is the error for a kept image of an earlier run without a proof by this job. `why`: a sentence. */
function foreign(digest, why) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .l('PROOF_FOREIGN', `The image ${digest} of an earlier run is kept. This run has not tested it, so it signs nothing, and no proof by this job was found. ${why}`, {
        hint: 'If a Sigstore that you run has signed a proof of it, set "trusted-root". If there is none, run the job of that image again, or publish the same image with "if-exists: verify", so that it is signed by the run that tested it.',
    });
}
/** noRoot is the error if there is no root to verify a proof of an earlier run with. */
function noRoot() {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .l('PROOF_NO_TRUST_ROOT', 'There is no trusted root to verify its proof with.', {
        hint: 'If a Sigstore that you run has signed it, set "trusted-root".',
    });
}


/***/ }),

/***/ 8286:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DD: () => (/* binding */ GATE_FIELD),
/* harmony export */   To: () => (/* binding */ PREDICATE_TYPE),
/* harmony export */   Xz: () => (/* binding */ SLSA_VERSION),
/* harmony export */   xv: () => (/* binding */ VERSION),
/* harmony export */   yG: () => (/* binding */ GATE_SCHEMA),
/* harmony export */   zG: () => (/* binding */ STATEMENT_TYPE),
/* harmony export */   zO: () => (/* binding */ VERIFIER)
/* harmony export */ });
/**
 * The names of our statements and their fields. They never change. They are constants: if a variable could change them,
 * a statement could look like another tool's.
 */
/** The address of this project; OWNER is replaced at publication. */
const HOME = 'https://github.com/OWNER/verified-image-push';
/** The version of the package; a test compares it with package.json. */
const VERSION = '0.0.0';
/** The verifier (SLSA, `verifier.id`). */
const VERIFIER = HOME;
/** Our own field of the predicate, and the schema of its content. A change that breaks readers needs v2. */
const GATE_FIELD = `${HOME}/gate/v1`;
const GATE_SCHEMA = `${HOME}/blob/main/docs/proof/gate-v1.schema.json`;
/** in-toto Statement v1 (in-toto/attestation, spec/v1/statement.md). */
const STATEMENT_TYPE = 'https://in-toto.io/Statement/v1';
/** SLSA 1.2, verification_summary.md. */
const PREDICATE_TYPE = 'https://slsa.dev/verification_summary/v1';
const SLSA_VERSION = '1.2';


/***/ }),

/***/ 7827:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ canonicalJson)
/* harmony export */ });
/**
 * canonicalJson writes a value in the form of RFC 8785 (JSON Canonicalization Scheme): no white space, members in the
 * order of the UTF-16 units of their names, numbers and strings as in ECMAScript. Undefined values are left out. Text
 * that is not Unicode (half of a surrogate pair) has no canonical form: U+FFFD replaces it.
 */
function canonicalJson(value) {
    if (typeof value === 'string')
        return JSON.stringify(value.toWellFormed());
    if (Array.isArray(value))
        return `[${value.map(canonicalJson).join(',')}]`;
    if (typeof value !== 'object' || value === null)
        return JSON.stringify(value);
    // JavaScript's own comparison uses the order of UTF-16 units.
    const members = Object.entries(value)
        .filter(([, member]) => member !== undefined)
        .sort(([one], [other]) => (one < other ? -1 : 1));
    return `{${members.map(([name, member]) => `${canonicalJson(name)}:${canonicalJson(member)}`).join(',')}}`;
}


/***/ })

};
