import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect } from '@jest/globals';
import { type Canary, sightingsOf } from '../doubles/canary.ts';
import { readLog } from '../doubles/runner-log.ts';
import { scenario, USERNAME } from './stage.ts';

type Sighting = { readonly pid: number; readonly where: string };

/** processesWith looks through the arguments and the environment of every process there is. */
function processesWith(canary: Canary): readonly Sighting[] {
  const pids = readdirSync('/proc').filter((name) => /^[0-9]+$/.test(name));
  return pids.flatMap((pid) => {
    const variables = read(`/proc/${pid}/environ`).filter((text) => sightingsOf(canary, text).length > 0);
    const args = read(`/proc/${pid}/cmdline`).filter((text) => sightingsOf(canary, text).length > 0);
    const where = [...variables.map((text) => text.slice(0, text.indexOf('='))), ...args.map(() => 'an argument')];
    return where.map((each) => ({ pid: Number(pid), where: each }));
  });
}

/** A process may be gone by the time it is looked at, or be another user's. */
function read(path: string): readonly string[] {
  try {
    return readFileSync(path, 'utf8').split('\0');
  } catch {
    return [];
  }
}

describe('the password', () => {
  scenario('is in no process but the input of the action, before, during and after the login', {}, async (stage) => {
    const login = stage.engine.hold('login', 'start');
    const push = stage.engine.hold('push', 'manifest');
    const step = stage.start();
    const own = [{ pid: step.child.pid, where: 'INPUT_PASSWORD' }];
    const call = await login.reached;
    expect(call.stdinLength).toBe(stage.canary.password.length);
    expect(processesWith(stage.canary)).toEqual(own);
    login.release();
    await push.reached;
    expect(processesWith(stage.canary)).toEqual(own);
    push.release();
    expect(await step.ended).toMatchObject({ exitCode: 0, outputs: { pushed: 'true' } });
    expect(processesWith(stage.canary)).toEqual([]);
  });

  scenario('is in no argument and no variable of any docker command', {}, async (stage) => {
    await stage.publish({ inputs: { tags: '1.2.3' } });
    const told = stage.engine.calls.map(({ args, env }) => JSON.stringify({ args, env }));
    expect(told.length).toBeGreaterThan(5);
    expect(told.filter((text) => sightingsOf(stage.canary, text).length > 0)).toEqual([]);
  });

  scenario('is masked in every form before it is first shown to the registry', {}, async (stage) => {
    const shown = stage.arrival(({ authorization }) => authorization !== undefined);
    stage.registry.fault({
      match: { when: ({ authorization }) => authorization !== undefined },
      act: { kind: 'hang', when: 'before-headers' },
    });
    const step = stage.start();
    let log = '';
    const { stdout } = step.child;
    stdout?.on('data', (text: string) => {
      log += text;
    });
    await shown;
    const { password } = stage.canary;
    const pair = `${USERNAME}:${password}`;
    const forms = [
      password,
      encodeURIComponent(password),
      new URLSearchParams({ p: password }).toString().slice(2),
      JSON.stringify(password).slice(1, -1),
      ...[password, pair].flatMap((text) => {
        const bytes = Buffer.from(text);
        return [bytes.toString('base64'), bytes.toString('base64url')];
      }),
    ];
    const masks = () => readLog(log).commands.flatMap(({ name, data }) => (name === 'add-mask' ? [data] : []));
    // The step waits for an answer: what it has not said by now it would say too late.
    while (!forms.every((form) => masks().includes(form))) if (stdout) await once(stdout, 'data');
    step.child.kill('SIGKILL');
    await step.ended;
  });

  scenario('is masked as the header in which docker hands it to the engine', {}, async (stage) => {
    const { log } = await stage.publish();
    const account = { username: USERNAME, password: stage.canary.password, serveraddress: stage.registry.host };
    // Go writes JSON in its own way.
    const json = JSON.stringify(account).replace(/[<>&]/g, (sign) => `\\u00${sign.charCodeAt(0).toString(16)}`);
    const header = Buffer.from(json).toString('base64url');
    expect(readLog(`${log}\n${header}\n`).shown).not.toContain(header);
  });
});

describe('a docker command', () => {
  scenario('gets no input, no token of the runner and no other credential of the job', {}, async (stage) => {
    const env = {
      ACTIONS_RUNTIME_TOKEN: 'x',
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'x',
      GITHUB_TOKEN: 'x',
      AWS_SECRET_ACCESS_KEY: 'x',
      DOCKER_AUTH_CONFIG: JSON.stringify({ auths: { [stage.registry.host]: { auth: 'bm9ib2R5Om5vdGhpbmc=' } } }),
    };
    const step = await stage.publish({ env });
    expect(step.outputs.pushed).toBe('true');
    const names = new Set(stage.engine.calls.flatMap((call) => Object.keys(call.env)));
    const secrets = [...names].filter((name) =>
      /^INPUT_|^ACTIONS_|^GITHUB_|^STATE_|TOKEN|SECRET|AUTH_CONFIG/.test(name),
    );
    expect(secrets).toEqual([]);
  });
});
