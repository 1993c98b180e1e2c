/**
 * Secret is a string that prints as `***` wherever it is put by mistake: in a template, in JSON, in an inspected
 * object. Its value comes out by `reveal()` only, so every place that uses it can be found by that name.
 */
export class Secret {
  readonly #value: string;

  constructor(value: string) {
    this.#value = value;
  }

  /** reveal returns the value. Call it only where the value leaves for its own registry. */
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

/**
 * maskedForms lists every form in which a tool may print the password of a login, to be masked before the password
 * is first used: as it is, trimmed, each of its lines, URL-encoded, as a JSON string, and in base64 and base64url by
 * itself, as `user:password` (a Basic header, a docker configuration) and as the engine's `X-Registry-Auth`.
 */
export function maskedForms(username: string, password: Secret): readonly string[] {
  const value = password.reveal();
  const plain = [value, value.trim(), ...value.split(/\r?\n/).map((line) => line.trim())];
  const encoded = plain.flatMap((form) => [
    encodeURIComponent(form),
    new URLSearchParams([['', form]]).toString().slice(1),
    JSON.stringify(form).slice(1, -1),
  ]);
  const binary = [
    ...plain,
    `${value}\n`,
    `${username}:${value}`,
    `${username}:${value}\n`,
    JSON.stringify({ username, password: value }),
  ].flatMap((form) => [Buffer.from(form).toString('base64'), Buffer.from(form).toString('base64url')]);
  const forms = [...plain, ...encoded, ...binary].filter((form) => form !== '');
  return [...new Set(forms)];
}
