import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { credentialIn, parseAuthConfig, recordOf } from '../../../../src/docker/auth-config.ts';
import {
  type KeptLogin,
  type Ledger,
  printConfig,
  type Shelf,
  withLogin,
  withoutLogins,
} from '../../../../src/docker/left-logins/ledger.ts';

const EMPTY: Ledger = { missing: [], kept: [] };
const REGISTRIES = ['a.io', 'b.io:5000', 'docker.io'];
const auth = (text: string) => ({ auth: Buffer.from(text).toString('base64') });
const shelf = (config: Shelf['config']): Shelf => ({ config, ledger: EMPTY });
const leave = (on: Shelf, id: string, registry = 'a.io', login = auth(`${id}:secret`)): Shelf =>
  withLogin(on, { id, registry, since: 0, login });
const take = (on: Shelf, id: string) => withoutLogins(on, (kept) => kept.id === id);
/** The helper that docker asks for the login at a registry: it knows helpers by their exact names alone. */
const dockerAsks = (config: Shelf['config']) => recordOf(config?.credHelpers)['a.io'] ?? config?.credsStore ?? '';
/** Another program writes the file; of the ledger it knows nothing. */
const written = ({ ledger }: Shelf, config: Shelf['config']): Shelf => ({ config, ledger });

describe('a login that is left in docker’s file', () => {
  it.each<[name: string, config: Shelf['config'], after: Shelf['config']]>([
    ['where there is no file', undefined, { auths: { 'a.io': auth('s:secret') } }],
    ['in an empty file', {}, { auths: { 'a.io': auth('s:secret') } }],
    [
      'beside others',
      { auths: { 'b.io': auth('b:b') }, x: 1 },
      { auths: { 'a.io': auth('s:secret'), 'b.io': auth('b:b') }, x: 1 },
    ],
    ['in the place of another', { auths: { 'a.io': auth('o:o') } }, { auths: { 'a.io': auth('s:secret') } }],
    [
      'beside a store that docker would ask',
      { credsStore: 'desktop' },
      { credsStore: 'desktop', auths: { 'a.io': auth('s:secret') }, credHelpers: { 'a.io': '' } },
    ],
    [
      'in the place of a helper',
      { credHelpers: { 'a.io': 'x', 'b.io': 'y' } },
      { auths: { 'a.io': auth('s:secret') }, credHelpers: { 'a.io': '', 'b.io': 'y' } },
    ],
    [
      'beside helpers for others',
      { credHelpers: { 'b.io': 'y' } },
      { auths: { 'a.io': auth('s:secret') }, credHelpers: { 'b.io': 'y' } },
    ],
  ])('%s', (_name, config, after) => {
    expect(leave(shelf(config), 's').config).toEqual(after);
  });

  it('comes first, for those who take the first entry of a host', () => {
    const config = { auths: { 'b.io': {}, 'https://a.io/v1/': auth('old:old'), 'a.io': auth('own:own') } };
    expect(Object.keys(leave(shelf(config), 's').config?.auths as object)[0]).toBe('a.io');
  });

  it('has docker’s name for Docker Hub', () => {
    expect(leave(shelf({}), 's', 'docker.io').config).toEqual({
      auths: { 'https://index.docker.io/v1/': auth('s:secret') },
    });
  });

  it('leaves nothing secret in what is known of it', () => {
    const { ledger } = leave(shelf({}), 's');
    expect(JSON.stringify(ledger)).not.toContain(auth('s:secret').auth);
  });
});

const word = fc.constantFrom(...REGISTRIES, 'https://a.io/', 'https://index.docker.io/v1/', 'x', '__proto__', '');
const group = fc.option(fc.dictionary(word, fc.jsonValue()), { nil: undefined });
/** Whatever docker's file may hold, as it comes out of a parser. */
const configs = fc
  .record({
    auths: group,
    credHelpers: fc.option(fc.dictionary(word, fc.constantFrom('', 'pass', 'ecr-login')), { nil: undefined }),
    credsStore: fc.option(fc.constantFrom('', 'desktop'), { nil: undefined }),
    rest: fc.dictionary(fc.string(), fc.jsonValue()),
  })
  .map(({ rest, ...config }) => JSON.parse(JSON.stringify({ ...rest, ...config })));

describe('when the logins are taken away again', () => {
  it('the file is what it was, whatever else is in it, and however many steps have left one', () => {
    const steps = fc.array(fc.tuple(fc.constantFrom('s', 't', 'u'), fc.constantFrom(...REGISTRIES)), { maxLength: 6 });
    const order = fc.shuffledSubarray(['s', 't', 'u'], { minLength: 3 });
    fc.assert(
      fc.property(fc.option(configs, { nil: undefined }), steps, order, (config, left, over) => {
        const kept = left.reduce((on, [id, registry]) => leave(on, id, registry), shelf(config));
        const after = over.reduce<Shelf>((on, id) => take(on, id), kept);
        expect(after.config).toEqual(config);
        expect(after.ledger.kept).toEqual([]);
      }),
    );
  });

  it('those that are still wanted stay, docker finds the newest, and nothing else has changed', () => {
    fc.assert(
      fc.property(configs, fc.boolean(), (config, isFirst) => {
        const kept = leave(leave(shelf(config), 's'), 't');
        const after = take(kept, isFirst ? 's' : 't').config ?? {};
        const found = credentialIn(after, 'a.io');
        expect(found).toMatchObject({ username: isFirst ? 't' : 's' });
        expect(dockerAsks(after)).toBe('');
        const others = (of: Shelf['config']) => {
          const { auths, credHelpers, ...rest } = structuredClone(of) as Record<string, Record<string, unknown>>;
          for (const each of [auths, credHelpers]) delete each?.['a.io'];
          return { auths: { ...auths }, credHelpers: { ...credHelpers }, ...rest };
        };
        expect(others(after)).toEqual(others(config));
      }),
    );
  });

  it('the order of what else is in it is the same', () => {
    const text = '{"z":1,"auths":{"y.io":{},"a.io":{"auth":"bzpv"},"b.io":{}},"credsStore":"x","y":[]}';
    const after = take(leave(leave(shelf(JSON.parse(text)), 's'), 's', 'c.io'), 's').config;
    expect(JSON.stringify(after)).toBe(text);
  });

  it('one that has come since is left alone, and stays where docker finds it', () => {
    const kept = leave(shelf({ credsStore: 'desktop' }), 's');
    const theirs = { ...kept.config, auths: { 'a.io': auth('new:new') } };
    const after = take(written(kept, theirs), 's');
    expect(after).toMatchObject({ config: theirs, removed: 0, replaced: 1 });
    expect(dockerAsks(after.config)).toBe('');
  });

  it('a logout stays one, and docker asks its store again', () => {
    const kept = leave(shelf({ credsStore: 'desktop', auths: { 'a.io': auth('old:old') } }), 's');
    const after = take(written(kept, { ...kept.config, auths: {} }), 's');
    expect(after.config).toEqual({ credsStore: 'desktop', auths: {} });
  });

  it('what others have added to a file that we made stays', () => {
    const kept = leave(shelf(undefined), 's');
    const config = { auths: { ...(kept.config?.auths as object), 'b.io': auth('b:b') } };
    expect(take(written(kept, config), 's').config).toEqual({ auths: { 'b.io': auth('b:b') } });
  });

  it('a file that is gone stays gone', () => {
    const kept = leave(shelf({ auths: { 'a.io': auth('old:old') } }), 's');
    expect(take(written(kept, undefined), 's').config).toBeUndefined();
  });

  it('a login that somebody put between two of ours comes back for the second', () => {
    const first = leave(shelf({ auths: { 'a.io': auth('old:old') } }), 's');
    const second = leave(written(first, { auths: { 'a.io': auth('between:x') } }), 't');
    for (const order of ['st', 'ts']) {
      const after = [...order].reduce<Shelf>((on, id) => take(on, id), second);
      expect(after.config).toEqual({ auths: { 'a.io': auth('between:x') } });
    }
  });

  it('two steps may have left the very same one', () => {
    const same = auth('bot:same');
    const kept = leave(leave(shelf({}), 's', 'a.io', same), 't', 'a.io', same);
    const after = take(kept, 's');
    expect(after.config).toEqual({ auths: { 'a.io': same } });
    expect(take(after, 't').config).toEqual({});
  });

  it('those that are too old are told by when they came', () => {
    const at = (since: number, registry: string) => (on: Shelf) =>
      withLogin(on, { id: 's', registry, since, login: auth('a:b') });
    const kept = at(9, 'b.io')(at(1, 'a.io')(shelf({})));
    const isOld = ({ since }: KeptLogin) => since < 5;
    expect(withoutLogins(kept, isOld)).toMatchObject({ config: { auths: { 'b.io': auth('a:b') } }, removed: 1 });
  });
});

describe('docker’s file is written', () => {
  it.each(['{\n\t"a": 1\n}', '{\n  "a": 1\n}\n', '{\r\n    "a": 1\r\n}'.replaceAll('\r', ''), '{"a":1}', '{"a":1}\n'])(
    'as it was before: %j',
    (text) => {
      expect(printConfig(parseAuthConfig(text), text)).toBe(text);
    },
  );

  it('as docker writes it, where there was none', () => {
    expect(printConfig({ auths: {} }, undefined)).toBe('{\n\t"auths": {}\n}');
  });
});
