/** Usual names of tags that follow a line of development. */
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

/** isVersionName tells whether a tag names a release, `1.2.3` or `v1.2.3-rc.1`: people use it to name the image. */
export function isVersionName(tag: string): boolean {
  return /^v?\d+\.\d+\.\d+(?:[-+.]|$)/.test(tag);
}

/** usuallyMoves tells whether a tag has a name such as `latest`, which nobody expects to stay the same. */
export function usuallyMoves(tag: string): boolean {
  return MOVING.has(tag.toLowerCase());
}
