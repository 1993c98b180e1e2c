import { beforeEach, describe, expect, it } from '@jest/globals';
import type { ActionError } from '../../../src/errors.ts';
import { expectPlatforms, judgeImage } from '../../../src/evidence/judge-image.ts';
import type { Open } from '../../../src/gate/verdict.ts';
import type { PackedImage } from '../../../src/image/packed-image.ts';
import type { SourceText } from '../../../src/image/source-text.ts';
import { parseWantedPlatform, type WantedPlatform } from '../../../src/image/wanted-platforms.ts';
import { findSource } from '../../../src/push/find-source.ts';
import type { Source, Terms } from '../../../src/push/source.ts';
import type { ReportFiles } from '../../../src/workspace/workspace.ts';
import { packedFile, unpackedFile } from '../../doubles/image-files.ts';
import { buildImage, buildIndex, type Image, type ImageIndex } from '../../doubles/registry/images.ts';
import { InMemoryDocker } from '../doors/in-memory-docker.ts';
import { InMemoryFiles } from '../doors/in-memory-files.ts';
import { InMemoryRegistry } from '../doors/in-memory-registry.ts';
import { places } from '../doors/places.ts';
import { plainSight } from './plain-sight.ts';

const COMMIT = 'a5c3785ed8d6a35868bc169f07e40e889087fd2e';
const amd64 = buildImage({ platform: 'linux/amd64', contents: ['base', 'amd'] });
const arm64 = buildIndex({ platforms: ['linux/arm64'], contents: ['base', 'arm'], attestations: true });
const s390x = buildImage({ platform: 'linux/s390x', format: 'docker' });

let files: InMemoryFiles;
beforeEach(() => {
  files = new InMemoryFiles();
});
const put = (name: string, of: Image | ImageIndex, more: Partial<PackedImage> = {}) =>
  files.images.set(name, { ...packedFile(of), ...more });

function find(names: readonly string[], platforms: readonly string[] = []): Promise<Source> {
  const lines = names.map((text): SourceText => ({ kind: 'file', form: undefined, text }));
  const expectedPlatforms = platforms.flatMap((text): readonly WantedPlatform[] => {
    const parsed = parseWantedPlatform(text);
    return parsed.ok ? [parsed.value] : [];
  });
  const wanted = {
    destinations: [{ registry: 'ghcr.io', path: 'owner/app' }],
    commit: COMMIT,
    engine: 'auto',
  } as const;
  return findSource(places(new InMemoryDocker(), files), lines, { ...wanted, isOfRun: true, expectedPlatforms });
}
const failure = (source: Promise<Source>): Promise<ActionError> =>
  source.then(
    () => Promise.reject(new Error('it was found')),
    (error) => error,
  );

/** What pushing it needs to know where nothing is compressed and nobody is told. */
const terms = {
  compression: 'none',
  mountFrom: undefined,
  teller: { now: () => 0, tell: () => {} },
} as unknown as Terms;
const pushTo = (registry: InMemoryRegistry, source: Source) => {
  const to = { registry, target: { registry: 'ghcr.io', path: 'owner/app', tag: COMMIT } };
  return source.push(
    {
      ...to,
      mountsFrom: () => false,
      sight: plainSight(registry),
      engine: () => Promise.reject(),
      isOurs: async () => false,
    },
    terms,
  );
};

describe('a source of several lines', () => {
  it('is one index, pushed with all that its parts have', async () => {
    put('./amd64.tar', amd64);
    put('./arm64.tar', arm64);
    put('./s390x.tar', s390x);
    await using source = await find(['./amd64.tar', './arm64.tar', './s390x.tar']);
    expect(source).toMatchObject({ kind: 'joined', name: './amd64.tar, ./arm64.tar, ./s390x.tar', repositories: [] });
    expect(source.tested.platforms.map(({ platform }) => platform)).toEqual([
      'linux/amd64',
      'linux/arm64',
      'linux/s390x',
    ]);
    const registry = new InMemoryRegistry();
    const claim = await pushTo(registry, source);
    expect(claim.digest).toBe(source.tested.root);
    for (const image of [amd64, ...arm64.children, s390x]) {
      expect(registry.manifests.has(image.digest)).toBe(true);
      for (const { digest, bytes } of [image.config, ...image.layers]) {
        expect(Buffer.from(registry.blobs.get(digest) ?? [])).toEqual(bytes);
      }
    }
    // The index of the part is none of the joined image.
    expect(registry.manifests.has(arm64.digest)).toBe(false);
  });

  it('gives every file back, when it was used and when it cannot be joined', async () => {
    put('./a.tar', amd64);
    put('./b.tar', arm64);
    await (await find(['./a.tar', './b.tar']))[Symbol.asyncDispose]();
    expect(files.held.size).toBe(0);
    put('./b.tar', buildImage({ platform: 'linux/amd64' }));
    expect(await failure(find(['./a.tar', './b.tar']))).toMatchObject({
      code: 'SOURCE_INVALID',
      message: 'The images in "source" cannot be joined: ./a.tar and ./b.tar are both for linux/amd64.',
    });
    expect(files.held.size).toBe(0);
  });

  it('is mounted from where each part is', async () => {
    const at = (path: string) => ({ registry: 'ghcr.io', path });
    put('./a.tar', amd64, { repositories: [at('one')], repositoryOf: () => at('one') });
    put('./b.tar', s390x, { repositories: [at('one')], repositoryOf: () => at('one') });
    await using source = await find(['./a.tar', './b.tar']);
    expect(source.repositories).toEqual([at('one')]);
  });

  it.each([
    [
      ['linux/amd64', 'linux/arm64', 'linux/s390x'],
      'There is no file "./arm64.tar". There is no file "./s390x.tar". Missing: linux/arm64, linux/s390x.',
    ],
    [[], 'There is no file "./arm64.tar". There is no file "./s390x.tar".'],
  ])('names every line that is not there, and the platforms that are missing of %j', async (platforms, message) => {
    put('./amd64.tar', amd64);
    const error = await failure(find(['./amd64.tar', './arm64.tar', './s390x.tar'], platforms));
    expect(error).toMatchObject({
      code: 'SOURCE_NOT_FOUND',
      message,
      hint: expect.stringContaining('the job that builds it'),
    });
    expect(files.held.size).toBe(0);
  });

  it('has no line twice, and opens none then', async () => {
    put('./a.tar', amd64);
    const error = await failure(find(['./a.tar', './a.tar']));
    expect(error).toMatchObject({
      code: 'SOURCE_INVALID',
      message: expect.stringContaining('./a.tar is listed twice'),
    });
  });

  it('has no part without a manifest', async () => {
    put('./a.tar', amd64);
    files.images.set('./b.tar', unpackedFile(arm64.children[0]?.config.bytes ?? Buffer.alloc(0), []));
    const error = await failure(find(['./a.tar', './b.tar']));
    expect(error).toMatchObject({
      code: 'SOURCE_INVALID',
      message: expect.stringContaining('./b.tar has no manifest'),
    });
    expect(files.held.size).toBe(0);
  });

  it('says what lies beside a part and is not published', async () => {
    put('./a.tar', amd64, { tested: { ...packedFile(amd64).tested, leftBehind: ['an SBOM'] } });
    put('./b.tar', s390x);
    await using source = await find(['./a.tar', './b.tar']);
    expect(source.tested.leftBehind).toEqual(['an SBOM, in ./a.tar']);
  });

  it('takes no text that is not a file, which would be an image of the engine', async () => {
    const lines: readonly SourceText[] = [
      { kind: 'either', name: 'app:1' },
      { kind: 'either', name: 'app:2' },
    ];
    const wanted = { destinations: [], commit: COMMIT, engine: 'auto', expectedPlatforms: [], isOfRun: true } as const;
    const error = await failure(findSource(places(new InMemoryDocker(), files), lines, wanted));
    expect(error).toMatchObject({ code: 'INPUT_INVALID', message: expect.stringContaining('"app:1" is no file') });
  });
});

const NO_REPORTS: ReportFiles = { find: () => Promise.reject(new Error('no report was asked for')), now: () => 0 };

describe('the identities of the parts', () => {
  const open = { kind: 'open', subject: { commit: COMMIT } } as unknown as Open;
  const judge = async (expectedImageIds: readonly string[]) => {
    put('./a.tar', amd64);
    put('./b.tar', arm64);
    await using image = await find(['./a.tar', './b.tar']);
    const policy = { expectedImageIds, expectedPlatforms: [], requireRevisionLabel: false, scan: undefined };
    // Nothing of a commit is asked of a gate that is open already.
    return judgeImage(open, { policy: policy as never, image }, { reports: NO_REPORTS } as never);
  };

  it.each([
    ['manifest and index', [amd64.digest, arm64.digest]],
    ['configs, in another order', [arm64.children[0]?.config.digest ?? '', amd64.config.digest]],
  ])('may be those of %s', async (_name, ids) => {
    expect(await judge(ids)).toMatchObject({ verdict: open });
  });

  it.each([
    ['that of one part twice', [amd64.digest, amd64.config.digest], /\.\/b\.tar is none of the expected ones/],
    ['one of another image', [amd64.digest, s390x.digest], /\.\/b\.tar is none of the expected ones/],
  ])('are not %s', async (_name, ids, said) => {
    await expect(judge(ids)).rejects.toMatchObject({ code: 'IDENTITY_MISMATCH', message: expect.stringMatching(said) });
  });
});

describe('the platforms of a joined image', () => {
  it('are all of its parts', async () => {
    put('./a.tar', amd64);
    put('./b.tar', arm64);
    await using source = await find(['./a.tar', './b.tar']);
    const wanted = ['linux/arm64/v8', 'linux/amd64'].flatMap((text) => {
      const parsed = parseWantedPlatform(text);
      return parsed.ok ? [parsed.value] : [];
    });
    await expectPlatforms(source, wanted);
    await expect(expectPlatforms(source, wanted.slice(1))).rejects.toMatchObject({ code: 'IDENTITY_MISMATCH' });
  });
});
