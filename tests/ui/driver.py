# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives the program as a person would: real keys and clicks, and what a screen reader reads.

To be run under run-ui.sh, which gives a display, a window manager and a session bus.  AT-SPI is spoken straight over D-Bus: libatspi
keeps a cache that GTK 4.8 leaves stale.  Whatever waits asks again until a deadline, and says what it waited for.
"""

import ast
import dataclasses
import functools
import mmap
import os
import re
import signal
import struct
import subprocess
import tempfile
import time

from gi.repository import Gio, GLib

ACCESSIBLE = 'org.a11y.atspi.Accessible'
ACTION = 'org.a11y.atspi.Action'
APPLICATION = 'org.a11y.atspi.Application'
CACHE = 'org.a11y.atspi.Cache'
COMPONENT = 'org.a11y.atspi.Component'
EVENTS = 'org.a11y.atspi.Event.Object'
TEXT = 'org.a11y.atspi.Text'
PROPERTIES = 'org.freedesktop.DBus.Properties'
REGISTRY = 'org.a11y.atspi.Registry'
ROOT = '/org/a11y/atspi/accessible/root'
ITEMS = '/org/a11y/atspi/cache'
# Of the states of AT-SPI (https://gitlab.gnome.org/GNOME/at-spi2-core, atspi-constants.h) those that the tests ask for.
STATES = {'checked': 4, 'enabled': 8, 'expanded': 10, 'focusable': 11, 'focused': 12, 'pressed': 20, 'selected': 23,
          'sensitive': 24, 'showing': 25, 'visible': 30}
# What does for a click where no action is offered.
PRESSED_BY = {'button': 'space', 'check box': 'space', 'combo box': 'space', 'list item': 'Return', 'menu item': 'Return',
              'radio': 'space', 'toggle button': 'space'}
# The readings of the screen, and answers of the program between them, that are alike while nothing is loading or moving.
ALIKE = 6
BOLD = 700          # of Pango's weights
DEADLINE = 60.0     # of a test that fails; how long one that passes takes it does not tell


class Failure(AssertionError):
    """What was waited for did not come."""


def has_state(bits, state):
    number = STATES[state]
    return bool(bits[number // 32] >> number % 32 & 1)


def wait_for(what, question, deadline=DEADLINE):
    """Asks until the answer is true, and returns it; the pause between two questions is not what is waited for."""
    end = time.monotonic() + deadline
    while True:
        asked = time.monotonic()
        try:
            answer = question()
        except GLib.Error as error:
            answer = error      # a widget that went away between two calls
        if answer and not isinstance(answer, GLib.Error):
            return answer
        if time.monotonic() > end:
            raise Failure(f'waited in vain for {what}; the last answer was {answer!r}\n' + describe_programs())
        # Whoever is asked all the time comes to nothing else.
        pause = GLib.MainLoop()
        GLib.timeout_add(max(20, int(1000 * (time.monotonic() - asked))), pause.quit)
        pause.run()


def describe_programs():
    """What there was to see instead of what was waited for."""
    lines = []
    for program in Program.running:
        try:
            lines += program.describe()
        except (GLib.Error, OSError, subprocess.SubprocessError) as error:
            lines.append(f'the program cannot be asked what it shows: {error}')
        lines.append(program.read_errors())
    return '\n'.join(lines)


class Peer:
    """A program on the accessibility bus, and the roles of its widgets, which do not change."""

    def __init__(self, bus, name):
        self.bus, self.name = bus, name
        self.roles = {}

    @functools.cached_property
    def tells_places(self):
        """Whether the places of widgets are right: from 4.10 on GTK leaves out the paddings of those that they are in."""
        version = Node(self, ROOT).get(APPLICATION, 'Version')
        return [int(number) for number in version.split('.')[:2]] < [4, 10]

    def call(self, path, interface, method, arguments=None):
        return self.bus.call_sync(self.name, path, interface, method, arguments, None, Gio.DBusCallFlags.NONE, 20000, None)

    def ask(self, paths, interface, method, arguments=None):
        """Asks all at once; what a widget answers by its path, and nothing for one that does not know the question.

        @arguments: those of the question, or a dictionary of them by path.
        """
        answers = {}
        waiting = set(paths)
        loop = GLib.MainLoop()

        def answered(bus, result, path):
            try:
                answers[path] = bus.call_finish(result).unpack()
            except GLib.Error:
                pass
            waiting.discard(path)
            if not waiting:
                loop.quit()

        for path in tuple(waiting):
            given = arguments[path] if isinstance(arguments, dict) else arguments
            self.bus.call(self.name, path, interface, method, given, None, Gio.DBusCallFlags.NONE, 20000, None, answered, path)
        if waiting:
            loop.run()
        return answers

    def find_roles(self, paths):
        unknown = [path for path in paths if path not in self.roles]
        for path, (role,) in self.ask(unknown, ACCESSIBLE, 'GetRoleName').items():
            self.roles[path] = role
        return self.roles


class Node:
    """A widget as assistive technology sees it."""

    def __init__(self, peer, path):
        self.peer, self.path = peer, path

    def __eq__(self, other):
        return isinstance(other, Node) and self.path == other.path

    def __hash__(self):
        return hash(self.path)

    def __repr__(self):
        try:
            return f'{self.role} “{self.name}”'
        except GLib.Error:
            return 'a widget that is gone'

    def call(self, interface, method, arguments=None):
        return self.peer.call(self.path, interface, method, arguments).unpack()

    def get(self, interface, prop):
        return self.call(PROPERTIES, 'Get', GLib.Variant('(ss)', (interface, prop)))[0]

    @property
    def name(self):
        return self.get(ACCESSIBLE, 'Name')

    @property
    def description(self):
        return self.get(ACCESSIBLE, 'Description')

    @property
    def role(self):
        return self.call(ACCESSIBLE, 'GetRoleName')[0]

    @property
    def text(self):
        return self.call(TEXT, 'GetText', GLib.Variant('(ii)', (0, 0x7fffffff)))[0]

    @property
    def bold(self):
        """The stretches of its text that are set bold."""
        text, stretches, at = self.text, [], 0
        while at < len(text):
            attributes, _, end = self.call(TEXT, 'GetAttributes', GLib.Variant('(i)', (at,)))
            if int(attributes.get('weight', 0)) >= BOLD:
                stretches.append(text[at:end])
            at = max(at + 1, end)
        return stretches

    def has(self, state):
        return has_state(self.call(ACCESSIBLE, 'GetState')[0], state)

    def is_called(self, role=None, name=None):
        """Whether it has that role and name (a regular expression)."""
        return (role is None or self.role == role) and (name is None or re.fullmatch(name, self.name) is not None)

    @property
    def children(self):
        return [Node(self.peer if name == self.peer.name else Peer(self.peer.bus, name), path)
                for name, path in self.call(ACCESSIBLE, 'GetChildren')[0]]

    @property
    def ancestors(self):
        """The paths of what it is in, from the inside out to its window."""
        paths = []
        path = self.path
        while True:
            _, path = Node(self.peer, path).get(ACCESSIBLE, 'Parent')
            if path == ROOT or path.endswith('/null'):
                return paths
            paths.append(path)

    def walk(self):
        """This node and those under it that show, parents first."""
        return Tree(self).find_all()

    def find_all(self, role=None, name=None):
        return Tree(self).find_all(role, name)

    def find(self, role=None, name=None, deadline=DEADLINE):
        what = f'a {role or "widget"} named “{name}”'
        return wait_for(what, lambda: next(iter(self.find_all(role, name)), None), deadline)

    def has_one(self, role=None, name=None):
        return bool(self.find_all(role, name))

    @property
    def n_actions(self):
        return self.get(ACTION, 'NActions')

    def act(self):
        """Does the first of its actions: presses a button."""
        self.call(ACTION, 'DoAction', GLib.Variant('(i)', (0,)))

    @property
    def extents(self):
        """x, y, width, height in the window."""
        return self.call(COMPONENT, 'GetExtents', GLib.Variant('(u)', (1,)))[0]


class Tree:
    """What is under a node at one moment, by few calls: the program tells all that it has in one answer, and other questions go out together.

    GTK tells only of the widgets that somebody has asked for, and of these tells each change from then on, so nobody asks for what is in a widget
    that does not show: that is four of five, of rows out of view and pages that are not up.
    """

    # An item of the answer as GLib prints it.  To unpack two thousand of them one by one would take longer than all else that a test does.
    TEXT = r"""('[^'\\]*'|"[^"\\]*"|'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")"""
    REFERENCE = r"\('[^']*', '([^']*)'\)"
    ITEM = re.compile(rf'\({REFERENCE}, {REFERENCE}, {REFERENCE}, (-?\d+), (-?\d+), \[[^]]*\], {TEXT}, \d+, {TEXT}, \[(\d+), (\d+)\]\)')

    def __init__(self, top):
        self.top, self.peer = top, top.peer
        self.items = {}
        self.children = {}
        self.rooms = {}
        asked = set()
        unknown = True
        while unknown:
            self.read()
            level = set(self.find_shown([path for path in self.list_paths() if path not in asked and not self.is_complete(path)]))
            unknown = set()
            # Down to the last of them, for to read all again takes longer than these questions.
            while level:
                asked |= level
                answers = self.peer.ask(level, ACCESSIBLE, 'GetChildren')
                level = {path for children, in answers.values() for _, path in children} - self.items.keys() - asked
                unknown |= level
                self.learn_rooms(level)
                level = {path for path in level if self.has_room(path)}

    def read(self):
        printed = self.peer.call(ITEMS, CACHE, 'GetItems').print_(False)
        self.items = {path: Item(parent, int(place), int(n_children), name, (int(low), int(high)))
                      for path, _, parent, place, n_children, name, _, low, high in self.ITEM.findall(printed)}
        self.children = {}
        for path, item in sorted(self.items.items(), key=lambda pair: pair[1].place):
            self.children.setdefault(item.parent, []).append(path)

    def is_complete(self, path):
        """Whether a child is known for each place: one that was hidden stays known, and none may be known of those that came for it."""
        places = {self.items[child].place for child in self.children.get(path, ())}
        return path in self.items and places.issuperset(range(self.items[path].n_children))

    def list_paths(self):
        """The paths from the top down, parents first."""
        paths = []
        rest = [self.top.path]
        while rest:
            path = rest.pop()
            paths.append(path)
            rest += reversed(self.children.get(path, ()))
        return paths

    def list_ancestors(self, path):
        """A path and those over it, without the top: that one is known to show."""
        while path in self.items and path != self.top.path:
            yield path
            path = self.items[path].parent

    def learn_rooms(self, paths):
        """Asks for their rooms in the window.  What has no place of its own, as a page of a stack, goes by what is in it."""
        questions = paths - self.rooms.keys()
        answers = self.peer.ask(questions, COMPONENT, 'GetExtents', GLib.Variant('(u)', (1,)))
        for path in questions:
            self.rooms[path] = answers.get(path, ((0, 0, 1, 1),))[0]

    def has_room(self, path):
        _, _, width, height = self.rooms[path]
        return width > 0 and height > 0

    def find_shown(self, paths):
        """Those of which neither they nor anything around them is without room, and that are on the screen.

        The pages of a stack that are not up stay in the tree, call themselves visible, and keep the room that they had when they were.  What is
        not on the screen holds no point, not even its own middle (https://docs.gtk.org/gtk4/method.Widget.contains.html).
        """
        self.learn_rooms({ancestor for path in paths for ancestor in self.list_ancestors(path)})
        roomy = [path for path in paths if all(self.has_room(ancestor) for ancestor in self.list_ancestors(path))]
        if not self.peer.tells_places:
            return roomy
        self.learn_rooms(set(roomy))
        middles = {path: GLib.Variant('(iiu)', (x + width // 2, y + height // 2, 1))
                   for path in roomy for x, y, width, height in [self.rooms[path]]}
        answers = self.peer.ask(roomy, COMPONENT, 'Contains', middles)
        return [path for path in roomy if answers.get(path, (True,))[0]]

    def find_all(self, role=None, name=None):
        """The nodes that show, of that role and name (a regular expression)."""
        paths = [path for path in self.list_paths() if name is None or path in self.items and re.fullmatch(name, self.items[path].name)]
        if role is not None:
            roles = self.peer.find_roles(paths)
            paths = [path for path in paths if roles.get(path) == role]
        return [Node(self.peer, path) for path in self.find_shown(paths)]

    def find_focused(self, title=None):
        """The focus of each window, that of the one with the title first: the others keep their own, and GTK 4.8 tells none to be active."""
        def is_elsewhere(path):
            return not any(self.items[ancestor].name == title for ancestor in self.list_ancestors(path))

        focused = sorted((path for path in self.list_paths() if path in self.items and self.items[path].has('focused')), key=is_elsewhere)
        return [Node(self.peer, path) for path in self.find_shown(focused)]

    def tell_distance(self, one, other):
        """By how many places one comes before the other in the list that both are in, 0 where they are in none."""
        first, second = self.items.get(one.path), self.items.get(other.path)
        return second.place - first.place if first and second and first.parent == second.parent else 0

    def describe(self):
        """The tree as text, for the message of a failure: what shows and has a name of its own."""
        named = [path for path in self.list_paths() if path in self.items and not re.fullmatch('|Gtk.*|Liaison[A-Z].*', self.items[path].name)]
        roles = self.peer.find_roles(named)
        return [f'{"  " * len(list(self.list_ancestors(path)))}{roles.get(path)} “{self.items[path].name}”'
                f'{" [focused]" if self.items[path].has("focused") else ""}' for path in self.find_shown(named)]


def is_within(node, other):
    """Whether a node is another one or in it; one that has gone is in none."""
    try:
        return other.path in (node.path, *node.ancestors)
    except GLib.Error:
        return False


class Focus:
    """What has the focus, by what the program told of it: to ask these few takes a moment, to read the whole tree twenty times as long."""

    def __init__(self, root):
        self.root, self.peer = root, root.peer
        self.paths = set()
        self.peer.bus.signal_subscribe(self.peer.name, EVENTS, 'StateChanged', None, 'focused', Gio.DBusSignalFlags.NONE, self.add)

    def add(self, bus, sender, path, interface, member, parameters):
        self.paths.add(path)

    def find_known(self):
        """Those that have the focus of their window, show, and have been told of; each with the path of its window."""
        # What was told before the answer has come before it.
        self.peer.ask([ROOT], ACCESSIBLE, 'GetRole')
        asked = set(self.paths)
        focused = {path for path, (bits,) in self.peer.ask(asked, ACCESSIBLE, 'GetState').items() if has_state(bits, 'focused')}
        self.paths -= asked - focused
        known = []
        for path in focused:
            try:
                ancestors = Node(self.peer, path).ancestors
            except GLib.Error:
                # It has gone since.
                continue
            answers = self.peer.ask([path, *ancestors], COMPONENT, 'GetExtents', GLib.Variant('(u)', (1,)))
            if all(width > 0 and height > 0 for (_, _, width, height), in answers.values()):
                known.append((Node(self.peer, path), [path, *ancestors][-1]))
        return known

    def find(self, title):
        """The one of the window with that title, else of any."""
        for node, window in self.find_known():
            if Node(self.peer, window).name == title:
                return node
        return next(iter(self.find_all(title)), None)

    def find_called(self, role, name):
        """One of that role and name (a regular expression)."""
        for node, _ in self.find_known():
            if node.is_called(role, name):
                return node
        return next((node for node in self.find_all() if node.is_called(role, name)), None)

    def find_all(self, title=None):
        focused = Tree(self.root).find_focused(title)
        self.paths.update(node.path for node in focused)
        return focused


@dataclasses.dataclass
class Item:
    parent: str
    place: int
    n_children: int
    printed_name: str
    states: tuple

    @functools.cached_property
    def name(self):
        return ast.literal_eval(self.printed_name) if '\\' in self.printed_name else self.printed_name[1:-1]

    def has(self, state):
        return has_state(self.states, state)


class Screen:
    """What is on the display that run-ui.sh gives, whose server keeps it in a file."""

    def __init__(self, path):
        with open(path, 'rb') as file:
            self.map = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        # A header and a table of colours come first (https://gitlab.freedesktop.org/xorg/proto/xorgproto, XWDFile.h).
        header = struct.unpack('>20I', self.map[:80])
        self.width, self.height = header[4:6]
        if header[11:13] != (32, 4 * self.width):
            raise Failure(f'the screen has {header[11]} bits for a pixel and {header[12]} bytes for a row')
        self.begin = header[0] + 12 * header[19]

    @classmethod
    @functools.cache
    def open(cls):
        return cls(os.environ['UI_SCREEN'])

    def read(self):
        """A copy of its pixels as they are now: blue, green, red and a byte that means nothing for each."""
        return self.map[self.begin:self.begin + 4 * self.width * self.height]


class Program:
    """The running program."""

    running = []

    def __init__(self, executable, *arguments, environment=None):
        errors = tempfile.TemporaryFile(mode='w+')
        self.attach(subprocess.Popen([executable, *arguments], stderr=errors, env={**os.environ, **(environment or {})}), errors)

    @classmethod
    def of_process(cls, process):
        """The program as somebody else started it; what it complains of goes elsewhere."""
        program = cls.__new__(cls)
        program.attach(process, tempfile.TemporaryFile(mode='w+'))
        return program

    def attach(self, process, errors):
        self.process = process
        self.errors = errors
        self.killed = False
        self.bus = self.connect()
        self.root = None
        self.running.append(self)
        try:
            self.root = wait_for('the program on the accessibility bus', self.find_root)
            self.focus = Focus(self.root)
        except Failure:
            self.forget()
            raise

    @staticmethod
    def connect():
        session = Gio.bus_get_sync(Gio.BusType.SESSION, None)
        address, = session.call_sync('org.a11y.Bus', '/org/a11y/bus', 'org.a11y.Bus', 'GetAddress', None, None,
                                     Gio.DBusCallFlags.NONE, 20000, None).unpack()
        return Gio.DBusConnection.new_for_address_sync(
            address, Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION, None, None)

    def find_root(self):
        if self.process.poll() is not None:
            raise Failure(f'the program ended with {self.process.returncode}: {self.read_errors()}')
        names = Peer(self.bus, 'org.freedesktop.DBus')
        for node in Node(Peer(self.bus, REGISTRY), ROOT).children:
            pid, = names.call('/org/freedesktop/DBus', 'org.freedesktop.DBus', 'GetConnectionUnixProcessID',
                              GLib.Variant('(s)', (node.peer.name,))).unpack()
            if pid == self.process.pid:
                return node
        return None

    def read_errors(self):
        self.errors.seek(0)
        return self.errors.read()

    # What there is to see

    def find(self, role=None, name=None, deadline=DEADLINE):
        return self.root.find(role, name, deadline)

    def find_all(self, role=None, name=None):
        return self.root.find_all(role, name)

    def wait_gone(self, role=None, name=None):
        wait_for(f'the {role or "widget"} named “{name}” to go', lambda: not self.root.has_one(role, name))

    @property
    def focused(self):
        return self.focus.find(self.read_title())

    def wait_focus(self, role=None, name=None):
        return wait_for(f'the focus on a {role or "widget"} named “{name}”', lambda: self.focus.find_called(role, name))

    def wait_focused(self, what, question):
        """Waits until the answer about what has the focus is true, and returns it; for a moment nothing may have the focus."""
        def ask():
            node = self.focused
            return node if node is not None and question(node) else None
        return wait_for(what, ask)

    def read_title(self):
        """The title of the window that has the keyboard."""
        return subprocess.run(['xdotool', 'getactivewindow', 'getwindowname'], capture_output=True, text=True, check=False).stdout.strip()

    def describe(self):
        if self.root is None:
            return [f'The keyboard is in the window “{self.read_title()}”; the accessibility bus knows nothing of the program.']
        shown = Tree(self.root).describe()
        # Of a long message only the beginning may be kept.
        return [f'The keyboard is in the window “{self.read_title()}”; the focus is on', *(line for line in shown if '[focused]' in line),
                'What shows:', *shown]

    # What a person does

    @staticmethod
    def xdotool(*arguments):
        return subprocess.run(['xdotool', *arguments], check=True, capture_output=True, text=True).stdout

    def press(self, *keys):
        for key in keys:
            # Where a window has just gone none has the keyboard for a moment, and a key would be lost: it is pressed only if the first two succeed,
            # and not for the window that they name, which it would be sent as no keyboard sends it.
            command = ['xdotool', 'getactivewindow', 'getwindowname', 'key', '--clearmodifiers', '--window', '0', key]
            wait_for(f'a window that {key} goes to', lambda command=command: subprocess.run(command, capture_output=True, check=False).returncode == 0)

    def wait_heard(self):
        """Waits until keys that were pressed have come to the program, which shows nothing of it: it answers once it has seen to what came before."""
        for _ in range(2):
            self.root.call(ACCESSIBLE, 'GetRole')

    def press_at_once(self, *keys):
        """As somebody who is quicker than the program: it finds all of them waiting, and has seen to nothing that takes it a moment."""
        self.process.send_signal(signal.SIGSTOP)
        pressing = subprocess.Popen(['xdotool', 'key', '--clearmodifiers', *keys])
        try:
            pressing.wait(1)
        except subprocess.TimeoutExpired:
            # It was stopped while it had the display for itself: then nobody is quicker.
            pass
        self.process.send_signal(signal.SIGCONT)
        pressing.wait()

    def type(self, text):
        if not text.isascii():
            self.add_letters()
        self.xdotool('type', '--clearmodifiers', '--delay', '8', text)

    @functools.cache
    def add_letters(self):
        """For a letter that the keyboard lacks xdotool changes its map just before it presses the key: a busy program reads the map too late."""
        subprocess.run(['setxkbmap', 'us,ru,de'], check=True)
        self.wait_heard()

    def wait_window(self, title):
        """Waits for a window of that title (a regular expression) to have the keyboard."""
        wait_for(f'the window “{title}”', lambda: re.fullmatch(title, self.read_title()))

    def get_window_origin(self):
        """Where the active window's content begins on the screen: GTK draws a shadow around it, inside the X window."""
        window = self.xdotool('getactivewindow').strip()
        geometry = subprocess.run(['xwininfo', '-id', window], check=True, capture_output=True, text=True).stdout
        corner = [int(number) for number in re.findall(r'Absolute upper-left [XY]: +(-?\d+)', geometry)]
        extents = subprocess.run(['xprop', '-id', window, '_GTK_FRAME_EXTENTS'], check=True, capture_output=True, text=True).stdout
        shadow = [int(number) for number in re.findall(r'\d+', extents.partition('=')[2])] or [0, 0, 0, 0]
        return corner[0] + shadow[0], corner[1] + shadow[2]

    @property
    def tells_places(self):
        return self.root.peer.tells_places

    def use_without_pointer(self, node):
        """As a screen reader presses a button, or by the keyboard alone."""
        if node.role == 'button' and node.n_actions > 0:
            node.act()
            return
        self.walk_to(node)
        if node.role in PRESSED_BY:
            self.press(PRESSED_BY[node.role])

    def walk_to(self, node):
        """By Tab, and in a list by arrow keys."""
        is_row = node.role in ('list item', 'row')
        focused = self.focused
        for _ in range(60):
            if focused is not None and is_within(focused, node):
                return
            distance = Tree(self.root).tell_distance(focused, node) if focused is not None and is_row else 0
            self.press('Down' if distance > 0 else 'Up' if distance < 0 else 'Tab')
            focused = self.wait_focused('the focus to move', lambda node, before=focused: node != before)
        raise Failure(f'no key leads to the {node.role} “{node.name}”')

    def walk_by(self, key, role=None, name=None):
        """Presses a key until the focus is on a widget of that role and name, and returns it."""
        focused = None
        for _ in range(60):
            focused = self.wait_focused('the focus to move', lambda node, before=focused: node != before)
            if focused.is_called(role, name):
                return focused
            self.press(key)
        raise Failure(f'{key} does not lead to a {role or "widget"} named “{name}”')

    def point_at(self, node, at=(0.5, 0.5)):
        """Moves the pointer to a widget of the active window, to its middle or where @at says, in shares of its size."""
        place = None

        def point():
            """The pointer is where the widget is, which has stayed there meanwhile: what has just come up may yet move."""
            nonlocal place
            before, place = place, node.extents
            if place != before or place[2] <= 0:
                return False
            x, y, width, height = place
            window_x, window_y = self.get_window_origin()
            left = window_x + int(x + width * at[0])
            top = window_y + int(y + height * at[1])
            # One jump is not enough where a popover has just gone.
            self.xdotool('mousemove', str(left - 1), str(top), 'mousemove', str(left), str(top))
            return node.extents == place and self.get_window_origin() == (window_x, window_y)
        wait_for('a widget to be placed', point)

    def click(self, node, count=1, at=(0.5, 0.5)):
        """Clicks on a widget of the active window, in its middle or where @at says, in shares of its size."""
        if not self.tells_places:
            self.use_without_pointer(node)
            return
        self.point_at(node, at)
        self.xdotool('click', '--repeat', str(count), '--delay', '40', '1')

    def open(self, node, role, name=None):
        """Clicks on what opens a popover, and waits for the focus in it."""
        self.click(node)
        return self.wait_focus(role, name)

    def drag(self, node, other, at=(0.5, 0.5), begin=(0.5, 0.5)):
        """Drags a widget of the active window by its middle, or by where @begin says, to another one, to where @at says, in shares of its size."""
        window_x, window_y = self.get_window_origin()

        def tell_place(widget, share):
            x, y, width, height = widget.extents
            return window_x + int(x + width * share[0]), window_y + int(y + height * share[1])

        start, end = tell_place(node, begin), tell_place(other, at)
        screen = self.settle()
        self.xdotool('mousemove', *map(str, start), 'mousedown', '1')
        # It begins when the pointer has gone some way.  What is under it is asked with a motion, and the answer takes its time: whoever
        # lets go before it shows where it would stand drops it nowhere.
        for x, y in ((start[0] + 20, start[1]), (end[0] - 2, end[1]), end):
            self.xdotool('mousemove', str(x), str(y))
            screen = self.settle(other_than=screen)
        self.xdotool('mouseup', '1')

    def settle(self, other_than=None):
        """Waits until the screen stays as it is, which it does not while anything is loading or moving, and returns its pixels.

        @other_than: those that it had before what is waited for.
        """
        if other_than is not None:
            wait_for('another picture', lambda: Screen.open().read() != other_than)
        last, number = None, 0

        def is_settled():
            nonlocal last, number
            # Who does not answer is busy, and may yet draw.
            self.root.call(ACCESSIBLE, 'GetRole')
            before, last = last, Screen.open().read()
            number = number + 1 if before == last else 1
            return number == ALIKE
        wait_for('a picture that stays', is_settled)
        return last

    @staticmethod
    def screenshot(path):
        subprocess.run(['import', '-window', 'root', path], check=True)

    def kill(self):
        """Ends the program without a chance to do anything."""
        self.process.kill()
        self.process.wait()
        self.killed = True
        self.forget()

    def forget(self):
        """No failure has to tell of it any more."""
        if self in self.running:
            self.running.remove(self)

    def close(self):
        """Ends the program as the window's close button does, and fails on anything that it complained of."""
        # A key that arrives while another window closes goes with it, for a person too: then it is pressed again.
        for _ in range(4):
            if self.process.poll() is not None:
                break
            self.press('ctrl+q')
            try:
                self.process.wait(DEADLINE / 4)
            except (subprocess.TimeoutExpired, Failure):
                continue
        self.forget()
        if self.process.poll() is None:
            self.process.kill()
            raise Failure(f'the program did not end: {self.read_errors()}')
        errors = self.read_errors()
        if (self.process.returncode != 0 and not self.killed) or re.search(r'CRITICAL|WARNING', errors):
            raise Failure(f'the program ended with {self.process.returncode} and said: {errors}')
