import { dockerCli } from '../../docker/docker-cli.ts';
import { asError } from '../../errors.ts';
import { githubRunner as runner } from '../../runner/github-runner.ts';
import { forget } from './forget.ts';

// Should the runner end meanwhile, or something break, what was left is taken away all the same.
process.stdout.on('error', () => {});
process.on('uncaughtException', (thrown) => runner.warning('Not all removed', asError(thrown).message));
await forget({ runner, docker: dockerCli(new AbortController().signal) });
