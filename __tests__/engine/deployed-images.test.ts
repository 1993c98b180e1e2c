/**
 * The queries of examples/prune.yml, as people copy them: what every context of kubectl has, templates too, and what ECS
 * and Lambda can start. A query that fails ends its step. What a real Swarm answers is asked in deploy-swarm.test.ts.
 *
 * kubectl is real; the clusters that it asks are doubles of their API, and `aws` is one of the command.
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it } from '@jest/globals';
import { Runner } from '../doubles/runner.ts';
import { describeWithServices } from '../doubles/services.ts';
import { deployed } from './support/deployed.ts';
import type { Ended } from './support/docker-client.ts';
import { printed, runScript, scriptOf } from './support/example-step.ts';

const KUBERNETES = scriptOf('prune.yml', 'What Kubernetes runs, could roll back to, or will start');
const SWARM = scriptOf('prune.yml', 'What Swarm runs, and could roll back to');
const AWS = scriptOf('prune.yml', 'What ECS and Lambda can start');

const named = (digit: string) => `registry.example.com/team/app@sha256:${digit.repeat(64)}`;

type Resources = Readonly<
  Record<string, { readonly group: string; readonly kind: string; readonly items: readonly unknown[] }>
>;

const pod = (containers: readonly object[], more: object = {}) => ({ spec: { containers, ...more } });
const template = (image: string, more: object = {}) => ({ spec: { template: pod([{ image }], more) } });

/** A cluster as its API tells it: discovery, and a list of each kind. `broken` names a kind whose list fails. */
async function cluster(resources: Resources, broken?: string) {
  const groups = ['v1', 'apps/v1', 'batch/v1'];
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '', 'http://cluster').pathname;
    const json = (status: number, body: object) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    if (path === '/api') return json(200, { kind: 'APIVersions', versions: ['v1'] });
    if (path === '/apis') {
      const versions = (name: string) => [{ groupVersion: `${name}/v1`, version: 'v1' }];
      const list = ['apps', 'batch'].map((name) => ({
        name,
        versions: versions(name),
        preferredVersion: versions(name)[0],
      }));
      return json(200, { kind: 'APIGroupList', apiVersion: 'v1', groups: list });
    }
    const group = groups.find((each) => path === (each === 'v1' ? '/api/v1' : `/apis/${each}`));
    if (group !== undefined) {
      const found = Object.entries(resources).filter(([, each]) => each.group === group);
      const list = found.map(([name, { kind }]) => ({ name, kind, namespaced: true, verbs: ['get', 'list'] }));
      return json(200, { kind: 'APIResourceList', apiVersion: 'v1', groupVersion: group, resources: list });
    }
    const name = path.split('/').at(-1) ?? '';
    const found = resources[name];
    if (found === undefined || name === broken)
      return json(500, { kind: 'Status', status: 'Failure', code: 500, message: 'no' });
    const items = found.items.map((item, at) => ({
      metadata: { name: `${name}-${at}`, namespace: `n${at}` },
      ...(item as object),
    }));
    return json(200, { kind: `${found.kind}List`, apiVersion: found.group, metadata: {}, items });
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function resources(items: Readonly<Record<string, readonly unknown[]>>): Resources {
  const of = (group: string, kind: string, name: string) => ({ [name]: { group, kind, items: items[name] ?? [] } });
  return {
    ...of('v1', 'Pod', 'pods'),
    ...of('apps/v1', 'ReplicaSet', 'replicasets'),
    ...of('apps/v1', 'Deployment', 'deployments'),
    ...of('apps/v1', 'StatefulSet', 'statefulsets'),
    ...of('apps/v1', 'DaemonSet', 'daemonsets'),
    ...of('apps/v1', 'ControllerRevision', 'controllerrevisions'),
    ...of('batch/v1', 'Job', 'jobs'),
    ...of('batch/v1', 'CronJob', 'cronjobs'),
  };
}

function kubeconfig(origins: readonly string[]): string {
  const names = origins.map((_, at) => `cluster-${at}`);
  return JSON.stringify({
    apiVersion: 'v1',
    kind: 'Config',
    clusters: names.map((name, at) => ({ name, cluster: { server: origins[at] } })),
    users: [{ name: 'reader', user: {} }],
    contexts: names.map((name) => ({ name, context: { cluster: name, user: 'reader' } })),
  });
}

describeWithServices('what is deployed', () => {
  it('by a Swarm that cannot be asked ends the step', async () => {
    using job = new Runner();
    expect((await runScript(SWARM, job, { DOCKER_HOST: 'unix:///nowhere.sock' })).exitCode).not.toBe(0);
    expect(existsSync(job.path('workspace', 'deployed.txt'))).toBe(false);
  });

  it('by Kubernetes is what every cluster and namespace has, templates and init containers too', async () => {
    const imageID = `docker-pullable://mirror.example/app@sha256:${'2'.repeat(64)}`;
    const status = { containerStatuses: [{ image: 'registry.example.com/team/app:1.0.0', imageID }] };
    await using one = await cluster(
      resources({
        pods: [{ ...pod([{ image: named('1') }], { initContainers: [{ image: named('3') }] }), status }],
        // Scaled to zero, and kept to be gone back to.
        replicasets: [template(named('4')), template(named('5'))],
        cronjobs: [{ spec: { jobTemplate: template(named('6')) } }],
      }),
    );
    await using other = await cluster(
      resources({ statefulsets: [template(named('7'))], controllerrevisions: [{ data: template(named('8')) }] }),
    );
    using job = new Runner();
    const origins = [one.origin, other.origin];
    printed(await runScript(KUBERNETES, job, { KUBECONFIG_DATA: kubeconfig(origins) }));
    expect(deployed(job).toSorted()).toEqual(
      [imageID, 'registry.example.com/team/app:1.0.0', ...['1', '3', '4', '5', '6', '7', '8'].map(named)].sort(),
    );
    // The credential of the clusters is gone again.
    expect(existsSync(job.path('temp', 'kubeconfig'))).toBe(false);
  });

  it.each(['controllerrevisions', 'pods'])('by a cluster that does not tell its %s ends the step', async (broken) => {
    await using one = await cluster(resources({ pods: [pod([{ image: named('1') }])] }), broken);
    using job = new Runner();
    const env = { KUBECONFIG_DATA: kubeconfig([one.origin]) };
    expect((await runScript(KUBERNETES, job, env)).exitCode).not.toBe(0);
    expect(existsSync(job.path('temp', 'kubeconfig'))).toBe(false);
  });

  it('by ECS and Lambda is every active definition, and every function with an image', async () => {
    using job = new Runner();
    printed(await asked(job, 'true'));
    expect(deployed(job)).toEqual([named('1'), named('2'), named('3'), named('4')]);
  });

  it.each(['list-task-definitions', 'describe-task-definition', 'list-functions', 'get-function'])(
    'by AWS that does not answer %s ends the step',
    async (broken) => {
      using job = new Runner();
      expect((await asked(job, `[[ $* != *${broken}* ]]`)).exitCode).not.toBe(0);
    },
  );

  /** Runs the script with an `aws` of our own, which answers as long as the test holds. */
  function asked(job: Runner, test: string): Promise<Ended> {
    mkdirSync(job.path('workspace', 'bin'));
    const answers = [
      `*list-task-definitions*) printf 'arn:one\\tarn:two\\n' ;;`,
      `*arn:one*) printf '%s\\t%s\\n' '${named('1')}' '${named('2')}' ;;`,
      `*arn:two*) printf '%s\\n' '${named('3')}' ;;`,
      `*list-functions*) printf 'worker\\n' ;;`,
      `*get-function*worker*) printf '%s\\n' '${named('4')}' ;;`,
    ];
    const script = `#!/bin/bash\n${test} || { echo 'An error occurred' >&2; exit 254; }\ncase "$*" in\n${answers.join('\n')}\n*) exit 252 ;;\nesac\n`;
    writeFileSync(job.path('workspace', 'bin', 'aws'), script, { mode: 0o755 });
    return runScript(AWS, job, { PATH: `${job.path('workspace', 'bin')}:${process.env.PATH}` });
  }
});
