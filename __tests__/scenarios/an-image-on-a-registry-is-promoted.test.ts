import { describe, expect } from '@jest/globals';
import { type Canary, makeCanary, sightingsOf } from '../doubles/canary.ts';
import { buildIndex } from '../doubles/registry/images.ts';
import { type Registry, startRegistry } from '../doubles/registry/start-registry.ts';
import { SHA, type Step } from '../doubles/runner.ts';
import { readLog } from '../doubles/runner-log.ts';
import { expectFailed } from './failure.ts';
import { FAST_CLOCK, type Stage, scenario, USERNAME } from './stage.ts';

const index = buildIndex({ contents: ['a', 'b'], attestations: true });
const [image] = index.children as [(typeof index.children)[0]];
const READER = 'reader';
const NO_ENGINE = { DOCKER_HOST: 'unix:///nonexistent/docker.sock' };

/** Another registry, where staging has the image; what it gives may only be read. */
type Staging = { readonly registry: Registry; readonly canary: Canary; readonly name: string };

async function withStaging(story: (staging: Staging) => Promise<void>, auth?: 'open'): Promise<void> {
  const canary = makeCanary();
  const users = { [READER]: canary.password };
  await using registry = await startRegistry(auth === 'open' ? {} : { auth: { kind: 'token', users } });
  registry.repository('staging/app').putIndex({ contents: ['a', 'b'], attestations: true, tag: 'tested' });
  await story({ registry, canary, name: `docker://${registry.host}/staging/app` });
  registry.assertClean();
  const writes = registry.requests.filter(({ method, kind }) => !['GET', 'HEAD'].includes(method) && kind !== 'token');
  expect(writes).toEqual([]);
}

const entry = (host: string, username: string, { password }: Canary) =>
  `- registry: ${host}\n  username: ${JSON.stringify(username)}\n  password: ${JSON.stringify(password)}\n`;

/** Credentials for both, each for its own. */
function logins(stage: Stage, { registry, canary }: Staging): Readonly<Record<string, string>> {
  const both = entry(stage.registry.host, USERNAME, stage.canary) + entry(registry.host, READER, canary);
  return { username: '', password: '', 'registry-auth': both };
}

function promote(stage: Stage, staging: Staging, inputs: Readonly<Record<string, string>> = {}): Promise<Step> {
  return stage.publish({
    inputs: { source: `${staging.name}@${index.digest}`, ...logins(stage, staging), ...inputs },
    env: NO_ENGINE,
  });
}

/** Everything that a registry was sent. */
const sentTo = ({ requests }: Registry) =>
  Buffer.from(JSON.stringify(requests.map(({ target, headers, body }) => [target, headers, body.toString('latin1')])));

describe('an image on a registry', () => {
  scenario('is published elsewhere by its digest, with all that belongs to it', {}, async (stage) => {
    await withStaging(async (staging) => {
      const step = await promote(stage, staging, { verify: 'content', tags: '1.0' });
      expect(step.outputs).toMatchObject({
        reason: 'published',
        digest: index.digest,
        platforms: 'linux/amd64,linux/arm64',
      });
      expect([...stage.repository.manifests.keys()].toSorted()).toEqual(
        [index, ...index.children].map(({ digest }) => digest).toSorted(),
      );
      for (const tag of [SHA, '1.0']) expect(stage.heldUnder(tag)?.equals(index.bytes)).toBe(true);
      expect(stage.commands.filter((command) => command !== 'info')).toEqual([]);
      expect(step.log).toContain(`staging/app@${index.digest}`);
      const again = await promote(stage, staging);
      expect(again.outputs).toMatchObject({ reason: 'already-published', digest: index.digest });
    });
  });

  scenario('tells each registry its own login, and no other one', {}, async (stage) => {
    await withStaging(async (staging) => {
      const step = await promote(stage, staging);
      expect(step.outputs.reason).toBe('published');
      expect(sightingsOf(stage.canary, sentTo(staging.registry))).toEqual([]);
      expect(sightingsOf(staging.canary, sentTo(stage.registry))).toEqual([]);
      for (const { value } of staging.registry.tokens) expect(sentTo(stage.registry).includes(value)).toBe(false);
      const asked = staging.registry.requests.flatMap(({ kind, query }) =>
        kind === 'token' ? query.getAll('scope') : [],
      );
      expect(new Set(asked)).toEqual(new Set(['repository:staging/app:pull']));
      for (const canary of [stage.canary, staging.canary])
        expect(sightingsOf(canary, readLog(step.log).shown)).toEqual([]);
    });
  });

  scenario('is what a tag shows when it is read, and that is told', {}, async (stage) => {
    await withStaging(async (staging) => {
      const { registry } = staging;
      // It is moved as soon as it was read.
      const move = () => void registry.repository('staging/app').putImage({ content: 'newer', tag: 'tested' });
      const read = registry.fault({ match: { kind: 'tag' }, act: { kind: 'wait', until: async () => move() } });
      const step = await promote(stage, staging, { source: `${staging.name}:tested` });
      expect(read.played).toBe(1);
      expect(step.outputs).toMatchObject({ reason: 'published', digest: index.digest });
      expect(step.log).toContain(`${staging.name}:tested shows ${index.digest}`);
      expect(registry.requests.filter(({ reference }) => reference === 'tested')).toHaveLength(1);
    });
  });

  scenario('that everybody may read needs no login', {}, async (stage) => {
    await withStaging(async ({ name, registry }) => {
      const step = await stage.publish({ inputs: { source: `${name}:tested` }, env: NO_ENGINE });
      expect(step.outputs).toMatchObject({ reason: 'published', digest: index.digest });
      expect(sightingsOf(stage.canary, sentTo(registry))).toEqual([]);
    }, 'open');
  });

  scenario('is not read with the password of another registry', {}, async (stage) => {
    await withStaging(async ({ name, registry }) => {
      const step = await stage.publish({ inputs: { source: `${name}:tested` }, env: NO_ENGINE });
      const text = expectFailed(step, 'REGISTRY_DENIED');
      expect(text).toContain(`${name}:tested`);
      expect(text).toContain('without a login');
      expect(sightingsOf(stage.canary, sentTo(registry))).toEqual([]);
      expect(stage.registry.requests).toEqual([]);
    });
  });

  scenario('is not read without a login where the one for it is refused', {}, async (stage) => {
    await withStaging(async (staging) => {
      const wrong = { ...staging, canary: makeCanary() };
      const step = await promote(stage, wrong);
      expectFailed(step, 'LOGIN_FAILED');
      expect(stage.registry.requests).toEqual([]);
    });
  });

  scenario('is compared with what was tested before the destination is contacted', {}, async (stage) => {
    await withStaging(async (staging) => {
      const step = await promote(stage, staging, { 'expected-image-id': `sha256:${'0'.repeat(64)}` });
      expectFailed(step, 'IDENTITY_MISMATCH');
      expect(stage.registry.requests).toEqual([]);
      const tested = await promote(stage, staging, { 'expected-image-id': index.digest });
      expect(tested.outputs.reason).toBe('published');
    });
  });

  scenario('is planned in a dry run', {}, async (stage) => {
    await withStaging(async (staging) => {
      const step = await promote(stage, staging, { 'dry-run': 'true' });
      expect(step.outputs.reason).toBe('dry-run');
      expect(stage.writes).toEqual([]);
      expect(JSON.parse(step.outputs.results ?? '{}').plan.source).toMatchObject({
        kind: 'registry',
        id: index.digest,
      });
    });
  });

  scenario('has its source, its destination and its platforms in the summary', {}, async (stage) => {
    await withStaging(async (staging) => {
      const step = await promote(stage, staging);
      for (const words of ['staging/app', 'team/app', 'linux/amd64', 'linux/arm64']) {
        expect(step.summary.replaceAll(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)))).toContain(words);
      }
      expect(step.summary).toContain('| Platform |');
    });
  });
});

describe('an image on the registry that it is published to', () => {
  scenario(
    'sends not one byte of its layers',
    {
      registry: ({ password }) => ({ auth: { kind: 'token', users: { [USERNAME]: password } } }),
    },
    async (stage) => {
      stage.registry.repository('staging/app').putIndex({ contents: ['a', 'b'], attestations: true, tag: 'tested' });
      const source = `docker://${stage.registry.host}/staging/app@${index.digest}`;
      const step = await stage.publish({ inputs: { source }, env: NO_ENGINE });
      expect(step.outputs).toMatchObject({ reason: 'published', digest: index.digest });
      const { requests } = stage.registry;
      const uploads = requests.filter(({ kind }) => kind === 'upload');
      expect(uploads.reduce((sum, { bodyBytes }) => sum + bodyBytes, 0)).toBe(0);
      expect(requests.filter(({ query }) => query.get('from') === 'staging/app').length).toBeGreaterThan(0);
      // Reading alone for the source; and one token that may write here and read there.
      const scopes = requests.flatMap(({ kind, query }) => (kind === 'token' ? [query.getAll('scope').join(' ')] : []));
      expect(scopes).toContain('repository:staging/app:pull');
      expect(scopes).toContain('repository:team/app:pull,push repository:staging/app:pull');
      expect(JSON.parse(step.outputs.results ?? '{}').destinations[0].bytes.sent).toBe(0);
    },
  );

  scenario(
    'is streamed where two entries are for its two repositories',
    {
      registry: ({ password }) => ({ auth: { kind: 'basic', users: { [USERNAME]: password, [READER]: password } } }),
    },
    async (stage) => {
      const { host } = stage.registry;
      stage.registry.repository('staging/app').putImage({ contents: ['a', 'b'], tag: 'tested' });
      const both = `${entry(host, USERNAME, stage.canary)}${entry(host, READER, stage.canary).trimEnd()}\n  scope: staging/app\n`;
      const inputs = {
        source: `docker://${host}/staging/app:tested`,
        username: '',
        password: '',
        'registry-auth': both,
      };
      const step = await stage.publish({ inputs, env: NO_ENGINE });
      expect(step.outputs).toMatchObject({ reason: 'published' });
      expect(stage.registry.requests.filter(({ query }) => query.has('from'))).toEqual([]);
    },
  );
});

describe('a source that lies, or lacks a part', () => {
  const layer = image.layers[0]?.digest ?? '';
  type Change = (staging: Staging) => void;
  const CHANGES: readonly (readonly [
    name: string,
    change: Change,
    code: 'SOURCE_INVALID' | 'SOURCE_NOT_FOUND',
    said: RegExp,
  ])[] = [
    [
      'an image that is not there',
      ({ registry }) => registry.repository('staging/app').manifests.clear(),
      'SOURCE_NOT_FOUND',
      /nothing under this digest/,
    ],
    [
      'a platform that is not there',
      ({ registry }) => registry.repository('staging/app').manifests.delete(image.digest),
      'SOURCE_INVALID',
      /lacks the manifest for linux\/amd64/,
    ],
    [
      'a config that is not there',
      ({ registry }) => registry.repository('staging/app').blobs.delete(image.config.digest),
      'SOURCE_INVALID',
      /lacks the config/,
    ],
    [
      'a layer that is not there',
      ({ registry }) => registry.repository('staging/app').blobs.delete(layer),
      'SOURCE_INVALID',
      /does not have the blob/,
    ],
    [
      'a manifest of other bytes',
      ({ registry }) =>
        registry.fault({
          match: { kind: 'digest', reference: index.digest },
          act: { kind: 'other-bytes', bytes: 'reserialised' },
          times: 'always',
        }),
      'SOURCE_INVALID',
      /other bytes/,
    ],
    [
      'a layer of other bytes',
      ({ registry }) =>
        registry.fault({ match: { kind: 'blob', reference: layer }, act: { kind: 'other-bytes' }, times: 'always' }),
      'SOURCE_INVALID',
      /other bytes/,
    ],
    [
      'a layer that is too short',
      ({ registry }) =>
        registry.fault({
          match: { kind: 'blob', reference: layer },
          act: { kind: 'other-bytes', bytes: 'truncated' },
          times: 'always',
        }),
      'SOURCE_INVALID',
      /fewer than/,
    ],
  ];

  for (const [name, change, code, said] of CHANGES) {
    scenario(`is named, and no tag is written: ${name}`, {}, async (stage) => {
      await withStaging(async (staging) => {
        change(staging);
        const step = await stage.publish({
          inputs: { source: `${staging.name}@${index.digest}`, ...logins(stage, staging) },
          env: { ...NO_ENGINE, ...FAST_CLOCK },
        });
        expect(expectFailed(step, code)).toMatch(said);
        expect(step.log).toContain(staging.name);
        expect([...stage.repository.tags.keys()]).toEqual([]);
      });
    });
  }

  scenario('need not have a layer that the destination has', {}, async (stage) => {
    await withStaging(async (staging) => {
      const bytes = staging.registry.repository('staging/app').blobs.get(layer) ?? Buffer.alloc(0);
      staging.registry.repository('staging/app').blobs.delete(layer);
      stage.repository.exists = true;
      stage.repository.blobs.set(layer, bytes);
      const step = await promote(stage, staging);
      expect(step.outputs).toMatchObject({ reason: 'published', digest: index.digest });
    });
  });

  scenario('is read on where its connection breaks', {}, async (stage) => {
    await withStaging(async (staging) => {
      staging.registry.fault({ match: { kind: 'blob', reference: layer }, act: { kind: 'reset', when: 'mid-body' } });
      const step = await promote(stage, staging);
      expect(step.outputs).toMatchObject({ reason: 'published', digest: index.digest });
    });
  });
});

describe('a manifest of a matrix', () => {
  scenario('is named by the commit, so that its jobs need hand nothing over', {}, async (stage) => {
    await withStaging(async (staging) => {
      staging.registry.repository('staging/app').tags.set(`${SHA}-x`, index.digest);
      const step = await promote(stage, staging, { source: `${staging.name}:{sha}-x` });
      expect(step.outputs).toMatchObject({ reason: 'published', digest: index.digest });
    });
  });
});
