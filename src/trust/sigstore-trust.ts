import { type Bundle, bundleFromJSON } from '@sigstore/bundle';
import type { TrustedRoot } from '@sigstore/protobuf-specs';
import { type SignedEntity, toSignedEntity, toTrustMaterial, VerificationError, Verifier } from '@sigstore/verify';
import { asError } from '../errors.ts';
import { noRoot } from './no-root.ts';
import type { AuthorityName, BadSignature, CheckedBundle, Trust } from './trust.ts';

/** The type of in-toto statements in an envelope (in-toto/attestation, spec/v1/envelope.md). */
const PAYLOAD = 'application/vnd.in-toto+json';
/** Hosts where the known instances issue certificates, without a scheme, because GitHub's root has only the host. */
const HOSTS: Readonly<Record<string, AuthorityName>> = {
  'fulcio.sigstore.dev': 'public',
  'fulcio.githubapp.com': 'github',
};

/**
 * Every valid bundle has fewer entries of logs and timestamps, and smaller parts, in bytes. The library's time grows by
 * the square of them, and an attachment, which anyone may add, must not block the valid proof.
 */
const MOST_VOUCHERS = 32;
const LARGEST_PART = 16 << 10;

type Authority = { readonly name: AuthorityName; readonly verifier: Verifier };

/**
 * trustIn creates a verifier from trusted roots. If a root has certificate logs, logs or clocks, a signature needs one
 * entry of each kind that it has. It always needs a time. `what`: the source of the roots, as the subject of a
 * sentence. Throws PROOF_NO_TRUST_ROOT.
 */
export function trustIn(roots: readonly TrustedRoot[], wanted: readonly AuthorityName[], what: string): Trust {
  const all = roots.map(authorityOf);
  const authorities = all.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
  const missing = wanted.find((name) => !all.some((each) => each.name === name));
  if (missing !== undefined) throw noRoot(`${what} has no trusted root of the authority "${missing}".`);
  return {
    authorities: authorities.map(({ name }) => name),
    check: (bytes) => {
      const read = readBundle(bytes);
      if (!read.ok) return read;
      const tried = authorities.map((authority) => verified(read.bundle, authority));
      // If one authority does not know the signer, another one may.
      return tried.find(({ ok }) => ok) ?? furthest(tried);
    },
  };
}

/** authorityIn returns the owner of a trusted root. Throws PROOF_NO_TRUST_ROOT for a root of several instances. */
function authorityIn(root: TrustedRoot): AuthorityName {
  const hostOf = (uri: string) => uri.replace(/^https:\/\//, '').replace(/\/+$/, '');
  const names = root.certificateAuthorities.map(({ uri }) => HOSTS[hostOf(uri)] ?? 'own');
  // A root of two instances would be two roots that were merged.
  const [name = 'own', ...others] = new Set(names);
  if (others.length > 0) throw noRoot('One trusted root has certificate authorities of several instances of Sigstore.');
  return name;
}

function authorityOf(root: TrustedRoot): Authority {
  const name = authorityIn(root);
  if (root.tlogs.length === 0 && root.timestampAuthorities.length === 0)
    throw noRoot(`The trusted root of the authority "${name}" has neither a log nor a timestamp authority.`);
  const verifier = new Verifier(toTrustMaterial(root), {
    ctlogThreshold: Math.min(root.ctlogs.length, 1),
    tlogThreshold: Math.min(root.tlogs.length, 1),
    timestampThreshold: 1,
  });
  return { name, verifier };
}

type ReadBundle = { readonly ok: true; readonly bundle: EnvelopeBundle } | ({ readonly ok: false } & BadSignature);
type EnvelopeBundle = Bundle & { readonly content: Bundle['content'] & { readonly $case: 'dsseEnvelope' } };

function readBundle(bytes: Uint8Array): ReadBundle {
  let bundle: Bundle;
  try {
    bundle = bundleFromJSON(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)));
  } catch (error) {
    return invalid(`is no bundle of Sigstore: ${asError(error).message}`);
  }
  const { content, verificationMaterial } = bundle;
  // A key without a certificate does not show who signed.
  if (verificationMaterial.content.$case === 'publicKey') return invalid('has a bare key, and no certificate');
  if (content.$case !== 'dsseEnvelope') return invalid('is a signature of a file, and no statement');
  const { payloadType, signatures } = content.dsseEnvelope;
  if (payloadType !== PAYLOAD) return invalid(`has another type than that of in-toto statements: "${payloadType}"`);
  if (signatures.length !== 1) return invalid(`has ${signatures.length} signatures, and should have one`);
  const { tlogEntries, timestampVerificationData: clocks } = verificationMaterial;
  const stamps = (clocks?.rfc3161Timestamps ?? []).map(({ signedTimestamp }) => signedTimestamp);
  const vouchers = tlogEntries.length + stamps.length;
  if (vouchers > MOST_VOUCHERS)
    return invalid(`has ${vouchers} log entries and timestamps, which is more than any has`);
  const notes = tlogEntries.flatMap(({ inclusionProof }) => inclusionProof?.checkpoint?.envelope ?? []);
  if ([derIn(bundle) ?? '', ...stamps, ...notes].some(({ length }) => length > LARGEST_PART))
    return invalid('has a certificate, a timestamp or a checkpoint that is larger than any is');
  return { ok: true, bundle: bundle as EnvelopeBundle };
}

function verified(bundle: EnvelopeBundle, { name, verifier }: Authority): CheckedBundle {
  try {
    const entity = toSignedEntity(bundle);
    verifier.verify(entity);
    if (entity.key.$case !== 'certificate') return invalid('has a bare key, and no certificate');
    const certificate = derIn(bundle);
    if (certificate === undefined) return invalid('has no certificate');
    const { payload } = bundle.content.dsseEnvelope;
    return { ok: true, authority: name, certificate, payload, signedAt: oldestTime(entity) };
  } catch (error) {
    return isUnlogged(error)
      ? {
          ok: false,
          code: 'PROOF_UNLOGGED',
          lacks: `has no entry in a log, or no time, that the authority "${name}" knows: ${asError(error).message}`,
        }
      : invalid(`was not signed as the authority "${name}" vouches for it: ${asError(error).message}`);
  }
}

/** The certificate that the library verified: the first one. */
function derIn({ verificationMaterial: { content } }: Bundle): Uint8Array | undefined {
  switch (content.$case) {
    case 'certificate':
      return content.certificate.rawBytes;
    case 'x509CertificateChain':
      return content.x509CertificateChain.certificates[0]?.rawBytes;
    default:
      return undefined;
  }
}

/** The library verified all times of the bundle: it rejects a bundle with a false one. */
function oldestTime({ timestamps }: SignedEntity): number {
  const times = timestamps.flatMap((each) => {
    if (each.$case === 'timestamp-authority') return [each.timestamp.signingTime.getTime()];
    // Without the log's promise, nobody confirms the time of an entry.
    const { inclusionPromise, integratedTime } = each.tlogEntry;
    return inclusionPromise === undefined ? [] : [Number(integratedTime) * 1000];
  });
  return Math.min(...times);
}

/** Whether the library found too few required entries, and no false one. */
function isUnlogged(error: unknown): boolean {
  return (
    error instanceof VerificationError &&
    ['TLOG_ERROR', 'TIMESTAMP_ERROR', 'TLOG_MISSING_INCLUSION_ERROR'].includes(error.code) &&
    /^expected \d+ |^inclusion could not/.test(error.message)
  );
}

function furthest(tried: readonly CheckedBundle[]): CheckedBundle {
  const unlogged = tried.find((each) => !each.ok && each.code === 'PROOF_UNLOGGED');
  return unlogged ?? tried[0] ?? invalid('was signed by nobody whom a trusted root knows');
}

function invalid(lacks: string): { readonly ok: false } & BadSignature {
  return { ok: false, code: 'PROOF_INVALID', lacks };
}
