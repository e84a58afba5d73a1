#!/bin/sh
# Runs pytest with the Python that install-deps.sh chose.
set -eu

exec "$(dirname "$0")/python.sh" -m pytest -c tests/pytest.ini --rootdir tests "$@"
