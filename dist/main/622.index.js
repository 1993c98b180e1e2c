export const id = 622;
export const ids = [622];
export const modules = {

/***/ 622:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  signingDoors: () => (/* binding */ signingDoors)
});

// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(9473);
// EXTERNAL MODULE: ./build/http/client.js + 5 modules
var http_client = __webpack_require__(7844);
// EXTERNAL MODULE: ./build/http/http.js
var http_http = __webpack_require__(2321);
// EXTERNAL MODULE: ./build/http/transient-answers.js
var transient_answers = __webpack_require__(6489);
// EXTERNAL MODULE: ./build/secret/masked.js
var masked = __webpack_require__(648);
// EXTERNAL MODULE: ./build/time/clock.js
var time_clock = __webpack_require__(5786);
// EXTERNAL MODULE: ./build/time/persistence.js
var persistence = __webpack_require__(6459);
// EXTERNAL MODULE: ./build/github/answer.js
var github_answer = __webpack_require__(7674);
;// CONCATENATED MODULE: ./build/github/rest-attestations.js








const LIMIT = 1 << 20;
const VERSION = { accept: 'application/vnd.github+json', 'x-github-api-version': '2022-11-28' };
/** GitHub's statuses for a token that may not write, or may not see the repository. */
const DENIED = [401, 403, 404];
/** restAttestations is GitHub's store by its REST API: `POST /repos/{owner}/{repo}/attestations`. */
function restAttestations({ signal, repository, api, clock = time_clock/* systemClock */.m, ...more }) {
    const post = async ({ token }, body) => {
        const http = more.http ?? (0,http_client/* httpClient */.o)({ signal });
        const url = new URL(`${api.replace(/\/+$/, '')}/repos/${repository}/attestations`);
        const headers = { ...VERSION, authorization: `Bearer ${token.reveal()}`, 'content-type': 'application/json' };
        const request = { method: 'POST', url, headers, body: JSON.stringify(body), limit: LIMIT, stores: true };
        try {
            return await new persistence/* Persistence */.y(clock, signal).persist(url.host, async () => {
                try {
                    const answer = await http.open(request).then(http_http/* readAnswer */.JN);
                    return { result: () => answer, transience: (0,transient_answers/* transienceOfAnswer */.Ah)(answer, clock.date()) };
                }
                catch (thrown) {
                    signal.throwIfAborted();
                    const fail = () => {
                        throw failed(`GitHub's store of attestations did not answer: ${(0,errors/* asError */.z)(thrown).message}`, thrown);
                    };
                    return { result: fail, transience: (0,transient_answers/* transienceOfError */.ML)(thrown) };
                }
            });
        }
        finally {
            if (more.http === undefined)
                http.close();
        }
    };
    return {
        seeRight: async (access) => {
            if (access.token.isEmpty)
                throw denied('there is no token for it');
            // A body without a bundle is always rejected (422). A token that may not write is rejected before that.
            const { status } = await post(access, {});
            if (DENIED.includes(status))
                throw denied(`the token may not write there (status ${status})`);
        },
        store: async (access, bundle) => {
            const answer = await post(access, { bundle: JSON.parse(new TextDecoder().decode(bundle)) });
            const { status } = answer;
            if (DENIED.includes(status))
                throw denied(`the token may not write there (status ${status})`);
            const read = jsonIn(answer);
            const id = Number((0,github_answer/* field */.ZZ)(read, 'id'));
            if (status === 201 && Number.isSafeInteger(id))
                return id;
            throw failed(`GitHub's store of attestations answered with status ${status}: ${(0,masked/* excerpt */.Kb)(String((0,github_answer/* field */.ZZ)(read, 'message') ?? ''), 300)}`);
        },
    };
}
function jsonIn({ body }) {
    try {
        return JSON.parse(new TextDecoder().decode(body));
    }
    catch {
        return undefined;
    }
}
function denied(why) {
    return new errors/* ActionError */.l('PROOF_DENIED', `The proof cannot be stored at GitHub: ${why}.`, {
        hint: 'Give the job the permission "attestations: write" under "permissions:". A reusable workflow has it only if its caller has it.',
    });
}
function failed(message, cause) {
    return new errors/* ActionError */.l('PROOF_SIGNING', `${message}.`, {
        hint: 'At most the SHA tag was written, and no other tag. Run the job again.',
        cause,
    });
}

;// CONCATENATED MODULE: ./build/compression/snappy.js
/** What is wrong with bytes that should be compressed by Snappy, as the end of a sentence. */
class SnappyProblem extends Error {
    name = 'SnappyProblem';
}
/**
 * unsnapped decompresses one block of Snappy (google/snappy, format_description.txt): its length, then literals and
 * copies of earlier bytes. It never returns more than `most` bytes. Throws a SnappyProblem.
 */
function unsnapped(block, most) {
    const { value: length, next: begin } = lengthIn(block);
    if (length > most)
        throw new SnappyProblem(`it has ${length} bytes when it is decompressed`);
    const made = new Uint8Array(length);
    let at = begin;
    let end = 0;
    while (at < block.length) {
        const tag = block[at] ?? 0;
        if ((tag & 3) === 0) {
            const literal = literalAt(block, at);
            const bytes = block.subarray(literal.next, literal.next + literal.length);
            if (bytes.length !== literal.length || end + bytes.length > length)
                throw damaged();
            made.set(bytes, end);
            end += bytes.length;
            at = literal.next + literal.length;
        }
        else {
            const copy = copyAt(block, at);
            if (copy.offset === 0 || copy.offset > end || end + copy.length > length || copy.next > block.length)
                throw damaged();
            // Byte by byte: a copy may overlap with its own result.
            for (let each = 0; each < copy.length; each++)
                made[end + each] = made[end + each - copy.offset] ?? 0;
            end += copy.length;
            at = copy.next;
        }
    }
    if (end !== length)
        throw damaged();
    return made;
}
/** A number of up to 32 bits, seven of them in each byte. */
function lengthIn(block) {
    let value = 0;
    for (let at = 0; at < 5; at++) {
        const byte = block[at];
        if (byte === undefined)
            break;
        value += (byte & 0x7f) * 128 ** at;
        if (byte < 0x80)
            return { value, next: at + 1 };
    }
    throw damaged();
}
function literalAt(block, at) {
    const short = (block[at] ?? 0) >> 2;
    if (short < 60)
        return { length: short + 1, next: at + 1 };
    const bytes = short - 59;
    return { length: numberAt(block, at + 1, bytes) + 1, next: at + 1 + bytes };
}
function copyAt(block, at) {
    const tag = block[at] ?? 0;
    const high = tag >> 2;
    switch (tag & 3) {
        case 1:
            return { length: (high & 7) + 4, offset: (high >> 3) * 256 + numberAt(block, at + 1, 1), next: at + 2 };
        case 2:
            return { length: high + 1, offset: numberAt(block, at + 1, 2), next: at + 3 };
        default:
            return { length: high + 1, offset: numberAt(block, at + 1, 4), next: at + 5 };
    }
}
/** In this many bytes, the lowest first. */
function numberAt(block, at, bytes) {
    let value = 0;
    for (let each = 0; each < bytes; each++)
        value += (block[at + each] ?? 0) * 256 ** each;
    return value;
}
function damaged() {
    return new SnappyProblem('it is damaged');
}

// EXTERNAL MODULE: ./build/text/loopback.js
var loopback = __webpack_require__(4153);
// EXTERNAL MODULE: ./build/github/github.js
var github = __webpack_require__(8331);
// EXTERNAL MODULE: ./build/github/rest-github.js + 7 modules
var rest_github = __webpack_require__(1131);
;// CONCATENATED MODULE: ./build/github/rest-attested-bundles.js








/** The permission that the token needs. */
const PERMISSION = 'attestations: read';
/** Bundles on one page; GitHub allows no more. */
const MOST = 100;
/** Largest bundle, in bytes, before and after it is decompressed. */
const LARGEST = 1 << 20;
const SNAPPY = 'application/x-snappy';
/** restAttestedBundles is GitHub's store by its REST API: `GET /repos/{owner}/{repo}/attestations/{subject_digest}`. */
function restAttestedBundles(options) {
    const open = (0,rest_github.openRest)(options);
    return {
        list: async (access, { digest, predicateType }) => {
            const wanted = { subject_digest: digest, predicate_type: predicateType, per_page: MOST };
            const answer = await open(access).get('GET /repos/{owner}/{repo}/attestations/{subject_digest}', wanted, PERMISSION);
            if (answer === undefined)
                return undefined;
            const listed = (0,github_answer/* field */.ZZ)(answer, 'attestations');
            if (!Array.isArray(listed))
                throw new github/* ApiProblem */.A('the API lists no attestations');
            const bundles = listed
                .slice(0, MOST)
                .map((each, at) => bundleOf(each, `attestation ${at + 1} at GitHub`, options));
            return { bundles, isMore: listed.length >= MOST };
        },
    };
}
function bundleOf(listed, at, { http, signal }) {
    const address = (0,github_answer/* field */.ZZ)(listed, 'bundle_url');
    const bundle = (0,github_answer/* field */.ZZ)(listed, 'bundle');
    // The list has the bundle itself, or the address of a bundle that is too large for the list.
    if (typeof bundle === 'object' && bundle !== null)
        return { at, read: async () => bounded(Buffer.from(JSON.stringify(bundle))) };
    return {
        at,
        read: async () => {
            const client = http ?? (0,http_client/* httpClient */.o)({ signal });
            try {
                return await fetched(String(address ?? ''), client);
            }
            finally {
                if (http === undefined)
                    client.close();
            }
        },
    };
}
/** A store of GitHub's has the bundle. Its address is a key by itself, so we do not send the token there. */
async function fetched(address, http) {
    const url = URL.parse(address);
    const isSafe = url !== null && (url.protocol === 'https:' || (url.protocol === 'http:' && (0,loopback/* isLoopback */.U)(url.hostname)));
    if (!isSafe)
        throw new github/* ApiProblem */.A('the API names no address of a bundle');
    const request = { method: 'GET', url, headers: {}, limit: LARGEST };
    const answer = await http
        .open(request)
        .then(http_http/* readAnswer */.JN)
        .catch((error) => {
        throw new github/* ApiProblem */.A(`the bundle at ${url.host} could not be read: ${(0,errors/* asError */.z)(error).message}`);
    });
    if (answer.status !== 200)
        throw new github/* ApiProblem */.A(`the bundle at ${url.host} was answered with status ${answer.status}`);
    return bounded(decompressed(answer));
}
function decompressed({ headers, body }) {
    if (headers['content-type']?.split(';')[0]?.trim() !== SNAPPY)
        return body;
    try {
        return unsnapped(body, LARGEST);
    }
    catch (error) {
        if (error instanceof SnappyProblem)
            throw new github/* ApiProblem */.A(`a bundle cannot be decompressed: ${error.message}`);
        throw error;
    }
}
function bounded(bytes) {
    if (bytes.length > LARGEST)
        throw new github/* ApiProblem */.A(`a bundle has ${bytes.length} bytes`);
    return bytes;
}

// EXTERNAL MODULE: ./node_modules/@sigstore/bundle/dist/index.js
var dist = __webpack_require__(1040);
// EXTERNAL MODULE: ./node_modules/@sigstore/sign/dist/bundler/dsse.js
var dsse = __webpack_require__(3997);
// EXTERNAL MODULE: ./build/http/certificate-bundle.js
var certificate_bundle = __webpack_require__(859);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./build/secret/jwt.js
var jwt = __webpack_require__(7768);
;// CONCATENATED MODULE: ./build/signer/sigstore-service.js





/** Longest answer that is read, in bytes. */
const sigstore_service_LIMIT = 1 << 20;
/** Longest part of a server's message that is quoted. */
const LONGEST = 400;
/** SigstoreService sends requests to Sigstore, and repeats those that may succeed later. It follows no redirect. */
class SigstoreService {
    #options;
    #persistence;
    constructor(options) {
        this.#options = options;
        this.#persistence = new persistence/* Persistence */.y(options.clock, options.signal);
    }
    /** ask returns an answer with one of the statuses. Throws PROOF_SIGNING for any other, and if there is no answer. */
    async ask({ who, url, body, accept = 'application/json' }, statuses) {
        const { http, clock, signal } = this.#options;
        const at = new URL(url);
        const sent = body === undefined ? { method: 'GET' } : { method: 'POST', body };
        const headers = { accept, ...(body === undefined ? {} : { 'content-type': 'application/json' }) };
        const answer = await this.#persistence.persist(at.host, async () => {
            try {
                const found = await http.open({ ...sent, url: at, headers, limit: sigstore_service_LIMIT }).then(http_http/* readAnswer */.JN);
                return { result: () => found, transience: (0,transient_answers/* transienceOfAnswer */.Ah)(found, clock.date()) };
            }
            catch (thrown) {
                signal.throwIfAborted();
                const fail = () => {
                    throw sigstore_service_failed(`${who} (${at.host}) gives no answer: ${(0,errors/* asError */.z)(thrown).message}`, thrown);
                };
                return { result: fail, transience: (0,transient_answers/* transienceOfError */.ML)(thrown) };
            }
        });
        if (statuses.includes(answer.status))
            return answer;
        const words = (0,masked/* excerpt */.Kb)(new TextDecoder().decode(answer.body), LONGEST);
        throw sigstore_service_failed(`${who} (${at.host}) refuses with status ${answer.status}${words === '' ? '' : `: ${words}`}`);
    }
}
/** jsonIn reads the JSON of an answer. Throws PROOF_SIGNING. */
function sigstore_service_jsonIn({ body }, who) {
    try {
        return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
    }
    catch (cause) {
        throw sigstore_service_failed(`The answer of ${who} is no JSON`, cause);
    }
}
/** failed is the error for a signature that could not be made. */
function sigstore_service_failed(message, cause) {
    return new errors/* ActionError */.l('PROOF_SIGNING', `${message}.`, {
        hint: 'The image has its SHA tag at most, and no other tag was written. Run the job again; if it fails again, look at the status of this server.',
        cause,
    });
}

;// CONCATENATED MODULE: ./build/signer/fulcio.js



const WHO = 'The authority of Sigstore';
/**
 * fulcioSigner signs with a new key (ECDSA with P-256), which Fulcio certifies for the job's token (fulcio, `POST
 * /api/v2/signingCert`). The key is never stored, and used only once.
 */
function fulcioSigner(service, { place, token, accept }) {
    return {
        sign: async (data) => {
            const { publicKey, privateKey } = (0,external_node_crypto_.generateKeyPairSync)('ec', { namedCurve: 'P-256' });
            const pem = publicKey.export({ format: 'pem', type: 'spki' }).toString();
            const subject = (0,jwt/* claimsOf */.ds)(token.reveal())?.sub;
            if (typeof subject !== 'string')
                throw sigstore_service_failed('The identity token of the job has no subject');
            const proofOfPossession = (0,external_node_crypto_.sign)('sha256', Buffer.from(subject), privateKey).toString('base64');
            const body = JSON.stringify({
                credentials: { oidcIdentityToken: token.reveal() },
                publicKeyRequest: { publicKey: { algorithm: 'ECDSA', content: pem }, proofOfPossession },
            });
            const answer = await service.ask({ who: WHO, url: `${place.fulcio}/api/v2/signingCert`, body }, [200, 201]);
            const certificate = firstIn(sigstore_service_jsonIn(answer, WHO));
            accept(forKey(certificate, pem));
            return { signature: (0,external_node_crypto_.sign)('sha256', data, privateKey), key: { $case: 'x509Certificate', certificate } };
        },
    };
}
function firstIn(answer) {
    const issued = answer;
    const { chain } = issued?.signedCertificateEmbeddedSct ?? issued?.signedCertificateDetachedSct ?? {};
    const first = chain?.certificates?.[0];
    if (typeof first !== 'string')
        throw sigstore_service_failed(`${WHO} has issued no certificate`);
    return first;
}
/** If the certificate were for another key, nobody could verify the bundle. Returns its DER. */
function forKey(certificate, pem) {
    let issued;
    let key;
    try {
        issued = new external_node_crypto_.X509Certificate(certificate);
        key = issued.publicKey.export({ format: 'pem', type: 'spki' }).toString();
    }
    catch (cause) {
        throw sigstore_service_failed(`${WHO} has issued something that is no certificate`, cause);
    }
    if (key !== (0,external_node_crypto_.createPublicKey)(pem).export({ format: 'pem', type: 'spki' }).toString()) {
        throw sigstore_service_failed(`${WHO} has certified another key than ours`);
    }
    return issued.raw;
}

// EXTERNAL MODULE: ./node_modules/@sigstore/core/dist/index.js
var core_dist = __webpack_require__(3917);
// EXTERNAL MODULE: ./node_modules/@sigstore/protobuf-specs/dist/index.js
var protobuf_specs_dist = __webpack_require__(9654);
;// CONCATENATED MODULE: ./build/signer/witnesses.js






const LOG = 'The log of Sigstore';
const CLOCK = 'The timestamp authority';
/** witnessesOf returns the witnesses of a signature at a place: its logs, and its clocks. */
function witnessesOf(service, { logs, clocks }) {
    return [
        ...logs.map(({ url, version }) => (version === 2 ? logOfVersion2(service, url) : logOfVersion1(service, url))),
        ...clocks.map((url) => clock(service, url)),
    ];
}
/**
 * Version 2 of Rekor accepts no envelopes, only digests with their signature ("hashedrekord"). The signature of an
 * envelope is that of its pre-authentication encoding, so that is logged.
 */
function logOfVersion2(service, url) {
    return {
        testify: async (content, certificate) => {
            const envelope = envelopeOf(content);
            const encoded = core_dist.dsse.preAuthEncoding(envelope.payloadType, envelope.payload);
            const request = {
                hashedRekordRequestV002: {
                    digest: (0,external_node_crypto_.createHash)('sha256').update(encoded).digest('base64'),
                    signature: {
                        content: signatureOf(envelope).toString('base64'),
                        verifier: { keyDetails: 'PKIX_ECDSA_P256_SHA_256', x509Certificate: { rawBytes: derOf(certificate) } },
                    },
                },
            };
            const question = { who: LOG, url: `${url}/api/v2/log/entries`, body: JSON.stringify(request) };
            const answer = await service.ask(question, [200, 201]);
            return { tlogEntries: [entryIn(() => protobuf_specs_dist.TransparencyLogEntry.fromJSON(sigstore_service_jsonIn(answer, LOG)))] };
        },
    };
}
/** Version 1 stores the envelope (rekor, types/dsse/v0.0.1). If it was logged before, it is the same entry (409). */
function logOfVersion1(service, url) {
    return {
        testify: async (content, certificate) => {
            const envelope = JSON.stringify((0,dist.envelopeToJSON)(envelopeOf(content)));
            const spec = { proposedContent: { envelope, verifiers: [Buffer.from(certificate).toString('base64')] } };
            const body = JSON.stringify({ apiVersion: '0.0.1', kind: 'dsse', spec });
            const entries = `${url}/api/v1/log/entries`;
            const created = await service.ask({ who: LOG, url: entries, body }, [201, 409]);
            const id = (created.headers.location ?? '').split('/').at(-1) ?? '';
            if (created.status === 409 && !/^[0-9a-f]{64,80}$/.test(id))
                throw sigstore_service_failed(`${LOG} has this entry, and does not say where`);
            const answer = created.status === 409 ? await service.ask({ who: LOG, url: `${entries}/${id}` }, [200]) : created;
            return { tlogEntries: [entryIn(() => entryOfVersion1(sigstore_service_jsonIn(answer, LOG)))] };
        },
    };
}
function entryOfVersion1(answer) {
    const [entry] = Object.values(answer);
    if (entry === undefined)
        throw sigstore_service_failed(`${LOG} has answered without an entry`);
    const { body, verification, logID, logIndex, integratedTime } = entry;
    const { kind, apiVersion } = JSON.parse(Buffer.from(body, 'base64').toString());
    const { inclusionProof: proof, signedEntryTimestamp } = verification;
    const inBase64 = (hex) => Buffer.from(hex, 'hex').toString('base64');
    return protobuf_specs_dist.TransparencyLogEntry.fromJSON({
        logIndex: String(logIndex),
        logId: { keyId: inBase64(logID) },
        kindVersion: { kind, version: apiVersion },
        integratedTime: String(integratedTime),
        inclusionPromise: { signedEntryTimestamp },
        inclusionProof: {
            logIndex: String(proof.logIndex),
            treeSize: String(proof.treeSize),
            rootHash: inBase64(proof.rootHash),
            hashes: proof.hashes.map(inBase64),
            checkpoint: { envelope: proof.checkpoint },
        },
        canonicalizedBody: body,
    });
}
function entryIn(read) {
    try {
        const entry = read();
        const { logId, kindVersion, inclusionProof } = entry;
        if (logId !== undefined && kindVersion !== undefined && inclusionProof !== undefined)
            return { ...entry, logId, kindVersion };
    }
    catch (cause) {
        // The earlier error says more.
        if (cause instanceof errors/* ActionError */.l)
            throw cause;
        throw sigstore_service_failed(`The entry of ${LOG.toLowerCase()} cannot be read`, cause);
    }
    throw sigstore_service_failed(`The entry of ${LOG.toLowerCase()} has no proof that it is in the log`);
}
/** RFC 3161, in the JSON form of sigstore/timestamp-authority. */
function clock(service, url) {
    const address = new URL(url).pathname === '/' ? `${url}/api/v1/timestamp` : url;
    return {
        testify: async (content) => {
            const artifactHash = (0,external_node_crypto_.createHash)('sha256')
                .update(signatureOf(envelopeOf(content)))
                .digest('base64');
            const body = JSON.stringify({ artifactHash, hashAlgorithm: 'sha256' });
            const question = { who: CLOCK, url: address, body, accept: 'application/timestamp-reply' };
            const answer = await service.ask(question, [200, 201]);
            return { rfc3161Timestamps: [{ signedTimestamp: Buffer.from(answer.body) }] };
        },
    };
}
function envelopeOf(content) {
    if (content.$case !== 'dsseEnvelope')
        throw new Error('only envelopes are signed here');
    return content.dsseEnvelope;
}
function signatureOf({ signatures: [first] }) {
    if (first === undefined)
        throw new Error('an envelope that was signed has a signature');
    return first.sig;
}
function derOf(pem) {
    return pem.replace(/-----[^-]+-----|\s/g, '');
}

;// CONCATENATED MODULE: ./build/signer/sigstore-signer.js








/** The type of in-toto statements in an envelope. */
const PAYLOAD = 'application/vnd.in-toto+json';
/**
 * sigstoreSigner signs with a Sigstore. It uses only the bundle builder of Sigstore's library: the library's clients
 * follow redirects, ignore our proxy, and look for identity tokens where any step may have put one.
 */
function sigstoreSigner({ signal, clock = time_clock/* systemClock */.m, ...more }) {
    return {
        sign: async (statement, signing) => {
            const trust = await (0,certificate_bundle/* trustWith */.hw)(signing.caFile);
            const http = more.http ?? (0,http_client/* httpClient */.o)(trust === undefined ? { signal } : { signal, trust });
            try {
                const service = new SigstoreService({ http, clock, signal });
                const signer = fulcioSigner(service, signing);
                const builder = new dsse/* DSSEBundleBuilder */.V({ signer, witnesses: witnessesOf(service, signing.place) });
                const bundle = await builder.create({ data: Buffer.from(statement), type: PAYLOAD });
                return Buffer.from(JSON.stringify((0,dist.bundleToJSON)(bundle)));
            }
            finally {
                if (more.http === undefined)
                    http.close();
            }
        },
    };
}

// EXTERNAL MODULE: ./build/trust/no-root.js
var no_root = __webpack_require__(6511);
;// CONCATENATED MODULE: ./build/trust/signing-configuration.js



const MEDIA_TYPE = 'application/vnd.dev.sigstore.signingconfig.v0.2+json';
/** How many servers of each kind; the specification has no default. */
const SELECTORS = { ALL: 1, ANY: 2, EXACT: 3 };
/** readAnnounced reads a signing configuration (protobuf-specs, `SigningConfig` v0.2). Throws PROOF_NO_TRUST_ROOT. */
function readAnnounced(text) {
    try {
        const read = protobuf_specs_dist.SigningConfig.fromJSON(JSON.parse(text));
        if (read.mediaType !== MEDIA_TYPE)
            throw new Error(`it is "${read.mediaType}", and not "${MEDIA_TYPE}"`);
        return {
            authorities: read.caUrls.map(serverOf),
            logs: { servers: read.rekorTlogUrls.map(serverOf), count: countOf(read.rekorTlogConfig) },
            clocks: { servers: read.tsaUrls.map(serverOf), count: countOf(read.tsaConfig) },
        };
    }
    catch (cause) {
        throw (0,no_root/* noRoot */._)(`The signing configuration cannot be read: ${(0,errors/* asError */.z)(cause).message}.`, cause);
    }
}
function serverOf({ url, majorApiVersion, operator, validFor }) {
    const start = validFor?.start?.getTime();
    const end = validFor?.end?.getTime();
    if (start === undefined || Number.isNaN(start) || Number.isNaN(end))
        throw new Error('a server has no time from which it is valid');
    return { url, version: majorApiVersion, operator, start, end };
}
function countOf(configuration) {
    // Nothing of this kind is announced then.
    if (configuration === undefined)
        return 'any';
    const { selector, count } = configuration;
    if (selector === SELECTORS.ALL)
        return 'all';
    if (selector === SELECTORS.ANY)
        return 'any';
    if (selector === SELECTORS.EXACT && count > 0 && Number.isSafeInteger(count))
        return count;
    throw new Error('it does not say how many servers are to be used');
}

// EXTERNAL MODULE: ./node_modules/@sigstore/verify/dist/index.js
var verify_dist = __webpack_require__(4187);
;// CONCATENATED MODULE: ./build/trust/sigstore-trust.js




/** The type of in-toto statements in an envelope (in-toto/attestation, spec/v1/envelope.md). */
const sigstore_trust_PAYLOAD = 'application/vnd.in-toto+json';
/** Hosts where the known instances issue certificates, without a scheme, because GitHub's root has only the host. */
const HOSTS = {
    'fulcio.sigstore.dev': 'public',
    'fulcio.githubapp.com': 'github',
};
/**
 * Every valid bundle has fewer entries of logs and timestamps, and smaller parts, in bytes. The library's time grows by
 * the square of them, and an attachment, which anyone may add, must not block the valid proof.
 */
const MOST_VOUCHERS = 32;
const LARGEST_PART = 16 << 10;
/**
 * trustIn creates a verifier from trusted roots. If a root has certificate logs, logs or clocks, a signature needs one
 * entry of each kind that it has. It always needs a time. `what`: the source of the roots, as the subject of a
 * sentence. Throws PROOF_NO_TRUST_ROOT.
 */
function trustIn(roots, wanted, what) {
    const all = roots.map(authorityOf);
    const authorities = all.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
    const missing = wanted.find((name) => !all.some((each) => each.name === name));
    if (missing !== undefined)
        throw (0,no_root/* noRoot */._)(`${what} has no trusted root of the authority "${missing}".`);
    return {
        authorities: authorities.map(({ name }) => name),
        check: (bytes) => {
            const read = readBundle(bytes);
            if (!read.ok)
                return read;
            const tried = authorities.map((authority) => verified(read.bundle, authority));
            // If one authority does not know the signer, another one may.
            return tried.find(({ ok }) => ok) ?? furthest(tried);
        },
    };
}
/** authorityIn returns the owner of a trusted root. Throws PROOF_NO_TRUST_ROOT for a root of several instances. */
function authorityIn(root) {
    const hostOf = (uri) => uri.replace(/^https:\/\//, '').replace(/\/+$/, '');
    const names = root.certificateAuthorities.map(({ uri }) => HOSTS[hostOf(uri)] ?? 'own');
    // A root of two instances would be two roots that were merged.
    const [name = 'own', ...others] = new Set(names);
    if (others.length > 0)
        throw (0,no_root/* noRoot */._)('One trusted root has certificate authorities of several instances of Sigstore.');
    return name;
}
function authorityOf(root) {
    const name = authorityIn(root);
    if (root.tlogs.length === 0 && root.timestampAuthorities.length === 0)
        throw (0,no_root/* noRoot */._)(`The trusted root of the authority "${name}" has neither a log nor a timestamp authority.`);
    const verifier = new verify_dist/* Verifier */.BL((0,verify_dist/* toTrustMaterial */.jO)(root), {
        ctlogThreshold: Math.min(root.ctlogs.length, 1),
        tlogThreshold: Math.min(root.tlogs.length, 1),
        timestampThreshold: 1,
    });
    return { name, verifier };
}
function readBundle(bytes) {
    let bundle;
    try {
        bundle = (0,dist.bundleFromJSON)(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)));
    }
    catch (error) {
        return invalid(`is no bundle of Sigstore: ${(0,errors/* asError */.z)(error).message}`);
    }
    const { content, verificationMaterial } = bundle;
    // A key without a certificate does not show who signed.
    if (verificationMaterial.content.$case === 'publicKey')
        return invalid('has a bare key, and no certificate');
    if (content.$case !== 'dsseEnvelope')
        return invalid('is a signature of a file, and no statement');
    const { payloadType, signatures } = content.dsseEnvelope;
    if (payloadType !== sigstore_trust_PAYLOAD)
        return invalid(`has another type than that of in-toto statements: "${payloadType}"`);
    if (signatures.length !== 1)
        return invalid(`has ${signatures.length} signatures, and should have one`);
    const { tlogEntries, timestampVerificationData: clocks } = verificationMaterial;
    const stamps = (clocks?.rfc3161Timestamps ?? []).map(({ signedTimestamp }) => signedTimestamp);
    const vouchers = tlogEntries.length + stamps.length;
    if (vouchers > MOST_VOUCHERS)
        return invalid(`has ${vouchers} log entries and timestamps, which is more than any has`);
    const notes = tlogEntries.flatMap(({ inclusionProof }) => inclusionProof?.checkpoint?.envelope ?? []);
    if ([derIn(bundle) ?? '', ...stamps, ...notes].some(({ length }) => length > LARGEST_PART))
        return invalid('has a certificate, a timestamp or a checkpoint that is larger than any is');
    return { ok: true, bundle: bundle };
}
function verified(bundle, { name, verifier }) {
    try {
        const entity = (0,verify_dist/* toSignedEntity */.DC)(bundle);
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
                lacks: `has no entry in a log, or no time, that the authority "${name}" knows: ${(0,errors/* asError */.z)(error).message}`,
            }
            : invalid(`was not signed as the authority "${name}" vouches for it: ${(0,errors/* asError */.z)(error).message}`);
    }
}
/** The certificate that the library verified: the first one. */
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
/** The library verified all times of the bundle: it rejects a bundle with a false one. */
function oldestTime({ timestamps }) {
    const times = timestamps.flatMap((each) => {
        if (each.$case === 'timestamp-authority')
            return [each.timestamp.signingTime.getTime()];
        // Without the log's promise, nobody confirms the time of an entry.
        const { inclusionPromise, integratedTime } = each.tlogEntry;
        return inclusionPromise === undefined ? [] : [Number(integratedTime) * 1000];
    });
    return Math.min(...times);
}
/** Whether the library found too few required entries, and no false one. */
function isUnlogged(error) {
    return (error instanceof verify_dist/* VerificationError */.mk &&
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

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
;// CONCATENATED MODULE: ./build/trust/trusted-roots.js




/** Largest file with trusted roots, in bytes: ten times those of the public instance and of GitHub together. */
const trusted_roots_LARGEST = 1 << 20;
/** readRootFile reads a text file with trusted roots. Throws PROOF_NO_TRUST_ROOT. */
async function readRootFile(file) {
    try {
        const handle = await (0,promises_.open)(file);
        try {
            const { size } = await handle.stat();
            if (size > trusted_roots_LARGEST)
                throw new Error(`it has ${size} bytes`);
            return new TextDecoder('utf-8', { fatal: true }).decode(await handle.readFile());
        }
        finally {
            await handle.close();
        }
    }
    catch (cause) {
        throw (0,no_root/* noRoot */._)(`The file "${file}" with trusted roots cannot be read: ${(0,errors/* asError */.z)(cause).message}.`, cause);
    }
}
/**
 * trustedRootsIn reads trusted roots (protobuf-specs, `TrustedRoot`): one as JSON, or several, one a line, as `gh
 * attestation trusted-root` prints them. `what`: the source, as the subject of a sentence. Throws PROOF_NO_TRUST_ROOT.
 */
function trustedRootsIn(text, what) {
    try {
        const documents = isOne(text) ? [text] : text.split('\n').filter((line) => line.trim() !== '');
        const roots = documents.map((document) => protobuf_specs_dist.TrustedRoot.fromJSON(JSON.parse(document)));
        if (roots.length === 0 || roots.some((root) => root.certificateAuthorities.length === 0))
            throw new Error('a root in it has no certificate authority');
        // The library would accept the key of such a log for any time in the past.
        if (roots.some(({ tlogs }) => tlogs.some(({ publicKey }) => publicKey?.validFor?.start === undefined)))
            throw new Error('a log in it does not say since when its key is valid');
        return roots;
    }
    catch (cause) {
        throw (0,no_root/* noRoot */._)(`${what} is no trusted root of Sigstore: ${(0,errors/* asError */.z)(cause).message}.`, cause);
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

;// CONCATENATED MODULE: ./build/trust/open-trust.js







/** The files of a Sigstore in its TUF repository (sigstore/root-signing). */
const TRUSTED_ROOT = 'trusted_root.json';
const SIGNING_CONFIGURATION = 'signing_config.v0.2.json';
/** sigstoreTrust loads trusted roots, from a file or by TUF. One request to a TUF repository serves both functions. */
function sigstoreTrust(options) {
    const repositories = new Repositories(options);
    const rootAt = async (repository) => {
        const [root, ...more] = trustedRootsIn(await repository.read(TRUSTED_ROOT), `"${TRUSTED_ROOT}"`);
        if (root === undefined || more.length > 0)
            throw (0,no_root/* noRoot */._)(`"${TRUSTED_ROOT}" has several trusted roots.`);
        return root;
    };
    return {
        openTrust: async (from, wanted) => {
            if (from.kind === 'file') {
                const what = `The file "${from.path}"`;
                return trustIn(trustedRootsIn(await readRootFile(from.path), what), wanted, what);
            }
            const fetched = await Promise.all((await repositories.for(from, wanted)).map(rootAt));
            return trustIn(fetched, wanted, 'What was fetched by TUF');
        },
        announced: async (from) => {
            const [repository] = await repositories.for(from, ['public']);
            if (repository === undefined)
                throw new Error('the public instance is known');
            return readAnnounced(await repository.read(SIGNING_CONFIGURATION));
        },
    };
}
/** Repositories opens each TUF repository once. */
class Repositories {
    #options;
    #opened = new Map();
    constructor(options) {
        this.#options = options;
    }
    /** for opens the repositories of the wanted known instances, or the one at a given address. */
    async for(from, wanted) {
        if (from.kind === 'own') {
            const { url, root } = from;
            return [await this.#open({ name: 'own', url, root: Buffer.from(await readRootFile(root)) }, from.caFile)];
        }
        const seeds = this.#options.seeds ?? (await __webpack_require__.e(/* import() */ 852).then(__webpack_require__.bind(__webpack_require__, 3852))).SEEDS;
        const named = seeds.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
        return Promise.all(named.map((seed) => this.#open(seed, from.caFile)));
    }
    #open(seed, caFile) {
        const opened = this.#opened.get(seed.url) ?? this.#openAnew(seed, caFile);
        this.#opened.set(seed.url, opened);
        return opened;
    }
    async #openAnew(seed, caFile) {
        const { TufRepository } = await Promise.all(/* import() */[__webpack_require__.e(706), __webpack_require__.e(298)]).then(__webpack_require__.bind(__webpack_require__, 298));
        const { signal, clock = time_clock/* systemClock */.m } = this.#options;
        const trust = await (0,certificate_bundle/* trustWith */.hw)(caFile);
        const http = this.#options.http ?? (0,http_client/* httpClient */.o)(trust === undefined ? { signal } : { signal, trust });
        return TufRepository.open(seed, { http, clock, signal });
    }
}

;// CONCATENATED MODULE: ./build/actions/publish/signing-doors.js




/** signingDoors builds what only a run that signs needs. */
function signingDoors({ signal, repository, server }) {
    return {
        signer: sigstoreSigner({ signal }),
        attestations: restAttestations({ signal, repository, api: server.api }),
        attested: restAttestedBundles({ signal, repository, server }),
        ...sigstoreTrust({ signal }),
    };
}


/***/ }),

/***/ 6511:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ notFetched),
/* harmony export */   _: () => (/* binding */ noRoot)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9473);

const FILE = 'Give "trusted-root" the path of a file with trusted roots: "gh attestation trusted-root > trusted-root.jsonl" makes one. Do not take it from a checkout that a pull request can change.';
/** noRoot is the error for a file with trusted roots that cannot be used. `message`: sentences. */
function noRoot(message, cause) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .l('PROOF_NO_TRUST_ROOT', message, { hint: FILE, cause });
}
/** notFetched is the error for a file that TUF did not return. `what`: with a capital; `why`: the end of a sentence. */
function notFetched(what, host, why, cause) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .l('PROOF_NO_TRUST_ROOT', `${what} could not be fetched from ${host} by TUF: ${why}.`, {
        hint: `Allow connections from this runner to ${host}. To verify without them, give "trusted-root" a file. A proxy or a mirror between them must not change what it serves.`,
        cause,
    });
}


/***/ })

};
