import { referenceName } from '../image/reference.ts';
import type { PlannedMove } from '../tags/plan-moves.ts';
import type { TagBefore } from '../tags/read-tags.ts';
import type { TagLeft, TagState } from '../tags/write-tags.ts';
import { code, prose } from './markdown.ts';

/** showsOurs tells whether a tag shows the published image now. */
export function showsOurs({ state }: TagState | TagLeft): boolean {
  return state !== 'kept' && state !== 'not-written';
}

/** tagResult is what became of a tag, for machines; `digest` is what the tag shows. */
export function tagResult(tag: TagState | TagLeft, digest: string): unknown {
  const named = { tag: referenceName(tag.target), state: tag.state };
  switch (tag.state) {
    case 'not-written':
      return named;
    case 'kept':
      return { ...named, digest: tag.shows, because: tag.because };
    case 'moved':
      return { ...named, digest, previous: tag.from, because: tag.because };
    case 'written':
      return { ...named, digest, ...(tag.replaced === undefined ? {} : { previous: tag.replaced }) };
    case 'already-there':
      return { ...named, digest };
  }
}

/** tagCell is what became of a tag, as a cell of a table. */
export function tagCell(tag: TagState | TagLeft): string {
  switch (tag.state) {
    case 'not-written':
      return 'not written';
    case 'kept':
      return `**stays** at ${code(tag.shows ?? 'nothing')}: ${prose(tag.because)}`;
    case 'moved':
      return tag.from === undefined ? 'written' : `moved from ${code(tag.from)}: ${prose(tag.because)}`;
    case 'written':
      return tag.replaced === undefined ? 'written' : `overwritten, was ${code(tag.replaced)}`;
    case 'already-there':
      return 'already there';
  }
}

/** plannedResult is what would become of a tag, for machines. */
export function plannedResult(tag: TagBefore | PlannedMove): unknown {
  const { state, because } = plannedState(tag);
  const digest = tag.manifest === undefined ? {} : { digest: tag.manifest.digest };
  return { tag: referenceName(tag.target), state, ...digest, ...(because === '' ? {} : { because }) };
}

/** plannedLine is the same as the end of a line of the log. */
export function plannedLine(tag: TagBefore | PlannedMove): string {
  const { state, because } = plannedState(tag);
  const shown = tag.manifest === undefined ? '' : `, shows ${tag.manifest.digest}`;
  return `${state.replaceAll('-', ' ')}${shown}${because === '' ? '' : ` (${because})`}`;
}

/** plannedCell is the same as a cell of a table. */
export function plannedCell(tag: TagBefore | PlannedMove): string {
  const { state, because } = plannedState(tag);
  const shown = tag.manifest === undefined ? '' : `, shows ${code(tag.manifest.digest)}`;
  return `${state.replaceAll('-', ' ')}${shown}${because === '' ? '' : `: ${prose(because)}`}`;
}

function plannedState(tag: TagBefore | PlannedMove): { readonly state: string; readonly because: string } {
  if ('move' in tag) return { state: tag.move.moves ? 'would-be-moved' : 'would-stay', because: tag.move.because };
  if (tag.manifest === undefined) return { state: 'would-be-written', because: '' };
  return { state: tag.isOurs ? 'already-there' : 'would-be-overwritten', because: '' };
}
