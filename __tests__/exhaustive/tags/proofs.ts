/** Proofs as runs have signed them, and as others have forged them; what verifies signatures is the only double. */
import type { Digest } from '../../../src/image/digest.ts';
import type { BundleStore } from '../../../src/proof/bundle-stores.ts';
import { findNewer } from '../../../src/proof/find-newer.ts';
import type { ProveNewer } from '../../../src/tags/newer-image.ts';
import type { Trust } from '../../../src/trust/trust.ts';
import { verifyProved } from '../../../src/verify/verify-proved.ts';
import { certificateFor } from '../../doubles/sigstore/certificate.ts';
import { FIELDS, fieldOf, holder, ISSUER, pattern, SIGNED_AT, statementDocument } from '../../unit/proof/proved.ts';
import type { Turns } from './turns.ts';

/** What is wrong with a proof that somebody has attached who may write to the registry. */
export const FLAWS = [
  ...['unsigned', 'repository', 'owner', 'workflow', 'branch', 'commit', 'ref', 'unplanned', 'fixed', 'subject'],
] as const;
export type Flaw = (typeof FLAWS)[number];

/** Who has signed for which image, and which tags its run was to move. */
export type Made = {
  readonly digest: Digest;
  readonly commit: string;
  readonly ref: string;
  readonly moving: readonly string[];
  readonly flaw?: Flaw;
};

type Signature = { readonly certificate: Uint8Array; readonly payload: Uint8Array; readonly isSigned: boolean };

const PATH = 'octo-org/app/.github/workflows/release.yml';
const SITE = 'https://github.com';
const TEMPLATE = JSON.stringify(statementDocument());

export class Proofs {
  readonly made: Made[] = [];
  /** By the number of the proof; what nobody looks at is not made. */
  readonly #signatures = new Map<number, Signature>();
  readonly #turns: Turns;

  constructor(turns: Turns) {
    this.#turns = turns;
  }

  /** attach keeps a proof beside an image. */
  attach(made: Made): void {
    this.made.push(made);
  }

  /** What a run for a ref proves the images of other runs with. */
  proveNewerFor(run: string, ref: string): ProveNewer {
    const workflow = `${PATH}@${ref}`;
    const origin = {
      ...{ server: SITE, repository: 'octo-org/app', repositoryId: '74', ownerId: '65' },
      ...{ workflow, runId: '7', attempt: '1' },
    };
    const job = {
      claims: { iss: ISSUER, job_workflow_ref: workflow, runner_environment: 'github-hosted' },
      ...{ origin, branches: [pattern('main')], gitTags: [pattern('v*')], events: ['push'] },
    };
    const owning = { trust: this.#trust, job, now: SIGNED_AT };
    return async (registry, newer) =>
      verifyProved(registry, newer.manifest, await findNewer(newer, [this.#storeFor(run)], owning));
  }

  readonly #trust: Trust = {
    authorities: ['own'],
    check: (bundle) => {
      const signature = this.#signed(Number(Buffer.from(bundle).toString()));
      if (signature?.isSigned !== true) return { ok: false, code: 'PROOF_INVALID', lacks: 'was not signed' };
      return { ok: true, authority: 'own', signedAt: SIGNED_AT, ...signature };
    },
  };

  #signed(number: number): Signature | undefined {
    const made = this.made[number];
    const signature = this.#signatures.get(number) ?? (made && signatureOf(made));
    if (signature !== undefined) this.#signatures.set(number, signature);
    return signature;
  }

  #storeFor(run: string): BundleStore {
    const { made } = this;
    const turns = this.#turns;
    return {
      name: 'the registry',
      look: async function* (digest) {
        await turns.take(run);
        for (const [at, each] of [...made.entries()])
          if (each.digest === digest) yield { at: `bundle ${at}`, bytes: Buffer.from(String(at)) };
      },
    };
  }
}

function signatureOf({ digest, commit, ref, moving, flaw }: Made): Signature {
  const isBad = (one: Flaw) => flaw === one;
  const its = {
    ref: isBad('branch') ? 'refs/heads/evil' : ref,
    about: isBad('ref') ? 'refs/tags/v0.0.9' : ref,
    commit: isBad('commit') ? 'f'.repeat(40) : commit,
    repositoryId: isBad('repository') ? '75' : '74',
    ownerId: isBad('owner') ? '66' : '65',
  };
  const at = isBad('ref') ? its.about : its.ref;
  const path = isBad('workflow') ? PATH.replace('release', 'other') : PATH;
  const document = JSON.parse(TEMPLATE) as ReturnType<typeof statementDocument>;
  const hex = isBad('subject') ? 'b'.repeat(64) : digest.slice('sha256:'.length);
  const field = fieldOf(document);
  Object.assign(document, { subject: [{ name: 'ghcr.io/owner/app', digest: { sha256: hex } }] });
  Object.assign(field.run, { ref: at, commit: its.commit, workflow: `${PATH}@${at}` });
  Object.assign(field.run, { repositoryId: its.repositoryId, ownerId: its.ownerId });
  const kind = isBad('fixed') ? 'version' : 'moving';
  field.plannedTags = (isBad('unplanned') ? ['other'] : moving).map((tag) => ({
    tag: `ghcr.io/owner/app:${tag}`,
    kind,
  }));
  const fields = {
    ...{ ...FIELDS, ref: at, commit: its.commit, repositoryId: its.repositoryId, ownerId: its.ownerId },
    ...{ signerUri: `${SITE}/${path}@${at}`, workflowUri: `${SITE}/${PATH}@${at}` },
  };
  return {
    certificate: certificateFor(holder(fields)),
    payload: Buffer.from(JSON.stringify(document)),
    isSigned: !isBad('unsigned'),
  };
}
