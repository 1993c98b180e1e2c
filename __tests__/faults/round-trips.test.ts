import { describe, expect, test } from '@jest/globals';
import type { User } from '../doubles/registry/access.ts';
import { buildImage, buildIndex, type Image, type ImageIndex } from '../doubles/registry/images.ts';
import { attachedTo, seedAttached } from '../doubles/registry/referrers.ts';
import { type RegistryOptions, startRegistry } from '../doubles/registry/start-registry.ts';
import { judgeStep } from './step/judge-step.ts';
import { COMMIT } from './step/memory-runner.ts';
import { roundsOf } from './step/rounds.ts';
import { PASSWORD, REPOSITORY, runStep, type Step, USER, USERS } from './step/run-step.ts';

async function push(
  image: Image | ImageIndex,
  inputs: Readonly<Record<string, string>> = {},
  options: RegistryOptions = {},
) {
  await using registry = await startRegistry({ auth: { kind: 'token', users: USERS }, ...options });
  const step = { tags: '', 'credential-policy': 'off', ...inputs };
  let problems: readonly string[] = ['it did not run'];
  const rounds = await roundsOf([registry], async () => {
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

  test('takes none more for advice on the credential, which the token service is asked for meanwhile', async () => {
    const users: Readonly<Record<string, User>> = {
      [USER]: { password: PASSWORD, access: { [REPOSITORY]: ['pull', 'push'] } },
    };
    const options = { personality: 'harbor', auth: { kind: 'token', users } } as const;
    const rounds = await push(buildImage(), { 'credential-policy': 'warn' }, options);
    expect(rounds.length).toBeLessThanOrEqual(8 + UPLOAD);
    expect(rounds[2]?.filter((each) => each.endsWith('token'))).toEqual(['GET token']);
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

describe('what an engine has pushed', () => {
  test('is read by its tag and by its digest together, and then what that leads to', async () => {
    await using registry = await startRegistry({ auth: { kind: 'token', users: USERS } });
    const image = buildImage({ contents: ['a base', 'an application'] });
    const rounds = await roundsOf([registry], async () => {
      const ended = await runStep({ registry, image, inputs: { tags: '', 'credential-policy': 'off' } });
      expect(judgeStep(ended, registry, image)).toEqual([]);
    });
    const asked = rounds.map((round) => [...new Set(round)].toSorted());
    expect(asked.slice(-3)).toEqual([['GET digest', 'GET tag'], ['GET blob'], ['GET tag']]);
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
    const rounds = await roundsOf([registry], async () => {
      ({ errors } = await runStep({ registry, image: buildImage(), inputs }));
    });
    expect(errors).toEqual([]);
    return rounds;
  }

  test('takes eleven round trips, one more than one of them alone, and sends no blob', async () => {
    const [one, three] = [await joined([0]), await joined([0, 1, 2])];
    expect(three.map((round) => [...new Set(round)].toSorted())).toEqual([
      ['GET ping'],
      ['GET token'],
      ['GET tag'],
      ['GET blob'],
      ['GET token'],
      ['GET blob', 'GET tag'],
      // The index alone: its images are there.
      ['PUT digest'],
      ['GET blob', 'GET digest'],
      ['GET tag'],
      ['PUT tag'],
      ['GET tag'],
    ]);
    expect(one.length).toBeLessThanOrEqual(three.length - 1);
    expect(three.flat().filter((each) => !each.startsWith('GET'))).toEqual(['PUT digest', 'PUT tag']);
  });

  test('signs in once to read all of them, and once to write, and asks once how', async () => {
    const asked = (await joined([0, 1, 2])).flat();
    expect(asked.filter((each) => each === 'GET token')).toHaveLength(2);
    expect(asked.filter((each) => each === 'GET ping')).toHaveLength(1);
  });

  test('asks nothing of what is attached to them: it is there already', async () => {
    const [copied, left] = [await joined([0, 1, 2], 'copy'), await joined([0, 1, 2], 'leave')];
    expect(copied.flat().toSorted()).toEqual(left.flat().toSorted());
  });
});
