/** Statements at GitHub, as its documentation has them, and what is not taken of what it answers. */
import { describe, expect, it } from '@jest/globals';
import { ApiProblem } from '../../../src/github/github.ts';
import { restAttestedBundles } from '../../../src/github/rest-attested-bundles.ts';
import type { HttpClient, HttpRequest } from '../../../src/http/http.ts';
import { Secret } from '../../../src/secret/secret.ts';
import { ON_GITHUB } from '../../doubles/on-github.ts';
import { snappy } from '../../doubles/sigstore/snappy.ts';
import { digest } from '../proof/decided.ts';

const access = { token: new Secret('ghs_tokenOfTheJob') };
const about = { digest: digest('a'), predicateType: 'https://slsa.dev/verification_summary/v1' };
const ELSEWHERE = 'https://blobs.example/bundle?sig=key';

type Answered = { readonly status: number; readonly body: Buffer | string; readonly type?: string };

/** GitHub, and the store of its bundles, which is another host. */
function store(attestations: unknown, bundle: Answered = { status: 200, body: '{}' }, status = 200) {
  const requests: HttpRequest[] = [];
  const http: HttpClient = {
    open: async (request) => {
      requests.push(request);
      const isApi = request.url.host === 'api.github.com';
      const answer: Answered = isApi ? { status, body: JSON.stringify(attestations) } : bundle;
      return {
        status: answer.status,
        headers: { 'content-type': answer.type ?? 'application/json' },
        body: (async function* () {
          yield Buffer.from(answer.body);
        })(),
        cancel: () => {},
      };
    },
    close: () => {},
  };
  const { signal } = new AbortController();
  const bundles = restAttestedBundles({ signal, repository: 'octo-org/app', server: ON_GITHUB.server, http });
  return {
    requests,
    list: () => bundles.list(access, about),
    first: async () => (await bundles.list(access, about))?.bundles[0]?.read(),
  };
}
const elsewhere = (address: unknown) => ({ attestations: [{ bundle: null, bundle_url: address }] });

describe('statements at GitHub', () => {
  it('are asked for by digest and type, and have the bundle in the list', async () => {
    const { requests, first } = store({ attestations: [{ bundle: { mediaType: 'x' } }] });
    expect(Buffer.from((await first()) ?? '').toString()).toBe('{"mediaType":"x"}');
    const [asked] = requests;
    expect(decodeURIComponent(asked?.url.href ?? '')).toBe(
      `https://api.github.com/repos/octo-org/app/attestations/${about.digest}?predicate_type=${about.predicateType}&per_page=100`,
    );
  });

  it.each([
    ['compressed', snappy(Buffer.from('{"a":1}')), 'application/x-snappy'],
    ['compressed, with a parameter', snappy(Buffer.from('{"a":1}')), 'application/x-snappy; v=1'],
    ['as they are', '{"a":1}', 'application/json'],
  ])('are fetched from elsewhere %s, without the token and in bounds', async (_what, body, type) => {
    const { requests, first } = store(elsewhere(ELSEWHERE), { status: 200, body, type });
    expect(Buffer.from((await first()) ?? '').toString()).toBe('{"a":1}');
    expect(requests.at(-1)).toMatchObject({ url: new URL(ELSEWHERE), headers: {}, limit: 1 << 20 });
  });

  it('that are none, or not to be seen, are none', async () => {
    expect(await store({ message: 'Not Found' }, undefined, 404).list()).toBeUndefined();
  });

  it('may be more than a hundred', async () => {
    const many = (count: number) =>
      store({ attestations: Array.from({ length: count }, () => ({ bundle: {} })) }).list();
    expect([(await many(99))?.isMore, (await many(100))?.isMore]).toEqual([false, true]);
  });

  it.each([
    ['an address without TLS', elsewhere('http://blobs.example/bundle'), undefined],
    ['no address', elsewhere(undefined), undefined],
    ['an address of another kind', elsewhere('file:///etc/passwd'), undefined],
    ['an error', elsewhere(ELSEWHERE), { status: 403, body: 'no' }],
    ['a redirect', elsewhere(ELSEWHERE), { status: 302, body: '' }],
    ['damaged bytes', elsewhere(ELSEWHERE), { status: 200, body: 'abc', type: 'application/x-snappy' }],
    [
      'too much when it is decompressed',
      elsewhere(ELSEWHERE),
      { status: 200, body: snappy(Buffer.alloc((1 << 20) + 1)), type: 'application/x-snappy' },
    ],
    ['too much in the list', { attestations: [{ bundle: { text: 'x'.repeat(1 << 20) } }] }, undefined],
  ])('are not taken from %s', async (_what, listed, bundle) => {
    await expect(store(listed, bundle).first()).rejects.toThrow(ApiProblem);
  });

  it.each([
    ['no list', {}],
    ['something else', { attestations: 'none' }],
  ])('are not guessed from %s', async (_what, answer) => {
    await expect(store(answer).list()).rejects.toThrow(ApiProblem);
  });
});
