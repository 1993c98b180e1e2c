import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { findBrowser, openBrowser } from '../__tests__/doubles/pictures/browser.ts';
import { githubPage, type Theme } from '../__tests__/doubles/pictures/github-page.ts';
import { Place } from '../__tests__/doubles/pictures/place.ts';
import { SITUATIONS } from '../__tests__/doubles/pictures/situations.ts';

/**
 * Makes pictures of the job summary to be looked at: the built bundle in every situation, its summary as GitHub shows
 * it, folded and unfolded, light and dark, on a desk and on a phone. `--readme` makes the two that open the README, and no others.
 *
 *     npm run pictures -- FOLDER [NAME…]
 */
const THEMES: readonly Theme[] = ['light', 'dark'];
/** The width that GitHub gives a summary on a desk, and that of a phone. */
const WIDTHS = { desk: 1012, phone: 390 } as const;

const isReadme = process.argv.includes('--readme');
const [folder = 'pictures', ...names] = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const path = findBrowser();
if (path === undefined) throw new Error('There is no Chromium on the PATH: "apt-get install chromium" brings one.');

const browser = await openBrowser(path);
try {
  for (const { name, play } of SITUATIONS) {
    if (isReadme ? name !== 'published' : names.length > 0 && !names.includes(name)) continue;
    await using place = await Place.set();
    const { summary, log } = await play(place);
    if (isReadme) await takeForReadme(summary);
    else await takeAll(name, { summary, log });
  }
} finally {
  await browser.close();
}

async function takeAll(name: string, { summary, log }: { readonly summary: string; readonly log: string }) {
  const into = resolve(folder);
  mkdirSync(into, { recursive: true });
  writeFileSync(join(into, `${name}.md`), summary);
  writeFileSync(join(into, `${name}.log`), log);
  for (const theme of THEMES) {
    for (const [device, width] of Object.entries(WIDTHS)) {
      const file = join(into, `${name}-${device}-${theme}`);
      await take(githubPage(summary, theme), { path: `${file}.png`, width });
      await take(githubPage(summary, theme).replaceAll('<details>', '<details open>'), {
        path: `${file}-unfolded.png`,
        width,
      });
    }
  }
  console.log(name);
}

/** How long it took is the one thing that is not the same every time. */
async function takeForReadme(written: string): Promise<void> {
  const summary = written.replace(/(?<=\*\*Took\*\* )\d+ s/, '2 s');
  for (const theme of THEMES) {
    const picture = resolve(import.meta.dirname, `../docs/images/summary-${theme}.png`);
    await take(githubPage(summary, theme), { path: picture, width: WIDTHS.desk });
    console.log(picture);
  }
}

type Shot = { readonly path: string; readonly width: number };

async function take(html: string, { path: file, width }: Shot): Promise<void> {
  const page = await browser.newPage({ viewport: { width, height: 100 }, deviceScaleFactor: 1.5 });
  await page.setContent(html);
  await page.screenshot({ path: file, fullPage: true });
  await page.close();
}
