import type { CredentialUse, Login } from '../credentials/sign-in.ts';
import type { Open, Verdict } from '../gate/verdict.ts';
import { type Repository, repositoryName } from '../image/reference.ts';
import { lossLines } from '../image/tested.ts';
import type { Verified } from '../image/verified.ts';
import type { Source } from '../push/source.ts';
import type { Attached } from '../referrers/attach.ts';
import type { Attachment } from '../referrers/collect.ts';
import type { Runner } from '../runner/runner.ts';
import type { ScanEvidence } from '../scan/evidence.ts';
import { attachedLines, attachmentsLine } from './tell-attached.ts';
import { tellAdvice } from './tell-credentials.ts';
import { tellScan } from './tell-scan.ts';
import { sourceLine } from './tell-source.ts';
import { commitLines, tellVerdict } from './tell-verdict.ts';

/** Teller writes the story into the log while it happens. */
export type Teller = {
  readonly verdict: (verdict: Verdict) => Promise<void>;
  /** commit tells which commit the image names, if it is not the run's. */
  readonly commit: (verdict: Open) => void;
  readonly source: (source: Source) => void;
  /** loss reports parts of the source that are not published. */
  readonly loss: (line: string) => void;
  readonly scan: (scan: ScanEvidence | undefined) => void;
  readonly signedIn: (repository: Repository, login: Login) => void;
  readonly advice: (uses: readonly CredentialUse[]) => void;
  /** push reports the progress of a push. If several run in parallel, it says which one. */
  readonly push: (to: Repository, isOneOfMany: boolean) => (line: string) => void;
  readonly verified: (verified: Verified) => void;
  /** attachments lists the attachments that are published with the source, attached the result at a destination. */
  readonly attachments: (all: readonly Attachment[]) => void;
  readonly attached: (all: readonly Attached[], tell: (line: string) => void) => void;
};

/** tellerOf writes to the runner's log. */
export function tellerOf(runner: Runner): Teller {
  const { info } = runner;
  const all = (lines: readonly string[]) => {
    for (const line of lines) info(line);
  };
  const loss = (line: string) => runner.warning('Less than the source', line);
  return {
    loss,
    verdict: (verdict) => tellVerdict(runner, verdict),
    commit: (verdict) => all(commitLines(verdict)),
    source: (source) => {
      info(sourceLine(source));
      for (const line of lossLines(source.tested)) loss(line);
    },
    scan: (scan) => scan && tellScan(runner, scan),
    signedIn: ({ registry }, { whose, given }) => info(`Signed in to ${registry} ${whose}. The engine gets ${given}.`),
    advice: (uses) => tellAdvice(runner, uses),
    push: (to, isOneOfMany) => (isOneOfMany ? (line) => info(`${repositoryName(to)}: ${line}`) : info),
    attachments: (found) => all([attachmentsLine(found)].filter((line) => line !== undefined)),
    attached: (attached, tell) => {
      for (const line of attachedLines(attached)) tell(`${line}.`);
    },
    verified: ({ evidence }) => all(evidence.map((sentence) => `${sentence}.`)),
  };
}
