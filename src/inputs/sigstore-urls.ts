import { isServiceAddress } from '../text/service-address.ts';
import { readYamlList } from '../text/yaml-list.ts';

/** A private Sigstore. */
export type SigstoreUrls = {
  /** Where it signs; addresses are without a slash at their end. Undefined if its TUF repository names them. */
  readonly servers:
    | {
        readonly fulcio: string;
        /** Undefined if nothing is logged. */
        readonly rekor: { readonly url: string; readonly version: 1 | 2 } | undefined;
        readonly timestamp: string | undefined;
      }
    | undefined;
  readonly tuf: TufUrls | undefined;
  /** Path of the file with the trusted root for its signatures. */
  readonly trustedRoot: string | undefined;
  /** The audience of the job's token. */
  readonly audience: string;
};

/** A TUF repository: where its metadata is, and the path of the file with its first root. */
export type TufUrls = { readonly url: string; readonly root: string };

export type ReadSigstoreUrls =
  | { readonly ok: true; readonly value: SigstoreUrls | undefined }
  | { readonly ok: false; readonly problems: readonly string[] };

const ADDRESSES: readonly string[] = ['fulcio', 'rekor', 'timestamp', 'tuf-url'];
const FIELDS: readonly string[] = [...ADDRESSES, 'rekor-version', 'trusted-root', 'tuf-root', 'audience'];
const AUDIENCE = 'sigstore';

/** readSigstoreUrls reads the input `sigstore-urls`, YAML with a field for each. Problems are ends of sentences. */
export async function readSigstoreUrls(text: string): Promise<ReadSigstoreUrls> {
  if (text.trim() === '') return { ok: true, value: undefined };
  // A mapping is read like a list with one entry.
  const list = await readYamlList(asEntry(text));
  if (!list.ok) return { ok: false, problems: [list.problem.replace('; begin each entry with "- "', '')] };
  const fields = list.value[0]?.fields ?? new Map<string, string>();
  const problems = [
    ...[...fields.keys()]
      .filter((name) => !FIELDS.includes(name))
      .map((name) => `has "${name}", which is not one of ${FIELDS.join(', ')}`),
    ...ADDRESSES.flatMap((name) => problemOfAddress(name, fields.get(name))),
    ...problemsTogether(fields),
  ];
  if (problems.length > 0) return { ok: false, problems };
  const given = (name: string) => fields.get(name) || undefined;
  const address = (name: string) => given(name)?.replace(/\/+$/, '');
  const [fulcio, rekor, url, root] = [address('fulcio'), address('rekor'), address('tuf-url'), given('tuf-root')];
  const version = fields.get('rekor-version') === '2' ? 2 : 1;
  const log = rekor === undefined ? undefined : ({ url: rekor, version } as const);
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

function asEntry(text: string): string {
  const lines = text.split('\n');
  const first = lines.findIndex((line) => /^\s*[^\s#]/.test(line));
  return lines.map((line, at) => `${at === first ? '- ' : '  '}${line}`).join('\n');
}

function problemOfAddress(name: string, text: string | undefined): readonly string[] {
  if (text === undefined || text === '' || isServiceAddress(text)) return [];
  return [`has a "${name}" that is not an HTTPS address, or has a user or a query`];
}

function problemsTogether(fields: ReadonlyMap<string, string>): readonly string[] {
  const has = (name: string) => (fields.get(name) ?? '') !== '';
  return [...problemsOfTuf(has), ...(has('fulcio') ? problemsOfServers(fields, has) : problemsWithout(has))];
}

type Has = (name: string) => boolean;

function problemsOfTuf(has: Has): readonly string[] {
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
function problemsWithout(has: Has): readonly string[] {
  if (!has('tuf-url')) return ['has no "fulcio", and no "tuf-url" that would say where it is'];
  const lone = ['rekor', 'rekor-version', 'timestamp'].filter(has);
  return lone.map((name) => `has a "${name}" without a "fulcio": by "tuf-url" alone all servers are announced`);
}

function problemsOfServers(fields: ReadonlyMap<string, string>, has: Has): readonly string[] {
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
