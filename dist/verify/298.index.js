export const id = 298;
export const ids = [298];
export const modules = {

/***/ 298:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  TufRepository: () => (/* binding */ TufRepository)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: external "node:process"
var external_node_process_ = __webpack_require__(1708);
// EXTERNAL MODULE: ./node_modules/tuf-js/dist/index.js
var dist = __webpack_require__(4706);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(9473);
// EXTERNAL MODULE: ./build/secret/masked.js
var masked = __webpack_require__(648);
// EXTERNAL MODULE: ./build/trust/no-root.js
var no_root = __webpack_require__(6511);
// EXTERNAL MODULE: ./node_modules/tuf-js/dist/error.js
var error = __webpack_require__(6376);
// EXTERNAL MODULE: ./build/http/http.js
var http_http = __webpack_require__(2321);
// EXTERNAL MODULE: ./build/http/transient-answers.js
var transient_answers = __webpack_require__(6489);
// EXTERNAL MODULE: ./build/time/persistence.js
var persistence = __webpack_require__(6459);
;// CONCATENATED MODULE: ./build/trust/tuf-fetcher.js








/**
 * TufFetcher is the network of TUF's client: it follows no redirect, sends no credential, and reads at most what the
 * client allows. The client's own fetcher ignores our proxy and the end of the step.
 */
class TufFetcher extends dist/* BaseFetcher */.xv {
    #options;
    #persistence;
    #folder;
    constructor(folder, options) {
        super();
        this.#folder = folder;
        this.#options = options;
        this.#persistence = new persistence/* Persistence */.y(options.clock, options.signal);
    }
    /** The client requests bytes or files, never a stream. */
    fetch() {
        return Promise.reject(new Error('there is no stream'));
    }
    async downloadBytes(url, maxLength) {
        const { http, clock, signal } = this.#options;
        const at = new URL(url);
        const answer = await this.#persistence.persist(at.host, async () => {
            try {
                const opened = await http.open({ method: 'GET', url: at, headers: { accept: '*/*' }, limit: maxLength });
                const found = await (0,http_http/* readAnswer */.JN)(opened);
                return { result: () => found, transience: (0,transient_answers/* transienceOfAnswer */.Ah)(found, clock.date()) };
            }
            catch (thrown) {
                signal.throwIfAborted();
                const fail = () => {
                    throw thrown;
                };
                return { result: fail, transience: (0,transient_answers/* transienceOfError */.ML)(thrown) };
            }
        });
        // With this status, the client knows that there is no newer root.
        if (answer.status !== 200)
            throw new error.DownloadHTTPError(`${at.pathname}: status ${answer.status}`, answer.status);
        return Buffer.from(answer.body);
    }
    async downloadFile(url, maxLength, take) {
        const bytes = await this.downloadBytes(url, maxLength);
        const file = (0,external_node_path_.join)(this.#folder, `download-${(0,external_node_crypto_.randomUUID)()}`);
        try {
            await (0,promises_.writeFile)(file, bytes, { mode: 0o600, flag: 'wx' });
            return await take(file);
        }
        finally {
            await (0,promises_.rm)(file, { force: true });
        }
    }
}

;// CONCATENATED MODULE: ./build/trust/tuf-repository.js










const PREFIX = 'verified-image-push-tuf-';
/** Largest file that is read, in bytes, even if it is signed; trusted roots have a tenth of it. */
const LARGEST = 1 << 20;
/** Longest part of a reason that is quoted. */
const LONGEST = 300;
/**
 * TufRepository reads files from a TUF repository (specification 1.0). It stores what it has read in a private folder
 * under RUNNER_TEMP, so that later steps of the job accept nothing older. Its chain of roots always begins with the
 * given root: anyone who could change the stored one would decide which signatures count.
 */
class TufRepository {
    #updater;
    #asking;
    constructor(updater, asking) {
        this.#updater = updater;
        this.#asking = asking;
    }
    /** open prepares a repository, without a request. Throws PROOF_NO_TRUST_ROOT. */
    static async open({ url, root }, options) {
        const asking = { host: new URL(url).host, ...options };
        return orNotFetched('What signatures are verified with', asking, async () => {
            const folder = await privateFolder((0,external_node_crypto_.createHash)('sha256').update(url).digest('hex'));
            const kept = (0,external_node_path_.join)(folder, 'root.json');
            await (0,promises_.rm)(kept, { force: true });
            await (0,promises_.writeFile)(kept, root, { mode: 0o600, flag: 'wx' });
            const fetcher = new TufFetcher(folder, options);
            const [metadataBaseUrl, targetBaseUrl] = [url, `${url}/targets`];
            const updater = new dist/* Updater */.Sx({ metadataDir: folder, metadataBaseUrl, targetDir: folder, targetBaseUrl, fetcher });
            return new TufRepository(updater, asking);
        });
    }
    /**
     * read downloads a file, and verifies its signature. The first read updates the metadata of the repository. Throws
     * PROOF_NO_TRUST_ROOT.
     */
    async read(name) {
        return orNotFetched(`"${name}"`, this.#asking, async () => {
            const target = await this.#updater.getTargetInfo(name);
            if (target === undefined)
                throw new Error('the repository has no such file');
            if (target.length > LARGEST)
                throw new Error(`it has ${target.length} bytes`);
            const path = await this.#updater.downloadTarget(target);
            return new TextDecoder('utf-8', { fatal: true }).decode(await (0,promises_.readFile)(path));
        });
    }
}
async function orNotFetched(what, { host, signal, http }, ask) {
    try {
        return await ask();
    }
    catch (thrown) {
        signal.throwIfAborted();
        throw (0,no_root/* notFetched */.X)(what, host, (0,masked/* excerpt */.Kb)((0,errors/* asError */.z)(thrown).message, LONGEST), thrown);
    }
    finally {
        // Connections are not kept open for a request that may never come.
        http.close();
    }
}
/** The folder of one repository. Stored files count only if the roots lead to their signatures. */
async function privateFolder(hash) {
    const folder = (0,external_node_path_.join)(process.env.RUNNER_TEMP || (0,external_node_os_.tmpdir)(), `${PREFIX}${hash.slice(0, 32)}`);
    await (0,promises_.mkdir)(folder, { mode: 0o700 }).catch((error) => {
        if (error.code !== 'EEXIST')
            throw error;
    });
    const stats = await (0,promises_.lstat)(folder);
    const isOurs = stats.isDirectory() && (external_node_process_.getuid === undefined || stats.uid === (0,external_node_process_.getuid)()) && (stats.mode & 0o077) === 0;
    if (!isOurs)
        throw new Error(`the folder ${folder} for what was fetched is not private`);
    return folder;
}


/***/ })

};
