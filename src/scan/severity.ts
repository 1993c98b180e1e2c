import type { Kept } from './json-reader.ts';
import { entries, field, text } from './kept.ts';

/** How bad a finding of a scanner can be, from the worst to the least. */
export const SEVERITIES = ['critical', 'high', 'medium', 'low'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** How bad a finding is said to be, how bad it may be as far as that can be told, and why if it cannot be told. */
export type Rating = { readonly severity: Severity | 'unknown'; readonly worst: Severity; readonly unclear?: string };

/** What a result is rated by: itself, and every rule that it points to; none if they are not in the report. */
export type Rated = { readonly tool: string; readonly result: Kept; readonly rules: readonly Kept[] };

/** What a tool says of every finding: where it is not said, something was taken away. */
type Habit = {
  /** It gives a score: so does, as GitHub wants it, every tool that is not listed here. */
  readonly scores: boolean;
  /** It repeats the severity in the message of each result: a rule may be shared by findings that differ. */
  readonly repeats: boolean;
  /** It may write null in the place of a score that nobody has given yet, as Snyk does. */
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
/** Findings of Trivy with this tag repeat nothing. */
const LICENSE = 'license';

type Statement = Severity | 'unknown' | 'unreadable';

/** Words that tools have for severities, in lower case. */
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
/** Levels (SARIF 2.1.0, 3.27.10) tell at least this much; none tells critical from high. */
const LEVELS: Readonly<Record<string, Severity>> = { error: 'high', warning: 'medium', note: 'low', none: 'low' };
/** Properties of a rule or a result that are the severity in a word. */
const WORD_PROPERTIES = ['severity', 'cvssV3_severity', 'issue_severity'];
/** How tools put the word into a sentence: the first in a text is the tool's own, what follows may be quoted. */
const SENTENCES = [
  /^ *Severity *: *(?<word>[A-Za-z]+)$/m,
  /^(?<word>[A-Za-z]+) severity - /,
  /\bwith an? (?<word>[A-Za-z]+) severity vulnerability\b/,
  /^An? (?<word>[a-z]+) vulnerability in /,
  /^\S+ (?<word>[a-z]+) vulnerability for /,
];

/**
 * rate tells how bad a finding is: the worst of the tool's own words and of the bands of `security-severity`, with the
 * level as the least it can be. What is missing or cannot be read is never taken for harmless: without its rule, or
 * without what its tool says of every finding, it may be critical; and so may one whose severity the tool itself does
 * not know, if its level is error. Null in a severity's place says nothing, and what else is said counts: the words, and
 * if there are none, the level, which does not tell critical from high.
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
    repeats && !isRepeated && 'its message does not say how bad it is',
    statements.length === 0 && !(isByLevel && floor) && 'nothing says how bad it is',
    isByLevel && floor === 'high' && 'its level does not tell critical from high',
    severity === 'unknown' && floor === 'high' && 'the tool does not know how bad it is, and calls it an error',
  ];
  const unclear = missing.find((each) => each !== false);
  // What is critical already needs no reason to be counted as critical.
  if (unclear !== undefined && severity !== 'critical') return { severity, worst: 'critical', unclear };
  return { severity, worst: severity === 'unknown' ? (floor ?? 'low') : severity };
}

/** isAtLeast tells whether a severity is as bad as the threshold, or worse. */
export function isAtLeast(severity: Severity, threshold: Severity): boolean {
  return SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(threshold);
}

/** Everything that a rule or a result says of severity. */
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

/** The score; where a tool may leave it open, it may have that of the CVSS all the same. */
function scoreOf(from: Kept, leavesOpen: boolean): Kept {
  const properties = field(from, 'properties');
  const score = field(properties, 'security-severity');
  const isOpen = leavesOpen && score !== undefined && !saysSomething(score);
  return isOpen ? (field(properties, 'cvssv3_baseScore') ?? score) : score;
}

/** Tools write what they do not know as null, and those in JavaScript as the words that it makes of it. */
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
 * The bands that GitHub has for `security-severity`, a number in a string. It gives 9.0 to none of them, which is what
 * Grype writes for critical; 0.0 is what tools write for unknown.
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
