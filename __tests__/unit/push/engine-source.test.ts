import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ActionError, type ErrorCode } from '../../../src/errors.ts';
import type { TaggedReference } from '../../../src/image/reference.ts';
import { findPushed, pushImage, readClaim } from '../../../src/push/engine-source.ts';
import { buildImage } from '../../doubles/registry/images.ts';
import { InMemoryDocker } from '../doors/in-memory-docker.ts';
import { InMemoryRegistry } from '../doors/in-memory-registry.ts';

const hex = (text: string) => `sha256:${text.repeat(64 / text.length)}`;
const D1 = hex('bf1c');
const D2 = hex('e63d');

describe('readClaim', () => {
  it.each([
    [
      'of the graph-driver store',
      [
        'The push refers to repository [192.0.2.2:5543/team/app]',
        '099806ca5cbe: Preparing',
        '099806ca5cbe: Pushed',
        `sha-abc: digest: ${D1} size: 528`,
        '',
      ],
    ],
    [
      'of the containerd store',
      [
        'The push refers to repository [192.0.2.2:5543/team/app]',
        `${hex('ab').slice(7)}: Already exists`,
        `${hex('cd').slice(7)}: Pushed`,
        `sha-abc: digest: ${D1} size: 528`,
      ],
    ],
    [
      'with several tags',
      [`1.2.3: digest: ${D2} size: 900`, `sha-abc: digest: ${D1} size: 528`, `latest: digest: ${D2} size: 900`],
    ],
    ['with lines of Windows', ['x', `sha-abc: digest: ${D1} size: 528`, '']],
    ['with blanks behind it', [`sha-abc: digest: ${D1} size: 528   `]],
    [
      'with notes behind it',
      [`sha-abc: digest: ${D1} size: 528`, 'i Info -> Not all multiplatform-content is present'],
    ],
    ['whose last line for the tag counts', [`sha-abc: digest: ${D2} size: 1`, `sha-abc: digest: ${D1} size: 528`]],
  ])('reads a transcript %s', (name, lines) => {
    const transcript = lines.join(name === 'with lines of Windows' ? '\r\n' : '\n');
    expect(readClaim(transcript, 'sha-abc')).toEqual({ digest: D1, isTagged: true, isFound: false });
  });

  it.each([
    ['nothing', ''],
    ['no digest, as "docker push -q" has it', '192.0.2.2:5543/team/app:sha-abc\n'],
    ['another tag', `sha-abd: digest: ${D1} size: 528\n`],
    ['a longer tag', `x-sha-abc: digest: ${D1} size: 528\n`],
    ['a short digest', `sha-abc: digest: sha256:bf1c size: 528\n`],
    ['a digest in capitals', `sha-abc: digest: ${D1.toUpperCase()} size: 528\n`],
    ['no size', `sha-abc: digest: ${D1}\n`],
    ['a size below zero', `sha-abc: digest: ${D1} size: -1\n`],
    ['more behind it', `sha-abc: digest: ${D1} size: 528 x\n`],
    ['more before it', `> sha-abc: digest: ${D1} size: 528\n`],
  ])('has no claim in %s', (_name, transcript) => {
    expect(() => readClaim(transcript, 'sha-abc')).toThrow(expect.objectContaining({ code: 'PUSH_FAILED' }));
  });

  it('never makes up a claim', () => {
    const part = fc.constantFrom('sha-abc', ': digest: ', D1, D2, ' size: ', '528', '\n', ' ', 'x', '\r');
    fc.assert(
      fc.property(
        fc.array(part, { maxLength: 14 }).map((parts) => parts.join('')),
        (transcript) => {
          let claim: { readonly digest: string } | undefined;
          try {
            claim = readClaim(transcript, 'sha-abc');
          } catch {
            return;
          }
          expect(transcript).toContain(`sha-abc: digest: ${claim.digest} size: 528`);
        },
      ),
      { numRuns: 3000 },
    );
  });
});

describe('pushImage', () => {
  const target: TaggedReference = { registry: 'ghcr.io', path: 'owner/app', tag: 'abc' };
  const NAME = 'ghcr.io/owner/app:abc';
  const login = { folder: '/nowhere' };
  const image = buildImage({ content: 'tested' });
  const other = buildImage({ content: 'other' });

  type Setting = { readonly tested: readonly string[]; readonly others: readonly string[] };
  const SETTINGS: readonly (readonly [name: string, setting: Setting])[] = [
    ['a name elsewhere', { tested: ['app:test'], others: [] }],
    ['several names', { tested: ['app:test', 'app:latest', 'x:y'], others: ['z:1'] }],
    ['the name of the destination already', { tested: [NAME], others: [] }],
    ['the name of the destination and another', { tested: ['app:test', NAME], others: [] }],
    ['a name, and the destination’s is another image’s', { tested: ['app:test'], others: [NAME] }],
    ['a name, and the destination’s is one of another image’s', { tested: ['app:test'], others: [NAME, 'z:1'] }],
  ];

  const world = ({ tested, others }: Setting) => {
    const docker = new InMemoryDocker();
    docker.build(other, others);
    return { docker, built: docker.build(image, tested), before: new Map(docker.names) };
  };

  it.each(SETTINGS)('pushes the image that has %s, and leaves every name as it was', async (_name, setting) => {
    const { docker, built, before } = world(setting);
    const news: string[] = [];
    const claim = await pushImage(docker, { image: built, target, login, onProgress: (line) => news.push(line) });
    expect(claim).toEqual({ digest: image.digest, isTagged: true, isFound: false });
    expect(news).toEqual(['099806ca5cbe: Pushed']);
    expect(docker.names).toEqual(before);
  });

  it('says what was pushed before the names are put right, where somebody waits for that later', async () => {
    const { docker, built, before } = world({ tested: ['app:test'], others: [] });
    const { promise: untilReleased, resolve: release } = Promise.withResolvers<void>();
    const untag = docker.untag.bind(docker);
    docker.untag = async (name) => {
      await untilReleased;
      return untag(name);
    };
    const works: Promise<void>[] = [];
    const later = (work: Promise<void>) => void works.push(work);
    const claim = await pushImage(docker, { image: built, target, login, onProgress: () => {}, later });
    expect(claim.digest).toBe(image.digest);
    expect(docker.names).not.toEqual(before);
    release();
    await Promise.all(works);
    expect(docker.names).toEqual(before);
  });

  it('puts the names right before it tells of a push that failed, whoever waits later', async () => {
    const { docker, built, before } = world({ tested: ['app:test'], others: [] });
    docker.failsAt = 'docker.push';
    const later = () => Promise.reject(new Error('nothing is left for later'));
    await expect(pushImage(docker, { image: built, target, login, onProgress: () => {}, later })).rejects.toMatchObject(
      { code: 'PUSH_FAILED' },
    );
    expect(docker.names).toEqual(before);
  });

  it.each(SETTINGS)('leaves every name as it was when the push fails: %s', async (_name, setting) => {
    const { docker, built, before } = world(setting);
    docker.failsAt = 'docker.push';
    await expect(pushImage(docker, { image: built, target, login, onProgress: () => {} })).rejects.toMatchObject({
      code: 'PUSH_FAILED',
    });
    expect(docker.names).toEqual(before);
    expect(docker.images.has(image.config.digest)).toBe(true);
  });

  it.each(SETTINGS)('changes no name when the image cannot be named: %s', async (_name, setting) => {
    const { docker, built, before } = world(setting);
    docker.failsAt = 'docker.tag';
    await pushImage(docker, { image: built, target, login, onProgress: () => {} }).catch(() => undefined);
    expect(docker.names).toEqual(before);
  });

  it('does not take the last name from an image that had none', async () => {
    const { docker, built } = world({ tested: [], others: [] });
    await pushImage(docker, { image: built, target, login, onProgress: () => {} });
    expect(docker.images.has(image.config.digest)).toBe(true);
    expect(docker.namesOf(image.config.digest)).toEqual([NAME]);
  });

  it('has pushed all the same when a name cannot be taken away again, and says so', async () => {
    const { docker, built } = world({ tested: ['app:test'], others: [] });
    docker.failsAt = 'docker.untag';
    const news: string[] = [];
    expect(
      await pushImage(docker, { image: built, target, login, onProgress: (line) => news.push(line) }),
    ).toMatchObject({
      digest: image.digest,
    });
    expect(news.at(-1)).toContain(NAME);
  });

  it('leaves the names to another push of the image that is under way', async () => {
    const { docker, built } = world({ tested: ['app:test'], others: [] });
    const elsewhere = ['ghcr.io/owner/mirror:abc', 'ghcr.io/owner/app:def'];
    docker.afterPush = () => {
      for (const name of elsewhere) docker.names.set(name, image.config.digest);
    };
    await pushImage(docker, { image: built, target, login, onProgress: () => {} });
    expect([...docker.names.keys()]).toEqual(['app:test', ...elsewhere]);
  });

  it('does not hide why the push failed when a name cannot be taken away either', async () => {
    const { docker, built } = world({ tested: ['app:test'], others: [] });
    docker.failsAt = 'docker.untag';
    docker.afterPush = () => {
      throw new Error('the push failed');
    };
    await expect(pushImage(docker, { image: built, target, login, onProgress: () => {} })).rejects.toThrow(
      'the push failed',
    );
  });
});

describe('findPushed', () => {
  const target: TaggedReference = { registry: 'ghcr.io', path: 'owner/app', tag: 'abc' };
  const image = buildImage({ content: 'tested' });
  const lost = (code: ErrorCode) => new ActionError(code, 'docker push failed', { hint: '-' });
  const find = (error: unknown, { shows = image, registry = new InMemoryRegistry() } = {}) => {
    registry.seed(shows, 'abc');
    const isOurs = async ({ digest }: { readonly digest: string }) => digest === image.digest;
    return findPushed(error, { registry, target, isOurs });
  };

  it.each(['PUSH_FAILED', 'REGISTRY_UNREACHABLE', 'RATE_LIMITED', 'TAG_EXISTS', 'REGISTRY_DENIED'] as const)(
    'claims what the tag shows after %s',
    async (code) => {
      const claim = { digest: image.digest, isTagged: true, isFound: true };
      expect(await find(lost(code))).toEqual(claim);
    },
  );

  it.each([
    ['has no image', lost('SOURCE_NOT_FOUND')],
    ['was cancelled', lost('CANCELLED')],
    ['broke over a mistake of ours', new TypeError('x is not a function')],
  ])('claims nothing of a push that %s', async (_name, error) => {
    await expect(find(error)).rejects.toBe(error);
  });

  it('claims nothing when the tag shows another image', async () => {
    const error = lost('PUSH_FAILED');
    await expect(find(error, { shows: buildImage({ content: 'other' }) })).rejects.toBe(error);
  });

  it('claims nothing when the tag shows nothing, or cannot be read', async () => {
    const error = lost('PUSH_FAILED');
    const registry = new InMemoryRegistry();
    registry.readManifest = () => Promise.reject(new Error('reset'));
    await expect(find(error, { registry })).rejects.toBe(error);
    registry.readManifest = async () => undefined;
    await expect(find(error, { registry })).rejects.toBe(error);
  });
});
