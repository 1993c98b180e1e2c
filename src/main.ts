import { dockerCli } from './docker/docker-cli.ts';
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
  lifetime,
});
process.exitCode = isWell ? 0 : 1;
