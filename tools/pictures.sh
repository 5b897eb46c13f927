#!/bin/sh
# Draws the pictures of the README anew, from the app itself.
set -eu
cd "$(dirname "$0")/.."

tools/setup.sh test
drawn=$(mktemp -d)
trap 'rm -rf "$drawn"' EXIT
tools/with_desktop.sh .venv/bin/python main.py shots --out "$drawn" --theme light
mkdir -p docs/pictures
cp "$drawn/today-after-phone-light.png" docs/pictures/today.png
cp "$drawn/today-before-phone-light.png" docs/pictures/before.png
cp "$drawn/timeline-phone-light.png" docs/pictures/timeline.png
cp "$drawn/limit-not-yet-phone-light.png" docs/pictures/limit.png
cp "$drawn/can-i-not-yet-phone-light.png" docs/pictures/can-i.png
cp "$drawn/result-today-phone-light.png" docs/pictures/result.png
cp "$drawn/learn-phone-light.png" docs/pictures/learn.png
cp "$drawn/lock-phone-light.png" docs/pictures/lock.png
cp "$drawn/open-backup-preview-phone-light.png" docs/pictures/restore.png
cp "$drawn/today-after-desktop-light.png" docs/pictures/desktop.png
