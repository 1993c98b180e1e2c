# services.json, what the tests read.

json() {
  local text=${1//\\/\\\\}
  printf '"%s"' "${text//\"/\\\"}"
}

# credential USERNAME PASSWORD
credential() { printf '"username": "%s", "password": %s' "$1" "$(json "$2")"; }

# registry HOST SCHEME CA USERNAME PASSWORD
registry() {
  printf '"host": "%s", "scheme": "%s", "ca": %s, %s' "$1" "$2" "$3" "$(credential "$4" "$5")"
}

# server NAME: a line for each of servers.sh.
server() {
  local name=$1 ca=$dir/ca.pem username=ci-bot secret=$password admin admin_secret
  [[ $name != *-token ]] || ca=$dir/token-ca.pem username=ci secret=$token_password admin=admin admin_secret=$admin_password
  printf '"%s": { %s, "reader": { %s }, "admin": { %s } }' "$name" \
    "$(registry "${address[$name]}:5543" https "$(json "$ca")" "$username" "$secret")" \
    "$(credential reader "$reader_password")" "$(credential "${admin:-$username}" "${admin_secret:-$secret}")"
}

write_services() {
  local name lines=
  for name in "${servers[@]}"; do lines+=${lines:+$',\n'}$(server "$name"); done
  cat > "$dir/services.json.new" <<- JSON
		{
		  "engines": [
		    { "name": "graph-driver", "host": "$first", "buildx": null },
		    { "name": "containerd", "host": "$second", "buildx": "$tree/usr/libexec/docker/cli-plugins/docker-buildx" }
		  ],
		  "podman": {
		    "host": "$podman", "program": "$dir/podman/podman", "asDocker": "$dir/podman/docker"
		  },
		  "swarm": { "host": "$swarm" },
		  "registries": {
		    "tls": { $(registry "$tls:5543" https "$(json "$dir/ca.pem")" ci-bot "$password") },
		    "untrusted": { $(registry "$untrusted:5543" https null ci-bot "$password") },
		    "plain": { $(registry "$plain" http null ci-bot "$password") },
		    "other-make": { $(registry "$other_make" http null anyone anything) },
		    "cue": { $(registry "$cue" http null anyone anything) },
		    "token": {
		      $(registry "$token:5543" https "$(json "$dir/token-ca.pem")" ci "$token_password"),
		      "admin": { $(credential admin "$admin_password") }
		    }
		  },
		  "servers": {
		    $lines
		  },
		  "programs": {
		    "distribution-2": "$(command -v docker-registry)", "distribution-3": "$distribution", "act": "$act", "crane": "$crane"
		  },
		  $(sigstore_services),
		  "aws": { "origin": "$aws" }
		}
	JSON
  mv "$dir/services.json.new" "$dir/services.json"
}
