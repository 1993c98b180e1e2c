import type { Descriptor } from '../../../src/image/manifest.ts';
import { distributionRegistry } from '../../../src/registry/distribution-registry.ts';
import type { Registry as Door } from '../../../src/registry/registry.ts';
import { Secret } from '../../../src/secret/secret.ts';
import type { Blob } from '../../doubles/registry/images.ts';
import type { Registry } from '../../doubles/registry/start-registry.ts';
import { PASSWORD, REPOSITORY, USER } from '../step/run-step.ts';
import { VirtualClock } from '../step/virtual-clock.ts';
import type { Internet } from './fake-internet.ts';

/** openClient opens the door to a registry on the internet in this process, signed in. */
export async function openClient(internet: Internet, registry: Registry): Promise<Door> {
  const open = distributionRegistry({
    signal: new AbortController().signal,
    mask: () => {},
    onWarning: () => {},
    clock: new VirtualClock(),
    trustFor: async () => ({ trust: internet.trust }),
  });
  const credential = { username: USER, password: new Secret(PASSWORD) };
  const door = await open({
    repository: { registry: registry.host, path: REPOSITORY },
    credential: async () => credential,
    authHosts: [],
  });
  await door.authenticate();
  return door;
}

export function descriptorOf({ mediaType, digest, size }: Blob): Descriptor {
  return { mediaType, digest: digest as Descriptor['digest'], size };
}
