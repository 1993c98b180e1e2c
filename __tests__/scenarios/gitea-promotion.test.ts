/** `commit: image` on a Gitea: an image is promoted by what its API tells of the commit that the image names. */
import { describe, expect } from '@jest/globals';
import { GiteaApi } from '../doubles/gitea/gitea-api.ts';
import { elsewhere, eventOf, recording } from '../doubles/gitea/recorded-events.ts';
import { Repository } from '../doubles/github/repository.ts';
import { type GitHub, serve } from '../doubles/github/start-github.ts';
import type { Image } from '../doubles/registry/images.ts';
import type { Step } from '../doubles/runner.ts';
import { expectNothingLeft } from './failure.ts';
import { BRANCHED, commitAt, expectClosed, labelled, STAGING, tagsOf } from './promotion.ts';
import { FAST_CLOCK, SOURCE, type Stage, scenario } from './stage.ts';

describe('on a Gitea', () => {
  const dispatched = recording('workflow-dispatch');
  const { GITHUB_SHA: TIP = '' } = dispatched.env;

  type OnGitea = { readonly stage: Stage; readonly known: Repository; readonly gitea: GitHub<GiteaApi> };
  function told(name: string, play: (scene: OnGitea) => Promise<void>): void {
    scenario(name, {}, async (stage) => {
      const known = new Repository({ id: 2, name: 'team/app' });
      known.commits.set('main', [TIP, STAGING, commitAt(4)]);
      known.commits.set('feature', [BRANCHED, commitAt(4)]);
      await using gitea = await serve(new GiteaApi(known));
      await play({ stage, known, gitea });
      gitea.assertClean();
      expectNothingLeft(stage);
    });
  }
  function run({ stage, gitea }: OnGitea, image: Image, inputs: Readonly<Record<string, string>> = {}): Promise<Step> {
    const { GITHUB_API_URL: root } = gitea.env;
    const where = { GITHUB_SERVER_URL: root, GITHUB_API_URL: `${root}/api/v1`, ...FAST_CLOCK };
    stage.engine.load(image, [SOURCE]);
    const { env } = elsewhere(dispatched, where);
    return stage.publish({ event: eventOf(dispatched), inputs: { commit: 'image', ...inputs }, env });
  }

  told('an image of an older commit is promoted by its statuses', async (scene) => {
    scene.known.status(STAGING, 'Test / test (push)', 'success', null);
    const inputs = { 'required-checks': 'Test / test (push)' };
    const step = await run(scene, labelled(STAGING), inputs);
    expect(step).toMatchObject({ exitCode: 0, outputs: { reason: 'published' } });
    expect(tagsOf(step)).toEqual([STAGING]);
  });

  told('one of another branch is not', async (scene) => {
    expectClosed(scene, await run(scene, labelled(BRANCHED)), /is on none of main/);
  });

  told('one whose commit is also the name of a branch is not: nobody knows which is meant', async (scene) => {
    scene.known.commits.set(BRANCHED, [STAGING, commitAt(4)]);
    expectClosed(scene, await run(scene, labelled(BRANCHED)), /is named b{40}, like a commit/);
  });

  told('nor one of which Gitea cannot be asked', async (scene) => {
    scene.gitea.api.instead.set(/tags/, { status: 403, body: '{"message":"no scope"}' });
    expectClosed(scene, await run(scene, labelled(STAGING)), /Gitea must be able to tell where the image's commit is/);
  });
});
