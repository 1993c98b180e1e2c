import { dockerCli } from '../../docker/docker-cli.ts';
import { githubRunner } from '../../runner/github-runner.ts';
import { forget } from './forget.ts';

// Should the runner end meanwhile, what was left is taken away all the same.
process.stdout.on('error', () => {});
await forget({ runner: githubRunner, docker: dockerCli(new AbortController().signal) });
