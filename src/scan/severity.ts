import type { Kept } from './json-reader.ts';
import { entries, field, text } from './kept.ts';

/** Severities of a finding, from the worst to the least. */
export const SEVERITIES = ['critical', 'high', 'medium', 'low'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** The severity that the tool reports, the worst severity that it may have, and why if that is unclear. */
export type Rating = { readonly severity: Severity | 'unknown'; readonly worst: Severity; readonly unclear?: string };

/** What a result is rated by: itself, and every rule that it points to; empty if no rule is in the report. */
export type Rated = { readonly tool: string; readonly result: Kept; readonly rules: readonly Kept[] };

/** What a tool writes for every finding: if it is missing, the report was changed. */
type Habit = {
  /** It writes a score. Every tool that is not listed here does, because GitHub requires it. */
  readonly scores: boolean;
  /** It repeats the severity in the message of each result: a rule may be shared by findings that differ. */
  readonly repeats: boolean;
  /** It may write null if there is no score yet, as Snyk does. */
  readonly leavesOpen: boolean;
};
const HABITS: Readonly<Record<string, Habit>> = {
  trivy: { scores: true, repeats: true, leavesOpen: false },
  grype: { scores: true, repeats: true, leavesOpen: false },
  'docker scout': { scores: true, repeats: false, leavesOpen: false },
  codeql: { scores: true, repeats: false, leavesOpen: false },
  bandit: { scores: false, repeats: false, leavesOpen: false },
};
const UNKNOWN_TOOL: Habit = { scores: true, repeats: false, leavesOpen: true };
const habitOf = (tool: string): Habit => (Object.hasOwn(HABITS, tool) ? HABITS[tool] : undefined) ?? UNKNOWN_TOOL;
/** Findings of Trivy with this tag have no severity in their message. */
const LICENSE = 'license';

type Statement = Severity | 'unknown' | 'unreadable';

/** Words that tools use for severities, in lower case. */
const WORDS: Readonly<Record<string, Severity | 'unknown'>> = {
  critical: 'critical',
  high: 'high',
  important: 'high',
  error: 'high',
  medium: 'medium',
  moderate: 'medium',
  warning: 'medium',
  low: 'low',
  negligible: 'low',
  note: 'low',
  info: 'low',
  unknown: 'unknown',
  unspecified: 'unknown',
};
/** Levels (SARIF 2.1.0, 3.27.10) mean at least this severity; none distinguishes critical from high. */
const LEVELS: Readonly<Record<string, Severity>> = { error: 'high', warning: 'medium', note: 'low', none: 'low' };
/** Properties of a rule or a result with the severity as a word. */
const WORD_PROPERTIES = ['severity', 'cvssV3_severity', 'issue_severity'];
/** How tools write the word in a sentence: the first one is the tool's own, later ones may be quoted. */
const SENTENCES = [
  /^ *Severity *: *(?<word>[A-Za-z]+)$/m,
  /^(?<word>[A-Za-z]+) severity - /,
  /\bwith an? (?<word>[A-Za-z]+) severity vulnerability\b/,
  /^An? (?<word>[a-z]+) vulnerability in /,
  /^\S+ (?<word>[a-z]+) vulnerability for /,
];

/**
 * rate finds the severity of a finding: the worst of the tool's words and of the bands of `security-severity`, and at
 * least the level. Missing or unreadable values never mean harmless. A finding may be critical if its rule is missing,
 * if something is missing that its tool writes for every finding, or if the tool does not know the severity and the
 * level is error. If a severity is null, the other values count: the words, or if there are none, the level, which does
 * not distinguish critical from high.
 */
export function rate({ tool, result, rules }: Rated): Rating {
  const sources = [...rules, result];
  const { scores, repeats, leavesOpen } = habitOf(tool.toLowerCase());
  const statements = sources.flatMap((source) => statementsOf(source, leavesOpen));
  const level =
    levelOf(result) ?? rules.map((rule) => levelOf(field(rule, 'defaultConfiguration'))).find((each) => each);
  const floor = level === undefined || level === 'unreadable' ? undefined : level;
  const scoring = sources.map((source) => scoreOf(source, leavesOpen)).filter((score) => score !== undefined);
  const hasScore = scoring.some(saysSomething);
  const isLeftOpen = leavesOpen && !hasScore && scoring.length > 0;
  const isByLevel = isLeftOpen && statements.length === 0;
  const isRated = isByLevel || SEVERITIES.some((each) => statements.includes(each));
  const severity = SEVERITIES.find((each) => isRated && (statements.includes(each) || each === floor)) ?? 'unknown';

  const isRepeated = wordsIn(field(result, 'message', 'text')).length > 0 || sources.some(isOfLicense);
  const missing = [
    rules.length === 0 && 'its rule is not in the report',
    (statements.includes('unreadable') || level === 'unreadable') && 'its severity cannot be read',
    scores && !hasScore && !isLeftOpen && 'it has no score',
    repeats && !isRepeated && 'its message does not give the severity',
    statements.length === 0 && !(isByLevel && floor) && 'its severity is not given',
    isByLevel && floor === 'high' && 'its level does not distinguish critical from high',
    severity === 'unknown' && floor === 'high' && 'the tool does not know its severity, and calls it an error',
  ];
  const unclear = missing.find((each) => each !== false);
  // A critical finding needs no reason to count as critical.
  if (unclear !== undefined && severity !== 'critical') return { severity, worst: 'critical', unclear };
  return { severity, worst: severity === 'unknown' ? (floor ?? 'low') : severity };
}

/** isAtLeast is true if a severity is the threshold, or worse. */
export function isAtLeast(severity: Severity, threshold: Severity): boolean {
  return SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(threshold);
}

/** Everything that a rule or a result says about severity. */
function statementsOf(from: Kept, leavesOpen: boolean): readonly Statement[] {
  const properties = field(from, 'properties');
  const named = WORD_PROPERTIES.map((name) => field(properties, name)).filter(saysSomething);
  const texts = [field(from, 'help', 'text'), field(from, 'shortDescription', 'text'), field(from, 'message', 'text')];
  const score = scoreOf(from, leavesOpen);
  return [
    ...named.map((word) => severityIn(word) ?? 'unreadable'),
    ...entries(field(properties, 'tags')).flatMap((tag) => severityIn(tag) ?? []),
    ...texts.flatMap(wordsIn),
    ...(saysSomething(score) ? [bandOf(score)] : []),
  ];
}

/** The score. A tool that may leave it out may still write the CVSS score. */
function scoreOf(from: Kept, leavesOpen: boolean): Kept {
  const properties = field(from, 'properties');
  const score = field(properties, 'security-severity');
  const isOpen = leavesOpen && score !== undefined && !saysSomething(score);
  return isOpen ? (field(properties, 'cvssv3_baseScore') ?? score) : score;
}

/** Tools write null for an unknown value, and tools in JavaScript write the words for it. */
function saysSomething(value: Kept): boolean {
  return value !== undefined && value !== null && value !== 'null' && value !== 'undefined';
}

function wordsIn(sentences: Kept): readonly Statement[] {
  const said = text(sentences) ?? '';
  return SENTENCES.flatMap((sentence) => severityIn(sentence.exec(said)?.groups?.word) ?? []);
}

function severityIn(word: Kept): Severity | 'unknown' | undefined {
  const name = typeof word === 'string' ? word.toLowerCase() : '';
  return Object.hasOwn(WORDS, name) ? WORDS[name] : undefined;
}

/**
 * GitHub's bands for `security-severity`, a number in a string. 9.0 is in no band of GitHub, but Grype writes it for
 * critical. Tools write 0.0 for unknown.
 */
function bandOf(score: Kept): Statement {
  const isDecimal = typeof score === 'string' && /^[0-9]{1,2}(?:\.[0-9]{1,6})?$/.test(score);
  const value = isDecimal || typeof score === 'number' ? Number(score) : Number.NaN;
  if (!(value >= 0 && value <= 10)) return 'unreadable';
  if (value === 0) return 'unknown';
  return value >= 9 ? 'critical' : value >= 7 ? 'high' : value >= 4 ? 'medium' : 'low';
}

function levelOf(from: Kept): Severity | 'unreadable' | undefined {
  const level = field(from, 'level');
  if (level === undefined) return undefined;
  return typeof level === 'string' && Object.hasOwn(LEVELS, level) ? LEVELS[level] : 'unreadable';
}

function isOfLicense(from: Kept): boolean {
  return entries(field(from, 'properties', 'tags')).includes(LICENSE);
}
