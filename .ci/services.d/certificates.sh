# Certificates, and who trusts them.

readonly ec=(-newkey ec -pkeyopt ec_paramgen_curve:P-256)

# certificate NAME SUBJECT KEY-OPTION…: NAME.pem and NAME.key, self-signed. The extensions come from standard input.
certificate() {
  local name=$1 subject=$2
  shift 2
  printf '[req]\ndistinguished_name = dn\nx509_extensions = own\n[dn]\n[own]\n%s\n' "$(cat)" > "$dir/$name.cnf"
  openssl req -config "$dir/$name.cnf" -x509 -nodes -days 7 -subj "/CN=$subject" "$@" \
    -keyout "$dir/$name.key" -out "$dir/$name.pem" >> "$dir/log/openssl" 2>&1 \
    || give_up openssl 'cannot make a certificate'
}

make_certificates() {
  certificate ca 'Test authority' "${ec[@]}" \
    <<< $'basicConstraints = critical,CA:TRUE\nkeyUsage = critical,keyCertSign,cRLSign'
  certificate untrusted 'Nobody trusts me' "${ec[@]}" <<< "subjectAltName = IP:$untrusted"
  certificate token-service 'Test token service' "${ec[@]}" <<< "subjectAltName = IP:$token, IP:${address[distribution-3-token]}"
  certificate signer 'Test tokens' -newkey rsa:2048 <<< 'basicConstraints = critical,CA:TRUE'

  printf '%s\n' "subjectAltName = IP:$tls, IP:$token$(printf ', IP:%s' "${address[@]}")" 'extendedKeyUsage = serverAuth' 'basicConstraints = CA:FALSE' \
    > "$dir/server.cnf"
  {
    openssl req -config "$dir/ca.cnf" -new -nodes -subj '/CN=Test registry' "${ec[@]}" \
      -keyout "$dir/server.key" -out "$dir/server.csr" \
      && openssl x509 -req -days 7 -in "$dir/server.csr" -CA "$dir/ca.pem" -CAkey "$dir/ca.key" -set_serial 2 \
        -extfile "$dir/server.cnf" -out "$dir/server.pem"
  } >> "$dir/log/openssl" 2>&1 || give_up openssl 'cannot sign a certificate'
  cat "$dir/ca.pem" "$dir/token-service.pem" > "$dir/token-ca.pem"
}

# trust HOST BUNDLE: what engines (and skopeo) trust; read per request.
trust() {
  note "/etc/docker/certs.d/$1"
  mkdir -p "/etc/docker/certs.d/$1"
  cp "$2" "/etc/docker/certs.d/$1/ca.crt"
}

trust_registries() {
  note_folders
  trust "$tls:5543" "$dir/ca.pem"
  trust "$token:5543" "$dir/token-ca.pem"
  local server
  for server in "${servers[@]}"; do trust "${address[$server]}:5543" "$dir/token-ca.pem"; done
}
