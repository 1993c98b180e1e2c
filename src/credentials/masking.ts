import { DOCKER_HUB_SERVER, type Repository } from '../image/reference.ts';
import type { Runner } from '../runner/runner.ts';
import { type Credential, formsOf } from '../secret/credential.ts';

/** Masked masks every form of a credential, and returns the credential. */
export type Masked = <T extends Credential>(credential: T) => T;

/** maskedBy masks credentials for the destinations, with the registry names that an engine uses. */
export function maskedBy(runner: Pick<Runner, 'mask'>, destinations: readonly Repository[]): Masked {
  const servers = [...new Set([...destinations.map(({ registry }) => registry), DOCKER_HUB_SERVER])];
  return (credential) => {
    for (const form of formsOf(credential, servers)) runner.mask(form);
    return credential;
  };
}
