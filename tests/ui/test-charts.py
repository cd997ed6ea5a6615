#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Charts by real keys: every kind is chosen, walked through, and opened, and its figures are those of the lists under them."""

import pathlib
import re
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent))
import tap                                            # noqa: E402
from driver import wait_for                           # noqa: E402
from sample_window import SampleWindowTest            # noqa: E402

# In the order of the chooser: what the subtitle says on the sample.
KINDS = {'Over time': '86 engagements · 8 November 2021 – 16 January 2022.*',
         'Calendar': '86 engagements on 42 days · 10 November 2021 – 14 January 2022',
         'Timeline': 'Whose timeline\\?',
         'Gaps': '0 of 24 not reached in 30 days.*',
         'Who meets whom': '87 engagements · all dates · 296 of 375 pairs have none',
         'Ranking': '87 engagements · all dates · 69 in the ranking',
         'Reciprocity': '1 initiated by ours, 1 by theirs, of 85 not known.*'}


class ChartsTest(SampleWindowTest):
    def start_on_charts(self):
        program = self.start_on_sample()
        program.click(program.find('list item', 'Charts'))
        program.find(name=KINDS['Over time'])
        return program

    def focus_mark(self, program):
        """Walks with the Tab key to the chart's current mark."""
        for _ in range(30):
            program.press('Tab')
            mark = program.focused
            if mark is not None and ': ' in mark.name and re.search(r'engagement|of \d', mark.name):
                return mark
        raise AssertionError('no mark takes the focus')

    def open_mark(self, program):
        """Opens the focused mark, and finds its figure at the head of the list."""
        label = program.focused.name
        number = int(re.search(r'(\d+) (?:engagement|of \d)', label)[1])
        program.press('Return')
        program.find(name=f'{number} engagements?( · \d+ records?)?')
        return label

    def choose(self, program, kind, number):
        program.click(program.find('combo box', 'Chart'))
        program.press('Home')
        for _ in range(number):
            program.press('Down')
        program.press('Return')
        program.find(name=KINDS[kind])

    def test_every_kind_leads_to_its_lists(self):
        program = self.start_on_charts()
        for number, kind in enumerate(KINDS):
            self.choose(program, kind, number)
            if kind == 'Timeline':
                # Nobody is named in the search.
                continue
            # The last mark of a matrix is a pair that never met.
            self.focus_mark(program)
            program.press('Home')
            wait_for('a mark with engagements', lambda: re.search(r'\d engagement|of \d', program.focused.name))
            self.open_mark(program)
            program.press('alt+Left')
            program.find(name=KINDS[kind])

    def test_arrow_keys_walk(self):
        program = self.start_on_charts()
        last = self.focus_mark(program).name
        program.press('Left')
        earlier = wait_for('an earlier bar', lambda: program.focused.name if program.focused.name != last else None)
        program.press('Down')
        wait_for('a stack in it', lambda: program.focused.name not in (last, earlier))
        program.press('End')
        wait_for('the last bar', lambda: program.focused.name == last)

    def test_narrow_and_widen(self):
        program = self.start_on_charts()
        self.focus_mark(program)
        program.press('plus')
        program.find(name='18 engagements · 10 January 2022 – 16 January 2022.*|18 engagements · 10 January 2022 – 14 January 2022.*')
        self.focus_mark(program)
        program.press('Escape')
        program.find(name=KINDS['Over time'])

    def test_as_a_table(self):
        program = self.start_on_charts()
        program.click(program.find('button', 'Show as a table'))
        program.find(name='week from 6 December 2021')

    def choose_in_menu(self, program, item, mnemonic):
        program.click(program.find('button', 'Copy, save or print'))
        program.find('menu item', item)
        program.press(mnemonic)

    def test_save_and_copy(self):
        program = self.start_on_charts()
        for item, mnemonic, name, start in (('Save as SVG…', 's', 'chart.svg', b'<?xml'),
                                            ('Save the table as CSV…', 'c', 'chart.csv', b'Time,')):
            path = pathlib.Path(self.folder.name, name)
            self.choose_in_menu(program, item, mnemonic)
            program.wait_window('Save the chart')
            program.press('ctrl+a')
            program.type(str(path))
            program.press('Return')
            program.find(name=f'Saved as .*{name}.*')
            self.assertEqual(path.read_bytes()[:len(start)], start)
        self.choose_in_menu(program, 'Copy picture', 'p')
        program.find(name='The picture is in the clipboard.')

    def test_overview(self):
        program = self.start_on_sample()
        program.click(program.find('list item', 'Overview'))
        program.find(name='16 December 2021 – 14 January 2022 · compared with the 30 days before')
        program.find(name='Who has not been reached\\?')


if __name__ == '__main__':
    tap.main()
