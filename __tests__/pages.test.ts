import { describe, expect, it } from '@jest/globals';
import { phrasesIn } from '../tools/pages/phrases.ts';
import { longSentencesIn } from '../tools/pages/sentences.ts';
import { commentsIn, literalsIn } from '../tools/pages/typescript-text.ts';

const words = (count: number, word = 'word') => Array(count).fill(word).join(' ');
const linesOf = (text: string) => longSentencesIn('page.md', text).map((found) => found.split(':')[1]);

describe('a sentence of a page', () => {
  it.each([
    ['has 35 words', `${words(35)}.`],
    ['ends before the next one', `${words(30)}. Then ${words(30)}? \`code\` ${words(30)}.`],
    ['ends with its item', `- ${words(30)}\n- ${words(30)}\n  1. ${words(30)}`],
    ['ends with its cell', `| ${words(30)} | ${words(30)} |\n|---|---|\n| ${words(30)} | ${words(30)} |`],
    ['ends with its heading', `## ${words(30)}\n${words(30)}`],
    ['ends with its paragraph', `${words(30)}\n\n${words(30)}`],
    ['counts code as one word', `${words(20)} \`${words(30)}\` ${words(14)}.`],
    ['counts no address of a link', `${words(34)} [word](https://example.com/a/b-c.md).`],
    ['is no code between fences', `Text:\n\n\`\`\`sh\n${words(50)}\n\`\`\`\n\nText.`],
    ['is no comment of HTML', `<!-- ${words(50)} -->`],
  ])('is short enough if it %s', (_name, text) => {
    expect(linesOf(text)).toEqual([]);
  });

  it.each([
    ['36 words', `Text.\n\n${words(36)}.`, '3'],
    ['36 words on several lines', `Text.\n\n${words(20)}\n${words(16)}`, '3'],
    ['36 words in an item that goes on', `- ${words(20)}\n  ${words(16)}\n- ${words(3)}`, '1'],
    ['36 words in a cell', `| a | b |\n|---|---|\n| a | ${words(36)} |`, '3'],
    ['a full stop in code only', `${words(20)} \`a. B\` ${words(15)}.`, '1'],
    ['36 words after code between fences', `\`\`\`sh\na\nb\n\`\`\`\n\n${words(36)}.`, '6'],
  ])('is told with its line if it has %s', (_name, text, line) => {
    expect(linesOf(text)).toEqual([line]);
  });
});

it.each([
  ['The file is gone.', 1],
  ['It is told by its name, and taken away.', 2],
  ['Run `whoever` now.', 0],
  ['```sh\nmend whoever\n```\nText.', 0],
  ['It has a name of its\nown.', 1],
  ['/** It has a name of its\n * own. */', 1],
])('%j has %d of the phrases that we do not use', (text, count) => {
  expect(phrasesIn('page.md', text)).toHaveLength(count);
});

const SOURCE = [
  '/** mend one */',
  'const a = "mend two"; // mend three',
  'const b = `mend four ${c /* mend five */} mend six`;',
  'const d = /mend seven/.test(a) ? mendEight : 0 / 1;',
].join('\n');

describe('the text of a source', () => {
  const numbersIn = (text: string) => [...text.matchAll(/mend (\w+)/g)].map(([, number]) => number);

  it('has its comments, at their lines, and nothing else', () => {
    expect(numbersIn(commentsIn(SOURCE))).toEqual(['one', 'three', 'five']);
    expect(phrasesIn('a.ts', commentsIn(SOURCE)).map((found) => found.split(':')[1])).toEqual(['1', '2', '3']);
  });

  it('has its string literals, and nothing else', () => {
    expect(numbersIn(literalsIn(SOURCE))).toEqual(['two', 'four', 'six']);
  });
});
