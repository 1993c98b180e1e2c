import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parsePlatform } from '../../../src/image/platform.ts';

describe('parsePlatform', () => {
  it.each([
    [{ os: 'linux', architecture: 'amd64' }, 'linux/amd64'],
    [{ os: 'linux', architecture: 'arm64', variant: 'v8' }, 'linux/arm64/v8'],
    [{ os: 'linux', architecture: 'arm', variant: 'v7' }, 'linux/arm/v7'],
    [{ os: 'windows', architecture: 'amd64', 'os.version': '10.0.20348.1' }, 'windows/amd64'],
    [{ os: 'linux', architecture: 'amd64', variant: '' }, 'linux/amd64'],
    [{ os: 'linux', architecture: 'amd64', variant: null }, 'linux/amd64'],
    [{ os: 'linux', architecture: 'mips64le' }, 'linux/mips64le'],
  ])('reads %j', (value, expected) => {
    expect(parsePlatform(value)).toBe(expected);
  });

  it.each([
    ['what runs nowhere', { os: 'unknown', architecture: 'unknown' }],
    ['no architecture', { os: 'linux' }],
    ['no operating system', { architecture: 'amd64' }],
    ['empty words', { os: '', architecture: '' }],
    ['a number', { os: 'linux', architecture: 64 }],
    ['a slash inside', { os: 'linux/amd64', architecture: 'x' }],
    ['a line feed', { os: 'linux\n::set-output', architecture: 'amd64' }],
    ['a comma, which separates platforms', { os: 'linux', architecture: 'amd64,linux' }],
    ['null', null],
    ['a text', 'linux/amd64'],
    ['a list', ['linux', 'amd64']],
    ['nothing', undefined],
  ])('has no answer for %s', (_name, value) => {
    expect(parsePlatform(value)).toBeUndefined();
  });

  it('never throws, and what it returns is two or three words', () => {
    const words = fc.oneof(fc.string(), fc.constantFrom('linux', 'amd64', 'v8', 'unknown'), fc.anything());
    const value = fc.oneof(fc.record({ os: words, architecture: words, variant: words }), fc.anything());
    fc.assert(
      fc.property(value, (any) => {
        const platform = parsePlatform(any) ?? 'os/architecture';
        if (!/^[\w.-]+\/[\w.-]+(?:\/[\w.-]+)?$/.test(platform)) throw new Error(platform);
      }),
      { numRuns: 2000 },
    );
  });
});
