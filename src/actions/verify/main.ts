import { githubRunner as runner } from '../../runner/github-runner.ts';
import { startLifetime } from '../../runner/lifetime.ts';
import { verify } from './verify.ts';

const lifetime = startLifetime();
const isWell = await verify({
  runner,
  lifetime,
  beyond: async (repository) => (await import('./beyond.ts')).openDoors({ runner, lifetime, repository }),
});
process.exitCode = isWell ? 0 : 1;
