import { describe, expect, test } from '@jest/globals';
import { buildImage } from '../../doubles/registry/images.ts';
import { type RegistryOptions, startRegistry } from '../../doubles/registry/start-registry.ts';
import { judgeStep } from '../step/judge-step.ts';
import { REPOSITORY, runStep, SHA_TAG, USERS, VERSION_TAG } from '../step/run-step.ts';
import { KINDS, type Kind } from './kinds.ts';
import { problemsOf, runOne, Tally } from './matrix.ts';

const image = buildImage({ content: 'written once' });
const LOST = { kind: 'reset', when: 'after-handling' } as const;

/** Makes that never let a tag change, not even to what it shows. */
const FREEZING: readonly (readonly [string, RegistryOptions])[] = [
  [
    'ECR',
    { personality: 'ecr', auth: { kind: 'basic', users: USERS }, repositories: [REPOSITORY], immutableTags: true },
  ],
  ['Harbor', { personality: 'harbor', auth: { kind: 'token', users: USERS }, immutableTags: true }],
  ['a registry that keeps to the specification', { auth: { kind: 'token', users: USERS }, immutableTags: true }],
];

describe('a write whose answer is lost', () => {
  test.each(FREEZING)('of a version tag is read back, not repeated into an error: %s', async (_, options) => {
    await using registry = await startRegistry(options);
    registry.fault({ match: { method: 'PUT', reference: VERSION_TAG }, act: LOST });
    const step = await runStep({ registry, image });
    expect(step.errors).toEqual([]);
    expect(judgeStep(step, registry, image)).toEqual([]);
  });

  test.each(FREEZING)('of the image itself is found again: %s', async (_, options) => {
    await using registry = await startRegistry(options);
    registry.fault({ match: { method: 'PUT', reference: SHA_TAG }, act: LOST });
    const step = await runStep({ registry, image });
    expect(step.errors).toEqual([]);
    expect(judgeStep(step, registry, image)).toEqual([]);
  });

  test('of another image in our place is still an error', async () => {
    await using registry = await startRegistry({ immutableTags: true });
    registry.fault({ match: { method: 'PUT', reference: VERSION_TAG }, act: { kind: 'tag-moved' } });
    const step = await runStep({ registry, image });
    expect(step.errors[0]?.code).toBe('TAG_RACED');
    expect(judgeStep(step, registry, image)).toEqual([]);
  });
});

describe('a push that the engine gives up although it was carried out', () => {
  test('because no answer names the digest, is verified by what the registry shows', async () => {
    await using registry = await startRegistry({ auth: { kind: 'token', users: USERS } });
    registry.fault({
      times: 'always',
      match: { method: 'PUT', kind: 'manifest' },
      act: { kind: 'digest-header', value: 'missing' },
    });
    const step = await runStep({ registry, image, level: 'content' });
    expect(step.errors).toEqual([]);
    expect(judgeStep(step, registry, image)).toEqual([]);
  });

  test('is a failure if the tag shows another image', async () => {
    await using registry = await startRegistry();
    registry.fault({ match: { method: 'PUT', kind: 'manifest' }, act: { kind: 'digest-header', value: 'missing' } });
    const { bytes, mediaType } = registry.repository(REPOSITORY).putImage({ content: 'of another writer' });
    registry.fault({
      match: { method: 'GET', reference: SHA_TAG, when: () => registry.repository(REPOSITORY).tags.has(SHA_TAG) },
      act: { kind: 'answer', status: 200, headers: { 'content-type': mediaType }, body: bytes },
    });
    const step = await runStep({ registry, image });
    expect(step.errors[0]?.code).toBe('PUSH_FAILED');
    expect(judgeStep(step, registry, image)).toEqual([]);
  });
});

describe('a registry that takes Basic, or no login at all', () => {
  const passing = Object.entries<Kind>(KINDS).filter(([, { isTransient }]) => isTransient);
  const proof = { match: { kind: 'ping' }, attempts: 6 } as const;
  const points = { ping: proof, 'the proof of the credential': { ...proof, skip: 1 } } as const;

  test.each(Object.entries(points))('survives what passes: %s', async (_, point) => {
    const tally = new Tally();
    for (const auth of [{ kind: 'basic', users: USERS }, { kind: 'none' }] as const) {
      const runs = passing.map(([name, kind]) =>
        runOne(name, { point, kind, time: 'first' }, { auth: { auth }, isCarried: auth.kind === 'none' }),
      );
      tally.add(await Promise.all(runs));
      expect(problemsOf(await Promise.all(runs))).toEqual([]);
    }
    expect(tally.survivalRate).toBeGreaterThanOrEqual(0.95);
  });
});
