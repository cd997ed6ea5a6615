# SPDX-License-Identifier: GPL-3.0-or-later
"""A home of its own with an empty Flatpak installation in it, as on a machine that has never met Liaison."""

import os
import subprocess

from standin import read, run

# What the tests of the window set, and what belongs to the session that they happen to run in.
NOT_INHERITED = ('DBUS_', 'FLATPAK_', 'GDK_BACKEND', 'GIO_', 'GSETTINGS_', 'GTK_', 'G_', 'LIAISON_', 'WAYLAND_', 'XDG_')


class Installation:
    def __init__(self, folder, application):
        self.folder = folder
        self.application = application
        self.home = folder / 'home'
        self.flatpaks = self.home / '.local/share/flatpak'
        self.exports = self.flatpaks / 'exports/share'
        self.kept = self.home / '.var/app' / application       # what is the person's
        self.data = self.kept / 'data/liaison'
        self.environment = {
            **{name: value for name, value in os.environ.items() if not name.startswith(NOT_INHERITED)},
            'HOME': str(self.home),
            'FLATPAK_SYSTEM_DIR': str(folder / 'system'),
            'FLATPAK_CONFIG_DIR': str(folder / 'etc'),
            'GIT_CONFIG_GLOBAL': '/dev/null',
            'LC_ALL': 'C.UTF-8',
            'XDG_DATA_DIRS': f'{self.exports}:/usr/local/share:/usr/share',
            # The only folder in which a sandbox looks for the document portal.
            'XDG_RUNTIME_DIR': f'/run/user/{os.getuid()}',
        }

    def make(self):
        for name in ('home', 'etc', 'system'):
            (self.folder / name).mkdir(parents=True, mode=0o700)
        # “flatpak run” asks for a system's installation, be it empty.
        run('ostree', 'init', f'--repo={self.folder}/system/repo', '--mode=bare-user-only')
        # Without it only the languages of the machine's own locale are taken of what is translated.
        self.flatpak('config', '--set', 'languages', 'en;de')

    def full_environment(self):
        """With the display and the bus of the present session."""
        session = ('DBUS_SESSION_BUS_ADDRESS', 'DISPLAY')
        return {**self.environment, **{name: os.environ[name] for name in session if name in os.environ}}

    def run(self, *command, environment=None, **options):
        return run(*command, env={**self.full_environment(), **(environment or {})}, **options)

    def read(self, *command, environment=None):
        return read(*command, env={**self.full_environment(), **(environment or {})})

    def flatpak(self, verb, *words, **options):
        self.run('flatpak', verb, '--user', *words, stdout=subprocess.DEVNULL, **options)

    def read_flatpak(self, verb, *words, **options):
        return self.read('flatpak', verb, '--user', *words, **options).strip()

    def liaison(self, *words, **options):
        """What a verb of the installed program prints."""
        return self.read('flatpak', 'run', '--user', self.application, *words, **options)

    def in_sandbox(self, *command):
        return self.read('flatpak', 'run', '--user', f'--command={command[0]}', self.application, *command[1:])
