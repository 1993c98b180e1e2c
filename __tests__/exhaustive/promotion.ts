/** An image that names its commit, promoted by a run that is for another one: where that commit is, by chance. */
import type { Repository } from '../doubles/github/repository.ts';
import { COMMIT, type Gate, OTHER_COMMIT } from './asked-checks.ts';
import type { Random } from './random.ts';

const [NEXT, FORK] = ['1'.repeat(40), '2'.repeat(40)];

export type Promotion = {
  readonly inputs: Readonly<Record<string, string>>;
  /** Whether the image may be published, if its commit has passed what is asked. */
  readonly mayPublish: boolean;
  readonly place: string;
};

type Place = { readonly mayPublish: boolean; readonly isOnMain?: boolean; readonly put: (to: Repository) => void };

/** Where the commit is, and whether that lets it publish with `branches: main, release/**` and `git-tags: v*`. */
const PLACES: Readonly<Record<string, Place>> = {
  'below the tip of main': {
    mayPublish: true,
    isOnMain: true,
    put: ({ commits }) => commits.set('main', [OTHER_COMMIT, COMMIT]),
  },
  'the tip of main': { mayPublish: true, isOnMain: true, put: ({ commits }) => commits.set('main', [COMMIT]) },
  'on a release branch': {
    mayPublish: true,
    put: ({ commits, branches }) => {
      branches.set('release/1', undefined);
      commits.set('release/1', [NEXT, COMMIT]);
    },
  },
  'a version alone': { mayPublish: true, put: ({ gitTags }) => gitTags.set('v1.2.3', COMMIT) },
  'a git tag that may not publish': { mayPublish: false, put: ({ gitTags }) => gitTags.set('nightly', COMMIT) },
  'below a version': {
    mayPublish: false,
    put: ({ commits, gitTags }) => {
      commits.set('gone', [NEXT, COMMIT]);
      gitTags.set('v1.2.3', NEXT);
    },
  },
  'on a branch that may not publish': {
    mayPublish: false,
    put: ({ commits, branches }) => {
      branches.set('feature', undefined);
      commits.set('feature', [COMMIT, OTHER_COMMIT]);
    },
  },
  'of a fork': { mayPublish: false, put: ({ commits }) => commits.set('a fork', [COMMIT, FORK]) },
  'known to nobody': { mayPublish: false, put: () => {} },
};
export const PLACE_NAMES = Object.keys(PLACES);

/** What an image may say in place of its commit. */
const NO_NAMES = [undefined, COMMIT.slice(0, 12), 'main', '', COMMIT.toUpperCase(), '0'.repeat(40), `${COMMIT}\n`];

/** promote lets the run be for another commit, which has passed everything, and the image name the one that is judged. */
export function promote(gate: Gate, given: Readonly<Record<string, string>>, random: Random): Promotion {
  const { repository } = gate;
  const isRuled = given['required-checks'] === 'branch-rules';
  repository.commits.set('main', [OTHER_COMMIT]);
  const run = repository.run(OTHER_COMMIT);
  for (const name of ['test', 'lint', 'build']) run.job(name, 'success');
  const place = random.pick(PLACE_NAMES);
  const { mayPublish, isOnMain = false, put } = PLACES[place] as Place;
  put(repository);
  const isNamed = random.chance(0.85);
  gate.run = { eventName: 'workflow_dispatch', sha: OTHER_COMMIT };
  gate.label = isNamed ? COMMIT : random.pick(NO_NAMES);
  return {
    place,
    inputs: { ...given, commit: 'image', branches: 'main\nrelease/**' },
    // The rules are those of main, and no other branch has any.
    mayPublish: mayPublish && isNamed && (isOnMain || !isRuled),
  };
}
