import { symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect } from '@jest/globals';
import {
  blobPath,
  changed,
  type FileTree,
  layout,
  nestedLayout,
  ociArchive,
  writeLayout,
} from '../doubles/archives/layouts.ts';
import { plainLayers, savedByKaniko, savedByOldEngine, savedBySkopeo } from '../doubles/archives/saved.ts';
import { tar } from '../doubles/archives/tar.ts';
import { sha256 } from '../doubles/registry/digest.ts';
import { buildImage, buildIndex } from '../doubles/registry/images.ts';
import { SHA, type Step } from '../doubles/runner.ts';
import { expectFailed } from './failure.ts';
import { expectHarmless } from './harmless.ts';
import { type Stage, scenario } from './stage.ts';

const image = buildImage({ contents: ['one', 'two', 'one'] });
const index = buildIndex({ contents: ['a', 'b'], attestations: true });
const NOTHING = 'unix:///nonexistent/docker.sock';

/** Puts a file or a folder into the workspace and publishes it from there; the engine cannot be reached. */
async function publishFile(
  stage: Stage,
  content: Buffer | FileTree,
  inputs: Readonly<Record<string, string>> = {},
): Promise<Step> {
  const path = stage.runner.path('workspace', 'image.tar');
  if (Buffer.isBuffer(content)) writeFileSync(path, content);
  else writeLayout(path, content);
  const step = await stage.publish({ inputs: { source: 'image.tar', ...inputs }, env: { DOCKER_HOST: NOTHING } });
  // It is asked whether it has an image of that name, and does not answer.
  expect(stage.commands.filter((command) => command !== 'info')).toEqual([]);
  return step;
}

/** Nothing that a tag or a digest could lead to, and nothing of what was changed as a whole. */
function expectNothingPut(stage: Stage): void {
  expect([...stage.repository.manifests.keys()]).toEqual([]);
  expect([...stage.repository.tags.keys()]).toEqual([]);
}

describe('an image in a file', () => {
  for (const [name, content] of [
    ['an OCI layout', layout(image)],
    ['an OCI archive', ociArchive(layout(image))],
  ] as const) {
    scenario(`is published from ${name} byte for byte`, {}, async (stage) => {
      const step = await publishFile(stage, content, { verify: 'content', tags: '1.0' });
      expect(step.outputs).toMatchObject({
        reason: 'published',
        digest: image.digest,
        'image-id': image.config.digest,
      });
      expect(stage.heldUnder(SHA)?.equals(image.bytes)).toBe(true);
      expect(stage.heldUnder('1.0')?.equals(image.bytes)).toBe(true);
    });
  }

  scenario('is published as an index with all its platforms and attestations', {}, async (stage) => {
    const step = await publishFile(stage, ociArchive(nestedLayout(index, 'docker.io/library/app:1')));
    expect(step.outputs).toMatchObject({ digest: index.digest, platforms: 'linux/amd64,linux/arm64' });
    expect([...stage.repository.manifests.keys()].toSorted()).toEqual(
      [index, ...index.children].map(({ digest }) => digest).toSorted(),
    );
  });

  for (const [name, archive] of [
    ['docker save', savedByOldEngine({ image, names: ['app:1'] })],
    ['skopeo', savedBySkopeo({ image, names: ['app:1'] })],
    ['kaniko', savedByKaniko({ image, names: ['app:1'] })],
  ] as const) {
    scenario(`is published from an archive of ${name} with its config and its layers`, {}, async (stage) => {
      const inputs = { verify: 'content', 'expected-image-id': image.config.digest };
      const step = await publishFile(stage, archive, inputs);
      expect(step.outputs).toMatchObject({ reason: 'published', 'image-id': image.config.digest });
      const manifest = JSON.parse(stage.heldUnder(SHA)?.toString() ?? '{}');
      expect(manifest.layers).toHaveLength(plainLayers(image).length);
    });
  }

  scenario('is taken from the several in an archive by its name', {}, async (stage) => {
    const other = buildImage({ content: 'other' });
    const archive = savedByOldEngine({ image, names: ['app:1'] }, { image: other, names: ['app:2'] });
    const step = await publishFile(stage, archive, { source: 'image.tar:app:2' });
    expect(step.outputs['image-id']).toBe(other.config.digest);
  });

  scenario('is not published if it is another than was tested', {}, async (stage) => {
    const step = await publishFile(stage, layout(image), { 'expected-image-id': `sha256:${'0'.repeat(64)}` });
    expectFailed(step, 'IDENTITY_MISMATCH');
    expect(stage.registry.requests).toEqual([]);
  });

  scenario('is not a program that has the name of an image', {}, async (stage) => {
    stage.write('app', '\x7fELF');
    const step = await stage.publish({ inputs: { source: 'app:test' } });
    expect(step.outputs).toMatchObject({ reason: 'published', 'image-id': stage.imageId });
  });
});

describe('a file that was changed on its way from another job', () => {
  const layer = image.layers[1];
  const flipped = (bytes: Buffer) => Buffer.from(bytes.map((byte, at) => (at === bytes.length - 1 ? byte ^ 1 : byte)));

  for (const [name, changedPart] of [
    ['a manifest', image],
    ['a config', image.config],
    ['a layer', layer],
  ] as const) {
    scenario(`is found out before anything leads to it: ${name} of a layout`, {}, async (stage) => {
      if (changedPart === undefined) throw new Error('it has no layer');
      const bytes = flipped(changedPart.bytes);
      const step = await publishFile(stage, changed(layout(image), blobPath(changedPart.digest), bytes));
      expect(expectFailed(step, 'SOURCE_INVALID')).toContain('was changed');
      expectNothingPut(stage);
      expect(stage.repository.blobs.has(sha256(bytes))).toBe(false);
    });
  }

  scenario('is found out before anything leads to it: a layer of docker save', {}, async (stage) => {
    const archive = savedByOldEngine({ image });
    // In the second layer, whose content is there once.
    const at = archive.indexOf(plainLayers(image)[1] ?? '') + 512;
    archive[at] = (archive[at] ?? 0) ^ 1;
    expectFailed(await publishFile(stage, archive), 'SOURCE_INVALID');
    expectNothingPut(stage);
  });

  scenario('is found out before the registry is asked: an archive that is cut off', {}, async (stage) => {
    const archive = ociArchive(layout(image));
    const step = await publishFile(stage, archive.subarray(0, archive.length - 700));
    expect(expectFailed(step, 'SOURCE_INVALID')).toContain('cut off');
    expect(stage.registry.requests).toEqual([]);
  });

  scenario('cannot command the runner by the names in it', {}, async (stage) => {
    const name = '../\n::set-output name=digest::HOSTILE\n::add-mask::HOSTILE\n\x1b[2J';
    const step = await publishFile(stage, tar([{ name, content: 'x' }]));
    expectFailed(step, 'SOURCE_INVALID');
    expectHarmless(step);
  });

  scenario('cannot lead out of the workspace', {}, async (stage) => {
    const files = layout(image);
    const path = stage.runner.path('workspace', 'layout');
    writeLayout(path, changed(files, blobPath(image.config.digest), undefined));
    symlinkSync('/etc/passwd', join(path, blobPath(image.config.digest)));
    const step = await stage.publish({ inputs: { source: './layout' } });
    expect(expectFailed(step, 'SOURCE_INVALID')).toContain('leads out of it');
    expect(stage.registry.requests).toEqual([]);
  });
});
