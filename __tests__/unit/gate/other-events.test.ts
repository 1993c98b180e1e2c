/** Events that nobody can open, and payloads that nobody has written down. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decideGate } from '../../../src/gate/decide-gate.ts';
import { anyText } from '../any-text.ts';
import { BY_DEFAULT, FORK, run, WIDEST } from './runs.ts';

/** docs.github.com, "Events that trigger workflows": all but the eight that can be opened. */
const OTHER_EVENTS = [
  'branch_protection_rule',
  'check_run',
  'check_suite',
  'create',
  'delete',
  'deployment',
  'deployment_status',
  'discussion',
  'discussion_comment',
  'fork',
  'gollum',
  'image_version',
  'issue_comment',
  'issues',
  'label',
  'milestone',
  'page_build',
  'public',
  'pull_request_comment',
  'pull_request_review',
  'pull_request_review_comment',
  'pull_request_target',
  'registry_package',
  'status',
  'watch',
  'workflow_call',
];
/** What is no event at all. */
const NO_EVENTS = [
  '',
  ' push',
  'push ',
  'PUSH',
  'Push',
  'push\n',
  'dynamic',
  'pushed',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
];
const REFS = ['refs/heads/main', 'refs/heads/feature', 'refs/tags/v1.2.3', 'refs/pull/1/merge', ''];

describe.each([
  ['by default', BY_DEFAULT],
  ['with everything open', WIDEST],
])('%s', (_name, policy) => {
  it.each([...OTHER_EVENTS, ...NO_EVENTS].flatMap((event) => REFS.map((ref) => [event, ref] as const)))(
    'the event "%s" on "%s" is closed',
    (event, ref) => {
      const verdict = decideGate(policy, run(event, { ref }));
      expect(verdict).toMatchObject({ kind: 'closed', reasons: [{ code: 'GATE_EVENT' }] });
    },
  );

  it('is not opened by a list that names what cannot be opened', () => {
    const events = [...policy.events, 'pull_request_target', '__proto__'] as typeof policy.events;
    for (const event of ['pull_request_target', '__proto__']) {
      expect(decideGate({ ...policy, events }, run(event)).kind).toBe('closed');
    }
  });
});

describe('a reason', () => {
  const verdict = decideGate(BY_DEFAULT, run('pull_request', { changes: { 'pull_request.head.repo.id': FORK } }));
  const reasons = verdict.kind === 'closed' ? verdict.reasons : [];

  it('begins with the event, as the first that is looked at', () => {
    expect(reasons.map(({ code }) => code)).toEqual(['GATE_EVENT', 'GATE_FORK', 'GATE_REF']);
  });

  it('says what the rule is, what was seen, and what would open the gate', () => {
    for (const { rule, seen, opens } of reasons)
      for (const text of [rule, seen, opens]) expect(text).toMatch(/\w+ .*\w+/);
    expect(reasons[1]?.seen).toContain(String(FORK));
    expect(reasons[2]?.seen).toContain('refs/heads/feature');
  });
});

describe('any payload', () => {
  const hostile = fc.constantFrom<unknown>(
    null,
    '',
    0,
    [],
    { toString: 1, valueOf: 1 },
    { id: 1296269 },
    'main',
    true,
    'success',
    JSON.parse('{"__proto__":{"id":1296269}}'),
  );
  const paths = [
    'deleted',
    'action',
    'release.draft',
    'release.tag_name',
    'merge_group.head_sha',
    'merge_group.base_ref',
    'sender',
    'pull_request.user',
    'pull_request.base',
    'workflow_run.actor',
    'workflow_run.event',
    'workflow_run.conclusion',
    'workflow_run.head_branch',
    'workflow_run.head_sha',
    'workflow_run.head_repository',
    'pull_request.head.ref',
    'pull_request.head.repo',
    'repository.default_branch',
    'repository',
  ];
  const events = fc.constantFrom(...WIDEST.events);

  it('gives a verdict, and never an exception: with one field that is not what it should be', () => {
    fc.assert(
      fc.property(
        events,
        fc.constantFrom(...paths),
        fc.oneof(hostile, fc.jsonValue({ maxDepth: 1 })),
        (event, path, value) => {
          const facts = run(event);
          const keys = path.split('.');
          const last = keys.pop() ?? '';
          const parent = keys.reduce<unknown>(
            (object, key) => (object as Record<string, unknown> | undefined)?.[key],
            facts.payload,
          );
          fc.pre(typeof parent === 'object' && parent !== null);
          (parent as Record<string, unknown>)[last] = value;
          const verdict = decideGate(WIDEST, facts);
          for (const { seen } of verdict.kind === 'closed' ? verdict.reasons : []) {
            if (typeof seen !== 'string') throw new Error('a reason that is no text');
          }
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('of no sense opens nothing that needs one', () => {
    const needy = fc.constantFrom('push', 'release', 'merge_group', 'workflow_run', 'pull_request');
    fc.assert(
      fc.property(needy, fc.oneof(fc.jsonValue(), fc.constant(undefined)), (event, payload) => {
        expect(decideGate(WIDEST, { ...run(event), payload }).kind).toBe('closed');
      }),
      { numRuns: 1000 },
    );
  });

  it('that opens the gate names a whole commit and a branch or tag', () => {
    const texts = fc.oneof(fc.constantFrom('refs/heads/main', 'refs/tags/v1', 'a'.repeat(40)), anyText);
    fc.assert(
      fc.property(fc.constantFrom('push', 'workflow_dispatch', 'schedule'), texts, texts, (event, ref, sha) => {
        const verdict = decideGate(WIDEST, run(event, { ref, sha }));
        if (verdict.kind !== 'open') return;
        expect(verdict.subject.commit).toMatch(/^[0-9a-f]{40}(?:[0-9a-f]{24})?$/);
        expect(verdict.subject.ref).toMatch(/^refs\/(?:heads|tags)\/./s);
      }),
      { numRuns: 600 },
    );
  });
});
