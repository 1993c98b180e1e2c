import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import type { CheckState } from '../../../src/gate/seen.ts';
import { LARGEST_PREDICATE, LONGEST_LISTS, LONGEST_TEXT } from '../../../src/proof/bounds.ts';
import { readPredicate, readStatement } from '../../../src/proof/check-statement.ts';
import { type Decided, makePredicate, makeStatement } from '../../../src/proof/make-statement.ts';
import { policyDigest } from '../../../src/proof/policy-rules.ts';
import type { GateField } from '../../../src/proof/statement.ts';
import { GATE_FIELD, GATE_SCHEMA, VERSION } from '../../../src/proof/uris.ts';
import { canonicalJson } from '../../../src/text/canonical-json.ts';
import { COMMIT, DECIDED, digest, PLACED } from './decided.ts';

const root = resolve(import.meta.dirname, '../../..');
const json = (path: string) => JSON.parse(readFileSync(resolve(root, path), 'utf8'));
const example = json('docs/proof/statement.example.json');
const isGateField = new Ajv2020({ allErrors: true }).compile(json('docs/proof/gate-v1.schema.json'));

const made = makeStatement(makePredicate(DECIDED), PLACED);
const field = (decided: Decided): GateField => makePredicate(decided)[GATE_FIELD];
const bytesOf = (value: unknown) => Buffer.from(canonicalJson(value));

function withChecks(checks: readonly CheckState[]): Decided {
  return { ...DECIDED, verdict: { ...DECIDED.verdict, checks } };
}

function check(name: string, more: Partial<CheckState> = {}): CheckState {
  return { name, askedBy: 'the input "required-checks"', state: 'passed', by: 'octo', seen: 'it succeeded', ...more };
}

describe('the statement', () => {
  it('is the example of the documentation, which its schema takes', () => {
    expect(canonicalJson(made)).toBe(canonicalJson(example));
    isGateField(example.predicate[GATE_FIELD]);
    expect(isGateField.errors).toBeNull();
  });

  it('names the schema under the address that the schema gives itself, and the version of the package', () => {
    expect(json('docs/proof/gate-v1.schema.json').$id).toBe(GATE_SCHEMA);
    expect(json('package.json').version).toBe(VERSION);
  });

  it('is read back as what was made', () => {
    const statement = readStatement(bytesOf(made));
    expect(statement.ok && canonicalJson(statement.value.subject)).toBe(canonicalJson(made.subject));
    const predicate = readPredicate(statement.ok && statement.value.predicate);
    expect(predicate.ok && canonicalJson(predicate.value)).toBe(canonicalJson(made.predicate));
  });

  it('is the same for the same facts, but for the time, the run and its attempt', () => {
    const again = makePredicate({
      ...DECIDED,
      origin: { ...DECIDED.origin, runId: '77', attempt: '2' },
      now: DECIDED.now + 86_400_000,
    });
    const { timeVerified, [GATE_FIELD]: gate, ...rest } = again;
    const { timeVerified: before, [GATE_FIELD]: first, ...same } = makePredicate(DECIDED);
    expect(timeVerified).not.toBe(before);
    expect(rest).toEqual(same);
    expect({ ...gate, run: { ...gate.run, id: '19000000001', attempt: '1' } }).toEqual(first);
    expect(canonicalJson(makePredicate({ ...DECIDED }))).toBe(canonicalJson(makePredicate(DECIDED)));
  });

  it('has one subject for each name and digest', () => {
    const [one] = PLACED;
    const placed = one === undefined ? [] : [one, one, { ...one, digest: digest('b') }];
    expect(makeStatement(made.predicate, placed).subject.map(({ digest: { sha256 = '' } }) => sha256[0])).toEqual([
      'a',
      'b',
    ]);
  });

  it('names no level of SLSA but that nothing is known of the build', () => {
    const levels = made.predicate.verifiedLevels.filter((level) => level.startsWith('SLSA_'));
    expect(levels).toEqual(['SLSA_BUILD_LEVEL_UNEVALUATED']);
    const { needs: _, scan: __, ...asked } = DECIDED.inputs;
    const less = makePredicate({ ...DECIDED, inputs: { ...asked, needs: undefined, scan: undefined } });
    expect(less.verifiedLevels).not.toContain('VERIFIED_IMAGE_PUSH_SCAN');
    expect(less.verifiedLevels).not.toContain('VERIFIED_IMAGE_PUSH_NEEDS');
  });
});

describe('the rules in a statement', () => {
  const rules = (decided: Decided) => makePredicate(decided).policy.digest.sha256;

  it('have the digest that whoever reads the statement computes', () => {
    expect(made.predicate.policy.digest.sha256).toBe(policyDigest(made.predicate[GATE_FIELD].policy));
  });

  it('are the same for another image, commit and run, other results and other reports', () => {
    const { inputs, verdict, scan } = DECIDED;
    const other: Decided = {
      ...DECIDED,
      origin: { ...DECIDED.origin, runId: '9' },
      verdict: { ...verdict, held: [], checks: verdict.checks.map((each) => ({ ...each, seen: 'else', checkRun: 5 })) },
      inputs: { ...inputs, needs: { build: 'success', lint: 'success' }, expectedImageIds: [digest('f')] },
      scan: scan && { ...scan, runs: [], total: 0 },
      image: { ...DECIDED.image, id: digest('f') },
    };
    expect(rules(other)).toBe(rules(DECIDED));
  });

  it.each<[string, Partial<Decided['inputs']>]>([
    ['whose commit it is', { commit: 'image' }],
    ['branches', { branches: [] }],
    ['git tags', { gitTags: [] }],
    ['events', { events: ['push'] }],
    ['what a closed gate does', { whenClosed: 'fail' }],
    ['who may be skipped', { allowSkipped: ['lint'] }],
    ['whether jobs were asked about', { needs: undefined }],
    ['whether a scan was asked for', { scan: undefined }],
    ['the revision label', { requireRevisionLabel: false }],
    ['whether the image had to be the tested one', { expectedImageIds: [] }],
    ['the platforms', { expectedPlatforms: [{ text: 'linux/amd64', platform: 'linux/amd64', osVersion: undefined }] }],
  ])('have another digest with other %s', (_what, inputs) => {
    expect(rules({ ...DECIDED, inputs: { ...DECIDED.inputs, ...inputs } })).not.toBe(rules(DECIDED));
  });

  it('have another digest where the branch requires another check, or pins its app, or the ignore list is another', () => {
    const plain = rules(withChecks([check('a'), check('b')]));
    expect(rules(withChecks([check('a')]))).not.toBe(plain);
    expect(rules(withChecks([check('a'), check('b', { appId: 1 })]))).not.toBe(plain);
    expect(rules(withChecks([check('b'), check('a')]))).toBe(plain);
    const { scan } = DECIDED;
    expect(rules({ ...DECIDED, scan: scan && { ...scan, ignoreList: digest('0') } })).not.toBe(rules(DECIDED));
  });
});

describe('the bounds of a statement', () => {
  const anyText = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.constantFrom('\u202e', '::error::x', '💥'.repeat(600), 'x'.repeat(5000)),
  );

  it('hold whatever is in it, and the schema and the reader take it still', () => {
    const list = <T>(each: fc.Arbitrary<T>) => fc.array(each, { maxLength: 450, size: 'max' });
    const facts = fc.record({
      names: list(anyText),
      jobs: fc.dictionary(anyText, anyText, { maxKeys: 300, size: 'max' }),
      word: anyText,
    });
    fc.assert(
      fc.property(facts, ({ names, jobs, word }) => {
        const decided: Decided = {
          ...withChecks(names.map((name) => check(name, { by: word, askedBy: word }))),
          inputs: { ...DECIDED.inputs, needs: jobs, allowSkipped: names },
          image: { ...DECIDED.image, platforms: names, revision: word },
        };
        const predicate = makePredicate(decided);
        const read = readPredicate(JSON.parse(canonicalJson(predicate)));
        expect(read.ok).toBe(true);
        expect(bytesOf(predicate).length).toBeLessThanOrEqual(LARGEST_PREDICATE);
        const gate = JSON.parse(canonicalJson(predicate[GATE_FIELD]));
        expect(isGateField(gate)).toBe(true);
        const texts = textsIn(gate);
        expect(Math.max(...texts.map((text) => Buffer.byteLength(text)))).toBeLessThanOrEqual(LONGEST_TEXT);
      }),
      { numRuns: 25 },
    );
  });

  it('cut a predicate of 300 KiB, and tell how long its lists were', () => {
    const word = 'w'.repeat(900);
    const decided = withChecks(
      Array.from({ length: 150 }, (_, index) => check(`${word}${index}`, { by: word, askedBy: word })),
    );
    const { checks, needs, truncated } = field(decided);
    expect(checks.length).toBeLessThan(150);
    expect(checks.length).toBeGreaterThan(0);
    expect(truncated).toMatchObject({ checks: 150 });
    expect(truncated).not.toHaveProperty('needs');
    expect(needs).toHaveLength(1);
    expect(bytesOf(makePredicate(decided)).length).toBeLessThanOrEqual(LARGEST_PREDICATE);
  });

  it('leave everything as it is that is within them, and say nothing of truncation', () => {
    const most = LONGEST_LISTS.checks ?? 0;
    const within = field(withChecks(Array.from({ length: most }, (_, index) => check(`c${index}`))));
    expect(within.checks).toHaveLength(most);
    expect(within.truncated).toBeUndefined();
    const beyond = field(withChecks(Array.from({ length: most + 1 }, (_, index) => check(`c${index}`))));
    expect(beyond.truncated).toEqual({ checks: most + 1, 'policy.requiredChecks': most + 1 });
  });

  it('cut a text at a whole character, and count it', () => {
    const { checks, truncated } = field(withChecks([check('é'.repeat(2000))]));
    expect(checks[0]?.name).toMatch(/^é{510}…$/);
    expect(truncated).toEqual({ text: 2 });
  });
});

describe('whoever reads a statement', () => {
  type Path = readonly (string | number)[];

  function pathsIn(value: unknown, at: Path = []): readonly Path[] {
    if (typeof value !== 'object' || value === null) return [at];
    return [at, ...Object.entries(value).flatMap(([name, each]) => pathsIn(each, [...at, name]))];
  }

  function changed(
    value: unknown,
    [name, ...rest]: Path,
    change: (object: Record<string, unknown>, name: string) => void,
  ): unknown {
    const copy = Array.isArray(value) ? [...value] : { ...(value as object) };
    const object = copy as Record<string, unknown>;
    if (rest.length === 0) change(object, String(name));
    else object[String(name)] = changed(object[String(name)], rest, change);
    return copy;
  }

  const gate = example.predicate[GATE_FIELD];
  const paths = pathsIn(gate).filter((path) => path.length > 0);
  const agree = (other: unknown) =>
    expect(readPredicate({ ...example.predicate, [GATE_FIELD]: other }).ok).toBe(isGateField(other));

  it('takes what the schema takes, and no more, whichever member is missing or of another kind', () => {
    expect(paths.length).toBeGreaterThan(100);
    for (const path of paths) {
      if (typeof path.at(-1) === 'string' && Number.isNaN(Number(path.at(-1))))
        agree(changed(gate, path, (object, name) => delete object[name]));
      for (const other of [null, 7, -1, 1.5, true, 'x', [], {}])
        agree(
          changed(gate, path, (object, name) => {
            object[name] = other;
          }),
        );
    }
  });

  it('takes members that a later version has added', () => {
    for (const path of [[], ['run'], ['policy'], ['image']]) {
      const later = changed(gate, [...path, 'later'], (object, name) => {
        object[name] = { any: 'thing' };
      });
      expect(readPredicate({ ...example.predicate, [GATE_FIELD]: later }).ok).toBe(true);
    }
  });

  it.each<[string, (statement: Record<string, unknown>) => unknown]>([
    ['another type of statement', (all) => ({ ...all, _type: 'https://in-toto.io/Statement/v0.1' })],
    ['no subject', (all) => ({ ...all, subject: [] })],
    ['a subject without a digest', (all) => ({ ...all, subject: [{ name: 'a' }] })],
    ['a digest that is none', (all) => ({ ...all, subject: [{ name: 'a', digest: { sha256: 'XY' } }] })],
    ['no object', () => [1]],
  ])('refuses %s', (_what, change) => {
    expect(readStatement(bytesOf(change(example))).ok).toBe(false);
    expect(readStatement(bytesOf(example)).ok).toBe(true);
  });

  it.each([
    ['FAILED', { verificationResult: 'FAILED' }],
    ['no time', { timeVerified: 'yesterday' }],
    ['no field of ours', { [GATE_FIELD]: undefined }],
  ])('refuses a summary with %s', (_what, change) => {
    expect(readPredicate({ ...example.predicate, ...change }).ok).toBe(false);
  });

  it('throws nothing, whatever it is given', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.uint8Array(),
          fc.json().map((text) => Buffer.from(text)),
        ),
        (payload) => {
          expect(readStatement(payload).ok).toBe(false);
        },
      ),
    );
    fc.assert(fc.property(fc.jsonValue(), (value) => expect(readPredicate(value).ok).toBe(false)));
  });
});

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

it('keeps the commit apart from what the image says of itself', () => {
  expect(field(DECIDED).run.commit).toBe(COMMIT);
  expect(field({ ...DECIDED, image: { ...DECIDED.image, revision: undefined } }).image).not.toHaveProperty('revision');
});
