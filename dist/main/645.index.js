export const id = 645;
export const ids = [645];
export const modules = {

/***/ 1645:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openSeal: () => (/* binding */ openSeal)
});

// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(9473);
// EXTERNAL MODULE: ./build/image/destinations.js
var destinations = __webpack_require__(7437);
// EXTERNAL MODULE: ./build/image/reference.js
var reference = __webpack_require__(7755);
// EXTERNAL MODULE: ./build/image/digest.js
var digest = __webpack_require__(5436);
// EXTERNAL MODULE: ./build/image/media-types.js
var media_types = __webpack_require__(406);
// EXTERNAL MODULE: ./build/image/referrer.js
var referrer = __webpack_require__(539);
// EXTERNAL MODULE: ./build/proof/uris.js
var uris = __webpack_require__(8286);
;// CONCATENATED MODULE: ./build/proof/bundle-artifact.js




/** A bundle of Sigstore (protobuf-specs, v0.3). */
const BUNDLE = 'application/vnd.dev.sigstore.bundle.v0.3+json';
const EMPTY = { mediaType: 'application/vnd.oci.empty.v1+json', bytes: Buffer.from('{}') };
/** bundleArtifact creates the artifact that attaches a bundle to an image. `created` is a time in RFC 3339. */
function bundleArtifact(bundle, subject, created) {
    const config = partOf(EMPTY.mediaType, EMPTY.bytes);
    const layer = partOf(BUNDLE, bundle);
    const { mediaType, digest, size } = subject;
    const document = {
        schemaVersion: 2,
        mediaType: media_types/* MEDIA_TYPES */.Z2.ociManifest,
        artifactType: BUNDLE,
        config: config.blob,
        layers: [layer.blob],
        subject: { mediaType, digest, size },
        annotations: {
            'dev.sigstore.bundle.content': 'dsse-envelope',
            'dev.sigstore.bundle.predicateType': uris/* PREDICATE_TYPE */.To,
            'org.opencontainers.image.created': created,
        },
    };
    const bytes = Buffer.from(JSON.stringify(document));
    return { referrer: (0,referrer/* parseReferrer */.X)(bytes, media_types/* MEDIA_TYPES */.Z2.ociManifest), parts: [config, layer], bundle: layer.blob.digest };
}
function partOf(mediaType, bytes) {
    return { blob: { mediaType, digest: (0,digest/* digestOf */.ol)(bytes), size: bytes.length }, bytes };
}

// EXTERNAL MODULE: ./build/proof/choose-instance.js
var choose_instance = __webpack_require__(9326);
// EXTERNAL MODULE: ./build/text/service-address.js
var service_address = __webpack_require__(1668);
;// CONCATENATED MODULE: ./build/proof/choose-services.js


const AUTHORITY = { what: 'authority', versions: [1] };
const LOG = { what: 'log', versions: [1, 2] };
const CLOCK = { what: 'timestamp authority', versions: [1] };
/**
 * chooseServices picks the servers to sign with, of those that an instance announces (protobuf-specs, `SigningConfig`
 * and `Service`): valid now, of the newest known version, the newest of each operator. Throws PROOF_SIGNING.
 *
 * | announced                         | then                                                   |
 * |-----------------------------------|--------------------------------------------------------|
 * | no authority that can be used     | an error                                               |
 * | logs or clocks: `any`             | the newest one                                         |
 * | `all`                             | one of each operator                                   |
 * | a number                          | as many, of different operators; an error if there are fewer |
 * | logs, or clocks, none at all      | none of them                                           |
 * | some, of which none can be used   | an error                                               |
 * | a log of version 2, and no clock  | an error: that log has no time                         |
 * | neither a log nor a clock         | an error                                               |
 */
function chooseServices({ authorities, logs, clocks }, now) {
    const [authority] = chosen(AUTHORITY, authorities, 'any', now);
    if (authority === undefined)
        throw unusable('it announces no authority');
    const log = chosen(LOG, logs.servers, logs.count, now);
    const clock = chosen(CLOCK, clocks.servers, clocks.count, now);
    if (clock.length === 0 && log.every(({ version }) => version === 2))
        throw unusable('it announces nobody who says when something was signed');
    return {
        fulcio: addressOf(authority),
        logs: log.map((each) => ({ url: addressOf(each), version: each.version === 2 ? 2 : 1 })),
        clocks: clock.map(addressOf),
    };
}
function chosen({ what, versions }, servers, count, now) {
    if (servers.length === 0)
        return [];
    const valid = servers.filter(({ start, end = Number.POSITIVE_INFINITY }) => start <= now && now <= end);
    const version = Math.max(...valid.map((each) => each.version).filter((each) => versions.includes(each)));
    const newest = valid.filter((each) => each.version === version).toSorted((one, other) => other.start - one.start);
    const operators = new Map();
    for (const each of newest)
        if (!operators.has(each.operator))
            operators.set(each.operator, each);
    const found = [...operators.values()];
    if (found.length === 0)
        throw unusable(`none of its servers of the kind "${what}" is valid now and of a known version`);
    if (count === 'all')
        return found;
    const wanted = count === 'any' ? 1 : count;
    if (found.length < wanted)
        throw unusable(`it asks for ${wanted} of the kind "${what}", and only ${found.length} can be used`);
    return found.slice(0, wanted);
}
function addressOf({ url }) {
    if (!(0,service_address/* isServiceAddress */.o)(url))
        throw unusable(`"${url}" is no HTTPS address`);
    return url.replace(/\/+$/, '');
}
function unusable(why) {
    return new errors/* ActionError */.l('PROOF_SIGNING', `The signing configuration of this Sigstore cannot be used: ${why}.`, {
        hint: 'Use a newer version of this action. If there is none, look at the status of this Sigstore, or give its addresses in "sigstore-urls".',
    });
}

// EXTERNAL MODULE: ./build/proof/make-statement.js + 2 modules
var make_statement = __webpack_require__(3708);
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
const FIELDS = {
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
        const fields = Object.entries(FIELDS).map(([name, number]) => {
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

;// CONCATENATED MODULE: ./build/proof/own-signer.js


const AGAIN = 'Nothing was signed with it. Run the job again; if it fails again, look at the status of this Sigstore.';
/**
 * seeOwnToken checks that a token is for this run: with an identity from an earlier step, the signature would be in
 * another name. Throws PROOF_SIGNING.
 */
function seeOwnToken(claims, { repository, runId, sha }) {
    const wanted = { repository, run_id: runId, sha };
    for (const [name, own] of Object.entries(wanted)) {
        if (own === '' || String(claims[name] ?? '') !== own)
            throw another('identity token', { name, own, other: claims[name] });
    }
}
/** seeOwnCertificate checks that the certificate from Fulcio (DER) is for this run. Throws PROOF_SIGNING. */
function seeOwnCertificate(der, { server, repository, runId, attempt, sha }) {
    const read = readCertificate(der);
    if (!read.ok)
        throw new errors/* ActionError */.l('PROOF_SIGNING', `The certificate ${read.problem}.`, { hint: AGAIN });
    const address = `${server}/${repository}`;
    const { repositoryUri, commit, runUri } = read.value;
    const compared = [
        { name: 'repository', own: address, other: repositoryUri },
        { name: 'sha', own: sha, other: commit },
        { name: 'run', own: `${address}/actions/runs/${runId}/attempts/${attempt}`, other: runUri },
    ];
    for (const each of compared)
        if (each.other !== each.own)
            throw another('certificate', each);
}
function another(what, { name, own, other }) {
    return new errors/* ActionError */.l('PROOF_SIGNING', `The ${what} is not of this run: its ${name} is "${String(other ?? '')}", and this run's is "${own}".`, {
        hint: 'Nothing was signed with it. Look for an earlier step that changes the environment of this one (GITHUB_ENV).',
    });
}

;// CONCATENATED MODULE: ./build/push/attach-bundle.js


/**
 * attachBundle attaches a signed bundle to an image, and reads it back: the registry must list the bundle and serve
 * every byte. If `mayBeThere`, it first checks whether the bundle is already attached. Throws PROOF_NOT_ATTACHED.
 */
async function attachBundle(registry, { referrer, parts }, at) {
    const { manifest, subject } = referrer;
    const name = (0,reference/* repositoryName */.aR)(at.repository);
    try {
        if (at.mayBeThere === true && (await isThere(registry, { referrer, parts })))
            return;
        for (const { blob, bytes } of parts) {
            await registry.uploadBlob(blob, { open: () => bytesOf(bytes), signal: at.signal });
        }
        await registry.attach(referrer);
        await readBack(registry, { referrer, parts });
    }
    catch (error) {
        at.signal.throwIfAborted();
        const { message, ...more } = (0,errors/* asError */.z)(error);
        throw new errors/* ActionError */.l('PROOF_NOT_ATTACHED', `The proof ${manifest.digest} could not be attached to ${name}@${subject}: ${message}`, {
            hint: `${more.hint ?? ''} Version tags and moving tags were not written. Set "proof-store: github" if this registry shall hold no proof.`.trim(),
            cause: error,
        });
    }
}
/** A damaged bundle is attached again. */
async function isThere(registry, { referrer, parts }) {
    const listed = await registry.listReferrers(referrer.subject);
    if (!listed.includes(referrer.manifest.digest))
        return false;
    const has = await Promise.all(parts.map(({ blob }) => registry.hasBlob(blob)));
    if (has.includes(false))
        return false;
    return readBack(registry, { referrer, parts }).then(() => true, () => false);
}
async function readBack(registry, { referrer: { manifest, subject }, parts }) {
    const listed = await registry.listReferrers(subject);
    if (!listed.includes(manifest.digest))
        throw lost('the registry does not list it');
    const served = await registry.readReferrer(manifest.digest, subject);
    if (served === undefined || !sameBytes(served.manifest.bytes, manifest.bytes))
        throw lost('the registry serves another manifest, or none');
    for (const { blob, bytes } of parts) {
        const found = await registry.readBlob(blob);
        if (found === undefined || !sameBytes(found, bytes))
            throw lost(`the registry serves another ${blob.digest}, or none`);
    }
}
function lost(why) {
    return new errors/* ActionError */.l('CONTENT_MISSING', `it was put there, and ${why}.`, { hint: 'Run the job again.' });
}
function sameBytes(one, other) {
    return one.length === other.length && one.every((byte, at) => byte === other[at]);
}
async function* bytesOf(bytes) {
    yield bytes;
}

// EXTERNAL MODULE: ./build/report/tell-proof.js
var tell_proof = __webpack_require__(2527);
// EXTERNAL MODULE: ./build/secret/jwt.js
var jwt = __webpack_require__(7768);
// EXTERNAL MODULE: ./build/text/canonical-json.js
var canonical_json = __webpack_require__(7827);
// EXTERNAL MODULE: ./build/image/content.js
var content = __webpack_require__(8447);
// EXTERNAL MODULE: ./build/image/image.js
var image_image = __webpack_require__(9963);
;// CONCATENATED MODULE: ./build/image/proved.js
/** Neither is exported, so that only the functions below create these types. */
const vouched = Symbol('vouched');
const proved = Symbol('proved');
/** asVouched is only for the room proof/, which has judged the proof; a test checks that. */
function asVouched(judged) {
    return { ...judged, [vouched]: true };
}
/** asProved is only for the room verify/, which has read the image; a test checks that. */
function asProved({ commit, run }, manifest) {
    return { commit, run, manifest, [proved]: true };
}

// EXTERNAL MODULE: ./build/verify/registry-content.js
var registry_content = __webpack_require__(1237);
;// CONCATENATED MODULE: ./build/verify/verify-proved.js





/**
 * verifyProved checks an image of another run that has a proof, as deep as the level `graph`: every manifest and config
 * by its bytes, every layer by its size and first byte. Every platform must name the commit, since later runs read from
 * it where the tag is. Throws CONTENT_MISSING or IDENTITY_MISMATCH.
 */
async function verifyProved(registry, served, vouched) {
    const { digest, commit } = vouched;
    if (served.digest !== digest)
        throw verify_proved_another(`The proof is of ${digest}, and the registry serves ${served.digest}.`);
    const { platforms } = await (0,image_image/* readImage */.AM)((0,registry_content/* registryContent */.xr)(registry), served).catch(unlessWhole);
    const other = platforms.find(({ revision }) => revision !== commit);
    if (other === undefined)
        return asProved(vouched, served);
    throw verify_proved_another(`Its image for ${other.platform} does not say that it was built from ${commit}.`);
}
function unlessWhole(error) {
    if (!(error instanceof content/* ImageProblem */.d))
        throw error;
    throw new errors/* ActionError */.l('CONTENT_MISSING', `The registry does not serve it whole: ${error.message}.`, {
        hint: verify_proved_AGAIN,
        cause: error,
    });
}
const verify_proved_AGAIN = 'Publish that image again.';
function verify_proved_another(message) {
    return new errors/* ActionError */.l('IDENTITY_MISMATCH', message, { hint: verify_proved_AGAIN });
}

// EXTERNAL MODULE: ./build/gate/decide-gate.js
var decide_gate = __webpack_require__(5122);
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
const bundle_stores_BUNDLE = /^application\/vnd\.dev\.sigstore\.bundle(?:\.v\d+\.\d+\+json|\+json;version=\d+\.\d+)$/;
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
        const layers = found.manifest.layers.filter(({ mediaType }) => bundle_stores_BUNDLE.test(mediaType));
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

;// CONCATENATED MODULE: ./build/proof/shape.js
/** What is wrong with a document, and where, as the end of a sentence. */
class ShapeProblem extends Error {
    name = 'ShapeProblem';
}
const shape_text = (value, place) => {
    if (typeof value !== 'string')
        throw wrong(place, 'is no text');
    return value;
};
const whole = (value, place) => {
    if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0)
        throw wrong(place, 'is no whole number');
    return value;
};
const bool = (value, place) => {
    if (typeof value !== 'boolean')
        throw wrong(place, 'is neither true nor false');
    return value;
};
/** matching is a text of this form. */
function matching(form, name) {
    return (value, place) => {
        if (!form.test(shape_text(value, place)))
            throw wrong(place, `is no ${name}`);
        return value;
    };
}
/** oneOf is one of these texts. */
function oneOf(...texts) {
    return (value, place) => {
        const found = texts.find((each) => each === value);
        if (found === undefined)
            throw wrong(place, `is not ${texts.map((each) => `"${each}"`).join(' or ')}`);
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
            throw wrong(place, 'is no list');
        return value.map((each, at) => shape(each, `${place}[${at}]`));
    };
}
/** recordOf has any names, each with a value of one shape. */
function recordOf(shape) {
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
        throw wrong(place, 'is no object');
    return value;
}
function wrong(place, problem) {
    return new ShapeProblem(`${place} ${problem}`);
}

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
const DIGESTS = recordOf(HEX);
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
}, { truncated: recordOf(whole) });
const PREDICATE = objectOf({
    verifier: objectOf({ id: shape_text, version: recordOf(shape_text) }),
    timeVerified: TIME,
    resourceUri: shape_text,
    policy: objectOf({ uri: shape_text, digest: DIGESTS }),
    verificationResult: oneOf('PASSED'),
    verifiedLevels: listOf(shape_text),
    slsaVersion: shape_text,
    [uris/* GATE_FIELD */.DD]: FIELD,
});

;// CONCATENATED MODULE: ./build/proof/demands.js
/** Severities of findings, from the highest to the lowest. */
const SEVERITIES = ['critical', 'high', 'medium', 'low'];

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
    const counted = SEVERITIES.slice(0, SEVERITIES.indexOf(below) + 1);
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

// EXTERNAL MODULE: ./build/run/ref.js
var run_ref = __webpack_require__(6175);
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
    const fits = OF_ITS_REF.includes(event) ? isSame : event !== 'merge_group' || isQueueOf((0,run_ref/* branchOf */.W0)(about), ref);
    return lackIf(!fits, 'PROOF_REF', `is about the ref ${shown(about)}, and its run was on ${shown(ref)}`);
}
function hasRefOf(event, ref) {
    switch (event) {
        case 'merge_group':
            return (0,run_ref/* branchOf */.W0)(ref)?.startsWith(QUEUE) === true;
        case 'workflow_run':
            return (0,run_ref/* branchOf */.W0)(ref) !== undefined;
        case 'pull_request':
            return PULL_REQUEST.test(ref);
        default:
            return false;
    }
}
function isQueueOf(branch, ref) {
    const prefix = `${QUEUE}${branch ?? ''}/`;
    const queued = (0,run_ref/* branchOf */.W0)(ref) ?? '';
    return branch !== undefined && queued.startsWith(prefix) && IN_QUEUE.test(queued.slice(prefix.length));
}
function isDemanded(ref, { branches, gitTags }) {
    const branch = (0,run_ref/* branchOf */.W0)(ref);
    const gitTag = (0,run_ref/* gitTagOf */.Eb)(ref);
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
    const named = refs.kind === 'tag' ? (0,run_ref/* gitTagOf */.Eb)(at) : (0,run_ref/* branchOf */.W0)(at);
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

;// CONCATENATED MODULE: ./build/proof/own-demands.js



/** `owner/name/.github/workflows/file.yml@ref`, the name of a job's workflow in its token. */
const WORKFLOW = /^([^@\s]+\/\.github\/workflows\/[^@\s/]+)@(\S+)$/;
const own_demands_FULL_HASH = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
/**
 * ownDemands are the requirements for a proof by this job, or an earlier run of it: from this repository by its id, on
 * a ref and an event that may publish, by the same workflow (seeOwnName checks its ref). Undefined if the token does
 * not name the workflow.
 */
function ownDemands({ claims, origin, branches, gitTags, events }) {
    const { server, repository: name, repositoryId: id, ownerId } = origin;
    const { iss, runner_environment: runner } = claims;
    const own = workflowIn(claims);
    if (own === undefined || typeof iss !== 'string')
        return undefined;
    const patterns = anything();
    const kinds = ['branch', 'tag'];
    const signers = [
        ...patterns.flatMap((pattern) => kinds.map((kind) => ({ path: own.path, refs: { kind, pattern } }))),
        ...(own_demands_FULL_HASH.test(own.ref) ? [{ path: own.path, refs: { kind: 'commit', commit: own.ref } }] : []),
    ];
    return {
        issuer: iss,
        server,
        repository: { name, id, ownerId },
        branches,
        gitTags,
        events,
        // As this job runs.
        allowSelfHosted: runner === 'self-hosted',
        maxAge: undefined,
        statements: [{ predicateType: uris/* PREDICATE_TYPE */.To, signers }],
        facts: { checks: [], scans: [], policy: undefined },
    };
}
/**
 * seeOwnName checks the ref of the workflow that signed. A workflow of this repository has the ref of its run, which
 * was judged; a workflow of another repository must have the ref that this job uses.
 *
 * | workflow of          | ref of its name        | then   |
 * |----------------------|------------------------|--------|
 * | any repository       | the job's own          | signer |
 * | this repository      | the ref of the run     | signer |
 * | this repository      | any other              | no     |
 * | another repository   | any other              | no     |
 */
function seeOwnName({ certificate: { name, ref } }, job) {
    const { server, repository } = job.origin;
    const own = workflowIn(job.claims);
    const isAt = (at) => own !== undefined && at !== undefined && name === `${server}/${own.path}@${at}`;
    const isOfRepository = own?.path.startsWith(`${repository}/.github/`) === true;
    if (isAt(own?.ref) || (isOfRepository && isAt(ref)))
        return undefined;
    return { code: 'PROOF_SIGNER', lacks: `was signed by another workflow than this job: ${shown(name)}` };
}
function workflowIn(claims) {
    const [, path, ref] = WORKFLOW.exec(String(claims.job_workflow_ref ?? '')) ?? [];
    return path === undefined || ref === undefined ? undefined : { path, ref };
}
function anything() {
    const parsed = (0,filter_pattern/* parseFilterPattern */.UX)('**');
    return parsed.ok ? [parsed.value] : [];
}

;// CONCATENATED MODULE: ./build/proof/find-own-proof.js




/** findOwnProof finds a proof that this job, or an earlier run of it, signed; undefined if the job is unknown. */
async function findOwnProof(digest, stores, { trust, job, now, also }) {
    const demands = ownDemands(job);
    if (demands === undefined)
        return undefined;
    const seeOwn = (accepted) => seeOwnName(accepted, job) ?? also(accepted);
    return findProof(digest, stores, { trust, demands, now, also: seeOwn });
}
/** isIn tells whether a store has a bundle; false if the store cannot be read. */
async function isIn(store, digest, bundle) {
    const wanted = envelopeIn(bundle);
    try {
        for await (const found of store.look(digest, [uris/* PREDICATE_TYPE */.To]))
            if (found !== 'too-many' && 'bytes' in found && envelopeIn(found.bytes) === wanted)
                return true;
        return false;
    }
    catch (error) {
        if (error instanceof StoreProblem)
            return false;
        throw error;
    }
}
/** Bundles are compared by their signatures, because a store may rewrite the JSON. */
function envelopeIn(bundle) {
    try {
        const { dsseEnvelope } = JSON.parse(Buffer.from(bundle).toString());
        return JSON.stringify(dsseEnvelope?.signatures?.map(({ sig }) => sig));
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./build/proof/judge-newer.js




/**
 * judgeNewer tells whether a proof by this job's own signer allows a newer image to be restored under a moving tag. It
 * is used together with `judgeProof` and `ownDemands`: these are all requirements.
 *
 * | what must hold                                                             | judged by                          |
 * |----------------------------------------------------------------------------|------------------------------------|
 * | the certificate is of this repository and owner, by their numbers          | judgeProof, 6 and 7                |
 * | signed by the workflow of this job, at a ref and on an event that may publish | judgeProof, 4, 8 and 9; seeOwnName |
 * | one of its subjects is what the SHA tag shows                              | judgeProof, 10                     |
 * | its commit is the one that the SHA tag names                               | here, 1                            |
 * | it is of the ref by which the image is newer: of our branch, or the git tag | here, 2                            |
 * | of a release on GitHub, that is known to be no prerelease                  | here, 3                            |
 * | GitHub says that its commit comes after ours                               | here, 4                            |
 * | the tags that were planned for it have this one among those that move      | here, 5                            |
 * | the registry serves all of the image                                       | verifyProved                       |
 *
 * 2 and 3 are needed because a run plans its moving tags, but moves none of them for a prerelease.
 */
function judgeNewer({ predicate }, newer) {
    if (predicate === undefined)
        return { code: 'PROOF_PREDICATE', lacks: 'does not say what was published' };
    const { run, plannedTags } = predicate[uris/* GATE_FIELD */.DD];
    const { target, commit, ref, relation, isReleased } = newer;
    const tag = (0,reference/* referenceName */.z$)(target);
    const isPlanned = plannedTags.some((planned) => planned.kind === 'moving' && planned.tag === tag);
    return (lackIf(run.commit !== commit, 'PROOF_PREDICATE', `is of a run for another commit: ${shown(run.commit)}`) ??
        lackIf(run.ref !== ref, 'PROOF_REF', `is of a run for ${shown(run.ref)}, and not for ${shown(ref)}`) ??
        lackIf(run.event === 'release' && !((0,run_ref/* gitTagOf */.Eb)(run.ref) !== undefined && isReleased), 'PROOF_REF', 'is of a release that may be marked as a prerelease') ??
        lackIf(relation !== 'ahead', 'PROOF_DEMAND', 'is of a commit that GitHub does not say comes after this one') ??
        lackIf(!isPlanned, 'PROOF_DEMAND', `does not have ${tag} among the tags that its run was to move`));
}

;// CONCATENATED MODULE: ./build/proof/find-newer.js





/**
 * findNewer finds the proof that allows a newer image to be restored under a moving tag: another run of the same job
 * must have signed it. Throws PROOF_FOREIGN if this job is unknown; otherwise it throws the code of what the closest
 * proof lacks.
 */
async function findNewer(newer, stores, owning) {
    const { commit, manifest } = newer;
    const also = (accepted) => judgeNewer(accepted, newer);
    const search = await findOwnProof(manifest.digest, stores, { ...owning, also });
    const failure = search === undefined ? unknownJob() : failureOf(search);
    if (failure !== undefined)
        throw failure;
    // The certificate of an accepted proof names its run.
    const run = search?.sought[0]?.proof?.certificate.runUri;
    if (run === undefined)
        throw unknownJob();
    return asVouched({ digest: manifest.digest, commit, run });
}
function unknownJob() {
    return new errors/* ActionError */.l('PROOF_FOREIGN', 'The identity token does not tell by which workflow this job is run.', {
        hint: 'Look at who issues the identity tokens of this server.',
    });
}

;// CONCATENATED MODULE: ./build/proof/same-facts.js


/**
 * statesTheSame tells whether two statements of the gate differ only in what differs between runs with the same facts:
 * the time, the run's id, and its attempt.
 */
function statesTheSame(one, other) {
    return (0,canonical_json/* canonicalJson */.d)(factsOf(one)) === (0,canonical_json/* canonicalJson */.d)(factsOf(other));
}
function factsOf({ subject, predicateType, predicate }) {
    const { timeVerified: _, [uris/* GATE_FIELD */.DD]: field, ...summary } = (predicate ?? {});
    const { run, ...gate } = (field ?? {});
    const { id: _id, attempt: _attempt, ...origin } = run ?? {};
    return { subject, predicateType, summary, gate, origin };
}

// EXTERNAL MODULE: ./build/proof/unprovable.js
var unprovable = __webpack_require__(1085);
;// CONCATENATED MODULE: ./build/actions/publish/own-proof.js









/** openOwnProofs loads the trust root that verifies them, if one is known. Throws PROOF_NO_TRUST_ROOT. */
async function openOwnProofs({ inputs, claims, place, signing }, world) {
    const { runner } = world;
    const origin = runner.origin();
    const access = { token: runner.secretInput('github-token') };
    const { trustedRoot, gitTags, events } = inputs;
    const job = { claims, origin, branches: (0,decide_gate/* branchesThatPublish */.Nh)(inputs, runner.context()), gitTags, events };
    const trust = await trustBy(trustedRoot, place.authority, signing);
    const atGitHub = githubStore(signing.attested, access, origin.repository);
    const storesAt = (places) => [
        ...(place.stores.registry
            ? places.map(({ registry, repository }) => registryStore(registry, (0,reference/* repositoryName */.aR)(repository)))
            : []),
        ...(place.stores.github ? [atGitHub] : []),
    ];
    const find = async (digest, places, also) => trust && findOwnProof(digest, storesAt(places), { trust, job, now: runner.now(), also });
    return {
        same: async (statement, digest, places) => {
            const other = { code: 'PROOF_PREDICATE', lacks: 'states something else' };
            const search = await find(digest, places, (found) => statesTheSame(found.statement, statement) ? undefined : other);
            return foundIn(search);
        },
        kept: async (kept, places) => {
            const [digest] = kept.digests;
            const search = await find(digest, places, (found) => lackOfKept(found, kept, inputs));
            const found = foundIn(search);
            if (found !== undefined)
                return found;
            const failure = search && failureOf(search);
            if (failure?.code === 'PROOF_UNREADABLE')
                throw failure;
            throw (0,unprovable/* foreign */.V$)(digest, (failure ?? (0,unprovable/* noRoot */._5)()).message);
        },
        newer: async (newer, place) => {
            if (trust === undefined)
                throw (0,unprovable/* noRoot */._5)();
            return findNewer(newer, storesAt([place]), { trust, job, now: runner.now() });
        },
        isAtGitHub: (digest, bundle) => isIn(atGitHub, digest, bundle),
    };
}
/** Of the known instances, only the one that signs is asked for its root; for any other one none is known. */
async function trustBy(from, authority, { openTrust }) {
    if (from?.kind !== 'known')
        return from && openTrust(from, []);
    return authority === 'own' ? undefined : openTrust(from, [authority]);
}
function foundIn(search) {
    const proof = search?.sought[0]?.proof;
    return proof?.predicate && { bundle: proof.bundle, created: proof.predicate.timeVerified };
}
function lackOfKept({ statement, predicate }, { digests, commit }, inputs) {
    const isAbout = (digest) => statement.subject.some((each) => Object.entries(each.digest).some(([name, hex]) => `${name}:${hex}` === digest));
    if (!digests.every(isAbout))
        return { code: 'PROOF_SUBJECT', lacks: 'is not for the image at every destination' };
    const own = predicate?.[uris/* GATE_FIELD */.DD].run.commit;
    // A promoted image is of the commit that it names, and not of the run's commit.
    if (inputs.commit === 'run' && own !== commit)
        return { code: 'PROOF_PREDICATE', lacks: `is from a run for another commit: ${own ?? 'none'}` };
    return undefined;
}

;// CONCATENATED MODULE: ./build/actions/publish/seal.js














/**
 * openSeal asks for all that a signature needs before anything is pushed: the job's identity, the services that sign
 * and store, and what verifies earlier proofs.
 */
async function openSeal(inputs, ready, world) {
    const { runner, lifetime } = world;
    const facts = runner.context();
    const run = { ...runner.origin(), sha: facts.sha };
    const audience = inputs.sigstoreUrls?.audience ?? 'sigstore';
    const askToken = async () => {
        const token = await world.keyless.jobToken(audience).catch(whereDenied);
        const claims = (0,jwt/* claimsOf */.ds)(token.reveal()) ?? {};
        seeOwnToken(claims, run);
        return { token, claims };
    };
    const { claims } = await askToken();
    const there = (0,destinations/* allThere */.W$)(ready);
    const place = (0,choose_instance/* chooseInstance */.NF)(inputs, { facts, visibility: (0,choose_instance/* visibilityIn */.yl)(facts, claims), destinations: there.length });
    const access = { token: runner.secretInput('github-token') };
    const signing = await world.signing();
    if (place.stores.github && !inputs.dryRun)
        await signing.attestations.seeRight(access);
    const services = place.services ?? (await announcedBy(inputs, signing, runner.now()));
    const own = await openOwnProofs({ inputs, claims, place, signing }, world);
    const sign = async (statement) => {
        // The first token may have expired while the image was pushed.
        const { token } = await askToken();
        return signing.signer.sign(Buffer.from((0,canonical_json/* canonicalJson */.d)(statement)), {
            place: { name: place.name, ...services },
            token,
            accept: (certificate) => seeOwnCertificate(certificate, run),
            // The certificates for a registry are no reason to give the token to anyone but our own Sigstore.
            caFile: inputs.sigstoreUrls === undefined ? undefined : inputs.caFile,
        });
    };
    const store = async ({ bundle, isEarlier }, held) => {
        const digest = held[0]?.verified.manifest.digest;
        if (!place.stores.github)
            return undefined;
        if (isEarlier && digest !== undefined && (await own.isAtGitHub(digest, bundle)))
            return undefined;
        return signing.attestations.store(access, bundle);
    };
    let told;
    const keptIn = (signed, missing) => {
        told = { signed, missing };
        return signed;
    };
    const keepAt = async (proof, held) => {
        const names = place.stores.registry ? held.map(({ verified }) => (0,reference/* repositoryName */.aR)(verified.target)) : [];
        const unkept = { by: place.name, isLogged: services.logs.length > 0, isEarlier: proof.isEarlier, attached: [] };
        keptIn(unkept, [...(place.stores.github ? ['GitHub'] : []), ...names]);
        runner.info((0,tell_proof/* signedLine */.Rh)(unkept));
        const attestation = await store(proof, held);
        const stored = keptIn({ ...unkept, ...(attestation === undefined ? {} : { attestation }) }, names);
        const attach = async ({ registry, verified: { target, manifest } }) => {
            const { mediaType, digest, bytes } = manifest;
            const artifact = bundleArtifact(proof.bundle, { mediaType, digest, size: bytes.length }, proof.created);
            await attachBundle(registry, artifact, {
                repository: target,
                signal: lifetime.signal,
                mayBeThere: proof.isEarlier,
            });
            return artifact.referrer.manifest.digest;
        };
        const attached = await Promise.allSettled(place.stores.registry ? held.map(attach) : []);
        const there = attached.flatMap((each, at) => {
            const repository = held[at]?.verified.target;
            return each.status === 'fulfilled' && repository !== undefined ? [{ repository, digest: each.value }] : [];
        });
        const missing = names.filter((_, at) => attached[at]?.status === 'rejected');
        for (const line of (0,tell_proof/* keptLines */.So)(keptIn({ ...stored, attached: there }, missing)))
            runner.info(line);
        return attached.map((each) => (each.status === 'rejected' ? each.reason : undefined));
    };
    return {
        sign: async (predicate, held) => {
            told = { signed: undefined, missing: [] };
            const placed = held.map(({ verified: { target, manifest } }) => ({
                repository: target,
                digest: manifest.digest,
            }));
            const statement = (0,make_statement/* makeStatement */.U)(predicate, placed);
            const places = held.map(({ registry, verified }) => ({ registry, repository: verified.target }));
            const digest = placed[0]?.digest;
            // An image that did not exist before has no proof.
            const isKnown = digest !== undefined && held.some(({ before }) => before.sha.isOurs);
            const found = isKnown ? await own.same(statement, digest, places) : undefined;
            if (found !== undefined)
                return keepAt({ ...found, isEarlier: true }, held);
            return keepAt({ bundle: await sign(statement), created: predicate.timeVerified, isEarlier: false }, held);
        },
        keep: async (kept) => {
            const places = there.map(({ registry, before }) => ({ registry, repository: before.sha.target }));
            const found = await own.kept(kept, places);
            return (held) => keepAt({ ...found, isEarlier: true }, held);
        },
        proveNewer: async (registry, newer) => {
            const vouched = await own.newer(newer, { registry, repository: newer.target });
            return verifyProved(registry, newer.manifest, vouched);
        },
        told: () => told,
    };
}
/** An instance whose addresses we do not know announces them by TUF. */
async function announcedBy({ sigstoreUrls, caFile }, signing, now) {
    const tuf = sigstoreUrls?.tuf;
    const from = tuf === undefined ? { kind: 'known', caFile } : { kind: 'own', ...tuf, caFile };
    return chooseServices(await signing.announced(from), now);
}
/** A job that may not have a token cannot sign: this is the error, whatever the token was for. */
function whereDenied(error) {
    if (!(error instanceof errors/* ActionError */.l) || error.code !== 'EXCHANGE_FAILED')
        throw error;
    throw new errors/* ActionError */.l('PROOF_DENIED', `The proof cannot be signed: ${error.message}`, {
        hint: error.hint,
        cause: error,
    });
}


/***/ })

};
