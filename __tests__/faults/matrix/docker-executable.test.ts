import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { askDocker } from '../../../src/docker/ask-docker.ts';
import { runDocker } from '../../../src/docker/child.ts';
import { type Engine, startEngine } from '../../doubles/engine/start-engine.ts';
import { buildImage } from '../../doubles/registry/images.ts';
import { startRegistry } from '../../doubles/registry/start-registry.ts';
import { judgeStep } from '../step/judge-step.ts';
import { runStep, USERS } from '../step/run-step.ts';
import { KINDS, type Kind } from './kinds.ts';

const image = buildImage({ content: 'pushed by a program' });
const before = { PATH: process.env.PATH, DOCKER_HOST: process.env.DOCKER_HOST };
let engine: Engine;

beforeAll(async () => {
  engine = await startEngine();
  engine.load(image, ['app:test']);
  Object.assign(process.env, engine.env);
});
afterAll(async () => {
  await engine.close();
  for (const [name, value] of Object.entries(before)) {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
});

const SOME: readonly (readonly [keyof typeof KINDS, 'PUT' | 'POST'])[] = [
  ['503', 'PUT'],
  ['429 for seconds', 'PUT'],
  ['tokens that have run out', 'POST'],
  ['403', 'PUT'],
];

describe('the docker command as a program of its own', () => {
  test.each(SOME)(
    'is started again where that may help: %s at a %s',
    async (name, method) => {
      const { act, isTransient }: Kind = KINDS[name];
      await using registry = await startRegistry({ auth: { kind: 'token', users: USERS } });
      registry.fault({ match: { method, when: ({ kind }) => kind === 'tag' || kind === 'upload' }, act });
      const step = await runStep({ registry, image, docker: { ask: askDocker, run: runDocker }, inputs: { tags: '' } });
      expect(judgeStep(step, registry, image)).toEqual([]);
      expect([name, step.isWell]).toEqual([name, isTransient]);
    },
    30_000,
  );
});
