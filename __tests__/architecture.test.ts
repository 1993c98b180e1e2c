import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const src = resolve(import.meta.dirname, '../src');

/** Words that every room may use, and what each of these rooms may know of the others. */
const VOCABULARY: Readonly<Record<string, readonly string[]>> = {
  errors: [],
  text: ['errors'],
  secret: ['errors', 'text', 'image'],
  image: ['errors', 'text'],
  run: ['errors', 'text'],
};
const DOORS = ['runner', 'docker', 'registry', 'files', 'workspace', 'github', 'keyless', 'signer', 'trust'];
/** What doors share. */
const FOUNDATION = ['time', 'http', 'compression', 'tar'];
/** The way of the data. A room may take the *types* that an earlier one makes. */
const STEPS = [
  'inputs',
  'gate',
  'scan',
  'evidence',
  'credentials',
  'push',
  'verify',
  'referrers',
  'tags',
  'proof',
  'prune',
  'report',
];

/** Which doors' interfaces a room may see; the file in a door that is its interface has the door's own name. */
const SEES: Readonly<Record<string, readonly string[]>> = {
  inputs: ['runner', 'keyless'],
  gate: [],
  scan: [],
  evidence: ['runner', 'docker', 'files', 'workspace', 'github'],
  credentials: ['runner', 'docker', 'registry', 'keyless'],
  push: ['docker', 'registry', 'files'],
  verify: ['docker', 'registry', 'files'],
  referrers: ['registry'],
  tags: ['registry', 'github'],
  proof: ['registry', 'github', 'trust'],
  prune: ['registry'],
  report: ['runner'],
};
const INTERFACES = [
  ...DOORS.map((door) => `${door}/${door}`),
  'runner/lifetime',
  'github/history',
  'github/attestations',
  'registry/catalogue',
  'github/attested-bundles',
];
/** What is outside, and yet neither reads nor reaches anything. */
const PURE: Readonly<Record<string, readonly string[]>> = {
  image: ['node:crypto'],
  text: ['yaml'],
  tags: ['semver/classes/semver.js', 'semver/functions/compare.js', 'semver/functions/parse.js'],
};
/** The entries of the actions, which build the real world, and the stories that they call. */
const ENTRIES = [
  ...['main', 'beyond', 'signing-doors', 'post'].map((name) => `actions/publish/${name}`),
  ...['main', 'beyond', 'own-lists'].map((name) => `actions/prune/${name}`),
  ...['main', 'beyond'].map((name) => `actions/verify/${name}`),
];
const STORIES = [
  ...['publish', 'publish-open', 'deliver', 'prove', 'forget'].map((name) => `actions/publish/${name}`),
  'actions/prune/prune',
  ...['verify', 'verify-image'].map((name) => `actions/verify/${name}`),
];

type Import = { readonly from: string; readonly to: string; readonly isType: boolean };

const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
const imports: readonly Import[] = files.flatMap((file) => {
  const text = readFileSync(join(src, file), 'utf8');
  const edge = (to: string, isType: boolean): Import => ({
    from: file.replace(/\.ts$/, ''),
    to: to.startsWith('.') ? relative(src, resolve(src, file, '..', to)).replace(/\.ts$/, '') : to,
    isType,
  });
  return [
    // `import { type A, type B }` brings no code either.
    ...[...text.matchAll(/^(?:import|export) (type )?([^;]*?)from '([^']+)';$/gms)].map(
      ([, type, names = '', to = '']) => edge(to, type !== undefined || /^\{(?:\s*type \w+,?)+\s*\}\s*$/.test(names)),
    ),
    // What is loaded later.
    ...[...text.matchAll(/\bimport\('([^']+)'\)/g)].map(([, to = '']) => edge(to, false)),
  ];
});

const roomOf = (file: string) => file.split('/')[0] ?? '';
const actionOf = (file: string) => file.split('/')[1] ?? '';

/** Why an import is not allowed, or undefined. */
function problem({ from, to, isType }: Import): string | undefined {
  const room = roomOf(from);
  const target = roomOf(to);
  const isOutside = to.startsWith('@') || to.startsWith('node:') || !files.includes(`${to}.ts`);
  if (ENTRIES.includes(from) || (room === target && !isOutside && room !== 'actions')) return undefined;
  if (isOutside) {
    const isPure = PURE[room]?.includes(to);
    return [...DOORS, ...FOUNDATION].includes(room) || isPure ? undefined : 'only doors touch the outside';
  }
  if (room === 'actions') {
    if (DOORS.includes(target)) return INTERFACES.includes(to) && isType ? undefined : 'a story sees only interfaces';
    if (target === 'actions') return actionOf(from) === actionOf(to) ? undefined : 'an action knows no other action';
    return target in VOCABULARY || STEPS.includes(target) ? undefined : 'a story calls the step rooms';
  }
  if (target === 'actions') return 'no room knows the actions that use it';
  if (room in VOCABULARY) return VOCABULARY[room]?.includes(target) ? undefined : 'the vocabulary stands alone';
  if (target in VOCABULARY) return undefined;
  if (FOUNDATION.includes(room) && FOUNDATION.includes(target)) return undefined;
  if (FOUNDATION.includes(target)) return DOORS.includes(room) ? undefined : 'only doors stand on the foundation';
  if ([...DOORS, ...FOUNDATION].includes(room)) return 'a door knows neither other doors nor the step rooms';
  if (DOORS.includes(target)) {
    // The file of an interface may hold the errors that go with it, too.
    const isInterface = to === `${target}/${target}` || (INTERFACES.includes(to) && isType);
    return SEES[room]?.includes(target) && isInterface ? undefined : 'not a door this room may see';
  }
  // Gathering evidence is the gate's own hand: it asks the rules when there is enough.
  if (room === 'evidence' && ['gate', 'scan'].includes(target)) return undefined;
  const isEarlier = STEPS.indexOf(target) < STEPS.indexOf(room);
  return isEarlier && isType ? undefined : 'a step takes only the types of the steps before it';
}

describe('the house', () => {
  it('has no import that its table forbids', () => {
    const forbidden = imports.flatMap((edge) => {
      const why = problem(edge);
      return why === undefined ? [] : [`${edge.from} → ${edge.to}: ${why}`];
    });
    expect(forbidden).toEqual([]);
  });

  it('lets verify/ alone make a Verified, so that nothing else is ever put under a tag', () => {
    const makers = files.filter((file) => readFileSync(join(src, file), 'utf8').includes('asVerified'));
    expect(makers.toSorted()).toEqual(['image/verified.ts', 'verify/verify-push.ts']);
  });

  it.each([
    ['proof/ make a Vouched', 'asVouched', 'proof/find-newer.ts'],
    ['verify/ make a Proved of one', 'asProved', 'verify/verify-proved.ts'],
  ])('lets %s alone, so that the image of another run is put under a tag by its proof alone', (_what, name, maker) => {
    const makers = files.filter((file) => readFileSync(join(src, file), 'utf8').includes(name));
    expect(makers.toSorted()).toEqual(['image/proved.ts', maker]);
  });

  it('has no circle of files', () => {
    const edges = new Map(files.map((file) => [file.replace(/\.ts$/, ''), [] as string[]]));
    for (const { from, to, isType } of imports) if (!isType) edges.get(from)?.push(to);
    const done = new Set<string>();
    const walk = (file: string, path: readonly string[]): readonly string[] => {
      if (path.includes(file)) return [[...path.slice(path.indexOf(file)), file].join(' → ')];
      if (done.has(file)) return [];
      const circles = (edges.get(file) ?? []).flatMap((to) => walk(to, [...path, file]));
      done.add(file);
      return circles;
    };
    expect(files.flatMap((file) => walk(file.replace(/\.ts$/, ''), []))).toEqual([]);
  });

  it('lets the post step bring along nothing that publishing needs: it takes logins away', () => {
    const reached = new Set<string>(['actions/publish/post']);
    // A set that grows while it is walked: every file that is found is walked in its turn.
    for (const file of reached)
      for (const { from, to, isType } of imports) if (from === file && !isType) reached.add(to);
    const rooms = new Set([...reached].map(roomOf));
    expect(rooms).toContain('docker');
    for (const room of ['registry', 'keyless', 'github', 'files']) expect(rooms).not.toContain(room);
    const steps = [...reached].filter((file) => STEPS.includes(roomOf(file)));
    expect(steps).toEqual(['credentials/state-names']);
  });

  it('speaks with the runner through its door alone', () => {
    const speaks =
      /(['"`])(?:::[a-z]{2}|##\[[a-z]|INPUT_\1)|\bprocess\.std(?:out|err)\.write|\bconsole\.\w+\(|GITHUB_(?:OUTPUT|STATE|STEP_SUMMARY)/;
    const speakers = files.filter((file) => speaks.test(readFileSync(join(src, file), 'utf8')));
    expect(new Set(speakers.map(roomOf))).toEqual(new Set(['runner']));
  });

  it('lets the planner alone say what may be deleted, and verify alone what may be tagged', () => {
    const makers = (name: string) =>
      files.filter((file) => readFileSync(join(src, file), 'utf8').includes(`${name}(`) && !file.startsWith('image/'));
    expect(makers('asPrunable')).toEqual(['prune/groups.ts']);
    expect(makers('asVerified').map(roomOf)).toEqual(['verify']);
  });

  it('keeps its stories and entries short enough to be read at a glance', () => {
    const lines = (name: string) =>
      readFileSync(join(src, `${name}.ts`), 'utf8')
        .trimEnd()
        .split('\n').length;
    for (const name of ENTRIES) expect(lines(name)).toBeLessThanOrEqual(name.endsWith('own-lists') ? 50 : 25);
    for (const name of STORIES) expect(lines(name)).toBeLessThanOrEqual(100);
  });

  it('keeps the two halves of its story to as many imports as can be taken in', () => {
    const importsOf = (name: string) => imports.filter(({ from }) => from === `actions/publish/${name}`).length;
    for (const name of ['publish', 'publish-open', 'deliver']) {
      expect(importsOf(name)).toBeGreaterThan(5);
      expect(importsOf(name)).toBeLessThanOrEqual(15);
    }
  });

  it('gives no file or folder a name that says nothing', () => {
    const vague = files.filter((file) => /util|helper|common|manager|misc|index\.ts$/.test(file));
    expect(vague).toEqual([]);
  });

  it('gives no two files one name: only what every action has by itself is called alike', () => {
    const names = files.filter((file) => roomOf(file) !== 'actions').map((file) => file.split('/').at(-1) ?? '');
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  });

  it('sees the imports it judges', () => {
    // Without this a broken pattern above would find nothing, and find it in order.
    expect(imports.length).toBeGreaterThan(100);
    expect(problem({ from: 'gate/decide-gate', to: 'runner/runner', isType: true })).toBeDefined();
    expect(problem({ from: 'report/report', to: 'node:fs', isType: false })).toBeDefined();
    expect(problem({ from: 'registry/session', to: 'docker/docker', isType: true })).toBeDefined();
    expect(problem({ from: 'actions/publish/publish', to: 'docker/docker-cli', isType: false })).toBeDefined();
    expect(imports).toContainEqual({ from: 'text/yaml-list', to: 'yaml', isType: false });
  });
});
