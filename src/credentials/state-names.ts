/**
 * Under this name the post step finds the private folder to remove, should this step be killed. It stands by itself, so
 * that the post step does not bring along all that signing in needs.
 */
export const CONFIG_STATE = 'docker-config';

/** Under this name it finds where logins were left for later steps. */
export const KEEP_STATE = 'kept-logins';
