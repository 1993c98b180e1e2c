/**
 * The post step finds the private folder under this name, and removes it if this step was killed. The name has its own
 * file, so that the post step does not load all that signing in needs.
 */
export const CONFIG_STATE = 'docker-config';

/** Under this name, the post step finds where logins were left for later steps. */
export const KEEP_STATE = 'kept-logins';
