import { afterAll, describe, expect, test } from '@jest/globals';
import type { ErrorCode } from '../../../src/errors.ts';
import type { FaultRule } from '../../doubles/registry/fault-script.ts';
import { buildImage, buildIndex } from '../../doubles/registry/images.ts';
import { startRegistry } from '../../doubles/registry/start-registry.ts';
import { tell } from '../step/figures.ts';
import { judgeStep } from '../step/judge-step.ts';
import { REPOSITORY, runStep, SHA_TAG, type StepOptions, USERS, VERSION_TAG } from '../step/run-step.ts';

const image = buildImage({ contents: ['one', 'two'] });
const index = buildIndex({ content: 'of two', attestations: true });
const rootWritten = { method: 'PUT', kind: 'digest' } as const;
const rootRead = { method: 'GET', kind: 'digest' } as const;

/** How it must end; undefined means: with the right digest. */
type Lie = readonly [what: string, faults: readonly FaultRule[], code: ErrorCode | undefined, Partial<StepOptions>?];

/** A registry that pushes nothing under a tag before it was verified can still be lied to about either. */
const LIES: readonly Lie[] = [
  // The manifest is refused then, and what it lacks is sent once more.
  [
    'takes a blob and keeps nothing, once',
    [play({ method: 'PUT', kind: 'upload' }, { kind: 'store-nothing' })],
    undefined,
  ],
  [
    'takes blobs and keeps none of them',
    [{ ...play({ method: 'PUT', kind: 'upload' }, { kind: 'store-nothing' }), times: 'always' }],
    'CONTENT_MISSING',
  ],
  // It is sent once more then, as a blob, too.
  ['takes the manifest and keeps nothing, once', [play(rootWritten, { kind: 'store-nothing' })], undefined],
  [
    'takes the manifest and keeps nothing',
    [
      { ...play(rootWritten, { kind: 'store-nothing' }), times: 'always' },
      { ...play({ method: 'PUT', kind: 'upload' }, { kind: 'store-nothing' }), times: 'always', skip: 3 },
    ],
    'CONTENT_MISSING',
  ],
  ['takes the manifest and keeps other bytes', [play(rootWritten, { kind: 'store-other' })], 'DIGEST_MISMATCH'],
  ['says another digest of what it took', [play(rootWritten, { kind: 'digest-header', value: 'wrong' })], undefined],
  [
    'serves the manifest with another digest',
    [play(rootRead, { kind: 'digest-header', value: 'wrong' })],
    'DIGEST_MISMATCH',
  ],
  ['serves other bytes for the manifest', [play(rootRead, { kind: 'other-bytes' })], 'DIGEST_MISMATCH'],
  ['serves a login page for the manifest', [play(rootRead, { kind: 'login-page' })], 'DIGEST_MISMATCH'],
  ['has lost the config', [play(rootWritten, { kind: 'forget', what: 'config' })], 'CONTENT_MISSING'],
  ['has lost a layer', [play(rootWritten, { kind: 'forget', what: 'layer' })], 'CONTENT_MISSING'],
  // It is sent once more then.
  [
    'has lost a child, once',
    [{ ...play(rootWritten, { kind: 'forget', what: 'child' }), skip: 4 }],
    undefined,
    { image: index },
  ],
  [
    'has lost a child',
    [{ ...play(rootWritten, { kind: 'forget', what: 'child' }), times: 'always', skip: 4 }],
    'CONTENT_MISSING',
    { image: index },
  ],
  [
    'serves other bytes for a layer',
    [{ ...play({ method: 'GET', kind: 'blob' }, { kind: 'other-bytes' }), times: 'always', skip: 1 }],
    'DIGEST_MISMATCH',
    { level: 'content' },
  ],
  [
    'takes the SHA tag and keeps nothing',
    [play({ method: 'PUT', reference: SHA_TAG }, { kind: 'store-nothing' })],
    'CONTENT_MISSING',
  ],
  [
    'lets another writer have the SHA tag',
    [play({ method: 'PUT', reference: SHA_TAG }, { kind: 'tag-moved' })],
    'TAG_RACED',
  ],
  [
    'takes the version tag and keeps nothing',
    [play({ method: 'PUT', reference: VERSION_TAG }, { kind: 'store-nothing' })],
    'CONTENT_MISSING',
  ],
  [
    'lets another writer have the version tag',
    [play({ method: 'PUT', reference: VERSION_TAG }, { kind: 'tag-moved' })],
    'TAG_RACED',
  ],
  ['shows a tag late', [play({ method: 'PUT', reference: SHA_TAG }, { kind: 'stale-tag', reads: 5 })], undefined],
];

function play(match: FaultRule['match'] & object, act: FaultRule['act']): FaultRule {
  return { match, act };
}

describe('a registry that is given an image without an engine, and', () => {
  test.each(LIES)('%s, is not believed', async (_what, faults, code, more = {}) => {
    await using registry = await startRegistry({ auth: { kind: 'token', users: USERS } });
    for (const fault of faults) registry.fault(fault);
    const pushed = more.image ?? image;
    const step = await runStep({ registry, image: pushed, isInFile: true, ...more });
    expect([step.errors[0]?.code, judgeStep(step, registry, pushed)]).toEqual([code, []]);
    registry.assertClean();
  });

  test('whatever was not verified is under no tag', async () => {
    await using registry = await startRegistry({ auth: { kind: 'token', users: USERS } });
    registry.fault({ match: rootWritten, act: { kind: 'forget', what: 'layer' } });
    await runStep({ registry, image, isInFile: true });
    expect([...registry.repository(REPOSITORY).tags]).toEqual([]);
  });

  afterAll(() => tell('Lies told of a push without an engine, and none believed', LIES.length));
});
