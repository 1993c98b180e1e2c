import { expect, it } from '@jest/globals';
import { Runner, type StepOptions } from '../doubles/runner.ts';
import { describeWithServices, type Engine, type Registry } from '../doubles/services.ts';
import { DockerClient } from './support/docker-client.ts';
import { leftovers, outputsOf, publication, REPOSITORY, unique } from './support/job.ts';
import { recorded } from './support/recording-proxy.ts';
import { served } from './support/served.ts';
import { PATIENCE } from './support/until.ts';

/** Each level of verification at one of the registries. */
const levels = [
  ['tls', 'graph'],
  ['plain', 'manifest'],
  ['token', 'content'],
  ['other-make', 'content'],
] as const;

describeWithServices('publishing an image that was built', ({ engines, registries }) => {
  const pairs = engines.flatMap((engine) =>
    levels.map(([name, verify]) => ({ engine, name, verify, other: engines.find((one) => one !== engine) })),
  );

  it.concurrent.each(pairs)(
    'works from $engine.name to the registry "$name"',
    async ({ engine, name, verify, other }) => {
      await using docker = new DockerClient(engine);
      await using elsewhere = new DockerClient(other as Engine);
      using job = new Runner();
      const registry = registries[name];
      const source = `${unique('app')}:test`;
      const built = await docker.build(source);
      const config = await docker.configOf(source);
      const [bare, full] = [unique('1.0.0'), unique('v1')];
      const step = publication({
        engine,
        registry,
        inputs: { source, verify, tags: `${bare}\n${registry.host}/${REPOSITORY}:${full}` },
      });

      const main = await job.main(step);
      const outputs = outputsOf(main);
      expect(leftovers(job)).toEqual([]);
      await job.post(step, main.state);
      const proof = await served(registry, REPOSITORY, step.event.sha);
      expect(outputs).toMatchObject({
        pushed: 'true',
        reason: 'published',
        digest: proof?.digest,
        image: `${registry.host}/${REPOSITORY}@${proof?.digest}`,
        'image-id': config,
        tags: [step.event.sha, bare, full].map((tag) => `${registry.host}/${REPOSITORY}:${tag}`).join('\n'),
        'media-type': proof?.mediaType,
        platforms: await docker.platformOf(source),
        verification: verify,
        'subject-name': `${registry.host}/${REPOSITORY}`,
      });
      expect(proof?.document.config?.digest).toBe(config);
      expect(built).toBe(engine.name === 'graph-driver' ? config : proof?.digest);
      for (const tag of [bare, full]) expect(await served(registry, REPOSITORY, tag)).toEqual(proof);
      expect(leftovers(job)).toEqual([]);

      // The other engine has nothing of the image: whatever it has then, the registry has given it.
      await elsewhere.login(registry);
      await elsewhere.pull(outputs.image ?? '');
      expect(await elsewhere.configOf(outputs.image ?? '')).toBe(config);

      const again = await job.main(step);
      expect(outputsOf(again)).toMatchObject({ reason: 'already-published', pushed: 'true', digest: proof?.digest });
      expect(tagStates(again.outputs.results)).toEqual(['already-there', 'already-there', 'already-there']);
    },
    PATIENCE,
  );

  it.concurrent.each(engines)(
    'uploads nothing from $name the second time, and no layer twice for a new tag',
    async (engine) => {
      await using docker = new DockerClient(engine);
      await using registry = await recorded(registries.plain);
      using job = new Runner();
      const source = `${unique('app')}:test`;
      await docker.build(source);
      const step = publication({ engine, registry, inputs: { source } });
      const { digest } = outputsOf(await job.main(step));

      const before = registry.requests.length;
      const second = await job.main(step);
      expect(outputsOf(second)).toMatchObject({ reason: 'already-published', digest });
      expect(writesSince(registry.requests, before)).toEqual([]);

      const tag = unique('1.0.0');
      const third = await job.main(withInputs(step, { tags: tag }));
      expect(outputsOf(third)).toMatchObject({ reason: 'already-published', digest });
      expect(writesSince(registry.requests, before)).toEqual([`PUT /v2/${REPOSITORY}/manifests/${tag}`]);
      expect((await served(registry, REPOSITORY, tag))?.digest).toBe(digest);
    },
    PATIENCE,
  );

  it.concurrent.each(engines)(
    'refuses to move a SHA tag or a version tag of $name',
    async (engine) => {
      await using docker = new DockerClient(engine);
      using job = new Runner();
      const registry: Registry = registries.tls;
      const [source, another, version] = [`${unique('app')}:test`, `${unique('app')}:test`, unique('1.0.0')];
      await docker.build(source);
      await docker.build(another);
      const step = publication({ engine, registry, inputs: { source, tags: version } });
      const outputs = outputsOf(await job.main(step));

      const moved = await job.main(withInputs(step, { source: another }));
      expect([moved.exitCode, moved.outputs.reason]).toEqual([1, 'TAG_EXISTS']);
      const sameVersion = publication({ engine, registry, inputs: { source: another, tags: version } });
      const movedVersion = await job.main(sameVersion);
      expect([movedVersion.exitCode, movedVersion.outputs.reason]).toEqual([1, 'TAG_EXISTS']);

      expect((await served(registry, REPOSITORY, step.event.sha))?.digest).toBe(outputs.digest);
      expect((await served(registry, REPOSITORY, version))?.digest).toBe(outputs.digest);
      expect(await served(registry, REPOSITORY, sameVersion.event.sha)).toBeUndefined();
    },
    PATIENCE,
  );

  it.concurrent.each(engines)(
    'writes nothing in a dry run of $name',
    async (engine) => {
      await using docker = new DockerClient(engine);
      using job = new Runner();
      const source = `${unique('app')}:test`;
      await docker.build(source);
      const step = publication({ engine, registry: registries.tls, inputs: { source, 'dry-run': 'true' } });
      const main = await job.main(step);
      expect(outputsOf(main)).toMatchObject({ pushed: 'false', reason: 'dry-run' });
      expect(await served(registries.tls, REPOSITORY, step.event.sha)).toBeUndefined();
    },
    PATIENCE,
  );
});

function tagStates(results = ''): readonly string[] {
  const { destinations } = JSON.parse(results) as { destinations: { tags: { state: string }[] }[] };
  return destinations.flatMap(({ tags }) => tags.map(({ state }) => state));
}

function writesSince(requests: readonly { method: string; path: string }[], from: number): readonly string[] {
  return requests
    .slice(from)
    .filter(({ method }) => method !== 'GET' && method !== 'HEAD')
    .map(({ method, path }) => `${method} ${path}`);
}

function withInputs(step: StepOptions, inputs: Readonly<Record<string, string>>): StepOptions {
  return { ...step, inputs: { ...step.inputs, ...inputs } };
}
