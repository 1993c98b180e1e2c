import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { claim, describeClaims, describeSubject, numericClaim, readClaims } from '../../../src/keyless/claims.ts';
import { CLAIMS, SUBJECT_WITH_IDS, signed } from '../../doubles/clouds/github-oidc.ts';

const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const unsigned = (claims: unknown) => `${part({})}.${part(claims)}.c2lnbmF0dXJl`;

describe('the claims of a token', () => {
  it('are read and listed in the order in which providers name them', () => {
    const token = signed({
      ...CLAIMS,
      aud: 'sts.amazonaws.com',
      environment: 'production',
      actor: 'octocat',
      jti: '1',
    });
    expect(describeClaims(readClaims(token))).toBe(
      `The job's token has iss "${CLAIMS.iss}", aud "sts.amazonaws.com", sub "${CLAIMS.sub}", ` +
        `job_workflow_ref "${CLAIMS.job_workflow_ref}", ref "refs/heads/main", environment "production".`,
    );
  });

  it('may have several audiences', () => {
    expect(readClaims(unsigned({ aud: ['one', 'two', 3] })).aud).toBe('one two');
  });

  it('are of one line, and cut short', () => {
    const claims = readClaims(unsigned({ sub: `repo:a/b\n::error::x${'y'.repeat(9000)}` }));
    expect(claims.sub).toMatch(/^repo:a\/b ::error::xy*/);
    expect(claims.sub?.length).toBeLessThan(320);
  });

  it('never throw, and never show the signature', () => {
    const token = fc.oneof(
      fc.string(),
      fc.json().map((text) => `e30.${Buffer.from(text).toString('base64url')}.c2ln`),
      fc
        .tuple(fc.base64String(), fc.uint8Array(), fc.base64String())
        .map(([head, bytes, end]) => `${head}.${Buffer.from(bytes).toString('base64url')}.${end}`),
      fc.anything().map((value) => unsigned({ ...CLAIMS, sub: value ?? null, aud: value ?? null })),
    );
    fc.assert(
      fc.property(token, (text) => {
        const claims = readClaims(text);
        const said = `${describeClaims(claims)} ${describeSubject(claims)}`;
        expect(typeof said).toBe('string');
        // What is made safe to print has a word joiner in what would be a workflow command.
        expect(said.replaceAll('\u2060', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
        expect(said.length).toBeLessThan(4000);
        numericClaim(text, 'exp');
        claim(text, 'access');
      }),
      { numRuns: 2000 },
    );
    const secret = signed(CLAIMS);
    expect(describeClaims(readClaims(secret))).not.toContain(secret.split('.')[2]);
  });

  it('show nothing but what is listed', () => {
    const shown = describeClaims(readClaims(unsigned({ ...CLAIMS, actor: 'someone', jti: 'an id', secret: 'canary' })));
    expect(shown).not.toMatch(/someone|an id|canary/);
  });

  it.each([
    ['prototype', '__proto__'],
    ['nothing', 'missing'],
  ])('have no %s', (_name, name) => {
    expect(claim(unsigned({}), name)).toBeUndefined();
  });

  it.each([
    [1700000000, 1700000000],
    ['1700000000', undefined],
    [null, undefined],
    [Number.NaN, undefined],
  ])('have %p as a number: %p', (value, expected) => {
    expect(numericClaim(unsigned({ exp: value }), 'exp')).toBe(expected);
  });
});

describe('the subject', () => {
  it.each([
    [SUBJECT_WITH_IDS, 'form with ids: trust in "repo:octocat/app:ref:refs/heads/main" does not match it'],
    [CLAIMS.sub, 'form without ids: trust in "repo:octocat@583231/app@1296269:ref:refs/heads/main" does not match it'],
    ['repo:octocat/app:environment:prod:eu', 'trust in "repo:octocat@583231/app@1296269:environment:prod:eu" does not'],
    ['repo:octocat@1/app@2:pull_request', 'trust in "repo:octocat/app:pull_request" does not'],
    ['repository_owner:octocat', 'was customised'],
    ['job_workflow_ref:octocat/app/x.yml@refs/heads/main', 'was customised'],
    ['', ''],
  ])('%s: %s', (sub, expected) => {
    const said = describeSubject(readClaims(unsigned({ ...CLAIMS, sub })));
    if (expected === '') expect(said).toBe('');
    else expect(said).toContain(expected);
  });

  it('without the ids says that they would be there', () => {
    expect(describeSubject({ sub: CLAIMS.sub })).toContain('trust in ids does not match it');
  });
});
