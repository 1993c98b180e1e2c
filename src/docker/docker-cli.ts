import { Cli, type Machine, THIS_MACHINE } from './cli.ts';
import { engineLogins } from './cli-logins.ts';
import type { Docker, PrivateConfig } from './docker.ts';
import { engineImages } from './engine-images.ts';
import { enginePush } from './engine-push.ts';
import { forgetLogins, keepLogins, planKeeping } from './left-logins/leave-logins.ts';
import { endOrphans } from './orphans.ts';
import { findOwnLogin } from './own-login.ts';
import { podmanStore } from './podman-store.ts';
import { barConfig, makeConfig, planConfig, removeConfig, removeOutlived } from './private-config.ts';

/** dockerCli is the engine as the docker CLI on the PATH shows it. */
export function dockerCli(signal: AbortSignal, machine: Machine = THIS_MACHINE): Docker {
  const { run, clock } = machine;
  const cli = new Cli(signal, machine);
  let planned: PrivateConfig | undefined;
  let made: Promise<void> | undefined;
  const make = (config: PrivateConfig): Promise<void> => {
    made ??= makeConfig(config);
    return made;
  };
  return {
    ...engineImages(cli),
    ...engineLogins(cli, make),
    ...enginePush(cli, make),
    podman: podmanStore({ run, signal }, make),

    planConfig: () => {
      planned ??= planConfig(process.env);
      return planned;
    },
    findLogin: (registry) => findOwnLogin(registry, { env: process.env, run, signal }),
    removeConfig: async (config, { afterKill } = { afterKill: false }) => {
      const wasThere = await removeConfig(config);
      if (wasThere && afterKill) await barConfig(config);
      return wasThere;
    },
    endOrphans,
    removeOutlived: (before) => removeOutlived(process.env, before),

    planKeeping: (registries) => planKeeping(registries, { env: process.env }),
    keepLogins: (plan, logins) => keepLogins(plan, logins, { clock, signal }),
    forgetLogins: (plan) => forgetLogins(plan, { env: process.env }, { clock, signal }),
  };
}
