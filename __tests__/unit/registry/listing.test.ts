/** Rule 8: a list of tags is whole, or it is an error. */
import { describe, expect, it } from '@jest/globals';
import type { HttpAnswer } from '../../../src/http/http.ts';
import { listTags, nextQuery } from '../../../src/registry/listing.ts';
import type { Access } from '../../../src/registry/repository-client.ts';

type Page = { readonly tags?: unknown; readonly link?: string; readonly status?: number };

/** A registry that answers each path with what is told, and remembers what it was asked. */
function answering(answer: (query: string, at: number) => Page): { readonly access: Access; readonly asked: string[] } {
  const asked: string[] = [];
  const send = async ({ path }: { readonly path: string }): Promise<HttpAnswer> => {
    asked.push(path);
    const { tags, link, status = 200 } = answer(path.split('?')[1] ?? '', asked.length);
    const headers: Record<string, string> = link === undefined ? {} : { link };
    return { status, headers, body: new TextEncoder().encode(JSON.stringify({ name: 'app', tags })) };
  };
  const address = ({ path, method }: { readonly path: string; readonly method: string }) => ({
    method,
    url: new URL(path, 'https://registry.example'),
  });
  const session = { send, asked: address };
  return { access: { base: '/v2/app', session: async () => session } as unknown as Access, asked };
}

const many = (count: number, from = 0) => Array.from({ length: count }, (_, at) => `t${from + at}`);
const list = (answer: Parameters<typeof answering>[0]) => listTags(answering(answer).access);

describe('a list of tags', () => {
  it.each<readonly [string, Parameters<typeof answering>[0], number]>([
    ['on one page', () => ({ tags: many(3) }), 3],
    ['that is empty', () => ({ tags: [] }), 0],
    ['that is null', () => ({ tags: null }), 0],
    [
      'on two pages',
      (_query, at) =>
        at === 1 ? { tags: many(2), link: '</v2/app/tags/list?last=t1>; rel="next"' } : { tags: many(1, 2) },
      3,
    ],
    ['that is all on one page, more than were asked for', () => ({ tags: many(1500) }), 1500],
    [
      'that ends with a full page, and nothing is behind it',
      (_query, at) => ({ tags: at === 1 ? many(1000) : [] }),
      1000,
    ],
    [
      'with a tag that stands on two pages',
      (_query, at) => (at === 1 ? { tags: ['a', 'b'], link: '<?last=b>; rel="next"' } : { tags: ['b', 'c'] }),
      3,
    ],
  ])('%s is read', async (_title, answer, length) => {
    expect(await list(answer)).toHaveLength(length);
  });

  it.each<readonly [string, Parameters<typeof answering>[0]]>([
    [
      'ends with a full page, and has more behind it',
      (query) => ({ tags: query.includes('last') ? ['more'] : many(1000) }),
    ],
    ['ends with a full page, and says the same again', () => ({ tags: many(1000) })],
    ['ends at ten thousand', () => ({ tags: many(10_000) })],
    ['repeats itself', () => ({ tags: many(2), link: '<?last=t1>; rel="next"' })],
    ['never ends', (_query, at) => ({ tags: many(1000, at * 1000), link: `<?last=${at}>; rel="next"` })],
    ['never ends, with empty pages', (_query, at) => ({ tags: [], link: `<?last=${at}>; rel="next"` })],
    ['has a million tags', () => ({ tags: many(1_000_000) })],
    ['names a next page that is none', () => ({ tags: many(2), link: 'rel="next"' })],
    ['has what is no tag', () => ({ tags: ['../../evil'] })],
    ['is no list', () => ({ tags: { a: 1 } })],
    ['is missing', () => ({})],
  ])('that %s is REGISTRY_ANSWER', async (_title, answer) => {
    await expect(list(answer)).rejects.toMatchObject({ code: 'REGISTRY_ANSWER' });
  });

  it('goes on at the same list of the same registry, whatever the link says', async () => {
    const { access, asked } = answering((_query, at) =>
      at === 1
        ? { tags: ['a'], link: '<https://evil.example/v2/other/tags/list?last=a&n=5>; rel="next"' }
        : { tags: ['b'] },
    );
    await listTags(access);
    expect(asked).toEqual(['/v2/app/tags/list?n=1000', '/v2/app/tags/list?last=a&n=5']);
  });
});

it.each([
  [undefined, undefined],
  ['<?last=a>; rel="next"', 'last=a'],
  ['<?last=a>; rel=next', 'last=a'],
  ['<?p=1>; rel="prev", <?p=3>; rel="next"', 'p=3'],
  ['<?p=1>; rel="prev"', undefined],
])('of the link %s the next query is %s', (link, query) => {
  expect(nextQuery(link, new URL('https://registry.example/v2/app/tags/list'))).toBe(query);
});
