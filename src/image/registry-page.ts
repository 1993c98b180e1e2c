import { parseEcrRegistry } from './cloud-registry.ts';
import type { Digest } from './digest.ts';
import { DOCKER_HUB, type Repository } from './reference.ts';

/**
 * registryPage is the address where people see an image; undefined if none is known. Azure's pages need ids that nobody
 * publishes, and Harbor's the project's number. A path at GitLab does not show where the project's name ends.
 */
export function registryPage({ registry, path }: Repository, digest: Digest): string | undefined {
  const parts = path.split('/');
  switch (registry) {
    case DOCKER_HUB:
      return `https://hub.docker.com/${path.startsWith('library/') ? `_/${parts[1]}` : `r/${path}/tags`}`;
    // It redirects a browser to the page of the package.
    case 'ghcr.io':
      return `https://ghcr.io/${path}`;
    case 'quay.io':
      return `https://quay.io/repository/${path}/manifest/${digest}`;
    case 'registry.gitlab.com':
      return parts.length === 2 ? `https://gitlab.com/${path}/container_registry` : undefined;
    default:
      return googlePage(registry, path, digest) ?? amazonPage(registry, path);
  }
}

/** `europe-west1-docker.pkg.dev/project/repository/image` */
function googlePage(registry: string, path: string, digest: Digest): string | undefined {
  const [, location] = /^([a-z0-9-]+)-docker\.pkg\.dev$/.exec(registry) ?? [];
  const [project, repository, ...image] = path.split('/');
  if (location === undefined || image.length === 0) return undefined;
  const parts = [project, location, repository, encodeURIComponent(image.join('/')), digest];
  return `https://console.cloud.google.com/artifacts/docker/${parts.join('/')}`;
}

/** The account is in the host; in other partitions the console has other addresses. */
function amazonPage(registry: string, path: string): string | undefined {
  const ecr = parseEcrRegistry(registry);
  if (ecr?.kind === 'public') return `https://gallery.ecr.aws/${path}`;
  if (ecr?.partition.id !== 'aws') return undefined;
  const [account] = registry.split('.');
  const repository = `repositories/private/${account}/${encodeURIComponent(path)}`;
  return `https://${ecr.region}.console.aws.amazon.com/ecr/${repository}?region=${ecr.region}`;
}
