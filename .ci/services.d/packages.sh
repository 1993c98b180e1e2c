# What must be on the machine.

install_packages() {
  local package missing=()
  for package in docker.io docker-registry apache2-bin apache2-utils nginx openssl podman skopeo busybox-static iproute2 \
    chromium; do
    [[ $(dpkg-query -W -f '${db:Status-Status}' "$package" 2> /dev/null) == installed ]] || missing+=("$package")
  done
  # The emulator of AWS gets a Python environment of its own.
  python3 -c 'import ensurepip, venv' 2> /dev/null || missing+=(python3-venv)
  # Whoever has a kubectl keeps it.
  command -v kubectl > /dev/null || missing+=(kubernetes-client)
  # In newer Debians the client is a package of its own, and only recommended by docker.io.
  if ((${#missing[@]} == 0)) && command -v docker > /dev/null; then return; fi

  # The packages' own services are not wanted: they would take ports and outlive `down`.
  local policy=/usr/sbin/policy-rc.d
  if [[ ! -e $policy ]]; then
    note "$policy"
    printf '#!/bin/sh\nexit 101\n' > "$policy"
    chmod 755 "$policy"
  fi
  say "installing ${missing[*]:-docker-cli}"
  apt_get update > "$dir/log/apt" 2>&1 || give_up apt 'cannot update'
  ((${#missing[@]} == 0)) || apt_get install "${missing[@]}" >> "$dir/log/apt" 2>&1 || give_up apt 'cannot install'
  command -v docker > /dev/null || apt_get install docker-cli >> "$dir/log/apt" 2>&1 || give_up apt 'cannot install'
  forget_all
}

apt_get() {
  DEBIAN_FRONTEND=noninteractive apt-get -y --no-install-recommends \
    -o DPkg::Lock::Timeout=300 -o Acquire::Retries=3 "$@"
}

# keep NAME WHAT FUNCTION: has the function make FOLDER/kept, once; sets `kept` to where it is. It stays between runs;
# remove the folder to have it made anew.
keep() {
  local cache=${XDG_CACHE_HOME:-${HOME:-/root}/.cache}/verified-image-push
  kept=$cache/$1
  mkdir -p "$cache"
  exec 8> "$cache/lock"
  flock 8
  if [[ ! -d $kept ]]; then
    say "$2"
    "$3" "$dir/fetch" > "$dir/log/$1" 2>&1 || give_up "$1" 'cannot be fetched'
    rm -rf "$kept.new"
    mv "$dir/fetch/kept" "$kept.new"
    mv "$kept.new" "$kept"
    rm -rf "$dir/fetch"
  fi
  exec 8>&-
}

# The engine with the containerd image store: that of Debian trixie, the first to have one, extracted and not installed.
fetch_engine() {
  keep "trixie-$(dpkg --print-architecture)" \
    'fetching the engine with the containerd image store (Debian trixie, about 70 MB)' download_engine
  tree=$kept
}

download_engine() {
  extract_packages "$1" docker.io containerd docker-buildx
}

# The archive that this machine uses; lists of third parties have other labels.
debian_archive() {
  apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' 'Label: Debian' | head -n 1
}

# extract_packages FOLDER PACKAGE…: packages of Debian trixie into FOLDER/kept, with apt's lists and cache in the folder,
# so that the machine's own stay as they are.
extract_packages() (
  mkdir -p "$1"/{lists,cache/archives}/partial "$1/debs" "$1/kept"
  archive=$(debian_archive)
  [[ -n $archive ]] || { apt_get update && archive=$(debian_archive); }
  [[ -n $archive ]] || fail 'apt has no list of a Debian archive'
  cat > "$1/debian.sources" <<- SOURCES
		Types: deb
		URIs: $archive
		Suites: trixie
		Components: main
		Signed-By: /usr/share/keyrings/debian-archive-keyring.gpg
	SOURCES
  cat > "$1/apt.conf" <<- CONF
		Dir::State "$1";
		Dir::State::lists "$1/lists";
		Dir::Cache "$1/cache";
		Dir::Etc::sourcelist "$1/debian.sources";
		Dir::Etc::sourceparts "-";
		APT::Sandbox::User "root";
	CONF
  export APT_CONFIG=$1/apt.conf
  cd "$1/debs" && apt_get update && apt_get download "${@:2}" || exit 1
  for deb in *.deb; do dpkg -x "$deb" "$1/kept" || exit 1; done
)
