import { readFileSync } from 'node:fs';
import { expect } from '@jest/globals';
import { parseDeployed } from '../../../src/prune/deployed.ts';
import type { Runner } from '../../doubles/runner.ts';

/** The lines that a script of examples/prune.yml has written; each is one that prune/ takes. */
export function deployed(job: Runner): readonly string[] {
  const lines = readFileSync(job.path('workspace', 'deployed.txt'), 'utf8').trim().split('\n');
  for (const line of lines) expect([line, parseDeployed(line)]).not.toEqual([line, undefined]);
  return lines;
}
