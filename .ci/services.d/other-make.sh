# A registry of another make: that of go-containerregistry, which its command crane serves. It knows no login.

readonly crane_version=v0.20.6
# The oldest Go that builds it.
readonly oldest_go=1.24

fetch_other_make() {
  keep "crane-$crane_version-$(dpkg --print-architecture)" \
    'building a registry of another make (go-containerregistry, about half a minute)' build_crane
  crane=$kept/crane
}

build_crane() { build_go_program "$1" "github.com/google/go-containerregistry/cmd/crane@$crane_version"; }

# build_go_program FOLDER PACKAGE@VERSION into FOLDER/kept.
build_go_program() (
  find_go "$1" || exit 1
  # Modules are checked against Go's checksum database.
  export GOPATH=$1/modules GOCACHE=$1/cache GOBIN=$1/kept GOFLAGS=-modcacherw GOTOOLCHAIN=local CGO_ENABLED=0
  nice "$go" install "$2"
)

# find_go FOLDER: sets `go`: the machine's own, if it is new enough, or else that of Debian trixie.
find_go() {
  for go in "$(command -v go || true)" /usr/local/go/bin/go; do
    if [[ -x $go ]] && is_at_least "$oldest_go" "$(GOTOOLCHAIN=local "$go" env GOVERSION)"; then return; fi
  done
  extract_packages "$1/debian" golang-1.24-go golang-1.24-src || return
  export GOROOT=$1/debian/kept/usr/lib/go-1.24
  go=$GOROOT/bin/go
}

# is_at_least OLDEST goVERSION
is_at_least() { [[ $(printf '%s\n' "$1" "${2#go}" | sort -V | head -n 1) == "$1" ]]; }

# An address of loopback that the registry "plain" has not: the containerd store tells hosts apart without their port.
start_other_make() {
  start other-make "$crane" registry serve --address 127.0.0.2:0
}

await_other_make() {
  await other-make grep -qE 'serving on port [0-9]+' "$dir/log/other-make"
  other_make=127.0.0.2:$(sed -nE 's/.*serving on port ([0-9]+).*/\1/p' "$dir/log/other-make" | head -n 1)
  await other-make connect 127.0.0.2 "${other_make##*:}"
}
