import { describe, expect, it } from '@jest/globals';
import { digestOf } from '../../../src/image/digest.ts';
import type { SignedTold } from '../../../src/report/outcome.ts';
import { summaryOf } from '../../../src/report/summary.ts';
import { published, quietRun } from './outcomes.ts';
import { shown } from './passive.ts';

const digest = digestOf(Buffer.from('proof'));
const SIGNED: SignedTold = {
  by: "GitHub's own Sigstore",
  isLogged: false,
  isEarlier: false,
  attestation: 12,
  attached: [{ repository: { registry: 'ghcr.io', path: 'owner/app' }, digest }],
};
const summary = async (signed?: SignedTold) =>
  shown(summaryOf({ ...(await published()), proof: { signed } }, quietRun));

describe('the summary of a proof', () => {
  it('tells who has signed it, and where it is kept', async () => {
    const text = await summary(SIGNED);
    expect(text).toContain(
      `**Proof** signed by GitHub's own Sigstore, with a timestamp and no log; stored at GitHub as attestation 12; attached at ghcr.io/owner/app as ${digest}\n`,
    );
    expect(await summary({ ...SIGNED, isLogged: true })).toContain('with an entry in its log');
  });

  it('tells one of an earlier run from one that was signed now', async () => {
    expect(await summary({ ...SIGNED, isEarlier: true })).toContain(
      '**Proof** an earlier run of this job has signed it;',
    );
  });

  it('says nothing where nobody has signed', async () => {
    expect(await summary()).not.toContain('**Proof**');
  });
});
