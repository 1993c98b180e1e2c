import { dockerCli } from './docker/docker-cli.ts';
import { forget } from './forget.ts';
import { githubRunner } from './runner/github-runner.ts';

await forget({ runner: githubRunner, docker: dockerCli(new AbortController().signal) });
