/** A thousand bundles, each a real one that was changed: what is still taken says what was signed, and nothing else. */
import { beforeAll, expect, it, jest } from '@jest/globals';
import fc from 'fast-check';
import { sigstoreTrust } from '../../src/trust/open-trust.ts';
import { assertSigstore, describeWithServices } from '../doubles/services.ts';
import type { BundleJson } from '../doubles/sigstore/sign-statement.ts';
import { proof } from './support/proved-image.ts';

jest.setTimeout(600_000);

type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };
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
  );

/** Of what is base64 one byte is another, and the rest of it still that. */
function withByte(text: string, at: number, byte: number): string {
  const bytes = Buffer.from(text, 'base64');
  if (bytes.length === 0) return text;
  bytes[at % bytes.length] = byte;
  return bytes.toString('base64');
}

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
    const check = (json: unknown) => trust.check(Buffer.from(JSON.stringify(json)));
    const original = check(one);
    expect(original).toMatchObject({ ok: true, authority: 'own' });
    const envelope = (json: Json) =>
      Buffer.from((json as unknown as BundleJson).dsseEnvelope.payload, 'base64').toString();
    const paths = pathsIn(one);
    // Parts of another bundle, as good as this one, in every place.
    const others = pathsIn(other).map((path) =>
      path.reduce<Json>((value, name) => (value as Record<string, Json>)[name] ?? null, other),
    );
    const seen = { taken: 0, refused: 0 };
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...paths), change(others)), { minLength: 1, maxLength: 2 }),
        (changes) => {
          const changed = changes.reduce<Json>((value, [path, apply]) => changedAt(value, path, apply) ?? null, one);
          const checked = check(changed);
          seen[checked.ok ? 'taken' : 'refused'] += 1;
          if (!checked.ok) {
            expect(['PROOF_INVALID', 'PROOF_UNLOGGED']).toContain(checked.code);
            return;
          }
          // It may be the other one as a whole.
          expect([envelope(one), envelope(other)]).toContain(Buffer.from(checked.payload).toString());
          expect(original.ok && Math.abs(checked.signedAt - original.signedAt)).toBeLessThan(60_000);
        },
      ),
      { numRuns: 1_000, seed: 21 },
    );
    expect(seen.refused).toBeGreaterThan(500);
    expect(seen.taken).toBeGreaterThan(10);
  });
});
