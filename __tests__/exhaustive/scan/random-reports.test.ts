/**
 * 100,000 random changes of random reports: what is taken out or made unreadable, and what is added, never opens a gate
 * that the reports have closed.
 */
import { expect, it } from '@jest/globals';
import type { ScanPolicy } from '../../../src/scan/evidence.ts';
import type { IgnoreList } from '../../../src/scan/ignore-list.ts';
import { IMAGE_ID, isOpen, LAYER, OTHER_IMAGE, reportOf } from '../../doubles/sarif/reports.ts';
import { Random } from '../random.ts';
import { everyPath, type Json, NONSENSE, replaced, without } from './mutants.ts';

const CASES = 50_000;

type Log = { version: '2.1.0'; runs: Run[] };
type Run = {
  tool: { driver: { name: string; rules: Rule[] } };
  results: Result[];
  properties?: object;
  invocations?: object[];
};
type Rule = { id: string; properties: Record<string, Json>; defaultConfiguration?: object };
type Result = { ruleId: string; ruleIndex?: number; level?: string; message: { text: string } };

/** One finding of each tool with its rule, to be made into others; the words that tools repeat stand as `WORD`. */
const SAMPLES = (['trivy', 'grype', 'docker-scout', 'snyk-container'] as const).map((tool) => {
  const [run] = JSON.parse(reportOf(tool)).runs;
  const [rule] = run.tool.driver.rules;
  const [result] = run.results;
  // What nobody reads only makes more of the changes idle.
  for (const idle of ['fullDescription', 'helpUri', 'name']) delete rule[idle];
  delete rule.help?.markdown;
  delete result.partialFingerprints;
  delete result.locations?.[0]?.physicalLocation;
  const text = JSON.stringify({ rule, result })
    .replaceAll(/critical/gi, 'WORD')
    .replaceAll(/10001|(?<=LIBEXAMPLE-)1/g, 'NUMBER');
  return { name: run.tool.driver.name as string, text };
});

const SEVERITIES = ['critical', 'high', 'medium', 'low'] as const;
/** Tools give scores of their own for a word, and others where somebody else has rated it. */
const SCORES = ['9.8', '9.0', '8.1', '7.0', '5.5', '4.0', '2.0', '0.1', '0.0'];
/** Levels are made of the word, and some tools leave them to the rule. */
const LEVELS = { critical: 'error', high: 'error', medium: 'warning', low: 'note' } as const;

function randomLog(random: Random): Log {
  const { name, text } = random.pick(SAMPLES);
  const findings = Array.from({ length: random.below(3) }, (_, index) => {
    const word = random.pick(SEVERITIES);
    const { rule, result } = JSON.parse(text.replaceAll('WORD', word).replaceAll('NUMBER', String(index))) as {
      rule: Rule;
      result: Result;
    };
    rule.properties['security-severity'] = random.pick(SCORES);
    if (rule.defaultConfiguration !== undefined) rule.defaultConfiguration = { level: LEVELS[word] };
    if (random.chance(0.2)) delete result.level;
    else result.level = LEVELS[word];
    if (result.ruleIndex !== undefined) result.ruleIndex = index;
    const state = random.below(12);
    const change = [
      { kind: 'pass' },
      { baselineState: 'absent' },
      { suppressions: [{ status: random.pick(['accepted', 'rejected']) }] },
    ];
    return { rule, result: { ...result, ...change[state] } };
  });
  const run: Run = {
    tool: { driver: { name, rules: findings.map(({ rule }) => rule) } },
    results: findings.map(({ result }) => result),
  };
  if (name === 'Trivy') run.properties = { imageID: random.chance(0.8) ? IMAGE_ID : OTHER_IMAGE, repoDigests: [] };
  if (random.chance(0.2)) run.invocations = [{ executionSuccessful: random.chance(0.9) }];
  return { version: '2.1.0', runs: [run] };
}

/** A policy, exceptions and all, that a workflow may have. */
function randomAsked(random: Random) {
  const policy: ScanPolicy = {
    failOn: random.pick(SEVERITIES),
    tools: random.chance(0.2) ? [random.pick(SAMPLES).name] : [],
    binding: random.chance(0.2) ? 'required' : 'when-named',
  };
  const ids = ['CVE-2026-0', 'CVE-2026-1-libexample1', 'CVE-2026-0-libexample1', 'SNYK-DEBIAN13-LIBEXAMPLE-0'];
  const exceptions = ids.filter(() => random.chance(0.2)).map((id) => ({ id, reason: '-', until: '2027-01-01' }));
  const ignore: IgnoreList = { exceptions };
  return { policy, facts: { ignore, image: { whole: [IMAGE_ID], platforms: [], layers: [LAYER], created: '' } } };
}

type Change = (log: Log, asked: ReturnType<typeof randomAsked>, random: Random) => Json | undefined;

/** Counts the cases that were closed before a change, all of which must be after it: neither few nor all of them. */
async function closedCases(seed: number, change: Change): Promise<number> {
  const random = new Random(seed);
  let closed = 0;
  for (let number = 0; number < CASES; number++) {
    const log = randomLog(random);
    const asked = randomAsked(random);
    const changed = change(log, asked, random);
    if (changed === undefined || (await isOpen([log], asked))) continue;
    closed += 1;
    if (await isOpen([changed], asked)) {
      throw new Error(`Case ${number} opened: ${JSON.stringify({ log, asked, changed }, null, 1)}`);
    }
  }
  return closed;
}

it('what is taken out of a report or made unreadable in it', async () => {
  const closed = await closedCases(1, (log, _asked, random) => {
    const document = log as unknown as Json;
    const path = random.pick(everyPath(document));
    return (random.chance(0.4) ? without(document, path) : replaced(document, path, random.pick(NONSENSE)))?.document;
  });
  expect(closed).toBeGreaterThan(CASES / 4);
  expect(closed).toBeLessThan(CASES * 0.9);
});

it('what is added to a report', async () => {
  const closed = await closedCases(2, (log, { policy }, random) => {
    const more = randomLog(random);
    const copy = JSON.parse(JSON.stringify(log)) as Log;
    const [run] = copy.runs;
    const [other] = more.runs;
    if (run === undefined || other === undefined) return undefined;
    // The report of a tool that must have reported does open.
    if (policy.tools.includes(other.tool.driver.name)) return undefined;
    // A run of its own, or findings of the same tool in this one.
    if (run.tool.driver.name !== other.tool.driver.name) {
      copy.runs.push(other);
    } else {
      const shift = run.tool.driver.rules.length;
      run.tool.driver.rules.push(...other.tool.driver.rules);
      run.results.push(
        ...other.results.map((result) =>
          result.ruleIndex === undefined ? result : { ...result, ruleIndex: result.ruleIndex + shift },
        ),
      );
    }
    return copy as unknown as Json;
  });
  expect(closed).toBeGreaterThan(CASES / 4);
  expect(closed).toBeLessThan(CASES * 0.9);
});
