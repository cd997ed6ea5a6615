#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A store that lies where SQLite must not open it: a copy is edited, and saved back."""

import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent))
import tap                                            # noqa: E402
from driver import wait_for                           # noqa: E402
from sample_window import LIAISON, SampleWindowTest   # noqa: E402

ON_COPY = 'You edit a copy of sample.liaison, .*'
UNSAVED = 'You edit a copy of sample.liaison: .*'


class CopiesTest(SampleWindowTest):
    def setUp(self):
        super().setUp()
        documents = pathlib.Path(os.environ['XDG_RUNTIME_DIR'], 'doc')
        documents.mkdir(exist_ok=True)
        folder = tempfile.TemporaryDirectory(dir=documents)
        self.addCleanup(folder.cleanup)
        self.portal_store = pathlib.Path(folder.name, 'sample.liaison')

    def start_on_document(self):
        if not self.portal_store.exists():
            subprocess.run([LIAISON, 'sample', f'--store={self.portal_store}'], check=True)
        program = self.start(str(self.portal_store))
        program.find(name='8[78] engagements · 9[01] records')
        return program

    def list_file(self, *query):
        """What is in the file itself; the command line does not open it where it lies."""
        shutil.copyfile(self.portal_store, self.store)
        return self.list('engagements', *query)

    def add_call(self, program, title):
        program.press('ctrl+n')
        program.wait_window('New engagement')
        self.fill(program, 'Title', title)
        program.press('ctrl+s')
        program.wait_window('.*sample.*')
        program.find(name=UNSAVED)

    def test_save_back(self):
        program = self.start_on_document()
        program.find(name=ON_COPY)
        self.assertFalse(program.find('button', 'Save back').has('sensitive'))
        self.add_call(program, 'A call of importance')
        self.assertEqual(self.list_file('importance'), [])
        program.press('ctrl+s')
        program.find(name='Saved to sample.liaison')
        program.find(name=ON_COPY)
        self.assertEqual(len(self.list_file('importance')), 1)

    def test_closing_asks(self):
        program = self.start_on_document()
        self.add_call(program, 'A call of importance')
        program.press('ctrl+q')
        program.click(program.find('button', 'Keep open'))
        program.wait_window('.*sample.*')
        program.press('ctrl+q')
        program.click(program.find('button', 'Close without saving back'))
        wait_for('the program to end', lambda: program.process.poll() is not None)
        self.assertEqual(self.list_file('importance'), [])

        again = self.start_on_document()
        again.find(name=UNSAVED)
        again.press('ctrl+q')
        # The window has a button of that name, too.
        again.find('button', 'Keep open')
        again.click(again.find_all('button', 'Save back')[-1])
        wait_for('the program to end', lambda: again.process.poll() is not None)
        self.assertEqual(len(self.list_file('importance')), 1)

    def test_conflict(self):
        program = self.start_on_document()
        self.add_call(program, 'A call of importance')
        other = self.store.with_name('other.liaison')
        subprocess.run([LIAISON, 'sample', f'--store={other}'], check=True)
        shutil.copyfile(other, self.portal_store)
        program.press('ctrl+s')
        program.find(name='“sample.liaison” has been changed by somebody else')
        program.click(program.find('button', 'Save under another name…'))
        self.choose_file(program, 'Save a copy', self.store.with_name('mine.liaison'))
        program.find(name='Saved a copy as mine.liaison')
        self.store = self.store.with_name('mine.liaison')
        self.assertEqual(len(self.list('engagements', 'importance')), 1)

        program.wait_window('.*sample.*')
        program.press('ctrl+s')
        program.click(program.find('button', 'Discard my changes'))
        program.wait_window('.*sample.*')
        program.find(name=ON_COPY)
        program.find(name='87 engagements · 90 records')
        self.assertEqual(self.list_file('importance'), [])


    def test_backup_that_fails(self):
        data = pathlib.Path(self.environment['XDG_DATA_HOME'], 'liaison')
        data.mkdir(parents=True)
        data.joinpath('backups').write_text('no folder', encoding='utf-8')
        program = self.start_on_sample()
        program.find(name='The backup copy of today could not be made')
        program.click(program.find('button', 'Details'))
        program.find(name='There is no backup copy of today')
        program.find(name='.*/liaison/backups.*')
        program.press('Return')
        program.wait_window('.*sample.*')


if __name__ == '__main__':
    tap.main()
