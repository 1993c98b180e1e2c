/** Two runs of one job: the older one writes `latest` after the newer one, and restores it by the proof of that. */
import { describe, expect, it } from '@jest/globals';
import type { GitHub } from '../../../../src/github/github.ts';
import { buildImage } from '../../../doubles/registry/images.ts';
import { uriName } from '../../../doubles/sigstore/certificate.ts';
import { endlessLifetime } from '../../doors/endless-lifetime.ts';
import { InMemoryDocker } from '../../doors/in-memory-docker.ts';
import { InMemoryFiles } from '../../doors/in-memory-files.ts';
import { InMemoryKeyless } from '../../doors/in-memory-keyless.ts';
import { InMemoryRegistry } from '../../doors/in-memory-registry.ts';
import { InMemoryReports } from '../../doors/in-memory-reports.ts';
import { InMemoryKeptFiles, InMemorySigning } from '../../doors/in-memory-signing.ts';
import { publish } from '../../doors/publish.ts';
import { RecordedRunner } from '../../doors/recorded-runner.ts';
import { run } from '../../gate/runs.ts';
import { commitAt, imageAt, LineOfCommits } from '../../tags/line-of-commits.ts';

const APP = 'ghcr.io/owner/app';
const REPOSITORY = 'https://github.com/octo/app';
const WORKFLOW = 'octo/app/.github/workflows/publish.yml@refs/heads/main';
const ISSUER = 'https://token.actions.githubusercontent.com';
const [OLDER, NEWER] = [1, 3];
const INPUTS = {
  ...{ image: APP, source: 'app:test', 'moving-tags': 'latest', 'sha-tag': '{sha}', 'git-tags': 'v*', events: 'push' },
  ...{ username: 'ci-bot', password: 'pu$h "t0ken', 'github-token': 'ghs_token', timeout: '30' },
  ...{ proof: 'github', 'trusted-root': 'trusted-root.jsonl' },
};
const runUri = (place: number) => `${REPOSITORY}/actions/runs/${place}/attempts/1`;

class World {
  readonly app = new InMemoryRegistry();
  readonly signing = new InMemorySigning();
  readonly history = new LineOfCommits();

  /** A run for the commit at a place, which has built an image of it. */
  async run(place: number, given: Readonly<Record<string, string>> = {}, image = imageAt(place)) {
    const runner = new RecordedRunner({ ...INPUTS, ...given });
    const sha = commitAt(place);
    const { origin } = runner;
    runner.origin = () => ({ ...origin(), runId: String(place) });
    runner.event = { ...run('push'), sha };
    const keyless = new InMemoryKeyless([]);
    const claims = {
      ...{ iss: ISSUER, sub: 'repo:octo/app', repository: 'octo/app', run_id: String(place), sha },
      ...{ repository_visibility: 'public', job_workflow_ref: WORKFLOW, runner_environment: 'github-hosted' },
    };
    keyless.token = () => `e30.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.c2ln`;
    const name = `https://github.com/${WORKFLOW}`;
    const fields = {
      ...{ issuer: ISSUER, signerUri: name, signerDigest: sha, runner: 'github-hosted', repositoryUri: REPOSITORY },
      ...{ repositoryId: '1', ownerId: '2', commit: sha, ref: 'refs/heads/main', workflowUri: name, event: 'push' },
      runUri: runUri(place),
    };
    this.signing.holder = { names: [uriName(name)], fields };
    this.signing.signedAt = runner.now();
    const docker = new InMemoryDocker('graph-driver', []);
    docker.registryOf = () => this.app;
    docker.build(image, ['app:test']);
    const github = new Proxy({} as GitHub, { get: () => () => Promise.reject(new Error('not asked')) });
    const isWell = await publish({
      ...{ runner, docker, files: new InMemoryFiles(), keyless, github, history: this.history },
      ...{ signing: this.signing.doors, keptFiles: new InMemoryKeptFiles(), reports: new InMemoryReports([]) },
      ...{ openRegistry: async () => this.app, lifetime: endlessLifetime() },
    });
    return { isWell, runner, results: JSON.parse(runner.outputs.results ?? '{}') };
  }

  /** The older run, which the newer one overtakes between its look at the tag and its write. */
  async overtaken(older: Promise<unknown> | undefined, given = {}, image = imageAt(OLDER)) {
    await older;
    const put = this.app.putTag.bind(this.app);
    this.app.putTag = async (tag, to) => {
      if (tag === 'latest') {
        this.app.putTag = put;
        expect(await this.run(NEWER)).toMatchObject({ isWell: true });
        expect(this.app.tags.get('latest')).toBe(imageAt(NEWER).digest);
      }
      return put(tag, to);
    };
    return this.run(OLDER, given, image);
  }
}

describe('a run that has moved a tag over a newer image', () => {
  it('restores that by its proof, and says so', async () => {
    const world = new World();
    const { isWell, runner, results } = await world.overtaken(undefined);
    const { digest } = imageAt(NEWER);
    const healed = { state: 'healed', digest, commit: commitAt(NEWER), run: runUri(NEWER) };
    expect([isWell, world.app.tags.get('latest')]).toEqual([true, digest]);
    expect(results.destinations[0].tags).toMatchObject([{ state: 'written' }, { tag: `${APP}:latest`, ...healed }]);
    expect(runner.outputs).toMatchObject({ digest: imageAt(OLDER).digest, tags: `${APP}:${commitAt(OLDER)}` });
    expect(runner.outputs).not.toHaveProperty('previous-digest');
    const text = expect.stringContaining(`${APP}:latest restored to ${digest}`);
    expect(runner.annotations).toContainEqual({ kind: 'notice', title: 'Tag restored', text });
    expect(runner.summaries).toContain(`<a href="${runUri(NEWER)}">its run</a>`);
  });

  it('does so also where it keeps the image of an earlier run', async () => {
    const world = new World();
    const labels = { 'org.opencontainers.image.revision': commitAt(OLDER) };
    const rebuilt = buildImage({ content: 'rebuilt', labels });
    const keep = { 'if-exists': 'keep' };
    const first = world.run(OLDER, { 'moving-tags': '' });
    const { isWell, results } = await world.overtaken(first, keep, rebuilt);
    expect([isWell, results.destinations[0].tags.at(-1).state]).toEqual([true, 'healed']);
    expect(world.app.tags.get('latest')).toBe(imageAt(NEWER).digest);
  });

  it('is red where no signature verifies', async () => {
    const world = new World();
    world.signing.isTrusted = false;
    const { isWell, runner } = await world.overtaken(undefined);
    expect([isWell, runner.outputs.reason]).toEqual([false, 'TAG_BEHIND']);
    expect(world.app.tags.get('latest')).toBe(imageAt(OLDER).digest);
  });
});
