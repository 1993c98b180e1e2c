/** What steps have put out, by name. */
export type Outputs = Readonly<Record<string, string>>;

/** A step that has put something out; the steps of a matrix have one job and one id. */
export type StepOutputs = { readonly job: string; readonly step: string; readonly outputs: Outputs };

/** A step that has failed, by its job's id and its own name. */
export type FailedStep = { readonly job: string; readonly step: string };

/**
 * What act tells of a run, line by line, as JSON. What a step that fails has printed last may be missing: act closes
 * the terminal of such a step at once, with what it has not read (`HostEnvironment.exec`, v0.2.89). Scripts wait for it
 * (stand-ins/last-words.sh), actions do not. Files it reads always: outputs and summaries.
 */
export type ActLog = {
  /** As a person reads it, without summaries and masks; act itself masks what is secret in it. */
  readonly text: string;
  /** The summaries of all steps, in the order in which those ended. */
  readonly summary: string;
  readonly failed: readonly FailedStep[];
  /** How each job that began has ended, `success` or `failure`, by its id; the jobs of a matrix share one. */
  readonly jobs: Readonly<Record<string, string>>;
  readonly outputs: readonly StepOutputs[];
  /** Everything that steps asked to be masked. */
  readonly masks: readonly string[];
};

type Line = {
  readonly msg?: string;
  readonly job?: string;
  readonly jobID?: string;
  readonly jobResult?: string;
  readonly step?: string;
  readonly stepResult?: string;
  readonly stepID?: readonly string[];
  readonly command?: string;
  readonly name?: string;
  readonly arg?: string;
  readonly content?: string;
};

/** readActLog reads what `act --json` has printed. */
export function readActLog(printed: string): ActLog {
  const lines = printed.split('\n').filter(Boolean).map(parseLine);
  const outputs = new Map<string, { job: string; step: string; outputs: Record<string, string> }>();
  for (const { job = '', jobID = '', stepID = [], command, name = '', arg = '' } of lines) {
    if (command !== 'set-output') continue;
    const step = stepID.join('.');
    // The jobs of a matrix have names of their own, and one id.
    const key = `${job} ${step}`;
    const known = outputs.get(key) ?? { job: jobID, step, outputs: {} };
    outputs.set(key, known);
    known.outputs[name] = arg;
  }
  return {
    text: lines
      .filter(({ command = '' }) => !['summary', 'add-mask'].includes(command))
      .map(shown)
      .join('\n'),
    summary: lines.flatMap(({ command, content = '' }) => (command === 'summary' ? [content] : [])).join('\n'),
    failed: lines.flatMap(({ jobID = '', step = '', stepResult }) =>
      stepResult === 'failure' ? [{ job: jobID, step }] : [],
    ),
    jobs: Object.fromEntries(
      lines.flatMap(({ jobID = '', jobResult }) => (jobResult === undefined ? [] : [[jobID, jobResult]])),
    ),
    outputs: [...outputs.values()],
    masks: lines.flatMap(({ command, arg = '' }) => (command === 'add-mask' ? [arg] : [])),
  };
}

function shown({ job, msg = '' }: Line): string {
  return `${job === undefined ? '' : `[${job.trim()}] `}${msg.trimEnd()}`;
}

/** What act says before it has read its options, or when it gives up, is no JSON. */
function parseLine(text: string): Line {
  try {
    return JSON.parse(text) as Line;
  } catch {
    return { msg: text };
  }
}
