/** 20,000 bundles, each a real one that was changed, are taken or refused as a second opinion has it. */
import { beforeAll, expect, it, jest } from '@jest/globals';
import { ASN1Obj } from '@sigstore/core';
import fc from 'fast-check';
import { sigstoreTrust } from '../../src/trust/open-trust.ts';
import { assertSigstore, describeWithServices } from '../doubles/services.ts';
import { certifiedIn, type Expected, expected, type Json, realParts } from './support/bundle-oracle.ts';
import { proof } from './support/proved-image.ts';

jest.setTimeout(600_000);

/** Where in a document something is. */
type Path = readonly (string | number)[];

function pathsIn(value: Json, path: Path = []): readonly Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([name, each]) => pathsIn(each as Json, [...path, name]))];
}

function changedAt(value: Json, [name, ...rest]: Path, change: (value: Json) => Json | undefined): Json | undefined {
  if (name === undefined) return change(value);
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).map(
    ([key, each]) => [key, key === name ? changedAt(each as Json, rest, change) : each] as const,
  );
  const kept = members.filter(([, each]) => each !== undefined);
  return Array.isArray(value) ? kept.map(([, each]) => each as Json) : (Object.fromEntries(kept) as Json);
}

/** Changes that a text, a list, or anything may go through. */
const change = (others: readonly Json[]): fc.Arbitrary<(value: Json) => Json | undefined> =>
  fc.oneof(
    fc.constant(() => undefined),
    fc.constantFrom<Json>(null, '', 0, -1, [], {}, 'AAAA', '999999999').map((other) => () => other),
    fc.constantFrom(...others).map((other) => () => other),
    fc
      .nat()
      .chain((at) =>
        fc.nat(255).map((byte) => (value: Json) => (typeof value === 'string' ? withByte(value, at, byte) : value)),
      ),
    fc.constant((value: Json) =>
      Array.isArray(value) ? [...value, ...value] : typeof value === 'string' ? `${value}${value}` : value,
    ),
    fc
      .tuple(fc.constantFrom('publicKey', 'x509CertificateChain', 'messageSignature', 'x'), fc.constantFrom(...others))
      .map(
        ([name, other]) =>
          (value: Json) =>
            isObject(value) ? { ...value, [name]: other } : value,
      ),
  );

function isObject(value: Json): value is { readonly [name: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Of what is base64 one byte is another, and the rest of it still that. */
function withByte(text: string, at: number, byte: number): string {
  const bytes = Buffer.from(text, 'base64');
  if (bytes.length === 0) return text;
  bytes[at % bytes.length] = byte;
  return bytes.toString('base64');
}

/** The library writes a certificate anew each time that it compares it, which is most of what it does. */
const written = new WeakMap<ASN1Obj, Buffer>();
const { toDER } = ASN1Obj.prototype;
ASN1Obj.prototype.toDER = function (this: ASN1Obj) {
  const known = written.get(this) ?? toDER.call(this);
  written.set(this, known);
  return known;
};

describeWithServices('a bundle that was changed', ({ sigstore, ...services }) => {
  let one: Json;
  let other: Json;
  beforeAll(async () => {
    await assertSigstore({ sigstore, ...services });
    [one = null, other = null] = (await Promise.all([proof(sigstore), proof(sigstore)])).map(
      (text) => JSON.parse(text) as Json,
    );
  });

  it('is refused, or says exactly what was signed', async () => {
    const { openTrust } = sigstoreTrust({ signal: new AbortController().signal });
    const trust = await openTrust({ kind: 'file', path: sigstore.trustedRoot }, []);
    const check = (json: Json) => trust.check(Buffer.from(JSON.stringify(json)));
    const reals = [one, other].map((json) => ({ ...realParts(json), checked: check(json) }));
    expect(reals.map(({ checked }) => checked.ok)).toEqual([true, true]);
    const paths = pathsIn(one);
    // Parts of another bundle, as good as this one, in every place.
    const others = pathsIn(other).map((path) =>
      path.reduce<Json>((value, name) => (value as Record<string, Json>)[name] ?? null, other),
    );
    const seen: Record<Expected, number> = { taken: 0, refused: 0, either: 0 };
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...paths), change(others)), { minLength: 1, maxLength: 2 }),
        (changes) => {
          const changed = changes.reduce<Json>((value, [path, apply]) => changedAt(value, path, apply) ?? null, one);
          const checked = check(changed);
          const wanted = expected(changed, reals);
          seen[wanted] += 1;
          if (wanted !== 'either' && wanted !== (checked.ok ? 'taken' : 'refused'))
            throw new Error(`it should be ${wanted}, and ${checked.ok ? 'is taken' : checked.lacks}`);
          if (!checked.ok) return ['PROOF_INVALID', 'PROOF_UNLOGGED'].includes(checked.code);
          // It may be the other one as a whole.
          const payload = Buffer.from(checked.payload).toString('hex');
          const real = reals.find((each) => each.payload === payload);
          const isSigned = real?.certified === certifiedIn(Buffer.from(checked.certificate));
          return isSigned && real.checked.ok && real.checked.signedAt === checked.signedAt;
        },
      ),
      { numRuns: 20_000, seed: 21 },
    );
    // What is not decided is no more than a part, and neither side of the rest is empty.
    expect(seen.taken).toBeGreaterThan(1_000);
    expect(seen.refused).toBeGreaterThan(10_000);
    expect(seen.either).toBeLessThan(2_500);
  });
});
