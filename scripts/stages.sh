#!/bin/sh
# Runs make targets one after the other and prints the minutes that each took. Ends at the first that fails.
set -u

cd "$(dirname "$0")/.."
report=""
for stage; do
  began=$(date +%s)
  ${MAKE:-make} --no-print-directory "$stage"
  status=$?
  took=$(($(date +%s) - began))
  line=$(printf '%-12s %3d min %02d s' "$stage" $((took / 60)) $((took % 60)))
  report="$report$line
"
  if [ $status -ne 0 ]; then
    printf '\n%s%s failed\n' "$report" "$stage"
    exit $status
  fi
done
printf '\n%s' "$report"
