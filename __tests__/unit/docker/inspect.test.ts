import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseEngine, parseImage } from '../../../src/docker/inspect.ts';

const ID = `sha256:${'f2735a01'.repeat(8)}`;
const REVISION = 'org.opencontainers.image.revision';
const LAYER = `sha256:${'099806ca'.repeat(8)}`;

describe('parseEngine', () => {
  // `docker info --format '{{json .}}'`, shortened, of the two stores.
  it.each([
    [
      '{"ServerVersion":"20.10.24+dfsg1","Driver":"overlay2","DriverStatus":[["Backing Filesystem","extfs"],["Supports d_type","true"]]}',
      { version: '20.10.24+dfsg1', store: 'graph-driver' },
    ],
    [
      '{"ServerVersion":"26.1.5+dfsg1","Driver":"overlayfs","DriverStatus":[["driver-type","io.containerd.snapshotter.v1"]]}',
      { version: '26.1.5+dfsg1', store: 'containerd' },
    ],
    [
      '{"ServerVersion":"29.0.0","Driver":"stargz","DriverStatus":[["x","y"],["driver-type","io.containerd.snapshotter.v1"]]}',
      { version: '29.0.0', store: 'containerd' },
    ],
    ['{"ServerVersion":"28.2.2","Driver":"vfs","DriverStatus":null}', { version: '28.2.2', store: 'graph-driver' }],
    ['{"ServerVersion":"28.2.2","Driver":"vfs"}', { version: '28.2.2', store: 'graph-driver' }],
  ])('reads %s', (json, expected) => {
    expect(parseEngine(json)).toEqual(expected);
  });

  it.each([
    ['', 'nothing'],
    ['Cannot connect to the Docker daemon', 'words'],
    // What the CLI prints when no engine answers, and exits 0 with some versions.
    [
      '{"ID":"","ServerVersion":"","DriverStatus":null,"ServerErrors":["Cannot connect to the Docker daemon"]}',
      'no version',
    ],
    ['{"ServerVersion":20}', 'a version that is a number'],
    ['null', 'null'],
    ['[]', 'a list'],
    ['"20.10"', 'a text'],
  ])('has no engine in %s (%s)', (json) => {
    expect(parseEngine(json)).toBeUndefined();
  });
});

const inspected = {
  Id: ID,
  RepoTags: ['app:test', 'ghcr.io/owner/app:1'],
  RepoDigests: [],
  Created: '2026-11-20T22:03:04.123456789Z',
  Config: { Cmd: ['/app'], Env: ['PATH=/bin'], Labels: null, Entrypoint: null, Hostname: '' },
  Architecture: 'amd64',
  Os: 'linux',
  RootFS: { Type: 'layers', Layers: [LAYER] },
};

describe('parseImage', () => {
  const read = (changes: object, store: 'graph-driver' | 'containerd' = 'graph-driver') =>
    parseImage(JSON.stringify({ ...inspected, ...changes }), store);

  it.each([
    ['graph-driver', 'config'],
    ['containerd', 'root'],
  ] as const)('reads an image of the %s store', (store, idOf) => {
    expect(read({}, store)).toEqual({
      id: ID,
      idOf,
      diffIds: [LAYER],
      platform: 'linux/amd64',
      created: '2026-11-20T22:03:04.123456789Z',
      runConfig: '{"Cmd":["/app"],"Env":["PATH=/bin"]}',
      revision: undefined,
      names: ['app:test', 'ghcr.io/owner/app:1'],
    });
  });

  it.each([
    ['a variant', { Variant: 'v7', Architecture: 'arm' }, { platform: 'linux/arm/v7' }],
    ['an empty variant', { Variant: '' }, { platform: 'linux/amd64' }],
    ['no names', { RepoTags: [] }, { names: [] }],
    ['null for names', { RepoTags: null }, { names: [] }],
    ['no layers', { RootFS: { Type: 'layers' } }, { diffIds: [] }],
    ['null for layers', { RootFS: { Type: 'layers', Layers: null } }, { diffIds: [] }],
    ['no time', { Created: undefined }, { created: '' }],
    ['no configuration', { Config: null }, { runConfig: '{}', revision: undefined }],
    ['a revision', { Config: { Labels: { [REVISION]: 'abc' } } }, { revision: 'abc' }],
    ['a revision that is no text', { Config: { Labels: { [REVISION]: 7 } } }, { revision: undefined }],
    ['labels that are a text', { Config: { Labels: 'x' } }, { revision: undefined }],
  ])('takes an image with %s', (_name, changes, expected) => {
    expect(read(changes)).toMatchObject(expected);
  });

  it.each([
    ['no ID', { Id: undefined }],
    ['a short ID', { Id: 'f2735a01' }],
    ['no platform', { Os: '' }],
    ['a platform of nothing', { Os: 'unknown', Architecture: 'unknown' }],
    ['layers that are no digests', { RootFS: { Layers: ['x'] } }],
    ['layers that are no list', { RootFS: { Layers: LAYER } }],
  ])('has no image with %s', (_name, changes) => {
    expect(read(changes)).toBeUndefined();
  });

  it('has no image in a list of them', () => {
    expect(parseImage(JSON.stringify([inspected]), 'graph-driver')).toBeUndefined();
  });
});

describe('any JSON', () => {
  const values = fc.oneof(
    fc.jsonValue(),
    fc.constantFrom<unknown>({ toString: 1, valueOf: 1 }, [{ toString: 1 }], [[{ toString: 1 }]]),
  );

  it('is read, or is nothing', () => {
    const keys = ['Id', 'RepoTags', 'RootFS', 'Os', 'Architecture', 'Variant', 'Created', 'Config'] as const;
    fc.assert(
      fc.property(fc.constantFrom(...keys), values, (key, value) => {
        expect(() => parseImage(JSON.stringify({ ...inspected, [key]: value }), 'containerd')).not.toThrow();
        expect(() => parseEngine(JSON.stringify({ ServerVersion: '1', DriverStatus: value }))).not.toThrow();
      }),
      { numRuns: 600 },
    );
  });

  it('or text is read, or is nothing', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(() => parseImage(text, 'graph-driver')).not.toThrow();
        expect(() => parseEngine(text)).not.toThrow();
      }),
    );
  });
});
