import type { DockerClient } from '../engine/support/docker-client.ts';

/** removeBuilt removes from an engine every image of a commit: what workflows have built of it, and pulled again. */
export async function removeBuilt(docker: DockerClient, sha: string): Promise<void> {
  const label = `label=org.opencontainers.image.revision=${sha}`;
  const ids = await docker.succeed(['image', 'ls', '--quiet', '--no-trunc', '--filter', label]);
  if (ids !== '') await docker.succeed(['image', 'rm', '--force', ...new Set(ids.split('\n'))]);
}
