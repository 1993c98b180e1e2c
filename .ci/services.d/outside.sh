# What is made outside DIR, so that it can be removed again.

# Runs of this script beside each other take turns in what they share: packages, addresses, folders of the system.
locked() {
  mkdir -p "${lock%/*}"
  exec 9>> "$lock"
  flock 9
  "$@"
  exec 9>&-
}

# note PATH…: of those that are not there yet, so that `forget_all` removes exactly what came after.
note() {
  local path
  for path in "$@"; do
    [[ -e $path ]] || printf '%s\n' "$path" >> "$dir/outside"
  done
}

forget_all() {
  local path
  while read -r path; do rm -rf "$path"; done < <(cat "$dir/outside" 2> /dev/null || true)
}

# Folders that engines make, and that several runs share: one for the containers in each hierarchy of control groups, too.
# The lock's own file keeps the list; whoever is last removes them.
note_folders() {
  local path groups=(/sys/fs/cgroup/ /sys/fs/cgroup/*/)
  for path in /etc/docker /etc/docker/certs.d /run/docker /run/docker/plugins /run/containerd /run/containerd/s \
    "${groups[@]/%/docker}"; do
    [[ -d $path ]] || printf '%s\n' "$path" >> "$lock"
  done
}

forget_folders() {
  local path paths
  paths=$(sort -ru "$lock")
  : > "$lock"
  for path in $paths; do
    rmdir "$path" 2> /dev/null || [[ ! -d $path ]] || printf '%s\n' "$path" >> "$lock"
  done
}

forget_outside() {
  forget_all
  forget_folders
}
