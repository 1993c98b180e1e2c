import { describe, expect, it } from '@jest/globals';
import { readIdentities } from '../../../src/inputs/keyless-identities.ts';

const UUID = '11111111-2222-4333-8444-555555555555';
const ECR = '123456789012.dkr.ecr.eu-west-1.amazonaws.com';
const PROVIDER = 'projects/123456/locations/global/workloadIdentityPools/github/providers/app-main';

const AWS = { registry: ECR, type: 'aws-ecr', 'role-to-assume': 'arn:aws:iam::123456789012:role/ci/push' };
const AZURE = { registry: 'contoso.azurecr.io', type: 'azure-acr', 'tenant-id': UUID, 'client-id': UUID };
const GOOGLE = { registry: 'europe-west1-docker.pkg.dev', type: 'google-ar', 'workload-identity-provider': PROVIDER };
const HUB = { registry: 'docker.io', type: 'dockerhub', username: 'octo', 'connection-id': UUID };

type Fields = Readonly<Record<string, string>>;
const yaml = (...entries: readonly Fields[]) =>
  entries
    .map(
      (entry) =>
        `- ${Object.entries(entry)
          .map(([name, value]) => `${name}: ${JSON.stringify(value)}`)
          .join('\n  ')}\n`,
    )
    .join('');

const textsOf = (read: Awaited<ReturnType<typeof readIdentities>>) =>
  read.ok ? [] : read.problems.map(({ problem }) => problem);

describe('the input identity', () => {
  it('has an entry for each registry, with the fields of its type', async () => {
    expect(await readIdentities(yaml(AWS, AZURE, GOOGLE, HUB))).toMatchObject({
      ok: true,
      value: [
        {
          type: 'aws-ecr',
          registry: ECR,
          roleArn: AWS['role-to-assume'],
          ecr: { region: 'eu-west-1' },
          audience: undefined,
        },
        { type: 'azure-acr', tenantId: UUID, clientId: UUID, cloud: { authority: 'login.microsoftonline.com' } },
        { type: 'google-ar', provider: PROVIDER, serviceAccount: undefined },
        { type: 'dockerhub', registry: 'docker.io', username: 'octo', connectionId: UUID },
      ],
    });
  });

  it.each<[string, Fields, Fields]>([
    ['the region, if it is the one of the registry', { ...AWS, region: 'eu-west-1' }, {}],
    ['another audience', { ...AWS, audience: 'our-own' }, { audience: 'our-own' }],
    ['the public registry', { ...AWS, registry: 'public.ecr.aws' }, { registry: 'public.ecr.aws' }],
    [
      'another partition',
      {
        ...AWS,
        registry: '123456789012.dkr.ecr.cn-north-1.amazonaws.com.cn',
        'role-to-assume': 'arn:aws-cn:iam::123456789012:role/x',
      },
      {},
    ],
    ['capitals in a host', { ...AZURE, registry: 'Contoso.AzureCR.io' }, { registry: 'contoso.azurecr.io' }],
    [
      'a domain as the tenant',
      { ...AZURE, 'tenant-id': 'contoso.onmicrosoft.com' },
      { tenantId: 'contoso.onmicrosoft.com' },
    ],
    ['a registry with a hash', { ...AZURE, registry: 'contoso-e7ggejfuhzhgedc8.azurecr.io' }, {}],
    ['a regional endpoint', { ...AZURE, registry: 'contoso.westeurope.geo.azurecr.io' }, {}],
    [
      'a service account',
      { ...GOOGLE, 'service-account': 'push@app.iam.gserviceaccount.com' },
      { serviceAccount: 'push@app.iam.gserviceaccount.com' },
    ],
    ['a host of the old registry', { ...GOOGLE, registry: 'eu.gcr.io' }, {}],
    ["one of Docker Hub's other names", { ...HUB, registry: 'index.docker.io' }, { registry: 'docker.io' }],
    ['the host of its API', { ...HUB, registry: 'registry-1.docker.io' }, { registry: 'docker.io' }],
  ])('takes %s', async (_name, entry, expected) => {
    expect(await readIdentities(yaml(entry))).toMatchObject({ ok: true, value: [expected] });
  });

  const without = (entry: Fields, name: string): Fields =>
    Object.fromEntries(Object.entries(entry).filter(([each]) => each !== name));
  it.each<[string, readonly Fields[], string]>([
    ['no type', [without(AWS, 'type')], 'has none of the types aws-ecr, azure-acr, google-ar, dockerhub'],
    ['an unknown type', [{ ...AWS, type: 'quay' }], 'has none of the types'],
    ['no registry', [without(HUB, 'registry')], 'has no "registry"'],
    [
      'a registry of another type',
      [{ ...AWS, registry: 'docker.io' }],
      'a "registry" that is not a host of Amazon ECR',
    ],
    ['a look-alike', [{ ...AWS, registry: `${ECR}.evil.example` }], 'not a host of Amazon ECR'],
    ['a look-alike of Azure', [{ ...AZURE, registry: 'contoso.azurecr.io.evil.example' }], 'not a host of Azure'],
    [
      'a look-alike of Google',
      [{ ...GOOGLE, registry: 'evil.example/europe-west1-docker.pkg.dev' }],
      'not a host of Google',
    ],
    ['a look-alike of Docker Hub', [{ ...HUB, registry: 'docker.io.evil.example' }], 'not Docker Hub'],
    ['a port', [{ ...AZURE, registry: 'contoso.azurecr.io:8443' }], 'not a host of Azure'],
    ['a path', [{ ...AZURE, registry: 'contoso.azurecr.io/app' }], 'not a host of Azure'],
    ['no role', [without(AWS, 'role-to-assume')], 'has no "role-to-assume"'],
    ['a role that is none', [{ ...AWS, 'role-to-assume': 'push' }], 'not the ARN of a role'],
    ['a user', [{ ...AWS, 'role-to-assume': 'arn:aws:iam::123456789012:user/ci' }], 'not the ARN of a role'],
    [
      'a role of another partition',
      [{ ...AWS, 'role-to-assume': 'arn:aws-cn:iam::123456789012:role/x' }],
      'a role of the partition aws-cn, but a registry of aws',
    ],
    [
      'another region',
      [{ ...AWS, region: 'us-east-1' }],
      'has another "region" than its registry, which is in eu-west-1',
    ],
    [
      'a field of another type',
      [{ ...AWS, 'tenant-id': UUID }],
      'has the field "tenant-id"; the type aws-ecr has no such field',
    ],
    ['a password', [{ ...HUB, password: 'hunter2' }], 'has the field "password"; keyless sign-in needs no secret'],
    ['a key', [{ ...AWS, 'aws-secret-access-key': 'x' }], 'keyless sign-in needs no secret'],
    ['a token as a value', [{ ...HUB, username: 'dckr_pat_abc' }], 'what looks like a secret in "username"'],
    ['no UUID', [{ ...AZURE, 'client-id': 'app' }], 'a "client-id" that is not the UUID'],
    ['a tenant that is a path', [{ ...AZURE, 'tenant-id': '../common' }], 'a "tenant-id" that is neither'],
    [
      'the name of a project',
      [{ ...GOOGLE, 'workload-identity-provider': PROVIDER.replace('123456', 'app') }],
      'with the number of the project',
    ],
    [
      'no service account',
      [{ ...GOOGLE, 'service-account': 'someone@example.com' }],
      'not the address of a service account',
    ],
    ['an empty field', [{ ...HUB, username: '' }], 'not the name of a Docker organisation'],
    ['an empty audience', [{ ...HUB, audience: '' }], 'a "audience" that is empty or has blanks in it'],
    [
      'the same registry twice',
      [HUB, { ...HUB, registry: 'index.docker.io' }],
      'names a registry that another entry has',
    ],
    ['nothing in it', [], 'is not a list'],
  ])('refuses %s', async (_name, entries, problem) => {
    const read = await readIdentities(yaml(...entries));
    expect(textsOf(read)).toEqual([expect.stringContaining(problem)]);
  });

  it('says all that is wrong, and where', async () => {
    const read = await readIdentities(yaml({ ...AWS, region: 'us-east-1' }, HUB, { type: 'dockerhub', extra: '1' }));
    expect(textsOf(read)).toEqual([
      expect.stringMatching(/^has an entry in line 1 that has another "region"/),
      expect.stringMatching(/^has an entry in line 9 that has no "registry"/),
      expect.stringMatching(/in line 9 that has no "username"/),
      expect.stringMatching(/in line 9 that has no "connection-id"/),
      expect.stringMatching(/in line 9 that has the field "extra"/),
    ]);
  });

  it.each([
    ['aws-ecr', { ...AWS, region: 'us-east-1' }],
    ['azure-acr', { ...AZURE, 'client-id': 'app' }],
    ['google-ar', { ...GOOGLE, 'service-account': 'x' }],
    ['dockerhub', { ...HUB, password: 'x' }],
    // Without a type that there is, by the registry.
    ['aws-ecr', { ...AWS, type: 'ecr' }],
    ['azure-acr', { ...AZURE, type: 'acr' }],
    ['google-ar', { ...GOOGLE, type: 'gar' }],
  ])('shows an entry of the type %s that is right', async (type, entry) => {
    const read = await readIdentities(yaml(entry));
    const examples = read.ok ? [] : read.problems.map(({ example }) => example);
    expect(examples).not.toEqual([]);
    for (const example of examples) {
      expect(example).toContain(`type: ${type},`);
      expect(await readIdentities(example)).toMatchObject({ ok: true, value: [{ type }] });
    }
  });

  it.each(['registry', 'type', 'username', 'connection-id', 'audience', 'password', 'hunter2'])(
    'quotes no value, which could be a secret, wherever it stands (%s)',
    async (name) => {
      for (const secret of ['hunter2 Secret', 'dckr_pat_Secret', '* Secret', 'Secret: x', 'AKIASECRETSECRETSECR']) {
        const read = await readIdentities(yaml({ ...HUB, [name]: secret }));
        expect(read.ok).toBe(false);
        expect(JSON.stringify(read)).not.toMatch(/Secret[^s]|SECRET/);
      }
    },
  );
});
