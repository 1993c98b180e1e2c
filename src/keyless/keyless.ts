import type { AzureCloud, EcrRegistry } from '../image/cloud-registry.ts';
import type { Repository } from '../image/reference.ts';
import type { Secret } from '../secret/secret.ts';

/** What every entry of the input `identity` has. */
type Entry<Type extends string, Fields> = Fields & {
  readonly type: Type;
  /** Host of the registry, normalised: `docker.io`, `123456789012.dkr.ecr.eu-west-1.amazonaws.com`. */
  readonly registry: string;
  /** The audience of the job's token, if it is not the one that the provider expects by default. */
  readonly audience: string | undefined;
};

/** A role that Amazon's STS gives to the job. */
export type AwsIdentity = Entry<'aws-ecr', { readonly ecr: EcrRegistry; readonly roleArn: string }>;
/** An application or managed identity of Entra ID with a federated credential for the job. */
export type AzureIdentity = Entry<
  'azure-acr',
  { readonly cloud: AzureCloud; readonly tenantId: string; readonly clientId: string }
>;
/** A provider of a workload identity pool, and the service account to act as, unless it is the pool's principal. */
export type GoogleIdentity = Entry<
  'google-ar',
  {
    /** `projects/123/locations/global/workloadIdentityPools/pool/providers/provider` */
    readonly provider: string;
    readonly serviceAccount: string | undefined;
  }
>;
/** An OIDC connection of a Docker organisation. `username` is the organisation's name. */
export type DockerHubIdentity = Entry<
  'dockerhub',
  { readonly username: string /** A UUID. */; readonly connectionId: string }
>;

/** How this job signs in at a registry without a stored secret. */
export type Identity = AwsIdentity | AzureIdentity | GoogleIdentity | DockerHubIdentity;

/** alsoMounting says from where layers are mounted, as the end of a `width`. */
export function alsoMounting(mountFrom: readonly string[]): string {
  return mountFrom.length === 0 ? '' : `, and mounting layers from ${mountFrom.join(', ')}`;
}

/** A credential that expires by itself. */
export type ShortLivedCredential = {
  readonly username: string;
  readonly password: Secret;
  /** In milliseconds since 1970. */
  readonly expiresAt: number;
  /** What it is, and what it may do, for people: two parts of sentences. */
  readonly kind: string;
  readonly width: string;
};

/** What a credential may do in its repository. */
export type KeylessActions = 'pull,push' | 'pull' | 'pull,delete';

/** What a credential is for; to push by default. */
export type Purpose = {
  readonly actions: KeylessActions;
  /** Paths of other repositories on the same registry whose blobs are mounted, which needs permission to read them. */
  readonly mountFrom: readonly string[];
};

/** Keyless is the door to providers that exchange the job's own identity for a registry's credential. */
export interface Keyless {
  /**
   * credential gives a credential for pushing to the repository and reading it back, for reading only, or for deleting,
   * as limited as the provider can make it. It is the same one as long as it lasts for some minutes more, and then a
   * new one. If it may not read a repository of `mountFrom`, that is no error. Throws an EXCHANGE_FAILED that says which
   * trust setting to compare.
   */
  credential(identity: Identity, repository: Repository, purpose?: Partial<Purpose>): Promise<ShortLivedCredential>;
  /**
   * jobToken asks the runner for the job's own identity, signed for one audience, and valid for some minutes. It
   * ignores tokens that other steps may have put into the environment. Throws EXCHANGE_FAILED.
   */
  jobToken(audience: string): Promise<Secret>;
}
