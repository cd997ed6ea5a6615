#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Runs a program with another folder as the root of the file system, in a mount namespace of its
# own and under its own process number. It is neither a chroot, below which the kernel refuses the
# user namespaces that flatpak-builder needs, nor bwrap, which hides parts of /proc.
#
# usage: enter-root.sh ROOT FOLDER[:TARGET]… -- PROGRAM ARGUMENT…

set -eu

if [ "${LIAISON_ROOT_ENTERED:-}" != yes ]; then
  exec env LIAISON_ROOT_ENTERED=yes unshare --mount --propagation private sh "$0" "$@"
fi
unset LIAISON_ROOT_ENTERED

root=$1
shift
folder=$PWD
mount --bind "$root" "$root"
mount -t tmpfs -o mode=1777 none "$root/tmp"
for name in /dev /proc /sys "$@"; do
  [ "$name" != -- ] || break
  mkdir -p "$root/${name#*:}"
  mount --rbind "${name%%:*}" "$root/${name#*:}"
done
while [ "$1" != -- ]; do
  shift
done
shift

cd "$root"
pivot_root . old
cd /
PATH=/app/bin:/usr/bin:/usr/sbin
export PATH
cd "$folder" 2>/dev/null || true
exec "$@"
