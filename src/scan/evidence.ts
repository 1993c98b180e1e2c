import type { Held, Reason } from '../gate/verdict.ts';
import type { Digest } from '../image/digest.ts';
import type { Binding, KnownImage } from './binding.ts';
import type { Exception, IgnoreList } from './ignore-list.ts';
import type { Finding, Report, Run } from './sarif.ts';
import type { Severity } from './severity.ts';

/** Whether each report must name the image, or must only if it names one. */
export const SCAN_BINDINGS = ['when-named', 'required'] as const;

/** What the reports of scanners must show. */
export type ScanInputs = {
  /** Paths and patterns of files; each must match one or more files. */
  readonly reports: readonly string[];
  /** The least severity that closes the gate. */
  readonly failOn: Severity;
  /** Names of tools that must have reported. */
  readonly tools: readonly string[];
  readonly ignoreFile: string | undefined;
  readonly binding: (typeof SCAN_BINDINGS)[number];
};

/** The inputs that this room uses. */
export type ScanPolicy = Pick<ScanInputs, 'failOn' | 'tools' | 'binding'>;

/** A report, the name of its file, and when the file was written, in milliseconds since 1970. */
export type ScanFile = { readonly name: string; readonly written: number; readonly report: Report };

export type ScanFacts = {
  readonly files: readonly ScanFile[];
  /** Required files that do not exist or cannot be read, one sentence for each. */
  readonly missing: readonly string[];
  readonly ignore: IgnoreList;
  readonly image: KnownImage & { readonly created: string };
  readonly commit: string;
  /** Today, in UTC: `2026-11-21`. */
  readonly today: string;
};

/** One run of one tool, and whether it is about the image. */
export type Scan = { readonly file: ScanFile; readonly run: Run; readonly binding: Binding };

/** A finding, and whether it counts. */
export type Judged = Finding & { readonly tool: string; readonly blocks: boolean; readonly ignored: boolean };

export type Counts = Readonly<Record<Severity | 'unknown', number>>;

/** What the reports show, for an open and a closed gate. */
export type ScanEvidence = {
  readonly failOn: Severity;
  readonly runs: readonly {
    readonly file: string;
    readonly tool: string;
    readonly counts: Counts;
    readonly setAside: Run['setAside'];
    readonly binding: Binding;
  }[];
  /** At most twenty of the worst findings; those that close the gate come first. */
  readonly findings: readonly Judged[];
  readonly total: number;
  /** Each entry of the ignore file, with the number of findings with its id, and whether it has expired. */
  readonly exceptions: readonly (Exception & { readonly findings: number; readonly isOver: boolean })[];
  /** SHA-256 of the text of the ignore file; undefined if there is none that can be read. */
  readonly ignoreList?: Digest | undefined;
  /** Platforms of an index that no report names, if a report names another platform. */
  readonly unnamed: readonly string[];
};

export type ScanDecision = {
  /** Reasons to close the gate; empty if there are none. */
  readonly reasons: readonly Reason[];
  /** The valid reports: those without a reason against them. */
  readonly held: readonly Held[];
  readonly evidence: ScanEvidence;
};
