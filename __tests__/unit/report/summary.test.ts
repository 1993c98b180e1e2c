import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { summaryOf } from '../../../src/report/summary.ts';
import { anyCharacter } from '../any-text.ts';
import { closed, failed, image, open, planned, published } from './outcomes.ts';
import { alive, shown } from './passive.ts';

/** The tags that the summary is made of itself. */
const OWN_TAGS = /<\/?(?:code|details|summary|br)>/g;
const tagsOf = (markdown: string) => markdown.replace(OWN_TAGS, '').match(/<[^>]*>/g);

describe('the summary', () => {
  it('of a published image shows digest, ID, commit, tags, and how to pull it', async () => {
    const text = shown(summaryOf(await published()));
    for (const part of [image.digest, image.config.digest, 'refs/heads/main', 'linux/amd64', 'graph'])
      expect(text).toContain(part);
    expect(text).toContain('| ghcr.io/owner/app:1.2.3 | written |');
    expect(text).toContain('| ghcr.io/owner/app:1.2 | already there |');
    expect(text).toContain(`\ndocker pull ghcr.io/owner/app@${image.digest}\n`);
    expect(text).toMatch(/^### ✅ Published and verified/);
  });

  it('tells an image that was there already from one that was pushed', async () => {
    expect(summaryOf(await published({ isThere: true }))).toContain('Already published');
  });

  it('of a dry run shows what would be written', async () => {
    const text = shown(summaryOf(await planned()));
    expect(text).toContain('nothing was written');
    expect(text).toContain('| ghcr.io/owner/app:abc | would be written |');
    expect(text).toContain(`| ghcr.io/owner/app:1.2 | already there, shows ${image.digest} |`);
  });

  it.each([true, false])('of a closed gate shows every reason (fails: %s)', (fails) => {
    const markdown = summaryOf(closed(fails));
    for (const code of ['GATE_EVENT', 'GATE_FORK', 'GATE_REF']) expect(markdown).toContain(`<code>${code}</code>`);
    expect(markdown).toContain(fails ? '❌' : '⏭️');
  });

  it('of a failure shows code, message line by line, and what to do', () => {
    const markdown = summaryOf(failed('one\ntwo', 'Mend it.'));
    expect(markdown).toContain('<code>PUSH_FAILED</code>');
    expect(markdown).toContain('one<br>two');
    expect(markdown).toContain('**What to do:** Mend it.');
  });

  it('ends with an empty line, so that the next step’s begins on its own', async () => {
    for (const outcome of [await published(), await planned(), closed(), failed()]) {
      expect(summaryOf(outcome)).toMatch(/[^\n]\n\n$/);
    }
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
        const [title, words, advice, ...rest] = summaryOf(failed(message, hint)).split('\n\n');
        expect([title, rest]).toEqual(['### ❌ Not published: <code>PUSH_FAILED</code>', ['']]);
        expect((words ?? '').split('<br>').flatMap(alive)).toEqual([]);
        expect(alive((advice ?? '').slice('**What to do:** '.length))).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  it('of a ref that closed the gate is words in a cell', () => {
    fc.assert(
      fc.property(hostile, (name) => {
        const markdown = summaryOf(closed(false, { changes: { 'pull_request.head.ref': name } }));
        expect(tagsOf(markdown)).toBeNull();
        const table = markdown.split('\n\n')[1]?.split('\n') ?? [];
        expect(table.map((row) => row.split('|').length)).toEqual(table.map(() => 6));
        for (const row of table.slice(2))
          for (const cell of row.split('|').slice(2, 5)) expect(alive(cell)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('of a ref that is published, or a platform, is code in a cell', async () => {
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
        const markdown = summaryOf({ ...good, verdict, receipt: { destinations: [hostileOne] } });
        expect(tagsOf(markdown)).toBeNull();
        const rows = markdown.split('\n\n')[1]?.split('\n') ?? [];
        expect(rows.map((row) => row.split('|').length)).toEqual(rows.map(() => 4));
        const cells = rows.slice(2).map((row) => row.split('|')[2] ?? '');
        for (const cell of cells) expect(alive(cell.replace(OWN_TAGS, ''))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});
