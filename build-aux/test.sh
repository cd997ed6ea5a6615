#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Builds Liaison and runs every test, then builds the Flatpak and tries it as people have it; beside
# that, which is not always busy, builds Liaison with the other compiler, and runs the tests of the
# layers without a window once more under the address and undefined-behaviour sanitizers. What is
# missing on the machine is installed first. The last line is "N passed, N failed"; the status is 0
# only if some passed and none failed.

set -eu

source_dir=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
build_dir=$source_dir/_build
clang_dir=$source_dir/_build-clang
sanitized_dir=$source_dir/_build-sanitized
passed=0
failed=0
skipped=0
failures=
newline='
'
finished=no
flatpak_job=

# shellcheck source=build-aux/setup.sh
. "$source_dir/build-aux/setup.sh"

# Says the result, on whatever path the script is left.
finish ()
{
  trap - EXIT
  if [ -n "$flatpak_job" ]; then
    kill "$flatpak_job" 2>/dev/null || true
    wait "$flatpak_job" || true
  fi
  [ "$finished" = yes ] || failed=$((failed + 1))
  # Told once more where the log ends: of a long one, that is what is looked at.
  [ -z "$failures" ] || printf '%s\n' "$failures"
  if [ "$skipped" -gt 0 ]; then
    echo "$passed passed, $failed failed, $skipped skipped"
  else
    echo "$passed passed, $failed failed"
  fi
  if [ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]; then
    exit 0
  fi
  exit 1
}

# Adds the results of tests to the totals.
# usage: count_tests BUILD STATUS
count_tests ()
{
  tested_dir=$1
  status=$2
  if ! results=$(python3 "$source_dir/build-aux/count-tests.py" "$tested_dir/meson-logs/testlog.json"); then
    say "the results of the tests in $tested_dir could not be read."
    results='0 1 0'
  fi
  # No log counts twice.
  rm -f "$tested_dir/meson-logs/testlog.json"
  counts=${results%%"$newline"*}
  if [ "$results" != "$counts" ]; then
    failures=$failures${failures:+$newline}${results#*"$newline"}
  fi
  # shellcheck disable=SC2086
  set -- $counts
  if [ "$status" -ne 0 ] && [ "$2" -eq 0 ]; then
    say "meson test ended with status $status in $tested_dir, though no single test failed."
    set -- "$1" 1 "$3"
  fi
  passed=$((passed + $1))
  failed=$((failed + $2))
  skipped=$((skipped + $3))
}

# Runs the tests of a build folder and adds their results to the totals. More than there are cores
# run at once: one of a window waits now and then.
# usage: run_tests BUILD OPTION…
run_tests ()
{
  tested_dir=$1
  shift
  status=0
  rm -f "$tested_dir/meson-logs/testlog.json"
  meson test -C "$tested_dir" --print-errorlogs --timeout-multiplier=4 \
    --num-processes=$(($(nproc) + 1)) "$@" </dev/null || status=$?
  count_tests "$tested_dir" "$status"
}

trap finish EXIT
trap 'say "interrupted."; exit 1' HUP INT TERM

# A warning of the compiler stops the build in CI only: a newer compiler may warn of more.
werror=false
[ "${CI:-}" != true ] || werror=true

install_packages "$source_dir" build test flatpak

build "$source_dir" "$build_dir" -Dwerror=$werror
run_tests "$build_dir" --no-rebuild

# What it says of itself are its steps and their times, or why it cannot run here: told when it ends.
flatpak_log=$build_dir/meson-logs/flatpak.txt
rm -f "$build_dir/meson-logs/testlog.json"
meson test -C "$build_dir" --no-rebuild --timeout-multiplier=4 --suite=flatpak --verbose \
  </dev/null >"$flatpak_log" 2>&1 &
flatpak_job=$!

# What gcc lets pass, clang may warn of, and the other way round. The program is enough for that: its
# tests are the same. Its warnings are those of the front end, so nothing is optimized.
export CC=clang
configure "$source_dir" "$clang_dir" -Dwerror=$werror -Doptimization=0
meson compile -C "$clang_dir" liaison </dev/null >&2
unset CC

# The compiler's flow warnings are not to be relied on in code that sanitizers have instrumented, and
# optimizing that takes longer than running it does. Only what these tests need is built.
configure "$source_dir" "$sanitized_dir" -Dwerror=false -Doptimization=1 \
  -Db_sanitize=address,undefined -Db_lundef=false
run_tests "$sanitized_dir" --suite=core --suite=exchange --suite=cli

status=0
wait "$flatpak_job" || status=$?
flatpak_job=
cat "$flatpak_log"
count_tests "$build_dir" "$status"

finished=yes
