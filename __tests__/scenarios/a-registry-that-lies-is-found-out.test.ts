import { describe, expect } from '@jest/globals';
import type { FaultRule } from '../doubles/registry/fault-script.ts';
import { SHA } from '../doubles/runner.ts';
import { expectFailed, expectNothingLeft } from './failure.ts';
import { FAST_CLOCK, scenario } from './stage.ts';

type Lie = { readonly name: string; readonly rule: FaultRule; readonly code: string };

const write = { kind: 'tag', method: 'PUT', reference: SHA } as const;
const readByTag = { kind: 'tag', method: 'GET', reference: SHA } as const;
/** The first read is the look at the tag before the push. */
const afterwards = { skip: 1, times: 'always' } as const;

const LIES: readonly Lie[] = [
  {
    name: 'says 201 and stores nothing',
    rule: { match: write, act: { kind: 'store-nothing' } },
    code: 'CONTENT_MISSING',
  },
  {
    name: 'says 201 and stores other bytes',
    rule: { match: write, act: { kind: 'store-other' } },
    code: 'DIGEST_MISMATCH',
  },
  {
    name: 'shows the tag, but nothing by its digest',
    rule: {
      match: { kind: 'digest', method: 'GET' },
      times: 'always',
      act: { kind: 'refuse', situation: 'manifest-unknown' },
    },
    code: 'CONTENT_MISSING',
  },
  {
    name: 'names a wrong digest in its header',
    rule: {
      match: { kind: 'manifest', method: 'GET' },
      times: 'always',
      act: { kind: 'digest-header', value: 'wrong' },
    },
    code: 'DIGEST_MISMATCH',
  },
  {
    name: 'names something that is no digest in its header',
    rule: {
      match: { kind: 'manifest', method: 'GET' },
      times: 'always',
      act: { kind: 'digest-header', value: 'malformed' },
    },
    code: 'DIGEST_MISMATCH',
  },
  {
    name: 'serves other bytes by tag',
    rule: { match: readByTag, ...afterwards, act: { kind: 'other-bytes', bytes: 'reserialised' } },
    code: 'DIGEST_MISMATCH',
  },
  {
    name: 'serves other bytes by digest',
    rule: {
      match: { kind: 'digest', method: 'GET' },
      times: 'always',
      act: { kind: 'other-bytes', bytes: 'reserialised' },
    },
    code: 'DIGEST_MISMATCH',
  },
  {
    name: 'serves another media type than the document has',
    rule: {
      match: readByTag,
      ...afterwards,
      act: { kind: 'alter', headers: { 'content-type': 'application/vnd.oci.image.manifest.v1+json' } },
    },
    code: 'REGISTRY_ANSWER',
  },
  {
    name: 'loses the config',
    rule: { match: write, act: { kind: 'forget', what: 'config' } },
    code: 'CONTENT_MISSING',
  },
  { name: 'loses a layer', rule: { match: write, act: { kind: 'forget', what: 'layer' } }, code: 'CONTENT_MISSING' },
  { name: 'lets another writer move the tag', rule: { match: write, act: { kind: 'tag-moved' } }, code: 'TAG_RACED' },
];

describe('a registry that', () => {
  for (const { name, rule, code } of LIES) {
    scenario(name, {}, async (stage) => {
      stage.registry.fault(rule);
      const step = await stage.publish({ env: FAST_CLOCK });
      expectFailed(step, code);
      // What makes the verification worth its while: docker itself noticed nothing.
      expect(stage.engine.calls.find(({ args }) => args[1] === 'push')?.exitCode).toBe(0);
      expect(stage.engine.names).toEqual(['app:test']);
      expectNothingLeft(stage);
    });
  }

  scenario('serves a layer that was changed is found out by content', {}, async (stage) => {
    stage.registry.fault({
      match: { kind: 'blob', method: 'GET' },
      times: 'always',
      act: { kind: 'other-bytes', bytes: 'flipped' },
    });
    expectFailed(await stage.publish({ inputs: { verify: 'content' }, env: FAST_CLOCK }), 'DIGEST_MISMATCH');
  });
});
