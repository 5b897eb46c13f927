#!/bin/sh
# Prepares this folder: setup.sh run | test | lint. Says nothing and takes no time when all is in place.
#   run   what the app needs          lint  the checkers, no screen
#   test  the checkers, a screen in memory and a message bus
set -eu
cd "$(dirname "$0")/.."

kind=${1:-test}
screen="libgl1 libx11-6 libxext6 libxrender1 libxcursor1 libxi6 libxrandr2"
case $kind in
    run) packages="$screen libnotify-bin"; pins=requirements.txt ;;
    lint) packages=; pins=requirements-dev.txt ;;
    test) packages="$screen libnotify-bin libgl1-mesa-dri xvfb dbus python3-dbus libglib2.0-bin systemd desktop-file-utils"; pins=requirements-dev.txt ;;
    *) echo "setup.sh takes run, test or lint, not '$kind'." >&2; exit 2 ;;
esac

# The first Python that Kivy has wheels for; the path is printed, nothing when there is none.
find_python() {
    for name in python3 python3.13 python3.12 python3.11; do
        if "$name" -c 'import ensurepip, sys, venv; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' 2>/dev/null; then
            command -v "$name"
            return
        fi
    done
}

# The stamp in .venv that says which pins it holds.
is_current() {
    [ -x .venv/bin/python ] && [ "$(cat ".venv/pins-$1" 2>/dev/null)" = "$(cksum <"$1")" ] && .venv/bin/python -c ''
}

python=
if ! is_current "$pins"; then
    python=$(find_python)
    [ -n "$python" ] || packages="$packages python3-venv"
fi
# Where packages can only be told, once is enough.
if [ -n "$packages" ] && { command -v dpkg-query >/dev/null 2>&1 || ! is_current "$pins"; }; then
    # shellcheck disable=SC2086  # one word per package is meant
    tools/packages.sh $packages
fi
is_current "$pins" && exit 0

[ -n "$python" ] || python=$(find_python)
if [ -z "$python" ]; then
    echo "Python 3.11, 3.12 or 3.13 with its venv module is needed, and none was found." >&2
    exit 1
fi
.venv/bin/python -c '' 2>/dev/null || "$python" -m venv --clear .venv

echo "Installing Python packages into .venv"
rm -f .venv/pins-*
.venv/bin/python -m pip install --quiet --no-input --disable-pip-version-check --progress-bar off \
    --require-hashes --no-deps --requirement "$pins" </dev/null
cksum <"$pins" >".venv/pins-$pins"
# The development pins contain those of the app.
cksum <requirements.txt >.venv/pins-requirements.txt
