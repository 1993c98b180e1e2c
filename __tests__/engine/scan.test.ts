import { writeFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { Runner } from '../doubles/runner.ts';
import { cleanReportOf } from '../doubles/sarif/reports.ts';
import { describeWithServices } from '../doubles/services.ts';
import { DockerClient } from './support/docker-client.ts';
import { outputsOf, publication, REPOSITORY, unique } from './support/job.ts';
import { served } from './support/served.ts';
import { PATIENCE } from './support/until.ts';

const OTHER = `sha256:${'9'.repeat(64)}`;

describeWithServices('the scan of an index that buildx made', ({ engines: [, containerd], registries }) => {
  it(
    "may name the index, or an image's manifest or config, and is then of that platform",
    async () => {
      await using docker = new DockerClient(containerd);
      using job = new Runner();
      const registry = registries.tls;
      const source = `${unique('app')}:test`;
      const index = await docker.buildIndex(source, ['linux/amd64', 'linux/arm64']);
      const first = publication({ engine: containerd, registry, inputs: { source } });
      expect(outputsOf(await job.main(first))).toMatchObject({ digest: index });
      // What each platform is called is read from the registry, and not from the engine.
      const proof = await served(registry, REPOSITORY, index);
      const manifests = (proof?.document.manifests ?? []).filter(({ platform }) => platform?.os === 'linux');
      const [, arm = OTHER] = manifests.map(({ digest }) => digest);
      const config = (await served(registry, REPOSITORY, arm))?.document.config?.digest ?? OTHER;

      const publish = async (name: string, binding: string) => {
        const log = JSON.parse(cleanReportOf('trivy'));
        log.runs[0].properties = { imageID: name };
        writeFileSync(job.path('workspace', 'scan.sarif'), JSON.stringify(log));
        const inputs = { ...first.inputs, 'scan-report': 'scan.sarif', 'scan-binding': binding };
        const { reason, results = '' } = (await job.main({ ...first, inputs })).outputs;
        return [reason, JSON.parse(results).scan.unnamed] as const;
      };
      for (const name of [arm, config]) {
        expect(await publish(name, 'when-named')).toEqual(['already-published', ['linux/amd64']]);
        expect(await publish(name, 'required')).toEqual(['GATE_SCAN', ['linux/amd64']]);
      }
      expect(await publish(index, 'required')).toEqual(['already-published', undefined]);
      expect((await publish(OTHER, 'when-named'))[0]).toBe('GATE_SCAN');
    },
    PATIENCE,
  );
});
