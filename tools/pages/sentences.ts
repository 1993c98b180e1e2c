/** The most words that a sentence may have (docs/style.md has why). */
const MOST_WORDS = 35;

/**
 * longSentencesIn tells where a text in Markdown has a sentence of too many words, a sentence each. A code span is one
 * word, the address of a link none; cells of a table, items of a list and headings are sentences by themselves.
 */
export function longSentencesIn(file: string, text: string): readonly string[] {
  return passages(text).flatMap(({ line, words }) =>
    sentences(words).flatMap((sentence) => {
      const count = wordCount(sentence);
      return count > MOST_WORDS
        ? [`${file}:${line}: a sentence of ${count} words, more than ${MOST_WORDS}: "${sentence.slice(0, 70)}…"`]
        : [];
    }),
  );
}

type Passage = { readonly line: number; readonly words: string };

/** Paragraphs, items, cells and headings, each as one line, with the line that it begins on. */
function passages(text: string): readonly Passage[] {
  const blank = (code: string) => code.replaceAll(/[^\n]/g, ' ');
  const prose = text.replaceAll(/^( *)```.*?^\1```$/gms, blank).replaceAll(/<!--.*?-->|<[a-z/][^>]*>/gs, blank);
  const found: { line: number; words: string }[] = [];
  let open = false;
  for (const [at, line] of prose.split('\n').entries()) {
    const cells = line.startsWith('|') ? line.split(/(?<!\\)\|/) : undefined;
    const begins = cells !== undefined || /^\s*(?:[-*+]|\d+\.|#+)\s/.test(line);
    const last = found.at(-1);
    if (open && !begins && last !== undefined && line.trim() !== '') last.words += ` ${line.trim()}`;
    else
      for (const words of cells ?? [line]) if (words.trim() !== '') found.push({ line: at + 1, words: words.trim() });
    open = line.trim() !== '' && cells === undefined && !line.startsWith('#');
  }
  return found;
}

function sentences(passage: string): readonly string[] {
  return (
    passage
      // A full stop inside a code span ends nothing.
      .replaceAll(/`[^`]+`/g, 'code')
      .replaceAll(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
      .split(/(?<=[.!?][)*"]*)\s+(?=["(*]*[A-Z0-9]|code)/)
  );
}

function wordCount(sentence: string): number {
  return sentence.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}
