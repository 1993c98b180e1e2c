import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { type Enterprise, enterprise, isEnterprise, ROOT } from './enterprise.ts';
import type { Repository } from './repository.ts';
import { type ApiAnswer, type ApiRequest, RestApi, type RestApiOptions } from './rest-api.ts';

/** What can be served: it answers, and tells what was wrong with how it was asked. */
type Served = Pick<RestApi, 'violations' | 'unplayed' | 'answer'>;

export type GitHub<Api extends Served = RestApi> = AsyncDisposable & {
  readonly api: Api;
  /** What a step needs to find it. */
  readonly env: Readonly<Record<string, string>> & { readonly GITHUB_API_URL: string };
  /** Every request that came, with its headers. */
  readonly requests: readonly ApiRequest[];
  /** Throws if a rule of the API was broken, or a fault never came up. */
  assertClean(): void;
  close(): Promise<void>;
};

/** startGitHub serves the API of a repository on loopback; GITHUB_API_URL brings a step there. */
export function startGitHub(repository: Repository, options: RestApiOptions = {}): Promise<GitHub> {
  return serve(new RestApi(repository, options));
}

/** serve lets an API answer on loopback, or as that of an Enterprise Server, over TLS with an authority of its own. */
export async function serve<Api extends Served>(api: Api, asEnterprise = isEnterprise): Promise<GitHub<Api>> {
  const requests: ApiRequest[] = [];
  const sockets = new Set<Socket>();
  const onOwnServer: Enterprise | undefined = asEnterprise ? enterprise() : undefined;
  const answer = ({ method = '', url: asked = '', headers }: IncomingMessage, response: ServerResponse) => {
    const url = asEnterprise && asked.startsWith(ROOT) ? asked.slice(ROOT.length) : asked;
    const request = { method, url, headers: headers as ApiRequest['headers'] };
    requests.push(request);
    send(api.answer(request), response);
  };
  const server = onOwnServer === undefined ? createServer(answer) : createTlsServer(onOwnServer.certificate, answer);
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const close = async (): Promise<void> => {
    onOwnServer?.end();
    for (const socket of sockets) socket.destroy();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  };
  return {
    api,
    env: onOwnServer?.envAt(port) ?? { GITHUB_API_URL: `http://127.0.0.1:${port}` },
    requests,
    assertClean: () => {
      const wrong = [...api.violations, ...api.unplayed.map((fault) => `never asked for: ${fault}`)];
      if (wrong.length > 0) throw new Error(wrong.join('\n'));
    },
    close,
    [Symbol.asyncDispose]: close,
  };
}

function send({ status, headers, body, ends }: ApiAnswer, response: ServerResponse): void {
  if (ends === 'hang') return;
  if (ends === 'cut') {
    response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) });
    response.write(body.slice(0, body.length / 2), () => response.destroy());
    return;
  }
  response.writeHead(status, headers);
  response.end(body);
}
