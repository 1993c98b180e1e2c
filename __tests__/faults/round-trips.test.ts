import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, test } from '@jest/globals';
import { buildImage, buildIndex, type Image, type ImageIndex } from '../doubles/registry/images.ts';
import { attachedTo, seedAttached } from '../doubles/registry/referrers.ts';
import { type Registry, type RegistryOptions, startRegistry } from '../doubles/registry/start-registry.ts';
import { judgeStep } from './step/judge-step.ts';
import { COMMIT } from './step/memory-runner.ts';
import { REPOSITORY, runStep, type Step, USERS } from './step/run-step.ts';

/** The loop turns so often without a new request before everybody waits for an answer. */
const STILL = 60;

/**
 * Holds every answer until nobody asks anything more, and then gives all of them at once: what is asked together takes
 * one round, and the rounds are the round trips that come one after the other. Returns the requests of each round.
 */
async function roundsOf(registry: Registry, work: () => Promise<unknown>): Promise<readonly (readonly string[])[]> {
  const held: (() => void)[] = [];
  const rounds: string[][] = [];
  let count = 0;
  const until = () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    held.push(resolve);
    return promise;
  };
  registry.fault({ match: {}, times: 'always', act: { kind: 'wait', until } });
  const done = work().then(() => true);
  for (let still = 0, isDone = false; !isDone; ) {
    const seen = registry.requests.length;
    isDone = await Promise.race([done, turn(false)]);
    still = registry.requests.length === seen && held.length > 0 ? still + 1 : 0;
    if (still < STILL) continue;
    rounds.push(registry.requests.slice(count).map(({ method, kind }) => `${method} ${kind}`));
    count = registry.requests.length;
    for (const release of held.splice(0)) release();
    still = 0;
  }
  return rounds;
}

async function push(
  image: Image | ImageIndex,
  inputs: Readonly<Record<string, string>> = {},
  options: RegistryOptions = {},
) {
  await using registry = await startRegistry({ auth: { kind: 'token', users: USERS }, ...options });
  const step = { tags: '', 'credential-policy': 'off', ...inputs };
  let problems: readonly string[] = ['it did not run'];
  const rounds = await roundsOf(registry, async () => {
    const ended = await runStep({ registry, image, isInFile: true, inputs: step });
    problems = judgeStep(ended, registry, image);
  });
  expect(problems).toEqual([]);
  return rounds;
}

/** What its largest blob needs: a POST and a PUT. */
const UPLOAD = 2;

describe('a cold push without an engine', () => {
  test('takes eight round trips and those of its largest blob', async () => {
    const image = buildImage({ contents: ['a base', 'a library'.repeat(500), 'an application'] });
    const rounds = await push(image);
    expect(rounds.length).toBeLessThanOrEqual(8 + UPLOAD);
    expect(rounds.map((round) => [...new Set(round)].toSorted())).toEqual([
      ['GET ping'],
      ['GET token'],
      // What is there is asked together.
      ['GET blob', 'GET tag'],
      ['POST upload'],
      ['PUT upload'],
      ['PUT digest'],
      ['GET blob', 'GET digest'],
      // The tag is looked at right before it is written.
      ['GET tag'],
      ['PUT tag'],
      ['GET tag'],
    ]);
  });

  test('takes one more for advice on the credential, which the token service is asked for', async () => {
    expect((await push(buildImage(), { 'credential-policy': 'warn' })).length).toBeLessThanOrEqual(9 + UPLOAD);
  });

  test('of an index takes one more, for its children: they are put before it, and read with it', async () => {
    expect((await push(buildIndex())).length).toBeLessThanOrEqual(9 + UPLOAD);
  });

  test('of what is there takes no upload, and asks for every blob once before and once after', async () => {
    const image = buildImage({ contents: ['one', 'two'] });
    await using registry = await startRegistry({});
    const publish = (tag: string) => runStep({ registry, image, isInFile: true, inputs: { tags: '', 'sha-tag': tag } });
    await publish('{sha}');
    const before = registry.requests.length;
    await publish('again-{sha}');
    const asked = registry.requests.slice(before).map(({ method, kind }) => `${method} ${kind}`);
    expect(asked.filter((each) => each.endsWith('upload'))).toEqual([]);
  });
});

describe('joining three images that are in the repository already', () => {
  const labels = { 'org.opencontainers.image.revision': COMMIT };
  const parts = ['amd64', 'arm64', 's390x'].map((architecture) => {
    return buildImage({ platform: `linux/${architecture}`, contents: ['a base', architecture], labels });
  });

  /** What a joining takes on a registry that has all of them, and nothing else. */
  async function joined(lines: readonly number[], referrers = 'leave') {
    await using registry = await startRegistry({ auth: { kind: 'token', users: USERS } });
    const repository = registry.repository(REPOSITORY);
    for (const [at, { config, layers, bytes, mediaType }] of parts.entries()) {
      for (const blob of [config, ...layers]) repository.blobs.set(blob.digest, blob.bytes);
      repository.putManifest(bytes, mediaType, `part-${at}`);
    }
    const signed = attachedTo(parts[0] as Image, { content: 'signature' });
    seedAttached(repository, signed);
    const source = lines.map((at) => `docker://${registry.host}/${REPOSITORY}:part-${at}`).join('\n');
    const inputs = { source, tags: '', 'credential-policy': 'off', referrers };
    let errors: Step['errors'] | undefined;
    const rounds = await roundsOf(registry, async () => {
      ({ errors } = await runStep({ registry, image: buildImage(), inputs }));
    });
    expect(errors).toEqual([]);
    return rounds;
  }

  test('takes two round trips more than one of them alone, and sends no blob', async () => {
    const [one, three] = [await joined([0]), await joined([0, 1, 2])];
    // The index is put, and read before its images are.
    expect(three.length).toBeLessThanOrEqual(one.length + 2);
    expect(three.flat().filter((each) => !each.startsWith('GET'))).toEqual(['PUT digest', 'PUT tag']);
  });

  test('signs in once to read all of them, and once to write', async () => {
    const asked = (await joined([0, 1, 2])).flat();
    expect(asked.filter((each) => each === 'GET token')).toHaveLength(2);
    expect(asked.filter((each) => each === 'GET ping')).toHaveLength(2);
  });

  test('asks nothing of what is attached to them: it is there already', async () => {
    const [copied, left] = [await joined([0, 1, 2], 'copy'), await joined([0, 1, 2], 'leave')];
    expect(copied.flat().toSorted()).toEqual(left.flat().toSorted());
  });
});
