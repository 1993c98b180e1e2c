import { createSecureContext } from 'node:tls';
import { describe, expect, test } from '@jest/globals';
import { makeCertificates } from '../doubles/registry/certificates.ts';
import { buildImage, buildIndex, type Image, type ImageIndex } from '../doubles/registry/images.ts';
import { type Registry, type RegistryOptions, startRegistry } from '../doubles/registry/start-registry.ts';
import { judgeStep } from './step/judge-step.ts';
import { runStep, SHA_TAG, type StepOptions, USERS, VERSION_TAG } from './step/run-step.ts';

const image = buildImage({ contents: ['a base layer', 'a layer of our own', 'a base layer'] });
const index = buildIndex({ content: 'for two machines', attestations: true });
const certificates = makeCertificates();
const trust = createSecureContext({ ca: certificates.ca });

/** How a registry says what it wants, and how the credential is proved to it: one request each. */
const BY_TOKEN = { auth: { kind: 'token', users: USERS } } as const;
/** These tokens do not say what they may do, so none is asked for to learn what the credential may. */
const WITH_TOKEN = ['GET /v2/ 401', 'GET /token 200'];
const LOGINS: readonly (readonly [string, RegistryOptions, readonly string[]])[] = [
  ['Basic', { auth: { kind: 'basic', users: USERS } }, ['GET /v2/ 401', 'GET /v2/ 200']],
  ['a token', BY_TOKEN, WITH_TOKEN],
  ['no login', {}, ['GET /v2/ 200']],
];
const TRANSPORTS: Readonly<Record<string, Pick<RegistryOptions, 'tls'>>> = {
  'plain HTTP': {},
  TLS: { tls: certificates },
};
const EVERY_WAY = LOGINS.flatMap(([login, auth, signIn]) =>
  Object.entries(TRANSPORTS).map(([transport, tls]) => [login, transport, { ...auth, ...tls }, signIn] as const),
);

const TAGS_BEFORE = [`GET ${SHA_TAG} 404`, `GET ${VERSION_TAG} 404`];
const readBack = ({ digest }: Image | ImageIndex) => [`GET ${SHA_TAG} 200`, `GET ${digest} 200`];
/** A tag is read again right before it is written; and the others once more when the last one was read back. */
const VERSION_WRITTEN = [`GET ${VERSION_TAG} 404`, `PUT ${VERSION_TAG} 201`, `GET ${VERSION_TAG} 200`];
const UNTAKEN = [`GET ${SHA_TAG} 404`];
const LAST_LOOK = [`GET ${SHA_TAG} 200`];
const configOf = ({ config }: Image) => [`GET ${config.digest} 200`];
const layersOf = ({ layers }: Image) => [...new Set(layers.map(({ digest }) => `GET ${digest} 206`))];
const contentOf = ({ layers }: Image) => [...new Set(layers.map(({ digest }) => `GET ${digest} 200`))];

/** Publishes, and returns the requests that the action itself made; those of the engine name another agent. */
async function publish(registry: Registry, options: Partial<StepOptions> = {}): Promise<readonly string[]> {
  const before = registry.requests.length;
  const step = await runStep({ registry, image, trust, ...options });
  expect([step.errors, judgeStep(step, registry, options.image ?? image)]).toEqual([[], []]);
  registry.assertClean();
  return registry.requests
    .slice(before)
    .filter(({ headers }) => headers['user-agent'] === 'verified-image-push')
    .map(({ method, kind, path, reference, status }) => {
      return `${method} ${kind === 'upload' ? kind : (reference ?? path)} ${status}`;
    });
}

describe('what a publication asks of the registry, and nothing twice', () => {
  test.each(EVERY_WAY)('with %s over %s, at the level graph', async (_login, _transport, options, signIn) => {
    await using registry = await startRegistry(options);
    const requests = await publish(registry);
    const first = [...signIn, ...TAGS_BEFORE, ...UNTAKEN];
    const last = [...VERSION_WRITTEN, ...LAST_LOOK];
    expect(requests.slice(0, first.length)).toEqual(first);
    const seen = requests.slice(first.length, -last.length);
    expect(seen.toSorted()).toEqual([...readBack(image), ...configOf(image), ...layersOf(image)].toSorted());
    expect(requests.slice(-last.length)).toEqual(last);
  });

  test.each([
    ['manifest', []],
    ['graph', [...configOf(image), ...layersOf(image)]],
    // What is read as a whole is there.
    ['content', [...configOf(image), ...contentOf(image)]],
  ] as const)('at the level %s', async (level, seen) => {
    await using registry = await startRegistry(BY_TOKEN);
    const around = [...WITH_TOKEN, ...TAGS_BEFORE, ...UNTAKEN, ...VERSION_WRITTEN, ...LAST_LOOK];
    const expected = [...around, ...readBack(image), ...seen];
    expect((await publish(registry, { level })).toSorted()).toEqual(expected.toSorted());
  });

  test('of an index: every part of it once', async () => {
    await using registry = await startRegistry();
    const requests = await publish(registry, { image: index, store: 'containerd' });
    const parts = index.children.flatMap((child) => [
      `GET ${child.digest} 200`,
      ...configOf(child),
      ...layersOf(child),
    ]);
    const around = ['GET /v2/ 200', ...TAGS_BEFORE, ...UNTAKEN, ...VERSION_WRITTEN, ...LAST_LOOK];
    const expected = [...around, ...readBack(index), ...new Set(parts)];
    expect(requests.toSorted()).toEqual(expected.toSorted());
  });

  test('of an image in a file: every blob of it is asked for, opened and sent once, and no tag is written unverified', async () => {
    await using registry = await startRegistry(BY_TOKEN);
    const requests = await publish(registry, { isInFile: true });
    const blobs = [...new Set([image.config, ...image.layers].map(({ digest }) => digest))];
    const root = image.digest;
    const phases = [
      WITH_TOKEN,
      // What does not depend on each other goes together.
      [...TAGS_BEFORE, ...blobs.map((digest) => `GET ${digest} 404`)],
      blobs.flatMap(() => ['POST upload 202', 'PUT upload 201']),
      [`PUT ${root} 201`],
      [`GET ${root} 200`, ...configOf(image), ...layersOf(image), ...UNTAKEN],
      [`PUT ${SHA_TAG} 201`, `GET ${SHA_TAG} 200`],
      VERSION_WRITTEN,
      LAST_LOOK,
    ];
    let from = 0;
    for (const phase of phases) {
      expect(requests.slice(from, from + phase.length).toSorted()).toEqual(phase.toSorted());
      from += phase.length;
    }
    expect(requests.slice(from)).toEqual([]);
  });

  test.each([
    // What an engine has pushed is known again by its content alone.
    ['an engine', false, contentOf(image)],
    // Whether the config is there was asked together with the tags, before they said that nothing is to be sent.
    ['a file', true, [...layersOf(image), `GET ${image.config.digest} 206`]],
  ])(
    'of what is published already from %s: each tag, and the image once more by its digest',
    async (_n, isInFile, seen) => {
      await using registry = await startRegistry();
      await publish(registry, { isInFile });
      const found = [`GET ${SHA_TAG} 200`, `GET ${VERSION_TAG} 200`];
      // Once before, and once more at the end.
      const expected = ['GET /v2/ 200', ...found, ...found, ...readBack(image), ...configOf(image), ...seen];
      expect((await publish(registry, { isInFile })).toSorted()).toEqual(expected.toSorted());
    },
  );

  test.each([
    ['an engine', false],
    ['a file', true],
  ])('of what is there already from %s: its layers and 8 at most, and 13 with a new tag', async (_name, isInFile) => {
    await using registry = await startRegistry(BY_TOKEN);
    const layers = layersOf(image).length;
    await publish(registry, { isInFile, inputs: { tags: '' } });
    expect((await publish(registry, { isInFile, inputs: { tags: '' } })).length).toBeLessThanOrEqual(layers + 8);
    expect((await publish(registry, { isInFile })).length).toBeLessThanOrEqual(layers + 13);
  });
});
