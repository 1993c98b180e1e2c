import { dockerCli } from '../../docker/docker-cli.ts';
import { localFiles } from '../../files/local-files.ts';
import { restGitHub } from '../../github/rest-github.ts';
import { restHistory } from '../../github/rest-history.ts';
import { cloudKeyless } from '../../keyless/cloud-keyless.ts';
import { distributionRegistry } from '../../registry/distribution-registry.ts';
import { githubRunner as runner } from '../../runner/github-runner.ts';
import { startLifetime } from '../../runner/lifetime.ts';
import { diskReportFiles } from '../../workspace/disk-workspace.ts';
import { publish } from './publish.ts';

const lifetime = startLifetime();
const given = { signal: lifetime.signal, mask: runner.mask };
const { GITHUB_REPOSITORY: repository = '', GITHUB_API_URL: api = 'https://api.github.com' } = process.env;
const isWell = await publish({
  runner,
  docker: dockerCli(given.signal),
  ...{ files: localFiles(given.signal), reports: diskReportFiles },
  openRegistry: distributionRegistry({ ...given, onWarning: (text) => runner.info(`The registry warns: ${text}`) }),
  github: restGitHub({ ...given, repository, api }),
  history: restHistory({ ...given, repository, api }),
  keyless: cloudKeyless(given),
  lifetime,
});
process.exitCode = isWell ? 0 : 1;
