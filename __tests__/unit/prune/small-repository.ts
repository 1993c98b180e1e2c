import { type Digest, digestOf } from '../../../src/image/digest.ts';
import { planPrune, type RepositoryPlan, type Unplannable } from '../../../src/prune/plan-prune.ts';
import type { PruneRules } from '../../../src/prune/prune-rules.ts';
import { type Node, RepositoryGraph } from '../../../src/prune/repository-graph.ts';
import { type FilterPattern, parseFilterPattern } from '../../../src/text/filter-pattern.ts';

/** A repository told by names: a manifest is called what its digest is of, and so is whatever it leads to. */
export type Told = {
  readonly manifests: Readonly<Record<string, Manifest>>;
  /** Tag to the name of a manifest. */
  readonly tags: Readonly<Record<string, string>>;
  readonly unsettled?: readonly string[];
};

export type Manifest = {
  readonly role?: Node['role'];
  readonly children?: readonly string[];
  readonly subjects?: readonly string[];
  readonly config?: string;
  readonly revision?: string;
  /** How many days ago, as the image says. */
  readonly created?: number;
  /** How many days ago, as the registry says. */
  readonly pushed?: number;
  /** Names of layers; each has as many bytes as its name. */
  readonly layers?: readonly string[];
};

export const NOW = Date.UTC(2026, 10, 30);
export const DAY = 86_400_000;
export const REPOSITORY = { registry: 'registry.example', path: 'team/app' };

/** A full commit that begins with the digits, as a tag. */
export const sha = (digits: string): string => digits.padEnd(40, '0');

export const digest = (name: string): Digest => digestOf(Buffer.from(name));

export function patterns(...texts: readonly string[]): readonly FilterPattern[] {
  return texts.map((text) => {
    const parsed = parseFilterPattern(text);
    if (!parsed.ok) throw new Error(parsed.problem);
    return parsed.value;
  });
}

/** Rules that keep nothing but what is younger than 30 days, and untagged manifests for a week. */
export const RULES: PruneRules = {
  shaTag: '{sha}',
  deleteTags: [],
  keepTags: [],
  deployedTags: new Set(),
  keepNewest: 0,
  keepYoungerThan: 30 * DAY,
  keepUntaggedYoungerThan: 7 * DAY,
  keepDigests: new Set(),
  trustsCreated: true,
  deletesOrphans: false,
  now: NOW,
};

export function graphOf(manifests: Told['manifests']): RepositoryGraph {
  return new RepositoryGraph(
    Object.entries(manifests).map(([name, told]): Node => {
      const { role = 'image', children = [], subjects = [], config, revision, created, pushed, layers = [] } = told;
      const at = (days: number) => NOW - days * DAY;
      return {
        digest: digest(name),
        role,
        children: children.map(digest),
        subjects: subjects.map(digest),
        config: config === undefined ? undefined : digest(config),
        revision,
        blobs: layers.map((layer) => ({ digest: digest(layer), size: layer.length })),
        dates: [
          ...(created === undefined ? [] : [{ at: at(created), by: 'image' as const }]),
          ...(pushed === undefined ? [] : [{ at: at(pushed), by: 'registry' as const }]),
        ],
      };
    }),
  );
}

export function plan(told: Told, rules: Partial<PruneRules> = {}): RepositoryPlan | Unplannable {
  return planPrune(
    {
      repository: REPOSITORY,
      tags: new Map(Object.entries(told.tags).map(([tag, name]) => [tag, digest(name)])),
      unsettled: new Set(told.unsettled ?? []),
      graph: graphOf(told.manifests),
    },
    { ...RULES, ...rules },
  );
}

/** The names of what goes, sorted; why there is no plan, if there is none. */
export function going(told: Told, rules: Partial<PruneRules> = {}): readonly string[] | string {
  const made = plan(told, rules);
  if (made.kind === 'unplannable') return made.why;
  const steps = new Set(made.groups.flat().map(({ digest: each }) => each));
  return Object.keys(told.manifests)
    .filter((name) => steps.has(digest(name)))
    .sort();
}

/** Why a manifest stays, by the plan. */
export function whyKept(told: Told, name: string, rules: Partial<PruneRules> = {}): string | undefined {
  const made = plan(told, rules);
  if (made.kind === 'unplannable') return made.why;
  return made.kept.find((kept) => kept.digest === digest(name))?.because;
}
