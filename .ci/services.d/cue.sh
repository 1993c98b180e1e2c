# A registry of a third make, that of the CUE project: it knows no login, and its tags never move.

readonly cue_source=$root/.ci/services.d/cue

fetch_cue() {
  keep "cue-$(cat "$cue_source"/* | sha256sum | head -c 12)-$(dpkg --print-architecture)" \
    'building a registry of a third make (CUE, a few seconds)' build_cue
  cue_program=$kept/registry
}

build_cue() { mkdir -p "$1/kept" && run_go "$1" build -C "$cue_source" -o "$1/kept/registry" .; }

# An address of loopback that no other registry has: the containerd store tells hosts apart without their port.
start_cue() { start cue "$cue_program" 127.0.0.3:0; }

await_cue() {
  await cue grep -qE 'listening on 127\.0\.0\.3:[0-9]+' "$dir/log/cue"
  cue=127.0.0.3:$(sed -nE 's/.*listening on 127\.0\.0\.3:([0-9]+).*/\1/p' "$dir/log/cue" | head -n 1)
  await cue connect 127.0.0.3 "${cue##*:}"
}
