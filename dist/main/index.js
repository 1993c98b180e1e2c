import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 7163:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const debug = __nccwpck_require__(1159)
const { MAX_LENGTH, MAX_SAFE_INTEGER } = __nccwpck_require__(5101)
const { safeRe: re, t } = __nccwpck_require__(5471)

const parseOptions = __nccwpck_require__(356)
const { compareIdentifiers } = __nccwpck_require__(3348)

const isPrereleaseIdentifier = (prerelease, identifier) => {
  const identifiers = identifier.split('.')
  if (identifiers.length > prerelease.length) {
    return false
  }

  for (let i = 0; i < identifiers.length; i++) {
    if (compareIdentifiers(prerelease[i], identifiers[i]) !== 0) {
      return false
    }
  }

  return true
}

class SemVer {
  constructor (version, options) {
    options = parseOptions(options)

    if (version instanceof SemVer) {
      if (version.loose === !!options.loose &&
        version.includePrerelease === !!options.includePrerelease) {
        return version
      } else {
        version = version.version
      }
    } else if (typeof version !== 'string') {
      throw new TypeError(`Invalid version. Must be a string. Got type "${typeof version}".`)
    }

    if (version.length > MAX_LENGTH) {
      throw new TypeError(
        `version is longer than ${MAX_LENGTH} characters`
      )
    }

    debug('SemVer', version, options)
    this.options = options
    this.loose = !!options.loose
    // this isn't actually relevant for versions, but keep it so that we
    // don't run into trouble passing this.options around.
    this.includePrerelease = !!options.includePrerelease

    const m = version.trim().match(options.loose ? re[t.LOOSE] : re[t.FULL])

    if (!m) {
      throw new TypeError(`Invalid Version: ${version}`)
    }

    this.raw = version

    // these are actually numbers
    this.major = +m[1]
    this.minor = +m[2]
    this.patch = +m[3]

    if (this.major > MAX_SAFE_INTEGER || this.major < 0) {
      throw new TypeError('Invalid major version')
    }

    if (this.minor > MAX_SAFE_INTEGER || this.minor < 0) {
      throw new TypeError('Invalid minor version')
    }

    if (this.patch > MAX_SAFE_INTEGER || this.patch < 0) {
      throw new TypeError('Invalid patch version')
    }

    // numberify any prerelease numeric ids
    if (!m[4]) {
      this.prerelease = []
    } else {
      this.prerelease = m[4].split('.').map((id) => {
        if (/^[0-9]+$/.test(id)) {
          const num = +id
          if (num >= 0 && num < MAX_SAFE_INTEGER) {
            return num
          }
        }
        return id
      })
    }

    this.build = m[5] ? m[5].split('.') : []
    this.format()
  }

  format () {
    this.version = `${this.major}.${this.minor}.${this.patch}`
    if (this.prerelease.length) {
      this.version += `-${this.prerelease.join('.')}`
    }
    return this.version
  }

  toString () {
    return this.version
  }

  compare (other) {
    debug('SemVer.compare', this.version, this.options, other)
    if (!(other instanceof SemVer)) {
      if (typeof other === 'string' && other === this.version) {
        return 0
      }
      other = new SemVer(other, this.options)
    }

    if (other.version === this.version) {
      return 0
    }

    return this.compareMain(other) || this.comparePre(other)
  }

  compareMain (other) {
    if (!(other instanceof SemVer)) {
      other = new SemVer(other, this.options)
    }

    if (this.major < other.major) {
      return -1
    }
    if (this.major > other.major) {
      return 1
    }
    if (this.minor < other.minor) {
      return -1
    }
    if (this.minor > other.minor) {
      return 1
    }
    if (this.patch < other.patch) {
      return -1
    }
    if (this.patch > other.patch) {
      return 1
    }
    return 0
  }

  comparePre (other) {
    if (!(other instanceof SemVer)) {
      other = new SemVer(other, this.options)
    }

    // NOT having a prerelease is > having one
    if (this.prerelease.length && !other.prerelease.length) {
      return -1
    } else if (!this.prerelease.length && other.prerelease.length) {
      return 1
    } else if (!this.prerelease.length && !other.prerelease.length) {
      return 0
    }

    let i = 0
    do {
      const a = this.prerelease[i]
      const b = other.prerelease[i]
      debug('prerelease compare', i, a, b)
      if (a === undefined && b === undefined) {
        return 0
      } else if (b === undefined) {
        return 1
      } else if (a === undefined) {
        return -1
      } else if (a === b) {
        continue
      } else {
        return compareIdentifiers(a, b)
      }
    } while (++i)
  }

  compareBuild (other) {
    if (!(other instanceof SemVer)) {
      other = new SemVer(other, this.options)
    }

    let i = 0
    do {
      const a = this.build[i]
      const b = other.build[i]
      debug('build compare', i, a, b)
      if (a === undefined && b === undefined) {
        return 0
      } else if (b === undefined) {
        return 1
      } else if (a === undefined) {
        return -1
      } else if (a === b) {
        continue
      } else {
        return compareIdentifiers(a, b)
      }
    } while (++i)
  }

  // preminor will bump the version up to the next minor release, and immediately
  // down to pre-release. premajor and prepatch work the same way.
  inc (release, identifier, identifierBase) {
    if (release.startsWith('pre')) {
      if (!identifier && identifierBase === false) {
        throw new Error('invalid increment argument: identifier is empty')
      }
      // Avoid an invalid semver results
      if (identifier) {
        const match = `-${identifier}`.match(this.options.loose ? re[t.PRERELEASELOOSE] : re[t.PRERELEASE])
        if (!match || match[1] !== identifier) {
          throw new Error(`invalid identifier: ${identifier}`)
        }
      }
    }

    switch (release) {
      case 'premajor':
        this.prerelease.length = 0
        this.patch = 0
        this.minor = 0
        this.major++
        this.inc('pre', identifier, identifierBase)
        break
      case 'preminor':
        this.prerelease.length = 0
        this.patch = 0
        this.minor++
        this.inc('pre', identifier, identifierBase)
        break
      case 'prepatch':
        // If this is already a prerelease, it will bump to the next version
        // drop any prereleases that might already exist, since they are not
        // relevant at this point.
        this.prerelease.length = 0
        this.inc('patch', identifier, identifierBase)
        this.inc('pre', identifier, identifierBase)
        break
      // If the input is a non-prerelease version, this acts the same as
      // prepatch.
      case 'prerelease':
        if (this.prerelease.length === 0) {
          this.inc('patch', identifier, identifierBase)
        }
        this.inc('pre', identifier, identifierBase)
        break
      case 'release':
        if (this.prerelease.length === 0) {
          throw new Error(`version ${this.raw} is not a prerelease`)
        }
        this.prerelease.length = 0
        break

      case 'major':
        // If this is a pre-major version, bump up to the same major version.
        // Otherwise increment major.
        // 1.0.0-5 bumps to 1.0.0
        // 1.1.0 bumps to 2.0.0
        if (
          this.minor !== 0 ||
          this.patch !== 0 ||
          this.prerelease.length === 0
        ) {
          this.major++
        }
        this.minor = 0
        this.patch = 0
        this.prerelease = []
        break
      case 'minor':
        // If this is a pre-minor version, bump up to the same minor version.
        // Otherwise increment minor.
        // 1.2.0-5 bumps to 1.2.0
        // 1.2.1 bumps to 1.3.0
        if (this.patch !== 0 || this.prerelease.length === 0) {
          this.minor++
        }
        this.patch = 0
        this.prerelease = []
        break
      case 'patch':
        // If this is not a pre-release version, it will increment the patch.
        // If it is a pre-release it will bump up to the same patch version.
        // 1.2.0-5 patches to 1.2.0
        // 1.2.0 patches to 1.2.1
        if (this.prerelease.length === 0) {
          this.patch++
        }
        this.prerelease = []
        break
      // This probably shouldn't be used publicly.
      // 1.0.0 'pre' would become 1.0.0-0 which is the wrong direction.
      case 'pre': {
        const base = Number(identifierBase) ? 1 : 0

        if (this.prerelease.length === 0) {
          this.prerelease = [base]
        } else {
          let i = this.prerelease.length
          while (--i >= 0) {
            if (typeof this.prerelease[i] === 'number') {
              this.prerelease[i]++
              i = -2
            }
          }
          if (i === -1) {
            // didn't increment anything
            if (identifier === this.prerelease.join('.') && identifierBase === false) {
              throw new Error('invalid increment argument: identifier already exists')
            }
            this.prerelease.push(base)
          }
        }
        if (identifier) {
          // 1.2.0-beta.1 bumps to 1.2.0-beta.2,
          // 1.2.0-beta.fooblz or 1.2.0-beta bumps to 1.2.0-beta.0
          let prerelease = [identifier, base]
          if (identifierBase === false) {
            prerelease = [identifier]
          }
          if (isPrereleaseIdentifier(this.prerelease, identifier)) {
            const prereleaseBase = this.prerelease[identifier.split('.').length]
            if (isNaN(prereleaseBase)) {
              this.prerelease = prerelease
            }
          } else {
            this.prerelease = prerelease
          }
        }
        break
      }
      default:
        throw new Error(`invalid increment argument: ${release}`)
    }
    this.raw = this.format()
    if (this.build.length) {
      this.raw += `+${this.build.join('.')}`
    }
    return this
  }
}

module.exports = SemVer


/***/ }),

/***/ 8469:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const SemVer = __nccwpck_require__(7163)
const compare = (a, b, loose) =>
  new SemVer(a, loose).compare(new SemVer(b, loose))

module.exports = compare


/***/ }),

/***/ 6353:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const SemVer = __nccwpck_require__(7163)
const parse = (version, options, throwErrors = false) => {
  if (version instanceof SemVer) {
    return version
  }
  try {
    return new SemVer(version, options)
  } catch (er) {
    if (!throwErrors) {
      return null
    }
    throw er
  }
}

module.exports = parse


/***/ }),

/***/ 5101:
/***/ ((module) => {



// Note: this is the semver.org version of the spec that it implements
// Not necessarily the package version of this code.
const SEMVER_SPEC_VERSION = '2.0.0'

const MAX_LENGTH = 256
const MAX_SAFE_INTEGER = Number.MAX_SAFE_INTEGER ||
/* istanbul ignore next */ 9007199254740991

// Max safe segment length for coercion.
const MAX_SAFE_COMPONENT_LENGTH = 16

// Max safe length for a build identifier. The max length minus 6 characters for
// the shortest version with a build 0.0.0+BUILD.
const MAX_SAFE_BUILD_LENGTH = MAX_LENGTH - 6

// ECMAScript whitespace and line terminators matched by \s.
const WHITESPACE_CHARACTERS = [
  '\t',
  '\n',
  '\v',
  '\f',
  '\r',
  ' ',
  '\u00a0',
  '\u1680',
  '\u2000',
  '\u2001',
  '\u2002',
  '\u2003',
  '\u2004',
  '\u2005',
  '\u2006',
  '\u2007',
  '\u2008',
  '\u2009',
  '\u200a',
  '\u2028',
  '\u2029',
  '\u202f',
  '\u205f',
  '\u3000',
  '\ufeff',
]

const RELEASE_TYPES = [
  'major',
  'premajor',
  'minor',
  'preminor',
  'patch',
  'prepatch',
  'prerelease',
]

module.exports = {
  MAX_LENGTH,
  MAX_SAFE_COMPONENT_LENGTH,
  MAX_SAFE_BUILD_LENGTH,
  MAX_SAFE_INTEGER,
  WHITESPACE_CHARACTERS,
  RELEASE_TYPES,
  SEMVER_SPEC_VERSION,
  FLAG_INCLUDE_PRERELEASE: 0b001,
  FLAG_LOOSE: 0b010,
}


/***/ }),

/***/ 1159:
/***/ ((module) => {



const debug = (
  typeof process === 'object' &&
  process.env &&
  process.env.NODE_DEBUG &&
  /\bsemver\b/i.test(process.env.NODE_DEBUG)
) ? (...args) => console.error('SEMVER', ...args)
  : () => {}

module.exports = debug


/***/ }),

/***/ 3348:
/***/ ((module) => {



const numeric = /^[0-9]+$/
const compareIdentifiers = (a, b) => {
  if (typeof a === 'number' && typeof b === 'number') {
    return a === b ? 0 : a < b ? -1 : 1
  }

  const anum = numeric.test(a)
  const bnum = numeric.test(b)

  if (anum && bnum) {
    a = +a
    b = +b
  }

  return a === b ? 0
    : (anum && !bnum) ? -1
    : (bnum && !anum) ? 1
    : a < b ? -1
    : 1
}

const rcompareIdentifiers = (a, b) => compareIdentifiers(b, a)

module.exports = {
  compareIdentifiers,
  rcompareIdentifiers,
}


/***/ }),

/***/ 356:
/***/ ((module) => {



// parse out just the options we care about
const looseOption = Object.freeze({ loose: true })
const emptyOpts = Object.freeze({ })
const parseOptions = options => {
  if (!options) {
    return emptyOpts
  }

  if (typeof options !== 'object') {
    return looseOption
  }

  return options
}
module.exports = parseOptions


/***/ }),

/***/ 5471:
/***/ ((module, exports, __nccwpck_require__) => {



const {
  MAX_SAFE_COMPONENT_LENGTH,
  MAX_SAFE_BUILD_LENGTH,
  MAX_LENGTH,
} = __nccwpck_require__(5101)
const debug = __nccwpck_require__(1159)
exports = module.exports = {}

// The actual regexps go on exports.re
const re = exports.re = []
const safeRe = exports.safeRe = []
const src = exports.src = []
const safeSrc = exports.safeSrc = []
const t = exports.t = {}
let R = 0

const LETTERDASHNUMBER = '[a-zA-Z0-9-]'

// Replace some greedy regex tokens to prevent regex dos issues. These regex are
// used internally via the safeRe object since all inputs in this library get
// normalized first to trim and collapse all extra whitespace. The original
// regexes are exported for userland consumption and lower level usage. A
// future breaking change could export the safer regex only with a note that
// all input should have extra whitespace removed.
const safeRegexReplacements = [
  ['\\s', 1],
  ['\\d', MAX_LENGTH],
  [LETTERDASHNUMBER, MAX_SAFE_BUILD_LENGTH],
]

const makeSafeRegex = (value) => {
  for (const [token, max] of safeRegexReplacements) {
    value = value
      .split(`${token}*`).join(`${token}{0,${max}}`)
      .split(`${token}+`).join(`${token}{1,${max}}`)
  }
  return value
}

const createToken = (name, value, isGlobal) => {
  const safe = makeSafeRegex(value)
  const index = R++
  debug(name, index, value)
  t[name] = index
  src[index] = value
  safeSrc[index] = safe
  re[index] = new RegExp(value, isGlobal ? 'g' : undefined)
  safeRe[index] = new RegExp(safe, isGlobal ? 'g' : undefined)
}

// The following Regular Expressions can be used for tokenizing,
// validating, and parsing SemVer version strings.

// ## Numeric Identifier
// A single `0`, or a non-zero digit followed by zero or more digits.

createToken('NUMERICIDENTIFIER', '0|[1-9]\\d*')
createToken('NUMERICIDENTIFIERLOOSE', '\\d+')

// ## Non-numeric Identifier
// Zero or more digits, followed by a letter or hyphen, and then zero or
// more letters, digits, or hyphens.

createToken('NONNUMERICIDENTIFIER', `\\d*[a-zA-Z-]${LETTERDASHNUMBER}*`)

// ## Main Version
// Three dot-separated numeric identifiers.

createToken('MAINVERSION', `(${src[t.NUMERICIDENTIFIER]})\\.` +
                   `(${src[t.NUMERICIDENTIFIER]})\\.` +
                   `(${src[t.NUMERICIDENTIFIER]})`)

createToken('MAINVERSIONLOOSE', `(${src[t.NUMERICIDENTIFIERLOOSE]})\\.` +
                        `(${src[t.NUMERICIDENTIFIERLOOSE]})\\.` +
                        `(${src[t.NUMERICIDENTIFIERLOOSE]})`)

// ## Pre-release Version Identifier
// A numeric identifier, or a non-numeric identifier.
// Non-numeric identifiers include numeric identifiers but can be longer.
// Therefore non-numeric identifiers must go first.

createToken('PRERELEASEIDENTIFIER', `(?:${src[t.NONNUMERICIDENTIFIER]
}|${src[t.NUMERICIDENTIFIER]})`)

createToken('PRERELEASEIDENTIFIERLOOSE', `(?:${src[t.NONNUMERICIDENTIFIER]
}|${src[t.NUMERICIDENTIFIERLOOSE]})`)

// ## Pre-release Version
// Hyphen, followed by one or more dot-separated pre-release version
// identifiers.

createToken('PRERELEASE', `(?:-(${src[t.PRERELEASEIDENTIFIER]
}(?:\\.${src[t.PRERELEASEIDENTIFIER]})*))`)

createToken('PRERELEASELOOSE', `(?:-?(${src[t.PRERELEASEIDENTIFIERLOOSE]
}(?:\\.${src[t.PRERELEASEIDENTIFIERLOOSE]})*))`)

// ## Build Metadata Identifier
// Any combination of digits, letters, or hyphens.

createToken('BUILDIDENTIFIER', `${LETTERDASHNUMBER}+`)

// ## Build Metadata
// Plus sign, followed by one or more period-separated build metadata
// identifiers.

createToken('BUILD', `(?:\\+(${src[t.BUILDIDENTIFIER]
}(?:\\.${src[t.BUILDIDENTIFIER]})*))`)

// ## Full Version String
// A main version, followed optionally by a pre-release version and
// build metadata.

// Note that the only major, minor, patch, and pre-release sections of
// the version string are capturing groups.  The build metadata is not a
// capturing group, because it should not ever be used in version
// comparison.

createToken('FULLPLAIN', `v?${src[t.MAINVERSION]
}${src[t.PRERELEASE]}?${
  src[t.BUILD]}?`)

createToken('FULL', `^${src[t.FULLPLAIN]}$`)

// like full, but allows v1.2.3 and =1.2.3, which people do sometimes.
// also, 1.0.0alpha1 (prerelease without the hyphen) which is pretty
// common in the npm registry.
createToken('LOOSEPLAIN', `[v=\\s]*${src[t.MAINVERSIONLOOSE]
}${src[t.PRERELEASELOOSE]}?${
  src[t.BUILD]}?`)

createToken('LOOSE', `^${src[t.LOOSEPLAIN]}$`)

createToken('GTLT', '((?:<|>)?=?)')

// Something like "2.*" or "1.2.x".
// Note that "x.x" is a valid xRange identifier, meaning "any version"
// Only the first item is strictly required.
createToken('XRANGEIDENTIFIERLOOSE', `${src[t.NUMERICIDENTIFIERLOOSE]}|x|X|\\*`)
createToken('XRANGEIDENTIFIER', `${src[t.NUMERICIDENTIFIER]}|x|X|\\*`)

createToken('XRANGEPLAIN', `[v=\\s]*(${src[t.XRANGEIDENTIFIER]})` +
                   `(?:\\.(${src[t.XRANGEIDENTIFIER]})` +
                   `(?:\\.(${src[t.XRANGEIDENTIFIER]})` +
                   `(?:${src[t.PRERELEASE]})?${
                     src[t.BUILD]}?` +
                   `)?)?`)

createToken('XRANGEPLAINLOOSE', `[v=\\s]*(${src[t.XRANGEIDENTIFIERLOOSE]})` +
                        `(?:\\.(${src[t.XRANGEIDENTIFIERLOOSE]})` +
                        `(?:\\.(${src[t.XRANGEIDENTIFIERLOOSE]})` +
                        `(?:${src[t.PRERELEASELOOSE]})?${
                          src[t.BUILD]}?` +
                        `)?)?`)

createToken('XRANGE', `^${src[t.GTLT]}\\s*${src[t.XRANGEPLAIN]}$`)
createToken('XRANGELOOSE', `^${src[t.GTLT]}\\s*${src[t.XRANGEPLAINLOOSE]}$`)

// Coercion.
// Extract anything that could conceivably be a part of a valid semver
createToken('COERCEPLAIN', `${'(^|[^\\d])' +
              '(\\d{1,'}${MAX_SAFE_COMPONENT_LENGTH}})` +
              `(?:\\.(\\d{1,${MAX_SAFE_COMPONENT_LENGTH}}))?` +
              `(?:\\.(\\d{1,${MAX_SAFE_COMPONENT_LENGTH}}))?`)
createToken('COERCE', `${src[t.COERCEPLAIN]}(?:$|[^\\d])`)
createToken('COERCEFULL', src[t.COERCEPLAIN] +
              `(?:${src[t.PRERELEASE]})?` +
              `(?:${src[t.BUILD]})?` +
              `(?:$|[^\\d])`)
createToken('COERCERTL', src[t.COERCE], true)
createToken('COERCERTLFULL', src[t.COERCEFULL], true)

// Tilde ranges.
// Meaning is "reasonably at or greater than"
createToken('LONETILDE', '(?:~>?)')

createToken('TILDETRIM', `(\\s*)${src[t.LONETILDE]}\\s+`, true)
exports.tildeTrimReplace = '$1~'

createToken('TILDE', `^${src[t.LONETILDE]}${src[t.XRANGEPLAIN]}$`)
createToken('TILDELOOSE', `^${src[t.LONETILDE]}${src[t.XRANGEPLAINLOOSE]}$`)

// Caret ranges.
// Meaning is "at least and backwards compatible with"
createToken('LONECARET', '(?:\\^)')

createToken('CARETTRIM', `(\\s*)${src[t.LONECARET]}\\s+`, true)
exports.caretTrimReplace = '$1^'

createToken('CARET', `^${src[t.LONECARET]}${src[t.XRANGEPLAIN]}$`)
createToken('CARETLOOSE', `^${src[t.LONECARET]}${src[t.XRANGEPLAINLOOSE]}$`)

// A simple gt/lt/eq thing, or just "" to indicate "any version"
createToken('COMPARATORLOOSE', `^${src[t.GTLT]}\\s*(${src[t.LOOSEPLAIN]})$|^$`)
createToken('COMPARATOR', `^${src[t.GTLT]}\\s*(${src[t.FULLPLAIN]})$|^$`)

// An expression to strip any whitespace between the gtlt and the thing
// it modifies, so that `> 1.2.3` ==> `>1.2.3`
createToken('COMPARATORTRIM', `(\\s*)${src[t.GTLT]
}\\s*(${src[t.LOOSEPLAIN]}|${src[t.XRANGEPLAIN]})`, true)
exports.comparatorTrimReplace = '$1$2$3'

// Something like `1.2.3 - 1.2.4`
// Note that these all use the loose form, because they'll be
// checked against either the strict or loose comparator form
// later.
createToken('HYPHENRANGE', `^\\s*(${src[t.XRANGEPLAIN]})` +
                   `\\s+-\\s+` +
                   `(${src[t.XRANGEPLAIN]})` +
                   `\\s*$`)

createToken('HYPHENRANGELOOSE', `^\\s*(${src[t.XRANGEPLAINLOOSE]})` +
                        `\\s+-\\s+` +
                        `(${src[t.XRANGEPLAINLOOSE]})` +
                        `\\s*$`)

// Star ranges basically just allow anything at all.
createToken('STAR', '(<|>)?=?\\s*\\*')
// >=0.0.0 is like a star
createToken('GTE0', '^\\s*>=\\s*0\\.0\\.0\\s*$')
createToken('GTE0PRE', '^\\s*>=\\s*0\\.0\\.0-0\\s*$')


/***/ }),

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

/***/ 6982:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("crypto");

/***/ }),

/***/ 4434:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("events");

/***/ }),

/***/ 9896:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");

/***/ }),

/***/ 1943:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs/promises");

/***/ }),

/***/ 8611:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("http");

/***/ }),

/***/ 5692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("https");

/***/ }),

/***/ 9278:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("net");

/***/ }),

/***/ 4589:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:assert");

/***/ }),

/***/ 6698:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:async_hooks");

/***/ }),

/***/ 4573:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:buffer");

/***/ }),

/***/ 1421:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");

/***/ }),

/***/ 7540:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:console");

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

/***/ 8474:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:events");

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

/***/ 2467:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http2");

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

/***/ 643:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:perf_hooks");

/***/ }),

/***/ 1708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:process");

/***/ }),

/***/ 1792:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:querystring");

/***/ }),

/***/ 7075:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream");

/***/ }),

/***/ 6466:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream/promises");

/***/ }),

/***/ 8500:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:timers/promises");

/***/ }),

/***/ 1692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:tls");

/***/ }),

/***/ 3136:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:url");

/***/ }),

/***/ 7975:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");

/***/ }),

/***/ 3429:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util/types");

/***/ }),

/***/ 5919:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:worker_threads");

/***/ }),

/***/ 8522:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");

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

/***/ 4756:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tls");

/***/ }),

/***/ 2018:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tty");

/***/ }),

/***/ 7016:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("url");

/***/ }),

/***/ 9023:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("util");

/***/ }),

/***/ 2266:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ closed)
/* harmony export */ });
/* harmony import */ var _gate_verdict_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9231);

/** closed is the outcome of a run whose gate is closed, at whatever point of the story that is found. */
function closed(verdict, { whenClosed }) {
    return { kind: 'closed', verdict, ending: (0,_gate_verdict_js__WEBPACK_IMPORTED_MODULE_0__/* .endingOf */ .z6)(verdict, whenClosed) };
}


/***/ }),

/***/ 1658:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ failureOf)
/* harmony export */ });
/* harmony import */ var _report_failed_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7266);

/** failureOf is the outcome for a thrown error. A registry or an engine may repeat in its error what we sent. */
function failureOf(thrown, { runner, lifetime }) {
    return (0,_report_failed_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V)(lifetime.signal.aborted ? lifetime.signal.reason : thrown, runner.redacted);
}


/***/ }),

/***/ 875:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _http_prompt_collection_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5429);
/* harmony import */ var _github_github_when_asked_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(6901);
/* harmony import */ var _run_server_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6795);
/* harmony import */ var _runner_github_runner_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(8533);
/* harmony import */ var _runner_lifetime_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(1084);
/* harmony import */ var _publish_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(8905);
// First: its setting holds from then on.






const lifetime = (0,_runner_lifetime_js__WEBPACK_IMPORTED_MODULE_3__/* .startLifetime */ .o)();
const { GITHUB_REPOSITORY: repository = '' } = process.env;
const server = (0,_run_server_js__WEBPACK_IMPORTED_MODULE_1__/* .serverOf */ .F)(process.env);
const github = (0,_github_github_when_asked_js__WEBPACK_IMPORTED_MODULE_5__/* .githubWhenAsked */ .e)({ signal: lifetime.signal, repository, server });
const isWell = await (0,_publish_js__WEBPACK_IMPORTED_MODULE_4__/* .publish */ .m)({
    runner: _runner_github_runner_js__WEBPACK_IMPORTED_MODULE_2__/* .githubRunner */ .O,
    lifetime,
    github,
    beyond: async () => (await Promise.all(/* import() */[__nccwpck_require__.e(131), __nccwpck_require__.e(890)]).then(__nccwpck_require__.bind(__nccwpck_require__, 8890))).openDoors({ runner: _runner_github_runner_js__WEBPACK_IMPORTED_MODULE_2__/* .githubRunner */ .O, lifetime, github, repository, server }),
});
process.exitCode = isWell ? 0 : 1;

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 8905:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  m: () => (/* binding */ publish)
});

// EXTERNAL MODULE: ./build/run/reports.js
var reports = __nccwpck_require__(1049);
// EXTERNAL MODULE: ./build/text/filter-pattern.js
var filter_pattern = __nccwpck_require__(4829);
// EXTERNAL MODULE: ./build/gate/event-rules.js
var event_rules = __nccwpck_require__(3940);
// EXTERNAL MODULE: ./build/gate/verdict.js
var verdict = __nccwpck_require__(9231);
;// CONCATENATED MODULE: ./build/gate/confirm.js




/**
 * confirm opens the gate for a run that another one triggered, if its commit is on the branch that the payload names
 * (which may also be the name of a tag). After a pull request, all pull requests of that commit must be from people,
 * into branches that may publish.
 */
function confirm_confirm(presumed, found, bases) {
    const { held, pullRequest } = presumed;
    return (0,verdict/* alsoAsking */.rN)((0,verdict/* openFor */.qw)(presumed, held), [
        ofBranch(presumed, found),
        ...(pullRequest === undefined ? [] : [ofPullRequests(found, bases, pullRequest.since)]),
    ]);
}
function ofBranch({ branch, isDefault, subject: { commit } }, found) {
    const rule = 'the commit must be on the branch that the run that triggered this one names';
    if (found.branch === 'commit') {
        const seen = `${commit} is on the branch ${branch}`;
        return { rule, seen, says: `GitHub confirms that the commit is on the branch "${branch}"`, by: 'api' };
    }
    const seen = found.branch === 'no-branch'
        ? `there is no branch ${branch}: it is the name of a tag, or the branch was deleted`
        : `${commit} is not on the branch ${branch}: it is the name of a tag, or the branch was changed`;
    if (found.branch !== 'no-branch')
        return { code: 'GATE_REF', rule, seen, opens: `merge the commit into ${branch}` };
    // A private repository gives the same answer if a branch may not be read and if it does not exist.
    const read = 'give the job the permission "contents: read" under "permissions:"';
    if (isDefault)
        return { code: 'GATE_SERVER', rule, seen: `the token may not read the default branch ${branch}`, opens: read };
    return { code: 'GATE_REF', rule, seen, opens: `merge the commit into a branch that publishes, or ${read}` };
}
function ofPullRequests({ pullRequests }, bases, since) {
    const rule = 'the pull request of the run that triggered this one must be from a person, into a branch that may publish';
    const wrong = pullRequests.length === 0
        ? 'it was not found'
        : pullRequests
            .map((each) => ({ ...each, hasMoved: (0,reports/* isRetargeted */.y)(each, since) }))
            .filter(({ base, hasMoved, opener }) => opener !== 'User' || hasMoved || !(0,filter_pattern/* matchesFilter */.yy)(base, bases))
            .map(({ base, hasMoved, opener }) => `one into ${base}${hasMoved ? ', and into another branch before,' : ''} by an account of the kind ${opener}`)
            .join(', ');
    if (wrong === '') {
        return { rule, seen: `one into ${pullRequests.map(({ base }) => base).join(', ')}`, by: 'api' };
    }
    return { code: 'GATE_EVENT', rule, seen: wrong, opens: event_rules/* AFTER_THE_MERGE */.M };
}

// EXTERNAL MODULE: ./build/gate/decide-gate.js
var decide_gate = __nccwpck_require__(5122);
// EXTERNAL MODULE: ./build/github/github.js
var github_github = __nccwpck_require__(8331);
// EXTERNAL MODULE: ./build/evidence/gather-checks.js + 3 modules
var gather_checks = __nccwpck_require__(5387);
;// CONCATENATED MODULE: ./build/evidence/gather-evidence.js





/**
 * gatherEvidence asks the server for facts that the run itself does not have, if any are needed. It asks for the checks
 * once the commit is known.
 */
async function gatherEvidence(decision, inputs, doors) {
    const verdict = decision.kind === 'presumed' ? await askOther(decision, inputs, doors) : decision;
    return verdict.kind === 'open' ? (0,gather_checks/* askChecks */.N)(verdict, inputs, doors) : verdict;
}
/** Asks about the run that triggered this one. */
async function askOther(presumed, inputs, { runner, github }) {
    const access = { token: runner.secretInput('github-token') };
    const place = { branch: presumed.branch, commit: presumed.subject.commit };
    try {
        const branch = await github.branchHas(access, place);
        const pullRequests = presumed.pullRequest !== undefined ? await github.pullRequestsOf(access, place) : [];
        return confirm_confirm(presumed, { branch, pullRequests }, (0,decide_gate/* basesThatVouch */.XP)(inputs, runner.context()));
    }
    catch (error) {
        if (!(error instanceof github_github/* ApiProblem */.A))
            throw error;
        const rule = `${runner.context().server.name} must be able to report the branch`;
        // An unknown fact does not mean that this run is not meant to publish.
        return (0,verdict/* closedAfter */.dK)(presumed, (0,gather_checks/* unanswered */.b)(error, { code: 'GATE_SERVER', rule }));
    }
}

// EXTERNAL MODULE: ./build/report/failed.js
var failed = __nccwpck_require__(7266);
// EXTERNAL MODULE: ./build/errors.js
var errors = __nccwpck_require__(9473);
// EXTERNAL MODULE: ./build/image/reference.js
var reference = __nccwpck_require__(7755);
// EXTERNAL MODULE: ./build/image/tag-names.js
var tag_names = __nccwpck_require__(6863);
;// CONCATENATED MODULE: ./build/report/duration.js
/** inTime writes a duration for people: `1 s`, `2 min 5 s`. */
function inTime(milliseconds) {
    const seconds = Math.max(1, Math.round(milliseconds / 1000));
    return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

;// CONCATENATED MODULE: ./build/report/explain-digests.js

const DIFFERENT = 'The destinations serve the same image under different digests, and each was verified';
const WHY = 'The layers were compressed at different times or by different engines. Deploy from each destination by its digest.';
/** The note in the summary, next to the digests. */
const SEVERAL_DIGESTS = `${DIFFERENT}. ${WHY}`;
/**
 * explainDigests tells why destinations serve one image under several digests, and which has which; undefined if they
 * agree. A digest is of the compressed layers. An engine compresses them for each registry separately, and an image
 * that another engine published before is kept as it is.
 */
function explainDigests({ destinations }) {
    const served = destinations.map(({ verified: { target, manifest } }) => ({ target, digest: manifest.digest }));
    if (new Set(served.map(({ digest }) => digest)).size === 1)
        return undefined;
    const each = served.map(({ target, digest }) => `${(0,reference/* repositoryName */.aR)(target)} has ${digest}`).join(', ');
    return `${DIFFERENT}: ${each}. ${WHY}`;
}

;// CONCATENATED MODULE: ./build/report/outcome.js
/** isNew tells whether this run wrote a SHA tag, or found it at every destination (false). */
function isNew({ destinations }) {
    return destinations.some(({ tags }) => tags[0]?.state === 'written');
}

// EXTERNAL MODULE: ./build/text/printable.js
var printable = __nccwpck_require__(4865);
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

// EXTERNAL MODULE: ./build/report/tell-attached.js
var tell_attached = __nccwpck_require__(4841);
// EXTERNAL MODULE: ./build/report/tell-credentials.js
var tell_credentials = __nccwpck_require__(6935);
// EXTERNAL MODULE: ./build/image/platform.js
var platform = __nccwpck_require__(3847);
// EXTERNAL MODULE: ./build/report/markdown.js
var markdown = __nccwpck_require__(4902);
// EXTERNAL MODULE: ./build/report/tell-verdict.js
var tell_verdict = __nccwpck_require__(2892);
;// CONCATENATED MODULE: ./build/report/run-links.js


/** runOf is the run of this step. */
function runOf(runner) {
    const { sha, ref, eventName } = runner.context();
    return { sha, ref, eventName, pages: runner.pages() };
}
/** runLines name the commit and the run, with a link to each; once the gate is open, the commit of the image. */
function runLines({ sha, ref, eventName, pages }, verdict) {
    const at = (subject) => `${(0,markdown/* link */.nf)(subject.commit, pages.commit(subject.commit))} on ${(0,markdown/* code */.aY)(subject.ref)}`;
    const own = { commit: sha, ref };
    const isOther = verdict?.kind === 'open' && !(0,tell_verdict/* isOwn */.NP)(verdict);
    const commit = isOther
        ? `${at(verdict.subject)}, which the image names. The run is for ${at(verdict.run)}`
        : at(verdict?.run ?? own);
    return [`**Commit** ${commit} (${(0,markdown/* code */.aY)(verdict?.event ?? eventName)})`, ...runItem({ pages })];
}
/** runItem links to the run and to its workflow file; empty if neither has an address. */
function runItem({ pages }) {
    const links = [(0,markdown/* titled */.dJ)('this run', pages.run), (0,markdown/* titled */.dJ)('its workflow', pages.workflow)];
    const known = links.filter((each) => each !== undefined);
    return known.length === 0 ? [] : [`**Run** ${known.join(', ')}`];
}
/** helpLine links to a code on the troubleshooting page; empty if its address is unknown. */
function helpLine(name, { help }) {
    const address = (0,markdown/* titled */.dJ)(`what ${name} means`, help(name));
    return address === undefined ? [] : [`**More:** ${address}`];
}

// EXTERNAL MODULE: ./build/report/tell-source.js
var tell_source = __nccwpck_require__(1128);
// EXTERNAL MODULE: ./build/report/tell-tags.js
var tell_tags = __nccwpck_require__(7564);
;// CONCATENATED MODULE: ./build/report/tell-plan.js







/** tellPlan logs what a dry run would have done: the image, the evidence, and each tag. */
function tellPlan({ info }, plan) {
    info(`Dry run: nothing was written. The image would be published, and verified by "${plan.level}":`);
    for (const tag of tagsOf(plan))
        info(`  ${(0,tell_tags/* plannedText */.qN)(tag)}`);
    for (const kept of keptIn(plan))
        info((0,tell_tags/* keptText */.GD)(kept, tell_tags/* PLAIN */.tZ));
}
/** planParts are the same as parts of the summary. */
function planParts(plan, run) {
    const { verdict, source, found, level } = plan;
    const { id, platforms } = source.tested;
    return [
        `### 📝 Dry run: nothing was written to ${found.map(({ sha }) => (0,markdown/* code */.aY)((0,reference/* repositoryName */.aR)(sha.target))).join(', ')}`,
        (0,markdown/* list */.p_)([
            `**Image** ${(0,tell_source/* whoseIs */.zI)(source)} ${(0,markdown/* code */.aY)(source.name)} for ${(0,markdown/* prose */.CS)((0,platform/* platformNames */.iJ)(platforms).join(', '))}: ${(0,markdown/* code */.aY)(id)}`,
            ...runLines(run, verdict),
            `**Gate** open: ${(0,tell_verdict/* gateLine */.C_)(verdict)}`,
            `**Verification** would be ${(0,markdown/* code */.aY)(level)}`,
        ]),
        ...keptIn(plan).map((kept) => (0,tell_tags/* keptText */.GD)(kept, tell_tags/* NARROW */.kU)),
        ...found.flatMap((each) => [
            `**Tags** of ${(0,markdown/* code */.aY)((0,reference/* repositoryName */.aR)(each.sha.target))}`,
            (0,markdown/* list */.p_)(tagsAt(each).map(tell_tags/* plannedLine */.Xg)),
        ]),
        ...(0,tell_verdict/* verdictDetails */.mC)(verdict),
    ];
}
/** planData is the same for machines, as in the output `results`. */
function planData(plan) {
    const { kind, name, tested } = plan.source;
    return {
        source: { kind, name, id: tested.id, platform: tested.platforms[0].platform },
        verification: plan.level,
        tags: tagsOf(plan).map(tell_tags/* plannedResult */.Uf),
    };
}
function keptIn({ found }) {
    return found.flatMap(({ sha: { target }, kept }) => kept === undefined ? [] : [{ target, digest: kept.manifest.digest, discarded: kept.discarded }]);
}
function tagsOf({ found }) {
    return found.flatMap(tagsAt);
}
function tagsAt({ sha, versions, moving }) {
    return [sha, ...versions, ...moving];
}

// EXTERNAL MODULE: ./build/report/tell-proof.js
var tell_proof = __nccwpck_require__(2527);
// EXTERNAL MODULE: ./build/report/tell-scan.js
var tell_scan = __nccwpck_require__(8352);
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
    'predicate-path',
    'predicate-type',
    'results',
]));
/** outputsOf makes the outputs. Outputs about an image are set only if the image was verified. */
function outputsOf(outcome) {
    const scan = outcome.scan === undefined ? {} : { scan: (0,tell_scan/* scanData */.Mh)(outcome.scan) };
    const { credentials: uses, took } = outcome;
    const credentials = uses === undefined ? {} : { credentials: (0,tell_credentials/* credentialData */.sn)(uses) };
    const seconds = took === undefined ? {} : { seconds: Math.round(took) / 1000 };
    const results = boundedJson({ ...resultsOf(outcome), ...scan, ...credentials, ...seconds });
    switch (outcome.kind) {
        case 'closed':
            return { pushed: 'false', reason: outcome.verdict.reasons[0].code, results };
        case 'failed':
            return { pushed: 'false', reason: outcome.error.code, results };
        case 'planned':
            return { pushed: 'false', reason: 'dry-run', ...proofOutputs(outcome), results };
        case 'published': {
            const reason = isNew(outcome.receipt) ? 'published' : 'already-published';
            return { pushed: 'true', reason, ...imageOutputs(outcome.receipt), ...proofOutputs(outcome), results };
        }
    }
}
function proofOutputs({ proof }) {
    const { predicate } = proof ?? {};
    return predicate === undefined ? {} : { 'predicate-path': predicate.path, 'predicate-type': predicate.type };
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
            .flatMap(({ tags }) => tags.filter(tell_tags/* showsOurs */.EM).map(({ target: tag }) => (0,reference/* referenceName */.z$)(tag)))
            .join('\n'),
        'media-type': manifest.mediaType,
        platforms: platforms.join(','),
        ...(previous === undefined ? {} : { 'previous-digest': previous }),
        verification: level,
        'subject-name': (0,reference/* subjectName */.wn)(target),
    };
}
/** The value of `results`: the other outputs are parts of it. For machines. */
function resultsOf(outcome) {
    switch (outcome.kind) {
        case 'closed':
            return { verdict: (0,tell_verdict/* verdictData */.Au)(outcome.verdict) };
        case 'failed': {
            const { error, verdict, left, proof } = outcome;
            const signed = proof && (0,tell_proof/* unfinishedProofData */.SJ)(proof);
            return {
                ...(verdict === undefined ? {} : { verdict: (0,tell_verdict/* verdictData */.Au)(verdict) }),
                error: errorOf(error),
                ...(left.length === 0 ? {} : { destinations: left.map(leftOf) }),
                ...(signed === undefined ? {} : { proof: signed }),
            };
        }
        case 'planned':
            return { verdict: (0,tell_verdict/* verdictData */.Au)(outcome.verdict), plan: planData(outcome) };
        case 'published': {
            const { verdict, source, receipt, proof } = outcome;
            return {
                verdict: (0,tell_verdict/* verdictData */.Au)(verdict),
                ...((0,tell_source/* isFromRegistries */.ev)(source) ? { source: (0,tell_source/* sourceData */.s9)(source) } : {}),
                destinations: receipt.destinations.map(deliveredOf),
                ...(proof?.signed === undefined ? {} : { proof: (0,tell_proof/* proofData */.h2)(proof.signed) }),
            };
        }
    }
}
function deliveredOf({ verified, tags, transfer, discarded, attached = [] }) {
    const { digest } = verified.manifest;
    return {
        repository: (0,reference/* repositoryName */.aR)(verified.target),
        digest,
        verification: verified.level,
        evidence: verified.evidence,
        tags: tags.map((tag) => (0,tell_tags/* tagResult */.E)(tag, digest)),
        ...(transfer === undefined ? {} : { bytes: transfer }),
        ...(discarded === undefined ? {} : { discarded }),
        ...(attached.length === 0 ? {} : { referrers: (0,tell_attached/* attachedData */.V4)(attached) }),
    };
}
function leftOf({ repository, verified, error, ...stands }) {
    const told = verified === undefined ? { repository: (0,reference/* repositoryName */.aR)(repository) } : deliveredOf({ verified, ...stands });
    return { ...told, ...(error === undefined ? {} : { error: errorOf(error) }) };
}
function errorOf({ code, message, hint }) {
    return { code, message, hint };
}

// EXTERNAL MODULE: ./build/image/cloud-registry.js
var cloud_registry = __nccwpck_require__(5003);
;// CONCATENATED MODULE: ./build/image/registry-page.js


/**
 * registryPage is the address where people see an image; undefined if none is known. Azure's pages need ids that nobody
 * publishes, and Harbor's the project's number. A path at GitLab does not show where the project's name ends.
 */
function registryPage({ registry, path }, digest) {
    const parts = path.split('/');
    switch (registry) {
        case reference/* DOCKER_HUB */.Xb:
            return `https://hub.docker.com/${path.startsWith('library/') ? `_/${parts[1]}` : `r/${path}/tags`}`;
        // It redirects a browser to the page of the package.
        case 'ghcr.io':
            return `https://ghcr.io/${path}`;
        case 'quay.io':
            return `https://quay.io/repository/${path}/manifest/${digest}`;
        case 'registry.gitlab.com':
            return parts.length === 2 ? `https://gitlab.com/${path}/container_registry` : undefined;
        default:
            return googlePage(registry, path, digest) ?? amazonPage(registry, path);
    }
}
/** `europe-west1-docker.pkg.dev/project/repository/image` */
function googlePage(registry, path, digest) {
    const [, location] = /^([a-z0-9-]+)-docker\.pkg\.dev$/.exec(registry) ?? [];
    const [project, repository, ...image] = path.split('/');
    if (location === undefined || image.length === 0)
        return undefined;
    const parts = [project, location, repository, encodeURIComponent(image.join('/')), digest];
    return `https://console.cloud.google.com/artifacts/docker/${parts.join('/')}`;
}
/** The account is in the host; in other partitions the console has other addresses. */
function amazonPage(registry, path) {
    const ecr = (0,cloud_registry/* parseEcrRegistry */.d_)(registry);
    if (ecr?.kind === 'public')
        return `https://gallery.ecr.aws/${path}`;
    if (ecr?.partition.id !== 'aws')
        return undefined;
    const [account] = registry.split('.');
    const repository = `repositories/private/${account}/${encodeURIComponent(path)}`;
    return `https://${ecr.region}.console.aws.amazon.com/ecr/${repository}?region=${ecr.region}`;
}

// EXTERNAL MODULE: ./build/text/quantities.js
var quantities = __nccwpck_require__(5765);
;// CONCATENATED MODULE: ./build/report/headline.js



/** Most repositories that a headline names. */
const MOST_NAMED = 3;
/** imageNames are each repository, and the first tag that is a version, as the end of a headline. */
function imageNames({ repositories, tags = [] }) {
    const names = repositories.slice(0, MOST_NAMED).map((each) => (0,markdown/* code */.aY)((0,reference/* repositoryName */.aR)(each)));
    const more = repositories.length > MOST_NAMED ? ` and ${repositories.length - MOST_NAMED} more` : '';
    const version = tags.find(({ tag }) => (0,tag_names/* isVersionName */.C)(tag));
    return [`${names.join(', ')}${more}`, ...(version === undefined ? [] : [(0,markdown/* code */.aY)(version.tag)])].join(' ');
}

;// CONCATENATED MODULE: ./build/report/tell-published.js


/** pulling shows first what most people want: how to pull the published image. */
function pulling(destinations) {
    return (0,markdown/* commands */.Pi)(destinations.map((each) => `docker pull ${imageOf(each)}`));
}
/** usage folds the rest: how to verify the image again, deploy it, and go back to the image before it. */
function usage(destinations) {
    const [primary] = destinations;
    const { path } = primary.verified.target;
    const app = path.slice(path.lastIndexOf('/') + 1);
    const deploy = (image) => `kubectl set image deployment/${app} ${app}=${image}`;
    const before = destinations.flatMap(({ tags }) => tags.flatMap(formerOf));
    const [former] = before;
    const parts = [
        'Verify it with another tool: the SHA-256 of the bytes under the tag is the digest.',
        (0,markdown/* commands */.Pi)(destinations.map(({ verified: { target } }) => `skopeo inspect --raw docker://${(0,reference/* referenceName */.z$)(target)} | sha256sum`)),
        'Deploy it by digest: a tag can be moved, a digest cannot. Here the deployment and its container have the name of the image.',
        (0,markdown/* commands */.Pi)([deploy(imageOf(primary))]),
        ...(former === undefined
            ? []
            : [
                'Roll back: deploy the previous image, and restore the tags.',
                (0,markdown/* commands */.Pi)([
                    deploy(`${(0,reference/* repositoryName */.aR)(former.target)}@${former.digest}`),
                    ...before.map(({ target, digest }) => `skopeo copy --all --preserve-digests docker://${(0,reference/* repositoryName */.aR)(target)}@${digest} docker://${(0,reference/* referenceName */.z$)(target)}`),
                ]),
            ]),
    ];
    return (0,markdown/* details */.zH)(former === undefined ? 'Verify, deploy' : 'Verify, deploy, roll back', parts.join('\n\n'));
}
function imageOf({ verified: { target, manifest } }) {
    return `${(0,reference/* repositoryName */.aR)(target)}@${manifest.digest}`;
}
/** What a tag showed before it was moved or overwritten. */
function formerOf(tag) {
    const digest = tag.state === 'moved' ? tag.from : tag.state === 'written' ? tag.replaced : undefined;
    return digest === undefined ? [] : [{ target: tag.target, digest }];
}

;// CONCATENATED MODULE: ./build/report/tell-standing.js



/** For a bug of ours, it is unknown when it happened. If no registry was contacted, the error itself says so. */
const SAYS_MORE = ['UNEXPECTED', 'INPUT_INVALID'];
/** standingLines log what is on the registries after a failure, if anything was written. */
function standingLines({ left }) {
    if (left.every(({ isUntouched }) => isUntouched))
        return [];
    return left.flatMap((each) => [
        `${destinationText(each, { voice: tell_tags/* PLAIN */.tZ, left })}${each.tags.length > 0 ? ':' : '.'}`,
        ...each.tags.map((tag) => `  ${(0,tell_tags/* tagText */.em)(tag)}`),
    ]);
}
/** standingParts report the same in the summary, also if nothing was written. */
function standingParts({ left, error }) {
    if (left.length === 0)
        return SAYS_MORE.includes(error.code) ? [] : ['**On the registry:** this run wrote nothing.'];
    const items = left.map((each) => [destinationText(each, { voice: tell_tags/* MARKDOWN */.yQ, left }), ...each.tags.map(tell_tags/* tagLine */.Ng)].join('\n  - '));
    return ['**On the registry now:**', (0,markdown/* list */.p_)(items)];
}
function destinationText({ repository, verified, error, isUntouched }, { voice, left }) {
    const name = voice.name((0,reference/* repositoryName */.aR)(repository));
    // With one destination, its error is the error of the run.
    const why = error === undefined || left.length === 1 ? '' : ` (${voice.name(error.code)})`;
    if (isUntouched)
        return `${name}: this run wrote nothing${why}`;
    if (verified === undefined)
        return `${name}: ${voice.strong('not verified')}${why}, and the image or a part of it may be there`;
    return `${name}: ${voice.name(verified.manifest.digest)} is there, and verified${why}`;
}

;// CONCATENATED MODULE: ./build/report/summary.js




















/**
 * summaryOf writes the job summary: what happened in one line, where the image is, and what proves it. Details are
 * folded. Digests are in lists and commands: on a phone, they fit no table.
 */
function summaryOf(outcome, run) {
    const scan = outcome.scan === undefined ? [] : (0,tell_scan/* scanParts */.UW)(outcome.scan);
    const credentials = (0,tell_credentials/* credentialParts */.YY)(outcome.credentials ?? []);
    const kept = (outcome.kept ?? []).map(markdown/* prose */.CS);
    return boundedSummary([...partsOf(outcome, run), ...kept, ...scan, ...credentials]);
}
function partsOf(outcome, run) {
    switch (outcome.kind) {
        case 'published':
            return published(outcome, run);
        case 'planned':
            return planParts(outcome, run);
        case 'closed':
            return summary_closed(outcome, run);
        case 'failed':
            return summary_failed(outcome, run);
    }
}
const SEEN = {
    manifest: 'its manifest was read back and hashed',
    graph: 'its manifest was read back and hashed, and every config and layer exists',
    content: 'every byte was read back and hashed',
};
/** Most destinations that are shown with their tags. */
const MOST_DESTINATIONS = 20;
function published(outcome, run) {
    const { verdict, receipt, source, proof } = outcome;
    const { destinations } = receipt;
    const [{ verified, discarded }] = destinations;
    const { imageId, platforms, level } = verified;
    const attached = destinations.flatMap((each) => each.attached ?? []);
    const title = isNew(receipt) ? 'Published and verified' : 'Already published, verified again';
    const tags = destinations.flatMap((each) => each.tags.filter(tell_tags/* showsOurs */.EM).map(({ target }) => target));
    const names = imageNames({ repositories: destinations.map((each) => each.verified.target), tags });
    const hasTable = source !== undefined && platforms.length > 1;
    const idOf = platforms[0] === undefined ? '' : ` (${(0,markdown/* prose */.CS)(platforms[0])})`;
    return [
        `### ✅ ${title}: ${names}`,
        ...(0,tell_tags/* keptImages */.Dm)(receipt).map((kept) => (0,tell_tags/* keptText */.GD)(kept, tell_tags/* NARROW */.kU)),
        ...(explainDigests(receipt) === undefined ? [] : [SEVERAL_DIGESTS]),
        ...destinations
            .slice(0, MOST_DESTINATIONS)
            .flatMap((each) => destinationParts(each, { commit: verdict.subject.commit, run })),
        ...(destinations.length > MOST_DESTINATIONS
            ? [`And ${destinations.length - MOST_DESTINATIONS} more destinations, which the output \`results\` has.`]
            : []),
        '**Details**',
        (0,markdown/* list */.p_)([
            ...((0,tell_source/* isFromRegistries */.ev)(source) ? [(0,tell_source/* sourceItem */.D0)(source)] : []),
            ...(hasTable ? [] : [(0,tell_source/* imageItem */.hY)(verified, source)]),
            ...runLines(run, verdict),
            `**Gate** open: ${(0,tell_verdict/* gateLine */.C_)(verdict)}`,
            ...scanItems(outcome),
            `**Verified** by ${(0,markdown/* code */.aY)(level)}: it is ${discarded === undefined ? 'the tested image' : 'the image that an earlier run published for this commit'}; ${SEEN[level]}`,
            ...[(0,tell_attached/* attachedFact */.Tq)(attached)].filter((line) => line !== undefined),
            ...(proof?.signed === undefined ? [] : [(0,tell_proof/* proofItem */.om)(proof.signed)]),
            ...effort(outcome),
        ]),
        ...(hasTable ? [(0,tell_source/* platformTable */.ix)(source)] : []),
        usage(destinations),
        (0,markdown/* details */.zH)('Evidence', (0,markdown/* list */.p_)([
            ...destinations.flatMap((each) => each.verified.evidence).map(markdown/* prose */.CS),
            `The image ID is ${(0,markdown/* code */.aY)(imageId)}${idOf}`,
        ])),
        ...(attached.length === 0 ? [] : [(0,markdown/* details */.zH)('Attached', (0,tell_attached/* attachedList */.FE)(attached))]),
        ...(0,tell_verdict/* verdictDetails */.mC)(verdict),
    ];
}
/** One destination: how to pull from it, its page, and its tags. */
function destinationParts(delivered, { commit, run }) {
    const { target, manifest } = delivered.verified;
    const page = (0,markdown/* titled */.dJ)('at the registry', registryPage(target, manifest.digest));
    return [
        pulling([delivered]),
        `**Tags** of ${(0,markdown/* code */.aY)((0,reference/* repositoryName */.aR)(target))}${page === undefined ? '' : ` (${page})`}`,
        (0,tell_tags/* tagList */.Tw)(delivered.tags, (since) => (0,markdown/* titled */.dJ)('what changed', run.pages.compare(since, commit))),
    ];
}
/** What the scan reports show, in one line, whatever findings are allowed. */
function scanItems({ scan }) {
    const line = scan === undefined ? undefined : (0,tell_scan/* scanLine */.YU)(scan);
    return line === undefined ? [] : [line];
}
/** What it cost: time, and bytes if we uploaded them ourselves. */
function effort({ took, receipt }) {
    const transfers = receipt.destinations.flatMap(({ transfer }) => transfer ?? []);
    const sum = (kind) => transfers.reduce((all, each) => all + each[kind], 0);
    const [sent, skipped] = [sum('sent'), sum('skipped')];
    const bytes = [
        ...(sent > 0 ? [`${(0,quantities/* inUnits */.D)(sent)} uploaded`] : []),
        ...(skipped > 0 ? [`${(0,quantities/* inUnits */.D)(skipped)} already there`] : []),
    ];
    const parts = [...(took === undefined ? [] : [inTime(took)]), ...bytes];
    return parts.length === 0 ? [] : [`**Took** ${parts.join(', ')}`];
}
const TITLES = {
    skipped: '### ⏭️ Skipped: this run is not meant to publish',
    failed: '### ❌ Not published: the gate is closed',
    'let-pass': '### ⚠️ Not published: the gate is closed',
};
const summary_WHY = {
    skipped: 'This is not a failure.',
    failed: 'The step fails.',
    'let-pass': 'The step is green, because "when-closed" is "skip-all".',
};
function summary_closed(outcome, run) {
    const { verdict, ending, credentials, destinations = [] } = outcome;
    const untouched = credentials === undefined ? 'No registry was contacted.' : 'Nothing was written to any registry.';
    const link = ending === 'skipped' ? '' : ' for';
    return [
        destinations.length === 0
            ? TITLES[ending]
            : `${TITLES[ending]}${link} ${imageNames({ repositories: destinations })}`,
        `${untouched} ${summary_WHY[ending]}`,
        (0,tell_verdict/* reasonList */.nJ)(verdict.reasons, tell_verdict/* PUBLISHING */.u6),
        ...helpLine(verdict.reasons[0].code, run.pages),
        (0,markdown/* list */.p_)([...runLines(run), ...scanItems(outcome)]),
        ...(0,tell_verdict/* verdictDetails */.mC)(verdict),
    ];
}
function summary_failed(outcome, run) {
    const { error, verdict, left, proof, destinations = [] } = outcome;
    const tags = left.flatMap((each) => each.tags.map(({ target }) => target));
    const names = destinations.length === 0 ? '' : ` for ${imageNames({ repositories: destinations, tags })}`;
    return [
        `### ❌ Failed: ${(0,markdown/* code */.aY)(error.code)}${names}`,
        error.message.split('\n').map(markdown/* prose */.CS).join('<br>'),
        `**What to do:** ${(0,markdown/* prose */.CS)(error.hint)}`,
        ...helpLine(error.code, run.pages),
        ...standingParts(outcome),
        ...(left.length === 0 ? [] : ['**The run**']),
        (0,markdown/* list */.p_)([
            ...runLines(run, verdict),
            ...scanItems(outcome),
            ...(proof === undefined ? [] : [(0,tell_proof/* unfinishedProofItem */.FE)(proof)]),
        ]),
    ];
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

// EXTERNAL MODULE: ./build/secret/runner-masks.js
var runner_masks = __nccwpck_require__(5843);
;// CONCATENATED MODULE: ./build/report/tell-withheld.js

const TITLE = 'Outputs withheld';
/**
 * tellWithheld reports the outputs that later jobs will find empty, because GitHub does not pass on an output with
 * masked text. A password may be a word of the image's name, and a token service may issue any text as a token.
 */
function tellWithheld(runner, outcome, outputs) {
    const withheld = namesOf(outputs, runner.withholds);
    if (withheld.length > 0) {
        runner.warning(TITLE, `GitHub does not pass ${quoted(withheld)} on to later jobs, because a password or token is a part of it. Use another credential. If the credential has several lines, such as a key in JSON, store it on one line. Otherwise check what the registry's token service issues.`);
    }
    for (const username of userNames(runner, outcome))
        tellOfName(runner, username, outputs);
}
/**
 * Only the runner knows whether a user name came from a secret. If it is only in `results`, that is by chance: it is a
 * word of a sentence.
 */
function tellOfName(runner, username, outputs) {
    const masks = (0,runner_masks/* linesToMask */.rh)(username).flatMap((line) => [...(0,runner_masks/* masksOf */.JF)(line)]);
    const withheld = namesOf(outputs, (value) => masks.some((mask) => value.includes(mask)));
    if (withheld.every((name) => name === 'results'))
        return;
    runner.notice(TITLE, `If the user name "${username}" comes from a secret, GitHub does not pass ${quoted(withheld)} on to later jobs, because that name is a part of it. Store the name as a variable instead ("vars"), or write it into the workflow.`);
}
/** Each name once; names that every workflow knows are no secrets. */
function userNames(runner, { credentials = [] }) {
    const known = runner.publicAccounts().map((name) => name.toLowerCase());
    const names = credentials.flatMap(({ username }) => (username === undefined ? [] : [username]));
    return [...new Set(names)].filter((name) => !known.includes(name.toLowerCase()));
}
function namesOf(outputs, isWithheld) {
    return Object.entries(outputs).flatMap(([name, value]) => (isWithheld(value) ? [name] : []));
}
function quoted(names) {
    return names.map((name) => `"${name}"`).join(', ');
}

;// CONCATENATED MODULE: ./build/report/report.js














/** report writes outputs, summary and at most one annotation, and returns whether the step succeeded. */
async function report(runner, outcome, wantsSummary) {
    // Outputs come last: a step that fails while it reports must not output a digest.
    if (wantsSummary)
        await writeSummary(runner, outcome);
    declareImage(runner, outcome);
    const outputs = outputsOf(outcome);
    runner.setOutputs(outputs);
    tellWithheld(runner, outcome, outputs);
    return announce(runner, outcome);
}
/** If the summary cannot be written, a push that succeeded does not fail. */
async function writeSummary(runner, outcome) {
    try {
        await runner.summary(summaryOf(outcome, runOf(runner)));
    }
    catch (error) {
        runner.warning('No summary', `The job summary could not be written: ${(0,errors/* asError */.z)(error).message}`);
    }
}
/**
 * Only one image is declared: the primary destination's, under its SHA tag. `actions/attest` takes one subject, and if
 * a step declares one name with two digests, the runner fails it.
 */
function declareImage(runner, outcome) {
    if (outcome.kind !== 'published')
        return;
    const [{ verified }] = outcome.receipt.destinations;
    try {
        runner.declareImage(`${(0,reference/* subjectName */.wn)(verified.target)}:${verified.target.tag}@${verified.manifest.digest}`);
    }
    catch (error) {
        runner.warning('Image not declared', `Later steps will not find the image: ${(0,errors/* asError */.z)(error).message}`);
    }
}
/** announce reports the outcome in the log, and returns whether the step succeeded. */
function announce(runner, outcome) {
    const took = outcome.took === undefined ? '' : ` The step took ${inTime(outcome.took)}.`;
    switch (outcome.kind) {
        case 'published': {
            const { destinations } = outcome.receipt;
            for (const kept of (0,tell_tags/* keptImages */.Dm)(outcome.receipt))
                runner.notice('Image kept', (0,tell_tags/* keptText */.GD)(kept, tell_tags/* PLAIN */.tZ));
            for (const { tags } of destinations)
                for (const tag of tags)
                    tellOfTag(runner, tag);
            for (const { verified, tags } of destinations) {
                const image = `${(0,reference/* repositoryName */.aR)(verified.target)}@${verified.manifest.digest}`;
                runner.info(`${tags[0]?.state === 'written' ? 'Published and verified' : 'Already published, verified'}: ${image}`);
            }
            runner.info(took.trim());
            const difference = explainDigests(outcome.receipt);
            if (difference !== undefined)
                runner.notice('Several digests', difference);
            for (const line of outcome.kept ?? [])
                runner.info(line);
            return true;
        }
        case 'planned':
            tellPlan(runner, outcome);
            return true;
        case 'closed': {
            const { verdict, ending } = outcome;
            const tell = { skipped: runner.notice, failed: runner.error, 'let-pass': runner.warning }[ending];
            const [{ code }] = verdict.reasons;
            const lines = [...verdict.reasons.map((reason) => (0,tell_verdict/* reasonLine */.$E)(reason, tell_verdict/* PUBLISHING */.u6)), ...moreLine(runner, code)];
            tell(`Not published (${code})`, lines.join('\n'));
            return ending !== 'failed';
        }
        case 'failed':
            for (const line of standingLines(outcome))
                runner.info(line);
            tellOfError(runner, outcome.error);
            return false;
    }
}
/** For a tag such as `latest` that is written for the first time: nobody expects it to stay. */
const STAYS = 'It will never move, and the next image under this name fails with TAG_EXISTS. Name it in "moving-tags" instead, and it follows the newest image.';
/** A person may want to look at a tag that was not moved or was overwritten, and not at one that has moved. */
function tellOfTag(runner, tag) {
    const text = `${(0,tell_tags/* tagText */.em)(tag)}.`;
    if (tag.state === 'kept')
        runner.notice('Tag not moved', text);
    else if (tag.state === 'healed')
        runner.notice('Tag restored', text);
    else if (tag.state === 'written' && tag.replaced !== undefined)
        runner.notice('Tag overwritten', text);
    else if (tag.state === 'written' && (0,tag_names/* usuallyMoves */.A)(tag.target.tag))
        runner.notice('Tag that never moves', `${text} ${STAYS}`);
    else
        runner.info(text);
}

// EXTERNAL MODULE: ./build/actions/publish/closed.js
var publish_closed = __nccwpck_require__(2266);
// EXTERNAL MODULE: ./build/actions/publish/failure-of.js
var failure_of = __nccwpck_require__(1658);
// EXTERNAL MODULE: ./build/credentials/advice.js
var advice = __nccwpck_require__(3289);
// EXTERNAL MODULE: ./build/credentials/handover.js
var handover = __nccwpck_require__(4438);
// EXTERNAL MODULE: ./build/gate/events.js
var events = __nccwpck_require__(9621);
// EXTERNAL MODULE: ./build/image/attached.js
var attached = __nccwpck_require__(3408);
// EXTERNAL MODULE: ./build/image/source-text.js
var source_text = __nccwpck_require__(8169);
// EXTERNAL MODULE: ./build/image/verified.js
var verified = __nccwpck_require__(1088);
// EXTERNAL MODULE: ./build/image/wanted-platforms.js
var wanted_platforms = __nccwpck_require__(8042);
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
    if ((0,cloud_registry/* parseEcrRegistry */.d_)(host) !== undefined)
        return 'aws-ecr';
    if ((0,cloud_registry/* parseAcrRegistry */.t4)(host) !== undefined)
        return 'azure-acr';
    return (0,cloud_registry/* isArtifactRegistry */.QJ)(host) ? 'google-ar' : 'dockerhub';
}

// EXTERNAL MODULE: ./build/text/yaml-list.js
var yaml_list = __nccwpck_require__(704);
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
                const ecr = (0,cloud_registry/* parseEcrRegistry */.d_)(registry);
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
                const cloud = (0,cloud_registry/* parseAcrRegistry */.t4)(registry);
                if (cloud === undefined)
                    return this.#wrongRegistry('a host of Azure Container Registry');
                const tenantId = keyless_identities_UUID.test(this.#text('tenant-id'))
                    ? this.#text('tenant-id')
                    : this.#match('tenant-id', DOMAIN);
                return { type, ...common, cloud, tenantId, clientId: this.#match('client-id', keyless_identities_UUID) };
            }
            case 'google-ar': {
                if (!(0,cloud_registry/* isArtifactRegistry */.QJ)(registry))
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

// EXTERNAL MODULE: ./build/text/edit-distance.js
var edit_distance = __nccwpck_require__(46);
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
            .map((input) => ({ input, distance: (0,edit_distance/* editDistance */.Y)(name, input) }))
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
var image_digest = __nccwpck_require__(5436);
// EXTERNAL MODULE: ./build/text/commit-template.js
var commit_template = __nccwpck_require__(9240);
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
        const parsed = (0,source_text/* parseSource */.PJ)(text);
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
        const parsed = (0,reference/* parseReference */.F2)(`registry.invalid/${text}`);
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
        if ((0,reference/* isTag */.dz)(text))
            return { value: { name: text } };
        const parsed = text.includes('/') ? (0,reference/* parseReference */.F2)(text) : undefined;
        if (parsed === undefined)
            return { problem: `is no tag: a tag ${reference/* TAG_RULE */.Kx}` };
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
        const only = destinations.find((each) => (0,reference/* sameRepository */.RB)(each, parsed.value));
        return only === undefined
            ? { problem: `is for another repository than ${references_namesOf(destinations)} in "image"` }
            : { value: { name, only } };
    };
}
function withoutTag(text, named, destinations) {
    if (destinations.some((each) => (0,reference/* sameRepository */.RB)(each, named)))
        return 'names a destination without a tag: add ":" and the tag';
    return `has a "/", which no tag can have: write "${text.replaceAll('/', '-')}", or ${references_namesOf(destinations) || 'the image'}, ":" and the tag`;
}
function references_namesOf(destinations) {
    return destinations.map(reference/* repositoryName */.aR).join(', ');
}
/** shaTag parses the template of the SHA tag. */
const shaTag = (text) => {
    if (!/\{(?:short-)?sha\}/.test(text))
        return { problem: 'has neither {sha} nor {short-sha}, so it could not name a commit' };
    const sample = (0,commit_template/* withCommit */.e)(text, SAMPLE_SHA);
    return (0,reference/* isTag */.dz)(sample) ? { value: text } : { problem: `does not give a valid tag; a tag ${reference/* TAG_RULE */.Kx}` };
};
/** wantedPlatform parses a platform that the image must have. */
const wantedPlatform = (text) => {
    const parsed = (0,wanted_platforms/* parseWantedPlatform */.Gc)(text);
    return parsed.ok ? { value: parsed.value } : { problem: parsed.problem };
};
/** imageId parses a digest, as Docker and BuildKit print it. */
const imageId = (text) => {
    const digest = (0,image_digest/* parseDigest */.m)(/^[0-9a-f]{64}$/.test(text) ? `sha256:${text}` : text);
    return digest === undefined ? { problem: 'is not "sha256:" and 64 lower-case hex digits' } : { value: digest };
};

// EXTERNAL MODULE: ./build/text/service-address.js
var service_address = __nccwpck_require__(1668);
;// CONCATENATED MODULE: ./build/inputs/sigstore-urls.js


const ADDRESSES = ['fulcio', 'rekor', 'timestamp', 'tuf-url'];
const sigstore_urls_FIELDS = [...ADDRESSES, 'rekor-version', 'trusted-root', 'tuf-root', 'audience'];
const AUDIENCE = 'sigstore';
/** readSigstoreUrls reads the input `sigstore-urls`, YAML with a field for each. Problems are ends of sentences. */
async function readSigstoreUrls(text) {
    if (text.trim() === '')
        return { ok: true, value: undefined };
    // A mapping is read like a list with one entry.
    const list = await (0,yaml_list/* readYamlList */.O)(asEntry(text));
    if (!list.ok)
        return { ok: false, problems: [list.problem.replace('; begin each entry with "- "', '')] };
    const fields = list.value[0]?.fields ?? new Map();
    const problems = [
        ...[...fields.keys()]
            .filter((name) => !sigstore_urls_FIELDS.includes(name))
            .map((name) => `has "${name}", which is not one of ${sigstore_urls_FIELDS.join(', ')}`),
        ...ADDRESSES.flatMap((name) => problemOfAddress(name, fields.get(name))),
        ...problemsTogether(fields),
    ];
    if (problems.length > 0)
        return { ok: false, problems };
    const given = (name) => fields.get(name) || undefined;
    const address = (name) => given(name)?.replace(/\/+$/, '');
    const [fulcio, rekor, url, root] = [address('fulcio'), address('rekor'), address('tuf-url'), given('tuf-root')];
    const version = fields.get('rekor-version') === '2' ? 2 : 1;
    const log = rekor === undefined ? undefined : { url: rekor, version };
    return {
        ok: true,
        value: {
            servers: fulcio === undefined ? undefined : { fulcio, rekor: log, timestamp: address('timestamp') },
            tuf: url === undefined || root === undefined ? undefined : { url, root },
            trustedRoot: given('trusted-root'),
            audience: given('audience') ?? AUDIENCE,
        },
    };
}
function asEntry(text) {
    const lines = text.split('\n');
    const first = lines.findIndex((line) => /^\s*[^\s#]/.test(line));
    return lines.map((line, at) => `${at === first ? '- ' : '  '}${line}`).join('\n');
}
function problemOfAddress(name, text) {
    if (text === undefined || text === '' || (0,service_address/* isServiceAddress */.o)(text))
        return [];
    return [`has a "${name}" that is not an HTTPS address, or has a user or a query`];
}
function problemsTogether(fields) {
    const has = (name) => (fields.get(name) ?? '') !== '';
    return [...problemsOfTuf(has), ...(has('fulcio') ? problemsOfServers(fields, has) : problemsWithout(has))];
}
function problemsOfTuf(has) {
    return [
        ...(has('tuf-url') === has('tuf-root')
            ? []
            : [
                'has only one of "tuf-url" and "tuf-root": a TUF repository is believed by the first root that is given with it',
            ]),
        ...(has('tuf-url') && has('trusted-root')
            ? ['has a "trusted-root" and a "tuf-url", which both say what is trusted']
            : []),
    ];
}
/** Without its servers, all of them are those that its TUF repository announces. */
function problemsWithout(has) {
    if (!has('tuf-url'))
        return ['has no "fulcio", and no "tuf-url" that would say where it is'];
    const lone = ['rekor', 'rekor-version', 'timestamp'].filter(has);
    return lone.map((name) => `has a "${name}" without a "fulcio": by "tuf-url" alone all servers are announced`);
}
function problemsOfServers(fields, has) {
    const version = fields.get('rekor-version') ?? '';
    return [
        ...(['', '1', '2'].includes(version) ? [] : ['has a "rekor-version" that is neither 1 nor 2']),
        ...(version !== '' && !has('rekor') ? ['has a "rekor-version" without a "rekor"'] : []),
        ...(version === '2' && !has('timestamp')
            ? ['has a log of version 2 without a "timestamp": that log does not record the time of a signature']
            : []),
        ...(!has('rekor') && !has('timestamp')
            ? ['has neither a "rekor" nor a "timestamp": nothing would show that the certificate was valid when it signed']
            : []),
    ];
}

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

// EXTERNAL MODULE: ./build/proof/choose-instance.js
var choose_instance = __nccwpck_require__(9326);
// EXTERNAL MODULE: ./build/push/unpacked-source.js
var unpacked_source = __nccwpck_require__(7546);
;// CONCATENATED MODULE: ./build/scan/evidence.js
/** Whether each report must name the image, or must only if it names one. */
const SCAN_BINDINGS = ['when-named', 'required'];

// EXTERNAL MODULE: ./build/scan/severity.js
var severity = __nccwpck_require__(1677);
// EXTERNAL MODULE: ./build/tags/plan-tags.js
var plan_tags = __nccwpck_require__(15);
// EXTERNAL MODULE: ./build/tags/read-tags.js + 1 modules
var read_tags = __nccwpck_require__(8087);
;// CONCATENATED MODULE: ./build/actions/publish/read-inputs.js





















// biome-ignore-start lint/suspicious/noTemplateCurlyInString: these are expressions of workflows
const NEEDS_EXAMPLE = '${{ toJSON(needs) }}';
const CHECK_RUN_EXAMPLE = '${{ job.check_run_id }}';
// biome-ignore-end lint/suspicious/noTemplateCurlyInString: these are expressions of workflows
/** In `required-checks`: the checks that the rules of the branch require. */
const BRANCH_RULES = 'branch-rules';
const IMAGE_ID_EXAMPLE = `sha256:${'0'.repeat(64)}`;
/** As in action.yml: the runner does not apply its defaults if an expression is empty. In minutes. */
const TIMEOUT = 30;
const SHA_TAG = '{sha}';
/** Defaults of inputs for which empty has another meaning: that nothing is listed. */
const DEFAULTS = { events: events/* OPEN_BY_DEFAULT */.Nk.join(', '), 'git-tags': 'v*' };
/** Inputs that hold secrets, which are read when the gate is open. */
const READ_LATER = ['password', 'registry-auth', 'github-token', 'identity'];
const NO_YAML = {
    identities: { ok: true, value: [] },
    sigstoreUrls: { ok: true, value: undefined },
};
/** readYamlInputs reads the inputs that are YAML. Their problems are kept, and reported with all others. */
async function readYamlInputs(runner) {
    const text = runner.input('identity');
    const identities = text.trim() === '' ? NO_YAML.identities : await readIdentities(text);
    return { identities, sigstoreUrls: await readSigstoreUrls(runner.input('sigstore-urls')) };
}
/** readInputs reads every input and reports all problems in one INPUT_INVALID. */
function readInputs(runner, { identities: entries, sigstoreUrls }) {
    const reader = new Reader(runner, DEFAULTS);
    const identities = entries.ok ? entries.value : [];
    const listed = readDestinations(reader, identities);
    const engine = reader.read('engine', 'direct', oneOf(source_text/* ENGINES */.ug)) ?? 'auto';
    const from = readSource(reader, engine);
    const sources = (0,source_text/* repositoriesIn */.St)(from);
    judgeIdentities(reader, entries, [...listed, ...sources]);
    const [primary, ...others] = listed;
    const tags = reader.list('tags', '1.2.3', extraTag(listed));
    const movingTags = reader.list('moving-tags', 'latest', extraTag(listed));
    refuseTorn(reader, { tags, movingTags });
    const checks = reader.evidenceList('required-checks', 'test', anyName);
    const timeout = trimmed(runner.input('timeout')) || String(TIMEOUT);
    const commit = reader.strict('commit', 'image', oneOf(verdict/* COMMITS */.HX)) ?? 'run';
    const caFile = reader.read('ca-file', 'certs/registry-ca.pem', path);
    const inputs = {
        destinations: [primary ?? read_inputs_NONE, ...others],
        source: from,
        sources,
        tags,
        movingTags,
        versionTags: reader.read('version-tags', 'semver', oneOf(plan_tags/* VERSION_TAGS */.HZ)) ?? 'exact',
        ifExists: reader.read('if-exists', 'verify', oneOf(read_tags/* IF_EXISTS */.fQ)) ?? 'verify',
        shaTag: reader.read('sha-tag', SHA_TAG, shaTag) ?? SHA_TAG,
        branches: reader.patterns('branches', 'release/**'),
        gitTags: reader.patterns('git-tags', 'v*') ?? [],
        events: reader.list('events', 'push', oneOf(events/* OPENABLE_EVENTS */.r2)),
        commit,
        whenClosed: reader.read('when-closed', 'skip', oneOf(verdict/* WHEN_CLOSED */.M2)) ?? 'skip',
        needs: reader.evidence('needs', NEEDS_EXAMPLE, needs),
        allowSkipped: reader.list('allow-skipped', 'lint', anyName),
        requiredChecks: {
            named: checks.filter((name) => name !== BRANCH_RULES),
            ofBranch: checks.includes(BRANCH_RULES),
        },
        waitForChecks: reader.read('wait-for-checks', '20', waitWithin(timeout)) ?? 0,
        checkRunId: reader.read('check-run-id', CHECK_RUN_EXAMPLE, checkRunId),
        scan: readScan(reader),
        expectedImageIds: reader.evidenceList('expected-image-id', IMAGE_ID_EXAMPLE, imageId),
        expectedPlatforms: readPlatforms(reader),
        // The commit that the image names must be the same for every platform.
        requireRevisionLabel: (reader.strict('require-revision-label', 'true', values_boolean) ?? false) || commit === 'image',
        username: reader.read('username', 'ci-bot', username) ?? '',
        identities,
        engine,
        compression: reader.read('compression', 'gzip', oneOf(unpacked_source/* LAYER_COMPRESSIONS */._E)) ?? 'gzip',
        mountFrom: reader.read('mount-from', 'owner/base', repositoryPath(listed)),
        credentialScope: reader.read('credential-scope', 'repository', oneOf(handover/* CREDENTIAL_SCOPES */.E)) ?? 'auto',
        keepLogin: reader.read('keep-login', 'true', values_boolean) ?? false,
        credentialPolicy: reader.read('credential-policy', 'strict', oneOf(advice/* CREDENTIAL_POLICIES */.P)) ?? 'warn',
        credentialAge: {
            created: reader.read('credential-created', '2026-09-01', day),
            maxAge: reader.read('max-credential-age', '90', days) ?? 90,
        },
        verify: reader.read('verify', 'graph', oneOf(verified/* VERIFICATION_LEVELS */.c)) ?? 'graph',
        referrers: reader.read('referrers', 'leave', oneOf(attached/* REFERRERS */.z)) ?? 'copy',
        caFile,
        authHosts: reader.list('auth-hosts', 'auth.example.com', host),
        timeout: reader.read('timeout', String(TIMEOUT), minutesFrom(1)) ?? TIMEOUT,
        ...readProof(reader, sigstoreUrls, caFile),
        dryRun: reader.read('dry-run', 'false', values_boolean) ?? false,
        summary: reader.read('summary', 'true', values_boolean) ?? true,
    };
    refuseVain(reader, inputs);
    refuseUncounted(reader, inputs);
    reader.refuseMisspelt(READ_LATER);
    reader.throwProblems();
    return Object.freeze(inputs);
}
/** In `trusted-root`: by TUF. */
const AUTO = 'auto';
const URLS_EXAMPLE = 'fulcio: https://fulcio.example.com';
/** readProof reads who signs, and where the proof is stored. Inputs about a proof require a proof. */
function readProof(reader, urls, caFile) {
    const proof = reader.strict('proof', 'github', oneOf(choose_instance/* PROOFS */.iR)) ?? 'none';
    const publicLog = reader.read('public-log', 'true', values_boolean) ?? false;
    const proofStore = reader.read('proof-store', 'registry', oneOf(choose_instance/* PROOF_STORES */.QX)) ?? 'auto';
    const given = reader.read('trusted-root', 'trusted-root.jsonl', path) ?? AUTO;
    const hasUrls = reader.isSet('sigstore-urls');
    const refuse = (problem) => reader.refuse({ input: 'sigstore-urls', value: '', problem, example: URLS_EXAMPLE });
    for (const problem of urls.ok ? [] : urls.problems)
        refuse(problem);
    if (hasUrls && ['github', 'both'].includes(proofStore))
        refuse('is a Sigstore that GitHub does not know, and "proof-store" is "github" or "both"');
    if (proof !== 'sigstore') {
        const problem = 'has no effect without "proof: sigstore"';
        reader.refuseVain({ 'sigstore-urls': hasUrls, 'public-log': publicLog }, { problem, example: 'proof: sigstore' });
    }
    if (proof === 'none') {
        const problem = 'has no effect without "proof"';
        const vain = { 'proof-store': proofStore !== 'auto', 'trusted-root': given !== AUTO };
        reader.refuseVain(vain, { problem, example: 'proof: github' });
    }
    const sigstoreUrls = urls.ok ? urls.value : undefined;
    const trustedRoot = proof === 'none' ? undefined : trustSource(given, sigstoreUrls, caFile);
    return { proof, sigstoreUrls, publicLog, proofStore, trustedRoot };
}
/** Only its owners know what their own Sigstore is verified with. */
function trustSource(given, urls, caFile) {
    const file = given === AUTO ? urls?.trustedRoot : given;
    if (file !== undefined)
        return { kind: 'file', path: file };
    if (urls?.tuf !== undefined)
        return { kind: 'own', ...urls.tuf, caFile };
    return urls === undefined ? { kind: 'known', caFile } : undefined;
}
/**
 * readSource reads the source, or its parts. An engine's image cannot be a part: engines are asked for one name at a
 * time.
 */
function readSource(reader, engine) {
    const example = 'app:test';
    const listed = reader.lines('source', example, source(engine));
    if (listed.length < 2)
        return listed;
    for (const each of listed) {
        if (each.kind !== 'engine' && each.kind !== 'podman')
            continue;
        const problem = 'is an image of an engine; if there are several lines, each must be an image on a registry or in a file';
        reader.refuse({ input: 'source', value: each.name, problem, example: 'docker://ghcr.io/owner/app:{sha}-amd64' });
    }
    return listed;
}
/** wantsSummary tells whether a summary is wanted, also if other inputs are wrong. */
function wantsSummary(runner) {
    const parsed = values_boolean(trimmed(runner.input('summary')));
    return !('value' in parsed) || parsed.value;
}
/** Each part of a joined image was tested separately; any other image has one identity. */
function refuseUncounted(reader, { expectedImageIds, source: lines }) {
    const parts = Math.max(1, lines.length);
    const { length } = expectedImageIds;
    if (length === 0 || length === parts)
        return;
    const problem = `has ${length} lines, and "source" names ${parts} images: write one line for each image`;
    reader.refuse({ input: 'expected-image-id', value: expectedImageIds.join(', '), problem, example: IMAGE_ID_EXAMPLE });
}
/** No destination is empty: a missing or wrong one is a problem, and nothing is published with problems. */
const read_inputs_NONE = { registry: '', path: '' };
const ONE_REGISTRY = '"username" and "password" are for one registry; for several, write one entry for each in "registry-auth"';
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
/** An identity for neither a destination nor a source is a mistake: the user expects that it is used. */
function judgeIdentities(reader, identities, all) {
    const refuse = (problem, example) => reader.refuse({ input: 'identity', value: '', problem, example });
    for (const { problem, example } of identities.ok ? [] : identities.problems)
        refuse(problem, example);
    for (const { registry, type } of identities.ok ? identities.value : []) {
        if (all.some((each) => (0,reference/* sameRegistry */.cJ)(each.registry, registry)))
            continue;
        refuse(`has an entry for ${registry}, and neither "image" nor "source" has a repository there`, identityExample(type));
    }
}
/**
 * A tag cannot both stay and move. If it is twice in one list, it is written once: docker/metadata-action names
 * `latest` twice if it comes from "raw" and from "flavor".
 */
function refuseTorn(reader, { tags, movingTags }) {
    const problem = 'is also in "tags", where tags never move';
    for (const tag of movingTags) {
        if (!tags.some((fixed) => isOneTag(fixed, tag)))
            continue;
        reader.refuse({ input: 'moving-tags', value: tag.name, problem, example: 'latest' });
    }
}
/** Two entries are for one tag if both are for one destination; an entry without a destination is for all. */
function isOneTag(one, other) {
    const isAnywhere = one.only === undefined || other.only === undefined || (0,reference/* sameRepository */.RB)(one.only, other.only);
    return isAnywhere && one.name === other.name;
}
/** If an input says how long to wait, or what may be skipped, the user expects that something is required. */
function refuseVain(reader, { waitForChecks, allowSkipped }) {
    if (reader.asks('required-checks'))
        return;
    const example = 'required-checks: test';
    reader.refuseVain({ 'wait-for-checks': waitForChecks > 0 }, { problem: 'has no effect without "required-checks"', example });
    if (reader.asks('needs'))
        return;
    const problem = 'has no effect without "needs" or "required-checks"';
    reader.refuseVain({ 'allow-skipped': allowSkipped.length > 0 }, { problem, example });
}
/** readPlatforms reads the platforms that the image must have. If one is listed twice, another may be meant. */
function readPlatforms(reader) {
    const example = 'linux/amd64, linux/arm64';
    const platforms = reader.evidenceList('expected-platforms', example, wantedPlatform);
    for (const [at, one] of platforms.entries()) {
        if (!platforms.slice(0, at).some((other) => (0,wanted_platforms/* sameWanted */.yc)(one, other)))
            continue;
        reader.refuse({ input: 'expected-platforms', value: one.text, problem: 'is listed twice', example });
    }
    return platforms;
}
const REPORT_EXAMPLE = 'scan.sarif';
/** readScan reads what scan reports must fulfil; undefined without `scan-report`, which the other inputs need. */
function readScan(reader) {
    const reports = reader.evidenceList('scan-report', REPORT_EXAMPLE, path);
    const failOn = reader.strict('scan-fail-on', 'high', oneOf(severity/* SEVERITIES */.oC)) ?? 'critical';
    const tools = reader.list('scan-tools', 'Trivy', anyName);
    const ignoreFile = reader.read('scan-ignore', '.github/scan-ignore.yml', path);
    const binding = reader.strict('scan-binding', 'required', oneOf(SCAN_BINDINGS)) ?? 'when-named';
    if (reader.asks('scan-report'))
        return { reports, failOn, tools, ignoreFile, binding };
    const companions = {
        'scan-fail-on': failOn !== 'critical',
        'scan-tools': tools.length > 0,
        'scan-ignore': ignoreFile !== undefined,
        'scan-binding': binding !== 'when-named',
    };
    const problem = 'has no effect without "scan-report"';
    reader.refuseVain(companions, { problem, example: `scan-report: ${REPORT_EXAMPLE}` });
    return undefined;
}

;// CONCATENATED MODULE: ./build/actions/publish/publish.js








/**
 * publish is the story of the step: read the inputs and ask the gate. Only if it is open, find the image that was
 * tested, deliver it to every destination, and report. It returns whether the step succeeded.
 */
async function publish(world) {
    const { runner, lifetime } = world;
    try {
        const outcome = await Promise.race([outcomeOf(world), lifetime.lost.catch((thrown) => (0,failure_of/* failureOf */.g)(thrown, world))]);
        // An open verdict is logged when it is complete: after credentials are judged, and before anything is written.
        if (outcome.kind === 'closed')
            await (0,tell_verdict/* tellVerdict */.Hy)(runner, outcome.verdict);
        return await report(runner, { ...outcome, took: lifetime.elapsed() }, wantsSummary(runner));
    }
    catch (thrown) {
        // The outcome could not be passed on: this much can still be reported.
        return announce(runner, (0,failed/* failure */.V)(thrown, runner.redacted));
    }
    finally {
        lifetime.end();
    }
}
async function outcomeOf(world) {
    const { runner, lifetime } = world;
    try {
        runner.assertNewEnough();
        const inputs = readInputs(runner, await readYamlInputs(runner));
        lifetime.limit(inputs.timeout);
        const outcome = await decideAndPublish(world, inputs).catch((thrown) => (0,failure_of/* failureOf */.g)(thrown, world));
        return { ...outcome, destinations: inputs.destinations };
    }
    catch (thrown) {
        return (0,failure_of/* failureOf */.g)(thrown, world);
    }
}
async function decideAndPublish(world, inputs) {
    const verdict = await gatherEvidence((0,decide_gate/* decideGate */.q7)(inputs, world.runner.context()), inputs, world);
    if (verdict.kind === 'closed')
        return (0,publish_closed/* closed */.$)(verdict, inputs);
    const outcome = await passGate(world, inputs, verdict).catch((thrown) => (0,failure_of/* failureOf */.g)(thrown, world));
    return outcome.kind === 'failed' ? { verdict, ...outcome } : outcome;
}
async function passGate(world, inputs, open) {
    const { publishOpen } = await __nccwpck_require__.e(/* import() */ 408).then(__nccwpck_require__.bind(__nccwpck_require__, 7408));
    return publishOpen(open, inputs, await world.beyond(open));
}


/***/ }),

/***/ 3289:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ CREDENTIAL_POLICIES),
/* harmony export */   T: () => (/* binding */ advise)
/* harmony export */ });
/** How to treat advice on credentials. */
const CREDENTIAL_POLICIES = ['warn', 'strict', 'off'];
const DAY = 86_400_000;
/** How many days before its expiry a credential is reported to expire soon. */
const NOTICE = 14;
/** Actions that publishing needs, and those that only read. */
const NEEDED = ['pull', 'push', 'read', 'metadata_read', 'metadata/read', 'scanner-pull'];
/** advise judges a credential by what is known about it. It is a pure rule: it asks nobody, and changes nothing. */
function advise(observed) {
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


/***/ }),

/***/ 4438:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ CREDENTIAL_SCOPES),
/* harmony export */   w: () => (/* binding */ decideHandover)
/* harmony export */ });
/** What the engine gets: a token for one repository, the credential itself, or the one that is known to work. */
const CREDENTIAL_SCOPES = ['auto', 'repository', 'full'];
/**
 * How long a token must live to be the engine's by default, in seconds. The engine cannot renew it: a layer that takes
 * longer to upload could never be pushed. Docker Hub's live five minutes.
 */
const LONG_ENOUGH = 600;
/**
 * decideHandover decides what the engine gets. By default it is a token, if the registry issues one that lives long
 * enough for a push. An engine with a token asks no token service, whatever a registry tells it, and the token's
 * permissions end with it. Other permissions of the token are reported as far as they are known.
 */
function decideHandover({ scope, token, path }) {
    const full = (why) => ({ kind: 'credential', given: `the credential itself (${why})` });
    if (scope === 'full')
        return full('"credential-scope" is "full"');
    if (token === undefined) {
        if (scope === 'auto')
            return full('this registry issues no tokens');
        return { kind: 'impossible', problem: 'is "repository", but this registry issues no tokens; use "auto"' };
    }
    if (scope === 'auto' && !mayPush(token, path))
        return full('its token may not push here');
    const { expiresIn } = token;
    if (scope === 'auto' && expiresIn === undefined)
        return full('the registry does not say how long its token is valid');
    const minutes = expiresIn === undefined ? 'for an unknown time' : `for ${Math.round(expiresIn / 60)} min`;
    if (scope === 'auto' && (expiresIn ?? 0) < LONG_ENOUGH) {
        return full(`tokens of this registry are valid ${minutes}, and a push may take longer`);
    }
    return { kind: 'token', given: `${whatItMay(token, path)}, valid ${minutes}` };
}
function whatItMay(token, path) {
    if (isNarrow(token, path))
        return 'a token that may only pull from and push to this repository';
    const more = token.grants === undefined ? 'its other permissions are unknown' : 'it may do more than pull and push';
    return `a token for this repository (${more})`;
}
function mayPush({ grants }, path) {
    const here = grants?.filter(({ name }) => name === path).flatMap(({ actions }) => actions);
    return here === undefined || here.includes('push') || here.includes('*');
}
/** The token says that it may pull from and push to this repository, and nothing else. */
function isNarrow({ grants = [] }, path) {
    const granted = grants.filter(({ actions }) => actions.length > 0);
    const [only] = granted;
    const isHere = granted.length === 1 && only?.type === 'repository' && only.name === path;
    return isHere && only.actions.length === 2 && ['pull', 'push'].every((action) => only.actions.includes(action));
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

/***/ 5387:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  N: () => (/* binding */ askChecks),
  b: () => (/* binding */ unanswered)
});

// EXTERNAL MODULE: ./build/run/reports.js
var run_reports = __nccwpck_require__(1049);
// EXTERNAL MODULE: ./build/text/filter-pattern.js
var filter_pattern = __nccwpck_require__(4829);
;// CONCATENATED MODULE: ./build/gate/seen.js
const WORST_FIRST = ['failed', 'pending', 'passed', 'missing', 'left-out'];
/** worst sorts what was seen: failed before not finished, and both before passed. */
function worst(states) {
    return states.toSorted((one, other) => WORST_FIRST.indexOf(one.state) - WORST_FIRST.indexOf(other.state));
}
/** wordOf reads the state of a check run or a job. A skipped one has passed only if its name may be skipped. */
function wordOf({ name, status, conclusion }, allowSkipped) {
    if (status !== 'completed')
        return { state: 'pending', seen: `it is ${status}` };
    if (conclusion === 'success')
        return { state: 'passed', seen: 'it succeeded' };
    const isAllowed = (conclusion === 'skipped' || conclusion === 'neutral') && allowSkipped.includes(name);
    return { state: isAllowed ? 'passed' : 'failed', seen: `it ended with ${conclusion ?? 'no conclusion'}` };
}
/** reportOf names the check run of a check that has passed, and its app. */
function reportOf({ state }, { id, app }) {
    return state === 'passed' && app !== undefined ? { app: { id: app.id, slug: app.slug }, checkRun: id } : {};
}

;// CONCATENATED MODULE: ./build/gate/judge-jobs.js



/** Events whose runs count as evidence for a commit: a stranger cannot cause them with other code. */
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
 * judgeJobs reads the results of all jobs with this name, for each run in its last attempt. The job decides, because
 * anyone with `checks: write` can rename and rewrite its check run. A result counts only if the job and its check run
 * agree.
 */
function judgeJobs({ name, appId }, { checkRuns, jobs }, rules) {
    const own = ownJobs(jobs, rules);
    const isOwn = (url) => isOwnCheckRun(url, rules) || own.some(({ checkRunUrl }) => checkRunUrl === url);
    const ownSuite = own[0]?.suiteId;
    const claims = checkRuns.filter((run) => run.name === name && !isOwn(run.url) && run.app?.slug === run_reports/* ACTIONS */.k && isPinned(run, appId));
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
            ...performances.filter((each) => !isEvident(rules)(each)).map((each) => unheeded(each, rules)),
        ];
    });
}
/**
 * isThisJob is true if a required check is this job. The name of the job decides, because its check run can be renamed.
 */
function isThisJob({ name, appId }, { checkRuns, jobs }, rules) {
    const run = checkRuns.find(({ url }) => isOwnCheckRun(url, rules));
    const isAsked = appId === undefined || (run !== undefined && isPinned(run, appId));
    return isAsked && ownJobs(jobs, rules).some((job) => job.name === name);
}
/**
 * This job in every attempt of its run: earlier results of it do not count. If the run has two jobs with its name, it
 * is unknown which one it was.
 */
function ownJobs(jobs, rules) {
    const own = jobs.find(({ checkRunUrl }) => isOwnCheckRun(checkRunUrl, rules));
    if (own === undefined)
        return [];
    const namesakes = jobs.filter(({ suiteId, name }) => suiteId === own.suiteId && name === own.name);
    const isAlone = new Set(namesakes.map(({ attempt }) => attempt)).size === namesakes.length;
    return isAlone ? namesakes : [own];
}
function isOwnCheckRun(url, { ownCheckRunId }) {
    return ownCheckRunId !== undefined && url.endsWith(`/${ownCheckRunId}`);
}
function isPinned({ app }, appId) {
    return appId === undefined || app?.id === appId;
}
function isEvident({ repositoryId }) {
    return ({ job: { event, headRepositoryId } }) => headRepositoryId !== '' && headRepositoryId === repositoryId && EVIDENT_EVENTS.includes(event);
}
/** It counts neither for the check nor against it. It is reported, so that nobody suspects a forgery. */
function unheeded({ job: { event, headRepositoryId } }, { repositoryId }) {
    const whose = headRepositoryId === repositoryId ? '' : ' of a fork';
    return {
        state: 'missing',
        by: run_reports/* ACTIONS */.k,
        seen: `it is from a run for ${event}${whose}, which does not count`,
    };
}
/** GitHub lists the jobs of an attempt later than their check runs: a job without success may be one of those. */
function unlisted(claims, performances, rules) {
    const newest = Math.max(0, ...performances.filter(isEvident(rules)).map(({ run }) => run?.id ?? 0));
    const late = claims.find((run) => run.id > newest && run.conclusion !== 'success' && !performances.some(({ job }) => job.checkRunUrl === run.url));
    if (late === undefined)
        return [];
    return [{ state: 'pending', by: run_reports/* ACTIONS */.k, seen: 'it is reported, but (still) not as a job of GitHub Actions' }];
}
function ofLastAttempt(performances, { rules, isOurs }) {
    const attempts = Map.groupBy(performances, ({ job }) => job.attempt);
    const attempt = Math.max(0, ...attempts.keys());
    const last = attempts.get(attempt) ?? [];
    const [first] = last;
    if (first === undefined)
        return [];
    // If two jobs have one name, it is unknown which of them ran again.
    const most = Math.max(...[...attempts.values()].map(({ length }) => length));
    if (last.length < most) {
        const seen = `${most} jobs of a run share this name, and only ${last.length} ran again`;
        return [{ state: 'failed', by: run_reports/* ACTIONS */.k, seen }];
    }
    // It may still run in the attempt that has begun. Our own run cannot wait for itself: "needs" covers its jobs.
    if (first.job.lastAttempt > attempt && !first.job.isOver && !isOurs) {
        return [{ state: 'pending', by: run_reports/* ACTIONS */.k, seen: `attempt ${first.job.lastAttempt} of its run is not over` }];
    }
    return last.map((performed) => testimony(performed, rules));
}
function testimony({ job, run }, rules) {
    const by = run_reports/* ACTIONS */.k;
    if (run === undefined)
        return { state: 'pending', by, seen: 'its job is listed, but its check run is (still) not' };
    if (run.name !== job.name)
        return { state: 'failed', by, seen: `its check run was renamed to "${run.name}"` };
    const said = [job, run].map((each) => wordOf(each, rules.allowSkipped));
    const [word] = worst(said);
    if (word?.state !== 'passed')
        return { state: word?.state ?? 'missing', by, seen: word?.seen ?? '' };
    const doubt = job.event === 'pull_request' ? besides(job, rules) : {};
    return { ...word, ...doubt, by, ...reportOf({ ...word, ...doubt }, run) };
}
/**
 * A run for a pull request takes its workflow from the merge of both branches. With a pull request of the same commit
 * into another branch, anyone could use their own workflow for it.
 */
function besides({ pullRequests, createdAt }, { bases }) {
    const doubt = (seen) => ({ state: 'missing', seen });
    if (pullRequests === undefined)
        return doubt('GitHub did not report for which pull request it succeeded');
    if (pullRequests.length === 0)
        return doubt('it succeeded for a pull request that was not found');
    const other = pullRequests.find(({ base }) => !(0,filter_pattern/* matchesFilter */.yy)(base, bases));
    if (other !== undefined)
        return doubt(`its commit is also in a pull request into "${other.base}", which may not publish`);
    const moved = pullRequests.find((each) => (0,run_reports/* isRetargeted */.y)(each, createdAt));
    return moved === undefined ? {} : doubt(`its pull request into "${moved.base}" had another target branch before`);
}

;// CONCATENATED MODULE: ./build/gate/checks.js



/**
 * judgeChecks decides for each required check whether the commit has it. Names are compared exactly. In one suite, the
 * latest attempt counts, and every suite must pass. If a status and a check run have the same name, both must pass. A
 * check run that claims to be a job of GitHub Actions passes only if a job of a run for this commit has the same
 * result.
 */
function judgeChecks(snapshot, rules) {
    return rules.required.map((required) => judge(required, snapshot, rules));
}
function judge(required, snapshot, rules) {
    const { name, appId, askedBy } = required;
    const named = snapshot.checkRuns.filter((run) => run.name === name && (appId === undefined || run.app?.id === appId) && run.id !== rules.ownCheckRunId);
    const reports = Map.groupBy(named.filter(({ app }) => app?.slug !== run_reports/* ACTIONS */.k), ({ suiteId }) => suiteId);
    const statuses = Map.groupBy(snapshot.statuses.filter(({ context }) => context === name), ({ run }) => run);
    const states = [
        ...[...reports.values()].flatMap((suite) => reported(suite, rules)),
        ...judgeJobs(required, snapshot, rules),
        // The app of a status is unknown: if a rule names an app, a status can only fail the check.
        ...[...statuses.values()]
            .flatMap((ofRun) => stateOfStatuses(ofRun, rules))
            .filter(({ state }) => appId === undefined || state !== 'passed'),
    ];
    const seen = worst(states)[0] ?? absent(named);
    // This job would wait for itself. Reports of others under its name count.
    const asked = { name, askedBy, ...(appId === undefined ? {} : { appId }) };
    if (seen.state === 'missing' && isThisJob(required, snapshot, rules))
        return { ...asked, ...THIS_JOB };
    return { ...asked, ...seen };
}
const THIS_JOB = { state: 'left-out', by: run_reports/* ACTIONS */.k, seen: 'it is this job, and was left out' };
/** What an app reports in a suite. A check that runs again gets a new check run there, with a higher id. */
function reported(suite, { allowSkipped }) {
    const last = latest(suite);
    if (last === undefined)
        return [];
    const word = wordOf(last, allowSkipped);
    if (last.app !== undefined)
        return [{ ...word, by: last.app.slug, ...reportOf(word, last) }];
    // The app was removed, so its success does not count, but its failure does.
    return [{ ...word, by: 'an app that was removed', ...(word.state === 'passed' ? { state: 'missing' } : {}) }];
}
function absent(named) {
    const forged = named.length > 0 ? '; a check run with this name belongs to no job of GitHub Actions' : '';
    return { state: 'missing', by: 'nobody', seen: `nothing was reported under this name${forged}` };
}
function latest(items) {
    return items.reduce((newest, item) => (newest === undefined || item.id > newest.id ? item : newest), undefined);
}
/** What the statuses of one name say (and of one run, if runs report by statuses): the last one counts. */
function stateOfStatuses(statuses, { allowSkipped }) {
    const last = latest(statuses);
    if (last === undefined)
        return [];
    const { state, context, creator } = last;
    const hasPassed = state === 'success' || (state === 'skipped' && allowSkipped.includes(context));
    const word = hasPassed ? 'passed' : state === 'pending' ? 'pending' : 'failed';
    return [{ state: word, by: `a status of ${creator}`, seen: `its status is ${state}` }];
}
/** isSettled is true if longer waiting cannot change anything: all have passed, or one has failed. */
function isSettled(states) {
    return states.some(({ state }) => state === 'failed') || !states.some(isAwaited);
}
/** isAwaited is true for a check that has not passed, but still may. */
function isAwaited({ state }) {
    return state === 'pending' || state === 'missing';
}
/** checkReasons are the reasons of the checks to close the gate. Without any required check the gate never opens. */
function checkReasons(states) {
    if (states.length === 0) {
        return [
            {
                code: 'GATE_CHECKS',
                rule: 'the checks that the branch requires must have succeeded',
                seen: 'no rule of the branch requires a check',
                says: '"required-checks: branch-rules" is set, and no rule of the branch requires a check',
                opens: 'require checks in a ruleset of the branch, or name them in "required-checks"',
            },
        ];
    }
    if (states.every(({ state }) => state === 'left-out')) {
        return [
            {
                code: 'GATE_CHECKS',
                rule: 'a check besides this job itself must be required',
                seen: `only ${states.map(({ name }) => `"${name}"`).join(', ')} is required, and is this job`,
                opens: 'name other checks in "required-checks", or write "none" to require none',
            },
        ];
    }
    return states
        .filter(({ state }) => state !== 'passed' && state !== 'left-out')
        .map((each) => ({
        code: 'GATE_CHECKS',
        rule: `the check "${each.name}" must have succeeded on this commit`,
        seen: each.seen,
        opens: remedyFor(each),
    }));
}
function remedyFor({ state, by }) {
    if (state === 'failed')
        return 'let this check succeed: fix what failed, and run it again or push a new commit';
    // It ran, but in a run that does not count.
    if (state === 'missing' && by === run_reports/* ACTIONS */.k)
        return 'let it run for a push, or for a pull request into a branch that may publish';
    return 'run this job again after the check has succeeded, or set more minutes in "wait-for-checks"';
}

// EXTERNAL MODULE: ./build/gate/decide-gate.js
var decide_gate = __nccwpck_require__(5122);
// EXTERNAL MODULE: ./build/gate/verdict.js
var verdict = __nccwpck_require__(9231);
// EXTERNAL MODULE: ./build/github/github.js
var github_github = __nccwpck_require__(8331);
// EXTERNAL MODULE: ./build/run/ref.js
var ref = __nccwpck_require__(6175);
;// CONCATENATED MODULE: ./build/evidence/gather-checks.js





/**
 * askChecks reads the checks of the commit, waits for them as long as allowed, and keeps the gate open only if every
 * required check has succeeded. If the API cannot report them, the gate closes.
 */
async function askChecks(open, inputs, doors) {
    if (inputs.requiredChecks.named.length === 0 && !inputs.requiredChecks.ofBranch)
        return open;
    const token = doors.runner.secretInput('github-token');
    try {
        const states = await gather(open, inputs, { ...doors, access: { token } });
        return (0,verdict/* alsoAsking */.rN)(open, checkReasons(states), states);
    }
    catch (error) {
        if (!(error instanceof github_github/* ApiProblem */.A))
            throw error;
        const rule = `${doors.runner.context().server.name} must be able to report the checks`;
        return (0,verdict/* alsoAsking */.rN)(open, unanswered(error, { code: 'GATE_CHECKS', rule }));
    }
}
async function gather({ subject }, inputs, { runner, github, access }) {
    const context = runner.context();
    const rules = {
        required: await requiredOf(inputs, { github, access, branch: (0,ref/* branchOf */.W0)(subject.ref) }),
        allowSkipped: inputs.allowSkipped,
        ownCheckRunId: inputs.checkRunId,
        repositoryId: context.repositoryId,
        bases: (0,decide_gate/* basesThatVouch */.XP)(inputs, context),
    };
    // Of several commits, the first one that has any report of the check counts.
    const judged = (reports) => reports
        .map((each) => judgeChecks(each, rules))
        .reduce((own, head) => own.map((state, index) => (isMissing(state) ? (head[index] ?? state) : state)));
    const judgedOn = async (commits, minutes) => {
        const reports = await github.awaitReports(access, commits, {
            minutes,
            isSettled: (seen) => isSettled(judged(seen)),
            onProgress: (seen, seconds) => {
                const open = judged(seen).filter(isAwaited);
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
    const { heads, problem } = states.some(isMissing) ? await headsOf(subject.commit, { github, access }) : NO_HEADS;
    if (heads.length === 0 && inputs.waitForChecks === 0 && problem === undefined)
        return states;
    const waited = await judgedOn([subject.commit, ...heads], inputs.waitForChecks);
    // A failed question matters only if its answer could change the result.
    if (problem !== undefined && waited.some(isMissing))
        throw problem;
    return waited;
}
function isMissing({ state }) {
    return state === 'missing';
}
const NO_HEADS = { heads: [] };
/**
 * A squash or rebase merge creates a new commit, but the checks ran on the pull request's head. They count if all files
 * are identical.
 */
async function headsOf(commit, { github, access }) {
    try {
        const head = await github.squashedHead(access, commit);
        return head === undefined ? NO_HEADS : { heads: [head] };
    }
    catch (error) {
        if (error instanceof github_github/* ApiProblem */.A)
            return { heads: [], problem: error };
        throw error;
    }
}
async function requiredOf({ requiredChecks }, { github, access, branch }) {
    const askedBy = 'the input "required-checks"';
    const named = requiredChecks.named.map((name) => ({ name, appId: undefined, askedBy }));
    if (!requiredChecks.ofBranch)
        return named;
    if (branch === undefined) {
        const remedy = 'name the checks in "required-checks" for runs on tags';
        throw new github_github/* ApiProblem */.A('"branch-rules" is set, but this run is for a tag', { remedy });
    }
    const ruled = await github.requiredChecks(access, branch);
    // Required, but not there: no other check compensates for it.
    return ruled.length === 0 ? [] : [...ruled, ...named];
}
/** unanswered are the reasons if the server could not report: one for each missing permission. */
function unanswered(problem, asked) {
    return [reason(problem, asked), ...problem.also.map((other) => reason(other, asked))];
}
function reason({ message, permission, remedy = 'run the job again' }, asked) {
    const opens = permission === undefined ? remedy : `give the job the permission "${permission}" under "permissions:"`;
    return { ...asked, seen: message, opens };
}


/***/ }),

/***/ 1349:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ isCommit)
/* harmony export */ });
/** All zeros stand for no commit: before the first push to a ref, or after its deletion. */
const COMMIT = /^(?!0+$)(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
/** isCommit is true if a text names a commit in full, by its SHA-1 or SHA-256. */
function isCommit(text) {
    return COMMIT.test(text);
}


/***/ }),

/***/ 5122:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Nh: () => (/* binding */ branchesThatPublish),
/* harmony export */   XP: () => (/* binding */ basesThatVouch),
/* harmony export */   b6: () => (/* binding */ textOf),
/* harmony export */   q7: () => (/* binding */ decideGate)
/* harmony export */ });
/* unused harmony export judgeNeeds */
/* harmony import */ var _run_facts_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(6041);
/* harmony import */ var _run_ref_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(6175);
/* harmony import */ var _text_filter_pattern_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4829);
/* harmony import */ var _commit_name_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(1349);
/* harmony import */ var _event_rules_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3940);
/* harmony import */ var _events_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(9621);
/* harmony import */ var _verdict_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(9231);







/**
 * decideGate decides whether this run may publish, and for which commit: event first, then trust, then ref. Anything
 * unknown or missing closes the gate, and a closed verdict has every reason. If GitHub must still be asked about the
 * run that triggered this one, the verdict says so.
 */
function decideGate(policy, facts) {
    const event = facts.eventName;
    // Nothing in this event is certain.
    const unknown = facts.server.kind === 'unknown' ? (0,_verdict_js__WEBPACK_IMPORTED_MODULE_3__/* .closedBy */ .yU)(event, judgeServer(facts)) : undefined;
    if (unknown !== undefined)
        return unknown;
    const rule = Object.hasOwn(_event_rules_js__WEBPACK_IMPORTED_MODULE_1__/* .EVENT_RULES */ .V, event) ? _event_rules_js__WEBPACK_IMPORTED_MODULE_1__/* .EVENT_RULES */ .V[event] : undefined;
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
    const closed = (0,_verdict_js__WEBPACK_IMPORTED_MODULE_3__/* .closedBy */ .yU)(event, judgements);
    if (closed !== undefined)
        return closed;
    const held = (0,_verdict_js__WEBPACK_IMPORTED_MODULE_3__/* .heldOf */ .Le)(judgements);
    const branch = (0,_run_ref_js__WEBPACK_IMPORTED_MODULE_4__/* .branchOf */ .W0)(ref);
    const run = { event, whose: policy.commit, subject: { commit, ref } };
    if (event !== 'workflow_run' || branch === undefined)
        return (0,_verdict_js__WEBPACK_IMPORTED_MODULE_3__/* .openFor */ .qw)(run, held);
    const isOfPullRequest = (0,_run_facts_js__WEBPACK_IMPORTED_MODULE_5__/* .text */ .Qq)(facts.payload, 'workflow_run.event') === 'pull_request';
    const pullRequest = isOfPullRequest ? { since: (0,_run_facts_js__WEBPACK_IMPORTED_MODULE_5__/* .time */ .kB)(facts.payload, 'workflow_run.created_at') } : undefined;
    const isDefault = branch === (0,_run_facts_js__WEBPACK_IMPORTED_MODULE_5__/* .text */ .Qq)(facts.payload, 'repository.default_branch');
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
    const base = (0,_run_facts_js__WEBPACK_IMPORTED_MODULE_5__/* .text */ .Qq)(facts.payload, 'pull_request.base.ref');
    const own = base === undefined ? [] : exactly(base);
    return [...defaultBranch(facts), ...own, ...(policy.branches ?? [])];
}
function neverOpens(event) {
    const why = Object.hasOwn(_events_js__WEBPACK_IMPORTED_MODULE_2__/* .NEVER_OPENED */ .nM, event) ? _events_js__WEBPACK_IMPORTED_MODULE_2__/* .NEVER_OPENED */ .nM[event] : 'it is not an event that this action knows';
    return {
        code: 'GATE_EVENT',
        rule: `this event never publishes: ${why}`,
        seen: event === '' ? 'no event' : `the event ${event}`,
        says: event === '' ? 'this run names no event' : `the event "${event}" never publishes: ${why}`,
        opens: `run the workflow for one of the events ${_events_js__WEBPACK_IMPORTED_MODULE_2__/* .OPEN_BY_DEFAULT */ .Nk.join(', ')}`,
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
        return { code: 'GATE_EVENT', ...listed, says, opens: _event_rules_js__WEBPACK_IMPORTED_MODULE_1__/* .AFTER_THE_MERGE */ .M };
    const opens = event === 'pull_request' ? `${_event_rules_js__WEBPACK_IMPORTED_MODULE_1__/* .AFTER_THE_MERGE */ .M}. To publish from pull requests, too, ${list}` : list;
    return { code: 'GATE_EVENT', ...listed, says, opens };
}
function isOfFork(judgements) {
    return judgements.some((each) => 'code' in each && each.code === 'GATE_FORK');
}
/** No input publishes the branch of a fork. */
function forFork(judged, { judgements }) {
    return 'code' in judged && isOfFork(judgements) ? { ...judged, opens: _event_rules_js__WEBPACK_IMPORTED_MODULE_1__/* .AFTER_THE_MERGE */ .M } : judged;
}
function judgeCommit(commit) {
    const rule = 'the event must name a commit in full';
    const seen = commit === '' ? 'no commit' : `"${commit}"`;
    if ((0,_commit_name_js__WEBPACK_IMPORTED_MODULE_6__/* .isCommit */ .W)(commit))
        return { rule, seen, says: `the commit is ${commit}` };
    return { code: 'GATE_EVENT', rule, seen, opens: 'publish from a run for a commit' };
}
/** Refs are compared in full: a branch with the name `refs/tags/v1` is `refs/heads/refs/tags/v1`, a branch. */
function judgeRef(ref, policy, facts) {
    const seen = ref === '' ? 'no ref' : `the ref ${ref}`;
    const branch = (0,_run_ref_js__WEBPACK_IMPORTED_MODULE_4__/* .branchOf */ .W0)(ref);
    const tag = (0,_run_ref_js__WEBPACK_IMPORTED_MODULE_4__/* .gitTagOf */ .Eb)(ref);
    if (branch !== undefined) {
        const patterns = branchesThatPublish(policy, facts);
        const wanted = textOf(patterns) || 'the default branch, which the event does not name';
        const rule = `the branch must match: ${wanted}`;
        if ((0,_text_filter_pattern_js__WEBPACK_IMPORTED_MODULE_0__/* .matchesFilter */ .yy)(branch, patterns))
            return { rule, seen, says: `the branch "${branch}" is allowed` };
        const says = `the branch "${branch}" is not allowed; allowed: ${wanted}`;
        const opens = patterns.length === 0 ? NAME_BRANCHES : `merge into ${wanted}, or add the branch to "branches"`;
        return { code: 'GATE_REF', rule, seen, says, opens };
    }
    if (tag !== undefined) {
        const patterns = textOf(policy.gitTags);
        const rule = `the git tag must match: ${patterns || 'nothing'}`;
        if ((0,_text_filter_pattern_js__WEBPACK_IMPORTED_MODULE_0__/* .matchesFilter */ .yy)(tag, policy.gitTags))
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
    const named = (0,_run_facts_js__WEBPACK_IMPORTED_MODULE_5__/* .text */ .Qq)(payload, 'repository.default_branch');
    const name = named ?? (eventName === 'schedule' ? (0,_run_ref_js__WEBPACK_IMPORTED_MODULE_4__/* .branchOf */ .W0)(ref) : undefined);
    return name === undefined ? [] : exactly(name);
}
/** The pattern that matches only this name. */
function exactly(name) {
    const parsed = (0,_text_filter_pattern_js__WEBPACK_IMPORTED_MODULE_0__/* .parseFilterPattern */ .UX)(name.replace(/[\\*?+[\]!]/g, '\\$&'));
    return parsed.ok ? [{ ...parsed.value, text: name }] : [];
}


/***/ }),

/***/ 3940:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ AFTER_THE_MERGE),
/* harmony export */   V: () => (/* binding */ EVENT_RULES)
/* harmony export */ });
/* harmony import */ var _run_facts_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6041);
/* harmony import */ var _run_ref_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6175);


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
        subject: subject((0,_run_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(payload, 'merge_group.head_sha'), (0,_run_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(payload, 'merge_group.base_ref')),
        judgements: [
            expected(payload, { path: 'action', wanted: 'checks_requested', opens: 'put the pull request into the merge queue again' }, 'the commit must still be in the queue'),
        ],
    }),
    workflow_run: (facts, events) => {
        const { payload } = facts;
        return {
            // GITHUB_SHA is always the tip of the default branch here, and not the commit of the other run.
            subject: onBranch((0,_run_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(payload, 'workflow_run.head_sha'), (0,_run_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(payload, 'workflow_run.head_branch')),
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
            subject: onBranch((0,_run_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(payload, 'pull_request.head.sha'), (0,_run_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(payload, 'pull_request.head.ref')),
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
    const action = (0,_run_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(payload, path);
    const seen = told(path, action);
    if (action === 'published' || action === 'released')
        return { rule: FINAL, seen };
    return { code: 'GATE_EVENT', rule: FINAL, seen, opens: PUBLISH_RELEASE };
}
function subject(commit, ref) {
    return { ...(commit === undefined ? {} : { commit }), ...(ref === undefined ? {} : { ref }) };
}
function onBranch(commit, branch) {
    return subject(commit, branch === undefined ? undefined : (0,_run_ref_js__WEBPACK_IMPORTED_MODULE_1__/* .refOfBranch */ .$Q)(branch));
}
/** What is required of a run is also required of the run that triggered it. */
function ofListedEvent(payload, events) {
    const path = 'workflow_run.event';
    const cause = (0,_run_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(payload, path);
    const isListed = events.some((event) => event === cause && event !== 'workflow_run');
    const listed = judged(isListed, 'the event of the run that triggered this one must be listed, too', told(path, cause));
    const people = ['workflow_run.actor.type', 'workflow_run.triggering_actor.type'];
    return [listed, ...(isListed && cause === 'pull_request' ? [byPeople(payload, people)] : [])];
}
/** A deleted head repository has no id, and counts as a fork. */
function ofSameRepository({ payload, repositoryId }, path) {
    const rule = `the commit must come from this repository (id ${repositoryId || 'unknown'}), not from a fork`;
    const head = (0,_run_facts_js__WEBPACK_IMPORTED_MODULE_0__.id)(payload, path);
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
    const name = (0,_run_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(payload, path);
    const isOwn = name !== undefined && ref === (0,_run_ref_js__WEBPACK_IMPORTED_MODULE_1__/* .refOfGitTag */ .BN)(name);
    return judged(isOwn, 'a release runs on its own tag', told(path, (0,_run_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(payload, path)));
}
/**
 * A stranger wrote what a bot puts into a pull request (a new version of a package). People decide whether to merge it.
 */
function byPeople(payload, paths) {
    const rule = 'a pull request publishes only if people, not bots, opened it and pushed to it';
    const other = paths.find((path) => (0,_run_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(payload, path) !== 'User');
    const shown = other === undefined ? paths : [other];
    return judged(other === undefined, rule, shown.map((path) => told(path, (0,_run_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(payload, path))).join(', '));
}
function withNewCommit(payload) {
    const action = (0,_run_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(payload, 'action') ?? '';
    const isNew = ['opened', 'synchronize', 'reopened', 'ready_for_review'].includes(action);
    return judged(isNew, 'only a new commit of a pull request is published', told('action', (0,_run_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(payload, 'action')));
}
function expected(payload, { path, wanted, says = [undefined, undefined], opens }, rule) {
    const found = (0,_run_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(payload, path);
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


/***/ }),

/***/ 9621:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Nk: () => (/* binding */ OPEN_BY_DEFAULT),
/* harmony export */   nM: () => (/* binding */ NEVER_OPENED),
/* harmony export */   r2: () => (/* binding */ OPENABLE_EVENTS)
/* harmony export */ });
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


/***/ }),

/***/ 9231:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   HX: () => (/* binding */ COMMITS),
/* harmony export */   Le: () => (/* binding */ heldOf),
/* harmony export */   M2: () => (/* binding */ WHEN_CLOSED),
/* harmony export */   dK: () => (/* binding */ closedAfter),
/* harmony export */   nv: () => (/* binding */ openForImage),
/* harmony export */   qw: () => (/* binding */ openFor),
/* harmony export */   rN: () => (/* binding */ alsoAsking),
/* harmony export */   yU: () => (/* binding */ closedBy),
/* harmony export */   z6: () => (/* binding */ endingOf)
/* harmony export */ });
/** Which commit an image is of: the commit of the run, or the one that the image itself names (a promotion). */
const COMMITS = ['run', 'image'];
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

/***/ 6901:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ githubWhenAsked)
/* harmony export */ });
/**
 * githubWhenAsked loads the API's client at the first request: most closed gates do not need it, and its dependencies
 * (TLS, the proxy, Octokit) take longer to load than everything else they need.
 */
function githubWhenAsked(options) {
    let loaded;
    const github = () => {
        loaded ??= __nccwpck_require__.e(/* import() */ 131).then(__nccwpck_require__.bind(__nccwpck_require__, 1131)).then(({ restGitHub }) => restGitHub(options));
        return loaded;
    };
    return {
        awaitReports: async (...asked) => (await github()).awaitReports(...asked),
        requiredChecks: async (...asked) => (await github()).requiredChecks(...asked),
        squashedHead: async (...asked) => (await github()).squashedHead(...asked),
        branchHas: async (...asked) => (await github()).branchHas(...asked),
        branchNames: async (...asked) => (await github()).branchNames(...asked),
        pullRequestsOf: async (...asked) => (await github()).pullRequestsOf(...asked),
    };
}


/***/ }),

/***/ 8331:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
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

/***/ 5429:
/***/ (() => {


;// CONCATENATED MODULE: external "node:v8"
const external_node_v8_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:v8");
;// CONCATENATED MODULE: ./build/http/prompt-collection.js

/*
 * Received memory should be freed soon. Each piece of an answer is a separate buffer, and V8 counts only the small
 * object for it. With space for many such objects, about 100 MiB of unused pieces wait to be collected. That space
 * grows while a program starts, and no longer after this setting, so a program loads this first.
 */
(0,external_node_v8_namespaceObject.setFlagsFromString)('--semi-space-growth-factor=1');


/***/ }),

/***/ 8033:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ artifactOf)
/* harmony export */ });
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


/***/ }),

/***/ 3408:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ attachedAt),
/* harmony export */   z: () => (/* binding */ REFERRERS)
/* harmony export */ });
/** What to do with the referrers of an image at its source. */
const REFERRERS = ['copy', 'leave'];
/** attachedAt describes an image whose manifests are all in one place. */
function attachedAt({ manifests }, place) {
    return { manifests, at: [{ place, subjects: manifests }] };
}


/***/ }),

/***/ 5003:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   QJ: () => (/* binding */ isArtifactRegistry),
/* harmony export */   d_: () => (/* binding */ parseEcrRegistry),
/* harmony export */   t4: () => (/* binding */ parseAcrRegistry)
/* harmony export */ });
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


/***/ }),

/***/ 6382:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Ih: () => (/* binding */ canonicalRunConfig),
/* harmony export */   P1: () => (/* binding */ REVISION_LABEL),
/* harmony export */   UR: () => (/* binding */ namesPlatform),
/* harmony export */   Zk: () => (/* binding */ sameLayers),
/* harmony export */   jQ: () => (/* binding */ revisionIn),
/* harmony export */   k$: () => (/* binding */ configIn),
/* harmony export */   o4: () => (/* binding */ parseConfig)
/* harmony export */ });
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5436);
/* harmony import */ var _document_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(2981);
/* harmony import */ var _platform_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(3847);



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
        if (error instanceof _document_js__WEBPACK_IMPORTED_MODULE_1__/* .ManifestProblem */ .Rn)
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

/***/ 8447:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ ImageProblem),
/* harmony export */   g: () => (/* binding */ lacking)
/* harmony export */ });
/** What is wrong with an image in any place, as the end of the sentence "No image: …". */
class ImageProblem extends Error {
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
    return new ImageProblem(`it lacks ${missing.slice(0, MOST_NAMED).join(', ')}${more}`, { missing });
}


/***/ }),

/***/ 5436:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   VK: () => (/* binding */ shortDigest),
/* harmony export */   cK: () => (/* binding */ matches),
/* harmony export */   m: () => (/* binding */ parseDigest),
/* harmony export */   ol: () => (/* binding */ digestOf)
/* harmony export */ });
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

/***/ 2981:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   E1: () => (/* binding */ parseList),
/* harmony export */   Rn: () => (/* binding */ ManifestProblem),
/* harmony export */   eB: () => (/* binding */ asObject),
/* harmony export */   r9: () => (/* binding */ readDocuments),
/* harmony export */   u0: () => (/* binding */ readDocument),
/* harmony export */   zj: () => (/* binding */ LARGEST_DOCUMENT)
/* harmony export */ });
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

/***/ 9963:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   AM: () => (/* binding */ readImage),
/* harmony export */   Bv: () => (/* binding */ imagesThere),
/* harmony export */   XD: () => (/* binding */ readRoot)
/* harmony export */ });
/* harmony import */ var _content_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8447);
/* harmony import */ var _media_types_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(406);
/* harmony import */ var _reading_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(4638);
/* harmony import */ var _roles_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(6343);




/**
 * readImage reads the image under a root manifest or index. It hashes every manifest and config, and checks that every
 * layer exists with its size. Every leaf must be an attestation, or the only image for its platform. Anything else is
 * rejected by name. Throws an ImageProblem, which names missing parts before wrong ones.
 */
async function readImage(content, root) {
    const { manifests, leaves } = await new _reading_js__WEBPACK_IMPORTED_MODULE_2__/* .Reading */ .zK(content).branch(root, 0);
    const images = leaves.flatMap(({ image }) => image ?? []);
    const [first, ...others] = distinctBy(images, ({ manifest }) => manifest.digest);
    if (first === undefined)
        throw new _content_js__WEBPACK_IMPORTED_MODULE_0__/* .ImageProblem */ .d('it has no image that can run');
    const platforms = [first, ...others];
    (0,_roles_js__WEBPACK_IMPORTED_MODULE_3__/* .seeOnePerPlatform */ .K8)(platforms);
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
    return new _reading_js__WEBPACK_IMPORTED_MODULE_2__/* .Reading */ .zK(content).manifest(at, 'manifest');
}
/**
 * imagesThere finds the images of an index that are complete: of an image for several platforms, an engine saves only
 * the platforms that it has. Throws an ImageProblem if a part exists, but is wrong.
 */
async function imagesThere(content, { children }) {
    const reading = new _reading_js__WEBPACK_IMPORTED_MODULE_2__/* .Reading */ .zK(content);
    const images = children.filter((child) => !child.isAttestation && !(0,_media_types_js__WEBPACK_IMPORTED_MODULE_1__/* .isIndexType */ .$U)(child)).slice(0, _reading_js__WEBPACK_IMPORTED_MODULE_2__/* .MOST_MANIFESTS */ .PO);
    const found = images.map((child) => ifThere(reading.manifest(child, (0,_reading_js__WEBPACK_IMPORTED_MODULE_2__/* .kindOf */ .I)(child)).then((manifest) => reading.branch(manifest, 1, child))));
    const there = (await (0,_reading_js__WEBPACK_IMPORTED_MODULE_2__/* .together */ .bs)(found)).flatMap((branch) => branch?.leaves ?? []);
    return distinctBy(there.map(({ manifest }) => manifest), byDigest);
}
async function ifThere(read) {
    return read.catch((error) => {
        if (error instanceof _content_js__WEBPACK_IMPORTED_MODULE_0__/* .ImageProblem */ .d && error.missing.length > 0)
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


/***/ }),

/***/ 9941:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ parseManifest)
/* harmony export */ });
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5436);
/* harmony import */ var _document_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(2981);
/* harmony import */ var _media_types_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(406);
/* harmony import */ var _platform_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(3847);




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
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $U: () => (/* binding */ isIndexType),
/* harmony export */   Q3: () => (/* binding */ isManifestType),
/* harmony export */   TF: () => (/* binding */ OCI_CONFIG),
/* harmony export */   V4: () => (/* binding */ MANIFESTS),
/* harmony export */   Z2: () => (/* binding */ MEDIA_TYPES),
/* harmony export */   _m: () => (/* binding */ isImageConfig),
/* harmony export */   jq: () => (/* binding */ isForeign),
/* harmony export */   lj: () => (/* binding */ INDEXES)
/* harmony export */ });
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
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   FL: () => (/* binding */ parsePlatform),
/* harmony export */   iJ: () => (/* binding */ platformNames),
/* harmony export */   m: () => (/* binding */ asEnginesRead),
/* harmony export */   sb: () => (/* binding */ sameMachine),
/* harmony export */   uZ: () => (/* binding */ parseOsVersion)
/* harmony export */ });
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

/***/ 4638:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ kindOf),
/* harmony export */   IC: () => (/* binding */ miscounted),
/* harmony export */   PO: () => (/* binding */ MOST_MANIFESTS),
/* harmony export */   S8: () => (/* binding */ otherSize),
/* harmony export */   bs: () => (/* binding */ together),
/* harmony export */   zK: () => (/* binding */ Reading)
/* harmony export */ });
/* harmony import */ var _artifacts_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8033);
/* harmony import */ var _content_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8447);
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(5436);
/* harmony import */ var _document_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(2981);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(9941);
/* harmony import */ var _media_types_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(406);
/* harmony import */ var _roles_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(6343);







/** An index may contain indexes, but those only manifests: nobody builds deeper ones, and a circle never ends. */
const DEEPEST = 2;
/** Manifests and indexes of one image. */
const MOST_MANIFESTS = 200;
/** Engines accept at most 127. */
const MOST_LAYERS = 1000;
/** Bytes of all manifests and configs together; they are kept in memory. */
const MOST_BYTES = 32 * 1024 * 1024;
/** Reading reads one image: each part once, and everything within limits. */
class Reading {
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
            throw new _content_js__WEBPACK_IMPORTED_MODULE_1__/* .ImageProblem */ .d(`its index ${manifest.digest} lies more than ${DEEPEST} indexes deep`);
        this.#manifests += manifest.children.length;
        if (this.#manifests > MOST_MANIFESTS)
            throw new _content_js__WEBPACK_IMPORTED_MODULE_1__/* .ImageProblem */ .d(`it has more than ${MOST_MANIFESTS} manifests`);
        const below = await together(manifest.children.map(async (each) => {
            if (!(0,_media_types_js__WEBPACK_IMPORTED_MODULE_5__/* .isManifestType */ .Q3)(each))
                throw notOfImages(manifest);
            return this.branch(await this.manifest(each, kindOf(each)), depth + 1, each);
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
                throw (0,_content_js__WEBPACK_IMPORTED_MODULE_1__/* .lacking */ .g)([`the ${what} ${at.digest}`]);
            seeBytes(found.bytes, at, 'manifest');
            const manifest = (0,_roles_js__WEBPACK_IMPORTED_MODULE_6__/* .parsed */ .Yz)(`manifest ${at.digest} is not one`, () => (0,_manifest_js__WEBPACK_IMPORTED_MODULE_4__/* .parseManifest */ .N)(found.bytes, found.mediaType));
            if (manifest.mediaType !== at.mediaType) {
                throw new _content_js__WEBPACK_IMPORTED_MODULE_1__/* .ImageProblem */ .d(`its manifest ${at.digest} has another media type than the index says`);
            }
            // Our own hash is SHA-256; the image may name the manifest by another algorithm.
            return { ...manifest, digest: at.digest };
        });
    }
    async #leaf(manifest, child) {
        const { config, layers, digest } = manifest;
        const foreign = layers.find(_media_types_js__WEBPACK_IMPORTED_MODULE_5__/* .isForeign */ .jq);
        if (foreign !== undefined)
            throw new _content_js__WEBPACK_IMPORTED_MODULE_1__/* .ImageProblem */ .d(`its layer ${foreign.digest} is a foreign layer`, FOREIGN);
        if (layers.length > MOST_LAYERS)
            throw new _content_js__WEBPACK_IMPORTED_MODULE_1__/* .ImageProblem */ .d(`its manifest ${digest} has more than ${MOST_LAYERS} layers`);
        // The config of an artifact may also be its layer.
        const others = layers.filter((layer) => keyOf(layer) !== keyOf(config));
        const reading = this.#config(config);
        await together([reading, ...others.map((layer) => this.#layer(layer))]);
        const bytes = await reading;
        if (child?.isAttestation !== true)
            return { manifest, config: bytes, image: (0,_roles_js__WEBPACK_IMPORTED_MODULE_6__/* .platformImage */ .bg)(manifest, bytes, child) };
        (0,_roles_js__WEBPACK_IMPORTED_MODULE_6__/* .seeAttestation */ .UI)(manifest, bytes);
        return { manifest, config: bytes };
    }
    #config(at) {
        return this.#once(keyOf(at), async () => {
            this.#weigh(at, 'config');
            const bytes = await this.#content.config(at);
            if (bytes === undefined)
                throw (0,_content_js__WEBPACK_IMPORTED_MODULE_1__/* .lacking */ .g)([`the config ${at.digest}`]);
            seeBytes(bytes, at, 'config');
            return bytes;
        });
    }
    #layer(at) {
        return this.#once(`layer ${keyOf(at)}`, async () => {
            const size = await this.#content.sizeOf(at);
            if (size === undefined)
                throw (0,_content_js__WEBPACK_IMPORTED_MODULE_1__/* .lacking */ .g)([`the layer ${at.digest}`]);
            if (size !== at.size)
                throw otherSize(`layer ${at.digest}`, size, at);
        });
    }
    #weigh({ digest, size }, what) {
        if (size > _document_js__WEBPACK_IMPORTED_MODULE_3__/* .LARGEST_DOCUMENT */ .zj)
            throw new _content_js__WEBPACK_IMPORTED_MODULE_1__/* .ImageProblem */ .d(`its ${what} ${digest} has more than ${_document_js__WEBPACK_IMPORTED_MODULE_3__/* .LARGEST_DOCUMENT */ .zj} bytes`);
        this.#bytes += size;
        if (this.#bytes > MOST_BYTES)
            throw new _content_js__WEBPACK_IMPORTED_MODULE_1__/* .ImageProblem */ .d('its manifests and configs are too large for an image');
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
    return new _content_js__WEBPACK_IMPORTED_MODULE_1__/* .ImageProblem */ .d(`its ${what} has ${bytes} bytes, and should have ${size}`, { isDamage: true });
}
/**
 * miscounted is for content with the right digest: nothing was changed, but the tool that wrote the image counted
 * wrongly.
 */
function miscounted(what, bytes, { size }) {
    return new _content_js__WEBPACK_IMPORTED_MODULE_1__/* .ImageProblem */ .d(`its ${what} has ${bytes} bytes, and the image says ${size}`);
}
function seeBytes(bytes, at, what) {
    const isItself = (0,_digest_js__WEBPACK_IMPORTED_MODULE_2__/* .matches */ .cK)(at.digest, bytes);
    if (isItself && bytes.byteLength === at.size)
        return;
    if (isItself)
        throw miscounted(`${what} ${at.digest}`, bytes.byteLength, at);
    if (bytes.byteLength !== at.size)
        throw otherSize(`${what} ${at.digest}`, bytes.byteLength, at);
    throw new _content_js__WEBPACK_IMPORTED_MODULE_1__/* .ImageProblem */ .d(`its ${what} ${at.digest} was changed: its digest is another`, { isDamage: true });
}
/** An index may list anything (image-spec, image-index.md); BuildKit stores its caches this way. */
function notOfImages({ digest, children }) {
    const types = children.map(({ mediaType }) => mediaType).filter((mediaType) => !(0,_media_types_js__WEBPACK_IMPORTED_MODULE_5__/* .isManifestType */ .Q3)({ mediaType }));
    const { what, hint } = (0,_artifacts_js__WEBPACK_IMPORTED_MODULE_0__/* .artifactOf */ .q)(types.find((type) => type.includes('config')) ?? types[0] ?? '');
    return new _content_js__WEBPACK_IMPORTED_MODULE_1__/* .ImageProblem */ .d(`its index ${digest} does not only list images, but also ${what}`, { hint });
}
/** kindOf names the kind of a child of an index. */
function kindOf(child) {
    if (child.isAttestation)
        return 'attestation';
    return (0,_media_types_js__WEBPACK_IMPORTED_MODULE_5__/* .isIndexType */ .$U)(child) ? 'index' : `manifest for ${child.platform ?? 'its platform'},`;
}
/**
 * together waits for all results, so that the error does not depend on their order: first what could not be read, then
 * everything that is missing, then the first part that is wrong.
 */
async function together(work) {
    const settled = await Promise.allSettled(work);
    const failures = settled.flatMap((each) => (each.status === 'rejected' ? [each.reason] : []));
    const unread = failures.find((error) => !(error instanceof _content_js__WEBPACK_IMPORTED_MODULE_1__/* .ImageProblem */ .d));
    if (unread !== undefined)
        throw unread;
    const problems = failures;
    const missing = problems.flatMap((problem) => problem.missing);
    if (missing.length > 0)
        throw (0,_content_js__WEBPACK_IMPORTED_MODULE_1__/* .lacking */ .g)([...new Set(missing)]);
    if (problems[0] !== undefined)
        throw problems[0];
    return settled.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
}
/** Two descriptors of one part with different sizes are read separately: one of them is wrong. */
function keyOf({ digest, size }) {
    return `${digest} ${size}`;
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
/* harmony export */   kU: () => (/* binding */ dockerServer),
/* harmony export */   wn: () => (/* binding */ subjectName),
/* harmony export */   z$: () => (/* binding */ referenceName)
/* harmony export */ });
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

/***/ 6343:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   K8: () => (/* binding */ seeOnePerPlatform),
/* harmony export */   UI: () => (/* binding */ seeAttestation),
/* harmony export */   Yz: () => (/* binding */ parsed),
/* harmony export */   bg: () => (/* binding */ platformImage),
/* harmony export */   su: () => (/* binding */ isForSame)
/* harmony export */ });
/* harmony import */ var _artifacts_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8033);
/* harmony import */ var _config_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6382);
/* harmony import */ var _content_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(8447);
/* harmony import */ var _document_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(2981);
/* harmony import */ var _media_types_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(406);
/* harmony import */ var _platform_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(3847);






/**
 * seeAttestation checks that an attestation is not an image. People do not check an attestation as they check an image,
 * and engines ignore both the name and the media type of its config. Throws an ImageProblem.
 */
function seeAttestation({ digest, config }, bytes) {
    if (parsed(`config ${config.digest} is not that of an attestation`, () => (0,_config_js__WEBPACK_IMPORTED_MODULE_1__/* .namesPlatform */ .UR)(bytes))) {
        throw new _content_js__WEBPACK_IMPORTED_MODULE_2__/* .ImageProblem */ .d(`its manifest ${digest} is called an attestation, but its config is that of an image`);
    }
}
/** platformImage reads the image for one platform from a manifest and its config. Throws an ImageProblem. */
function platformImage(manifest, bytes, child) {
    const { digest, config: at, layers } = manifest;
    if (!(0,_media_types_js__WEBPACK_IMPORTED_MODULE_4__/* .isImageConfig */ ._m)(at)) {
        const { what, hint } = (0,_artifacts_js__WEBPACK_IMPORTED_MODULE_0__/* .artifactOf */ .q)(at.mediaType);
        throw new _content_js__WEBPACK_IMPORTED_MODULE_2__/* .ImageProblem */ .d(`its manifest ${digest} is neither an image nor an attestation, but ${what}`, { hint });
    }
    const what = `config ${at.digest} is not that of an image`;
    if (!parsed(what, () => (0,_config_js__WEBPACK_IMPORTED_MODULE_1__/* .namesPlatform */ .UR)(bytes))) {
        throw new _content_js__WEBPACK_IMPORTED_MODULE_2__/* .ImageProblem */ .d(`its ${what}: it names no platform`, { hint: NO_PLATFORM });
    }
    const config = parsed(what, () => (0,_config_js__WEBPACK_IMPORTED_MODULE_1__/* .parseConfig */ .o4)(bytes));
    if (config.diffIds.length !== layers.length) {
        throw new _content_js__WEBPACK_IMPORTED_MODULE_2__/* .ImageProblem */ .d(`its manifest ${digest} has ${layers.length} layers, but its config ${at.digest} ${config.diffIds.length}`);
    }
    if (child?.platform !== undefined && !(0,_platform_js__WEBPACK_IMPORTED_MODULE_5__/* .sameMachine */ .sb)(child.platform, config.platform)) {
        const problem = `its index says that ${digest} is for ${child.platform}, its config ${config.platform}`;
        throw new _content_js__WEBPACK_IMPORTED_MODULE_2__/* .ImageProblem */ .d(problem, { hint: TWO_PLATFORMS });
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
        const other = images.slice(0, at).find((each) => isForSame(each, image));
        if (other === undefined)
            continue;
        const [one, two] = [other.manifest.digest, image.manifest.digest];
        throw new _content_js__WEBPACK_IMPORTED_MODULE_2__/* .ImageProblem */ .d(`it has two images for ${image.platform}: ${one} and ${two}`);
    }
}
/** isForSame tells whether engines could confuse the two images. */
function isForSame(one, other) {
    const machine = (0,_platform_js__WEBPACK_IMPORTED_MODULE_5__/* .asEnginesRead */ .m)(one.platform);
    if (machine !== (0,_platform_js__WEBPACK_IMPORTED_MODULE_5__/* .asEnginesRead */ .m)(other.platform))
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
        if (!(cause instanceof _document_js__WEBPACK_IMPORTED_MODULE_3__/* .ManifestProblem */ .Rn))
            throw cause;
        throw new _content_js__WEBPACK_IMPORTED_MODULE_2__/* .ImageProblem */ .d(`its ${what}: ${cause.message}`);
    }
}


/***/ }),

/***/ 8169:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Nm: () => (/* binding */ ofCommit),
/* harmony export */   PJ: () => (/* binding */ parseSource),
/* harmony export */   St: () => (/* binding */ repositoriesIn),
/* harmony export */   ug: () => (/* binding */ ENGINES)
/* harmony export */ });
/* harmony import */ var _text_commit_template_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(9240);
/* harmony import */ var _reference_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7755);


/** Who pushes: the engine, this action, or (auto) the one that has the image. */
const ENGINES = ['auto', 'docker', 'direct'];
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
    return all.filter((one, at) => all.findIndex((other) => (0,_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .sameRepository */ .RB)(one, other)) === at);
}
/** ofCommit inserts the commit into the texts of a source; `{short-sha}` is its first 12 digits. */
function ofCommit(source, commit) {
    if (source.kind === 'file')
        return { ...source, text: (0,_text_commit_template_js__WEBPACK_IMPORTED_MODULE_1__/* .withCommit */ .e)(source.text, commit) };
    return { ...source, name: (0,_text_commit_template_js__WEBPACK_IMPORTED_MODULE_1__/* .withCommit */ .e)(source.name, commit) };
}
/** parseSource reads the text of a source (the prefixes are those of containers-transports). */
function parseSource(text) {
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
    const sample = (0,_text_commit_template_js__WEBPACK_IMPORTED_MODULE_1__/* .withCommit */ .e)(name, SAMPLE);
    const parsed = IMAGE_ID.test(sample) ? { ok: true } : (0,_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseReference */ .F2)(sample);
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
    const parsed = (0,_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseReference */ .F2)((0,_text_commit_template_js__WEBPACK_IMPORTED_MODULE_1__/* .withCommit */ .e)(text, SAMPLE));
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
    const at = (0,_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseRepository */ .SU)(text.slice(0, end));
    return at.ok ? { ok: true, value: { kind: 'registry', at: at.value, name: text.slice(end + 1) } } : at;
}


/***/ }),

/***/ 6863:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ usuallyMoves),
/* harmony export */   C: () => (/* binding */ isVersionName)
/* harmony export */ });
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


/***/ }),

/***/ 2373:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   AP: () => (/* binding */ isCalled),
/* harmony export */   Tj: () => (/* binding */ lossLines),
/* harmony export */   UD: () => (/* binding */ compare),
/* harmony export */   eZ: () => (/* binding */ namesOf),
/* harmony export */   n6: () => (/* binding */ testedIn),
/* harmony export */   oN: () => (/* binding */ besides)
/* harmony export */ });
/* harmony import */ var _config_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6382);

/** testedIn describes an image that was read. */
function testedIn({ root, platforms }, { narrowedFrom, leftBehind } = { narrowedFrom: undefined }) {
    const [first, ...others] = platforms.map((each) => {
        const { config, digest, layers } = each.manifest;
        const layerBytes = layers.reduce((sum, { size }) => sum + size, 0);
        return { ...each, configDigest: config.digest, manifestDigest: digest, layerBytes };
    });
    const id = root.kind === 'index' ? root.digest : first?.configDigest;
    if (first === undefined || id === undefined)
        throw new Error('an image has a platform');
    const wholes = narrowedFrom === undefined ? [root.digest] : [root.digest, narrowedFrom];
    return {
        id,
        root: root.digest,
        names: [...wholes.map((digest) => ({ digest, of: 'whole' })), ...[first, ...others].flatMap(namesOf)],
        platforms: [first, ...others],
        isComplete: true,
        calledAs: [],
        narrowedFrom,
        leftBehind: leftBehind ?? [],
    };
}
/** namesOf returns the digests of one platform's own documents. */
function namesOf({ platform, manifestDigest, configDigest }) {
    const digests = [manifestDigest, configDigest].filter((digest) => digest !== undefined);
    return digests.map((digest) => ({ digest, of: platform }));
}
/**
 * isCalled tells whether a digest names the image: all of it, or its only platform. One of several platforms is only a
 * part of what was tested.
 */
function isCalled({ names, platforms, isComplete }, digest) {
    const hasOne = isComplete && platforms.length === 1;
    return names.some((name) => name.digest === digest && (name.of === 'whole' || hasOne));
}
/** besides names the parts of an index other than its one published image. */
function besides(index, published) {
    if (index.kind === 'manifest')
        return [];
    const others = index.children.filter(({ digest }) => digest !== published);
    return others.map(({ digest, isAttestation, platform = 'an unknown platform' }) => {
        return `${isAttestation ? 'an attestation' : platform} (${digest})`;
    });
}
/** The most parts that one line names. */
const MOST_NAMED = 10;
/** lossLines report that less is published than the source's index, or its file, contains, and what is missing. */
function lossLines({ narrowedFrom: index, leftBehind = [], }) {
    const more = leftBehind.length > MOST_NAMED ? ` and ${leftBehind.length - MOST_NAMED} more` : '';
    const lost = `${leftBehind.slice(0, MOST_NAMED).join(', ')}${more}`;
    if (index !== undefined) {
        const without = lost === '' ? '' : `, without ${lost}`;
        return [`The engine has only one platform of the index ${index}: only that platform is published${without}.`];
    }
    return lost === '' ? [] : [`These are in the source, but are not published: ${lost}.`];
}
/**
 * compare tells whether the image on a registry is the tested one. `config` is the config of a single image, if it was
 * read; without it, row 6 is a difference.
 *
 * |   | tested                             | served                     | answer        |
 * |---|------------------------------------|----------------------------|---------------|
 * | 1 | a root, or an ID that is one       | the same root              | same bytes    |
 * | 2 | anything else                      | an index                   | difference    |
 * | 3 | all of an index                    | an image                   | difference    |
 * | 4 | an image whose config is known     | an image, the same config  | same config   |
 * | 5 | an image whose config is known     | an image, another config   | difference    |
 * | 6 | an image that its engine describes | an image, described so     | same settings |
 * | 7 | an image that its engine describes | an image, described else   | difference    |
 *
 * Rows 4 and 6 are for an image whose manifest digest is unknown, or that another tool stored with another digest: its
 * layers may be compressed differently there, so only reading them verifies their content.
 */
function compare(tested, served, config) {
    const [only, ...others] = tested.platforms;
    if (served.digest === tested.root) {
        return { by: 'same-bytes', because: `its digest is ${served.digest}, the same as at the source` };
    }
    if (served.kind === 'index')
        return differs(`${served.digest} is an index that was not tested`);
    if (others.length > 0 || (tested.isComplete && tested.root === tested.id)) {
        return differs('it has one platform, and the source is an index');
    }
    if (only.configDigest !== undefined) {
        if (served.config.digest !== only.configDigest)
            return differs(`its config is ${served.config.digest}`);
        return { by: 'same-config', because: `its config is ${only.configDigest}, the same as at the source` };
    }
    if (config === undefined || !isDescribedSo(config, only))
        return differs('its configuration or its layers are different');
    return {
        by: 'same-settings',
        because: `its configuration and layers (diff_ids) for ${only.platform} are the same as at the source`,
    };
}
function differs(because) {
    return { by: 'difference', because };
}
function isDescribedSo(config, { platform, created, runConfig, diffIds }) {
    return (config.platform === platform &&
        config.created === created &&
        config.runConfig === runConfig &&
        (0,_config_js__WEBPACK_IMPORTED_MODULE_0__/* .sameLayers */ .Zk)(config, { diffIds }));
}


/***/ }),

/***/ 1088:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ VERIFICATION_LEVELS),
/* harmony export */   n: () => (/* binding */ asVerified)
/* harmony export */ });
/** How much evidence we require before a digest becomes an output. */
const VERIFICATION_LEVELS = ['manifest', 'graph', 'content'];
/** Not exported, so that only `asVerified` creates a `Verified`. */
const verified = Symbol('verified');
/** asVerified is only for the room verify/, which has seen the evidence; the import table checks that. */
function asVerified(seen) {
    return { ...seen, [verified]: true };
}


/***/ }),

/***/ 8042:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Gc: () => (/* binding */ parseWantedPlatform),
/* harmony export */   JB: () => (/* binding */ platformsDiffer),
/* harmony export */   UX: () => (/* binding */ comparePlatforms),
/* harmony export */   yc: () => (/* binding */ sameWanted)
/* harmony export */ });
/* harmony import */ var _platform_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3847);

/** `os[(version)]/architecture[/variant]`, the form of containerd (platforms, `FormatAll`). */
const WANTED = /^(?<os>[^/()]+)(?:\((?<version>[0-9A-Za-z._-]+)\))?\/(?<architecture>[^/()]+)(?:\/(?<variant>[^/()]+))?$/;
/** parseWantedPlatform reads a platform: `linux/arm64`, `linux/arm/v7`, `windows(10.0.20348)/amd64`. */
function parseWantedPlatform(text) {
    const { version, ...machine } = WANTED.exec(text)?.groups ?? {};
    const platform = (0,_platform_js__WEBPACK_IMPORTED_MODULE_0__/* .parsePlatform */ .FL)(machine);
    const isWhole = platform !== undefined && (machine.variant === undefined || platform.endsWith(`/${machine.variant}`));
    if (!isWhole)
        return { ok: false, problem: 'is no platform; write "os/architecture" or "os/architecture/variant"' };
    return { ok: true, value: { text, platform: (0,_platform_js__WEBPACK_IMPORTED_MODULE_0__/* .asEnginesRead */ .m)(platform), osVersion: version } };
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
    const names = (0,_platform_js__WEBPACK_IMPORTED_MODULE_0__/* .platformNames */ .iJ)(image);
    const missing = wanted.filter((each) => !image.some((has) => isWanted(each, has))).map(({ text }) => text);
    const unexpected = names.filter((_, at) => !wanted.some((each) => isWanted(each, image[at])));
    return missing.length + unexpected.length === 0 ? undefined : { missing, unexpected };
}
function isWanted(wanted, has) {
    if (has === undefined || (0,_platform_js__WEBPACK_IMPORTED_MODULE_0__/* .asEnginesRead */ .m)(has.platform) !== wanted.platform)
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
    return [`it is for ${(0,_platform_js__WEBPACK_IMPORTED_MODULE_0__/* .platformNames */ .iJ)(image).join(', ')}; expected: ${expected}.`, ...lacks, ...more].join(' ');
}


/***/ }),

/***/ 9326:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   NF: () => (/* binding */ chooseInstance),
/* harmony export */   QX: () => (/* binding */ PROOF_STORES),
/* harmony export */   iR: () => (/* binding */ PROOFS),
/* harmony export */   yl: () => (/* binding */ visibilityIn)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9473);
/* harmony import */ var _run_facts_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6041);


/** Who signs the decision of the gate: nobody, GitHub's Sigstore for the repository, or another Sigstore. */
const PROOFS = ['none', 'github', 'sigstore'];
/** Where the signed proof is stored. `auto`: at the registry, and with `proof: github` also at GitHub. */
const PROOF_STORES = ['auto', 'registry', 'github', 'both'];
/** The public instance, which announces its servers. */
const PUBLIC = { name: 'the public Sigstore', authority: 'public', services: undefined, audience: 'sigstore' };
/** The most destinations of one statement. */
const MOST_DESTINATIONS = 64;
/**
 * chooseInstance chooses who signs for a run. A public log stores the names of repository, workflow and ref forever: it
 * is used only if the repository is known to be public, or if the workflow allows it. Throws INPUT_INVALID.
 */
function chooseInstance(inputs, { facts: { server }, visibility, destinations }) {
    const { proof, sigstoreUrls, publicLog, proofStore } = inputs;
    if (destinations > MOST_DESTINATIONS) {
        throw invalid(`"proof" is for ${MOST_DESTINATIONS} destinations at most, and "image" has ${destinations}.`, 'Publish to fewer.');
    }
    if (sigstoreUrls !== undefined)
        return { ...ownOf(sigstoreUrls), stores: storesOf(proofStore, false) };
    if (server.kind !== 'github') {
        throw invalid(`"proof: ${proof}" is for GitHub, and this server is ${server.name}.`, 'Use "proof: sigstore" with "sigstore-urls", or leave "proof" out.');
    }
    const stores = storesOf(proofStore, proof === 'github');
    if (visibility === 'public' || publicLog)
        return { ...PUBLIC, stores };
    if (proof === 'sigstore') {
        throw invalid(`"proof: sigstore" without "sigstore-urls" writes the names of this repository, its workflow and its ref into a public log for ever, and the repository is ${visibility ?? 'not known to be public'}.`, 'Use "proof: github", give "sigstore-urls", or allow it by "public-log: true".');
    }
    if (visibility === undefined) {
        throw invalid('Nobody says whether this repository is public, so that it is not known who signs for it.', 'Use "proof: sigstore" with "sigstore-urls".');
    }
    return { ...ofGitHub(server.url), stores };
}
function ownOf({ servers, tuf, audience }) {
    const { host } = new URL(servers?.fulcio ?? tuf?.url ?? '');
    const services = servers && {
        fulcio: servers.fulcio,
        logs: servers.rekor === undefined ? [] : [servers.rekor],
        clocks: servers.timestamp === undefined ? [] : [servers.timestamp],
    };
    return { name: `the Sigstore at ${host}`, authority: 'own', services, audience };
}
/**
 * GitHub's Sigstore, without a log: a timestamp gives the time of a signature. It announces nothing. The trusted root
 * that GitHub publishes is for github.com; a tenant with another domain has another root.
 */
function ofGitHub(server) {
    const { hostname } = new URL(server);
    const isShared = hostname === 'github.com';
    const domain = isShared ? 'githubapp.com' : hostname;
    return {
        name: "GitHub's own Sigstore",
        authority: isShared ? 'github' : 'own',
        services: { fulcio: `https://fulcio.${domain}`, logs: [], clocks: [`https://timestamp.${domain}`] },
        audience: 'sigstore',
    };
}
function storesOf(store, atGitHub) {
    if (store === 'auto')
        return { registry: true, github: atGitHub };
    return { registry: store !== 'github', github: store !== 'registry' };
}
/** visibilityIn reads the repository's visibility from the event, or the job's token; undefined if unknown. */
function visibilityIn({ payload }, claims) {
    const isPrivate = (0,_run_facts_js__WEBPACK_IMPORTED_MODULE_1__/* .field */ .ZZ)(payload, 'repository.private');
    const said = (0,_run_facts_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(payload, 'repository.visibility') ??
        (typeof isPrivate === 'boolean' ? (isPrivate ? 'private' : 'public') : claims.repository_visibility);
    return said === 'public' || said === 'private' || said === 'internal' ? said : undefined;
}
function invalid(message, hint) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .l('INPUT_INVALID', message, { hint });
}


/***/ }),

/***/ 5644:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ inLanes)
/* harmony export */ });
/**
 * inLanes processes the items in order, as many at once as there are lanes. The first failure aborts the running work
 * by the signal that it got, and is thrown when all of that has ended.
 */
async function inLanes(items, lanes, work) {
    const failed = new AbortController();
    const queue = [...items];
    const lane = async () => {
        for (let item = queue.shift(); item !== undefined && !failed.signal.aborted; item = queue.shift()) {
            await work(item, failed.signal).catch((error) => failed.abort(error));
        }
    };
    await Promise.all(Array.from({ length: lanes }, lane));
    failed.signal.throwIfAborted();
}


/***/ }),

/***/ 7330:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ Progress)
/* harmony export */ });
/* unused harmony export wholeLine */
/* harmony import */ var _image_digest_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5436);
/* harmony import */ var _text_quantities_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(5765);


/** For how long the total is not reported, in milliseconds: a short push does not need it. */
const QUIET = 5_000;
/**
 * Progress counts and reports a push: a line for each finished blob, and every few seconds the amount, the rate, and
 * the time that the rest may take.
 */
class Progress {
    #teller;
    #started;
    #told;
    /** Bytes of finished blobs, and the bytes already sent of the others. */
    #sent = 0;
    #skipped = 0;
    #total = 0;
    #isTotalKnown = true;
    constructor(teller) {
        this.#teller = teller;
        this.#started = teller.now();
        this.#told = this.#started;
    }
    get transfer() {
        return { sent: this.#sent, skipped: this.#skipped };
    }
    /** expect adds bytes that will be sent. */
    expect(bytes) {
        this.#total += bytes;
    }
    /**
     * expectMore says that more bytes will be sent, and that their number is not known yet: they are compressed during
     * the upload.
     */
    expectMore() {
        this.#isTotalKnown = false;
    }
    /** done reports a blob that is on the registry now. */
    done(blob, state) {
        if (state !== 'uploaded')
            this.#skipped += blob.size;
        if (state === 'mounted')
            this.#total -= blob.size;
        this.#teller.tell(`${(0,_image_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .shortDigest */ .VK)(blob.digest)} ${(0,_text_quantities_js__WEBPACK_IMPORTED_MODULE_1__/* .inUnits */ .D)(blob.size)} ${state}`);
    }
    /** watch passes the bytes of a blob on and counts them; a new try subtracts those of the failed one. */
    watch(open) {
        let counted = 0;
        const progress = this;
        return async function* () {
            progress.#sent -= counted;
            counted = 0;
            for await (const piece of open()) {
                yield piece;
                counted += piece.byteLength;
                progress.#add(piece.byteLength);
            }
        };
    }
    #add(bytes) {
        this.#sent += bytes;
        const now = this.#teller.now();
        if (now - this.#told < QUIET)
            return;
        this.#told = now;
        const total = this.#isTotalKnown ? this.#total : undefined;
        this.#teller.tell(wholeLine({ sent: this.#sent, total, milliseconds: now - this.#started }));
    }
}
/** wholeLine reports the progress of a push and, if the total is known, the time that the rest takes at this rate. */
function wholeLine({ sent, total, milliseconds }) {
    const seconds = milliseconds / 1000;
    const rate = `${(0,_text_quantities_js__WEBPACK_IMPORTED_MODULE_1__/* .inUnits */ .D)(sent / seconds)}/s`;
    if (total === undefined)
        return `${(0,_text_quantities_js__WEBPACK_IMPORTED_MODULE_1__/* .inUnits */ .D)(sent)} sent, ${rate}`;
    const left = Math.ceil((Math.max(0, total - sent) / sent) * seconds);
    return `${(0,_text_quantities_js__WEBPACK_IMPORTED_MODULE_1__/* .inUnits */ .D)(sent)} of ${(0,_text_quantities_js__WEBPACK_IMPORTED_MODULE_1__/* .inUnits */ .D)(total)}, ${rate}, ${left} s left`;
}


/***/ }),

/***/ 2784:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ pushedClaim),
/* harmony export */   R: () => (/* binding */ foundClaim)
/* harmony export */ });
/** foundClaim is the claim that a manifest already exists. It is verified like any other claim. */
function foundClaim({ digest }, isTagged) {
    return { digest, isTagged, isFound: true };
}
/** pushedClaim is the claim for a manifest that we have pushed ourselves, by its digest. */
function pushedClaim(pushed, own) {
    return { digest: pushed.digest, isTagged: false, isFound: false, pushed, ...own };
}


/***/ }),

/***/ 7546:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $K: () => (/* binding */ unpackedSource),
/* harmony export */   _E: () => (/* binding */ LAYER_COMPRESSIONS)
/* harmony export */ });
/* unused harmony export pushUnpacked */
/* harmony import */ var _image_manifest_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9941);
/* harmony import */ var _image_media_types_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(406);
/* harmony import */ var _in_lanes_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(5644);
/* harmony import */ var _progress_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(7330);
/* harmony import */ var _source_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(2784);
/* harmony import */ var _upload_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(6648);






/** What happens to layers that are not compressed yet. */
const LAYER_COMPRESSIONS = ['gzip', 'zstd', 'none'];
/** Layers compressed at once: one keeps all cores busy, while the other keeps the connection busy. */
const COMPRESSED_AT_ONCE = 2;
const LAYER_TYPES = {
    none: 'application/vnd.oci.image.layer.v1.tar',
    gzip: 'application/vnd.oci.image.layer.v1.tar+gzip',
    zstd: 'application/vnd.oci.image.layer.v1.tar+zstd',
};
/** unpackedSource is an image without a manifest: the push creates one. */
function unpackedSource(file) {
    const { name, tested } = file;
    return {
        kind: 'file',
        name,
        repositories: [],
        tested,
        inFull: async () => tested,
        isPushedByEngine: false,
        foreseen: (compression) => [configOf(file), ...known(file, compression).map(({ piece }) => piece)].map(({ blob }) => blob),
        push: async ({ registry, sight }, { compression, mountFrom, teller }) => {
            const progress = new _progress_js__WEBPACK_IMPORTED_MODULE_2__/* .Progress */ .k(teller);
            const root = await pushUnpacked(registry, file, { progress, mountFrom, compression, sight });
            return (0,_source_js__WEBPACK_IMPORTED_MODULE_4__/* .pushedClaim */ .I)(root, { transfer: progress.transfer, sendAnew: () => (0,_upload_js__WEBPACK_IMPORTED_MODULE_3__/* .putAsBlobs */ .ql)(registry, [root]) });
        },
        [Symbol.asyncDispose]: () => file.close(),
    };
}
/**
 * pushUnpacked pushes an image without a manifest: its config unchanged, its layers compressed during the upload, and a
 * new manifest, the same for the same image on every machine. The digest of a layer is known only when it is
 * compressed, so it is sent meanwhile. Nothing is written to disk, and nothing compressed twice unless the registry
 * loses it. Returns the manifest, which is put by its digest, without a tag.
 */
async function pushUnpacked(registry, image, terms) {
    const sent = new Map();
    const ready = known(image, terms.compression);
    for (const { layer, piece } of ready)
        sent.set(layer.diffId, piece);
    const config = configOf(image);
    const others = distinct(image).filter(({ diffId }) => !sent.has(diffId));
    if (others.length > 0)
        terms.progress.expectMore();
    await (0,_upload_js__WEBPACK_IMPORTED_MODULE_3__/* .uploadMissing */ .ML)(registry, [config, ...ready.map(({ piece }) => piece)], terms);
    const largestFirst = others.toSorted((one, other) => other.size - one.size);
    await (0,_in_lanes_js__WEBPACK_IMPORTED_MODULE_5__/* .inLanes */ .L)(largestFirst, COMPRESSED_AT_ONCE, async (layer, signal) => {
        sent.set(layer.diffId, await sendCompressed(registry, layer, { ...terms, signal }));
    });
    const manifest = manifestOf(config.blob, image.layers.map(({ diffId }) => sent.get(diffId).blob));
    await (0,_upload_js__WEBPACK_IMPORTED_MODULE_3__/* .putManifests */ .Ok)(() => registry.put(manifest), 
    // Compressing a layer again gives the same bytes.
    () => (0,_upload_js__WEBPACK_IMPORTED_MODULE_3__/* .uploadAll */ .dl)(registry, [config, ...sent.values()], terms));
    return manifest;
}
function configOf({ config: { digest, bytes } }) {
    const blob = { mediaType: _image_media_types_js__WEBPACK_IMPORTED_MODULE_1__/* .OCI_CONFIG */ .TF, digest, size: bytes.byteLength };
    return {
        blob,
        open: async function* () {
            yield bytes;
        },
    };
}
/** Layers whose digests are known in advance: they are already compressed, or stay uncompressed. */
function known(image, compression) {
    return distinct(image).flatMap((layer) => asPiece(layer, compression));
}
function distinct({ layers }) {
    return [...new Map(layers.map((layer) => [layer.diffId, layer])).values()];
}
function asPiece(layer, compression) {
    if (layer.compression === 'none' && compression !== 'none')
        return [];
    const digest = layer.compression === 'none' ? layer.diffId : layer.digest;
    const blob = { mediaType: LAYER_TYPES[layer.compression], digest, size: layer.size };
    return [{ layer, piece: { blob, open: () => layer.open() } }];
}
async function sendCompressed(registry, layer, { progress, compression, signal }) {
    const as = compression === 'zstd' ? 'zstd' : 'gzip';
    const open = () => layer.compressed(as);
    const content = await registry.uploadStream({ open: progress.watch(open), signal });
    progress.done(content, 'uploaded');
    return { blob: { mediaType: LAYER_TYPES[as], ...content }, open };
}
/** manifestOf creates an image manifest (image-spec, manifest.md), always with the same bytes. */
function manifestOf(config, layers) {
    const mediaType = _image_media_types_js__WEBPACK_IMPORTED_MODULE_1__/* .MEDIA_TYPES */ .Z2.ociManifest;
    const plain = ({ mediaType, digest, size }) => ({ mediaType, digest, size });
    const document = { schemaVersion: 2, mediaType, config: plain(config), layers: layers.map(plain) };
    return (0,_image_manifest_js__WEBPACK_IMPORTED_MODULE_0__/* .parseManifest */ .N)(Buffer.from(JSON.stringify(document)), mediaType);
}


/***/ }),

/***/ 6648:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Ke: () => (/* binding */ isLacking),
/* harmony export */   ML: () => (/* binding */ uploadMissing),
/* harmony export */   Ok: () => (/* binding */ putManifests),
/* harmony export */   dl: () => (/* binding */ uploadAll),
/* harmony export */   ql: () => (/* binding */ putAsBlobs)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9473);
/* harmony import */ var _in_lanes_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(5644);


/**
 * Blobs sent at once, about as many as other programs send: each blob needs a connection, and one connection does not
 * use the full bandwidth.
 */
const LANES = 5;
/**
 * uploadMissing asks for all blobs at once, and uploads the missing ones, the largest first: so no connection is left
 * with a large blob at the end.
 */
async function uploadMissing(registry, pieces, terms) {
    const { progress, sight } = terms;
    const looked = await Promise.all(pieces.map(async (piece) => ({ piece, isThere: await sight.has(piece.blob) })));
    for (const { piece, isThere } of looked)
        if (isThere)
            progress.done(piece.blob, 'already there');
    const missing = looked.filter(({ isThere }) => !isThere).map(({ piece }) => piece);
    await uploadAll(registry, missing, terms);
}
/** uploadAll uploads all blobs, even if the registry says that it has them: its cache may list deleted blobs. */
async function uploadAll(registry, missing, { progress, mountFrom }) {
    const largestFirst = missing.toSorted((one, other) => other.blob.size - one.blob.size);
    for (const { blob } of missing)
        progress.expect(blob.size);
    await (0,_in_lanes_js__WEBPACK_IMPORTED_MODULE_1__/* .inLanes */ .L)(largestFirst, LANES, async ({ blob, open, from = mountFrom }, signal) => {
        const state = await registry.uploadBlob(blob, { open: progress.watch(open), from, signal });
        progress.done(blob, state);
    });
}
/**
 * putManifests puts manifests after the upload of their blobs. A registry with several machines may not see a blob on
 * all of them yet, or may remember a blob that its garbage collection removed. Then all blobs are uploaded once more.
 */
async function putManifests(put, uploadAgain) {
    await put().catch(async (error) => {
        if (!isLacking(error))
            throw error;
        await uploadAgain();
        await put();
    });
}
/**
 * putAsBlobs puts manifests, children before parents, that a registry has accepted but does not serve. A registry with
 * cached descriptors believes that it still has a manifest after garbage collection, and stores nothing. But it stores
 * a blob that is uploaded, and a manifest is one of its blobs.
 */
async function putAsBlobs(registry, manifests) {
    const { signal } = new AbortController();
    for (const manifest of manifests) {
        const { mediaType, digest, bytes } = manifest;
        const open = async function* () {
            yield bytes;
        };
        await registry.uploadBlob({ mediaType, digest, size: bytes.byteLength }, { open, signal });
        await registry.put(manifest);
    }
}
/** isLacking tells whether a manifest was rejected because the registry lacks a blob. */
function isLacking(error) {
    return error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .l && error.code === 'CONTENT_MISSING';
}


/***/ }),

/***/ 7266:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ unfinished),
/* harmony export */   V: () => (/* binding */ failure)
/* harmony export */ });
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
    const name = (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .repositoryName */ .aR)(first.repository);
    const message = error.message.startsWith(name) ? error.message : `${name}: ${error.message}`;
    return { kind: 'failed', error: new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .l(error.code, message, error), left };
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
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .l(code, message, { hint: `${hint} ${rebuilding}`, cause });
}
function unexpected(thrown) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .l('UNEXPECTED', `Something happened that this action did not expect: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .asError */ .z)(thrown).message}`, {
        hint: 'This is a mistake in the action: please report it with the log of a run with debug logging on.',
        cause: thrown,
    });
}


/***/ }),

/***/ 4902:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   CS: () => (/* binding */ prose),
/* harmony export */   Pi: () => (/* binding */ commands),
/* harmony export */   aY: () => (/* binding */ code),
/* harmony export */   dJ: () => (/* binding */ titled),
/* harmony export */   m_: () => (/* binding */ briefly),
/* harmony export */   nf: () => (/* binding */ link),
/* harmony export */   p_: () => (/* binding */ list),
/* harmony export */   tp: () => (/* binding */ table),
/* harmony export */   zH: () => (/* binding */ details)
/* harmony export */ });
/* harmony import */ var _secret_masked_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(648);
/* harmony import */ var _text_printable_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4865);


/**
 * Characters with a meaning in Markdown or HTML, or that turn the text around them into a link. An underscore does so
 * at the edge of a word, and a full stop after "www".
 */
const SPECIAL = /[&<>"'|`\\*[\](){}#!~:@-]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])|(?<=www\S*)\./gi;
/** code makes inline code of any text: no character of it can end the code, a table cell or the line. */
function code(text) {
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
    const safe = (0,_text_printable_js__WEBPACK_IMPORTED_MODULE_1__/* .printableLine */ .oy)((0,_text_printable_js__WEBPACK_IMPORTED_MODULE_1__/* .shortened */ .vI)((0,_secret_masked_js__WEBPACK_IMPORTED_MODULE_0__/* .redacted */ .pc)(text), longest));
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
function list(items) {
    return firstOf(items, (count) => `and ${count} more`)
        .map((item) => `- ${item}`)
        .join('\n');
}
/** commands makes a block of shell commands. Its text is our own words and parsed references. */
function commands(lines) {
    const shown = firstOf(lines, (count) => `# and ${count} more`);
    return ['```sh', ...shown.map((text) => (0,_text_printable_js__WEBPACK_IMPORTED_MODULE_1__/* .printableLine */ .oy)(text).replaceAll('`', '')), '```'].join('\n');
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
function link(text, address) {
    return anchor(address, code(text)) ?? code(text);
}
/** titled makes a link from our own words and any address; undefined if `link` would make none. */
function titled(words, address) {
    return anchor(address, prose(words));
}
function anchor(address, content) {
    const url = address === undefined || address.length > LONGEST_ADDRESS ? null : URL.parse(address);
    if (url?.protocol !== 'https:' || url.username !== '' || url.password !== '')
        return undefined;
    // Characters of Markdown and HTML that are left in an address are written as bytes, which mean the same.
    const harmless = url.href.replace(/[^A-Za-z0-9:/.?=&%#_~+-]/g, (character) => encodeURIComponent(character));
    return `<a href="${harmless.replace(/[&_~]/g, (character) => `&#${character.charCodeAt(0)};`)}">${content}</a>`;
}


/***/ }),

/***/ 4841:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Ax: () => (/* binding */ attachedLines),
/* harmony export */   FE: () => (/* binding */ attachedList),
/* harmony export */   Tq: () => (/* binding */ attachedFact),
/* harmony export */   V4: () => (/* binding */ attachedData),
/* harmony export */   rq: () => (/* binding */ attachmentsLine)
/* harmony export */ });
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4902);

/** Most types that a line names. */
const MOST_NAMED = 5;
/** attachmentsLine lists the attachments of the source that are published with it; undefined if there are none. */
function attachmentsLine(all) {
    const others = all.filter(({ place }) => place !== undefined);
    if (others.length === 0)
        return undefined;
    return `Attached to the image, and published with it: ${counted(others)}.`;
}
/** attachedLines say what happened to each of them at a destination. */
function attachedLines(all) {
    return all.map(({ digest, subject, type, state }) => {
        const what = `${digest} (${type}), attached to ${subject}`;
        return state === 'copied' ? `${what}, was copied and verified` : `${what}, already exists there, and was verified`;
    });
}
/** attachedFact is one line of the summary; undefined if nothing is attached. */
function attachedFact(all) {
    if (all.length === 0)
        return undefined;
    const copied = all.filter(({ state }) => state === 'copied');
    const there = all.length - copied.length;
    const parts = [
        ...(copied.length === 0 ? [] : [`${counted(copied)} copied and verified`]),
        ...(there === 0 ? [] : [`${there} already attached`]),
    ];
    return `**Attached** to the image: ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .prose */ .CS)(parts.join('; '))}`;
}
/** attachedList lists each of them, for the folded part of the summary. */
function attachedList(all) {
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)(all.map(({ digest, subject, type, state }) => {
        const how = state === 'copied' ? 'copied' : 'already attached';
        return `${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(digest)} ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .prose */ .CS)(type)}, attached to ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(subject)}: ${how}`;
    }));
}
/** attachedData is the same for machines. */
function attachedData(all) {
    return all.map(({ digest, subject, type, state }) => ({ digest, subject, type, state }));
}
/** How many of each type, the most frequent first. */
function counted(all) {
    const counts = new Map();
    for (const { type } of all)
        counts.set(type, (counts.get(type) ?? 0) + 1);
    const types = [...counts].toSorted(([, one], [, other]) => other - one);
    const named = types.slice(0, MOST_NAMED).map(([type, count]) => `${count} × ${type}`);
    const more = types.length > MOST_NAMED ? ` and ${types.length - MOST_NAMED} other types` : '';
    return `${named.join(', ')}${more}`;
}


/***/ }),

/***/ 6935:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   YY: () => (/* binding */ credentialParts),
/* harmony export */   mr: () => (/* binding */ tellAdvice),
/* harmony export */   sn: () => (/* binding */ credentialData)
/* harmony export */ });
/* harmony import */ var _image_reference_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7755);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4902);


/** tellAdvice writes one annotation with all findings about the credentials, and what to do about them. */
function tellAdvice(runner, uses) {
    const lines = uses.flatMap(({ repository, advice }) => (advice?.findings ?? []).map(({ says, remedy }) => `${repository.registry}: ${says} ${remedy}`));
    if (lines.length > 0)
        runner.warning('Credential', [...new Set(lines)].join('\n'));
}
/** credentialParts tells in the summary which credentials were used, and which one the engine got. */
function credentialParts(uses) {
    if (uses.length === 0)
        return [];
    const items = uses.map(({ repository, given, advice }) => {
        const known = advice === undefined
            ? []
            : [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .prose */ .CS)(advice.kind), `Permissions: ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .prose */ .CS)(advice.width)}`, `Expires: ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .prose */ .CS)(advice.ends)}`];
        return [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)((0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .repositoryName */ .aR)(repository)), ...known, `The engine got: ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .prose */ .CS)(given)}`].join('<br>');
    });
    const findings = uses.flatMap(({ advice }) => advice?.findings ?? []);
    const lines = [...new Set(findings.map(({ says, remedy }) => (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .prose */ .CS)(`${says} ${remedy}`)))];
    return [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .details */ .zH)('Credentials', (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .list */ .p_)([...items, ...lines]))];
}
/** credentialData is the same for machines. It names no account: the runner drops outputs that contain secrets. */
function credentialData(uses) {
    return uses.map(({ repository, given, advice }) => ({
        repository: (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .repositoryName */ .aR)(repository),
        'engine-was-given': given,
        ...(advice === undefined ? {} : advice),
    }));
}


/***/ }),

/***/ 2527:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   FE: () => (/* binding */ unfinishedProofItem),
/* harmony export */   Rh: () => (/* binding */ signedLine),
/* harmony export */   SJ: () => (/* binding */ unfinishedProofData),
/* harmony export */   So: () => (/* binding */ keptLines),
/* harmony export */   h2: () => (/* binding */ proofData),
/* harmony export */   om: () => (/* binding */ proofItem)
/* harmony export */ });
/* harmony import */ var _image_reference_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7755);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4902);


/** signedLine tells who signed, for the log. */
function signedLine({ by, isLogged, isEarlier }) {
    if (isEarlier)
        return 'An earlier run of this job has signed the proof of this image: nothing is signed again.';
    return `Signed by ${by}${isLogged ? ', and written into its log' : ', with a timestamp'}.`;
}
/** keptLines tell where the proof is, for the log. */
function keptLines({ attestation, attached }) {
    return [
        ...(attestation === undefined ? [] : [`Stored at GitHub as attestation ${attestation}.`]),
        ...attached.map(({ repository, digest }) => `Attached to the image, and read back: ${(0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .repositoryName */ .aR)(repository)}@${digest}.`),
    ];
}
/** proofItem is one line of the summary: who signed, whether it is in a log, and where it is stored. */
function proofItem({ by, isLogged, isEarlier, attestation, attached }) {
    const who = isEarlier
        ? 'an earlier run of this job has signed it'
        : `signed by ${by}, ${isLogged ? 'with an entry in its log' : 'with a timestamp and no log'}`;
    const stored = attestation === undefined ? [] : [`stored at GitHub as attestation ${attestation}`];
    const where = attached.map(({ repository, digest }) => `${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)((0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .repositoryName */ .aR)(repository))} as ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(digest)}`);
    return `**Proof** ${[(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .prose */ .CS)(who), ...stored, ...(where.length === 0 ? [] : [`attached at ${where.join(', ')}`])].join('; ')}`;
}
/** unfinishedProofItem is that line for a step that failed: what was signed, and where it is or is not. */
function unfinishedProofItem({ signed, missing }) {
    if (signed === undefined)
        return '**Proof** nothing was signed';
    const lacking = missing.length === 0 ? '' : `; missing at ${missing.map(_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY).join(', ')}`;
    return `${proofItem(signed)}${lacking}`;
}
/** unfinishedProofData is the same for machines; undefined if nothing was signed. */
function unfinishedProofData({ signed, missing }) {
    return signed && { ...proofData(signed), missing };
}
/** proofData is the same for machines, as in the output `results`. */
function proofData({ by, isLogged, isEarlier, attestation, attached }) {
    return {
        signedBy: by,
        logged: isLogged,
        earlier: isEarlier,
        ...(attestation === undefined ? {} : { attestation }),
        attached: attached.map(({ repository, digest }) => ({ repository: (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .repositoryName */ .aR)(repository), digest })),
    };
}


/***/ }),

/***/ 8352:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Mh: () => (/* binding */ scanData),
/* harmony export */   Ps: () => (/* binding */ tellScan),
/* harmony export */   UW: () => (/* binding */ scanParts),
/* harmony export */   YU: () => (/* binding */ scanLine)
/* harmony export */ });
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4902);
/* harmony import */ var _tell_tags_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(7564);


/** Most runs in the table; a workflow has a few. */
const MOST_RUNS = 50;
/** Most tools that a line names. */
const MOST_TOOLS = 5;
const COLUMNS = ['critical', 'high', 'medium', 'low', 'unknown'];
/** tellScan logs what the scan reports show. */
function tellScan({ info }, { runs }) {
    for (const { tool, file, counts, binding } of runs) {
        const found = COLUMNS.map((severity) => `${counts[severity]} ${severity}`).join(', ');
        info(`${tool} reports ${found} (${file}${binding.kind === 'named' ? `, about ${binding.digest}` : ''}).`);
    }
}
/** scanLine is all of them in one line of the summary; undefined if no report was read. */
function scanLine({ runs }) {
    if (runs.length === 0)
        return undefined;
    const sum = (severity) => runs.reduce((all, { counts }) => all + counts[severity], 0);
    const sums = Object.fromEntries(COLUMNS.map((severity) => [severity, sum(severity)]));
    const tools = [...new Set(runs.map(({ tool }) => tool))]
        .slice(0, MOST_TOOLS)
        .map((tool) => `<code>${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .briefly */ .m_)(tool)}</code>`);
    return `**Scan** ${tools.join(', ')}: ${countsText(sums)}`;
}
function countsText(counts) {
    const found = COLUMNS.filter((severity) => counts[severity] > 0).map((severity) => `${counts[severity]} ${severity}`);
    return found.length === 0 ? 'nothing found' : found.join(', ');
}
/** scanParts are folded: the counts of each report, and the findings. */
function scanParts(scan) {
    const { runs, findings, total, exceptions, unnamed } = scan;
    if (runs.length === 0)
        return [];
    const items = runs
        .slice(0, MOST_RUNS)
        .map(({ tool, file, counts, binding }) => `${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(tool)} in ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(file)}: ${countsText(counts)}<br>${aboutOf(binding)}`);
    const body = [
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)(items),
        ...(runs.length > MOST_RUNS ? [`And ${runs.length - MOST_RUNS} more, in the output \`results\`.`] : []),
        ...asideOf(scan),
        ...(unnamed.length > 0 ? [`No report names ${unnamed.map(_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY).join(', ')} of this image.`] : []),
    ];
    return [
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .details */ .zH)(`Scan reports (${runs.length})`, body.join('\n\n')),
        ...(findings.length > 0 ? [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .details */ .zH)(titleOf(findings, total), findingList(findings))] : []),
        ...(exceptions.length > 0 ? [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .details */ .zH)(`Ignored findings (${exceptions.length})`, exceptionTable(exceptions))] : []),
    ];
}
/** scanData is the same for machines, as in the output `results`. */
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
            return `About this image, by ${_tell_tags_js__WEBPACK_IMPORTED_MODULE_1__/* .NARROW */ .kU.name(binding.digest)}${binding.platform === undefined ? '' : ` (${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(binding.platform)})`}`;
        case 'trusted':
            return 'Accepted for this image: the report does not name it';
        case 'other':
            return `**About another image**: ${_tell_tags_js__WEBPACK_IMPORTED_MODULE_1__/* .NARROW */ .kU.words(binding.why)}`;
    }
}
/** Results that do not count are reported, so that none disappears silently. */
function asideOf({ runs }) {
    const sum = (kind) => runs.reduce((all, { setAside }) => all + setAside[kind], 0);
    const parts = [
        [sum('suppressed'), 'suppressed in the report, and accepted'],
        [sum('absent'), 'of the baseline, and no longer found'],
        [sum('noFailure'), 'not failures'],
    ];
    const told = parts.filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}`);
    return told.length === 0 ? [] : [`Not counted: ${told.join('; ')}.`];
}
function titleOf(findings, total) {
    return total > findings.length ? `Findings (the worst ${findings.length} of ${total})` : `Findings (${total})`;
}
/** A list: a path makes a table wider than a phone. */
function findingList(findings) {
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)(findings.map(({ id, tool, rating, place, link: address, blocks, ignored }) => {
        const where = place === undefined ? '' : ` ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .prose */ .CS)(place)}`;
        const unclear = rating.unclear === undefined ? '' : `, counted as critical: ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .prose */ .CS)(rating.unclear)}`;
        const fate = blocks ? ': **closes the gate**' : ignored ? ': ignored' : '';
        return `**${rating.severity}**${unclear} ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .link */ .nf)(id, address)}${where} (${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(tool)})${fate}`;
    }));
}
function exceptionTable(exceptions) {
    const rows = exceptions.map(({ id, reason, until, findings, isOver }) => [
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(id),
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .prose */ .CS)(reason),
        isOver ? `${until}: expired, it counts again` : until,
        findings === 0 ? 'nothing: remove it' : String(findings),
    ]);
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .table */ .tp)(['Id', 'Reason', 'Until', 'Findings'], rows);
}


/***/ }),

/***/ 1128:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   D0: () => (/* binding */ sourceItem),
/* harmony export */   _J: () => (/* binding */ sourceLine),
/* harmony export */   ev: () => (/* binding */ isFromRegistries),
/* harmony export */   hY: () => (/* binding */ imageItem),
/* harmony export */   ix: () => (/* binding */ platformTable),
/* harmony export */   s9: () => (/* binding */ sourceData),
/* harmony export */   zI: () => (/* binding */ whoseIs)
/* harmony export */ });
/* harmony import */ var _image_platform_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3847);
/* harmony import */ var _text_quantities_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(5765);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4902);



const PLACES = {
    engine: "the engine's",
    podman: "Podman's",
    file: 'that in the file',
    registry: 'that on a registry,',
    joined: 'joined of',
};
/**
 * whoseIs tells where the image is: in an engine's store, in a file, on a registry, or joined from several of these.
 */
function whoseIs({ kind }) {
    return PLACES[kind];
}
/** sourceLine says what will be published. */
function sourceLine(source) {
    const { name, tested } = source;
    return `The image is ${whoseIs(source)} ${name} (${tested.id}, ${(0,_image_platform_js__WEBPACK_IMPORTED_MODULE_0__/* .platformNames */ .iJ)(tested.platforms).join(', ')}).`;
}
/** isFromRegistries tells whether this job did not build the image, but read it from a registry. */
function isFromRegistries(source) {
    return source?.kind === 'registry' || source?.kind === 'joined';
}
/** sourceItem names the source in the summary. */
function sourceItem(source) {
    return `**From** ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(source.name)}`;
}
/** imageItem is the image in one line of the summary, if it is for one platform. */
function imageItem(verified, source) {
    const { platforms, manifest } = verified;
    const [only] = source?.tested.platforms ?? [];
    const stored = manifest.kind === 'manifest' ? manifest.layers : undefined;
    const layers = stored?.length ?? only?.diffIds.length;
    const bytes = stored?.reduce((sum, { size }) => sum + size, 0);
    const parts = [
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .prose */ .CS)(platforms.join(', ')),
        ...(platforms.length > 1 || layers === undefined ? [] : [layers === 1 ? '1 layer' : `${layers} layers`]),
        ...(bytes === undefined ? [] : [(0,_text_quantities_js__WEBPACK_IMPORTED_MODULE_2__/* .inUnits */ .D)(bytes)]),
    ];
    return `**Image** ${parts.join(', ')}`;
}
/** platformTable shows an image for several platforms, a row each; it fits a phone. */
function platformTable({ tested: { platforms } }) {
    const rows = platforms.map(({ platform, diffIds, layerBytes }) => [
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .prose */ .CS)(platform),
        String(diffIds.length),
        layerBytes === undefined ? '–' : (0,_text_quantities_js__WEBPACK_IMPORTED_MODULE_2__/* .inUnits */ .D)(layerBytes),
    ]);
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .table */ .tp)(['Platform', 'Layers', 'Size'], rows);
}
/** sourceData is the source for machines. */
function sourceData({ kind, name, tested }) {
    return { kind, name, id: tested.id };
}


/***/ }),

/***/ 7564:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Dm: () => (/* binding */ keptImages),
/* harmony export */   E: () => (/* binding */ tagResult),
/* harmony export */   EM: () => (/* binding */ showsOurs),
/* harmony export */   GD: () => (/* binding */ keptText),
/* harmony export */   Ng: () => (/* binding */ tagLine),
/* harmony export */   Tw: () => (/* binding */ tagList),
/* harmony export */   Uf: () => (/* binding */ plannedResult),
/* harmony export */   Xg: () => (/* binding */ plannedLine),
/* harmony export */   em: () => (/* binding */ tagText),
/* harmony export */   kU: () => (/* binding */ NARROW),
/* harmony export */   qN: () => (/* binding */ plannedText),
/* harmony export */   tZ: () => (/* binding */ PLAIN),
/* harmony export */   yQ: () => (/* binding */ MARKDOWN)
/* harmony export */ });
/* harmony import */ var _image_reference_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7755);
/* harmony import */ var _secret_masked_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(648);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(4902);



/** showsOurs tells whether a tag shows the published image now. */
function showsOurs({ state }) {
    return state !== 'kept' && state !== 'healed' && state !== 'not-written' && state !== 'lost';
}
/** tagResult is the result for a tag, for machines; `digest` is what the tag shows. */
function tagResult(tag, digest) {
    const named = { tag: (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .referenceName */ .z$)(tag.target), state: tag.state };
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
    name: _markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY,
    words: _markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .prose */ .CS,
    strong: (text) => `**${text}**`,
    run: (address) => (0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .titled */ .dJ)('its run', address) ?? (0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(address),
};
/** Digests and commits: as long as a line on a phone. */
const LONG_NAME = /\b(?:sha(?:256|512):)?([0-9a-f]{12})[0-9a-f]{28,}\b/g;
const narrow = (text) => text.replace(LONG_NAME, '$1');
/** In the summary, where the pull command has the whole digest; the log and the results have all others. */
const NARROW = {
    ...MARKDOWN,
    name: (name) => (0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(name.replace(/^sha\w+:([0-9a-f]{12})[0-9a-f]+$/, '$1')),
    // Masked first: nobody would recognise the rest of a secret that is cut.
    words: (text) => (0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .briefly */ .m_)(narrow((0,_secret_masked_js__WEBPACK_IMPORTED_MODULE_1__/* .redacted */ .pc)(text))),
};
/** tagText says what happened to a tag, in the log. */
function tagText(tag) {
    return `${(0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .referenceName */ .z$)(tag.target)} ${became(tag, PLAIN)}`;
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
    return `${mark}\u00a0${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(target.tag)}`;
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
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .list */ .p_)(tags.map((tag) => {
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
        `${name((0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .referenceName */ .z$)(target))} shows ${name(digest)}, which an earlier run has published of this commit:`,
        words('it is used ("if-exists: keep"), and the image that was built now is discarded:'),
        `${name(discarded)}.`,
    ].join(' ');
}
/** plannedResult is what would happen to a tag, for machines. */
function plannedResult(tag) {
    const { state, because } = plannedState(tag);
    const digest = tag.manifest === undefined ? {} : { digest: tag.manifest.digest };
    return { tag: (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .referenceName */ .z$)(tag.target), state, ...digest, ...(because === '' ? {} : { because }) };
}
/** plannedText is the same for people, in the log. */
function plannedText(tag) {
    return `${(0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .referenceName */ .z$)(tag.target)} ${plannedWords(tag, PLAIN)}`;
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


/***/ }),

/***/ 2892:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $E: () => (/* binding */ reasonLine),
/* harmony export */   Au: () => (/* binding */ verdictData),
/* harmony export */   C_: () => (/* binding */ gateLine),
/* harmony export */   Hy: () => (/* binding */ tellVerdict),
/* harmony export */   NP: () => (/* binding */ isOwn),
/* harmony export */   bw: () => (/* binding */ commitLines),
/* harmony export */   mC: () => (/* binding */ verdictDetails),
/* harmony export */   nJ: () => (/* binding */ reasonList),
/* harmony export */   u6: () => (/* binding */ PUBLISHING)
/* harmony export */ });
/* unused harmony export PRUNING */
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4902);

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
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)(reasons.map((reason, index) => {
        const wrong = `${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(reason.code)} ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .prose */ .CS)(asSentence(against(reason)))}`;
        const isToldBelow = reasons[index + 1]?.opens === reason.opens;
        return isToldBelow ? wrong : `${wrong}<br>**${aim}:** ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .prose */ .CS)(asSentence(reason.opens))}`;
    }));
}
/** gateLine says in one line of Markdown why a gate is open. */
function gateLine({ held, checks }) {
    const passed = checks.filter(({ state }) => state === 'passed').length;
    const own = checks.find(({ state }) => state === 'left-out');
    return [
        `${counted(held.length, 'rule')} hold${held.length === 1 ? 's' : ''}`,
        ...(passed === 0 ? [] : [`${counted(passed, 'check')} passed`]),
        ...(own === undefined ? [] : [`${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(own.name)} is this job itself, and was left out`]),
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
        ...checks.map(({ name, state, seen, by, askedBy }) => `${MARKS[state]} check ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(name)}: ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .prose */ .CS)(seen)}. Reported by: ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .prose */ .CS)(by)}. Required by: ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .prose */ .CS)(askedBy)}.`),
        ...held.map((each) => `✓ ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .prose */ .CS)(inWords(each))}.`),
    ];
    return items.length === 0 ? [] : [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .details */ .zH)(title, (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)(items))];
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

/***/ 6175:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $Q: () => (/* binding */ refOfBranch),
/* harmony export */   BN: () => (/* binding */ refOfGitTag),
/* harmony export */   Eb: () => (/* binding */ gitTagOf),
/* harmony export */   W0: () => (/* binding */ branchOf)
/* harmony export */ });
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


/***/ }),

/***/ 1049:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ ACTIONS),
/* harmony export */   y: () => (/* binding */ isRetargeted)
/* harmony export */ });
/** What GitHub reports about a commit, as the gate judges it. */
/** isRetargeted tells whether a pull request may have had another target branch when a run for it began, if known. */
function isRetargeted({ retargetedAt }, since) {
    return retargetedAt !== undefined && (since === undefined || retargetedAt >= since);
}
/** The app of a job's check run: anyone with `checks: write` can create one with this app. */
const ACTIONS = 'github-actions';


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

/***/ 8533:
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
// EXTERNAL MODULE: external "crypto"
var external_crypto_ = __nccwpck_require__(6982);
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
    const delimiter = `ghadelimiter_${external_crypto_.randomUUID()}`;
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

/***/ 3034:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Gv: () => (/* binding */ isObject),
/* harmony export */   Lv: () => (/* binding */ isList),
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   ZZ: () => (/* binding */ field),
/* harmony export */   jO: () => (/* binding */ entries)
/* harmony export */ });
/** field follows a path of keys; undefined if a key is missing. */
function field(value, ...path) {
    return path.reduce((found, key) => (isObject(found) ? found[key] : undefined), value);
}
/** entries are the values of a list; none if it is no list. */
function entries(value) {
    return isList(value) ? value : [];
}
/** text is a string that is not empty; undefined otherwise. */
function text(value) {
    return typeof value === 'string' && value !== '' ? value : undefined;
}
function isList(value) {
    return Array.isArray(value);
}
function isObject(value) {
    return typeof value === 'object' && value !== null && !isList(value);
}


/***/ }),

/***/ 1677:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   TS: () => (/* binding */ rate),
/* harmony export */   du: () => (/* binding */ isAtLeast),
/* harmony export */   oC: () => (/* binding */ SEVERITIES)
/* harmony export */ });
/* harmony import */ var _kept_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3034);

/** Severities of a finding, from the worst to the least. */
const SEVERITIES = ['critical', 'high', 'medium', 'low'];
const HABITS = {
    trivy: { scores: true, repeats: true, leavesOpen: false },
    grype: { scores: true, repeats: true, leavesOpen: false },
    'docker scout': { scores: true, repeats: false, leavesOpen: false },
    codeql: { scores: true, repeats: false, leavesOpen: false },
    bandit: { scores: false, repeats: false, leavesOpen: false },
};
const UNKNOWN_TOOL = { scores: true, repeats: false, leavesOpen: true };
const habitOf = (tool) => (Object.hasOwn(HABITS, tool) ? HABITS[tool] : undefined) ?? UNKNOWN_TOOL;
/** Findings of Trivy with this tag have no severity in their message. */
const LICENSE = 'license';
/** Words that tools use for severities, in lower case. */
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
/** Levels (SARIF 2.1.0, 3.27.10) mean at least this severity; none distinguishes critical from high. */
const LEVELS = { error: 'high', warning: 'medium', note: 'low', none: 'low' };
/** Properties of a rule or a result with the severity as a word. */
const WORD_PROPERTIES = ['severity', 'cvssV3_severity', 'issue_severity'];
/** How tools write the word in a sentence: the first one is the tool's own, later ones may be quoted. */
const SENTENCES = [
    /^ *Severity *: *(?<word>[A-Za-z]+)$/m,
    /^(?<word>[A-Za-z]+) severity - /,
    /\bwith an? (?<word>[A-Za-z]+) severity vulnerability\b/,
    /^An? (?<word>[a-z]+) vulnerability in /,
    /^\S+ (?<word>[a-z]+) vulnerability for /,
];
/**
 * rate finds the severity of a finding: the worst of the tool's words and of the bands of `security-severity`, and at
 * least the level. Missing or unreadable values never mean harmless. A finding may be critical if its rule is missing,
 * if something is missing that its tool writes for every finding, or if the tool does not know the severity and the
 * level is error. If a severity is null, the other values count: the words, or if there are none, the level, which does
 * not distinguish critical from high.
 */
function rate({ tool, result, rules }) {
    const sources = [...rules, result];
    const { scores, repeats, leavesOpen } = habitOf(tool.toLowerCase());
    const statements = sources.flatMap((source) => statementsOf(source, leavesOpen));
    const level = levelOf(result) ?? rules.map((rule) => levelOf((0,_kept_js__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(rule, 'defaultConfiguration'))).find((each) => each);
    const floor = level === undefined || level === 'unreadable' ? undefined : level;
    const scoring = sources.map((source) => scoreOf(source, leavesOpen)).filter((score) => score !== undefined);
    const hasScore = scoring.some(saysSomething);
    const isLeftOpen = leavesOpen && !hasScore && scoring.length > 0;
    const isByLevel = isLeftOpen && statements.length === 0;
    const isRated = isByLevel || SEVERITIES.some((each) => statements.includes(each));
    const severity = SEVERITIES.find((each) => isRated && (statements.includes(each) || each === floor)) ?? 'unknown';
    const isRepeated = wordsIn((0,_kept_js__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(result, 'message', 'text')).length > 0 || sources.some(isOfLicense);
    const missing = [
        rules.length === 0 && 'its rule is not in the report',
        (statements.includes('unreadable') || level === 'unreadable') && 'its severity cannot be read',
        scores && !hasScore && !isLeftOpen && 'it has no score',
        repeats && !isRepeated && 'its message does not give the severity',
        statements.length === 0 && !(isByLevel && floor) && 'its severity is not given',
        isByLevel && floor === 'high' && 'its level does not distinguish critical from high',
        severity === 'unknown' && floor === 'high' && 'the tool does not know its severity, and calls it an error',
    ];
    const unclear = missing.find((each) => each !== false);
    // A critical finding needs no reason to count as critical.
    if (unclear !== undefined && severity !== 'critical')
        return { severity, worst: 'critical', unclear };
    return { severity, worst: severity === 'unknown' ? (floor ?? 'low') : severity };
}
/** isAtLeast is true if a severity is the threshold, or worse. */
function isAtLeast(severity, threshold) {
    return SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(threshold);
}
/** Everything that a rule or a result says about severity. */
function statementsOf(from, leavesOpen) {
    const properties = (0,_kept_js__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(from, 'properties');
    const named = WORD_PROPERTIES.map((name) => (0,_kept_js__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(properties, name)).filter(saysSomething);
    const texts = [(0,_kept_js__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(from, 'help', 'text'), (0,_kept_js__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(from, 'shortDescription', 'text'), (0,_kept_js__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(from, 'message', 'text')];
    const score = scoreOf(from, leavesOpen);
    return [
        ...named.map((word) => severityIn(word) ?? 'unreadable'),
        ...(0,_kept_js__WEBPACK_IMPORTED_MODULE_0__/* .entries */ .jO)((0,_kept_js__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(properties, 'tags')).flatMap((tag) => severityIn(tag) ?? []),
        ...texts.flatMap(wordsIn),
        ...(saysSomething(score) ? [bandOf(score)] : []),
    ];
}
/** The score. A tool that may leave it out may still write the CVSS score. */
function scoreOf(from, leavesOpen) {
    const properties = (0,_kept_js__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(from, 'properties');
    const score = (0,_kept_js__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(properties, 'security-severity');
    const isOpen = leavesOpen && score !== undefined && !saysSomething(score);
    return isOpen ? ((0,_kept_js__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(properties, 'cvssv3_baseScore') ?? score) : score;
}
/** Tools write null for an unknown value, and tools in JavaScript write the words for it. */
function saysSomething(value) {
    return value !== undefined && value !== null && value !== 'null' && value !== 'undefined';
}
function wordsIn(sentences) {
    const said = (0,_kept_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(sentences) ?? '';
    return SENTENCES.flatMap((sentence) => severityIn(sentence.exec(said)?.groups?.word) ?? []);
}
function severityIn(word) {
    const name = typeof word === 'string' ? word.toLowerCase() : '';
    return Object.hasOwn(WORDS, name) ? WORDS[name] : undefined;
}
/**
 * GitHub's bands for `security-severity`, a number in a string. 9.0 is in no band of GitHub, but Grype writes it for
 * critical. Tools write 0.0 for unknown.
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
    const level = (0,_kept_js__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(from, 'level');
    if (level === undefined)
        return undefined;
    return typeof level === 'string' && Object.hasOwn(LEVELS, level) ? LEVELS[level] : 'unreadable';
}
function isOfLicense(from) {
    return (0,_kept_js__WEBPACK_IMPORTED_MODULE_0__/* .entries */ .jO)((0,_kept_js__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(from, 'properties', 'tags')).includes(LICENSE);
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

/***/ 15:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   E4: () => (/* binding */ versionOf),
/* harmony export */   HZ: () => (/* binding */ VERSION_TAGS),
/* harmony export */   Vd: () => (/* binding */ planTags),
/* harmony export */   e6: () => (/* binding */ versionTagOf),
/* harmony export */   uH: () => (/* binding */ shaTagOf)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9473);
/* harmony import */ var _image_reference_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(7755);
/* harmony import */ var _run_ref_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(6175);
/* harmony import */ var _text_commit_template_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(9240);
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(9204);





/** The image tags that are created from a git tag: its own name, the parts of a semantic version, or none. */
const VERSION_TAGS = ['exact', 'semver', 'none'];
/**
 * planTags names the tags for a commit at a destination. Throws INPUT_INVALID for a name that is not a tag, and for one
 * that would have to move and to stay.
 */
function planTags(inputs, subject, destination) {
    const sha = shaTagOf(inputs.shaTag, subject.commit);
    const version = versionTagsOf(inputs.versionTags, subject);
    const isHere = ({ only }) => only === undefined || (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .sameRepository */ .RB)(only, destination);
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
        throw invalid(`The tag "${torn}" would have to stay for ever and to move.`, {
            hint: 'Name it in "tags" or in "moving-tags", not in both; with "version-tags: semver" 1.2 and 1 move by themselves.',
        });
    }
    return { sha: at(sha), versions: versions.map(at), moving: [...moving.values()] };
}
/** shaTagOf returns the tag that names a commit. */
function shaTagOf(template, commit) {
    const name = (0,_text_commit_template_js__WEBPACK_IMPORTED_MODULE_3__/* .withCommit */ .e)(template, commit);
    if ((0,_image_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .isTag */ .dz)(name))
        return name;
    throw invalid(`sha-tag: "${template}" makes "${name}", which is no tag; a tag ${_image_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .TAG_RULE */ .Kx}.`, {
        hint: 'Shorten what is around {sha}, or use {short-sha}.',
    });
}
/** versionOf returns the version of an image: that of its git tag, or the highest if there are several. */
function versionOf(subject) {
    return gitTagsOf(subject)
        .flatMap((name) => (0,_version_js__WEBPACK_IMPORTED_MODULE_2__/* .parseVersion */ .o)(name) ?? [])
        .sort(_version_js__WEBPACK_IMPORTED_MODULE_2__/* .compareVersions */ .Z)
        .at(-1);
}
function gitTagsOf({ ref, gitTags }) {
    return gitTags ?? [(0,_run_ref_js__WEBPACK_IMPORTED_MODULE_4__/* .gitTagOf */ .Eb)(ref)].filter((name) => name !== undefined);
}
/** versionTagOf returns the fixed version tag that a run for this git tag writes; undefined if it writes none. */
function versionTagOf(kind, name) {
    return versionTags(kind, name).fixed[0];
}
const NONE = { fixed: [], moving: [] };
function versionTagsOf(kind, subject) {
    const each = gitTagsOf(subject).map((name) => versionTags(kind, name));
    return { fixed: each.flatMap(({ fixed }) => fixed), moving: each.flatMap(({ moving }) => moving) };
}
function versionTags(kind, name) {
    if (kind === 'none')
        return NONE;
    if (kind === 'exact') {
        if ((0,_image_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .isTag */ .dz)(name))
            return { fixed: [name], moving: [] };
        throw invalid(`The git tag "${name}" cannot be the tag of an image, which ${_image_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .TAG_RULE */ .Kx}.`, {
            hint: 'Set "version-tags: none" and name the tag in "tags", or give the commit another git tag.',
        });
    }
    const version = (0,_version_js__WEBPACK_IMPORTED_MODULE_2__/* .parseVersion */ .o)(name);
    if (version === undefined) {
        throw invalid(`The git tag "${name}" is no version such as v1.2.3 or v1.2.3-rc.1.`, {
            hint: 'Let "git-tags" take versions alone (v[0-9]+.[0-9]+.[0-9]+*), or set "version-tags: exact" or "none".',
        });
    }
    const { major, minor, prerelease } = version;
    const fixed = [version.version];
    if (prerelease.length > 0)
        return { fixed, moving: [] };
    const ofMinor = { name: `${major}.${minor}`, series: { major, minor } };
    // Below 1.0.0, every minor version may break the one before, so there is no tag "0".
    return { fixed, moving: major === 0 ? [ofMinor] : [ofMinor, { name: `${major}`, series: { major } }] };
}
function invalid(message, details) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .l('INPUT_INVALID', message, details);
}


/***/ }),

/***/ 8087:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  fQ: () => (/* binding */ IF_EXISTS),
  RH: () => (/* binding */ candidateOf),
  hY: () => (/* binding */ publishedAs),
  g$: () => (/* binding */ readTags)
});

// EXTERNAL MODULE: ./build/tags/shown-image.js
var shown_image = __nccwpck_require__(4409);
// EXTERNAL MODULE: ./build/errors.js
var errors = __nccwpck_require__(9473);
// EXTERNAL MODULE: ./build/image/reference.js
var reference = __nccwpck_require__(7755);
// EXTERNAL MODULE: ./build/image/tag-names.js
var tag_names = __nccwpck_require__(6863);
;// CONCATENATED MODULE: ./build/tags/tag-exists.js



/** tagExists reports that a tag that never moves shows another image, and suggests what to do, overwriting last. */
function tagExists(taken) {
    const { target, shows, ours } = taken;
    return new errors/* ActionError */.l('TAG_EXISTS', `${(0,reference/* referenceName */.z$)(target)} exists, and shows another image: ${told(shows)}; this run publishes ${told(ours)}.`, { hint: `${wayOut(taken)} ${OVERWRITE}` });
}
function told({ id, revision }) {
    return revision === undefined ? id : `${id} (built from ${revision})`;
}
const OVERWRITE = 'Only if nobody relies on the image that the tag shows: set "if-exists: overwrite", or delete the tag on the registry.';
function wayOut(taken) {
    const { target, shows, commit, isShaTag, ifExists, isAskedFor } = taken;
    if ((0,tag_names/* usuallyMoves */.A)(target.tag)) {
        return `Tags in "tags" never move. Name "${target.tag}" in "moving-tags" instead: there it follows the newest image.`;
    }
    if (isShaTag && shows.revision === commit) {
        if (isAskedFor) {
            return ('The image was built again for the same commit, and "expected-image-id" or "scan-report" asks for exactly this build: ' +
                'publish the image that was tested, by "Re-run failed jobs" and not "Re-run all jobs".');
        }
        if (ifExists === 'verify') {
            return ('The image was built again for the same commit, for example by "Re-run all jobs". Set "if-exists: keep" to use the ' +
                'image that is published.');
        }
    }
    if (isShaTag && ifExists === 'keep') {
        return ('With "if-exists: keep" the image that is published is used only if every platform of it has the label ' +
            `org.opencontainers.image.revision=${commit}: set it in every build.`);
    }
    return ('SHA tags and version tags never move. If this is another run for the same commit, publish the image that was tested: ' +
        'build with the label org.opencontainers.image.revision, and set "if-exists: keep", so that later runs use what is ' +
        'published. For a new version make a new git tag, or choose another name in "tags" or "sha-tag".');
}

;// CONCATENATED MODULE: ./build/tags/read-tags.js


/** What to do when a tag that never moves shows another image. */
const IF_EXISTS = ['verify', 'keep', 'overwrite'];
/** candidateOf follows the inputs: if the image was scanned, or is named by its ID, exactly this image is required. */
function candidateOf({ id, root = id, platforms: [{ revision }] }, { commit }, { ifExists, expectedImageIds, scan }) {
    // On a registry an image is named by its digest, so we use that if it is known.
    const image = { id: root, revision };
    return { image, commit, ifExists, isAskedFor: expectedImageIds.length > 0 || scan !== undefined };
}
/**
 * readTags reads every tag that will be written and never moves again. If one shows another image, it throws TAG_EXISTS
 * before anything is uploaded. Exceptions: the tag is to be overwritten; or the SHA tag shows an image of this commit
 * that is to be kept, which is then published.
 */
async function readTags(registry, plan, candidate) {
    const read = async (target) => {
        const manifest = await registry.readManifest(target.tag);
        return { target, manifest, isOurs: manifest !== undefined && (await candidate.isOurs(manifest)) };
    };
    const [sha, versions] = await Promise.all([read(plan.sha), Promise.all(plan.versions.map(read))]);
    if (candidate.ifExists === 'overwrite')
        return { sha, versions, kept: undefined };
    const kept = await keptImage(sha, candidate);
    const before = kept === undefined ? { sha, versions, kept } : instead(kept, { sha, versions });
    const published = publishedAs(before);
    const [other] = [before.sha, ...before.versions].flatMap(({ target, manifest, isOurs }) => {
        const isFree = manifest === undefined || (isOurs && manifest.digest === published?.digest);
        return isFree ? [] : [{ target, manifest }];
    });
    if (other !== undefined)
        throw await taken(registry, { ...other, before, candidate });
    return before;
}
/** publishedAs returns our image on the registry, under any of the tags, if it exists: then we need not upload it. */
function publishedAs({ sha, versions }) {
    return [sha, ...versions].find(({ isOurs }) => isOurs)?.manifest;
}
async function keptImage({ manifest, isOurs }, { image: built, content, ifExists, isAskedFor, commit }) {
    if (ifExists !== 'keep' || isAskedFor || manifest === undefined || isOurs)
        return undefined;
    const tested = await (0,shown_image/* imageOfCommit */.I)(content, manifest, commit);
    return tested && { manifest, tested, discarded: built.id };
}
/** From here on, only the kept image is ours. */
function instead(kept, { sha, versions }) {
    const seen = (tag) => ({ ...tag, isOurs: tag.manifest?.digest === kept.manifest.digest });
    return { sha: seen(sha), versions: versions.map(seen), kept };
}
async function taken(registry, { target, manifest, before, candidate }) {
    const { image, commit, ifExists, isAskedFor } = candidate;
    const { kept } = before;
    return tagExists({
        target,
        // The commit is extra information: the error is the same without it.
        shows: { id: manifest.digest, revision: await (0,shown_image/* shownRevision */.r)(registry, manifest).catch(() => undefined) },
        ours: kept === undefined ? image : { id: kept.manifest.digest, revision: commit },
        commit,
        isShaTag: target === before.sha.target,
        ifExists,
        isAskedFor,
    });
}


/***/ }),

/***/ 4409:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ imageOfCommit),
/* harmony export */   r: () => (/* binding */ shownRevision)
/* harmony export */ });
/* harmony import */ var _image_config_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6382);
/* harmony import */ var _image_content_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8447);
/* harmony import */ var _image_image_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(9963);
/* harmony import */ var _image_media_types_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(406);
/* harmony import */ var _image_tested_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(2373);





/**
 * shownRevision reads the commit in the label of an image on a registry; for an index, of its first image. Undefined if
 * there is none, or if it is not an image.
 */
async function shownRevision(registry, shown) {
    const first = shown.kind === 'index' ? imagesIn(shown)[0] : shown;
    return first && (await configOf(registry, first))?.revision;
}
/**
 * imageOfCommit reads an image on a registry if every platform of it has the label of this commit; undefined if one
 * does not, or if it is not an image. It reads only the documents: the verification checks later whether the layers
 * exist, with its own errors.
 */
async function imageOfCommit(content, shown, commit) {
    try {
        const image = await (0,_image_image_js__WEBPACK_IMPORTED_MODULE_2__/* .readImage */ .AM)({ ...content, sizeOf: async ({ size }) => size }, shown);
        return image.platforms.every(({ revision }) => revision === commit) ? (0,_image_tested_js__WEBPACK_IMPORTED_MODULE_4__/* .testedIn */ .n6)(image) : undefined;
    }
    catch (error) {
        if (error instanceof _image_content_js__WEBPACK_IMPORTED_MODULE_1__/* .ImageProblem */ .d)
            return undefined;
        throw error;
    }
}
function imagesIn({ children }) {
    return children.filter(({ isAttestation }) => !isAttestation);
}
/** An index of indexes is not followed: nobody builds such images. */
async function configOf(registry, image) {
    const manifest = 'kind' in image ? image : await registry.readManifest(image.digest);
    if (manifest?.kind !== 'manifest' || !(0,_image_media_types_js__WEBPACK_IMPORTED_MODULE_3__/* .isImageConfig */ ._m)(manifest.config))
        return undefined;
    const bytes = await registry.readBlob(manifest.config);
    return bytes && (0,_image_config_js__WEBPACK_IMPORTED_MODULE_0__/* .configIn */ .k$)(bytes);
}


/***/ }),

/***/ 9204:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ compareVersions),
/* harmony export */   o: () => (/* binding */ parseVersion)
/* harmony export */ });
/* harmony import */ var semver_functions_compare_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8469);
/* harmony import */ var semver_functions_parse_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6353);


/** Longest tag of an image, in characters. */
const LONGEST = 128;
/**
 * parseVersion reads a version, with or without `v`. Undefined if it is not one, and for three things that `semver`
 * accepts: surrounding blanks; build metadata, because tags have no plus sign, and two builds of one version would need
 * the same tag; and a number that JavaScript would round, so that two versions would be equal.
 */
function parseVersion(text) {
    const version = semver_functions_parse_js__WEBPACK_IMPORTED_MODULE_1__(text);
    const isToTheLetter = version !== null && text.replace(/^v/, '') === version.version && text.length <= LONGEST;
    return isToTheLetter && version.prerelease.every(isExact) ? version : undefined;
}
/** semver converts an identifier to a number if it can, unless it is beyond 2^53. */
function isExact(identifier) {
    return typeof identifier === 'number' || !/^\d+$/.test(identifier);
}
/** compareVersions is negative, zero or positive if the first one is lower, equal or higher (semver.org, item 11). */
const compareVersions = semver_functions_compare_js__WEBPACK_IMPORTED_MODULE_0__;


/***/ }),

/***/ 9240:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ withCommit)
/* harmony export */ });
/** Digits of a commit in `{short-sha}`. */
const SHORT = 12;
/** withCommit fills a commit into a template: the whole commit for `{sha}`, its first digits for `{short-sha}`. */
function withCommit(template, commit) {
    return template.replaceAll('{sha}', commit).replaceAll('{short-sha}', commit.slice(0, SHORT));
}


/***/ }),

/***/ 46:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ editDistance)
/* harmony export */ });
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

/***/ 4153:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ isLoopback)
/* harmony export */ });
const IPV4 = /^127(?:\.(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)){3}$/;
/**
 * isLoopback tells whether a host (no port) is this machine: only for it, plain HTTP is allowed. Names below
 * `localhost` should be, too (RFC 6761), but many systems ask a name server for them.
 */
function isLoopback(hostname) {
    const host = hostname.replace(/^\[|\]$/g, '').toLowerCase();
    return host === 'localhost' || host === '::1' || IPV4.test(host);
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

/***/ 1668:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ isServiceAddress)
/* harmony export */ });
/* harmony import */ var _loopback_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4153);

/**
 * isServiceAddress tells whether a text is the address of a server to ask: HTTPS, or HTTP on loopback, and nothing
 * else.
 */
function isServiceAddress(text) {
    const url = URL.parse(text);
    const isReached = url?.protocol === 'https:' || (url?.protocol === 'http:' && (0,_loopback_js__WEBPACK_IMPORTED_MODULE_0__/* .isLoopback */ .U)(url.hostname));
    return isReached && url !== null && url.username === '' && url.search === '' && url.hash === '';
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
/******/ 		__webpack_modules__[moduleId].call(module.exports, module, module.exports, __nccwpck_require__);
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
/******/ var __webpack_exports__ = __nccwpck_require__(875);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
