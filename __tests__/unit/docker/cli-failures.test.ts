import { describe, expect, it } from '@jest/globals';
import { engineFailure, pushTransience, saveFailure } from '../../../src/docker/cli-failures.ts';
import type { ErrorCode } from '../../../src/errors.ts';

const REGISTRY = 'https://192.0.2.2:5543/v2/';
const daemon = 'Error response from daemon:';

/** What docker 20.10 to 28.2 has been seen to say, and what it means for a user. */
const PUSHES: readonly (readonly [says: string, code: ErrorCode])[] = [
  [
    'Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is the docker daemon running?',
    'ENGINE_UNAVAILABLE',
  ],
  [
    'permission denied while trying to connect to the Docker daemon socket at unix:///var/run/docker.sock: Get "http://%2Fvar%2Frun%2Fdocker.sock/v1.24/info": dial unix /var/run/docker.sock: connect: permission denied',
    'ENGINE_UNAVAILABLE',
  ],
  [`Get "${REGISTRY}": dial tcp 192.0.2.2:5543: connect: connection refused`, 'REGISTRY_UNREACHABLE'],
  [
    'Get "https://nowhere.example/v2/": dial tcp: lookup nowhere.example on 127.0.0.53:53: no such host',
    'REGISTRY_UNREACHABLE',
  ],
  [`Get "${REGISTRY}": dial tcp 192.0.2.2:5543: i/o timeout`, 'REGISTRY_UNREACHABLE'],
  [`Get "${REGISTRY}": dial tcp 192.0.2.2:5543: connect: no route to host`, 'REGISTRY_UNREACHABLE'],
  [`Get "${REGISTRY}": context deadline exceeded`, 'REGISTRY_UNREACHABLE'],
  [
    `Get "${REGISTRY}": net/http: request canceled while waiting for connection (Client.Timeout exceeded while awaiting headers)`,
    'REGISTRY_UNREACHABLE',
  ],
  [`Get "${REGISTRY}": x509: certificate signed by unknown authority`, 'REGISTRY_UNTRUSTED'],
  [
    `Get "${REGISTRY}": tls: failed to verify certificate: x509: certificate signed by unknown authority`,
    'REGISTRY_UNTRUSTED',
  ],
  [`Get "${REGISTRY}": x509: certificate is valid for localhost, not 192.0.2.2`, 'REGISTRY_UNTRUSTED'],
  [`Get "${REGISTRY}": http: server gave HTTP response to HTTPS client`, 'REGISTRY_UNTRUSTED'],
  ['toomanyrequests: You have reached your pull rate limit.', 'RATE_LIMITED'],
  [
    'error parsing HTTP 429 response body: invalid character \'T\' looking for beginning of value: "Too Many Requests"',
    'RATE_LIMITED',
  ],
  [
    "name unknown: The repository with name 'app' does not exist in the registry with id '123456789012'",
    'REPOSITORY_MISSING',
  ],
  ['denied: requested access to the resource is denied', 'REGISTRY_DENIED'],
  ['unexpected status from POST request to https://r/v2/team/app/blobs/uploads/: 403 Forbidden', 'REGISTRY_DENIED'],
  ['error parsing HTTP 403 response body: unexpected end of JSON input: ""', 'REGISTRY_DENIED'],
  ['unauthorized: authentication required', 'REGISTRY_DENIED'],
  [
    'push access denied, repository does not exist or may require authorization: server message: insufficient_scope: authorization failed',
    'REGISTRY_DENIED',
  ],
  ['unauthorized: unauthorized to access repository: team/app, action: push', 'REGISTRY_DENIED'],
  ['no basic auth credentials', 'REGISTRY_DENIED'],
  ['denied: permission_denied: write_package', 'REGISTRY_DENIED'],
  [
    "tag invalid: The image tag 'abc' already exists in the 'team/app' repository and cannot be overwritten because the repository is immutable.",
    'TAG_EXISTS',
  ],
  ['manifest invalid: cannot update tag abc. The repository has enabled tag immutability', 'TAG_EXISTS'],
  ["unknown: Failed to process request due to 'team/app:abc' configured as immutable.", 'TAG_EXISTS'],
  ['tag immutable: tag is immutable and cannot be overwritten', 'TAG_EXISTS'],
  ['registry disallowed operation: The operation is disallowed on this registry, repository or image.', 'TAG_EXISTS'],
  ['unknown: Repository does not allow updating assets: team/app', 'TAG_EXISTS'],
  [
    "unauthorized: Not enough permissions to delete/overwrite artifact 'abc' (user 'ci' needs DELETE permission).",
    'TAG_EXISTS',
  ],
  ['invalid checksum digest format', 'PUSH_FAILED'],
  ['received unexpected HTTP status: 500 Internal Server Error', 'PUSH_FAILED'],
  ['something that nobody has seen', 'PUSH_FAILED'],
];

describe('a push that failed', () => {
  it.each(PUSHES)('because of "%s" is %s', (says, code) => {
    const error = engineFailure('docker push', { exitCode: 1, stdout: '', stderr: `${says}\n` }, 'PUSH_FAILED', 'hint');
    expect([error.code, error.message.includes(says.slice(0, 20))]).toEqual([code, true]);
    expect(error.hint).not.toBe('');
  });
});

describe('a login that failed', () => {
  it.each<readonly [string, ErrorCode]>([
    [`${daemon} login attempt to ${REGISTRY} failed with status: 401 Unauthorized`, 'LOGIN_FAILED'],
    [`${daemon} Get "${REGISTRY}": unauthorized: authentication required`, 'LOGIN_FAILED'],
    [`${daemon} Get "${REGISTRY}": unauthorized: incorrect username or password`, 'LOGIN_FAILED'],
    [`${daemon} Get "${REGISTRY}": denied: denied`, 'LOGIN_FAILED'],
    ['Error: Cannot perform an interactive login from a non TTY device', 'LOGIN_FAILED'],
    [`${daemon} Get "${REGISTRY}": x509: certificate signed by unknown authority`, 'REGISTRY_UNTRUSTED'],
    [`${daemon} Get "${REGISTRY}": dial tcp 192.0.2.2:5543: connect: connection refused`, 'REGISTRY_UNREACHABLE'],
  ])('because of "%s" is %s', (says, code) => {
    const warning =
      'WARNING! Your password will be stored unencrypted in /x/config.json.\nConfigure a credential helper\n';
    const error = engineFailure(
      'docker login',
      { exitCode: 1, stdout: '', stderr: warning + says },
      'LOGIN_FAILED',
      'h',
    );
    expect(error.code).toBe(code);
  });
});

/** What docker 26.1 and 28.2 have been seen to say when they save an image. */
const SAVES: readonly (readonly [says: string, code: ErrorCode, hint: RegExp])[] = [
  [
    'Cannot connect to the Docker daemon at unix:///x.sock. Is the docker daemon running?',
    'ENGINE_UNAVAILABLE',
    /Start/,
  ],
  ['unexpected EOF', 'ENGINE_UNAVAILABLE', /stopped while it saved/],
  [
    'error during connect: Get "http://%2Fx.sock/v1.45/images/get": EOF',
    'ENGINE_UNAVAILABLE',
    /stopped while it saved/,
  ],
  ['write /x/.tmp-image.tar304066259: no space left on device', 'PUSH_FAILED', /RUNNER_TEMP/],
  [
    `${daemon} write /var/lib/docker/tmp/docker-export-1/layer.tar: no space left on device`,
    'PUSH_FAILED',
    /their own folder/,
  ],
  [`${daemon} No such image: sha256:00`, 'SOURCE_NOT_FOUND', /removed the image/],
  [
    `${daemon} failed to get digest sha256:00: open /x/00: no such file or directory`,
    'SOURCE_NOT_FOUND',
    /removed the image/,
  ],
  [`${daemon} content digest sha256:00: not found`, 'PUSH_FAILED', /every platform/],
  // No registry has a part in it, whatever the words.
  ['open /x/.tmp-image.tar1: permission denied', 'PUSH_FAILED', /by hand/],
  ['', 'PUSH_FAILED', /by hand/],
];

describe('an image that could not be saved', () => {
  it.each(SAVES)('because of "%s" is %s', (says, code, hint) => {
    const error = saveFailure({ exitCode: 1, stdout: '', stderr: `${says}\n` });
    expect(error).toMatchObject({ code, hint: expect.stringMatching(hint) });
    expect(error.message).toContain(says);
  });
});

describe('the message', () => {
  const message = (stdout: string, stderr: string, exitCode = 1) =>
    engineFailure('docker push', { exitCode, stdout, stderr }, 'PUSH_FAILED', 'hint').message;

  it.each([
    ['', '', 'docker push failed (exit code 1): no message'],
    ['said on stdout\n', '', 'docker push failed (exit code 1): said on stdout'],
    ['out', 'err', 'docker push failed (exit code 1): err'],
    ['', 'WARNING: x\n\nerr\n', 'docker push failed (exit code 1): err'],
    ['', '\r\nerr\r\n', 'docker push failed (exit code 1): err'],
    ['', 'one\ntwo\nthree\nfour\n', 'docker push failed (exit code 1): two three four'],
  ])('of %j and %j is %s', (stdout, stderr, expected) => {
    expect(message(stdout, stderr)).toBe(expected);
  });

  it('is one line, and otherwise what was said: it is masked, cut and made safe where it is printed', () => {
    const text = message('', `\u001b[31m::error::x\n::stop-commands::y\r\n##[error]z`);
    expect(text).toBe('docker push failed (exit code 1): \u001b[31m::error::x ::stop-commands::y ##[error]z');
  });

  it('names any exit code as a failure', () => {
    for (const exitCode of [-1, 1, 2, 125, 126, 127, 137, 143, 255]) {
      expect(message('', 'x', exitCode)).toContain(`exit code ${exitCode}`);
    }
  });
});

describe('a push that is worth another one', () => {
  const kind = (stderr: string, exitCode = 1) => pushTransience({ exitCode, stdout: '', stderr }).kind;

  it.each([
    'toomanyrequests: too many requests',
    'received unexpected HTTP status: 500 Internal Server Error',
    'received unexpected HTTP status: 502 Bad Gateway',
    'received unexpected HTTP status: 503 Service Unavailable',
    'Get "https://r.example/v2/": EOF',
    'write tcp 10.0.0.1:1->10.0.0.2:443: write: connection reset by peer',
    'write: broken pipe',
    'net/http: TLS handshake timeout',
    'unexpected EOF',
  ])('failed because of "%s"', (says) => {
    expect(kind(says)).toBe('transient');
  });

  it.each([
    'denied: requested access to the resource is denied',
    'unauthorized: authentication required',
    'no basic auth credentials',
    'x509: certificate signed by unknown authority',
    'dial tcp: lookup nowhere.example: no such host',
    'name unknown: repository not found',
    'tag invalid: The image tag already exists and cannot be overwritten because the repository is immutable.',
    'tag does not exist: app:1',
    'An image does not exist locally with the tag: app',
    'invalid reference format',
    'something that nobody has seen',
    '',
  ])('did not fail because of "%s"', (says) => {
    expect(kind(says)).toBe('final');
  });

  it('is none that went well', () => {
    expect(kind('unexpected EOF', 0)).toBe('final');
  });
});
