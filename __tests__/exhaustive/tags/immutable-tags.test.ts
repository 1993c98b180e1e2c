/**
 * Tags that are there already, on every make of registry, with every policy that a registry may have for them. Where
 * each step must end is written down here as rules for people, in the order in which they are tried.
 */
import { afterAll, describe, expect, test } from '@jest/globals';
import { buildImage } from '../../doubles/registry/images.ts';
import { PERSONALITIES, type PersonalityName } from '../../doubles/registry/personalities/by-name.ts';
import { type Registry, type RegistryOptions, startRegistry } from '../../doubles/registry/start-registry.ts';
import { tell } from '../../faults/step/figures.ts';
import { judgeStep } from '../../faults/step/judge-step.ts';
import { REPOSITORY, runStep, SHA_TAG, type Step, USERS, VERSION_TAG } from '../../faults/step/run-step.ts';

const MAKES = ['docker-hub', 'harbor', 'nexus', 'ecr', 'acr', 'artifact-registry', 'ghcr', 'quay'] as const;
/** May a tag that is there be written again: with any image, only with the same, or not at all? */
const POLICIES = ['any-image', 'same-image', 'never'] as const;
const FOUND = ['nothing', 'ours', 'another', 'an-index', 'what-may-not-be-read', 'what-is-no-image'] as const;
const TAGS = { sha: SHA_TAG, version: VERSION_TAG } as const;

type Cell = {
  readonly make: (typeof MAKES)[number];
  readonly policy: (typeof POLICIES)[number];
  readonly found: (typeof FOUND)[number];
  readonly ifExists: 'verify' | 'overwrite';
  readonly place: keyof typeof TAGS;
  /** Where the image comes from: an engine pushes its SHA tag itself. */
  readonly from: 'engine' | 'file';
};

type End = { readonly reason: string; readonly shows: 'ours' | 'as-before'; readonly isUntouched?: boolean };

/** Docker Hub forbids in the words with which it denies anything. */
const CANNOT_TELL: readonly PersonalityName[] = ['docker-hub'];

function rightEnd({ make, policy, found, ifExists, place }: Cell): End {
  const stays = { shows: 'as-before', isUntouched: true } as const;
  // Whoever cannot see what is there leaves it alone.
  if (found === 'what-may-not-be-read') return { reason: 'REGISTRY_DENIED', ...stays };
  if (found === 'what-is-no-image') return { reason: 'REGISTRY_ANSWER', ...stays };
  // What is not there may be written under every policy.
  if (found === 'nothing') return { reason: 'published', shows: 'ours' };
  // The same image is a success without a write of that tag, whatever the registry would say to one.
  if (found === 'ours') return { reason: place === 'sha' ? 'already-published' : 'published', shows: 'ours' };
  // Another image is an error before anything is sent, unless it is to be overwritten and the registry lets that happen.
  if (ifExists === 'verify') return { reason: 'TAG_EXISTS', ...stays };
  if (policy === 'any-image') return { reason: 'published', shows: 'ours' };
  return { reason: CANNOT_TELL.includes(make) ? 'REGISTRY_DENIED' : 'TAG_EXISTS', shows: 'as-before' };
}

const image = buildImage({ content: 'ours', format: 'docker' });

function optionsOf({ make, policy }: Pick<Cell, 'make' | 'policy'>): RegistryOptions {
  const isBasic = !(PERSONALITIES[make].signIn as readonly string[]).includes('token');
  return {
    personality: make,
    auth: isBasic ? { kind: 'basic', users: USERS } : { kind: 'token', users: USERS, elsewhere: false },
    repositories: [REPOSITORY],
    immutableTags: policy !== 'any-image',
    immutability: policy === 'never' ? 'any-push' : 'other-digest',
  };
}

function seed(registry: Registry, { found, place }: Cell): void {
  const repository = registry.repository(REPOSITORY);
  const tag = TAGS[place];
  if (found === 'nothing') return;
  if (found === 'ours') repository.putImage({ content: 'ours', format: 'docker', tag });
  else if (found === 'an-index') repository.putIndex({ content: 'ours', tag });
  else repository.putImage({ content: 'another build', tag });
  const match = { method: 'GET', kind: 'tag', reference: tag } as const;
  if (found === 'what-may-not-be-read') {
    registry.fault({ match, times: 'always', act: { kind: 'refuse', situation: 'denied' } });
  }
  if (found === 'what-is-no-image') registry.fault({ match, times: 'always', act: { kind: 'login-page' } });
}

const writes = ({ requests }: Registry): readonly string[] =>
  requests
    .filter(({ method, path }) => !['GET', 'HEAD'].includes(method) && path.startsWith('/v2/team/'))
    .map(({ method, reference = '' }) => `${method} ${reference}`);

const ending = ({ outputs, errors }: Step): string | undefined => (errors.length > 1 ? 'two errors' : outputs.reason);

async function problemsOf(cell: Cell): Promise<readonly string[]> {
  cells += 1;
  await using registry = await startRegistry(optionsOf(cell));
  seed(registry, cell);
  const repository = registry.repository(REPOSITORY);
  const tag = TAGS[cell.place];
  const before = repository.tags.get(tag);
  const isInFile = cell.from === 'file';
  const step = await runStep({ registry, image, isInFile, inputs: { 'if-exists': cell.ifExists } });

  const end = rightEnd(cell);
  const problems = [...judgeStep(step, registry, image)];
  const shown = repository.tags.get(tag);
  if (ending(step) !== end.reason) problems.push(`it ends with ${ending(step)}, not ${end.reason}`);
  if (shown !== (end.shows === 'ours' ? image.digest : before)) problems.push(`the tag shows ${shown}`);
  if (end.isUntouched === true && writes(registry).length > 0) problems.push(`it wrote ${writes(registry)}`);
  if (cell.found === 'ours' && writes(registry).includes(`PUT ${tag}`)) problems.push('it wrote a tag that was right');
  if (end.reason === 'TAG_EXISTS' && end.isUntouched === true) {
    const text = step.errors[0]?.text ?? '';
    // An engine of this kind knows an image by its configuration, a file by its manifest.
    const both = [before ?? '', isInFile ? image.digest : image.config.digest];
    if (!both.every((digest) => text.includes(digest))) problems.push(`the error does not show both: ${text}`);
  }
  const isReplaced = cell.ifExists === 'overwrite' && end.reason === 'published' && before !== undefined;
  if (isReplaced && cell.found !== 'ours' && !step.outputs.results?.includes(`"previous":"${before}"`)) {
    problems.push('it does not tell what it has replaced');
  }
  return problems.map((problem) => `${Object.values(cell).join(' ')}: ${problem}`);
}

const cellsOf = (make: Cell['make'], policy: Cell['policy']): readonly Cell[] =>
  FOUND.flatMap((found) =>
    (['verify', 'overwrite'] as const).flatMap((ifExists) =>
      (['sha', 'version'] as const).flatMap((place) =>
        (['engine', 'file'] as const).map((from) => ({ make, policy, found, ifExists, place, from })),
      ),
    ),
  );

let [cells, lost] = [0, 0];
afterAll(() => {
  tell('Tags that are there already, on every make and under every policy, all at the right end', cells);
  tell('Writes of tags whose answer is lost there, all found again', lost);
});

describe.each(MAKES)('a tag on %s', (make) => {
  test.each(POLICIES)('that may be written again with %s comes to the right end', async (policy) => {
    const problems = await Promise.all(cellsOf(make, policy).map(problemsOf));
    expect(problems.flat()).toEqual([]);
  });

  test.each(POLICIES)(
    'that may be written again with %s is found when the answer to its write is lost',
    async (policy) => {
      const writes = Object.values(TAGS).flatMap((tag) => [true, false].map((isInFile) => ({ tag, isInFile })));
      for (const { tag, isInFile } of writes) {
        lost += 1;
        await using registry = await startRegistry(optionsOf({ make, policy }));
        registry.fault({
          match: { method: 'PUT', kind: 'tag', reference: tag },
          act: { kind: 'reset', when: 'after-handling' },
        });
        const step = await runStep({ registry, image, isInFile });
        expect([tag, step.errors, ...judgeStep(step, registry, image)]).toEqual([tag, []]);
        registry.assertClean();
      }
    },
  );
});
