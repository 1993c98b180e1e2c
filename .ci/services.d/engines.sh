# The two engines that push.

# start_engine NAME FOLDER CONTAINERD-STORE PATH [WRAPPER…]: an engine with a containerd of its own, so that it neither
# meets the host's containerd nor another run's.
start_engine() {
  local name=$1 home=$dir/$2 path=$4
  mkdir -p "$home"
  cat > "$home/containerd.toml" <<- TOML
		version = 2
		root = "$home/containerd"
		state = "$home/run"
		disabled_plugins = ["io.containerd.grpc.v1.cri", "io.containerd.nri.v1.nri"]
		[grpc]
		  address = "$home/c.sock"
		[plugins."io.containerd.internal.v1.opt"]
		  path = "$home/opt"
	TOML
  # A configuration of its own, because the default one is the host's.
  printf '{ "features": { "containerd-snapshotter": %s } }\n' "$3" > "$home/daemon.json"
  start "$name-containerd" env PATH="$path" "${@:5}" containerd --config "$home/containerd.toml"
  await "$name-containerd" test -S "$home/c.sock"
  start "$name" env PATH="$path" "${@:5}" dockerd --config-file "$home/daemon.json" \
    --containerd "$home/c.sock" -H "unix://$home/d.sock" \
    --data-root "$home/data" --exec-root "$home/exec" --pidfile "$home/pid" \
    --bridge=none --iptables=false --ip6tables=false --ip-forward=false
}

# has_store HOST graph-driver|containerd
has_store() {
  local status
  status=$(docker -H "$1" info -f '{{.ServerVersion}} {{.DriverStatus}}') || return 1
  [[ $status == [0-9]* ]] || return 1
  if [[ $status == *io.containerd.snapshotter* ]]; then [[ $2 == containerd ]]; else [[ $2 == graph-driver ]]; fi
}

# can_reach HOST: the engine signs in to every registry, so it is on this network and finds our certificates.
can_reach() {
  sign_in "$1" "$tls:5543" ci-bot "$password" && sign_in "$1" "$plain" ci-bot "$password" \
    && sign_in "$1" "$token:5543" ci "$token_password"
}

serves() { timeout 10 docker -H "$1" version && has_store "$1" graph-driver && can_reach "$1"; }

# sign_in HOST REGISTRY USERNAME PASSWORD
sign_in() {
  printf '%s' "$4" | timeout 60 docker --config "$dir/login" -H "$1" login -u "$3" --password-stdin "$2"
}

# The programs of the engine that is not installed.
link_engine() {
  local program
  bin=$dir/bin
  mkdir -p "$bin"
  for program in usr/bin/containerd usr/bin/containerd-shim-runc-v2 usr/bin/ctr usr/sbin/dockerd; do
    ln -s "$tree/$program" "$bin/"
  done
}

start_engines() {
  # This store trusts the files of certs.d for the registry alone, and the system's roots for a token service elsewhere.
  SSL_CERT_FILE=$dir/token-service.pem start_engine containerd e2 true "$bin:$PATH"

  # The engine that is already here, if it serves: with the graph driver, on this network, with these files.
  first=${DOCKER_HOST:-unix:///var/run/docker.sock}
  if ! serves "$first" > "$dir/log/found" 2>&1; then
    note /etc/docker/key.json
    start_engine graph-driver e1 false "$PATH:/usr/sbin:/sbin"
    first=unix://$dir/e1/d.sock
    await graph-driver has_store "$first" graph-driver
    await graph-driver can_reach "$first"
  fi
  second=unix://$dir/e2/d.sock
  await containerd has_store "$second" containerd
  await containerd can_reach "$second"
  rm -rf "$dir/login"
  if sign_in "$first" "$untrusted:5543" ci-bot "$password" > "$dir/log/untrusted.login" 2>&1; then
    fail 'the registry "untrusted" is trusted'
  fi
}

# A container's processes do not carry DIR. Those that an engine has not stopped itself, because it was killed, are ended
# by what containerd has noted of them.
stop_containers() {
  local file id pid
  for file in "$dir"/*/run/io.containerd.runtime.v2.task/*/*/init.pid; do
    [[ -e $file ]] || continue
    id=$(basename "${file%/*}") pid=$(cat "$file")
    if grep -qsF "$id" "/proc/$pid/cgroup"; then kill -KILL "$pid"; fi
  done
}
