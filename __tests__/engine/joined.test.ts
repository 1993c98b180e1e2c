/**
 * One image from a matrix of real builds: by an engine of each store, which publish their platform under a tag of its own,
 * and by buildx, which hands it over in a file.
 */
import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { expect, it } from '@jest/globals';
import { sha256 } from '../doubles/registry/digest.ts';
import { Runner } from '../doubles/runner.ts';
import { describeWithServices, type Engine, type Registry, type Services } from '../doubles/services.ts';
import { DockerClient } from './support/docker-client.ts';
import { annotations, imageOutputs, outputsOf, publication, REPOSITORY, unique } from './support/job.ts';
import { served } from './support/served.ts';
import { PATIENCE } from './support/until.ts';

const run = promisify(execFile);

const NO_ENGINE: Engine = { name: 'graph-driver', host: 'unix:///nonexistent/docker.sock', buildx: null };

/** The digest of the config of the image that skopeo finds for a platform. */
async function configFor(architecture: string, { host, username, password }: Registry, tag: string): Promise<string> {
  const as = ['--tls-verify=false', '--creds', `${username}:${password}`];
  const args = ['--override-os', 'linux', '--override-arch', architecture, 'inspect', '--config', '--raw', ...as];
  const { stdout } = await run('skopeo', [...args, `docker://${host}/${REPOSITORY}:${tag}`], { encoding: 'buffer' });
  return sha256(stdout);
}

const PLATFORMS = ['amd64', 'arm64', 's390x'] as const;
const EXPECTED = PLATFORMS.map((each) => `linux/${each}`).join(', ');

describeWithServices(
  'joining a matrix of real builds',
  ({ engines: [graphDriver, containerd], registries }: Services) => {
    const rows = [
      { name: 'token', engine: 'auto', parts: registries.token, to: registries.token },
      // What the engine with the containerd store cannot push there as an index, it pushes as the one image of it.
      { name: 'CUE', engine: 'direct', parts: registries.cue, to: registries.cue },
      { name: 'tls, from another registry', engine: 'auto', parts: registries.token, to: registries.tls },
    ];
    it.each(rows)(
      'is one image that every platform gets, complete or not at all ($name)',
      async ({ engine: by, parts, to }) => {
        await using classic = new DockerClient(graphDriver);
        await using modern = new DockerClient(containerd);
        using job = new Runner();
        const ca = job.path('workspace', 'ca.pem');
        writeFileSync(
          ca,
          [parts, to].map((each) => (each.ca === null ? '' : readFileSync(each.ca, 'utf8'))).join('\n'),
        );
        const trusted = parts.ca === null ? {} : { 'ca-file': ca };
        const { event } = publication({ engine: NO_ENGINE, registry: to, inputs: {} });

        // The jobs of the matrix: each builds, and publishes its platform under a tag of its own, or hands a file over.
        const publish = async (engine: Engine, source: string, platform: string) => {
          const inputs = { source, 'sha-tag': `{sha}-${platform}`, 'version-tags': 'none', engine: by, ...trusted };
          return outputsOf(await job.main({ ...publication({ engine, registry: parts, inputs }), event }));
        };
        const [one, two] = [`${unique('app')}:amd64`, `${unique('app')}:arm64`];
        await classic.build(one, event.sha);
        await modern.buildProgram({ name: two, commit: event.sha, platforms: ['linux/arm64'] });
        const archive = job.path('workspace', 's390x.tar');
        await modern.writeArchive(archive, { platform: 'linux/s390x', commit: event.sha });

        const lines = ['amd64', 'arm64'].map((each) => `docker://${parts.host}/${REPOSITORY}:{sha}-${each}`);
        const auth = [...new Set([parts, to])].map(({ host, username, password }) => ({
          registry: host,
          username,
          password,
        }));
        const join = (source: readonly string[]) =>
          job.main({
            ...publication({
              engine: NO_ENGINE,
              registry: { ...to, username: '', password: '' },
              inputs: {
                source: source.join('\n'),
                'registry-auth': JSON.stringify(auth),
                'expected-platforms': EXPECTED,
                'require-revision-label': 'true',
                verify: 'content',
                ...trusted,
              },
            }),
            event,
          });

        const first = await publish(graphDriver, one, 'amd64');
        const missing = await join([...lines, archive]);
        expect([missing.outputs.reason, imageOutputs(missing)]).toEqual(['SOURCE_NOT_FOUND', []]);
        const said = annotations(missing.log, 'error').flatMap((each) => each.lines);
        expect(said.join('\n')).toContain('Missing: linux/arm64.');

        const second = await publish(containerd, two, 'arm64');
        const unlisted = await join(lines);
        expect([unlisted.outputs.reason, imageOutputs(unlisted)]).toEqual(['IDENTITY_MISMATCH', []]);
        expect(await served(to, REPOSITORY, event.sha)).toBeUndefined();

        const outputs = outputsOf(await join([...lines, archive]));
        const proof = await served(to, REPOSITORY, event.sha);
        expect(outputs).toMatchObject({
          reason: 'published',
          digest: proof?.digest,
          platforms: 'linux/amd64,linux/arm64,linux/s390x',
          'image-id': first['image-id'],
        });
        // The attestations of the two that have one stay beside their images.
        const entries = proof?.document.manifests ?? [];
        expect(entries.map(({ platform }) => platform?.architecture)).toEqual([...PLATFORMS, 'unknown', 'unknown']);
        const configs = await Promise.all(
          entries.map(async ({ digest }) => (await served(to, REPOSITORY, digest))?.document.config?.digest),
        );
        expect(configs.slice(0, 2)).toEqual([first['image-id'], second['image-id']]);

        await classic.login(to);
        for (const [at, platform] of PLATFORMS.entries()) {
          expect(await configFor(platform, to, event.sha)).toBe(configs[at]);
          const env = { DOCKER_DEFAULT_PLATFORM: `linux/${platform}` };
          expect(await classic.pull(`${to.host}/${REPOSITORY}:${event.sha}`, { env })).toBe(configs[at]);
        }

        expect(outputsOf(await join([...lines, archive]))).toMatchObject({
          reason: 'already-published',
          digest: outputs.digest,
        });
      },
      PATIENCE,
    );
  },
);
