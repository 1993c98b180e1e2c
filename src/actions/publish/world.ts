import type { Doors } from '../../credentials/sign-in.ts';
import type { Files } from '../../files/files.ts';
import type { OpenToRead } from '../../gate/verdict.ts';
import type { GitHub } from '../../github/github.ts';
import type { History } from '../../github/history.ts';
import type { Lifetime } from '../../runner/lifetime.ts';
import type { Runner } from '../../runner/runner.ts';
import type { ReportFiles } from '../../workspace/workspace.ts';

/** What the step has to do with while the gate is closed. */
export type World = {
  readonly runner: Runner;
  readonly github: GitHub;
  readonly lifetime: Lifetime;
  /** beyond opens the doors behind the gate. It takes a gate that is open: before, nothing of them is touched, or loaded. */
  readonly beyond: (open: OpenToRead) => Promise<Beyond>;
};

/** What the step has to do with once the gate is open. */
export type Beyond = Doors & {
  readonly files: Files;
  readonly github: GitHub;
  readonly history: History;
  readonly reports: ReportFiles;
  readonly lifetime: Lifetime;
};
