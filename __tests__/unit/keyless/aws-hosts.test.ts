import { describe, expect, it } from '@jest/globals';
import { parseEcrRegistry } from '../../../src/image/cloud-registry.ts';
import { ecrHost, stsHost } from '../../../src/keyless/aws/endpoints.ts';

const A = '123456789012';

/** Hosts of registries, and where botocore's endpoint rules lead for them (1.43, `endpoint-rule-set-1.json`). */
const HOSTS: readonly (readonly [host: string, partition: string, region: string, sts: string, ecr: string])[] = [
  [
    `${A}.dkr.ecr.us-east-1.amazonaws.com`,
    'aws',
    'us-east-1',
    'sts.us-east-1.amazonaws.com',
    'api.ecr.us-east-1.amazonaws.com',
  ],
  [
    `${A}.dkr.ecr.eu-central-1.amazonaws.com`,
    'aws',
    'eu-central-1',
    'sts.eu-central-1.amazonaws.com',
    'api.ecr.eu-central-1.amazonaws.com',
  ],
  [
    `${A}.dkr.ecr.mx-central-1.amazonaws.com`,
    'aws',
    'mx-central-1',
    'sts.mx-central-1.amazonaws.com',
    'api.ecr.mx-central-1.amazonaws.com',
  ],
  [
    `${A}.dkr.ecr-fips.us-east-1.amazonaws.com`,
    'aws',
    'us-east-1',
    'sts-fips.us-east-1.amazonaws.com',
    'api.ecr-fips.us-east-1.amazonaws.com',
  ],
  [`${A}.dkr-ecr.eu-west-1.on.aws`, 'aws', 'eu-west-1', 'sts.eu-west-1.api.aws', 'ecr.eu-west-1.api.aws'],
  [
    `${A}.dkr-ecr-fips.us-west-2.on.aws`,
    'aws',
    'us-west-2',
    'sts-fips.us-west-2.api.aws',
    'ecr-fips.us-west-2.api.aws',
  ],
  [
    `${A}.dkr.ecr.us-gov-west-1.amazonaws.com`,
    'aws-us-gov',
    'us-gov-west-1',
    'sts.us-gov-west-1.amazonaws.com',
    'api.ecr.us-gov-west-1.amazonaws.com',
  ],
  [
    `${A}.dkr.ecr-fips.us-gov-west-1.amazonaws.com`,
    'aws-us-gov',
    'us-gov-west-1',
    'sts.us-gov-west-1.amazonaws.com',
    'api.ecr-fips.us-gov-west-1.amazonaws.com',
  ],
  [
    `${A}.dkr-ecr-fips.us-gov-east-1.on.aws`,
    'aws-us-gov',
    'us-gov-east-1',
    'sts-fips.us-gov-east-1.api.aws',
    'ecr-fips.us-gov-east-1.api.aws',
  ],
  [
    `${A}.dkr.ecr.cn-north-1.amazonaws.com.cn`,
    'aws-cn',
    'cn-north-1',
    'sts.cn-north-1.amazonaws.com.cn',
    'api.ecr.cn-north-1.amazonaws.com.cn',
  ],
  [
    `${A}.dkr-ecr.cn-northwest-1.on.amazonwebservices.com.cn`,
    'aws-cn',
    'cn-northwest-1',
    'sts.cn-northwest-1.api.amazonwebservices.com.cn',
    'ecr.cn-northwest-1.api.amazonwebservices.com.cn',
  ],
  [
    `${A}.dkr.ecr.eusc-de-east-1.amazonaws.eu`,
    'aws-eusc',
    'eusc-de-east-1',
    'sts.eusc-de-east-1.amazonaws.eu',
    'api.ecr.eusc-de-east-1.amazonaws.eu',
  ],
  [
    `${A}.dkr.ecr.us-iso-east-1.c2s.ic.gov`,
    'aws-iso',
    'us-iso-east-1',
    'sts.us-iso-east-1.c2s.ic.gov',
    'api.ecr.us-iso-east-1.c2s.ic.gov',
  ],
  [
    `${A}.dkr.ecr.us-isob-east-1.sc2s.sgov.gov`,
    'aws-iso-b',
    'us-isob-east-1',
    'sts.us-isob-east-1.sc2s.sgov.gov',
    'api.ecr.us-isob-east-1.sc2s.sgov.gov',
  ],
  [
    `${A}.dkr.ecr.eu-isoe-west-1.cloud.adc-e.uk`,
    'aws-iso-e',
    'eu-isoe-west-1',
    'sts.eu-isoe-west-1.cloud.adc-e.uk',
    'api.ecr.eu-isoe-west-1.cloud.adc-e.uk',
  ],
  [
    `${A}.dkr.ecr.us-isof-south-1.csp.hci.ic.gov`,
    'aws-iso-f',
    'us-isof-south-1',
    'sts.us-isof-south-1.csp.hci.ic.gov',
    'api.ecr.us-isof-south-1.csp.hci.ic.gov',
  ],
  ['public.ecr.aws', 'aws', 'us-east-1', 'sts.us-east-1.amazonaws.com', 'api.ecr-public.us-east-1.amazonaws.com'],
  ['ecr-public.aws.com', 'aws', 'us-east-1', 'sts.us-east-1.api.aws', 'ecr-public.us-east-1.api.aws'],
];

describe('hosts of Amazon ECR', () => {
  it.each(HOSTS)('%s is of %s, %s', (host, partition, region, sts, ecr) => {
    const found = parseEcrRegistry(host);
    if (found === undefined) throw new Error('it was not known');
    expect([found.partition.id, found.region]).toEqual([partition, region]);
    expect([stsHost(found), ecrHost(found)]).toEqual([sts, ecr]);
  });

  it.each([
    'docker.io',
    `${A}.dkr.ecr.eu-west-1.amazonaws.com.evil.example`,
    `${A}.dkr.ecr.eu-west-1.evil.example`,
    `${A}.dkr.ecr.eu-west-1.amazonaws.com:443`,
    `evil.${A}.dkr.ecr.eu-west-1.amazonaws.com`,
    `12345678901.dkr.ecr.eu-west-1.amazonaws.com`,
    `${A}.dkr.ecr.evil.example.amazonaws.com`,
    `${A}.dkr.ecr.eu-west-1/x.amazonaws.com`,
    `${A}.dkr_ecr.eu-west-1.amazonaws.com`,
    'public.ecr.aws.evil.example',
    'evilpublic.ecr.aws',
    'ecr-public.us-east-1.api.aws',
    '',
  ])('%s is none', (host) => {
    expect(parseEcrRegistry(host)).toBeUndefined();
  });
});
