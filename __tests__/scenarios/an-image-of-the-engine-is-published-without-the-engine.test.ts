import { writeFileSync } from 'node:fs';
import { describe, expect } from '@jest/globals';
import { plainLayers, savedByOldEngine } from '../doubles/archives/saved.ts';
import { sightingsOf } from '../doubles/canary.ts';
import { buildImage, buildIndex } from '../doubles/registry/images.ts';
import { FOR_LATER, SHA } from '../doubles/runner.ts';
import { readLog } from '../doubles/runner-log.ts';
import { expectFailed, expectNothingLeft, filesWith } from './failure.ts';
import { filesIn, JUMPING_CLOCK, type Overrides, SOURCE, type Stage, scenario } from './stage.ts';

const image = buildImage({ content: 'in the engine' });
const other = buildImage({ content: 'in a file' });
const index = buildIndex({ platforms: ['linux/amd64', 'linux/arm64'], attestations: true });
const containerd = { engine: { store: 'containerd' } } as const;
const DIRECT = { engine: 'direct' };

const saves = ({ commands }: Stage) => commands.filter((command) => command === 'image save');
/** What docker is asked for: to look, and to save. It never learns of a registry. */
function expectNoLogin({ commands, engine, canary }: Stage): void {
  expect(commands.filter((command) => !['info', 'image inspect', 'image save'].includes(command))).toEqual([]);
  const told = engine.calls.map(({ args, env, stdinLength }) => JSON.stringify({ args, env, stdinLength }));
  expect(told.flatMap((text) => sightingsOf(canary, text))).toEqual([]);
}
/** Files of the runner's temporary folder that have something in them. */
const inTemp = ({ runner }: Stage) =>
  [...filesIn(runner.path('temp'))].filter(([name, bytes]) => bytes.length > 0 && !FOR_LATER.test(name));

describe('an image of the engine that is published without the engine', () => {
  for (const compression of ['gzip', 'zstd', 'none']) {
    scenario(`of the graph driver has its own config and layers, compressed as ${compression}`, {}, async (stage) => {
      const inputs = { ...DIRECT, compression, verify: 'content', tags: '1.0', 'expected-image-id': stage.imageId };
      const step = await stage.publish({ inputs });
      expect(step.outputs).toMatchObject({ reason: 'published', 'image-id': stage.imageId, verification: 'content' });
      expect(stage.heldUnder('1.0')).toEqual(stage.heldUnder(SHA));
      const manifest = JSON.parse(stage.heldUnder(SHA)?.toString() ?? '{}');
      expect(manifest.config.digest).toBe(stage.imageId);
      const suffix = { gzip: '+gzip', zstd: '+zstd', none: '' }[compression];
      expect(manifest.layers[0].mediaType).toBe(`application/vnd.oci.image.layer.v1.tar${suffix}`);
      expectNoLogin(stage);
      expectNothingLeft(stage);
      expect(stage.engine.names).toEqual([SOURCE]);
    });
  }

  scenario(
    'of the containerd store is the index that the engine has',
    { ...containerd, image: index },
    async (stage) => {
      const step = await stage.publish({ inputs: { ...DIRECT, 'expected-image-id': index.digest } });
      expect(step.outputs).toMatchObject({ digest: index.digest, platforms: 'linux/amd64,linux/arm64' });
      expect(stage.heldUnder(SHA)).toEqual(index.bytes);
      for (const { digest } of index.children) expect(stage.repository.manifests.has(digest)).toBe(true);
      expectNoLogin(stage);
      expectNothingLeft(stage);
    },
  );

  scenario('is saved once for two destinations, and not again when it is there', {}, async (stage) => {
    const inputs = { ...DIRECT, image: `${stage.name}\n${stage.registry.host}/team/mirror` };
    const first = await stage.publish({ inputs });
    expect(first.outputs.reason).toBe('published');
    expect(stage.registry.repository('team/mirror').tags.size).toBe(1);
    expect(saves(stage)).toHaveLength(1);
    const writes = stage.writes.length;
    const second = await stage.publish({ inputs });
    expect(second.outputs).toMatchObject({ reason: 'already-published', digest: first.outputs.digest });
    expect([saves(stage).length, stage.writes.length]).toEqual([1, writes]);
    expectNoLogin(stage);
  });

  scenario('is not saved in a dry run', {}, async (stage) => {
    expect((await stage.publish({ inputs: { ...DIRECT, 'dry-run': 'true' } })).outputs.reason).toBe('dry-run');
    expect(saves(stage)).toEqual([]);
    expectNothingLeft(stage);
  });

  scenario('is told of while it is saved: by its name, and how large it is', {}, async (stage) => {
    const { shown } = readLog((await stage.publish({ inputs: DIRECT })).log);
    const lines = shown.split('\n').map((line) => line.trim());
    const [begin, done] = ['The engine saves app:test', 'Saved app:test: '].map((text) =>
      lines.findIndex((line) => line.startsWith(text)),
    );
    const group = lines.findIndex((line) => line.endsWith('Push'));
    expect([group >= 0, begin, done]).toEqual([true, group + 1, group + 2]);
    expect(lines[done ?? 0]).toMatch(/: \d+(?:\.\d)? KiB\.$/);
  });
});

describe('an engine that does not save the image that it showed', () => {
  const layer = () => plainLayers(buildImage({ content: 'the image that was tested', format: 'docker' }))[0] ?? '';
  const flipped = (saved: Buffer): Buffer => {
    const copy = Buffer.from(saved);
    const at = copy.indexOf(layer()) + 512;
    copy[at] = (copy[at] ?? 0) ^ 1;
    return copy;
  };
  const rows: readonly (readonly [string, (saved: Buffer) => Buffer, string])[] = [
    ['but another', () => savedByOldEngine({ image: buildImage({ content: 'other' }) }), 'IDENTITY_MISMATCH'],
    [
      'but two',
      () => savedByOldEngine({ image: buildImage() }, { image: buildImage({ content: 'x' }) }),
      'SOURCE_INVALID',
    ],
    ['but a part of it', (saved) => saved.subarray(0, saved.length - 2000), 'SOURCE_INVALID'],
    ['but one with another layer', flipped, 'SOURCE_INVALID'],
    ['but nothing', () => Buffer.alloc(0), 'SOURCE_INVALID'],
  ];
  for (const [what, file, code] of rows) {
    scenario(`${what} is found out, and nothing leads to it`, {}, async (stage) => {
      stage.engine.fault({ on: 'save', act: { kind: 'save-instead', file } });
      const text = expectFailed(await stage.publish({ inputs: DIRECT }), code);
      expect(text).toMatch(/engine (?:has )?saved.*app:test/);
      expect([stage.repository.manifests.size, stage.repository.tags.size]).toEqual([0, 0]);
      expectNothingLeft(stage);
    });
  }

  for (const [says, code, hint] of [
    ['write /tmp/.tmp-image.tar1: no space left on device', 'PUSH_FAILED', 'RUNNER_TEMP'],
    ['unexpected EOF', 'ENGINE_UNAVAILABLE', 'stopped'],
  ] as const) {
    scenario(`for "${says}" says what to do`, {}, async (stage) => {
      stage.engine.fault({ on: 'save', act: { kind: 'exit', code: 1, stderr: `${says}\n` } });
      expect(expectFailed(await stage.publish({ inputs: DIRECT }), code)).toContain(hint);
      expectNothingLeft(stage);
    });
  }
});

describe('a run that is ended while the engine saves an image', () => {
  const running = async (stage: Stage, at: 'start' | 'saving', more: Overrides = {}) => {
    const hold = stage.engine.hold('save', at);
    const step = stage.start({ inputs: { ...DIRECT, timeout: '1' }, ...more });
    const call = await hold.reached;
    if (at === 'saving')
      expect(inTemp(stage).map(([name]) => name)).toEqual([expect.stringMatching(/^verified-image-push-/)]);
    return { ...step, hold, call };
  };

  for (const at of ['start', 'saving'] as const) {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      scenario(`by ${signal} at its ${at} ends docker, and leaves nothing`, {}, async (stage) => {
        const { child, ended, call } = await running(stage, at);
        child.kill(signal);
        const step = await ended;
        await call.ended;
        expectFailed(step, 'CANCELLED');
        expectNothingLeft(stage);
        expect((await stage.post(step)).exitCode).toBe(0);
        expectNothingLeft(stage);
        expect(stage.writes).toEqual([]);
      });
    }

    scenario(`by SIGKILL at its ${at} has the image removed by the post step, for good`, {}, async (stage) => {
      const { child, ended, call, hold } = await running(stage, at);
      child.kill('SIGKILL');
      const step = await ended;
      const post = await stage.post(step);
      expect([post.exitCode, inTemp(stage)]).toEqual([0, []]);
      expect(readLog(post.log).shown).toContain('an image saved for the push');

      // The docker command has outlived the step, and finds no place for the image.
      hold.release();
      await call.ended;
      expect(inTemp(stage)).toEqual([]);
      expect(filesWith(stage.runner.folder, stage.canary)).toEqual([]);
    });
  }

  scenario('by SIGKILL, with what is saved of the image before the post step, has it removed', {}, async (stage) => {
    const { child, ended, call, hold } = await running(stage, 'saving');
    child.kill('SIGKILL');
    const step = await ended;
    hold.release();
    await call.ended;
    // Docker ends with the step, before or after it gives the file its name.
    expect(inTemp(stage).map(([name]) => name)).toEqual([expect.stringMatching(/\/(?:\.tmp-)?image\.tar\d*$/)]);
    expect((await stage.post(step)).exitCode).toBe(0);
    expect(inTemp(stage)).toEqual([]);
  });

  scenario('by its time leaves nothing', {}, async (stage) => {
    const { child, ended } = await running(stage, 'saving', { env: JUMPING_CLOCK });
    child.kill('SIGUSR2');
    expectFailed(await ended, 'TIMEOUT');
    expectNothingLeft(stage);
  });
});

describe('the input "engine"', () => {
  const withFileOfThatName = (stage: Stage) =>
    writeFileSync(
      stage.runner.path('workspace', SOURCE.split(':')[0] ?? ''),
      savedByOldEngine({ image: other, names: [SOURCE] }),
    );

  for (const [engine, source] of [
    ['docker', SOURCE],
    ['docker', `docker-daemon:${SOURCE}`],
    ['auto', `docker-daemon:${SOURCE}`],
    ['direct', `docker-daemon:${SOURCE}`],
  ] as const) {
    scenario(`"${engine}" takes ${source} from the engine, whatever file has that name`, { image }, async (stage) => {
      withFileOfThatName(stage);
      const step = await stage.publish({ inputs: { engine, source } });
      expect(step.outputs).toMatchObject({ reason: 'published', 'image-id': image.config.digest });
    });
  }

  for (const engine of ['auto', 'direct'] as const) {
    scenario(`"${engine}" takes neither where a file and an image have one name`, { image }, async (stage) => {
      withFileOfThatName(stage);
      const text = expectFailed(await stage.publish({ inputs: { engine, source: SOURCE } }), 'INPUT_INVALID');
      expect(text).toContain(`docker-daemon:${SOURCE}`);
      expect(stage.registry.requests).toEqual([]);
    });
  }

  scenario('does not go with a file if the engine is to push', {}, async (stage) => {
    const text = expectFailed(
      await stage.publish({ inputs: { engine: 'docker', source: 'oci:layout' } }),
      'INPUT_INVALID',
    );
    expect(text).toContain('source');
    expect([stage.commands, stage.registry.requests]).toEqual([[], []]);
  });
});
