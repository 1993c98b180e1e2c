import type { Held, Reason } from '../gate/verdict.ts';
import type { Digest } from '../image/digest.ts';
import type { Binding, KnownImage } from './binding.ts';
import type { Exception, IgnoreList } from './ignore-list.ts';
import type { Finding, Report, Run } from './sarif.ts';
import type { Severity } from './severity.ts';

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

/** The part of the inputs that is followed here. */
export type ScanPolicy = Pick<ScanInputs, 'failOn' | 'tools' | 'binding'>;

/** A report, with the name of its file, and when that was written, in milliseconds since 1970. */
export type ScanFile = { readonly name: string; readonly written: number; readonly report: Report };

export type ScanFacts = {
  readonly files: readonly ScanFile[];
  /** What of the files that were asked for is not there or cannot be read, a sentence each. */
  readonly missing: readonly string[];
  readonly ignore: IgnoreList;
  readonly image: KnownImage & { readonly created: string };
  readonly commit: string;
  /** The day it is, in UTC: `2026-11-21`. */
  readonly today: string;
};

/** One run of one tool, and whether it is about the image. */
export type Scan = { readonly file: ScanFile; readonly run: Run; readonly binding: Binding };

/** A finding, and what is made of it. */
export type Judged = Finding & { readonly tool: string; readonly blocks: boolean; readonly ignored: boolean };

export type Counts = Readonly<Record<Severity | 'unknown', number>>;

/** What the reports show, whatever was decided. */
export type ScanEvidence = {
  readonly failOn: Severity;
  readonly runs: readonly {
    readonly file: string;
    readonly tool: string;
    readonly counts: Counts;
    readonly setAside: Run['setAside'];
    readonly binding: Binding;
  }[];
  /** The worst of them, those that block first: no more than twenty. */
  readonly findings: readonly Judged[];
  readonly total: number;
  /** Each entry of the ignore file, with how many findings have its id, and whether its time is over. */
  readonly exceptions: readonly (Exception & { readonly findings: number; readonly isOver: boolean })[];
  /** SHA-256 of the text of the ignore file; undefined if there is none that can be read. */
  readonly ignoreList?: Digest | undefined;
  /** Platforms of an index that no report names, where one names another. */
  readonly unnamed: readonly string[];
};

export type ScanDecision = {
  /** What closes the gate; empty if nothing does. */
  readonly reasons: readonly Reason[];
  /** The reports that hold: each that nothing is against. */
  readonly held: readonly Held[];
  readonly evidence: ScanEvidence;
};
