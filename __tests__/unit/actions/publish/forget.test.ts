import { describe, expect, it } from '@jest/globals';
import { forget } from '../../../../src/actions/publish/forget.ts';
import { CONFIG_STATE, KEEP_STATE } from '../../../../src/credentials/state-names.ts';
import { InMemoryDocker } from '../../doors/in-memory-docker.ts';
import { RecordedRunner } from '../../doors/recorded-runner.ts';

const FOLDER = '/runner/verified-image-push-1';

function start(folder?: string) {
  const runner = new RecordedRunner();
  const docker = new InMemoryDocker();
  if (folder !== undefined) runner.states[CONFIG_STATE] = folder;
  return { runner, docker };
}

describe('forget', () => {
  it('ends what docker still does for a killed step, before it removes what that would write to', async () => {
    const world = start(FOLDER);
    world.docker.orphans = 2;
    await forget(world);
    expect(world.runner.lines).toContainEqual(expect.stringMatching(/a step that was killed: 2/));
    expect(world.docker.journal[0]).toBe('docker.endOrphans');
  });

  it('removes the folder that a killed step has left', async () => {
    const world = start(FOLDER);
    world.docker.configs.add(FOLDER);
    await forget(world);
    expect(world.docker.configs.size).toBe(0);
    expect(world.runner.lines).toEqual([expect.stringMatching(/Removed the private folder .* a login, or an image/)]);
  });

  it('removes it for good: a docker login that outlived the step cannot make it again', async () => {
    const world = start(FOLDER);
    const asked: unknown[] = [];
    world.docker.removeConfig = async (...given: unknown[]) => asked.push(given) > 0;
    await forget(world);
    expect(asked).toEqual([[{ folder: FOLDER }, { afterKill: true }]]);
  });

  it('says nothing of a folder that the main step has removed', async () => {
    const world = start(FOLDER);
    await forget(world);
    expect(world.runner.lines).toEqual([]);
    expect(world.runner.annotations).toEqual([]);
  });

  it('touches nothing of its own when the main step has put nothing aside', async () => {
    const world = start();
    await forget(world);
    expect(world.docker.journal).toEqual(['docker.endOrphans', 'docker.forgetLogins', 'docker.removeOutlived']);
    expect(world.runner.lines).toEqual([]);
  });

  it.each([
    ['an error', new Error('EBUSY: resource busy')],
    ['something else', 'EBUSY'],
  ])('never fails the job: %s is a warning that names the folder', async (_name, thrown) => {
    const world = start(FOLDER);
    world.docker.removeConfig = () => Promise.reject(thrown);
    await forget(world);
    expect(world.runner.annotations).toEqual([
      { kind: 'warning', title: 'Private folder not removed', text: expect.stringMatching(`${FOLDER},.*EBUSY`) },
    ]);
  });

  it('removes what steps have left that nobody can be running any more, and says how many', async () => {
    const world = start();
    world.docker.outlived = 3;
    await forget(world);
    expect(world.docker.outlivedBefore).toBe(world.runner.time - 6 * 3_600_000);
    expect(world.runner.lines).toContainEqual(expect.stringMatching(/left here more than six hours ago: 3/));
  });

  it('never fails the job for what others have left', async () => {
    const world = start(FOLDER);
    world.docker.failsAt = 'docker.removeOutlived';
    await forget(world);
    expect(world.runner.annotations).toEqual([]);
    expect(world.runner.lines).toContainEqual(expect.stringContaining('could not be removed'));
  });

  it('takes back the logins that were left for later steps, and says in one line what became of them', async () => {
    const world = start();
    const plan = { id: 'plan-1', files: ['/home/.docker/config.json'] };
    world.runner.states[KEEP_STATE] = JSON.stringify(plan);
    await world.docker.keepLogins(plan, []);
    world.docker.forgotten = { removed: 2, replaced: 1 };
    await forget(world);
    expect(world.docker.kept.size).toBe(0);
    expect(world.runner.lines.filter((line) => line.includes('later steps'))).toEqual([
      expect.stringMatching(/2 removed; 1 replaced by another step since, and kept/),
    ]);
  });

  it.each([
    ['a file that cannot be written', '{"id":"plan-1","files":[]}'],
    ['a state that is damaged', '{"id":'],
  ])('never fails the job for %s, and goes on', async (_name, state) => {
    const world = start(FOLDER);
    world.runner.states[KEEP_STATE] = state;
    world.docker.configs.add(FOLDER);
    world.docker.failsAt = 'docker.forgetLogins';
    await forget(world);
    expect(world.runner.annotations).toEqual([
      { kind: 'warning', title: 'Login not removed', text: expect.stringMatching(/later steps/) },
    ]);
    expect(world.docker.configs.size).toBe(0);
  });
});
