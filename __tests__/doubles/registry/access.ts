export type Action = 'pull' | 'push' | 'delete' | '*';

/** Repository, or `prefix/*`, or `*`, to what may be done there; `registry:catalog` is a name of its own. */
export type Access = Readonly<Record<string, readonly Action[]>>;

export type User = { readonly password: string; readonly access?: Access };

/** A bare password may do everything. */
export type Users = Readonly<Record<string, string | User>>;

export const CATALOG = 'registry:catalog';

/** What a request needs: on one repository, some actions. */
export type Need = { readonly type: string; readonly name: string; readonly actions: readonly string[] };

const EVERYTHING: Access = { '*': ['*'], [CATALOG]: ['*'] };
const ALL_ACTIONS: readonly string[] = ['pull', 'push', 'delete'];

export function accessOf(user: string | User): Access {
  return typeof user === 'string' ? EVERYTHING : (user.access ?? EVERYTHING);
}

export function passwordOf(user: string | User): string {
  return typeof user === 'string' ? user : user.password;
}

/** Every action that the rules grant on one resource. */
export function grantedActions(access: Access, type: string, name: string): readonly string[] {
  if (type === 'registry') return access[`registry:${name}`] ?? [];
  if (type !== 'repository') return [];
  const actions = Object.entries(access)
    .filter(([pattern]) => covers(pattern, name))
    .flatMap(([, granted]) => granted as readonly string[]);
  return actions.includes('*') ? ['*'] : [...new Set(actions)];
}

export function allows(granted: readonly string[], action: string): boolean {
  return granted.includes('*') || granted.includes(action);
}

/** What is both asked for and granted. */
export function intersection(asked: readonly string[], granted: readonly string[]): string[] {
  return asked.filter((action) => allows(granted, action));
}

export function spelledOut(granted: readonly string[]): readonly string[] {
  return granted.includes('*') ? ALL_ACTIONS : granted;
}

function covers(pattern: string, name: string): boolean {
  if (pattern === '*') return true;
  return pattern.endsWith('/*') ? name.startsWith(pattern.slice(0, -1)) : pattern === name;
}

/** `type:name:actions`, where only the type and the actions are free of colons. */
export function parseScope(scope: string): Need | undefined {
  const match = /^([a-z]+(?:\([a-z]+\))?):(.+):([a-z*]+(?:,[a-z*]+)*)?$/.exec(scope);
  const [, type, name, actions] = match ?? [];
  if (type === undefined || name === undefined) return undefined;
  return { type, name, actions: actions === undefined ? [] : actions.split(',') };
}

export function formatScope({ type, name, actions }: Need): string {
  return `${type}:${name}:${actions.join(',')}`;
}

/** `Basic` credentials of an Authorization header, whose scheme may be spelled in any case. */
export function basicCredentials(header: string | undefined): { user: string; password: string } | undefined {
  const match = /^basic ([A-Za-z0-9+/_-]+=*)$/i.exec(header ?? '');
  if (match === null) return undefined;
  const text = Buffer.from(match[1] ?? '', 'base64').toString();
  const colon = text.indexOf(':');
  return colon < 0 ? undefined : { user: text.slice(0, colon), password: text.slice(colon + 1) };
}

/** The name of the user, if the credentials are right. */
export function signIn(users: Users, header: string | undefined): string | undefined {
  const given = basicCredentials(header);
  if (given === undefined || !Object.hasOwn(users, given.user)) return undefined;
  const user = users[given.user];
  return user !== undefined && passwordOf(user) === given.password ? given.user : undefined;
}
