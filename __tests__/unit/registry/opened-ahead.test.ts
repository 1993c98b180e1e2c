import { beforeEach, describe, expect, it } from '@jest/globals';
import { openedAhead } from '../../../src/registry/opened-ahead.ts';

let [opened, closed] = [0, 0];
beforeEach(() => {
  [opened, closed] = [0, 0];
});

async function* pieces() {
  opened += 1;
  try {
    yield Buffer.from('one');
    yield Buffer.from('two');
  } finally {
    closed += 1;
  }
}

async function read(stream: AsyncIterable<Uint8Array>, most = 10): Promise<string[]> {
  const seen: string[] = [];
  for await (const piece of stream) if (seen.push(Buffer.from(piece).toString()) === most) break;
  return seen;
}

describe('a stream that is opened ahead', () => {
  it('is open before anybody takes it, and is given once', async () => {
    using ahead = openedAhead(pieces);
    expect(opened).toBe(1);
    expect(await read(ahead.open())).toEqual(['one', 'two']);
    expect(await read(ahead.open())).toEqual(['one', 'two']);
    expect([opened, closed]).toEqual([2, 2]);
  });

  it('is closed by whoever reads it no further', async () => {
    using ahead = openedAhead(pieces);
    expect(await read(ahead.open(), 1)).toEqual(['one']);
    expect([opened, closed]).toEqual([1, 1]);
  });

  it('is closed where nobody has taken it', async () => {
    openedAhead(pieces)[Symbol.dispose]();
    await Promise.resolve();
    await new Promise(setImmediate);
    expect([opened, closed]).toEqual([1, 1]);
  });

  it('tells whoever takes it why it could not be opened', async () => {
    using ahead = openedAhead(async function* () {
      yield* [];
      throw new Error('gone');
    });
    await expect(read(ahead.open())).rejects.toThrow('gone');
  });
});
