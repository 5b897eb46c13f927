#!/bin/sh
# Makes sure that Debian packages are installed: packages.sh NAME...
# Root gets the missing ones installed; anybody else gets the one command that does it.
set -eu

if ! command -v dpkg-query >/dev/null 2>&1; then
    # Other systems name them differently, so they can only be told.
    [ "$(uname -s)" = Darwin ] || echo "Please see to it that these are installed; Debian calls them: $*"
    exit 0
fi

missing=
for name in "$@"; do
    state=$(dpkg-query -W -f='${db:Status-Status}' "$name" 2>/dev/null || true)
    [ "$state" = installed ] || missing="$missing $name"
done
[ -n "$missing" ] || exit 0

if [ "$(id -u)" -ne 0 ]; then
    echo "Some system packages are missing. Install them with:" >&2
    echo "  sudo apt-get install --no-install-recommends$missing" >&2
    exit 1
fi

log=$(mktemp)
trap 'rm -f "$log"' EXIT
echo "Installing system packages:$missing"
export DEBIAN_FRONTEND=noninteractive
# shellcheck disable=SC2086  # one word per package is meant
if ! { apt-get update -q && apt-get install -q -y --no-install-recommends $missing; } >"$log" 2>&1 </dev/null; then
    cat "$log" >&2
    echo "apt-get could not install:$missing" >&2
    exit 1
fi
