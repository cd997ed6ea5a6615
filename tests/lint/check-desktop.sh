#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# What the desktop and the software catalogues read is valid.
#
# usage: check-desktop.sh DESKTOP-ENTRY METAINFO

set -eu

findings=$(desktop-file-validate "$1" 2>&1) || true
if [ -n "$findings" ]; then
  echo "$findings"
  exit 1
fi
appstreamcli validate --no-net "$2"
