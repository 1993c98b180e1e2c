import { githubRunner as runner } from '../../runner/github-runner.ts';
import { startLifetime } from '../../runner/lifetime.ts';
import { prune } from './prune.ts';

const lifetime = startLifetime();
const { RUNNER_TEMP: temp = '.' } = process.env;
const isWell = await prune({
  runner,
  lifetime,
  beyond: async (_open, deletes) => (await import('./beyond.ts')).openDoors({ runner, lifetime, temp, deletes }),
});
process.exitCode = isWell ? 0 : 1;
