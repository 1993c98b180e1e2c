import type { Digest } from '../image/digest.ts';
import type { Severity } from '../scan/severity.ts';
import type { FilterPattern } from '../text/filter-pattern.ts';

/**
 * A workflow that may sign: `path` is `owner/name/.github/workflows/file.yml`, exactly; `refs` says where in its repository:
 * on tags or on branches whose names fit a pattern, or at one commit by its full hash. A pattern never takes a hash: a
 * commit of a fork can be reached through the repository that it was forked from.
 */
export type SignerRule = {
  readonly path: string;
  readonly refs:
    | { readonly kind: 'tag' | 'branch'; readonly pattern: FilterPattern }
    | { readonly kind: 'commit'; readonly commit: string };
};

/** A repository whose images are deployed. Its numbers, unlike its name, cannot be taken over; undefined if they were not given. */
export type DemandedRepository = {
  readonly name: string;
  readonly id: string | undefined;
  readonly ownerId: string | undefined;
};

/** A check that must have passed, reported by an app of this number. */
export type CheckDemand = { readonly name: string; readonly appId: number };

/** Of findings, from the worst to the least. */
export const SEVERITIES = ['critical', 'high', 'medium', 'low'] as const satisfies readonly Severity[];

/** A scan by a tool, without any finding of this severity or a higher one. */
export type ScanDemand = { readonly tool: string; readonly below: Severity };

/** What is demanded of the facts in our own summary. */
export type FactDemands = {
  readonly checks: readonly CheckDemand[];
  readonly scans: readonly ScanDemand[];
  /** SHA-256 of the rules, in hex; undefined if any rules will do. */
  readonly policy: string | undefined;
};

/** Where a proof must be from, whatever it states. */
export type Origins = {
  /** Who has issued the identity token of the job: `https://token.actions.githubusercontent.com`. */
  readonly issuer: string;
  /** Address of the server's pages. */
  readonly server: string;
  readonly repository: DemandedRepository;
  readonly branches: readonly FilterPattern[];
  readonly gitTags: readonly FilterPattern[];
  readonly events: readonly string[];
  readonly allowSelfHosted: boolean;
  /** In milliseconds; undefined if a proof never gets too old. */
  readonly maxAge: number | undefined;
};

/** One statement that an image must have: of this type, by one of these signers. */
export type StatementDemand = { readonly predicateType: string; readonly signers: readonly SignerRule[] };

/** Everything that is demanded of an image. */
export type Demands = Origins & {
  readonly statements: readonly [StatementDemand, ...StatementDemand[]];
  readonly facts: FactDemands;
};

/** What one bundle is judged by. `now`: in milliseconds since 1970. */
export type Wanted = Origins &
  StatementDemand & { readonly digest: Digest; readonly facts: FactDemands; readonly now: number };
