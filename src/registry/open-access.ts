import type { HttpHead } from '../http/http.ts';
import { repositoryName } from '../image/reference.ts';
import { type Clock, systemClock, systemTimer, type Timer } from '../time/clock.ts';
import { addressOf } from './address-of-registry.ts';
import { trustFor as systemTrustFor } from './certificates.ts';
import { apiHost } from './endpoint.ts';
import { Network } from './network.ts';
import type { RegistryOptions } from './registry.ts';
import type { Access } from './repository-client.ts';
import { Session } from './session.ts';

/** Where to go, as whom, and for what: the actions that the token service is asked for. */
export type AccessOptions = Omit<RegistryOptions, 'actions'> & { readonly actions: string };

export type AccessSurroundings = {
  readonly signal: AbortSignal;
  /** Gets every token before it is used. */
  readonly mask: (text: string) => void;
  /** Gets the head of every answer, for what the registry says beside it. */
  readonly onHead: (head: HttpHead) => void;
  /** Gets what people should know, and what ends nothing. */
  readonly warn?: (text: string) => void;
  readonly clock?: Clock;
  readonly timer?: Timer;
  /** Collects the certificates to trust for a host. */
  readonly trustFor?: typeof systemTrustFor;
};

/** openAccess makes the way to one repository, which is opened when it is first gone. */
export async function openAccess(
  { repository, credential, caFile, authHosts, mountFrom = [], actions }: AccessOptions,
  {
    signal,
    mask,
    onHead,
    warn = () => {},
    clock = systemClock,
    timer = systemTimer,
    trustFor = systemTrustFor,
  }: AccessSurroundings,
): Promise<Access & { readonly close: () => void }> {
  const host = apiHost(repository.registry);
  const options = { trust: await trustFor(host, caFile), signal, timer };
  const own = `repository:${repository.path}:${actions}`;
  const scope = [own, ...mountFrom.map((path) => `repository:${path}:pull`)].join(' ');
  let opened: Promise<{ readonly session: Session; readonly network: Network }> | undefined;
  const open = () => {
    opened ??= addressOf(host, options).then(({ registry, greeting }) => {
      const network = new Network(registry, options);
      const account = { registry, credential, scope, authHosts };
      return { network, session: new Session({ network, account, greeting, clock, signal, mask, onHead }) };
    });
    return opened;
  };
  return {
    name: repositoryName(repository),
    path: repository.path,
    actions,
    mountFrom,
    warn,
    base: `/v2/${repository.path}`,
    session: async () => (await open()).session,
    clock,
    signal,
    close: () =>
      // What could not be opened has nothing to close, and has said so to whoever opened it.
      void opened?.then(
        ({ network }) => network.close(),
        () => undefined,
      ),
  };
}
