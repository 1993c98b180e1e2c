/**
 * Secret is a string that prints as `***` if it is printed by mistake: in a template, in JSON, in an inspected object.
 * Only `reveal()` returns its value, so every place that uses it can be found by that name.
 */
export class Secret {
  readonly #value: string;

  constructor(value: string) {
    this.#value = value;
  }

  /** reveal returns the value. Call it only where the value is sent to its own registry. */
  reveal(): string {
    return this.#value;
  }

  get isEmpty(): boolean {
    return this.#value === '';
  }

  toString(): string {
    return '***';
  }

  toJSON(): string {
    return '***';
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return '***';
  }
}

/** Shortest single line of a longer secret that is masked by itself. */
const SHORTEST_LINE = 8;

/** The account of a password. `servers`: the names of the registry in requests to an engine. */
export type Login = { readonly username: string; readonly password: Secret; readonly servers: readonly string[] };

/**
 * maskedForms lists every form in which a tool may print the password of a login, to be masked before its first use:
 * unchanged, trimmed, each of its lines, URL-encoded, as a JSON string, and in base64 and base64url alone, as
 * `user:password` (a Basic header, a docker configuration) and as the engine's `X-Registry-Auth`.
 */
export function maskedForms({ username, password, servers }: Login): readonly string[] {
  const value = password.reveal();
  // The runner masks line by line. A line such as "{" is not a secret, and would withhold every output with it.
  const lines = value.split(/\r?\n/).map((line) => line.trim());
  const plain = [value, value.trim(), ...lines.filter((line) => line.length >= SHORTEST_LINE)];
  const encoded = plain.flatMap((form) => [
    encodeURIComponent(form),
    new URLSearchParams([['', form]]).toString().slice(1),
    JSON.stringify(form).slice(1, -1),
    goJson(form).slice(1, -1),
  ]);
  const binary = [
    ...plain,
    `${value}\n`,
    `${username}:${value}`,
    `${username}:${value}\n`,
    JSON.stringify({ username, password: value }),
    ...servers.map((serveraddress) => goJson({ username, password: value, serveraddress })),
  ].flatMap((form) => [Buffer.from(form).toString('base64'), Buffer.from(form).toString('base64url')]);
  const forms = [...plain, ...encoded, ...binary].filter((form) => form !== '');
  return [...new Set(forms)];
}

/** goJson writes JSON as Go does, which is safe inside HTML. */
export function goJson(value: unknown): string {
  const escaped = (character: string) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, escaped);
}
