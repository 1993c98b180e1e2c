/** `commit: image`: a run for one commit promotes the image of another, which the image itself names. */
import { writeFileSync } from 'node:fs';
import { describe, expect } from '@jest/globals';
import { layout } from '../doubles/archives/layouts.ts';
import { tar } from '../doubles/archives/tar.ts';
import { Repository } from '../doubles/github/repository.ts';
import { type GitHub, startGitHub } from '../doubles/github/start-github.ts';
import { sha256 } from '../doubles/registry/digest.ts';
import { buildIndex, descriptorOf, type Image } from '../doubles/registry/images.ts';
import { type Event, REPOSITORY_ID, SHA } from '../doubles/runner.ts';
import { readLog } from '../doubles/runner-log.ts';
import { expectNothingLeft } from './failure.ts';
import { BRANCHED, commitAt, expectClosed, FORKED, labelled, STAGING, tagsOf } from './promotion.ts';
import { FAST_CLOCK, SOURCE, type Stage, scenario } from './stage.ts';
import { readable } from './summary.ts';

/** The run is for the tip of the default branch. */
const dispatch: Event = { name: 'workflow_dispatch', ref: 'refs/heads/main', sha: SHA, payload: { inputs: null } };

type Scene = { readonly stage: Stage; readonly known: Repository; readonly github: GitHub };
type Given = {
  readonly inputs?: Readonly<Record<string, string>>;
  readonly event?: Event;
  readonly image?: Image;
};

/** story is a scenario with ten commits on `main`, a branch that may not publish, and a fork of which GitHub knows. */
function story(name: string, play: (scene: Scene) => Promise<void>): void {
  scenario(name, {}, async (stage) => {
    const known = new Repository({ id: REPOSITORY_ID });
    known.branches.set('feature', undefined);
    known.commits.set('main', [SHA, ...Array.from({ length: 10 }, (_, at) => commitAt(9 - at))]);
    known.commits.set('feature', [BRANCHED, commitAt(2)]);
    known.commits.set('the fork', [FORKED, commitAt(2)]);
    await using github = await startGitHub(known, { token: 'ghs_tokenOfTheJob' });
    await play({ stage, known, github });
    github.assertClean();
    expectNothingLeft(stage);
  });
}

function promote({ stage, github }: Scene, { inputs, event = dispatch, image = labelled(STAGING) }: Given = {}) {
  stage.engine.load(image, [SOURCE]);
  return stage.publish({ event, inputs: { commit: 'image', ...inputs }, env: { ...github.env, ...FAST_CLOCK } });
}

/** inFile writes an index whose two images name these commits, and says where. */
function inFile({ stage }: Scene, ...commits: readonly [string, string]): string {
  const children = [labelled(commits[0]), labelled(commits[1], 'linux/arm64')];
  const manifests = children.map((image, at) => {
    return { ...descriptorOf(image), platform: { os: 'linux', architecture: ['amd64', 'arm64'][at] } };
  });
  const { mediaType } = buildIndex({ format: 'docker' });
  const bytes = Buffer.from(JSON.stringify({ schemaVersion: 2, mediaType, manifests }));
  const files = [...layout({ digest: sha256(bytes), mediaType, bytes, children })];
  const path = stage.runner.path('workspace', 'app.tar');
  writeFileSync(path, tar(files.map(([name, content]) => ({ name, content }))));
  return `oci-archive:${path}`;
}

describe('an image', () => {
  story('of an older commit of the branch is published under that commit, and both are told', async (scene) => {
    scene.known.run(STAGING).job('test', 'success');
    const step = await promote(scene, { inputs: { 'required-checks': 'test', 'moving-tags': 'production' } });
    expect(step).toMatchObject({ exitCode: 0, outputs: { reason: 'published' } });
    expect(tagsOf(step)).toEqual([STAGING, 'production']);
    expect(scene.stage.repository.tags.has(SHA)).toBe(false);
    const { verdict } = JSON.parse(step.outputs.results ?? '');
    expect(verdict).toMatchObject({
      open: true,
      commit: STAGING,
      ref: 'refs/heads/main',
      run: { commit: SHA, ref: 'refs/heads/main' },
      checks: [{ name: 'test', state: 'passed' }],
    });
    for (const text of [readable(step), readLog(step.log).shown]) {
      expect(text).toContain(STAGING);
      expect(text).toContain(SHA);
    }
  });

  story('of a git tag that may publish gets the tags of its version', async (scene) => {
    scene.known.gitTags.set('v1.2.3', STAGING).set('nightly', STAGING).set('v9.9.9', commitAt(6));
    const step = await promote(scene, { inputs: { 'version-tags': 'semver' } });
    expect(step).toMatchObject({ exitCode: 0 });
    expect(tagsOf(step)).toEqual([STAGING, '1.2.3', '1.2', '1']);
  });

  story('of a git tag alone, whose branch is gone, is published', async (scene) => {
    scene.known.commits.set('gone', [commitAt(77)]);
    scene.known.gitTags.set('v1.2.3', commitAt(77));
    const step = await promote(scene, { image: labelled(commitAt(77)) });
    expect(step).toMatchObject({ exitCode: 0 });
    expect(tagsOf(step)).toEqual([commitAt(77), 'v1.2.3']);
    expect(JSON.parse(step.outputs.results ?? '').verdict.ref).toBe('refs/tags/v1.2.3');
  });

  story('of a branch that a pattern lets publish is found among all', async (scene) => {
    for (let at = 0; at < 40; at++) scene.known.branches.set(`topic-${at}`, undefined);
    scene.known.branches.set('release/1', undefined);
    scene.known.commits.set('release/1', [BRANCHED, commitAt(2)]);
    const inputs = { branches: 'main\nrelease/**' };
    const step = await promote(scene, { inputs, image: labelled(BRANCHED) });
    expect(step).toMatchObject({ exitCode: 0 });
    expect(JSON.parse(step.outputs.results ?? '').verdict.ref).toBe('refs/heads/release/1');
    expect(scene.github.requests.filter(({ url }) => url.includes('/branches/topic'))).toEqual([]);
  });

  story('behind a tag that moves leaves it', async (scene) => {
    const { repository } = scene.stage;
    const newer = labelled(commitAt(8));
    for (const { digest, bytes } of [newer.config, ...newer.layers]) repository.blobs.set(digest, bytes);
    for (const tag of [commitAt(8), 'production']) repository.putManifest(newer.bytes, newer.mediaType, tag);
    const step = await promote(scene, { inputs: { 'moving-tags': 'production' } });
    expect(step.exitCode).toBe(0);
    expect(repository.tags.get('production')).toBe(newer.digest);
  });
});

describe('an image in a file', () => {
  story('whose platforms all name one commit is promoted', async (scene) => {
    const step = await promote(scene, { inputs: { source: inFile(scene, STAGING, STAGING) } });
    expect(step).toMatchObject({ exitCode: 0, outputs: { reason: 'published', platforms: 'linux/amd64,linux/arm64' } });
    expect(tagsOf(step)).toEqual([STAGING]);
  });
});

describe('an image is not published', () => {
  const wrong: readonly (readonly [what: string, label: string | undefined, seen: RegExp])[] = [
    ['without the label', undefined, /no such label/],
    ['that names its commit short', STAGING.slice(0, 12), /must name its commit in full/],
    ['that names a branch', 'main', /it has "main"/],
    ['that names no commit at all', '0'.repeat(40), /must name its commit in full/],
    ['of a branch that may not publish', BRANCHED, /is on none of main, and is no git tag that may publish/],
    ['of a fork, which GitHub knows', FORKED, /is on none of main/],
    ['of a commit that nobody knows', '9'.repeat(40), /is on none of main/],
  ];
  for (const [what, label, seen] of wrong) {
    story(what, async (scene) => expectClosed(scene, await promote(scene, { image: labelled(label) }), seen));
  }

  story('of a git tag that may not publish, and the message names it', async (scene) => {
    scene.known.gitTags.set('nightly', BRANCHED);
    expectClosed(scene, await promote(scene, { image: labelled(BRANCHED) }), /may not publish: nightly/);
  });

  story('whose commit has failed, though that of the run has passed', async (scene) => {
    scene.known.run(SHA).job('test', 'success');
    scene.known.run(STAGING).job('test', 'failure');
    const step = await promote(scene, { inputs: { 'required-checks': 'test' } });
    expectClosed(scene, step, /"test" must have succeeded.*it ended with failure/, 'GATE_CHECKS');
  });

  story('by a run on a branch that may not publish: nothing is read, and GitHub is not asked', async (scene) => {
    const step = await promote(scene, { event: { ...dispatch, ref: 'refs/heads/feature' } });
    expect(step).toMatchObject({ exitCode: 0, outputs: { reason: 'GATE_REF' } });
    expect(scene.github.requests).toEqual([]);
    expect(scene.stage.engine.calls).toEqual([]);
  });

  story('whose platforms name two commits', async (scene) => {
    const step = await promote(scene, { inputs: { source: inFile(scene, STAGING, commitAt(4)) } });
    expectClosed(scene, step, new RegExp(`linux/amd64 has "${STAGING}", linux/arm64 has "${commitAt(4)}"`));
  });

  story('where the job may not read the history, and the message names the permission', async (scene) => {
    scene.github.api.permissions = ['metadata', 'checks', 'statuses', 'actions', 'pull-requests'];
    expectClosed(scene, await promote(scene), /must be able to tell where the image's commit is.*contents: read/s);
  });

  story('where GitHub does not answer in the end', async (scene) => {
    scene.github.api.fault({ on: /compare/, times: 'always', act: { kind: 'answer', status: 502 } });
    expectClosed(scene, await promote(scene), /was answered with status 502/);
  });
});
