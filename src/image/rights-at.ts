/** What a job needs at a registry whose own words for "denied" may say nothing. */
const RIGHTS: Readonly<Record<string, string>> = {
  'ghcr.io':
    'GHCR: the job needs "permissions: packages: write". If the package exists, it must also give this repository the role Write (package settings, "Manage Actions access").',
  'docker.io':
    'Docker Hub: the access token needs "Read & Write", and the account must be able to write to this repository.',
};
/** Hosts that answer for another name. */
const ALIASES: Readonly<Record<string, string>> = {
  'registry-1.docker.io': 'docker.io',
  'auth.docker.io': 'docker.io',
  'index.docker.io': 'docker.io',
};

/** rightsAt is what a job needs to push to a registry, by its host; undefined where nothing special is known. */
export function rightsAt(host: string): string | undefined {
  const name = ALIASES[host] ?? host;
  return Object.hasOwn(RIGHTS, name) ? RIGHTS[name] : undefined;
}
