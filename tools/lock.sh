#!/bin/sh
# Remakes the pins from pyproject.toml: every platform and Python we support, with hashes, without addresses.
set -eu
cd "$(dirname "$0")/.."

uv=$(command -v .venv/bin/uv || command -v uv || true)
if [ -z "$uv" ]; then
    .venv/bin/python -m pip install --quiet --disable-pip-version-check uv==0.13.9
    uv=.venv/bin/uv
fi

pin() {
    "$uv" pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header "$@" pyproject.toml
}
pin --output-file requirements.txt
pin --output-file requirements-dev.txt --group dev --constraint requirements.txt

if grep -nE '://|^-|@ |/(home|root|tmp|opt)/' requirements.txt requirements-dev.txt; then
    echo "The pins above name a place; they must hold names, versions and hashes alone." >&2
    exit 1
fi
