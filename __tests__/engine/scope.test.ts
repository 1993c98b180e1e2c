import { expect, it } from '@jest/globals';
import { Runner } from '../doubles/runner.ts';
import { describeWithServices } from '../doubles/services.ts';
import { DockerClient } from './support/docker-client.ts';
import { annotations, imageOutputs, leftovers, outputsOf, publication, REPOSITORY, unique } from './support/job.ts';
import { served } from './support/served.ts';
import { PATIENCE } from './support/until.ts';

describeWithServices('a credential for one repository alone', ({ engines, registries: { token } }) => {
  const other = 'team/other';

  it.concurrent.each(engines)(
    'publishes from $name to that repository and to no other',
    async (engine) => {
      await using docker = new DockerClient(engine);
      using job = new Runner();
      const source = `${unique('app')}:test`;
      const id = await docker.build(source);
      const own = await job.main(publication({ engine, registry: token, inputs: { source } }));
      expect(outputsOf(own).image).toContain(`/${REPOSITORY}@sha256:`);

      const step = publication({ engine, registry: token, inputs: { source, image: `${token.host}/${other}` } });
      const foreign = await job.main(step);
      expect([foreign.exitCode, foreign.outputs.reason]).toEqual([1, 'REGISTRY_DENIED']);
      expect(annotations(foreign.log, 'error')).toEqual([
        {
          title: 'REGISTRY_DENIED',
          lines: [expect.stringContaining(other), expect.stringMatching(/write access .*push/)],
        },
      ]);
      expect(imageOutputs(foreign)).toEqual([]);
      expect(await served({ ...token, ...token.admin }, other, step.event.sha)).toBeUndefined();
      expect(await docker.names([id])).toEqual([`${source} ${id}`]);
      expect(leftovers(job)).toEqual([]);

      // The repository itself is not the reason: whoever may do everything can publish there.
      const admin = { ...step, inputs: { ...step.inputs, ...token.admin } };
      const allowed = await job.main(admin);
      expect(outputsOf(allowed).reason).toBe('published');
    },
    PATIENCE,
  );
});
