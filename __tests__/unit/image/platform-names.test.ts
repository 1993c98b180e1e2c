import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { platformNames } from '../../../src/image/platform.ts';

const of = (platform: string, osVersion?: string) => ({ platform, osVersion });

describe('platformNames', () => {
  it.each([
    [
      [of('linux/amd64'), of('linux/arm64')],
      ['linux/amd64', 'linux/arm64'],
    ],
    [[of('windows/amd64', '10.0.17763.1')], ['windows/amd64']],
    [
      [of('windows/amd64', '10.0.17763.1'), of('windows/amd64', '10.0.20348.2'), of('linux/amd64')],
      ['windows(10.0.17763.1)/amd64', 'windows(10.0.20348.2)/amd64', 'linux/amd64'],
    ],
  ])('writes the version of the system where it tells two apart', (platforms, names) => {
    expect(platformNames(platforms)).toEqual(names);
  });

  it('are as many different ones as there are pairs of platform and version', () => {
    const each = fc.record({
      platform: fc.constantFrom('windows/amd64', 'linux/arm64/v8', 'linux/amd64'),
      osVersion: fc.constantFrom('1', '2', '3'),
    });
    fc.assert(
      fc.property(fc.uniqueArray(each, { selector: (one) => `${one.platform} ${one.osVersion}` }), (platforms) => {
        expect(new Set(platformNames(platforms)).size).toBe(platforms.length);
      }),
    );
  });
});
