import { createHash } from 'node:crypto';
import { dockerServer, sameRegistry } from '../../image/reference.ts';
import { type AuthConfig, hostOf, recordOf } from '../auth-config.ts';
import type { Forgotten } from '../docker.ts';

/** The entry for a registry in docker's file: a login, and the helper that is asked instead of it. */
type Place = { readonly login?: unknown; readonly helper?: unknown };

/** A login that a step has left in docker's file for later steps, without its secret. */
export type KeptLogin = {
  /** Of the step that left it. */
  readonly id: string;
  readonly registry: string;
  /** In milliseconds since 1970. */
  readonly since: number;
  /** A hash that recognises it. */
  readonly mark: string;
  /** What was there before. */
  readonly before: Place;
};

/** What was missing before the first of them: the file itself, its folder, a group in it. */
export type Missing = 'folder' | 'file' | 'auths' | 'credHelpers';

/** The logins in a file, in the order in which they came. */
export type Ledger = { readonly missing: readonly Missing[]; readonly kept: readonly KeptLogin[] };

/**
 * Docker's file (undefined if there is none), and the ledger of what was left in it. An example: the user has the login
 * U at a registry, and the steps A and B leave theirs there. In the end U is restored, whichever step ends first.
 *
 * | what happens                | login in the file | ledger: whose, and what was before |
 * | --------------------------- | ----------------- | ---------------------------------- |
 * | at first                    | U                 | nothing                            |
 * | A leaves its login          | A                 | A (before: U)                      |
 * | B leaves its login          | B                 | A (before: U), B (before: A)       |
 * | either A is over            | B                 | B (before: U, from A)              |
 * | and then B                  | U                 | nothing                            |
 * | or B is over                | A                 | A (before: U)                      |
 * | and then A                  | U                 | nothing                            |
 * | or the user signs in as X   | X                 | A (before: U), B (before: A)       |
 * | and then A and B are over   | X                 | nothing: theirs were replaced      |
 */
export type Shelf = { readonly config: AuthConfig | undefined; readonly ledger: Ledger };

/** A login to leave: docker's entry for it. */
export type Kept = Pick<KeptLogin, 'id' | 'registry' | 'since'> & { readonly login: object };

/**
 * withLogin puts a login where docker and others find it. With an empty helper, docker looks into the file for this
 * registry, whatever helper or store it asks otherwise (docker/cli, `getConfiguredCredentialStore`; tried with 20.10
 * and 28.2).
 */
export function withLogin({ config, ledger }: Shelf, { login, ...kept }: Kept): Shelf {
  const known = config ?? {};
  const before = placeOf(known, kept.registry);
  const asked = before.helper ?? known.credsStore;
  const helper = typeof asked === 'string' && asked !== '' ? '' : before.helper;
  const after = withPlace(known, kept.registry, { login, helper });
  const missing = [
    ...ledger.missing,
    ...(config === undefined ? (['file'] as const) : []),
    ...GROUPS.filter((group) => known[group] === undefined && after[group] !== undefined),
  ];
  return { config: after, ledger: { missing, kept: [...ledger.kept, { ...kept, mark: markOf(login), before }] } };
}

/** withoutLogins removes the logins of ended steps, and restores what was there before. Logins of others stay. */
export function withoutLogins(shelf: Shelf, isOver: (kept: KeptLogin) => boolean): Shelf & Forgotten {
  const over = shelf.ledger.kept.filter(isOver);
  // The last one first, so that the oldest entry is restored.
  const { config, ledger } = over.reduceRight(withoutOne, shelf);
  const isThere = ({ registry, mark }: KeptLogin) => markOf(placeOf(shelf.config ?? {}, registry).login) === mark;
  const removed = over.filter(isThere).length;
  const left = { config: ledger.kept.length > 0 ? config : pruned(config, ledger.missing), ledger };
  return { ...left, removed, replaced: over.length - removed };
}

/** If a later login has replaced this one, the later one now restores what was there before this one. */
function withoutOne({ config, ledger }: Shelf, over: KeptLogin): Shelf {
  const rest = ledger.kept.filter((each) => each !== over);
  const next = rest
    .slice(ledger.kept.indexOf(over))
    .find(({ registry }) => dockerServer(registry) === dockerServer(over.registry));
  if (next === undefined) return { config: config && withBefore(config, over), ledger: { ...ledger, kept: rest } };
  const inherits = markOf(next.before.login) === over.mark;
  const kept = rest.map((each) => (each === next && inherits ? { ...each, before: over.before } : each));
  return { config, ledger: { ...ledger, kept } };
}

function withBefore(config: AuthConfig, { registry, mark, before }: KeptLogin): AuthConfig {
  const now = placeOf(config, registry);
  const isOurs = markOf(now.login) === mark;
  // A newer login is in the file, and docker must look there to find it.
  const isFree = now.helper === '' && (isOurs || now.login === undefined);
  return withPlace(config, registry, {
    login: isOurs ? before.login : now.login,
    helper: isFree ? before.helper : now.helper,
  });
}

const GROUPS = ['auths', 'credHelpers'] as const;

function placeOf(config: AuthConfig, registry: string): Place {
  const server = dockerServer(registry);
  return { login: own(config.auths, server), helper: own(config.credHelpers, server) };
}

function withPlace(config: AuthConfig, registry: string, { login, helper }: Place): AuthConfig {
  const auths = withEntry(config.auths, registry, login);
  const credHelpers = withEntry(config.credHelpers, registry, helper);
  return without({ ...config, auths, credHelpers }, (value) => value === undefined);
}

/**
 * Some tools take the first entry of a host under any of its names (`@sigstore/oci`), so docker's own name comes first.
 */
function withEntry(group: unknown, registry: string, value: unknown): unknown {
  const server = dockerServer(registry);
  const entries = recordOf(group);
  if (value === undefined) return Object.hasOwn(entries, server) ? without(entries, (_, key) => key === server) : group;
  const first = Object.keys(entries).find((key) => sameRegistry(hostOf(key), hostOf(server)));
  return first === server
    ? { ...entries, [server]: value }
    : { [server]: value, ...without(entries, (_, key) => key === server) };
}

/** What was missing before the first login is removed with the last one, if it is empty. */
function pruned(config: AuthConfig | undefined, missing: readonly Missing[]): AuthConfig | undefined {
  const isEmpty = (value: unknown) => Object.keys(recordOf(value)).length === 0;
  const gone = GROUPS.filter((group) => missing.includes(group));
  const left = without(config ?? {}, (value, key) => gone.some((each) => each === key) && isEmpty(value));
  return missing.includes('file') && isEmpty(left) ? undefined : config && left;
}

function without(record: AuthConfig, isOut: (value: unknown, key: string) => boolean): AuthConfig {
  return Object.fromEntries(Object.entries(record).filter(([key, value]) => !isOut(value, key)));
}

function own(group: unknown, key: string): unknown {
  const entries = recordOf(group);
  return Object.hasOwn(entries, key) ? entries[key] : undefined;
}

function markOf(login: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify(login) ?? '')
    .digest('hex');
}

/** printConfig writes docker's file in its former format, or in docker's. */
export function printConfig(config: AuthConfig, before: string | undefined): string {
  const [, indent] = /^\s*\{\r?\n([\t ]+)/.exec(before ?? '{\n\t') ?? [];
  return JSON.stringify(config, undefined, indent) + (before?.endsWith('\n') ? '\n' : '');
}
