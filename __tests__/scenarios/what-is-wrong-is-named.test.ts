import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { describe, expect } from '@jest/globals';
import { makeCertificates } from '../doubles/registry/certificates.ts';
import { readLog } from '../doubles/runner-log.ts';
import { expectFailed, expectNothingLeft } from './failure.ts';
import { builtImage, SOURCE, type Stage, scenario, USERNAME } from './stage.ts';

const certificates = makeCertificates();
const withTls = (stage: { readonly password: string }) => ({
  tls: certificates,
  auth: { kind: 'basic', users: { [USERNAME]: stage.password } } as const,
});

function expectNothingContacted(stage: Stage): void {
  expect(stage.registry.requests).toEqual([]);
  expect(stage.commands).toEqual([]);
  expectNothingLeft(stage);
}

/** A port that was free a moment ago. */
async function closedPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

describe('inputs', () => {
  scenario('that are missing or wrong are all named at once, before anything is contacted', {}, async (stage) => {
    const wrong = { image: '', 'dry-run': 'yes', timeout: '0', events: 'push, issues', 'sha-tag': 'latest' };
    const step = await stage.publish({ inputs: wrong });
    const text = expectFailed(step, 'INPUT_INVALID');
    for (const name of Object.keys(wrong)) expect(text).toMatch(new RegExp(`^${name}: `, 'm'));
    expectNothingContacted(stage);
  });

  scenario('with a repository in capitals are refused', {}, async (stage) => {
    const text = expectFailed(
      await stage.publish({ inputs: { image: `${stage.registry.host}/Team/App` } }),
      'INPUT_INVALID',
    );
    expect(text).toMatch(/^image: .*lower case/);
    expectNothingContacted(stage);
  });

  scenario('with a tag of 129 characters are refused', {}, async (stage) => {
    const text = expectFailed(await stage.publish({ inputs: { tags: 't'.repeat(129) } }), 'INPUT_INVALID');
    expect(text).toMatch(/^tags: .*128/);
    expectNothingContacted(stage);
  });

  scenario('may have a tag of 128 characters', {}, async (stage) => {
    const step = await stage.publish({ inputs: { tags: 't'.repeat(128) } });
    expect(step.outputs.pushed).toBe('true');
  });

  scenario('without a password are refused before a registry is contacted', {}, async (stage) => {
    const text = expectFailed(await stage.publish({ inputs: { password: '' } }), 'CREDENTIAL_MISSING');
    expect(text).toMatch(/"password".*fork/s);
    expect(stage.registry.requests).toEqual([]);
    expect(stage.commands).not.toContain('login');
    expectNothingLeft(stage);
  });

  for (const none of ['null', '""']) {
    const auth = (stage: Stage) => `- registry: ${stage.registry.host}\n  username: ci\n  password: ${none}\n`;
    for (const input of ['password', 'registry-auth']) {
      scenario(
        `with ${none} for the secret in "${input}" are refused, and nothing is masked or sent`,
        {},
        async (stage) => {
          const inputs =
            input === 'password' ? { password: none } : { username: '', password: '', 'registry-auth': auth(stage) };
          const step = await stage.publish({ inputs });
          expect(expectFailed(step, 'CREDENTIAL_MISSING')).toMatch(/"password" is empty.*fork.*Dependabot/s);
          expect(readLog(step.log).commands.map(({ name }) => name)).not.toContain('add-mask');
          expect(stage.registry.requests).toEqual([]);
          expect(stage.commands).not.toContain('login');
          expectNothingLeft(stage);
        },
      );
    }
  }

  const SLIPS: readonly (readonly [text: string, says: string])[] = [
    ['hunter2secret ', 'begins or ends with a blank or a line break'],
    ['"hunter2secret"', 'quotes around it'],
    ['$HUNTER2SECRET', 'the name of a variable'],
    ['secrets.HUNTER2SECRET', 'the text of an expression'],
  ];
  for (const [password, says] of SLIPS) {
    scenario(`with a password that looks like a slip have a hint: ${says}`, {}, async (stage) => {
      const step = await stage.publish({ inputs: { password } });
      expect(expectFailed(step, 'LOGIN_FAILED')).toContain(says);
      for (const text of [readLog(step.log).shown, step.summary, JSON.stringify(step.outputs)])
        expect(text).not.toMatch(/hunter2/i);
    });
  }

  scenario('with a wrong password that looks like one have none', {}, async (stage) => {
    const text = expectFailed(await stage.publish({ inputs: { password: 'hunter2secret' } }), 'LOGIN_FAILED');
    expect(text).not.toContain('About the password');
  });

  scenario('without a user name are refused before a registry is contacted', {}, async (stage) => {
    expectFailed(await stage.publish({ inputs: { username: '' } }), 'CREDENTIAL_MISSING');
    expect(stage.registry.requests).toEqual([]);
    expectNothingLeft(stage);
  });

  scenario('with a CA file that is not there are refused', { registry: withTls }, async (stage) => {
    expectFailed(await stage.publish({ inputs: { 'ca-file': 'no-such.pem' } }), 'INPUT_INVALID');
    expect(stage.registry.requests).toEqual([]);
    expectNothingLeft(stage);
  });
});

describe('the image', () => {
  scenario('that the engine does not have is an error that lists near names', {}, async (stage) => {
    stage.engine.load(builtImage('others'), ['app:tests', 'unrelated/thing:v9', 'postgres:17']);
    const text = expectFailed(await stage.publish({ inputs: { source: 'app:tset' } }), 'SOURCE_NOT_FOUND');
    expect(text).toMatch(/"app:tset".*app:test, app:tests/s);
    expect(stage.registry.requests).toEqual([]);
    expectNothingLeft(stage);
  });
});

describe('the engine', () => {
  scenario('that does not answer is an error', {}, async (stage) => {
    const env = { DOCKER_HOST: `unix://${stage.runner.path('no-such.sock')}` };
    expect(expectFailed(await stage.publish({ env }), 'ENGINE_UNAVAILABLE')).toContain('Cannot connect');
    expect(stage.registry.requests).toEqual([]);
    expectNothingLeft(stage);
  });

  scenario('without a docker command is an error', {}, async (stage) => {
    mkdirSync(stage.runner.path('empty'));
    const step = await stage.publish({ env: { PATH: stage.runner.path('empty') } });
    expectFailed(step, 'ENGINE_UNAVAILABLE');
    expect(stage.registry.requests).toEqual([]);
    expectNothingLeft(stage);
  });

  scenario(
    'that does not trust the registry is an error of its own',
    { registry: withTls, engine: { ca: makeCertificates().ca } },
    async (stage) => {
      const env = { NODE_EXTRA_CA_CERTS: stage.write('ca.pem', certificates.ca) };
      const text = expectFailed(await stage.publish({ env }), 'REGISTRY_UNTRUSTED');
      expect(text).toMatch(/x509.*certs\.d/s);
      expectNothingLeft(stage);
    },
  );
});

describe('the registry', () => {
  scenario('that does not take the password is an error', {}, async (stage) => {
    const text = expectFailed(await stage.publish({ inputs: { password: 'not the password' } }), 'LOGIN_FAILED');
    expect(text).toContain('401');
    expect(stage.commands).not.toContain('login');
    expect(stage.writes).toEqual([]);
    expectNothingLeft(stage);
  });

  scenario(
    'that does not let this account push is an error',
    {
      registry: ({ password }) => ({
        auth: { kind: 'token', users: { [USERNAME]: { password, access: { 'team/app': ['pull'] } } } },
      }),
    },
    async (stage) => {
      const step = await stage.publish();
      expectFailed(step, 'REGISTRY_DENIED');
      expect(stage.repository.tags.size).toBe(0);
      expectNothingLeft(stage);
    },
  );

  scenario('whose host is unknown is an error', {}, async (stage) => {
    // No name server is asked for a label that is too long for one.
    const image = `${'a'.repeat(64)}.invalid/team/app`;
    expect(expectFailed(await stage.publish({ inputs: { image } }), 'REGISTRY_UNREACHABLE')).toContain('ENOTFOUND');
    expectNothingLeft(stage);
  });

  scenario('that refuses the connection is an error', {}, async (stage) => {
    const image = `127.0.0.1:${await closedPort()}/team/app`;
    const text = expectFailed(await stage.publish({ inputs: { image } }), 'REGISTRY_UNREACHABLE');
    expect(text).toContain('ECONNREFUSED');
    expectNothingLeft(stage);
  });

  scenario('whose certificate nobody vouches for is an error', { registry: withTls }, async (stage) => {
    const text = expectFailed(await stage.publish(), 'REGISTRY_UNTRUSTED');
    expect(text).toMatch(/certificate.*"ca-file"/s);
    expect(stage.registry.requests).toEqual([]);
    expectNothingLeft(stage);
  });

  scenario(
    'whose certificate nobody vouches for is an error, whatever Node was told to overlook',
    { registry: withTls },
    async (stage) => {
      const step = await stage.publish({ env: { NODE_TLS_REJECT_UNAUTHORIZED: '0' } });
      const text = expectFailed(step, 'REGISTRY_UNTRUSTED');
      // What Node advises on its own options and variables helps nobody here.
      expect(`${text}${step.log}`).not.toMatch(/Node|NODE_/);
      expect(stage.registry.requests).toEqual([]);
    },
  );

  scenario('behind a proxy that cannot be used is an error that shows no password', {}, async (stage) => {
    for (const proxy of ['http://user:p4ss/word@proxy:3128', 'socks5://user:p4ss@proxy:1080']) {
      const step = await stage.publish({
        inputs: { image: 'registry.example.invalid/team/app' },
        env: { HTTPS_PROXY: proxy },
      });
      expect(expectFailed(step, 'INPUT_INVALID')).toMatch(/HTTPS_PROXY.*http:\/\//s);
      expect(JSON.stringify(step)).not.toContain('p4ss');
    }
    expectNothingLeft(stage);
  });

  scenario(
    'whose certificate is for another host is an error',
    { registry: ({ password }) => ({ ...withTls({ password }), tls: otherHost }) },
    async (stage) => {
      const step = await stage.publish({ inputs: { 'ca-file': stage.write('ca.pem', otherHost.ca) } });
      expectFailed(step, 'REGISTRY_UNTRUSTED');
      expect(stage.registry.requests).toEqual([]);
    },
  );

  scenario('that is a web page is an error', {}, async (stage) => {
    stage.registry.fault({ times: 'always', act: { kind: 'login-page' } });
    expectFailed(await stage.publish(), 'REGISTRY_ANSWER');
    expect(stage.writes).toEqual([]);
    expectNothingLeft(stage);
  });

  scenario(
    'that sends its clients to a stranger for a token is an error, and the stranger gets nothing',
    {
      registry: ({ password }) => ({
        auth: { kind: 'token', users: { [USERNAME]: password }, realm: 'https://tokens.invalid/token' },
      }),
    },
    async (stage) => {
      expect(expectFailed(await stage.publish(), 'REGISTRY_UNTRUSTED')).toContain('tokens.invalid');
      expect(stage.commands).not.toContain('login');
      expectNothingLeft(stage);
    },
  );

  scenario('that refuses the push is an error in its own words', {}, async (stage) => {
    const message = 'the quota of team has been used up';
    stage.registry.fault({ match: { kind: 'upload' }, act: { kind: 'error', status: 403, code: 'UNKNOWN', message } });
    expect(expectFailed(await stage.publish(), 'REGISTRY_DENIED')).toMatch(
      new RegExp(`${message}.*raise the quota`, 's'),
    );
    expect(stage.engine.names).toEqual([SOURCE]);
    expectNothingLeft(stage);
  });
});

const otherHost = makeCertificates({ names: ['registry.test'] });
