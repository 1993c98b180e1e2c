/** Two runs at once, each with a build of its own of one commit: one image is under its tags, and only its run is green. */
import { describe, expect } from '@jest/globals';
import { layout, writeLayout } from '../doubles/archives/layouts.ts';
import { buildImage, type Image } from '../doubles/registry/images.ts';
import { Runner, SHA, type Step } from '../doubles/runner.ts';
import { expectFailed } from './failure.ts';
import { type Overrides, SOURCE, type Stage, scenario } from './stage.ts';

const [OURS, THEIRS] = ['one build', 'another build'].map((content) => buildImage({ content, format: 'docker' })) as [
  Image,
  Image,
];

/** A run with an image in a file, in the workspace of a runner. */
function withFile(runner: Runner, image: Image, inputs: Readonly<Record<string, string>> = {}): Overrides {
  writeLayout(runner.path('workspace', 'image'), layout(image));
  return { inputs: { source: './image', ...inputs } };
}

/** One run stands still when it has read the tags, and goes on when the other is over. Returns how both have ended. */
async function overtaken(stage: Stage, slow: Overrides, fast: () => Promise<Step>): Promise<readonly [Step, Step]> {
  const looked = stage.arrival(({ method, reference }) => method === 'GET' && reference === SHA);
  const running = stage.start(slow);
  await looked;
  running.child.kill('SIGSTOP');
  const winner = await fast();
  running.child.kill('SIGCONT');
  return [await running.ended, winner];
}

describe('of two runs at once', () => {
  scenario("the slower one from a file writes no tag over the other's", {}, async (stage) => {
    using other = new Runner();
    const [loser, winner] = await overtaken(stage, withFile(stage.runner, OURS), () =>
      other.main(stage.options(withFile(other, THEIRS))),
    );
    expect(winner.outputs).toMatchObject({ reason: 'published', digest: THEIRS.digest });
    expect(expectFailed(loser, 'TAG_RACED')).toContain(THEIRS.digest);
    expect(stage.repository.tags.get(SHA)).toBe(THEIRS.digest);
  });

  scenario('the slower one does not let its engine push over the other', {}, async (stage) => {
    using other = new Runner();
    stage.engine.load(OURS, [SOURCE]);
    const [loser, winner] = await overtaken(stage, {}, () => other.main(stage.options(withFile(other, THEIRS))));
    expect(winner.outputs.digest).toBe(THEIRS.digest);
    expectFailed(loser, 'TAG_RACED');
    expect(stage.commands).not.toContain('image push');
    expect(stage.repository.tags.get(SHA)).toBe(THEIRS.digest);
  });

  scenario('the one whose tag was written over finds that at the end', {}, async (stage) => {
    // The other one had looked when there was nothing, and writes when we are busy with the next tag.
    const written = stage
      .arrival(({ method, reference }) => method === 'PUT' && reference === '1.2.3')
      .then(() => {
        stage.repository.putManifest(THEIRS.bytes, THEIRS.mediaType, SHA);
      });
    const step = await stage.publish(withFile(stage.runner, OURS, { tags: '1.2.3' }));
    await written;
    expect(expectFailed(step, 'TAG_RACED')).toContain(`${stage.name}:${SHA} shows ${THEIRS.digest}`);
    expect(JSON.parse(step.outputs.results ?? '').destinations).toMatchObject([
      { tags: [{ state: 'lost' }, { state: 'written' }] },
    ]);
  });

  scenario('both succeed that have the same image', {}, async (stage) => {
    using other = new Runner();
    const [one, two] = await overtaken(stage, withFile(stage.runner, OURS, { tags: '1.2.3' }), () =>
      other.main(stage.options(withFile(other, OURS, { tags: '1.2.3' }))),
    );
    expect([one.exitCode, two.exitCode]).toEqual([0, 0]);
    expect(one.outputs.digest).toBe(two.outputs.digest);
    const writes = stage.writes.filter((write) => /manifests\/(?!sha256)/.test(write));
    expect(writes).toHaveLength(2);
  });

  scenario('the slower one uses the image of the other when it is run again with "keep"', {}, async (stage) => {
    using other = new Runner();
    const labels = { 'org.opencontainers.image.revision': SHA };
    const [ours, theirs] = ['ours', 'theirs'].map((content) => buildImage({ content, labels })) as [Image, Image];
    const slow = withFile(stage.runner, ours, { 'if-exists': 'keep' });
    const [loser] = await overtaken(stage, slow, () => other.main(stage.options(withFile(other, theirs))));
    expectFailed(loser, 'TAG_RACED');
    const again = await stage.publish(slow);
    expect(again.outputs).toMatchObject({ reason: 'already-published', digest: theirs.digest });
  });
});
