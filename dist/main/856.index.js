export const id = 856;
export const ids = [856];
export const modules = {

/***/ 5856:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   sigstoreTrust: () => (/* binding */ sigstoreTrust)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var _sigstore_bundle__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1040);
/* harmony import */ var _sigstore_protobuf_specs__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9654);
/* harmony import */ var _sigstore_verify__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4187);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9473);





/** The type of in-toto statements in an envelope (in-toto/attestation, spec/v1/envelope.md). */
const PAYLOAD = 'application/vnd.in-toto+json';
/** Largest file with trusted roots, in bytes; those of the public instance and of GitHub together have a tenth of it. */
const LARGEST = 1 << 20;
/** Where the known instances issue certificates. */
const HOSTS = {
    'https://fulcio.sigstore.dev': 'public',
    'https://fulcio.githubapp.com': 'github',
};
/**
 * sigstoreTrust reads trusted roots (protobuf-specs, `TrustedRoot`) from a file: one as JSON, or several, a line each, as
 * `gh attestation trusted-root` prints them. What a root has of certificate logs, logs and clocks, a signature must have,
 * too: one of each kind. A time it must have in any case.
 */
const sigstoreTrust = async (file, wanted) => {
    const all = rootsIn(await textOf(file), file).map(authorityOf);
    const authorities = all.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
    const missing = wanted.find((name) => !all.some((each) => each.name === name));
    if (missing !== undefined)
        throw noRoot(`The file "${file}" has no trusted root of the authority "${missing}".`);
    return {
        authorities: authorities.map(({ name }) => name),
        check: (bytes) => {
            const read = readBundle(bytes);
            if (!read.ok)
                return read;
            const tried = authorities.map((authority) => verified(read.bundle, authority));
            // Whom an authority knows nothing of, another one may know.
            return tried.find(({ ok }) => ok) ?? furthest(tried);
        },
    };
};
async function textOf(file) {
    try {
        const handle = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.open)(file);
        try {
            const { size } = await handle.stat();
            if (size > LARGEST)
                throw new Error(`it has ${size} bytes`);
            return new TextDecoder('utf-8', { fatal: true }).decode(await handle.readFile());
        }
        finally {
            await handle.close();
        }
    }
    catch (cause) {
        throw noRoot(`The file "${file}" with trusted roots cannot be read: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .asError */ .z)(cause).message}.`, cause);
    }
}
function rootsIn(text, file) {
    try {
        const documents = isOne(text) ? [text] : text.split('\n').filter((line) => line.trim() !== '');
        const roots = documents.map((document) => _sigstore_protobuf_specs__WEBPACK_IMPORTED_MODULE_2__.TrustedRoot.fromJSON(JSON.parse(document)));
        if (roots.length === 0 || roots.some((root) => root.certificateAuthorities.length === 0))
            throw new Error('a root in it has no certificate authority');
        return roots;
    }
    catch (cause) {
        throw noRoot(`The file "${file}" is no trusted root of Sigstore: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .asError */ .z)(cause).message}.`, cause);
    }
}
function isOne(text) {
    try {
        JSON.parse(text);
        return true;
    }
    catch {
        return false;
    }
}
function authorityOf(root) {
    const names = root.certificateAuthorities.map(({ uri }) => HOSTS[uri.replace(/\/+$/, '')] ?? 'own');
    // A root of two instances would be two roots that were put together.
    const [name = 'own', ...others] = new Set(names);
    if (others.length > 0)
        throw noRoot('One trusted root has certificate authorities of several instances of Sigstore.');
    if (root.tlogs.length === 0 && root.timestampAuthorities.length === 0)
        throw noRoot(`The trusted root of the authority "${name}" has neither a log nor a timestamp authority.`);
    const verifier = new _sigstore_verify__WEBPACK_IMPORTED_MODULE_3__/* .Verifier */ .BL((0,_sigstore_verify__WEBPACK_IMPORTED_MODULE_3__/* .toTrustMaterial */ .jO)(root), {
        ctlogThreshold: Math.min(root.ctlogs.length, 1),
        tlogThreshold: Math.min(root.tlogs.length, 1),
        timestampThreshold: 1,
    });
    return { name, verifier };
}
function readBundle(bytes) {
    let bundle;
    try {
        bundle = (0,_sigstore_bundle__WEBPACK_IMPORTED_MODULE_1__.bundleFromJSON)(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)));
    }
    catch (error) {
        return invalid(`is no bundle of Sigstore: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .asError */ .z)(error).message}`);
    }
    const { content, verificationMaterial } = bundle;
    // What nobody has certified says nothing of who has signed.
    if (verificationMaterial.content.$case === 'publicKey')
        return invalid('has a bare key, and no certificate');
    if (content.$case !== 'dsseEnvelope')
        return invalid('is a signature of a file, and no statement');
    const { payloadType, signatures } = content.dsseEnvelope;
    if (payloadType !== PAYLOAD)
        return invalid(`has another type than that of in-toto statements: "${payloadType}"`);
    if (signatures.length !== 1)
        return invalid(`has ${signatures.length} signatures, and should have one`);
    return { ok: true, bundle: bundle };
}
function verified(bundle, { name, verifier }) {
    try {
        const entity = (0,_sigstore_verify__WEBPACK_IMPORTED_MODULE_3__/* .toSignedEntity */ .DC)(bundle);
        verifier.verify(entity);
        if (entity.key.$case !== 'certificate')
            return invalid('has a bare key, and no certificate');
        const certificate = derIn(bundle);
        if (certificate === undefined)
            return invalid('has no certificate');
        const { payload } = bundle.content.dsseEnvelope;
        return { ok: true, authority: name, certificate, payload, signedAt: oldestTime(entity) };
    }
    catch (error) {
        return isUnlogged(error)
            ? {
                ok: false,
                code: 'PROOF_UNLOGGED',
                lacks: `has no entry in a log, or no time, that the authority "${name}" knows: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .asError */ .z)(error).message}`,
            }
            : invalid(`was not signed as the authority "${name}" vouches for it: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .asError */ .z)(error).message}`);
    }
}
/** The certificate that the library has verified: the first one. */
function derIn({ verificationMaterial: { content } }) {
    switch (content.$case) {
        case 'certificate':
            return content.certificate.rawBytes;
        case 'x509CertificateChain':
            return content.x509CertificateChain.certificates[0]?.rawBytes;
        default:
            return undefined;
    }
}
/** Of those that were verified with the bundle, all of them: the library refuses a bundle with one that is false. */
function oldestTime({ timestamps }) {
    const times = timestamps.flatMap((each) => {
        if (each.$case === 'timestamp-authority')
            return [each.timestamp.signingTime.getTime()];
        // Without the promise of the log nobody vouches for the time of an entry.
        const { inclusionPromise, integratedTime } = each.tlogEntry;
        return inclusionPromise === undefined ? [] : [Number(integratedTime) * 1000];
    });
    return Math.min(...times);
}
/** Whether the library has found too few of what it demands, and nothing that is false. */
function isUnlogged(error) {
    return (error instanceof _sigstore_verify__WEBPACK_IMPORTED_MODULE_3__/* .VerificationError */ .mk &&
        ['TLOG_ERROR', 'TIMESTAMP_ERROR', 'TLOG_MISSING_INCLUSION_ERROR'].includes(error.code) &&
        /^expected \d+ |^inclusion could not/.test(error.message));
}
function furthest(tried) {
    const unlogged = tried.find((each) => !each.ok && each.code === 'PROOF_UNLOGGED');
    return unlogged ?? tried[0] ?? invalid('was signed by nobody whom a trusted root knows');
}
function invalid(lacks) {
    return { ok: false, code: 'PROOF_INVALID', lacks };
}
function noRoot(message, cause) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .ActionError */ .l('PROOF_NO_TRUST_ROOT', message, {
        hint: 'Give "trusted-root" the path of a file with trusted roots: "gh attestation trusted-root > trusted-root.jsonl" makes one. Do not take it from a checkout that a pull request can change.',
        cause,
    });
}


/***/ })

};
