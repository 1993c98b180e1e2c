/** Checks and moving tags on a Gitea: what its API tells, asked by the built bundle over HTTP. */
import { describe, expect } from '@jest/globals';
import { GiteaApi } from '../doubles/gitea/gitea-api.ts';
import { elsewhere, eventOf, recording } from '../doubles/gitea/recorded-events.ts';
import { Repository } from '../doubles/github/repository.ts';
import { type GitHub, serve } from '../doubles/github/start-github.ts';
import { buildImage } from '../doubles/registry/images.ts';
import type { Step } from '../doubles/runner.ts';
import { annotationsOf, expectNothingLeft } from './failure.ts';
import { FAST_CLOCK, SOURCE, type Stage, scenario } from './stage.ts';
import { readable } from './summary.ts';

const push = recording('push-branch');
const { GITHUB_SHA: OURS = '' } = push.env;
const [OTHER, ELSE] = ['b'.repeat(40), 'c'.repeat(40)];
const TEST = 'Test / test (push)';

type Scene = { readonly stage: Stage; readonly known: Repository; readonly gitea: GitHub<GiteaApi> };
type Inputs = Readonly<Record<string, string>>;

/** story is a scenario on a Gitea, and a push to its default branch. */
function story(name: string, play: (scene: Scene) => Promise<void>): void {
  scenario(name, {}, async (stage) => {
    const known = new Repository({ id: 2, name: 'team/app' });
    known.commits.set('main', [OURS]);
    await using gitea = await serve(new GiteaApi(known));
    await play({ stage, known, gitea });
    gitea.assertClean();
    expectNothingLeft(stage);
  });
}

function publish({ stage, gitea }: Scene, inputs: Inputs, runner: Inputs = {}): Promise<Step> {
  const { GITHUB_API_URL: root } = gitea.env;
  const where = { GITHUB_SERVER_URL: root, GITHUB_API_URL: `${root}/api/v1`, ...FAST_CLOCK, ...runner };
  return stage.publish({ event: eventOf(push), inputs, env: elsewhere(push, where).env });
}

describe('a commit', () => {
  type Told = readonly [about: string, (known: Repository) => void, seen: string | undefined];
  const told: readonly Told[] = [
    ['whose check has succeeded', (known) => known.status(OURS, TEST, 'success', null), undefined],
    [
      'whose check has succeeded at last',
      (known) => {
        for (const state of ['pending', 'failure', 'success']) known.status(OURS, TEST, state, null);
      },
      undefined,
    ],
    ['of which nothing is told', () => {}, 'nothing was reported under this name'],
    ['whose check still runs', (known) => known.status(OURS, TEST, 'pending', null), 'its status is pending'],
    ['whose check has failed', (known) => known.status(OURS, TEST, 'failure', null), 'its status is failure'],
    ['whose check was skipped', (known) => known.status(OURS, TEST, 'skipped', null), 'its status is skipped'],
    [
      'whose check has succeeded for a pull request',
      (known) => known.status(OURS, 'Test / test (pull_request)', 'success', null),
      'nothing was reported under this name',
    ],
    [
      // The check of each has its own statuses, and both have one name.
      'of which one of two workflows of one name has failed',
      (known) => {
        for (const [run, state] of [
          [1, 'pending'],
          [2, 'pending'],
          [1, 'failure'],
          [2, 'success'],
        ] as const)
          known.status(OURS, TEST, state, null, run);
      },
      'its status is failure',
    ],
    [
      'whose two workflows of one name have succeeded, one of them at last',
      (known) => {
        for (const [run, state] of [
          [1, 'failure'],
          [2, 'success'],
          [1, 'success'],
        ] as const)
          known.status(OURS, TEST, state, null, run);
      },
      undefined,
    ],
    [
      'that a fork calls tested',
      (known) => known.status(OURS, 'Test / test (push) (pull_request)', 'success', null),
      'nothing was reported under this name',
    ],
    [
      'whose neighbour has succeeded',
      (known) => known.status(OTHER, TEST, 'success', null),
      'nothing was reported under this name',
    ],
  ];
  for (const [about, tell, seen] of told) {
    for (const [asked, inputs] of [
      ['by name', { 'required-checks': TEST }],
      ['by the rules of the branch', { 'required-checks': 'branch-rules' }],
    ] as const) {
      story(`${about}, asked for ${asked}, is ${seen === undefined ? 'published' : 'not published'}`, async (scene) => {
        scene.known.branches.set('main', { contexts: [TEST] });
        tell(scene.known);
        const step = await publish(scene, inputs);
        const reason = seen === undefined ? 'published' : 'GATE_CHECKS';
        expect(step).toMatchObject({ exitCode: seen === undefined ? 0 : 1, outputs: { reason } });
        if (seen !== undefined) expect(readable(step)).toContain(seen);
      });
    }
  }

  for (const [about, allowed, reason] of [
    ['may be skipped', TEST, 'published'],
    ['may not be skipped', 'lint', 'GATE_CHECKS'],
  ] as const) {
    // Gitea says so of a workflow, too, that a filter has left out.
    story(`whose skipped check ${about} ends with ${reason}`, async (scene) => {
      scene.known.status(OURS, TEST, 'skipped', null);
      const step = await publish(scene, { 'required-checks': TEST, 'allow-skipped': allowed });
      expect(step.outputs).toMatchObject({ reason });
    });
  }

  for (const [about, name, env] of [
    ['Gitea', 'Gitea', {}],
    ['Forgejo', 'Forgejo', { FORGEJO_ACTIONS: 'true' }],
  ] as const) {
    story(`of which ${about} cannot be asked is not published, and the message names it`, async (scene) => {
      scene.gitea.api.instead.set(/statuses/, { status: 403, body: '{"message":"no scope"}' });
      const step = await publish(scene, { 'required-checks': TEST }, env);
      expect(step).toMatchObject({ exitCode: 1, outputs: { reason: 'GATE_CHECKS' } });
      expect(readable(step)).toContain(`${name} must be able to report the checks`);
      expect(readable(step)).toContain('read:repository');
      expect(readable(step)).not.toContain('permissions:');
    });
  }
});

describe('a moving tag', () => {
  const places: readonly (readonly [about: string, history: Readonly<Record<string, string[]>>, moves: boolean])[] = [
    ['of an older commit moves on', { main: [OURS, OTHER] }, true],
    ['of a newer commit stays', { main: [OTHER, OURS] }, false],
    ['of another line stays', { main: [OURS, ELSE], other: [OTHER, ELSE] }, false],
    ['of a commit that nobody knows stays', { main: [OURS, ELSE] }, false],
  ];
  for (const [about, history, moves] of places) {
    story(about, async (scene) => {
      const former = labelled(OTHER);
      const image = labelled(OURS);
      const { repository, engine } = scene.stage;
      for (const { digest, bytes } of [former.config, ...former.layers]) repository.blobs.set(digest, bytes);
      for (const tag of [OTHER, 'main']) repository.putManifest(former.bytes, former.mediaType, tag);
      for (const [branch, commits] of Object.entries(history)) scene.known.commits.set(branch, commits);
      engine.load(image, [SOURCE]);
      const step = await publish(scene, { 'moving-tags': 'main' });
      expect(step).toMatchObject({ exitCode: 0, outputs: { reason: 'published' } });
      expect(repository.tags.get('main')).toBe((moves ? image : former).digest);
      expect(annotationsOf(step, 'notice')).toHaveLength(moves ? 0 : 1);
      expect(scene.gitea.requests.filter(({ url }) => url.includes('/compare/'))).not.toEqual([]);
    });
  }

  story('stays where Gitea could not be asked, and the notice names it', async (scene) => {
    const former = labelled(OTHER);
    const { repository, engine } = scene.stage;
    for (const { digest, bytes } of [former.config, ...former.layers]) repository.blobs.set(digest, bytes);
    for (const tag of [OTHER, 'main']) repository.putManifest(former.bytes, former.mediaType, tag);
    scene.gitea.api.instead.set(/compare/, { status: 200, body: '{}' });
    engine.load(labelled(OURS), [SOURCE]);
    const step = await publish(scene, { 'moving-tags': 'main' });
    expect([step.exitCode, repository.tags.get('main')]).toEqual([0, former.digest]);
    expect(annotationsOf(step, 'notice')[0]?.data).toContain('Gitea could not be asked');
  });
});

function labelled(commit: string): ReturnType<typeof buildImage> {
  const labels = { 'org.opencontainers.image.revision': commit };
  return buildImage({ content: `of ${commit}`, format: 'docker', labels });
}
