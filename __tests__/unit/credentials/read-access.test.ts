/** Whoever reads one repository shares its session, and nobody closes it for another one. */
import { expect, it } from '@jest/globals';
import { readInputs, readYamlInputs } from '../../../src/actions/publish/read-inputs.ts';
import { readAccess } from '../../../src/credentials/read-access.ts';
import type { RegistryOptions } from '../../../src/registry/registry.ts';
import { InMemoryDocker } from '../doors/in-memory-docker.ts';
import { InMemoryKeyless } from '../doors/in-memory-keyless.ts';
import { InMemoryRegistry } from '../doors/in-memory-registry.ts';
import { RecordedRunner } from '../doors/recorded-runner.ts';
import { open } from '../report/outcomes.ts';

const at = { registry: 'ghcr.io', path: 'owner/app' };

async function start(given: Readonly<Record<string, string>> = {}) {
  const journal: string[] = [];
  const source = 'docker://ghcr.io/owner/app:amd64\ndocker://ghcr.io/owner/app:arm64';
  const runner = new RecordedRunner(
    { image: 'ghcr.io/owner/app', username: 'ci-bot', password: 'a password', source, ...given },
    [],
  );
  const opened: RegistryOptions[] = [];
  const openRegistry = async (options: RegistryOptions) => {
    opened.push(options);
    return new InMemoryRegistry(journal);
  };
  const doors = {
    runner,
    docker: new InMemoryDocker('graph-driver', []),
    openRegistry,
    keyless: new InMemoryKeyless([]),
  };
  const access = readAccess(open(), readInputs(runner, await readYamlInputs(runner)), doors);
  const { keyless } = doors;
  return { access, opened, keyless, closed: () => journal.filter((each) => each === 'registry.close').length };
}

it('opens a repository once for all who read it, to be read alone', async () => {
  const { access, opened } = await start();
  await Promise.all([access(at), access(at), access({ ...at, path: 'owner/other' })]);
  expect(opened.map(({ repository, actions }) => [repository.path, actions])).toEqual([
    ['owner/app', 'pull'],
    ['owner/other', 'pull'],
  ]);
});

it('is closed when all have closed it, however often one of them does', async () => {
  const { access, opened, closed } = await start();
  const [one, other] = [await access(at), await access(at)];
  one.close();
  one.close();
  expect(closed()).toBe(0);
  other.close();
  expect(closed()).toBe(1);
  await access(at);
  expect(opened).toHaveLength(2);
});

it('asks for a credential that may only read, and mounts nothing', async () => {
  const registry = '123456789012.dkr.ecr.eu-west-1.amazonaws.com';
  const { access, opened, keyless } = await start({
    image: `${registry}/team/app`,
    source: `docker://${registry}/team/staging:tested`,
    'mount-from': 'team/base',
    identity: `- registry: ${registry}\n  type: aws-ecr\n  role-to-assume: arn:aws:iam::123456789012:role/push\n`,
    username: '',
    password: '',
  });
  await access({ registry, path: 'team/staging' });
  expect(keyless.given.map(({ purpose }) => purpose)).toEqual([{ actions: 'pull', mountFrom: [] }]);
  expect(opened.map(({ actions, mountFrom }) => [actions, mountFrom])).toEqual([['pull', undefined]]);
});
