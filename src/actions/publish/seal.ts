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

/** What failed at each destination; undefined if nothing failed. */
type Errors = readonly unknown[];
export type Sealing = {
  /**
   * sign signs a predicate about the image that the destinations hold, stores the proof, and attaches it everywhere. If
   * an earlier run has signed the same, its proof is attached wherever it is missing.
   */
  readonly sign: (predicate: Predicate, held: readonly Held[]) => Promise<Errors>;
  /**
   * keep finds the proof of a kept image, and returns what attaches it wherever it is missing. Throws PROOF_FOREIGN.
   */
  readonly keep: (kept: KeptImage) => Promise<(held: readonly Held[]) => Promise<Errors>>;
  /** proveNewer proves another run's image that this job's own signer has signed. */
  readonly proveNewer: ProveNewer;
  /** What is signed by now, and where it is, also after a failure; undefined before signing begins. */
  readonly told: () => UnfinishedProof | undefined;
};

/** A bundle to store. `isEarlier`: an earlier run signed it, so it may be stored already. */
type Keeping = OwnProof & { readonly isEarlier: boolean };

/**
 * openSeal asks for all that a signature needs before anything is pushed: the job's identity, the services that sign
 * and store, and what verifies earlier proofs.
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
    // The first token may have expired while the image was pushed.
    const { token } = await askToken();
    return signing.signer.sign(Buffer.from(canonicalJson(statement)), {
      place: { name: place.name, ...services },
      token,
      accept: (certificate) => seeOwnCertificate(certificate, run),
      // The certificates for a registry are no reason to give the token to anyone but our own Sigstore.
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
      // An image that did not exist before has no proof.
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

/** An instance whose addresses we do not know announces them by TUF. */
async function announcedBy({ sigstoreUrls, caFile }: Inputs, signing: Signing, now: number): Promise<Services> {
  const tuf = sigstoreUrls?.tuf;
  const from = tuf === undefined ? { kind: 'known' as const, caFile } : { kind: 'own' as const, ...tuf, caFile };
  return chooseServices(await signing.announced(from), now);
}

/** A job that may not have a token cannot sign: this is the error, whatever the token was for. */
function whereDenied(error: unknown): Secret {
  if (!(error instanceof ActionError) || error.code !== 'EXCHANGE_FAILED') throw error;
  throw new ActionError('PROOF_DENIED', `The proof cannot be signed: ${error.message}`, {
    hint: error.hint,
    cause: error,
  });
}
