import { describe, expect } from '@jest/globals';
import { SHA } from '../doubles/runner.ts';
import { expectFailed, expectNothingLeft } from './failure.ts';
import { builtImage, FAST_CLOCK, SOURCE, scenario } from './stage.ts';

const OTHER = `sha256:${'5'.repeat(64)}`;

describe('an engine that', () => {
  scenario('names another digest than it pushed is found out', {}, async (stage) => {
    stage.engine.fault({ on: 'push', act: { kind: 'claim', digest: OTHER } });
    const step = await stage.publish({ env: FAST_CLOCK });
    expect(expectFailed(step, 'DIGEST_MISMATCH')).toContain(OTHER);
    expectNothingLeft(stage);
  });

  scenario('pushes another image than the tested one is found out', {}, async (stage) => {
    stage.engine.fault({ on: 'push', act: { kind: 'push-instead', image: builtImage('something else') } });
    const step = await stage.publish({ inputs: { tags: '1.2.3' } });
    expectFailed(step, 'IDENTITY_MISMATCH');
    expect(stage.repository.tags.has('1.2.3')).toBe(false);
  });

  scenario('does not say what it pushed need not be believed: the registry shows it', {}, async (stage) => {
    stage.engine.fault({ on: 'push', act: { kind: 'say-nothing' } });
    const { exitCode, outputs } = await stage.publish();
    expect([exitCode, outputs.digest]).toEqual([0, stage.repository.tags.get(SHA)]);
    expectNothingLeft(stage);
  });

  scenario('says that it pushed, and fails, is believed in the failure', {}, async (stage) => {
    const stdout = `${SHA}: digest: ${OTHER} size: 528\n`;
    stage.engine.fault({ on: 'push', act: { kind: 'exit', code: 1, stdout, stderr: 'no space left on device\n' } });
    expect(expectFailed(await stage.publish(), 'PUSH_FAILED')).toContain('no space left on device');
  });

  scenario('fails to log in without a word is not taken for logged in', {}, async (stage) => {
    stage.engine.fault({ on: 'login', act: { kind: 'exit', code: 1 } });
    expectFailed(await stage.publish(), 'LOGIN_FAILED');
    expect(stage.commands).not.toContain('image push');
    expectNothingLeft(stage);
  });

  scenario('had our name for another image gets it back', {}, async (stage) => {
    const name = `${stage.name}:${SHA}`;
    const id = stage.engine.load(builtImage('an older one'), [name]);
    const step = await stage.publish();
    expect(step.outputs.pushed).toBe('true');
    expect(stage.engine.names).toEqual([name, SOURCE]);
    expect(stage.engine.idOf(name)).toBe(id);
  });
});
