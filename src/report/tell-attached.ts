import type { Attached } from '../referrers/attach.ts';
import type { Attachment } from '../referrers/collect.ts';
import { code, list, prose } from './markdown.ts';

/** Most types that a line names. */
const MOST_NAMED = 5;

/** attachmentsLine lists the attachments of the source that are published with it; undefined if there are none. */
export function attachmentsLine(all: readonly Attachment[]): string | undefined {
  const others = all.filter(({ place }) => place !== undefined);
  if (others.length === 0) return undefined;
  return `Attached to the image, and published with it: ${counted(others)}.`;
}

/** attachedLines say what happened to each of them at a destination. */
export function attachedLines(all: readonly Attached[]): readonly string[] {
  return all.map(({ digest, subject, type, state }) => {
    const what = `${digest} (${type}), attached to ${subject}`;
    return state === 'copied' ? `${what}, was copied and verified` : `${what}, already exists there, and was verified`;
  });
}

/** attachedFact is one line of the summary; undefined if nothing is attached. */
export function attachedFact(all: readonly Attached[]): string | undefined {
  if (all.length === 0) return undefined;
  const copied = all.filter(({ state }) => state === 'copied');
  const there = all.length - copied.length;
  const parts = [
    ...(copied.length === 0 ? [] : [`${counted(copied)} copied and verified`]),
    ...(there === 0 ? [] : [`${there} already attached`]),
  ];
  return `**Attached** to the image: ${prose(parts.join('; '))}`;
}

/** attachedList lists each of them, for the folded part of the summary. */
export function attachedList(all: readonly Attached[]): string {
  return list(
    all.map(({ digest, subject, type, state }) => {
      const how = state === 'copied' ? 'copied' : 'already attached';
      return `${code(digest)} ${prose(type)}, attached to ${code(subject)}: ${how}`;
    }),
  );
}

/** attachedData is the same for machines. */
export function attachedData(all: readonly Attached[]): readonly unknown[] {
  return all.map(({ digest, subject, type, state }) => ({ digest, subject, type, state }));
}

/** How many of each type, the most frequent first. */
function counted(all: readonly { readonly type: string }[]): string {
  const counts = new Map<string, number>();
  for (const { type } of all) counts.set(type, (counts.get(type) ?? 0) + 1);
  const types = [...counts].toSorted(([, one], [, other]) => other - one);
  const named = types.slice(0, MOST_NAMED).map(([type, count]) => `${count} × ${type}`);
  const more = types.length > MOST_NAMED ? ` and ${types.length - MOST_NAMED} other types` : '';
  return `${named.join(', ')}${more}`;
}
