import { existsSync, readdirSync } from 'node:fs';
import { expect } from '@jest/globals';
import { sightingsOf } from '../doubles/canary.ts';
import type { Step } from '../doubles/runner.ts';
import { type Command, readLog } from '../doubles/runner-log.ts';
import { filesIn, type Stage } from './stage.ts';
import { readable } from './summary.ts';

/** What of an image is told of may only be there once the image was verified. */
const VERIFIED_OUTPUTS = ['digest', 'image', 'image-id', 'tags', 'media-type', 'platforms', 'verification'];

/** What happened, which may end in the words of an engine or a registry; on a line of its own what to do; and where to read more. */
const SENTENCE_AND_REMEDY =
  /^\S.{15,}\n[A-Z][^\n]{15,}\.\nMore: (?<more>https:\/\/\S+\/docs\/troubleshooting\.md#(?<entry>\w+))$/s;

/** expectFailed: a red step with one annotation under this code, a remedy in it, and no digest handed out. */
export function expectFailed(step: Step, code: string): string {
  const errors = annotationsOf(step, 'error');
  expect({ exitCode: step.exitCode, codes: errors.map(({ properties }) => properties.title) }).toEqual({
    exitCode: 1,
    codes: [code],
  });
  const text = errors[0]?.data ?? '';
  expect(text).toMatch(SENTENCE_AND_REMEDY);
  expect(SENTENCE_AND_REMEDY.exec(text)?.groups?.entry).toBe(code.toLowerCase());
  expect(step.outputs).toMatchObject({ pushed: 'false', reason: code });
  expect(Object.keys(step.outputs).filter((name) => VERIFIED_OUTPUTS.includes(name))).toEqual([]);
  expect(JSON.parse(step.outputs.results ?? '')).toMatchObject({ error: { code } });
  expect(readable(step)).toContain(code);
  return text;
}

/** How the step ends by default: red for evidence that is missing or bad, green where a run is not meant to publish. */
export function exitCodeOf(reason: string): number {
  return /^GATE_(?:SERVER|NEEDS|CHECKS|SCAN|REVISION|CREDENTIAL)$/.test(reason) ? 1 : 0;
}

/** expectNothingLeft: no file of ours in the runner's temporary folder, none at all in the user's home. */
export function expectNothingLeft({ runner, canary }: Stage): void {
  expect(runner.leftInTemp()).toEqual([]);
  expect(readdirSync(runner.path('home'))).toEqual([]);
  expect(filesWith(runner.folder, canary)).toEqual([]);
}

/** filesWith lists the files below a folder that hold a canary in any form; the runner's own are not looked at. */
export function filesWith(folder: string, canary: Stage['canary']): readonly string[] {
  if (!existsSync(folder)) return [];
  const files = [...filesIn(folder)];
  return files.filter(([, bytes]) => sightingsOf(canary, bytes).length > 0).map(([name]) => name);
}

export function annotationsOf({ log }: Step, kind: 'error' | 'warning' | 'notice'): readonly Command[] {
  return readLog(log).commands.filter(({ name }) => name === kind);
}
