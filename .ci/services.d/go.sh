# Go, in which several of the others' programs are written, and programs that are built with it.

# The oldest that builds them, or fetches the Go that does.
readonly oldest_go=1.24

# fetch_go sets `go`, the machine's own if it is new enough, or else that of Debian trixie.
fetch_go() {
  go_root=
  for go in "$(command -v go || true)" /usr/local/go/bin/go; do
    if [[ -x $go ]] && is_at_least "$oldest_go" "$(GOTOOLCHAIN=local "$go" env GOVERSION)"; then return; fi
  done
  keep "go-trixie-$(dpkg --print-architecture)" 'fetching Go (Debian trixie, about 80 MB)' download_go
  go_root=$kept/usr/lib/go-1.24 go=$kept/usr/lib/go-1.24/bin/go
}

download_go() { extract_packages "$1" golang-1.24-go golang-1.24-src; }

# is_at_least OLDEST goVERSION
is_at_least() { [[ $(printf '%s\n' "$1" "${2#go}" | sort -V | head -n 1) == "$1" ]]; }

# build_go_program FOLDER PACKAGE@VERSION into FOLDER/kept.
build_go_program() { run_go "$1" install "$2"; }

# run_go FOLDER ARGUMENT…: what it installs comes into FOLDER/kept.
run_go() (
  # Modules are checked against Go's checksum database; so is a newer Go, where a program asks for one.
  export GOPATH=$dir/go/modules GOCACHE=$dir/go/cache GOBIN=$1/kept GOFLAGS=-modcacherw GOTOOLCHAIN=auto CGO_ENABLED=0
  [[ -z $go_root ]] || export GOROOT=$go_root
  nice "$go" "${@:2}"
)

# What only building needed.
forget_go() { rm -rf "$dir/go"; }
