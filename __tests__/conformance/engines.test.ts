/** What an engine pushes for the step: each engine with each registry, ours among them. */
import { describe, expect, it } from '@jest/globals';
import { services } from '../doubles/services.ts';
import { annotations } from '../engine/support/job.ts';
import { doubles, realPlaces } from './support/places.ts';
import { pusherDoubles, realPushers } from './support/pushers.ts';
import { failed, published, Scene } from './support/scene.ts';

const running = services();
const places = [
  ...(running === undefined ? [] : realPlaces(running)),
  ...doubles.filter(({ only }) => only === undefined),
];
const pushers = running === undefined ? pusherDoubles : realPushers(running);
const pairs = places.flatMap((place) => pushers.map((pusher) => ({ place, pusher })));

describe('an image of an engine', () => {
  it.concurrent.each(pairs.filter(({ place }) => place.takesDockerManifests))(
    'is published from $pusher.name at $place.name',
    async ({ place, pusher }) => {
      await using engine = await pusher.open();
      await using scene = await Scene.at(place);
      const built = await engine.build();
      const inputs = { source: built.name };
      const outputs = published(await scene.publish(inputs, { env: engine.env }));
      expect(outputs).toMatchObject({ 'image-id': built.config, digest: await scene.digestOf(scene.commit) });
      expect((await scene.shown(scene.commit))?.document.config?.digest).toBe(built.config);
      expect(published(await scene.publish(inputs, { env: engine.env }), 'already-published').digest).toBe(
        outputs.digest,
      );
      expect(await engine.names(built)).toEqual([built.name]);
    },
  );

  const [graphDriver] = pushers;
  const ociOnly = places.filter(({ takesDockerManifests }) => !takesDockerManifests);
  it.concurrent.each(ociOnly)('is refused at $name in words that name the other ways', async (place) => {
    if (graphDriver === undefined) throw new Error('there is no engine');
    await using engine = await graphDriver.open();
    await using scene = await Scene.at(place);
    const built = await engine.build();
    const step = await scene.publish({ source: built.name }, { env: engine.env });
    failed(step, 'REGISTRY_ANSWER', scene);
    expect(annotations(step.log, 'error')[0]?.lines.join('\n')).toContain('engine: direct');
    expect(await engine.names(built)).toEqual([built.name]);
  });

  const refusing = pairs.filter(({ place }) => place.tellsRights);
  it.concurrent.each(refusing)(
    'is not published from $pusher.name by who may not push at $place.name',
    async (pair) => {
      await using engine = await pair.pusher.open();
      await using scene = await Scene.at(pair.place);
      const built = await engine.build();
      const step = await scene.publish({ source: built.name }, { as: scene.reader, env: engine.env });
      failed(step, 'REGISTRY_DENIED', scene);
      expect(await scene.shown(scene.commit)).toBeUndefined();
      expect(await engine.names(built)).toEqual([built.name]);
    },
  );
});
