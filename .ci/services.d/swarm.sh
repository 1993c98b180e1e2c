# A Swarm of one node, where images are deployed: a third engine, which has pushed none of them.

# In the registries' network namespace, so that the Swarm's own ports are nobody else's.
start_swarm() {
  empty_root_group
  start_engine swarm e3 true "$bin:$PATH" nsenter --net="$dir/netns"
  swarm=unix://$dir/e3/d.sock
}

await_swarm() {
  await swarm has_store "$swarm" containerd
  docker -H "$swarm" swarm init --advertise-addr 127.0.0.1 --listen-addr 127.0.0.1 > "$dir/log/swarm.probe" 2>&1 \
    || give_up swarm 'does not become a Swarm'
  await swarm leads "$swarm"
}

# leads HOST: the one node of the Swarm is its manager, and takes tasks.
leads() { [[ $(docker -H "$1" node ls --format '{{.Status}} {{.ManagerStatus}}') == 'Ready Leader' ]]; }

# Where this machine is itself a container with cgroup v2, no other runs in it before its root group is empty. (Only the
# root of a real machine has no type.) The group that its processes go to stays. What starts meanwhile is in the group of
# what has started it, which may not have moved yet: so all of it again, until none is left.
empty_root_group() {
  local group=/sys/fs/cgroup pid pids
  [[ -e $group/cgroup.type ]] || return 0
  mkdir -p "$group/init"
  for _ in {1..50}; do
    mapfile -t pids < "$group/cgroup.procs"
    ((${#pids[@]} > 0)) || break
    for pid in "${pids[@]}"; do
      # One that has ended since cannot be moved.
      echo "$pid" > "$group/init/cgroup.procs" 2> /dev/null || true
    done
  done
}
