#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The window as a newcomer meets it: first start, lists, details, search, charts."""

import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent))
import tap                                            # noqa: E402
from driver import Program, wait_for                  # noqa: E402

LIAISON = os.environ['LIAISON']


class WindowTest(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.data = pathlib.Path(self.folder.name, 'data')
        self.environment = {'XDG_DATA_HOME': str(self.data), 'XDG_CONFIG_HOME': str(pathlib.Path(self.folder.name, 'config'))}

    def start(self, *arguments):
        program = Program(LIAISON, *arguments, environment=self.environment)
        self.addCleanup(program.close)
        return program

    def start_on_sample(self):
        store = pathlib.Path(self.folder.name, 'sample.liaison')
        subprocess.run([LIAISON, 'sample', f'--store={store}'], check=True)
        program = self.start(str(store))
        program.find(name='87 engagements · 90 records')
        return program

    def count(self, query, *, counted=True):
        """What the command line says."""
        store = pathlib.Path(self.folder.name, 'sample.liaison')
        words = [*query.split(), 'is:counted'] if counted else query.split()
        answer = subprocess.run([LIAISON, 'list', 'engagements', f'--store={store}', '--format=csv', *words],
                                check=True, capture_output=True, text=True).stdout
        return len(answer.splitlines()) - 1

    def cells(self, program):
        """The texts of the list's rows, row by row."""
        rows = program.find_all('table row') or program.find_all('list item')
        return [[cell.name for cell in row.walk() if cell.name] for row in rows]

    def test_first_start(self):
        program = self.start()
        program.find(name='Welcome to Liaison')
        program.click(program.find('button', '.*Look at the sample'))
        program.find(name='87 engagements · 90 records')
        program.close()

        again = self.start()
        again.find(name='87 engagements · 90 records')

    def test_open_an_engagement(self):
        program = self.start_on_sample()
        program.press('ctrl+f')
        program.type('Rinkēvičs')
        program.find(name='1 engagement')
        program.press('Return')
        program.press('Down')
        program.find(name='.*Foreign Minister Rinkēvičs.*')
        program.find(name='.*Minister of Foreign Affairs of Latvia.*')
        program.find(name='.*30 November 2021.*')

    def test_search(self):
        program = self.start_on_sample()
        program.press('ctrl+f')
        program.type('zelenski')
        program.find(name=f'{self.count("zelenski")} engagements?.*')
        program.press('Escape')
        program.find(name='87 engagements · 90 records')
        program.type('nobody-of-this-name')
        program.find(name='Nothing matches.*')

    def test_a_mistake_is_told(self):
        program = self.start_on_sample()
        program.press('ctrl+f')
        program.type('foo:bar')
        program.find(name='.*“foo:” is no key.*')

    def test_places(self):
        program = self.start_on_sample()
        for place in ('Contacts', 'Organisations', 'Charts', 'Engagements'):
            program.click(program.find('list item', place))
            wait_for(f'the place {place}', lambda: program.root.has_one('window', f'{place} – .*'))

    def test_chart_leads_to_the_list(self):
        program = self.start_on_sample()
        program.click(program.find('list item', 'Charts'))
        program.find(name='87 counted engagements.*|8\\d counted engagements.*')
        program.click(program.find(name='.*Month.*'))
        mark = None
        for _ in range(30):
            program.press('Tab')
            mark = program.focused
            if mark is not None and ': ' in mark.name and 'engagement' in mark.name:
                break
        self.assertIsNotNone(mark)
        last = mark.name
        program.press('Left')
        label = wait_for('an earlier bar', lambda: program.focused.name if program.focused.name != last else None)
        number = int(label.rsplit(': ', 1)[1].split()[0])
        program.press('Return')
        program.find(name=f'{number} engagements?( · \\d+ records?)?')


if __name__ == '__main__':
    tap.main()
