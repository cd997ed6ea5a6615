# SPDX-License-Identifier: GPL-3.0-or-later
"""A tour whose widgets are described for the audit: what shows, what the keyboard reaches, and what is drawn."""

import re

from gi.repository import Gio, GLib

from audit import Widget
from driver import ACCESSIBLE, COMPONENT, REGISTRY, Node, Peer, Tree, wait_for
from tour import Tour

EVENTS = 'org.a11y.atspi.Event.Object'
AT_ONCE = 24
MOST_STOPS = 200


class Events:
    """What the program tells a screen reader, as it comes: kind, detail, value and the path of the widget."""

    def __init__(self, program, member, detail=None):
        self.told = []
        self.bus = program.bus
        kind = re.sub('(?<!^)([A-Z])', r'-\1', member).lower()
        Peer(self.bus, REGISTRY).call('/org/a11y/atspi/registry', REGISTRY, 'RegisterEvent',
                                      GLib.Variant('(sass)', (f'object:{kind}', [], '')))
        self.subscription = self.bus.signal_subscribe(program.root.peer.name, EVENTS, member, None, detail, Gio.DBusSignalFlags.NONE, self.add)

    def add(self, bus, sender, path, interface, member, parameters):
        self.told.append((path, *parameters.unpack()[:4]))

    def close(self):
        self.bus.signal_unsubscribe(self.subscription)


class WatchedTour(Tour):
    def read_tree(self):
        """The nodes of the active window that show, each with what an audit asks of it."""
        tree = Tree(self.program.root)
        paths = [path for path in tree.list_paths() if path in tree.items]
        boxes = {path: box for path, (box,) in tree.peer.ask(paths, COMPONENT, 'GetExtents', GLib.Variant('(u)', (1,))).items()}
        roles = tree.peer.find_roles(paths)
        title = self.program.read_title()
        active = next(child.path for child in self.program.root.children if child.name == title)
        inside = [path for path in paths if active in list(tree.list_ancestors(path)) and boxes.get(path, (0,) * 4)[2] > 0]
        mapped = [path for path in inside if self.is_mapped(tree, path, boxes[path])]
        descriptions = {path: text for path, (text,) in tree.peer.ask(mapped, 'org.freedesktop.DBus.Properties', 'Get',
                                                                      GLib.Variant('(ss)', (ACCESSIBLE, 'Description'))).items()}
        return {path: Described(tree, path, roles.get(path, ''), boxes[path], descriptions.get(path, '')) for path in mapped}

    def is_mapped(self, tree, path, box):
        return self.pick(tree.peer, path, box[0] + box[2] // 2, box[1] + box[3] // 2) is not None

    @staticmethod
    def pick(peer, path, x, y):
        """The widget at a place of what is under another, or nothing: what is not up has nothing at any place."""
        answer = Node(peer, path).call(COMPONENT, 'GetAccessibleAtPoint', GLib.Variant('(iiu)', (int(x), int(y), 1)))[0][1]
        return None if answer.endswith('/null') else answer

    def walk(self, key):
        """The paths that have the focus one after the other, until only such come that came before."""
        events = Events(self.program, 'StateChanged', 'focused')
        try:
            stops, known = [], [-1]
            while len(stops) < MOST_STOPS and (len(known) < 2 or known[-1] > known[-2]):
                self.program.xdotool('key', '--delay', '1', *[key] * AT_ONCE)
                self.rest(events)
                stops = [path for path, detail, value, *_ in events.told if value]
                known.append(len(set(stops)))
        finally:
            events.close()
        return stops

    @staticmethod
    def rest(events):
        """Waits until no event comes between two questions."""
        numbers = []

        def is_resting():
            numbers.append(len(events.told))
            return len(numbers) > 3 and len(set(numbers[-4:])) == 1
        wait_for('the focus to rest', is_resting)


class Described(Widget):
    """A widget of a tree, and its path."""

    def __init__(self, tree, path, role, box, description):
        item = tree.items[path]
        names = [tree.items[ancestor].name for ancestor in reversed(list(tree.list_ancestors(path))[1:]) if ancestor in tree.items]
        super().__init__(role, item.name, description, tuple(box), tuple(name for name in names if name and not re.match('Gtk|Liaison', name)))
        self.path = path
        self.item = item
        self.parent = item.parent
        self.ancestors = set(tree.list_ancestors(path)) - {path}
