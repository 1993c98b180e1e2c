import { describe, expect, it } from '@jest/globals';
import { ActionError } from '../../../src/errors.ts';
import { ApiProblem } from '../../../src/github/github.ts';
import { digestOf } from '../../../src/image/digest.ts';
import {
  type BundleStore,
  githubStore,
  type Look,
  registryStore,
  StoreProblem,
} from '../../../src/proof/bundle-stores.ts';
import { failureOf, findProof, type Search } from '../../../src/proof/find-proof.ts';
import { PREDICATE_TYPE } from '../../../src/proof/uris.ts';
import type { ReadableRegistry } from '../../../src/registry/registry.ts';
import { Secret } from '../../../src/secret/secret.ts';
import type { CheckedBundle, Trust } from '../../../src/trust/trust.ts';
import { certificateFor } from '../../doubles/sigstore/certificate.ts';
import { digest } from './decided.ts';
import { holder, SIGNED_AT, statementDocument, WANTED } from './proved.ts';

/** What a bundle of these tests is, in a word; it stands for a signature that was verified, or was not. */
type Word =
  | 'good'
  | 'of-another-signer'
  | 'of-another-image'
  | 'unlogged'
  | 'invalid'
  | 'provenance'
  | 'two-names'
  | 'no-statement';
const bytes = (word: Word) => Buffer.from(word);

function checked(word: Word): CheckedBundle {
  if (word === 'invalid') return { ok: false, code: 'PROOF_INVALID', lacks: 'was changed' };
  if (word === 'unlogged') return { ok: false, code: 'PROOF_UNLOGGED', lacks: 'has no time' };
  const document = statementDocument();
  if (word === 'of-another-image')
    Object.assign(document, { subject: [{ name: 'x', digest: { sha256: 'b'.repeat(64) } }] });
  if (word === 'provenance')
    Object.assign(document, { predicateType: 'https://slsa.dev/provenance/v1', predicate: {} });
  const good = holder(
    word === 'of-another-signer'
      ? { signerUri: 'https://github.com/evil/app/.github/workflows/x.yml@refs/tags/v1' }
      : {},
  );
  return {
    ok: true,
    authority: 'own',
    certificate: certificateFor(word === 'two-names' ? { ...good, names: [...good.names, ...good.names] } : good),
    payload: Buffer.from(word === 'no-statement' ? '[]' : JSON.stringify(document)),
    signedAt: SIGNED_AT,
  };
}
const trust: Trust = { authorities: ['own'], check: (bundle) => checked(Buffer.from(bundle).toString() as Word) };

/** A store that has these, tells how far it was read, and breaks at the end if it is asked to. */
function store(
  name: string,
  words: readonly (Word | 'too-many' | 'unreadable')[],
): BundleStore & { readonly read: string[] } {
  const read: string[] = [];
  return {
    name,
    read,
    look: async function* (): AsyncGenerator<Look> {
      for (const word of words) {
        read.push(word);
        if (word === 'unreadable') throw new StoreProblem('it does not answer');
        yield word === 'too-many' ? word : { at: name, bytes: bytes(word) };
      }
    },
  };
}

const { predicateType, signers, digest: about, now, ...origins } = WANTED;
const PROVENANCE = 'https://slsa.dev/provenance/v1';
const search = (
  stores: readonly BundleStore[],
  types: readonly [string, ...string[]] = [predicateType],
): Promise<Search> => {
  const [first, ...others] = types.map((type) => ({ predicateType: type, signers }));
  const statements = [first ?? { predicateType, signers }, ...others] as const;
  return findProof(about, stores, { trust, demands: { ...origins, statements }, now });
};
const codeOf = (found: Search) => failureOf(found)?.code;

describe('what a search ends with', () => {
  it.each<[string, readonly (readonly (Word | 'too-many' | 'unreadable')[])[], string | undefined]>([
    ['nothing', [[], []], 'PROOF_MISSING'],
    ['a good one', [['good']], undefined],
    [
      'a good one behind all kinds of bad ones',
      [['invalid', 'unlogged', 'two-names', 'no-statement', 'of-another-signer', 'good']],
      undefined,
    ],
    ['a good one in the other store', [['invalid'], ['good']], undefined],
    ['a good one behind a store that does not answer', [['unreadable'], ['good']], undefined],
    ['a good one behind too many', [['invalid', 'too-many'], ['good']], undefined],
    ['a store that does not answer', [['unreadable'], []], 'PROOF_UNREADABLE'],
    [
      'a store that does not answer, and a bad one',
      [['of-another-image', 'unreadable'], ['invalid']],
      'PROOF_UNREADABLE',
    ],
    ['a store that does not answer, and too many', [['unreadable'], ['too-many']], 'PROOF_UNREADABLE'],
    ['too many, and a bad one', [['of-another-image', 'too-many']], 'PROOF_TOO_MANY'],
    ['one that is invalid', [['invalid']], 'PROOF_INVALID'],
    ['one without a log comes further', [['invalid', 'unlogged', 'invalid']], 'PROOF_UNLOGGED'],
    ['one of two names comes further', [['two-names', 'unlogged']], 'PROOF_SIGNER'],
    ['one of another signer', [['unlogged', 'of-another-signer', 'two-names']], 'PROOF_SIGNER'],
    ['one of another image comes furthest', [['of-another-image', 'of-another-signer'], ['invalid']], 'PROOF_SUBJECT'],
    ['provenance alone', [['provenance']], 'PROOF_PREDICATE'],
  ])('%s', async (_what, stores, code) => {
    expect(codeOf(await search(stores.map((words, at) => store(`store ${at}`, words))))).toBe(code);
  });

  it('needs one bundle for each demanded statement', async () => {
    const types = [PREDICATE_TYPE, PROVENANCE] as const;
    expect(codeOf(await search([store('one', ['good'])], types))).toBe('PROOF_PREDICATE');
    expect(codeOf(await search([store('one', ['provenance'])], types))).toBe('PROOF_PREDICATE');
    expect(codeOf(await search([store('one', ['provenance']), store('other', ['good'])], types))).toBeUndefined();
  });

  it('looks no further than until it has what it seeks', async () => {
    const [first, second] = [store('one', ['invalid', 'good', 'unreadable']), store('other', ['unreadable'])];
    const found = await search([first, second]);
    expect([first.read, second.read, found.looked, found.unread]).toEqual([['invalid', 'good'], [], 2, []]);
  });

  it('names the nearest one, and where it lies', async () => {
    const failed = failureOf(await search([store('here', ['invalid']), store('there', ['of-another-signer'])]));
    expect(failed?.message).toContain('evil/app');
    expect(failed?.message).toContain('(there)');
  });
});

describe('a store at a registry', () => {
  const subject = digest('a');
  const BUNDLE = 'application/vnd.dev.sigstore.bundle.v0.3+json';
  /** A registry that lists so many artifacts, each with a layer of this type. */
  const registryWith = (
    count: number,
    more: Partial<ReadableRegistry> & { readonly mediaType?: string; readonly size?: number } = {},
  ) => {
    const { mediaType = BUNDLE, size = 4, ...doors } = more;
    const digests = Array.from({ length: count }, (_, at) => digestOf(Buffer.from(String(at))));
    let read = 0;
    const registry = {
      listReferrers: async () => digests,
      readReferrer: async () => {
        read += 1;
        return { manifest: { kind: 'manifest', layers: [{ mediaType, digest: digest('c'), size }] }, subject };
      },
      hasBlob: async () => true,
      readBlob: async () => bytes('good'),
      ...doors,
    } as unknown as ReadableRegistry;
    return { registry, manifests: () => read };
  };
  const looked = async (registry: ReadableRegistry) => {
    const all: Look[] = [];
    for await (const each of registryStore(registry, 'here').look(subject, [])) all.push(each);
    return all;
  };

  it('has two hundred bundles at most, and says that there are more', async () => {
    const all = await looked(registryWith(201).registry);
    expect([all.length, all.at(-1)]).toEqual([201, 'too-many']);
    expect(await looked(registryWith(200).registry)).toHaveLength(200);
  });

  it('looks at two thousand things at most, whatever they are', async () => {
    const { registry, manifests } = registryWith(2_001, { mediaType: 'application/vnd.example.sbom+json' });
    expect(await looked(registry)).toEqual(['too-many']);
    expect(manifests()).toBe(2_000);
    expect(await looked(registryWith(2_000, { mediaType: 'text/plain' }).registry)).toEqual([]);
  });

  it('reads nothing that is larger than a bundle, or is not there', async () => {
    const readBlob = () => Promise.reject(new Error('this must not be read'));
    expect(await looked(registryWith(1, { size: (1 << 20) + 1, readBlob }).registry)).toMatchObject([
      { lacks: expect.any(String) },
    ]);
    expect(await looked(registryWith(1, { hasBlob: async () => false, readBlob }).registry)).toMatchObject([
      { lacks: expect.any(String) },
    ]);
  });

  const failing = (code: 'REGISTRY_ANSWER' | 'REGISTRY_UNREACHABLE' | 'TIMEOUT') => () =>
    Promise.reject(new ActionError(code, 'words', { hint: 'hint' }));

  it('leaves out one thing that is damaged, and no more', async () => {
    expect(await looked(registryWith(2, { readReferrer: failing('REGISTRY_ANSWER') }).registry)).toHaveLength(2);
  });

  it.each(['listReferrers', 'readReferrer', 'readBlob'] as const)(
    'is unreadable where %s cannot be asked',
    async (door) => {
      const { registry } = registryWith(1, { [door]: failing('REGISTRY_UNREACHABLE') });
      await expect(looked(registry)).rejects.toThrow(StoreProblem);
    },
  );

  it.each(['api', 'tag'] as const)(
    'has what one list says, and is unreadable then where the other, by %s, is',
    async (other) => {
      const broken = failing('REGISTRY_ANSWER');
      const listReferrers = async (_: unknown, by?: string) => (by === other ? broken() : [digest('d')]);
      const look = registryStore(registryWith(1, { listReferrers }).registry, 'here').look(subject, []);
      const found = look[Symbol.asyncIterator]();
      expect(await found.next()).toMatchObject({ value: { bytes: bytes('good') } });
      await expect(found.next()).rejects.toThrow(StoreProblem);
    },
  );

  it('ends with the step', async () => {
    await expect(looked(registryWith(1, { listReferrers: failing('TIMEOUT') }).registry)).rejects.toMatchObject({
      code: 'TIMEOUT',
    });
  });
});

describe('a store at GitHub', () => {
  const access = { token: new Secret('token') };
  const looked = async (list: Parameters<typeof githubStore>[0]['list']) => {
    const all: Look[] = [];
    for await (const each of githubStore({ list }, access, 'octo-org/app').look(about, [predicateType])) all.push(each);
    return all;
  };

  it('has what is listed, and one that cannot be read keeps nobody from the others', async () => {
    const broken = { at: 'one', read: () => Promise.reject(new ApiProblem('it is damaged')) };
    const good = { at: 'two', read: async () => bytes('good') };
    const all = await looked(async () => ({ bundles: [broken, good], isMore: true }));
    expect(all).toEqual([{ at: 'one', lacks: 'it is damaged' }, { at: 'two', bytes: bytes('good') }, 'too-many']);
  });

  it('is empty where there is none, and unreadable where it cannot be asked', async () => {
    expect(await looked(async () => undefined)).toEqual([]);
    await expect(looked(() => Promise.reject(new ApiProblem('no')))).rejects.toThrow(StoreProblem);
  });
});
