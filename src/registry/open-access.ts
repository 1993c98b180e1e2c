import type { HttpHead } from '../http/http.ts';
import { type Repository, repositoryName } from '../image/reference.ts';
import { type Clock, systemClock, systemTimer } from '../time/clock.ts';
import { addressOf } from './address-of-registry.ts';
import { trustFor } from './certificates.ts';
import { apiHost } from './endpoint.ts';
import { Network } from './network.ts';
import type { CurrentCredential } from './registry.ts';
import type { Access } from './repository-client.ts';
import { Session } from './session.ts';

/** Where to go, as whom, and for what: the actions that the token service is asked for. */
export type AccessOptions = {
  readonly repository: Repository;
  readonly credential: CurrentCredential;
  readonly caFile?: string | undefined;
  readonly authHosts: readonly string[];
  readonly actions: string;
};

export type AccessSurroundings = {
  readonly signal: AbortSignal;
  readonly mask: (text: string) => void;
  readonly onHead: (head: HttpHead) => void;
  readonly clock?: Clock;
};

/** openAccess makes the way to one repository, which is opened when it is first gone. */
export async function openAccess(
  { repository, credential, caFile, authHosts, actions }: AccessOptions,
  { signal, mask, onHead, clock = systemClock }: AccessSurroundings,
): Promise<Access & { readonly close: () => void }> {
  const host = apiHost(repository.registry);
  const options = { trust: await trustFor(host, caFile), signal, timer: systemTimer };
  let opened: Promise<{ readonly session: Session; readonly network: Network }> | undefined;
  const open = () => {
    opened ??= addressOf(host, options).then(({ registry, greeting }) => {
      const network = new Network(registry, options);
      const account = { registry, credential, scope: `repository:${repository.path}:${actions}`, authHosts };
      return { network, session: new Session({ network, account, greeting, clock, signal, mask, onHead }) };
    });
    return opened;
  };
  return {
    name: repositoryName(repository),
    path: repository.path,
    mountFrom: undefined,
    warn: () => {},
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
