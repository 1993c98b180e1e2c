import { dockerCli } from './docker/docker-cli.ts';
import { diskReportFiles } from './files/disk-report-files.ts';
import { restGitHub } from './github/rest-github.ts';
import { restHistory } from './github/rest-history.ts';
import { cloudKeyless } from './keyless/cloud-keyless.ts';
import { publish } from './publish.ts';
import { distributionRegistry } from './registry/distribution-registry.ts';
import { githubRunner } from './runner/github-runner.ts';
import { startLifetime } from './runner/lifetime.ts';

const lifetime = startLifetime();
const { signal } = lifetime;
const { mask, info } = githubRunner;
const { GITHUB_REPOSITORY: repository = '', GITHUB_API_URL: api = 'https://api.github.com' } = process.env;
const isWell = await publish({
  runner: githubRunner,
  docker: dockerCli(signal),
  openRegistry: distributionRegistry({ signal, mask, onWarning: (text) => info(`The registry warns: ${text}`) }),
  github: restGitHub({ signal, repository, api }),
  history: restHistory({ signal, repository, api }),
  reports: diskReportFiles,
  keyless: cloudKeyless({ signal, mask }),
  lifetime,
});
process.exitCode = isWell ? 0 : 1;
