import { afterAll, describe, expect, test } from '@jest/globals';
import { buildIndex } from '../../doubles/registry/images.ts';
import { type Registry, startRegistry } from '../../doubles/registry/start-registry.ts';
import { judgeStep } from '../step/judge-step.ts';
import { PASSWORD, REPOSITORY, runStep, USER, USERS } from '../step/run-step.ts';
import { KINDS, type Kind } from './kinds.ts';
import { play, problemsOf, type Result, type Run, Tally, TIMES } from './matrix.ts';
import { DIRECT_POINTS, type Point } from './points.ts';

const STAGING = 'staging/app';
const READER = { name: 'reader', password: 'tulip-anchor-marble-window' };
const index = buildIndex({ content: 'of the source', platforms: ['linux/amd64'], attestations: true });
const OURS = 6;

/** What is asked of a registry that an image is read from. */
const SOURCE_POINTS: Readonly<Record<string, Point>> = {
  ping: { match: { kind: 'ping' }, attempts: OURS },
  token: { match: { kind: 'token' }, attempts: OURS },
  'the tag': { match: { reference: 'tested' }, attempts: OURS },
  'a manifest that the index leads to': { match: { kind: 'digest' }, attempts: OURS },
  'a config': { match: { kind: 'blob' }, attempts: OURS },
  'a layer': { match: { kind: 'blob' }, skip: 2, attempts: OURS },
};

const tally = new Tally();

describe(`${Object.keys(KINDS).length} kinds of faults at each request to the registry of the source`, () => {
  test.each(Object.entries(SOURCE_POINTS))('end with the right digest or a clean failure: %s', async (_, point) => {
    const results = await runAll(point, 'source');
    tally.add(results);
    expect(problemsOf(results)).toEqual([]);
  });

  test('are all reached, and at least 95 of 100 single transient ones survived', () => {
    expect(tally.unplayed).toEqual([]);
    expect(tally.survivalRate).toBeGreaterThanOrEqual(0.95);
  });

  afterAll(() => tally.tell('Faults at the requests to the registry of a source'));
});

const there = new Tally();

describe(`${Object.keys(KINDS).length} kinds of faults at each request to the destination of a promotion`, () => {
  test.each(Object.entries(DIRECT_POINTS))('end with the right digest or a clean failure: %s', async (_, point) => {
    const results = await runAll(point, 'destination');
    there.add(results);
    expect(problemsOf(results)).toEqual([]);
  });

  test('are survived if they are single and transient, at least 95 of 100', () => {
    // Several blobs go up at once and share the tries of a point, so that the last of them is not always reached.
    expect(there.unplayed.filter((name) => !name.endsWith('last'))).toEqual([]);
    expect(there.survivalRate).toBeGreaterThanOrEqual(0.95);
  });

  afterAll(() => there.tell('Faults at the requests to the destination of a promotion'));
});

describe('a tag that is moved while its image is read', () => {
  test.each(Object.entries(SOURCE_POINTS).slice(2))(
    'changes nothing of what is published, at: %s',
    async (_, point) => {
      await using source = await startSource();
      const { match, skip = 0 } = point;
      const move = async () => void source.repository(STAGING).putImage({ content: 'newer', tag: 'tested' });
      const fault = source.fault({ match, skip, act: { kind: 'wait', until: move } });
      await using registry = await startDestination();
      const result = await promote('a tag that moves', { source, registry });
      expect([fault.played, result.end, result.problems]).toEqual([1, 'survived', []]);
    },
  );
});

async function startSource(): Promise<Registry> {
  const source = await startRegistry({ auth: { kind: 'token', users: { [READER.name]: READER.password } } });
  source
    .repository(STAGING)
    .putIndex({ content: 'of the source', platforms: ['linux/amd64'], attestations: true, tag: 'tested' });
  return source;
}

type Where = 'source' | 'destination';

async function runAll(point: Point, where: Where): Promise<Result[]> {
  const runs = Object.entries<Kind>(KINDS).flatMap(([name, kind]) =>
    (kind.isVariant ? TIMES.slice(0, 1) : TIMES).map((time) => [name, { point, kind, time, where }] as const),
  );
  const results: Result[] = [];
  const work = async (): Promise<void> => {
    for (let next = runs.shift(); next !== undefined; next = runs.shift()) results.push(await runOne(...next));
  };
  await Promise.all([work(), work(), work(), work()]);
  return results;
}

async function runOne(name: string, run: Run & { readonly where: Where }): Promise<Result> {
  await using source = await startSource();
  await using registry = await startDestination();
  const fault = play(run.where === 'source' ? source : registry, run);
  const level = run.point.level ?? 'content';
  const result = await promote(`${name}, ${run.time}`, { source, registry, level });
  const isSingleTransient = run.kind.isTransient && run.time === 'first';
  const problems = run.where === 'source' && result.end === 'failed' ? judgeNothingTagged(registry) : [];
  return {
    ...result,
    problems: [...result.problems, ...problems],
    end: fault.played === 0 ? undefined : result.end,
    isSingleTransient,
  };
}

function startDestination(): Promise<Registry> {
  return startRegistry({ auth: { kind: 'token', users: USERS } });
}

type Promotion = { readonly source: Registry; readonly registry: Registry; readonly level?: 'graph' | 'content' };

/** promote publishes what the tag of the source shows, and judges both registries. */
async function promote(name: string, { source, registry, level = 'content' }: Promotion): Promise<Result> {
  const entry = (host: string, username: string, password: string) =>
    `- { registry: "${host}", username: ${username}, password: ${password} }\n`;
  const inputs = {
    source: `docker://${source.host}/${STAGING}:tested`,
    username: '',
    password: '',
    'registry-auth': entry(registry.host, USER, PASSWORD) + entry(source.host, READER.name, READER.password),
  };
  const step = await runStep({ registry, image: index, level, isInFile: true, inputs });
  const problems = [...judgeStep(step, registry, index), ...judgeSource(source), ...judgeSecrets({ source, registry })];
  return { name, end: step.isWell ? 'survived' : 'failed', isSingleTransient: false, problems };
}

/** What could not be read as a whole leads to no tag. */
function judgeNothingTagged(registry: Registry): readonly string[] {
  return registry.repository(REPOSITORY).tags.size === 0 ? [] : ['a failure of the source has tagged something'];
}

/** Nothing is ever written where an image is read. */
function judgeSource({ requests }: Registry): readonly string[] {
  const writes = requests.filter(({ method, kind }) => !['GET', 'HEAD'].includes(method) && kind !== 'token');
  return writes.map(({ method, path }) => `the source was asked to ${method} ${path}`);
}

/** What is shown to one registry is never shown to the other. */
function judgeSecrets({
  source,
  registry,
}: {
  readonly source: Registry;
  readonly registry: Registry;
}): readonly string[] {
  const sent = ({ requests }: Registry) =>
    requests
      .map(({ target, headers, body }) => `${target} ${JSON.stringify(headers)} ${body.toString('latin1')}`)
      .join();
  const forms = (user: string, password: string) => [password, Buffer.from(`${user}:${password}`).toString('base64')];
  const toSource = sent(source);
  const toDestination = sent(registry);
  const ofSource = [...forms(READER.name, READER.password), ...source.tokens.map(({ value }) => value)];
  const ofDestination = [...forms(USER, PASSWORD), ...registry.tokens.map(({ value }) => value)];
  return [
    ...(ofSource.some((secret) => toDestination.includes(secret))
      ? ['the destination saw a secret of the source']
      : []),
    ...(ofDestination.some((secret) => toSource.includes(secret))
      ? ['the source saw a secret of the destination']
      : []),
  ];
}
