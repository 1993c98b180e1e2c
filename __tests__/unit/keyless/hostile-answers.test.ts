import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ActionError } from '../../../src/errors.ts';
import { parseAcrRegistry, parseEcrRegistry } from '../../../src/image/cloud-registry.ts';
import type { Identity, ShortLivedCredential } from '../../../src/keyless/keyless.ts';
import { Aws } from '../../doubles/clouds/aws.ts';
import { Azure } from '../../doubles/clouds/azure.ts';
import type { CloudAnswer, CloudRequest, Service } from '../../doubles/clouds/clouds.ts';
import { DockerHub } from '../../doubles/clouds/docker-hub.ts';
import { Google } from '../../doubles/clouds/google.ts';
import { NOW, sky, told } from './sky.ts';

const UUID = '409520d4-8100-4d1d-ad47-72432ddcc120';
const PROVIDER = 'projects/1/locations/global/workloadIdentityPools/pool/providers/main';
const ACCOUNT = 'push@app-1.iam.gserviceaccount.com';
const ROLE = 'arn:aws:iam::123456789012:role/push';
const ECR = '123456789012.dkr.ecr.eu-west-1.amazonaws.com';
const now = () => NOW;
const subject = /^/;

/** Each provider, with how many requests a sign-in takes there, GitHub's among them. */
const PROVIDERS: readonly (readonly [
  name: string,
  requests: number,
  make: () => { identity: Identity; services: readonly Service[] },
])[] = [
  [
    'Amazon ECR',
    3,
    () => {
      const aws = new Aws({ now, roles: { [ROLE]: subject } });
      const ecr = parseEcrRegistry(ECR);
      if (ecr === undefined) throw new Error('not of ECR');
      return {
        identity: { type: 'aws-ecr', registry: ECR, ecr, roleArn: ROLE, audience: undefined },
        services: [aws.sts, aws.ecr],
      };
    },
  ],
  [
    'Azure Container Registry',
    4,
    () => {
      const registry = 'contoso.azurecr.io';
      const cloud = parseAcrRegistry(registry);
      if (cloud === undefined) throw new Error('not of Azure');
      const { service } = new Azure({ now, registry, tenantId: UUID, clientId: UUID, subject });
      return {
        identity: { type: 'azure-acr', registry, cloud, tenantId: UUID, clientId: UUID, audience: undefined },
        services: [service],
      };
    },
  ],
  [
    'Google Artifact Registry',
    3,
    () => {
      const registry = 'eu-docker.pkg.dev';
      const { service } = new Google({ now, provider: PROVIDER, subject, serviceAccount: ACCOUNT });
      return {
        identity: { type: 'google-ar', registry, provider: PROVIDER, serviceAccount: ACCOUNT, audience: undefined },
        services: [service],
      };
    },
  ],
  [
    'Docker Hub',
    2,
    () => {
      const { service } = new DockerHub({ now, connectionId: UUID, subject });
      return {
        identity: {
          type: 'dockerhub',
          registry: 'docker.io',
          username: 'octo',
          connectionId: UUID,
          audience: undefined,
        },
        services: [service],
      };
    },
  ],
];

/** Names that answers have, so that what is invented gets far. */
const NAMES = [
  'value',
  'error',
  'error_description',
  'message',
  'access_token',
  'refresh_token',
  'expires_in',
  'accessToken',
  'expireTime',
  'authorizationData',
  'authorizationToken',
  'expiresAt',
  'errors',
  '__type',
  'code',
  'access',
  '__proto__',
];
const ELEMENTS = ['Code', 'Message', 'AccessKeyId', 'SecretAccessKey', 'SessionToken', 'Expiration'];
const leaf = fc.oneof(
  fc.string(),
  fc.integer(),
  fc.double(),
  fc.boolean(),
  fc.constant(null),
  fc.date().map(String),
  fc.constantFrom('a.e30.c', 'eyJhbGciOiJSUzI1NiJ9.e30.c2lnbmF0dXJl'),
  fc.base64String(),
);
const document = fc.letrec((tie) => ({
  any: fc.oneof(
    { depthSize: 'small' },
    leaf,
    fc.array(tie('any'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom(...NAMES), tie('any'), { maxKeys: 5 }),
  ),
})).any;
const xml = fc
  .array(
    fc.tuple(
      fc.constantFrom(...ELEMENTS),
      fc.oneof(fc.string(), fc.base64String(), fc.constant('2026-11-20T13:00:00Z')),
    ),
    { maxLength: 6 },
  )
  .map((elements) => elements.map(([name, text]) => `<${name}>${text}</${name}>`).join(''));
const answer: fc.Arbitrary<CloudAnswer> = fc.record({
  status: fc.constantFrom(200, 200, 200, 204, 301, 302, 307, 400, 401, 403, 404, 418, 429, 500, 503),
  headers: fc.constantFrom<Record<string, string>>(
    {},
    { location: 'https://evil.example/' },
    { 'retry-after': '1' },
    { 'retry-after': 'Infinity' },
  ),
  body: fc.oneof(
    document.map((value) => JSON.stringify(value) ?? ''),
    xml,
    fc.string({ unit: 'binary' }),
  ),
});

/** One field of a true answer, and what it becomes. */
type Alteration = { readonly field: number; readonly value: unknown };
const alteration: fc.Arbitrary<Alteration> = fc.record({
  field: fc.nat({ max: 9 }),
  value: fc.oneof(
    leaf,
    fc.constantFrom(1e308, -1e308, 0, -1, 8.7e12, '9999-12-31T23:59:59Z', '+275760-09-14T00:00:00Z'),
  ),
});

function altered(answer: CloudAnswer, { field, value }: Alteration): CloudAnswer {
  if (!answer.body.startsWith('{')) {
    const name = ELEMENTS[field % ELEMENTS.length] ?? '';
    return { ...answer, body: answer.body.replace(new RegExp(`(<${name}>)[^<]*`), (_, tag) => `${tag}${value}`) };
  }
  const document = JSON.parse(answer.body) as Record<string, unknown>;
  const inner = [document.authorizationData].flat()[0];
  const target = (typeof inner === 'object' && inner !== null ? inner : document) as Record<string, unknown>;
  const names = Object.keys(target);
  target[names[field % names.length] ?? ''] = value;
  return { ...answer, body: JSON.stringify(document) };
}

describe.each(PROVIDERS)('whatever is answered at %s', (_name, requests, make) => {
  /** play signs in where the answer to one of the requests is another, however often it is asked for. */
  async function play(at: number, lie: CloudAnswer | Alteration): Promise<'signed in' | 'failed'> {
    const { identity, services } = make();
    const hosts: string[] = [];
    const turn = ({ host, path }: CloudRequest): number => {
      if (!hosts.includes(`${host}${path}`)) hosts.push(`${host}${path}`);
      return hosts.indexOf(`${host}${path}`);
    };
    const lying = services.map(
      ({ serves, answer }): Service => ({
        serves,
        answer: (request) => ('field' in lie && turn(request) === at ? altered(answer(request), lie) : answer(request)),
      }),
    );
    const { clouds, oidc, fetch, masked } = sky({ services: lying });
    clouds.mishap = (request) => (turn(request) === at && 'body' in lie ? lie : undefined);
    const end = await fetch(identity).catch((error: unknown) => error);
    expect(clouds.hosts).not.toContain('evil.example');
    if (!(end instanceof Error)) {
      const { password, expiresAt } = end as ShortLivedCredential;
      expect(password.reveal()).toMatch(/^[\x21-\x7e]+$/);
      expect([...masked]).toContain(password.reveal());
      expect(Number.isNaN(new Date(expiresAt).getTime())).toBe(false);
      return 'signed in';
    }
    expect(end).toBeInstanceOf(ActionError);
    expect((end as ActionError).code).toBe('EXCHANGE_FAILED');
    expect(end.message.length).toBeLessThan(3000);
    for (const token of oidc.issued) {
      expect(told(end)).not.toContain(token.split('.')[1]);
      expect(told(end)).not.toContain(token.split('.')[2]);
    }
    return 'failed';
  }
  const which = fc.nat({ max: requests - 1 });

  it('an invented answer ends with EXCHANGE_FAILED or a usable token, reaches nobody else, and tells no token', async () => {
    let failures = 0;
    const judge = async (at: number, lie: CloudAnswer) => {
      if ((await play(at, lie)) === 'failed') failures += 1;
    };
    await fc.assert(fc.asyncProperty(which, answer, judge), { numRuns: 300 });
    expect(failures).toBeGreaterThan(100);
  });

  it('so does a true one in which one field is not', async () => {
    const ends = new Set<string>();
    const judge = async (at: number, lie: Alteration) => void ends.add(await play(at, lie));
    await fc.assert(fc.asyncProperty(which, alteration, judge), { numRuns: 300 });
    expect([...ends].sort()).toEqual(['failed', 'signed in']);
  });
});
