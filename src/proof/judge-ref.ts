import { branchOf, gitTagOf } from '../run/ref.ts';
import { matchesFilter } from '../text/filter-pattern.ts';
import type { Certificate } from './certificate.ts';
import type { Wanted } from './demands.ts';
import { type Lack, lackIf, shown } from './lack.ts';
import type { ProvedRun } from './statement.ts';
import { PREDICATE_TYPE } from './uris.ts';

/** Events whose run has the ref that it is about. */
const OF_ITS_REF = ['push', 'release', 'workflow_dispatch', 'repository_dispatch', 'schedule'];
const QUEUE = 'gh-readonly-queue/';
/** The suffix that GitHub's queue adds to the name of the target branch. */
const IN_QUEUE = /^pr-[1-9]\d*-[0-9a-f]{40,64}$/;
const PULL_REQUEST = /^refs\/pull\/[1-9]\d*\/merge$/;

/**
 * judgeRef judges the ref that GitHub gave the run. For some events, the run is about another ref: our summary has that
 * one (judgeOwnRef), and other statements do not, so there such a run proves nothing.
 *
 * | event                                                          | ref of the run                      | ref of the summary                   |
 * |----------------------------------------------------------------|-------------------------------------|--------------------------------------|
 * | push, release, schedule, workflow_dispatch, repository_dispatch | an allowed one                      | the same                             |
 * | merge_group                                                    | a branch of the queue               | an allowed branch, that of the queue |
 * | workflow_run                                                   | a branch                            | an allowed one                       |
 * | pull_request                                                   | `refs/pull/<number>/merge`          | an allowed one                       |
 * | any other                                                      | refused                             | refused                              |
 */
export function judgeRef({ event = '', ref }: Certificate, wanted: Wanted): Lack | undefined {
  const refused = lackIf(true, 'PROOF_REF', `is of a run on the ref ${shown(ref)}, on the event ${shown(event)}`);
  if (ref === undefined) return refused;
  if (OF_ITS_REF.includes(event)) return isDemanded(ref, wanted) ? undefined : refused;
  // No signature covers the ref that it is about.
  if (wanted.predicateType !== PREDICATE_TYPE) return refused;
  return hasRefOf(event, ref) ? undefined : refused;
}

/** judgeOwnRef judges the ref that the summary is about. */
export function judgeOwnRef(
  { event, ref: about }: Pick<ProvedRun, 'event' | 'ref'>,
  { ref = '' }: Certificate,
  wanted: Wanted,
): Lack | undefined {
  if (!isDemanded(about, wanted)) return { code: 'PROOF_REF', lacks: `is about the ref ${shown(about)}` };
  const isSame = about === ref;
  const fits = OF_ITS_REF.includes(event) ? isSame : event !== 'merge_group' || isQueueOf(branchOf(about), ref);
  return lackIf(!fits, 'PROOF_REF', `is about the ref ${shown(about)}, and its run was on ${shown(ref)}`);
}

function hasRefOf(event: string, ref: string): boolean {
  switch (event) {
    case 'merge_group':
      return branchOf(ref)?.startsWith(QUEUE) === true;
    case 'workflow_run':
      return branchOf(ref) !== undefined;
    case 'pull_request':
      return PULL_REQUEST.test(ref);
    default:
      return false;
  }
}

function isQueueOf(branch: string | undefined, ref: string): boolean {
  const prefix = `${QUEUE}${branch ?? ''}/`;
  const queued = branchOf(ref) ?? '';
  return branch !== undefined && queued.startsWith(prefix) && IN_QUEUE.test(queued.slice(prefix.length));
}

function isDemanded(ref: string, { branches, gitTags }: Wanted): boolean {
  const branch = branchOf(ref);
  const gitTag = gitTagOf(ref);
  if (branch !== undefined) return matchesFilter(branch, branches);
  return gitTag !== undefined && matchesFilter(gitTag, gitTags);
}
