/** What the toolkit's client asks by itself is what it asks by our HTTP client: an update of it that asks otherwise shows here. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type Asker, openOctokit, type Question } from '../../../src/github/octokit.ts';
import { httpClient } from '../../../src/http/client.ts';
import { Secret } from '../../../src/secret/secret.ts';

const TOKEN = 'ghs_tokenOfTheJob';
const QUESTION: Question = {
  route: 'GET /repos/{owner}/{repo}/branches/{branch}',
  parameters: { branch: 'release/1.x é#?&', sha: 'a&b=c', per_page: 100, page: 2 },
};

let seen: Pick<IncomingMessage, 'method' | 'url' | 'headers'>[];
let answer: (response: ServerResponse) => void;
let api: string;
let close: () => void;
let asker: Asker;

beforeEach(async () => {
  seen = [];
  answer = (response) => response.setHeader('content-type', 'application/json; charset=utf-8').end('{"name":"main"}');
  const server = createServer(({ method, url, headers }, response) => {
    seen.push({ method, url, headers });
    answer(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  api = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/v3`;
  const http = httpClient({ signal: new AbortController().signal });
  close = () => {
    http.close();
    server.closeAllConnections();
    server.close();
  };
  asker = await openOctokit({ http, api, repository: 'octocat/app', token: new Secret(TOKEN) });
});
afterEach(() => close());

/** How the package asks when nobody gives it a client. */
async function askByPackage(): Promise<void> {
  const { getOctokit } = await import('@actions/github');
  const { route, parameters } = QUESTION;
  const headers = { accept: 'application/vnd.github+json', 'x-github-api-version': '2022-11-28' };
  await getOctokit(TOKEN, { baseUrl: api }).request(route, { owner: 'octocat', repo: 'app', ...parameters, headers });
}

describe('a question', () => {
  it('is put as the package puts it', async () => {
    const headers = { accept: 'application/vnd.github+json', 'x-github-api-version': '2022-11-28' };
    await asker.ask(QUESTION, headers);
    await askByPackage();
    const [ours, theirs] = seen.map(({ method, url, headers: { authorization, accept, ...others } }) => {
      return { method, url, authorization, accept, version: others['x-github-api-version'] };
    });
    expect(ours).toEqual(theirs);
    const path = '/api/v3/repos/octocat/app/branches/release%2F1.x%20%C3%A9%23%3F%26';
    expect(ours).toEqual({
      method: 'GET',
      url: `${path}?sha=a%26b%3Dc&per_page=100&page=2`,
      authorization: `token ${TOKEN}`,
      accept: headers.accept,
      version: '2022-11-28',
    });
  });

  it('has the address that it is known by', async () => {
    await asker.ask(QUESTION, {});
    expect(asker.addressOf(QUESTION)).toBe(`${new URL(api).origin}${seen[0]?.url}`);
  });

  it('goes no further than to the API, whatever is answered', async () => {
    answer = (response) => response.writeHead(302, { location: `${new URL(api).origin}/elsewhere` }).end();
    expect(await asker.ask(QUESTION, {})).toMatchObject({ status: 302 });
    expect(seen).toHaveLength(1);
  });
});

describe('an answer', () => {
  it.each([
    ['JSON', 200, { 'content-type': 'application/json' }, '{"id":1}', { id: 1 }],
    ['JSON by another name', 200, { 'content-type': 'text/plain' }, '{"id":1}', { id: 1 }],
    ['JSON by no name that can be read', 200, { 'content-type': ';;=' }, '[]', []],
    ['JSON without a name', 200, {}, 'null', null],
    ['a number that JavaScript would round', 200, {}, '[9007199254740993]', [9007199254740993n]],
    ['a page of a proxy', 200, { 'content-type': 'text/html' }, '<html>', '<html>'],
    ['nothing', 200, {}, '', ''],
    ['bytes that are no text', 200, {}, Buffer.from([0x22, 0xff, 0x22]), ''],
    ['no content', 204, {}, '', ''],
    ['a refusal', 403, {}, '{"message":"no"}', { message: 'no' }],
    ['a refusal without words', 401, {}, '', ''],
    ['a mistake of the server', 502, {}, '<html>', '<html>'],
    ['what is known already', 304, {}, '', ''],
  ])('that is %s (%d) is handed on as it is', async (_name, status, headers, body, data) => {
    answer = (response) => response.writeHead(status, headers).end(body);
    expect(await asker.ask(QUESTION, {})).toMatchObject({ status, data });
  });

  it('has the headers that are read, and none that the package would print', async () => {
    const read = { etag: '"1"', link: '<x>; rel="next"', 'retry-after': '1', 'x-ratelimit-remaining': '0' };
    answer = (response) => response.writeHead(429, { ...read, deprecation: '::error::', sunset: '::error::' }).end();
    const { headers } = await asker.ask(QUESTION, {});
    expect(headers).toEqual({ ...read, 'content-type': 'application/json' });
  });

  it('that does not come is an error without the token in it', async () => {
    answer = (response) => response.destroy();
    const thrown = await asker.ask(QUESTION, {}).catch((error: unknown) => error);
    expect(thrown).toMatchObject({ code: 'ECONNRESET' });
    expect(JSON.stringify(thrown, Object.getOwnPropertyNames(thrown))).not.toContain(TOKEN);
  });
});
