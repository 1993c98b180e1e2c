/**
 * Podman, as Debian 12 has it: its API behind the docker command, its own command in the place of docker, and the files
 * that it writes. One after the other, since each looks at the whole store: nothing of the user's may go from it.
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { Runner, type Step, type StepOptions } from '../doubles/runner.ts';
import { describeWithServices, type Engine, type Services } from '../doubles/services.ts';
import { annotations, leftovers, outputsOf, publication, REPOSITORY, unique } from './support/job.ts';
import { PodmanClient } from './support/podman-client.ts';
import { served } from './support/served.ts';
import { PATIENCE } from './support/until.ts';

const NO_ENGINE: Engine = { name: 'graph-driver', host: 'unix:///nonexistent/docker.sock', buildx: null };

describeWithServices('Podman', ({ podman, registries, servers }: Services) => {
  const socket: Engine = { ...NO_ENGINE, host: podman.host };

  /** Plays a story with an image that was built, and looks whether all that was in the store before is there after it. */
  async function withImage(
    story: (name: string, id: string, client: PodmanClient) => Promise<void>,
    format: 'oci' | 'docker' = 'oci',
  ): Promise<void> {
    await using client = new PodmanClient(podman);
    const name = `localhost/${unique('app')}:test`;
    const id = await client.build(name, format);
    const before = await client.store();
    await story(name, id, client);
    expect(await client.store()).toEqual(before);
  }

  describe('behind the docker command', () => {
    const rows = [
      { at: 'plain', registry: registries.plain },
      { at: 'token', registry: registries.token },
      { at: 'distribution-3', registry: servers['distribution-3'] },
    ];

    it.each(rows)(
      'has its image published to $at, and keeps it',
      async ({ registry }) => {
        using job = new Runner();
        await withImage(async (source, id) => {
          const step = publication({ engine: socket, registry, inputs: { source } });
          const outputs = outputsOf(await job.main(step));
          const proof = await served(registry, REPOSITORY, step.event.sha);
          expect(outputs).toMatchObject({ reason: 'published', 'image-id': id, digest: proof?.digest });
          expect(proof?.document.config?.digest).toBe(id);
          expect(leftovers(job)).toEqual([]);
        });
      },
      PATIENCE,
    );

    it(
      'has its image found by a short name',
      async () => {
        using job = new Runner();
        const registry = servers['distribution-3'];
        await withImage(async (name, id) => {
          const step = publication({ engine: socket, registry, inputs: { source: name.replace('localhost/', '') } });
          expect(outputsOf(await job.main(step))).toMatchObject({ reason: 'published', 'image-id': id });
        });
      },
      PATIENCE,
    );

    it(
      'has its image published directly, and keeps it',
      async () => {
        using job = new Runner();
        const registry = servers['distribution-3'];
        await withImage(async (source, id) => {
          const step = publication({ engine: socket, registry, inputs: { source, engine: 'direct' } });
          const outputs = outputsOf(await job.main(step));
          const proof = await served(registry, REPOSITORY, step.event.sha);
          expect(outputs).toMatchObject({ reason: 'published', 'image-id': id, digest: proof?.digest });
        });
      },
      PATIENCE,
    );

    it(
      'keeps its image when the step fails',
      async () => {
        using job = new Runner();
        await withImage(async (source) => {
          const registry = { ...servers['distribution-3'], password: 'not the p@ssword' };
          const step = await job.main(publication({ engine: socket, registry, inputs: { source } }));
          expect([step.exitCode, step.outputs.reason]).toEqual([1, 'LOGIN_FAILED']);
        });
      },
      PATIENCE,
    );
  });

  it(
    'in the place of docker is named, with the ways to publish its images',
    async () => {
      using job = new Runner();
      await withImage(async (source) => {
        const { env, ...step } = publication({ engine: NO_ENGINE, registry: registries.plain, inputs: { source } });
        const PATH = [podman.asDocker, process.env.PATH].join(delimiter);
        const main = await job.main({ ...step, env: { ...env, PATH } });
        expect(messageOf(main)).toMatch(/Podman/);
        expect(messageOf(main)).toMatch(/containers-storage:NAME/);
      });
    },
    PATIENCE,
  );

  describe('has its image published from its own store', () => {
    /** A step that finds Podman, and a docker that notes that it was called. */
    function withoutDocker(job: Runner, { env, ...step }: StepOptions): StepOptions {
      const bin = job.path('workspace', 'bin');
      mkdirSync(bin);
      writeFileSync(join(bin, 'docker'), `#!/bin/sh\ntouch ${job.path('workspace', 'called')}\nexit 1\n`, {
        mode: 0o755,
      });
      return { ...step, env: { ...env, PATH: [dirname(podman.program), bin, process.env.PATH].join(delimiter) } };
    }

    const rows = (['oci', 'docker'] as const).flatMap((format) => [
      { format, at: 'token', registry: registries.token },
      { format, at: 'distribution-3', registry: servers['distribution-3'] },
    ]);
    it.each(rows)(
      'as it is, with its ID and for its platform ($format, $at), and again as the same; no docker is asked, and nothing is left',
      async ({ format, registry }) => {
        using job = new Runner();
        await withImage(async (name, id) => {
          const inputs = {
            source: `containers-storage:${name}`,
            'expected-image-id': id,
            'expected-platforms': 'linux/amd64',
            verify: 'content',
          };
          const step = withoutDocker(job, publication({ engine: NO_ENGINE, registry, inputs }));
          const outputs = outputsOf(await job.main(step));
          const proof = await served(registry, REPOSITORY, step.event.sha);
          expect(outputs).toMatchObject({ reason: 'published', 'image-id': id, digest: proof?.digest });
          expect(proof?.document.config?.digest).toBe(id);
          const again = await job.main(step);
          expect(outputsOf(again)).toMatchObject({ reason: 'already-published', digest: outputs.digest });
          expect(again.log).toContain(`The image is Podman's ${name}`);
          expect(existsSync(job.path('workspace', 'called'))).toBe(false);
          expect(leftovers(job)).toEqual([]);
        }, format);
      },
      PATIENCE,
    );

    it(
      'unless it is not there, is a list of several, or is another than was tested',
      async () => {
        using job = new Runner();
        const registry = servers['distribution-3'];
        await withImage(async (name, id, client) => {
          const list = await client.list(name);
          const failed = async (source: string, inputs = {}) => {
            const given = { source: `containers-storage:${source}`, ...inputs };
            const step = publication({ engine: NO_ENGINE, registry, inputs: given });
            const PATH = [dirname(podman.program), process.env.PATH].join(delimiter);
            const main = await job.main({ ...step, env: { ...step.env, PATH } });
            return [main.outputs.reason, messageOf(main)];
          };
          expect(await failed(`${name}-x`)).toEqual(['SOURCE_NOT_FOUND', expect.stringContaining(name)]);
          expect(await failed(list)).toEqual(['SOURCE_INVALID', expect.stringContaining('manifest push --all')]);
          const other = { 'expected-image-id': id.replace(/.$/, (digit) => (digit === '0' ? '1' : '0')) };
          expect(await failed(name, other)).toEqual(['IDENTITY_MISMATCH', expect.stringContaining(id)]);
          expect(leftovers(job)).toEqual([]);
          await client.removeList(list);
        });
      },
      PATIENCE,
    );
  });

  describe('writes files that are published without an engine', () => {
    const forms = [
      { format: 'oci-archive', source: (path: string) => `oci-archive:${path}` },
      { format: 'oci-dir', source: (path: string) => `oci:${path}` },
      { format: 'docker-archive', source: (path: string) => `docker-archive:${path}` },
      { format: 'docker-dir', source: (path: string) => `dir:${path}` },
    ];
    it.each(forms)(
      '$format',
      async ({ format, source }) => {
        using job = new Runner();
        const registry = servers['distribution-3'];
        await withImage(async (name, id, client) => {
          const inputs = { source: source(await client.save(name, format)), verify: 'content' };
          const step = publication({ engine: NO_ENGINE, registry, inputs });
          const outputs = outputsOf(await job.main(step));
          const proof = await served(registry, REPOSITORY, step.event.sha);
          expect(outputs).toMatchObject({ reason: 'published', 'image-id': id, digest: proof?.digest });
        });
      },
      PATIENCE,
    );
  });
});

/** The text of the one error of a step that has failed. */
function messageOf(step: Step): string {
  expect(step.exitCode).toBe(1);
  return annotations(step.log, 'error')
    .flatMap(({ lines }) => lines)
    .join('\n');
}
