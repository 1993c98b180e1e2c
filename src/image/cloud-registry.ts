/** A partition of AWS: a set of regions with its own domains (botocore, `partitions.json` and endpoint rules). */
export type AwsPartition = {
  readonly id: string;
  /** Domain of its services and registries. */
  readonly domain: string;
  /** The same for the dual-stack (IPv6) name of a registry. */
  readonly dualStack?: { readonly services: string; readonly registries: string };
};

const PARTITIONS: readonly AwsPartition[] = [
  { id: 'aws', domain: 'amazonaws.com', dualStack: { services: 'api.aws', registries: 'on.aws' } },
  {
    id: 'aws-cn',
    domain: 'amazonaws.com.cn',
    dualStack: { services: 'api.amazonwebservices.com.cn', registries: 'on.amazonwebservices.com.cn' },
  },
  { id: 'aws-eusc', domain: 'amazonaws.eu' },
  { id: 'aws-iso', domain: 'c2s.ic.gov' },
  { id: 'aws-iso-b', domain: 'sc2s.sgov.gov' },
  { id: 'aws-iso-e', domain: 'cloud.adc-e.uk' },
  { id: 'aws-iso-f', domain: 'csp.hci.ic.gov' },
];

/** A registry of Amazon ECR, as read from its host name. */
export type EcrRegistry = {
  readonly kind: 'private' | 'public';
  readonly partition: AwsPartition;
  /** `eu-west-1`; every login to the public registry goes to `us-east-1`. */
  readonly region: string;
  readonly isFips: boolean;
  readonly isDualStack: boolean;
};

const PRIVATE_ECR = /^\d{12}\.dkr[.-]ecr(-fips)?\.([a-z]{2,}(?:-[a-z]+)+-\d+)\.(.+)$/;
const PUBLIC_ECR: readonly string[] = ['public.ecr.aws', 'ecr-public.aws.com'];

/**
 * parseEcrRegistry reads a host of Amazon ECR, `123456789012.dkr.ecr.eu-west-1.amazonaws.com` or `public.ecr.aws`;
 * undefined for any other.
 */
export function parseEcrRegistry(host: string): EcrRegistry | undefined {
  const [aws] = PARTITIONS;
  if (aws === undefined) return undefined;
  if (PUBLIC_ECR.includes(host)) {
    const isDualStack = host === 'ecr-public.aws.com';
    return { kind: 'public', partition: aws, region: 'us-east-1', isFips: false, isDualStack };
  }
  const [, fips, region = '', domain = ''] = PRIVATE_ECR.exec(host) ?? [];
  const found = PARTITIONS.find((each) => domain === each.domain || domain === each.dualStack?.registries);
  if (found === undefined) return undefined;
  // US government regions have the same domains as the others, but another name in every ARN.
  const partition = region.startsWith('us-gov-') ? { ...found, id: 'aws-us-gov' } : found;
  return { kind: 'private', partition, region, isFips: fips !== undefined, isDualStack: domain !== found.domain };
}

/** A cloud of Azure: the domain of its registries, the host of its logins, and the audience of the job's token. */
export type AzureCloud = { readonly registries: string; readonly authority: string; readonly audience: string };

const AZURE_CLOUDS: readonly AzureCloud[] = [
  { registries: 'azurecr.io', authority: 'login.microsoftonline.com', audience: 'api://AzureADTokenExchange' },
  { registries: 'azurecr.cn', authority: 'login.chinacloudapi.cn', audience: 'api://AzureADTokenExchangeChina' },
  { registries: 'azurecr.us', authority: 'login.microsoftonline.us', audience: 'api://AzureADTokenExchangeUSGov' },
];

/** A name, with or without the hash that newer names have, or a regional endpoint: `name.region.geo`. */
const ACR_NAME = /^[a-z0-9]{5,50}(?:-[a-z0-9]+)?(?:\.[a-z0-9]+\.geo)?$/;

/** parseAcrRegistry finds the cloud of an Azure Container Registry by its host; undefined for any other host. */
export function parseAcrRegistry(host: string): AzureCloud | undefined {
  return AZURE_CLOUDS.find(
    ({ registries }) => host.endsWith(`.${registries}`) && ACR_NAME.test(host.slice(0, -registries.length - 1)),
  );
}

/** isArtifactRegistry recognises a host of Google Artifact Registry: `europe-west1-docker.pkg.dev`, `eu.gcr.io`. */
export function isArtifactRegistry(host: string): boolean {
  return /^[a-z0-9-]+-docker\.pkg\.dev$|^(?:[a-z]+\.)?gcr\.io$/.test(host);
}
