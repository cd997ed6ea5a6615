# SPDX-License-Identifier: GPL-3.0-or-later
"""A test case with a window on a fresh copy of the sample, and the command line beside it to tell what is stored."""

import json
import os
import pathlib
import subprocess
import tempfile
import unittest

from driver import Program, wait_for

LIAISON = os.environ['LIAISON']


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

    def make_sample(self):
        subprocess.run([LIAISON, 'sample', f'--store={self.store}'], check=True)

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

    def choose_file(self, program, title, path):
        """GTK's own dialog takes a path that is typed."""
        program.wait_window(title)
        program.press('ctrl+a')
        program.type(str(path))
        program.press('Return')

    def list(self, entity, *query):
        """What the command line lists."""
        answer = subprocess.run([LIAISON, 'list', entity, f'--store={self.store}', '--format=json', *query],
                                check=True, capture_output=True, text=True).stdout
        return json.loads(answer)

    def show(self, uuid):
        """A record as the command line has it."""
        answer = subprocess.run([LIAISON, 'show', f'--store={self.store}', '--format=json', uuid],
                                check=True, capture_output=True, text=True).stdout
        return json.loads(answer)
