# A whole Sigstore of our own: Fulcio, a log (Rekor 2 in files), a timestamp authority, an issuer of identity tokens that
# speaks as GitHub's, and cosign, which is the judge of what was signed.

# The newest that Go 1.26 builds.
readonly fulcio_version=v1.8.8
readonly rekor_version=v2.3.0
readonly timestamp_version=v2.1.2
readonly cosign_version=v3.1.3
readonly sigstore_host=127.0.0.1
readonly rekor_name=rekor.local
declare -A sigstore_port

fetch_sigstore() {
  local machine
  machine=$(dpkg --print-architecture)
  keep "rekor-$rekor_version-$machine" 'building the log of Sigstore (Rekor 2, about a minute)' build_rekor
  rekor=$kept/posix
  keep "timestamp-$timestamp_version-$machine" 'building the timestamp authority of Sigstore (about a minute)' build_timestamp
  timestamp=$kept/timestamp-server
  keep "fulcio-$fulcio_version-$machine" 'building the authority of Sigstore (Fulcio, about a minute)' build_fulcio
  fulcio=$kept/fulcio
  keep "cosign-$cosign_version-$machine" 'building cosign (some five minutes)' build_cosign
  cosign=$kept/cosign
}

build_rekor() { build_go_program "$1" "github.com/sigstore/rekor-tiles/v2/cmd/rekor-server/posix@$rekor_version"; }

build_timestamp() {
  build_go_program "$1" "github.com/sigstore/timestamp-authority/v2/cmd/timestamp-server@$timestamp_version"
}

build_fulcio() { build_go_program "$1" "github.com/sigstore/fulcio@$fulcio_version"; }

build_cosign() { build_go_program "$1" "github.com/sigstore/cosign/v3/cmd/cosign@$cosign_version"; }

start_sigstore() {
  local name names=(issuer fulcio fulcio-grpc fulcio-metrics rekor rekor-grpc rekor-metrics timestamp tuf)
  local -a ports
  read -ra ports < <("$root/node_modules/.bin/node" -e "$free_ports" "$sigstore_host" "${#names[@]}")
  for name in "${names[@]}"; do
    sigstore_port[$name]=${ports[0]}
    ports=("${ports[@]:1}")
  done
  mkdir "$dir/sigstore" "$dir/sigstore/log"
  start oidc-issuer "$root/node_modules/.bin/node" --no-warnings "$root/__tests__/doubles/sigstore/oidc-issuer.ts" \
    "$sigstore_host" "${sigstore_port[issuer]}"
  openssl genpkey -algorithm ed25519 -out "$dir/sigstore/rekor.pem" 2> "$dir/log/rekor.openssl"
  openssl pkey -in "$dir/sigstore/rekor.pem" -pubout -out "$dir/sigstore/rekor.pub"
  cat > "$dir/sigstore/fulcio.yaml" <<- YAML
		oidc-issuers:
		  $(sigstore_at issuer): { issuer-url: $(sigstore_at issuer), client-id: sigstore, type: github-workflow }
	YAML
  start rekor "$rekor" serve --http-address "$sigstore_host" --grpc-address "$sigstore_host" \
    --http-port "${sigstore_port[rekor]}" --grpc-port "${sigstore_port[rekor-grpc]}" \
    --http-metrics-port "${sigstore_port[rekor-metrics]}" --hostname "$rekor_name" --checkpoint-interval 1s \
    --signer-filepath "$dir/sigstore/rekor.pem" --storage-dir "$dir/sigstore/log"
  # Its metrics have a port that nothing changes: within the network it is its own, and not the machine's.
  start_inside timestamp "$timestamp" serve --host "$tls" --port "${sigstore_port[timestamp]}" \
    --timestamp-signer memory --disable-ntp-monitoring
  start timestamp-way "$root/node_modules/.bin/node" -e "$forward" "${sigstore_port[timestamp]}" \
    "$sigstore_host" "$tls"
}

# The first of these that are free; nobody else takes them within a second.
readonly free_ports='
  const { createServer } = require("node:net");
  const [address, count] = process.argv.slice(1);
  const servers = Array.from({ length: Number(count) }, () => createServer().listen(0, address));
  Promise.all(servers.map((each) => new Promise((done) => each.on("listening", done)))).then(() => {
    console.log(servers.map((each) => each.address().port).join(" "));
    for (const each of servers) each.close();
  });'

# From loopback, where plain HTTP is allowed, to the same port within the network.
readonly forward='
  const { connect, createServer } = require("node:net");
  const [port, from, to] = process.argv.slice(1);
  createServer((client) => {
    const server = connect(Number(port), to);
    for (const [one, other] of [[client, server], [server, client]]) {
      one.pipe(other);
      one.on("error", () => other.destroy());
    }
  }).listen(Number(port), from);'

sigstore_at() { echo "http://$sigstore_host:${sigstore_port[$1]}"; }

# Fulcio asks its issuer when it starts.
await_sigstore() {
  await oidc-issuer connect "$sigstore_host" "${sigstore_port[issuer]}"
  start fulcio "$fulcio" serve --ca ephemeralca --ct-log-url '' --config-path "$dir/sigstore/fulcio.yaml" \
    --host "$sigstore_host" --port "${sigstore_port[fulcio]}" --grpc-host "$sigstore_host" \
    --grpc-port "${sigstore_port[fulcio-grpc]}" --metrics-port "${sigstore_port[fulcio-metrics]}" \
    --legacy-unix-domain-socket "$dir/sigstore/f.sock"
  local name
  for name in fulcio rekor; do await "$name" connect "$sigstore_host" "${sigstore_port[$name]}"; done
  await timestamp connect "$tls" "${sigstore_port[timestamp]}"
  await timestamp-way connect "$sigstore_host" "${sigstore_port[timestamp]}"
  await fulcio "$root/node_modules/.bin/node" --no-warnings "$root/__tests__/doubles/sigstore/write-trusted-root.ts" \
    "$(sigstore_at fulcio)" "$(sigstore_at timestamp)" "$dir/sigstore/rekor.pub" "$rekor_name" \
    "$dir/sigstore/trusted-root.json"
  start_tuf
}

# What services.json says of it.
sigstore_services() {
  cat <<- JSON
		"sigstore": {
		  "issuer": "$(sigstore_at issuer)", "fulcio": "$(sigstore_at fulcio)", "rekor": "$(sigstore_at rekor)",
		  "timestamp": "$(sigstore_at timestamp)", "trustedRoot": "$dir/sigstore/trusted-root.json",
		  "tufUrl": "$(sigstore_at tuf)", "tufRoot": "$dir/sigstore/tuf/1.root.json", "cosign": "$cosign"
		}
	JSON
}
