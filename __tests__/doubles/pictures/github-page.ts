import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { rehype } from 'rehype';
import rehypeSanitize from 'rehype-sanitize';

export type Theme = 'light' | 'dark';

const { resolve } = createRequire(import.meta.url);

/**
 * githubPage is a page with Markdown on it as GitHub shows a job summary: its flavour of Markdown with the HTML that it
 * lets through (`rehype-sanitize` has GitHub's own list), its style sheet, and the space that it leaves at the sides.
 */
export function githubPage(markdown: string, theme: Theme): string {
  const style = readFileSync(resolve(`github-markdown-css/github-markdown-${theme}.css`), 'utf8');
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Job summary</title><style>
${style}
body { margin: 0; background: ${theme === 'light' ? '#ffffff' : '#0d1117'}; }
.markdown-body { padding: 16px; }
</style></head><body><article class="markdown-body">${letThrough(htmlOf(markdown))}</article></body></html>`;
}

/** htmlOf is what GitHub makes of the Markdown, before it looks at the HTML. */
export function htmlOf(markdown: string): string {
  return micromark(markdown, {
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
    allowDangerousHtml: true,
    allowDangerousProtocol: true,
  });
}

const asItIs = rehype().data('settings', { fragment: true });
const sanitised = rehype().data('settings', { fragment: true }).use(rehypeSanitize);

/** letThrough is what of HTML GitHub shows; with `all`, the same HTML as it was. Both are written in one way. */
export function letThrough(html: string, { all } = { all: false }): string {
  return String((all ? asItIs : sanitised).processSync(html));
}
