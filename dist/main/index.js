import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 2933:
/***/ ((__unused_webpack_module, exports) => {

var __webpack_unused_export__;


/**
 * Check if `vhost` is a valid suffix of `hostname` (top-domain)
 *
 * It means that `vhost` needs to be a suffix of `hostname` and we then need to
 * make sure that: either they are equal, or the character preceding `vhost` in
 * `hostname` is a '.' (it should not be a partial label).
 *
 * * hostname = 'not.evil.com' and vhost = 'vil.com'      => not ok
 * * hostname = 'not.evil.com' and vhost = 'evil.com'     => ok
 * * hostname = 'not.evil.com' and vhost = 'not.evil.com' => ok
 */
function shareSameDomainSuffix(hostname, vhost) {
    if (hostname.endsWith(vhost)) {
        return (hostname.length === vhost.length ||
            hostname[hostname.length - vhost.length - 1] === '.');
    }
    return false;
}
/**
 * Given a hostname and its public suffix, extract the general domain.
 */
function extractDomainWithSuffix(hostname, publicSuffix) {
    // Locate the index of the last '.' in the part of the `hostname` preceding
    // the public suffix.
    //
    // examples:
    //   1. not.evil.co.uk  => evil.co.uk
    //         ^    ^
    //         |    | start of public suffix
    //         | index of the last dot
    //
    //   2. example.co.uk   => example.co.uk
    //     ^       ^
    //     |       | start of public suffix
    //     |
    //     | (-1) no dot found before the public suffix
    const publicSuffixIndex = hostname.length - publicSuffix.length - 2;
    const lastDotBeforeSuffixIndex = hostname.lastIndexOf('.', publicSuffixIndex);
    // No '.' found, then `hostname` is the general domain (no sub-domain)
    if (lastDotBeforeSuffixIndex === -1) {
        return hostname;
    }
    // Extract the part between the last '.'
    return hostname.slice(lastDotBeforeSuffixIndex + 1);
}
/**
 * Detects the domain based on rules and upon and a host string
 */
function getDomain$1(suffix, hostname, options) {
    // Check if `hostname` ends with a member of `validHosts`.
    if (options.validHosts !== null) {
        const validHosts = options.validHosts;
        for (const vhost of validHosts) {
            if ( /*@__INLINE__*/shareSameDomainSuffix(hostname, vhost)) {
                return vhost;
            }
        }
    }
    let numberOfLeadingDots = 0;
    if (hostname.startsWith('.')) {
        while (numberOfLeadingDots < hostname.length &&
            hostname[numberOfLeadingDots] === '.') {
            numberOfLeadingDots += 1;
        }
    }
    // If `hostname` is a valid public suffix, then there is no domain to return.
    // Since we already know that `getPublicSuffix` returns a suffix of `hostname`
    // there is no need to perform a string comparison and we only compare the
    // size.
    if (suffix.length === hostname.length - numberOfLeadingDots) {
        return null;
    }
    // To extract the general domain, we start by identifying the public suffix
    // (if any), then consider the domain to be the public suffix with one added
    // level of depth. (e.g.: if hostname is `not.evil.co.uk` and public suffix:
    // `co.uk`, then we take one more level: `evil`, giving the final result:
    // `evil.co.uk`).
    return /*@__INLINE__*/ extractDomainWithSuffix(hostname, suffix);
}

/**
 * Return the part of domain without suffix.
 *
 * Example: for domain 'foo.com', the result would be 'foo'.
 */
function getDomainWithoutSuffix$1(domain, suffix) {
    // Note: here `domain` and `suffix` cannot have the same length because in
    // this case we set `domain` to `null` instead. It is thus safe to assume
    // that `suffix` is shorter than `domain`.
    return domain.slice(0, -suffix.length - 1);
}

/**
 * Matches an ASCII tab (U+0009) or newline (U+000A / U+000D). The WHATWG URL
 * parser strips these before parsing; we only allocate a cleaned copy (and
 * re-parse) on the rare input that actually contains one.
 */
const CONTROL_CHARS = /[\t\n\r]/g;
// Set by `extractHostname` (a module-scope flag, read synchronously by
// `parseImpl` right after the call — same pattern as the reused RESULT object).
// `true` ONLY when extraction validated the returned host inline (a confirmed-
// valid, "simple" authority) so `parseImpl` can skip the separate
// `isValidHostname` pass. `false` in every other case (validation disabled, a
// complex authority — userinfo/port/brackets/trailing-dot/control — an invalid
// host, or a non-main return path); `parseImpl` then validates as usual. The
// fast path can only ever SKIP a redundant scan for hosts already known valid,
// never accept an invalid one.
let extractedHostnameValidated = false;
/**
 * True if char `code` is a valid hostname character. This is the per-char half
 * of `is-valid.ts`'s `isValidAscii` (a-z, 0-9, > U+007F) PLUS three additions:
 * A-Z (the host is lowercased before validation, so uppercase ≡ a valid
 * lowercase letter) and '-' / '_' (valid inside a label). KEEP IN SYNC with
 * `is-valid.ts`: these rules are deliberately duplicated to validate during
 * extraction, so any change to the accepted character set there must be
 * mirrored here (and vice-versa).
 */
function isValidHostnameChar(code) {
    return ((code >= 97 && code <= 122) || // a-z
        (code >= 48 && code <= 57) || // 0-9
        code > 127 || // non-ASCII (accepted, not punycode-checked)
        (code >= 65 && code <= 90) || // A-Z (becomes valid once lowercased)
        code === 45 || // '-'
        code === 95 // '_'
    );
}
/**
 * Classify scheme `url.slice(schemeStart, colonIndex)` as a WHATWG special
 * scheme without allocating a substring (case-insensitive via `| 32`).
 * Special schemes: ftp, file, http, https, ws, wss
 * (https://url.spec.whatwg.org/#special-scheme).
 *
 * @returns 0 = not special, 1 = special, 2 = file (its host sits only between
 *          "//" and the next slash).
 */
function getSpecialScheme(url, schemeStart, colonIndex) {
    const length = colonIndex - schemeStart;
    const c0 = url.charCodeAt(schemeStart) | 32;
    if (length === 2) {
        return c0 === 119 && (url.charCodeAt(schemeStart + 1) | 32) === 115 ? 1 : 0; // ws
    }
    else if (length === 3) {
        const c1 = url.charCodeAt(schemeStart + 1) | 32;
        const c2 = url.charCodeAt(schemeStart + 2) | 32;
        if (c0 === 119 && c1 === 115 && c2 === 115)
            return 1; // wss
        if (c0 === 102 && c1 === 116 && c2 === 112)
            return 1; // ftp
        return 0;
    }
    else if (length === 4) {
        const c1 = url.charCodeAt(schemeStart + 1) | 32;
        const c2 = url.charCodeAt(schemeStart + 2) | 32;
        const c3 = url.charCodeAt(schemeStart + 3) | 32;
        if (c0 === 104 && c1 === 116 && c2 === 116 && c3 === 112)
            return 1; // http
        if (c0 === 102 && c1 === 105 && c2 === 108 && c3 === 101)
            return 2; // file
        return 0;
    }
    else if (length === 5) {
        return c0 === 104 &&
            (url.charCodeAt(schemeStart + 1) | 32) === 116 &&
            (url.charCodeAt(schemeStart + 2) | 32) === 116 &&
            (url.charCodeAt(schemeStart + 3) | 32) === 112 &&
            (url.charCodeAt(schemeStart + 4) | 32) === 115
            ? 1
            : 0; // https
    }
    return 0;
}
/**
 * Extract a hostname from `url`, matching a WHATWG URL parser's host-boundary
 * behaviour (https://url.spec.whatwg.org/#concept-basic-url-parser) for tldts'
 * scope. It deliberately does NOT normalise the host (no IDNA/punycode or IPv4
 * canonicalisation; IPv6 brackets are stripped, not compressed), strips trailing
 * dots, and stays lenient where a strict parser rejects (bare host:port,
 * out-of-range port, user@host) — all documented deviations.
 *
 * @param urlIsValidHostname - when true, `url` is already a valid hostname and is
 *   returned by the same reference (factory.ts skips re-validation on that
 *   identity), keeping the common path allocation-free.
 * @param validate - when true, validate the host inline during the authority
 *   scan and publish the verdict via `extractedHostnameValidated` so `parseImpl`
 *   can skip the redundant `isValidHostname` pass for simple authorities.
 */
function extractHostname(url, urlIsValidHostname, validate = false) {
    let start = 0;
    let end = url.length;
    let hasUpper = false;
    let isSpecial = true; // '\' ends the host, unless non-special "scheme://"
    extractedHostnameValidated = false;
    if (!urlIsValidHostname) {
        // WHATWG step 1: trim leading/trailing C0 control or space (<= U+0020).
        // Tab/newline elsewhere are handled lazily below.
        while (start < url.length && url.charCodeAt(start) <= 32) {
            start += 1;
        }
        // "data:"/"javascript:" never reach a host (inline payload; data URLs may be
        // huge). `| 32` lowercases letters only; tab/newline is re-parsed below.
        if ((url.charCodeAt(start + 4) === 58 /* ':' */ &&
            (url.charCodeAt(start) | 32) === 100 /* d */ &&
            (url.charCodeAt(start + 1) | 32) === 97 /* a */ &&
            (url.charCodeAt(start + 2) | 32) === 116 /* t */ &&
            (url.charCodeAt(start + 3) | 32) === 97) /* a */ ||
            (url.charCodeAt(start + 10) === 58 /* ':' */ &&
                (url.charCodeAt(start) | 32) === 106 /* j */ &&
                (url.charCodeAt(start + 1) | 32) === 97 /* a */ &&
                (url.charCodeAt(start + 2) | 32) === 118 /* v */ &&
                (url.charCodeAt(start + 3) | 32) === 97 /* a */ &&
                (url.charCodeAt(start + 4) | 32) === 115 /* s */ &&
                (url.charCodeAt(start + 5) | 32) === 99 /* c */ &&
                (url.charCodeAt(start + 6) | 32) === 114 /* r */ &&
                (url.charCodeAt(start + 7) | 32) === 105 /* i */ &&
                (url.charCodeAt(start + 8) | 32) === 112 /* p */ &&
                (url.charCodeAt(start + 9) | 32) === 116) /* t */) {
            return null;
        }
        while (end > start + 1 && url.charCodeAt(end - 1) <= 32) {
            end -= 1;
        }
        if ((url.charCodeAt(start) === 47 /* '/' */ ||
            url.charCodeAt(start) === 92) /* '\' */ &&
            (url.charCodeAt(start + 1) === 47 /* '/' */ ||
                url.charCodeAt(start + 1) === 92) /* '\' */) {
            // Scheme-relative reference ("//host/path").
            start += 2;
        }
        else {
            let indexOfProtocol = url.indexOf(':/', start);
            if (indexOfProtocol !== -1) {
                // "scheme://…". Classify the scheme, then position `start` at the host.
                const special = getSpecialScheme(url, start, indexOfProtocol);
                if (special === 1) {
                    // Special scheme: skip the run of '/' and '\' after it
                    // (special-authority-(ignore-)slashes states; '\' acts as '/').
                    start = indexOfProtocol + 2;
                    while (url.charCodeAt(start) === 47 /* '/' */ ||
                        url.charCodeAt(start) === 92 /* '\' */) {
                        start += 1;
                    }
                }
                else if (special === 2) {
                    // file: the host is only what sits between "//" and the next slash, so
                    // "file://h/x" => "h" but "file:///x" / "file:/x" => no host.
                    start = indexOfProtocol + 1;
                    let slashes = 0;
                    while ((url.charCodeAt(start) === 47 || url.charCodeAt(start) === 92) &&
                        slashes < 2) {
                        start += 1;
                        slashes += 1;
                    }
                    if (slashes < 2) {
                        return null;
                    }
                }
                else {
                    // Unknown scheme: validate the WHATWG scheme grammar [A-Za-z0-9+.-];
                    // a control char means it was split by a tab/newline (strip + re-parse).
                    for (let i = start; i < indexOfProtocol; i += 1) {
                        const code = url.charCodeAt(i);
                        if (!(((code | 32) >= 97 && (code | 32) <= 122) || // [a-zA-Z] (fold letters only)
                            (code >= 48 && code <= 57) || // [0, 9]
                            code === 46 || // '.'
                            code === 45 || // '-'
                            code === 43 // '+'
                        )) {
                            if (code === 9 /* tab */ ||
                                code === 10 /* LF */ ||
                                code === 13 /* CR */) {
                                return extractHostname(url.replace(CONTROL_CHARS, ''), urlIsValidHostname, validate);
                            }
                            // A '/', '\', '?' or '#' first puts this ':/' in a path, query or
                            // fragment ("a.com/r?u=https://x"): re-read the input without it.
                            for (let j = i; j < indexOfProtocol; j += 1) {
                                const c = url.charCodeAt(j);
                                if (c === 47 || c === 92 || c === 63 || c === 35) {
                                    indexOfProtocol = -1;
                                    break;
                                }
                            }
                            if (indexOfProtocol !== -1) {
                                return null;
                            }
                            break;
                        }
                    }
                    if (indexOfProtocol !== -1) {
                        // A non-special scheme has an authority only after "//" (else it is
                        // an opaque path with no host). `indexOf(':/')` already gave the
                        // first '/'.
                        if (url.charCodeAt(indexOfProtocol + 2) === 47 /* '/' */) {
                            isSpecial = false;
                            start = indexOfProtocol + 3;
                        }
                        else {
                            return null;
                        }
                    }
                }
            }
            if (indexOfProtocol === -1 && url.charCodeAt(start) !== 91 /* '[' */) {
                // Cold path: no "scheme://" prefix, and not a bare IPv6 literal (whose
                // first ':' would otherwise look like a scheme separator; "[…]" falls
                // through to the ipv6 handling below). May be a bare host, a host:port,
                // a user@host, a slash-less special scheme ("https:host"), or an opaque
                // URI ("mailto:", "tel:", "urn:…").
                let indexOfColon = -1;
                for (let i = start; i < end; i += 1) {
                    const code = url.charCodeAt(i);
                    if (code === 9 || code === 10 || code === 13) {
                        return extractHostname(url.replace(CONTROL_CHARS, ''), urlIsValidHostname, validate);
                    }
                    if (code === 58 /* ':' */) {
                        indexOfColon = i;
                        break;
                    }
                    if (code === 47 || code === 92 || code === 63 || code === 35) {
                        break;
                    }
                }
                if (indexOfColon !== -1) {
                    // An '@' before the next delimiter => the ':' is userinfo, not a
                    // scheme ("user:pass@host", "mailto:a@b"): keep the whole authority.
                    let hasIdentifier = false;
                    for (let i = indexOfColon + 1; i < end; i += 1) {
                        const code = url.charCodeAt(i);
                        if (code === 47 || code === 92 || code === 63 || code === 35) {
                            break;
                        }
                        if (code === 64 /* '@' */) {
                            hasIdentifier = true;
                            break;
                        }
                    }
                    if (!hasIdentifier) {
                        // All-digits after ':' => a bare "host:port" (tldts accepts
                        // hostnames too); keep `start` and let the port handling trim it.
                        let allDigits = true;
                        let i = indexOfColon + 1;
                        for (; i < end; i += 1) {
                            const code = url.charCodeAt(i);
                            if (code === 47 || code === 92 || code === 63 || code === 35) {
                                break;
                            }
                            if (code < 48 /* '0' */ || code > 57 /* '9' */) {
                                allDigits = false;
                                break;
                            }
                        }
                        if (i === indexOfColon + 1) {
                            allDigits = false; // nothing after ':' => not a port
                        }
                        if (!allDigits) {
                            const special = getSpecialScheme(url, start, indexOfColon);
                            if (special === 0) {
                                // No "scheme://" on the cold path and not a special scheme.
                                // A second ':' before the host's end marks a bare, unbracketed
                                // IPv6 literal ("2a01:e35::1"): fall through and let the host
                                // loop + isIp classify it. Without one this is an opaque path
                                // with no host ("mailto:x", "foo:bar").
                                let isBareIpv6 = false;
                                for (let j = indexOfColon + 1; j < end; j += 1) {
                                    const code = url.charCodeAt(j);
                                    if (code === 47 ||
                                        code === 92 ||
                                        code === 63 ||
                                        code === 35) {
                                        break;
                                    }
                                    if (code === 58 /* ':' */) {
                                        isBareIpv6 = true;
                                        break;
                                    }
                                }
                                if (!isBareIpv6) {
                                    return null;
                                }
                            }
                            else {
                                start = indexOfColon + 1;
                                if (special === 2) {
                                    // file (e.g. "file:\\host"): host only between "//" and next slash.
                                    let slashes = 0;
                                    while ((url.charCodeAt(start) === 47 ||
                                        url.charCodeAt(start) === 92) &&
                                        slashes < 2) {
                                        start += 1;
                                        slashes += 1;
                                    }
                                    if (slashes < 2) {
                                        return null;
                                    }
                                }
                                else {
                                    while (url.charCodeAt(start) === 47 ||
                                        url.charCodeAt(start) === 92) {
                                        start += 1;
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
        // Find the host's end: first '/', '?' or '#' (and '\' for special URLs,
        // which WHATWG treats like '/'). Track the last '@', ']' and ':' for
        // userinfo, ipv6 and port, plus the first ':' of the host (reset at each
        // '@') to tell a bare IPv6 (>= 2 colons) from a host:port (exactly one);
        // flag uppercase and a stray tab/newline. The loop is split on `code < 64`
        // so common host characters take fewer comparisons.
        //
        // When `validate`, also accumulate `is-valid.ts`'s checks over the scanned
        // run so a simple authority's host can be validated in this single pass.
        // `vValid` only stays meaningful for a "simple" authority (no userinfo, port,
        // brackets, control or trailing dot); those cases clear it / are rejected by
        // the guard below, falling back to `isValidHostname`.
        let indexOfIdentifier = -1;
        let indexOfClosingBracket = -1;
        let indexOfPort = -1;
        let indexOfFirstColon = -1;
        let hasControl = false;
        let vValid = validate; // seeded true when validating; cleared on the first invalid char
        let vLastDot = start - 1; // mirrors is-valid.ts `lastDotIndex = -1` at host start
        let vLastCode = -1;
        if (validate && start < end) {
            // First-char rule: must be a valid host char, '.', or '_' (NOT '-').
            const c0 = url.charCodeAt(start);
            if (
            // Keep these parens: they scope /*@__INLINE__*/ for terser.
            // prettier-ignore
            !(
            /*@__INLINE__*/ (isValidHostnameChar(c0) ||
                c0 === 46 /* '.' */ ||
                c0 === 95 /* '_' */)) ||
                c0 === 45 /* '-' (isValidHostnameChar allows it mid-label, not first) */) {
                vValid = false;
            }
        }
        for (let i = start; i < end; i += 1) {
            const code = url.charCodeAt(i);
            if (code < 64) {
                if (code === 47 || code === 35 || code === 63) {
                    end = i;
                    break;
                }
                else if (code === 58 /* ':' */) {
                    if (indexOfFirstColon === -1) {
                        indexOfFirstColon = i;
                    }
                    indexOfPort = i;
                }
                else if (code === 9 || code === 10 || code === 13) {
                    hasControl = true;
                }
                else if (validate) {
                    if (code === 46 /* '.' */) {
                        if (i - vLastDot > 64 || vLastCode === 46 || vLastCode === 45) {
                            vValid = false;
                        }
                        vLastDot = i;
                    }
                    else if (code < 48 || code > 57) {
                        // < 64 and not a delimiter/dot/digit => only '-' (45) is a valid
                        // host char here; everything else (space, %, !, etc.) is invalid.
                        // A '-' must also not START a label (the byte right after a '.') —
                        // mirrors is-valid.ts; the first label is covered by the first-char
                        // rule above. (RFC 1034 §3.5 / RFC 1035 §2.3.1 LDH.)
                        if (code !== 45 || vLastCode === 46 /* label-leading '-' */) {
                            vValid = false;
                        }
                    }
                }
            }
            else if (isSpecial && code === 92 /* '\' */) {
                end = i;
                break;
            }
            else if (code === 64 /* '@' */) {
                indexOfIdentifier = i;
                indexOfFirstColon = -1; // colons before '@' are userinfo, not the host
            }
            else if (code === 93 /* ']' */) {
                indexOfClosingBracket = i;
            }
            else if (code >= 65 && code <= 90) {
                hasUpper = true;
            }
            else if (validate && !( /*@__INLINE__*/isValidHostnameChar(code))) {
                // >= 64, not '@'/']'/upper: valid only if a-z, '_', or non-ASCII.
                vValid = false;
            }
            if (validate) {
                vLastCode = code;
            }
        }
        // A tab/newline inside the authority: strip everything and re-parse (rare).
        if (hasControl) {
            return extractHostname(url.replace(CONTROL_CHARS, ''), urlIsValidHostname, validate);
        }
        // Skip userinfo. '>= start' so an empty userinfo ("http://@host") works too.
        if (indexOfIdentifier !== -1 &&
            indexOfIdentifier >= start &&
            indexOfIdentifier < end) {
            start = indexOfIdentifier + 1;
        }
        if (url.charCodeAt(start) === 91 /* '[' */) {
            // ipv6 address: return what is between the brackets, or null if unclosed.
            if (indexOfClosingBracket !== -1) {
                return url.slice(start + 1, indexOfClosingBracket).toLowerCase();
            }
            return null;
        }
        else if (indexOfPort !== -1 &&
            indexOfPort > start &&
            indexOfPort < end &&
            // A host:port has exactly one ':' in the host (so its first ':' is its
            // last); a bare, unbracketed IPv6 literal ("2a01:e35::1") has >= 2, so
            // its first ':' precedes the last. Only the former has a ':port' to trim.
            indexOfFirstColon === indexOfPort) {
            end = indexOfPort; // trim ':port'
        }
        // Empty authority ("http://", "file:///path", "//"); only reachable here via
        // extraction — a bare valid hostname never lands here.
        if (start >= end) {
            return null;
        }
        // Publish the inline-validation verdict — but only for a "simple" authority,
        // where the scanned run equals the final host: no userinfo skip, no port
        // trim, no brackets, no trailing dot (trimmed below), and length within RFC
        // limits. Anything else leaves it `false` so `parseImpl` re-validates.
        //
        // Every clause below is load-bearing for CORRECTNESS, not just speed: the
        // loop accumulates `vValid` over the whole scanned run (it does not stop at
        // ':' or '@', so any port/userinfo bytes are included), so the verdict is
        // only sound when that run equals the final host. Do not drop a clause as
        // "redundant" — e.g. without `indexOfPort === -1`, `host:8080` would be
        // wrongly accepted.
        if (validate &&
            vValid &&
            indexOfIdentifier === -1 &&
            indexOfPort === -1 &&
            indexOfClosingBracket === -1 &&
            url.charCodeAt(end - 1) !== 46 /* no trailing dot */ &&
            end - start <= 255 && // total length
            end - vLastDot - 1 <= 63 && // last label length
            vLastCode !== 45 /* last char not '-' */) {
            extractedHostnameValidated = true;
        }
    }
    // Trim trailing dots
    while (end > start + 1 && url.charCodeAt(end - 1) === 46 /* '.' */) {
        end -= 1;
    }
    const hostname = start !== 0 || end !== url.length ? url.slice(start, end) : url;
    if (hasUpper) {
        return hostname.toLowerCase();
    }
    return hostname;
}

/**
 * Check if a hostname is an IP. You should be aware that this only works
 * because `hostname` is already garanteed to be a valid hostname!
 */
function isProbablyIpv4(hostname) {
    // Cannot be shorted than 1.1.1.1
    if (hostname.length < 7) {
        return false;
    }
    // Cannot be longer than: 255.255.255.255
    if (hostname.length > 15) {
        return false;
    }
    let numberOfDots = 0;
    for (let i = 0; i < hostname.length; i += 1) {
        const code = hostname.charCodeAt(i);
        if (code === 46 /* '.' */) {
            numberOfDots += 1;
        }
        else if (code < 48 /* '0' */ || code > 57 /* '9' */) {
            return false;
        }
    }
    return (numberOfDots === 3 &&
        hostname.charCodeAt(0) !== 46 /* '.' */ &&
        hostname.charCodeAt(hostname.length - 1) !== 46 /* '.' */);
}
/**
 * Similar to isProbablyIpv4.
 */
function isProbablyIpv6(hostname) {
    if (hostname.length < 3) {
        return hostname === '::';
    }
    let start = hostname.startsWith('[') ? 1 : 0;
    let end = hostname.length;
    if (hostname[end - 1] === ']') {
        end -= 1;
    }
    // We only consider the maximum size of a normal IPV6. Note that this will
    // fail on so-called "IPv4 mapped IPv6 addresses" but this is a corner-case
    // and a proper validation library should be used for these.
    if (end - start > 39) {
        return false;
    }
    let hasColon = false;
    for (; start < end; start += 1) {
        const code = hostname.charCodeAt(start);
        if (code === 58 /* ':' */) {
            hasColon = true;
        }
        else if (!((code >= 48 && code <= 57) || // 0-9
            (code >= 97 && code <= 102) || // a-f
            (code >= 65 && code <= 70) // A-F (RFC 4291 §2.2: an IPv6 hextet is hex digits only)
        )) {
            return false;
        }
    }
    return hasColon;
}
/**
 * Check if `hostname` is *probably* a valid ip addr (either ipv6 or ipv4).
 * This *will not* work on any string. We need `hostname` to be a valid
 * hostname.
 */
function isIp(hostname) {
    return isProbablyIpv6(hostname) || isProbablyIpv4(hostname);
}

/**
 * Special-use domain names from the IANA "Special-Use Domain Names" registry:
 * the authoritative list, created by RFC 6761 and maintained as new RFCs add to
 * it: https://www.iana.org/assignments/special-use-domain-names/
 * Snapshot: 2026-05-24. (RFC 6761 is not obsoleted; draft-hoffman-rfc6761bis
 * proposes to retire its prose but keep this registry, so the registry is the
 * source of truth; re-sync this list against it.)
 *
 * These names never correspond to a public registration, yet neither
 * `isIcann` nor `isPrivate` marks one as special-use: most are absent from the
 * Public Suffix List (so `a.test` looks like a registrable domain), and the
 * few that are listed (`onion`, `home.arpa`) appear there as ordinary ICANN
 * suffixes. `isSpecialUse` is the single signal that covers them all.
 *
 * Per the registry and RFC 6761 ("and any names falling within these domains"),
 * the designation covers each listed name AND all of its sub-domains. DNS labels
 * are case-insensitive (RFC 4343); `hostname` is expected to be already
 * lower-cased and trailing-dot-stripped, as produced by `extractHostname`, the
 * same normalization the Public-Suffix-List lookup relies on.
 *
 * Two groups of registry entries are intentionally excluded: the numeric
 * reverse-DNS delegation zones (`10.in-addr.arpa`, the `*.ip6.arpa` ranges, …),
 * which are reverse-DNS PTR zones rather than hostnames and whose parents
 * (`in-addr.arpa`/`ip6.arpa`) are already in the Public Suffix List; and the
 * deprecated `eap-noob.arpa` entry.
 */
const SPECIAL_USE_DOMAINS = [
    'test', // RFC 6761
    'localhost', // RFC 6761
    'invalid', // RFC 6761
    'example', // RFC 6761
    'example.com', // RFC 6761
    'example.net', // RFC 6761
    'example.org', // RFC 6761
    'local', // RFC 6762 (mDNS)
    'onion', // RFC 7686 (Tor)
    'alt', // RFC 9476
    'home.arpa', // RFC 8375
    'ipv4only.arpa', // RFC 8880
    'resolver.arpa', // RFC 9462
    'service.arpa', // RFC 9665
    '6tisch.arpa', // RFC 9031
    'eap.arpa', // RFC 9965
];
/**
 * Return `true` if `hostname` is, or is a sub-domain of, a special-use domain
 * (see the registry note above). Expects an already-normalized `hostname`.
 */
function isSpecialUse(hostname) {
    for (const name of SPECIAL_USE_DOMAINS) {
        // Match on a label boundary: `hostname` is either exactly `name` or ends
        // with `.name` (so `latest` is not matched by `test`, nor `myexample.com`
        // by `example.com`).
        if (hostname.endsWith(name) &&
            (hostname.length === name.length ||
                hostname.charCodeAt(hostname.length - name.length - 1) === 46) /* '.' */) {
            return true;
        }
    }
    return false;
}

/**
 * Implements fast shallow verification of hostnames. This does not perform a
 * struct check on the content of labels (classes of Unicode characters, etc.)
 * but instead check that the structure is valid (number of labels, length of
 * labels, etc.).
 *
 * If you need stricter validation, consider using an external library.
 */
// KEEP IN SYNC with `extract-hostname.ts` `isValidHostnameChar` + its inline
// scan/verdict, which duplicate these structural rules to validate during
// extraction (a perf fusion). That copy additionally accepts A-Z (the host is
// not yet lowercased there) and folds in '-' / '_'. Any change to the accepted
// character set or the label/length rules here must be mirrored there.
function isValidAscii(code) {
    return ((code >= 97 && code <= 122) || (code >= 48 && code <= 57) || code > 127);
}
/**
 * Check if a hostname string is valid. It's usually a preliminary check before
 * trying to use getDomain or anything else.
 *
 * Beware: it does not check if the TLD exists.
 */
function isValidHostname (hostname) {
    if (hostname.length > 255) {
        return false;
    }
    if (hostname.length === 0) {
        return false;
    }
    if (
    /*@__INLINE__*/ !isValidAscii(hostname.charCodeAt(0)) &&
        hostname.charCodeAt(0) !== 46 && // '.' (dot)
        hostname.charCodeAt(0) !== 95 // '_' (underscore)
    ) {
        return false;
    }
    // Validate hostname according to RFC
    let lastDotIndex = -1;
    let lastCharCode = -1;
    const len = hostname.length;
    for (let i = 0; i < len; i += 1) {
        const code = hostname.charCodeAt(i);
        if (code === 46 /* '.' */) {
            if (
            // Check that previous label is < 63 bytes long (64 = 63 + '.')
            i - lastDotIndex > 64 ||
                // Check that previous character was not already a '.'
                lastCharCode === 46 ||
                // Check that the previous label does not end with '-' (RFC 1035 §2.3.1 LDH).
                // '_' is intentionally NOT restricted: DNS allows any octet (RFC 2181 §11) and
                // WHATWG URL does not treat '_' as a forbidden host code point.
                lastCharCode === 45) {
                return false;
            }
            lastDotIndex = i;
        }
        else if (
        // A forbidden character in the label...
        // Keep these parens: they scope /*@__INLINE__*/ for terser.
        // prettier-ignore
        !( /*@__INLINE__*/(isValidAscii(code) || code === 45 || code === 95)) ||
            // ...or a '-' starting a label (the byte right after a '.'). A label must
            // not begin with a hyphen (RFC 1034 §3.5 / RFC 1035 §2.3.1 LDH, as amended
            // by RFC 1123 §2.1; cf. UTS #46 CheckHyphens). The first label is covered by
            // the leading-character guard above; mirrors the trailing-'-' rule below.
            (code === 45 && lastCharCode === 46)) {
            return false;
        }
        lastCharCode = code;
    }
    return (
    // Check that last label is shorter than 63 chars
    len - lastDotIndex - 1 <= 63 &&
        // Check that the last character is an allowed trailing label character.
        // Since we already checked that the char is a valid hostname character,
        // we only need to check that it's different from '-'.
        lastCharCode !== 45);
}

/**
 * Apply `options.extraSuffixes` to the built-in lookup result in `out`, as if
 * they were part of the list (`isException`: the built-in winner is an
 * exception rule). As in browsers, the longest match prevails and an exception
 * beats a rule of the same length. Remaining ties go to the built-in match
 * (unless it matched no rule: both flags falsy), then to `icann`.
 */
function extraSuffixLookup(hostname, options, isException, out) {
    const suffix = out.publicSuffix;
    if (suffix === null) {
        return;
    }
    // Best extra exception and rule, as start indices in `hostname` (smaller is
    // longer; `none` if unmatched), and whether each is ICANN.
    const none = hostname.length + 1;
    let exception = none;
    let exceptionIsIcann = false;
    let rule = none;
    let ruleIsIcann = false;
    const extra = options.extraSuffixes;
    for (let section = 0; section < 2; section += 1) {
        const isIcann = section === 0;
        const rules = isIcann
            ? options.allowIcannDomains && extra.icann
            : options.allowPrivateDomains && extra.private;
        if (!Array.isArray(rules)) {
            continue;
        }
        for (const r of rules) {
            // Sparse or untyped lists may hold non-strings.
            if (typeof r !== 'string') {
                continue;
            }
            const exceptionRule = r.startsWith('!');
            const wildcard = r.startsWith('*.');
            const body = exceptionRule ? r.slice(1) : wildcard ? r.slice(2) : r;
            // Skip empty rules, and exceptions without a parent ('!p').
            if (body === '' ||
                (exceptionRule && !body.includes('.')) ||
                !shareSameDomainSuffix(hostname, body)) {
                continue;
            }
            let start = hostname.length - body.length;
            // Strict `<`: on a tie, the first match (`icann` first) wins.
            if (exceptionRule) {
                if (start < exception) {
                    exception = start;
                    exceptionIsIcann = isIcann;
                }
                continue;
            }
            // `*.p` also matches `p`, else one more non-empty label.
            if (wildcard && start > 1 && hostname.charCodeAt(start - 2) !== 46) {
                start = hostname.lastIndexOf('.', start - 2) + 1;
            }
            if (start < rule) {
                rule = start;
                ruleIsIcann = isIcann;
            }
        }
    }
    // Start of the built-in match: an exception starts one label left of its
    // suffix.
    const suffixStart = hostname.length - suffix.length;
    const builtin = isException
        ? hostname.lastIndexOf('.', suffixStart - 2) + 1
        : suffixStart;
    // An exception wins ties with rules; a built-in exception wins ties with
    // an extra one.
    if (exception <= rule &&
        (isException ? exception < builtin : exception <= builtin)) {
        out.publicSuffix = hostname.slice(hostname.indexOf('.', exception) + 1);
        out.isIcann = exceptionIsIcann;
        out.isPrivate = !exceptionIsIcann;
    }
    else if (rule < builtin ||
        (rule === builtin && !out.isIcann && !out.isPrivate)) {
        out.publicSuffix = hostname.slice(rule);
        out.isIcann = ruleIsIcann;
        out.isPrivate = !ruleIsIcann;
    }
}

function setDefaultsImpl({ allowIcannDomains = true, allowPrivateDomains = false, detectIp = true, detectSpecialUse = false, extraSuffixes = null, extractHostname = true, mixedInputs = true, validHosts = null, validateHostname = true, }) {
    return {
        allowIcannDomains,
        allowPrivateDomains,
        detectIp,
        detectSpecialUse,
        extraSuffixes,
        extractHostname,
        mixedInputs,
        validHosts,
        validateHostname,
    };
}
const DEFAULT_OPTIONS = /*@__INLINE__*/ setDefaultsImpl({});
function setDefaults(options) {
    if (options === undefined) {
        return DEFAULT_OPTIONS;
    }
    return /*@__INLINE__*/ setDefaultsImpl(options);
}

/**
 * Returns the subdomain of a hostname string
 */
function getSubdomain$1(hostname, domain) {
    // If `hostname` and `domain` are the same, then there is no sub-domain
    if (domain.length === hostname.length) {
        return '';
    }
    return hostname.slice(0, -domain.length - 1);
}

/**
 * Implement a factory allowing to plug different implementations of suffix
 * lookup (e.g.: using a trie or the packed hashes datastructures). This is used
 * and exposed in `tldts.ts` and `tldts-experimental.ts` bundle entrypoints.
 */
function getEmptyResult() {
    return {
        domain: null,
        domainWithoutSuffix: null,
        hostname: null,
        isIcann: null,
        isIp: null,
        isPrivate: null,
        isSpecialUse: null,
        publicSuffix: null,
        subdomain: null,
    };
}
function resetResult(result) {
    result.domain = null;
    result.domainWithoutSuffix = null;
    result.hostname = null;
    result.isIcann = null;
    result.isIp = null;
    result.isPrivate = null;
    result.isSpecialUse = null;
    result.publicSuffix = null;
    result.subdomain = null;
}
function parseImpl(url, step, suffixLookup, partialOptions, result) {
    const options = /*@__INLINE__*/ setDefaults(partialOptions);
    // Very fast approximate check to make sure `url` is a string. This is needed
    // because the library will not necessarily be used in a typed setup and
    // values of arbitrary types might be given as argument.
    if (typeof url !== 'string') {
        return result;
    }
    // Extract hostname from `url` only if needed. This can be made optional
    // using `options.extractHostname`. This option will typically be used
    // whenever we are sure the inputs to `parse` are already hostnames and not
    // arbitrary URLs.
    //
    // `mixedInput` allows to specify if we expect a mix of URLs and hostnames
    // as input. If only hostnames are expected then `extractHostname` can be
    // set to `false` to speed-up parsing. If only URLs are expected then
    // `mixedInputs` can be set to `false`. The `mixedInputs` is only a hint
    // and will not change the behavior of the library.
    // Whether `url` itself was already a valid hostname (only computed on the
    // mixedInputs path). Lets us skip the post-extraction validation below when
    // extractHostname returned `url` unchanged (same reference).
    let urlIsValid = false;
    if (!options.extractHostname) {
        // Trim trailing dots as extractHostname does (`new URL()` keeps them).
        let end = url.length;
        while (end > 1 && url.charCodeAt(end - 1) === 46 /* '.' */) {
            end -= 1;
        }
        result.hostname = end === url.length ? url : url.slice(0, end);
    }
    else if (options.mixedInputs) {
        urlIsValid = isValidHostname(url);
        result.hostname = extractHostname(url, urlIsValid, options.validateHostname);
    }
    else {
        result.hostname = extractHostname(url, false, options.validateHostname);
    }
    // Check if `hostname` is a valid ip address
    if (options.detectIp && result.hostname !== null) {
        result.isIp = isIp(result.hostname);
        if (result.isIp) {
            return result;
        }
    }
    // Perform hostname validation if enabled. If hostname is not valid, no need to
    // go further as there will be no valid domain or sub-domain. This validation
    // is applied before any early returns to ensure consistent behavior across
    // all API methods including getHostname().
    if (options.validateHostname &&
        options.extractHostname &&
        result.hostname !== null &&
        // Skip the re-scan when `url` was already validated and extractHostname
        // returned it unchanged (same reference => identical string, still valid).
        !(urlIsValid && result.hostname === url) &&
        // Skip the re-scan when extractHostname already validated the host inline
        // (a confirmed-valid simple authority — see extract-hostname.ts).
        !extractedHostnameValidated &&
        !isValidHostname(result.hostname)) {
        result.hostname = null;
        return result;
    }
    if (step === 0 /* FLAG.HOSTNAME */ || result.hostname === null) {
        return result;
    }
    // Flag special-use domains, only when opted in (`detectSpecialUse`) and only
    // for the full `parse()` result (FLAG.ALL). Computed here, before the
    // public-suffix/domain early-returns below, so single-label names like
    // `localhost` (which have no registrable domain) are still flagged.
    if (step === 5 /* FLAG.ALL */ && options.detectSpecialUse) {
        result.isSpecialUse = isSpecialUse(result.hostname);
    }
    // Extract public suffix (`isException`: the winner is an exception rule)
    const isException = suffixLookup(result.hostname, options, result);
    if (options.extraSuffixes !== null) {
        extraSuffixLookup(result.hostname, options, isException === true, result);
    }
    if (step === 2 /* FLAG.PUBLIC_SUFFIX */ || result.publicSuffix === null) {
        return result;
    }
    // Extract domain
    result.domain = getDomain$1(result.publicSuffix, result.hostname, options);
    if (step === 3 /* FLAG.DOMAIN */ || result.domain === null) {
        return result;
    }
    // Extract subdomain
    result.subdomain = getSubdomain$1(result.hostname, result.domain);
    if (step === 4 /* FLAG.SUB_DOMAIN */) {
        return result;
    }
    // Extract domain without suffix
    result.domainWithoutSuffix = getDomainWithoutSuffix$1(result.domain, result.publicSuffix);
    return result;
}

function fastPathLookup (hostname, options, out) {
    // Fast path for very popular suffixes; this allows to by-pass lookup
    // completely as well as any extra allocation or string manipulation.
    if (!options.allowPrivateDomains &&
        options.allowIcannDomains &&
        hostname.length > 3) {
        const last = hostname.length - 1;
        const c3 = hostname.charCodeAt(last);
        const c2 = hostname.charCodeAt(last - 1);
        const c1 = hostname.charCodeAt(last - 2);
        const c0 = hostname.charCodeAt(last - 3);
        if (c3 === 109 /* 'm' */ &&
            c2 === 111 /* 'o' */ &&
            c1 === 99 /* 'c' */ &&
            c0 === 46 /* '.' */) {
            out.isIcann = true;
            out.isPrivate = false;
            out.publicSuffix = 'com';
            return true;
        }
        else if (c3 === 103 /* 'g' */ &&
            c2 === 114 /* 'r' */ &&
            c1 === 111 /* 'o' */ &&
            c0 === 46 /* '.' */) {
            out.isIcann = true;
            out.isPrivate = false;
            out.publicSuffix = 'org';
            return true;
        }
        else if (c3 === 117 /* 'u' */ &&
            c2 === 100 /* 'd' */ &&
            c1 === 101 /* 'e' */ &&
            c0 === 46 /* '.' */) {
            out.isIcann = true;
            out.isPrivate = false;
            out.publicSuffix = 'edu';
            return true;
        }
        else if (c3 === 118 /* 'v' */ &&
            c2 === 111 /* 'o' */ &&
            c1 === 103 /* 'g' */ &&
            c0 === 46 /* '.' */) {
            out.isIcann = true;
            out.isPrivate = false;
            out.publicSuffix = 'gov';
            return true;
        }
        else if (c3 === 116 /* 't' */ &&
            c2 === 101 /* 'e' */ &&
            c1 === 110 /* 'n' */ &&
            c0 === 46 /* '.' */) {
            out.isIcann = true;
            out.isPrivate = false;
            out.publicSuffix = 'net';
            return true;
        }
        else if (c3 === 101 /* 'e' */ &&
            c2 === 100 /* 'd' */ &&
            c1 === 46 /* '.' */) {
            out.isIcann = true;
            out.isPrivate = false;
            out.publicSuffix = 'de';
            return true;
        }
    }
    return false;
}

// Auto-generated flat public-suffix trie. Do not edit.
const nodeFlags = /*#__PURE__*/ new Uint8Array([1, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 0, 2, 2, 2, 2, 0, 2, 2, 2, 1, 2, 2, 2, 1, 1, 1, 1, 1, 1, 0, 2, 0, 1, 0, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 0, 1, 1, 1, 1, 1, 0, 0, 2, 1, 1, 1, 1, 1, 1, 1, 1, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 1, 0, 1, 1, 0, 1, 1, 0, 0, 2, 0, 0, 0, 1, 1, 1, 0, 2, 0, 0, 0, 0, 0, 0, 0, 2, 0, 2, 2, 0, 0, 2, 2, 0, 0, 0, 0, 0, 0, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 1, 1, 0, 2, 1, 1, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0, 2, 2, 2, 0, 0, 2, 0, 0, 2, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0, 0, 0, 0, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 1, 1, 0, 0, 0, 0, 1, 0, 2, 2, 0, 0, 0, 2, 0, 1, 1, 0, 2, 0, 2, 2, 0, 1, 1, 1, 1, 1, 1, 1, 1, 0, 1, 1, 1, 0, 1, 1, 1, 1, 0, 0, 0, 0, 1, 0, 1, 1, 1, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 2, 2, 0, 2, 2, 0, 0, 0, 0, 0, 1, 1, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 1, 1, 0, 2, 2, 0, 2, 2, 2, 2, 0, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 2, 2, 0, 0, 0, 2, 2, 1, 1, 1, 1, 1, 2, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 2, 2, 0, 0, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 2, 2, 1, 2, 1, 1, 1, 2, 1, 1, 1, 1, 1, 0, 1, 1, 1, 1, 2, 1, 1, 1, 1, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 1, 0, 1, 1, 1, 1, 1, 2, 1, 1, 1, 1, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0]);
const edgeStart = /*#__PURE__*/ new Uint16Array([0, 0, 0, 10, 11, 18, 106, 111, 117, 124, 130, 136, 145, 146, 147, 148, 149, 150, 151, 153, 154, 156, 157, 158, 160, 162, 234, 247, 249, 250, 251, 266, 273, 274, 277, 278, 279, 282, 284, 303, 304, 306, 315, 320, 337, 338, 341, 342, 344, 346, 382, 383, 385, 388, 389, 393, 395, 399, 402, 434, 437, 450, 451, 459, 460, 462, 472, 486, 487, 488, 489, 498, 499, 536, 541, 557, 577, 583, 625, 627, 628, 629, 656, 683, 684, 832, 838, 841, 842, 843, 848, 853, 862, 884, 885, 886, 887, 888, 889, 890, 908, 910, 911, 914, 916, 917, 919, 921, 936, 951, 956, 957, 959, 960, 961, 962, 963, 965, 968, 973, 974, 975, 977, 978, 981, 984, 985, 986, 999, 1001, 1013, 1024, 1032, 1034, 1074, 1077, 1081, 1082, 1084, 1087, 1098, 1100, 1110, 1112, 1118, 1120, 1121, 1123, 1126, 1127, 1128, 1181, 1183, 1185, 1205, 1206, 1207, 1208, 1210, 1221, 1252, 1263, 1264, 1277, 1287, 1296, 1304, 1305, 1310, 1324, 1335, 1347, 1359, 1373, 1374, 1385, 1419, 1420, 1421, 1437, 1453, 1465, 1538, 1539, 1541, 1542, 1578, 1597, 1598, 1599, 1600, 1601, 1604, 1608, 1611, 1613, 1647, 1648, 1656, 1657, 1658, 1659, 1660, 1661, 1663, 1665, 1667, 1668, 1672, 1673, 1674, 1676, 1678, 1679, 1681, 1682, 1683, 1694, 1696, 1697, 1701, 1702, 1705, 1712, 1713, 1718, 1722, 1723, 1725, 1726, 1727, 1728, 1729, 1730, 1731, 1732, 1733, 1734, 1735, 1736, 1737, 1738, 1740, 1741, 1742, 2202, 2205, 2206, 2208, 2215, 2222, 2232, 2236, 2247, 2248, 2249, 2261, 2262, 2264, 2266, 2267, 2274, 2275, 2277, 2278, 2280, 2281, 2282, 2283, 2284, 2359, 2361, 2382, 2383, 2384, 2386, 2388, 2389, 2442, 2443, 2445, 2452, 2458, 2468, 2478, 2531, 2532, 2533, 2543, 2557, 2558, 2561, 2568, 2569, 2577, 2579, 2580, 2581, 2582, 2593, 2594, 2595, 2597, 2598, 2599, 2608, 2620, 2626, 2658, 2662, 2664, 2665, 2667, 2668, 2679, 2680, 2682, 2690, 2697, 2703, 2708, 2709, 2715, 2718, 2724, 2731, 2732, 2739, 2747, 2748, 2749, 2787, 2793, 2808, 2809, 2814, 2832, 2863, 2881, 2883, 2886, 2894, 2896, 2903, 2955, 2979, 2980, 2981, 2982, 2983, 2984, 2985, 2992, 2993, 2994, 2995, 2996, 2997, 2999, 3000, 3004, 3084, 3097, 3098, 3535, 3539, 3553, 3605, 3633, 3655, 3713, 3735, 3750, 3813, 3864, 3902, 3938, 3963, 4105, 4151, 4202, 4221, 4255, 4270, 4290, 4320, 4351, 4374, 4405, 4435, 4467, 4494, 4569, 4591, 4629, 4639, 4673, 4692, 4718, 4760, 4810, 4836, 4905, 4906, 4908, 4931, 4954, 4990, 5021, 5038, 5095, 5108, 5132, 5161, 5163, 5197, 5213, 5241, 5546, 5555, 5564, 5571, 5588, 5592, 5598, 5637, 5639, 5646, 5653, 5662, 5669, 5670, 5671, 5683, 5686, 5701, 5702, 5711, 5712, 5721, 5730, 5736, 5738, 5739, 5740, 5777, 5778, 5780, 5788, 5795, 5808, 5812, 5814, 5815, 5821, 5828, 5842, 5852, 5857, 5865, 5873, 5879, 5880, 5884, 5886, 5887, 5899, 5971, 5972, 5973, 5974, 5976, 5977, 5980, 5982, 5985, 5989, 5990, 5991, 5997, 5998, 5999, 6001, 6003, 6005, 6006, 6007, 6010, 6012, 6015, 6016, 6018, 6216, 6223, 6224, 6225, 6235, 6240, 6257, 6271, 6280, 6281, 6282, 6286, 6287, 6289, 6291, 6297, 6298, 6301, 6302, 6304, 6305, 6306, 7206, 7209, 7213, 7231, 7240, 7243, 7250, 7251, 7253, 7254, 7255, 7257, 7309, 7310, 7313, 7314, 7431, 7432, 7443, 7457, 7464, 7467, 7476, 7477, 7478, 7493, 7548, 7740, 7742, 7744, 7745, 7747, 7752, 7765, 7780, 7787, 7796, 7799, 7802, 7809, 7817, 7821, 7822, 7823, 7837, 7841, 7850, 7851, 7852, 7856, 7891, 7892, 7912, 7919, 7927, 7928, 7933, 7941, 7985, 7986, 7992, 7995, 8007, 8012, 8013, 8015, 8017, 8054, 8055, 8061, 8068, 8069, 8079, 8088, 8103, 8107, 8109, 8161, 8162, 8167, 8168, 8171, 8173, 8174, 8175, 8184, 8198, 8206, 8220, 8231, 8232, 8234, 8236, 8258, 8269, 8275, 8276, 8288, 8300, 8387, 8399, 8407, 8410, 8416, 8441, 8444, 8445, 8446, 8447, 8449, 8452, 8455, 8466, 8468, 8470, 8498, 8573, 8580, 8584, 8585, 8594, 8616, 8617, 8622, 8623, 8705, 8707, 8709, 8718, 8722, 8728, 8734, 8740, 8750, 8755, 8756, 8774, 8785, 8790, 8795, 8805, 8811, 8815, 8821, 8827, 10434, 10435, 10436, 10443, 10445]);
const edgeLength = /*#__PURE__*/ new Uint8Array([3, 3, 3, 3, 3, 3, 3, 3, 5, 8, 8, 2, 2, 3, 3, 3, 3, 3, 8, 5, 5, 5, 5, 5, 3, 3, 5, 5, 9, 12, 19, 8, 19, 8, 11, 9, 9, 8, 7, 7, 6, 8, 9, 16, 10, 7, 7, 11, 8, 6, 6, 9, 7, 11, 7, 14, 4, 4, 4, 4, 4, 4, 10, 7, 6, 6, 6, 6, 10, 10, 6, 10, 10, 22, 11, 9, 10, 10, 10, 9, 10, 8, 7, 7, 7, 8, 21, 13, 11, 11, 9, 10, 9, 13, 10, 8, 8, 9, 12, 9, 7, 10, 7, 7, 13, 7, 3, 3, 3, 3, 3, 2, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 8, 6, 3, 3, 3, 3, 3, 3, 2, 5, 3, 3, 3, 7, 2, 2, 2, 2, 2, 2, 3, 3, 3, 1, 1, 7, 8, 5, 2, 2, 7, 4, 5, 7, 2, 2, 1, 4, 1, 11, 9, 9, 5, 5, 8, 5, 5, 5, 5, 5, 5, 5, 3, 3, 3, 3, 3, 5, 11, 9, 9, 8, 9, 9, 13, 7, 14, 7, 6, 6, 6, 7, 6, 6, 6, 6, 6, 6, 10, 7, 11, 9, 4, 4, 4, 4, 4, 6, 6, 6, 6, 13, 6, 8, 7, 10, 9, 9, 7, 9, 8, 9, 8, 7, 10, 6, 9, 8, 10, 10, 7, 8, 1, 9, 10, 12, 12, 12, 10, 9, 9, 10, 10, 9, 9, 1, 1, 5, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 6, 6, 6, 4, 3, 3, 3, 7, 4, 4, 4, 3, 3, 6, 7, 3, 4, 1, 2, 2, 2, 6, 1, 2, 2, 2, 2, 2, 12, 5, 3, 8, 9, 13, 4, 4, 13, 9, 9, 11, 7, 3, 12, 9, 2, 2, 2, 3, 3, 3, 3, 3, 8, 2, 2, 3, 3, 3, 2, 2, 2, 2, 2, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 4, 3, 7, 10, 15, 15, 7, 15, 20, 15, 9, 10, 10, 12, 14, 14, 14, 12, 12, 12, 12, 12, 14, 14, 10, 10, 10, 10, 14, 9, 9, 9, 9, 10, 14, 14, 14, 13, 13, 14, 9, 9, 9, 9, 9, 9, 7, 8, 6, 8, 8, 6, 8, 13, 8, 8, 6, 13, 8, 11, 13, 8, 6, 13, 8, 6, 9, 10, 10, 12, 14, 14, 14, 12, 12, 12, 12, 14, 14, 10, 10, 10, 10, 9, 9, 9, 10, 14, 14, 11, 13, 13, 9, 9, 9, 9, 9, 9, 2, 6, 9, 2, 2, 3, 3, 3, 3, 3, 3, 3, 3, 3, 4, 4, 4, 2, 3, 3, 3, 3, 3, 3, 7, 7, 2, 3, 2, 2, 5, 3, 3, 3, 3, 3, 3, 4, 2, 2, 2, 2, 2, 2, 3, 3, 3, 3, 3, 3, 3, 4, 5, 7, 4, 2, 2, 12, 8, 10, 8, 10, 7, 18, 4, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 5, 2, 2, 3, 3, 3, 5, 5, 3, 8, 8, 6, 8, 6, 6, 4, 6, 7, 7, 7, 10, 11, 2, 5, 5, 3, 3, 3, 3, 3, 3, 5, 5, 6, 11, 10, 7, 7, 7, 4, 4, 4, 2, 3, 3, 3, 3, 3, 2, 2, 7, 5, 5, 3, 3, 3, 3, 3, 3, 3, 3, 7, 7, 7, 11, 7, 6, 9, 6, 6, 8, 10, 8, 6, 8, 13, 4, 4, 4, 4, 4, 10, 8, 11, 8, 8, 8, 10, 10, 7, 5, 4, 4, 10, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 1, 1, 2, 2, 2, 2, 2, 2, 5, 5, 5, 5, 5, 5, 5, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 7, 10, 13, 7, 8, 7, 11, 8, 8, 6, 9, 8, 8, 6, 6, 6, 8, 8, 6, 6, 6, 6, 6, 9, 7, 6, 4, 4, 4, 4, 4, 4, 4, 6, 6, 6, 9, 7, 8, 10, 8, 8, 2, 3, 3, 3, 3, 3, 2, 8, 9, 9, 2, 2, 2, 3, 3, 3, 2, 3, 3, 3, 9, 2, 2, 3, 3, 3, 3, 3, 3, 5, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 12, 5, 5, 3, 5, 4, 2, 3, 2, 4, 3, 9, 2, 2, 2, 2, 2, 5, 5, 3, 8, 8, 13, 6, 10, 9, 4, 7, 9, 11, 2, 3, 7, 3, 3, 4, 1, 3, 4, 2, 9, 3, 3, 12, 5, 3, 7, 10, 10, 7, 4, 4, 6, 14, 7, 9, 7, 13, 2, 2, 2, 2, 2, 2, 3, 3, 3, 3, 3, 8, 15, 4, 4, 2, 3, 3, 3, 7, 4, 9, 9, 2, 3, 3, 3, 5, 3, 2, 2, 7, 2, 7, 6, 6, 7, 2, 4, 2, 2, 2, 2, 2, 2, 8, 8, 8, 9, 5, 2, 3, 3, 3, 3, 3, 3, 10, 7, 4, 4, 4, 4, 3, 4, 2, 3, 3, 3, 3, 3, 10, 7, 4, 4, 4, 4, 2, 3, 3, 3, 3, 10, 7, 4, 4, 4, 4, 3, 9, 6, 6, 6, 9, 13, 9, 2, 2, 2, 8, 7, 9, 5, 3, 3, 3, 5, 5, 13, 12, 9, 10, 7, 8, 7, 6, 8, 6, 11, 12, 7, 10, 4, 4, 7, 8, 11, 6, 7, 9, 8, 7, 10, 8, 9, 15, 7, 8, 5, 4, 7, 2, 3, 3, 3, 2, 14, 10, 2, 14, 10, 2, 14, 3, 9, 13, 13, 10, 14, 16, 17, 11, 2, 14, 2, 14, 3, 9, 13, 10, 14, 16, 17, 11, 14, 10, 14, 2, 7, 3, 10, 7, 14, 10, 2, 14, 10, 9, 9, 17, 6, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 3, 3, 3, 3, 3, 3, 10, 10, 10, 12, 9, 4, 10, 10, 11, 8, 8, 8, 7, 9, 5, 3, 3, 3, 3, 3, 3, 3, 3, 5, 8, 4, 4, 4, 4, 4, 4, 6, 16, 3, 3, 14, 3, 14, 2, 14, 9, 13, 10, 10, 14, 16, 17, 11, 6, 9, 10, 10, 12, 14, 14, 14, 12, 12, 12, 12, 14, 14, 10, 10, 10, 10, 14, 9, 9, 9, 10, 14, 14, 14, 9, 9, 9, 9, 9, 9, 2, 14, 9, 13, 10, 10, 14, 16, 17, 11, 6, 14, 2, 14, 9, 17, 13, 10, 10, 14, 17, 16, 17, 11, 6, 2, 14, 9, 13, 10, 14, 17, 16, 17, 11, 2, 14, 9, 13, 10, 14, 16, 17, 11, 2, 14, 9, 13, 10, 17, 16, 11, 17, 2, 14, 10, 19, 7, 2, 14, 9, 13, 10, 19, 10, 7, 14, 17, 16, 17, 11, 6, 2, 14, 9, 13, 10, 19, 7, 14, 16, 17, 11, 2, 14, 9, 13, 10, 10, 14, 17, 16, 17, 11, 6, 2, 14, 9, 13, 10, 10, 14, 17, 16, 17, 11, 6, 2, 14, 9, 13, 17, 13, 10, 10, 14, 17, 16, 17, 11, 6, 3, 2, 14, 9, 13, 10, 10, 14, 16, 17, 11, 6, 9, 10, 12, 14, 14, 14, 12, 12, 12, 12, 12, 14, 14, 14, 10, 10, 10, 14, 9, 9, 9, 9, 14, 14, 14, 13, 13, 14, 9, 9, 9, 9, 9, 9, 4, 11, 2, 14, 9, 13, 17, 13, 10, 19, 10, 7, 14, 17, 16, 17, 11, 6, 2, 14, 9, 13, 17, 13, 10, 19, 10, 7, 14, 17, 16, 17, 11, 6, 2, 14, 9, 13, 10, 19, 7, 14, 17, 16, 17, 11, 2, 9, 10, 10, 7, 17, 3, 3, 12, 12, 16, 15, 15, 12, 14, 14, 14, 20, 20, 13, 12, 12, 12, 12, 12, 12, 20, 25, 14, 14, 12, 12, 10, 10, 10, 10, 14, 9, 9, 9, 25, 4, 9, 17, 10, 7, 14, 16, 21, 13, 13, 14, 20, 14, 13, 17, 24, 9, 12, 13, 25, 13, 21, 20, 17, 9, 9, 9, 9, 9, 9, 12, 17, 4, 4, 9, 9, 9, 10, 10, 12, 14, 14, 14, 12, 12, 12, 12, 12, 14, 14, 10, 10, 10, 10, 14, 9, 9, 9, 9, 10, 14, 14, 14, 13, 13, 14, 9, 9, 9, 9, 9, 9, 9, 10, 14, 12, 12, 14, 14, 10, 9, 9, 9, 10, 14, 14, 14, 9, 9, 9, 9, 2, 1, 5, 8, 7, 11, 11, 1, 3, 3, 3, 5, 3, 3, 4, 8, 9, 10, 10, 12, 14, 14, 14, 12, 12, 12, 12, 14, 14, 10, 10, 10, 10, 14, 9, 9, 9, 10, 14, 14, 14, 13, 13, 14, 9, 9, 9, 9, 9, 9, 7, 4, 4, 4, 4, 4, 4, 4, 4, 4, 10, 2, 2, 6, 7, 6, 2, 3, 2, 3, 6, 2, 7, 6, 10, 7, 4, 9, 12, 6, 14, 4, 12, 7, 2, 2, 1, 2, 7, 6, 4, 4, 4, 6, 8, 8, 7, 2, 2, 13, 2, 2, 2, 2, 6, 2, 8, 12, 2, 7, 7, 6, 8, 10, 12, 2, 2, 2, 3, 3, 13, 2, 2, 3, 3, 6, 7, 6, 4, 5, 6, 3, 3, 3, 3, 4, 16, 8, 5, 4, 3, 3, 3, 5, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 11, 12, 7, 7, 13, 9, 10, 17, 12, 8, 9, 7, 17, 17, 8, 5, 12, 10, 13, 14, 5, 5, 5, 13, 5, 5, 5, 3, 3, 3, 5, 16, 5, 5, 5, 5, 7, 12, 14, 8, 12, 8, 10, 12, 9, 11, 7, 9, 7, 10, 7, 13, 13, 9, 7, 12, 8, 17, 7, 7, 16, 10, 13, 13, 8, 10, 10, 14, 17, 7, 16, 16, 15, 8, 10, 10, 12, 17, 17, 7, 17, 14, 7, 10, 17, 8, 7, 7, 7, 8, 15, 15, 7, 14, 10, 10, 10, 11, 11, 7, 7, 13, 8, 10, 7, 16, 7, 8, 7, 14, 17, 12, 10, 11, 21, 8, 9, 7, 13, 9, 8, 6, 13, 6, 12, 7, 6, 13, 10, 10, 10, 8, 18, 9, 17, 13, 10, 12, 6, 13, 6, 11, 8, 13, 10, 13, 18, 13, 11, 13, 8, 16, 7, 10, 8, 16, 12, 10, 8, 8, 14, 11, 8, 15, 8, 8, 7, 7, 12, 7, 8, 9, 14, 15, 8, 9, 10, 9, 15, 7, 8, 8, 12, 13, 9, 10, 15, 13, 7, 10, 10, 20, 7, 6, 9, 6, 6, 14, 11, 14, 11, 12, 9, 10, 16, 16, 12, 7, 11, 28, 8, 11, 10, 7, 21, 8, 7, 9, 4, 4, 4, 17, 7, 8, 6, 9, 6, 6, 13, 6, 6, 6, 6, 18, 20, 14, 8, 11, 12, 9, 10, 13, 15, 15, 19, 8, 9, 12, 7, 10, 16, 12, 9, 9, 9, 14, 12, 11, 10, 9, 12, 11, 18, 9, 9, 9, 10, 7, 7, 16, 8, 9, 7, 13, 12, 10, 14, 18, 7, 8, 11, 7, 7, 8, 8, 13, 7, 7, 7, 11, 15, 13, 11, 7, 8, 15, 11, 7, 8, 18, 14, 13, 18, 15, 10, 12, 12, 9, 7, 11, 11, 8, 7, 10, 8, 14, 12, 10, 18, 7, 10, 9, 7, 8, 13, 10, 14, 10, 8, 8, 23, 7, 7, 11, 12, 12, 17, 7, 7, 11, 11, 17, 16, 16, 7, 8, 11, 14, 14, 8, 10, 7, 7, 16, 16, 13, 9, 11, 9, 15, 15, 11, 11, 7, 7, 14, 7, 9, 7, 7, 16, 10, 13, 10, 11, 14, 7, 11, 10, 11, 7, 11, 10, 11, 15, 11, 15, 10, 12, 10, 14, 13, 11, 11, 12, 13, 10, 7, 13, 16, 12, 21, 15, 9, 10, 10, 7, 11, 14, 17, 7, 7, 8, 11, 13, 12, 8, 15, 14, 14, 8, 17, 12, 10, 10, 7, 9, 11, 7, 10, 7, 11, 18, 7, 11, 7, 12, 11, 8, 8, 14, 12, 7, 8, 15, 3, 7, 7, 5, 2, 9, 2, 2, 2, 2, 2, 2, 2, 3, 3, 3, 3, 3, 3, 3, 2, 5, 3, 3, 3, 3, 3, 3, 4, 4, 3, 3, 3, 3, 3, 3, 5, 11, 6, 4, 7, 10, 7, 7, 11, 1, 10, 2, 2, 3, 3, 3, 3, 3, 3, 3, 3, 5, 7, 3, 5, 6, 3, 3, 5, 2, 2, 5, 3, 4, 13, 11, 3, 3, 6, 3, 5, 14, 2, 2, 3, 8, 2, 2, 12, 5, 18, 5, 3, 3, 3, 3, 16, 5, 5, 5, 10, 7, 13, 12, 13, 9, 12, 14, 19, 9, 9, 21, 9, 9, 10, 6, 9, 6, 15, 10, 6, 12, 8, 6, 10, 15, 4, 4, 6, 6, 9, 9, 12, 16, 14, 23, 7, 7, 7, 14, 9, 7, 7, 11, 14, 10, 7, 10, 10, 10, 12, 6, 11, 10, 13, 11, 15, 11, 7, 12, 10, 3, 7, 1, 1, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 3, 4, 3, 7, 1, 5, 2, 2, 2, 5, 5, 5, 5, 5, 3, 3, 3, 3, 3, 5, 5, 10, 9, 11, 8, 7, 12, 8, 9, 7, 6, 13, 11, 6, 13, 7, 9, 9, 4, 4, 4, 4, 4, 6, 10, 7, 8, 13, 8, 8, 9, 14, 7, 8, 10, 7, 9, 7, 7, 9, 6, 9, 7, 2, 12, 5, 3, 3, 13, 4, 2, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 2, 3, 3, 3, 3, 3, 3, 3, 3, 4, 5, 5, 5, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 8, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 9, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 4, 2, 2, 2, 5, 3, 3, 3, 3, 3, 3, 3, 3, 4, 4, 1, 7, 6, 4, 12, 3, 3, 3, 3, 3, 8, 7, 3, 3, 3, 3, 3, 3, 4, 4, 11, 15, 14, 2, 8, 3, 5, 5, 8, 10, 8, 6, 4, 7, 17, 7, 4, 5, 2, 6, 3, 2, 2, 12, 5, 5, 3, 15, 13, 8, 11, 2, 2, 3, 3, 3, 3, 3, 3, 3, 3, 4, 4, 5, 3, 3, 3, 3, 4, 18, 2, 12, 5, 3, 3, 3, 3, 3, 5, 16, 8, 8, 9, 6, 6, 4, 4, 4, 4, 31, 6, 6, 10, 11, 21, 10, 9, 7, 10, 7, 7, 2, 4, 4, 4, 4, 6, 5, 3, 3, 4, 3, 3, 3, 3, 3, 3, 3, 3, 3, 6, 6, 6, 2, 2, 2, 5, 3, 3, 3, 7, 7, 4, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 2, 3, 3, 3, 3, 8, 2, 3, 3, 3, 3, 3, 5, 9, 11, 3, 3, 3, 3, 4, 4, 3, 3, 3, 3, 3, 5, 10, 9, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 4, 4, 2, 3, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 3, 3, 3, 3, 3, 3, 3, 3, 11, 10, 10, 10, 10, 10, 11, 10, 11, 10, 11, 10, 9, 9, 11, 3, 3, 3, 3, 3, 3, 5, 3, 7, 8, 8, 7, 6, 6, 11, 4, 4, 4, 7, 8, 9, 9, 2, 3, 7, 4, 4, 2, 5, 5, 3, 3, 3, 3, 3, 3, 3, 3, 3, 4, 4, 4, 4, 4, 4, 2, 2, 5, 5, 5, 5, 5, 3, 3, 5, 5, 5, 7, 7, 6, 6, 6, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 6, 6, 8, 8, 1, 2, 2, 2, 2, 2, 2, 3, 3, 3, 3, 3, 3, 3, 4, 4, 6, 9, 12, 3, 7, 10, 7, 2, 2, 3, 3, 3, 3, 3, 4, 3, 3, 2, 2, 2, 2, 3, 3, 3, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 5, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 5, 5, 8, 8, 6, 6, 8, 6, 7, 4, 4, 4, 4, 4, 4, 6, 7, 5, 5, 20, 19, 8, 10, 9, 7, 10, 6, 8, 11, 6, 6, 6, 6, 13, 12, 8, 6, 7, 14, 11, 9, 2, 5, 3, 6, 2, 3, 2, 2, 2, 2, 2, 2, 2, 5, 4, 3, 7, 6, 4, 7, 4, 3, 6, 4, 7, 2, 7, 7, 7, 5, 5, 5, 5, 3, 3, 3, 3, 3, 3, 3, 3, 3, 5, 9, 10, 10, 11, 7, 8, 20, 7, 8, 9, 8, 12, 6, 6, 6, 8, 9, 8, 12, 6, 6, 8, 13, 10, 12, 6, 6, 7, 7, 9, 6, 4, 4, 4, 4, 4, 4, 10, 6, 6, 6, 7, 14, 11, 10, 7, 8, 10, 8, 11, 14, 11, 11, 9, 7, 9, 8, 11, 9, 17, 10, 9, 2, 2, 2, 9, 3, 3, 3, 3, 15, 14, 9, 5, 5, 2, 8, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 15, 12, 22, 19, 17, 18, 18, 19, 21, 7, 16, 16, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 7, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 9, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 5, 7, 16, 11, 11, 7, 7, 7, 7, 17, 7, 8, 12, 15, 9, 19, 7, 19, 8, 21, 11, 12, 19, 14, 22, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 16, 16, 19, 24, 12, 7, 14, 7, 12, 7, 8, 10, 10, 13, 7, 12, 12, 7, 7, 10, 18, 15, 12, 16, 7, 14, 12, 17, 10, 16, 17, 12, 17, 25, 7, 7, 7, 13, 6, 9, 6, 9, 18, 6, 6, 11, 20, 10, 6, 6, 6, 6, 6, 6, 17, 6, 6, 6, 15, 6, 6, 6, 6, 6, 8, 14, 11, 12, 11, 15, 13, 19, 17, 21, 7, 18, 8, 13, 13, 8, 12, 8, 6, 6, 13, 6, 15, 15, 16, 6, 6, 16, 6, 6, 6, 14, 6, 18, 6, 6, 6, 17, 18, 9, 13, 15, 8, 19, 8, 15, 15, 18, 14, 16, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 6, 11, 10, 11, 6, 21, 23, 12, 17, 12, 11, 14, 13, 22, 15, 15, 11, 12, 14, 12, 7, 12, 8, 12, 14, 12, 18, 10, 8, 16, 19, 17, 12, 14, 15, 8, 19, 17, 12, 13, 13, 15, 18, 13, 23, 24, 23, 21, 17, 24, 8, 21, 8, 14, 14, 16, 20, 14, 8, 8, 15, 20, 8, 19, 21, 9, 8, 13, 12, 13, 15, 11, 8, 11, 9, 9, 8, 11, 8, 21, 14, 21, 15, 15, 13, 7, 19, 7, 7, 7, 7, 7, 7, 16, 12, 17, 18, 7, 7, 11, 11, 7, 9, 9, 2, 2, 3, 3, 2, 2, 2, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 4, 5, 5, 5, 5, 5, 5, 5, 5, 3, 3, 10, 10, 7, 9, 7, 7, 7, 6, 8, 6, 6, 6, 6, 6, 6, 6, 7, 6, 8, 6, 6, 9, 7, 7, 7, 4, 4, 4, 4, 4, 4, 4, 4, 8, 9, 8, 7, 8, 7, 8, 10, 7, 5, 5, 5, 5, 5, 5, 3, 9, 7, 7, 8, 6, 6, 6, 6, 6, 6, 6, 6, 9, 6, 6, 9, 11, 13, 7, 8, 9, 9, 5, 5, 5, 7, 8, 6, 6, 6, 6, 6, 6, 6, 7, 8, 9, 7, 10, 9, 10, 7, 8, 5, 5, 5, 5, 5, 5, 7, 7, 9, 8, 7, 7, 6, 6, 6, 6, 6, 6, 10, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 9, 10, 4, 4, 4, 4, 8, 7, 7, 10, 10, 9, 8, 8, 15, 9, 8, 8, 8, 8, 8, 9, 10, 9, 10, 7, 8, 13, 5, 5, 5, 5, 5, 3, 3, 7, 7, 8, 6, 6, 6, 4, 4, 11, 9, 7, 8, 9, 10, 7, 5, 5, 5, 5, 5, 3, 3, 7, 6, 6, 13, 7, 9, 8, 7, 5, 5, 5, 5, 5, 5, 5, 5, 3, 3, 3, 3, 7, 8, 7, 8, 13, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 8, 8, 6, 6, 6, 6, 7, 6, 7, 6, 6, 9, 7, 4, 4, 4, 4, 4, 4, 4, 7, 8, 7, 8, 9, 8, 8, 8, 7, 10, 7, 8, 5, 5, 5, 5, 5, 5, 5, 5, 3, 7, 7, 7, 7, 9, 7, 10, 9, 6, 6, 6, 6, 6, 8, 8, 6, 6, 6, 7, 6, 6, 6, 9, 9, 4, 4, 13, 7, 10, 9, 9, 12, 7, 8, 8, 10, 8, 8, 8, 8, 8, 8, 5, 5, 5, 5, 3, 7, 7, 11, 7, 9, 8, 8, 6, 6, 10, 6, 8, 8, 8, 6, 7, 6, 6, 12, 4, 4, 4, 4, 4, 4, 4, 4, 4, 9, 8, 8, 16, 8, 9, 8, 7, 5, 5, 5, 5, 5, 3, 3, 7, 7, 7, 10, 15, 8, 9, 8, 9, 9, 6, 6, 6, 6, 6, 6, 7, 4, 8, 7, 8, 8, 7, 8, 11, 8, 5, 5, 5, 5, 5, 3, 7, 7, 6, 11, 16, 7, 6, 4, 4, 4, 4, 9, 9, 8, 8, 8, 13, 12, 8, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 11, 7, 8, 8, 9, 13, 7, 7, 7, 9, 8, 8, 9, 12, 7, 12, 7, 12, 8, 7, 10, 12, 9, 9, 6, 6, 8, 8, 6, 6, 6, 6, 6, 6, 6, 9, 8, 9, 11, 8, 6, 6, 6, 6, 6, 12, 7, 6, 6, 6, 9, 7, 7, 6, 6, 6, 6, 6, 11, 9, 6, 6, 6, 6, 6, 7, 9, 4, 4, 4, 4, 4, 4, 4, 4, 9, 9, 9, 9, 7, 7, 7, 7, 7, 11, 7, 7, 8, 8, 8, 8, 8, 8, 9, 8, 9, 9, 7, 7, 11, 11, 7, 12, 8, 8, 8, 8, 8, 7, 8, 8, 8, 8, 8, 13, 12, 8, 8, 8, 8, 7, 7, 7, 9, 5, 5, 5, 5, 5, 5, 5, 3, 3, 7, 7, 11, 7, 8, 8, 8, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 10, 11, 6, 7, 9, 4, 4, 4, 4, 4, 4, 9, 9, 8, 9, 8, 8, 8, 7, 7, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 3, 3, 11, 7, 7, 7, 9, 6, 6, 11, 8, 10, 6, 6, 6, 12, 8, 8, 7, 6, 6, 8, 7, 4, 4, 4, 4, 4, 4, 4, 4, 9, 10, 9, 9, 8, 10, 9, 11, 8, 5, 5, 5, 7, 6, 6, 8, 7, 4, 4, 4, 4, 8, 7, 7, 8, 7, 8, 8, 5, 5, 5, 5, 7, 7, 8, 8, 8, 6, 6, 6, 6, 6, 10, 8, 9, 13, 6, 7, 6, 6, 8, 7, 8, 4, 4, 4, 4, 11, 8, 8, 8, 10, 5, 5, 8, 7, 8, 13, 8, 7, 6, 8, 6, 9, 7, 8, 7, 5, 5, 5, 5, 5, 5, 3, 3, 7, 8, 9, 6, 4, 8, 10, 10, 8, 12, 9, 13, 2, 7, 5, 5, 5, 5, 5, 7, 7, 10, 6, 6, 6, 6, 6, 6, 6, 8, 4, 4, 9, 8, 8, 8, 14, 8, 8, 8, 9, 8, 5, 5, 5, 5, 5, 3, 3, 9, 6, 6, 6, 6, 10, 12, 6, 6, 6, 6, 6, 6, 6, 4, 4, 4, 4, 11, 8, 7, 8, 8, 8, 5, 5, 3, 3, 3, 3, 7, 7, 6, 8, 6, 8, 11, 7, 6, 6, 6, 7, 4, 8, 11, 9, 10, 5, 5, 5, 3, 3, 3, 7, 7, 8, 9, 8, 15, 9, 6, 6, 6, 6, 6, 6, 11, 11, 4, 4, 4, 4, 4, 7, 9, 9, 10, 8, 7, 5, 5, 5, 5, 5, 5, 3, 3, 8, 6, 6, 6, 6, 6, 6, 6, 6, 6, 9, 7, 4, 4, 4, 4, 4, 9, 9, 8, 8, 10, 13, 5, 5, 5, 3, 17, 7, 7, 7, 7, 7, 8, 6, 8, 13, 6, 6, 6, 6, 6, 6, 6, 6, 4, 4, 4, 9, 10, 8, 8, 8, 5, 5, 5, 5, 3, 7, 7, 7, 8, 8, 6, 6, 6, 8, 8, 8, 9, 10, 8, 4, 8, 10, 9, 8, 8, 8, 9, 13, 10, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 3, 3, 7, 8, 9, 9, 7, 7, 7, 10, 9, 9, 8, 9, 8, 8, 8, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 8, 12, 6, 6, 6, 6, 6, 6, 6, 6, 6, 12, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 11, 8, 8, 9, 9, 10, 8, 9, 7, 7, 5, 5, 5, 5, 5, 5, 3, 7, 8, 7, 6, 6, 8, 6, 6, 10, 4, 7, 8, 9, 12, 8, 7, 7, 5, 5, 5, 5, 5, 5, 3, 3, 7, 14, 7, 9, 8, 8, 6, 6, 8, 12, 12, 6, 6, 7, 7, 10, 4, 4, 4, 4, 4, 9, 9, 14, 9, 13, 8, 7, 5, 5, 5, 6, 6, 6, 7, 4, 8, 7, 5, 5, 5, 5, 5, 5, 5, 5, 3, 3, 7, 7, 7, 8, 6, 6, 6, 6, 6, 6, 12, 6, 6, 6, 6, 4, 4, 9, 9, 8, 8, 11, 7, 7, 7, 5, 5, 5, 3, 9, 8, 6, 6, 7, 4, 4, 4, 4, 4, 4, 8, 8, 11, 5, 5, 5, 7, 7, 7, 9, 6, 6, 6, 6, 6, 6, 9, 8, 4, 4, 4, 4, 7, 12, 9, 8, 8, 8, 7, 10, 10, 5, 5, 5, 5, 5, 5, 5, 3, 11, 14, 8, 7, 8, 8, 6, 6, 6, 6, 6, 8, 7, 6, 6, 6, 7, 6, 8, 9, 4, 4, 4, 7, 8, 9, 7, 9, 7, 7, 9, 8, 5, 5, 5, 5, 5, 5, 5, 5, 5, 11, 3, 9, 7, 7, 12, 14, 8, 6, 6, 12, 11, 8, 6, 6, 6, 6, 6, 6, 6, 6, 6, 15, 7, 4, 4, 4, 16, 9, 9, 9, 8, 9, 9, 9, 9, 9, 8, 8, 8, 13, 11, 8, 5, 5, 5, 5, 3, 7, 6, 6, 8, 8, 8, 6, 6, 7, 10, 7, 4, 4, 4, 4, 9, 7, 8, 7, 7, 7, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 3, 7, 7, 7, 9, 6, 6, 6, 6, 6, 8, 8, 7, 7, 9, 6, 6, 6, 7, 6, 6, 6, 6, 6, 15, 4, 4, 4, 4, 4, 8, 8, 7, 8, 12, 9, 8, 8, 8, 8, 8, 9, 8, 8, 10, 8, 8, 8, 8, 16, 9, 10, 2, 5, 5, 5, 5, 5, 5, 5, 9, 7, 6, 8, 9, 4, 4, 4, 4, 4, 7, 8, 8, 8, 9, 8, 11, 10, 5, 5, 5, 5, 3, 7, 8, 6, 6, 6, 6, 6, 8, 6, 6, 6, 6, 4, 12, 10, 12, 7, 7, 7, 7, 7, 7, 7, 5, 5, 5, 5, 3, 3, 7, 7, 10, 8, 9, 7, 6, 10, 7, 6, 6, 4, 4, 8, 9, 7, 9, 9, 9, 9, 8, 8, 8, 8, 10, 5, 5, 5, 5, 5, 5, 8, 7, 6, 6, 6, 10, 6, 7, 10, 7, 4, 4, 4, 4, 4, 4, 4, 12, 9, 10, 7, 7, 10, 8, 10, 5, 12, 9, 6, 6, 6, 6, 6, 7, 6, 4, 4, 4, 10, 9, 9, 8, 7, 7, 5, 5, 5, 5, 5, 5, 3, 3, 13, 7, 7, 9, 7, 7, 7, 8, 9, 9, 7, 8, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 7, 13, 9, 15, 15, 4, 4, 4, 4, 4, 10, 10, 9, 8, 9, 8, 8, 9, 7, 8, 7, 8, 5, 5, 7, 6, 6, 6, 4, 4, 4, 7, 8, 11, 8, 5, 5, 5, 5, 5, 5, 5, 7, 6, 6, 6, 6, 6, 6, 9, 11, 10, 7, 4, 4, 4, 9, 8, 8, 5, 5, 5, 5, 5, 9, 9, 6, 6, 6, 6, 6, 6, 6, 9, 9, 4, 4, 4, 4, 8, 8, 8, 9, 9, 8, 8, 8, 13, 2, 4, 2, 7, 5, 5, 5, 5, 5, 5, 9, 9, 6, 6, 6, 6, 10, 8, 8, 8, 6, 6, 6, 4, 4, 9, 8, 10, 8, 9, 8, 8, 8, 9, 8, 8, 5, 3, 3, 3, 11, 6, 6, 6, 7, 6, 6, 6, 4, 4, 9, 8, 5, 5, 5, 5, 5, 3, 11, 8, 6, 6, 6, 6, 6, 9, 7, 4, 4, 14, 10, 9, 8, 12, 8, 8, 8, 11, 15, 8, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 11, 11, 11, 10, 10, 7, 7, 3, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 3, 3, 3, 7, 11, 7, 7, 11, 11, 7, 8, 9, 10, 7, 7, 9, 9, 9, 9, 7, 7, 10, 8, 13, 8, 8, 8, 8, 11, 10, 6, 6, 8, 10, 11, 14, 14, 6, 6, 6, 6, 6, 6, 9, 11, 7, 7, 6, 8, 12, 11, 11, 6, 6, 10, 6, 6, 6, 6, 6, 10, 7, 7, 6, 6, 11, 6, 6, 6, 11, 8, 9, 7, 6, 10, 11, 9, 10, 11, 7, 11, 8, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 8, 6, 6, 8, 9, 10, 9, 6, 6, 6, 10, 6, 6, 6, 6, 11, 10, 11, 10, 9, 8, 7, 7, 7, 7, 11, 14, 8, 10, 9, 9, 8, 8, 7, 11, 8, 8, 8, 11, 11, 10, 10, 9, 10, 8, 11, 10, 8, 11, 9, 12, 8, 10, 8, 11, 8, 9, 9, 11, 11, 10, 11, 13, 8, 7, 8, 8, 9, 7, 8, 8, 8, 8, 7, 8, 2, 2, 2, 2, 2, 2, 2, 4, 4, 2, 2, 2, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 4, 2, 3, 3, 3, 3, 3, 3, 3, 3, 8, 6, 4, 4, 4, 11, 7, 11, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 5, 5, 5, 5, 3, 3, 3, 3, 8, 7, 7, 8, 8, 4, 8, 7, 7, 7, 9, 7, 8, 9, 8, 2, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 6, 3, 3, 3, 3, 3, 3, 3, 3, 4, 2, 2, 3, 3, 3, 3, 3, 3, 4, 5, 5, 3, 3, 8, 8, 6, 9, 4, 4, 10, 7, 3, 3, 3, 2, 5, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 4, 3, 2, 2, 2, 3, 3, 3, 3, 3, 4, 10, 2, 3, 3, 3, 3, 3, 3, 3, 4, 2, 3, 3, 3, 3, 3, 3, 3, 3, 2, 2, 3, 3, 3, 5, 2, 4, 2, 6, 2, 2, 9, 5, 5, 3, 3, 3, 3, 3, 3, 3, 5, 5, 5, 9, 8, 7, 9, 6, 6, 11, 4, 4, 4, 4, 4, 4, 4, 4, 6, 6, 7, 7, 11, 8, 8, 6, 5, 11, 2, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 4, 2, 2, 3, 3, 3, 3, 3, 3, 6, 4, 4, 4, 4, 3, 3, 3, 3, 5, 7, 2, 3, 3, 3, 3, 3, 8, 2, 2, 2, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 6, 4, 4, 4, 4, 2, 2, 3, 3, 3, 3, 3, 3, 3, 4, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 4, 2, 2, 3, 3, 3, 3, 3, 3, 2, 3, 3, 3, 3, 3, 6, 3, 3, 8, 10, 3, 4, 4, 1, 1, 1, 1, 1, 1, 1, 8, 9, 10, 7, 7, 1, 14, 18, 13, 18, 13, 10, 10, 16, 13, 18, 16, 13, 16, 18, 13, 22, 16, 16, 16, 14, 21, 16, 9, 14, 16, 9, 9, 14, 10, 10, 14, 12, 14, 19, 12, 11, 18, 13, 17, 15, 15, 15, 15, 16, 14, 13, 19, 18, 15, 19, 18, 12, 18, 12, 11, 20, 14, 15, 10, 17, 17, 16, 19, 20, 21, 15, 13, 16, 15, 15, 15, 1, 1, 3, 8, 7, 7, 8, 8, 8, 1, 6, 1, 1, 6, 3, 3, 4, 7, 3, 3, 5, 5, 4, 4, 4, 4, 4, 2, 7, 7, 8, 12, 3, 4, 5, 1, 3, 4, 4, 10, 4, 3, 3, 3, 8, 7, 7, 2, 2, 2, 2, 2, 2, 2, 2, 2, 12, 9, 20, 7, 5, 5, 5, 9, 13, 5, 5, 5, 5, 5, 3, 3, 3, 16, 5, 5, 5, 13, 7, 8, 8, 11, 8, 7, 9, 7, 11, 12, 9, 9, 8, 8, 11, 10, 14, 7, 12, 10, 11, 13, 7, 9, 11, 17, 17, 14, 13, 7, 8, 7, 10, 10, 7, 16, 13, 7, 8, 17, 12, 9, 8, 6, 7, 10, 6, 6, 12, 6, 8, 10, 8, 8, 8, 6, 8, 6, 14, 6, 6, 6, 13, 6, 10, 6, 6, 7, 14, 8, 6, 6, 10, 11, 10, 9, 9, 7, 7, 6, 6, 6, 9, 9, 7, 9, 10, 9, 13, 12, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 6, 6, 6, 8, 8, 6, 8, 9, 10, 9, 7, 10, 10, 8, 7, 8, 7, 10, 12, 9, 8, 15, 8, 7, 8, 8, 7, 7, 15, 13, 7, 10, 9, 14, 18, 16, 7, 24, 7, 8, 10, 11, 16, 8, 14, 7, 9, 9, 9, 13, 19, 14, 15, 14, 11, 7, 13, 9, 10, 7, 13, 9, 10, 11, 12, 8, 9, 2, 3, 5, 8, 7, 4, 4, 15, 10, 5, 3, 3, 3, 3, 3, 5, 4, 4, 4, 2, 2, 2, 2, 2, 1, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 4, 4, 4, 2, 2, 2, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 4, 2, 12, 5, 3, 8, 10, 15, 6, 7, 2, 3, 2, 5, 5, 12, 2, 5, 5, 5, 5, 2, 2, 5, 5, 12, 9, 5, 2, 2, 9, 5, 5, 12, 12, 5, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 9, 12, 5, 8, 8, 9, 5, 5, 5, 8, 19, 7, 16, 15, 14, 9, 9, 9, 9, 7, 11, 11, 11, 7, 14, 10, 10, 5, 5, 5, 5, 5, 5, 5, 5, 5, 15, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 9, 9, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 14, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 15, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 5, 5, 5, 5, 5, 5, 5, 12, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 9, 9, 12, 9, 9, 12, 12, 12, 15, 7, 11, 7, 14, 11, 18, 13, 8, 18, 15, 18, 12, 14, 12, 8, 8, 8, 8, 9, 9, 9, 12, 7, 10, 10, 8, 8, 12, 12, 12, 7, 12, 12, 9, 7, 7, 7, 7, 7, 8, 15, 12, 9, 10, 10, 7, 10, 10, 13, 11, 10, 9, 22, 11, 9, 8, 8, 8, 8, 8, 13, 18, 13, 9, 15, 19, 9, 7, 7, 10, 7, 7, 7, 11, 8, 13, 17, 7, 7, 10, 10, 10, 7, 20, 16, 7, 7, 7, 7, 7, 7, 11, 21, 12, 12, 13, 11, 14, 16, 8, 8, 13, 11, 7, 7, 13, 7, 7, 14, 15, 15, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 13, 10, 18, 6, 6, 6, 6, 6, 6, 6, 6, 6, 11, 8, 8, 12, 12, 11, 11, 8, 12, 9, 9, 9, 13, 13, 9, 9, 9, 9, 9, 9, 6, 10, 12, 6, 6, 6, 6, 17, 11, 7, 7, 7, 7, 14, 14, 12, 6, 7, 7, 6, 6, 15, 10, 13, 10, 6, 8, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 7, 13, 9, 9, 15, 13, 6, 12, 12, 6, 19, 11, 10, 7, 7, 16, 8, 19, 17, 9, 9, 9, 9, 9, 6, 6, 6, 10, 8, 16, 8, 6, 6, 9, 6, 6, 6, 6, 6, 6, 6, 6, 8, 8, 8, 6, 7, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 14, 6, 6, 6, 6, 20, 6, 9, 6, 14, 9, 9, 9, 6, 9, 8, 8, 12, 9, 8, 8, 8, 8, 7, 8, 12, 7, 8, 8, 8, 6, 8, 6, 6, 6, 6, 6, 6, 6, 9, 8, 8, 6, 6, 13, 9, 12, 13, 12, 14, 13, 12, 11, 11, 6, 8, 8, 8, 6, 13, 12, 11, 11, 12, 6, 11, 12, 11, 13, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 15, 6, 6, 6, 6, 6, 6, 6, 13, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 8, 8, 8, 8, 6, 18, 6, 12, 13, 13, 13, 9, 10, 15, 9, 12, 6, 6, 6, 6, 6, 6, 6, 6, 9, 15, 10, 9, 10, 13, 9, 19, 8, 18, 17, 10, 10, 8, 8, 6, 6, 6, 6, 6, 6, 10, 14, 8, 16, 16, 9, 8, 15, 8, 8, 10, 12, 14, 7, 7, 8, 8, 7, 7, 7, 7, 8, 13, 13, 11, 9, 9, 9, 12, 10, 17, 8, 11, 9, 7, 7, 14, 8, 14, 14, 7, 7, 7, 7, 7, 7, 14, 7, 7, 7, 7, 7, 10, 10, 8, 14, 7, 7, 7, 7, 8, 8, 8, 8, 8, 17, 9, 7, 15, 7, 8, 12, 7, 9, 14, 7, 7, 7, 9, 13, 8, 14, 7, 16, 18, 13, 15, 14, 12, 13, 10, 15, 9, 7, 7, 7, 10, 13, 15, 15, 9, 9, 9, 9, 19, 11, 7, 11, 11, 13, 8, 8, 8, 8, 7, 12, 19, 17, 9, 9, 13, 7, 7, 7, 9, 7, 7, 7, 12, 13, 15, 10, 8, 8, 14, 15, 12, 13, 13, 8, 12, 14, 7, 11, 7, 14, 15, 13, 12, 8, 8, 8, 8, 11, 13, 15, 15, 8, 13, 12, 8, 8, 8, 13, 10, 16, 14, 11, 8, 8, 12, 12, 9, 15, 15, 12, 12, 13, 8, 8, 9, 12, 13, 9, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 11, 12, 11, 7, 14, 7, 13, 13, 13, 12, 18, 16, 7, 12, 11, 10, 10, 15, 9, 9, 9, 21, 7, 7, 7, 11, 16, 8, 8, 11, 11, 7, 7, 7, 7, 7, 19, 7, 7, 7, 7, 7, 7, 7, 7, 7, 12, 8, 9, 12, 14, 11, 9, 9, 9, 22, 12, 3, 3, 4, 8, 8, 15, 4, 2, 2, 5, 5, 3, 3, 3, 3, 3, 3, 6, 6, 4, 4, 4, 12, 7, 10, 2, 3, 3, 3, 3, 3, 3, 3, 6, 7, 3, 7, 5, 14, 4, 4, 7, 8, 10, 4, 1, 3, 3, 6, 2, 4, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 3, 3, 3, 4, 2, 2, 5, 3, 4, 2, 2, 2, 2, 2, 2, 11, 5, 5, 5, 11, 5, 5, 3, 5, 5, 5, 5, 11, 14, 13, 9, 11, 9, 12, 8, 11, 11, 8, 11, 16, 9, 9, 7, 10, 9, 12, 8, 15, 6, 7, 6, 6, 13, 10, 8, 11, 8, 6, 6, 6, 12, 16, 6, 11, 7, 8, 9, 18, 6, 6, 9, 4, 4, 6, 13, 6, 6, 6, 6, 8, 8, 9, 16, 7, 7, 14, 7, 8, 8, 8, 7, 7, 7, 7, 7, 7, 15, 13, 7, 10, 7, 7, 10, 12, 16, 15, 7, 9, 9, 14, 11, 11, 10, 9, 10, 8, 12, 7, 8, 7, 7, 10, 12, 7, 12, 8, 7, 2, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 5, 3, 3, 5, 5, 5, 10, 7, 4, 4, 8, 7, 10, 9, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 1, 3, 3, 3, 3, 3, 3, 3, 7, 4, 5, 2, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 5, 5, 5, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 5, 6, 6, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 9, 8, 2, 2, 2, 8, 12, 7, 7, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 8, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 5, 5, 5, 7, 11, 9, 8, 8, 8, 7, 8, 9, 7, 7, 9, 7, 7, 7, 10, 7, 7, 10, 9, 10, 6, 6, 6, 6, 6, 6, 15, 7, 8, 9, 9, 8, 6, 6, 10, 9, 6, 8, 13, 9, 7, 6, 6, 6, 6, 6, 6, 12, 6, 6, 7, 6, 7, 6, 6, 6, 10, 10, 7, 6, 6, 6, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 6, 14, 6, 6, 7, 7, 9, 6, 6, 6, 6, 9, 9, 8, 9, 10, 9, 8, 9, 12, 7, 7, 7, 8, 7, 10, 12, 11, 9, 10, 7, 7, 7, 9, 10, 10, 8, 12, 9, 7, 7, 9, 8, 8, 8, 10, 7, 7, 8, 9, 9, 7, 7, 7, 8, 2, 4, 2, 4, 6, 3, 4, 2, 3, 3, 3, 3, 2, 3, 3, 3, 3, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 3, 3, 3, 3, 3, 3, 3, 3, 5, 8, 6, 4, 7, 3, 3, 3, 3, 3, 3, 3, 12, 3, 3, 3, 3, 3, 3, 4, 4, 2, 3, 5, 3, 4, 7, 3, 3, 3, 3, 3, 3, 4, 3, 3, 3, 3, 3, 3, 3, 4, 3, 3, 6, 4, 3, 4, 2, 2, 2, 5, 3, 3, 3, 3, 3, 5, 4, 4, 4, 4, 7, 6, 8, 9, 2, 2, 2, 2, 3, 3, 3, 5, 7, 2, 3, 3, 8, 7, 7, 2, 2, 8, 5, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 5, 5, 8, 8, 7, 7, 6, 10, 6, 9, 7, 11, 4, 6, 8, 8, 7, 8, 4, 5, 5, 5, 5, 3, 3, 3, 11, 8, 9, 6, 6, 8, 7, 4, 4, 7, 6, 8, 7, 2, 2, 3, 3, 3, 3, 4, 3, 3, 3, 3, 3, 3, 3, 3, 7, 2, 2, 5, 3, 3, 2, 3, 3, 3, 3, 3, 3, 4, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 12, 5, 5, 3, 3, 3, 5, 10, 12, 6, 15, 4, 6, 6, 7, 14, 9, 3, 3, 3, 3, 3, 8, 2, 2, 3, 5, 5, 3, 3, 3, 3, 3, 3, 8, 8, 8, 7, 5, 8, 4, 6, 11, 2, 2, 7, 3, 3, 2, 9, 8, 5, 5, 3, 3, 3, 5, 5, 7, 7, 6, 6, 10, 6, 8, 6, 8, 9, 7, 4, 4, 4, 4, 7, 6, 6, 8, 7, 7, 10, 9, 9, 8, 11, 8, 3, 3, 3, 3, 3, 4, 4, 2, 3, 3, 3, 3, 3, 7, 6, 2, 5, 5, 6, 7, 6, 4, 8, 9, 11, 2, 2, 3, 3, 3, 3, 3, 3, 3, 2, 2, 5, 3, 3, 3, 3, 3, 9, 9, 6, 4, 8, 7, 7, 5, 9, 8, 6, 2, 6, 8, 7, 8, 5, 5, 5, 5, 5, 3, 3, 3, 16, 8, 7, 7, 7, 8, 7, 7, 7, 7, 9, 6, 9, 6, 10, 7, 7, 7, 6, 10, 8, 9, 11, 11, 8, 4, 4, 10, 8, 8, 6, 9, 6, 11, 8, 8, 8, 15, 7, 8, 9, 5, 3, 3, 3, 3, 3, 5, 2, 2, 3, 8, 9, 10, 3, 2, 2, 2, 2, 2, 2, 3, 6, 4, 2, 2, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 4, 4, 2, 3, 3, 3, 3, 3, 3, 3, 11, 5, 3, 3, 3, 3, 3, 3, 3, 3, 6, 7, 4, 4, 2, 3, 3, 3, 3, 3, 3, 3, 12, 7, 4, 12, 4, 6, 5, 4, 2, 2, 2, 2, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 4, 4, 2, 3, 3, 3, 3, 3, 3, 3, 3, 4, 4, 11, 10, 6, 4, 6, 10, 8, 3, 3, 3, 3, 3, 3, 3, 3, 5, 4, 4, 4, 2, 2, 2, 2, 2, 2, 2, 2, 5, 3, 4, 4, 1, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 10, 5, 5, 5, 5, 5, 5, 3, 3, 3, 3, 3, 3, 3, 3, 7, 8, 8, 7, 13, 12, 10, 10, 8, 8, 7, 7, 9, 12, 11, 6, 6, 8, 8, 9, 7, 7, 7, 10, 15, 10, 4, 4, 4, 4, 4, 11, 8, 8, 9, 7, 9, 14, 14, 12, 2, 2, 2, 2, 2, 2, 2, 3, 3, 3, 3, 3, 12, 5, 5, 5, 11, 10, 7, 9, 3, 8, 7, 3, 15, 13, 11, 4, 4, 2, 2, 2, 19, 7, 5, 5, 3, 3, 3, 3, 3, 3, 3, 5, 22, 18, 6, 14, 17, 4, 4, 19, 16, 18, 2, 3, 3, 7, 2, 3, 2, 3, 3, 6, 4, 2, 3, 3, 2, 5, 3, 3, 3, 3, 3, 3, 3, 9, 9, 2, 3, 2, 2, 2, 3, 3, 3, 5, 7, 14, 7, 7, 12, 9, 13, 6, 11, 6, 10, 9, 7, 7, 8, 12, 12, 8, 8, 8, 10, 7, 7, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 3, 3, 3, 3, 3, 5, 8, 10, 7, 8, 11, 8, 12, 9, 4, 14, 7, 7, 9, 13, 2, 3, 3, 3, 3, 3, 3, 2, 3, 3, 3, 1, 2, 2, 3, 3, 3, 3, 3, 3, 5, 2, 2, 5, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 8, 4, 4, 4, 3, 2, 3, 3, 3, 3, 5, 2, 2, 2, 2, 2, 2, 2, 5, 5, 5, 5, 3, 3, 3, 3, 3, 3, 3, 3, 3, 7, 7, 7, 7, 7, 8, 8, 8, 8, 8, 12, 9, 8, 8, 9, 8, 6, 17, 6, 6, 6, 8, 8, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 7, 4, 4, 8, 8, 9, 9, 9, 7, 7, 7, 7, 7, 7, 7, 9, 9, 9, 7, 8, 8, 8, 10, 7, 13, 10, 8, 9, 3, 3, 5, 13, 3, 3, 3, 3, 3, 7, 7, 6, 6, 10, 13, 11, 11, 8, 8, 9, 8, 9, 9, 10, 10, 10, 11, 10, 10, 13, 13, 16, 15, 11, 12, 9, 9, 10, 9, 11, 10, 9, 9, 14, 7, 8, 3, 10, 7, 7, 3, 2, 2, 2, 5, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 6, 7, 2, 2, 3, 3, 3, 3, 3, 3, 3, 3, 4, 11, 6, 7, 4, 6, 2, 2, 3, 3, 3, 1, 3, 3, 3, 3, 3, 3, 6, 4, 4, 2, 2, 2, 3, 3, 3, 3, 4, 4, 6, 6, 6, 6, 5, 4, 4, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 9, 11, 6, 10, 9, 12, 7, 7, 11, 14, 9, 7, 12, 3, 3, 7, 12, 11, 12, 7, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 9, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 3, 3, 3, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 11, 5, 5, 5, 5, 5, 5, 5, 5, 11, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 5, 5, 5, 5, 5, 5, 5, 3, 3, 3, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 3, 3, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 6, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 3, 10, 3, 3, 3, 11, 3, 5, 9, 11, 8, 12, 14, 9, 7, 8, 7, 7, 11, 11, 7, 7, 10, 9, 8, 10, 9, 7, 7, 7, 7, 7, 7, 8, 8, 7, 11, 8, 8, 8, 7, 7, 10, 8, 7, 13, 12, 7, 17, 10, 8, 8, 11, 7, 11, 11, 14, 7, 11, 7, 8, 6, 9, 20, 8, 7, 9, 16, 7, 10, 6, 11, 10, 8, 9, 7, 16, 11, 11, 9, 8, 9, 8, 8, 8, 11, 8, 15, 8, 8, 9, 7, 8, 8, 11, 10, 7, 5, 7, 10, 10, 15, 7, 7, 7, 8, 7, 8, 8, 10, 11, 10, 10, 10, 11, 11, 7, 8, 6, 8, 8, 10, 6, 8, 6, 6, 7, 8, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 16, 6, 15, 6, 7, 11, 11, 7, 9, 10, 11, 13, 10, 6, 16, 8, 10, 12, 11, 6, 6, 6, 6, 6, 6, 6, 10, 6, 10, 7, 7, 7, 11, 7, 11, 6, 6, 6, 6, 6, 6, 17, 7, 7, 6, 6, 12, 22, 6, 6, 6, 6, 6, 8, 6, 6, 6, 6, 7, 6, 6, 5, 6, 6, 8, 11, 6, 9, 14, 11, 9, 11, 7, 7, 8, 6, 6, 6, 8, 10, 9, 6, 6, 6, 6, 9, 7, 6, 6, 6, 6, 6, 15, 6, 4, 4, 4, 6, 4, 17, 8, 11, 6, 6, 9, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 7, 6, 6, 6, 6, 10, 6, 10, 6, 6, 6, 6, 12, 8, 6, 6, 6, 6, 6, 6, 6, 6, 6, 9, 6, 6, 6, 6, 18, 6, 6, 6, 8, 9, 10, 7, 8, 9, 10, 11, 7, 13, 6, 8, 8, 6, 6, 14, 7, 7, 7, 7, 10, 7, 14, 9, 6, 6, 9, 15, 9, 7, 14, 6, 11, 14, 13, 7, 12, 8, 7, 7, 7, 7, 7, 12, 7, 10, 9, 16, 6, 8, 6, 5, 17, 6, 8, 10, 4, 6, 4, 10, 15, 17, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 8, 4, 4, 11, 7, 4, 4, 7, 7, 7, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 19, 17, 6, 10, 11, 6, 6, 6, 6, 18, 6, 6, 11, 4, 4, 4, 5, 6, 6, 6, 9, 5, 6, 4, 6, 6, 4, 6, 6, 6, 6, 10, 6, 6, 4, 6, 6, 10, 6, 10, 6, 6, 6, 6, 11, 6, 6, 10, 6, 6, 8, 6, 6, 6, 8, 6, 11, 4, 11, 9, 10, 9, 11, 4, 8, 4, 11, 12, 7, 9, 8, 6, 7, 7, 8, 12, 12, 11, 13, 10, 11, 7, 7, 7, 9, 7, 11, 10, 7, 7, 7, 16, 11, 10, 11, 17, 9, 9, 8, 8, 7, 7, 7, 9, 7, 7, 7, 14, 7, 13, 9, 11, 10, 14, 10, 10, 12, 11, 10, 7, 10, 5, 14, 8, 8, 8, 9, 7, 8, 7, 7, 9, 8, 7, 8, 7, 7, 7, 7, 7, 7, 7, 11, 8, 10, 8, 7, 8, 14, 11, 8, 9, 9, 9, 8, 24, 10, 10, 12, 7, 7, 15, 11, 8, 8, 12, 11, 8, 9, 9, 7, 8, 9, 10, 11, 10, 11, 7, 12, 7, 7, 11, 9, 8, 14, 13, 12, 8, 11, 10, 8, 8, 7, 7, 14, 9, 10, 8, 9, 11, 7, 14, 8, 8, 13, 8, 8, 12, 7, 10, 14, 14, 11, 9, 10, 9, 9, 7, 7, 11, 11, 13, 9, 13, 5, 5, 5, 7, 9, 5, 11, 12, 14, 8, 7, 7, 11, 10, 9, 7, 8, 8, 7, 10, 11, 11, 5, 5, 7, 5, 5, 5, 7, 7, 15, 7, 7, 8, 7, 15, 12, 12, 10, 7, 8, 7, 11, 7, 7, 7, 23, 11, 8, 8, 11, 10, 7, 8, 11, 7, 19, 7, 7, 6, 9, 9, 9, 11, 3, 4, 7, 8, 6, 6, 4, 10, 8, 2, 2]);
const edgeChild = /*#__PURE__*/ new Uint16Array([0, 0, 0, 1, 0, 0, 0, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 12, 1, 1, 1, 1, 1, 17, 1, 1, 1, 1, 1, 1, 12, 1, 12, 1, 12, 13, 1, 1, 1, 1, 12, 1, 12, 1, 1, 1, 1, 1, 14, 23, 1, 1, 1, 1, 1, 20, 1, 1, 1, 1, 21, 12, 1, 1, 1, 1, 1, 1, 1, 1, 22, 1, 1, 1, 16, 18, 1, 1, 15, 1, 1, 1, 1, 12, 1, 1, 1, 1, 1, 1, 1, 1, 24, 1, 1, 1, 1, 12, 1, 1, 1, 1, 1, 19, 1, 1, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 1, 26, 27, 28, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 0, 1, 1, 12, 12, 12, 12, 1, 34, 0, 0, 0, 1, 1, 1, 1, 37, 36, 1, 1, 1, 1, 1, 35, 1, 1, 1, 1, 39, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 40, 0, 0, 0, 0, 41, 42, 0, 0, 0, 0, 12, 1, 1, 1, 12, 1, 1, 1, 45, 47, 47, 47, 45, 47, 45, 45, 46, 47, 45, 47, 45, 45, 45, 45, 45, 45, 47, 45, 45, 46, 45, 45, 45, 45, 47, 48, 48, 46, 47, 45, 45, 45, 45, 45, 12, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 51, 53, 51, 51, 51, 53, 51, 52, 51, 54, 51, 52, 52, 51, 51, 51, 52, 54, 52, 54, 51, 52, 52, 12, 56, 56, 55, 57, 52, 54, 51, 51, 49, 50, 58, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0, 0, 61, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 0, 1, 1, 68, 69, 12, 1, 1, 67, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 12, 12, 78, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 82, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 80, 83, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 81, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 1, 1, 12, 1, 1, 1, 1, 93, 1, 95, 1, 1, 1, 1, 1, 1, 1, 1, 98, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 1, 101, 101, 1, 1, 12, 1, 104, 1, 1, 1, 1, 1, 1, 1, 102, 1, 103, 1, 105, 1, 1, 1, 1, 1, 106, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 114, 115, 1, 1, 1, 1, 1, 1, 117, 117, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 125, 126, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 126, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 126, 1, 1, 1, 1, 1, 1, 1, 1, 1, 130, 127, 129, 124, 1, 128, 1, 1, 118, 1, 1, 1, 1, 121, 1, 131, 1, 1, 1, 1, 1, 1, 123, 1, 112, 1, 113, 1, 12, 132, 110, 116, 1, 1, 1, 1, 1, 111, 119, 1, 12, 12, 12, 122, 120, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 1, 12, 12, 1, 1, 1, 1, 1, 12, 138, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 12, 140, 1, 1, 1, 1, 1, 1, 1, 1, 141, 142, 12, 12, 139, 137, 47, 47, 144, 51, 51, 143, 146, 145, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 149, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 147, 0, 0, 0, 0, 1, 0, 148, 136, 1, 0, 1, 1, 12, 12, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 1, 152, 151, 22, 1, 1, 12, 12, 1, 22, 12, 12, 1, 1, 1, 1, 1, 138, 1, 1, 156, 1, 1, 1, 1, 157, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 1, 1, 140, 1, 1, 156, 1, 1, 1, 1, 157, 1, 1, 1, 138, 1, 1, 1, 156, 1, 161, 1, 1, 1, 157, 1, 1, 138, 1, 1, 1, 161, 1, 1, 1, 1, 1, 138, 1, 1, 1, 1, 1, 1, 1, 1, 138, 1, 1, 161, 1, 1, 161, 1, 1, 1, 1, 1, 1, 1, 167, 1, 1, 1, 156, 1, 1, 161, 1, 1, 1, 157, 1, 1, 167, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 140, 1, 1, 156, 1, 161, 1, 1, 1, 157, 1, 1, 138, 1, 1, 156, 1, 161, 1, 1, 1, 157, 1, 1, 138, 1, 1, 1, 1, 156, 1, 161, 1, 1, 1, 157, 1, 1, 1, 138, 1, 1, 156, 1, 1, 1, 1, 173, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 1, 176, 1, 1, 167, 1, 1, 1, 1, 1, 156, 1, 1, 161, 1, 1, 1, 157, 1, 1, 167, 1, 1, 1, 1, 1, 156, 1, 1, 161, 1, 1, 1, 157, 1, 1, 167, 1, 1, 1, 1, 1, 161, 1, 1, 1, 1, 171, 163, 163, 12, 1, 12, 175, 1, 1, 1, 1, 1, 164, 164, 164, 158, 1, 1, 1, 162, 164, 168, 174, 1, 1, 1, 1, 162, 162, 1, 1, 160, 158, 171, 162, 166, 179, 170, 179, 1, 1, 177, 1, 170, 159, 162, 1, 1, 1, 1, 162, 1, 165, 1, 1, 1, 12, 1, 180, 1, 169, 1, 1, 1, 169, 168, 172, 178, 160, 171, 1, 1, 1, 1, 1, 1, 182, 182, 182, 182, 182, 182, 182, 182, 182, 182, 182, 182, 182, 182, 182, 182, 182, 182, 182, 183, 182, 182, 183, 182, 182, 182, 182, 184, 184, 182, 182, 183, 182, 183, 182, 182, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 186, 12, 1, 12, 12, 12, 12, 1, 12, 12, 12, 12, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 199, 1, 201, 202, 200, 199, 199, 1, 1, 205, 1, 206, 204, 1, 12, 1, 1, 1, 1, 1, 1, 12, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 217, 199, 199, 199, 199, 217, 1, 1, 1, 1, 220, 221, 219, 1, 1, 1, 1, 1, 1, 223, 223, 1, 1, 1, 223, 223, 225, 226, 224, 1, 228, 1, 1, 1, 1, 12, 234, 235, 236, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 12, 1, 1, 1, 1, 203, 207, 1, 1, 1, 1, 155, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 231, 1, 1, 1, 198, 1, 1, 1, 1, 242, 1, 1, 239, 1, 1, 1, 1, 1, 1, 1, 1, 1, 12, 1, 1, 1, 1, 1, 1, 1, 1, 1, 12, 1, 1, 1, 1, 1, 12, 1, 1, 1, 1, 1, 1, 1, 1, 189, 214, 1, 1, 1, 210, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 196, 1, 1, 1, 1, 1, 1, 1, 215, 1, 1, 1, 1, 230, 1, 1, 1, 1, 181, 1, 218, 1, 213, 1, 1, 1, 216, 1, 1, 1, 12, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 194, 1, 12, 1, 1, 12, 1, 1, 1, 1, 197, 1, 1, 1, 212, 1, 12, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 12, 1, 1, 243, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 229, 1, 1, 1, 1, 1, 12, 1, 1, 1, 1, 1, 1, 1, 1, 188, 12, 1, 1, 1, 191, 12, 1, 1, 1, 1, 1, 1, 1, 233, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 190, 1, 1, 1, 1, 1, 1, 1, 238, 1, 1, 1, 195, 1, 1, 1, 211, 1, 12, 1, 227, 208, 12, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 215, 1, 1, 1, 1, 193, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 185, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 209, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 240, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 12, 1, 241, 1, 1, 12, 1, 1, 1, 1, 192, 1, 1, 1, 209, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 12, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 12, 1, 1, 1, 232, 1, 1, 1, 187, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 222, 1, 1, 1, 12, 12, 1, 1, 1, 1, 1, 1, 1, 1, 1, 237, 1, 1, 12, 1, 1, 1, 12, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 1, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 253, 0, 0, 0, 0, 0, 254, 0, 0, 0, 0, 0, 0, 1, 12, 1, 1, 1, 258, 1, 1, 1, 0, 259, 256, 257, 1, 1, 1, 1, 1, 1, 264, 1, 266, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 262, 1, 1, 1, 1, 1, 268, 1, 1, 12, 1, 12, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 267, 1, 1, 1, 12, 1, 1, 1, 1, 263, 1, 1, 1, 261, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 265, 1, 1, 1, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 1, 12, 1, 1, 1, 12, 1, 1, 274, 1, 13, 1, 1, 1, 12, 12, 271, 272, 1, 1, 1, 1, 273, 1, 1, 12, 1, 1, 1, 1, 1, 1, 1, 275, 1, 1, 12, 16, 1, 1, 1, 1, 1, 1, 276, 1, 1, 1, 12, 12, 1, 1, 1, 1, 1, 1, 1, 276, 12, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 285, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 289, 289, 1, 0, 0, 0, 0, 0, 1, 12, 0, 0, 0, 0, 0, 0, 0, 0, 182, 1, 294, 295, 1, 12, 1, 1, 1, 1, 12, 297, 1, 1, 296, 1, 1, 299, 1, 1, 1, 1, 1, 1, 0, 1, 1, 1, 303, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 12, 1, 0, 1, 0, 0, 0, 0, 1, 0, 1, 0, 1, 1, 1, 1, 1, 0, 1, 0, 1, 1, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 12, 0, 314, 0, 0, 315, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 1, 1, 12, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 61, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 1, 0, 1, 1, 1, 0, 339, 0, 0, 0, 0, 0, 0, 0, 0, 0, 341, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 1, 1, 1, 1, 12, 1, 1, 1, 1, 1, 1, 1, 1, 1, 12, 1, 1, 1, 1, 1, 357, 357, 358, 357, 0, 209, 1, 1, 13, 353, 1, 351, 0, 0, 0, 0, 0, 0, 0, 354, 1, 1, 359, 1, 239, 1, 1, 1, 1, 352, 1, 349, 1, 355, 1, 347, 1, 356, 1, 348, 1, 1, 1, 1, 1, 1, 1, 12, 1, 1, 1, 1, 12, 350, 350, 1, 1, 1, 198, 1, 1, 12, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 12, 1, 1, 1, 1, 12, 1, 1, 1, 1, 346, 1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 0, 0, 0, 362, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 299, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 402, 402, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 394, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 1, 1, 1, 1, 0, 1, 370, 381, 1, 1, 369, 404, 1, 375, 1, 1, 367, 399, 1, 1, 385, 366, 371, 1, 1, 1, 378, 409, 387, 1, 1, 1, 1, 1, 1, 388, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 1, 0, 397, 401, 0, 0, 83, 1, 1, 0, 395, 372, 408, 373, 376, 383, 1, 398, 0, 1, 0, 83, 392, 390, 1, 0, 0, 1, 1, 1, 0, 0, 0, 0, 411, 1, 1, 382, 1, 83, 1, 0, 1, 1, 1, 414, 1, 0, 0, 83, 389, 0, 1, 368, 1, 1, 1, 0, 1, 1, 391, 1, 0, 1, 1, 1, 0, 1, 416, 379, 1, 1, 0, 1, 0, 0, 407, 0, 1, 1, 1, 83, 400, 1, 1, 396, 393, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 374, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 406, 0, 83, 1, 1, 1, 1, 0, 1, 1, 1, 1, 1, 1, 0, 0, 1, 1, 410, 1, 1, 1, 0, 0, 413, 0, 0, 0, 1, 386, 1, 0, 83, 412, 1, 0, 0, 0, 0, 415, 1, 1, 0, 0, 1, 0, 1, 0, 384, 0, 380, 0, 1, 1, 1, 0, 1, 1, 0, 403, 377, 405, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 1, 1, 0, 0, 0, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 1, 0, 0, 0, 0, 0, 12, 1, 1, 1, 12, 431, 431, 1, 1, 12, 12, 1, 431, 1, 1, 12, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 0, 0, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 443, 1, 1, 0, 1, 1, 1, 1, 239, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 1, 1, 1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 461, 461, 1, 1, 0, 0, 347, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 12, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 474, 1, 473, 1, 1, 1, 1, 1, 1, 1, 1, 1, 478, 1, 12, 12, 1, 1, 1, 1, 1, 12, 1, 1, 1, 1, 486, 1, 1, 1, 488, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 485, 1, 480, 1, 1, 1, 1, 467, 1, 1, 1, 1, 1, 1, 1, 1, 481, 12, 1, 1, 1, 1, 487, 1, 1, 1, 482, 476, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 347, 1, 464, 1, 1, 12, 484, 1, 1, 347, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 469, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 487, 1, 1, 1, 1, 347, 1, 483, 1, 1, 1, 477, 471, 1, 1, 1, 1, 1, 472, 1, 489, 475, 1, 1, 1, 1, 1, 470, 1, 1, 1, 1, 1, 1, 1, 1, 1, 465, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 479, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 468, 1, 1, 1, 1, 1, 466, 1, 253, 490, 1, 1, 1, 1, 1, 12, 1, 1, 1, 1, 12, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 0, 1, 0, 0, 1, 0, 1, 0, 1, 1, 0, 0, 0, 496, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 12, 1, 69, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 500, 0, 500, 500, 500, 500, 500, 500, 500, 0, 500, 500, 500, 500, 500, 1, 500, 500, 500, 0, 500, 500, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 505, 504, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 509, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 502, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 503, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 511, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 500, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 508, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 501, 0, 0, 512, 507, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 506, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 500, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 501, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 500, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 510, 0, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 12, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 522, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 233, 233, 1, 526, 1, 1, 1, 525, 1, 1, 1, 1, 521, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 523, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 527, 1, 1, 524, 1, 1, 1, 1, 1, 1, 1, 1, 402, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 528, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 1, 0, 0, 0, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 539, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 1, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 1, 0, 0, 1, 1, 1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 0, 1, 0, 0, 0, 0, 0, 0, 1, 0, 1, 0, 0, 1, 1, 12, 1, 542, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 12, 12, 1, 0, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 0, 1, 1, 0, 1, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 1, 0, 1, 1, 1, 1, 0, 0, 0, 1, 0, 0, 0, 1, 61, 1, 1, 12, 12, 12, 12, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 561, 1, 1, 1, 1, 1, 1, 1, 562, 1, 1, 1, 1, 1, 1, 1, 560, 1, 1, 12, 1, 1, 564, 272, 1, 1, 1, 12, 12, 1, 1, 12, 1, 12, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 568, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 1, 1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 1, 1, 1, 574, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 136, 1, 12, 579, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 111, 1, 1, 1, 12, 1, 1, 1, 1, 12, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 584, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 12, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0, 0, 148, 1, 1, 1, 261, 1, 1, 12, 32, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 0, 0, 1, 609, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 253, 1, 358, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 614, 1, 1, 1, 1, 0, 616, 0, 83, 0, 615, 0, 1, 1, 1, 0, 1, 1, 1, 1, 1, 1, 12, 0, 0, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0, 623, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 0, 0, 1, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 618, 618, 0, 622, 620, 618, 618, 618, 618, 618, 624, 618, 618, 628, 618, 618, 618, 618, 618, 618, 618, 618, 618, 618, 625, 622, 618, 618, 622, 618, 618, 618, 618, 618, 618, 618, 618, 618, 618, 618, 618, 618, 620, 618, 618, 618, 618, 618, 626, 618, 618, 618, 618, 618, 618, 0, 0, 0, 1, 627, 1, 1, 1, 1, 621, 1, 1, 1, 1, 1, 619, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 12, 632, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 0, 0, 0, 0, 0, 1, 12, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 12, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 12, 1, 1, 12, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 100, 66, 311, 337, 442, 570, 0, 4, 70, 269, 287, 313, 338, 364, 418, 444, 0, 533, 554, 571, 634, 9, 0, 62, 92, 428, 440, 460, 612, 0, 531, 553, 567, 649, 0, 32, 6, 0, 495, 534, 639, 597, 72, 0, 7, 316, 288, 419, 497, 447, 573, 83, 635, 0, 613, 340, 449, 499, 9, 109, 319, 540, 6, 32, 0, 342, 83, 421, 83, 517, 10, 6, 135, 281, 306, 0, 650, 544, 0, 600, 0, 65, 6, 6, 284, 99, 2, 463, 429, 441, 633, 0, 6, 0, 6, 317, 107, 6, 598, 535, 575, 0, 498, 420, 304, 318, 8, 73, 108, 636, 578, 422, 343, 331, 450, 150, 76, 321, 582, 545, 638, 601, 365, 360, 513, 6, 77, 153, 11, 0, 282, 557, 583, 602, 549, 587, 607, 648, 38, 6, 293, 326, 363, 335, 251, 32, 563, 590, 251, 43, 249, 298, 327, 336, 437, 454, 515, 305, 0, 75, 599, 0, 434, 448, 330, 83, 280, 83, 0, 617, 581, 538, 323, 452, 83, 423, 417, 0, 0, 0, 9, 592, 608, 250, 0, 455, 438, 566, 551, 610, 652, 89, 251, 44, 328, 426, 456, 606, 0, 546, 324, 307, 83, 248, 84, 30, 420, 32, 6, 424, 361, 334, 641, 629, 559, 586, 548, 0, 291, 85, 32, 436, 453, 0, 32, 457, 0, 252, 630, 552, 9, 439, 458, 251, 281, 90, 255, 631, 611, 594, 516, 459, 427, 283, 260, 91, 60, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 657, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 445, 0, 0, 0, 0, 0, 0, 0, 0, 86, 0, 133, 0, 0, 541, 585, 0, 0, 0, 0, 0, 0, 0, 29, 0, 588, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 445, 0, 0, 0, 0, 537, 0, 290, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 325, 0, 0, 0, 0, 0, 0, 0, 654, 0, 0, 0, 0, 0, 653, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 425, 0, 0, 0, 518, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 71, 0, 0, 0, 0, 0, 0, 529, 0, 0, 0, 0, 0, 0, 435, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 244, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 550, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 530, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 302, 312, 0, 0, 0, 0, 0, 565, 308, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 547, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 491, 0, 0, 0, 345, 0, 0, 0, 0, 79, 0, 286, 0, 0, 0, 0, 0, 0, 25, 0, 0, 0, 0, 605, 0, 0, 0, 0, 637, 556, 0, 0, 0, 0, 277, 0, 0, 0, 0, 0, 0, 493, 0, 0, 514, 0, 0, 0, 0, 0, 63, 0, 0, 0, 300, 59, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 279, 0, 0, 0, 0, 0, 310, 647, 0, 74, 0, 0, 0, 0, 0, 0, 0, 0, 0, 656, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 154, 0, 309, 0, 0, 0, 0, 0, 0, 604, 0, 0, 0, 0, 0, 0, 558, 0, 0, 0, 0, 0, 0, 0, 0, 0, 603, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 64, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 246, 0, 0, 0, 0, 0, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 88, 0, 536, 0, 0, 0, 0, 0, 591, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 88, 87, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 520, 0, 519, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 292, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 492, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 320, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 572, 0, 0, 0, 0, 0, 0, 0, 0, 329, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 71, 270, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 88, 0, 643, 0, 0, 589, 0, 0, 0, 0, 0, 0, 0, 0, 0, 278, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 646, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 555, 0, 0, 0, 88, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 532, 0, 651, 0, 0, 462, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 433, 0, 0, 0, 580, 0, 97, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 33, 0, 0, 0, 0, 0, 0, 31, 96, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 322, 0, 0, 0, 247, 0, 0, 0, 0, 0, 0, 595, 0, 0, 0, 0, 134, 0, 0, 0, 0, 0, 596, 0, 0, 0, 0, 0, 0, 0, 445, 451, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 430, 0, 344, 0, 0, 0, 0, 0, 5, 0, 0, 0, 0, 0, 0, 0, 332, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 569, 0, 0, 0, 446, 0, 0, 432, 0, 0, 0, 0, 0, 0, 640, 0, 0, 0, 576, 0, 0, 94, 0, 577, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 543, 494, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 301, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 445, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 645, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 644, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 655, 0, 0, 0, 0, 0, 593, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 333, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 642, 0, 0, 245, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 660, 660, 660, 660, 660, 660, 660, 659, 661]);
const labelText = "orgmilcomschnetedugovdrrformsfeedbackofficialaccoorgmilschnetgovmagazinemediaunioncargopilotgroupcaarespressworksaerodromeworkinggroupair-traffic-controlaircraftaccident-preventioneducatormarketplaceambulanceinsurancecateringairportrepbodyenginesoftwaremodellingair-surveillanceconsultingchartertrainermaintenanceservicesdesignflightskydivingfreightassociationstudentgroundhandlingdgcafuelclubtaxicrewshowballooningexpresstraderbrokerauthoragentsairtrafficjournalistsafetyconsultantmicrolightaccident-investigationparachutingequipmentproductionfederationrecreationscientistnavigationengineertradingglidingleasingresearchpassenger-associationentertainmentparaglidinghangglidingaerobaticrotorcraftemergencycertificationgovernmentaeroclubexchangelogisticschampionshiphomebuiltcouncilconferencecontrolairlinecivilaviationjournalorgcomnetedugovcoorgcomnomnetobjofforgcomnetuwukiloappsframerorgmilcomnetedugovcoradioorgcomnetcommuneedogpbcoitgvorgedugov*spreviewfrontendrelayononstagingauthcloudsandboxupid*mtls*privatelinktypedreamdeveloperbravemochawindsurfaivenmirenupsunwnextbegetngrokclerkwale2bwebcsbrunputerflutterflowcloudzyrospawnbasesliplanemodelenceshiptodaymagicpatternsnetlifyondigitaloceanrailwayhostedclaudehasurabotdashretoolvercelgithubluyanigadgetreplitcloudflaretelebitedgecomputeevervaultexponyatnoopencrpplxzeaburwasmerframerzeropsrocketpreviewconvexmedusajsspritesonherculeseasypanelstreamlitglideossnowflakemesserliloginlinehackclubcodepennorthflankbase44corespeedleapcellngrok-freeclerkstagelovableon-fleek*us-west-3ap-south-2us-central-2us-central-1eu-central-1ap-south-1us-west-2us-east-2eu-north-1ap-north-1us-west-1us-east-1*rcloudintsegorgmilcomgobbetnetintedugovturmusicasenasamutualcoopip6uriurnin-addre164homeirisgovdixdaemoncloudnssthwien*inexexkunden4accogvormymyspreadshop4lima2ixortsinfofuturecmsfuturehosting12hpprivfuturemailinglima-cityfunkfeuer123webseitednshomemelmyspreadshopcloudletswasantqldvicactnswtascatholicwasaqldvictasidwasantozqldorgcomvicasnactnetedugovnswtasconfcomairflowlambda-urltransfer-webapptransfer-webappairflowtransfer-webapptransfer-webapp-fipstransfer-webappeu-west-3ap-south-2eu-south-2eu-central-2ap-southeast-3ap-southeast-4ap-northeast-3eu-central-1mx-central-1me-central-1ca-central-1il-central-1ap-northeast-1ap-southeast-1me-south-1af-south-1eu-south-1ap-south-1ap-southeast-7us-west-2eu-west-2ap-east-2us-east-2eu-north-1ap-southeast-2ap-northeast-2ap-southeast-5us-gov-west-1us-gov-east-1ap-southeast-6ca-west-1us-west-1eu-west-1us-east-1ap-east-1sa-east-1privatenotebookstudiolabelingnotebookstudionotebooknotebook-fipslabelingnotebookstudionotebook-fipsnotebookstudio-fipsnotebook-fipsnotebookstudionotebook-fipsnotebookstudioeu-west-3ap-south-2eu-south-2eu-central-2ap-southeast-3ap-southeast-4ap-northeast-3eu-central-1me-central-1ca-central-1il-central-1ap-northeast-1ap-southeast-1me-south-1af-south-1eu-south-1ap-south-1us-west-2eu-west-2us-east-2eu-north-1ap-southeast-2ap-northeast-2experimentsus-gov-west-1us-gov-east-1ca-west-1us-west-1eu-west-1us-east-1ap-east-1sa-east-1onrepostsagemakercopporgmilcompronetintedugovbiznameinfoshoprsorgmilcomnetedugovbrendlyresolvenzauscotvstoreorgcomnetedugovbizinfoidacaicoittvorgmilcomschnetedugovinfocloudezproxysiteacmymyspreadshopkuleuvenwebhostingtransurl123websitecloudnsinterhostsolutionsddns5476103298edgfacbmlonihkjutwvqpsryxzbarsycoororgcomedumyftpno-iporxcloud-ipfor-somemmafanfor-morewebhopselfipjozidyndnscloudnsdscloudfor-thefor-betteractivetrailcoeconorestooteorgcomeconeteduassurmoneyafricaarchitectesrestaurantloisirstourismavocatsinfoagrounivcoorgcomnetedugoviatvdeportesaludtksatorgmilcomwebgobnetinteducienciaboliviarevistacooperativaempresanombreindustriamusicapatriamedicinademocraciapoliticapuebloindigenaplurinacionalarteblogwikiinfoagrotransportenoticiasprofesionalacademiaeconomiaecologiamovimientotecnologianaturalpagesappsgroksimplesitecepesebamapadfmgalampbacscpirngorotomtrjspaprrprrsesmscepesebamapadfmgalampbacscpirngorotomtrjspaprrprrsesms*biaamfmtcmptvfeirasampajampanatalbelemananiradiog12medindfndbmdtrdthepoaggfjdfdefinfenflegsegongengcngorgzlgslglogppgmillelqslcimcomnomadmjabimbbibbsbabcrectecsjcetcpscpvhudieticriapipsiecnbiorioecogeoteoodoproatoartfstmatvetdetbetnetcntnotfotgrueduajuespappreptmpemparqsrvadvdevgovntrturagrjorfarjusmusdesvixxyzcozfozslzbhzmaringasantamariacampinagrandegoianiasorocabafloripasaobernardocuritibaboavistarecifeaparecidasaogoncasalvadorcuiabamorenamacapalondrinacontagemsocialfortalmaceioleilaoosascoriobranconiteroi9guacutcheblogflogvlogwikitaxicoopmanauspalmascaxiasjoinvillebaruericampinassantoandreribeiraoriopretoweorgcomnetedugovv0windsurfshiptodaycloudsitecoaccoorgnetgovofmilcomgovmediatechzacoorgcomnetedugsjgovmydnspenfnlabnbmbgcbcqconcontnuyksknsmyspreadshopno-ipawdevboxbarsyonidatemfuinabusavinstanceseceuguukussryzespawncsxcloud-ipmyphotosfantasyleaguetwmailcleverappsscrappingccwucloudnsftpaccessgame-serverccgovobjectsrmalpgcust*svcalp1aeappenginermalpgmyspreadshop4lima2ixsquare7cloudscale123websitefirenet12hpflowgotdnslinkyard-cloudcloudnslima-citydnskingobjectstorageedaccogoorusorgcomnetinteduaéroportxn--aroport-byaassogouvcomilgobgovcloudnses-1eu-west-1us-east-1euvipit1eurarubait1s3lbwebsites3websiteru-spbru-mskelasticcsrunstnukukcaukusnl-ams-1fr-par-1fr-par-2functionsnodess3ddlwhmrdbfnck8sifrs3-websitecockpitscblmgdbdtwhkafkpubprivs3ddlwhmrdbk8sifrs3-websitecockpitscblmgdbdtwhkafks3ddlrdbk8sifrs3-websitecockpitscblmgdbdtwhkafkk8sscalebookpl-wawfr-parnl-amsbaremetalsmartlabelinginstancesdechk2kuleuvenlaravelvoorloperurownoxazapscwhstgrvaporonline-serverobservablehqelementorantagonistreclaimjoteluluencowaydiademjelasticmatlabmagentositetrendhostingaxarnetjenv-arubajelejoteravendbemergenttrafficplexconvexkeliwebserveboltbegetcdnstaticson-rancherprimetelonstackitunison-servicesdnshomelinkyardbarsyjelecloudnscocomnetgovmycn-northwest-1cn-north-1s3s3-accesspoints3-websites3s3-accesspointrdsdualstacks3-deprecatedemrappui-prods3-websiteemrstudio-prods3-object-lambdaemrnotebooks-prodexecute-apis3s3-accesspoints3s3-accesspointrdsdualstackemrappui-prods3-websiteemrstudio-prods3-object-lambdaemrnotebooks-prodexecute-apicn-northwest-1cn-north-1cn-northwest-1ebcomputeelbcn-north-1airflowcn-northwest-1cn-north-1oncn-northwest-1cn-north-1amazonawssagemakeramazonwebservicesdirectasgdsdhehahljlnmhbacscahqhshhihnlnynsnmofjbjzjxjtjhkcqtwgsjssxnxjxgxxzgz網絡网络公司orgmilcomnetedugovxn--55qx5dcanva-appsxn--io0a7iquickconnectcanvasitekhsjxn--od0algcanva-codemyqnapcloudsrvrlessclustersrealtimestorageleadpagescarrdcrdorgmilcomnomnetedugovhidnssupabaserdpareplmypiumsoxmitotaplpagesfirewalledreplitowodevwebview-assetsvfswebview-assetss3s3-accesspointdualstackemrappui-prods3-websiteaws-cloud9emrstudio-prods3-object-lambdaemrnotebooks-prodexecute-apicloud9eu-west-3ap-south-2eu-south-2eu-central-2ap-southeast-3ap-southeast-4ap-northeast-3eu-central-1me-central-1ca-central-1il-central-1ap-northeast-1ap-southeast-1me-south-1af-south-1eu-south-1ap-south-1ap-southeast-7us-west-2eu-west-2us-east-2eu-north-1ap-southeast-2ap-northeast-2ap-southeast-5ca-west-1us-west-1eu-west-1us-east-1ap-east-1sa-east-1s3s3-accesspointdualstackemrappui-prods3-websiteaws-cloud9emrstudio-prods3-object-lambdaemrnotebooks-prodexecute-apicloud9consent-portals3s3-accesspointdualstackanalytics-gatewayemrappui-prods3-websiteaws-cloud9emrstudio-prodbedrock-agentcores3-object-lambdaemrnotebooks-prodexecute-apicloud9s3s3-accesspointdualstackemrappui-prods3-websiteemrstudio-prodbedrock-agentcores3-object-lambdaemrnotebooks-prodexecute-apis3s3-accesspointdualstackemrappui-prods3-websiteemrstudio-prods3-object-lambdaemrnotebooks-prodexecute-apis3s3-accesspointdualstacks3-deprecateds3-websitebedrock-agentcores3-object-lambdaexecute-apibedrock-agentcores3s3-accesspoints3-websites3-accesspoint-fipss3-fipss3s3-accesspointdualstackemrappui-prods3-websites3-accesspoint-fipsaws-cloud9s3-fipsemrstudio-prodbedrock-agentcores3-object-lambdaemrnotebooks-prodexecute-apicloud9s3s3-accesspointdualstackemrappui-prods3-websites3-accesspoint-fipss3-fipsemrstudio-prods3-object-lambdaemrnotebooks-prodexecute-apis3s3-accesspointdualstackemrappui-prods3-websiteaws-cloud9emrstudio-prodbedrock-agentcores3-object-lambdaemrnotebooks-prodexecute-apicloud9s3s3-accesspointdualstackemrappui-prods3-websiteaws-cloud9emrstudio-prodbedrock-agentcores3-object-lambdaemrnotebooks-prodexecute-apicloud9s3s3-accesspointdualstacks3-deprecatedanalytics-gatewayemrappui-prods3-websiteaws-cloud9emrstudio-prodbedrock-agentcores3-object-lambdaemrnotebooks-prodexecute-apicloud9vfss3s3-accesspointdualstackemrappui-prods3-websiteaws-cloud9emrstudio-prods3-object-lambdaemrnotebooks-prodexecute-apicloud9eu-west-3ap-south-2eu-central-2ap-southeast-3ap-southeast-4ap-northeast-3eu-central-1mx-central-1me-central-1ca-central-1il-central-1ap-northeast-1us-northeast-1ap-southeast-1me-south-1af-south-1ap-south-1ap-southeast-7us-west-2eu-west-2ap-east-2us-east-2ap-southeast-2ap-northeast-2ap-southeast-5us-gov-west-1us-gov-east-1ap-southeast-6ca-west-1us-west-1eu-west-1us-east-1ap-east-1sa-east-1mrapaccesspoints3s3-accesspointdualstacks3-deprecatedanalytics-gatewayemrappui-prods3-websites3-accesspoint-fipsaws-cloud9s3-fipsemrstudio-prodbedrock-agentcores3-object-lambdaemrnotebooks-prodexecute-apicloud9s3s3-accesspointdualstacks3-deprecatedanalytics-gatewayemrappui-prods3-websites3-accesspoint-fipsaws-cloud9s3-fipsemrstudio-prodbedrock-agentcores3-object-lambdaemrnotebooks-prodexecute-apicloud9s3s3-accesspointdualstackemrappui-prods3-websites3-accesspoint-fipss3-fipsemrstudio-prodbedrock-agentcores3-object-lambdaemrnotebooks-prodexecute-apis3eu-west-3ap-south-2eu-south-2computes3-ap-northeast-2elbrdss3-ap-east-1s3-sa-east-1s3-us-gov-west-1s3-eu-central-1s3-ca-central-1eu-central-2ap-southeast-3ap-southeast-4ap-northeast-3s3-website-us-west-2s3-website-eu-west-1s3-external-1eu-central-1me-central-1ca-central-1il-central-1s3-us-west-1s3-eu-west-1s3-website-sa-east-1s3-website-ap-southeast-2ap-northeast-1ap-southeast-1s3-us-west-2s3-eu-west-2me-south-1af-south-1eu-south-1ap-south-1ap-southeast-7us-west-2eu-west-2us-east-2s3-website-ap-southeast-1s3-1s3-globals3-ap-northeast-3eu-north-1airflowap-southeast-2s3-us-gov-east-1s3-fips-us-gov-east-1s3-me-south-1s3-ap-south-1ap-northeast-2s3-website-us-west-1ap-southeast-5s3-eu-north-1s3-ap-southeast-1s3-website-us-gov-west-1compute-1s3-eu-west-3us-gov-west-1s3-website-ap-northeast-1us-gov-east-1s3-fips-us-gov-west-1s3-website-us-east-1s3-ap-southeast-2ca-west-1us-west-1eu-west-1us-east-1ap-east-1sa-east-1s3-us-east-2s3-ap-northeast-1authauthauth-fipsauth-fipseu-west-3ap-south-2eu-south-2eu-central-2ap-southeast-3ap-southeast-4ap-northeast-3eu-central-1mx-central-1me-central-1ca-central-1il-central-1ap-northeast-1ap-southeast-1me-south-1af-south-1eu-south-1ap-south-1ap-southeast-7us-west-2eu-west-2ap-east-2us-east-2eu-north-1ap-southeast-2ap-northeast-2ap-southeast-5us-gov-west-1us-gov-east-1ap-southeast-6ca-west-1us-west-1eu-west-1us-east-1ap-east-1sa-east-1eu-west-3eu-south-2ap-southeast-3eu-central-1ca-central-1ap-northeast-1ap-southeast-1ap-south-1us-west-2eu-west-2us-east-2eu-north-1ap-southeast-2ap-northeast-2ap-southeast-5eu-west-1us-east-1ap-east-1sa-east-1csrframeservicesbuilderstg-builderdev-builder*ociocpocsazuregcpawsdemoinstanceeu-west-3ap-south-2eu-south-2eu-central-2ap-southeast-3ap-southeast-4ap-northeast-3eu-central-1me-central-1ca-central-1il-central-1ap-northeast-1ap-southeast-1me-south-1af-south-1eu-south-1ap-south-1ap-southeast-7us-west-2eu-west-2us-east-2eu-north-1ap-southeast-2ap-northeast-2ap-southeast-5us-gov-west-1us-gov-east-1ap-southeast-6ca-west-1us-west-1eu-west-1us-east-1ap-east-1sa-east-1previeweu-4us-4us-1eu-1us-2eu-2us-3eu-3appss3-websitekrkrobjectprivateobjectkrkrskrkrsobjectkrprivateobjectkr-privatecomputepaasrag-cloudrag-cloud-chjcloudjcloud-ver-jpcdemonodebalancermembersipeuxvsoncillaocelotonzayalilynxsphinxfentigercustomercaracalsgkrobjectstoragedesgkrusobjectkrkr-naverkr-naver-devkrprivatewebsiteobjectkr-naverkr-privatekr-naver-devjpjpkrjp4jp5s3-website-jpjpkrjp4jp5objectprivateobjecto365cloudstaticxendevapp001testcode-builder-stgplatformmediasiteprojedrydpagesjsx0desazacncoitrueu4uhkukgrbrushatenadiarymyspreadshopfrom-flfrom-wvwebspace-hosttheworkpchatenablogcursorusercontentservesarcasmapplinzisakuratanwixsitefin-ncloudstoragegov-ncloudstorageappchizigiizeis-into-carsdnsiskinkyadobeaemcloudis-a-therapistpgfogmyvncdojinis-an-actress1kappfldrvkozowqa2jpnmexprgmrfirewall-gatewaydynnscafjsfbsbxooguyfrom-gawoltlab-demois-a-anarchistwiardwebteaches-yogadattowebtb-hostinglive-websiteservegamegotpantheonfrom-nhsubsc-payfrom-ohvipsinaappfrom-cadyndns-officeztna-dingtalkhomelinuxfrom-mahercules-appservebbsstreakusercontentfrom-okfrom-wyfastly-terrariumis-a-llamaqualyhqportalserveexchangeon-vaporvivenushopciscofreakgrayjayleaguesmetaaiusercontentfrom-iais-a-libertariansaves-the-whalestaveusercontentyolasiteoperaunitepoint2thisis-a-catererclaudeusercontentlinodeusercontentfrom-vagithubusercontentsells-for-lesshosteurcanva-appsplaystation-cloudddnsfreefrom-pafrom-prfrom-waddnskingoutsystemscloudhotelwithflightmydattois-a-nascarfanmydbserverminiserverdamnserverservehumouris-a-playerfrom-nvfrom-nmemergentagentgentappsamplifyappfrom-kyis-an-accountantnfshostserveircfrom-akpythonanywherestackhero-networkpostman-echolikescandydyndns-mailobservableusercontentserveftpfreeboxosfrom-utcdn77-storageamazonawsneat-urlnclouddyndns-serverlinodeis-a-teacherfrom-vtgleezemythic-beastsus1-pleniteu1-plenitla1-plenitpaywhirlservecounterstrikejdevcloudhealth-carereformis-into-animegoogleapisis-a-painterafricaisa-hockeynutatmetais-an-actora2hostedis-a-democratdatadetectest-le-patrondigitaloceanspacesis-a-designeris-a-hunterlinodeobjectstemp-dnsissmarterthanyoufrom-arsimplesiteevennodetownnews-stagingis-a-liberalgooglecodejelasticservemp3qualyhqpartnerdyndns-free1cooldnsest-a-la-masiondrayddnsdynuddnsfrom-orfrom-miis-a-bloggerfrom-himydobisscanvacodeis-an-engineerest-a-la-maisonupsunappdevinappswafflecellmyasustorwpenginepoweredfrom-ctservep2psame-appmyshopblocksthingdustdatalikes-piediscordsezis-with-thebandlpusercontentis-leetshopitsite3utilitiesis-a-personaltrainersinaappladeskis-a-cheflogoipselfipbase44-sandboxnospamproxyalibabacloudcsmesswithdnsauthgearappsiamallamawithgooglelutrausercontentmochausercontentframercanvasmytabitdyndns-homew-credentialless-staticblitzcpserverdiscordsaysis-a-nurseappspotatlassian-isolated-3premotewdfrom-mtwixstudiocode0emm180rmyactivedirectoryawsappsmytuleapdnsabrpolyspaceqbuserrenderbuiltwithdarkboutirgotdnsabrdnsdopaascanva-hosted-embedawsglobalacceleratorhomesecuritypcmyiphostditchyouripclever-clouddyndns-ipon-aptibleis-a-musicianhosted-by-filessecuritytacticsappspaceusercontenthomeunixstrapiappsame-previewcf-ipfsmycloudnaselasticbeanstalkis-certifieddontexistkasserverik-serverdrive-platformatlassian-3pfirebaseappncpstorageherokuappawsapprunnerbarsycenteris-a-cubicle-slaveservehttpmyshopifyis-a-guruquicksytessiiitesorsitesmagicpatternsappis-a-cpameteorappfrom-wiis-a-rockstarbumbleshrimpdattolocaldatabricksappsreadthedocs-hostedfrom-rifamilydsdyndns-picsplesknsbplaceddnsaliasdynaliasdyndns-remotedoomdnsip-ddnsblogdnsis-a-doctorroutingthecloudamazoncognitobarsyonlinedsmynasddnsgurucloudflare-ipfsdeus-canvasfrom-idsmushcdnpagespeedmobilizerdyndns-at-homeunusualpersonhosted-by-previderis-a-republicandyn-o-saurstreamlitappworkisboringonthewificprapidqualifioappis-uberleetis-slickgetmyipwpdevcloudtypeformdyndns-at-workgentlentapismynascloudw-corp-staticblitzfrom-ingeekgalaxyservebeerfrom-mdonrenderspace-to-rentaivencloudappspacehostedwafaicloudcodespotblogspotatlassian-3p-us-gov-modfrom-ndfrom-msis-a-techieis-a-studentcustomer-ociis-a-photographerdurumisfrom-ksmassivegriddyndns-wikiis-an-entertaineris-a-hard-workermysecuritycamerafrom-mnrackmazedyndns-blogis-a-bulls-fanwritesthisblogfreemyipsimple-urlfrom-sdreservdauthgear-stagingest-mon-blogueuris-into-gamesrice-labsxtooldevicesakurawebis-an-anarchistoraclecloudappsdyndns-worksells-for-urhcloudfrom-dcfastvps-serverwpmucdnis-a-geekscrysecfrom-txis-into-cartoonsmodelscapetrycloudflarelocaltonetstreak-linkbalena-devicesfrom-njforgeblocksfreebox-oswebadorsitefrom-ncdoesntexisthobby-sitestreaklinkshomesecuritymacownprovidertuleap-partnersdattorelaywphostedmailservequakeis-a-socialistservehalflifepivohostingdynuhostingquipelementsw-staticblitzdyndns-webfrom-deproject-studyis-not-certifiedhercules-devis-a-financialadvisoramazonlightsailservepicsis-a-greenloseyouripfrom-ilwithyoutubemwcloudnonprodwiredbladehostingdnsdojofrom-tnpixolinomyqnapcloudncloudstorageis-an-artisthostedpiis-a-landscaperauiusercontentoaiusercontenton-forgeis-a-conservativedreamhostersnet-freaksapps-1and1is-goneencoreapifastly-edgefrom-nesalesforcefrom-scdeployagentoraclegovcloudappsfrom-alis-a-lawyercechirevultrobjectsstufftoreadisa-geekddnsgeeklovableprojecttry-snowplowfrom-moblogsyteis-a-bookkeepernogmyforumravendbmyboxdeelementoredsaacficogoorinforgcomgobnatneteduidstoreorgcomnetintedudevnomepublorgcomneteduathgovtestscalculatorspaynowinfoquizzesresearchedcloudnsfunnelsassessmentsjscaleforcetmacltdorgmilcompronetgovbizpresseklogesrsccloudcustomfltusrcloude4corealmgovmunicontentproxy9metacentrumdyndyndyndnsdynpagespages-researchitionoccustomercomymyspreadshopipv64diskussionsbereich4limacomrubgov2ixfirewall-gatewayddnssspdnsbarsykeymachinesquare7myhome-serverspeedpartnercommunity-proschuldockxenonconnectgünstigliefernbwcloud-os-instancedyndnssecmy-routerxn--gnstigliefern-wobin-butterl-o-g-i-nisteingeekin-dslin-berlinin-brbfuettertdasnetzleitungsenin-vpnlcube-serverdyn-ip24logoipdyn-berlinruhr-uni-bochum12hpgoipsrvdnsfruskygit-repossvn-reposinternet-dnsgünstigbestellenhome-webserverxn--gnstigbestellen-zvbbplacedheimdnscosidnswebspaceconfiglima-citydyndns1istmeinvirtualuserschulplattformmy-gatewayddnsseclebtimnetztest-iservmein-iservvirtual-userhome64iservschuletaifun-dnstraeumtgeradeschulserverdynamisches-dns123webseitednshomehs-heilbronndnsupdaterbssgraphicdwadpdwdaepeweaawapaafpfwfabwbpbacwcpcciwebuserapiobjects*teamst3r2lpabymebravepanelngrokiservstglclcrmerpflypagesbarsyvivenushoplocalcertlocalplayerbearbloggatewaydeno-stagingis-not-ais-a-goodbotdashvercelmocha-sandboxplatter-appreplitgithubpreviewworkersinbrowserevervaultis-ahrsndenoxmitmodxmyaddrstorageapipayloadgrebedocruncontainersstgstagelclstageloginlineis-a-fullstackcodepenleapcellngrok-freeis-coolpagelemonstoragewebharemediatechlibp2pdiscourseimaginecomyspreadshopstoreregbiz123hjemmesidefirmcoorgcomnetedugovsldorgmilcomwebgobartnetedugovtmorgpolcomsocartnetedugovassoagrondiscoodontk12medcuegyecpaabgengorgmilgalsaltulcomadmesmgobpubdocmonfindgnriouioproartlatvetnetfotedulojgovntrturibrbarxxxofficialbasechefprofmktgpsictechinfoarqtcontdentrrpppsiqgit-pagesritmedfieorgcomlibprieduaipgovriikmeactvsportorgmilcomscieunnetedugovnameinfopintouchtawktotawkmyspreadshoporgcomnomgobedu123miwebcomputeorgcomnetedugovbiznameinfocognito-idptransfer-webappeusc-de-east-1onjelasticnxaspdnsbarsydirectwpdeuxfleurstransurldogadoprvwcloudnsamazonwebservicesdnshomeuserpartycokoobinmkmfidymyspreadshopalandkapsiikixn--hkkinen-5wacloudplatformhäkkinen123kotisivuidacorgmilcompronetedugovbiznameinforadioorgcomneteduuserexperts-comptablestmmyspreadshopgretaprdcomnomynhccifbxoshuissier-justicenotairesaeroportfreeboxoson-webavocatassoportgouvkdnschirurgiens-dentistes-en-franceavouesfbx-os123sitewebveterinairechirurgiens-dentistespharmacienchambagrimedecinfreebox-osdediboxgoupilemszicpyicpvicppleysheezypagesedugovcnpyorgcomcybllcpvtnetedugovtnxonlineschooldaemond6atcopanelorgnetplybotdashstackitkaasorgmilcomnetedugovbizmodltdorgcomedugovcoorgcomneteduappwriteacorgcomnetedugovcloudtranslateusercontentorgcomnetedumobiassoorgcomnetedugovbarsysimplesitediscourseindorgmilcomgobneteduorgcomwebnetedugovguaminfonxhra教育敎育網絡网絡组織組織网络網络组织組织公司政府個人个人箇人ltdorgcomincneteduidvgovxn--uc0ay4axn--55qx5dxn--mk0axixn--io0a7ixn--uc0atvxn--zf0avxxn--lcvr32dxn--od0algxn--wcvs22dxn--gmqw5axn--od0aq3bxn--mxtq1mxn--ciqpnxn--tn0agxn--gmq050iorgmilcomgobneteduiservwp2tempurlmircloudfreesitewpmudevmyfastgadgetcloudaccessjelehalfboltfastvpsemergenteasypanelopencraftizcombrendlynamefromrtpersoadultmedorgpolrelcomproartnetedufirminfoassoshopcoopgouvtmcomediahotelforumvideosportorgsexagrargameslakaseroticaerotikatozsdereklamcasino2000filmsuliinfoboltshopprivnewsszexcityutazasjogaszkonyveloingatlaneacaicogoormyᬩᬮᬶmilwebschnetkopbizzonedesaponpesxn--9tfkymyspreadshopgovmytabittabitorderravpageaccok12idforgnetgovmuniltdplcaccotttvorgcomnetmeca6g5gpgamubacaicniocoukuptverdruscsdelhiindorgmilcomwebnicfingenpronetintedugovresbizbiharbarsyinternetbusinessschooltravelsupabasealumnigujaratfirminfoaeropostbankcoopindevscloudnsno-ipbarsybarrell-of-knowledgebarrel-of-knowledgensupdategroks-thisdnsupdatefor-ourknowsitalldvrcammittwalddynamic-dnsv-infowebhopselfipdyndnshere-for-moreilovecollegemayfirstforumzcloudnsmittwaldservertypo3servergroks-theeusekd1cdndyndnsidrawsainaueuapjpusstagemocksysdevicesclientcustreservdcustdevdisrecprodtestingcobeebyteutwenteboxfusebravepstmndedynngrokorgmilcomnomnetedugovqcxqzzbarsythingdustmo-siemensrb-hostingfh-muenstergitbookbluebitecloudbeesusercontentnodeartkiloappsforgerockdarklangresinstagingapigeebubbleb-datascryptedhypernodedappnodepantheonsitegitlabgithubkeeneticvirtualservercleverappshostyhostingon-rioedugitticketstelebitwixstudioon-k3sicp0icp12038jeleqotolairbubbleappsmyaddrstolosmyrdbxwebflowdrive-platformbeagleboardhasura-applolipopdefinimavaporcloudmusicianwebflowtestazurecontainerresindevicereadthedocsloginlineeditorxmoonscalesandcatsbasicserverwebthingsbrowsersafetymarkbeebyteappbitbucketidaccovistablogorgschnetgovxn--mgba3a4f16axn--mgba3a4fraarvanedgeايرانایرانjclaspeziapdudcefegelemeperetevebacanatavaparasabgagfgogrgpgalclblimfmrmcbmbvbfclcmcvcrcpcchlimifibicivipirisimncnbnanenrnpntnnolomobocoaogorosopotoptvtatctbtmtltotpusulunutpspapaqsvpvvvtvavvrtrsrprgrfrcrbrarorkrvstsssbscsmsispzczbzbozen-suedtirolmyspreadshopxn--bulsan-sdtirol-nsbxn--valledaoste-ebbtrentinoaltoadigetrentin-sued-tirolxn--forlcesena-c8axn--forl-cesena-fcbxn--bozen-sdtirol-2obtriestetrentinsuedtiroltrentino-s-tirollecceudineaostesienaparmaluccapaviagenoapaduaaostamonzaabruzzoternirietiturinmilanbozenlaziofermoleccocuneonuoropratola-speziavdataaligfvgpugmolcalcamlomumbsicpmnvenvaoedugovabrsarmaremrbastoslazibxosfirenzetrentinosüdtirolval-d-aostavalle-aostamessinacremonaravennatoscanatrentin-suedtirolbolognacalabriaurbinopesarofriuli-v-giuliaogliastraxn--valle-aoste-ebblaquilaandriatranibarlettasyncloudxn--valle-d-aoste-ehbaostavalleyvalled-aostatrentino-alto-adigevallee-d-aostexn--balsan-sdtirol-nsbpistoiasicilialucaniacataniaiserniaperugiabresciaveneziagorizialiguriaimperiabulsan-suedtirolbalsan-suedtirolbarlettatraniandriaxn--trentino-sdtirol-szbforlì-cesenatuscanyvallée-d-aostemantovavallée-aostecasertapiemontevalleaostaval-daostafriulivgiuliatrevisoforli-cesenavalléedaosteferrarapescaravald-aostatrentino-altoadigefriuli-vegiuliavallee-aostecarboniaiglesiastarantomediocampidanovalleedaostetrentinosud-tirolcampobassotrentinsüd-tiroltrentinosüd-tirolmonzabrianzatrentino-südtirolxn--trentino-sd-tirol-c3bpotenzacosenzavicenzaemiliaromagnavenicefrosinonemarchepordenonetrentinosued-tirolvaresemolisevalléeaostefriuli-veneziagiuliabasilicatalatinaanconasavonaveronamodenabiellabolzano-altoadigepugliafoggiaumbriatrentino-stirolgenovapadovamateranovararagusapiacenzatrentinostirolvalleeaostetempio-olbiasudsardegnatrentinsudtirolmassa-carrarafriuliveneziagiuliatrentinosuedtirolandria-barletta-tranitrapanixn--cesenaforl-i8amaceratacaltanissettaascoli-picenobrindisicarraramassacagliaririmininapolivibo-valentiachietibulsan-sudtirolbalsan-sudtiroltrentino-a-adigebulsanbalsaniglesiascarboniamilanotorinoteramodell-ogliastraarezzotrentinoalto-adigerovigotrentovenetoiglesias-carboniatrentino-sud-tirolaltoadigereggio-emiliareggio-calabriasardegnatranibarlettaandriapiedmontxn--sdtirol-n2amedio-campidanotrentino-süd-tirolfriuli-vgiuliafriuli-ve-giuliaromeennaromapisa32-b16-b64-blodiastibarineencomonaplesforlicesenailiadboxosalessandriasicilytrani-barletta-andriaxn--trentin-sdtirol-7vbpesarourbinotrentinsued-tirolcesena-forliforlìcesenaemilia-romagnamonzaebrianzaxn--trentinsdtirol-nsbtrentinos-tiroltrentinsüdtirolvalledaostaolbia-tempiocampidanomediovibovalentiasassarivalle-daostalombardysud-sardegnafriulivegiuliareggioemiliamonzaedellabrianzaalto-adigevercellitrentin-sudtiroltraniandriabarlettatrentino-sudtirolascolipicenobozen-südtirolfriulive-giuliaflorencexn--cesena-forl-mcbcarbonia-iglesiasaosta-valleycarrara-massadellogliastratrentinoa-adigexn--valleaoste-e7apesaro-urbinoxn--trentinosdtirol-7vbxn--trentin-sd-tirol-rzbxn--trentinsd-tirol-6vbtrani-andria-barlettatrentin-süd-tirolxn--trentinosd-tirol-rzbgrossetomonza-e-della-brianzasüdtirolreggiocalabriatrentinoaadigetrentin-südtirolverbano-cusio-ossolafriuliv-giuliaverbaniacampaniatrentino-aadigefriulivenezia-giuliasardiniaandriabarlettatranibarletta-trani-andriacatanzarooristanourbino-pesarocesena-forlìvalle-d-aostacampidano-medio123homepagesiracusatempioolbiasuedtirollombardiaavellinocesenaforlìtrentinofriuli-venezia-giuliabozen-sudtirolandria-trani-barlettabulsan-südtirolbalsan-südtirolmonza-brianzabolzanotrentino-sued-tirolbellunosalernolivornocrotonesondriodnshometrentinsud-tirolmassacarraratrentin-sud-tiroltrentino-suedtirolviterbobergamocesenaforliolbiatempiopalermobeneventoagrigentoofcoorgnetfmaitvphdengorgmilcomschnetedugovperagrikanieasukehandachitatokaiaisaikonanoharuamaobuhigashiuraowariasahiinuyamatobishimaiwakurashitarainazawatoyonegamagorimihamatoyotataharakariyayatomioguchikomakimiyoshinishiotokonamekiyosuchiryutoyohashiokazakiisshikikasugaikotakiratoeianjotogofusosetohazutsushimashinshirotakahamanisshinshikatsuhekinantoyokawaichinomiyatoyoakeodateogataakitaikawakyowahonjoogayurihonjonoshirokamiokakatagamimitanegojomeyokotekosakadaisenkazunonikahohonjyomoriyoshimisatohappoukamikoanihachirogatahigashinarusesembokufujisatokitaakitaitayanagiowanitakkomutsutsurutahirosakigonoheoirasetowadamisawanohejiaomorishingohiranairokunohehashikamitsugarushichinohehachinohenakadomarisannohekuroishisakaeisumiasahiotakiinzaiabikomatsudoyachiyomutsuzawakujukuriomigawakashiwatoganemihamanaritasakuranagaramobarahanamigawachoshishiroichoseikozakishisuikatorimidorichonankyonanfuttsuonjukufunabashinagareyamanodasosatakochuotohnoshourayasukimitsuyokaichibayotsukaidosodegauratateyamakamagayayokoshibahikariyachimatakatsuuratomisatokisarazukamogawaichikawanarashinoichinomiyashimofusaminamibososhirakoichiharaoamishirasatoikatahonaiainansaijoseiyoiyoozuuwajimaniihamanamikatamasakiuchikokihokutobetoonshikokuchuomatsuyamaimabarikamijimakumakogenyawatahamamatsunosabaeikedaobamasakaifukuiohionotsurugamihamawakasaminamiechizeneiheijikatsuyamatakahamaechizensoedaukihaomutaokawanishiogoribuzenonojosueumiokiotochikugosasagurisaigawamizumakishinyoshitomikurumekurateyamadakasuganakamamiyamanogatatakatahakataiizukakawaratagawakasuyaashiyainatsukimunakataminamitsuikishonaikurogifukuchikeisenhigashimiyakoshinguyukuhashiokagakiyamekogaongausuikahotohochuotoyotsumiyawakadazaifuhisayamatachiaraiyanagawanakagawahirokawachikujochikushinochikuhochikuzennamieotamaokumashowateneiiwakikoorinangoononishigoshimogoomotegomishimafukushimaasakawakagamiishishirakawaiitatefutabahiratayugawahanawakitakatakawamatakunimiyabukibandaihigashihironoyamatomiharuyamatsuriaizubangedatesomaaizuwakamatsuyanaizuaizumisatonishiaizuizumizakikitashiobarataishinkaneyamakoriyamainawashirotanagurafurudonosamegawasukagawaishikawatamakawaikedaogakitaruiginanenahashimahichisonakatsugawaibigawashirakawamizunamiminokamomitakekawauesekigaharatomikasakahogikitagatayamagatatajimianpachimotosuyaotsukakamigaharahidakanisekitokigujominogodoyorogifukasamatsutakayamawanouchihigashishirakawakasaharashimonitatsumagoichiyodakannakanrashowameiwakiryuotaoratomiokafujiokaitakuranaganoharahigashiagatsumatakasakishibukawaminakamikatashinatsukiyonokawabanumataannakaoizumimidorishintoisesakiuenoyoshiokakusatsutakayamanakanojonanmokutamamuratatebayashimaebashiotakekaitadaiwahongofuchukuietajimashobaramiharahatsukaichihigashihiroshimamiyoshikumanokurenakasakaseraseranishiasaminamifukuyamashinichionomichiosakikamijimajinsekikogentakeharaotobenanaeikedatohmaozoraobiraabirakyowaeniwataikibibaisharirebunerimohiroooketootarupippunishiokoppechitosefurubirahakodateshiranukakitahiroshimakushiroobihironanporoiwamizawaniikappukunneppufukushimanakasatsunaitoyourakuromatsunaiakabirakamisunagawashibechaurakawakamifuranonakatombetsuasahikawashimokawakayabeokoppebiratoriabashirisaromaatsumanumatahidakabifukamukawamikasahorokanaitoyotomisarufutsuhigashikawaishikarikitamiyoichiesashiiwanaitomariminamifuranoakkeshifuranotoyakoyakumootoineppushikaoishiraoinemuronayorohaboroashorobihororishirifujiutashinaihokutotakasuebetsuurausuassabukikonaishimamakinaiedatetoyabieinikiesanuryuoumuteshikagarikubetsuashibetsukimobetsuaibetsutobetsusobetsuembetsushimizuchippubetsurishirihokuryuhoronobeshintokutsubetsushibetsuhonbetsumombetsutsukigatakuriyamakoshimizushiriuchikutchanmurorannoboribetsukamishihorowassamushinshinotsukembuchiwakkanaikamoenaikiyosatotakinoueshikabesunagawafukagawanakagawatakikawakamikawahigashikagurahamatonbetsumatsumaemoseushirankoshishakotanimakanemashikeotofuketomakomaisandatambaitamiawajikasaiasagoshisoonoakoyashirotoyookaminamiawajiinagawafukusakitakasagokamigorikasugaharimayokawaashiyahimejiakashitaishiaogakisannantakinosumototakarazukanishinomiyashingugoshikinishiwakiyokatakaaioimikisayoyabukawanishiamagasakisasayamashinonsenkakogawaichikawakamikawatatsunotsukubaiwamaogawaasahisakaitokaioaraiitakobandodaigosuifuinaamikasumigaurakashimaomitamayachiyoshimodatetomobetoridehitachinakainashikisakuragawakasamayawaramoriyahitachiomiyanamegatayamagatahitachikamisuushikutakahagiibarakitonekoganakasowayukimihojosomitoryugasakishimotsumafujishirotsuchiurachikuseihitachiotashirosatotamatsukuriuchiharashikahakuinanaotsubatawajimakahokukawakitatsurugikaganominotosuzuuchinadakomatsuanamizunakanotohakusannonoichikanazawaiwateshiwafudaikawaimoriokaofunatohanamakikuzumakikitakamininohekunoheyamadayahabasumitaichinosekitanohatahiraizumirikuzentakatajobojiotsuchihironomiyakoiwaizumikarumaiichinohenodakujitonooshushizukuishifujisawamizusawakamaishikanegasakimannoutazukotohiraayagawazentsujihigashikagawauchinomikanonjisanukimarugamemitoyotakamatsutadotsunaoshimatonoshoakuneamamiizumihiokiyusuikinkoisasookouyamanakatanekagoshimakanoyaisenkawanabeminamitanemakurazakitarumizunishinoomotematsumotosatsumasendaioimatsudaayaseebinamiurazushinakaiodawaraiseharasagamiharahakoneaikawakaiseiatsugitsukuihadanoyamatoyamakitazamaoisochigasakininomiyayokosukakamakuraminamiashigarafujisawasamukawakiyokawahiratsukayugawaraokawaumajikochitsunootoyoakiinonishitosayasudahidakamiharasakawaniyodogawahigashitsunokagamigeiseisusakiotsukinaharisukumomurototosakamiochitoyotosashimizumotoyamanankokunakamurakitagawayusuharaogunichoyoukiasoutoozugyokutoamakusamifunetakamoriyamagaminamataminamiogunikikuchisumotoyamatonagasumashikiaraokumamotokamiamakusanishiharayatsushiroayabeseikasakyoideineujinakagyokameokakyotangokyotanabekyotambaminamiyamashiroyamashinatanabeyawatawazukaminaminantanmiyazuhigashiyamafukuchiyamakitamukokamojoyokizumaizuruujitawaraoyamazakinagaokakyokumiyamakawagoeinabeshimameiwaasahitaikiudonoisetsukisosakikuwanamihamamiyamasuzukatamakimisuginabarikumanokomonominamiisewataraitobakiwatakikihotadomatsusakayokkaichikameyamaureshinoishinomakishichikashukuohirataiwaosakizaohigashimatsushimashikamaiwanumashibataogawaraonagawakawasakiseminemarumoriminamisanrikukakudamuratawakuyatomiyanatoriwataritagajomisatotomekamirifushiroishimatsushimayamamotoshiogamafurukawahyugaebinotsunosaitoayakushimanobeokakitauramiyazakitakazakigokaseshiibamimatashintomikunitomikitakatakobayashikawaminamitakaharukijotakanabemiyakonojonishimeranichinankitagawakadogawamorotsukakisofukushimaminamimakisakaeobuseikedaogawamiasaokayaasahiotakiotarichinoinaomichikumakomaganechikuhokukaruizawayasuokaooshikaikusakaminamiaikitogakushimatsukawakawakamitateshinatakamorikitaaikishiojirimiyadahakubaiizunaiijimaiiyamamiyotasuzakayasakatoguraookuwanagawaminowahirayayamagataminamiminowafujimiomachisakakitakaginaganonakanosakuhokomoronagisoshinanomachiwadauedaiidaharasuwatomiachiaokianankisosakunozawaonsenagematsutakayamashimosuwamatsumotoyamanouchinakagawamochizukiazuminotatsunoobamaomuraseihiunzenosetofutsuikichijiwanagasakiisahayahasamisaikaikawatanasasebohiradokuchinotsugototogitsutsushimashimabarashinkamigotomatsuurayamazoekashibaikomakawaitenrioyodosangokoryoudaojiikarugayamatokoriyamatenkawakatsuragikurotakikawakamimiyakemitsuetakatorikamikitayamayamatotakadahegurishinjokanmakisakuraitawaramotogoseoudanarasoniandokawanishishimoichihigashiyoshinokashiharashimokitayamanosegawayoshinomintsivorytopazsakuragehirnsumomoaseinetopalmail-boxmokurenyoitamuikaojiyagosensanjoaganomyokoseiroagaomishibataniigatanagaokamurakamiuonumayuzawakariwatagamitainaitsunanminamiuonumatochioyahikojoetsuseiroukamosadoizumozakitokamachiitoigawasekikawakashiwazakitsubamemitsukekokonoesaikiusukibeppuusahimeshimakunisakihasamataketatsukumihitaoitahijikusuyufukujukamitsuebungoonobungotakadaibaraniimibizentsuyamaokayamakasaokahayashimayakagemaniwaakaiwamisakishinjotamanotakahashikibichuowakesojanagishookumenannishiawakurakurashikiasakuchisetouchikagaminosatoshotomigusukunakagusukuyaeseizenaurumaiheyaaguniogiminanjokinminamidaitokitanakagusukuyonaguniokinawaishigakikunigamiurasoekadenataramahiraraginozataketomishimojizamamitonakiitomanhigashimotobuyonabarugushikamionnanahanagohaebarukumejimakitadaitonakijinnishiharayomitanginowantokashikiishikawaikedasuitaminohizuminishisakaikananabenodaitoosakasayamayaokishiwadatadaokakaizukatondabayashichihayaakasakakumatorikadomasayamahigashiosakashijonawatehirakatataishimisakitajirihannansennankatanotoyonominatosettsuhigashiyodogawaibarakinosekitachuohigashisumiyoshifujiiderakashiwaraizumiotsutoyonakamatsubaramoriguchiizumisanoshimamototakatsukineyagawahabikinotakaishikawachinaganoyoshinogarikamiminearitaouchiimarihizenogikashimaariakekiyamafukudomikitagatakitahataomachigenkaikanzakinishiaritakyuragisagataratosutakushiroishikaratsuhamatamakouhokukawagoeyoshidasatteogoseirumaasakaurawaogawaniizaomiyayoriiotakishikihonjooganohannohanyuinasaitamaokegawaarakawayoshikawayokozehasudasayamahidakafukayachichibuiwatsukiryokamiyoshimikamiizumifujimiwarabiranzanmiyoshiminanoyashiosakadosugitomisatohigashichichibutodasokakukiyonokazoshiraokakasukabekounosukawajimatsurugashimamiyashirokitamotohatoyamamoroyamahatogayakumagayakawaguchinagatorokamisatomatsubushinamegawatokigawakamikawafujiminohigashimatsuyamakoshigayatokorozawas3isk01isk02ryuohkoseikonanaishorittotakashimamaibarahikonetorahimenishiazaikokagamokotoyasuotsukusatsunagahamamoriyamatoyosatotakatsukinotogawaomihachimanhigashiomiakagiunnanizumogotsuamayatsukakakinokimatsuehamadamasudahikawahikimiokuizumoyasugiyakumomisatotamayuohdahigashiizumookinoshimanishinoshimatsuwanoshimaneshimadafujiedayoshidashimodagotembaiwataatamikosaiyaizuitoizumishimahaibaramakinoharaomaezakikawanehonkannamisusonohigashiizufukuroinumazukawazufujiaraishizuokahamamatsushimizuizunokunimatsuzakimorimachiminamiizunishiizukikugawakakegawafujikawafujinomiyaujiietsugaoyamayaitaohiranikkoashikagakuroisokanumasakurashioyakarasuyamamotegiichikaikaminokawatochigihagamokanogisanobatonasumibunasushiobaranishikatautsunomiyaiwafunemashikoshimotsukeohtawaratakanezawaitanokomatsushimatokushimaichibaminamiaizumiwajikikainanmiyoshinarutomimamugiananmatsushigesanagochishishikuinakagawamachidachiyodakomaefussainagitaitochofufuchuomeotahigashiyamatotoshimaokutamaaogashimakodairaedogawaarakawahachiojishinagawatachikawashibuyasuginamihinodekiyosesumidaoshimanerimamitakahamuraadachinakanomizuhobunkyomegurominatokoganeihigashikurumekokubunjihigashimurayamamusashimurayamatamakitahinochuokotokatsushikakouzushimaogasawaraakishimakunitachishinjukusetagayamusashinohachijoitabashiakirunohinoharachizunanbukotouramisasawakasayonagokogehinoyazutottorinichinansakaiminatokawaharaoyabetairainamiasahinantoimizufuchutakaokakurobeyamadajohanatoyamatonaminyuzenfunahashinakaniikawanamerikawaunazukitogahimiuozufukumitsutateyamakamiichiiwadearidayuasainamitaijikatsuragiaridagawatanabemihamahidakakainankiminomisatoshingushirahamakamitondayurakozakoyagobokitayamawakayamakudoyamahashimotokushimotokozagawahirogawakinokawanachikatsuurarsuseroeoishidasagaeoguniasahinagaitendonanyoobanazawanishikawasakataohkuratozawamikawamamurogawayamagatafunagatatakahatashonaishinjokahokuiideyuzakawanishitsuruokakaminoyamayamanobeshiratakamurayamanakayamakaneyamahigashineyonezawasakegawamitouubeyuuabushimonosekitabuseoshimatoyotaiwakunihikarishunannagatohagihofukudamatsutokuyamashowadoshitsurunanbukoshukaiminami-alpsnirasakikosugeotsukioshinohokutominobuyamanashifuefukichuokofuichikawamisatoyamanakakonakamichitabayamanishikatsuranarusawafujikawahayakawafujiyoshidafujikawaguchikouenohara長野京都岐阜大阪三重群馬千葉滋賀佐賀奈良adednelgaccogogror秋田愛知高知埼玉沖縄栃木熊本岩手青森山梨新潟島根鳥取長崎香川宮城石川大分宮崎茨城山口兵庫山形徳島広島福島福岡岡山富山静岡愛媛福井東京xn--4it168dhatenadiaryxn--vgu402ckawaiishophatenablogcocottenamaste北海道penneehimeiwateversestabachibashigagonnagunmapermahaccaakitaosakauh-ohblushkochiaichifukuikuroncapooitigohyogotokyokyotopunyuthickcheap0t00g00j0mie2-ddaapyawjg0amfemsubxiiboomoobutchueekpgwrgrherskrboyrdyupperunderflierchipsmydnsheavyangryhippygirlyrulez神奈川鹿児島和歌山bambinaxn--nit225kokayamasaitamaxn--k7yn95exn--1lqs03nsapporoparasitelolipopmcxn--efvn9sniigatafukuokatokushimafukushimahiroshimakagoshimafakefurokinawaxn--8pvr4ucoolblogxn--0trq7p7nnkawasakinagasakimiyazakichilloutxn--8ltr62kxn--klty5xpeeweezombiecutegirlxn--rny31hxn--uuwu58axn--ntso0iqx3axn--djrs72d6uytoyamanikitanyantakagawamimozanagoyaboyfriendxn--2m4a15egreaterchowderegoismyamagatafashionstorexn--elqq16hxn--pssu33lsendaimiyagixn--rht27zpecoriaomorisaloonwatsonvivianxn--djty4knobushipigboatnaganopinokoxn--f6qx53asadistvelvetsecretxn--5js045dchicappayamanashiibarakidigickgirlfriendxn--1lqs71dmongolianxn--c3s14mxn--qqqt11mtochigixn--5rtq34kparallelo0o0mondkobesagabonadecaoitanarafoolkilldecimainhiholomosblokilociaoundopupugifutankcrapflopnooroopsmodsholyjeezstripperpepperbittershizuokaxn--rht3dkitakyushureadymadeicurusversusmatrixxn--rht61ehungryfloppygloomycrankyhandcraftedlittlestarxn--klt787dxn--kltx9awhitesnowsunnydaytottorilovepoptheshopbuyshopxn--5rtp49cxn--d5qv7z876cwebaccelxn--kbrq7oxn--4pvxsxn--1ctwolovesickkumamotocatfoodxn--tor131oyokohamawakayamatonkotsuxn--ehqz56nxn--uist22hxn--6btw5axn--kltp7dyamaguchifrenchkisspussycatxn--4it797kxn--uisz3gbabybluexn--zbx025dnetgamersxn--7t0a264ckanagawaxn--6orx2rishikawaxn--ntsq17ghalfmoonschoolbusjellybeanxn--mkru45iusercontentlolitapunkxn--32vp30hsakurastoragehokkaidoshimanecandypopbabymilksupersaleweblikeraindropbackdropwebsozaikikirarahateblodaynightmeneacsccogoormobiinfoaeusxxorgmilcomnetedugovorgcomnetedugovbizinfotmprdorgmilcomnomedugovassnotairespresseassocoopgouvveterinairemedecinpharmaciensorgnetedugovtraorgcomedurepgovmeneperekgacscaiiocogoitoresmshsseoulbusanulsandaeguc01milvkimmvchungnamjeonnamjeonbukeliv-dnsgyeonggijejueliv-cdnincheondaejeongangwongyeongbukgwangjuchungbukgyeongnameliv-apicoeduindorgcomembnetedugovorgmilcomnetedugovjcloudorgcomnetintedugovperbnrinfocooyorgcomnetedugovethipfscanvamypepethw3sstorachakeeneticjoinmcinbrowserdwebcyonnftstoragemyfritzaemewphlxachotelltdorgcomwebsocschngonetintedugrpgovassnomgacsccoorgnetedugovbizinfo123websiteidorgmilcomasnnetedugovconfidmedorgcomplcschnetedugovaccoorgnetgovpresstmassoirseproxaccosoundcasthoptocraftvp4c66orgnetedugovitsmcdirmyboxbarsyedgestacksynologylogintoopencloudnohostwebhopdiskstationi234tcp4hoocgroknoipprivmydsddnsdnsforlohmustransipdscloudfilegear-sgbrasiliafilegearframerbarsybarsyonlinecoprdorgmilcomnomedugovinforgcomnetedugovnameacprorgcomartnetedugovpresseinfoassoinstgouvorgnycedugovbarsydscloudjuorgcomnetedugovminisiteaccoororgcomnetgovorgmilcompronetintedugovbizmuseumnameinfoaerocoopaccoorgcomnetintedugovbizcooporgcomgobneteduorgmilcomnetedugovbiznameaccoorgmilneteduadvgovcoorgcomnetaltgovforgotherhiskeeneticispmanagernomassoprod5476132eastasiacentraluswesteuropewestus2eastus2pnortheurope-01newzealandnorth-01southindia-01southcentralus2-01norwaywest-01eastus2-01westus2-01australiaeast-01italynorth-01israelnorthwest-01swedencentral-01westeurope-01centraluseuap-01taiwannorthwest-01uaecentral-01northcentralusstage-01israelcentral-01mexicocentral-01canadacentral-01austriaeast-01germanywestcentral-01francecentral-01ukwest-01denmarkeast-01polandcentral-01eastus-01westus-01swedensouth-01eastus3-01westus3-01brazilsouth-01centralus-01francesouth-01australiacentral-01westindia-01uaenorth-01jioindiacentral-01canadaeast-01belgiumcentral-01spaincentral-01koreacentral-01chilecentral-01qatarcentral-01westcentralus-01eastus2euap-01norwayeast-01southafricanorth-01brazilsoutheast-01germanynorth-01switzerlandnorth-01switzerlandwest-01japanwest-01southafricawest-01japaneast-01eastasia-01indiasouthcentral-01taiwannorth-01centralindia-01uksouth-01southcentralus-01northcentralus-01eastasiastage-01indonesiacentral-01australiacentral2-01australiasoutheast-01malaysiawest-01koreasouth-01southeastasia-01southeastus5-01northeastus5-01jioindiawest-01rucdnwest1-usfra1-desandboxjls-sto1jls-sto3jls-sto2aglobalabglobalsslmapprodfreetlsmapvpslon-1lon-2ny-1fr-1sg-1ny-2paassnwebpaashostingjelasticnordeste-idcsocuserpagescwebfileblobservicebuscoreatlricnjsjelasticwebsitestoragesezagbinruhuukjptsmyspreadshopmynetnameakamaiorigin-stagingfrom-coipv64dynv6cdn77serveblogadobeaemcloudhicamsprytdnsupno-ipownipde5ovhicpfirewall-gatewaysytesmypsxbarsyusgovcloudapimyamazemyradwebakamaihdsaveincloudfastlylbfrom-lasubsc-paysquare7in-the-bandblackbaudcdnhomelinuxoninfernoctfcloudservebbsdns-dynamiccloudfrontakamai-stagingipifonyham-radio-opsenseeringclickrisingcommunity-profrom-nylocalcertgrafana-devedgesuite-stagingcloudflareanycasteating-organicatlassian-devmydattofeste-iplocaltotorprojectknx-serveredgekeycloudflareglobalcloudyclustercasacamserveftpakamaized-stagingakamaiorigindns-cloudmyeffectboomlabotdashbuyshousestwmailhetemlazure-mobilein-dslthruhereredirectmedynuddnsbouncemesupabaseluyanicloudappakamaicloudfunctionsdebiannhlfanpgafanstatic-accessin-vpnmysynologymafeloappudohomeftptrafficmanagersiteleafseidatmemsetcloudflarecloudaccesskeyword-onazure-apiis-a-chefdoes-itgets-itwebhopselfiphomeipkicks-assedgesuitewindowsserver-ontunnelmolemydissentscrapper-sitecloudflarecnuni5srcfggffiobbzabchrsndenodynuopikddnsvpndnsakadnselastxkinghostvps-hostfastlyhomeunixazureedgeshopselectdontexistmyfritzcloudjiffyalwaysdatasells-itsquaresbroke-itazurefddattolocalat-band-campmeinforumfamilydsazurestaticappsdefinimabplaceddnsaliasdynaliasnow-dnsblogdnsroutingthecloudendofinternetdsmynasakamaiedgemymediapcadobeio-staticakamaiedge-stagingakamaihd-stagingddns-ipprivatizehealthinsurancelive-onkrellianschokokeksmassivegridmysecuritycamerarackmazeserveminecraftfrom-azis-a-geekakamaizedmoonscaleoffice-on-theusgovtrafficmanageradobeioruntimeedgekey-stagingreserve-onlinechannelsdvrdnsdojousgovcloudappcdn77-sslapps-1and1podzoneazurewebsitesdynathomescaleforceyandexcloudvusercontentisa-geekcdn-edgescoaemalcesappwriteazimuthtlonarvobuiltwithrocketnoticeablestorecomwebrecnetperotherfirminfoartslgdloncogoiltdorgmilcolcomplcschgenngonetedugovbiznamefirmmobiacincoorgmilcomnomwebgobnetintedubizinfocomyspreadshopdemongovtransurl123websitehosting-clusterkhplaycistrongsnesosvalervålerxn--vler-qoaossandeheroysandeherøybøboheroyherøyxn--hery-iraxn--b-5gavalerbøboxn--b-5gasandesandexn--hery-iraxn--vler-qoavålerhåreålaahavaofsfvfhlolnlalrlhmfmtmahcostntbuåstrmreigersundmyspreadshopgálsáeidsvolltingvollgildeskalflorøvadsøvardøvanylvenxn--bhccavuotna-k7astrandaxn--kvnangen-k0axn--sknland-fxaxn--mosjen-eyarakkestadhyllestadnannestadvevelstadvaapstenordre-landsondre-landsøndre-landtjieltexn--vrggt-xqadsør-aurdalsor-aurdalheradstordmoldefordeførdeseljefedjeryggehemnexn--krehamn-dxasognegranesøgnebrynetjomevallebykletokkegiskedovretjømehobølvoldasaudatolgasømnaviknadønnasomnadonnatranafrananesnaraumasmolatrænafrænalesjasmølaørstaorstahitrafloraaukraloppafrøyarissasnasahalsagalsaromsaraisaráisafroyasnåsagronghobolfjelltydalårdalardalaskimharamkraanghkekråanghkesorumbarumhurumbærumsørummodumsálátbálátfrognbjugnvåganvagangulenskienløtenlotenstrynvefsnxn--merker-kuaskaunsveiobømlobomloskjåkvardoflorovadsosalatbalatsálatklæbuklabuselbubarduulvikskjakklepprisørxn--nttery-byaeflåeidflahofmilgolholsellomskifetvikdepvgsfhsaskerrisorhamarasnesåsnesrørosrorosxn--slat-5namasoynaroyvaroyluroydyroyaskoyradoyandoyrodoymeloyradøyandøyrødøymeløyaskøylurøydyrøymåsøyværøynærøyhoylandethøylandetdivtasvuodnalørenskoglorenskognesoddtangenxn--tjme-hraxn--smla-hraxn--stjrdal-s1aunjargalillehammerunjárgaxn--hamary-fyadavvenjargaxn--bearalvhki-y4a123hjemmesidegjerdrumxn--brnnysund-m8acxn--tnsberg-q1axn--mlatvuopmi-s4axn--snsa-roaxn--skierv-utaxn--brum-voatysfjordkvafjordeidfjordkvæfjordsongdalenmjondalenmjøndalenxn--gls-elackragerogáŋgaviikagangaviikasørreisasorreisasør-varangersor-varangerxn--risr-iraskiervaxn--frna-woaxn--trna-woakvinesdalleksvikleirvikrøyrvikroyrviksvelvikvenneslaevje-og-hornnessandnessjøenmarnardalvindafjordsandefjordenebakksnillfjordullensvangxn--trany-yuabrønnøysundnamsskoganaustevollxn--stjrdalshalsen-sqbnord-aurdalnord-frontrøgstadtrogstadgrimstadflakstadgjerstadxn--sandy-yuaxn--leagaviika-52bnore-og-uvdalvegarsheixn--rlingen-mxaxn--ggaviika-8ya47hvegårsheikarlsoykvitsoymasfjordenhamaroyinderoyosteroydavvenjárgasauheradguovdageaidnuxn--vre-eiker-k8abronnoysiellakkrødsheradkrodsheradkvinnheradbrønnøyxn--mtta-vrjjat-k7afxn--lrenskog-54akvitsøyvárggátkarlsøyosterøyinderøyhamarøybronnoysundxn--aurskog-hland-jnbbahccavuotnabáhccavuotnagiehtavuoatnastor-elvdalmidtre-gauldalxn--gildeskl-g0akarasjokevenassixn--bievt-0qaxn--yer-znalebesbynessebyxn--hbmer-xqamalselvmålselvxn--unjrga-rtamøre-og-romsdalmore-og-romsdalhareidmelandørlandorlandstrandålgårdsolundalgardafjordåfjorddielddanuorrikautokeinoxn--stre-toten-zcbskodjeaejriestangeliernebamblestokkefauskesnåasesnaasekongsvingerlangevagberlevagxn--flor-jrahattfjelldalostre-totenøstre-totenvestfoldxn--mely-iraálaheadjualaheadjunordreisaxn--troms-zuaxn--lgrd-poacporsangerflatangerstavangerleikangerbremangersamnangergieldakarasjohkaxn--rdy-0nabfrostautsirasnoasatromsaxn--sr-aurdal-l8aflekkefjordjølsterjolsteraremarkhedmarknååmesjevuemienaamesjevuemiexn--vard-jrarollagmeråkermerakerorskogørskogxn--bdddj-mrabdákŋoluoktaxn--osyro-wuaaknoluoktatrysilskjervøymandaljondalbindalrindalmeldalsuldalorkdalsigdalalvdallærdalhurdalsirdalverdallerdallardaloppdalåseralaseralhadselkragerødivttasvuotnaoverhallasteinkjerxn--hnefoss-q1askedsmokorsettromsøxn--dyry-iravestre-totenmuseumxn--sandnessjen-ogbrahkkeravjufylkesbiblbájddarbajddarxn--laheadju-7yarennesøyxn--koluokta-7ya57hxn--hgebostad-g3aleirfjordstorfjordbalsfjordbåtsfjordbatsfjordmuosátbievátloabátkárášjohkanøtterøyxn--mjndalen-64anordkappláhppilahppialstahaugsiljanverranrøykenroykenhaldenlyngenbergenhortenhønefosshonefosstroandinbeiarnvarggatosoyroosøyrotromsoidrettmuosatbievatruovatloabatvoagattynsetnessetxn--indery-fyaskánitskanitraholtråholtxn--ystre-slidre-ujbandebusarpsborgbearduxn--karlsy-fyahordalandjorpelandjørpelanddeatnuringsakersør-odalsor-odalxn--slt-elabringerikeaudnedalnittedalnissedalhemsedalslattumsurnadalxn--blt-elabelverumstjørdalnaustdalhjartdalgjøvikfyresdalhasviknarviklarvikgjovikmalvikgamviklenvikporsgrunnstjordalengerdaldrobakdrøbakxn--msy-ula0hvestvagoyxn--vgan-qoaxn--ryken-vuaxn--lten-graxn--stfold-9xaxn--hpmir-xqaxn--lury-iramálatvuopmimalatvuopmitysværkirkenesbirkenesmoskenesbáidárxn--fjord-lraxn--rdal-poabahcavuotnabáhcavuotnaxn--frde-gralindåsbearalvahkixn--hobl-iraráhkkerávjuxn--loabt-0qavågåáltábodøsundlundraderådeetnetimeholeauregrueoddavagavegaranatanaarnasolasulaaltalekafusavangbergkvamåmliamlibokntinnroangranosenoslobodorøstroststatåmotamotivguprivøyeroyerliermossvossxn--nvuotna-hwalusterlunnermarkerhábmerhabmerhvalerfjalerxn--rholt-mratysvarbaidarfitjargaularhápmirhapmirmelhusfosnesøksnesoksnestysneshemnesevenesflesbergeidsbergtonsbergtønsberglindasxn--sndre-land-0cbnamsosxn--srum-graøystre-slidreoystre-slidrevestre-slidretrondheimbalestrandxn--langevg-jxaaustrheimxn--skjk-soavagsoyaveroysandoykarmoyfinnoytranoyvestbytranbysykkylvenxn--hyanger-q1aspjelkavikandasuoloxn--fl-ziaxn--drbak-wuastathellexn--sr-varanger-ggbtelemarkxn--bhcavuotna-s4axn--porsgu-sta26fčáhcesuolocahcesuoloakrehamnåkrehamnsandøykarmøyfinnøytranøyvågsøyaverøynamdalseidxn--lesund-huabadaddjaxn--vegrshei-c0axn--btsfjord-9zagildeskålporsanguxn--trgstad-r1anávuotnanavuotnahammerfestxn--sgne-graxn--brnny-wuacibestadharstadnarviikaevenáššivestnesgjemnessandnesagdenesrennesoyxn--avery-yuaxn--tysvr-vrabearalváhkikongsbergspydebergrandabergxn--andy-iradavvesiidaxn--krdsherad-m8aporsáŋgufredrikstadbjerkreimringeburennebuaurskog-holandnotteroyxn--vgsy-qoa0jxn--rmskog-byaskierváivelandbyglandfrolandaurlandforsandxn--bjddar-ptamidsundålesundalesundfetsundfarsundovre-eikerøvre-eikerakershusxn--moreke-juasørfoldøstfoldostfoldsorfoldhøyangerhoyangerlevangerorkangertanangerxn--vestvgy-ixa6olillesandulsteinxn--rennesy-v1agranvinskjervoyxn--klbu-woalavagisxn--h-2faxn--ryrvik-byakafjordkåfjordseljordfolkebiblxn--gjvik-wuajevnakerxn--kfjord-iuabudejjuxn--kranghke-b0axn--davvenjrga-y4axn--rland-uuaxn--ldingen-q1axn--mlselv-iuaxn--rady-iraxn--linds-prabrumunddalxn--ygarden-p1amo-i-ranaeidskogrømskogromskoghjelmelandxn--finny-yuaxn--sr-odal-q1axn--skjervy-v1aballangenkvanangenkvænangengratangenxn--hmmrfeasta-s4acvossevangensuohkanxn--rde-ulaxn--mli-tlaxn--ksnes-uuanordlandskanlandskånlandsortlandfuoiskuxn--rros-graxn--hcesuolo-7ya35bxn--eveni-0qa01gagaivuotnagáivuotnaxn--seral-lradrammenmodalenmosjoenjan-mayentorskensteigengloppenxn--snes-poamatta-varjjatxn--sr-fron-q1aomasvuotnajessheimbådåddjåxn--krager-gyaxn--kvfjord-nxaxn--asky-iraxn--snase-nraxn--bidr-5nacholtålenxn--vads-jraxn--jlster-byamosjøenxn--rst-0nastavernxn--ostery-fyaxn--oppegrd-ixaxn--sknit-yqaxn--risa-5naoppegårdskiptvetrendalenholtalenxn--mot-tlaxn--lhppi-xqaxn--holtlen-hxaxn--srreisa-q1akopervikxn--muost-0qaxn--bmlo-grahokksundkvalsundegersundxn--karmy-yuaullensakerxn--hylandet-54axn--kvitsy-fyaxn--bod-2nalangevågberlevågkristiansandxn--rsta-frahornindalstjørdalshalsenstjordalshalsensandnessjoenhámmárfeastaxn--lrdal-srasør-fronsor-fronnord-odalkristiansundmátta-várjjatvestvågøynesoddennotoddenbuskerudøygardenoygardensalangenlavangenralingenrælingenlodingenlødingenleaŋgaviikalaakesvuemieleangaviikauenorgexn--srfold-byaaskvollxn--rskog-uuaxn--nry-yla5gxn--vry-yla5ghammarfeastaxn--rhkkervju-01afxn--givuotna-8yakommunekrokstadelvanedre-eikerhagebostadhægebostadxn--berlevg-jxakviteseidxn--s-1faxn--l-1faxn--nmesjevuemie-tcbafuosskomoårekemoarekexn--lt-liacxn--jrpeland-54asvalbardoppegardholmestrandtvedestrandsogndalsokndalarendalsunndalfolldalxn--krjohka-hwab49jlyngdaletnedalnorddalsaltdalgausdalskedsmovaksdalgjesdalstordalxn--frya-hraaarbortedrangedalxn--smna-graaurskog-hølandxn--vg-yiabtjeldsundhaugesundlindesnesxn--mre-og-romsdal-qqbxn--dnna-gradyntmpheremerseineshacknetenterprisecloudmineaccomaorimāoriorgmilcriiwigennetschoolhealthkiwigovtgeekxn--mori-qsacloudnsparliamentcomedorgcompronetedugovmuseumwebsitekinservicebarsywebsitebuildereerobookheimdnsleapcelleero-stagetechcrscsslorigingohomecdbedeeeiemesecabgngilnlalplchfisiincnnoroptatitmtltruauhulumkdkukskjplvtrgrfrkrhrusesismycynzcznetinteduassoososcloudstgbetaaezaeuhkusjshatenadiarycdn77hoptozaptois-a-knightmyftpno-ipjpnddnssdpdnsspdnsbarsysweetpepperis-a-bruinsfanis-very-sweetservegameis-a-soxfanhomelinuxcdn77-secureservebbsmisconfusedwebredirectblogsitefreedesktopcouchpotatofriestoolforgeaccesscamis-lostreadmyblogsmall-webfedorapeopleserveftpis-a-celticsfanmywirepotagertwmailin-dslsellsyourhomeread-booksfreeddnscable-modemis-savednflfanufcfanmlbfanstuff-4-saleendoftheinternetin-vpnmy-firewallhomeftpis-localis-a-chefboldlygoingnowherewebhopselfipkicks-assroxatunkcamdvrfedoraprojectgotdnsdvrdnsdyndnspubtlspimientahomeunixdontexistfedorainfracloudwmflabsfspagesbmoattachmentsteckidsfamilydsdnsaliasdynaliasnow-dnscloudnsdoomdnsduckdnsblogdnshomednsroutingthecloudendofinternetdsmynasip-dynamicpoivronhttpbinmyfirewallis-very-evilmysecuritycamerais-a-linux-userwmcloudis-a-geektuxfamilyis-a-candidatedoesntexistis-very-badhobby-sitegame-hostaltervistais-foundis-a-patsfandnsdojohepforgepodzonedynservcollegefanis-very-goodfrom-meis-very-niceisa-geeknerdpolacmedsldingorgcomnomgobabonetedupleskaemhlxmyboxrockyprvcydeuxfleursvibekitprodpdnscodebergheyflowstatichostlinkyhostorgmilcomnomgobneteduorgcomeduiorgmilcomngonetedugovcloudns1337ngrokacorggogfamcomwebgobnetedugokgopgkpgovgosbizpasaugumicsopozpapuwmwsrprusiskwpspkppspkmpspokeoiawsawifoumsdnskokwpmuppuppsppiwwiwoowuzswkzoschrzpisdnwzmiuwwitdpssewsseumigugimoirmpinbwinbwiihupporzgwgriwupowwskrwioswuozstarostwokonsulattmpccopruszkowmyspreadshopostrodakartuzyopolegminamediaustkazgorajgoraolawailawalomzawloclradombytomjaworznotargilubinkoninzagantorunkutnokepnonakloczestsopotsanokturekplockslasksklepzarowlukowmedaidgdaorgmilrelcomnomatmgsmartneteduelkgovwawsossexbiztgorysejnytychypomorzeboleslawiechomesklepsdscloudunicloudzakopanelegnicarawa-mazbydgoszczswidnikkrasnikwloclawekbielawamragowograjeworealestatebeskidykaszubymalopolskaprzeworskswiebodzinlecznadfirmaszkolawarmiagdyniamiastakazimierz-dolnymalborkswidnicadlugolekaostrolekapodlasieelblagtravelsimplesitezachpomormielecszczecinnieruchomosciwalbrzychlezajsklublinbedzinpoznanwielunmielnooleckostarachowicedkontopowiatwroclawrybniksuwalkileborkslupskgdanskostrowwlkptarnobrzegtourismwegrowkrakowglogowyou2pilanysamailwrocinfoagroautobeepshoppriviqhslapypiszlodzcfolksecommerce-shopmazurypulawyskoczowrzeszowpomorskiezgierzkaliszolkuszlowiczostrowiecsosnowiecmazowszewodzislawbialowiezazgorzeleckatowicepabianicejelenia-gorawolominkarpaczsieradznowarudaczeladzkonskowolaskierniewiceswinoujscieturystykabieszczadycieszynketrzynolsztynbialystokbabia-goraprochowicewarszawastalowa-wolapolkowicegorlicegliwiceponiatowalimanowalubartowaugustowkobierzyceopocznognieznoszczytnokolobrzegshoparenapodhalebielskoklodzkostargardcoshipatwithplayitownnamecoorgnetedugovacorgcomproestnetedugovbiznameislaprofinforechtngrokmedaaaacacpaenglawjurbarbarsykeeneticavocatacctcloudnsorgcomsecplonetedugov123paginaweborgcomnetintedugovnomepublidkinbarsygovx443cloudnsorgmilcomnetedugovcooporgmilcomschnetedugovnamecomcannetlibassoaemclantmcontstoreorgcomnomrecwwwbarsyfirminfoshopartsstackitmyddnswebspacelima-cityacincooxorgedugovbarsybrendlyhbvpsvpsspectrumlandinghostingacppmordoviamcprecbgorgmilcomspbnetintedumsknovgovbirrasmcdirmytismircloudvladimirnalchikadygeyamarinepyatigorskmyjinobashkiriaeurodirvladikavkazna4ugroznykustanaikalmykiacldmaildagestaniranbuildcloudcanvaliaravalrwxwixdevelopmentappwritemigrationneedleverceldatabasestackitcodereplravendbsanityonporterlovableaccoorgmilnetgovcoopmedorgcompubschnetedugovservicemecomygovorggovtvmedorgcomnetedugovinfoedgfacbmlonihkutwpsryxzbdtmacfhppmyspreadshopbrandpartiorgcomfhvpress123minsidaitcouldbeworlanbibkommunalforbundfhskiopsyskomvuxkomforbnaturbruksgymnloginlineorgcomnetedugovenscaledeuusentsurgebotdaorgmilcomnetgovnowteleporthashbangplatformlovablebarsyshopwarebasehoplixbarsyonlinemsf5gitpagewawamscofigma-govcaffeinefigmacanvasoltstscwputerbarsysupportchatgptsquareomniweopensocialcpanelplaycodenotionnovecorewpsquaredpreviewjelecyonbyensrhtfastvpspieboxconvexmedusajsjouwwebheyflowplatformshdocsflowyloginlinemadethissourcecraftclouderaorgorgcomartedugouvunivmeorgcomnetedugovsurveysstatichfheiyumanusxs4allprojectmyfastubervibehostapp-ionosdeployagentmecoorgcomschnetedugovbizcncostoreorgmilcomneteduembaixadaconsuladokiraranohoprincipesaotomeheliohobarsystorebaseshopwaresellfyaisanityabkhaziavologdamordoviapenzalenugsochinavoiexnetspbmsknovnorth-kazakhstanashgabadkareliaarmeniageorgiavladimirnalchikivanovobukharaadygeyakhakassiakalugakrasnodarjambylaktyubinsktroitskbryanskobninskkurganazerbaijanpokrovskbashkiriatselinogradvladikavkazmurmansktulatuvamangyshlaktashkentchimkentgroznykaragandatermezarkhangelskkustanaikalmykiabalashoveast-kazakhstankaracoldagestantogliattibarsyredorgcomgobedumirenaccoorgjelasticdiscoursecleverappsschacmiincogoornetonlineshopcogoorgmilcomwebnicnetintedugovbiznametestcoorgmilcomnomnetedugovorangecloudpersoindorgcomfinnatnetgovensmincomtourismintlinfox0611orgmilcomnetedugovquickconnectvpnplusnettprequalifymeaddrmyaddrntdllwadlnctvavdrk12orgmilpolbeltelcomwebgennetedutskkepgovbbsbiznameinfocoorgmilcompronetedugovbiznameinfobetter-thanworse-thansakurafromdyndnson-the-webmymailerorgmilurlcomneteduidvgovmydnsgameclubebizmeneacsccogotvorhotelmilmobiinfovodteiflgplkmsmsbcckhincndnvncoztltmkckppzpdprvcvkvlvcrkrkscxuzchernovtsyrivneyaltaodesavolynrovnolutskltdinforgcomnetedugovbizvinnicazhitomirternopilpoltavakropyvnytskyizaporizhzhiasevastopolsebastopoluzhgoroduzhhorodkharkovkharkivvinnytsiakhmelnytskyizaporizhzhecrimeaodessazhytomyrnikolaevcherkassydonetskluganskluhanskkirovogradivano-frankivskchernivtsikrymkievkyivlvivsumyzakarpattiamykolaivcherkasychernigovkhersonchernihivdnipropetrovskdnepropetrovskkhmelnitskiyneacsccogoorusorgmilcomedugovmyspreadshopadimono-ipbarsybarsyonlinelayershiftnh-servretrosnubapicampaignservicelugaffinitylotteryweeklylotteryraffleentrygluglugsmeaccoindependent-inquestnimsitecopropymntltdorgplcschnetgovnhsbarsyindependent-commissionindependent-reviewpolicepublic-inquiryindependent-panelconnhospindependent-inquiryroyal-commissionoraclegovcloudappscck12libaws-govccphxcclibpvtparochchtrcck12libcceatonk12coglibtecgendstmusann-arborwashtenawcck12glghcck12sealibforksolympiabainbridge-islkeyporthoquiamyarrow-pointcentraliaport-townsendsequimport-ludlowrentonsilverdalebremertonredmondsheltonbellevueport-orchardport-angeleskingstonchehalisaberdeengig-harborseattlepoulsboidmdndsddemenegacalamaiavawapailalflnmdcncscohnhmihiviwiriinmntnmocoutvtctmtgunjokakwvnvprarorasmskstxwynykyazisadninsnngosrvis-bymircloudservernamepointtoenscaledland-4-salefreeddnsstuff-4-saleazure-apinoipdatabricksappscloudnsgolffanheliohostazurewebsitesgvorgmilcomgubneteducoorgcomnetd0egvorgmilcomnetedugovmydnsiacostoree12orgmilcomnomwebgobbibrectecnetintedugovraremprendefirminfoartseducok12orgcomnethidnsadidacaionioapsonlahanamhanoicamauhueorgcompronetintedugovbizbacninhtayninhhoabinhnamdinhtravinhhaiphongvinhlonghaiduongquangnamquangtrithuathienhuequangninhbacgianghaugiangquangbinhsoctrangbentrethanhphohochiminhdanangkontumhatinhkhanhhoathanhhoahealthgialailaocaiyenbaibackanngheanlonganphuyenphuthocanthodaklakdongnainameinfovinhphucdongthapkiengiangtiengiangquangngailaichaulangsonlamdongdaknonghagiangangiangcaobangbinhduongninhthuanbinhthuanbaclieuthaibinhninhbinhbinhdinhtuyenquanghungyenbaria-vungtauthainguyendienbienbinhphuocschbizputerimagine-proxyorgcomnetedugovcloud66advisormypetsdyndnsxn--8dbq2axn--4dbgdty6cxn--5dbhl8dxn--hebda8bxn--80auxn--d1atxn--c1avgxn--o1acxn--o1achxn--90azhxn--55qx5dxn--uc0atvxn--od0algxn--wcvs22dxn--gmqw5axn--mxtq1mxn--12c1fe0brxn--h3cuzk1dixn--12co0c3b4evaxn--12cfi8ixb8lxn--o3cyx2axn--m3ch0j3axn--j1adpxn--90amcxn--90a1afxn--h1ahnxn--j1ael8bxn--h1alizxn--c1avgxn--j1aefxn--80aaa0cvacxn--41acaffeineexeopentunnelbotdashtelebitorgtmaccoagricorgmilnomwebnicngonetaltedugovlawnisschoolgrondaraccoorgmilcomschnetedugovbizinfoprg1-zeropstritonstackitlimazeropsaccoorgmilgovяспборгкоммскбизмирсамаракрымсочиакодпроргобрупрצהלממשלישובאקדמיהองค์กรธุรกิจรัฐบาลศึกษาทหารเน็ต教育網絡組織公司政府個人닷넷한국澳门新闻澳門联通家電嘉里招聘通販닷컴삼성コムგეбгрфеюadcdbdgdidmdsdtdaebedeeegeiejekemenepereseveyegabacalamanauavapaqasazacfbfafgfnfpfwftfbgcgagggegkgngmgsgpgvgtgugilmlnlalclglplsltlhmimjmkmmmomambmcmdmfmgmzmpmsmtmgbbblbsbecccacnclcmcvctcscmhkhghchbhthphshlinikifigiaibicivisikninhnmncnbngnsnpnvntnjoionomobocoaofodorosotoptstttytatbtetgtithtmtltrusuvuaucueuguhulumunufjdjbjtjsjlkmkhkfkdkcktkukskpkgpmpnpkpjpgqaqmqiqsvtvcvbvmvlvrwpwtwzwbwcwawgwkwmwtrsrprgrfrercrbrarnrmrlrkrirhrwsusrssspsgsesbsaslsmsissxmxaxcxuypysylymykygybycyuztzsznzmzkzdzczbzazελευ世界台灣购物公益点看臺灣网络書籍在线网站手机机构大拿游戏信息台湾谷歌慈善商标香港中国餐厅网址中國商城食品微博政务移动集团公司八卦商店健康网店政府时尚佛山中信娱乐广东企业homedepotengineeringاماراتrepublicankuokgroupversicherungchannelcitadelxn--pgbs0dhxn--b4w605ferdstatebankwebsitexn--mgb9awbf亚马逊淡马锡alibabaxn--ngbc5azdxn--mgbbh1axn--45br5cyltoshibabuildworldcloudtradeguideplacespacedancemoviephoneprimesmilebiblestyleappleazurestoreskypegripexn--l1accdrivelottehorsehouseleasechasereisestadahondaomegaaetnaamicaninjanokiamediadeltavodkaedekaosakapizzaslingemailgmailtirolshelltmallfinallegaltotalhotelamfamforumrehabmusicciticricohcoachwatchboschearthfaithirishmiamiarchidubaiguccipraxiみんなストアセールcanonsalononionnikonepsonkoelngreensevencrownikanoradioaudioweiboglobopromogalloyahoociscorodeovideomangobingotokyovolvolottokyotophotosmartsportquesttrusthyattjetztadultcymrubaidutushuxn--kprw13dubankclickblackmerckgroupsharpcheapnowtvxn--h2brj9cקוםհայоргсрбмонкомбелмкдқазрусукрمصرقطرعربكومdadcfdmedwedredphdthdbidpidkrdmsdltdiceonewmeglemoerwecfageacbanbambaaaammakianraspacpaaxawtfbcgaegongingaigvigorgdogdhlmilrilonlaolloluoljllcalgalnflafltelsrlfrllplkimibmcamcombommomifmabbjcbscbwebcabnabtabmlbpubabcbbcnecincpncllcstcwtcpwcnyckfhbzhovhmoiskiobisbitcifyituipinvinwinxincbnbcnmanfangdnmenrenkpnmtnyunrunfununobiojioriohbogmofooboooooacoecoceongoproartistottnttbbtcateatlatvetpetbetnethktmitfitintjothotgotdotbotprueduicujnjyouinknhktdkappsapgapmapdnptopgopllpjmpzipvipripesqtrvdtvitvdevmovgovhivnrwlawsewnewbmwwownowhowdvrftrmtrsfrbarcartvscrseusawsupsubssbsadsddsldssasbmsmlsxxxboxfoxgmxtjxsextaxbuyflydiysoyjoyskypaydaygayxyzanzbizwebersenerpokerlameractortatarsolarລາວคอมไทยtourslocusnexuslexusgiftsbeatsboatspartspressglassswissकॉमनेटtiresgivescodeshomesgamestunesshoescardswalesloansvegastoolsdealsautosparisファッションworkssucksrocksxeroxforexfedexpartylillymoneystudyrugbytoraytoday中文网xn--unup4y天主教飞利浦新加坡enterprises我爱你嘉里大酒店christmasxn--fct429kholdingsxn--8y0a063axn--mgbx4cd0ablifestyleabogadoallstatenetbankكاثوليكxn--s9brj9cxn--gk3at1ebestbuycharityxn--55qx5dmicrosoftpropertybasketballhomegoodscorsicajewelrygallerygrocerysurgerycountrybrusselsverisignferreroxn--czr694bhdfcbankcommbanksoftbankپاكستانپاکستانnextdirectالسعوديهالعليانxn--h2brj9c8cxn--80adxhksshikshaxn--mgbai9azgqp6jcuisinellabarclayscatholicxn--kpry57dcompanyxn--xhq521bblackfridayxn--mgba3a3ejtsandvikxn--d1acj3bacademydownloadمليسياxn--j1amhxn--w4r85el8fhu5dnraipirangaathletaxn--fhbeixn--mgbqly7cvafrzuerichxn--c2br7gஇலங்கைcontractorsxn--io0a7igraphicsinsurancetemasekxn--xkc2al3hye2amotorcyclesphotographydirectoryplumbingxn--vhquvclothingtrainingcleaningwilliamhilllightingxn--mgba3a4f16ashoppingcateringeducationokinawapicturesventuresproductionsxn--9et52uwalmartഭാരതംsupportrealestatecapitalonexn--nqv7fs00emaauspostfloristdentistxn--qxamgodaddybradescobargainsmitsubishikerryhotelsxn--9dbq2axn--3pxu8kimmobilienxn--fjq720axn--mgbtx2bholidaymckinseymadridbusinessbuildersxn--4gbrimмоскваالسعودیةcoffeedegreelacaixapartnersalsaceofficeabbvievoyageorangegeorgeonlinechromemobilekindlegoogleoraclecircleschulesecureinsurexn--mgba7c0bbn0aestatexn--mgbc0a9azcgcruisehangoutxn--vuq861bxn--42c2d9arexrothfirestoneuniversityxn--nnx388alifeinsuranceextraspaceонлайнvermögensberatersoftwarexn--fiqs8sxn--mgbab2bdxn--w4rs40ltiendaभारतम्africatoyotaotsukasakuracameracreditcardnagoyaconsultingnetworktheatermonsterprogressivepioneerxn--55qw42gracingdatingvotingvikinglivinggivingxn--bck1b9a5dre4cbrotherweatherjoburgفلسطينlplfinancialxn--clchc0ea0b2g2a9gcdfutbolschoolsocialglobaldentalwoodsidechanelairtelmatteltravelrealtorwebcamstreamభారత్unicomalstomxn--nodexn--6frz82gmuseumfurniturexn--rvc1e0am3exn--mix891faccenturexn--11b4c3dismailineustardiscountquebeccomsecclinicservicesxn--y9a3aqxn--c1avgswatchchurchsearchالاردنmarketingcontacthealthmonashshoujisanofitaipeiamericanexpresssuzukiアマゾンクラウドポイントbhartiグーグルxn--mgberp4a5d4armemorialxn--1qqw23alondonmormoninstitutevisionbostonnortoncouponmaisonamazonvirginberlindesigndurbanolayannissananquanxihuanhitachikaufengardenreisenbayerntechnologydatsunxn--90a3aclatinocasinostudiophysioxn--ngbe9e0apharmacytattootaobaoaramcoexpertreportabbottdirectselectimamatfairwindspictettargetmarketintuittravelersinsurancecreditdupontryukyusuppliesxn--tckwebnpparibasschmidtmerckmsdyodobashirestaurantbridgestonecricketxn--fpcrj9c3dbostikbroadwayattorneylefrakemerckxn--fiq228c5hscareersfarmerswinnersflowersxn--wgbh1cguitarsxn--54b7fta0ccxn--p1acfmakeupgalluplandroverxn--kcrx77d1x4agoldpointbauhausxn--mgbayh7gpahiphopplaystationxn--mgba3a4fraxn--eckvdtc9dhyundaixn--gckr3f0fistanbulticketsmarketsflightschintaireviewsxn--3e0b707ewindowsxn--fiqz9sfinancialxn--fzys8d69uvgmابوظبيdiscoverreviewবাংলাxn--5su34j936bgsgmoscowobserverapartmentsдетиارامكوсайтeurovisionxn--i1b6b1a6a2exn--xkc2dl3a5ee0hتونسموقعبارتڀارتشبكةعمانبيتكعراقreadkredbondlandbandfundfoodprodgoldfordtubecafesafelifeggeeieeefreefagepagegugezonewinememenamegamesaleablebikenikelikecarecbreherefiresaveloveliveblueartedatesitevotecaseluxebofamodaltdaasdatiaayogasinavanashiaasiajavabbvatevavivadatazaraarpacasavisasncfprofmaifsurfgolfdvagsongbingpingwangkpmggoogblogpohlfailcooldellcalldeallidlsarlfilmteamroomfarmimdbarabclubhdfcicbchsbcgmbhrichtechfishdishcashminiernikddiaudiwikimobitaxicitikiwidesiqponskinloanakdnwienopenporncerntownimmolimoolloinfonicofidolegosaxozeroaerovivoautovotomotofastbestresthostpostnextlgbtchatseatgiftmeetdietreitmintrentgentspotscotguruitausohumenucyoubanklinkpinkdclktalksilkbookseekworkrsvpaarpjeepshopcoophelpcamppccwshowbeerstarruhrflirweirhaircarsparsjprshausplusnewstipstoysjobskidsfanspicsdocsxboxamexsexynavycitysonyarmyallybabyplaydeliverybuzzgbizlamborghiniphilipsලංකාಭಾರತfitnessexpresslanxesspfizercenterwalterlawyersoccercareerkosherbrokerlockerdealerdoctorauthorxn--mgbqly7c0a67fbcvermögensberatungjaguarxn--pssy2uxn--hxt814eflickrrepairrogersairbusxn--mgbai9a5eva00beventsyachtsxn--t60b56aভাৰতভারতभारतभारोतviajeshermeshughesxn--j1aefसंगठनvillasଭାରତclaimshotelsભારતzapposphotosjuegoscondostatamotorsgratistennisਭਾਰਤtkmaxxtjmaxxschaeffleryandexxn--80aswgrealtysafetybeautyluxuryxn--3ds443gsupplyfamilyxn--o3cw4hhockeysydneyxn--90aenissayalipayenergycomputeragencyxn--rovu88b電訊盈科xn--gecrj9cstatefarmaccountantaquarelleolayangroup香格里拉xn--p1ai组织机构xn--1ck2e1bxn--mgbt3dhdschwarzموريتانياabudhabinowruzkomatsufujitsuhospitalxn--80asehdbxn--mgbtf8flxn--j6w193gxn--yfro4i67oprudentialxn--flw351ecruisescoursesrecipesxn--e1a4cferrarixn--ses554gxn--wgbl6awatchesstaplessinglesxn--mgbcpq6gpa1axn--otu796dpropertiescreditunionxn--mgbah1a3hjkrdstockholmhisamitsuالسعوديةstcgroupdomainsoriginscouponsbloombergclubmedfroganslimitedxn--80aqecdr1aexposedinternationalequipmentbarclaycardxn--q7ce6axn--mgbi4ecexpprotectionassociatesconstructionxn--cck2b3bxn--45q11candroidfoundationישראלxn--mgbca7dzdocliniqueboutiqueengineerxn--qxa6asystemsfirmdalefashionauctionxn--nqv7finfinitirentalsreliancetradingweddingfishinghostinggentingbookingcookingxn--3hcrj9cgraingerxn--czrs0tdemocratsamsungyokohamaxn--h2breg3evexn--nyqy26alundbeckmelbournevacationssolutionsfrontierxn--vermgensberatung-pwbmanagementxn--cg4bkixn--mgb2ddeslincolnhamburgsandvikcoromantblockbusterairforcebarefootxn--4dbrk0ceinvestmentsfeedbackcommunityxn--ngbrxالبحرينdiamondsamsterdamhealthcareredumbrellaxn--mxtq1mxn--2scrj9cagakhanxn--mgbpl2fhкатоликcaravanசிங்கப்பூர்richardlimortgageamericanfamilyxn--fzc2c9e2cscholarshipssaarlandxn--imr513nvlaanderensamsclubgoodyearkitchenஇந்தியாweatherchannelallfinanzxn--kput3iالسعودیۃxn--90aisxn--efvy88hالجزائرxn--mgbaam7a8hexchangejpmorganxn--tiq49xqyjfidelitysecurityxn--mk1bu44cwanggouxn--fiq64bxn--6qq986b3xlxn--mgbbh1a71exn--80ao21amarshallsxn--5tzm5gtravelerspanasoniclatrobeyoutubeaccountantsxn--rhqv96gxn--cckwcxetdanalyticsxn--ygbi2ammxبازاربھارتسوريةorganicfreseniusسورياxn--9krt00axn--qcka1pmcxn--jlq480n2rgdeloittesciencefinancexn--jvr189mxn--30rr7yhomesensehotmailbaseballfootballleclercboehringerxn--q9jyb4cxn--mix082fاليمنهمراهpolitieسودانايرانایرانnetflixyamaxunxn--lgbbat1ad8jcollegestoragecapetowncolognekerrypropertiesxn--mgbgu82axn--ogbpf8flxn--czru2dwhoswhociprianilasallexn--g2xx48cforsalebanamexaudiblexn--vermgensberater-ctbxn--zfr164bericssonvanguardxn--45brj9cindustriestheatremarriottxn--3bst00mcomparexn--mgberp4a5d4a87gcapitaldigitalالمغربbarcelonashangrilaxn--d1alfcalvinkleinwwwcitysapporokawasakinagoyasendaikobekitakyushuyokohamackjp";
const rulesRoot = 658;
const exceptionsRoot = 662;

// NOTE: kept (intentionally) near-identical to packages/tldts-icann/src/suffix-trie.ts.
// They are separate copies rather than a shared helper because the lookup is
// only fast when the typed arrays are module-scope monomorphic globals —
// closing over them (a shared factory) measured ~20% slower. The ICANN build
// also specializes (constant mask, no isIcann/isPrivate). Keep the two in sync.
// `edgeOffset` (where each label starts in `labelText`), `edgeHash` (djb2 of
// each label) and `wildcardEdge` (each node's '*' edge, or -1) are derived once
// at load instead of being shipped: the bundle then carries only the
// compressible `labelText` + structure, while the lookup binary-searches
// integer hashes. The cost is a single ~1ms pass at first import — cheaper than
// the object trie it replaces. Kept at module scope (not captured in a closure)
// so V8 treats the typed arrays as fast monomorphic globals.
const numberOfNodes = nodeFlags.length;
const numberOfEdges = edgeLength.length;
const edgeOffset = new Uint32Array(numberOfEdges);
const edgeHash = new Uint32Array(numberOfEdges);
const wildcardEdge = new Int32Array(numberOfNodes).fill(-1);
for (let node = 0, offset = 0; node < numberOfNodes; node += 1) {
    for (let edge = edgeStart[node]; edge < edgeStart[node + 1]; edge += 1) {
        edgeOffset[edge] = offset;
        const end = offset + edgeLength[edge];
        let hash = 5381;
        for (let i = end - 1; i >= offset; i -= 1) {
            hash = (hash * 33) ^ labelText.charCodeAt(i);
        }
        edgeHash[edge] = hash >>> 0;
        if (edgeLength[edge] === 1 &&
            labelText.charCodeAt(offset) === 42 /* '*' */) {
            wildcardEdge[node] = edge;
        }
        offset = end;
    }
}
// Result of the last `walk`, kept in module scope to avoid allocating a match
// object. Safe because lookups are synchronous and read right after `walk`.
let matchNode = -1;
let matchStart = 0;
let matchEnd = 0;
/**
 * True if edge `edge`'s label equals `hostname[start, start + length)`.
 */
function labelEquals(edge, hostname, start, length) {
    if (edgeLength[edge] !== length) {
        return false;
    }
    const offset = edgeOffset[edge];
    for (let i = 0; i < length; i += 1) {
        if (labelText.charCodeAt(offset + i) !== hostname.charCodeAt(start + i)) {
            return false;
        }
    }
    return true;
}
/**
 * Find the child edge of `node` whose label is `hostname[start, start + length)`.
 * Edges are sorted by hash, so binary-search the hash then verify the label
 * (scanning the rare run of equal hashes). Returns the edge index or -1.
 */
function findEdge(node, hash, hostname, start, length) {
    let lo = edgeStart[node];
    let hi = edgeStart[node + 1];
    while (lo < hi) {
        const mid = (lo + hi) >>> 1;
        const value = edgeHash[mid];
        if (value < hash) {
            lo = mid + 1;
        }
        else if (value > hash) {
            hi = mid;
        }
        else {
            for (let e = mid; e >= lo && edgeHash[e] === hash; e -= 1) {
                if (labelEquals(e, hostname, start, length))
                    return e;
            }
            for (let e = mid + 1; e < hi && edgeHash[e] === hash; e += 1) {
                if (labelEquals(e, hostname, start, length))
                    return e;
            }
            return -1;
        }
    }
    return -1;
}
/**
 * Walk `hostname`'s labels right-to-left from `root`, recording the deepest
 * node whose flag passes `allowedMask` (with the label boundaries of that match
 * in `matchStart`/`matchEnd`). Returns whether any match was found.
 * An empty label (leading dot or `..`) never matches a `*` edge.
 */
function walk(hostname, root, allowedMask) {
    let node = root;
    let end = hostname.length;
    let hash = 5381;
    matchNode = -1;
    for (let i = hostname.length - 1; i >= 0; i -= 1) {
        const code = hostname.charCodeAt(i);
        if (code === 46 /* '.' */) {
            const start = i + 1;
            let edge = findEdge(node, hash >>> 0, hostname, start, end - start);
            if (edge === -1 && end !== start) {
                edge = wildcardEdge[node];
            }
            if (edge === -1) {
                return matchNode !== -1;
            }
            node = edgeChild[edge];
            if ((nodeFlags[node] & allowedMask) !== 0) {
                matchNode = node;
                matchStart = start;
                matchEnd = end;
            }
            end = i;
            hash = 5381;
        }
        else {
            hash = (hash * 33) ^ code;
        }
    }
    // Left-most label: hostname[0, end). Same find/descend/record as the loop —
    // duplicated rather than folded into the loop (via `i >= -1`) because that
    // extra per-character branch measured slightly slower on the hot path.
    let edge = findEdge(node, hash >>> 0, hostname, 0, end);
    if (edge === -1 && end !== 0) {
        edge = wildcardEdge[node];
    }
    if (edge !== -1) {
        node = edgeChild[edge];
        if ((nodeFlags[node] & allowedMask) !== 0) {
            matchNode = node;
            matchStart = 0;
            matchEnd = end;
        }
    }
    return matchNode !== -1;
}
/**
 * Check if `hostname` has a valid public suffix in the trie.
 */
function suffixLookup(hostname, options, out) {
    if (fastPathLookup(hostname, options, out)) {
        return false;
    }
    const allowedMask = (options.allowPrivateDomains ? 2 /* RULE_TYPE.PRIVATE */ : 0) |
        (options.allowIcannDomains ? 1 /* RULE_TYPE.ICANN */ : 0);
    // Exceptions have priority and strip their own left-most label (e.g. the
    // rule '!www.ck' makes the suffix of 'www.ck' be 'ck').
    if (walk(hostname, exceptionsRoot, allowedMask)) {
        out.isIcann = (nodeFlags[matchNode] & 1 /* RULE_TYPE.ICANN */) !== 0;
        out.isPrivate = (nodeFlags[matchNode] & 2 /* RULE_TYPE.PRIVATE */) !== 0;
        out.publicSuffix = hostname.slice(matchEnd + 1);
        return true;
    }
    if (walk(hostname, rulesRoot, allowedMask)) {
        out.isIcann = (nodeFlags[matchNode] & 1 /* RULE_TYPE.ICANN */) !== 0;
        out.isPrivate = (nodeFlags[matchNode] & 2 /* RULE_TYPE.PRIVATE */) !== 0;
        out.publicSuffix = hostname.slice(matchStart);
        return false;
    }
    // No match: the prevailing '*' rule makes the right-most label the suffix.
    out.isIcann = false;
    out.isPrivate = false;
    const lastDot = hostname.lastIndexOf('.');
    out.publicSuffix = lastDot === -1 ? hostname : hostname.slice(lastDot + 1);
    return false;
}

// For all methods but 'parse', it does not make sense to allocate an object
// every single time to only return the value of a specific attribute. To avoid
// this un-necessary allocation, we use a global object which is re-used.
const RESULT = getEmptyResult();
function parse(url, options) {
    return parseImpl(url, 5 /* FLAG.ALL */, suffixLookup, options, getEmptyResult());
}
function getHostname(url, options) {
    /*@__INLINE__*/ resetResult(RESULT);
    return parseImpl(url, 0 /* FLAG.HOSTNAME */, suffixLookup, options, RESULT).hostname;
}
function getPublicSuffix(url, options) {
    /*@__INLINE__*/ resetResult(RESULT);
    return parseImpl(url, 2 /* FLAG.PUBLIC_SUFFIX */, suffixLookup, options, RESULT)
        .publicSuffix;
}
function getDomain(url, options) {
    /*@__INLINE__*/ resetResult(RESULT);
    return parseImpl(url, 3 /* FLAG.DOMAIN */, suffixLookup, options, RESULT).domain;
}
function getFullDomain(url, options) {
    /*@__INLINE__*/ resetResult(RESULT);
    const result = parseImpl(url, 3 /* FLAG.DOMAIN */, suffixLookup, options, RESULT);
    // The hostname *is* the full domain (subdomain + domain) whenever a
    // registrable domain exists; gate on `domain` so non-registrable inputs
    // (IPs, suffix-less or invalid hostnames) return `null` like `getDomain`.
    return result.domain === null ? null : result.hostname;
}
function getSubdomain(url, options) {
    /*@__INLINE__*/ resetResult(RESULT);
    return parseImpl(url, 4 /* FLAG.SUB_DOMAIN */, suffixLookup, options, RESULT)
        .subdomain;
}
function getDomainWithoutSuffix(url, options) {
    /*@__INLINE__*/ resetResult(RESULT);
    return parseImpl(url, 5 /* FLAG.ALL */, suffixLookup, options, RESULT)
        .domainWithoutSuffix;
}

exports.getDomain = getDomain;
__webpack_unused_export__ = getDomainWithoutSuffix;
__webpack_unused_export__ = getFullDomain;
__webpack_unused_export__ = getHostname;
__webpack_unused_export__ = getPublicSuffix;
__webpack_unused_export__ = getSubdomain;
__webpack_unused_export__ = parse;
//# sourceMappingURL=index.js.map


/***/ }),

/***/ 181:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("buffer");

/***/ }),

/***/ 7598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 3024:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 1455:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");

/***/ }),

/***/ 6760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 932:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("process");

/***/ }),

/***/ 2215:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(3989);
var Scalar = __nccwpck_require__(1987);
var YAMLMap = __nccwpck_require__(4628);
var YAMLSeq = __nccwpck_require__(5145);
var resolveBlockMap = __nccwpck_require__(3809);
var resolveBlockSeq = __nccwpck_require__(5100);
var resolveFlowCollection = __nccwpck_require__(3088);

function resolveCollection(CN, ctx, token, onError, tagName, tag) {
    const coll = token.type === 'block-map'
        ? resolveBlockMap.resolveBlockMap(CN, ctx, token, onError, tag)
        : token.type === 'block-seq'
            ? resolveBlockSeq.resolveBlockSeq(CN, ctx, token, onError, tag)
            : resolveFlowCollection.resolveFlowCollection(CN, ctx, token, onError, tag);
    const Coll = coll.constructor;
    // If we got a tagName matching the class, or the tag name is '!',
    // then use the tagName from the node class used to create it.
    if (tagName === '!' || tagName === Coll.tagName) {
        coll.tag = Coll.tagName;
        return coll;
    }
    if (tagName)
        coll.tag = tagName;
    return coll;
}
function composeCollection(CN, ctx, token, props, onError) {
    const tagToken = props.tag;
    const tagName = !tagToken
        ? null
        : ctx.directives.tagName(tagToken.source, msg => onError(tagToken, 'TAG_RESOLVE_FAILED', msg));
    if (token.type === 'block-seq') {
        const { anchor, newlineAfterProp: nl } = props;
        const lastProp = anchor && tagToken
            ? anchor.offset > tagToken.offset
                ? anchor
                : tagToken
            : (anchor ?? tagToken);
        if (lastProp && (!nl || nl.offset < lastProp.offset)) {
            const message = 'Missing newline after block sequence props';
            onError(lastProp, 'MISSING_CHAR', message);
        }
    }
    const expType = token.type === 'block-map'
        ? 'map'
        : token.type === 'block-seq'
            ? 'seq'
            : token.start.source === '{'
                ? 'map'
                : 'seq';
    // shortcut: check if it's a generic YAMLMap or YAMLSeq
    // before jumping into the custom tag logic.
    if (!tagToken ||
        !tagName ||
        tagName === '!' ||
        (tagName === YAMLMap.YAMLMap.tagName && expType === 'map') ||
        (tagName === YAMLSeq.YAMLSeq.tagName && expType === 'seq')) {
        return resolveCollection(CN, ctx, token, onError, tagName);
    }
    let tag = ctx.schema.tags.find(t => t.tag === tagName && t.collection === expType);
    if (!tag) {
        const kt = ctx.schema.knownTags[tagName];
        if (kt?.collection === expType) {
            ctx.schema.tags.push(Object.assign({}, kt, { default: false }));
            tag = kt;
        }
        else {
            if (kt) {
                onError(tagToken, 'BAD_COLLECTION_TYPE', `${kt.tag} used for ${expType} collection, but expects ${kt.collection ?? 'scalar'}`, true);
            }
            else {
                onError(tagToken, 'TAG_RESOLVE_FAILED', `Unresolved tag: ${tagName}`, true);
            }
            return resolveCollection(CN, ctx, token, onError, tagName);
        }
    }
    const coll = resolveCollection(CN, ctx, token, onError, tagName, tag);
    const res = tag.resolve?.(coll, msg => onError(tagToken, 'TAG_RESOLVE_FAILED', msg), ctx.options) ?? coll;
    const node = identity.isNode(res)
        ? res
        : new Scalar.Scalar(res);
    node.range = coll.range;
    node.tag = tagName;
    if (tag?.format)
        node.format = tag.format;
    return node;
}

exports.composeCollection = composeCollection;


/***/ }),

/***/ 6429:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Document = __nccwpck_require__(7927);
var composeNode = __nccwpck_require__(9943);
var resolveEnd = __nccwpck_require__(6202);
var resolveProps = __nccwpck_require__(9877);

function composeDoc(options, directives, { offset, start, value, end }, onError) {
    const opts = Object.assign({ _directives: directives }, options);
    const doc = new Document.Document(undefined, opts);
    const ctx = {
        atKey: false,
        atRoot: true,
        directives: doc.directives,
        options: doc.options,
        schema: doc.schema
    };
    const props = resolveProps.resolveProps(start, {
        indicator: 'doc-start',
        next: value ?? end?.[0],
        offset,
        onError,
        parentIndent: 0,
        startOnNewline: true
    });
    if (props.found) {
        doc.directives.docStart = true;
        if (value &&
            (value.type === 'block-map' || value.type === 'block-seq') &&
            !props.hasNewline)
            onError(props.end, 'MISSING_CHAR', 'Block collection cannot start on same line with directives-end marker');
    }
    // @ts-expect-error If Contents is set, let's trust the user
    doc.contents = value
        ? composeNode.composeNode(ctx, value, props, onError)
        : composeNode.composeEmptyNode(ctx, props.end, start, null, props, onError);
    const contentEnd = doc.contents.range[2];
    const re = resolveEnd.resolveEnd(end, contentEnd, false, onError);
    if (re.comment)
        doc.comment = re.comment;
    doc.range = [offset, contentEnd, re.offset];
    return doc;
}

exports.composeDoc = composeDoc;


/***/ }),

/***/ 9943:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Alias = __nccwpck_require__(9051);
var identity = __nccwpck_require__(3989);
var composeCollection = __nccwpck_require__(2215);
var composeScalar = __nccwpck_require__(7175);
var resolveEnd = __nccwpck_require__(6202);
var utilEmptyScalarPosition = __nccwpck_require__(4289);

const CN = { composeNode, composeEmptyNode };
function composeNode(ctx, token, props, onError) {
    const atKey = ctx.atKey;
    const { spaceBefore, comment, anchor, tag } = props;
    let node;
    let isSrcToken = true;
    switch (token.type) {
        case 'alias':
            node = composeAlias(ctx, token, onError);
            if (anchor || tag)
                onError(token, 'ALIAS_PROPS', 'An alias node must not specify any properties');
            break;
        case 'scalar':
        case 'single-quoted-scalar':
        case 'double-quoted-scalar':
        case 'block-scalar':
            node = composeScalar.composeScalar(ctx, token, tag, onError);
            if (anchor)
                node.anchor = anchor.source.substring(1);
            break;
        case 'block-map':
        case 'block-seq':
        case 'flow-collection':
            try {
                node = composeCollection.composeCollection(CN, ctx, token, props, onError);
                if (anchor)
                    node.anchor = anchor.source.substring(1);
            }
            catch (error) {
                // Almost certainly here due to a stack overflow
                const message = error instanceof Error ? error.message : String(error);
                onError(token, 'RESOURCE_EXHAUSTION', message);
            }
            break;
        default: {
            const message = token.type === 'error'
                ? token.message
                : `Unsupported token (type: ${token.type})`;
            onError(token, 'UNEXPECTED_TOKEN', message);
            isSrcToken = false;
        }
    }
    node ?? (node = composeEmptyNode(ctx, token.offset, undefined, null, props, onError));
    if (anchor && node.anchor === '')
        onError(anchor, 'BAD_ALIAS', 'Anchor cannot be an empty string');
    if (atKey &&
        ctx.options.stringKeys &&
        (!identity.isScalar(node) ||
            typeof node.value !== 'string' ||
            (node.tag && node.tag !== 'tag:yaml.org,2002:str'))) {
        const msg = 'With stringKeys, all keys must be strings';
        onError(tag ?? token, 'NON_STRING_KEY', msg);
    }
    if (spaceBefore)
        node.spaceBefore = true;
    if (comment) {
        if (token.type === 'scalar' && token.source === '')
            node.comment = comment;
        else
            node.commentBefore = comment;
    }
    // @ts-expect-error Type checking misses meaning of isSrcToken
    if (ctx.options.keepSourceTokens && isSrcToken)
        node.srcToken = token;
    return node;
}
function composeEmptyNode(ctx, offset, before, pos, { spaceBefore, comment, anchor, tag, end }, onError) {
    const token = {
        type: 'scalar',
        offset: utilEmptyScalarPosition.emptyScalarPosition(offset, before, pos),
        indent: -1,
        source: ''
    };
    const node = composeScalar.composeScalar(ctx, token, tag, onError);
    if (anchor) {
        node.anchor = anchor.source.substring(1);
        if (node.anchor === '')
            onError(anchor, 'BAD_ALIAS', 'Anchor cannot be an empty string');
    }
    if (spaceBefore)
        node.spaceBefore = true;
    if (comment) {
        node.comment = comment;
        node.range[2] = end;
    }
    return node;
}
function composeAlias({ options }, { offset, source, end }, onError) {
    const alias = new Alias.Alias(source.substring(1));
    if (alias.source === '')
        onError(offset, 'BAD_ALIAS', 'Alias cannot be an empty string');
    if (alias.source.endsWith(':'))
        onError(offset + source.length - 1, 'BAD_ALIAS', 'Alias ending in : is ambiguous', true);
    const valueEnd = offset + source.length;
    const re = resolveEnd.resolveEnd(end, valueEnd, options.strict, onError);
    alias.range = [offset, valueEnd, re.offset];
    if (re.comment)
        alias.comment = re.comment;
    return alias;
}

exports.composeEmptyNode = composeEmptyNode;
exports.composeNode = composeNode;


/***/ }),

/***/ 7175:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(3989);
var Scalar = __nccwpck_require__(1987);
var resolveBlockScalar = __nccwpck_require__(9179);
var resolveFlowScalar = __nccwpck_require__(7532);

function composeScalar(ctx, token, tagToken, onError) {
    const { value, type, comment, range } = token.type === 'block-scalar'
        ? resolveBlockScalar.resolveBlockScalar(ctx, token, onError)
        : resolveFlowScalar.resolveFlowScalar(token, ctx.options.strict, onError);
    const tagName = tagToken
        ? ctx.directives.tagName(tagToken.source, msg => onError(tagToken, 'TAG_RESOLVE_FAILED', msg))
        : null;
    let tag;
    if (ctx.options.stringKeys && ctx.atKey) {
        tag = ctx.schema[identity.SCALAR];
    }
    else if (tagName)
        tag = findScalarTagByName(ctx.schema, value, tagName, tagToken, onError);
    else if (token.type === 'scalar')
        tag = findScalarTagByTest(ctx, value, token, onError);
    else
        tag = ctx.schema[identity.SCALAR];
    let scalar;
    try {
        const res = tag.resolve(value, msg => onError(tagToken ?? token, 'TAG_RESOLVE_FAILED', msg), ctx.options);
        scalar = identity.isScalar(res) ? res : new Scalar.Scalar(res);
    }
    catch (error) {
        const msg = error instanceof Error ? error.message : String(error);
        onError(tagToken ?? token, 'TAG_RESOLVE_FAILED', msg);
        scalar = new Scalar.Scalar(value);
    }
    scalar.range = range;
    scalar.source = value;
    if (type)
        scalar.type = type;
    if (tagName)
        scalar.tag = tagName;
    if (tag.format)
        scalar.format = tag.format;
    if (comment)
        scalar.comment = comment;
    return scalar;
}
function findScalarTagByName(schema, value, tagName, tagToken, onError) {
    if (tagName === '!')
        return schema[identity.SCALAR]; // non-specific tag
    const matchWithTest = [];
    for (const tag of schema.tags) {
        if (!tag.collection && tag.tag === tagName) {
            if (tag.default && tag.test)
                matchWithTest.push(tag);
            else
                return tag;
        }
    }
    for (const tag of matchWithTest)
        if (tag.test?.test(value))
            return tag;
    const kt = schema.knownTags[tagName];
    if (kt && !kt.collection) {
        // Ensure that the known tag is available for stringifying,
        // but does not get used by default.
        schema.tags.push(Object.assign({}, kt, { default: false, test: undefined }));
        return kt;
    }
    onError(tagToken, 'TAG_RESOLVE_FAILED', `Unresolved tag: ${tagName}`, tagName !== 'tag:yaml.org,2002:str');
    return schema[identity.SCALAR];
}
function findScalarTagByTest({ atKey, directives, schema }, value, token, onError) {
    const tag = schema.tags.find(tag => (tag.default === true || (atKey && tag.default === 'key')) &&
        tag.test?.test(value)) || schema[identity.SCALAR];
    if (schema.compat) {
        const compat = schema.compat.find(tag => tag.default && tag.test?.test(value)) ??
            schema[identity.SCALAR];
        if (tag.tag !== compat.tag) {
            const ts = directives.tagString(tag.tag);
            const cs = directives.tagString(compat.tag);
            const msg = `Value may be parsed as either ${ts} or ${cs}`;
            onError(token, 'TAG_RESOLVE_FAILED', msg, true);
        }
    }
    return tag;
}

exports.composeScalar = composeScalar;


/***/ }),

/***/ 8082:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var node_process = __nccwpck_require__(932);
var directives = __nccwpck_require__(156);
var Document = __nccwpck_require__(7927);
var errors = __nccwpck_require__(8718);
var identity = __nccwpck_require__(3989);
var composeDoc = __nccwpck_require__(6429);
var resolveEnd = __nccwpck_require__(6202);

function getErrorPos(src) {
    if (typeof src === 'number')
        return [src, src + 1];
    if (Array.isArray(src))
        return src.length === 2 ? src : [src[0], src[1]];
    const { offset, source } = src;
    return [offset, offset + (typeof source === 'string' ? source.length : 1)];
}
function parsePrelude(prelude) {
    let comment = '';
    let atComment = false;
    let afterEmptyLine = false;
    for (let i = 0; i < prelude.length; ++i) {
        const source = prelude[i];
        switch (source[0]) {
            case '#':
                comment +=
                    (comment === '' ? '' : afterEmptyLine ? '\n\n' : '\n') +
                        (source.substring(1) || ' ');
                atComment = true;
                afterEmptyLine = false;
                break;
            case '%':
                if (prelude[i + 1]?.[0] !== '#')
                    i += 1;
                atComment = false;
                break;
            default:
                // This may be wrong after doc-end, but in that case it doesn't matter
                if (!atComment)
                    afterEmptyLine = true;
                atComment = false;
        }
    }
    return { comment, afterEmptyLine };
}
/**
 * Compose a stream of CST nodes into a stream of YAML Documents.
 *
 * ```ts
 * import { Composer, Parser } from 'yaml'
 *
 * const src: string = ...
 * const tokens = new Parser().parse(src)
 * const docs = new Composer().compose(tokens)
 * ```
 */
class Composer {
    constructor(options = {}) {
        this.doc = null;
        this.atDirectives = false;
        this.prelude = [];
        this.errors = [];
        this.warnings = [];
        this.onError = (source, code, message, warning) => {
            const pos = getErrorPos(source);
            if (warning)
                this.warnings.push(new errors.YAMLWarning(pos, code, message));
            else
                this.errors.push(new errors.YAMLParseError(pos, code, message));
        };
        // eslint-disable-next-line @typescript-eslint/prefer-nullish-coalescing
        this.directives = new directives.Directives({ version: options.version || '1.2' });
        this.options = options;
    }
    decorate(doc, afterDoc) {
        const { comment, afterEmptyLine } = parsePrelude(this.prelude);
        //console.log({ dc: doc.comment, prelude, comment })
        if (comment) {
            const dc = doc.contents;
            if (afterDoc) {
                doc.comment = doc.comment ? `${doc.comment}\n${comment}` : comment;
            }
            else if (afterEmptyLine || doc.directives.docStart || !dc) {
                doc.commentBefore = comment;
            }
            else if (identity.isCollection(dc) && !dc.flow && dc.items.length > 0) {
                let it = dc.items[0];
                if (identity.isPair(it))
                    it = it.key;
                const cb = it.commentBefore;
                it.commentBefore = cb ? `${comment}\n${cb}` : comment;
            }
            else {
                const cb = dc.commentBefore;
                dc.commentBefore = cb ? `${comment}\n${cb}` : comment;
            }
        }
        if (afterDoc) {
            for (let i = 0; i < this.errors.length; ++i)
                doc.errors.push(this.errors[i]);
            for (let i = 0; i < this.warnings.length; ++i)
                doc.warnings.push(this.warnings[i]);
        }
        else {
            doc.errors = this.errors;
            doc.warnings = this.warnings;
        }
        this.prelude = [];
        this.errors = [];
        this.warnings = [];
    }
    /**
     * Current stream status information.
     *
     * Mostly useful at the end of input for an empty stream.
     */
    streamInfo() {
        return {
            comment: parsePrelude(this.prelude).comment,
            directives: this.directives,
            errors: this.errors,
            warnings: this.warnings
        };
    }
    /**
     * Compose tokens into documents.
     *
     * @param forceDoc - If the stream contains no document, still emit a final document including any comments and directives that would be applied to a subsequent document.
     * @param endOffset - Should be set if `forceDoc` is also set, to set the document range end and to indicate errors correctly.
     */
    *compose(tokens, forceDoc = false, endOffset = -1) {
        for (const token of tokens)
            yield* this.next(token);
        yield* this.end(forceDoc, endOffset);
    }
    /** Advance the composer by one CST token. */
    *next(token) {
        if (node_process.env.LOG_STREAM)
            console.dir(token, { depth: null });
        switch (token.type) {
            case 'directive':
                this.directives.add(token.source, (offset, message, warning) => {
                    const pos = getErrorPos(token);
                    pos[0] += offset;
                    this.onError(pos, 'BAD_DIRECTIVE', message, warning);
                });
                this.prelude.push(token.source);
                this.atDirectives = true;
                break;
            case 'document': {
                const doc = composeDoc.composeDoc(this.options, this.directives, token, this.onError);
                if (this.atDirectives && !doc.directives.docStart)
                    this.onError(token, 'MISSING_CHAR', 'Missing directives-end/doc-start indicator line');
                this.decorate(doc, false);
                if (this.doc)
                    yield this.doc;
                this.doc = doc;
                this.atDirectives = false;
                break;
            }
            case 'byte-order-mark':
            case 'space':
                break;
            case 'comment':
            case 'newline':
                this.prelude.push(token.source);
                break;
            case 'error': {
                const msg = token.source
                    ? `${token.message}: ${JSON.stringify(token.source)}`
                    : token.message;
                const error = new errors.YAMLParseError(getErrorPos(token), 'UNEXPECTED_TOKEN', msg);
                if (this.atDirectives || !this.doc)
                    this.errors.push(error);
                else
                    this.doc.errors.push(error);
                break;
            }
            case 'doc-end': {
                if (!this.doc) {
                    const msg = 'Unexpected doc-end without preceding document';
                    this.errors.push(new errors.YAMLParseError(getErrorPos(token), 'UNEXPECTED_TOKEN', msg));
                    break;
                }
                this.doc.directives.docEnd = true;
                const end = resolveEnd.resolveEnd(token.end, token.offset + token.source.length, this.doc.options.strict, this.onError);
                this.decorate(this.doc, true);
                if (end.comment) {
                    const dc = this.doc.comment;
                    this.doc.comment = dc ? `${dc}\n${end.comment}` : end.comment;
                }
                this.doc.range[2] = end.offset;
                break;
            }
            default:
                this.errors.push(new errors.YAMLParseError(getErrorPos(token), 'UNEXPECTED_TOKEN', `Unsupported token ${token.type}`));
        }
    }
    /**
     * Call at end of input to yield any remaining document.
     *
     * @param forceDoc - If the stream contains no document, still emit a final document including any comments and directives that would be applied to a subsequent document.
     * @param endOffset - Should be set if `forceDoc` is also set, to set the document range end and to indicate errors correctly.
     */
    *end(forceDoc = false, endOffset = -1) {
        if (this.doc) {
            this.decorate(this.doc, true);
            yield this.doc;
            this.doc = null;
        }
        else if (forceDoc) {
            const opts = Object.assign({ _directives: this.directives }, this.options);
            const doc = new Document.Document(undefined, opts);
            if (this.atDirectives)
                this.onError(endOffset, 'MISSING_CHAR', 'Missing directives-end indicator line');
            doc.range = [0, endOffset, endOffset];
            this.decorate(doc, false);
            yield doc;
        }
    }
}

exports.Composer = Composer;


/***/ }),

/***/ 3809:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Pair = __nccwpck_require__(1363);
var YAMLMap = __nccwpck_require__(4628);
var resolveProps = __nccwpck_require__(9877);
var utilContainsNewline = __nccwpck_require__(589);
var utilFlowIndentCheck = __nccwpck_require__(1161);
var utilMapIncludes = __nccwpck_require__(4769);

const startColMsg = 'All mapping items must start at the same column';
function resolveBlockMap({ composeNode, composeEmptyNode }, ctx, bm, onError, tag) {
    const NodeClass = tag?.nodeClass ?? YAMLMap.YAMLMap;
    const map = new NodeClass(ctx.schema);
    if (ctx.atRoot)
        ctx.atRoot = false;
    let offset = bm.offset;
    let commentEnd = null;
    for (const collItem of bm.items) {
        const { start, key, sep, value } = collItem;
        // key properties
        const keyProps = resolveProps.resolveProps(start, {
            indicator: 'explicit-key-ind',
            next: key ?? sep?.[0],
            offset,
            onError,
            parentIndent: bm.indent,
            startOnNewline: true
        });
        const implicitKey = !keyProps.found;
        if (implicitKey) {
            if (key) {
                if (key.type === 'block-seq')
                    onError(offset, 'BLOCK_AS_IMPLICIT_KEY', 'A block sequence may not be used as an implicit map key');
                else if ('indent' in key && key.indent !== bm.indent)
                    onError(offset, 'BAD_INDENT', startColMsg);
            }
            if (!keyProps.anchor && !keyProps.tag && !sep) {
                commentEnd = keyProps.end;
                if (keyProps.comment) {
                    if (map.comment)
                        map.comment += '\n' + keyProps.comment;
                    else
                        map.comment = keyProps.comment;
                }
                continue;
            }
            if (keyProps.newlineAfterProp || utilContainsNewline.containsNewline(key)) {
                onError(key ?? start[start.length - 1], 'MULTILINE_IMPLICIT_KEY', 'Implicit keys need to be on a single line');
            }
        }
        else if (keyProps.found?.indent !== bm.indent) {
            onError(offset, 'BAD_INDENT', startColMsg);
        }
        // key value
        ctx.atKey = true;
        const keyStart = keyProps.end;
        const keyNode = key
            ? composeNode(ctx, key, keyProps, onError)
            : composeEmptyNode(ctx, keyStart, start, null, keyProps, onError);
        if (ctx.schema.compat)
            utilFlowIndentCheck.flowIndentCheck(bm.indent, key, onError);
        ctx.atKey = false;
        if (utilMapIncludes.mapIncludes(ctx, map.items, keyNode))
            onError(keyStart, 'DUPLICATE_KEY', 'Map keys must be unique');
        // value properties
        const valueProps = resolveProps.resolveProps(sep ?? [], {
            indicator: 'map-value-ind',
            next: value,
            offset: keyNode.range[2],
            onError,
            parentIndent: bm.indent,
            startOnNewline: !key || key.type === 'block-scalar'
        });
        offset = valueProps.end;
        if (valueProps.found) {
            if (implicitKey) {
                if (value?.type === 'block-map' && !valueProps.hasNewline)
                    onError(offset, 'BLOCK_AS_IMPLICIT_KEY', 'Nested mappings are not allowed in compact mappings');
                if (ctx.options.strict &&
                    keyProps.start < valueProps.found.offset - 1024)
                    onError(keyNode.range, 'KEY_OVER_1024_CHARS', 'The : indicator must be at most 1024 chars after the start of an implicit block mapping key');
            }
            // value value
            const valueNode = value
                ? composeNode(ctx, value, valueProps, onError)
                : composeEmptyNode(ctx, offset, sep, null, valueProps, onError);
            if (ctx.schema.compat)
                utilFlowIndentCheck.flowIndentCheck(bm.indent, value, onError);
            offset = valueNode.range[2];
            const pair = new Pair.Pair(keyNode, valueNode);
            if (ctx.options.keepSourceTokens)
                pair.srcToken = collItem;
            map.items.push(pair);
        }
        else {
            // key with no value
            if (implicitKey)
                onError(keyNode.range, 'MISSING_CHAR', 'Implicit map keys need to be followed by map values');
            if (valueProps.comment) {
                if (keyNode.comment)
                    keyNode.comment += '\n' + valueProps.comment;
                else
                    keyNode.comment = valueProps.comment;
            }
            const pair = new Pair.Pair(keyNode);
            if (ctx.options.keepSourceTokens)
                pair.srcToken = collItem;
            map.items.push(pair);
        }
    }
    if (commentEnd && commentEnd < offset)
        onError(commentEnd, 'IMPOSSIBLE', 'Map comment with trailing content');
    map.range = [bm.offset, offset, commentEnd ?? offset];
    return map;
}

exports.resolveBlockMap = resolveBlockMap;


/***/ }),

/***/ 9179:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Scalar = __nccwpck_require__(1987);

function resolveBlockScalar(ctx, scalar, onError) {
    const start = scalar.offset;
    const header = parseBlockScalarHeader(scalar, ctx.options.strict, onError);
    if (!header)
        return { value: '', type: null, comment: '', range: [start, start, start] };
    const type = header.mode === '>' ? Scalar.Scalar.BLOCK_FOLDED : Scalar.Scalar.BLOCK_LITERAL;
    const lines = scalar.source ? splitLines(scalar.source) : [];
    // determine the end of content & start of chomping
    let chompStart = lines.length;
    for (let i = lines.length - 1; i >= 0; --i) {
        const content = lines[i][1];
        if (content === '' || content === '\r')
            chompStart = i;
        else
            break;
    }
    // shortcut for empty contents
    if (chompStart === 0) {
        const value = header.chomp === '+' && lines.length > 0
            ? '\n'.repeat(Math.max(1, lines.length - 1))
            : '';
        let end = start + header.length;
        if (scalar.source)
            end += scalar.source.length;
        return { value, type, comment: header.comment, range: [start, end, end] };
    }
    // find the indentation level to trim from start
    let trimIndent = scalar.indent + header.indent;
    let offset = scalar.offset + header.length;
    let contentStart = 0;
    for (let i = 0; i < chompStart; ++i) {
        const [indent, content] = lines[i];
        if (content === '' || content === '\r') {
            if (header.indent === 0 && indent.length > trimIndent)
                trimIndent = indent.length;
        }
        else {
            if (indent.length < trimIndent) {
                const message = 'Block scalars with more-indented leading empty lines must use an explicit indentation indicator';
                onError(offset + indent.length, 'MISSING_CHAR', message);
            }
            if (header.indent === 0)
                trimIndent = indent.length;
            contentStart = i;
            if (trimIndent === 0 && !ctx.atRoot) {
                const message = 'Block scalar values in collections must be indented';
                onError(offset, 'BAD_INDENT', message);
            }
            break;
        }
        offset += indent.length + content.length + 1;
    }
    // include trailing more-indented empty lines in content
    for (let i = lines.length - 1; i >= chompStart; --i) {
        if (lines[i][0].length > trimIndent)
            chompStart = i + 1;
    }
    let value = '';
    let sep = '';
    let prevMoreIndented = false;
    // leading whitespace is kept intact
    for (let i = 0; i < contentStart; ++i)
        value += lines[i][0].slice(trimIndent) + '\n';
    for (let i = contentStart; i < chompStart; ++i) {
        let [indent, content] = lines[i];
        offset += indent.length + content.length + 1;
        const crlf = content[content.length - 1] === '\r';
        if (crlf)
            content = content.slice(0, -1);
        /* istanbul ignore if already caught in lexer */
        if (content && indent.length < trimIndent) {
            const src = header.indent
                ? 'explicit indentation indicator'
                : 'first line';
            const message = `Block scalar lines must not be less indented than their ${src}`;
            onError(offset - content.length - (crlf ? 2 : 1), 'BAD_INDENT', message);
            indent = '';
        }
        if (type === Scalar.Scalar.BLOCK_LITERAL) {
            value += sep + indent.slice(trimIndent) + content;
            sep = '\n';
        }
        else if (indent.length > trimIndent || content[0] === '\t') {
            // more-indented content within a folded block
            if (sep === ' ')
                sep = '\n';
            else if (!prevMoreIndented && sep === '\n')
                sep = '\n\n';
            value += sep + indent.slice(trimIndent) + content;
            sep = '\n';
            prevMoreIndented = true;
        }
        else if (content === '') {
            // empty line
            if (sep === '\n')
                value += '\n';
            else
                sep = '\n';
        }
        else {
            value += sep + content;
            sep = ' ';
            prevMoreIndented = false;
        }
    }
    switch (header.chomp) {
        case '-':
            break;
        case '+':
            for (let i = chompStart; i < lines.length; ++i)
                value += '\n' + lines[i][0].slice(trimIndent);
            if (value[value.length - 1] !== '\n')
                value += '\n';
            break;
        default:
            value += '\n';
    }
    const end = start + header.length + scalar.source.length;
    return { value, type, comment: header.comment, range: [start, end, end] };
}
function parseBlockScalarHeader({ offset, props }, strict, onError) {
    /* istanbul ignore if should not happen */
    if (props[0].type !== 'block-scalar-header') {
        onError(props[0], 'IMPOSSIBLE', 'Block scalar header not found');
        return null;
    }
    const { source } = props[0];
    const mode = source[0];
    let indent = 0;
    let chomp = '';
    let error = -1;
    for (let i = 1; i < source.length; ++i) {
        const ch = source[i];
        if (!chomp && (ch === '-' || ch === '+'))
            chomp = ch;
        else {
            const n = Number(ch);
            if (!indent && n)
                indent = n;
            else if (error === -1)
                error = offset + i;
        }
    }
    if (error !== -1)
        onError(error, 'UNEXPECTED_TOKEN', `Block scalar header includes extra characters: ${source}`);
    let hasSpace = false;
    let comment = '';
    let length = source.length;
    for (let i = 1; i < props.length; ++i) {
        const token = props[i];
        switch (token.type) {
            case 'space':
                hasSpace = true;
            // fallthrough
            case 'newline':
                length += token.source.length;
                break;
            case 'comment':
                if (strict && !hasSpace) {
                    const message = 'Comments must be separated from other tokens by white space characters';
                    onError(token, 'MISSING_CHAR', message);
                }
                length += token.source.length;
                comment = token.source.substring(1);
                break;
            case 'error':
                onError(token, 'UNEXPECTED_TOKEN', token.message);
                length += token.source.length;
                break;
            /* istanbul ignore next should not happen */
            default: {
                const message = `Unexpected token in block scalar header: ${token.type}`;
                onError(token, 'UNEXPECTED_TOKEN', message);
                const ts = token.source;
                if (ts && typeof ts === 'string')
                    length += ts.length;
            }
        }
    }
    return { mode, indent, chomp, comment, length };
}
/** @returns Array of lines split up as `[indent, content]` */
function splitLines(source) {
    const split = source.split(/\n( *)/);
    const first = split[0];
    const m = first.match(/^( *)/);
    const line0 = m?.[1]
        ? [m[1], first.slice(m[1].length)]
        : ['', first];
    const lines = [line0];
    for (let i = 1; i < split.length; i += 2)
        lines.push([split[i], split[i + 1]]);
    return lines;
}

exports.resolveBlockScalar = resolveBlockScalar;


/***/ }),

/***/ 5100:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var YAMLSeq = __nccwpck_require__(5145);
var resolveProps = __nccwpck_require__(9877);
var utilFlowIndentCheck = __nccwpck_require__(1161);

function resolveBlockSeq({ composeNode, composeEmptyNode }, ctx, bs, onError, tag) {
    const NodeClass = tag?.nodeClass ?? YAMLSeq.YAMLSeq;
    const seq = new NodeClass(ctx.schema);
    if (ctx.atRoot)
        ctx.atRoot = false;
    if (ctx.atKey)
        ctx.atKey = false;
    let offset = bs.offset;
    let commentEnd = null;
    for (const { start, value } of bs.items) {
        const props = resolveProps.resolveProps(start, {
            indicator: 'seq-item-ind',
            next: value,
            offset,
            onError,
            parentIndent: bs.indent,
            startOnNewline: true
        });
        if (!props.found) {
            if (props.anchor || props.tag || value) {
                if (value?.type === 'block-seq')
                    onError(props.end, 'BAD_INDENT', 'All sequence items must start at the same column');
                else
                    onError(offset, 'MISSING_CHAR', 'Sequence item without - indicator');
            }
            else {
                commentEnd = props.end;
                if (props.comment)
                    seq.comment = props.comment;
                continue;
            }
        }
        const node = value
            ? composeNode(ctx, value, props, onError)
            : composeEmptyNode(ctx, props.end, start, null, props, onError);
        if (ctx.schema.compat)
            utilFlowIndentCheck.flowIndentCheck(bs.indent, value, onError);
        offset = node.range[2];
        seq.items.push(node);
    }
    seq.range = [bs.offset, offset, commentEnd ?? offset];
    return seq;
}

exports.resolveBlockSeq = resolveBlockSeq;


/***/ }),

/***/ 6202:
/***/ ((__unused_webpack_module, exports) => {



function resolveEnd(end, offset, reqSpace, onError) {
    let comment = '';
    if (end) {
        let hasSpace = false;
        let sep = '';
        for (const token of end) {
            const { source, type } = token;
            switch (type) {
                case 'space':
                    hasSpace = true;
                    break;
                case 'comment': {
                    if (reqSpace && !hasSpace)
                        onError(token, 'MISSING_CHAR', 'Comments must be separated from other tokens by white space characters');
                    const cb = source.substring(1) || ' ';
                    if (!comment)
                        comment = cb;
                    else
                        comment += sep + cb;
                    sep = '';
                    break;
                }
                case 'newline':
                    if (comment)
                        sep += source;
                    hasSpace = true;
                    break;
                default:
                    onError(token, 'UNEXPECTED_TOKEN', `Unexpected ${type} at node end`);
            }
            offset += source.length;
        }
    }
    return { comment, offset };
}

exports.resolveEnd = resolveEnd;


/***/ }),

/***/ 3088:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(3989);
var Pair = __nccwpck_require__(1363);
var YAMLMap = __nccwpck_require__(4628);
var YAMLSeq = __nccwpck_require__(5145);
var resolveEnd = __nccwpck_require__(6202);
var resolveProps = __nccwpck_require__(9877);
var utilContainsNewline = __nccwpck_require__(589);
var utilMapIncludes = __nccwpck_require__(4769);

const blockMsg = 'Block collections are not allowed within flow collections';
const isBlock = (token) => token && (token.type === 'block-map' || token.type === 'block-seq');
function resolveFlowCollection({ composeNode, composeEmptyNode }, ctx, fc, onError, tag) {
    const isMap = fc.start.source === '{';
    const fcName = isMap ? 'flow map' : 'flow sequence';
    const NodeClass = (tag?.nodeClass ?? (isMap ? YAMLMap.YAMLMap : YAMLSeq.YAMLSeq));
    const coll = new NodeClass(ctx.schema);
    coll.flow = true;
    const atRoot = ctx.atRoot;
    if (atRoot)
        ctx.atRoot = false;
    if (ctx.atKey)
        ctx.atKey = false;
    let offset = fc.offset + fc.start.source.length;
    for (let i = 0; i < fc.items.length; ++i) {
        const collItem = fc.items[i];
        const { start, key, sep, value } = collItem;
        const props = resolveProps.resolveProps(start, {
            flow: fcName,
            indicator: 'explicit-key-ind',
            next: key ?? sep?.[0],
            offset,
            onError,
            parentIndent: fc.indent,
            startOnNewline: false
        });
        if (!props.found) {
            if (!props.anchor && !props.tag && !sep && !value) {
                if (i === 0 && props.comma)
                    onError(props.comma, 'UNEXPECTED_TOKEN', `Unexpected , in ${fcName}`);
                else if (i < fc.items.length - 1)
                    onError(props.start, 'UNEXPECTED_TOKEN', `Unexpected empty item in ${fcName}`);
                if (props.comment) {
                    if (coll.comment)
                        coll.comment += '\n' + props.comment;
                    else
                        coll.comment = props.comment;
                }
                offset = props.end;
                continue;
            }
            if (!isMap && ctx.options.strict && utilContainsNewline.containsNewline(key))
                onError(key, // checked by containsNewline()
                'MULTILINE_IMPLICIT_KEY', 'Implicit keys of flow sequence pairs need to be on a single line');
        }
        if (i === 0) {
            if (props.comma)
                onError(props.comma, 'UNEXPECTED_TOKEN', `Unexpected , in ${fcName}`);
        }
        else {
            if (!props.comma)
                onError(props.start, 'MISSING_CHAR', `Missing , between ${fcName} items`);
            if (props.comment) {
                let prevItemComment = '';
                loop: for (const st of start) {
                    switch (st.type) {
                        case 'comma':
                        case 'space':
                            break;
                        case 'comment':
                            prevItemComment = st.source.substring(1);
                            break loop;
                        default:
                            break loop;
                    }
                }
                if (prevItemComment) {
                    let prev = coll.items[coll.items.length - 1];
                    if (identity.isPair(prev))
                        prev = prev.value ?? prev.key;
                    if (prev.comment)
                        prev.comment += '\n' + prevItemComment;
                    else
                        prev.comment = prevItemComment;
                    props.comment = props.comment.substring(prevItemComment.length + 1);
                }
            }
        }
        if (!isMap && !sep && !props.found) {
            // item is a value in a seq
            // → key & sep are empty, start does not include ? or :
            const valueNode = value
                ? composeNode(ctx, value, props, onError)
                : composeEmptyNode(ctx, props.end, sep, null, props, onError);
            coll.items.push(valueNode);
            offset = valueNode.range[2];
            if (isBlock(value))
                onError(valueNode.range, 'BLOCK_IN_FLOW', blockMsg);
        }
        else {
            // item is a key+value pair
            // key value
            ctx.atKey = true;
            const keyStart = props.end;
            const keyNode = key
                ? composeNode(ctx, key, props, onError)
                : composeEmptyNode(ctx, keyStart, start, null, props, onError);
            if (isBlock(key))
                onError(keyNode.range, 'BLOCK_IN_FLOW', blockMsg);
            ctx.atKey = false;
            // value properties
            const valueProps = resolveProps.resolveProps(sep ?? [], {
                flow: fcName,
                indicator: 'map-value-ind',
                next: value,
                offset: keyNode.range[2],
                onError,
                parentIndent: fc.indent,
                startOnNewline: false
            });
            if (valueProps.found) {
                if (!isMap && !props.found && ctx.options.strict) {
                    if (sep)
                        for (const st of sep) {
                            if (st === valueProps.found)
                                break;
                            if (st.type === 'newline') {
                                onError(st, 'MULTILINE_IMPLICIT_KEY', 'Implicit keys of flow sequence pairs need to be on a single line');
                                break;
                            }
                        }
                    if (props.start < valueProps.found.offset - 1024)
                        onError(valueProps.found, 'KEY_OVER_1024_CHARS', 'The : indicator must be at most 1024 chars after the start of an implicit flow sequence key');
                }
            }
            else if (value) {
                if ('source' in value && value.source?.[0] === ':')
                    onError(value, 'MISSING_CHAR', `Missing space after : in ${fcName}`);
                else
                    onError(valueProps.start, 'MISSING_CHAR', `Missing , or : between ${fcName} items`);
            }
            // value value
            const valueNode = value
                ? composeNode(ctx, value, valueProps, onError)
                : valueProps.found
                    ? composeEmptyNode(ctx, valueProps.end, sep, null, valueProps, onError)
                    : null;
            if (valueNode) {
                if (isBlock(value))
                    onError(valueNode.range, 'BLOCK_IN_FLOW', blockMsg);
            }
            else if (valueProps.comment) {
                if (keyNode.comment)
                    keyNode.comment += '\n' + valueProps.comment;
                else
                    keyNode.comment = valueProps.comment;
            }
            const pair = new Pair.Pair(keyNode, valueNode);
            if (ctx.options.keepSourceTokens)
                pair.srcToken = collItem;
            if (isMap) {
                const map = coll;
                if (utilMapIncludes.mapIncludes(ctx, map.items, keyNode))
                    onError(keyStart, 'DUPLICATE_KEY', 'Map keys must be unique');
                map.items.push(pair);
            }
            else {
                const map = new YAMLMap.YAMLMap(ctx.schema);
                map.flow = true;
                map.items.push(pair);
                const endRange = (valueNode ?? keyNode).range;
                map.range = [keyNode.range[0], endRange[1], endRange[2]];
                coll.items.push(map);
            }
            offset = valueNode ? valueNode.range[2] : valueProps.end;
        }
    }
    const expectedEnd = isMap ? '}' : ']';
    const [ce, ...ee] = fc.end;
    let cePos = offset;
    if (ce?.source === expectedEnd)
        cePos = ce.offset + ce.source.length;
    else {
        const name = fcName[0].toUpperCase() + fcName.substring(1);
        const msg = atRoot
            ? `${name} must end with a ${expectedEnd}`
            : `${name} in block collection must be sufficiently indented and end with a ${expectedEnd}`;
        onError(offset, atRoot ? 'MISSING_CHAR' : 'BAD_INDENT', msg);
        if (ce && ce.source.length !== 1)
            ee.unshift(ce);
    }
    if (ee.length > 0) {
        const end = resolveEnd.resolveEnd(ee, cePos, ctx.options.strict, onError);
        if (end.comment) {
            if (coll.comment)
                coll.comment += '\n' + end.comment;
            else
                coll.comment = end.comment;
        }
        coll.range = [fc.offset, cePos, end.offset];
    }
    else {
        coll.range = [fc.offset, cePos, cePos];
    }
    return coll;
}

exports.resolveFlowCollection = resolveFlowCollection;


/***/ }),

/***/ 7532:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Scalar = __nccwpck_require__(1987);
var resolveEnd = __nccwpck_require__(6202);

function resolveFlowScalar(scalar, strict, onError) {
    const { offset, type, source, end } = scalar;
    let _type;
    let value;
    const _onError = (rel, code, msg) => onError(offset + rel, code, msg);
    switch (type) {
        case 'scalar':
            _type = Scalar.Scalar.PLAIN;
            value = plainValue(source, _onError);
            break;
        case 'single-quoted-scalar':
            _type = Scalar.Scalar.QUOTE_SINGLE;
            value = singleQuotedValue(source, _onError);
            break;
        case 'double-quoted-scalar':
            _type = Scalar.Scalar.QUOTE_DOUBLE;
            value = doubleQuotedValue(source, _onError);
            break;
        /* istanbul ignore next should not happen */
        default:
            onError(scalar, 'UNEXPECTED_TOKEN', `Expected a flow scalar value, but found: ${type}`);
            return {
                value: '',
                type: null,
                comment: '',
                range: [offset, offset + source.length, offset + source.length]
            };
    }
    const valueEnd = offset + source.length;
    const re = resolveEnd.resolveEnd(end, valueEnd, strict, onError);
    return {
        value,
        type: _type,
        comment: re.comment,
        range: [offset, valueEnd, re.offset]
    };
}
function plainValue(source, onError) {
    let badChar = '';
    switch (source[0]) {
        /* istanbul ignore next should not happen */
        case '\t':
            badChar = 'a tab character';
            break;
        case ',':
            badChar = 'flow indicator character ,';
            break;
        case '%':
            badChar = 'directive indicator character %';
            break;
        case '|':
        case '>': {
            badChar = `block scalar indicator ${source[0]}`;
            break;
        }
        case '@':
        case '`': {
            badChar = `reserved character ${source[0]}`;
            break;
        }
    }
    if (badChar)
        onError(0, 'BAD_SCALAR_START', `Plain value cannot start with ${badChar}`);
    return unfoldLines(source);
}
function singleQuotedValue(source, onError) {
    if (source[source.length - 1] !== "'" || source.length === 1)
        onError(source.length, 'MISSING_CHAR', "Missing closing 'quote");
    return unfoldLines(source.slice(1, -1)).replace(/''/g, "'");
}
function unfoldLines(source) {
    const line = /(.*?)\r?\n/sy;
    let match = line.exec(source);
    if (!match)
        return source;
    /**
     * The negative lookbehinds in these RegExps are to
     * prevent causing a polynomial search time in certain cases.
     *
     * The try-catch is for Safari < 16.4 and other old browsers:
     * https://caniuse.com/js-regexp-lookbehind
     */
    let trimEnd, trimBoth;
    try {
        trimEnd = new RegExp('(?<![ \t])[ \t]+$');
        trimBoth = new RegExp('^[ \t]+|(?<![ \t])[ \t]+$', 'g');
    }
    catch {
        trimEnd = /[ \t]+$/;
        trimBoth = /^[ \t]+|[ \t]+$/g;
    }
    let res = match[1].replace(trimEnd, '');
    let sep = ' ';
    let pos = line.lastIndex;
    while ((match = line.exec(source))) {
        const lm = match[1].replace(trimBoth, '');
        if (lm === '') {
            if (sep === '\n')
                res += sep;
            else
                sep = '\n';
        }
        else {
            res += sep + lm;
            sep = ' ';
        }
        pos = line.lastIndex;
    }
    const last = /[ \t]*(.*)/sy;
    last.lastIndex = pos;
    match = last.exec(source);
    return res + sep + (match?.[1] ?? '');
}
function doubleQuotedValue(source, onError) {
    let res = '';
    for (let i = 1; i < source.length - 1; ++i) {
        const ch = source[i];
        if (ch === '\r' && source[i + 1] === '\n')
            continue;
        if (ch === '\n') {
            const { fold, offset } = foldNewline(source, i);
            res += fold;
            i = offset;
        }
        else if (ch === '\\') {
            let next = source[++i];
            const cc = escapeCodes[next];
            if (cc)
                res += cc;
            else if (next === '\n') {
                // skip escaped newlines, but still trim the following line
                next = source[i + 1];
                while (next === ' ' || next === '\t')
                    next = source[++i + 1];
            }
            else if (next === '\r' && source[i + 1] === '\n') {
                // skip escaped CRLF newlines, but still trim the following line
                next = source[++i + 1];
                while (next === ' ' || next === '\t')
                    next = source[++i + 1];
            }
            else if (next === 'x' || next === 'u' || next === 'U') {
                const length = next === 'x' ? 2 : next === 'u' ? 4 : 8;
                res += parseCharCode(source, i + 1, length, onError);
                i += length;
            }
            else {
                const raw = source.substr(i - 1, 2);
                onError(i - 1, 'BAD_DQ_ESCAPE', `Invalid escape sequence ${raw}`);
                res += raw;
            }
        }
        else if (ch === ' ' || ch === '\t') {
            // trim trailing whitespace
            const wsStart = i;
            let next = source[i + 1];
            while (next === ' ' || next === '\t')
                next = source[++i + 1];
            if (next !== '\n' && !(next === '\r' && source[i + 2] === '\n'))
                res += i > wsStart ? source.slice(wsStart, i + 1) : ch;
        }
        else {
            res += ch;
        }
    }
    if (source[source.length - 1] !== '"' || source.length === 1)
        onError(source.length, 'MISSING_CHAR', 'Missing closing "quote');
    return res;
}
/**
 * Fold a single newline into a space, multiple newlines to N - 1 newlines.
 * Presumes `source[offset] === '\n'`
 */
function foldNewline(source, offset) {
    let fold = '';
    let ch = source[offset + 1];
    while (ch === ' ' || ch === '\t' || ch === '\n' || ch === '\r') {
        if (ch === '\r' && source[offset + 2] !== '\n')
            break;
        if (ch === '\n')
            fold += '\n';
        offset += 1;
        ch = source[offset + 1];
    }
    if (!fold)
        fold = ' ';
    return { fold, offset };
}
const escapeCodes = {
    '0': '\0', // null character
    a: '\x07', // bell character
    b: '\b', // backspace
    e: '\x1b', // escape character
    f: '\f', // form feed
    n: '\n', // line feed
    r: '\r', // carriage return
    t: '\t', // horizontal tab
    v: '\v', // vertical tab
    N: '\u0085', // Unicode next line
    _: '\u00a0', // Unicode non-breaking space
    L: '\u2028', // Unicode line separator
    P: '\u2029', // Unicode paragraph separator
    ' ': ' ',
    '"': '"',
    '/': '/',
    '\\': '\\',
    '\t': '\t'
};
function parseCharCode(source, offset, length, onError) {
    const cc = source.substr(offset, length);
    const ok = cc.length === length && /^[0-9a-fA-F]+$/.test(cc);
    const code = ok ? parseInt(cc, 16) : NaN;
    try {
        return String.fromCodePoint(code);
    }
    catch {
        const raw = source.substr(offset - 2, length + 2);
        onError(offset - 2, 'BAD_DQ_ESCAPE', `Invalid escape sequence ${raw}`);
        return raw;
    }
}

exports.resolveFlowScalar = resolveFlowScalar;


/***/ }),

/***/ 9877:
/***/ ((__unused_webpack_module, exports) => {



function resolveProps(tokens, { flow, indicator, next, offset, onError, parentIndent, startOnNewline }) {
    let spaceBefore = false;
    let atNewline = startOnNewline;
    let hasSpace = startOnNewline;
    let comment = '';
    let commentSep = '';
    let hasNewline = false;
    let reqSpace = false;
    let tab = null;
    let anchor = null;
    let tag = null;
    let newlineAfterProp = null;
    let comma = null;
    let found = null;
    let start = null;
    for (const token of tokens) {
        if (reqSpace) {
            if (token.type !== 'space' &&
                token.type !== 'newline' &&
                token.type !== 'comma')
                onError(token.offset, 'MISSING_CHAR', 'Tags and anchors must be separated from the next token by white space');
            reqSpace = false;
        }
        if (tab) {
            if (atNewline && token.type !== 'comment' && token.type !== 'newline') {
                onError(tab, 'TAB_AS_INDENT', 'Tabs are not allowed as indentation');
            }
            tab = null;
        }
        switch (token.type) {
            case 'space':
                // At the doc level, tabs at line start may be parsed
                // as leading white space rather than indentation.
                // In a flow collection, only the parser handles indent.
                if (!flow &&
                    (indicator !== 'doc-start' || next?.type !== 'flow-collection') &&
                    token.source.includes('\t')) {
                    tab = token;
                }
                hasSpace = true;
                break;
            case 'comment': {
                if (!hasSpace)
                    onError(token, 'MISSING_CHAR', 'Comments must be separated from other tokens by white space characters');
                const cb = token.source.substring(1) || ' ';
                if (!comment)
                    comment = cb;
                else
                    comment += commentSep + cb;
                commentSep = '';
                atNewline = false;
                break;
            }
            case 'newline':
                if (atNewline) {
                    if (comment)
                        comment += token.source;
                    else if (!found || indicator !== 'seq-item-ind')
                        spaceBefore = true;
                }
                else
                    commentSep += token.source;
                atNewline = true;
                hasNewline = true;
                if (anchor || tag)
                    newlineAfterProp = token;
                hasSpace = true;
                break;
            case 'anchor':
                if (anchor)
                    onError(token, 'MULTIPLE_ANCHORS', 'A node can have at most one anchor');
                if (token.source.endsWith(':'))
                    onError(token.offset + token.source.length - 1, 'BAD_ALIAS', 'Anchor ending in : is ambiguous', true);
                anchor = token;
                start ?? (start = token.offset);
                atNewline = false;
                hasSpace = false;
                reqSpace = true;
                break;
            case 'tag': {
                if (tag)
                    onError(token, 'MULTIPLE_TAGS', 'A node can have at most one tag');
                tag = token;
                start ?? (start = token.offset);
                atNewline = false;
                hasSpace = false;
                reqSpace = true;
                break;
            }
            case indicator:
                // Could here handle preceding comments differently
                if (anchor || tag)
                    onError(token, 'BAD_PROP_ORDER', `Anchors and tags must be after the ${token.source} indicator`);
                if (found)
                    onError(token, 'UNEXPECTED_TOKEN', `Unexpected ${token.source} in ${flow ?? 'collection'}`);
                found = token;
                atNewline =
                    indicator === 'seq-item-ind' || indicator === 'explicit-key-ind';
                hasSpace = false;
                break;
            case 'comma':
                if (flow) {
                    if (comma)
                        onError(token, 'UNEXPECTED_TOKEN', `Unexpected , in ${flow}`);
                    comma = token;
                    atNewline = false;
                    hasSpace = false;
                    break;
                }
            // else fallthrough
            default:
                onError(token, 'UNEXPECTED_TOKEN', `Unexpected ${token.type} token`);
                atNewline = false;
                hasSpace = false;
        }
    }
    const last = tokens[tokens.length - 1];
    const end = last ? last.offset + last.source.length : offset;
    if (reqSpace &&
        next &&
        next.type !== 'space' &&
        next.type !== 'newline' &&
        next.type !== 'comma' &&
        (next.type !== 'scalar' || next.source !== '')) {
        onError(next.offset, 'MISSING_CHAR', 'Tags and anchors must be separated from the next token by white space');
    }
    if (tab &&
        ((atNewline && tab.indent <= parentIndent) ||
            next?.type === 'block-map' ||
            next?.type === 'block-seq'))
        onError(tab, 'TAB_AS_INDENT', 'Tabs are not allowed as indentation');
    return {
        comma,
        found,
        spaceBefore,
        comment,
        hasNewline,
        anchor,
        tag,
        newlineAfterProp,
        end,
        start: start ?? end
    };
}

exports.resolveProps = resolveProps;


/***/ }),

/***/ 589:
/***/ ((__unused_webpack_module, exports) => {



function containsNewline(key) {
    if (!key)
        return null;
    switch (key.type) {
        case 'alias':
        case 'scalar':
        case 'double-quoted-scalar':
        case 'single-quoted-scalar':
            if (key.source.includes('\n'))
                return true;
            if (key.end)
                for (const st of key.end)
                    if (st.type === 'newline')
                        return true;
            return false;
        case 'flow-collection':
            for (const it of key.items) {
                for (const st of it.start)
                    if (st.type === 'newline')
                        return true;
                if (it.sep)
                    for (const st of it.sep)
                        if (st.type === 'newline')
                            return true;
                if (containsNewline(it.key) || containsNewline(it.value))
                    return true;
            }
            return false;
        default:
            return true;
    }
}

exports.containsNewline = containsNewline;


/***/ }),

/***/ 4289:
/***/ ((__unused_webpack_module, exports) => {



function emptyScalarPosition(offset, before, pos) {
    if (before) {
        pos ?? (pos = before.length);
        for (let i = pos - 1; i >= 0; --i) {
            let st = before[i];
            switch (st.type) {
                case 'space':
                case 'comment':
                case 'newline':
                    offset -= st.source.length;
                    continue;
            }
            // Technically, an empty scalar is immediately after the last non-empty
            // node, but it's more useful to place it after any whitespace.
            st = before[++i];
            while (st?.type === 'space') {
                offset += st.source.length;
                st = before[++i];
            }
            break;
        }
    }
    return offset;
}

exports.emptyScalarPosition = emptyScalarPosition;


/***/ }),

/***/ 1161:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var utilContainsNewline = __nccwpck_require__(589);

function flowIndentCheck(indent, fc, onError) {
    if (fc?.type === 'flow-collection') {
        const end = fc.end[0];
        if (end.indent === indent &&
            (end.source === ']' || end.source === '}') &&
            utilContainsNewline.containsNewline(fc)) {
            const msg = 'Flow end indicator should be more indented than parent';
            onError(end, 'BAD_INDENT', msg, true);
        }
    }
}

exports.flowIndentCheck = flowIndentCheck;


/***/ }),

/***/ 4769:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(3989);

function mapIncludes(ctx, items, search) {
    const { uniqueKeys } = ctx.options;
    if (uniqueKeys === false)
        return false;
    const isEqual = typeof uniqueKeys === 'function'
        ? uniqueKeys
        : (a, b) => a === b || (identity.isScalar(a) && identity.isScalar(b) && a.value === b.value);
    return items.some(pair => isEqual(pair.key, search));
}

exports.mapIncludes = mapIncludes;


/***/ }),

/***/ 7927:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Alias = __nccwpck_require__(9051);
var Collection = __nccwpck_require__(1347);
var identity = __nccwpck_require__(3989);
var Pair = __nccwpck_require__(1363);
var toJS = __nccwpck_require__(3953);
var Schema = __nccwpck_require__(9922);
var stringifyDocument = __nccwpck_require__(6203);
var anchors = __nccwpck_require__(9010);
var applyReviver = __nccwpck_require__(9067);
var createNode = __nccwpck_require__(4466);
var directives = __nccwpck_require__(156);

class Document {
    constructor(value, replacer, options) {
        /** A comment before this Document */
        this.commentBefore = null;
        /** A comment immediately after this Document */
        this.comment = null;
        /** Errors encountered during parsing. */
        this.errors = [];
        /** Warnings encountered during parsing. */
        this.warnings = [];
        Object.defineProperty(this, identity.NODE_TYPE, { value: identity.DOC });
        let _replacer = null;
        if (typeof replacer === 'function' || Array.isArray(replacer)) {
            _replacer = replacer;
        }
        else if (options === undefined && replacer) {
            options = replacer;
            replacer = undefined;
        }
        const opt = Object.assign({
            intAsBigInt: false,
            keepSourceTokens: false,
            logLevel: 'warn',
            prettyErrors: true,
            strict: true,
            stringKeys: false,
            uniqueKeys: true,
            version: '1.2'
        }, options);
        this.options = opt;
        let { version } = opt;
        if (options?._directives) {
            this.directives = options._directives.atDocument();
            if (this.directives.yaml.explicit)
                version = this.directives.yaml.version;
        }
        else
            this.directives = new directives.Directives({ version });
        this.setSchema(version, options);
        // @ts-expect-error We can't really know that this matches Contents.
        this.contents =
            value === undefined ? null : this.createNode(value, _replacer, options);
    }
    /**
     * Create a deep copy of this Document and its contents.
     *
     * Custom Node values that inherit from `Object` still refer to their original instances.
     */
    clone() {
        const copy = Object.create(Document.prototype, {
            [identity.NODE_TYPE]: { value: identity.DOC }
        });
        copy.commentBefore = this.commentBefore;
        copy.comment = this.comment;
        copy.errors = this.errors.slice();
        copy.warnings = this.warnings.slice();
        copy.options = Object.assign({}, this.options);
        if (this.directives)
            copy.directives = this.directives.clone();
        copy.schema = this.schema.clone();
        // @ts-expect-error We can't really know that this matches Contents.
        copy.contents = identity.isNode(this.contents)
            ? this.contents.clone(copy.schema)
            : this.contents;
        if (this.range)
            copy.range = this.range.slice();
        return copy;
    }
    /** Adds a value to the document. */
    add(value) {
        if (assertCollection(this.contents))
            this.contents.add(value);
    }
    /** Adds a value to the document. */
    addIn(path, value) {
        if (assertCollection(this.contents))
            this.contents.addIn(path, value);
    }
    /**
     * Create a new `Alias` node, ensuring that the target `node` has the required anchor.
     *
     * If `node` already has an anchor, `name` is ignored.
     * Otherwise, the `node.anchor` value will be set to `name`,
     * or if an anchor with that name is already present in the document,
     * `name` will be used as a prefix for a new unique anchor.
     * If `name` is undefined, the generated anchor will use 'a' as a prefix.
     */
    createAlias(node, name) {
        if (!node.anchor) {
            const prev = anchors.anchorNames(this);
            node.anchor =
                // eslint-disable-next-line @typescript-eslint/prefer-nullish-coalescing
                !name || prev.has(name) ? anchors.findNewAnchor(name || 'a', prev) : name;
        }
        return new Alias.Alias(node.anchor);
    }
    createNode(value, replacer, options) {
        let _replacer = undefined;
        if (typeof replacer === 'function') {
            value = replacer.call({ '': value }, '', value);
            _replacer = replacer;
        }
        else if (Array.isArray(replacer)) {
            const keyToStr = (v) => typeof v === 'number' || v instanceof String || v instanceof Number;
            const asStr = replacer.filter(keyToStr).map(String);
            if (asStr.length > 0)
                replacer = replacer.concat(asStr);
            _replacer = replacer;
        }
        else if (options === undefined && replacer) {
            options = replacer;
            replacer = undefined;
        }
        const { aliasDuplicateObjects, anchorPrefix, flow, keepUndefined, onTagObj, tag } = options ?? {};
        const { onAnchor, setAnchors, sourceObjects } = anchors.createNodeAnchors(this, 
        // eslint-disable-next-line @typescript-eslint/prefer-nullish-coalescing
        anchorPrefix || 'a');
        const ctx = {
            aliasDuplicateObjects: aliasDuplicateObjects ?? true,
            keepUndefined: keepUndefined ?? false,
            onAnchor,
            onTagObj,
            replacer: _replacer,
            schema: this.schema,
            sourceObjects
        };
        const node = createNode.createNode(value, tag, ctx);
        if (flow && identity.isCollection(node))
            node.flow = true;
        setAnchors();
        return node;
    }
    /**
     * Convert a key and a value into a `Pair` using the current schema,
     * recursively wrapping all values as `Scalar` or `Collection` nodes.
     */
    createPair(key, value, options = {}) {
        const k = this.createNode(key, null, options);
        const v = this.createNode(value, null, options);
        return new Pair.Pair(k, v);
    }
    /**
     * Removes a value from the document.
     * @returns `true` if the item was found and removed.
     */
    delete(key) {
        return assertCollection(this.contents) ? this.contents.delete(key) : false;
    }
    /**
     * Removes a value from the document.
     * @returns `true` if the item was found and removed.
     */
    deleteIn(path) {
        if (Collection.isEmptyPath(path)) {
            if (this.contents == null)
                return false;
            // @ts-expect-error Presumed impossible if Strict extends false
            this.contents = null;
            return true;
        }
        return assertCollection(this.contents)
            ? this.contents.deleteIn(path)
            : false;
    }
    /**
     * Returns item at `key`, or `undefined` if not found. By default unwraps
     * scalar values from their surrounding node; to disable set `keepScalar` to
     * `true` (collections are always returned intact).
     */
    get(key, keepScalar) {
        return identity.isCollection(this.contents)
            ? this.contents.get(key, keepScalar)
            : undefined;
    }
    /**
     * Returns item at `path`, or `undefined` if not found. By default unwraps
     * scalar values from their surrounding node; to disable set `keepScalar` to
     * `true` (collections are always returned intact).
     */
    getIn(path, keepScalar) {
        if (Collection.isEmptyPath(path))
            return !keepScalar && identity.isScalar(this.contents)
                ? this.contents.value
                : this.contents;
        return identity.isCollection(this.contents)
            ? this.contents.getIn(path, keepScalar)
            : undefined;
    }
    /**
     * Checks if the document includes a value with the key `key`.
     */
    has(key) {
        return identity.isCollection(this.contents) ? this.contents.has(key) : false;
    }
    /**
     * Checks if the document includes a value at `path`.
     */
    hasIn(path) {
        if (Collection.isEmptyPath(path))
            return this.contents !== undefined;
        return identity.isCollection(this.contents) ? this.contents.hasIn(path) : false;
    }
    /**
     * Sets a value in this document. For `!!set`, `value` needs to be a
     * boolean to add/remove the item from the set.
     */
    set(key, value) {
        if (this.contents == null) {
            // @ts-expect-error We can't really know that this matches Contents.
            this.contents = Collection.collectionFromPath(this.schema, [key], value);
        }
        else if (assertCollection(this.contents)) {
            this.contents.set(key, value);
        }
    }
    /**
     * Sets a value in this document. For `!!set`, `value` needs to be a
     * boolean to add/remove the item from the set.
     */
    setIn(path, value) {
        if (Collection.isEmptyPath(path)) {
            // @ts-expect-error We can't really know that this matches Contents.
            this.contents = value;
        }
        else if (this.contents == null) {
            // @ts-expect-error We can't really know that this matches Contents.
            this.contents = Collection.collectionFromPath(this.schema, Array.from(path), value);
        }
        else if (assertCollection(this.contents)) {
            this.contents.setIn(path, value);
        }
    }
    /**
     * Change the YAML version and schema used by the document.
     * A `null` version disables support for directives, explicit tags, anchors, and aliases.
     * It also requires the `schema` option to be given as a `Schema` instance value.
     *
     * Overrides all previously set schema options.
     */
    setSchema(version, options = {}) {
        if (typeof version === 'number')
            version = String(version);
        let opt;
        switch (version) {
            case '1.1':
                if (this.directives)
                    this.directives.yaml.version = '1.1';
                else
                    this.directives = new directives.Directives({ version: '1.1' });
                opt = { resolveKnownTags: false, schema: 'yaml-1.1' };
                break;
            case '1.2':
            case 'next':
                if (this.directives)
                    this.directives.yaml.version = version;
                else
                    this.directives = new directives.Directives({ version });
                opt = { resolveKnownTags: true, schema: 'core' };
                break;
            case null:
                if (this.directives)
                    delete this.directives;
                opt = null;
                break;
            default: {
                const sv = JSON.stringify(version);
                throw new Error(`Expected '1.1', '1.2' or null as first argument, but found: ${sv}`);
            }
        }
        // Not using `instanceof Schema` to allow for duck typing
        if (options.schema instanceof Object)
            this.schema = options.schema;
        else if (opt)
            this.schema = new Schema.Schema(Object.assign(opt, options));
        else
            throw new Error(`With a null YAML version, the { schema: Schema } option is required`);
    }
    // json & jsonArg are only used from toJSON()
    toJS({ json, jsonArg, mapAsMap, maxAliasCount, onAnchor, reviver } = {}) {
        const ctx = {
            anchors: new Map(),
            doc: this,
            keep: !json,
            mapAsMap: mapAsMap === true,
            mapKeyWarned: false,
            maxAliasCount: typeof maxAliasCount === 'number' ? maxAliasCount : 100
        };
        const res = toJS.toJS(this.contents, jsonArg ?? '', ctx);
        if (typeof onAnchor === 'function')
            for (const { count, res } of ctx.anchors.values())
                onAnchor(res, count);
        return typeof reviver === 'function'
            ? applyReviver.applyReviver(reviver, { '': res }, '', res)
            : res;
    }
    /**
     * A JSON representation of the document `contents`.
     *
     * @param jsonArg Used by `JSON.stringify` to indicate the array index or
     *   property name.
     */
    toJSON(jsonArg, onAnchor) {
        return this.toJS({ json: true, jsonArg, mapAsMap: false, onAnchor });
    }
    /** A YAML representation of the document. */
    toString(options = {}) {
        if (this.errors.length > 0)
            throw new Error('Document with errors cannot be stringified');
        if ('indent' in options &&
            (!Number.isInteger(options.indent) || Number(options.indent) <= 0)) {
            const s = JSON.stringify(options.indent);
            throw new Error(`"indent" option must be a positive integer, not ${s}`);
        }
        return stringifyDocument.stringifyDocument(this, options);
    }
}
function assertCollection(contents) {
    if (identity.isCollection(contents))
        return true;
    throw new Error('Expected a YAML collection as document contents');
}

exports.Document = Document;


/***/ }),

/***/ 9010:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(3989);
var visit = __nccwpck_require__(2130);

/**
 * Verify that the input string is a valid anchor.
 *
 * Will throw on errors.
 */
function anchorIsValid(anchor) {
    if (/[\x00-\x19\s,[\]{}]/.test(anchor)) {
        const sa = JSON.stringify(anchor);
        const msg = `Anchor must not contain whitespace or control characters: ${sa}`;
        throw new Error(msg);
    }
    return true;
}
function anchorNames(root) {
    const anchors = new Set();
    visit.visit(root, {
        Value(_key, node) {
            if (node.anchor)
                anchors.add(node.anchor);
        }
    });
    return anchors;
}
/** Find a new anchor name with the given `prefix` and a one-indexed suffix. */
function findNewAnchor(prefix, exclude) {
    for (let i = 1; true; ++i) {
        const name = `${prefix}${i}`;
        if (!exclude.has(name))
            return name;
    }
}
function createNodeAnchors(doc, prefix) {
    const aliasObjects = [];
    const sourceObjects = new Map();
    let prevAnchors = null;
    return {
        onAnchor: (source) => {
            aliasObjects.push(source);
            prevAnchors ?? (prevAnchors = anchorNames(doc));
            const anchor = findNewAnchor(prefix, prevAnchors);
            prevAnchors.add(anchor);
            return anchor;
        },
        /**
         * With circular references, the source node is only resolved after all
         * of its child nodes are. This is why anchors are set only after all of
         * the nodes have been created.
         */
        setAnchors: () => {
            for (const source of aliasObjects) {
                const ref = sourceObjects.get(source);
                if (typeof ref === 'object' &&
                    ref.anchor &&
                    (identity.isScalar(ref.node) || identity.isCollection(ref.node))) {
                    ref.node.anchor = ref.anchor;
                }
                else {
                    const error = new Error('Failed to resolve repeated object (this should not happen)');
                    error.source = source;
                    throw error;
                }
            }
        },
        sourceObjects
    };
}

exports.anchorIsValid = anchorIsValid;
exports.anchorNames = anchorNames;
exports.createNodeAnchors = createNodeAnchors;
exports.findNewAnchor = findNewAnchor;


/***/ }),

/***/ 9067:
/***/ ((__unused_webpack_module, exports) => {



/**
 * Applies the JSON.parse reviver algorithm as defined in the ECMA-262 spec,
 * in section 24.5.1.1 "Runtime Semantics: InternalizeJSONProperty" of the
 * 2021 edition: https://tc39.es/ecma262/#sec-json.parse
 *
 * Includes extensions for handling Map and Set objects.
 */
function applyReviver(reviver, obj, key, val) {
    if (val && typeof val === 'object') {
        if (Array.isArray(val)) {
            for (let i = 0, len = val.length; i < len; ++i) {
                const v0 = val[i];
                const v1 = applyReviver(reviver, val, String(i), v0);
                // eslint-disable-next-line @typescript-eslint/no-array-delete
                if (v1 === undefined)
                    delete val[i];
                else if (v1 !== v0)
                    val[i] = v1;
            }
        }
        else if (val instanceof Map) {
            for (const k of Array.from(val.keys())) {
                const v0 = val.get(k);
                const v1 = applyReviver(reviver, val, k, v0);
                if (v1 === undefined)
                    val.delete(k);
                else if (v1 !== v0)
                    val.set(k, v1);
            }
        }
        else if (val instanceof Set) {
            for (const v0 of Array.from(val)) {
                const v1 = applyReviver(reviver, val, v0, v0);
                if (v1 === undefined)
                    val.delete(v0);
                else if (v1 !== v0) {
                    val.delete(v0);
                    val.add(v1);
                }
            }
        }
        else {
            for (const [k, v0] of Object.entries(val)) {
                const v1 = applyReviver(reviver, val, k, v0);
                if (v1 === undefined)
                    delete val[k];
                else if (v1 !== v0)
                    val[k] = v1;
            }
        }
    }
    return reviver.call(obj, key, val);
}

exports.applyReviver = applyReviver;


/***/ }),

/***/ 4466:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Alias = __nccwpck_require__(9051);
var identity = __nccwpck_require__(3989);
var Scalar = __nccwpck_require__(1987);

const defaultTagPrefix = 'tag:yaml.org,2002:';
function findTagObject(value, tagName, tags) {
    if (tagName) {
        const match = tags.filter(t => t.tag === tagName);
        const tagObj = match.find(t => !t.format) ?? match[0];
        if (!tagObj)
            throw new Error(`Tag ${tagName} not found`);
        return tagObj;
    }
    return tags.find(t => t.identify?.(value) && !t.format);
}
function createNode(value, tagName, ctx) {
    if (identity.isDocument(value))
        value = value.contents;
    if (identity.isNode(value))
        return value;
    if (identity.isPair(value)) {
        const map = ctx.schema[identity.MAP].createNode?.(ctx.schema, null, ctx);
        map.items.push(value);
        return map;
    }
    if (value instanceof String ||
        value instanceof Number ||
        value instanceof Boolean ||
        (typeof BigInt !== 'undefined' && value instanceof BigInt) // not supported everywhere
    ) {
        // https://tc39.es/ecma262/#sec-serializejsonproperty
        value = value.valueOf();
    }
    const { aliasDuplicateObjects, onAnchor, onTagObj, schema, sourceObjects } = ctx;
    // Detect duplicate references to the same object & use Alias nodes for all
    // after first. The `ref` wrapper allows for circular references to resolve.
    let ref = undefined;
    if (aliasDuplicateObjects && value && typeof value === 'object') {
        ref = sourceObjects.get(value);
        if (ref) {
            ref.anchor ?? (ref.anchor = onAnchor(value));
            return new Alias.Alias(ref.anchor);
        }
        else {
            ref = { anchor: null, node: null };
            sourceObjects.set(value, ref);
        }
    }
    if (tagName?.startsWith('!!'))
        tagName = defaultTagPrefix + tagName.slice(2);
    let tagObj = findTagObject(value, tagName, schema.tags);
    if (!tagObj) {
        if (value && typeof value.toJSON === 'function') {
            // eslint-disable-next-line @typescript-eslint/no-unsafe-call
            value = value.toJSON();
        }
        if (!value || typeof value !== 'object') {
            const node = new Scalar.Scalar(value);
            if (ref)
                ref.node = node;
            return node;
        }
        tagObj =
            value instanceof Map
                ? schema[identity.MAP]
                : Symbol.iterator in Object(value)
                    ? schema[identity.SEQ]
                    : schema[identity.MAP];
    }
    if (onTagObj) {
        onTagObj(tagObj);
        delete ctx.onTagObj;
    }
    const node = tagObj?.createNode
        ? tagObj.createNode(ctx.schema, value, ctx)
        : typeof tagObj?.nodeClass?.from === 'function'
            ? tagObj.nodeClass.from(ctx.schema, value, ctx)
            : new Scalar.Scalar(value);
    if (tagName)
        node.tag = tagName;
    else if (!tagObj.default)
        node.tag = tagObj.tag;
    if (ref)
        ref.node = node;
    return node;
}

exports.createNode = createNode;


/***/ }),

/***/ 156:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(3989);
var visit = __nccwpck_require__(2130);

const escapeChars = {
    '!': '%21',
    ',': '%2C',
    '[': '%5B',
    ']': '%5D',
    '{': '%7B',
    '}': '%7D'
};
const escapeTagName = (tn) => tn.replace(/[!,[\]{}]/g, ch => escapeChars[ch]);
class Directives {
    constructor(yaml, tags) {
        /**
         * The directives-end/doc-start marker `---`. If `null`, a marker may still be
         * included in the document's stringified representation.
         */
        this.docStart = null;
        /** The doc-end marker `...`.  */
        this.docEnd = false;
        this.yaml = Object.assign({}, Directives.defaultYaml, yaml);
        this.tags = Object.assign({}, Directives.defaultTags, tags);
    }
    clone() {
        const copy = new Directives(this.yaml, this.tags);
        copy.docStart = this.docStart;
        return copy;
    }
    /**
     * During parsing, get a Directives instance for the current document and
     * update the stream state according to the current version's spec.
     */
    atDocument() {
        const res = new Directives(this.yaml, this.tags);
        switch (this.yaml.version) {
            case '1.1':
                this.atNextDocument = true;
                break;
            case '1.2':
                this.atNextDocument = false;
                this.yaml = {
                    explicit: Directives.defaultYaml.explicit,
                    version: '1.2'
                };
                this.tags = Object.assign({}, Directives.defaultTags);
                break;
        }
        return res;
    }
    /**
     * @param onError - May be called even if the action was successful
     * @returns `true` on success
     */
    add(line, onError) {
        if (this.atNextDocument) {
            this.yaml = { explicit: Directives.defaultYaml.explicit, version: '1.1' };
            this.tags = Object.assign({}, Directives.defaultTags);
            this.atNextDocument = false;
        }
        const parts = line.trim().split(/[ \t]+/);
        const name = parts.shift();
        switch (name) {
            case '%TAG': {
                if (parts.length !== 2) {
                    onError(0, '%TAG directive should contain exactly two parts');
                    if (parts.length < 2)
                        return false;
                }
                const [handle, prefix] = parts;
                this.tags[handle] = prefix;
                return true;
            }
            case '%YAML': {
                this.yaml.explicit = true;
                if (parts.length !== 1) {
                    onError(0, '%YAML directive should contain exactly one part');
                    return false;
                }
                const [version] = parts;
                if (version === '1.1' || version === '1.2') {
                    this.yaml.version = version;
                    return true;
                }
                else {
                    const isValid = /^\d+\.\d+$/.test(version);
                    onError(6, `Unsupported YAML version ${version}`, isValid);
                    return false;
                }
            }
            default:
                onError(0, `Unknown directive ${name}`, true);
                return false;
        }
    }
    /**
     * Resolves a tag, matching handles to those defined in %TAG directives.
     *
     * @returns Resolved tag, which may also be the non-specific tag `'!'` or a
     *   `'!local'` tag, or `null` if unresolvable.
     */
    tagName(source, onError) {
        if (source === '!')
            return '!'; // non-specific tag
        if (source[0] !== '!') {
            onError(`Not a valid tag: ${source}`);
            return null;
        }
        if (source[1] === '<') {
            const verbatim = source.slice(2, -1);
            if (verbatim === '!' || verbatim === '!!') {
                onError(`Verbatim tags aren't resolved, so ${source} is invalid.`);
                return null;
            }
            if (source[source.length - 1] !== '>')
                onError('Verbatim tags must end with a >');
            return verbatim;
        }
        const [, handle, suffix] = source.match(/^(.*!)([^!]*)$/s);
        if (!suffix)
            onError(`The ${source} tag has no suffix`);
        const prefix = this.tags[handle];
        if (prefix) {
            try {
                return prefix + decodeURIComponent(suffix);
            }
            catch (error) {
                onError(String(error));
                return null;
            }
        }
        if (handle === '!')
            return source; // local tag
        onError(`Could not resolve tag: ${source}`);
        return null;
    }
    /**
     * Given a fully resolved tag, returns its printable string form,
     * taking into account current tag prefixes and defaults.
     */
    tagString(tag) {
        for (const [handle, prefix] of Object.entries(this.tags)) {
            if (tag.startsWith(prefix))
                return handle + escapeTagName(tag.substring(prefix.length));
        }
        return tag[0] === '!' ? tag : `!<${tag}>`;
    }
    toString(doc) {
        const lines = this.yaml.explicit
            ? [`%YAML ${this.yaml.version || '1.2'}`]
            : [];
        const tagEntries = Object.entries(this.tags);
        let tagNames;
        if (doc && tagEntries.length > 0 && identity.isNode(doc.contents)) {
            const tags = {};
            visit.visit(doc.contents, (_key, node) => {
                if (identity.isNode(node) && node.tag)
                    tags[node.tag] = true;
            });
            tagNames = Object.keys(tags);
        }
        else
            tagNames = [];
        for (const [handle, prefix] of tagEntries) {
            if (handle === '!!' && prefix === 'tag:yaml.org,2002:')
                continue;
            if (!doc || tagNames.some(tn => tn.startsWith(prefix)))
                lines.push(`%TAG ${handle} ${prefix}`);
        }
        return lines.join('\n');
    }
}
Directives.defaultYaml = { explicit: false, version: '1.2' };
Directives.defaultTags = { '!!': 'tag:yaml.org,2002:' };

exports.Directives = Directives;


/***/ }),

/***/ 8718:
/***/ ((__unused_webpack_module, exports) => {



class YAMLError extends Error {
    constructor(name, pos, code, message) {
        super();
        this.name = name;
        this.code = code;
        this.message = message;
        this.pos = pos;
    }
}
class YAMLParseError extends YAMLError {
    constructor(pos, code, message) {
        super('YAMLParseError', pos, code, message);
    }
}
class YAMLWarning extends YAMLError {
    constructor(pos, code, message) {
        super('YAMLWarning', pos, code, message);
    }
}
const prettifyError = (src, lc) => (error) => {
    if (error.pos[0] === -1)
        return;
    error.linePos = error.pos.map(pos => lc.linePos(pos));
    const { line, col } = error.linePos[0];
    error.message += ` at line ${line}, column ${col}`;
    let ci = col - 1;
    let lineStr = src
        .substring(lc.lineStarts[line - 1], lc.lineStarts[line])
        .replace(/[\n\r]+$/, '');
    // Trim to max 80 chars, keeping col position near the middle
    if (ci >= 60 && lineStr.length > 80) {
        const trimStart = Math.min(ci - 39, lineStr.length - 79);
        lineStr = '…' + lineStr.substring(trimStart);
        ci -= trimStart - 1;
    }
    if (lineStr.length > 80)
        lineStr = lineStr.substring(0, 79) + '…';
    // Include previous line in context if pointing at line start
    if (line > 1 && /^ *$/.test(lineStr.substring(0, ci))) {
        // Regexp won't match if start is trimmed
        let prev = src.substring(lc.lineStarts[line - 2], lc.lineStarts[line - 1]);
        if (prev.length > 80)
            prev = prev.substring(0, 79) + '…\n';
        lineStr = prev + lineStr;
    }
    if (/[^ ]/.test(lineStr)) {
        let count = 1;
        const end = error.linePos[1];
        if (end?.line === line && end.col > col) {
            count = Math.max(1, Math.min(end.col - col, 80 - ci));
        }
        const pointer = ' '.repeat(ci) + '^'.repeat(count);
        error.message += `:\n\n${lineStr}\n${pointer}\n`;
    }
};

exports.YAMLError = YAMLError;
exports.YAMLParseError = YAMLParseError;
exports.YAMLWarning = YAMLWarning;
exports.prettifyError = prettifyError;


/***/ }),

/***/ 8905:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var composer = __nccwpck_require__(8082);
var Document = __nccwpck_require__(7927);
var Schema = __nccwpck_require__(9922);
var errors = __nccwpck_require__(8718);
var Alias = __nccwpck_require__(9051);
var identity = __nccwpck_require__(3989);
var Pair = __nccwpck_require__(1363);
var Scalar = __nccwpck_require__(1987);
var YAMLMap = __nccwpck_require__(4628);
var YAMLSeq = __nccwpck_require__(5145);
var cst = __nccwpck_require__(4975);
var lexer = __nccwpck_require__(5463);
var lineCounter = __nccwpck_require__(6222);
var parser = __nccwpck_require__(5522);
var publicApi = __nccwpck_require__(8721);
var visit = __nccwpck_require__(2130);



exports.Composer = composer.Composer;
exports.Document = Document.Document;
exports.Schema = Schema.Schema;
exports.YAMLError = errors.YAMLError;
exports.YAMLParseError = errors.YAMLParseError;
exports.YAMLWarning = errors.YAMLWarning;
exports.Alias = Alias.Alias;
exports.isAlias = identity.isAlias;
exports.isCollection = identity.isCollection;
exports.isDocument = identity.isDocument;
exports.isMap = identity.isMap;
exports.isNode = identity.isNode;
exports.isPair = identity.isPair;
exports.isScalar = identity.isScalar;
exports.isSeq = identity.isSeq;
exports.Pair = Pair.Pair;
exports.Scalar = Scalar.Scalar;
exports.YAMLMap = YAMLMap.YAMLMap;
exports.YAMLSeq = YAMLSeq.YAMLSeq;
exports.CST = cst;
exports.Lexer = lexer.Lexer;
exports.LineCounter = lineCounter.LineCounter;
exports.Parser = parser.Parser;
exports.parse = publicApi.parse;
exports.parseAllDocuments = publicApi.parseAllDocuments;
exports.parseDocument = publicApi.parseDocument;
exports.stringify = publicApi.stringify;
exports.visit = visit.visit;
exports.visitAsync = visit.visitAsync;


/***/ }),

/***/ 9023:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var node_process = __nccwpck_require__(932);

function debug(logLevel, ...messages) {
    if (logLevel === 'debug')
        console.log(...messages);
}
function warn(logLevel, warning) {
    if (logLevel === 'debug' || logLevel === 'warn') {
        if (typeof node_process.emitWarning === 'function')
            node_process.emitWarning(warning);
        else
            console.warn(warning);
    }
}

exports.debug = debug;
exports.warn = warn;


/***/ }),

/***/ 9051:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var anchors = __nccwpck_require__(9010);
var visit = __nccwpck_require__(2130);
var identity = __nccwpck_require__(3989);
var Node = __nccwpck_require__(1867);
var toJS = __nccwpck_require__(3953);

class Alias extends Node.NodeBase {
    constructor(source) {
        super(identity.ALIAS);
        this.source = source;
        Object.defineProperty(this, 'tag', {
            set() {
                throw new Error('Alias nodes cannot have tags');
            }
        });
    }
    /**
     * Resolve the value of this alias within `doc`, finding the last
     * instance of the `source` anchor before this node.
     */
    resolve(doc, ctx) {
        if (ctx?.maxAliasCount === 0)
            throw new ReferenceError('Alias resolution is disabled');
        let nodes;
        if (ctx?.aliasResolveCache) {
            nodes = ctx.aliasResolveCache;
        }
        else {
            nodes = [];
            visit.visit(doc, {
                Node: (_key, node) => {
                    if (identity.isAlias(node) || identity.hasAnchor(node))
                        nodes.push(node);
                }
            });
            if (ctx)
                ctx.aliasResolveCache = nodes;
        }
        let found = undefined;
        for (const node of nodes) {
            if (node === this)
                break;
            if (node.anchor === this.source)
                found = node;
        }
        if (found && ctx) {
            const { anchors, doc, maxAliasCount } = ctx;
            let data = anchors.get(found);
            if (!data) {
                // Resolve anchors for Node.prototype.toJS()
                toJS.toJS(found, null, ctx);
                data = anchors.get(found);
            }
            /* istanbul ignore if */
            if (data?.res === undefined) {
                const msg = 'This should not happen: Alias anchor was not resolved?';
                throw new ReferenceError(msg);
            }
            if (maxAliasCount >= 0) {
                data.count += 1;
                if (data.aliasCount === 0)
                    data.aliasCount = getAliasCount(doc, found, anchors);
                if (data.count * data.aliasCount > maxAliasCount) {
                    const msg = 'Excessive alias count indicates a resource exhaustion attack';
                    throw new ReferenceError(msg);
                }
            }
        }
        return found;
    }
    toJSON(_arg, ctx) {
        if (!ctx)
            return { source: this.source };
        const source = this.resolve(ctx.doc, ctx);
        if (!source) {
            const msg = `Unresolved alias (the anchor must be set before the alias): ${this.source}`;
            throw new ReferenceError(msg);
        }
        return ctx.anchors.get(source).res;
    }
    toString(ctx, _onComment, _onChompKeep) {
        const src = `*${this.source}`;
        if (ctx) {
            anchors.anchorIsValid(this.source);
            if (ctx.options.verifyAliasOrder && !ctx.anchors.has(this.source)) {
                const msg = `Unresolved alias (the anchor must be set before the alias): ${this.source}`;
                throw new Error(msg);
            }
            if (ctx.implicitKey)
                return `${src} `;
        }
        return src;
    }
}
function getAliasCount(doc, node, anchors) {
    if (identity.isAlias(node)) {
        const source = node.resolve(doc);
        const anchor = anchors && source && anchors.get(source);
        return anchor ? anchor.count * anchor.aliasCount : 0;
    }
    else if (identity.isCollection(node)) {
        let count = 0;
        for (const item of node.items) {
            const c = getAliasCount(doc, item, anchors);
            if (c > count)
                count = c;
        }
        return count;
    }
    else if (identity.isPair(node)) {
        const kc = getAliasCount(doc, node.key, anchors);
        const vc = getAliasCount(doc, node.value, anchors);
        return Math.max(kc, vc);
    }
    return 1;
}

exports.Alias = Alias;


/***/ }),

/***/ 1347:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var createNode = __nccwpck_require__(4466);
var identity = __nccwpck_require__(3989);
var Node = __nccwpck_require__(1867);

function collectionFromPath(schema, path, value) {
    let v = value;
    for (let i = path.length - 1; i >= 0; --i) {
        const k = path[i];
        if (typeof k === 'number' && Number.isInteger(k) && k >= 0) {
            const a = [];
            a[k] = v;
            v = a;
        }
        else {
            v = new Map([[k, v]]);
        }
    }
    return createNode.createNode(v, undefined, {
        aliasDuplicateObjects: false,
        keepUndefined: false,
        onAnchor: () => {
            throw new Error('This should not happen, please report a bug.');
        },
        schema,
        sourceObjects: new Map()
    });
}
// Type guard is intentionally a little wrong so as to be more useful,
// as it does not cover untypable empty non-string iterables (e.g. []).
const isEmptyPath = (path) => path == null ||
    (typeof path === 'object' && !!path[Symbol.iterator]().next().done);
class Collection extends Node.NodeBase {
    constructor(type, schema) {
        super(type);
        Object.defineProperty(this, 'schema', {
            value: schema,
            configurable: true,
            enumerable: false,
            writable: true
        });
    }
    /**
     * Create a copy of this collection.
     *
     * @param schema - If defined, overwrites the original's schema
     */
    clone(schema) {
        const copy = Object.create(Object.getPrototypeOf(this), Object.getOwnPropertyDescriptors(this));
        if (schema)
            copy.schema = schema;
        copy.items = copy.items.map(it => identity.isNode(it) || identity.isPair(it) ? it.clone(schema) : it);
        if (this.range)
            copy.range = this.range.slice();
        return copy;
    }
    /**
     * Adds a value to the collection. For `!!map` and `!!omap` the value must
     * be a Pair instance or a `{ key, value }` object, which may not have a key
     * that already exists in the map.
     */
    addIn(path, value) {
        if (isEmptyPath(path))
            this.add(value);
        else {
            const [key, ...rest] = path;
            const node = this.get(key, true);
            if (identity.isCollection(node))
                node.addIn(rest, value);
            else if (node === undefined && this.schema)
                this.set(key, collectionFromPath(this.schema, rest, value));
            else
                throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
        }
    }
    /**
     * Removes a value from the collection.
     * @returns `true` if the item was found and removed.
     */
    deleteIn(path) {
        const [key, ...rest] = path;
        if (rest.length === 0)
            return this.delete(key);
        const node = this.get(key, true);
        if (identity.isCollection(node))
            return node.deleteIn(rest);
        else
            throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
    }
    /**
     * Returns item at `key`, or `undefined` if not found. By default unwraps
     * scalar values from their surrounding node; to disable set `keepScalar` to
     * `true` (collections are always returned intact).
     */
    getIn(path, keepScalar) {
        const [key, ...rest] = path;
        const node = this.get(key, true);
        if (rest.length === 0)
            return !keepScalar && identity.isScalar(node) ? node.value : node;
        else
            return identity.isCollection(node) ? node.getIn(rest, keepScalar) : undefined;
    }
    hasAllNullValues(allowScalar) {
        return this.items.every(node => {
            if (!identity.isPair(node))
                return false;
            const n = node.value;
            return (n == null ||
                (allowScalar &&
                    identity.isScalar(n) &&
                    n.value == null &&
                    !n.commentBefore &&
                    !n.comment &&
                    !n.tag));
        });
    }
    /**
     * Checks if the collection includes a value with the key `key`.
     */
    hasIn(path) {
        const [key, ...rest] = path;
        if (rest.length === 0)
            return this.has(key);
        const node = this.get(key, true);
        return identity.isCollection(node) ? node.hasIn(rest) : false;
    }
    /**
     * Sets a value in this collection. For `!!set`, `value` needs to be a
     * boolean to add/remove the item from the set.
     */
    setIn(path, value) {
        const [key, ...rest] = path;
        if (rest.length === 0) {
            this.set(key, value);
        }
        else {
            const node = this.get(key, true);
            if (identity.isCollection(node))
                node.setIn(rest, value);
            else if (node === undefined && this.schema)
                this.set(key, collectionFromPath(this.schema, rest, value));
            else
                throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
        }
    }
}

exports.Collection = Collection;
exports.collectionFromPath = collectionFromPath;
exports.isEmptyPath = isEmptyPath;


/***/ }),

/***/ 1867:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var applyReviver = __nccwpck_require__(9067);
var identity = __nccwpck_require__(3989);
var toJS = __nccwpck_require__(3953);

class NodeBase {
    constructor(type) {
        Object.defineProperty(this, identity.NODE_TYPE, { value: type });
    }
    /** Create a copy of this node.  */
    clone() {
        const copy = Object.create(Object.getPrototypeOf(this), Object.getOwnPropertyDescriptors(this));
        if (this.range)
            copy.range = this.range.slice();
        return copy;
    }
    /** A plain JavaScript representation of this node. */
    toJS(doc, { mapAsMap, maxAliasCount, onAnchor, reviver } = {}) {
        if (!identity.isDocument(doc))
            throw new TypeError('A document argument is required');
        const ctx = {
            anchors: new Map(),
            doc,
            keep: true,
            mapAsMap: mapAsMap === true,
            mapKeyWarned: false,
            maxAliasCount: typeof maxAliasCount === 'number' ? maxAliasCount : 100
        };
        const res = toJS.toJS(this, '', ctx);
        if (typeof onAnchor === 'function')
            for (const { count, res } of ctx.anchors.values())
                onAnchor(res, count);
        return typeof reviver === 'function'
            ? applyReviver.applyReviver(reviver, { '': res }, '', res)
            : res;
    }
}

exports.NodeBase = NodeBase;


/***/ }),

/***/ 1363:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var createNode = __nccwpck_require__(4466);
var stringifyPair = __nccwpck_require__(738);
var addPairToJSMap = __nccwpck_require__(3202);
var identity = __nccwpck_require__(3989);

function createPair(key, value, ctx) {
    const k = createNode.createNode(key, undefined, ctx);
    const v = createNode.createNode(value, undefined, ctx);
    return new Pair(k, v);
}
class Pair {
    constructor(key, value = null) {
        Object.defineProperty(this, identity.NODE_TYPE, { value: identity.PAIR });
        this.key = key;
        this.value = value;
    }
    clone(schema) {
        let { key, value } = this;
        if (identity.isNode(key))
            key = key.clone(schema);
        if (identity.isNode(value))
            value = value.clone(schema);
        return new Pair(key, value);
    }
    toJSON(_, ctx) {
        const pair = ctx?.mapAsMap ? new Map() : {};
        return addPairToJSMap.addPairToJSMap(ctx, pair, this);
    }
    toString(ctx, onComment, onChompKeep) {
        return ctx?.doc
            ? stringifyPair.stringifyPair(this, ctx, onComment, onChompKeep)
            : JSON.stringify(this);
    }
}

exports.Pair = Pair;
exports.createPair = createPair;


/***/ }),

/***/ 1987:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(3989);
var Node = __nccwpck_require__(1867);
var toJS = __nccwpck_require__(3953);

const isScalarValue = (value) => !value || (typeof value !== 'function' && typeof value !== 'object');
class Scalar extends Node.NodeBase {
    constructor(value) {
        super(identity.SCALAR);
        this.value = value;
    }
    toJSON(arg, ctx) {
        return ctx?.keep ? this.value : toJS.toJS(this.value, arg, ctx);
    }
    toString() {
        return String(this.value);
    }
}
Scalar.BLOCK_FOLDED = 'BLOCK_FOLDED';
Scalar.BLOCK_LITERAL = 'BLOCK_LITERAL';
Scalar.PLAIN = 'PLAIN';
Scalar.QUOTE_DOUBLE = 'QUOTE_DOUBLE';
Scalar.QUOTE_SINGLE = 'QUOTE_SINGLE';

exports.Scalar = Scalar;
exports.isScalarValue = isScalarValue;


/***/ }),

/***/ 4628:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var stringifyCollection = __nccwpck_require__(4618);
var addPairToJSMap = __nccwpck_require__(3202);
var Collection = __nccwpck_require__(1347);
var identity = __nccwpck_require__(3989);
var Pair = __nccwpck_require__(1363);
var Scalar = __nccwpck_require__(1987);

function findPair(items, key) {
    const k = identity.isScalar(key) ? key.value : key;
    for (const it of items) {
        if (identity.isPair(it)) {
            if (it.key === key || it.key === k)
                return it;
            if (identity.isScalar(it.key) && it.key.value === k)
                return it;
        }
    }
    return undefined;
}
class YAMLMap extends Collection.Collection {
    static get tagName() {
        return 'tag:yaml.org,2002:map';
    }
    constructor(schema) {
        super(identity.MAP, schema);
        this.items = [];
    }
    /**
     * A generic collection parsing method that can be extended
     * to other node classes that inherit from YAMLMap
     */
    static from(schema, obj, ctx) {
        const { keepUndefined, replacer } = ctx;
        const map = new this(schema);
        const add = (key, value) => {
            if (typeof replacer === 'function')
                value = replacer.call(obj, key, value);
            else if (Array.isArray(replacer) && !replacer.includes(key))
                return;
            if (value !== undefined || keepUndefined)
                map.items.push(Pair.createPair(key, value, ctx));
        };
        if (obj instanceof Map) {
            for (const [key, value] of obj)
                add(key, value);
        }
        else if (obj && typeof obj === 'object') {
            for (const key of Object.keys(obj))
                add(key, obj[key]);
        }
        if (typeof schema.sortMapEntries === 'function') {
            map.items.sort(schema.sortMapEntries);
        }
        return map;
    }
    /**
     * Adds a value to the collection.
     *
     * @param overwrite - If not set `true`, using a key that is already in the
     *   collection will throw. Otherwise, overwrites the previous value.
     */
    add(pair, overwrite) {
        let _pair;
        if (identity.isPair(pair))
            _pair = pair;
        else if (!pair || typeof pair !== 'object' || !('key' in pair)) {
            // In TypeScript, this never happens.
            _pair = new Pair.Pair(pair, pair?.value);
        }
        else
            _pair = new Pair.Pair(pair.key, pair.value);
        const prev = findPair(this.items, _pair.key);
        const sortEntries = this.schema?.sortMapEntries;
        if (prev) {
            if (!overwrite)
                throw new Error(`Key ${_pair.key} already set`);
            // For scalars, keep the old node & its comments and anchors
            if (identity.isScalar(prev.value) && Scalar.isScalarValue(_pair.value))
                prev.value.value = _pair.value;
            else
                prev.value = _pair.value;
        }
        else if (sortEntries) {
            const i = this.items.findIndex(item => sortEntries(_pair, item) < 0);
            if (i === -1)
                this.items.push(_pair);
            else
                this.items.splice(i, 0, _pair);
        }
        else {
            this.items.push(_pair);
        }
    }
    delete(key) {
        const it = findPair(this.items, key);
        if (!it)
            return false;
        const del = this.items.splice(this.items.indexOf(it), 1);
        return del.length > 0;
    }
    get(key, keepScalar) {
        const it = findPair(this.items, key);
        const node = it?.value;
        return (!keepScalar && identity.isScalar(node) ? node.value : node) ?? undefined;
    }
    has(key) {
        return !!findPair(this.items, key);
    }
    set(key, value) {
        this.add(new Pair.Pair(key, value), true);
    }
    /**
     * @param ctx - Conversion context, originally set in Document#toJS()
     * @param {Class} Type - If set, forces the returned collection type
     * @returns Instance of Type, Map, or Object
     */
    toJSON(_, ctx, Type) {
        const map = Type ? new Type() : ctx?.mapAsMap ? new Map() : {};
        if (ctx?.onCreate)
            ctx.onCreate(map);
        for (const item of this.items)
            addPairToJSMap.addPairToJSMap(ctx, map, item);
        return map;
    }
    toString(ctx, onComment, onChompKeep) {
        if (!ctx)
            return JSON.stringify(this);
        for (const item of this.items) {
            if (!identity.isPair(item))
                throw new Error(`Map items must all be pairs; found ${JSON.stringify(item)} instead`);
        }
        if (!ctx.allNullValues && this.hasAllNullValues(false))
            ctx = Object.assign({}, ctx, { allNullValues: true });
        return stringifyCollection.stringifyCollection(this, ctx, {
            blockItemPrefix: '',
            flowChars: { start: '{', end: '}' },
            itemIndent: ctx.indent || '',
            onChompKeep,
            onComment
        });
    }
}

exports.YAMLMap = YAMLMap;
exports.findPair = findPair;


/***/ }),

/***/ 5145:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var createNode = __nccwpck_require__(4466);
var stringifyCollection = __nccwpck_require__(4618);
var Collection = __nccwpck_require__(1347);
var identity = __nccwpck_require__(3989);
var Scalar = __nccwpck_require__(1987);
var toJS = __nccwpck_require__(3953);

class YAMLSeq extends Collection.Collection {
    static get tagName() {
        return 'tag:yaml.org,2002:seq';
    }
    constructor(schema) {
        super(identity.SEQ, schema);
        this.items = [];
    }
    add(value) {
        this.items.push(value);
    }
    /**
     * Removes a value from the collection.
     *
     * `key` must contain a representation of an integer for this to succeed.
     * It may be wrapped in a `Scalar`.
     *
     * @returns `true` if the item was found and removed.
     */
    delete(key) {
        const idx = asItemIndex(key);
        if (typeof idx !== 'number')
            return false;
        const del = this.items.splice(idx, 1);
        return del.length > 0;
    }
    get(key, keepScalar) {
        const idx = asItemIndex(key);
        if (typeof idx !== 'number')
            return undefined;
        const it = this.items[idx];
        return !keepScalar && identity.isScalar(it) ? it.value : it;
    }
    /**
     * Checks if the collection includes a value with the key `key`.
     *
     * `key` must contain a representation of an integer for this to succeed.
     * It may be wrapped in a `Scalar`.
     */
    has(key) {
        const idx = asItemIndex(key);
        return typeof idx === 'number' && idx < this.items.length;
    }
    /**
     * Sets a value in this collection. For `!!set`, `value` needs to be a
     * boolean to add/remove the item from the set.
     *
     * If `key` does not contain a representation of an integer, this will throw.
     * It may be wrapped in a `Scalar`.
     */
    set(key, value) {
        const idx = asItemIndex(key);
        if (typeof idx !== 'number')
            throw new Error(`Expected a valid index, not ${key}.`);
        const prev = this.items[idx];
        if (identity.isScalar(prev) && Scalar.isScalarValue(value))
            prev.value = value;
        else
            this.items[idx] = value;
    }
    toJSON(_, ctx) {
        const seq = [];
        if (ctx?.onCreate)
            ctx.onCreate(seq);
        let i = 0;
        for (const item of this.items)
            seq.push(toJS.toJS(item, String(i++), ctx));
        return seq;
    }
    toString(ctx, onComment, onChompKeep) {
        if (!ctx)
            return JSON.stringify(this);
        return stringifyCollection.stringifyCollection(this, ctx, {
            blockItemPrefix: '- ',
            flowChars: { start: '[', end: ']' },
            itemIndent: (ctx.indent || '') + '  ',
            onChompKeep,
            onComment
        });
    }
    static from(schema, obj, ctx) {
        const { replacer } = ctx;
        const seq = new this(schema);
        if (obj && Symbol.iterator in Object(obj)) {
            let i = 0;
            for (let it of obj) {
                if (typeof replacer === 'function') {
                    const key = obj instanceof Set ? it : String(i++);
                    it = replacer.call(obj, key, it);
                }
                seq.items.push(createNode.createNode(it, undefined, ctx));
            }
        }
        return seq;
    }
}
function asItemIndex(key) {
    let idx = identity.isScalar(key) ? key.value : key;
    if (idx && typeof idx === 'string')
        idx = Number(idx);
    return typeof idx === 'number' && Number.isInteger(idx) && idx >= 0
        ? idx
        : null;
}

exports.YAMLSeq = YAMLSeq;


/***/ }),

/***/ 3202:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var log = __nccwpck_require__(9023);
var merge = __nccwpck_require__(8534);
var stringify = __nccwpck_require__(2014);
var identity = __nccwpck_require__(3989);
var toJS = __nccwpck_require__(3953);

function addPairToJSMap(ctx, map, { key, value }) {
    if (identity.isNode(key) && key.addToJSMap)
        key.addToJSMap(ctx, map, value);
    // TODO: Should drop this special case for bare << handling
    else if (merge.isMergeKey(ctx, key))
        merge.addMergeToJSMap(ctx, map, value);
    else {
        const jsKey = toJS.toJS(key, '', ctx);
        if (map instanceof Map) {
            map.set(jsKey, toJS.toJS(value, jsKey, ctx));
        }
        else if (map instanceof Set) {
            map.add(jsKey);
        }
        else {
            const stringKey = stringifyKey(key, jsKey, ctx);
            const jsValue = toJS.toJS(value, stringKey, ctx);
            if (stringKey in map)
                Object.defineProperty(map, stringKey, {
                    value: jsValue,
                    writable: true,
                    enumerable: true,
                    configurable: true
                });
            else
                map[stringKey] = jsValue;
        }
    }
    return map;
}
function stringifyKey(key, jsKey, ctx) {
    if (jsKey === null)
        return '';
    // eslint-disable-next-line @typescript-eslint/no-base-to-string
    if (typeof jsKey !== 'object')
        return String(jsKey);
    if (identity.isNode(key) && ctx?.doc) {
        const strCtx = stringify.createStringifyContext(ctx.doc, {});
        strCtx.anchors = new Set();
        for (const node of ctx.anchors.keys())
            strCtx.anchors.add(node.anchor);
        strCtx.inFlow = true;
        strCtx.inStringifyKey = true;
        const strKey = key.toString(strCtx);
        if (!ctx.mapKeyWarned) {
            let jsonStr = JSON.stringify(strKey);
            if (jsonStr.length > 40)
                jsonStr = jsonStr.substring(0, 36) + '..."';
            log.warn(ctx.doc.options.logLevel, `Keys with collection values will be stringified due to JS Object restrictions: ${jsonStr}. Set mapAsMap: true to use object keys.`);
            ctx.mapKeyWarned = true;
        }
        return strKey;
    }
    return JSON.stringify(jsKey);
}

exports.addPairToJSMap = addPairToJSMap;


/***/ }),

/***/ 3989:
/***/ ((__unused_webpack_module, exports) => {



const ALIAS = Symbol.for('yaml.alias');
const DOC = Symbol.for('yaml.document');
const MAP = Symbol.for('yaml.map');
const PAIR = Symbol.for('yaml.pair');
const SCALAR = Symbol.for('yaml.scalar');
const SEQ = Symbol.for('yaml.seq');
const NODE_TYPE = Symbol.for('yaml.node.type');
const isAlias = (node) => !!node && typeof node === 'object' && node[NODE_TYPE] === ALIAS;
const isDocument = (node) => !!node && typeof node === 'object' && node[NODE_TYPE] === DOC;
const isMap = (node) => !!node && typeof node === 'object' && node[NODE_TYPE] === MAP;
const isPair = (node) => !!node && typeof node === 'object' && node[NODE_TYPE] === PAIR;
const isScalar = (node) => !!node && typeof node === 'object' && node[NODE_TYPE] === SCALAR;
const isSeq = (node) => !!node && typeof node === 'object' && node[NODE_TYPE] === SEQ;
function isCollection(node) {
    if (node && typeof node === 'object')
        switch (node[NODE_TYPE]) {
            case MAP:
            case SEQ:
                return true;
        }
    return false;
}
function isNode(node) {
    if (node && typeof node === 'object')
        switch (node[NODE_TYPE]) {
            case ALIAS:
            case MAP:
            case SCALAR:
            case SEQ:
                return true;
        }
    return false;
}
const hasAnchor = (node) => (isScalar(node) || isCollection(node)) && !!node.anchor;

exports.ALIAS = ALIAS;
exports.DOC = DOC;
exports.MAP = MAP;
exports.NODE_TYPE = NODE_TYPE;
exports.PAIR = PAIR;
exports.SCALAR = SCALAR;
exports.SEQ = SEQ;
exports.hasAnchor = hasAnchor;
exports.isAlias = isAlias;
exports.isCollection = isCollection;
exports.isDocument = isDocument;
exports.isMap = isMap;
exports.isNode = isNode;
exports.isPair = isPair;
exports.isScalar = isScalar;
exports.isSeq = isSeq;


/***/ }),

/***/ 3953:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(3989);

/**
 * Recursively convert any node or its contents to native JavaScript
 *
 * @param value - The input value
 * @param arg - If `value` defines a `toJSON()` method, use this
 *   as its first argument
 * @param ctx - Conversion context, originally set in Document#toJS(). If
 *   `{ keep: true }` is not set, output should be suitable for JSON
 *   stringification.
 */
function toJS(value, arg, ctx) {
    // eslint-disable-next-line @typescript-eslint/no-unsafe-return
    if (Array.isArray(value))
        return value.map((v, i) => toJS(v, String(i), ctx));
    if (value && typeof value.toJSON === 'function') {
        // eslint-disable-next-line @typescript-eslint/no-unsafe-call
        if (!ctx || !identity.hasAnchor(value))
            return value.toJSON(arg, ctx);
        const data = { aliasCount: 0, count: 1, res: undefined };
        ctx.anchors.set(value, data);
        ctx.onCreate = res => {
            data.res = res;
            delete ctx.onCreate;
        };
        const res = value.toJSON(arg, ctx);
        if (ctx.onCreate)
            ctx.onCreate(res);
        return res;
    }
    if (typeof value === 'bigint' && !ctx?.keep)
        return Number(value);
    return value;
}

exports.toJS = toJS;


/***/ }),

/***/ 3640:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var resolveBlockScalar = __nccwpck_require__(9179);
var resolveFlowScalar = __nccwpck_require__(7532);
var errors = __nccwpck_require__(8718);
var stringifyString = __nccwpck_require__(3591);

function resolveAsScalar(token, strict = true, onError) {
    if (token) {
        const _onError = (pos, code, message) => {
            const offset = typeof pos === 'number' ? pos : Array.isArray(pos) ? pos[0] : pos.offset;
            if (onError)
                onError(offset, code, message);
            else
                throw new errors.YAMLParseError([offset, offset + 1], code, message);
        };
        switch (token.type) {
            case 'scalar':
            case 'single-quoted-scalar':
            case 'double-quoted-scalar':
                return resolveFlowScalar.resolveFlowScalar(token, strict, _onError);
            case 'block-scalar':
                return resolveBlockScalar.resolveBlockScalar({ options: { strict } }, token, _onError);
        }
    }
    return null;
}
/**
 * Create a new scalar token with `value`
 *
 * Values that represent an actual string but may be parsed as a different type should use a `type` other than `'PLAIN'`,
 * as this function does not support any schema operations and won't check for such conflicts.
 *
 * @param value The string representation of the value, which will have its content properly indented.
 * @param context.end Comments and whitespace after the end of the value, or after the block scalar header. If undefined, a newline will be added.
 * @param context.implicitKey Being within an implicit key may affect the resolved type of the token's value.
 * @param context.indent The indent level of the token.
 * @param context.inFlow Is this scalar within a flow collection? This may affect the resolved type of the token's value.
 * @param context.offset The offset position of the token.
 * @param context.type The preferred type of the scalar token. If undefined, the previous type of the `token` will be used, defaulting to `'PLAIN'`.
 */
function createScalarToken(value, context) {
    const { implicitKey = false, indent, inFlow = false, offset = -1, type = 'PLAIN' } = context;
    const source = stringifyString.stringifyString({ type, value }, {
        implicitKey,
        indent: indent > 0 ? ' '.repeat(indent) : '',
        inFlow,
        options: { blockQuote: true, lineWidth: -1 }
    });
    const end = context.end ?? [
        { type: 'newline', offset: -1, indent, source: '\n' }
    ];
    switch (source[0]) {
        case '|':
        case '>': {
            const he = source.indexOf('\n');
            const head = source.substring(0, he);
            const body = source.substring(he + 1) + '\n';
            const props = [
                { type: 'block-scalar-header', offset, indent, source: head }
            ];
            if (!addEndtoBlockProps(props, end))
                props.push({ type: 'newline', offset: -1, indent, source: '\n' });
            return { type: 'block-scalar', offset, indent, props, source: body };
        }
        case '"':
            return { type: 'double-quoted-scalar', offset, indent, source, end };
        case "'":
            return { type: 'single-quoted-scalar', offset, indent, source, end };
        default:
            return { type: 'scalar', offset, indent, source, end };
    }
}
/**
 * Set the value of `token` to the given string `value`, overwriting any previous contents and type that it may have.
 *
 * Best efforts are made to retain any comments previously associated with the `token`,
 * though all contents within a collection's `items` will be overwritten.
 *
 * Values that represent an actual string but may be parsed as a different type should use a `type` other than `'PLAIN'`,
 * as this function does not support any schema operations and won't check for such conflicts.
 *
 * @param token Any token. If it does not include an `indent` value, the value will be stringified as if it were an implicit key.
 * @param value The string representation of the value, which will have its content properly indented.
 * @param context.afterKey In most cases, values after a key should have an additional level of indentation.
 * @param context.implicitKey Being within an implicit key may affect the resolved type of the token's value.
 * @param context.inFlow Being within a flow collection may affect the resolved type of the token's value.
 * @param context.type The preferred type of the scalar token. If undefined, the previous type of the `token` will be used, defaulting to `'PLAIN'`.
 */
function setScalarValue(token, value, context = {}) {
    let { afterKey = false, implicitKey = false, inFlow = false, type } = context;
    let indent = 'indent' in token ? token.indent : null;
    if (afterKey && typeof indent === 'number')
        indent += 2;
    if (!type)
        switch (token.type) {
            case 'single-quoted-scalar':
                type = 'QUOTE_SINGLE';
                break;
            case 'double-quoted-scalar':
                type = 'QUOTE_DOUBLE';
                break;
            case 'block-scalar': {
                const header = token.props[0];
                if (header.type !== 'block-scalar-header')
                    throw new Error('Invalid block scalar header');
                type = header.source[0] === '>' ? 'BLOCK_FOLDED' : 'BLOCK_LITERAL';
                break;
            }
            default:
                type = 'PLAIN';
        }
    const source = stringifyString.stringifyString({ type, value }, {
        implicitKey: implicitKey || indent === null,
        indent: indent !== null && indent > 0 ? ' '.repeat(indent) : '',
        inFlow,
        options: { blockQuote: true, lineWidth: -1 }
    });
    switch (source[0]) {
        case '|':
        case '>':
            setBlockScalarValue(token, source);
            break;
        case '"':
            setFlowScalarValue(token, source, 'double-quoted-scalar');
            break;
        case "'":
            setFlowScalarValue(token, source, 'single-quoted-scalar');
            break;
        default:
            setFlowScalarValue(token, source, 'scalar');
    }
}
function setBlockScalarValue(token, source) {
    const he = source.indexOf('\n');
    const head = source.substring(0, he);
    const body = source.substring(he + 1) + '\n';
    if (token.type === 'block-scalar') {
        const header = token.props[0];
        if (header.type !== 'block-scalar-header')
            throw new Error('Invalid block scalar header');
        header.source = head;
        token.source = body;
    }
    else {
        const { offset } = token;
        const indent = 'indent' in token ? token.indent : -1;
        const props = [
            { type: 'block-scalar-header', offset, indent, source: head }
        ];
        if (!addEndtoBlockProps(props, 'end' in token ? token.end : undefined))
            props.push({ type: 'newline', offset: -1, indent, source: '\n' });
        for (const key of Object.keys(token))
            if (key !== 'type' && key !== 'offset')
                delete token[key];
        Object.assign(token, { type: 'block-scalar', indent, props, source: body });
    }
}
/** @returns `true` if last token is a newline */
function addEndtoBlockProps(props, end) {
    if (end)
        for (const st of end)
            switch (st.type) {
                case 'space':
                case 'comment':
                    props.push(st);
                    break;
                case 'newline':
                    props.push(st);
                    return true;
            }
    return false;
}
function setFlowScalarValue(token, source, type) {
    switch (token.type) {
        case 'scalar':
        case 'double-quoted-scalar':
        case 'single-quoted-scalar':
            token.type = type;
            token.source = source;
            break;
        case 'block-scalar': {
            const end = token.props.slice(1);
            let oa = source.length;
            if (token.props[0].type === 'block-scalar-header')
                oa -= token.props[0].source.length;
            for (const tok of end)
                tok.offset += oa;
            delete token.props;
            Object.assign(token, { type, source, end });
            break;
        }
        case 'block-map':
        case 'block-seq': {
            const offset = token.offset + source.length;
            const nl = { type: 'newline', offset, indent: token.indent, source: '\n' };
            delete token.items;
            Object.assign(token, { type, source, end: [nl] });
            break;
        }
        default: {
            const indent = 'indent' in token ? token.indent : -1;
            const end = 'end' in token && Array.isArray(token.end)
                ? token.end.filter(st => st.type === 'space' ||
                    st.type === 'comment' ||
                    st.type === 'newline')
                : [];
            for (const key of Object.keys(token))
                if (key !== 'type' && key !== 'offset')
                    delete token[key];
            Object.assign(token, { type, indent, source, end });
        }
    }
}

exports.createScalarToken = createScalarToken;
exports.resolveAsScalar = resolveAsScalar;
exports.setScalarValue = setScalarValue;


/***/ }),

/***/ 4867:
/***/ ((__unused_webpack_module, exports) => {



/**
 * Stringify a CST document, token, or collection item
 *
 * Fair warning: This applies no validation whatsoever, and
 * simply concatenates the sources in their logical order.
 */
const stringify = (cst) => 'type' in cst ? stringifyToken(cst) : stringifyItem(cst);
function stringifyToken(token) {
    switch (token.type) {
        case 'block-scalar': {
            let res = '';
            for (const tok of token.props)
                res += stringifyToken(tok);
            return res + token.source;
        }
        case 'block-map':
        case 'block-seq': {
            let res = '';
            for (const item of token.items)
                res += stringifyItem(item);
            return res;
        }
        case 'flow-collection': {
            let res = token.start.source;
            for (const item of token.items)
                res += stringifyItem(item);
            for (const st of token.end)
                res += st.source;
            return res;
        }
        case 'document': {
            let res = stringifyItem(token);
            if (token.end)
                for (const st of token.end)
                    res += st.source;
            return res;
        }
        default: {
            let res = token.source;
            if ('end' in token && token.end)
                for (const st of token.end)
                    res += st.source;
            return res;
        }
    }
}
function stringifyItem({ start, key, sep, value }) {
    let res = '';
    for (const st of start)
        res += st.source;
    if (key)
        res += stringifyToken(key);
    if (sep)
        for (const st of sep)
            res += st.source;
    if (value)
        res += stringifyToken(value);
    return res;
}

exports.stringify = stringify;


/***/ }),

/***/ 2629:
/***/ ((__unused_webpack_module, exports) => {



const BREAK = Symbol('break visit');
const SKIP = Symbol('skip children');
const REMOVE = Symbol('remove item');
/**
 * Apply a visitor to a CST document or item.
 *
 * Walks through the tree (depth-first) starting from the root, calling a
 * `visitor` function with two arguments when entering each item:
 *   - `item`: The current item, which included the following members:
 *     - `start: SourceToken[]` – Source tokens before the key or value,
 *       possibly including its anchor or tag.
 *     - `key?: Token | null` – Set for pair values. May then be `null`, if
 *       the key before the `:` separator is empty.
 *     - `sep?: SourceToken[]` – Source tokens between the key and the value,
 *       which should include the `:` map value indicator if `value` is set.
 *     - `value?: Token` – The value of a sequence item, or of a map pair.
 *   - `path`: The steps from the root to the current node, as an array of
 *     `['key' | 'value', number]` tuples.
 *
 * The return value of the visitor may be used to control the traversal:
 *   - `undefined` (default): Do nothing and continue
 *   - `visit.SKIP`: Do not visit the children of this token, continue with
 *      next sibling
 *   - `visit.BREAK`: Terminate traversal completely
 *   - `visit.REMOVE`: Remove the current item, then continue with the next one
 *   - `number`: Set the index of the next step. This is useful especially if
 *     the index of the current token has changed.
 *   - `function`: Define the next visitor for this item. After the original
 *     visitor is called on item entry, next visitors are called after handling
 *     a non-empty `key` and when exiting the item.
 */
function visit(cst, visitor) {
    if ('type' in cst && cst.type === 'document')
        cst = { start: cst.start, value: cst.value };
    _visit(Object.freeze([]), cst, visitor);
}
// Without the `as symbol` casts, TS declares these in the `visit`
// namespace using `var`, but then complains about that because
// `unique symbol` must be `const`.
/** Terminate visit traversal completely */
visit.BREAK = BREAK;
/** Do not visit the children of the current item */
visit.SKIP = SKIP;
/** Remove the current item */
visit.REMOVE = REMOVE;
/** Find the item at `path` from `cst` as the root */
visit.itemAtPath = (cst, path) => {
    let item = cst;
    for (const [field, index] of path) {
        const tok = item?.[field];
        if (tok && 'items' in tok) {
            item = tok.items[index];
        }
        else
            return undefined;
    }
    return item;
};
/**
 * Get the immediate parent collection of the item at `path` from `cst` as the root.
 *
 * Throws an error if the collection is not found, which should never happen if the item itself exists.
 */
visit.parentCollection = (cst, path) => {
    const parent = visit.itemAtPath(cst, path.slice(0, -1));
    const field = path[path.length - 1][0];
    const coll = parent?.[field];
    if (coll && 'items' in coll)
        return coll;
    throw new Error('Parent collection not found');
};
function _visit(path, item, visitor) {
    let ctrl = visitor(item, path);
    if (typeof ctrl === 'symbol')
        return ctrl;
    for (const field of ['key', 'value']) {
        const token = item[field];
        if (token && 'items' in token) {
            for (let i = 0; i < token.items.length; ++i) {
                const ci = _visit(Object.freeze(path.concat([[field, i]])), token.items[i], visitor);
                if (typeof ci === 'number')
                    i = ci - 1;
                else if (ci === BREAK)
                    return BREAK;
                else if (ci === REMOVE) {
                    token.items.splice(i, 1);
                    i -= 1;
                }
            }
            if (typeof ctrl === 'function' && field === 'key')
                ctrl = ctrl(item, path);
        }
    }
    return typeof ctrl === 'function' ? ctrl(item, path) : ctrl;
}

exports.visit = visit;


/***/ }),

/***/ 4975:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var cstScalar = __nccwpck_require__(3640);
var cstStringify = __nccwpck_require__(4867);
var cstVisit = __nccwpck_require__(2629);

/** The byte order mark */
const BOM = '\u{FEFF}';
/** Start of doc-mode */
const DOCUMENT = '\x02'; // C0: Start of Text
/** Unexpected end of flow-mode */
const FLOW_END = '\x18'; // C0: Cancel
/** Next token is a scalar value */
const SCALAR = '\x1f'; // C0: Unit Separator
/** @returns `true` if `token` is a flow or block collection */
const isCollection = (token) => !!token && 'items' in token;
/** @returns `true` if `token` is a flow or block scalar; not an alias */
const isScalar = (token) => !!token &&
    (token.type === 'scalar' ||
        token.type === 'single-quoted-scalar' ||
        token.type === 'double-quoted-scalar' ||
        token.type === 'block-scalar');
/* istanbul ignore next */
/** Get a printable representation of a lexer token */
function prettyToken(token) {
    switch (token) {
        case BOM:
            return '<BOM>';
        case DOCUMENT:
            return '<DOC>';
        case FLOW_END:
            return '<FLOW_END>';
        case SCALAR:
            return '<SCALAR>';
        default:
            return JSON.stringify(token);
    }
}
/** Identify the type of a lexer token. May return `null` for unknown tokens. */
function tokenType(source) {
    switch (source) {
        case BOM:
            return 'byte-order-mark';
        case DOCUMENT:
            return 'doc-mode';
        case FLOW_END:
            return 'flow-error-end';
        case SCALAR:
            return 'scalar';
        case '---':
            return 'doc-start';
        case '...':
            return 'doc-end';
        case '':
        case '\n':
        case '\r\n':
            return 'newline';
        case '-':
            return 'seq-item-ind';
        case '?':
            return 'explicit-key-ind';
        case ':':
            return 'map-value-ind';
        case '{':
            return 'flow-map-start';
        case '}':
            return 'flow-map-end';
        case '[':
            return 'flow-seq-start';
        case ']':
            return 'flow-seq-end';
        case ',':
            return 'comma';
    }
    switch (source[0]) {
        case ' ':
        case '\t':
            return 'space';
        case '#':
            return 'comment';
        case '%':
            return 'directive-line';
        case '*':
            return 'alias';
        case '&':
            return 'anchor';
        case '!':
            return 'tag';
        case "'":
            return 'single-quoted-scalar';
        case '"':
            return 'double-quoted-scalar';
        case '|':
        case '>':
            return 'block-scalar-header';
    }
    return null;
}

exports.createScalarToken = cstScalar.createScalarToken;
exports.resolveAsScalar = cstScalar.resolveAsScalar;
exports.setScalarValue = cstScalar.setScalarValue;
exports.stringify = cstStringify.stringify;
exports.visit = cstVisit.visit;
exports.BOM = BOM;
exports.DOCUMENT = DOCUMENT;
exports.FLOW_END = FLOW_END;
exports.SCALAR = SCALAR;
exports.isCollection = isCollection;
exports.isScalar = isScalar;
exports.prettyToken = prettyToken;
exports.tokenType = tokenType;


/***/ }),

/***/ 5463:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var cst = __nccwpck_require__(4975);

/*
START -> stream

stream
  directive -> line-end -> stream
  indent + line-end -> stream
  [else] -> line-start

line-end
  comment -> line-end
  newline -> .
  input-end -> END

line-start
  doc-start -> doc
  doc-end -> stream
  [else] -> indent -> block-start

block-start
  seq-item-start -> block-start
  explicit-key-start -> block-start
  map-value-start -> block-start
  [else] -> doc

doc
  line-end -> line-start
  spaces -> doc
  anchor -> doc
  tag -> doc
  flow-start -> flow -> doc
  flow-end -> error -> doc
  seq-item-start -> error -> doc
  explicit-key-start -> error -> doc
  map-value-start -> doc
  alias -> doc
  quote-start -> quoted-scalar -> doc
  block-scalar-header -> line-end -> block-scalar(min) -> line-start
  [else] -> plain-scalar(false, min) -> doc

flow
  line-end -> flow
  spaces -> flow
  anchor -> flow
  tag -> flow
  flow-start -> flow -> flow
  flow-end -> .
  seq-item-start -> error -> flow
  explicit-key-start -> flow
  map-value-start -> flow
  alias -> flow
  quote-start -> quoted-scalar -> flow
  comma -> flow
  [else] -> plain-scalar(true, 0) -> flow

quoted-scalar
  quote-end -> .
  [else] -> quoted-scalar

block-scalar(min)
  newline + peek(indent < min) -> .
  [else] -> block-scalar(min)

plain-scalar(is-flow, min)
  scalar-end(is-flow) -> .
  peek(newline + (indent < min)) -> .
  [else] -> plain-scalar(min)
*/
function isEmpty(ch) {
    switch (ch) {
        case undefined:
        case ' ':
        case '\n':
        case '\r':
        case '\t':
            return true;
        default:
            return false;
    }
}
const hexDigits = new Set('0123456789ABCDEFabcdef');
const tagChars = new Set("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-#;/?:@&=+$_.!~*'()");
const flowIndicatorChars = new Set(',[]{}');
const invalidAnchorChars = new Set(' ,[]{}\n\r\t');
const isNotAnchorChar = (ch) => !ch || invalidAnchorChars.has(ch);
/**
 * Splits an input string into lexical tokens, i.e. smaller strings that are
 * easily identifiable by `tokens.tokenType()`.
 *
 * Lexing starts always in a "stream" context. Incomplete input may be buffered
 * until a complete token can be emitted.
 *
 * In addition to slices of the original input, the following control characters
 * may also be emitted:
 *
 * - `\x02` (Start of Text): A document starts with the next token
 * - `\x18` (Cancel): Unexpected end of flow-mode (indicates an error)
 * - `\x1f` (Unit Separator): Next token is a scalar value
 * - `\u{FEFF}` (Byte order mark): Emitted separately outside documents
 */
class Lexer {
    constructor() {
        /**
         * Flag indicating whether the end of the current buffer marks the end of
         * all input
         */
        this.atEnd = false;
        /**
         * Explicit indent set in block scalar header, as an offset from the current
         * minimum indent, so e.g. set to 1 from a header `|2+`. Set to -1 if not
         * explicitly set.
         */
        this.blockScalarIndent = -1;
        /**
         * Block scalars that include a + (keep) chomping indicator in their header
         * include trailing empty lines, which are otherwise excluded from the
         * scalar's contents.
         */
        this.blockScalarKeep = false;
        /** Current input */
        this.buffer = '';
        /**
         * Flag noting whether the map value indicator : can immediately follow this
         * node within a flow context.
         */
        this.flowKey = false;
        /** Count of surrounding flow collection levels. */
        this.flowLevel = 0;
        /**
         * Minimum level of indentation required for next lines to be parsed as a
         * part of the current scalar value.
         */
        this.indentNext = 0;
        /** Indentation level of the current line. */
        this.indentValue = 0;
        /** Position of the next \n character. */
        this.lineEndPos = null;
        /** Stores the state of the lexer if reaching the end of incpomplete input */
        this.next = null;
        /** A pointer to `buffer`; the current position of the lexer. */
        this.pos = 0;
    }
    /**
     * Generate YAML tokens from the `source` string. If `incomplete`,
     * a part of the last line may be left as a buffer for the next call.
     *
     * @returns A generator of lexical tokens
     */
    *lex(source, incomplete = false) {
        if (source) {
            if (typeof source !== 'string')
                throw TypeError('source is not a string');
            this.buffer = this.buffer ? this.buffer + source : source;
            this.lineEndPos = null;
        }
        this.atEnd = !incomplete;
        let next = this.next ?? 'stream';
        while (next && (incomplete || this.hasChars(1)))
            next = yield* this.parseNext(next);
    }
    atLineEnd() {
        let i = this.pos;
        let ch = this.buffer[i];
        while (ch === ' ' || ch === '\t')
            ch = this.buffer[++i];
        if (!ch || ch === '#' || ch === '\n')
            return true;
        if (ch === '\r')
            return this.buffer[i + 1] === '\n';
        return false;
    }
    charAt(n) {
        return this.buffer[this.pos + n];
    }
    continueScalar(offset) {
        let ch = this.buffer[offset];
        if (this.indentNext > 0) {
            let indent = 0;
            while (ch === ' ')
                ch = this.buffer[++indent + offset];
            if (ch === '\r') {
                const next = this.buffer[indent + offset + 1];
                if (next === '\n' || (!next && !this.atEnd))
                    return offset + indent + 1;
            }
            return ch === '\n' || indent >= this.indentNext || (!ch && !this.atEnd)
                ? offset + indent
                : -1;
        }
        if (ch === '-' || ch === '.') {
            const dt = this.buffer.substr(offset, 3);
            if ((dt === '---' || dt === '...') && isEmpty(this.buffer[offset + 3]))
                return -1;
        }
        return offset;
    }
    getLine() {
        let end = this.lineEndPos;
        if (typeof end !== 'number' || (end !== -1 && end < this.pos)) {
            end = this.buffer.indexOf('\n', this.pos);
            this.lineEndPos = end;
        }
        if (end === -1)
            return this.atEnd ? this.buffer.substring(this.pos) : null;
        if (this.buffer[end - 1] === '\r')
            end -= 1;
        return this.buffer.substring(this.pos, end);
    }
    hasChars(n) {
        return this.pos + n <= this.buffer.length;
    }
    setNext(state) {
        this.buffer = this.buffer.substring(this.pos);
        this.pos = 0;
        this.lineEndPos = null;
        this.next = state;
        return null;
    }
    peek(n) {
        return this.buffer.substr(this.pos, n);
    }
    *parseNext(next) {
        switch (next) {
            case 'stream':
                return yield* this.parseStream();
            case 'line-start':
                return yield* this.parseLineStart();
            case 'block-start':
                return yield* this.parseBlockStart();
            case 'doc':
                return yield* this.parseDocument();
            case 'flow':
                return yield* this.parseFlowCollection();
            case 'quoted-scalar':
                return yield* this.parseQuotedScalar();
            case 'block-scalar':
                return yield* this.parseBlockScalar();
            case 'plain-scalar':
                return yield* this.parsePlainScalar();
        }
    }
    *parseStream() {
        let line = this.getLine();
        if (line === null)
            return this.setNext('stream');
        if (line[0] === cst.BOM) {
            yield* this.pushCount(1);
            line = line.substring(1);
        }
        if (line[0] === '%') {
            let dirEnd = line.length;
            let cs = line.indexOf('#');
            while (cs !== -1) {
                const ch = line[cs - 1];
                if (ch === ' ' || ch === '\t') {
                    dirEnd = cs - 1;
                    break;
                }
                else {
                    cs = line.indexOf('#', cs + 1);
                }
            }
            while (true) {
                const ch = line[dirEnd - 1];
                if (ch === ' ' || ch === '\t')
                    dirEnd -= 1;
                else
                    break;
            }
            const n = (yield* this.pushCount(dirEnd)) + (yield* this.pushSpaces(true));
            yield* this.pushCount(line.length - n); // possible comment
            this.pushNewline();
            return 'stream';
        }
        if (this.atLineEnd()) {
            const sp = yield* this.pushSpaces(true);
            yield* this.pushCount(line.length - sp);
            yield* this.pushNewline();
            return 'stream';
        }
        yield cst.DOCUMENT;
        return yield* this.parseLineStart();
    }
    *parseLineStart() {
        const ch = this.charAt(0);
        if (!ch && !this.atEnd)
            return this.setNext('line-start');
        if (ch === '-' || ch === '.') {
            if (!this.atEnd && !this.hasChars(4))
                return this.setNext('line-start');
            const s = this.peek(3);
            if ((s === '---' || s === '...') && isEmpty(this.charAt(3))) {
                yield* this.pushCount(3);
                this.indentValue = 0;
                this.indentNext = 0;
                return s === '---' ? 'doc' : 'stream';
            }
        }
        this.indentValue = yield* this.pushSpaces(false);
        if (this.indentNext > this.indentValue && !isEmpty(this.charAt(1)))
            this.indentNext = this.indentValue;
        return yield* this.parseBlockStart();
    }
    *parseBlockStart() {
        const [ch0, ch1] = this.peek(2);
        if (!ch1 && !this.atEnd)
            return this.setNext('block-start');
        if ((ch0 === '-' || ch0 === '?' || ch0 === ':') && isEmpty(ch1)) {
            const n = (yield* this.pushCount(1)) + (yield* this.pushSpaces(true));
            this.indentNext = this.indentValue + 1;
            this.indentValue += n;
            return 'block-start';
        }
        return 'doc';
    }
    *parseDocument() {
        yield* this.pushSpaces(true);
        const line = this.getLine();
        if (line === null)
            return this.setNext('doc');
        let n = yield* this.pushIndicators();
        switch (line[n]) {
            case '#':
                yield* this.pushCount(line.length - n);
            // fallthrough
            case undefined:
                yield* this.pushNewline();
                return yield* this.parseLineStart();
            case '{':
            case '[':
                yield* this.pushCount(1);
                this.flowKey = false;
                this.flowLevel = 1;
                return 'flow';
            case '}':
            case ']':
                // this is an error
                yield* this.pushCount(1);
                return 'doc';
            case '*':
                yield* this.pushUntil(isNotAnchorChar);
                return 'doc';
            case '"':
            case "'":
                return yield* this.parseQuotedScalar();
            case '|':
            case '>':
                n += yield* this.parseBlockScalarHeader();
                n += yield* this.pushSpaces(true);
                yield* this.pushCount(line.length - n);
                yield* this.pushNewline();
                return yield* this.parseBlockScalar();
            default:
                return yield* this.parsePlainScalar();
        }
    }
    *parseFlowCollection() {
        let nl, sp;
        let indent = -1;
        do {
            nl = yield* this.pushNewline();
            if (nl > 0) {
                sp = yield* this.pushSpaces(false);
                this.indentValue = indent = sp;
            }
            else {
                sp = 0;
            }
            sp += yield* this.pushSpaces(true);
        } while (nl + sp > 0);
        const line = this.getLine();
        if (line === null)
            return this.setNext('flow');
        if ((indent !== -1 && indent < this.indentNext && line[0] !== '#') ||
            (indent === 0 &&
                (line.startsWith('---') || line.startsWith('...')) &&
                isEmpty(line[3]))) {
            // Allowing for the terminal ] or } at the same (rather than greater)
            // indent level as the initial [ or { is technically invalid, but
            // failing here would be surprising to users.
            const atFlowEndMarker = indent === this.indentNext - 1 &&
                this.flowLevel === 1 &&
                (line[0] === ']' || line[0] === '}');
            if (!atFlowEndMarker) {
                // this is an error
                this.flowLevel = 0;
                yield cst.FLOW_END;
                return yield* this.parseLineStart();
            }
        }
        let n = 0;
        while (line[n] === ',') {
            n += yield* this.pushCount(1);
            n += yield* this.pushSpaces(true);
            this.flowKey = false;
        }
        n += yield* this.pushIndicators();
        switch (line[n]) {
            case undefined:
                return 'flow';
            case '#':
                yield* this.pushCount(line.length - n);
                return 'flow';
            case '{':
            case '[':
                yield* this.pushCount(1);
                this.flowKey = false;
                this.flowLevel += 1;
                return 'flow';
            case '}':
            case ']':
                yield* this.pushCount(1);
                this.flowKey = true;
                this.flowLevel -= 1;
                return this.flowLevel ? 'flow' : 'doc';
            case '*':
                yield* this.pushUntil(isNotAnchorChar);
                return 'flow';
            case '"':
            case "'":
                this.flowKey = true;
                return yield* this.parseQuotedScalar();
            case ':': {
                const next = this.charAt(1);
                if (this.flowKey || isEmpty(next) || next === ',') {
                    this.flowKey = false;
                    yield* this.pushCount(1);
                    yield* this.pushSpaces(true);
                    return 'flow';
                }
            }
            // fallthrough
            default:
                this.flowKey = false;
                return yield* this.parsePlainScalar();
        }
    }
    *parseQuotedScalar() {
        const quote = this.charAt(0);
        let end = this.buffer.indexOf(quote, this.pos + 1);
        if (quote === "'") {
            while (end !== -1 && this.buffer[end + 1] === "'")
                end = this.buffer.indexOf("'", end + 2);
        }
        else {
            // double-quote
            while (end !== -1) {
                let n = 0;
                while (this.buffer[end - 1 - n] === '\\')
                    n += 1;
                if (n % 2 === 0)
                    break;
                end = this.buffer.indexOf('"', end + 1);
            }
        }
        // Only looking for newlines within the quotes
        const qb = this.buffer.substring(0, end);
        let nl = qb.indexOf('\n', this.pos);
        if (nl !== -1) {
            while (nl !== -1) {
                const cs = this.continueScalar(nl + 1);
                if (cs === -1)
                    break;
                nl = qb.indexOf('\n', cs);
            }
            if (nl !== -1) {
                // this is an error caused by an unexpected unindent
                end = nl - (qb[nl - 1] === '\r' ? 2 : 1);
            }
        }
        if (end === -1) {
            if (!this.atEnd)
                return this.setNext('quoted-scalar');
            end = this.buffer.length;
        }
        yield* this.pushToIndex(end + 1, false);
        return this.flowLevel ? 'flow' : 'doc';
    }
    *parseBlockScalarHeader() {
        this.blockScalarIndent = -1;
        this.blockScalarKeep = false;
        let i = this.pos;
        while (true) {
            const ch = this.buffer[++i];
            if (ch === '+')
                this.blockScalarKeep = true;
            else if (ch > '0' && ch <= '9')
                this.blockScalarIndent = Number(ch) - 1;
            else if (ch !== '-')
                break;
        }
        return yield* this.pushUntil(ch => isEmpty(ch) || ch === '#');
    }
    *parseBlockScalar() {
        let nl = this.pos - 1; // may be -1 if this.pos === 0
        let indent = 0;
        let ch;
        loop: for (let i = this.pos; (ch = this.buffer[i]); ++i) {
            switch (ch) {
                case ' ':
                    indent += 1;
                    break;
                case '\n':
                    nl = i;
                    indent = 0;
                    break;
                case '\r': {
                    const next = this.buffer[i + 1];
                    if (!next && !this.atEnd)
                        return this.setNext('block-scalar');
                    if (next === '\n')
                        break;
                } // fallthrough
                default:
                    break loop;
            }
        }
        if (!ch && !this.atEnd)
            return this.setNext('block-scalar');
        if (indent >= this.indentNext) {
            if (this.blockScalarIndent === -1)
                this.indentNext = indent;
            else {
                this.indentNext =
                    this.blockScalarIndent + (this.indentNext === 0 ? 1 : this.indentNext);
            }
            do {
                const cs = this.continueScalar(nl + 1);
                if (cs === -1)
                    break;
                nl = this.buffer.indexOf('\n', cs);
            } while (nl !== -1);
            if (nl === -1) {
                if (!this.atEnd)
                    return this.setNext('block-scalar');
                nl = this.buffer.length;
            }
        }
        // Trailing insufficiently indented tabs are invalid.
        // To catch that during parsing, we include them in the block scalar value.
        let i = nl + 1;
        ch = this.buffer[i];
        while (ch === ' ')
            ch = this.buffer[++i];
        if (ch === '\t') {
            while (ch === '\t' || ch === ' ' || ch === '\r' || ch === '\n')
                ch = this.buffer[++i];
            nl = i - 1;
        }
        else if (!this.blockScalarKeep) {
            do {
                let i = nl - 1;
                let ch = this.buffer[i];
                if (ch === '\r')
                    ch = this.buffer[--i];
                const lastChar = i; // Drop the line if last char not more indented
                while (ch === ' ')
                    ch = this.buffer[--i];
                if (ch === '\n' && i >= this.pos && i + 1 + indent > lastChar)
                    nl = i;
                else
                    break;
            } while (true);
        }
        yield cst.SCALAR;
        yield* this.pushToIndex(nl + 1, true);
        return yield* this.parseLineStart();
    }
    *parsePlainScalar() {
        const inFlow = this.flowLevel > 0;
        let end = this.pos - 1;
        let i = this.pos - 1;
        let ch;
        while ((ch = this.buffer[++i])) {
            if (ch === ':') {
                const next = this.buffer[i + 1];
                if (isEmpty(next) || (inFlow && flowIndicatorChars.has(next)))
                    break;
                end = i;
            }
            else if (isEmpty(ch)) {
                let next = this.buffer[i + 1];
                if (ch === '\r') {
                    if (next === '\n') {
                        i += 1;
                        ch = '\n';
                        next = this.buffer[i + 1];
                    }
                    else
                        end = i;
                }
                if (next === '#' || (inFlow && flowIndicatorChars.has(next)))
                    break;
                if (ch === '\n') {
                    const cs = this.continueScalar(i + 1);
                    if (cs === -1)
                        break;
                    i = Math.max(i, cs - 2); // to advance, but still account for ' #'
                }
            }
            else {
                if (inFlow && flowIndicatorChars.has(ch))
                    break;
                end = i;
            }
        }
        if (!ch && !this.atEnd)
            return this.setNext('plain-scalar');
        yield cst.SCALAR;
        yield* this.pushToIndex(end + 1, true);
        return inFlow ? 'flow' : 'doc';
    }
    *pushCount(n) {
        if (n > 0) {
            yield this.buffer.substr(this.pos, n);
            this.pos += n;
            return n;
        }
        return 0;
    }
    *pushToIndex(i, allowEmpty) {
        const s = this.buffer.slice(this.pos, i);
        if (s) {
            yield s;
            this.pos += s.length;
            return s.length;
        }
        else if (allowEmpty)
            yield '';
        return 0;
    }
    *pushIndicators() {
        let n = 0;
        loop: while (true) {
            switch (this.charAt(0)) {
                case '!':
                    n += yield* this.pushTag();
                    n += yield* this.pushSpaces(true);
                    continue loop;
                case '&':
                    n += yield* this.pushUntil(isNotAnchorChar);
                    n += yield* this.pushSpaces(true);
                    continue loop;
                case '-': // this is an error
                case '?': // this is an error outside flow collections
                case ':': {
                    const inFlow = this.flowLevel > 0;
                    const ch1 = this.charAt(1);
                    if (isEmpty(ch1) || (inFlow && flowIndicatorChars.has(ch1))) {
                        if (!inFlow)
                            this.indentNext = this.indentValue + 1;
                        else if (this.flowKey)
                            this.flowKey = false;
                        n += yield* this.pushCount(1);
                        n += yield* this.pushSpaces(true);
                        continue loop;
                    }
                }
            }
            break loop;
        }
        return n;
    }
    *pushTag() {
        if (this.charAt(1) === '<') {
            let i = this.pos + 2;
            let ch = this.buffer[i];
            while (!isEmpty(ch) && ch !== '>')
                ch = this.buffer[++i];
            return yield* this.pushToIndex(ch === '>' ? i + 1 : i, false);
        }
        else {
            let i = this.pos + 1;
            let ch = this.buffer[i];
            while (ch) {
                if (tagChars.has(ch))
                    ch = this.buffer[++i];
                else if (ch === '%' &&
                    hexDigits.has(this.buffer[i + 1]) &&
                    hexDigits.has(this.buffer[i + 2])) {
                    ch = this.buffer[(i += 3)];
                }
                else
                    break;
            }
            return yield* this.pushToIndex(i, false);
        }
    }
    *pushNewline() {
        const ch = this.buffer[this.pos];
        if (ch === '\n')
            return yield* this.pushCount(1);
        else if (ch === '\r' && this.charAt(1) === '\n')
            return yield* this.pushCount(2);
        else
            return 0;
    }
    *pushSpaces(allowTabs) {
        let i = this.pos - 1;
        let ch;
        do {
            ch = this.buffer[++i];
        } while (ch === ' ' || (allowTabs && ch === '\t'));
        const n = i - this.pos;
        if (n > 0) {
            yield this.buffer.substr(this.pos, n);
            this.pos = i;
        }
        return n;
    }
    *pushUntil(test) {
        let i = this.pos;
        let ch = this.buffer[i];
        while (!test(ch))
            ch = this.buffer[++i];
        return yield* this.pushToIndex(i, false);
    }
}

exports.Lexer = Lexer;


/***/ }),

/***/ 6222:
/***/ ((__unused_webpack_module, exports) => {



/**
 * Tracks newlines during parsing in order to provide an efficient API for
 * determining the one-indexed `{ line, col }` position for any offset
 * within the input.
 */
class LineCounter {
    constructor() {
        this.lineStarts = [];
        /**
         * Should be called in ascending order. Otherwise, call
         * `lineCounter.lineStarts.sort()` before calling `linePos()`.
         */
        this.addNewLine = (offset) => this.lineStarts.push(offset);
        /**
         * Performs a binary search and returns the 1-indexed { line, col }
         * position of `offset`. If `line === 0`, `addNewLine` has never been
         * called or `offset` is before the first known newline.
         */
        this.linePos = (offset) => {
            let low = 0;
            let high = this.lineStarts.length;
            while (low < high) {
                const mid = (low + high) >> 1; // Math.floor((low + high) / 2)
                if (this.lineStarts[mid] < offset)
                    low = mid + 1;
                else
                    high = mid;
            }
            if (this.lineStarts[low] === offset)
                return { line: low + 1, col: 1 };
            if (low === 0)
                return { line: 0, col: offset };
            const start = this.lineStarts[low - 1];
            return { line: low, col: offset - start + 1 };
        };
    }
}

exports.LineCounter = LineCounter;


/***/ }),

/***/ 5522:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var node_process = __nccwpck_require__(932);
var cst = __nccwpck_require__(4975);
var lexer = __nccwpck_require__(5463);

function includesToken(list, type) {
    for (let i = 0; i < list.length; ++i)
        if (list[i].type === type)
            return true;
    return false;
}
function findNonEmptyIndex(list) {
    for (let i = 0; i < list.length; ++i) {
        switch (list[i].type) {
            case 'space':
            case 'comment':
            case 'newline':
                break;
            default:
                return i;
        }
    }
    return -1;
}
function isFlowToken(token) {
    switch (token?.type) {
        case 'alias':
        case 'scalar':
        case 'single-quoted-scalar':
        case 'double-quoted-scalar':
        case 'flow-collection':
            return true;
        default:
            return false;
    }
}
function getPrevProps(parent) {
    switch (parent.type) {
        case 'document':
            return parent.start;
        case 'block-map': {
            const it = parent.items[parent.items.length - 1];
            return it.sep ?? it.start;
        }
        case 'block-seq':
            return parent.items[parent.items.length - 1].start;
        /* istanbul ignore next should not happen */
        default:
            return [];
    }
}
/** Note: May modify input array */
function getFirstKeyStartProps(prev) {
    if (prev.length === 0)
        return [];
    let i = prev.length;
    loop: while (--i >= 0) {
        switch (prev[i].type) {
            case 'doc-start':
            case 'explicit-key-ind':
            case 'map-value-ind':
            case 'seq-item-ind':
            case 'newline':
                break loop;
        }
    }
    while (prev[++i]?.type === 'space') {
        /* loop */
    }
    return prev.splice(i, prev.length);
}
function arrayPushArray(target, source) {
    // May exhaust call stack with large `source` array
    if (source.length < 1e5)
        Array.prototype.push.apply(target, source);
    else
        for (let i = 0; i < source.length; ++i)
            target.push(source[i]);
}
function fixFlowSeqItems(fc) {
    if (fc.start.type === 'flow-seq-start') {
        for (const it of fc.items) {
            if (it.sep &&
                !it.value &&
                !includesToken(it.start, 'explicit-key-ind') &&
                !includesToken(it.sep, 'map-value-ind')) {
                if (it.key)
                    it.value = it.key;
                delete it.key;
                if (isFlowToken(it.value)) {
                    if (it.value.end)
                        arrayPushArray(it.value.end, it.sep);
                    else
                        it.value.end = it.sep;
                }
                else
                    arrayPushArray(it.start, it.sep);
                delete it.sep;
            }
        }
    }
}
/**
 * A YAML concrete syntax tree (CST) parser
 *
 * ```ts
 * const src: string = ...
 * for (const token of new Parser().parse(src)) {
 *   // token: Token
 * }
 * ```
 *
 * To use the parser with a user-provided lexer:
 *
 * ```ts
 * function* parse(source: string, lexer: Lexer) {
 *   const parser = new Parser()
 *   for (const lexeme of lexer.lex(source))
 *     yield* parser.next(lexeme)
 *   yield* parser.end()
 * }
 *
 * const src: string = ...
 * const lexer = new Lexer()
 * for (const token of parse(src, lexer)) {
 *   // token: Token
 * }
 * ```
 */
class Parser {
    /**
     * @param onNewLine - If defined, called separately with the start position of
     *   each new line (in `parse()`, including the start of input).
     */
    constructor(onNewLine) {
        /** If true, space and sequence indicators count as indentation */
        this.atNewLine = true;
        /** If true, next token is a scalar value */
        this.atScalar = false;
        /** Current indentation level */
        this.indent = 0;
        /** Current offset since the start of parsing */
        this.offset = 0;
        /** On the same line with a block map key */
        this.onKeyLine = false;
        /** Top indicates the node that's currently being built */
        this.stack = [];
        /** The source of the current token, set in parse() */
        this.source = '';
        /** The type of the current token, set in parse() */
        this.type = '';
        // Must be defined after `next()`
        this.lexer = new lexer.Lexer();
        this.onNewLine = onNewLine;
    }
    /**
     * Parse `source` as a YAML stream.
     * If `incomplete`, a part of the last line may be left as a buffer for the next call.
     *
     * Errors are not thrown, but yielded as `{ type: 'error', message }` tokens.
     *
     * @returns A generator of tokens representing each directive, document, and other structure.
     */
    *parse(source, incomplete = false) {
        if (this.onNewLine && this.offset === 0)
            this.onNewLine(0);
        for (const lexeme of this.lexer.lex(source, incomplete))
            yield* this.next(lexeme);
        if (!incomplete)
            yield* this.end();
    }
    /**
     * Advance the parser by the `source` of one lexical token.
     */
    *next(source) {
        this.source = source;
        if (node_process.env.LOG_TOKENS)
            console.log('|', cst.prettyToken(source));
        if (this.atScalar) {
            this.atScalar = false;
            yield* this.step();
            this.offset += source.length;
            return;
        }
        const type = cst.tokenType(source);
        if (!type) {
            const message = `Not a YAML token: ${source}`;
            yield* this.pop({ type: 'error', offset: this.offset, message, source });
            this.offset += source.length;
        }
        else if (type === 'scalar') {
            this.atNewLine = false;
            this.atScalar = true;
            this.type = 'scalar';
        }
        else {
            this.type = type;
            yield* this.step();
            switch (type) {
                case 'newline':
                    this.atNewLine = true;
                    this.indent = 0;
                    if (this.onNewLine)
                        this.onNewLine(this.offset + source.length);
                    break;
                case 'space':
                    if (this.atNewLine && source[0] === ' ')
                        this.indent += source.length;
                    break;
                case 'explicit-key-ind':
                case 'map-value-ind':
                case 'seq-item-ind':
                    if (this.atNewLine)
                        this.indent += source.length;
                    break;
                case 'doc-mode':
                case 'flow-error-end':
                    return;
                default:
                    this.atNewLine = false;
            }
            this.offset += source.length;
        }
    }
    /** Call at end of input to push out any remaining constructions */
    *end() {
        while (this.stack.length > 0)
            yield* this.pop();
    }
    get sourceToken() {
        const st = {
            type: this.type,
            offset: this.offset,
            indent: this.indent,
            source: this.source
        };
        return st;
    }
    *step() {
        const top = this.peek(1);
        if (this.type === 'doc-end' && top?.type !== 'doc-end') {
            while (this.stack.length > 0)
                yield* this.pop();
            this.stack.push({
                type: 'doc-end',
                offset: this.offset,
                source: this.source
            });
            return;
        }
        if (!top)
            return yield* this.stream();
        switch (top.type) {
            case 'document':
                return yield* this.document(top);
            case 'alias':
            case 'scalar':
            case 'single-quoted-scalar':
            case 'double-quoted-scalar':
                return yield* this.scalar(top);
            case 'block-scalar':
                return yield* this.blockScalar(top);
            case 'block-map':
                return yield* this.blockMap(top);
            case 'block-seq':
                return yield* this.blockSequence(top);
            case 'flow-collection':
                return yield* this.flowCollection(top);
            case 'doc-end':
                return yield* this.documentEnd(top);
        }
        /* istanbul ignore next should not happen */
        yield* this.pop();
    }
    peek(n) {
        return this.stack[this.stack.length - n];
    }
    *pop(error) {
        const token = error ?? this.stack.pop();
        /* istanbul ignore if should not happen */
        if (!token) {
            const message = 'Tried to pop an empty stack';
            yield { type: 'error', offset: this.offset, source: '', message };
        }
        else if (this.stack.length === 0) {
            yield token;
        }
        else {
            const top = this.peek(1);
            if (token.type === 'block-scalar') {
                // Block scalars use their parent rather than header indent
                token.indent = 'indent' in top ? top.indent : 0;
            }
            else if (token.type === 'flow-collection' && top.type === 'document') {
                // Ignore all indent for top-level flow collections
                token.indent = 0;
            }
            if (token.type === 'flow-collection')
                fixFlowSeqItems(token);
            switch (top.type) {
                case 'document':
                    top.value = token;
                    break;
                case 'block-scalar':
                    top.props.push(token); // error
                    break;
                case 'block-map': {
                    const it = top.items[top.items.length - 1];
                    if (it.value) {
                        top.items.push({ start: [], key: token, sep: [] });
                        this.onKeyLine = true;
                        return;
                    }
                    else if (it.sep) {
                        it.value = token;
                    }
                    else {
                        Object.assign(it, { key: token, sep: [] });
                        this.onKeyLine = !it.explicitKey;
                        return;
                    }
                    break;
                }
                case 'block-seq': {
                    const it = top.items[top.items.length - 1];
                    if (it.value)
                        top.items.push({ start: [], value: token });
                    else
                        it.value = token;
                    break;
                }
                case 'flow-collection': {
                    const it = top.items[top.items.length - 1];
                    if (!it || it.value)
                        top.items.push({ start: [], key: token, sep: [] });
                    else if (it.sep)
                        it.value = token;
                    else
                        Object.assign(it, { key: token, sep: [] });
                    return;
                }
                /* istanbul ignore next should not happen */
                default:
                    yield* this.pop();
                    yield* this.pop(token);
            }
            if ((top.type === 'document' ||
                top.type === 'block-map' ||
                top.type === 'block-seq') &&
                (token.type === 'block-map' || token.type === 'block-seq')) {
                const last = token.items[token.items.length - 1];
                if (last &&
                    !last.sep &&
                    !last.value &&
                    last.start.length > 0 &&
                    findNonEmptyIndex(last.start) === -1 &&
                    (token.indent === 0 ||
                        last.start.every(st => st.type !== 'comment' || st.indent < token.indent))) {
                    if (top.type === 'document')
                        top.end = last.start;
                    else
                        top.items.push({ start: last.start });
                    token.items.splice(-1, 1);
                }
            }
        }
    }
    *stream() {
        switch (this.type) {
            case 'directive-line':
                yield { type: 'directive', offset: this.offset, source: this.source };
                return;
            case 'byte-order-mark':
            case 'space':
            case 'comment':
            case 'newline':
                yield this.sourceToken;
                return;
            case 'doc-mode':
            case 'doc-start': {
                const doc = {
                    type: 'document',
                    offset: this.offset,
                    start: []
                };
                if (this.type === 'doc-start')
                    doc.start.push(this.sourceToken);
                this.stack.push(doc);
                return;
            }
        }
        yield {
            type: 'error',
            offset: this.offset,
            message: `Unexpected ${this.type} token in YAML stream`,
            source: this.source
        };
    }
    *document(doc) {
        if (doc.value)
            return yield* this.lineEnd(doc);
        switch (this.type) {
            case 'doc-start': {
                if (findNonEmptyIndex(doc.start) !== -1) {
                    yield* this.pop();
                    yield* this.step();
                }
                else
                    doc.start.push(this.sourceToken);
                return;
            }
            case 'anchor':
            case 'tag':
            case 'space':
            case 'comment':
            case 'newline':
                doc.start.push(this.sourceToken);
                return;
        }
        const bv = this.startBlockValue(doc);
        if (bv)
            this.stack.push(bv);
        else {
            yield {
                type: 'error',
                offset: this.offset,
                message: `Unexpected ${this.type} token in YAML document`,
                source: this.source
            };
        }
    }
    *scalar(scalar) {
        if (this.type === 'map-value-ind') {
            const prev = getPrevProps(this.peek(2));
            const start = getFirstKeyStartProps(prev);
            let sep;
            if (scalar.end) {
                sep = scalar.end;
                sep.push(this.sourceToken);
                delete scalar.end;
            }
            else
                sep = [this.sourceToken];
            const map = {
                type: 'block-map',
                offset: scalar.offset,
                indent: scalar.indent,
                items: [{ start, key: scalar, sep }]
            };
            this.onKeyLine = true;
            this.stack[this.stack.length - 1] = map;
        }
        else
            yield* this.lineEnd(scalar);
    }
    *blockScalar(scalar) {
        switch (this.type) {
            case 'space':
            case 'comment':
            case 'newline':
                scalar.props.push(this.sourceToken);
                return;
            case 'scalar':
                scalar.source = this.source;
                // block-scalar source includes trailing newline
                this.atNewLine = true;
                this.indent = 0;
                if (this.onNewLine) {
                    let nl = this.source.indexOf('\n') + 1;
                    while (nl !== 0) {
                        this.onNewLine(this.offset + nl);
                        nl = this.source.indexOf('\n', nl) + 1;
                    }
                }
                yield* this.pop();
                break;
            /* istanbul ignore next should not happen */
            default:
                yield* this.pop();
                yield* this.step();
        }
    }
    *blockMap(map) {
        const it = map.items[map.items.length - 1];
        // it.sep is true-ish if pair already has key or : separator
        switch (this.type) {
            case 'newline':
                this.onKeyLine = false;
                if (it.value) {
                    const end = 'end' in it.value ? it.value.end : undefined;
                    const last = Array.isArray(end) ? end[end.length - 1] : undefined;
                    if (last?.type === 'comment')
                        end?.push(this.sourceToken);
                    else
                        map.items.push({ start: [this.sourceToken] });
                }
                else if (it.sep) {
                    it.sep.push(this.sourceToken);
                }
                else {
                    it.start.push(this.sourceToken);
                }
                return;
            case 'space':
            case 'comment':
                if (it.value) {
                    map.items.push({ start: [this.sourceToken] });
                }
                else if (it.sep) {
                    it.sep.push(this.sourceToken);
                }
                else {
                    if (this.atIndentedComment(it.start, map.indent)) {
                        const prev = map.items[map.items.length - 2];
                        const end = prev?.value?.end;
                        if (Array.isArray(end)) {
                            arrayPushArray(end, it.start);
                            end.push(this.sourceToken);
                            map.items.pop();
                            return;
                        }
                    }
                    it.start.push(this.sourceToken);
                }
                return;
        }
        if (this.indent >= map.indent) {
            const atMapIndent = !this.onKeyLine && this.indent === map.indent;
            const atNextItem = atMapIndent &&
                (it.sep || it.explicitKey) &&
                this.type !== 'seq-item-ind';
            // For empty nodes, assign newline-separated not indented empty tokens to following node
            let start = [];
            if (atNextItem && it.sep && !it.value) {
                const nl = [];
                for (let i = 0; i < it.sep.length; ++i) {
                    const st = it.sep[i];
                    switch (st.type) {
                        case 'newline':
                            nl.push(i);
                            break;
                        case 'space':
                            break;
                        case 'comment':
                            if (st.indent > map.indent)
                                nl.length = 0;
                            break;
                        default:
                            nl.length = 0;
                    }
                }
                if (nl.length >= 2)
                    start = it.sep.splice(nl[1]);
            }
            switch (this.type) {
                case 'anchor':
                case 'tag':
                    if (atNextItem || it.value) {
                        start.push(this.sourceToken);
                        map.items.push({ start });
                        this.onKeyLine = true;
                    }
                    else if (it.sep) {
                        it.sep.push(this.sourceToken);
                    }
                    else {
                        it.start.push(this.sourceToken);
                    }
                    return;
                case 'explicit-key-ind':
                    if (!it.sep && !it.explicitKey) {
                        it.start.push(this.sourceToken);
                        it.explicitKey = true;
                    }
                    else if (atNextItem || it.value) {
                        start.push(this.sourceToken);
                        map.items.push({ start, explicitKey: true });
                    }
                    else {
                        this.stack.push({
                            type: 'block-map',
                            offset: this.offset,
                            indent: this.indent,
                            items: [{ start: [this.sourceToken], explicitKey: true }]
                        });
                    }
                    this.onKeyLine = true;
                    return;
                case 'map-value-ind':
                    if (it.explicitKey) {
                        if (!it.sep) {
                            if (includesToken(it.start, 'newline')) {
                                Object.assign(it, { key: null, sep: [this.sourceToken] });
                            }
                            else {
                                const start = getFirstKeyStartProps(it.start);
                                this.stack.push({
                                    type: 'block-map',
                                    offset: this.offset,
                                    indent: this.indent,
                                    items: [{ start, key: null, sep: [this.sourceToken] }]
                                });
                            }
                        }
                        else if (it.value) {
                            map.items.push({ start: [], key: null, sep: [this.sourceToken] });
                        }
                        else if (includesToken(it.sep, 'map-value-ind')) {
                            this.stack.push({
                                type: 'block-map',
                                offset: this.offset,
                                indent: this.indent,
                                items: [{ start, key: null, sep: [this.sourceToken] }]
                            });
                        }
                        else if (isFlowToken(it.key) &&
                            !includesToken(it.sep, 'newline')) {
                            const start = getFirstKeyStartProps(it.start);
                            const key = it.key;
                            const sep = it.sep;
                            sep.push(this.sourceToken);
                            // @ts-expect-error type guard is wrong here
                            delete it.key;
                            // @ts-expect-error type guard is wrong here
                            delete it.sep;
                            this.stack.push({
                                type: 'block-map',
                                offset: this.offset,
                                indent: this.indent,
                                items: [{ start, key, sep }]
                            });
                        }
                        else if (start.length > 0) {
                            // Not actually at next item
                            it.sep = it.sep.concat(start, this.sourceToken);
                        }
                        else {
                            it.sep.push(this.sourceToken);
                        }
                    }
                    else {
                        if (!it.sep) {
                            Object.assign(it, { key: null, sep: [this.sourceToken] });
                        }
                        else if (it.value || atNextItem) {
                            map.items.push({ start, key: null, sep: [this.sourceToken] });
                        }
                        else if (includesToken(it.sep, 'map-value-ind')) {
                            this.stack.push({
                                type: 'block-map',
                                offset: this.offset,
                                indent: this.indent,
                                items: [{ start: [], key: null, sep: [this.sourceToken] }]
                            });
                        }
                        else {
                            it.sep.push(this.sourceToken);
                        }
                    }
                    this.onKeyLine = true;
                    return;
                case 'alias':
                case 'scalar':
                case 'single-quoted-scalar':
                case 'double-quoted-scalar': {
                    const fs = this.flowScalar(this.type);
                    if (atNextItem || it.value) {
                        map.items.push({ start, key: fs, sep: [] });
                        this.onKeyLine = true;
                    }
                    else if (it.sep) {
                        this.stack.push(fs);
                    }
                    else {
                        Object.assign(it, { key: fs, sep: [] });
                        this.onKeyLine = true;
                    }
                    return;
                }
                default: {
                    const bv = this.startBlockValue(map);
                    if (bv) {
                        if (bv.type === 'block-seq') {
                            if (!it.explicitKey &&
                                it.sep &&
                                !includesToken(it.sep, 'newline')) {
                                yield* this.pop({
                                    type: 'error',
                                    offset: this.offset,
                                    message: 'Unexpected block-seq-ind on same line with key',
                                    source: this.source
                                });
                                return;
                            }
                        }
                        else if (atMapIndent) {
                            map.items.push({ start });
                        }
                        this.stack.push(bv);
                        return;
                    }
                }
            }
        }
        yield* this.pop();
        yield* this.step();
    }
    *blockSequence(seq) {
        const it = seq.items[seq.items.length - 1];
        switch (this.type) {
            case 'newline':
                if (it.value) {
                    const end = 'end' in it.value ? it.value.end : undefined;
                    const last = Array.isArray(end) ? end[end.length - 1] : undefined;
                    if (last?.type === 'comment')
                        end?.push(this.sourceToken);
                    else
                        seq.items.push({ start: [this.sourceToken] });
                }
                else
                    it.start.push(this.sourceToken);
                return;
            case 'space':
            case 'comment':
                if (it.value)
                    seq.items.push({ start: [this.sourceToken] });
                else {
                    if (this.atIndentedComment(it.start, seq.indent)) {
                        const prev = seq.items[seq.items.length - 2];
                        const end = prev?.value?.end;
                        if (Array.isArray(end)) {
                            arrayPushArray(end, it.start);
                            end.push(this.sourceToken);
                            seq.items.pop();
                            return;
                        }
                    }
                    it.start.push(this.sourceToken);
                }
                return;
            case 'anchor':
            case 'tag':
                if (it.value || this.indent <= seq.indent)
                    break;
                it.start.push(this.sourceToken);
                return;
            case 'seq-item-ind':
                if (this.indent !== seq.indent)
                    break;
                if (it.value || includesToken(it.start, 'seq-item-ind'))
                    seq.items.push({ start: [this.sourceToken] });
                else
                    it.start.push(this.sourceToken);
                return;
        }
        if (this.indent > seq.indent) {
            const bv = this.startBlockValue(seq);
            if (bv) {
                this.stack.push(bv);
                return;
            }
        }
        yield* this.pop();
        yield* this.step();
    }
    *flowCollection(fc) {
        const it = fc.items[fc.items.length - 1];
        if (this.type === 'flow-error-end') {
            let top;
            do {
                yield* this.pop();
                top = this.peek(1);
            } while (top?.type === 'flow-collection');
        }
        else if (fc.end.length === 0) {
            switch (this.type) {
                case 'comma':
                case 'explicit-key-ind':
                    if (!it || it.sep)
                        fc.items.push({ start: [this.sourceToken] });
                    else
                        it.start.push(this.sourceToken);
                    return;
                case 'map-value-ind':
                    if (!it || it.value)
                        fc.items.push({ start: [], key: null, sep: [this.sourceToken] });
                    else if (it.sep)
                        it.sep.push(this.sourceToken);
                    else
                        Object.assign(it, { key: null, sep: [this.sourceToken] });
                    return;
                case 'space':
                case 'comment':
                case 'newline':
                case 'anchor':
                case 'tag':
                    if (!it || it.value)
                        fc.items.push({ start: [this.sourceToken] });
                    else if (it.sep)
                        it.sep.push(this.sourceToken);
                    else
                        it.start.push(this.sourceToken);
                    return;
                case 'alias':
                case 'scalar':
                case 'single-quoted-scalar':
                case 'double-quoted-scalar': {
                    const fs = this.flowScalar(this.type);
                    if (!it || it.value)
                        fc.items.push({ start: [], key: fs, sep: [] });
                    else if (it.sep)
                        this.stack.push(fs);
                    else
                        Object.assign(it, { key: fs, sep: [] });
                    return;
                }
                case 'flow-map-end':
                case 'flow-seq-end':
                    fc.end.push(this.sourceToken);
                    return;
            }
            const bv = this.startBlockValue(fc);
            /* istanbul ignore else should not happen */
            if (bv)
                this.stack.push(bv);
            else {
                yield* this.pop();
                yield* this.step();
            }
        }
        else {
            const parent = this.peek(2);
            if (parent.type === 'block-map' &&
                ((this.type === 'map-value-ind' && parent.indent === fc.indent) ||
                    (this.type === 'newline' &&
                        !parent.items[parent.items.length - 1].sep))) {
                yield* this.pop();
                yield* this.step();
            }
            else if (this.type === 'map-value-ind' &&
                parent.type !== 'flow-collection') {
                const prev = getPrevProps(parent);
                const start = getFirstKeyStartProps(prev);
                fixFlowSeqItems(fc);
                const sep = fc.end.splice(1, fc.end.length);
                sep.push(this.sourceToken);
                const map = {
                    type: 'block-map',
                    offset: fc.offset,
                    indent: fc.indent,
                    items: [{ start, key: fc, sep }]
                };
                this.onKeyLine = true;
                this.stack[this.stack.length - 1] = map;
            }
            else {
                yield* this.lineEnd(fc);
            }
        }
    }
    flowScalar(type) {
        if (this.onNewLine) {
            let nl = this.source.indexOf('\n') + 1;
            while (nl !== 0) {
                this.onNewLine(this.offset + nl);
                nl = this.source.indexOf('\n', nl) + 1;
            }
        }
        return {
            type,
            offset: this.offset,
            indent: this.indent,
            source: this.source
        };
    }
    startBlockValue(parent) {
        switch (this.type) {
            case 'alias':
            case 'scalar':
            case 'single-quoted-scalar':
            case 'double-quoted-scalar':
                return this.flowScalar(this.type);
            case 'block-scalar-header':
                return {
                    type: 'block-scalar',
                    offset: this.offset,
                    indent: this.indent,
                    props: [this.sourceToken],
                    source: ''
                };
            case 'flow-map-start':
            case 'flow-seq-start':
                return {
                    type: 'flow-collection',
                    offset: this.offset,
                    indent: this.indent,
                    start: this.sourceToken,
                    items: [],
                    end: []
                };
            case 'seq-item-ind':
                return {
                    type: 'block-seq',
                    offset: this.offset,
                    indent: this.indent,
                    items: [{ start: [this.sourceToken] }]
                };
            case 'explicit-key-ind': {
                this.onKeyLine = true;
                const prev = getPrevProps(parent);
                const start = getFirstKeyStartProps(prev);
                start.push(this.sourceToken);
                return {
                    type: 'block-map',
                    offset: this.offset,
                    indent: this.indent,
                    items: [{ start, explicitKey: true }]
                };
            }
            case 'map-value-ind': {
                this.onKeyLine = true;
                const prev = getPrevProps(parent);
                const start = getFirstKeyStartProps(prev);
                return {
                    type: 'block-map',
                    offset: this.offset,
                    indent: this.indent,
                    items: [{ start, key: null, sep: [this.sourceToken] }]
                };
            }
        }
        return null;
    }
    atIndentedComment(start, indent) {
        if (this.type !== 'comment')
            return false;
        if (this.indent <= indent)
            return false;
        return start.every(st => st.type === 'newline' || st.type === 'space');
    }
    *documentEnd(docEnd) {
        if (this.type !== 'doc-mode') {
            if (docEnd.end)
                docEnd.end.push(this.sourceToken);
            else
                docEnd.end = [this.sourceToken];
            if (this.type === 'newline')
                yield* this.pop();
        }
    }
    *lineEnd(token) {
        switch (this.type) {
            case 'comma':
            case 'doc-start':
            case 'doc-end':
            case 'flow-seq-end':
            case 'flow-map-end':
            case 'map-value-ind':
                yield* this.pop();
                yield* this.step();
                break;
            case 'newline':
                this.onKeyLine = false;
            // fallthrough
            case 'space':
            case 'comment':
            default:
                // all other values are errors
                if (token.end)
                    token.end.push(this.sourceToken);
                else
                    token.end = [this.sourceToken];
                if (this.type === 'newline')
                    yield* this.pop();
        }
    }
}

exports.Parser = Parser;


/***/ }),

/***/ 8721:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var composer = __nccwpck_require__(8082);
var Document = __nccwpck_require__(7927);
var errors = __nccwpck_require__(8718);
var log = __nccwpck_require__(9023);
var identity = __nccwpck_require__(3989);
var lineCounter = __nccwpck_require__(6222);
var parser = __nccwpck_require__(5522);

function parseOptions(options) {
    const prettyErrors = options.prettyErrors !== false;
    const lineCounter$1 = options.lineCounter || (prettyErrors && new lineCounter.LineCounter()) || null;
    return { lineCounter: lineCounter$1, prettyErrors };
}
/**
 * Parse the input as a stream of YAML documents.
 *
 * Documents should be separated from each other by `...` or `---` marker lines.
 *
 * @returns If an empty `docs` array is returned, it will be of type
 *   EmptyStream and contain additional stream information. In
 *   TypeScript, you should use `'empty' in docs` as a type guard for it.
 */
function parseAllDocuments(source, options = {}) {
    const { lineCounter, prettyErrors } = parseOptions(options);
    const parser$1 = new parser.Parser(lineCounter?.addNewLine);
    const composer$1 = new composer.Composer(options);
    const docs = Array.from(composer$1.compose(parser$1.parse(source)));
    if (prettyErrors && lineCounter)
        for (const doc of docs) {
            doc.errors.forEach(errors.prettifyError(source, lineCounter));
            doc.warnings.forEach(errors.prettifyError(source, lineCounter));
        }
    if (docs.length > 0)
        return docs;
    return Object.assign([], { empty: true }, composer$1.streamInfo());
}
/** Parse an input string into a single YAML.Document */
function parseDocument(source, options = {}) {
    const { lineCounter, prettyErrors } = parseOptions(options);
    const parser$1 = new parser.Parser(lineCounter?.addNewLine);
    const composer$1 = new composer.Composer(options);
    // `doc` is always set by compose.end(true) at the very latest
    let doc = null;
    for (const _doc of composer$1.compose(parser$1.parse(source), true, source.length)) {
        if (!doc)
            doc = _doc;
        else if (doc.options.logLevel !== 'silent') {
            doc.errors.push(new errors.YAMLParseError(_doc.range.slice(0, 2), 'MULTIPLE_DOCS', 'Source contains multiple documents; please use YAML.parseAllDocuments()'));
            break;
        }
    }
    if (prettyErrors && lineCounter) {
        doc.errors.forEach(errors.prettifyError(source, lineCounter));
        doc.warnings.forEach(errors.prettifyError(source, lineCounter));
    }
    return doc;
}
function parse(src, reviver, options) {
    let _reviver = undefined;
    if (typeof reviver === 'function') {
        _reviver = reviver;
    }
    else if (options === undefined && reviver && typeof reviver === 'object') {
        options = reviver;
    }
    const doc = parseDocument(src, options);
    if (!doc)
        return null;
    doc.warnings.forEach(warning => log.warn(doc.options.logLevel, warning));
    if (doc.errors.length > 0) {
        if (doc.options.logLevel !== 'silent')
            throw doc.errors[0];
        else
            doc.errors = [];
    }
    return doc.toJS(Object.assign({ reviver: _reviver }, options));
}
function stringify(value, replacer, options) {
    let _replacer = null;
    if (typeof replacer === 'function' || Array.isArray(replacer)) {
        _replacer = replacer;
    }
    else if (options === undefined && replacer) {
        options = replacer;
    }
    if (typeof options === 'string')
        options = options.length;
    if (typeof options === 'number') {
        const indent = Math.round(options);
        options = indent < 1 ? undefined : indent > 8 ? { indent: 8 } : { indent };
    }
    if (value === undefined) {
        const { keepUndefined } = options ?? replacer ?? {};
        if (!keepUndefined)
            return undefined;
    }
    if (identity.isDocument(value) && !_replacer)
        return value.toString(options);
    return new Document.Document(value, _replacer, options).toString(options);
}

exports.parse = parse;
exports.parseAllDocuments = parseAllDocuments;
exports.parseDocument = parseDocument;
exports.stringify = stringify;


/***/ }),

/***/ 9922:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(3989);
var map = __nccwpck_require__(4169);
var seq = __nccwpck_require__(2708);
var string = __nccwpck_require__(6706);
var tags = __nccwpck_require__(5108);

const sortMapEntriesByKey = (a, b) => a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
class Schema {
    constructor({ compat, customTags, merge, resolveKnownTags, schema, sortMapEntries, toStringDefaults }) {
        this.compat = Array.isArray(compat)
            ? tags.getTags(compat, 'compat')
            : compat
                ? tags.getTags(null, compat)
                : null;
        this.name = (typeof schema === 'string' && schema) || 'core';
        this.knownTags = resolveKnownTags ? tags.coreKnownTags : {};
        this.tags = tags.getTags(customTags, this.name, merge);
        this.toStringOptions = toStringDefaults ?? null;
        Object.defineProperty(this, identity.MAP, { value: map.map });
        Object.defineProperty(this, identity.SCALAR, { value: string.string });
        Object.defineProperty(this, identity.SEQ, { value: seq.seq });
        // Used by createMap()
        this.sortMapEntries =
            typeof sortMapEntries === 'function'
                ? sortMapEntries
                : sortMapEntries === true
                    ? sortMapEntriesByKey
                    : null;
    }
    clone() {
        const copy = Object.create(Schema.prototype, Object.getOwnPropertyDescriptors(this));
        copy.tags = this.tags.slice();
        return copy;
    }
}

exports.Schema = Schema;


/***/ }),

/***/ 4169:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(3989);
var YAMLMap = __nccwpck_require__(4628);

const map = {
    collection: 'map',
    default: true,
    nodeClass: YAMLMap.YAMLMap,
    tag: 'tag:yaml.org,2002:map',
    resolve(map, onError) {
        if (!identity.isMap(map))
            onError('Expected a mapping for this tag');
        return map;
    },
    createNode: (schema, obj, ctx) => YAMLMap.YAMLMap.from(schema, obj, ctx)
};

exports.map = map;


/***/ }),

/***/ 1654:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Scalar = __nccwpck_require__(1987);

const nullTag = {
    identify: value => value == null,
    createNode: () => new Scalar.Scalar(null),
    default: true,
    tag: 'tag:yaml.org,2002:null',
    test: /^(?:~|[Nn]ull|NULL)?$/,
    resolve: () => new Scalar.Scalar(null),
    stringify: ({ source }, ctx) => typeof source === 'string' && nullTag.test.test(source)
        ? source
        : ctx.options.nullStr
};

exports.nullTag = nullTag;


/***/ }),

/***/ 2708:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(3989);
var YAMLSeq = __nccwpck_require__(5145);

const seq = {
    collection: 'seq',
    default: true,
    nodeClass: YAMLSeq.YAMLSeq,
    tag: 'tag:yaml.org,2002:seq',
    resolve(seq, onError) {
        if (!identity.isSeq(seq))
            onError('Expected a sequence for this tag');
        return seq;
    },
    createNode: (schema, obj, ctx) => YAMLSeq.YAMLSeq.from(schema, obj, ctx)
};

exports.seq = seq;


/***/ }),

/***/ 6706:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var stringifyString = __nccwpck_require__(3591);

const string = {
    identify: value => typeof value === 'string',
    default: true,
    tag: 'tag:yaml.org,2002:str',
    resolve: str => str,
    stringify(item, ctx, onComment, onChompKeep) {
        ctx = Object.assign({ actualString: true }, ctx);
        return stringifyString.stringifyString(item, ctx, onComment, onChompKeep);
    }
};

exports.string = string;


/***/ }),

/***/ 8777:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Scalar = __nccwpck_require__(1987);

const boolTag = {
    identify: value => typeof value === 'boolean',
    default: true,
    tag: 'tag:yaml.org,2002:bool',
    test: /^(?:[Tt]rue|TRUE|[Ff]alse|FALSE)$/,
    resolve: str => new Scalar.Scalar(str[0] === 't' || str[0] === 'T'),
    stringify({ source, value }, ctx) {
        if (source && boolTag.test.test(source)) {
            const sv = source[0] === 't' || source[0] === 'T';
            if (value === sv)
                return source;
        }
        return value ? ctx.options.trueStr : ctx.options.falseStr;
    }
};

exports.boolTag = boolTag;


/***/ }),

/***/ 5359:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Scalar = __nccwpck_require__(1987);
var stringifyNumber = __nccwpck_require__(5767);

const floatNaN = {
    identify: value => typeof value === 'number',
    default: true,
    tag: 'tag:yaml.org,2002:float',
    test: /^(?:[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/,
    resolve: str => str.slice(-3).toLowerCase() === 'nan'
        ? NaN
        : str[0] === '-'
            ? Number.NEGATIVE_INFINITY
            : Number.POSITIVE_INFINITY,
    stringify: stringifyNumber.stringifyNumber
};
const floatExp = {
    identify: value => typeof value === 'number',
    default: true,
    tag: 'tag:yaml.org,2002:float',
    format: 'EXP',
    test: /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)[eE][-+]?[0-9]+$/,
    resolve: str => parseFloat(str),
    stringify(node) {
        const num = Number(node.value);
        return isFinite(num) ? num.toExponential() : stringifyNumber.stringifyNumber(node);
    }
};
const float = {
    identify: value => typeof value === 'number',
    default: true,
    tag: 'tag:yaml.org,2002:float',
    test: /^[-+]?(?:\.[0-9]+|[0-9]+\.[0-9]*)$/,
    resolve(str) {
        const node = new Scalar.Scalar(parseFloat(str));
        const dot = str.indexOf('.');
        if (dot !== -1 && str[str.length - 1] === '0')
            node.minFractionDigits = str.length - dot - 1;
        return node;
    },
    stringify: stringifyNumber.stringifyNumber
};

exports.float = float;
exports.floatExp = floatExp;
exports.floatNaN = floatNaN;


/***/ }),

/***/ 2336:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var stringifyNumber = __nccwpck_require__(5767);

const intIdentify = (value) => typeof value === 'bigint' || Number.isInteger(value);
const intResolve = (str, offset, radix, { intAsBigInt }) => (intAsBigInt ? BigInt(str) : parseInt(str.substring(offset), radix));
function intStringify(node, radix, prefix) {
    const { value } = node;
    if (intIdentify(value) && value >= 0)
        return prefix + value.toString(radix);
    return stringifyNumber.stringifyNumber(node);
}
const intOct = {
    identify: value => intIdentify(value) && value >= 0,
    default: true,
    tag: 'tag:yaml.org,2002:int',
    format: 'OCT',
    test: /^0o[0-7]+$/,
    resolve: (str, _onError, opt) => intResolve(str, 2, 8, opt),
    stringify: node => intStringify(node, 8, '0o')
};
const int = {
    identify: intIdentify,
    default: true,
    tag: 'tag:yaml.org,2002:int',
    test: /^[-+]?[0-9]+$/,
    resolve: (str, _onError, opt) => intResolve(str, 0, 10, opt),
    stringify: stringifyNumber.stringifyNumber
};
const intHex = {
    identify: value => intIdentify(value) && value >= 0,
    default: true,
    tag: 'tag:yaml.org,2002:int',
    format: 'HEX',
    test: /^0x[0-9a-fA-F]+$/,
    resolve: (str, _onError, opt) => intResolve(str, 2, 16, opt),
    stringify: node => intStringify(node, 16, '0x')
};

exports.int = int;
exports.intHex = intHex;
exports.intOct = intOct;


/***/ }),

/***/ 4230:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var map = __nccwpck_require__(4169);
var _null = __nccwpck_require__(1654);
var seq = __nccwpck_require__(2708);
var string = __nccwpck_require__(6706);
var bool = __nccwpck_require__(8777);
var float = __nccwpck_require__(5359);
var int = __nccwpck_require__(2336);

const schema = [
    map.map,
    seq.seq,
    string.string,
    _null.nullTag,
    bool.boolTag,
    int.intOct,
    int.int,
    int.intHex,
    float.floatNaN,
    float.floatExp,
    float.float
];

exports.schema = schema;


/***/ }),

/***/ 6145:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Scalar = __nccwpck_require__(1987);
var map = __nccwpck_require__(4169);
var seq = __nccwpck_require__(2708);

function intIdentify(value) {
    return typeof value === 'bigint' || Number.isInteger(value);
}
const stringifyJSON = ({ value }) => JSON.stringify(value);
const jsonScalars = [
    {
        identify: value => typeof value === 'string',
        default: true,
        tag: 'tag:yaml.org,2002:str',
        resolve: str => str,
        stringify: stringifyJSON
    },
    {
        identify: value => value == null,
        createNode: () => new Scalar.Scalar(null),
        default: true,
        tag: 'tag:yaml.org,2002:null',
        test: /^null$/,
        resolve: () => null,
        stringify: stringifyJSON
    },
    {
        identify: value => typeof value === 'boolean',
        default: true,
        tag: 'tag:yaml.org,2002:bool',
        test: /^true$|^false$/,
        resolve: str => str === 'true',
        stringify: stringifyJSON
    },
    {
        identify: intIdentify,
        default: true,
        tag: 'tag:yaml.org,2002:int',
        test: /^-?(?:0|[1-9][0-9]*)$/,
        resolve: (str, _onError, { intAsBigInt }) => intAsBigInt ? BigInt(str) : parseInt(str, 10),
        stringify: ({ value }) => intIdentify(value) ? value.toString() : JSON.stringify(value)
    },
    {
        identify: value => typeof value === 'number',
        default: true,
        tag: 'tag:yaml.org,2002:float',
        test: /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]*)?(?:[eE][-+]?[0-9]+)?$/,
        resolve: str => parseFloat(str),
        stringify: stringifyJSON
    }
];
const jsonError = {
    default: true,
    tag: '',
    test: /^/,
    resolve(str, onError) {
        onError(`Unresolved plain scalar ${JSON.stringify(str)}`);
        return str;
    }
};
const schema = [map.map, seq.seq].concat(jsonScalars, jsonError);

exports.schema = schema;


/***/ }),

/***/ 5108:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var map = __nccwpck_require__(4169);
var _null = __nccwpck_require__(1654);
var seq = __nccwpck_require__(2708);
var string = __nccwpck_require__(6706);
var bool = __nccwpck_require__(8777);
var float = __nccwpck_require__(5359);
var int = __nccwpck_require__(2336);
var schema = __nccwpck_require__(4230);
var schema$1 = __nccwpck_require__(6145);
var binary = __nccwpck_require__(1717);
var merge = __nccwpck_require__(8534);
var omap = __nccwpck_require__(9465);
var pairs = __nccwpck_require__(8635);
var schema$2 = __nccwpck_require__(3879);
var set = __nccwpck_require__(9542);
var timestamp = __nccwpck_require__(5222);

const schemas = new Map([
    ['core', schema.schema],
    ['failsafe', [map.map, seq.seq, string.string]],
    ['json', schema$1.schema],
    ['yaml11', schema$2.schema],
    ['yaml-1.1', schema$2.schema]
]);
const tagsByName = {
    binary: binary.binary,
    bool: bool.boolTag,
    float: float.float,
    floatExp: float.floatExp,
    floatNaN: float.floatNaN,
    floatTime: timestamp.floatTime,
    int: int.int,
    intHex: int.intHex,
    intOct: int.intOct,
    intTime: timestamp.intTime,
    map: map.map,
    merge: merge.merge,
    null: _null.nullTag,
    omap: omap.omap,
    pairs: pairs.pairs,
    seq: seq.seq,
    set: set.set,
    timestamp: timestamp.timestamp
};
const coreKnownTags = {
    'tag:yaml.org,2002:binary': binary.binary,
    'tag:yaml.org,2002:merge': merge.merge,
    'tag:yaml.org,2002:omap': omap.omap,
    'tag:yaml.org,2002:pairs': pairs.pairs,
    'tag:yaml.org,2002:set': set.set,
    'tag:yaml.org,2002:timestamp': timestamp.timestamp
};
function getTags(customTags, schemaName, addMergeTag) {
    const schemaTags = schemas.get(schemaName);
    if (schemaTags && !customTags) {
        return addMergeTag && !schemaTags.includes(merge.merge)
            ? schemaTags.concat(merge.merge)
            : schemaTags.slice();
    }
    let tags = schemaTags;
    if (!tags) {
        if (Array.isArray(customTags))
            tags = [];
        else {
            const keys = Array.from(schemas.keys())
                .filter(key => key !== 'yaml11')
                .map(key => JSON.stringify(key))
                .join(', ');
            throw new Error(`Unknown schema "${schemaName}"; use one of ${keys} or define customTags array`);
        }
    }
    if (Array.isArray(customTags)) {
        for (const tag of customTags)
            tags = tags.concat(tag);
    }
    else if (typeof customTags === 'function') {
        tags = customTags(tags.slice());
    }
    if (addMergeTag)
        tags = tags.concat(merge.merge);
    return tags.reduce((tags, tag) => {
        const tagObj = typeof tag === 'string' ? tagsByName[tag] : tag;
        if (!tagObj) {
            const tagName = JSON.stringify(tag);
            const keys = Object.keys(tagsByName)
                .map(key => JSON.stringify(key))
                .join(', ');
            throw new Error(`Unknown custom tag ${tagName}; use one of ${keys}`);
        }
        if (!tags.includes(tagObj))
            tags.push(tagObj);
        return tags;
    }, []);
}

exports.coreKnownTags = coreKnownTags;
exports.getTags = getTags;


/***/ }),

/***/ 1717:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var node_buffer = __nccwpck_require__(181);
var Scalar = __nccwpck_require__(1987);
var stringifyString = __nccwpck_require__(3591);

const binary = {
    identify: value => value instanceof Uint8Array, // Buffer inherits from Uint8Array
    default: false,
    tag: 'tag:yaml.org,2002:binary',
    /**
     * Returns a Buffer in node and an Uint8Array in browsers
     *
     * To use the resulting buffer as an image, you'll want to do something like:
     *
     *   const blob = new Blob([buffer], { type: 'image/jpeg' })
     *   document.querySelector('#photo').src = URL.createObjectURL(blob)
     */
    resolve(src, onError) {
        if (typeof node_buffer.Buffer === 'function') {
            return node_buffer.Buffer.from(src, 'base64');
        }
        else if (typeof atob === 'function') {
            // On IE 11, atob() can't handle newlines
            const str = atob(src.replace(/[\n\r]/g, ''));
            const buffer = new Uint8Array(str.length);
            for (let i = 0; i < str.length; ++i)
                buffer[i] = str.charCodeAt(i);
            return buffer;
        }
        else {
            onError('This environment does not support reading binary tags; either Buffer or atob is required');
            return src;
        }
    },
    stringify({ comment, type, value }, ctx, onComment, onChompKeep) {
        if (!value)
            return '';
        const buf = value; // checked earlier by binary.identify()
        let str;
        if (typeof node_buffer.Buffer === 'function') {
            str =
                buf instanceof node_buffer.Buffer
                    ? buf.toString('base64')
                    : node_buffer.Buffer.from(buf.buffer).toString('base64');
        }
        else if (typeof btoa === 'function') {
            let s = '';
            for (let i = 0; i < buf.length; ++i)
                s += String.fromCharCode(buf[i]);
            str = btoa(s);
        }
        else {
            throw new Error('This environment does not support writing binary tags; either Buffer or btoa is required');
        }
        type ?? (type = Scalar.Scalar.BLOCK_LITERAL);
        if (type !== Scalar.Scalar.QUOTE_DOUBLE) {
            const lineWidth = Math.max(ctx.options.lineWidth - ctx.indent.length, ctx.options.minContentWidth);
            const n = Math.ceil(str.length / lineWidth);
            const lines = new Array(n);
            for (let i = 0, o = 0; i < n; ++i, o += lineWidth) {
                lines[i] = str.substr(o, lineWidth);
            }
            str = lines.join(type === Scalar.Scalar.BLOCK_LITERAL ? '\n' : ' ');
        }
        return stringifyString.stringifyString({ comment, type, value: str }, ctx, onComment, onChompKeep);
    }
};

exports.binary = binary;


/***/ }),

/***/ 5760:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Scalar = __nccwpck_require__(1987);

function boolStringify({ value, source }, ctx) {
    const boolObj = value ? trueTag : falseTag;
    if (source && boolObj.test.test(source))
        return source;
    return value ? ctx.options.trueStr : ctx.options.falseStr;
}
const trueTag = {
    identify: value => value === true,
    default: true,
    tag: 'tag:yaml.org,2002:bool',
    test: /^(?:Y|y|[Yy]es|YES|[Tt]rue|TRUE|[Oo]n|ON)$/,
    resolve: () => new Scalar.Scalar(true),
    stringify: boolStringify
};
const falseTag = {
    identify: value => value === false,
    default: true,
    tag: 'tag:yaml.org,2002:bool',
    test: /^(?:N|n|[Nn]o|NO|[Ff]alse|FALSE|[Oo]ff|OFF)$/,
    resolve: () => new Scalar.Scalar(false),
    stringify: boolStringify
};

exports.falseTag = falseTag;
exports.trueTag = trueTag;


/***/ }),

/***/ 1328:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Scalar = __nccwpck_require__(1987);
var stringifyNumber = __nccwpck_require__(5767);

const floatNaN = {
    identify: value => typeof value === 'number',
    default: true,
    tag: 'tag:yaml.org,2002:float',
    test: /^(?:[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/,
    resolve: (str) => str.slice(-3).toLowerCase() === 'nan'
        ? NaN
        : str[0] === '-'
            ? Number.NEGATIVE_INFINITY
            : Number.POSITIVE_INFINITY,
    stringify: stringifyNumber.stringifyNumber
};
const floatExp = {
    identify: value => typeof value === 'number',
    default: true,
    tag: 'tag:yaml.org,2002:float',
    format: 'EXP',
    test: /^[-+]?(?:[0-9][0-9_]*)?(?:\.[0-9_]*)?[eE][-+]?[0-9]+$/,
    resolve: (str) => parseFloat(str.replace(/_/g, '')),
    stringify(node) {
        const num = Number(node.value);
        return isFinite(num) ? num.toExponential() : stringifyNumber.stringifyNumber(node);
    }
};
const float = {
    identify: value => typeof value === 'number',
    default: true,
    tag: 'tag:yaml.org,2002:float',
    test: /^[-+]?(?:[0-9][0-9_]*)?\.[0-9_]*$/,
    resolve(str) {
        const node = new Scalar.Scalar(parseFloat(str.replace(/_/g, '')));
        const dot = str.indexOf('.');
        if (dot !== -1) {
            const f = str.substring(dot + 1).replace(/_/g, '');
            if (f[f.length - 1] === '0')
                node.minFractionDigits = f.length;
        }
        return node;
    },
    stringify: stringifyNumber.stringifyNumber
};

exports.float = float;
exports.floatExp = floatExp;
exports.floatNaN = floatNaN;


/***/ }),

/***/ 1135:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var stringifyNumber = __nccwpck_require__(5767);

const intIdentify = (value) => typeof value === 'bigint' || Number.isInteger(value);
function intResolve(str, offset, radix, { intAsBigInt }) {
    const sign = str[0];
    if (sign === '-' || sign === '+')
        offset += 1;
    str = str.substring(offset).replace(/_/g, '');
    if (intAsBigInt) {
        switch (radix) {
            case 2:
                str = `0b${str}`;
                break;
            case 8:
                str = `0o${str}`;
                break;
            case 16:
                str = `0x${str}`;
                break;
        }
        const n = BigInt(str);
        return sign === '-' ? BigInt(-1) * n : n;
    }
    const n = parseInt(str, radix);
    return sign === '-' ? -1 * n : n;
}
function intStringify(node, radix, prefix) {
    const { value } = node;
    if (intIdentify(value)) {
        const str = value.toString(radix);
        return value < 0 ? '-' + prefix + str.substr(1) : prefix + str;
    }
    return stringifyNumber.stringifyNumber(node);
}
const intBin = {
    identify: intIdentify,
    default: true,
    tag: 'tag:yaml.org,2002:int',
    format: 'BIN',
    test: /^[-+]?0b[0-1_]+$/,
    resolve: (str, _onError, opt) => intResolve(str, 2, 2, opt),
    stringify: node => intStringify(node, 2, '0b')
};
const intOct = {
    identify: intIdentify,
    default: true,
    tag: 'tag:yaml.org,2002:int',
    format: 'OCT',
    test: /^[-+]?0[0-7_]+$/,
    resolve: (str, _onError, opt) => intResolve(str, 1, 8, opt),
    stringify: node => intStringify(node, 8, '0')
};
const int = {
    identify: intIdentify,
    default: true,
    tag: 'tag:yaml.org,2002:int',
    test: /^[-+]?[0-9][0-9_]*$/,
    resolve: (str, _onError, opt) => intResolve(str, 0, 10, opt),
    stringify: stringifyNumber.stringifyNumber
};
const intHex = {
    identify: intIdentify,
    default: true,
    tag: 'tag:yaml.org,2002:int',
    format: 'HEX',
    test: /^[-+]?0x[0-9a-fA-F_]+$/,
    resolve: (str, _onError, opt) => intResolve(str, 2, 16, opt),
    stringify: node => intStringify(node, 16, '0x')
};

exports.int = int;
exports.intBin = intBin;
exports.intHex = intHex;
exports.intOct = intOct;


/***/ }),

/***/ 8534:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(3989);
var Scalar = __nccwpck_require__(1987);

// If the value associated with a merge key is a single mapping node, each of
// its key/value pairs is inserted into the current mapping, unless the key
// already exists in it. If the value associated with the merge key is a
// sequence, then this sequence is expected to contain mapping nodes and each
// of these nodes is merged in turn according to its order in the sequence.
// Keys in mapping nodes earlier in the sequence override keys specified in
// later mapping nodes. -- http://yaml.org/type/merge.html
const MERGE_KEY = '<<';
const merge = {
    identify: value => value === MERGE_KEY ||
        (typeof value === 'symbol' && value.description === MERGE_KEY),
    default: 'key',
    tag: 'tag:yaml.org,2002:merge',
    test: /^<<$/,
    resolve: () => Object.assign(new Scalar.Scalar(Symbol(MERGE_KEY)), {
        addToJSMap: addMergeToJSMap
    }),
    stringify: () => MERGE_KEY
};
const isMergeKey = (ctx, key) => (merge.identify(key) ||
    (identity.isScalar(key) &&
        (!key.type || key.type === Scalar.Scalar.PLAIN) &&
        merge.identify(key.value))) &&
    ctx?.doc.schema.tags.some(tag => tag.tag === merge.tag && tag.default);
function addMergeToJSMap(ctx, map, value) {
    const source = resolveAliasValue(ctx, value);
    if (identity.isSeq(source))
        for (const it of source.items)
            mergeValue(ctx, map, it);
    else if (Array.isArray(source))
        for (const it of source)
            mergeValue(ctx, map, it);
    else
        mergeValue(ctx, map, source);
}
function mergeValue(ctx, map, value) {
    const source = resolveAliasValue(ctx, value);
    if (!identity.isMap(source))
        throw new Error('Merge sources must be maps or map aliases');
    const srcMap = source.toJSON(null, ctx, Map);
    for (const [key, value] of srcMap) {
        if (map instanceof Map) {
            if (!map.has(key))
                map.set(key, value);
        }
        else if (map instanceof Set) {
            map.add(key);
        }
        else if (!Object.prototype.hasOwnProperty.call(map, key)) {
            Object.defineProperty(map, key, {
                value,
                writable: true,
                enumerable: true,
                configurable: true
            });
        }
    }
    return map;
}
function resolveAliasValue(ctx, value) {
    return ctx && identity.isAlias(value) ? value.resolve(ctx.doc, ctx) : value;
}

exports.addMergeToJSMap = addMergeToJSMap;
exports.isMergeKey = isMergeKey;
exports.merge = merge;


/***/ }),

/***/ 9465:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(3989);
var toJS = __nccwpck_require__(3953);
var YAMLMap = __nccwpck_require__(4628);
var YAMLSeq = __nccwpck_require__(5145);
var pairs = __nccwpck_require__(8635);

class YAMLOMap extends YAMLSeq.YAMLSeq {
    constructor() {
        super();
        this.add = YAMLMap.YAMLMap.prototype.add.bind(this);
        this.delete = YAMLMap.YAMLMap.prototype.delete.bind(this);
        this.get = YAMLMap.YAMLMap.prototype.get.bind(this);
        this.has = YAMLMap.YAMLMap.prototype.has.bind(this);
        this.set = YAMLMap.YAMLMap.prototype.set.bind(this);
        this.tag = YAMLOMap.tag;
    }
    /**
     * If `ctx` is given, the return type is actually `Map<unknown, unknown>`,
     * but TypeScript won't allow widening the signature of a child method.
     */
    toJSON(_, ctx) {
        if (!ctx)
            return super.toJSON(_);
        const map = new Map();
        if (ctx?.onCreate)
            ctx.onCreate(map);
        for (const pair of this.items) {
            let key, value;
            if (identity.isPair(pair)) {
                key = toJS.toJS(pair.key, '', ctx);
                value = toJS.toJS(pair.value, key, ctx);
            }
            else {
                key = toJS.toJS(pair, '', ctx);
            }
            if (map.has(key))
                throw new Error('Ordered maps must not include duplicate keys');
            map.set(key, value);
        }
        return map;
    }
    static from(schema, iterable, ctx) {
        const pairs$1 = pairs.createPairs(schema, iterable, ctx);
        const omap = new this();
        omap.items = pairs$1.items;
        return omap;
    }
}
YAMLOMap.tag = 'tag:yaml.org,2002:omap';
const omap = {
    collection: 'seq',
    identify: value => value instanceof Map,
    nodeClass: YAMLOMap,
    default: false,
    tag: 'tag:yaml.org,2002:omap',
    resolve(seq, onError) {
        const pairs$1 = pairs.resolvePairs(seq, onError);
        const seenKeys = [];
        for (const { key } of pairs$1.items) {
            if (identity.isScalar(key)) {
                if (seenKeys.includes(key.value)) {
                    onError(`Ordered maps must not include duplicate keys: ${key.value}`);
                }
                else {
                    seenKeys.push(key.value);
                }
            }
        }
        return Object.assign(new YAMLOMap(), pairs$1);
    },
    createNode: (schema, iterable, ctx) => YAMLOMap.from(schema, iterable, ctx)
};

exports.YAMLOMap = YAMLOMap;
exports.omap = omap;


/***/ }),

/***/ 8635:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(3989);
var Pair = __nccwpck_require__(1363);
var Scalar = __nccwpck_require__(1987);
var YAMLSeq = __nccwpck_require__(5145);

function resolvePairs(seq, onError) {
    if (identity.isSeq(seq)) {
        for (let i = 0; i < seq.items.length; ++i) {
            let item = seq.items[i];
            if (identity.isPair(item))
                continue;
            else if (identity.isMap(item)) {
                if (item.items.length > 1)
                    onError('Each pair must have its own sequence indicator');
                const pair = item.items[0] || new Pair.Pair(new Scalar.Scalar(null));
                if (item.commentBefore)
                    pair.key.commentBefore = pair.key.commentBefore
                        ? `${item.commentBefore}\n${pair.key.commentBefore}`
                        : item.commentBefore;
                if (item.comment) {
                    const cn = pair.value ?? pair.key;
                    cn.comment = cn.comment
                        ? `${item.comment}\n${cn.comment}`
                        : item.comment;
                }
                item = pair;
            }
            seq.items[i] = identity.isPair(item) ? item : new Pair.Pair(item);
        }
    }
    else
        onError('Expected a sequence for this tag');
    return seq;
}
function createPairs(schema, iterable, ctx) {
    const { replacer } = ctx;
    const pairs = new YAMLSeq.YAMLSeq(schema);
    pairs.tag = 'tag:yaml.org,2002:pairs';
    let i = 0;
    if (iterable && Symbol.iterator in Object(iterable))
        for (let it of iterable) {
            if (typeof replacer === 'function')
                it = replacer.call(iterable, String(i++), it);
            let key, value;
            if (Array.isArray(it)) {
                if (it.length === 2) {
                    key = it[0];
                    value = it[1];
                }
                else
                    throw new TypeError(`Expected [key, value] tuple: ${it}`);
            }
            else if (it && it instanceof Object) {
                const keys = Object.keys(it);
                if (keys.length === 1) {
                    key = keys[0];
                    value = it[key];
                }
                else {
                    throw new TypeError(`Expected tuple with one key, not ${keys.length} keys`);
                }
            }
            else {
                key = it;
            }
            pairs.items.push(Pair.createPair(key, value, ctx));
        }
    return pairs;
}
const pairs = {
    collection: 'seq',
    default: false,
    tag: 'tag:yaml.org,2002:pairs',
    resolve: resolvePairs,
    createNode: createPairs
};

exports.createPairs = createPairs;
exports.pairs = pairs;
exports.resolvePairs = resolvePairs;


/***/ }),

/***/ 3879:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var map = __nccwpck_require__(4169);
var _null = __nccwpck_require__(1654);
var seq = __nccwpck_require__(2708);
var string = __nccwpck_require__(6706);
var binary = __nccwpck_require__(1717);
var bool = __nccwpck_require__(5760);
var float = __nccwpck_require__(1328);
var int = __nccwpck_require__(1135);
var merge = __nccwpck_require__(8534);
var omap = __nccwpck_require__(9465);
var pairs = __nccwpck_require__(8635);
var set = __nccwpck_require__(9542);
var timestamp = __nccwpck_require__(5222);

const schema = [
    map.map,
    seq.seq,
    string.string,
    _null.nullTag,
    bool.trueTag,
    bool.falseTag,
    int.intBin,
    int.intOct,
    int.int,
    int.intHex,
    float.floatNaN,
    float.floatExp,
    float.float,
    binary.binary,
    merge.merge,
    omap.omap,
    pairs.pairs,
    set.set,
    timestamp.intTime,
    timestamp.floatTime,
    timestamp.timestamp
];

exports.schema = schema;


/***/ }),

/***/ 9542:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(3989);
var Pair = __nccwpck_require__(1363);
var YAMLMap = __nccwpck_require__(4628);

class YAMLSet extends YAMLMap.YAMLMap {
    constructor(schema) {
        super(schema);
        this.tag = YAMLSet.tag;
    }
    add(key) {
        let pair;
        if (identity.isPair(key))
            pair = key;
        else if (key &&
            typeof key === 'object' &&
            'key' in key &&
            'value' in key &&
            key.value === null)
            pair = new Pair.Pair(key.key, null);
        else
            pair = new Pair.Pair(key, null);
        const prev = YAMLMap.findPair(this.items, pair.key);
        if (!prev)
            this.items.push(pair);
    }
    /**
     * If `keepPair` is `true`, returns the Pair matching `key`.
     * Otherwise, returns the value of that Pair's key.
     */
    get(key, keepPair) {
        const pair = YAMLMap.findPair(this.items, key);
        return !keepPair && identity.isPair(pair)
            ? identity.isScalar(pair.key)
                ? pair.key.value
                : pair.key
            : pair;
    }
    set(key, value) {
        if (typeof value !== 'boolean')
            throw new Error(`Expected boolean value for set(key, value) in a YAML set, not ${typeof value}`);
        const prev = YAMLMap.findPair(this.items, key);
        if (prev && !value) {
            this.items.splice(this.items.indexOf(prev), 1);
        }
        else if (!prev && value) {
            this.items.push(new Pair.Pair(key));
        }
    }
    toJSON(_, ctx) {
        return super.toJSON(_, ctx, Set);
    }
    toString(ctx, onComment, onChompKeep) {
        if (!ctx)
            return JSON.stringify(this);
        if (this.hasAllNullValues(true))
            return super.toString(Object.assign({}, ctx, { allNullValues: true }), onComment, onChompKeep);
        else
            throw new Error('Set items must all have null values');
    }
    static from(schema, iterable, ctx) {
        const { replacer } = ctx;
        const set = new this(schema);
        if (iterable && Symbol.iterator in Object(iterable))
            for (let value of iterable) {
                if (typeof replacer === 'function')
                    value = replacer.call(iterable, value, value);
                set.items.push(Pair.createPair(value, null, ctx));
            }
        return set;
    }
}
YAMLSet.tag = 'tag:yaml.org,2002:set';
const set = {
    collection: 'map',
    identify: value => value instanceof Set,
    nodeClass: YAMLSet,
    default: false,
    tag: 'tag:yaml.org,2002:set',
    createNode: (schema, iterable, ctx) => YAMLSet.from(schema, iterable, ctx),
    resolve(map, onError) {
        if (identity.isMap(map)) {
            if (map.hasAllNullValues(true))
                return Object.assign(new YAMLSet(), map);
            else
                onError('Set items must all have null values');
        }
        else
            onError('Expected a mapping for this tag');
        return map;
    }
};

exports.YAMLSet = YAMLSet;
exports.set = set;


/***/ }),

/***/ 5222:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var stringifyNumber = __nccwpck_require__(5767);

/** Internal types handle bigint as number, because TS can't figure it out. */
function parseSexagesimal(str, asBigInt) {
    const sign = str[0];
    const parts = sign === '-' || sign === '+' ? str.substring(1) : str;
    const num = (n) => asBigInt ? BigInt(n) : Number(n);
    const res = parts
        .replace(/_/g, '')
        .split(':')
        .reduce((res, p) => res * num(60) + num(p), num(0));
    return (sign === '-' ? num(-1) * res : res);
}
/**
 * hhhh:mm:ss.sss
 *
 * Internal types handle bigint as number, because TS can't figure it out.
 */
function stringifySexagesimal(node) {
    let { value } = node;
    let num = (n) => n;
    if (typeof value === 'bigint')
        num = n => BigInt(n);
    else if (isNaN(value) || !isFinite(value))
        return stringifyNumber.stringifyNumber(node);
    let sign = '';
    if (value < 0) {
        sign = '-';
        value *= num(-1);
    }
    const _60 = num(60);
    const parts = [value % _60]; // seconds, including ms
    if (value < 60) {
        parts.unshift(0); // at least one : is required
    }
    else {
        value = (value - parts[0]) / _60;
        parts.unshift(value % _60); // minutes
        if (value >= 60) {
            value = (value - parts[0]) / _60;
            parts.unshift(value); // hours
        }
    }
    return (sign +
        parts
            .map(n => String(n).padStart(2, '0'))
            .join(':')
            .replace(/000000\d*$/, '') // % 60 may introduce error
    );
}
const intTime = {
    identify: value => typeof value === 'bigint' || Number.isInteger(value),
    default: true,
    tag: 'tag:yaml.org,2002:int',
    format: 'TIME',
    test: /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+$/,
    resolve: (str, _onError, { intAsBigInt }) => parseSexagesimal(str, intAsBigInt),
    stringify: stringifySexagesimal
};
const floatTime = {
    identify: value => typeof value === 'number',
    default: true,
    tag: 'tag:yaml.org,2002:float',
    format: 'TIME',
    test: /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*$/,
    resolve: str => parseSexagesimal(str, false),
    stringify: stringifySexagesimal
};
const timestamp = {
    identify: value => value instanceof Date,
    default: true,
    tag: 'tag:yaml.org,2002:timestamp',
    // If the time zone is omitted, the timestamp is assumed to be specified in UTC. The time part
    // may be omitted altogether, resulting in a date format. In such a case, the time part is
    // assumed to be 00:00:00Z (start of day, UTC).
    test: RegExp('^([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})' + // YYYY-Mm-Dd
        '(?:' + // time is optional
        '(?:t|T|[ \\t]+)' + // t | T | whitespace
        '([0-9]{1,2}):([0-9]{1,2}):([0-9]{1,2}(\\.[0-9]+)?)' + // Hh:Mm:Ss(.ss)?
        '(?:[ \\t]*(Z|[-+][012]?[0-9](?::[0-9]{2})?))?' + // Z | +5 | -03:30
        ')?$'),
    resolve(str) {
        const match = str.match(timestamp.test);
        if (!match)
            throw new Error('!!timestamp expects a date, starting with yyyy-mm-dd');
        const [, year, month, day, hour, minute, second] = match.map(Number);
        const millisec = match[7] ? Number((match[7] + '00').substr(1, 3)) : 0;
        let date = Date.UTC(year, month - 1, day, hour || 0, minute || 0, second || 0, millisec);
        const tz = match[8];
        if (tz && tz !== 'Z') {
            let d = parseSexagesimal(tz, false);
            if (Math.abs(d) < 30)
                d *= 60;
            date -= 60000 * d;
        }
        return new Date(date);
    },
    stringify: ({ value }) => value?.toISOString().replace(/(T00:00:00)?\.000Z$/, '') ?? ''
};

exports.floatTime = floatTime;
exports.intTime = intTime;
exports.timestamp = timestamp;


/***/ }),

/***/ 117:
/***/ ((__unused_webpack_module, exports) => {



const FOLD_FLOW = 'flow';
const FOLD_BLOCK = 'block';
const FOLD_QUOTED = 'quoted';
/**
 * Tries to keep input at up to `lineWidth` characters, splitting only on spaces
 * not followed by newlines or spaces unless `mode` is `'quoted'`. Lines are
 * terminated with `\n` and started with `indent`.
 */
function foldFlowLines(text, indent, mode = 'flow', { indentAtStart, lineWidth = 80, minContentWidth = 20, onFold, onOverflow } = {}) {
    if (!lineWidth || lineWidth < 0)
        return text;
    if (lineWidth < minContentWidth)
        minContentWidth = 0;
    const endStep = Math.max(1 + minContentWidth, 1 + lineWidth - indent.length);
    if (text.length <= endStep)
        return text;
    const folds = [];
    const escapedFolds = {};
    let end = lineWidth - indent.length;
    if (typeof indentAtStart === 'number') {
        if (indentAtStart > lineWidth - Math.max(2, minContentWidth))
            folds.push(0);
        else
            end = lineWidth - indentAtStart;
    }
    let split = undefined;
    let prev = undefined;
    let overflow = false;
    let i = -1;
    let escStart = -1;
    let escEnd = -1;
    if (mode === FOLD_BLOCK) {
        i = consumeMoreIndentedLines(text, i, indent.length);
        if (i !== -1)
            end = i + endStep;
    }
    for (let ch; (ch = text[(i += 1)]);) {
        if (mode === FOLD_QUOTED && ch === '\\') {
            escStart = i;
            switch (text[i + 1]) {
                case 'x':
                    i += 3;
                    break;
                case 'u':
                    i += 5;
                    break;
                case 'U':
                    i += 9;
                    break;
                default:
                    i += 1;
            }
            escEnd = i;
        }
        if (ch === '\n') {
            if (mode === FOLD_BLOCK)
                i = consumeMoreIndentedLines(text, i, indent.length);
            end = i + indent.length + endStep;
            split = undefined;
        }
        else {
            if (ch === ' ' &&
                prev &&
                prev !== ' ' &&
                prev !== '\n' &&
                prev !== '\t') {
                // space surrounded by non-space can be replaced with newline + indent
                const next = text[i + 1];
                if (next && next !== ' ' && next !== '\n' && next !== '\t')
                    split = i;
            }
            if (i >= end) {
                if (split) {
                    folds.push(split);
                    end = split + endStep;
                    split = undefined;
                }
                else if (mode === FOLD_QUOTED) {
                    // white-space collected at end may stretch past lineWidth
                    while (prev === ' ' || prev === '\t') {
                        prev = ch;
                        ch = text[(i += 1)];
                        overflow = true;
                    }
                    // Account for newline escape, but don't break preceding escape
                    const j = i > escEnd + 1 ? i - 2 : escStart - 1;
                    // Bail out if lineWidth & minContentWidth are shorter than an escape string
                    if (escapedFolds[j])
                        return text;
                    folds.push(j);
                    escapedFolds[j] = true;
                    end = j + endStep;
                    split = undefined;
                }
                else {
                    overflow = true;
                }
            }
        }
        prev = ch;
    }
    if (overflow && onOverflow)
        onOverflow();
    if (folds.length === 0)
        return text;
    if (onFold)
        onFold();
    let res = text.slice(0, folds[0]);
    for (let i = 0; i < folds.length; ++i) {
        const fold = folds[i];
        const end = folds[i + 1] || text.length;
        if (fold === 0)
            res = `\n${indent}${text.slice(0, end)}`;
        else {
            if (mode === FOLD_QUOTED && escapedFolds[fold])
                res += `${text[fold]}\\`;
            res += `\n${indent}${text.slice(fold + 1, end)}`;
        }
    }
    return res;
}
/**
 * Presumes `i + 1` is at the start of a line
 * @returns index of last newline in more-indented block
 */
function consumeMoreIndentedLines(text, i, indent) {
    let end = i;
    let start = i + 1;
    let ch = text[start];
    while (ch === ' ' || ch === '\t') {
        if (i < start + indent) {
            ch = text[++i];
        }
        else {
            do {
                ch = text[++i];
            } while (ch && ch !== '\n');
            end = i;
            start = i + 1;
            ch = text[start];
        }
    }
    return end;
}

exports.FOLD_BLOCK = FOLD_BLOCK;
exports.FOLD_FLOW = FOLD_FLOW;
exports.FOLD_QUOTED = FOLD_QUOTED;
exports.foldFlowLines = foldFlowLines;


/***/ }),

/***/ 2014:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var anchors = __nccwpck_require__(9010);
var identity = __nccwpck_require__(3989);
var stringifyComment = __nccwpck_require__(7001);
var stringifyString = __nccwpck_require__(3591);

function createStringifyContext(doc, options) {
    const opt = Object.assign({
        blockQuote: true,
        commentString: stringifyComment.stringifyComment,
        defaultKeyType: null,
        defaultStringType: 'PLAIN',
        directives: null,
        doubleQuotedAsJSON: false,
        doubleQuotedMinMultiLineLength: 40,
        falseStr: 'false',
        flowCollectionPadding: true,
        indentSeq: true,
        lineWidth: 80,
        minContentWidth: 20,
        nullStr: 'null',
        simpleKeys: false,
        singleQuote: null,
        trailingComma: false,
        trueStr: 'true',
        verifyAliasOrder: true
    }, doc.schema.toStringOptions, options);
    let inFlow;
    switch (opt.collectionStyle) {
        case 'block':
            inFlow = false;
            break;
        case 'flow':
            inFlow = true;
            break;
        default:
            inFlow = null;
    }
    return {
        anchors: new Set(),
        doc,
        flowCollectionPadding: opt.flowCollectionPadding ? ' ' : '',
        indent: '',
        indentStep: typeof opt.indent === 'number' ? ' '.repeat(opt.indent) : '  ',
        inFlow,
        options: opt
    };
}
function getTagObject(tags, item) {
    if (item.tag) {
        const match = tags.filter(t => t.tag === item.tag);
        if (match.length > 0)
            return match.find(t => t.format === item.format) ?? match[0];
    }
    let tagObj = undefined;
    let obj;
    if (identity.isScalar(item)) {
        obj = item.value;
        let match = tags.filter(t => t.identify?.(obj));
        if (match.length > 1) {
            const testMatch = match.filter(t => t.test);
            if (testMatch.length > 0)
                match = testMatch;
        }
        tagObj =
            match.find(t => t.format === item.format) ?? match.find(t => !t.format);
    }
    else {
        obj = item;
        tagObj = tags.find(t => t.nodeClass && obj instanceof t.nodeClass);
    }
    if (!tagObj) {
        const name = obj?.constructor?.name ?? (obj === null ? 'null' : typeof obj);
        throw new Error(`Tag not resolved for ${name} value`);
    }
    return tagObj;
}
// needs to be called before value stringifier to allow for circular anchor refs
function stringifyProps(node, tagObj, { anchors: anchors$1, doc }) {
    if (!doc.directives)
        return '';
    const props = [];
    const anchor = (identity.isScalar(node) || identity.isCollection(node)) && node.anchor;
    if (anchor && anchors.anchorIsValid(anchor)) {
        anchors$1.add(anchor);
        props.push(`&${anchor}`);
    }
    const tag = node.tag ?? (tagObj.default ? null : tagObj.tag);
    if (tag)
        props.push(doc.directives.tagString(tag));
    return props.join(' ');
}
function stringify(item, ctx, onComment, onChompKeep) {
    if (identity.isPair(item))
        return item.toString(ctx, onComment, onChompKeep);
    if (identity.isAlias(item)) {
        if (ctx.doc.directives)
            return item.toString(ctx);
        if (ctx.resolvedAliases?.has(item)) {
            throw new TypeError(`Cannot stringify circular structure without alias nodes`);
        }
        else {
            if (ctx.resolvedAliases)
                ctx.resolvedAliases.add(item);
            else
                ctx.resolvedAliases = new Set([item]);
            item = item.resolve(ctx.doc);
        }
    }
    let tagObj = undefined;
    const node = identity.isNode(item)
        ? item
        : ctx.doc.createNode(item, { onTagObj: o => (tagObj = o) });
    tagObj ?? (tagObj = getTagObject(ctx.doc.schema.tags, node));
    const props = stringifyProps(node, tagObj, ctx);
    if (props.length > 0)
        ctx.indentAtStart = (ctx.indentAtStart ?? 0) + props.length + 1;
    const str = typeof tagObj.stringify === 'function'
        ? tagObj.stringify(node, ctx, onComment, onChompKeep)
        : identity.isScalar(node)
            ? stringifyString.stringifyString(node, ctx, onComment, onChompKeep)
            : node.toString(ctx, onComment, onChompKeep);
    if (!props)
        return str;
    return identity.isScalar(node) || str[0] === '{' || str[0] === '['
        ? `${props} ${str}`
        : `${props}\n${ctx.indent}${str}`;
}

exports.createStringifyContext = createStringifyContext;
exports.stringify = stringify;


/***/ }),

/***/ 4618:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(3989);
var stringify = __nccwpck_require__(2014);
var stringifyComment = __nccwpck_require__(7001);

function stringifyCollection(collection, ctx, options) {
    const flow = ctx.inFlow ?? collection.flow;
    const stringify = flow ? stringifyFlowCollection : stringifyBlockCollection;
    return stringify(collection, ctx, options);
}
function stringifyBlockCollection({ comment, items }, ctx, { blockItemPrefix, flowChars, itemIndent, onChompKeep, onComment }) {
    const { indent, options: { commentString } } = ctx;
    const itemCtx = Object.assign({}, ctx, { indent: itemIndent, type: null });
    let chompKeep = false; // flag for the preceding node's status
    const lines = [];
    for (let i = 0; i < items.length; ++i) {
        const item = items[i];
        let comment = null;
        if (identity.isNode(item)) {
            if (!chompKeep && item.spaceBefore)
                lines.push('');
            addCommentBefore(ctx, lines, item.commentBefore, chompKeep);
            if (item.comment)
                comment = item.comment;
        }
        else if (identity.isPair(item)) {
            const ik = identity.isNode(item.key) ? item.key : null;
            if (ik) {
                if (!chompKeep && ik.spaceBefore)
                    lines.push('');
                addCommentBefore(ctx, lines, ik.commentBefore, chompKeep);
            }
        }
        chompKeep = false;
        let str = stringify.stringify(item, itemCtx, () => (comment = null), () => (chompKeep = true));
        if (comment)
            str += stringifyComment.lineComment(str, itemIndent, commentString(comment));
        if (chompKeep && comment)
            chompKeep = false;
        lines.push(blockItemPrefix + str);
    }
    let str;
    if (lines.length === 0) {
        str = flowChars.start + flowChars.end;
    }
    else {
        str = lines[0];
        for (let i = 1; i < lines.length; ++i) {
            const line = lines[i];
            str += line ? `\n${indent}${line}` : '\n';
        }
    }
    if (comment) {
        str += '\n' + stringifyComment.indentComment(commentString(comment), indent);
        if (onComment)
            onComment();
    }
    else if (chompKeep && onChompKeep)
        onChompKeep();
    return str;
}
function stringifyFlowCollection({ items }, ctx, { flowChars, itemIndent }) {
    const { indent, indentStep, flowCollectionPadding: fcPadding, options: { commentString } } = ctx;
    itemIndent += indentStep;
    const itemCtx = Object.assign({}, ctx, {
        indent: itemIndent,
        inFlow: true,
        type: null
    });
    let reqNewline = false;
    let linesAtValue = 0;
    const lines = [];
    for (let i = 0; i < items.length; ++i) {
        const item = items[i];
        let comment = null;
        if (identity.isNode(item)) {
            if (item.spaceBefore)
                lines.push('');
            addCommentBefore(ctx, lines, item.commentBefore, false);
            if (item.comment)
                comment = item.comment;
        }
        else if (identity.isPair(item)) {
            const ik = identity.isNode(item.key) ? item.key : null;
            if (ik) {
                if (ik.spaceBefore)
                    lines.push('');
                addCommentBefore(ctx, lines, ik.commentBefore, false);
                if (ik.comment)
                    reqNewline = true;
            }
            const iv = identity.isNode(item.value) ? item.value : null;
            if (iv) {
                if (iv.comment)
                    comment = iv.comment;
                if (iv.commentBefore)
                    reqNewline = true;
            }
            else if (item.value == null && ik?.comment) {
                comment = ik.comment;
            }
        }
        if (comment)
            reqNewline = true;
        let str = stringify.stringify(item, itemCtx, () => (comment = null));
        reqNewline || (reqNewline = lines.length > linesAtValue || str.includes('\n'));
        if (i < items.length - 1) {
            str += ',';
        }
        else if (ctx.options.trailingComma) {
            if (ctx.options.lineWidth > 0) {
                reqNewline || (reqNewline = lines.reduce((sum, line) => sum + line.length + 2, 2) +
                    (str.length + 2) >
                    ctx.options.lineWidth);
            }
            if (reqNewline) {
                str += ',';
            }
        }
        if (comment)
            str += stringifyComment.lineComment(str, itemIndent, commentString(comment));
        lines.push(str);
        linesAtValue = lines.length;
    }
    const { start, end } = flowChars;
    if (lines.length === 0) {
        return start + end;
    }
    else {
        if (!reqNewline) {
            const len = lines.reduce((sum, line) => sum + line.length + 2, 2);
            reqNewline = ctx.options.lineWidth > 0 && len > ctx.options.lineWidth;
        }
        if (reqNewline) {
            let str = start;
            for (const line of lines)
                str += line ? `\n${indentStep}${indent}${line}` : '\n';
            return `${str}\n${indent}${end}`;
        }
        else {
            return `${start}${fcPadding}${lines.join(' ')}${fcPadding}${end}`;
        }
    }
}
function addCommentBefore({ indent, options: { commentString } }, lines, comment, chompKeep) {
    if (comment && chompKeep)
        comment = comment.replace(/^\n+/, '');
    if (comment) {
        const ic = stringifyComment.indentComment(commentString(comment), indent);
        lines.push(ic.trimStart()); // Avoid double indent on first line
    }
}

exports.stringifyCollection = stringifyCollection;


/***/ }),

/***/ 7001:
/***/ ((__unused_webpack_module, exports) => {



/**
 * Stringifies a comment.
 *
 * Empty comment lines are left empty,
 * lines consisting of a single space are replaced by `#`,
 * and all other lines are prefixed with a `#`.
 */
const stringifyComment = (str) => str.replace(/^(?!$)(?: $)?/gm, '#');
function indentComment(comment, indent) {
    if (/^\n+$/.test(comment))
        return comment.substring(1);
    return indent ? comment.replace(/^(?! *$)/gm, indent) : comment;
}
const lineComment = (str, indent, comment) => str.endsWith('\n')
    ? indentComment(comment, indent)
    : comment.includes('\n')
        ? '\n' + indentComment(comment, indent)
        : (str.endsWith(' ') ? '' : ' ') + comment;

exports.indentComment = indentComment;
exports.lineComment = lineComment;
exports.stringifyComment = stringifyComment;


/***/ }),

/***/ 6203:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(3989);
var stringify = __nccwpck_require__(2014);
var stringifyComment = __nccwpck_require__(7001);

function stringifyDocument(doc, options) {
    const lines = [];
    let hasDirectives = options.directives === true;
    if (options.directives !== false && doc.directives) {
        const dir = doc.directives.toString(doc);
        if (dir) {
            lines.push(dir);
            hasDirectives = true;
        }
        else if (doc.directives.docStart)
            hasDirectives = true;
    }
    if (hasDirectives)
        lines.push('---');
    const ctx = stringify.createStringifyContext(doc, options);
    const { commentString } = ctx.options;
    if (doc.commentBefore) {
        if (lines.length !== 1)
            lines.unshift('');
        const cs = commentString(doc.commentBefore);
        lines.unshift(stringifyComment.indentComment(cs, ''));
    }
    let chompKeep = false;
    let contentComment = null;
    if (doc.contents) {
        if (identity.isNode(doc.contents)) {
            if (doc.contents.spaceBefore && hasDirectives)
                lines.push('');
            if (doc.contents.commentBefore) {
                const cs = commentString(doc.contents.commentBefore);
                lines.push(stringifyComment.indentComment(cs, ''));
            }
            // top-level block scalars need to be indented if followed by a comment
            ctx.forceBlockIndent = !!doc.comment;
            contentComment = doc.contents.comment;
        }
        const onChompKeep = contentComment ? undefined : () => (chompKeep = true);
        let body = stringify.stringify(doc.contents, ctx, () => (contentComment = null), onChompKeep);
        if (contentComment)
            body += stringifyComment.lineComment(body, '', commentString(contentComment));
        if ((body[0] === '|' || body[0] === '>') &&
            lines[lines.length - 1] === '---') {
            // Top-level block scalars with a preceding doc marker ought to use the
            // same line for their header.
            lines[lines.length - 1] = `--- ${body}`;
        }
        else
            lines.push(body);
    }
    else {
        lines.push(stringify.stringify(doc.contents, ctx));
    }
    if (doc.directives?.docEnd) {
        if (doc.comment) {
            const cs = commentString(doc.comment);
            if (cs.includes('\n')) {
                lines.push('...');
                lines.push(stringifyComment.indentComment(cs, ''));
            }
            else {
                lines.push(`... ${cs}`);
            }
        }
        else {
            lines.push('...');
        }
    }
    else {
        let dc = doc.comment;
        if (dc && chompKeep)
            dc = dc.replace(/^\n+/, '');
        if (dc) {
            if ((!chompKeep || contentComment) && lines[lines.length - 1] !== '')
                lines.push('');
            lines.push(stringifyComment.indentComment(commentString(dc), ''));
        }
    }
    return lines.join('\n') + '\n';
}

exports.stringifyDocument = stringifyDocument;


/***/ }),

/***/ 5767:
/***/ ((__unused_webpack_module, exports) => {



function stringifyNumber({ format, minFractionDigits, tag, value }) {
    if (typeof value === 'bigint')
        return String(value);
    const num = typeof value === 'number' ? value : Number(value);
    if (!isFinite(num))
        return isNaN(num) ? '.nan' : num < 0 ? '-.inf' : '.inf';
    let n = Object.is(value, -0) ? '-0' : JSON.stringify(value);
    if (!format &&
        minFractionDigits &&
        (!tag || tag === 'tag:yaml.org,2002:float') &&
        /^-?\d/.test(n) &&
        !n.includes('e')) {
        let i = n.indexOf('.');
        if (i < 0) {
            i = n.length;
            n += '.';
        }
        let d = minFractionDigits - (n.length - i - 1);
        while (d-- > 0)
            n += '0';
    }
    return n;
}

exports.stringifyNumber = stringifyNumber;


/***/ }),

/***/ 738:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(3989);
var Scalar = __nccwpck_require__(1987);
var stringify = __nccwpck_require__(2014);
var stringifyComment = __nccwpck_require__(7001);

function stringifyPair({ key, value }, ctx, onComment, onChompKeep) {
    const { allNullValues, doc, indent, indentStep, options: { commentString, indentSeq, simpleKeys } } = ctx;
    let keyComment = (identity.isNode(key) && key.comment) || null;
    if (simpleKeys) {
        if (keyComment) {
            throw new Error('With simple keys, key nodes cannot have comments');
        }
        if (identity.isCollection(key) || (!identity.isNode(key) && typeof key === 'object')) {
            const msg = 'With simple keys, collection cannot be used as a key value';
            throw new Error(msg);
        }
    }
    let explicitKey = !simpleKeys &&
        (!key ||
            (keyComment && value == null && !ctx.inFlow) ||
            identity.isCollection(key) ||
            (identity.isScalar(key)
                ? key.type === Scalar.Scalar.BLOCK_FOLDED || key.type === Scalar.Scalar.BLOCK_LITERAL
                : typeof key === 'object'));
    ctx = Object.assign({}, ctx, {
        allNullValues: false,
        implicitKey: !explicitKey && (simpleKeys || !allNullValues),
        indent: indent + indentStep
    });
    let keyCommentDone = false;
    let chompKeep = false;
    let str = stringify.stringify(key, ctx, () => (keyCommentDone = true), () => (chompKeep = true));
    if (!explicitKey && !ctx.inFlow && str.length > 1024) {
        if (simpleKeys)
            throw new Error('With simple keys, single line scalar must not span more than 1024 characters');
        explicitKey = true;
    }
    if (ctx.inFlow) {
        if (allNullValues || value == null) {
            if (keyCommentDone && onComment)
                onComment();
            return str === '' ? '?' : explicitKey ? `? ${str}` : str;
        }
    }
    else if ((allNullValues && !simpleKeys) || (value == null && explicitKey)) {
        str = `? ${str}`;
        if (keyComment && !keyCommentDone) {
            str += stringifyComment.lineComment(str, ctx.indent, commentString(keyComment));
        }
        else if (chompKeep && onChompKeep)
            onChompKeep();
        return str;
    }
    if (keyCommentDone)
        keyComment = null;
    if (explicitKey) {
        if (keyComment)
            str += stringifyComment.lineComment(str, ctx.indent, commentString(keyComment));
        str = `? ${str}\n${indent}:`;
    }
    else {
        str = `${str}:`;
        if (keyComment)
            str += stringifyComment.lineComment(str, ctx.indent, commentString(keyComment));
    }
    let vsb, vcb, valueComment;
    if (identity.isNode(value)) {
        vsb = !!value.spaceBefore;
        vcb = value.commentBefore;
        valueComment = value.comment;
    }
    else {
        vsb = false;
        vcb = null;
        valueComment = null;
        if (value && typeof value === 'object')
            value = doc.createNode(value);
    }
    ctx.implicitKey = false;
    if (!explicitKey && !keyComment && identity.isScalar(value))
        ctx.indentAtStart = str.length + 1;
    chompKeep = false;
    if (!indentSeq &&
        indentStep.length >= 2 &&
        !ctx.inFlow &&
        !explicitKey &&
        identity.isSeq(value) &&
        !value.flow &&
        !value.tag &&
        !value.anchor) {
        // If indentSeq === false, consider '- ' as part of indentation where possible
        ctx.indent = ctx.indent.substring(2);
    }
    let valueCommentDone = false;
    const valueStr = stringify.stringify(value, ctx, () => (valueCommentDone = true), () => (chompKeep = true));
    let ws = ' ';
    if (keyComment || vsb || vcb) {
        ws = vsb ? '\n' : '';
        if (vcb) {
            const cs = commentString(vcb);
            ws += `\n${stringifyComment.indentComment(cs, ctx.indent)}`;
        }
        if (valueStr === '' && !ctx.inFlow) {
            if (ws === '\n' && valueComment)
                ws = '\n\n';
        }
        else {
            ws += `\n${ctx.indent}`;
        }
    }
    else if (!explicitKey && identity.isCollection(value)) {
        const vs0 = valueStr[0];
        const nl0 = valueStr.indexOf('\n');
        const hasNewline = nl0 !== -1;
        const flow = ctx.inFlow ?? value.flow ?? value.items.length === 0;
        if (hasNewline || !flow) {
            let hasPropsLine = false;
            if (hasNewline && (vs0 === '&' || vs0 === '!')) {
                let sp0 = valueStr.indexOf(' ');
                if (vs0 === '&' &&
                    sp0 !== -1 &&
                    sp0 < nl0 &&
                    valueStr[sp0 + 1] === '!') {
                    sp0 = valueStr.indexOf(' ', sp0 + 1);
                }
                if (sp0 === -1 || nl0 < sp0)
                    hasPropsLine = true;
            }
            if (!hasPropsLine)
                ws = `\n${ctx.indent}`;
        }
    }
    else if (valueStr === '' || valueStr[0] === '\n') {
        ws = '';
    }
    str += ws + valueStr;
    if (ctx.inFlow) {
        if (valueCommentDone && onComment)
            onComment();
    }
    else if (valueComment && !valueCommentDone) {
        str += stringifyComment.lineComment(str, ctx.indent, commentString(valueComment));
    }
    else if (chompKeep && onChompKeep) {
        onChompKeep();
    }
    return str;
}

exports.stringifyPair = stringifyPair;


/***/ }),

/***/ 3591:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Scalar = __nccwpck_require__(1987);
var foldFlowLines = __nccwpck_require__(117);

const getFoldOptions = (ctx, isBlock) => ({
    indentAtStart: isBlock ? ctx.indent.length : ctx.indentAtStart,
    lineWidth: ctx.options.lineWidth,
    minContentWidth: ctx.options.minContentWidth
});
// Also checks for lines starting with %, as parsing the output as YAML 1.1 will
// presume that's starting a new document.
const containsDocumentMarker = (str) => /^(%|---|\.\.\.)/m.test(str);
function lineLengthOverLimit(str, lineWidth, indentLength) {
    if (!lineWidth || lineWidth < 0)
        return false;
    const limit = lineWidth - indentLength;
    const strLen = str.length;
    if (strLen <= limit)
        return false;
    for (let i = 0, start = 0; i < strLen; ++i) {
        if (str[i] === '\n') {
            if (i - start > limit)
                return true;
            start = i + 1;
            if (strLen - start <= limit)
                return false;
        }
    }
    return true;
}
function doubleQuotedString(value, ctx) {
    const json = JSON.stringify(value);
    if (ctx.options.doubleQuotedAsJSON)
        return json;
    const { implicitKey } = ctx;
    const minMultiLineLength = ctx.options.doubleQuotedMinMultiLineLength;
    const indent = ctx.indent || (containsDocumentMarker(value) ? '  ' : '');
    let str = '';
    let start = 0;
    for (let i = 0, ch = json[i]; ch; ch = json[++i]) {
        if (ch === ' ' && json[i + 1] === '\\' && json[i + 2] === 'n') {
            // space before newline needs to be escaped to not be folded
            str += json.slice(start, i) + '\\ ';
            i += 1;
            start = i;
            ch = '\\';
        }
        if (ch === '\\')
            switch (json[i + 1]) {
                case 'u':
                    {
                        str += json.slice(start, i);
                        const code = json.substr(i + 2, 4);
                        switch (code) {
                            case '0000':
                                str += '\\0';
                                break;
                            case '0007':
                                str += '\\a';
                                break;
                            case '000b':
                                str += '\\v';
                                break;
                            case '001b':
                                str += '\\e';
                                break;
                            case '0085':
                                str += '\\N';
                                break;
                            case '00a0':
                                str += '\\_';
                                break;
                            case '2028':
                                str += '\\L';
                                break;
                            case '2029':
                                str += '\\P';
                                break;
                            default:
                                if (code.substr(0, 2) === '00')
                                    str += '\\x' + code.substr(2);
                                else
                                    str += json.substr(i, 6);
                        }
                        i += 5;
                        start = i + 1;
                    }
                    break;
                case 'n':
                    if (implicitKey ||
                        json[i + 2] === '"' ||
                        json.length < minMultiLineLength) {
                        i += 1;
                    }
                    else {
                        // folding will eat first newline
                        str += json.slice(start, i) + '\n\n';
                        while (json[i + 2] === '\\' &&
                            json[i + 3] === 'n' &&
                            json[i + 4] !== '"') {
                            str += '\n';
                            i += 2;
                        }
                        str += indent;
                        // space after newline needs to be escaped to not be folded
                        if (json[i + 2] === ' ')
                            str += '\\';
                        i += 1;
                        start = i + 1;
                    }
                    break;
                default:
                    i += 1;
            }
    }
    str = start ? str + json.slice(start) : json;
    return implicitKey
        ? str
        : foldFlowLines.foldFlowLines(str, indent, foldFlowLines.FOLD_QUOTED, getFoldOptions(ctx, false));
}
function singleQuotedString(value, ctx) {
    if (ctx.options.singleQuote === false ||
        (ctx.implicitKey && value.includes('\n')) ||
        /[ \t]\n|\n[ \t]/.test(value) // single quoted string can't have leading or trailing whitespace around newline
    )
        return doubleQuotedString(value, ctx);
    const indent = ctx.indent || (containsDocumentMarker(value) ? '  ' : '');
    const res = "'" + value.replace(/'/g, "''").replace(/\n+/g, `$&\n${indent}`) + "'";
    return ctx.implicitKey
        ? res
        : foldFlowLines.foldFlowLines(res, indent, foldFlowLines.FOLD_FLOW, getFoldOptions(ctx, false));
}
function quotedString(value, ctx) {
    const { singleQuote } = ctx.options;
    let qs;
    if (singleQuote === false)
        qs = doubleQuotedString;
    else {
        const hasDouble = value.includes('"');
        const hasSingle = value.includes("'");
        if (hasDouble && !hasSingle)
            qs = singleQuotedString;
        else if (hasSingle && !hasDouble)
            qs = doubleQuotedString;
        else
            qs = singleQuote ? singleQuotedString : doubleQuotedString;
    }
    return qs(value, ctx);
}
// The negative lookbehind avoids a polynomial search,
// but isn't supported yet on Safari: https://caniuse.com/js-regexp-lookbehind
let blockEndNewlines;
try {
    blockEndNewlines = new RegExp('(^|(?<!\n))\n+(?!\n|$)', 'g');
}
catch {
    blockEndNewlines = /\n+(?!\n|$)/g;
}
function blockString({ comment, type, value }, ctx, onComment, onChompKeep) {
    const { blockQuote, commentString, lineWidth } = ctx.options;
    // 1. Block can't end in whitespace unless the last line is non-empty.
    // 2. Strings consisting of only whitespace are best rendered explicitly.
    if (!blockQuote || /\n[\t ]+$/.test(value)) {
        return quotedString(value, ctx);
    }
    const indent = ctx.indent ||
        (ctx.forceBlockIndent || containsDocumentMarker(value) ? '  ' : '');
    const literal = blockQuote === 'literal'
        ? true
        : blockQuote === 'folded' || type === Scalar.Scalar.BLOCK_FOLDED
            ? false
            : type === Scalar.Scalar.BLOCK_LITERAL
                ? true
                : !lineLengthOverLimit(value, lineWidth, indent.length);
    if (!value)
        return literal ? '|\n' : '>\n';
    // determine chomping from whitespace at value end
    let chomp;
    let endStart;
    for (endStart = value.length; endStart > 0; --endStart) {
        const ch = value[endStart - 1];
        if (ch !== '\n' && ch !== '\t' && ch !== ' ')
            break;
    }
    let end = value.substring(endStart);
    const endNlPos = end.indexOf('\n');
    if (endNlPos === -1) {
        chomp = '-'; // strip
    }
    else if (value === end || endNlPos !== end.length - 1) {
        chomp = '+'; // keep
        if (onChompKeep)
            onChompKeep();
    }
    else {
        chomp = ''; // clip
    }
    if (end) {
        value = value.slice(0, -end.length);
        if (end[end.length - 1] === '\n')
            end = end.slice(0, -1);
        end = end.replace(blockEndNewlines, `$&${indent}`);
    }
    // determine indent indicator from whitespace at value start
    let startWithSpace = false;
    let startEnd;
    let startNlPos = -1;
    for (startEnd = 0; startEnd < value.length; ++startEnd) {
        const ch = value[startEnd];
        if (ch === ' ')
            startWithSpace = true;
        else if (ch === '\n')
            startNlPos = startEnd;
        else
            break;
    }
    let start = value.substring(0, startNlPos < startEnd ? startNlPos + 1 : startEnd);
    if (start) {
        value = value.substring(start.length);
        start = start.replace(/\n+/g, `$&${indent}`);
    }
    const indentSize = indent ? '2' : '1'; // root is at -1
    // Leading | or > is added later
    let header = (startWithSpace ? indentSize : '') + chomp;
    if (comment) {
        header += ' ' + commentString(comment.replace(/ ?[\r\n]+/g, ' '));
        if (onComment)
            onComment();
    }
    if (!literal) {
        const foldedValue = value
            .replace(/\n+/g, '\n$&')
            .replace(/(?:^|\n)([\t ].*)(?:([\n\t ]*)\n(?![\n\t ]))?/g, '$1$2') // more-indented lines aren't folded
            //                ^ more-ind. ^ empty     ^ capture next empty lines only at end of indent
            .replace(/\n+/g, `$&${indent}`);
        let literalFallback = false;
        const foldOptions = getFoldOptions(ctx, true);
        if (blockQuote !== 'folded' && type !== Scalar.Scalar.BLOCK_FOLDED) {
            foldOptions.onOverflow = () => {
                literalFallback = true;
            };
        }
        const body = foldFlowLines.foldFlowLines(`${start}${foldedValue}${end}`, indent, foldFlowLines.FOLD_BLOCK, foldOptions);
        if (!literalFallback)
            return `>${header}\n${indent}${body}`;
    }
    value = value.replace(/\n+/g, `$&${indent}`);
    return `|${header}\n${indent}${start}${value}${end}`;
}
function plainString(item, ctx, onComment, onChompKeep) {
    const { type, value } = item;
    const { actualString, implicitKey, indent, indentStep, inFlow } = ctx;
    if ((implicitKey && value.includes('\n')) ||
        (inFlow && /[[\]{},]/.test(value))) {
        return quotedString(value, ctx);
    }
    if (/^[\n\t ,[\]{}#&*!|>'"%@`]|^[?-]$|^[?-][ \t]|[\n:][ \t]|[ \t]\n|[\n\t ]#|[\n\t :]$/.test(value)) {
        // not allowed:
        // - '-' or '?'
        // - start with an indicator character (except [?:-]) or /[?-] /
        // - '\n ', ': ' or ' \n' anywhere
        // - '#' not preceded by a non-space char
        // - end with ' ' or ':'
        return implicitKey || inFlow || !value.includes('\n')
            ? quotedString(value, ctx)
            : blockString(item, ctx, onComment, onChompKeep);
    }
    if (!implicitKey &&
        !inFlow &&
        type !== Scalar.Scalar.PLAIN &&
        value.includes('\n')) {
        // Where allowed & type not set explicitly, prefer block style for multiline strings
        return blockString(item, ctx, onComment, onChompKeep);
    }
    if (containsDocumentMarker(value)) {
        if (indent === '') {
            ctx.forceBlockIndent = true;
            return blockString(item, ctx, onComment, onChompKeep);
        }
        else if (implicitKey && indent === indentStep) {
            return quotedString(value, ctx);
        }
    }
    const str = value.replace(/\n+/g, `$&\n${indent}`);
    // Verify that output will be parsed as a string, as e.g. plain numbers and
    // booleans get parsed with those types in v1.2 (e.g. '42', 'true' & '0.9e-3'),
    // and others in v1.1.
    if (actualString) {
        const test = (tag) => tag.default && tag.tag !== 'tag:yaml.org,2002:str' && tag.test?.test(str);
        const { compat, tags } = ctx.doc.schema;
        if (tags.some(test) || compat?.some(test))
            return quotedString(value, ctx);
    }
    return implicitKey
        ? str
        : foldFlowLines.foldFlowLines(str, indent, foldFlowLines.FOLD_FLOW, getFoldOptions(ctx, false));
}
function stringifyString(item, ctx, onComment, onChompKeep) {
    const { implicitKey, inFlow } = ctx;
    const ss = typeof item.value === 'string'
        ? item
        : Object.assign({}, item, { value: String(item.value) });
    let { type } = item;
    if (type !== Scalar.Scalar.QUOTE_DOUBLE) {
        // force double quotes on control characters & unpaired surrogates
        if (/[\x00-\x08\x0b-\x1f\x7f-\x9f\u{D800}-\u{DFFF}]/u.test(ss.value))
            type = Scalar.Scalar.QUOTE_DOUBLE;
    }
    const _stringify = (_type) => {
        switch (_type) {
            case Scalar.Scalar.BLOCK_FOLDED:
            case Scalar.Scalar.BLOCK_LITERAL:
                return implicitKey || inFlow
                    ? quotedString(ss.value, ctx) // blocks are not valid inside flow containers
                    : blockString(ss, ctx, onComment, onChompKeep);
            case Scalar.Scalar.QUOTE_DOUBLE:
                return doubleQuotedString(ss.value, ctx);
            case Scalar.Scalar.QUOTE_SINGLE:
                return singleQuotedString(ss.value, ctx);
            case Scalar.Scalar.PLAIN:
                return plainString(ss, ctx, onComment, onChompKeep);
            default:
                return null;
        }
    };
    let res = _stringify(type);
    if (res === null) {
        const { defaultKeyType, defaultStringType } = ctx.options;
        const t = (implicitKey && defaultKeyType) || defaultStringType;
        res = _stringify(t);
        if (res === null)
            throw new Error(`Unsupported default string type ${t}`);
    }
    return res;
}

exports.stringifyString = stringifyString;


/***/ }),

/***/ 2130:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(3989);

const BREAK = Symbol('break visit');
const SKIP = Symbol('skip children');
const REMOVE = Symbol('remove node');
/**
 * Apply a visitor to an AST node or document.
 *
 * Walks through the tree (depth-first) starting from `node`, calling a
 * `visitor` function with three arguments:
 *   - `key`: For sequence values and map `Pair`, the node's index in the
 *     collection. Within a `Pair`, `'key'` or `'value'`, correspondingly.
 *     `null` for the root node.
 *   - `node`: The current node.
 *   - `path`: The ancestry of the current node.
 *
 * The return value of the visitor may be used to control the traversal:
 *   - `undefined` (default): Do nothing and continue
 *   - `visit.SKIP`: Do not visit the children of this node, continue with next
 *     sibling
 *   - `visit.BREAK`: Terminate traversal completely
 *   - `visit.REMOVE`: Remove the current node, then continue with the next one
 *   - `Node`: Replace the current node, then continue by visiting it
 *   - `number`: While iterating the items of a sequence or map, set the index
 *     of the next step. This is useful especially if the index of the current
 *     node has changed.
 *
 * If `visitor` is a single function, it will be called with all values
 * encountered in the tree, including e.g. `null` values. Alternatively,
 * separate visitor functions may be defined for each `Map`, `Pair`, `Seq`,
 * `Alias` and `Scalar` node. To define the same visitor function for more than
 * one node type, use the `Collection` (map and seq), `Value` (map, seq & scalar)
 * and `Node` (alias, map, seq & scalar) targets. Of all these, only the most
 * specific defined one will be used for each node.
 */
function visit(node, visitor) {
    const visitor_ = initVisitor(visitor);
    if (identity.isDocument(node)) {
        const cd = visit_(null, node.contents, visitor_, Object.freeze([node]));
        if (cd === REMOVE)
            node.contents = null;
    }
    else
        visit_(null, node, visitor_, Object.freeze([]));
}
// Without the `as symbol` casts, TS declares these in the `visit`
// namespace using `var`, but then complains about that because
// `unique symbol` must be `const`.
/** Terminate visit traversal completely */
visit.BREAK = BREAK;
/** Do not visit the children of the current node */
visit.SKIP = SKIP;
/** Remove the current node */
visit.REMOVE = REMOVE;
function visit_(key, node, visitor, path) {
    const ctrl = callVisitor(key, node, visitor, path);
    if (identity.isNode(ctrl) || identity.isPair(ctrl)) {
        replaceNode(key, path, ctrl);
        return visit_(key, ctrl, visitor, path);
    }
    if (typeof ctrl !== 'symbol') {
        if (identity.isCollection(node)) {
            path = Object.freeze(path.concat(node));
            for (let i = 0; i < node.items.length; ++i) {
                const ci = visit_(i, node.items[i], visitor, path);
                if (typeof ci === 'number')
                    i = ci - 1;
                else if (ci === BREAK)
                    return BREAK;
                else if (ci === REMOVE) {
                    node.items.splice(i, 1);
                    i -= 1;
                }
            }
        }
        else if (identity.isPair(node)) {
            path = Object.freeze(path.concat(node));
            const ck = visit_('key', node.key, visitor, path);
            if (ck === BREAK)
                return BREAK;
            else if (ck === REMOVE)
                node.key = null;
            const cv = visit_('value', node.value, visitor, path);
            if (cv === BREAK)
                return BREAK;
            else if (cv === REMOVE)
                node.value = null;
        }
    }
    return ctrl;
}
/**
 * Apply an async visitor to an AST node or document.
 *
 * Walks through the tree (depth-first) starting from `node`, calling a
 * `visitor` function with three arguments:
 *   - `key`: For sequence values and map `Pair`, the node's index in the
 *     collection. Within a `Pair`, `'key'` or `'value'`, correspondingly.
 *     `null` for the root node.
 *   - `node`: The current node.
 *   - `path`: The ancestry of the current node.
 *
 * The return value of the visitor may be used to control the traversal:
 *   - `Promise`: Must resolve to one of the following values
 *   - `undefined` (default): Do nothing and continue
 *   - `visit.SKIP`: Do not visit the children of this node, continue with next
 *     sibling
 *   - `visit.BREAK`: Terminate traversal completely
 *   - `visit.REMOVE`: Remove the current node, then continue with the next one
 *   - `Node`: Replace the current node, then continue by visiting it
 *   - `number`: While iterating the items of a sequence or map, set the index
 *     of the next step. This is useful especially if the index of the current
 *     node has changed.
 *
 * If `visitor` is a single function, it will be called with all values
 * encountered in the tree, including e.g. `null` values. Alternatively,
 * separate visitor functions may be defined for each `Map`, `Pair`, `Seq`,
 * `Alias` and `Scalar` node. To define the same visitor function for more than
 * one node type, use the `Collection` (map and seq), `Value` (map, seq & scalar)
 * and `Node` (alias, map, seq & scalar) targets. Of all these, only the most
 * specific defined one will be used for each node.
 */
async function visitAsync(node, visitor) {
    const visitor_ = initVisitor(visitor);
    if (identity.isDocument(node)) {
        const cd = await visitAsync_(null, node.contents, visitor_, Object.freeze([node]));
        if (cd === REMOVE)
            node.contents = null;
    }
    else
        await visitAsync_(null, node, visitor_, Object.freeze([]));
}
// Without the `as symbol` casts, TS declares these in the `visit`
// namespace using `var`, but then complains about that because
// `unique symbol` must be `const`.
/** Terminate visit traversal completely */
visitAsync.BREAK = BREAK;
/** Do not visit the children of the current node */
visitAsync.SKIP = SKIP;
/** Remove the current node */
visitAsync.REMOVE = REMOVE;
async function visitAsync_(key, node, visitor, path) {
    const ctrl = await callVisitor(key, node, visitor, path);
    if (identity.isNode(ctrl) || identity.isPair(ctrl)) {
        replaceNode(key, path, ctrl);
        return visitAsync_(key, ctrl, visitor, path);
    }
    if (typeof ctrl !== 'symbol') {
        if (identity.isCollection(node)) {
            path = Object.freeze(path.concat(node));
            for (let i = 0; i < node.items.length; ++i) {
                const ci = await visitAsync_(i, node.items[i], visitor, path);
                if (typeof ci === 'number')
                    i = ci - 1;
                else if (ci === BREAK)
                    return BREAK;
                else if (ci === REMOVE) {
                    node.items.splice(i, 1);
                    i -= 1;
                }
            }
        }
        else if (identity.isPair(node)) {
            path = Object.freeze(path.concat(node));
            const ck = await visitAsync_('key', node.key, visitor, path);
            if (ck === BREAK)
                return BREAK;
            else if (ck === REMOVE)
                node.key = null;
            const cv = await visitAsync_('value', node.value, visitor, path);
            if (cv === BREAK)
                return BREAK;
            else if (cv === REMOVE)
                node.value = null;
        }
    }
    return ctrl;
}
function initVisitor(visitor) {
    if (typeof visitor === 'object' &&
        (visitor.Collection || visitor.Node || visitor.Value)) {
        return Object.assign({
            Alias: visitor.Node,
            Map: visitor.Node,
            Scalar: visitor.Node,
            Seq: visitor.Node
        }, visitor.Value && {
            Map: visitor.Value,
            Scalar: visitor.Value,
            Seq: visitor.Value
        }, visitor.Collection && {
            Map: visitor.Collection,
            Seq: visitor.Collection
        }, visitor);
    }
    return visitor;
}
function callVisitor(key, node, visitor, path) {
    if (typeof visitor === 'function')
        return visitor(key, node, path);
    if (identity.isMap(node))
        return visitor.Map?.(key, node, path);
    if (identity.isSeq(node))
        return visitor.Seq?.(key, node, path);
    if (identity.isPair(node))
        return visitor.Pair?.(key, node, path);
    if (identity.isScalar(node))
        return visitor.Scalar?.(key, node, path);
    if (identity.isAlias(node))
        return visitor.Alias?.(key, node, path);
    return undefined;
}
function replaceNode(key, path, node) {
    const parent = path[path.length - 1];
    if (identity.isCollection(parent)) {
        parent.items[key] = node;
    }
    else if (identity.isPair(parent)) {
        if (key === 'key')
            parent.key = node;
        else
            parent.value = node;
    }
    else if (identity.isDocument(parent)) {
        parent.contents = node;
    }
    else {
        const pt = identity.isAlias(parent) ? 'alias' : 'scalar';
        throw new Error(`Cannot replace node with ${pt} parent`);
    }
}

exports.visit = visit;
exports.visitAsync = visitAsync;


/***/ }),

/***/ 8257:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  R: () => (/* binding */ dockerCli)
});

;// CONCATENATED MODULE: external "node:child_process"
const external_node_child_process_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");
// EXTERNAL MODULE: ./build/errors.js
var errors = __nccwpck_require__(7421);
// EXTERNAL MODULE: ./build/http/clock.js + 1 modules
var http_clock = __nccwpck_require__(7216);
// EXTERNAL MODULE: ./build/image/reference.js
var reference = __nccwpck_require__(4607);
// EXTERNAL MODULE: ./build/retry.js
var retry = __nccwpck_require__(2238);
;// CONCATENATED MODULE: ./build/docker/child.js


/** How much of what a child prints is kept, in characters; a push of a thousand layers prints a tenth of it. */
const LONGEST_OUTPUT = 1 << 20;
/** How long a child may take to end after it was asked to, in milliseconds. */
const PATIENCE = 3_000;
/**
 * runDocker runs the docker CLI, or a helper of it, without a shell and resolves when it has ended, whatever its exit code: the caller
 * decides on the code alone. When the signal fires the child is ended, and its end awaited, before the signal's
 * reason is thrown: nothing of ours writes to a folder after we have removed it.
 */
async function runDocker(child, signal) {
    signal.throwIfAborted();
    const { promise, resolve, reject } = Promise.withResolvers();
    const program = child.program ?? 'docker';
    const process = (0,external_node_child_process_namespaceObject.spawn)(program, child.args, { env: child.env, stdio: ['pipe', 'pipe', 'pipe'], windowsHide: true });
    const stdout = collect(process.stdout, child.onLine);
    const stderr = collect(process.stderr);
    let force;
    const end = () => {
        process.kill('SIGTERM');
        force = setTimeout(() => process.kill('SIGKILL'), PATIENCE);
        // What it has started may hold its output open for ever; once it has gone itself, nobody waits for more of it.
        if (process.exitCode !== null || process.signalCode !== null)
            resolve(-1);
        else
            process.once('exit', () => resolve(-1));
    };
    signal.addEventListener('abort', end, { once: true });
    process.once('error', (error) => reject(notStarted(program, error)));
    process.once('close', (code) => resolve(code ?? -1));
    // A child that ends before it has read its input is judged by its exit code, not by the broken pipe.
    process.stdin.once('error', () => { });
    process.stdin.end(child.stdin ?? '');
    try {
        const exitCode = await promise;
        signal.throwIfAborted();
        return { exitCode, stdout: stdout(), stderr: stderr() };
    }
    finally {
        clearTimeout(force);
        signal.removeEventListener('abort', end);
        process.stdout.destroy();
        process.stderr.destroy();
    }
}
function collect(stream, onLine) {
    let text = '';
    let line = '';
    stream.setEncoding('utf8');
    stream.on('data', (chunk) => {
        text = (text + chunk).slice(-LONGEST_OUTPUT);
        const lines = (line + chunk).split('\n');
        line = (lines.pop() ?? '').slice(-LONGEST_OUTPUT);
        for (const whole of lines)
            onLine?.(whole.trimEnd());
    });
    return () => text;
}
function notStarted(program, cause) {
    return new errors/* ActionError */.l('ENGINE_UNAVAILABLE', `The command ${program} could not be started: ${cause.message}.`, {
        hint: 'Run the job on a runner with Docker, such as ubuntu-24.04, or install the docker CLI before this step.',
        cause,
    });
}

;// CONCATENATED MODULE: ./build/docker/environment.js
/**
 * What of our environment the docker CLI is given. A list of what is needed rather than of what is secret: inputs
 * (`INPUT_PASSWORD`), tokens of the runner (`ACTIONS_*`) and whatever the job exported stay with us.
 */
const PASSED_ON = [
    // finding programs and folders
    'PATH',
    'HOME',
    'USER',
    'USERPROFILE',
    'XDG_RUNTIME_DIR',
    'TMPDIR',
    'TEMP',
    'TMP',
    'PATHEXT',
    'SYSTEMROOT',
    'PROGRAMDATA',
    'PROGRAMFILES',
    'LANG',
    'LC_ALL',
    // which engine, and how to reach it
    'DOCKER_HOST',
    'DOCKER_CONTEXT',
    'DOCKER_TLS',
    'DOCKER_TLS_VERIFY',
    'DOCKER_CERT_PATH',
    'DOCKER_API_VERSION',
    'SSH_AUTH_SOCK',
    // the network
    'HTTP_PROXY',
    'HTTPS_PROXY',
    'NO_PROXY',
    'ALL_PROXY',
    'SSL_CERT_FILE',
    'SSL_CERT_DIR',
];
/** childEnvironment picks what the docker CLI needs from our environment, and names the configuration folder of a login. */
function childEnvironment(ours, configFolder) {
    const env = {};
    // By name, so that no secret among them is so much as read.
    for (const name of Object.keys(ours).filter((each) => PASSED_ON.includes(each.toUpperCase()))) {
        const value = ours[name];
        if (value !== undefined)
            env[name] = value;
    }
    const folder = configFolder ?? ours.DOCKER_CONFIG;
    if (folder !== undefined)
        env.DOCKER_CONFIG = folder;
    return env;
}
/** Where credential helpers find the credentials of their own: of clouds, keyrings and desktops. */
const HELPERS_OWN = /^(?:AWS|AZURE|CLOUDSDK|GOOGLE|GNUPG|PASSWORD_STORE|DBUS_SESSION|XDG)/i;
/** helperEnvironment picks what a credential helper needs, which is more than docker does itself. */
function helperEnvironment(ours) {
    const own = Object.keys(ours).filter((name) => HELPERS_OWN.test(name));
    return { ...Object.fromEntries(own.map((name) => [name, ours[name] ?? ''])), ...childEnvironment(ours) };
}

// EXTERNAL MODULE: ./build/text.js
var build_text = __nccwpck_require__(8533);
;// CONCATENATED MODULE: ./build/docker/failure.js



/** What the CLI and the engine say when something fails, in the order in which to look; the first match counts. */
const RULES = [
    {
        says: /cannot connect to the docker daemon|is the docker daemon running|permission denied.*docker\.sock/i,
        code: 'ENGINE_UNAVAILABLE',
        hint: 'Start a Docker engine before this step, or point DOCKER_HOST at one that this user may use.',
    },
    {
        says: /x509:|certificate|tls: |HTTP response to HTTPS client/i,
        code: 'REGISTRY_UNTRUSTED',
        hint: "The engine has its own trust: put the registry's CA into /etc/docker/certs.d/<host:port>/ca.crt on the engine's machine.",
    },
    {
        // Amazon ECR, Artifact Registry, Harbor, Quay; Azure; Nexus; Artifactory. Docker Hub denies it like anything else.
        says: /immutab|operation is disallowed|does not allow updating assets|needs DELETE permission|permissions to (?:delete|overwrite)/i,
        code: 'TAG_EXISTS',
        hint: 'The registry itself keeps this tag from being changed. Publish under another tag ("sha-tag"), or change its rule there.',
    },
    {
        says: /missing (?:content|blob)|content digest .* not found|does not (?:provide|have) .*platform/i,
        code: 'PUSH_FAILED',
        hint: 'The engine does not have every platform of this image. Build them all on this engine, or publish an image of one platform.',
    },
    {
        says: /toomanyrequests|too many requests|\b429\b/i,
        code: 'RATE_LIMITED',
        hint: 'Wait and run the job again; sign in with an account that has a higher limit if this comes often.',
    },
    {
        says: /no such host|connection refused|i\/o timeout|network is unreachable|no route to host|deadline exceeded|connection reset|Client\.Timeout/i,
        code: 'REGISTRY_UNREACHABLE',
        hint: 'Check the registry\'s host and port in "image", and that the engine\'s machine can reach it.',
    },
    {
        says: /name unknown|repository .*not (?:found|exist)|does not exist in the registry/i,
        code: 'REPOSITORY_MISSING',
        hint: 'Create the repository on the registry first; some registries never make one on a push.',
    },
    {
        says: /denied|unauthorized|no basic auth|insufficient_scope/i,
        code: 'REGISTRY_DENIED',
        hint: 'Give the account the right to push to and pull from this repository, and to pull from repositories on the same ' +
            'registry that share layers with it: engines with the containerd store mount those.',
    },
];
/** engineFailure names why the CLI failed, from its exit code and words. `otherwise` is the code if no rule fits. */
function engineFailure(doing, ended, otherwise, hint) {
    const said = lastWords(ended);
    const found = RULES.find(({ says }) => says.test(said));
    // Where the login itself is refused, that is what there is to say.
    const isLogin = otherwise === 'LOGIN_FAILED' && found?.code === 'REGISTRY_DENIED';
    const rule = found === undefined || isLogin ? { code: otherwise, hint } : found;
    return new errors/* ActionError */.l(rule.code, `${doing} failed (exit code ${ended.exitCode}): ${(0,build_text/* printableLine */.o)(said)}`, {
        hint: rule.hint,
    });
}
/** lastWords finds where the CLI explains itself: at the end of stderr, after warnings; with some versions on stdout. */
function lastWords({ stdout, stderr }) {
    const lines = (text) => text.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('WARNING'));
    const said = lines(stderr).slice(-3).join('\n') || lines(stdout).slice(-1).join('\n');
    return said || 'it said nothing';
}
/** What the CLI says when a push may go well later; it gives up by itself on the first 429 and on any failed manifest. */
const TRANSIENT = new RegExp([
    // What the registry, or a proxy before it, has answered.
    'toomanyrequests|too many requests|unavailable|received unexpected HTTP status',
    'unexpected status.*: (?:408|425|429|499|5\\d\\d)|failed with status: (?:408|425|429|499|5\\d\\d)',
    'error parsing HTTP (?:408|416|425|429|499|5\\d\\d)|unable to decode token response',
    // What it has lost, or not yet found: the upload begins anew.
    'blob unknown|unknown blob|blob upload (?:unknown|invalid)|digest invalid',
    // What happened on the way.
    'connection reset|broken pipe|transport connection broken|unexpected EOF|(?:^|: )EOF$',
    'i/o timeout|TLS handshake timeout|temporary failure|server misbehaving',
].join('|'), 'im');
/** What says no, whatever else is said with it. */
const REFUSAL = /denied|not found|x509|no such host|invalid reference|immutable/i;
/** What says that no login was shown, or one that is not taken. */
const UNAUTHORIZED = /unauthorized|no basic auth/i;
/** pushTransience tells whether a push, or a login, that has ended in this way is worth another one. */
function pushTransience(ended) {
    if (ended.exitCode === 0 || wantsLogin(ended))
        return retry/* FINAL */.XU;
    const said = lastWords(ended);
    return TRANSIENT.test(said) && !REFUSAL.test(said) ? { kind: 'transient' } : retry/* FINAL */.XU;
}
/**
 * wantsLogin tells whether the registry missed a login that it takes. The engine says so, too, when its token has run
 * out on the way, and when the registry was too busy to ask for a login: of that it makes no trouble until it matters.
 */
function wantsLogin(ended) {
    const said = lastWords(ended);
    return ended.exitCode !== 0 && UNAUTHORIZED.test(said) && !REFUSAL.test(said);
}

// EXTERNAL MODULE: ./build/image/digest.js
var digest = __nccwpck_require__(1832);
// EXTERNAL MODULE: ./build/image/platform.js
var image_platform = __nccwpck_require__(3003);
// EXTERNAL MODULE: ./build/image/run-config.js
var run_config = __nccwpck_require__(1658);
;// CONCATENATED MODULE: ./build/docker/inspect.js



/** How `docker info` shows the containerd image store: a pair in `DriverStatus`. */
const CONTAINERD_STORE = JSON.stringify(['driver-type', 'io.containerd.snapshotter.v1']);
/** parseEngine reads the JSON of `docker info`; undefined if no engine answered. */
function parseEngine(json) {
    const { ServerVersion, DriverStatus } = parseObject(json);
    if (typeof ServerVersion !== 'string' || ServerVersion === '')
        return undefined;
    const isContainerd = Array.isArray(DriverStatus) && DriverStatus.some((pair) => JSON.stringify(pair) === CONTAINERD_STORE);
    return { version: ServerVersion, store: isContainerd ? 'containerd' : 'graph-driver' };
}
/** parseImage reads the JSON of `docker image inspect`; undefined if it is not that of an image. */
function parseImage(json, store) {
    const { Id, RepoTags, RepoDigests, RootFS, Os, Architecture, Variant, Created, Config } = parseObject(json);
    const id = typeof Id === 'string' ? (0,digest/* parseDigest */.m)(Id) : undefined;
    const platform = (0,image_platform/* parsePlatform */.F)({ os: Os, architecture: Architecture, variant: Variant });
    const diffIds = parseDigests(RootFS?.Layers);
    if (id === undefined || platform === undefined || diffIds === undefined)
        return undefined;
    const names = [RepoTags, RepoDigests].flat().filter((name) => typeof name === 'string');
    const created = typeof Created === 'string' ? Created : '';
    const idOf = store === 'containerd' ? 'root' : 'config';
    return {
        id,
        idOf,
        diffIds,
        platform,
        created,
        runConfig: (0,run_config/* canonicalRunConfig */.Ih)(Config),
        revision: (0,run_config/* revisionIn */.jQ)(Config),
        names,
    };
}
/** An image without layers has null for a list. */
function parseDigests(value) {
    if (value === undefined || value === null)
        return [];
    if (!Array.isArray(value))
        return undefined;
    const digests = value.map((text) => (typeof text === 'string' ? (0,digest/* parseDigest */.m)(text) : undefined));
    return digests.every((digest) => digest !== undefined) ? digests : undefined;
}
function parseObject(json) {
    try {
        const value = JSON.parse(json);
        return typeof value === 'object' && value !== null ? value : {};
    }
    catch {
        return {};
    }
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __nccwpck_require__(1455);
;// CONCATENATED MODULE: external "node:os"
const external_node_os_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
// EXTERNAL MODULE: ./build/secret.js
var build_secret = __nccwpck_require__(3558);
;// CONCATENATED MODULE: ./build/docker/auth-config.js


/** How a program for keeping credentials may be named: what follows `docker-credential-`. */
const HELPER = /^[a-z0-9-]+$/;
/** In the place of a user's name: what goes with it is an identity token. */
const TOKEN_USER = '<token>';
/** parseAuthConfig reads the text of such a file; what is damaged has nothing in it, as docker itself sees it. */
function parseAuthConfig(text) {
    try {
        return recordOf(JSON.parse(text));
    }
    catch {
        return {};
    }
}
/** helperFor tells which credential helper or store docker asks for the login at a registry. */
function helperFor(config, registry) {
    const helpers = recordOf(config.credHelpers);
    const chosen = entryFor(helpers, registry) ?? config.credsStore;
    return typeof chosen === 'string' && HELPER.test(chosen) ? chosen : undefined;
}
/** credentialIn finds the login at a registry among those that are kept in the file itself. */
function credentialIn(config, registry) {
    const { auth, username, password, identitytoken, registrytoken } = recordOf(entryFor(recordOf(config.auths), registry));
    if (isText(registrytoken))
        return { registryToken: new build_secret/* Secret */.zh(registrytoken) };
    if (isText(identitytoken))
        return { identityToken: new build_secret/* Secret */.zh(identitytoken) };
    // The name and password themselves are there only where somebody wrote the file by hand.
    const pair = isText(auth) ? Buffer.from(auth, 'base64').toString() : `${username ?? ''}:${password ?? ''}`;
    const colon = pair.indexOf(':');
    const secret = pair.slice(colon + 1).replace(/^\0+|\0+$/g, '');
    return colon > 0 && secret !== '' ? { username: pair.slice(0, colon), password: new build_secret/* Secret */.zh(secret) } : undefined;
}
/** parseHelperAnswer reads what a credential helper answers to `get`; undefined if it has no login. */
function parseHelperAnswer(text) {
    const { Username, Secret: secret } = parseAuthConfig(text);
    if (!isText(secret) || !isText(Username))
        return undefined;
    return Username === TOKEN_USER
        ? { identityToken: new build_secret/* Secret */.zh(secret) }
        : { username: Username, password: new build_secret/* Secret */.zh(secret) };
}
/** Under the exact name that docker uses, or under an address of the same host, as older versions wrote it. */
function entryFor(entries, registry) {
    const exact = Object.entries(entries).find(([key]) => key === (0,reference/* dockerServer */.kU)(registry));
    const found = exact ?? Object.entries(entries).find(([key]) => (0,reference/* sameRegistry */.cJ)(hostOf(key), registry));
    return found?.[1];
}
function hostOf(key) {
    return key.replace(/^https?:\/\//, '').replace(/\/.*$/s, '');
}
function recordOf(value) {
    return typeof value === 'object' && value !== null ? value : {};
}
function isText(value) {
    return typeof value === 'string' && value !== '';
}

;// CONCATENATED MODULE: ./build/docker/own-login.js








/** How long a credential helper may take, in milliseconds; some ask a cloud. */
const own_login_PATIENCE = 60_000;
/** What helpers print when they have no login for the registry (docker/docker-credential-helpers, `credentials/error.go`). */
const NOT_FOUND = /credentials not found/i;
/**
 * findOwnLogin looks for the login at a registry where docker looks, in its order: `DOCKER_AUTH_CONFIG`, a credential
 * helper or store, the file. It writes nothing. Throws CREDENTIAL_MISSING if a helper is configured and does not answer.
 */
async function findOwnLogin(registry, options) {
    const { env } = options;
    const given = credentialIn(parseAuthConfig(env.DOCKER_AUTH_CONFIG ?? ''), registry);
    if (given !== undefined)
        return { credential: given, from: 'DOCKER_AUTH_CONFIG' };
    const config = await readUsersConfig(env);
    const helper = helperFor(config, registry);
    if (helper !== undefined)
        return askHelper(`docker-credential-${helper}`, registry, options);
    const credential = credentialIn(config, registry);
    return credential && { credential, from: 'the docker configuration of this runner' };
}
/** usersFolder is where the user's docker configuration is. */
function usersFolder(env) {
    return env.DOCKER_CONFIG || (0,external_node_path_.join)((0,external_node_os_namespaceObject.homedir)(), '.docker');
}
/** readUsersConfig reads the user's docker configuration; one that is missing or damaged is empty. */
async function readUsersConfig(env) {
    return parseAuthConfig(await (0,promises_.readFile)((0,external_node_path_.join)(usersFolder(env), 'config.json'), 'utf8').catch(() => ''));
}
async function askHelper(program, registry, { env, run, signal }) {
    const asked = { program, args: ['get'], stdin: (0,reference/* dockerServer */.kU)(registry), env: helperEnvironment(env) };
    const ended = await run(asked, AbortSignal.any([signal, AbortSignal.timeout(own_login_PATIENCE)])).catch((error) => {
        signal.throwIfAborted();
        throw unanswered(program, registry, (0,errors/* asError */.z)(error).message);
    });
    if (ended.exitCode !== 0) {
        if (NOT_FOUND.test(ended.stdout) || NOT_FOUND.test(ended.stderr))
            return undefined;
        // On stdout it prints secrets when it is well, so that is not quoted.
        throw unanswered(program, registry, `exit code ${ended.exitCode} ${ended.stderr.trim().split('\n').at(-1) ?? ''}`);
    }
    const credential = parseHelperAnswer(ended.stdout);
    return credential && { credential, from: program };
}
function unanswered(program, registry, why) {
    return new errors/* ActionError */.l('CREDENTIAL_MISSING', `${program}, which docker's configuration names for ${registry}, gave no credential: ${(0,build_text/* printableLine */.o)(why).trim()}.`, { hint: 'Run it by hand in a step before this one, or give "username" and "password" instead.' });
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(7598);
;// CONCATENATED MODULE: ./build/docker/private-config.js





const PREFIX = 'verified-image-push-';
/** A registry that does not exist (RFC 2606). */
const PLACEHOLDER = 'verified-image-push.invalid';
/** planConfig names a folder of our own in the runner's temporary folder, which the runner clears between jobs. */
function planConfig(env) {
    return { folder: (0,external_node_path_.join)(env.RUNNER_TEMP || (0,external_node_os_namespaceObject.tmpdir)(), `${PREFIX}${(0,external_node_crypto_.randomUUID)()}`) };
}
/** makeConfig makes the folder, readable by us alone. It throws if there is one already: it would not be ours. */
async function makeConfig({ folder }) {
    await (0,promises_.mkdir)(folder, { mode: 0o700 });
}
/**
 * makeLogin makes the folder of one login in it, with what of the user's configuration is no secret. Each login has a
 * folder of its own: `docker login` rewrites the whole file, and two at once would lose one.
 */
async function makeLogin(config, { name, auths, env }) {
    const users = usersFolder(env);
    const folder = (0,external_node_path_.join)(config.folder, name);
    await (0,promises_.mkdir)(folder, { mode: 0o700 });
    // Contexts name the engine to talk to; docker looks for them only inside its configuration folder.
    await (0,promises_.symlink)((0,external_node_path_.join)(users, 'contexts'), (0,external_node_path_.join)(folder, 'contexts'), 'junction');
    const carried = carriedOver(await readUsersConfig(env), users);
    // With no login at all in it, docker would keep ours in the desktop's credential store, where it would stay.
    const written = { ...carried, auths: { [PLACEHOLDER]: {}, ...auths } };
    await (0,promises_.writeFile)((0,external_node_path_.join)(folder, 'config.json'), JSON.stringify(written), { mode: 0o600, flag: 'wx' });
    return { folder };
}
/** keptToken writes a token as docker keeps it (docker/cli, `types.AuthConfig`). */
function keptToken(credential) {
    return 'identityToken' in credential
        ? { identitytoken: credential.identityToken.reveal() }
        : { registrytoken: credential.registryToken.reveal() };
}
/** removeConfig deletes the folder, and tells whether it was there. */
async function removeConfig({ folder }) {
    // The post step has the name from a file that other steps' output can reach: no other folder is ever deleted.
    if (!(0,external_node_path_.basename)(folder).startsWith(PREFIX))
        throw new Error('this is no folder of this action');
    const wasThere = await isThere(folder);
    await (0,promises_.rm)(folder, { recursive: true, force: true });
    return wasThere;
}
/**
 * barConfig puts an empty file in the place of the folder: a `docker login` that outlived us would otherwise make
 * the folder again and write the password there.
 */
async function barConfig(config) {
    for (let attempt = 1;; attempt++) {
        try {
            return await (0,promises_.writeFile)(config.folder, '', { mode: 0o600, flag: 'wx' });
        }
        catch (error) {
            // Made again since it was removed: once more, and then it is an error to tell.
            if (attempt === 3)
                throw error;
            await removeConfig(config);
        }
    }
}
/** carriedOver picks what the engine's CLI needs of a user's configuration: never `auths`, helpers or headers. */
function carriedOver(users, folder) {
    const { currentContext, cliPluginsExtraDirs, proxies } = users;
    const plugins = Array.isArray(cliPluginsExtraDirs)
        ? cliPluginsExtraDirs.filter((dir) => typeof dir === 'string')
        : [];
    return {
        ...(typeof currentContext === 'string' ? { currentContext } : {}),
        ...(proxies === undefined ? {} : { proxies: withoutUserinfo(proxies) }),
        cliPluginsExtraDirs: [...plugins, (0,external_node_path_.join)(folder, 'cli-plugins')],
    };
}
/** withoutUserinfo drops `user:password@` from every address in a value, at any depth. */
function withoutUserinfo(value) {
    if (typeof value === 'string')
        return value.replace(/(^|\/\/)[^/]*@/g, '$1');
    if (typeof value !== 'object' || value === null)
        return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withoutUserinfo(inner)]));
}
async function isThere(path) {
    return (0,promises_.lstat)(path).then(() => true, () => false);
}

;// CONCATENATED MODULE: ./build/docker/push-progress.js
/** How long a push may be silent before a line says that it goes on, in milliseconds. */
const SILENCE = 15_000;
/** States of a layer after which nothing more happens to it. */
const DONE = /^(?:Pushed|Layer already exists|Already exists|Mounted from .+)$/;
/** `<id>: <state>`, as the CLI prints it without a terminal (`push-protocol.md`, 2.3). */
const LAYER = /^([0-9a-f]{12,64}): (.+)$/;
/**
 * watchPush turns the lines of `docker push` into news for people: a line for each layer that is done or tried again,
 * and one every while when nothing else is said. The engine says "Preparing" and "Waiting" of every layer: no news.
 */
function watchPush(onProgress) {
    const layers = new Map();
    const started = performance.now();
    const stillThere = () => {
        const done = [...layers.values()].filter((state) => DONE.test(state)).length;
        const seconds = Math.round((performance.now() - started) / 1000);
        onProgress(`still pushing: ${done} of ${layers.size} layers done after ${seconds} s`);
    };
    let timer = setInterval(stillThere, SILENCE);
    return {
        line: (line) => {
            const [, id, state] = LAYER.exec(line) ?? [];
            if (id === undefined || state === undefined || layers.get(id) === state)
                return;
            layers.set(id, state);
            if (!DONE.test(state) && !state.startsWith('Retrying'))
                return;
            onProgress(`${id.slice(0, 12)}: ${state}`);
            clearInterval(timer);
            timer = setInterval(stillThere, SILENCE);
        },
        [Symbol.dispose]: () => clearInterval(timer),
    };
}

;// CONCATENATED MODULE: ./build/docker/saved-image.js

/** Tar (POSIX ustar): blocks of this many bytes, a header of one block before each file. */
const BLOCK = 512;
/** Longest file that is looked into. */
const LONGEST_KEPT = 1 << 20;
/**
 * configOfSavedImage reads the stream of `docker image save` for the one file that names the image's config,
 * `manifest.json`, and returns the config's digest. Nothing else of it is kept. What cannot be read ends the search:
 * whatever follows might be the content of a layer.
 */
async function configOfSavedImage(stream) {
    let rest = Buffer.alloc(0);
    let skip = 0;
    let extended = {};
    for await (const chunk of stream) {
        if (skip >= chunk.byteLength) {
            skip -= chunk.byteLength;
            continue;
        }
        rest = Buffer.concat([rest, chunk.subarray(skip)]);
        skip = 0;
        while (rest.length >= BLOCK) {
            const header = parseHeader(rest.subarray(0, BLOCK), extended);
            if (header === undefined)
                return undefined;
            const { name, size, type } = header;
            const isManifest = name === 'manifest.json' && type === 'file';
            if (isManifest || type === 'extended') {
                if (size > LONGEST_KEPT)
                    return undefined;
                if (rest.length < BLOCK + size)
                    break;
                if (isManifest)
                    return configIn(rest.toString('utf8', BLOCK, BLOCK + size));
            }
            extended = type === 'extended' ? parseExtended(rest.subarray(BLOCK, BLOCK + size)) : {};
            const end = BLOCK + Math.ceil(size / BLOCK) * BLOCK;
            skip = Math.max(0, end - rest.length);
            rest = rest.subarray(Math.min(rest.length, end));
        }
    }
    return undefined;
}
function parseHeader(block, extended) {
    // Two blocks of zeros end an archive.
    if (block.every((byte) => byte === 0))
        return { name: '', size: 0, type: 'other' };
    const name = extended.name ?? block.toString('utf8', 0, 100).replace(/\0.*$/s, '');
    const size = extended.size ?? parseSize(block.subarray(124, 136));
    if (size === undefined || !Number.isSafeInteger(size))
        return undefined;
    const flag = block.toString('latin1', 156, 157);
    const type = flag === 'x' ? 'extended' : flag === '0' || flag === '\0' ? 'file' : 'other';
    return { name, size, type };
}
/** Octal digits; or, as GNU tar writes what does not fit, a binary number that is marked by its highest bit. */
function parseSize(field) {
    if (field[0] === 0x80)
        return Number(field.readBigUInt64BE(4));
    const [, digits] = /^ *([0-7]+)[ \0]*$/.exec(field.toString('latin1')) ?? [];
    return digits === undefined ? undefined : Number.parseInt(digits, 8);
}
/** Records `<length> <key>=<value>`; the length counts the record as a whole, in bytes. */
function parseExtended(content) {
    let found = {};
    for (let at = 0; at < content.length;) {
        const [, digits] = /^([1-9][0-9]{0,6}) /.exec(content.toString('latin1', at, at + 8)) ?? [];
        const length = Number(digits ?? content.length);
        const [, key, value = ''] = /^\d+ ([^=]+)=(.*)\n$/s.exec(content.toString('utf8', at, at + length)) ?? [];
        if (key === 'path')
            found = { ...found, name: value };
        if (key === 'size')
            found = { ...found, size: /^\d{1,15}$/.test(value) ? Number(value) : Number.NaN };
        at += length;
    }
    return found;
}
/** `[{"Config": "blobs/sha256/<hex>", …}]`, or `<hex>.json` of older engines. */
function configIn(json) {
    try {
        const [image] = JSON.parse(json);
        const [, hex] = /(?:^|\/)([0-9a-f]{64})(?:\.json)?$/.exec(typeof image?.Config === 'string' ? image.Config : '') ?? [];
        return hex === undefined ? undefined : (0,digest/* parseDigest */.m)(`sha256:${hex}`);
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./build/docker/docker-cli.js
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













/** dockerCli is the engine as the docker CLI on the PATH shows it. */
function dockerCli(signal, machine = { run: runDocker, clock: http_clock/* systemClock */.m }) {
    const { clock } = machine;
    let made;
    let logins = 0;
    let engine;
    const run = (args, more = {}, until = signal) => machine.run({ args, env: childEnvironment(process.env), ...more }, until);
    /** For what must be put right also after the step was cancelled. */
    const runQuickly = (args) => run(args, {}, AbortSignal.timeout(QUICK));
    const expect = async (doing, ended, code, hint) => {
        if (ended.exitCode !== 0)
            throw engineFailure(doing, ended, code, hint);
        return ended;
    };
    /**
     * Runs what talks to a registry, again as long as that may help. That a login is wanted is believed the second time
     * only: the credential has been proved before.
     */
    const persist = async (args, more, onAgain) => {
        const started = clock.now();
        let hasRenewed = false;
        for (let failed = 1;; failed++) {
            const ended = await run(args, more);
            const renews = !hasRenewed && wantsLogin(ended);
            hasRenewed ||= renews;
            const transience = renews ? { kind: 'transient' } : pushTransience(ended);
            const pause = (0,retry/* pauseBefore */.GB)(transience, { failed, spent: clock.now() - started }, Math.random());
            if (pause === undefined)
                return ended;
            onAgain(`that failed, trying again in ${Math.ceil(pause / 1000)} s: ${lastWords(ended)}`);
            await clock.sleep(pause, signal);
        }
    };
    const askEngine = async () => {
        const ended = await run(['info', '--format', '{{json .}}']);
        const answer = parseEngine(ended.stdout);
        if (ended.exitCode !== 0 || answer === undefined) {
            throw engineFailure('Asking the Docker engine', ended, 'ENGINE_UNAVAILABLE', ENGINE_HINT);
        }
        return answer;
    };
    return {
        engine: () => {
            engine ??= askEngine();
            return engine;
        },
        findImage: async (nameOrId) => {
            engine ??= askEngine();
            const { store } = await engine;
            const ended = await runQuickly(['image', 'inspect', '--format', '{{json .}}', nameOrId]);
            if (ended.exitCode !== 0 && /no such (?:image|object)/i.test(ended.stderr))
                return undefined;
            await expect('Looking the image up', ended, 'ENGINE_UNAVAILABLE', ENGINE_HINT);
            const image = parseImage(ended.stdout, store);
            if (image === undefined)
                throw unreadable(nameOrId);
            return image;
        },
        configDigest: async (id) => {
            const child = (0,external_node_child_process_namespaceObject.spawn)('docker', ['image', 'save', id], {
                env: childEnvironment(process.env),
                stdio: ['ignore', 'pipe', 'ignore'],
                signal,
            });
            // A child that could not be started, or was ended, has said nothing: that is the answer.
            child.once('error', () => { });
            try {
                return await configOfSavedImage(child.stdout);
            }
            finally {
                child.kill();
            }
        },
        imageNames: async () => {
            const ended = await run(['image', 'ls', '--format', '{{.Repository}}:{{.Tag}}']);
            await expect('Listing the images', ended, 'ENGINE_UNAVAILABLE', ENGINE_HINT);
            return ended.stdout.split('\n').filter((name) => name !== '' && !name.includes('<none>'));
        },
        tag: async (nameOrId, name) => {
            await expect('Naming the image', await runQuickly(['image', 'tag', nameOrId, name]), 'PUSH_FAILED', ENGINE_HINT);
        },
        untag: async (name) => {
            await expect('Removing the name', await runQuickly(['image', 'rm', '--no-prune', name]), 'PUSH_FAILED', ENGINE_HINT);
        },
        planConfig: () => planConfig(process.env),
        findLogin: (registry) => findOwnLogin(registry, { env: process.env, run: machine.run, signal }),
        login: async (planned, { registry, credential }) => {
            made ??= makeConfig(planned);
            await made;
            logins += 1;
            const kept = 'password' in credential ? {} : { [(0,reference/* dockerServer */.kU)(registry)]: keptToken(credential) };
            const login = await makeLogin(planned, { name: String(logins), auths: kept, env: process.env });
            if (!('password' in credential))
                return login;
            const { username, password } = credential;
            const args = ['login', `--username=${username}`, '--password-stdin', registry];
            const more = { stdin: password.reveal(), env: childEnvironment(process.env, login.folder) };
            await expect('docker login', await persist(args, more, () => { }), 'LOGIN_FAILED', LOGIN_HINT);
            return login;
        },
        removeConfig: async (planned, { afterKill } = { afterKill: false }) => {
            const wasThere = await removeConfig(planned);
            if (wasThere && afterKill)
                await barConfig(planned);
            return wasThere;
        },
        push: async ({ folder }, name, onProgress) => {
            const env_1 = { stack: [], error: void 0, hasError: false };
            try {
                const watch = __addDisposableResource(env_1, watchPush(onProgress), false);
                const more = { onLine: watch.line, env: childEnvironment(process.env, folder) };
                const ended = await persist(['image', 'push', name], more, onProgress);
                return (await expect('docker push', ended, 'PUSH_FAILED', PUSH_HINT)).stdout;
            }
            catch (e_1) {
                env_1.error = e_1;
                env_1.hasError = true;
            }
            finally {
                __disposeResources(env_1);
            }
        },
    };
}
/** How long naming an image may take, in milliseconds. */
const QUICK = 10_000;
const ENGINE_HINT = 'Run "docker info" in a step before this one to see what the engine says.';
const LOGIN_HINT = 'Check "username" and "password": the account must exist on this registry and its token be valid.';
const PUSH_HINT = 'Run the job again; if it fails in the same way, look the message up in the documentation of the registry.';
function unreadable(nameOrId) {
    return new errors/* ActionError */.l('ENGINE_UNAVAILABLE', `What the engine says of the image ${nameOrId} could not be read.`, {
        hint: ENGINE_HINT,
    });
}


/***/ }),

/***/ 7421:
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

/***/ 9720:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ diskReportFiles)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1455);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(7421);
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



/** How large a report may be, in bytes: GitHub takes 10 MB of it, compressed. */
const LARGEST = 64 << 20;
const MOST_FILES = 100;
const CHUNK = 64 << 10;
/** diskReportFiles finds reports on the disk of the runner, from the workspace on. */
const diskReportFiles = {
    find: async (pattern) => {
        const names = (await look(pattern)) === undefined ? await matches(pattern) : [pattern];
        if (names.length === 0)
            throw unusable(`no file matches "${pattern}"`);
        return Promise.all(names.map(reportFile));
    },
    now: () => Date.now(),
};
/** The file of exactly this name, whatever of it could be a pattern; undefined if there is none. */
async function look(path) {
    return (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.lstat)(path).catch((error) => {
        if (['ENOENT', 'ENOTDIR', 'ENAMETOOLONG', 'ERR_INVALID_ARG_VALUE'].includes(error.code))
            return undefined;
        throw unusable(`${path} cannot be looked at: ${error.message}`);
    });
}
async function matches(pattern) {
    const names = [];
    try {
        for await (const name of (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.glob)(pattern)) {
            names.push(name);
            if (names.length > MOST_FILES)
                break;
        }
    }
    catch (error) {
        throw unusable(`"${pattern}" cannot be looked for: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .asError */ .z)(error).message}`);
    }
    if (names.length > MOST_FILES)
        throw unusable(`more than ${MOST_FILES} files match "${pattern}"`);
    return names.sort();
}
async function reportFile(name) {
    const stats = await look(name);
    if (stats === undefined)
        throw unusable(`${name} is gone`);
    const problem = problemOf(stats);
    if (problem !== undefined)
        throw unusable(`${name} ${problem}`);
    return { name, written: stats.mtimeMs, read: () => read(name) };
}
function problemOf(stats) {
    if (stats.isSymbolicLink())
        return 'is a symbolic link, which may lead anywhere';
    if (stats.isDirectory())
        return 'is a folder; name the files in it, as in "reports/*.sarif"';
    if (!stats.isFile())
        return 'is no regular file';
    return stats.size > LARGEST ? `is larger than ${LARGEST >> 20} MiB` : undefined;
}
async function* read(name) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const file = __addDisposableResource(env_1, await openFile(name), true);
        const problem = problemOf(await file.stat());
        if (problem !== undefined)
            throw unusable(`${name} ${problem}`);
        for (let total = 0;;) {
            // A chunk of its own each time: whoever has it may keep it.
            const { bytesRead, buffer } = await file.read({ buffer: new Uint8Array(CHUNK) }).catch((error) => {
                throw unusable(`${name} cannot be read: ${error.message}`);
            });
            total += bytesRead;
            // It may grow while it is read.
            if (total > LARGEST)
                throw unusable(`${name} is larger than ${LARGEST >> 20} MiB`);
            if (bytesRead === 0)
                return;
            yield buffer.subarray(0, bytesRead);
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
/** Without O_NONBLOCK opening a pipe would wait for a writer that may never come. */
async function openFile(name) {
    const { O_RDONLY, O_NOFOLLOW, O_NONBLOCK } = node_fs__WEBPACK_IMPORTED_MODULE_0__.constants;
    return (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.open)(name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK).catch((error) => {
        throw unusable(`${name} cannot be opened: ${error.message}`);
    });
}
function unusable(message) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ActionError */ .l('GATE_SCAN', message, {
        hint: 'Let the scanner write its report, in a step before this one.',
    });
}


/***/ }),

/***/ 9782:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ text),
/* harmony export */   Z: () => (/* binding */ field),
/* harmony export */   id: () => (/* binding */ id)
/* harmony export */ });
/* harmony import */ var _github_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2599);

/** field reads one field of an answer of the API; undefined if it is not there. */
function field(value, ...path) {
    return path.reduce((object, name) => {
        const isObject = typeof object === 'object' && object !== null && Object.hasOwn(object, name);
        return isObject ? object[name] : undefined;
    }, value);
}
/** text reads a field that must be a non-empty string. Throws ApiProblem. */
function text(value, ...path) {
    const found = field(value, ...path);
    if (typeof found !== 'string' || found === '')
        throw lacks(path);
    return found;
}
/** id reads a field that must be a whole number. Throws ApiProblem. */
function id(value, ...path) {
    const found = field(value, ...path);
    if (typeof found !== 'number' || !Number.isSafeInteger(found))
        throw lacks(path);
    return found;
}
function lacks(path) {
    return new _github_js__WEBPACK_IMPORTED_MODULE_0__/* .ApiProblem */ .A(`the API's answer lacks "${path.join('.')}"`);
}


/***/ }),

/***/ 2599:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ ApiProblem)
/* harmony export */ });
/** Why the API could not tell. */
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

/***/ 6208:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  P: () => (/* binding */ openRest),
  K: () => (/* binding */ restGitHub)
});

// EXTERNAL MODULE: ./build/http/clock.js + 1 modules
var http_clock = __nccwpck_require__(7216);
// EXTERNAL MODULE: ./build/http/http.js + 3 modules
var http_http = __nccwpck_require__(7612);
// EXTERNAL MODULE: ./build/github/answer.js
var answer = __nccwpck_require__(9782);
// EXTERNAL MODULE: ./build/github/github.js
var github = __nccwpck_require__(2599);
;// CONCATENATED MODULE: ./build/github/branches.js


const permission = 'contents: read';
/** What to do where the rules of a branch cannot be read. */
const NAME_THEM = 'name the checks in "required-checks" instead of "branch-rules"';
/** checksRequiredOn reads the checks that a branch requires, by its rulesets and by the older protection. */
async function checksRequiredOn(api, token, branch) {
    const path = `/rules/branches/${encodeURIComponent(branch)}`;
    // Everybody may read them, but for repositories whose plan has none; there is no permission to add.
    const rules = await api.list(path, token, { remedy: NAME_THEM });
    const ruled = rules
        .filter((rule) => (0,answer/* field */.Z)(rule, 'type') === 'required_status_checks')
        .flatMap((rule) => {
        const checks = (0,answer/* field */.Z)(rule, 'parameters', 'required_status_checks');
        if (!Array.isArray(checks))
            throw new github/* ApiProblem */.A('a rule of the branch names no checks');
        return checks.map((check) => ({
            name: (0,answer/* text */.Q)(check, 'context'),
            appId: pinned(check, 'integration_id'),
            askedBy: `a ruleset of the branch ${branch}`,
        }));
    });
    const found = await read(api, token, branch);
    if (found === undefined)
        throw new github/* ApiProblem */.A(`there is no branch ${branch}, or the token may not read it`, { permission });
    return [...ruled, ...protectedChecks(found, branch)];
}
/** branchHas tells whether a branch, and not a tag of its name, has the commit in it. */
async function branchHas(api, token, { branch, commit }) {
    const found = await read(api, token, branch);
    if (found === undefined)
        return 'no-branch';
    const tip = (0,answer/* text */.Q)(found, 'commit', 'sha');
    if (tip === commit)
        return 'commit';
    // What follows the base is "ahead" of it; the changed files, which come with it, are not looked at.
    const compared = await api.get(`/compare/${commit}...${tip}?per_page=1`, token, permission);
    return compared !== undefined && (0,answer/* text */.Q)(compared, 'status') === 'ahead' ? 'commit' : 'other-commits';
}
async function read(api, token, branch) {
    const found = await api.get(`/branches/${encodeURIComponent(branch)}`, token, permission);
    if (found !== undefined && (0,answer/* text */.Q)(found, 'name') !== branch)
        throw new github/* ApiProblem */.A(`the API's answer is not about the branch ${branch}`);
    return found;
}
/** The older protection of a branch; rulesets come by another way. */
function protectedChecks(found, branch) {
    const protection = (0,answer/* field */.Z)(found, 'protection');
    if ((0,answer/* field */.Z)(found, 'protected') === true && protection === undefined)
        throw new github/* ApiProblem */.A(`the API does not show how the branch ${branch} is protected`, { remedy: NAME_THEM });
    const required = (0,answer/* field */.Z)(protection, 'required_status_checks');
    if ((0,answer/* field */.Z)(required, 'enforcement_level') === 'off')
        return [];
    const askedBy = `the protection of the branch ${branch}`;
    const listed = (0,answer/* field */.Z)(required, 'checks');
    const checks = (Array.isArray(listed) ? listed : []).map((check) => ({
        name: (0,answer/* text */.Q)(check, 'context'),
        appId: pinned(check, 'app_id'),
        askedBy,
    }));
    // Older servers name no apps.
    const contexts = (0,answer/* field */.Z)(required, 'contexts');
    const others = (Array.isArray(contexts) ? contexts : []).map(String);
    return [
        ...checks,
        ...others
            .filter((name) => checks.every((check) => check.name !== name))
            .map((name) => ({ name, appId: undefined, askedBy })),
    ];
}
/** The app that a rule pins; one that pins none has null, or -1 for "any". */
function pinned(check, name) {
    const found = (0,answer/* field */.Z)(check, name);
    if (found === undefined || found === null || found === -1)
        return undefined;
    if (typeof found === 'number' && Number.isSafeInteger(found) && found > 0)
        return found;
    throw new github/* ApiProblem */.A(`a rule of the branch pins an app that is no number`, { remedy: NAME_THEM });
}

;// CONCATENATED MODULE: ./build/github/pull-requests.js


const pull_requests_permission = 'pull-requests: read';
/** What is on record of it (docs.github.com, "Issue event types"): by a person, and after the merge of another one. */
const RETARGETED = ['base_ref_changed', 'automatic_base_change_succeeded'];
/** pullRequestsOf lists the pull requests of a branch of this repository that have the commit as their head. */
async function pullRequestsOf(api, token, { branch, commit }) {
    const head = encodeURIComponent(`${api.owner}:${branch}`);
    const pulls = await api.list(`/pulls?state=all&head=${head}`, token, { permission: pull_requests_permission });
    const own = pulls
        .filter((pull) => (0,answer/* field */.Z)(pull, 'head', 'sha') === commit && (0,answer/* field */.Z)(pull, 'head', 'ref') === branch)
        .filter((pull) => (0,answer/* field */.Z)(pull, 'head', 'repo', 'id') === (0,answer/* field */.Z)(pull, 'base', 'repo', 'id'));
    return Promise.all(own.map(async (pull) => ({
        base: (0,answer/* text */.Q)(pull, 'base', 'ref'),
        isRetargeted: await wasRetargeted(api, token, pull),
        opener: String((0,answer/* field */.Z)(pull, 'user', 'type') ?? 'nobody'),
    })));
}
/** A pull request can be sent to another branch, and its runs do not tell which one they were for. */
async function wasRetargeted(api, token, pull) {
    const events = await api.list(`/issues/${(0,answer.id)(pull, 'number')}/events`, token, { permission: pull_requests_permission });
    return events.some((event) => RETARGETED.includes((0,answer/* text */.Q)(event, 'event')));
}
/** squashedHead returns the head of the merged pull request whose tree the commit has, if there is one. */
async function squashedHead(api, token, commit) {
    const pulls = await api.list(`/commits/${commit}/pulls`, token, { permission: pull_requests_permission });
    const tree = await treeOf(api, token, commit);
    for (const pull of pulls) {
        const isMerged = (0,answer/* field */.Z)(pull, 'merge_commit_sha') === commit && typeof (0,answer/* field */.Z)(pull, 'merged_at') === 'string';
        const head = (0,answer/* field */.Z)(pull, 'head', 'sha');
        if (isMerged && typeof head === 'string' && (await treeOf(api, token, head)) === tree)
            return head;
    }
    return undefined;
}
async function treeOf(api, token, commit) {
    const needed = 'contents: read';
    const found = await api.get(`/git/commits/${commit}`, token, needed);
    if (found === undefined)
        throw new github/* ApiProblem */.A(`${commit} is not found, or the token may not read it`, { permission: needed });
    return (0,answer/* text */.Q)(found, 'tree', 'sha');
}

;// CONCATENATED MODULE: ./build/github/commit-reports.js



/** Of a commit's check runs the API shows those of so many suites, and does not say that there are more. */
const MOST_SUITES = 1000;
/** reportsOn reads everything that was reported on a commit: check runs, statuses, and the jobs behind them. */
async function reportsOn(api, token, commit) {
    const need = { key: 'check_runs', permission: 'checks: read' };
    const asked = api.list(`/commits/${commit}/check-runs?filter=all`, token, need).then(checkRunsOf);
    const jobs = asked.then((checkRuns) => (checkRuns.some(({ app }) => app?.slug === 'github-actions') ? jobsOn(api, token, commit) : []), 
    // Only to say now, and not at the next run, that this permission is missing, too.
    (error) => (isForbidden(error) ? runsOn(api, token, commit).then(() => []) : []));
    const statuses = api.list(`/commits/${commit}/statuses`, token, { permission: 'statuses: read' });
    await allAnswered([asked, statuses, jobs]);
    return { checkRuns: await asked, statuses: (await statuses).map(statusOf), jobs: await jobs };
}
/** allAnswered throws what is wrong with any of the answers: of several problems one that has the others with it. */
async function allAnswered(asked) {
    const results = await Promise.allSettled(asked);
    const errors = results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []));
    const [problem, ...also] = errors.filter((error) => error instanceof github/* ApiProblem */.A);
    if (problem === undefined || also.length + 1 < errors.length)
        return;
    const { message, permission, remedy } = problem;
    throw new github/* ApiProblem */.A(message, { permission, remedy, also });
}
function isForbidden(error) {
    return error instanceof github/* ApiProblem */.A && error.permission !== undefined;
}
function checkRunsOf(runs) {
    const checkRuns = runs.map(checkRunOf);
    if (new Set(checkRuns.map(({ suiteId }) => suiteId)).size >= MOST_SUITES)
        throw new github/* ApiProblem */.A(`the commit has so many check suites that the API does not show them all`);
    return checkRuns;
}
function runsOn(api, token, commit) {
    return api.list(`/actions/runs?head_sha=${commit}`, token, { key: 'workflow_runs', permission: 'actions: read' });
}
async function jobsOn(api, token, commit) {
    const runs = await runsOn(api, token, commit);
    const pullsOf = askingOnce((branch) => pullRequestsFor(api, token, { branch, commit }));
    const jobs = await Promise.all(runs
        .filter((run) => (0,answer/* field */.Z)(run, 'head_sha') === commit)
        .map(async (run) => {
        const path = `/actions/runs/${(0,answer.id)(run, 'id')}/jobs?filter=all`;
        const [list, pullRequests] = await Promise.all([
            api.list(path, token, { key: 'jobs', permission: 'actions: read' }),
            isOfOwnPullRequest(run) ? pullsOf((0,answer/* text */.Q)(run, 'head_branch')) : [],
        ]);
        const about = {
            suiteId: (0,answer.id)(run, 'check_suite_id'),
            event: (0,answer/* text */.Q)(run, 'event'),
            headRepositoryId: String((0,answer/* field */.Z)(run, 'head_repository', 'id') ?? ''),
            pullRequests,
            lastAttempt: attemptOf(run),
            isOver: (0,answer/* field */.Z)(run, 'status') === 'completed',
        };
        return list.map((job) => ({ ...about, ...wordsOf(job), ...jobOf(job) }));
    }));
    return jobs.flat();
}
function isOfOwnPullRequest(run) {
    const isOwn = (0,answer/* field */.Z)(run, 'head_repository', 'id') === (0,answer/* field */.Z)(run, 'repository', 'id');
    return isOwn && (0,answer/* field */.Z)(run, 'event') === 'pull_request' && typeof (0,answer/* field */.Z)(run, 'head_branch') === 'string';
}
/** The pull requests of a run's commit: the run itself does not say which one it is for. */
async function pullRequestsFor(api, token, head) {
    try {
        return await pullRequestsOf(api, token, head);
    }
    catch (error) {
        // It is named where it matters: where nothing else tells of the check.
        if (isForbidden(error))
            return undefined;
        throw error;
    }
}
/** askingOnce is a question whose answer is kept for all runs of one branch. */
function askingOnce(ask) {
    const answers = new Map();
    return (branch) => {
        const answer = answers.get(branch) ?? ask(branch);
        answers.set(branch, answer);
        return answer;
    };
}
function jobOf(job) {
    return { checkRunUrl: (0,answer/* text */.Q)(job, 'check_run_url'), attempt: attemptOf(job) };
}
function wordsOf(thing) {
    const conclusion = (0,answer/* field */.Z)(thing, 'conclusion');
    return {
        name: (0,answer/* text */.Q)(thing, 'name'),
        status: (0,answer/* text */.Q)(thing, 'status'),
        conclusion: typeof conclusion === 'string' ? conclusion : null,
    };
}
function checkRunOf(run) {
    // An app or a suite that was deleted is null: its check run stays, as if in a suite of its own.
    const app = (0,answer/* field */.Z)(run, 'app');
    const suite = (0,answer/* field */.Z)(run, 'check_suite');
    return {
        id: (0,answer.id)(run, 'id'),
        ...wordsOf(run),
        app: app === null ? undefined : { id: (0,answer.id)(app, 'id'), slug: (0,answer/* text */.Q)(app, 'slug') },
        suiteId: suite === null ? -(0,answer.id)(run, 'id') : (0,answer.id)(suite, 'id'),
        url: (0,answer/* text */.Q)(run, 'url'),
    };
}
/** The attempt that a run is at, or a job is of; a server that does not say has one. */
function attemptOf(value) {
    return (0,answer/* field */.Z)(value, 'run_attempt') === undefined ? 1 : (0,answer.id)(value, 'run_attempt');
}
function statusOf(status) {
    const creator = (0,answer/* field */.Z)(status, 'creator', 'login');
    return {
        id: (0,answer.id)(status, 'id'),
        context: (0,answer/* text */.Q)(status, 'context'),
        state: (0,answer/* text */.Q)(status, 'state'),
        creator: typeof creator === 'string' && creator !== '' ? creator : 'somebody who is gone',
    };
}

// EXTERNAL MODULE: ./build/retry.js
var retry = __nccwpck_require__(2238);
// EXTERNAL MODULE: ./build/text.js
var build_text = __nccwpck_require__(8533);
;// CONCATENATED MODULE: ./build/github/rest.js




/** Longest page that is read, in bytes; a hundred check runs with long texts stay far below it. */
const PAGE_LIMIT = 16 * 1024 * 1024;
const PAGE_SIZE = 100;
/** The API shows no more of anything than this many pages. */
const MOST_PAGES = 50;
/** What one step may ask of the API, well below a token's 1,000 an hour. */
const MOST_REQUESTS = 300;
/** How often a list is read that changes meanwhile. */
const MOST_READINGS = 3;
/** To wait after a limit that names no time (docs.github.com, "Rate limits for the REST API"). */
const MINUTE = 60_000;
/** Rest asks GitHub's REST API (docs.github.com, "REST API", version 2022-11-28), and reads lists to their end. */
class Rest {
    #options;
    /** Answers by their path, to be told "not modified", which counts against no limit. */
    #known = new Map();
    #requests = 0;
    constructor(options) {
        this.#options = options;
    }
    get owner() {
        return this.#options.repository.split('/')[0] ?? '';
    }
    /** get returns the JSON at a path, or undefined for 404. `permission` is what the token needs for it. */
    async get(path, token, permission) {
        return (await this.#read(path, token, { permission })).document;
    }
    /**
     * list reads every page of a list: an array, or an object that has the array under `key` and its length in
     * `total_count`. A list that is not as long as it says, each entry counted once, is not taken for whole.
     */
    async list(path, token, { key, ...need }) {
        for (let reading = 1;; reading++) {
            const { items, total } = await this.#pages(path, token, { ...(key === undefined ? {} : { key }), ...need });
            if (total === undefined)
                return items;
            const count = new Set(items.map((item) => item?.id)).size;
            if (count === total && items.length === total)
                return items;
            // What is new pushes an entry over to the next page, where it comes again.
            if (reading === MOST_READINGS)
                throw new github/* ApiProblem */.A(`the API says that ${path} has ${total} entries, and gives ${count}`);
        }
    }
    async #pages(path, token, { key, ...need }) {
        const items = [];
        for (let page = 1; page <= MOST_PAGES; page++) {
            const separator = path.includes('?') ? '&' : '?';
            const address = `${path}${separator}per_page=${PAGE_SIZE}&page=${page}`;
            const { document, isMore } = await this.#read(address, token, need);
            if (document === undefined)
                throw new github/* ApiProblem */.A(`${path} is not found, or the token may not read it`, need);
            const found = key === undefined ? document : document?.[key];
            if (!Array.isArray(found))
                throw new github/* ApiProblem */.A(`the API's answer to ${path} has no list${key === undefined ? '' : ` "${key}"`}`);
            items.push(...found);
            const total = key === undefined ? undefined : document.total_count;
            if (key !== undefined && (typeof total !== 'number' || !Number.isSafeInteger(total))) {
                throw new github/* ApiProblem */.A(`the API's answer to ${path} does not say how long the list is`);
            }
            // A server may have shorter pages than were asked for, and a proxy may drop the header that says so.
            const isShort = total === undefined ? found.length === PAGE_SIZE : items.length < total;
            if (found.length === 0 || !(isMore || isShort))
                return { items, total: total };
        }
        throw new github/* ApiProblem */.A(`the list ${path} is longer than ${MOST_PAGES} pages`);
    }
    async #read(path, token, need) {
        const answer = await this.#request(path, token);
        if (answer.status === 404)
            return { document: undefined, isMore: false };
        if (answer.status !== 200)
            throw refused(path, answer, need);
        try {
            const document = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(answer.body));
            return { document, isMore: /;\s*rel="?next"?/.test(answer.headers.link ?? '') };
        }
        catch {
            throw new github/* ApiProblem */.A(`the API's answer to ${path} is not JSON`);
        }
    }
    async #request(path, token) {
        const { http, clock, signal, api, repository } = this.#options;
        const known = this.#known.get(path);
        const headers = {
            accept: 'application/vnd.github+json',
            'x-github-api-version': '2022-11-28',
            authorization: `Bearer ${token.reveal()}`,
            ...(known?.headers.etag === undefined ? {} : { 'if-none-match': known.headers.etag }),
        };
        const started = clock.now();
        for (let failed = 1;; failed++) {
            if (++this.#requests > MOST_REQUESTS)
                throw new github/* ApiProblem */.A(`more than ${MOST_REQUESTS} requests were needed`);
            const attempt = await http
                .open({ method: 'GET', url: new URL(`${api}/repos/${repository}${path}`), headers, limit: PAGE_LIMIT })
                .then(http_http/* readAnswer */.JN)
                .then((answer) => ({ answer, transience: transience(answer, clock.date()) }), (error) => ({ error, transience: { kind: 'transient' } }));
            signal.throwIfAborted();
            const pause = (0,retry/* pauseBefore */.GB)(attempt.transience, { failed, spent: clock.now() - started }, Math.random());
            if (pause !== undefined)
                await clock.sleep(pause, signal);
            else if ('answer' in attempt)
                return this.#remembered(path, attempt.answer);
            else
                throw new github/* ApiProblem */.A(`the API could not be reached: ${(0,build_text/* printableLine */.o)(attempt.error.message)}`);
        }
    }
    #remembered(path, answer) {
        const known = this.#known.get(path);
        if (answer.status === 304 && known !== undefined) {
            this.#requests -= 1;
            return known;
        }
        if (answer.status === 200)
            this.#known.set(path, answer);
        return answer;
    }
}
/** A limit that was reached is worth a short wait only (docs.github.com, "Rate limits for the REST API"). */
function transience(answer, date) {
    const { status, headers } = answer;
    if (isLimit(answer)) {
        const isUsedUp = headers['x-ratelimit-remaining'] === '0';
        const reset = isUsedUp ? Number(headers['x-ratelimit-reset']) * 1000 - date : MINUTE;
        const asked = (0,retry/* parseRetryAfter */.mu)(headers['retry-after'], date) ?? (reset > 0 ? reset : undefined);
        return { kind: 'transient', ...(asked === undefined ? {} : { retryAfter: asked }) };
    }
    return { kind: status >= 500 ? 'transient' : 'final' };
}
/** The secondary limit may show in the words of the answer alone. */
function isLimit({ status, headers, body }) {
    if (status === 429)
        return true;
    if (status !== 403)
        return false;
    if (headers['x-ratelimit-remaining'] === '0' || 'retry-after' in headers)
        return true;
    return /rate limit/i.test(Buffer.from(body).toString('utf8', 0, 4096));
}
function refused(path, answer, need) {
    const { status } = answer;
    if (isLimit(answer))
        return new github/* ApiProblem */.A(`the API's rate limit is reached (${path} was answered with ${status})`);
    if (status === 401 || status === 403) {
        return new github/* ApiProblem */.A(`the token may not read ${path} (status ${status}: ${messageOf(answer)})`, need);
    }
    return new github/* ApiProblem */.A(`${path} was answered with status ${status}`);
}
/** The API's own words for why it refuses, as far as they are any. */
function messageOf({ body }) {
    try {
        const { message } = JSON.parse(Buffer.from(body).toString('utf8'));
        return typeof message === 'string' ? (0,build_text/* printableLine */.o)(message).slice(0, 200) : 'no message';
    }
    catch {
        return 'no message';
    }
}

;// CONCATENATED MODULE: ./build/github/rest-github.js






/** Between two looks at the checks, in milliseconds: from the first to the longest, half as much more each time. */
const PAUSE = { first: 10_000, longest: 60_000, growth: 1.5 };
/** openRest makes a client of the REST API when it is first asked for. */
function openRest({ signal, repository, api, clock = http_clock/* systemClock */.m, http }) {
    let rest;
    return () => {
        rest ??= new Rest({ http: http ?? (0,http_http/* httpClient */.ok)({ signal }), clock, signal, api, repository });
        return rest;
    };
}
/** restGitHub is GitHub by its REST API. */
function restGitHub(options) {
    const { clock = http_clock/* systemClock */.m, signal } = options;
    const open = openRest(options);
    return {
        awaitReports: async ({ token }, commits, { isSettled, minutes, onProgress }) => {
            const deadline = clock.now() + minutes * 60_000;
            for (let pause = PAUSE.first;; pause = Math.min(pause * PAUSE.growth, PAUSE.longest)) {
                const reports = await Promise.all(commits.map((commit) => reportsOn(open(), token, commit)));
                const left = deadline - clock.now();
                if (isSettled(reports) || left <= 0)
                    return reports;
                onProgress(reports, Math.round(left / 1000));
                await clock.sleep(Math.min(pause, left), signal);
            }
        },
        requiredChecks: ({ token }, branch) => checksRequiredOn(open(), token, branch),
        squashedHead: ({ token }, commit) => squashedHead(open(), token, commit),
        branchHas: ({ token }, place) => branchHas(open(), token, place),
        pullRequestsOf: ({ token }, head) => pullRequestsOf(open(), token, head),
    };
}


/***/ }),

/***/ 1280:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  t: () => (/* binding */ restHistory)
});

// EXTERNAL MODULE: ./build/github/answer.js
var answer = __nccwpck_require__(9782);
// EXTERNAL MODULE: ./build/github/github.js
var github = __nccwpck_require__(2599);
;// CONCATENATED MODULE: ./build/github/history.js
/** How a commit stands to another one in the history of the repository (REST API, "Compare two commits"). */
const RELATIONS = ['identical', 'ahead', 'behind', 'diverged'];

// EXTERNAL MODULE: ./build/github/rest-github.js + 4 modules
var rest_github = __nccwpck_require__(6208);
;// CONCATENATED MODULE: ./build/github/rest-history.js




/** What the token needs for all of it. */
const PERMISSION = 'contents: read';
/** How many of a branch's commits are looked at. */
const LATEST = 30;
/** restHistory is the history of the repository by GitHub's REST API. */
function restHistory(options) {
    const open = (0,rest_github/* openRest */.P)(options);
    return {
        relation: async ({ token }, base, commit) => {
            const compared = await open().get(`/compare/${base}...${commit}?per_page=1`, token, PERMISSION);
            if (compared === undefined)
                return undefined;
            const status = (0,answer/* text */.Q)(compared, 'status');
            const relation = RELATIONS.find((each) => each === status);
            if (relation === undefined)
                throw new github/* ApiProblem */.A(`the API compares two commits as "${status}"`);
            return relation;
        },
        latestCommits: async ({ token }, branch) => {
            const path = `/commits?sha=${encodeURIComponent(branch)}&per_page=${LATEST}`;
            const commits = await open().get(path, token, PERMISSION);
            if (commits === undefined)
                return [];
            if (!Array.isArray(commits))
                throw new github/* ApiProblem */.A('the API lists no commits');
            return commits.map((commit) => (0,answer/* text */.Q)(commit, 'sha'));
        },
        gitTags: async ({ token }) => {
            const tags = await open().list('/tags', token, { permission: PERMISSION });
            return tags.map((tag) => ({ name: (0,answer/* text */.Q)(tag, 'name'), commit: (0,answer/* text */.Q)(tag, 'commit', 'sha') }));
        },
    };
}


/***/ }),

/***/ 7216:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  m: () => (/* binding */ systemClock),
  t: () => (/* binding */ systemTimer)
});

;// CONCATENATED MODULE: external "node:timers/promises"
const promises_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:timers/promises");
;// CONCATENATED MODULE: ./build/http/clock.js

const systemClock = {
    now: () => performance.now(),
    date: () => Date.now(),
    sleep: (milliseconds, signal) => (0,promises_namespaceObject.setTimeout)(milliseconds, undefined, { signal }),
};
const systemTimer = (milliseconds, ring) => {
    const timeout = setTimeout(ring, milliseconds);
    return () => clearTimeout(timeout);
};


/***/ }),

/***/ 7612:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  Jp: () => (/* binding */ BodyTooLong),
  AF: () => (/* binding */ HttpProblem),
  ok: () => (/* binding */ httpClient),
  JN: () => (/* binding */ readAnswer)
});

// UNUSED EXPORTS: DEADLINES

;// CONCATENATED MODULE: external "node:http"
const external_node_http_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");
;// CONCATENATED MODULE: external "node:https"
const external_node_https_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:https");
// EXTERNAL MODULE: ./build/http/clock.js + 1 modules
var clock = __nccwpck_require__(7216);
;// CONCATENATED MODULE: ./build/http/streamed-body.js
function isStreamed(body) {
    return typeof body === 'object' && !ArrayBuffer.isView(body);
}
/**
 * sendBody writes a body no faster than it is taken, so that memory holds a piece of it at a time. It ends early when
 * the request does, or when the answer is there already: a refusal need not wait for the rest. An error of the source
 * ends the request, and is what `done` rejects with.
 */
function sendBody(sent, body, wait) {
    let count = 0;
    let hasEnded = false;
    let isUnwanted = false;
    const isComplete = () => hasEnded || count === body.length;
    sent.once('response', (response) => {
        if (isComplete())
            return;
        isUnwanted = true;
        // What is left of the body has no place on this connection, and nothing else has either.
        response.once('close', () => sent.destroy());
    });
    const isOver = () => isUnwanted || sent.destroyed;
    const send = async () => {
        if (sent.socket === null)
            await oneOf(sent, ['socket', 'close']);
        for await (const piece of body.open()) {
            if (isOver())
                return;
            count += piece.byteLength;
            const isFull = !sent.write(piece);
            if (isFull && !isComplete()) {
                const isTaken = wait();
                await oneOf(sent, ['drain', 'response', 'close']);
                isTaken();
            }
            if (isOver())
                return;
        }
        if (body.length !== undefined && count !== body.length)
            throw new Error(`${count} bytes for ${body.length}`);
        hasEnded = true;
        sent.end();
    };
    const done = send().catch((error) => {
        sent.destroy(error);
        throw error;
    });
    return { done, isComplete };
}
/** Resolves at the first of these events. */
function oneOf(sent, events) {
    const { promise, resolve } = Promise.withResolvers();
    const settle = () => {
        for (const event of events)
            sent.off(event, settle);
        resolve();
    };
    for (const event of events)
        sent.on(event, settle);
    return promise;
}

;// CONCATENATED MODULE: ./build/http/http.js




/** Sockets of one origin that are used at once. */
const CONNECTIONS = 8;
/** How long the other side may take, in milliseconds. */
const DEADLINES = {
    /** Without a byte either way. */
    idle: 30_000,
    /** Until the headers of an answer. */
    headers: 60_000,
    /** For a whole answer that is kept, and until an answer of any length must have shown some pace. */
    whole: 120_000,
    /** While bytes of a streamed body wait to be taken. */
    stall: 120_000,
    /** Until the headers of the answer to a streamed body, from its last byte on: much may be stored away by then. */
    stored: 900_000,
};
/** Slowest pace of a long answer, in bytes per millisecond (16 KiB/s): whoever is slower keeps us busy on purpose. */
const SLOWEST = 16;
/** Longest body of an error that is read, in bytes. */
const ERROR_LIMIT = 64 * 1024;
/** Why there is no answer that could be read. `isTransient`: trying again may help. */
class HttpProblem extends Error {
    name = 'HttpProblem';
    isTransient;
    constructor(message, { isTransient }) {
        super(message);
        this.isTransient = isTransient;
    }
}
/** A body that goes on beyond what was allowed. */
class BodyTooLong extends HttpProblem {
    constructor(limit) {
        super(`the body is longer than ${limit} bytes`, { isTransient: false });
    }
}
/** httpClient speaks HTTP/1.1 over kept-alive connections, through the proxy that the environment names, if any. */
function httpClient({ trust, signal, lookup, timer = clock/* systemTimer */.t }) {
    const options = {
        keepAlive: true,
        maxSockets: CONNECTIONS,
        timeout: DEADLINES.idle,
        proxyEnv: proxyEnvironment(),
        ...(lookup === undefined ? {} : { lookup }),
    };
    const agents = {
        'https:': new external_node_https_namespaceObject.Agent({
            ...options,
            ...(trust === undefined ? {} : { secureContext: trust }),
        }),
        'http:': new external_node_http_namespaceObject.Agent(options),
    };
    return {
        open: (request) => http_open(request, { agents, signal, timer }),
        close: () => {
            agents['https:'].destroy();
            agents['http:'].destroy();
        },
    };
}
/**
 * No proxy is asked for what is on this machine, as docker does it: a registry here may speak plain HTTP, and a proxy
 * would be shown the credential for it.
 */
function proxyEnvironment() {
    // By name: a copy of the whole environment would read every secret in it.
    const { http_proxy, HTTP_PROXY, https_proxy, HTTPS_PROXY, no_proxy, NO_PROXY } = process.env;
    const here = ['localhost', '.localhost', '127.0.0.1-127.255.255.255', '[::1]', '::1'];
    return {
        http_proxy: http_proxy || HTTP_PROXY,
        https_proxy: https_proxy || HTTPS_PROXY,
        no_proxy: [no_proxy || NO_PROXY || '', ...here].filter(Boolean).join(','),
    };
}
async function http_open(request, way) {
    const { agents, timer } = way;
    const { promise, resolve, reject } = Promise.withResolvers();
    const { method, url, body, signal = way.signal } = request;
    if (url.protocol !== 'https:' && url.protocol !== 'http:')
        throw refused(`${url.protocol} is not HTTP`);
    const headers = {
        ...request.headers,
        'accept-encoding': 'identity',
        'user-agent': 'verified-image-push',
        ...lengthHeader(body),
    };
    const start = url.protocol === 'https:' ? external_node_https_namespaceObject.request : external_node_http_namespaceObject.request;
    // What a streamed body waits for is timed piece by piece; between two pieces the source may take its time.
    const timeout = isStreamed(body) ? DEADLINES.stored : DEADLINES.idle;
    const sent = start(url, { method, headers, agent: agents[url.protocol], signal, timeout, maxHeaderSize: 16 * 1024 });
    let answered = () => undefined;
    let hasAnswered = false;
    let sending;
    const expectAnswer = (milliseconds) => {
        answered = timer(milliseconds, () => sent.destroy(silent(milliseconds)));
    };
    sent.on('timeout', () => sent.destroy(silent(timeout)));
    sent.on('error', (error) => {
        answered();
        // A kept-alive connection may have been closed just as we took it: that says nothing about the request.
        const isStale = sent.reusedSocket && !hasAnswered && ['ECONNRESET', 'EPIPE'].includes(error.code ?? '');
        if (isStale)
            resolve(http_open(request, way));
        else
            reject(error);
    });
    sent.on('response', (response) => {
        hasAnswered = true;
        answered();
        const problem = problemOf(response, sending);
        if (problem !== undefined) {
            response.destroy(problem);
            return reject(problem);
        }
        resolve({
            status: response.statusCode ?? 0,
            headers: joined(response.headersDistinct),
            body: bounded(response, {
                limit: isError(response) ? ERROR_LIMIT : request.limit,
                timer,
            }),
            cancel: () => response.destroy(),
            timer,
        });
    });
    if (isStreamed(body)) {
        const over = () => sent.destroy(silent(DEADLINES.stall));
        sending = sendBody(sent, body, () => timer(DEADLINES.stall, over));
        sending.done.then(() => hasAnswered || sent.destroyed || expectAnswer(DEADLINES.stored), reject);
    }
    else {
        // Only when it has one of our connections the other side is waited for.
        sent.once('socket', () => expectAnswer(DEADLINES.headers));
        sent.end(body);
    }
    return promise;
}
function lengthHeader(body) {
    if (body === undefined)
        return {};
    const length = isStreamed(body) ? body.length : Buffer.byteLength(body);
    return length === undefined ? {} : { 'content-length': String(length) };
}
/** What is wrong with an answer by its beginning alone. */
function problemOf(response, sending) {
    const encoding = response.headers['content-encoding'] ?? 'identity';
    if (encoding !== 'identity')
        return refused(`the body is encoded as "${encoding}", which was not asked for`);
    // A refusal may come early; but nobody has stored what we have not sent.
    if (sending !== undefined && !sending.isComplete() && (response.statusCode ?? 0) < 300) {
        return refused('the answer says that all is well, before all was sent');
    }
    return undefined;
}
/** readAnswer reads a body that is kept: bounded in length by `limit` of the request, and in time. */
async function readAnswer(stream) {
    const { status, headers, body, cancel, timer = clock/* systemTimer */.t } = stream;
    const chunks = [];
    let isLate = false;
    const isRead = timer(DEADLINES.whole, () => {
        isLate = true;
        cancel();
    });
    try {
        for await (const chunk of body)
            chunks.push(chunk);
    }
    catch (error) {
        throw isLate ? silent(DEADLINES.whole) : error;
    }
    finally {
        isRead();
    }
    return { status, headers, body: Buffer.concat(chunks) };
}
/** What counts is what we count, whatever the length header says. The answer is timed from here on, not from its first reading. */
function bounded(response, { limit, timer }) {
    const seen = { length: 0 };
    const watch = (rings) => timer(DEADLINES.whole, () => {
        if (seen.length < rings * DEADLINES.whole * SLOWEST)
            response.destroy(silent(DEADLINES.whole));
        else
            isOver = watch(rings + 1);
    });
    let isOver = watch(1);
    response.once('close', () => isOver());
    return counted(response, limit, seen);
}
async function* counted(response, limit, seen) {
    for await (const chunk of response) {
        seen.length += chunk.byteLength;
        if (seen.length > limit)
            throw new BodyTooLong(limit);
        yield chunk;
    }
}
function isError({ statusCode = 0 }) {
    return statusCode >= 400;
}
function refused(message) {
    return new HttpProblem(message, { isTransient: false });
}
function silent(milliseconds) {
    return new HttpProblem(`the answer was not there after ${milliseconds / 1000} s`, { isTransient: true });
}
function joined(headers) {
    return Object.fromEntries(Object.entries(headers).map(([name, values]) => [name, (values ?? []).join(', ')]));
}


/***/ }),

/***/ 8474:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ Persistence)
/* harmony export */ });
/* harmony import */ var _retry_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2238);

/**
 * Persistence tries again what may go well later. All requests to one host share its back-off: when one of them was
 * asked to wait, the others wait with it.
 */
class Persistence {
    #clock;
    #signal;
    #notBefore = new Map();
    constructor(clock, signal) {
        this.#clock = clock;
        this.#signal = signal;
    }
    /**
     * persist repeats the attempt until it is final, or it is time to give up; then it returns or throws the last result.
     * Waiting ends with the signal, in place of the one for everything.
     */
    async persist(host, attempt, signal = this.#signal) {
        const started = this.#clock.now();
        for (let failed = 1;; failed++) {
            await this.#wait(host, signal);
            const { result, transience } = await attempt();
            const attempts = { failed, spent: this.#clock.now() - started };
            const pause = (0,_retry_js__WEBPACK_IMPORTED_MODULE_0__/* .pauseBefore */ .GB)(transience, attempts, Math.random());
            if (pause === undefined)
                return result();
            // Another request may have been asked to wait longer.
            this.#notBefore.set(host, Math.max(this.#notBefore.get(host) ?? 0, this.#clock.now() + pause));
        }
    }
    async #wait(host, signal) {
        const pause = () => (this.#notBefore.get(host) ?? 0) - this.#clock.now();
        while (pause() > 0)
            await this.#clock.sleep(pause(), signal);
        signal.throwIfAborted();
    }
}


/***/ }),

/***/ 2035:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Ah: () => (/* binding */ transienceOfAnswer),
/* harmony export */   CA: () => (/* binding */ errorCode),
/* harmony export */   ML: () => (/* binding */ transienceOfError)
/* harmony export */ });
/* harmony import */ var _retry_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2238);
/* harmony import */ var _http_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(7612);


/** Statuses that a busy or restarting server, or a proxy before it, answers; the same request may go well later. */
const TRANSIENT_STATUSES = [408, 425, 429, 499, 500, 502, 503, 504, 520, 521, 522, 523, 524];
/** Node's codes for connections that broke; one that was refused, or a name that is unknown, stays so. */
const TRANSIENT_ERRORS = [
    'ECONNRESET',
    'EPIPE',
    'ETIMEDOUT',
    'EAI_AGAIN',
    'ERR_STREAM_PREMATURE_CLOSE',
    'HPE_INVALID_EOF_STATE',
];
/** transienceOfAnswer judges an answer by its status, or by what was read in it: `isBusy`, whatever the status. */
function transienceOfAnswer({ status, headers }, date, isBusy = false) {
    if (!isBusy && !TRANSIENT_STATUSES.includes(status))
        return _retry_js__WEBPACK_IMPORTED_MODULE_0__/* .FINAL */ .XU;
    const retryAfter = (0,_retry_js__WEBPACK_IMPORTED_MODULE_0__/* .parseRetryAfter */ .mu)(headers['retry-after'], date);
    return { kind: 'transient', ...(retryAfter === undefined ? {} : { retryAfter }) };
}
/** transienceOfError judges why there was no answer. */
function transienceOfError(thrown) {
    if (thrown instanceof _http_js__WEBPACK_IMPORTED_MODULE_1__/* .HttpProblem */ .AF)
        return thrown.isTransient ? { kind: 'transient' } : _retry_js__WEBPACK_IMPORTED_MODULE_0__/* .FINAL */ .XU;
    return TRANSIENT_ERRORS.includes(errorCode(thrown)) ? { kind: 'transient' } : _retry_js__WEBPACK_IMPORTED_MODULE_0__/* .FINAL */ .XU;
}
/** errorCode digs for the code of Node's error, which several addresses of one host bury in a list. */
function errorCode(thrown) {
    if (thrown instanceof AggregateError)
        return errorCode(thrown.errors[0]);
    const code = thrown?.code;
    return typeof code === 'string' ? code : '';
}


/***/ }),

/***/ 1832:
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
/** matches tells whether the digest is that of the exact bytes, by the digest's own algorithm. */
function matches(digest, bytes) {
    return hash(digest.slice(0, digest.indexOf(':')), bytes) === digest;
}
/** shortDigest is for people: the algorithm and the first 12 digits. */
function shortDigest(digest) {
    return digest.slice(0, digest.indexOf(':') + 13);
}
function hash(algorithm, bytes) {
    return `${algorithm}:${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)(algorithm).update(bytes).digest('hex')}`;
}


/***/ }),

/***/ 9241:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Rn: () => (/* binding */ ManifestProblem),
/* harmony export */   u0: () => (/* binding */ readDocument)
/* harmony export */ });
/* unused harmony export readDocuments */
/** What is wrong with bytes that should have been a manifest or a configuration. */
class ManifestProblem extends Error {
    name = 'ManifestProblem';
}
/** Keys that decide what an image is, as the specifications spell them. */
const KEYS = [
    ...['schemaVersion', 'mediaType', 'config', 'layers', 'manifests', 'digest', 'size', 'platform', 'annotations'],
    ...['os', 'architecture', 'variant', 'rootfs', 'diff_ids', 'created'],
    ...['Cmd', 'Entrypoint', 'Env', 'ExposedPorts', 'Healthcheck', 'Labels', 'OnBuild', 'Shell', 'StopSignal', 'User'],
    ...['Volumes', 'WorkingDir'],
];
const SPELLING = new Map(KEYS.map((key) => [folded(key), key]));
/** Under these, keys are names that people give. */
const FREE = ['annotations', 'Labels', 'Volumes', 'ExposedPorts'];
/** No document of the specifications is half as deep. */
const DEEPEST = 32;
const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\],:]/g;
/**
 * readDocument reads a JSON object that engines read too, with Go, which takes `Config` for `config` and merges two
 * objects under one key. A document that is one image to us and another to them is refused: every key is there once,
 * and those that count are spelled as specified. Throws a ManifestProblem.
 */
function readDocument(bytes) {
    const value = parse(bytes, SPELLING);
    if (!isObject(value))
        throw new ManifestProblem('it is not a JSON object');
    return value;
}
/** readDocuments reads a list of such objects, of which the given keys count. Throws a ManifestProblem. */
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
/** The text is JSON already, so a string that a colon follows is a key of the innermost object. */
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
/** Go compares keys without case, and takes the long s and the Kelvin sign for letters of ASCII. */
function folded(key) {
    return key.normalize('NFKC').toLowerCase();
}


/***/ }),

/***/ 5577:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $U: () => (/* binding */ isIndexType),
/* harmony export */   Ng: () => (/* binding */ parseManifest),
/* harmony export */   SM: () => (/* binding */ isServed),
/* harmony export */   UR: () => (/* binding */ namesPlatform),
/* harmony export */   Z2: () => (/* binding */ MEDIA_TYPES),
/* harmony export */   _m: () => (/* binding */ isImageConfig),
/* harmony export */   o4: () => (/* binding */ parseConfig)
/* harmony export */ });
/* unused harmony export isManifestType */
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1832);
/* harmony import */ var _document_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(9241);
/* harmony import */ var _platform_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(3003);
/* harmony import */ var _run_config_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(1658);




/** The four documents a registry serves as manifests (image-spec, media-types.md, and Docker's own schema 2). */
const MEDIA_TYPES = {
    ociManifest: 'application/vnd.oci.image.manifest.v1+json',
    ociIndex: 'application/vnd.oci.image.index.v1+json',
    dockerManifest: 'application/vnd.docker.distribution.manifest.v2+json',
    dockerList: 'application/vnd.docker.distribution.manifest.list.v2+json',
};
const MANIFESTS = [MEDIA_TYPES.ociManifest, MEDIA_TYPES.dockerManifest];
const INDEXES = [MEDIA_TYPES.ociIndex, MEDIA_TYPES.dockerList];
/** What an index says of an attestation that BuildKit put beside an image. */
const ATTESTATION = 'attestation-manifest';
/**
 * parseManifest hashes the bytes and reads them as the document that the content type names. The media type inside
 * must agree where there is one (image-spec, manifest.md and image-index.md: `mediaType` SHOULD be there and MUST
 * match). Throws a ManifestProblem.
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
    if (MANIFESTS.includes(mediaType)) {
        if ('manifests' in document)
            throw new _document_js__WEBPACK_IMPORTED_MODULE_1__/* .ManifestProblem */ .Rn('it is an image manifest with the children of an index');
        const layers = parseList(document.layers, 'layers').map((layer) => parseDescriptor(layer, 'a layer'));
        return { ...common, kind: 'manifest', config: parseDescriptor(document.config, 'the config'), layers };
    }
    if (INDEXES.includes(mediaType)) {
        if ('config' in document || 'layers' in document)
            throw new _document_js__WEBPACK_IMPORTED_MODULE_1__/* .ManifestProblem */ .Rn('it is an index with a config or layers');
        return { ...common, kind: 'index', children: parseList(document.manifests, 'manifests').map(parseChild) };
    }
    throw new _document_js__WEBPACK_IMPORTED_MODULE_1__/* .ManifestProblem */ .Rn(`its media type "${mediaType}" is not that of an image`);
}
/** isManifestType tells whether a descriptor points at a manifest or an index. */
function isManifestType({ mediaType }) {
    return MANIFESTS.includes(mediaType) || INDEXES.includes(mediaType);
}
/** isIndexType tells whether a descriptor points at an index. */
function isIndexType({ mediaType }) {
    return INDEXES.includes(mediaType);
}
const IMAGE_CONFIGS = [
    'application/vnd.oci.image.config.v1+json',
    'application/vnd.docker.container.image.v1+json',
];
/** isImageConfig tells an image from an artifact, whose config may be anything (image-spec, manifest.md). */
function isImageConfig({ mediaType }) {
    return IMAGE_CONFIGS.includes(mediaType);
}
/** isServed is false of layers that registries are told not to hold ("foreign" ones): they are fetched from elsewhere. */
function isServed({ mediaType }) {
    return !/nondistributable|rootfs\.foreign/.test(mediaType);
}
/** parseConfig reads an image configuration. Throws a ManifestProblem. */
function parseConfig(bytes) {
    const document = (0,_document_js__WEBPACK_IMPORTED_MODULE_1__/* .readDocument */ .u0)(bytes);
    const rootfs = asObject(document.rootfs);
    const diffIds = parseList(rootfs?.diff_ids ?? [], 'rootfs.diff_ids').map((text) => {
        const digest = typeof text === 'string' ? (0,_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .parseDigest */ .m)(text) : undefined;
        if (digest === undefined)
            throw new _document_js__WEBPACK_IMPORTED_MODULE_1__/* .ManifestProblem */ .Rn('it has a diff_id that is not a digest');
        return digest;
    });
    const platform = (0,_platform_js__WEBPACK_IMPORTED_MODULE_2__/* .parsePlatform */ .F)(document);
    if (platform === undefined)
        throw new _document_js__WEBPACK_IMPORTED_MODULE_1__/* .ManifestProblem */ .Rn('it names no platform');
    const created = typeof document.created === 'string' ? document.created : '';
    return {
        diffIds,
        platform,
        created,
        runConfig: (0,_run_config_js__WEBPACK_IMPORTED_MODULE_3__/* .canonicalRunConfig */ .Ih)(document.config),
        revision: (0,_run_config_js__WEBPACK_IMPORTED_MODULE_3__/* .revisionIn */ .jQ)(document.config),
    };
}
/** namesPlatform tells whether a config is for a machine; that of an attestation is for none. */
function namesPlatform(config) {
    try {
        return (0,_platform_js__WEBPACK_IMPORTED_MODULE_2__/* .parsePlatform */ .F)((0,_document_js__WEBPACK_IMPORTED_MODULE_1__/* .readDocument */ .u0)(config)) !== undefined;
    }
    catch (error) {
        if (error instanceof _document_js__WEBPACK_IMPORTED_MODULE_1__/* .ManifestProblem */ .Rn)
            return false;
        throw error;
    }
}
function parseChild(value) {
    const descriptor = parseDescriptor(value, 'a child');
    const fields = asObject(value) ?? {};
    const platform = (0,_platform_js__WEBPACK_IMPORTED_MODULE_2__/* .parsePlatform */ .F)(fields.platform);
    const isCalledSo = asObject(fields.annotations)?.['vnd.docker.reference.type'] === ATTESTATION;
    // An engine goes by the platform: what is for one runs there, whatever it is called.
    const isAttestation = isCalledSo && platform === undefined && !isIndexType(descriptor);
    return { ...descriptor, isAttestation, ...(platform === undefined ? {} : { platform }) };
}
function parseDescriptor(value, what) {
    const fields = asObject(value);
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
function parseList(value, what) {
    if (!Array.isArray(value))
        throw new _document_js__WEBPACK_IMPORTED_MODULE_1__/* .ManifestProblem */ .Rn(`it has no list "${what}"`);
    return value;
}
function asObject(value) {
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isObject ? value : undefined;
}


/***/ }),

/***/ 3003:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ parsePlatform),
/* harmony export */   s: () => (/* binding */ sameMachine)
/* harmony export */ });
/** What an index says of content that runs nowhere, such as an attestation. */
const UNKNOWN = 'unknown/unknown';
/**
 * parsePlatform reads the fields `os`, `architecture` and `variant` of an image configuration or of the platform of
 * an index's child (image-spec, config.md and image-index.md), or undefined where they are missing or unknown.
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
/**
 * sameMachine tells whether two platforms are the same but for the variant: tools differ in whether they write the one
 * that is implied (`arm64` is `arm64/v8`).
 */
function sameMachine(one, other) {
    return machine(one) === machine(other);
}
function machine(platform) {
    return platform.split('/').slice(0, 2).join('/');
}
function isWord(value) {
    return typeof value === 'string' && /^[A-Za-z0-9._-]+$/.test(value);
}


/***/ }),

/***/ 4607:
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
/* harmony export */   kU: () => (/* binding */ dockerServer),
/* harmony export */   z$: () => (/* binding */ referenceName)
/* harmony export */ });
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1832);

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
/** What docker calls Docker Hub where it keeps its logins. */
const DOCKER_HUB_SERVER = 'https://index.docker.io/v1/';
const DOCKER_HUB_ALIASES = [LEGACY_DOCKER_HUB, 'registry-1.docker.io'];
const bad = (problem) => ({ ok: false, problem });
/** parseReference reads `registry/repository[:tag][@digest]` and normalises it as docker does, without a default tag. */
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
        return bad(`has the tag "${tag}", which ${TAG_RULE}`);
    const repository = parseName(name);
    if (!repository.ok)
        return repository;
    return {
        ok: true,
        value: { ...repository.value, ...(tag === undefined ? {} : { tag }), ...(digest === undefined ? {} : { digest }) },
    };
}
/** parseRepository reads `registry/repository`, where an image can be pushed to, and refuses a tag or a digest. */
function parseRepository(text) {
    const reference = parseReference(text);
    if (!reference.ok)
        return reference;
    const { registry, path, tag, digest } = reference.value;
    if (tag !== undefined)
        return bad(`has the tag "${tag}"; tags have inputs of their own`);
    if (digest !== undefined)
        return bad('has a digest, which only the push can tell');
    if (!isAddress(registry))
        return bad(`has the registry "${registry}", which is no address that can be reached`);
    return { ok: true, value: { registry, path } };
}
/**
 * The grammar takes ports and addresses that there are not, and numbers that some programs take for an address
 * (`0177.0.0.1`, `127.1`) and others for a name.
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
    if (hasHost && !DOMAIN.test(first))
        return bad(`has the registry "${first}", which is not a host name`);
    const registry = !hasHost || first === LEGACY_DOCKER_HUB ? DOCKER_HUB : first;
    const rest = hasHost ? name.slice(slash + 1) : name;
    const path = registry === DOCKER_HUB && !rest.includes('/') ? `library/${rest}` : rest;
    if (path !== path.toLowerCase())
        return bad('has capital letters; a repository is written in lower case');
    if (!PATH.test(path)) {
        const rule = 'it takes lower-case letters and digits, with single ".", "_", "-" or "/" between them';
        return bad(`has the repository "${rest}"; ${rule}`);
    }
    if (path.length > LONGEST_PATH)
        return bad(`has a repository of more than ${LONGEST_PATH} characters`);
    return { ok: true, value: { registry, path } };
}
/** A first part is a host only if it could not be a path: it has a dot, a colon, capitals, or is `localhost`. */
function isHost(first) {
    return /[.:]/.test(first) || first === 'localhost' || first !== first.toLowerCase();
}
/** sameRegistry compares hosts as DNS and Docker Hub do: whatever the case, and with the hub's aliases as one. */
function sameRegistry(one, other) {
    return canonicalRegistry(one) === canonicalRegistry(other);
}
/** sameRepository tells whether two names are of one repository. */
function sameRepository(one, other) {
    return sameRegistry(one.registry, other.registry) && one.path === other.path;
}
/** isRegistry tells whether the text is a host, with or without a port, as the name of an image begins with one. */
function isRegistry(text) {
    return DOMAIN.test(text) && text.length <= LONGEST_PATH;
}
/** dockerServer is the name under which docker keeps the login for a registry; Docker Hub's is an old address. */
function dockerServer(registry) {
    return registry === DOCKER_HUB ? DOCKER_HUB_SERVER : registry;
}
function canonicalRegistry(host) {
    const lower = host.toLowerCase();
    return DOCKER_HUB_ALIASES.includes(lower) ? DOCKER_HUB : lower;
}
const TAG_RULE = 'takes up to 128 letters, digits, ".", "_" and "-", and begins with neither "." nor "-"';
/** isTag tells whether the text is a tag (distribution-spec, "Pulling manifests"). */
function isTag(text) {
    return TAG.test(text);
}
/** repositoryName writes a repository out: `registry/path`. */
function repositoryName({ registry, path }) {
    return `${registry}/${path}`;
}
/** referenceName writes a reference out in full. */
function referenceName(reference) {
    const tag = reference.tag === undefined ? '' : `:${reference.tag}`;
    const digest = reference.digest === undefined ? '' : `@${reference.digest}`;
    return `${repositoryName(reference)}${tag}${digest}`;
}


/***/ }),

/***/ 1658:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Ih: () => (/* binding */ canonicalRunConfig),
/* harmony export */   P1: () => (/* binding */ REVISION_LABEL),
/* harmony export */   jQ: () => (/* binding */ revisionIn)
/* harmony export */ });
/** The settings of an image that decide what a container of it does (image-spec, config.md, `config`). */
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
 * canonicalRunConfig writes those settings in one way, so that an engine's account of an image can be compared with
 * the image's own configuration: keys sorted, and what is null or empty left out, since tools differ in that.
 */
function canonicalRunConfig(value) {
    const config = (typeof value === 'object' && value !== null ? value : {});
    const kept = SETTINGS.map((name) => [name, sorted(config[name])]).filter(([, setting]) => !isEmpty(setting));
    return JSON.stringify(Object.fromEntries(kept));
}
/** The label by which an image names the commit it was built from (image-spec, annotations.md). */
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

/***/ 9033:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  W: () => (/* binding */ cloudKeyless)
});

// EXTERNAL MODULE: ./build/http/clock.js + 1 modules
var http_clock = __nccwpck_require__(7216);
// EXTERNAL MODULE: ./build/http/http.js + 3 modules
var http_http = __nccwpck_require__(7612);
// EXTERNAL MODULE: ./build/image/reference.js
var reference = __nccwpck_require__(4607);
// EXTERNAL MODULE: ./build/http/persistence.js
var persistence = __nccwpck_require__(8474);
// EXTERNAL MODULE: ./build/http/transience.js
var transience = __nccwpck_require__(2035);
// EXTERNAL MODULE: ./build/secret.js
var secret = __nccwpck_require__(3558);
// EXTERNAL MODULE: ./build/errors.js
var errors = __nccwpck_require__(7421);
// EXTERNAL MODULE: ./build/text.js
var build_text = __nccwpck_require__(8533);
;// CONCATENATED MODULE: ./build/keyless/claims.js

/** What of the job's token may be shown, in this order; none of it is secret (docs.github.com, "OpenID Connect"). */
const SHOWN = ['iss', 'aud', 'sub', 'job_workflow_ref', 'ref', 'environment'];
/** Longest value that is shown. */
const LONGEST = 300;
/** readClaims reads the claims of a JWT (RFC 7519) without judging its signature; whatever it is given, it throws nothing. */
function readClaims(token) {
    const read = parsed(token.split('.')[1] ?? '');
    if (typeof read !== 'object' || read === null)
        return {};
    const names = [...SHOWN, 'repository', 'repository_id', 'repository_owner', 'repository_owner_id'];
    const texts = names.map((name) => [name, shown(read[name])]);
    return Object.fromEntries(texts.filter(([, text]) => text !== ''));
}
/** numericClaim is a claim such as `exp`, in seconds since 1970; undefined if the token cannot be read or has none. */
function numericClaim(token, name) {
    const value = claim(token, name);
    return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}
/** claim is any claim of a token, as it came; undefined if it cannot be read. */
function claim(token, name) {
    const read = parsed(token.split('.')[1] ?? '');
    const isObject = typeof read === 'object' && read !== null && Object.hasOwn(read, name);
    return isObject ? read[name] : undefined;
}
/** describeClaims lists what a provider compares, as a sentence. */
function describeClaims(claims) {
    const list = SHOWN.flatMap((name) => (claims[name] === undefined ? [] : [`${name} "${claims[name]}"`]));
    return list.length === 0 ? "The job's token could not be read." : `The job's token has ${list.join(', ')}.`;
}
/**
 * describeSubject says what is easily overlooked when a trust setting is compared with `sub`: there are two forms of it.
 * Repositories that were made or renamed since 15 July 2026 have numeric ids in it
 * (`repo:octo@1/app@2:ref:refs/heads/main`), others have not unless they asked for them.
 */
function describeSubject({ sub = '', ...claims }) {
    const [, owner, ownerId, name, id, rest] = /^repo:([^/@:]+)(@\d+)?\/([^@:]+)(@\d+)?(:.*)$/.exec(sub) ?? [];
    if (owner === undefined || name === undefined || rest === undefined) {
        return sub === '' ? '' : 'This subject was customised (API "OIDC subject claim"); write the trust for what it is.';
    }
    if (ownerId !== undefined || id !== undefined) {
        return `This subject has the form with ids: trust in "repo:${owner}/${name}${rest}" does not match it.`;
    }
    const ids = claims.repository_owner_id === undefined || claims.repository_id === undefined
        ? 'ids'
        : `"repo:${owner}@${claims.repository_owner_id}/${name}@${claims.repository_id}${rest}"`;
    return `This subject has the form without ids: trust in ${ids} does not match it.`;
}
function parsed(part) {
    try {
        return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(part, 'base64url')));
    }
    catch {
        return undefined;
    }
}
/** An audience may be a list. */
function shown(value) {
    const text = Array.isArray(value) ? value.filter((each) => typeof each === 'string').join(' ') : value;
    return typeof text === 'string' ? (0,build_text/* printableLine */.o)(text.slice(0, LONGEST)) : '';
}

;// CONCATENATED MODULE: ./build/keyless/refusal.js




const THROTTLED = {
    says: /^429 |Throttl|RequestLimitExceeded|SlowDown|RESOURCE_EXHAUSTED|temporarily_unavailable/,
    means: 'it limits how often it is asked',
    hint: 'Run the job again later; let fewer jobs sign in at the same time.',
};
const BROKEN = {
    says: /^5\d\d /,
    means: 'it is out of order',
    hint: "Look at the provider's status page, and run the job again.",
};
/** Longest part of what a provider says that is quoted. */
const refusal_LONGEST = 400;
/** refusedExchange names an answer that gives nothing, and prints the claims that the provider has judged by. */
function refusedExchange(who, said, { known, claims }) {
    const text = `${said.status} ${said.code} ${said.message}`;
    const { means, hint, isAboutSubject } = [THROTTLED, BROKEN, ...known].find(({ says }) => says.test(text)) ?? {
        means: 'it gives nothing for this request',
        hint: 'Compare the fields of this entry in "identity" with the provider\'s settings; docs/keyless.md lists them.',
        isAboutSubject: true,
    };
    const words = (0,build_text/* printableLine */.o)(`${said.code} ${said.message}`.slice(0, refusal_LONGEST));
    const quoted = words === '' ? '' : `: ${words.replace(/\.$/, '')}`;
    const judged = claims === undefined ? '' : ` ${describeClaims(claims)}`;
    const subject = isAboutSubject === true && claims !== undefined ? ` ${describeSubject(claims)}` : '';
    return new errors/* ActionError */.l('EXCHANGE_FAILED', `${who} refuses: ${means} (status ${said.status}${quoted}).${judged}`, {
        hint: `${hint}${subject}`,
    });
}
/** malformedAnswer says that an answer has not the form its provider documents. */
function malformedAnswer(who, problem) {
    return new errors/* ActionError */.l('EXCHANGE_FAILED', `The answer of ${who} cannot be used: ${problem}.`, {
        hint: 'Run the job again. If it comes again, look for a proxy between the runner and the provider that answers itself.',
    });
}
/** noExchange names why there was no answer at all. */
function noExchange(who, host, thrown) {
    if (thrown instanceof errors/* ActionError */.l)
        return thrown;
    const code = (0,transience/* errorCode */.CA)(thrown);
    const words = thrown instanceof Error ? (0,build_text/* printableLine */.o)(thrown.message) : String(thrown);
    const isUnknown = code === 'ENOTFOUND' || code === 'EAI_AGAIN';
    const [problem, hint] = isUnknown
        ? ['has no address', 'Check the registry, region and cloud in "identity", and the DNS and proxy of this runner.']
        : ['could not be reached', 'Check that this runner may reach it (proxy, firewall, certificates of a proxy).'];
    return new errors/* ActionError */.l('EXCHANGE_FAILED', `${host} (${who}) ${problem} (${code || 'no code'}): ${words}.`, {
        hint,
        cause: thrown,
    });
}

;// CONCATENATED MODULE: ./build/keyless/exchange.js





/** Longest answer that is read, in bytes; tokens have some kilobytes. */
const LIMIT = 256 * 1024;
/** Exchange asks providers, tries again what may go well later, and masks what they give. */
class Exchange {
    #options;
    #persistence;
    constructor(options) {
        this.#options = options;
        this.#persistence = new persistence/* Persistence */.y(options.clock, options.signal);
    }
    /** now is the date, in milliseconds since 1970. */
    get now() {
        return this.#options.clock.date();
    }
    /**
     * ask returns the answer, whatever its status. `isBusy` tells an answer that says in its words alone that the same
     * request may go well later. Redirects are not followed: what is secret goes to the host it was meant for.
     */
    async ask({ who, method = 'POST', url, headers = {}, body }, isBusy = () => false) {
        const { http, clock, signal } = this.#options;
        // The last look before a token leaves; every address here is made by rule.
        if (url.protocol !== 'https:')
            throw malformedAnswer(who, `${url.origin} is not reached by TLS`);
        const request = { method, url, headers, limit: LIMIT, ...(body === undefined ? {} : { body }) };
        return this.#persistence.persist(url.host, async () => {
            try {
                const answer = await http.open(request).then(http_http/* readAnswer */.JN);
                return { result: () => answer, transience: (0,transience/* transienceOfAnswer */.Ah)(answer, clock.date(), isBusy(answer)) };
            }
            catch (thrown) {
                signal.throwIfAborted();
                const fail = () => {
                    throw noExchange(who, url.host, thrown);
                };
                return { result: fail, transience: (0,transience/* transienceOfError */.ML)(thrown) };
            }
        });
    }
    /** form is `ask` with the fields of a form (`application/x-www-form-urlencoded`). */
    form(asked, isBusy) {
        const headers = { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' };
        const body = new URLSearchParams(asked.fields).toString();
        return this.ask({ ...asked, headers: { ...headers, ...asked.headers }, body }, isBusy);
    }
    /**
     * keep masks every form of a token, the parts of a JWT among them, and only then makes a Secret of it. Throws
     * EXCHANGE_FAILED for what is no token: a header takes visible ASCII only, and so does a login.
     */
    keep(who, token, username = '') {
        if (typeof token !== 'string' || !/^[\x21-\x7e]+$/.test(token))
            throw malformedAnswer(who, 'there is no token in it');
        const parts = token.split('.').slice(1);
        const secrets = [token, ...(parts.length === 2 ? parts : [])].filter((each) => each.length > 8);
        for (const text of secrets) {
            for (const form of (0,secret/* maskedForms */.$e)({ username, password: new secret/* Secret */.zh(text), servers: [] }))
                this.#options.mask(form);
        }
        return new secret/* Secret */.zh(token);
    }
}
/** jsonOf reads the object in an answer; anything else has no fields. */
function jsonOf({ body }) {
    try {
        const read = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
        return typeof read === 'object' && read !== null ? read : {};
    }
    catch {
        return {};
    }
}
/** saidBy reads an error in the form of OAuth (RFC 6749, 5.2), or with a `message`. */
function saidBy(answer) {
    const { error, error_description, message } = jsonOf(answer);
    const text = (value) => (typeof value === 'string' ? value : '');
    return { status: answer.status, code: text(error), message: text(error_description) || text(message) };
}

;// CONCATENATED MODULE: ./build/keyless/aws/endpoints.js
/** stsHost is the regional STS that goes with a registry (botocore, `sts/endpoint-rule-set-1.json`). */
function stsHost({ partition, region, isFips, isDualStack }) {
    // The government's plain STS is the validated one.
    const isPlain = !isFips || (partition.id === 'aws-us-gov' && !isDualStack);
    return `${isPlain ? 'sts' : 'sts-fips'}.${region}.${services(partition, isDualStack)}`;
}
/** ecrHost is the API of ECR that goes with a registry (botocore, `ecr` and `ecr-public/endpoint-rule-set-1.json`). */
function ecrHost({ kind, partition, region, isFips, isDualStack }) {
    const service = `${kind === 'public' ? 'ecr-public' : 'ecr'}${isFips ? '-fips' : ''}`;
    return `${isDualStack ? service : `api.${service}`}.${region}.${services(partition, isDualStack)}`;
}
function services({ domain, dualStack }, isDualStack) {
    return isDualStack && dualStack !== undefined ? dualStack.services : domain;
}

;// CONCATENATED MODULE: ./build/keyless/aws/session-policy.js
/** What a push takes (Amazon ECR user guide, "Required IAM permissions for pushing an image"). */
const PUSH = [
    'BatchCheckLayerAvailability',
    'InitiateLayerUpload',
    'UploadLayerPart',
    'CompleteLayerUpload',
    'PutImage',
];
/** What reading back takes; anyone may read the public registry. */
const READ = ['BatchGetImage', 'GetDownloadUrlForLayer'];
/**
 * sessionPolicy narrows whatever role the job is given to pushing to this repository and reading it back: what the
 * session may do is what both the role and this policy allow (IAM user guide, "Session policies").
 */
function sessionPolicy(ecr, { registry, path }) {
    const service = ecr.kind === 'public' ? 'ecr-public' : 'ecr';
    const named = (actions) => actions.map((action) => `${service}:${action}`);
    const statement = (Action, Resource) => ({ Effect: 'Allow', Action, Resource });
    const arn = ecr.kind === 'public'
        ? // The first part of a public path is an alias of the account, which only AWS knows.
            `arn:${ecr.partition.id}:ecr-public::*:repository/${path.slice(path.indexOf('/') + 1)}`
        : `arn:${ecr.partition.id}:ecr:${ecr.region}:${registry.slice(0, 12)}:repository/${path}`;
    const signIn = ecr.kind === 'public'
        ? [...named(['GetAuthorizationToken']), 'sts:GetServiceBearerToken']
        : named(['GetAuthorizationToken']);
    return JSON.stringify({
        Version: '2012-10-17',
        Statement: [statement(signIn, '*'), statement(named(ecr.kind === 'public' ? PUSH : [...PUSH, ...READ]), arn)],
    });
}

;// CONCATENATED MODULE: ./build/keyless/aws/assume-role.js



const WHO = 'Amazon STS';
/** Every role allows an hour, and no role has to allow more. In seconds. */
const SESSION = 3600;
const KNOWN = [
    {
        says: /audience/i,
        means: 'the token is made for another audience',
        hint: 'Compare the audience (client ID) of the identity provider in IAM with aud; "audience" in "identity" sets aud.',
    },
    {
        says: /ExpiredToken/,
        means: 'the token has run out',
        hint: 'Run the job again. If it comes again, the clock of this runner is wrong, or STS could not be reached for minutes.',
    },
    {
        says: /No OpenIDConnect provider|InvalidIdentityToken|IDPRejectedClaim/,
        means: 'the account of the role does not take tokens of this issuer',
        hint: 'Make an identity provider in IAM of that account whose URL is iss, "https://token.actions.githubusercontent.com".',
    },
    {
        says: /AccessDenied/,
        means: 'the role is not given to this job, or does not exist',
        hint: 'Compare the conditions of the role\'s trust policy ("token.actions.githubusercontent.com:sub" and ":aud") with sub and aud, and check "role-to-assume".',
        isAboutSubject: true,
    },
    {
        says: /RegionDisabled/,
        means: 'STS is switched off in this region',
        hint: 'Activate STS for the region of the registry in the account settings of IAM.',
    },
    {
        says: /MalformedPolicyDocument|PackedPolicyTooLarge/,
        means: 'the session policy for this repository is not taken',
        hint: "Shorten the repository's name, or the tags and policies that the role's trust adds to a session.",
    },
];
/**
 * assumeRole asks STS for keys of the role (AWS STS API reference, AssumeRoleWithWebIdentity), narrowed to the
 * repository. Nothing is signed: the job's token is what counts.
 */
async function assumeRole(exchange, { roleArn, ecr }, given) {
    const fields = {
        Action: 'AssumeRoleWithWebIdentity',
        Version: '2011-06-15',
        RoleArn: roleArn,
        RoleSessionName: given.sessionName,
        WebIdentityToken: given.token.secret.reveal(),
        DurationSeconds: String(SESSION),
        Policy: sessionPolicy(ecr, given.repository),
    };
    const url = new URL(`https://${stsHost(ecr)}/`);
    const headers = { accept: 'application/xml' };
    const answer = await exchange.form({ who: WHO, url, headers, fields }, isBusy);
    if (answer.status !== 200) {
        throw refusedExchange(WHO, saidInXml(answer), { known: KNOWN, claims: given.token.claims });
    }
    const text = textOf(answer);
    const expiresAt = Date.parse(assume_role_element(text, 'Expiration'));
    if (Number.isNaN(expiresAt))
        throw malformedAnswer(WHO, 'it does not say when the keys run out');
    const keys = {
        accessKeyId: assume_role_element(text, 'AccessKeyId'),
        secretAccessKey: exchange.keep(WHO, assume_role_element(text, 'SecretAccessKey')).reveal(),
        sessionToken: exchange.keep(WHO, assume_role_element(text, 'SessionToken')).reveal(),
    };
    // The id is no secret, but it becomes part of a header.
    if (!/^\w{16,128}$/.test(keys.accessKeyId))
        throw malformedAnswer(WHO, 'there are no keys in it');
    return { keys, expiresAt };
}
/** STS says with status 400 that it has too much to do, or could not fetch GitHub's keys. */
function isBusy(answer) {
    return answer.status === 400 && /^(?:Throttling|IDPCommunicationError)/.test(saidInXml(answer).code);
}
function saidInXml(answer) {
    const text = textOf(answer);
    return { status: answer.status, code: assume_role_element(text, 'Code'), message: assume_role_element(text, 'Message') };
}
function textOf({ body }) {
    return new TextDecoder().decode(body);
}
/** The text of the first element of this name. The answers of the query protocol have no attributes in these. */
function assume_role_element(xml, name) {
    const [, text = ''] = new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml) ?? [];
    const entities = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
    return text.replace(/&(lt|gt|quot|apos|amp);/g, (_, entity) => entities[entity] ?? '').trim();
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(7598);
;// CONCATENATED MODULE: ./build/keyless/aws/signature.js

/**
 * signedHeaders returns the headers of a request with a signature, version 4 (IAM user guide, "Create a signed AWS API
 * request"), over all of them and the host.
 */
function signedHeaders(request, { keys, service, region, date }) {
    const time = new Date(date).toISOString().replace(/[-:]|\.\d{3}/g, '');
    const headers = {
        ...request.headers,
        'x-amz-date': time,
        ...(keys.sessionToken === undefined ? {} : { 'x-amz-security-token': keys.sessionToken }),
    };
    const day = time.slice(0, 8);
    const scope = `${day}/${region}/${service}/aws4_request`;
    const signed = { ...headers, host: request.url.host };
    const text = ['AWS4-HMAC-SHA256', time, scope, sha256(canonicalRequest({ ...request, headers: signed }))].join('\n');
    const key = [day, region, service, 'aws4_request'].reduce(hmac, `AWS4${keys.secretAccessKey}`);
    const authorization = [
        `AWS4-HMAC-SHA256 Credential=${keys.accessKeyId}/${scope}`,
        `SignedHeaders=${headerNames(signed)}`,
        `Signature=${hmac(key, text).toString('hex')}`,
    ].join(', ');
    return { ...headers, authorization };
}
/** canonicalRequest is the one form of a request that both sides hash (the same guide, step 1). */
function canonicalRequest({ method, url, headers, body }) {
    const lines = sorted(Object.keys(headers)).map((name) => `${name}:${headers[name]?.trim().replace(/ +/g, ' ')}\n`);
    const path = url.pathname.split('/').map((part) => encoded(decodeURIComponent(part)));
    return [method, path.join('/'), canonicalQuery(url), lines.join(''), headerNames(headers), sha256(body)].join('\n');
}
function canonicalQuery(url) {
    const pairs = [...url.searchParams].map(([name, value]) => `${encoded(name)}=${encoded(value)}`);
    return sorted(pairs).join('&');
}
function headerNames(headers) {
    return sorted(Object.keys(headers)).join(';');
}
function sorted(texts) {
    return [...texts].sort((one, other) => Buffer.compare(Buffer.from(one), Buffer.from(other)));
}
/** Everything but RFC 3986's unreserved characters. */
function encoded(text) {
    return encodeURIComponent(text).replace(/[!'()*]/g, (each) => `%${each.charCodeAt(0).toString(16).toUpperCase()}`);
}
function sha256(text) {
    return (0,external_node_crypto_.createHash)('sha256').update(text).digest('hex');
}
function hmac(key, text) {
    return (0,external_node_crypto_.createHmac)('sha256', key).update(text).digest();
}

;// CONCATENATED MODULE: ./build/keyless/aws/sign-in-to-ecr.js






const sign_in_to_ecr_WHO = 'Amazon ECR';
const sign_in_to_ecr_KNOWN = [
    {
        says: /Signature (?:expired|not yet current)|RequestExpired|RequestTimeTooSkewed/i,
        means: 'the clock of this runner is wrong',
        hint: 'Set the clock of the runner: a signature is valid for some minutes around its time.',
    },
    {
        says: /ExpiredToken/,
        means: 'the keys of the role have run out',
        hint: 'Run the job again. If it comes again, look at the clock of this runner.',
    },
    {
        // Or 403 without a word that can be read.
        says: /AccessDenied|not authorized|^403 +$/,
        means: 'the role may not sign in to the registry',
        hint: 'Allow the role ecr:GetAuthorizationToken on "*" (for public.ecr.aws: ecr-public:GetAuthorizationToken and sts:GetServiceBearerToken).',
    },
    {
        says: /UnrecognizedClient|InvalidClientTokenId|InvalidSignature/,
        means: 'the region does not know the keys of the role',
        hint: 'The role must be of the same partition as the registry (aws, aws-cn, aws-us-gov), and the region be switched on for its account.',
    },
];
/**
 * signInToEcr gets a password for a registry of Amazon ECR: the job's token is exchanged for a role that may do nothing
 * but push to this repository and read it back, and the role's keys for the password (Amazon ECR API reference,
 * GetAuthorizationToken).
 */
async function signInToEcr(exchange, identity, given) {
    const session = await assumeRole(exchange, identity, given);
    const answer = await askForToken(exchange, identity, session);
    if (answer.status !== 200)
        throw refusedExchange(sign_in_to_ecr_WHO, sign_in_to_ecr_saidBy(answer), { known: sign_in_to_ecr_KNOWN, claims: given.token.claims });
    const { authorizationData } = jsonOf(answer);
    const data = Array.isArray(authorizationData) ? authorizationData[0] : authorizationData;
    const { authorizationToken, expiresAt } = (data ?? {});
    if (typeof authorizationToken !== 'string')
        throw malformedAnswer(sign_in_to_ecr_WHO, 'there is no token in it');
    exchange.keep(sign_in_to_ecr_WHO, authorizationToken);
    const [, username, password] = /^([^:]+):(.+)$/.exec(Buffer.from(authorizationToken, 'base64').toString()) ?? [];
    if (username !== 'AWS')
        throw malformedAnswer(sign_in_to_ecr_WHO, 'the token in it is no user and password');
    return {
        username,
        password: exchange.keep(sign_in_to_ecr_WHO, password, username),
        // Nobody says whether a password outlives the keys that it was made with.
        expiresAt: typeof expiresAt === 'number' ? Math.min(expiresAt * 1000, session.expiresAt) : session.expiresAt,
        kind: `a password of Amazon ECR for the role ${identity.roleArn}`,
        width: `pushing to ${(0,reference/* repositoryName */.aR)(given.repository)} and reading it back, by a session policy`,
    };
}
function askForToken(exchange, { ecr }, { keys }) {
    const [service, target] = ecr.kind === 'public' ? ['ecr-public', 'SpencerFrontendService'] : ['ecr', 'AmazonEC2ContainerRegistry_V20150921'];
    const url = new URL(`https://${ecrHost(ecr)}/`);
    const headers = { 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': `${target}.GetAuthorizationToken` };
    const unsigned = { method: 'POST', url, headers, body: '{}' };
    const signed = signedHeaders(unsigned, { keys, service, region: ecr.region, date: exchange.now });
    return exchange.ask({ who: sign_in_to_ecr_WHO, ...unsigned, headers: signed }, sign_in_to_ecr_isBusy);
}
/** The JSON protocol names its error in `__type`, sometimes with a name space before it. */
function sign_in_to_ecr_saidBy(answer) {
    const { __type, message, Message } = jsonOf(answer);
    const text = (value) => (typeof value === 'string' ? value : '');
    return { status: answer.status, code: text(__type).replace(/^.*#/, ''), message: text(message) || text(Message) };
}
function sign_in_to_ecr_isBusy(answer) {
    return answer.status === 400 && /^Throttling|^RequestLimitExceeded/.test(sign_in_to_ecr_saidBy(answer).code);
}

;// CONCATENATED MODULE: ./build/keyless/azure-acr.js





const ENTRA = 'Microsoft Entra ID';
const ACR = 'Azure Container Registry';
/** Tells a registry that the password is one of its own tokens (Azure/acr, `docs/AAD-OAuth.md`). */
const TOKEN_USER = '00000000-0000-0000-0000-000000000000';
/** The registries' own resource: a token for it is good for nothing else, as one for Azure's whole management is not. */
const SCOPE = 'https://containerregistry.azure.net/.default';
/** For a token whose end cannot be read, in milliseconds. */
const SHORT = 5 * 60_000;
const ROLE_HINT = 'Give the identity the role AcrPush on the registry. If the registry\'s role assignment mode is "RBAC Registry + ABAC ' +
    'Repository Permissions", AcrPush does not count: give it "Container Registry Repository Writer", best with a ' +
    'condition on this repository.';
const KNOWN_OF_ENTRA = [
    {
        says: /AADSTS700212/,
        means: 'no federated credential of the application has this audience',
        hint: 'Compare the audience of the federated credential with aud; "audience" in "identity" sets aud.',
    },
    {
        says: /AADSTS700211/,
        means: 'no federated credential of the application has this issuer',
        hint: 'Compare the issuer of the federated credential with iss.',
    },
    {
        says: /AADSTS70021/,
        means: 'no federated credential of the application matches this job',
        hint: 'Compare the subject identifier of the federated credential (or its claims matching expression) with sub, character by character.',
        isAboutSubject: true,
    },
    {
        says: /AADSTS700024|expired/i,
        means: 'the token has run out',
        hint: 'Run the job again. If it comes again, the clock of this runner is wrong, or Entra ID could not be reached for minutes.',
    },
    {
        says: /AADSTS(?:700016|7000229|90002|900023)/,
        means: 'it does not know the tenant or the application',
        hint: 'Check "tenant-id" and "client-id": the client ID is that of the application or managed identity, not its object ID.',
    },
    {
        says: /AADSTS500011/,
        means: 'the tenant does not know the registries as a resource',
        hint: 'Register the resource provider Microsoft.ContainerRegistry in a subscription of this tenant.',
    },
];
const KNOWN_OF_ACR = [
    {
        says: /client with IP|firewall|not allowed access/i,
        means: 'its firewall lets this runner not in',
        hint: "Allow the runner's address in the registry's networking, or use a runner inside its network.",
    },
    { says: /it grants no/, means: 'the identity may not push to this repository and read it back', hint: ROLE_HINT },
    { says: /^40[13] /, means: 'the identity may not sign in to it', hint: ROLE_HINT },
];
/**
 * signInToAcr gets a token of an Azure Container Registry that is good for this repository alone: the job's token is
 * exchanged for one of Entra ID (client credentials with a federated assertion), that one for a refresh token of the
 * registry, and that one for an access token, which a login takes as its password (Azure/acr, `docs/AAD-OAuth.md`).
 */
async function signInToAcr(exchange, identity, { token, repository }) {
    const { registry, tenantId: tenant, clientId } = identity;
    const { claims } = token;
    const entra = await askEntra(exchange, identity, token);
    const refresh = await askRegistry(exchange, registry, {
        path: '/oauth2/exchange',
        gives: 'refresh_token',
        fields: { grant_type: 'access_token', service: registry, tenant, access_token: entra },
        claims,
    });
    const scope = `repository:${repository.path}:pull,push`;
    const access = await askRegistry(exchange, registry, {
        path: '/oauth2/token',
        gives: 'access_token',
        fields: { grant_type: 'refresh_token', service: registry, scope, refresh_token: refresh },
        claims,
    });
    assertGranted(access, repository, claims);
    const end = numericClaim(access, 'exp');
    return {
        username: TOKEN_USER,
        password: new secret/* Secret */.zh(access),
        expiresAt: end === undefined ? exchange.now + SHORT : end * 1000,
        kind: `an access token of ${registry} for the application ${clientId}`,
        width: `pulling from and pushing to ${(0,reference/* repositoryName */.aR)(repository)} alone`,
    };
}
async function askEntra(exchange, { cloud, tenantId, clientId }, { secret, claims }) {
    const url = new URL(`https://${cloud.authority}/${tenantId}/oauth2/v2.0/token`);
    const fields = {
        client_id: clientId,
        grant_type: 'client_credentials',
        client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
        client_assertion: secret.reveal(),
        scope: SCOPE,
    };
    const answer = await exchange.form({ who: ENTRA, url, fields });
    if (answer.status !== 200)
        throw refusedExchange(ENTRA, saidBy(answer), { known: KNOWN_OF_ENTRA, claims });
    return exchange.keep(ENTRA, jsonOf(answer).access_token).reveal();
}
async function askRegistry(exchange, registry, question) {
    const { path, gives, fields, claims } = question;
    const answer = await exchange.form({ who: ACR, url: new URL(path, `https://${registry}`), fields });
    if (answer.status !== 200)
        throw refusedExchange(ACR, saidByRegistry(answer), { known: KNOWN_OF_ACR, claims });
    return exchange.keep(ACR, jsonOf(answer)[gives], TOKEN_USER).reveal();
}
/** A registry may answer a scope that is not granted with a token that grants less, and say nothing. */
function assertGranted(token, { path }, claims) {
    const access = claim(token, 'access');
    if (!Array.isArray(access))
        return;
    const actions = access
        .filter((each) => each?.type === 'repository' && each?.name === path)
        .flatMap((each) => (Array.isArray(each?.actions) ? each.actions : []));
    const missing = ['pull', 'push'].filter((action) => !actions.includes(action) && !actions.includes('*'));
    if (missing.length === 0)
        return;
    const said = { status: 200, code: '', message: `it grants no ${missing.join(' and no ')} for ${path}` };
    throw refusedExchange(ACR, said, { known: KNOWN_OF_ACR, claims });
}
/** The registry's own errors have the form of the distribution specification. */
function saidByRegistry(answer) {
    const { errors } = jsonOf(answer);
    const [first] = Array.isArray(errors) ? errors : [];
    if (first === undefined)
        return saidBy(answer);
    return { status: answer.status, code: String(first?.code ?? ''), message: String(first?.message ?? '') };
}

;// CONCATENATED MODULE: ./build/keyless/dockerhub.js


const dockerhub_WHO = 'Docker Hub';
/** The longest life that every connection can give, in seconds; the default of 300 is too short for a large push. */
const LIFE = 3600;
/** What Docker Hub says in these cases is not documented; the statuses are what its peers and HTTP give them. */
const dockerhub_KNOWN = [
    {
        says: /audience/i,
        means: 'the token is made for another audience',
        hint: 'Leave "audience" out of this entry: Docker Hub expects "https://identity.docker.com".',
    },
    {
        says: /expired/i,
        means: 'the token has run out',
        hint: 'Run the job again. If it comes again, the clock of this runner is wrong, or Docker Hub could not be reached for minutes.',
    },
    {
        says: /^404 |connection/i,
        means: 'it does not know the connection',
        hint: 'Check "connection-id" (Docker Home, organisation, "OIDC connections"), and that the connection is active.',
    },
    {
        says: /^40[0-3] /,
        means: 'no ruleset of the connection matches this job',
        hint: "Compare the rules of the connection's rulesets with sub, and that a ruleset names this repository with the scope to write.",
        isAboutSubject: true,
    },
];
/**
 * signInToDockerHub exchanges the job's token at a connection of a Docker organisation (docs.docker.com, "OIDC
 * connections"; the fields as docker/login-action sends them). What it may do, the rulesets of the connection say.
 */
async function signInToDockerHub(exchange, { username, connectionId }, { secret, claims }) {
    const fields = {
        grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
        subject_token_type: 'urn:ietf:params:oauth:token-type:id_token',
        subject_token: secret.reveal(),
        connection_id: connectionId,
        expires_in: String(LIFE),
    };
    const asked = exchange.now;
    const answer = await exchange.form({ who: dockerhub_WHO, url: new URL('https://identity.docker.com/oauth/token'), fields });
    if (answer.status !== 200)
        throw refusedExchange(dockerhub_WHO, saidBy(answer), { known: dockerhub_KNOWN, claims });
    const { access_token, expires_in } = jsonOf(answer);
    return {
        username,
        password: exchange.keep(dockerhub_WHO, access_token, username),
        expiresAt: asked + (typeof expires_in === 'number' ? Math.min(expires_in, LIFE) : LIFE) * 1000,
        kind: `a token of Docker Hub for the organisation ${username}`,
        width: 'what the matching rulesets of the connection allow',
    };
}

;// CONCATENATED MODULE: ./build/keyless/google-ar.js


const STS = 'Google STS';
const IAM = 'Google IAM Credentials';
const google_ar_SCOPE = 'https://www.googleapis.com/auth/cloud-platform';
/** How long to act as a service account: as long as any may be acted as. In seconds. */
const IMPERSONATION = 3600;
const KNOWN_OF_STS = [
    {
        says: /audience/i,
        means: 'the token is made for another audience, or the provider does not exist',
        hint: 'Check "workload-identity-provider" (with the project\'s number, not its name), that pool and provider are enabled, and compare the allowed audiences of the provider with aud.',
    },
    {
        says: /stale|expired|\bexp\b/i,
        means: 'the token has run out',
        hint: 'Run the job again. If it comes again, the clock of this runner is wrong, or Google could not be reached for minutes.',
    },
    {
        says: /attribute condition|attribute mapping/i,
        means: "the provider's attribute condition rejects this job",
        hint: "Compare the provider's attribute condition and mapping with these claims; a condition on repository_id and repository_owner_id does not depend on the form of sub.",
        isAboutSubject: true,
    },
    {
        says: /issuer/i,
        means: 'the provider takes tokens of another issuer',
        hint: "Compare the provider's issuer URI with iss.",
    },
];
const KNOWN_OF_IAM = [
    {
        says: /has not been used|SERVICE_DISABLED/,
        means: 'its API is switched off',
        hint: 'Enable iamcredentials.googleapis.com in the project of the service account.',
    },
    {
        says: /^40[34] /,
        means: 'this job may not act as the service account, or there is none of this name',
        hint: 'Check "service-account", and give roles/iam.workloadIdentityUser on it to the principal of this job (principalSet://iam.googleapis.com/…/attribute.repository/OWNER/REPO, or principal://…/subject/ with sub).',
        isAboutSubject: true,
    },
];
/**
 * signInToArtifactRegistry gets an access token of Google: the job's token is exchanged for one of the workload
 * identity pool (IAM "Security Token Service API", method token), and that one for the service account's if there is
 * one ("IAM Service Account Credentials API", generateAccessToken). Google narrows no token to a repository.
 */
async function signInToArtifactRegistry(exchange, identity, token) {
    const federated = await federate(exchange, identity, token);
    const { serviceAccount } = identity;
    const given = serviceAccount === undefined ? federated : await impersonate(exchange, serviceAccount, { token, federated });
    const who = serviceAccount ?? 'the principal of this job';
    return {
        username: 'oauth2accesstoken',
        password: exchange.keep(STS, given.value, 'oauth2accesstoken'),
        expiresAt: given.expiresAt,
        kind: `an access token of Google for ${who}`,
        width: `everything that ${who} may do; Google narrows no token to a repository`,
    };
}
async function federate(exchange, { provider }, token) {
    const document = {
        audience: `//iam.googleapis.com/${provider}`,
        grantType: 'urn:ietf:params:oauth:grant-type:token-exchange',
        requestedTokenType: 'urn:ietf:params:oauth:token-type:access_token',
        scope: google_ar_SCOPE,
        subjectTokenType: 'urn:ietf:params:oauth:token-type:jwt',
        subjectToken: token.secret.reveal(),
    };
    const answer = await post(exchange, { who: STS, url: new URL('https://sts.googleapis.com/v1/token'), document });
    if (answer.status !== 200)
        throw refusedExchange(STS, saidBy(answer), { known: KNOWN_OF_STS, claims: token.claims });
    const { access_token, expires_in } = jsonOf(answer);
    const value = exchange.keep(STS, access_token).reveal();
    if (typeof expires_in !== 'number')
        throw malformedAnswer(STS, 'it does not say when the token runs out');
    return { value, expiresAt: exchange.now + expires_in * 1000 };
}
async function impersonate(exchange, serviceAccount, { token, federated }) {
    const path = `/v1/projects/-/serviceAccounts/${encodeURIComponent(serviceAccount)}:generateAccessToken`;
    const answer = await post(exchange, {
        who: IAM,
        url: new URL(path, 'https://iamcredentials.googleapis.com'),
        headers: { authorization: `Bearer ${federated.value}` },
        document: { scope: [google_ar_SCOPE], lifetime: `${IMPERSONATION}s` },
    });
    if (answer.status !== 200)
        throw refusedExchange(IAM, saidByApi(answer), { known: KNOWN_OF_IAM, claims: token.claims });
    const { accessToken, expireTime } = jsonOf(answer);
    const value = exchange.keep(IAM, accessToken).reveal();
    const expiresAt = typeof expireTime === 'string' ? Date.parse(expireTime) : Number.NaN;
    if (Number.isNaN(expiresAt))
        throw malformedAnswer(IAM, 'it does not say when the token runs out');
    return { value, expiresAt };
}
function post(exchange, { document, headers, ...asked }) {
    const common = { 'content-type': 'application/json', accept: 'application/json' };
    return exchange.ask({ ...asked, headers: { ...common, ...headers }, body: JSON.stringify(document) });
}
/** Google's APIs wrap their errors (Cloud APIs, "Errors"); STS speaks OAuth's. */
function saidByApi(answer) {
    const { error } = jsonOf(answer);
    return { status: answer.status, code: String(error?.status ?? ''), message: String(error?.message ?? '') };
}

;// CONCATENATED MODULE: ./build/keyless/job-token.js




const job_token_WHO = "GitHub's token service";
const PERMISSIONS = 'permissions:\n  contents: read\n  id-token: write';
const job_token_KNOWN = [
    {
        says: /^40[13] /,
        means: 'this job may no longer ask for a token',
        hint: 'A job may ask for tokens while it runs; run it again.',
    },
];
/**
 * fetchJobToken asks GitHub for the job's OIDC token (docs.github.com, "OpenID Connect reference", methods for
 * requesting the token). Throws EXCHANGE_FAILED, with the permission that is missing if the job has none.
 */
async function fetchJobToken(exchange, request, audience) {
    const url = URL.parse(request.url ?? '');
    if (url === null || !request.token) {
        throw new errors/* ActionError */.l('EXCHANGE_FAILED', 'This job may not ask GitHub for a token of its identity.', {
            hint: `Give it the permission:\n\n${PERMISSIONS}\n\nRuns for pull requests from forks and for Dependabot never have it, ` +
                'and a reusable workflow has it only if its caller has.',
        });
    }
    const shown = exchange.keep(job_token_WHO, request.token);
    url.searchParams.set('audience', audience);
    const headers = { authorization: `Bearer ${shown.reveal()}`, accept: 'application/json' };
    const answer = await exchange.ask({ who: job_token_WHO, method: 'GET', url, headers });
    if (answer.status !== 200)
        throw refusedExchange(job_token_WHO, saidBy(answer), { known: job_token_KNOWN });
    const { value } = jsonOf(answer);
    if (typeof value !== 'string' || !/^[\w-]+\.[\w-]+\.[\w-]+$/.test(value)) {
        throw malformedAnswer(job_token_WHO, 'there is no token in it');
    }
    return { secret: exchange.keep(job_token_WHO, value), claims: readClaims(value) };
}

;// CONCATENATED MODULE: ./build/keyless/renewing.js
/** A credential is replaced so long before it ends, or at half its life if that is later; in milliseconds. */
const MARGIN = 5 * 60_000;
/** It is kept this long whatever it says: a runner whose clock is wrong would ask for one with each request. */
const LEAST = 60_000;
/**
 * renewing gives what `make` made as long as it lasts for some minutes more, and then makes a new one. Those who ask
 * at the same time share one; what failed is not kept. `date` is in milliseconds since 1970.
 */
function renewing(make, date) {
    let held;
    const renew = () => {
        const asked = date();
        const making = make().then((credential) => {
            const left = credential.expiresAt - asked;
            return { credential, staleFrom: asked + Math.max(LEAST, left - Math.min(MARGIN, left / 2)) };
        });
        making.catch(() => {
            if (held === making)
                held = undefined;
        });
        held = making;
        return making;
    };
    return async () => {
        const last = held;
        if (last !== undefined) {
            const { credential, staleFrom } = await last;
            if (date() < staleFrom)
                return credential;
        }
        // Someone else may have begun to renew it meanwhile.
        return (await (held === undefined || held === last ? renew() : held)).credential;
    };
}

;// CONCATENATED MODULE: ./build/keyless/cloud-keyless.js










/** cloudKeyless signs in to the clouds with the job's own identity, as GitHub signs it (OIDC). */
function cloudKeyless({ signal, mask, clock = http_clock/* systemClock */.m, environment = () => process.env, ...more }) {
    const make = async (identity, repository) => {
        const http = more.http ?? (0,http_http/* httpClient */.ok)({ signal });
        try {
            const exchange = new Exchange({ http, clock, signal, mask });
            return await signInTo(identity, repository, { exchange, environment: environment() });
        }
        finally {
            if (more.http === undefined)
                http.close();
        }
    };
    const sources = new Map();
    return {
        credential: (identity, repository) => {
            const name = (0,reference/* repositoryName */.aR)(repository);
            const source = sources.get(name) ?? renewing(() => make(identity, repository), clock.date);
            sources.set(name, source);
            return source();
        },
    };
}
async function signInTo(identity, repository, { exchange, environment }) {
    const { ACTIONS_ID_TOKEN_REQUEST_URL: url, ACTIONS_ID_TOKEN_REQUEST_TOKEN: shown, GITHUB_RUN_ID } = environment;
    const token = await fetchJobToken(exchange, { url, token: shown }, identity.audience ?? audienceOf(identity));
    switch (identity.type) {
        case 'aws-ecr': {
            // AWS writes the name of a session into its logs: this one leads to the run.
            const sessionName = `verified-image-push-${(GITHUB_RUN_ID ?? '').replace(/\D/g, '')}`.slice(0, 64);
            return signInToEcr(exchange, identity, { token, repository, sessionName });
        }
        case 'azure-acr':
            return signInToAcr(exchange, identity, { token, repository });
        case 'google-ar':
            return signInToArtifactRegistry(exchange, identity, token);
        case 'dockerhub':
            return signInToDockerHub(exchange, identity, token);
    }
}
/** For whom a provider expects the job's token to be made, unless its trust setting says otherwise. */
function audienceOf(identity) {
    switch (identity.type) {
        case 'aws-ecr':
            return identity.ecr.partition.id === 'aws-cn' ? 'sts.amazonaws.com.cn' : 'sts.amazonaws.com';
        case 'azure-acr':
            return identity.cloud.audience;
        case 'google-ar':
            return `https://iam.googleapis.com/${identity.provider}`;
        case 'dockerhub':
            return 'https://identity.docker.com';
    }
}


/***/ }),

/***/ 3603:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _docker_docker_cli_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8257);
/* harmony import */ var _files_disk_report_files_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(9720);
/* harmony import */ var _github_rest_github_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(6208);
/* harmony import */ var _github_rest_history_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(1280);
/* harmony import */ var _keyless_cloud_keyless_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(9033);
/* harmony import */ var _publish_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(1033);
/* harmony import */ var _registry_distribution_registry_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(925);
/* harmony import */ var _runner_github_runner_js__WEBPACK_IMPORTED_MODULE_7__ = __nccwpck_require__(3411);
/* harmony import */ var _runner_lifetime_js__WEBPACK_IMPORTED_MODULE_8__ = __nccwpck_require__(8872);









const lifetime = (0,_runner_lifetime_js__WEBPACK_IMPORTED_MODULE_8__/* .startLifetime */ .o)();
const { signal } = lifetime;
const { mask, info } = _runner_github_runner_js__WEBPACK_IMPORTED_MODULE_7__/* .githubRunner */ .O;
const { GITHUB_REPOSITORY: repository = '', GITHUB_API_URL: api = 'https://api.github.com' } = process.env;
const isWell = await (0,_publish_js__WEBPACK_IMPORTED_MODULE_5__/* .publish */ .m)({
    runner: _runner_github_runner_js__WEBPACK_IMPORTED_MODULE_7__/* .githubRunner */ .O,
    docker: (0,_docker_docker_cli_js__WEBPACK_IMPORTED_MODULE_0__/* .dockerCli */ .R)(signal),
    openRegistry: (0,_registry_distribution_registry_js__WEBPACK_IMPORTED_MODULE_6__/* .distributionRegistry */ .k)({ signal, mask, onWarning: (text) => info(`The registry warns: ${text}`) }),
    github: (0,_github_rest_github_js__WEBPACK_IMPORTED_MODULE_2__/* .restGitHub */ .K)({ signal, repository, api }),
    history: (0,_github_rest_history_js__WEBPACK_IMPORTED_MODULE_3__/* .restHistory */ .t)({ signal, repository, api }),
    reports: _files_disk_report_files_js__WEBPACK_IMPORTED_MODULE_1__/* .diskReportFiles */ .L,
    keyless: (0,_keyless_cloud_keyless_js__WEBPACK_IMPORTED_MODULE_4__/* .cloudKeyless */ .W)({ signal, mask }),
    lifetime,
});
process.exitCode = isWell ? 0 : 1;

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 1033:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  m: () => (/* binding */ publish)
});

;// CONCATENATED MODULE: ./build/attempt.js
/** attempt begins at a destination, with what is known for it. */
function attempt(repository, value) {
    return { repository, ok: true, value };
}
/**
 * forEach goes on with all destinations at once where they stand. One that fails stops none of the others; one that
 * has failed before is left as it is.
 */
async function forEach(attempts, work) {
    return Promise.all(attempts.map(async (each) => {
        if (!each.ok)
            return each;
        const { repository, value } = each;
        return work(value, repository).then((made) => attempt(repository, made), (error) => ({ repository, ok: false, error }));
    }));
}
/** allOf returns what was made for every destination, and throws what the first one failed with. */
function allOf(attempts) {
    return attempts.map((each) => {
        if (!each.ok)
            throw each.error;
        return each.value;
    });
}

// EXTERNAL MODULE: ./build/secret.js
var build_secret = __nccwpck_require__(3558);
;// CONCATENATED MODULE: ./build/credential.js

/**
 * formsOf lists every form in which a tool may print what is secret of a credential, to be masked before it is first
 * used. `servers`: how the registry is named in what an engine is sent.
 */
function formsOf(credential, servers) {
    if ('password' in credential)
        return (0,build_secret/* maskedForms */.$e)({ ...credential, servers });
    const [field, token] = 'identityToken' in credential
        ? ['identitytoken', credential.identityToken]
        : ['registrytoken', credential.registryToken];
    const headers = servers.map((serveraddress) => (0,build_secret/* goJson */.Pl)({ serveraddress, [field]: token.reveal() }));
    const binary = headers.flatMap((form) => [
        Buffer.from(form).toString('base64'),
        Buffer.from(form).toString('base64url'),
    ]);
    return [...(0,build_secret/* maskedForms */.$e)({ username: '', password: token, servers: [] }), ...binary];
}
/** accountOf names the account of a credential for people, as the end of a sentence. */
function accountOf(credential) {
    return 'password' in credential ? `as ${credential.username}` : 'with a token';
}

// EXTERNAL MODULE: ./build/errors.js
var errors = __nccwpck_require__(7421);
// EXTERNAL MODULE: ./build/image/reference.js
var reference = __nccwpck_require__(4607);
;// CONCATENATED MODULE: ./build/credentials/choose.js

/**
 * choose gives each destination exactly one source. Hosts are compared exactly (Docker Hub's names are one, a port
 * counts), and of the entries for one host the one with the longest scope counts. Nothing that was given may be in vain:
 * problems are sentences that begin with the name of an input.
 */
function choose(destinations, { account, registryAuth, identities }) {
    if (account !== undefined && registryAuth.length > 0) {
        return { ok: false, problems: ['registry-auth: is given besides "username" and "password"; give one of them'] };
    }
    const identityOf = (at) => identities.find(({ registry }) => (0,reference/* sameRegistry */.cJ)(registry, at.registry));
    const entryOf = (at) => (identityOf(at) === undefined ? fittingEntry(at, registryAuth) : undefined);
    const used = destinations.map(entryOf);
    const hosts = [...new Set(destinations.map(({ registry }) => registry))].join(', ');
    const problems = registryAuth
        .filter((entry) => !used.includes(entry))
        .map(({ line, registry }) => {
        const hasIdentity = identities.some((each) => (0,reference/* sameRegistry */.cJ)(each.registry, registry));
        const why = hasIdentity ? 'is for a registry with an "identity"' : `fits no destination; those are on ${hosts}`;
        return `registry-auth: has an entry in line ${line} that ${why}`;
    });
    if (problems.length > 0)
        return { ok: false, problems };
    const choiceFor = (at) => {
        const identity = identityOf(at);
        if (identity !== undefined)
            return { kind: 'identity', identity };
        const credential = entryOf(at)?.credential ?? account;
        return credential === undefined ? { kind: 'own-login' } : { kind: 'stored', credential };
    };
    return { ok: true, value: destinations.map((destination) => ({ destination, choice: choiceFor(destination) })) };
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

;// CONCATENATED MODULE: ./build/yaml-list.js
/** Longest text that is read, in characters. */
const LONGEST = 64 * 1024;
/** What of YAML hides or changes a value. */
const SPECIAL = {
    alias: 'an alias',
    anchor: 'an anchor',
    tag: 'a tag',
    'directive-line': 'a directive',
};
/**
 * readYamlList reads a YAML list of mappings from names to texts, and nothing else of YAML: no anchors, aliases, tags,
 * directives, several documents or nested values. Every scalar is the text that was written: a number keeps its zeros.
 * A problem never quotes the text, which may hold a secret. The parser takes as long to load as the rest of the step,
 * so it is loaded when there is something to read.
 */
async function readYamlList(text, options) {
    if (text.length > LONGEST)
        return bad(`is longer than ${LONGEST} characters`);
    const yaml = await Promise.resolve(/* import() eager */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 8905, 19));
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
            return bad(`has a field in the entry of line ${line} that is no plain text`);
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
function textOf(node, { isScalar }) {
    return isScalar(node) && typeof node.value === 'string' ? node.value : undefined;
}
function isOfTexts(field) {
    return field[0] !== undefined && field[1] !== undefined;
}

;// CONCATENATED MODULE: ./build/credentials/registry-auth.js



const FIELDS = ['registry', 'username', 'password', 'scope'];
/** `owner/app`, `owner/app@push`: docker/login-action writes the actions behind the path. */
const SCOPE = /^([a-z0-9]+(?:[._/-]+[a-z0-9]+)*)(?:@([a-z]+(?:,[a-z]+)*))?$/;
/**
 * parseRegistryAuth reads the input `registry-auth`: a YAML list of `registry` (Docker Hub by default), `username`,
 * `password` and `scope`, as docker/login-action has it. Problems are ends of sentences, all of them at once; they name
 * lines and quote nothing, for every part of the input may be a secret.
 */
async function parseRegistryAuth(text) {
    const list = await readYamlList(text.reveal(), { hasSecrets: true });
    if (!list.ok)
        return { ok: false, problems: [list.problem] };
    if (list.value.length === 0)
        return { ok: false, problems: ['has no entry'] };
    const read = list.value.map((entry) => readEntry(entry));
    const found = read.flatMap(({ auth }) => auth ?? []);
    const problems = read.flatMap(({ line, auth, problems }) => {
        const isTwice = found.some((other) => auth !== undefined && other.line < line && isForSame(other, auth));
        const all = isTwice ? [...problems, 'is for what another entry is for'] : problems;
        return all.map((problem) => `has an entry in line ${line} that ${problem}`);
    });
    return problems.length > 0 ? { ok: false, problems } : { ok: true, value: found };
}
function readEntry({ line, fields }) {
    const [username, password] = [fields.get('username') ?? '', fields.get('password') ?? ''];
    const registry = hostOf(fields.get('registry') ?? reference/* DOCKER_HUB */.Xb);
    const [, scope, actions] = SCOPE.exec(fields.get('scope') ?? '') ?? [];
    const problems = [
        ...([...fields.keys()].every((name) => FIELDS.includes(name))
            ? []
            : [`has a field besides ${FIELDS.join(', ')}; sign in to a cloud without a secret by "identity"`]),
        ...((0,reference/* isRegistry */.Cf)(registry) ? [] : ['has a "registry" that is not a host, with or without a port']),
        ...(username === '' ? ['has no "username"'] : []),
        ...(/\p{Cc}/u.test(username) ? ['has a "username" with a control character'] : []),
        ...(password === '' ? ['has no "password"; a secret is empty where it was not handed on'] : []),
        ...(fields.has('scope') && scope === undefined ? ['has a "scope" that is not the path of a repository'] : []),
        ...(actions !== undefined && !actions.split(',').includes('push') ? ['has a "scope" without push'] : []),
    ];
    const auth = { line, registry, scope, credential: { username, password: new build_secret/* Secret */.zh(password) } };
    return { line, auth: problems.length === 0 ? auth : undefined, problems };
}
/** The old address of Docker Hub is still what many write. */
function hostOf(text) {
    return text === reference/* DOCKER_HUB_SERVER */.Ns ? reference/* DOCKER_HUB */.Xb : text;
}
function isForSame(one, other) {
    return (0,reference/* sameRegistry */.cJ)(one.registry, other.registry) && one.scope === other.scope;
}

;// CONCATENATED MODULE: ./build/credentials/read-given.js




/** Why a secret comes out empty. */
const EMPTY_SECRETS = 'A secret is empty in runs for forks and for Dependabot, in a job that does not name the environment it belongs to, ' +
    'and in a reusable workflow it was not passed on to.';
/**
 * readGiven reads the inputs that hold credentials, unless every destination has an identity. Throws CREDENTIAL_MISSING
 * for half of one, INPUT_INVALID for a `registry-auth` that cannot be read; no error quotes what is in them.
 */
async function readGiven(runner, inputs) {
    const { destinations, identities, username } = inputs;
    const needsNone = destinations.every((at) => identities.some(({ registry }) => (0,reference/* sameRegistry */.cJ)(registry, at.registry)));
    if (needsNone)
        return { account: undefined, registryAuth: [], identities };
    return { account: readAccount(runner, username), registryAuth: await readRegistryAuth(runner), identities };
}
function readAccount(runner, username) {
    const password = withoutLineEnd(runner.secretInput('password'));
    if (username === '' && password.isEmpty)
        return undefined;
    if (username !== '' && !password.isEmpty)
        return { username, password };
    const missing = username === '' ? '"username"' : '"password"';
    throw new errors/* ActionError */.l('CREDENTIAL_MISSING', `No credential: ${missing} came out empty.`, {
        hint: `Give both, the password from a secret. ${EMPTY_SECRETS}`,
    });
}
async function readRegistryAuth(runner) {
    const text = runner.secretInput('registry-auth');
    if (text.reveal().trim() === '')
        return [];
    const auths = await parseRegistryAuth(text);
    if (!auths.ok)
        throw invalid(auths.problems.map((problem) => `registry-auth: ${problem}`));
    return auths.value.map((auth) => {
        const { username, password } = auth.credential;
        return { ...auth, credential: { username, password: withoutLineEnd(password) } };
    });
}
/** invalid is the error for what could not be judged before the gate had opened. */
function invalid(problems) {
    return new errors/* ActionError */.l('INPUT_INVALID', problems.join('\n'), {
        hint: 'Correct these inputs under "with:"; no registry was contacted.',
    });
}
/** Secrets are often pasted with the end of their line; docker takes that off, and so must we. */
function withoutLineEnd(secret) {
    return new build_secret/* Secret */.zh(secret.reveal().replace(/\r?\n$/, ''));
}

;// CONCATENATED MODULE: ./build/credentials/credential-source.js





/**
 * openSources finds the source of the credential for each destination. What is stored, in the inputs or by docker, is
 * read at once, and masked; what is exchanged is fetched when it is asked for. Throws INPUT_INVALID or
 * CREDENTIAL_MISSING.
 */
async function openSources(inputs, { runner, keyless, docker }) {
    const { destinations } = inputs;
    const servers = [...destinations.map(({ registry }) => registry), reference/* DOCKER_HUB_SERVER */.Ns];
    const masked = (credential) => {
        for (const form of formsOf(credential, servers))
            runner.mask(form);
        return credential;
    };
    const given = await readGiven(runner, inputs);
    if (given.account !== undefined)
        masked(given.account);
    for (const { credential } of given.registryAuth)
        masked(credential);
    const choices = choose(destinations, given);
    if (!choices.ok)
        throw invalid(choices.problems);
    const sourceFor = async ({ choice, destination }) => {
        switch (choice.kind) {
            case 'identity':
                return exchanged(() => keyless.credential(choice.identity, destination), masked);
            case 'own-login': {
                const { credential, from } = await findOwn(docker, destination.registry);
                return stored(masked(credential), `, the login that docker has on this runner (${from})`);
            }
            case 'stored':
                return stored(choice.credential);
        }
    };
    const sources = [];
    for (const each of choices.value) {
        sources.push({ destination: each.destination, source: await sourceFor(each) });
    }
    return (destination) => {
        const found = sources.find((each) => (0,reference/* sameRepository */.RB)(each.destination, destination));
        if (found === undefined)
            throw missing(destination.registry);
        return found.source;
    };
}
function exchanged(fetch, masked) {
    let last;
    const current = async () => {
        const now = await fetch();
        if (now !== last)
            last = masked(now);
        return now;
    };
    return { current, whose: async () => described(await current()) };
}
function described({ kind, width, expiresAt }) {
    return `with ${kind}, good until ${new Date(expiresAt).toISOString()} for ${width}`;
}
function stored(credential, found = '') {
    return { current: async () => credential, whose: async () => `${accountOf(credential)}${found}` };
}
async function findOwn(docker, registry) {
    const found = await docker.findLogin(registry);
    if (found === undefined)
        throw missing(registry);
    return found;
}
function missing(registry) {
    const message = `No credential for ${registry}: no input gives one, and docker has no login there on this runner.`;
    return new errors/* ActionError */.l('CREDENTIAL_MISSING', message, {
        hint: `Give "username" and "password", an entry of "registry-auth" for ${registry}, or an "identity" there. ` +
            EMPTY_SECRETS,
    });
}

;// CONCATENATED MODULE: ./build/credentials/sign-in.js

/** Under this name the post step finds the folder to remove, should this step be killed. */
const CONFIG_STATE = 'docker-config';
/**
 * openKeyring finds the credentials and masks every form of them. It asks for an open verdict so that no secret is
 * touched before the gate has opened.
 */
async function openKeyring(_open, inputs, doors) {
    const { runner, docker, openRegistry } = doors;
    const { caFile, authHosts } = inputs;
    const sourceFor = await openSources(inputs, doors);
    const config = docker.planConfig();
    // Before there is anything in it: a killed step leaves nothing that the post step does not know of.
    runner.saveState(CONFIG_STATE, config.folder);
    const sessions = [];
    const engineOf = ({ registry }, { current }) => {
        let held;
        return async () => {
            const credential = await current();
            if (held?.credential !== credential) {
                held = { credential, login: await docker.login(config, { registry, credential }) };
            }
            return held.login;
        };
    };
    return {
        signIn: async (repository) => {
            const source = sourceFor(repository);
            const whose = await source.whose();
            const trusted = caFile === undefined ? {} : { caFile };
            const registry = await openRegistry({ repository, credential: source.current, authHosts, ...trusted });
            sessions.push(registry);
            await registry.authenticate();
            const engine = engineOf(repository, source);
            await engine();
            return { registry, engine, whose };
        },
        signOut: async () => {
            for (const session of sessions)
                session.close();
            await docker.removeConfig(config);
        },
    };
}

// EXTERNAL MODULE: ./build/image/digest.js
var image_digest = __nccwpck_require__(1832);
;// CONCATENATED MODULE: ./build/push/push-image.js



/** `<tag>: digest: <digest> size: <bytes>`, the last line of a push on both image stores. */
const CLAIM = /^(?<tag>[\w][\w.-]{0,127}): digest: (?<digest>sha256:[0-9a-f]{64}) size: (?<size>\d+)\s*$/gm;
/**
 * pushImage pushes the source through the engine under one tag of the destination. The engine pushes names only, so
 * it is given ours for the time of the push, and afterwards has the names it had before.
 */
async function pushImage(docker, { source, target, login, onProgress }) {
    const name = (0,reference/* referenceName */.z$)(target);
    const before = await docker.findImage(name);
    const isNamed = before?.id === source.image.id;
    if (!isNamed)
        await docker.tag(source.image.id, name);
    try {
        return readClaim(await docker.push(login, name, onProgress), target.tag);
    }
    finally {
        if (!isNamed) {
            await restoreNames(docker, target, { before, source: source.image }).catch((error) => {
                onProgress(`the name ${name} could not be removed from the engine: ${(0,errors/* asError */.z)(error).message}`);
            });
        }
    }
}
/**
 * How a push fails that may have been carried out: its answer was lost, or was not what the engine expects; or it was
 * sent again, to a registry that forbids to write a tag twice. Docker Hub says no more of that than that it is denied.
 */
const LOST_ANSWERS = [
    'PUSH_FAILED',
    'REGISTRY_UNREACHABLE',
    'RATE_LIMITED',
    'TAG_EXISTS',
    'REGISTRY_DENIED',
];
/**
 * findPushed looks for the image after a push that failed: it may have been carried out all the same. What the tag shows is then the claim, to be
 * verified like any other; otherwise the error is thrown.
 */
async function findPushed(error, { registry, target, isOurs }) {
    const mayBeThere = error instanceof errors/* ActionError */.l && LOST_ANSWERS.includes(error.code);
    if (!mayBeThere)
        throw error;
    const shown = await registry.readManifest(target.tag).catch(() => undefined);
    const isThere = shown !== undefined && (await isOurs(shown).catch(() => false));
    if (!isThere)
        throw error;
    return claimOf(shown);
}
/** claimOf is the claim that a manifest is there already: to be proved like any other. */
function claimOf({ digest, bytes }) {
    return { digest, size: bytes.byteLength };
}
/** readClaim finds what the engine says it pushed under the tag. */
function readClaim(transcript, tag) {
    const line = [...transcript.matchAll(CLAIM)].findLast(({ groups }) => groups?.tag === tag);
    const digest = (0,image_digest/* parseDigest */.m)(line?.groups?.digest ?? '');
    if (digest !== undefined)
        return { digest, size: Number(line?.groups?.size) };
    throw new errors/* ActionError */.l('PUSH_FAILED', 'docker push ended without saying what it pushed.', {
        hint: 'Run "docker push" by hand for the same image; update the docker CLI if its last line names no digest.',
    });
}
/** A push leaves more than the tag: engines with the graph driver also note the digest it had there. */
async function restoreNames(docker, target, { before, source }) {
    const name = (0,reference/* referenceName */.z$)(target);
    if (before !== undefined)
        await docker.tag(before.id, name);
    // An image goes with its last name, and the digests noted for a repository go with the last tag in it.
    const keepsAnother = source.names.some((other) => !isNote(other, target));
    if (!keepsAnother)
        return;
    const now = await docker.findImage(source.id);
    // Another push of the same image may be under way: its names are left to it.
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

;// CONCATENATED MODULE: ./build/push/ensure-pushed.js

/**
 * ensurePushed gets the image to a destination under its SHA tag, and uploads nothing that is known to be there. What
 * it returns is a claim, to be proved.
 */
async function ensurePushed({ source, registry, engine, target, known, isTagged, isOurs }, { docker, onProgress }) {
    if (known !== undefined && isTagged)
        return claimOf(known);
    const push = async () => {
        if (known === undefined)
            return pushImage(docker, { source, target, login: await engine(), onProgress });
        await registry.putManifest(target.tag, known);
        return claimOf(known);
    };
    return push().catch((error) => findPushed(error, { registry, target, isOurs }));
}

;// CONCATENATED MODULE: ./build/report/failure.js


/** failure is the outcome for whatever was thrown; what is not an ActionError is a mistake of ours. */
function failure(thrown, redacted) {
    const { code, message, hint, cause } = thrown instanceof errors/* ActionError */.l ? thrown : unexpected(thrown);
    return { kind: 'failed', error: new errors/* ActionError */.l(code, redacted(message), { hint: redacted(hint), cause }), left: [] };
}
/**
 * unfinished is the outcome of a run that did not come to its end at every destination. Its error is that of the
 * first one which failed; what stands where is told for all.
 */
function unfinished(standing, { runner, lifetime }) {
    const { signal } = lifetime;
    const left = standing.map((each) => {
        const error = each.error === undefined ? undefined : failure(each.error, runner.redacted).error;
        return { ...each, error };
    });
    const first = standing.find(({ error }) => error !== undefined);
    const { error } = failure(signal.aborted ? signal.reason : first?.error, runner.redacted);
    const isOneOfMany = standing.length > 1 && first !== undefined && !signal.aborted;
    if (!isOneOfMany)
        return { kind: 'failed', error, left };
    const message = `${(0,reference/* repositoryName */.aR)(first.repository)}: ${error.message}`;
    return { kind: 'failed', error: new errors/* ActionError */.l(error.code, message, error), left };
}
function unexpected(thrown) {
    return new errors/* ActionError */.l('UNEXPECTED', `Something happened that this action did not expect: ${(0,errors/* asError */.z)(thrown).message}`, {
        hint: 'This is a mistake in the action: please report it with the log of a run with debug logging on.',
        cause: thrown,
    });
}

// EXTERNAL MODULE: ./build/github/github.js
var github_github = __nccwpck_require__(2599);
;// CONCATENATED MODULE: ./build/tags/version.js
const NUMBER = '0|[1-9]\\d{0,14}';
const IDENTIFIER = `(?:${NUMBER}|\\d*[a-zA-Z-][0-9a-zA-Z-]*)`;
const VERSION = new RegExp(`^v?(?<major>${NUMBER})\\.(?<minor>${NUMBER})\\.(?<patch>${NUMBER})(?:-(?<prerelease>${IDENTIFIER}(?:\\.${IDENTIFIER})*))?$`);
/**
 * parseVersion reads a version, with a `v` before it or not. Undefined for what is none: also for one with build
 * metadata, since a tag has no place for a plus sign, and two builds of one version would want the same tag.
 */
function parseVersion(text) {
    const { groups } = VERSION.exec(text) ?? {};
    if (groups === undefined || text.length > 128)
        return undefined;
    return {
        major: Number(groups.major),
        minor: Number(groups.minor),
        patch: Number(groups.patch),
        prerelease: groups.prerelease?.split('.') ?? [],
    };
}
/** versionName writes a version out, without a `v`. */
function versionName({ major, minor, patch, prerelease }) {
    const suffix = prerelease.length === 0 ? '' : `-${prerelease.join('.')}`;
    return `${major}.${minor}.${patch}${suffix}`;
}
/** compareVersions is negative, zero or positive as the first one is lower, equal or higher (semver.org, item 11). */
function compareVersions(one, other) {
    const numbers = one.major - other.major || one.minor - other.minor || one.patch - other.patch;
    if (numbers !== 0)
        return numbers;
    if (one.prerelease.length === 0 || other.prerelease.length === 0) {
        // A release is above its prereleases.
        return other.prerelease.length - one.prerelease.length;
    }
    for (const [index, identifier] of one.prerelease.entries()) {
        const against = other.prerelease[index];
        if (against === undefined)
            return 1;
        const order = compareIdentifiers(identifier, against);
        if (order !== 0)
            return order;
    }
    return one.prerelease.length - other.prerelease.length;
}
/** Numbers by their value and below words; words in the order of ASCII. */
function compareIdentifiers(one, other) {
    const [isNumber, isOtherNumber] = [/^\d+$/.test(one), /^\d+$/.test(other)];
    if (isNumber && isOtherNumber)
        return Number(one) - Number(other);
    if (isNumber !== isOtherNumber)
        return isNumber ? -1 : 1;
    if (one === other)
        return 0;
    return one < other ? -1 : 1;
}

;// CONCATENATED MODULE: ./build/tags/decide-move.js

/**
 * decideMove lets a tag move forward only: from version to version by precedence where both are known, and else from
 * a commit to its descendants. Another image of our own commit was to be replaced, or the run would not have come this
 * far. Whatever is not known to be forward stays.
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
        const [to, from] = [versionName(ours.version), versionName(shown.version)];
        return compareVersions(ours.version, shown.version) > 0
            ? { moves: true, because: `${to} is above ${from}` }
            : stays(`it shows ${from}, and this is ${to}`);
    }
    if (shown.revision === undefined)
        return stays('the image that it shows names no commit');
    switch (shown.relation) {
        case 'ahead':
            return { moves: true, because: `this commit comes after ${shown.revision}` };
        case 'behind':
            return stays(`it shows ${shown.revision}, which comes after this commit`);
        case 'diverged':
            return stays(`it shows ${shown.revision}, which is on another line of development`);
        case undefined:
            return stays(`it shows ${shown.revision}, which GitHub does not know here, or not for this token ("permissions: contents: read")`);
    }
}
/** unfitness tells why no moving tag may show our image at all. */
function unfitness({ commit, revision, version }) {
    if (version !== undefined && version.prerelease.length > 0)
        return `${versionName(version)} is a prerelease`;
    if (revision === commit)
        return undefined;
    const said = revision === undefined ? 'names no commit' : `says that it was built from "${revision}"`;
    return `the image ${said}, so that later runs could not tell where the tag stands (build it with the label org.opencontainers.image.revision=${commit})`;
}
function stays(because) {
    return { moves: false, because };
}

;// CONCATENATED MODULE: ./build/tags/plan-tags.js



/**
 * planTags names the tags for a commit at a destination. Throws INPUT_INVALID for a name that is no tag, and for one
 * that would have to move and to stay.
 */
function planTags(inputs, subject, destination) {
    const sha = shaTagOf(inputs.shaTag, subject.commit);
    const version = versionTags(inputs.versionTags, subject.ref);
    const isHere = ({ only }) => only === undefined || (0,reference/* sameRepository */.RB)(only, destination);
    const named = (tags) => tags.filter(isHere).map(({ name }) => name);
    const at = (tag) => ({ ...destination, tag });
    const versions = [...new Set([...version.fixed, ...named(inputs.tags)])].filter((tag) => tag !== sha);
    const moving = new Map();
    for (const { name, series } of version.moving)
        moving.set(name, { target: at(name), series });
    for (const name of named(inputs.movingTags))
        if (!moving.has(name))
            moving.set(name, { target: at(name) });
    const torn = [sha, ...versions].find((tag) => moving.has(tag));
    if (torn !== undefined) {
        throw plan_tags_invalid(`The tag "${torn}" would have to stay for ever and to move.`, {
            hint: 'Name it in "tags" or in "moving-tags", not in both; with "version-tags: semver" 1.2 and 1 move by themselves.',
        });
    }
    return { sha: at(sha), versions: versions.map(at), moving: [...moving.values()] };
}
/** shaTagOf makes the tag that names a commit. */
function shaTagOf(template, commit) {
    const name = template.replaceAll('{sha}', commit).replaceAll('{short-sha}', commit.slice(0, 12));
    if ((0,reference/* isTag */.dz)(name))
        return name;
    throw plan_tags_invalid(`sha-tag: "${template}" makes "${name}", which is no tag; a tag ${reference/* TAG_RULE */.Kx}.`, {
        hint: 'Shorten what is around {sha}, or use {short-sha}.',
    });
}
/** versionOf is the version that a run is about: that of the git tag it is for. */
function versionOf({ ref }) {
    const name = gitTagOf(ref);
    return name === undefined ? undefined : parseVersion(name);
}
const NONE = { fixed: [], moving: [] };
function versionTags(kind, ref) {
    const name = gitTagOf(ref);
    if (name === undefined || kind === 'none')
        return NONE;
    if (kind === 'exact') {
        if ((0,reference/* isTag */.dz)(name))
            return { fixed: [name], moving: [] };
        throw plan_tags_invalid(`The git tag "${name}" cannot be the tag of an image, which ${reference/* TAG_RULE */.Kx}.`, {
            hint: 'Set "version-tags: none" and name the tag in "tags", or give the commit another git tag.',
        });
    }
    const version = parseVersion(name);
    if (version === undefined) {
        throw plan_tags_invalid(`The git tag "${name}" is no version such as v1.2.3 or v1.2.3-rc.1.`, {
            hint: 'Let "git-tags" take versions alone (v[0-9]+.[0-9]+.[0-9]+*), or set "version-tags: exact" or "none".',
        });
    }
    const { major, minor, prerelease } = version;
    const fixed = [versionName(version)];
    if (prerelease.length > 0)
        return { fixed, moving: [] };
    const ofMinor = { name: `${major}.${minor}`, series: { major, minor } };
    // Below 1.0.0 every minor version may break what was before it, so nothing can be promised of "0".
    return { fixed, moving: major === 0 ? [ofMinor] : [ofMinor, { name: `${major}`, series: { major } }] };
}
function gitTagOf(ref) {
    return ref.startsWith('refs/tags/') ? ref.slice('refs/tags/'.length) : undefined;
}
function plan_tags_invalid(message, details) {
    return new errors/* ActionError */.l('INPUT_INVALID', message, details);
}

// EXTERNAL MODULE: ./build/image/document.js
var image_document = __nccwpck_require__(9241);
// EXTERNAL MODULE: ./build/image/manifest.js
var image_manifest = __nccwpck_require__(5577);
;// CONCATENATED MODULE: ./build/tags/shown-revision.js


/**
 * shownRevision reads which commit an image on a registry says it was built from: of an index, its first image does.
 * Undefined if it does not say, or is no image.
 */
async function shownRevision(registry, shown) {
    const manifest = await leafOf(registry, shown);
    if (manifest?.kind !== 'manifest' || !(0,image_manifest/* isImageConfig */._m)(manifest.config))
        return undefined;
    const bytes = await registry.readBlob(manifest.config);
    try {
        return bytes === undefined ? undefined : (0,image_manifest/* parseConfig */.o4)(bytes).revision;
    }
    catch (error) {
        if (error instanceof image_document/* ManifestProblem */.Rn)
            return undefined;
        throw error;
    }
}
async function leafOf(registry, shown) {
    if (shown.kind === 'manifest')
        return shown;
    const child = shown.children.find(({ isAttestation }) => !isAttestation);
    const found = child === undefined ? undefined : await registry.readManifest(child.digest);
    // An index of indexes names its images deeper than anyone builds them.
    return found?.kind === 'manifest' ? found : undefined;
}

;// CONCATENATED MODULE: ./build/tags/lineage.js





/** Most published images that are looked for above ours. */
const MOST_CANDIDATES = 30;
/** A full hash of SHA-1 or SHA-256; what an image says is put to GitHub only if it is one. */
const COMMIT = /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/;
/** Lineage knows where an image stands among those that were published before and after it. */
class Lineage {
    #options;
    constructor(options) {
        this.#options = options;
    }
    /** judge tells whether a tag that shows this may move to ours. What GitHub cannot tell keeps it where it is. */
    async judge(registry, shown) {
        const { ours } = this.#options;
        if (shown === undefined || unfitness(ours) !== undefined)
            return decideMove(ours, undefined);
        const revision = await shownRevision(registry, shown);
        try {
            return decideMove(ours, await this.#place(revision));
        }
        catch (error) {
            if (!(error instanceof github_github/* ApiProblem */.A))
                throw error;
            const needs = error.permission === undefined ? '' : ` (the job needs "permissions: ${error.permission}")`;
            return { moves: false, because: `GitHub could not be asked: ${error.message}${needs}` };
        }
    }
    /**
     * newestPublished finds the newest image above ours that the registry has under its SHA tag; undefined if ours is
     * the newest. Throws an ApiProblem.
     */
    async newestPublished(registry, series) {
        const { shaTag, ours } = this.#options;
        const candidates = ours.version === undefined ? await this.#laterCommits() : await this.#higherVersions(series);
        for (const commit of candidates.slice(0, MOST_CANDIDATES)) {
            const manifest = await registry.readManifest(shaTagOf(shaTag, commit));
            if (manifest !== undefined && (ours.version !== undefined || (await this.#isAfter(commit))))
                return manifest;
        }
        return undefined;
    }
    async #place(revision) {
        const { history, access, ours } = this.#options;
        if (revision === ours.commit)
            return { revision, version: ours.version, relation: 'identical' };
        if (revision === undefined || !COMMIT.test(revision))
            return { revision, version: undefined, relation: undefined };
        const version = ours.version === undefined ? undefined : await this.#versionOf(revision);
        const relation = version === undefined ? await history.relation(access(), revision, ours.commit) : undefined;
        return { revision, version, relation };
    }
    async #versionOf(commit) {
        const { history, access } = this.#options;
        const tags = (await history.gitTags(access())).filter((tag) => tag.commit === commit);
        return tags
            .flatMap(({ name }) => parseVersion(name) ?? [])
            .sort(compareVersions)
            .at(-1);
    }
    async #laterCommits() {
        const { history, access, branch, ours } = this.#options;
        if (branch === undefined)
            return [];
        const latest = await history.latestCommits(access(), branch);
        const own = latest.indexOf(ours.commit);
        return own < 0 ? latest : latest.slice(0, own);
    }
    async #higherVersions(series) {
        const { history, access, ours } = this.#options;
        const versions = (await history.gitTags(access())).flatMap(({ name, commit }) => {
            const version = parseVersion(name);
            return version === undefined || version.prerelease.length > 0 ? [] : [{ version, commit }];
        });
        return versions
            .filter(({ version }) => isIn(series, version) && ours.version && compareVersions(version, ours.version) > 0)
            .sort((one, other) => compareVersions(other.version, one.version))
            .map(({ commit }) => commit);
    }
    async #isAfter(commit) {
        const { history, access, ours } = this.#options;
        return (await history.relation(access(), ours.commit, commit)) === 'ahead';
    }
}
function isIn(series, version) {
    if (series === undefined)
        return true;
    return version.major === series.major && (series.minor === undefined || version.minor === series.minor);
}

;// CONCATENATED MODULE: ./build/tags/plan-moves.js
/** planMoves tells what would become of the moving tags, and writes nothing. */
async function planMoves(registry, tags, lineage) {
    return Promise.all(tags.map(async ({ target }) => {
        const manifest = await registry.readManifest(target.tag);
        return { target, manifest, move: await lineage.judge(registry, manifest) };
    }));
}

;// CONCATENATED MODULE: ./build/tags/read-tags.js



/**
 * readTags reads every tag that will be written and never moves again. One that shows another image is TAG_EXISTS,
 * before anything has been uploaded, unless it is to be overwritten.
 */
async function readTags(registry, plan, candidate) {
    const read = async (target) => {
        const manifest = await registry.readManifest(target.tag);
        return { target, manifest, isOurs: manifest !== undefined && (await candidate.isOurs(manifest)) };
    };
    const before = { sha: await read(plan.sha), versions: await Promise.all(plan.versions.map(read)) };
    if (candidate.ifExists === 'overwrite')
        return before;
    const published = publishedAs(before);
    for (const { target, manifest, isOurs } of [before.sha, ...before.versions]) {
        const isOther = manifest !== undefined && (!isOurs || manifest.digest !== published?.digest);
        if (isOther)
            throw await tagExists(registry, { target, manifest, candidate });
    }
    return before;
}
/** publishedAs is what the registry has of our image already, under whichever of the tags: it need not be uploaded. */
function publishedAs({ sha, versions }) {
    return [sha, ...versions].find(({ isOurs }) => isOurs)?.manifest;
}
async function tagExists(registry, { target, manifest, candidate, }) {
    const built = (revision) => (revision === undefined ? '' : ` (built from ${revision})`);
    // What it was built from is a courtesy: the answer stands without it.
    const revision = await shownRevision(registry, manifest).catch(() => undefined);
    return tagTaken(target, {
        shows: `${manifest.digest}${built(revision)}`,
        ours: `${candidate.id}${built(candidate.revision)}`,
    });
}
/** tagTaken says that a tag which never moves shows another image. */
function tagTaken(target, { shows, ours }) {
    return new errors/* ActionError */.l('TAG_EXISTS', `${(0,reference/* referenceName */.z$)(target)} is there already, and shows another image: ${shows}; to be published is ${ours}.`, {
        hint: 'SHA and version tags never move. Was the image built again for the same commit? Then publish the one that was ' +
            'tested. Or choose another name in "sha-tag" or "tags", or a new git tag for a new version; delete the tag on the ' +
            'registry, or set "if-exists: overwrite", only if nobody relies on it.',
    });
}

;// CONCATENATED MODULE: ./build/tags/move-tag.js



const THERE = { moves: true, because: 'it is there already' };
/** How often a tag is put right that others write at the same time. */
const MOST_WRITES = 5;
/**
 * moveTag lets a tag move forward to our image. Registries have no conditional write, so a slower run could still put
 * an older image over a newer one that was written between its look and its write. Therefore whoever has written looks
 * for newer images under their SHA tags, which every run writes, and sees, before it looks at a moving tag; and puts
 * the newest one back. So the last to write has found nothing newer after its write, and whoever publishes something
 * newer after that looks at the tag later still.
 */
async function moveTag(registry, ours, { target, series, lineage }) {
    const before = await registry.readManifest(target.tag);
    const isThere = before?.digest === ours.digest;
    const newest = async () => (await lineage.newestPublished(registry, series).catch(unlessUnknown)) ?? ours;
    const { moves, because } = isThere ? THERE : await lineage.judge(registry, before);
    if (!moves)
        return { state: 'kept', shows: before?.digest, because };
    // An earlier attempt of this run may have been killed between its write and its look.
    let wanted = isThere ? await newest() : ours;
    if (isThere && wanted === ours)
        return { state: 'already-there' };
    for (let writes = 1; writes <= MOST_WRITES; writes++) {
        await registry.putManifest(target.tag, wanted);
        const next = await newest();
        if (next.digest !== wanted.digest) {
            wanted = next;
            continue;
        }
        const shown = await settled(registry, target, { wanted, before });
        if (shown.digest === ours.digest)
            return { state: 'moved', from: before?.digest, because };
        if (shown.digest === wanted.digest) {
            return { state: 'kept', shows: shown.digest, because: 'a newer image was published meanwhile' };
        }
        // Someone else has written it: what is behind us is put right, and what is not has come after us.
        const again = await lineage.judge(registry, shown);
        if (!again.moves)
            return { state: 'kept', shows: shown.digest, because: again.because };
    }
    throw new errors/* ActionError */.l('TAG_BEHIND', `${(0,reference/* referenceName */.z$)(target)} was written by others again and again, and may show an older image now.`, {
        hint: 'Let one run at a time move a tag: give the workflow a "concurrency" group, and run this job again.',
    });
}
/** What a tag shows once it no longer shows what it did before. */
async function settled(registry, target, { wanted, before }) {
    const isOld = (seen) => seen === undefined || seen.digest === before?.digest;
    const seen = await registry.awaitManifest(target.tag, (each) => each?.digest === wanted.digest || !isOld(each));
    if (seen !== undefined)
        return seen;
    const message = `${(0,reference/* referenceName */.z$)(target)} was written, but the registry serves nothing there.`;
    throw new errors/* ActionError */.l('CONTENT_MISSING', message, {
        hint: 'Run the job again: what is published already is found and not pushed twice.',
    });
}
/** Newer images are looked for as a second care: where GitHub does not tell, the first one has to do. */
function unlessUnknown(error) {
    if (!(error instanceof github_github/* ApiProblem */.A))
        throw error;
}

;// CONCATENATED MODULE: ./build/tags/write-tags.js




/**
 * writeTags gives the verified image its other tags, by putting the identical bytes, each read back: the version tags
 * when all destinations hold the image, and then the moving ones when all have their version tags. It asks for a
 * `Verified`, so that no tag ever points at an image that was not proved. A destination stops at the first tag that
 * fails; what stands is told.
 */
async function writeTags(attempts, lineage) {
    const allHold = attempts.every(({ ok }) => ok);
    const begun = await forEach(attempts, async (held) => {
        const { target, manifest } = held.verified;
        return { ...held, tags: [fixedState(target, manifest.digest, held.before.sha)], error: undefined };
    });
    const versioned = allHold ? await forEach(begun, writeVersions) : begun;
    const allTagged = allHold && versioned.every((each) => each.ok && each.value.error === undefined);
    const moved = allTagged ? await forEach(versioned, (written) => moveTags(written, lineage)) : versioned;
    const standing = moved.map(standingOf);
    const [primary, ...others] = standing.filter(isDelivered);
    const isWhole = primary !== undefined && others.length + 1 === attempts.length;
    return isWhole ? { ok: true, receipt: { destinations: [primary, ...others] } } : { ok: false, standing };
}
async function writeVersions(held) {
    return inTurn(held, held.before.versions, (version) => writeTag(held.registry, held.verified, version));
}
async function moveTags(held, lineage) {
    const { registry, verified } = held;
    return inTurn(held, held.moving, async (tag) => ({
        target: tag.target,
        ...(await moveTag(registry, verified.manifest, { ...tag, lineage })),
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
function standingOf(attempt) {
    const { repository } = attempt;
    if (!attempt.ok)
        return { repository, verified: undefined, tags: [], error: attempt.error };
    const { verified, before, moving, tags, error } = attempt.value;
    const left = [...before.versions, ...moving]
        .slice(tags.length - 1)
        .map(({ target }) => ({ target, state: 'not-written' }));
    return { repository, verified, tags: [...tags, ...left], error };
}
function isDelivered(standing) {
    return standing.verified !== undefined && standing.tags.every(({ state }) => state !== 'not-written');
}
function fixedState(target, digest, { manifest }) {
    if (manifest?.digest === digest)
        return { target, state: 'already-there' };
    return { target, state: 'written', ...(manifest === undefined ? {} : { replaced: manifest.digest }) };
}
async function writeTag(registry, { manifest }, before) {
    const { target } = before;
    const state = fixedState(target, manifest.digest, before);
    if (state.state === 'already-there')
        return state;
    // The answer to a write may be lost, and a registry that freezes tags then refuses to be asked again, even for the
    // same image: what it serves decides.
    const refused = await registry.putManifest(target.tag, manifest).then(() => undefined, whereRefused);
    const isOld = (shown) => shown === undefined || shown.digest === before.manifest?.digest;
    const seen = await registry.awaitManifest(target.tag, (shown) => {
        if (refused === undefined)
            return !isOld(shown);
        // What is there will be shown; what was denied need not be there at all.
        return refused.code === 'REGISTRY_DENIED' || shown !== undefined;
    });
    if (seen?.digest === manifest.digest)
        return state;
    if (refused !== undefined)
        throw refused;
    const name = (0,reference/* referenceName */.z$)(target);
    if (seen === undefined) {
        throw new errors/* ActionError */.l('CONTENT_MISSING', `${name} was written, but the registry serves nothing there.`, {
            hint: 'Run the job again: what is published already is found and not pushed twice.',
        });
    }
    throw new errors/* ActionError */.l('TAG_RACED', `${name} shows ${seen.digest} after ${manifest.digest} was written there.`, {
        hint: 'Let one run at a time publish a tag: give the workflow a "concurrency" group, and run this job again.',
    });
}
/** How registries forbid to write a tag again; Docker Hub says no more than that it is denied. */
function whereRefused(error) {
    if (error instanceof errors/* ActionError */.l && ['TAG_EXISTS', 'REGISTRY_DENIED'].includes(error.code))
        return error;
    throw error;
}

;// CONCATENATED MODULE: ./build/verify/parts.js

/**
 * readOnce asks a registry for each part of an image once, however often it is needed: under a digest there are always
 * the same bytes. Made for one verification, since what was missing then may be there later.
 */
function readOnce(registry) {
    const asked = new Map();
    const once = (key, ask) => {
        const answer = asked.get(key) ?? ask();
        asked.set(key, answer);
        return answer;
    };
    return {
        awaitManifest: (name, settled) => once(name, () => registry.awaitManifest(name, settled)),
        // Bytes are checked against the size too, and two descriptors may differ in that.
        readBlob: (blob) => once(`${blob.digest} ${blob.size}`, () => registry.readBlob(blob)),
        sizeOfBlob: (blob) => registry.sizeOfBlob(blob),
    };
}
/** readChild reads a child of an index as its descriptor describes it. Throws CONTENT_MISSING or DIGEST_MISMATCH. */
async function readChild(reader, child) {
    const manifest = await reader.awaitManifest(child.digest, (seen) => seen !== undefined);
    if (manifest === undefined)
        throw parts_missing('The manifest', child);
    if (manifest.bytes.byteLength !== child.size || manifest.mediaType !== child.mediaType) {
        throw differs(`The manifest ${child.digest} has another size or media type than its index says.`);
    }
    return manifest;
}
/** missing says that a part of the image is not on the registry. */
function parts_missing(what, { digest }) {
    const message = `${what} ${digest} is part of the image, but the registry does not have it.`;
    return new errors/* ActionError */.l('CONTENT_MISSING', message, {
        hint: 'Do not deploy it. Run the job again; if it happens again, ask whoever runs the registry.',
    });
}
/** differs says that what the registry serves is not what the image says of it. */
function differs(message) {
    return new errors/* ActionError */.l('DIGEST_MISMATCH', message, {
        hint: 'Do not deploy it. Ask whoever runs the registry (or a proxy before it) why its content differs; then push again.',
    });
}

;// CONCATENATED MODULE: ./build/verify/prove-identity.js



/**
 * proveIdentity compares what the registry serves with what the engine has: by the config's digest (graph-driver
 * store) or the root's (containerd store). An engine that lacks platforms of an index pushes the manifest of the one it
 * has: then the configuration itself is read and compared. Undefined means: another image. Throws CONTENT_MISSING if it
 * is the image, but the part that tells its ID is gone.
 */
async function proveIdentity(reader, served, source) {
    return served.kind === 'index' ? proveIndex(reader, served, source) : proveImage(reader, served, source);
}
/** An engine with the graph driver knows one platform; an index has others beside it that nobody has tested. */
async function proveIndex(reader, served, source) {
    if (source.idOf === 'config' || served.digest !== source.id)
        return undefined;
    const images = await findImages(reader, served);
    const named = images.find(({ platform }) => platform !== undefined) ?? images[0];
    const first = named === undefined ? undefined : await readChild(reader, named);
    if (first?.kind !== 'manifest')
        return undefined;
    const platforms = images.flatMap(({ platform }) => (platform === undefined ? [] : [platform]));
    return { imageId: first.config.digest, platforms, because: sameRoot(served) };
}
async function proveImage(reader, served, source) {
    const proved = { imageId: served.config.digest, platforms: [source.platform] };
    if (source.idOf === 'config') {
        const because = `its config is ${served.config.digest}, the engine's image ID`;
        return served.config.digest === source.id ? { ...proved, because } : undefined;
    }
    if (served.digest === source.id)
        return { ...proved, because: sameRoot(served) };
    const bytes = await reader.readBlob(served.config);
    const config = bytes === undefined ? undefined : readConfig(bytes);
    if (config === undefined || !agrees(config, source))
        return undefined;
    const because = `its configuration and layers (diff_ids) for ${source.platform} are the engine's`;
    return { ...proved, because };
}
function sameRoot({ digest }) {
    return `its digest is ${digest}, the engine's image ID`;
}
/** The children that run somewhere, in their order; those of an index within an index stand in its place. */
async function findImages(reader, { children }) {
    const found = children.map(async (child) => {
        if (child.isAttestation)
            return [];
        if (!(0,image_manifest/* isIndexType */.$U)(child))
            return [child];
        const inner = await readChild(reader, child);
        return inner.kind === 'index' ? inner.children.filter(isImage) : [];
    });
    return (await Promise.all(found)).flat();
}
/** Deeper than an index in an index nobody builds. */
function isImage(child) {
    return !child.isAttestation && !(0,image_manifest/* isIndexType */.$U)(child);
}
function agrees(config, source) {
    return (config.platform === source.platform &&
        config.created === source.created &&
        config.runConfig === source.runConfig &&
        haveSameLayers(config, source));
}
/** haveSameLayers compares the ordered diff_ids: the content of the layers, however they are compressed. */
function haveSameLayers(config, source) {
    return (config.diffIds.length === source.diffIds.length &&
        config.diffIds.every((digest, index) => digest === source.diffIds[index]));
}
function readConfig(bytes) {
    try {
        return (0,image_manifest/* parseConfig */.o4)(bytes);
    }
    catch (error) {
        if (error instanceof image_document/* ManifestProblem */.Rn)
            return undefined;
        throw error;
    }
}

;// CONCATENATED MODULE: ./build/verify/check-content.js

/**
 * checkContent downloads every layer, hashes it as it is served and decompressed, and compares both with what the
 * manifests and configs say. It returns how many bytes were checked. Throws CONTENT_MISSING or DIGEST_MISMATCH.
 */
async function checkContent(registry, { images, layers }) {
    const unpacked = images.flatMap(({ manifest, config }) => manifest.layers.map(({ digest }, index) => ({ digest, diffId: config.diffIds[index] })));
    const sizes = layers.map(async (layer) => {
        const seen = await registry.digestBlob(layer);
        if (seen === undefined)
            throw parts_missing('The layer', layer);
        if (seen.digest !== layer.digest || seen.size !== layer.size) {
            throw differs(`The registry serves other bytes than those of the layer ${layer.digest}.`);
        }
        const other = unpacked.find(({ digest, diffId }) => digest === layer.digest && diffId !== seen.diffId);
        if (other?.diffId !== undefined && !other.diffId.startsWith('sha256:')) {
            throw differs(`The diff_id ${other.diffId} is not a SHA-256, so the layer ${layer.digest} cannot be compared with it.`);
        }
        if (other !== undefined) {
            throw differs(`The layer ${layer.digest} does not decompress to the diff_id ${other.diffId} of its config.`);
        }
        return seen.size;
    });
    return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}

// EXTERNAL MODULE: ./build/image/platform.js
var platform = __nccwpck_require__(3003);
;// CONCATENATED MODULE: ./build/verify/walk-graph.js




/** An index may hold indexes, but these only manifests; deeper than that nobody builds, and a circle never ends. */
const DEEPEST = 2;
/** Children of one index; a registry that serves more wants to keep us busy. */
const MOST_CHILDREN = 200;
/**
 * walkGraph sees that everything a manifest or index leads to is on the registry: children are read and hashed,
 * configs are read and hashed, layers are there with the right size. Throws CONTENT_MISSING or DIGEST_MISMATCH.
 */
async function walkGraph(reader, root) {
    const leaves = await leavesOf(reader, root, 0);
    const configs = distinct(leaves.map(({ manifest }) => manifest.config));
    const layers = distinct(leaves.flatMap(({ manifest }) => manifest.layers.filter(image_manifest/* isServed */.SM)));
    const read = new Map();
    await Promise.all(configs.map(async (config) => read.set(keyOf(config), await walk_graph_readConfig(reader, config))));
    await Promise.all(layers.filter((layer) => !read.has(keyOf(layer))).map((layer) => seeLayer(reader, layer)));
    const attestations = leaves.filter(({ child }) => child?.isAttestation === true);
    for (const { manifest } of attestations)
        checkAttestation(manifest, read.get(keyOf(manifest.config)));
    const images = leaves.filter(({ manifest, child }) => !child?.isAttestation && (0,image_manifest/* isImageConfig */._m)(manifest.config));
    return {
        images: images.map((leaf) => imageOf(leaf, read.get(keyOf(leaf.manifest.config)))),
        attestations: attestations.length,
        configs,
        layers,
    };
}
/** Nobody has looked at an attestation as one looks at an image, so it must not be one. */
function checkAttestation({ digest, config }, bytes) {
    if (bytes !== undefined && (0,image_manifest/* isImageConfig */._m)(config) && (0,image_manifest/* namesPlatform */.UR)(bytes)) {
        throw differs(`The manifest ${digest} is called an attestation, but its config is that of an image.`);
    }
}
async function leavesOf(reader, manifest, depth, child) {
    if (manifest.kind === 'manifest')
        return [{ manifest, child }];
    if (depth === DEEPEST)
        throw differs(`The index ${manifest.digest} lies more than ${DEEPEST} indexes deep.`);
    if (manifest.children.length > MOST_CHILDREN) {
        throw differs(`The index ${manifest.digest} has more than ${MOST_CHILDREN} children.`);
    }
    const below = manifest.children.map(async (each) => leavesOf(reader, await readChild(reader, each), depth + 1, each));
    return (await Promise.all(below)).flat();
}
async function walk_graph_readConfig(reader, config) {
    const bytes = await reader.readBlob(config);
    if (bytes === undefined)
        throw parts_missing('The config', config);
    return bytes;
}
async function seeLayer(reader, layer) {
    const size = await reader.sizeOfBlob(layer);
    if (size === undefined)
        throw parts_missing('The layer', layer);
    if (size !== layer.size) {
        throw differs(`The layer ${layer.digest} has ${size} bytes, and its manifest says ${layer.size}.`);
    }
}
function imageOf({ manifest, child }, bytes) {
    const config = configOf(manifest.config, bytes);
    if (config.diffIds.length !== manifest.layers.length) {
        throw differs(`The image ${manifest.digest} has ${manifest.layers.length} layers, its config ${config.diffIds.length}.`);
    }
    if (child?.platform !== undefined && !(0,platform/* sameMachine */.s)(child.platform, config.platform)) {
        throw differs(`The index says that ${manifest.digest} is for ${child.platform}, its config ${config.platform}.`);
    }
    return { manifest, config };
}
function configOf({ digest }, bytes) {
    try {
        return (0,image_manifest/* parseConfig */.o4)(bytes ?? new Uint8Array());
    }
    catch (cause) {
        if (!(cause instanceof image_document/* ManifestProblem */.Rn))
            throw cause;
        throw differs(`The config ${digest} is not that of an image: ${cause.message}.`);
    }
}
/** Two descriptors that differ in the size of one blob are two things to look at: one of them is wrong. */
function distinct(descriptors) {
    return [...new Map(descriptors.map((descriptor) => [keyOf(descriptor), descriptor])).values()];
}
function keyOf({ digest, size }) {
    return `${digest} ${size}`;
}

;// CONCATENATED MODULE: ./build/verify/verify-push.js






/** Not exported, so that no other room can make a `Verified`. */
const verified = Symbol('verified');
/**
 * verifyPush reads the image back by tag and by digest, hashes the exact bytes, and compares them with the claim and
 * with the source; what it leads to is looked at as deep as the level asks. What is missing is told before what
 * differs.
 */
async function verifyPush(registry, expectation) {
    const { level, target, source, revision } = expectation;
    const manifest = await readBack(registry, expectation);
    const reader = readOnce(registry);
    // The commit of every platform stands in its config, deeper than the level `manifest` looks.
    const graph = level === 'manifest' && revision === undefined ? undefined : await walkGraph(reader, manifest);
    const proof = await proveIdentity(reader, manifest, source);
    if (proof === undefined || (graph !== undefined && !hasTested(graph, source))) {
        throw notTheSource(target, manifest, source);
    }
    if (revision !== undefined)
        checkRevision(target, graph, revision);
    const evidence = [
        `${(0,reference/* referenceName */.z$)(target)} was read by tag and by digest; the SHA-256 of the bytes is ${manifest.digest}`,
        `The image is the tested one: ${proof.because}`,
        ...(graph === undefined ? [] : [walked(graph)]),
        ...(graph === undefined || level !== 'content' ? [] : [unpacked(await checkContent(registry, graph))]),
    ];
    return { target, manifest, level, evidence, ...proof, [verified]: true };
}
/**
 * A tag that shows nothing yet, or still what it showed before, is waited for; a third image means that someone else
 * wrote the tag.
 */
async function readBack(registry, { target, claim, before }) {
    const isOld = (seen) => seen === undefined || (seen.digest === before?.digest && seen.digest !== claim.digest);
    const byTag = await registry.awaitManifest(target.tag, (seen) => !isOld(seen));
    if (byTag === undefined)
        throw verify_push_missing(target, claim.digest, 'nothing');
    if (isOld(byTag))
        throw verify_push_missing(target, claim.digest, `still ${byTag.digest}`);
    if (byTag.digest !== claim.digest)
        throw await anotherImage(registry, target, { claim, served: byTag.digest });
    const byDigest = await registry.awaitManifest(claim.digest, (seen) => seen !== undefined);
    if (byDigest === undefined)
        throw verify_push_missing(target, claim.digest, 'the tag, but nothing by its digest');
    if (byDigest.mediaType !== byTag.mediaType || byTag.bytes.byteLength !== claim.size) {
        throw mismatch(`${(0,reference/* referenceName */.z$)(target)} has one media type or size by tag and another by digest.`);
    }
    return byTag;
}
function walked({ images, attestations, configs, layers }) {
    const counted = `${images.length} images, ${attestations} attestations, ${configs.length} configs, ${layers.length} layers`;
    return `All that it leads to is on the registry, in the right size: ${counted}`;
}
function unpacked(bytes) {
    return `Every layer was downloaded, hashed and decompressed: ${bytes} bytes are what the configs say`;
}
/** An index may have several images for one platform (versions of Windows): one of them is what the engine shows. */
function hasTested({ images }, source) {
    return images.some(({ config }) => config.platform === source.platform && haveSameLayers(config, source));
}
const AGAIN = 'Do not deploy it. Run the job again; if it happens again, ask whoever runs the registry.';
/** What the registry serves is not what was pushed: someone wrote the tag after us, or our bytes were changed. */
async function anotherImage(registry, target, { claim, served }) {
    const name = (0,reference/* referenceName */.z$)(target);
    const ours = await registry.readManifest(claim.digest);
    if (ours === undefined)
        return mismatch(`${name}: ${claim.digest} was pushed, but the registry stored ${served} instead.`);
    return new errors/* ActionError */.l('TAG_RACED', `${name} shows ${served}, which someone else wrote while ${claim.digest} was pushed.`, {
        hint: 'Let one run at a time publish a tag: give the workflow a "concurrency" group, and run this job again.',
    });
}
/** checkRevision sees that every platform says it was built from the commit. Throws IDENTITY_MISMATCH. */
function checkRevision(target, graph, revision) {
    const other = graph?.images.find(({ config }) => config.revision !== revision);
    if (other === undefined)
        return;
    const { manifest, config } = other;
    const said = config.revision === undefined ? 'no commit' : `"${config.revision}"`;
    const message = `${(0,reference/* referenceName */.z$)(target)}: ${manifest.digest} for ${config.platform} says it was built from ${said}, not ${revision}.`;
    throw new errors/* ActionError */.l('IDENTITY_MISMATCH', message, {
        hint: 'Build every platform of the image from the same commit.',
    });
}
function verify_push_missing(target, digest, shown) {
    const message = `${(0,reference/* referenceName */.z$)(target)}: the push of ${digest} was accepted, but the registry serves ${shown}.`;
    return new errors/* ActionError */.l('CONTENT_MISSING', message, { hint: AGAIN });
}
function mismatch(message) {
    return new errors/* ActionError */.l('DIGEST_MISMATCH', message, { hint: AGAIN });
}
function notTheSource(target, { digest }, { id, platform }) {
    const differs = digest === id ? `in which there is no image for ${platform} with the layers` : 'which is not the image';
    const message = `${(0,reference/* referenceName */.z$)(target)} shows ${digest}, ${differs} that the engine has (${id}).`;
    return new errors/* ActionError */.l('IDENTITY_MISMATCH', message, { hint: AGAIN });
}

;// CONCATENATED MODULE: ./build/deliver.js











/**
 * deliver is the second half of the story: sign in at every destination, read the tags that are there, push the
 * image, verify what the registries really hold, and only then write the other tags. The destinations go on side
 * by side, and one that fails stops none of the others before the tags.
 */
async function deliver({ verdict, inputs, source, plans }, world) {
    const { runner, docker } = world;
    const inGroup = (name, attempts, work) => {
        const go = () => forEach(attempts, work);
        return attempts.some(({ ok }) => ok) ? runner.group(name, go) : go();
    };
    const lineage = lineageOf({ verdict, inputs, source }, world);
    const keyring = await openKeyring(verdict, inputs, world);
    try {
        const ready = await forEach(plans, async (plan, repository) => {
            const login = await keyring.signIn(repository);
            runner.info(`Signed in to ${repository.registry} ${login.whose}.`);
            const { registry } = login;
            const isOurs = async (served) => (await proveIdentity(registry, served, source.image)) !== undefined;
            const { id, revision } = source.image;
            const before = await readTags(registry, plan, { isOurs, id, revision, ifExists: inputs.ifExists });
            return { ...login, source, isOurs, plan, before, known: publishedAs(before) };
        });
        if (inputs.dryRun) {
            const found = await forEach(ready, async ({ registry, plan, before }) => {
                return { ...before, moving: await planMoves(registry, plan.moving, lineage) };
            });
            return { kind: 'planned', verdict, source, found: allOf(found), level: inputs.verify };
        }
        const pushed = await inGroup('Push', ready, async (at) => {
            const { sha } = at.before;
            const where = { ...at, target: sha.target, isTagged: sha.isOurs };
            return { ...at, claim: await ensurePushed(where, { docker, onProgress: runner.info }) };
        });
        const revision = inputs.requireRevisionLabel ? verdict.subject.commit : undefined;
        const asked = { level: inputs.verify, source: source.image, revision };
        const held = await inGroup('Verify', pushed, async ({ registry, plan, before, claim }) => {
            const { target, manifest } = before.sha;
            const expected = { ...asked, target, claim, before: manifest };
            return { registry, before, moving: plan.moving, verified: await verifyPush(registry, expected) };
        });
        const tagged = await writeTags(held, lineage);
        return tagged.ok ? { kind: 'published', verdict, receipt: tagged.receipt } : unfinished(tagged.standing, world);
    }
    finally {
        await keyring.signOut();
    }
}
/** Where the image stands among those of other commits, for tags that move forward only. */
function lineageOf({ verdict, inputs, source }, { runner, history }) {
    const { commit, ref } = verdict.subject;
    const ours = { commit, revision: source.image.revision, version: versionOf(verdict.subject) };
    const branch = ref.startsWith('refs/heads/') ? ref.slice('refs/heads/'.length) : undefined;
    const access = () => ({ token: runner.secretInput('github-token') });
    return new Lineage({ ours, branch, shaTag: inputs.shaTag, history, access });
}

;// CONCATENATED MODULE: ./build/filter-pattern.js
const ANYTHING = { takes: () => true, repeats: true, skips: [1] };
const IN_FOLDER = { takes: (character) => character !== '/', repeats: true, skips: [1] };
/** Nothing, or anything that ends with a slash: a fork before two pieces that can be passed by. */
const FOLDERS = [{ takes: () => false, skips: [1, 3] }, ANYTHING, literal('/')];
/**
 * parseFilterPattern reads GitHub's filter pattern language (docs.github.com, "Workflow syntax", "Filter pattern
 * cheat sheet"): `*` any characters but `/`, `**` any characters, `?` and `+` zero or one and one or more of the
 * character before, `[]` one of a set, `\` takes the next character as it is, and a leading `!` excludes.
 */
function parseFilterPattern(text) {
    const bad = (problem) => ({ ok: false, problem });
    const isNegative = text.startsWith('!');
    const name = isNegative ? text.slice(1) : text;
    if (name === '')
        return bad('names nothing');
    if (name.startsWith('refs/'))
        return bad('is a full ref; write the name alone, such as "main"');
    // Whole characters, however many units of UTF-16 they take.
    const body = [...name];
    const pieces = [];
    // What "?" and "+" repeat must be one character or one set.
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
                return bad(`has the set "[${set}]", which no character is in`);
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
/** What the name of a branch or tag cannot have in it (git-check-ref-format). */
const NO_NAME = /[\p{Cc} ~^:?*[\\]|\.\.|@\{|\/\/|^[./]|\/\.|[./]$|\.lock(?:\/|$)/u;
/** isInVain tells whether a pattern has something in it that no branch or tag can have, so that it never matches. */
function isInVain({ text, isNegative }) {
    const name = text.slice(isNegative ? 1 : 0);
    // Whatever the pattern leaves open could be a letter.
    const fixed = name.replace(/\*+|\[[^\]]*\][?+]?|\\?(.)([?+]?)/gsu, (_all, character, sign) => character === undefined || sign !== '' ? 'x' : character);
    return NO_NAME.test(fixed);
}
/** leavesNothing tells whether of a list every pattern that takes names is undone by a later one. */
function leavesNothing(patterns) {
    return patterns.every(({ text, isNegative }, at) => {
        const undo = text.includes('/') || text.includes('**') ? [`!${text}`, '!**'] : [`!${text}`, '!*', '!**'];
        return isNegative || patterns.slice(at + 1).some((later) => undo.includes(later.text));
    });
}
/** The ends of a range go up: `[9-0]` has nothing in it. */
function isOrdered(set) {
    return [...set.matchAll(/(.)-(.)/g)].every(([, from = '', to = '']) => from <= to);
}
/** matchesFilter applies patterns in order, as GitHub does: the last one that fits the name decides. */
function matchesFilter(name, patterns) {
    return patterns.findLast(({ pieces }) => fits(pieces, name))?.isNegative === false;
}
/**
 * Every way through the pattern is followed at once, one step for each character: a regular expression would try them
 * one after the other, and for some patterns take longer than anyone waits.
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
/** What is added to a set while it is gone through is gone through too. */
function withSkips(pieces, places) {
    const reached = new Set(places);
    for (const place of reached)
        for (const skip of pieces[place]?.skips ?? [])
            reached.add(place + skip);
    return reached;
}

;// CONCATENATED MODULE: ./build/gate/verdict.js
/** Not exported: an open verdict is made by `openFor` alone. */
const verdict_open = Symbol('open');
/** openFor makes the open verdict; the import table keeps it inside this room. */
function openFor(event, subject, held) {
    return { kind: 'open', event, subject, held, checks: [], [verdict_open]: true };
}
/** closedBy is a closed verdict if any of the judgements is a reason for it. */
function closedBy(event, judgements) {
    const [first, ...others] = judgements.filter(isReason);
    if (first === undefined)
        return undefined;
    return { kind: 'closed', event, reasons: [first, ...others], held: heldOf(judgements), checks: [] };
}
/** heldOf are the rules that hold. */
function heldOf(judgements) {
    return judgements.filter((judgement) => !isReason(judgement));
}
function isReason(judgement) {
    return 'code' in judgement;
}
/** alsoAsking keeps an open gate open if more was asked and nothing is against it, and else closes it. */
function alsoAsking(verdict, judgements, checks = verdict.checks) {
    const all = [...verdict.held, ...judgements];
    const closed = closedBy(verdict.event, all);
    return closed === undefined ? { ...verdict, held: heldOf(all), checks } : { ...closed, checks };
}

;// CONCATENATED MODULE: ./build/gate/confirm.js


/**
 * confirm opens the gate for a run that follows another, if its commit is on the branch that the payload names (which
 * may be the name of a tag), and, after a pull request, if only pull requests of people into branches that can vouch
 * for it have made that run.
 */
function confirm_confirm(presumed, found, bases) {
    const { event, subject, held, branch, isOfPullRequest } = presumed;
    return alsoAsking(openFor(event, subject, held), [
        ofBranch(branch, subject.commit, found),
        ...(isOfPullRequest ? [ofPullRequests(found, bases)] : []),
    ]);
}
function ofBranch(branch, commit, found) {
    const rule = 'the commit must be on the branch that the run which this one follows names';
    if (found.branch === 'commit')
        return { rule, seen: `${commit} is on the branch ${branch}` };
    const seen = found.branch === 'no-branch'
        ? `there is no branch ${branch}: it was a tag, or is gone`
        : `${commit} is not on the branch ${branch}: it was a tag of that name, or the branch was changed`;
    // A private repository answers for a branch that may not be read as for one that is not there.
    const read = found.branch === 'no-branch' ? ', or give the job the permission "contents: read" under "permissions:"' : '';
    return { code: 'GATE_REF', rule, seen, opens: `merge the commit there${read}` };
}
function ofPullRequests({ pullRequests }, bases) {
    const rule = 'the pull request behind the run that this one follows must be by a person and into a branch that may publish';
    const wrong = pullRequests.length === 0
        ? 'it is not found'
        : pullRequests
            .filter(({ base, isRetargeted, opener }) => opener !== 'User' || isRetargeted || !matchesFilter(base, bases))
            .map(({ base, isRetargeted, opener }) => `one into ${base}${isRetargeted ? ', and into another branch before,' : ''} by an account of the kind ${opener}`)
            .join(', ');
    if (wrong === '')
        return { rule, seen: `one into ${pullRequests.map(({ base }) => base).join(', ')}` };
    const opens = 'publish after the merge, from a run on a branch of this repository';
    return { code: 'GATE_EVENT', rule, seen: wrong, opens };
}

;// CONCATENATED MODULE: ./build/gate/payload.js
/** field reads one field of the payload by its path; undefined if any part of the path is missing. */
function field(payload, path) {
    return path.split('.').reduce((value, key) => {
        const isObject = typeof value === 'object' && value !== null && Object.hasOwn(value, key);
        return isObject ? value[key] : undefined;
    }, payload);
}
/** text reads a field that must be a non-empty string. */
function payload_text(payload, path) {
    const value = field(payload, path);
    return typeof value === 'string' && value !== '' ? value : undefined;
}
/** id reads the numeric id of a repository, which unlike its name cannot be taken over. */
function id(payload, path) {
    const value = field(payload, path);
    return typeof value === 'number' && Number.isSafeInteger(value) ? String(value) : undefined;
}

;// CONCATENATED MODULE: ./build/gate/event-rules.js

/**
 * One rule for each event that can be opened. `GITHUB_REF` alone proves nothing, since many events run with the
 * default branch as their ref: each rule takes the commit and the ref from where the event really has them.
 */
const EVENT_RULES = {
    push: ({ ref, sha, payload }) => ({
        subject: { commit: sha, ref },
        judgements: [expected(payload, { path: 'deleted', wanted: false }, 'a push that deletes a ref publishes nothing')],
    }),
    release: ({ ref, sha, payload }) => ({
        subject: { commit: sha, ref },
        judgements: [
            expected(payload, { path: 'action', wanted: 'published' }, 'only a published release is final'),
            expected(payload, { path: 'release.draft', wanted: false }, 'only a published release is final'),
            onOwnTag(ref, payload),
        ],
    }),
    workflow_dispatch: ({ ref, sha }) => ({ subject: { commit: sha, ref }, judgements: [] }),
    schedule: ({ ref, sha }) => ({ subject: { commit: sha, ref }, judgements: [] }),
    repository_dispatch: ({ ref, sha }) => ({ subject: { commit: sha, ref }, judgements: [] }),
    merge_group: ({ payload }) => ({
        // The queue's own branch is made for the run; what the commit is on its way to is the base.
        subject: subject(payload_text(payload, 'merge_group.head_sha'), payload_text(payload, 'merge_group.base_ref')),
        judgements: [
            expected(payload, { path: 'action', wanted: 'checks_requested' }, 'the commit must still be in the queue'),
        ],
    }),
    workflow_run: (facts, events) => {
        const { payload } = facts;
        return {
            // GITHUB_SHA is the tip of the default branch here, whatever commit the other run was about.
            subject: onBranch(payload_text(payload, 'workflow_run.head_sha'), payload_text(payload, 'workflow_run.head_branch')),
            judgements: [
                ofSameRepository(facts, 'workflow_run.head_repository.id'),
                expected(payload, { path: 'action', wanted: 'completed' }, 'the run that this one follows must be over'),
                expected(payload, { path: 'workflow_run.conclusion', wanted: 'success' }, 'the run that this one follows must have succeeded'),
                ...ofListedEvent(payload, events),
            ],
        };
    },
    pull_request: (facts) => {
        const { payload } = facts;
        return {
            subject: onBranch(payload_text(payload, 'pull_request.head.sha'), payload_text(payload, 'pull_request.head.ref')),
            judgements: [
                ofSameRepository(facts, 'pull_request.head.repo.id'),
                byPeople(payload, ['pull_request.user.type', 'sender.type']),
                withNewCommit(payload),
            ],
        };
    },
};
function subject(commit, ref) {
    return { ...(commit === undefined ? {} : { commit }), ...(ref === undefined ? {} : { ref }) };
}
function onBranch(commit, branch) {
    return subject(commit, branch === undefined ? undefined : `refs/heads/${branch}`);
}
/** What holds for a run holds for the run that it follows, too. */
function ofListedEvent(payload, events) {
    const path = 'workflow_run.event';
    const cause = payload_text(payload, path);
    const isListed = events.some((event) => event === cause && event !== 'workflow_run');
    const listed = judged(isListed, 'the run that this one follows must itself be of a listed event', told(path, cause));
    const people = ['workflow_run.actor.type', 'workflow_run.triggering_actor.type'];
    return [listed, ...(isListed && cause === 'pull_request' ? [byPeople(payload, people)] : [])];
}
/** A deleted head repository has no id, and counts as a fork. */
function ofSameRepository({ payload, repositoryId }, path) {
    const rule = `the commit must come from this repository (id ${repositoryId || 'unknown'}), not from a fork`;
    const head = id(payload, path);
    const seen = head === undefined ? 'a repository that is gone or not named' : `the repository with id ${head}`;
    if (head !== undefined && head === repositoryId)
        return { rule, seen };
    const opens = 'publish after the merge, from a run on a branch of this repository';
    return { code: 'GATE_FORK', rule, seen, opens };
}
function onOwnTag(ref, payload) {
    const path = 'release.tag_name';
    const name = payload_text(payload, path);
    const isOwn = name !== undefined && ref === `refs/tags/${name}`;
    return judged(isOwn, 'a release runs on its own tag', told(path, field(payload, path)));
}
/** What a bot puts into a pull request a stranger wrote (a new version of a package); people merge it, or not. */
function byPeople(payload, paths) {
    const rule = 'a pull request that publishes must be the work of people';
    const other = paths.find((path) => field(payload, path) !== 'User');
    const shown = other === undefined ? paths : [other];
    return judged(other === undefined, rule, shown.map((path) => told(path, field(payload, path))).join(', '));
}
function withNewCommit(payload) {
    const action = payload_text(payload, 'action') ?? '';
    const isNew = ['opened', 'synchronize', 'reopened', 'ready_for_review'].includes(action);
    return judged(isNew, 'only a new commit of a pull request is published', told('action', field(payload, 'action')));
}
function expected(payload, { path, wanted }, rule) {
    const found = field(payload, path);
    const seen = told(path, found);
    if (found === wanted)
        return { rule, seen };
    return { code: 'GATE_EVENT', rule, seen, opens: `an event with ${path} = ${String(wanted)}` };
}
function judged(holds, rule, seen) {
    return holds
        ? { rule, seen }
        : { code: 'GATE_EVENT', rule, seen, opens: 'run the workflow for an event of another kind' };
}
function told(path, value) {
    return `${path} is ${value === undefined ? 'missing' : JSON.stringify(value)}`;
}

;// CONCATENATED MODULE: ./build/gate/events.js
/** Why an event can never open the gate. */
const CAUSED_BY_OTHERS = 'people without any right in the repository can cause it, and it runs on the default branch';
const NO_NEW_COMMIT = 'it is about something other than a new commit, and runs on the default branch';
const NOT_FINAL = 'its commit may still be changed, or is not on a branch of the repository';
/**
 * Every event that can start a workflow and never opens the gate (docs.github.com, "Events that trigger workflows"),
 * with the reason. The ones that can be opened have a rule each in `event-rules.ts`; any other name is unknown.
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
    dynamic: 'GitHub starts it by itself, with a token of its own',
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
    workflow_call: 'a reusable workflow runs for the event of its caller, so this name is not one that a run has',
};
/** Events that are open unless the input says otherwise. */
const OPEN_BY_DEFAULT = ['push', 'release', 'workflow_dispatch'];

;// CONCATENATED MODULE: ./build/gate/needs.js
const RULE = 'every job that this one needs must have succeeded';
/**
 * judgeNeeds asks that every job in `needs` has succeeded. A job that was skipped counts only if it is named in
 * `allow-skipped`; one that failed or was cancelled never does, also where `if: always()` let this job start.
 */
function judgeNeeds({ needs, allowSkipped }) {
    if (needs === undefined)
        return [];
    const jobs = Object.entries(needs);
    if (jobs.length === 0)
        return [against('there is no job in it', 'name the jobs to wait for under "needs:" of this job')];
    return jobs.map(([job, result]) => {
        const seen = `the job ${job} has the result ${result}`;
        if (result === 'success' || (result === 'skipped' && allowSkipped.includes(job)))
            return { rule: RULE, seen };
        const opens = result === 'skipped' ? `let it run, or add "${job}" to "allow-skipped"` : `a run in which ${job} succeeds`;
        return against(seen, opens);
    });
}
function against(seen, opens) {
    return { code: 'GATE_NEEDS', rule: RULE, seen, opens };
}

;// CONCATENATED MODULE: ./build/gate/decide-gate.js






/** All zeros stand for no commit: what was there before a push, or is left of a ref that is gone. */
const decide_gate_COMMIT = /^(?!0+$)(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
/**
 * decideGate tells whether this run may publish, and for which commit: event first, then trust, then ref. It is
 * closed on anything that is unknown or missing, and a closed verdict has every reason. What a run cannot know of the
 * run that it follows is left to be asked.
 */
function decideGate(policy, facts) {
    const event = facts.eventName;
    const rule = Object.hasOwn(EVENT_RULES, event) ? EVENT_RULES[event] : undefined;
    if (rule === undefined)
        return { kind: 'closed', event, reasons: [neverOpens(event)], held: [], checks: [] };
    const finding = rule(facts, policy.events);
    const { commit = '', ref = '' } = finding.subject;
    const judgements = [
        judgeListing(event, policy),
        ...finding.judgements,
        judgeCommit(commit),
        judgeRef(ref, policy, facts),
        ...judgeNeeds(policy),
    ];
    const closed = closedBy(event, judgements);
    if (closed !== undefined)
        return closed;
    const held = heldOf(judgements);
    const branch = after(ref, 'refs/heads/');
    if (event !== 'workflow_run' || branch === undefined)
        return openFor(event, { commit, ref }, held);
    const isOfPullRequest = payload_text(facts.payload, 'workflow_run.event') === 'pull_request';
    return { kind: 'presumed', event, subject: { commit, ref }, held, branch, isOfPullRequest };
}
/**
 * basesThatVouch are the branches whose pull requests can vouch for a commit: those that may publish, the default one,
 * and that of this run's own pull request.
 */
function basesThatVouch(policy, facts) {
    const base = payload_text(facts.payload, 'pull_request.base.ref');
    const own = base === undefined ? [] : exactly(base);
    return [...defaultBranch(facts), ...own, ...(policy.branches ?? [])];
}
function neverOpens(event) {
    const why = Object.hasOwn(NEVER_OPENED, event) ? NEVER_OPENED[event] : 'it is not an event that this action knows';
    return {
        code: 'GATE_EVENT',
        rule: `this event never publishes: ${why}`,
        seen: event === '' ? 'no event' : `the event ${event}`,
        opens: `publish from a run for ${OPEN_BY_DEFAULT.join(', ')}`,
    };
}
function judgeListing(event, { events }) {
    const listed = { rule: 'the event must be listed', seen: `the event ${event}` };
    if (events.some((each) => each === event))
        return listed;
    return { code: 'GATE_EVENT', ...listed, opens: `add "${event}" to "events"` };
}
function judgeCommit(commit) {
    const rule = 'the event must name a commit in full';
    const seen = commit === '' ? 'no commit' : `"${commit}"`;
    return decide_gate_COMMIT.test(commit) ? { rule, seen } : { code: 'GATE_EVENT', rule, seen, opens: 'an event with a commit' };
}
/** Refs are compared in full: a branch that is named `refs/tags/v1` is `refs/heads/refs/tags/v1`, a branch. */
function judgeRef(ref, policy, facts) {
    const seen = ref === '' ? 'no ref' : `the ref ${ref}`;
    const branch = after(ref, 'refs/heads/');
    const tag = after(ref, 'refs/tags/');
    if (branch !== undefined) {
        const patterns = policy.branches ?? defaultBranch(facts);
        const wanted = decide_gate_textOf(patterns) || 'the default branch, which the event does not name';
        const rule = `the branch must match: ${wanted}`;
        if (matchesFilter(branch, patterns))
            return { rule, seen };
        return { code: 'GATE_REF', rule, seen, opens: 'merge there, or add the branch to "branches"' };
    }
    if (tag !== undefined) {
        const rule = `the git tag must match: ${decide_gate_textOf(policy.gitTags) || 'nothing'}`;
        if (matchesFilter(tag, policy.gitTags))
            return { rule, seen };
        return { code: 'GATE_REF', rule, seen, opens: 'push a tag that matches, or add it to "git-tags"' };
    }
    const rule = 'the ref must be a branch or a tag';
    return { code: 'GATE_REF', rule, seen, opens: 'publish from a branch or a tag' };
}
function decide_gate_textOf(patterns) {
    return patterns.map((pattern) => pattern.text).join(', ');
}
function after(ref, prefix) {
    return ref.startsWith(prefix) && ref.length > prefix.length ? ref.slice(prefix.length) : undefined;
}
/** The default branch as a pattern that matches it alone. */
function defaultBranch({ eventName, ref, payload }) {
    // A schedule's payload may name no repository, but there is no schedule on any branch but the default one.
    const named = payload_text(payload, 'repository.default_branch');
    const name = named ?? (eventName === 'schedule' ? after(ref, 'refs/heads/') : undefined);
    return name === undefined ? [] : exactly(name);
}
/** The pattern that matches this name alone. */
function exactly(name) {
    const parsed = parseFilterPattern(name.replace(/[\\*?+[\]!]/g, '\\$&'));
    return parsed.ok ? [{ ...parsed.value, text: name }] : [];
}

;// CONCATENATED MODULE: ./build/gate/reports.js
/** What GitHub has on a commit, as the gate judges it. */
/** What makes a check run one of a job: anyone with `checks: write` can have it say so. */
const ACTIONS = 'github-actions';

;// CONCATENATED MODULE: ./build/gate/seen.js
const WORST_FIRST = ['failed', 'pending', 'passed', 'missing'];
/** worst sorts what was seen: one that failed outweighs one that has not ended, and both one that passed. */
function worst(states) {
    return states.toSorted((one, other) => WORST_FIRST.indexOf(one.state) - WORST_FIRST.indexOf(other.state));
}
/** wordOf reads how a check run or a job stands; what was skipped has passed only if its name is allowed to be. */
function wordOf({ name, status, conclusion }, allowSkipped) {
    if (status !== 'completed')
        return { state: 'pending', seen: `it is ${status}` };
    if (conclusion === 'success')
        return { state: 'passed', seen: 'it succeeded' };
    const isAllowed = (conclusion === 'skipped' || conclusion === 'neutral') && allowSkipped.includes(name);
    return { state: isAllowed ? 'passed' : 'failed', seen: `it ended with ${conclusion ?? 'no conclusion'}` };
}

;// CONCATENATED MODULE: ./build/gate/judge-jobs.js



/** Events whose runs count as evidence on a commit; a stranger causes none of them with code of their own. */
const EVIDENT_EVENTS = [
    'push',
    'merge_group',
    'workflow_dispatch',
    'schedule',
    'release',
    'pull_request',
    'repository_dispatch',
];
/**
 * judgeJobs tells what the jobs of this name say, run by run: all that have it, in the last attempt of the run. The
 * job is the witness, since its check run can be renamed and rewritten by anyone with `checks: write`, and is believed
 * only where both agree.
 */
function judgeJobs({ name, appId }, { checkRuns, jobs }, rules) {
    const isOwn = (url) => rules.ownCheckRunId !== undefined && url.endsWith(`/${rules.ownCheckRunId}`);
    const ownSuite = jobs.find(({ checkRunUrl }) => isOwn(checkRunUrl))?.suiteId;
    const claims = checkRuns.filter((run) => run.name === name && !isOwn(run.url) && run.app?.slug === ACTIONS && isPinned(run, appId));
    const known = jobs
        .filter((job) => job.name === name && !isOwn(job.checkRunUrl))
        .map((job) => ({ job, run: checkRuns.find(({ url }) => url === job.checkRunUrl) }))
        .filter(({ run }) => run === undefined || isPinned(run, appId));
    const suites = new Set([...claims.map(({ suiteId }) => suiteId), ...known.map(({ job }) => job.suiteId)]);
    return [...suites].flatMap((suiteId) => {
        const isOfSuite = (each) => each.suiteId === suiteId;
        const performances = known.filter(({ job }) => isOfSuite(job));
        return [
            ...unlisted(claims.filter(isOfSuite), performances, rules),
            ...ofLastAttempt(performances.filter(isEvident(rules)), { rules, isOurs: ownSuite === suiteId }),
        ];
    });
}
function isPinned({ app }, appId) {
    return appId === undefined || app?.id === appId;
}
function isEvident({ repositoryId }) {
    return ({ job: { event, headRepositoryId } }) => headRepositoryId !== '' && headRepositoryId === repositoryId && EVIDENT_EVENTS.includes(event);
}
/** The jobs of an attempt are listed later than their check runs: what is no success may be one of those. */
function unlisted(claims, performances, rules) {
    const newest = Math.max(0, ...performances.filter(isEvident(rules)).map(({ run }) => run?.id ?? 0));
    const late = claims.find((run) => run.id > newest && run.conclusion !== 'success' && !performances.some(({ job }) => job.checkRunUrl === run.url));
    if (late === undefined)
        return [];
    return [{ state: 'pending', by: ACTIONS, seen: 'it is reported, but not (yet) as a job of GitHub Actions' }];
}
function ofLastAttempt(performances, { rules, isOurs }) {
    const attempts = Map.groupBy(performances, ({ job }) => job.attempt);
    const attempt = Math.max(0, ...attempts.keys());
    const last = attempts.get(attempt) ?? [];
    const [first] = last;
    if (first === undefined)
        return [];
    // Which of two jobs with one name ran again cannot be told.
    const most = Math.max(...[...attempts.values()].map(({ length }) => length));
    if (last.length < most) {
        const seen = `${most} jobs of a run share this name, and only ${last.length} ran again`;
        return [{ state: 'failed', by: ACTIONS, seen }];
    }
    // It may still be run in the attempt that has begun. Our own run cannot be waited for: "needs" speaks for its jobs.
    if (first.job.lastAttempt > attempt && !first.job.isOver && !isOurs) {
        return [{ state: 'pending', by: ACTIONS, seen: `attempt ${first.job.lastAttempt} of its run is not over` }];
    }
    return last.map((performed) => testimony(performed, rules));
}
function testimony({ job, run }, rules) {
    const by = ACTIONS;
    if (run === undefined)
        return { state: 'pending', by, seen: 'its job is listed, and its check run not (yet)' };
    if (run.name !== job.name)
        return { state: 'failed', by, seen: `its check run was renamed to "${run.name}"` };
    const said = [job, run].map((each) => wordOf(each, rules.allowSkipped));
    const [word] = worst(said);
    if (word?.state !== 'passed')
        return { state: word?.state ?? 'missing', by, seen: word?.seen ?? '' };
    return { ...word, ...(job.event === 'pull_request' ? besides(job, rules) : {}), by };
}
/**
 * A run for a pull request takes its workflow from the merge of both branches. A pull request of the same commit into
 * a branch of one's own would let one's own workflow vouch for it.
 */
function besides({ pullRequests }, { bases }) {
    const doubt = (seen) => ({ state: 'missing', seen });
    if (pullRequests === undefined)
        return doubt('for which pull request it succeeded could not be asked');
    if (pullRequests.length === 0)
        return doubt('it succeeded for a pull request that is not found');
    const other = pullRequests.find(({ base }) => !matchesFilter(base, bases));
    if (other !== undefined)
        return doubt(`its commit is that of a pull request into "${other.base}", which may not publish`);
    const moved = pullRequests.find(({ isRetargeted }) => isRetargeted);
    return moved === undefined ? {} : doubt(`its pull request into "${moved.base}" went to another branch before`);
}

;// CONCATENATED MODULE: ./build/gate/checks.js



/**
 * judgeChecks tells of each required check whether the commit has it. Names are compared exactly. Of one suite the
 * latest attempt counts, and every suite must pass; a status and a check run of one name must both. A check run that
 * claims to be a job of GitHub Actions passes only if a job of a run for this commit says the same.
 */
function judgeChecks(snapshot, rules) {
    return rules.required.map((required) => judge(required, snapshot, rules));
}
function judge(required, snapshot, rules) {
    const { name, appId, askedBy } = required;
    const named = snapshot.checkRuns.filter((run) => run.name === name && (appId === undefined || run.app?.id === appId) && run.id !== rules.ownCheckRunId);
    const reports = Map.groupBy(named.filter(({ app }) => app?.slug !== ACTIONS), ({ suiteId }) => suiteId);
    const status = latest(snapshot.statuses.filter(({ context }) => context === name));
    const states = [
        ...[...reports.values()].flatMap((suite) => reported(suite, rules)),
        ...judgeJobs(required, snapshot, rules),
        // Nobody can tell which app set a status: where one is pinned it can only be against the check.
        ...(status === undefined ? [] : [stateOfStatus(status)]).filter(({ state }) => appId === undefined || state !== 'passed'),
    ];
    return { name, askedBy, ...(worst(states)[0] ?? absent(named)) };
}
/** What an app says in a suite: a check that is run again gets a new check run there; ids grow. */
function reported(suite, { allowSkipped }) {
    const last = latest(suite);
    if (last === undefined)
        return [];
    const word = wordOf(last, allowSkipped);
    if (last.app !== undefined)
        return [{ ...word, by: last.app.slug }];
    // Nobody stands for what it said, but that it was not content.
    return [{ ...word, by: 'an app that is gone', ...(word.state === 'passed' ? { state: 'missing' } : {}) }];
}
function absent(named) {
    const forged = named.length > 0 ? '; a check run of that name belongs to no job of GitHub Actions' : '';
    return { state: 'missing', by: 'nobody', seen: `nothing was reported under this name${forged}` };
}
function latest(items) {
    return items.reduce((newest, item) => (newest === undefined || item.id > newest.id ? item : newest), undefined);
}
function stateOfStatus({ state, creator }) {
    const by = `a status of ${creator}`;
    if (state === 'success')
        return { state: 'passed', by, seen: 'its status is success' };
    return { state: state === 'pending' ? 'pending' : 'failed', by, seen: `its status is ${state}` };
}
/** isSettled tells whether waiting longer could change nothing: all have passed, or one has failed. */
function isSettled(states) {
    return states.some(({ state }) => state === 'failed') || states.every(({ state }) => state === 'passed');
}
/** checkReasons are what of the checks keeps the gate closed. No required check at all is never a pass. */
function checkReasons(states) {
    if (states.length === 0) {
        return [
            {
                code: 'GATE_CHECKS',
                rule: 'the checks that the branch requires must have succeeded',
                seen: 'no rule of the branch requires a check',
                opens: 'require checks in a ruleset of the branch, or name them in "required-checks"',
            },
        ];
    }
    return states
        .filter(({ state }) => state !== 'passed')
        .map(({ name, state, seen }) => ({
        code: 'GATE_CHECKS',
        rule: `the check "${name}" must have succeeded on this commit`,
        seen,
        opens: state === 'failed'
            ? 'a commit on which it succeeds'
            : 'a run after it has succeeded, or more minutes in "wait-for-checks"',
    }));
}

;// CONCATENATED MODULE: ./build/evidence/unanswered.js
/** unanswered are the reasons for a gate that stays closed because GitHub could not tell: each permission by itself. */
function unanswered(problem, asked) {
    return [reason(problem, asked), ...problem.also.map((other) => reason(other, asked))];
}
function reason({ message, permission, remedy = 'run the job again' }, asked) {
    const opens = permission === undefined ? remedy : `give the job the permission "${permission}" under "permissions:"`;
    return { ...asked, seen: message, opens };
}

;// CONCATENATED MODULE: ./build/evidence/gather-checks.js





/**
 * askChecks reads the checks of the commit that an open gate is for, waits for them as long as it may, and keeps the
 * gate open only if each one that is required has succeeded. An API that cannot tell closes it.
 */
async function askChecks(open, inputs, doors) {
    if (inputs.requiredChecks.named.length === 0 && !inputs.requiredChecks.ofBranch)
        return open;
    const token = doors.runner.secretInput('github-token');
    try {
        const states = await gather(open, inputs, { ...doors, access: { token } });
        return alsoAsking(open, checkReasons(states), states);
    }
    catch (error) {
        if (!(error instanceof github_github/* ApiProblem */.A))
            throw error;
        const rule = 'GitHub must be able to tell of the checks';
        return alsoAsking(open, unanswered(error, { code: 'GATE_CHECKS', rule }));
    }
}
async function gather({ subject }, inputs, { runner, github, access }) {
    const context = runner.context();
    const rules = {
        required: await requiredOf(inputs, { github, access, branch: branchOf(subject.ref) }),
        allowSkipped: inputs.allowSkipped,
        ownCheckRunId: inputs.checkRunId,
        repositoryId: context.repositoryId,
        bases: basesThatVouch(inputs, context),
    };
    // Of several commits the first one counts that has something of a check.
    const judged = (reports) => reports
        .map((each) => judgeChecks(each, rules))
        .reduce((own, head) => own.map((state, index) => (isMissing(state) ? (head[index] ?? state) : state)));
    const judgedOn = async (commits, minutes) => {
        const reports = await github.awaitReports(access, commits, {
            minutes,
            isSettled: (seen) => isSettled(judged(seen)),
            onProgress: (seen, seconds) => {
                const open = judged(seen).filter(({ state }) => state !== 'passed');
                runner.info(`Waiting for ${open.map(({ name, seen: why }) => `${name} (${why})`).join(', ')}: ${seconds} s left`);
            },
        });
        return judged(reports);
    };
    if (rules.required.length === 0)
        return [];
    const states = await judgedOn([subject.commit], 0);
    if (isSettled(states))
        return states;
    // A squash or rebase merge makes a new commit; the checks ran on the pull request's head. They count if the files
    // are the same to the byte.
    const head = states.some(isMissing) ? await headOf(github, access, subject.commit) : undefined;
    const commits = typeof head === 'string' ? [subject.commit, head] : [subject.commit];
    if (commits.length === 1 && inputs.waitForChecks === 0 && !(head instanceof github_github/* ApiProblem */.A))
        return states;
    const waited = await judgedOn(commits, inputs.waitForChecks);
    // What could not be asked matters only if it could have made a difference.
    if (head instanceof github_github/* ApiProblem */.A && waited.some(isMissing))
        throw head;
    return waited;
}
function isMissing({ state }) {
    return state === 'missing';
}
async function headOf(github, access, commit) {
    return github.squashedHead(access, commit).catch((error) => {
        if (error instanceof github_github/* ApiProblem */.A)
            return error;
        throw error;
    });
}
async function requiredOf({ requiredChecks }, { github, access, branch }) {
    const askedBy = 'the input "required-checks"';
    const named = requiredChecks.named.map((name) => ({ name, appId: undefined, askedBy }));
    if (!requiredChecks.ofBranch)
        return named;
    if (branch === undefined) {
        const remedy = 'name the checks in "required-checks" for runs on tags';
        throw new github_github/* ApiProblem */.A('rules of a branch were asked for, and this run is for a tag', { remedy });
    }
    const ruled = await github.requiredChecks(access, branch);
    // Asked for and not there: no other check makes up for it.
    return ruled.length === 0 ? [] : [...ruled, ...named];
}
function branchOf(ref) {
    return ref.startsWith('refs/heads/') ? ref.slice('refs/heads/'.length) : undefined;
}

;// CONCATENATED MODULE: ./build/evidence/gather-evidence.js





/** gatherEvidence asks GitHub for what the run itself cannot know, as far as anything is left to be asked. */
async function gatherEvidence(decision, inputs, doors) {
    const verdict = decision.kind === 'presumed' ? await askOther(decision, inputs, doors) : decision;
    return verdict.kind === 'open' ? askChecks(verdict, inputs, doors) : verdict;
}
/** Asks about the run that this one follows. */
async function askOther(presumed, inputs, { runner, github }) {
    const access = { token: runner.secretInput('github-token') };
    const place = { branch: presumed.branch, commit: presumed.subject.commit };
    try {
        const branch = await github.branchHas(access, place);
        const pullRequests = presumed.isOfPullRequest ? await github.pullRequestsOf(access, place) : [];
        return confirm_confirm(presumed, { branch, pullRequests }, basesThatVouch(inputs, runner.context()));
    }
    catch (error) {
        if (!(error instanceof github_github/* ApiProblem */.A))
            throw error;
        const reasons = unanswered(error, { code: 'GATE_REF', rule: 'GitHub must be able to tell of the branch' });
        const { event, held } = presumed;
        return { kind: 'closed', event, reasons, held, checks: [] };
    }
}

;// CONCATENATED MODULE: ./build/inputs/inputs.js
/** Events that the input `events` may name. No other event ever opens the gate. */
const OPENABLE_EVENTS = [
    'push',
    'release',
    'workflow_dispatch',
    'schedule',
    'merge_group',
    'repository_dispatch',
    'workflow_run',
    'pull_request',
];
/** How much evidence is asked for before a digest becomes an output. */
const VERIFICATION_LEVELS = ['manifest', 'graph', 'content'];
/** What tags are made of a git tag: its own name, the parts of a semantic version, or none. */
const VERSION_TAGS = ['exact', 'semver', 'none'];
/** How bad a finding of a scanner can be, from the worst to the least. */
const SEVERITIES = ['critical', 'high', 'medium', 'low'];
/** Whether each report must name the image, or must only if it names one. */
const SCAN_BINDINGS = ['when-named', 'required'];

;// CONCATENATED MODULE: ./build/scan/binding.js
/** Tools whose reports on images always name them. */
const ALWAYS_NAME = ['trivy'];
/**
 * bind tells whether a run is about the image. Names with tags are never compared, since they move: only digests are,
 * so that one image is the same under every name.
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
        return { kind: 'other', why: `it is about ${digests.join(', ')}` };
    if (ALWAYS_NAME.includes(tool.toLowerCase())) {
        return { kind: 'other', why: `it names no image, which ${tool} does for each image that it scans` };
    }
    const all = [...image.whole, ...image.platforms.flatMap((each) => each.digests)];
    const mention = mentioned.find((digest) => !all.includes(digest));
    if (mention !== undefined)
        return { kind: 'other', why: `its findings are in ${mention}` };
    const layer = layers.find((each) => image.layers?.includes(each) === false);
    if (layer !== undefined)
        return { kind: 'other', why: `it has findings in the layer ${layer}, which the image has not` };
    return { kind: 'trusted' };
}
/** unnamedPlatforms are those platforms of the image that no run names: none if one names the image as a whole. */
function unnamedPlatforms(bindings, image) {
    const named = bindings.filter((binding) => binding.kind === 'named');
    if (named.some(({ platform }) => platform === undefined))
        return [];
    const covered = named.map(({ platform }) => platform);
    return image.platforms.map(({ platform }) => platform).filter((platform) => !covered.includes(platform));
}

;// CONCATENATED MODULE: ./build/scan/scan-reasons.js
/** How many findings a reason names; the report shows more of them. */
const MOST_NAMED = 5;
/** How much the clocks of two runners may differ, in milliseconds. */
const CLOCK_SKEW = 60_000;
/** A commit in full: a shorter name, or that of a branch, cannot be compared. */
const scan_reasons_COMMIT = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
const FINISHED = 'scan again, and let the step of the scanner fail when the scanner does';
const SAME_IMAGE = 'scan the image that is published, after it is built, in the job that publishes it or by its digest';
/** reasonsOfFacts are what is missing before any report is looked into. */
function reasonsOfFacts({ missing, ignore, files }) {
    return [
        ...missing.map((seen) => because('a report that is asked for must be there', seen, 'let the scanner write it, in a step before this one')),
        ...('problem' in ignore
            ? [
                because('the file of "scan-ignore" must be readable', `it ${ignore.problem}`, 'correct the file, or take "scan-ignore" out'),
            ]
            : []),
        ...files.flatMap(({ name, report }) => 'problem' in report
            ? [because('each report must be one in SARIF 2.1.0', `${name} ${report.problem}`, FINISHED)]
            : []),
    ];
}
/** reasonsOfScan are what is against one run: that it is no evidence, or none on this image. */
function reasonsOfScan({ file, run, binding }, policy, facts) {
    const who = `the run of ${run.tool === '' ? 'an unnamed tool' : run.tool} in ${file.name}`;
    const revisions = run.revisions.filter((revision) => scan_reasons_COMMIT.test(revision));
    const other = revisions.includes(facts.commit) ? undefined : revisions[0];
    return [
        ...run.problems.map((problem) => because('each scan must have finished well', `${who} ${problem}`, FINISHED)),
        ...(binding.kind === 'other'
            ? [because('each report must be about this image', `${who}: ${binding.why}`, SAME_IMAGE)]
            : []),
        ...(binding.kind === 'trusted' && policy.binding === 'required'
            ? [
                because('each report must name this image', `${who} names none`, 'a scanner whose report does, or "scan-binding: when-named"'),
            ]
            : []),
        ...(other === undefined
            ? []
            : [because('each report must be about this commit', `${who} is about ${other}`, SAME_IMAGE)]),
        ...(isOlder(file, run.ranAt, facts.image.created)
            ? [
                because('each scan must be later than the image', `${who} is older: the image was made at ${facts.image.created}`, SAME_IMAGE),
            ]
            : []),
    ];
}
/** A report that was there before the image cannot be about it. */
function isOlder({ written }, ranAt, created) {
    const made = Date.parse(created);
    return !Number.isNaN(made) && Math.min(written, ranAt ?? written) + CLOCK_SKEW < made;
}
function reasonOfTool(tool) {
    return because('each tool in "scan-tools" must have reported', `no good report of ${tool}`, `add the report of ${tool} to "scan-report"`);
}
function reasonOfPlatform(platform) {
    return because('each platform of the image must be named by a report', `none names ${platform}`, `scan ${platform}, too`);
}
/** reasonOfFindings names the worst findings that are too bad. */
function reasonOfFindings(blocking, failOn) {
    const named = blocking.slice(0, MOST_NAMED).map(({ id, rating, place }) => {
        const unclear = rating.unclear === undefined ? '' : `: ${rating.unclear}`;
        return `${id} (${rating.severity}${unclear}${place === undefined ? '' : `, ${place}`})`;
    });
    const more = blocking.length > named.length ? `, and ${blocking.length - named.length} more` : '';
    return because(`no finding may be ${failOn}${failOn === 'critical' ? '' : ' or worse'}, or be of unclear severity`, `${named.join(', ')}${more}`, 'mend them, or list their ids in the file of "scan-ignore" with a reason and a last day');
}
function because(rule, seen, opens) {
    return { code: 'GATE_SCAN', rule, seen, opens };
}

;// CONCATENATED MODULE: ./build/scan/kept.js
/** field goes down a path of keys; undefined if it ends on the way. */
function kept_field(value, ...path) {
    return path.reduce((found, key) => (isObject(found) ? found[key] : undefined), value);
}
/** entries are the values of a list; none if it is no list. */
function entries(value) {
    return isList(value) ? value : [];
}
/** text is a string that says something; undefined if it is none. */
function kept_text(value) {
    return typeof value === 'string' && value !== '' ? value : undefined;
}
function isList(value) {
    return Array.isArray(value);
}
function isObject(value) {
    return typeof value === 'object' && value !== null && !isList(value);
}

;// CONCATENATED MODULE: ./build/scan/severity.js


const HABITS = {
    trivy: { scores: true, repeats: true },
    grype: { scores: true, repeats: true },
    bandit: { scores: false, repeats: false },
};
const habitOf = (tool) => (Object.hasOwn(HABITS, tool) ? HABITS[tool] : undefined) ?? { scores: true, repeats: false };
/** Findings of Trivy with this tag repeat nothing. */
const LICENSE = 'license';
/** Words that tools have for severities, in lower case. */
const WORDS = {
    critical: 'critical',
    high: 'high',
    important: 'high',
    error: 'high',
    medium: 'medium',
    moderate: 'medium',
    warning: 'medium',
    low: 'low',
    negligible: 'low',
    note: 'low',
    info: 'low',
    unknown: 'unknown',
    unspecified: 'unknown',
};
/** Levels (SARIF 2.1.0, 3.27.10) tell at least this much; none tells critical from high. */
const LEVELS = { error: 'high', warning: 'medium', note: 'low', none: 'low' };
/** Properties of a rule or a result that are the severity in a word. */
const WORD_PROPERTIES = ['severity', 'cvssV3_severity', 'issue_severity'];
/** How tools put the word into a sentence: the first in a text is the tool's own, what follows may be quoted. */
const SENTENCES = [
    /^ *Severity *: *(?<word>[A-Za-z]+)$/m,
    /^(?<word>[A-Za-z]+) severity - /,
    /\bwith an? (?<word>[A-Za-z]+) severity vulnerability\b/,
    /^An? (?<word>[a-z]+) vulnerability in /,
    /^\S+ (?<word>[a-z]+) vulnerability for /,
];
/**
 * rate tells how bad a finding is: the worst of the tool's own words and of the bands of `security-severity`, with the
 * level as the least it can be. What is missing or cannot be read is never taken for harmless: without its rule, or
 * without what its tool says of every finding, it may be critical; and so may one whose severity the tool itself does
 * not know, if its level is error.
 */
function rate({ tool, result, rules }) {
    const sources = [...rules, result];
    const statements = sources.flatMap(statementsOf);
    const level = levelOf(result) ?? rules.map((rule) => levelOf(kept_field(rule, 'defaultConfiguration'))).find((each) => each);
    const floor = level === undefined || level === 'unreadable' ? undefined : level;
    const isRated = SEVERITIES.some((each) => statements.includes(each));
    const severity = SEVERITIES.find((each) => isRated && (statements.includes(each) || each === floor)) ?? 'unknown';
    const { scores, repeats } = habitOf(tool.toLowerCase());
    const hasScore = sources.some((each) => kept_field(each, 'properties', 'security-severity') !== undefined);
    const isRepeated = wordsIn(kept_field(result, 'message', 'text')).length > 0 || sources.some(isOfLicense);
    const missing = [
        rules.length === 0 && 'its rule is not in the report',
        (statements.includes('unreadable') || level === 'unreadable') && 'its severity cannot be read',
        scores && !hasScore && 'it has no score',
        repeats && !isRepeated && 'its message does not say how bad it is',
        statements.length === 0 && 'nothing says how bad it is',
        severity === 'unknown' && floor === 'high' && 'the tool does not know how bad it is, and calls it an error',
    ];
    const unclear = missing.find((each) => each !== false);
    if (unclear !== undefined)
        return { severity, worst: 'critical', unclear };
    return { severity, worst: severity === 'unknown' ? (floor ?? 'low') : severity };
}
/** isAtLeast tells whether a severity is as bad as the threshold, or worse. */
function isAtLeast(severity, threshold) {
    return SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(threshold);
}
/** Everything that a rule or a result says of severity. */
function statementsOf(from) {
    const properties = kept_field(from, 'properties');
    const named = WORD_PROPERTIES.map((name) => kept_field(properties, name)).filter((value) => value !== undefined);
    const texts = [kept_field(from, 'help', 'text'), kept_field(from, 'shortDescription', 'text'), kept_field(from, 'message', 'text')];
    const score = kept_field(properties, 'security-severity');
    return [
        ...named.map((word) => severityIn(word) ?? 'unreadable'),
        ...entries(kept_field(properties, 'tags')).flatMap((tag) => severityIn(tag) ?? []),
        ...texts.flatMap(wordsIn),
        ...(score === undefined ? [] : [bandOf(score)]),
    ];
}
function wordsIn(sentences) {
    const said = kept_text(sentences) ?? '';
    return SENTENCES.flatMap((sentence) => severityIn(sentence.exec(said)?.groups?.word) ?? []);
}
function severityIn(word) {
    const name = typeof word === 'string' ? word.toLowerCase() : '';
    return Object.hasOwn(WORDS, name) ? WORDS[name] : undefined;
}
/**
 * The bands that GitHub has for `security-severity`, a number in a string. It gives 9.0 to none of them, which is what
 * Grype writes for critical; 0.0 is what tools write for unknown.
 */
function bandOf(score) {
    const isDecimal = typeof score === 'string' && /^[0-9]{1,2}(?:\.[0-9]{1,6})?$/.test(score);
    const value = isDecimal || typeof score === 'number' ? Number(score) : Number.NaN;
    if (!(value >= 0 && value <= 10))
        return 'unreadable';
    if (value === 0)
        return 'unknown';
    return value >= 9 ? 'critical' : value >= 7 ? 'high' : value >= 4 ? 'medium' : 'low';
}
function levelOf(from) {
    const level = kept_field(from, 'level');
    if (level === undefined)
        return undefined;
    return typeof level === 'string' && Object.hasOwn(LEVELS, level) ? LEVELS[level] : 'unreadable';
}
function isOfLicense(from) {
    return entries(kept_field(from, 'properties', 'tags')).includes(LICENSE);
}

;// CONCATENATED MODULE: ./build/scan/decide-scan.js




const MOST_SHOWN = 20;
/**
 * decideScan tells whether the reports prove that this image was scanned, and that nothing in it is as bad as the
 * threshold. Each file and each run must be evidence by itself: one that is broken, about another image or older than
 * this one closes the gate, whatever the others say. To take something out of a report or to make it unreadable opens
 * nothing that was closed, as long as what is left is not the whole report of a cleaner scan.
 */
function decideScan(policy, facts) {
    const scans = facts.files.flatMap((file) => scansIn(file, facts.image));
    const exceptions = 'problem' in facts.ignore ? [] : facts.ignore.exceptions;
    const valid = exceptions.filter(({ until }) => facts.today <= until);
    const findings = scans.flatMap(({ run }) => run.findings.map((finding) => decide_scan_judge(finding, { run, valid, policy })));
    const isGood = ({ run }) => !run.findings.some((finding) => decide_scan_judge(finding, { run, valid, policy }).blocks);
    const blocking = findings.filter(({ blocks }) => blocks).toSorted(worstFirst);
    const bindings = scans.map(({ binding }) => binding);
    const unnamed = bindings.some(({ kind }) => kind === 'named') ? unnamedPlatforms(bindings, facts.image) : [];
    return {
        reasons: [
            ...reasonsOfFacts(facts),
            ...scans.flatMap((scan) => reasonsOfScan(scan, policy, facts)),
            ...(policy.binding === 'required' ? unnamed.map(reasonOfPlatform) : []),
            ...policy.tools.filter((tool) => !scans.some((scan) => isOf(scan, tool))).map(reasonOfTool),
            ...(blocking.length > 0 ? [reasonOfFindings(blocking, policy.failOn)] : []),
        ],
        held: scans
            .filter((scan) => isGood(scan) && reasonsOfScan(scan, policy, facts).length === 0)
            .map((scan) => decide_scan_heldOf(scan, policy)),
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
        },
    };
}
function scansIn(file, image) {
    return 'problem' in file.report ? [] : file.report.runs.map((run) => ({ file, run, binding: bind(run, image) }));
}
function decide_scan_judge(finding, { run, valid, policy }) {
    const ignored = isIgnored(finding, valid);
    return { ...finding, tool: run.tool, ignored, blocks: !ignored && isAtLeast(finding.rating.worst, policy.failOn) };
}
/** A finding is ignored if every id that it has is listed, itself or as the rule that its parts behind a slash are of. */
function isIgnored({ ids }, exceptions) {
    const isListed = (id) => exceptions.some((listed) => id === listed.id || id.startsWith(`${listed.id}/`));
    return ids.length > 0 && ids.every(isListed);
}
/** Tools are told by the name of their driver; its case is what differs between their versions. */
function isOf({ run, binding }, tool) {
    return run.problems.length === 0 && binding.kind !== 'other' && run.tool.toLowerCase() === tool.toLowerCase();
}
function worstFirst(one, other) {
    const rank = ({ blocks, rating }) => (blocks ? 0 : SEVERITIES.length) + SEVERITIES.indexOf(rating.worst);
    return rank(one) - rank(other);
}
/** countsOf counts by what the tools say. */
function countsOf(findings) {
    const counts = { critical: 0, high: 0, medium: 0, low: 0, unknown: 0 };
    for (const { rating } of findings)
        counts[rating.severity] += 1;
    return counts;
}
function decide_scan_heldOf({ file, run, binding }, { failOn }) {
    const about = binding.kind === 'named' ? `about ${binding.digest}` : 'about this image by trust, since it names none';
    const worse = failOn === 'critical' ? '' : ' or worse';
    return {
        rule: `the scan must have found nothing ${failOn}${worse} that counts`,
        seen: `${run.tool} in ${file.name}, ${about}`,
    };
}

;// CONCATENATED MODULE: ./build/scan/ignore-list.js

const KEYS = ['id', 'reason', 'until'];
const DAY = /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/;
/** Nothing is ignored. */
const NO_EXCEPTIONS = { exceptions: [] };
/**
 * parseIgnoreList reads the file of `scan-ignore`: a YAML list of entries with `id`, `reason` and `until`, and nothing
 * else in them. Anything it does not know is a problem: a misspelt key must not ignore for ever.
 */
async function parseIgnoreList(yaml) {
    if (yaml.split('\n').every((line) => /^\s*(?:#|$)/.test(line)))
        return NO_EXCEPTIONS;
    const list = await readYamlList(yaml);
    if (!list.ok)
        return { problem: list.problem };
    const read = list.value.map((entry) => [entry, ignore_list_readEntry(entry)]);
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
function ignore_list_readEntry({ fields }) {
    const unknown = [...fields.keys()].find((key) => !KEYS.includes(key));
    if (unknown !== undefined)
        return `with "${unknown}", which is none of ${KEYS.join(', ')}`;
    const [id = '', reason = '', until = ''] = KEYS.map((key) => fields.get(key)?.trim());
    const missing = KEYS.find((_, index) => [id, reason, until][index] === '');
    if (missing !== undefined)
        return `without "${missing}"`;
    return isDay(until) ? { id, reason, until } : `with an "until" that is no day such as 2027-03-31: "${until}"`;
}
/** A day that the calendar has: there is no 30th of February, and who wrote it meant something else. */
function isDay(text) {
    const time = DAY.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
    return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

;// CONCATENATED MODULE: ./build/scan/json-tokens.js
/** JsonProblem says why a document is not one that can be read, as the end of a sentence. */
class JsonProblem extends Error {
    name = 'JsonProblem';
}
/** How deep objects and lists may be in each other; SARIF needs some twenty. */
const json_tokens_DEEPEST = 128;
/** How many bytes of a string can be kept, and how many a key may have. */
const LONGEST_STRING = 4096;
const LONGEST_LITERAL = 512;
/** What a string may have beyond its limit: an escape or a character that began within it. */
const SLACK = 16;
const json_tokens_NUMBER = /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?$/;
const json_tokens_WORDS = { true: true, false: false, null: null };
const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf];
const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const LETTER_U = 0x75;
const BLANKS = bytesOf(' \n\r\t');
const ENDS_OF_LITERAL = bytesOf(' \n\r\t,]}');
const ESCAPED = bytesOf('"\\/bfnrt');
/**
 * JsonTokens reads JSON (RFC 8259) from chunks of bytes that are known to be UTF-8, wherever they are cut, and tells
 * its sink. It takes less than `JSON.parse`: a key that an object has twice, and nesting of more than 128 levels, are
 * problems, since two readers would not understand the same. It keeps one string and the keys of what is open.
 */
class JsonTokens {
    #sink;
    #levels = [];
    #bytes = new Uint8Array(LONGEST_STRING + SLACK);
    #expected = 'value';
    #position = 0;
    /** What is being read over the ends of chunks, its first bytes as they stand. */
    #token;
    #length = 0;
    #limit = 0;
    #isCut = false;
    #hasEscape = false;
    /** What an escape still wants: its letter, or so many hex digits. */
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
            throw new JsonProblem('ends in the middle: whoever wrote it did not finish');
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
        if (this.#levels.length >= json_tokens_DEEPEST)
            throw new JsonProblem(`is nested deeper than ${json_tokens_DEEPEST} levels`);
        this.#levels.push({ kind, keys: new Set() });
        this.#expected = kind === 'object' ? 'key or end' : 'value or end';
        this.#sink.open(kind);
    }
    #close(kind) {
        if (this.#levels.pop()?.kind !== kind)
            throw notJson();
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
                // What is cut off begins where a character or an escape does.
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
        const isWord = Object.hasOwn(json_tokens_WORDS, text);
        if (!isWord && !json_tokens_NUMBER.test(text))
            throw notJson();
        this.#endValue();
        this.#sink.literal(isWord ? json_tokens_WORDS[text] : Number(text));
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

/** OTHER, an object without keys, stands where a document has a value of another kind than its shape has there. */
const OTHER = Object.freeze(Object.create(null));
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
    /** Of the value that has begun; undefined if it is not kept. */
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
        this.#shape = frame === undefined ? this.#root : shapeOfNext(frame);
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
        return Object.create(null);
    return kind === 'list' && 'each' in shape ? [] : OTHER;
}
function shapeOfNext(frame) {
    const { shape, value } = frame;
    if (shape === undefined || value === undefined || value === OTHER)
        return undefined;
    if ('keys' in shape)
        return Object.hasOwn(shape.keys, frame.key) ? shape.keys[frame.key] : undefined;
    if (!('each' in shape))
        return undefined;
    frame.count += 1;
    if (shape.most !== undefined && frame.count > shape.most) {
        throw new JsonProblem(`has a list of more than ${shape.most} entries`);
    }
    return frame.count <= (shape.keep ?? frame.count) ? shape.each : undefined;
}

;// CONCATENATED MODULE: ./build/scan/names.js


/** Properties of a run with a digest or a reference that has one: Trivy writes the first three. */
const PROPERTIES = ['imageID', 'imageName', 'repoDigests', 'imageDigest'];
/** Where Grype says what it was told to scan: `<what was given>@<layer>:/<path>`, and in the message. */
const IN_LOCATION = /^(?<given>.*)@(?<layer>sha256:[0-9a-f]{64}):\//s;
const IN_MESSAGE = / was found in image (?<given>\S+) at: /;
/** Findings that are looked into: a run about one image says the same in all of them. */
const MOST_LOOKED_AT = 1000;
/** namesOf reads all that a run says of its image; what is no digest names nothing. */
function namesOf(run) {
    const properties = PROPERTIES.flatMap((name) => {
        const value = kept_field(run, 'properties', name);
        return [value, ...entries(value)];
    });
    const results = entries(kept_field(run, 'results')).slice(0, MOST_LOOKED_AT);
    const locations = results.flatMap((result) => entries(kept_field(result, 'locations')).flatMap(logicalNames));
    const places = locations.map((name) => IN_LOCATION.exec(name)?.groups);
    const messages = results.map((result) => IN_MESSAGE.exec(kept_text(kept_field(result, 'message', 'text')) ?? '')?.groups);
    return {
        digests: names_distinct(properties.map(digestIn)),
        mentioned: names_distinct([...places, ...messages].map((found) => digestIn(found?.given))),
        layers: names_distinct(places.map((found) => digestIn(found?.layer))),
    };
}
function logicalNames(location) {
    const names = entries(kept_field(location, 'logicalLocations')).filter(isObject);
    return names.flatMap((name) => kept_text(name.fullyQualifiedName) ?? []);
}
/** A digest, as it stands or behind the "@" of a reference. */
function digestIn(value) {
    const said = kept_text(value);
    return said === undefined ? undefined : (0,image_digest/* parseDigest */.m)(said.slice(said.lastIndexOf('@') + 1));
}
function names_distinct(digests) {
    return [...new Set(digests.filter((digest) => digest !== undefined))];
}

;// CONCATENATED MODULE: ./build/scan/rules.js

/** RuleBook holds the rules of one run: those of the driver, and of its extensions. */
class RuleBook {
    #driver;
    #extensions;
    #byId = new Map();
    constructor(tool) {
        this.#driver = entries(kept_field(tool, 'driver', 'rules'));
        this.#extensions = entries(kept_field(tool, 'extensions'));
        const all = [this.#driver, ...this.#extensions.map((extension) => entries(kept_field(extension, 'rules')))].flat();
        for (const rule of all) {
            const id = kept_text(kept_field(rule, 'id'));
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
     * find looks the rule of a result up by all that it says (SARIF 2.1.0, 3.27.5 to 3.27.7 and 3.52): an index into the
     * driver or into the extension that it names, and an id, of which the parts behind a slash may name a kind of the
     * rule. Where these lead to several rules it returns all of them: the worst counts. An id that leads to none leaves
     * it without rules, since an index alone would be believed when the list it points into was changed.
     */
    find(result) {
        const pointer = kept_field(result, 'rule');
        const component = this.#rulesOf(kept_field(pointer, 'toolComponent'));
        const indexes = [kept_field(result, 'ruleIndex'), kept_field(pointer, 'index')].filter(isIndex);
        const ids = [kept_text(kept_field(result, 'ruleId')), kept_text(kept_field(pointer, 'id'))].filter((id) => id !== undefined);
        const named = ids.map((id) => this.#named(id));
        const indexed = indexes.map((index) => component[index]).filter((rule) => rule !== undefined);
        const found = named.every(({ length }) => length > 0) ? [...new Set([...named.flat(), ...indexed])] : [];
        const names = [...new Set([...ids, ...found.flatMap((rule) => kept_text(kept_field(rule, 'id')) ?? [])])];
        return { rules: found, ids: names.filter((id) => !names.some((other) => other.startsWith(`${id}/`))) };
    }
    /** The rules of the component that a reference names (3.54); without one it is the driver. */
    #rulesOf(reference) {
        if (reference === undefined)
            return this.#driver;
        const index = kept_field(reference, 'index');
        if (isIndex(index))
            return entries(kept_field(this.#extensions[index], 'rules'));
        const named = this.#extensions.find((extension) => ['guid', 'name'].some((key) => {
            const value = kept_text(kept_field(reference, key));
            return value !== undefined && value === kept_field(extension, key);
        }));
        return entries(kept_field(named, 'rules'));
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
/** An index of -1 is how the standard writes that there is none. */
function isIndex(value) {
    return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

;// CONCATENATED MODULE: ./build/scan/sarif-shape.js
const ID = { bytes: 1024 };
const WORD = { bytes: 128 };
const TEXT = { keys: { text: { bytes: 512, cut: true } } };
const SEVERITY = {
    'security-severity': WORD,
    severity: WORD,
    cvssV3_severity: WORD,
    issue_severity: WORD,
    tags: { each: WORD, keep: 64 },
};
const sarif_shape_RULE = {
    keys: {
        id: ID,
        helpUri: { bytes: 1024 },
        shortDescription: TEXT,
        help: TEXT,
        properties: { keys: SEVERITY },
        defaultConfiguration: { keys: { level: WORD } },
    },
};
const COMPONENT = { keys: { name: WORD, guid: WORD, rules: { each: sarif_shape_RULE, most: 100_000 } } };
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
        tool: { keys: { driver: COMPONENT, extensions: { each: COMPONENT, most: 100 } } },
        results: { each: RESULT, most: 100_000 },
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
            most: 100,
        },
        versionControlProvenance: { each: { keys: { revisionId: WORD } }, keep: 100 },
        externalPropertyFileReferences: { keys: {} },
        properties: {
            keys: { imageID: ID, imageName: ID, imageDigest: ID, repoDigests: { each: ID, keep: 100 } },
        },
    },
};
/** SARIF_LOG is what of a report in SARIF 2.1.0 is kept, and how much of it at most. */
const SARIF_LOG = {
    keys: { version: WORD, runs: { each: RUN, most: 100 }, inlineExternalProperties: { each: { keys: {} }, keep: 1 } },
};

;// CONCATENATED MODULE: ./build/scan/sarif.js







/**
 * readSarif reads a report in SARIF 2.1.0 (OASIS). What a report of 64 MiB keeps in memory is bounded by
 * SARIF_LOG: at most 100,000 results and as many rules for a component, each of a few short texts; a report with more of
 * either is a problem. Measured, 64 MiB of findings of Trivy take less than 192 MiB of heap. It throws nothing of its
 * own; what reading the chunks throws goes through.
 */
async function readSarif(chunks) {
    try {
        const log = await readJson(chunks, SARIF_LOG);
        const problem = problemOf(log);
        return problem === undefined ? { runs: entries(kept_field(log, 'runs')).map(readRun) } : { problem };
    }
    catch (error) {
        if (error instanceof JsonProblem)
            return { problem: error.message };
        throw error;
    }
}
function problemOf(log) {
    if (!isObject(log))
        return 'is JSON, but no report in SARIF';
    if (log.version !== '2.1.0')
        return 'is no report in SARIF 2.1.0: it has another "version", or none';
    if (!isList(log.runs))
        return 'has no list of runs';
    if (log.runs.length === 0)
        return 'has no run: no tool has reported in it';
    if (log.inlineExternalProperties !== undefined)
        return 'keeps results outside its runs ("inlineExternalProperties")';
    return undefined;
}
function readRun(run) {
    const tool = kept_text(kept_field(run, 'tool', 'driver', 'name')) ?? '';
    const rules = new RuleBook(kept_field(run, 'tool'));
    const results = entries(kept_field(run, 'results'));
    const counted = results.filter((result) => reasonToSetAside(result) === undefined);
    const aside = Map.groupBy(results, reasonToSetAside);
    const invocations = entries(kept_field(run, 'invocations'));
    const times = invocations.flatMap((each) => [kept_field(each, 'endTimeUtc'), kept_field(each, 'startTimeUtc')].map(timeIn));
    const provenance = entries(kept_field(run, 'versionControlProvenance'));
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
        revisions: provenance.flatMap((each) => kept_text(kept_field(each, 'revisionId')) ?? []),
        ranAt: times.filter((time) => time !== undefined).sort((one, other) => other - one)[0],
    };
}
/** What is against a run (3.14 and 3.20): whatever does not say that it has finished well has not. */
function problemsOfRun(run, tool) {
    const results = kept_field(run, 'results');
    const invocations = kept_field(run, 'invocations');
    const notifications = entries(invocations).flatMap((invocation) => ['toolExecutionNotifications', 'toolConfigurationNotifications'].flatMap((name) => {
        const value = kept_field(invocation, name);
        return value === undefined || isList(value) ? entries(value) : [value];
    }));
    const errors = notifications.filter((each) => !['warning', 'note', 'none'].includes(kept_text(kept_field(each, 'level')) ?? ''));
    const first = kept_text(kept_field(errors[0], 'message', 'text'));
    const problems = [
        tool === '' && 'does not name its tool',
        !isList(results) && 'has no list of results: the scan did not finish',
        !entries(results).every(isObject) && 'has a result that is none',
        kept_field(run, 'externalPropertyFileReferences') !== undefined && 'keeps parts of itself in other files',
        invocations !== undefined && !isList(invocations) && 'has no list of invocations',
        !entries(invocations).every((each) => kept_field(each, 'executionSuccessful') === true) &&
            'does not say that its tool ran successfully',
        errors.length > 0 && `has an error of its tool${first === undefined ? '' : `: ${first}`}`,
    ];
    return problems.filter((problem) => problem !== false);
}
/** Why a result does not count: kind (3.27.9), baseline (3.27.24), suppression that was accepted (3.27.23, 3.35). */
function reasonToSetAside(result) {
    const kind = kept_field(result, 'kind');
    if (kind === 'pass' || kind === 'notApplicable' || kind === 'informational')
        return 'noFailure';
    if (kept_field(result, 'baselineState') === 'absent')
        return 'absent';
    const suppressions = entries(kept_field(result, 'suppressions'));
    const isSuppressed = suppressions.length > 0 && suppressions.every((each) => kept_field(each, 'status') === 'accepted');
    return isSuppressed ? 'suppressed' : undefined;
}
function readFinding(result, { tool, rules }) {
    const pointed = rules.find(result);
    const location = entries(kept_field(result, 'locations'))[0];
    const links = pointed.rules.map((rule) => LINK.exec(kept_text(kept_field(rule, 'help', 'text')) ?? '')?.[1]);
    const helps = pointed.rules.map((rule) => kept_text(kept_field(rule, 'helpUri')));
    return {
        id: pointed.ids[0] ?? 'a finding without an id',
        ids: pointed.ids,
        rating: rate({ tool, result, rules: pointed.rules }),
        place: kept_text(kept_field(location, 'message', 'text')) ??
            kept_text(kept_field(location, 'physicalLocation', 'artifactLocation', 'uri')) ??
            kept_text(kept_field(entries(kept_field(location, 'logicalLocations'))[0], 'fullyQualifiedName')),
        link: [...links, ...helps].find((link) => link !== undefined),
    };
}
/** How Trivy and Grype link to what is known of a vulnerability; the rule of Grype links to Grype. */
const LINK = /^Link: \[[^\]\n]*\]\((https:[^)\s]+)\)/m;
function timeIn(value) {
    const time = Date.parse(kept_text(value) ?? '');
    return Number.isNaN(time) ? undefined : time;
}

;// CONCATENATED MODULE: ./build/evidence/known-image.js

/**
 * knownImage collects the digests by which an image of the engine is known: its ID, what registries called it when it
 * was pulled or pushed, and its config where the ID is that of a manifest or index and the config was asked for. The
 * engine does not tell of the other platforms of an index.
 */
function knownImage({ id, idOf, diffIds, names }, config) {
    const given = names.map((name) => (0,image_digest/* parseDigest */.m)(name.slice(name.lastIndexOf('@') + 1)));
    const whole = [id, config, ...given].filter((digest) => digest !== undefined);
    return { whole, platforms: [], layers: idOf === 'config' ? diffIds : undefined };
}

;// CONCATENATED MODULE: ./build/evidence/gather-scan.js






/** How large an ignore file may be, in bytes. */
const LARGEST_IGNORE_FILE = 1 << 20;
/**
 * askScan keeps an open gate open only if the reports prove it: they are read when the image is known and before any
 * credential is touched, one after the other, so that no more than one is in memory.
 */
async function askScan(verdict, { scan, image }, doors) {
    if (verdict.kind === 'closed' || scan === undefined)
        return { verdict };
    const facts = {
        ...(await readReports(scan.reports, doors.reports)),
        ignore: scan.ignoreFile === undefined ? NO_EXCEPTIONS : await readIgnoreFile(scan.ignoreFile, doors.reports),
        image: { ...knownImage(image), created: image.created },
        commit: verdict.subject.commit,
        today: new Date(doors.reports.now()).toISOString().slice(0, 10),
    };
    const decision = decideScan(scan, facts);
    const final = isOfAnother(decision) && image.idOf === 'root' ? await askConfig({ scan, facts, image }, doors) : decision;
    return { verdict: alsoAsking(verdict, [...final.held, ...final.reasons]), scan: final.evidence };
}
function isOfAnother({ evidence }) {
    return evidence.runs.some(({ binding }) => binding.kind === 'other');
}
/** An engine with the containerd store reads the whole image to tell of its config, which a report may name. */
async function askConfig({ scan, facts, image }, { docker }) {
    const config = await docker.configDigest(image.id);
    return decideScan(scan, { ...facts, image: { ...knownImage(image, config), created: image.created } });
}
/** Reads what the patterns lead to, each file once; what cannot be read is what is missing. */
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
        const [file] = await reports.find(path);
        return file === undefined ? NO_EXCEPTIONS : await parseIgnoreList(await gather_scan_textOf(file));
    }
    catch (error) {
        return { problem: `cannot be used: ${unusable(error)}` };
    }
}
async function gather_scan_textOf({ name, read }) {
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
/** Why a file is no evidence; whatever else is thrown is no answer of the gate. */
function unusable(error) {
    if (error instanceof errors/* ActionError */.l && error.code === 'GATE_SCAN')
        return error.message;
    throw error;
}

// EXTERNAL MODULE: ./build/image/run-config.js
var run_config = __nccwpck_require__(1658);
;// CONCATENATED MODULE: ./build/gate/revision.js


/** askRevision keeps an open gate open only for an image that was built from the commit it is open for. */
function askRevision(open, revision) {
    return alsoAsking(open, [judgeRevision(revision, open.subject.commit)]);
}
/** judgeRevision asks that the image says it was built from this very commit: the full SHA, not a name for it. */
function judgeRevision(revision, commit) {
    const rule = `the image's label ${run_config/* REVISION_LABEL */.P1} must be the commit ${commit}`;
    const seen = revision === undefined ? 'it has no such label' : `it is "${revision}"`;
    if (revision === commit)
        return { rule, seen };
    const opens = `build the image from this commit with --label ${run_config/* REVISION_LABEL */.P1}=<its full SHA>`;
    return { code: 'GATE_REVISION', rule, seen, opens };
}

;// CONCATENATED MODULE: ./build/inputs/names.js


const SAMPLE_SHA = '0'.repeat(40);
/** destination parses one entry of `image`. */
const destination = (text) => {
    const parsed = (0,reference/* parseRepository */.SU)(text);
    return parsed.ok ? { value: parsed.value } : { problem: parsed.problem };
};
/** source parses the name or ID of an image of the engine. */
const source = (text) => {
    const name = text.replace(/^docker-daemon:/, '');
    if (/^(?:sha256:)?[0-9a-f]{64}$|^[0-9a-f]{12,63}$/.test(name))
        return { value: name };
    const parsed = (0,reference/* parseReference */.F2)(name);
    return parsed.ok ? { value: name } : { problem: parsed.problem };
};
/**
 * extraTag parses a tag that is bare, and then goes to every destination, or a full reference, and then goes to that
 * destination alone: so the output of `docker/metadata-action` fits.
 */
function extraTag(destinations) {
    return (text) => {
        if ((0,reference/* isTag */.dz)(text))
            return { value: { name: text } };
        const parsed = text.includes('/') ? (0,reference/* parseReference */.F2)(text) : undefined;
        if (parsed === undefined)
            return { problem: reference/* TAG_RULE */.Kx };
        if (!parsed.ok)
            return { problem: parsed.problem };
        const { tag: name, digest } = parsed.value;
        if (name === undefined || digest !== undefined)
            return { problem: 'is a reference without a tag of its own' };
        // With no destination at all there is nothing to compare with, and that is a problem of its own.
        if (destinations.length === 0)
            return { value: { name } };
        const only = destinations.find((each) => (0,reference/* sameRepository */.RB)(each, parsed.value));
        return only === undefined ? { problem: 'is of no destination in "image"' } : { value: { name, only } };
    };
}
/** shaTag parses the template of the SHA tag. */
const shaTag = (text) => {
    if (!/\{(?:short-)?sha\}/.test(text))
        return { problem: 'has neither {sha} nor {short-sha}, so it could not name a commit' };
    const sample = text.replaceAll('{sha}', SAMPLE_SHA).replaceAll('{short-sha}', SAMPLE_SHA.slice(0, 12));
    return (0,reference/* isTag */.dz)(sample) ? { value: text } : { problem: `does not make a tag; a tag ${reference/* TAG_RULE */.Kx}` };
};
/** imageId parses a digest, as Docker and BuildKit print it. */
const imageId = (text) => {
    const digest = (0,image_digest/* parseDigest */.m)(/^[0-9a-f]{64}$/.test(text) ? `sha256:${text}` : text);
    return digest === undefined ? { problem: 'is not "sha256:" and 64 lower-case hex digits' } : { value: digest };
};

;// CONCATENATED MODULE: ./build/inputs/reader.js


/** trimmed drops ASCII white space only: other white space is valid in a git ref and must not vanish from one. */
function trimmed(text) {
    return text.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, '');
}
/** Reader parses input by input and remembers every problem, so that a user can mend them all at once. */
class Reader {
    #runner;
    #problems = [];
    constructor(runner) {
        this.#runner = runner;
    }
    /** read parses an input; undefined if it is not set or is wrong. */
    read(input, example, parse) {
        const text = trimmed(this.#runner.input(input));
        return text === '' ? undefined : this.#parse(input, text, example, parse);
    }
    /** list parses each entry of a list: entries are ended by newlines or commas, blanks and `#` comments dropped. */
    list(input, example, parse) {
        const entries = this.#entries(input).map((text) => this.#parse(input, text, example, parse));
        return entries.filter((entry) => entry !== undefined);
    }
    /** patterns is `list` for filter patterns; undefined if there are none. */
    patterns(input, example) {
        const texts = this.#entries(input);
        if (texts.length === 0)
            return undefined;
        const patterns = this.list(input, example, (text) => {
            const parsed = parseFilterPattern(text);
            if (parsed.ok && isInVain(parsed.value))
                return { problem: 'has something in it that no branch or tag can have' };
            return parsed.ok ? { value: parsed.value } : { problem: parsed.problem };
        });
        if (patterns.length > 0 && leavesNothing(patterns)) {
            this.#problems.push({ input, value: texts.join(', '), problem: 'only excludes, so nothing can match', example });
        }
        return patterns;
    }
    /** isSet tells whether an input has a text, right or wrong. */
    isSet(input) {
        return trimmed(this.#runner.input(input)) !== '';
    }
    /** require remembers that an input is not set which must be. */
    require(input, example) {
        if (this.#entries(input).length === 0)
            this.refuse({ input, value: '', problem: 'is required', example });
    }
    /** refuse remembers a problem that is not in the text of one input alone. */
    refuse(problem) {
        this.#problems.push(problem);
    }
    throwProblems() {
        if (this.#problems.length === 0)
            return;
        const lines = this.#problems.map(({ input, value, problem, example }) => {
            const shown = value === '' ? '' : ` "${value}"`;
            return `${input}:${shown} ${problem} (example: "${example}")`;
        });
        throw new errors/* ActionError */.l('INPUT_INVALID', lines.join('\n'), {
            hint: 'Correct these inputs under "with:"; nothing was contacted.',
        });
    }
    #entries(input) {
        const lines = this.#runner.input(input).split('\n');
        const uncommented = lines.map((line) => trimmed(line).replace(/^#.*$|\s#.*$/, ''));
        return uncommented
            .flatMap((line) => line.split(','))
            .map(trimmed)
            .filter((entry) => entry !== '');
    }
    #parse(input, text, example, parse) {
        const parsed = parse(text);
        if ('value' in parsed)
            return parsed.value;
        this.#problems.push({ input, value: text, problem: parsed.problem, example });
        return undefined;
    }
}

;// CONCATENATED MODULE: ./build/inputs/values.js
/** How many minutes a job may take on GitHub's own runners. */
const LONGEST_TIMEOUT = 360;
const username = (text) => /\p{Cc}/u.test(text) ? { problem: 'has a control character' } : { value: text };
const path = (text) => (text.includes('\0') ? { problem: 'is not a path' } : { value: text });
/** host parses a host name, with or without a port. */
const host = (text) => {
    const url = URL.parse(`https://${text}`);
    const isHost = url !== null && url.host === text.toLowerCase() && url.host !== '';
    return isHost ? { value: url.host } : { problem: 'is not a host name, with or without a port' };
};
function minutesFrom(least) {
    return (text) => {
        const isNumber = /^[0-9]{1,3}$/.test(text) && Number(text) >= least && Number(text) <= LONGEST_TIMEOUT;
        const problem = `is not a whole number of minutes from ${least} to ${LONGEST_TIMEOUT}`;
        return isNumber ? { value: Number(text) } : { problem };
    };
}
/** waitWithin parses minutes: a wait that the whole step has no time for would end as a TIMEOUT, and not with what is missing. */
function waitWithin(timeout) {
    return (text) => {
        const parsed = minutesFrom(0)(text);
        if ('problem' in parsed || 'problem' in minutesFrom(1)(timeout) || parsed.value < Number(timeout))
            return parsed;
        return { problem: `is not below "timeout", which is ${timeout}` };
    };
}
/** anyName: names of jobs and checks are whatever people call them; commas and newlines end them. */
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
/** boolean is the runner's own reading of one (YAML 1.2, core schema); `yes` is an error, not false. */
const values_boolean = (text) => {
    if (['true', 'True', 'TRUE'].includes(text))
        return { value: true };
    if (['false', 'False', 'FALSE'].includes(text))
        return { value: false };
    return { problem: 'is neither true nor false' };
};
function values_oneOf(words) {
    return (text) => {
        const word = words.find((each) => each === text);
        return word === undefined ? { problem: `is none of ${words.join(', ')}` } : { value: word };
    };
}

;// CONCATENATED MODULE: ./build/inputs/scan.js


const REPORT_EXAMPLE = 'scan.sarif';
/** readScan reads what is asked of scan reports; undefined if there is no `scan-report`, which the others need. */
function readScan(reader) {
    const reports = reader.list('scan-report', REPORT_EXAMPLE, path);
    const failOn = reader.read('scan-fail-on', 'high', values_oneOf(SEVERITIES)) ?? 'critical';
    const tools = reader.list('scan-tools', 'Trivy', anyName);
    const ignoreFile = reader.read('scan-ignore', '.github/scan-ignore.yml', path);
    const binding = reader.read('scan-binding', 'required', values_oneOf(SCAN_BINDINGS)) ?? 'when-named';
    if (reports.length > 0)
        return { reports, failOn, tools, ignoreFile, binding };
    // An expression that is empty where a path was meant must not take the whole gate away.
    const asked = [
        ['scan-tools', tools.length > 0],
        ['scan-ignore', ignoreFile !== undefined],
        ['scan-binding', binding === 'required'],
    ];
    const [input] = asked.find(([, isSet]) => isSet) ?? [];
    if (input !== undefined) {
        const problem = `is empty, and "${input}" is set: no report would be looked at`;
        reader.refuse({ input: 'scan-report', value: '', problem, example: REPORT_EXAMPLE });
    }
    return undefined;
}

;// CONCATENATED MODULE: ./build/inputs/read-inputs.js






// biome-ignore-start lint/suspicious/noTemplateCurlyInString: these are expressions of workflows
const NEEDS_EXAMPLE = '${{ toJSON(needs) }}';
const CHECK_RUN_EXAMPLE = '${{ job.check_run_id }}';
// biome-ignore-end lint/suspicious/noTemplateCurlyInString: these are expressions of workflows
/** In `required-checks`: those that the rules of the branch require. */
const BRANCH_RULES = 'branch-rules';
/** readInputs reads every input and reports all that is wrong with them in one INPUT_INVALID. */
function readInputs(runner, { identities: entries }) {
    const reader = new Reader(runner);
    const identities = entries.ok ? entries.value : [];
    const listed = readDestinations(reader, identities);
    judgeIdentities(reader, entries, listed);
    const [primary, ...others] = listed;
    const tags = reader.list('tags', '1.2.3', extraTag(listed));
    const movingTags = reader.list('moving-tags', 'latest', extraTag(listed));
    refuseTorn(reader, { tags, movingTags });
    const checks = reader.list('required-checks', 'test', anyName);
    const inputs = {
        destinations: [primary ?? read_inputs_NONE, ...others],
        source: reader.read('source', 'app:test', source),
        tags,
        movingTags,
        versionTags: reader.read('version-tags', 'semver', values_oneOf(VERSION_TAGS)) ?? 'exact',
        ifExists: reader.read('if-exists', 'verify', values_oneOf(['verify', 'overwrite'])) ?? 'verify',
        shaTag: reader.read('sha-tag', '{sha}', shaTag) ?? '',
        branches: reader.patterns('branches', 'release/**'),
        gitTags: reader.patterns('git-tags', 'v*') ?? [],
        events: reader.list('events', 'push', values_oneOf(OPENABLE_EVENTS)),
        whenClosed: reader.read('when-closed', 'skip', values_oneOf(['skip', 'fail'])) ?? 'skip',
        needs: reader.read('needs', NEEDS_EXAMPLE, needs),
        allowSkipped: reader.list('allow-skipped', 'lint', anyName),
        requiredChecks: {
            named: checks.filter((name) => name !== BRANCH_RULES),
            ofBranch: checks.includes(BRANCH_RULES),
        },
        waitForChecks: reader.read('wait-for-checks', '20', waitWithin(trimmed(runner.input('timeout')))) ?? 0,
        checkRunId: reader.read('check-run-id', CHECK_RUN_EXAMPLE, checkRunId),
        scan: readScan(reader),
        expectedImageId: reader.read('expected-image-id', `sha256:${'0'.repeat(64)}`, imageId),
        requireRevisionLabel: reader.read('require-revision-label', 'true', values_boolean) ?? false,
        username: reader.read('username', 'ci-bot', username) ?? '',
        identities,
        verify: reader.read('verify', 'graph', values_oneOf(VERIFICATION_LEVELS)) ?? 'graph',
        caFile: reader.read('ca-file', 'certs/registry-ca.pem', path),
        authHosts: reader.list('auth-hosts', 'auth.example.com', host),
        timeout: reader.read('timeout', '30', minutesFrom(1)) ?? 0,
        dryRun: reader.read('dry-run', 'false', values_boolean) ?? false,
        summary: reader.read('summary', 'true', values_boolean) ?? true,
    };
    reader.throwProblems();
    return Object.freeze(inputs);
}
/** wantsSummary tells whether a summary is wanted, also by inputs that are wrong in other ways. */
function wantsSummary(runner) {
    const parsed = values_boolean(trimmed(runner.input('summary')));
    return !('value' in parsed) || parsed.value;
}
/** No destination is empty: one that is missing or wrong is a problem, and nothing is published with problems. */
const read_inputs_NONE = { registry: '', path: '' };
const ONE_REGISTRY = '"username" and "password" are for one registry; with several, "registry-auth" has an entry for each';
function readDestinations(reader, identities) {
    const example = 'ghcr.io/owner/app';
    reader.require('image', example);
    const listed = reader.list('image', example, destination);
    const refuse = (which, problem) => reader.refuse({ input: 'image', value: (0,reference/* repositoryName */.aR)(which), problem, example });
    const withPassword = listed.filter(({ registry }) => !identities.some((each) => (0,reference/* sameRegistry */.cJ)(each.registry, registry)));
    for (const [index, one] of listed.entries()) {
        if (listed.slice(0, index).some((other) => (0,reference/* sameRepository */.RB)(one, other)))
            refuse(one, 'is listed twice');
    }
    const hasAccount = reader.isSet('username');
    for (const one of withPassword) {
        const first = withPassword[0] ?? one;
        if (hasAccount && !(0,reference/* sameRegistry */.cJ)(one.registry, first.registry)) {
            refuse(one, `is not on ${first.registry}: ${ONE_REGISTRY}`);
        }
    }
    return listed;
}
const IDENTITY_EXAMPLE = '- { registry: docker.io, type: dockerhub, username: owner, connection-id: 00000000-0000-0000-0000-000000000000 }';
/** An identity that fits no destination is a mistake: whoever wrote it expects it to be used. */
function judgeIdentities(reader, identities, destinations) {
    const refuse = (problem) => reader.refuse({ input: 'identity', value: '', problem, example: IDENTITY_EXAMPLE });
    for (const problem of identities.ok ? [] : identities.problems)
        refuse(problem);
    for (const { registry } of identities.ok ? identities.value : []) {
        const isUsed = destinations.some((destination) => (0,reference/* sameRegistry */.cJ)(destination.registry, registry));
        if (!isUsed)
            refuse(`has an entry for ${registry}, and "image" has no destination there`);
    }
}
/**
 * A tag cannot both stay and move. Twice in one list it may be, and is written once: docker/metadata-action names
 * `latest` twice if it is asked for by "raw" and comes by "flavor" too.
 */
function refuseTorn(reader, { tags, movingTags }) {
    const problem = 'is in "tags" too, where tags never move';
    for (const tag of movingTags) {
        if (!tags.some((fixed) => isOneTag(fixed, tag)))
            continue;
        reader.refuse({ input: 'moving-tags', value: tag.name, problem, example: 'latest' });
    }
}
/** Two entries are for one tag if both are for one destination; a bare one is for all. */
function isOneTag(one, other) {
    const isAnywhere = one.only === undefined || other.only === undefined || (0,reference/* sameRepository */.RB)(one.only, other.only);
    return isAnywhere && one.name === other.name;
}

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
    // The government's regions have the domains of the others, and a name of their own in every ARN.
    const partition = region.startsWith('us-gov-') ? { ...found, id: 'aws-us-gov' } : found;
    return { kind: 'private', partition, region, isFips: fips !== undefined, isDualStack: domain !== found.domain };
}
const AZURE_CLOUDS = [
    { registries: 'azurecr.io', authority: 'login.microsoftonline.com', audience: 'api://AzureADTokenExchange' },
    { registries: 'azurecr.cn', authority: 'login.chinacloudapi.cn', audience: 'api://AzureADTokenExchangeChina' },
    { registries: 'azurecr.us', authority: 'login.microsoftonline.us', audience: 'api://AzureADTokenExchangeUSGov' },
];
/** A name with or without the hash that newer ones have, or a regional endpoint: `name.region.geo`. */
const ACR_NAME = /^[a-z0-9]{5,50}(?:-[a-z0-9]+)?(?:\.[a-z0-9]+\.geo)?$/;
/** parseAcrRegistry tells the cloud of an Azure Container Registry from its host; undefined for any other host. */
function parseAcrRegistry(host) {
    return AZURE_CLOUDS.find(({ registries }) => host.endsWith(`.${registries}`) && ACR_NAME.test(host.slice(0, -registries.length - 1)));
}
/** isArtifactRegistry tells a host of Google Artifact Registry: `europe-west1-docker.pkg.dev`, `eu.gcr.io`. */
function isArtifactRegistry(host) {
    return /^[a-z0-9-]+-docker\.pkg\.dev$|^(?:[a-z]+\.)?gcr\.io$/.test(host);
}

;// CONCATENATED MODULE: ./build/inputs/identity.js



/** The fields of each type besides `registry`, `type` and `audience`; those with a `?` may be left out. */
const identity_FIELDS = {
    'aws-ecr': ['role-to-assume', 'region?'],
    'azure-acr': ['tenant-id', 'client-id'],
    'google-ar': ['workload-identity-provider', 'service-account?'],
    dockerhub: ['username', 'connection-id'],
};
const TYPES = Object.keys(identity_FIELDS);
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const ROLE = /^arn:(aws[a-z-]*):iam::\d{12}:role\/[\w+=,.@/-]{1,576}$/;
const PROVIDER = /^projects\/\d+\/locations\/global\/workloadIdentityPools\/[a-z0-9-]{4,32}\/providers\/[a-z0-9-]{4,32}$/;
const SERVICE_ACCOUNT = /^[a-z0-9-]+@[a-z0-9.-]+\.gserviceaccount\.com$/;
const DOMAIN = /^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/i;
const ORGANISATION = /^[a-z0-9][a-z0-9_-]{1,254}$/;
/** Fields that keys and passwords are given in elsewhere, and how such values begin. */
const SECRET_FIELD = /pass|secret|token|key|credential/i;
const SECRET_VALUE = /^(?:dckr_|gh[a-z]_|github_pat_|glpat-|A[KS]IA[0-9A-Z]{16}|ya29\.|eyJ|-----BEGIN)/;
/**
 * readIdentities reads the input `identity`, a YAML list of entries with `registry`, `type` and the fields of that type.
 * Problems are ends of sentences, all of them at once. They quote no value: someone may have put a secret there.
 */
async function readIdentities(text) {
    const list = await readYamlList(text);
    if (!list.ok)
        return { ok: false, problems: [list.problem] };
    const found = [];
    const problems = list.value.flatMap((entry) => {
        const { identity, problems } = new EntryReader(entry).read();
        const isTwice = identity !== undefined && found.some(({ registry }) => (0,reference/* sameRegistry */.cJ)(registry, identity.registry));
        if (identity !== undefined)
            found.push(identity);
        const all = isTwice ? [...problems, 'names a registry that another entry has'] : problems;
        return all.map((problem) => `has an entry in line ${entry.line} that ${problem}`);
    });
    if (problems.length > 0)
        return { ok: false, problems };
    return list.value.length === 0 ? { ok: false, problems: ['has no entry'] } : { ok: true, value: found };
}
/** EntryReader reads one entry and remembers what is wrong with it. */
class EntryReader {
    #fields;
    #problems = [];
    constructor({ fields }) {
        this.#fields = fields;
    }
    read() {
        const type = TYPES.find((each) => each === this.#fields.get('type'));
        if (type === undefined)
            this.#problems.push(`has none of the types ${TYPES.join(', ')}`);
        else
            this.#judgeFields(type);
        for (const [name, value] of this.#fields) {
            if (SECRET_VALUE.test(value)) {
                this.#problems.push(`has what looks like a secret in ${shown(name)}; take it out and revoke it, none is needed`);
            }
        }
        // With a field missing or unknown the others mean little.
        const identity = type === undefined || this.#problems.length > 0 ? undefined : this.#identity(type);
        return { identity: this.#problems.length > 0 ? undefined : identity, problems: this.#problems };
    }
    #judgeFields(type) {
        const required = ['registry', 'type', ...identity_FIELDS[type].filter((name) => !name.endsWith('?'))];
        const known = [...required, 'audience', ...identity_FIELDS[type].map((name) => name.replace('?', ''))];
        for (const name of required)
            if (!this.#fields.has(name))
                this.#problems.push(`lacks "${name}"`);
        for (const name of this.#fields.keys()) {
            if (known.includes(name))
                continue;
            const why = SECRET_FIELD.test(name) ? 'keyless sign-in takes no secret' : `the type ${type} has no such field`;
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
                    this.#problems.push(`has a role of the partition ${partition}, and a registry of ${ecr.partition.id}`);
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
                const tenantId = UUID.test(this.#text('tenant-id'))
                    ? this.#text('tenant-id')
                    : this.#match('tenant-id', DOMAIN);
                return { type, ...common, cloud, tenantId, clientId: this.#match('client-id', UUID) };
            }
            case 'google-ar': {
                if (!isArtifactRegistry(registry))
                    return this.#wrongRegistry('a host of Google Artifact Registry');
                const provider = this.#match('workload-identity-provider', PROVIDER);
                const isDirect = !this.#fields.has('service-account');
                const serviceAccount = isDirect ? undefined : this.#match('service-account', SERVICE_ACCOUNT);
                return { type, ...common, provider, serviceAccount };
            }
            case 'dockerhub': {
                if (registry !== reference/* DOCKER_HUB */.Xb)
                    return this.#wrongRegistry('Docker Hub');
                const connectionId = this.#match('connection-id', UUID);
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
        this.#problems.push(`has a "registry" that is not ${wanted}, as its type wants it`);
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
/** A name of a field, unless it could be anything. */
function shown(name) {
    return /^[a-z][a-z0-9_-]{0,40}$/i.test(name) && !SECRET_VALUE.test(name) ? `"${name}"` : 'that has no plain name';
}

;// CONCATENATED MODULE: ./build/inputs/yaml-inputs.js

const NO_YAML = { identities: { ok: true, value: [] } };
/** readYamlInputs reads the inputs that are YAML; what is wrong with them is kept, to be told with all the rest. */
async function readYamlInputs(runner) {
    const text = runner.input('identity');
    return text.trim() === '' ? NO_YAML : { identities: await readIdentities(text) };
}

;// CONCATENATED MODULE: ./build/push/expect-identity.js

/**
 * expectIdentity compares the source with the identity that the tests handed over, before any registry is contacted.
 * It may be the engine's image ID, or the digest of the config, which an engine with the containerd store does not
 * name by itself. Throws IDENTITY_MISMATCH.
 */
async function expectIdentity(docker, { name, image }, expected) {
    if (expected === undefined || image.id === expected)
        return;
    const config = image.idOf === 'config' ? image.id : await docker.configDigest(image.id);
    if (config === expected)
        return;
    const has = image.idOf === 'config'
        ? `its config is ${config}`
        : `its digest is ${image.id}, its config ${config ?? 'unknown'}`;
    throw new errors/* ActionError */.l('IDENTITY_MISMATCH', `The image ${name} is not the expected one: ${has}, and expected is ${expected}.`, {
        hint: 'Either it was built again after the test, or another image took its name. Publish the image that was tested; if ' +
            'the expected digest is that of a manifest that buildx pushed, hand over "containerimage.config.digest" instead.',
    });
}

;// CONCATENATED MODULE: ./build/push/find-source.js


/** Near names that an error shows at most. */
const MOST_NEAR = 5;
/**
 * findSource resolves the source before any registry is contacted: the name or ID that was given, or else what the
 * build is expected to have named the image, `<destination>:<sha>` and then `<last path part>:<sha>`.
 */
async function findSource(docker, given, { destinations, commit }) {
    const built = [...destinations.map(reference/* repositoryName */.aR), ...destinations.map(({ path }) => lastPart(path))];
    const names = given === undefined ? [...new Set(built)].map((name) => `${name}:${commit}`) : [given];
    for (const name of names) {
        const image = await docker.findImage(name);
        if (image !== undefined)
            return { name, image };
    }
    // The names are a courtesy: that they cannot be listed is not what the user must know.
    const near = nearest(names[0] ?? '', await docker.imageNames().catch(() => []));
    throw new errors/* ActionError */.l('SOURCE_NOT_FOUND', `The engine has no image ${names.map((name) => `"${name}"`).join(' or ')}.`, {
        hint: `Build the image in this job, on this engine, and name it with "source" (with buildx: "load: true"). ` +
            (near.length === 0 ? 'The engine has no named image at all.' : `The engine has: ${near.join(', ')}.`),
    });
}
function lastPart(path) {
    return path.slice(path.lastIndexOf('/') + 1);
}
/** nearest sorts names by how many edits they are away from the wanted one. */
function nearest(wanted, names) {
    const distances = names.map((name) => ({ name, distance: editDistance(wanted, name) }));
    return distances
        .sort((one, other) => one.distance - other.distance || one.name.localeCompare(other.name))
        .slice(0, MOST_NEAR)
        .map(({ name }) => name);
}
/** Levenshtein's distance, row by row. */
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

;// CONCATENATED MODULE: ./build/report/explain-digests.js

/**
 * explainDigests tells why destinations serve one image under several digests, and which has which; undefined if they
 * agree. A digest is of the compressed layers: an engine compresses them for each registry by itself, and what was
 * published before by another engine is taken as it is.
 */
function explainDigests({ destinations }) {
    const served = destinations.map(({ verified: { target, manifest } }) => ({ target, digest: manifest.digest }));
    if (new Set(served.map(({ digest }) => digest)).size === 1)
        return undefined;
    const each = served.map(({ target, digest }) => `${(0,reference/* repositoryName */.aR)(target)} has ${digest}`).join(', ');
    return (`The destinations serve the same image, proved at each, under different digests: ${each}. Its layers were ` +
        'compressed at different times or by different engines; deploy from each by its own digest.');
}

;// CONCATENATED MODULE: ./build/report/outcome.js
/** isNew tells whether this run has written a SHA tag, rather than found it at every destination. */
function isNew({ destinations }) {
    return destinations.some(({ tags }) => tags[0]?.state === 'written');
}

// EXTERNAL MODULE: ./build/text.js
var build_text = __nccwpck_require__(8533);
;// CONCATENATED MODULE: ./build/report/markdown.js

/**
 * What means something in Markdown or HTML, or makes an address of what stands around it. An underscore does so at
 * the edge of a word, and a full stop after "www".
 */
const markdown_SPECIAL = /[&<>"'|`\\*[\](){}#!~:@-]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])|(?<=www\S*)\./gi;
/** code is text from anywhere as inline code: no character of it can end the code, a table cell or the line. */
function code(text) {
    // Inside an HTML tag Markdown is still read, so this is escaped no less than prose.
    return `<code>${prose(text)}</code>`;
}
/** prose is text from anywhere as plain words: nothing in it is a tag, a link, an emphasis or a mention. */
function prose(text) {
    return (0,build_text/* printableLine */.o)(text).replace(markdown_SPECIAL, (character) => `&#${character.charCodeAt(0)};`);
}
/** table makes a table of cells that are Markdown already. */
function table(header, rows) {
    const line = (cells) => `| ${cells.join(' | ')} |`;
    return [line(header), line(header.map(() => '---')), ...rows.map(line)].join('\n');
}
/** commands makes a block of shell commands; its text is our own words and references that were parsed. */
function commands(lines) {
    return ['```sh', ...lines.map((text) => (0,build_text/* printableLine */.o)(text).replaceAll('`', '')), '```'].join('\n');
}
/** details folds a body of Markdown under a title of our own words. */
function details(title, body) {
    return `<details><summary>${title}</summary>\n\n${body}\n\n</details>`;
}
/** How long an address may be that becomes a link. */
const LONGEST_ADDRESS = 512;
/**
 * link makes a link of text and an address from anywhere; the text alone where the address is not one of HTTPS, names
 * an account, or is longer than people write them.
 */
function markdown_link(text, address) {
    const url = address === undefined || address.length > LONGEST_ADDRESS ? null : URL.parse(address);
    if (url?.protocol !== 'https:' || url.username !== '' || url.password !== '')
        return code(text);
    // What is left of Markdown and HTML in an address is written as bytes, which mean the same in it.
    const harmless = url.href.replace(/[^A-Za-z0-9:/.?=&%#_~+-]/g, (character) => encodeURIComponent(character));
    return `<a href="${harmless.replace(/[&_~]/g, (character) => `&#${character.charCodeAt(0)};`)}">${code(text)}</a>`;
}

;// CONCATENATED MODULE: ./build/report/tag-states.js


/** showsOurs tells whether a tag shows the published image now. */
function showsOurs({ state }) {
    return state !== 'kept' && state !== 'not-written';
}
/** tagResult is what became of a tag, for machines; `digest` is what the tag shows. */
function tagResult(tag, digest) {
    const named = { tag: (0,reference/* referenceName */.z$)(tag.target), state: tag.state };
    switch (tag.state) {
        case 'not-written':
            return named;
        case 'kept':
            return { ...named, digest: tag.shows, because: tag.because };
        case 'moved':
            return { ...named, digest, previous: tag.from, because: tag.because };
        case 'written':
            return { ...named, digest, ...(tag.replaced === undefined ? {} : { previous: tag.replaced }) };
        case 'already-there':
            return { ...named, digest };
    }
}
/** tagCell is what became of a tag, as a cell of a table. */
function tagCell(tag) {
    switch (tag.state) {
        case 'not-written':
            return 'not written';
        case 'kept':
            return `**stays** at ${code(tag.shows ?? 'nothing')}: ${prose(tag.because)}`;
        case 'moved':
            return tag.from === undefined ? 'written' : `moved from ${code(tag.from)}: ${prose(tag.because)}`;
        case 'written':
            return tag.replaced === undefined ? 'written' : `overwritten, was ${code(tag.replaced)}`;
        case 'already-there':
            return 'already there';
    }
}
/** plannedResult is what would become of a tag, for machines. */
function plannedResult(tag) {
    const { state, because } = plannedState(tag);
    const digest = tag.manifest === undefined ? {} : { digest: tag.manifest.digest };
    return { tag: (0,reference/* referenceName */.z$)(tag.target), state, ...digest, ...(because === '' ? {} : { because }) };
}
/** plannedLine is the same as the end of a line of the log. */
function plannedLine(tag) {
    const { state, because } = plannedState(tag);
    const shown = tag.manifest === undefined ? '' : `, shows ${tag.manifest.digest}`;
    return `${state.replaceAll('-', ' ')}${shown}${because === '' ? '' : ` (${because})`}`;
}
/** plannedCell is the same as a cell of a table. */
function plannedCell(tag) {
    const { state, because } = plannedState(tag);
    const shown = tag.manifest === undefined ? '' : `, shows ${code(tag.manifest.digest)}`;
    return `${state.replaceAll('-', ' ')}${shown}${because === '' ? '' : `: ${prose(because)}`}`;
}
function plannedState(tag) {
    if ('move' in tag)
        return { state: tag.move.moves ? 'would-be-moved' : 'would-stay', because: tag.move.because };
    if (tag.manifest === undefined)
        return { state: 'would-be-written', because: '' };
    return { state: tag.isOurs ? 'already-there' : 'would-be-overwritten', because: '' };
}

;// CONCATENATED MODULE: ./build/report/tell-verdict.js

const MARKS = { passed: '✓', pending: '…', failed: '✗', missing: '✗' };
/** tellVerdict writes the verdict into the log: each rule that was asked about with what was seen, and each check. */
function tellVerdict({ info }, verdict) {
    const { event, held, checks } = verdict;
    info(`The gate is ${verdict.kind} for ${verdict.kind === 'open' ? `${event} of ${verdict.subject.ref}` : event}:`);
    for (const { rule, seen } of held)
        info(`  ✓ ${rule}. Seen: ${seen}.`);
    for (const { name, state, seen, by, askedBy } of checks)
        info(`  ${MARKS[state]} check ${name}: ${seen}. Reported by: ${by}. Asked for by: ${askedBy}.`);
    if (verdict.kind === 'open')
        return;
    for (const { code: name, rule, seen, opens } of verdict.reasons)
        info(`  ✗ ${name}: ${rule}. Seen: ${seen}. What would open it: ${opens}.`);
}
/** verdictTables are the same as Markdown: what is against it first, then the checks, then the rules that hold. */
function verdictTables(verdict) {
    const { held, checks } = verdict;
    return [
        ...(verdict.kind === 'closed' ? [reasonTable(verdict.reasons)] : []),
        ...(checks.length === 0 ? [] : [checkTable(checks)]),
        ...(held.length === 0
            ? []
            : [
                table(['Rule', 'Seen'], held.map(({ rule, seen }) => [prose(rule), prose(seen)])),
            ]),
    ];
}
function reasonTable(reasons) {
    return table(['Code', 'Rule', 'Seen', 'What would open it'], reasons.map((each) => [code(each.code), prose(each.rule), prose(each.seen), prose(each.opens)]));
}
function checkTable(checks) {
    return table(['Check', 'State', 'Seen', 'Reported by', 'Asked for by'], checks.map((each) => [
        code(each.name),
        `${MARKS[each.state]} ${each.state}`,
        prose(each.seen),
        prose(each.by),
        prose(each.askedBy),
    ]));
}
/** verdictData is the same for machines, as it stands in the output `results`. */
function verdictData(verdict) {
    const { event, held, checks } = verdict;
    const data = checks.map(({ name, state, seen, by, askedBy }) => ({ name, state, seen, reportedBy: by, askedBy }));
    const end = { rules: held, ...(data.length === 0 ? {} : { checks: data }) };
    return verdict.kind === 'open'
        ? { open: true, event, ...verdict.subject, ...end }
        : { open: false, event, reasons: verdict.reasons, ...end };
}

;// CONCATENATED MODULE: ./build/report/tell-plan.js




/** tellPlan writes into the log what a dry run would have done: the image, the evidence, and each tag. */
function tellPlan({ info }, plan) {
    const { name, image } = plan.source;
    info(`Dry run: nothing was written to any registry.`);
    info(`  The image would be the engine's ${name} (${image.id}, ${image.platform}), verified by "${plan.level}".`);
    for (const tag of tagsOf(plan))
        info(`  ${(0,reference/* referenceName */.z$)(tag.target)}: ${plannedLine(tag)}`);
}
/** planParts are the same as parts of the summary. */
function planParts(plan) {
    const { verdict, source, found, level } = plan;
    return [
        `### 📝 Dry run: nothing was written to ${found.map(({ sha }) => code((0,reference/* repositoryName */.aR)(sha.target))).join(', ')}`,
        `The gate is open for ${code(verdict.subject.commit)} on ${code(verdict.subject.ref)}.`,
        ...verdictTables(verdict),
        `The image would be the engine's ${code(source.name)} (${code(source.image.id)}, ${prose(source.image.platform)}), ` +
            `verified by ${code(level)}:`,
        table(['Tag', 'State'], tagsOf(plan).map((tag) => [code((0,reference/* referenceName */.z$)(tag.target)), plannedCell(tag)])),
    ];
}
/** planData is the same for machines, as it stands in the output `results`. */
function planData(plan) {
    const { name, image } = plan.source;
    return {
        source: { name, id: image.id, platform: image.platform },
        verification: plan.level,
        tags: tagsOf(plan).map(plannedResult),
    };
}
function tagsOf({ found }) {
    return found.flatMap(({ sha, versions, moving }) => [sha, ...versions, ...moving]);
}

;// CONCATENATED MODULE: ./build/report/tell-scan.js

const COLUMNS = ['critical', 'high', 'medium', 'low', 'unknown'];
/** tellScan writes into the log what the reports of scanners show. */
function tellScan({ info }, { runs }) {
    for (const { tool, file, counts, binding } of runs) {
        const found = COLUMNS.map((severity) => `${counts[severity]} ${severity}`).join(', ');
        info(`${tool} reports ${found} (${file}${binding.kind === 'named' ? `, about ${binding.digest}` : ''}).`);
    }
}
/** scanParts are the same as parts of the summary: counts by tool, and folded what they are of. */
function scanParts(scan) {
    const { runs, findings, total, exceptions, unnamed } = scan;
    if (runs.length === 0)
        return [];
    const rows = runs.map(({ tool, file, counts, binding }) => [
        `${code(tool)} in ${code(file)}`,
        ...COLUMNS.map((severity) => String(counts[severity])),
        aboutOf(binding),
    ]);
    return [
        '#### Scan',
        table(['Report', ...COLUMNS.map(capital), 'About'], rows),
        ...asideOf(scan),
        ...(unnamed.length > 0 ? [`No report names ${unnamed.map(code).join(', ')} of this image.`] : []),
        ...(findings.length > 0 ? [details(titleOf(findings, total), findingTable(findings))] : []),
        ...(exceptions.length > 0 ? [details(`Ignored findings (${exceptions.length})`, exceptionTable(exceptions))] : []),
    ];
}
/** scanData is the same for machines, as it stands in the output `results`. */
function scanData({ failOn, runs, findings, total, exceptions, unnamed }) {
    return {
        failOn,
        reports: runs.map(({ file, tool, counts, setAside, binding }) => ({ file, tool, counts, setAside, binding })),
        total,
        findings: findings.map(({ id, tool, rating, place, link: address, blocks, ignored }) => ({
            id,
            tool,
            severity: rating.severity,
            ...(rating.unclear === undefined ? {} : { unclear: rating.unclear }),
            ...(place === undefined ? {} : { place }),
            ...(address === undefined ? {} : { link: address }),
            blocks,
            ignored,
        })),
        exceptions,
        ...(unnamed.length > 0 ? { unnamed } : {}),
    };
}
function aboutOf(binding) {
    switch (binding.kind) {
        case 'named':
            return `this image, by ${code(binding.digest)}${binding.platform === undefined ? '' : ` (${code(binding.platform)})`}`;
        case 'trusted':
            return 'this image, by trust: the report does not name it';
        case 'other':
            return `**another image**: ${prose(binding.why)}`;
    }
}
/** Results that are there and do not count are told of, so that none goes silently. */
function asideOf({ runs }) {
    const sum = (kind) => runs.reduce((all, { setAside }) => all + setAside[kind], 0);
    const parts = [
        [sum('suppressed'), 'suppressed in the report, and accepted'],
        [sum('absent'), 'of the baseline, and gone'],
        [sum('noFailure'), 'no failures'],
    ];
    const told = parts.filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}`);
    return told.length === 0 ? [] : [`Not counted: ${told.join('; ')}.`];
}
function titleOf(findings, total) {
    return total > findings.length ? `Findings (the worst ${findings.length} of ${total})` : `Findings (${total})`;
}
function findingTable(findings) {
    const rows = findings.map(({ id, tool, rating, place, link: address, blocks, ignored }) => [
        markdown_link(id, address),
        rating.severity + (rating.unclear === undefined ? '' : `, which may be critical: ${prose(rating.unclear)}`),
        prose(place ?? ''),
        code(tool),
        blocks ? 'closes the gate' : ignored ? 'ignored' : '',
    ]);
    return table(['Finding', 'Severity', 'Where', 'Tool', ''], rows);
}
function exceptionTable(exceptions) {
    const rows = exceptions.map(({ id, reason, until, findings, isOver }) => [
        code(id),
        prose(reason),
        isOver ? `${until}: over, it counts again` : until,
        findings === 0 ? 'nothing: take it out' : String(findings),
    ]);
    return table(['Id', 'Reason', 'Until', 'Findings'], rows);
}
function capital(word) {
    return word.charAt(0).toUpperCase() + word.slice(1);
}

;// CONCATENATED MODULE: ./build/report/outputs.js






/** Every output of the action, in the order of `action.yml`. */
const OUTPUT_NAMES = (/* unused pure expression or super */ null && ([
    'pushed',
    'reason',
    'digest',
    'image',
    'image-id',
    'tags',
    'media-type',
    'platforms',
    'previous-digest',
    'verification',
    'subject-name',
    'results',
]));
/** outputsOf makes the outputs: what tells of an image is there only if the image was verified. */
function outputsOf(outcome) {
    const scan = outcome.scan === undefined ? {} : { scan: scanData(outcome.scan) };
    const results = JSON.stringify({ ...resultsOf(outcome), ...scan });
    switch (outcome.kind) {
        case 'closed':
            return { pushed: 'false', reason: outcome.verdict.reasons[0].code, results };
        case 'failed':
            return { pushed: 'false', reason: outcome.error.code, results };
        case 'planned':
            return { pushed: 'false', reason: 'dry-run', results };
        case 'published': {
            const reason = isNew(outcome.receipt) ? 'published' : 'already-published';
            return { pushed: 'true', reason, ...imageOutputs(outcome.receipt), results };
        }
    }
}
function imageOutputs({ destinations }) {
    const [{ verified, tags: primary }] = destinations;
    const previous = primary.flatMap((tag) => (tag.state === 'moved' && tag.from !== undefined ? [tag.from] : []))[0];
    const { target, manifest, imageId, platforms, level } = verified;
    return {
        digest: manifest.digest,
        image: `${(0,reference/* repositoryName */.aR)(target)}@${manifest.digest}`,
        'image-id': imageId,
        tags: destinations
            .flatMap(({ tags }) => tags.filter(showsOurs).map(({ target: tag }) => (0,reference/* referenceName */.z$)(tag)))
            .join('\n'),
        'media-type': manifest.mediaType,
        platforms: platforms.join(','),
        ...(previous === undefined ? {} : { 'previous-digest': previous }),
        verification: level,
        'subject-name': subjectName(target),
    };
}
/** subjectName is a repository as `actions/attest` calls it, which has a name of its own for Docker Hub. */
function subjectName({ registry, path }) {
    return `${registry === reference/* DOCKER_HUB */.Xb ? 'index.docker.io' : registry}/${path}`;
}
/** The value of `results`: everything the other outputs are a part of, for machines. */
function resultsOf(outcome) {
    switch (outcome.kind) {
        case 'closed':
            return { verdict: verdictData(outcome.verdict) };
        case 'failed': {
            const destinations = outcome.left.map(leftOf);
            return { error: errorOf(outcome.error), ...(destinations.length === 0 ? {} : { destinations }) };
        }
        case 'planned':
            return { verdict: verdictData(outcome.verdict), plan: planData(outcome) };
        case 'published':
            return { verdict: verdictData(outcome.verdict), destinations: outcome.receipt.destinations.map(deliveredOf) };
    }
}
function deliveredOf({ verified, tags }) {
    const { digest } = verified.manifest;
    return {
        repository: (0,reference/* repositoryName */.aR)(verified.target),
        digest,
        verification: verified.level,
        evidence: verified.evidence,
        tags: tags.map((tag) => tagResult(tag, digest)),
    };
}
function leftOf({ repository, verified, tags, error }) {
    const stands = verified === undefined ? { repository: (0,reference/* repositoryName */.aR)(repository) } : deliveredOf({ verified, tags });
    return { ...stands, ...(error === undefined ? {} : { error: errorOf(error) }) };
}
function errorOf({ code, message, hint }) {
    return { code, message, hint };
}

;// CONCATENATED MODULE: ./build/report/summary.js








/** summaryOf writes the job summary: what happened in one line, then what proves it, then what to do with it. */
function summaryOf(outcome) {
    const scan = outcome.scan === undefined ? [] : scanParts(outcome.scan);
    return `${[...partsOf(outcome), ...scan].join('\n\n')}\n\n`;
}
function partsOf(outcome) {
    switch (outcome.kind) {
        case 'published':
            return published(outcome);
        case 'planned':
            return planParts(outcome);
        case 'closed':
            return summary_closed(outcome);
        case 'failed':
            return failed(outcome);
    }
}
function published({ verdict, receipt }) {
    const { destinations } = receipt;
    const [{ verified }] = destinations;
    const repositories = destinations.map((each) => code((0,reference/* repositoryName */.aR)(each.verified.target)));
    const images = destinations.map((each) => `${(0,reference/* repositoryName */.aR)(each.verified.target)}@${each.verified.manifest.digest}`);
    const title = isNew(receipt) ? 'Published and verified' : 'Already published, verified again';
    return [
        `### ✅ ${title}: ${repositories.join(', ')}`,
        table(['Digest', code(verified.manifest.digest)], [
            ['Image ID', code(verified.imageId)],
            ['Platforms', code(verified.platforms.join(', '))],
            ['Commit', `${code(verdict.subject.commit)} on ${code(verdict.subject.ref)} (${code(verdict.event)})`],
            ['Verification', code(verified.level)],
        ]),
        ...[explainDigests(receipt)].filter((sentence) => sentence !== undefined).map(prose),
        tagTable(destinations),
        'Pull or deploy it by digest; a tag can be moved, a digest cannot:',
        commands(images.map((image) => `docker pull ${image}`)),
        ...undo(destinations),
        details('Evidence', destinations
            .flatMap((each) => each.verified.evidence)
            .map((sentence) => `- ${prose(sentence)}`)
            .join('\n')),
        details('Why the gate was open', verdictTables(verdict).join('\n\n')),
    ];
}
/** The commands that put back what was moved or overwritten. */
function undo(destinations) {
    const lines = destinations.flatMap(({ tags }) => tags.flatMap((tag) => {
        const previous = tag.state === 'moved' ? tag.from : tag.state === 'written' ? tag.replaced : undefined;
        const repository = (0,reference/* repositoryName */.aR)(tag.target);
        return previous === undefined
            ? []
            : [
                `skopeo copy --all --preserve-digests docker://${repository}@${previous} docker://${(0,reference/* referenceName */.z$)(tag.target)}`,
            ];
    }));
    return lines.length === 0 ? [] : [details('To put back what these tags showed before', commands(lines))];
}
function tagTable(destinations) {
    const tags = destinations.flatMap((each) => each.tags);
    return table(['Tag', 'State'], tags.map((tag) => [code((0,reference/* referenceName */.z$)(tag.target)), tagCell(tag)]));
}
function summary_closed({ verdict, fails }) {
    return [
        `### ${fails ? '❌' : '⏭️'} Not published: the gate is closed`,
        ...verdictTables(verdict),
        'No registry was contacted.',
    ];
}
function failed({ error, left }) {
    return [
        `### ❌ Not published: ${code(error.code)}`,
        error.message.split('\n').map(prose).join('<br>'),
        `**What to do:** ${prose(error.hint)}`,
        ...(left.some(({ verified }) => verified !== undefined) ? ['What stands now:', standing(left)] : []),
    ];
}
function standing(left) {
    const rows = left.map(({ repository, verified, tags, error }) => [
        code((0,reference/* repositoryName */.aR)(repository)),
        verified === undefined ? 'nothing verified' : code(verified.manifest.digest),
        tags.map((tag) => `${code(tag.target.tag)} ${tagCell(tag)}`).join('<br>'),
        error === undefined ? '' : code(error.code),
    ]);
    return table(['Destination', 'Digest', 'Tags', 'Error'], rows);
}

;// CONCATENATED MODULE: ./build/report/report.js







/** report writes outputs, summary and at most one annotation, and tells whether the step has gone well. */
function report(runner, outcome, wantsSummary) {
    // Outputs come last: a step that fails while it reports must not have handed out a digest.
    if (wantsSummary)
        writeSummary(runner, outcome);
    declareImage(runner, outcome);
    runner.setOutputs(outputsOf(outcome));
    return announce(runner, outcome);
}
/** A summary that cannot be written is no reason to fail a push that went well. */
function writeSummary(runner, outcome) {
    try {
        runner.summary(summaryOf(outcome));
    }
    catch (error) {
        runner.warning('No summary', `The job summary could not be written: ${(0,errors/* asError */.z)(error).message}`);
    }
}
/**
 * Exactly one image is declared, the primary destination's under its SHA tag: `actions/attest` takes one subject, and the
 * runner fails a step that declares one name with two digests.
 */
function declareImage(runner, outcome) {
    if (outcome.kind !== 'published')
        return;
    const [{ verified }] = outcome.receipt.destinations;
    try {
        runner.declareImage(`${subjectName(verified.target)}:${verified.target.tag}@${verified.manifest.digest}`);
    }
    catch (error) {
        runner.warning('Image not declared', `Later steps will not find the image: ${(0,errors/* asError */.z)(error).message}`);
    }
}
/** announce tells of the outcome in the log, and returns whether the step has gone well. */
function announce(runner, outcome) {
    switch (outcome.kind) {
        case 'published': {
            for (const { verified, tags } of outcome.receipt.destinations) {
                for (const tag of tags)
                    tellOfTag(runner, tag);
                const image = `${(0,reference/* repositoryName */.aR)(verified.target)}@${verified.manifest.digest}`;
                runner.info(tags[0]?.state === 'written' ? `Published and verified: ${image}` : `Already published, verified: ${image}`);
            }
            const difference = explainDigests(outcome.receipt);
            if (difference !== undefined)
                runner.notice('Several digests', difference);
            return true;
        }
        case 'planned':
            tellPlan(runner, outcome);
            return true;
        case 'closed': {
            tellVerdict(runner, outcome.verdict);
            const [first] = outcome.verdict.reasons;
            const reasons = outcome.verdict.reasons.map(({ code, rule, seen, opens }) => `${code}: ${rule}. Seen: ${seen}. What would open it: ${opens}.`);
            const tell = outcome.fails ? runner.error : runner.notice;
            tell(`Not published (${first.code})`, reasons.join('\n'));
            return !outcome.fails;
        }
        case 'failed':
            runner.error(outcome.error.code, `${outcome.error.message}\n${outcome.error.hint}`);
            if (outcome.error.cause !== undefined)
                runner.debug((0,errors/* asError */.z)(outcome.error.cause).stack ?? '');
            return false;
    }
}
/** A tag that stays behind, or was overwritten, is something a person may want to look at; one that has moved is not. */
function tellOfTag(runner, tag) {
    const name = (0,reference/* referenceName */.z$)(tag.target);
    if (tag.state === 'moved')
        runner.info(`${name} has moved from ${tag.from ?? 'nothing'}: ${tag.because}.`);
    if (tag.state === 'written' && tag.replaced !== undefined)
        runner.notice('Tag overwritten', `${name} showed ${tag.replaced} before.`);
    if (tag.state === 'kept')
        runner.notice('Tag not moved', `${name} stays at ${tag.shows ?? 'nothing'}: ${tag.because}.`);
}

;// CONCATENATED MODULE: ./build/publish.js















/**
 * publish is the story of the step: read the inputs, ask the gate, and only if it is open find the image that was
 * tested, deliver it to every destination, and report. It returns whether the step has gone well.
 */
async function publish(world) {
    const { runner, lifetime } = world;
    try {
        return report(runner, await outcomeOf(world), wantsSummary(runner));
    }
    catch (thrown) {
        // The outcome could not be handed on: this much can still be said.
        return announce(runner, failure(thrown, runner.redacted));
    }
    finally {
        lifetime.end();
    }
}
async function outcomeOf(world) {
    const { runner, lifetime } = world;
    try {
        const inputs = readInputs(runner, await readYamlInputs(runner));
        lifetime.limit(inputs.timeout);
        return await decideAndPublish(world, inputs);
    }
    catch (thrown) {
        // A registry or an engine may repeat in its error what it was sent.
        return failure(lifetime.signal.aborted ? lifetime.signal.reason : thrown, runner.redacted);
    }
}
async function decideAndPublish(world, inputs) {
    const { runner } = world;
    const verdict = await gatherEvidence(decideGate(inputs, runner.context()), inputs, world);
    if (verdict.kind === 'closed')
        return { kind: 'closed', verdict, fails: inputs.whenClosed === 'fail' };
    tellVerdict(runner, verdict);
    return publishOpen(world, inputs, verdict);
}
async function publishOpen(world, inputs, open) {
    const { runner, docker } = world;
    const { destinations } = inputs;
    const plans = destinations.map((repository) => attempt(repository, planTags(inputs, open.subject, repository)));
    const source = await findSource(docker, inputs.source, { destinations, commit: open.subject.commit });
    await expectIdentity(docker, source, inputs.expectedImageId);
    runner.info(`The image is ${source.name} (${source.image.id}, ${source.image.platform}).`);
    const labelled = inputs.requireRevisionLabel ? askRevision(open, source.image.revision) : open;
    const { verdict, ...scanned } = await askScan(labelled, { scan: inputs.scan, image: source.image }, world);
    if (scanned.scan !== undefined)
        tellScan(runner, scanned.scan);
    if (verdict.kind === 'closed')
        return { kind: 'closed', verdict, fails: inputs.whenClosed === 'fail', ...scanned };
    return { ...(await deliver({ verdict, inputs, source, plans }, world)), ...scanned };
}


/***/ }),

/***/ 925:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  k: () => (/* binding */ distributionRegistry)
});

// EXTERNAL MODULE: ./build/http/clock.js + 1 modules
var http_clock = __nccwpck_require__(7216);
// EXTERNAL MODULE: ./build/image/reference.js
var reference = __nccwpck_require__(4607);
// EXTERNAL MODULE: ./build/http/http.js + 3 modules
var http = __nccwpck_require__(7612);
// EXTERNAL MODULE: ./build/http/transience.js
var transience = __nccwpck_require__(2035);
;// CONCATENATED MODULE: external "node:net"
const external_node_net_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:net");
;// CONCATENATED MODULE: ./build/registry/endpoint.js


/** The host that serves the API for a registry's name; Docker Hub's differs from what people write. */
function apiHost(registry) {
    return registry === reference/* DOCKER_HUB */.Xb ? 'registry-1.docker.io' : registry;
}
/** isLoopback tells whether a host (no port) is this machine, for which alone plain HTTP is allowed. */
function isLoopback(hostname) {
    const host = hostname.replace(/^\[|\]$/g, '').toLowerCase();
    if (host === 'localhost' || host.endsWith('.localhost') || host === '::1')
        return true;
    return (0,external_node_net_namespaceObject.isIP)(host) === 4 && host.startsWith('127.');
}
/** originOf is the scheme, host and port to which a credential belongs. */
function originOf(url) {
    return `${url.protocol}//${url.hostname.toLowerCase()}:${url.port || (url.protocol === 'https:' ? '443' : '80')}`;
}
/** redacted is an address fit to print: no user, no query, since signed addresses carry their secret there. */
function redacted(url) {
    return `${url.protocol}//${url.host}${url.pathname}`;
}
const PING_LIMIT = 64 * 1024;
/** pingOf is the first question to a registry: is it one, and what login does it want (distribution-spec, "Determining Support"). */
function pingOf(registry) {
    return { method: 'GET', url: new URL('/v2/', registry), headers: {}, limit: PING_LIMIT };
}

;// CONCATENATED MODULE: ./build/registry/address-of-registry.js



/** What a TLS greeting gets from a server that speaks plain HTTP. */
const NOT_TLS = [
    'EPROTO',
    'ERR_SSL_WRONG_VERSION_NUMBER',
    'ERR_SSL_PACKET_LENGTH_TOO_LONG',
    'ECONNRESET',
];
/**
 * addressOf tells a registry's address. It is reached by TLS; a registry on this machine may speak plain HTTP, as
 * docker allows there, and is asked by TLS first.
 */
async function addressOf(host, options) {
    const registry = new URL(`https://${host}`);
    if (!isLoopback(registry.hostname))
        return { registry };
    const client = (0,http/* httpClient */.ok)(options);
    try {
        const answer = await client.open(pingOf(registry));
        const greeting = await (0,http/* readAnswer */.JN)(answer).catch(() => undefined);
        return greeting === undefined ? { registry } : { registry, greeting };
    }
    catch (error) {
        options.signal.throwIfAborted();
        return { registry: NOT_TLS.includes((0,transience/* errorCode */.CA)(error)) ? new URL(`http://${host}`) : registry };
    }
    finally {
        client.close();
    }
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(7598);
;// CONCATENATED MODULE: external "node:stream"
const external_node_stream_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream");
;// CONCATENATED MODULE: external "node:stream/promises"
const promises_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream/promises");
;// CONCATENATED MODULE: external "node:zlib"
const external_node_zlib_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");
;// CONCATENATED MODULE: ./build/compression/zstd-frames.js
/** The first four bytes of frames that hold no content are these, give or take the lowest four bits. */
const SKIPPABLE = 0x184d2a50;
const MAGIC = [0x28, 0xb5, 0x2f, 0xfd];
/** isZstd tells whether bytes begin a Zstandard stream; it may begin with a frame that holds no content. */
function isZstd(start) {
    return MAGIC.every((byte, index) => start[index] === byte) || isSkippable(Buffer.from(start));
}
function isSkippable(magic) {
    return magic.byteLength >= 4 && (magic.readUInt32LE() & ~0xf) === SKIPPABLE;
}
/**
 * zstdFrames cuts a stream where its frames end (RFC 8878, 3.1). Layers may have many, and Node's decompressor drops
 * what follows the end of a frame in the same piece.
 */
function zstdFrames() {
    const walk = steps();
    let step = walk.next().value;
    let seen = Buffer.alloc(0);
    let passed = 0;
    return (chunk) => {
        const pieces = [];
        let from = 0;
        let at = 0;
        while (at < chunk.byteLength || step === 'end') {
            if (step === 'end') {
                pieces.push(chunk.subarray(from, at));
                from = at;
                step = walk.next(seen).value;
            }
            else if ('look' in step) {
                const part = chunk.subarray(at, at + step.look - seen.byteLength);
                seen = Buffer.concat([seen, part]);
                at += part.byteLength;
                if (seen.byteLength < step.look)
                    break;
                step = walk.next(seen).value;
                seen = Buffer.alloc(0);
            }
            else {
                const part = Math.min(step.pass - passed, chunk.byteLength - at);
                passed += part;
                at += part;
                if (passed < step.pass)
                    break;
                passed = 0;
                step = walk.next(seen).value;
            }
        }
        return from < chunk.byteLength ? [...pieces, chunk.subarray(from)] : pieces;
    };
}
/** The steps through frame after frame. Of bytes that are no frame it makes nonsense, as the decompressor will say. */
function* steps() {
    for (;;) {
        const magic = yield { look: 4 };
        if (isSkippable(magic))
            yield { pass: (yield { look: 4 }).readUInt32LE() };
        else
            yield* contentFrame();
        yield 'end';
    }
}
function* contentFrame() {
    const descriptor = (yield { look: 1 }).readUInt8();
    const hasWindow = (descriptor & 0x20) === 0;
    const sizeBytes = [hasWindow ? 0 : 1, 2, 4, 8][descriptor >> 6] ?? 0;
    const dictionaryBytes = [0, 1, 2, 4][descriptor & 3] ?? 0;
    yield { pass: (hasWindow ? 1 : 0) + dictionaryBytes + sizeBytes };
    for (let isLast = false; !isLast;) {
        const block = (yield { look: 3 }).readUIntLE(0, 3);
        isLast = (block & 1) === 1;
        const isRepeatedByte = ((block >> 1) & 3) === 1;
        yield { pass: isRepeatedByte ? 1 : block >> 3 };
    }
    if ((descriptor & 4) !== 0)
        yield { pass: 4 };
}

;// CONCATENATED MODULE: ./build/compression/compression-of.js

const GZIP = [0x1f, 0x8b];
/** So many bytes tell how the rest is compressed. */
const LONGEST_MAGIC = 4;
/** compressionOf tells it by the first bytes: engines go by these too, whatever the media type says. */
function compressionOf(start) {
    if (GZIP.every((byte, index) => start[index] === byte))
        return 'gzip';
    return isZstd(start) ? 'zstd' : 'none';
}

;// CONCATENATED MODULE: ./build/compression/blob-digests.js






/**
 * digestsOf hashes a blob as it streams by, as it is and decompressed. Nothing is kept, so memory does not grow with
 * the blob or with what it decompresses to.
 */
async function digestsOf(body, wanted) {
    const algorithm = wanted.slice(0, wanted.indexOf(':'));
    const served = (0,external_node_crypto_.createHash)(algorithm);
    const plain = new Decompression();
    let size = 0;
    for await (const chunk of body) {
        size += chunk.byteLength;
        served.update(chunk);
        await plain.write(chunk);
    }
    return { size, digest: `${algorithm}:${served.digest('hex')}`, diffId: await plain.end() };
}
/** Hashes what a layer decompresses to. A layer that cannot be decompressed takes all that is written, to no effect. */
class Decompression {
    #hash = (0,external_node_crypto_.createHash)('sha256');
    /** The beginning, as long as it is too short to tell how it is compressed. */
    #start = new Uint8Array();
    #running;
    async write(chunk) {
        if (this.#running !== undefined)
            return this.#put(chunk);
        this.#start = Buffer.concat([this.#start, chunk]);
        if (this.#start.byteLength >= LONGEST_MAGIC)
            return this.#put(this.#start);
    }
    /** end returns the diff_id; undefined if the layer could not be decompressed. */
    async end() {
        if (this.#running === undefined)
            await this.#put(this.#start);
        const { transform, isWhole } = this.#begun();
        if (!transform.destroyed)
            transform.end();
        return (await isWhole) ? `sha256:${this.#hash.digest('hex')}` : undefined;
    }
    async #put(chunk) {
        const { transform, cut } = this.#begun();
        for (const piece of cut(chunk)) {
            if (transform.destroyed)
                return;
            if (!transform.write(piece))
                await drained(transform);
        }
    }
    #begun() {
        if (this.#running !== undefined)
            return this.#running;
        const { transform, cut } = decompressorFor(this.#start);
        const isWhole = (0,promises_namespaceObject.pipeline)(transform, async (output) => {
            for await (const chunk of output)
                this.#hash.update(chunk);
        }).then(() => true, () => false);
        this.#running = { transform, cut, isWhole };
        return this.#running;
    }
}
function decompressorFor(start) {
    const whole = (chunk) => [chunk];
    const compression = compressionOf(start);
    if (compression === 'gzip')
        return { transform: (0,external_node_zlib_namespaceObject.createGunzip)(), cut: whole };
    if (compression === 'zstd')
        return { transform: (0,external_node_zlib_namespaceObject.createZstdDecompress)(), cut: zstdFrames() };
    return { transform: new external_node_stream_namespaceObject.PassThrough(), cut: whole };
}
/** Resolves when there is room again, or when there will be none because the data was no good. */
function drained(stream) {
    const { promise, resolve } = Promise.withResolvers();
    const end = () => {
        stream.off('drain', end);
        stream.off('close', end);
        resolve();
    };
    stream.on('drain', end);
    stream.on('close', end);
    return promise;
}

// EXTERNAL MODULE: ./build/image/digest.js
var image_digest = __nccwpck_require__(1832);
;// CONCATENATED MODULE: ./build/registry/access.js
/** Read-after-write lag: how long to wait for it in all, and between two looks, in milliseconds. */
const LAG = { most: 60_000, first: 250, longest: 5_000 };
/** untilSettled looks until what is seen is settled, or the time for it is over, and returns what it saw last. */
async function untilSettled({ clock, signal }, look, settled) {
    const deadline = clock.now() + LAG.most;
    for (let pause = LAG.first;; pause = Math.min(pause * 2, LAG.longest)) {
        const seen = await look();
        if (settled(seen) || clock.now() + pause > deadline)
            return seen;
        await clock.sleep(pause, signal);
    }
}

// EXTERNAL MODULE: ./build/errors.js
var errors = __nccwpck_require__(7421);
// EXTERNAL MODULE: ./build/text.js
var build_text = __nccwpck_require__(8533);
;// CONCATENATED MODULE: external "node:dns"
const external_node_dns_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:dns");
;// CONCATENATED MODULE: external "node:dns/promises"
const external_node_dns_promises_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:dns/promises");
;// CONCATENATED MODULE: ./build/registry/address.js



/** Addresses that are reached only from inside: what a hostile registry could want us to visit for it. */
const INSIDE = [
    ['0.0.0.0', 8, 'ipv4'],
    ['10.0.0.0', 8, 'ipv4'],
    ['100.64.0.0', 10, 'ipv4'],
    ['127.0.0.0', 8, 'ipv4'],
    ['169.254.0.0', 16, 'ipv4'],
    ['172.16.0.0', 12, 'ipv4'],
    ['192.0.0.0', 24, 'ipv4'],
    ['192.168.0.0', 16, 'ipv4'],
    ['198.18.0.0', 15, 'ipv4'],
    ['224.0.0.0', 3, 'ipv4'],
    ['::', 127, 'ipv6'],
    ['64:ff9b::', 96, 'ipv6'],
    ['fc00::', 7, 'ipv6'],
    ['fe80::', 10, 'ipv6'],
    ['ff00::', 8, 'ipv6'],
];
const inside = new external_node_net_namespaceObject.BlockList();
for (const [network, prefix, family] of INSIDE)
    inside.addSubnet(network, prefix, family);
/** isInside tells whether an IP address is private, local to this machine or link, or of no one. */
function isInside(address) {
    const family = (0,external_node_net_namespaceObject.isIP)(address);
    return family === 0 || inside.check(address, family === 6 ? 'ipv6' : 'ipv4');
}
/** bareHost is the host name of an address without the brackets of IPv6. */
function bareHost({ hostname }) {
    return hostname.replace(/^\[|\]$/g, '');
}
/** namesInside tells whether an address names an inside machine by its number. */
function namesInside(url) {
    const host = bareHost(url);
    return host === 'localhost' || host.endsWith('.localhost') || ((0,external_node_net_namespaceObject.isIP)(host) !== 0 && isInside(host));
}
/**
 * isPublic tells whether a registry is out in the world, so that it may not send us to machines inside. A name that
 * cannot be resolved here (behind a proxy) counts as public.
 */
async function isPublic(url) {
    if (namesInside(url))
        return false;
    const addresses = await (0,external_node_dns_promises_namespaceObject.lookup)(bareHost(url), { all: true }).catch(() => []);
    return !addresses.some(({ address }) => isInside(address));
}
/** lookupOutside resolves names like Node does, and refuses those of inside machines at the moment of connecting. */
const lookupOutside = (hostname, options, callback) => {
    (0,external_node_dns_namespaceObject.lookup)(hostname, { ...options, all: true }, (error, addresses) => {
        const refused = addresses?.find(({ address }) => isInside(address));
        const first = addresses?.[0];
        if (error !== null)
            callback(error, []);
        else if (refused !== undefined || first === undefined)
            callback(new InsideAddress(hostname), []);
        else if (options.all === true)
            callback(null, addresses);
        else
            callback(null, first.address, first.family);
    });
};
/** A public registry sent us to a machine inside. */
class InsideAddress extends Error {
    name = 'InsideAddress';
    constructor(host) {
        super(`${host} is a private or local address`);
    }
}

;// CONCATENATED MODULE: ./build/registry/known-answers.js
const IMMUTABLE_HINT = 'The registry itself keeps this tag from being changed. If the same image is there the run succeeds; publish a rebuilt image under another tag.';
/**
 * What registries answer where the specification leaves it to them, most telling first. Sources are their own code and
 * documents, and what users have reported.
 */
const KNOWN_ANSWERS = [
    // Amazon ECR
    {
        statuses: [400],
        says: /tag is immutable|repository is immutable|TAG_INVALID.*already exists/i,
        means: 'TAG_EXISTS',
        hint: IMMUTABLE_HINT,
    },
    {
        statuses: [404],
        says: /NAME_UNKNOWN.*does not exist in the registry with id/i,
        means: 'REPOSITORY_MISSING',
        hint: 'Amazon ECR makes no repository on a push: run "aws ecr create-repository --repository-name …" once, or set up a repository creation template.',
    },
    // Google Artifact Registry
    { statuses: [400, 403, 409], says: /enabled tag immutability/i, means: 'TAG_EXISTS', hint: IMMUTABLE_HINT },
    {
        statuses: [403, 404],
        says: /artifactregistry\.repositories|Artifact Registry API|Repository ".*" not found/i,
        means: 'REGISTRY_DENIED',
        hint: 'Google Artifact Registry: create the repository, and grant roles/artifactregistry.writer on it to the account that signs in.',
    },
    // Harbor
    { statuses: [412], says: /configured as immutable/i, means: 'TAG_EXISTS', hint: IMMUTABLE_HINT },
    {
        statuses: [412],
        says: /PROJECTPOLICYVIOLATION/,
        means: 'REGISTRY_DENIED',
        hint: "Harbor lets nobody pull the image under this project's policy (vulnerabilities, or a signature that is missing), so it cannot be read back: relax the policy for the pushing project, or scan and sign before it is pulled.",
    },
    {
        statuses: [401, 403],
        says: /unauthorized to access repository/i,
        means: 'REGISTRY_DENIED',
        hint: 'Harbor: the robot account needs "push" and "pull" of repositories in this project.',
    },
    {
        statuses: [403, 404],
        says: /project .* not found|quota/i,
        means: 'REGISTRY_DENIED',
        hint: 'Harbor: create the project first, and look at its quota.',
    },
    // Quay
    {
        statuses: [409],
        says: /TAG_IMMUTABLE|TAG_ALREADY_EXISTS|tag .* is immutable/i,
        means: 'TAG_EXISTS',
        hint: IMMUTABLE_HINT,
    },
    // Azure Container Registry
    {
        statuses: [405],
        says: /operation is disallowed on this registry, repository or image/i,
        means: 'TAG_EXISTS',
        hint: 'Azure Container Registry: the image or the repository is locked ("az acr repository show" has writeEnabled false).',
    },
    // Nexus
    {
        statuses: [400],
        says: /does not allow updating assets/i,
        means: 'TAG_EXISTS',
        hint: 'Nexus: the repository\'s deployment policy is "Disable redeploy". Publish under a tag of its own, or allow redeploys for this repository.',
    },
    // Artifactory
    {
        statuses: [401, 403],
        says: /needs DELETE permission|permissions to (?:delete|overwrite)/i,
        means: 'TAG_EXISTS',
        hint: 'Artifactory lets only accounts with the Delete permission overwrite a tag. Publish under another tag; version tags should not move.',
    },
    // Docker Hub
    { statuses: [400, 403], says: /immutable/i, means: 'TAG_EXISTS', hint: IMMUTABLE_HINT },
    {
        statuses: [401, 403],
        says: /access token has insufficient scopes/i,
        means: 'REGISTRY_DENIED',
        hint: 'Docker Hub: make an access token with "Read & Write".',
    },
    // GHCR
    {
        statuses: [403],
        says: /permission_denied|write_package|The token provided does not match expected scopes/i,
        means: 'REGISTRY_DENIED',
        hint: 'GHCR: the job needs "permissions: packages: write", and the package must give this repository the role Write (package settings, "Manage Actions access").',
    },
    // GitLab
    {
        statuses: [401, 403],
        says: /protected (?:container )?(?:tag|repository)/i,
        means: 'REGISTRY_DENIED',
        hint: 'GitLab: this tag or repository is protected; give the account the role that its protection rule asks for.',
    },
    // Any
    {
        statuses: [400, 404],
        says: /MANIFEST_BLOB_UNKNOWN/,
        means: 'CONTENT_MISSING',
        hint: 'The registry no longer has what it took a moment ago. Run the job again; if it happens again, ask whoever runs the registry.',
    },
    {
        statuses: [413],
        says: /.*/s,
        means: 'REGISTRY_ANSWER',
        hint: 'Something before the registry refuses bodies of this size: raise the limit of the proxy (nginx: client_max_body_size 0).',
    },
    {
        statuses: [400, 403, 507],
        says: /quota|insufficient storage|no space left/i,
        means: 'REGISTRY_DENIED',
        hint: 'The registry has no room left for this account: clean up old images, or raise the quota.',
    },
];

;// CONCATENATED MODULE: ./build/registry/refusal.js







/** ociErrors reads the error body of the specification; anything else is no error code. */
function ociErrors(answer) {
    try {
        const { errors } = JSON.parse(new TextDecoder().decode(answer.body));
        if (!Array.isArray(errors))
            return [];
        return errors.map((error) => ({ code: String(error?.code ?? ''), message: String(error?.message ?? '') }));
    }
    catch {
        return [];
    }
}
const HINTS = {
    LOGIN_FAILED: 'Check "username" and "password": the account must exist on this registry and its token be valid.',
    REGISTRY_DENIED: 'Give the account the right to pull from and push to this repository; a push is proved by reading it back.',
    REPOSITORY_MISSING: 'Create the repository on the registry first, or correct its name in "image".',
    RATE_LIMITED: 'Wait and run the job again; sign in with an account that has a higher limit if this comes often.',
    REGISTRY_ANSWER: 'Check that "image" names a registry and not a web page, and look at the status of the registry.',
};
/** refusal names an answer that is not the one the specification promises for a request that went well. */
function refusal(asked, answer) {
    const said = ociErrors(answer).map((error) => (0,build_text/* printableLine */.o)(`${error.code} ${error.message}`));
    const known = KNOWN_ANSWERS.find(({ statuses, says }) => statuses.includes(answer.status) && says.test(said.join('\n')));
    const code = known?.means ?? refusalCode(answer);
    const words = said.length > 0 ? `: ${said.slice(0, 3).join('; ')}` : '';
    const message = `${asked.method} ${redacted(asked.url)} was answered with status ${answer.status}${words}.`;
    return new errors/* ActionError */.l(code, message, { hint: known?.hint ?? HINTS[refusalCode(answer)] });
}
function refusalCode(answer) {
    const codes = ociErrors(answer).map(({ code }) => code);
    if (answer.status === 429 || codes.includes('TOOMANYREQUESTS'))
        return 'RATE_LIMITED';
    if (answer.status === 401 || answer.status === 403)
        return 'REGISTRY_DENIED';
    if (answer.status === 404 && codes.includes('NAME_UNKNOWN'))
        return 'REPOSITORY_MISSING';
    return 'REGISTRY_ANSWER';
}
/** loginRefusal is `refusal` where the credential itself was asked about. */
function loginRefusal(asked, answer) {
    const error = refusal(asked, answer);
    if (error.code !== 'REGISTRY_DENIED')
        return error;
    return new errors/* ActionError */.l('LOGIN_FAILED', `The registry does not take the credential. ${error.message}`, {
        hint: HINTS.LOGIN_FAILED,
    });
}
/** untrusted says that the registry asks for something that would put the credential at risk. */
function untrusted(message) {
    return new errors/* ActionError */.l('REGISTRY_UNTRUSTED', message, {
        hint: 'No credential was sent there. Check "image", and ask whoever runs the registry what its token service is.',
    });
}
/** TLS failures by the codes of Node (`errors.md`, "OpenSSL errors" and X.509 certificate error codes). */
const CERTIFICATE = /CERT|SELF_SIGNED|ISSUER|ERR_TLS|UNABLE_TO_VERIFY|ERR_SSL/;
/** Failures of Node's parser: something answered, but not in HTTP as it is written. */
const NOT_HTTP = /^HPE_/;
/** noAnswer names why a request got no answer at all. */
function noAnswer(asked, thrown) {
    if (thrown instanceof errors/* ActionError */.l)
        return thrown;
    const { host } = asked.url;
    const code = (0,transience/* errorCode */.CA)(thrown);
    const words = thrown instanceof Error ? (0,build_text/* printableLine */.o)(thrown.message) : String(thrown);
    if (CERTIFICATE.test(code)) {
        return new errors/* ActionError */.l('REGISTRY_UNTRUSTED', `The certificate of ${host} is not trusted (${code}): ${words}.`, {
            hint: 'If the registry has a CA of its own, give its certificate with "ca-file", and to the engine as well.',
            cause: thrown,
        });
    }
    if (thrown instanceof InsideAddress) {
        return untrusted(`The registry sends its clients to a machine inside: ${words}.`);
    }
    if ((thrown instanceof http/* HttpProblem */.AF && !thrown.isTransient) || NOT_HTTP.test(code)) {
        return new errors/* ActionError */.l('REGISTRY_ANSWER', `${asked.method} ${redacted(asked.url)}: ${words}.`, {
            hint: HINTS.REGISTRY_ANSWER,
            cause: thrown,
        });
    }
    return new errors/* ActionError */.l('REGISTRY_UNREACHABLE', `${host} could not be reached (${code || 'no code'}): ${words}.`, {
        hint: 'Check the host and port in "image", and that this runner may reach it (proxy, firewall, VPN).',
        cause: thrown,
    });
}

;// CONCATENATED MODULE: ./build/registry/documents.js


/** Most bytes of a manifest or a config that are read; registries take no larger manifest (4 MiB). */
const DOCUMENT_LIMIT = 4 * 1024 * 1024;
/** fetchDocument reads a manifest or a config whole; undefined if there is none. */
async function fetchDocument({ session }, path, accept) {
    const registry = await session();
    const request = { method: 'GET', path, headers: { accept }, limit: DOCUMENT_LIMIT };
    const answer = await registry.send(request);
    if (answer.status === 404)
        return undefined;
    if (answer.status !== 200)
        throw refusal(registry.asked(request), answer);
    return answer;
}
/** mismatch says that the registry serves other bytes than those of the digest. */
function mismatch(message) {
    return new errors/* ActionError */.l('DIGEST_MISMATCH', message, {
        hint: 'Do not deploy it. Ask whoever runs the registry (or a proxy before it) why its content differs; then push again.',
    });
}

;// CONCATENATED MODULE: ./build/registry/blobs.js






/** blobsAt reads blobs (distribution-spec, "Pulling blobs" and "Checking if content exists in the registry"). */
function blobsAt(access) {
    /** A blob is asked for where a manifest names it, so if it is not there it should be soon. */
    const awaited = (read) => (blob) => untilSettled(access, () => read(access, blob), (seen) => seen !== undefined);
    return {
        readBlob: awaited(readBlob),
        sizeOfBlob: awaited(sizeOfBlob),
        digestBlob: awaited(digestBlob),
        hasBlob: (blob) => hasBlob(access, blob),
    };
}
async function readBlob(access, { digest, size }) {
    const answer = await fetchDocument(access, `${access.base}/blobs/${digest}`, '*/*');
    if (answer === undefined)
        return undefined;
    if (!(0,image_digest/* matches */.cK)(digest, answer.body) || answer.body.byteLength !== size) {
        throw mismatch(`The registry serves other bytes than those of the blob ${digest}.`);
    }
    return answer.body;
}
async function sizeOfBlob(access, blob) {
    const { status, size } = await lookAt(access, blob);
    // HEAD is a shortcut, never a verdict: registries answer it with 403, 405 or 500, with no length or that of
    // something else, or send it to a signed address that allows GET only.
    return status === 200 && size === blob.size ? size : sizeByRange(access, blob);
}
/** Tells what is there for sure, or surely not; what cannot be told is uploaded, and that does no harm. */
async function hasBlob(access, blob) {
    const { status, size } = await lookAt(access, blob);
    if (status === 404)
        return false;
    if (status === 200 && size === blob.size)
        return true;
    return (await sizeByRange(access, blob).catch(() => undefined)) === blob.size;
}
async function lookAt({ base, session }, { digest }) {
    const request = { method: 'HEAD', path: `${base}/blobs/${digest}`, headers: {}, limit: 0 };
    const head = await (await session()).sendOnce(request).catch(() => undefined);
    return head === undefined ? {} : { status: head.status, size: wholeNumber(head.headers['content-length']) };
}
async function sizeByRange({ base, session }, { digest }) {
    const registry = await session();
    const path = `${base}/blobs/${digest}`;
    const request = { method: 'GET', path, headers: { range: 'bytes=0-0' }, limit: 1 };
    const { status, headers } = await registry.read(request, async (stream) => {
        stream.cancel();
        return stream;
    });
    if (status === 404)
        return undefined;
    const [, total] = /^bytes [^/]*\/(\d+)$/.exec(headers['content-range'] ?? '') ?? [];
    const stated = wholeNumber(status === 200 ? headers['content-length'] : total);
    if ([200, 206, 416].includes(status) && stated !== undefined)
        return stated;
    throw refusal(registry.asked(request), { status, headers, body: new Uint8Array() });
}
async function digestBlob({ base, session }, { digest, size }) {
    const registry = await session();
    const request = { method: 'GET', path: `${base}/blobs/${digest}`, headers: {}, limit: size };
    const tooLong = (error) => {
        if (!(error instanceof http/* BodyTooLong */.Jp))
            throw error;
        throw mismatch(`The registry serves more than the ${size} bytes of the blob ${digest}.`);
    };
    const read = await registry.read(request, async (stream) => {
        if (stream.status === 200)
            return digestsOf(stream.body, digest).catch(tooLong);
        if (stream.status >= 400)
            return (0,http/* readAnswer */.JN)(stream);
        // Whatever this is, it is not the layer, and may be as long as one.
        stream.cancel();
        return { ...stream, body: new Uint8Array() };
    });
    if (!('status' in read))
        return read;
    if (read.status === 404)
        return undefined;
    throw refusal(registry.asked(request), read);
}
function wholeNumber(text) {
    return text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : undefined;
}

// EXTERNAL MODULE: ./build/image/document.js
var image_document = __nccwpck_require__(9241);
// EXTERNAL MODULE: ./build/image/manifest.js
var manifest = __nccwpck_require__(5577);
;// CONCATENATED MODULE: ./build/registry/manifests.js







/** All four, always: with fewer, registries answer "unknown" or convert what they hold into something else. */
const ACCEPT = Object.values(manifest/* MEDIA_TYPES */.Z2).join(', ');
/** manifestsAt reads and writes manifests (distribution-spec, "Pulling manifests" and "Pushing Manifests"). */
function manifestsAt(access) {
    const { name: repository, base, session } = access;
    const readManifest = async (name) => {
        const answer = await fetchDocument(access, `${base}/manifests/${name}`, ACCEPT);
        return answer === undefined ? undefined : checked(answer, `${repository} ${name}`, (0,image_digest/* parseDigest */.m)(name));
    };
    return {
        readManifest,
        awaitManifest: (name, settled) => untilSettled(access, () => readManifest(name), settled),
        putManifest: async (name, { bytes, mediaType }) => {
            const path = `${base}/manifests/${name}`;
            const request = { method: 'PUT', path, headers: { 'content-type': mediaType }, body: bytes };
            const registry = await session();
            const answer = await registry.send({ ...request, limit: DOCUMENT_LIMIT });
            if (answer.status < 200 || answer.status > 204)
                throw refusal(registry.asked(request), answer);
        },
    };
}
/** checked parses the exact bytes; a digest that was asked for, or that a header claims, must be theirs. */
function checked(answer, what, wanted) {
    const claimed = answer.headers['docker-content-digest'];
    const header = claimed === undefined ? undefined : (0,image_digest/* parseDigest */.m)(claimed);
    if (wanted !== undefined && !(0,image_digest/* matches */.cK)(wanted, answer.body)) {
        throw mismatch(`The registry serves other bytes under the digest of ${what}.`);
    }
    if (claimed !== undefined && (header === undefined || !(0,image_digest/* matches */.cK)(header, answer.body))) {
        throw mismatch(`For ${what} the registry names the digest "${claimed}", which is not that of the bytes it serves.`);
    }
    try {
        return (0,manifest/* parseManifest */.Ng)(answer.body, answer.headers['content-type'] ?? '');
    }
    catch (cause) {
        if (!(cause instanceof image_document/* ManifestProblem */.Rn))
            throw cause;
        throw new errors/* ActionError */.l('REGISTRY_ANSWER', `What the registry serves for ${what} is no image: ${cause.message}.`, {
            hint: 'Check that "image" names a registry and not a web page, and what has been pushed under this name.',
            cause,
        });
    }
}

;// CONCATENATED MODULE: ./build/registry/network.js



/**
 * Network reaches the registry itself, and the hosts that it sends us to. A registry out in the world may not send us
 * to machines inside: their answers, or that they are there at all, are not its business.
 */
class Network {
    #registry;
    #options;
    #own;
    #elsewhere;
    constructor(registry, options) {
        this.#registry = registry;
        this.#options = options;
        this.#own = (0,http/* httpClient */.ok)(options);
    }
    /** open makes one request; throws an InsideAddress, an HttpProblem, or Node's own error. */
    async open(request) {
        if (originOf(request.url) === originOf(this.#registry))
            return this.#own.open(request);
        this.#elsewhere ??= this.#openElsewhere();
        const { client, isGuarded } = await this.#elsewhere;
        if (isGuarded && namesInside(request.url))
            throw new InsideAddress(request.url.host);
        return client.open(request);
    }
    close() {
        this.#own.close();
        void this.#elsewhere?.then(({ client }) => client.close());
    }
    async #openElsewhere() {
        const isGuarded = await isPublic(this.#registry);
        return { client: (0,http/* httpClient */.ok)({ ...this.#options, ...(isGuarded ? { lookup: lookupOutside } : {}) }), isGuarded };
    }
}

// EXTERNAL MODULE: ./build/http/persistence.js
var persistence = __nccwpck_require__(8474);
;// CONCATENATED MODULE: ./build/registry/challenge.js
const SPACE = /[ \t]*/y;
const TOKEN = /[!#$%&'*+.^_`|~0-9A-Za-z-]+/y;
const QUOTED = /"((?:[^"\\]|\\.)*)"/y;
/** What some registries send unquoted although it is no token: addresses. */
const BARE_VALUE = /[^\s,"]+/y;
/**
 * parseChallenges reads every challenge of the header, as registries send it: several in one header or joined by
 * commas, in any letter case. What cannot be read ends the list; it is never guessed at.
 */
function parseChallenges(header) {
    const challenges = [];
    let at = 0;
    const take = (pattern) => {
        pattern.lastIndex = at;
        const match = pattern.exec(header);
        if (match !== null)
            at = pattern.lastIndex;
        return match ?? undefined;
    };
    const skip = (character) => {
        take(SPACE);
        if (header[at] !== character)
            return false;
        at += 1;
        return true;
    };
    while (at < header.length) {
        while (skip(',')) { }
        const name = take(TOKEN)?.[0];
        if (name === undefined)
            break;
        if (skip('=')) {
            take(SPACE);
            const value = take(QUOTED)?.[1]?.replace(/\\(.)/g, '$1') ?? take(BARE_VALUE)?.[0];
            const challenge = challenges.at(-1);
            if (value === undefined || challenge === undefined)
                break;
            // The first of two parameters of one name counts: a later one is not let overrule what was judged.
            challenge.parameters[name.toLowerCase()] ??= value;
        }
        else {
            challenges.push({ scheme: name.toLowerCase(), parameters: Object.create(null) });
        }
    }
    return challenges;
}

;// CONCATENATED MODULE: ./build/registry/realm.js

/** Token services that live on another domain than their registry, as their makers document them. */
const KNOWN_PAIRS = [
    ['registry-1.docker.io', 'auth.docker.io'],
    ['registry.gitlab.com', 'gitlab.com'],
];
/** Domains under which each customer of a registry has a host; there the token service is the registry itself. */
const SHARED_DOMAINS = [
    ...['amazonaws.com', 'amazonaws.com.cn', 'amazonaws.eu', 'on.aws', 'on.amazonwebservices.com.cn'],
    ...['azurecr.io', 'azurecr.cn', 'azurecr.us', 'jfrog.io', 'pkg.dev', 'gcr.io', 'scw.cloud', 'ocir.io', 'icr.io'],
    ...['aliyuncs.com', 'myhuaweicloud.com', 'tencentcloudcr.com', 'vultrcr.com', 'cloudsmith.io', 'github.io'],
];
/**
 * judgeRealm decides whether the address in a registry's challenge may be sent the credential for that registry: it
 * must be the registry's own origin, or over TLS its host, a known pair, a host that the user has named (`auth-hosts`),
 * or one of the same registrable domain. A registry that was taken over could otherwise have the password sent anywhere
 * (CVE-2026-33540 and its kin).
 */
async function judgeRealm(realm, { registry, authHosts }) {
    const refuse = (problem) => ({ ok: false, problem });
    if (realm === '')
        return refuse('it names none');
    const url = URL.parse(realm, registry.href);
    if (url === null)
        return refuse('it is not an address');
    if (url.username !== '' || url.password !== '')
        return refuse('it names a user');
    if (originOf(url) === originOf(registry))
        return { ok: true, url };
    if (isLoopback(registry.hostname) && isLoopback(url.hostname) && /^https?:$/.test(url.protocol)) {
        return { ok: true, url };
    }
    if (url.protocol !== 'https:')
        return refuse('it is not reached by TLS');
    if (url.hostname === registry.hostname)
        return { ok: true, url };
    if (KNOWN_PAIRS.some(([host, known]) => registry.host === host && url.host === known))
        return { ok: true, url };
    if (authHosts.includes(url.host))
        return { ok: true, url };
    if (await haveOneDomain(registry.hostname, url.hostname))
        return { ok: true, url };
    return refuse("it is neither the registry's own host nor of its domain");
}
/**
 * haveOneDomain compares registrable domains by the Public Suffix List, which has most of the suffixes under which
 * anyone gets a name. An address has no domain. The list is large and rarely needed, so it is loaded here.
 */
async function haveOneDomain(one, other) {
    const { getDomain } = await Promise.resolve(/* import() eager */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 2933, 19));
    if (SHARED_DOMAINS.some((shared) => one === shared || one.endsWith(`.${shared}`)))
        return false;
    const domain = getDomain(one, { allowPrivateDomains: true });
    return domain !== null && domain === getDomain(other, { allowPrivateDomains: true });
}

;// CONCATENATED MODULE: ./build/registry/authentication.js





/**
 * chooseScheme reads the challenge of a 401. Bearer comes before Basic; other schemes are passed over. Throws
 * REGISTRY_UNTRUSTED if the credential would have to go where it does not belong.
 */
async function chooseScheme(answer, { registry, authHosts }) {
    const challenges = parseChallenges(answer.headers['www-authenticate'] ?? '');
    const bearer = challenges.find(({ scheme }) => scheme === 'bearer');
    if (bearer !== undefined) {
        const judgement = await judgeRealm(bearer.parameters.realm ?? '', { registry, authHosts });
        if (!judgement.ok) {
            throw untrusted(`The registry ${registry.host} sends its clients to the token service "${bearer.parameters.realm}": ${judgement.problem}.`);
        }
        return { kind: 'bearer', realm: judgement.url, service: bearer.parameters.service ?? '' };
    }
    if (challenges.some(({ scheme }) => scheme === 'basic'))
        return { kind: 'basic' };
    throw new errors/* ActionError */.l('REGISTRY_ANSWER', `${registry.host} wants a login but names no way of it that we know.`, {
        hint: 'Check that "image" names a registry; one must offer Basic or Bearer authentication.',
    });
}
/**
 * basicHeader is the credential as a Basic header; only ever sent over TLS or to this machine. Throws LOGIN_FAILED for
 * a token, which has no name to go with it.
 */
function basicHeader(credential) {
    if ('password' in credential) {
        return `Basic ${Buffer.from(`${credential.username}:${credential.password.reveal()}`).toString('base64')}`;
    }
    throw new errors/* ActionError */.l('LOGIN_FAILED', 'The registry wants a name and a password, and docker has a token for it.', {
        hint: 'Give "username" and "password", or log in to this registry with them before this step.',
    });
}
/** assertPrivate is the last look before a credential leaves: TLS, or this machine. */
function assertPrivate(url) {
    if (url.protocol !== 'https:' && !isLoopback(url.hostname)) {
        throw untrusted(`${url.host} is not reached by TLS, so no credential is sent to it.`);
    }
}

;// CONCATENATED MODULE: ./build/registry/next-hop.js

/**
 * nextHop is where an answer sends us by its `Location`, for a redirect or for an upload (RFC 9110, 10.2.2). It may
 * lead to another host, but not away from TLS, and not to an address with a user in it. Throws REGISTRY_UNTRUSTED.
 */
function nextHop(from, answer) {
    const next = URL.parse(answer.headers.location ?? '', from.href);
    if (next === null)
        throw untrusted(`${from.host} redirects to something that is not an address.`);
    const isDowngrade = from.protocol === 'https:' && next.protocol !== 'https:';
    if (isDowngrade || !/^https?:$/.test(next.protocol)) {
        throw untrusted(`${from.host} redirects to ${next.protocol}//${next.host}, away from TLS.`);
    }
    if (next.username !== '' || next.password !== '') {
        throw untrusted(`${from.host} redirects to an address with a user in it.`);
    }
    return next;
}

;// CONCATENATED MODULE: ./build/registry/token.js


/** Longest answer of a token service that is read, in bytes. */
const TOKEN_LIMIT = 64 * 1024;
/** What we call ourselves where a token service wants to know its client. */
const CLIENT = 'verified-image-push';
/** How long a token lives whose service does not say, in seconds (distribution, `spec/auth/token.md`). */
const UNSAID_LIFETIME = 60;
/** No token lives longer than we believe of it, in seconds: a day. */
const LONGEST_LIFETIME = 86_400;
/**
 * fetchToken asks the judged token service for a token of the one scope: with a password by Basic authentication
 * (distribution, `spec/auth/token.md`), with an identity token as an OAuth 2 refresh (`spec/auth/oauth.md`).
 */
async function fetchToken(exchange, scheme, claim) {
    const { credential } = claim;
    // Shown as it is; how long it lives, whoever made it knows.
    if ('registryToken' in credential)
        return { text: credential.registryToken.reveal(), expiresIn: UNSAID_LIFETIME };
    const asked = requestFor(scheme, claim);
    assertPrivate(asked.url);
    const answer = await exchange(asked);
    if (answer.status !== 200)
        throw loginRefusal(asked, answer);
    const token = readToken(answer);
    if (token === undefined)
        throw refusal(asked, answer);
    return token;
}
function requestFor({ realm, service }, { credential, scope }) {
    const asked = { ...(service === '' ? {} : { service }), scope };
    if ('identityToken' in credential) {
        const refresh = {
            grant_type: 'refresh_token',
            refresh_token: credential.identityToken.reveal(),
            client_id: CLIENT,
        };
        const body = new TextEncoder().encode(new URLSearchParams({ ...asked, ...refresh }).toString());
        const headers = { 'content-type': 'application/x-www-form-urlencoded' };
        return { method: 'POST', url: new URL(realm), headers, body, limit: TOKEN_LIMIT };
    }
    const url = new URL(realm);
    for (const [name, value] of Object.entries(asked))
        url.searchParams.set(name, value);
    if ('password' in credential)
        url.searchParams.set('account', credential.username);
    return { method: 'GET', url, headers: { authorization: basicHeader(credential) }, limit: TOKEN_LIMIT };
}
function readToken(answer) {
    try {
        const said = JSON.parse(new TextDecoder().decode(answer.body));
        const text = typeof said.token === 'string' && said.token !== '' ? said.token : said.access_token;
        // A header takes visible ASCII only; anything else could smuggle a header of its own.
        if (typeof text !== 'string' || !/^[\x21-\x7e]+$/.test(text))
            return undefined;
        const lifetime = Number(said.expires_in);
        const expiresIn = lifetime > 0 ? Math.min(lifetime, LONGEST_LIFETIME) : UNSAID_LIFETIME;
        return { text, expiresIn };
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./build/registry/transience.js


const TRANSIENT_CODES = ['TOOMANYREQUESTS', 'UNAVAILABLE'];
/** transienceOf judges an answer by its status and, where its body was read, by the error codes in it. */
function transienceOf(head, read, date) {
    const isBusy = head.status >= 400 && hasBody(read) && ociErrors(read).some(({ code }) => TRANSIENT_CODES.includes(code));
    return (0,transience/* transienceOfAnswer */.Ah)(head, date, isBusy);
}
function hasBody(read) {
    return typeof read === 'object' && read !== null && 'body' in read && read.body instanceof Uint8Array;
}

;// CONCATENATED MODULE: ./build/registry/session.js









const REDIRECTS = [301, 302, 303, 307, 308];
const MOST_REDIRECTS = 10;
/**
 * Session signs requests in, follows redirects, and tries again what may go well later. The credential, and every
 * token made of it, goes to the registry's own origin only, and never again in a chain of redirects that has left it.
 */
class Session {
    #options;
    #persistence;
    #scheme;
    #authorization;
    constructor(options) {
        this.#options = options;
        this.#persistence = new persistence/* Persistence */.y(options.clock, options.signal);
    }
    get registry() {
        return this.#options.account.registry;
    }
    /** signIn learns what the registry wants and proves the credential with it. */
    async signIn() {
        const scheme = await this.#learnScheme();
        if (scheme.kind === 'none')
            return;
        const authorization = await this.#authorize(scheme);
        if (scheme.kind !== 'basic')
            return;
        const ping = pingOf(this.registry);
        const proof = await this.#exchange({ ...ping, headers: { authorization } });
        if (proof.status !== 200)
            throw loginRefusal(ping, proof);
    }
    /** newToken fetches a token to be used by others; undefined where the registry takes none. */
    async newToken() {
        const scheme = await this.#learnScheme();
        return scheme.kind === 'bearer' ? this.#fetchToken(scheme) : undefined;
    }
    /** send makes a request and reads the whole answer, whatever its status. */
    async send(request) {
        return this.#persist(this.asked(request), () => this.#open(request), http/* readAnswer */.JN);
    }
    /** sendOnce is `send` for what has another way if it fails: nothing is tried again. */
    async sendOnce(request) {
        return (await this.attempt(request)).result();
    }
    /** leave sends what nobody waits for: once, with the login there is. */
    async leave(request) {
        const scheme = await this.#learnScheme();
        const shown = scheme.kind === 'none' ? undefined : await this.#authorize(scheme);
        await (0,http/* readAnswer */.JN)((await this.#follow(request, shown)).answer);
    }
    /** attempt is one try of `send`, for `persist`. */
    async attempt(request) {
        return this.#attempt(this.asked(request), () => this.#open(request), http/* readAnswer */.JN);
    }
    /** persist tries what takes several requests again from its beginning, by the rules for single ones. */
    async persist(attempt, signal) {
        return this.#persistence.persist(this.registry.host, attempt, signal);
    }
    /** read is `send` for a body that is not kept: `read` takes it from its beginning, once more after each failure. */
    async read(request, read) {
        return this.#persist(this.asked(request), () => this.#open(request), read);
    }
    /** asked is a request as errors tell of it. */
    asked({ path, method }) {
        return { method, url: new URL(path, this.registry) };
    }
    /** One request as it is, to the registry or its token service. */
    async #exchange(request) {
        return this.#persist(request, () => this.#options.network.open(request), http/* readAnswer */.JN);
    }
    #persist(asked, open, read) {
        return this.#persistence.persist(asked.url.host, () => this.#attempt(asked, open, read));
    }
    async #attempt(asked, open, read) {
        try {
            const stream = await open();
            const value = await read(stream);
            return { result: () => value, transience: transienceOf(stream, value, this.#options.clock.date()) };
        }
        catch (thrown) {
            return { result: () => fail(noAnswer(asked, thrown)), transience: (0,transience/* transienceOfError */.ML)(thrown) };
        }
    }
    #learnScheme() {
        this.#scheme ??= (async () => {
            const ping = pingOf(this.registry);
            const answer = this.#greeted() ?? (await this.#exchange(ping));
            if (answer.status === 200)
                return { kind: 'none' };
            if (answer.status !== 401)
                throw refusal(ping, answer);
            return chooseScheme(answer, this.#options.account);
        })();
        return this.#scheme;
    }
    /** What was answered to the ping before there was a session, if that says how to sign in. */
    #greeted() {
        const { greeting } = this.#options;
        return greeting?.status === 200 || greeting?.status === 401 ? greeting : undefined;
    }
    /** A token of the one scope, masked before anyone has it. */
    async #fetchToken(scheme) {
        const { account, mask } = this.#options;
        const claim = { credential: await account.credential(), scope: account.scope };
        const token = await fetchToken((request) => this.#exchange(request), scheme, claim);
        mask(token.text);
        return token;
    }
    /** The header that shows who we are; requests that need a token at once share it. */
    #authorize(scheme) {
        if (scheme.kind === 'basic')
            return this.#options.account.credential().then(basicHeader);
        this.#authorization ??= this.#fetchToken(scheme).then(({ text }) => `Bearer ${text}`);
        return this.#authorization;
    }
    /** Signs in once more if the registry no longer takes what we showed it: a token may have run out. */
    async #open(request) {
        const scheme = await this.#learnScheme();
        const shown = scheme.kind === 'none' ? undefined : this.#authorize(scheme);
        const first = await this.#follow(request, await shown);
        // What another host wants to see, to which we were sent, is not its to ask.
        if (first.answer.status !== 401 || first.isElsewhere || scheme.kind === 'basic')
            return first.answer;
        const refused = await (0,http/* readAnswer */.JN)(first.answer);
        // A registry that let the ping pass may still want a login for this.
        if (scheme.kind === 'none')
            this.#scheme = chooseScheme(refused, this.#options.account);
        else if (this.#authorization === shown)
            this.#authorization = undefined;
        const now = await this.#learnScheme();
        return (await this.#follow(request, now.kind === 'none' ? undefined : await this.#authorize(now))).answer;
    }
    async #follow({ path, ...request }, authorization) {
        let url = new URL(path, this.registry);
        let hasLeft = originOf(url) !== originOf(this.registry);
        for (let hops = 0; hops <= MOST_REDIRECTS; hops++) {
            const isSigned = authorization !== undefined && !hasLeft;
            if (isSigned)
                assertPrivate(url);
            const headers = isSigned ? { ...request.headers, authorization } : request.headers;
            const answer = await this.#options.network.open({ ...request, url, headers });
            this.#options.onHead(answer);
            if (!REDIRECTS.includes(answer.status))
                return { answer, isElsewhere: hasLeft };
            answer.cancel();
            const next = nextHop(url, answer);
            if (request.method !== 'GET' && request.method !== 'HEAD') {
                throw untrusted(`${request.method} ${path} was redirected to ${next.host}; what is written goes to the registry only.`);
            }
            hasLeft ||= originOf(next) !== originOf(this.registry);
            url = next;
        }
        throw untrusted(`${path} was redirected more than ${MOST_REDIRECTS} times.`);
    }
}
function fail(error) {
    throw error;
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __nccwpck_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
;// CONCATENATED MODULE: external "node:tls"
const external_node_tls_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:tls");
;// CONCATENATED MODULE: ./build/registry/trust.js





const trust_CERTIFICATE = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g;
/** Where engines look for a registry's own CA; we trust what the engine on this machine trusts. */
const ENGINE_CERTIFICATES = '/etc/docker/certs.d';
/**
 * trustFor collects the certificates to trust for one registry: those of Node (with `NODE_EXTRA_CA_CERTS`), the
 * system's, the engine's for this host and port, and those of `ca-file`. Throws INPUT_INVALID if that is no bundle.
 */
async function trust_trustFor(host, caFile) {
    const own = caFile === undefined ? [] : await readBundle(caFile);
    const ca = [...(0,external_node_tls_namespaceObject.getCACertificates)('default'), ...(0,external_node_tls_namespaceObject.getCACertificates)('system'), ...(await engineBundle(host)), ...own];
    return (0,external_node_tls_namespaceObject.createSecureContext)({ ca: [...new Set(ca)] });
}
async function readBundle(path) {
    const invalid = (problem, cause) => new errors/* ActionError */.l('INPUT_INVALID', `ca-file: ${path} ${problem}.`, {
        hint: 'Give the path of a PEM file that an earlier step has written, for example "ca-file: certs/registry-ca.pem".',
        cause,
    });
    const text = await (0,promises_.readFile)(path, 'utf8').catch((cause) => {
        throw invalid('could not be read', cause);
    });
    const certificates = text.match(trust_CERTIFICATE) ?? [];
    if (certificates.length === 0)
        throw invalid('holds no certificate in PEM form');
    try {
        for (const certificate of certificates)
            new external_node_crypto_.X509Certificate(certificate);
    }
    catch (cause) {
        throw invalid('holds a certificate that cannot be read', cause);
    }
    return certificates;
}
/** Most machines have no such folder, and a certificate there that we may not read is the engine's business. */
async function engineBundle(host) {
    const folder = (0,external_node_path_.join)(ENGINE_CERTIFICATES, host);
    const names = await (0,promises_.readdir)(folder).catch(() => []);
    const texts = names
        .filter((name) => name.endsWith('.crt'))
        .map((name) => (0,promises_.readFile)((0,external_node_path_.join)(folder, name), 'utf8').catch(() => ''));
    return (await Promise.all(texts)).flatMap((text) => text.match(trust_CERTIFICATE) ?? []);
}

// EXTERNAL MODULE: ./build/retry.js
var retry = __nccwpck_require__(2238);
;// CONCATENATED MODULE: ./build/registry/hashed-stream.js

/** HashedStream passes bytes on and hashes them on the way, from the beginning each time that they are asked for. */
class HashedStream {
    #open;
    #hash = (0,external_node_crypto_.createHash)('sha256');
    #size = 0;
    constructor(open) {
        this.#open = open;
    }
    open = () => this.#read();
    /** content tells what the bytes were, once they have all gone by. */
    content() {
        return { digest: `sha256:${this.#hash.digest('hex')}`, size: this.#size };
    }
    async *#read() {
        this.#hash = (0,external_node_crypto_.createHash)('sha256');
        this.#size = 0;
        for await (const piece of this.#open()) {
            this.#hash.update(piece);
            this.#size += piece.byteLength;
            yield piece;
        }
    }
}

;// CONCATENATED MODULE: ./build/registry/upload-session.js




/** Most of an answer to an upload that is read, in bytes; those that went well have no body to speak of. */
const ANSWER_LIMIT = 64 * 1024;
/** How long giving a session back may take, in milliseconds: after a cancellation there is little time. */
const CLOSING = 2_000;
const OCTETS = { 'content-type': 'application/octet-stream' };
/** Why one try of an upload came to nothing: the error to end with, and whether another try may go well. */
class Setback extends Error {
    name = 'Setback';
    transience;
    /** Undefined if there was no answer. */
    answer;
    constructor(cause, transience, answer) {
        super('the upload came to nothing', { cause });
        this.transience = transience;
        this.answer = answer;
    }
}
/**
 * UploadSession is one upload from its POST to its last PUT (distribution-spec, "Pushing a blob monolithically" and
 * "in chunks"). Whatever is left open is given back when it is disposed of. Every method throws a Setback.
 */
class UploadSession {
    #session;
    #signal;
    /** Undefined when there is nothing to give back. */
    #location;
    constructor(session, signal, location) {
        this.#session = session;
        this.#signal = signal;
        this.#location = location;
    }
    /** open begins an upload, or mounts the blob where that is asked for and works. */
    static async open(access, signal, mount) {
        const session = await access.session();
        const path = `${access.base}/blobs/uploads/`;
        const post = { method: 'POST', path, headers: {}, limit: ANSWER_LIMIT, signal };
        const answer = (mount && (await tryMount(session, { ...post, path: `${path}${queryOf(mount)}` }))) ??
            (await ask(session, post, [202]));
        return new UploadSession(session, signal, answer.status === 201 ? undefined : locationOf(session, post, answer));
    }
    /** Whether the registry has the blob now, and nothing is left to do. */
    get isMounted() {
        return this.#location === undefined;
    }
    /** patch appends the whole body, however long it is. */
    async patch(body) {
        const request = this.#request('PATCH', this.#at(), body);
        // The specification wants 202; Amazon's registry says 201, and some say 204.
        const answer = await ask(this.#session, request, [201, 202, 204]);
        if (answer.headers.location !== undefined)
            this.#location = locationOf(this.#session, request, answer);
    }
    /** put ends the upload: with the whole blob in it, or after it. */
    async put(digest, body) {
        await ask(this.#session, this.#request('PUT', withDigest(this.#at(), digest), body), [200, 201, 202, 204]);
        this.#location = undefined;
    }
    /** A session that was left open takes room on the registry until it is swept up; not everyone may give it back. */
    async [Symbol.asyncDispose]() {
        if (this.#location === undefined)
            return;
        const request = { ...this.#request('DELETE', this.#location.href), signal: AbortSignal.timeout(CLOSING) };
        await this.#session.leave(request).catch(() => undefined);
    }
    #at() {
        return this.#location?.href ?? '';
    }
    #request(method, path, body) {
        const content = body === undefined ? { headers: {} } : { headers: OCTETS, body };
        return { method, path, ...content, limit: ANSWER_LIMIT, signal: this.#signal };
    }
}
/** Registries that cannot mount open an ordinary upload; those that refuse are asked for one. */
async function tryMount(session, request) {
    try {
        return await ask(session, request, [201, 202]);
    }
    catch (error) {
        if (error instanceof Setback && error.answer !== undefined && error.transience.kind === 'final')
            return undefined;
        throw error;
    }
}
function queryOf({ from, blob }) {
    return `?mount=${encodeURIComponent(blob.digest)}&from=${encodeURIComponent(from)}`;
}
/** One request of an upload; what it was answered must be among what it accepts. */
async function ask(session, request, accepts) {
    const { result, transience } = await session.attempt(request);
    let answer;
    try {
        answer = result();
    }
    catch (error) {
        throw new Setback(error, transience);
    }
    if (accepts.includes(answer.status))
        return answer;
    const error = refusal(session.asked(request), answer);
    throw new Setback(error, isLost(answer) ? { kind: 'transient' } : transience, answer);
}
/** The registry no longer knows the upload, or something has changed its bytes: it can be begun anew. */
function isLost(answer) {
    const codes = ociErrors(answer).map(({ code }) => code);
    return answer.status === 416 || codes.includes('BLOB_UPLOAD_UNKNOWN') || codes.includes('DIGEST_INVALID');
}
/** Answers of registries that take no blob in one PUT. */
const OTHER_WAY = ['BLOB_UPLOAD_INVALID', 'UNSUPPORTED', 'SIZE_INVALID'];
/** isOfItsWay tells whether a PUT was refused for what it is, and another way may be taken. */
function isOfItsWay(error) {
    const answer = error instanceof Setback ? error.answer : undefined;
    if (answer === undefined)
        return false;
    const codes = ociErrors(answer).map(({ code }) => code);
    const isRefusal = answer.status === 400 && codes.some((code) => OTHER_WAY.includes(code));
    return isRefusal || [405, 411, 415, 501].includes(answer.status);
}
/**
 * The address that an upload goes on at. A registry behind a proxy may not know that it is reached by TLS; its own name
 * is then enough, and the connection stays what it was. Anything else follows the rules for redirects.
 */
function locationOf(session, request, answer) {
    const { url } = session.asked(request);
    const location = answer.headers.location ?? '';
    if (location === '') {
        const error = new errors/* ActionError */.l('REGISTRY_ANSWER', `${url.host} opened an upload, but does not say where.`, {
            hint: 'Look at what stands before the registry: its answers lose their header "Location".',
        });
        throw new Setback(error, retry/* FINAL */.XU);
    }
    const named = URL.parse(location, url.href);
    const isOwn = named?.hostname === url.hostname && named.protocol === 'http:' && url.protocol === 'https:';
    const next = isOwn ? `${url.origin}${named.pathname}${named.search}` : location;
    try {
        return nextHop(url, { ...answer, headers: { ...answer.headers, location: next } });
    }
    catch (error) {
        throw new Setback(error, retry/* FINAL */.XU);
    }
}
/** The query of a Location belongs to the registry, and may be signed: it goes back as it came. */
function withDigest(location, digest) {
    return `${location}${location.includes('?') ? '&' : '?'}digest=${encodeURIComponent(digest)}`;
}

;// CONCATENATED MODULE: ./build/registry/uploads.js
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
 * uploadsAt uploads blobs (distribution-spec, "Pushing Blobs"): in one request where the registry takes that, which is
 * authorised at its beginning and needs the fewest round trips; otherwise streamed in one PATCH, as docker does it.
 */
function uploadsAt(access, { hasBlob }) {
    /** How uploads go here, as far as it was found out. */
    let way = 'PUT';
    const uploadOnce = async (blob, upload) => {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            const { open, from, until } = upload;
            const body = { length: blob.size, open };
            const first = __addDisposableResource(env_1, await UploadSession.open(access, until, from === undefined ? undefined : { from, blob }), true);
            if (first.isMounted)
                return 'mounted';
            if (way === 'PATCH')
                return await stream(first, body, blob.digest);
            try {
                await first.put(blob.digest, body);
                return 'uploaded';
            }
            catch (error) {
                if (!isOfItsWay(error))
                    throw error;
            }
            const second = __addDisposableResource(env_1, await UploadSession.open(access, until), true);
            await stream(second, body, blob.digest);
            way = 'PATCH';
            return 'uploaded';
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
    };
    return {
        uploadBlob: (blob, { signal, ...upload }) => {
            const until = AbortSignal.any([access.signal, signal]);
            let isAgain = false;
            return again(access, until, async () => {
                // The answer to the last try may have been lost on the way.
                if (isAgain && (await hasBlob(blob)))
                    return 'uploaded';
                isAgain = true;
                return uploadOnce(blob, { ...upload, until });
            });
        },
        uploadStream: ({ open, signal }) => {
            const until = AbortSignal.any([access.signal, signal]);
            return again(access, until, async () => {
                const env_2 = { stack: [], error: void 0, hasError: false };
                try {
                    const session = __addDisposableResource(env_2, await UploadSession.open(access, until), true);
                    const hashed = new HashedStream(open);
                    await session.patch({ length: undefined, open: hashed.open });
                    const content = hashed.content();
                    await session.put(content.digest);
                    return content;
                }
                catch (e_2) {
                    env_2.error = e_2;
                    env_2.hasError = true;
                }
                finally {
                    const result_2 = __disposeResources(env_2);
                    if (result_2)
                        await result_2;
                }
            });
        },
    };
}
async function stream(session, body, digest) {
    await session.patch(body);
    await session.put(digest);
    return 'uploaded';
}
/** again repeats an upload from its beginning as long as that may help. */
async function again({ session }, until, upload) {
    const attempt = async () => {
        try {
            const value = await upload();
            return { result: () => value, transience: retry/* FINAL */.XU };
        }
        catch (error) {
            if (!(error instanceof Setback))
                throw error;
            return { result: () => uploads_fail(error.cause), transience: error.transience };
        }
    };
    return (await session()).persist(attempt, until);
}
function uploads_fail(error) {
    throw error;
}

;// CONCATENATED MODULE: ./build/registry/warnings.js

/** The longest warning that the specification allows, in characters. */
const LONGEST = 4096;
/** warningsOf reads the texts of `Warning: 299 - "text"` headers (distribution-spec, "Warnings"; RFC 9110, 5.6.4). */
function warningsOf({ headers }) {
    const header = headers.warning ?? '';
    return [...header.matchAll(/299 - "((?:[^"\\]|\\.){1,4096})"/g)].map(([, text = '']) => (0,build_text/* printableLine */.o)(text.replace(/\\(.)/g, '$1')).slice(0, LONGEST));
}

;// CONCATENATED MODULE: ./build/registry/distribution-registry.js











/** distributionRegistry opens registries that speak the distribution specification (1.0 and 1.1). */
function distributionRegistry({ signal, mask, onWarning, clock = http_clock/* systemClock */.m, timer = http_clock/* systemTimer */.t, trustFor = trust_trustFor, }) {
    return async ({ repository, credential, caFile, authHosts }) => {
        const host = apiHost(repository.registry);
        const trust = await trustFor(host, caFile);
        const scope = `repository:${repository.path}:pull,push`;
        const seen = new Set();
        const onHead = (head) => {
            for (const text of warningsOf(head)) {
                if (!seen.has(text))
                    onWarning(text);
                seen.add(text);
            }
        };
        let opened;
        const open = () => {
            opened ??= addressOf(host, { trust, signal, timer }).then(({ registry, greeting }) => {
                const network = new Network(registry, { trust, signal, timer });
                const account = { registry, credential, scope, authHosts };
                return { network, session: new Session({ network, account, greeting, clock, signal, mask, onHead }) };
            });
            return opened;
        };
        const access = {
            name: (0,reference/* repositoryName */.aR)(repository),
            base: `/v2/${repository.path}`,
            session: async () => (await open()).session,
            clock,
            signal,
        };
        const blobs = blobsAt(access);
        return {
            authenticate: async () => (await open()).session.signIn(),
            ...manifestsAt(access),
            ...blobs,
            ...uploadsAt(access, blobs),
            close: () => 
            // What could not be opened has nothing to close, and has said so to whoever opened it.
            void opened?.then(({ network }) => network.close(), () => undefined),
        };
    };
}


/***/ }),

/***/ 2238:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   GB: () => (/* binding */ pauseBefore),
/* harmony export */   XU: () => (/* binding */ FINAL),
/* harmony export */   mu: () => (/* binding */ parseRetryAfter)
/* harmony export */ });
/* unused harmony export RETRY */
const FINAL = { kind: 'final' };
/** How often, and for how long, in milliseconds. */
const RETRY = { attempts: 6, first: 500, longest: 30_000, longestAsked: 120_000, budget: 240_000 };
/**
 * pauseBefore tells how long to wait before the next attempt, in milliseconds, or undefined if there is to be none:
 * 0.5 s, doubled each time up to 30 s, give or take a fifth (`random` is from 0 to 1), or what the other side asked
 * for. A wait that would outlast the budget is not begun.
 */
function pauseBefore(what, { failed, spent }, random) {
    if (what.kind === 'final' || failed >= RETRY.attempts)
        return undefined;
    const doubled = Math.min(RETRY.first * 2 ** (failed - 1), RETRY.longest) * (0.8 + 0.4 * random);
    const pause = Math.max(what.retryAfter ?? 0, doubled);
    if ((what.retryAfter ?? 0) > RETRY.longestAsked || spent + pause > RETRY.budget)
        return undefined;
    return pause;
}
/**
 * parseRetryAfter reads a `Retry-After` header (RFC 9110, 10.2.3): seconds, or a date in the form of HTTP. What is
 * neither, or lies in the past, asks for nothing.
 */
function parseRetryAfter(header, now) {
    const text = header?.trim() ?? '';
    if (/^[0-9]{1,9}$/.test(text))
        return Number(text) * 1000;
    if (!/^[A-Z][a-z]{2}, [0-9]{2} [A-Z][a-z]{2} [0-9]{4} [0-9:]{8} GMT$/.test(text))
        return undefined;
    const wait = Date.parse(text) - now;
    return wait > 0 ? wait : undefined;
}


/***/ }),

/***/ 3411:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  O: () => (/* binding */ githubRunner)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
// EXTERNAL MODULE: ./build/secret.js
var secret = __nccwpck_require__(3558);
// EXTERNAL MODULE: ./build/text.js
var build_text = __nccwpck_require__(8533);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(7598);
;// CONCATENATED MODULE: ./build/runner/commands.js

/**
 * workflowCommand writes a command to the runner (docs.github.com, "Workflow commands"; actions/runner,
 * `ActionCommand.cs`): `::name key=value,…::data`, with what would end a part of it escaped.
 */
function workflowCommand(name, data, properties = {}) {
    const pairs = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(value)}`);
    return `::${name}${pairs.length > 0 ? ` ${pairs.join(',')}` : ''}::${escapeData(data)}\n`;
}
/** fileCommand writes an entry of a command file such as `GITHUB_OUTPUT`; the delimiter cannot be guessed. */
function fileCommand(name, value) {
    const delimiter = `delimiter_${(0,external_node_crypto_.randomUUID)()}`;
    return `${name}<<${delimiter}\n${value}\n${delimiter}\n`;
}
function escapeData(text) {
    return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}
function escapeProperty(text) {
    return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

;// CONCATENATED MODULE: ./build/runner/github-runner.js




/**
 * githubRunner is the runner of GitHub Actions: environment variables, command files, and commands on stdout. It is
 * written here rather than taken from `@actions/core`, which loads an HTTP client of a megabyte beside our secrets
 * and takes longer to start than everything else together.
 */
const githubRunner = {
    input,
    secretInput: (name) => new secret/* Secret */.zh(input(name)),
    context,
    mask: (text) => {
        masked.add(text);
        command('add-mask', text);
    },
    redacted: (text) => {
        const longestFirst = [...masked].sort((one, other) => other.length - one.length);
        return longestFirst.reduce((clean, secret) => clean.replaceAll(secret, '***'), text);
    },
    info: (text) => print(`${(0,build_text/* printable */.g)(text)}\n`),
    debug: (text) => command('debug', (0,build_text/* printable */.g)(text)),
    notice: (title, text) => annotate('notice', title, text),
    warning: (title, text) => annotate('warning', title, text),
    error: (title, text) => annotate('error', title, text),
    group: async (name, work) => {
        command('group', (0,build_text/* printableLine */.o)(name));
        try {
            return await work();
        }
        finally {
            command('endgroup', '');
        }
    },
    setOutputs: (values) => {
        const entries = Object.entries(values).map(([name, value]) => fileCommand(name, value));
        append(process.env.GITHUB_OUTPUT, entries.join(''));
    },
    declareImage: (image) => append(process.env.GITHUB_ARTIFACTS, `oci://${image}\n`),
    summary: (markdown) => append(process.env.GITHUB_STEP_SUMMARY, markdown),
    saveState: (name, value) => append(process.env.GITHUB_STATE, fileCommand(name, value)),
    state: (name) => process.env[`STATE_${name}`] ?? '',
};
/** What was masked in this process. */
const masked = new Set();
/** The runner upper-cases the name and turns blanks into underscores; hyphens stay. Nothing is trimmed here. */
function input(name) {
    return process.env[`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`] ?? '';
}
function annotate(kind, title, text) {
    print(workflowCommand(kind, (0,build_text/* printable */.g)(text), { title: (0,build_text/* printableLine */.o)(title) }));
}
function command(name, data) {
    print(workflowCommand(name, data));
}
function print(text) {
    process.stdout.write(text);
}
/**
 * Outside a runner (a run by hand) there are no command files, and nobody to read them. A disk that fills half-way
 * leaves the beginning of the text in the file, and the runner would take that for all of it: it is taken back.
 */
function append(path, text) {
    if (!path)
        return;
    const before = (0,external_node_fs_.statSync)(path, { throwIfNoEntry: false })?.size ?? 0;
    try {
        (0,external_node_fs_.appendFileSync)(path, text);
    }
    catch (error) {
        (0,external_node_fs_.truncateSync)(path, before);
        throw error;
    }
}
function context() {
    const { GITHUB_EVENT_NAME, GITHUB_REF, GITHUB_SHA, GITHUB_REPOSITORY_ID, GITHUB_EVENT_PATH } = process.env;
    return {
        eventName: GITHUB_EVENT_NAME ?? '',
        ref: GITHUB_REF ?? '',
        sha: GITHUB_SHA ?? '',
        repositoryId: GITHUB_REPOSITORY_ID ?? '',
        payload: readPayload(GITHUB_EVENT_PATH),
    };
}
/** A payload that cannot be read is undefined: the gate closes on it, with a reason, so nothing is thrown here. */
function readPayload(path) {
    try {
        return path ? JSON.parse((0,external_node_fs_.readFileSync)(path, 'utf8')) : undefined;
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 8872:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ startLifetime)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7421);

/** startLifetime listens to the signals with which the runner cancels a step (SIGINT, then SIGTERM). */
function startLifetime() {
    const controller = new AbortController();
    let timer;
    const cancel = () => controller.abort(new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .l('CANCELLED', 'The run was cancelled.', {
        hint: 'Run the job again; what had been pushed by then is found there and not pushed twice.',
    }));
    process.on('SIGINT', cancel);
    process.on('SIGTERM', cancel);
    return {
        signal: controller.signal,
        limit: (minutes) => {
            timer = setTimeout(() => controller.abort(timedOut(minutes)), minutes * 60_000);
        },
        end: () => {
            clearTimeout(timer);
            process.off('SIGINT', cancel);
            process.off('SIGTERM', cancel);
        },
    };
}
function timedOut(minutes) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .l('TIMEOUT', `The step was not finished after ${minutes} minutes.`, {
        hint: 'Look for what was slow in the log above; raise "timeout" if the image needs longer.',
    });
}


/***/ }),

/***/ 3558:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $e: () => (/* binding */ maskedForms),
/* harmony export */   Pl: () => (/* binding */ goJson),
/* harmony export */   zh: () => (/* binding */ Secret)
/* harmony export */ });
/**
 * Secret is a string that prints as `***` wherever it is put by mistake: in a template, in JSON, in an inspected
 * object. Its value comes out by `reveal()` only, so every place that uses it can be found by that name.
 */
class Secret {
    #value;
    constructor(value) {
        this.#value = value;
    }
    /** reveal returns the value. Call it only where the value leaves for its own registry. */
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
 * maskedForms lists every form in which a tool may print the password of a login, to be masked before the password
 * is first used: as it is, trimmed, each of its lines, URL-encoded, as a JSON string, and in base64 and base64url by
 * itself, as `user:password` (a Basic header, a docker configuration) and as the engine's `X-Registry-Auth`.
 */
function maskedForms({ username, password, servers }) {
    const value = password.reveal();
    // The runner masks line by line. A line such as "{" is no secret, and would take every output with it that has one.
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
/** goJson is JSON as Go writes it, which keeps its text harmless inside HTML. */
function goJson(value) {
    const escaped = (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
    return JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, escaped);
}


/***/ }),

/***/ 8533:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ printable),
/* harmony export */   o: () => (/* binding */ printableLine)
/* harmony export */ });
/** How much of one text from outside is printed; the rest is cut off and said to be. */
const LONGEST_TEXT = 8192;
/** Control and format characters (escape sequences, marks that reorder or hide text) but tab and line feed. */
const UNPRINTABLE = /(?![\t\n])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;
/** What the runner reads as a command: `::name::` at the start of a line, `##[name]` anywhere in it. */
const COMMAND = /^(\s*:)(?=:)|(#)(?=#\[)/gm;
/**
 * printable makes text from a registry, an engine, a file or an event safe to log: characters that steer a terminal
 * or reorder text are dropped, and a workflow command is broken up by a word joiner after its first character. Line
 * feeds stay: the caller decides what a line is.
 */
function printable(text) {
    const cut = text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT)} … (cut)` : text;
    return cut.replace(/\r\n?/g, '\n').replace(UNPRINTABLE, '').replace(COMMAND, '$1$2\u2060');
}
/** printableLine is `printable` on one line, for annotations, table cells and the middle of a sentence. */
function printableLine(text) {
    return printable(text)
        .replace(/\s*\n\s*/g, ' ')
        .trim();
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
/************************************************************************/
/******/ 
/******/ // startup
/******/ // Load entry module and return exports
/******/ // This entry module used 'module' so it can't be inlined
/******/ var __webpack_exports__ = __nccwpck_require__(3603);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
