import { appendFileSync, readFileSync, statSync, truncateSync } from 'node:fs';
import * as core from '@actions/core';
import { Secret } from '../secret/secret.ts';
import { printable, printableLine } from '../text/printable.ts';
import { assertRunner } from './least-runner.ts';
import type { RunContext, Runner } from './runner.ts';

/**
 * githubRunner is the runner of GitHub Actions, spoken to by `@actions/core`. What that package does not do is done
 * here: text is made safe before it is printed, what was masked is remembered, and a file gets all of a text or none.
 */
export const githubRunner: Runner = {
  assertNewEnough: () => assertRunner(process.versions.node),
  input,
  givenInputs: () =>
    Object.keys(process.env).flatMap((name) =>
      name.startsWith(INPUT) ? [name.slice(INPUT.length).toLowerCase()] : [],
    ),
  secretInput: (name) => new Secret(input(name)),
  context,
  now: () => Date.now(),
  mask: (text) => {
    masked.add(text);
    core.setSecret(text);
  },
  redacted: (text) => {
    const longestFirst = [...masked].sort((one, other) => other.length - one.length);
    return longestFirst.reduce((clean, secret) => clean.replaceAll(secret, '***'), text);
  },

  info: (text) => core.info(printable(text)),
  debug: (text) => core.debug(printable(text)),
  notice: (title, text) => core.notice(printable(text), { title: printableLine(title) }),
  warning: (title, text) => core.warning(printable(text), { title: printableLine(title) }),
  error: (title, text) => core.error(printable(text), { title: printableLine(title) }),
  group: (name, work) => core.group(printableLine(name), work),

  setOutputs: (values) =>
    wholly('GITHUB_OUTPUT', () => {
      for (const [name, value] of Object.entries(values)) core.setOutput(name, value);
    }),
  // The package knows nothing of this file yet.
  declareImage: (image) => wholly('GITHUB_ARTIFACTS', (path) => appendFileSync(path, `oci://${image}\n`)),
  summary: writeSummary,
  saveState: (name, value) => wholly('GITHUB_STATE', () => core.saveState(name, value)),
  state: core.getState,
};

/** How the names of variables begin that are inputs. */
const INPUT = 'INPUT_';

/** What was masked in this process. */
const masked = new Set<string>();

/** Nothing is trimmed: `getInput` would take a byte order mark and other white space that a git ref may have. */
function input(name: string): string {
  return core.getInput(name, { trimWhitespace: false });
}

async function writeSummary(markdown: string): Promise<void> {
  if (!process.env.GITHUB_STEP_SUMMARY) return;
  const takeBack = rememberLength(process.env.GITHUB_STEP_SUMMARY);
  try {
    await core.summary.addRaw(markdown).write();
  } catch (error) {
    core.summary.emptyBuffer();
    takeBack();
    throw error;
  }
}

/** wholly writes to a file of the runner, all or nothing. Outside a runner (a run by hand) there are no such files. */
function wholly(variable: string, write: (path: string) => void): void {
  const path = process.env[variable];
  if (!path) return;
  const takeBack = rememberLength(path);
  try {
    write(path);
  } catch (error) {
    takeBack();
    throw error;
  }
}

/**
 * A disk that fills half-way leaves the beginning of a text in the file, and the runner would take that for all of it:
 * what this returns takes it back.
 */
function rememberLength(path: string): () => void {
  const before = statSync(path, { throwIfNoEntry: false })?.size;
  return () => {
    if (before !== undefined) truncateSync(path, before);
  };
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
