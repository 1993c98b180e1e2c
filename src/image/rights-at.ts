/** The permissions that a job needs at a registry whose own message for "denied" may explain nothing. */
const RIGHTS: Readonly<Record<string, string>> = {
  'ghcr.io':
    'GHCR: the job needs "permissions: packages: write". If the package exists, it must also give this repository the role Write (package settings, "Manage Actions access").',
  'docker.io':
    'Docker Hub: the access token needs "Read & Write", and the account must be able to write to this repository.',
};
/** Hosts that are the same registry as another name. */
const ALIASES: Readonly<Record<string, string>> = {
  'registry-1.docker.io': 'docker.io',
  'auth.docker.io': 'docker.io',
  'index.docker.io': 'docker.io',
};

/** rightsAt returns what a job needs to push to a registry, by its host; undefined if nothing special is known. */
export function rightsAt(host: string): string | undefined {
  const name = ALIASES[host] ?? host;
  return Object.hasOwn(RIGHTS, name) ? RIGHTS[name] : undefined;
}
