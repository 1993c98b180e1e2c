import type { Counts } from '../scan/evidence.ts';
import type { GATE_FIELD, PREDICATE_TYPE, STATEMENT_TYPE } from './uris.ts';

/**
 * Who vouches for a fact. `api`: GitHub's API. `read`: we computed it from the image. `runner`: the runner, and the
 * certificate of a signature says the same. `caller`: the workflow passed it in, so it is as reliable as the workflow.
 */
export type Voucher = 'api' | 'read' | 'runner' | 'caller';

/** A rule of the gate that holds, and what was seen, in words. */
export type HeldRule = { readonly rule: string; readonly seen: string; readonly vouchedBy: Voucher };

/** A required check: `left-out` is the job that makes the statement. */
export type ProvedCheck = {
  readonly name: string;
  readonly state: 'passed' | 'left-out';
  readonly reportedBy: string;
  readonly askedBy: string;
  /** The app that reported it; absent for a commit status, whose app is unknown. */
  readonly app?: { readonly id: number; readonly slug: string };
  /** Id of the check run, which for GitHub Actions is that of the job. */
  readonly checkRun?: number;
  readonly vouchedBy: 'api';
};

export type ProvedJob = { readonly job: string; readonly result: string; readonly vouchedBy: 'caller' };

/** The findings of one tool by severity, also ignored ones. `names`: the image's digest in the report. */
export type ProvedScan = {
  readonly tool: string;
  readonly findings: Counts;
  readonly setAside: { readonly suppressed: number; readonly absent: number; readonly noFailure: number };
  readonly names?: string;
  readonly vouchedBy: 'caller';
};

/** The image, independent of how a registry stores it: its ID, its platforms, and the commit in its label. */
export type ProvedImage = {
  readonly id: string;
  readonly platforms: readonly string[];
  readonly revision?: string;
  readonly vouchedBy: 'read';
};

/** The run that decided. `workflow` is the one that was started; the certificate names a reusable one. */
export type ProvedRun = {
  readonly server: string;
  readonly repository: string;
  readonly repositoryId: string;
  readonly ownerId: string;
  readonly commit: string;
  readonly ref: string;
  readonly event: string;
  readonly workflow: string;
  readonly id: string;
  readonly attempt: string;
  readonly vouchedBy: 'runner';
};

/** A tag that was planned when the statement was signed. Only the registry shows whether it was written. */
export type PlannedTag = { readonly tag: string; readonly kind: 'sha' | 'version' | 'moving' };

/** A check that the rules require; `appId` if a rule of the branch pins the app. */
export type CheckRule = { readonly name: string; readonly appId?: number };

/** Only the rules, without anything that was seen: the same rules have the same digest in `policy`. */
export type PolicyRules = {
  /** The commit that the image had to be from: that of the run, or the one that the image names. */
  readonly commit: 'run' | 'image';
  /** Patterns; `default` stands for the repository's default branch. */
  readonly branches: 'default' | readonly string[];
  readonly gitTags: readonly string[];
  readonly events: readonly string[];
  readonly whenClosed: string;
  readonly allowSkipped: readonly string[];
  readonly requiredChecks: readonly CheckRule[];
  readonly needs: boolean;
  readonly scan: 'none' | ScanRules;
  readonly requireRevisionLabel: boolean;
  /** `none`, or exactly the platforms that the image had to have. */
  readonly expectedPlatforms: 'none' | readonly string[];
  /** Whether the image was compared with the ID that its tests passed on. */
  readonly expectedImageId: boolean;
};

export type ScanRules = {
  readonly failOn: string;
  readonly tools: readonly string[];
  readonly binding: string;
  /** SHA-256 of the ignore list, in hex; `none` if nothing was to be ignored. */
  readonly ignoreList: string;
};

/** Our field of the predicate: the rules of the gate's decision, and what it saw. */
export type GateField = {
  readonly schema: string;
  readonly run: ProvedRun;
  readonly policy: PolicyRules;
  readonly rules: readonly HeldRule[];
  readonly checks: readonly ProvedCheck[];
  readonly needs: readonly ProvedJob[];
  readonly scans: readonly ProvedScan[];
  readonly image: ProvedImage;
  readonly destinations: readonly string[];
  readonly plannedTags: readonly PlannedTag[];
  /** Lengths of lists before they were cut, by their place; `text`: the number of texts that were cut. */
  readonly truncated?: Readonly<Record<string, number>>;
};

/** The parts of SLSA's Verification Summary that we use. */
export type Summary = {
  readonly verifier: { readonly id: string; readonly version: Readonly<Record<string, string>> };
  /** RFC 3339, in UTC. */
  readonly timeVerified: string;
  /** A package URL. */
  readonly resourceUri: string;
  readonly policy: { readonly uri: string; readonly digest: Readonly<Record<string, string>> };
  readonly verificationResult: 'PASSED';
  readonly verifiedLevels: readonly string[];
  readonly slsaVersion: string;
};

export type Predicate = Summary & { readonly [name in typeof GATE_FIELD]: GateField };

/** An image under a name at a registry. `digest`: algorithm to hex. */
export type StatementSubject = { readonly name: string; readonly digest: Readonly<Record<string, string>> };

/** in-toto Statement v1. */
export type Statement = {
  readonly _type: typeof STATEMENT_TYPE;
  readonly subject: readonly StatementSubject[];
  readonly predicateType: typeof PREDICATE_TYPE;
  readonly predicate: Predicate;
};
