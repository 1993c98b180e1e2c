/** The jobs of a matrix build one platform each; the last one makes one image of them that is known to be complete. */
import { writeFileSync } from 'node:fs';
import { describe, expect } from '@jest/globals';
import { layout, nestedLayout, ociArchive } from '../doubles/archives/layouts.ts';
import { savedByOldEngine } from '../doubles/archives/saved.ts';
import { buildImage, buildIndex, type Image } from '../doubles/registry/images.ts';
import { SHA, type Step } from '../doubles/runner.ts';
import { expectFailed } from './failure.ts';
import { type Stage, scenario } from './stage.ts';

const labels = { 'org.opencontainers.image.revision': SHA };
const amd64 = buildImage({ platform: 'linux/amd64', contents: ['base', 'amd64'], labels });
const arm64 = buildIndex({ platforms: ['linux/arm64'], contents: ['base', 'arm64'], attestations: true, labels });
const s390x = buildImage({ platform: 'linux/s390x', format: 'docker', labels });
const [arm64Image = amd64, attestation = amd64] = arm64.children;

const FILES = {
  'amd64.tar': ociArchive(layout(amd64)),
  'arm64.tar': ociArchive(nestedLayout(arm64, 'app:arm64')),
  's390x.tar': ociArchive(layout(s390x)),
};
const EXPECTED = 'linux/amd64, linux/arm64, linux/s390x';
const ALL = { source: './amd64.tar\n./arm64.tar\n./s390x.tar', 'expected-platforms': EXPECTED };

/** Puts the artifacts of the jobs into the workspace, but for those that are missing, and publishes. */
function publish(
  stage: Stage,
  inputs: Readonly<Record<string, string>>,
  files: Readonly<Record<string, Buffer>> = FILES,
): Promise<Step> {
  for (const [name, bytes] of Object.entries(files)) writeFileSync(stage.runner.path('workspace', name), bytes);
  return stage.publish({ inputs, env: { DOCKER_HOST: 'unix:///nonexistent/docker.sock' } });
}

const described = ({ mediaType, digest, bytes }: Image) => ({ mediaType, digest, size: bytes.length });

describe('artifacts of a matrix', () => {
  scenario('are published as one index, and again without sending anything', {}, async (stage) => {
    const inputs = { ...ALL, verify: 'content', 'require-revision-label': 'true', tags: '1.0' };
    const step = await publish(stage, inputs);
    expect(step.outputs).toMatchObject({
      reason: 'published',
      platforms: 'linux/amd64,linux/arm64,linux/s390x',
      'media-type': 'application/vnd.oci.image.index.v1+json',
      'image-id': amd64.config.digest,
    });
    const held = stage.heldUnder(SHA)?.toString() ?? '';
    expect(JSON.parse(held)).toEqual({
      schemaVersion: 2,
      mediaType: 'application/vnd.oci.image.index.v1+json',
      manifests: [
        { ...described(amd64), platform: { os: 'linux', architecture: 'amd64' } },
        { ...described(arm64Image), platform: { os: 'linux', architecture: 'arm64' } },
        { ...described(s390x), platform: { os: 'linux', architecture: 's390x' } },
        {
          ...described(attestation),
          platform: { os: 'unknown', architecture: 'unknown' },
          annotations: {
            'vnd.docker.reference.digest': arm64Image.digest,
            'vnd.docker.reference.type': 'attestation-manifest',
          },
        },
      ],
    });
    expect(held).not.toMatch(/\s/);
    expect(stage.heldUnder('1.0')?.toString()).toBe(held);
    expect(step.log).toContain('The image is joined of ./amd64.tar, ./arm64.tar, ./s390x.tar (sha256:');
    const written = stage.writes.length;
    expect((await publish(stage, inputs)).outputs).toMatchObject({
      reason: 'already-published',
      digest: step.outputs.digest,
    });
    expect(stage.writes).toHaveLength(written);
    expect(stage.commands).toEqual([]);
  });

  scenario('are the ones that were tested, one digest for each', {}, async (stage) => {
    const ids = [amd64.config.digest, arm64.digest, s390x.digest];
    const inputs = { ...ALL, 'expected-image-id': ids.join('\n') };
    expect((await publish(stage, inputs)).outputs).toMatchObject({ reason: 'published' });
    const other = {
      ...inputs,
      'expected-image-id': [...ids.slice(0, 2), attestation.digest].join('\n'),
      'sha-tag': 'x-{sha}',
    };
    expect(expectFailed(await publish(stage, other), 'IDENTITY_MISMATCH')).toContain(
      './s390x.tar is none of the expected',
    );
  });

  for (const [name, inputs, files, code, said] of [
    [
      'of which one is missing',
      ALL,
      { 'amd64.tar': FILES['amd64.tar'], 's390x.tar': FILES['s390x.tar'] },
      'SOURCE_NOT_FOUND',
      'Missing: linux/arm64.',
    ],
    [
      'of which one is not listed',
      { ...ALL, source: './amd64.tar\n./s390x.tar' },
      FILES,
      'IDENTITY_MISMATCH',
      'Missing: linux/arm64.',
    ],
    [
      'of which one is listed twice',
      { ...ALL, source: './amd64.tar\n./amd64.tar' },
      FILES,
      'SOURCE_INVALID',
      './amd64.tar is listed twice',
    ],
    [
      'of two commits',
      ALL,
      {
        ...FILES,
        's390x.tar': ociArchive(
          layout(
            buildImage({ platform: 'linux/s390x', labels: { 'org.opencontainers.image.revision': 'f'.repeat(40) } }),
          ),
        ),
      },
      'SOURCE_INVALID',
      './amd64.tar is from the commit',
    ],
    [
      'for one platform',
      ALL,
      { ...FILES, 's390x.tar': ociArchive(layout(buildImage({ platform: 'linux/amd64', labels }))) },
      'SOURCE_INVALID',
      './amd64.tar and ./s390x.tar are both for linux/amd64',
    ],
    [
      'of which one is an index of several',
      ALL,
      {
        ...FILES,
        's390x.tar': ociArchive(nestedLayout(buildIndex({ platforms: ['linux/s390x', 'linux/arm/v7'] }), 'app:1')),
      },
      'SOURCE_INVALID',
      './s390x.tar is already an index of several platforms',
    ],
    [
      'of which one has no manifest',
      ALL,
      { ...FILES, 's390x.tar': savedByOldEngine({ image: s390x, names: ['app:1'] }) },
      'SOURCE_INVALID',
      './s390x.tar has no manifest',
    ],
    [
      'of which one was cut',
      ALL,
      { ...FILES, 's390x.tar': FILES['s390x.tar'].subarray(0, 2048) },
      'SOURCE_INVALID',
      's390x.tar',
    ],
  ] as const) {
    scenario(`${name} are red, and no registry is contacted`, {}, async (stage) => {
      expect(expectFailed(await publish(stage, inputs, files), code)).toContain(said);
      expect(stage.registry.requests).toEqual([]);
    });
  }
});
