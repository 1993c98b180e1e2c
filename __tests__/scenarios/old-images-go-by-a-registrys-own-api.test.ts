/**
 * The action prune/ at GHCR and at Amazon ECR, which list and delete by APIs of their own: what is kept stays whole, what
 * is old goes, and a dry run asks for nothing that could delete.
 */
import { describe, expect, it, jest } from '@jest/globals';
import { Aws } from '../doubles/clouds/aws.ts';
import { Clouds } from '../doubles/clouds/clouds.ts';
import { EcrImages } from '../doubles/clouds/ecr-images.ts';
import { githubOidc } from '../doubles/clouds/github-oidc.ts';
import { startInternet } from '../doubles/clouds/start-internet.ts';
import { ContainerPackages } from '../doubles/github/container-packages.ts';
import { type Registry, type RegistryOptions, startRegistry } from '../doubles/registry/start-registry.ts';
import { type Event, Runner, SHA, type Step } from '../doubles/runner.ts';

jest.setTimeout(300_000);

const DAY = 86_400_000;
const OLD = { 'org.opencontainers.image.created': '2020-01-01T00:00:00Z' };
const GITHUB = 'run-actions-1.actions.githubusercontent.com';
const TOKEN = 'ghs_of_the_job_0123456789abcdef';
const ECR = '123456789012.dkr.ecr.eu-west-1.amazonaws.com';
const ROLE = 'arn:aws:iam::123456789012:role/prune';
const [old, recent, deployed] = ['a', 'b', 'c'].map((digit) => digit.repeat(40)) as [string, string, string];

const dispatched: Event = {
  name: 'workflow_dispatch',
  ref: 'refs/heads/main',
  sha: SHA,
  payload: { repository: { id: 1, default_branch: 'main', fork: false } },
};

type Played = {
  readonly registry: Registry;
  readonly clouds: Clouds;
  readonly aws: Aws;
  readonly run: (inputs?: Readonly<Record<string, string>>) => Promise<Step>;
};

type Maker = {
  readonly name: string;
  readonly image: string;
  readonly hosts: readonly string[];
  readonly registry: (aws: Aws) => RegistryOptions;
  readonly inputs: Readonly<Record<string, string>>;
};

const makers: readonly Maker[] = [
  {
    name: 'GHCR',
    image: 'ghcr.io/octo/app',
    hosts: ['ghcr.io'],
    registry: () => ({
      personality: 'ghcr',
      auth: {
        kind: 'token',
        users: { bot: { password: TOKEN, access: { 'octo/app': ['pull'] } } },
        realm: 'https://ghcr.io/token',
      },
    }),
    inputs: { username: 'bot', password: TOKEN },
  },
  {
    name: 'ECR',
    image: `${ECR}/octo/app`,
    hosts: [ECR],
    registry: (aws) => ({
      personality: 'ecr',
      auth: { kind: 'basic', users: { AWS: aws.password } },
      repositories: ['octo/app'],
    }),
    inputs: { identity: `- registry: ${ECR}\n  type: aws-ecr\n  role-to-assume: ${ROLE}\n` },
  },
];

/** A repository with an old image, one that is old and deployed, a new one, a version, and something left without a tag. */
async function stage(maker: Maker, story: (played: Played) => Promise<void>): Promise<void> {
  await using stack = new AsyncDisposableStack();
  const young = new Set<string>();
  const pushedAt = (digest: string) => Date.now() - (young.has(digest) ? 0 : 90 * DAY);
  const held = { manifests: new Map(), tags: new Map(), pushedAt };
  const images = new EcrImages({ name: 'octo/app', held });
  const oidc = githubOidc({ now: Date.now });
  const aws = new Aws({ now: Date.now, roles: { [ROLE]: /^repo:octocat\/app:ref:refs\/heads\/main$/ }, images });
  const packages = new ContainerPackages({
    path: 'octo/app',
    owner: 'User',
    held,
    tokens: { [TOKEN]: ['read', 'delete'] },
  });
  const clouds = new Clouds([oidc.service, aws.sts, aws.ecr, packages.service]);
  const registry = stack.use(await startRegistry(maker.registry(aws)));
  const repository = registry.repository('octo/app');
  Object.assign(held, { manifests: repository.manifests, tags: repository.tags });
  const base = { attestations: true, annotations: OLD } as const;
  repository.putIndex({ ...base, content: 'old', tag: old });
  repository.putIndex({ ...base, content: 'deployed', tag: deployed });
  repository.putImage({ content: 'version', annotations: OLD, tag: '1.2.3' });
  repository.putImage({ content: 'left', annotations: OLD });
  const fresh = repository.putIndex({ ...base, content: 'recent', tag: recent });
  for (const { digest } of [fresh, ...fresh.children]) young.add(digest);

  const hosts = [GITHUB, 'api.github.com', 'sts.eu-west-1.amazonaws.com', 'api.ecr.eu-west-1.amazonaws.com'];
  const internet = stack.use(
    await startInternet({ clouds, registry: { hosts: maker.hosts, origin: registry.origin }, hosts }),
  );
  const runner = stack.use(new Runner());
  const always = {
    image: maker.image,
    'keep-newest': '0',
    'max-share': '100 %',
    'keep-digests': `mirror.example/x@${repository.tags.get(deployed)}`,
    ...maker.inputs,
  };
  const env = { ...(oidc.environment as Record<string, string>), ...internet.env };
  await story({
    registry,
    clouds,
    aws,
    run: (inputs = {}) => runner.main({ action: 'prune', event: dispatched, inputs: { ...always, ...inputs }, env }),
  });
  expect(clouds.violations).toEqual([]);
  expect(registry.violations).toEqual([]);
}

/** What was sent to delete something, to whomever. */
const deletions = ({ clouds }: Played) =>
  clouds.requests.filter(
    ({ method, headers }) => method === 'DELETE' || (headers['x-amz-target'] ?? '').endsWith('BatchDeleteImage'),
  );

describe.each(makers)('old images at $name', (maker) => {
  it('go by the date of their push, with all that belongs to them alone', () =>
    stage(maker, async (played) => {
      const repository = played.registry.repository('octo/app');
      const before = new Set(repository.manifests.keys());
      const step = await played.run({ 'dry-run': 'false' });
      expect(step.log).not.toContain('::error');
      expect([...repository.tags.keys()].sort()).toEqual(['1.2.3', recent, deployed].sort());
      // The index, two images with an attestation each, and what was left without a tag.
      expect(before.size - repository.manifests.size).toBe(6);
      expect(step).toMatchObject({ exitCode: 0, outputs: { deleted: '6', failed: '0' } });
      for (const tag of repository.tags.values()) {
        const { manifests = [] } = JSON.parse(repository.manifests.get(tag)?.bytes.toString() ?? '');
        for (const { digest } of manifests) expect(repository.manifests.has(digest)).toBe(true);
      }
      // A second run finds nothing more to do.
      expect(await played.run({ 'dry-run': 'false' })).toMatchObject({ exitCode: 0, outputs: { deleted: '0' } });
    }));

  it('stay in a dry run, which asks for no right to delete', () =>
    stage(maker, async (played) => {
      const step = await played.run();
      expect(step.log).not.toContain('::error');
      expect(JSON.parse(step.outputs.results ?? '').repositories[0].planned).toHaveLength(6);
      expect(deletions(played)).toEqual([]);
      expect(JSON.stringify(played.aws.policies)).not.toMatch(/Delete|Put|Upload/);
      expect(played.registry.repository('octo/app').tags.size).toBe(4);
    }));

  it('go without a push right, and say how it is undone', () =>
    stage(maker, async (played) => {
      const step = await played.run({ 'dry-run': 'false' });
      expect(JSON.stringify(played.aws.policies)).not.toMatch(/Put|Upload/);
      // The registry itself deletes nothing, and is not asked for it.
      const scopes = played.registry.requests.flatMap(({ query }) => query.getAll('scope'));
      expect(scopes.filter((scope) => !scope.endsWith(':pull'))).toEqual([]);
      expect(JSON.parse(step.outputs.results ?? '').repositories[0].undo).toMatch(/30 days|Amazon/);
    }));
});
