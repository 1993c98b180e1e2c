# The TUF repository of our Sigstore: made by python-tuf, and served as the files that it is.

readonly tuf_list=$root/.ci/services.d/tuf.txt

fetch_tuf() {
  keep "tuf-$({ python3 --version && cat "$tuf_list"; } | sha256sum | head -c 12)" \
    'installing what makes a TUF repository (python-tuf, about 50 MB)' install_tuf
  tuf_python=$kept/bin/python
}

install_tuf() {
  mkdir -p "$1"
  python3 -m venv "$1/kept" \
    && "$1/kept/bin/python" -m pip install --disable-pip-version-check --only-binary :all: -r "$tuf_list"
}

# start_tuf once there is a trusted root to publish.
start_tuf() {
  "$tuf_python" "$root/__tests__/doubles/sigstore/write-tuf-repository.py" "$dir/sigstore/tuf" \
    "$dir/sigstore/trusted-root.json" "$(sigstore_at fulcio)" "$(sigstore_at rekor)" "$(sigstore_at timestamp)" \
    > "$dir/log/tuf-repository" 2>&1 || give_up tuf-repository 'cannot be made'
  start tuf "$tuf_python" -m http.server --bind "$sigstore_host" --directory "$dir/sigstore/tuf" "${sigstore_port[tuf]}"
  await tuf connect "$sigstore_host" "${sigstore_port[tuf]}"
}
