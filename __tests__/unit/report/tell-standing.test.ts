/** What is told after a failure of what stands on the registries, in the log and in the summary. */
import { describe, expect, it } from '@jest/globals';
import { ActionError } from '../../../src/errors.ts';
import { attempt } from '../../../src/image/destinations.ts';
import { unfinished } from '../../../src/report/failed.ts';
import { report } from '../../../src/report/report.ts';
import type { IfExists } from '../../../src/tags/read-tags.ts';
import type { Standing } from '../../../src/tags/write-tags.ts';
import { endlessLifetime } from '../doors/endless-lifetime.ts';
import { RecordedRunner } from '../doors/recorded-runner.ts';
import { image, published } from './outcomes.ts';
import { shown } from './passive.ts';

const APP = { registry: 'ghcr.io', path: 'owner/app' };
const MIRROR = { registry: 'quay.io', path: 'owner/mirror' };
const lifetime = endlessLifetime();
const error = new ActionError('REGISTRY_DENIED', 'ghcr.io/owner/app:1 was refused.', { hint: 'Give it the right.' });
const nothing = { verified: undefined, tags: [], transfer: undefined };

const ready = (repository: typeof APP) => attempt(repository, undefined);
const unready = (repository: typeof APP) => ({ repository, ok: false, error }) as const;

/** What was told of it: the log without its annotation, and the summary as it is shown. */
async function told(
  standing: readonly Standing[],
  before: Parameters<typeof unfinished>[0]['ready'],
  ifExists: IfExists = 'verify',
) {
  const runner = new RecordedRunner();
  const outcome = unfinished({ standing, ready: before, ifExists }, { runner, lifetime });
  await report(runner, outcome, true);
  return { log: runner.lines.join('\n'), summary: shown(runner.summaries), annotation: runner.annotations[0]?.text };
}

describe('what stands after a failure', () => {
  it('is nothing, where it came before anything could be written: the log has no word of it', async () => {
    const { log, summary } = await told([{ repository: APP, ...nothing, error }], [unready(APP)]);
    expect(log).not.toContain('wrote nothing');
    expect(summary).toContain('- ghcr.io/owner/app: this run wrote nothing\n');
  });

  it('may be anything, where it came after that and before the proof', async () => {
    const { log, summary } = await told([{ repository: APP, ...nothing, error }], [ready(APP)]);
    for (const text of [log, summary.replaceAll('**', '')])
      expect(text).toContain('ghcr.io/owner/app: not verified, and the image or a part of it may be there');
  });

  it('is told for each destination and each tag, and of which failed by what', async () => {
    const { verified, tags } = (await published()).receipt.destinations[0];
    const left = [tags[0], { target: { ...APP, tag: '1' }, state: 'not-written' }] as const;
    const standing = [
      { repository: MIRROR, ...nothing, error },
      { repository: APP, verified, tags: left, transfer: undefined, error: undefined },
    ] as readonly Standing[];
    const { log, summary } = await told(standing, [ready(MIRROR), ready(APP)]);
    for (const text of [log, summary.replaceAll('**', '')]) {
      expect(text).toContain('quay.io/owner/mirror: not verified (REGISTRY_DENIED), and');
      expect(text).toContain(`ghcr.io/owner/app: ${image.digest} is there, and verified`);
    }
    expect(log).toContain('ghcr.io/owner/app:abc written');
    expect(log).toContain('ghcr.io/owner/app:1 not written');
    expect(summary).toContain('  - ✓\u00a0abc written\n  - ✗\u00a01 **not written**\n');
  });

  it('promises no cure by running again to a job that builds again, where the SHA tag may be written', async () => {
    const { verified, tags } = (await published()).receipt.destinations[0];
    const [sha] = tags;
    const at = (tag: unknown) => ({ repository: APP, verified, tags: [tag], transfer: undefined, error }) as Standing;
    const unproved: Standing = { repository: APP, ...nothing, error };
    const annotation = async (standing: Standing, before = ready(APP), ifExists?: IfExists) =>
      (await told([standing], [before], ifExists)).annotation;
    const words = 'If the job builds it again, set "if-exists: keep".';
    for (const standing of [at(sha), unproved]) {
      expect(await annotation(standing)).toContain(`Give it the right. The SHA tag may already show this image`);
      expect(await annotation(standing)).toContain(words);
      expect(await annotation(standing, ready(APP), 'keep')).not.toContain(words);
    }
    const notWritten = { target: { ...APP, tag: 'abc' }, state: 'not-written' };
    expect(await annotation(at(notWritten))).not.toContain(words);
    expect(await told([unproved], [unready(APP)])).toMatchObject({ annotation: expect.not.stringContaining(words) });
  });

  it('names a destination once', async () => {
    const failing = {
      ...nothing,
      error: new ActionError('TAG_EXISTS', 'quay.io/owner/mirror:1 is there.', { hint: '' }),
    };
    const all = [
      { repository: APP, ...nothing, error: undefined },
      { repository: MIRROR, ...failing },
    ];
    const before = all.map(({ repository }) => unready(repository));
    expect((await told(all, before)).annotation).toMatch(/^quay\.io\/owner\/mirror:1 is/);
  });
});
