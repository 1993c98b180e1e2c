/** The settings of an image that decide what a container of it does (image-spec, config.md, `config`). */
const SETTINGS = [
  'Cmd',
  'Entrypoint',
  'Env',
  'ExposedPorts',
  'Healthcheck',
  'Labels',
  'OnBuild',
  'Shell',
  'StopSignal',
  'User',
  'Volumes',
  'WorkingDir',
] as const;

/**
 * canonicalRunConfig writes those settings in one way, so that an engine's account of an image can be compared with
 * the image's own configuration: keys sorted, and what is null or empty left out, since tools differ in that.
 */
export function canonicalRunConfig(value: unknown): string {
  const config = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
  const kept = SETTINGS.map((name) => [name, sorted(config[name])] as const).filter(([, setting]) => !isEmpty(setting));
  return JSON.stringify(Object.fromEntries(kept));
}

/** The label by which an image names the commit it was built from (image-spec, annotations.md). */
export const REVISION_LABEL = 'org.opencontainers.image.revision';

/** revisionIn reads that label. */
export function revisionIn(value: unknown): string | undefined {
  const labels = (value as { readonly Labels?: unknown } | null | undefined)?.Labels;
  const revision = (labels as Record<string, unknown> | null | undefined)?.[REVISION_LABEL];
  return typeof revision === 'string' ? revision : undefined;
}

function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return true;
  return typeof value === 'object' && Object.keys(value).length === 0;
}

function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]));
}
