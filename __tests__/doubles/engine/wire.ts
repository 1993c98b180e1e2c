/** What the CLI tells the engine when it starts: how it was called, and what it has read. */
export type Asked = {
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly pid: number;
  /** The password of a login; the CLI reads nothing else. */
  readonly stdin?: string;
  /** The credentials of its configuration, by registry, in base64. */
  readonly auths: Readonly<Record<string, string>>;
  /** The tokens of its configuration, by registry: they are shown as they are, and no token service is asked. */
  readonly tokens: Readonly<Record<string, string>>;
};

/** What the engine has the CLI do. */
export type Order =
  | { readonly kind: 'out' | 'err'; readonly text: string }
  /** Keep a credential: first as a file beside the configuration, then in its place. Each is answered. */
  | { readonly kind: 'write-config'; readonly host: string; readonly username: string; readonly password: string }
  | { readonly kind: 'commit-config' }
  /** Keep an image: first as a file beside the path, then in its place. Each is answered. `content` is in base64. */
  | { readonly kind: 'write-image'; readonly path: string; readonly content: string }
  | { readonly kind: 'commit-image'; readonly path: string }
  /** Give an image out on stdout, in base64 until then. It is answered. */
  | { readonly kind: 'stream-image'; readonly content: string }
  /** From now on SIGTERM and SIGINT do nothing. */
  | { readonly kind: 'ignore-signals' }
  | { readonly kind: 'exit'; readonly code: number };

/** What the CLI answers: an order was carried out, or it ends, and why. */
export type Reply =
  | { readonly kind: 'done' }
  | { readonly kind: 'ended'; readonly code: number; readonly error?: string };
