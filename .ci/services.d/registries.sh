# The first four registries, those of Debian (distribution 2.8).

# configure NAME ADDRESS CERTIFICATE|'' AUTH|'': the configuration of one registry. From the caller: `folder` where its
# blobs are, if not in its own, and lines of `storage` and of the `whole` besides these.
configure() {
  cat > "$dir/$1.yml" <<- YAML
		version: 0.1
		log: { level: info }
		storage:
		  filesystem: { rootdirectory: $dir/${folder:-$1} }
		  delete: { enabled: true }
		  ${storage:-}
		${whole:-}
		http:
		  addr: $2
		  secret: $(openssl rand -hex 16)
		  ${3:+tls: { certificate: $dir/$3.pem, key: $dir/$3.key \}}
		${4:+auth: { $4 \}}
	YAML
}

# configure_token_server ADDRESS: the configuration of the token service of a registry at this address.
configure_token_server() {
  cat <<- JSON
		{
		  "address": "$1", "port": 5546, "certificate": "$dir/token-service.pem", "key": "$dir/token-service.key",
		  "issuer": "test", "signer": { "certificate": "$dir/signer.pem", "key": "$dir/signer.key" },
		  "users": {
		    "ci": {
		      "password": $(json "$token_password"),
		      "access": [{ "scope": "repository:team/app", "actions": ["pull", "push"] }]
		    },
		    "reader": {
		      "password": $(json "$reader_password"),
		      "access": [{ "scope": "repository:team/app", "actions": ["pull"] }]
		    },
		    "admin": { "password": $(json "$admin_password"), "access": [{ "scope": "*", "actions": ["*"] }] }
		  }
		}
	JSON
}

# start_token_server NAME ADDRESS
start_token_server() {
  configure_token_server "$2" > "$dir/$1.json"
  start_inside "$1" "$root/node_modules/.bin/node" --no-warnings "$root/__tests__/doubles/token-server.ts" "$dir/$1.json"
}

start_registries() {
  local basic bearer
  basic="htpasswd: { realm: test, path: $dir/htpasswd }"
  bearer="token: { realm: 'https://$token:5546/token', service: test, issuer: test, rootcertbundle: $dir/signer.pem }"
  # Two who may sign in; where rights are told apart, the reader may not push.
  printf '%s\n' "$password" | htpasswd -Bin ci-bot > "$dir/htpasswd" 2> "$dir/log/htpasswd"
  printf '%s\n' "$reader_password" | htpasswd -Bi "$dir/htpasswd" reader 2>> "$dir/log/htpasswd"

  configure tls "$tls:5543" server "$basic"
  configure untrusted "$untrusted:5543" untrusted "$basic"
  configure token "$token:5543" server "$bearer"
  configure plain 127.0.0.1:0 '' "$basic"
  start_inside tls docker-registry serve "$dir/tls.yml"
  start_inside untrusted docker-registry serve "$dir/untrusted.yml"
  start_inside token docker-registry serve "$dir/token.yml"
  start_token_server token-server "$token"
  start plain docker-registry serve "$dir/plain.yml"
}

await_registries() {
  # Port 0 lets the kernel choose one that is free; the registry says which.
  await plain grep -qE 'listening on 127\.0\.0\.1:[0-9]+' "$dir/log/plain"
  plain=127.0.0.1:$(sed -nE 's/.*listening on 127\.0\.0\.1:([0-9]+).*/\1/p' "$dir/log/plain" | head -n 1)
  await plain connect 127.0.0.1 "${plain##*:}"
  await tls connect "$tls" 5543
  await untrusted connect "$untrusted" 5543
  await token connect "$token" 5543
  await token-server connect "$token" 5546
}

connect() { timeout 10 bash -c ': > "/dev/tcp/$0/$1"' "$1" "$2"; }
