# services.json, what the tests read.

json() {
  local text=${1//\\/\\\\}
  printf '"%s"' "${text//\"/\\\"}"
}

# registry HOST SCHEME CA USERNAME PASSWORD
registry() {
  printf '"host": "%s", "scheme": "%s", "ca": %s, "username": "%s", "password": %s' "$1" "$2" "$3" "$4" "$(json "$5")"
}

write_services() {
  cat > "$dir/services.json.new" <<- JSON
		{
		  "engines": [
		    { "name": "graph-driver", "host": "$first", "buildx": null },
		    { "name": "containerd", "host": "$second", "buildx": "$tree/usr/libexec/docker/cli-plugins/docker-buildx" }
		  ],
		  "swarm": { "host": "$swarm" },
		  "registries": {
		    "tls": { $(registry "$tls:5543" https "$(json "$dir/ca.pem")" ci-bot "$password") },
		    "untrusted": { $(registry "$untrusted:5543" https null ci-bot "$password") },
		    "plain": { $(registry "$plain" http null ci-bot "$password") },
		    "other-make": { $(registry "$other_make" http null anyone anything) },
		    "token": {
		      $(registry "$token:5543" https "$(json "$dir/token-ca.pem")" ci "$token_password"),
		      "admin": { "username": "admin", "password": $(json "$admin_password") }
		    }
		  },
		  "aws": { "origin": "$aws" }
		}
	JSON
  mv "$dir/services.json.new" "$dir/services.json"
}
