import { describe, expect, it } from '@jest/globals';
import { parseWantedPlatform, platformsDiffer, type WantedPlatform } from '../../../src/image/wanted-platforms.ts';

function wanted(...texts: readonly string[]): readonly WantedPlatform[] {
  return texts.map((text) => {
    const parsed = parseWantedPlatform(text);
    if (!parsed.ok) throw new Error(parsed.problem);
    return parsed.value;
  });
}
const image = (...platforms: readonly (string | readonly [string, string])[]) =>
  platforms.map((each) => {
    const [platform, osVersion] = typeof each === 'string' ? [each, undefined] : each;
    return { platform, osVersion };
  });

describe('the platforms that an image must have', () => {
  it.each([
    [['linux/amd64'], ['linux/amd64']],
    [
      ['linux/arm64', 'linux/amd64'],
      ['linux/amd64', 'linux/arm64'],
    ],
    [['linux/arm64'], ['linux/arm64/v8']],
    [['linux/arm64/v8'], ['linux/arm64']],
    [['linux/arm'], ['linux/arm/v7']],
    [['linux/amd64/v1'], ['linux/amd64']],
    [['linux/x86_64'], ['linux/amd64']],
    [['windows/amd64'], [['windows/amd64', '10.0.20348.1']]],
    [['windows(10.0.20348)/amd64'], [['windows/amd64', '10.0.20348.2113']]],
    // Without a version any one is the platform, and there may be several.
    [
      ['windows/amd64'],
      [
        ['windows/amd64', '10.0.20348.1'],
        ['windows/amd64', '10.0.17763.1'],
      ],
    ],
  ] as const)('%j are those of %j', (expected, has) => {
    expect(platformsDiffer(wanted(...expected), image(...has))).toBeUndefined();
  });

  it.each([
    [['linux/amd64', 'linux/arm64'], ['linux/amd64'], 'Missing: linux/arm64.'],
    [['linux/amd64'], ['linux/amd64', 'linux/arm64/v8'], 'Not expected: linux/arm64/v8.'],
    [['linux/arm/v6'], ['linux/arm'], 'Missing: linux/arm/v6. Not expected: linux/arm.'],
    [['linux/amd64/v2'], ['linux/amd64'], 'Missing: linux/amd64/v2. Not expected: linux/amd64.'],
    [['windows(10.0.203)/amd64'], [['windows/amd64', '10.0.20348.1']], 'Missing: windows(10.0.203)/amd64.'],
    [['windows(10.0.20348.1)/amd64'], ['windows/amd64'], 'Missing: windows(10.0.20348.1)/amd64.'],
    [['linux/amd64'], ['windows/amd64'], 'Missing: linux/amd64. Not expected: windows/amd64.'],
  ] as const)('%j are not those of %j, which is said with both lists', (expected, has, said) => {
    const differ = platformsDiffer(wanted(...expected), image(...has));
    expect(differ).toContain(said);
    for (const text of expected) expect(differ?.split('expected: ')[1]).toContain(text);
  });

  it.each([
    'amd64',
    '',
    'linux/',
    '/amd64',
    'linux/amd64/v1/x',
    'unknown/unknown',
    'linux/a b',
    'linux (1)/amd64',
    'linux()/amd64',
    'linux/arm/v7 ',
  ])('are not "%s"', (text) => {
    expect(parseWantedPlatform(text)).toMatchObject({ ok: false, problem: expect.stringContaining('os/architecture') });
  });
});
