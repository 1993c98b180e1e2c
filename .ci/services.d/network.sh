# A network namespace of our own, joined by a veth pair: addresses that are not loopback, because an engine treats
# 127.0.0.0/8 as insecure, and there nothing proves TLS. An address for each registry, because the containerd store
# remembers by host, without the port, which repository a layer can be mounted from.
make_network() {
  local network fourth link index
  for _ in {1..100}; do
    network=10.213.$((RANDOM % 256)) fourth=$((RANDOM % 16 * 16)) link=vip$RANDOM
    ip link show "$link" > /dev/null 2>&1 && continue
    [[ -z $(ip -4 route show match "$network.$((fourth + 1))" | grep -v '^default' || true) ]] || continue
    tls=$network.$((fourth + 2)) untrusted=$network.$((fourth + 3)) token=$network.$((fourth + 4))
    for index in "${!servers[@]}"; do address[${servers[index]}]=$network.$((fourth + 5 + index)); done
    echo "$link" > "$dir/link"
    touch "$dir/netns"
    unshare --net="$dir/netns" true
    ip link add "$link" type veth peer name eth0 netns "$dir/netns"
    ip addr add "$network.$((fourth + 1))/28" dev "$link"
    ip link set "$link" up
    nsenter --net="$dir/netns" sh -ec "ip link set lo up
      for address in $tls $untrusted $token ${address[*]}; do ip addr add \$address/28 dev eth0; done
      ip link set eth0 up"
    return
  done
  fail 'no free network in 10.213.0.0/16'
}

# start_inside NAME COMMAND… in that namespace.
start_inside() { start "$1" nsenter --net="$dir/netns" "${@:2}"; }

remove_network() {
  if [[ -e $dir/link ]]; then ip link del "$(cat "$dir/link")" 2> /dev/null || true; fi
}
