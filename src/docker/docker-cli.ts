import { Cli, type Machine, THIS_MACHINE } from './cli.ts';
import { engineLogins } from './cli-logins.ts';
import type { Docker, PrivateConfig } from './docker.ts';
import { engineImages } from './engine-images.ts';
import { enginePush } from './engine-push.ts';
import { forgetLogins, keepLogins, planKeeping } from './left-logins/leave-logins.ts';
import { endOrphans } from './orphans.ts';
import { findOwnLogin } from './own-login.ts';
import { barConfig, makeConfig, planConfig, removeConfig, removeOutlived } from './private-config.ts';

/** dockerCli is the engine as the docker CLI on the PATH shows it. */
export function dockerCli(signal: AbortSignal, machine: Machine = THIS_MACHINE): Docker {
  const { run, clock } = machine;
  const cli = new Cli(signal, machine);
  let made: Promise<void> | undefined;
  const make = (planned: PrivateConfig): Promise<void> => {
    made ??= makeConfig(planned);
    return made;
  };
  return {
    ...engineImages(cli),
    ...engineLogins(cli, make),
    ...enginePush(cli, make),

    planConfig: () => planConfig(process.env),
    findLogin: (registry) => findOwnLogin(registry, { env: process.env, run, signal }),
    removeConfig: async (planned, { afterKill } = { afterKill: false }) => {
      const wasThere = await removeConfig(planned);
      if (wasThere && afterKill) await barConfig(planned);
      return wasThere;
    },
    endOrphans,
    removeOutlived: (before) => removeOutlived(process.env, before),

    planKeeping: (registries) => planKeeping(registries, { env: process.env }),
    keepLogins: (plan, logins) => keepLogins(plan, logins, { clock, signal }),
    forgetLogins: (plan) => forgetLogins(plan, { env: process.env }, { clock, signal }),
  };
}
