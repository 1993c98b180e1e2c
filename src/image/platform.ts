/** A platform as `os/architecture[/variant]`, the form that every tool prints. */
export type Platform = string;

/** The platform in an index of content that does not run, such as an attestation. */
const UNKNOWN = 'unknown/unknown';

/**
 * parsePlatform reads the fields `os`, `architecture` and `variant` of an image configuration, or of the platform of an
 * index's child (image-spec, config.md and image-index.md); undefined if they are missing or unknown.
 */
export function parsePlatform(value: unknown): Platform | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { os, architecture, variant } = value as Record<string, unknown>;
  if (!isWord(os) || !isWord(architecture)) return undefined;
  const platform = isWord(variant) ? `${os}/${architecture}/${variant}` : `${os}/${architecture}`;
  return platform === UNKNOWN ? undefined : platform;
}

/** parseOsVersion reads the field `os.version` of the same objects: `10.0.20348.2113`. */
export function parseOsVersion(value: unknown): string | undefined {
  const version = (value as Record<string, unknown> | null | undefined)?.['os.version'];
  return typeof version === 'string' && version !== '' ? version : undefined;
}

/**
 * platformNames writes the names of platforms. If two platforms differ only in `os.version`, it is added in the form of
 * containerd (platforms, `FormatAll`): `windows(10.0.20348.2113)/amd64`.
 */
export function platformNames(
  all: readonly { readonly platform: Platform; readonly osVersion: string | undefined }[],
): readonly string[] {
  const isTwice = (platform: Platform) => all.filter((each) => each.platform === platform).length > 1;
  return all.map(({ platform, osVersion }) =>
    osVersion !== undefined && isTwice(platform) ? platform.replace('/', `(${osVersion})/`) : platform,
  );
}

/**
 * sameMachine tells whether two platforms are the same except for the variant: some tools write an implied variant, and
 * some do not (`arm64` is `arm64/v8`).
 */
export function sameMachine(one: Platform, other: Platform): boolean {
  return machine(one) === machine(other);
}

/**
 * asEnginesRead writes a platform as engines compare it (containerd/platforms, `normalizeOS` and `normalizeArch`):
 * alternative names become one name, and an implied variant is written or left out, as containerd does.
 */
export function asEnginesRead(platform: Platform): Platform {
  const [os = '', architecture = '', variant = ''] = platform.toLowerCase().split('/');
  const system = os === 'macos' ? 'darwin' : os;
  const [same, implied] = ARCHITECTURES[architecture] ?? [architecture, variant];
  const level = variantOf(same, implied ?? variant);
  return level === '' ? `${system}/${same}` : `${system}/${same}/${level}`;
}

/** Other names of an architecture, some with a variant. */
const ARCHITECTURES: Readonly<Record<string, readonly [name: string, variant?: string]>> = {
  i386: ['386', ''],
  x86_64: ['amd64'],
  'x86-64': ['amd64'],
  aarch64: ['arm64'],
  armhf: ['arm', 'v7'],
  armel: ['arm', 'v6'],
};

function variantOf(architecture: string, variant: string): string {
  const level = /^\d/.test(variant) ? `v${variant}` : variant;
  switch (architecture) {
    case 'amd64':
      return level === 'v1' ? '' : level;
    case 'arm64':
      return ['v8', 'v8.0'].includes(level) ? '' : level.replace(/\.0$/, '');
    case 'arm':
      return level === '' ? 'v7' : level;
    default:
      return variant;
  }
}

function machine(platform: Platform): string {
  return asEnginesRead(platform).split('/').slice(0, 2).join('/');
}

function isWord(value: unknown): value is string {
  return typeof value === 'string' && /^[A-Za-z0-9._-]+$/.test(value);
}
