/** The numbers are those of the truth table at `compare`. */
import { describe, expect, it } from '@jest/globals';
import { type Config, parseConfig } from '../../../src/image/config.ts';
import type { Digest } from '../../../src/image/digest.ts';
import { compare, isCalled, type Tested, testedIn } from '../../../src/image/tested.ts';
import { testedByEngine } from '../../../src/push/engine-image.ts';
import { imageOf, unpackedFile } from '../../doubles/image-files.ts';
import { buildImage, buildIndex, type Image, type ImageIndex } from '../../doubles/registry/images.ts';
import { engineImage } from '../doors/in-memory-docker.ts';
import { manifestOf } from '../doors/in-memory-registry.ts';

const image = buildImage({ content: 'tested' });
const plain = buildImage({ content: 'tested', compression: 'none' });
const index = buildIndex({ content: 'tested', attestations: true });
const [ours, second] = index.children as readonly [Image, Image];
const other = buildImage({ content: 'other' });

const graphDriver = (of: Image): Tested => testedByEngine({ ...engineImage(of, 'graph-driver'), names: [] });
const containerd = (of: Image, root = of.digest): Tested =>
  testedByEngine({ ...engineImage(of, 'containerd', root), names: [] });
const inFile = (of: Image | ImageIndex): Tested => testedIn(imageOf(of));
const configOf = (of: Image | ImageIndex): Config | undefined =>
  'config' in of ? parseConfig(of.config.bytes) : undefined;

describe('compare', () => {
  it.each<readonly [number, string, Tested, Image | ImageIndex, string]>([
    [1, 'a manifest in a file, and itself', inFile(image), image, 'same-bytes'],
    [1, 'an index in a file, and itself', inFile(index), index, 'same-bytes'],
    [1, 'the ID of an engine that is a manifest, and that', containerd(image), image, 'same-bytes'],
    [1, 'the ID of an engine that is an index, and that', containerd(ours, index.digest), index, 'same-bytes'],
    [2, 'a config, and an index that has it', graphDriver(ours), index, 'difference'],
    [2, 'a manifest in a file, and an index that has it', inFile(ours), index, 'difference'],
    [
      2,
      'one platform of an index, and that index',
      testedIn(imageOf(ours), { narrowedFrom: index.digest as Digest }),
      index,
      'difference',
    ],
    [2, 'the ID of an engine, and another index', containerd(ours, other.digest), index, 'difference'],
    [2, 'an index, and one with the same images', inFile(index), buildIndex({ content: 'tested' }), 'difference'],
    [3, 'an index in a file, and its first platform', inFile(index), ours, 'difference'],
    [3, 'an index in a file, and its second platform', inFile(index), second, 'difference'],
    [4, 'an ID that is a config, and a manifest with that', graphDriver(image), image, 'same-config'],
    [4, 'an ID that is a config, and another manifest with that', graphDriver(image), plain, 'same-config'],
    [4, 'a manifest in a file, and another one with its config', inFile(image), plain, 'same-config'],
    [
      4,
      'a saved image, and a manifest with its config',
      unpackedFile(image.config.bytes, []).tested,
      image,
      'same-config',
    ],
    [5, 'an ID that is a config, and another image', graphDriver(image), other, 'difference'],
    [5, 'a manifest in a file, and another image', inFile(image), other, 'difference'],
    [
      6,
      'the ID of an index, and the platform that the engine has',
      containerd(ours, index.digest),
      ours,
      'same-settings',
    ],
    [6, 'the ID of a manifest, and another one with its settings', containerd(image), plain, 'same-settings'],
    [7, 'the ID of an index, and its other platform', containerd(ours, index.digest), second, 'difference'],
    [7, 'the ID of a manifest, and another image', containerd(image), other, 'difference'],
  ])('%i: %s', (_row, _name, tested, served, expected) => {
    expect(compare(tested, manifestOf(served), configOf(served)).by).toBe(expected);
  });

  it('6: proves nothing without the config', () => {
    expect(compare(containerd(ours, index.digest), manifestOf(ours), undefined).by).toBe('difference');
  });

  it.each<readonly [string, Partial<Config>]>([
    ['platform', { platform: 'linux/arm64' }],
    ['time', { created: '2026-01-01T00:00:01Z' }],
    ['configuration', { runConfig: '{"Cmd":["/evil"]}' }],
    ['layer', { diffIds: other.diffIds as Config['diffIds'] }],
    ['number of layers', { diffIds: [] }],
  ])('7: tells them apart by another %s', (_name, changed) => {
    const config = { ...parseConfig(ours.config.bytes), ...changed };
    expect(compare(containerd(ours, index.digest), manifestOf(ours), config).by).toBe('difference');
  });

  it('7: tells them apart by the order of the layers, and by their number', () => {
    const two = buildImage({ contents: ['one', 'two'] });
    const config = parseConfig(two.config.bytes);
    for (const diffIds of [
      config.diffIds.toReversed(),
      config.diffIds.slice(1),
      [...config.diffIds, ...config.diffIds],
    ]) {
      expect(compare(containerd(two, index.digest), manifestOf(two), { ...config, diffIds }).by).toBe('difference');
    }
  });
});

describe('an image is called', () => {
  const nobody = `sha256:${'0'.repeat(64)}`;

  it.each<readonly [string, Tested, readonly string[], readonly string[]]>([
    [
      'a manifest in a file',
      inFile(image),
      [image.digest, image.config.digest],
      [nobody, image.layers[0]?.digest ?? ''],
    ],
    [
      'an index of several platforms',
      inFile(index),
      [index.digest],
      index.children.flatMap(({ digest, config }) => [digest, config.digest]),
    ],
    [
      'an index of one platform and its attestation',
      inFile({ ...index, children: [ours, ...index.children.slice(2, 3)] }),
      [index.digest, ours.digest, ours.config.digest],
      [index.children[2]?.digest ?? '', index.children[2]?.config.digest ?? ''],
    ],
    [
      'one platform of an index',
      testedIn(imageOf(ours), { narrowedFrom: index.digest as Digest }),
      [index.digest, ours.digest, ours.config.digest],
      [second.digest, second.config.digest],
    ],
    ['an image of the graph driver', graphDriver(image), [image.config.digest], [image.digest]],
    ['an image of the containerd store, by what it shows', containerd(image), [image.digest], [image.config.digest]],
  ])('by all of it or its only platform: %s', (_name, tested, names, others) => {
    expect(names.map((digest) => isCalled(tested, digest as Digest))).toEqual(names.map(() => true));
    expect(others.map((digest) => isCalled(tested, digest as Digest))).toEqual(others.map(() => false));
  });

  it('by nothing that a registry has called it', () => {
    const tested = testedByEngine({ ...engineImage(image, 'graph-driver'), names: [`app@${other.digest}`] });
    expect(tested.calledAs).toEqual([other.digest]);
    expect(isCalled(tested, other.digest as Digest)).toBe(false);
  });
});
