import { afterAll, describe, expect, test } from '@jest/globals';
import type { ErrorCode } from '../../../src/errors.ts';
import type { Held } from '../../doubles/engine/image-store.ts';
import type { FaultRule } from '../../doubles/registry/fault-script.ts';
import { buildImage, buildIndex } from '../../doubles/registry/images.ts';
import { type Registry, startRegistry } from '../../doubles/registry/start-registry.ts';
import { tell } from '../step/figures.ts';
import { REPOSITORY, runStep, SHA_TAG, type Step, type StepOptions, USERS, VERSION_TAG } from '../step/run-step.ts';

const image = buildImage({ contents: ['one', 'two'] });
const index = buildIndex({ attestations: true });
const other = buildImage({ content: 'somebody else' });
const [layer = image.config] = image.layers;
const [child = image] = index.children;

const write = { method: 'PUT', reference: SHA_TAG } as const;
const read = { method: 'GET', reference: SHA_TAG, when: hasBeenWritten } as const;
let registry: Registry;
function hasBeenWritten(): boolean {
  return registry.repository(REPOSITORY).tags.has(SHA_TAG);
}

type Lie = {
  readonly faults?: readonly FaultRule[];
  readonly step?: Partial<StepOptions>;
  /** How it must end; undefined means: with the right digest. */
  readonly code: ErrorCode | undefined;
};

const BESIDE: Partial<StepOptions> = { image: index, store: 'containerd' };
const REWRITTEN = Buffer.from(layer.bytes).fill(0, 40, 60);

const LIES: Readonly<Record<string, Lie>> = {
  'stores nothing': { faults: [{ match: write, act: { kind: 'store-nothing' } }], code: 'CONTENT_MISSING' },
  'stores other bytes': { faults: [{ match: write, act: { kind: 'store-other' } }], code: 'DIGEST_MISMATCH' },
  'stores an empty object': {
    faults: [{ match: write, act: { kind: 'store-other', bytes: () => Buffer.from('{}') } }],
    code: 'REGISTRY_ANSWER',
  },
  'names another digest for what it was given': {
    faults: [{ match: write, act: { kind: 'digest-header', value: 'wrong' } }],
    code: undefined,
  },
  'names another digest for what it serves': {
    faults: [{ match: read, act: { kind: 'digest-header', value: 'wrong' } }],
    code: 'DIGEST_MISMATCH',
  },
  'names no digest at all': {
    faults: [{ times: 'always', match: { kind: 'manifest' }, act: { kind: 'digest-header', value: 'missing' } }],
    code: undefined,
  },
  'serves other bytes by tag': {
    faults: [{ match: read, act: { kind: 'other-bytes', bytes: 'reserialised' } }],
    code: 'DIGEST_MISMATCH',
  },
  'serves another image by tag, well-formed': {
    faults: [
      {
        times: 'always',
        match: read,
        act: { kind: 'answer', status: 200, headers: { 'content-type': other.mediaType }, body: other.bytes },
      },
    ],
    code: 'TAG_RACED',
  },
  'serves other bytes by digest': {
    faults: [{ match: { method: 'GET', kind: 'digest' }, act: { kind: 'other-bytes' } }],
    code: 'DIGEST_MISMATCH',
  },
  'serves nothing by digest': {
    faults: [{ times: 'always', match: { method: 'GET', kind: 'digest' }, act: { kind: 'answer', status: 404 } }],
    code: 'CONTENT_MISSING',
  },
  'serves one manifest as another type': {
    faults: [{ match: read, act: { kind: 'alter', headers: { 'content-type': index.mediaType } } }],
    code: 'REGISTRY_ANSWER',
  },
  'shows a login page for a manifest': {
    faults: [{ match: read, act: { kind: 'login-page' } }],
    code: 'REGISTRY_ANSWER',
  },
  'shows a login page for the write of a version': {
    faults: [{ match: { method: 'PUT', reference: VERSION_TAG }, act: { kind: 'login-page' } }],
    code: 'CONTENT_MISSING',
  },
  'shows a login page for everything': {
    faults: [{ times: 'always', act: { kind: 'login-page' } }],
    code: 'REGISTRY_ANSWER',
  },
  'stores nothing of a version': {
    faults: [{ match: { method: 'PUT', reference: VERSION_TAG }, act: { kind: 'store-nothing' } }],
    code: 'CONTENT_MISSING',
  },
  'loses a layer': { faults: [{ match: write, act: { kind: 'forget', what: 'layer' } }], code: 'CONTENT_MISSING' },
  'loses the config': { faults: [{ match: write, act: { kind: 'forget', what: 'config' } }], code: 'CONTENT_MISSING' },
  'loses a child of an index': {
    step: BESIDE,
    faults: [{ match: write, act: { kind: 'forget', what: 'child' } }],
    code: 'CONTENT_MISSING',
  },
  'loses a layer of a child': {
    step: BESIDE,
    faults: [{ match: { ...write, when: losesLayerOfChild }, act: { kind: 'delay', ms: 0 } }],
    code: 'CONTENT_MISSING',
  },
  'lets somebody else have the tag': {
    faults: [{ match: write, act: { kind: 'tag-moved' } }],
    code: 'TAG_RACED',
  },
  'lets somebody else have a version': {
    faults: [{ match: { method: 'PUT', reference: VERSION_TAG }, act: { kind: 'tag-moved' } }],
    code: 'TAG_RACED',
  },
  'states another size for a layer': {
    faults: [
      {
        times: 'always',
        match: { method: 'GET', kind: 'blob', reference: layer.digest },
        act: { kind: 'alter', headers: { 'content-range': 'bytes 0-0/7' } },
      },
    ],
    code: 'DIGEST_MISMATCH',
  },
  'has other bytes for the config': {
    faults: [{ match: { method: 'GET', kind: 'blob', reference: image.config.digest }, act: { kind: 'other-bytes' } }],
    code: 'DIGEST_MISMATCH',
  },
  'has other bytes for a layer': {
    step: { level: 'content' },
    faults: [{ match: { method: 'GET', kind: 'blob', reference: layer.digest }, act: { kind: 'other-bytes' } }],
    code: 'DIGEST_MISMATCH',
  },
  'has other bytes for a layer, as many': {
    step: { level: 'content' },
    faults: [
      {
        match: { method: 'GET', kind: 'blob', reference: layer.digest },
        act: { kind: 'other-bytes', bytes: REWRITTEN },
      },
    ],
    code: 'DIGEST_MISMATCH',
  },
  'has more bytes for a layer': {
    step: { level: 'content' },
    faults: [
      {
        match: { method: 'GET', kind: 'blob', reference: layer.digest },
        act: { kind: 'other-bytes', bytes: Buffer.concat([layer.bytes, Buffer.alloc(9)]) },
      },
    ],
    code: 'DIGEST_MISMATCH',
  },
  'is told another digest by the engine': {
    step: { engine: { claim: `${SHA_TAG}: digest: ${other.digest} size: ${other.bytes.length}` } },
    code: 'DIGEST_MISMATCH',
  },
  'is told another size by the engine': {
    step: { engine: { claim: `${SHA_TAG}: digest: ${image.digest} size: 1` } },
    // Podman prints that of another manifest, and what was pushed is what was tested.
    code: undefined,
  },
  'is told nothing by the engine': { step: { engine: { claim: '' } }, code: undefined },
  'is sent another image by the engine': { step: { engine: { instead: other } }, code: 'IDENTITY_MISMATCH' },
};

/** Gone by the time the index is written. */
function losesLayerOfChild(): boolean {
  return registry.repository(REPOSITORY).blobs.delete(child.layers[0]?.digest ?? '');
}

async function tellLie({ faults = [], step = {} }: Lie): Promise<Step> {
  await using started = await startRegistry({ auth: { kind: 'token', users: USERS } });
  registry = started;
  for (const rule of faults) registry.fault(rule);
  return await runStep({ registry, image: image as Held, ...step });
}

describe('a registry, or an engine, that', () => {
  test.each(Object.entries(LIES))('%s', async (_, lie) => {
    const { outputs, errors, took, deadline } = await tellLie(lie);
    expect([outputs.pushed, errors[0]?.code]).toEqual([lie.code === undefined ? 'true' : 'false', lie.code]);
    const truth = lie.step?.image ?? image;
    expect(outputs.digest).toBe(lie.code === undefined ? truth.digest : undefined);
    expect(took).toBeLessThan(deadline);
  });

  afterAll(() => tell('Lies of a registry or an engine that were told, and none believed', Object.keys(LIES).length));
});
