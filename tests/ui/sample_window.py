# SPDX-License-Identifier: GPL-3.0-or-later
"""A test case with a window on a fresh copy of the sample, and the command line beside it to tell what is stored."""

import os
import pathlib
import tempfile
import unittest

from driver import Program, wait_for
from stored_records import StoredRecords

LIAISON = os.environ['LIAISON']


class SampleWindowTest(StoredRecords, unittest.TestCase):
    liaison = LIAISON

    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.store = pathlib.Path(self.folder.name, 'sample.liaison')
        self.environment = {'XDG_DATA_HOME': str(pathlib.Path(self.folder.name, 'data')),
                            'XDG_CONFIG_HOME': str(pathlib.Path(self.folder.name, 'config'))}

    def start(self, *arguments):
        program = Program(LIAISON, *arguments, environment=self.environment)
        self.addCleanup(program.close)
        return program

    def make_sample(self):
        self.run_liaison('sample')

    def start_on_sample(self):
        self.make_sample()
        program = self.start(str(self.store))
        # To ask for all that shows, again and again, would hold up a window that is being filled.
        program.wait_window('.*sample.*')
        program.find(name='87 engagements · 90 records')
        return program

    @property
    def settings_file(self):
        return pathlib.Path(self.environment['XDG_CONFIG_HOME'], 'glib-2.0/settings/keyfile')

    def write_settings(self, *lines):
        """What an earlier start has kept."""
        self.settings_file.parent.mkdir(parents=True)
        self.settings_file.write_text('\n'.join(['[io/github/liaison_app/Liaison]', *lines, '']), encoding='utf-8')

    def start_at(self, place):
        """As if the program had been closed there: a list that does not matter is not built, nor read again and again."""
        self.make_sample()
        self.write_settings(f"sessions={{'{self.store}': {{'place': <'{place}'>, 'query': <''>}}}}")
        program = self.start(str(self.store))
        program.wait_window(f'{place.capitalize()} . sample')
        return program

    def fill(self, program, name, text):
        field = program.find('text box', name)
        program.click(field)
        program.wait_focus('text box', name)
        program.press('ctrl+a')
        program.type(text)
        wait_for(f'“{text}” in {name}', lambda: field.text == text)
        return field

    def choose(self, program, *names):
        """Walks through a menu by keys, and through those under it: GTK 4.8 does not tell where a menu's entries are on the screen."""
        for name in names:
            program.wait_focus('menu item')
            program.walk_by('Down', 'menu item', name)
            program.press('Return')

    def open_quick_find(self, program):
        program.press('ctrl+k')
        program.wait_window('Quick find')
        program.wait_focus('search box', 'Quick find')

    def open_about(self, program):
        self.open_quick_find(program)
        program.type('about liaison')
        program.find('list item', 'About Liaison.*')
        program.press('Return')
        program.wait_window('About.*')

    def find_system_information(self, program):
        """The text of the window about the program that tells what it runs on."""
        program.click(program.find('tab', 'System'))
        return wait_for('what the program runs on', lambda: next((node for node in program.find_all('text box') if 'Animations:' in node.text), None))

    def choose_file(self, program, title, path):
        """GTK's own dialog takes a path that is typed."""
        program.wait_window(title)
        program.press('ctrl+a')
        program.type(str(path))
        program.press('Return')

    def list_drafts(self):
        """What is kept of forms that are not saved."""
        return list(pathlib.Path(self.environment['XDG_DATA_HOME'], 'liaison/drafts').glob('*.draft'))

    def wait_draft(self, text):
        wait_for(f'a draft with “{text}”', lambda: any(text in draft.read_text() for draft in self.list_drafts()))
