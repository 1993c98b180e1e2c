/** A job that builds and publishes is run again: its new build is another image, and the published one is kept. */
import { describe, expect } from '@jest/globals';
import { layout, writeLayout } from '../doubles/archives/layouts.ts';
import { buildImage, buildIndex, type Image, type ImageIndex, indexOf } from '../doubles/registry/images.ts';
import { SHA, type Step } from '../doubles/runner.ts';
import { readLog } from '../doubles/runner-log.ts';
import { cleanReportOf } from '../doubles/sarif/reports.ts';
import { annotationsOf, expectFailed, expectNothingLeft } from './failure.ts';
import { FAST_CLOCK, SOURCE, type Stage, scenario } from './stage.ts';
import { readable } from './summary.ts';

const REVISION = 'org.opencontainers.image.revision';
const OF_COMMIT = { labels: { [REVISION]: SHA } };
const KEEP = { 'if-exists': 'keep' };

const build = (content: string): Image => buildImage({ content, format: 'docker', ...OF_COMMIT });
const [FIRST, AGAIN] = [build('the first build'), build('built again')];

const notices = (step: Step, title: string): readonly string[] =>
  annotationsOf(step, 'notice')
    .filter(({ properties }) => properties.title === title)
    .map(({ data }) => data);

/** What an earlier run has left at a destination. */
function published(stage: Stage, image: Image | ImageIndex, tag = SHA, path = 'team/app'): void {
  const repository = stage.registry.repository(path);
  for (const each of 'children' in image ? image.children : [image]) {
    for (const { digest, bytes } of [each.config, ...each.layers]) repository.blobs.set(digest, bytes);
    repository.putManifest(each.bytes, each.mediaType);
  }
  repository.putManifest(image.bytes, image.mediaType, tag);
}

describe('a run again that builds again', () => {
  scenario('uses the image that is published, uploads nothing, and says which one it discards', {}, async (stage) => {
    stage.engine.load(FIRST, [SOURCE]);
    const first = await stage.publish({ inputs: KEEP });
    expect(first.outputs).toMatchObject({ reason: 'published', digest: FIRST.digest });
    stage.engine.load(AGAIN, [SOURCE]);
    const written = stage.writes.length;
    const step = await stage.publish({ inputs: { ...KEEP, tags: '1.2.3' } });
    expect(step).toMatchObject({
      exitCode: 0,
      outputs: {
        pushed: 'true',
        reason: 'already-published',
        digest: FIRST.digest,
        'image-id': FIRST.config.digest,
        tags: `${stage.name}:${SHA}\n${stage.name}:1.2.3`,
        verification: 'graph',
      },
    });
    expect(stage.writes.slice(written)).toEqual(['PUT /v2/team/app/manifests/1.2.3']);
    expect(stage.commands.filter((command) => command === 'image push')).toHaveLength(1);
    const [notice = '', ...others] = notices(step, 'Image kept');
    expect(others).toEqual([]);
    for (const digest of [FIRST.digest, AGAIN.config.digest]) expect(notice).toContain(digest);
    expect(JSON.parse(step.outputs.results ?? '').destinations).toMatchObject([{ discarded: AGAIN.config.digest }]);
    // Nobody says of an image that it was tested in a run which has never seen it.
    expect(readable(step)).not.toContain('the tested');
    expect(step.log).not.toContain('the tested');
    expectNothingLeft(stage);
  });

  scenario('publishes as ever where nothing is there, and where its very image is', {}, async (stage) => {
    stage.engine.load(FIRST, [SOURCE]);
    for (const reason of ['published', 'already-published']) {
      const step = await stage.publish({ inputs: KEEP });
      expect(step.outputs).toMatchObject({ reason, digest: FIRST.digest });
      expect(notices(step, 'Image kept')).toEqual([]);
      expect(JSON.parse(step.outputs.results ?? '').destinations[0]).not.toHaveProperty('discarded');
    }
  });

  scenario('keeps an index of which every platform is of the commit', {}, async (stage) => {
    const index = buildIndex({ content: 'two machines', attestations: true, ...OF_COMMIT });
    published(stage, index);
    const path = stage.runner.path('workspace', 'image');
    const rebuilt = buildIndex({ content: 'two machines, built again', ...OF_COMMIT });
    writeLayout(path, layout(rebuilt));
    const step = await stage.publish({ inputs: { ...KEEP, source: './image', verify: 'content' } });
    expect(step.outputs).toMatchObject({ reason: 'already-published', digest: index.digest, verification: 'content' });
    expect(stage.writes).toEqual([]);
  });

  scenario('verifies the image that it keeps like any other', {}, async (stage) => {
    published(stage, FIRST);
    stage.repository.blobs.delete(FIRST.layers[0]?.digest ?? '');
    stage.engine.load(AGAIN, [SOURCE]);
    const step = await stage.publish({ inputs: { ...KEEP, tags: '1.2.3' }, env: FAST_CLOCK });
    expectFailed(step, 'CONTENT_MISSING');
    expect(stage.writes).toEqual([]);
  });

  scenario('tells in a dry run which image it would use', {}, async (stage) => {
    published(stage, FIRST);
    stage.engine.load(AGAIN, [SOURCE]);
    const step = await stage.publish({ inputs: { ...KEEP, 'dry-run': 'true' } });
    expect(step.outputs.reason).toBe('dry-run');
    for (const digest of [FIRST.digest, AGAIN.config.digest]) {
      expect(readLog(step.log).shown).toContain(digest);
      expect(readable(step)).toContain(digest.slice(7, 19));
    }
    expect(stage.writes).toEqual([]);
  });
});

describe('another image under the SHA tag is an error all the same', () => {
  const scan = { 'scan-report': 'scan.sarif' };
  const cases: readonly (readonly [string, Image | ImageIndex, Readonly<Record<string, string>>, RegExp])[] = [
    ['without "keep"', FIRST, {}, /"if-exists: keep"/],
    [
      'if it has no label',
      buildImage({ content: 'no label', format: 'docker' }),
      KEEP,
      new RegExp(`${REVISION}=${SHA}`),
    ],
    [
      'if its label names another commit',
      buildImage({ content: 'of another', format: 'docker', labels: { [REVISION]: 'b'.repeat(40) } }),
      KEEP,
      new RegExp(`${REVISION}=${SHA}`),
    ],
    [
      'if its label is but the beginning of the commit',
      buildImage({ content: 'short', format: 'docker', labels: { [REVISION]: SHA.slice(0, 12) } }),
      KEEP,
      new RegExp(`${REVISION}=${SHA}`),
    ],
    [
      'if this image is asked for by its ID',
      FIRST,
      { ...KEEP, 'expected-image-id': AGAIN.config.digest },
      /Re-run failed jobs/,
    ],
    ['if this image was scanned', FIRST, { ...KEEP, ...scan }, /Re-run failed jobs/],
  ];
  for (const [name, there, inputs, says] of cases) {
    scenario(name, {}, async (stage) => {
      published(stage, there);
      stage.engine.load(AGAIN, [SOURCE]);
      stage.write('scan.sarif', cleanReportOf('docker-scout'));
      const text = expectFailed(await stage.publish({ inputs }), 'TAG_EXISTS');
      expect(text).toMatch(says);
      // Whatever else there is to do, overwriting comes last.
      expect(text).toMatch(/"if-exists: overwrite"[^"]*\.(?:\nMore: \S+)?$/);
      expect(stage.writes).toEqual([]);
    });
  }

  scenario('if one platform of an index is of another commit', {}, async (stage) => {
    const children = [SHA, 'c'.repeat(40)].map((commit, at) =>
      buildImage({ platform: at === 0 ? 'linux/amd64' : 'linux/arm64', labels: { [REVISION]: commit } }),
    );
    published(stage, { ...indexOf(children), children });
    stage.engine.load(AGAIN, [SOURCE]);
    expectFailed(await stage.publish({ inputs: KEEP }), 'TAG_EXISTS');
    expect(stage.writes).toEqual([]);
  });

  scenario('if a version tag shows a third image', {}, async (stage) => {
    published(stage, FIRST);
    published(stage, build('a third'), '1.2.3');
    stage.engine.load(AGAIN, [SOURCE]);
    const text = expectFailed(await stage.publish({ inputs: { ...KEEP, tags: '1.2.3' } }), 'TAG_EXISTS');
    expect(text).toContain(FIRST.digest);
    expect(stage.writes).toEqual([]);
  });

  scenario('if a version tag alone shows another build of the commit', {}, async (stage) => {
    published(stage, FIRST, '1.2.3');
    stage.engine.load(AGAIN, [SOURCE]);
    expectFailed(await stage.publish({ inputs: { ...KEEP, tags: '1.2.3' } }), 'TAG_EXISTS');
    expect(stage.writes).toEqual([]);
  });

  scenario(
    'if another destination does not have the image that is kept, and the error says how to copy it',
    {},
    async (stage) => {
      published(stage, FIRST);
      stage.engine.load(AGAIN, [SOURCE]);
      const image = `${stage.name}\n${stage.registry.host}/team/mirror`;
      const run = { inputs: { ...KEEP, image } };
      const text = expectFailed(await stage.publish(run), 'TAG_EXISTS');
      expect(text).toContain(
        `skopeo copy --all --preserve-digests docker://${stage.name}@${FIRST.digest} docker://${stage.registry.host}/team/mirror:${SHA}`,
      );
      expect(stage.writes).toEqual([]);
      published(stage, FIRST, SHA, 'team/mirror');
      expect((await stage.publish(run)).outputs).toMatchObject({ reason: 'already-published', digest: FIRST.digest });
    },
  );
});

describe('a tag in "tags" whose name says that it moves', () => {
  scenario(
    'is told of when it is first written, and the error for the next image names "moving-tags"',
    {},
    async (stage) => {
      const inputs = { tags: 'latest', 'sha-tag': 'one-{sha}' };
      const step = await stage.publish({ inputs });
      expect(step.exitCode).toBe(0);
      expect(notices(step, 'Tag that never moves')).toEqual([
        expect.stringMatching(/:latest written\. .*"moving-tags"/),
      ]);
      expect(notices(await stage.publish({ inputs }), 'Tag that never moves')).toEqual([]);
      stage.engine.load(AGAIN, [SOURCE]);
      const text = expectFailed(await stage.publish({ inputs: { ...inputs, 'sha-tag': 'two-{sha}' } }), 'TAG_EXISTS');
      expect(text).toMatch(/Name "latest" in "moving-tags"/);
      expect(text).not.toContain('keep');
    },
  );

  scenario('is no word to lose about in "moving-tags"', {}, async (stage) => {
    stage.engine.load(FIRST, [SOURCE]);
    const step = await stage.publish({ inputs: { 'moving-tags': 'latest', tags: '1.2.3' } });
    expect([step.exitCode, annotationsOf(step, 'notice')]).toEqual([0, []]);
  });
});
