import type { Facts } from '../../src/run/facts.ts';

/** What facts have of a run on github.com, of which there is nothing to doubt. */
export const ON_GITHUB: Pick<Facts, 'server' | 'doubts'> = {
  server: { kind: 'github', name: 'GitHub', url: 'https://github.com', api: 'https://api.github.com' },
  doubts: [],
};
