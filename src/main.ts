import { dockerCli } from './docker/docker-cli.ts';
import { restGitHub } from './github/rest-github.ts';
import { publish } from './publish.ts';
import { distributionRegistry } from './registry/distribution-registry.ts';
import { githubRunner } from './runner/github-runner.ts';
import { startLifetime } from './runner/lifetime.ts';

const lifetime = startLifetime();
const isWell = await publish({
  runner: githubRunner,
  docker: dockerCli(lifetime.signal),
  openRegistry: distributionRegistry({
    signal: lifetime.signal,
    mask: githubRunner.mask,
    onWarning: (text) => githubRunner.info(`The registry warns: ${text}`),
  }),
  github: restGitHub({
    signal: lifetime.signal,
    repository: process.env.GITHUB_REPOSITORY ?? '',
    api: process.env.GITHUB_API_URL ?? 'https://api.github.com',
  }),
  lifetime,
});
process.exitCode = isWell ? 0 : 1;
