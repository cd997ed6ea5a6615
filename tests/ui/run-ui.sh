#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Runs a program on a display, a window manager, a session bus and user folders of its own, ends
# with its status, and leaves nothing behind. Nothing here waits by the clock: the server and the
# window manager each say through a pipe that they are ready, and end it when they die.
#
# usage: run-ui.sh PROGRAM ARGUMENT…

set -eu

scratch=$(mktemp -d "${TMPDIR:-/tmp}/liaison-ui-XXXXXX")
server=
manager=
program=

# shellcheck disable=SC2317  # It is reached through the trap.
stop ()
{
  trap - EXIT
  # A minus sign before the number means the whole group.
  for process in ${program:+-$program} $manager $server; do
    kill -- "$process" 2>/dev/null || true
    wait "${process#-}" 2>/dev/null || true
  done
  rm -rf "$scratch" || true
}

# usage: give_up WHAT LOG
give_up ()
{
  echo "run-ui.sh: $1 did not start:" >&2
  cat "$2" >&2
  exit 1
}

trap stop EXIT
trap 'exit 143' HUP INT TERM

for folder in cache config data runtime state; do
  mkdir -m 700 "$scratch/$folder"
done
export XDG_CACHE_HOME="$scratch/cache" XDG_CONFIG_HOME="$scratch/config"
export XDG_DATA_HOME="$scratch/data" XDG_STATE_HOME="$scratch/state"
export XDG_RUNTIME_DIR="$scratch/runtime"

# Drawn the same everywhere, with settings that outlast the program, and without the services of
# the desktop that the tests happen to run on.
unset WAYLAND_DISPLAY XAUTHORITY DBUS_SESSION_BUS_ADDRESS AT_SPI_BUS_ADDRESS
export GDK_BACKEND=x11 GSK_RENDERER=cairo GSETTINGS_BACKEND=keyfile GIO_USE_VFS=local
export GTK_USE_PORTAL=0

mkfifo "$scratch/server" "$scratch/manager"

# The server keeps the screen in a file, where it is read in a moment; no pointer is drawn into it.
mkdir "$scratch/screen"
export UI_SCREEN="$scratch/screen/Xvfb_screen0"
Xvfb -displayfd 3 -screen 0 1600x1000x24 -fbdir "$scratch/screen" -nocursor -noreset \
  3>"$scratch/server" >"$scratch/server.log" 2>&1 &
server=$!
read -r number <"$scratch/server" || give_up 'the X server' "$scratch/server.log"
export DISPLAY=":$number"

openbox --sm-disable --startup "sh -c 'echo ready >\"\$1\"' sh '$scratch/manager'" \
  3>"$scratch/manager" >"$scratch/manager.log" 2>&1 &
manager=$!
read -r _ <"$scratch/manager" || give_up 'the window manager' "$scratch/manager.log"

# A bus that can start the accessibility bus, and nothing of the desktop: no portal delays the program.
mkdir "$scratch/services"
for folder in /usr/share /usr/local/share; do
  service=$folder/dbus-1/services/org.a11y.Bus.service
  if [ -e "$service" ]; then
    ln -sf "$service" "$scratch/services/"
  fi
done
cat >"$scratch/bus.conf" <<EOF
<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <keep_umask/>
  <listen>unix:tmpdir=/tmp</listen>
  <auth>EXTERNAL</auth>
  <servicedir>$scratch/services</servicedir>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
EOF

# A group of its own, so that what the program has started can be ended with it. What the bus and
# its services say is no output of the program: it goes where errors go.
setsid dbus-run-session --config-file="$scratch/bus.conf" -- sh -c 'exec "$@" >&3 3>&-' sh "$@" \
  3>&1 >&2 &
program=$!
status=0
wait "$program" || status=$?
exit "$status"
