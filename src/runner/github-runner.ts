import { appendFileSync, readFileSync, statSync, truncateSync } from 'node:fs';
import { Secret } from '../secret/secret.ts';
import { printable, printableLine } from '../text/printable.ts';
import { fileCommand, workflowCommand } from './commands.ts';
import { assertRunner } from './least-runner.ts';
import type { RunContext, Runner } from './runner.ts';

/**
 * githubRunner is the runner of GitHub Actions: environment variables, command files, and commands on stdout. It is
 * written here rather than taken from `@actions/core`, which loads an HTTP client of a megabyte beside our secrets
 * and takes longer to start than everything else together.
 */
export const githubRunner: Runner = {
  assertNewEnough: () => assertRunner(process.versions.node),
  input,
  secretInput: (name) => new Secret(input(name)),
  context,
  now: () => Date.now(),
  mask: (text) => {
    masked.add(text);
    command('add-mask', text);
  },
  redacted: (text) => {
    const longestFirst = [...masked].sort((one, other) => other.length - one.length);
    return longestFirst.reduce((clean, secret) => clean.replaceAll(secret, '***'), text);
  },

  info: (text) => print(`${printable(text)}\n`),
  debug: (text) => command('debug', printable(text)),
  notice: (title, text) => annotate('notice', title, text),
  warning: (title, text) => annotate('warning', title, text),
  error: (title, text) => annotate('error', title, text),
  group: async (name, work) => {
    command('group', printableLine(name));
    try {
      return await work();
    } finally {
      command('endgroup', '');
    }
  },

  setOutputs: (values) => {
    const entries = Object.entries(values).map(([name, value]) => fileCommand(name, value));
    append(process.env.GITHUB_OUTPUT, entries.join(''));
  },
  declareImage: (image) => append(process.env.GITHUB_ARTIFACTS, `oci://${image}\n`),
  summary: (markdown) => append(process.env.GITHUB_STEP_SUMMARY, markdown),
  saveState: (name, value) => append(process.env.GITHUB_STATE, fileCommand(name, value)),
  state: (name) => process.env[`STATE_${name}`] ?? '',
};

/** What was masked in this process. */
const masked = new Set<string>();

/** The runner upper-cases the name and turns blanks into underscores; hyphens stay. Nothing is trimmed here. */
function input(name: string): string {
  return process.env[`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`] ?? '';
}

function annotate(kind: 'notice' | 'warning' | 'error', title: string, text: string): void {
  print(workflowCommand(kind, printable(text), { title: printableLine(title) }));
}

function command(name: string, data: string): void {
  print(workflowCommand(name, data));
}

function print(text: string): void {
  process.stdout.write(text);
}

/**
 * Outside a runner (a run by hand) there are no command files, and nobody to read them. A disk that fills half-way
 * leaves the beginning of the text in the file, and the runner would take that for all of it: it is taken back.
 */
function append(path: string | undefined, text: string): void {
  if (!path) return;
  const before = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  try {
    appendFileSync(path, text);
  } catch (error) {
    truncateSync(path, before);
    throw error;
  }
}

function context(): RunContext {
  const { GITHUB_EVENT_NAME, GITHUB_REF, GITHUB_SHA, GITHUB_REPOSITORY_ID, GITHUB_EVENT_PATH } = process.env;
  return {
    eventName: GITHUB_EVENT_NAME ?? '',
    ref: GITHUB_REF ?? '',
    sha: GITHUB_SHA ?? '',
    repositoryId: GITHUB_REPOSITORY_ID ?? '',
    payload: readPayload(GITHUB_EVENT_PATH),
  };
}

/** A payload that cannot be read is undefined: the gate closes on it, with a reason, so nothing is thrown here. */
function readPayload(path: string | undefined): unknown {
  try {
    return path ? JSON.parse(readFileSync(path, 'utf8')) : undefined;
  } catch {
    return undefined;
  }
}
