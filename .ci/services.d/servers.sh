# Registry servers that others made, in the forms in which they are run, each at an address of its own.

# The newest that the oldest Go builds.
readonly distribution_version=v3.0.0
readonly servers=(
  distribution-2 distribution-3 distribution-3-uncached distribution-3-read-only distribution-3-mirror
  distribution-3-token nginx apache
)
declare -A address

fetch_distribution() {
  keep "distribution-$distribution_version-$(dpkg --print-architecture)" \
    'building a registry (distribution 3, about a minute)' build_distribution
  distribution=$kept/registry
}

build_distribution() {
  build_go_program "$1" "github.com/distribution/distribution/v3/cmd/registry@$distribution_version"
}

start_servers() {
  local basic="htpasswd: { realm: test, path: $dir/htpasswd }" cached='cache: { blobdescriptor: inmemory }'
  local service=${address[distribution-3-token]}
  local bearer="token: { realm: 'https://$service:5546/token', service: test, issuer: test, rootcertbundle: $dir/signer.pem }"
  local mirrored="{ remoteurl: 'https://${address[distribution-3]}:5543', username: ci-bot, password: $(json "$password") }"

  storage=$cached configure distribution-2 "${address[distribution-2]}:5543" server "$basic"
  storage=$cached configure distribution-3 "${address[distribution-3]}:5543" server "$basic"
  configure distribution-3-uncached "${address[distribution-3-uncached]}:5543" server "$basic"
  # What the others have stored can be read here.
  folder=distribution-3 storage='maintenance: { readonly: { enabled: true } }' \
    configure distribution-3-read-only "${address[distribution-3-read-only]}:5543" server "$basic"
  whole="proxy: $mirrored" configure distribution-3-mirror "${address[distribution-3-mirror]}:5543" server "$basic"
  storage=$cached configure distribution-3-token "$service:5543" server "$bearer"
  configure behind-nginx 127.0.0.1:5001 '' ''
  configure behind-apache 127.0.0.1:5002 '' ''
  configure_nginx
  configure_apache

  start_inside distribution-2 docker-registry serve "$dir/distribution-2.yml"
  local name
  for name in distribution-3 distribution-3-uncached distribution-3-read-only distribution-3-token behind-nginx \
    behind-apache; do start_distribution "$name"; done
  start_token_server token-server-3 "$service"
  start_inside nginx "$(command -v nginx || echo /usr/sbin/nginx)" -e stderr -c "$dir/nginx.conf"
  start_inside apache /usr/sbin/apache2 -D FOREGROUND -f "$dir/apache.conf"
}

# It trusts the system's authorities alone, and would send traces somewhere.
start_distribution() {
  start_inside "$1" env SSL_CERT_FILE="$dir/ca.pem" OTEL_TRACES_EXPORTER=none "$distribution" serve "$dir/$1.yml"
}

# As the distribution project tells it to be put in front: it asks for the password, and takes bodies of any size.
configure_nginx() {
  cat > "$dir/nginx.conf" <<- NGINX
		daemon off;
		user root;
		pid $dir/nginx.pid;
		error_log stderr;
		events {}
		http {
		  access_log off;
		  client_body_temp_path $dir/nginx-body;
		  proxy_temp_path $dir/nginx-proxy;
		  fastcgi_temp_path $dir/nginx-fastcgi;
		  uwsgi_temp_path $dir/nginx-uwsgi;
		  scgi_temp_path $dir/nginx-scgi;
		  map \$upstream_http_docker_distribution_api_version \$version { '' 'registry/2.0'; }
		  server {
		    listen ${address[nginx]}:5543 ssl;
		    ssl_certificate $dir/server.pem;
		    ssl_certificate_key $dir/server.key;
		    client_max_body_size 0;
		    chunked_transfer_encoding on;
		    keepalive_timeout 5s 5s;
		    location /v2/ {
		      auth_basic "Registry realm";
		      auth_basic_user_file $dir/htpasswd;
		      add_header Docker-Distribution-Api-Version \$version always;
		      proxy_pass http://127.0.0.1:5001;
		      proxy_set_header Host \$http_host;
		      proxy_set_header X-Real-IP \$remote_addr;
		      proxy_set_header X-Forwarded-For \$proxy_add_x_forwarded_for;
		      proxy_set_header X-Forwarded-Proto \$scheme;
		      proxy_read_timeout 900;
		    }
		  }
		}
	NGINX
}

# As the distribution project tells it, with Apache's own "Keep-Alive: timeout=5": whoever is signed in reads, and only
# pushers write.
configure_apache() {
  local modules=/usr/lib/apache2/modules
  printf 'pusher: ci-bot\n' > "$dir/groups"
  cat > "$dir/apache.conf" <<- APACHE
		ServerRoot $dir
		ServerName ${address[apache]}
		PidFile $dir/apache.pid
		DefaultRuntimeDir $dir
		ErrorLog /dev/stderr
		LoadModule mpm_event_module $modules/mod_mpm_event.so
		LoadModule authn_core_module $modules/mod_authn_core.so
		LoadModule authn_file_module $modules/mod_authn_file.so
		LoadModule authz_core_module $modules/mod_authz_core.so
		LoadModule authz_user_module $modules/mod_authz_user.so
		LoadModule authz_groupfile_module $modules/mod_authz_groupfile.so
		LoadModule auth_basic_module $modules/mod_auth_basic.so
		LoadModule headers_module $modules/mod_headers.so
		LoadModule proxy_module $modules/mod_proxy.so
		LoadModule proxy_http_module $modules/mod_proxy_http.so
		LoadModule socache_shmcb_module $modules/mod_socache_shmcb.so
		LoadModule ssl_module $modules/mod_ssl.so
		Listen ${address[apache]}:5543
		SSLEngine on
		SSLCertificateFile $dir/server.pem
		SSLCertificateKeyFile $dir/server.key
		Header always set Docker-Distribution-Api-Version "registry/2.0"
		RequestHeader set X-Forwarded-Proto "https"
		ProxyRequests off
		ProxyPreserveHost on
		ProxyPass /v2 http://127.0.0.1:5002/v2
		ProxyPassReverse /v2 http://127.0.0.1:5002/v2
		<Location /v2>
		  AuthName "Registry Realm"
		  AuthType Basic
		  AuthUserFile $dir/htpasswd
		  AuthGroupFile $dir/groups
		  <Limit GET HEAD>
		    Require valid-user
		  </Limit>
		  <Limit POST PUT DELETE PATCH>
		    Require group pusher
		  </Limit>
		</Location>
	APACHE
}

await_servers() {
  local name
  await distribution-3 connect "${address[distribution-3]}" 5543
  # It ends where what it mirrors does not answer.
  start_distribution distribution-3-mirror
  for name in "${servers[@]}"; do await "$name" connect "${address[$name]}" 5543; done
  await token-server-3 connect "${address[distribution-3-token]}" 5546
}
