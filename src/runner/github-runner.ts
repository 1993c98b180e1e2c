import { appendFileSync, readFileSync, statSync, truncateSync } from 'node:fs';
import * as core from '@actions/core';
import type { Facts } from '../run/facts.ts';
import { originOf } from '../run/origin.ts';
import { pagesOf } from '../run/pages.ts';
import { readFacts } from '../run/read-facts.ts';
import { serverOf } from '../run/server.ts';
import { isWithheld, redacted, remember, rememberSecret } from '../secret/masked.ts';
import { linesToMask } from '../secret/runner-masks.ts';
import { Secret } from '../secret/secret.ts';
import { printable, printableLine, shortened } from '../text/printable.ts';
import { assertRunner } from './least-runner.ts';
import type { Runner } from './runner.ts';

/**
 * githubRunner is the runner of GitHub Actions, through `@actions/core`. It adds what that package does not do: text is
 * made safe before it is printed, masked text is remembered, and a file gets a whole text or nothing.
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
  origin: () => originOf(process.env),
  pages: () => pagesOf(process.env, serverOf(process.env)),
  publicAccounts: () => {
    const { GITHUB_ACTOR, GITHUB_TRIGGERING_ACTOR, GITHUB_REPOSITORY_OWNER } = process.env;
    return [GITHUB_ACTOR, GITHUB_TRIGGERING_ACTOR, GITHUB_REPOSITORY_OWNER].filter((name) => name !== undefined);
  },
  now: () => Date.now(),
  mask: (text) => {
    remember(text);
    for (const line of linesToMask(text)) core.setSecret(line);
  },
  redacted,
  noteSecret: rememberSecret,
  withholds: isWithheld,

  info: (text) => core.info(safe(text)),
  debug: (text) => core.debug(safe(text)),
  notice: (title, text) => core.notice(safe(text), { title: safeLine(title) }),
  warning: (title, text) => core.warning(safe(text), { title: safeLine(title) }),
  error: (title, text) => core.error(safe(text), { title: safeLine(title) }),
  group: (name, work) => core.group(safeLine(name), work),

  setOutputs: (values) =>
    wholly('GITHUB_OUTPUT', () => {
      for (const [name, value] of Object.entries(values)) core.setOutput(name, value);
    }),
  // The package does not know this file yet.
  declareImage: (image) => wholly('GITHUB_ARTIFACTS', (path) => appendFileSync(path, `oci://${image}\n`)),
  summary: writeSummary,
  saveState: (name, value) => wholly('GITHUB_STATE', () => core.saveState(name, value)),
  state: core.getState,
};

/** The prefix of variables that are inputs. */
const INPUT = 'INPUT_';

/**
 * Text for the log. It is masked first: nobody would recognise a secret that is cut, or whose characters are changed.
 */
const safe = (text: string): string => printable(shortened(redacted(text)));
const safeLine = (text: string): string => printableLine(shortened(redacted(text)));

/** Nothing is trimmed: `getInput` would remove a byte order mark and other white space that a git ref may have. */
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

/**
 * wholly writes to a file of the runner, all or nothing. Outside a runner (a run by hand), these files do not exist.
 */
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
 * If the disk becomes full, the file has the beginning of a text, and the runner would take it for the whole text. The
 * returned function removes it.
 */
function rememberLength(path: string): () => void {
  const before = statSync(path, { throwIfNoEntry: false })?.size;
  return () => {
    if (before !== undefined) truncateSync(path, before);
  };
}

function context(): Facts {
  return readFacts({ environment: process.env, payload: readPayload(process.env.GITHUB_EVENT_PATH) });
}

/** A payload that cannot be read is undefined: the gate closes with a reason, so nothing is thrown here. */
function readPayload(path: string | undefined): unknown {
  try {
    return path ? JSON.parse(readFileSync(path, 'utf8')) : undefined;
  } catch {
    return undefined;
  }
}
