import { UnpackingLanes } from '../compression/unpacking-lanes.ts';
import type { HttpHead } from '../http/http.ts';
import { Secret } from '../secret/secret.ts';
import { blobsAt } from './blobs.ts';
import { Hosts } from './hosts.ts';
import { manifestsAt } from './manifests.ts';
import { type AccessSurroundings, openAccess } from './open-access.ts';
import { referrersAt } from './referrers.ts';
import type { OpenRegistry } from './registry.ts';
import { proveRights } from './rights.ts';
import { grantsOf } from './token.ts';
import { uploadsAt } from './uploads.ts';
import { warningsOf } from './warnings.ts';

/** What the client of a registry needs from outside. */
export type Surroundings = Omit<AccessSurroundings, 'onHead' | 'warn' | 'hosts'> & {
  /** Gets each warning of the registry once (`Warning` header, distribution-spec, "Warnings"). */
  readonly onWarning: (text: string) => void;
};

/** distributionRegistry opens registries that speak the distribution specification (1.0 and 1.1). */
export function distributionRegistry({ onWarning, ...surroundings }: Surroundings): OpenRegistry {
  // All destinations share one memory.
  const lanes = new UnpackingLanes();
  const hosts = new Hosts();
  return async (options) => {
    const seen = new Set<string>();
    const warn = (text: string) => {
      if (!seen.has(text)) onWarning(text);
      seen.add(text);
    };
    const onHead = (head: HttpHead) => warningsOf(head).forEach(warn);
    const { actions = 'pull,push' } = options;
    const access = await openAccess({ ...options, actions }, { ...surroundings, hosts, onHead, warn });
    const blobs = blobsAt(access, lanes);
    return {
      authenticate: () => proveRights(access),
      newToken: async () => {
        const token = await (await access.session()).newToken();
        return token && { token: new Secret(token.text), expiresIn: token.expiresIn, grants: grantsOf(token) };
      },
      grants: async () => {
        const session = await access.session();
        const own = await session.ownToken();
        // If tokens do not say what they allow, another one would not either.
        if (own === undefined || grantsOf(own) === undefined) return undefined;
        const token = await session.tryToken(`repository:${access.path}:${actions},delete`);
        return token && grantsOf(token);
      },
      ...manifestsAt(access),
      ...blobs,
      ...uploadsAt(access, blobs),
      ...referrersAt(access),
      close: access.close,
    };
  };
}
