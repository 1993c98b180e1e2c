export const id = 44;
export const ids = [44];
export const modules = {

/***/ 8663:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openSeal: () => (/* binding */ openSeal)
});

// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(9473);
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
/** bundleArtifact makes the artifact that attaches a bundle to an image. `created` is a time in RFC 3339. */
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
// EXTERNAL MODULE: ./build/proof/make-statement.js + 2 modules
var make_statement = __webpack_require__(3708);
;// CONCATENATED MODULE: ./build/proof/own-signer.js

/**
 * seeOwnToken sees that a token is of this very run: an identity that an earlier step has slipped in would sign in another
 * one's name. Throws PROOF_SIGNING.
 */
function seeOwnToken(claims, { repository, runId, sha }) {
    const wanted = { repository, run_id: runId, sha };
    for (const [name, own] of Object.entries(wanted)) {
        if (own === '' || String(claims[name] ?? '') !== own)
            throw another('identity token', { name, own, other: claims[name] });
    }
}
/** seeOwnCertificate sees that what Fulcio has issued is for this very run. Throws PROOF_SIGNING. */
function seeOwnCertificate(facts, { server, repository, runId, attempt, sha }) {
    const address = `${server}/${repository}`;
    const wanted = {
        repository: address,
        sha,
        run: `${address}/actions/runs/${runId}/attempts/${attempt}`,
    };
    for (const [name, own] of Object.entries(wanted)) {
        const other = facts[name];
        if (other !== own)
            throw another('certificate', { name, own, other });
    }
}
function another(what, { name, own, other }) {
    return new errors/* ActionError */.l('PROOF_SIGNING', `The ${what} is not of this run: its ${name} is "${String(other ?? '')}", and this run's is "${own}".`, {
        hint: 'Nothing was signed with it. Look for an earlier step that changes the environment of this one (GITHUB_ENV).',
    });
}

// EXTERNAL MODULE: ./build/image/reference.js
var reference = __webpack_require__(7755);
;// CONCATENATED MODULE: ./build/push/attach-bundle.js


/**
 * attachBundle attaches a signed bundle to an image, and reads it back: that the registry lists it, and serves every byte
 * of it. Throws PROOF_NOT_ATTACHED.
 */
async function attachBundle(registry, { referrer, parts }, at) {
    const { manifest, subject } = referrer;
    const name = (0,reference/* repositoryName */.aR)(at.repository);
    try {
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
;// CONCATENATED MODULE: ./build/actions/publish/seal.js









/** openSeal asks for all that a signature needs before anything is pushed: the job's identity, and where it is stored. */
async function openSeal(inputs, destinations, world) {
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
    const place = (0,choose_instance/* chooseInstance */.NF)(inputs, { facts, visibility: (0,choose_instance/* visibilityIn */.yl)(facts, claims), destinations });
    const access = { token: runner.secretInput('github-token') };
    const { signer, attestations } = await world.signing();
    if (place.stores.github)
        await attestations.seeRight(access);
    return async (predicate, held) => {
        const placed = held.map(({ verified: { target, manifest } }) => ({ repository: target, digest: manifest.digest }));
        const statement = (0,canonical_json/* canonicalJson */.d)((0,make_statement/* makeStatement */.U)(predicate, placed));
        // That of the beginning may have run out while the image was pushed.
        const { token } = await askToken();
        const bundle = await signer.sign(Buffer.from(statement), {
            place,
            token,
            accept: ({ 12: repository = '', 13: sha = '', 21: address = '' }) => seeOwnCertificate({ repository, sha, run: address }, run),
        });
        const stored = place.stores.github ? await attestations.store(access, bundle) : undefined;
        const attach = async ({ registry, verified: { target, manifest } }) => {
            const { mediaType, digest, bytes } = manifest;
            const artifact = bundleArtifact(bundle, { mediaType, digest, size: bytes.length }, predicate.timeVerified);
            await attachBundle(registry, artifact, { repository: target, signal: lifetime.signal });
            return artifact.referrer.manifest.digest;
        };
        const attached = await Promise.allSettled(place.stores.registry ? held.map(attach) : []);
        const signed = {
            by: place.name,
            isLogged: place.rekor !== undefined,
            ...(stored === undefined ? {} : { attestation: stored }),
            attached: attached.flatMap((each, at) => {
                const repository = held[at]?.verified.target;
                return each.status === 'fulfilled' && repository !== undefined ? [{ repository, digest: each.value }] : [];
            }),
        };
        for (const line of (0,tell_proof/* proofLines */.U)(signed))
            runner.info(line);
        return { signed, errors: attached.map((each) => (each.status === 'rejected' ? each.reason : undefined)) };
    };
}
/** A job that may not have a token cannot sign: that is what is missing, whatever the token was for. */
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
