import { ActionError } from '../../errors.ts';
import { containerVersions } from '../../github/container-versions.ts';
import type { OwnList } from '../../image/own-list.ts';
import type { Repository } from '../../image/reference.ts';
import { ecrImages } from '../../keyless/aws/ecr-images.ts';
import type { Identity } from '../../keyless/keyless.ts';
import type { CurrentCredential } from '../../registry/registry.ts';
import type { Credential } from '../../secret/credential.ts';
import type { Secret } from '../../secret/secret.ts';

/** GitHub's registry, and the API that deletes its packages. */
const GHCR = { registry: 'ghcr.io', api: 'https://api.github.com' } as const;

/** Whose list it is, and who asks for it. */
export type OwnListOptions = {
  readonly repository: Repository;
  readonly credential: CurrentCredential;
  readonly identities: readonly Identity[];
  readonly deletes: boolean;
};

/** openOwnList opens a registry's own list, which the specification does not have; undefined if we know of none. */
export function openOwnList(
  { repository, credential, identities, deletes }: OwnListOptions,
  given: { readonly signal: AbortSignal; readonly mask: (text: string) => void },
): OwnList | undefined {
  if (repository.registry === GHCR.registry) {
    const token = async () => passwordOf(await credential());
    return containerVersions({ repository, api: GHCR.api, token, signal: given.signal });
  }
  const identity = identities.find(({ registry }) => registry === repository.registry);
  if (identity?.type !== 'aws-ecr' || identity.ecr.kind === 'public') return undefined;
  return ecrImages({ ...given, identity, repository, actions: deletes ? 'pull,delete' : 'pull' });
}

/** GitHub's API accepts the token that its registry accepts as a password. */
function passwordOf(credential: Credential | undefined): Secret {
  if (credential !== undefined && 'password' in credential) return credential.password;
  throw new ActionError('CREDENTIAL_MISSING', 'The login at ghcr.io has no token that the API of GitHub accepts.', {
    hint: 'Set "username" and "password": the token of the job, or a personal token.',
  });
}
