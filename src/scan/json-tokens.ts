/** JsonProblem says why a document cannot be read, as the end of a sentence. */
export class JsonProblem extends Error {
  override readonly name = 'JsonProblem';
}

/** Receives the parts of a document, in their order. */
export interface JsonSink {
  /** startString is called at the beginning of a string, and returns how many bytes of it are wanted. */
  startString(): number;
  /** text receives the string, or its beginning if it has more bytes than wanted. */
  text(text: string, isWhole: boolean): void;
  literal(value: number | boolean | null): void;
  open(kind: 'object' | 'list'): void;
  /** key receives each key, before its value. */
  key(key: string): void;
  close(): void;
}

/** How deep objects and lists may be nested; SARIF needs about twenty levels. */
const DEEPEST = 128;
/** How many keys all open objects may have together: they are kept, to find one that is there twice. */
const MOST_KEYS = 100_000;
/** How many bytes of a string can be kept, and how many a key may have. */
const LONGEST_STRING = 4096;
const LONGEST_LITERAL = 512;
/** What a string may have beyond its limit: an escape or a character that began within it. */
const SLACK = 16;

const NUMBER = /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?$/;
const WORDS: Readonly<Record<string, boolean | null>> = { true: true, false: false, null: null };
const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf];

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const LETTER_U = 0x75;
const BLANKS = bytesOf(' \n\r\t');
const ENDS_OF_LITERAL = bytesOf(' \n\r\t,]}');
const ESCAPED = bytesOf('"\\/bfnrt');

type Expected = 'value' | 'value or end' | 'key' | 'key or end' | 'colon' | 'comma or end' | 'nothing';
type Level = { readonly kind: 'object' | 'list'; readonly keys: Set<string> };

/**
 * JsonTokens reads JSON (RFC 8259) from chunks of bytes that are known to be UTF-8, wherever they are cut, and passes
 * the parts to its sink. It accepts less than `JSON.parse`: a key that an object has twice, and nesting of more than
 * 128 levels, are problems, because two readers may understand them differently. It keeps one string and the keys of
 * the open objects, at most 100,000.
 */
export class JsonTokens {
  readonly #sink: JsonSink;
  readonly #levels: Level[] = [];
  /** How many keys they have. */
  #keys = 0;
  readonly #bytes = new Uint8Array(LONGEST_STRING + SLACK);
  #expected: Expected = 'value';
  #position = 0;

  /** The text that is being read across chunks: its first bytes, as they are in the document. */
  #token: 'string' | 'key' | 'literal' | undefined;
  #length = 0;
  #limit = 0;
  #isCut = false;
  #hasEscape = false;
  /** What an escape still needs: its letter, or so many hex digits. */
  #escape: 'letter' | number = 0;

  constructor(sink: JsonSink) {
    this.#sink = sink;
  }

  push(chunk: Uint8Array): void {
    for (let at = 0; at < chunk.length; ) {
      if (this.#token === undefined) this.#mark(chunk[at++] as number);
      else if (this.#token === 'literal') at = this.#literal(chunk, at);
      else at = this.#string(chunk, at);
    }
  }

  end(): void {
    if (this.#token === 'literal') this.#endLiteral();
    if (this.#expected !== 'nothing') throw new JsonProblem('ends in the middle: its writer did not finish');
  }

  #mark(byte: number): void {
    const position = this.#position++;
    if (BLANKS.has(byte) || (position < 3 && byte === BYTE_ORDER_MARK[position])) return;
    const expected = this.#expected;
    const isKey = expected === 'key' || expected === 'key or end';
    const isNext = expected === 'comma or end';
    if (isKey && byte === QUOTE) this.#start('key', LONGEST_STRING);
    else if (expected === 'colon' && byte === 0x3a) this.#expected = 'value';
    else if (isNext && byte === 0x2c) this.#expected = this.#levels.at(-1)?.kind === 'object' ? 'key' : 'value';
    else if ((isNext || expected === 'key or end') && byte === 0x7d) this.#close('object');
    else if ((isNext || expected === 'value or end') && byte === 0x5d) this.#close('list');
    else if (expected === 'value' || expected === 'value or end') this.#value(byte);
    else throw notJson();
  }

  #value(byte: number): void {
    if (byte === QUOTE) this.#start('string', Math.min(this.#sink.startString(), LONGEST_STRING));
    else if (byte === 0x7b) this.#open('object');
    else if (byte === 0x5b) this.#open('list');
    else {
      this.#start('literal', LONGEST_LITERAL);
      this.#bytes[this.#length++] = byte;
    }
  }

  #open(kind: Level['kind']): void {
    if (this.#levels.length >= DEEPEST) throw new JsonProblem(`is nested deeper than ${DEEPEST} levels`);
    this.#levels.push({ kind, keys: new Set() });
    this.#expected = kind === 'object' ? 'key or end' : 'value or end';
    this.#sink.open(kind);
  }

  #close(kind: Level['kind']): void {
    const level = this.#levels.pop();
    if (level?.kind !== kind) throw notJson();
    this.#keys -= level.keys.size;
    this.#endValue();
    this.#sink.close();
  }

  #endValue(): void {
    this.#expected = this.#levels.length === 0 ? 'nothing' : 'comma or end';
  }

  #start(token: 'string' | 'key' | 'literal', limit: number): void {
    this.#token = token;
    this.#length = 0;
    this.#limit = limit;
    this.#isCut = false;
    this.#hasEscape = false;
  }

  #string(chunk: Uint8Array, from: number): number {
    for (let at = from; at < chunk.length; at++) {
      const byte = chunk[at] as number;
      if (this.#escape !== 0) this.#escaped(byte);
      else if (byte === QUOTE) {
        this.#endString();
        return at + 1;
      } else {
        if (byte < 0x20) throw notJson();
        // A string is only cut before a character or an escape, and never inside one.
        if (this.#length >= this.#limit && (byte & 0xc0) !== 0x80) this.#isCut = true;
        if (byte === BACKSLASH) this.#escape = 'letter';
        this.#hasEscape ||= byte === BACKSLASH;
      }
      if (!this.#isCut) this.#bytes[this.#length++] = byte;
    }
    return chunk.length;
  }

  #escaped(byte: number): void {
    if (this.#escape === 'letter') {
      if (byte !== LETTER_U && !ESCAPED.has(byte)) throw notJson();
      this.#escape = byte === LETTER_U ? 4 : 0;
      return;
    }
    const letter = byte | 0x20;
    if (!((byte >= 0x30 && byte <= 0x39) || (letter >= 0x61 && letter <= 0x66))) throw notJson();
    this.#escape -= 1;
  }

  #endString(): void {
    const isKey = this.#token === 'key';
    this.#token = undefined;
    if (isKey) this.#endKey();
    else {
      this.#endValue();
      this.#sink.text(this.#text(), !this.#isCut);
    }
  }

  #endKey(): void {
    if (this.#isCut) throw new JsonProblem(`has a key of more than ${LONGEST_STRING} bytes`);
    const key = this.#text();
    const keys = this.#levels.at(-1)?.keys;
    if (keys?.has(key)) throw new JsonProblem(`has an object with the key "${key.slice(0, 60)}" twice`);
    keys?.add(key);
    this.#keys += 1;
    if (this.#keys > MOST_KEYS) throw new JsonProblem(`has objects with more than ${MOST_KEYS} keys`);
    this.#expected = 'colon';
    this.#sink.key(key);
  }

  #literal(chunk: Uint8Array, from: number): number {
    for (let at = from; at < chunk.length; at++) {
      const byte = chunk[at] as number;
      if (ENDS_OF_LITERAL.has(byte)) {
        this.#endLiteral();
        return at;
      }
      if (this.#length >= LONGEST_LITERAL) throw notJson();
      this.#bytes[this.#length++] = byte;
    }
    return chunk.length;
  }

  #endLiteral(): void {
    this.#token = undefined;
    const text = this.#text();
    const isWord = Object.hasOwn(WORDS, text);
    if (!isWord && !NUMBER.test(text)) throw notJson();
    this.#endValue();
    this.#sink.literal(isWord ? (WORDS[text] as boolean | null) : Number(text));
  }

  #text(): string {
    const text = UTF8.decode(this.#bytes.subarray(0, this.#length));
    return this.#hasEscape ? (JSON.parse(`"${text}"`) as string) : text;
  }
}

const UTF8 = new TextDecoder('utf-8', { ignoreBOM: true });

function notJson(): JsonProblem {
  return new JsonProblem('is not JSON');
}

function bytesOf(characters: string): ReadonlySet<number> {
  return new Set(new TextEncoder().encode(characters));
}
