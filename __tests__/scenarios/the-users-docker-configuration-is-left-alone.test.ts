import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { describe, expect } from '@jest/globals';
import { sightingsOf } from '../doubles/canary.ts';
import { filesWith } from './failure.ts';
import { filesIn, type Stage, scenario } from './stage.ts';

const USERS = {
  auths: { 'ghcr.io': { auth: Buffer.from('someone:their-password').toString('base64') } },
  HttpHeaders: { 'X-Token': 'header-secret' },
  credHelpers: { 'gcr.io': 'gcloud' },
  proxies: { default: { httpProxy: 'http://proxy-user:proxy-secret@proxy.test:3128', noProxy: 'localhost,.test' } },
};
const SECRETS = [
  'their-password',
  USERS.auths['ghcr.io'].auth,
  'header-secret',
  'proxy-secret',
  'proxy-user',
  'gcloud',
];

/** Gives the user a docker configuration, with a context that leads to this stage's engine. */
function writeUsersConfig({ engine }: Stage, folder: string, config: object = USERS): void {
  const id = createHash('sha256').update('builder').digest('hex');
  const meta = join(folder, 'contexts', 'meta', id, 'meta.json');
  mkdirSync(dirname(meta), { recursive: true });
  writeFileSync(meta, JSON.stringify({ Name: 'builder', Endpoints: { docker: { Host: engine.env.DOCKER_HOST } } }));
  writeFileSync(join(folder, 'config.json'), JSON.stringify({ ...config, currentContext: 'builder' }, undefined, 2));
}

/** A credential store, as desktops have one: a program that is handed the password to keep. */
function installCredentialStore({ runner, engine }: Stage, name: string): { PATH: string; kept: string } {
  const [folder, kept] = [runner.path('desktop'), runner.path('kept-by-the-desktop')];
  mkdirSync(folder);
  const program = join(folder, `docker-credential-${name}`);
  writeFileSync(program, `#!/bin/sh\ncat >> '${kept}'\n`);
  chmodSync(program, 0o755);
  return { PATH: `${folder}${delimiter}${engine.env.PATH}`, kept };
}

/** The private configuration, while it is there. */
function privateFolder({ runner }: Stage): string {
  const [name = ''] = runner.leftInTemp();
  return runner.path('temp', name);
}

describe("the user's docker configuration", () => {
  const PLACES = { 'in HOME': '.docker', 'where DOCKER_CONFIG says': 'elsewhere/docker' };
  for (const [where, place] of Object.entries(PLACES)) {
    const env = (stage: Stage): Record<string, string> =>
      place === '.docker' ? {} : { DOCKER_CONFIG: stage.runner.path('home', place) };

    scenario(`${where} is the same to the byte after a success, a failure and a kill`, {}, async (stage) => {
      const folder = stage.runner.path('home', place);
      writeUsersConfig(stage, folder);
      const before = filesIn(stage.runner.path('home'));

      const published = await stage.publish({ env: env(stage) });
      expect(published.outputs.pushed).toBe('true');
      expect(filesIn(stage.runner.path('home'))).toEqual(before);

      stage.engine.fault({ on: 'login', act: { kind: 'exit', code: 1, stderr: 'denied\n' } });
      const failed = await stage.publish({ env: env(stage) });
      expect(failed.outputs.reason).toBe('LOGIN_FAILED');
      expect(filesIn(stage.runner.path('home'))).toEqual(before);

      const login = stage.engine.hold('login', 'saving');
      const killed = stage.start({ env: env(stage) });
      await login.reached;
      killed.child.kill('SIGKILL');
      const step = await killed.ended;
      await stage.post(step, { env: env(stage) });
      login.release();
      expect(filesIn(stage.runner.path('home'))).toEqual(before);
    });
  }

  scenario('lends its context and proxies, and none of its secrets', {}, async (stage) => {
    writeUsersConfig(stage, stage.runner.path('home', '.docker'));
    const push = stage.engine.hold('push', 'start');
    // Without DOCKER_HOST only the context leads to the engine.
    const step = stage.start({ env: { DOCKER_HOST: '' } });
    await push.reached;
    const config = readFileSync(join(privateFolder(stage), '1', 'config.json'), 'utf8');
    expect(JSON.parse(config)).toMatchObject({
      currentContext: 'builder',
      proxies: { default: { httpProxy: 'http://proxy.test:3128', noProxy: 'localhost,.test' } },
    });
    expect(SECRETS.filter((secret) => config.includes(secret))).toEqual([]);
    expect(JSON.parse(config).auths).not.toHaveProperty('ghcr.io');
    push.release();
    expect((await step.ended).outputs.pushed).toBe('true');
  });

  scenario('is no obstacle when it is damaged', {}, async (stage) => {
    mkdirSync(stage.runner.path('home', '.docker'));
    const path = stage.runner.path('home', '.docker', 'config.json');
    writeFileSync(path, '{ "auths": ');
    expect((await stage.publish()).outputs.pushed).toBe('true');
    expect(readFileSync(path, 'utf8')).toBe('{ "auths": ');
  });
});

describe('the login', () => {
  scenario('is in one file that nobody else may read, and only while it is needed', {}, async (stage) => {
    const push = stage.engine.hold('push', 'start');
    const step = stage.start();
    await push.reached;
    const folder = privateFolder(stage);
    const config = join(folder, '1', 'config.json');
    expect((statSync(folder).mode & 0o777).toString(8)).toBe('700');
    expect((statSync(config).mode & 0o777).toString(8)).toBe('600');
    expect(sightingsOf(stage.canary, readFileSync(config))).not.toEqual([]);
    expect(filesWith(stage.runner.folder, stage.canary)).toEqual([config.slice(stage.runner.folder.length + 1)]);
    push.release();
    await step.ended;
    expect(existsSync(folder)).toBe(false);
  });

  scenario('is never put into the credential store of the desktop', {}, async (stage) => {
    const { PATH, kept } = installCredentialStore(stage, 'secretservice');
    const step = await stage.publish({ env: { PATH } });
    expect(existsSync(kept)).toBe(false);
    expect(step.outputs.pushed).toBe('true');
  });

  scenario('is never put into the credential store that the user has chosen', {}, async (stage) => {
    const { PATH, kept } = installCredentialStore(stage, 'chosen');
    writeUsersConfig(stage, stage.runner.path('home', '.docker'), { credsStore: 'chosen' });
    const step = await stage.publish({ env: { PATH } });
    expect(existsSync(kept)).toBe(false);
    expect(step.outputs.pushed).toBe('true');
  });
});
