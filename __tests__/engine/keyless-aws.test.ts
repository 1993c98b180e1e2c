import { beforeEach, describe, expect, it } from '@jest/globals';
import { httpClient } from '../../src/http/client.ts';
import type { HttpClient, HttpRequest } from '../../src/http/http.ts';
import { parseEcrRegistry } from '../../src/image/cloud-registry.ts';
import type { Digest } from '../../src/image/digest.ts';
import type { OwnList } from '../../src/image/own-list.ts';
import { asPrunable } from '../../src/image/prunable.ts';
import { ecrImages } from '../../src/keyless/aws/ecr-images.ts';
import { cloudKeyless } from '../../src/keyless/cloud-keyless.ts';
import type { AwsIdentity } from '../../src/keyless/keyless.ts';
import { Clouds } from '../doubles/clouds/clouds.ts';
import { githubOidc } from '../doubles/clouds/github-oidc.ts';
import { buildImage } from '../doubles/registry/images.ts';
import { describeWithServices } from '../doubles/services.ts';

const ACCOUNT = '123456789012';
const LISTING = ['ecr:DescribeImages', 'ecr:GetAuthorizationToken'];
const RIGHTS = { Effect: 'Allow', Action: 'ecr:GetAuthorizationToken', Resource: '*' };

/** An identity at a registry in a region, with a role of the account there. */
function identity(region: string, role = 'push'): AwsIdentity {
  const domain = region.startsWith('cn-') ? 'amazonaws.com.cn' : 'amazonaws.com';
  const registry = `${ACCOUNT}.dkr.ecr.${region}.${domain}`;
  const ecr = parseEcrRegistry(registry);
  if (ecr === undefined) throw new Error(`${registry} is not of ECR`);
  const roleArn = `arn:${ecr.partition.id}:iam::${ACCOUNT}:role/${role}`;
  return { type: 'aws-ecr', registry, ecr, roleArn, audience: undefined };
}

/**
 * The emulator verifies no web identity: that our own double does. What it proves is that what we send is what AWS's
 * own implementation of signatures computes from it (botocore), and that the rights of the role decide.
 */
describeWithServices('signing in to Amazon ECR by way of an emulator', ({ aws }) => {
  const signal = new AbortController().signal;
  const http = httpClient({ signal });
  const ask = async (path: string, body: string, headers: Readonly<Record<string, string>> = {}) => {
    const stream = await http.open({ method: 'POST', url: new URL(path, aws.origin), headers, body, limit: 1 << 20 });
    stream.cancel();
    if (stream.status !== 200) throw new Error(`the emulator answers ${stream.status}`);
  };
  const iam = (fields: Readonly<Record<string, string>>) =>
    ask('/', new URLSearchParams({ Version: '2010-05-08', ...fields }).toString(), {
      'content-type': 'application/x-www-form-urlencoded',
      // Which service is meant, the emulator reads here.
      authorization:
        'AWS4-HMAC-SHA256 Credential=admin/20260101/us-east-1/iam/aws4_request, SignedHeaders=, Signature=',
    });
  const ecr = (operation: string, fields: object) =>
    ask('/', JSON.stringify(fields), {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': `AmazonEC2ContainerRegistry_V20150921.${operation}`,
      host: 'api.ecr.eu-west-1.amazonaws.com',
      authorization:
        'AWS4-HMAC-SHA256 Credential=admin/20260101/eu-west-1/ecr/aws4_request, SignedHeaders=, Signature=',
    });
  const policy = (...Statement: readonly unknown[]) => JSON.stringify({ Version: '2012-10-17', Statement });

  beforeEach(async () => {
    await ask('/moto-api/reset-auth', 'inf');
    await ask('/moto-api/reset', '');
    for (const [RoleName, rights] of [
      ['push', RIGHTS],
      ['powerless', { ...RIGHTS, Action: 's3:GetObject' }],
      ['reader', { ...RIGHTS, Action: LISTING }],
      ['pruner', { ...RIGHTS, Action: [...LISTING, 'ecr:BatchDeleteImage'] }],
    ] as const) {
      await iam({ Action: 'CreateRole', RoleName, AssumeRolePolicyDocument: policy() });
      await iam({ Action: 'PutRolePolicy', RoleName, PolicyName: 'ecr', PolicyDocument: policy(rights) });
    }
    await ecr('CreateRepository', { repositoryName: 'team/app' });
    // STS is asked without a signature, and from then on everything is verified.
    await ask('/moto-api/reset-auth', '1');
  });

  function start(change: (request: HttpRequest) => HttpRequest = (request) => request) {
    const oidc = githubOidc({ now: Date.now });
    const clouds = new Clouds([oidc.service]);
    const github = clouds.http();
    const asked: HttpRequest[] = [];
    const toEmulator: HttpClient = {
      open: async (request) => {
        if (request.url.host.endsWith('.actions.githubusercontent.com')) return github.open(request);
        asked.push(request);
        const { url, headers, ...rest } = change(request);
        return http.open({ ...rest, url: new URL(url.pathname, aws.origin), headers: { ...headers, host: url.host } });
      },
      close: () => {},
    };
    const environment = () => oidc.environment;
    const given = { signal, mask: () => {}, http: toEmulator, environment };
    const keyless = cloudKeyless(given);
    return {
      asked,
      list: (role: string, path = 'team/app') => {
        const who = identity('eu-west-1', role);
        const actions = role === 'pruner' ? 'pull,delete' : 'pull';
        return ecrImages({ ...given, identity: who, repository: { registry: who.registry, path }, actions });
      },
      fetch: (who: AwsIdentity) => keyless.credential(who, { registry: who.registry, path: 'team/app' }),
    };
  }

  it.each(['eu-west-1', 'us-east-1', 'ap-southeast-2'])('gives the password of the registry in %s', async (region) => {
    const { fetch, asked } = start();
    const credential = await fetch(identity(region));
    expect(credential.username).toBe('AWS');
    expect(credential.password.reveal()).toBe(`${ACCOUNT}-auth-token`);
    expect(asked.map(({ url }) => url.host)).toEqual([
      `sts.${region}.amazonaws.com`,
      `api.ecr.${region}.amazonaws.com`,
    ]);
  });

  it('tells a role without the right to sign in', async () => {
    const { fetch } = start();
    await expect(fetch(identity('eu-west-1', 'powerless'))).rejects.toMatchObject({
      code: 'EXCHANGE_FAILED',
      message: expect.stringContaining('the role may not sign in to the registry'),
    });
  });

  it.each<[what: string, change: (request: HttpRequest) => HttpRequest]>([
    ['a body', (request) => ({ ...request, body: '{ }' })],
    [
      'a header',
      ({ headers, ...rest }) => ({ ...rest, headers: { ...headers, 'content-type': 'application/x-amz-json-1.0' } }),
    ],
    ['a region', ({ url, ...rest }) => ({ ...rest, url: new URL(url.href.replace('eu-west-1', 'eu-west-2')) })],
    [
      'a session token',
      ({ headers, ...rest }) => ({ ...rest, headers: { ...headers, 'x-amz-security-token': 'other' } }),
    ],
  ])('is refused when %s is changed on the way: it does verify', async (_what, change) => {
    const { fetch } = start((request) => (request.url.host.startsWith('api.ecr') ? change(request) : request));
    await expect(fetch(identity('eu-west-1'))).rejects.toMatchObject({ code: 'EXCHANGE_FAILED' });
  });

  describe('and deleting there', () => {
    const put = async (content: string, ...tags: readonly string[]) => {
      const image = buildImage({ content });
      const fields = { repositoryName: 'team/app', imageManifest: image.bytes.toString(), imageDigest: image.digest };
      await ask('/moto-api/reset-auth', 'inf');
      for (const imageTag of tags) await ecr('PutImage', { ...fields, imageTag });
      await ask('/moto-api/reset-auth', '1');
      return image.digest as Digest;
    };
    const shown = async (own: OwnList) =>
      (await own.listManifests()).manifests.map(({ digest, tags }) => [digest, [...tags].sort()]).toSorted();

    it('takes an image by its digest, with all its tags and nothing else', async () => {
      const [one, other] = [await put('one', 'a', 'b'), await put('other', 'c')];
      const own = start().list('pruner');
      expect(await own.mayDelete()).toBe(true);
      expect(await shown(own)).toEqual(
        [
          [one, ['a', 'b']],
          [other, ['c']],
        ].toSorted(),
      );
      expect(await own.remove(asPrunable(one))).toEqual({ kind: 'sent' });
      expect(await shown(own)).toEqual([[other, ['c']]]);
      // What is gone already is no failure.
      expect(await own.remove(asPrunable(one))).toEqual({ kind: 'sent' });
    });

    it('is refused to a role that may list alone, before and while', async () => {
      const one = await put('one', 'a');
      const own = start().list('reader');
      expect(await own.mayDelete()).toBe(false);
      expect(await own.remove(asPrunable(one))).toMatchObject({ kind: 'refused', error: { code: 'REGISTRY_DENIED' } });
      expect(await shown(own)).toEqual([[one, ['a']]]);
    });

    it('tells a repository that is not there', async () => {
      await expect(start().list('pruner', 'team/none').listManifests()).rejects.toMatchObject({
        code: 'REPOSITORY_MISSING',
      });
    });

    it('tells a role without any right', async () => {
      await expect(start().list('powerless').listManifests()).rejects.toMatchObject({ code: 'REGISTRY_DENIED' });
    });

    it('is not taken when it was changed on the way', async () => {
      const one = await put('one', 'a');
      const change = (request: HttpRequest) =>
        request.headers['x-amz-target']?.endsWith('BatchDeleteImage') === true
          ? { ...request, body: String(request.body).replace(/sha256:[0-9a-f]{64}/, one) }
          : request;
      const own = start(change).list('pruner');
      const other = await put('other', 'b');
      expect(await own.remove(asPrunable(other))).toMatchObject({ kind: 'refused' });
      expect(await shown(own)).toHaveLength(2);
    });
  });
});
