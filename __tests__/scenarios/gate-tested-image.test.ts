/** The image that was tested is the one that is published: its identity, and the commit it says it was built from. */
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect } from '@jest/globals';
import { REVISION_LABEL } from '../../src/image/config.ts';
import type { Held } from '../doubles/engine/image-store.ts';
import { sha256 } from '../doubles/registry/digest.ts';
import { buildImage, buildIndex, descriptorOf, type Image, type ImageIndex } from '../doubles/registry/images.ts';
import { SHA } from '../doubles/runner.ts';
import { archive } from '../exhaustive/saved-tar.ts';
import { expectFailed } from './failure.ts';
import { type Stage, type StageOptions, scenario } from './stage.ts';

const CONTAINERD: StageOptions['engine'] = { store: 'containerd' };

const hexOf = (digest: string) => digest.slice('sha256:'.length);

/** saving gives the engine's command what it lacks: `docker image save`, which prints an archive. */
function saving(stage: Stage, image: Image): { readonly PATH: string } {
  const folder = stage.runner.path('files', 'bin');
  mkdirSync(folder, { recursive: true });
  const blobs = [image, image.config, ...image.layers].map(({ digest, bytes }) => ({
    name: `blobs/sha256/${hexOf(digest)}`,
    content: bytes,
  }));
  const manifest = JSON.stringify([{ Config: `blobs/sha256/${hexOf(image.config.digest)}`, RepoTags: ['app:test'] }]);
  writeFileSync(join(folder, 'saved.tar'), archive([...blobs, { name: 'manifest.json', content: manifest }]));
  const { PATH } = stage.engine.env;
  const real = join(PATH.slice(0, PATH.indexOf(':')), 'docker');
  const script = `#!/bin/sh\n[ "$1 $2" = 'image save' ] && exec cat '${join(folder, 'saved.tar')}'\nexec '${real}' "$@"\n`;
  writeFileSync(join(folder, 'docker'), script);
  chmodSync(join(folder, 'docker'), 0o755);
  return { PATH: `${folder}:${PATH}` };
}

describe('the expected image', () => {
  const image = buildImage({ content: 'the image that was tested', format: 'docker' });

  scenario('is told by the ID that the engine shows', { image }, async (stage) => {
    const step = await stage.publish({ inputs: { 'expected-image-id': image.config.digest } });
    expect(step).toMatchObject({ exitCode: 0, outputs: { reason: 'published', 'image-id': image.config.digest } });
  });

  scenario('is another one: nothing is pushed, nobody is asked', { image }, async (stage) => {
    const other = buildImage({ content: 'another image' }).config.digest;
    const text = expectFailed(await stage.publish({ inputs: { 'expected-image-id': other } }), 'IDENTITY_MISMATCH');
    for (const named of [image.config.digest, other]) expect(text).toContain(named);
    expect(stage.registry.requests).toEqual([]);
    expect(stage.commands).not.toContain('login');
  });

  scenario('is told by the ID of the containerd store', { image, engine: CONTAINERD }, async (stage) => {
    const step = await stage.publish({ inputs: { 'expected-image-id': image.digest } });
    expect(step).toMatchObject({ exitCode: 0, outputs: { reason: 'published', digest: image.digest } });
  });

  scenario(
    'is told by its config, which the containerd store does not name',
    { image, engine: CONTAINERD },
    async (stage) => {
      const env = saving(stage, image);
      const step = await stage.publish({ inputs: { 'expected-image-id': image.config.digest }, env });
      expect(step).toMatchObject({ exitCode: 0, outputs: { reason: 'published', digest: image.digest } });
    },
  );

  scenario('is another one by its config', { image, engine: CONTAINERD }, async (stage) => {
    const other = buildImage({ content: 'another image' });
    const inputs = { 'expected-image-id': other.config.digest };
    const text = expectFailed(await stage.publish({ inputs, env: saving(stage, image) }), 'IDENTITY_MISMATCH');
    for (const named of [image.digest, image.config.digest, other.config.digest]) expect(text).toContain(named);
    expect(stage.registry.requests).toEqual([]);
  });
});

/** An index of images that differ in their labels. */
function indexOf(images: Readonly<Record<string, Image>>): ImageIndex {
  const children = Object.values(images);
  const manifests = Object.entries(images).map(([platform, image]) => {
    const [os, architecture] = platform.split('/');
    return { ...descriptorOf(image), platform: { os, architecture } };
  });
  const { mediaType } = buildIndex();
  const bytes = Buffer.from(JSON.stringify({ schemaVersion: 2, mediaType, manifests }));
  return { digest: sha256(bytes), mediaType, bytes, children };
}

describe('the label of the revision', () => {
  const labelled = (revision: string, platform = 'linux/amd64') =>
    buildImage({ content: platform, platform, format: 'docker', labels: { [REVISION_LABEL]: revision } });
  const inputs = { 'require-revision-label': 'true' };

  scenario('that is the commit lets the image pass', { image: labelled(SHA) }, async (stage) => {
    const step = await stage.publish({ inputs });
    expect(step).toMatchObject({ exitCode: 0, outputs: { reason: 'published' } });
    expect(JSON.parse(step.outputs.results ?? '').verdict.rules).toContainEqual({
      rule: `the image's label ${REVISION_LABEL} must be the commit ${SHA}`,
      seen: `it is "${SHA}"`,
    });
  });

  scenario('matters only where it is asked for', { image: labelled('another') }, async (stage) => {
    expect(await stage.publish()).toMatchObject({ exitCode: 0, outputs: { reason: 'published' } });
  });

  const WRONG: Readonly<Record<string, Held>> = {
    'a short SHA': labelled(SHA.slice(0, 12)),
    'a git tag': labelled('v1.2.3'),
    'another commit': labelled('b'.repeat(40)),
    'nothing at all': buildImage({ content: 'unlabelled', format: 'docker' }),
  };
  for (const [name, image] of Object.entries(WRONG)) {
    scenario(`that is ${name} closes the gate before anybody signs in`, { image }, async (stage) => {
      const step = await stage.publish({ inputs });
      expect(step).toMatchObject({ exitCode: 1, outputs: { pushed: 'false', reason: 'GATE_REVISION' } });
      expect(stage.registry.requests).toEqual([]);
      expect(stage.commands).not.toContain('login');
      expect(step.summary).toContain('GATE_REVISION');
    });
  }

  const right = indexOf({ 'linux/amd64': labelled(SHA), 'linux/arm64': labelled(SHA, 'linux/arm64') });
  const mixed = indexOf({ 'linux/amd64': labelled(SHA), 'linux/arm64': labelled('b'.repeat(40), 'linux/arm64') });

  scenario('of every platform is looked at', { image: right, engine: CONTAINERD }, async (stage) => {
    expect(await stage.publish({ inputs })).toMatchObject({ exitCode: 0, outputs: { reason: 'published' } });
  });

  for (const verify of ['manifest', 'graph']) {
    scenario(
      `that is wrong for one platform is an error, also with verify: ${verify}`,
      { image: mixed, engine: CONTAINERD },
      async (stage) => {
        const step = await stage.publish({ inputs: { ...inputs, verify, tags: '1.2.3' } });
        const text = expectFailed(step, 'IDENTITY_MISMATCH');
        expect(text).toContain('linux/arm64');
        expect(stage.heldUnder('1.2.3')).toBeUndefined();
      },
    );
  }
});
