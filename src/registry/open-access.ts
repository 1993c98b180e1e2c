import type { HttpHead } from '../http/http.ts';
import { repositoryName } from '../image/reference.ts';
import { type Clock, systemClock, systemTimer, type Timer } from '../time/clock.ts';
import { trustFor as systemTrustFor } from './certificates.ts';
import { apiHost } from './endpoint.ts';
import { Hosts } from './hosts.ts';
import type { RegistryOptions } from './registry.ts';
import type { Access } from './repository-client.ts';
import { Session } from './session.ts';

/** The repository, the credential, and the actions that we request from the token service. */
export type AccessOptions = Omit<RegistryOptions, 'actions'> & { readonly actions: string };

export type AccessSurroundings = {
  readonly signal: AbortSignal;
  /** Gets every token before it is used. */
  readonly mask: (text: string) => void;
  /** Gets the head of every answer, such as for its warnings. */
  readonly onHead: (head: HttpHead) => void;
  /** Gets texts for people about problems that stop nothing. */
  readonly warn?: (text: string) => void;
  readonly clock?: Clock;
  readonly timer?: Timer;
  /** The registries in use. */
  readonly hosts?: Hosts;
  /** Collects the certificates to trust for a host. */
  readonly trustFor?: typeof systemTrustFor;
};

/** openAccess creates the access to one repository; its session opens on first use. */
export async function openAccess(
  { repository, credential, caFile, authHosts, mountFrom = [], actions }: AccessOptions,
  {
    signal,
    mask,
    onHead,
    warn = () => {},
    clock = systemClock,
    timer = systemTimer,
    hosts = new Hosts(),
    trustFor = systemTrustFor,
  }: AccessSurroundings,
): Promise<Access & { readonly close: () => void }> {
  const host = apiHost(repository.registry);
  const options = { ...(await trustFor(host, caFile)), signal, timer };
  const scope = `repository:${repository.path}:${actions}`;
  const mountScopes = mountFrom.map((path) => `repository:${path}:pull`);
  let opened: { readonly session: Promise<Session>; readonly leave: () => void } | undefined;
  const open = () => {
    if (opened !== undefined) return opened;
    const { way, leave } = hosts.enter(host, caFile, options);
    const account = { credential, scope, mountScopes, authHosts };
    const session = way.then(({ registry, ...to }) => {
      return new Session({ ...to, account: { ...account, registry }, clock, signal, mask, onHead });
    });
    opened = { session, leave };
    return opened;
  };
  return {
    name: repositoryName(repository),
    path: repository.path,
    actions,
    mountFrom,
    warn,
    base: `/v2/${repository.path}`,
    session: () => open().session,
    clock,
    signal,
    close: () => opened?.leave(),
  };
}
