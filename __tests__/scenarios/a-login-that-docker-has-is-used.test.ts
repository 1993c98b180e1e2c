import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter } from 'node:path';
import { describe, expect } from '@jest/globals';
import { sightingsOf } from '../doubles/canary.ts';
import type { Step } from '../doubles/runner.ts';
import { readLog } from '../doubles/runner-log.ts';
import { expectFailed } from './failure.ts';
import { type Stage, scenario, USERNAME } from './stage.ts';

const NO_INPUT = { username: '', password: '' };

/** What the user's docker is configured with, as a text. */
function configure({ runner }: Stage, config: object): { readonly path: string; readonly text: string } {
  const [path, text] = [runner.path('home', '.docker', 'config.json'), JSON.stringify(config, undefined, 4)];
  mkdirSync(runner.path('home', '.docker'));
  writeFileSync(path, text);
  return { path, text };
}

function pairOf({ canary }: Stage): string {
  return Buffer.from(`${USERNAME}:${canary.password}`).toString('base64');
}

function expectPublished({ canary }: Stage, { log, outputs, summary }: Step, from: string): void {
  expect(outputs.reason).toBe('published');
  expect(readLog(log).shown).toContain(from);
  expect(sightingsOf(canary, `${readLog(log).shown}${JSON.stringify(outputs)}${summary}`)).toEqual([]);
}

describe('without a credential in the inputs, a login that docker has', () => {
  scenario('in its configuration is used, told of, and left as it is', {}, async (stage) => {
    const { path, text } = configure(stage, { auths: { [stage.registry.host]: { auth: pairOf(stage) } } });
    expectPublished(stage, await stage.publish({ inputs: NO_INPUT }), 'the docker configuration of this runner');
    expect(readFileSync(path, 'utf8')).toBe(text);
  });

  scenario('in DOCKER_AUTH_CONFIG is used, and handed to no child', {}, async (stage) => {
    const env = { DOCKER_AUTH_CONFIG: JSON.stringify({ auths: { [stage.registry.host]: { auth: pairOf(stage) } } }) };
    expectPublished(stage, await stage.publish({ inputs: NO_INPUT, env }), 'DOCKER_AUTH_CONFIG');
    expect(stage.engine.calls.flatMap((call) => Object.keys(call.env))).not.toContain('DOCKER_AUTH_CONFIG');
  });

  scenario('with a credential helper is asked of it', {}, async (stage) => {
    const { path, text } = configure(stage, { credHelpers: { [stage.registry.host]: 'test' } });
    const answer = stage.write('answer.json', JSON.stringify({ Username: USERNAME, Secret: stage.canary.password }));
    const folder = stage.runner.path('helpers');
    mkdirSync(folder);
    writeFileSync(`${folder}/docker-credential-test`, `#!/bin/sh\nexec cat '${answer}'\n`, { mode: 0o755 });
    const env = { PATH: `${folder}${delimiter}${stage.engine.env.PATH}` };
    expectPublished(stage, await stage.publish({ inputs: NO_INPUT, env }), 'docker-credential-test');
    expect(readFileSync(path, 'utf8')).toBe(text);
  });

  for (const [name, damage, says] of [
    ['a byte order mark', (text: string) => `\ufeff${text}`, 'begins with a byte order mark'],
    ['its end missing', (text: string) => text.slice(0, -2), 'is not JSON'],
  ] as const) {
    scenario(`with ${name} is named, with its file`, {}, async (stage) => {
      const { path, text } = configure(stage, { auths: { [stage.registry.host]: { auth: pairOf(stage) } } });
      writeFileSync(path, damage(text));
      const told = expectFailed(await stage.publish({ inputs: NO_INPUT }), 'CREDENTIAL_MISSING');
      expect(told).toContain(`${path} ${says}`);
      expect(readFileSync(path, 'utf8')).toBe(damage(text));
    });
  }

  scenario('for another registry is not taken for this one', {}, async (stage) => {
    configure(stage, { auths: { [`x${stage.registry.host}`]: { auth: pairOf(stage) } } });
    expectFailed(await stage.publish({ inputs: NO_INPUT }), 'CREDENTIAL_MISSING');
    expect(stage.registry.requests).toEqual([]);
  });
});
