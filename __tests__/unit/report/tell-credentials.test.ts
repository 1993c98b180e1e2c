import { describe, expect, it } from '@jest/globals';
import type { CredentialUse } from '../../../src/credentials/sign-in.ts';
import { report } from '../../../src/report/report.ts';
import { tellAdvice } from '../../../src/report/tell-credentials.ts';
import { RecordedRunner } from '../doors/recorded-runner.ts';
import { closed, published } from './outcomes.ts';

const use = (path: string, more: Partial<CredentialUse> = {}): CredentialUse => ({
  repository: { registry: 'ghcr.io', path },
  whose: 'as someone-secret',
  username: 'someone-secret',
  given: 'a token that may only pull from and push to this repository, valid for 30 min',
  advice: {
    kind: 'a personal token',
    width: 'pull, push, delete here',
    ends: 'unknown',
    findings: [{ says: 'It is a person’s.', remedy: 'Take a robot.' }],
  },
  ...more,
});

describe('what there is to say of credentials', () => {
  it('is one annotation, and says nothing twice', () => {
    const runner = new RecordedRunner();
    tellAdvice(runner, [use('owner/app'), use('owner/mirror')]);
    expect(runner.annotations).toEqual([
      { kind: 'warning', title: 'Credential', text: 'ghcr.io: It is a person’s. Take a robot.' },
    ]);
  });

  it('is no annotation where nothing was found, or nobody has asked', () => {
    const runner = new RecordedRunner();
    const [{ advice }] = [use('owner/app')];
    tellAdvice(runner, [use('a', { advice: advice && { ...advice, findings: [] } }), use('b', { advice: undefined })]);
    expect(runner.annotations).toEqual([]);
  });

  it('is in the summary and in results, without the name of the account', async () => {
    const runner = new RecordedRunner();
    await report(runner, { ...(await published()), credentials: [use('owner/app')] }, true);
    for (const told of [
      'a personal token',
      'pull, push, delete here',
      'only pull from and push to this repository',
      'Take a robot.',
    ]) {
      expect(runner.summaries).toContain(told);
      expect(runner.outputs.results).toContain(told);
    }
    expect(`${runner.summaries}${runner.outputs.results}`).not.toContain('someone-secret');
  });

  it('does not claim that no registry was asked, where one was', async () => {
    const runner = new RecordedRunner();
    await report(runner, { ...closed(), credentials: [use('owner/app')] }, true);
    expect(runner.summaries).not.toContain('No registry was contacted');
    expect(runner.summaries).toContain('Nothing was written');
  });
});
