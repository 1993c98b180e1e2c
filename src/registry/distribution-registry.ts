import { UnpackingLanes } from '../compression/unpacking-lanes.ts';
import type { HttpHead } from '../http/http.ts';
import { repositoryName } from '../image/reference.ts';
import { Secret } from '../secret/secret.ts';
import { type Clock, systemClock, systemTimer, type Timer } from '../time/clock.ts';
import { addressOf } from './address-of-registry.ts';
import { blobsAt } from './blobs.ts';
import { trustFor as systemTrustFor } from './certificates.ts';
import { apiHost } from './endpoint.ts';
import { manifestsAt } from './manifests.ts';
import { Network } from './network.ts';
import type { OpenRegistry } from './registry.ts';
import { proveRights } from './rights.ts';
import { Session } from './session.ts';
import { grantsOf } from './token.ts';
import { uploadsAt } from './uploads.ts';
import { warningsOf } from './warnings.ts';

/** What a registry's client needs of the world around it. */
export type Surroundings = {
  readonly signal: AbortSignal;
  /** Gets every token before it is used. */
  readonly mask: (text: string) => void;
  /** Gets each warning of the registry once (`Warning` header, distribution-spec, "Warnings"). */
  readonly onWarning: (text: string) => void;
  readonly clock?: Clock;
  readonly timer?: Timer;
  /** Collects the certificates to trust for a host. */
  readonly trustFor?: typeof systemTrustFor;
};

/** distributionRegistry opens registries that speak the distribution specification (1.0 and 1.1). */
export function distributionRegistry({
  signal,
  mask,
  onWarning,
  clock = systemClock,
  timer = systemTimer,
  trustFor = systemTrustFor,
}: Surroundings): OpenRegistry {
  // Memory is that of all destinations together.
  const lanes = new UnpackingLanes();
  return async ({ repository, credential, caFile, authHosts, mountFrom }) => {
    const host = apiHost(repository.registry);
    const trust = await trustFor(host, caFile);
    const scope = `repository:${repository.path}:pull,push`;
    const seen = new Set<string>();
    const warn = (text: string) => {
      if (!seen.has(text)) onWarning(text);
      seen.add(text);
    };
    const onHead = (head: HttpHead) => warningsOf(head).forEach(warn);
    let opened: Promise<{ readonly session: Session; readonly network: Network }> | undefined;
    const open = () => {
      opened ??= addressOf(host, { trust, signal, timer }).then(({ registry, greeting }) => {
        const network = new Network(registry, { trust, signal, timer });
        const wanted = mountFrom === undefined ? scope : `${scope} repository:${mountFrom}:pull`;
        const account = { registry, credential, scope: wanted, authHosts };
        return { network, session: new Session({ network, account, greeting, clock, signal, mask, onHead }) };
      });
      return opened;
    };
    const access = {
      name: repositoryName(repository),
      path: repository.path,
      base: `/v2/${repository.path}`,
      mountFrom,
      warn,
      session: async () => (await open()).session,
      clock,
      signal,
    };
    const blobs = blobsAt(access, lanes);
    return {
      authenticate: () => proveRights(access),
      newToken: async () => {
        const token = await (await open()).session.newToken();
        return token && { token: new Secret(token.text), expiresIn: token.expiresIn, grants: grantsOf(token) };
      },
      grants: async () => {
        const { session } = await open();
        const own = await session.ownToken();
        // Where tokens say nothing of what they may do, another one would not either.
        if (own === undefined || grantsOf(own) === undefined) return undefined;
        const token = await session.tryToken(`${scope},delete`);
        return token && grantsOf(token);
      },
      ...manifestsAt(access),
      ...blobs,
      ...uploadsAt(access, blobs),
      close: () =>
        // What could not be opened has nothing to close, and has said so to whoever opened it.
        void opened?.then(
          ({ network }) => network.close(),
          () => undefined,
        ),
    };
  };
}
