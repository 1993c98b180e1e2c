import { randomUUID } from 'node:crypto';
import { expect, it } from '@jest/globals';
import type { FaultRule } from '../doubles/registry/fault-script.ts';
import { startRegistry } from '../doubles/registry/start-registry.ts';
import { Runner } from '../doubles/runner.ts';
import { describeWithServices } from '../doubles/services.ts';
import { DockerClient } from './support/docker-client.ts';
import { annotations, FAST_CLOCK, imageOutputs, leftovers, publication, REPOSITORY, unique } from './support/job.ts';
import { PATIENCE } from './support/until.ts';

type Lie = {
  readonly lie: string;
  readonly fault: FaultRule;
  readonly code: string;
  /** docker push reads nothing back, so that it never sees what is wrong with a read. */
  readonly pushMeetsIt: boolean;
};

const write = { method: 'PUT', kind: 'tag' } as const;
const read = { method: 'GET', kind: 'manifest' } as const;

const lies: readonly Lie[] = [
  {
    lie: 'has stored nothing',
    fault: { match: write, act: { kind: 'store-nothing' } },
    code: 'CONTENT_MISSING',
    pushMeetsIt: true,
  },
  {
    lie: 'has stored other bytes',
    fault: { match: write, act: { kind: 'store-other' } },
    code: 'DIGEST_MISMATCH',
    pushMeetsIt: true,
  },
  {
    lie: 'has lost a layer',
    fault: { match: write, act: { kind: 'forget', what: 'layer' } },
    code: 'CONTENT_MISSING',
    pushMeetsIt: true,
  },
  {
    lie: 'names a wrong digest',
    fault: { match: read, act: { kind: 'digest-header', value: 'wrong' } },
    code: 'DIGEST_MISMATCH',
    pushMeetsIt: false,
  },
];

describeWithServices('a registry that says yes', ({ engines }) => {
  it.concurrent.each(engines.flatMap((engine) => lies.map((row) => ({ engine, ...row }))))(
    'and $lie is believed by docker push of $engine.name, and not by us',
    async ({ engine, fault: rule, code, pushMeetsIt }) => {
      const password = randomUUID();
      await using docker = new DockerClient(engine);
      await using double = await startRegistry({ auth: { kind: 'basic', users: { ci: password } } });
      using job = new Runner();
      const registry = { host: double.host, username: 'ci', password };
      const [byHand, source] = [`${double.host}/${REPOSITORY}:by-hand`, `${unique('app')}:test`];
      await docker.build(byHand);
      await docker.build(source);
      const fault = double.fault({ ...rule, times: 'always' });

      await docker.login(registry);
      const push = await docker.run(['image', 'push', byHand]);
      expect({ exitCode: push.exitCode, claim: push.stdout }).toEqual({
        exitCode: 0,
        claim: expect.stringMatching(/^by-hand: digest: sha256:[0-9a-f]{64} size: \d+$/m),
      });
      expect(fault.played > 0).toBe(pushMeetsIt);
      const before = fault.played;

      const version = unique('1.0.0');
      const step = publication({ engine, registry, inputs: { source, tags: version } });
      // What a registry does not serve at once may be late, and is waited for.
      const main = await job.main({ ...step, env: { ...step.env, ...FAST_CLOCK } });
      expect(fault.played).toBeGreaterThan(before);
      expect({ exitCode: main.exitCode, reason: main.outputs.reason }).toEqual({ exitCode: 1, reason: code });
      expect(annotations(main.log, 'error').map(({ title }) => title)).toEqual([code]);
      expect(imageOutputs(main)).toEqual([]);
      expect(leftovers(job)).toEqual([]);
      // No version ever points at what was not proved.
      expect(double.repository(REPOSITORY).tags.has(version)).toBe(false);
    },
    PATIENCE,
  );
});
