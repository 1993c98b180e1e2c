import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

/** Links and pictures of Markdown, `[text](target)`, outside of code. */
const LINK = /!?\[[^\]]*\]\(([^)\s]+)(?:\s+"[^"]*")?\)|<(?:img|a|source)\s[^>]*(?:src|href|srcset)="([^"]+)"/g;

/** brokenLinks names every link of a page that leads to no file of the repository, or to no heading of its page. */
export function brokenLinks(root: string, file: string, markdown: string): readonly string[] {
  const text = withoutCode(markdown);
  return [...text.matchAll(LINK)].flatMap(([, link, attribute]) => {
    const target = link ?? attribute ?? '';
    if (/^(?:https?|mailto):/.test(target)) return [];
    const [path = '', anchor] = target.split('#');
    const page = path === '' ? file : normalize(join(dirname(file), path));
    const found = join(root, page);
    if (page.startsWith('..') || !existsSync(found)) return [`${file}: ${target} leads to nothing`];
    if (anchor === undefined || statSync(found).isDirectory()) return [];
    return anchorsOf(readFileSync(found, 'utf8')).includes(anchor) ? [] : [`${file}: ${target} has no such heading`];
  });
}

/** anchorsOf are the names that GitHub gives the headings of a page. */
export function anchorsOf(markdown: string): readonly string[] {
  const seen = new Map<string, number>();
  return [...withoutCode(markdown).matchAll(/^#{1,6} +(.+?) *#*$/gm)].map(([, heading = '']) => {
    const plain = heading.replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1').toLowerCase();
    const name = plain.replaceAll(/[^\p{L}\p{N}\p{M} _-]/gu, '').replaceAll(' ', '-');
    const count = seen.get(name) ?? 0;
    seen.set(name, count + 1);
    return count === 0 ? name : `${name}-${count}`;
  });
}

function withoutCode(markdown: string): string {
  return markdown
    .replaceAll(/^( *)(```+|~~~+).*?^\1\2$/gms, '')
    .replaceAll(/`[^`\n]*`/g, (code) => code.replaceAll(/[[\]()<>]/g, '.'));
}
