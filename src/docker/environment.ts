import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

/**
 * What the docker CLI gets of our environment. The list names what is needed, not what is secret: inputs
 * (`INPUT_PASSWORD`), tokens of the runner (`ACTIONS_*`) and whatever the job exported stay with us.
 */
const PASSED_ON = [
  // to find programs and folders
  'PATH',
  'HOME',
  'USER',
  'USERPROFILE',
  'XDG_RUNTIME_DIR',
  'TMPDIR',
  'TEMP',
  'TMP',
  'PATHEXT',
  'SYSTEMROOT',
  'PROGRAMDATA',
  'PROGRAMFILES',
  'LANG',
  'LC_ALL',
  // by which the runner finds what a killed step has left running, and ends it with the job
  'RUNNER_TRACKING_ID',
  // which engine, and how to reach it
  'DOCKER_HOST',
  'DOCKER_CONTEXT',
  'DOCKER_TLS',
  'DOCKER_TLS_VERIFY',
  'DOCKER_CERT_PATH',
  'DOCKER_API_VERSION',
  'SSH_AUTH_SOCK',
  // the network
  'HTTP_PROXY',
  'HTTPS_PROXY',
  'NO_PROXY',
  'ALL_PROXY',
  'SSL_CERT_FILE',
  'SSL_CERT_DIR',
];

/** usersFolder is the folder of the user's docker configuration; docker resolves it from its working folder. */
export function usersFolder(env: NodeJS.ProcessEnv, home?: string): string {
  return resolve(env.DOCKER_CONFIG || join(home ?? homedir(), '.docker'));
}

/**
 * childEnvironment picks what the docker CLI needs of our environment, and names the configuration folder of a login.
 */
export function childEnvironment(ours: NodeJS.ProcessEnv, configFolder?: string): Record<string, string> {
  const env: Record<string, string> = {};
  // By name, so that no secret among them is even read.
  for (const name of Object.keys(ours).filter((each) => PASSED_ON.includes(each.toUpperCase()))) {
    const value = ours[name];
    if (value !== undefined) env[name] = value;
  }
  if (configFolder !== undefined) {
    env.DOCKER_CONFIG = configFolder;
    // The certificates for an engine behind TLS are in the user's folder, unless docker has another path.
    env.DOCKER_CERT_PATH ||= usersFolder(ours);
  } else if (ours.DOCKER_CONFIG !== undefined) {
    env.DOCKER_CONFIG = ours.DOCKER_CONFIG;
  }
  return env;
}

/** Where Podman finds its store and its configuration; a list like the one above. */
const PODMANS_OWN = [
  ...['CONTAINERS_CONF', 'CONTAINERS_CONF_OVERRIDE', 'CONTAINERS_STORAGE_CONF', 'CONTAINERS_REGISTRIES_CONF'],
  ...['CONTAINER_HOST', 'CONTAINER_CONNECTION', 'CONTAINER_SSHKEY', 'STORAGE_DRIVER', 'STORAGE_OPTS'],
  ...['XDG_DATA_HOME', 'XDG_CONFIG_HOME', 'XDG_CACHE_HOME', 'DBUS_SESSION_BUS_ADDRESS'],
  ...['_CONTAINERS_USERNS_CONFIGURED', '_CONTAINERS_ROOTLESS_UID', '_CONTAINERS_ROOTLESS_GID'],
];

/** podmanEnvironment picks what Podman's command needs. */
export function podmanEnvironment(ours: NodeJS.ProcessEnv): Record<string, string> {
  const own = Object.keys(ours).filter((name) => PODMANS_OWN.includes(name));
  return { ...Object.fromEntries(own.map((name) => [name, ours[name] ?? ''])), ...childEnvironment(ours) };
}

/** Where credential helpers find their own credentials: of clouds, keyrings and desktops. */
const HELPERS_OWN = /^(?:AWS|AZURE|CLOUDSDK|GOOGLE|GNUPG|PASSWORD_STORE|DBUS_SESSION|XDG)/i;

/** helperEnvironment picks what a credential helper needs, which is more than docker needs. */
export function helperEnvironment(ours: NodeJS.ProcessEnv): Record<string, string> {
  const own = Object.keys(ours).filter((name) => HELPERS_OWN.test(name));
  return { ...Object.fromEntries(own.map((name) => [name, ours[name] ?? ''])), ...childEnvironment(ours) };
}
