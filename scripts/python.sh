#!/bin/sh
# Runs the Python that install-deps.sh chose: the project's own environment where it made one.
set -eu

cd "$(dirname "$0")/.."
if [ -x .venv/bin/python ]; then
  PATH="$PWD/.venv/bin:$PATH"
  export PATH
fi
exec python3 "$@"
