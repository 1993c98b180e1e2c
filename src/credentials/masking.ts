import { DOCKER_HUB_SERVER, type Repository } from '../image/reference.ts';
import type { Runner } from '../runner/runner.ts';
import { type Credential, formsOf } from '../secret/credential.ts';

/** Masked has every form of a credential masked, and gives it back to be used. */
export type Masked = <T extends Credential>(credential: T) => T;

/** maskedBy masks credentials for the destinations, by the names that an engine is told their registries by. */
export function maskedBy(runner: Pick<Runner, 'mask'>, destinations: readonly Repository[]): Masked {
  const servers = [...new Set([...destinations.map(({ registry }) => registry), DOCKER_HUB_SERVER])];
  return (credential) => {
    for (const form of formsOf(credential, servers)) runner.mask(form);
    return credential;
  };
}
