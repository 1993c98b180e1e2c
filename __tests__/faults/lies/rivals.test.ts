import { afterAll, describe, expect, test } from '@jest/globals';
import { buildImage } from '../../doubles/registry/images.ts';
import { startRegistry } from '../../doubles/registry/start-registry.ts';
import { tell } from '../step/figures.ts';
import { REPOSITORY, runStep, SHA_TAG, type Step, USERS, VERSION_TAG } from '../step/run-step.ts';

const image = buildImage({ content: 'ours' });
let races = 0;

/** Another writer takes a tag just before the request of this number is handled. */
async function race(tag: string, at: number): Promise<Step & { readonly requests: number }> {
  await using registry = await startRegistry({ auth: { kind: 'token', users: USERS } });
  const takeTag = (): boolean => {
    if (registry.requests.length === at) registry.repository(REPOSITORY).putImage({ content: 'theirs', tag });
    return false;
  };
  registry.fault({ match: { when: takeTag }, act: { kind: 'delay', ms: 0 } });
  const step = await runStep({ registry, image, level: 'content' });
  races += 1;
  return { ...step, requests: registry.requests.length };
}

describe('another writer', () => {
  test.each([SHA_TAG, VERSION_TAG])('of %s at any moment never has his digest taken for ours', async (tag) => {
    const { requests, errors } = await race(tag, 0);
    expect(errors).toEqual([]);
    for (let at = 1; at <= requests; at++) {
      const { outputs, isWell, errors } = await race(tag, at);
      expect([at, outputs.digest]).toEqual([at, isWell ? image.digest : undefined]);
      if (!isWell) expect(['TAG_RACED', 'TAG_EXISTS']).toContain(errors[0]?.code);
    }
  });

  test('is told from a registry that is slow to show a write', async () => {
    await using registry = await startRegistry({ auth: { kind: 'token', users: USERS } });
    registry.fault({ match: { method: 'PUT', reference: SHA_TAG }, act: { kind: 'stale-tag', reads: 5 } });
    registry.fault({ match: { method: 'PUT', reference: VERSION_TAG }, act: { kind: 'stale-tag', reads: 5 } });
    const step = await runStep({ registry, image });
    expect([step.errors, step.outputs.digest]).toEqual([[], image.digest]);
    registry.assertClean();
  });

  afterAll(() => tell('Races with another writer, none lost unnoticed', races));
});
