import { type Kept, readJson } from './json-reader.ts';
import { JsonProblem } from './json-tokens.ts';
import { entries, field, isList, isObject, text } from './kept.ts';
import { type Names, namesOf } from './named-image.ts';
import { RuleBook } from './rules.ts';
import { SARIF_LOG } from './sarif-shape.ts';
import { type Rating, rate } from './severity.ts';

/** A finding of a tool that counts. */
export type Finding = {
  /** Its name for people: the id of its rule, or of the result if it has a separate id. */
  readonly id: string;
  /** All its ids; empty if the report has none. */
  readonly ids: readonly string[];
  readonly rating: Rating;
  /** Package or path, as the tool writes it. */
  readonly place: string | undefined;
  /** A link about it, as the tool writes it: any text. */
  readonly link: string | undefined;
};

/** What one run of one tool reports. */
export type Run = {
  readonly tool: string;
  /** Why it does not count as evidence, as ends of sentences; empty if it counts. */
  readonly problems: readonly string[];
  readonly findings: readonly Finding[];
  /** Results that do not count. */
  readonly setAside: { readonly suppressed: number; readonly absent: number; readonly noFailure: number };
  readonly names: Names;
  /** Commits that it says it scanned. */
  readonly revisions: readonly string[];
  /** When it says that it ran, in milliseconds since 1970; undefined if it does not. */
  readonly ranAt: number | undefined;
};

/** A report, or why the file is no report, as the end of a sentence. */
export type Report = { readonly problem: string } | { readonly runs: readonly Run[] };

/**
 * readSarif reads a report in SARIF 2.1.0 (OASIS). SARIF_LOG limits what it keeps: at most 50,000 results and as many
 * rules, each with a few short texts. A report with more is a problem. So 64 MiB from Trivy need less than 128 MiB of
 * heap, and any 64 MiB less than 256 MiB. Errors of reading the chunks are passed on.
 */
export async function readSarif(chunks: AsyncIterable<Uint8Array>): Promise<Report> {
  try {
    const log = await readJson(chunks, SARIF_LOG);
    const problem = problemOf(log);
    return problem === undefined ? { runs: entries(field(log, 'runs')).map(readRun) } : { problem };
  } catch (error) {
    if (error instanceof JsonProblem) return { problem: error.message };
    throw error;
  }
}

function problemOf(log: Kept): string | undefined {
  if (!isObject(log)) return 'is JSON, but not a SARIF report';
  if (log.version !== '2.1.0') return 'is not a SARIF 2.1.0 report: it has another "version", or none';
  if (!isList(log.runs)) return 'has no list of runs';
  if (log.runs.length === 0) return 'has no run of a tool';
  if (log.inlineExternalProperties !== undefined) return 'keeps results outside its runs ("inlineExternalProperties")';
  return undefined;
}

function readRun(run: Kept): Run {
  const tool = text(field(run, 'tool', 'driver', 'name')) ?? '';
  const rules = new RuleBook(field(run, 'tool'));
  const results = entries(field(run, 'results'));
  const counted = results.filter((result) => reasonToSetAside(result) === undefined);
  const aside = Map.groupBy(results, reasonToSetAside);
  const invocations = entries(field(run, 'invocations'));
  const times = invocations.flatMap((each) => [field(each, 'endTimeUtc'), field(each, 'startTimeUtc')].map(timeIn));
  const provenance = entries(field(run, 'versionControlProvenance'));
  return {
    tool,
    problems: problemsOfRun(run, tool),
    findings: counted.map((result) => readFinding(result, { tool, rules })),
    setAside: {
      suppressed: aside.get('suppressed')?.length ?? 0,
      absent: aside.get('absent')?.length ?? 0,
      noFailure: aside.get('noFailure')?.length ?? 0,
    },
    names: namesOf(run),
    revisions: provenance.flatMap((each) => text(field(each, 'revisionId')) ?? []),
    ranAt: times.filter((time) => time !== undefined).sort((one, other) => other - one)[0],
  };
}

/** Problems of a run (3.14 and 3.20): a run counts only if it says that it finished successfully. */
function problemsOfRun(run: Kept, tool: string): readonly string[] {
  const results = field(run, 'results');
  const invocations = field(run, 'invocations');
  const notifications = entries(invocations).flatMap((invocation) =>
    ['toolExecutionNotifications', 'toolConfigurationNotifications'].flatMap((name) => {
      const value = field(invocation, name);
      return value === undefined || isList(value) ? entries(value) : [value];
    }),
  );
  const errors = notifications.filter(
    (each) => !['warning', 'note', 'none'].includes(text(field(each, 'level')) ?? ''),
  );
  const first = text(field(errors[0], 'message', 'text'));
  const problems = [
    tool === '' && 'does not name its tool',
    !isList(results) && 'has no list of results: the scan did not finish',
    !entries(results).every(isObject) && 'has a result that cannot be read',
    field(run, 'externalPropertyFileReferences') !== undefined && 'keeps some of its parts in other files',
    invocations !== undefined && !isList(invocations) && 'has no list of invocations',
    !entries(invocations).every((each) => field(each, 'executionSuccessful') === true) &&
      'does not say that its tool ran successfully',
    errors.length > 0 && `has an error of its tool${first === undefined ? '' : `: ${first}`}`,
  ];
  return problems.filter((problem) => problem !== false);
}

/** Why a result does not count: kind (3.27.9), baseline (3.27.24), suppression that was accepted (3.27.23, 3.35). */
function reasonToSetAside(result: Kept): 'noFailure' | 'absent' | 'suppressed' | undefined {
  const kind = field(result, 'kind');
  if (kind === 'pass' || kind === 'notApplicable' || kind === 'informational') return 'noFailure';
  if (field(result, 'baselineState') === 'absent') return 'absent';
  const suppressions = entries(field(result, 'suppressions'));
  const isSuppressed = suppressions.length > 0 && suppressions.every((each) => field(each, 'status') === 'accepted');
  return isSuppressed ? 'suppressed' : undefined;
}

function readFinding(result: Kept, { tool, rules }: { readonly tool: string; readonly rules: RuleBook }): Finding {
  const pointed = rules.find(result);
  const location = entries(field(result, 'locations'))[0];
  const links = pointed.rules.map((rule) => LINK.exec(text(field(rule, 'help', 'text')) ?? '')?.[1]);
  const helps = pointed.rules.map((rule) => text(field(rule, 'helpUri')));
  return {
    id: pointed.ids[0] ?? 'a finding without an id',
    ids: pointed.ids,
    rating: rate({ tool, result, rules: pointed.rules }),
    place:
      text(field(location, 'message', 'text')) ??
      text(field(location, 'physicalLocation', 'artifactLocation', 'uri')) ??
      text(field(entries(field(location, 'logicalLocations'))[0], 'fullyQualifiedName')),
    link: [...links, ...helps].find((link) => link !== undefined),
  };
}

/** How Trivy and Grype link to information about a vulnerability; the rule of Grype links to Grype. */
const LINK = /^Link: \[[^\]\n]*\]\((https:[^)\s]+)\)/m;

function timeIn(value: Kept): number | undefined {
  const time = Date.parse(text(value) ?? '');
  return Number.isNaN(time) ? undefined : time;
}
