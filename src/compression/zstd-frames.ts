/** The next step through a stream: look at a few bytes, skip some, or note that a frame has ended. */
type Step = { readonly look: number } | { readonly pass: number } | 'end';

/** The first four bytes of frames without content; the lowest four bits may differ. */
const SKIPPABLE = 0x184d2a50;
const MAGIC: readonly number[] = [0x28, 0xb5, 0x2f, 0xfd];

/** isZstd tells whether bytes begin a Zstandard stream; it may begin with a frame without content. */
export function isZstd(start: Uint8Array): boolean {
  return MAGIC.every((byte, index) => start[index] === byte) || isSkippable(Buffer.from(start));
}

function isSkippable(magic: Buffer): boolean {
  return magic.byteLength >= 4 && (magic.readUInt32LE() & ~0xf) === SKIPPABLE;
}

/**
 * zstdFrames cuts a stream where its frames end (RFC 8878, 3.1). Layers may have many, and Node's decompressor drops
 * what follows the end of a frame in the same piece.
 */
export function zstdFrames(): (chunk: Uint8Array) => readonly Uint8Array[] {
  const walk = steps();
  let step = walk.next().value;
  let seen = Buffer.alloc(0);
  let passed = 0;
  return (chunk) => {
    const pieces: Uint8Array[] = [];
    let from = 0;
    let at = 0;
    while (at < chunk.byteLength || step === 'end') {
      if (step === 'end') {
        pieces.push(chunk.subarray(from, at));
        from = at;
        step = walk.next(seen).value;
      } else if ('look' in step) {
        const part = chunk.subarray(at, at + step.look - seen.byteLength);
        seen = Buffer.concat([seen, part]);
        at += part.byteLength;
        if (seen.byteLength < step.look) break;
        step = walk.next(seen).value;
        seen = Buffer.alloc(0);
      } else {
        const part = Math.min(step.pass - passed, chunk.byteLength - at);
        passed += part;
        at += part;
        if (passed < step.pass) break;
        passed = 0;
        step = walk.next(seen).value;
      }
    }
    return from < chunk.byteLength ? [...pieces, chunk.subarray(from)] : pieces;
  };
}

/**
 * The steps through frame after frame. For bytes that are no frame, the steps are meaningless, and the decompressor
 * fails.
 */
function* steps(): Generator<Step, never, Buffer> {
  for (;;) {
    const magic = yield { look: 4 };
    if (isSkippable(magic)) yield { pass: (yield { look: 4 }).readUInt32LE() };
    else yield* contentFrame();
    yield 'end';
  }
}

function* contentFrame(): Generator<Step, void, Buffer> {
  const descriptor = (yield { look: 1 }).readUInt8();
  const hasWindow = (descriptor & 0x20) === 0;
  const sizeBytes = [hasWindow ? 0 : 1, 2, 4, 8][descriptor >> 6] ?? 0;
  const dictionaryBytes = [0, 1, 2, 4][descriptor & 3] ?? 0;
  yield { pass: (hasWindow ? 1 : 0) + dictionaryBytes + sizeBytes };
  for (let isLast = false; !isLast; ) {
    const block = (yield { look: 3 }).readUIntLE(0, 3);
    isLast = (block & 1) === 1;
    const isRepeatedByte = ((block >> 1) & 3) === 1;
    yield { pass: isRepeatedByte ? 1 : block >> 3 };
  }
  if ((descriptor & 4) !== 0) yield { pass: 4 };
}
