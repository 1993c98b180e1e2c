import { dockerServer } from '../image/reference.ts';
import { type Cli, expectWell } from './cli.ts';
import type { Docker, PrivateConfig } from './docker.ts';
import { childEnvironment } from './environment.ts';
import { keptToken, makeLogin } from './private-config.ts';

const LOGIN_HINT =
  'Check "username" and "password": the account must exist on this registry, and its token must be valid and not expired.';

/** engineLogins gives logins to the CLI, each in a separate folder; `make` creates the folder around them. */
export function engineLogins(cli: Cli, make: (planned: PrivateConfig) => Promise<void>): Pick<Docker, 'login'> {
  let logins = 0;
  return {
    login: async (planned, { registry, credential }) => {
      await make(planned);
      logins += 1;
      const kept = 'password' in credential ? {} : { [dockerServer(registry)]: keptToken(credential) };
      const login = await makeLogin(planned, { name: String(logins), auths: kept, env: process.env });
      if (!('password' in credential)) return login;
      const { username, password } = credential;
      const args = ['login', `--username=${username}`, '--password-stdin', registry];
      const given = { stdin: password.reveal(), env: childEnvironment(process.env, login.folder) };
      expectWell('docker login', await cli.persist(args, given, () => {}), { code: 'LOGIN_FAILED', hint: LOGIN_HINT });
      return login;
    },
  };
}
