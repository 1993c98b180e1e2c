import { describe, expect, it } from '@jest/globals';
import type { Kept } from '../../../src/scan/json-reader.ts';
import { isAtLeast, rate, SEVERITIES } from '../../../src/scan/severity.ts';

const scored = (score: Kept, more: Record<string, Kept> = {}): Kept => ({
  properties: { 'security-severity': score, ...more },
});
const rated = (result: Kept, rules: readonly Kept[], tool = 'any') => rate({ tool, result, rules });

describe('a score', () => {
  it.each([
    ['10.0', 'critical'],
    ['9.8', 'critical'],
    ['9.0', 'critical'],
    ['9', 'critical'],
    [9.1, 'critical'],
    ['8.9', 'high'],
    ['7.0', 'high'],
    ['6.9', 'medium'],
    ['4.0', 'medium'],
    ['3.9', 'low'],
    ['0.1', 'low'],
  ])('of %p is %s', (score, severity) => {
    expect(rated({}, [scored(score)])).toEqual({ severity, worst: severity });
  });

  it.each(['0.0', '0', 0])('of %p is what tools write for unknown', (score) => {
    expect(rated({}, [scored(score)])).toEqual({ severity: 'unknown', worst: 'low' });
    expect(rated({ level: 'warning' }, [scored(score)])).toEqual({ severity: 'unknown', worst: 'medium' });
    expect(rated({ level: 'error' }, [scored(score)])).toMatchObject({ severity: 'unknown', worst: 'critical' });
  });

  it.each([
    '',
    'NaN',
    '-1',
    '10.1',
    '99',
    '9,8',
    ' 9.8',
    '9.8 ',
    '1e1',
    '0x9',
    '+9.8',
    'high',
    Number.NaN,
    -1,
    11,
    true,
    {},
    [],
  ])('of %p cannot be read, and so may be critical', (score) => {
    expect(rated({ level: 'note' }, [scored(score)])).toMatchObject({ worst: 'critical', unclear: expect.any(String) });
  });

  it('that is missing may be critical, whatever else is said', () => {
    const rule = { properties: { tags: ['LOW'] }, help: { text: 'Severity: LOW' } };
    expect(rated({ level: 'note' }, [rule])).toMatchObject({ severity: 'low', worst: 'critical' });
  });
});

describe('a score that nobody has given yet', () => {
  const NONE = [null, 'null', 'undefined'];
  /** As Snyk writes it. */
  const titled = (word: string, score: Kept): Kept => ({
    ...(scored(score, { cvssv3_baseScore: score }) as object),
    shortDescription: { text: `${word} severity - Overflow vulnerability in a` },
  });

  it.each(NONE)('(%p) leaves it to the words of the tool', (score) => {
    for (const [word, severity] of [
      ['Critical', 'critical'],
      ['High', 'high'],
      ['Medium', 'medium'],
      ['Low', 'low'],
    ] as const)
      expect(rated({ level: 'note' }, [titled(word, score)], 'Snyk Container')).toEqual({ severity, worst: severity });
  });

  it.each(NONE)('(%p) leaves it to the level where there are no words', (score) => {
    const asked = (level: string) => rated({ level }, [scored(score)], 'Snyk Container');
    expect(asked('warning')).toEqual({ severity: 'medium', worst: 'medium' });
    expect(asked('note')).toEqual({ severity: 'low', worst: 'low' });
    // An error may be either, and the worse one counts.
    expect(asked('error')).toMatchObject({
      severity: 'high',
      worst: 'critical',
      unclear: expect.stringMatching(/level/),
    });
  });

  it.each(NONE)('(%p) and nothing else may be critical', (score) => {
    expect(rated({}, [scored(score)], 'Snyk Container')).toMatchObject({ severity: 'unknown', worst: 'critical' });
    expect(rated({ level: 'fatal' }, [scored(score)], 'Snyk Container')).toMatchObject({ worst: 'critical' });
  });

  it.each(NONE)('(%p) is none beside a score that was given', (score) => {
    const properties = { 'security-severity': score, cvssv3_baseScore: 9.8 };
    expect(rated({ level: 'note' }, [{ properties }], 'Snyk Container')).toMatchObject({ severity: 'critical' });
  });

  it.each(['Trivy', 'grype', 'docker scout', 'CodeQL'])('is nothing that %s writes, and so may be critical', (tool) => {
    for (const score of NONE)
      expect(rated({ level: 'note' }, [titled('Low', score)], tool)).toMatchObject({ worst: 'critical' });
  });

  it.each(NONE)('in the place of a word (%p) says no more than no word', (word) => {
    expect(rated({}, [scored('5.0', { severity: word })])).toEqual({ severity: 'medium', worst: 'medium' });
  });
});

it('a finding that is critical is never said to be counted as critical', () => {
  for (const score of ['9.8', null]) {
    const rule = { ...(scored(score) as object), help: { text: 'Severity: CRITICAL' } };
    expect(rated({ level: 'fatal' }, [rule], 'Trivy')).toEqual({ severity: 'critical', worst: 'critical' });
  }
});

describe('a word', () => {
  it.each([
    ['a tag', scored('2.0', { tags: ['vulnerability', 'CRITICAL'] })],
    [
      'the help',
      { ...(scored('2.0') as object), help: { text: 'Vulnerability CVE-1\nSeverity: critical\nPackage: a' } },
    ],
    [
      'the title of Snyk',
      { ...(scored('2.0') as object), shortDescription: { text: 'Critical severity - Overflow vulnerability in a' } },
    ],
    [
      'the title of Grype',
      { ...(scored('2.0') as object), shortDescription: { text: 'CVE-1 critical vulnerability for a package' } },
    ],
    ['a property', scored('2.0', { cvssV3_severity: 'CRITICAL' })],
  ] as readonly (readonly [string, Kept])[])('in %s counts when it is worse than the score', (_name, rule) => {
    expect(rated({}, [rule])).toEqual({ severity: 'critical', worst: 'critical' });
  });

  it('in the message counts for this finding', () => {
    const message = { text: 'Package: a\nSeverity: CRITICAL\n' };
    expect(rated({ message }, [scored('5.0')], 'Trivy')).toEqual({ severity: 'critical', worst: 'critical' });
    expect(rated({ message: { text: 'Package: a' } }, [scored('5.0')], 'Trivy')).toMatchObject({ worst: 'critical' });
  });

  it('that is not known in a property cannot be read', () => {
    expect(rated({}, [scored('2.0', { cvssV3_severity: 'BAD' })])).toMatchObject({ worst: 'critical' });
  });

  it('that a description quotes later is not the tool’s own', () => {
    const help = { text: 'Severity: LOW\nThe advisory says:\nSeverity: CRITICAL' };
    expect(rated({}, [{ ...(scored('2.0') as object), help }])).toEqual({ severity: 'low', worst: 'low' });
  });

  it.each([
    ['negligible', 'low'],
    ['Moderate', 'medium'],
    ['IMPORTANT', 'high'],
  ])('of %s is %s', (word, severity) => {
    expect(rated({}, [scored('0.0', { severity: word })])).toEqual({ severity, worst: severity });
  });

  it('alone is what Bandit has', () => {
    const result = { level: 'note', properties: { issue_severity: 'LOW' } };
    expect(rated(result, [{ id: 'B101' }], 'Bandit')).toEqual({ severity: 'low', worst: 'low' });
    expect(rated(result, [{ id: 'B101' }], '__proto__')).toMatchObject({ worst: 'critical' });
  });
});

describe('a level', () => {
  it.each([
    ['error', 'high'],
    ['warning', 'medium'],
    ['note', 'low'],
    ['none', 'low'],
  ])('of %s is at least %s', (level, severity) => {
    expect(rated({ level }, [scored('0.1')])).toEqual({ severity, worst: severity });
    expect(rated({ level }, [scored('9.5')])).toEqual({ severity: 'critical', worst: 'critical' });
  });

  it('is that of the rule where the result has none', () => {
    const rule = { ...(scored('0.1') as object), defaultConfiguration: { level: 'error' } };
    expect(rated({}, [rule])).toEqual({ severity: 'high', worst: 'high' });
    expect(rated({ level: 'note' }, [rule])).toEqual({ severity: 'low', worst: 'low' });
  });

  it.each(['fatal', '', null, 3, {}])('of %p cannot be read', (level) => {
    expect(rated({ level }, [scored('0.1')])).toMatchObject({ worst: 'critical' });
  });

  it('alone may be critical: levels do not tell', () => {
    expect(rated({ level: 'note' }, [{ id: 'x' }])).toMatchObject({ severity: 'unknown', worst: 'critical' });
  });
});

it('without its rule a finding may be critical', () => {
  expect(rated({ level: 'note' }, [])).toEqual({
    severity: 'unknown',
    worst: 'critical',
    unclear: 'its rule is not in the report',
  });
});

it('of several rules the worst counts', () => {
  expect(rated({}, [scored('2.0'), scored('9.8')])).toEqual({ severity: 'critical', worst: 'critical' });
});

it('severities are ordered', () => {
  for (const [index, one] of SEVERITIES.entries()) {
    for (const [other, threshold] of SEVERITIES.entries()) expect(isAtLeast(one, threshold)).toBe(index <= other);
  }
});
