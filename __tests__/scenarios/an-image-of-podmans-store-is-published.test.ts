/** A runner with Podman and no docker: the image goes from Podman's store by way of the private folder. */
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { describe, expect } from '@jest/globals';
import { layout, ociArchive } from '../doubles/archives/layouts.ts';
import { savedByOldEngine } from '../doubles/archives/saved.ts';
import { buildImage } from '../doubles/registry/images.ts';
import { SHA } from '../doubles/runner.ts';
import { expectFailed } from './failure.ts';
import { type Overrides, type Stage, scenario } from './stage.ts';

const image = buildImage({ contents: ['one', 'two'] });
const TYPES = {
  oci: 'application/vnd.oci.image.manifest.v1+json',
  docker: 'application/vnd.docker.distribution.manifest.v2+json',
};

/** A step that finds a podman with the one image localhost/app:test, and no engine. `meanwhile` is what happens as it saves. */
function withPodman(stage: Stage, format: keyof typeof TYPES, meanwhile = ''): Overrides {
  const saved = format === 'oci' ? ociArchive(layout(image)) : savedByOldEngine({ image, names: ['app:test'] });
  const folder = stage.runner.path('workspace', 'podman');
  mkdirSync(folder);
  writeFileSync(join(folder, 'saved'), saved);
  const shown = JSON.stringify([{ Id: image.config.digest.slice(7), ManifestType: TYPES[format] }]);
  const script = [
    '#!/bin/sh',
    'for last in "$@"; do :; done',
    'case "$1 $2" in',
    `"image inspect") case "$last" in localhost/app:test) echo '${shown}';; *) echo "Error: $last: image not known" >&2; exit 125;; esac;;`,
    '"manifest exists") exit 1;;',
    '"image ls") echo localhost/app:test;;',
    `"image save") while [ "$1" != --output ]; do shift; done; cp '${folder}/saved' "$2"; ${meanwhile} ;;`,
    '*) exit 64;;',
    'esac',
  ];
  writeFileSync(join(folder, 'podman'), `${script.join('\n')}\n`, { mode: 0o755 });
  const PATH = [folder, process.env.PATH].join(delimiter);
  return { env: { PATH, DOCKER_HOST: 'unix:///nonexistent/docker.sock' } };
}

const SOURCE = { source: 'containers-storage:localhost/app:test' };
const inTemp = (stage: Stage) => stage.runner.leftInTemp();

describe("an image of Podman's store", () => {
  for (const format of ['oci', 'docker'] as const) {
    scenario(`is published with its ID (${format}), no docker is asked, and nothing is left`, {}, async (stage) => {
      const inputs = { ...SOURCE, 'expected-image-id': image.config.digest, verify: 'content' };
      const step = await stage.publish({ inputs, ...withPodman(stage, format) });
      expect(step.outputs).toMatchObject({ reason: 'published', 'image-id': image.config.digest });
      if (format === 'oci') expect(stage.heldUnder(SHA)?.equals(image.bytes)).toBe(true);
      expect(step.log).toContain("The image is Podman's localhost/app:test (");
      expect([stage.commands, inTemp(stage)]).toEqual([[], []]);
    });
  }

  scenario('that is another than was tested is not published, and nothing of it is left', {}, async (stage) => {
    const inputs = { ...SOURCE, 'expected-image-id': `sha256:${'0'.repeat(64)}` };
    expectFailed(await stage.publish({ inputs, ...withPodman(stage, 'oci') }), 'IDENTITY_MISMATCH');
    expect([stage.registry.requests, inTemp(stage)]).toEqual([[], []]);
  });

  scenario('that is not there is named, with what is', {}, async (stage) => {
    const inputs = { source: 'containers-storage:localhost/app:tset' };
    const text = expectFailed(await stage.publish({ inputs, ...withPodman(stage, 'oci') }), 'SOURCE_NOT_FOUND');
    expect(text).toContain('Podman has no image "localhost/app:tset".');
    expect(text).toContain('This one has: localhost/app:test.');
  });

  scenario('that a killed step has saved is taken away by the post step', {}, async (stage) => {
    // It is started by the step itself.
    const overrides = { inputs: SOURCE, ...withPodman(stage, 'oci', 'kill -9 "$PPID"') };
    const main = await stage.publish(overrides);
    expect([main.exitCode, inTemp(stage).length]).toEqual([null, 1]);
    const post = await stage.post(main, overrides);
    expect(post.exitCode).toBe(0);
    expect(post.log).toContain('an image saved for the push');
    expect(inTemp(stage).filter((name) => readdirSafely(stage.runner.path('temp', name)).length > 0)).toEqual([]);
  });
});

/** What bars a folder from being made again is an empty file. */
function readdirSafely(path: string): readonly string[] {
  try {
    return readdirSync(path);
  } catch {
    return [];
  }
}
