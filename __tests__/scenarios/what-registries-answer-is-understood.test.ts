import { describe, expect } from '@jest/globals';
import type { Access } from '../doubles/registry/access.ts';
import type { RegistryOptions } from '../doubles/registry/start-registry.ts';
import { expectFailed, expectNothingLeft } from './failure.ts';
import { FAST_CLOCK, type Stage, scenario, USERNAME } from './stage.ts';

const PUSH: Access = { 'team/app': ['pull', 'push'] };
type More = { readonly access?: Access; readonly anonymous?: Access } & RegistryOptions;

/** A registry with a token service, and one robot that may push. */
const robot =
  (personality: 'harbor' | 'quay' | 'gitea' | 'zot', { access = PUSH, anonymous = {}, ...options }: More = {}) =>
  ({ password }: { readonly password: string }): RegistryOptions => ({
    personality,
    auth: { kind: 'token', users: { [USERNAME]: { password, access } }, anonymous },
    ...options,
  });

function expectNothingSent(stage: Stage): void {
  expect(stage.writes).toEqual([]);
  expect(stage.commands).not.toContain('push');
  expectNothingLeft(stage);
}

describe('Harbor', () => {
  const openProject = { registry: robot('harbor', { anonymous: { 'team/app': ['pull'] } }) };

  scenario('gives anybody a token, and a wrong password is told all the same', openProject, async (stage) => {
    for (const inputs of [{ password: 'not the password' }, { password: 'not the password', 'dry-run': 'true' }]) {
      expectFailed(await stage.publish({ inputs }), 'LOGIN_FAILED');
    }
    expectNothingSent(stage);
  });

  const readOnly = { registry: robot('harbor', { access: { 'team/app': ['pull'] } }) };
  scenario('lets a robot pull alone, which is told before anything is sent', readOnly, async (stage) => {
    for (const inputs of [{}, { 'dry-run': 'true' }]) {
      expect(expectFailed(await stage.publish({ inputs }), 'REGISTRY_DENIED')).toContain('it may only pull there');
    }
    expectNothingSent(stage);
  });

  scenario(
    'scans what is pushed, and is waited for',
    { registry: robot('harbor', { scanReads: 4 }) },
    async (stage) => {
      const step = await stage.publish({ inputs: { tags: '1.2.3' }, env: FAST_CLOCK });
      expect(step.outputs).toMatchObject({ pushed: 'true', reason: 'published' });
      const puts = stage.registry.requests.filter(({ method, kind }) => method === 'PUT' && kind !== 'upload');
      expect(puts.map(({ reference }) => reference).toSorted()).toEqual([
        '1.2.3',
        expect.stringMatching(/^[0-9a-f]{40}$/),
      ]);
    },
  );

  scenario('gives the engine a token rather than the robot', { registry: robot('harbor') }, async (stage) => {
    const step = await stage.publish();
    expect(step.outputs.pushed).toBe('true');
    expect(step.summary).toContain('a token that may only pull from and push to this repository, valid for 30 min');
    expect(stage.commands).not.toContain('login');
  });
});

describe('Quay', () => {
  scenario(
    'does not say how long its tokens live, and the engine gets one',
    { registry: robot('quay') },
    async (stage) => {
      const step = await stage.publish();
      expect(step.outputs.pushed).toBe('true');
      expect(step.summary).toContain('a token that may only pull from and push to this repository, valid for 60 min');
      expect(stage.commands).not.toContain('login');
    },
  );
});

describe('GHCR, pushed to by the engine', () => {
  scenario('says which permission the job lacks', {}, async (stage) => {
    const message = 'permission_denied: write_package';
    stage.registry.fault({
      match: { kind: 'upload' },
      times: 'always',
      act: { kind: 'error', status: 403, code: 'DENIED', message },
    });
    expect(expectFailed(await stage.publish(), 'REGISTRY_DENIED')).toContain('permissions: packages: write');
  });
});

describe('zot', () => {
  scenario('takes no Docker manifests, and the way out is named', { registry: robot('zot') }, async (stage) => {
    expect(expectFailed(await stage.publish(), 'REGISTRY_ANSWER')).toMatch(/"engine: direct".*docker2s2/s);
    const step = await stage.publish({ inputs: { engine: 'direct' } });
    expect(step.outputs).toMatchObject({ pushed: 'true', reason: 'published' });
  });
});

describe('Gitea', () => {
  const away = { registry: robot('gitea') };
  scenario('has no such owner, and that is told', away, async (stage) => {
    expectFailed(await stage.publish({ inputs: { engine: 'direct' } }), 'REPOSITORY_MISSING');
  });

  const there = { registry: robot('gitea', { repositories: ['team/*'] }) };
  scenario('says by its token alone how long that lives, and the engine gets it', there, async (stage) => {
    const step = await stage.publish();
    expect(step.outputs.pushed).toBe('true');
    expect(step.summary).toContain('a token for this repository');
    expect(stage.commands).not.toContain('login');
  });
});

describe('Nexus without redeploy', () => {
  const registry = ({ password }: { readonly password: string }): RegistryOptions => ({
    personality: 'nexus',
    auth: { kind: 'basic', users: { [USERNAME]: password } },
    immutableTags: true,
    secondNames: 'refused',
  });
  scenario('refuses a tag for what it has under its digest, and nobody waits for it', { registry }, async (stage) => {
    expect(expectFailed(await stage.publish({ inputs: { engine: 'direct' } }), 'TAG_EXISTS')).toContain(
      'Disable redeploy',
    );
    const reads = stage.registry.requests.filter(({ method, kind }) => method === 'GET' && kind === 'tag');
    // At first, right before it is written, and once after that was refused.
    expect(reads).toHaveLength(3);
  });
});

describe('a registry that lets an account push and not read', () => {
  scenario('is told as that', {}, async (stage) => {
    const act = { kind: 'refuse', situation: 'denied' } as const;
    stage.registry.fault({ match: { method: 'GET', kind: 'digest' }, times: 'always', act });
    expect(expectFailed(await stage.publish(), 'REGISTRY_DENIED')).toContain('has no read access');
  });
});

describe('a registry that takes no pushes', () => {
  scenario('is told as that, on both ways', {}, async (stage) => {
    const act = { kind: 'error', status: 405, code: 'UNSUPPORTED', message: 'The operation is unsupported.' } as const;
    stage.registry.fault({ match: { kind: 'upload', method: 'POST' }, times: 'always', act });
    const direct = await stage.publish({ inputs: { engine: 'direct' } });
    expect(expectFailed(direct, 'REGISTRY_DENIED')).toContain('pull-through cache');
    const byEngine = await stage.publish();
    expect(expectFailed(byEngine, 'REGISTRY_DENIED')).toContain('pull-through cache');
  });
});
