# SPDX-License-Identifier: GPL-3.0-or-later
"""What a desktop asks of a program over the session's bus, which starts the program where it is not there."""

import os
import signal

from driver import wait_for
from gi.repository import Gio, GLib

TIMEOUT = 60000


class Desktop:
    def __init__(self, name):
        self.name = name
        self.path = '/' + name.replace('.', '/')
        self.bus = Gio.bus_get_sync(Gio.BusType.SESSION, None)
        # What may be started was installed after the bus had begun.
        self.ask_bus('ReloadConfig')

    def ask(self, name, path, interface, method, arguments=None):
        return self.bus.call_sync(name, path, interface, method, arguments, None, Gio.DBusCallFlags.NONE, TIMEOUT, None).unpack()

    def ask_bus(self, method, arguments=None):
        return self.ask('org.freedesktop.DBus', '/org/freedesktop/DBus', 'org.freedesktop.DBus', method, arguments)

    def ask_program(self, method, signature, *arguments):
        return self.ask(self.name, self.path, 'org.freedesktop.Application', method, GLib.Variant(signature, arguments))

    def activate(self):
        self.ask_program('Activate', '(a{sv})', {})

    def activate_action(self, action):
        self.ask_program('ActivateAction', '(sava{sv})', action, [], {})

    def open(self, *paths):
        self.ask_program('Open', '(asa{sv})', [path.as_uri() for path in paths], {})

    def list_actions(self):
        return self.ask(self.name, self.path, 'org.gtk.Actions', 'List')[0]

    def is_running(self):
        return self.ask_bus('NameHasOwner', GLib.Variant('(s)', (self.name,)))[0]

    def get_process(self):
        """The process that has the program's name, once there is one."""
        wait_for(f'{self.name} on the bus', self.is_running)
        pid, = self.ask_bus('GetConnectionUnixProcessID', GLib.Variant('(s)', (self.name,)))
        return NamedProcess(self, pid)


class NamedProcess:
    """A process that the bus has started: how it ended nobody learns but the bus."""

    returncode = 0

    def __init__(self, desktop, pid):
        self.desktop = desktop
        self.pid = pid

    def poll(self):
        return None if self.desktop.is_running() else self.returncode

    def wait(self, deadline):
        wait_for(f'{self.desktop.name} to leave the bus', lambda: not self.desktop.is_running(), deadline)

    def kill(self):
        os.kill(self.pid, signal.SIGKILL)
