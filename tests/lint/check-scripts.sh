#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Every shell script passes shellcheck.
#
# usage: check-scripts.sh SOURCE-FOLDER

set -eu

cd -- "$1"
shellcheck --external-sources --source-path=. .ci/run build-aux/*.sh \
  data/completions/liaison.bash tests/lint/*.sh tests/ui/*.sh
