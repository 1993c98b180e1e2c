#!/usr/bin/env bash
#
# build.sh NAME: builds a small image of this commit in the Docker engine, as NAME:$GITHUB_SHA, and tests it.
set -euo pipefail

command -v busybox > /dev/null || sudo apt-get -qq install --yes busybox-static
cd "$(dirname "$0")"
cp "$(command -v busybox)" .
# The cache of the classic builder looks at every image, and the build fails when another one is removed meanwhile.
docker build --quiet --no-cache --tag "$1:$GITHUB_SHA" --label org.opencontainers.image.revision="$GITHUB_SHA" .
docker run --rm "$1:$GITHUB_SHA" echo 'The image runs.'
