import type { Signing as SigningDoors } from '../../../src/actions/publish/world.ts';
import { ActionError } from '../../../src/errors.ts';
import type { CertificateFields, Signing } from '../../../src/signer/signer.ts';
import type { CheckedBundle } from '../../../src/trust/trust.ts';
import type { KeptFiles } from '../../../src/workspace/workspace.ts';
import { certificateFor, type Holder } from '../../doubles/sigstore/certificate.ts';

/** A Sigstore and GitHub's store that remember what they are given; each step of them can be made to fail. */
export class InMemorySigning {
  readonly journal: string[];
  readonly statements: string[] = [];
  readonly stored: string[] = [];
  /** What the certificate says to whoever asks for it. */
  certificate: CertificateFields = {};
  /** What it says to whoever verifies a bundle, when that was signed, and whether anything verifies. */
  holder: Holder = { names: [], fields: {} };
  signedAt = 0;
  isTrusted = true;
  /** Trusted roots that were opened. */
  readonly roots: string[] = [];
  fails: 'right' | 'sign' | 'store' | undefined;

  failAt(step: 'right' | 'sign' | 'store'): void {
    this.fails = step;
  }

  constructor(journal: string[] = []) {
    this.journal = journal;
  }

  doors = async (): Promise<SigningDoors> => ({
    signer: {
      sign: async (statement: Uint8Array, { place, accept }: Signing) => {
        this.journal.push(`signer.sign ${place.fulcio}`);
        this.#failAt('sign');
        accept(this.certificate);
        this.statements.push(Buffer.from(statement).toString());
        this.#holders.push(this.holder);
        return bundleOf(this.statements.length);
      },
    },
    attestations: {
      seeRight: async () => {
        this.journal.push('attestations.right');
        this.#failAt('right');
      },
      store: async (_access, bundle) => {
        this.journal.push('attestations.store');
        this.#failAt('store');
        this.stored.push(Buffer.from(bundle).toString());
        return this.stored.length;
      },
    },
    attested: {
      list: async () => ({
        bundles: this.stored.map((text, at) => ({ at: `attestation ${at + 1}`, read: async () => Buffer.from(text) })),
        isMore: false,
      }),
    },
    openTrust: async (file) => {
      this.roots.push(file);
      return { authorities: ['own'], check: (bundle) => this.#checked(bundle) };
    },
  });
  readonly #holders: Holder[] = [];

  #checked(bundle: Uint8Array): CheckedBundle {
    const [{ sig }] = JSON.parse(Buffer.from(bundle).toString()).dsseEnvelope.signatures as [{ sig: number }];
    const payload = this.statements[sig - 1];
    const holder = this.#holders[sig - 1];
    if (!this.isTrusted || payload === undefined || holder === undefined)
      return { ok: false, code: 'PROOF_INVALID', lacks: 'was not signed here' };
    const { signedAt } = this;
    return { ok: true, authority: 'own', certificate: certificateFor(holder), payload: Buffer.from(payload), signedAt };
  }

  #failAt(step: 'right' | 'sign' | 'store'): void {
    if (this.fails !== step) return;
    throw new ActionError(step === 'right' ? 'PROOF_DENIED' : 'PROOF_SIGNING', `It failed at ${step}.`, {
      hint: 'Again.',
    });
  }
}

function bundleOf(sig: number): Buffer {
  return Buffer.from(JSON.stringify({ dsseEnvelope: { signatures: [{ sig }] } }));
}

/** Files that stay in memory. */
export class InMemoryKeptFiles implements KeptFiles {
  readonly files = new Map<string, string>();

  keep = async (name: string, text: string): Promise<string> => {
    const path = `/temp/${this.files.size}/${name}`;
    this.files.set(path, text);
    return path;
  };
}
