/**
 * What was published is deployed by the digest that was proved: to a Swarm whose node has pushed none of it, with the
 * script of examples/deploy-swarm.yml. Only this file has services there: the query of examples/prune.yml, as people copy
 * it, asks for all of them, and fails where one is removed meanwhile.
 */
import { expect, it } from '@jest/globals';
import { Runner } from '../doubles/runner.ts';
import { describeWithServices } from '../doubles/services.ts';
import { deployed } from './support/deployed.ts';
import { DockerClient, type Ended } from './support/docker-client.ts';
import { printed, runScript, scriptOf } from './support/example-step.ts';
import { leftovers, REPOSITORY } from './support/job.ts';
import { Line, type Version } from './support/line.ts';
import { served } from './support/served.ts';
import { type Running, SwarmService } from './support/swarm-service.ts';
import { until } from './support/until.ts';

const UPDATE = scriptOf('deploy-swarm.yml', 'Update the service');
const WHAT_RUNS = scriptOf('prune.yml', 'What Swarm runs, and could roll back to');

describeWithServices('a service of a Swarm', ({ engines: [graphDriver, containerd], swarm, registries: { tls } }) => {
  const repository = `${tls.host}/${REPOSITORY}`;

  const runs = ({ digest, commit }: Version): Running => ({
    service: `${repository}@${digest}`,
    task: `${repository}@${digest}`,
    state: 'running',
    digest,
    commit,
  });

  /** Runs the script of the example, which signs in by itself. */
  async function update({ name }: SwarmService, image: string): Promise<Ended> {
    using job = new Runner();
    const ended = await runScript(UPDATE, job, {
      DOCKER_HOST: swarm.host,
      SERVICE: name,
      IMAGE: image,
      REGISTRY_USERNAME: tls.username,
      REGISTRY_TOKEN: tls.password,
    });
    expect(leftovers(job)).toEqual([]);
    return ended;
  }

  it.concurrent('goes to a version, to the next, and back by the memory of the Swarm', async () => {
    await using line = await Line.from(graphDriver, tls);
    await using deployer = new DockerClient(swarm);
    await deployer.login(tls);
    const first = await line.publish();
    await using service = new SwarmService(deployer);
    await service.create(first.image, '--with-registry-auth');
    expect(await service.running()).toEqual(runs(first));

    const second = await line.publish();
    printed(await update(service, second.image));
    expect(await service.running()).toEqual(runs(second));

    await service.rollback();
    expect(await service.running()).toEqual(runs(first));
  });

  it.concurrent('goes back by what the step has told, of an index too', async () => {
    await using line = await Line.from(containerd, tls);
    await using deployer = new DockerClient(swarm);
    await deployer.login(tls);
    const first = await line.publish({ platforms: ['linux/amd64', 'linux/arm64'] });
    const second = await line.publish({ platforms: ['linux/amd64', 'linux/arm64'] });
    await using service = new SwarmService(deployer);
    await service.create(second.image, '--with-registry-auth');
    expect(await service.running()).toEqual(runs(second));

    printed(await update(service, `${repository}@${second.previous}`));
    expect(await service.running()).toEqual(runs(first));

    // The moving tag goes back by the command of the summary.
    expect(await served(tls, REPOSITORY, line.tag)).toMatchObject({ digest: second.digest });
    const [command = ''] = /^skopeo copy .*$/m.exec(second.summary) ?? [];
    using job = new Runner();
    const login = 'skopeo login --username "$NAME" --password-stdin "$HOST" <<< "$PASSWORD"';
    const env = { HOST: tls.host, NAME: tls.username, PASSWORD: tls.password, REGISTRY_AUTH_FILE: job.path('auth') };
    printed(await runScript(`${login}\n${command}`, job, env));
    expect(await served(tls, REPOSITORY, line.tag)).toMatchObject({ digest: first.digest });
  });

  it.concurrent('starts nothing without a login for its registry', async () => {
    await using line = await Line.from(graphDriver, tls);
    await using stranger = new DockerClient(swarm);
    const version = await line.publish();
    await using service = new SwarmService(stranger);
    await service.create(version.image, '--detach');
    await until('the node refuses the task', async () => (await service.complaints()).length > 0);
    expect((await service.complaints())[0]).toContain(`No such image: ${version.image}`);

    printed(await update(service, version.image));
    expect(await service.running()).toEqual(runs(version));
  });

  it.concurrent('goes back from a version that does not start, and the job fails', async () => {
    await using line = await Line.from(graphDriver, tls);
    await using deployer = new DockerClient(swarm);
    await deployer.login(tls);
    const good = await line.publish();
    await using service = new SwarmService(deployer);
    await service.create(good.image, '--with-registry-auth');

    const bad = await line.publish({ command: ['/nothing'] });
    const { exitCode, stdout } = await update(service, bad.image);
    expect([exitCode, stdout]).toEqual([1, expect.stringContaining(`::error::The swarm went back to ${good.image}`)]);
    expect(await service.running()).toEqual(runs(good));
  });

  // After the others: none of them removes its service while this is asked.
  it('is told by the query of the example, with the version that the Swarm would go back to', async () => {
    await using line = await Line.from(graphDriver, tls);
    await using deployer = new DockerClient(swarm);
    await deployer.login(tls);
    const [first, second] = [await line.publish(), await line.publish()];
    await using service = new SwarmService(deployer);
    await service.create(first.image, '--with-registry-auth');
    await service.running();
    const options = ['--quiet', '--with-registry-auth', '--image', second.image];
    await deployer.succeed(['service', 'update', ...options, service.name]);
    using job = new Runner();
    printed(await runScript(WHAT_RUNS, job, { DOCKER_HOST: swarm.host }));
    expect(deployed(job)).toEqual(expect.arrayContaining([first.image, second.image]));
  });
});
