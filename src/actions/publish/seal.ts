import { ActionError } from '../../errors.ts';
import { type Attempt, allThere } from '../../image/destinations.ts';
import { repositoryName } from '../../image/reference.ts';
import { bundleArtifact } from '../../proof/bundle-artifact.ts';
import { chooseInstance, visibilityIn } from '../../proof/choose-instance.ts';
import { chooseServices, type Services } from '../../proof/choose-services.ts';
import { makeStatement } from '../../proof/make-statement.ts';
import { seeOwnCertificate, seeOwnToken } from '../../proof/own-signer.ts';
import type { Predicate, Statement } from '../../proof/statement.ts';
import { attachBundle } from '../../push/attach-bundle.ts';
import type { SignedTold, UnfinishedProof } from '../../report/outcome.ts';
import { keptLines, signedLine } from '../../report/tell-proof.ts';
import { claimsOf } from '../../secret/jwt.ts';
import type { Secret } from '../../secret/secret.ts';
import type { ProveNewer } from '../../tags/newer-image.ts';
import type { Held } from '../../tags/write-tags.ts';
import { canonicalJson } from '../../text/canonical-json.ts';
import { verifyProved } from '../../verify/verify-proved.ts';
import type { Ready } from './at-destination.ts';
import type { Inputs } from './inputs.ts';
import { type KeptImage, type OwnProof, openOwnProofs } from './own-proof.ts';
import type { Beyond, Signing } from './world.ts';

/** What failed at each destination; undefined where nothing did. */
type Errors = readonly unknown[];
export type Sealing = {
  /**
   * sign signs a predicate about the image that the destinations hold, stores the proof, and attaches it everywhere.
   * Where an earlier run has signed the same, that proof is attached where it is missing.
   */
  readonly sign: (predicate: Predicate, held: readonly Held[]) => Promise<Errors>;
  /** keep finds the proof of an image that is kept, and returns what attaches it where it is missing. Throws PROOF_FOREIGN. */
  readonly keep: (kept: KeptImage) => Promise<(held: readonly Held[]) => Promise<Errors>>;
  /** proveNewer proves the image of another run that this job's own signer has signed. */
  readonly proveNewer: ProveNewer;
  /** What is signed by now, and where it is, also when something has failed on the way; undefined before it is begun. */
  readonly told: () => UnfinishedProof | undefined;
};

/** A bundle that is to be stored. `isEarlier`: an earlier run signed it, so it may be stored already. */
type Keeping = OwnProof & { readonly isEarlier: boolean };

/**
 * openSeal asks for all that a signature needs before anything is pushed: the job's identity, where it is signed and stored,
 * and what earlier proofs are verified with.
 */
export async function openSeal(inputs: Inputs, ready: readonly Attempt<Ready>[], world: Beyond): Promise<Sealing> {
  const { runner, lifetime } = world;
  const facts = runner.context();
  const run = { ...runner.origin(), sha: facts.sha };
  const audience = inputs.sigstoreUrls?.audience ?? 'sigstore';
  const askToken = async () => {
    const token = await world.keyless.jobToken(audience).catch(whereDenied);
    const claims = claimsOf(token.reveal()) ?? {};
    seeOwnToken(claims, run);
    return { token, claims };
  };
  const { claims } = await askToken();
  const there = allThere(ready);
  const place = chooseInstance(inputs, { facts, visibility: visibilityIn(facts, claims), destinations: there.length });
  const access = { token: runner.secretInput('github-token') };
  const signing = await world.signing();
  if (place.stores.github && !inputs.dryRun) await signing.attestations.seeRight(access);
  const services = place.services ?? (await announcedBy(inputs, signing, runner.now()));
  const own = await openOwnProofs({ inputs, claims, place, signing }, world);

  const sign = async (statement: Statement): Promise<Uint8Array> => {
    // That of the beginning may have run out while the image was pushed.
    const { token } = await askToken();
    return signing.signer.sign(Buffer.from(canonicalJson(statement)), {
      place: { name: place.name, ...services },
      token,
      accept: (certificate) => seeOwnCertificate(certificate, run),
      // With whom a registry is verified is no reason to hand anyone else than our own Sigstore a token.
      caFile: inputs.sigstoreUrls === undefined ? undefined : inputs.caFile,
    });
  };
  const store = async ({ bundle, isEarlier }: Keeping, held: readonly Held[]): Promise<number | undefined> => {
    const digest = held[0]?.verified.manifest.digest;
    if (!place.stores.github) return undefined;
    if (isEarlier && digest !== undefined && (await own.isAtGitHub(digest, bundle))) return undefined;
    return signing.attestations.store(access, bundle);
  };
  let told: UnfinishedProof | undefined;
  const keptIn = (signed: SignedTold, missing: readonly string[]) => {
    told = { signed, missing };
    return signed;
  };
  const keepAt = async (proof: Keeping, held: readonly Held[]): Promise<Errors> => {
    const names = place.stores.registry ? held.map(({ verified }) => repositoryName(verified.target)) : [];
    const unkept = { by: place.name, isLogged: services.logs.length > 0, isEarlier: proof.isEarlier, attached: [] };
    keptIn(unkept, [...(place.stores.github ? ['GitHub'] : []), ...names]);
    runner.info(signedLine(unkept));
    const attestation = await store(proof, held);
    const stored = keptIn({ ...unkept, ...(attestation === undefined ? {} : { attestation }) }, names);
    const attach = async ({ registry, verified: { target, manifest } }: Held) => {
      const { mediaType, digest, bytes } = manifest;
      const artifact = bundleArtifact(proof.bundle, { mediaType, digest, size: bytes.length }, proof.created);
      await attachBundle(registry, artifact, {
        repository: target,
        signal: lifetime.signal,
        mayBeThere: proof.isEarlier,
      });
      return artifact.referrer.manifest.digest;
    };
    const attached = await Promise.allSettled(place.stores.registry ? held.map(attach) : []);
    const there = attached.flatMap((each, at) => {
      const repository = held[at]?.verified.target;
      return each.status === 'fulfilled' && repository !== undefined ? [{ repository, digest: each.value }] : [];
    });
    const missing = names.filter((_, at) => attached[at]?.status === 'rejected');
    for (const line of keptLines(keptIn({ ...stored, attached: there }, missing))) runner.info(line);
    return attached.map((each) => (each.status === 'rejected' ? each.reason : undefined));
  };
  return {
    sign: async (predicate, held) => {
      told = { signed: undefined, missing: [] };
      const placed = held.map(({ verified: { target, manifest } }) => ({
        repository: target,
        digest: manifest.digest,
      }));
      const statement = makeStatement(predicate, placed);
      const places = held.map(({ registry, verified }) => ({ registry, repository: verified.target }));
      const digest = placed[0]?.digest;
      // An image that nobody had before has no proof.
      const isKnown = digest !== undefined && held.some(({ before }) => before.sha.isOurs);
      const found = isKnown ? await own.same(statement, digest, places) : undefined;
      if (found !== undefined) return keepAt({ ...found, isEarlier: true }, held);
      return keepAt({ bundle: await sign(statement), created: predicate.timeVerified, isEarlier: false }, held);
    },
    keep: async (kept) => {
      const places = there.map(({ registry, before }) => ({ registry, repository: before.sha.target }));
      const found = await own.kept(kept, places);
      return (held) => keepAt({ ...found, isEarlier: true }, held);
    },
    proveNewer: async (registry, newer) => {
      const vouched = await own.newer(newer, { registry, repository: newer.target });
      return verifyProved(registry, newer.manifest, vouched);
    },
    told: () => told,
  };
}

/** An instance that does not have its addresses here announces them by TUF. */
async function announcedBy({ sigstoreUrls, caFile }: Inputs, signing: Signing, now: number): Promise<Services> {
  const tuf = sigstoreUrls?.tuf;
  const from = tuf === undefined ? { kind: 'known' as const, caFile } : { kind: 'own' as const, ...tuf, caFile };
  return chooseServices(await signing.announced(from), now);
}

/** A job that may not have a token cannot sign: that is what is missing, whatever the token was for. */
function whereDenied(error: unknown): Secret {
  if (!(error instanceof ActionError) || error.code !== 'EXCHANGE_FAILED') throw error;
  throw new ActionError('PROOF_DENIED', `The proof cannot be signed: ${error.message}`, {
    hint: error.hint,
    cause: error,
  });
}
