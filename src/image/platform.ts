/** A platform as `os/architecture[/variant]`, the form that every tool prints. */
export type Platform = string;

/** What an index says of content that runs nowhere, such as an attestation. */
const UNKNOWN = 'unknown/unknown';

/**
 * parsePlatform reads the fields `os`, `architecture` and `variant` of an image configuration or of the platform of
 * an index's child (image-spec, config.md and image-index.md), or undefined where they are missing or unknown.
 */
export function parsePlatform(value: unknown): Platform | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { os, architecture, variant } = value as Record<string, unknown>;
  if (!isWord(os) || !isWord(architecture)) return undefined;
  const platform = isWord(variant) ? `${os}/${architecture}/${variant}` : `${os}/${architecture}`;
  return platform === UNKNOWN ? undefined : platform;
}

/**
 * sameMachine tells whether two platforms are the same but for the variant: tools differ in whether they write the one
 * that is implied (`arm64` is `arm64/v8`).
 */
export function sameMachine(one: Platform, other: Platform): boolean {
  return machine(one) === machine(other);
}

function machine(platform: Platform): string {
  return platform.split('/').slice(0, 2).join('/');
}

function isWord(value: unknown): value is string {
  return typeof value === 'string' && /^[A-Za-z0-9._-]+$/.test(value);
}
