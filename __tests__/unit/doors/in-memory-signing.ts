import type { Signing as SigningDoors } from '../../../src/actions/publish/world.ts';
import { ActionError } from '../../../src/errors.ts';
import type { CertificateFields, Signing } from '../../../src/signer/signer.ts';
import type { KeptFiles } from '../../../src/workspace/workspace.ts';

/** A Sigstore and GitHub's store that remember what they are given; each step of them can be made to fail. */
export class InMemorySigning {
  readonly journal: string[];
  readonly statements: string[] = [];
  readonly stored: string[] = [];
  /** What the certificate says. */
  certificate: CertificateFields = {};
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
        return Buffer.from(JSON.stringify({ bundle: this.statements.length }));
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
  });

  #failAt(step: 'right' | 'sign' | 'store'): void {
    if (this.fails !== step) return;
    throw new ActionError(step === 'right' ? 'PROOF_DENIED' : 'PROOF_SIGNING', `It failed at ${step}.`, {
      hint: 'Again.',
    });
  }
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
