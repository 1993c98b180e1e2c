/**
 * The action prune/ with real registries and our double: after it everything that is kept is whole, everything that was
 * planned is gone, garbage collection takes nothing of what is kept, and until then what is gone can be put back.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { sha256 } from '../doubles/registry/digest.ts';
import { buildImage, buildIndex, descriptorOf, type Image, type ImageIndex } from '../doubles/registry/images.ts';
import { INDEX } from '../doubles/registry/media-types.ts';
import { Runner, SHA, type Step } from '../doubles/runner.ts';
import { services } from '../doubles/services.ts';
import { type Collected, collectedDoubles, realCollected } from './support/collected.ts';
import type { OwnDistribution } from './support/own-distribution.ts';
import { ACCEPT, pushBlob, type Reply, send } from './support/raw-client.ts';

const REPOSITORY = 'team/app';
const running = services();
const places: readonly Collected[] = [...(running === undefined ? [] : realCollected(running)), ...collectedDoubles];

const OLD = { 'org.opencontainers.image.created': '2020-01-01T00:00:00Z' };
const tag = (digit: string) => digit.repeat(40);

class Registry {
  readonly #own: OwnDistribution;

  constructor(own: OwnDistribution) {
    this.#own = own;
  }

  get name(): string {
    return `${this.#own.host}/${REPOSITORY}`;
  }

  get(path: string): Promise<Reply> {
    return send('GET', `http://${this.#own.host}/v2/${REPOSITORY}/${path}`, { headers: { accept: ACCEPT } });
  }

  async put(reference: string, bytes: Buffer, mediaType: string): Promise<void> {
    const url = `http://${this.#own.host}/v2/${REPOSITORY}/manifests/${reference}`;
    expect((await send('PUT', url, { body: bytes, headers: { 'content-type': mediaType } })).status).toBe(201);
  }

  async push(image: Image, reference = image.digest): Promise<void> {
    for (const { bytes } of [image.config, ...image.layers]) {
      expect((await pushBlob(`http://${this.#own.host}`, REPOSITORY, bytes)).status).toBe(201);
    }
    await this.put(reference, image.bytes, image.mediaType);
  }

  async pushIndex(index: ImageIndex, reference: string): Promise<void> {
    for (const child of index.children) await this.push(child);
    await this.put(reference, index.bytes, index.mediaType);
  }

  /** Attaches something, and enters it under the fallback tag, as clients do where there is no API. */
  async attach(subject: Pick<Image, 'digest' | 'mediaType' | 'bytes'>): Promise<Image> {
    const attached = buildImage({
      content: subject.digest,
      artifactType: 'application/x-test',
      subject: descriptorOf(subject),
    });
    await this.push(attached);
    const list = Buffer.from(
      JSON.stringify({ schemaVersion: 2, mediaType: INDEX.oci, manifests: [descriptorOf(attached)] }),
    );
    await this.put(subject.digest.replace(':', '-'), list, INDEX.oci);
    return attached;
  }

  /** Everything that cannot be read, byte for byte, of all that a tag or digest leads to. */
  async lostOf(reference: string): Promise<readonly string[]> {
    const { status, body } = await this.get(`manifests/${reference}`);
    if (status !== 200) return [reference];
    const { manifests = [], config, layers = [] } = JSON.parse(body.toString());
    const lost: string[] = [];
    for (const { digest } of manifests) lost.push(...(await this.lostOf(digest)));
    for (const { digest } of [...(config === undefined ? [] : [config]), ...layers]) {
      const blob = await this.get(`blobs/${digest}`);
      if (blob.status !== 200 || sha256(blob.body) !== digest) lost.push(digest);
    }
    return lost;
  }

  async isThere(reference: string): Promise<boolean> {
    return (await this.get(`manifests/${reference}`)).status === 200;
  }

  collect(): Promise<void> {
    return this.#own.collect();
  }
}

function prune(runner: Runner, image: string, inputs: Readonly<Record<string, string>>): Promise<Step> {
  const payload = { repository: { id: 1, default_branch: 'main', fork: false } };
  const event = { name: 'workflow_dispatch', ref: 'refs/heads/main', sha: SHA, payload };
  const always = {
    image,
    username: 'bot',
    password: 'any',
    'keep-newest': '0',
    'trust-created': 'true',
    'max-share': '100 %',
  };
  return runner.main({ action: 'prune', event, inputs: { ...always, ...inputs } });
}

describe.each(places)('$name', ({ open }) => {
  it.concurrent('keeps what is kept, loses what was planned, and gets it back until garbage is collected', async () => {
    await using own = await open();
    using runner = new Runner();
    const registry = new Registry(own);
    const old = buildIndex({ content: 'shared', attestations: true, annotations: OLD });
    // It has one platform of the old one, and so its layers.
    const version = buildIndex({ content: 'shared', platforms: ['linux/amd64'], annotations: OLD });
    const deployed = buildImage({ content: 'deployed', annotations: OLD });
    const docker = buildImage({ content: 'of the engine', format: 'docker' });
    await registry.pushIndex(old, tag('a'));
    await registry.pushIndex(version, '1.2.3');
    await registry.push(deployed, tag('b'));
    await registry.push(docker, tag('c'));
    const signed = await registry.attach(old);
    const kept = await registry.attach(version);
    const alone = old.children.filter(({ digest }) => !version.children.some((each) => each.digest === digest));
    const goes = [old.digest, docker.digest, signed.digest, ...alone.map(({ digest }) => digest)];
    const inputs = { 'keep-digests': `mirror.example/x@${deployed.config.digest}` };

    const dry = await prune(runner, registry.name, inputs);
    expect(dry.log).not.toContain('::error');
    const plan = JSON.parse(dry.outputs.results ?? '').repositories[0];
    for (const digest of goes) expect(await registry.isThere(digest)).toBe(true);
    expect(plan.planned.map(({ digest }: { digest: string }) => digest)).toEqual(expect.arrayContaining(goes));

    const step = await prune(runner, registry.name, { ...inputs, 'dry-run': 'false' });
    expect(step.log).not.toContain('::error');
    // The fallback list of the old one goes, too.
    expect(step.outputs).toMatchObject({ deleted: String(goes.length + 1), failed: '0' });
    for (const digest of goes) expect([digest, await registry.isThere(digest)]).toEqual([digest, false]);

    const undo = readFileSync(step.outputs['undo-file'] ?? '', 'utf8')
      .trim()
      .split('\n')
      .reverse();
    for (const line of undo) {
      const { digest, mediaType, manifest } = JSON.parse(line);
      await registry.put(digest, Buffer.from(manifest, 'base64'), mediaType);
    }
    expect(await registry.lostOf(old.digest)).toEqual([]);
    await registry.put(tag('a'), old.bytes, old.mediaType);
    await registry.put(tag('c'), docker.bytes, docker.mediaType);
    await registry.attach(old);

    const again = await prune(runner, registry.name, { ...inputs, 'dry-run': 'false' });
    expect(again.outputs).toMatchObject({ deleted: String(goes.length + 1), failed: '0' });
    await registry.collect();
    for (const reference of ['1.2.3', tag('b'), kept.digest, version.digest.replace(':', '-')])
      expect([reference, await registry.lostOf(reference)]).toEqual([reference, []]);
    for (const digest of goes) expect([digest, await registry.isThere(digest)]).toEqual([digest, false]);
  });
});

describe.each(running === undefined ? [] : [running.servers['distribution-3-token']])(
  'with a token service',
  (server) => {
    const run = async (
      runner: Runner,
      account: { readonly username: string; readonly password: string },
      dryRun: string,
    ) => {
      const { username, password } = account;
      const given = { username, password, 'ca-file': server.ca ?? '', 'keep-digests': 'none', 'dry-run': dryRun };
      return prune(runner, `${server.host}/${REPOSITORY}`, given);
    };

    it('finds out before it reads anything that the credential may not delete', async () => {
      using runner = new Runner();
      const step = await run(runner, server, 'false');
      expect(step).toMatchObject({ exitCode: 1, outputs: { deleted: '0', failed: '0', 'freed-bytes': '' } });
      expect(step.log).toContain('::error title=REGISTRY_DENIED::The credential may not delete');
    });

    it('makes a plan with a credential that may only pull', async () => {
      using runner = new Runner();
      const step = await run(runner, server.reader, 'true');
      expect(step.log).not.toContain('may not delete');
    });
  },
);
