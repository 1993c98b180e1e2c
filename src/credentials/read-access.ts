import { ActionError } from '../errors.ts';
import type { OpenToRead } from '../gate/verdict.ts';
import { type Repository, repositoryName } from '../image/reference.ts';
import type { ReadableRegistry } from '../registry/registry.ts';
import { findSource, readChoices } from './credential-source.ts';
import { type Doors, explained, type SignInInputs } from './sign-in.ts';

/** A repository that is read, and how. */
export type ReadAccess = {
  readonly registry: ReadableRegistry;
  /** What was shown, as the end of "It is read … ". */
  readonly whose: string;
  /** close must be called when the repository is no longer read. */
  readonly close: () => void;
};

/** OpenReadAccess opens a repository for reading. */
export type OpenReadAccess = (at: Repository) => Promise<ReadAccess>;

/** The inputs that matter for reading. */
export type ReadInputs = Pick<
  SignInInputs,
  'destinations' | 'sources' | 'username' | 'identities' | 'caFile' | 'authHosts'
>;

/**
 * readAccess opens repositories that an image is read from. The login only asks for read access, in a separate session,
 * so it is never used at a destination. All readers of one repository share it. Without a login, the repository is read
 * anonymously; but if a login is rejected, that is an error. It requires a verdict that is open for reading, so no
 * secret is used before the gate has opened. It uses none before a repository is opened.
 */
export function readAccess(_open: OpenToRead, inputs: ReadInputs, doors: Doors): OpenReadAccess {
  let choices: ReturnType<typeof readChoices> | undefined;
  return sharedAccess(async (at) => {
    choices ??= readChoices(inputs, doors);
    const { caFile, authHosts } = inputs;
    const source = await findSource({ at, actions: 'pull', mountFrom: [] }, await choices, doors);
    const whose = (await source?.whose()) ?? NOBODY;
    const credential = source === undefined ? async () => undefined : source.current;
    const trusted = caFile === undefined ? {} : { caFile };
    const registry = await doors.openRegistry({ repository: at, credential, actions: 'pull', authHosts, ...trusted });
    try {
      await (source === undefined
        ? registry.authenticate().catch((error) => Promise.reject(withoutLogin(at, error)))
        : explained(source, () => registry.authenticate()));
      return { registry, whose, close: () => registry.close() };
    } catch (error) {
      registry.close();
      throw error;
    }
  });
}

/** sharedAccess opens each repository once, and closes it when all its readers have closed it. */
function sharedAccess(open: OpenReadAccess): OpenReadAccess {
  const shared = new Map<string, { readonly opening: Promise<ReadAccess>; readers: number }>();
  return async (at) => {
    const name = repositoryName(at);
    const one = shared.get(name) ?? { opening: open(at), readers: 0 };
    shared.set(name, one);
    one.readers += 1;
    const access = await one.opening;
    let isOpen = true;
    const close = () => {
      if (!isOpen) return;
      isOpen = false;
      one.readers -= 1;
      if (one.readers > 0) return;
      shared.delete(name);
      access.close();
    };
    return { ...access, close };
  };
}

const NOBODY = 'without a login, because neither an input nor docker has one for it';

/** Access that is denied to everybody may be allowed to somebody. */
function withoutLogin({ registry }: Repository, error: unknown): unknown {
  if (!(error instanceof ActionError) || error.code !== 'REGISTRY_DENIED') return error;
  return new ActionError(error.code, `${error.message} This was asked ${NOBODY}.`, {
    hint: `Write an entry for ${registry} in "registry-auth" or "identity", or sign in to it with docker before this step.`,
    cause: error,
  });
}
