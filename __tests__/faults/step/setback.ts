import type { Answer } from './engine-connection.ts';

/** What kept the engine from going on, in its own words. After a final one it does not try a layer again. */
export class Setback extends Error {
  override readonly name = 'Setback';
  readonly isFinal: boolean;

  constructor(words: string, { isFinal }: { readonly isFinal: boolean }) {
    super(words);
    this.isFinal = isFinal;
  }
}

/** Codes that the engine takes for a refusal, if the registry says more than the code. */
const REFUSALS: readonly string[] = ['UNAUTHORIZED', 'UNSUPPORTED', 'DENIED', 'TOOMANYREQUESTS', 'NAME_UNKNOWN'];

/** What the distribution project says of a code: with these words, and no others, the engine prints the code alone. */
const STANDARD: Readonly<Record<string, string>> = {
  UNAUTHORIZED: 'authentication required',
  DENIED: 'requested access to the resource is denied',
  UNAVAILABLE: 'service unavailable',
  TOOMANYREQUESTS: 'too many requests',
  UNSUPPORTED: 'The operation is unsupported.',
  BLOB_UPLOAD_UNKNOWN: 'blob upload unknown to registry',
  MANIFEST_BLOB_UNKNOWN: 'blob unknown to registry',
  DIGEST_INVALID: 'provided digest did not match uploaded content',
};

type ErrorBody = {
  readonly errors: readonly { readonly code: string; readonly message?: string; readonly detail?: unknown }[];
};

/** refusal puts an answer that is not a success into the engine's words (distribution, `registry/client/errors.go`). */
export function refusal({ status, headers, body }: Answer): Setback {
  if (status < 400 || status > 499) {
    return new Setback(`received unexpected HTTP status: ${status} ${REASONS[status] ?? 'unknown'}`, {
      isFinal: false,
    });
  }
  if (status === 401 && /error="invalid_token"/.test(String(headers['www-authenticate']))) {
    return new Setback('unauthorized: authentication required', { isFinal: true });
  }
  const errors = parseErrors(body);
  if (errors === undefined) {
    const words = `error parsing HTTP ${status} response body: ${jsonProblem(body)}: ${JSON.stringify(body.toString())}`;
    return new Setback(status === 401 ? 'unauthorized: authentication required' : words, { isFinal: true });
  }
  const said = errors.map(({ code, message = '', detail }) => {
    const words = code.toLowerCase().replaceAll('_', ' ');
    const isBare = (detail ?? undefined) === undefined && (message === '' || message === STANDARD[code]);
    return { words: isBare ? words : `${words}: ${message}`, isFinal: !isBare && REFUSALS.includes(code) };
  });
  const words = said.map((each) => each.words);
  return new Setback(words.length === 1 ? (words[0] ?? '') : `errors:\n${words.join('\n')}`, {
    isFinal: said[0]?.isFinal === true,
  });
}

/** networkFailure puts an answer that never came into the words of Go. */
export function networkFailure(error: NodeJS.ErrnoException, { method, url }: { method: string; url: URL }): Setback {
  const { code = '' } = error;
  const verb = `${method[0]}${method.slice(1).toLowerCase()}`;
  const words = code.startsWith('HPE_')
    ? `net/http: HTTP/1.x transport connection broken: malformed HTTP response "${error.message}"`
    : code === 'ECONNREFUSED'
      ? `dial tcp ${url.host}: connect: connection refused`
      : `read tcp 127.0.0.1:40000->${url.host}: read: connection reset by peer`;
  return new Setback(`${verb} "${url}": ${words}`, { isFinal: false });
}

export function decodeFailure(body: Buffer): Setback {
  const isCut = body.length > 0 && body.toString().trimStart().startsWith('{');
  return new Setback(`unable to decode token response: ${isCut ? 'unexpected EOF' : jsonProblem(body)}`, {
    isFinal: false,
  });
}

function parseErrors(body: Buffer): ErrorBody['errors'] | undefined {
  try {
    const { errors } = JSON.parse(body.toString()) as ErrorBody;
    return Array.isArray(errors) && errors.length > 0 ? errors : undefined;
  } catch {
    return undefined;
  }
}

function jsonProblem(body: Buffer): string {
  const first = body.toString().trimStart()[0];
  return first === undefined
    ? 'unexpected end of JSON input'
    : `invalid character '${first}' looking for beginning of value`;
}

const REASONS: Readonly<Record<number, string>> = {
  200: 'OK',
  500: 'Internal Server Error',
  502: 'Bad Gateway',
  503: 'Service Unavailable',
  504: 'Gateway Timeout',
};
