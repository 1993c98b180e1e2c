import { describe, expect } from '@jest/globals';
import { pushToMain, SHA } from '../doubles/runner.ts';
import { expectHarmless } from './harmless.ts';
import { builtImage, FAST_CLOCK, type Overrides, type Stage, scenario } from './stage.ts';

/** One line of it, for what cannot have more. */
const LINE =
  '##[add-mask]HOSTILE ##[error]HOSTILE <img src=x onerror=HOSTILE> [HOSTILE](https://hostile.test) | `HOSTILE` @HOSTILE';
const HOSTILE = [
  'first of all',
  '::set-output name=digest::HOSTILE',
  ' \t::add-mask::HOSTILE',
  '\u00a0\u2028::save-state name=docker-config::HOSTILE',
  '\u0085::warning::HOSTILE',
  'a carriage return\r::error title=HOSTILE::HOSTILE',
  '\u200b::stop-commands::HOSTILE',
  '\ufe0f::group::HOSTILE',
  ':\u2060:debug::HOSTILE',
  LINE,
  '#\u00ad#[group]HOSTILE',
  '\u001b[2J\u001b]0;HOSTILE\u0007\u001b[31m',
  '\u202eELITSOH\u2066',
  '### HOSTILE',
  '```HOSTILE',
  '</details></code><script>HOSTILE</script>',
].join('\n');

type Voice = {
  readonly name: string;
  readonly prepare?: (stage: Stage) => void;
  readonly overrides?: Overrides;
  readonly reason: string;
};

const refusal = { kind: 'error', status: 403, code: `DENIED ${LINE}`, message: HOSTILE } as const;

const VOICES: readonly Voice[] = [
  {
    name: 'a registry that refuses the login',
    prepare: ({ registry }) =>
      registry.fault({ match: { when: ({ authorization }) => authorization !== undefined }, act: refusal }),
    reason: 'LOGIN_FAILED',
  },
  {
    name: 'a registry that refuses to be read',
    prepare: ({ registry }) => registry.fault({ match: { kind: 'tag', method: 'GET' }, act: refusal }),
    reason: 'REGISTRY_DENIED',
  },
  {
    name: 'a registry that refuses a version tag',
    prepare: ({ registry }) =>
      registry.fault({ match: { kind: 'tag', method: 'PUT', reference: '1.2.3' }, act: refusal }),
    overrides: { inputs: { tags: '1.2.3' } },
    reason: 'REGISTRY_DENIED',
  },
  {
    name: 'a registry whose token service has an odd address',
    prepare: ({ registry }) => {
      const values = [`Bearer realm="https://hostile.test/${LINE.replaceAll('"', '')}",service="${LINE}"`];
      registry.fault({ match: { kind: 'ping' }, act: { kind: 'challenge', values } });
    },
    reason: 'REGISTRY_UNTRUSTED',
  },
  {
    name: 'a registry that names an odd digest',
    prepare: ({ registry }) => {
      const headers = { 'docker-content-digest': LINE };
      registry.fault({ match: { kind: 'tag', method: 'GET' }, skip: 2, act: { kind: 'alter', headers } });
    },
    reason: 'DIGEST_MISMATCH',
  },
  {
    name: 'a registry that names an odd media type',
    prepare: ({ registry }) => {
      const headers = { 'content-type': LINE };
      registry.fault({ match: { kind: 'tag', method: 'GET' }, skip: 2, act: { kind: 'alter', headers } });
    },
    reason: 'REGISTRY_ANSWER',
  },
  {
    name: 'a registry that warns',
    prepare: ({ registry }) => {
      const headers = { warning: `299 - "${LINE}"` };
      registry.fault({ match: { kind: 'tag', method: 'GET' }, skip: 2, act: { kind: 'alter', headers } });
    },
    reason: 'published',
  },
  {
    name: 'a registry that refuses the push, in the words of docker',
    prepare: ({ registry }) => registry.fault({ match: { kind: 'upload' }, act: { ...refusal, code: 'UNKNOWN' } }),
    reason: 'PUSH_FAILED',
  },
  {
    name: 'an engine that does not answer',
    prepare: ({ engine }) => engine.fault({ on: 'info', act: { kind: 'exit', code: 1, stderr: HOSTILE } }),
    reason: 'ENGINE_UNAVAILABLE',
  },
  {
    name: 'a login that fails',
    prepare: ({ engine }) => engine.fault({ on: 'login', act: { kind: 'exit', code: 1, stderr: HOSTILE } }),
    reason: 'LOGIN_FAILED',
  },
  {
    name: 'a push that fails on stderr',
    prepare: ({ engine }) => engine.fault({ on: 'push', act: { kind: 'exit', code: 1, stderr: HOSTILE } }),
    reason: 'PUSH_FAILED',
  },
  {
    name: 'a push that fails on stdout',
    prepare: ({ engine }) => engine.fault({ on: 'push', act: { kind: 'exit', code: 1, stdout: HOSTILE } }),
    reason: 'PUSH_FAILED',
  },
  {
    name: 'a push that is tried again',
    prepare: ({ engine }) => {
      const stderr = `unexpected EOF\n::set-output name=digest::HOSTILE\n${LINE}\n`;
      engine.fault({ on: 'push', act: { kind: 'exit', code: 1, stderr } });
    },
    overrides: { env: FAST_CLOCK },
    reason: 'published',
  },
  {
    name: 'the progress of a push',
    prepare: ({ engine }) => {
      const layers = ['Pushed', `Mounted from ${LINE}`, `Retrying ${LINE}`].map(
        (state, at) => `${at}bcdef012345: ${state}`,
      );
      const claim = `${SHA}: digest: sha256:${'5'.repeat(64)} size: 1`;
      engine.fault({
        on: 'push',
        act: { kind: 'print', stdout: `${HOSTILE}\n${layers.join('\n')}\n${claim}\n`, stderr: HOSTILE },
      });
    },
    reason: 'published',
  },
  {
    name: 'the names of the images that are near',
    prepare: ({ engine }) => {
      engine.load(builtImage('hostile'), [`app:x ${LINE}`, '::set-output name=digest::HOSTILE']);
    },
    overrides: { inputs: { source: 'app:x' } },
    reason: 'SOURCE_NOT_FOUND',
  },
  {
    name: 'the ref of the event',
    overrides: { event: { ...pushToMain, ref: `refs/heads/${HOSTILE}` } },
    reason: 'GATE_REF',
  },
  {
    name: 'the payload of the event',
    overrides: {
      event: {
        name: 'workflow_run',
        ref: 'refs/heads/main',
        sha: SHA,
        payload: {
          repository: { id: HOSTILE, default_branch: HOSTILE },
          workflow_run: {
            event: HOSTILE,
            conclusion: HOSTILE,
            head_branch: HOSTILE,
            head_sha: HOSTILE,
            head_repository: { id: 1 },
          },
        },
      },
    },
    reason: 'GATE_EVENT',
  },
  { name: 'the name of the event', overrides: { event: { ...pushToMain, name: LINE } }, reason: 'GATE_EVENT' },
  {
    name: 'an input',
    overrides: { inputs: { tags: HOSTILE, timeout: HOSTILE, image: `ghcr.io/${LINE}`, branches: `[${LINE}` } },
    reason: 'INPUT_INVALID',
  },
  {
    name: 'the path of a CA file',
    overrides: { inputs: { 'ca-file': HOSTILE } },
    reason: 'INPUT_INVALID',
  },
];

describe('no command is taken from', () => {
  for (const { name, prepare, overrides, reason } of VOICES) {
    scenario(name, {}, async (stage) => {
      prepare?.(stage);
      const env = { ...overrides?.env, RUNNER_DEBUG: '1' };
      const step = await stage.publish({ ...overrides, env });
      expect(step.outputs.reason).toBe(reason);
      // What was said is told: neutralised, and not merely dropped.
      if (reason !== 'published') expect(`${step.log}${step.summary}`).toMatch(/HOSTILE/i);
      expectHarmless(step);
    });
  }
});
