/** The log of a run is for people: folded by room, a line for what there is to know, and nothing said twice. */
import { describe, expect } from '@jest/globals';
import { SHA, type Step } from '../doubles/runner.ts';
import { readLog } from '../doubles/runner-log.ts';
import { type Stage, scenario } from './stage.ts';

/** The lines that people see, with the names of the folds. */
function linesOf({ log }: Step): readonly string[] {
  return log.split('\n').filter((line) => line !== '' && !/^::(?:add-mask|endgroup|debug)/.test(line));
}

function foldsOf(step: Step): readonly string[] {
  return readLog(step.log)
    .commands.filter(({ name }) => name === 'group')
    .map(({ data }) => data);
}

/** What stands outside the folds. */
function open({ log }: Step): readonly string[] {
  return linesOf({ log: log.replace(/^::group::.*?^::endgroup::$/gms, '') } as Step);
}

const twice = (lines: readonly string[]) => lines.filter((line, at) => lines.indexOf(line) !== at);

const image = (stage: Stage) => `The image is the engine's app:test (${stage.imageId}, linux/amd64).`;

describe('the log', () => {
  scenario('of a published image is folded by room', {}, async (stage) => {
    const step = await stage.publish({ inputs: { tags: '1.2.3' } });
    expect(foldsOf(step)).toEqual(['Gate: open', 'Push', 'Verify']);
    expect(open(step)).toEqual([
      image(stage),
      expect.stringMatching(/^Signed in to /),
      `${stage.name}:${SHA} written.`,
      `${stage.name}:1.2.3 written.`,
      `Published and verified: ${step.outputs.image}`,
      expect.stringMatching(/^The step took /),
    ]);
    expect(twice(linesOf(step))).toEqual([]);
    const [, gate = ''] = step.log.split('::group::Gate: open\n');
    expect(gate.slice(0, gate.indexOf('::endgroup::')).trim().split('\n')).toEqual([
      '✓ the event "push" is allowed.',
      '✓ the push does not delete a branch or tag.',
      `✓ the commit is ${SHA}.`,
      '✓ the branch "main" is allowed.',
    ]);
  });

  scenario('of a post step that has nothing to do is empty', {}, async (stage) => {
    for (const inputs of [{}, { branches: 'release/**' }]) {
      const step = await stage.post(await stage.publish({ inputs }));
      expect(step).toMatchObject({ exitCode: 0, log: '' });
    }
  });

  scenario('of what was there already says that nothing was uploaded', {}, async (stage) => {
    await stage.publish();
    const step = await stage.publish();
    expect(linesOf(step)).toContain('The image exists: nothing is uploaded.');
    expect(open(step)).toContain(`Already published, verified: ${step.outputs.image}`);
    expect(twice(linesOf(step))).toEqual([]);
  });

  scenario(
    'of a closed gate has what does not hold among what does, and says once how to publish',
    {},
    async (stage) => {
      const step = await stage.publish({ inputs: { branches: 'release/**' } });
      expect(foldsOf(step)).toEqual(['Gate: closed']);
      expect(open(step)).toEqual([
        expect.stringMatching(/^::notice title=Not published \(GATE_REF\)::GATE_REF: .*How to publish: /),
      ]);
      expect(linesOf(step).filter((line) => line.startsWith('✗'))).toEqual([expect.stringContaining('branch "main"')]);
      expect(step.log.match(/How to publish: /g)).toHaveLength(1);
    },
  );

  scenario('of a gate that a scan closes tells of the gate once, when it is known', {}, async (stage) => {
    const step = await stage.publish({ inputs: { 'scan-report': 'scan.sarif' } });
    expect(step.outputs.reason).toBe('GATE_SCAN');
    expect(foldsOf(step)).toEqual(['Gate: closed']);
    expect(open(step)).toEqual([image(stage), expect.stringMatching(/^::error /)]);
    expect(step.log).not.toContain('Gate: open');
  });

  scenario('of two destinations says of which it tells', {}, async (stage) => {
    const mirror = `${stage.registry.host}/team/mirror`;
    const step = await stage.publish({ inputs: { image: `${stage.name}\n${mirror}` } });
    const [, push = ''] = step.log.split('::group::Push\n');
    const lines = push.slice(0, push.indexOf('::endgroup::')).trim().split('\n');
    for (const name of [stage.name, mirror])
      expect(lines).toContainEqual(expect.stringMatching(new RegExp(`^${name}: `)));
    expect(lines.filter((line) => !line.startsWith(stage.registry.host))).toEqual([]);
  });
});
