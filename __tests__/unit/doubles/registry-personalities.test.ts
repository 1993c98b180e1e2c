import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import { ACCEPT, basic, bearer, type Reply, send } from '../../conformance/support/raw-client.ts';
import type { Authentication } from '../../doubles/registry/authentication.ts';
import { sha256 } from '../../doubles/registry/digest.ts';
import { buildImage, type Image } from '../../doubles/registry/images.ts';
import { MANIFEST } from '../../doubles/registry/media-types.ts';
import { PERSONALITIES, type PersonalityName } from '../../doubles/registry/personalities/by-name.ts';
import { type Registry, type RegistryOptions, startRegistry } from '../../doubles/registry/start-registry.ts';

const USERS = {
  admin: 'root',
  'ci-bot': { password: 'pw', access: { 'team/app': ['pull', 'push'] } },
  reader: { password: 'pw', access: { 'team/app': ['pull'] } },
} as const;

type Visit = {
  readonly registry: Registry;
  readonly image: Image;
  /** A request on team/app, or on another repository, as `ci-bot` or somebody else. */
  ask(method: string, path: string, more?: Ask): Promise<Reply>;
};
type Ask = {
  readonly as?: keyof typeof USERS | 'nobody';
  readonly repository?: string;
  readonly actions?: string;
  readonly body?: Buffer | string;
  readonly headers?: Readonly<Record<string, string>>;
};

function authOf(personality: PersonalityName): Authentication {
  const kind = (PERSONALITIES[personality].signIn as readonly string[]).includes('token') ? 'token' : 'basic';
  return { kind, users: USERS } as Authentication;
}

/** Visits a registry of this make that has team/app:v1, signing in as it wants it. */
async function visit(
  personality: PersonalityName,
  options: RegistryOptions,
  story: (visit: Visit) => Promise<void>,
): Promise<void> {
  const auth = authOf(personality);
  await using registry = await startRegistry({ personality, auth, ...options });
  const image = registry.repository('team/app').putImage({ tag: 'v1' });
  const { path, service } = PERSONALITIES[personality].token;
  const ask = async (method: string, path_: string, more: Ask = {}): Promise<Reply> => {
    const { as = 'ci-bot', repository = 'team/app', actions = 'pull,push', body, headers = {} } = more;
    const user = as === 'nobody' ? undefined : USERS[as];
    const login = user === undefined ? {} : basic(as, typeof user === 'string' ? user : user.password);
    const scope = `repository:${repository}:${actions}`;
    const token = async (): Promise<Record<string, string>> => {
      const query = new URLSearchParams({ service, scope });
      const reply = await send('GET', `${registry.tokenOrigin}${path}?${query}`, { headers: login });
      const { token = '', access_token = '' } = reply.json() as { token?: string; access_token?: string };
      return bearer(token || access_token);
    };
    const credential = user === undefined || auth.kind !== 'token' ? login : await token();
    const url = path_.startsWith('/v2/') ? path_ : `/v2/${repository}/${path_}`;
    const question = {
      headers: { accept: ACCEPT, ...credential, ...headers },
      ...(body === undefined ? {} : { body }),
    };
    return send(method, `${registry.origin}${url}`, question);
  };
  await story({ registry, image, ask });
  expect(registry.violations).toEqual([]);
}

const firstError = (reply: Reply): unknown => (reply.json() as { errors: unknown[] }).errors[0];
const putManifest = (
  ask: Visit['ask'],
  reference: string,
  { bytes, mediaType }: Image,
  more: Ask = {},
): Promise<Reply> =>
  ask('PUT', `manifests/${reference}`, { body: bytes, headers: { 'content-type': mediaType }, ...more });

/** A tag that may not move, and what each make says of it; `same`: may the same image be pushed again? */
type Frozen = { readonly status: number; readonly error: Record<string, unknown>; readonly same: boolean };
const FROZEN: Readonly<Record<PersonalityName, Frozen>> = {
  conformant: { status: 409, error: { code: 'DENIED', message: 'tag v1 is immutable' }, same: true },
  distribution: { status: 409, error: { code: 'DENIED', message: 'tag v1 is immutable' }, same: true },
  'distribution-3': { status: 409, error: { code: 'DENIED', message: 'tag v1 is immutable' }, same: true },
  'docker-hub': { status: 403, error: { code: 'DENIED' }, same: true },
  harbor: {
    status: 412,
    error: {
      code: 'PRECONDITION',
      message: "Failed to process request due to 'team/app:v1' configured as immutable.",
    },
    same: false,
  },
  nexus: { status: 400, error: { message: 'Repository does not allow updating assets: team/app' }, same: true },
  gitea: { status: 409, error: { code: 'DENIED' }, same: true },
  zot: { status: 403, error: { code: 'DENIED', message: 'requested access to the resource is denied' }, same: true },
  ecr: {
    status: 400,
    error: {
      code: 'TAG_INVALID',
      message:
        "The image tag 'v1' already exists in the 'team/app' repository and cannot be overwritten because the repository is immutable.",
    },
    same: false,
  },
  acr: { status: 405, error: { code: 'REGISTRY_DISALLOWED_OPERATION' }, same: false },
  'artifact-registry': {
    status: 400,
    error: {
      code: 'MANIFEST_INVALID',
      message: 'cannot update tag v1. The repository has enabled tag immutability',
    },
    same: true,
  },
  ghcr: { status: 409, error: { code: 'DENIED' }, same: true },
  quay: {
    status: 409,
    error: {
      code: 'TAG_IMMUTABLE',
      message: 'tag is immutable and cannot be overwritten',
      detail: { message: "tag 'v1' is immutable" },
    },
    same: true,
  },
  artifactory: {
    status: 403,
    error: { code: 'UNAUTHORIZED', message: expect.stringContaining('DELETE permission') },
    same: true,
  },
};

const NAMES = Object.keys(PERSONALITIES) as PersonalityName[];

describe('every make', () => {
  test.each(NAMES)('%s takes a push and gives it back', async (name) => {
    await visit(name, { repositories: ['team/app'] }, async ({ ask, registry }) => {
      const image = buildImage({ content: 'pushed' });
      for (const { bytes, digest } of [image.config, ...image.layers]) {
        const opened = await ask('POST', 'blobs/uploads/');
        expect(opened.status).toBe(202);
        const location = new URL(opened.headers.location ?? '', registry.origin);
        const put = await ask('PUT', `${location.pathname}${location.search}&digest=${digest}`, { body: bytes });
        expect(put.status).toBe(201);
      }
      expect((await putManifest(ask, 'v2', image)).status).toBe(201);
      expect((await ask('GET', 'manifests/v2')).body).toEqual(image.bytes);
      expect(registry.repository('team/app').tags.get('v2')).toBe(image.digest);
    });
  });

  test.each(NAMES)('%s refuses to move an immutable tag in its own words', async (name) => {
    const { status, error, same } = FROZEN[name];
    await visit(name, { immutableTags: true }, async ({ ask, image, registry }) => {
      const other = registry.repository('team/app').putImage({ content: 'other' });
      const refused = await putManifest(ask, 'v1', other);
      expect(refused.status).toBe(status);
      expect(firstError(refused)).toMatchObject(error);
      expect((await putManifest(ask, 'v1', image)).status).toBe(same ? 201 : status);
      expect(registry.repository('team/app').tags.get('v1')).toBe(image.digest);
    });
  });

  test.each<[PersonalityName, number, string | undefined, string | undefined]>([
    ['conformant', 401, 'Bearer', 'UNAUTHORIZED'],
    ['distribution', 401, 'Bearer', 'UNAUTHORIZED'],
    ['distribution-3', 401, 'Bearer', 'UNAUTHORIZED'],
    ['docker-hub', 401, 'Bearer', 'UNAUTHORIZED'],
    ['harbor', 401, 'Basic', 'UNAUTHORIZED'],
    ['nexus', 401, 'Bearer', 'UNAUTHORIZED'],
    ['ecr', 403, undefined, undefined],
    ['acr', 401, 'Bearer', 'UNAUTHORIZED'],
    ['artifact-registry', 403, undefined, 'DENIED'],
    ['ghcr', 403, undefined, 'DENIED'],
    ['quay', 401, 'Bearer', 'UNAUTHORIZED'],
    ['artifactory', 403, undefined, 'DENIED'],
  ])('%s answers %i to a push without the right to it', async (name, status, scheme, code) => {
    await visit(name, {}, async ({ ask }) => {
      const reply = await ask('POST', 'blobs/uploads/', { as: 'reader' });
      expect(reply.status).toBe(status);
      expect(reply.headers['www-authenticate']?.split(' ')[0]).toBe(scheme);
      expect(reply.body.length === 0 ? undefined : reply.code()).toBe(code);
    });
  });
});

type Challenges = { readonly basic?: string; readonly bearer?: string };
const CHALLENGES: Readonly<Record<PersonalityName, Challenges>> = {
  conformant: { basic: 'Basic realm="registry"', bearer: 'Bearer realm="TOKENS/token",service="registry.test"' },
  distribution: { basic: 'Basic realm="registry-realm"', bearer: 'Bearer realm="TOKENS/token",service="registry"' },
  'distribution-3': { basic: 'Basic realm="registry-realm"', bearer: 'Bearer realm="TOKENS/token",service="registry"' },
  'docker-hub': { bearer: 'Bearer realm="TOKENS/token",service="registry.docker.io"' },
  harbor: { basic: 'Basic realm="harbor"', bearer: 'Bearer realm="TOKENS/service/token",service="harbor-registry"' },
  nexus: {
    basic: 'BASIC realm="Sonatype Nexus Repository Manager"',
    bearer: 'Bearer realm="TOKENS/v2/token",service="nexus"',
  },
  ecr: { basic: 'Basic realm="https://123456789012.dkr.ecr.eu-central-1.amazonaws.com/",service="ecr.amazonaws.com"' },
  acr: {
    basic: 'Basic realm="Azure Container Registry"',
    bearer: 'Bearer realm="TOKENS/oauth2/token",service="example.azurecr.io"',
  },
  'artifact-registry': {
    basic: 'Basic realm="registry"',
    bearer: 'Bearer realm="TOKENS/v2/token",service="europe-docker.pkg.dev"',
  },
  ghcr: {
    basic: 'Basic realm="registry"',
    bearer: 'Bearer realm="TOKENS/token",service="ghcr.io",scope="repository:user/image:pull"',
  },
  gitea: {
    bearer:
      'Bearer realm="TOKENS/v2/token",service="container_registry",scope="*", Basic realm="Gitea Container Registry"',
  },
  zot: { basic: 'Basic realm="zot"', bearer: 'Bearer realm="TOKENS/zot/auth/token",service="zot"' },
  quay: { basic: 'Basic realm="registry"', bearer: 'Bearer realm="TOKENS/v2/auth",service="quay.io"' },
  artifactory: {
    basic: 'Basic realm="Artifactory Realm"',
    bearer: 'Bearer realm="TOKENS/artifactory/api/docker/docker-local/v2/token",service="artifactory"',
  },
};

/** Statuses of: referrers, deletion by tag, deletion by digest, a mount that cannot be; and is a subject confirmed? */
const FEATURES: Readonly<Record<PersonalityName, readonly [number, number, number, number, boolean]>> = {
  conformant: [200, 202, 202, 202, true],
  distribution: [404, 400, 202, 202, false],
  'distribution-3': [404, 202, 202, 202, false],
  'docker-hub': [200, 405, 405, 400, true],
  harbor: [200, 400, 202, 400, true],
  nexus: [404, 202, 202, 202, false],
  ecr: [404, 202, 202, 202, true],
  acr: [200, 202, 202, 202, true],
  'artifact-registry': [200, 202, 202, 202, true],
  ghcr: [404, 405, 405, 202, false],
  quay: [200, 202, 202, 202, false],
  gitea: [200, 202, 202, 202, true],
  zot: [200, 202, 202, 202, true],
  artifactory: [200, 202, 202, 202, true],
};

describe('every make, by table', () => {
  test.each(NAMES)('%s has its own name', (name) => {
    expect(PERSONALITIES[name].name).toBe(name);
  });

  test.each(NAMES)('%s asks for a sign-in in its own form', async (name) => {
    for (const kind of ['basic', 'token'] as const) {
      const expected = CHALLENGES[name][kind === 'basic' ? 'basic' : 'bearer'];
      const starting = startRegistry({ personality: name, auth: { kind, users: USERS } });
      if (expected === undefined) {
        await expect(starting).rejects.toThrow(kind);
        continue;
      }
      await using registry = await starting;
      const { headers, status } = await send('GET', `${registry.origin}/v2/`);
      expect([status, headers['www-authenticate']]).toEqual([401, expected.replace('TOKENS', registry.tokenOrigin)]);
    }
  });

  test.each(NAMES)('%s has the features that it has', async (name) => {
    await visit(name, {}, async ({ ask, image, registry }) => {
      const repository = registry.repository('team/app');
      const subject = { mediaType: image.mediaType, digest: image.digest, size: image.bytes.length };
      const referrer = repository.putImage({ subject });
      const mount = `blobs/uploads/?mount=${sha256('x')}&from=team/app`;
      // Quay knows no scope named "delete".
      const more = { as: 'admin', actions: name === 'quay' ? '*' : 'delete' } as const;
      expect([
        (await ask('GET', `referrers/${image.digest}`)).status,
        (await ask('DELETE', 'manifests/v1', more)).status,
        (await ask('DELETE', `manifests/${image.digest}`, more)).status,
        (await ask('POST', mount)).status,
        (await putManifest(ask, referrer.digest, referrer)).headers['oci-subject'] === image.digest,
      ]).toEqual(FEATURES[name]);
    });
  });

  test.each<[PersonalityName, string | undefined]>([
    ['conformant', '1'],
    ['docker-hub', undefined],
    ['acr', '2'],
  ])('%s limits with Retry-After %s', async (name, after) => {
    await visit(name, {}, async ({ ask, registry }) => {
      registry.fault({ match: { kind: 'tag' }, act: { kind: 'refuse', situation: 'rate-limited' } });
      const reply = await ask('GET', 'manifests/v1');
      expect([reply.status, reply.code(), reply.headers['retry-after']]).toEqual([429, 'TOOMANYREQUESTS', after]);
    });
  });
});

test('docker-hub: the token service is elsewhere, limits are told, nothing can be deleted', async () => {
  await visit('docker-hub', {}, async ({ ask, registry }) => {
    const challenge = (await ask('GET', '/v2/', { as: 'nobody' })).headers['www-authenticate'];
    expect(challenge).toBe(`Bearer realm="${registry.tokenOrigin}/token",service="registry.docker.io"`);
    expect(registry.tokenOrigin).not.toBe(registry.origin);
    expect((await ask('HEAD', 'manifests/v1')).headers['ratelimit-limit']).toBe('100;w=21600');
    registry.fault({ match: { kind: 'tag' }, act: { kind: 'refuse', situation: 'rate-limited' } });
    const limited = await ask('GET', 'manifests/v1');
    expect([limited.status, JSON.stringify(firstError(limited))]).toEqual([
      429,
      expect.stringContaining('pull rate limit'),
    ]);
    const mount = await ask('POST', `blobs/uploads/?mount=${sha256('x')}`);
    expect(mount.status).toBe(400);
  });
});

describe('harbor', () => {
  test('locations are relative', async () => {
    await visit('harbor', {}, async ({ ask, image }) => {
      const put = await putManifest(ask, 'v2', image);
      expect(put.headers.location).toBe(`/v2/team/app/manifests/${image.digest}`);
      expect((await ask('POST', 'blobs/uploads/')).headers.location).toMatch(/^\/v2\/team\/app\/blobs\/uploads\//);
    });
  });

  test('a missing right is named, and asks for Basic', async () => {
    await visit('harbor', {}, async ({ ask }) => {
      const reply = await ask('POST', 'blobs/uploads/', { as: 'reader' });
      expect(reply.headers['www-authenticate']).toBe('Basic realm="harbor"');
      expect(firstError(reply)).toMatchObject({ message: 'unauthorized to access repository: team/app, action: push' });
    });
  });

  test('the token tells all that the user may do, whatever was asked', async () => {
    await visit('harbor', {}, async ({ registry }) => {
      const query = new URLSearchParams({ service: 'harbor-registry', scope: 'repository:team/app:pull' });
      await send('GET', `${registry.origin}/service/token?${query}`, { headers: basic('admin', 'root') });
      expect(registry.tokens[0]?.grants).toEqual([
        { type: 'repository', name: 'team/app', actions: ['pull', 'push', 'delete'] },
      ]);
    });
  });

  test('a policy stops a pull with 412, a quota a push with 403', async () => {
    await visit('harbor', {}, async ({ ask, registry }) => {
      registry.fault({ match: { kind: 'tag' }, act: { kind: 'refuse', situation: 'pull-policy' } });
      registry.fault({ match: { kind: 'tag' }, act: { kind: 'refuse', situation: 'quota' } });
      const policy = await ask('GET', 'manifests/v1');
      expect([policy.status, policy.code()]).toEqual([412, 'PROJECTPOLICYVIOLATION']);
      expect((await ask('GET', 'manifests/v1')).status).toBe(403);
    });
  });
});

test('nexus: BASIC in capitals, and a HEAD by digest that fails', async () => {
  const auth = { kind: 'basic', users: USERS } as const;
  await using registry = await startRegistry({ personality: 'nexus', auth });
  const asked = await send('GET', `${registry.origin}/v2/`);
  expect(asked.headers['www-authenticate']).toBe('BASIC realm="Sonatype Nexus Repository Manager"');
  await visit('nexus', {}, async ({ ask, image }) => {
    expect((await ask('HEAD', `manifests/${image.digest}`)).status).toBe(500);
    expect((await ask('GET', `manifests/${image.digest}`)).status).toBe(200);
    expect((await ask('HEAD', 'manifests/v1')).status).toBe(200);
  });
});

describe('ecr', () => {
  test('knows Basic alone, and refuses a wrong password without a word', async () => {
    await expect(startRegistry({ personality: 'ecr', auth: { kind: 'token', users: USERS } })).rejects.toThrow('token');
    await visit('ecr', {}, async ({ ask, registry }) => {
      const asked = await ask('GET', '/v2/', { as: 'nobody' });
      expect(asked.headers['www-authenticate']).toMatch(/^Basic realm="https:.*",service="ecr\.amazonaws\.com"$/);
      const wrong = await send('GET', `${registry.origin}/v2/`, { headers: basic('ci-bot', 'old') });
      expect([wrong.status, wrong.body.length, wrong.headers['www-authenticate']]).toEqual([403, 0, undefined]);
    });
  });

  test('a repository must exist', async () => {
    await visit('ecr', {}, async ({ ask }) => {
      const reply = await ask('POST', 'blobs/uploads/', { repository: 'new/app', as: 'admin' });
      expect([reply.status, firstError(reply)]).toEqual([
        404,
        {
          code: 'NAME_UNKNOWN',
          message: "The repository with name 'new/app' does not exist in the registry with id '123456789012'",
        },
      ]);
    });
  });

  test('PATCH answers 201 with a Range that stands still, and a HEAD tells no digest', async () => {
    await visit('ecr', {}, async ({ ask }) => {
      const opened = new URL((await ask('POST', 'blobs/uploads/')).headers.location ?? '');
      const path = `${opened.pathname}${opened.search}`;
      const chunk = await ask('PATCH', path, { body: 'abc', headers: { 'content-range': '0-2' } });
      expect([chunk.status, chunk.headers.range]).toEqual([201, '0-0']);
      // Docker streams without a Content-Range, and believes what the answer says.
      const streamed = await ask('PATCH', path, { body: 'def' });
      expect([streamed.status, streamed.headers.range]).toEqual([201, '0-5']);
      expect((await ask('HEAD', 'manifests/v1')).headers['docker-content-digest']).toBeUndefined();
    });
  });

  test('converts by tag to the type that is accepted, never by digest', async () => {
    await visit('ecr', {}, async ({ ask, image }) => {
      const headers = { accept: MANIFEST.docker };
      const byTag = await ask('GET', 'manifests/v1', { headers });
      expect(byTag.headers['content-type']).toBe(MANIFEST.docker);
      expect(byTag.headers['docker-content-digest']).toBe(sha256(byTag.body));
      expect(sha256(byTag.body)).not.toBe(image.digest);
      expect(sha256((await ask('GET', `manifests/${image.digest}`, { headers })).body)).toBe(image.digest);
      expect(sha256((await ask('GET', 'manifests/v1')).body)).toBe(image.digest);
    });
  });
});

test('acr: only access_token, without a lifetime, that lives for 75 minutes', async () => {
  let now = 0;
  await using registry = await startRegistry({ personality: 'acr', auth: authOf('acr'), now: () => now });
  const url = `${registry.origin}/oauth2/token?service=example.azurecr.io`;
  const answer = (await send('GET', url, { headers: basic('ci-bot', 'pw') })).json() as { access_token: string };
  expect(Object.keys(answer)).toEqual(['access_token']);
  now = 4_499_000;
  const headers = bearer(answer.access_token);
  expect((await send('GET', `${registry.origin}/v2/`, { headers })).status).toBe(200);
});

test('artifact-registry: the repository must exist, images in it come with the push; 401 without a challenge', async () => {
  await visit('artifact-registry', { repositories: ['project/repo/*'] }, async ({ ask }) => {
    const as = 'admin';
    expect((await ask('POST', 'blobs/uploads/', { as, repository: 'project/repo/app' })).status).toBe(202);
    const missing = await ask('POST', 'blobs/uploads/', { as, repository: 'project/other/app' });
    expect([missing.status, missing.code()]).toEqual([404, 'NAME_UNKNOWN']);
    const bare = await ask('GET', 'manifests/v1', { as: 'nobody' });
    expect([bare.status, bare.headers['www-authenticate']]).toEqual([401, undefined]);
    expect((await ask('GET', '/v2/', { as: 'nobody' })).headers['www-authenticate']).toMatch(/^Bearer /);
    const denied = await ask('POST', 'blobs/uploads/', { as: 'reader' });
    expect(firstError(denied)).toMatchObject({ message: expect.stringContaining('repositories.uploadArtifacts') });
  });
});

test('ghcr: a placeholder scope, 403 for an absent tag, and chunks of 4 MiB at most', async () => {
  await visit('ghcr', {}, async ({ ask }) => {
    const ping = await ask('GET', '/v2/', { as: 'nobody' });
    expect(ping.headers['www-authenticate']).toContain('scope="repository:user/image:pull"');
    expect((await ask('HEAD', 'manifests/absent')).status).toBe(403);
    expect((await ask('GET', 'manifests/absent')).status).toBe(404);
    const opened = new URL((await ask('POST', 'blobs/uploads/')).headers.location ?? '');
    const body = Buffer.alloc(4 * 1024 * 1024 + 1);
    const path = `${opened.pathname}${opened.search}`;
    const chunk = await ask('PATCH', path, { body, headers: { 'content-range': `0-${body.length - 1}` } });
    expect([chunk.status, chunk.body.toString()]).toEqual([416, expect.stringContaining('4.00MiB')]);
    expect((await ask('PATCH', path, { body })).status).toBe(202);
  });
});

test('quay: odd scopes are errors, a token to push makes the repository, a mount needs its source', async () => {
  await visit('quay', {}, async ({ ask, registry }) => {
    const url = `${registry.origin}/v2/auth?service=quay.io&scope=repository:team/app:delete`;
    const odd = await send('GET', url, { headers: basic('admin', 'root') });
    expect([odd.status, firstError(odd)]).toEqual([
      400,
      {
        code: 'INVALID_REQUEST',
        message: expect.stringContaining('repository:team/app:delete'),
        detail: expect.anything(),
      },
    ]);
    await ask('GET', 'tags/list', { as: 'admin', repository: 'made/up' });
    expect(registry.repository('made/up').exists).toBe(true);
    expect((await ask('POST', `blobs/uploads/?mount=${sha256('x')}`)).status).toBe(400);
  });
});

test('quay: compresses a manifest for whoever takes gzip', async () => {
  await visit('quay', {}, async ({ ask, image }) => {
    const reply = await ask('GET', 'manifests/v1', { headers: { 'accept-encoding': 'gzip' } });
    expect([reply.headers['content-encoding'], gunzipSync(reply.body)]).toEqual(['gzip', image.bytes]);
    const identity = await ask('GET', 'manifests/v1', { headers: { 'accept-encoding': 'identity' } });
    expect([identity.headers['content-encoding'], identity.body]).toEqual([undefined, image.bytes]);
  });
});

test('artifactory: a tag moves only for a user who may delete', async () => {
  await visit('artifactory', {}, async ({ ask, registry }) => {
    const other = registry.repository('team/app').putImage({ content: 'other' });
    const refused = await putManifest(ask, 'v1', other);
    expect([refused.status, refused.code()]).toEqual([403, 'UNAUTHORIZED']);
    expect((await putManifest(ask, 'v1', other, { as: 'admin' })).status).toBe(201);
    expect((await ask('HEAD', 'manifests/absent')).status).toBe(403);
  });
});
