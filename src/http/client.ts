import * as http from 'node:http';
import * as https from 'node:https';
import { systemTimer, type Timer } from '../time/clock.ts';
import { isOfCertificate } from './failure.ts';
import { DEADLINES, type HttpClient, type HttpOptions } from './http.ts';
import { exchange } from './one-exchange.ts';
import { preparing } from './prepared.ts';
import { proxyEnvironment, proxyFor } from './proxy.ts';
import { errorCode } from './transient-answers.ts';

// Certificates are always checked: ours because of the settings below, and those of other code in this process because
// of this line. Node would print a warning about the variable.
delete process.env.NODE_TLS_REJECT_UNAUTHORIZED;

/** Sockets of one origin that each user may use at the same time. */
const CONNECTIONS = 8;
/** How long an unused connection is kept, and how long a proxy may take to make one, in milliseconds. */
const UNUSED = 30_000;

/** httpClient speaks HTTP/1.1 over kept-alive connections, through the proxy that the environment names, if any. */
export function httpClient(options: HttpOptions): HttpClient {
  const { signal, timer = systemTimer, connectWithin = DEADLINES.connected, users = () => 1 } = options;
  const env = proxyEnvironment();
  let { trust, wider } = options;
  const agents = new Map<string, http.Agent>();
  const agentFor = (url: URL): http.Agent => {
    const proxy = proxyFor(url, env);
    const key = `${url.protocol} ${wider === undefined} ${proxy?.href ?? ''}`;
    const agent = agents.get(key) ?? makeAgent(url.protocol, proxy, { ...options, trust, timer });
    agents.set(key, agent);
    agent.maxSockets = CONNECTIONS * users();
    return agent;
  };
  const unanswered = new Set<() => void>();
  const way = { agentFor, signal, timer, connectWithin, unanswered };
  const close = () => {
    // Otherwise Node makes new connections for those that wait for one, and we make the others again.
    for (const giveUp of unanswered) giveUp();
    for (const agent of agents.values()) agent.destroy();
  };
  /** Once: from then on more is trusted, and servers that were already asked are asked once more. */
  const widen = (): void => {
    if (wider === undefined) return;
    trust = wider();
    wider = undefined;
  };
  return {
    open: async (request) => {
      const before = trust;
      try {
        return await exchange(request, way);
      } catch (error) {
        if (!isOfCertificate(errorCode(error))) throw error;
        widen();
        if (trust === before) throw error;
        return exchange(request, way);
      }
    },
    close,
  };
}

type AgentOptions = Pick<HttpOptions, 'lookup'> & {
  readonly trust: HttpOptions['trust'] | undefined;
  readonly timer: Timer;
};

function makeAgent(protocol: string, proxy: URL | undefined, { trust, lookup, timer }: AgentOptions): http.Agent {
  const shared = {
    keepAlive: true,
    timeout: UNUSED,
    // Name look-ups are our business only if we connect without a proxy.
    ...(proxy === undefined && lookup !== undefined ? { lookup } : {}),
    ...(proxy === undefined ? {} : { proxyEnv: { http_proxy: proxy.href, https_proxy: proxy.href } }),
  };
  // Set explicitly, so that no variable of the environment (NODE_TLS_REJECT_UNAUTHORIZED) can change it.
  const checked = { ...shared, rejectUnauthorized: true };
  const secure = trust === undefined ? checked : { ...checked, secureContext: trust };
  const agent = protocol === 'http:' ? new http.Agent(shared) : new https.Agent(secure as https.AgentOptions);
  // A connection through a proxy begins with a separate request (CONNECT).
  return proxy === undefined ? preparing(agent, timer) : agent;
}
