import type { EcrRegistry } from '../../image/cloud-registry.ts';

/** stsHost is the regional STS for a registry (botocore, `sts/endpoint-rule-set-1.json`). */
export function stsHost({ partition, region, isFips, isDualStack }: EcrRegistry): string {
  // In the government's partition, the plain STS is the validated one.
  const isPlain = !isFips || (partition.id === 'aws-us-gov' && !isDualStack);
  return `${isPlain ? 'sts' : 'sts-fips'}.${region}.${services(partition, isDualStack)}`;
}

/** ecrHost is the API of ECR for a registry (botocore, `ecr` and `ecr-public/endpoint-rule-set-1.json`). */
export function ecrHost({ kind, partition, region, isFips, isDualStack }: EcrRegistry): string {
  const service = `${kind === 'public' ? 'ecr-public' : 'ecr'}${isFips ? '-fips' : ''}`;
  return `${isDualStack ? service : `api.${service}`}.${region}.${services(partition, isDualStack)}`;
}

function services({ domain, dualStack }: EcrRegistry['partition'], isDualStack: boolean): string {
  return isDualStack && dualStack !== undefined ? dualStack.services : domain;
}
