import type { Doors } from '../../credentials/sign-in.ts';
import { CONFIG_STATE, KEEP_STATE } from '../../credentials/state-names.ts';
import type { KeepPlan } from '../../docker/docker.ts';
import { asError } from '../../errors.ts';

/**
 * A folder of ours that is older than this, in milliseconds, is no longer in use: no step takes longer than 6 hours.
 */
const OUTLIVED = 6 * 3_600_000;

/**
 * forget is the story of the post step. It ends what docker still does for a main step that was killed, and removes the
 * logins that were left for later steps. It removes the private folder that the main step could not remove, with the
 * login or the saved image in it, and what other killed steps have left on this machine. It never fails the job.
 */
export async function forget(doors: Pick<Doors, 'runner' | 'docker'>): Promise<void> {
  endOrphans(doors);
  await forgetKept(doors);
  await forgetOwn(doors);
  await forgetOutlived(doors);
}

/** The watcher of the main step has already done so, unless it was killed, too. */
function endOrphans({ runner, docker }: Pick<Doors, 'runner' | 'docker'>): void {
  const ended = docker.endOrphans();
  if (ended > 0) runner.info(`Stopped docker processes of a step that was killed: ${ended}.`);
}

/** If a machine was killed with its job, the post step of another job removes what was left. */
async function forgetKept({ runner, docker }: Pick<Doors, 'runner' | 'docker'>): Promise<void> {
  const plan = runner.state(KEEP_STATE);
  try {
    const { removed, replaced } = await docker.forgetLogins(plan === '' ? undefined : (JSON.parse(plan) as KeepPlan));
    const others = replaced === 0 ? '' : `; ${replaced} replaced by another step since, and kept`;
    if (removed + replaced > 0) runner.info(`Logins for later steps: ${removed} removed${others}.`);
  } catch (error) {
    runner.warning(
      'Login not removed',
      `The logins for later steps could not be removed from docker's configuration: ${asError(error).message}`,
    );
  }
}

async function forgetOwn({ runner, docker }: Pick<Doors, 'runner' | 'docker'>): Promise<void> {
  const folder = runner.state(CONFIG_STATE);
  if (folder === '') return;
  try {
    const wasThere = await docker.removeConfig({ folder }, { afterKill: true });
    if (wasThere) {
      runner.info(
        'Removed the private folder of the main step, which was killed: a login, or an image saved for the push.',
      );
    }
  } catch (error) {
    runner.warning(
      'Private folder not removed',
      `The folder ${folder}, with a login or a saved image in it, could not be removed: ${asError(error).message}`,
    );
  }
}

/** If the temporary folder is not cleared between jobs, steps that were killed with their machine leave folders. */
async function forgetOutlived({ runner, docker }: Pick<Doors, 'runner' | 'docker'>): Promise<void> {
  try {
    const removed = await docker.removeOutlived(runner.now() - OUTLIVED);
    if (removed > 0) runner.info(`Removed folders that earlier steps left here more than six hours ago: ${removed}.`);
  } catch (error) {
    runner.info(`Folders that earlier steps may have left here could not be removed: ${asError(error).message}`);
  }
}
