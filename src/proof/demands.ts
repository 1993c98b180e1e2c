import type { Digest } from '../image/digest.ts';
import type { Severity } from '../scan/severity.ts';
import type { FilterPattern } from '../text/filter-pattern.ts';

/**
 * A workflow that may sign. `path` is exactly `owner/name/.github/workflows/file.yml`. `refs` limits its ref: tags or
 * branches whose names match a pattern, or one commit by its full hash. A pattern never matches a hash, because a
 * commit of a fork can be reached through the original repository.
 */
export type SignerRule = {
  readonly path: string;
  readonly refs:
    | { readonly kind: 'tag' | 'branch'; readonly pattern: FilterPattern }
    | { readonly kind: 'commit'; readonly commit: string };
};

/** A repository whose images are deployed. Nobody can take over its ids, unlike its name; undefined if not given. */
export type DemandedRepository = {
  readonly name: string;
  readonly id: string | undefined;
  readonly ownerId: string | undefined;
};

/** A check that must have passed, reported by the app with this id. */
export type CheckDemand = { readonly name: string; readonly appId: number };

/** Severities of findings, from the highest to the lowest. */
export const SEVERITIES = ['critical', 'high', 'medium', 'low'] as const satisfies readonly Severity[];

/** A required scan by a tool, without any finding of this severity or a higher one. */
export type ScanDemand = { readonly tool: string; readonly below: Severity };

/** The requirements for the facts in our own summary. */
export type FactDemands = {
  readonly checks: readonly CheckDemand[];
  readonly scans: readonly ScanDemand[];
  /** SHA-256 of the rules, in hex; undefined if any rules are accepted. */
  readonly policy: string | undefined;
};

/** The requirements for the origin of a proof of any type. */
export type Origins = {
  /** Issuer of the job's identity token: `https://token.actions.githubusercontent.com`. */
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

/** All requirements for an image. */
export type Demands = Origins & {
  readonly statements: readonly [StatementDemand, ...StatementDemand[]];
  readonly facts: FactDemands;
};

/** The requirements for one bundle. `now`: in milliseconds since 1970. */
export type Wanted = Origins &
  StatementDemand & { readonly digest: Digest; readonly facts: FactDemands; readonly now: number };
