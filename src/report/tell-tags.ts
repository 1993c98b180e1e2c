import type { Digest } from '../image/digest.ts';
import { referenceName, type TaggedReference } from '../image/reference.ts';
import { redacted } from '../secret/masked.ts';
import type { PlannedMove } from '../tags/move-tag.ts';
import type { TagBefore } from '../tags/read-tags.ts';
import type { Receipt, TagLeft, TagState } from '../tags/write-tags.ts';
import { briefly, code, list, prose, titled } from './markdown.ts';

/** showsOurs tells whether a tag shows the published image now. */
export function showsOurs({ state }: TagState | TagLeft): boolean {
  return state !== 'kept' && state !== 'healed' && state !== 'not-written' && state !== 'lost';
}

/** tagResult is the result for a tag, for machines; `digest` is what the tag shows. */
export function tagResult(tag: TagState | TagLeft, digest: string): unknown {
  const named = { tag: referenceName(tag.target), state: tag.state };
  switch (tag.state) {
    case 'not-written':
    case 'lost':
      return named;
    case 'kept':
      return { ...named, digest: tag.shows, because: tag.because };
    case 'healed':
      return { ...named, digest: tag.shows, commit: tag.commit, run: tag.run };
    case 'moved':
      return { ...named, digest, previous: tag.from, because: tag.because };
    case 'written':
      return { ...named, digest, ...(tag.replaced === undefined ? {} : { previous: tag.replaced }) };
    case 'already-there':
      return { ...named, digest };
  }
}

/** How a text is written: names and digests, words, what a person should notice, and a link to another run. */
export type Voice = Readonly<Record<'name' | 'words' | 'strong' | 'run', (text: string) => string>>;

const as = (text: string) => text;
/** In the log, where the runner makes all text safe. */
export const PLAIN: Voice = { name: as, words: as, strong: as, run: as };
/** In the summary. */
export const MARKDOWN: Voice = {
  name: code,
  words: prose,
  strong: (text) => `**${text}**`,
  run: (address) => titled('its run', address) ?? code(address),
};

/** Digests and commits: as long as a line on a phone. */
const LONG_NAME = /\b(?:sha(?:256|512):)?([0-9a-f]{12})[0-9a-f]{28,}\b/g;
const narrow = (text: string) => text.replace(LONG_NAME, '$1');
/** In the summary, where the pull command has the whole digest; the log and the results have all others. */
export const NARROW: Voice = {
  ...MARKDOWN,
  name: (name) => code(name.replace(/^sha\w+:([0-9a-f]{12})[0-9a-f]+$/, '$1')),
  // Masked first: nobody would recognise the rest of a secret that is cut.
  words: (text) => briefly(narrow(redacted(text))),
};

/** tagText says what happened to a tag, in the log. */
export function tagText(tag: TagState | TagLeft): string {
  return `${referenceName(tag.target)} ${became(tag, PLAIN)}`;
}

function became(tag: TagState | TagLeft, { name, words, strong, run }: Voice): string {
  switch (tag.state) {
    case 'not-written':
      return strong('not written');
    case 'lost':
      return strong('no longer shows this image');
    case 'kept':
      return tag.shows === undefined
        ? `${strong('not written')}: ${words(tag.because)}`
        : `${strong('stays')} at ${name(tag.shows)}: ${words(tag.because)}`;
    case 'healed':
      return [
        `${strong('restored')} to ${name(tag.shows)}:`,
        words(`this run had replaced that newer image, of the commit ${tag.commit}, which has the proof of`),
        run(tag.run),
      ].join(' ');
    case 'moved':
      return tag.from === undefined ? 'written' : `moved from ${name(tag.from)}: ${words(tag.because)}`;
    case 'written':
      return tag.replaced === undefined ? 'written' : `${strong('overwritten')}, was ${name(tag.replaced)}`;
    case 'already-there':
      return 'already there';
  }
}

/** What a person sees before reading: the tag is there, has moved, needs a look, or is not there. */
function markOf(tag: TagState | TagLeft): string {
  switch (tag.state) {
    case 'moved':
      return tag.from === undefined ? '✓' : '→';
    case 'written':
      return tag.replaced === undefined ? '✓' : '⚠';
    case 'already-there':
      return '✓';
    case 'kept':
    case 'healed':
      return '⚠';
    case 'not-written':
    case 'lost':
      return '✗';
  }
}

/** Keeps the mark and the name on one line. */
function marked(mark: string, { target }: TagState | TagLeft | TagBefore | PlannedMove): string {
  return `${mark}\u00a0${code(target.tag)}`;
}

/** tagLine is a tag under the name of its destination: its mark, its name, and what happened to it. */
export function tagLine(tag: TagState | TagLeft): string {
  return `${marked(markOf(tag), tag)} ${became(tag, NARROW)}`;
}

/**
 * tagList lists every tag of one destination; `changes` links to the changes since a commit. It is a list: the tag of a
 * commit makes a table wider than a phone.
 */
export function tagList(tags: readonly TagState[], changes: (since: string) => string | undefined): string {
  return list(
    tags.map((tag) => {
      const since = tag.state === 'moved' && tag.since !== undefined ? changes(tag.since) : undefined;
      return since === undefined ? tagLine(tag) : `${tagLine(tag)} (${since})`;
    }),
  );
}

/** If the image of an earlier run is kept: which one it is, and which one is not published. */
type KeptImage = { readonly target: TaggedReference; readonly digest: Digest; readonly discarded: Digest };

/** keptImages are the kept images of a receipt. */
export function keptImages({ destinations }: Receipt): readonly KeptImage[] {
  return destinations.flatMap(({ verified: { target, manifest }, discarded }) =>
    discarded === undefined ? [] : [{ target, digest: manifest.digest, discarded }],
  );
}

/** keptText tells that the image of an earlier run is used, and which image is not. */
export function keptText({ target, digest, discarded }: KeptImage, { name, words }: Voice): string {
  return [
    `${name(referenceName(target))} shows ${name(digest)}, which an earlier run has published of this commit:`,
    words('it is used ("if-exists: keep"), and the image that was built now is discarded:'),
    `${name(discarded)}.`,
  ].join(' ');
}

/** plannedResult is what would happen to a tag, for machines. */
export function plannedResult(tag: TagBefore | PlannedMove): unknown {
  const { state, because } = plannedState(tag);
  const digest = tag.manifest === undefined ? {} : { digest: tag.manifest.digest };
  return { tag: referenceName(tag.target), state, ...digest, ...(because === '' ? {} : { because }) };
}

/** plannedText is the same for people, in the log. */
export function plannedText(tag: TagBefore | PlannedMove): string {
  return `${referenceName(tag.target)} ${plannedWords(tag, PLAIN)}`;
}

const PLANNED_MARKS: Readonly<Record<string, string>> = {
  'would-be-moved': '→',
  'would-stay': '⚠',
  'would-be-overwritten': '⚠',
};

/** plannedLine is the same in the summary, under the name of its destination. */
export function plannedLine(tag: TagBefore | PlannedMove): string {
  return `${marked(PLANNED_MARKS[plannedState(tag).state] ?? '✓', tag)} ${plannedWords(tag, NARROW)}`;
}

function plannedWords(tag: TagBefore | PlannedMove, { name, words }: Voice): string {
  const { state, because } = plannedState(tag);
  const shown = tag.manifest === undefined ? '' : `, shows ${name(tag.manifest.digest)}`;
  return `${state.replaceAll('-', ' ')}${shown}${because === '' ? '' : `: ${words(because)}`}`;
}

function plannedState(tag: TagBefore | PlannedMove): { readonly state: string; readonly because: string } {
  if ('move' in tag) return { state: tag.move.moves ? 'would-be-moved' : 'would-stay', because: tag.move.because };
  if (tag.manifest === undefined) return { state: 'would-be-written', because: '' };
  return { state: tag.isOurs ? 'already-there' : 'would-be-overwritten', because: '' };
}
