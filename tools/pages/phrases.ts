/** Phrases that we do not use, each with what we write instead (docs/style.md has why). */
const PHRASES: readonly (readonly [RegExp, string])[] = [
  [/\bkin\b/i, 'similar'],
  [/\bof whom\b/i, 'whose'],
  [/\btell(?:s|ing)? of\b|\btold of\b/i, 'report, say'],
  [/\bmend(?:s|ed|ing)?\b/i, 'fix'],
  [/\bin vain\b/i, 'ignored, has no effect'],
  [/\bby trust\b/i, 'accept'],
  [/\bthis very\b/i, 'this'],
  [/\bbeforehand\b/i, 'in advance'],
  [/\bbelongs? into\b/i, 'belong in'],
  [/\bpeculiar\b/i, 'special, pitfalls'],
  [/\bcannot be known\b/i, 'is unknown'],
  [/\bheld against\b/i, 'compared with, ignored'],
  [/\bdoes not take the (?:credential|password|token)\b/i, 'rejects'],
  [/\bwhoever\b/i, 'anyone who, if you'],
  [/\banew\b/i, 'again'],
  [/\bsuffices?\b/i, 'is enough'],
  [/\bof (?:its|their|your|our) own\b/i, 'its own, separate'],
  [/\bis gone\b|\bare gone\b/i, 'is removed, no longer exists'],
  [/\bnot any more\b/i, 'no longer'],
  [/\bwhat would open it\b/i, 'how to publish'],
  [/\bis said to\b|\bare said to\b/i, 'name who says it'],
  [/\bthere already\b/i, 'exists'],
  [/\bnothing aside\b/i, 'print nothing'],
  [/\bwhat stands before\b/i, 'a proxy in front of'],
  [/\bas it comes\b/i, 'as it is'],
  [/\bmakes? up for\b/i, 'compensate for'],
  [/\b(?:has|have) to be named\b/i, 'must be named'],
  [/\bnot to be had\b/i, 'is not available'],
  [/\bwhat stands\b/i, 'what is there, what it shows now'],
  [/\b(?:takes?|took|taken) (?:\w+ )?away\b/i, 'remove'],
  [/\btold by\b/i, 'recognised by'],
  [/\bshut out\b/i, 'never publish, is rejected'],
  [/\bcannot hurt\b/i, 'is safe'],
  [/\bpassed over\b/i, 'is skipped'],
  [/\bin one go\b/i, 'in one operation'],
  [/\bsigned in nowhere\b/i, 'is not signed in'],
  [/\bis content with\b/i, 'accepts'],
  [/\bfor publishing alone\b|\bby the tags alone\b|\bthe plan alone\b/i, 'only'],
];

/** phrasesIn tells where a text has a phrase that we do not use, a sentence each. Code is left out. */
export function phrasesIn(file: string, text: string): readonly string[] {
  // Code, and pages that show how not to write, are not prose; every line stays where it was.
  const blank = (code: string) => code.replaceAll(/[^\n]/g, ' ');
  const prose = text.replaceAll(/^( *)```.*?^\1```$/gms, blank).replaceAll(/`[^`\n]+`/g, blank);
  const lines = prose.split('\n');
  return lines.flatMap((line, at) => {
    // A phrase may continue on the next line, behind the mark of a comment or of a quote.
    const withNext = `${line.trimEnd()} ${(lines[at + 1] ?? '').replace(/^\s*(?:\*(?!\/)|\/\/|>)?\s*/, '')}`;
    return PHRASES.flatMap(([phrase, instead]) => {
      const found = phrase.exec(withNext);
      return found === null || found.index > line.trimEnd().length
        ? []
        : [`${file}:${at + 1}: "${found[0]}" is not plain English. We write: ${instead}.`];
    });
  });
}
