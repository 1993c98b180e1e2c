/** A proof at several destinations: what is missing is found before the push, and no tag but the SHA tag comes before it. */
import { describe, expect, it } from '@jest/globals';
import type { GitHub } from '../../../../src/github/github.ts';
import type { Digest } from '../../../../src/image/digest.ts';
import { readPredicate, readStatement } from '../../../../src/proof/check-statement.ts';
import { GATE_FIELD } from '../../../../src/proof/uris.ts';
import type { RegistryOptions } from '../../../../src/registry/registry.ts';
import { buildImage } from '../../../doubles/registry/images.ts';
import { fulcioExtension, type Holder, uriName } from '../../../doubles/sigstore/certificate.ts';
import { endlessLifetime } from '../../doors/endless-lifetime.ts';
import { InMemoryDocker } from '../../doors/in-memory-docker.ts';
import { InMemoryFiles } from '../../doors/in-memory-files.ts';
import { InMemoryKeyless } from '../../doors/in-memory-keyless.ts';
import { InMemoryRegistry } from '../../doors/in-memory-registry.ts';
import { InMemoryReports } from '../../doors/in-memory-reports.ts';
import { ANNOUNCED, InMemoryKeptFiles, InMemorySigning } from '../../doors/in-memory-signing.ts';
import { publish } from '../../doors/publish.ts';
import { RecordedRunner } from '../../doors/recorded-runner.ts';
import { SHA } from '../../gate/runs.ts';
import { shown } from '../../report/passive.ts';

const image = buildImage({ content: 'tested', labels: { 'org.opencontainers.image.revision': SHA } });
const earlier = buildImage({ content: 'earlier', labels: { 'org.opencontainers.image.revision': SHA } });
const [APP, MIRROR] = ['ghcr.io/owner/app', 'ghcr.io/owner/mirror'] as const;
const CLAIMS = { sub: 'repo:octo/app', repository: 'octo/app', run_id: '3', sha: SHA, repository_visibility: 'public' };
const FIELDS = {
  repositoryUri: 'https://github.com/octo/app',
  commit: SHA,
  runUri: 'https://github.com/octo/app/actions/runs/3/attempts/1',
};
const NAMES = [uriName('https://github.com/octo/app/.github/workflows/publish.yml@refs/heads/main')];
const URLS = 'fulcio: https://fulcio.example.com\nrekor: https://rekor.example.com';

type Given = Readonly<Record<string, string>>;

function start(given: Given = {}, claims: Partial<typeof CLAIMS> = {}) {
  const journal: string[] = [];
  const inputs = {
    image: `${APP}\n${MIRROR}`,
    source: 'app:test',
    tags: '1.2.3',
    'moving-tags': 'latest',
    'sha-tag': '{sha}',
    'git-tags': 'v*',
    events: 'push, release, workflow_dispatch',
    username: 'ci-bot',
    password: 'pu$h "t0ken',
    'github-token': 'ghs_token',
    timeout: '30',
    proof: 'github',
  };
  const runner = new RecordedRunner({ ...inputs, ...given }, journal);
  const docker = new InMemoryDocker('graph-driver', journal);
  const app = new InMemoryRegistry(journal);
  const mirror = new InMemoryRegistry(journal);
  docker.registryOf = (name) => (name.startsWith(`${MIRROR}:`) ? mirror : app);
  docker.build(image, ['app:test']);
  const keyless = new InMemoryKeyless(journal);
  const token = Buffer.from(JSON.stringify({ ...CLAIMS, ...claims })).toString('base64url');
  keyless.token = () => `e30.${token}.c2ln`;
  const signing = new InMemorySigning(journal);
  signing.holder = { names: NAMES, fields: FIELDS };
  const keptFiles = new InMemoryKeptFiles();
  const history = {
    relation: async () => 'ahead' as const,
    latestCommits: async () => [],
    gitTags: async () => [],
    isPrerelease: async () => false,
  };
  const unasked = () => Promise.reject(new Error('not asked'));
  const github = new Proxy({} as GitHub, { get: () => unasked });
  const world = {
    ...{ runner, docker, files: new InMemoryFiles(), keyless, github, history, keptFiles, signing: signing.doors },
    openRegistry: async ({ repository }: RegistryOptions) => (repository.path === 'owner/app' ? app : mirror),
    reports: new InMemoryReports(journal),
    lifetime: endlessLifetime(),
  };
  return { world, runner, app, mirror, journal, keyless, signing, keptFiles };
}

type Started = ReturnType<typeof start>;
const tagsOf = ({ app, mirror }: Started) => [app, mirror].map(({ tags }) => [...tags.keys()].toSorted());
const at = (journal: readonly string[], step: RegExp) => journal.findIndex((each) => step.test(each));
const EVERY = ['1.2.3', SHA, 'latest'];

describe('a proof', () => {
  it('is signed when all hold the image by its SHA tag, and attached everywhere before any other tag', async () => {
    const started = start();
    const { world, runner, journal, signing, app, mirror } = started;
    expect([await publish(world), runner.annotations]).toEqual([true, []]);
    expect(tagsOf(started)).toEqual([EVERY, EVERY]);
    const attached = journal.flatMap((step, index) => (step.startsWith('registry.attach') ? [index] : []));
    expect(attached).toHaveLength(2);
    expect(at(journal, /^signer\.sign/)).toBeLessThan(at(journal, /^attestations\.store/));
    expect(at(journal, /^attestations\.store/)).toBeLessThan(Math.min(...attached));
    expect(Math.max(...attached)).toBeLessThan(at(journal, /^registry\.put (?:1\.2\.3|latest) /));
    const statement = readStatement(Buffer.from(signing.statements[0] ?? ''));
    expect(statement.ok && statement.value.subject.map(({ name }) => name)).toEqual([APP, MIRROR]);
    for (const registry of [app, mirror]) expect(await registry.listReferrers(image.digest as Digest)).toHaveLength(1);
  });

  it('is one statement and one bundle, and the file for later steps has what was signed', async () => {
    const { world, runner, signing, keptFiles } = start();
    await publish(world);
    const statement = readStatement(Buffer.from(signing.statements[0] ?? ''));
    const path = runner.outputs['predicate-path'] ?? '';
    expect([signing.statements.length, signing.stored.length, keptFiles.files.size]).toEqual([1, 1, 1]);
    expect(JSON.parse(keptFiles.files.get(path) ?? '')).toEqual(statement.ok && statement.value.predicate);
    const predicate = readPredicate(statement.ok && statement.value.predicate);
    expect(predicate.ok && predicate.value[GATE_FIELD]).toMatchObject({
      run: { repository: 'octo/app', commit: SHA, id: '3' },
      plannedTags: expect.arrayContaining([{ tag: `${MIRROR}:latest`, kind: 'moving' }]),
      image: { platforms: ['linux/amd64'], revision: SHA },
    });
  });

  it('has no secret in it, however it is written', async () => {
    const { world, runner, signing, keptFiles } = start();
    await publish(world);
    const all = [...signing.statements, ...keptFiles.files.values()].join('\n');
    expect(runner.masked.size).toBeGreaterThan(3);
    for (const form of runner.masked) expect(all).not.toContain(form);
    expect(all).not.toContain('ghs_token');
  });

  it('asks for a new token when it signs: that of the beginning may have run out', async () => {
    const { world, journal } = start();
    await publish(world);
    const asked = journal.flatMap((step, index) => (step === 'keyless.token sigstore' ? [index] : []));
    expect(asked).toHaveLength(2);
    expect(asked[0]).toBeLessThan(at(journal, /^docker\.push/));
    expect(asked[1]).toBeGreaterThan(at(journal, /^docker\.push/));
  });

  it('leaves the SHA tag alone where it cannot be signed or stored, and names no image', async () => {
    for (const fails of ['sign', 'store'] as const) {
      const started = start();
      started.signing.fails = fails;
      expect(await publish(started.world)).toBe(false);
      expect(tagsOf(started)).toEqual([[SHA], [SHA]]);
      const { outputs } = started.runner;
      expect(outputs.reason).toBe('PROOF_SIGNING');
      expect(Object.keys(outputs).toSorted()).toEqual(['pushed', 'reason', 'results']);
    }
  });

  it.each([
    ['could not be signed', 'sign', '**Proof** nothing was signed', undefined],
    [
      'was signed and could not be stored',
      'store',
      `**Proof** signed by the public Sigstore, with an entry in its log; missing at GitHub, ${APP}, ${MIRROR}`,
      { signedBy: 'the public Sigstore', missing: ['GitHub', APP, MIRROR], attached: [] },
    ],
    [
      'could not be attached at one destination',
      'attach',
      `stored at GitHub as attestation 1; attached at ${APP} as sha256:`,
      { attestation: 1, missing: [MIRROR], attached: [{ repository: APP }] },
    ],
  ] as const)('that %s: the summary and the results tell what there is', async (_what, fails, line, data) => {
    const { world, runner, signing, mirror } = start();
    if (fails !== 'attach') signing.fails = fails;
    else
      mirror.attaching = () => {
        throw new Error('no referrers here');
      };
    expect(await publish(world)).toBe(false);
    const summary = shown(runner.summaries);
    expect(summary).toContain(line);
    if (fails === 'attach') expect(summary).toMatch(new RegExp(`\\*\\*Proof\\*\\* .*; missing at ${MIRROR}\n`));
    const { proof } = JSON.parse(runner.outputs.results ?? '');
    if (data === undefined) expect(proof).toBeUndefined();
    else expect(proof).toMatchObject(data);
  });

  it('is not spoken of where the step failed before it came to it, or none was asked for', async () => {
    for (const given of [{}, { proof: 'none' }]) {
      const { world, runner, app } = start(given);
      app.refusesLogin = true;
      expect(await publish(world)).toBe(false);
      expect(shown(runner.summaries)).not.toContain('**Proof**');
    }
  });

  it('leaves the SHA tag alone at all destinations where one of them does not take it', async () => {
    const started = start();
    started.mirror.attaching = () => {
      throw new Error('no referrers here');
    };
    expect(await publish(started.world)).toBe(false);
    expect(tagsOf(started)).toEqual([[SHA], [SHA]]);
    expect(started.runner.outputs.reason).toBe('PROOF_NOT_ATTACHED');
    expect(Object.keys(started.runner.outputs)).not.toContain('predicate-path');
  });

  it('is not attached where the registry forgets it: it is read back', async () => {
    const started = start();
    started.app.listReferrers = async () => [];
    expect(await publish(started.world)).toBe(false);
    expect([tagsOf(started)[0], started.runner.outputs.reason]).toEqual([[SHA], 'PROOF_NOT_ATTACHED']);
  });

  it('is stored at GitHub alone where that is asked for, and nothing is attached', async () => {
    const started = start({ 'proof-store': 'github' });
    expect(await publish(started.world)).toBe(true);
    expect(at(started.journal, /^registry\.attach/)).toBe(-1);
    expect(started.signing.stored).toHaveLength(1);
  });
});

describe('what a proof needs', () => {
  const before: readonly [string, Given, (started: Started) => void, string][] = [
    [
      'an identity',
      {},
      ({ keyless, world }) => void Object.assign(world, { keyless: new InMemoryKeyless(keyless.journal) }),
      'PROOF_DENIED',
    ],
    ['the right to store it', {}, ({ signing }) => signing.failAt('right'), 'PROOF_DENIED'],
    ['no masked text in any fact', {}, ({ runner }) => void runner.secrets.push('owner/app'), 'PROOF_SIGNING'],
  ];
  it.each(before)('is found before anything is pushed: %s', async (_what, given, change, reason) => {
    const started = start(given);
    change(started);
    expect(await publish(started.world)).toBe(false);
    expect(started.runner.outputs.reason).toBe(reason);
    expect([tagsOf(started), at(started.journal, /^docker\.push/)]).toEqual([[[], []], -1]);
  });

  it.each([
    ['repository', 'evil/app'],
    ['run_id', '4'],
    ['sha', '0'.repeat(40)],
  ])('is a token of this very run: %s of another is refused before the push', async (name, value) => {
    const started = start({}, { [name]: value });
    expect(await publish(started.world)).toBe(false);
    expect([started.runner.outputs.reason, tagsOf(started)]).toEqual(['PROOF_SIGNING', [[], []]]);
  });

  it.each<[string, Partial<Holder>]>([
    ['the repository', { fields: { ...FIELDS, repositoryUri: 'https://github.com/evil/app' } }],
    ['the commit', { fields: { ...FIELDS, commit: '0'.repeat(40) } }],
    ['the run', { fields: { ...FIELDS, runUri: 'https://github.com/octo/app/actions/runs/4/attempts/1' } }],
    ['no run', { fields: { repositoryUri: FIELDS.repositoryUri, commit: SHA } }],
    ['two names', { names: [...NAMES, ...NAMES] }],
    ['a field twice', { more: [fulcioExtension(13, SHA)] }],
  ])(
    'is a certificate of this very run: with %s of another it is refused, and nothing is signed',
    async (_what, holder) => {
      const started = start();
      started.signing.certificate = { ...started.signing.holder, ...holder };
      expect(await publish(started.world)).toBe(false);
      expect([started.runner.outputs.reason, started.signing.statements, tagsOf(started)]).toEqual([
        'PROOF_SIGNING',
        [],
        [[SHA], [SHA]],
      ]);
    },
  );

  it.each<[string, Given, Partial<typeof CLAIMS>, string | RegExp]>([
    ['a public repository', { proof: 'github' }, {}, 'https://fulcio.sigstore.dev'],
    ['a private one', { proof: 'github' }, { repository_visibility: 'private' }, 'https://fulcio.githubapp.com'],
    ['one that nobody tells of', { proof: 'github' }, { repository_visibility: '' }, 'INPUT_INVALID'],
    ['a public one, by the public Sigstore', { proof: 'sigstore' }, {}, 'https://fulcio.sigstore.dev'],
    [
      'a private one, by the public Sigstore',
      { proof: 'sigstore' },
      { repository_visibility: 'private' },
      'INPUT_INVALID',
    ],
    [
      'an internal one, by the public Sigstore',
      { proof: 'sigstore' },
      { repository_visibility: 'internal' },
      'INPUT_INVALID',
    ],
    [
      'a private one whose names may be public',
      { proof: 'sigstore', 'public-log': 'true' },
      { repository_visibility: 'private' },
      'https://fulcio.sigstore.dev',
    ],
    [
      'a private one with a Sigstore of its own',
      { proof: 'sigstore', 'sigstore-urls': URLS },
      { repository_visibility: 'private' },
      'https://fulcio.example.com',
    ],
  ])('is a Sigstore that may know of the repository: %s', async (_what, given, claims, place) => {
    const started = start(given, claims);
    const isWell = await publish(started.world);
    const signedBy = started.journal.find((step) => step.startsWith('signer.sign'))?.slice('signer.sign '.length);
    expect(signedBy ?? started.runner.outputs.reason).toBe(place);
    if (!isWell) expect(tagsOf(started)).toEqual([[], []]);
  });
});

describe('the servers that a proof is signed at', () => {
  it('are those that the public instance announces, or those that are given', async () => {
    const announced = start();
    expect(await publish(announced.world)).toBe(true);
    expect(announced.signing.places[0]?.place).toEqual({
      name: 'the public Sigstore',
      fulcio: 'https://fulcio.sigstore.dev',
      logs: [{ url: 'https://rekor.sigstore.dev', version: 1 }],
      clocks: ['https://timestamp.sigstore.dev/api/v1/timestamp'],
    });
    const given = start({ proof: 'sigstore', 'sigstore-urls': URLS });
    expect(await publish(given.world)).toBe(true);
    expect(given.signing.places[0]?.place).toEqual({
      name: 'the Sigstore at fulcio.example.com',
      fulcio: 'https://fulcio.example.com',
      logs: [{ url: 'https://rekor.example.com', version: 1 }],
      clocks: [],
    });
    expect(given.journal.filter((step) => step.startsWith('trust.'))).toEqual([]);
  });

  it('are known before anything is pushed, or it fails', async () => {
    const started = start();
    started.signing.announces = { ...ANNOUNCED, authorities: [] };
    expect(await publish(started.world)).toBe(false);
    expect([started.runner.outputs.reason, tagsOf(started)]).toEqual(['PROOF_SIGNING', [[], []]]);
  });

  it('have their certificates verified with "ca-file" only where they are one\u2019s own: they are sent a token', async () => {
    const caFile = { 'ca-file': 'ca.pem' };
    const [known, own] = [start(caFile), start({ ...caFile, proof: 'sigstore', 'sigstore-urls': URLS })];
    expect([await publish(known.world), await publish(own.world)]).toEqual([true, true]);
    expect([known, own].map(({ signing }) => signing.places[0]?.caFile)).toEqual([undefined, 'ca.pem']);
  });
});

describe('an image that this run has not tested', () => {
  it('is not proved: PROOF_FOREIGN before any tag is written, and without "proof" no predicate', async () => {
    for (const proof of ['github', 'none']) {
      const started = start({ proof, 'if-exists': 'keep', image: APP, 'moving-tags': '' });
      started.app.seed(earlier, SHA);
      expect(await publish(started.world)).toBe(proof === 'none');
      expect(started.runner.outputs.reason).toBe(proof === 'none' ? 'already-published' : 'PROOF_FOREIGN');
      expect(started.runner.outputs).not.toHaveProperty('predicate-path');
      expect(started.signing.statements).toEqual([]);
      if (proof !== 'none') expect([...started.app.tags.keys()]).toEqual([SHA]);
    }
  });
});

describe('without a proof', () => {
  it('nothing of it is loaded or asked, and the predicate is there for later steps', async () => {
    const { world, runner, journal, keptFiles } = start({ proof: 'none' });
    let isLoaded = false;
    const signing = async () => {
      isLoaded = true;
      throw new Error('not to be loaded');
    };
    expect(await publish({ ...world, signing })).toBe(true);
    expect([isLoaded, at(journal, /^(?:keyless|signer|attestations)\./)]).toEqual([false, -1]);
    const predicate = readPredicate(JSON.parse(keptFiles.files.get(runner.outputs['predicate-path'] ?? '') ?? ''));
    expect(predicate.ok && predicate.value.resourceUri).toContain(encodeURIComponent(image.digest));
  });

  it('a masked text keeps the predicate from being handed on, and the run goes on', async () => {
    const { world, runner, keptFiles } = start({ proof: 'none' });
    runner.secrets.push('owner/app');
    expect(await publish(world)).toBe(true);
    expect([runner.outputs['predicate-path'], keptFiles.files.size]).toEqual([undefined, 0]);
    expect(runner.annotations).toContainEqual(expect.objectContaining({ kind: 'warning', title: 'No predicate' }));
  });

  it('a dry run hands on the predicate, and a closed gate hands on nothing; neither signs', async () => {
    const dry = start({ 'dry-run': 'true' });
    expect(await publish(dry.world)).toBe(true);
    expect(dry.runner.outputs).toHaveProperty('predicate-path');
    const shut = start({ branches: 'release/**' });
    expect(await publish(shut.world)).toBe(true);
    expect(shut.runner.outputs).not.toHaveProperty('predicate-path');
    for (const { signing, keptFiles } of [dry, shut])
      expect([signing.statements.length, keptFiles.files.size < 2]).toEqual([0, true]);
  });
});
