import type { FilterPattern } from '../filter-pattern.ts';
import type { Digest } from '../image/digest.ts';
import type { Repository } from '../image/reference.ts';
import type { SourceText } from '../image/source.ts';
import type { Identity } from '../keyless/keyless.ts';

/** Events that the input `events` may name. No other event ever opens the gate. */
export const OPENABLE_EVENTS = [
  'push',
  'release',
  'workflow_dispatch',
  'schedule',
  'merge_group',
  'repository_dispatch',
  'workflow_run',
  'pull_request',
] as const;
export type OpenableEvent = (typeof OPENABLE_EVENTS)[number];

/** How much evidence is asked for before a digest becomes an output. */
export const VERIFICATION_LEVELS = ['manifest', 'graph', 'content'] as const;
export type VerificationLevel = (typeof VERIFICATION_LEVELS)[number];

/** Who pushes: the engine, we ourselves, or whoever has the image already. */
export const ENGINES = ['auto', 'docker', 'direct'] as const;
export type EngineChoice = (typeof ENGINES)[number];

/** What becomes of layers that are not compressed yet. */
export const LAYER_COMPRESSIONS = ['gzip', 'zstd', 'none'] as const;
export type LayerCompression = (typeof LAYER_COMPRESSIONS)[number];

/** What the engine is given: a token for one repository, the credential itself, or whichever is known to be well. */
export const CREDENTIAL_SCOPES = ['auto', 'repository', 'full'] as const;
export type CredentialScope = (typeof CREDENTIAL_SCOPES)[number];

/** What is done with advice on credentials. */
export const CREDENTIAL_POLICIES = ['warn', 'strict', 'off'] as const;
export type CredentialPolicy = (typeof CREDENTIAL_POLICIES)[number];

/** What tags are made of a git tag: its own name, the parts of a semantic version, or none. */
export const VERSION_TAGS = ['exact', 'semver', 'none'] as const;

/** How bad a finding of a scanner can be, from the worst to the least. */
export const SEVERITIES = ['critical', 'high', 'medium', 'low'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** Whether each report must name the image, or must only if it names one. */
export const SCAN_BINDINGS = ['when-named', 'required'] as const;

/** What is asked of the reports of scanners. */
export type ScanInputs = {
  /** Paths and patterns of files, each of which must lead to one or more. */
  readonly reports: readonly string[];
  /** The least severity that closes the gate. */
  readonly failOn: Severity;
  /** Names of tools that must have reported. */
  readonly tools: readonly string[];
  readonly ignoreFile: string | undefined;
  readonly binding: (typeof SCAN_BINDINGS)[number];
};

/** A tag that was asked for. */
export type ExtraTag = {
  readonly name: string;
  /** The one destination that it is for; otherwise it is for all. */
  readonly only?: Repository;
};

/** Everything the action was told, parsed and checked. The password is not here: it is read after the gate is open. */
export type Inputs = {
  /** Where to publish to; the first is the primary one. */
  readonly destinations: readonly [Repository, ...Repository[]];
  /** Undefined means the names that follow from the destinations and the commit. */
  readonly source: SourceText | undefined;
  readonly tags: readonly ExtraTag[];
  readonly movingTags: readonly ExtraTag[];
  /** What tags a git tag makes. */
  readonly versionTags: (typeof VERSION_TAGS)[number];
  /** What to do when a tag that never moves shows another image. */
  readonly ifExists: 'verify' | 'overwrite';
  /** Template of the SHA tag, with `{sha}` or `{short-sha}`. */
  readonly shaTag: string;
  /** Undefined means the default branch, which the event's payload names. */
  readonly branches: readonly FilterPattern[] | undefined;
  readonly gitTags: readonly FilterPattern[];
  readonly events: readonly OpenableEvent[];
  readonly whenClosed: 'skip' | 'fail';
  /** Results of the jobs that this one needs, by their ids; undefined if they are not asked about. */
  readonly needs: Readonly<Record<string, string>> | undefined;
  /** Names of jobs and checks that may be skipped. */
  readonly allowSkipped: readonly string[];
  /** Checks that the commit must have: by name, and those that the rules of its branch require. */
  readonly requiredChecks: { readonly named: readonly string[]; readonly ofBranch: boolean };
  /** In minutes. */
  readonly waitForChecks: number;
  /** This job's own check run, so that it never waits for itself. */
  readonly checkRunId: number | undefined;
  /** Undefined if no scan is asked for. */
  readonly scan: ScanInputs | undefined;
  readonly expectedImageId: Digest | undefined;
  readonly requireRevisionLabel: boolean;
  readonly username: string;
  /** Who this job is at registries that need no stored secret, at most one for each registry. */
  readonly identities: readonly Identity[];
  readonly engine: EngineChoice;
  /** For layers that come uncompressed to be pushed by us. */
  readonly compression: LayerCompression;
  /** Path of a repository on the registry of the destinations that may have layers of the image. */
  readonly mountFrom: string | undefined;
  readonly credentialScope: CredentialScope;
  /** Whether logins are left for later steps of the job. */
  readonly keepLogin: boolean;
  readonly credentialPolicy: CredentialPolicy;
  /** When the stored credential was made, in milliseconds since 1970, and after how many days it is too old. */
  readonly credentialAge: { readonly created: number | undefined; readonly maxAge: number };
  readonly verify: VerificationLevel;
  readonly caFile: string | undefined;
  /** Hosts besides the registry's own domain that its token service may live on, as `host` or `host:port`. */
  readonly authHosts: readonly string[];
  /** In minutes. */
  readonly timeout: number;
  readonly dryRun: boolean;
  readonly summary: boolean;
};
