/** Names that people give to tags which follow a line of development. */
const MOVING = new Set([
  'latest',
  'main',
  'master',
  'trunk',
  'dev',
  'develop',
  'development',
  'edge',
  'nightly',
  'daily',
  'canary',
  'snapshot',
  'unstable',
  'testing',
  'staging',
  'next',
  'current',
  'rolling',
  'stable',
  'lts',
]);

/** isVersionName tells whether a tag names a release, `1.2.3` or `v1.2.3-rc.1`: it is how people call the image. */
export function isVersionName(tag: string): boolean {
  return /^v?\d+\.\d+\.\d+(?:[-+.]|$)/.test(tag);
}

/** usuallyMoves tells whether a tag has a name such as `latest`, of which nobody expects that it stays for ever. */
export function usuallyMoves(tag: string): boolean {
  return MOVING.has(tag.toLowerCase());
}
