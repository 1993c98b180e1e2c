# Podman of this Debian (4.3 in bookworm), with a store of its own: its API socket, its own command, and the `docker` that
# podman-docker makes of it (that package itself would take the place of Docker's).

start_podman() {
  # Where it keeps what it knows of blobs.
  note /var/lib/containers
  local home=$dir/podman server
  mkdir -p "$home/docker" "$home/tmp"
  # It reads certs.d, too, and wants to be told where plain HTTP is meant.
  {
    printf 'unqualified-search-registries = []\n'
    for server in "$plain" "$other_make" "$cue"; do printf '[[registry]]\nlocation = "%s"\ninsecure = true\n' "$server"; done
  } > "$home/registries.conf"
  printf '[engine]\nevents_logger = "file"\ncgroup_manager = "cgroupfs"\n[network]\nnetwork_config_dir = "%s"\n' \
    "$home/net" > "$home/containers.conf"
  cat > "$home/podman" <<- SH
		#!/bin/sh
		export CONTAINERS_CONF=$home/containers.conf CONTAINERS_REGISTRIES_CONF=$home/registries.conf
		exec $(command -v podman) --root $home/store --runroot $home/run --tmpdir $home/tmp --storage-driver vfs "\$@"
	SH
  cat > "$home/docker/docker" <<- SH
		#!/bin/sh
		[ -e /etc/containers/nodocker ] || echo "Emulate Docker CLI using podman. Create /etc/containers/nodocker to quiet msg." >&2
		exec $home/podman "\$@"
	SH
  chmod 755 "$home/podman" "$home/docker/docker"
  podman=unix://$home/p.sock
  start podman "$home/podman" system service --time=0 "$podman"
}

await_podman() { await podman docker -H "$podman" version; }
