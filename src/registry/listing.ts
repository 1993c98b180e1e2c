import { ActionError } from '../errors.ts';
import { isTag } from '../image/reference.ts';
import { refusal } from './answers.ts';
import type { Access } from './repository-client.ts';

/** How many entries we request at a time. */
const PAGE = 1000;
/** Most entries, and most bytes of one page: registries without pages send everything at once. */
const MOST_ENTRIES = 200_000;
const PAGE_LIMIT = 16 * 1024 * 1024;
/** Lengths at which some registries cut a list without saying so. */
const KNOWN_ENDS: readonly number[] = [PAGE, 10_000];

/** One page of a list: its entries, and the query of the next page if the registry names one (RFC 8288). */
export type Page<T> = { readonly entries: readonly T[]; readonly next: string | undefined };

/** readPages reads a list to its end. Throws REGISTRY_ANSWER for an endless list, and the errors of a page. */
export async function readPages<T>(read: (query: string) => Promise<Page<T>>, first: string): Promise<readonly T[]> {
  const entries: T[] = [];
  const asked = new Set<string>();
  for (let query: string | undefined = first; query !== undefined; ) {
    if (asked.has(query)) throw unending('repeats itself');
    asked.add(query);
    const page: Page<T> = await read(query);
    for (const entry of page.entries) entries.push(entry);
    if (page.entries.length === 0 && page.next !== undefined) throw unending('continues after an empty page');
    if (entries.length > MOST_ENTRIES) throw unending(`has more than ${MOST_ENTRIES} entries`);
    query = page.next;
  }
  return entries;
}

/**
 * listTags reads the complete list of tags (distribution-spec, "Listing Tags"). If it ends with a full page, or at a
 * known cut, we ask for what comes after the last entry: only an empty answer proves that the list is complete.
 */
export async function listTags(access: Access): Promise<readonly string[]> {
  const path = `${access.base}/tags/list`;
  let last: Page<string> = { entries: [], next: undefined };
  const read = async (query: string) => {
    last = await readTagPage(access, `${path}?${query}`);
    return last;
  };
  const tags = await readPages(read, `n=${PAGE}`);
  const final = tags.at(-1);
  if (final !== undefined && (last.entries.length === PAGE || KNOWN_ENDS.includes(tags.length))) {
    const after = await readTagPage(access, `${path}?n=${PAGE}&last=${encodeURIComponent(final)}`);
    if (after.entries.length > 0) throw cut(`ends after ${tags.length} tags, and nothing shows that these are all`);
  }
  return [...new Set(tags)];
}

async function readTagPage(access: Access, path: string): Promise<Page<string>> {
  const { document, next } = await readList(access, path);
  const tags = (document as { readonly tags?: unknown } | null)?.tags;
  // Registries that are written in Go send null for an empty list.
  if (tags === null) return { entries: [], next };
  const isList = Array.isArray(tags) && tags.every((tag) => typeof tag === 'string' && isTag(tag));
  if (!isList) throw cut('is no list of tags');
  return { entries: tags as string[], next };
}

/** readList reads one page of a list as JSON, with the query of the next page; 404 is an error here. */
export async function readList(
  { session }: Access,
  path: string,
): Promise<{ readonly document: unknown; readonly next: string | undefined }> {
  const registry = await session();
  const request = { method: 'GET', path, headers: { accept: 'application/json' }, limit: PAGE_LIMIT } as const;
  const answer = await registry.send(request);
  if (answer.status !== 200) throw refusal(registry.asked(request), answer);
  return { document: json(answer.body), next: nextQuery(answer.headers.link, registry.asked(request).url) };
}

/** We use only the query of the next page's address, for the same list at the same registry. */
export function nextQuery(link: string | undefined, from: URL): string | undefined {
  const [, target] = /<([^>]*)>\s*;[^,<]*\brel="?next"?/i.exec(link ?? '') ?? [];
  if (target === undefined) {
    if (/rel="?next/i.test(link ?? '')) throw cut('names a next page that cannot be read');
    return undefined;
  }
  const url = URL.parse(target, from.href);
  if (url === null || url.search === '') throw cut('names a next page that cannot be read');
  return url.search.slice(1);
}

function json(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    throw cut('is not JSON');
  }
}

function unending(how: string): ActionError {
  return cut(`has no end: it ${how}`);
}

function cut(how: string): ActionError {
  return new ActionError('REGISTRY_ANSWER', `A list of the registry ${how}.`, {
    hint: 'The list was not used, because it may not be complete. Ask the operator of the registry: a proxy in front of it may remove the header "Link".',
  });
}
