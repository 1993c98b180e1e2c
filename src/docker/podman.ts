/** WAYS_FROM_PODMAN is what to do with an image of Podman. */
export const WAYS_FROM_PODMAN =
  'To publish an image of Podman, set "source: containers-storage:NAME", which needs no docker. Or start Podman\'s socket ("systemctl --user start podman.socket"), point ' +
  'DOCKER_HOST at it, and install the docker CLI itself.';

/** How Podman's own command answers `info`; no Docker engine has this part. */
export const PODMAN_AS_DOCKER = /"buildahVersion":/;
