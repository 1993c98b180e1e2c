/** What later steps and jobs get, after the runner has masked what this step told it to. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { describe, expect } from '@jest/globals';
import type { Step } from '../doubles/runner.ts';
import { readLog } from '../doubles/runner-log.ts';
import { maskerOf } from '../doubles/runner-masks.ts';
import { type StageOptions, scenario, USERNAME } from './stage.ts';

/** The shape of a Google service account's key, as the console writes it. */
const KEY = `${JSON.stringify(
  {
    type: 'service_account',
    project_id: 'project',
    private_key: `-----BEGIN PRIVATE KEY-----\n${'MIIEvQIBADANBgkqhkiG9w0BAQEFAASC'.repeat(4)}\n-----END PRIVATE KEY-----\n`,
    scopes: ['a', 'b'],
    nothing: {},
  },
  undefined,
  2,
)}\n`;

/** Outputs of other steps of the job, as they often are. */
const OF_OTHERS = [
  '{}',
  '[]',
  '{"a":{"b":[1,2]}}',
  JSON.stringify({ include: [{ os: 'ubuntu-24.04', type: 'app' }] }),
  JSON.stringify({ needs: { test: { result: 'success', outputs: {} } }, list: ['a', 'b'] }, undefined, 2),
  'type: app\nproject: {}\n',
  Buffer.from('{').toString('base64'),
];

const registryOf = (password: string, username = USERNAME): StageOptions => ({
  registry: () => ({ auth: { kind: 'basic', users: { [username]: password } } }),
});

/** The outputs that GitHub would hand on to no later job; it has masked the secrets of the workflow when the job began. */
function withheld({ log, outputs }: Step, ...secrets: readonly string[]): readonly string[] {
  const masker = maskerOf(log);
  for (const secret of secrets) masker.addMask(secret);
  return Object.entries(outputs).flatMap(([name, value]) => (masker.withholds(value) ? [name] : []));
}

/** The outputs that the step says GitHub withholds, by the kind of the annotation. */
function told({ log, outputs }: Step, kind: 'warning' | 'notice'): readonly string[] {
  const said = readLog(log).commands.filter(
    ({ name, properties }) => name === kind && properties.title === 'Outputs withheld',
  );
  const names = said.flatMap(({ data }) => [...data.matchAll(/"([a-z-]+)"/g)].map(([, name = '']) => name));
  return names.filter((name) => name in outputs);
}

describe('of a key in JSON', () => {
  const expectOthersWell = (step: Step) => {
    expect(step.outputs.reason).toBe('published');
    expect(withheld(step)).toEqual([]);
    const masker = maskerOf(step.log);
    expect(OF_OTHERS.filter((output) => masker.withholds(output))).toEqual([]);
    // The key itself is masked all the same, however it is printed.
    const lines = KEY.split('\n').map((line) => line.trim());
    for (const line of lines.filter(({ length }) => length >= 8)) expect(masker.masked(line)).toBe('***');
    const encoded = [JSON.stringify(KEY).slice(1, -1), Buffer.from(`${USERNAME}:${KEY}`).toString('base64')];
    // At most the end of its last line is left, with which it may or may not be printed.
    for (const form of encoded) expect(masker.masked(form)).toMatch(/^\*\*\*.{0,4}$/);
  };

  scenario('that is a login of docker on this runner', registryOf(KEY.trimEnd()), async (stage) => {
    mkdirSync(stage.runner.path('home', '.docker'));
    const auth = Buffer.from(`${USERNAME}:${KEY.trimEnd()}`).toString('base64');
    const config = { auths: { [stage.registry.host]: { auth } } };
    writeFileSync(stage.runner.path('home', '.docker', 'config.json'), JSON.stringify(config));
    expectOthersWell(await stage.publish({ inputs: { username: '', password: '' } }));
  });

  scenario('that is the input "password"', registryOf(KEY.trimEnd()), async (stage) => {
    expectOthersWell(await stage.publish({ inputs: { password: KEY } }));
  });
});

describe('what GitHub withholds is told, no more and no less', () => {
  const PASSWORDS = {
    'is no part of the outputs': 'correct horse battery staple',
    'is a word of the image’s name': 'team',
    'is that in quotes, which the runner takes off': '"team/app"',
    'has it behind an ampersand, where the runner cuts': 'one&two&team/app',
    'has it before one, where it does not': 'team/app&two',
    'has it as a line of its own': 'the first line\nteam/app\n',
    'has it as a short line, which GitHub has masked': 'the first line\nteam\n',
    'is a key in JSON, of which GitHub has masked the "{"': KEY,
  } as const;
  for (const [name, password] of Object.entries(PASSWORDS)) {
    scenario(`where the password ${name}`, registryOf(password.trimEnd()), async (stage) => {
      const step = await stage.publish({ inputs: { password } });
      expect(step.outputs.reason).toBe('published');
      expect(told(step, 'warning')).toEqual(withheld(step, password));
      expect(told(step, 'notice')).toEqual([]);
    });
  }

  for (const username of ['team', 'app', 'ci-bot']) {
    scenario(
      `where the user name is "${username}", if that is a secret`,
      registryOf('pass word', username),
      async (stage) => {
        const step = await stage.publish({ inputs: { username, password: 'pass word' } });
        expect(step.outputs.reason).toBe('published');
        expect(withheld(step)).toEqual([]);
        expect(told(step, 'notice')).toEqual(withheld(step, username));
      },
    );
  }
});
