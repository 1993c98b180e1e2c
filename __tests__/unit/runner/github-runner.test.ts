import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import fc from 'fast-check';
import { githubRunner } from '../../../src/runner/github-runner.ts';
import { ON_GITHUB } from '../../doubles/on-github.ts';
import { maskerOf } from '../../doubles/runner-masks.ts';
import { wellFormedText } from '../any-text.ts';
import { commandsIn } from '../runner-commands.ts';

/** One for all tests, since the package remembers where the summary is. */
const folder = mkdtempSync(join(tmpdir(), 'runner-'));
let printed: string;
const before = { ...process.env };
const path = (name: string) => join(folder, name);
const read = (name: string) => readFileSync(path(name), 'utf8');

beforeEach(() => {
  for (const name of ['GITHUB_OUTPUT', 'GITHUB_STATE', 'GITHUB_STEP_SUMMARY', 'GITHUB_ARTIFACTS']) {
    writeFileSync(path(name), '');
    process.env[name] = path(name);
  }
  printed = '';
  jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed += String(text);
    return true;
  });
});
afterEach(() => {
  jest.restoreAllMocks();
  for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
  Object.assign(process.env, before);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The entries of a command file, as the runner reads them (`FileCommandManager.cs`). */
function entries(text: string): readonly (readonly [name: string, value: string])[] {
  const lines = text.split('\n');
  const found: [string, string][] = [];
  for (let at = 0; at < lines.length - 1; at++) {
    const line = lines[at] ?? '';
    const heredoc = line.indexOf('<<');
    const equals = line.indexOf('=');
    if (equals >= 0 && (heredoc < 0 || equals < heredoc)) {
      found.push([line.slice(0, equals), line.slice(equals + 1)]);
      continue;
    }
    const [name, delimiter] = [line.slice(0, heredoc), line.slice(heredoc + 2)];
    const end = lines.indexOf(delimiter, at + 1);
    if (heredoc < 0 || end < 0) throw new Error(`the entry "${line}" has no end`);
    found.push([name, lines.slice(at + 1, end).join('\n')]);
    at = end;
  }
  return found;
}

// The first of all: what is masked stays so for the whole process.
describe('redacted text', () => {
  it('has nothing in it that the runner masks: no output of ours is withheld for what we have redacted', () => {
    githubRunner.mask('{\n  "a line of 20 characters&more"\n}');
    const masker = maskerOf(printed);
    const text =
      'a line of 20 characters&more, a line of 20 characters&, "{" and YSBsaW5lIG9mIDIwIGNoYXJhY3RlcnMmbW9yZQ==';
    expect(masker.withholds(text)).toBe(true);
    expect(masker.withholds(githubRunner.redacted(text))).toBe(false);
    expect(githubRunner.redacted(text)).toContain('"{"');
  });
});

describe('inputs', () => {
  it.each([
    ['image', 'INPUT_IMAGE'],
    ['dry-run', 'INPUT_DRY-RUN'],
    ['two words', 'INPUT_TWO_WORDS'],
  ])('%s comes from %s, untrimmed', (name, variable) => {
    const value = '\ufeff\u00a0 value\u00a0\u2028\n';
    process.env[variable] = value;
    expect(githubRunner.input(name)).toBe(value);
    expect(githubRunner.secretInput(name).reveal()).toBe(value);
    expect(`${githubRunner.secretInput(name)}`).toBe('***');
  });

  it('that were given are known by their names, whether the action has them or not', () => {
    expect(githubRunner.givenInputs()).toEqual([]);
    Object.assign(process.env, { 'INPUT_SCAN-REPORTS': 'trivy.sarif', INPUT_NEEDS: '', INPUT: 'x', MY_INPUT_A: 'x' });
    expect(githubRunner.givenInputs().toSorted()).toEqual(['needs', 'scan-reports']);
  });

  it('that are not set are empty', () => {
    expect([githubRunner.input('nothing'), githubRunner.secretInput('nothing').isEmpty]).toEqual(['', true]);
  });
});

describe('the context', () => {
  const set = (payload?: string) => {
    rmSync(path('event.json'), { force: true });
    if (payload !== undefined) writeFileSync(path('event.json'), payload);
    Object.assign(process.env, {
      GITHUB_EVENT_NAME: 'push',
      GITHUB_REF: 'refs/heads/main',
      GITHUB_SHA: 'abc',
      GITHUB_REPOSITORY_ID: '7',
      GITHUB_SERVER_URL: 'https://github.com',
      GITHUB_API_URL: 'https://api.github.com',
      GITHUB_EVENT_PATH: path('event.json'),
    });
  };

  it('is what GitHub says', () => {
    set('{"deleted":false,"repository":{"default_branch":"main"}}');
    expect(githubRunner.context()).toEqual({
      eventName: 'push',
      ref: 'refs/heads/main',
      sha: 'abc',
      ...ON_GITHUB,
      repositoryId: '7',
      payload: { deleted: false, repository: { default_branch: 'main' } },
    });
  });

  it.each([undefined, '', '{"deleted":', '\u0000'])('has no payload when the file has %j', (payload) => {
    set(payload);
    expect(githubRunner.context().payload).toBeUndefined();
  });

  it('is empty outside a job, of a server that nobody knows', () => {
    for (const name of Object.keys(process.env)) if (name.startsWith('GITHUB_')) delete process.env[name];
    expect(githubRunner.context()).toMatchObject({
      ...{ eventName: '', ref: '', sha: '', repositoryId: '', payload: undefined },
      server: { kind: 'unknown' },
      doubts: [expect.stringContaining('without GITHUB_SERVER_URL')],
    });
  });
});

describe('lines', () => {
  it.each([
    ['info', () => githubRunner.info('a\nb'), 'a\nb\n'],
    ['debug', () => githubRunner.debug('a\nb'), '::debug::a%0Ab\n'],
    ['mask', () => githubRunner.mask('a%b'), '::add-mask::a%25b\n'],
    ['mask of several lines', () => githubRunner.mask('{\r\n  12345678\n}'), '::add-mask::12345678\n'],
    ['mask of nothing', () => githubRunner.mask(' \n'), ''],
    ['notice', () => githubRunner.notice('t:1,2', 'a'), '::notice title=t%3A1%2C2::a\n'],
    ['warning', () => githubRunner.warning('t', 'a: b, c'), '::warning title=t::a: b, c\n'],
    ['error', () => githubRunner.error('t', '100%'), '::error title=t::100%25\n'],
  ])('of %s are as the runner wants them', (_name, act, expected) => {
    act();
    expect(printed).toBe(expected);
  });

  it('of a group are between its two commands, also when it fails', async () => {
    await githubRunner.group('Push', async () => githubRunner.info('x'));
    const failing = githubRunner.group('Verify', async () => {
      throw new Error('failed');
    });
    await expect(failing).rejects.toThrow('failed');
    expect(printed).toBe('::group::Push\nx\n::endgroup::\n::group::Verify\n::endgroup::\n');
  });

  it('are one command each at most, whatever is in them', () => {
    const part = fc.constantFrom(
      '::',
      '##[',
      ']',
      '\n',
      '\r',
      ' ',
      'error',
      'add-mask',
      ',',
      '=',
      '%',
      '%0A',
      '\u001b',
      'x',
      ':',
    );
    const texts = fc.array(part, { maxLength: 12 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(texts, texts, (title, text) => {
        printed = '';
        githubRunner.error(title, text);
        expect(commandsIn(printed)).toEqual(['error']);
        expect(printed.split('\n')).toHaveLength(2);
        printed = '';
        githubRunner.info(text);
        expect(commandsIn(printed)).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  it('show no part of a secret that lies where a long text is cut, or that has a command in it', () => {
    const secret = '##[p4ss w0rd::] with::x##[error] in it';
    githubRunner.mask(secret);
    printed = '';
    for (let before = 8192 - secret.length; before <= 8192; before++) {
      githubRunner.error('t', `${'x'.repeat(before)}${secret} and on`);
    }
    githubRunner.info(`${secret}\n ${secret}`);
    expect(printed).not.toMatch(/p4ss|w0rd|with/);
  });

  it('of a mask say the whole secret, if it is of one line', () => {
    fc.assert(
      fc.property(
        wellFormedText.filter((text) => text.trim() !== '' && !/[\r\n]/.test(text)),
        (secret) => {
          printed = '';
          githubRunner.mask(secret);
          const said = printed
            .slice('::add-mask::'.length, -1)
            .replaceAll('%0A', '\n')
            .replaceAll('%0D', '\r')
            .replaceAll('%25', '%');
          expect(said).toBe(secret);
        },
      ),
    );
  });
});

describe('accounts that everybody knows', () => {
  it('are who started the run, who has started it again, and the owner of the repository', () => {
    Object.assign(process.env, { GITHUB_ACTOR: 'a', GITHUB_TRIGGERING_ACTOR: 'b', GITHUB_REPOSITORY_OWNER: 'c' });
    expect(githubRunner.publicAccounts()).toEqual(['a', 'b', 'c']);
  });
});

describe('files', () => {
  it('hold outputs, state and summary', async () => {
    githubRunner.setOutputs({ digest: 'sha256:0', tags: 'a\nb' });
    githubRunner.saveState('folder', '/x');
    await githubRunner.summary('# one\n\n');
    await githubRunner.summary('two\n');
    githubRunner.declareImage('ghcr.io/a/b:c@sha256:0');
    expect(read('GITHUB_ARTIFACTS')).toBe('oci://ghcr.io/a/b:c@sha256:0\n');
    expect(entries(read('GITHUB_OUTPUT'))).toEqual([
      ['digest', 'sha256:0'],
      ['tags', 'a\nb'],
    ]);
    expect(entries(read('GITHUB_STATE'))).toEqual([['folder', '/x']]);
    expect(read('GITHUB_STEP_SUMMARY')).toBe('# one\n\ntwo\n');
  });

  it('are written as @actions/core writes them', () => {
    githubRunner.setOutputs({ digest: 'sha256:0', tags: 'a\nb' });
    githubRunner.saveState('folder', '/x');
    const entry = (name: string, value: string) => `${name}<<(ghadelimiter_[-0-9a-f]{36})\n${value}\n\\k<d>\n`;
    const entryOf = (name: string, value: string, group: string) =>
      entry(name, value).replace('(', `(?<${group}>`).replace('<d>', `<${group}>`);
    const outputs = `^${entryOf('digest', 'sha256:0', 'one')}${entryOf('tags', 'a\nb', 'two')}$`;
    expect(read('GITHUB_OUTPUT')).toMatch(new RegExp(outputs));
    expect(read('GITHUB_STATE')).toMatch(new RegExp(`^${entryOf('folder', '/x', 'one')}$`));
  });

  it('hold nothing of what a disk that fills up has cut off', async () => {
    const program = `
      import { githubRunner } from ${JSON.stringify(resolve(import.meta.dirname, '../../../src/runner/github-runner.ts'))};
      try {
        githubRunner.setOutputs({ digest: 'sha256:0', results: '.'.repeat(2000) });
      } catch (error) {
        console.log(error.code);
      }`;
    githubRunner.setOutputs({ earlier: 'x' });
    // A file of more than a kibibyte cannot be written: the first output still fits, and the second does so in part.
    const limited = ['-c', 'ulimit -f 1; exec "$@"', '-', process.execPath, '--no-warnings', '--input-type=module'];
    const { stdout } = await promisify(execFile)('bash', [...limited, '--eval', program], { env: process.env });
    expect([stdout.trim(), entries(read('GITHUB_OUTPUT'))]).toEqual(['EFBIG', [['earlier', 'x']]]);
  });

  it('take any value for what it is', () => {
    const part = fc.constantFrom('EOF', '<<', '=', '\n', 'digest', 'delimiter_', 'sha256:0', ' ');
    const value = fc.array(part, { maxLength: 10 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(value, value, (one, two) => {
        writeFileSync(path('GITHUB_OUTPUT'), '');
        githubRunner.setOutputs({ a: one, b: two });
        expect(entries(read('GITHUB_OUTPUT'))).toEqual([
          ['a', one],
          ['b', two],
        ]);
      }),
    );
  });

  it('are not needed outside a runner', async () => {
    for (const name of ['GITHUB_OUTPUT', 'GITHUB_STATE', 'GITHUB_STEP_SUMMARY', 'GITHUB_ARTIFACTS'])
      delete process.env[name];
    githubRunner.setOutputs({ a: 'b' });
    githubRunner.saveState('a', 'b');
    await githubRunner.summary('x');
    githubRunner.declareImage('x');
    expect(printed).toBe('');
  });

  it('bring the state to the post step', () => {
    process.env['STATE_docker-config'] = '/x';
    expect([githubRunner.state('docker-config'), githubRunner.state('nothing')]).toEqual(['/x', '']);
  });
});
