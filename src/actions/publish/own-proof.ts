import { branchesThatPublish } from '../../gate/decide-gate.ts';
import type { Access } from '../../github/github.ts';
import type { Digest } from '../../image/digest.ts';
import type { Vouched } from '../../image/proved.ts';
import { type Repository, repositoryName } from '../../image/reference.ts';
import { type BundleStore, githubStore, registryStore } from '../../proof/bundle-stores.ts';
import type { Instance } from '../../proof/choose-instance.ts';
import { findNewer } from '../../proof/find-newer.ts';
import { findOwnProof, isIn } from '../../proof/find-own-proof.ts';
import { type Accepted, failureOf, type Search } from '../../proof/find-proof.ts';
import type { Lack } from '../../proof/lack.ts';
import { statesTheSame } from '../../proof/same-facts.ts';
import type { Statement } from '../../proof/statement.ts';
import { foreign, noRoot } from '../../proof/unprovable.ts';
import { GATE_FIELD } from '../../proof/uris.ts';
import type { Registry } from '../../registry/registry.ts';
import type { NewerImage } from '../../tags/newer-image.ts';
import type { AuthorityName, Trust, TrustSource } from '../../trust/trust.ts';
import type { Inputs } from './inputs.ts';
import type { Beyond, Signing } from './world.ts';

/** A proof of an earlier run, and when it was made, in RFC 3339. */
export type OwnProof = { readonly bundle: Uint8Array; readonly created: string };
export type Place = { readonly registry: Registry; readonly repository: Repository };

/** The questions about proofs by this job's own signer. */
export type OwnProofs = {
  /** same finds an earlier run's proof with the same statement. If nobody can be asked, there is none. */
  readonly same: (statement: Statement, digest: Digest, places: readonly Place[]) => Promise<OwnProof | undefined>;
  /** kept finds the proof of a kept image, under every digest that it has. Throws PROOF_FOREIGN or PROOF_UNREADABLE. */
  readonly kept: (kept: KeptImage, places: readonly Place[]) => Promise<OwnProof>;
  /**
   * newer finds the proof that allows to restore another run's image under a moving tag. Throws what findNewer throws.
   */
  readonly newer: (newer: NewerImage, place: Place) => Promise<Vouched>;
  /** isAtGitHub tells whether GitHub has a proof of an image. */
  readonly isAtGitHub: (digest: Digest, bundle: Uint8Array) => Promise<boolean>;
};

/** `digests`: under which the destinations serve it, each once. `commit`: of the run. */
export type KeptImage = { readonly digests: readonly [Digest, ...Digest[]]; readonly commit: string };

type Asking = {
  readonly inputs: Inputs;
  readonly claims: Readonly<Record<string, unknown>>;
  readonly place: Instance;
  readonly signing: Signing;
};

/** openOwnProofs loads the trust root that verifies them, if one is known. Throws PROOF_NO_TRUST_ROOT. */
export async function openOwnProofs({ inputs, claims, place, signing }: Asking, world: Beyond): Promise<OwnProofs> {
  const { runner } = world;
  const origin = runner.origin();
  const access: Access = { token: runner.secretInput('github-token') };
  const { trustedRoot, gitTags, events } = inputs;
  const job = { claims, origin, branches: branchesThatPublish(inputs, runner.context()), gitTags, events };
  const trust = await trustBy(trustedRoot, place.authority, signing);
  const atGitHub = githubStore(signing.attested, access, origin.repository);
  const storesAt = (places: readonly Place[]): readonly BundleStore[] => [
    ...(place.stores.registry
      ? places.map(({ registry, repository }) => registryStore(registry, repositoryName(repository)))
      : []),
    ...(place.stores.github ? [atGitHub] : []),
  ];
  type Also = (accepted: Accepted) => Lack | undefined;
  const find = async (digest: Digest, places: readonly Place[], also: Also): Promise<Search | undefined> =>
    trust && findOwnProof(digest, storesAt(places), { trust, job, now: runner.now(), also });

  return {
    same: async (statement, digest, places) => {
      const other = { code: 'PROOF_PREDICATE', lacks: 'states something else' } as const;
      const search = await find(digest, places, (found) =>
        statesTheSame(found.statement, statement) ? undefined : other,
      );
      return foundIn(search);
    },
    kept: async (kept, places) => {
      const [digest] = kept.digests;
      const search = await find(digest, places, (found) => lackOfKept(found, kept, inputs));
      const found = foundIn(search);
      if (found !== undefined) return found;
      const failure = search && failureOf(search);
      if (failure?.code === 'PROOF_UNREADABLE') throw failure;
      throw foreign(digest, (failure ?? noRoot()).message);
    },
    newer: async (newer, place) => {
      if (trust === undefined) throw noRoot();
      return findNewer(newer, storesAt([place]), { trust, job, now: runner.now() });
    },
    isAtGitHub: (digest, bundle) => isIn(atGitHub, digest, bundle),
  };
}

/** Of the known instances, only the one that signs is asked for its root; for any other one none is known. */
async function trustBy(
  from: TrustSource | undefined,
  authority: AuthorityName,
  { openTrust }: Signing,
): Promise<Trust | undefined> {
  if (from?.kind !== 'known') return from && openTrust(from, []);
  return authority === 'own' ? undefined : openTrust(from, [authority]);
}

function foundIn(search: Search | undefined): OwnProof | undefined {
  const proof = search?.sought[0]?.proof;
  return proof?.predicate && { bundle: proof.bundle, created: proof.predicate.timeVerified };
}

function lackOfKept(
  { statement, predicate }: Accepted,
  { digests, commit }: KeptImage,
  inputs: Pick<Inputs, 'commit'>,
): Lack | undefined {
  const isAbout = (digest: Digest) =>
    statement.subject.some((each) => Object.entries(each.digest).some(([name, hex]) => `${name}:${hex}` === digest));
  if (!digests.every(isAbout)) return { code: 'PROOF_SUBJECT', lacks: 'is not for the image at every destination' };
  const own = predicate?.[GATE_FIELD].run.commit;
  // A promoted image is of the commit that it names, and not of the run's commit.
  if (inputs.commit === 'run' && own !== commit)
    return { code: 'PROOF_PREDICATE', lacks: `is from a run for another commit: ${own ?? 'none'}` };
  return undefined;
}
