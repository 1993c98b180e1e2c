import { CONFIG_STATE, type Doors } from './credentials/sign-in.ts';
import { asError } from './errors.ts';

/**
 * forget is the story of the post step: remove the docker configuration that the main step could not remove because
 * it was killed. It never fails the job.
 */
export async function forget({ runner, docker }: Pick<Doors, 'runner' | 'docker'>): Promise<void> {
  const folder = runner.state(CONFIG_STATE);
  if (folder === '') return runner.info('The main step did not sign in, so there is nothing to remove.');
  try {
    const wasThere = await docker.removeConfig({ folder }, { afterKill: true });
    runner.info(
      wasThere ? 'Removed the login that the main step left when it was killed.' : 'The login is gone already.',
    );
  } catch (error) {
    runner.warning(
      'Login not removed',
      `The private docker configuration ${folder} could not be removed: ${asError(error).message}`,
    );
  }
}
