import {
  chownSync,
  existsSync,
  lstatSync,
  lutimesSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  barConfig,
  carriedOver,
  keptToken,
  makeConfig,
  makeLogin,
  planConfig,
  removeConfig,
  removeOutlived,
} from '../../../src/docker/private-config.ts';
import { Secret } from '../../../src/secret/secret.ts';

let job: string;
beforeEach(() => {
  job = mkdtempSync(join(tmpdir(), 'private-config-'));
});
afterEach(() => rmSync(job, { recursive: true, force: true }));

const env = () => ({ RUNNER_TEMP: job, HOME: job, DOCKER_CONFIG: join(job, 'users') });
const users = (config: unknown) => {
  mkdirSync(join(job, 'users'), { recursive: true });
  writeFileSync(join(job, 'users', 'config.json'), typeof config === 'string' ? config : JSON.stringify(config));
};
const make = async () => {
  const planned = planConfig(env());
  await makeConfig(planned);
  return { planned, ...(await makeLogin(planned, { name: '1', auths: {}, env: env() })) };
};
const written = (folder: string) => JSON.parse(readFileSync(join(folder, 'config.json'), 'utf8'));
/** Docker takes the desktop's credential store for a configuration without any login, so there is one of nobody's. */
const NOBODY = { 'verified-image-push.invalid': {} };
const mode = (path: string) => (statSync(path).mode & 0o777).toString(8);

describe('planConfig', () => {
  it('names a folder in the runner’s own, and makes none', () => {
    const { folder } = planConfig(env());
    expect(dirname(folder)).toBe(job);
    expect(existsSync(folder)).toBe(false);
  });

  it('names another one each time', () => {
    expect(new Set(Array.from({ length: 50 }, () => planConfig(env()).folder)).size).toBe(50);
  });

  it('takes the system’s folder where the runner has none', () => {
    expect(dirname(planConfig({}).folder)).toBe(tmpdir());
    expect(dirname(planConfig({ RUNNER_TEMP: '' }).folder)).toBe(tmpdir());
  });
});

describe('makeConfig', () => {
  it('makes it readable by us alone', async () => {
    users({});
    const { planned, folder } = await make();
    expect([mode(planned.folder), mode(folder)]).toEqual(['700', '700']);
    expect(mode(join(folder, 'config.json'))).toBe('600');
  });

  it('carries over what is no secret, and links the contexts', async () => {
    users({
      auths: { 'ghcr.io': { auth: 'c2VjcmV0' } },
      credHelpers: { 'gcr.io': 'gcloud' },
      credsStore: 'desktop',
      HttpHeaders: { 'X-Meta-Auth': 'secret' },
      currentContext: 'rootless',
      cliPluginsExtraDirs: ['/opt/plugins', 7],
      proxies: { default: { httpProxy: 'http://user:secret@proxy:3128', noProxy: 'localhost,10.0.0.0/8' } },
      plugins: { debug: { token: 'secret' } },
      aliases: { builder: 'evil' },
      psFormat: 'x',
    });
    const { folder } = await make();
    expect(written(folder)).toEqual({
      auths: NOBODY,
      currentContext: 'rootless',
      cliPluginsExtraDirs: ['/opt/plugins', join(job, 'users', 'cli-plugins')],
      proxies: { default: { httpProxy: 'http://proxy:3128', noProxy: 'localhost,10.0.0.0/8' } },
    });
    expect(readlinkSync(join(folder, 'contexts'))).toBe(join(job, 'users', 'contexts'));
    expect(readdirSync(folder).sort()).toEqual(['config.json', 'contexts']);
  });

  it('links the contexts of a configuration that is named as seen from the workspace', async () => {
    const planned = planConfig(env());
    await makeConfig(planned);
    const near = { RUNNER_TEMP: job, DOCKER_CONFIG: relative(process.cwd(), join(job, 'users')) };
    const { folder } = await makeLogin(planned, { name: '1', auths: {}, env: near });
    expect(readlinkSync(join(folder, 'contexts'))).toBe(join(job, 'users', 'contexts'));
  });

  it('never touches the user’s own', async () => {
    users('{"auths":{"x":{"auth":"y"}}}\n');
    const { planned } = await make();
    await removeConfig(planned);
    expect(readFileSync(join(job, 'users', 'config.json'), 'utf8')).toBe('{"auths":{"x":{"auth":"y"}}}\n');
    expect(readdirSync(job)).toEqual(['users']);
  });

  it.each([
    ['missing', undefined],
    ['empty', ''],
    ['no JSON', '{"auths":'],
    ['a list', '[]'],
    ['null', 'null'],
    ['a text', '"x"'],
  ])('goes on when the user’s configuration is %s', async (_name, config) => {
    if (config !== undefined) users(config);
    const { folder } = await make();
    expect(written(folder)).toEqual({ auths: NOBODY, cliPluginsExtraDirs: [join(job, 'users', 'cli-plugins')] });
  });

  it('finds the user’s configuration at home', async () => {
    const planned = planConfig(env());
    await makeConfig(planned);
    const { folder } = await makeLogin(planned, { name: '1', auths: {}, env: { RUNNER_TEMP: job, DOCKER_CONFIG: '' } });
    expect(readlinkSync(join(folder, 'contexts'))).toMatch(/\/\.docker\/contexts$/);
  });

  it.each([
    ['a folder', (folder: string) => mkdirSync(folder)],
    ['a file', (folder: string) => writeFileSync(folder, '')],
    ['a link to another folder', (folder: string) => symlinkSync(tmpdir(), folder)],
  ])('refuses a place where there is %s already', async (_name, occupy) => {
    const planned = planConfig(env());
    occupy(planned.folder);
    await expect(makeConfig(planned)).rejects.toThrow('EEXIST');
  });
});

describe('a token', () => {
  it.each([
    ['an identity token', { identityToken: new Secret('refresh-me') }, { identitytoken: 'refresh-me' }],
    ['a registry token', { registryToken: new Secret('bear-me') }, { registrytoken: 'bear-me' }],
  ])('that is %s is in the file, which nobody else may read', async (_name, credential, kept) => {
    const planned = planConfig(env());
    await makeConfig(planned);
    const auths = { 'ghcr.io': keptToken(credential) };
    const { folder } = await makeLogin(planned, { name: '1', auths, env: env() });
    expect(written(folder).auths).toEqual({ ...NOBODY, 'ghcr.io': kept });
    expect(mode(join(folder, 'config.json'))).toBe('600');
  });
});

describe('carriedOver', () => {
  it.each([
    ['http://user:secret@proxy:3128', 'http://proxy:3128'],
    ['http://secret@proxy:3128', 'http://proxy:3128'],
    ['user:secret@proxy:3128', 'proxy:3128'],
    ['https://u:p%40secret@proxy', 'https://proxy'],
    ['http://user:p@secret@proxy:3128', 'http://proxy:3128'],
    ['http://proxy:3128', 'http://proxy:3128'],
    ['', ''],
    ['localhost,.example.com', 'localhost,.example.com'],
  ])('of the proxy %s keeps %s', (address, kept) => {
    const { proxies } = carriedOver({ proxies: { default: { httpsProxy: address } } }, '/users');
    expect(proxies).toEqual({ default: { httpsProxy: kept } });
  });

  it('has nothing else of the user’s, whatever there is, and no login', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.jsonValue(), (config, auths) => {
        for (const key of Object.keys(carriedOver({ ...config, auths }, '/users'))) {
          expect(['currentContext', 'cliPluginsExtraDirs', 'proxies']).toContain(key);
        }
      }),
    );
  });

  it('leaves no user and no password in any proxy', () => {
    const word = fc.string({ unit: fc.constantFrom(...'abSECRET:@!%.'), minLength: 1 });
    fc.assert(
      fc.property(word, fc.constantFrom('http://', 'https://', 'socks5://', ''), (userinfo, scheme) => {
        const address = `${scheme}${userinfo}@proxy.example:3128`;
        const { proxies } = carriedOver({ proxies: { a: { httpProxy: address, deep: [{ x: address }] } } }, '/users');
        const texts = JSON.stringify(proxies).match(/"[^"]*example[^"]*"/g);
        expect(texts).toEqual([`"${scheme}proxy.example:3128"`, `"${scheme}proxy.example:3128"`]);
      }),
    );
  });
});

describe('removeConfig', () => {
  it('deletes the folder, and says that it was there', async () => {
    const { planned } = await make();
    writeFileSync(join(planned.folder, 'config.json.tmp'), 'secret');
    expect(await removeConfig(planned)).toBe(true);
    expect(existsSync(planned.folder)).toBe(false);
  });

  it('says that it was not there, and may be called again', async () => {
    const planned = planConfig(env());
    expect(await removeConfig(planned)).toBe(false);
    expect(await removeConfig(planned)).toBe(false);
  });

  it('leaves what the contexts link to', async () => {
    mkdirSync(join(job, 'users', 'contexts', 'meta'), { recursive: true });
    await removeConfig((await make()).planned);
    expect(existsSync(join(job, 'users', 'contexts', 'meta'))).toBe(true);
  });

  it.each(['/', '/home', '', '.', '..', 'x', '/tmp', '/tmp/verified-image-push-x/..', '/tmp/x/verified-image-pus'])(
    'refuses the folder "%s"',
    async (folder) => {
      await expect(removeConfig({ folder })).rejects.toThrow('no folder of this action');
    },
  );

  it('refuses a folder of somebody else that is there', async () => {
    users({});
    await expect(removeConfig({ folder: join(job, 'users') })).rejects.toThrow();
    expect(existsSync(join(job, 'users', 'config.json'))).toBe(true);
  });

  it('removes a link in its place, and not what it leads to', async () => {
    users({});
    const planned = planConfig(env());
    symlinkSync(join(job, 'users'), planned.folder);
    expect(await removeConfig(planned)).toBe(true);
    expect(existsSync(join(job, 'users', 'config.json'))).toBe(true);
    expect(existsSync(planned.folder)).toBe(false);
  });
});

describe('a docker login that is still writing when its folder is removed', () => {
  /** As docker does it: a file beside the old one, which then takes its place. */
  const login = async (folder: string): Promise<void> => {
    for (let at = 0; at < 3; at++) {
      await writeFile(join(folder, `config.json${at}`), 'secret');
      await rename(join(folder, `config.json${at}`), join(folder, 'config.json'));
    }
  };

  it('does not keep it from being removed, and leaves nothing', async () => {
    for (let round = 0; round < 100; round++) {
      const { planned, folder } = await make();
      const outlived = login(folder).catch(() => {});
      expect(await removeConfig(planned)).toBe(true);
      await barConfig(planned);
      await outlived;
      expect(lstatSync(planned.folder).isFile()).toBe(true);
    }
  });
});

describe('barConfig', () => {
  it('keeps a docker login that outlived us from making the folder again', async () => {
    const { planned } = await make();
    await removeConfig(planned);
    await barConfig(planned);
    expect(() => mkdirSync(planned.folder, { recursive: true })).toThrow();
    expect(() => writeFileSync(join(planned.folder, 'config.json'), 'secret')).toThrow();
    expect(lstatSync(planned.folder).isFile()).toBe(true);
    expect(mode(planned.folder)).toBe('600');
    expect(basename(planned.folder)).toMatch(/^verified-image-push-/);
  });

  it('replaces a folder that was made again meanwhile', async () => {
    const planned = planConfig(env());
    mkdirSync(planned.folder);
    writeFileSync(join(planned.folder, 'config.json'), 'secret');
    await barConfig(planned);
    expect(lstatSync(planned.folder).isFile()).toBe(true);
  });
});

describe('removeOutlived', () => {
  const NOW = Date.UTC(2026, 10, 20);
  const HOUR = 3_600_000;
  /** A folder of ours as a killed step leaves it, so many hours old. */
  const left = (hours: number, { folder } = planConfig(env())): string => {
    mkdirSync(join(folder, '1'), { recursive: true });
    writeFileSync(join(folder, '1', 'config.json'), '{"auths":{"a.io":{"auth":"c2VjcmV0"}}}');
    const time = (NOW - hours * HOUR) / 1000;
    utimesSync(folder, time, time);
    return folder;
  };
  const remove = () => removeOutlived(env(), NOW - 6 * HOUR);

  it('deletes what is old, and leaves what may be in use', async () => {
    const [old, young] = [left(7), left(5)];
    expect(await remove()).toBe(1);
    expect([existsSync(old), existsSync(young)]).toEqual([false, true]);
  });

  it('finds nothing where the temporary folder was removed', async () => {
    rmSync(job, { recursive: true });
    expect(await remove()).toBe(0);
  });

  it('deletes the files that bar such folders, too', async () => {
    const planned = planConfig(env());
    await barConfig(planned);
    utimesSync(planned.folder, 1, 1);
    expect(await remove()).toBe(1);
    expect(existsSync(planned.folder)).toBe(false);
  });

  it.each([
    ['of somebody else', 'important'],
    ['that only begins as ours do', 'verified-image-push-precious'],
    ['that ours are in the name of', 'x-verified-image-push-00000000-0000-0000-0000-000000000000'],
  ])('leaves a folder %s alone', async (_name, name) => {
    const folder = left(1000, { folder: join(job, name) });
    expect(await remove()).toBe(0);
    expect(existsSync(join(folder, '1', 'config.json'))).toBe(true);
  });

  (process.getuid?.() === 0 ? it : it.skip)('leaves a folder of ours alone that is another user’s', async () => {
    const folder = left(1000);
    chownSync(folder, 1234, 5678);
    expect(await remove()).toBe(0);
    expect(existsSync(join(folder, '1', 'config.json'))).toBe(true);
  });

  it('follows no link, neither one with our name nor one inside a folder of ours', async () => {
    const precious = left(1000, { folder: join(job, 'precious') });
    const link = join(job, 'verified-image-push-00000000-0000-0000-0000-000000000000');
    symlinkSync(precious, link);
    lutimesSync(link, 1, 1);
    const old = left(7);
    symlinkSync(precious, join(old, 'contexts'));
    utimesSync(old, 1, 1);
    expect(await remove()).toBe(1);
    expect(existsSync(join(precious, '1', 'config.json'))).toBe(true);
    expect(lstatSync(link).isSymbolicLink()).toBe(true);
  });
});
