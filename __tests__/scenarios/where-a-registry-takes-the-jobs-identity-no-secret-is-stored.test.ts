import { describe, expect, it } from '@jest/globals';
import { Aws } from '../doubles/clouds/aws.ts';
import { Azure } from '../doubles/clouds/azure.ts';
import { Clouds, type Service } from '../doubles/clouds/clouds.ts';
import { DockerHub } from '../doubles/clouds/docker-hub.ts';
import { CLAIMS, githubOidc, SUBJECT_WITH_IDS } from '../doubles/clouds/github-oidc.ts';
import { Google } from '../doubles/clouds/google.ts';
import { startInternet } from '../doubles/clouds/start-internet.ts';
import { startEngine } from '../doubles/engine/start-engine.ts';
import type { FaultMatch } from '../doubles/registry/fault-script.ts';
import { buildImage } from '../doubles/registry/images.ts';
import { cosignSignature, fallbackTagOf, seedAttached } from '../doubles/registry/referrers.ts';
import { type Registry, type RegistryOptions, startRegistry } from '../doubles/registry/start-registry.ts';
import { pushToMain, Runner, SHA, type Step, type StepOptions } from '../doubles/runner.ts';
import { readLog } from '../doubles/runner-log.ts';
import { expectFailed } from './failure.ts';
import { builtImage, filesIn, SOURCE } from './stage.ts';

const TENANT = '409520d4-8100-4d1d-ad47-72432ddcc120';
const CLIENT = '1950a258-227b-4e31-a9cf-717495945fc2';
const CONNECTION = '6f1b1a55-5e0f-4a07-8d7a-2e6b7b1d0c11';
const PROVIDER = 'projects/123456/locations/global/workloadIdentityPools/github/providers/app-main';
const ACCOUNT = 'push@app-1.iam.gserviceaccount.com';
const ROLE = 'arn:aws:iam::123456789012:role/push';
const now = Date.now;
const subject = /^repo:octocat\/app:ref:refs\/heads\/main$/;
const GITHUB = 'run-actions-1.actions.githubusercontent.com';

/** A cloud as a story needs it: its double, the registry that goes with it, and what the user writes. */
type Cloud = {
  readonly image: string;
  readonly identity: string;
  /** Hosts of the registry, and those of the cloud besides it. */
  readonly registryHosts: readonly string[];
  readonly hosts: readonly string[];
  readonly services: readonly Service[];
  readonly registry: RegistryOptions;
  /** What the registry, or the engine, is shown as the password in the end. */
  readonly password: () => string | undefined;
  /** Every token that was given on the way there. */
  readonly tokens: () => readonly string[];
  readonly says: string;
};

/** One user whose password is known only once it was made. */
function userOf(name: string, password: () => string | undefined): Readonly<Record<string, string>> {
  return Object.defineProperty({}, name, { get: () => password() ?? 'nothing was given yet', enumerable: true });
}

function aws(): Cloud {
  const double = new Aws({ now, roles: { [ROLE]: subject } });
  const host = '123456789012.dkr.ecr.eu-west-1.amazonaws.com';
  return {
    image: `${host}/team/app`,
    identity: `- registry: ${host}\n  type: aws-ecr\n  role-to-assume: ${ROLE}\n`,
    registryHosts: [host],
    hosts: ['sts.eu-west-1.amazonaws.com', 'api.ecr.eu-west-1.amazonaws.com'],
    services: [double.sts, double.ecr],
    registry: {
      personality: 'ecr',
      auth: { kind: 'basic', users: { AWS: double.password } },
      repositories: ['team/app', 'team/staging'],
    },
    password: () => double.password,
    tokens: () => [],
    says: `pushing to ${host}/team/app and reading it back`,
  };
}

function azure(): Cloud {
  const host = 'contoso.azurecr.io';
  const double = new Azure({ now, registry: host, tenantId: TENANT, clientId: CLIENT, subject });
  const password = () => double.given.access.at(-1);
  const users = userOf('00000000-0000-0000-0000-000000000000', password);
  return {
    image: `${host}/team/app`,
    identity: `- { registry: ${host}, type: azure-acr, tenant-id: ${TENANT}, client-id: ${CLIENT} }`,
    registryHosts: [host],
    hosts: ['login.microsoftonline.com'],
    services: [double.service],
    registry: {
      personality: 'acr',
      auth: { kind: 'token', users, service: host, realm: `https://${host}/oauth2/token` },
    },
    password,
    tokens: () => [...double.given.entra, ...double.given.refresh],
    says: `only pulling from and pushing to ${host}/team/app`,
  };
}

function google(): Cloud {
  const host = 'europe-west1-docker.pkg.dev';
  const double = new Google({ now, provider: PROVIDER, subject, serviceAccount: ACCOUNT });
  const password = () => double.impersonated.at(-1);
  const users = userOf('oauth2accesstoken', password);
  return {
    image: `${host}/app-1/images/app`,
    identity: `- registry: ${host}\n  type: google-ar\n  workload-identity-provider: ${PROVIDER}\n  service-account: ${ACCOUNT}\n`,
    registryHosts: [host],
    hosts: ['sts.googleapis.com', 'iamcredentials.googleapis.com'],
    services: [double.service],
    registry: {
      personality: 'artifact-registry',
      auth: { kind: 'token', users, realm: `https://${host}/v2/token` },
      repositories: ['app-1/images/app'],
    },
    password,
    tokens: () => double.federated,
    says: `everything that ${ACCOUNT} may do`,
  };
}

function dockerHub(): Cloud {
  const double = new DockerHub({ now, connectionId: CONNECTION, subject });
  const password = () => double.given.at(-1);
  const users = userOf('octo', password);
  return {
    image: 'octo/app',
    identity: `- { registry: docker.io, type: dockerhub, username: octo, connection-id: ${CONNECTION} }`,
    registryHosts: ['registry-1.docker.io', 'docker.io', 'auth.docker.io'],
    hosts: ['identity.docker.com'],
    services: [double.service],
    registry: {
      personality: 'docker-hub',
      auth: { kind: 'token', users, elsewhere: false, realm: 'https://auth.docker.io/token' },
    },
    password,
    tokens: () => [],
    says: 'what the matching rulesets of the connection allow',
  };
}

type Play = {
  readonly step: Step;
  readonly post: Step;
  readonly runner: Runner;
  readonly clouds: Clouds;
  readonly manifest: Buffer | undefined;
  readonly issued: readonly string[];
  /** What the registry was asked. */
  readonly requests: Registry['requests'];
};

type Change = {
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly inputs?: Readonly<Record<string, string>>;
  /** Called with the registry before the step begins. */
  readonly prepare?: (registry: Registry) => void;
};

/** play runs the built action in a world in which there are GitHub, this cloud and its registry, and nobody else. */
async function play(cloud: Cloud, { claims = {}, env = {}, inputs = {}, prepare }: Change = {}): Promise<Play> {
  await using stack = new AsyncDisposableStack();
  const oidc = githubOidc({ now, claims });
  const clouds = new Clouds([oidc.service, ...cloud.services]);
  const registry = stack.use(await startRegistry(cloud.registry));
  prepare?.(registry);
  const internet = stack.use(
    await startInternet({
      clouds,
      registry: { hosts: cloud.registryHosts, origin: registry.origin },
      hosts: [GITHUB, ...cloud.hosts],
    }),
  );
  const engine = stack.use(await startEngine({ internet: internet.port }));
  engine.load(builtImage(), [SOURCE]);
  const runner = stack.use(new Runner());
  const options: StepOptions = {
    inputs: { image: cloud.image, source: SOURCE, identity: cloud.identity, ...inputs },
    event: pushToMain,
    env: { ...(oidc.environment as Record<string, string>), ...engine.env, ...internet.env, RUNNER_DEBUG: '1', ...env },
  };
  const step = await runner.main(options);
  const post = await runner.post(options, step.state);
  expectNoToken({ step, post, runner }, [
    ...oidc.issued,
    ...cloud.tokens(),
    cloud.password() ?? '',
    'request-token-of-the-job',
  ]);
  expect(clouds.violations).toEqual([]);
  registry.assertClean();
  const path = cloud.image.replace(/^[^/]*\.[^/]*\//, '');
  const held = registry.repository(path);
  return {
    step,
    post,
    runner,
    clouds,
    manifest: held.manifests.get(held.tags.get(SHA) ?? '')?.bytes,
    issued: oidc.issued,
    requests: registry.requests,
  };
}

/** No part of any token is in what people and later steps see, nor in a file. */
function expectNoToken(
  { step, post, runner }: Pick<Play, 'step' | 'post' | 'runner'>,
  tokens: readonly string[],
): void {
  const parts = tokens.flatMap((token) => [token, ...token.split('.').slice(1)]).filter((part) => part.length > 10);
  const seen = [step, post].map(({ log, outputs, state, summary }) =>
    JSON.stringify([readLog(log).shown, outputs, state, summary]),
  );
  const files = [...filesIn(runner.folder)].map(([, bytes]) => bytes.toString('latin1'));
  for (const part of parts) {
    for (const form of [part, encodeURIComponent(part), Buffer.from(part).toString('base64').replace(/=+$/, '')]) {
      expect([...seen, ...files].filter((text) => text.includes(form))).toEqual([]);
    }
  }
}

describe.each([
  ['Amazon ECR', aws],
  ['Azure Container Registry', azure],
  ['Google Artifact Registry', google],
  ['Docker Hub', dockerHub],
] as const)('at %s', (_name, make) => {
  it("the job's own identity is enough to publish, and nothing of it is left", async () => {
    const cloud = make();
    const { step, clouds, manifest, issued, post } = await play(cloud);
    expect(step.outputs).toMatchObject({ pushed: 'true', reason: 'published' });
    expect(manifest).toBeDefined();
    expect(step.log).toContain(cloud.says);
    expect(cloud.password()).toBeDefined();
    expect(post.exitCode).toBe(0);
    // Nobody else was asked for anything, and the job's token went to one of them.
    const others = clouds.hosts.filter((host) => ![GITHUB, ...cloud.hosts, ...cloud.registryHosts].includes(host));
    expect(others).toEqual([]);
    const holders = clouds.hosts.filter((host) => issued.some((token) => clouds.sentTo(host).includes(token)));
    expect(holders).toEqual([cloud.hosts[0]]);
  });

  it('a job that the trust setting does not name is told which setting to compare, and with what', async () => {
    const cloud = make();
    const { step, manifest } = await play(cloud, { claims: { sub: SUBJECT_WITH_IDS } });
    const text = expectFailed(step, 'EXCHANGE_FAILED');
    expect(text).toContain(`sub "${SUBJECT_WITH_IDS}"`);
    expect(text).toContain(CLAIMS.job_workflow_ref);
    expect(text).toContain(`trust in "${CLAIMS.sub}" does not match it`);
    expect(manifest).toBeUndefined();
    expect(cloud.password() === undefined || cloud.image.includes('amazonaws')).toBe(true);
  });
});

it('a job without the permission is told how to get it', async () => {
  const cloud = azure();
  const env = { ACTIONS_ID_TOKEN_REQUEST_URL: '', ACTIONS_ID_TOKEN_REQUEST_TOKEN: '' };
  const { step, clouds } = await play(cloud, { env });
  expect(expectFailed(step, 'EXCHANGE_FAILED')).toContain('id-token: write');
  expect(clouds.requests).toEqual([]);
});

/** The registry does not know by which name it is asked, so the Location of an upload must have none. */
function nameNoHost(registry: Registry): void {
  const match = {
    kind: 'upload',
    method: 'POST',
    when: ({ query }) => !query.has('mount'),
  } as const satisfies FaultMatch;
  registry.fault({ match, times: 'always', act: { kind: 'location', form: 'path-only' } });
}

describe.each([
  ['Amazon ECR', aws],
  ['Azure Container Registry', azure],
] as const)('a promotion within %s', (_name, make) => {
  const image = buildImage({ content: 'tested' });
  const signature = cosignSignature('of the image');
  const promote = (cloud: Cloud, prepare?: Change['prepare']) => {
    const [host = ''] = cloud.image.split('/');
    const source = `docker://${host}/team/staging@${image.digest}`;
    return play(cloud, {
      inputs: { source },
      prepare: (registry) => {
        registry.repository('team/staging').putImage({ content: 'tested' });
        prepare?.(registry);
      },
    });
  };
  const uploads = ({ requests }: Play) =>
    requests.filter(({ method, kind }) => kind === 'upload' && ['POST', 'PUT', 'PATCH'].includes(method));

  it('mounts every layer, also of what is attached, and uploads nothing', async () => {
    const played = await promote(make(), (registry) =>
      seedAttached(registry.repository('team/staging'), signature, `${fallbackTagOf(image)}.sig`),
    );
    expect(played.step.outputs).toMatchObject({ reason: 'published', digest: image.digest });
    expect(played.step.log).toContain('and mounting layers from team/staging');
    expect(new Set(uploads(played).map(({ method, status }) => `${method} ${status}`))).toEqual(new Set(['POST 201']));
    const mounted = [image.config, ...image.layers, ...signature.blobs].map(({ digest }) => ['team/staging', digest]);
    expect(uploads(played).map(({ query }) => [query.get('from'), query.get('mount')])).toEqual(
      expect.arrayContaining(mounted),
    );
  });

  it.each([400, 401, 403, 405])('uploads the layers if a mount is refused with %d', async (status) => {
    const played = await promote(make(), (registry) => {
      const act = { kind: 'answer', status } as const;
      registry.fault({ match: { kind: 'upload', when: ({ query }) => query.has('mount') }, times: 'always', act });
      nameNoHost(registry);
    });
    expect(played.step.outputs).toMatchObject({ reason: 'published', digest: image.digest });
  });
});

it('a token service that refuses to let another repository be read stops no promotion', async () => {
  const cloud = azure();
  const source = 'docker://contoso.azurecr.io/team/staging:tested';
  const { step } = await play(cloud, {
    inputs: { source },
    prepare: (registry) => {
      registry.repository('team/staging').putImage({ content: 'tested', tag: 'tested' });
      registry.fault({
        match: { kind: 'token', when: ({ query }) => query.getAll('scope').length > 1 },
        times: 'always',
        act: { kind: 'error', status: 401, code: 'UNAUTHORIZED' },
      });
      nameNoHost(registry);
    },
  });
  expect(step.outputs).toMatchObject({ reason: 'published' });
});
