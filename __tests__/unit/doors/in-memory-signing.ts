import type { Signing as SigningDoors } from '../../../src/actions/publish/world.ts';
import { ActionError } from '../../../src/errors.ts';
import type { Signing } from '../../../src/signer/signer.ts';
import type { Announced, AuthorityName, CheckedBundle, TrustSource } from '../../../src/trust/trust.ts';
import type { KeptFiles } from '../../../src/workspace/workspace.ts';
import { certificateFor, type Holder } from '../../doubles/sigstore/certificate.ts';

const SERVER = { version: 1, operator: 'sigstore.dev', start: 0, end: undefined } as const;
/** As the public instance announces them. */
export const ANNOUNCED: Announced = {
  authorities: [{ ...SERVER, url: 'https://fulcio.sigstore.dev' }],
  logs: { servers: [{ ...SERVER, url: 'https://rekor.sigstore.dev' }], count: 'any' },
  clocks: { servers: [{ ...SERVER, url: 'https://timestamp.sigstore.dev/api/v1/timestamp' }], count: 'any' },
};

function rootName(from: TrustSource, wanted: readonly AuthorityName[]): string {
  if (from.kind === 'file') return from.path;
  return from.kind === 'own' ? `${from.url} from ${from.root}` : wanted.join();
}

/** A Sigstore and GitHub's store that remember what they are given; each step of them can be made to fail. */
export class InMemorySigning {
  readonly journal: string[];
  readonly statements: string[] = [];
  readonly stored: string[] = [];
  /** What the certificate says to whoever asks for it; to whoever verifies a bundle; when that was signed; and whether anything verifies. */
  certificate: Holder | undefined;
  holder: Holder = { names: [], fields: {} };
  signedAt = 0;
  isTrusted = true;
  /** Trusted roots that were opened, and where they are from. */
  readonly roots: string[] = [];
  /** What the Sigstore announces, by TUF; undefined if that cannot be asked. */
  announces: Announced | undefined = ANNOUNCED;
  /** The places that were signed at. */
  readonly places: Pick<Signing, 'place' | 'caFile'>[] = [];
  fails: 'right' | 'sign' | 'store' | undefined;

  failAt(step: 'right' | 'sign' | 'store'): void {
    this.fails = step;
  }

  constructor(journal: string[] = []) {
    this.journal = journal;
  }

  doors = async (): Promise<SigningDoors> => ({
    signer: {
      sign: async (statement: Uint8Array, { place, accept, caFile }: Signing) => {
        this.journal.push(`signer.sign ${place.fulcio}`);
        this.places.push({ place, caFile });
        this.#failAt('sign');
        accept(certificateFor(this.certificate ?? this.holder));
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
    openTrust: async (from, wanted) => {
      this.journal.push('trust.open');
      this.#seeNetwork(from);
      this.roots.push(rootName(from, wanted));
      return { authorities: ['own'], check: (bundle) => this.#checked(bundle) };
    },
    announced: async (from) => {
      this.journal.push('trust.announced');
      this.#seeNetwork(from);
      return this.announces ?? ANNOUNCED;
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

  /** Without what it announces there is no network. */
  #seeNetwork({ kind }: TrustSource): void {
    if (kind === 'file' || this.announces !== undefined) return;
    throw new ActionError('PROOF_NO_TRUST_ROOT', 'It could not be fetched.', { hint: 'Again.' });
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
