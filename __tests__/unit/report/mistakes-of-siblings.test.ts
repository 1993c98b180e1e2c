/** What the siblings prune/ and verify/, and a run with a proof, say to people: what it is, what to do, and the entry. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { ActionError } from '../../../src/errors.ts';
import type { Digest } from '../../../src/image/digest.ts';
import { failureOf, type Rejected } from '../../../src/proof/find-proof.ts';
import { foreign, masked } from '../../../src/proof/unprovable.ts';
import { assertWithinBrakes } from '../../../src/prune/brakes.ts';
import { dangling, notPlanned } from '../../../src/prune/unreadable.ts';
import { failure } from '../../../src/report/failed.ts';
import { report } from '../../../src/report/report.ts';
import { announceDeployment } from '../../../src/report/report-deployment.ts';
import { announcePrune } from '../../../src/report/report-prune.ts';
import { assertRunner } from '../../../src/runner/least-runner.ts';
import { behind, lost, overtaken, taken } from '../../../src/tags/races.ts';
import { seeTags } from '../../../src/verify/served-image.ts';
import { anchorsOf } from '../../../tools/pages/links.ts';
import { RecordedRunner } from '../doors/recorded-runner.ts';
import { JOB } from './outcomes.ts';

const page = readFileSync(resolve(import.meta.dirname, '../../../docs/troubleshooting.md'), 'utf8');
const digest = (digit: string) => `sha256:${digit.repeat(64)}` as Digest;
const repository = { registry: 'ghcr.io', path: 'owner/app' };
const target = { ...repository, tag: '1.2.3' };

async function thrownBy(work: () => unknown): Promise<ActionError> {
  try {
    await work();
  } catch (error) {
    return error as ActionError;
  }
  throw new Error('this was no mistake');
}

type Found = { readonly nearest?: Rejected; readonly unread?: boolean; readonly tooMany?: boolean };
/** A search that has not found what is required. */
function sought({ nearest, unread = false, tooMany = false }: Found): ActionError {
  const error = failureOf({
    digest: digest('1'),
    sought: [{ demand: { predicateType: 'summary', signers: [] }, proof: undefined, nearest }],
    looked: 200,
    unread: unread ? [{ store: 'GitHub', problem: 'the API could not be reached' }] : [],
    tooMany: tooMany ? ['the registry'] : [],
  } as never);
  if (error === undefined) throw new Error('it was found');
  return error;
}
const lacks = (code: string, words: string) =>
  sought({ nearest: { code, lacks: words, at: 'GitHub', rank: 1 } as Rejected });

const plan = {
  holdings: { repository, tags: new Map() },
  tagged: { going: 30, all: 40 },
  groups: [],
} as never;

type Mistake = readonly [mistake: string, code: string, says: RegExp, end: () => ActionError | Promise<ActionError>];
type Announce = (runner: RecordedRunner, error: ActionError) => unknown;

const PRUNE: readonly Mistake[] = [
  [
    'a plan over its limits',
    'PRUNE_LIMIT',
    /30 tagged images would be deleted, and "max-deletions" is 20.*dry run/s,
    () => thrownBy(() => assertWithinBrakes([{ plan, before: 0 }], { maxDeletions: 20, maxShare: 100 })),
  ],
  [
    'a manifest that cannot be read',
    'PRUNE_UNREADABLE',
    /cannot be read.*nothing was deleted.*leave this repository out of "image"/s,
    () => notPlanned({ holdings: { repository }, why: 'unreadable', digests: [digest('1')] } as never),
  ],
  [
    'a tag without an image',
    'PRUNE_UNREADABLE',
    /lists the tag "x", but serves nothing/,
    () => dangling(repository, 'x'),
  ],
];

const VERIFY: readonly Mistake[] = [
  ['no proof', 'PROOF_MISSING', /no proof was found.*Publish it with "proof".*attestations: read/s, () => sought({})],
  [
    'a store that is down',
    'PROOF_UNREADABLE',
    /could not be reached.*Run the job again/s,
    () => sought({ unread: true }),
  ],
  [
    'a flood of bundles',
    'PROOF_TOO_MANY',
    /which has more.*delete what does not belong/s,
    () => sought({ tooMany: true }),
  ],
  [
    'another signer',
    'PROOF_SIGNER',
    /closest one was signed by another workflow.*Do not deploy it/s,
    () => lacks('PROOF_SIGNER', 'was signed by another workflow'),
  ],
  ['another image', 'PROOF_SUBJECT', /is about another image/, () => lacks('PROOF_SUBJECT', 'is about another image')],
  ['an old proof', 'PROOF_AGE', /"max-age"/, () => lacks('PROOF_AGE', 'is longer ago than "max-age"')],
  [
    'a tag that was moved',
    'TAG_DRIFT',
    /ghcr\.io\/owner\/app:1\.2\.3 shows nothing, and should show sha256:1+\..*Deploy by the digest/s,
    () =>
      thrownBy(() =>
        seeTags({ registry: { readManifest: async () => undefined } as never, repository }, ['1.2.3'], {
          digest: digest('1'),
          root: { digest: digest('1') },
        } as never),
      ),
  ],
];

const PUBLISH: readonly Mistake[] = [
  ['a secret in the statement', 'PROOF_SIGNING', /masked text.*store it as a variable/s, () => masked('rules[0].seen')],
  [
    'a kept image without a proof',
    'PROOF_FOREIGN',
    /of an earlier run is kept.*"if-exists: verify"/s,
    () => foreign(digest('1'), ''),
  ],
  ['two runs for one tag', 'TAG_RACED', /someone else wrote.*"concurrency"/s, () => taken(target, digest('1'))],
  ['a tag that is not served', 'CONTENT_MISSING', /serves nothing there.*Run the job again/s, () => lost(target)],
  [
    'a newer image',
    'TAG_BEHIND',
    /a newer one is published: that of the commit abc.*Run the job for the commit abc again/s,
    () => overtaken(target, { commit: 'abc', gitTag: undefined } as never),
  ],
  [
    'a tag that keeps changing',
    'TAG_BEHIND',
    /"concurrency"/,
    () => behind('It may show an older image.', { hint: '' }),
  ],
  [
    'an old runner',
    'RUNNER_TOO_OLD',
    /needs 24\.5\.0 or later.*Update the runner/s,
    () => thrownBy(() => assertRunner('24.4.0')),
  ],
];

describe.each<[action: string, mistakes: readonly Mistake[], announce: Announce]>([
  ['prune', PRUNE, (runner, error) => announcePrune(runner, { kind: 'failed', error, pruned: [] } as never)],
  ['verify', VERIFY, (runner, error) => announceDeployment(runner, { kind: 'failed', error } as never)],
  [
    'publish',
    PUBLISH,
    (runner, error) =>
      report(
        runner,
        failure(error, (text) => text),
        false,
      ),
  ],
])('%s', (_action, mistakes, announce) => {
  it.each(mistakes)('with %s is %s, says what to do, and leads to its entry', async (_mistake, code, says, end) => {
    const runner = new RecordedRunner();
    runner.job = JOB;
    await announce(runner, await end());
    const [{ title, text } = { title: '', text: '' }] = runner.annotations;
    expect(title).toContain(code);
    expect(text).toMatch(says);
    const [, anchor = ''] = /^More: \S+\/docs\/troubleshooting\.md#(\S+)$/m.exec(text) ?? [];
    expect(anchor).toBe(code.toLowerCase());
    expect(anchorsOf(page)).toContain(anchor);
  });
});
