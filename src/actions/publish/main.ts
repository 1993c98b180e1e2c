// First: its setting holds from then on.
import '../../http/prompt-collection.ts';
import { githubWhenAsked } from '../../github/github-when-asked.ts';
import { serverOf } from '../../run/server.ts';
import { githubRunner as runner } from '../../runner/github-runner.ts';
import { startLifetime } from '../../runner/lifetime.ts';
import { publish } from './publish.ts';

const lifetime = startLifetime();
const { GITHUB_REPOSITORY: repository = '' } = process.env;
const server = serverOf(process.env);
const github = githubWhenAsked({ signal: lifetime.signal, repository, server });
const isWell = await publish({
  runner,
  lifetime,
  github,
  beyond: async () => (await import('./beyond.ts')).openDoors({ runner, lifetime, github, repository, server }),
});
process.exitCode = isWell ? 0 : 1;
