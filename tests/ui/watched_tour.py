# SPDX-License-Identifier: GPL-3.0-or-later
"""A tour whose widgets are described for the audit: what shows, what the keyboard reaches, and what is drawn."""

import re
import subprocess

from gi.repository import Gio, GLib

from audit import Picture, Widget
from driver import ACCESSIBLE, COMPONENT, REGISTRY, Peer, Screen, Tree, wait_for
from tour import Tour

TEXTS = {'label', 'heading'}
EVENTS = 'org.a11y.atspi.Event.Object'
AT_ONCE = 24
MOST_STOPS = 200


class Events:
    """What the program tells a screen reader, as it comes: kind, detail, value and the path of the widget."""

    def __init__(self, program, member, detail=None, told=None):
        """@told: the list that is added to, where several kinds are to be known in their order."""
        self.told = [] if told is None else told
        self.bus = program.bus
        kind = re.sub('(?<!^)([A-Z])', r'-\1', member).lower()
        Peer(self.bus, REGISTRY).call('/org/a11y/atspi/registry', REGISTRY, 'RegisterEvent',
                                      GLib.Variant('(sass)', (f'object:{kind}', [], '')))
        self.subscription = self.bus.signal_subscribe(program.root.peer.name, EVENTS, member, None, detail, Gio.DBusSignalFlags.NONE, self.add)

    def add(self, bus, sender, path, interface, member, parameters):
        self.told.append((path, *parameters.unpack()[:4]))

    def close(self):
        self.bus.signal_unsubscribe(self.subscription)


def run(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


class WatchedTour(Tour):
    def read_tree(self):
        """The nodes of the active window that show, each with what an audit asks of it."""
        # First, so that one that comes in between is not taken for the one that the tree tells of.
        self.window = self.find_window()
        tree = Tree(self.program.root)
        boxes = self.find_room(tree, self.window.path)
        # Not asked at a place, as a popover need not be: its content is what is there.
        self.popovers = [path for path in boxes if re.fullmatch('GtkPopover(Menu)?', tree.items[path].name)]
        mapped = self.find_mapped(tree, boxes)
        roles = tree.peer.find_roles(mapped)
        descriptions = {path: text for path, (text,) in tree.peer.ask(mapped, 'org.freedesktop.DBus.Properties', 'Get',
                                                                      GLib.Variant('(ss)', (ACCESSIBLE, 'Description'))).items()}
        return {path: Described(tree, path, roles.get(path, ''), boxes[path], descriptions.get(path, '')) for path in mapped}

    @staticmethod
    def find_room(tree, top):
        """The boxes of what has room, down from the top: what has none, as a hidden widget, is not looked into."""
        boxes, level = {}, [top]
        while level:
            answers = tree.peer.ask(level, COMPONENT, 'GetExtents', GLib.Variant('(u)', (1,)))
            # What has no place of its own, as a page of a stack, goes by what is in it.
            open_paths = [path for path in level if path not in answers or answers[path][0][2] > 0]
            boxes.update((path, tuple(answers[path][0])) for path in open_paths if path in answers)
            level = [child for path in open_paths for child in tree.children.get(path, ())]
        return boxes

    @staticmethod
    def find_mapped(tree, boxes):
        """Those that are up: what is not, as another page of a stack, has nothing at any place."""
        middles = {path: GLib.Variant('(iiu)', (x + width // 2, y + height // 2, 1)) for path, (x, y, width, height) in boxes.items()}
        answers = tree.peer.ask(boxes, COMPONENT, 'GetAccessibleAtPoint', middles)
        return [path for path in boxes if path in answers and not answers[path][0][1].endswith('/null')]

    def look(self, widgets, looks, portal):
        """Goes through looks, a name and values of the settings portal each, and tells of each its name, the texts and the picture."""
        screen = self.settle()
        for name, values in looks:
            if portal.show(**values):
                screen = self.program.settle(other_than=screen)
            yield name, self.list_texts(widgets), Picture(Screen.open().width, screen)

    def list_texts(self, widgets):
        """The labels that can be read, each with its place on the screen, as far as nothing that it is in cuts it off.

        While a popover is open, they are those in it; what cannot be used is exempt.
        """
        boxes = self.ask_boxes({*widgets, *self.popovers}.union(*(widget.ancestors for widget in widgets.values())))
        origins = self.find_open_popovers(boxes) or {self.window.path: self.find_content()}
        texts = []
        for path, widget in widgets.items():
            top = next((top for top in origins if top in widget.ancestors), None)
            if widget.role in TEXTS and self.has_text(widget) and path in boxes and top is not None and self.is_usable(widget, widgets):
                around = [boxes[other] for other in widget.ancestors[:widget.ancestors.index(top)] if other in boxes]
                x, y, width, height = self.clip(boxes[path], around)
                # Of one that is scrolled away in part there may be nothing to see but the space between its lines.
                if height == boxes[path][3]:
                    texts.append((widget, (x + origins[top][0], y + origins[top][1], width, height)))
        return texts

    @staticmethod
    def has_text(widget):
        """One without is called by its class."""
        return widget.name.strip() and not re.match('Gtk[A-Z]', widget.name)

    def ask_boxes(self, paths):
        """The boxes of what has one, as far as it has room."""
        answers = self.program.root.peer.ask(paths, COMPONENT, 'GetExtents', GLib.Variant('(u)', (1,)))
        return {path: box for path, (box,) in answers.items() if box[2] > 0 and box[3] > 0}

    def find_content(self):
        """Where on the screen the content of the active window begins: around it there may be a border."""
        x, y = self.program.get_window_origin()
        size = dict(line.split('=') for line in self.program.xdotool('getactivewindow', 'getwindowgeometry', '--shell').split())
        _, _, width, height = self.window.extents
        return x + (int(size['WIDTH']) - width) // 2, y + (int(size['HEIGHT']) - height) // 2

    def find_open_popovers(self, boxes):
        """Of popovers that are open what is to be added to places in them: GTK 4.8 tells these as if they covered what they belong to."""
        windows = re.findall(r'(0x\w+) "liaison".* (\d+)x(\d+)\S* +\+(-?\d+)\+(-?\d+)$', run('xwininfo', '-root', '-tree'), re.MULTILINE)
        places = {(int(width), int(height)): (int(x), int(y)) for window, width, height, x, y in reversed(windows)
                  if 'IsViewable' in run('xwininfo', '-id', window)}
        return {path: tuple(there - told for there, told in zip(places[boxes[path][2:]], boxes[path])) for path in self.popovers
                if path in boxes and boxes[path][2:] in places}

    @staticmethod
    def is_usable(widget, widgets):
        return widget.item.has('sensitive') and all(widgets[path].item.has('sensitive') for path in widget.ancestors if path in widgets)

    @staticmethod
    def clip(box, around):
        """What of a box lies in all of those around it."""
        left, top, right, bottom = box[0], box[1], box[0] + box[2], box[1] + box[3]
        for x, y, width, height in around:
            left, top, right, bottom = max(left, x), max(top, y), min(right, x + width), min(bottom, y + height)
        return left, top, max(right - left, 0), max(bottom - top, 0)

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

    def rest(self, events):
        """Waits until no event comes between some questions, each of which the program has answered."""
        numbers = []

        def is_resting():
            self.program.root.get(ACCESSIBLE, 'ChildCount')
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
        self.ancestors = list(tree.list_ancestors(path))[1:]
