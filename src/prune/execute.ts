import { asError } from '../errors.ts';
import type { Digest } from '../image/digest.ts';
import type { Catalogue, Document } from '../registry/catalogue.ts';
import type { Group, Step } from './groups.ts';
import type { Holdings } from './holdings.ts';
import { inTurns } from './in-turns.ts';
import { LateChanges } from './late-changes.ts';
import { isOfOneManifest } from './one-manifest.ts';
import type { RepositoryPlan } from './plan-prune.ts';

/** How many groups we delete at a time. */
const LANES = 4;
/** Maximum age of a plan when something is deleted by it, in milliseconds. */
const STALE = 30 * 60_000;

/** The result for a manifest that the plan deletes. */
export type Fate = { readonly digest: Digest; readonly tags: readonly string[] } & (
  | { readonly kind: 'deleted' | 'absent' }
  /** A rule of the registry keeps it. */
  | { readonly kind: 'protected'; readonly says: string }
  | { readonly kind: 'failed'; readonly says: string }
  /** Not deleted, since another member of its group stays or something changed; `says` follows "because". */
  | { readonly kind: 'left'; readonly says: string }
);

/** What `execute` needs. */
export type Hands = {
  readonly catalogue: Catalogue;
  /** Keeps the exact bytes of a manifest, so that it can be restored. If that fails, the manifest is not deleted. */
  readonly keep: (document: Document, step: Step, holdings: Holdings) => Promise<void>;
  /** now is the time in milliseconds, by the clock that the plan used. */
  readonly now: () => number;
  /** Fires when no new deletion may start. */
  readonly signal: AbortSignal;
  /** Gets each fate immediately, so that a later failure does not lose it. */
  readonly tell: (fate: Fate) => void;
};

/** How an execution ended: complete, with a plan that is too old, or with an error that stops everything. */
export type End = { readonly kind: 'done' | 'stale' } | { readonly kind: 'stopped'; readonly error: unknown };

/**
 * execute deletes what a plan allows, group by group and in order. Before it deletes a manifest, everything that leads
 * to it must read as deleted, and it looks for changes since the plan. In doubt, a manifest stays, with all that follow
 * it.
 */
export async function execute(plan: RepositoryPlan, madeAt: number, hands: Hands): Promise<End> {
  const changes = new LateChanges(plan.holdings, hands.catalogue);
  let end: End = { kind: 'done' };
  const mayGoOn = (): boolean => {
    if (end.kind === 'done' && hands.now() - madeAt > STALE) end = { kind: 'stale' };
    return end.kind === 'done' && !hands.signal.aborted;
  };
  const workOff = async (group: Group) => {
    const gone = new Set<Digest>();
    for (const [at, step] of group.entries()) {
      if (!mayGoOn()) return;
      const result = await deleteStep({ step, group, gone }, { plan, changes, mayGoOn, hands });
      if (result === undefined) return;
      if ('stop' in result) end = { kind: 'stopped', error: result.stop };
      hands.tell(result.fate);
      if (result.fate.kind === 'deleted' || result.fate.kind === 'absent') gone.add(step.digest);
      else {
        for (const rest of group.slice(at + 1))
          hands.tell(left(rest, 'something that refers to it stays, or may stay'));
        return;
      }
    }
  };
  await inTurns(plan.groups, LANES, workOff);
  hands.signal.throwIfAborted();
  return end;
}

type Turn = { readonly step: Step; readonly group: Group; readonly gone: ReadonlySet<Digest> };
type Around = {
  readonly plan: RepositoryPlan;
  readonly changes: LateChanges;
  readonly mayGoOn: () => boolean;
  readonly hands: Hands;
};
/** With `stop`, nothing more is deleted. */
type Result = { readonly fate: Fate } | { readonly fate: Fate; readonly stop: unknown };

async function deleteStep(
  { step, group, gone }: Turn,
  { plan, changes, mayGoOn, hands }: Around,
): Promise<Result | undefined> {
  const { catalogue, signal } = hands;
  try {
    if (!step.after.every((digest) => gone.has(digest)))
      return { fate: left(step, 'it is not certain that everything that refers to it was deleted') };
    const document = await catalogue.readDocument(step.digest);
    if (document === undefined) return { fate: { ...named(step), kind: 'absent' } };
    await hands.keep(document, step, plan.holdings);
    const changed = await changes.against(group, gone);
    if (changed !== undefined) return { fate: left(step, changed) };
    if (!mayGoOn()) return undefined;
    const removal = await catalogue.remove(step);
    switch (removal.kind) {
      case 'protected':
        return { fate: { ...named(step), kind: 'protected', says: removal.says } };
      case 'refused':
        return { fate: failed(step, removal.error.message), stop: removal.error };
      default:
        if (await catalogue.awaitGone(step.digest)) return { fate: { ...named(step), kind: 'deleted' } };
        return {
          fate: failed(step, removal.kind === 'doubtful' ? removal.error.message : 'The registry still serves it.'),
        };
    }
  } catch (error) {
    signal.throwIfAborted();
    const fate = failed(step, asError(error).message);
    // If only one manifest is wrong, only its group stops.
    if (isOfOneManifest(error)) return { fate };
    return { fate, stop: error };
  }
}

function named({ digest, tags }: Step): Pick<Fate, 'digest' | 'tags'> {
  return { digest, tags };
}

function failed(step: Step, says: string): Fate {
  return { ...named(step), kind: 'failed', says };
}

function left(step: Step, says: string): Fate {
  return { ...named(step), kind: 'left', says };
}
