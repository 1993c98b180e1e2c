import { type Answer, empty, type HeaderValues, json } from './exchange.ts';

/** Everything a registry may refuse; each personality words it in its own way. */
export type Situation =
  | 'unauthorized'
  | 'denied'
  | 'name-invalid'
  | 'name-unknown'
  | 'repository-missing'
  | 'tag-invalid'
  | 'tag-immutable'
  | 'condition-failed'
  | 'digest-invalid'
  | 'manifest-unknown'
  | 'manifest-not-accepted'
  | 'manifest-invalid'
  | 'manifest-unverified'
  | 'manifest-too-large'
  | 'manifest-blob-unknown'
  | 'pull-policy'
  | 'scan-pending'
  | 'blob-unknown'
  | 'blob-upload-unknown'
  | 'blob-upload-invalid'
  | 'chunk-out-of-order'
  | 'chunk-too-large'
  | 'size-invalid'
  | 'range-invalid'
  | 'mount-refused'
  | 'quota'
  | 'rate-limited'
  | 'scope-invalid'
  | 'delete-by-tag'
  | 'unsupported'
  | 'not-found'
  | 'server-error';

/** What is known about the refused request when its message is written. */
export type Facts = {
  readonly repository?: string | undefined;
  readonly reference?: string | undefined;
  readonly action?: string | undefined;
  readonly message?: string | undefined;
  readonly detail?: unknown;
  readonly details?: readonly unknown[];
};

export type Refusal = {
  readonly status: number;
  /** Left out where the registry answers without an OCI error body. */
  readonly code?: string;
  readonly message?: string | ((facts: Facts) => string);
  readonly detail?: (facts: Facts) => unknown;
  readonly headers?: HeaderValues;
  /** A body that is not the JSON of the specification. */
  readonly text?: { readonly type: string; readonly body: string };
};

export type Refusals = Readonly<Record<Situation, Refusal>>;

const DENIED = 'requested access to the resource is denied';

/** The words of the distribution project, which most registries repeat. */
export const CONFORMANT: Refusals = {
  unauthorized: { status: 401, code: 'UNAUTHORIZED', message: 'authentication required' },
  denied: { status: 403, code: 'DENIED', message: DENIED },
  'name-invalid': { status: 400, code: 'NAME_INVALID', message: 'invalid repository name' },
  'name-unknown': { status: 404, code: 'NAME_UNKNOWN', message: 'repository name not known to registry' },
  'repository-missing': { status: 404, code: 'NAME_UNKNOWN', message: 'repository name not known to registry' },
  'tag-invalid': { status: 400, code: 'TAG_INVALID', message: 'manifest tag did not match URI' },
  'tag-immutable': { status: 409, code: 'DENIED', message: (facts) => `tag ${facts.reference} is immutable` },
  'condition-failed': { status: 412, text: { type: 'text/plain; charset=utf-8', body: 'precondition failed\n' } },
  'digest-invalid': { status: 400, code: 'DIGEST_INVALID', message: 'provided digest did not match uploaded content' },
  'manifest-unknown': { status: 404, code: 'MANIFEST_UNKNOWN', message: 'manifest unknown' },
  'manifest-not-accepted': { status: 404, code: 'MANIFEST_UNKNOWN' },
  'manifest-invalid': { status: 400, code: 'MANIFEST_INVALID', message: 'manifest invalid' },
  'manifest-unverified': {
    status: 400,
    code: 'MANIFEST_UNVERIFIED',
    message: 'manifest failed signature verification',
  },
  'manifest-too-large': { status: 413, code: 'MANIFEST_INVALID', message: 'manifest is larger than 4 MiB' },
  'manifest-blob-unknown': { status: 400, code: 'MANIFEST_BLOB_UNKNOWN', message: 'manifest blob unknown to registry' },
  'pull-policy': { status: 403, code: 'DENIED', message: DENIED },
  'scan-pending': { status: 412, code: 'DENIED', message: 'the image is being scanned' },
  'blob-unknown': { status: 404, code: 'BLOB_UNKNOWN', message: 'blob unknown to registry' },
  'blob-upload-unknown': { status: 404, code: 'BLOB_UPLOAD_UNKNOWN', message: 'blob upload unknown to registry' },
  'blob-upload-invalid': { status: 400, code: 'BLOB_UPLOAD_INVALID', message: 'blob upload invalid' },
  'chunk-out-of-order': { status: 416, code: 'RANGE_INVALID', message: 'invalid content range' },
  'chunk-too-large': { status: 413, code: 'SIZE_INVALID', message: 'chunk is too large' },
  'size-invalid': { status: 400, code: 'SIZE_INVALID', message: 'provided length did not match content length' },
  'range-invalid': { status: 416, code: 'RANGE_INVALID', message: 'requested range not satisfiable' },
  'mount-refused': { status: 400, code: 'BLOB_UPLOAD_INVALID', message: 'cannot mount' },
  quota: { status: 403, code: 'DENIED', message: 'quota exceeded' },
  'rate-limited': {
    status: 429,
    code: 'TOOMANYREQUESTS',
    message: 'too many requests',
    headers: { 'retry-after': '1' },
  },
  'scope-invalid': { status: 400, code: 'UNSUPPORTED', message: 'invalid scope' },
  'delete-by-tag': { status: 400, code: 'UNSUPPORTED', message: 'The operation is unsupported.' },
  unsupported: { status: 405, code: 'UNSUPPORTED', message: 'The operation is unsupported.' },
  'not-found': { status: 404, text: { type: 'text/plain; charset=utf-8', body: '404 page not found\n' } },
  'server-error': { status: 500, code: 'UNKNOWN', message: 'unknown error' },
};

export function refusalAnswer(refusal: Refusal, facts: Facts): Answer {
  const headers = refusal.headers ?? {};
  if (refusal.text !== undefined) {
    const { type, body } = refusal.text;
    return { status: refusal.status, headers: { 'content-type': type, ...headers }, body: Buffer.from(body) };
  }
  if (refusal.code === undefined) return empty(refusal.status, headers);
  const { code } = refusal;
  const own = typeof refusal.message === 'function' ? refusal.message(facts) : refusal.message;
  const message = refusal.message === undefined ? (facts.message ?? code) : own;
  const details = facts.details ?? [refusal.detail?.(facts) ?? facts.detail];
  const errors = details.map((detail) => (detail === undefined ? { code, message } : { code, message, detail }));
  return json(refusal.status, { errors }, headers);
}
