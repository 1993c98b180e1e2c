# Processes: started, awaited, found again, stopped.

# start NAME COMMAND… in the background, in a session of its own, so that it outlives this script. Without the host's
# proxy, which cannot reach our addresses.
start() {
  local name=$1
  shift
  setsid env -u http_proxy -u HTTP_PROXY -u https_proxy -u HTTPS_PROXY -u all_proxy -u ALL_PROXY "$marker=$dir" "$@" \
    < /dev/null > "$dir/log/$name" 2>&1 &
  process["$name"]=$!
}

# await NAME COMMAND… until the command succeeds; 120 s at most (a busy machine is slow), and no longer than
# the process lives.
await() {
  local name=$1 deadline=$((SECONDS + 120))
  shift
  until "$@" > "$dir/log/$name.probe" 2>&1; do
    kill -0 "${process[$name]}" 2> /dev/null || give_up "$name" 'ended at once'
    ((SECONDS < deadline)) || give_up "$name" 'does not answer after 120 s'
    sleep 0.1
  done
}

give_up() {
  say "$1 $2. The end of its log:" >&2
  tail -n 30 "$dir/log/$1" "$dir/log/$1.probe" >&2 2> /dev/null || true
  exit 1
}

# The ids of the processes that belong to DIR, optionally only those of one program.
belonging() {
  local file pid
  for file in $(grep -lzxsF "$marker=$dir" /proc/[0-9]*/environ || true); do
    pid=${file//[^0-9]/}
    if [[ -z ${1:-} || $(cat "/proc/$pid/comm" 2> /dev/null) == "$1" ]]; then echo "$pid"; fi
  done
}

# stop SECONDS [PROGRAM]: ask, wait, insist.
stop() {
  local deadline=$((SECONDS + $1)) pids
  mapfile -t pids < <(belonging "${2:-}")
  ((${#pids[@]} == 0)) || kill -TERM "${pids[@]}" 2> /dev/null || true
  while mapfile -t pids < <(belonging "${2:-}") && ((${#pids[@]} > 0)); do
    ((SECONDS < deadline)) || kill -KILL "${pids[@]}" 2> /dev/null || true
    ((SECONDS < deadline + 30)) || fail "cannot stop ${pids[*]}"
    sleep 0.1
  done
}
