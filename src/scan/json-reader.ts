import { JsonProblem, type JsonSink, JsonTokens } from './json-tokens.ts';

/**
 * Shape says which parts of a document are kept. The rest is only checked for valid JSON, so the memory depends on what
 * is kept, and not on the size of the document.
 */
export type Shape =
  /** A number, a boolean, null, or a string of at most so many bytes: a longer one is cut there, or else is OTHER. */
  | { readonly bytes: number; readonly cut?: true }
  /**
   * A list; all values, or the first `keep`, are kept. All such lists of a document may have `most` values together.
   */
  | { readonly each: Shape; readonly keep?: number; readonly most?: number }
  /** An object; these keys are kept. */
  | { readonly keys: Readonly<Record<string, Shape>> };

/** What was kept. Objects inherit nothing, and have only the keys of their shape. Undefined means not kept. */
export type Kept = string | number | boolean | null | undefined | readonly Kept[] | { readonly [key: string]: Kept };

/** An empty prototype instead of none: objects without any prototype need several times the memory in V8. */
const NOTHING: object = Object.freeze(Object.create(null));

/** OTHER, an object without keys, replaces a value of another kind than the shape has. */
export const OTHER: Readonly<Record<string, never>> = Object.freeze(Object.create(NOTHING));

/** readJson reads one JSON document in UTF-8 from chunks of bytes. Throws a JsonProblem. */
export async function readJson(chunks: AsyncIterable<Uint8Array>, shape: Shape): Promise<Kept> {
  const utf8 = new TextDecoder('utf-8', { fatal: true });
  const keeper = new Keeper(shape);
  const tokens = new JsonTokens(keeper);
  for await (const chunk of chunks) {
    check(() => utf8.decode(chunk, { stream: true }));
    tokens.push(chunk);
  }
  check(() => utf8.decode());
  tokens.end();
  return keeper.result;
}

function check(decode: () => string): void {
  try {
    decode();
  } catch {
    throw new JsonProblem('is not text in UTF-8');
  }
}

/** An object or list that is open; its value is undefined if it is not kept. */
type Frame = {
  readonly shape: Shape | undefined;
  readonly value: Record<string, Kept> | Kept[] | undefined;
  key: string;
  count: number;
};

class Keeper implements JsonSink {
  result: Kept;
  readonly #root: Shape;
  readonly #frames: Frame[] = [];
  /** How many values the lists of each shape have had. */
  readonly #counts = new Map<Shape, number>();
  /** For the current value; undefined if it is not kept. */
  #shape: Shape | undefined;

  constructor(root: Shape) {
    this.#root = root;
  }

  key(key: string): void {
    const frame = this.#frames.at(-1);
    if (frame !== undefined) frame.key = key;
  }

  startString(): number {
    this.#begin();
    return this.#shape !== undefined && 'bytes' in this.#shape ? this.#shape.bytes : 0;
  }

  text(text: string, isWhole: boolean): void {
    const shape = this.#shape;
    const fits = shape !== undefined && 'bytes' in shape && (isWhole || shape.cut === true);
    this.#give(shape === undefined ? undefined : fits ? text : OTHER);
  }

  literal(value: number | boolean | null): void {
    this.#begin();
    this.#give(this.#shape === undefined ? undefined : value);
  }

  open(kind: 'object' | 'list'): void {
    this.#begin();
    const shape = this.#shape;
    this.#frames.push({ shape, value: shape && emptyOf(kind, shape), key: '', count: 0 });
  }

  close(): void {
    this.#give(this.#frames.pop()?.value);
  }

  #begin(): void {
    const frame = this.#frames.at(-1);
    this.#shape = frame === undefined ? this.#root : this.#shapeIn(frame);
  }

  #shapeIn(frame: Frame): Shape | undefined {
    const { shape, value } = frame;
    if (shape === undefined || value === undefined || value === OTHER) return undefined;
    if ('keys' in shape) return Object.hasOwn(shape.keys, frame.key) ? shape.keys[frame.key] : undefined;
    if (!('each' in shape)) return undefined;
    frame.count += 1;
    if (shape.most !== undefined) this.#count(shape, shape.most);
    return frame.count <= (shape.keep ?? frame.count) ? shape.each : undefined;
  }

  #count(shape: Shape, most: number): void {
    const count = (this.#counts.get(shape) ?? 0) + 1;
    if (count > most) throw new JsonProblem(`has lists of more than ${most} entries`);
    this.#counts.set(shape, count);
  }

  #give(value: Kept): void {
    const frame = this.#frames.at(-1);
    if (frame === undefined) this.result = value;
    else if (value === undefined || frame.value === undefined || frame.value === OTHER) return;
    else if (Array.isArray(frame.value)) frame.value.push(value);
    else frame.value[frame.key] = value;
  }
}

function emptyOf(kind: 'object' | 'list', shape: Shape): Record<string, Kept> | Kept[] {
  if (kind === 'object' && 'keys' in shape) return Object.create(NOTHING) as Record<string, Kept>;
  return kind === 'list' && 'each' in shape ? [] : OTHER;
}
