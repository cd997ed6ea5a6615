#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""One field of many records changed at once, by real keys: the preview, the change, and one way back."""

import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent))
import tap                                            # noqa: E402
from driver import wait_for                           # noqa: E402
from sample_window import SampleWindowTest            # noqa: E402


class BulkEditTest(SampleWindowTest):
    def choose_last(self, program, name):
        """The last value of a drop-down, by keys."""
        program.click(program.find('button', name))
        program.press('End', 'Return')

    def statuses(self):
        return [record['status'] for record in self.list('engagements', '--sort=-date', '--limit=4')]

    def test_status_of_three(self):
        program = self.start_on_sample()
        before = self.statuses()
        program.press('Down', 'shift+Down', 'shift+Down')
        program.find(name='3 engagements selected')
        program.press('ctrl+e')
        program.wait_window('Edit 3 engagements')
        self.assertFalse(program.find('button', 'Apply').has('sensitive'))
        self.choose_last(program, 'Status')
        program.find(name='3 of 3 change')
        program.find(name='3 × “Held”')
        program.press('alt+a')
        program.wait_window('.*sample.*')
        program.find(name='Changed Status of 3 engagements')
        # The first key leads to the second row.
        self.assertEqual(self.statuses(), before[:1] + ['postponed'] * 3)
        program.press('ctrl+z')
        wait_for('all three at once', lambda: self.statuses() == before)

    def test_tag_is_added(self):
        program = self.start_on_sample()
        program.press('alt+2')
        program.find(name='\\d+ contacts.*')
        program.press('Down', 'shift+Down')
        program.find(name='2 contacts selected')
        program.press('ctrl+e')
        program.wait_window('Edit 2 contacts')
        field = program.find('text box', 'Tags.*')
        program.click(field)
        program.type('priority')
        program.find(name='2 of 2 change')
        program.find(name='2 × empty')
        program.press('alt+a')
        program.find(name='Changed Tags of 2 contacts')
        self.assertEqual(len(self.list('contacts', 'tag:priority')), 2)
        # Once more: nothing would change, and Escape leaves.
        program.wait_window('.*sample.*')
        program.press('ctrl+e')
        program.wait_window('Edit 2 contacts')
        program.click(program.find('text box', 'Tags.*'))
        program.type('priority')
        program.find(name='0 of 2 change')
        self.assertFalse(program.find('button', 'Apply').has('sensitive'))
        program.press('Escape')
        program.wait_window('.*sample.*')

    def test_what_cannot_be_is_refused(self):
        program = self.start_on_sample()
        program.press('Down', 'shift+Down', 'ctrl+e')
        program.wait_window('Edit 2 engagements')
        self.choose_last(program, 'How: Set to')
        program.find(name='2 of 2 change')
        program.find(name='Status: .*')
        self.assertFalse(program.find('button', 'Apply').has('sensitive'))
        program.press('Escape')
        program.wait_window('Engagements – .*')


if __name__ == '__main__':
    tap.main()
