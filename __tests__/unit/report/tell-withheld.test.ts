import { describe, expect, it } from '@jest/globals';
import type { CredentialUse } from '../../../src/credentials/sign-in.ts';
import { report } from '../../../src/report/report.ts';
import { RecordedRunner } from '../doors/recorded-runner.ts';
import { image, published } from './outcomes.ts';

const NAMED = '"image", "tags", "subject-name", "results"';

describe('outputs that GitHub withholds', () => {
  it.each([
    ['a word of the image’s name', 'owner', NAMED],
    ['the digest', image.digest.slice(7), '"digest", "image", "results"'],
  ])('are warned of where a secret is %s', async (_name, secret, names) => {
    const runner = new RecordedRunner();
    runner.mask(secret);
    expect(await report(runner, await published(), false)).toBe(true);
    expect(runner.annotations).toMatchObject([{ kind: 'warning', title: 'Outputs withheld' }]);
    expect(runner.annotations[0]?.text).toContain(
      `GitHub does not pass ${names} on to later jobs, because a password or token`,
    );
  });

  const signedInAs = async (...names: readonly (string | undefined)[]) => {
    const runner = new RecordedRunner();
    const credentials = names.map(
      (username): CredentialUse => ({
        repository: { registry: 'ghcr.io', path: 'owner/app' },
        whose: '',
        username,
        given: 'a token',
        advice: undefined,
      }),
    );
    expect(await report(runner, { ...(await published()), credentials }, false)).toBe(true);
    return runner.annotations;
  };

  it.each([
    // The user name, and what a mask of it would take away.
    ['owner', NAMED],
    ['app', '"image", "tags", "media-type", "subject-name", "results"'],
    ['"owner/app"', NAMED],
    ['first&+xowner/app', NAMED],
    ['owner\nsomething else', undefined],
    ['robot$owner', undefined],
    ['Owner', undefined],
    // Words of "results" alone.
    ['destinations', undefined],
    ['verdict', undefined],
    ['verification', '"predicate-type", "results"'],
    // The name of who started the run is known to every workflow.
    ['octocat', undefined],
    [undefined, undefined],
  ])('are told of where they would be, were the user name %j a secret', async (username, names) => {
    const annotations = await signedInAs(username);
    expect(annotations.map(({ kind, title }) => [kind, title])).toEqual(
      names === undefined ? [] : [['notice', 'Outputs withheld']],
    );
    if (names !== undefined) expect(annotations[0]?.text).toContain(`GitHub does not pass ${names} on to later jobs`);
  });

  it('are told of once for each user name', async () => {
    expect(await signedInAs('owner', 'app', 'owner')).toHaveLength(2);
  });

  it('are not, where the owner of the repository signs in by the name that GitHub tells everybody', async () => {
    const runner = new RecordedRunner();
    runner.accounts = ['Owner'];
    const use = { repository: { registry: 'ghcr.io', path: 'owner/app' }, whose: '', username: 'owner' } as const;
    const credentials = [{ ...use, given: 'a token', advice: undefined }];
    await report(runner, { ...(await published()), credentials }, false);
    expect(runner.annotations).toEqual([]);
  });
});
