/** The table of issue 4: event × repository × kind of ref, each with the verdict that is written down for it. */
import { describe, expect, it } from '@jest/globals';
import { decideGate, type Policy } from '../../src/gate/decide-gate.ts';
import { endingOf, WHEN_CLOSED, type WhenClosed } from '../../src/gate/verdict.ts';
import { factsOf, HEAD, OTHER_EVENTS, REF_KINDS, RELATIONS, type RefKind, type Relation } from './event-facts.ts';
import { BY_DEFAULT, EVERYTHING, LISTED, SPEAKS_FOR, UNKNOWN_EVENTS } from './event-grids.ts';
import { inputsOf } from './gate-inputs.ts';

type Combination = {
  readonly event: string;
  readonly relation: Relation;
  readonly kind: RefKind;
  readonly expected: string;
};

/** read takes a grid apart; a grid that lacks a row, a column or a cell is an error of the test. */
function read(event: string, grid: string): readonly Combination[] {
  const [header = [], ...rows] = grid
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/));
  if (String(header) !== String(RELATIONS)) throw new Error(`${event}: the columns are ${header}`);
  if (String(rows.map(([kind]) => kind)) !== String(REF_KINDS)) throw new Error(`${event}: rows are missing`);
  return rows.flatMap(([kind, ...cells]) =>
    RELATIONS.map((relation, at) => ({ event, relation, kind: kind as RefKind, expected: cells[at] ?? 'nothing' })),
  );
}

const LETTERS: Readonly<Record<string, string>> = {
  GATE_EVENT: 'E',
  GATE_FORK: 'F',
  GATE_REF: 'R',
  GATE_NEEDS: 'N',
};

function verdictOf(policy: Policy, { event, relation, kind }: Omit<Combination, 'expected'>): string {
  const verdict = decideGate(policy, factsOf(event, relation, kind));
  if (verdict.kind !== 'closed') return verdict.kind;
  return verdict.reasons
    .map(({ code }) => LETTERS[code] ?? code)
    .sort()
    .join('');
}

const byDefault = inputsOf({});
const listed = inputsOf({
  events: 'push, release, workflow_dispatch, schedule, merge_group, repository_dispatch, workflow_run, pull_request',
  branches: 'main, release/**',
});
const everything = inputsOf({
  events: 'push, release, workflow_dispatch, schedule, merge_group, repository_dispatch, workflow_run, pull_request',
  branches: '**',
  'git-tags': '**',
});

const POLICIES = [
  ['by default', byDefault, BY_DEFAULT],
  ['with events and branches listed', listed, LISTED],
  ['with everything open that can be opened', everything, EVERYTHING],
] as const;

/** How a step ends, in the colour that people see. */
type Colour = 'green' | 'red' | 'green with a warning';
const COLOURS = { skipped: 'green', failed: 'red', 'let-pass': 'green with a warning' } as const;

/** The colour by the cell of the grid alone: a run that is not meant to publish is green, whatever its evidence is. */
function colourOf(cell: string, whenClosed: WhenClosed): Colour {
  if (whenClosed === 'skip-all') return 'green with a warning';
  const isMeant = cell === 'open' || cell === 'presumed';
  return isMeant || whenClosed === 'fail' ? 'red' : 'green';
}

describe.each(POLICIES)('%s', (_name, policy, grids) => {
  const combinations = Object.entries(grids).flatMap(([event, grid]) => read(event, grid));

  it('has a cell for every combination', () => {
    expect(combinations).toHaveLength(8 * REF_KINDS.length * RELATIONS.length);
  });

  it.each(combinations)('$event of $relation on $kind: $expected', (combination) => {
    expect(verdictOf(policy, combination)).toBe(combination.expected);
  });

  it('speaks for the commit and the ref that the event is about, wherever it is open', () => {
    const open = combinations.filter(({ expected }) => expected === 'open' || expected === 'presumed');
    for (const { event, relation, kind, expected } of open) {
      const subject = { commit: HEAD, ref: SPEAKS_FOR[event]?.[kind] };
      expect([event, kind, decideGate(policy, factsOf(event, relation, kind))]).toMatchObject([
        event,
        kind,
        { kind: expected, event, subject },
      ]);
    }
  });

  it('has one more reason when a job it needs has failed, whatever else there is', () => {
    const failed = { ...policy, needs: { test: 'failure' } };
    for (const combination of combinations) {
      const { expected } = combination;
      const more = [...(/[a-z]/.test(expected) ? '' : expected), 'N'].sort().join('');
      expect([combination, verdictOf(failed, combination)]).toEqual([combination, more]);
    }
  });

  it('is red where it is meant to publish and may not, and green where it is not', () => {
    const failed = { ...policy, needs: { test: 'failure' } };
    for (const asked of [policy, failed]) {
      for (const { event, relation, kind, expected } of combinations) {
        const verdict = decideGate(asked, factsOf(event, relation, kind));
        if (verdict.kind !== 'closed') continue;
        const colours = WHEN_CLOSED.map((whenClosed) => COLOURS[endingOf(verdict, whenClosed)]);
        const others = WHEN_CLOSED.map((whenClosed) => colourOf(expected, whenClosed));
        expect([event, relation, kind, colours]).toEqual([event, relation, kind, others]);
      }
    }
  });
});

describe.each([
  ['by default', byDefault],
  ['with everything open that can be opened', everything],
])('%s an event that can never publish', (_name, policy) => {
  const closed = [...OTHER_EVENTS, ...UNKNOWN_EVENTS];

  it.each(closed)('"%s" is closed, whatever it is about and from wherever it comes', (event) => {
    for (const relation of RELATIONS)
      for (const kind of REF_KINDS)
        expect([relation, kind, verdictOf(policy, { event, relation, kind })]).toEqual([relation, kind, 'E']);
  });

  it.each(OTHER_EVENTS)('"%s" is documented, and told apart from one that nobody knows', (event) => {
    const verdict = decideGate(policy, factsOf(event, 'own', 'default'));
    expect(verdict).toMatchObject({ kind: 'closed', reasons: [{ rule: expect.not.stringContaining('not an event') }] });
  });

  it.each(UNKNOWN_EVENTS)('"%s" is said not to be known', (event) => {
    const verdict = decideGate(policy, factsOf(event, 'own', 'default'));
    expect(verdict).toMatchObject({ kind: 'closed', reasons: [{ rule: expect.stringContaining('not an event') }] });
  });
});

describe('the table', () => {
  it('is as long as was asked for', () => {
    const cells = POLICIES.flatMap(([, , grids]) =>
      Object.entries(grids).flatMap(([event, grid]) => read(event, grid)),
    );
    const others = (OTHER_EVENTS.length + UNKNOWN_EVENTS.length) * RELATIONS.length * REF_KINDS.length;
    // Each of these is written down by itself, and each of the others is closed.
    expect(cells.length).toBeGreaterThanOrEqual(864);
    expect(cells.length + others).toBeGreaterThanOrEqual(2700);
  });

  it('has every documented event, each once', () => {
    // docs.github.com, "Events that trigger workflows", and `dynamic`, which GitHub starts by itself.
    const documented = `branch_protection_rule check_run check_suite create delete deployment deployment_status discussion
      discussion_comment fork gollum image_version issue_comment issues label merge_group milestone page_build public
      pull_request pull_request_comment pull_request_review pull_request_review_comment pull_request_target push
      registry_package release repository_dispatch schedule status watch workflow_call workflow_dispatch workflow_run`;
    const known = [...OTHER_EVENTS, ...Object.keys(LISTED)].filter((event) => event !== 'dynamic');
    expect(known.sort()).toEqual(documented.split(/\s+/).sort());
  });
});

describe('a release', () => {
  const release = (action: unknown, changes: object = {}) => {
    const facts = factsOf('release', 'own', 'tag');
    const { release: before } = facts.payload as { readonly release: object };
    const payload = { ...(facts.payload as object), action, release: { ...before, ...changes } };
    return decideGate(byDefault, { ...facts, payload });
  };

  it.each(['published', 'released'])('that is %s opens the gate', (action) => {
    expect(release(action)).toMatchObject({ kind: 'open', subject: { commit: HEAD, ref: 'refs/tags/v1.2.3' } });
  });

  it.each(['prereleased', 'created', 'edited', 'unpublished', 'deleted', 'Released', '', null, undefined])(
    'of which it is said that it is %j does not',
    (action) => {
      expect(release(action)).toMatchObject({ kind: 'closed', reasons: [{ code: 'GATE_EVENT' }] });
    },
  );

  it('that is a draft does not, whatever else is said', () => {
    for (const action of ['published', 'released']) expect(release(action, { draft: true }).kind).toBe('closed');
  });
});

/** A run that follows another: what the other run was decides. */
describe('workflow_run, with every branch listed', () => {
  const follow = (changes: object, relation: Relation = 'own') => {
    const facts = factsOf('workflow_run', relation, 'default');
    const { workflow_run: run } = facts.payload as { workflow_run: object };
    const verdict = decideGate(everything, {
      ...facts,
      payload: { ...(facts.payload as object), workflow_run: { ...run, ...changes } },
    });
    return verdict.kind === 'closed' ? verdict.reasons.map(({ code }) => LETTERS[code]).join('') : verdict.kind;
  };

  it.each([
    ['push', 'own', 'presumed'],
    ['push', 'bot', 'presumed'],
    ['pull_request', 'own', 'presumed'],
    // What a bot's own pull request may not do, the run behind it may not either.
    ['pull_request', 'bot', 'E'],
    ['pull_request', 'fork', 'F'],
    ['pull_request_target', 'own', 'E'],
    ['workflow_run', 'own', 'E'],
    ['issue_comment', 'own', 'E'],
    ['dynamic', 'own', 'E'],
    ['', 'own', 'E'],
  ] as const)('after %s of %s: %s', (event, relation, expected) => {
    expect(follow({ event }, relation)).toBe(expected);
  });

  it.each([
    'failure',
    'cancelled',
    'skipped',
    'neutral',
    'timed_out',
    'action_required',
    'stale',
    'startup_failure',
    null,
    '',
  ])('that ended with %s is closed', (conclusion) => {
    expect(follow({ conclusion })).toBe('E');
  });
});
