/** A small compressor of Snappy's block format, as GitHub serves bundles (google/snappy, format_description.txt). */

/** snappy compresses: what has come before, up to 60,000 bytes back, is copied in pieces of at most 64 bytes. */
export function snappy(bytes: Buffer): Buffer {
  const parts: Buffer[] = [varint(bytes.length)];
  const seen = new Map<string, number>();
  let literal = 0;
  const flush = (end: number) => {
    for (; literal < end; literal = Math.min(literal + 65_536, end)) {
      const some = bytes.subarray(literal, Math.min(literal + 65_536, end));
      parts.push(literalTag(some.length), some);
    }
  };
  for (let at = 0; at + 4 <= bytes.length; ) {
    const key = bytes.toString('latin1', at, at + 4);
    const from = seen.get(key);
    seen.set(key, at);
    if (from === undefined || at - from > 60_000) {
      at += 1;
      continue;
    }
    let length = 4;
    while (length < 64 && at + length < bytes.length && bytes[at + length] === bytes[from + length]) length += 1;
    flush(at);
    const offset = at - from;
    const isNear = length < 12 && offset < 2_048;
    parts.push(
      isNear
        ? Buffer.from([((offset >> 8) << 5) | ((length - 4) << 2) | 1, offset & 0xff])
        : Buffer.from([((length - 1) << 2) | 2, offset & 0xff, offset >> 8]),
    );
    at += length;
    literal = at;
  }
  flush(bytes.length);
  return Buffer.concat(parts);
}

function literalTag(length: number): Buffer {
  if (length <= 60) return Buffer.from([(length - 1) << 2]);
  if (length <= 256) return Buffer.from([60 << 2, length - 1]);
  return Buffer.from([61 << 2, (length - 1) & 0xff, (length - 1) >> 8]);
}

function varint(value: number): Buffer {
  const bytes: number[] = [];
  let rest = value;
  for (; rest >= 0x80; rest = Math.floor(rest / 128)) bytes.push((rest % 128) | 0x80);
  return Buffer.from([...bytes, rest]);
}
