/**
 * What a registry tells of content that garbage collection has taken away beside it: with its cache of descriptors, the
 * default of the distribution project, it goes on saying that all is there.
 */
import { describe, expect, it } from '@jest/globals';
import { buildImage, type Image } from '../doubles/registry/images.ts';
import { services } from '../doubles/services.ts';
import { FAST_CLOCK } from '../engine/support/job.ts';
import { type Collected, collectedDoubles, realCollected } from './support/collected.ts';
import type { OwnDistribution } from './support/own-distribution.ts';
import { type Place, USUAL } from './support/places.ts';
import { ACCEPT, pushBlob, type Reply, send } from './support/raw-client.ts';
import { freshImage, freshIndex, newCommit, published, REPOSITORY, Scene } from './support/scene.ts';

const running = services();
const places: readonly Collected[] = [...(running === undefined ? [] : realCollected(running)), ...collectedDoubles];

type Asked = (method: string, path: string, question?: Parameters<typeof send>[2]) => Promise<Reply>;

const asking =
  ({ host }: OwnDistribution): Asked =>
  (method, path, question) =>
    send(method, `http://${host}/v2/${path}`, question);

const putManifest = (ask: Asked, image: Image): Promise<Reply> =>
  ask('PUT', `${REPOSITORY}/manifests/v1`, { body: image.bytes, headers: { 'content-type': image.mediaType } });

const partsOf = ({ config, layers }: Image) => [config, ...layers];

async function push(registry: OwnDistribution, image: Image): Promise<void> {
  for (const { bytes } of partsOf(image)) {
    expect((await pushBlob(`http://${registry.host}`, REPOSITORY, bytes)).status).toBe(201);
  }
  expect((await putManifest(asking(registry), image)).status).toBe(201);
}

/** remove deletes the manifest by the API, and has everything collected that it alone has led to. */
async function remove(registry: OwnDistribution, { digest }: Image): Promise<void> {
  expect((await asking(registry)('DELETE', `${REPOSITORY}/manifests/${digest}`)).status).toBe(202);
  await registry.collect();
}

/** The parts that cannot be read as a whole. */
async function lostOf(registry: OwnDistribution, image: Image): Promise<readonly string[]> {
  const replies = partsOf(image).map(async ({ digest, bytes }) => {
    const { status, body } = await asking(registry)('GET', `${REPOSITORY}/blobs/${digest}`);
    return status === 200 && body.equals(bytes) ? [] : [digest];
  });
  return (await Promise.all(replies)).flat();
}

describe.each(places)('$name', ({ caches, open }) => {
  it.concurrent('says of a collected blob what it remembers of it, and serves none of it', async () => {
    await using registry = await open();
    const ask = asking(registry);
    const image = buildImage({ content: 'collected' });
    const [layer] = image.layers as [Image['config']];
    await push(registry, image);
    await remove(registry, image);

    const path = `${REPOSITORY}/blobs/${layer.digest}`;
    const seen = async (reply: Promise<Reply>) => {
      const { status, complete, body, headers } = await reply;
      // What an error says of itself is no part of this.
      return status >= 400 ? [status] : [status, complete, body.length, headers['content-length']];
    };
    const size = String(layer.size);
    expect([
      await seen(ask('HEAD', path)),
      await seen(ask('GET', path)),
      await seen(ask('GET', path, { headers: { range: 'bytes=0-0' } })),
      (await ask('POST', `team/other/blobs/uploads/?mount=${layer.digest}&from=${REPOSITORY}`)).status,
      (await putManifest(ask, image)).status,
      (await ask('GET', `${REPOSITORY}/manifests/v1`, { headers: { accept: ACCEPT } })).status,
    ]).toEqual(
      caches
        ? [[200, true, 0, size], [200, false, 0, size], [206, false, 0, '1'], 201, 201, 404]
        : [[404], [404], [404], 202, 400, 404],
    );
  });

  it.concurrent('has it again once it was sent again, and a manifest once that was sent as a blob', async () => {
    await using registry = await open();
    const ask = asking(registry);
    const image = buildImage({ content: 'collected' });
    const read = async () => (await ask('GET', `${REPOSITORY}/manifests/v1`, { headers: { accept: ACCEPT } })).status;
    await push(registry, image);
    await remove(registry, image);
    await push(registry, image);
    expect([await lostOf(registry, image), await read()]).toEqual([[], caches ? 404 : 200]);

    await pushBlob(`http://${registry.host}`, REPOSITORY, image.bytes);
    await putManifest(ask, image);
    expect(await read()).toBe(200);
  });

  it.concurrent('publishes an image as a whole, a layer of which was collected', async () => {
    await using registry = await open();
    await using scene = await Scene.at(placeOf(registry));
    const shared = 'the same in both';
    const first = freshImage({ contents: [shared, newCommit()] });
    published(await scene.publish({ source: scene.file(first) }));
    await remove(registry, first);

    const image = freshImage({ contents: [shared, newCommit()] });
    scene.commit = newCommit();
    expect(published(await scene.publish({ source: scene.file(image) })).digest).toBe(image.digest);
    expect([await lostOf(registry, image), await scene.digestOf(scene.commit)]).toEqual([[], image.digest]);
  });

  it.concurrent('publishes the very image again that was collected', async () => {
    await using registry = await open();
    await using scene = await Scene.at(placeOf(registry));
    const image = freshImage();
    const inputs = { source: scene.file(image) };
    published(await scene.publish(inputs));
    await remove(registry, image);

    const again = await scene.publish(inputs, { env: FAST_CLOCK });
    expect(published(again).digest).toBe(image.digest);
    expect([await lostOf(registry, image), await scene.digestOf(scene.commit)]).toEqual([[], image.digest]);
  });

  it.concurrent('publishes an index again that was collected with what it led to', async () => {
    await using registry = await open();
    await using scene = await Scene.at(placeOf(registry));
    const index = freshIndex();
    const inputs = { source: scene.file(index) };
    published(await scene.publish(inputs));
    const gone = [index.digest, ...index.children.map(({ digest }) => digest)];
    for (const digest of gone) {
      expect((await asking(registry)('DELETE', `${REPOSITORY}/manifests/${digest}`)).status).toBe(202);
    }
    await registry.collect();

    expect(published(await scene.publish(inputs, { env: FAST_CLOCK })).digest).toBe(index.digest);
    const read = await Promise.all(gone.map(async (digest) => (await scene.shown(digest))?.digest));
    expect(read).toEqual(gone);
  });

  it.concurrent('never tells an image as published that it does not have', async () => {
    await using registry = await open();
    await using scene = await Scene.at(placeOf(registry));
    const image = freshImage();
    const inputs = { source: scene.file(image) };
    published(await scene.publish(inputs));
    await remove(registry, image);

    const { exitCode, outputs } = await scene.publish(inputs, { env: FAST_CLOCK });
    const isWhole = (await lostOf(registry, image)).length === 0 && (await scene.digestOf(scene.commit)) !== undefined;
    expect({ isWhole, exitCode, digest: outputs.digest }).toEqual(
      isWhole ? { isWhole, exitCode: 0, digest: image.digest } : { isWhole, exitCode: 1, digest: undefined },
    );
  });
});

/** For a story with the action: whoever asks may do everything. */
function placeOf({ host }: OwnDistribution): Place {
  const anyone = { username: 'anyone', password: 'anything' };
  const registry = { host, scheme: 'http', ca: null, ...anyone } as const;
  const place = { ...USUAL, asksForPassword: false };
  const open = async () => ({ registry, reader: anyone, admin: anyone, [Symbol.asyncDispose]: async () => {} });
  return { ...place, name: host, open };
}
