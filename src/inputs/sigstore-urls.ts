import { isLoopback } from '../text/loopback.ts';
import { readYamlList } from '../text/yaml-list.ts';

/** Where a Sigstore of one's own is; addresses are without a slash at their end. */
export type SigstoreUrls = {
  readonly fulcio: string;
  /** Undefined if nothing is logged. */
  readonly rekor: { readonly url: string; readonly version: 1 | 2 } | undefined;
  readonly timestamp: string | undefined;
  /** Path of a file with what the signatures are verified with. */
  readonly trustedRoot: string | undefined;
  /** For whom the job's token is made. */
  readonly audience: string;
};

export type ReadSigstoreUrls =
  | { readonly ok: true; readonly value: SigstoreUrls | undefined }
  | { readonly ok: false; readonly problems: readonly string[] };

const FIELDS: readonly string[] = ['fulcio', 'rekor', 'rekor-version', 'timestamp', 'trusted-root', 'audience'];
const ADDRESSES: readonly string[] = ['fulcio', 'rekor', 'timestamp'];
const AUDIENCE = 'sigstore';

/** readSigstoreUrls reads the input `sigstore-urls`, YAML with a field for each. Problems are ends of sentences. */
export async function readSigstoreUrls(text: string): Promise<ReadSigstoreUrls> {
  if (text.trim() === '') return { ok: true, value: undefined };
  // One mapping is read as the only entry of a list.
  const list = await readYamlList(asEntry(text));
  if (!list.ok) return { ok: false, problems: [list.problem.replace('; begin each entry with "- "', '')] };
  const fields = list.value[0]?.fields ?? new Map<string, string>();
  const problems = [
    ...[...fields.keys()]
      .filter((name) => !FIELDS.includes(name))
      .map((name) => `has "${name}", which is none of ${FIELDS.join(', ')}`),
    ...ADDRESSES.flatMap((name) => problemOfAddress(name, fields.get(name))),
    ...problemsTogether(fields),
  ];
  if (problems.length > 0) return { ok: false, problems };
  const address = (name: string) => (fields.get(name) || undefined)?.replace(/\/+$/, '');
  const rekor = address('rekor');
  const version = fields.get('rekor-version') === '2' ? 2 : 1;
  return {
    ok: true,
    value: {
      fulcio: address('fulcio') ?? '',
      rekor: rekor === undefined ? undefined : { url: rekor, version },
      timestamp: address('timestamp'),
      trustedRoot: fields.get('trusted-root') || undefined,
      audience: fields.get('audience') || AUDIENCE,
    },
  };
}

function asEntry(text: string): string {
  const lines = text.split('\n');
  const first = lines.findIndex((line) => /^\s*[^\s#]/.test(line));
  return lines.map((line, at) => `${at === first ? '- ' : '  '}${line}`).join('\n');
}

function problemOfAddress(name: string, text: string | undefined): readonly string[] {
  if (text === undefined || text === '') return name === 'fulcio' ? ['has no "fulcio"'] : [];
  const url = URL.parse(text);
  const isReached = url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback(url.hostname));
  const isPlain = url !== null && url.username === '' && url.search === '' && url.hash === '';
  return isReached && isPlain ? [] : [`has a "${name}" that is no HTTPS address without a user or a query`];
}

function problemsTogether(fields: ReadonlyMap<string, string>): readonly string[] {
  const has = (name: string) => (fields.get(name) ?? '') !== '';
  const version = fields.get('rekor-version') ?? '';
  return [
    ...(['', '1', '2'].includes(version) ? [] : ['has a "rekor-version" that is neither 1 nor 2']),
    ...(version !== '' && !has('rekor') ? ['has a "rekor-version" without a "rekor"'] : []),
    ...(version === '2' && !has('timestamp')
      ? ['has a log of version 2 without a "timestamp": that log does not say when something was signed']
      : []),
    ...(!has('rekor') && !has('timestamp')
      ? ['has neither a "rekor" nor a "timestamp": nobody could tell that the certificate was valid when it signed']
      : []),
  ];
}
