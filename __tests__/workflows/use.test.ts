import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Repository } from '../doubles/github/repository.ts';
import { type GitHub, startGitHub } from '../doubles/github/start-github.ts';
import { pushToMain } from '../doubles/runner.ts';
import { describeWithServices } from '../doubles/services.ts';
import { DockerClient } from '../engine/support/docker-client.ts';
import { filesHolding, formsOf, holdsOneOf } from '../engine/support/secret-traces.ts';
import { served } from '../engine/support/served.ts';
import { PATIENCE } from '../engine/support/until.ts';
import { Act, assertWell, type Run, type Trigger } from './act.ts';
import { removeBuilt } from './built-images.ts';

const workflow = '.github/workflows/use.yml';

/** The job that publishes, by its id where it stands, and the repository that it publishes to. */
const publishing = [
  ['publish', 'use/publish'],
  ['file', 'use/file'],
  ['matrix', 'use/api'],
  ['matrix', 'use/web'],
  ['called', 'use/called'],
] as const;

describeWithServices('the workflow Use of this repository, run by act', (services) => {
  describe.each(services.engines)('with the engine $name', (engine) => {
    const registry = services.registries.tls;
    const sha = randomBytes(20).toString('hex');
    let act: Act;
    let github: GitHub;

    const trigger = (more: Partial<Trigger> = {}): Trigger => ({
      workflow,
      event: { ...pushToMain, sha },
      secrets: { USE_PASSWORD: registry.password },
      env: github.env,
      ...more,
      vars: {
        USE_REGISTRY: registry.host,
        USE_USERNAME: registry.username,
        USE_CA_FILE: registry.ca ?? '',
        ...more.vars,
      },
    });

    beforeAll(async () => {
      const repository = new Repository();
      const run = repository.run(sha);
      run.job('Build a file', 'success');
      run.job('Publish the file in another job', 'in_progress');
      github = await startGitHub(repository);
      act = new Act(services, engine);
      act.commitOwn('action.yml', 'dist', '.github');
    });

    afterAll(async () => {
      act[Symbol.dispose]();
      await github.close();
      await using docker = new DockerClient(engine);
      await removeBuilt(docker, sha);
    });

    describe('as it stands', () => {
      let run: Run;
      beforeAll(async () => {
        run = await act.run(trigger());
      }, PATIENCE);

      it('ends well', () => {
        assertWell(run);
      });

      it.each(publishing)('publishes in the job "%s" to %s what the registry then serves', async (job, repository) => {
        const proof = await served(registry, repository, sha);
        const outputs = run.outputs.filter((step) => step.job === job).map((step) => step.outputs);
        expect(outputs).toContainEqual(
          expect.objectContaining({
            pushed: 'true',
            reason: 'published',
            digest: proof?.digest,
            image: `${registry.host}/${repository}@${proof?.digest}`,
          }),
        );
      });

      it.each(['pull', 'after-call'])('lets the job "%s" take by digest what another one has published', (job) => {
        expect(run.jobs[job]).toBe('success');
      });

      it.each([
        ['closed', 'GATE_REF'],
        ['always', 'GATE_NEEDS'],
      ])('publishes nothing in the job "%s", and says why', (job, reason) => {
        const [outputs] = run.outputs.filter((step) => step.job === job).map((step) => step.outputs);
        expect(outputs).toMatchObject({ pushed: 'false', reason });
        expect(Object.keys(outputs ?? {}).sort()).toEqual(['pushed', 'reason', 'results']);
        expect(run.jobs[job]).toBe('success');
      });

      it('leaves no password behind', () => {
        expect(filesHolding(act.written, formsOf(registry))).toEqual([]);
        expect(holdsOneOf(run.text, formsOf(registry))).toBe(false);
      });

      // GitHub drops, without an error, an output that holds what is masked.
      it('puts out nothing that GitHub would withhold', () => {
        expect(run.masks).toContain(registry.password);
        const values = run.outputs.flatMap(({ outputs }) => Object.values(outputs));
        expect(values.filter((value) => holdsOneOf(value, run.masks))).toEqual([]);
      });
    });

    it(
      'publishes nothing after a failure, by a job that runs always',
      async () => {
        const run = await act.run(trigger({ job: 'always', vars: { USE_FAILURE: 'true' } }));
        expect(run.jobs).toEqual({ fail: 'failure', always: 'success' });
        expect(run.outputs).toMatchObject([{ job: 'always', outputs: { pushed: 'false', reason: 'GATE_NEEDS' } }]);
        expect(run.exitCode).toBe(1);
      },
      PATIENCE,
    );
  });
});
