/** Releases, patches and re-runs as they come, on a repository with a history that GitHub tells of. */
import { describe, expect } from '@jest/globals';
import { Repository } from '../doubles/github/repository.ts';
import { type GitHub, startGitHub } from '../doubles/github/start-github.ts';
import { buildImage, type Image } from '../doubles/registry/images.ts';
import { type Event, REPOSITORY_ID, Runner, type Step } from '../doubles/runner.ts';
import { annotationsOf, expectFailed, expectNothingLeft } from './failure.ts';
import { FAST_CLOCK, type Overrides, SOURCE, type Stage, scenario } from './stage.ts';
import { readable } from './summary.ts';

const commitAt = (place: number): string => (0xabc0000 + place).toString(16).padStart(40, '0');

function imageAt(place: number, build = ''): Image {
  const labels = { 'org.opencontainers.image.revision': commitAt(place) };
  return buildImage({ content: `of commit ${place}${build}`, format: 'docker', labels });
}

/** A repository of ten commits on `main`, with a registry that holds what was published of them. */
class Scene {
  readonly stage: Stage;
  readonly github: GitHub;
  readonly history: Repository;

  constructor(stage: Stage, github: GitHub, history: Repository) {
    this.stage = stage;
    this.github = github;
    this.history = history;
  }

  /** published puts the image of a commit there under its SHA tag and more, as earlier runs have left it. */
  published(place: number, ...tags: readonly string[]): Image {
    const { repository } = this.stage;
    const image = imageAt(place);
    for (const { digest, bytes } of [image.config, ...image.layers]) repository.blobs.set(digest, bytes);
    for (const tag of [commitAt(place), ...tags]) repository.putManifest(image.bytes, image.mediaType, tag);
    return image;
  }

  /** tagged is a release: a tag of git, and what its run has published. */
  released(place: number, version: string, ...moving: readonly string[]): Image {
    this.history.gitTags.set(version, commitAt(place));
    return this.published(place, version.slice(1), ...moving);
  }

  /** What a run for a commit on `main` is given, or for a git tag on it. */
  run(place: number, { version, image = imageAt(place), ...more }: Run = {}): Overrides {
    if (version !== undefined) this.history.gitTags.set(version, commitAt(place));
    this.stage.engine.load(image, [SOURCE]);
    const event: Event = {
      name: 'push',
      ref: version === undefined ? 'refs/heads/main' : `refs/tags/${version}`,
      sha: commitAt(place),
      payload: { deleted: false },
    };
    const usual = version === undefined ? { 'moving-tags': 'main' } : RELEASE;
    return { event, inputs: { ...usual, ...more.inputs }, env: { ...this.github.env, ...more.env } };
  }

  publish(place: number, run?: Run): Promise<Step> {
    return this.stage.publish(this.run(place, run));
  }

  shows(tag: string): string | undefined {
    return this.stage.repository.tags.get(tag);
  }
}

type Run = Pick<Overrides, 'inputs' | 'env'> & { readonly version?: string; readonly image?: Image };

const RELEASE = { 'version-tags': 'semver', 'moving-tags': 'latest' };

function story(name: string, play: (scene: Scene) => Promise<void>): void {
  scenario(name, {}, async (stage) => {
    const history = new Repository({ id: REPOSITORY_ID });
    history.commits.set(
      'main',
      Array.from({ length: 10 }, (_, at) => commitAt(9 - at)),
    );
    await using github = await startGitHub(history, { token: 'ghs_tokenOfTheJob' });
    await play(new Scene(stage, github, history));
    github.assertClean();
    expectNothingLeft(stage);
  });
}

/** What became of each tag, in the order of the results. */
function states({ outputs }: Step): Readonly<Record<string, string>> {
  const { destinations } = JSON.parse(outputs.results ?? '') as {
    destinations: { tags: { tag: string; state: string }[] }[];
  };
  const all = destinations.flatMap(({ tags }) => tags);
  return Object.fromEntries(all.map(({ tag, state }) => [tag.slice(tag.lastIndexOf(':') + 1), state]));
}

const notices = (step: Step): readonly string[] => annotationsOf(step, 'notice').map(({ data }) => data);

describe('a release', () => {
  story('that is the first one takes every tag', async (scene) => {
    const step = await scene.publish(3, { version: 'v1.0.0' });
    expect(step).toMatchObject({ exitCode: 0, outputs: { reason: 'published', digest: imageAt(3).digest } });
    const tags = [commitAt(3), '1.0.0', '1.0', '1', 'latest'];
    expect(step.outputs.tags?.split('\n')).toEqual(tags.map((tag) => `${scene.stage.name}:${tag}`));
    for (const tag of tags) expect(scene.shows(tag)).toBe(imageAt(3).digest);
    expect(step.outputs['previous-digest']).toBeUndefined();
    expect(notices(step)).toEqual([]);
  });

  story('moves the tags of its line, hands on what they showed, and says how to put that back', async (scene) => {
    const former = scene.released(3, 'v1.0.0', '1.0', '1', 'latest');
    const step = await scene.publish(4, { version: 'v1.1.0' });
    expect(states(step)).toEqual({
      [commitAt(4)]: 'written',
      '1.1.0': 'written',
      '1.1': 'moved',
      1: 'moved',
      latest: 'moved',
    });
    expect(scene.shows('1.0')).toBe(former.digest);
    expect(step.outputs['previous-digest']).toBe(former.digest);
    for (const tag of ['1', 'latest']) {
      const image = `docker://${scene.stage.name}`;
      expect(step.summary).toContain(`skopeo copy --all --preserve-digests ${image}@${former.digest} ${image}:${tag}`);
    }
  });

  story('of a patch of an older line takes neither the newer minor version nor latest', async (scene) => {
    scene.released(1, 'v1.2.3', '1.2');
    const minor = scene.released(3, 'v1.3.0', '1.3', '1');
    const newest = scene.released(5, 'v2.0.0', '2.0', '2', 'latest');
    const step = await scene.publish(7, { version: 'v1.2.4' });
    expect(step).toMatchObject({ exitCode: 0, outputs: { reason: 'published' } });
    expect(states(step)).toMatchObject({ '1.2.4': 'written', '1.2': 'moved', 1: 'kept', latest: 'kept' });
    expect([scene.shows('1.2'), scene.shows('1'), scene.shows('latest')]).toEqual([
      imageAt(7).digest,
      minor.digest,
      newest.digest,
    ]);
    expect(notices(step)).toEqual([
      `${scene.stage.name}:1 stays at ${minor.digest}: it shows 1.3.0, and this is 1.2.4.`,
      `${scene.stage.name}:latest stays at ${newest.digest}: it shows 2.0.0, and this is 1.2.4.`,
    ]);
    expect(step.outputs.tags).not.toContain(':latest');
  });

  story('that is a prerelease has its own tag alone', async (scene) => {
    const newest = scene.released(5, 'v2.0.0', '2.0', '2', 'latest');
    const step = await scene.publish(6, { version: 'v2.1.0-rc.1' });
    expect(states(step)).toEqual({ [commitAt(6)]: 'written', '2.1.0-rc.1': 'written', latest: 'kept' });
    expect(scene.shows('latest')).toBe(newest.digest);
    expect(notices(step)).toEqual([expect.stringContaining('2.1.0-rc.1 is a prerelease')]);
    // Nobody had to be asked for that.
    expect(scene.github.requests).toEqual([]);
  });
});

describe('a moving tag', () => {
  story('stays when last month’s run is run again, which succeeds', async (scene) => {
    scene.published(2);
    const newest = scene.published(8, 'main');
    const step = await scene.publish(2);
    expect(step).toMatchObject({
      exitCode: 0,
      outputs: { pushed: 'true', reason: 'already-published', digest: imageAt(2).digest },
    });
    expect([scene.shows('main'), scene.stage.writes]).toEqual([newest.digest, []]);
    const because = `it shows ${commitAt(8)}, which comes after this commit`;
    expect(notices(step)).toEqual([`${scene.stage.name}:main stays at ${newest.digest}: ${because}.`]);
    const short = because.replace(commitAt(8), commitAt(8).slice(0, 12));
    expect(readable(step)).toContain(`**stays** at <code>${newest.digest.slice(7, 19)}</code>: ${short}`);
  });

  story('moves to a later commit of the branch', async (scene) => {
    const former = scene.published(2, 'main');
    const step = await scene.publish(8);
    expect(states(step)).toMatchObject({ main: 'moved' });
    expect(step.outputs['previous-digest']).toBe(former.digest);
    const shown = new Set(scene.github.requests.map(({ headers }) => headers.authorization));
    expect([...shown]).toEqual([expect.stringMatching(/^(?:bearer|token) ghs_tokenOfTheJob$/i)]);
  });

  story(
    'that an older run writes over a newer image is told of, in red, and the newer run puts it right',
    async (scene) => {
      const former = scene.published(2, 'main');
      using other = new Runner();
      const looked = scene.stage.arrival(({ method, reference }) => method === 'GET' && reference === 'main');
      const older = scene.stage.start(scene.run(5));
      await looked;
      // It has looked at the tag, and gets the answer when the newer run is over.
      older.child.kill('SIGSTOP');
      const newer = await other.main(scene.stage.options(scene.run(8)));
      expect([states(newer).main, scene.shows('main')]).toEqual(['moved', imageAt(8).digest]);
      older.child.kill('SIGCONT');
      const step = await older.ended;
      const text = expectFailed(step, 'TAG_BEHIND');
      expect(text).toContain(`Run the job for the commit ${commitAt(8)} again`);
      expect(text).toContain('"concurrency"');
      expect(states(step).main).toBe('not-written');
      expect(newer.outputs['previous-digest']).toBe(former.digest);
      // It has proved one image alone, and has given the tag no other.
      expect(scene.shows('main')).toBe(imageAt(5).digest);
      const again = await other.main(scene.stage.options(scene.run(8)));
      expect([again.exitCode, states(again).main, scene.shows('main')]).toEqual([0, 'moved', imageAt(8).digest]);
    },
  );

  story('never shows what another run was refused, whatever stands under its SHA tag', async (scene) => {
    const former = scene.published(2, 'main');
    const refused = await scene.publish(8, { inputs: { 'expected-image-id': imageAt(7).config.digest } });
    expectFailed(refused, 'IDENTITY_MISMATCH');
    // Whoever may write to the registry, or an engine that was cancelled, has left it there.
    const image = scene.published(8);
    const step = await scene.publish(5);
    const text = expectFailed(step, 'TAG_BEHIND');
    expect(text).toContain(commitAt(8));
    expect([image.digest, former.digest]).not.toContain(scene.shows('main'));
    expect(scene.shows('main')).toBe(imageAt(5).digest);
  });

  story(
    'never shows a manifest without its layers, or without a label, that was put under a newer SHA tag',
    async (scene) => {
      scene.published(2, 'main');
      for (const image of [imageAt(8), buildImage({ content: 'no label', format: 'docker' })]) {
        scene.stage.repository.putManifest(image.bytes, image.mediaType, commitAt(8));
        expectFailed(await scene.publish(5), 'TAG_BEHIND');
        expect(scene.shows('main')).toBe(imageAt(5).digest);
      }
    },
  );

  story('stays when the job may not read the history, and the notice names the permission', async (scene) => {
    const former = scene.published(2, 'main');
    scene.github.api.permissions = ['metadata'];
    const step = await scene.publish(8);
    expect([step.exitCode, scene.shows('main')]).toEqual([0, former.digest]);
    expect(notices(step)).toEqual([expect.stringMatching(/status 403.*"permissions: contents: read"/)]);
  });

  story('stays while GitHub is out of order', async (scene) => {
    const former = scene.published(2, 'main');
    scene.github.api.fault({ on: /./, times: 'always', act: { kind: 'answer', status: 503 } });
    const step = await scene.publish(8, { env: FAST_CLOCK });
    expect([step.exitCode, scene.shows('main')]).toEqual([0, former.digest]);
    expect(notices(step)).toEqual([expect.stringMatching(/GitHub(?: Enterprise Server)? could not be asked/)]);
  });

  story(
    'stays when the image does not name its commit, and the notice says how to build one that does',
    async (scene) => {
      const former = scene.published(2, 'main');
      const image = buildImage({ content: 'no label', format: 'docker' });
      const step = await scene.publish(8, { image });
      expect([step.exitCode, scene.shows('main'), scene.shows(commitAt(8))]).toEqual([0, former.digest, image.digest]);
      expect(notices(step)).toEqual([
        expect.stringContaining('Build the image with --label org.opencontainers.image.revision="$GITHUB_SHA"'),
      ]);
      expect(scene.github.requests).toEqual([]);
    },
  );
});

describe('a git tag that may not publish', () => {
  // `v*` is protected; anybody may push these.
  story('neither sends latest back nor freezes it', async (scene) => {
    const former = scene.released(3, 'v1.2.8', '1.2', '1', 'latest');
    scene.history.gitTags.set('1.2.9', commitAt(2)).set('999.0.0', commitAt(3)).set('1000.0.0', commitAt(9));
    scene.published(9, '1000.0.0');
    const step = await scene.publish(5, { version: 'v1.3.0' });
    expect([step.exitCode, scene.shows('latest')]).toEqual([0, imageAt(5).digest]);
    expect(step.outputs['previous-digest']).toBe(former.digest);
    // An older version that is run again takes nothing from it.
    const again = await scene.publish(3, { version: 'v1.2.8' });
    expect([again.exitCode, states(again).latest, scene.shows('latest')]).toEqual([0, 'kept', imageAt(5).digest]);
  });

  story('is nothing against a move where there are thousands of others', async (scene) => {
    const former = scene.released(3, 'v1.2.8', '1.2', '1', 'latest');
    for (let patch = 0; patch < 5_200; patch++) scene.history.gitTags.set(`app-v1.0.${patch}`, commitAt(1));
    const step = await scene.publish(5, { version: 'v1.3.0' });
    expect([step.exitCode, scene.shows('latest')]).toEqual([0, imageAt(5).digest]);
    expect(step.outputs['previous-digest']).toBe(former.digest);
  });

  story('counts where "git-tags" lets it publish', async (scene) => {
    const newest = scene.released(3, '999.0.0', '999.0', '999', 'latest');
    const step = await scene.publish(5, { version: 'v1.3.0', inputs: { 'git-tags': '**' } });
    expect([states(step).latest, scene.shows('latest')]).toEqual(['kept', newest.digest]);
  });
});

describe('an event that moves nothing', () => {
  const release = (scene: Scene, action: string, prerelease: boolean): Overrides => {
    const run = scene.run(6, { version: 'v2.1.0' });
    const payload = { action, release: { draft: false, prerelease, tag_name: 'v2.1.0' } };
    return { ...run, event: { name: 'release', ref: 'refs/tags/v2.1.0', sha: commitAt(6), payload } };
  };

  story('is the release of a prerelease, whatever its git tag is called, until it is promoted', async (scene) => {
    const newest = scene.released(5, 'v2.0.0', '2.0', '2', 'latest');
    const step = await scene.stage.publish(release(scene, 'published', true));
    expect([step.exitCode, scene.shows('2.1.0'), scene.shows('latest')]).toEqual([0, imageAt(6).digest, newest.digest]);
    expect(states(step)).toMatchObject({ '2.1.0': 'written', '2.1': 'kept', 2: 'kept', latest: 'kept' });
    for (const notice of notices(step)) expect(notice).toContain('the release is a prerelease');
    expect(scene.shows('2.1')).toBeUndefined();
    const promoted = await scene.stage.publish(release(scene, 'released', false));
    expect(promoted).toMatchObject({ exitCode: 0, outputs: { reason: 'already-published' } });
    for (const tag of ['2.1', '2', 'latest']) expect(scene.shows(tag)).toBe(imageAt(6).digest);
  });

  story('leaves the tags to older releases, although its version is higher, until it is promoted', async (scene) => {
    scene.released(3, 'v2.0.0', '2.0', '2', 'latest');
    await scene.stage.publish(release(scene, 'published', true));
    scene.history.releases.set('v2.1.0', true);
    const run = scene.run(4, { version: 'v2.0.1' });
    const payload = { action: 'published', release: { draft: false, prerelease: false, tag_name: 'v2.0.1' } };
    const patch = { ...run, event: { name: 'release', ref: 'refs/tags/v2.0.1', sha: commitAt(4), payload } };
    const step = await scene.stage.publish(patch);
    expect([step.exitCode, scene.shows('latest'), scene.shows('2')]).toEqual([0, imageAt(4).digest, imageAt(4).digest]);
    // When it is promoted, a late run for the patch sees that it is behind.
    scene.history.releases.set('v2.1.0', false);
    expectFailed(await scene.stage.publish(patch), 'TAG_BEHIND');
  });

  story('is that of a commit in the merge queue, which says why', async (scene) => {
    const former = scene.published(2, 'main');
    const run = scene.run(6, { inputs: { events: 'push, merge_group' } });
    const group = { head_sha: commitAt(6), base_ref: 'refs/heads/main' };
    const event = { name: 'merge_group', ref: 'refs/heads/gh-readonly-queue/main/pr-1', sha: commitAt(6) };
    const payload = { action: 'checks_requested', merge_group: group };
    const step = await scene.stage.publish({ ...run, event: { ...event, payload } });
    expect([step.exitCode, scene.shows(commitAt(6)), scene.shows('main')]).toEqual([
      0,
      imageAt(6).digest,
      former.digest,
    ]);
    expect(notices(step)).toEqual([expect.stringContaining('a commit in the merge queue may never land')]);
    // The same commit, once it has landed.
    expect(states(await scene.publish(6)).main).toBe('moved');
  });
});

describe('a dry run', () => {
  story('tells which tags would move and which would stay, and writes nothing', async (scene) => {
    scene.released(1, 'v1.2.3', '1.2');
    const newest = scene.released(5, 'v2.0.0', '2.0', '2', 'latest');
    const inputs = { 'dry-run': 'true' };
    const step = await scene.publish(7, { version: 'v1.2.4', inputs });
    expect(step).toMatchObject({ exitCode: 0, outputs: { pushed: 'false', reason: 'dry-run' } });
    const { plan } = JSON.parse(step.outputs.results ?? '') as { plan: { tags: { tag: string; state: string }[] } };
    expect(plan.tags.map(({ tag, state }) => [tag.slice(tag.lastIndexOf(':') + 1), state])).toEqual([
      [commitAt(7), 'would-be-written'],
      ['1.2.4', 'would-be-written'],
      ['1.2', 'would-be-moved'],
      ['1', 'would-be-moved'],
      ['latest', 'would-stay'],
    ]);
    expect(readable(step)).toContain(
      `would stay, shows <code>${newest.digest.slice(7, 19)}</code>: it shows 2.0.0, and this is 1.2.4`,
    );
    expect(scene.stage.writes).toEqual([]);
  });
});

describe('a tag that never moves', () => {
  story('and shows another image is an error with both digests and both commits', async (scene) => {
    const former = scene.released(3, 'v1.0.0');
    const step = await scene.publish(4, { version: 'v1.0.0' });
    const text = expectFailed(step, 'TAG_EXISTS');
    for (const part of [former.digest, imageAt(4).config.digest, commitAt(3), commitAt(4), `${scene.stage.name}:1.0.0`])
      expect(text).toContain(part);
    expect(scene.stage.writes).toEqual([]);
  });

  story('is an error too for another build of the very commit', async (scene) => {
    const former = scene.published(4, 'main');
    const rebuilt = imageAt(4, ', built again');
    const text = expectFailed(await scene.publish(4, { image: rebuilt }), 'TAG_EXISTS');
    expect(text).toContain(former.digest);
    expect(text).toContain('if-exists: overwrite');
    expect([scene.shows(commitAt(4)), scene.shows('main')]).toEqual([former.digest, former.digest]);
  });

  story('is overwritten on demand, which tells what it showed; moving tags of that commit follow', async (scene) => {
    const former = scene.released(4, 'v1.0.0', '1.0', '1', 'latest');
    const rebuilt = imageAt(4, ', built again');
    const inputs = { 'if-exists': 'overwrite' };
    const step = await scene.publish(4, { version: 'v1.0.0', image: rebuilt, inputs });
    expect(step).toMatchObject({ exitCode: 0, outputs: { reason: 'published', digest: rebuilt.digest } });
    for (const tag of [commitAt(4), '1.0.0', '1.0', '1', 'latest']) expect(scene.shows(tag)).toBe(rebuilt.digest);
    expect(notices(step)).toEqual(
      [commitAt(4), '1.0.0'].map((tag) => `${scene.stage.name}:${tag} overwritten, was ${former.digest}.`),
    );
    expect(step.outputs['previous-digest']).toBe(former.digest);
    expect(step.outputs.results).toContain(
      `"state":"written","digest":"${rebuilt.digest}","previous":"${former.digest}"`,
    );
  });
});

describe('several destinations', () => {
  const both = ({ stage }: Scene) => ({ image: `${stage.name}\n${stage.registry.host}/team/mirror` });

  story('hold the image before any of them gets a version or moving tag', async (scene) => {
    const step = await scene.publish(4, { version: 'v1.0.0', inputs: both(scene) });
    expect(step).toMatchObject({ exitCode: 0, outputs: { reason: 'published' } });
    const written = scene.stage.writes.filter((write) => write.includes('/manifests/'));
    const kindOf = (write: string) => {
      const tag = write.slice(write.lastIndexOf('/') + 1);
      return tag === commitAt(4) ? 0 : tag === '1.0.0' ? 1 : 2;
    };
    expect(written).toHaveLength(10);
    expect(written.map(kindOf)).toEqual([0, 0, 1, 1, 2, 2, 2, 2, 2, 2]);
  });

  story('of which one fails: the others hold the verified image, and none a version or moving tag', async (scene) => {
    const match = { method: 'PUT', kind: 'tag', repository: 'team/mirror' } as const;
    const fault = scene.stage.registry.fault({ match, times: 'always', act: { kind: 'refuse', situation: 'denied' } });
    const run = { version: 'v1.0.0', inputs: both(scene) };
    const step = await scene.publish(4, run);
    expect(expectFailed(step, 'REGISTRY_DENIED')).toContain('team/mirror');
    expect([...scene.stage.repository.tags]).toEqual([[commitAt(4), imageAt(4).digest]]);
    expect(JSON.parse(step.outputs.results ?? '').destinations).toMatchObject([
      {
        digest: imageAt(4).digest,
        tags: ['written', 'not-written', 'not-written', 'not-written', 'not-written'].map((state) => ({ state })),
      },
      { error: { code: 'REGISTRY_DENIED' } },
    ]);
    expect(readable(step)).toContain('On the registry now');

    // What was mended is finished by the same run again.
    fault.remove();
    const again = await scene.publish(4, run);
    expect(again).toMatchObject({ exitCode: 0, outputs: { reason: 'published' } });
    for (const path of ['team/app', 'team/mirror'])
      expect(scene.stage.registry.repository(path).tags.get('latest')).toBe(imageAt(4).digest);
  });
});
