import { expect } from '@jest/globals';
import type { Step } from '../doubles/runner.ts';
import { readLog } from '../doubles/runner-log.ts';

/** The commands that the action itself gives. */
const OURS = ['add-mask', 'debug', 'endgroup', 'error', 'group', 'notice'];

/**
 * expectHarmless: although a text tried every way to say HOSTILE, there is no command but ours in the log, nothing that
 * steers a terminal, and the summary is in one piece.
 */
export function expectHarmless({ log, outputs, summary }: Step): void {
  const commands = readLog(log).commands;
  expect(commands.filter(({ name }) => !OURS.includes(name))).toEqual([]);
  const quoting = commands.filter(({ name, data, properties }) => {
    const isForText = name === 'error' || name === 'notice' || name === 'debug';
    return /HOSTILE/i.test(isForText ? Object.values(properties).join() : data);
  });
  expect(quoting).toEqual([]);
  expect(commands.filter(({ name }) => name === 'error').length).toBeLessThanOrEqual(1);
  expect(`${log}${summary}`).not.toMatch(/(?![\t\n])[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
  expect(JSON.stringify(Object.entries(outputs).filter(([name]) => name !== 'results'))).not.toMatch(/HOSTILE/i);
  expect(summary).not.toMatch(/<img|<script|\]\(https|@HOSTILE|`+HOSTILE|\n#+ HOSTILE/i);
  expect(tablesOf(summary).every(({ cells, columns }) => cells === columns)).toBe(true);
}

/** The cells of each row of a table, with the columns of the row above it. */
function tablesOf(summary: string): readonly { cells: number; columns: number }[] {
  const rows = summary.split('\n').map((line) => (line.startsWith('|') ? line.split('|').length : 0));
  return rows.flatMap((cells, at) =>
    cells > 0 && (rows[at - 1] ?? 0) > 0 ? [{ cells, columns: rows[at - 1] ?? 0 }] : [],
  );
}
