export const id = 408;
export const ids = [408];
export const modules = {

/***/ 7408:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  publishOpen: () => (/* binding */ publishOpen)
});

// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(9473);
// EXTERNAL MODULE: ./build/image/config.js
var config = __webpack_require__(6382);
// EXTERNAL MODULE: ./build/gate/verdict.js
var gate_verdict = __webpack_require__(9231);
;// CONCATENATED MODULE: ./build/gate/image-rules.js


/** askRevision keeps an open gate open only if each platform of the image was built from the commit. */
function askRevision(open, platforms) {
    const { commit } = open.subject;
    const judged = platforms.find(({ revision }) => revision !== commit) ?? platforms[0];
    return (0,gate_verdict/* alsoAsking */.rN)(open, [judgeRevision(judged?.revision, commit)]);
}
/** judgeRevision requires that the label of the image is this commit: the full SHA, not a name. */
function judgeRevision(revision, commit) {
    const rule = `the image's label ${config/* REVISION_LABEL */.P1} must be the commit ${commit}`;
    const seen = revision === undefined ? 'it has no such label' : `it is "${revision}"`;
    if (revision === commit)
        return { rule, seen, says: "the image's revision label names this commit", by: 'read' };
    const opens = `build the image from this commit with --label ${config/* REVISION_LABEL */.P1}=<its full SHA>`;
    return { code: 'GATE_REVISION', rule, seen, opens };
}

// EXTERNAL MODULE: ./build/image/tested.js
var image_tested = __webpack_require__(2373);
// EXTERNAL MODULE: ./build/image/wanted-platforms.js
var wanted_platforms = __webpack_require__(8042);
// EXTERNAL MODULE: ./build/image/digest.js
var image_digest = __webpack_require__(5436);
;// CONCATENATED MODULE: ./build/scan/binding.js
/** Tools that always name the image in their reports. */
const ALWAYS_NAME = ['trivy'];
/**
 * bind decides whether a run is about the image. It compares only digests, and no names with tags, because tags move.
 * So one image is the same under every name.
 */
function bind({ tool, names }, image) {
    const { digests, mentioned, layers } = names;
    const whole = digests.find((digest) => image.whole.includes(digest));
    if (whole !== undefined)
        return { kind: 'named', digest: whole, platform: undefined };
    for (const { platform, digests: known } of image.platforms) {
        const digest = digests.find((each) => known.includes(each));
        if (digest !== undefined)
            return { kind: 'named', digest, platform };
    }
    if (digests.length > 0)
        return { kind: 'other', why: `it names ${digests.join(', ')}` };
    if (ALWAYS_NAME.includes(tool.toLowerCase())) {
        return { kind: 'other', why: `it names no image, although ${tool} names every image that it scans` };
    }
    const all = [...image.whole, ...image.platforms.flatMap((each) => each.digests)];
    const mention = mentioned.find((digest) => !all.includes(digest));
    if (mention !== undefined)
        return { kind: 'other', why: `its findings are in ${mention}` };
    const layer = layers.find((each) => image.layers?.includes(each) === false);
    if (layer !== undefined)
        return { kind: 'other', why: `it has findings in the layer ${layer}, which the image does not have` };
    return { kind: 'trusted' };
}
/**
 * unnamedPlatforms are those platforms of the image that no run names: none if one names the image as a whole. Images
 * are recognised by their digests: an index may have several for one platform, as for versions of Windows.
 */
function unnamedPlatforms(bindings, image) {
    const named = bindings.filter((binding) => binding.kind === 'named');
    if (named.some(({ platform }) => platform === undefined))
        return [];
    const isNamed = (digests) => named.some(({ digest }) => digests.includes(digest));
    return image.platforms.filter(({ digests }) => !isNamed(digests)).map(({ platform }) => platform);
}

;// CONCATENATED MODULE: ./build/scan/scan-reasons.js
/** How many findings a reason names; the report shows more of them. */
const MOST_NAMED = 5;
/** How much the clocks of two runners may differ, in milliseconds. */
const CLOCK_SKEW = 60_000;
/** A commit in full: a shorter name, or that of a branch, cannot be compared. */
const COMMIT = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
const FINISHED = 'scan again, and let the step of the scanner fail if the scanner fails';
const SAME_IMAGE = 'scan the image that you publish, after it is built, in this job or by its digest';
/** reasonsOfFacts are problems that show before any report is read: missing and unreadable files. */
function reasonsOfFacts({ missing, ignore, files }) {
    return [
        ...missing.map((seen) => because({
            rule: 'a report that is asked for must be there',
            seen,
            says: `a scan report is missing or cannot be read: ${seen}`,
            opens: 'let the scanner write it, in a step before this one',
        })),
        ...('problem' in ignore
            ? [
                because({
                    rule: 'the file of "scan-ignore" must be readable',
                    seen: `it ${ignore.problem}`,
                    says: `the file of "scan-ignore" ${ignore.problem}`,
                    opens: 'correct the file, or remove "scan-ignore"',
                }),
            ]
            : []),
        ...files.flatMap(({ name, report }) => 'problem' in report
            ? [
                because({
                    rule: 'each report must be one in SARIF 2.1.0',
                    seen: `${name} ${report.problem}`,
                    says: `the scan report ${name} ${report.problem}`,
                    opens: FINISHED,
                }),
            ]
            : []),
    ];
}
/** reasonsOfScan are the reasons against one run: it is no evidence, or not for this image. */
function reasonsOfScan({ file, run, binding }, policy, facts) {
    const who = `the run of ${run.tool === '' ? 'an unnamed tool' : run.tool} in ${file.name}`;
    const revisions = run.revisions.filter((revision) => COMMIT.test(revision));
    const other = revisions.includes(facts.commit) ? undefined : revisions[0];
    return [
        ...run.problems.map((problem) => because({
            rule: 'each scan must have finished well',
            seen: `${who} ${problem}`,
            says: `the scan may not have finished: ${who} ${problem}`,
            opens: FINISHED,
        })),
        ...(binding.kind === 'other'
            ? [
                because({
                    rule: 'each report must be about this image',
                    seen: `${who}: ${binding.why}`,
                    says: `${who} is for another image: ${binding.why}`,
                    opens: SAME_IMAGE,
                }),
            ]
            : []),
        ...(binding.kind === 'trusted' && policy.binding === 'required'
            ? [
                because({
                    rule: 'each report must name this image',
                    seen: `${who} names none`,
                    says: `${who} does not say which image it scanned, and "scan-binding" is "required"`,
                    opens: 'use a scanner that names the image, or set "scan-binding: when-named"',
                }),
            ]
            : []),
        ...(other === undefined
            ? []
            : [
                because({
                    rule: 'each report must be about this commit',
                    seen: `${who} is about ${other}`,
                    says: `${who} is for the commit ${other}, not ${facts.commit}`,
                    opens: SAME_IMAGE,
                }),
            ]),
        ...(isOlder(file, run.ranAt, facts.image.created)
            ? [
                because({
                    rule: 'each scan must be later than the image',
                    seen: `${who} is older: the image was made at ${facts.image.created}`,
                    says: `${who} is older than the image, which was built at ${facts.image.created}`,
                    opens: SAME_IMAGE,
                }),
            ]
            : []),
    ];
}
/** A report that is older than the image cannot be about it. */
function isOlder({ written }, ranAt, created) {
    const made = Date.parse(created);
    return !Number.isNaN(made) && Math.min(written, ranAt ?? written) + CLOCK_SKEW < made;
}
function reasonOfTool(tool) {
    return because({
        rule: 'each tool in "scan-tools" must have reported',
        seen: `no good report of ${tool}`,
        says: `there is no valid report by ${tool}, which "scan-tools" requires`,
        opens: `add the report by ${tool} to "scan-report"`,
    });
}
function reasonOfPlatform(platform) {
    return because({
        rule: 'each platform of the image must be named by a report',
        seen: `none names ${platform}`,
        says: `no scan report names the platform ${platform}`,
        opens: `scan ${platform}, too`,
    });
}
/** reasonOfFindings names the worst of the findings that close the gate. */
function reasonOfFindings(blocking, failOn) {
    const named = blocking.slice(0, MOST_NAMED).map(({ id, rating, place }) => {
        return `${id} (${inWords(rating)}${place === undefined ? '' : `, ${place}`})`;
    });
    const more = blocking.length > named.length ? `, and ${blocking.length - named.length} more` : '';
    const worse = failOn === 'critical' ? '' : ' or worse';
    const seen = `${named.join(', ')}${more}`;
    return because({
        rule: `no finding may be ${failOn}${worse}, or be of unclear severity`,
        seen,
        says: `findings of the severity "${failOn}"${worse}: ${seen}`,
        opens: 'fix them, or add their ids to the file of "scan-ignore" with a reason and an expiry date',
    });
}
function inWords({ severity, unclear }) {
    return unclear === undefined ? severity : `${severity}, counted as critical: ${unclear}`;
}
function because(reason) {
    return { code: 'GATE_SCAN', ...reason };
}

// EXTERNAL MODULE: ./build/scan/severity.js
var severity = __webpack_require__(1677);
;// CONCATENATED MODULE: ./build/scan/decide-scan.js



const MOST_SHOWN = 20;
const MOST_REASONS = 20;
/**
 * decideScan decides whether the reports show that this image was scanned, and that no finding reaches the threshold.
 * Each file and each run must be valid by itself: one that is broken, about another image or older than this one closes
 * the gate, whatever the others say. Removing something from a report, or making it unreadable, never opens the gate.
 * There are two exceptions: a complete report of a cleaner scan, and a removed name of another image if the tool need
 * not name one ("required" requires names).
 */
function decideScan(policy, facts) {
    const scans = facts.files.flatMap((file) => scansIn(file, facts.image));
    const exceptions = 'problem' in facts.ignore ? [] : facts.ignore.exceptions;
    const valid = exceptions.filter(({ until }) => facts.today <= until);
    const findings = scans.flatMap(({ run }) => run.findings.map((finding) => judge(finding, { run, valid, policy })));
    const isGood = ({ run }) => !run.findings.some((finding) => judge(finding, { run, valid, policy }).blocks);
    const blocking = findings.filter(({ blocks }) => blocks).toSorted(worstFirst);
    const bindings = scans.map(({ binding }) => binding);
    const unnamed = bindings.some(({ kind }) => kind === 'named') ? unnamedPlatforms(bindings, facts.image) : [];
    return {
        reasons: firstOf([
            ...reasonsOfFacts(facts),
            ...scans.flatMap((scan) => reasonsOfScan(scan, policy, facts)),
            ...(policy.binding === 'required' ? unnamed.map(reasonOfPlatform) : []),
            ...policy.tools.filter((tool) => !scans.some((scan) => isOf(scan, tool))).map(reasonOfTool),
            ...(blocking.length > 0 ? [reasonOfFindings(blocking, policy.failOn)] : []),
        ]),
        held: scans
            .filter((scan) => isGood(scan) && reasonsOfScan(scan, policy, facts).length === 0)
            .map((scan) => heldOf(scan, policy)),
        evidence: {
            failOn: policy.failOn,
            runs: scans.map(({ file, run, binding }) => ({
                file: file.name,
                tool: run.tool,
                counts: countsOf(run.findings),
                setAside: run.setAside,
                binding,
            })),
            findings: findings.toSorted(worstFirst).slice(0, MOST_SHOWN),
            total: findings.length,
            exceptions: exceptions.map((exception) => ({
                ...exception,
                findings: findings.filter((finding) => isIgnored(finding, [exception])).length,
                isOver: !valid.includes(exception),
            })),
            unnamed,
            ignoreList: 'problem' in facts.ignore ? undefined : facts.ignore.digest,
        },
    };
}
/** So many files can be wrong that nobody would read all reasons. */
function firstOf(reasons) {
    const shown = reasons.slice(0, MOST_REASONS);
    const last = shown.at(-1);
    if (last === undefined || reasons.length === shown.length)
        return reasons;
    const more = `; and ${reasons.length - shown.length} reasons more`;
    return [...shown.slice(0, -1), { ...last, seen: `${last.seen}${more}`, says: `${last.says}${more}` }];
}
function scansIn(file, image) {
    return 'problem' in file.report ? [] : file.report.runs.map((run) => ({ file, run, binding: bind(run, image) }));
}
function judge(finding, { run, valid, policy }) {
    const ignored = isIgnored(finding, valid);
    return { ...finding, tool: run.tool, ignored, blocks: !ignored && (0,severity/* isAtLeast */.du)(finding.rating.worst, policy.failOn) };
}
/**
 * A finding is ignored if all its ids are listed. An id with a slash also counts as listed if the part before the slash
 * is.
 */
function isIgnored({ ids }, exceptions) {
    const isListed = (id) => exceptions.some((listed) => id === listed.id || id.startsWith(`${listed.id}/`));
    return ids.length > 0 && ids.every(isListed);
}
/** Tools are recognised by the name of their driver; its case differs between versions. */
function isOf({ run, binding }, tool) {
    return run.problems.length === 0 && binding.kind !== 'other' && run.tool.toLowerCase() === tool.toLowerCase();
}
function worstFirst(one, other) {
    const rank = ({ blocks, rating }) => (blocks ? 0 : severity/* SEVERITIES */.oC.length) + severity/* SEVERITIES */.oC.indexOf(rating.worst);
    return rank(one) - rank(other);
}
/** countsOf counts findings by the severity that the tools report. */
function countsOf(findings) {
    const counts = { critical: 0, high: 0, medium: 0, low: 0, unknown: 0 };
    for (const { rating } of findings)
        counts[rating.severity] += 1;
    return counts;
}
function heldOf({ file, run, binding }, { failOn }) {
    const about = binding.kind === 'named' ? `about ${binding.digest}` : 'accepted for this image, because it names none';
    const worse = failOn === 'critical' ? '' : ' or worse';
    return {
        rule: `the scan must have found nothing ${failOn}${worse} that counts`,
        seen: `${run.tool} in ${file.name}, ${about}`,
        says: `${run.tool} found nothing ${failOn}${worse} that counts (${file.name}, ${about})`,
        by: 'caller',
    };
}

// EXTERNAL MODULE: ./build/text/yaml-list.js
var yaml_list = __webpack_require__(704);
;// CONCATENATED MODULE: ./build/scan/ignore-list.js

const KEYS = ['id', 'reason', 'until'];
const DAY = /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/;
/** Nothing is ignored. */
const NO_EXCEPTIONS = { exceptions: [] };
/**
 * parseIgnoreList reads the file of `scan-ignore`: a YAML list of entries with only `id`, `reason` and `until`. Any
 * other key is a problem: with a misspelt key, a finding could be ignored for ever.
 */
async function parseIgnoreList(yaml) {
    if (yaml.split('\n').every((line) => /^\s*(?:#|$)/.test(line)))
        return NO_EXCEPTIONS;
    const list = await (0,yaml_list/* readYamlList */.O)(yaml);
    if (!list.ok)
        return { problem: list.problem };
    const read = list.value.map((entry) => [entry, readEntry(entry)]);
    for (const [{ line }, problem] of read) {
        if (typeof problem === 'string')
            return { problem: `has an entry in line ${line} ${problem}` };
    }
    const exceptions = read.map(([, entry]) => entry).filter((entry) => typeof entry !== 'string');
    const ids = exceptions.map(({ id }) => id);
    const twice = ids.find((id, index) => ids.indexOf(id) !== index);
    return twice === undefined ? { exceptions } : { problem: `has the id "${twice}" twice` };
}
/** The entry, or what is wrong with it. */
function readEntry({ fields }) {
    const unknown = [...fields.keys()].find((key) => !KEYS.includes(key));
    if (unknown !== undefined)
        return `with "${unknown}", which is not one of ${KEYS.join(', ')}`;
    const [id = '', reason = '', until = ''] = KEYS.map((key) => fields.get(key)?.trim());
    const missing = KEYS.find((_, index) => [id, reason, until][index] === '');
    if (missing !== undefined)
        return `without "${missing}"`;
    return isDay(until) ? { id, reason, until } : `with an "until" that is no day such as 2027-03-31: "${until}"`;
}
/** A real day of the calendar: there is no 30th of February, so it must be a mistake. */
function isDay(text) {
    const time = DAY.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
    return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

;// CONCATENATED MODULE: ./build/scan/json-tokens.js
/** JsonProblem says why a document cannot be read, as the end of a sentence. */
class JsonProblem extends Error {
    name = 'JsonProblem';
}
/** How deep objects and lists may be nested; SARIF needs about twenty levels. */
const DEEPEST = 128;
/** How many keys all open objects may have together: they are kept, to find one that is there twice. */
const MOST_KEYS = 100_000;
/** How many bytes of a string can be kept, and how many a key may have. */
const LONGEST_STRING = 4096;
const LONGEST_LITERAL = 512;
/** What a string may have beyond its limit: an escape or a character that began within it. */
const SLACK = 16;
const NUMBER = /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?$/;
const WORDS = { true: true, false: false, null: null };
const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf];
const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const LETTER_U = 0x75;
const BLANKS = bytesOf(' \n\r\t');
const ENDS_OF_LITERAL = bytesOf(' \n\r\t,]}');
const ESCAPED = bytesOf('"\\/bfnrt');
/**
 * JsonTokens reads JSON (RFC 8259) from chunks of bytes that are known to be UTF-8, wherever they are cut, and passes
 * the parts to its sink. It accepts less than `JSON.parse`: a key that an object has twice, and nesting of more than
 * 128 levels, are problems, because two readers may understand them differently. It keeps one string and the keys of
 * the open objects, at most 100,000.
 */
class JsonTokens {
    #sink;
    #levels = [];
    /** How many keys they have. */
    #keys = 0;
    #bytes = new Uint8Array(LONGEST_STRING + SLACK);
    #expected = 'value';
    #position = 0;
    /** The text that is being read across chunks: its first bytes, as they are in the document. */
    #token;
    #length = 0;
    #limit = 0;
    #isCut = false;
    #hasEscape = false;
    /** What an escape still needs: its letter, or so many hex digits. */
    #escape = 0;
    constructor(sink) {
        this.#sink = sink;
    }
    push(chunk) {
        for (let at = 0; at < chunk.length;) {
            if (this.#token === undefined)
                this.#mark(chunk[at++]);
            else if (this.#token === 'literal')
                at = this.#literal(chunk, at);
            else
                at = this.#string(chunk, at);
        }
    }
    end() {
        if (this.#token === 'literal')
            this.#endLiteral();
        if (this.#expected !== 'nothing')
            throw new JsonProblem('ends in the middle: its writer did not finish');
    }
    #mark(byte) {
        const position = this.#position++;
        if (BLANKS.has(byte) || (position < 3 && byte === BYTE_ORDER_MARK[position]))
            return;
        const expected = this.#expected;
        const isKey = expected === 'key' || expected === 'key or end';
        const isNext = expected === 'comma or end';
        if (isKey && byte === QUOTE)
            this.#start('key', LONGEST_STRING);
        else if (expected === 'colon' && byte === 0x3a)
            this.#expected = 'value';
        else if (isNext && byte === 0x2c)
            this.#expected = this.#levels.at(-1)?.kind === 'object' ? 'key' : 'value';
        else if ((isNext || expected === 'key or end') && byte === 0x7d)
            this.#close('object');
        else if ((isNext || expected === 'value or end') && byte === 0x5d)
            this.#close('list');
        else if (expected === 'value' || expected === 'value or end')
            this.#value(byte);
        else
            throw notJson();
    }
    #value(byte) {
        if (byte === QUOTE)
            this.#start('string', Math.min(this.#sink.startString(), LONGEST_STRING));
        else if (byte === 0x7b)
            this.#open('object');
        else if (byte === 0x5b)
            this.#open('list');
        else {
            this.#start('literal', LONGEST_LITERAL);
            this.#bytes[this.#length++] = byte;
        }
    }
    #open(kind) {
        if (this.#levels.length >= DEEPEST)
            throw new JsonProblem(`is nested deeper than ${DEEPEST} levels`);
        this.#levels.push({ kind, keys: new Set() });
        this.#expected = kind === 'object' ? 'key or end' : 'value or end';
        this.#sink.open(kind);
    }
    #close(kind) {
        const level = this.#levels.pop();
        if (level?.kind !== kind)
            throw notJson();
        this.#keys -= level.keys.size;
        this.#endValue();
        this.#sink.close();
    }
    #endValue() {
        this.#expected = this.#levels.length === 0 ? 'nothing' : 'comma or end';
    }
    #start(token, limit) {
        this.#token = token;
        this.#length = 0;
        this.#limit = limit;
        this.#isCut = false;
        this.#hasEscape = false;
    }
    #string(chunk, from) {
        for (let at = from; at < chunk.length; at++) {
            const byte = chunk[at];
            if (this.#escape !== 0)
                this.#escaped(byte);
            else if (byte === QUOTE) {
                this.#endString();
                return at + 1;
            }
            else {
                if (byte < 0x20)
                    throw notJson();
                // A string is only cut before a character or an escape, and never inside one.
                if (this.#length >= this.#limit && (byte & 0xc0) !== 0x80)
                    this.#isCut = true;
                if (byte === BACKSLASH)
                    this.#escape = 'letter';
                this.#hasEscape ||= byte === BACKSLASH;
            }
            if (!this.#isCut)
                this.#bytes[this.#length++] = byte;
        }
        return chunk.length;
    }
    #escaped(byte) {
        if (this.#escape === 'letter') {
            if (byte !== LETTER_U && !ESCAPED.has(byte))
                throw notJson();
            this.#escape = byte === LETTER_U ? 4 : 0;
            return;
        }
        const letter = byte | 0x20;
        if (!((byte >= 0x30 && byte <= 0x39) || (letter >= 0x61 && letter <= 0x66)))
            throw notJson();
        this.#escape -= 1;
    }
    #endString() {
        const isKey = this.#token === 'key';
        this.#token = undefined;
        if (isKey)
            this.#endKey();
        else {
            this.#endValue();
            this.#sink.text(this.#text(), !this.#isCut);
        }
    }
    #endKey() {
        if (this.#isCut)
            throw new JsonProblem(`has a key of more than ${LONGEST_STRING} bytes`);
        const key = this.#text();
        const keys = this.#levels.at(-1)?.keys;
        if (keys?.has(key))
            throw new JsonProblem(`has an object with the key "${key.slice(0, 60)}" twice`);
        keys?.add(key);
        this.#keys += 1;
        if (this.#keys > MOST_KEYS)
            throw new JsonProblem(`has objects with more than ${MOST_KEYS} keys`);
        this.#expected = 'colon';
        this.#sink.key(key);
    }
    #literal(chunk, from) {
        for (let at = from; at < chunk.length; at++) {
            const byte = chunk[at];
            if (ENDS_OF_LITERAL.has(byte)) {
                this.#endLiteral();
                return at;
            }
            if (this.#length >= LONGEST_LITERAL)
                throw notJson();
            this.#bytes[this.#length++] = byte;
        }
        return chunk.length;
    }
    #endLiteral() {
        this.#token = undefined;
        const text = this.#text();
        const isWord = Object.hasOwn(WORDS, text);
        if (!isWord && !NUMBER.test(text))
            throw notJson();
        this.#endValue();
        this.#sink.literal(isWord ? WORDS[text] : Number(text));
    }
    #text() {
        const text = UTF8.decode(this.#bytes.subarray(0, this.#length));
        return this.#hasEscape ? JSON.parse(`"${text}"`) : text;
    }
}
const UTF8 = new TextDecoder('utf-8', { ignoreBOM: true });
function notJson() {
    return new JsonProblem('is not JSON');
}
function bytesOf(characters) {
    return new Set(new TextEncoder().encode(characters));
}

;// CONCATENATED MODULE: ./build/scan/json-reader.js

/** An empty prototype instead of none: objects without any prototype need several times the memory in V8. */
const NOTHING = Object.freeze(Object.create(null));
/** OTHER, an object without keys, replaces a value of another kind than the shape has. */
const OTHER = Object.freeze(Object.create(NOTHING));
/** readJson reads one JSON document in UTF-8 from chunks of bytes. Throws a JsonProblem. */
async function readJson(chunks, shape) {
    const utf8 = new TextDecoder('utf-8', { fatal: true });
    const keeper = new Keeper(shape);
    const tokens = new JsonTokens(keeper);
    for await (const chunk of chunks) {
        check(() => utf8.decode(chunk, { stream: true }));
        tokens.push(chunk);
    }
    check(() => utf8.decode());
    tokens.end();
    return keeper.result;
}
function check(decode) {
    try {
        decode();
    }
    catch {
        throw new JsonProblem('is not text in UTF-8');
    }
}
class Keeper {
    result;
    #root;
    #frames = [];
    /** How many values the lists of each shape have had. */
    #counts = new Map();
    /** For the current value; undefined if it is not kept. */
    #shape;
    constructor(root) {
        this.#root = root;
    }
    key(key) {
        const frame = this.#frames.at(-1);
        if (frame !== undefined)
            frame.key = key;
    }
    startString() {
        this.#begin();
        return this.#shape !== undefined && 'bytes' in this.#shape ? this.#shape.bytes : 0;
    }
    text(text, isWhole) {
        const shape = this.#shape;
        const fits = shape !== undefined && 'bytes' in shape && (isWhole || shape.cut === true);
        this.#give(shape === undefined ? undefined : fits ? text : OTHER);
    }
    literal(value) {
        this.#begin();
        this.#give(this.#shape === undefined ? undefined : value);
    }
    open(kind) {
        this.#begin();
        const shape = this.#shape;
        this.#frames.push({ shape, value: shape && emptyOf(kind, shape), key: '', count: 0 });
    }
    close() {
        this.#give(this.#frames.pop()?.value);
    }
    #begin() {
        const frame = this.#frames.at(-1);
        this.#shape = frame === undefined ? this.#root : this.#shapeIn(frame);
    }
    #shapeIn(frame) {
        const { shape, value } = frame;
        if (shape === undefined || value === undefined || value === OTHER)
            return undefined;
        if ('keys' in shape)
            return Object.hasOwn(shape.keys, frame.key) ? shape.keys[frame.key] : undefined;
        if (!('each' in shape))
            return undefined;
        frame.count += 1;
        if (shape.most !== undefined)
            this.#count(shape, shape.most);
        return frame.count <= (shape.keep ?? frame.count) ? shape.each : undefined;
    }
    #count(shape, most) {
        const count = (this.#counts.get(shape) ?? 0) + 1;
        if (count > most)
            throw new JsonProblem(`has lists of more than ${most} entries`);
        this.#counts.set(shape, count);
    }
    #give(value) {
        const frame = this.#frames.at(-1);
        if (frame === undefined)
            this.result = value;
        else if (value === undefined || frame.value === undefined || frame.value === OTHER)
            return;
        else if (Array.isArray(frame.value))
            frame.value.push(value);
        else
            frame.value[frame.key] = value;
    }
}
function emptyOf(kind, shape) {
    if (kind === 'object' && 'keys' in shape)
        return Object.create(NOTHING);
    return kind === 'list' && 'each' in shape ? [] : OTHER;
}

// EXTERNAL MODULE: ./build/scan/kept.js
var kept = __webpack_require__(3034);
;// CONCATENATED MODULE: ./build/scan/named-image.js


/** Properties of a run with a digest or a reference that has one: Trivy writes the first three. */
const PROPERTIES = ['imageID', 'imageName', 'repoDigests', 'imageDigest'];
/** Where Grype writes what it scanned: `<what was given>@<layer>:/<path>`, and in the message. */
const IN_LOCATION = /^(?<given>.*)@(?<layer>sha256:[0-9a-f]{64}):\//s;
const IN_MESSAGE = / was found in image (?<given>\S+) at: /;
/** How many findings are read: a run about one image has the same in all of them. */
const MOST_LOOKED_AT = 1000;
/** namesOf reads everything that a run says about its image. Only digests count as names. */
function namesOf(run) {
    const properties = PROPERTIES.flatMap((name) => {
        const value = (0,kept/* field */.ZZ)(run, 'properties', name);
        return [value, ...(0,kept/* entries */.jO)(value)];
    });
    const results = (0,kept/* entries */.jO)((0,kept/* field */.ZZ)(run, 'results')).slice(0, MOST_LOOKED_AT);
    const locations = results.flatMap((result) => (0,kept/* entries */.jO)((0,kept/* field */.ZZ)(result, 'locations')).flatMap(logicalNames));
    const places = locations.map((name) => IN_LOCATION.exec(name)?.groups);
    const messages = results.map((result) => IN_MESSAGE.exec((0,kept/* text */.Qq)((0,kept/* field */.ZZ)(result, 'message', 'text')) ?? '')?.groups);
    return {
        digests: distinct(properties.map(digestIn)),
        mentioned: distinct([...places, ...messages].map((found) => digestIn(found?.given))),
        layers: distinct(places.map((found) => digestIn(found?.layer))),
    };
}
function logicalNames(location) {
    const names = (0,kept/* entries */.jO)((0,kept/* field */.ZZ)(location, 'logicalLocations')).filter(kept/* isObject */.Gv);
    return names.flatMap((name) => (0,kept/* text */.Qq)(name.fullyQualifiedName) ?? []);
}
/** A digest, alone or after the "@" of a reference. */
function digestIn(value) {
    const said = (0,kept/* text */.Qq)(value);
    return said === undefined ? undefined : (0,image_digest/* parseDigest */.m)(said.slice(said.lastIndexOf('@') + 1));
}
function distinct(digests) {
    return [...new Set(digests.filter((digest) => digest !== undefined))];
}

;// CONCATENATED MODULE: ./build/scan/rules.js

/** RuleBook has the rules of one run: those of the driver, and of its extensions. */
class RuleBook {
    #driver;
    #extensions;
    #byId = new Map();
    constructor(tool) {
        this.#driver = (0,kept/* entries */.jO)((0,kept/* field */.ZZ)(tool, 'driver', 'rules'));
        this.#extensions = (0,kept/* entries */.jO)((0,kept/* field */.ZZ)(tool, 'extensions'));
        const all = [this.#driver, ...this.#extensions.map((extension) => (0,kept/* entries */.jO)((0,kept/* field */.ZZ)(extension, 'rules')))].flat();
        for (const rule of all) {
            const id = (0,kept/* text */.Qq)((0,kept/* field */.ZZ)(rule, 'id'));
            if (id === undefined)
                continue;
            const same = this.#byId.get(id);
            if (same === undefined)
                this.#byId.set(id, [rule]);
            else
                same.push(rule);
        }
    }
    /**
     * find looks up the rule of a result by its index and its id (SARIF 2.1.0, 3.27.5 to 3.27.7 and 3.52). The index is
     * into the driver, or into the extension that it names. The parts of an id behind a slash may name a kind of the
     * rule. If index and id lead to several rules, it returns all of them, and the worst counts. If the id leads to no
     * rule, it returns none: the index alone is not enough, because the list may have been changed.
     */
    find(result) {
        const pointer = (0,kept/* field */.ZZ)(result, 'rule');
        const component = this.#rulesOf((0,kept/* field */.ZZ)(pointer, 'toolComponent'));
        const indexes = [(0,kept/* field */.ZZ)(result, 'ruleIndex'), (0,kept/* field */.ZZ)(pointer, 'index')].filter(isIndex);
        const ids = [(0,kept/* text */.Qq)((0,kept/* field */.ZZ)(result, 'ruleId')), (0,kept/* text */.Qq)((0,kept/* field */.ZZ)(pointer, 'id'))].filter((id) => id !== undefined);
        const named = ids.map((id) => this.#named(id));
        const indexed = indexes.map((index) => component[index]).filter((rule) => rule !== undefined);
        const found = named.every(({ length }) => length > 0) ? [...new Set([...named.flat(), ...indexed])] : [];
        const names = [...new Set([...ids, ...found.flatMap((rule) => (0,kept/* text */.Qq)((0,kept/* field */.ZZ)(rule, 'id')) ?? [])])];
        return { rules: found, ids: names.filter((id) => !names.some((other) => other.startsWith(`${id}/`))) };
    }
    /** The rules of the component that a reference names (3.54); without one it is the driver. */
    #rulesOf(reference) {
        if (reference === undefined)
            return this.#driver;
        const index = (0,kept/* field */.ZZ)(reference, 'index');
        if (isIndex(index))
            return (0,kept/* entries */.jO)((0,kept/* field */.ZZ)(this.#extensions[index], 'rules'));
        const named = this.#extensions.find((extension) => ['guid', 'name'].some((key) => {
            const value = (0,kept/* text */.Qq)((0,kept/* field */.ZZ)(reference, key));
            return value !== undefined && value === (0,kept/* field */.ZZ)(extension, key);
        }));
        return (0,kept/* entries */.jO)((0,kept/* field */.ZZ)(named, 'rules'));
    }
    #named(id) {
        for (let name = id; name !== ''; name = name.slice(0, Math.max(0, name.lastIndexOf('/')))) {
            const rules = this.#byId.get(name);
            if (rules !== undefined)
                return rules;
        }
        return [];
    }
}
/** In the standard, an index of -1 means that there is none. */
function isIndex(value) {
    return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

;// CONCATENATED MODULE: ./build/scan/sarif-shape.js
const ID = { bytes: 1024 };
const WORD = { bytes: 128 };
const TEXT = { keys: { text: { bytes: 512, cut: true } } };
const SEVERITY = {
    'security-severity': WORD,
    cvssv3_baseScore: WORD,
    severity: WORD,
    cvssV3_severity: WORD,
    issue_severity: WORD,
    tags: { each: WORD, keep: 64 },
};
const RULE = {
    keys: {
        id: ID,
        helpUri: { bytes: 1024 },
        shortDescription: TEXT,
        help: TEXT,
        properties: { keys: SEVERITY },
        defaultConfiguration: { keys: { level: WORD } },
    },
};
const COMPONENT = { keys: { name: WORD, guid: WORD, rules: { each: RULE, most: 50_000 } } };
const RESULT = {
    keys: {
        ruleId: ID,
        ruleIndex: WORD,
        rule: { keys: { id: ID, index: WORD, toolComponent: { keys: { index: WORD, name: WORD, guid: WORD } } } },
        kind: WORD,
        level: WORD,
        message: TEXT,
        baselineState: WORD,
        suppressions: { each: { keys: { status: WORD } } },
        properties: { keys: SEVERITY },
        locations: {
            each: {
                keys: {
                    message: TEXT,
                    physicalLocation: { keys: { artifactLocation: { keys: { uri: { bytes: 256, cut: true } } } } },
                    logicalLocations: { each: { keys: { fullyQualifiedName: { bytes: 1024, cut: true } } }, keep: 1 },
                },
            },
            keep: 1,
        },
    },
};
const NOTIFICATIONS = { each: { keys: { level: WORD, message: TEXT } }, most: 10_000 };
const RUN = {
    keys: {
        tool: { keys: { driver: COMPONENT, extensions: { each: COMPONENT, most: 1000 } } },
        results: { each: RESULT, most: 50_000 },
        invocations: {
            each: {
                keys: {
                    executionSuccessful: WORD,
                    startTimeUtc: WORD,
                    endTimeUtc: WORD,
                    toolExecutionNotifications: NOTIFICATIONS,
                    toolConfigurationNotifications: NOTIFICATIONS,
                },
            },
            most: 1000,
        },
        versionControlProvenance: { each: { keys: { revisionId: WORD } }, keep: 100 },
        externalPropertyFileReferences: { keys: {} },
        properties: {
            keys: { imageID: ID, imageName: ID, imageDigest: ID, repoDigests: { each: ID, keep: 100 } },
        },
    },
};
/** SARIF_LOG says which parts of a report in SARIF 2.1.0 are kept, and how much at most. */
const SARIF_LOG = {
    keys: { version: WORD, runs: { each: RUN, most: 500 }, inlineExternalProperties: { each: { keys: {} }, keep: 1 } },
};

;// CONCATENATED MODULE: ./build/scan/sarif.js







/**
 * readSarif reads a report in SARIF 2.1.0 (OASIS). SARIF_LOG limits what it keeps: at most 50,000 results and as many
 * rules, each with a few short texts. A report with more is a problem. So 64 MiB from Trivy need less than 128 MiB of
 * heap, and any 64 MiB less than 256 MiB. Errors of reading the chunks are passed on.
 */
async function readSarif(chunks) {
    try {
        const log = await readJson(chunks, SARIF_LOG);
        const problem = problemOf(log);
        return problem === undefined ? { runs: (0,kept/* entries */.jO)((0,kept/* field */.ZZ)(log, 'runs')).map(readRun) } : { problem };
    }
    catch (error) {
        if (error instanceof JsonProblem)
            return { problem: error.message };
        throw error;
    }
}
function problemOf(log) {
    if (!(0,kept/* isObject */.Gv)(log))
        return 'is JSON, but not a SARIF report';
    if (log.version !== '2.1.0')
        return 'is not a SARIF 2.1.0 report: it has another "version", or none';
    if (!(0,kept/* isList */.Lv)(log.runs))
        return 'has no list of runs';
    if (log.runs.length === 0)
        return 'has no run of a tool';
    if (log.inlineExternalProperties !== undefined)
        return 'keeps results outside its runs ("inlineExternalProperties")';
    return undefined;
}
function readRun(run) {
    const tool = (0,kept/* text */.Qq)((0,kept/* field */.ZZ)(run, 'tool', 'driver', 'name')) ?? '';
    const rules = new RuleBook((0,kept/* field */.ZZ)(run, 'tool'));
    const results = (0,kept/* entries */.jO)((0,kept/* field */.ZZ)(run, 'results'));
    const counted = results.filter((result) => reasonToSetAside(result) === undefined);
    const aside = Map.groupBy(results, reasonToSetAside);
    const invocations = (0,kept/* entries */.jO)((0,kept/* field */.ZZ)(run, 'invocations'));
    const times = invocations.flatMap((each) => [(0,kept/* field */.ZZ)(each, 'endTimeUtc'), (0,kept/* field */.ZZ)(each, 'startTimeUtc')].map(timeIn));
    const provenance = (0,kept/* entries */.jO)((0,kept/* field */.ZZ)(run, 'versionControlProvenance'));
    return {
        tool,
        problems: problemsOfRun(run, tool),
        findings: counted.map((result) => readFinding(result, { tool, rules })),
        setAside: {
            suppressed: aside.get('suppressed')?.length ?? 0,
            absent: aside.get('absent')?.length ?? 0,
            noFailure: aside.get('noFailure')?.length ?? 0,
        },
        names: namesOf(run),
        revisions: provenance.flatMap((each) => (0,kept/* text */.Qq)((0,kept/* field */.ZZ)(each, 'revisionId')) ?? []),
        ranAt: times.filter((time) => time !== undefined).sort((one, other) => other - one)[0],
    };
}
/** Problems of a run (3.14 and 3.20): a run counts only if it says that it finished successfully. */
function problemsOfRun(run, tool) {
    const results = (0,kept/* field */.ZZ)(run, 'results');
    const invocations = (0,kept/* field */.ZZ)(run, 'invocations');
    const notifications = (0,kept/* entries */.jO)(invocations).flatMap((invocation) => ['toolExecutionNotifications', 'toolConfigurationNotifications'].flatMap((name) => {
        const value = (0,kept/* field */.ZZ)(invocation, name);
        return value === undefined || (0,kept/* isList */.Lv)(value) ? (0,kept/* entries */.jO)(value) : [value];
    }));
    const errors = notifications.filter((each) => !['warning', 'note', 'none'].includes((0,kept/* text */.Qq)((0,kept/* field */.ZZ)(each, 'level')) ?? ''));
    const first = (0,kept/* text */.Qq)((0,kept/* field */.ZZ)(errors[0], 'message', 'text'));
    const problems = [
        tool === '' && 'does not name its tool',
        !(0,kept/* isList */.Lv)(results) && 'has no list of results: the scan did not finish',
        !(0,kept/* entries */.jO)(results).every(kept/* isObject */.Gv) && 'has a result that cannot be read',
        (0,kept/* field */.ZZ)(run, 'externalPropertyFileReferences') !== undefined && 'keeps some of its parts in other files',
        invocations !== undefined && !(0,kept/* isList */.Lv)(invocations) && 'has no list of invocations',
        !(0,kept/* entries */.jO)(invocations).every((each) => (0,kept/* field */.ZZ)(each, 'executionSuccessful') === true) &&
            'does not say that its tool ran successfully',
        errors.length > 0 && `has an error of its tool${first === undefined ? '' : `: ${first}`}`,
    ];
    return problems.filter((problem) => problem !== false);
}
/** Why a result does not count: kind (3.27.9), baseline (3.27.24), suppression that was accepted (3.27.23, 3.35). */
function reasonToSetAside(result) {
    const kind = (0,kept/* field */.ZZ)(result, 'kind');
    if (kind === 'pass' || kind === 'notApplicable' || kind === 'informational')
        return 'noFailure';
    if ((0,kept/* field */.ZZ)(result, 'baselineState') === 'absent')
        return 'absent';
    const suppressions = (0,kept/* entries */.jO)((0,kept/* field */.ZZ)(result, 'suppressions'));
    const isSuppressed = suppressions.length > 0 && suppressions.every((each) => (0,kept/* field */.ZZ)(each, 'status') === 'accepted');
    return isSuppressed ? 'suppressed' : undefined;
}
function readFinding(result, { tool, rules }) {
    const pointed = rules.find(result);
    const location = (0,kept/* entries */.jO)((0,kept/* field */.ZZ)(result, 'locations'))[0];
    const links = pointed.rules.map((rule) => LINK.exec((0,kept/* text */.Qq)((0,kept/* field */.ZZ)(rule, 'help', 'text')) ?? '')?.[1]);
    const helps = pointed.rules.map((rule) => (0,kept/* text */.Qq)((0,kept/* field */.ZZ)(rule, 'helpUri')));
    return {
        id: pointed.ids[0] ?? 'a finding without an id',
        ids: pointed.ids,
        rating: (0,severity/* rate */.TS)({ tool, result, rules: pointed.rules }),
        place: (0,kept/* text */.Qq)((0,kept/* field */.ZZ)(location, 'message', 'text')) ??
            (0,kept/* text */.Qq)((0,kept/* field */.ZZ)(location, 'physicalLocation', 'artifactLocation', 'uri')) ??
            (0,kept/* text */.Qq)((0,kept/* field */.ZZ)((0,kept/* entries */.jO)((0,kept/* field */.ZZ)(location, 'logicalLocations'))[0], 'fullyQualifiedName')),
        link: [...links, ...helps].find((link) => link !== undefined),
    };
}
/** How Trivy and Grype link to information about a vulnerability; the rule of Grype links to Grype. */
const LINK = /^Link: \[[^\]\n]*\]\((https:[^)\s]+)\)/m;
function timeIn(value) {
    const time = Date.parse((0,kept/* text */.Qq)(value) ?? '');
    return Number.isNaN(time) ? undefined : time;
}

;// CONCATENATED MODULE: ./build/evidence/known-image.js
/**
 * knownImage sorts the digests that a report may use for an image: the digests of the whole image, its digests at
 * registries, and the digests of each platform, also of one whose content the engine does not have. For an image with
 * one platform, all of them stand for the whole image, and its layers are known.
 */
function knownImage({ names, platforms, isComplete, calledAs }) {
    const whole = [...names.flatMap(({ digest, of }) => (of === 'whole' ? [digest] : [])), ...calledAs];
    const own = platforms.map(({ platform, manifestDigest, configDigest }) => ({
        platform,
        digests: [manifestDigest, configDigest].filter((digest) => digest !== undefined),
    }));
    const isOwn = (digest) => own.some(({ digests }) => digests.includes(digest));
    const others = names.flatMap(({ digest, of }) => of === 'whole' || isOwn(digest) ? [] : [{ platform: of, digests: [digest] }]);
    const each = [...own, ...others].filter(({ digests }) => digests.length > 0);
    if (each.length > 1)
        return { whole, platforms: each, layers: undefined };
    const layers = isComplete ? platforms[0].diffIds : undefined;
    return { whole: [...whole, ...each.flatMap(({ digests }) => digests)], platforms: [], layers };
}

;// CONCATENATED MODULE: ./build/evidence/gather-scan.js







/** How large an ignore file may be, in bytes. */
const LARGEST_IGNORE_FILE = 1 << 20;
/**
 * askScan keeps an open gate open only if the reports allow it. They are read when the image is known, and before any
 * credential is used: one after the other, so that only one is in memory.
 */
async function askScan(verdict, { scan, image }, { reports }) {
    if (verdict.kind === 'closed' || scan === undefined)
        return { verdict };
    const seen = {
        ...(await readReports(scan.reports, reports)),
        ignore: scan.ignoreFile === undefined ? NO_EXCEPTIONS : await readIgnoreFile(scan.ignoreFile, reports),
        commit: verdict.subject.commit,
        today: new Date(reports.now()).toISOString().slice(0, 10),
    };
    const decide = (tested) => {
        return decideScan(scan, { ...seen, image: { ...knownImage(tested), created: tested.platforms[0].created } });
    };
    const decision = decide(image.tested);
    // An engine with the containerd store reports the other digests of the image if it is asked.
    const final = isOfAnother(decision) && !image.tested.isComplete ? decide(await image.inFull()) : decision;
    return { verdict: (0,gate_verdict/* alsoAsking */.rN)(verdict, [...final.held, ...final.reasons]), scan: final.evidence };
}
function isOfAnother({ evidence }) {
    return evidence.runs.some(({ binding }) => binding.kind === 'other');
}
/** Reads the files that match the patterns, each once. A file that cannot be read counts as missing. */
async function readReports(patterns, reports) {
    const missing = [];
    const found = new Map();
    for (const pattern of patterns) {
        const files = await orMissing(missing, () => reports.find(pattern));
        for (const file of files ?? [])
            found.set(file.name, file);
    }
    const files = [];
    for (const { name, written, read } of found.values()) {
        const report = await orMissing(missing, () => readSarif(read()));
        if (report !== undefined)
            files.push({ name, written, report });
    }
    return { files, missing };
}
async function orMissing(missing, work) {
    try {
        return await work();
    }
    catch (error) {
        missing.push(unusable(error));
        return undefined;
    }
}
async function readIgnoreFile(path, reports) {
    try {
        const [file, ...others] = await reports.find(path);
        if (file === undefined || others.length > 0)
            return { problem: 'is not one file' };
        const text = await textOf(file);
        const list = await parseIgnoreList(text);
        return 'problem' in list ? list : { ...list, digest: (0,image_digest/* digestOf */.ol)(Buffer.from(text)) };
    }
    catch (error) {
        return { problem: `cannot be used: ${unusable(error)}` };
    }
}
async function textOf({ name, read }) {
    const utf8 = new TextDecoder('utf-8', { fatal: true });
    let text = '';
    for await (const chunk of read()) {
        text += decoded(() => utf8.decode(chunk, { stream: true }), name);
        if (text.length > LARGEST_IGNORE_FILE)
            throw refusal(`${name} is larger than 1 MiB`);
    }
    return text + decoded(() => utf8.decode(), name);
}
function decoded(decode, name) {
    try {
        return decode();
    }
    catch {
        throw refusal(`${name} is not text in UTF-8`);
    }
}
function refusal(message) {
    return new errors/* ActionError */.l('GATE_SCAN', message, { hint: 'Correct the file of "scan-ignore".' });
}
/** Why a file is no evidence. Other errors are thrown, and are no reason of the gate. */
function unusable(error) {
    if (error instanceof errors/* ActionError */.l && error.code === 'GATE_SCAN')
        return error.message;
    throw error;
}

// EXTERNAL MODULE: ./build/run/ref.js
var run_ref = __webpack_require__(6175);
// EXTERNAL MODULE: ./build/text/filter-pattern.js
var filter_pattern = __webpack_require__(4829);
// EXTERNAL MODULE: ./build/text/printable.js
var printable = __webpack_require__(4865);
// EXTERNAL MODULE: ./build/gate/commit-name.js
var commit_name = __webpack_require__(1349);
// EXTERNAL MODULE: ./build/gate/decide-gate.js
var decide_gate = __webpack_require__(5122);
;// CONCATENATED MODULE: ./build/gate/image-commit.js







/** Most branches that the server is asked about: each one needs a comparison. */
const MOST_BRANCHES = 50;
/** commitNamedBy reads the commit that an image names: in full, and the same for every platform. */
function commitNamedBy(platforms) {
    const rule = `the image's label ${config/* REVISION_LABEL */.P1} must name its commit in full, the same for every platform`;
    const [first] = platforms;
    const isOne = platforms.every(({ revision }) => revision === first?.revision);
    const said = (revision) => revision === undefined ? 'no such label' : `"${(0,printable/* shortened */.vI)(revision)}"`;
    const each = platforms.map(({ platform, revision }) => `${platform} has ${said(revision)}`).join(', ');
    const seen = isOne ? `it has ${said(first?.revision)}` : each;
    const commit = isOne ? first?.revision : undefined;
    if (commit !== undefined && (0,commit_name/* isCommit */.W)(commit))
        return { commit, held: { rule, seen, says: `the image names the commit ${commit}`, by: 'read' } };
    const opens = `build the image with --label ${config/* REVISION_LABEL */.P1}=<the full SHA of its commit>, for every platform`;
    return { reason: { code: 'GATE_REVISION', rule, seen, opens } };
}
/** refsThatPublish are the refs that may publish. */
function refsThatPublish({ run }, policy, facts) {
    return { branches: (0,decide_gate/* branchesThatPublish */.Nh)(policy, facts), gitTags: policy.gitTags, own: (0,run_ref/* branchOf */.W0)(run.ref) };
}
/** Characters that a pattern has, but a plain name does not. */
const OPEN_PLACE = /[*?+[\]!\\]/;
/**
 * namesIn are the branches that the patterns name; undefined if a pattern is more than a name, so all branches must be
 * listed.
 */
function namesIn({ branches }) {
    const names = branches.map(({ text }) => text);
    return names.some((name) => OPEN_PLACE.test(name)) ? undefined : names;
}
/** branchesToAsk are at most fifty of the branches that may publish, the branch of the run first. */
function branchesToAsk(all, { branches, own }) {
    const may = [...new Set(all)].filter((name) => (0,filter_pattern/* matchesFilter */.yy)(name, branches));
    const ordered = [...may.filter((name) => name === own), ...may.filter((name) => name !== own)];
    return { branches: ordered.slice(0, MOST_BRANCHES), left: Math.max(0, ordered.length - MOST_BRANCHES) };
}
/** openForCommit opens the gate for the commit that an image names, if a branch or git tag that may publish has it. */
function openForCommit(reading, { commit, held, at }, publishing) {
    const gitTags = at.gitTags.filter((name) => (0,filter_pattern/* matchesFilter */.yy)(name, publishing.gitTags));
    const wanted = [
        ...(publishing.branches.length === 0 ? [] : [`the branches ${(0,decide_gate/* textOf */.b6)(publishing.branches)}`]),
        ...(publishing.gitTags.length === 0 ? [] : [`the git tags ${(0,decide_gate/* textOf */.b6)(publishing.gitTags)}`]),
    ].join(', or ');
    const rule = `the image's commit must be on a branch or git tag that may publish: ${wanted || 'there is none'}`;
    const [gitTag] = gitTags;
    const ref = at.branch === undefined ? gitTag && (0,run_ref/* refOfGitTag */.BN)(gitTag) : (0,run_ref/* refOfBranch */.$Q)(at.branch);
    if (ref === undefined) {
        const reason = { code: 'GATE_REVISION', rule, seen: nowhere(commit, at), opens: MERGE };
        return (0,gate_verdict/* closedAfter */.dK)(alsoHolding(reading, held), [reason]);
    }
    const on = [
        ...(at.branch === undefined ? [] : [`the branch ${at.branch}`]),
        ...gitTags.map((name) => `the git tag ${name}`),
    ];
    const where = `${commit} is on ${on.join(', ')}`;
    const found = { rule, seen: where, says: `the image's commit ${where.slice(commit.length + 1)}`, by: 'api' };
    return (0,gate_verdict/* openForImage */.nv)(alsoHolding(reading, held, found), { commit, ref, gitTags });
}
function alsoHolding(reading, ...held) {
    return { ...reading, held: [...reading.held, ...held] };
}
function nowhere(commit, { branches, left, gitTags }) {
    const asked = branches.length === 0 ? 'no branch that may publish' : `none of ${branches.join(', ')}`;
    const others = left === 0 ? '' : `; ${left} more branches that may publish were not asked about`;
    const tags = gitTags.length === 0 ? '' : ` (its git tags may not publish: ${gitTags.join(', ')})`;
    return `${commit} is on ${asked}, and is no git tag that may publish${tags}${others}`;
}
const MERGE = 'merge the commit into such a branch, or add its branch to "branches" (a commit of a fork is on no branch here); in a ' +
    'private repository, give the job "contents: read"';

// EXTERNAL MODULE: ./build/github/github.js
var github = __webpack_require__(8331);
// EXTERNAL MODULE: ./build/evidence/gather-checks.js + 3 modules
var gather_checks = __webpack_require__(5387);
;// CONCATENATED MODULE: ./build/evidence/locate-commit.js

/** How many branches are checked in parallel. */
const TOGETHER = 5;
/**
 * locateCommit asks where the server has a commit: the first of the branches that may publish, and the git tags at it.
 * It is not enough that the server knows the commit, because it also knows commits of forks. Throws an ApiProblem.
 */
async function locateCommit(commit, publishing, asking) {
    const { github, history, access } = asking;
    const [all, tags] = await Promise.all([
        namesIn(publishing) ?? github.branchNames(access),
        publishing.gitTags.length === 0 ? [] : history.gitTags(access),
    ]);
    const toAsk = branchesToAsk(all, publishing);
    const gitTags = tags.filter((tag) => tag.commit === commit).map(({ name }) => name);
    return { ...toAsk, gitTags, branch: await firstWith(commit, toAsk.branches, asking) };
}
async function firstWith(commit, branches, { github, access }) {
    for (let at = 0; at < branches.length; at += TOGETHER) {
        const some = branches.slice(at, at + TOGETHER);
        const seen = await Promise.all(some.map((branch) => github.branchHas(access, { branch, commit })));
        const first = some[seen.indexOf('commit')];
        if (first !== undefined)
            return first;
    }
    return undefined;
}

;// CONCATENATED MODULE: ./build/evidence/judge-commit.js





/**
 * judgeCommit opens the gate for the commit that the image itself names, if the run may only read so far. A branch or
 * git tag that may publish must have the commit, and its checks must have succeeded. If the server cannot report this,
 * the gate closes.
 */
async function judgeCommit(reading, { policy, image }, doors) {
    // If an engine shows only one of several platforms, it is asked for the others.
    const { platforms } = image.tested.isComplete ? image.tested : await image.inFull();
    const named = commitNamedBy(platforms);
    if ('reason' in named)
        return (0,gate_verdict/* closedAfter */.dK)(reading, [named.reason]);
    const context = doors.runner.context();
    const publishing = refsThatPublish(reading, policy, context);
    const access = { token: doors.runner.secretInput('github-token') };
    try {
        const at = await locateCommit(named.commit, publishing, { ...doors, access });
        const verdict = openForCommit(reading, { ...named, at }, publishing);
        return verdict.kind === 'open' ? await (0,gather_checks/* askChecks */.N)(verdict, policy, doors) : verdict;
    }
    catch (error) {
        if (!(error instanceof github/* ApiProblem */.A))
            throw error;
        const rule = `${context.server.name} must be able to tell where the image's commit is`;
        return (0,gate_verdict/* closedAfter */.dK)(reading, (0,gather_checks/* unanswered */.b)(error, { code: 'GATE_REVISION', rule }));
    }
}

;// CONCATENATED MODULE: ./build/evidence/judge-image.js






/**
 * judgeImage keeps an open gate open only if the image is the tested one, has the expected platforms, was built from
 * the commit, and was scanned, as far as the workflow requires it. A gate that was only open for reading is opened for
 * the commit that the image names. No destination is contacted. Throws IDENTITY_MISMATCH for another image.
 */
async function judgeImage(open, { policy, image }, doors) {
    await expectIdentities(image, policy.expectedImageIds);
    await expectPlatforms(image, policy.expectedPlatforms);
    const verdict = open.kind === 'open' ? open : await judgeCommit(open, { policy, image }, doors);
    // Here the commit comes from the label itself.
    const isAsked = policy.requireRevisionLabel && open.kind === 'open' && verdict.kind === 'open';
    const labelled = isAsked ? askRevision(verdict, image.tested.platforms) : verdict;
    return askScan(labelled, { scan: policy.scan, image }, doors);
}
/**
 * expectIdentities compares an image with the digest that the tests passed on. For a joined image there is one digest
 * for each part, in any order. Throws IDENTITY_MISMATCH.
 */
async function expectIdentities(image, expected) {
    if (image.parts === undefined)
        return expectIdentity(image, expected[0]);
    if (expected.length === 0)
        return;
    const untested = image.parts.find(({ tested }) => !expected.some((digest) => (0,image_tested/* isCalled */.AP)(tested, digest)));
    if (untested !== undefined) {
        const message = `The image ${untested.name} is none of the expected ones: its digest is ${untested.tested.root}.`;
        throw new errors/* ActionError */.l('IDENTITY_MISMATCH', message, { hint: judge_image_OTHER });
    }
    const parts = image.parts;
    const idle = expected.find((digest) => !parts.some(({ tested }) => (0,image_tested/* isCalled */.AP)(tested, digest)));
    if (idle === undefined)
        return;
    throw new errors/* ActionError */.l('IDENTITY_MISMATCH', `"expected-image-id" names ${idle}, and no image in "source" has this name.`, {
        hint: judge_image_OTHER,
    });
}
/**
 * expectIdentity compares the image with the digest that the tests passed on: the digest of the whole image, or of its
 * only platform. Throws IDENTITY_MISMATCH.
 */
async function expectIdentity(image, expected) {
    if (expected === undefined || (0,image_tested/* isCalled */.AP)(image.tested, expected))
        return;
    const full = await image.inFull();
    if ((0,image_tested/* isCalled */.AP)(full, expected))
        return;
    const [only, ...others] = full.platforms;
    const isPart = full.names.some(({ digest }) => digest === expected);
    const config = only.configDigest ?? 'unknown';
    const has = others.length > 0 || full.root === full.id
        ? `its digest is ${full.id}${others.length > 0 ? `, with ${others.length + 1} platforms` : `, its config ${config}`}`
        : `its config is ${config}`;
    const wanted = isPart ? `${expected}, which is a part of it` : expected;
    throw new errors/* ActionError */.l('IDENTITY_MISMATCH', `The image ${image.name} is not the expected one: ${has}, and expected is ${wanted}.`, { hint: isPart ? PART : judge_image_OTHER });
}
/**
 * expectPlatforms checks that the image has exactly the expected platforms. If an engine shows only one, it is asked
 * for all. Throws IDENTITY_MISMATCH.
 */
async function expectPlatforms(image, expected) {
    if (expected.length === 0)
        return;
    const { platforms, isComplete } = await image.inFull();
    const differ = (0,wanted_platforms/* platformsDiffer */.JB)(expected, platforms);
    if (differ !== undefined) {
        throw new errors/* ActionError */.l('IDENTITY_MISMATCH', `The image ${image.name} is not for the expected platforms: ${differ}`, {
            hint: PLATFORMS,
        });
    }
    if (isComplete)
        return;
    throw new errors/* ActionError */.l('IDENTITY_MISMATCH', `The engine does not say for which platforms the image ${image.name} is, and "expected-platforms" is set.`, {
        hint: 'Publish it from a file: "docker buildx build --output type=oci,dest=image.tar", and "source: ./image.tar".',
    });
}
const PLATFORMS = 'Check that every job that builds a platform has run and passed its image on, or change "expected-platforms".';
const judge_image_OTHER = 'The image was built again after the test, or another image has its name now. Publish the image that was tested. If ' +
    'the expected digest is of a manifest that buildx pushed, pass on "containerimage.config.digest" instead.';
const PART = 'A test of one platform does not cover the others. Pass on the digest of the index, such as ' +
    '"containerimage.digest" of buildx, or publish only that platform.';

// EXTERNAL MODULE: ./build/image/destinations.js
var destinations = __webpack_require__(7437);
// EXTERNAL MODULE: ./build/image/reference.js
var reference = __webpack_require__(7755);
// EXTERNAL MODULE: ./build/report/tell-attached.js
var tell_attached = __webpack_require__(4841);
// EXTERNAL MODULE: ./build/report/tell-credentials.js
var tell_credentials = __webpack_require__(6935);
// EXTERNAL MODULE: ./build/report/tell-scan.js
var tell_scan = __webpack_require__(8352);
// EXTERNAL MODULE: ./build/report/tell-source.js
var tell_source = __webpack_require__(1128);
// EXTERNAL MODULE: ./build/report/tell-verdict.js
var tell_verdict = __webpack_require__(2892);
;// CONCATENATED MODULE: ./build/report/teller.js







/** tellerOf writes to the runner's log. */
function tellerOf(runner) {
    const { info } = runner;
    const all = (lines) => {
        for (const line of lines)
            info(line);
    };
    const loss = (line) => runner.warning('Less than the source', line);
    return {
        loss,
        verdict: (verdict) => (0,tell_verdict/* tellVerdict */.Hy)(runner, verdict),
        commit: (verdict) => all((0,tell_verdict/* commitLines */.bw)(verdict)),
        source: (source) => {
            info((0,tell_source/* sourceLine */._J)(source));
            for (const line of (0,image_tested/* lossLines */.Tj)(source.tested))
                loss(line);
        },
        scan: (scan) => scan && (0,tell_scan/* tellScan */.Ps)(runner, scan),
        signedIn: ({ registry }, { whose, given }) => info(`Signed in to ${registry} ${whose}. The engine gets ${given}.`),
        advice: (uses) => (0,tell_credentials/* tellAdvice */.mr)(runner, uses),
        push: (to, isOneOfMany) => (isOneOfMany ? (line) => info(`${(0,reference/* repositoryName */.aR)(to)}: ${line}`) : info),
        attachments: (found) => all([(0,tell_attached/* attachmentsLine */.rq)(found)].filter((line) => line !== undefined)),
        attached: (attached, tell) => {
            for (const line of (0,tell_attached/* attachedLines */.Ax)(attached))
                tell(`${line}.`);
        },
        verified: ({ evidence }) => all(evidence.map((sentence) => `${sentence}.`)),
    };
}

// EXTERNAL MODULE: ./build/tags/plan-tags.js
var plan_tags = __webpack_require__(15);
// EXTERNAL MODULE: ./build/push/progress.js
var push_progress = __webpack_require__(7330);
// EXTERNAL MODULE: ./build/push/upload.js
var upload = __webpack_require__(6648);
// EXTERNAL MODULE: ./build/image/document.js
var image_document = __webpack_require__(2981);
;// CONCATENATED MODULE: ./build/referrers/same-tag.js

/**
 * decideTag compares the manifests of a source and a destination under a tag of cosign. For each signature, cosign
 * rewrites this manifest with one more layer. So nothing is lost if one manifest has all layers of the other.
 *
 * |   | the destination shows                  | answer |
 * |---|----------------------------------------|--------|
 * | 1 | nothing                                | write  |
 * | 2 | the same                               | same   |
 * | 3 | all the layers, and more               | more   |
 * | 4 | some of the layers, and no other       | write  |
 * | 5 | a layer that the source does not have  | torn   |
 * | 6 | another kind of manifest               | torn   |
 */
function decideTag(ours, shown) {
    if (shown === undefined)
        return { kind: 'write' };
    if (shown.digest === ours.digest)
        return { kind: 'same' };
    const [have, want] = [layersOf(shown), layersOf(ours)];
    if (have !== undefined && want !== undefined) {
        if (want.isSubsetOf(have))
            return { kind: 'more' };
        if (have.isSubsetOf(want))
            return { kind: 'write' };
    }
    return { kind: 'torn', shown: shown.digest };
}
/** A signature is in the annotations of its layer, and two signatures may have the same payload. */
function layersOf({ kind, bytes }) {
    if (kind !== 'manifest')
        return undefined;
    const { layers } = (0,image_document/* readDocument */.u0)(bytes);
    return new Set(layers.map(({ digest, annotations }) => JSON.stringify([digest, sorted(annotations)])));
}
function sorted(annotations) {
    return Object.entries((annotations ?? {})).toSorted(([one], [other]) => (one < other ? -1 : 1));
}

// EXTERNAL MODULE: ./build/image/content.js
var image_content = __webpack_require__(8447);
;// CONCATENATED MODULE: ./build/referrers/see-whole.js




/**
 * seeWhole reads back everything of an attachment, as deep as the level reads an image: first the exact bytes of its
 * manifests; then also every blob by its size, and small blobs by their hash; then all blobs by their hash. Throws
 * CONTENT_MISSING or DIGEST_MISMATCH.
 */
async function seeWhole(content, attachment, level) {
    try {
        await see(content, attachment, level);
    }
    catch (error) {
        if (!(error instanceof image_content/* ImageProblem */.d))
            throw error;
        const { manifest, subject, type } = attachment;
        const code = error.missing.length > 0 ? 'CONTENT_MISSING' : 'DIGEST_MISMATCH';
        const message = `${manifest.digest} (${type}), which is attached to ${subject}, is not complete at the destination: ${error.message}.`;
        throw new errors/* ActionError */.l(code, message, {
            hint: 'Run the job again. If it happens again, ask the operator of the registry.',
            cause: error,
        });
    }
}
/** isWhole tells whether everything of an attachment exists. */
async function isWhole(content, attachment, level) {
    try {
        await see(content, attachment, level);
        return true;
    }
    catch (error) {
        if (error instanceof image_content/* ImageProblem */.d)
            return false;
        throw error;
    }
}
async function see(content, { manifest, children, blobs, by }, level) {
    // The manifest under a tag is read by its tag, all others by their digests.
    const manifests = by.kind === 'tag' ? children : [manifest, ...children];
    await Promise.all([
        ...manifests.map((each) => seeManifest(content, each)),
        ...(level === 'manifest' ? [] : blobs.map((blob) => seeBlob(content, blob, level))),
    ]);
}
async function seeManifest(content, { digest, bytes, mediaType }) {
    const seen = await content.manifest({ digest, mediaType, size: bytes.byteLength });
    if (seen === undefined)
        throw (0,image_content/* lacking */.g)([`the manifest ${digest}`]);
    if (!Buffer.from(seen.bytes).equals(bytes) || seen.mediaType !== mediaType)
        throw new image_content/* ImageProblem */.d(`its manifest ${digest} is served with other bytes`);
}
async function seeBlob(content, blob, level) {
    if (level === 'content') {
        const read = await content.unpack(blob);
        if (read === undefined)
            throw (0,image_content/* lacking */.g)([`the blob ${blob.digest}`]);
        if (read.digest === blob.digest && read.size === blob.size)
            return;
        throw new image_content/* ImageProblem */.d(`its blob ${blob.digest} is served with other bytes`);
    }
    if (blob.size <= image_document/* LARGEST_DOCUMENT */.zj) {
        const bytes = await content.config(blob);
        if (bytes === undefined)
            throw (0,image_content/* lacking */.g)([`the blob ${blob.digest}`]);
        if ((0,image_digest/* matches */.cK)(blob.digest, bytes) && bytes.byteLength === blob.size)
            return;
        throw new image_content/* ImageProblem */.d(`its blob ${blob.digest} is served with other bytes`);
    }
    const size = await content.sizeOf(blob);
    if (size === undefined)
        throw (0,image_content/* lacking */.g)([`the blob ${blob.digest}`]);
    if (size !== blob.size)
        throw new image_content/* ImageProblem */.d(`its blob ${blob.digest} has ${size} bytes, and should have ${blob.size}`);
}

;// CONCATENATED MODULE: ./build/referrers/with-leave.js

/** Errors that stop the step at any point. */
const OF_THE_STEP = ['TIMEOUT', 'CANCELLED'];
const LEAVE = 'To publish the image without what is attached to it, set "referrers: leave".';
/** withLeave adds to an error how to publish without the referrers. */
function withLeave(error) {
    if (!(error instanceof errors/* ActionError */.l) || OF_THE_STEP.includes(error.code))
        return error;
    return new errors/* ActionError */.l(error.code, error.message, { hint: `${error.hint} ${LEAVE}`, cause: error });
}

;// CONCATENATED MODULE: ./build/referrers/attach.js




/**
 * attachAll copies all referrers of an image to a destination that has the image, and verifies them there like the
 * image. Existing objects are verified, too, and not uploaded. A part of the image itself only gets its entry in the
 * list. Throws REFERRER_REFUSED if the destination rejects an object, and other errors: if anything cannot be copied,
 * the step fails.
 */
async function attachAll(registry, attachments, terms) {
    try {
        const { there } = terms;
        const missing = attachments.filter((each) => !there.has(each));
        await terms.upload(piecesOf(missing, terms));
        for (const child of attach_distinct(missing.flatMap(({ children }) => children)))
            await registry.put(child);
        // Subjects come before their referrers.
        for (const depth of new Set(missing.map((each) => each.depth).toSorted((one, other) => one - other))) {
            await Promise.all(missing.filter((each) => each.depth === depth).map((each) => attachOne(registry, each)));
        }
        await seeAll(registry, missing, terms);
        return attachments.filter(({ place }) => place !== undefined).map((each) => told(each, there.has(each)));
    }
    catch (error) {
        throw withLeave(error);
    }
}
function told({ manifest, subject, type }, isThere) {
    return { digest: manifest.digest, subject, type, state: isThere ? 'already-there' : 'copied' };
}
/**
 * findThere finds the attachments that a destination already lists, or has under their tag, with everything that they
 * lead to. It writes nothing, and the image need not be there.
 */
async function findThere(registry, attachments, { content, level }) {
    try {
        const listing = listsOf(registry, attachments);
        const looks = attachments.map(async (each) => {
            if (each.by.kind === 'tag')
                return { each, state: await stateOfTag(registry, each) };
            return { each, state: isListed(await listing, each) ? 'same' : 'absent' };
        });
        const whole = looks.map(async (look) => {
            const { each, state } = await look;
            return state === 'more' || (state === 'same' && (await isWhole(content, each, level))) ? [each] : [];
        });
        return new Set((await Promise.all([...whole, listing.then(() => [])])).flat());
    }
    catch (error) {
        throw withLeave(error);
    }
}
/** Whether a tag of cosign shows the same manifest, one with more layers, or must be written. */
async function stateOfTag(registry, { manifest, by }) {
    if (by.kind !== 'tag')
        return 'absent';
    const decision = decideTag(manifest, await registry.readManifest(by.tag));
    if (decision.kind === 'torn')
        throw torn(by.tag, decision.shown, manifest);
    return decision.kind === 'write' ? 'absent' : decision.kind;
}
async function listsOf(registry, attachments) {
    const subjects = new Set(attachments.flatMap(({ by, subject }) => (by.kind === 'subject' ? [subject] : [])));
    const lists = [...subjects].map(async (subject) => [subject, new Set(await registry.listReferrers(subject))]);
    return new Map(await Promise.all(lists));
}
function isListed(lists, { subject, manifest }) {
    return lists.get(subject)?.has(manifest.digest) === true;
}
/** Every blob once, from a place that has it. */
function piecesOf(attachments, { mountFrom }) {
    const pieces = new Map();
    for (const attachment of attachments) {
        const { place, blobs } = attachment;
        if (place === undefined)
            continue;
        const from = mountFrom(attachment);
        for (const blob of blobs)
            pieces.set(blob.digest, { blob, open: () => place.openBlob(blob), from });
    }
    return [...pieces.values()];
}
async function attachOne(registry, { by, manifest }) {
    if (by.kind === 'subject')
        return registry.attach(by.referrer);
    await registry.putReferrerTag(by.tag, manifest);
}
/** Reads back what was uploaded: in its list, or under its tag, and every part of it. */
async function seeAll(registry, sent, { content, level }) {
    const listing = listsOf(registry, sent);
    await Promise.all([
        listing,
        ...sent.map(async (each) => {
            await seeWhole(content, each, level);
            const { by, manifest } = each;
            if (by.kind === 'subject' && !isListed(await listing, each))
                throw notListed(each);
            if (by.kind !== 'tag')
                return;
            const shown = await registry.awaitManifest(by.tag, (seen) => seen?.digest === manifest.digest);
            if (shown?.digest !== manifest.digest)
                throw raced(by.tag, shown, manifest);
        }),
    ]);
}
function attach_distinct(all) {
    return [...new Map(all.map((each) => [each.digest, each])).values()];
}
function notListed({ manifest, subject, type }) {
    const message = `${manifest.digest} (${type}) was attached to ${subject}, but the registry does not list it.`;
    return new errors/* ActionError */.l('CONTENT_MISSING', message, {
        hint: 'Run the job again. If it happens again, ask the operator of the registry.',
    });
}
function raced(tag, shown, { digest }) {
    const message = `The tag ${tag} was set to ${digest}, but the registry serves ${shown?.digest ?? 'nothing'} there.`;
    return new errors/* ActionError */.l('TAG_RACED', message, {
        hint: 'Another job signs or attests this image at the same time. Let only one job do so, and run this one again.',
    });
}
function torn(tag, shown, { digest }) {
    const message = `The tag ${tag} is ${shown} at the destination and ${digest} at the source, and each has signatures that the other does not have: it was not overwritten.`;
    return new errors/* ActionError */.l('REFERRER_REFUSED', message, {
        hint: 'Sign or attest the image in one place only, or with a version of cosign that attaches by "subject" (OCI 1.1) and needs no such tags.',
    });
}

// EXTERNAL MODULE: ./build/image/manifest.js
var manifest = __webpack_require__(9941);
// EXTERNAL MODULE: ./build/image/media-types.js
var media_types = __webpack_require__(406);
// EXTERNAL MODULE: ./build/image/referrer.js
var image_referrer = __webpack_require__(539);
// EXTERNAL MODULE: ./build/image/referrer-tag.js
var referrer_tag = __webpack_require__(570);
;// CONCATENATED MODULE: ./build/referrers/bounded-reading.js

/** Most manifests of all referrers of an image, with those that they lead to. */
const MOST = 1_000;
/** Most bytes of these manifests together; we keep them in memory. */
const MOST_BYTES = 64 * 1024 * 1024;
/** How many we read at once: only a read manifest shows what it leads to. */
const AT_ONCE = 24;
/**
 * BoundedReading reads the referrers of one image. Anyone may have attached them, so it limits their number and their
 * bytes. Throws SOURCE_INVALID beyond these limits.
 */
class BoundedReading {
    #manifests = 0;
    #bytes = 0;
    #free = AT_ONCE;
    #waiting = [];
    /** expect counts manifests before they are read. */
    expect(manifests) {
        this.#manifests += manifests;
        if (this.#manifests > MOST)
            throw endless(`is more than ${MOST} manifests`);
    }
    /** read reads one of them, when it is its turn. */
    async read(ask) {
        await this.#turn();
        try {
            this.#weigh(0);
            const found = await ask();
            if (found !== undefined)
                this.#weigh(bounded_reading_bytesOf(found).byteLength);
            return found;
        }
        finally {
            this.#free += 1;
            this.#waiting.shift()?.();
        }
    }
    async #turn() {
        while (this.#free === 0)
            await new Promise((resolve) => this.#waiting.push(resolve));
        this.#free -= 1;
    }
    #weigh(bytes) {
        this.#bytes += bytes;
        if (this.#bytes > MOST_BYTES)
            throw endless(`has manifests of more than ${MOST_BYTES} bytes`);
    }
}
function bounded_reading_bytesOf(read) {
    return 'manifest' in read ? read.manifest.bytes : read.bytes;
}
/** endless is the error for referrers beyond any sensible limit. */
function endless(how) {
    return notCopied(`What is attached to the image ${how}.`);
}
/** notCopied is the error for a referrer with a problem. */
function notCopied(problem) {
    return new errors/* ActionError */.l('SOURCE_INVALID', `Not everything that is attached to the image can be copied. ${problem}`, {
        hint: 'Check what is attached to the image at its source, and who attached it.',
    });
}

;// CONCATENATED MODULE: ./build/referrers/collect.js








/** A signature of an attestation of an image has depth two; nobody builds four. */
const collect_DEEPEST = 3;
/**
 * collectReferrers reads everything attached to an image: to its root, its images, and their referrers, three deep. It
 * reads everything except blobs before any destination is contacted. A joined image lacks some manifests of its sources
 * (the index of a part). If one has referrers, it is copied, too, since a registry may remove referrers without a
 * subject. Throws SOURCE_INVALID for a listed referrer that is missing or has another subject, and beyond the limits;
 * and why a place could not be read.
 */
async function collectReferrers({ manifests, at }) {
    const found = new Map(ownAttachments(manifests).map((each) => [keyOf(each), each]));
    const known = new Set(manifests.map(({ digest }) => digest));
    const reading = new BoundedReading();
    try {
        for (let depth = 1, level = at; level.length > 0; depth++) {
            const looks = level.flatMap(({ place, subjects }) => {
                const beside = depth === 1 ? subjects.filter(({ digest }) => !known.has(digest)) : [];
                return subjects.map(async ({ digest }) => {
                    const outside = beside.slice(0, beside.findIndex((each) => each.digest === digest) + 1);
                    return { place, all: await attachedTo({ place, reading }, { subject: digest, depth, outside }) };
                });
            });
            const next = [];
            for (const { place, all } of await Promise.all(looks)) {
                const fresh = all.filter((each) => !found.has(keyOf(each)));
                for (const each of fresh)
                    found.set(keyOf(each), each);
                const subjects = collect_distinct(fresh.map(({ manifest }) => manifest).filter(({ digest }) => !known.has(digest)));
                if (subjects.length > 0)
                    next.push({ place, subjects });
            }
            if (depth > collect_DEEPEST && next.length > 0)
                throw endless(`is nested more than ${collect_DEEPEST} deep`);
            level = next;
        }
    }
    catch (error) {
        throw withLeave(error);
    }
    return [...found.values()];
}
function collect_distinct(manifests) {
    return [...new Map(manifests.map((each) => [each.digest, each])).values()];
}
/** Two tags may show one manifest. */
function keyOf({ by, manifest }) {
    return by.kind === 'tag' ? by.tag : manifest.digest;
}
/** Parts of the image that are attached to other parts need an entry in a list, too. */
function ownAttachments(manifests) {
    const subjects = manifests.map(({ digest }) => digest);
    return manifests.flatMap((manifest) => {
        const subject = (0,image_referrer/* subjectIn */.i)((0,image_document/* readDocument */.u0)(manifest.bytes));
        if (subject === undefined || !subjects.includes(subject))
            return [];
        const referrer = { ...(0,image_referrer/* parseReferrer */.X)(manifest.bytes, manifest.mediaType), manifest };
        return [{ ...bySubject(referrer), children: [], blobs: [], depth: 1, place: undefined }];
    });
}
function bySubject(referrer) {
    const { subject, manifest, artifactType } = referrer;
    return { subject, manifest, type: artifactType ?? manifest.mediaType, by: { kind: 'subject', referrer } };
}
async function attachedTo(from, { subject, depth, outside }) {
    const { place, reading } = from;
    const after = ({ children, blobs }) => ({ children: [...outside, ...children], blobs });
    const byTags = referrer_tag/* COSIGN_KINDS */.cQ.map(async (kind) => {
        const tag = (0,referrer_tag/* cosignTag */.qv)(subject, kind);
        const manifest = await reading.read(() => place.tagged(tag));
        if (manifest === undefined)
            return [];
        reading.expect(1);
        const parts = after(await partsOf(from, manifest));
        return [{ subject, depth, manifest, type: `cosign's .${kind}`, by: { kind: 'tag', tag }, place, ...parts }];
    });
    const bySubjects = place.list(subject).then((digests) => {
        reading.expect(digests.length);
        return Promise.all(digests.map(async (digest) => {
            const referrer = await reading.read(() => place.read(digest, subject));
            if (referrer === undefined)
                throw notCopied(`${digest} is listed as attached to ${subject}, but does not exist.`);
            return { ...bySubject(referrer), depth, place, ...after(await partsOf(from, referrer.manifest)) };
        }));
    });
    return (await Promise.all([bySubjects, ...byTags])).flat();
}
/** All that a manifest leads to. An index may list anything; an entry whose type is no manifest is a blob. */
async function partsOf(from, manifest, depth = 0) {
    if (manifest.kind === 'manifest')
        return { children: [], blobs: [manifest.config, ...manifest.layers] };
    if (depth === collect_DEEPEST)
        throw endless('leads to indexes in indexes');
    if (manifest.children.length > MOST)
        throw endless(`has an index of more than ${MOST} entries`);
    const isManifest = (child) => (0,media_types/* isManifestType */.Q3)(child);
    const manifests = manifest.children.filter(isManifest);
    from.reading.expect(manifests.length);
    const below = await Promise.all(manifests.map(async (child) => {
        const read = await childAt(from, child);
        const { children, blobs } = await partsOf(from, read, depth + 1);
        return { children: [...children, read], blobs };
    }));
    return {
        children: below.flatMap(({ children }) => children),
        blobs: [...manifest.children.filter((child) => !isManifest(child)), ...below.flatMap(({ blobs }) => blobs)],
    };
}
async function childAt({ place, reading }, at) {
    const found = await reading.read(() => place.manifest(at));
    if (found === undefined)
        throw notCopied(`${at.digest} is part of it, but does not exist.`);
    if (!(0,image_digest/* matches */.cK)(at.digest, found.bytes))
        throw notCopied(`${at.digest} is part of it, and its content has another digest.`);
    try {
        return { ...(0,manifest/* parseManifest */.N)(found.bytes, found.mediaType), digest: at.digest };
    }
    catch (cause) {
        if (!(cause instanceof image_document/* ManifestProblem */.Rn))
            throw cause;
        throw notCopied(`${at.digest} is part of it, and is not a manifest: ${cause.message}.`);
    }
}

;// CONCATENATED MODULE: ./build/actions/publish/attached.js






/**
 * attachedTo reads what is attached to the source, before any destination is contacted. It reads nothing if attachments
 * stay behind, or already exist: the source is in the only repository that we publish to.
 */
async function attached_attachedTo({ attached }, { referrers, destinations }, { runner }) {
    if (attached === undefined)
        return [];
    if (referrers === 'leave') {
        runner.info('With "referrers: leave", what is attached to the image at its source is not published.');
        return [];
    }
    const isThere = ({ place: { repository } }) => isEverywhere(repository, destinations);
    const found = await collectReferrers({ ...attached, at: attached.at.filter((each) => !isThere(each)) });
    tellerOf(runner).attachments(found);
    return found;
}
/** wantsAttached tells whether attachments of an image in a repository are published with it. */
function wantsAttached({ referrers, destinations }, repository) {
    return referrers === 'copy' && !isEverywhere(repository, destinations);
}
function isEverywhere(repository, destinations) {
    return destinations.every((to) => isIn(repository, to));
}
function isIn(repository, destination) {
    return repository !== undefined && (0,reference/* sameRepository */.RB)(repository, destination);
}
/** An attachment that names one manifest says nothing about another, even if both are of one image. */
function leftAttached(missing, { source, published }) {
    return (`What is attached to the source ${source ?? ''} (${missing.length}) is not copied: the destination already has the image ` +
        `as ${published}, and signatures name one digest.`);
}
/** lookAt asks a destination which of the attachments it has, if it has exactly this image. */
function lookAt(at, { inputs, source, attachments }) {
    const missing = missingAt(attachments, at.before.sha.target);
    if (missing.length === 0 || at.claim.digest !== source.tested.root)
        return undefined;
    for (const blob of missing.flatMap(({ blobs }) => blobs))
        void at.sight.has(blob);
    const there = findThere(at.registry, missing, { content: at.content, level: inputs.verify });
    // The code that attaches it gets the error.
    there.catch(() => undefined);
    return there;
}
function missingAt(attachments, destination) {
    return attachments.filter(({ place }) => !isIn(place?.repository, destination));
}
/**
 * attachAt brings the attachments to a destination that has exactly this image: the image of an earlier run has others.
 */
async function attachAt({ at, held, there }, { inputs, source, plans, attachments }, { runner, lifetime }) {
    const missing = missingAt(attachments, held.verified.target);
    if (missing.length === 0)
        return held;
    const teller = tellerOf(runner);
    const { digest } = held.verified.manifest;
    if (there === undefined) {
        teller.loss(leftAttached(missing, { source: source.tested.root, published: digest }));
        return held;
    }
    const tell = teller.push(held.verified.target, plans.length > 1);
    const progress = new push_progress/* Progress */.k({ now: lifetime.elapsed, tell });
    const terms = {
        content: at.content,
        level: inputs.verify,
        upload: (pieces) => (0,upload/* uploadMissing */.ML)(at.registry, pieces, { progress, mountFrom: inputs.mountFrom, sight: at.sight }),
        mountFrom: ({ place }) => {
            const from = place?.repository;
            return from !== undefined && at.mountsFrom(from) ? from.path : undefined;
        },
    };
    try {
        const attached = await attachAll(at.registry, missing, { ...terms, there: await there });
        teller.attached(attached, tell);
        return { ...held, attached };
    }
    catch (error) {
        // The image is there, and verified; only its tags are not written.
        return { ...held, error };
    }
}

// EXTERNAL MODULE: ./build/actions/publish/closed.js
var publish_closed = __webpack_require__(2266);
;// CONCATENATED MODULE: ./build/credentials/judge-credentials.js

/** judgeCredentials makes a rule of the advice if the policy is `strict`: a finding closes the gate. */
function judgeCredentials(uses, policy) {
    if (policy !== 'strict')
        return [];
    return uses.map(({ repository, advice }) => {
        const rule = `the credential for ${(0,reference/* repositoryName */.aR)(repository)} must be limited to this repository, not expired, and not personal`;
        const findings = advice?.findings ?? [];
        const [first] = findings;
        if (first === undefined)
            return { rule, seen: `it is ${advice?.kind ?? 'not checked'}, and no risk was found` };
        const seen = findings.map(({ says }) => says.replace(/\.$/, '')).join('; ');
        const opens = findings.map(({ remedy }) => remedy.replace(/\.$/, '')).join('; ');
        return { code: 'GATE_CREDENTIAL', rule, seen, opens };
    });
}

// EXTERNAL MODULE: ./build/credentials/advice.js
var advice = __webpack_require__(3289);
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
    const read = list.value.map((entry) => registry_auth_readEntry(entry));
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
function registry_auth_readEntry({ line, fields }) {
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

// EXTERNAL MODULE: ./build/credentials/handover.js
var credentials_handover = __webpack_require__(4438);
;// CONCATENATED MODULE: ./build/credentials/engine-logins.js


/** The assumed life of a token that does not say how long it lives, in seconds. */
const UNSAID = 60;
/** openEngineLogins signs the engine in, with the minimum that the registry and `credential-scope` allow. */
async function openEngineLogins(at, desk) {
    const { registry, repository, scope, source } = at;
    const token = scope === 'full' || 'registryToken' in (await source.current()) ? undefined : await registry.newToken();
    const handover = (0,credentials_handover/* decideHandover */.w)({ scope, token, path: repository.path });
    if (handover.kind === 'impossible') {
        throw new errors/* ActionError */.l('INPUT_INVALID', `credential-scope: ${handover.problem}.`, {
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
const isEcr = ({ registry }) => (0,cloud_registry/* parseEcrRegistry */.d_)(registry.toLowerCase()) !== undefined;
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
function formOf(registry, credential) {
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
    const claims = (0,jwt/* claimsOf */.ds)(text);
    if (claims === undefined)
        return UNKNOWN;
    const [issuedAt, expiresAt] = [(0,jwt/* timeOf */.nR)(claims.iat), (0,jwt/* timeOf */.nR)(claims.exp)];
    if (isAdminOfArtifactory(claims))
        return { kind: 'admin', what: 'an admin token of Artifactory', issuedAt, expiresAt };
    if (expiresAt === undefined)
        return { kind: 'unknown', what: 'a token (JWT) without an expiry time' };
    const isShort = issuedAt !== undefined && expiresAt - issuedAt <= SHORT;
    return { kind: isShort ? 'short-lived' : 'unknown', what: 'a token (JWT) with an expiry time', issuedAt, expiresAt };
}
/** A password of ECR is JSON in base64, and contains its expiry date. */
function formOfEcr(secret) {
    const expiresAt = (0,jwt/* timeOf */.nR)((0,jwt/* recordOf */.zv)(Buffer.from(secret, 'base64').toString())?.expiration);
    return { kind: 'short-lived', what: 'an authorization token of Amazon ECR', expiresAt };
}
function isGoogleKey(secret) {
    const text = secret.trimStart().startsWith('{') ? secret : Buffer.from(secret.slice(0, 16_384), 'base64').toString();
    return (0,jwt/* recordOf */.zv)(text)?.type === 'service_account';
}
function isAdminOfArtifactory({ scp }) {
    return typeof scp === 'string' && scp.split(' ').includes('applied-permissions/admin');
}

;// CONCATENATED MODULE: ./build/credentials/state-names.js
/**
 * The post step finds the private folder under this name, and removes it if this step was killed. The name has its own
 * file, so that the post step does not load all that signing in needs.
 */
const CONFIG_STATE = 'docker-config';
/** Under this name, the post step finds where logins were left for later steps. */
const KEEP_STATE = 'kept-logins';

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
    const which = isOne ? '' : `, that for ${(0,reference/* repositoryName */.aR)(first.repository)},`;
    return `A login at ${registry}${which} was left in docker's configuration for later steps of this job; the post step removes it.`;
}
function isBeside(one, other) {
    return (0,reference/* sameRegistry */.cJ)(one.repository.registry, other.repository.registry);
}
/**
 * openKeeping makes sure, before anything is pushed, that logins can be left for later steps; the function that it
 * returns leaves them. By then all is published and verified, so a problem is only a warning.
 */
async function openKeeping({ destinations, keepLogin }, sourceFor, { runner, docker }) {
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
        const text = `Everything is published, but not every login for later steps could be left: ${(0,errors/* asError */.z)(error).message}`;
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
        const isBeside = (0,reference/* sameRegistry */.cJ)(repository.registry, other.registry) && !(0,reference/* sameRepository */.RB)(repository, other);
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
            const mountsFrom = (other) => others.some((each) => (0,reference/* sameRepository */.RB)(each, other));
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
        return (0,advice/* advise */.T)({ form, path, grants: undefined, created: undefined, maxAge, now });
    return (0,advice/* advise */.T)({ form, path, grants: await registry.grants(), created: credentialAge.created, maxAge, now });
}

// EXTERNAL MODULE: ./build/report/failed.js
var failed = __webpack_require__(7266);
// EXTERNAL MODULE: ./build/tags/keep-alike.js
var keep_alike = __webpack_require__(6042);
;// CONCATENATED MODULE: ./build/tags/races.js


const ONE_AT_A_TIME = 'Let only one run publish a tag at a time: give the workflow a "concurrency" group, and run this job again.';
/** taken reports that someone else wrote a tag first: this run wrote nothing there. */
function taken(target, shows) {
    const message = `${(0,reference/* referenceName */.z$)(target)} shows ${shows}, which someone else wrote after this step had read the tag.`;
    return new errors/* ActionError */.l('TAG_RACED', message, { hint: ONE_AT_A_TIME });
}
/** overwritten reports that a tag which should show our image shows another one. */
function overwritten(target, shows, { manifest }) {
    const message = `${(0,reference/* referenceName */.z$)(target)} shows ${shows}, which someone else wrote over ${manifest.digest}.`;
    return new errors/* ActionError */.l('TAG_RACED', message, { hint: ONE_AT_A_TIME });
}
/** lost reports that the registry does not serve a tag that was written. */
function lost(target) {
    const message = `${(0,reference/* referenceName */.z$)(target)} was written, but the registry serves nothing there.`;
    return new errors/* ActionError */.l('CONTENT_MISSING', message, {
        hint: 'Run the job again. If it fails again, ask the operator of the registry.',
    });
}
/** overtaken reports that an image newer than ours under a tag is published, and why it is not restored. */
function overtaken(target, { commit, gitTag }, why) {
    const which = gitTag === undefined ? `the commit ${commit}` : `the git tag ${gitTag} (commit ${commit})`;
    const message = `${(0,reference/* referenceName */.z$)(target)} shows this image, or did, but a newer one is published: that of ${which}.`;
    return behind(why === undefined ? message : `${message} The tag was not restored. ${why}`, {
        hint: `Run the job for ${which} again: it moves the tag forward, and this run may not, because it has not verified that image.`,
    });
}
/** behind reports that a moving tag may show an older image than it should. */
function behind(message, { hint }) {
    return new errors/* ActionError */.l('TAG_BEHIND', message, {
        hint: `${hint} Let only one run move a tag at a time: give the workflow a "concurrency" group.`,
    });
}

;// CONCATENATED MODULE: ./build/tags/heal-tag.js




/** The most writes of a tag that others write at the same time. */
const MOST_WRITES = 5;
/**
 * healTag restores a newer image under a tag that we moved, if a signed proof exists: only `proveNewer` creates the
 * type that is written. Then it looks again, as moveTag does: an even newer run may have written meanwhile, but had
 * published its image before, so that is found and verified too. All other cases are TAG_BEHIND, as without proofs.
 *
 * | the newest image | the tag shows, before our write  | and after it  | the newest is then | then                     |
 * |------------------|----------------------------------|---------------|--------------------|--------------------------|
 * | has no proof     | not asked                        | –             | not asked          | TAG_BEHIND               |
 * | has one          | itself, or what it may move over | itself        | the same           | healed                   |
 * | has one          | itself, or what it may move over | another image | the same           | once more, at most five times |
 * | has one          | what it may not move over        | not written   | the same           | TAG_BEHIND               |
 * | has one          | anything                         | anything      | another            | once more, with that     |
 * | has one          | anything                         | anything      | not known          | TAG_BEHIND               |
 *
 * It writes even if the tag already shows the image: a registry with delayed reads may still show what we overwrote.
 */
async function healTag(registry, tag, { found, former }) {
    const { target, proveNewer } = tag;
    if (proveNewer === undefined)
        throw overtaken(target, found);
    let newest = found;
    const seen = new Set(former);
    for (let writes = 0; writes < MOST_WRITES; writes++) {
        const round = await orBehind(newest, target, () => putBack(registry, { ...tag, proveNewer }, { newest, seen }));
        if ('state' in round)
            return round;
        newest = round;
    }
    throw behind(`${(0,reference/* referenceName */.z$)(target)} was written by others again and again, and may show an older image now.`, {
        hint: 'Run this job again.',
    });
}
/** putBack is one try. If the tag does not show the newest image afterwards, it returns the image for the next try. */
async function putBack(registry, tag, { newest, seen }) {
    const { target, series, lineage } = tag;
    const proved = await prove(registry, newest, tag);
    const { digest } = proved.manifest;
    const isShown = (shown) => shown?.digest === digest;
    const before = await registry.readManifest(target.tag);
    const mayMove = isShown(before) || (await lineage.of(newest).judge(registry, before)).moves;
    if (mayMove)
        await registry.putTag(target.tag, proved);
    seen.add(before?.digest);
    const isSettled = (shown) => shown !== undefined && (isShown(shown) || !seen.has(shown.digest));
    const [after, next] = await Promise.all([
        mayMove ? registry.awaitManifest(target.tag, isSettled) : before,
        lineage.newestPublished(registry, series),
    ]);
    if (after === undefined)
        throw lost(target);
    if (next === undefined)
        throw overtaken(target, newest, 'It is not published any more.');
    seen.add(after.digest);
    const isNewest = next.commit === newest.commit && next.digest === newest.digest;
    if (!isNewest)
        return next;
    if (!mayMove)
        throw overtaken(target, newest, `It now shows ${after.digest}, which may be newer.`);
    return isShown(after) ? { state: 'healed', shows: digest, commit: proved.commit, run: proved.run } : next;
}
async function prove(registry, newest, { target, lineage, proveNewer }) {
    const { shaTag, ...standing } = await lineage.standing(newest);
    const manifest = await registry.readManifest(shaTag);
    if (manifest === undefined)
        throw lost({ ...target, tag: shaTag });
    return proveNewer(registry, { target, commit: newest.commit, manifest, ...standing });
}
/** orBehind returns the result of the work, or throws TAG_BEHIND with the reason: the tag stays behind. */
async function orBehind(newest, target, work) {
    try {
        return await work();
    }
    catch (error) {
        if (error instanceof github/* ApiProblem */.A)
            throw overtaken(target, newest, `GitHub could not be asked: ${error.message}.`);
        const isTold = error instanceof errors/* ActionError */.l && ['TAG_BEHIND', 'TIMEOUT', 'CANCELLED'].includes(error.code);
        throw error instanceof errors/* ActionError */.l && !isTold ? overtaken(target, newest, error.message) : error;
    }
}

;// CONCATENATED MODULE: ./build/tags/move-tag.js




/**
 * moveTag moves a tag forward to our image. It writes another image only if that has a proof (healTag), because only
 * the run that pushed an image has verified it. Registries have no conditional write, so a slower run could overwrite a
 * newer image that was written between its read and its write. Therefore a run that has written looks for newer images
 * under their SHA or version tags: every run writes and reads these before it reads a moving tag. So of two runs, the
 * older one finds the newer image, or has written before the newer one read. A run that finds its own image also looks:
 * an earlier attempt may have been killed between its write and its look.
 *
 * | the tag shows                           | a newer image is published | then                                  |
 * |-----------------------------------------|----------------------------|---------------------------------------|
 * | before the write: what may not move     | not asked                  | kept                                  |
 * | before the write: our image             | no                         | already there                         |
 * | whatever we have written, or found ours | yes                        | healed by its proof, or TAG_BEHIND    |
 * | after the write: our image              | no                         | moved                                 |
 * | after the write: what may not move      | no                         | kept: it came after us                |
 * | after the write: what is behind us      | no                         | written again, at most five times     |
 */
async function moveTag(registry, ours, tag) {
    const { target, series, lineage } = tag;
    const isOurs = (shown) => shown?.digest === ours.manifest.digest;
    // This is a second check: if GitHub does not answer, the first one must be enough.
    const newer = () => lineage.newestPublished(registry, series).catch(unlessUnknown);
    const before = await registry.readManifest(target.tag);
    let shown = before;
    const former = new Set([before?.digest]);
    if (isOurs(before)) {
        const found = await newer();
        return found === undefined ? { state: 'already-there' } : healTag(registry, tag, { found, former });
    }
    let move = await lineage.judge(registry, before);
    for (let writes = 0; writes < MOST_WRITES; writes++) {
        if (!move.moves)
            return { state: 'kept', shows: shown?.digest, because: move.because };
        await registry.putTag(target.tag, ours);
        const [after, found] = await Promise.all([settled(registry, target, former), newer()]);
        if (found !== undefined)
            return healTag(registry, tag, { found, former: new Set([...former, ours.manifest.digest, after.digest]) });
        if (isOurs(after))
            return movedBy(move, before);
        shown = after;
        former.add(after.digest);
        move = await lineage.judge(registry, after);
    }
    throw behind(`${(0,reference/* referenceName */.z$)(target)} was written by others again and again, and may show an older image now.`, {
        hint: 'Run this job again.',
    });
}
/** GitHub knows the commit that the tag showed, so the page of the comparison exists. */
function movedBy({ because, since }, before) {
    return { state: 'moved', from: before?.digest, because, ...(since === undefined ? {} : { since }) };
}
/** planMoves tells what would happen to the moving tags, and writes nothing. */
async function planMoves(registry, tags, lineage) {
    return Promise.all(tags.map(async ({ target }) => {
        const manifest = await registry.readManifest(target.tag);
        return { target, manifest, move: await lineage.judge(registry, manifest) };
    }));
}
/** What a tag shows after it stops showing what it did before our last write. */
async function settled(registry, target, former) {
    const seen = await registry.awaitManifest(target.tag, (each) => each !== undefined && !former.has(each.digest));
    if (seen === undefined)
        throw lost(target);
    return seen;
}
function unlessUnknown(error) {
    if (!(error instanceof github/* ApiProblem */.A))
        throw error;
}

;// CONCATENATED MODULE: ./build/tags/fixed-tags.js


/** fixedState is the state of a tag that shows our image, by what it showed before. */
function fixedState({ manifest }, ours) {
    if (manifest?.digest === ours)
        return { state: 'already-there' };
    return { state: 'written', ...(manifest === undefined ? {} : { replaced: manifest.digest }) };
}
/**
 * seeUntaken reads a tag once more before it is written, and returns what it shows. Throws TAG_RACED if that is neither
 * our image nor what the tag showed when it was first read.
 */
async function seeUntaken(registry, { target, manifest: before }, isOurs) {
    const now = await registry.readManifest(target.tag);
    if (now === undefined || now.digest === before?.digest || (await isOurs(now)))
        return now;
    throw taken(target, now.digest);
}
/**
 * writeFixed writes a tag that never moves, and reads it back. It reads the tag again directly before the write.
 * Between that read and the write, another run may still write it: registries have no conditional write.
 */
async function writeFixed(registry, ours, before) {
    const { digest } = ours.manifest;
    const state = fixedState(before, digest);
    if (state.state === 'already-there')
        return state;
    const now = await seeUntaken(registry, before, async (shown) => shown.digest === digest);
    if (now?.digest === digest)
        return { state: 'already-there' };
    const refused = await registry.putTag(before.target.tag, ours).then(() => undefined, whereRefused);
    await seeShown(registry, ours, { before, refused });
    return state;
}
/**
 * seeShown reads a tag until it shows our image: after its write, and once more at the end of the step, when the loser
 * of a race finds the other image. If the answer to a write was lost, a registry with immutable tags rejects the retry,
 * even for the same image: so what it serves decides. Throws TAG_RACED, CONTENT_MISSING, or the rejection.
 */
async function seeShown(registry, ours, { before: { target, manifest }, refused }) {
    const { digest } = ours.manifest;
    const seen = await registry.awaitManifest(target.tag, (shown) => {
        const isOld = shown === undefined || (shown.digest === manifest?.digest && shown.digest !== digest);
        // After a rejection nothing was written that could appear later, so one read is enough.
        return refused !== undefined || !isOld;
    });
    if (seen?.digest === digest)
        return;
    if (refused !== undefined)
        throw refused;
    throw seen === undefined ? lost(target) : overwritten(target, seen.digest, ours);
}
/** How registries reject a second write of a tag; Docker Hub only says that it is denied. */
function whereRefused(error) {
    if (error instanceof errors/* ActionError */.l && ['TAG_EXISTS', 'REGISTRY_DENIED'].includes(error.code))
        return error;
    throw error;
}

;// CONCATENATED MODULE: ./build/tags/write-tags.js



/**
 * writeTags writes the tags of the verified image: it puts the identical bytes, and reads each tag back. First the SHA
 * tag, if it does not exist; then, when all destinations have that and the image is sealed, the version tags; then,
 * when all have those, the moving tags. Tags that never move are read once more at the end. It requires a `Verified`,
 * so no tag ever shows an image that was not verified. A destination stops at the first tag that fails; its state is
 * reported.
 */
async function writeTags(attempts, lineage, { seal, proveNewer } = {}) {
    const isAlone = attempts.length === 1;
    const steps = [
        writeVersions,
        (held) => moveTags(held, { lineage, proveNewer }),
        (held) => lookAgain(held, fixedTags(held, isAlone)),
        keepLists,
    ];
    let written = await (0,destinations/* forEach */.jJ)(attempts, writeCommit);
    if (seal !== undefined && written.every(isWell))
        written = await sealed(written, seal);
    for (const step of steps)
        if (written.every(isWell))
            written = await (0,destinations/* forEach */.jJ)(written, step);
    const standing = written.map(standingOf);
    const [primary, ...others] = standing.filter(isDelivered);
    const isWhole = primary !== undefined && others.length + 1 === attempts.length;
    return isWhole ? { ok: true, receipt: { destinations: [primary, ...others] } } : { ok: false, standing };
}
async function sealed(written, seal) {
    const errors = await seal((0,destinations/* allThere */.W$)(written)).catch((error) => written.map(() => error));
    return written.map((each, at) => each.ok && errors[at] !== undefined ? { ...each, value: { ...each.value, error: errors[at] } } : each);
}
function isWell(attempt) {
    return attempt.ok && attempt.value.error === undefined;
}
async function writeCommit(held) {
    const { registry, verified, before, claim, error } = held;
    if (error !== undefined)
        return { ...held, tags: [], error };
    return inTurn({ ...held, tags: [], error: undefined }, [before.sha], async (sha) => ({
        target: sha.target,
        ...(claim.isTagged ? fixedState(sha, verified.manifest.digest) : await writeFixed(registry, verified, sha)),
    }));
}
async function writeVersions(held) {
    return inTurn(held, held.before.versions, async (version) => ({
        target: version.target,
        ...(await writeFixed(held.registry, held.verified, version)),
    }));
}
async function moveTags(held, by) {
    const { registry, verified } = held;
    return inTurn(held, held.moving, async (tag) => ({
        target: tag.target,
        ...(await moveTag(registry, verified, { ...tag, ...by })),
    }));
}
async function inTurn(held, all, write) {
    const tags = [...held.tags];
    try {
        for (const each of all)
            tags.push(await write(each));
        return { ...held, tags };
    }
    catch (error) {
        return { ...held, tags, error };
    }
}
/** If two runs have written one tag, the first writer finds here the image of the other. */
async function lookAgain(held, fixed) {
    const { registry, verified } = held;
    const looks = await Promise.allSettled(fixed.map((before) => seeShown(registry, verified, { before })));
    const lost = fixed.filter((_, index) => looks[index]?.status === 'rejected').map(({ target }) => target.tag);
    const tags = held.tags.map((tag) => lost.includes(tag.target.tag) ? { target: tag.target, state: 'lost' } : tag);
    return { ...held, tags, error: looks.find((look) => look.status === 'rejected')?.reason };
}
/** If two runs attach something to one image, the first writer finds here what the other one removed. */
async function keepLists(held) {
    try {
        await held.registry.keepAttached();
        return held;
    }
    catch (error) {
        return { ...held, error };
    }
}
/** The tags that never move; without the last one if it was read back just now, and nothing was written after it. */
function fixedTags({ before, moving, claim, tags }, isAlone) {
    const fixed = [before.sha, ...before.versions];
    const wroteLast = tags.at(-1)?.state === 'written' && !(claim.isTagged && fixed.length === 1);
    return isAlone && moving.length === 0 && wroteLast ? fixed.slice(0, -1) : fixed;
}
function standingOf(attempt) {
    const { repository } = attempt;
    if (!attempt.ok)
        return { repository, verified: undefined, tags: [], transfer: undefined, error: attempt.error };
    const { verified, before, moving, tags, claim, attached = [], error } = attempt.value;
    const left = [before.sha, ...before.versions, ...moving]
        .slice(tags.length)
        .map(({ target }) => ({ target, state: 'not-written' }));
    const { transfer } = claim;
    return { repository, verified, tags: [...tags, ...left], transfer, attached, ...discardedFor(before), error };
}
function discardedFor({ kept }) {
    return kept === undefined ? {} : { discarded: kept.discarded };
}
function isDelivered(standing) {
    const isThere = ({ state }) => state !== 'not-written' && state !== 'lost';
    return standing.verified !== undefined && standing.error === undefined && standing.tags.every(isThere);
}

// EXTERNAL MODULE: ./build/push/source.js
var push_source = __webpack_require__(2784);
// EXTERNAL MODULE: ./build/tags/version.js
var tags_version = __webpack_require__(9204);
;// CONCATENATED MODULE: ./build/tags/decide-move.js

/**
 * decideMove lets a tag move only forward: from version to version by precedence if both are known, and otherwise from
 * a commit to its descendants. Another image of this commit may be replaced, or the run would have stopped earlier. If
 * the direction is unknown, the tag stays.
 */
function decideMove(ours, shown) {
    const unfit = unfitness(ours);
    if (unfit !== undefined)
        return stays(unfit);
    if (shown === undefined)
        return { moves: true, because: 'it is not there yet' };
    if (shown.relation === 'identical')
        return { moves: true, because: 'it shows an image of the same commit' };
    if (ours.version !== undefined && shown.version !== undefined) {
        const [to, from] = [ours.version.version, shown.version.version];
        return (0,tags_version/* compareVersions */.Z)(ours.version, shown.version) > 0
            ? forward(`${to} is above ${from}`, shown.revision)
            : stays(`it shows ${from}, and this is ${to}`);
    }
    if (shown.revision === undefined)
        return stays('the image that the tag shows now does not name its commit, so nobody knows which one is newer');
    switch (shown.relation) {
        case 'ahead':
            return forward(`this commit comes after ${shown.revision}`, shown.revision);
        case 'behind':
            return stays(`it shows ${shown.revision}, which comes after this commit`);
        case 'diverged':
            return stays(`it shows ${shown.revision}, which is on another line of development`);
        case undefined:
            return stays(`it shows ${shown.revision}, a commit that GitHub does not show to this token (it may need "permissions: contents: read")`);
    }
}
/** unfitness explains why no moving tag may show our image; undefined if one may. */
function unfitness({ commit, revision, version, heldBack }) {
    if (heldBack !== undefined)
        return heldBack;
    if (version !== undefined && version.prerelease.length > 0)
        return `${version.version} is a prerelease`;
    if (revision === commit)
        return undefined;
    const said = revision === undefined
        ? 'the image has no revision label'
        : `the revision label of the image is "${revision}", and not this commit`;
    return `${said}; later runs could not know whether theirs is newer. Build the image with --label org.opencontainers.image.revision="$GITHUB_SHA"`;
}
function forward(because, since) {
    return { moves: true, because, ...(since === undefined ? {} : { since }) };
}
function stays(because) {
    return { moves: false, because };
}

// EXTERNAL MODULE: ./build/run/facts.js
var facts = __webpack_require__(6041);
;// CONCATENATED MODULE: ./build/tags/held-back.js

/**
 * heldBack explains why a run moves no tag, for any image, as a sentence without its full stop: its release is a
 * prerelease, under any git tag; or its commit is in the merge queue, and may never land, so a moving tag would stay on
 * another line forever. Undefined if there is no reason.
 */
function heldBack({ eventName, payload }) {
    if (eventName === 'release') {
        const isPrerelease = (0,facts/* field */.ZZ)(payload, 'release.prerelease');
        if (isPrerelease === false)
            return undefined;
        return isPrerelease === true ? 'the release is a prerelease' : 'the event does not say that it is no prerelease';
    }
    const isFollowing = eventName === 'workflow_run' && (0,facts/* text */.Qq)(payload, 'workflow_run.event') === 'merge_group';
    return eventName === 'merge_group' || isFollowing ? 'a commit in the merge queue may never land' : undefined;
}

// EXTERNAL MODULE: ./build/tags/shown-image.js
var shown_image = __webpack_require__(4409);
;// CONCATENATED MODULE: ./build/tags/lineage.js








/** The most published images that are looked for above ours. */
const MOST_CANDIDATES = 30;
/** A full hash of SHA-1 or SHA-256; the text in a label is sent to GitHub only if it is one. */
const lineage_COMMIT = /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/;
/** lineageOf finds the place of the image among those of other commits, for tags that only move forward. */
function lineageOf({ verdict: { subject }, inputs, image, facts }, asking) {
    const { commit, ref } = subject;
    const ours = { commit, revision: image.revision, version: (0,plan_tags/* versionOf */.E4)(subject), heldBack: heldBack(facts) };
    const branch = (0,run_ref/* branchOf */.W0)(ref);
    const { shaTag, versionTags, gitTags } = inputs;
    const byRelease = facts.eventName === 'release';
    const server = facts.server.name;
    return new Lineage({ ours, branch, shaTag, versionTags, gitTags, byRelease, server, ...asking });
}
/** Lineage knows the place of an image among those published before and after it. */
class Lineage {
    #options;
    constructor(options) {
        this.#options = options;
    }
    /** judge tells whether a tag that shows this image may move to ours. If GitHub cannot tell, the tag stays. */
    async judge(registry, shown) {
        const { ours } = this.#options;
        if (shown === undefined || unfitness(ours) !== undefined)
            return decideMove(ours, undefined);
        const revision = await (0,shown_image/* shownRevision */.r)(registry, shown);
        try {
            return decideMove(ours, await this.#place(revision));
        }
        catch (error) {
            if (!(error instanceof github/* ApiProblem */.A))
                throw error;
            const needs = error.permission === undefined ? '' : ` (the job needs "permissions: ${error.permission}")`;
            return { moves: false, because: `${this.#options.server} could not be asked: ${error.message}${needs}` };
        }
    }
    /**
     * newestPublished finds the newest image above ours on the registry, under the tag that its run writes before it
     * reads any moving tag; undefined if ours is the newest. Throws an ApiProblem.
     */
    async newestPublished(registry, series) {
        const { version } = this.#options.ours;
        const candidates = version === undefined ? await this.#laterCommits() : await this.#higherVersions(version, series);
        for (const { tag, ...later } of candidates.slice(0, MOST_CANDIDATES)) {
            const published = await registry.readManifest(tag);
            if (published !== undefined && (await this.#isNewer(later)))
                return { ...later, digest: published.digest };
        }
        return undefined;
    }
    /** standing tells how the newer image relates to ours. Throws an ApiProblem. */
    async standing({ commit, gitTag }) {
        const { history, access, ours, branch = '', shaTag, byRelease } = this.#options;
        return {
            shaTag: (0,plan_tags/* shaTagOf */.uH)(shaTag, commit),
            ref: gitTag === undefined ? (0,run_ref/* refOfBranch */.$Q)(branch) : (0,run_ref/* refOfGitTag */.BN)(gitTag),
            relation: await history.relation(access(), ours.commit, commit),
            // A release that is marked as a prerelease is not newer (#isNewer).
            isReleased: byRelease && gitTag !== undefined,
        };
    }
    /** of returns the lineage of the newer image, whose label names its commit. */
    of({ commit, gitTag }) {
        const version = gitTag === undefined ? undefined : (0,tags_version/* parseVersion */.o)(gitTag);
        return new Lineage({ ...this.#options, ours: { commit, revision: commit, version } });
    }
    async #place(revision) {
        const { history, access, ours } = this.#options;
        if (revision === ours.commit)
            return { revision, version: ours.version, relation: 'identical' };
        if (revision === undefined || !lineage_COMMIT.test(revision))
            return { revision, version: undefined, relation: undefined };
        const version = ours.version === undefined ? undefined : await this.#versionOf(revision);
        const relation = version === undefined ? await history.relation(access(), revision, ours.commit) : undefined;
        return { revision, version, relation };
    }
    async #versionOf(commit) {
        const releases = (await this.#releases()).filter((each) => each.commit === commit);
        return releases
            .map(({ version }) => version)
            .sort(tags_version/* compareVersions */.Z)
            .at(-1);
    }
    async #releases() {
        const { history, access, gitTags } = this.#options;
        return (await history.gitTags(access())).flatMap(({ name, commit }) => {
            const version = (0,filter_pattern/* matchesFilter */.yy)(name, gitTags) ? (0,tags_version/* parseVersion */.o)(name) : undefined;
            return version === undefined ? [] : [{ name, commit, version }];
        });
    }
    async #laterCommits() {
        const { history, access, branch, ours, shaTag } = this.#options;
        if (branch === undefined)
            return [];
        const latest = await history.latestCommits(access(), branch);
        const own = latest.indexOf(ours.commit);
        const later = own < 0 ? latest : latest.slice(0, own);
        return later.map((commit) => ({ commit, tag: (0,plan_tags/* shaTagOf */.uH)(shaTag, commit) }));
    }
    /** A SHA tag does not show that a version was released: the branch may have published the same commit before. */
    async #higherVersions(ours, series) {
        const { shaTag, versionTags } = this.#options;
        return (await this.#releases())
            .filter(({ version }) => version.prerelease.length === 0 && lineage_isIn(series, version))
            .filter(({ version }) => (0,tags_version/* compareVersions */.Z)(version, ours) > 0)
            .sort((one, other) => (0,tags_version/* compareVersions */.Z)(other.version, one.version))
            .map(({ name: gitTag, commit }) => {
            return { commit, gitTag, tag: (0,plan_tags/* versionTagOf */.e6)(versionTags, gitTag) ?? (0,plan_tags/* shaTagOf */.uH)(shaTag, commit) };
        });
    }
    /** A version is newer by its name, unless its release is a prerelease; a commit by the history. */
    async #isNewer({ commit, gitTag }) {
        const { history, access, ours, byRelease } = this.#options;
        if (gitTag !== undefined)
            return !(byRelease && (await history.isPrerelease(access(), gitTag)));
        return (await history.relation(access(), ours.commit, commit)) === 'ahead';
    }
}
function lineage_isIn(series, version) {
    if (series === undefined)
        return true;
    return version.major === series.major && (series.minor === undefined || version.minor === series.minor);
}

// EXTERNAL MODULE: ./build/tags/read-tags.js + 1 modules
var read_tags = __webpack_require__(8087);
// EXTERNAL MODULE: ./build/image/image.js
var image_image = __webpack_require__(9963);
// EXTERNAL MODULE: ./build/verify/registry-content.js
var registry_content = __webpack_require__(1237);
;// CONCATENATED MODULE: ./build/verify/recognise.js





/**
 * recognise tells whether the registry already has the tested image. This run has pushed nothing of it, so its config
 * proves nothing. It must have the same root bytes or the same content: every layer is read and compared with its
 * diff_id. So it also recognises an image that an engine pushed earlier.
 */
async function recognise(content, served, wanted) {
    const { tested } = wanted;
    const isDescribed = tested.platforms[0].configDigest === undefined;
    const bytes = isDescribed && served.kind === 'manifest' ? await content.config(served.config) : undefined;
    const proof = (0,image_tested/* compare */.UD)(tested, served, bytes && (0,config/* configIn */.k$)(bytes));
    if (proof.by === 'difference' || !(await isExpected(content, served, wanted)))
        return false;
    return proof.by === 'same-bytes' || (await ifImage(() => unpack(content, served))) !== undefined;
}
/** findWhole is the recognised image, if every part of it can still be read; undefined if some must be pushed again. */
async function findWhole(content, known) {
    return known && (await ifImage(() => (0,image_image/* readImage */.AM)(content, known)))?.root;
}
/**
 * isExpected tells whether the digest that the tests passed on names the served image. A manifest's digest does not
 * name another manifest with the same config, and the digest of one platform does not name a whole index.
 */
async function isExpected(content, served, { tested, expected }) {
    const isSource = tested.isComplete && served.digest === tested.root;
    if (expected === undefined || isSource || served.digest === expected)
        return true;
    if (served.kind === 'index') {
        const image = await ifImage(() => (0,image_image/* readImage */.AM)((0,registry_content/* documentsOf */.uo)(content), served));
        return image !== undefined && (0,image_tested/* isCalled */.AP)((0,image_tested/* testedIn */.n6)(image), expected);
    }
    // An engine, or a file, may have only one platform of the index whose digest names it.
    const isNarrowed = expected !== tested.root || !tested.isComplete;
    const names = tested.names.filter(({ of }) => of === 'whole' && isNarrowed).map(({ digest }) => digest);
    return [served.config.digest, ...names].includes(expected);
}
async function unpack(content, served) {
    return (0,registry_content/* seeLayers */.AA)(content, await (0,image_image/* readImage */.AM)((0,registry_content/* unpackedContent */.b)(content), served));
}
async function ifImage(read) {
    try {
        return await read();
    }
    catch (error) {
        if (error instanceof image_content/* ImageProblem */.d)
            return undefined;
        throw error;
    }
}

;// CONCATENATED MODULE: ./build/verify/registry-sight.js

/** registrySight asks a registry for each blob only once. */
function registrySight(registry) {
    const looks = new Map();
    return {
        has: (blob) => {
            const look = looks.get((0,registry_content/* keyOf */.TN)(blob)) ?? registry.hasBlob(blob);
            looks.set((0,registry_content/* keyOf */.TN)(blob), look);
            return look;
        },
        looked: (blob) => looks.get((0,registry_content/* keyOf */.TN)(blob)),
    };
}

// EXTERNAL MODULE: ./build/image/platform.js
var platform = __webpack_require__(3847);
// EXTERNAL MODULE: ./build/image/verified.js
var verified = __webpack_require__(1088);
;// CONCATENATED MODULE: ./build/verify/read-back.js


/**
 * readEarly reads what was pushed by its digest while its tag is read: for `readBack`, and for the check of what it leads
 * to. Undefined if it is not there yet, or has no tag.
 */
function readEarly(registry, { claim }) {
    const early = claim.isTagged ? registry.readManifest(claim.digest) : Promise.resolve(undefined);
    // `readBack` throws what went wrong, after the tag was read.
    early.catch(() => undefined);
    return early;
}
/**
 * readBack reads what was pushed by its digest, and also by its tag if it already has one. If the tag shows nothing
 * yet, or still the old image, it waits; a third image means that someone else wrote the tag. `early` is what
 * `readEarly` gets. Throws CONTENT_MISSING, DIGEST_MISMATCH or TAG_RACED.
 */
async function readBack(registry, { target, claim, before }, early) {
    if (!claim.isTagged)
        return readByDigest(registry, target, claim);
    const isOld = (seen) => seen === undefined || (seen.digest === before?.digest && seen.digest !== claim.digest);
    const byTag = await registry.awaitManifest(target.tag, (seen) => !isOld(seen));
    if (byTag === undefined)
        throw read_back_missing(target, claim.digest, 'nothing');
    if (isOld(byTag))
        throw read_back_missing(target, claim.digest, `still ${byTag.digest}`);
    if (byTag.digest !== claim.digest)
        throw await anotherImage(registry, target, { claim, served: byTag.digest });
    const byDigest = (await early) ?? (await registry.awaitManifest(claim.digest, (seen) => seen !== undefined));
    if (byDigest === undefined)
        throw read_back_missing(target, claim.digest, 'the tag, but nothing by its digest');
    if (byDigest.mediaType !== byTag.mediaType) {
        throw mismatch(`${(0,reference/* referenceName */.z$)(target)} has one media type by tag and another by digest.`);
    }
    return byTag;
}
/** Without a tag, only the digest identifies the image; nobody else can have written there. */
async function readByDigest(registry, target, { digest }) {
    const seen = await registry.awaitManifest(digest, (manifest) => manifest !== undefined);
    if (seen === undefined)
        throw read_back_missing({ registry: target.registry, path: target.path }, digest, 'nothing');
    return seen;
}
/** readAs says how it was read. */
function readAs({ target, claim }) {
    const { registry, path } = target;
    return claim.isTagged
        ? `${(0,reference/* referenceName */.z$)(target)} was read by tag and by digest`
        : `${(0,reference/* referenceName */.z$)({ registry, path, digest: claim.digest })} was read by its digest, before it had a tag`;
}
const AGAIN = 'Do not deploy it. Run the job again; if it happens again, ask the operator of the registry.';
/** The registry serves another image than the pushed one: someone wrote the tag after us, or our bytes were changed. */
async function anotherImage(registry, target, { claim, served }) {
    const name = (0,reference/* referenceName */.z$)(target);
    const ours = await registry.readManifest(claim.digest);
    if (ours === undefined)
        return mismatch(`${name}: ${claim.digest} was pushed, but the registry stored ${served} instead.`);
    return new errors/* ActionError */.l('TAG_RACED', `${name} shows ${served}, which someone else wrote while ${claim.digest} was pushed.`, {
        hint: 'Let one run at a time publish a tag: give the workflow a "concurrency" group, and run this job again.',
    });
}
function read_back_missing(target, digest, shown) {
    const message = `${(0,reference/* referenceName */.z$)(target)}: the push of ${digest} was accepted, but the registry serves ${shown}.`;
    return new errors/* ActionError */.l('CONTENT_MISSING', message, { hint: AGAIN });
}
function mismatch(message) {
    return new errors/* ActionError */.l('DIGEST_MISMATCH', message, { hint: AGAIN });
}

;// CONCATENATED MODULE: ./build/verify/verify-push.js












/**
 * verifyPush reads the image back by digest, and also by tag if it already has one. It hashes the exact bytes, compares
 * them with the claim and the source, and checks all that they lead to as deep as the level says. Missing parts are
 * reported before differences.
 */
async function verifyPush(registry, expectation) {
    const { level, target, tested, revision, claim, content } = expectation;
    const [manifest, image] = await readAndWalk(registry, expectation);
    const proof = (0,image_tested/* compare */.UD)(tested, manifest, image?.platforms[0]);
    const isOurs = proof.by !== 'difference' && (await isExpected(content, manifest, expectation));
    if (!isOurs || (image !== undefined && !hasTested(image, tested)))
        throw notTheSource(target, manifest, tested);
    if (revision !== undefined)
        checkRevision(target, image, revision);
    checkPlatforms(target, image?.platforms ?? tested.platforms, expectation.platforms ?? []);
    // An image that was found, and not pushed now, is ours only by its bytes: those of its root, or of its layers.
    const isUnpacked = level === 'content' || (claim.isFound && proof.by !== 'same-bytes');
    const evidence = [
        `${readAs(expectation)}; the SHA-256 of the bytes is ${manifest.digest}`,
        `The image is ${expectation.isKept === true ? 'the one that an earlier run has published of this commit' : 'the tested one'}: ${proof.because}`,
        ...(image === undefined ? [] : [walked(image, isDeep(expectation))]),
        ...(image === undefined || !isUnpacked ? [] : [unpacked(await ofTarget(target, () => (0,registry_content/* seeLayers */.AA)(content, image)))]),
    ];
    const platforms = image?.platforms ?? tested.platforms;
    const imageId = imageIdOf(manifest, image, tested);
    return (0,verified/* asVerified */.n)({
        target,
        manifest,
        level,
        imageId,
        platforms: (0,platform/* platformNames */.iJ)(platforms),
        evidence,
    });
}
/** If an index was not read further, the source knows the ID, since it has the same index. */
function imageIdOf(manifest, image, { platforms, id }) {
    if (manifest.kind === 'manifest')
        return manifest.config.digest;
    return image?.platforms[0].manifest.config.digest ?? platforms[0].configDigest ?? id;
}
/**
 * The commit of every platform is in its config, deeper than the level `manifest` reads; and the registry shows what an
 * engine does not report about its image. An image that was found there, and whose bytes are unknown, is read
 * completely.
 */
function needsImage({ level, revision, tested, claim }) {
    return level !== 'manifest' || revision !== undefined || !tested.isComplete || claim.isFound;
}
function isDeep({ level, claim }) {
    return level !== 'manifest' || claim.isFound;
}
/**
 * We check what our own push leads to without waiting for its read-back: if other bytes are served, the check does not
 * count, and with the same digest they are the same.
 */
async function readAndWalk(registry, expectation) {
    const early = readEarly(registry, expectation);
    const served = readBack(registry, expectation, early);
    if (!needsImage(expectation))
        return [await served, undefined];
    const { level, claim, target, content } = expectation;
    const place = level === 'content' ? (0,registry_content/* unpackedContent */.b)(content) : isDeep(expectation) ? content : (0,registry_content/* documentsOf */.uo)(content);
    if (claim.parts !== undefined)
        (0,registry_content/* askTogether */.qC)(place, claim.parts);
    const walk = (root) => ofTarget(target, () => (0,image_image/* readImage */.AM)(place, root));
    const walkServed = async () => walk(claim.pushed ?? (await early.catch(() => undefined)) ?? (await served));
    return Promise.all([served, walkServed()]);
}
/** Each platform of the source must be there with the same layers, even if digests agree. */
function hasTested(image, { platforms }) {
    return platforms.every((each) => image.platforms.some((other) => (0,platform/* sameMachine */.sb)(other.platform, each.platform) && (0,config/* sameLayers */.Zk)(other, each)));
}
/** A problem of an image on a registry, as an error of the step. */
async function ofTarget(target, read) {
    try {
        return await read();
    }
    catch (error) {
        if (!(error instanceof image_content/* ImageProblem */.d))
            throw error;
        const isMissing = error.missing.length > 0;
        const message = `What the registry serves for ${(0,reference/* referenceName */.z$)(target)} is not the whole image: ${error.message}.`;
        throw new errors/* ActionError */.l(isMissing ? 'CONTENT_MISSING' : 'DIGEST_MISMATCH', message, {
            hint: error.hint ?? (isMissing ? MISSING : DIFFERENT),
            cause: error,
        });
    }
}
const MISSING = 'Do not deploy it. Run the job again; if it happens again, ask the operator of the registry: what it lists may have been removed ' +
    'from its storage.';
const DIFFERENT = 'Do not deploy it. Ask the operator of the registry (or a proxy before it) why its content differs; then push again.';
function walked({ platforms, attestations, configs, blobs }, isDeep) {
    const parts = [
        [platforms.length, 'image'],
        [attestations.length, 'attestation'],
        [configs.size, 'config'],
        [isDeep ? blobs.length - configs.size : 0, 'layer'],
    ];
    const counted = parts
        .filter(([count]) => count > 0)
        .map(([count, what]) => `${count} ${what}${count === 1 ? '' : 's'}`);
    return `Everything that the image consists of is on the registry, with the expected sizes: ${counted.join(', ')}`;
}
function unpacked(bytes) {
    return `Every layer was downloaded, hashed and decompressed: ${bytes} bytes are what the configs say`;
}
/** checkRevision checks that every platform names the commit that it was built from. Throws IDENTITY_MISMATCH. */
function checkRevision(target, image, revision) {
    const other = image?.platforms.find((each) => each.revision !== revision);
    if (other === undefined)
        return;
    const { manifest, platform } = other;
    const said = other.revision === undefined ? 'no commit' : `"${other.revision}"`;
    const message = `${(0,reference/* referenceName */.z$)(target)}: ${manifest.digest} for ${platform} says it was built from ${said}, not ${revision}.`;
    throw new errors/* ActionError */.l('IDENTITY_MISMATCH', message, {
        hint: 'Build every platform of the image from the same commit.',
    });
}
/**
 * checkPlatforms checks that the served image has the expected platforms. They may only be known here, if an engine
 * does not report them, or if an earlier run published the image. Throws IDENTITY_MISMATCH.
 */
function checkPlatforms(target, image, wanted) {
    const differ = wanted.length === 0 ? undefined : (0,wanted_platforms/* platformsDiffer */.JB)(wanted, image);
    if (differ === undefined)
        return;
    throw new errors/* ActionError */.l('IDENTITY_MISMATCH', `${(0,reference/* referenceName */.z$)(target)} is not for the expected platforms: ${differ}`, {
        hint: 'Build every platform, and publish the image from a file; or change "expected-platforms".',
    });
}
function notTheSource(target, { digest }, { id, root, platforms }) {
    const differs = digest === root
        ? `in which there is no image for ${platforms[0].platform} with the layers`
        : 'which is not the image';
    const message = `${(0,reference/* referenceName */.z$)(target)} shows ${digest}, ${differs} of the source (${id}).`;
    return new errors/* ActionError */.l('IDENTITY_MISMATCH', message, {
        hint: 'Do not deploy it. Run the job again; if it happens again, ask the operator of the registry.',
    });
}

;// CONCATENATED MODULE: ./build/actions/publish/at-destination.js











/** readAt reads the tags that will be written, and recognises the image if they show it. */
async function readAt(at, { verdict, inputs, source }) {
    const content = (0,registry_content/* registryContent */.xr)(at.registry);
    const { tested } = source;
    const isOurs = (served) => recognise(content, served, { tested, expected: inputs.expectedImageIds[0] });
    const candidate = { ...(0,read_tags/* candidateOf */.RH)(tested, verdict.subject, inputs), isOurs, content };
    const sight = registrySight(at.registry);
    const tags = (0,read_tags/* readTags */.g$)(at.registry, at.plan, candidate);
    // Together with the tags, and after them, we ask what the registry has of the image.
    if (!inputs.dryRun)
        for (const blob of source.foreseen(inputs.compression))
            void sight.has(blob);
    const [before, use] = await Promise.all([tags, at.use]);
    return { ...at, content, isOurs, sight, before, use };
}
/** lineageOfAll tells where the published image stands among others: the source, or the image of an earlier run. */
function lineageOfAll(ready, { verdict, inputs, source }, { history, runner }) {
    const { platforms } = (0,keep_alike/* keptAnywhere */.o)(ready)?.tested ?? source.tested;
    const access = () => ({ token: runner.secretInput('github-token') });
    return lineageOf({ verdict, inputs, image: platforms[0], facts: runner.context() }, { history, access });
}
/** pushTo brings the image to a destination, and uploads nothing that is known to exist there and can be read. */
async function pushTo(at, { inputs, source, plans, config }, { runner, lifetime }) {
    const { target, isOurs: isTagged } = at.before.sha;
    const tell = tellerOf(runner).push(target, plans.length > 1);
    const { kept } = at.before;
    const content = (0,registry_content/* sightedContent */.YH)(at.content, at.sight);
    const found = kept?.manifest ?? (await findWhole(content, (0,read_tags/* publishedAs */.hY)(at.before)));
    if (found !== undefined) {
        tell('The image exists: nothing is uploaded.');
        return { ...at, content, claim: (0,push_source/* foundClaim */.R)(found, isTagged) };
    }
    if (source.isPushedByEngine)
        await seeUntaken(at.registry, at.before.sha, at.isOurs);
    const { compression, mountFrom } = inputs;
    const terms = {
        compression,
        mountFrom,
        config,
        tell: runner.info,
        teller: { now: lifetime.elapsed, tell },
        warn: tellerOf(runner).loss,
    };
    return { ...at, claim: await source.push({ ...at, target }, terms) };
}
const FORGOTTEN = 'The registry accepted the image, but does not serve all of it: its manifests are uploaded again, also as blobs.';
/** proveAt verifies that a destination holds the image: the source, or the kept image of an earlier run. */
async function proveAt({ registry, plan, before, claim, content }, { verdict, inputs, source, plans }, { runner }) {
    const { sha, kept } = before;
    const expectation = {
        target: sha.target,
        before: sha.manifest,
        claim,
        content,
        tested: kept?.tested ?? source.tested,
        isKept: kept !== undefined,
        // The parts of a joined image were compared before; the whole is recognised by its bytes.
        expected: inputs.expectedImageIds[0],
        platforms: inputs.expectedPlatforms,
        revision: inputs.requireRevisionLabel ? verdict.subject.commit : undefined,
        level: inputs.verify,
    };
    const prove = () => verifyPush(registry, expectation);
    const verified = await prove().catch(async (error) => {
        if (claim.sendAnew === undefined || !(0,upload/* isLacking */.Ke)(error))
            throw error;
        tellerOf(runner).push(sha.target, plans.length > 1)(FORGOTTEN);
        // The first error says more than why this did not help.
        await claim.sendAnew().catch(() => Promise.reject(error));
        return prove();
    });
    return { registry, before, moving: plan.moving, claim, verified };
}
/** loadProving loads the steps of a proof, which are needed only if there is something to deliver. */
function loadProving() {
    return __webpack_require__.e(/* import() */ 757).then(__webpack_require__.bind(__webpack_require__, 9757));
}

;// CONCATENATED MODULE: ./build/actions/publish/deliver.js
var __addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
    if (value !== null && value !== void 0) {
        if (typeof value !== "object" && typeof value !== "function") throw new TypeError("Object expected.");
        var dispose, inner;
        if (async) {
            if (!Symbol.asyncDispose) throw new TypeError("Symbol.asyncDispose is not defined.");
            dispose = value[Symbol.asyncDispose];
        }
        if (dispose === void 0) {
            if (!Symbol.dispose) throw new TypeError("Symbol.dispose is not defined.");
            dispose = value[Symbol.dispose];
            if (async) inner = dispose;
        }
        if (typeof dispose !== "function") throw new TypeError("Object not disposable.");
        if (inner) dispose = function() { try { inner.call(this); } catch (e) { return Promise.reject(e); } };
        env.stack.push({ value: value, dispose: dispose, async: async });
    }
    else if (async) {
        env.stack.push({ async: true });
    }
    return value;
};
var __disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
    return function (env) {
        function fail(e) {
            env.error = env.hasError ? new SuppressedError(e, env.error, "An error was suppressed during disposal.") : e;
            env.hasError = true;
        }
        var r, s = 0;
        function next() {
            while (r = env.stack.pop()) {
                try {
                    if (!r.async && s === 1) return s = 0, env.stack.push(r), Promise.resolve().then(next);
                    if (r.dispose) {
                        var result = r.dispose.call(r.value);
                        if (r.async) return s |= 2, Promise.resolve(result).then(next, function(e) { fail(e); return next(); });
                    }
                    else s |= 1;
                }
                catch (e) {
                    fail(e);
                }
            }
            if (s === 1) return env.hasError ? Promise.reject(env.error) : Promise.resolve();
            if (env.hasError) throw env.error;
        }
        return next();
    };
})(typeof SuppressedError === "function" ? SuppressedError : function (error, suppressed, message) {
    var e = new Error(message);
    return e.name = "SuppressedError", e.error = error, e.suppressed = suppressed, e;
});












/**
 * deliver is the second half of the story: sign in everywhere, read the existing tags, push the image, verify what the
 * registries hold, and only then write the other tags. Until the tags, a destination that fails does not stop the
 * others.
 */
async function deliver(delivery, world) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { verdict, inputs, source, plans } = delivery;
        const { runner } = world;
        const teller = tellerOf(runner);
        const keyring = __addDisposableResource(env_1, await openKeyring(verdict, { inputs, byEngine: source.isPushedByEngine }, world), true);
        // An image that the engine saved is in the private folder: it is released before the folder is removed.
        const _ = __addDisposableResource(env_1, source, true);
        // While the registries are asked.
        const proofs = loadProving();
        const read = await (0,destinations/* forEach */.jJ)(plans, async (plan, repository) => {
            const login = await keyring.signIn(repository);
            teller.signedIn(repository, login);
            return readAt({ ...login, plan }, delivery);
        });
        const ready = (0,keep_alike/* keepAlike */.G)(read);
        const lineage = lineageOfAll(ready, delivery, world);
        const credentials = (0,destinations/* allThere */.W$)(ready).map(({ use }) => use);
        const judged = (0,gate_verdict/* alsoAsking */.rN)(verdict, judgeCredentials(credentials, inputs.credentialPolicy));
        if (judged.kind === 'closed')
            return { ...(0,publish_closed/* closed */.$)(judged, inputs), credentials };
        await teller.verdict(judged);
        teller.advice(credentials);
        const { openProving } = await proofs;
        const proving = await openProving(delivery, ready, world);
        if (inputs.dryRun) {
            const found = await (0,destinations/* forEach */.jJ)(ready, async ({ registry, plan, before }) => {
                return { ...before, moving: await planMoves(registry, plan.moving, lineage) };
            });
            const plan = { kind: 'planned', verdict: judged, source, found: (0,destinations/* allOf */.bn)(found), level: inputs.verify };
            return { ...plan, credentials, proof: await proving.keep() };
        }
        const pushed = await inGroup('Push', ready, (at) => pushTo(at, { ...delivery, config: keyring.config }, world));
        const held = await inGroup('Verify', pushed, async (at) => {
            const there = lookAt(at, delivery);
            const held = await proveAt(at, delivery, world);
            teller.verified(held.verified);
            return attachAt({ at, held, there }, delivery, world);
        });
        const tagged = await writeTags(held, lineage, proving);
        if (!tagged.ok)
            return { ...(0,failed/* unfinished */.M)({ ...inputs, ...tagged, ready }, world), credentials, proof: proving.told() };
        const { receipt } = tagged;
        const published = { kind: 'published', verdict: judged, source, receipt, proof: await proving.keep() };
        return { ...published, credentials, kept: await keyring.keepLogins() };
        async function inGroup(name, at, work) {
            const go = () => (0,destinations/* forEach */.jJ)(at, work);
            return at.some(({ ok }) => ok) ? runner.group(name, go) : go();
        }
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = __disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}

// EXTERNAL MODULE: ./build/actions/publish/failure-of.js
var failure_of = __webpack_require__(1658);
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
        choices ??= readChoices(inputs, doors);
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

// EXTERNAL MODULE: ./build/image/source-text.js
var source_text = __webpack_require__(8169);
;// CONCATENATED MODULE: ./build/push/content-source.js




/** contentSource is an image that has its manifest: it is pushed unchanged, so its digest is known in advance. */
function contentSource(kind, packed) {
    const { name, tested, repositories, attached } = packed;
    return {
        kind,
        name,
        tested,
        repositories,
        attached,
        inFull: async () => tested,
        isPushedByEngine: false,
        foreseen: () => packed.image.blobs,
        push: async ({ registry, target, mountsFrom, sight }, { mountFrom, teller, compression }) => {
            for (const line of uncompressedLines(packed, compression))
                teller.tell(line);
            const progress = new push_progress/* Progress */.k(teller);
            const root = await pushPacked(registry, packed, { progress, mountFrom, mountsFrom, target, sight });
            const sendAnew = () => (0,upload/* putAsBlobs */.ql)(registry, packed.image.manifests);
            return (0,push_source/* pushedClaim */.I)(root, { transfer: progress.transfer, sendAnew, parts: packed.image });
        },
        [Symbol.asyncDispose]: () => packed.close(),
    };
}
/** The ending of the media types of uncompressed layers (image-spec, layer.md; Docker's schema 2). */
const PLAIN_LAYER = /\.tar$/;
/** uncompressedLines say that layers stay uncompressed, although compression was asked for. */
function uncompressedLines({ image }, compression) {
    const plain = image.blobs.filter(({ mediaType }) => PLAIN_LAYER.test(mediaType));
    if (compression === 'none' || plain.length === 0)
        return [];
    return [
        `"compression: ${compression}" changes nothing here: ${plain.length} of its layers are not compressed, and an image ` +
            'that has its manifest is published as it is. The step that writes the file can compress them.',
    ];
}
/**
 * pushPacked pushes an image with its manifest unchanged: blobs, then the manifests by their digests, children before
 * parents. A manifest that was read from this repository is not pushed. It writes no tag, since nothing is verified
 * yet. Returns the root.
 */
async function pushPacked(registry, { image: { root, manifests, blobs }, openBlob, repositoryOf, }, { mountsFrom, target, ...terms }) {
    const pieces = blobs.map((blob) => {
        const has = repositoryOf(blob);
        return { blob, open: () => openBlob(blob), from: has !== undefined && mountsFrom(has) ? has.path : undefined };
    });
    await (0,upload/* uploadMissing */.ML)(registry, pieces, terms);
    const isElsewhere = (manifest) => {
        const at = repositoryOf(manifest);
        return at === undefined || !(0,reference/* sameRepository */.RB)(at, target);
    };
    let missing = manifests.filter(isElsewhere);
    await (0,upload/* putManifests */.Ok)(() => putAll(registry, missing), async () => {
        // The registry has lost parts since we read them: it may have lost any of them.
        missing = manifests;
        await (0,upload/* uploadAll */.dl)(registry, pieces, terms);
    });
    return root;
}
/**
 * Manifests of images need only their blobs, so we push them together; if a registry rejects that, one after the other.
 * Indexes need their children first.
 */
async function putAll(registry, manifests) {
    const put = (manifest) => registry.put(manifest);
    const images = manifests.filter(({ kind }) => kind === 'manifest');
    const refused = [];
    const together = images.map((image) => put(image).catch((error) => {
        if ((0,upload/* isLacking */.Ke)(error))
            throw error;
        refused.push(image);
    }));
    await Promise.all(together);
    for (const image of refused)
        await put(image);
    for (const index of manifests.filter(({ kind }) => kind === 'index'))
        await put(index);
}

;// CONCATENATED MODULE: ./build/push/engine-image.js




/**
 * examined is what an engine reports about its image. With the containerd store it shows only one platform. The others,
 * and the digests, need the saved image, which is read only on demand, and once.
 */
function examined(docker, image) {
    const tested = testedByEngine(image);
    let full;
    return {
        tested,
        inFull: () => {
            full ??= tested.isComplete ? Promise.resolve(tested) : examine(docker, tested);
            return full;
        },
    };
}
/** testedByEngine is what an engine shows of its image. */
function testedByEngine({ id, idOf, names, ...config }) {
    const isConfig = idOf === 'config';
    const called = names.map((name) => (0,image_digest/* parseDigest */.m)(name.slice(name.lastIndexOf('@') + 1)));
    return {
        id,
        root: isConfig ? undefined : id,
        names: [{ digest: id, of: 'whole' }],
        platforms: [{ ...config, configDigest: isConfig ? id : undefined, manifestDigest: undefined }],
        isComplete: isConfig,
        calledAs: called.filter((digest) => digest !== undefined),
        narrowedFrom: undefined,
    };
}
/** If the saved image cannot be read, what the engine has shown remains. */
async function examine(docker, tested) {
    const saved = await docker.contentOf(tested.id);
    try {
        return saved === undefined ? tested : { ...tested, ...(await engine_image_namesIn(saved)) };
    }
    catch (error) {
        if (error instanceof image_content/* ImageProblem */.d)
            return tested;
        throw error;
    }
}
/**
 * If an engine lacks platforms of an index, it pushes those that it has. Of the others, we know only the digests of
 * their manifests.
 */
async function engine_image_namesIn({ root, content }) {
    if (root.kind === 'manifest') {
        const { names, platforms, isComplete } = (0,image_tested/* testedIn */.n6)(await (0,image_image/* readImage */.AM)(content, root));
        return { names, platforms, isComplete };
    }
    const there = await Promise.all((await (0,image_image/* imagesThere */.Bv)(content, root)).map((each) => (0,image_image/* readImage */.AM)(content, each)));
    const [first, ...others] = there.flatMap((each) => (0,image_tested/* testedIn */.n6)(each).platforms);
    if (first === undefined)
        throw new image_content/* ImageProblem */.d('it has none of its platforms');
    const platforms = [first, ...others];
    const gone = root.children.filter(({ digest, isAttestation, platform }) => {
        return !isAttestation && platform !== undefined && there.every(({ root: each }) => each.digest !== digest);
    });
    const names = [
        { digest: root.digest, of: 'whole' },
        ...platforms.flatMap(image_tested/* namesOf */.eZ),
        ...gone.flatMap(({ digest, platform }) => (platform === undefined ? [] : [{ digest, of: platform }])),
    ];
    return { names, platforms, isComplete: true };
}

;// CONCATENATED MODULE: ./build/push/engine-source.js






/** engineSource is an image in the engine's store that the engine itself pushes. */
function engineSource(docker, name, image) {
    // Once for all destinations.
    let isTold = false;
    const tidying = [];
    return {
        ...examined(docker, image),
        kind: 'engine',
        name,
        repositories: [],
        isPushedByEngine: true,
        foreseen: () => [],
        push: async ({ registry, target, engine, isOurs }, { teller, warn }) => {
            const later = (work) => void tidying.push(work);
            const push = { image, target, onProgress: teller.tell, later };
            const claim = await pushWithLogins(engine, push, docker).catch((error) => {
                return findPushed(error, { registry, target, isOurs });
            });
            if (!isTold && isNarrowed(image, claim)) {
                isTold = true;
                for (const line of await lossOf(docker, image, claim))
                    warn(line);
            }
            return claim;
        },
        [Symbol.asyncDispose]: async () => void (await Promise.all(tidying)),
    };
}
/** An engine pushes an image of the containerd store unchanged, unless it has only one platform of an index. */
function isNarrowed({ id, idOf }, { digest }) {
    return idOf === 'root' && digest !== id;
}
/** lossOf names what the engine has not pushed of the index, if the engine shows the index. */
async function lossOf(docker, { id }, { digest }) {
    const saved = await docker.contentOf(id).catch(() => undefined);
    return (0,image_tested/* lossLines */.Tj)({ narrowedFrom: id, leftBehind: saved === undefined ? [] : (0,image_tested/* besides */.oN)(saved.root, digest) });
}
/** `<tag>: digest: <digest> size: <bytes>`, the last line of a push on both image stores. */
const CLAIM = /^(?<tag>[\w][\w.-]{0,127}): digest: (?<digest>sha256:[0-9a-f]{64}) size: \d+\s*$/gm;
/**
 * pushImage pushes the source through the engine under one tag of the destination. The engine pushes only names, so we
 * add ours for the push, and restore the earlier names afterwards.
 */
async function pushImage(docker, { image, target, login, onProgress, later }) {
    const name = (0,reference/* referenceName */.z$)(target);
    const before = await docker.findImage(name);
    const isNamed = before?.id === image.id;
    if (!isNamed)
        await docker.tag(image.id, name);
    let claim;
    try {
        claim = readClaim(await docker.push(login, name, onProgress), target.tag);
        return claim;
    }
    finally {
        if (!isNamed) {
            const restored = restoreNames(docker, target, { before, source: image }).catch((error) => {
                onProgress(`the name ${name} could not be removed from the engine: ${(0,errors/* asError */.z)(error).message}`);
            });
            // The next try must start with the original names.
            if (claim === undefined || later === undefined)
                await restored;
            else
                later(restored);
        }
    }
}
/**
 * Errors after which the push may still have succeeded: its answer was lost or unexpected, or it was sent again to a
 * registry with immutable tags. For the last, Docker Hub only says "denied".
 */
const LOST_ANSWERS = [
    'PUSH_FAILED',
    'REGISTRY_UNREACHABLE',
    'RATE_LIMITED',
    'TAG_EXISTS',
    'REGISTRY_DENIED',
];
/**
 * findPushed looks for the image after a failed push, which may have succeeded all the same. Then the manifest under
 * the tag is the claim, verified like any other found one; otherwise the error is thrown.
 */
async function findPushed(error, { registry, target, isOurs }) {
    const mayBeThere = error instanceof errors/* ActionError */.l && LOST_ANSWERS.includes(error.code);
    if (!mayBeThere)
        throw error;
    const shown = await registry.readManifest(target.tag).catch(() => undefined);
    const isThere = shown !== undefined && (await isOurs(shown).catch(() => false));
    if (!isThere)
        throw error;
    return (0,push_source/* foundClaim */.R)(shown, true);
}
/** readClaim finds what the engine says it pushed under the tag. */
function readClaim(transcript, tag) {
    const line = [...transcript.matchAll(CLAIM)].findLast(({ groups }) => groups?.tag === tag);
    const digest = (0,image_digest/* parseDigest */.m)(line?.groups?.digest ?? '');
    if (digest !== undefined)
        return { digest, isTagged: true, isFound: false };
    throw new errors/* ActionError */.l('PUSH_FAILED', 'docker push ended without saying what it pushed.', {
        hint: 'Run "docker push" by hand for the same image; update the docker CLI if its last line names no digest.',
    });
}
/** A push adds more than the tag: engines with the graph driver also note the digest in that repository. */
async function restoreNames(docker, target, { before, source }) {
    const name = (0,reference/* referenceName */.z$)(target);
    if (before !== undefined)
        await docker.tag(before.id, name);
    // With its last name an image is removed, and with the last tag in a repository the digests noted for it.
    const keepsAnother = source.names.some((other) => !isNote(other, target));
    if (!keepsAnother)
        return;
    const now = await docker.findImage(source.id);
    // Another push of the same image may be running: keep its names.
    const added = (now?.names ?? []).filter((each) => !source.names.includes(each));
    for (const each of added)
        if (isTagOf(each, target) || isNote(each, target))
            await docker.untag(each);
}
/** isNote tells whether a name is the digest that an image has in the target's repository. */
function isNote(name, target) {
    const parsed = (0,reference/* parseReference */.F2)(name);
    return parsed.ok && parsed.value.digest !== undefined && (0,reference/* sameRepository */.RB)(parsed.value, target);
}
function isTagOf(name, target) {
    const parsed = (0,reference/* parseReference */.F2)(name);
    return parsed.ok && parsed.value.tag === target.tag && (0,reference/* sameRepository */.RB)(parsed.value, target);
}
/** Most logins that a push tries, one after the other. */
const MOST_LOGINS = 5;
/** The login of a push may expire during it. The registry keeps what has arrived, so each try gets further. */
async function pushWithLogins(engine, push, docker) {
    let login = await engine();
    for (let tries = 1;; tries++) {
        try {
            return await pushImage(docker, { ...push, login });
        }
        catch (error) {
            const next = tries < MOST_LOGINS ? await engine() : login;
            if (next === login)
                throw error;
            push.onProgress('that failed, trying again with a new login');
            login = next;
        }
    }
}

// EXTERNAL MODULE: ./build/push/unpacked-source.js
var unpacked_source = __webpack_require__(7546);
;// CONCATENATED MODULE: ./build/push/file-source.js


/** fileSource is an image in a file, with or without its manifest. Disposing it closes the file. */
function fileSource(file) {
    return file.kind === 'packed' ? contentSource('file', file) : (0,unpacked_source/* unpackedSource */.$K)(file);
}

// EXTERNAL MODULE: ./build/image/roles.js
var roles = __webpack_require__(6343);
;// CONCATENATED MODULE: ./build/image/join.js







/**
 * joinImages joins several images, each for one platform, into an OCI index (image-spec, image-index.md): the images in
 * the order of the parts, then all their attestations with their annotations. The same parts give the same bytes in
 * every version of this action. No white space; the keys are `schemaVersion`, `mediaType`, `manifests`; of each entry
 * `mediaType`, `digest`, `size`, `platform`, `annotations`; of each platform `os`, `architecture`, `variant`,
 * `os.version`, `os.features`, if the config has them. Annotations are sorted by key.
 *
 * If the parts name a commit, it must be `commit`; undefined allows any commit. The joined image is read by
 * `readImage`, as every image is.
 */
async function joinImages(parts, commit) {
    const wrong = twiceNamed(parts) ?? severalIn(parts);
    if (wrong !== undefined)
        return { ok: false, ...wrong };
    const singles = parts.map(single);
    const torn = samePlatform(singles) ?? otherCommit(singles, commit);
    if (torn !== undefined)
        return { ok: false, ...torn };
    const manifests = [...singles.map(imageEntry), ...singles.flatMap(attestationEntries)];
    const mediaType = media_types/* MEDIA_TYPES */.Z2.ociIndex;
    const root = (0,manifest/* parseManifest */.N)(Buffer.from(JSON.stringify({ schemaVersion: 2, mediaType, manifests })), mediaType);
    if (root.bytes.byteLength > image_document/* LARGEST_DOCUMENT */.zj) {
        return { ok: false, problem: `its index would have more than ${image_document/* LARGEST_DOCUMENT */.zj} bytes`, hint: FEWER };
    }
    try {
        return { ok: true, image: await (0,image_image/* readImage */.AM)(contentOf(parts), root) };
    }
    catch (error) {
        if (!(error instanceof image_content/* ImageProblem */.d))
            throw error;
        return { ok: false, problem: error.message, hint: error.hint ?? FEWER };
    }
}
const FEWER = 'Join fewer images, or images with fewer and smaller attestations.';
/** twiceNamed is the problem that one part is listed twice: probably another part was meant, and is missing. */
function twiceNamed(parts) {
    const names = parts.map(({ name }) => name);
    const twice = names.find((name, at) => names.indexOf(name) < at);
    if (twice === undefined)
        return undefined;
    return {
        problem: `${twice} is listed twice`,
        hint: 'Name each image once. If you meant another platform, correct the name.',
    };
}
/** An index for several platforms is already complete, and its other parts would be joined unnoticed. */
function severalIn(parts) {
    const several = parts.find(({ image }) => image.platforms.length > 1);
    if (several === undefined)
        return undefined;
    const platforms = (0,platform/* platformNames */.iJ)(several.image.platforms).join(', ');
    return {
        problem: `${several.name} is already an index of several platforms (${platforms})`,
        hint: 'Each line must be an image for one platform. Publish only the index, or build each platform separately.',
    };
}
function single({ name, image }) {
    const [{ manifest }] = image.platforms;
    const config = image.configs.get(manifest.config.digest);
    if (config === undefined)
        throw new Error('an image has the configs of its platforms');
    return { name, image, config, only: (0,roles/* platformImage */.bg)(manifest, config, undefined) };
}
function samePlatform(singles) {
    for (const [at, { name, only }] of singles.entries()) {
        const other = singles.slice(0, at).find((each) => (0,roles/* isForSame */.su)(each.only, only));
        if (other === undefined)
            continue;
        return {
            problem: `${other.name} and ${name} are both for ${only.platform}`,
            hint: 'Let each job build another platform: with two images for one platform, engines may run either.',
        };
    }
    return undefined;
}
/** All parts have the same label, or none has one: otherwise a part without a label would pass as one with it. */
function otherCommit(singles, commit) {
    const [first] = singles;
    const labelled = singles.find(({ only }) => only.revision !== undefined);
    if (first === undefined || labelled === undefined)
        return undefined;
    const other = singles.find(({ only }) => only.revision !== labelled.only.revision);
    if (other !== undefined) {
        const [one, two] = singles.indexOf(other) < singles.indexOf(labelled) ? [other, labelled] : [labelled, other];
        return { problem: `${one.name} is from ${commitOf(one)}, and ${two.name} from ${commitOf(two)}`, hint: ONE_COMMIT };
    }
    if (commit === undefined || labelled.only.revision === commit)
        return undefined;
    return { problem: `${first.name} is from ${commitOf(first)}, and this run is for ${commit}`, hint: ONE_COMMIT };
}
const ONE_COMMIT = 'Build all images from the commit of this run. Either all of them must have the label ' +
    'org.opencontainers.image.revision with its full SHA, or none.';
function commitOf({ only: { revision } }) {
    return revision === undefined ? 'an unknown commit' : `the commit ${JSON.stringify(revision)}`;
}
function descriptorOf({ mediaType, digest, bytes }) {
    return { mediaType, digest, size: bytes.byteLength };
}
function imageEntry({ only, config }) {
    const [os, architecture, variant] = only.platform.split('/');
    const platform = {
        os,
        architecture,
        variant,
        'os.version': only.osVersion,
        'os.features': featuresIn(config),
    };
    return { ...descriptorOf(only.manifest), platform };
}
function featuresIn(config) {
    const features = (0,image_document/* readDocument */.u0)(config)['os.features'];
    if (!Array.isArray(features))
        return undefined;
    const named = features.filter((each) => typeof each === 'string');
    return named.length === 0 ? undefined : named;
}
/** Engines look at the platform before the annotations: they never run an entry for an unknown platform. */
const NOWHERE = { os: 'unknown', architecture: 'unknown' };
function attestationEntries({ image }) {
    const said = annotationsIn(image);
    return image.attestations.map((each) => ({
        ...descriptorOf(each),
        platform: NOWHERE,
        annotations: said.get(each.digest) ?? {},
    }));
}
/** The annotations that the indexes of an image have for its attestations, by digest. */
function annotationsIn({ manifests }) {
    const said = new Map();
    for (const index of manifests) {
        if (index.kind !== 'index')
            continue;
        const entries = (0,image_document/* readDocument */.u0)(index.bytes).manifests;
        for (const [at, { digest, isAttestation }] of index.children.entries()) {
            const { annotations } = (0,image_document/* asObject */.eB)(entries[at]) ?? {};
            if (isAttestation && !said.has(digest))
                said.set(digest, sortedByKey((0,image_document/* asObject */.eB)(annotations) ?? {}));
        }
    }
    return said;
}
function sortedByKey(values) {
    return Object.fromEntries(Object.entries(values).sort(([one], [other]) => (one < other ? -1 : 1)));
}
/** The documents of the parts; each part was read in its place, and has its layers there. */
function contentOf(parts) {
    const manifests = new Map(parts.flatMap(({ image }) => image.manifests).map((each) => [each.digest, each]));
    const configs = new Map(parts.flatMap(({ image }) => [...image.configs]));
    const sizes = new Map(parts.flatMap(({ image }) => image.blobs).map(({ digest, size }) => [digest, size]));
    return {
        manifest: async ({ digest }) => manifests.get(digest),
        config: async ({ digest }) => configs.get(digest),
        sizeOf: async ({ digest }) => sizes.get(digest),
    };
}

;// CONCATENATED MODULE: ./build/push/joined-source.js






/**
 * joinedSource is one image made of several, each on a registry or in a file, and each for one platform. Blobs are
 * pushed from where they are. Throws the error of opening a part, SOURCE_NOT_FOUND naming all missing parts, or
 * SOURCE_INVALID if they cannot be joined.
 */
async function joinedSource({ lines, open, ...asked }) {
    const twice = twiceNamed(lines.map((line) => ({ name: sourceName(line) })));
    if (twice !== undefined)
        throw notJoined(twice);
    const opened = await Promise.allSettled(lines.map(open));
    const there = opened.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
    try {
        const failures = opened.flatMap((each) => (each.status === 'rejected' ? [each.reason] : []));
        if (failures.length > 0)
            throw notOpened(failures, there, asked);
        return await joined(there.map(withManifest), asked.commit);
    }
    catch (error) {
        await Promise.all(there.map((part) => part.close()));
        throw error;
    }
}
/** sourceName is a line of a source as people write it, with its commit. */
function sourceName(line) {
    if (line.kind === 'registry')
        return `docker://${(0,reference/* repositoryName */.aR)(line.at)}${line.name.includes(':') ? '@' : ':'}${line.name}`;
    if (line.kind === 'file')
        return line.form === undefined ? line.text : `${line.form}:${line.text}`;
    return line.name;
}
async function joined(parts, commit) {
    const made = await joinImages(parts, commit);
    if (!made.ok)
        throw notJoined(made);
    const holders = new Map();
    for (const part of parts.toReversed())
        for (const { digest } of [...part.image.blobs, ...part.image.manifests])
            holders.set(digest, part);
    const repositories = parts.flatMap((part) => part.repositories);
    const source = contentSource('joined', {
        kind: 'packed',
        name: parts.map(({ name }) => name).join(', '),
        image: made.image,
        tested: (0,image_tested/* testedIn */.n6)(made.image, { narrowedFrom: undefined, leftBehind: parts.flatMap(leftBehindOf) }),
        repositories: [...new Map(repositories.map((each) => [(0,reference/* repositoryName */.aR)(each), each])).values()],
        repositoryOf: (part) => holders.get(part.digest)?.repositoryOf(part),
        openBlob: (blob) => {
            const holder = holders.get(blob.digest);
            if (holder === undefined)
                throw new Error('a joined image has the blobs of its parts, and no other');
            return holder.openBlob(blob);
        },
        attached: { manifests: made.image.manifests, at: parts.flatMap(({ attached }) => attached?.at ?? []) },
        close: async () => void (await Promise.all(parts.map((part) => part.close()))),
    });
    return { ...source, parts: parts.map(({ name, tested }) => ({ name, tested })) };
}
function leftBehindOf({ name, tested: { narrowedFrom, leftBehind = [] } }) {
    const rest = narrowedFrom === undefined ? [] : [`the rest of the index ${narrowedFrom}`];
    return [...rest, ...leftBehind].map((what) => `${what}, in ${name}`);
}
/**
 * An image saved by an engine with the graph driver gets its manifest during the push: no index can name it earlier.
 */
function withManifest(part) {
    if (part.kind === 'packed')
        return part;
    throw notJoined({
        problem: `${part.name} has no manifest, since an engine saved it without one`,
        hint: 'Hand an OCI archive over: "docker buildx build --output type=oci,dest=image.tar", or "podman save --format ' +
            'oci-archive"; or publish each image in its job, and name it with "docker://".',
    });
}
function notJoined({ problem, hint }) {
    return new errors/* ActionError */.l('SOURCE_INVALID', `The images in "source" cannot be joined: ${problem}.`, { hint });
}
/**
 * If only missing parts failed, the error names them all and the missing platforms; otherwise it is the first other
 * failure.
 */
function notOpened(failures, there, { expectedPlatforms }) {
    const isAbsent = (error) => error instanceof errors/* ActionError */.l && error.code === 'SOURCE_NOT_FOUND';
    const other = failures.find((error) => !isAbsent(error));
    if (other !== undefined)
        return other;
    const absent = failures;
    const has = there.flatMap(({ tested }) => tested.platforms);
    const missing = (0,wanted_platforms/* comparePlatforms */.UX)(expectedPlatforms, has)?.missing ?? [];
    const platforms = missing.length === 0 ? '' : ` Missing: ${missing.join(', ')}.`;
    return new errors/* ActionError */.l('SOURCE_NOT_FOUND', absent.map(({ message }) => message).join(' ') + platforms, {
        hint: `See whether the job that builds it has run and handed its image over. ${absent[0]?.hint ?? ''}`.trimEnd(),
        cause: absent[0],
    });
}

// EXTERNAL MODULE: ./build/text/edit-distance.js
var edit_distance = __webpack_require__(46);
;// CONCATENATED MODULE: ./build/push/nearest.js

/** Most near names that an error shows. */
const MOST_NEAR = 5;
/** nearest sorts names by their edit distance from the wanted one. */
function nearest(wanted, names) {
    const distances = names.map((name) => ({ name, distance: (0,edit_distance/* editDistance */.Y)(wanted, name) }));
    return distances
        .sort((one, other) => one.distance - other.distance || one.name.localeCompare(other.name))
        .slice(0, MOST_NEAR)
        .map(({ name }) => name);
}

// EXTERNAL MODULE: ./build/text/quantities.js
var quantities = __webpack_require__(5765);
;// CONCATENATED MODULE: ./build/push/podman-source.js
var podman_source_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
    if (value !== null && value !== void 0) {
        if (typeof value !== "object" && typeof value !== "function") throw new TypeError("Object expected.");
        var dispose, inner;
        if (async) {
            if (!Symbol.asyncDispose) throw new TypeError("Symbol.asyncDispose is not defined.");
            dispose = value[Symbol.asyncDispose];
        }
        if (dispose === void 0) {
            if (!Symbol.dispose) throw new TypeError("Symbol.dispose is not defined.");
            dispose = value[Symbol.dispose];
            if (async) inner = dispose;
        }
        if (typeof dispose !== "function") throw new TypeError("Object not disposable.");
        if (inner) dispose = function() { try { inner.call(this); } catch (e) { return Promise.reject(e); } };
        env.stack.push({ value: value, dispose: dispose, async: async });
    }
    else if (async) {
        env.stack.push({ async: true });
    }
    return value;
};
var podman_source_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
    return function (env) {
        function fail(e) {
            env.error = env.hasError ? new SuppressedError(e, env.error, "An error was suppressed during disposal.") : e;
            env.hasError = true;
        }
        var r, s = 0;
        function next() {
            while (r = env.stack.pop()) {
                try {
                    if (!r.async && s === 1) return s = 0, env.stack.push(r), Promise.resolve().then(next);
                    if (r.dispose) {
                        var result = r.dispose.call(r.value);
                        if (r.async) return s |= 2, Promise.resolve(result).then(next, function(e) { fail(e); return next(); });
                    }
                    else s |= 1;
                }
                catch (e) {
                    fail(e);
                }
            }
            if (s === 1) return env.hasError ? Promise.reject(env.error) : Promise.resolve();
            if (env.hasError) throw env.error;
        }
        return next();
    };
})(typeof SuppressedError === "function" ? SuppressedError : function (error, suppressed, message) {
    var e = new Error(message);
    return e.name = "SuppressedError", e.error = error, e.suppressed = suppressed, e;
});




/**
 * podmanSource is an image of Podman's store. Podman saves it into our private folder before any registry is contacted,
 * since the file shows more than Podman reports; then we use the file. Throws SOURCE_NOT_FOUND if there is no such
 * image, and IDENTITY_MISMATCH if another one was saved.
 */
async function podmanSource({ docker, files, tell }, name) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { podman } = docker;
        const image = await podman.findImage(name);
        if (image === undefined)
            throw notThere(name, nearest(name, await podman.imageNames().catch(() => [])));
        const folder = docker.planConfig();
        const stack = podman_source_addDisposableResource(env_1, new AsyncDisposableStack(), true);
        stack.defer(async () => void (await docker.removeConfig(folder)));
        tell(`Podman saves ${name} to a file.`);
        const { path, size } = await podman.save(folder, image);
        tell(`Saved ${name}: ${(0,quantities/* inUnits */.D)(size)}.`);
        const opened = await files
            .open({ form: image.form, text: path })
            .catch((error) => Promise.reject(ofSaved(name, error)));
        const file = stack.adopt(opened, (each) => each.close());
        seeSame(name, file, image);
        const held = stack.move();
        return {
            ...fileSource(file),
            kind: 'podman',
            name,
            [Symbol.asyncDispose]: () => held.disposeAsync(),
        };
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = podman_source_disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}
/** A user who publishes an image of Podman does not know the saved file. */
function ofSaved(name, error) {
    if (!(error instanceof errors/* ActionError */.l && error.code === 'SOURCE_INVALID'))
        return error;
    const message = `What Podman has saved of ${name} cannot be pushed. ${error.message}`;
    return new errors/* ActionError */.l('SOURCE_INVALID', message, {
        hint: 'Build the image again, and run the job again.',
        cause: error,
    });
}
/** The ID is the digest of the config; we save in the form that keeps the config unchanged. */
function seeSame(name, { tested }, { id }) {
    const [only, ...others] = tested.platforms;
    if (others.length === 0 && only.configDigest === id)
        return;
    throw new errors/* ActionError */.l('IDENTITY_MISMATCH', `Podman saved another image than ${name}: that is ${id}, and what was saved ${tested.id}.`, { hint: 'Run the job again; if this comes again, build the image again, or save it yourself and name the file.' });
}
function notThere(name, near) {
    return new errors/* ActionError */.l('SOURCE_NOT_FOUND', `Podman has no image "${name}".`, {
        hint: 'Build the image in this job, as the user who runs it: each user has a store, and "sudo podman" that of root. ' +
            (near.length === 0 ? 'This one has no named image at all.' : `This one has: ${near.join(', ')}.`),
    });
}

// EXTERNAL MODULE: ./build/image/attached.js
var attached = __webpack_require__(3408);
// EXTERNAL MODULE: ./build/image/reading.js
var reading = __webpack_require__(4638);
;// CONCATENATED MODULE: ./build/push/attached-lists.js


/** attachedLists reads them from a registry. */
function attachedLists(registry) {
    const list = once((subject) => registry.listReferrers(subject));
    const tagged = once((tag) => registry.readManifest(tag));
    return {
        list,
        tagged,
        askEarly: (root) => {
            const below = root.kind === 'index' ? root.children.slice(0, reading/* MOST_MANIFESTS */.PO) : [];
            for (const { digest } of [...below, root]) {
                const listed = ask(digest);
                // Referrers may have referrers themselves, whatever their type.
                void listed.then((found) => found.length <= FEW && found.forEach(ask), ignored);
            }
        },
    };
    function ask(subject) {
        // The code that needs an answer waits for it, and gets its error.
        for (const kind of referrer_tag/* COSIGN_KINDS */.cQ)
            tagged((0,referrer_tag/* cosignTag */.qv)(subject, kind)).catch(ignored);
        const listed = list(subject);
        listed.catch(ignored);
        return listed;
    }
}
/** Most referrers that we ask about before they are read: with more, there is no limit to what follows. */
const FEW = 20;
function ignored() { }
function once(ask) {
    const asked = new Map();
    return (key) => {
        const answer = asked.get(key) ?? ask(key);
        asked.set(key, answer);
        return answer;
    };
}

;// CONCATENATED MODULE: ./build/push/registry-source.js









/**
 * readRepository reads an image on a registry, and hashes every manifest and config before any destination is
 * contacted. It reads a tag once, and then uses the digest. It writes nothing there. Throws SOURCE_NOT_FOUND,
 * SOURCE_INVALID, or why the registry could not be read.
 */
async function readRepository({ at, name }, { openRepository, tell, wantsAttached }) {
    const asked = registry_source_nameOf(at, name);
    const { registry, whose, content, close } = await openRepository(at).catch(registry_source_failed(asked));
    try {
        const lists = attachedLists(registry);
        const early = wantsAttached?.(at) === true ? lists : undefined;
        const image = await imageIn({ registry, content }, { asked, name, early }).catch(registry_source_failed(asked));
        const found = registry_source_nameOf(at, image.root.digest);
        tell(`${(0,reference/* repositoryName */.aR)(at)} is read ${whose}.`);
        if (found !== asked)
            tell(`${asked} shows ${image.root.digest}: that is published, whatever the tag shows later.`);
        return packed(at, image, { registry, close, lists });
    }
    catch (error) {
        close();
        throw error;
    }
}
async function imageIn({ registry, content }, { asked, name, early }) {
    const root = await registry.readManifest(name);
    if (root === undefined)
        throw notFound(asked, (0,image_digest/* parseDigest */.m)(name));
    const reading = (0,image_image/* readImage */.AM)(content, root);
    // After the requests for the image itself. The digests of its parts are known, but not yet their contents.
    early?.askEarly(root);
    return reading;
}
function packed(at, image, { registry, close, lists }) {
    const name = registry_source_nameOf(at, image.root.digest);
    return {
        kind: 'packed',
        name,
        tested: (0,image_tested/* testedIn */.n6)(image),
        image,
        repositories: [at],
        repositoryOf: () => at,
        openBlob: (blob) => {
            const config = image.configs.get(blob.digest);
            return config === undefined ? ofSource(name, registry.openBlob(blob)) : only(config);
        },
        attached: (0,attached/* attachedAt */.i)(image, placeAt({ name, at }, { registry, lists })),
        close: async () => close(),
    };
}
/** Referrers are read where the image is, and are as much a part of the source. */
function placeAt({ name, at }, { registry, lists }) {
    return {
        list: (subject) => lists.list(subject).catch(registry_source_failed(name)),
        read: (digest, subject) => registry.readReferrer(digest, subject).catch(registry_source_failed(name)),
        tagged: (tag) => lists.tagged(tag).catch(registry_source_failed(name)),
        manifest: ({ digest }) => registry.readManifest(digest).catch(registry_source_failed(name)),
        openBlob: (blob) => ofSource(name, registry.openBlob(blob)),
        repository: at,
    };
}
/** An image on a registry, as people name it to programs (containers-transports(5)). */
function registry_source_nameOf(at, name) {
    return `docker://${(0,reference/* repositoryName */.aR)(at)}${(0,image_digest/* parseDigest */.m)(name) === undefined ? ':' : '@'}${name}`;
}
async function* only(bytes) {
    yield bytes;
}
async function* ofSource(name, blob) {
    try {
        yield* blob;
    }
    catch (error) {
        throw registry_source_inWords(name, error);
    }
}
function registry_source_failed(name) {
    return (error) => {
        throw registry_source_inWords(name, error);
    };
}
function notFound(asked, digest) {
    const what = digest === undefined ? 'tag' : 'digest';
    return new errors/* ActionError */.l('SOURCE_NOT_FOUND', `There is no image ${asked}: the registry has nothing under this ${what}.`, {
        hint: `Correct the repository or the ${what} in "source", or publish the image there first. A registry may also answer so ` +
            'to an account that may not read the repository.',
    });
}
const NOT_WHOLE = 'Push the image there again, whole, and run the job again; nothing was tagged.';
const CHANGED = 'Do not use it. Ask the operator of this registry (or a proxy before it) why its content differs from its digest; nothing ' +
    'was tagged.';
/** Faults of the image at its source, and not of the connection. */
const OF_THE_IMAGE = ['DIGEST_MISMATCH', 'CONTENT_MISSING'];
/** Errors that already name the input or the source: they are no faults of the connection. */
const SAID = ['SOURCE_NOT_FOUND', 'INPUT_INVALID', 'CREDENTIAL_MISSING'];
/** inWords adds the name of the source to an error of the source, or of reading it. */
function registry_source_inWords(name, error) {
    if (error instanceof image_content/* ImageProblem */.d)
        return registry_source_invalid(name, error, error.hint ?? (error.missing.length > 0 ? NOT_WHOLE : CHANGED));
    if (!(error instanceof errors/* ActionError */.l) || SAID.includes(error.code))
        return error;
    if (error.cause instanceof image_document/* ManifestProblem */.Rn)
        return registry_source_invalid(name, error, CHANGED);
    if (OF_THE_IMAGE.some((code) => code === error.code)) {
        return registry_source_invalid(name, error, error.code === 'CONTENT_MISSING' ? NOT_WHOLE : CHANGED);
    }
    const code = error.code === 'REPOSITORY_MISSING' ? 'SOURCE_NOT_FOUND' : error.code;
    // Errors of the registry room speak about the destination, but this is the source.
    const hint = error.hint.replaceAll('"image"', '"source"');
    return new errors/* ActionError */.l(code, `The source ${name} could not be read. ${error.message}`, { hint, cause: error });
}
function registry_source_invalid(name, cause, hint) {
    const what = cause instanceof errors/* ActionError */.l ? cause.message : `It is no image: ${cause.message}.`;
    return new errors/* ActionError */.l('SOURCE_INVALID', `The source ${name} cannot be published. ${what}`, { hint, cause });
}

;// CONCATENATED MODULE: ./build/push/saved-source.js





/**
 * savedSource is an image of the engine that we push. The engine saves it to a file in our private folder when the
 * first destination needs it, and only once. Throws IDENTITY_MISMATCH if it saved another image.
 */
function savedSource(places, name, image) {
    let saved;
    return {
        ...examined(places.docker, image),
        kind: 'engine',
        name,
        repositories: [],
        isPushedByEngine: false,
        foreseen: () => [],
        push: async (to, terms) => {
            saved ??= save({ name, image }, places, terms);
            const file = await saved;
            return file.push(to, terms).catch(async (error) => Promise.reject(await saved_source_ofSaved(name, error, places.docker)));
        },
        [Symbol.asyncDispose]: async () => (await saved?.catch(() => undefined))?.[Symbol.asyncDispose](),
    };
}
async function save({ name, image }, { docker, files }, { config, tell, warn }) {
    tell(`The engine saves ${name} to a file, to be pushed without it.`);
    const { path, size } = await docker.save(config, image.id);
    tell(`Saved ${name}: ${(0,quantities/* inUnits */.D)(size)}.`);
    const location = { form: undefined, text: path };
    const file = await files.open(location).catch(async (error) => Promise.reject(await saved_source_ofSaved(name, error, docker)));
    if (!isSame(file, image)) {
        await file.close();
        throw new errors/* ActionError */.l('IDENTITY_MISMATCH', `The engine saved another image than ${name}: that is ${image.id}, and what was saved ${file.tested.id}.`, {
            hint: 'Run the job again; if this comes again, the store of the engine is damaged: build the image on another one.',
        });
    }
    for (const line of (0,image_tested/* lossLines */.Tj)(file.tested))
        warn(line);
    return fileSource(file);
}
/**
 * The image ID is the digest of the config or of the root. Of an index, the engine may have saved only its one
 * platform.
 */
function isSame({ tested }, { id, idOf }) {
    const [only, ...others] = tested.platforms;
    if (idOf === 'config')
        return others.length === 0 && only.configDigest === id;
    return (tested.narrowedFrom ?? tested.root ?? only.manifestDigest) === id;
}
/**
 * A user who publishes an image of the engine does not know the saved file: a problem of that file is a problem of the
 * engine's image.
 */
async function saved_source_ofSaved(name, error, docker) {
    if (!(error instanceof errors/* ActionError */.l && error.code === 'SOURCE_INVALID'))
        return error;
    const message = `What the engine has saved of ${name} cannot be pushed. ${error.message}`;
    return new errors/* ActionError */.l('SOURCE_INVALID', message, {
        hint: `Build or pull the image again on this engine, every platform of it, and run the job again.${await otherWay(docker)}`,
        cause: error,
    });
}
/** Not for Podman: a push by Podman would take the last name of the image. */
async function otherWay(docker) {
    const isPodman = await docker.isPodman().catch(() => true);
    return isPodman ? '' : ' With "engine: docker" the engine pushes what it has by itself.';
}

;// CONCATENATED MODULE: ./build/push/find-source.js











/**
 * findSource resolves the source before any destination is contacted: the given image on a registry, file, name or ID.
 * A text that could be a file or a name is the one that exists. If both exist, it fails: a folder left by a build step
 * must not replace the tested image. Without a source, it looks for the names that builds usually give:
 * `<destination>:<sha>`, then `<last path part>:<sha>`.
 */
async function find_source_findSource(places, sources, { destinations, commit, isOfRun, engine, expectedPlatforms }) {
    const { docker, files } = places;
    const lines = sources.map((source) => (0,source_text/* ofCommit */.Nm)(source, commit));
    if (lines.length > 1) {
        const open = (line) => openPart(places, line);
        return joinedSource({ lines, open, commit: isOfRun ? commit : undefined, expectedPlatforms });
    }
    const [given] = lines;
    if (given?.kind === 'podman')
        return podmanSource(places, given.name);
    if (given?.kind === 'registry')
        return contentSource('registry', await readRepository(given, places));
    if (given?.kind === 'file')
        return fileSource(await files.open(given));
    if (given?.kind === 'either' && (await files.has(given.name))) {
        if (await hasImage(docker, given.name))
            throw find_source_torn(given.name);
        return fileSource(await files.open({ form: undefined, text: given.name }));
    }
    const built = [...destinations.map(reference/* repositoryName */.aR), ...destinations.map(({ path }) => lastPart(path))];
    const names = given === undefined ? [...new Set(built)].map((name) => `${name}:${commit}`) : [given.name];
    // A push needs an extra name. When that name is removed, Podman would remove the image.
    const isByUs = engine === 'direct' ? Promise.resolve(true) : docker.isPodman();
    isByUs.catch(() => undefined);
    const { name, image } = await findImage(docker, names);
    const isPushedByUs = await isByUs;
    return isPushedByUs ? savedSource(places, name, image) : engineSource(docker, name, image);
}
/** openPart opens an image that is joined with others: on a registry, or in a file. */
async function openPart(places, line) {
    const { files } = places;
    if (line.kind === 'file')
        return files.open(line);
    if (line.kind === 'registry')
        return readRepository(line, places);
    if (line.kind === 'either' && (await files.has(line.name)))
        return files.open({ form: undefined, text: line.name });
    throw new errors/* ActionError */.l('INPUT_INVALID', `source: "${line.name}" is no file, and what an engine has is not joined.`, {
        hint: 'Name each image by "docker://registry/repository:tag", or by the path of its file, which begins with "./" or "/": ' +
            'the jobs that build the images publish them, or hand them over as artifacts.',
    });
}
/** If the engine does not answer, it has no image that the user could mean. */
async function hasImage(docker, name) {
    try {
        return (await docker.findImage(name)) !== undefined;
    }
    catch (error) {
        if (error instanceof errors/* ActionError */.l && error.code === 'ENGINE_UNAVAILABLE')
            return false;
        throw error;
    }
}
function find_source_torn(name) {
    return new errors/* ActionError */.l('INPUT_INVALID', `source: "${name}" is an image of the engine, and a file with an image, too.`, {
        hint: `Write "docker-daemon:${name}" for the engine's image, or "./${name}" for the file; or remove the one that is not ` +
            'meant, if a step before has left it there.',
    });
}
async function findImage(docker, names) {
    for (const name of names) {
        const image = await docker.findImage(name);
        if (image !== undefined)
            return { name, image };
    }
    // The near names are only a help: if they cannot be listed, the user need not know.
    const near = nearest(names[0] ?? '', await docker.imageNames().catch(() => []));
    throw new errors/* ActionError */.l('SOURCE_NOT_FOUND', `The engine has no image ${names.map((name) => `"${name}"`).join(' or ')}.`, {
        hint: `Build the image in this job, on this engine, and name it with "source" (with buildx: "load: true"); an image in a ` +
            'file is named by its path, which begins with "./" or "/". ' +
            (near.length === 0 ? 'The engine has no named image at all.' : `The engine has: ${near.join(', ')}.`),
    });
}
function lastPart(path) {
    return path.slice(path.lastIndexOf('/') + 1);
}

;// CONCATENATED MODULE: ./build/actions/publish/source-of-run.js





/**
 * sourceOfRun finds the image that a run publishes. If it is on a registry, all of it is read there, with a login for
 * reading only; no other credential is used.
 */
async function sourceOfRun(open, inputs, world) {
    // Podman saves its image before there is a keyring. If the step is killed, the post step must know of the file.
    const isSaved = inputs.source.some(({ kind }) => kind === 'podman');
    if (isSaved)
        world.runner.saveState(CONFIG_STATE, world.docker.planConfig().folder);
    const readable = readAccess(open, inputs, world);
    const places = {
        ...world,
        openRepository: async (at) => {
            const access = await readable(at);
            return { ...access, content: (0,registry_content/* documentsOf */.uo)((0,registry_content/* registryContent */.xr)(access.registry)) };
        },
        wantsAttached: (at) => wantsAttached(inputs, at),
        tell: world.runner.info,
    };
    return find_source_findSource(places, inputs.source, { ...inputs, commit: open.run.commit, isOfRun: open.kind === 'open' });
}

;// CONCATENATED MODULE: ./build/actions/publish/publish-open.js
var publish_open_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
    if (value !== null && value !== void 0) {
        if (typeof value !== "object" && typeof value !== "function") throw new TypeError("Object expected.");
        var dispose, inner;
        if (async) {
            if (!Symbol.asyncDispose) throw new TypeError("Symbol.asyncDispose is not defined.");
            dispose = value[Symbol.asyncDispose];
        }
        if (dispose === void 0) {
            if (!Symbol.dispose) throw new TypeError("Symbol.dispose is not defined.");
            dispose = value[Symbol.dispose];
            if (async) inner = dispose;
        }
        if (typeof dispose !== "function") throw new TypeError("Object not disposable.");
        if (inner) dispose = function() { try { inner.call(this); } catch (e) { return Promise.reject(e); } };
        env.stack.push({ value: value, dispose: dispose, async: async });
    }
    else if (async) {
        env.stack.push({ async: true });
    }
    return value;
};
var publish_open_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
    return function (env) {
        function fail(e) {
            env.error = env.hasError ? new SuppressedError(e, env.error, "An error was suppressed during disposal.") : e;
            env.hasError = true;
        }
        var r, s = 0;
        function next() {
            while (r = env.stack.pop()) {
                try {
                    if (!r.async && s === 1) return s = 0, env.stack.push(r), Promise.resolve().then(next);
                    if (r.dispose) {
                        var result = r.dispose.call(r.value);
                        if (r.async) return s |= 2, Promise.resolve(result).then(next, function(e) { fail(e); return next(); });
                    }
                    else s |= 1;
                }
                catch (e) {
                    fail(e);
                }
            }
            if (s === 1) return env.hasError ? Promise.reject(env.error) : Promise.resolve();
            if (env.hasError) throw env.error;
        }
        return next();
    };
})(typeof SuppressedError === "function" ? SuppressedError : function (error, suppressed, message) {
    var e = new Error(message);
    return e.name = "SuppressedError", e.error = error, e.suppressed = suppressed, e;
});









/**
 * publishOpen is the story after the gate: find the image that was tested, check what is required of it, and deliver it
 * to every destination.
 */
async function publishOpen(open, inputs, world) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const teller = tellerOf(world.runner);
        // Problems with the tags that follow from the run itself are reported before anything is contacted.
        const planned = open.kind === 'open' ? planAll(open, inputs) : undefined;
        const source = publish_open_addDisposableResource(env_1, await sourceOfRun(open, inputs, world), true);
        teller.source(source);
        const { verdict, ...scanned } = await judgeImage(open, { policy: inputs, image: source }, world);
        teller.scan(scanned.scan);
        if (verdict.kind === 'closed')
            return { ...(0,publish_closed/* closed */.$)(verdict, inputs), ...scanned };
        teller.commit(verdict);
        const plans = planned ?? planAll(verdict, inputs);
        const outcome = await attached_attachedTo(source, inputs, world)
            .then((attachments) => deliver({ verdict, inputs, source, attachments, plans, scan: scanned.scan }, world))
            .catch((thrown) => (0,failure_of/* failureOf */.g)(thrown, world));
        return { ...(outcome.kind === 'failed' ? { ...outcome, verdict } : outcome), ...scanned };
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = publish_open_disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}
function planAll({ subject }, inputs) {
    return inputs.destinations.map((repository) => (0,destinations/* attempt */.CD)(repository, (0,plan_tags/* planTags */.Vd)(inputs, subject, repository)));
}


/***/ }),

/***/ 7437:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CD: () => (/* binding */ attempt),
/* harmony export */   W$: () => (/* binding */ allThere),
/* harmony export */   bn: () => (/* binding */ allOf),
/* harmony export */   jJ: () => (/* binding */ forEach)
/* harmony export */ });
/** attempt starts at a destination with a value. */
function attempt(repository, value) {
    return { repository, ok: true, value };
}
/**
 * forEach continues with all destinations at once, each with its own value. If one fails, the others continue; one that
 * has failed before stays as it is.
 */
async function forEach(attempts, work) {
    return Promise.all(attempts.map(async (each) => {
        if (!each.ok)
            return each;
        const { repository, value } = each;
        return work(value, repository).then((made) => attempt(repository, made), (error) => ({ repository, ok: false, error }));
    }));
}
/** allThere returns the results of the destinations that have not failed so far. */
function allThere(attempts) {
    return attempts.flatMap((each) => (each.ok ? [each.value] : []));
}
/** allOf returns the results of all destinations, and throws the error of the first one that failed. */
function allOf(attempts) {
    return attempts.map((each) => {
        if (!each.ok)
            throw each.error;
        return each.value;
    });
}


/***/ }),

/***/ 570:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   cQ: () => (/* binding */ COSIGN_KINDS),
/* harmony export */   et: () => (/* binding */ subjectOf),
/* harmony export */   fH: () => (/* binding */ fallbackTag),
/* harmony export */   qv: () => (/* binding */ cosignTag)
/* harmony export */ });
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5436);

/** What cosign stores under such a tag: signatures, attestations, an SBOM. */
const COSIGN_KINDS = ['sig', 'att', 'sbom'];
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
/* harmony export */   X: () => (/* binding */ parseReferrer),
/* harmony export */   i: () => (/* binding */ subjectIn)
/* harmony export */ });
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5436);
/* harmony import */ var _document_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2981);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9941);



/** parseReferrer reads a manifest that must have a subject. Throws a ManifestProblem. */
function parseReferrer(bytes, mediaType) {
    const manifest = (0,_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .parseManifest */ .N)(bytes, mediaType);
    const document = (0,_document_js__WEBPACK_IMPORTED_MODULE_1__/* .readDocument */ .u0)(bytes);
    const subject = subjectIn(document);
    if (subject === undefined)
        throw new _document_js__WEBPACK_IMPORTED_MODULE_1__/* .ManifestProblem */ .Rn('it has no subject, so that it is attached to nothing');
    const { artifactType } = document;
    const isSaid = typeof artifactType === 'string' && artifactType !== '';
    const ofConfig = manifest.kind === 'manifest' ? manifest.config.mediaType : undefined;
    return {
        manifest,
        subject,
        artifactType: isSaid ? artifactType : ofConfig,
        annotations: (0,_document_js__WEBPACK_IMPORTED_MODULE_1__/* .asObject */ .eB)(document.annotations) ?? {},
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


/***/ }),

/***/ 6042:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ keepAlike),
/* harmony export */   o: () => (/* binding */ keptAnywhere)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9473);
/* harmony import */ var _image_destinations_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7437);
/* harmony import */ var _image_reference_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7755);



/** keptAnywhere returns the image of an earlier run that is published instead of the new build, if there is one. */
function keptAnywhere(attempts) {
    return (0,_image_destinations_js__WEBPACK_IMPORTED_MODULE_2__/* .allThere */ .W$)(attempts).flatMap(({ before }) => before.kept ?? [])[0];
}
/**
 * keepAlike ensures that all destinations have one image: if one of them keeps an image of an earlier run, every other
 * one must have it too, or fails with TAG_EXISTS. A commit has one image.
 */
function keepAlike(attempts) {
    const first = attempts.find((each) => each.ok && each.value.before.kept !== undefined);
    const kept = keptAnywhere(attempts);
    if (first === undefined || kept === undefined)
        return attempts;
    return attempts.map((each) => {
        if (!each.ok || each.value.before.kept?.tested.id === kept.tested.id)
            return each;
        const { repository } = each;
        return { repository, ok: false, error: lacks(each.value.before, { kept, at: first.repository }) };
    });
}
function lacks({ sha }, { kept, at }) {
    const name = (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .referenceName */ .z$)(sha.target);
    const image = `${(0,_image_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .repositoryName */ .aR)(at)}@${kept.manifest.digest}`;
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .l('TAG_EXISTS', `${name} does not show ${kept.manifest.digest}, the image of this commit that is kept at ${(0,_image_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .repositoryName */ .aR)(at)}.`, {
        hint: 'A commit has one image at all destinations. Copy it there and run the job again: skopeo copy --all ' +
            `--preserve-digests docker://${image} docker://${name}.`,
    });
}


/***/ }),

/***/ 1237:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AA: () => (/* binding */ seeLayers),
/* harmony export */   TN: () => (/* binding */ keyOf),
/* harmony export */   YH: () => (/* binding */ sightedContent),
/* harmony export */   b: () => (/* binding */ unpackedContent),
/* harmony export */   qC: () => (/* binding */ askTogether),
/* harmony export */   uo: () => (/* binding */ documentsOf),
/* harmony export */   xr: () => (/* binding */ registryContent)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9473);
/* harmony import */ var _image_content_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8447);
/* harmony import */ var _image_document_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2981);



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
        config: (at) => once(`config ${keyOf(at)}`, () => registry.readBlob(at).catch(ofImage(`config ${at.digest}`))),
        sizeOf: async (layer) => {
            // A layer that was read completely exists.
            const read = seen.get(`layer ${keyOf(layer)}`);
            return read === undefined ? once(`size ${keyOf(layer)}`, () => registry.sizeOfBlob(layer)) : (await read)?.size;
        },
        unpack: (layer) => once(`layer ${keyOf(layer)}`, () => registry.digestBlob(layer)),
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
    const configs = new Set(manifests.flatMap((each) => (each.kind === 'manifest' ? [keyOf(each.config)] : [])));
    const asked = [
        // The root, which comes last, is read back as what was pushed.
        ...manifests.slice(0, -1).map(({ mediaType, digest, bytes }) => {
            return content.manifest({ mediaType, digest, size: bytes.byteLength });
        }),
        ...blobs.map((blob) => (configs.has(keyOf(blob)) ? content.config(blob) : content.sizeOf(blob))),
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
    const layers = new Map(wanted.map(({ layer }) => [keyOf(layer), layer]));
    const sizes = [...layers.values()].map(async (layer) => {
        const read = await content.unpack(layer);
        if (read?.digest !== layer.digest || read.size !== layer.size) {
            throw new _image_content_js__WEBPACK_IMPORTED_MODULE_1__/* .ImageProblem */ .d(`its layer ${layer.digest} is served with other bytes`);
        }
        const diffIds = wanted.flatMap((each) => (keyOf(each.layer) === keyOf(layer) ? (each.diffId ?? []) : []));
        const other = diffIds.find((diffId) => diffId !== read.diffId);
        if (other !== undefined && !other.startsWith('sha256:')) {
            throw new _image_content_js__WEBPACK_IMPORTED_MODULE_1__/* .ImageProblem */ .d(`its diff_id ${other} is not a SHA-256, so the layer ${layer.digest} cannot be compared`);
        }
        if (other !== undefined) {
            throw new _image_content_js__WEBPACK_IMPORTED_MODULE_1__/* .ImageProblem */ .d(`its layer ${layer.digest} does not decompress to the diff_id ${other} of its config`);
        }
        return read.size;
    });
    return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}
/** If a registry serves something wrong for a part, that is a problem of the image, as in any other place. */
function ofImage(what) {
    return (error) => {
        if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .l && error.cause instanceof _image_document_js__WEBPACK_IMPORTED_MODULE_2__/* .ManifestProblem */ .Rn) {
            throw new _image_content_js__WEBPACK_IMPORTED_MODULE_1__/* .ImageProblem */ .d(`its ${what} is not one: ${error.cause.message}`);
        }
        if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .l && error.code === 'DIGEST_MISMATCH') {
            throw new _image_content_js__WEBPACK_IMPORTED_MODULE_1__/* .ImageProblem */ .d(`its ${what} is served with other bytes`);
        }
        throw error;
    };
}
/** keyOf identifies a part: bytes are checked against the size, too. */
function keyOf({ digest, size }) {
    return `${digest} ${size}`;
}


/***/ })

};
