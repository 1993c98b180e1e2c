/** What is wrong with bytes that should be compressed by Snappy, as the end of a sentence. */
export class SnappyProblem extends Error {
  override readonly name = 'SnappyProblem';
}

/** A copy: how many bytes, and from how far back. */
type Copy = { readonly length: number; readonly offset: number; readonly next: number };

/**
 * unsnapped decompresses one block of Snappy (google/snappy, format_description.txt): its length, then literals and
 * copies of earlier bytes. It never returns more than `most` bytes. Throws a SnappyProblem.
 */
export function unsnapped(block: Uint8Array, most: number): Uint8Array {
  const { value: length, next: begin } = lengthIn(block);
  if (length > most) throw new SnappyProblem(`it has ${length} bytes when it is decompressed`);
  const made = new Uint8Array(length);
  let at = begin;
  let end = 0;
  while (at < block.length) {
    const tag = block[at] ?? 0;
    if ((tag & 3) === 0) {
      const literal = literalAt(block, at);
      const bytes = block.subarray(literal.next, literal.next + literal.length);
      if (bytes.length !== literal.length || end + bytes.length > length) throw damaged();
      made.set(bytes, end);
      end += bytes.length;
      at = literal.next + literal.length;
    } else {
      const copy = copyAt(block, at);
      if (copy.offset === 0 || copy.offset > end || end + copy.length > length || copy.next > block.length)
        throw damaged();
      // Byte by byte: a copy may overlap with its own result.
      for (let each = 0; each < copy.length; each++) made[end + each] = made[end + each - copy.offset] ?? 0;
      end += copy.length;
      at = copy.next;
    }
  }
  if (end !== length) throw damaged();
  return made;
}

/** A number of up to 32 bits, seven of them in each byte. */
function lengthIn(block: Uint8Array): { readonly value: number; readonly next: number } {
  let value = 0;
  for (let at = 0; at < 5; at++) {
    const byte = block[at];
    if (byte === undefined) break;
    value += (byte & 0x7f) * 128 ** at;
    if (byte < 0x80) return { value, next: at + 1 };
  }
  throw damaged();
}

function literalAt(block: Uint8Array, at: number): { readonly length: number; readonly next: number } {
  const short = (block[at] ?? 0) >> 2;
  if (short < 60) return { length: short + 1, next: at + 1 };
  const bytes = short - 59;
  return { length: numberAt(block, at + 1, bytes) + 1, next: at + 1 + bytes };
}

function copyAt(block: Uint8Array, at: number): Copy {
  const tag = block[at] ?? 0;
  const high = tag >> 2;
  switch (tag & 3) {
    case 1:
      return { length: (high & 7) + 4, offset: (high >> 3) * 256 + numberAt(block, at + 1, 1), next: at + 2 };
    case 2:
      return { length: high + 1, offset: numberAt(block, at + 1, 2), next: at + 3 };
    default:
      return { length: high + 1, offset: numberAt(block, at + 1, 4), next: at + 5 };
  }
}

/** In this many bytes, the lowest first. */
function numberAt(block: Uint8Array, at: number, bytes: number): number {
  let value = 0;
  for (let each = 0; each < bytes; each++) value += (block[at + each] ?? 0) * 256 ** each;
  return value;
}

function damaged(): SnappyProblem {
  return new SnappyProblem('it is damaged');
}
