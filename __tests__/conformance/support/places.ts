/** Where the stories play: the servers that others made, and our own double in several makes, which is held against them. */
import type { PersonalityName } from '../../doubles/registry/personalities/by-name.ts';
import { type RegistryOptions, startRegistry } from '../../doubles/registry/start-registry.ts';
import type { Credential, Registry, ServerName, Services } from '../../doubles/services.ts';

/** A registry, and who may do what there. */
export type Opened = AsyncDisposable & {
  /** With a credential that may push to `team/app`. */
  readonly registry: Registry;
  /** Who may pull and not push; whoever pushes, where the registry tells no rights apart. */
  readonly reader: Credential;
  readonly admin: Credential;
};

/** What a place is like, as far as it decides which stories can be played there. */
export type Place = {
  readonly name: string;
  /** Lets nobody in without the right password. */
  readonly asksForPassword: boolean;
  /** Has users who may pull and not push. */
  readonly tellsRights: boolean;
  /** Makes a repository when the first image is pushed to it. */
  readonly makesRepositories: boolean;
  /** Takes manifests of Docker's older types, as engines with the graph driver push them. */
  readonly takesDockerManifests: boolean;
  /** A tag may be made to show another image. */
  readonly movesTags: boolean;
  /** Differs from another place in this alone, so that only stories about it are played here. */
  readonly only?: 'tags';
  open(): Promise<Opened>;
};

/** What most places are like. */
export const USUAL = {
  asksForPassword: true,
  tellsRights: false,
  makesRepositories: true,
  takesDockerManifests: true,
  movesTags: true,
};

/** The servers that take pushes, each of another make or set up in another way. */
export function realPlaces({ servers, registries }: Services): readonly Place[] {
  const server = (name: ServerName, traits: Partial<Place> = {}): Place => ({
    ...USUAL,
    ...traits,
    name,
    open: async () => running({ registry: servers[name], ...servers[name] }),
  });
  const open = (name: 'other-make' | 'cue', traits: Partial<Place>): Place => {
    const registry = registries[name];
    const opened = async () => running({ registry, reader: registry, admin: registry });
    return { ...USUAL, asksForPassword: false, name, ...traits, open: opened };
  };
  return [
    server('distribution-2'),
    server('distribution-3'),
    server('distribution-3-uncached'),
    server('distribution-3-token', { tellsRights: true }),
    server('nginx'),
    server('apache', { tellsRights: true }),
    open('other-make', { name: 'go-containerregistry' }),
    open('cue', { name: "CUE's", movesTags: false }),
  ];
}

/** It goes on after the story. */
function running({ registry, reader, admin }: Omit<Opened, keyof AsyncDisposable>): Opened {
  return { registry, reader, admin, [Symbol.asyncDispose]: async () => {} };
}

const PASSWORD = 'pu$h "t0ken';
const USERS = {
  admin: PASSWORD,
  // Some makes want the right to delete from whoever moves a tag.
  'ci-bot': { password: PASSWORD, access: { 'team/app': ['pull', 'push', 'delete'] } },
  reader: { password: PASSWORD, access: { 'team/app': ['pull'] } },
} as const;

/** A registry of our own for each story, with users whose rights it tells apart. */
function double(
  make: PersonalityName,
  kind: 'basic' | 'token',
  { traits = {}, ...options }: RegistryOptions & { readonly traits?: Partial<Place> } = {},
): Place {
  return {
    ...USUAL,
    tellsRights: true,
    ...traits,
    name: `our ${make} (${kind}${options.immutableTags ? ', tags never move' : ''})`,
    open: async () => {
      const opened = await startRegistry({ personality: make, auth: { kind, users: USERS }, ...options });
      const registry = { host: opened.host, scheme: 'http', ca: null, username: 'ci-bot', password: PASSWORD } as const;
      const reader = { username: 'reader', password: PASSWORD };
      const close = async () => {
        await opened.close();
        opened.assertClean();
      };
      return { registry, reader, admin: { username: 'admin', password: PASSWORD }, [Symbol.asyncDispose]: close };
    },
  };
}

const prepared = { repositories: ['team/app', 'team/base'], traits: { makesRepositories: false } };
const frozen = { immutableTags: true, traits: { movesTags: false, only: 'tags' } } as const;

export const doubles: readonly Place[] = [
  double('distribution', 'basic'),
  double('distribution', 'token'),
  double('harbor', 'token'),
  double('quay', 'token'),
  double('ecr', 'basic', prepared),
  double('gitea', 'token', prepared),
  double('zot', 'token', { traits: { takesDockerManifests: false } }),
  double('harbor', 'token', frozen),
  double('quay', 'token', frozen),
  double('ecr', 'basic', { repositories: ['team/app', 'team/base'], ...frozen }),
];
