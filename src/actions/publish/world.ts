import type { Doors } from '../../credentials/sign-in.ts';
import type { Files } from '../../files/files.ts';
import type { OpenToRead } from '../../gate/verdict.ts';
import type { Attestations } from '../../github/attestations.ts';
import type { AttestedBundles } from '../../github/attested-bundles.ts';
import type { GitHub } from '../../github/github.ts';
import type { History } from '../../github/history.ts';
import type { Server } from '../../run/server.ts';
import type { Lifetime } from '../../runner/lifetime.ts';
import type { Runner } from '../../runner/runner.ts';
import type { Signer } from '../../signer/signer.ts';
import type { OpenTrust, ReadAnnounced } from '../../trust/trust.ts';
import type { KeptFiles, ReportFiles } from '../../workspace/workspace.ts';

/** The doors that the step uses while the gate is closed. */
export type World = {
  readonly runner: Runner;
  readonly github: GitHub;
  readonly lifetime: Lifetime;
  /** beyond opens the doors behind the gate. It takes an open gate: before that, nothing of them is used or loaded. */
  readonly beyond: (open: OpenToRead) => Promise<Beyond>;
};

/** The doors that the step uses once the gate is open. */
export type Beyond = Doors & {
  readonly files: Files;
  readonly github: GitHub;
  readonly history: History;
  readonly reports: ReportFiles;
  readonly keptFiles: KeptFiles;
  /** signing loads the signer, which is needed only if a proof is required. */
  readonly signing: () => Promise<Signing>;
  readonly lifetime: Lifetime;
};

/** What opens the doors behind the gate: the repository as `owner/name`, and the server that has it. */
export type Opening = Omit<World, 'beyond'> & { readonly repository: string; readonly server: Server };

/** What signs, and where; where proofs are stored; and what finds and verifies proofs of earlier runs. */
export type Signing = {
  readonly signer: Signer;
  readonly attestations: Attestations;
  readonly attested: AttestedBundles;
  readonly openTrust: OpenTrust;
  readonly announced: ReadAnnounced;
};
