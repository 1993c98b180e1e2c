/** Registries that serve and take nothing: what is there is verified, and a push is refused in words that say why. */
import { describe, expect, it } from '@jest/globals';
import { services } from '../doubles/services.ts';
import { annotations } from '../engine/support/job.ts';
import { type Place, realPlaces } from './support/places.ts';
import { failed, freshImage, published, Scene } from './support/scene.ts';

const running = services();
const [open] = running === undefined ? [] : realPlaces(running).filter(({ name }) => name === 'distribution-3');
/** Each shows what "distribution-3" holds. */
const closed = (['distribution-3-read-only', 'distribution-3-mirror'] as const).flatMap((name) => {
  if (running === undefined || open === undefined) return [];
  const { reader, admin, ...registry } = running.servers[name];
  const opened = { registry, reader, admin, [Symbol.asyncDispose]: async () => {} };
  return [{ name, place: { ...open, name, open: async () => opened }, source: open }];
});

(closed.length > 0
  ? describe.each(closed)
  : describe.skip.each([{ name: '', place: {} as Place, source: {} as Place }]))('at $name', ({ place, source }) => {
  it.concurrent('what was published elsewhere is found, and verified', async () => {
    await using there = await Scene.at(source);
    await using here = await Scene.at(place);
    const image = freshImage();
    published(await there.publish({ source: there.file(image) }));
    here.commit = there.commit;
    const step = await here.publish({ source: here.file(image), verify: 'content' });
    expect(published(step, 'already-published').digest).toBe(image.digest);
  });

  it.concurrent('a push ends with an error that says that none are taken', async () => {
    await using scene = await Scene.at(place);
    const step = await scene.publish({ source: scene.file(freshImage()) });
    expect(await scene.shown(scene.commit)).toBeUndefined();
    failed(step, 'REGISTRY_DENIED', scene);
    expect(annotations(step.log, 'error')[0]?.lines.join('\n')).toMatch(/read-only|accepts no pushes|pull-through/i);
  });
});
