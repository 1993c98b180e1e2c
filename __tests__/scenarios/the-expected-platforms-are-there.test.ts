import { writeFileSync } from 'node:fs';
import { describe, expect } from '@jest/globals';
import { layout, nestedLayout, ociArchive } from '../doubles/archives/layouts.ts';
import { savedByOldEngine } from '../doubles/archives/saved.ts';
import { buildImage, buildIndex } from '../doubles/registry/images.ts';
import { SHA } from '../doubles/runner.ts';
import { expectFailed } from './failure.ts';
import { type Stage, scenario } from './stage.ts';

const image = buildImage({ platform: 'linux/arm64/v8' });
const index = buildIndex({ platforms: ['linux/amd64', 'linux/arm64'], attestations: true });

async function publishFile(
  stage: Stage,
  archive: Buffer,
  expected: string,
  inputs: Readonly<Record<string, string>> = {},
) {
  writeFileSync(stage.runner.path('workspace', 'image.tar'), archive);
  return stage.publish({ inputs: { source: './image.tar', 'expected-platforms': expected, ...inputs } });
}

describe('the platforms that are expected', () => {
  for (const [name, archive, expected] of [
    ['an index', ociArchive(nestedLayout(index, 'app:1')), 'linux/arm64/v8\nlinux/amd64'],
    ['an image', ociArchive(layout(image)), 'linux/arm64'],
    ['what docker saved', savedByOldEngine({ image, names: ['app:1'] }), 'linux/arm64'],
  ] as const) {
    scenario(`are those of ${name}, which is published`, {}, async (stage) => {
      expect((await publishFile(stage, archive, expected)).outputs).toMatchObject({ reason: 'published' });
    });
  }

  for (const [name, archive, expected, said] of [
    [
      'lacks one',
      ociArchive(layout(image)),
      'linux/amd64, linux/arm64',
      /expected: linux\/amd64, linux\/arm64\. Missing: linux\/amd64\./,
    ],
    [
      'has one more',
      ociArchive(nestedLayout(index, 'app:1')),
      'linux/amd64',
      /is for linux\/amd64, linux\/arm64; .*Not expected: linux\/arm64\./,
    ],
  ] as const) {
    scenario(`are not those of an image that ${name}: red, and no registry is contacted`, {}, async (stage) => {
      expect(expectFailed(await publishFile(stage, archive, expected), 'IDENTITY_MISMATCH')).toMatch(said);
      expect(stage.registry.requests).toEqual([]);
    });
  }

  scenario('are asked of an image of the engine, too', {}, async (stage) => {
    const step = await stage.publish({ inputs: { 'expected-platforms': 'linux/amd64, linux/arm64' } });
    expect(expectFailed(step, 'IDENTITY_MISMATCH')).toContain('Missing: linux/arm64.');
    expect(stage.commands.some((command) => command.includes('push'))).toBe(false);
    const again = await stage.publish({ inputs: { 'expected-platforms': 'linux/amd64' } });
    expect(again.outputs).toMatchObject({ reason: 'published' });
  });

  scenario('are asked of an image of an earlier run that is kept', {}, async (stage) => {
    const labels = { 'org.opencontainers.image.revision': SHA };
    const kept = ociArchive(layout(buildImage({ platform: 'linux/s390x', labels })));
    expect((await publishFile(stage, kept, 'linux/s390x')).outputs).toMatchObject({ reason: 'published' });
    const built = ociArchive(layout(buildImage({ platform: 'linux/amd64', labels })));
    const step = await publishFile(stage, built, 'linux/amd64', { 'if-exists': 'keep' });
    expect(expectFailed(step, 'IDENTITY_MISMATCH')).toContain('is for linux/s390x');
  });
});
