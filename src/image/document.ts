/**
 * The largest manifest, and the largest config, that we publish or read back, in bytes, from every kind of source:
 * registries accept no larger manifest.
 */
export const LARGEST_DOCUMENT = 4 * 1024 * 1024;

/** What is wrong with bytes that should be a manifest or a configuration. */
export class ManifestProblem extends Error {
  override readonly name = 'ManifestProblem';
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
export function readDocument(bytes: Uint8Array): Record<string, unknown> {
  const value = parse(bytes, SPELLING);
  if (!isObject(value)) throw new ManifestProblem('it is not a JSON object');
  return value;
}

/** readDocuments reads a list of such objects; the given keys are the important ones. Throws a ManifestProblem. */
export function readDocuments(bytes: Uint8Array, keys: readonly string[]): readonly Record<string, unknown>[] {
  const values = parse(bytes, new Map(keys.map((key) => [folded(key), key])));
  if (!Array.isArray(values) || !values.every(isObject)) throw new ManifestProblem('it is not a list of JSON objects');
  return values;
}

function parse(bytes: Uint8Array, spelling: ReadonlyMap<string, string>): unknown {
  let text: string;
  let value: unknown;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    value = JSON.parse(text);
  } catch {
    throw new ManifestProblem('it is not JSON');
  }
  checkKeys(text, spelling);
  return value;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An object or list that is open at a place in the text; a list has no keys. */
type Open = { readonly keys: Set<string> | undefined; readonly isFree: boolean };

/** The text is valid JSON, so a string before a colon is a key of the innermost object. */
function checkKeys(text: string, spelling: ReadonlyMap<string, string>): void {
  const open: Open[] = [];
  let last = '';
  let key = '';
  for (const [token] of text.matchAll(TOKEN)) {
    if (token === '{' || token === '[') {
      if (open.length === DEEPEST) throw new ManifestProblem(`it is nested more than ${DEEPEST} deep`);
      open.push({ keys: token === '{' ? new Set() : undefined, isFree: last === ':' && FREE.includes(key) });
    } else if (token === '}' || token === ']') {
      open.pop();
    } else if (token === ':') {
      key = JSON.parse(last) as string;
      checkKey(key, open.at(-1), spelling);
    }
    last = token;
  }
}

function checkKey(key: string, innermost: Open | undefined, spelling: ReadonlyMap<string, string>): void {
  const keys = innermost?.keys;
  if (keys === undefined) return;
  const name = innermost?.isFree ? key : folded(key);
  if (keys.has(name)) throw new ManifestProblem(`it has the key ${JSON.stringify(key)} twice`);
  keys.add(name);
  const spelled = innermost?.isFree ? key : (spelling.get(name) ?? key);
  if (key !== spelled)
    throw new ManifestProblem(`it has the key ${JSON.stringify(key)} for ${JSON.stringify(spelled)}`);
}

/** Go compares keys without case, and treats the long s and the Kelvin sign as ASCII letters. */
function folded(key: string): string {
  return key.normalize('NFKC').toLowerCase();
}

/** parseList reads a value that must be a list. Throws a ManifestProblem. */
export function parseList(value: unknown, what: string): readonly unknown[] {
  if (!Array.isArray(value)) throw new ManifestProblem(`it has no list "${what}"`);
  return value;
}

/** asObject returns the value as an object; undefined if it is not one. */
export function asObject(value: unknown): Record<string, unknown> | undefined {
  return isObject(value) ? value : undefined;
}
