import { setTimeout as wait } from 'node:timers/promises';
import type { DockerClient } from '../engine/support/docker-client.ts';

/** How often the list is asked for again, and after how many milliseconds. */
const [MOST, PAUSE] = [20, 100];

/** removeBuilt removes from an engine every image of a commit: what workflows have built of it, and pulled again. */
export async function removeBuilt(docker: DockerClient, sha: string): Promise<void> {
  const ids = await builtOf(docker, sha);
  if (ids !== '') await docker.succeed(['image', 'rm', '--force', ...new Set(ids.split('\n'))]);
}

/** A list of all images fails when another test removes one meanwhile. */
async function builtOf(docker: DockerClient, sha: string): Promise<string> {
  const label = `label=org.opencontainers.image.revision=${sha}`;
  for (let failed = 1; ; failed++) {
    const { exitCode, stdout, stderr } = await docker.run(['image', 'ls', '--quiet', '--no-trunc', '--filter', label]);
    if (exitCode === 0) return stdout.trim();
    if (failed === MOST) throw new Error(`docker image ls fails for the ${MOST}th time: ${stderr}`);
    await wait(PAUSE);
  }
}
