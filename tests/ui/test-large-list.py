#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A long list by real keys: sorted, scrolled, searched, selected, edited in place and undone, while another process writes.

The number of rows is that of LIAISON_ROWS, 20,000 where it is not set.
"""

import os
import pathlib
import sys
import time
import uuid

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent))
import tap                                            # noqa: E402
from sample_window import SampleWindowTest            # noqa: E402

N_ROWS = int(os.environ.get('LIAISON_ROWS', '20000'))
FORMS = ('phone-call', 'meeting', 'video-call', 'letter')
COUNTRIES = ('UA', 'PL', 'DE', 'FR', 'RO', 'LV')
LONGEST = 10.0     # seconds without an answer: a stall, also where the machine is busy with other things


def make_uuid(kind, number):
    return str(uuid.UUID(int=0x017e << 112 | kind << 96 | 7 << 76 | 2 << 62 | number))


def make_records(n):
    """Engagements, each with a title that tells its number, one a day backwards from 2022."""
    yield {'record': 'contact', 'uuid': make_uuid(1, 1), 'name': 'Antony Blinken', 'family': 'Blinken', 'side': 'ours'}
    for i in range(n):
        day = f'{2021 - i // 336 % 60}-{12 - i // 28 % 12:02}-{28 - i % 28:02}'
        yield {'record': 'engagement', 'uuid': make_uuid(2, i), 'title': f'Occasion {i:07}', 'start': day, 'precision': 'day', 'form': FORMS[i % 4],
               'status': 'held', 'evidence': 'report'}
        yield {'record': 'participation', 'uuid': make_uuid(3, 2 * i), 'engagement': make_uuid(2, i), 'contact': make_uuid(1, 1), 'side': 'ours'}
        yield {'record': 'participation', 'uuid': make_uuid(3, 2 * i + 1), 'engagement': make_uuid(2, i), 'country': COUNTRIES[i % 6], 'side': 'theirs'}


class LargeListTest(SampleWindowTest):
    def start_on_rows(self):
        self.import_records(make_records(N_ROWS))
        program = self.start(str(self.store))
        program.find(name=f'{N_ROWS} engagements', deadline=120)
        return program

    def answers(self, program, what):
        """That the window is not busy for long after what was done."""
        start = time.monotonic()
        program.root.role
        self.assertLess(time.monotonic() - start, LONGEST, what)

    def test_by_keys(self):
        program = self.start_on_rows()
        program.press('Home')
        program.wait_focus('row', '.*28 Dec 2021.*')

        program.press('End')
        self.answers(program, 'End')
        program.wait_focus('row', '.*Blinken with .*')
        # The rows at the end may need other widths, and the heads go along.
        program.settle()
        program.click(program.find('column header', 'Form'))
        self.answers(program, 'sorting')
        program.find('column header', 'Date  2↓')
        program.press('Home')
        program.wait_focus('row', 'Phone call.*')

        program.press('ctrl+a')
        self.answers(program, 'selecting all')
        program.find(name=f'{N_ROWS} engagements selected')
        program.press('Down')
        program.find(name='Occasion \\d{7}')

        program.press('ctrl+f')
        program.type('0000017')
        program.find(name='1 engagement')
        program.press('Return')
        program.wait_focus('row', '.*')
        program.press('Home')
        program.find(name='Occasion 0000017')
        program.press('ctrl+f', 'ctrl+a', 'Delete', 'Escape')
        program.find(name=f'{N_ROWS} engagements')

        # What is edited stays where it is among all, and so does who edits it.
        program.press('Home', 'Page_Down', 'Down')
        row = program.wait_focus('row', '.*, .*')
        name, top = row.name, row.extents[1]
        program.press('ctrl+e')
        program.wait_window('Edit .*')
        entry = program.find('text box', 'Title')
        title = entry.text
        program.click(entry)
        program.press('ctrl+a')
        program.type('Renamed')
        program.press('ctrl+s')
        program.find('label', 'Renamed')
        program.wait_focused('the row where it was', lambda node: node.name == name and abs(node.extents[1] - top) < 4)
        program.press('ctrl+z')
        program.find('label', title)
        program.wait_focused('the row where it was', lambda node: node.name == name and abs(node.extents[1] - top) < 4)
        self.answers(program, 'the end')

    def test_another_process_writes(self):
        program = self.start_on_rows()
        program.press('Home', *['Page_Down'] * 5)
        program.press('shift+Down', 'shift+Down')
        program.find(name='3 engagements selected')
        row = program.wait_focus('row')
        last = row.name
        top = row.extents[1]

        # The new ones are the latest, and so come before all others.
        self.import_records({'record': 'engagement', 'uuid': make_uuid(2, N_ROWS + i), 'title': f'New {i}', 'start': '2022-01-13', 'precision': 'day',
                             'form': 'meeting', 'status': 'held', 'evidence': 'report'} for i in range(7))
        program.find(name=f'{N_ROWS + 7} engagements')
        program.find(name='3 engagements selected')
        program.wait_focus('row', last)
        program.wait_focused('the row to be where it was', lambda node: abs(node.extents[1] - top) < 4)


if __name__ == '__main__':
    tap.main()
