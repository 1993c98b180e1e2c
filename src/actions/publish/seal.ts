import { ActionError } from '../../errors.ts';
import { bundleArtifact } from '../../proof/bundle-artifact.ts';
import { chooseInstance, visibilityIn } from '../../proof/choose-instance.ts';
import { makeStatement } from '../../proof/make-statement.ts';
import { seeOwnCertificate, seeOwnToken } from '../../proof/own-signer.ts';
import type { Predicate } from '../../proof/statement.ts';
import { attachBundle } from '../../push/attach-bundle.ts';
import type { SignedTold } from '../../report/outcome.ts';
import { proofLines } from '../../report/tell-proof.ts';
import { claimsOf } from '../../secret/jwt.ts';
import type { Secret } from '../../secret/secret.ts';
import type { Held } from '../../tags/write-tags.ts';
import { canonicalJson } from '../../text/canonical-json.ts';
import type { Inputs } from './inputs.ts';
import type { Beyond } from './world.ts';

/** What was signed, and what failed at each destination; undefined where nothing did. */
type Sealed = { readonly signed: SignedTold; readonly errors: readonly unknown[] };
/** Signs a predicate about the image that the destinations hold, stores the proof, and attaches it everywhere. */
type Sealing = (predicate: Predicate, held: readonly Held[]) => Promise<Sealed>;

/** openSeal asks for all that a signature needs before anything is pushed: the job's identity, and where it is stored. */
export async function openSeal(inputs: Inputs, destinations: number, world: Beyond): Promise<Sealing> {
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
  const place = chooseInstance(inputs, { facts, visibility: visibilityIn(facts, claims), destinations });
  const access = { token: runner.secretInput('github-token') };
  const { signer, attestations } = await world.signing();
  if (place.stores.github) await attestations.seeRight(access);

  return async (predicate, held) => {
    const placed = held.map(({ verified: { target, manifest } }) => ({ repository: target, digest: manifest.digest }));
    const statement = canonicalJson(makeStatement(predicate, placed));
    // That of the beginning may have run out while the image was pushed.
    const { token } = await askToken();
    const bundle = await signer.sign(Buffer.from(statement), {
      place,
      token,
      accept: ({ 12: repository = '', 13: sha = '', 21: address = '' }) =>
        seeOwnCertificate({ repository, sha, run: address }, run),
    });
    const stored = place.stores.github ? await attestations.store(access, bundle) : undefined;
    const attach = async ({ registry, verified: { target, manifest } }: Held) => {
      const { mediaType, digest, bytes } = manifest;
      const artifact = bundleArtifact(bundle, { mediaType, digest, size: bytes.length }, predicate.timeVerified);
      await attachBundle(registry, artifact, { repository: target, signal: lifetime.signal });
      return artifact.referrer.manifest.digest;
    };
    const attached = await Promise.allSettled(place.stores.registry ? held.map(attach) : []);
    const signed: SignedTold = {
      by: place.name,
      isLogged: place.rekor !== undefined,
      ...(stored === undefined ? {} : { attestation: stored }),
      attached: attached.flatMap((each, at) => {
        const repository = held[at]?.verified.target;
        return each.status === 'fulfilled' && repository !== undefined ? [{ repository, digest: each.value }] : [];
      }),
    };
    for (const line of proofLines(signed)) runner.info(line);
    return { signed, errors: attached.map((each) => (each.status === 'rejected' ? each.reason : undefined)) };
  };
}

/** A job that may not have a token cannot sign: that is what is missing, whatever the token was for. */
function whereDenied(error: unknown): Secret {
  if (!(error instanceof ActionError) || error.code !== 'EXCHANGE_FAILED') throw error;
  throw new ActionError('PROOF_DENIED', `The proof cannot be signed: ${error.message}`, {
    hint: error.hint,
    cause: error,
  });
}
