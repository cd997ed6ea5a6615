#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Builds Liaison and runs every test, then builds it with the other compiler, then runs the tests of
# the layers without a window once more under the address and undefined-behaviour sanitizers, then
# builds the Flatpak and tries it as people have it. What is missing on the machine is installed first. The last line is "N passed, N failed"; the status is 0 only if some passed and none failed.

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

# shellcheck source=build-aux/setup.sh
. "$source_dir/build-aux/setup.sh"

# Says the result, on whatever path the script is left.
finish ()
{
  trap - EXIT
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

# Runs the tests of a build folder and adds their results to the totals.
# usage: run_tests BUILD OPTION…
run_tests ()
{
  tested_dir=$1
  shift
  status=0
  log=$tested_dir/meson-logs/testlog.json
  rm -f "$log"
  meson test -C "$tested_dir" --no-rebuild --print-errorlogs --timeout-multiplier=4 "$@" \
    </dev/null || status=$?
  if ! results=$(python3 "$source_dir/build-aux/count-tests.py" "$log"); then
    say "the results of the tests in $tested_dir could not be read."
    results='0 1 0'
  fi
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

trap finish EXIT
trap 'say "interrupted."; exit 1' HUP INT TERM

# A warning of the compiler stops the build in CI only: a newer compiler may warn of more.
werror=false
[ "${CI:-}" != true ] || werror=true

install_packages "$source_dir" build test flatpak

build "$source_dir" "$build_dir" -Dwerror=$werror
run_tests "$build_dir"

# What gcc lets pass, clang may warn of, and the other way round. The program is enough for that: its
# tests are the same.
export CC=clang
configure "$source_dir" "$clang_dir" -Dwerror=$werror
meson compile -C "$clang_dir" liaison </dev/null >&2
unset CC

# The compiler's flow warnings are not to be relied on in code that sanitizers have instrumented, and
# optimizing that takes longer than running it does.
build "$source_dir" "$sanitized_dir" -Dwerror=false -Doptimization=1 \
  -Db_sanitize=address,undefined -Db_lundef=false
run_tests "$sanitized_dir" --suite=core --suite=exchange --suite=cli

# What it says of itself are its steps and their times, or why it cannot run here.
run_tests "$build_dir" --suite=flatpak --verbose

finished=yes
