import { writeFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { Runner, type Step, type StepOptions } from '../doubles/runner.ts';
import { describeWithServices } from '../doubles/services.ts';
import { DockerClient } from './support/docker-client.ts';
import { annotations, FAST_CLOCK, imageOutputs, leftovers, publication, REPOSITORY, unique } from './support/job.ts';
import { certificateOf } from './support/server-certificate.ts';
import { PATIENCE } from './support/until.ts';

type Failing = {
  readonly what: string;
  readonly code: string;
  /** A word that the message must have, so that people can see what it is about. */
  readonly says: string;
  readonly inputs: Readonly<Record<string, string>>;
};

describeWithServices('a step that cannot publish', ({ engines, registries: { tls, plain, token, untrusted } }) => {
  const to = (host: string) => ({ image: `${host}/${REPOSITORY}` });
  const wrong = { password: 'not the p@ssword' };
  const closed = '127.0.0.1:1';
  const failing: readonly Failing[] = [
    { what: 'a wrong password', code: 'LOGIN_FAILED', says: tls.host, inputs: wrong },
    {
      what: 'one at a plain registry',
      code: 'LOGIN_FAILED',
      says: plain.host,
      inputs: { ...to(plain.host), ...wrong },
    },
    { what: 'one at a token service', code: 'LOGIN_FAILED', says: '/token', inputs: { ...to(token.host), ...wrong } },
    { what: 'an unknown host', code: 'REGISTRY_UNREACHABLE', says: 'registry.invalid', inputs: to('registry.invalid') },
    { what: 'a bad certificate', code: 'REGISTRY_UNTRUSTED', says: untrusted.host, inputs: to(untrusted.host) },
    { what: 'a refused connection', code: 'REGISTRY_UNREACHABLE', says: 'ECONNREFUSED', inputs: to(closed) },
    { what: 'a missing image', code: 'SOURCE_NOT_FOUND', says: 'gone:test', inputs: { source: 'gone:test' } },
    { what: 'no destination', code: 'INPUT_INVALID', says: 'image: is required', inputs: { image: '' } },
    { what: 'no password', code: 'CREDENTIAL_MISSING', says: '"password"', inputs: { password: '' } },
    { what: 'capital letters', code: 'INPUT_INVALID', says: 'capital', inputs: { image: `${tls.host}/Team/App` } },
    { what: 'a tag of 129 characters', code: 'INPUT_INVALID', says: '128', inputs: { tags: 't'.repeat(129) } },
  ];

  it.concurrent.each(engines.flatMap((engine) => failing.map((row) => ({ engine, ...row }))))(
    'ends with $code for $what on $engine.name, and leaves nothing behind',
    async ({ engine, code, says, inputs }) => {
      await using docker = new DockerClient(engine);
      using job = new Runner();
      const source = `${unique('app')}:test`;
      const id = await docker.build(source);
      const step = publication({ engine, registry: tls, inputs: { source, ...inputs } });
      // What cannot be reached is tried again for a while.
      const env = { ...step.env, ...(code === 'REGISTRY_UNREACHABLE' ? FAST_CLOCK : {}) };

      const main = await job.main({ ...step, env });
      const [message = ''] = expectFailure(main, code);
      expect(message).toContain(says);
      expect(leftovers(job)).toEqual([]);
      await expectIdlePost(job, step, main);
      expect(await docker.names([id])).toEqual([`${source} ${id}`]);
    },
    PATIENCE,
  );

  it.concurrent.each(engines)(
    'tells what $name has to trust when only the action trusts a certificate',
    async (engine) => {
      await using docker = new DockerClient(engine);
      using job = new Runner();
      const source = `${unique('app')}:test`;
      await docker.build(source);
      const ca = job.path('workspace', 'ca.pem');
      writeFileSync(ca, await certificateOf(untrusted.host));
      const step = publication({ engine, registry: { ...untrusted, ca }, inputs: { source } });

      const main = await job.main(step);
      const [message = '', remedy = ''] = expectFailure(main, 'REGISTRY_UNTRUSTED');
      expect(message).toContain('docker login failed');
      expect(remedy).toContain('/etc/docker/certs.d');
      expect(leftovers(job)).toEqual([]);
      await expectIdlePost(job, step, main);
    },
    PATIENCE,
  );

  it(
    'says that no engine answers',
    async () => {
      using job = new Runner();
      const step = publication({ engine: engines[0], registry: tls, inputs: { source: 'app:test' } });
      const env = { DOCKER_HOST: `unix://${job.path('no.sock')}` };
      expectFailure(await job.main({ ...step, env }), 'ENGINE_UNAVAILABLE');
      expect(leftovers(job)).toEqual([]);
    },
    PATIENCE,
  );
});

/** One annotation with the code, a sentence and a remedy; no output that tells of an image. It returns the lines. */
function expectFailure(step: Step, code: string): readonly string[] {
  const errors = annotations(step.log, 'error');
  expect({ exitCode: step.exitCode, reason: step.outputs.reason, errors }).toEqual({
    exitCode: 1,
    reason: code,
    errors: [{ title: code, lines: [expect.stringMatching(/\S/), expect.stringMatching(/\S/)] }],
  });
  expect(step.outputs).toMatchObject({ pushed: 'false', results: expect.stringContaining(code) });
  expect(imageOutputs(step)).toEqual([]);
  return errors[0]?.lines ?? [];
}

/** The post step of a run that has cleaned up itself finds nothing to do, and nothing to say. */
async function expectIdlePost(job: Runner, step: StepOptions, main: Step): Promise<void> {
  const post = await job.post(step, main.state);
  expect([post.exitCode, annotations(post.log, 'warning'), leftovers(job)]).toEqual([0, [], []]);
}
