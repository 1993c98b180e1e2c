import { describe, expect, it } from '@jest/globals';
import { ActionError } from '../../../src/errors.ts';
import { failure } from '../../../src/report/failed.ts';
import { report } from '../../../src/report/report.ts';
import { RecordedRunner } from '../doors/recorded-runner.ts';
import { closed, failed, image, JOB, planned, published } from './outcomes.ts';

describe('report', () => {
  it.each([
    ['a published image', published, true, []],
    ['a dry run', planned, true, []],
    ['a run that is skipped', async () => closed('skipped'), true, [['notice', 'Not published (GATE_EVENT)']]],
    ['a closed gate that fails', async () => closed('failed'), false, [['error', 'Not published (GATE_EVENT)']]],
    [
      'a closed gate that is let pass',
      async () => closed('let-pass'),
      true,
      [['warning', 'Not published (GATE_EVENT)']],
    ],
    ['a failure', async () => failed(), false, [['error', 'PUSH_FAILED']]],
  ])('of %s goes as it should, with one annotation at most', async (_name, outcome, isWell, annotations) => {
    const runner = new RecordedRunner();
    expect(await report(runner, await outcome(), true)).toBe(isWell);
    expect(runner.annotations.map(({ kind, title }) => [kind, title])).toEqual(annotations);
    expect(runner.summaries).not.toBe('');
    expect(runner.outputs.pushed).toBeDefined();
  });

  it.each([
    ['a failure', failed(), 'push_failed'],
    ['a closed gate', closed('failed'), 'gate_event'],
  ])('ends the annotation of %s with a link to what its code means', async (_name, outcome, anchor) => {
    const runner = new RecordedRunner();
    runner.job = JOB;
    await report(runner, outcome, true);
    expect(runner.annotations[0]?.text.split('\n').at(-1)).toBe(
      `More: https://github.com/publisher/verified-image-push/blob/v1/docs/troubleshooting.md#${anchor}`,
    );
  });

  it('declares the published image once, under its SHA tag, before it is an output', async () => {
    const runner = new RecordedRunner();
    await report(runner, await published({ registry: 'docker.io', path: 'owner/app' }), true);
    expect(runner.images).toEqual([`index.docker.io/owner/app:abc@${image.digest}`]);
    expect(runner.journal.indexOf('runner.declareImage')).toBeLessThan(runner.journal.indexOf('runner.setOutputs'));
  });

  it.each([
    ['a dry run', planned],
    ['a closed gate', async () => closed()],
    ['a failure', async () => failed()],
  ])('declares no image of %s', async (_name, outcome) => {
    const runner = new RecordedRunner();
    await report(runner, await outcome(), true);
    expect(runner.images).toEqual([]);
  });

  it('warns, and goes well, when the image cannot be declared', async () => {
    const runner = new RecordedRunner();
    runner.breaks = 'declareImage';
    expect(await report(runner, await published(), true)).toBe(true);
    expect(runner.annotations.map(({ kind }) => kind)).toEqual(['warning']);
  });

  it('writes no summary when none is wanted', async () => {
    const runner = new RecordedRunner();
    await report(runner, await published(), false);
    expect(runner.summaries).toBe('');
    expect(runner.outputs.digest).toBe(image.digest);
  });

  it('hands out no digest before everything else that can fail is done', async () => {
    const runner = new RecordedRunner();
    await report(runner, await published(), true);
    expect(runner.journal.indexOf('runner.summary')).toBeLessThan(runner.journal.indexOf('runner.setOutputs'));
  });

  it('says in the annotation what is wrong and how to publish', async () => {
    const runner = new RecordedRunner();
    await report(runner, closed(), true);
    expect(runner.annotations[0]?.text.split('\n')).toHaveLength(3);
    expect(runner.annotations[0]?.text).toMatch(/GATE_FORK: .* comes from a fork .*How to publish: /);
  });

  it('says in the annotation what happened and what to do, and keeps the cause for those who debug', async () => {
    const runner = new RecordedRunner();
    await report(runner, failed('It went wrong.', 'Mend it.', new Error('the cause')), true);
    expect(runner.annotations[0]?.text).toBe('It went wrong.\nMend it.');
    expect(runner.lines.join('\n')).toContain('Error: the cause');
  });
});

describe('failure', () => {
  it('keeps no more of what a registry says than anyone reads, and nothing that steers a terminal', () => {
    const { error } = failure(
      new ActionError('REGISTRY_ANSWER', `\u001b[2J${'x'.repeat(1 << 20)}`, { hint: 'y' }),
      String,
    );
    expect(error.message.length).toBeLessThan(10_000);
    expect(error.message).toMatch(/^\[2Jx+ … \(cut\)$/);
  });

  it('cuts nothing out of the middle of a secret', () => {
    const secret = 's3cret-'.repeat(10);
    const text = `${'x'.repeat(8180)}${secret}`;
    const { error } = failure(new Error(text), (said) => said.replaceAll(secret, '***'));
    expect(error.message).not.toContain('s3cret');
  });

  it('keeps an error with a code', () => {
    const error = new ActionError('LOGIN_FAILED', 'x', { hint: 'y' });
    expect(failure(error, String)).toEqual({ kind: 'failed', error, left: [] });
  });

  it.each([
    ['an error', new TypeError('x is not a function'), 'x is not a function'],
    ['a text', 'thrown', 'thrown'],
    ['nothing', undefined, 'undefined'],
    ['null', null, 'null'],
    ['an object', { a: 1 }, '[object Object]'],
  ])('calls %s a mistake of ours', (_name, thrown, message) => {
    const { error } = failure(thrown, String);
    expect(error.code).toBe('UNEXPECTED');
    expect(error.message).toContain(message);
    expect(error.hint).toContain('report it');
  });
});
