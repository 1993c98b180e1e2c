/** Rule 19: on what a deletion may run. */
import { expect, it } from '@jest/globals';
import { decideOwnGate } from '../../../src/gate/own-repository.ts';
import type { Facts } from '../../../src/run/facts.ts';
import { ON_GITHUB } from '../../doubles/on-github.ts';

const repository = { id: 1, default_branch: 'main', fork: false };
const scheduled: Facts = {
  ...ON_GITHUB,
  eventName: 'schedule',
  ref: 'refs/heads/main',
  sha: 'a'.repeat(40),
  repositoryId: '1',
  payload: { repository },
};
const policy = { events: ['schedule', 'workflow_dispatch'], branches: undefined } as const;

it.each<readonly [string, Partial<Facts>, string | undefined]>([
  ['a schedule', {}, undefined],
  ['a dispatch', { eventName: 'workflow_dispatch' }, undefined],
  ['a push, which is not listed', { eventName: 'push' }, 'GATE_EVENT'],
  ['a run after another', { eventName: 'workflow_run' }, 'GATE_EVENT'],
  ['a pull request', { eventName: 'pull_request' }, 'GATE_EVENT'],
  ['pull_request_target', { eventName: 'pull_request_target' }, 'GATE_EVENT'],
  ['another branch', { ref: 'refs/heads/feature' }, 'GATE_REF'],
  ['a git tag', { eventName: 'workflow_dispatch', ref: 'refs/tags/v1' }, 'GATE_REF'],
  ['a fork', { payload: { repository: { ...repository, fork: true } } }, 'GATE_FORK'],
  ['a payload without a repository', { payload: {} }, 'GATE_FORK'],
  [
    'a repository that says "false" as a word',
    { payload: { repository: { ...repository, fork: 'false' } } },
    'GATE_FORK',
  ],
])('%s', (_what, facts, code) => {
  const verdict = decideOwnGate(policy, { ...scheduled, ...facts });
  expect(verdict.kind === 'open' ? undefined : verdict.reasons[0].code).toBe(code);
});
