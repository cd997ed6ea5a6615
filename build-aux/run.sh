#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Builds Liaison and opens its window on the sample store. What is missing on the machine is
# installed first. Without a display the engagements of the sample are listed instead.
# Arguments are handed on: build-aux/run.sh list contacts --store=FILE

set -eu

source_dir=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
build_dir=$source_dir/_build
liaison=$build_dir/src/app/liaison
store=${XDG_DATA_HOME:-$HOME/.local/share}/liaison/sample.liaison

# shellcheck source=build-aux/setup.sh
. "$source_dir/build-aux/setup.sh"

install_packages "$source_dir" build
build "$source_dir" "$build_dir"

# Liaison is not installed: GLib finds the settings schema of the build folder by this, and gettext its
# translations.
GSETTINGS_SCHEMA_DIR=$build_dir/data
LIAISON_LOCALEDIR=$build_dir/po
export GSETTINGS_SCHEMA_DIR LIAISON_LOCALEDIR

if [ $# -gt 0 ]; then
  exec "$liaison" "$@"
fi

if [ ! -e "$store" ]; then
  say "making the sample store: $store"
  (umask 077 && mkdir -p -- "$(dirname -- "$store")")
  "$liaison" sample --store="$store" >&2
fi

if [ -z "${DISPLAY:-}" ] && [ -z "${WAYLAND_DISPLAY:-}" ]; then
  say "there is no display to open a window on, so here are the engagements of the sample."
  exec "$liaison" list engagements --store="$store"
fi

say "opening the sample store: $store"
exec "$liaison" "$store"
