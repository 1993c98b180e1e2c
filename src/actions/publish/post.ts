import { dockerCli } from '../../docker/docker-cli.ts';
import { asError } from '../../errors.ts';
import { githubRunner as runner } from '../../runner/github-runner.ts';
import { forget } from './forget.ts';

// Even if the runner ends now, or something fails, the rest is still removed.
process.stdout.on('error', () => {});
process.on('uncaughtException', (thrown) => runner.warning('Clean-up not complete', asError(thrown).message));
await forget({ runner, docker: dockerCli(new AbortController().signal) });
