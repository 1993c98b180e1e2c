import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { get } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from '@jest/globals';
import { layout, writeLayout } from '../doubles/archives/layouts.ts';
import { buildImage, buildIndex, type Image, type ImageIndex } from '../doubles/registry/images.ts';
import { Runner, type StepOptions } from '../doubles/runner.ts';
import { readLog } from '../doubles/runner-log.ts';
import { type Credential, describeWithServices, type Engine, type Registry } from '../doubles/services.ts';
import { DockerClient } from './support/docker-client.ts';
import { outputsOf, publication, REPOSITORY, unique } from './support/job.ts';
import { recorded } from './support/recording-proxy.ts';
import { served } from './support/served.ts';
import { PATIENCE } from './support/until.ts';

const run = promisify(execFile);

/** A registry is copied from to another one without an engine. */
const NO_ENGINE: Engine = { name: 'graph-driver', host: 'unix:///nonexistent/docker.sock', buildx: null };

function temporary(): { readonly path: string } & AsyncDisposable {
  const path = mkdtempSync(join(tmpdir(), 'promotion-'));
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) };
}

/** skopeo's flags for one side of a copy. */
function side(which: 'src' | 'dest', { scheme, ca, username, password }: Registry, folder: string): readonly string[] {
  const login = [`--${which}-creds`, `${username}:${password}`];
  if (scheme === 'http') return [...login, `--${which}-tls-verify=false`];
  const certificates = join(folder, `${which}-certificates`);
  mkdirSync(certificates, { recursive: true });
  if (ca !== null) writeFileSync(join(certificates, 'ca.crt'), readFileSync(ca));
  return [...login, `--${which}-cert-dir`, certificates];
}

/** Pushes an image by a program that is not ours. */
async function seed(registry: Registry, image: Image | ImageIndex, { folder, at }: { folder: string; at: string }) {
  const path = join(folder, unique('layout'));
  writeLayout(path, layout(image));
  const to = side('dest', registry, folder);
  const target = `docker://${registry.host}/${at}`;
  await run('skopeo', ['--insecure-policy', 'copy', '--all', '--preserve-digests', ...to, `oci:${path}`, target]);
}

/** Fetches all of an image by a program that is not ours, which checks every digest. */
async function fetchAll(registry: Registry, reference: string, folder: string): Promise<void> {
  const from = side('src', registry, folder);
  const to = join(folder, unique('fetched'));
  await run('skopeo', [
    '--insecure-policy',
    'copy',
    '--all',
    '--preserve-digests',
    ...from,
    `docker://${reference}`,
    `dir:${to}`,
  ]);
}

/** Where the tokens of a registry come from, as it says itself. */
async function tokenHosts({ scheme, host, ca }: Registry): Promise<readonly string[]> {
  if (scheme === 'http') return [];
  const asked = get(`https://${host}/v2/`, ca === null ? {} : { ca: readFileSync(ca) });
  const [answer] = (await once(asked, 'response')) as [IncomingMessage];
  answer.resume();
  const [, realm] = /Bearer realm="([^"]+)"/.exec(answer.headers['www-authenticate'] ?? '') ?? [];
  return realm === undefined ? [] : [new URL(realm).host];
}

/** crane fetches all of an image, too, and checks every digest. */
async function fetchByCrane(
  crane: string,
  registry: Registry,
  { reference, folder }: { readonly reference: string; readonly folder: string },
): Promise<void> {
  const { host, username, password, ca } = registry;
  const home = join(folder, unique('crane'));
  mkdirSync(home);
  const auths = { [host]: { auth: Buffer.from(`${username}:${password}`).toString('base64') } };
  writeFileSync(join(home, 'config.json'), JSON.stringify({ auths }));
  const env = { DOCKER_CONFIG: home, ...(ca === null ? {} : { SSL_CERT_FILE: ca }) };
  const plain = registry.scheme === 'http' ? ['--insecure'] : [];
  await run(crane, ['pull', ...plain, '--format', 'oci', reference, join(home, 'layout')], { env });
}

const entry = ({ host, username, password }: Pick<Registry, 'host'> & Credential) =>
  `- { registry: ${JSON.stringify(host)}, username: ${JSON.stringify(username)}, password: ${JSON.stringify(password)} }\n`;

type Promotion = {
  readonly job: Runner;
  readonly from: Registry;
  readonly to: Registry;
  readonly source: string;
  /** Registries whose token services are asked, on other hosts. */
  readonly tokensFrom?: readonly (Registry & { readonly tokenHosts: readonly string[] })[];
};

/** A step that publishes what is at one registry to another one, with a login for each. */
function promotion({ job, from, to, source, tokensFrom = [] }: Promotion): StepOptions {
  const bundle = job.path('workspace', 'certificates.pem');
  const certificates = [from, to, ...tokensFrom].flatMap(({ ca }) => (ca === null ? [] : [readFileSync(ca, 'utf8')]));
  if (certificates.length > 0) writeFileSync(bundle, certificates.join('\n'));
  const logins = from.host === to.host ? entry(to) : entry(from) + entry(to);
  const inputs = {
    source,
    username: '',
    password: '',
    'registry-auth': logins,
    verify: 'content',
    ...(certificates.length > 0 ? { 'ca-file': bundle } : {}),
    'auth-hosts': tokensFrom.flatMap(({ tokenHosts }) => tokenHosts).join('\n'),
  };
  return publication({ engine: NO_ENGINE, registry: { ...to, ca: null }, inputs });
}

describeWithServices('promoting what another registry has', ({ engines, registries, servers, programs: { crane } }) => {
  const { tls, token, plain, cue } = registries;
  const rows = [
    { name: 'TLS and a password → a token service', from: tls, to: token },
    { name: 'a token service → TLS and a password', from: token, to: tls },
    { name: 'a token service → distribution 3', from: token, to: servers['distribution-3'] },
    { name: 'plain HTTP here → TLS and a password', from: plain, to: tls },
    { name: 'TLS and a password → CUE', from: tls, to: cue },
  ] as const;

  it.concurrent.each(rows)(
    'keeps the digest of an index with attestations, and everybody gets each platform: $name',
    async ({ from, to }) => {
      await using folder = temporary();
      using job = new Runner();
      const index = buildIndex({ contents: ['shared', unique('own')], attestations: true });
      const tag = unique('staging');
      await seed(from, index, { folder: folder.path, at: `${REPOSITORY}:${tag}` });
      await using watched = await recorded(from);
      await using reached = await recorded(to);
      const tokensFrom = await Promise.all([from, to].map(async (at) => ({ ...at, tokenHosts: await tokenHosts(at) })));
      const source = `docker://${watched.host}/${REPOSITORY}:${tag}`;
      const step = promotion({ job, from: watched, to: reached, source, tokensFrom });

      const main = await job.main(step);
      const outputs = outputsOf(main);
      expect(outputs).toMatchObject({
        reason: 'published',
        digest: index.digest,
        platforms: 'linux/amd64,linux/arm64',
      });
      expect(readLog(main.log).shown).toContain(`shows ${index.digest}`);
      const proof = await served(to, REPOSITORY, step.event.sha);
      expect([proof?.digest, proof?.document.manifests?.length]).toEqual([index.digest, 4]);
      await fetchAll(to, `${to.host}/${REPOSITORY}:${step.event.sha}`, folder.path);
      await fetchByCrane(crane, to, { reference: `${to.host}/${REPOSITORY}@${outputs.digest}`, folder: folder.path });
      expect(watched.requests.filter(({ method }) => !['GET', 'HEAD'].includes(method))).toEqual([]);
      // Some of these registries have the same password; no two have the same token.
      const isOfOne = (shown: string) => shown.startsWith('Bearer') || (shown !== '' && from.password !== to.password);
      const [ofSource, ofDestination] = [watched, reached].map(
        ({ requests }) => new Set(requests.map(({ shown }) => shown).filter(isOfOne)),
      );
      expect([...(ofSource ?? [])].filter((shown) => ofDestination?.has(shown))).toEqual([]);

      const again = await job.main(step);
      expect(outputsOf(again)).toMatchObject({ reason: 'already-published', digest: index.digest });
    },
    PATIENCE,
  );

  it.concurrent.each(engines.map((engine) => ({ engine, name: engine.name })))(
    'is pulled by the engine $name, for each platform',
    async ({ engine }) => {
      await using folder = temporary();
      await using docker = new DockerClient(engine);
      using job = new Runner();
      const index = buildIndex({ contents: [unique('own')], attestations: true });
      await seed(token, index, { folder: folder.path, at: `${REPOSITORY}:${unique('staging')}` });
      const source = `docker://${token.host}/${REPOSITORY}@${index.digest}`;
      const { image = '' } = outputsOf(await job.main(promotion({ job, from: token, to: tls, source })));
      await docker.login(tls);
      // The index for the engine's own platform, and then the image of each platform: an engine with the graph driver has
      // one image under one digest.
      const repository = image.slice(0, image.indexOf('@'));
      const [amd64, arm64] = index.children;
      await docker.pull(image);
      expect(await docker.configOf(image)).toBe(amd64?.config.digest);
      for (const [child, platform] of [
        [amd64, 'linux/amd64'],
        [arm64, 'linux/arm64'],
      ] as const) {
        await docker.pull(`${repository}@${child?.digest}`);
        expect(await docker.platformOf(`${repository}@${child?.digest}`)).toBe(platform);
      }
    },
    PATIENCE,
  );

  it(
    'sends no byte of a blob within one registry, by one login for both repositories',
    async () => {
      await using folder = temporary();
      using job = new Runner();
      const registry = { ...token, ...token.admin };
      const image = buildImage({ contents: [unique('one'), unique('two')] });
      const staging = `staging/${unique('app')}`;
      await seed(registry, image, { folder: folder.path, at: `${staging}:tested` });
      const source = `docker://${registry.host}/${staging}@${image.digest}`;
      const outputs = outputsOf(await job.main(promotion({ job, from: registry, to: registry, source })));
      expect(outputs).toMatchObject({ reason: 'published', digest: image.digest });
      const [destination] = JSON.parse(outputs.results ?? '{}').destinations;
      expect(destination.bytes.sent).toBe(0);
      expect(destination.bytes.skipped).toBeGreaterThan(0);
    },
    PATIENCE,
  );

  it(
    'does not read what its login may not read, and says which source it is',
    async () => {
      using job = new Runner();
      const source = `docker://${token.host}/staging/${unique('app')}:tested`;
      const step = await job.main(promotion({ job, from: token, to: tls, source }));
      expect([step.exitCode, step.outputs.reason]).toEqual([1, 'REGISTRY_DENIED']);
      expect(readLog(step.log).shown).toContain(source);
    },
    PATIENCE,
  );
});
