import type { SignInInputs } from '../../credentials/sign-in.ts';
import type { CheckPolicy } from '../../evidence/gather-checks.ts';
import type { WhenClosed } from '../../gate/verdict.ts';
import type { ReferrersChoice } from '../../image/attached.ts';
import type { Digest } from '../../image/digest.ts';
import type { Repository } from '../../image/reference.ts';
import type { EngineChoice, SourceText } from '../../image/source-text.ts';
import type { VerificationLevel } from '../../image/verified.ts';
import type { WantedPlatform } from '../../image/wanted-platforms.ts';
import type { ProofInputs } from '../../proof/choose-instance.ts';
import type { LayerCompression } from '../../push/unpacked-source.ts';
import type { ScanInputs } from '../../scan/evidence.ts';
import type { TagInputs } from '../../tags/plan-tags.ts';
import type { IfExists } from '../../tags/read-tags.ts';

/**
 * All inputs of the action, parsed and checked: what each room follows, in the words of that room. The password is not
 * here: it is read after the gate is open.
 */
export type Inputs = CheckPolicy &
  SignInInputs &
  TagInputs &
  ProofInputs & {
    /** Where to publish to; the first is the primary one. */
    readonly destinations: readonly [Repository, ...Repository[]];
    /** None means the names that follow from the destinations and the commit; several are joined to one index. */
    readonly source: readonly SourceText[];
    readonly ifExists: IfExists;
    readonly whenClosed: WhenClosed;
    /** Undefined if no scan is required. */
    readonly scan: ScanInputs | undefined;
    /** One for each line of a joined source, otherwise at most one. */
    readonly expectedImageIds: readonly Digest[];
    /** None if no platform is required. */
    readonly expectedPlatforms: readonly WantedPlatform[];
    readonly requireRevisionLabel: boolean;
    readonly engine: EngineChoice;
    /** For uncompressed layers that we push ourselves. */
    readonly compression: LayerCompression;
    readonly verify: VerificationLevel;
    /** What happens to attachments of the image at its source. */
    readonly referrers: ReferrersChoice;
    /** In minutes. */
    readonly timeout: number;
    readonly dryRun: boolean;
    readonly summary: boolean;
  };
