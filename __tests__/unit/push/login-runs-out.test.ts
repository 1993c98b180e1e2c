import { describe, expect, it } from '@jest/globals';
import type { EngineLogin } from '../../../src/docker/docker.ts';
import { engineSource } from '../../../src/push/engine-source.ts';
import { buildImage } from '../../doubles/registry/images.ts';
import { InMemoryDocker } from '../doors/in-memory-docker.ts';
import { InMemoryRegistry } from '../doors/in-memory-registry.ts';
import { plainSight } from './plain-sight.ts';

const image = buildImage({ content: 'tested' });

const TERMS = {
  compression: 'gzip',
  mountFrom: undefined,
  config: { folder: '/nowhere' },
  tell: () => {},
  teller: { now: () => 0, tell: () => {} },
  warn: () => {},
} as const;

/** An engine that is told that it may not, with all but the last of so many logins. */
function start(logins: readonly string[]) {
  const docker = new InMemoryDocker();
  const registry = new InMemoryRegistry();
  docker.registry = registry;
  const source = engineSource(docker, 'app:test', docker.build(image, ['app:test']));
  const shown: string[] = [];
  const push = docker.push.bind(docker);
  docker.push = async (login: EngineLogin, name: string, onProgress: (line: string) => void) => {
    shown.push(login.folder);
    docker.failsAt = login.folder === 'good' ? undefined : 'docker.push';
    return push(login, name, onProgress);
  };
  let asked = 0;
  const held = logins.map((folder) => ({ folder }));
  const engine = async () => {
    asked += 1;
    return held[Math.min(asked, held.length) - 1] ?? { folder: 'none' };
  };
  const target = { registry: 'ghcr.io', path: 'owner/app', tag: 'abc' };
  const at = {
    registry,
    engine,
    target,
    mountsFrom: () => false,
    sight: plainSight(registry),
    isOurs: async () => true,
  };
  return { shown, registry, pushed: () => source.push(at, TERMS) };
}

describe('a push whose login runs out on the way', () => {
  it('is tried again with a new one', async () => {
    const { pushed, shown } = start(['old', 'good']);
    expect(await pushed()).toMatchObject({ digest: image.digest });
    expect(shown).toEqual(['old', 'good']);
  });

  it('is not tried again with the one it had', async () => {
    const { pushed, shown } = start(['old']);
    await expect(pushed()).rejects.toMatchObject({ code: 'PUSH_FAILED' });
    expect(shown).toEqual(['old']);
  });

  it('is given up at last', async () => {
    const { pushed, shown } = start(['a', 'b', 'c', 'd', 'e', 'f', 'good']);
    await expect(pushed()).rejects.toMatchObject({ code: 'PUSH_FAILED' });
    expect(shown).toEqual(['a', 'b', 'c', 'd', 'e']);
  });
});
