# SPDX-License-Identifier: GPL-3.0-or-later
"""The session that the test runs in, on the display of run-ui.sh: a bus with everything that a desktop offers there, and a home."""

import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

from installation import Installation
from older import has_history

WORK = pathlib.Path(os.environ.get('LIAISON_FLATPAK_WORK', '/nonexistent'))
OUTPUT = pathlib.Path(os.environ.get('LIAISON_FLATPAK_OUTPUT', '.')).resolve()
HERE = pathlib.Path(__file__).resolve().parent
PROGRAMS = ('bwrap', 'dbus-run-session', 'flatpak', 'gio', 'git', 'import', 'ostree', 'unshare', 'xdotool')
ENTER = 'mount -t tmpfs none /run/user && mkdir -m 700 "$XDG_RUNTIME_DIR" && exec dbus-run-session -- "$@"'
APPLICATION = 'io.github.liaison_app.Liaison'


def find_obstacle():
    """Why the test cannot run here, if it cannot."""
    missing = [program for program in PROGRAMS if shutil.which(program) is None]
    if missing:
        return f'not installed: {", ".join(missing)} (see build-aux/packages.txt)'
    if not shutil.which('apt-get'):
        return 'the runtime is stood in for by Debian packages, and there is no apt-get'
    if os.geteuid() != 0:
        return 'only root may mount what the runtime is stood in for by'
    if subprocess.run(['bwrap', '--unshare-all', '--ro-bind', '/', '/', 'true'], capture_output=True, check=False).returncode != 0:
        return 'no user namespaces, without which there is no sandbox'
    if subprocess.run(['unshare', '--mount', 'true'], capture_output=True, check=False).returncode != 0:
        return 'no mount namespaces'
    if not has_history():
        return 'the history of the sources is not here, and with it no older version to update from'
    return None


def find_cache():
    cache = os.environ.get('LIAISON_FLATPAK_CACHE')
    return pathlib.Path(cache or pathlib.Path(os.environ.get('XDG_CACHE_HOME') or pathlib.Path.home() / '.cache', 'liaison/flatpak'))


def begin():
    """Makes the folders, and starts this program again on a display."""
    cache = find_cache()
    for folder in (cache, OUTPUT):
        folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix='liaison-flatpak-') as folder:
        environment = {**os.environ, 'LIAISON_FLATPAK_CACHE': str(cache), 'LIAISON_FLATPAK_OUTPUT': str(OUTPUT),
                       'LIAISON_FLATPAK_WORK': folder}
        done = subprocess.run(['sh', HERE.parent / 'ui/run-ui.sh', sys.executable, *sys.argv], env=environment, check=False)
    return done.returncode


def enter():
    """Starts this program again, now with the home and the bus in which Liaison is installed."""
    environment = {**Installation(WORK / 'first', APPLICATION).environment,
                   **{name: value for name, value in os.environ.items() if name.startswith('LIAISON')}}
    command = ['unshare', '--mount', '--propagation', 'private', 'sh', '-c', ENTER, 'sh', sys.executable, *sys.argv]
    os.execvpe(command[0], command, {**environment, 'LIAISON_FLATPAK_ENTERED': 'yes'})


def in_session(main):
    """Runs @main in a session of its own, and leaves nothing behind but the cache and the output."""
    if 'LIAISON_FLATPAK_ENTERED' in os.environ:
        main()
        return
    if 'LIAISON_FLATPAK_WORK' in os.environ:
        enter()
    obstacle = find_obstacle()
    if obstacle:
        print(f'1..0 # SKIP {obstacle}')
        print(f'The Flatpak was not tried: {obstacle}.', file=sys.stderr)
        return
    sys.exit(begin())
