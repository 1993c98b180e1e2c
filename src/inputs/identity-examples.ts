import { isArtifactRegistry, parseAcrRegistry, parseEcrRegistry } from '../image/cloud-registry.ts';
import type { Identity } from '../keyless/keyless.ts';

const UUID = '00000000-0000-0000-0000-000000000000';
const PROVIDER = 'projects/123456/locations/global/workloadIdentityPools/github/providers/github';

/** An entry of `identity` to copy, for each type. */
const EXAMPLES: Readonly<Record<Identity['type'], string>> = {
  'aws-ecr':
    '- { registry: 123456789012.dkr.ecr.eu-west-1.amazonaws.com, type: aws-ecr, role-to-assume: arn:aws:iam::123456789012:role/push }',
  'azure-acr': `- { registry: example.azurecr.io, type: azure-acr, tenant-id: ${UUID}, client-id: ${UUID} }`,
  'google-ar': `- { registry: europe-docker.pkg.dev, type: google-ar, workload-identity-provider: ${PROVIDER} }`,
  dockerhub: `- { registry: docker.io, type: dockerhub, username: owner, connection-id: ${UUID} }`,
};

/** identityExample is an entry of the right type: the type that is named, or the type of the registry. */
export function identityExample(type: Identity['type'] | undefined, registry = ''): string {
  return EXAMPLES[type ?? typeAt(registry.toLowerCase())];
}

function typeAt(host: string): Identity['type'] {
  if (parseEcrRegistry(host) !== undefined) return 'aws-ecr';
  if (parseAcrRegistry(host) !== undefined) return 'azure-acr';
  return isArtifactRegistry(host) ? 'google-ar' : 'dockerhub';
}
