import { type Event, pushToMain, type Step } from '../runner.ts';
import { imageOf } from './images.ts';
import { commitAt, type Place, TEAM } from './place.ts';

export const SOURCE = 'app:test';
export const MIRROR = 'quay.io/octocat/mirror';
export const NEEDS = JSON.stringify({ build: { result: 'success' }, test: { result: 'success' } });

export const pushOf = (place: number, ref = 'refs/heads/main'): Event => ({ ...pushToMain, ref, sha: commitAt(place) });

/** A push to main through the engine; the tag `main` shows an earlier commit. */
export function pushed(place: Place, inputs: Readonly<Record<string, string>> = {}, shown?: number): Promise<Step> {
  place.engine.load(imageOf(4), [SOURCE]);
  if (shown !== undefined) place.hold(TEAM, imageOf(shown), commitAt(shown), 'main');
  return place.publish({ inputs: { source: SOURCE, 'moving-tags': 'main', ...inputs }, event: pushOf(4) });
}

/** A pull request of a fork. */
export function pullRequest(ref = 'fix-typo'): Event {
  const repo = { id: 42, full_name: 'stranger/app' };
  return {
    name: 'pull_request',
    ref: 'refs/pull/7/merge',
    sha: commitAt(4),
    payload: {
      action: 'opened',
      sender: { type: 'User' },
      pull_request: { user: { type: 'User' }, head: { sha: commitAt(4), ref, repo }, base: { ref: 'main' } },
    },
  };
}
