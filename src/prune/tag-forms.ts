import type { Digest } from '../image/digest.ts';
import { subjectOf } from '../image/referrer-tag.ts';
import { type FilterPattern, matchesFilter } from '../text/filter-pattern.ts';

/** Which tags may be deleted, and which never. */
export type TagRules = {
  /** Template of the SHA tag, as in the publishing action: `{sha}` or `{short-sha}`. */
  readonly shaTag: string;
  readonly deleteTags: readonly FilterPattern[];
  /** These win over everything that allows a tag to be deleted. */
  readonly keepTags: readonly FilterPattern[];
  /** Tags of this repository that are deployed, by name. */
  readonly deployedTags: ReadonlySet<string>;
};

/** How the rules see a tag; `because` is the end of a sentence that begins with the tag. */
export type TagForm =
  | { readonly kind: 'attached'; readonly subject: Digest }
  | { readonly kind: 'kept'; readonly because: string }
  | { readonly kind: 'sha'; readonly commit: string; readonly isShort: boolean }
  | { readonly kind: 'named' };

/** Digits of a commit in `{short-sha}`. */
const SHORT = 12;
const PLACES: Readonly<Record<string, string>> = {
  '{sha}': '([0-9a-f]{40}|[0-9a-f]{64})',
  '{short-sha}': `([0-9a-f]{${SHORT}})`,
};

/** A plan asks for each tag many times, and patterns are slow. */
const known = new WeakMap<TagRules, Map<string, TagForm>>();

/** formOf tells what a tag is. A tag that no rule allows to delete is kept. */
export function formOf(tag: string, rules: TagRules): TagForm {
  const forms = known.get(rules) ?? new Map<string, TagForm>();
  known.set(rules, forms);
  const form = forms.get(tag) ?? judge(tag, rules);
  forms.set(tag, form);
  return form;
}

function judge(tag: string, { shaTag, deleteTags, keepTags, deployedTags }: TagRules): TagForm {
  if (deployedTags.has(tag)) return { kind: 'kept', because: 'is in "keep-digests"' };
  if (matchesFilter(tag, keepTags)) return { kind: 'kept', because: 'is in "keep-tags"' };
  const subject = subjectOf(tag);
  if (subject !== undefined) return { kind: 'attached', subject };
  if (matchesFilter(tag, deleteTags)) return { kind: 'named' };
  const commit = commitIn(tag, shaTag);
  if (commit !== undefined) return { kind: 'sha', commit, isShort: commit.length === SHORT };
  return { kind: 'kept', because: 'is no SHA tag, and not in "delete-tags"' };
}

/** How many shapes of tags we show if no tag may be deleted. */
const MOST_SHAPES = 5;

/** commonestShapes are the shapes of most tags, the most common first: digits as `9`, hexadecimal names as `<hex>`. */
export function commonestShapes(tags: Iterable<string>): readonly string[] {
  const counts = new Map<string, number>();
  for (const tag of tags) {
    const shape = tag.replaceAll(/[0-9a-f]{7,}/g, '<hex>').replaceAll(/[0-9]+/g, '9');
    counts.set(shape, (counts.get(shape) ?? 0) + 1);
  }
  const byCount = [...counts].sort(([, one], [, other]) => other - one);
  return byCount.slice(0, MOST_SHAPES).map(([shape]) => shape);
}

/** The commit that a tag names by the template, in full or shortened; undefined if the tag has another form. */
function commitIn(tag: string, template: string): string | undefined {
  const parts = template.split(/(\{(?:short-)?sha\})/).map((part) => PLACES[part] ?? literally(part));
  const [, ...named] = new RegExp(`^${parts.join('')}$`).exec(tag) ?? [];
  const longest = named.reduce((one, other) => (other.length > one.length ? other : one), '');
  // Both places must name the same commit.
  return longest !== '' && named.every((commit) => longest.startsWith(commit)) ? longest : undefined;
}

function literally(text: string): string {
  return text.replaceAll(/[.*+?^$()|[\]{}\\-]/g, '\\$&');
}
