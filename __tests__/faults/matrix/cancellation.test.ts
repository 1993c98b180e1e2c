import { describe, expect, test } from '@jest/globals';
import { ActionError } from '../../../src/errors.ts';
import { distributionRegistry } from '../../../src/registry/distribution-registry.ts';
import { Secret } from '../../../src/secret/secret.ts';
import { buildImage } from '../../doubles/registry/images.ts';
import { type Registry, startRegistry } from '../../doubles/registry/start-registry.ts';
import { judgeStep } from '../step/judge-step.ts';
import { REPOSITORY, runStep, type StepOptions, USERS } from '../step/run-step.ts';
import { VirtualClock } from '../step/virtual-clock.ts';
import { DIRECT_POINTS, ENGINE_POINTS, OUR_POINTS, type Point } from './points.ts';

const image = buildImage();
const POINTS = [
  ...Object.entries(OUR_POINTS).map(([name, point]) => [`own: ${name}`, point] as const),
  ...Object.entries(ENGINE_POINTS).map(([name, point]) => [`engine: ${name}`, point] as const),
];

/** Runs out of time, at the very moment at which a request has come to the registry and is not answered. */
async function endsWhileWaiting(
  { match, skip = 0, level }: Point,
  registry: Registry,
  more: Partial<StepOptions> = {},
): Promise<readonly string[]> {
  const clock = new VirtualClock();
  const { when = () => true } = match;
  let seen = 0;
  const isThere: typeof when = (request) => {
    if (!when(request)) return false;
    seen += 1;
    if (seen > skip) setImmediate(() => clock.leap(Number.POSITIVE_INFINITY));
    return true;
  };
  registry.fault({ match: { ...match, when: isThere }, skip, act: { kind: 'hang', when: 'before-headers' } });
  const step = await runStep({ registry, image, clock, level: level ?? 'content', ...more });
  expect(step.errors.map(({ code }) => code)).toEqual(['TIMEOUT']);
  return judgeStep(step, registry, image);
}

describe('a step whose time is over', () => {
  test.each(POINTS)('ends at once, with that as the reason, while it waits for: %s', async (_, point) => {
    await using registry = await startRegistry({ auth: { kind: 'token', users: USERS } });
    expect(await endsWhileWaiting(point, registry)).toEqual([]);
  });

  test.each(Object.entries(DIRECT_POINTS))(
    'ends at once while it pushes without an engine and waits for: %s',
    async (_, point) => {
      await using registry = await startRegistry({ auth: { kind: 'basic', users: USERS } });
      expect(await endsWhileWaiting(point, registry, { isInFile: true })).toEqual([]);
      expect(registry.repository(REPOSITORY).tags.size).toBeLessThanOrEqual(1);
    },
  );

  test('may be closed although it never came to a session', async () => {
    await using registry = await startRegistry();
    registry.fault({ act: { kind: 'hang', when: 'before-headers' } });
    const unhandled: unknown[] = [];
    const note = (reason: unknown): void => void unhandled.push(reason);
    process.on('unhandledRejection', note);
    const controller = new AbortController();
    const open = distributionRegistry({ signal: controller.signal, mask: () => {}, onWarning: () => {} });
    const credential = { username: 'u', password: new Secret('p') };
    const session = await open({
      repository: { registry: registry.host, path: REPOSITORY },
      credential: async () => credential,
      authHosts: [],
    });
    const reason = new ActionError('CANCELLED', 'over', { hint: '' });
    controller.abort(reason);
    await expect(session.authenticate()).rejects.toBe(reason);
    session.close();
    await new Promise((resolve) => setImmediate(resolve));
    process.off('unhandledRejection', note);
    expect(unhandled).toEqual([]);
  });
});
