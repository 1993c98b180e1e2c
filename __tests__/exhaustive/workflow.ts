/** Workflows made at random: an event, what they ask for, and what becomes of it on its way to the action. */
import { metadata } from '../doubles/runner.ts';
import type { Random } from './random.ts';

/** Inputs that ask for evidence. */
export const EVIDENCE = ['needs', 'required-checks', 'expected-image-id', 'scan-report'] as const;
export type Evidence = (typeof EVIDENCE)[number];

/**
 * What becomes of an input: it is not there, says `none`, arrives and holds, arrives and does not hold, comes out empty,
 * has a slip in its name, or is cut off on its way.
 */
export const FATES = ['absent', 'none', 'good', 'bad', 'empty', 'misspelt', 'cut'] as const;
export type Fate = (typeof FATES)[number];

export type Workflow = {
  readonly fates: Readonly<Record<Evidence, Fate>>;
  /** What the runner hands over. */
  readonly inputs: Readonly<Record<string, string>>;
  /** Companions that are set. */
  readonly companions: readonly string[];
  readonly isMeant: boolean;
  readonly whenClosed: 'skip' | 'fail' | 'skip-all';
  readonly isDry: boolean;
};

/** What each kind of evidence is, where it holds and where it does not. */
export type Values = Readonly<Record<Evidence, { readonly good: string; readonly bad: string }>>;

const COMPANIONS: Readonly<Record<string, readonly [of: readonly Evidence[], value: string]>> = {
  'wait-for-checks': [['required-checks'], '5'],
  'allow-skipped': [['needs', 'required-checks'], 'docs'],
  'scan-tools': [['scan-report'], 'Trivy'],
  'scan-binding': [['scan-report'], 'required'],
  'scan-fail-on': [['scan-report'], 'high'],
};

/** randomWorkflow makes one; most of what it asks for arrives, so that not every one of them is closed. */
export function randomWorkflow(random: Random, values: Values): Workflow {
  const fates = Object.fromEntries(EVIDENCE.map((name) => [name, fateOf(random)])) as Record<Evidence, Fate>;
  const asked = EVIDENCE.filter((name) => !['absent', 'none', 'misspelt'].includes(fates[name]));
  const companions = Object.entries(COMPANIONS).filter(([, [of]]) =>
    random.chance(of.some((name) => asked.includes(name)) ? 0.3 : 0.03),
  );
  const whenClosed = random.pick(['skip', 'skip', 'fail', 'skip-all'] as const);
  const isDry = random.chance(0.1);
  const given = [
    ...EVIDENCE.flatMap((name) => handedOver(random, name, { fate: fates[name], ...values[name] })),
    ...companions.map(([name, [, value]]) => [name, value] as const),
    ['when-closed', whenClosed] as const,
    ...(isDry ? [['dry-run', 'true'] as const] : []),
  ];
  // Some runners hand the defaults over, and some do not.
  const defaults = random.chance(0.5) ? Object.entries(metadata.inputs).map(usual) : [];
  return {
    fates,
    inputs: Object.fromEntries([...defaults, ...given]),
    companions: companions.map(([name]) => name),
    isMeant: random.chance(0.75),
    whenClosed,
    isDry,
  };
}

/** Companions that nothing is asked of, by what becomes of the evidence. */
export function isVain(companion: string, fates: Workflow['fates']): boolean {
  const [of] = COMPANIONS[companion] ?? [[]];
  return of.every((name) => ['absent', 'none', 'misspelt'].includes(fates[name]));
}

function usual([name, { default: value = '' }]: [string, { readonly default?: string }]): readonly [string, string] {
  return [name, value.startsWith('${{') ? '' : value];
}

function fateOf(random: Random): Fate {
  if (random.chance(0.8)) return random.pick(['absent', 'none', 'good', 'good']);
  return random.pick(['bad', 'empty', 'misspelt', 'cut']);
}

type Asked = { readonly fate: Fate; readonly good: string; readonly bad: string };

function handedOver(
  random: Random,
  name: Evidence,
  { fate, good, bad }: Asked,
): readonly (readonly [string, string])[] {
  switch (fate) {
    case 'absent':
      return [];
    case 'none':
      return [[name, random.pick(['none', ' none', 'none\n'])]];
    case 'good':
      return [[name, good]];
    case 'bad':
      return [[name, bad]];
    case 'empty':
      return [[name, random.pick(['', ' ', '\n', ' \r\n\t'])]];
    case 'cut':
      return [[name, good.slice(0, 1 + random.below(good.length - 1))]];
    case 'misspelt':
      return [[slipOf(random, name), random.pick([good, bad, ''])]];
  }
}

const KEYS = 'abcdefghijklmnopqrstuvwxyz-_';

/** A name with one or two slips of a finger in it, which is not the name of another input. */
function slipOf(random: Random, name: string): string {
  for (;;) {
    let slipped = name;
    for (let slips = 1 + random.below(2); slips > 0; slips--) {
      const at = random.below(slipped.length);
      const key = random.pick([...KEYS, '']);
      slipped = slipped.slice(0, at) + key + slipped.slice(at + random.below(2));
    }
    if (slipped !== name && !Object.hasOwn(metadata.inputs, slipped)) return slipped;
  }
}
