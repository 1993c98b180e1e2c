/** A regular file that was found. */
export type ReportFile = {
  /** The given path, or the path that its pattern matched. */
  readonly name: string;
  /** When it was last written, in milliseconds since 1970. */
  readonly written: number;
  /** read streams the file, up to 64 MiB. Throws an ActionError on the way. */
  read(): AsyncIterable<Uint8Array>;
};

/**
 * ReportFiles is the door to reports of earlier steps. It opens only regular files: it follows no link to another file,
 * and waits for no pipe or device. It throws an `ActionError` with GATE_SCAN, or the reason why the step ends: it is
 * cancelled, or its time is over.
 */
export interface ReportFiles {
  /**
   * find lists the files that a path names, or that a pattern matches, sorted by name: at least one, and at most a
   * hundred. Throws if there is none, there are more, or one is not a regular file.
   */
  find(pattern: string): Promise<readonly ReportFile[]>;
  /** now is the time of the clock that dates files, in milliseconds since 1970. */
  now(): number;
}

/**
 * UndoFile is the door to a file that records what is about to be deleted, a line of JSON each: it is on the disk
 * before the deletion begins.
 */
export interface UndoFile {
  /** Where the file is, or will be when the first line is written. */
  readonly path: string;
  /** append adds a line, and returns when it is on the disk. Throws Node's own error. */
  append(line: object): Promise<void>;
}

/** KeptFiles is the door to files that later steps of the job read: they stay after this step. */
export interface KeptFiles {
  /** keep writes a file of this name into a new folder in the runner's temporary folder, and returns its path. */
  keep(name: string, text: string): Promise<string>;
}
