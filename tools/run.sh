#!/bin/sh
# Opens the app, after preparing this folder; the arguments go to main.py.
set -eu
cd "$(dirname "$0")/.."

case $(uname -s) in
    Linux | *BSD)
        if [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
            echo "There is no display to open a window on; 'make shots' draws every screen into a folder instead." >&2
            exit 1
        fi
        ;;
esac
tools/setup.sh run
exec .venv/bin/python main.py "$@"
