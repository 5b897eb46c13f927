#!/bin/sh
# Runs the tests on all processors: tests.sh [ARGUMENTS of pytest]. Without arguments all of them, each part in
# processes of its own: what draws many screens holds much memory, which slows down what comes after it.
set -eu
cd "$(dirname "$0")/.."

run() {
    .venv/bin/python -m pytest --numprocesses auto --maxprocesses 4 --dist loadfile "$@"
}
if [ $# -gt 0 ]; then
    run "$@"
    exit
fi
status=0
run tests --ignore=tests/locale --ignore=tests/screens || status=$?
run tests/screens || status=$?
run tests/locale || status=$?
exit "$status"
