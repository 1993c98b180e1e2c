import { ActionError } from '../errors.ts';
import { rightsAt } from '../image/rights-at.ts';
import { understood } from './answers.ts';
import type { Grant } from './registry.ts';
import type { Access } from './repository-client.ts';
import { grantsOf } from './token.ts';

/** Most bytes that we read of a list of tags; we only need the reason in its error. */
const LIST_LIMIT = 64 * 1024;

/**
 * proveRights signs in, and reads the access that the token states, if any: so missing access is reported before the
 * upload. Throws LOGIN_FAILED, REGISTRY_DENIED, or the reason that the registry itself gives.
 */
export async function proveRights(access: Access): Promise<void> {
  const { name, path, mountFrom, warn, actions } = access;
  const needed = actions === 'pull' ? 'pull' : 'push';
  const session = await access.session();
  await session.signIn();
  const token = await session.ownToken();
  const mayNotMount = (other: string) =>
    warn(`the credential may not read ${other}, so no layer is mounted from there, and all layers are uploaded`);
  if (!session.mayMount) mountFrom.forEach(mayNotMount);
  const grants = token && grantsOf(token);
  if (grants === undefined) return;
  if (!grants.some(({ type, actions }) => type === 'repository' && allows(actions, needed))) {
    await session.proveLogin();
    throw (await reasonOf(access)) ?? mayNot(needed, name, actionsAt(grants, path));
  }
  mountFrom.filter((other) => !allows(actionsAt(grants, other), 'pull')).forEach(mayNotMount);
}

function actionsAt(grants: readonly Grant[], path: string): readonly string[] {
  return grants.filter(({ name }) => name === path).flatMap(({ actions }) => actions);
}

function allows(actions: readonly string[], action: string): boolean {
  return actions.includes(action) || actions.includes('*');
}

/** What the registry says about the repository, such as that its project does not exist; undefined if nothing known. */
async function reasonOf({ base, session }: Access): Promise<ActionError | undefined> {
  const registry = await session();
  const request = { method: 'GET', path: `${base}/tags/list?n=1`, headers: {}, limit: LIST_LIMIT } as const;
  const answer = await registry.sendOnce(request).catch(() => undefined);
  const known = answer && understood(registry.asked(request), answer);
  return known?.code === 'REPOSITORY_MISSING' ? known : undefined;
}

function mayNot(needed: 'push' | 'pull', name: string, actions: readonly string[]): ActionError {
  const [registry = ''] = name.split('/');
  const may = actions.length === 0 ? 'it has no access there' : `it may only ${actions.join(', ')} there`;
  if (needed === 'pull') {
    return new ActionError('REGISTRY_DENIED', `The credential may not pull from ${name}: the token says that ${may}.`, {
      hint: 'Give the account read access to this repository (pull), or correct its name in "source".',
    });
  }
  return new ActionError('REGISTRY_DENIED', `The credential may not push to ${name}: the token says that ${may}.`, {
    hint: `${rightsAt(registry) ?? 'Give the account write access and read access to this repository (push and pull).'} Or correct the name in "image". Nothing was uploaded.`,
  });
}
