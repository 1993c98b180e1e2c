import { randomBytes } from 'node:crypto';
import { expect, it } from '@jest/globals';
import { pushToMain } from '../doubles/runner.ts';
import { describeWithServices } from '../doubles/services.ts';
import { DockerClient } from '../engine/support/docker-client.ts';
import { recorded, type Seen } from '../engine/support/recording-proxy.ts';
import { filesHolding, formsOf } from '../engine/support/secret-traces.ts';
import { PATIENCE, until } from '../engine/support/until.ts';
import { Act } from './act.ts';
import { removeBuilt } from './built-images.ts';

const isUpload = ({ method, path }: Seen) => ['PATCH', 'PUT'].includes(method) && path.includes('/blobs/uploads/');

/** GitHub's runner asks the step first, as `a-cancelled-run-leaves-no-credential` does; act kills it outright. */
describeWithServices('a workflow that is cancelled', (services) => {
  it.each(['SIGINT', 'SIGTERM'] as const)(
    'by %s while the engine pushes leaves no credential behind its post step',
    async (signal) => {
      const [, engine] = services.engines;
      const sha = randomBytes(20).toString('hex');
      await using docker = new DockerClient(engine);
      await using registry = await recorded(services.registries.plain);
      using act = new Act(services, engine);
      act.commitOwn('action.yml', 'dist', '.github');
      const upload = registry.hold(isUpload);

      try {
        const { child, ended } = act.start({
          workflow: '.github/workflows/use.yml',
          job: 'publish',
          event: { ...pushToMain, sha },
          vars: { USE_REGISTRY: registry.host, USE_USERNAME: registry.username },
          secrets: { USE_PASSWORD: registry.password },
        });
        const early = ended.then(({ text }) => Promise.reject(new Error(`act has ended too early:\n${text}`)));
        await Promise.race([until('a layer goes up', () => upload.reached), early]);
        // The login is there, in its folder, so that there is something to remove.
        const forms = formsOf(registry);
        expect(filesHolding(act.written, forms)).not.toEqual([]);
        child.kill(signal);
        const run = await ended;
        expect(run.text).toContain('signal: killed');
        expect([run.exitCode, run.jobs, run.outputs]).toEqual([1, { publish: 'failure' }, []]);
        expect(filesHolding(act.written, forms)).toEqual([]);
      } finally {
        await removeBuilt(docker, sha);
      }
    },
    PATIENCE,
  );
});
