# An emulator of AWS: moto, which verifies signatures and the rights of a role once it is told to.

readonly aws_list=$root/.ci/services.d/aws.txt

fetch_aws() {
  keep "aws-$({ python3 --version && cat "$aws_list"; } | sha256sum | head -c 12)" \
    'installing an emulator of AWS (moto, about 140 MB)' install_aws
  aws_python=$kept/bin/python
}

install_aws() {
  mkdir -p "$1"
  python3 -m venv "$1/kept" \
    && "$1/kept/bin/python" -m pip install --disable-pip-version-check --only-binary :all: -r "$aws_list"
}

start_aws() {
  start aws "$aws_python" -m moto.server -H 127.0.0.1 -p 0
}

await_aws() {
  await aws grep -qE 'Running on http://127\.0\.0\.1:[0-9]+' "$dir/log/aws"
  aws=$(grep -oE 'http://127\.0\.0\.1:[0-9]+' "$dir/log/aws" | head -n 1)
  await aws connect 127.0.0.1 "${aws##*:}"
}
