/** What docs/troubleshooting.md quotes is what this action says, and what it makes of the words of others. */
import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { engineFailure } from '../src/docker/cli-failures.ts';
import type { ActionError } from '../src/errors.ts';
import { KNOWN_ANSWERS } from '../src/image/known-answers.ts';
import { loginRefusal, refusal } from '../src/registry/answers.ts';

const root = resolve(import.meta.dirname, '..');
const read = (path: string) => readFileSync(resolve(root, path), 'utf8');
const codeSpans = (text: string) => [...text.matchAll(/`([^`]+)`/g)].map(([, span = '']) => span);

/** What others say, in a table: who, and in which words. */
type Quote = { readonly of: string; readonly words: string };
type Entry = { readonly code: string; readonly messages: readonly string[]; readonly quotes: readonly Quote[] };

/** The entries of the page: our own messages, which each begins with, and the words of others. */
const entries: readonly Entry[] = read('docs/troubleshooting.md')
  .split(/^### /m)
  .slice(1)
  .map((text) => {
    const [code = '', ...lines] = text.split('\n');
    const head = lines.findIndex((line) => line.includes(' | It says | '));
    const rows = head < 0 ? [] : lines.slice(head + 2).filter((line) => line.startsWith('| '));
    return {
      code,
      messages: lines.filter((line) => line.startsWith('> ')).flatMap(codeSpans),
      quotes: rows.flatMap(quotesIn),
    };
  });

/** Links, and what stands in brackets, are words of the page. */
function quotesIn(row: string): readonly Quote[] {
  const [of = '', says = ''] = row.replaceAll(/\[[^\]]*\]\([^)]*\)|\(`[^`]*`[^)]*\)/g, '').split(' | ');
  return codeSpans(says).map((words) => ({ of, words }));
}

/** The sources with `…` for each part of a message that is put in, from the innermost outwards. */
const sources: readonly string[] = globSync('src/**/*.ts', { cwd: root }).map((file) => {
  let text = read(file).replaceAll("\\'", "'");
  for (let before = ''; before !== text; ) {
    before = text;
    text = text.replaceAll(/\$\{[^{}]*\}/g, '…');
  }
  return text;
});

/** What an answer may be the answer to; what is said of one of them is said in the cell. */
const QUESTIONS = [undefined, 'upload', 'index', 'attestation', 'docker-manifest'] as const;

/** What this action makes of words, whatever they answer. */
function allMadeOf(words: string, code: string): readonly ActionError[] {
  return QUESTIONS.map((to) => madeOf(words, code, to));
}

/** What this action makes of words: those of a registry begin with the status, the others are docker's. */
function madeOf(words: string, code: string, to: (typeof QUESTIONS)[number]): ActionError {
  const isLogin = code === 'LOGIN_FAILED';
  const [, status, name, message] = /^(\d{3})(?: ([A-Z_]+) (.+))?$/.exec(words) ?? [];
  if (status === undefined) {
    const ended = { exitCode: 1, stdout: '', stderr: words };
    return engineFailure('docker', ended, isLogin ? 'LOGIN_FAILED' : 'PUSH_FAILED', 'hint');
  }
  const body = name === undefined ? '' : JSON.stringify({ errors: [{ code: name, message }] });
  const answer = { status: Number(status), headers: {}, body: Buffer.from(body) };
  const asked =
    to === 'upload'
      ? { method: 'POST', url: new URL('https://registry.example/v2/app/blobs/uploads/') }
      : { method: 'PUT', url: new URL('https://registry.example/v2/app/manifests/1'), puts: to };
  return (isLogin ? loginRefusal : refusal)(asked, answer);
}

/** What becomes of everything that others say, with the hint that the user is given. */
const made = entries.flatMap(({ code, quotes }) =>
  quotes.flatMap(({ of, words }) =>
    allMadeOf(words, code).map((error) => ({ of, hint: error.hint, code: error.code, wanted: code })),
  ),
);

describe.each(entries)('the entry $code', ({ code, messages, quotes }) => {
  it('begins with messages, and each of them is in a source that can fail with this code', () => {
    expect(messages.length).toBeGreaterThan(0);
    // What registries are known to say has its code in a table of its own.
    const own = sources.filter((source) => new RegExp(`\\b${code}\\b|\\bknownAnswer\\(`).test(source));
    expect(messages.filter((message) => !own.some((source) => source.includes(message)))).toEqual([]);
  });

  it('quotes others as they are understood', () => {
    const isUnderstood = ({ words }: Quote) => allMadeOf(words, code).some((error) => error.code === code);
    expect(quotes.filter((quote) => !isUnderstood(quote))).toEqual([]);
  });
});

it('has every answer that registries are known to give', () => {
  const given = new Set(made.map(({ hint }) => hint));
  expect(KNOWN_ANSWERS.filter(({ hint }) => !given.has(hint)).map(({ says }) => says)).toEqual([]);
});

it.each(['Amazon', 'Google', 'Harbor', 'Azure', 'Nexus', 'Artifactory', 'Docker Hub', 'GHCR', 'GitLab'])(
  'has the words of %s wherever the hint for it is given',
  (make) => {
    const given = made.filter(({ hint, code, wanted }) => hint.startsWith(make) && code === wanted);
    expect(given.length).toBeGreaterThan(0);
    expect(given.filter(({ of }) => !of.includes(make))).toEqual([]);
  },
);
