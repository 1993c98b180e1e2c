import { expect, it } from '@jest/globals';
import { digestOf } from '../../../src/image/digest.ts';
import { registryPage } from '../../../src/image/registry-page.ts';

const digest = digestOf(Buffer.from('an image'));

it.each([
  ['docker.io', 'library/alpine', 'https://hub.docker.com/_/alpine'],
  ['docker.io', 'my-org/my-app', 'https://hub.docker.com/r/my-org/my-app/tags'],
  ['ghcr.io', 'my-org/my-app', 'https://ghcr.io/my-org/my-app'],
  ['quay.io', 'my-org/my-app', `https://quay.io/repository/my-org/my-app/manifest/${digest}`],
  ['registry.gitlab.com', 'group/project', 'https://gitlab.com/group/project/container_registry'],
  ['registry.gitlab.com', 'group/project/image', undefined],
  [
    'europe-west1-docker.pkg.dev',
    'project/repository/a/b',
    `https://console.cloud.google.com/artifacts/docker/project/europe-west1/repository/a%2Fb/${digest}`,
  ],
  [
    '123456789012.dkr.ecr.eu-west-1.amazonaws.com',
    'team/app',
    'https://eu-west-1.console.aws.amazon.com/ecr/repositories/private/123456789012/team%2Fapp?region=eu-west-1',
  ],
  ['123456789012.dkr.ecr.cn-north-1.amazonaws.com.cn', 'team/app', undefined],
  ['public.ecr.aws', 'alias/app', 'https://gallery.ecr.aws/alias/app'],
  ['name.azurecr.io', 'app', undefined],
  ['registry.example.com:5000', 'app', undefined],
])('%s shows %s at %s', (registry, path, page) => {
  expect(registryPage({ registry, path }, digest)).toBe(page);
});
