/** The action prune/: what is old goes, what is kept stays, and a dry run changes nothing. */
import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it, jest } from '@jest/globals';
import { makeCanary } from '../doubles/canary.ts';
import { type Registry, startRegistry } from '../doubles/registry/start-registry.ts';
import { type Event, Runner, SHA, type Step } from '../doubles/runner.ts';

jest.setTimeout(300_000);

const CREATED = 'org.opencontainers.image.created';
const OLD = { [CREATED]: '2020-01-01T00:00:00Z' };
const NEW = { [CREATED]: new Date().toISOString() };
const old = 'a'.repeat(40);
const recent = 'b'.repeat(40);
const deployed = 'c'.repeat(40);

const dispatched: Event = {
  name: 'workflow_dispatch',
  ref: 'refs/heads/main',
  sha: SHA,
  payload: { repository: { id: 1, default_branch: 'main', fork: false } },
};

type Filled = {
  readonly registry: Registry;
  readonly name: string;
  readonly run: Run;
  /** write makes a file of the job. */
  readonly write: (name: string, text: string) => void;
};
type Run = (inputs?: Readonly<Record<string, string>>, event?: Event) => Promise<Step>;

/** A registry with a token service, and in it an old image, a new one, one that is deployed, and a version. */
async function stage(story: (filled: Filled) => Promise<void>, access = ['pull', 'delete'] as const): Promise<void> {
  const { password } = makeCanary();
  const users = { bot: { password, access: { 'team/app': access } } };
  await using registry = await startRegistry({ personality: 'distribution', auth: { kind: 'token', users } });
  using runner = new Runner();
  const repository = registry.repository('team/app');
  const base = { attestations: true } as const;
  repository.putIndex({ ...base, content: 'old', annotations: OLD, tag: old });
  repository.putIndex({ ...base, content: 'recent', annotations: NEW, tag: recent });
  repository.putIndex({ ...base, content: 'deployed', annotations: OLD, tag: deployed });
  repository.putImage({ content: 'version', annotations: OLD, tag: '1.2.3' });
  const name = `${registry.host}/team/app`;
  const run: Run = (inputs = {}, event = dispatched) =>
    runner.main({
      action: 'prune',
      event,
      inputs: {
        image: name,
        username: 'bot',
        password,
        'keep-newest': '0',
        'trust-created': 'true',
        'max-share': '100 %',
        'keep-digests': `mirror.example/other@${repository.tags.get(deployed)}`,
        ...inputs,
      },
    });
  const write = (file: string, text: string) => writeFileSync(runner.path('workspace', file), text);
  await story({ registry, name, run, write });
  expect(registry.violations).toEqual([]);
}

const writes = ({ requests }: Registry) =>
  requests.filter(({ method }) => method !== 'GET' && method !== 'HEAD').map(({ method, path }) => `${method} ${path}`);

/** What a step leaves alone has no trace of it in the registry. */
function expectUntouched({ registry }: Filled, step: Step): void {
  expect(writes(registry)).toEqual([]);
  expect(registry.repository('team/app').tags.size).toBe(4);
  expect(step.outputs.deleted).toBe('0');
}

describe('old images', () => {
  it('go, with all that belongs to them alone, and can be put back', () =>
    stage(async ({ registry, run }) => {
      const repository = registry.repository('team/app');
      const before = new Map(repository.manifests);
      const goes = repository.tags.get(old) ?? '';
      const step = await run({ 'dry-run': 'false' });
      expect(step.log).not.toContain('::error');
      expect([...repository.tags.keys()].sort()).toEqual(['1.2.3', recent, deployed].sort());
      expect(repository.manifests.has(goes)).toBe(false);
      // The index, two images, and an attestation of each.
      const gone = [...before.keys()].filter((digest) => !repository.manifests.has(digest));
      expect(step).toMatchObject({ exitCode: 0, outputs: { deleted: String(gone.length), failed: '0' } });
      expect(gone).toHaveLength(5);
      expect(Number(step.outputs['freed-bytes'])).toBeGreaterThan(0);
      expect(step.summary).toContain('Deleted');

      const lines = readFileSync(step.outputs['undo-file'] ?? '', 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line));
      expect(lines.map(({ digest }) => digest).sort()).toEqual(gone.sort());
      for (const { digest, mediaType, manifest } of lines) {
        expect(repository.putManifest(Buffer.from(manifest, 'base64'), mediaType)).toBe(digest);
      }
    }));

  it('stay in a dry run, which shows the plan and changes nothing', () =>
    stage(async (filled) => {
      const step = await filled.run();
      expect(step.exitCode).toBe(0);
      expectUntouched(filled, step);
      const { repositories, 'dry-run': isDry } = JSON.parse(step.outputs.results ?? '');
      expect(isDry).toBe(true);
      expect(repositories[0].planned).toHaveLength(5);
      expect(step.outputs['undo-file']).toBe('');
      // Nobody is asked for more than to read.
      const granted = filled.registry.tokens.flatMap(({ grants }) => grants.flatMap(({ actions }) => actions));
      expect(new Set(granted)).toEqual(new Set(['pull']));
    }));

  it('stay where more would go than the limit', () =>
    stage(async (filled) => {
      const step = await filled.run({ 'dry-run': 'false', 'max-deletions': '0' });
      expect(step.exitCode).toBe(1);
      expect(step.log).toContain('::error title=PRUNE_LIMIT');
      expectUntouched(filled, step);
    }));

  it('stay where nothing that is deployed is found', () =>
    stage(async (filled) => {
      const step = await filled.run({ 'dry-run': 'false', 'keep-digests': `sha256:${'0'.repeat(64)}` });
      expect(step.log).toMatch(/::error title=INPUT_INVALID::keep-digests: none of the 1 digests/);
      expectUntouched(filled, step);
    }));

  it.each([
    ['has comments alone', '# nothing runs\n\n'],
    ['is empty', ''],
    ['has a line that names nothing', 'app\n'],
    ['is missing', undefined],
  ])('stay where the file of what is deployed %s, and a dry run says so, too', (_what, text) =>
    stage(async (filled) => {
      if (text !== undefined) filled.write('deployed.txt', text);
      for (const dry of ['true', 'false']) {
        const step = await filled.run({ 'dry-run': dry, 'keep-digests': 'file:deployed.txt' });
        expect(step).toMatchObject({
          exitCode: 1,
          log: expect.stringContaining('::error title=INPUT_INVALID::keep-digests: '),
        });
        expectUntouched(filled, step);
      }
    }),
  );

  it('stay if a file says that they are deployed', () =>
    stage(async (filled) => {
      const goes = filled.registry.repository('team/app').tags.get(old);
      filled.write('deployed.txt', `# from the cluster\ndocker-pullable://mirror.example/app@${goes}\n`);
      const step = await filled.run({ 'dry-run': 'false', 'keep-digests': 'file:deployed.txt' });
      expect([...filled.registry.repository('team/app').tags.keys()]).toContain(old);
      expect(step.exitCode).toBe(0);
    }));

  it('are looked for by the shapes of the tags where none may go, and a tag of elsewhere is told', () =>
    stage(async (filled) => {
      const step = await filled.run({
        'sha-tag': 'sha-{sha}',
        'keep-digests': `${filled.name}:1.2.3, other.example/app:1.2.3`,
      });
      expect(step.log).toMatch(/::warning title=Worth a look::.*Most tags look like: <hex>, 9\.9\.9/);
      expect(step.log).toMatch(/::warning title=Worth a look::.*ignored: other\.example\/app:1\.2\.3/);
      expectUntouched(filled, step);
    }));

  it('stay where the registry refuses to delete, after one try', () =>
    stage(
      async (filled) => {
        const step = await filled.run({ 'dry-run': 'false' });
        expect(step.log).toMatch(/::error title=REGISTRY_DENIED::DELETE /);
        expect(step.outputs).toMatchObject({ deleted: '0', failed: '1' });
        expect(new Set(writes(filled.registry)).size).toBe(1);
        expect(filled.registry.repository('team/app').tags.size).toBe(4);
      },
      ['pull'] as never,
    ));

  it.each<readonly [string, Event]>([
    ['a pull request', { ...dispatched, name: 'pull_request' }],
    ['a git tag', { ...dispatched, ref: 'refs/tags/v1' }],
    ['another branch', { ...dispatched, ref: 'refs/heads/feature' }],
    ['a fork', { ...dispatched, payload: { repository: { id: 1, default_branch: 'main', fork: true } } }],
    [
      'a payload that does not say whether it is a fork',
      { ...dispatched, payload: { repository: { id: 1, default_branch: 'main' } } },
    ],
  ])('stay on %s, and no registry is contacted', (_what, event) =>
    stage(async (filled) => {
      const step = await filled.run({ 'dry-run': 'false' }, event);
      expect(step.exitCode).toBe(1);
      expect(filled.registry.requests).toEqual([]);
    }),
  );
});
