# SPDX-License-Identifier: GPL-3.0-or-later
"""What stands in for the settings portal of a desktop, on the bus of the test."""

from gi.repository import Gio, GLib

PATH = '/org/freedesktop/portal/desktop'
NAME = 'org.freedesktop.portal.Desktop'
SETTINGS = 'org.freedesktop.portal.Settings'
APPEARANCE = 'org.freedesktop.appearance'
INTERFACE = f'''<node><interface name="{SETTINGS}">
  <method name="ReadAll"><arg type="as" direction="in"/><arg type="a{{sa{{sv}}}}" direction="out"/></method>
  <signal name="SettingChanged"><arg type="s"/><arg type="s"/><arg type="v"/></signal>
</interface></node>'''


class Portal:
    def __init__(self, **values):
        self.values = {key.replace('_', '-'): value for key, value in values.items()}
        self.bus = Gio.bus_get_sync(Gio.BusType.SESSION, None)
        node = Gio.DBusNodeInfo.new_for_xml(INTERFACE)
        self.registration = self.bus.register_object(PATH, node.interfaces[0], self.answer, None, None)
        self.owner = Gio.bus_own_name_on_connection(self.bus, NAME, Gio.BusNameOwnerFlags.NONE, None, None)

    def answer(self, bus, sender, path, interface, method, parameters, invocation):
        values = {key: GLib.Variant('u', value) for key, value in self.values.items()}
        invocation.return_value(GLib.Variant('(a{sa{sv}})', ({APPEARANCE: values},)))

    def set(self, key, value):
        self.values[key] = value
        # What is not of the appearance, and what nobody knows, changes nothing.
        for namespace, name, given in (('org.gnome.desktop', key, 1), (APPEARANCE, 'accent', 1), (APPEARANCE, key, value)):
            self.bus.emit_signal(None, PATH, SETTINGS, 'SettingChanged', GLib.Variant('(ssv)', (namespace, name, GLib.Variant('u', given))))

    def show(self, **values):
        """Tells what is different from before, and whether anything is; what is not given is as at the beginning."""
        wanted = {**dict.fromkeys(self.values, 0), **{key.replace('_', '-'): value for key, value in values.items()}}
        different = {key: value for key, value in wanted.items() if self.values.get(key, 0) != value}
        for key, value in different.items():
            self.set(key, value)
        return bool(different)

    def close(self):
        Gio.bus_unown_name(self.owner)
        self.bus.unregister_object(self.registration)
