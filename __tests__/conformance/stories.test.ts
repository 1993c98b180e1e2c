/** What must hold with every registry: the same stories at each server that others made, and at our own double. */
import { describe, it } from '@jest/globals';
import { assertAlive, services } from '../doubles/services.ts';
import { doubles, type Place, realPlaces } from './support/places.ts';
import { Scene } from './support/scene.ts';
import { storiesAt } from './support/stories.ts';

const running = services();
const places: readonly Place[] = [...(running === undefined ? [] : realPlaces(running)), ...doubles];

describe.each(places)('at $name', (place) => {
  it.concurrent.each(storiesAt(place))('$name', async ({ play }) => {
    await using scene = await Scene.at(place);
    await play(scene);
  });
});

if (running !== undefined) it('has its servers', () => assertAlive(running));
