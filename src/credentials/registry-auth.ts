import { DOCKER_HUB, DOCKER_HUB_SERVER, isRegistry, sameRegistry } from '../image/reference.ts';
import { Secret } from '../secret/secret.ts';
import { readYamlList, type YamlEntry } from '../text/yaml-list.ts';

/** One entry of the input `registry-auth`. */
export type RegistryAuth = {
  /** The line of the input in which it begins. */
  readonly line: number;
  readonly registry: string;
  /** Path of the repositories on that registry that it is for; undefined means all. */
  readonly scope: string | undefined;
  readonly credential: { readonly username: string; readonly password: Secret };
};

export type RegistryAuths =
  | { readonly ok: true; readonly value: readonly RegistryAuth[] }
  /** `isEmpty`: the form is right, and an expression in it is empty. */
  | { readonly ok: false; readonly isEmpty: boolean; readonly problems: readonly string[] };

const FIELDS: readonly string[] = ['registry', 'username', 'password', 'scope'];
/** `owner/app`, `owner/app@push`: docker/login-action writes the actions after the path. */
const SCOPE = /^([a-z0-9]+(?:[._/-]+[a-z0-9]+)*)(?:@([a-z]+(?:,[a-z]+)*))?$/;

/**
 * parseRegistryAuth reads the input `registry-auth`: a YAML list of `registry` (Docker Hub by default), `username`,
 * `password` and `scope`, as in docker/login-action. It returns all problems together, as ends of sentences. They name
 * lines and quote nothing, because every part of the input may be a secret.
 */
export async function parseRegistryAuth(text: Secret): Promise<RegistryAuths> {
  const list = await readYamlList(text.reveal(), { hasSecrets: true });
  if (!list.ok) return wrong([list.problem]);
  if (list.value.length === 0) return wrong(['has no entry']);
  const read = list.value.map((entry) => readEntry(entry));
  const found = read.flatMap(({ auth }) => auth ?? []);
  const problems = read.flatMap(({ line, auth, problems }) => {
    const isTwice = found.some((other) => auth !== undefined && other.line < line && isForSame(other, auth));
    const all = isTwice ? [...problems, 'is for the same registry or repository as another entry'] : problems;
    return all.map((problem) => `has an entry in line ${line} that ${problem}`);
  });
  if (problems.length > 0) return wrong(problems);
  const empty = read.flatMap(({ line, empty }) =>
    empty.map((field) => `has an entry in line ${line} whose "${field}" is empty`),
  );
  return empty.length > 0 ? { ok: false, isEmpty: true, problems: empty } : { ok: true, value: found };
}

function wrong(problems: readonly string[]): RegistryAuths {
  return { ok: false, isEmpty: false, problems };
}

type Read = {
  readonly line: number;
  readonly auth: RegistryAuth | undefined;
  readonly problems: readonly string[];
  /** Fields that are there, but empty. */
  readonly empty: readonly string[];
};

function readEntry({ line, fields }: YamlEntry): Read {
  const [username, password] = [fields.get('username') ?? '', fields.get('password') ?? ''];
  const registry = hostOf(fields.get('registry') ?? DOCKER_HUB);
  const empty = ['username', 'password'].filter((name) => fields.get(name) === '');
  const [, scope, actions] = SCOPE.exec(fields.get('scope') ?? '') ?? [];
  const problems = [
    ...([...fields.keys()].every((name) => FIELDS.includes(name))
      ? []
      : [`has a field besides ${FIELDS.join(', ')}; to sign in to a cloud without a secret, use "identity"`]),
    ...(isRegistry(registry) ? [] : ['has a "registry" that is not a host, with or without a port']),
    ...['username', 'password'].filter((name) => !fields.has(name)).map((name) => `has no "${name}"`),
    ...(/\p{Cc}/u.test(username) ? ['has a "username" with a control character'] : []),
    ...(fields.has('scope') && scope === undefined ? ['has a "scope" that is not the path of a repository'] : []),
    ...(actions !== undefined && !actions.split(',').includes('push') ? ['has a "scope" without push'] : []),
  ];
  const auth = { line, registry, scope, credential: { username, password: new Secret(password) } };
  return { line, auth: problems.length === 0 ? auth : undefined, problems, empty };
}

/** Many users still write the old address of Docker Hub. */
function hostOf(text: string): string {
  return text === DOCKER_HUB_SERVER ? DOCKER_HUB : text;
}

function isForSame(one: RegistryAuth, other: RegistryAuth): boolean {
  return sameRegistry(one.registry, other.registry) && one.scope === other.scope;
}
