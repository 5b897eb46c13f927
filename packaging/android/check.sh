#!/bin/sh
# Checks the phones' packages as far as a machine without an SDK can: check.sh [pytest arguments]
# The toolchain gets an environment of its own under build/: the app does not need it.
set -eu
cd "$(dirname "$0")/../.."

tools/packages.sh default-jdk-headless libandroid-json-org-java aapt android-framework-res patch clang

toolchain=build/android-toolchain
pins="buildozer==1.6.0 python-for-android==2026.5.9"
if [ "$(cat "$toolchain/pins" 2>/dev/null)" != "$pins" ]; then
    .venv/bin/python -m venv --clear "$toolchain"
    # shellcheck disable=SC2086  # one word per package is meant
    "$toolchain/bin/python" -m pip install --quiet --disable-pip-version-check --progress-bar off $pins
    echo "$pins" >"$toolchain/pins"
fi

ANDROID_TOOLCHAIN_PYTHON="$PWD/$toolchain/bin/python" .venv/bin/python -m pytest tests/packaging "$@"
