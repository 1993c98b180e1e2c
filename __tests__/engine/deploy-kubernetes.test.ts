/** The command of examples/deploy-kubernetes.yml, on a manifest here instead of one in a cluster. */
import { writeFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { Runner } from '../doubles/runner.ts';
import { describeWithServices } from '../doubles/services.ts';
import { DockerClient } from './support/docker-client.ts';
import { printed, runScript, scriptOf } from './support/example-step.ts';
import { outputsOf, publication, REPOSITORY, unique } from './support/job.ts';

const DEPLOYMENT = `
apiVersion: apps/v1
kind: Deployment
metadata:
  name: app
spec:
  selector:
    matchLabels: { app: app }
  template:
    metadata:
      labels: { app: app }
    spec:
      containers:
        - name: app
          image: registry.example.com/team/app:1.0.0
        - name: proxy
          image: registry.example.com/team/proxy:1.0.0
`;

type Deployment = {
  readonly spec: { readonly template: { readonly spec: { readonly containers: readonly unknown[] } } };
};

/** `kubectl set image`, as the example has it, for a deployment in a file. */
function localCommand(): string {
  const [command = ''] = /^kubectl set image .*$/m.exec(scriptOf('deploy-kubernetes.yml', 'Deploy by digest')) ?? [];
  return command.replace('deployment/app', '--local --filename deployment.yml --output yaml');
}

describeWithServices('deploying to Kubernetes', ({ engines, registries: { tls } }) => {
  it('sets the digest that was published', async () => {
    await using docker = new DockerClient(engines[0]);
    using job = new Runner();
    const source = `${unique('app')}:test`;
    await docker.build(source);
    const { image = '', digest } = outputsOf(
      await job.main(publication({ engine: engines[0], registry: tls, inputs: { source } })),
    );

    writeFileSync(job.path('workspace', 'deployment.yml'), DEPLOYMENT);
    const changed = printed(await runScript(localCommand(), job, { IMAGE: image }));
    expect((parse(changed) as Deployment).spec.template.spec.containers).toMatchObject([
      { name: 'app', image: `${tls.host}/${REPOSITORY}@${digest}` },
      { name: 'proxy', image: 'registry.example.com/team/proxy:1.0.0' },
    ]);
  });
});
