import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ActionError } from '../../../src/errors.ts';
import type { Digest } from '../../../src/image/digest.ts';
import { summaryOf } from '../../../src/report/summary.ts';
import { anyCharacter } from '../any-text.ts';
import { closed, failed, image, open, planned, published, quietRun, theRun } from './outcomes.ts';
import { alive, shown } from './passive.ts';

/** The tags that the summary is made of itself. */
const OWN_TAGS = /<\/?(?:code|details|summary|br)>|<a href="https:\/\/(?:ghcr\.io|github\.com)\/[\w./-]+">|<\/a>/g;
/** An item of a list without what is ours of it. */
const ownTaken = (item: string) =>
  item
    .replace(/^- /, '')
    .replace(/\*\*(?:Image|Commit|Gate|Verified|How to publish:)\*\*/g, '')
    .replace(OWN_TAGS, '');
const tagsOf = (markdown: string) => markdown.replace(OWN_TAGS, '').match(/<[^>]*>/g);

describe('the summary', () => {
  it('of a published image shows digest, ID, commit, tags, and how to pull it', async () => {
    const text = shown(summaryOf(await published(), quietRun));
    for (const part of [image.digest, image.config.digest, 'refs/heads/main', 'linux/amd64', 'graph'])
      expect(text).toContain(part);
    expect(text).toContain('- ✓\u00a01.2.3 written\n');
    expect(text).toContain('- ✓\u00a01.2 already there\n');
    // Once where it is copied from; the commands that are folded need it again.
    expect(text.split('Verify, deploy')[0]?.split(image.digest)).toHaveLength(2);
    for (const command of ['docker pull ', 'kubectl set image deployment/app app='])
      expect(text).toContain(`\n${command}ghcr.io/owner/app@${image.digest}\n`);
    expect(text).toContain('\nskopeo inspect --raw docker://ghcr.io/owner/app:abc | sha256sum\n');
    expect(text).toMatch(/^### ✅ Published and verified: ghcr\.io\/owner\/app 1\.2\.3\n/);
  });

  it('tells an image that was there already from one that was pushed', async () => {
    expect(summaryOf(await published({ isThere: true }), quietRun)).toContain('Already published');
  });

  it('of a dry run shows what would be written', async () => {
    const text = shown(summaryOf(await planned(), quietRun));
    expect(text).toContain('nothing was written');
    expect(text).toContain('- ✓\u00a0abc would be written\n');
    expect(text).toContain(`- ✓\u00a01.2 already there, shows ${image.digest.slice(7, 19)}\n`);
  });

  it.each(['skipped', 'failed', 'let-pass'] as const)('of a closed gate shows every reason (%s)', (ending) => {
    const markdown = summaryOf(closed(ending), quietRun);
    for (const code of ['GATE_EVENT', 'GATE_FORK', 'GATE_REF']) expect(markdown).toContain(`<code>${code}</code>`);
    expect(markdown).toContain({ skipped: '⏭️', failed: '❌', 'let-pass': '⚠️' }[ending]);
  });

  it('of a closed gate says once how to publish, where several reasons ask for the same', () => {
    const { verdict } = closed();
    const markdown = summaryOf(closed(), quietRun);
    const remedies = new Set(verdict.reasons.map(({ opens }) => opens));
    expect(markdown.match(/\*\*How to publish:\*\*/g)).toHaveLength(remedies.size);
    expect(remedies.size).toBeLessThan(verdict.reasons.length);
  });

  it.each([
    ['a closed gate', closed(), /^### ⏭️ Skipped: .* publish <code>ghcr\.io\/owner\/app<\/code>\n/],
    ['a failure', failed(), /^### ❌ Failed: <code>PUSH_FAILED<\/code> for <code>ghcr\.io\/owner\/app<\/code>\n/],
  ])('of %s names the image in its headline', (_name, outcome, headline) => {
    const destinations = [{ registry: 'ghcr.io', path: 'owner/app' }];
    expect(summaryOf({ ...outcome, destinations }, quietRun)).toMatch(headline);
  });

  it('of a failure shows code, message line by line, and what to do', () => {
    const markdown = summaryOf(failed('one\ntwo', 'Mend it.'), quietRun);
    expect(markdown).toContain('<code>PUSH_FAILED</code>');
    expect(markdown).toContain('one<br>two');
    expect(markdown).toContain('**What to do:** Mend it.');
  });

  it.each([
    [400, undefined, '- **Took** 1 s\n'],
    [125_400, undefined, '- **Took** 2 min 5 s\n'],
    [12_000, { sent: 0, skipped: 3 << 10 }, '**Took** 12 s, 3.0 KiB already there\n'],
    [12_000, { sent: 5 << 20, skipped: 3 << 10 }, '**Took** 12 s, 5.0 MiB uploaded, 3.0 KiB already there'],
  ])('says what it took: %s ms, %j', async (took, transfer, line) => {
    const good = await published();
    const [delivered] = good.receipt.destinations;
    expect(summaryOf({ ...good, took, receipt: { destinations: [{ ...delivered, transfer }] } }, quietRun)).toContain(
      line,
    );
  });

  it('of a failure says that nothing was written, where that is so', () => {
    const text = 'this run wrote nothing';
    expect(summaryOf(failed(), quietRun)).toContain(text);
    const unexpected = new ActionError('UNEXPECTED', 'It went wrong.', { hint: 'Report it.' });
    expect(summaryOf({ ...failed(), error: unexpected }, quietRun)).not.toContain(text);
  });

  it('ends with an empty line, so that the next step’s begins on its own', async () => {
    for (const outcome of [await published(), await planned(), closed(), failed()]) {
      expect(summaryOf(outcome, quietRun)).toMatch(/[^\n]\n\n$/);
    }
  });
});

describe('the links of the summary', () => {
  const hrefs = (markdown: string) => [...markdown.matchAll(/href="([^"]+)"/g)].map(([, href]) => href);

  it('lead from a published image to its commit, run, workflow and registry', async () => {
    const good = await published();
    const { commit } = good.verdict.subject;
    expect(hrefs(summaryOf(good, theRun))).toEqual([
      'https://ghcr.io/owner/app',
      `https://github.com/my-org/my-app/commit/${commit}`,
      'https://github.com/my-org/my-app/actions/runs/123',
      `https://github.com/my-org/my-app/blob/${'c'.repeat(40)}/.github/workflows/publish.yml`,
    ]);
  });

  it('lead from a tag that has moved to what changed', async () => {
    const good = await published();
    const [delivered] = good.receipt.destinations;
    const target = { registry: 'ghcr.io', path: 'owner/app', tag: 'latest' };
    const since = 'd'.repeat(40);
    const moved = { target, state: 'moved', from: image.digest as Digest, because: 'x', since } as const;
    const outcome = { ...good, receipt: { destinations: [{ ...delivered, tags: [moved] }] as const } };
    const { commit } = good.verdict.subject;
    expect(hrefs(summaryOf(outcome, theRun))).toContain(
      `https://github.com/my-org/my-app/compare/${since}...${commit}`,
    );
  });

  it.each([
    ['a failure', failed(), 'push_failed'],
    ['a closed gate', closed(), 'gate_event'],
  ])('lead from %s to what its code means, and to its commit and run', (_name, outcome, anchor) => {
    const all = hrefs(summaryOf(outcome, theRun));
    expect(all).toContain(
      `https://github.com/publisher/verified-image-push/blob/v1/docs/troubleshooting.md#${anchor.replaceAll('_', '&#95;')}`,
    );
    expect(all).toContain(`https://github.com/my-org/my-app/commit/${'b'.repeat(40)}`);
    expect(all).toContain('https://github.com/my-org/my-app/actions/runs/123');
  });
});

describe('hostile text in the summary', () => {
  const unit = fc.oneof(
    fc.constantFrom(...'<>&|`\\*_~[]()!#:/@.-\n\r"\'', 'http://evil', 'www.evil', '<script>', '</details>', '\n\n# '),
    anyCharacter,
  );
  const hostile = fc.array(unit, { minLength: 1, maxLength: 20 }).map((parts) => parts.join(''));

  it('of a failure is words', () => {
    fc.assert(
      fc.property(hostile, hostile, (message, hint) => {
        const [title, words, advice, ...rest] = summaryOf(failed(message, hint), quietRun).split('\n\n');
        const nothing = '**On the registry:** this run wrote nothing.';
        const [standing, , end] = rest;
        expect([title, standing, end]).toEqual(['### ❌ Failed: <code>PUSH_FAILED</code>', nothing, '']);
        expect((words ?? '').split('<br>').flatMap(alive)).toEqual([]);
        expect(alive((advice ?? '').slice('**What to do:** '.length))).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  it('of a ref that closed the gate is words in an item', () => {
    fc.assert(
      fc.property(hostile, (name) => {
        const verdict = closed('skipped', { changes: { 'pull_request.head.ref': name } });
        const markdown = summaryOf(verdict, quietRun);
        expect(tagsOf(markdown)).toBeNull();
        const items = markdown.split('\n\n')[2]?.split('\n') ?? [];
        expect(items).toHaveLength(verdict.verdict.reasons.length);
        for (const item of items) expect(alive(ownTaken(item))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('of a ref that is published, or a platform, is words in an item', async () => {
    const good = await published();
    fc.assert(
      fc.property(hostile, (name) => {
        const verdict = { ...open(), subject: { ...open().subject, ref: `refs/heads/${name}` } };
        const [{ verified, tags }] = good.receipt.destinations;
        const hostileOne = {
          verified: { ...verified, platforms: [name], evidence: [name] },
          tags,
          transfer: undefined,
        };
        const markdown = summaryOf({ ...good, verdict, receipt: { destinations: [hostileOne] } }, quietRun);
        expect(tagsOf(markdown)).toBeNull();
        const items = markdown.split('**Details**\n\n')[1]?.split('\n\n')[0]?.split('\n') ?? [];
        expect(items).toHaveLength(4);
        for (const item of items) expect(alive(ownTaken(item))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});
