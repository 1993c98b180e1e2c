import { readFileSync } from 'node:fs';
import * as core from '@actions/core';
import { Secret } from '../secret.ts';
import { printable, printableLine } from '../text.ts';
import type { RunContext, Runner } from './runner.ts';

/** githubRunner is the runner of GitHub Actions: environment variables, command files, and commands on stdout. */
export const githubRunner: Runner = {
  // Trimming is ours: the toolkit's also strips marks that are valid in a git ref.
  input: (name) => core.getInput(name, { trimWhitespace: false }),
  secretInput: (name) => new Secret(core.getInput(name, { trimWhitespace: false })),
  context,
  mask: (text) => core.setSecret(text),

  info: (text) => core.info(printable(text)),
  debug: (text) => core.debug(printable(text)),
  notice: (title, text) => core.notice(printable(text), { title: printableLine(title) }),
  warning: (title, text) => core.warning(printable(text), { title: printableLine(title) }),
  error: (title, text) => core.error(printable(text), { title: printableLine(title) }),
  group: (name, work) => core.group(printableLine(name), work),

  output: (name, value) => core.setOutput(name, value),
  // A job without a summary file (an old runner, a local run) is no reason to fail a push that went well.
  summary: async (markdown) => {
    if (process.env.GITHUB_STEP_SUMMARY) await core.summary.addRaw(markdown, true).write();
  },
  saveState: (name, value) => core.saveState(name, value),
  state: (name) => core.getState(name),
};

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
