# SPDX-License-Identifier: GPL-3.0-or-later
"""A walk through all that the window shows: every place, form, dialog and popover, by keys, in whatever language it is.

What looks at everything takes this walk: the audit, and the pictures of every page.
"""

import pathlib
import re
import subprocess

from driver import Program, wait_for
from stored_records import StoredRecords

CHARTS = ('over-time', 'calendar', 'timeline', 'gaps', 'matrix', 'ranking', 'reciprocity', 'map', 'network')
PLACES = ('Overview', 'Engagements', 'Contacts', 'Organisations', 'Charts', 'Reports', 'Follow-ups', 'Stated totals')
# A text cursor that blinks would be another picture; and what moves would only be waited for.
STILL = '[Settings]\ngtk-cursor-blink=0\ngtk-enable-animations=0\n'
FAULTY = [{'record': 'topic', 'uuid': '017e0003-0000-7000-8000-000000000001', 'name': 'A topic'},
          {'record': 'topic', 'uuid': '017e0003-0000-7000-8000-000000000002', 'name': 7}]


class Tour(StoredRecords):
    """The walk through a window on the sample; each scene is shown by a method, and left by Escape."""

    def __init__(self, liaison, folder, environment=None, say=str):
        """@say: what the program says for an English string."""
        self.liaison = liaison
        self.folder = pathlib.Path(folder)
        self.environment = {'XDG_CONFIG_HOME': str(self.folder / 'config'), 'XDG_DATA_HOME': str(self.folder / 'data'), **(environment or {})}
        self.say = say
        self.store = self.folder / 'sample.liaison'
        self.program = None
        self.main = None
        self.opened = set()
        settings = pathlib.Path(self.environment['XDG_CONFIG_HOME'], 'gtk-4.0/settings.ini')
        if not settings.exists():
            settings.parent.mkdir(parents=True, exist_ok=True)
            settings.write_text(STILL, encoding='utf-8')

    @staticmethod
    def list_scenes():
        """The names of what there is to see, in the order of the walk."""
        return [name.removeprefix('show_').replace('_', '-') for name in vars(Tour) if name.startswith('show_')]

    def visit(self, scenes=None):
        """Goes to each scene, and tells its name while it shows."""
        for scene in scenes or self.list_scenes():
            getattr(self, 'show_' + scene.replace('-', '_'))()
            self.settle()
            yield scene
            self.leave()
        self.stop()

    # The window

    def start(self, *arguments):
        self.stop()
        self.program = Program(self.liaison, *map(str, arguments), environment=self.environment)
        self.main = wait_for('the window', self.read_window)

    def start_on_sample(self):
        if self.program is not None and self.main is not None:
            return
        if not self.store.exists():
            self.run_liaison('sample')
        self.start(self.store)
        self.settle()

    def stop(self):
        program, self.program, self.main = self.program, None, None
        if program is not None:
            program.close()

    @staticmethod
    def read_window():
        """The window that has the keyboard."""
        return subprocess.run(['xdotool', 'getactivewindow'], capture_output=True, text=True, check=False).stdout.strip()

    def find_window(self):
        """The window that has the keyboard, as assistive technology knows it: by its title, which GTK's own do not tell, or its size."""
        title, windows = self.program.read_title(), self.program.root.children
        size = dict(line.split('=') for line in self.program.xdotool('getactivewindow', 'getwindowgeometry', '--shell').split())
        borders = [(int(size['WIDTH']) - window.extents[2], int(size['HEIGHT']) - window.extents[3]) for window in windows]
        return next((window for window in windows if window.name == title), windows[borders.index(min(borders, key=lambda border: sum(map(abs, border))))])

    def press(self, *keys):
        self.program.press(*keys)

    def type(self, text):
        self.program.type(text)

    def settle(self):
        return self.program.settle()

    def open_window(self, *keys):
        """Presses what opens a window of its own."""
        self.press(*keys)
        known = {'', self.main, *self.opened}
        wait_for(f'a window upon {keys}', lambda: self.read_window() not in known)
        self.opened.add(self.read_window())
        self.settle()

    def ask(self, *keys):
        """Presses what a question comes upon, which leave() answers."""
        before = self.read_window()
        self.press(*keys)
        wait_for(f'a question upon {keys}', lambda: self.read_window() not in ('', before))

    def leave(self):
        """Escape, until only the main window is left; what was entered is given up."""
        if self.main is None:
            return
        while (window := wait_for('a window', self.read_window)) != self.main:
            if window not in self.opened:
                self.program.click(self.program.find('button', '.*' + re.escape(self.say('_Discard').replace('_', ''))))
            else:
                self.press('Escape')
            wait_for('another window', lambda window=window: self.read_window() != window)
        self.press('Escape', 'Escape')
        self.program.xdotool('mousemove', '0', '0')

    def go(self, place):
        self.start_on_sample()
        self.press(f'alt+{place}')
        name = self.say(PLACES[place])
        wait_for(f'the place {name}', lambda: name in self.program.read_title())
        self.settle()

    def search(self, text):
        self.press('ctrl+f', 'ctrl+a')
        self.type(text)

    def run(self, action):
        """What the menu has no key for, by its English name there."""
        self.open_window('ctrl+k')
        self.type(self.say(action).replace('_', ''))
        self.settle()
        self.open_window('Return')

    def reach(self, node):
        """Clicks on a field of the form that is open, or walks there where it is scrolled away."""
        _, y, _, height = node.extents
        if y >= 0 and y + height < self.find_window().extents[3]:
            self.program.click(node)
        else:
            self.program.walk_to(node)

    def fill(self, field, text):
        """Types into a field of the form that is open, by its English name."""
        node = self.program.find('text box', re.escape(self.say(field)))
        self.reach(node)
        self.press('ctrl+a')
        self.type(text)
        wait_for(f'“{text}” in {field}', lambda: node.text == text)

    # Before there is a store

    def show_welcome(self):
        self.start()
        self.main = None

    def show_error(self):
        other = self.folder / 'other.liaison'
        other.write_text('This is no store.', encoding='utf-8')
        self.start(other)
        self.main = None

    # The places

    def show_overview(self):
        self.go(0)

    def show_engagements(self):
        self.go(1)

    def show_engagement(self):
        self.go(1)
        self.press('Down', 'Up', 'Return')

    def show_several(self):
        self.go(1)
        self.press('Down', 'shift+Down', 'shift+Down')

    def show_contacts(self):
        self.go(2)

    def show_contact(self):
        self.go(2)
        self.press('Down', 'Up', 'Return')

    def show_organisations(self):
        self.go(3)

    def show_organisation(self):
        self.go(3)
        self.press('Down', 'Down', 'Return')

    def open_chart(self, kind):
        self.go(4)
        self.program.click(self.program.find('combo box', re.escape(self.say('Chart'))))
        self.press('Home', *['Down'] * CHARTS.index(kind), 'Return')

    def show_reports(self):
        self.go(5)
        wait_for('a report', lambda: self.program.find(name=re.escape(self.say('Preview'))).text)

    def show_follow_ups(self):
        self.go(6)

    def show_totals(self):
        self.go(7)
        self.press('Down', 'Up')

    def show_preferences(self):
        self.go(1)
        self.open_window('ctrl+comma')

    # What comes over them

    def show_suggestions(self):
        self.go(1)
        self.search('by:bl')

    def show_mistake(self):
        self.go(1)
        self.search('form:calll with:kuleba group:calls')
        self.press('Escape')

    def show_nothing_found(self):
        self.go(1)
        self.search('nobody of this name')
        self.press('Escape')

    def show_filters(self):
        self.go(1)
        self.press('ctrl+shift+f')

    def show_menu(self):
        self.go(1)
        self.press('F10')

    def show_new(self):
        self.go(1)
        self.program.click(self.program.find('button', re.escape(self.say('New engagement, contact, organisation or stated total'))))

    def show_row_menu(self):
        self.go(1)
        self.press('Down', 'Up', 'shift+F10')

    def show_columns(self):
        self.go(1)
        self.program.click(self.program.find(name=re.escape(self.say('View options'))))

    def show_toast(self):
        self.go(1)
        self.press('Down', 'Up', 'Delete')
        # Under the pointer it stays.
        self.program.point_at(self.program.find('button', re.escape(self.say('_Undo').replace('_', ''))))

    def show_quick_find(self):
        self.go(1)
        self.open_window('ctrl+k')
        self.type('kule')

    def show_new_engagement(self):
        self.go(1)
        self.open_window('ctrl+n')

    def show_filled_engagement(self):
        self.go(1)
        self.open_window('ctrl+n')
        self.type('call kuleba yesterday 15:30 about sanctions with nobody')
        self.settle()
        self.press('Return')

    def show_edited_engagement(self):
        self.show_engagement()
        self.settle()
        self.open_window('ctrl+e')

    def show_new_contact(self):
        self.go(2)
        self.open_window('ctrl+shift+n')

    def show_wrong_contact(self):
        self.show_new_contact()
        self.fill('E-mail', 'nobody')
        self.press('ctrl+s')

    def show_edited_contact(self):
        self.show_contact()
        self.settle()
        self.open_window('ctrl+e')

    def show_unsaved(self):
        self.show_new_contact()
        self.fill('Given name', 'One')
        self.ask('Escape')

    def show_edited_total(self):
        self.show_totals()
        self.settle()
        self.open_window('ctrl+e')

    def show_edited_organisation(self):
        self.show_organisation()
        self.settle()
        self.open_window('ctrl+e')

    def show_bulk(self):
        self.show_several()
        self.open_window('ctrl+e')

    def show_merge(self):
        self.show_contact()
        self.settle()
        self.open_window('ctrl+m')
        self.type('kumoch')
        self.settle()
        self.press('Return')

    def show_duplicates(self):
        self.show_new_contact()
        self.fill('Given name', 'Wolodymyr')
        self.fill('Family name', 'Selenskyj')
        self.program.walk_to(self.program.find('button', re.escape(self.say('Side'))))
        self.press('space', 'Down', 'Return')
        self.open_window('ctrl+s')

    def show_conflict(self):
        self.show_edited_contact()
        self.fill('Given name', 'One')
        self.change_record(self.list('contacts')[0]['uuid'], given='Another')
        self.open_window('ctrl+s')

    def show_history(self):
        self.show_engagement()
        self.settle()
        self.open_window('ctrl+h')

    def show_last_actions(self):
        self.go(1)
        self.open_window('ctrl+alt+z')

    def show_deleted(self):
        self.go(1)
        self.run('_Deleted records…')

    def show_import(self):
        self.go(1)
        self.open_window('ctrl+i')
        self.press('ctrl+a')
        self.type(str(self.write_records(FAULTY)))
        self.settle()
        self.open_window('Return')

    def show_shortcuts(self):
        self.go(1)
        self.run('_Keyboard shortcuts')

    def show_about(self):
        self.go(1)
        self.run('_About Liaison')


def add_charts():
    """A scene for each kind of chart."""
    for kind in CHARTS:
        setattr(Tour, f'show_chart_{kind}'.replace('-', '_'), lambda self, kind=kind: self.open_chart(kind))


add_charts()
