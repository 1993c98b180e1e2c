/**
 * The job summary as people see it: what the built bundle writes in every situation, as GitHub shows it, in a browser.
 * What is asserted is measured there; how it looks is for people (`npm run pictures`).
 */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { findBrowser, openBrowser } from '../doubles/pictures/browser.ts';
import { githubPage, htmlOf, letThrough } from '../doubles/pictures/github-page.ts';
import { Place } from '../doubles/pictures/place.ts';
import type { Situation, Told } from '../doubles/pictures/situation.ts';
import { SITUATIONS } from '../doubles/pictures/situations.ts';
import { wordsRun } from './words-run.ts';

const WIDTHS = [390, 1012];
/** What the summary is made of. */
const ELEMENTS = 'h3 ul li p strong code br details summary pre table thead tbody tr th td a'.toUpperCase().split(' ');

/** The pages that links lead to, as their makers write their addresses; findings lead to where their tools say. */
const PAGES = [
  /^https:\/\/github\.com\/[\w.-]+\/[\w.-]+\/commit\/[0-9a-f]{40}$/,
  /^https:\/\/github\.com\/[\w.-]+\/[\w.-]+\/compare\/[0-9a-f]{40}\.\.\.[0-9a-f]{40}$/,
  /^https:\/\/github\.com\/[\w.-]+\/[\w.-]+\/actions\/runs\/\d+(?:\/attempts\/\d+)?$/,
  /^https:\/\/github\.com\/[\w.-]+\/[\w.-]+\/blob\/[0-9a-f]{40}\/\.github\/workflows\/[\w.-]+\.yml$/,
  /^https:\/\/ghcr\.io\/(?:octocat|owner)\/[\w.-]+$/,
  /^https:\/\/quay\.io\/repository\/octocat\/[\w.-]+\/manifest\/sha256:[0-9a-f]{64}$/,
  /^https:\/\/(?:avd\.aquasec\.com|github\.com\/aquasecurity)\/[\w./-]+$/,
];
/** A heading of the page about the codes. */
const HELP = /^https:\/\/github\.com\/publisher\/verified-image-push\/blob\/v1\/docs\/troubleshooting\.md#(\w+)$/;
const troubleshooting = readFileSync(resolve(import.meta.dirname, '../../docs/troubleshooting.md'), 'utf8');
const headings = [...troubleshooting.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) => slugOf(heading));

/** How GitHub makes the anchor of a heading. */
function slugOf(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll(/[^\w -]/g, '')
    .replaceAll(' ', '-');
}

function leadsSomewhere(href: string): boolean {
  const [, anchor] = HELP.exec(href) ?? [];
  return anchor === undefined ? PAGES.some((address) => address.test(href)) : headings.includes(anchor);
}

const path = findBrowser();
let browser: Browser;

/** Off CI a machine may have no browser; on CI nothing may be skipped. */
const describeInBrowser = path === undefined && !process.env.CI ? describe.skip : describe;

describeInBrowser('the job summary', () => {
  beforeAll(async () => {
    if (path === undefined) throw new Error('There is no Chromium on the PATH: on CI this must not be skipped.');
    browser = await openBrowser(path);
  });
  afterAll(() => browser?.close());

  it.each(SITUATIONS)('of $name is whole, fits a phone and a desk, and can be copied', async (situation) => {
    const step = await played(situation);
    for (const width of WIDTHS) {
      const page = await opened(step, width);
      expect(await page.locator('h3').allInnerTexts()).toEqual([expect.stringMatching(situation.title)]);
      expect(await page.locator('summary').allInnerTexts()).toEqual(situation.folded);
      expect(await overflowOf(page)).toBe(0);
      expectWhole(step, await page.locator('article').innerText());
      await page.close();
    }
  });

  it.each(SITUATIONS)('of $name has nothing in it that we have not written', async (situation) => {
    const step = await played(situation);
    // Nothing had to be taken out by GitHub.
    const html = htmlOf(step.summary);
    expect(letThrough(html)).toBe(letThrough(html, { all: true }));
    const page = await opened(step, 1012);
    const tags = await page.locator('article *').evaluateAll((elements) => elements.map(({ tagName }) => tagName));
    expect(tags.filter((tag) => !ELEMENTS.includes(tag))).toEqual([]);
    const links = await page.locator('a').evaluateAll((all) => all.map((each) => each.getAttribute('href')));
    expect(links.filter((href) => !leadsSomewhere(href ?? ''))).toEqual([]);
    if (situation.isHostile) expect(await page.locator('article').innerText()).toContain('HOSTILE');
    await page.close();
  });

  it.each(SITUATIONS.filter(({ name }) => /publish|promoted|joined/.test(name)))(
    'of $name has commands that a shell takes word by word',
    async (situation) => {
      const page = await opened(await played(situation), 390);
      const blocks = await page.locator('pre').allInnerTexts();
      const lines = blocks.flatMap((block) => block.trim().split('\n'));
      expect(lines).toEqual(
        expect.arrayContaining([expect.stringMatching(/^docker pull /), expect.stringMatching(/^kubectl set image /)]),
      );
      // The parts of a pipe run at once.
      for (const block of blocks)
        expect(wordsRun(block).toSorted()).toEqual(
          block
            .trim()
            .split(/\n| \| /)
            .toSorted(),
        );
      await page.close();
    },
  );
});

const steps = new Map<string, Promise<Told>>();

/** The step in a situation, which is played once. */
function played(situation: Situation): Promise<Told> {
  const known = steps.get(situation.name) ?? play(situation);
  steps.set(situation.name, known);
  return known;
}

async function play(situation: Situation): Promise<Told> {
  await using place = await Place.set();
  return await situation.play(place);
}

/** The summary with everything unfolded. */
async function opened({ summary }: Told, width: number): Promise<Page> {
  const page = await browser.newPage({ viewport: { width, height: 800 } });
  await page.setContent(githubPage(summary, 'light').replaceAll('<details>', '<details open>'));
  return page;
}

/** By how many pixels the page is wider than the window; tables and code scroll by themselves. */
function overflowOf(page: Page): Promise<number> {
  return page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
}

/** Every digest is whole, and so is every output that someone would copy. */
function expectWhole({ outputs }: Told, text: string): void {
  const digests = text.match(/sha256:\w*/g) ?? [];
  expect(digests.filter((digest) => !/^sha256:[0-9a-f]{64}$/.test(digest))).toEqual([]);
  for (const tag of outputs.tags?.split('\n') ?? [])
    expect(text).toMatch(new RegExp(`[✓→⚠]\u00a0${tag.slice(tag.lastIndexOf(':') + 1)} `));
  for (const name of ['digest', 'image', 'image-id', 'previous-digest'])
    for (const part of outputs[name]?.split('\n') ?? []) expect(text).toContain(part);
}
