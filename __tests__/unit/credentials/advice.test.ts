import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { advise, type Observed } from '../../../src/credentials/advice.ts';
import { judgeCredentials } from '../../../src/credentials/judge-credentials.ts';
import type { Kind } from '../../../src/credentials/kinds.ts';

const NOW = Date.UTC(2026, 10, 20);
const DAY = 86_400_000;
const PATH = 'team/app';
const here = (...actions: readonly string[]) => ({ type: 'repository', name: PATH, actions });
const at = (more: Partial<Observed> = {}): Observed => ({
  form: { kind: 'service', what: 'a robot' },
  path: PATH,
  grants: undefined,
  created: undefined,
  maxAge: 90,
  now: NOW,
  ...more,
});
const says = (observed: Observed) => advise(observed).findings.map((finding) => finding.says);

describe('advice', () => {
  it.each<[name: string, observed: Observed, said: RegExp]>([
    ['a personal token', at({ form: { kind: 'personal', what: 'a personal token' } }), /personal token\. It can do/],
    ['a password', at({ form: { kind: 'password', what: 'the password' } }), /whole account/],
    ['an admin account', at({ form: { kind: 'admin', what: 'the admin account' } }), /whole registry/],
    ['a key to a cloud', at({ form: { kind: 'cloud-key', what: 'the key' } }), /cloud account/],
    ['the right to delete', at({ grants: [here('pull', 'push', 'delete')] }), /more here than publish: delete/],
    ['every right', at({ grants: [here('*')] }), /everything, including administration/],
    ['its age', at({ created: NOW - 91 * DAY }), /91 days old; the limit is 90/],
    ['its age, by itself', at({ form: { kind: 'unknown', what: '', issuedAt: NOW - 400 * DAY } }), /400 days old/],
    [
      'its end being near',
      at({ form: { kind: 'unknown', what: '', expiresAt: NOW + 13 * DAY } }),
      /expires on 2026-12-03/,
    ],
    ['its end being past', at({ form: { kind: 'short-lived', what: '', expiresAt: NOW } }), /expired on 2026-11-20/],
    [
      'its end being far',
      at({ form: { kind: 'unknown', what: '', issuedAt: NOW, expiresAt: NOW + 365 * DAY } }),
      /is valid for 365 days; the limit is 90/,
    ],
  ])('is against %s, with a remedy', (_name, observed, said) => {
    expect(says(observed)).toEqual([expect.stringMatching(said)]);
    for (const { remedy } of advise(observed).findings) expect(remedy).toMatch(/^[A-Z].+\.$/);
  });

  it.each<[name: string, observed: Observed]>([
    ['a robot', at()],
    ['a token of the job', at({ form: { kind: 'job', what: 'a token of the job' } })],
    ['what nothing is known of', at({ form: { kind: 'unknown', what: 'of an unknown kind' } })],
    ['what may do what is needed', at({ grants: [here('pull', 'push')] })],
    ['what may also read', at({ grants: [here('pull', 'push', 'scanner-pull', 'metadata_read')] })],
    ['what may do nothing', at({ grants: [] })],
    ['what is just young enough', at({ created: NOW - 90 * DAY })],
    ['what ends in a while', at({ form: { kind: 'unknown', what: '', expiresAt: NOW + 15 * DAY } })],
    [
      'what ends within the hour, as it always does',
      at({ form: { kind: 'short-lived', what: '', expiresAt: NOW + 1 } }),
    ],
  ])('is not against %s', (_name, observed) => {
    expect(says(observed)).toEqual([]);
  });

  it.each<[name: string, observed: Observed, told: { readonly width?: RegExp; readonly ends?: RegExp }]>([
    ['a width that nobody tells', at(), { width: /^unknown/ }],
    ['a width that leaves this repository out', at({ grants: [] }), { width: /^unknown/ }],
    ['a width', at({ grants: [here('pull', 'push')] }), { width: /^pull, push here; other places were not checked$/ }],
    [
      'a width elsewhere',
      at({ grants: [here('pull'), { type: 'repository', name: 'team/other', actions: ['push'] }] }),
      { width: /permissions at 1 other/ },
    ],
    ['an end that nobody tells', at(), { ends: /^unknown$/ }],
    ['a beginning', at({ created: NOW }), { ends: /^unknown; created on 2026-11-20$/ }],
    ['an end', at({ form: { kind: 'unknown', what: '', expiresAt: NOW + DAY } }), { ends: /^2026-11-21$/ }],
    ['the end of a job', at({ form: { kind: 'job', what: '' } }), { ends: /end of the job/ }],
  ])('says %s as it is', (_name, observed, { width = /./, ends = /./ }) => {
    expect(advise(observed)).toMatchObject({
      width: expect.stringMatching(width),
      ends: expect.stringMatching(ends),
    });
  });

  it('never calls fine what it does not know: less knowledge gives no better words', () => {
    const kinds = fc.constantFrom<Kind>('personal', 'password', 'admin', 'cloud-key', 'service', 'job', 'unknown');
    const grants = fc.option(fc.array(fc.constantFrom('pull', 'push', 'delete', '*')), { nil: undefined });
    fc.assert(
      fc.property(kinds, grants, (kind, actions) => {
        const form = { kind, what: 'x' };
        const known = advise(at({ form, grants: actions && [here(...actions)] }));
        const unknown = advise(at({ form }));
        expect(unknown.width).toMatch(/^unknown/);
        expect(known.findings.length).toBeGreaterThanOrEqual(unknown.findings.length);
      }),
    );
  });
});

describe('a strict policy', () => {
  const repository = { registry: 'ghcr.io', path: PATH };
  const use = (observed: Observed) => ({
    repository,
    whose: 'as ci',
    username: 'ci',
    given: 'a token',
    advice: advise(observed),
  });
  const personal = use(at({ form: { kind: 'personal', what: 'a personal token' } }));

  it('closes the gate by what was found, with what would open it', () => {
    expect(judgeCredentials([use(at()), personal], 'strict')).toEqual([
      { rule: expect.stringContaining('ghcr.io/team/app'), seen: expect.stringContaining('a robot') },
      {
        code: 'GATE_CREDENTIAL',
        rule: expect.any(String),
        seen: expect.stringContaining('a personal token'),
        opens: expect.stringContaining('robot'),
      },
    ]);
  });

  it.each(['warn', 'off'] as const)('is another than %s', (policy) => {
    expect(judgeCredentials([personal], policy)).toEqual([]);
  });
});
