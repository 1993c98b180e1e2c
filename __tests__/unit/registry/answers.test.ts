import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ActionError, type ErrorCode } from '../../../src/errors.ts';
import { HttpProblem } from '../../../src/http/http.ts';
import { transienceOfError } from '../../../src/http/transient-answers.ts';
import { type Asked, loginRefusal, noAnswer, ociErrors, refusal } from '../../../src/registry/answers.ts';
import { transienceOf } from '../../../src/registry/transience.ts';

const asked = { method: 'PUT', url: new URL('https://user:secret@r.example/v2/a/manifests/1?sig=secret') };
const answer = (status: number, body: unknown = '', headers: Readonly<Record<string, string>> = {}) => ({
  status,
  headers,
  body: Buffer.from(typeof body === 'string' ? body : JSON.stringify(body)),
});
const errors = (code: string, message = 'x') => ({ errors: [{ code, message }] });

describe('ociErrors', () => {
  it.each<readonly [unknown, unknown]>([
    [errors('MANIFEST_UNKNOWN', 'no such thing'), [{ code: 'MANIFEST_UNKNOWN', message: 'no such thing' }]],
    [
      { errors: [{ code: 'A' }, { message: 'b' }] },
      [
        { code: 'A', message: '' },
        { code: '', message: 'b' },
      ],
    ],
    [
      { errors: [null, 'x'] },
      [
        { code: '', message: '' },
        { code: '', message: '' },
      ],
    ],
    [{ errors: [] }, []],
    [{ errors: 'x' }, []],
    [{ error: 'x' }, []],
    [{ errors: [{ code: { toString: 1 } }] }, []],
    ['null', []],
    ['', []],
    ['<html>', []],
  ])('of %j are %j', (body, expected) => {
    expect(ociErrors(answer(400, body))).toMatchObject(expected as object);
    expect(ociErrors(answer(400, body))).toHaveLength((expected as unknown[]).length);
  });
});

describe('the detail of an error', () => {
  const told = (detail: unknown) =>
    refusal(asked, answer(400, { errors: [{ code: 'UNKNOWN', message: 'unknown error', detail }] })).message;

  it.each<readonly [detail: unknown, told: string]>([
    ['Repository is read\n ::error:: only', 'UNKNOWN unknown error (Repository is read ::error:: only).'],
    [{ message: "tag '1' is immutable" }, "UNKNOWN unknown error (tag '1' is immutable)."],
    [{ Tag: '1' }, 'UNKNOWN unknown error ({"Tag":"1"}).'],
    [[{ Type: 'repository', Action: 'push' }], 'UNKNOWN unknown error ([{"Type":"repository","Action":"push"}]).'],
    ['unknown error', 'UNKNOWN unknown error.'],
    ...[{}, [], null, undefined, '', 7, true].map((none) => [none, 'UNKNOWN unknown error.'] as const),
  ])('%j reaches the reader', (detail, expected) => {
    expect(told(detail).endsWith(expected)).toBe(true);
  });

  it('tells what an answer means, where the message tells nothing', () => {
    const body = {
      errors: [{ code: 'UNKNOWN', message: 'x', detail: 'Repository does not allow updating assets: d' }],
    };
    expect(refusal(asked, answer(400, body)).code).toBe('TAG_EXISTS');
  });
});

describe('the hint', () => {
  const hintOf = (status: number, body: unknown = '', more: Partial<Asked> = {}) =>
    refusal({ ...asked, ...more }, answer(status, body)).hint;
  const upload = { method: 'POST', url: new URL('https://r.example/v2/a/blobs/uploads/') };

  it.each<readonly [string, string, RegExp]>([
    ['a page', hintOf(400, '<html>'), /web page/],
    ['a registry’s own error', hintOf(400, errors('MANIFEST_WHATEVER')), /its documentation/],
    ['a read that is denied', hintOf(403, errors('DENIED'), { method: 'GET' }), /has no read access/],
    ['a write that is denied', hintOf(403, errors('DENIED')), /write access/],
    ['an index that is refused', hintOf(400, errors('MANIFEST_INVALID'), { puts: 'index' }), /no image index/],
    ['an index that is refused without a word', hintOf(415, '', { puts: 'index' }), /no image index/],
    [
      'an attestation that is refused',
      hintOf(400, errors('MANIFEST_INVALID'), { puts: 'attestation' }),
      /attestations/,
    ],
    [
      'a Docker manifest that is refused',
      hintOf(400, errors('MANIFEST_INVALID'), { puts: 'docker-manifest' }),
      /docker2s2/,
    ],
    [
      'an index with a digest of its own',
      hintOf(400, errors('DIGEST_INVALID', 'd'), { puts: 'index' }),
      /documentation/,
    ],
    ['no uploads at all', hintOf(405, errors('UNSUPPORTED'), upload), /pull-through cache/],
    ['no owner', hintOf(404, '404 page not found\n', upload), /owner/],
    ['nothing there', hintOf(404, errors('NAME_UNKNOWN'), upload), /Create the repository/],
    ['a full disk', hintOf(500, errors('UNKNOWN', 'write: no space left on device')), /disk is full/],
    ['a quota', hintOf(403, errors('DENIED', 'quota exceeded: 1 of 1 GiB')), /no space left for this account/],
    ['read-only', hintOf(403, errors('DENIED', 'The system is in read only mode.')), /read-only/],
    [
      'nginx that wants a certificate',
      hintOf(400, '<h1>No required SSL certificate was sent</h1>'),
      /client certificate/,
    ],
    ['a body that is too large', hintOf(413, '<html>'), /client_max_body_size/],
  ])('for %s says what to do', (_name, hint, expected) => {
    expect(hint).toMatch(expected);
    if (!/web page/.test(expected.source)) expect(hint).not.toContain('web page');
  });
});

describe('a login that is refused', () => {
  it.each<readonly [string, RegExp]>([
    ['the token has expired', /has expired/],
    ['Your authorization token has expired. Reauthenticate and try again.', /12 hours/],
    ['account is disabled', /disabled/],
    ['HTTP Basic: Access denied. … you have 2FA enabled and must use a personal access token', /token instead/],
    ['incorrect username or password', /name or the password is wrong/],
    ['Could not find robot with specified username', /name or the password is wrong/],
    ['authentication required', /Check "username"/],
  ])('with "%s" is told apart', (message, hint) => {
    for (const status of [401, 403]) {
      const error = loginRefusal(asked, answer(status, errors('UNAUTHORIZED', message)));
      expect([error.code, error.hint]).toEqual(['LOGIN_FAILED', expect.stringMatching(hint)]);
    }
  });
});

describe('refusal', () => {
  it.each<readonly [number, unknown, ErrorCode]>([
    [400, errors('MANIFEST_INVALID'), 'REGISTRY_ANSWER'],
    [401, errors('UNAUTHORIZED'), 'REGISTRY_DENIED'],
    [401, '', 'REGISTRY_DENIED'],
    [403, errors('DENIED'), 'REGISTRY_DENIED'],
    [403, '<html>', 'REGISTRY_DENIED'],
    [404, errors('NAME_UNKNOWN'), 'REPOSITORY_MISSING'],
    [404, errors('MANIFEST_UNKNOWN'), 'REGISTRY_ANSWER'],
    [404, '<html>', 'REGISTRY_ANSWER'],
    [429, '', 'RATE_LIMITED'],
    [429, errors('TOOMANYREQUESTS'), 'RATE_LIMITED'],
    [403, errors('TOOMANYREQUESTS'), 'RATE_LIMITED'],
    [200, '<html>', 'REGISTRY_ANSWER'],
    [301, '', 'REGISTRY_ANSWER'],
    [413, '', 'REGISTRY_ANSWER'],
    [500, errors('UNKNOWN'), 'REGISTRY_ANSWER'],
    [503, '', 'REGISTRY_ANSWER'],
    // What single makes are known to say (`registries.md`, 4.2).
    [
      400,
      errors(
        'TAG_INVALID',
        "The image tag '1' already exists in the 'a' repository and cannot be overwritten because the repository is immutable.",
      ),
      'TAG_EXISTS',
    ],
    [
      404,
      errors('NAME_UNKNOWN', "The repository with name 'a' does not exist in the registry with id '1'"),
      'REPOSITORY_MISSING',
    ],
    [400, errors('MANIFEST_INVALID', 'cannot update tag 1. The repository has enabled tag immutability'), 'TAG_EXISTS'],
    [412, errors('PRECONDITION', "Failed to process request due to 'a:1' configured as immutable."), 'TAG_EXISTS'],
    [412, errors('PROJECTPOLICYVIOLATION', 'The image is not signed by cosign.'), 'REGISTRY_DENIED'],
    [401, errors('UNAUTHORIZED', 'unauthorized to access repository: a, action: push'), 'REGISTRY_DENIED'],
    [404, errors('NOT_FOUND', 'project team not found'), 'REPOSITORY_MISSING'],
    [
      403,
      errors('DENIED', 'adding 1 MiB of storage resource, which … will exceed the configured upper limit of 1 GiB.'),
      'REGISTRY_DENIED',
    ],
    [409, errors('TAG_IMMUTABLE', 'tag is immutable and cannot be overwritten'), 'TAG_EXISTS'],
    [
      405,
      errors('REGISTRY_DISALLOWED_OPERATION', 'The operation is disallowed on this registry, repository or image.'),
      'TAG_EXISTS',
    ],
    [400, errors('UNKNOWN', 'Repository does not allow updating assets: docker'), 'TAG_EXISTS'],
    [
      403,
      errors('DENIED', "Not enough permissions to delete/overwrite artifact (user 'u' needs DELETE permission)"),
      'TAG_EXISTS',
    ],
    [403, errors('DENIED', 'permission_denied: write_package'), 'REGISTRY_DENIED'],
  ])('of %d with %j is %s', (status, body, code) => {
    const error = refusal(asked, answer(status, body));
    expect(error).toBeInstanceOf(ActionError);
    expect(error.code).toBe(code);
    expect(error.hint).not.toBe('');
    expect(error.message).toContain(`PUT https://r.example/v2/a/manifests/1 was answered with status ${status}`);
    expect(error.message).not.toContain('secret');
  });

  it('quotes what the registry says, on one line, and not all of it', () => {
    const many = {
      errors: Array.from({ length: 50 }, (_, index) => ({
        code: `E${index}`,
        message: `::error::\n${'x'.repeat(9000)}`,
      })),
    };
    const { message } = refusal(asked, answer(400, many));
    expect(message.split('\n')).toHaveLength(1);
    expect(message.length).toBeLessThan(4_000);
    expect(message).toContain('E0 ');
    expect(message).not.toContain('E3 ');
  });

  it('never throws, whatever the answer', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 100, max: 599 }),
        fc.oneof(
          fc.json(),
          fc.string(),
          fc.json().map((json) => `{"errors":[${json}]}`),
        ),
        (status, body) => {
          expect(refusal(asked, answer(status, body))).toBeInstanceOf(ActionError);
          expect(loginRefusal(asked, answer(status, body))).toBeInstanceOf(ActionError);
        },
      ),
      { numRuns: 1000 },
    );
  });
});

describe('loginRefusal', () => {
  it.each([
    [401, 'LOGIN_FAILED'],
    [403, 'LOGIN_FAILED'],
    [429, 'RATE_LIMITED'],
    [500, 'REGISTRY_ANSWER'],
    [404, 'REGISTRY_ANSWER'],
  ])('of %d is %s', (status, code) => {
    expect(loginRefusal(asked, answer(status)).code).toBe(code);
  });
});

const coded = (code: string, message = 'x') => Object.assign(new Error(message), { code });

describe('noAnswer', () => {
  it.each<readonly [unknown, ErrorCode]>([
    [coded('DEPTH_ZERO_SELF_SIGNED_CERT'), 'REGISTRY_UNTRUSTED'],
    [coded('SELF_SIGNED_CERT_IN_CHAIN'), 'REGISTRY_UNTRUSTED'],
    [coded('UNABLE_TO_VERIFY_LEAF_SIGNATURE'), 'REGISTRY_UNTRUSTED'],
    [coded('UNABLE_TO_GET_ISSUER_CERT_LOCALLY'), 'REGISTRY_UNTRUSTED'],
    [coded('CERT_HAS_EXPIRED'), 'REGISTRY_UNTRUSTED'],
    [coded('ERR_TLS_CERT_ALTNAME_INVALID'), 'REGISTRY_UNTRUSTED'],
    [coded('EPROTO', 'write EPROTO …:error:0A00010B:SSL routines:…:wrong version number:…'), 'REGISTRY_UNTRUSTED'],
    [coded('EPROTO', 'write EPROTO …:error:0A000410:SSL routines:…:handshake failure:…'), 'REGISTRY_UNREACHABLE'],
    [coded('ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED', 'tlsv13 alert certificate required'), 'REGISTRY_DENIED'],
    [coded('EPROTO', 'sslv3 alert bad certificate'), 'REGISTRY_DENIED'],
    [coded('ECONNREFUSED'), 'REGISTRY_UNREACHABLE'],
    [coded('ENOTFOUND'), 'REGISTRY_UNREACHABLE'],
    [coded('EAI_AGAIN'), 'REGISTRY_UNREACHABLE'],
    [coded('ETIMEDOUT'), 'REGISTRY_UNREACHABLE'],
    [coded('ECONNRESET'), 'REGISTRY_UNREACHABLE'],
    [coded('EHOSTUNREACH'), 'REGISTRY_UNREACHABLE'],
    [new AggregateError([coded('ECONNREFUSED'), coded('ECONNREFUSED')]), 'REGISTRY_UNREACHABLE'],
    [new AggregateError([coded('CERT_HAS_EXPIRED')]), 'REGISTRY_UNTRUSTED'],
    [new AggregateError([]), 'REGISTRY_UNREACHABLE'],
    [new HttpProblem('the body is longer than 7 bytes', { isTransient: false }), 'REGISTRY_ANSWER'],
    [new HttpProblem('the answer was not there after 30 s', { isTransient: true }), 'REGISTRY_UNREACHABLE'],
    ['thrown', 'REGISTRY_UNREACHABLE'],
    [undefined, 'REGISTRY_UNREACHABLE'],
  ])('because of %s is %s', (thrown, code) => {
    const error = noAnswer(asked, thrown);
    expect(error.code).toBe(code);
    expect(error.message).not.toContain('secret');
  });

  it('leaves alone what has a code already', () => {
    const error = new ActionError('REGISTRY_UNTRUSTED', 'x', { hint: 'y' });
    expect(noAnswer(asked, error)).toBe(error);
  });
});

describe('what may go well later', () => {
  const NOW = Date.UTC(2026, 10, 21, 12, 0, 0);

  it.each([408, 425, 429, 499, 500, 502, 503, 504, 522])('has the status %d', (status) => {
    expect(transienceOf(answer(status), answer(status), NOW).kind).toBe('transient');
  });

  it.each([200, 201, 301, 307, 400, 401, 403, 404, 405, 409, 412, 413, 416, 501, 505])(
    'does not have the status %d',
    (status) => {
      expect(transienceOf(answer(status), answer(status), NOW).kind).toBe('final');
    },
  );

  it.each([
    ['TOOMANYREQUESTS', 'transient'],
    ['UNAVAILABLE', 'transient'],
    ['DENIED', 'final'],
  ])('may have the code %s: %s', (code, kind) => {
    const seen = answer(403, errors(code));
    expect(transienceOf(seen, seen, NOW).kind).toBe(kind);
  });

  it.each([
    ['7', 7000],
    ['Sat, 21 Nov 2026 12:00:30 GMT', 30_000],
    ['Sat, 21 Nov 2026 11:00:00 GMT', undefined],
    ['soon', undefined],
    ['-1', undefined],
  ])('says when: "%s"', (header, retryAfter) => {
    const seen = answer(503, '', { 'retry-after': header });
    expect(transienceOf(seen, seen, NOW)).toEqual({
      kind: 'transient',
      ...(retryAfter === undefined ? {} : { retryAfter }),
    });
  });

  it.each([
    [coded('ECONNRESET'), 'transient'],
    [coded('EPIPE'), 'transient'],
    [coded('ETIMEDOUT'), 'transient'],
    [coded('EAI_AGAIN'), 'transient'],
    [coded('ECONNREFUSED'), 'final'],
    [coded('ENOTFOUND'), 'final'],
    [coded('CERT_HAS_EXPIRED'), 'final'],
    [new HttpProblem('x', { isTransient: true }), 'transient'],
    [new HttpProblem('x', { isTransient: false }), 'final'],
    [new ActionError('REGISTRY_UNTRUSTED', 'x', { hint: '' }), 'final'],
    ['thrown', 'final'],
  ])('or broke in a way that may: %s is %s', (thrown, kind) => {
    expect(transienceOfError(thrown).kind).toBe(kind);
  });

  it('and cost as much time as nothing was said', () => {
    const silence = new HttpProblem('x', { isTransient: true, lost: 60_000 });
    expect(transienceOfError(silence)).toEqual({ kind: 'transient', lost: 60_000 });
  });
});
