import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { EngineAccount, KeepPlan } from '../../../../src/docker/docker.ts';
import { forgetLogins, keepLogins, planKeeping } from '../../../../src/docker/left-logins/leave-logins.ts';
import { Secret } from '../../../../src/secret/secret.ts';
import { systemClock } from '../../../../src/time/clock.ts';

const DAY = 24 * 3_600_000;
let home: string;
let days: number;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'keep-logins-'));
  days = 0;
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const clock = { ...systemClock, date: () => Date.now() + days * DAY };
const waiting = { clock, signal: new AbortController().signal };
const user = (env: NodeJS.ProcessEnv = {}) => ({ env, home });
const plan = (env?: NodeJS.ProcessEnv) => planKeeping(['a.io'], user(env));
const account = (registry = 'a.io', password = 'secret'): EngineAccount => ({
  registry,
  credential: { username: 'ci-bot', password: new Secret(password) },
});
const keep = (to: KeepPlan, ...accounts: EngineAccount[]) =>
  keepLogins(to, accounts.length > 0 ? accounts : [account()], waiting);
const forget = (from?: KeepPlan, env?: NodeJS.ProcessEnv) => forgetLogins(from, user(env), waiting);

const AUTH = { auth: Buffer.from('ci-bot:secret').toString('base64') };
const OLD = {
  auths: { 'a.io': { auth: 'b2xkOm9sZA==' }, 'b.io': {} },
  credsStore: 'desktop',
  'x-unknown': [1, { y: null }],
};
const OLD_TEXT = JSON.stringify(OLD, undefined, '\t');
const file = () => join(home, '.docker', 'config.json');
const write = (text: string, path = file()) => {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
};
const read = (path = file()) => JSON.parse(readFileSync(path, 'utf8'));
const mode = (path: string) => (statSync(path).mode & 0o777).toString(8);
const everything = () => readdirSync(home, { recursive: true, encoding: 'utf8' }).sort();

describe('a login for later steps', () => {
  it('is written where there was no file, for nobody else to read, and leaves no trace when it is taken back', async () => {
    const at = await plan();
    expect(everything()).toEqual([]);
    await keep(at);
    expect(read()).toEqual({ auths: { 'a.io': AUTH } });
    expect([mode(file()), mode(dirname(file()))]).toEqual(['600', '700']);
    expect(await forget(at)).toEqual({ removed: 1, replaced: 0 });
    expect(everything()).toEqual([]);
  });

  it('is put into the user’s file, which is the same to the byte afterwards', async () => {
    write(OLD_TEXT);
    const at = await plan();
    await keep(at, account(), account('c.io'));
    expect(read()).toEqual({
      ...OLD,
      auths: { 'c.io': AUTH, 'a.io': AUTH, 'b.io': {} },
      credHelpers: { 'c.io': '', 'a.io': '' },
    });
    expect(await forget(at)).toEqual({ removed: 2, replaced: 0 });
    expect(readFileSync(file(), 'utf8')).toBe(OLD_TEXT);
    expect(everything()).toEqual(['.docker', '.docker/config.json']);
  });

  it('is also at home where docker looks elsewhere', async () => {
    const env = { DOCKER_CONFIG: join(home, 'elsewhere') };
    write('{}', join(home, 'elsewhere', 'config.json'));
    const at = await plan(env);
    await keep(at);
    for (const path of [file(), join(home, 'elsewhere', 'config.json')]) expect(read(path).auths['a.io']).toEqual(AUTH);
    // Where docker looks may be another place by the time of the post step.
    await forget(at, {});
    expect(everything()).toEqual(['elsewhere', 'elsewhere/config.json']);
    expect(readFileSync(join(home, 'elsewhere', 'config.json'), 'utf8')).toBe('{}');
  });

  it.each([
    ['the same folder', () => join(home, '.docker')],
    [
      'a link to it',
      () => {
        mkdirSync(join(home, '.docker'));
        symlinkSync(join(home, '.docker'), join(home, 'link'));
        return join(home, 'link');
      },
    ],
  ])('is written once where docker looks into %s', async (_name, folder) => {
    expect((await plan({ DOCKER_CONFIG: folder() })).files).toEqual([file()]);
  });

  it('is in the one place, and taken back there, where it cannot be left in the other', async () => {
    const at = await plan({ DOCKER_CONFIG: join(home, 'elsewhere') });
    writeFileSync(join(home, 'elsewhere'), 'no folder');
    await expect(keep(at, account())).rejects.toThrow('ENOTDIR');
    expect(read().auths['a.io']).toEqual(AUTH);
    await forget(at);
    expect(everything()).toEqual(['elsewhere']);
  });

  it('follows a link to the file, and leaves it one', async () => {
    write(OLD_TEXT, join(home, 'dotfiles', 'docker.json'));
    mkdirSync(join(home, '.docker'));
    symlinkSync(join('..', 'dotfiles', 'docker.json'), file());
    const at = await plan();
    await keep(at);
    expect([lstatSync(file()).isSymbolicLink(), read().auths['a.io']]).toEqual([true, AUTH]);
    await forget(at);
    expect(readFileSync(file(), 'utf8')).toBe(OLD_TEXT);
    expect(everything()).toEqual(['.docker', '.docker/config.json', 'dotfiles', 'dotfiles/docker.json']);
  });

  it.each([
    [0o644, '600'],
    [0o600, '600'],
    [0o400, '400'],
  ])('makes a file of mode %o one of mode %s', async (before, after) => {
    write(OLD_TEXT);
    chmodSync(file(), before);
    const at = await plan();
    await keep(at);
    expect(mode(file())).toBe(after);
    await forget(at);
    expect(mode(file())).toBe(after);
  });

  (process.getuid?.() === 0 ? it : it.skip)('leaves the file its owner’s', async () => {
    write(OLD_TEXT);
    chownSync(file(), 1234, 5678);
    await keep(await plan());
    expect(statSync(file())).toMatchObject({ uid: 1234, gid: 5678 });
  });

  it('is never half there: who reads the file meanwhile finds one of the two', async () => {
    const large = JSON.stringify({ ...OLD, large: 'x'.repeat(1 << 22) });
    write(large);
    const at = await plan();
    let isDone = false;
    const writing = keep(at)
      .then(() => forget(at))
      .finally(() => {
        isDone = true;
      });
    const seen = new Set<unknown>();
    while (!isDone) {
      seen.add(read().auths['a.io'].auth);
      await new Promise(setImmediate);
    }
    await writing;
    expect([...seen].every((each) => each === AUTH.auth || each === OLD.auths['a.io'].auth)).toBe(true);
  });

  it('writes down nothing of it but in docker’s file, and nobody else may read what it writes down', async () => {
    write(OLD_TEXT);
    await keep(await plan());
    const beside = `${file()}.verified-image-push`;
    expect([mode(beside), readdirSync(beside)]).toEqual(['700', ['ledger.json']]);
    expect(mode(join(beside, 'ledger.json'))).toBe('600');
    const ledger = readFileSync(join(beside, 'ledger.json'), 'utf8');
    for (const form of ['secret', AUTH.auth]) expect(ledger).not.toContain(form);
  });
});

describe('what could not be found or left is said before anything is pushed', () => {
  it.each<[name: string, text: string]>([
    ['is no JSON', '{ "auths": '],
    ['is empty', ''],
    ['is a list', '[]'],
    ['is null', 'null'],
    ['has a list of logins', '{"auths":[]}'],
    ['has a text for helpers', '{"credHelpers":"x"}'],
  ])('a file that %s', async (_name, text) => {
    write(text);
    await expect(plan()).rejects.toMatchObject({
      code: 'INPUT_INVALID',
      message: expect.stringMatching(/^keep-login: .*config\.json/),
    });
    expect(readFileSync(file(), 'utf8')).toBe(text);
  });

  it.each<[name: string, make: () => void]>([
    ['a folder', () => mkdirSync(file(), { recursive: true })],
    [
      'a link that leads nowhere',
      () => {
        mkdirSync(dirname(file()));
        symlinkSync('nowhere', file());
      },
    ],
    [
      'a link to itself',
      () => {
        mkdirSync(dirname(file()));
        symlinkSync('config.json', file());
      },
    ],
  ])('%s in its place', async (_name, make) => {
    make();
    await expect(plan()).rejects.toMatchObject({ code: 'INPUT_INVALID' });
  });

  it('the file at home, too, where docker looks elsewhere', async () => {
    write('{');
    await expect(plan({ DOCKER_CONFIG: join(home, 'elsewhere') })).rejects.toMatchObject({ code: 'INPUT_INVALID' });
  });

  it('another login in DOCKER_AUTH_CONFIG', async () => {
    const env = (host: string) => ({ DOCKER_AUTH_CONFIG: JSON.stringify({ auths: { [host]: AUTH } }) });
    await expect(plan(env('a.io'))).rejects.toMatchObject({
      code: 'INPUT_INVALID',
      message: expect.stringContaining('DOCKER_AUTH_CONFIG'),
    });
    await expect(plan(env('b.io'))).resolves.toBeDefined();
  });

  it('nothing is wrong with groups that are null, as docker sees it', async () => {
    write('{"auths":null,"credHelpers":null}');
    await expect(plan()).resolves.toBeDefined();
  });
});

describe('taking it back', () => {
  it('does nothing where nothing was left', async () => {
    write(OLD_TEXT);
    expect(await forget(await plan())).toEqual({ removed: 0, replaced: 0 });
    expect(await forget()).toEqual({ removed: 0, replaced: 0 });
    expect(everything()).toEqual(['.docker', '.docker/config.json']);
  });

  it('leaves a login that came later', async () => {
    const at = await plan();
    await keep(at);
    const later = { auths: { 'a.io': { auth: 'bmV3Om5ldw==' } } };
    write(JSON.stringify(later));
    expect(await forget(at)).toEqual({ removed: 0, replaced: 1 });
    expect(everything()).toEqual(['.docker', '.docker/config.json']);
    expect(read()).toEqual(later);
  });

  it('leaves a file that is damaged by then, says so, and goes on with the other', async () => {
    const env = { DOCKER_CONFIG: join(home, 'elsewhere') };
    const at = await plan(env);
    await keep(at);
    write('{', join(home, 'elsewhere', 'config.json'));
    await expect(forget(at)).rejects.toThrow(/elsewhere.*not JSON/);
    expect([readFileSync(join(home, 'elsewhere', 'config.json'), 'utf8'), existsSync(file())]).toEqual(['{', false]);
  });

  it('puts the steps of a job back one by one, the last one first', async () => {
    write(OLD_TEXT);
    const [first, second] = [await plan(), await plan()];
    await keep(first);
    const between = readFileSync(file(), 'utf8');
    await keep(second, account('a.io', 'another'));
    await forget(second);
    expect(readFileSync(file(), 'utf8')).toBe(between);
    await forget(first);
    expect(readFileSync(file(), 'utf8')).toBe(OLD_TEXT);
  });

  it('clears what a step that was killed has left of its work', async () => {
    const at = await plan();
    await keep(at);
    const beside = `${file()}.verified-image-push`;
    // Killed when it was about to write once more: its lock, and a copy with the login.
    writeFileSync(join(beside, 'lock'), at.id);
    writeFileSync(join(beside, 'config.new'), 'ci-bot:secret');
    writeFileSync(join(beside, 'ledger.new'), '{');
    await forget(at);
    expect(everything()).toEqual([]);
  });

  it('waits for no lock of a step that is long gone', async () => {
    const at = await plan();
    await keep(at);
    const lock = join(`${file()}.verified-image-push`, 'lock');
    writeFileSync(lock, 'of another');
    utimesSync(lock, 1, 1);
    await forget(at);
    expect(everything()).toEqual([]);
  });

  it('is done by any job’s post step when the job is over by any clock', async () => {
    write(OLD_TEXT);
    await keep(await plan());
    const mine = await plan();
    await keep(mine, account('c.io'));
    days = 4;
    expect(await forget()).toEqual({ removed: 0, replaced: 0 });
    days = 6;
    expect(await forget()).toEqual({ removed: 2, replaced: 0 });
    expect(readFileSync(file(), 'utf8')).toBe(OLD_TEXT);
  });
});

describe('many steps at once on one machine', () => {
  it('lose no login, and leave the file as it was', async () => {
    write(OLD_TEXT);
    const plans = await Promise.all(Array.from({ length: 12 }, () => plan()));
    await Promise.all(plans.map((at, index) => keep(at, account(`${index}.io`), account('a.io', `secret ${index}`))));
    expect(Object.keys(read().auths).sort()).toEqual(
      [...plans.map((_, index) => `${index}.io`), 'a.io', 'b.io'].sort(),
    );
    await Promise.all(plans.slice(1).map((at) => forget(at)));
    // Whoever is left has its own.
    expect(read().auths['0.io']).toEqual({ auth: Buffer.from('ci-bot:secret').toString('base64') });
    await forget(plans[0]);
    expect(readFileSync(file(), 'utf8')).toBe(OLD_TEXT);
    expect(everything()).toEqual(['.docker', '.docker/config.json']);
  });

  it('may come and go at any time', async () => {
    write(OLD_TEXT);
    const come = async () => {
      const at = await plan();
      await keep(at);
      await forget(at);
    };
    await Promise.all(Array.from({ length: 10 }, come));
    expect(readFileSync(file(), 'utf8')).toBe(OLD_TEXT);
    expect(everything()).toEqual(['.docker', '.docker/config.json']);
  });
});
