import { describe, expect, it } from '@jest/globals';
import { parseEcrRegistry } from '../../../src/image/cloud-registry.ts';
import type { AwsIdentity } from '../../../src/keyless/keyless.ts';
import { Aws, type AwsOptions } from '../../doubles/clouds/aws.ts';
import type { Mishap } from '../../doubles/clouds/clouds.ts';
import { CLAIMS, SUBJECT_WITH_IDS } from '../../doubles/clouds/github-oidc.ts';
import { NOW, type SkyOptions, sky, told } from './sky.ts';

const ROLE = 'arn:aws:iam::123456789012:role/push';
const REGISTRY = '123456789012.dkr.ecr.eu-west-1.amazonaws.com';

function identity(registry = REGISTRY, more: Partial<AwsIdentity> = {}): AwsIdentity {
  const ecr = parseEcrRegistry(registry);
  if (ecr === undefined) throw new Error(`${registry} is not of ECR`);
  return { type: 'aws-ecr', registry, ecr, roleArn: ROLE, audience: undefined, ...more };
}

function start(options: Partial<AwsOptions> = {}, more: Partial<SkyOptions> = {}) {
  const now = () => world.clock.date;
  const aws = new Aws({ now, roles: { [ROLE]: /^repo:octocat\/app:ref:refs\/heads\/main$/ }, ...options });
  const world = sky({ services: [aws.sts, aws.ecr], ...more });
  return { ...world, aws };
}

describe('signing in to Amazon ECR', () => {
  it('exchanges the job token for a role, and the role for a password', async () => {
    const { fetch, aws, clouds } = start();
    const credential = await fetch(identity());
    expect(credential).toMatchObject({ username: 'AWS', kind: expect.stringContaining(ROLE) });
    expect(credential.password.reveal()).toBe(aws.password);
    expect(clouds.violations).toEqual([]);
    expect(clouds.hosts).toEqual([
      'run-actions-1.actions.githubusercontent.com',
      'sts.eu-west-1.amazonaws.com',
      'api.ecr.eu-west-1.amazonaws.com',
    ]);
  });

  it('ends with the session of the role, and no later', async () => {
    const { fetch } = start();
    expect((await fetch(identity())).expiresAt).toBe(NOW + 3600_000);
  });

  it('narrows the role to pushing to this repository and reading it back', async () => {
    const { fetch, aws } = start();
    const { width } = await fetch(identity(), 'team/app');
    const push = [
      'BatchCheckLayerAvailability',
      'InitiateLayerUpload',
      'UploadLayerPart',
      'CompleteLayerUpload',
      'PutImage',
    ];
    const read = ['BatchGetImage', 'GetDownloadUrlForLayer'];
    expect(aws.policies).toEqual([
      {
        Version: '2012-10-17',
        Statement: [
          { Effect: 'Allow', Action: ['ecr:GetAuthorizationToken'], Resource: '*' },
          {
            Effect: 'Allow',
            Action: [...push, ...read].map((action) => `ecr:${action}`),
            Resource: 'arn:aws:ecr:eu-west-1:123456789012:repository/team/app',
          },
        ],
      },
    ]);
    expect(width).toContain(`${REGISTRY}/team/app`);
  });

  it('may mount layers from other repositories, and do nothing else there', async () => {
    const { fetch, aws, clouds } = start();
    const { width } = await fetch(identity(), 'team/app', { mountFrom: ['team/staging', 'team/base'] });
    const mounting = {
      Effect: 'Allow',
      Action: ['ecr:GetDownloadUrlForLayer'],
      Resource: ['team/staging', 'team/base'].map((path) => `arn:aws:ecr:eu-west-1:123456789012:repository/${path}`),
    };
    expect(aws.policies[0]?.Statement.slice(2)).toEqual([mounting]);
    expect(width).toContain('and mounting layers from team/staging, team/base');
    // It is kept, and without them it is another one.
    await fetch(identity(), 'team/app', { mountFrom: ['team/staging', 'team/base'] });
    await fetch(identity(), 'team/app');
    expect(aws.policies.map(({ Statement }) => Statement.length)).toEqual([3, 2]);
    expect(clouds.violations).toEqual([]);
  });

  it('reads a source with a session of its own, which may not push', async () => {
    const { fetch, aws } = start();
    const { width } = await fetch(identity(), 'team/staging', { actions: 'pull' });
    expect(aws.policies[0]?.Statement.slice(1)).toEqual([
      {
        Effect: 'Allow',
        Action: ['ListImages', 'ListImageReferrers', 'DescribeImages', 'BatchGetImage', 'GetDownloadUrlForLayer'].map(
          (action) => `ecr:${action}`,
        ),
        Resource: 'arn:aws:ecr:eu-west-1:123456789012:repository/team/staging',
      },
    ]);
    expect(width).toContain(`reading ${REGISTRY}/team/staging`);
  });

  it('mounts from as many repositories as a policy can name', async () => {
    const { fetch, aws, clouds } = start();
    const mountFrom = Array.from({ length: 40 }, (_, at) => `team/part-${at}`);
    const { width } = await fetch(identity(), 'team/app', { mountFrom });
    const named = [aws.policies[0]?.Statement[2]?.Resource ?? []].flat();
    expect(width).toContain(`team/part-${named.length - 1}, by`);
    expect(named.length).toBeGreaterThan(5);
    expect(named).toEqual(
      mountFrom.slice(0, named.length).map((path) => `arn:aws:ecr:eu-west-1:123456789012:repository/${path}`),
    );
    expect(clouds.violations).toEqual([]);
  });

  it('mounts nothing if the policy that names more is too large in the form that STS stores', async () => {
    const { fetch, aws, clouds } = start();
    const tooLarge = `<Error><Code>PackedPolicyTooLarge</Code><Message>101 percent</Message></Error>`;
    clouds.mishap = ({ body }) =>
      new URLSearchParams(body).get('Policy')?.includes('part-0') ? { status: 400, body: tooLarge } : undefined;
    const { width } = await fetch(identity(), 'team/app', { mountFrom: ['team/part-0'] });
    expect(aws.policies.map(({ Statement }) => Statement.length)).toEqual([2]);
    expect(width).not.toContain('mounting');
  });

  it('asks once if the policy is too large without mounts', async () => {
    const { failure, clouds } = start();
    const tooLarge = '<Error><Code>PackedPolicyTooLarge</Code><Message>101 percent</Message></Error>';
    clouds.mishap = ({ host }) => (host.startsWith('sts.') ? { status: 400, body: tooLarge } : undefined);
    await failure(identity());
    expect(clouds.requests.filter(({ host }) => host.startsWith('sts.'))).toHaveLength(1);
  });

  it('mounts nothing at the public registry', async () => {
    const { fetch, aws } = start();
    const mountFrom = ['a1b2c3d4/team/base'];
    const { width } = await fetch(identity('public.ecr.aws'), 'a1b2c3d4/team/app', { mountFrom });
    expect(aws.policies[0]?.Statement).toHaveLength(2);
    expect(width).not.toContain('mounting');
  });

  it('knows the public registry, where the account has an alias', async () => {
    const { fetch, aws, clouds } = start();
    await fetch(identity('public.ecr.aws'), 'a1b2c3d4/team/app');
    expect(clouds.hosts.slice(1)).toEqual(['sts.us-east-1.amazonaws.com', 'api.ecr-public.us-east-1.amazonaws.com']);
    expect(aws.policies[0]?.Statement).toMatchObject([
      { Action: ['ecr-public:GetAuthorizationToken', 'sts:GetServiceBearerToken'] },
      { Resource: 'arn:aws:ecr-public::*:repository/team/app' },
    ]);
    expect(clouds.violations).toEqual([]);
  });

  it('takes the longest name of a repository', async () => {
    const { fetch, clouds } = start();
    await fetch(identity(), 'a'.repeat(255));
    expect(clouds.violations).toEqual([]);
  });

  it('names the run in the session, which AWS writes into its logs', async () => {
    const { fetch, aws } = start();
    await fetch(identity());
    expect(aws.sessionNames).toEqual(['verified-image-push-30433642']);
  });

  it('has the token made for whom the trust policy names', async () => {
    const { fetch, clouds } = start({ audience: 'of our own' });
    await fetch(identity(REGISTRY, { audience: 'of our own' }));
    expect(clouds.violations).toEqual([]);
  });

  it('asks in China for a token for the STS there', async () => {
    const roleArn = 'arn:aws-cn:iam::123456789012:role/push';
    const { fetch, clouds, aws } = start({ audience: 'sts.amazonaws.com.cn', roles: { [roleArn]: /^/ } });
    await fetch(identity('123456789012.dkr.ecr.cn-north-1.amazonaws.com.cn', { roleArn }));
    expect(clouds.violations).toEqual([]);
    expect(clouds.hosts.slice(1)).toEqual(['sts.cn-north-1.amazonaws.com.cn', 'api.ecr.cn-north-1.amazonaws.com.cn']);
    expect(aws.policies[0]?.Statement[1]?.Resource).toMatch(/^arn:aws-cn:ecr:cn-north-1:/);
  });

  it('sends the job token to STS alone, and no key in the clear', async () => {
    const { fetch, oidc, clouds, aws } = start();
    await fetch(identity());
    const [token = ''] = oidc.issued;
    expect(clouds.sentTo('sts.eu-west-1.amazonaws.com')).toContain(token);
    expect(clouds.sentTo('api.ecr.eu-west-1.amazonaws.com')).not.toContain(token);
    expect(clouds.sentTo('api.ecr.eu-west-1.amazonaws.com')).not.toContain('request-token');
    expect(JSON.stringify(clouds.requests)).not.toContain(aws.password);
  });

  it('has masked every token before it is sent', async () => {
    const { fetch, oidc, masked, clouds, aws } = start();
    clouds.mishap = ({ headers, body }) => {
      const [, bearer] = /^Bearer (.+)$/.exec(headers.authorization ?? '') ?? [];
      const sent = [bearer, headers['x-amz-security-token'], new URLSearchParams(body).get('WebIdentityToken')];
      for (const secret of sent) if (secret) expect(masked).toContain(secret);
      return undefined;
    };
    await fetch(identity());
    const [token = ''] = oidc.issued;
    for (const form of [
      token,
      token.split('.')[1],
      token.split('.')[2],
      aws.password,
      Buffer.from(`AWS:${aws.password}`).toString('base64'),
    ]) {
      expect(masked).toContain(form);
    }
  });

  it('takes half a minute and no more to be let in by a busy STS', async () => {
    const { fetch, clouds, slept } = start();
    const busy: Mishap = {
      status: 400,
      body: '<Error><Code>Throttling</Code><Message>Rate exceeded</Message></Error>',
    };
    let left = 2;
    clouds.mishap = ({ host }) => (host.startsWith('sts.') && left-- > 0 ? busy : undefined);
    await fetch(identity());
    expect(slept).toHaveLength(2);
  });

  it('tries again after a connection that broke', async () => {
    const { fetch, clouds, slept } = start();
    clouds.mishap = (_request, seen) => (seen.length === 1 ? { error: 'ECONNRESET' } : undefined);
    await fetch(identity());
    expect(slept).toHaveLength(1);
  });
});

describe('a failed exchange with AWS', () => {
  const SUBJECT = `sub "${CLAIMS.sub}"`;
  const IDS = 'octocat@583231/app@1296269';

  type Case = readonly [
    name: string,
    options: Partial<AwsOptions>,
    more: Partial<SkyOptions>,
    message: RegExp,
    hint: RegExp,
  ];
  const CASES: readonly Case[] = [
    [
      'a wrong audience',
      { audience: 'other' },
      {},
      /another audience.*Incorrect token audience/,
      /Compare the audience.*aud/,
    ],
    [
      'an expired token',
      {},
      { oidc: { claims: { exp: NOW / 1000 - 1 } } },
      /token has expired/,
      /clock of this runner/,
    ],
    [
      'a subject that is not trusted',
      { roles: { [ROLE]: /never/ } },
      {},
      /this job may not use the role/,
      /trust policy.*token\.actions\.githubusercontent\.com:sub/,
    ],
    ['a role that does not exist', { roles: {} }, {}, /or the role does not exist/, /role-to-assume/],
    [
      'an issuer that is not known',
      {},
      { oidc: { claims: { iss: 'https://ghe.example.com/_services/token' } } },
      /does not accept tokens of this issuer/,
      /In IAM .* identity provider/,
    ],
  ];
  it.each(CASES)('tells %s apart, with the claims', async (_name, options, more, message, hint) => {
    const { failure, clouds } = start(options, more);
    const error = await failure(identity());
    expect(error.code).toBe('EXCHANGE_FAILED');
    expect(error.message).toMatch(message);
    expect(error.hint).toMatch(hint);
    expect(error.message).toContain(SUBJECT);
    expect(error.message).toContain('aud "sts.amazonaws.com"');
    expect(error.message).toContain(CLAIMS.job_workflow_ref);
    expect(clouds.violations).toEqual([]);
  });

  it('knows both forms of the subject', async () => {
    const trustsNames = start({}, { oidc: { claims: { sub: SUBJECT_WITH_IDS } } });
    expect((await trustsNames.failure(identity())).hint).toContain(
      'form with ids: trust in "repo:octocat/app:ref:refs/heads/main" does not match it',
    );
    const trustsIds = start({ roles: { [ROLE]: new RegExp(`^repo:${IDS}:`) } });
    expect((await trustsIds.failure(identity())).hint).toContain(
      `trust in "repo:${IDS}:ref:refs/heads/main" does not match it`,
    );
  });

  const sts = (code: string, message = 'why', status = 400): Mishap => ({
    status,
    body: `<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error></ErrorResponse>`,
  });
  const ecr = (type: string, message = 'why', status = 400): Mishap => ({
    status,
    body: JSON.stringify({ __type: type, message }),
  });
  type Other = readonly [name: string, host: RegExp, mishap: Mishap, message: RegExp, hint: RegExp];
  const OTHERS: readonly Other[] = [
    ['a throttle without end', /^sts/, sts('Throttling', 'Rate exceeded'), /limits the number of requests/, /later/],
    ['429 without end', /^api\.ecr/, { status: 429, body: '' }, /limits the number of requests/, /later/],
    ['STS out of order', /^sts/, { status: 503, body: '<html>' }, /not available \(status 503\)/, /status page/],
    [
      'a region without STS',
      /^sts/,
      sts('RegionDisabledException', '', 403),
      /disabled in this region/,
      /Activate STS/,
    ],
    ['a policy that is too long', /^sts/, sts('PackedPolicyTooLarge'), /session policy/, /Shorten/],
    [
      'what nobody has documented',
      /^sts/,
      sts('Surprise', 'Hello.'),
      /rejects this request \(status 400: Surprise Hello\)/,
      /docs\/keyless\.md/,
    ],
    [
      'a redirect',
      /^sts/,
      { status: 307, headers: { location: 'https://evil.example/' }, body: '' },
      /status 307/,
      /docs/,
    ],
    [
      'an answer that is no XML',
      /^sts/,
      { status: 200, body: '{}' },
      /Amazon STS cannot be used: it does not say when/,
      /proxy/,
    ],
    [
      'keys that are missing',
      /^sts/,
      { status: 200, body: '<Expiration>2026-11-20T13:00:00Z</Expiration>' },
      /it has no token/,
      /proxy/,
    ],
    [
      'a header smuggled into a token',
      /^sts/,
      {
        status: 200,
        body: '<Expiration>2026-11-20T13:00:00Z</Expiration><SecretAccessKey>a\r\nb: c</SecretAccessKey>',
      },
      /has no token/,
      /proxy/,
    ],
    [
      'a role without the right to sign in',
      /^api\.ecr/,
      ecr('AccessDeniedException', 'not authorized to perform: ecr:GetAuthorizationToken'),
      /may not sign in to the registry/,
      /ecr:GetAuthorizationToken/,
    ],
    [
      'keys that the region does not know',
      /^api\.ecr/,
      ecr('com.amazon.coral#UnrecognizedClientException'),
      /region does not know the keys.*: UnrecognizedClientException why/,
      /partition/,
    ],
    ['keys that have run out', /^api\.ecr/, ecr('ExpiredTokenException'), /keys of the role have expired/, /clock/],
    [
      'a clock that is wrong',
      /^api\.ecr/,
      ecr('InvalidSignatureException', 'Signature expired: 20261120T120000Z is now earlier', 403),
      /clock of this runner is wrong/,
      /Correct the clock/,
    ],
    [
      'an answer of ECR that is no JSON',
      /^api\.ecr/,
      { status: 200, body: 'no' },
      /Amazon ECR cannot be used/,
      /proxy/,
    ],
    [
      'a token of ECR for someone else',
      /^api\.ecr/,
      {
        status: 200,
        body: JSON.stringify({ authorizationData: [{ authorizationToken: btoa('root:a-password-of-someone') }] }),
      },
      /not a user and a password/,
      /proxy/,
    ],
    [
      'a host that nobody has',
      /^sts/,
      { error: 'ENOTFOUND' },
      /sts\.eu-west-1\.amazonaws\.com \(Amazon STS\) has no address \(ENOTFOUND\)/,
      /region/,
    ],
    [
      'a connection that is refused',
      /^api\.ecr/,
      { error: 'ECONNREFUSED' },
      /could not be reached \(ECONNREFUSED\)/,
      /firewall/,
    ],
    [
      'an answer longer than any token',
      /^sts/,
      { status: 200, body: 'x'.repeat(300 * 1024) },
      /could not be reached \(no code\): the body is too long/,
      /proxy/,
    ],
  ];
  it.each(OTHERS)('tells %s apart', async (_name, host, mishap, message, hint) => {
    const { failure, clouds, oidc } = start();
    clouds.mishap = (request) => (host.test(request.host) ? mishap : undefined);
    const error = await failure(identity());
    expect(error.code).toBe('EXCHANGE_FAILED');
    expect(error.message).toMatch(message);
    expect(error.hint).toMatch(hint);
    for (const token of oidc.issued) expect(told(error)).not.toContain(token.split('.')[2]);
    expect(clouds.hosts).not.toContain('evil.example');
  });

  it('finds a clock that is wrong by the signature', async () => {
    const { failure, aws } = start(
      { now: () => NOW + 3600_000, roles: { [ROLE]: /^/ } },
      { oidc: { now: () => NOW + 3600_000 } },
    );
    expect((await failure(identity())).message).toContain('the clock of this runner is wrong');
    expect(aws.policies).toHaveLength(1);
  });

  it('quotes no more than a few lines of what it is told', async () => {
    const { failure, clouds } = start();
    clouds.mishap = ({ host }) => (host.startsWith('sts') ? sts('Long', `::error::${'x'.repeat(9000)}`) : undefined);
    const { message } = await failure(identity());
    expect(message.length).toBeLessThan(1500);
    expect(message).not.toMatch(/^::error/m);
  });
});
