# SPDX-License-Identifier: GPL-3.0-or-later
"""A test case with a window on a fresh copy of the sample, and the command line beside it to tell what is stored."""

import itertools
import json
import os
import pathlib
import subprocess
import tempfile
import unittest

from driver import Program, wait_for

LIAISON = os.environ['LIAISON']
HEADER = {'format': 'liaison-json', 'version': 1}


class SampleWindowTest(unittest.TestCase):
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

    def run_liaison(self, verb, *words):
        """What the command line says of the store."""
        return subprocess.run([LIAISON, verb, f'--store={self.store}', *words], check=True, capture_output=True, text=True).stdout

    def make_sample(self):
        self.run_liaison('sample')

    def start_on_sample(self):
        self.make_sample()
        program = self.start(str(self.store))
        # To ask for all that shows, again and again, would hold up a window that is being filled.
        program.wait_window('.*sample.*')
        program.find(name='87 engagements · 90 records')
        return program

    def fill(self, program, name, text):
        field = program.find('text box', name)
        program.click(field)
        program.wait_focus('text box', name)
        program.press('ctrl+a')
        program.type(text)
        wait_for(f'“{text}” in {name}', lambda: field.text == text)

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

    def choose_file(self, program, title, path):
        """GTK's own dialog takes a path that is typed."""
        program.wait_window(title)
        program.press('ctrl+a')
        program.type(str(path))
        program.press('Return')

    def list(self, entity, *query):
        """What the command line lists."""
        return json.loads(self.run_liaison('list', entity, '--format=json', *query))

    def show(self, uuid):
        """A record as the command line has it."""
        return json.loads(self.run_liaison('show', '--format=json', uuid))

    def export_records(self, *query):
        return [json.loads(line) for line in self.run_liaison('export', '--output=-', *query).splitlines()[1:]]

    def import_records(self, records):
        path = self.store.with_name('records.jsonl')
        with path.open('w', encoding='utf-8') as file:
            file.writelines(json.dumps(line) + '\n' for line in itertools.chain([HEADER], records))
        self.run_liaison('import', '--strict', path)

    def change_record(self, uuid, **fields):
        """Changes a record from outside, as another action."""
        record, = (record for record in self.export_records() if record['uuid'] == uuid)
        del record['modified']
        self.import_records([{**record, **fields}])
