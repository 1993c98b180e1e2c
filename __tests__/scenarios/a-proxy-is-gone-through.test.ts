/** The way out of many companies' networks: no name is looked up here, and no connection is made but to the proxy. */
import { writeFileSync } from 'node:fs';
import { describe, expect } from '@jest/globals';
import { layout, ociArchive } from '../doubles/archives/layouts.ts';
import { makeCertificates } from '../doubles/registry/certificates.ts';
import { buildImage } from '../doubles/registry/images.ts';
import { type Step, TOO_OLD_NODE } from '../doubles/runner.ts';
import { startTunnelProxy, type TunnelProxy } from '../doubles/tunnel-proxy.ts';
import { expectFailed } from './failure.ts';
import { type Stage, type StageOptions, scenario, USERNAME } from './stage.ts';

const certificates = makeCertificates({ names: ['registry.example'] });
const image = buildImage();

/** A registry that says where to go on without naming a host, since it does not know by which name it was reached. */
const BEHIND: StageOptions = {
  registry: ({ password }) => ({
    personality: 'harbor',
    tls: certificates,
    auth: { kind: 'basic', users: { [USERNAME]: password } },
  }),
};

/** Publishes a file to a registry that only the proxy finds. */
async function publishThrough(stage: Stage, proxy: TunnelProxy, node?: string): Promise<Step> {
  writeFileSync(stage.runner.path('workspace', 'image.tar'), ociArchive(layout(image)));
  const inputs = {
    image: `${hostOf(stage)}/team/app`,
    source: 'image.tar',
    'ca-file': stage.write('ca.pem', certificates.ca),
  };
  const env = { https_proxy: proxy.origin, DOCKER_HOST: 'unix:///nonexistent/docker.sock' };
  return stage.publish({ inputs, env, ...(node === undefined ? {} : { node }) });
}

const portOf = ({ registry }: Stage) => Number(new URL(registry.origin).port);
const hostOf = (stage: Stage) => `registry.example:${portOf(stage)}`;

describe('a proxy that the environment names', () => {
  scenario('leads to the registry, and all goes through it', BEHIND, async (stage) => {
    await using proxy = await startTunnelProxy(portOf(stage));
    const step = await publishThrough(stage, proxy);
    expect(step.outputs).toMatchObject({ reason: 'published', digest: image.digest });
    expect([new Set(proxy.tunnels), proxy.others]).toEqual([new Set([hostOf(stage)]), []]);
  });

  scenario('is not passed by in silence: a runner that is too old is told before all else', BEHIND, async (stage) => {
    await using proxy = await startTunnelProxy(portOf(stage));
    const step = await publishThrough(stage, proxy, TOO_OLD_NODE);
    expectFailed(step, 'RUNNER_TOO_OLD');
    expect(step.log).toContain('Node 24.4.0');
    expect(step.log).toContain('2.328.0');
    expect([proxy.tunnels, stage.registry.requests, stage.commands]).toEqual([[], [], []]);
  });
});
