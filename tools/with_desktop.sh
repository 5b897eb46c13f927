#!/bin/sh
# Runs a command with a screen in memory and a message bus of its own: with_desktop.sh COMMAND...
# No window opens on the real desktop, and no notification reaches the person who works there.
set -eu

here=$(cd "$(dirname "$0")/.." && pwd)

# macOS and Windows draw on their own desktop and have no such bus.
case $(uname -s) in
    Linux | *BSD) ;;
    *) exec "$@" ;;
esac

for program in Xvfb dbus-run-session; do
    if ! command -v "$program" >/dev/null 2>&1; then
        echo "$program is missing; install the packages for Xvfb and D-Bus of this system." >&2
        exit 1
    fi
done

work=$(mktemp -d)
screen=
finish() {
    [ -z "$screen" ] || kill "$screen" 2>/dev/null || true
    rm -rf "$work"
}
trap finish EXIT
trap 'exit 129' HUP
trap 'exit 130' INT
trap 'exit 143' TERM

mkfifo "$work/display"
Xvfb -displayfd 3 -screen 0 2560x1700x24 -nolisten tcp 3>"$work/display" >"$work/log" 2>&1 &
screen=$!
# Ends with an empty answer when Xvfb dies before it has a display.
read -r number <"$work/display" || number=
if [ -z "$number" ]; then
    cat "$work/log" >&2
    echo "Xvfb did not start." >&2
    exit 1
fi

unset WAYLAND_DISPLAY XAUTHORITY
export DISPLAY=":$number" SDL_VIDEODRIVER=x11 SDL_AUDIODRIVER=dummy LIBGL_ALWAYS_SOFTWARE=1
export KIVY_HOME="$work/kivy" KIVY_NO_ARGS=1 KIVY_CLIPBOARD=dummy
export AFTERCARE_PRIVATE_DESKTOP=1
mkdir "$KIVY_HOME"

status=0
dbus-run-session --config-file="$here/tests/bus.conf" -- "$@" || status=$?
exit "$status"
