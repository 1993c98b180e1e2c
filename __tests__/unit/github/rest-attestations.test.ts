/** Storing statements at GitHub, as its documentation has it: who may, is asked before there is anything to store. */
import { describe, expect, it } from '@jest/globals';
import { restAttestations } from '../../../src/github/rest-attestations.ts';
import { HttpProblem } from '../../../src/http/http.ts';
import { Secret } from '../../../src/secret/secret.ts';
import { fastClock, type Scripted, ScriptedNetwork } from '../registry/scripted-network.ts';

const access = { token: new Secret('ghs_tokenOfTheJob') };
const BUNDLE = Buffer.from('{"mediaType":"application/vnd.dev.sigstore.bundle.v0.3+json"}');
const LOST = new HttpProblem('the connection broke', { isTransient: false });

/** GitHub, which gives these answers in turn, and the last one from then on; an error is no answer. */
function github(...answers: readonly (Scripted | Error)[]) {
  const network = new ScriptedNetwork((_request, seen) => {
    const answer = answers[Math.min(seen.length, answers.length) - 1] ?? {};
    if (answer instanceof Error) throw answer;
    return answer;
  });
  const abort = new AbortController();
  const http = { open: network.open.bind(network), close: () => {} };
  const given = { signal: abort.signal, repository: 'octo-org/app', api: 'https://api.github.com/', http };
  return { network, abort, attestations: restAttestations({ ...given, clock: fastClock() }) };
}

describe('the right to store a statement', () => {
  it.each([
    [422, undefined],
    // GitHub has not said no. If it says so later, that is PROOF_SIGNING.
    [400, undefined],
    [500, undefined],
    [401, 'PROOF_DENIED'],
    [403, 'PROOF_DENIED'],
    [404, 'PROOF_DENIED'],
  ])('is what GitHub says of a body without a bundle: %d', async (status, code) => {
    const { attestations, network } = github({ status });
    const asked = attestations.seeRight(access);
    await (code === undefined
      ? asked
      : expect(asked).rejects.toMatchObject({ code, hint: expect.stringContaining('attestations: write') }));
    expect(network.requests.at(-1)).toMatchObject({ method: 'POST', body: '{}' });
    expect(network.requests.at(-1)?.url.href).toBe('https://api.github.com/repos/octo-org/app/attestations');
  });

  it('is not asked for without a token', async () => {
    const { attestations, network } = github();
    await expect(attestations.seeRight({ token: new Secret('') })).rejects.toMatchObject({ code: 'PROOF_DENIED' });
    expect(network.requests).toEqual([]);
  });
});

describe('a statement', () => {
  it('is stored with its bundle as it is, and has a number', async () => {
    const { attestations, network } = github({ status: 201, body: '{"id":12}' });
    expect(await attestations.store(access, BUNDLE)).toBe(12);
    const [{ headers, body } = { headers: {}, body: '' }] = network.requests;
    expect(headers).toEqual({
      accept: 'application/vnd.github+json',
      authorization: 'Bearer ghs_tokenOfTheJob',
      'content-type': 'application/json',
      'x-github-api-version': '2022-11-28',
    });
    // GitHub may take its time to store it.
    expect(network.requests[0]).toMatchObject({ stores: true });
    expect(JSON.parse(String(body))).toEqual({ bundle: JSON.parse(BUNDLE.toString()) });
  });

  it.each<[string, Scripted | Error, string, string | RegExp]>([
    ['a token that may not', { status: 403 }, 'PROOF_DENIED', /status 403/],
    ['a token that may not even know', { status: 404 }, 'PROOF_DENIED', /status 404/],
    [
      'a bundle that GitHub does not take',
      { status: 422, body: '{"message":"Invalid bundle"}' },
      'PROOF_SIGNING',
      /status 422: Invalid bundle/,
    ],
    ['an answer without a number', { status: 201, body: '{}' }, 'PROOF_SIGNING', /status 201/],
    ['a number that is none', { status: 201, body: '{"id":"x"}' }, 'PROOF_SIGNING', /status 201/],
    ['a number that says nothing of storing', { status: 200, body: '{"id":7}' }, 'PROOF_SIGNING', /status 200/],
    ['no JSON', { status: 201, body: '<html>' }, 'PROOF_SIGNING', /status 201/],
    ['a redirect', { status: 307, headers: { location: 'https://evil.example' } }, 'PROOF_SIGNING', /status 307/],
    ['no answer', LOST, 'PROOF_SIGNING', /the connection broke/],
  ])('is not stored: %s', async (_what, answer, code, message) => {
    const { attestations, network } = github(answer);
    await expect(attestations.store(access, BUNDLE)).rejects.toMatchObject({
      code,
      message: expect.stringMatching(message),
    });
    expect(network.sentElsewhere('api.github.com')).toBe('[]');
  });

  it.each<[string, Scripted | Error]>([
    ['to a server that is busy', { status: 503 }],
    ['where the connection was lost', new HttpProblem('the connection was lost', { isTransient: true })],
  ])('is sent again %s', async (_what, answer) => {
    const { attestations, network } = github(answer, { status: 201, body: '{"id":3}' });
    expect(await attestations.store(access, BUNDLE)).toBe(3);
    expect(network.requests).toHaveLength(2);
  });

  it('is not stored when the step has ended, whatever the connection says', async () => {
    const { attestations, abort } = github(LOST);
    const stored = attestations.store(access, BUNDLE);
    abort.abort(new Error('the end of the step'));
    await expect(stored).rejects.toThrow('the end of the step');
  });
});
