# A registry of another make: that of go-containerregistry, which its command crane serves. It knows no login.

readonly crane_version=v0.20.6

fetch_other_make() {
  keep "crane-$crane_version-$(dpkg --print-architecture)" \
    'building a registry of another make (go-containerregistry, about half a minute)' build_crane
  crane=$kept/crane
}

build_crane() { build_go_program "$1" "github.com/google/go-containerregistry/cmd/crane@$crane_version"; }

# An address of loopback that the registry "plain" has not: the containerd store tells hosts apart without their port.
start_other_make() {
  start other-make "$crane" registry serve --address 127.0.0.2:0
}

await_other_make() {
  await other-make grep -qE 'serving on port [0-9]+' "$dir/log/other-make"
  other_make=127.0.0.2:$(sed -nE 's/.*serving on port ([0-9]+).*/\1/p' "$dir/log/other-make" | head -n 1)
  await other-make connect 127.0.0.2 "${other_make##*:}"
}
